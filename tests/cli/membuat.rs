//! Making papers: what is made again, what stays, and where nothing can be written.

use super::*;

#[test]
fn both_examples_check_and_build_and_nothing_is_made_twice() {
    for example in ["kutai-timur", "mahakam-ulu"] {
        let desk = Desk::with_example(example);
        let said = desk.run_in("en", &["check", "kerja"]).code(0).stdout();
        assert!(said.starts_with("0 errors"), "{said}");
        let build = ["build", "kerja", "--output", "json"];
        let first = desk.run(&build).code(0).json();
        assert!(first["made"].as_u64().unwrap() > 10, "{first}");
        for entry in first["files"].as_array().unwrap() {
            let bytes = std::fs::read(
                desk.path("kerja/keluaran").join(entry["path"].as_str().unwrap()),
            );
            assert_eq!(bytes.unwrap().len() as u64, entry["bytes"].as_u64().unwrap());
            for key in ["template", "subject", "pages", "sha256", "sumber"] {
                assert!(!entry[key].is_null(), "{key}: {entry}");
            }
        }
        let second = desk.run(&build).code(0).json();
        assert_eq!(second["made"], 0);
        assert_eq!(second["skipped"], first["made"]);
        assert_eq!(papers(&second), papers(&first));
        // Only whole files: no temporary one is left behind.
        let left = files(&desk.path("kerja/keluaran"));
        assert!(left.iter().all(|f| !f.contains(".naskah-")), "{left:?}");
    }
}

#[test]
fn a_changed_figure_makes_only_the_papers_that_print_it() {
    let desk = Desk::with_example("kutai-timur");
    let build = [
        "build",
        "kerja",
        "surat-evaluasi",
        "undangan",
        "--output",
        "json",
        "--format",
        "pdf",
    ];
    let first = desk.run(&build).code(0).json();
    let all = first["made"].as_u64().unwrap();
    let hash = |report: &Value, path: &str| {
        let files = report["files"].as_array().unwrap();
        files.iter().find(|f| f["path"] == path).unwrap()["sumber"].to_string()
    };
    desk.replace(
        "kerja/data/capaian/2024-tw4.toml",
        "terlayani = 13607",
        "terlayani = 13507",
    );
    let second = desk.run(&build).code(0).json();
    let (made, skipped) =
        (second["made"].as_u64().unwrap(), second["skipped"].as_u64().unwrap());
    assert!(made >= 1 && made + skipped == all && skipped > 0, "{made} {skipped}");
    let own = "surat-evaluasi/disdikbud.pdf";
    assert_ne!(hash(&first, own), hash(&second, own));
    for path in papers(&first).iter().filter(|p| p.starts_with("undangan/")) {
        assert_eq!(hash(&first, path), hash(&second, path), "{path}");
    }
    let changed =
        papers(&first).iter().filter(|p| hash(&first, p) != hash(&second, p)).count();
    assert_eq!(changed as u64, made);
}

#[test]
fn options_of_build() {
    let desk = Desk::with_example("kutai-timur");
    let report = desk
        .run(&[
            "build",
            "kerja",
            "surat-evaluasi",
            "--opd",
            "dinkes",
            "--opd",
            "dpupr",
            "--format",
            "pdf",
            "--out",
            "hasil",
            "--zip",
            "--output",
            "json",
            "--jobs",
            "1",
        ])
        .code(0)
        .json();
    let expected = ["surat-evaluasi/dinkes.pdf", "surat-evaluasi/dpupr.pdf"];
    assert_eq!(papers(&report).into_iter().collect::<Vec<_>>(), expected);
    let written = files(&desk.path("hasil"));
    assert_eq!(written, ["manifest.json", "naskah.zip", expected[0], expected[1]]);
    for key in [
        "out",
        "made",
        "skipped",
        "refused",
        "warned",
        "passed_over",
        "problems",
        "files",
    ] {
        assert!(report.get(key).is_some(), "{key}");
    }
    // What one build made another does not forget.
    let agenda = ["build", "kerja", "agenda", "--out", "hasil", "--output", "json"];
    assert_eq!(desk.run(&agenda).code(0).json()["made"], 1);
    let manifest = std::fs::read_to_string(desk.path("hasil/manifest.json")).unwrap();
    assert!(manifest.contains("surat-evaluasi/dinkes.pdf"));
    assert!(manifest.contains("agenda/susunan-acara.docx"));
    assert_eq!(desk.run(&agenda).code(0).json()["skipped"], 1);
    let forced = [&agenda[..], &["--force"]].concat();
    assert_eq!(desk.run(&forced).code(0).json()["made"], 1);
}

