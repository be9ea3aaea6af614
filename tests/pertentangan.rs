//! What contradicts is told, and what the office lets pass is told with its reason.

use crate::kit::{Desk, package};

/// One more table of `naskah.toml` for each silence.
fn silences(rows: &[(&str, &str)]) -> String {
    let row = |(code, words): &(&str, &str)| {
        format!(
            "\n[[periksa.abaikan]]\nkode = \"{code}\"\nalasan = \"sudah dibahas\"\nmemuat = \"{words}\"\n"
        )
    };
    rows.iter().map(row).collect()
}

/// The example with a letter after its event, a deadline and the event on days off.
fn wrong() -> Desk {
    let desk = Desk::with_example("kutai-timur");
    desk.replace("kerja/data/rakor.toml", "tanggal = 2024-12-09", "tanggal = 2024-12-01");
    desk.replace("kerja/data/hasil.toml", "2025-01-31", "2025-02-01");
    desk
}

fn codes(said: &str) -> Vec<(String, usize)> {
    let known = (350..=371).map(|n| format!("[NSK0{n}]"));
    let counted = known.map(|code| (code.clone(), said.matches(&code).count()));
    counted.filter(|(_, n)| *n > 0).collect()
}

/// What a made DOCX says.
fn printed(desk: &Desk, paper: &str) -> String {
    let file = desk.path("kerja/keluaran").join(paper).with_extension("docx");
    package::part(&file, "word/document.xml").replace('\u{a0}', " ")
}

#[test]
fn the_examples_contradict_nothing() {
    for example in ["kutai-timur", "mahakam-ulu"] {
        let desk = Desk::with_example(example);
        let said = desk.run(&["check", "kerja"]).code(0).stderr();
        assert_eq!(codes(&said), [], "{said}");
        desk.replace("kerja/naskah.toml", "\"contoh\"", "\"final\"");
        let said = desk.run(&["check", "kerja"]).stderr();
        assert_eq!(codes(&said), [], "final: {said}");
    }
}

/// Whatever is let pass is told no more and listed with its reason; all else stays as it was.
#[test]
fn what_is_let_pass_is_listed_and_nothing_else_changes() {
    let desk = wrong();
    let before = codes(&desk.run(&["check", "kerja"]).code(0).stderr());
    assert!(before.len() >= 3, "{before:?}");
    let file = "kerja/naskah.toml";
    let text = std::fs::read_to_string(desk.path(file)).unwrap();
    for (code, count) in &before {
        let bare = code.trim_matches(['[', ']']);
        std::fs::write(
            desk.path(file),
            text.clone() + &silences(&[(bare, "")]).replace("memuat = \"\"\n", ""),
        )
        .unwrap();
        let said = desk.run(&["check", "kerja"]).code(0).stderr();
        let rest: Vec<_> = before.iter().filter(|(c, _)| c != code).cloned().collect();
        assert_eq!(codes(&said), rest, "{said}");
        assert_eq!(said.matches(&format!("diabaikan {bare} ")).count(), *count, "{said}");
        assert!(said.contains("alasan: sudah dibahas"), "{said}");
    }
}

#[test]
fn a_final_paper_is_made_only_when_all_that_contradicts_is_let_pass() {
    let desk = wrong();
    desk.replace("kerja/naskah.toml", "\"contoh\"", "\"final\"");
    let build = ["build", "kerja", "notula", "--format", "docx"];
    let said = desk.run(&build).code(1).stderr();
    let all = codes(&said);
    assert!(said.contains("galat[NSK0356]"), "{said}");
    let file = "kerja/naskah.toml";
    let text = std::fs::read_to_string(desk.path(file)).unwrap();
    let rows: Vec<(&str, &str)> =
        all.iter().map(|(code, _)| (code.trim_matches(['[', ']']), " ")).collect();
    std::fs::write(
        desk.path(file),
        text + &silences(&rows).replace("memuat = \" \"\n", ""),
    )
    .unwrap();
    let said = desk.run(&build).code(0).stderr();
    assert_eq!(codes(&said), [], "{said}");
    assert_eq!(
        said.matches("diabaikan NSK").count(),
        all.iter().map(|(_, n)| n).sum::<usize>()
    );
}

/// Minutes, certificates and reports have the day of the event, wherever it is moved to.
#[test]
fn papers_of_the_event_follow_it() {
    let desk = Desk::with_example("kutai-timur");
    for table in ["notula", "berita-acara", "laporan-rakor"] {
        let text = std::fs::read_to_string(desk.path("kerja/data/surat.toml")).unwrap();
        let at = text.find(&format!("[{table}]")).unwrap();
        let line = at + text[at..].find("tanggal = ").unwrap();
        let end = line + text[line..].find('\n').unwrap() + 1;
        let without = format!("{}{}", &text[..line], &text[end..]);
        std::fs::write(desk.path("kerja/data/surat.toml"), without).unwrap();
    }
    desk.replace("kerja/data/rakor.toml", "tanggal = 2024-12-09", "tanggal = 2024-12-10");
    desk.run(&["build", "kerja", "berita-acara", "laporan-rakor", "--format", "docx"]);
    let minutes = printed(&desk, "berita-acara/berita-acara");
    assert!(minutes.contains("sepuluh") && minutes.contains("Selasa"), "{minutes}");
    assert!(
        printed(&desk, "laporan-rakor/laporan-rakor")
            .contains("Sangatta, 10 Desember 2024")
    );
}

