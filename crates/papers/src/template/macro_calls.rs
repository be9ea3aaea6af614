//! Calls of macros. What is wrong with one is told where it stands, with the names of the macro and
//! of what it takes: the engine says it in words of its own, or not before the macro uses what is
//! missing.

use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;

use minijinja::value::{Kwargs, Rest, ValueOrKwargs};
use minijinja::{Error, ErrorKind, State, Value};

use super::edits::{Edit, closing, depth_of};
use super::error::{fault, mistake};
use super::tag_parts::{Located, TagPart, located, parts, tags};
use crate::problem::TemplateProblem;
use base::diag::{Both, Lang};

/// Calls the macro that is its first argument with the others.
pub(super) const CALL: &str = "_call";
/// What `{% call %}` gives a macro.
const CALLER: &str = "caller";

/// The names of the macros that a text has, with the name of the file before those of a whole file.
pub(super) fn macro_names(text: &str) -> MacroNames {
    let mut names = MacroNames::default();
    for tag in tags(text) {
        let parts = parts(&text[tag]);
        let is = |at: usize, word: &str| matches!(parts.get(at), Some(TagPart::Name(name, _)) if *name == word);
        let name = |at: usize| match parts.get(at) {
            Some(TagPart::Name(name, _)) => Some((*name).to_owned()),
            _ => None,
        };
        if is(0, "macro") {
            names.own.extend(name(1));
        } else if let Some(at) = (0..parts.len()).find(|at| is(*at, "import")) {
            let taken = (at + 1..parts.len()).filter(|at| !is(*at, "as"));
            if is(0, "from") {
                names.own.extend(taken.filter_map(name));
            } else {
                names.files.extend(taken.filter_map(name));
            }
        }
    }
    names
}

/// Names that macros are called by.
#[derive(Debug, Default)]
pub(super) struct MacroNames {
    own: BTreeSet<String>,
    files: BTreeSet<String>,
}

impl MacroNames {
    fn has(&self, called: &str) -> bool {
        let of_file = called.split_once('.');
        self.own.contains(called)
            || of_file.is_some_and(|(file, name)| {
                self.files.contains(file) && !name.contains(['.', '['])
            })
    }
}

/// Each `m(a, b)` of a macro as a call of ours.
pub(super) fn calls(parts: &[Located<'_>], names: &MacroNames) -> Vec<Edit> {
    let mut edits = Vec::new();
    let statement = matches!(parts.first(), Some((_, TagPart::Name("macro", _))));
    for (open, (bracket, part)) in parts.iter().enumerate().skip(1) {
        let (name_range, TagPart::Name(name, _)) = &parts[open - 1] else { continue };
        if statement || *part != TagPart::Mark("(") || !names.has(name) {
            continue;
        }
        let Some(close) = closing(parts, open) else { continue };
        let comma = if close == open + 1 { "" } else { "," };
        edits.push(Edit::new(name_range.start, 0, format!("{CALL}(")));
        edits.push(Edit::new(bracket.start, 1, comma));
    }
    edits
}

/// What went wrong in a macro, with what the call did not give it.
#[derive(Debug)]
pub(super) struct MacroFailure {
    name: String,
    /// The names of what was not given.
    missing: Vec<String>,
    /// What was given as something that is not there: names, and at which place they may stand.
    empty: Vec<(usize, String)>,
    /// What the macro itself stumbled over.
    pub(super) inner: Error,
}

impl MacroFailure {
    /// What is wrong with the call when the macro found nothing behind a name at a place.
    pub(super) fn not_given(&self, undefined: &str, place: &str) -> Option<Both> {
        let root = root(undefined);
        self.missing.iter().find(|name| *name == root)?;
        let name = &self.name;
        Some(Both::new(
            format!(
                "makro `{name}` dipanggil tanpa nilai untuk `{root}`, padahal memakainya ({place})"
            ),
            format!(
                "the macro `{name}` is called without `{root}`, which it uses ({place})"
            ),
        ))
    }

    /// Where the text of a call gives what the macro found to be nothing.
    pub(super) fn given_nothing(
        &self,
        undefined: &str,
        call: &str,
    ) -> Option<Range<usize>> {
        let root = root(undefined);
        let (at, name) = self.empty.iter().find(|(_, name)| name == root)?;
        let all = located(call);
        let open = all.iter().position(|(_, part)| *part == TagPart::Mark("("))?;
        let close = closing(&all, open)?;
        let arguments = arguments(&all[open + 1..close]);
        let named = arguments.iter().find_map(|argument| match argument {
            [(_, TagPart::Name(key, _)), (_, TagPart::Mark("=")), value @ ..]
                if key == name =>
            {
                Some(value)
            }
            _ => None,
        });
        let value = named.or_else(|| arguments.get(*at).copied())?;
        Some(value.first()?.0.start..value.last()?.0.end)
    }
}

/// The name before the first attribute.
fn root(name: &str) -> &str {
    name.split(['.', '[']).next().unwrap_or_default()
}

/// What stands between the commas of a call.
fn arguments<'p, 'a>(inside: &'p [Located<'a>]) -> Vec<&'p [Located<'a>]> {
    let mut depth = 0;
    let between = inside.split(|(_, part)| {
        depth += depth_of(*part);
        depth == 0 && *part == TagPart::Mark(",")
    });
    between.collect()
}

