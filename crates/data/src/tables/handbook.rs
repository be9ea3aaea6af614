//! The tables of the handbook.

use super::list::tables;
use super::spec::{Declared, Required, Spec};

/// The keys of a table as Markdown.
pub fn rows(table: &dyn Declared) -> String {
    let mut text = "| Kunci | Wajib | Isi | Contoh |\n|:--|:--|:--|:--|\n".to_owned();
    for spec in table.specs() {
        let required = match spec.required {
            Required::Yes => "ya",
            Required::No => "tidak",
            Required::When(case) => case,
        };
        let example = match spec.example {
            "" => String::new(),
            example => format!("`{example}`"),
        };
        let cells =
            [format!("`{}`", spec.key), required.into(), spec.about.into(), example];
        text.push_str(&line(&cells));
    }
    text
}

/// The headings that columns may have in sheets and CSV, list by list.
pub fn columns() -> String {
    let mut text =
        "| Daftar | Kolom | Judul lain yang dikenal |\n|:--|:--|:--|\n".to_owned();
    for table in tables() {
        let about = table.about();
        for spec in about.parent.into_iter().chain(table.specs()) {
            if spec.headings.is_empty()
                || !spec.kind.in_cell()
                || !LISTS.contains(&about.name)
            {
                continue;
            }
            let list = if about.name == "layanan" { "capaian" } else { about.name };
            let cells = [list.to_owned(), format!("`{}`", spec.key), called(spec)];
            text.push_str(&line(&cells));
        }
    }
    text
}

/// The tables that have a file or a sheet of their own.
const LISTS: [&str; 6] = ["pejabat", "opd", "peserta", "layanan", "mutu", "indeks-lain"];

/// "Nama lengkap, Nama pejabat".
fn called(spec: &Spec) -> String {
    let names = spec.headings.iter().map(|key| {
        let words = key.replace('_', " ");
        let mut letters = words.chars();
        letters
            .next()
            .map_or_else(String::new, |c| c.to_uppercase().chain(letters).collect())
    });
    names.collect::<Vec<String>>().join(", ")
}

fn line(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
    format!("| {} |\n", cells.join(" | ")).replace("|  |", "| |")
}