/// One number for two letters is let pass in a final paper under either code, with its reason;
/// without a silence it is refused once.
#[test]
fn a_shared_number_is_let_pass_in_a_final_paper() {
    for code in ["NSK0359", "NSK0866"] {
        let desk = Desk::with_example("kutai-timur");
        let surat = std::fs::read_to_string(desk.path("kerja/data/surat.toml")).unwrap();
        let of = |table: &str| {
            let at = surat.find(&format!("\n[{table}]")).unwrap();
            surat[at + 1..].split("\n[").next().unwrap().to_owned()
        };
        let shared = |table: &str| {
            let kept = of(table);
            let lines = kept.lines().filter(|l| {
                !["nomor", "klas", "unit", "urut", "deret"]
                    .iter()
                    .any(|k| l.starts_with(k))
            });
            lines.collect::<Vec<_>>().join("\n") + "\nnomor = \"100.1.2/7/PEM\"\n"
        };
        let both = format!("{}\n{}", shared("surat-tugas"), shared("berita-acara"));
        std::fs::write(desk.path("kerja/data/surat.toml"), both).unwrap();
        let naskah = std::fs::read_to_string(desk.path("kerja/naskah.toml")).unwrap();
        let last =
            naskah.replace("\"contoh\"", "\"final\"").replace("\"draf\"", "\"final\"");
        std::fs::write(desk.path("kerja/naskah.toml"), &last).unwrap();
        let build = ["build", "kerja", "surat-tugas", "berita-acara", "--format", "docx"];
        let said = desk.run(&build).stderr();
        assert!(said.contains("[NSK0866]") && !said.contains("[NSK0359]"), "{said}");
        let silence = silences(&[(code, "100.1.2/7/PEM")]);
        std::fs::write(desk.path("kerja/naskah.toml"), last + &silence).unwrap();
        let said = desk.run(&build).stderr();
        assert!(!said.contains("[NSK0866]") && !said.contains("[NSK0370]"), "{said}");
        let listed = said.matches("diabaikan NSK0866").count();
        assert!(listed == 1 && said.contains("alasan: sudah dibahas"), "{said}");
    }
}

/// So is a number written by hand, and nobody is told to remove the silence that does it.
#[test]
fn a_number_written_by_hand_is_let_pass_too() {
    let desk = Desk::with_example("kutai-timur");
    desk.write(
        "kerja/data/surat.toml",
        "[surat-tugas]\ntanggal = 2024-12-02\npenanda_tangan = \"sekda\"\nnomor = \"100.1.2/7/PEM\"\n",
    );
    desk.write(
        "kerja/templates/edaran/template.toml",
        "judul = \"Edaran\"\nbentuk = \"judul\"\nper = \"daerah\"\n",
    );
    desk.write(
        "kerja/templates/edaran/isi.md",
        ":::judul {nomor=\"100.1.2/7/PEM\"}\nEDARAN\n:::\n\nDengan hormat.\n",
    );
    let naskah = std::fs::read_to_string(desk.path("kerja/naskah.toml")).unwrap();
    let last = naskah.replace("\"contoh\"", "\"final\"").replace("\"draf\"", "\"final\"");
    desk.write("kerja/naskah.toml", &last);
    let build = ["build", "kerja", "surat-tugas", "edaran", "--format", "docx"];
    let said = desk.run(&build).stderr();
    assert!(said.contains("[NSK0866]"), "{said}");
    let silent = |words: &str| last.clone() + &silences(&[("NSK0866", words)]);
    desk.write("kerja/naskah.toml", &silent("tercetak pada lebih dari satu surat"));
    let said = desk.run(&build).stderr();
    assert!(said.contains("[NSK0866]"), "a sentence is no name: {said}");
    for name in ["100.1.2/7/PEM", "edaran", "edaran/edaran"] {
        desk.write("kerja/naskah.toml", &silent(name));
        let said = desk.run(&build).stderr();
        assert!(!said.contains("[NSK0866]") && !said.contains("[NSK0370]"), "{said}");
        assert_eq!(said.matches("diabaikan NSK0866").count(), 1, "{said}");
    }
}

/// A paper that only cites the number of another one is none that shares it, wherever it does so.
#[test]
fn a_final_paper_may_cite_the_number_of_another() {
    let desk = Desk::with_example("kutai-timur");
    desk.write(
        "kerja/data/surat.toml",
        "[surat-tugas]\ntanggal = 2024-12-02\npenanda_tangan = \"sekda\"\nnomor = \"100.1.2/7/PEM\"\n",
    );
    let cited = "100.1.2/7/PEM";
    desk.write(
        "kerja/templates/balasan/template.toml",
        "judul = \"Balasan\"\nbentuk = \"judul\"\nper = \"daerah\"\n",
    );
    desk.write(
        "kerja/templates/balasan/isi.md",
        &format!(
            "{{{{ kop() }}}}\n\n:::judul {{nomor=\"100.1.2/8/PEM\"}}\nBALASAN\n:::\n\nNomor : {cited}\n\nNOMOR {cited}\n\n1. Nomor {cited}\n\n| Nomor | {cited} |\n|:--|:--|\n| a | b |\n\n:::rincian {{label=\"Nomor\" isi=\"{cited}\"}}\n:::\n"
        ),
    );
    let naskah = std::fs::read_to_string(desk.path("kerja/naskah.toml")).unwrap();
    let last = naskah.replace("\"contoh\"", "\"final\"").replace("\"draf\"", "\"final\"");
    desk.write("kerja/naskah.toml", &last);
    let build = ["build", "kerja", "surat-tugas", "balasan", "--format", "docx"];
    let said = desk.run(&build).stderr();
    assert!(!said.contains("NSK08"), "{said}");
}
