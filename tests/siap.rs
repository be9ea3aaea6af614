//! The night before: what is ready, what is not, and who must be called.

use crate::kit::desk::Desk;
use crate::kit::valid_pdf::faults;

const NIGHT: [&str; 4] = ["siap", "kerja", "--tanggal", "2024-12-08"];

fn told(desk: &Desk) -> String {
    desk.run(&NIGHT).stdout()
}

/// The line about a template.
#[track_caller]
fn line<'t>(said: &'t str, what: &str) -> &'t str {
    let mut lines = said.lines().filter(|line| line.contains(&format!("] {what}: ")));
    lines.next().unwrap_or_else(|| panic!("{what}: {said}"))
}

#[test]
fn papers_go_from_not_made_to_printed_and_out_of_date() {
    let desk = Desk::with_example("kutai-timur");
    let said = told(&desk);
    assert!(said.starts_with("BELUM SIAP per 8 Desember 2024\n"), "{said}");
    assert!(
        line(&said, "agenda").ends_with("1 naskah, belum dibuat, masih contoh"),
        "{said}"
    );
    let letters = line(&said, "surat-evaluasi");
    assert!(
        letters.contains("; penanda tangan: ") && letters.ends_with("M.Si."),
        "{letters}"
    );
    assert!(said.contains("9 Desember 2024 (1 hari lagi): Rapat Koordinasi"), "{said}");
    assert!(said.contains("5 Desember 2024 (lewat 3 hari): "), "{said}");
    desk.run(&["build", "kerja", "agenda", "daftar-hadir", "--format", "pdf"]).code(0);
    let said = told(&desk);
    assert!(line(&said, "agenda").starts_with("[tunggu]"), "{said}");
    assert!(said.contains("Belum dicetak, satu rangkap"), "{said}");
    desk.run(&["beda", "kerja", "agenda", "--cetak"]).code(0);
    assert!(line(&told(&desk), "agenda").contains("sudah dicetak"));
    desk.replace("kerja/data/rakor.toml", "Hotel Aston", "Hotel Mesra");
    let said = told(&desk);
    assert!(
        line(&said, "agenda").contains("sudah dicetak lalu datanya berubah"),
        "{said}"
    );
    assert!(line(&said, "daftar-hadir").contains("3 naskah, semuanya usang"), "{said}");
    assert!(line(&said, "agenda").starts_with("[belum]"), "{said}");
}

#[test]
fn all_that_is_made_final_and_numbered_is_ready() {
    let desk = Desk::with_example("kutai-timur");
    desk.replace(
        "kerja/naskah.toml",
        "status = \"contoh\"",
        "status = \"final\"\n\n[keluaran]\ntemplate = [\"agenda\"]",
    );
    desk.run(&["build", "kerja", "--format", "pdf"]).code(0);
    let ran = desk.run(&NIGHT).code(0);
    assert!(ran.stdout().starts_with("SIAP per "), "{}", ran.stdout());
    // A draft waits for somebody.
    desk.replace("kerja/naskah.toml", "status = \"final\"", "status = \"draf\"");
    desk.run(&["build", "kerja", "--format", "pdf"]).code(0);
    let said = desk.run(&NIGHT).code(1).stdout();
    assert!(said.starts_with("HAMPIR SIAP per "), "{said}");
    assert!(line(&said, "agenda").ends_with("masih draf"), "{said}");
    let said = desk.run_in("en", &NIGHT).code(1).stdout();
    assert!(said.starts_with("NEARLY READY as of 2024-12-08"), "{said}");
}

#[test]
fn a_letter_waits_for_its_number_and_day() {
    let desk = Desk::with_example("mahakam-ulu");
    let night = ["siap", "kerja", "--tanggal", "2024-06-01", "--output", "json"];
    let report = desk.run(&night).code(1).json();
    let papers = report["papers"].as_array().unwrap().iter();
    let waiting = papers.filter(|paper| {
        paper["template"] == "surat-evaluasi"
            && paper["waits"].as_array().unwrap().iter().any(|what| what == "nomor")
    });
    assert!(waiting.count() > 2, "{report}");
    desk.run(&["nomor", "ambil", "kerja", "surat-evaluasi"]).code(0);
    let report = desk.run(&night).code(1).json();
    for paper in report["papers"].as_array().unwrap() {
        if paper["template"] == "surat-evaluasi" {
            assert!(paper["number"].is_string(), "{paper}");
        }
    }
    assert_eq!(report["today"], "2024-06-01");
}

#[test]
fn an_office_without_figures_is_told_with_whom_to_call() {
    let desk = Desk::with_example("kutai-timur");
    let file = "kerja/data/capaian/2024-tw4.toml";
    let text = desk.read(file);
    let kept =
        text.split("\n[[layanan]]").filter(|part| !part.contains("opd = \"dinsos\""));
    desk.write(file, &kept.collect::<Vec<_>>().join("\n[[layanan]]"));
    let said = told(&desk);
    let office = line(&said, "Dinas Sosial");
    assert!(
        office.starts_with("[belum]") && office.contains("belum mengirim SOS-1"),
        "{said}"
    );
    let peserta = desk.read("kerja/data/peserta.csv");
    let phone =
        peserta.lines().any(|row| row.contains("Dinas Sosial") && row.contains("08"));
    assert_eq!(office.contains("; hubungi "), phone, "{office}");
}

#[test]
fn data_with_errors_are_told_first_and_nothing_is_guessed() {
    let desk = Desk::with_example("mahakam-ulu");
    desk.replace("kerja/naskah.toml", "jenis = \"kabupaten\"", "jenis = \"kabupten\"");
    let ran = desk.run(&["siap", "kerja"]).code(1);
    assert!(ran.stdout().starts_with("BELUM SIAP\n"), "{}", ran.stdout());
    assert!(ran.stderr().contains("kabupten"), "{}", ran.stderr());
}

#[test]
fn the_page_is_a_valid_pdf_that_says_the_same() {
    let desk = Desk::with_example("mahakam-ulu");
    desk.run(&["siap", "kerja", "--tanggal", "2024-06-01", "--pdf", "siap.pdf"]).code(1);
    let first = std::fs::read(desk.path("siap.pdf")).unwrap();
    assert_eq!(faults(&first), Vec::<String>::new());
    desk.run(&["siap", "kerja", "--tanggal", "2024-06-01", "--pdf", "siap.pdf"]).code(1);
    assert!(std::fs::read(desk.path("siap.pdf")).unwrap() == first);
}
