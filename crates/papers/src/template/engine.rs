//! The template environment: strict, escaped, bounded.

use crate::problem::TemplateProblem;
use std::collections::BTreeSet;
use std::sync::Arc;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::ValueKind;
use minijinja::{Environment, Error, ErrorKind, UndefinedBehavior, Value};

use super::held::Held;
use super::mistakes::NameReading;
use super::tag_parts::tags;
use super::trace::{self, TemplateMemory};
use super::{
    Templates, bounds, cells, diagnosis, error, filters, functions, guards, typed,
    weights,
};
use crate::markup;
use crate::origins::FilledText;
use crate::origins::Line;
use base::diag::{Diagnostic, Lang, Problems, nearest};
use base::source::{Span, Spanned};
use base::written::Trail;

/// Steps one paper may take. The largest shipped book takes about a hundredth of it.
const FUEL: u64 = 10_000_000;

/// What minijinja calls a line of a template's description.
const LINE: &str = "template.toml";

/// Fills templates. Shared by all threads; filling takes no lock.
#[derive(Debug)]
pub struct Engine {
    environment: Environment<'static>,
    /// Where the templates lie in memory, by address.
    memory: Arc<[TemplateMemory]>,
}

impl Engine {
    /// An environment with all templates; those that do not compile are reported.
    pub fn new(templates: &Templates, problems: &mut Problems) -> Self {
        let mut environment = Environment::empty();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_fuel(Some(FUEL));
        environment.set_debug(true);
        environment
            .set_auto_escape_callback(|_| minijinja::AutoEscape::Custom("naskah".into()));
        environment.set_formatter(|out, state, value| {
            let plain = *state.auto_escape() == minijinja::AutoEscape::None;
            let text = printed(value)?;
            trace::print(out, state.name(), value, &text, !plain && !value.is_safe())
        });
        let mut syntax = SyntaxConfig::builder();
        syntax.lstrip_blocks(true).keep_trailing_newline(true);
        if let Ok(syntax) = syntax.build() {
            environment.set_syntax(syntax);
        }
        filters::register(&mut environment);
        functions::register(&mut environment);
        for (path, file) in templates.files.iter().filter(|(p, _)| is_markdown(p)) {
            // No name stands at the end of a line of tags, so its end moves past no filter.
            let guarded =
                guards::guarded(&without_tag_lines(&file.text), &functions::names());
            // A brace that is lost leads to errors behind it.
            let told = problems.iter().any(|found| {
                found.span.file() == Some(file.file)
                    && found
                        .problem
                        .is_a(|p| matches!(p, TemplateProblem::LostBrace { .. }))
            });
            if let Err(error) = environment.add_template_owned(path.clone(), guarded.text)
                && !told
            {
                problems.extend(diagnosis::diagnostic(&error, templates).into());
            }
        }
        let mut memory: Vec<TemplateMemory> = templates
            .files
            .iter()
            .filter_map(|(path, file)| {
                let template = environment.get_template(path).ok()?;
                let address = template.source().as_ptr().addr();
                let (path, text) = (path.clone(), Arc::clone(&file.text));
                let added = file.added.clone();
                Some(TemplateMemory { path, address, text, file: file.file, added })
            })
            .collect();
        memory.sort_by_key(|m| m.address);
        Self { environment, memory: memory.into() }
    }

    /// The text of a paper: the template file `path` filled with `context`.
    pub fn render(
        &self,
        path: &str,
        context: &Held,
        templates: &Templates,
    ) -> Result<FilledText, Diagnostic> {
        weights::begin();
        self.environment
            .get_template(path)
            .and_then(|template| {
                trace::filled(&self.memory, |sink| {
                    template.render_captured_to(&**context, sink).map(drop)
                })
            })
            .map_err(|error| diagnosis::diagnostic(&error, templates))
            .map_err(|diagnostic| self.with_hint(diagnostic, context))
    }

    /// All that is wrong with a template whose filling stopped at `first`, as far as names tell.
    pub fn mistakes(
        &self,
        path: &str,
        context: &Held,
        templates: &Templates,
        first: Diagnostic,
    ) -> Problems {
        let mut problems = Problems::default();
        let (Some(file), Ok(template)) =
            (templates.files.get(path), self.environment.get_template(path))
        else {
            return first.into();
        };
        let outside = template.undeclared_variables(false).into_iter().collect();
        let environment = &self.environment;
        let reading = NameReading { environment, file, context, outside };
        let unfit = cells::unfit(&reading, path);
        let all = reading.mistakes().into_iter().chain(unfit);
        let all = all.map(|found| self.with_hint(found, context));
        let all: Vec<Diagnostic> = all.collect();
        // In a call of several lines the reader of names knows the place better.
        let named = |found: &Diagnostic| match found.problem.as_a() {
            Some(TemplateProblem::UndefinedName { name, .. }) => Some(name.clone()),
            _ => None,
        };
        // What stumbles over a name that is not there is no mistake of its own.
        let same = |found: &Diagnostic| {
            found.problem == first.problem
                || named(found).is_some_and(|name| {
                    named(&first).is_some_and(|first| {
                        first == name || set_around(&file.text, found.span, &first)
                    }) || found.span.touches(first.span)
                })
        };
        if !all.iter().any(same) {
            problems.extend(first.into());
        }
        // What filling did not come to, nobody read: the directives are told as well.
        let directives = markup::mistakes(&file.text, file.file);
        for found in all.into_iter().chain(directives) {
            problems.add(found.span, found.problem);
        }
        problems
    }

