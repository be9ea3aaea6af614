//! All names of a template that nobody knows. Filling stops at the first mistake; once it has
//! stopped, the text is read for the others, so that they are not told one a run.

use std::collections::{BTreeMap, BTreeSet};

use minijinja::value::ValueKind;
use minijinja::{Environment, ErrorKind, Value};

use super::tag_parts::{TagPart, WORDS, parts, tags};
use super::{TemplateFile, diagnosis, functions, tag_parts};
use crate::problem::TemplateProblem;
use base::diag::{AnyProblem, Diagnostic, Span, nearest};

/// A template as it is read for names.
pub(super) struct NameReading<'a> {
    pub(super) environment: &'a Environment<'static>,
    pub(super) file: &'a TemplateFile,
    pub(super) context: &'a Value,
    /// Names that the template takes from outside.
    pub(super) outside: BTreeSet<String>,
}

/// What a name is looked up as.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Filter,
    Test,
    Function,
    Value,
}

impl NameReading<'_> {
    /// Every name that nobody knows, in the order of the text.
    pub(super) fn mistakes(&self) -> Vec<Diagnostic> {
        let text: &str = &self.file.text;
        let all: Vec<(usize, Vec<TagPart<'_>>)> =
            tags(text).into_iter().map(|tag| (tag.start, parts(&text[tag]))).collect();
        let own = assigned(&all);
        let guarded = guarded(&all);
        let loops = self.loops();
        let mut found = Vec::new();
        let mut look = |start: usize, parts: &[TagPart<'_>]| {
            for (index, part) in parts.iter().enumerate() {
                let TagPart::Name(name, end) = *part else { continue };
                let Some(used) = used(parts, index) else { continue };
                let root = name.split(['.', '[']).next().unwrap_or_default();
                let outside = self.outside.contains(root) && !own.contains(root);
                let safe =
                    guarded.iter().any(|g| name.starts_with(g) || g.starts_with(name));
                let wrong = match used {
                    Use::Value if !safe && loops.contains_key(root) => {
                        undefined_in_all(&loops[root], name)
                    }
                    Use::Value | Use::Function if !outside || safe => None,
                    _ => self.wrong(name, used),
                };
                if let Some((problem, length)) = wrong {
                    let from = start + end - name.len();
                    let span = Span::text(self.file.file, from..from + length);
                    found.push(Diagnostic::new(span, problem));
                }
            }
        };
        for (start, parts) in &all {
            look(*start, parts);
            for part in parts {
                let TagPart::Name(name, end) = *part else { continue };
                for (at, index) in indices(name) {
                    look(start + end - name.len() + at, &tag_parts::parts(index));
                }
            }
        }
        found
    }

    /// What is wrong with a name, and how much of it to mark.
    fn wrong(&self, name: &str, used: Use) -> Option<(AnyProblem, usize)> {
        let tried = match used {
            Use::Filter => (format!("''|{name}"), ErrorKind::UnknownFilter),
            Use::Test => (format!("'' is {name}"), ErrorKind::UnknownTest),
            Use::Function if !name.contains(['.', '[']) => {
                (format!("{name}()"), ErrorKind::UnknownFunction)
            }
            Use::Function | Use::Value => return self.undefined(name),
        };
        let (expression, kind) = tried;
        let compiled = self.environment.compile_expression(&expression);
        let error = compiled.and_then(|e| e.eval(self.context).map(drop)).err()?;
        (error.kind() == kind).then(|| (diagnosis::unknown_name(kind, name), name.len()))
    }

    /// The variables of loops with what each stands for in turn, where one loop alone has it and
    /// what it goes over is known.
    pub(super) fn loops(&self) -> BTreeMap<String, Vec<Value>> {
        let mut found: BTreeMap<String, Vec<Value>> = BTreeMap::new();
        let mut taken: BTreeSet<String> = BTreeSet::new();
        for tag in tags(&self.file.text) {
            let text = self.file.text[tag].trim_matches(['-', '+', ' ']);
            let Some((name, list)) =
                text.strip_prefix("for ").and_then(|rest| rest.split_once(" in "))
            else {
                if let Some((name, _)) =
                    text.strip_prefix("set ").and_then(|rest| rest.split_once('='))
                {
                    taken.insert(name.trim().to_owned());
                    found.remove(name.trim());
                }
                continue;
            };
            let name = name.trim().to_owned();
            let again = !taken.insert(name.clone());
            let list = list.split(" if ").next().unwrap_or_default();
            let items = self.items(list.trim(), &found);
            if again || items.is_empty() {
                found.remove(&name);
            } else {
                found.insert(name, items);
            }
        }
        found
    }

    /// What a loop goes over: rows of the data, whatever outer loop they are in.
    fn items(&self, list: &str, outer: &BTreeMap<String, Vec<Value>>) -> Vec<Value> {
        let root = list.split(['.', '[', '|', '(', ' ']).next().unwrap_or_default();
        let Ok(expression) = self.environment.compile_expression(list) else {
            return Vec::new();
        };
        let each = |context: Value| {
            let value = expression.eval(context).ok();
            let rows = value.filter(|v| v.kind() == ValueKind::Seq);
            let rows = rows.and_then(|v| v.try_iter().ok().map(Iterator::collect));
            rows.unwrap_or_else(Vec::new)
        };
        let rows: Vec<Value> = match outer.get(root) {
            Some(values) => {
                let within = |value: &Value| {
                    let own = BTreeMap::from([(root.to_owned(), value.clone())]);
                    each(Value::from(own))
                };
                values.iter().flat_map(within).collect()
            }
            None => each(self.context.clone()),
        };
        let maps = rows.iter().all(|row| row.kind() == ValueKind::Map);
        if maps { rows } else { Vec::new() }
    }

    /// The part of a path up to the first name that is not there.
    fn undefined(&self, path: &str) -> Option<(AnyProblem, usize)> {
        let mut value = self.context.clone();
        let mut length = 0;
        for (at, word) in path.split('.').enumerate() {
            if at > 0 && value.kind() != ValueKind::Map {
                return None;
            }
            let name = word.split('[').next().unwrap_or_default();
            length += name.len() + usize::from(at > 0);
            value = value.get_attr(name).ok()?;
            if value.is_undefined() {
                let function = at == 0 && functions::names().contains(&name);
                let problem = diagnosis::undefined_name(&path[..length]);
                return (!function).then_some((problem, length));
            }
            if name != word {
                return None;
            }
        }
        None
    }
}

