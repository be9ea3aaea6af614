//! The command line as other people's scripts see it: what each command prints, writes and
//! exits with.

mod membuat;

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;

use crate::kit::{Desk, tree};

/// Files below a folder, without the record of what papers said.
fn files(folder: &Path) -> Vec<String> {
    let names = tree(folder).into_keys();
    names.filter(|name| !name.ends_with('/') && !name.starts_with(".naskah/")).collect()
}

/// Paths of the papers of one JSON report.
fn papers(report: &Value) -> BTreeSet<String> {
    let files = report["files"].as_array().unwrap();
    files.iter().map(|f| f["path"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn help_speaks_both_languages() {
    let desk = Desk::new();
    let help = desk.run(&["--help"]).code(0).stdout();
    assert!(
        help.contains("Membuat seluruh naskah") && help.contains("Makes every paper")
    );
    for command in
        ["init", "check", "build", "rekap", "import", "template", "fields", "completions"]
    {
        let line = help.lines().find(|l| l.trim_start().starts_with(command)).unwrap();
        assert!(line.contains(" / "), "{line}");
        let own = desk.run(&[command, "--help"]).code(0).stdout();
        assert!(own.contains(" / "), "{own}");
    }
}

#[test]
fn wrong_usage_is_exit_2() {
    let desk = Desk::new();
    for args in [&[][..], &["buat"], &["build", "--format", "xls"], &["init"]] {
        desk.run(args).code(2);
    }
}

#[test]
fn a_folder_that_is_no_workspace_is_named() {
    let desk = Desk::new();
    for command in ["check", "build", "beda", "rekap", "lembar-kerja"] {
        let said = desk.run(&[command, "tiada"]).code(1).stderr();
        assert!(said.contains("folder `tiada` tidak ada"), "{command}: {said}");
        assert!(!said.contains("naskah init"), "{command}: {said}");
    }
}

/// The folder before, behind, by option, or found from a folder inside it.
#[test]
fn the_folder_is_found_by_one_rule() {
    let desk = Desk::with_example("kutai-timur");
    let fields = desk.run(&["fields", "undangan", "kerja"]).code(0).stdout();
    for args in [
        &["fields", "kerja", "undangan"][..],
        &["fields", "undangan", "--dir", "kerja"],
        &["--dir", "kerja", "fields", "undangan"],
    ] {
        assert_eq!(desk.run(args).code(0).stdout(), fields, "{args:?}");
    }
    let inside = |args: &[&str]| {
        let mut command =
            crate::kit::desk::naskah("id", &desk.path("kerja/data/capaian"));
        command.args(args).output().unwrap()
    };
    assert_eq!(inside(&["fields", "undangan"]).stdout, fields.as_bytes());
    for args in [
        &["check"][..],
        &["build", "agenda", "--format", "pdf"],
        &["rekap"],
        &["nomor", "daftar"],
        &["template", "show", "agenda"],
    ] {
        assert!(inside(args).status.success(), "{args:?}");
    }
    assert!(desk.path("kerja/keluaran/agenda/susunan-acara.pdf").is_file());
    let said = desk.run(&["fields", "undangan", "kreja"]).code(1).stderr();
    assert!(said.contains("maksud Anda `kerja`?"), "{said}");
}

#[test]
fn wrong_usage_is_told_in_the_language_asked_for() {
    let desk = Desk::new();
    for (args, told) in [
        (&["chekc"][..], "perintah `chekc` tidak dikenal"),
        (&["chekc"], "maksud Anda `check`?"),
        (&["build", "--fromat", "pdf"], "`--fromat` tidak dikenal di sini"),
        (&["build", "--format", "xls"], "nilai `xls`"),
        (&["build", "--format", "xls"], "pilih salah satu: pdf, docx"),
        (&["init"], "belum disebut: <DIR>"),
        (&["nomor", "batal", "412"], "belum disebut: --alasan"),
        (&["lembar-kerja", "--periode", "TW V"], "tulis misalnya 2025-tw1"),
        (&["nomor", "ambil", "--semua", "--jumlah", "2"], "bersama"),
        (&["nomor"], "perintah sesudah `nomor` belum disebut"),
        (&["template"], "pilih salah satu: "),
    ] {
        let said = desk.run(args).code(2).stderr();
        assert!(said.contains(told), "{args:?}: {said}");
        assert!(!said.contains("error:") && !said.contains("Usage"), "{said}");
        let english = desk.run_in("en", args).code(2).stderr();
        assert!(english.starts_with("error:"), "{english}");
    }
}

#[test]
fn who_wants_quiet_hears_of_problems_alone() {
    let desk = Desk::with_example("mahakam-ulu");
    let ran =
        desk.run(&["build", "kerja", "agenda", "--format", "pdf", "--quiet"]).code(0);
    assert_eq!(ran.stdout() + &ran.stderr(), "");
    assert_eq!(desk.run(&["check", "-q", "kerja"]).code(0).stdout(), "");
    assert!(!desk.run(&["rekap", "kerja", "-q"]).code(0).stdout().is_empty());
    desk.run(&["init", "lain", "-q", "--toml"]).code(0);
    assert!(desk.run(&["check", "-q", "lain"]).code(1).stderr().contains("NSK0114"));
}

#[test]
fn an_index_in_english() {
    let desk = Desk::with_example("kutai-timur");
    let said = desk.run_in("en", &["rekap", "kerja"]).code(0).stdout();
    for word in
        ["Quarter IV of 2024", "Basic service", "INDEX OF THE DAERAH", "Filled in"]
    {
        assert!(said.contains(word), "{word}: {said}");
    }
    // Findings are quoted from the papers.
    assert!(!said.contains("Triwulan IV Tahun 2024\n"), "{said}");
    assert!(!said.contains("kebijakan berikut"), "{said}");
    let same = desk.run(&["rekap", "kerja", "--periode", "TW IV 2024"]).code(0).stdout();
    assert_eq!(same, desk.run(&["rekap", "kerja"]).code(0).stdout());
    let said = desk.run(&["rekap", "kerja", "--periode", "TW V 2024"]).code(1).stderr();
    assert!(said.contains("NSK0508") && !said.contains("TW V 2024.toml"), "{said}");
}

/// Exactly its own, of every kind of paper that can be somebody's.
#[test]
fn papers_of_one_opd() {
    let desk = Desk::with_example("kutai-timur");
    desk.write(
        "kerja/data/peserta.csv",
        "id,nama,jabatan,instansi\n\
         siti,Siti Contoh,Analis,Dinas Kesehatan\n\
         budi,Budi Contoh,Analis,Dinas Sosial\n\
         ani,Ani Contoh,Kepala Bidang,\"Bidang Kesehatan Masyarakat, Dinas Kesehatan\"\n",
    );
    let build =
        ["build", "kerja", "--opd", "dinkes", "--format", "docx", "--output", "json"];
    let made = papers(&desk.run(&build).code(0).json());
    for own in ["surat-evaluasi/dinkes", "panduan-opd/dinkes", "undangan/dinkes"] {
        assert!(made.contains(&format!("{own}.docx")), "{own}: {made:?}");
    }
    let other = |path: &&String| {
        ["dinsos", "budi", "agenda/", "daftar-hadir/", "panduan-spm/", "disdikbud"]
            .iter()
            .any(|word| path.contains(word))
    };
    assert_eq!(made.iter().find(other), None, "{made:?}");
    let certificates: Vec<&String> =
        made.iter().filter(|path| path.starts_with("sertifikat/")).collect();
    assert_eq!(certificates, ["sertifikat/ani.docx", "sertifikat/siti.docx"], "{made:?}");
    assert_eq!(made.iter().filter(|p| p.starts_with("surat-pengantar/")).count(), 1);
}

/// An office that is gone: its paper is told, moved when that is wanted, and never when somebody
/// has written in it.
#[test]
fn papers_that_no_longer_belong() {
    let desk = Desk::with_example("kutai-timur");
    let build = |extra: &[&str]| {
        let mut args = vec!["build", "kerja", "undangan", "--format", "docx"];
        args.extend(extra);
        desk.run(&args).code(0)
    };
    build(&[]);
    let at = |name: &str| desk.path("kerja/keluaran").join(name);
    std::fs::write(at("undangan/catatan.docx"), "milik orang").unwrap();
    let rakor = "kerja/data/rakor.toml";
    desk.replace(rakor, "id = \"dinkes\"", "id = \"kesehatan\"");
    desk.replace(rakor, "id = \"dinsos\"", "id = \"sosial\"");
    let said = build(&[]).stderr();
    assert!(said.contains("2 berkas tidak lagi dibuat"), "{said}");
    assert!(
        said.contains("undangan/dinkes.docx") && said.contains("--bersihkan"),
        "{said}"
    );
    assert!(!build(&["--opd", "dpupr"]).stderr().contains("tidak lagi"));
    std::fs::write(at("undangan/dinsos.docx"), "diubah").unwrap();
    let said = build(&["--bersihkan"]).stderr();
    assert!(said.contains("NSK0808") && said.contains("dinsos"), "{said}");
    assert!(said.contains("1 berkas dipindahkan ke _lama"), "{said}");
    assert!(
        !at("undangan/dinkes.docx").exists()
            && at("_lama/undangan/dinkes.docx").is_file()
    );
    assert!(
        at("undangan/dinsos.docx").is_file() && at("undangan/catatan.docx").is_file()
    );
}

#[test]
fn a_paper_open_in_word_stays_and_the_others_are_made() {
    let desk = Desk::with_example("kutai-timur");
    desk.run(&["build", "kerja", "undangan"]).code(0);
    let before = std::fs::read(desk.path("kerja/keluaran/undangan/dinkes.docx")).unwrap();
    desk.write("kerja/keluaran/undangan/~$dinkes.docx", "");
    let build = ["build", "kerja", "undangan", "--force"];
    let ran = desk.run(&build).code(3);
    let said = ran.stderr();
    assert!(said.contains("NSK0807") && said.contains("Tutup, lalu ulangi"), "{said}");
    assert!(ran.stdout().contains("1 ditolak"), "{}", ran.stdout());
    let after = std::fs::read(desk.path("kerja/keluaran/undangan/dinkes.docx")).unwrap();
    assert_eq!(before, after);
    std::fs::remove_file(desk.path("kerja/keluaran/undangan/~$dinkes.docx")).unwrap();
    desk.run(&build).code(0);
}

/// Invitations are final while evaluations are drafts.
#[test]
fn the_status_of_one_letter() {
    let desk = Desk::with_example("kutai-timur");
    desk.replace(
        "kerja/data/surat.toml",
        "[undangan]\n",
        "[undangan]\nstatus = \"final\"\n",
    );
    desk.run(&["build", "kerja", "undangan", "agenda", "--format", "docx"]).code(0);
    let has = |path: &str| {
        let parts = crate::kit::package::parts(&std::fs::read(desk.path(path)).unwrap());
        parts.iter().any(|(_, part)| {
            let text = String::from_utf8_lossy(part);
            text.contains("CONTOH") || text.contains("DRAF")
        })
    };
    assert!(!has("kerja/keluaran/undangan/dinkes.docx"));
    assert!(has("kerja/keluaran/agenda/susunan-acara.docx"));
}

#[test]
fn one_cause_is_one_message() {
    let desk = Desk::with_example("kutai-timur");
    desk.write("kerja/data/tamu.docx", "");
    let said = desk.run(&["check", "kerja"]).code(0).stderr();
    assert!(said.contains("NSK0116"), "{said}");
    // Warnings of the data are for check and build.
    assert_eq!(desk.run(&["fields", "undangan", "kerja"]).code(0).stderr(), "");
    assert_eq!(desk.run(&["nomor", "daftar", "kerja"]).code(0).stderr(), "");
    let rows: Vec<String> = (1..=12).map(|n| format!("Orang {n},mungkin\n")).collect();
    desk.write("kerja/data/peserta.csv", &format!("nama,jk\n{}", rows.concat()));
    let said = desk.run(&["check", "kerja"]).code(1).stderr();
    assert_eq!(said.matches("NSK0109").count(), 1, "{said}");
    assert_eq!(said.matches("sebab yang sama, 11 lagi").count(), 1, "{said}");
    assert!(said.contains("data/peserta.csv:13:"), "{said}");
}

#[test]
fn a_plain_workspace_makes_its_first_agenda_after_a_few_lines() {
    let desk = Desk::new();
    let said = desk.run(&["init", "kerja", "--toml"]).code(0).stdout();
    assert!(said.contains("naskah check kerja"), "{said}");
    // Every gap is told at once, by file and line.
    let gaps = desk.run(&["check", "kerja"]).code(1).stderr();
    assert!(gaps.contains("[NSK0114]"), "{gaps}");
    assert_eq!(gaps.matches("masih kosong").count(), 7, "{gaps}");
    desk.replace("kerja/naskah.toml", "nama = \"\"", "nama = \"Kabupaten Contoh\"");
    desk.replace("kerja/naskah.toml", "ibu_kota = \"\"", "ibu_kota = \"Contoh\"");
    let province = "provinsi = \"Provinsi Contoh\"";
    desk.replace("kerja/naskah.toml", "provinsi = \"\"", province);
    desk.replace("kerja/naskah.toml", "zona_waktu = \"\"", "zona_waktu = \"wita\"");
    let rakor = "kerja/data/rakor.toml";
    desk.replace(rakor, "nama = \"\"", "nama = \"Rapat Koordinasi SPM\"");
    desk.replace(rakor, "tanggal = \"\"", "tanggal = 2025-04-07");
    desk.replace(rakor, "tempat = \"\"", "tempat = \"Ruang Rapat\"");
    desk.replace(rakor, "# oleh = ", "oleh = ");
    desk.run(&["check", "kerja"]).code(0);
    desk.run(&["build", "kerja", "agenda"]).code(0);
    let made = files(&desk.path("kerja/keluaran"));
    let expected =
        ["agenda/susunan-acara.docx", "agenda/susunan-acara.pdf", "manifest.json"];
    assert_eq!(made, expected);
}

#[test]
fn files_of_comments_say_nothing_until_they_are_used() {
    let desk = Desk::new();
    let begun = ["init", "kerja", "--toml", "--daerah", "Kabupaten Contoh", "--ibu-kota"];
    let rest = ["Contoh", "--provinsi", "Kalimantan Timur", "--zona-waktu", "WITA"];
    desk.run(&[&begun[..], &rest[..]].concat()).code(0);
    // Three lines of the rakor and seven for whom it invites and who signs: an invitation.
    let rakor = "kerja/data/rakor.toml";
    desk.replace(rakor, "nama = \"\"", "nama = \"Rapat Koordinasi SPM\"");
    desk.replace(rakor, "tanggal = \"\"", "tanggal = 2025-04-07");
    desk.replace(rakor, "tempat = \"\"", "tempat = \"Ruang Rapat\"");
    for (file, lines) in [
        (rakor, ["# [[undangan]]", "# id = \"dinkes\"", "# yth = "].as_slice()),
        ("kerja/data/surat.toml", &["# [undangan]", "# penanda_tangan = "]),
        (
            "kerja/data/pejabat.toml",
            &["# [[pejabat]]", "# id = ", "# nama = ", "# jabatan = "],
        ),
    ] {
        for line in lines {
            desk.replace(file, line, line.trim_start_matches("# "));
        }
    }
    desk.run(&["check", "kerja"]).code(0);
    desk.run(&["build", "kerja", "undangan"]).code(0);
    assert!(desk.path("kerja/keluaran/undangan/dinkes.pdf").is_file());
    // A list may come as a sheet in the place of a file that says nothing.
    desk.write("kerja/data/opd.csv", "id,nama\ndinkes,Dinas Kesehatan\n");
    desk.run(&["check", "kerja"]).code(0);
    // What became empty is told: its content may be lost.
    std::fs::remove_file(desk.path("kerja/data/opd.csv")).unwrap();
    desk.write("kerja/data/opd.toml", "\n");
    let said = desk.run(&["check", "kerja"]).code(1).stderr();
    assert!(said.contains("[NSK0107]") && said.contains("data/opd.toml"), "{said}");
}

#[test]
fn a_begun_workspace_of_toml_comes_back_from_a_workbook() {
    let desk = Desk::new();
    desk.run(&["init", "kerja", "--toml", "--daerah", "Kota Contoh"]).code(0);
    let rakor = "kerja/data/rakor.toml";
    desk.replace("kerja/naskah.toml", "ibu_kota = \"\"", "ibu_kota = \"Contoh\"");
    desk.replace(rakor, "nama = \"\"", "nama = \"Rapat Koordinasi SPM\"");
    desk.replace(rakor, "tanggal = \"\"", "tanggal = 2025-04-07");
    desk.replace(rakor, "tempat = \"\"", "tempat = \"Ruang Rapat\"");
    desk.replace("kerja/naskah.toml", "provinsi = \"\"", "provinsi = \"Contoh\"");
    desk.replace("kerja/naskah.toml", "zona_waktu = \"\"", "zona_waktu = \"wib\"");
    let before = tree(&desk.path("kerja/data"));
    desk.run(&["ubah", "ke-excel", "kerja"]).code(0);
    assert!(!desk.path("kerja/data/surat.toml").exists());
    desk.run(&["ubah", "ke-toml", "kerja"]).code(0);
    assert_eq!(tree(&desk.path("kerja/data")), before);
}

#[test]
fn templates_are_listed_shown_copied_and_then_the_copy_counts() {
    let desk = Desk::with_example("kutai-timur");
    let list = desk.run(&["template", "list"]).code(0).stdout();
    for name in ["agenda", "daftar-hadir", "undangan", "surat-evaluasi", "panduan-spm"] {
        assert!(list.lines().any(|l| l.starts_with(name)), "{list}");
    }
    let shown = desk.run(&["template", "show", "agenda"]).code(0).stdout();
    assert!(
        shown.contains("# agenda/isi.md") && shown.contains("# agenda/template.toml")
    );
    desk.run(&["template", "show", "agnda"]).code(1);

    let build = ["build", "kerja", "agenda", "--output", "json"];
    let before = desk.run(&build).code(0).json();
    desk.run(&["template", "copy", "agenda", "kerja"]).code(0);
    assert_eq!(
        files(&desk.path("kerja/templates")),
        ["agenda/isi.md", "agenda/template.toml"]
    );
    // The same text makes the same paper; a changed one another.
    assert_eq!(desk.run(&build).code(0).json()["skipped"], 1);
    let body = desk.path("kerja/templates/agenda/isi.md");
    let text = std::fs::read_to_string(&body).unwrap();
    std::fs::write(&body, text + "\n\nParagraf tambahan dari folder kerja.\n").unwrap();
    let after = desk.run(&build).code(0).json();
    assert_eq!(after["made"], 1);
    assert_ne!(before["files"][0]["sha256"], after["files"][0]["sha256"]);
    let said = desk.run(&["template", "copy", "agenda", "kerja"]).code(1).stderr();
    assert!(said.contains("[NSK0806]"), "{said}");
}

#[test]
fn fields_names_what_a_template_reads() {
    let desk = Desk::with_example("kutai-timur");
    let said = desk.run(&["fields", "agenda", "kerja"]).code(0).stdout();
    assert!(said.lines().any(|l| l == "rakor.nama"), "{said}");
    let said = desk.run(&["fields", "agnda", "kerja"]).code(1).stderr();
    assert!(said.contains("`agenda`?"), "{said}");
}

#[test]
fn rekap_keeps_its_contract() {
    let desk = Desk::with_example("kutai-timur");
    let rekap = desk.run(&["rekap", "kerja", "--output", "json"]).code(0).json();
    let has = |value: &Value, keys: &[&str]| {
        for key in keys {
            assert!(value.get(key).is_some(), "{key}: {value}");
        }
    };
    has(
        &rekap,
        &["daerah", "tahun", "triwulan", "kebijakan", "indeks", "kategori", "urusan"],
    );
    let urusan = &rekap["urusan"][0];
    has(urusan, &["kode", "indeks", "kategori", "layanan"]);
    let keys = [
        "kode",
        "opd",
        "sasaran",
        "terlayani",
        "penerima",
        "mutu",
        "indeks",
        "kategori",
        "catatan",
    ];
    has(&urusan["layanan"][0], &keys);
    // Percentages are decimal strings with two places, figures are numbers.
    let indeks = rekap["indeks"].as_str().unwrap();
    assert_eq!(indeks.split_once('.').unwrap().1.len(), 2);
    assert!(urusan["layanan"][0]["sasaran"].is_u64());

    let csv = desk.run(&["rekap", "kerja", "--output", "csv"]).code(0).stdout();
    let head = "urusan,kode,layanan,opd,satuan,sasaran,terlayani,penerima,mutu,indeks,kategori,jarak_jalur";
    assert_eq!(csv.lines().next(), Some(head));
    let services: usize = rekap["urusan"]
        .as_array()
        .unwrap()
        .iter()
        .map(|u| u["layanan"].as_array().unwrap().len())
        .sum();
    assert_eq!(csv.lines().count(), services + 1);

    let table = desk.run(&["rekap", "kerja"]).code(0).stdout();
    assert!(table.contains("INDEKS DAERAH"), "{table}");
    assert!(table.contains(&indeks.replace('.', ",")), "{table}");
    desk.run(&["rekap", "kerja", "--periode", "2022-tw1"]).code(1);
    desk.run(&["rekap", "kerja", "--periode", "kemarin"]).code(1);
}

#[test]
fn check_as_json_has_places() {
    let desk = Desk::with_example("kutai-timur");
    desk.replace("kerja/naskah.toml", "[daerah]", "[daerah]\nzzz = 1");
    let report = desk.run(&["check", "kerja", "--output", "json"]).code(1).json();
    assert_eq!(report["errors"], 1);
    let problem = &report["problems"][0];
    assert_eq!(problem["code"], "NSK0106");
    assert_eq!(problem["level"], "error");
    assert_eq!(problem["file"], "naskah.toml");
    assert!(problem["line"].is_u64() && problem["column"] == 1, "{problem}");
    assert!(!problem["message"].as_str().unwrap().is_empty());
    assert!(!problem["help"].as_str().unwrap().is_empty());
}

#[test]
fn completions_for_the_common_shells() {
    let desk = Desk::new();
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let said = desk.run(&["completions", shell]).code(0).stdout();
        assert!(said.contains("naskah") && said.contains("rekap"), "{shell}");
    }
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let desk = Desk::with_example("kutai-timur");
    let mut child = desk.command(&["template", "show", "panduan-spm"]).spawn().unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}
