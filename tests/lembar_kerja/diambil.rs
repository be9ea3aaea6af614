//! How `naskah import` takes worksheets back.

use super::*;

/// `naskah import` on the worksheets of a desk: standard output, and both outputs together.
fn import(office: &Office, args: &[&str]) -> (Option<i32>, String, String) {
    let output = naskah("id", office.folder.path())
        .args(["import", "lembar-kerja", "--periode"])
        .arg(office.periode.to_string())
        .args(args)
        .output()
        .unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    let all = format!("{out}{}", String::from_utf8(output.stderr).unwrap());
    (output.status.code(), out, all)
}

/// A folder of worksheets, one of them broken: told first, written with `--ya`, then nothing is
/// new, and a later correction shows the old figure beside the new one.
#[test]
fn a_folder_comes_back_through_the_command() {
    let office = Office::new(TW1);
    let toml = office.folder.path().join("data/capaian/2025-tw1.toml");
    fill(
        &office.book("disdikbud"),
        &[
            ("Penerima", "G6", Content::Figure("15700")),
            ("Penerima", "H6", Content::Figure("15701")),
            ("Mutu", "H6", Content::Figure("31280.5")),
            ("Permasalahan", "D6", text("nihil")),
        ],
    );
    fill(&office.book("satpolpp"), &[("Penerima", "G6", text("nihil"))]);
    fill(&office.book("dinkes"), &[("Penerima", "G6", text("-"))]);

    let (code, out, all) = import(&office, &[]);
    assert_eq!(code, Some(1), "{all}");
    assert!(!toml.exists());
    assert!(out.contains("15.700") && out.contains(": 4 dari "), "{out}");
    for code in ["NSK0659", "NSK0501", "NSK0665"] {
        assert!(all.contains(code), "{all}");
    }
    assert!(out.contains("Belum ada yang ditulis"), "{out}");

    let (_, _, all) = import(&office, &["--ya"]);
    let written = std::fs::read_to_string(&toml).unwrap();
    assert!(written.contains("sasaran = 15700"), "{all}\n{written}");
    assert!(written.contains("nihil = true") && !written.contains("KES-1"), "{written}");
    assert!(written.contains("permasalahan = []"), "{written}");

    let (_, out, _) = import(&office, &["--ya"]);
    assert!(out.contains("Perubahan 2025-tw1: 0"), "{out}");
    assert_eq!(std::fs::read_to_string(&toml).unwrap(), written);

    fill(&office.book("disdikbud"), &[("Penerima", "H6", Content::Figure("15000"))]);
    let (_, out, _) = import(&office, &["--ya"]);
    let line = out.lines().find(|l| l.contains("!Penerima!H6")).unwrap();
    assert!(line.contains("15.701") && line.contains("15.000"), "{line}");
    let now = std::fs::read_to_string(&toml).unwrap();
    assert_eq!(now, written.replace("terlayani = 15701", "terlayani = 15000"));
}

/// `naskah import` on everything in `lembar-kerja`, with nothing said about the quarter.
fn import_bare(office: &Office) -> (Option<i32>, String) {
    let output = naskah("id", office.folder.path())
        .args(["import", "lembar-kerja", "--ya"])
        .output()
        .unwrap();
    let mut all = String::from_utf8(output.stdout).unwrap();
    all.push_str(&String::from_utf8(output.stderr).unwrap());
    (output.status.code(), all)
}

/// The quarter after that of `naskah.toml` is what a workshop asks for; a later one is a mistake,
/// and so are two quarters at once.
#[test]
fn without_a_quarter_the_next_one_is_taken() {
    let office = Office::new(TW1);
    fill(&office.book("disdikbud"), &[("Penerima", "G6", Content::Figure("15700"))]);
    let (_, all) = import_bare(&office);
    let toml = office.folder.path().join("data/capaian/2025-tw1.toml");
    let written = std::fs::read_to_string(&toml).expect(&all);
    assert!(written.contains("sasaran = 15700"), "{written}");

    let later = Office::new(Periode { tahun: 2025, triwulan: 2 });
    fill(&later.book("disdikbud"), &[("Penerima", "G6", Content::Figure("15700"))]);
    let (code, all) = import_bare(&later);
    assert_eq!(code, Some(1));
    assert!(all.contains("NSK0666"), "{all}");
    assert!(!later.folder.path().join("data/capaian/2025-tw2.toml").exists());

    let now = Office::new(Periode { tahun: 2024, triwulan: 4 });
    fill(&now.book("dinsos"), &[("Penerima", "G6", Content::Figure("700"))]);
    std::fs::copy(
        now.book("dinsos"),
        office.folder.path().join("lembar-kerja/2024-tw4-dinsos.xlsx"),
    )
    .unwrap();
    let before =
        std::fs::read_to_string(office.folder.path().join("data/capaian/2024-tw4.toml"));
    let (code, all) = import_bare(&office);
    assert_eq!(code, Some(1));
    assert!(all.contains("NSK0970"), "{all}");
    let after =
        std::fs::read_to_string(office.folder.path().join("data/capaian/2024-tw4.toml"));
    assert_eq!(after.unwrap(), before.unwrap());
}

