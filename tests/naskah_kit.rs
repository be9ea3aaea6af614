//! The papers around a meeting: what the data does not have is not printed, and what is printed
//! stays in order.

use std::path::Path;

use naskah::diag::Problems;
use naskah::document::{Block, Document};
use naskah::layout::page::ItemKind;
use naskah::pipeline::{self, Laid};
use naskah::source::SourceMap;

use crate::kit::files::write;

const SETTINGS: &str = r#"
[daerah]
nama = "Kabupaten Contoh"
ibu_kota = "Kota Contoh"
[instansi]
nama = "Sekretariat Daerah"
[periode]
tahun = 2025
triwulan = 1
[dokumen]
status = "final"
"#;

const OFFICIALS: &str = r#"
[[pejabat]]
id = "sekda"
gelar_depan = "Dr."
nama = "Budi Santoso"
gelar_belakang = ["M.Si."]
nip = "19670412 199203 1 004"
golongan = "IV/d"
jabatan = "Sekretaris Daerah"
kedudukan = "sekda"
"#;

/// Keys and tables that a meeting may do without.
const PARTS: [(&str, &str); 15] = [
    ("tema", "tema = \"Bersama\"\n"),
    ("latar_belakang", "latar_belakang = [\"Satu alinea.\"]\n"),
    ("rangkaian", "rangkaian = [\"Rakor Triwulan III\", \"Monitoring Mei\"]\n"),
    ("tujuan", "tujuan = [\"menyamakan data\", \"menyepakati langkah\"]\n"),
    ("sasaran", "sasaran = [\"enam perangkat daerah\"]\n"),
    ("luaran", "luaran = [\"kesepakatan.\"]\n"),
    ("bentuk", "bentuk = \"paparan dan diskusi\"\n"),
    ("sumber", "sumber_biaya = \"DPA 2025\"\n"),
    ("tautan", "tautan = \"https://rapat.example/x\"\n"),
    ("undangan", "[[undangan]]\nid = \"a\"\nyth = \"Kepala Dinas A\"\njumlah = 2\n"),
    ("peserta", "[[peserta]]\nnama = \"Citra\"\ninstansi = \"Dinas A\"\n"),
    (
        "narasumber",
        "[[narasumber]]\nid = \"n\"\nnama = \"Dewi\"\njenis_kelamin = \"P\"\n\
         jabatan = \"Direktur\"\nmateri = \"Data SPM\"\n",
    ),
    (
        "sesi",
        "[[sesi]]\nid = \"s\"\nnama = \"Paparan\"\nmulai = \"09.00\"\n[[sesi.acara]]\n\
         nama = \"Paparan data\"\ndurasi = 60\noleh = \"Panitia\"\n",
    ),
    (
        "panitia",
        "[[panitia]]\nnama = \"Eka\"\nnip = \"19880714 201101 2 006\"\ngolongan = \"III/c\"\n\
         jabatan = \"Analis\"\nperan = \"Ketua\"\n[[panitia]]\nnama = \"Fajar\"\n",
    ),
    (
        "biaya",
        "[[biaya]]\nuraian = \"Konsumsi\"\nvolume = 10\nsatuan = \"orang\"\nharga = 50000\n",
    ),
];

const LETTERS: [&str; 6] = [
    "undangan",
    "kak",
    "permohonan-narasumber",
    "surat-tugas",
    "sk-panitia",
    "surat-pengantar",
];

/// All papers of a workspace with these files.
fn papers(meeting: &str, files: &[(&str, &str)]) -> Vec<(String, Laid)> {
    let folder = tempfile::tempdir().unwrap();
    let letter = |name: &&str| {
        format!(
            "[{name}]\nnomor = \"7/X\"\ntanggal = 2025-03-03\npenanda_tangan = \"sekda\"\n"
        )
    };
    let letters = LETTERS.iter().map(letter).collect::<Vec<_>>().concat();
    let all = [
        ("naskah.toml", SETTINGS),
        ("data/pejabat.toml", OFFICIALS),
        ("data/surat.toml", letters.as_str()),
        ("data/rakor.toml", meeting),
    ];
    for (name, text) in all.iter().chain(files) {
        write(&folder.path().join(name), text);
    }
    open(folder.path())
}

fn open(root: &Path) -> Vec<(String, Laid)> {
    let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
    let opened = pipeline::open(root, &mut sources, &mut problems);
    let opened = opened.unwrap_or_else(|| panic!("{:?}", problems.sorted()));
    let mut names = opened.makeable();
    names.retain(|name| !name.starts_with("panduan"));
    let mut made = Vec::new();
    for job in pipeline::jobs(&opened, &names, &mut problems) {
        let laid = pipeline::lay_out(&opened, &job, &mut problems);
        made.push((job.path.clone(), laid.unwrap_or_else(|| panic!("{:?}", job.path))));
    }
    assert!(!problems.has_errors(), "{:?}", problems.sorted());
    made
}

