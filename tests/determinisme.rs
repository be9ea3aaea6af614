//! The same workspace gives the same bytes: on one thread and on four, for the first time and
//! again in the same process.

use std::collections::BTreeMap;
use std::path::Path;

use naskah::diag::Problems;
use naskah::output::sha256_hex;
use naskah::pipeline::{self, BuildOptions, Opened};
use naskah::source::SourceMap;

#[test]
fn same_bytes_on_any_number_of_threads_and_every_time() {
    let first = open();
    let one = build(&first, 1);
    assert!(one.len() > 20, "{} files", one.len());
    assert_eq!(one, build(&first, 4), "four threads");
    assert_eq!(one, build(&first, 1), "again");
    assert_eq!(one, build(&open(), 4), "read again");
}

fn open() -> Opened {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/kutai-timur");
    let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
    let opened = pipeline::open(&root, &mut sources, &mut problems);
    opened.unwrap_or_else(|| panic!("{problems:?}"))
}

/// The SHA-256 of every file of a build, by path.
fn build(opened: &Opened, jobs: usize) -> BTreeMap<String, String> {
    let folder = tempfile::tempdir().unwrap();
    let options = BuildOptions {
        pdf: true,
        docx: true,
        out: folder.path().to_owned(),
        jobs,
        ..BuildOptions::default()
    };
    let mut problems = Problems::default();
    let report = pipeline::build(opened, &options, &mut problems, &|_, _| {});
    assert!(!problems.has_errors(), "{problems:?}");
    assert!(report.refused.is_empty(), "{:?}", report.refused);
    let mut files = BTreeMap::new();
    hash(folder.path(), "", &mut files);
    let papers = files.keys().filter(|name| !name.contains(".naskah/")).count();
    assert_eq!(papers, report.files.len() + 1, "all files and the manifest");
    for entry in &report.files {
        assert_eq!(files.get(&entry.path), Some(&entry.sha256));
    }
    files
}

fn hash(folder: &Path, prefix: &str, files: &mut BTreeMap<String, String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{prefix}{}", entry.file_name().to_str().unwrap());
        if entry.path().is_dir() {
            hash(&entry.path(), &format!("{name}/"), files);
        } else {
            files.insert(name, sha256_hex(&std::fs::read(entry.path()).unwrap()));
        }
    }
}
