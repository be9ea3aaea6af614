//! Sheets say what TOML says: the same index, the same papers.

use std::path::Path;

use naskah::diag::{Lang, Problems};
use naskah::pipeline::{self, BuildOptions};
use naskah::source::SourceMap;
use naskah::workspace::Workspace;

use crate::kit::desk::naskah;
use crate::kit::opened::{load, said};
use crate::kit::transcript::without_places;
use crate::kit::{fixture, fixture_copy, root};

/// The large example with the quarter that the sheets have, and no other.
fn one_quarter() -> tempfile::TempDir {
    let folder = fixture_copy("kutai-timur");
    let quarters = folder.path().join("data/capaian");
    for entry in std::fs::read_dir(quarters).unwrap().map(Result::unwrap) {
        if entry.file_name() != "2024-tw4.toml" {
            std::fs::remove_file(entry.path()).unwrap();
        }
    }
    folder
}

/// The achievements without their places.
fn figures(workspace: &Workspace) -> String {
    let quarters = workspace.capaian.iter();
    let figures = quarters.map(|(periode, rows)| {
        let rows: Vec<_> = rows.iter().map(|row| &row.value).collect();
        format!("{periode:?} {}\n", without_places(&rows))
    });
    figures.collect()
}

#[test]
fn sheets_hold_the_same_as_toml_and_csv() {
    let (sheets, said) = load(&fixture("lembar"), Lang::Id);
    assert_eq!(said, "");
    let folder = one_quarter();
    let (texts, _) = load(folder.path(), Lang::Id);
    assert_eq!(figures(&sheets), figures(&texts));
    let people = |w: &Workspace| without_places(&w.rakor.as_ref().unwrap().peserta);
    assert_eq!(people(&sheets), people(&texts));
    assert_eq!(
        sheets.lists["distribusi-buku"].len(),
        texts.lists["distribusi-buku"].len()
    );
}

/// The output of `naskah rekap`, which holds every index.
fn rekap(folder: &Path) -> String {
    let output = naskah("id", root()).arg("rekap").arg(folder).output().unwrap();
    let (out, err) = (output.stdout, output.stderr);
    assert!(output.status.success(), "{}", String::from_utf8(err).unwrap());
    String::from_utf8(out).unwrap()
}

#[test]
fn the_index_is_the_same() {
    let of_sheets = rekap(&fixture("lembar"));
    assert!(of_sheets.lines().count() > 5);
    assert_eq!(of_sheets, rekap(one_quarter().path()));
}

#[test]
fn papers_are_made_from_sheets() {
    let folder = fixture_copy("lembar");
    let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
    let opened = pipeline::open(folder.path(), &mut sources, &mut problems).unwrap();
    let options = BuildOptions {
        templates: vec!["daftar-hadir".to_owned(), "surat-evaluasi".to_owned()],
        pdf: true,
        docx: true,
        out: folder.path().join("keluaran").into(),
        ..BuildOptions::default()
    };
    let report = pipeline::build(&opened, &options, &sources, &mut problems, &|_, _| {});
    assert!(!problems.has_errors(), "{}", said(&problems, &sources));
    assert!(report.refused.is_empty(), "{:?}", report.refused);
    assert!(report.files.len() >= 4, "{}", report.files.len());
}

/// Broken files are told about; nothing panics.
#[test]
fn damaged_workbooks_are_messages() {
    let folder = fixture_copy("lembar");
    for name in ["data/peserta.xlsx", "data/distribusi-buku.ods"] {
        let path = folder.path().join(name);
        let whole = std::fs::read(&path).unwrap();
        for n in 1..24 {
            let mut bytes = whole.clone();
            if n % 2 == 0 {
                bytes.truncate(whole.len() * n / 24);
            } else {
                let at = whole.len() * n / 24;
                bytes[at..(at + 40).min(whole.len())].fill(0x5a);
            }
            std::fs::write(&path, bytes).unwrap();
            let (_, said) = load(folder.path(), Lang::Id);
            assert!(said.is_empty() || said.contains(name), "{said}");
        }
        std::fs::write(&path, whole).unwrap();
    }
}

/// A CSV of a quarter with its items beside it.
#[test]
fn a_quarter_in_csv_is_read_with_its_items() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(folder.path().join("data/capaian")).unwrap();
    let minimal = fixture("minimal/naskah.toml");
    std::fs::copy(minimal, folder.path().join("naskah.toml")).unwrap();
    let write =
        |name: &str, body: &str| std::fs::write(folder.path().join(name), body).unwrap();
    write("data/opd.csv", "No,id,Nama OPD\n1,dinkes,Dinas Kesehatan\n");
    write(
        "data/capaian/2024-tw4.csv",
        "Kode;OPD;Harus dilayani;Terlayani;Kendala;Nihil\nKES-1;dinkes;7.412;6931;-;\nKES-2;dinkes;;;;ya\n",
    );
    write(
        "data/capaian/2024-tw4-mutu.csv",
        "kode,nama,satuan,dibutuhkan,terpenuhi\nKES-1,Vaksin,Vial,\"1.000,5\",12\n",
    );
    let (found, said) = load(folder.path(), Lang::Id);
    assert_eq!(said, "");
    let rows: Vec<_> = found.capaian.values().flatten().collect();
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0].sasaran.value(), Some(&7412));
    assert_eq!(rows[0].mutu[0].dibutuhkan.value().unwrap().to_string(), "1000.5");
    assert!(rows[0].permasalahan.is_answered() && rows[0].permasalahan.value().is_none());
    assert!(rows[1].nihil());
}
