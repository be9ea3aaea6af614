//! Judges from outside: programs that other people wrote to read PDF and DOCX.
//!
//! `tests/juri/pasang` installs them, and `build.rs` looks which are there: a test that needs a
//! judge says so by `#[cfg_attr(not(juri_NAME), ignore = "...")]` and then takes it for granted.
//! With `CI=true` nothing is ignored, so a missing judge is a failure.

pub(crate) mod compare;
pub(crate) mod docx;
pub(crate) mod docx_text;
pub(crate) mod faults_docx;
pub(crate) mod faults_pdf;
pub(crate) mod own;
pub(crate) mod pdf;
pub(crate) mod soffice;

use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// What a judge holds against a file.
#[derive(Debug, Clone)]
pub(crate) struct Finding {
    pub(crate) judge: &'static str,
    pub(crate) file: PathBuf,
    /// Part and path inside the file, as far as the judge says it.
    pub(crate) place: String,
    pub(crate) text: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let short: String = self.text.chars().take(300).collect();
        write!(f, "{}: {}: {} {short}", self.file.display(), self.judge, self.place)
    }
}

/// Fails the test with all findings, the first fifty of them in full.
#[track_caller]
pub(crate) fn assert_clean(findings: &[Finding]) {
    let shown: Vec<String> = findings.iter().take(50).map(ToString::to_string).collect();
    assert!(findings.is_empty(), "{} findings:\n{}", findings.len(), shown.join("\n"));
}

/// Where `build.rs` found a judge, by its variable.
#[track_caller]
fn place(judge: &str, found: Option<&str>) -> PathBuf {
    let found = found.map(PathBuf::from);
    found.unwrap_or_else(|| panic!("{judge} is missing: tests/juri/pasang installs it"))
}

/// The Python that has the libraries of workbooks.
#[track_caller]
pub(crate) fn python() -> PathBuf {
    place("Python", option_env!("JURI_PYTHON"))
}

/// What looks at TOML by the schemas that its files name.
#[track_caller]
pub(crate) fn tombi() -> PathBuf {
    place("Tombi", option_env!("JURI_TOMBI"))
}

/// Runs a judge to its end. A judge that cannot be started is broken, not content.
#[track_caller]
fn run(program: &Path, arguments: &[&str], files: &[&Path]) -> Output {
    Command::new(program)
        .args(arguments)
        .args(files)
        .env("LC_ALL", "C.UTF-8")
        .output()
        .unwrap_or_else(|error| panic!("{}: {error}", program.display()))
}

fn text_of(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// All files below a folder with this extension, in order of their names.
pub(crate) fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == extension) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}
