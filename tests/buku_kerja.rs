//! `rakor.xlsx` says what the files said that became it.

use std::collections::BTreeMap;

use crate::kit::desk::Desk;
use crate::kit::tree;

/// Templates that together read every table.
const READ: [&str; 8] = [
    "agenda",
    "daftar-hadir",
    "kak",
    "laporan-rakor",
    "notula",
    "rekap-capaian",
    "surat-evaluasi",
    "undangan",
];

fn the_same_after_conversion(fixture: &str, templates: &[&str]) {
    let desk = Desk::with_fixture(fixture);
    let out = |desk: &Desk, name: &str| {
        let build = ["build", "kerja", "--format", "docx", "--out", name];
        desk.run(&[&build[..], templates].concat()).code(0);
        desk.run(&["rekap", "kerja", "--output", "json"]).code(0).stdout()
    };
    let before = out(&desk, "semula");
    desk.run(&["ubah", "ke-excel", "kerja"]).code(0);
    assert!(!desk.path("kerja/naskah.toml").exists());
    assert!(desk.path("kerja/sebelum-excel/naskah.toml").exists());
    let after = out(&desk, "sesudah");
    assert_eq!(before, after, "{fixture}");
    let (semula, sesudah) = (tree(&desk.path("semula")), tree(&desk.path("sesudah")));
    assert!(semula.len() > 5, "{fixture}");
    assert!(semula.keys().eq(sesudah.keys()), "{fixture}: {:?}", sesudah.keys());
    for (name, bytes) in semula {
        assert!(sesudah.get(&name) == Some(&bytes), "{fixture}: {name}");
    }
}

#[test]
fn a_workbook_makes_the_papers_of_the_files_it_stands_for() {
    the_same_after_conversion("mahakam-ulu", &READ);
}

#[test]
fn a_large_workspace_and_a_profile_of_its_own_say_the_same_in_a_workbook() {
    the_same_after_conversion("kutai-timur", &["kak", "sambutan", "undangan"]);
    the_same_after_conversion("profil-lain", &["undangan", "agenda"]);
}

#[test]
fn a_new_workspace_is_a_workbook_that_tells_what_is_still_empty() {
    let desk = Desk::new();
    let region =
        ["--daerah", "Kota Contoh", "--ibu-kota", "Contoh", "--zona-waktu", "wit"];
    let said = desk.run(&[&["init", "kerja"], &region[..]].concat()).code(0).stdout();
    assert!(said.contains("kerja/rakor.xlsx"), "{said}");
    assert!(tree(&desk.path("kerja")).keys().eq(["rakor.xlsx"]));
    let said = desk.run(&["check", "kerja"]).code(1).stderr();
    for place in ["Rakor!B5", "Rakor!B8", "Rakor!B10"] {
        assert!(said.contains(&format!("rakor.xlsx!{place}")), "{said}");
    }
    assert_eq!(said.matches("masih kosong").count(), 3, "{said}");
}

/// All files but those kept aside.
fn files_of(desk: &Desk) -> BTreeMap<String, Vec<u8>> {
    let mut files = tree(&desk.path("kerja"));
    files.retain(|name, _| !name.starts_with("sebelum-"));
    files
}

#[test]
fn a_workbook_becomes_the_files_it_came_from_to_the_last_byte() {
    for fixture in ["minimal", "mahakam-ulu", "kutai-timur", "profil-lain", "ttd"] {
        let desk = Desk::with_fixture(fixture);
        let before = files_of(&desk);
        desk.run(&["ubah", "ke-excel", "kerja"]).code(0);
        desk.run(&["ubah", "ke-toml", "kerja"]).code(0);
        let after = files_of(&desk);
        assert!(before.keys().eq(after.keys()), "{fixture}: {:?}", after.keys());
        for (name, bytes) in before {
            assert!(after.get(&name) == Some(&bytes), "{fixture}: {name}");
        }
        assert!(desk.path("kerja/sebelum-toml/rakor.xlsx").exists(), "{fixture}");
    }
}

/// Comments, order and the way values are written stay.
#[test]
fn a_change_in_the_workbook_is_the_only_change_in_the_files() {
    let desk = Desk::with_fixture("mahakam-ulu");
    let before = desk.read("kerja/data/opd.toml");
    desk.run(&["ubah", "ke-excel", "kerja"]).code(0);
    let kept = "kerja/sebelum-excel/data/opd.toml";
    // As if the workbook said otherwise than the files that are kept.
    let other = before.replacen("nama = \"Dinas", "nama = \"Lembaga", 1);
    assert_ne!(before, other);
    desk.write(kept, &format!("# catatan kantor\n{other}"));
    desk.run(&["ubah", "ke-toml", "kerja"]).code(0);
    assert_eq!(desk.read("kerja/data/opd.toml"), format!("# catatan kantor\n{before}"));
}

#[test]
fn files_are_made_of_a_workbook_alone_and_say_the_same() {
    for fixture in ["mahakam-ulu", "ekstrem-0"] {
        let desk = Desk::with_fixture(fixture);
        let out = |name: &str| {
            let build = ["build", "kerja", "undangan", "notula", "surat-evaluasi"];
            let more = ["--format", "docx", "--out", name];
            desk.run(&[&build[..], &more].concat());
            tree(&desk.path(name))
        };
        let before = out("semula");
        desk.run(&["ubah", "ke-excel", "kerja"]).code(0);
        std::fs::remove_dir_all(desk.path("kerja/sebelum-excel")).unwrap();
        desk.run(&["ubah", "ke-toml", "kerja"]).code(0);
        let after = out("sesudah");
        assert!(before.len() > 5, "{fixture}");
        assert!(before.keys().eq(after.keys()), "{fixture}: {:?}", after.keys());
        for (name, bytes) in before.iter().filter(|(name, _)| *name != "manifest.json") {
            assert!(after.get(name) == Some(bytes), "{fixture}: {name}");
        }
    }
}

/// The workbook is the same for the same data, so that a copy of it can be compared.
#[test]
fn the_same_data_gives_the_same_workbook() {
    let book = || {
        let desk = Desk::with_fixture("mahakam-ulu");
        desk.run(&["ubah", "ke-excel", "kerja"]).code(0);
        std::fs::read(desk.path("kerja/rakor.xlsx")).unwrap()
    };
    assert!(book() == book());
}

#[test]
fn rows_of_a_file_and_of_the_workbook_are_one_list() {
    let desk = Desk::with_fixture("mahakam-ulu");
    desk.run(&["ubah", "ke-excel", "kerja"]).code(0);
    let holiday = "[[libur]]\ntanggal = 2024-05-02\nnama = \"Hari jadi\"\n";
    desk.write("kerja/data/libur.toml", holiday);
    let opd = "[[opd]]\nid = \"disperin\"\nnama = \"Dinas Perindustrian\"\n";
    desk.write("kerja/data/opd.toml", opd);
    desk.run(&["check", "kerja"]).code(0);
    // An OPD of both is told at both places.
    let first = "disdikbud";
    desk.replace("kerja/data/opd.toml", "disperin", first);
    let said = desk.run(&["check", "kerja"]).code(1).stderr();
    assert!(
        said.contains("rakor.xlsx!OPD!A") && said.contains("data/opd.toml:2"),
        "{said}"
    );
}
