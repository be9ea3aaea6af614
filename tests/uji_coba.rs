//! What a check says of a long list of people, a build says too, though a check sets the few
//! papers alone that may have something new to tell.

use std::fmt::Write;
use std::path::Path;

use naskah::diag::Problems;
use naskah::pipeline::{self, BuildOptions, Opened};
use naskah::source::SourceMap;

use crate::ukur::workspace;

/// Sixty people of three kinds of name; some have what only setting or writing finds.
fn people() -> String {
    let mut list = "nama,jabatan,instansi,jenis_kelamin\n".to_owned();
    let instansi = ["Dinas Kesehatan", "Dinas Pendidikan", "Badan Perencanaan Daerah"];
    for n in 0..60_usize {
        let letter = ('a'..='z').nth(n % 26).unwrap();
        let next = (n / 26) * 7;
        let mut name = format!("Contoh {}ni {}wati", letter, "se".repeat(next % 4 + 1));
        match n {
            // No face has it, in the shortest name of all and in one among the others.
            17 => "Lu漢".clone_into(&mut name),
            41 => name.push_str(" 号"),
            // Wider than the page, and not the widest.
            23 => name = "Contohnamasatukata".repeat(9),
            24 => name = "Contohnamasatukata".repeat(7),
            _ => {}
        }
        let _ = writeln!(list, "{name},Analis,{},P", instansi[n % 3]);
    }
    list
}

fn told(found: &[pipeline::Refused]) -> Vec<(String, Vec<String>)> {
    let one = |paper: &pipeline::Refused| {
        let said = paper.problems.sorted();
        (paper.path.clone(), said.iter().map(|d| format!("{d:?}")).collect())
    };
    let mut all: Vec<_> = found.iter().map(one).collect();
    all.sort();
    all
}

fn opened(root: &Path, sources: &mut SourceMap) -> Opened {
    let mut problems = Problems::default();
    let opened = pipeline::open(root, sources, &mut problems);
    opened.unwrap_or_else(|| panic!("{:?}", problems.sorted()))
}

#[test]
fn of_a_long_list_check_says_what_build_says() {
    let people = people();
    let folder = workspace(
        "uji-coba",
        "kutai-timur",
        &[("naskah.toml", "", "\n[keluaran]\ntemplate = [\"sertifikat\"]\n")],
    );
    std::fs::write(folder.join("data/peserta.csv"), people).unwrap();
    let mut sources = SourceMap::default();
    let opened = opened(&folder, &mut sources);
    let mut problems = Problems::default();
    let (tried, _) = opened.try_papers(&sources, &mut problems);
    let options = BuildOptions {
        pdf: true,
        docx: true,
        out: folder.join("keluaran").into(),
        ..BuildOptions::default()
    };
    let report = pipeline::build(&opened, &options, &sources, &mut problems, &|_, _| {});
    let mut built = report.refused;
    assert!(built.len() >= 2 && report.made > 50, "{} {}", built.len(), report.made);
    built.extend(report.warned);
    assert!(built.len() >= 3, "{:?}", told(&built));
    assert_eq!(told(&tried), told(&built));
}
