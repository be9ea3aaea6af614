//! The commented files that a new workspace begins with.

use std::fmt::Write;

use super::list::FILES;
use super::spec::{Declared, Kind, Required, Spec};

/// The text of a file of a new workspace: what must be filled in as lines, all else as
/// comments. `None` for a file that is not declared.
pub fn skeleton(file: &str) -> Option<String> {
    let whole = FILES.iter().find(|table| table.about().file == file)?;
    let mut text = format!("# {}\n", whole.about().about);
    let _ = writeln!(
        text,
        "# Baris berawal # belum berlaku; hapus # di depannya untuk memakainya."
    );
    keys(&mut text, *whole, &[], true);
    for spec in whole.specs() {
        if let Some(inner) = spec.kind.inner() {
            section(&mut text, inner, spec);
        } else if matches!(spec.kind, Kind::Elsewhere) {
            let _ = write!(text, "\n# {}.\n# [{}]\n", sentence(spec), spec.key);
            for entry in spec.example.trim_matches(['{', '}']).split(", ") {
                let _ = writeln!(text, "# {}", entry.trim());
            }
        }
    }
    Some(text)
}

/// A table with its rows, and the tables inside it.
fn section(text: &mut String, table: &dyn Declared, of: &Spec) {
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
        keys(text, table, row, at + 1 == rows.len());
    }
    for spec in table.specs() {
        if let Some(inner) = spec.kind.inner() {
            section(text, inner, spec);
        }
    }
}

/// The keys of one row; those without a value to begin with are comments, when they are wanted.
fn keys(text: &mut String, table: &dyn Declared, row: &[(&str, &str)], comments: bool) {
    for spec in table.specs() {
        if spec.kind.inner().is_some() || matches!(spec.kind, Kind::Elsewhere) {
            continue;
        }
        let begun = row.iter().find(|(key, _)| *key == spec.key);
        let line = match begun {
            Some((key, value)) => format!("{key} = {value}"),
            None if comments => format!("# {} = {}", spec.key, spec.example),
            None => continue,
        };
        let _ = writeln!(text, "{line:<30} # {}", told(spec, begun.map(|(_, v)| *v)));
    }
}

/// What is told behind a line; an example where its value is still to be filled in.
fn told(spec: &Spec, begun: Option<&str>) -> String {
    let must = if spec.required == Required::Yes { "wajib: " } else { "" };
    let about = plain(spec.about);
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
    text.replace('`', "")
}