    /// What is wrong with the workspace's own templates whatever the data holds: names of
    /// filters, functions and directives, and of values beside others that are there.
    pub fn own_mistakes(
        &self,
        context: &Value,
        templates: &Templates,
        problems: &mut Problems,
    ) {
        let own = templates.files.iter().filter(|(p, file)| file.own && is_markdown(p));
        for (path, file) in own {
            let Ok(template) = self.environment.get_template(path) else { continue };
            let outside = template.undeclared_variables(false).into_iter().collect();
            let environment = &self.environment;
            let reading = NameReading { environment, file, context, outside };
            for found in cells::unfit(&reading, path) {
                problems.add(found.span, found.problem);
            }
            let names = reading.mistakes();
            // A name of its own may be given by what the paper is about.
            let sure = names.into_iter().filter(|found| match found.problem.as_a() {
                Some(TemplateProblem::UndefinedName { name, .. }) => name.contains('.'),
                _ => true,
            });
            let hinted = sure.map(|found| self.with_hint(found, context));
            let directives = markup::mistakes(&file.text, file.file);
            for found in hinted.chain(directives) {
                problems.add(found.span, found.problem);
            }
        }
    }

    /// Adds the name nearest to an undefined one, among those that stand beside it.
    fn with_hint(&self, diagnostic: Diagnostic, context: &Value) -> Diagnostic {
        let Some(TemplateProblem::UndefinedName { name, .. }) = diagnostic.problem.as_a()
        else {
            return diagnostic;
        };
        let (owner, last) = name.rsplit_once('.').unwrap_or(("", name));
        let beside = if owner.is_empty() {
            Some(context.clone())
        } else {
            let owner = self.environment.compile_expression(owner);
            owner.ok().and_then(|owner| owner.eval(context).ok())
        };
        // A free list has no name of its own: it is one of `daftar`.
        let lists = context.get_attr("daftar").ok().filter(|_| owner.is_empty());
        if lists.is_some_and(|all| all.get_attr(last).is_ok_and(|it| !it.is_undefined()))
        {
            let near = format!("daftar[\"{last}\"]");
            let problem = TemplateProblem::UndefinedName { name: name.clone(), near };
            return Diagnostic::new(diagnostic.span, problem);
        }
        let names: Vec<String> = beside
            .and_then(|value| value.try_iter().ok().map(Iterator::collect::<Vec<_>>))
            .unwrap_or_default()
            .iter()
            .filter_map(|key| key.as_str().map(str::to_owned))
            .collect();
        let Some(found) = nearest(last, names.iter().map(String::as_str)) else {
            return diagnostic;
        };
        let near = if owner.is_empty() { found } else { format!("{owner}.{found}") };
        let problem = TemplateProblem::UndefinedName { name: name.clone(), near };
        Diagnostic::new(diagnostic.span, problem)
    }

    /// A short text of `template.toml` (a file name, a title) filled with `context`, without
    /// escaping.
    pub fn line(
        &self,
        name: &str,
        plain: &Spanned<String>,
        context: &Held,
        templates: &Templates,
    ) -> Result<Line, Diagnostic> {
        let Spanned { value: plain, span } = plain;
        let plain = plain.trim();
        if !plain.contains('{') {
            return Ok(Line { text: plain.to_owned(), trail: Trail::from(*span) });
        }
        if bounds::too_long(plain).is_some() {
            return Err(Diagnostic::new(*span, TemplateProblem::TooLong {}));
        }
        let guarded = guards::guarded(plain, &functions::names());
        if let Some(bare) = guarded.bare {
            return Err(Diagnostic::new(*span, bare.problem()));
        }
        let compiled = guarded.text;
        let text = format!("{{% autoescape false %}}{compiled}{{% endautoescape %}}");
        let template = self.environment.template_from_named_str(LINE, &text);
        weights::begin();
        let filled = template.and_then(|template| {
            trace::line(*span, |sink| {
                template.render_captured_to(&**context, sink).map(drop)
            })
        });
        let (text, trail) = filled
            .map_err(|error| diagnosis::in_manifest(&error, name, plain, templates))?;
        // A value that is empty may leave room at the beginning; places move with the text.
        Ok(Line {
            trail: trail.behind(text.len() - text.trim_start().len()),
            text: text.trim().to_owned(),
        })
    }

