//! The same workspace gives the same bytes: on one thread and on four, for the first time and
//! again in the same process.

use std::collections::BTreeMap;

use naskah::diag::Problems;
use naskah::output::sha256_hex;
use naskah::pipeline::{self, BuildOptions, Opened};
use naskah::source::SourceMap;

use crate::kit::opened::open;
use crate::kit::{fixture, tree};

#[test]
fn same_bytes_on_any_number_of_threads_and_every_time() {
    let first = open(&fixture("kutai-timur"));
    let one = build(&first, 1);
    assert!(one.len() > 20, "{} files", one.len());
    assert_eq!(one, build(&first, 4), "four threads");
    assert_eq!(one, build(&first, 1), "again");
    assert_eq!(one, build(&open(&fixture("kutai-timur")), 4), "read again");
}

/// The SHA-256 of every file of a build, by path.
fn build(opened: &Opened, jobs: usize) -> BTreeMap<String, String> {
    let folder = tempfile::tempdir().unwrap();
    let options = BuildOptions {
        pdf: true,
        docx: true,
        out: folder.path().into(),
        jobs,
        ..BuildOptions::default()
    };
    let mut problems = Problems::default();
    let report = pipeline::build(
        opened,
        &options,
        &SourceMap::default(),
        &mut problems,
        &|_, _| {},
    );
    assert!(!problems.has_errors(), "{problems:?}");
    assert!(report.refused.is_empty(), "{:?}", report.refused);
    let written =
        tree(folder.path()).into_iter().filter(|(name, _)| !name.ends_with('/'));
    let files: BTreeMap<String, String> =
        written.map(|(name, bytes)| (name, sha256_hex(&bytes))).collect();
    let papers = files.keys().filter(|name| !name.contains(".naskah/")).count();
    assert_eq!(papers, report.files.len() + 1, "all files and the manifest");
    for entry in &report.files {
        assert_eq!(files.get(entry.path.as_str()), Some(&entry.sha256));
    }
    files
}
