//! The phases point one way: a folder of `src/` uses its own and those before it.

use std::path::{Path, PathBuf};

/// The order; what stands in one row may use each other.
const ORDER: &[&[&str]] = &[
    &["units", "source", "diag", "bahasa", "domain"],
    &["document"],
    &["fonts"],
    // Charts are drawn once for both formats.
    &["grafik"],
    &["spm"],
    &["workspace"],
    // Pictures of the workspace, read as the document wants them.
    &["assets"],
    &["check"],
    &["impor"],
    &["lembar_kerja"],
    &["notation", "profil"],
    &["template"],
    &["plan"],
    &["forms"],
    &["markup"],
    &["layout"],
    &["pdf", "docx"],
    &["output"],
    // The register of letter numbers, locked and written.
    &["register"],
    &["pipeline"],
    // The computed index as table, CSV and workbook.
    &["rekap_out"],
    &["cli"],
];

/// What the order allows and the design does not.
const FORBIDDEN: &[(&str, &str)] =
    &[("pdf", "docx"), ("docx", "pdf"), ("docx", "layout"), ("docx", "fonts")];

fn rank(module: &str) -> Option<usize> {
    ORDER.iter().position(|row| row.contains(&module))
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()) {
        if entry.is_dir() {
            files.extend(sources(&entry));
        } else if entry.extension().is_some_and(|e| e == "rs") {
            files.push(entry);
        }
    }
    files.sort();
    files
}

/// The modules that a line of code names behind `crate::`.
fn named(line: &str) -> impl Iterator<Item = &str> {
    let code = line.split("//").next().unwrap_or_default();
    code.split("crate::").skip(1).map(|rest| {
        let end =
            rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        &rest[..end]
    })
}

#[test]
fn no_phase_uses_a_later_one() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    for path in sources(&root) {
        let short = path.strip_prefix(&root).unwrap();
        let first = short.components().next().unwrap().as_os_str().to_str().unwrap();
        let own = first.trim_end_matches(".rs");
        if matches!(own, "main" | "lib") {
            continue;
        }
        let Some(from) = rank(own) else {
            wrong.push(format!("{own}: not in the order; say where it belongs"));
            continue;
        };
        let text = std::fs::read_to_string(&path).unwrap();
        for (number, line) in text.lines().enumerate() {
            for module in named(line) {
                let place = format!("{}:{}", short.display(), number + 1);
                match rank(module) {
                    // `use crate::{…}` would hide its arrows from this test.
                    None => wrong.push(format!("{place}: crate::{module} is no module")),
                    Some(to) if to > from => {
                        wrong.push(format!("{place}: {own} uses the later {module}"));
                    }
                    Some(_) if FORBIDDEN.contains(&(own, module)) => {
                        wrong.push(format!("{place}: {own} must not know {module}"));
                    }
                    Some(_) => {}
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every module of the crate has its place in the order.
#[test]
fn the_order_names_every_module() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let text = std::fs::read_to_string(root.join("lib.rs")).unwrap();
    let modules: Vec<&str> = text
        .lines()
        .filter_map(|l| l.trim_start_matches("pub ").strip_prefix("mod "))
        .map(|l| l.trim_end_matches(';'))
        .collect();
    assert!(modules.len() > 10);
    for module in &modules {
        assert!(rank(module).is_some(), "{module}");
    }
    for module in ORDER.iter().copied().flatten() {
        assert!(modules.contains(module), "{module}");
    }
}