/// A meeting without one of its parts, or with only the first lines.
fn meeting(without: impl Fn(&str) -> bool) -> String {
    let head = "[rakor]\nnama = \"Rakor SPM\"\ntanggal = 2025-03-10\ntempat = \"Aula\"\n";
    let kept = PARTS.iter().filter(|(name, _)| !without(name)).map(|(_, text)| *text);
    std::iter::once(head).chain(kept).collect()
}

fn text<'a>(made: &'a [(String, Laid)], path: &str) -> Option<Vec<String>> {
    let of = |(name, laid): &'a (String, Laid)| (name == path).then_some(laid);
    Some(naskah::document::lines(&made.iter().find_map(of)?.document))
}

/// Headings, each with whether anything stands under it.
fn headings(document: &Document) -> Vec<(String, String, bool)> {
    fn open(block: &Block) -> Vec<&Block> {
        match block {
            Block::Keep { blocks, .. } => blocks.iter().flat_map(open).collect(),
            other => vec![other],
        }
    }
    let blocks = || document.sections.iter().flat_map(|s| &s.blocks).flat_map(open);
    let mut found = Vec::new();
    for (at, block) in blocks().enumerate() {
        if let Block::Heading(heading) = block {
            let next = blocks().nth(at + 1);
            let filled = next.is_some_and(|n| !matches!(n, Block::Heading(_)));
            let title = naskah::document::plain_text(&heading.inlines);
            found.push((heading.label.clone().unwrap_or_default(), title, filled));
        }
    }
    found
}

/// What a template that forgot to ask for a value leaves behind.
fn traces(lines: &[String]) -> Vec<&String> {
    let bad = |line: &&String| {
        let words =
            ["None", "none", "undefined", "[]", "{{", "}}", " ,", " .", "..", "()"];
        line.starts_with([',', '.'])
            || words.iter().any(|w| line.contains(w))
            || line.trim_end().ends_with(", ")
    };
    lines.iter().filter(bad).collect()
}

#[test]
fn a_part_that_is_not_there_leaves_no_gap() {
    let all: Vec<&str> = PARTS.iter().map(|(name, _)| *name).collect();
    let mut cases: Vec<Vec<&str>> = all.iter().map(|name| vec![*name]).collect();
    cases.push(Vec::new());
    cases.push(all);
    for without in cases {
        let made = papers(&meeting(|part| without.contains(&part)), &[]);
        for (path, laid) in &made {
            let lines = naskah::document::lines(&laid.document);
            let found = traces(&lines);
            assert!(found.is_empty(), "{path} without {without:?}: {found:?}");
            for (n, (label, title, filled)) in (b'A'..).zip(headings(&laid.document)) {
                assert_eq!(
                    label,
                    format!("{}.", char::from(n)),
                    "{path} without {without:?}: {title}"
                );
                assert!(filled, "{path} without {without:?}: {title} is empty");
            }
        }
    }
}

#[test]
fn a_kak_has_all_its_parts_in_order() {
    let made = papers(&meeting(|_| false), &[]);
    let kak = made.iter().find(|(path, _)| path == "kak/kak").unwrap();
    let titles: Vec<String> =
        headings(&kak.1.document).into_iter().map(|(_, title, _)| title).collect();
    assert_eq!(
        titles,
        [
            "Latar Belakang",
            "Dasar Hukum",
            "Maksud dan Tujuan",
            "Sasaran",
            "Luaran",
            "Bentuk Kegiatan",
            "Waktu dan Tempat",
            "Peserta",
            "Narasumber",
            "Jadwal",
            "Biaya",
            "Penutup",
        ]
    );
    let lines = text(&made, "kak/kak").unwrap().join("\n");
    assert!(lines.contains("Rp500.000 (lima ratus ribu rupiah)"), "{lines}");
    assert!(lines.contains("Peserta berjumlah 2 (dua) orang"), "{lines}");
    assert!(lines.contains("1. Rakor Triwulan III; dan\n2. Monitoring Mei."), "{lines}");
    let bare = papers(&meeting(|_| true), &[]);
    let kak = bare.iter().find(|(path, _)| path == "kak/kak").unwrap();
    let titles: Vec<String> =
        headings(&kak.1.document).into_iter().map(|(_, title, _)| title).collect();
    assert_eq!(titles, ["Dasar Hukum", "Waktu dan Tempat", "Penutup"]);
}

