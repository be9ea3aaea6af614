//! The commented files that a new workspace begins with.

use std::fmt::Write;

use super::list::FILES;
use super::spec::{About, Declared, Elsewhere, FieldKind, Required, Spec};

/// What is known of a new workspace before its files are written.
#[derive(Debug, Clone, Copy)]
pub struct SaidFirst<'a> {
    /// The name of the table.
    pub table: &'static str,
    /// The key in it, one of those that a new file begins with.
    pub key: &'static str,
    /// Its value.
    pub value: &'a str,
}

/// The text of a file of a new workspace: what must be filled in as lines, all else as
/// comments; `said` is filled in already, `elsewhere` are the tables in it that are not declared
/// here, which stand last. `None` for a file that is not declared.
pub fn skeleton(
    file: &str,
    said: &[SaidFirst<'_>],
    elsewhere: &[Elsewhere],
) -> Option<String> {
    let whole = FILES.iter().find(|table| table.about().file == file)?;
    let mut text = format!("# {}\n", whole.about().about);
    let _ = writeln!(
        text,
        "# Baris berawal # belum berlaku; hapus # di depannya untuk memakainya."
    );
    let About { head, start, .. } = whole.about();
    if !head.is_empty() {
        // Rows of a list stand under their head; of tables that are named, one as an example.
        let _ = writeln!(text, "\n# {}", head.replace("<templat>", "undangan"));
    }
    keys(&mut text, *whole, start.first().copied().unwrap_or_default(), said, true);
    for spec in whole.specs() {
        if let Some(inner) = spec.kind.inner() {
            section(&mut text, inner, spec, said);
        }
    }
    for spec in whole.specs() {
        if let Some(table) = elsewhere.iter().find(|table| spec.key == table.key) {
            let _ = write!(text, "\n# {}.\n{}", sentence(spec), table.skeleton);
        }
    }
    Some(text)
}

/// A table with its rows, and the tables inside it.
fn section(text: &mut String, table: &dyn Declared, of: &Spec, said: &[SaidFirst<'_>]) {
    let about = table.about();
    let used = !about.start.is_empty();
    let rows: &[&[(&str, &str)]] = if used { about.start } else { &[&[]] };
    for (at, row) in rows.iter().enumerate() {
        text.push('\n');
        if at == 0 {
            let _ = writeln!(text, "# {}.", sentence(of));
        }
        let _ = writeln!(text, "{}{}", if used { "" } else { "# " }, about.head);
        // Once is enough for what a row may say besides.
        keys(text, table, row, said, at + 1 == rows.len());
    }
    for spec in table.specs() {
        if let Some(inner) = spec.kind.inner() {
            section(text, inner, spec, said);
        }
    }
}

/// The keys of one row; those without a value to begin with are comments, when they are wanted.
fn keys(
    text: &mut String,
    table: &dyn Declared,
    row: &[(&str, &str)],
    said: &[SaidFirst<'_>],
    comments: bool,
) {
    let name = table.about().name;
    for spec in table.specs() {
        if spec.kind.inner().is_some() || matches!(spec.kind, FieldKind::Elsewhere) {
            continue;
        }
        let begun = row.iter().find(|(key, _)| spec.key == *key);
        let first = said.iter().find(|s| s.table == name && spec.key == s.key);
        let line = match begun {
            Some((key, _)) if let Some(first) = first => {
                format!("{key} = {}", toml::Value::from(first.value))
            }
            Some((key, value)) => format!("{key} = {value}"),
            None if comments => format!("# {} = {}", spec.key, spec.example),
            None => continue,
        };
        let begun = begun.map(|(_, value)| *value).filter(|_| first.is_none());
        text.push_str(&self::line(&line, &told(spec, begun)));
    }
}

/// A line of a skeleton: what is assigned, and behind it what it is.
pub fn line(assigned: &str, about: &str) -> String {
    format!("{assigned:<30} # {}\n", plain(about))
}

/// What is told behind a line; an example where its value is still to be filled in.
fn told(spec: &Spec, begun: Option<&str>) -> String {
    let must = if spec.required == Required::Yes { "wajib: " } else { "" };
    let about = spec.about;
    match begun {
        Some("\"\"") => format!("{must}{about}, misalnya {}", spec.example),
        _ => format!("{must}{about}"),
    }
}

/// "Sesi dan acaranya, berurutan".
fn sentence(spec: &Spec) -> String {
    let about = plain(spec.about);
    let mut letters = about.chars();
    letters.next().map_or_else(String::new, |c| c.to_uppercase().chain(letters).collect())
}

/// Without the marks of Markdown.
fn plain(text: &str) -> String {
    without_links(text).replace('`', "")
}

/// Links as their words: what they lead to stands in the handbook.
pub fn without_links(text: &str) -> String {
    let Some((before, rest)) = text.split_once('[') else { return text.to_owned() };
    match rest.split_once("](#") {
        Some((words, rest)) if !words.contains(['[', ']']) => {
            let after = rest.split_once(')').map_or("", |(_, after)| after);
            format!("{before}{words}{}", without_links(after))
        }
        _ => format!("{before}[{}", without_links(rest)),
    }
}