/// The attribute of a loop's variable that none of its values has.
fn undefined_in_all(values: &[Value], path: &str) -> Option<(AnyProblem, usize)> {
    let mut words = path.split('.');
    let variable = words.next()?;
    let name = words.next()?.split('[').next()?;
    let lacks = |value: &Value| value.get_attr(name).is_ok_and(|v| v.is_undefined());
    let length = variable.len() + 1 + name.len();
    if values.iter().any(|value| !lacks(value)) {
        return None;
    }
    let keys = values.iter().filter_map(|value| value.try_iter().ok()).flatten();
    let keys: BTreeSet<String> =
        keys.filter_map(|key| key.as_str().map(str::to_owned)).collect();
    let near = nearest(name, keys.iter().map(String::as_str));
    let near = near.map(|near| format!("{variable}.{near}")).unwrap_or_default();
    let name = path[..length].to_owned();
    Some((TemplateProblem::UndefinedName { name, near }.into(), length))
}

/// What stands in the brackets of a name, with its place: `nomor` of `daftar[nomor].nama`.
fn indices(name: &str) -> impl Iterator<Item = (usize, &str)> {
    let opened = name.match_indices('[').map(|(at, _)| at + 1);
    opened.filter_map(|at| Some((at, name[at..].split(']').next()?)))
}

/// What the name at a place is, when it is looked up at all.
fn used(parts: &[TagPart<'_>], index: usize) -> Option<Use> {
    let at = |index: Option<usize>| index.and_then(|at| parts.get(at)).copied();
    let Some(TagPart::Name(name, _)) = at(Some(index)) else { return None };
    let (before, after) = (at(index.checked_sub(1)), at(Some(index + 1)));
    if WORDS.contains(&name) || matches!(before, Some(TagPart::Mark("."))) {
        return None;
    }
    let is = |part: Option<TagPart<'_>>| matches!(part, Some(TagPart::Name("is", _)));
    let not = matches!(before, Some(TagPart::Name("not", _)));
    if is(before) || not && is(at(index.checked_sub(2))) {
        return Some(Use::Test);
    }
    match (before, after) {
        (Some(TagPart::Mark("|")), _) => Some(Use::Filter),
        // The word that begins a statement, and the name of an argument.
        (None, Some(TagPart::Name(..))) if !is(after) => None,
        (_, Some(TagPart::Mark("="))) => None,
        (_, Some(TagPart::Mark("("))) => Some(Use::Function),
        _ => Some(Use::Value),
    }
}

/// Names that the template gives something itself.
fn assigned<'a>(all: &[(usize, Vec<TagPart<'a>>)]) -> BTreeSet<&'a str> {
    let mut own = BTreeSet::new();
    for (_, parts) in all {
        let names = parts.iter().filter_map(|part| match part {
            TagPart::Name(name, _) => Some(*name),
            _ => None,
        });
        let mut names = names.peekable();
        let statement = names.peek().copied().unwrap_or_default();
        match statement {
            "for" | "set" | "with" => own.extend(
                names.skip(1).take_while(|name| *name != "in").take(match statement {
                    "for" => usize::MAX,
                    _ => 1,
                }),
            ),
            "macro" | "from" | "import" | "call" => own.extend(names.skip(1)),
            _ => {}
        }
    }
    own
}

/// Names that the template asks for before it uses them.
fn guarded<'a>(all: &[(usize, Vec<TagPart<'a>>)]) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    for (_, parts) in all {
        for (index, part) in parts.iter().enumerate() {
            let TagPart::Name(name, _) = *part else { continue };
            let next: Vec<&str> = parts
                .iter()
                .skip(index + 1)
                .take(3)
                .map(|part| match part {
                    TagPart::Name(name, _) => *name,
                    TagPart::Mark(mark) => *mark,
                    TagPart::Number | TagPart::Text => "",
                })
                .collect();
            let asked = matches!(
                next[..],
                ["is", "defined" | "undefined", ..]
                    | ["is", "not", "defined" | "undefined"]
                    | ["|", "default" | "d", ..]
            );
            if asked {
                found.insert(name);
            }
        }
    }
    found
}