#[test]
fn papers_without_their_people_are_not_made() {
    let made = papers(&meeting(|_| true), &[]);
    let names: Vec<&str> = made.iter().map(|(path, _)| path.as_str()).collect();
    for absent in
        ["surat-tugas", "sk-panitia", "permohonan", "rundown", "sambutan", "undangan"]
    {
        assert!(!names.iter().any(|n| n.starts_with(absent)), "{absent} in {names:?}");
    }
}

#[test]
fn a_decision_prints_its_signer_without_gelar_and_nip() {
    let made = papers(&meeting(|_| false), &[]);
    let lines = text(&made, "sk-panitia/sk-panitia").unwrap();
    assert!(lines.contains(&"BUDI SANTOSO".to_owned()), "{lines:#?}");
    assert!(
        !lines.iter().any(|l| l.contains("M.Si.") || l.contains("NIP")),
        "{lines:#?}"
    );
    for diktum in ["KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA"] {
        assert!(lines.iter().any(|l| l.starts_with(diktum)), "{diktum}: {lines:#?}");
    }
    // Without a source of money one diktum less, and none left out.
    let made = papers(&meeting(|part| part == "sumber"), &[]);
    let lines = text(&made, "sk-panitia/sk-panitia").unwrap();
    assert!(lines.iter().any(|l| l.starts_with("KEEMPAT : Keputusan ini mulai")));
    assert!(!lines.iter().any(|l| l.starts_with("KELIMA")), "{lines:#?}");
}

#[test]
fn an_assignment_names_the_nip_only_of_those_who_have_one() {
    let made = papers(&meeting(|_| false), &[]);
    let lines = text(&made, "surat-tugas/surat-tugas").unwrap().join("\n");
    // The signer and the one of two who has a number.
    assert_eq!(lines.matches("NIP").count(), 2, "{lines}");
    assert!(lines.contains("Penata (III/c)"), "{lines}");
}

#[test]
fn copies_are_numbered_on_from_row_to_row_by_title() {
    let books = "[[distribusi-buku]]\npenerima = \"Kepala Dinas\"\ninstansi = \"Dinas A\"\n\
        judul = \"Satu\"\neksemplar = 5\n[[distribusi-buku]]\npenerima = \"Budi\"\n\
        instansi = \"Dinas B\"\njudul = \"Dua\"\neksemplar = 2\n[[distribusi-buku]]\n\
        penerima = \"Camat\"\njudul = \"Satu\"\neksemplar = 1\n[[distribusi-buku]]\n\
        instansi = \"Dinas C\"\njudul = \"Satu\"\neksemplar = 1200\n";
    let made = papers(&meeting(|_| false), &[("data/distribusi-buku.toml", books)]);
    let sheet = text(&made, "tanda-terima-buku/tanda-terima-buku").unwrap().join("\n");
    for row in [
        "Satu | 5 | 001–005 |",
        "Dua | 2 | 001–002 |",
        "Satu | 1 | 006 |",
        "Satu | 1.200 | 007–1206 |",
        "1.208",
    ] {
        assert!(sheet.contains(row), "{row} in:\n{sheet}");
    }
    let letter = text(&made, "surat-pengantar/001").unwrap().join("\n");
    assert!(letter.contains("Kepala Dinas A"), "{letter}");
    assert!(letter.contains("5 (lima) eksemplar"), "{letter}");
    assert!(letter.contains("001–005"), "{letter}");
}

/// The face stands between the folds at 99 mm and 198 mm, its copy above them as decoration.
#[test]
fn a_name_tent_folds_where_it_is_meant_to() {
    let made = papers(&meeting(|_| false), &[]);
    let (_, laid) =
        made.iter().find(|(path, _)| path == "papan-nama/papan-nama").unwrap();
    assert_eq!(
        laid.pages.pages.len(),
        4,
        "speaker, participant and two of the committee"
    );
    for page in &laid.pages.pages {
        let mm = |pt: f32| pt * 25.4 / 72.0;
        let folds: Vec<f32> = page
            .items
            .iter()
            .filter_map(|item| match &item.kind {
                ItemKind::Line { from, dashed: true, .. } => Some(mm(from.1.0)),
                _ => None,
            })
            .collect();
        let [first, second] = folds[..] else { panic!("folds at {folds:?}") };
        assert!((first - 99.0).abs() < 1.0, "first fold at {first} mm");
        assert!((second - 198.0).abs() < 1.5, "second fold at {second} mm");
        for item in &page.items {
            match &item.kind {
                ItemKind::Text(text) => {
                    let y = mm(text.y.0);
                    assert!((99.0..198.0).contains(&y), "{:?} at {y} mm", text.text);
                }
                ItemKind::Image { rect, .. } => {
                    assert!(mm(rect[1].0 + rect[3].0) < 99.0);
                    assert!(item.node.is_none(), "read out twice");
                }
                _ => {}
            }
        }
    }
}