    /// The names a template reads from the data, sorted: its own, those of the templates it takes
    /// macros from, and those that functions read by themselves. Empty when there is no such
    /// template.
    pub fn fields(&self, path: &str, templates: &Templates) -> Vec<String> {
        let mut names = BTreeSet::new();
        for path in self.with_taken(path, templates) {
            let template = self.environment.get_template(&path);
            names.extend(template.into_iter().flat_map(|t| t.undeclared_variables(true)));
        }
        // Functions, ours and minijinja's own, are no names of the data.
        let functions: BTreeSet<&str> =
            self.environment.globals().map(|(n, _)| n).collect();
        let (called, mut names): (BTreeSet<String>, BTreeSet<String>) =
            names.into_iter().partition(|name| functions.contains(name.as_str()));
        names.extend(called.iter().flat_map(|name| functions::reads(name)));
        names.into_iter().collect()
    }

    /// A template and those it takes macros from.
    fn with_taken(&self, path: &str, templates: &Templates) -> Vec<String> {
        let (mut open, mut seen) = (vec![path.to_owned()], Vec::new());
        while let Some(path) = open.pop() {
            if seen.contains(&path) || self.environment.get_template(&path).is_err() {
                continue;
            }
            let text = templates.files.get(&path).map(|file| Arc::clone(&file.text));
            open.extend(text.iter().flat_map(|text| taken_from(text)));
            seen.push(path);
        }
        seen
    }

    /// Whether papers see a key of the letters of a template: it reads the key, it hands the
    /// whole letter to a macro that may, or another template asks for these letters and may.
    pub fn reads_of_letter(
        &self,
        (template, key): (&str, &str),
        templates: &Templates,
    ) -> bool {
        let name = format!("surat.{key}");
        let below = format!("{name}.");
        let path = format!("{template}/isi.md");
        let fields = self.fields(&path, templates);
        let is_named = |field: &String| *field == name || field.starts_with(&below);
        let taken = self.with_taken(&path, templates);
        let mut texts = taken.iter().filter_map(|path| templates.files.get(path));
        let handed = fields.iter().any(|field| field == "surat");
        let reads =
            |text: &str| handed && asks_for(text, key) || stands_in_form(text, key);
        let own = fields.iter().any(is_named) || texts.any(|file| reads(&file.text));
        // The names of its files and what stands at the head of its pages.
        let in_manifest = || {
            let manifest = templates.manifests.get(template).into_iter();
            let mut lines =
                manifest.flat_map(|m| [&m.file_name, &m.document_title, &m.header]);
            lines.any(|line| has_word(&line.value, &name))
        };
        let elsewhere = || {
            let mut all = templates.files.values().map(|file| &*file.text);
            all.any(|text| asks_other_letter(text, template, key))
        };
        own || in_manifest() || elsewhere()
    }
}

/// Whether a template asks something for a key of this name, whatever it asks.
fn asks_for(text: &str, key: &str) -> bool {
    let quoted = [format!("\"{key}\""), format!("'{key}'")];
    has_word(text, &format!(".{key}"))
        || quoted.iter().any(|quoted| text.contains(quoted))
}

/// Whether a template writes a form by hand that takes a key from the data.
fn stands_in_form(text: &str, key: &str) -> bool {
    let forms: [(&str, &[&str]); 2] = [
        (":::kepala-surat", &["sifat", "lampiran", "hal"]),
        (":::kepala-lampiran", &["atas_nama"]),
    ];
    forms.iter().any(|(form, keys)| keys.contains(&key) && text.contains(form))
}

/// Whether a template asks the letters of another one for a key, where it asks for these letters
/// or by the name that it gives them: `{% set u = surat_lain("undangan") %}`.
fn asks_other_letter(text: &str, template: &str, key: &str) -> bool {
    let calls =
        [format!("surat_lain(\"{template}\")"), format!("surat_lain('{template}')")];
    calls.iter().flat_map(|call| text.match_indices(call.as_str())).any(|(at, call)| {
        let (before, behind) = (text[..at].trim_end(), &text[at + call.len()..]);
        let given = before.strip_suffix('=').map(str::trim_end).unwrap_or_default();
        let part = |c: char| c.is_alphanumeric() || c == '_';
        let name = &given[given.trim_end_matches(part).len()..];
        has_word(text, &format!("{name}.{key}")) && !name.is_empty()
            || behind.starts_with('.') && has_word(behind, &format!(".{key}"))
    })
}

/// Whether something stands in a text that no letter or figure follows.
fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let next = text[at + word.len()..].chars().next();
        next.is_none_or(|next| !next.is_alphanumeric() && next != '_')
    })
}