/// What people write beside the yellow cells is not lost without a word.
#[test]
fn remarks_and_changed_units_are_told() {
    let office = Office::new(TW1);
    fill(
        &office.book("dpupr"),
        &[
            ("Penerima", "D6", text("Jiwa")),
            ("Penerima", "G6", Content::Figure("497520")),
            ("Penerima", "I6", text("tolong dicek")),
        ],
    );
    // Below the table: a note in the column of codes, and a figure in one of comparison.
    let below = "<row r=\"60\"><c r=\"B60\" t=\"inlineStr\"><is><t>angka sementara</t></is></c>\
        <c r=\"F60\"><v>777</v></c></row></sheetData>";
    change_part(&office.book("dpupr"), &xml_of("Penerima"), "</sheetData>", below);
    let (_, all) = import_bare(&office);
    assert!(all.contains("NSK0972") && all.contains("dpupr.xlsx!Penerima!D6"), "{all}");
    for (place, said) in
        [("!Penerima!I6", "tolong dicek"), ("!B60", "angka sementara"), ("!F60", "777")]
    {
        let told = |l: &str| l.contains(place) && l.contains(said);
        assert!(all.lines().any(told), "{place}: {all}");
    }
}

/// A percentage typed over the sheet's own is held against the figures of its row.
#[test]
fn a_percentage_that_the_figures_do_not_give_is_told() {
    let office = Office::new(TW1);
    fill(
        &office.book("dpupr"),
        &[
            ("Penerima", "G6", Content::Figure("400")),
            ("Penerima", "H6", Content::Figure("300")),
            ("Penerima", "I6", Content::Figure("0.9")),
            ("Penerima", "G7", Content::Figure("400")),
            ("Penerima", "H7", Content::Figure("300")),
            ("Penerima", "I7", Content::Figure("0.75")),
        ],
    );
    let (_, all) = import_bare(&office);
    assert!(all.contains("NSK0695") && all.contains("!Penerima!I6"), "{all}");
    assert!(!all.contains("!Penerima!I7"), "{all}");
}

/// A figure in merged cells may be of one row or of both; a sheet under another name is known by
/// its title; a book that lost its stamp is told so.
#[test]
fn merged_figures_renamed_sheets_and_a_lost_stamp() {
    let office = Office::new(TW1);
    let buku = office.book("disdikbud");
    fill(&buku, &[("Penerima", "G6", Content::Figure("10"))]);
    change_part(&buku, "xl/workbook.xml", "name=\"Penerima\"", "name=\"Data kami\"");
    let (read, said) = office.baca(&buku);
    assert_eq!(said, "");
    let one = read.unwrap();
    assert_eq!(said_of(&layanan(&one.import, "PEND-1").content, "sasaran"), "10");

    change_part(
        &buku,
        &xml_of("Penerima"),
        "<mergeCell ",
        "<mergeCell ref=\"G6:G7\"/><mergeCell ",
    );
    let (read, said) = office.baca(&buku);
    assert!(read.is_none());
    assert_eq!(marks(&said), ["NSK0971 Data kami!G6"], "{said}");

    change_part(&buku, "xl/workbook.xml", "name=\"_naskah\"", "name=\"Sheet6\"");
    let (read, said) = office.baca(&buku);
    assert!(read.is_none());
    assert!(said.contains("NSK0653") && said.contains("_naskah"), "{said}");
}

/// Figures that stand in a sheet of `data/capaian` get no second source.
#[test]
fn figures_in_a_sheet_of_the_workspace_are_not_contradicted() {
    let office = Office::new(TW1);
    let csv = office.folder.path().join("data/capaian/2025-tw1.csv");
    std::fs::write(&csv, "kode,opd,sasaran,terlayani\nPEND-1,disdikbud,10,5\n").unwrap();
    fill(&office.book("disdikbud"), &[("Penerima", "G6", Content::Figure("11"))]);
    let files = || std::fs::read_dir(csv.parent().unwrap()).unwrap().count();
    let before = files();
    let (code, _, all) = import(&office, &["--ya"]);
    assert_eq!(code, Some(1), "{all}");
    assert!(
        all.contains("NSK0682") && all.contains("data/capaian/2025-tw1.csv"),
        "{all}"
    );
    assert_eq!(files(), before, "{all}");
}
