//! The phases point one way: a crate knows those before it, a module of the program its own and
//! those before it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::kit::root;

/// The crates under `crates/`, with those that each may know.
const CRATES: &[(&str, &[&str])] = &[
    ("base", &[]),
    ("bahasa", &[]),
    ("typeset", &["base", "bahasa"]),
    ("field", &["base", "bahasa"]),
    ("data", &["base", "bahasa", "field"]),
    ("papers", &["base", "bahasa", "field", "data", "typeset"]),
];

/// The modules of a crate or of the program in their order; what stands in one row may use each
/// other.
const ORDERS: &[(&str, &[&[&str]])] = &[
    (
        "crates/typeset/src",
        &[
            &["units", "problem", "recent"],
            &["document"],
            &["fonts"],
            // Lines, areas and text, and pictures of them.
            &["drawing"],
            // Charts are drawn once for both formats.
            &["chart"],
            &["layout"],
            &["pdf", "docx", "picture"],
            // Both ways in one call.
            &["paper"],
        ],
    ),
    ("crates/field/src", &[&["domain"], &["spm"]]),
    (
        "crates/data/src",
        &[
            &["problem"],
            &["files"],
            &["node"],
            &["toml_value"],
            &["book"],
            &["head"],
            &["quarter", "version"],
            // A field is read by the spec that `tables` declares for it.
            &["fields", "tables"],
            &["other_unit"],
            &["workspace"],
            &["check"],
            &["import"],
            &["worksheet"],
        ],
    ),
    (
        "crates/papers/src",
        &[
            &["problem"],
            // Where each part of a filled template comes from.
            &["origins"],
            &["notation", "profil"],
            &["facts"],
            // The letter a paper is, and the officials of its day, typed.
            &["letter", "officials"],
            &["forms"],
            // What is written before what writes it: functions of templates come from the
            // declarations of the directives.
            &["markup"],
            &["template"],
            &["plan"],
            // What dates, people and numbers say against each other.
            &["rules"],
        ],
    ),
    (
        "src",
        &[
            &["problem"],
            // Pictures of the workspace, read as the document wants them.
            &["assets"],
            &["output"],
            // The register of letter numbers, locked and written.
            &["register"],
            // The computed index as table, CSV and workbook.
            &["rekap_out"],
            &["pipeline"],
            &["cli"],
        ],
    ),
];

/// What the order allows and the design does not: neither format knows the other, and a DOCX is
/// written without layout and faces.
const FORBIDDEN: &[(&str, &str)] =
    &[("pdf", "docx"), ("docx", "pdf"), ("docx", "layout"), ("docx", "fonts")];

pub(crate) fn sources(folder: &Path) -> Vec<PathBuf> {
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
    code.split("crate::").skip(1).filter(|rest| !rest.starts_with('{')).map(|rest| {
        let end =
            rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        &rest[..end]
    })
}

