//! Judges from outside: programs that other people wrote to read PDF and DOCX.
//!
//! `tests/juri/pasang` installs them into `.judges/`. On a desk without them a test says
//! SKIPPED and why; with `CI=true` a missing judge is a failure.

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

/// The program of a judge: in `.judges/` of this repository, else on the PATH.
fn program(judge: &str, local: &str, name: &str) -> Option<PathBuf> {
    let local = Path::new(env!("CARGO_MANIFEST_DIR")).join(".judges").join(local);
    if local.is_file() {
        return Some(local);
    }
    on_path(name).or_else(|| missing(judge, &format!("no program `{name}`")))
}

fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|dir| dir.join(name)).find(|file| file.is_file())
}

/// A judge is not there: a failure in CI, a loud word elsewhere.
#[track_caller]
fn missing<T>(judge: &str, why: &str) -> Option<T> {
    assert!(
        std::env::var("CI").as_deref() != Ok("true"),
        "judge {judge} is missing in CI: {why}; tests/juri/pasang installs it"
    );
    eprintln!("DILEWATI/SKIPPED: {judge}: {why}; run tests/juri/pasang");
    None
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
