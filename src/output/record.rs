//! What each paper said when it was made, and when it was last printed: plain lines under
//! `.naskah/` of the output folder, so that later data can be compared with paper on a desk.

use std::collections::BTreeMap;

use super::Target;
use data::files::{FilePath, Files, tree};

/// Which version of a paper a record is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Version {
    /// As it was last made.
    Made,
    /// As it was last marked as printed.
    Printed,
}

impl Version {
    fn folder(self) -> &'static str {
        match self {
            Self::Made => "isi",
            Self::Printed => "cetak",
        }
    }
}

/// What a paper said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Fingerprint of everything the paper was made from.
    pub source: String,
    /// The files that were made, by ending, and the fingerprint of each.
    pub files: BTreeMap<String, String>,
    /// Its text, see [`typeset::document::lines`].
    pub lines: Vec<String>,
}

const HEAD: &str = "naskah-isi 2 ";

/// The head of records that tell of no files.
const EARLIER: &str = "naskah-isi 1 ";

impl Record {
    /// Reads the record of a paper (its path without ending) in an output folder; `None`
    /// when there is none of this form.
    pub fn read(files: &dyn Files, version: Version, paper: &FilePath) -> Option<Self> {
        let bytes = files.read(&file(version, paper)).ok()?;
        let text = String::from_utf8(bytes).ok()?;
        let mut lines = text.lines();
        let first = lines.next()?;
        let told = first.strip_prefix(HEAD).or_else(|| first.strip_prefix(EARLIER))?;
        let mut words = told.split(' ');
        let source = words.next()?.to_owned();
        let files = words
            .filter_map(|word| word.split_once('='))
            .map(|(ending, sha)| (ending.to_owned(), sha.to_owned()))
            .collect();
        Some(Self { source, files, lines: lines.map(str::to_owned).collect() })
    }

    /// The file that it is.
    pub fn file(&self, version: Version, paper: &FilePath) -> (FilePath, Vec<u8>) {
        let files = self.files.iter().map(|(ending, sha)| format!(" {ending}={sha}"));
        let mut text = format!("{HEAD}{}{}\n", self.source, files.collect::<String>());
        for line in &self.lines {
            text.push_str(line);
            text.push('\n');
        }
        (file(version, paper), text.into_bytes())
    }

    /// Forgets the record of a paper; that there is none is no error.
    pub fn forget(target: &Target, version: Version, paper: &FilePath) {
        target.remove(&file(version, paper));
    }
}

/// The paths of all papers with a record, sorted.
pub fn recorded(files: &dyn Files, version: Version) -> Vec<FilePath> {
    let root = FOLDER.join(version.folder());
    let mut found: Vec<FilePath> = tree(files, &root)
        .iter()
        .filter_map(|path| Some(path.within(&root)?.strip_suffix(".txt")?.into()))
        .collect();
    found.sort();
    found
}

/// Where records are kept, below the output folder.
const FOLDER: FilePath = FilePath::fixed(".naskah");

/// The folder of the records of a template's papers as they were last made.
pub fn records(template: &str) -> FilePath {
    FOLDER.join(format!("{}/{template}", Version::Made.folder()))
}

fn file(version: Version, paper: &FilePath) -> FilePath {
    FOLDER.join(format!("{}/{paper}.txt", version.folder()))
}
