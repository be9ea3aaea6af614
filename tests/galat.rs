//! Every workspace under `fixtures/err_*` holds one mistake. `galat.txt` beside it is what the
//! command on its first line says about it, whole, and the exit code.
//!
//! `TERIMA=1 cargo test --test galat` takes what is said now as the new expectation.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const EXPECTED: &str = "galat.txt";

struct Case {
    name: String,
    fixture: PathBuf,
    /// What follows `naskah` on the first line.
    args: Vec<String>,
}

impl Case {
    fn all() -> Vec<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
        let mut cases: Vec<Self> = std::fs::read_dir(root)
            .unwrap()
            .map(|entry| entry.unwrap())
            .filter_map(|entry| {
                let name = entry.file_name().into_string().unwrap();
                name.starts_with("err_").then(|| Self::read(name, entry.path()))
            })
            .collect();
        cases.sort_by(|a, b| a.name.cmp(&b.name));
        cases
    }

    fn read(name: String, fixture: PathBuf) -> Self {
        let text = std::fs::read_to_string(fixture.join(EXPECTED)).unwrap();
        let first = text.lines().next().unwrap_or_default();
        let args =
            first.strip_prefix("$ naskah ").unwrap_or_else(|| panic!("{name}: {first}"));
        let args = args.split_whitespace().map(str::to_owned).collect();
        Self { name, fixture, args }
    }

    /// Runs the command inside `folder`, so that no path of this machine is ever printed.
    fn run(&self, folder: &Path, lang: &str) -> Output {
        Command::new(env!("CARGO_BIN_EXE_naskah"))
            .args(["--lang", lang])
            .args(&self.args)
            .current_dir(folder)
            .env("NO_COLOR", "1")
            .output()
            .unwrap()
    }

    fn transcript(&self, output: &Output) -> String {
        let said = String::from_utf8(output.stderr.clone()).unwrap();
        let code = output.status.code().map_or_else(|| "?".to_owned(), |c| c.to_string());
        format!("$ naskah {}\n\n{}\n\n[{code}]\n", self.args.join(" "), said.trim_end())
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(|e| e.unwrap()) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else if entry.file_name() != EXPECTED {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Every file and folder under `folder`, with its bytes.
fn tree(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap().map(|e| e.unwrap()) {
        let path = entry.path();
        if path.is_dir() {
            found.extend(tree(&path));
            found.insert(path, Vec::new());
        } else {
            found.insert(path.clone(), std::fs::read(path).unwrap());
        }
    }
    found
}

/// Codes and places, in order: what must be the same whatever the language.
fn marks(said: &str) -> Vec<String> {
    said.lines()
        .filter_map(|line| {
            let code = line.split("[NSK").nth(1).and_then(|rest| rest.get(..4));
            let place = line.trim_start().strip_prefix("--> ");
            code.or(place).map(str::to_owned)
        })
        .collect()
}

#[test]
fn every_mistake_says_what_is_expected_and_writes_nothing() {
    let accept = std::env::var_os("TERIMA").is_some();
    let mut failed = Vec::new();
    for case in Case::all() {
        let folder = tempfile::tempdir().unwrap();
        copy(&case.fixture, folder.path());
        let before = tree(folder.path());

        let output = case.run(folder.path(), "id");
        let said = case.transcript(&output);
        let path = case.fixture.join(EXPECTED);
        if accept {
            std::fs::write(&path, &said).unwrap();
        }
        let expected = std::fs::read_to_string(&path).unwrap();
        if said != expected {
            failed.push(format!(
                "== {}\n-- expected\n{expected}\n-- said\n{said}",
                case.name
            ));
        }

        let english = case.run(folder.path(), "en");
        let other = case.transcript(&english);
        if marks(&said) != marks(&other) {
            failed.push(format!(
                "== {}: other codes or places\n{said}\n{other}",
                case.name
            ));
        }
        if output.status.code() != english.status.code() {
            failed.push(format!("== {}: another exit code in English", case.name));
        }
        if said.contains("panicked")
            || other.contains("panicked")
            || said.contains("NSK090")
        {
            failed.push(format!("== {}: a fault of our own\n{said}", case.name));
        }
        if said.contains(&*folder.path().to_string_lossy()) {
            failed.push(format!("== {}: a path of this machine\n{said}", case.name));
        }
        if tree(folder.path()) != before {
            failed.push(format!("== {}: something was written", case.name));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n\n"));
}

/// Words that only one of the two languages has; a message that mixes them is half translated.
#[test]
fn no_message_mixes_the_languages() {
    const INDONESIAN: &[&str] = &[
        " yang ",
        " tidak ",
        " belum ",
        " harus ",
        " dalam ",
        " dengan ",
        " atau ",
        " bukan ",
        " langkah:",
        "galat[",
        "peringatan[",
        " seharusnya ",
        " daftar ",
        " pada ",
        " baris ",
    ];
    const ENGLISH: &[&str] = &[
        " the ",
        " is ",
        " not ",
        " must ",
        " with ",
        " or ",
        " help:",
        "error[",
        "warning[",
        " expected ",
        " missing ",
        " unknown ",
        " invalid ",
        " of ",
        " in ",
    ];
    let mut failed = Vec::new();
    for case in Case::all() {
        let folder = tempfile::tempdir().unwrap();
        copy(&case.fixture, folder.path());
        for (lang, foreign) in [("id", ENGLISH), ("en", INDONESIAN)] {
            let output = case.run(folder.path(), lang);
            let said = String::from_utf8(output.stderr).unwrap();
            for line in said.lines().filter(|line| is_ours(line)) {
                let plain = without_quotes(line);
                if let Some(word) = foreign.iter().find(|w| plain.contains(**w)) {
                    failed.push(format!("{} --lang {lang}:{word}in: {line}", case.name));
                }
            }
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

/// Titles, labels and help; not the excerpt of what the user wrote.
fn is_ours(line: &str) -> bool {
    let excerpt = line.trim_start().starts_with(|c: char| c.is_ascii_digit());
    !excerpt && !line.contains("-->")
}

/// The line without what stands in backquotes or quotes, which is the user's own.
fn without_quotes(line: &str) -> String {
    let outside = |text: &str, mark: char| -> String {
        text.split(mark).step_by(2).collect::<Vec<_>>().join(" ")
    };
    format!(" {} ", outside(&outside(line, '`'), '"'))
}
