//! The next quarter: what is carried, what is not, and what the next papers say of it.

use std::collections::BTreeMap;

use crate::juri::docx_text::docx_text;
use crate::kit::desk::Desk;
use crate::kit::files::tree;

/// The day of the next meeting, filled in where it was taken out.
fn dated(desk: &Desk, folder: &str) {
    desk.replace(
        &format!("{folder}/data/rakor.toml"),
        "tanggal = \"\"",
        "tanggal = 2025-04-14",
    );
}

#[test]
fn the_next_quarter_begins_without_what_held_for_the_last_meeting() {
    let desk = Desk::with_example("kutai-timur");
    let before = tree(&desk.folder().join("kerja"));
    let said = desk.run(&["lanjut", "kerja"]).code(0).stdout();
    assert!(
        said.starts_with("Triwulan I Tahun 2025 dimulai dari Triwulan IV Tahun 2024; folder kerja: kerja-2025-tw1\n"),
        "{said}"
    );
    assert_eq!(tree(&desk.folder().join("kerja")), before, "the old one changed");
    let rakor = desk.read("kerja-2025-tw1/data/rakor.toml");
    for kept in [
        "# Peserta ada di data/peserta.csv.",
        "nama = \"Rapat Koordinasi Peningkatan Pelaporan Standar Pelayanan Minimal (SPM) Triwulan I Tahun 2025\"",
        "tanggal = \"\"\n",
        // The last meeting stands behind those before it, and they name their own years.
        "    \"Monitoring dan evaluasi e-SPM Tahun 2024 oleh",
        "(SPM) Triwulan IV Tahun 2024 tanggal 9 Desember 2024\",\n]",
        "durasi = 30",
    ] {
        assert!(rakor.contains(kept), "{kept}");
    }
    assert!(!rakor.contains("hadir = \"ya\"") && !rakor.contains("tautan"), "{rakor}");
    let surat = desk.read("kerja-2025-tw1/data/surat.toml");
    for gone in ["urut = ", "tanggal = ", "tenggat = ", "412"] {
        assert!(!surat.contains(gone), "{gone}: {surat}");
    }
    assert!(surat.contains("hal = \"Hasil Evaluasi Capaian SPM Triwulan I Tahun 2025\""));
    assert!(surat.contains("nomor = \"{klas}/{urut:03}/{unit}\""));
    // What still names the year that was is told, not guessed.
    assert!(said.contains("sumber_biaya = Dokumen Pelaksanaan Anggaran"), "{said}");
    assert!(said.contains("paling lambat Jumat, 6 Desember 2024"), "{said}");
    assert!(!desk.folder().join("kerja-2025-tw1/data/hasil.toml").exists());
    assert!(desk.folder().join("kerja-2025-tw1/data/capaian/2024-tw4.toml").exists());
    dated(&desk, "kerja-2025-tw1");
    desk.run(&["check", "kerja-2025-tw1"]).code(0);
}