#[test]
fn a_damaged_paper_is_made_again() {
    let desk = Desk::with_example("kutai-timur");
    let build = ["build", "kerja", "agenda", "--output", "json"];
    desk.run(&build).code(0);
    let paper = desk.path("kerja/keluaran/agenda/susunan-acara.pdf");
    let whole = std::fs::read(&paper).unwrap();
    std::fs::write(&paper, &whole[..100]).unwrap();
    assert_eq!(desk.run(&build).code(0).json()["made"], 1);
    assert_eq!(std::fs::read(&paper).unwrap(), whole);
}

#[test]
fn a_refused_build_leaves_the_last_good_output() {
    let desk = Desk::with_example("kutai-timur");
    desk.run(&["build", "kerja", "agenda"]).code(0);
    let out = desk.path("kerja/keluaran");
    let before = std::fs::read(out.join("agenda/susunan-acara.pdf")).unwrap();
    desk.replace("kerja/data/rakor.toml", "[rakor]", "[rakorr]");
    let said = desk.run(&["build", "kerja", "agenda"]).code(1).stderr();
    assert!(said.contains("Tidak ada yang dibuat"), "{said}");
    assert_eq!(std::fs::read(out.join("agenda/susunan-acara.pdf")).unwrap(), before);
}

#[test]
fn a_place_that_cannot_be_written_is_exit_3() {
    let desk = Desk::with_example("kutai-timur");
    std::fs::write(desk.path("berkas"), "x").unwrap();
    let said =
        desk.run(&["build", "kerja", "agenda", "--out", "berkas"]).code(3).stderr();
    assert_eq!(said.matches("[NSK0802]").count(), 1, "{said}");
    // A folder where the paper should be: nothing of it is left half-done.
    std::fs::create_dir_all(desk.path("hasil/agenda/susunan-acara.docx/isi")).unwrap();
    desk.run(&["build", "kerja", "agenda", "--out", "hasil"]).code(3);
    assert_eq!(files(&desk.path("hasil")), Vec::<String>::new());
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_without_rights_is_exit_3() {
    let desk = Desk::with_example("kutai-timur");
    // Not even the administrator can make files in /proc.
    let said =
        desk.run(&["build", "kerja", "--out", "/proc/naskah-uji"]).code(3).stderr();
    assert_eq!(said.matches("[NSK0802]").count(), 1, "{said}");
}

/// What cannot be replaced is told by its name and stays as it is; the rest is made.
#[test]
fn a_paper_that_cannot_be_replaced_does_not_stop_the_others() {
    let desk = Desk::with_example("mahakam-ulu");
    let build = ["build", "kerja", "agenda", "papan-nama", "nota-dinas"];
    let build = [&build[..], &["--format", "pdf", "--force"]].concat();
    desk.run(&build).code(0);
    let read_only = |name: &str, yes: bool| {
        let path = desk.path(name);
        let mut rights = std::fs::metadata(&path).unwrap().permissions();
        rights.set_readonly(yes);
        std::fs::set_permissions(&path, rights).unwrap();
    };
    // A file that somebody protects, and one in whose place a folder stands.
    let kept = "kerja/keluaran/agenda/susunan-acara.pdf";
    std::fs::write(desk.path(kept), "ditandatangani").unwrap();
    read_only(kept, true);
    let taken = "kerja/keluaran/papan-nama/papan-nama.pdf";
    std::fs::remove_file(desk.path(taken)).unwrap();
    std::fs::create_dir_all(desk.path(taken).join("isi")).unwrap();
    let made = desk.path("kerja/keluaran/nota-dinas/nota-dinas.pdf");
    std::fs::remove_file(&made).unwrap();
    let ran = desk.run(&build).code(3);
    let said = ran.stdout() + &ran.stderr();
    for told in [
        "susunan-acara.pdf` tidak dapat ditulis: berkas itu ditandai hanya-baca",
        "papan-nama.pdf` tidak dapat ditulis: itu sebuah folder",
    ] {
        assert!(said.contains(told), "{said}");
    }
    assert_eq!(desk.read(kept), "ditandatangani");
    assert!(made.is_file());
    read_only(kept, false);
}
