//! The program as people run it, each time in a folder of its own.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use super::files;

/// The program, which speaks the given language whatever the machine's is.
pub(crate) fn naskah(lang: &str, folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_naskah"));
    command.args(["--lang", lang]).current_dir(folder).env("NO_COLOR", "1");
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// A folder of its own in which commands are typed.
pub(crate) struct Desk(TempDir);

impl Desk {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// A desk with an example workspace in `kerja`, as `init` makes it.
    pub(crate) fn with_example(example: &str) -> Self {
        let desk = Self::new();
        desk.run(&["init", "kerja", "--contoh", example]).code(0);
        desk
    }

    /// A desk with a copy of a fixture in `kerja`.
    pub(crate) fn with_fixture(fixture: &str) -> Self {
        let desk = Self::new();
        files::copy(&files::fixture(fixture), &desk.path("kerja"));
        desk
    }

    pub(crate) fn folder(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        files::write(&self.path(name), text);
    }

    #[track_caller]
    pub(crate) fn replace(&self, name: &str, from: &str, to: &str) {
        files::replace(&self.path(name), from, to);
    }

    /// A command that is not started yet, in Indonesian.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = naskah("id", self.0.path());
        command.args(args);
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Ran {
        self.run_in("id", args)
    }

    pub(crate) fn run_in(&self, lang: &str, args: &[&str]) -> Ran {
        let output = naskah(lang, self.0.path()).args(args).output().unwrap();
        Ran { what: args.join(" "), output }
    }
}

/// What came of a command.
pub(crate) struct Ran {
    what: String,
    output: Output,
}

impl Ran {
    /// Fails unless the command ended with this code, and not by a panic.
    #[track_caller]
    pub(crate) fn code(self, code: i32) -> Self {
        let said = self.stderr();
        assert_eq!(self.output.status.code(), Some(code), "naskah {}\n{said}", self.what);
        assert!(!said.contains("panicked"), "{said}");
        self
    }

    pub(crate) fn stdout(&self) -> String {
        String::from_utf8(self.output.stdout.clone()).unwrap()
    }

    pub(crate) fn stderr(&self) -> String {
        String::from_utf8(self.output.stderr.clone()).unwrap()
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.stdout()).unwrap()
    }
}
