//! The text of an error case, `tests/galat/*.txt`.
//!
//! ```text
//! $ naskah check
//! dasar: opd
//!
//! == data/capaian/2024-tw4.toml
//! tahun = 2024
//!
//! == data/opd.xlsx = opd-tanpa-nama.xlsx
//!
//! == data/rakor.toml dihapus
//!
//! == id [1]
//! galat[NSK0113]: ...
//!
//! == en [1]
//! error[NSK0113]: ...
//! ```

use std::fmt::Write as _;
use std::path::Path;

use super::files::{copy, root, write};
use super::transcript;

/// Where the cases stand, with their bases and the files that stand aside.
pub(crate) const FOLDER: &str = "tests/galat";

/// One mistake, and the command that meets it.
pub(crate) struct Case {
    /// What follows `naskah` on the first line.
    pub(crate) args: Vec<String>,
    /// The folder under `galat/dasar` that the case changes.
    base: String,
    changes: Vec<Change>,
    /// All above what is expected, as it stands.
    head: String,
}

/// A file of the workspace that is not as the base has it.
struct Change {
    path: String,
    content: Content,
}

enum Content {
    /// It stands in the case.
    Text(String),
    /// It is a copy of a file under `galat/berkas`.
    Aside(String),
    Removed,
}

/// What the program said in one language.
pub(crate) struct Said {
    pub(crate) code: i32,
    pub(crate) output: String,
    pub(crate) errors: String,
}

impl Case {
    pub(crate) fn parse(name: &str, text: &str) -> Self {
        let head = text.find("\n== id [").map_or(text, |at| &text[..at]);
        let mut sections = head.split("\n== ");
        let first = sections.next().unwrap_or_default();
        let line = |prefix: &str| {
            let found = first.lines().find_map(|line| line.strip_prefix(prefix));
            found.unwrap_or_else(|| panic!("{name}: no line `{prefix}`"))
        };
        Self {
            args: line("$ naskah ").split_whitespace().map(str::to_owned).collect(),
            base: line("dasar: ").to_owned(),
            changes: sections.map(Change::parse).collect(),
            head: head.trim_end().to_owned(),
        }
    }

    /// The case with what was said as its expectation.
    pub(crate) fn with(&self, said: &[Said; 2]) -> String {
        let mut text = self.head.clone() + "\n";
        for (lang, said) in ["id", "en"].iter().zip(said) {
            let _ = writeln!(text, "\n== {lang} [{}]", said.code);
            let both = [said.output.trim_end(), said.errors.trim_end()];
            let both = both.into_iter().filter(|said| !said.is_empty());
            text.push_str(&both.collect::<Vec<_>>().join("\n\n"));
            text.push('\n');
        }
        text
    }

    /// Writes the workspace.
    pub(crate) fn lay_out(&self, folder: &Path) {
        let galat = root().join(FOLDER);
        let base = galat.join("dasar").join(&self.base);
        assert!(base.is_dir(), "tests/galat/dasar has no `{}`", self.base);
        copy(&base, folder);
        for change in &self.changes {
            let file = folder.join(&change.path);
            match &change.content {
                Content::Text(text) => write(&file, text),
                Content::Aside(name) => {
                    let bytes = std::fs::read(galat.join("berkas").join(name));
                    write(&file, bytes.unwrap_or_else(|e| panic!("{name}: {e}")));
                }
                Content::Removed => std::fs::remove_file(file).unwrap(),
            }
        }
    }

    /// Whether a base or a file that stands aside is used.
    pub(crate) fn needs(&self, name: &str) -> bool {
        let aside = |change: &Change| match &change.content {
            Content::Aside(file) => file == name,
            Content::Text(_) | Content::Removed => false,
        };
        self.base == name || self.changes.iter().any(aside)
    }
}

impl Change {
    fn parse(section: &str) -> Self {
        let (head, text) = section.split_once('\n').unwrap_or((section, ""));
        let (path, content) = if let Some(path) = head.strip_suffix(" dihapus") {
            (path, Content::Removed)
        } else if let Some((path, name)) = head.split_once(" = ") {
            (path, Content::Aside(name.to_owned()))
        } else {
            (head, Content::Text(text.to_owned()))
        };
        Self { path: path.to_owned(), content }
    }
}

impl Said {
    pub(crate) fn marks(&self) -> Vec<String> {
        transcript::marks(&self.errors)
    }

    /// Lines of our own that hold words of the other language.
    pub(crate) fn foreign_words(&self, words: &[&str]) -> Vec<String> {
        let mut found = Vec::new();
        for line in self.errors.lines().filter(|line| is_ours(line)) {
            let plain = without_quotes(line);
            let word = words.iter().find(|word| plain.contains(**word));
            found.extend(word.map(|word| format!("{word}in: {line}")));
        }
        found
    }
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
