//! The workspaces that the rivals are measured against can be built: a change of a template's
//! words or functions that breaks them is seen here, not when somebody measures again.

use std::path::{Path, PathBuf};

use naskah::diag::{Lang, Problems, draw};
use naskah::pipeline::{self, BuildOptions};
use naskah::source::SourceMap;

/// The papers of the tiny data of a kind, by their paths.
fn papers(kind: &str) -> Vec<String> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let data = here.join("letters").join(kind).join("contoh.toml");
    let data = std::fs::read_to_string(data).expect("the tiny data");
    let logo = here.join("../fixtures/kutai-timur/aset/lambang.png");
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(kind);
    let _ = std::fs::remove_dir_all(&folder);
    naskah_bench::letters::write(&data, &logo, &folder).expect("a workspace");
    build(&folder)
}

/// Builds a workspace, about which nothing may be said.
fn build(folder: &Path) -> Vec<String> {
    let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
    let opened = pipeline::open(folder, &mut sources, &mut problems);
    let said = |problems: &Problems| -> String {
        problems.sorted().iter().map(|d| draw(d, &sources, Lang::En, false)).collect()
    };
    let opened = opened.unwrap_or_else(|| panic!("{}", said(&problems)));
    let out = folder.join("keluaran").into();
    let options = BuildOptions { pdf: true, docx: true, out, ..BuildOptions::default() };
    let report = pipeline::build(&opened, &options, &sources, &mut problems, &|_, _| {});
    assert!(problems.is_empty(), "{}", said(&problems));
    assert!(report.refused.is_empty(), "{:?}", report.refused);
    report.files.into_iter().map(|file| file.path.into()).collect()
}

#[test]
fn the_rivals_letters_are_made() {
    let expected = ["surat/1.docx", "surat/1.pdf", "surat/2.docx", "surat/2.pdf"];
    let mut made = papers("surat");
    made.sort();
    assert_eq!(made, expected);
}

#[test]
fn the_rivals_book_is_made() {
    assert_eq!(papers("buku").len(), 2);
}

#[test]
fn made_up_daerah_can_be_compared() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("daerah");
    let _ = std::fs::remove_dir_all(&folder);
    naskah_bench::daerah::write(&folder, 2).expect("a folder");
    let compared = pipeline::compare(folder.as_path(), None, Lang::Id).expect("daerah");
    assert!(compared.left_out.is_empty());
}