/// The other templates that one names in its tags: `{% from "_umum/surat.md" import ... %}`.
fn taken_from(text: &str) -> Vec<String> {
    let tags = text.split("{%").skip(1).filter_map(|rest| rest.split("%}").next());
    let named = tags.filter_map(|tag| {
        let tag = tag.trim_matches(['-', '+']).trim_start();
        let words = ["from ", "include ", "import ", "extends "];
        let rest = words.into_iter().find_map(|word| tag.strip_prefix(word))?;
        rest.split('"').nth(1)
    });
    named.map(str::to_owned).collect()
}

/// Lets lines that hold nothing but tags leave no line behind, and no other line: the line's
/// end moves inside its last tag, so that every place in the text stays where it is.
/// (`trim_blocks` would also join a line of text that happens to end in a tag with the next.)
fn without_tag_lines(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let body = line.trim_end_matches(['\r', '\n']);
        let (content, end) = line.split_at(body.len());
        let close = ["%}", "#}"].into_iter().find(|c| content.ends_with(c));
        match close {
            Some(close) if only_tags(content) => {
                let (head, _) = content.split_at(content.len() - close.len());
                // A minus before the bracket trims what follows already.
                let minus = if head.ends_with('-') { "-" } else { "" };
                out.push_str(&head[..head.len() - minus.len()]);
                out.push_str(end);
                out.push_str(minus);
                out.push_str(close);
            }
            _ => out.push_str(line),
        }
    }
    out
}

/// Whether a line is made of tags and comments alone.
fn only_tags(line: &str) -> bool {
    let mut rest = line.trim();
    while !rest.is_empty() {
        let close = match rest.get(..2) {
            Some("{%") => "%}",
            Some("{#") => "#}",
            _ => return false,
        };
        let Some(at) = rest.find(close) else { return false };
        rest = rest[at + 2..].trim_start();
    }
    true
}

/// The ids of officials that directives of the workspace's own templates name; of one template
/// where its path is given.
pub fn officials_named(
    templates: &Templates,
    path: Option<&str>,
) -> Vec<Spanned<String>> {
    let own = templates.files.iter().filter(|(at, file)| {
        file.own && path.is_none_or(|path| path == at.as_str()) && is_markdown(at)
    });
    own.flat_map(|(_, file)| markup::officials(&file.text, file.file)).collect()
}

fn is_markdown(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, e)| e == "md")
}

/// What a value prints as. Nothing is ever printed for a value that is not there: an absent
/// value, a list or a table in the text of a letter is a mistake of the template or the data.
fn printed(value: &Value) -> Result<String, Error> {
    match value.kind() {
        ValueKind::Number if !value.is_integer() => {
            let number = typed::figure(value);
            Ok(number.map_or_else(|| value.to_string(), |figure| typed::short(&figure)))
        }
        ValueKind::String | ValueKind::Number => Ok(value.to_string()),
        ValueKind::Plain if typed::is_known(value) => Ok(value.to_string()),
        // As the sheet shows it.
        ValueKind::Bool if trace::has_yes_or_no() => {
            Ok(if value.is_true() { "TRUE" } else { "FALSE" }.to_owned())
        }
        ValueKind::Undefined => Err(Error::from(ErrorKind::UndefinedError)),
        ValueKind::None => {
            Err(error::fault(TemplateProblem::EmptyValue { name: String::new() }.into()))
        }
        kind => {
            let kind = error::kind_words(kind);
            Err(error::mistake(
                format!("{} tidak dapat dicetak sebagai teks", kind.of(Lang::Id)),
                format!("{} cannot be printed as text", kind.of(Lang::En)),
            ))
        }
    }
}

/// Whether a place stands in the `{% set %}` that a name comes from.
fn set_around(text: &str, place: Span, name: &str) -> bool {
    let Span::Text { start, .. } = place else { return false };
    let around = tags(text).into_iter().find(|tag| tag.contains(&(start as usize)));
    let set = around.and_then(|tag| {
        let inside = text.get(tag)?.trim_start_matches('-').trim_start();
        Some(inside.strip_prefix("set ")?.trim_start())
    });
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let first = |text: &str| text.split(|c| !is_word(c)).next().map(str::to_owned);
    set.is_some_and(|set| first(set) == first(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lines_of_tags_vanish_and_no_byte_moves() {
        let text = "{% if a %}\nx {% if b %}y{% endif %}\n:::\n  {% endif %}{# c #}\r\nz\n{% x -%}\n";
        let out = without_tag_lines(text);
        assert_eq!(out.len(), text.len());
        assert_eq!(
            out,
            "{% if a \n%}x {% if b %}y{% endif %}\n:::\n  {% endif %}{# c \r\n#}z\n{% x \n-%}"
        );
    }
}