#[test]
fn no_module_uses_a_later_one() {
    let mut wrong = Vec::new();
    for (folder, order) in ORDERS {
        let rank = |module: &str| order.iter().position(|row| row.contains(&module));
        let folder = root().join(folder);
        for path in sources(&folder) {
            let short = path.strip_prefix(&folder).unwrap();
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
                    let place = format!("{}:{}", path.display(), number + 1);
                    match rank(module) {
                        None => {
                            wrong.push(format!("{place}: crate::{module} is no module"));
                        }
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
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every module has its place in an order.
#[test]
fn the_orders_name_every_module() {
    for (folder, order) in ORDERS {
        let text = std::fs::read_to_string(root().join(folder).join("lib.rs")).unwrap();
        let modules: Vec<&str> = text
            .lines()
            .filter_map(|l| l.trim_start_matches("pub ").strip_prefix("mod "))
            .map(|l| l.trim_end_matches(';'))
            .collect();
        for module in &modules {
            assert!(order.iter().any(|row| row.contains(module)), "{folder}: {module}");
        }
        for module in order.iter().copied().flatten() {
            assert!(modules.contains(module), "{folder}: {module}");
        }
    }
}

/// Each crate under `crates/` depends on no other than those it may know.
#[test]
fn crates_know_only_those_before_them() {
    let folders = std::fs::read_dir(root().join("crates")).unwrap();
    let mut names: Vec<String> =
        folders.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    let mut told: Vec<&str> = CRATES.iter().map(|(name, _)| *name).collect();
    told.sort_unstable();
    assert_eq!(names, told);
    for (name, may) in CRATES {
        let manifest = root().join("crates").join(name).join("Cargo.toml");
        let text = std::fs::read_to_string(manifest).unwrap();
        for (other, _) in CRATES {
            let line = format!("{other}.workspace = true");
            let depends = text.lines().any(|l| l == line);
            assert!(!depends || may.contains(other), "{name} depends on {other}");
        }
    }
}

/// Declarations of problems: code, and the text up to the next one.
fn declared() -> Vec<(String, String)> {
    let crates = CRATES.iter().map(|(name, _)| root().join("crates").join(name));
    let mut found: Vec<(String, String)> = Vec::new();
    for folder in crates.chain([root().to_owned()]) {
        for path in sources(&folder.join("src")) {
            let text = std::fs::read_to_string(&path).unwrap();
            for line in
                text.split_inclusive('\n').skip_while(|l| !l.contains("problems! {"))
            {
                let mut parts = line.trim().splitn(3, ['"', ' ']);
                let code = (parts.next(), parts.next());
                match code {
                    (Some(""), Some(code))
                        if code.len() == 4
                            && code.bytes().all(|b| b.is_ascii_digit()) =>
                    {
                        found.push((code.to_owned(), String::new()));
                    }
                    _ => {}
                }
                if let Some((_, body)) = found.last_mut() {
                    body.push_str(line);
                }
            }
        }
    }
    found
}

/// The first two texts in quotation marks: a message in Indonesian and in English.
fn literals(code: &str) -> [String; 2] {
    let mut rest = code;
    std::array::from_fn(|_| {
        let Some((_, inside)) = rest.split_once('"') else { return String::new() };
        let mut before = ' ';
        let end = inside.find(|c| {
            let closes = c == '"' && before != '\\';
            before = c;
            closes
        });
        let (text, after) = inside.split_at(end.unwrap_or(inside.len()));
        rest = after.get(1..).unwrap_or_default();
        text.to_owned()
    })
}

#[test]
fn every_code_is_declared_once_and_worded_in_both_languages() {
    let all = declared();
    assert!(
        all.len() > 100,
        "only {} problems found: has their form changed?",
        all.len()
    );
    let mut codes: Vec<&String> = all.iter().map(|(code, _)| code).collect();
    codes.sort();
    for pair in codes.windows(2) {
        assert_ne!(pair[0], pair[1], "NSK{} is declared twice", pair[0]);
    }
    for (code, body) in &all {
        let words = body.split_once("say!(").map_or("", |(_, rest)| rest);
        let [id, en] = literals(words);
        assert!(!id.trim().is_empty(), "NSK{code} says nothing in Indonesian");
        assert!(!en.trim().is_empty(), "NSK{code} says nothing in English");
    }
}

/// Files come in and go out behind traits; only what implements them for a disk touches one.
#[test]
fn only_the_disk_touches_the_disk() {
    const DISK: [&str; 2] = ["crates/data/src/files/disk.rs", "src/output/disk.rs"];
    let mut wrong = Vec::new();
    for folder in ["crates/data/src", "crates/papers/src", "src"] {
        for path in sources(&root().join(folder)) {
            let short = path.strip_prefix(root()).unwrap().to_str().unwrap();
            if DISK.contains(&short) || short.ends_with("tests.rs") {
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            for (number, line) in code.lines().enumerate() {
                let line = line.split("//").next().unwrap_or_default();
                let names =
                    ["std::fs", ".exists()", ".is_dir()", "read_dir(", "tempfile::"];
                if names.iter().any(|name| line.contains(name)) {
                    wrong.push(format!("{short}:{}: {}", number + 1, line.trim()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The command line parses arguments and prints reports: it knows the program, how problems are
/// drawn, and the quarter that is typed.
#[test]
fn the_command_line_knows_only_the_program() {
    const FIELD: [&str; 1] = ["field::domain::Periode"];
    let mut wrong = Vec::new();
    for path in sources(&root().join("src/cli")) {
        let short = path.strip_prefix(root()).unwrap().to_str().unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        for (number, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            let own = named(code).any(|module| module != "pipeline");
            let crates = ["data::", "papers::", "typeset::", "field::", "bahasa::"];
            let begins = |name: &str| {
                code.match_indices(name).any(|(at, _)| {
                    let before = code[..at].chars().next_back();
                    before.is_none_or(|c| !c.is_alphanumeric() && !"_:".contains(c))
                })
            };
            let field = FIELD.iter().any(|name| code.contains(name));
            if own || crates.iter().any(|name| begins(name)) && !field {
                wrong.push(format!("{short}:{}: {}", number + 1, code.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Types of one name, and why two things have it.
const NAMED_ALIKE: &[(&str, &str)] = &[
    ("List", "kind of an attribute; in declarations of directives alone"),
    ("Number", "kind of an attribute; in declarations of directives alone"),
    ("Said", "what stands behind an attribute; in declarations of directives alone"),
    ("Source", "what stands for an attribute; in declarations of directives alone"),
    (
        "Table",
        "what a table of the data is; the other one is drawn, and `data` alone sees the first",
    ),
    ("Told", "what is told of an attribute; in declarations of directives alone"),
];

/// The types that a text declares, whoever sees them.
fn types_of(text: &str) -> impl Iterator<Item = &str> {
    let kinds = ["struct ", "enum ", "trait ", "type ", "union "];
    text.lines().filter_map(move |line| {
        let seen =
            line.strip_prefix("pub").map_or(line, |rest| match rest.split_once(") ") {
                Some((within, rest)) if within.starts_with('(') => rest,
                _ => rest.trim_start(),
            });
        let rest = kinds.iter().find_map(|kind| seen.strip_prefix(kind))?;
        rest.split(|c: char| !c.is_alphanumeric() && c != '_').next()
    })
}

#[test]
fn one_word_names_one_type() {
    let mut types: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let crates = std::fs::read_dir(root().join("crates")).unwrap();
    let folders = crates.map(|entry| entry.unwrap().path().join("src"));
    for path in folders.chain([root().join("src")]).flat_map(|f| sources(&f)) {
        let short = path.strip_prefix(root()).unwrap().display().to_string();
        let text = std::fs::read_to_string(&path).unwrap();
        for name in types_of(&text) {
            types.entry(name.to_owned()).or_default().push(short.clone());
        }
    }
    types.retain(|_, places| places.len() > 1);
    let alike: Vec<&str> = types.keys().map(String::as_str).collect();
    let known: Vec<&str> = NAMED_ALIKE.iter().map(|(name, _)| *name).collect();
    assert_eq!(alike, known, "{types:#?}");
}

/// A file of tests that no program holds is never compiled, and nobody sees that it is wrong.
#[test]
fn every_file_of_tests_is_run() {
    let main = std::fs::read_to_string(root().join("tests/main.rs")).unwrap();
    for entry in std::fs::read_dir(root().join("tests")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        let code = path.extension().is_some_and(|e| e == "rs");
        if code && name != "main" {
            assert!(main.lines().any(|line| line == format!("mod {name};")), "{name}");
        }
    }
}

/// A workbook says which system made it, and would have other bytes on Windows.
#[test]
fn every_workbook_that_is_written_is_of_unix() {
    let all = ["src", "crates"].map(|folder| sources(&root().join(folder))).concat();
    let mut writers = 0;
    for file in all {
        let text = std::fs::read_to_string(&file).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for line in code.lines().filter(|line| line.contains("save_to_buffer()")) {
            writers += 1;
            assert!(line.contains("of_unix"), "{}: {line}", file.display());
        }
    }
    assert!(writers > 3, "{writers}");
}