impl fmt::Display for MacroFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

impl std::error::Error for MacroFailure {}

/// Calls a macro.
pub(super) fn call(
    state: &mut State<'_, '_>,
    arguments: Rest<ValueOrKwargs>,
) -> Result<Value, Error> {
    let arguments = arguments.into_values();
    let Some((called, given)) = arguments.split_first() else {
        return Err(Error::from(ErrorKind::MissingArgument));
    };
    if called.is_undefined() {
        let kind = Both::new("makro", "macro");
        let (name, near) = (String::new(), String::new());
        return Err(fault(TemplateProblem::UnknownFunction { kind, name, near }.into()));
    }
    let Some(taken) = taken(called) else { return called.call(state, given) };
    let name = called.get_attr("name")?.to_string();
    let (by_place, named) = match given.split_last() {
        Some((last, before)) if last.is_kwargs() => {
            (before, Some(Kwargs::try_from(last.clone())?))
        }
        _ => (given, None),
    };
    let keys: Vec<&str> = named.iter().flat_map(Kwargs::args).collect();
    if let Some(wrong) = wrong_arguments(called, &name, &taken, by_place.len(), &keys)? {
        return Err(mistake(wrong.of(Lang::Id), wrong.of(Lang::En)));
    }
    called.call(state, given).map_err(|inner| {
        let (mut missing, mut empty) = (Vec::new(), Vec::new());
        for (at, key) in taken.into_iter().enumerate() {
            let named = named.as_ref().and_then(|named| named.peek::<Value>(&key).ok());
            match by_place.get(at).cloned().or(named) {
                None => missing.push(key),
                Some(value) if value.is_undefined() => empty.push((at, key)),
                Some(_) => {}
            }
        }
        let failure = MacroFailure { name, missing, empty, inner };
        Error::from(ErrorKind::InvalidOperation).with_source(failure)
    })
}

/// The names of what a macro takes.
fn taken(called: &Value) -> Option<Vec<String>> {
    let names = called.get_attr("arguments").ok()?;
    Some(names.try_iter().ok()?.map(|name| name.to_string()).collect())
}

/// What does not agree between a call and its macro.
fn wrong_arguments(
    called: &Value,
    name: &str,
    taken: &[String],
    by_place: usize,
    keys: &[&str],
) -> Result<Option<Both>, Error> {
    let list = if taken.is_empty() {
        Both::new("tidak menerima nilai", "takes no values")
    } else {
        let quoted: Vec<String> = taken.iter().map(|key| format!("`{key}`")).collect();
        let quoted = quoted.join(", ");
        Both::new(format!("menerima {quoted}"), format!("takes {quoted}"))
    };
    let (id, en) = (list.of(Lang::Id), list.of(Lang::En));
    if by_place > taken.len() {
        return Ok(Some(Both::new(
            format!("makro `{name}` {id}, di sini diberi {by_place} nilai"),
            format!("the macro `{name}` {en}, and is given {by_place} values here"),
        )));
    }
    for key in keys {
        if *key == CALLER {
            if !called.get_attr(CALLER)?.is_true() {
                return Ok(Some(Both::new(
                    format!(
                        "makro `{name}` tidak memakai `caller()`, sehingga isi `call` hilang"
                    ),
                    format!(
                        "the macro `{name}` does not use `caller()`, so what stands in `call` is lost"
                    ),
                )));
            }
            continue;
        }
        match taken.iter().position(|taken| taken == key) {
            None => {
                return Ok(Some(Both::new(
                    format!("makro `{name}` tidak mengenal `{key}`; makro ini {id}"),
                    format!("the macro `{name}` does not know `{key}`; it {en}"),
                )));
            }
            Some(at) if at < by_place => {
                return Ok(Some(Both::new(
                    format!("makro `{name}` diberi `{key}` dua kali"),
                    format!("the macro `{name}` is given `{key}` twice"),
                )));
            }
            Some(_) => {}
        }
    }
    Ok(None)
}