#[test]
fn the_next_letter_tells_what_became_of_the_last() {
    let desk = Desk::with_example("kutai-timur");
    desk.run(&["lanjut", "kerja"]).code(0);
    let next = "kerja-2025-tw1";
    let rakor = format!("{next}/data/rakor.toml");
    assert!(desk.read(&rakor).contains(
        "[[tindak_lanjut]]\nisi = \"Memadankan data anak tidak sekolah dengan data kependudukan per desa, selesai paling lambat 31 Januari 2025.\"\n\
         opd = \"disdikbud\"\ntenggat = 2025-01-31\nasal = \"Rakor Pelaporan SPM Triwulan IV 2024; Laporan Triwulan IV Tahun 2024\"\n\
         pic = "
    ));
    dated(&desk, next);
    let old = desk.read(&format!("{next}/data/capaian/2024-tw1.toml"));
    let old = old.replacen("tahun = 2024", "tahun = 2025", 1);
    desk.write(&format!("{next}/data/capaian/2025-tw1.toml"), &old);
    // Of those of the office one was done late, one is not done, of the others nobody said.
    desk.replace(
        &rakor,
        "tenggat = 2025-01-31\nasal",
        "tenggat = 2025-01-31\nkeadaan = \"selesai\"\nselesai = 2025-02-14\nasal",
    );
    let mine = desk.read(&rakor).matches("opd = \"disdikbud\"").count();
    let letters = desk.read(&rakor);
    let open = letters.rfind("opd = \"disdikbud\"").unwrap();
    let open = [
        &letters[..open],
        "keadaan = \"belum\"\ntenggat = 2025-03-31\n",
        &letters[open..],
    ]
    .concat();
    desk.write(&rakor, &open);
    desk.replace(
        &format!("{next}/data/surat.toml"),
        "[surat-evaluasi]\n",
        "[surat-evaluasi]\ntanggal = 2025-04-21\n",
    );
    desk.run(&[
        "build",
        next,
        "surat-evaluasi",
        "--opd",
        "disdikbud",
        "--format",
        "docx",
    ])
    .code(0);
    let file = desk.folder().join(next).join("keluaran/surat-evaluasi/disdikbud.docx");
    let text = docx_text(&std::fs::read(file).unwrap()).unwrap();
    let text = text.body.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
    // Invitations name the office too.
    let invited = letters.matches("[[undangan]]").count().min(3);
    assert!(mine > invited, "{mine}");
    for said in [
        "1 (satu) telah selesai (melewati tenggat), 1 (satu) belum selesai (melewati tenggat), dan",
        "31 Maret 2025 Belum selesai, melewati tenggat",
        "Selesai 14 Februari 2025, melewati tenggat",
        "Belum dilaporkan",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    // What is done is not carried again; what is not done is.
    desk.run(&["lanjut", next]).code(0);
    let rakor = desk.read("kerja-2025-tw2/data/rakor.toml");
    assert!(!rakor.contains("selesai = 2025-02-14"), "{rakor}");
    let carried = rakor.matches("[[tindak_lanjut]]").count();
    assert!(carried > mine - invited && !rakor.contains("keadaan = "), "{rakor}");
    assert!(rakor.contains("Rakor Pelaporan SPM Triwulan II 2025"), "{rakor}");
}

#[test]
fn a_workbook_goes_on_as_a_workbook() {
    let desk = Desk::with_example("kutai-timur");
    desk.run(&["ubah", "ke-excel", "kerja"]).code(0);
    let said = desk.run(&["lanjut", "kerja"]).code(0).stdout();
    assert!(said.contains("\n  Surat: Tanggal (14)\n"), "{said}");
    assert!(said.contains("\n  Rakor: Nama = Rapat Koordinasi"), "{said}");
    let told = desk.run(&["check", "kerja-2025-tw1"]).code(1).stderr();
    assert_eq!(told.matches("galat[").count(), 1, "{told}");
    assert!(
        told.contains("galat[NSK0169]") && told.contains("rakor.xlsx!Rakor!B8"),
        "{told}"
    );
    // As files it says the same as what goes on as files.
    let files = Desk::with_example("kutai-timur");
    files.run(&["lanjut", "kerja"]).code(0);
    files.run(&["ubah", "ke-toml", "kerja"]).code(1);
    dated(&files, "kerja-2025-tw1");
    files.run(&["ubah", "ke-excel", "kerja-2025-tw1"]).code(0);
    assert!(files.folder().join("kerja-2025-tw1/rakor.xlsx").exists());
}

#[test]
fn what_went_on_in_the_same_folder_comes_back() {
    let desk = Desk::with_example("kutai-timur");
    let kerja = desk.folder().join("kerja");
    let before = tree(&kerja);
    let said = desk.run(&["lanjut", "kerja", "--di-sini"]).code(0).stdout();
    assert!(said.contains("naskah lanjut --batal mengembalikannya"), "{said}");
    assert!(desk.read("kerja/naskah.toml").contains("tahun = 2025\ntriwulan = 1"));
    assert!(kerja.join("sebelum-lanjut/data/hasil.toml").exists());
    desk.replace("kerja/data/rakor.toml", "tanggal = \"\"", "tanggal = 2025-04-14");
    desk.run(&["lanjut", "kerja", "--batal"]).code(0);
    let mut after = tree(&kerja);
    let kept: BTreeMap<_, _> =
        after.extract_if(.., |path, _| path.starts_with("batal-lanjut")).collect();
    assert_eq!(after, before);
    assert!(kept.values().any(|text| text.windows(10).any(|w| w == b"2025-04-14")));
    assert!(!kerja.join("sebelum-lanjut").exists());
    desk.run(&["lanjut", "kerja", "--batal"]).code(1);
}

#[test]
fn numbers_that_were_given_stay_given_and_are_nobody_elses() {
    let desk = Desk::with_example("kutai-timur");
    // The third quarter goes on to the fourth: the same year, the same series of numbers.
    desk.replace("kerja/naskah.toml", "triwulan = 4", "triwulan = 3");
    desk.run(&["nomor", "ambil", "undangan", "dinkes", "--dir", "kerja"]).code(0);
    desk.run(&["lanjut", "kerja"]).code(0);
    let next = "kerja-2024-tw4";
    desk.replace(
        &format!("{next}/data/surat.toml"),
        "[undangan]\n",
        "[undangan]\ntanggal = 2024-12-16\n",
    );
    desk.replace(
        &format!("{next}/data/rakor.toml"),
        "tanggal = \"\"",
        "tanggal = 2024-12-19",
    );
    let said = desk
        .run(&["nomor", "ambil", "undangan", "dinkes", "--dir", next])
        .code(0)
        .stdout();
    assert!(said.contains("100.1.2/413/PEM"), "{said}");
    let register = desk.read(&format!("{next}/data/nomor.toml"));
    assert_eq!(register.matches("subjek = \"dinkes\"").count(), 1, "{register}");
    assert!(register.contains("412"), "{register}");
}

#[test]
fn who_came_to_the_last_meeting_is_not_known_of_the_next() {
    let desk = Desk::with_example("mahakam-ulu");
    desk.write(
        "kerja/data/peserta.csv",
        "Nama;Instansi;Kehadiran\nSiti Contoh;\"Dinas; Kesehatan\";Hadir\nBudi Contoh;Dinas Sosial;tidak\n",
    );
    desk.run(&["lanjut", "kerja", "--ke", "baru"]).code(0);
    assert_eq!(
        desk.read("baru/data/peserta.csv"),
        "Nama;Instansi;Kehadiran\nSiti Contoh;\"Dinas; Kesehatan\";\nBudi Contoh;Dinas Sosial;\n"
    );
}

/// What a workbook says from now on stands nowhere else; undone, every file is where it was.
#[test]
fn a_workbook_beside_files_goes_on_as_one_workbook_and_comes_back() {
    let desk = Desk::with_example("kutai-timur");
    let kerja = desk.folder().join("kerja");
    desk.run(&["ubah", "ke-excel", "kerja"]).code(0);
    std::fs::remove_dir_all(kerja.join("sebelum-excel")).unwrap();
    desk.write("kerja/data/daftar-tamu.csv", "nama;asal\nSiti Contoh;Sangatta\n");
    let before = tree(&kerja);
    desk.run(&["lanjut", "kerja", "--di-sini"]).code(0);
    let told = desk.run(&["check", "kerja"]).code(1).stderr();
    assert!(told.contains("galat[NSK0169]"), "{told}");
    for twice in ["NSK0753", "NSK0128", "NSK0883"] {
        assert!(!told.contains(twice), "{told}");
    }
    desk.run(&["lanjut", "kerja", "--batal"]).code(0);
    let mut after = tree(&kerja);
    after.retain(|path, _| !path.starts_with("batal-lanjut"));
    assert_eq!(
        after.keys().collect::<Vec<_>>(),
        before.keys().collect::<Vec<_>>(),
        "files that came or went"
    );
    assert!(after == before, "a file changed");
}

#[test]
fn a_number_given_since_survives_the_undoing() {
    let desk = Desk::with_example("kutai-timur");
    desk.run(&["nomor", "ambil", "undangan", "dinkes", "--dir", "kerja"]).code(0);
    let go = ["lanjut", "kerja", "--di-sini"];
    desk.run(&go).code(0);
    let dates = || {
        desk.replace("kerja/data/rakor.toml", "tanggal = \"\"", "tanggal = 2025-04-14");
        desk.replace(
            "kerja/data/surat.toml",
            "[undangan]\n",
            "[undangan]\ntanggal = 2025-04-01\n",
        );
    };
    dates();
    let take = ["nomor", "ambil", "undangan", "dinsos", "--dir", "kerja"];
    let first = desk.run(&take).code(0).stdout();
    desk.run(&["lanjut", "kerja", "--batal"]).code(0);
    let register = desk.read("kerja/data/nomor.toml");
    assert_eq!(register.matches("[[nomor]]").count(), 2, "{register}");
    assert!(register.contains("subjek = \"dinkes\""), "{register}");
    desk.run(&go).code(0);
    dates();
    let second = desk.run(&take).code(0).stdout();
    assert_ne!(first, second);
}

#[test]
fn what_is_not_known_is_said_and_not_guessed() {
    let desk = Desk::with_example("kutai-timur");
    desk.replace(
        "kerja/data/rakor.toml",
        "bentuk = \"paparan,",
        "bentuk = \"Triwulan I sampai dengan Triwulan IV dalam rekap-TW4.xlsx, paparan,",
    );
    desk.write("kerja/panduan/99-jadwal.md", "# Jadwal\n\nDisusun pada Triwulan IV.\n");
    let said = desk.run(&["lanjut", "kerja"]).code(0).stdout();
    let rakor = desk.read("kerja-2025-tw1/data/rakor.toml");
    assert!(rakor.contains("Triwulan I sampai dengan Triwulan IV dalam rekap-TW4.xlsx"));
    assert!(
        said.contains("panduan/99-jadwal.md: 3 = Disusun pada Triwulan IV."),
        "{said}"
    );
    // Nobody registered the numbers of the last letters.
    assert!(said.contains("\n  surat-evaluasi: 3\n"), "{said}");
}

#[test]
fn a_new_workspace_never_stands_in_another() {
    let desk = Desk::with_example("mahakam-ulu");
    let before = tree(&desk.path("kerja"));
    for inside in ["kerja/baru", "kerja/data/tw2/baru", "kerja/../kerja/baru"] {
        let said = desk.run(&["lanjut", "kerja", "--ke", inside]).code(1).stderr();
        assert!(said.contains("[NSK0895]") && said.contains("--di-sini"), "{said}");
    }
    assert_eq!(tree(&desk.path("kerja")), before);
    // Beside it is not inside, however that is written.
    desk.run(&["lanjut", "kerja", "--ke", "kerja/../baru"]).code(0);
    assert!(desk.path("baru/naskah.toml").is_file());
}
