//! Workspaces of extreme data: whatever is typed comes out as it was typed, on sound pages.
//!
//! The papers are made by the real program and read by other people's programs; the pages are
//! measured through the library.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::juri;
use crate::juri::docx_text::docx_text;
use crate::juri::pdf::Pdftotext;
use crate::kit::desk::naskah;
use crate::kit::opened::{squeezed, texts};
use crate::kit::{fixture, root};
use crate::ukur::{
    Paper, alone, broken_words, outside, overlaps, places, tenths, type_area, workspace,
    wrapped_kop,
};
use naskah::diag::Problems;
use naskah::layout::page::{Item, ItemKind, TextItem};
use naskah::pipeline::{self, Laid, Opened};
use naskah::plan::Job;
use naskah::source::SourceMap;

const FIXTURES: [&str; 3] = ["ekstrem", "ekstrem-0", "ekstrem-1"];

/// Warnings that the data of a fixture deserves: no letter with twelve copies fits a page, no
/// column has room for its longest words, its letters share dates and numbers or have none, its
/// people are written now with gelar and now without, one receipt is there twice, one hands out
/// nothing, and one letter is signed on behalf of who stands below, one name has two NIP, and the
/// same people sign the berita acara for several offices.
/// No paper shows less for it.
const EXPECTED_WARNINGS: [&str; 24] = [
    "NSK0142", "NSK0308", "NSK0313", "NSK0316", "NSK0408", "NSK0722", "NSK0710",
    "NSK0351", "NSK0352", "NSK0355", "NSK0357", "NSK0358", "NSK0359", "NSK0361",
    "NSK0374", "NSK0375", "NSK0379", "NSK0381", "NSK0383", "NSK0388", "NSK0391",
    "NSK0394", "NSK0395", "NSK0814",
];

/// Every name of the fixture `ekstrem` that looks like markup, a tag or a field.
const NAMES: [&str; 35] = [
    "A*B|C <i>",
    "# Bukan Judul",
    "1. bukan daftar",
    "{{ x }}",
    "{% raw %}",
    ":::kop",
    "Nama \\ dengan ` dan [tautan](http://x)",
    "a_b_c__d__",
    "O'Brien & Co. \"kutip\"",
    "Tulisan &amp; dan &#124; apa adanya",
    "Ma'ruf",
    "Groß Éclair Ñuñez Şahin",
    "- bukan butir",
    "> bukan kutipan",
    "***",
    "~~bukan coret~~",
    "x^2^ dan H~2~O",
    "[^1]",
    "![gambar](x.png)",
    "<!-- komentar -->",
    "<<",
    "^^",
    "| a | b |",
    "--- bukan garis",
    "{halaman} dari {jumlah}",
    "1) satu",
    "C:\\Users\\x\\",
    "**tebal**",
    "{# catatan #}",
    "+ tambah",
    "menjorok",
    "https://contoh.example/a_b?c=d&e=f#g",
    "nama_orang+1@contoh.example",
    "</td></tr>",
    "$x_1$ %s \\n",
];

/// What the letters, the agenda and the sheets say besides.
const PLACES: [&str; 6] = [
    "Balai Pertemuan Serbaguna Kecamatan Muara Sungai Panjang Utr",
    "https://rapat.pemerintah-daerah.example/ruang/spm/rakor-tiga-hari-dua-bulan\
     ?kunci=abcdefghijklmnopqrstuvwxyz0123456789&bahasa=id#masuk",
    "Pertanggungjawabankeberlanjutanjawabankeberlanjutanjawabankeberlanjutan\
     antarkecamatandesaa",
    "KABUPATEN KEPULAUAN SUNGAI MAHAWARNA HULU RAYA TIMUR LAUT PERBATASAN NEGARA MAKMUR SENTOSA",
    "Prof. Dr. Ma'ruf Groß Éclair Ñuñez Şahin, S.Sos., S.H., M.Si., M.A.P., CGCAE., QIA.",
    "Baris pertama, baris kedua, dan baris ketiga yang menjorok.",
];

/// The papers of the fixtures, made once for all tests.
fn papers() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("ekstrem");
        let _ = std::fs::remove_dir_all(&folder);
        for fixture in FIXTURES {
            build(fixture, &folder.join(fixture));
        }
        folder
    })
}

/// Builds a fixture; it must come out without a word that was not expected.
fn build(fixture: &str, out: &Path) {
    let output = naskah("id", root())
        .args(["build", &format!("fixtures/{fixture}"), "--out"])
        .arg(out)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{fixture}: {}\n{said}", output.status);
    let unexpected = said
        .lines()
        .filter(|line| line.contains("NSK"))
        .find(|line| !EXPECTED_WARNINGS.iter().any(|known| line.contains(known)));
    assert_eq!(unexpected, None, "{fixture}:\n{said}");
}

/// Those who are not online only.
const PRESENT: &[&str] = NAMES.split_at(19).0;

/// The papers of `ekstrem` that must show all names, and those that show the other texts.
const SHOWING: [(&str, &[&str]); 10] = [
    ("daftar-hadir/2024-09-30-peserta", &NAMES),
    ("agenda/susunan-acara", &NAMES),
    ("surat-evaluasi/semua", &NAMES),
    ("papan-nama/papan-nama", PRESENT),
    ("tanda-pengenal/tanda-pengenal", PRESENT),
    ("undangan/panjang", &PLACES),
    ("notula/notula", &NAMES),
    ("berita-acara/berita-acara", &NAMES),
    ("nota-dinas/nota-dinas", &NAMES),
    ("laporan-rakor/laporan-rakor", &NAMES),
];

fn assert_shows(paper: &str, text: &str, names: &[&str]) {
    let text = squeezed(text);
    let lost: Vec<_> =
        names.iter().filter(|name| !text.contains(&squeezed(name))).collect();
    assert!(lost.is_empty(), "{paper} lost {lost:?}");
}

#[test]
fn every_name_comes_out_of_the_docx_as_it_was_typed() {
    for (paper, names) in SHOWING {
        let file = papers().join("ekstrem").join(paper).with_extension("docx");
        let text = docx_text(&std::fs::read(file).unwrap()).unwrap();
        assert_shows(paper, &text.body.join("\n"), names);
    }
}

#[test]
#[cfg_attr(not(juri_pdftotext), ignore = "pdftotext is missing: tests/juri/pasang")]
fn every_name_comes_out_of_the_pdf_as_it_was_typed() {
    let (folder, reader) = (papers(), Pdftotext::find());
    for (paper, names) in SHOWING {
        let file = folder.join("ekstrem").join(paper).with_extension("pdf");
        assert_shows(paper, &reader.text(&file).unwrap(), names);
    }
}

#[test]
fn a_second_build_gives_the_same_bytes() {
    let again = Path::new(env!("CARGO_TARGET_TMPDIR")).join("ekstrem-lagi");
    let _ = std::fs::remove_dir_all(&again);
    for fixture in FIXTURES {
        build(fixture, &again.join(fixture));
    }
    let files = |folder: &Path| -> BTreeMap<PathBuf, Vec<u8>> {
        ["pdf", "docx", "json"]
            .iter()
            .flat_map(|ending| juri::files(folder, ending))
            .map(|file| {
                let name = file.strip_prefix(folder).unwrap().to_path_buf();
                (name, std::fs::read(file).unwrap())
            })
            .collect()
    };
    let (first, second) = (files(papers()), files(&again));
    assert_eq!(first.keys().collect::<Vec<_>>(), second.keys().collect::<Vec<_>>());
    let differing: Vec<_> =
        first.iter().filter(|(name, bytes)| second[*name] != **bytes).collect();
    assert!(
        differing.is_empty(),
        "{:?}",
        differing.iter().map(|(n, _)| n).collect::<Vec<_>>()
    );
}

#[test]
fn an_empty_list_of_people_makes_no_empty_paper() {
    assert!(!papers().join("ekstrem-0/daftar-hadir").exists());
    assert!(!papers().join("ekstrem/surat-evaluasi/tanpa.pdf").exists());
    assert!(papers().join("ekstrem/surat-evaluasi/diam.pdf").exists());
}

/// The one template whose papers are long.
const BOOK: &str = "panduan-spm";

/// Every paper of the fixtures, laid out once; the whole book, whose chapters the editions for an
/// OPD have too, only of the smallest.
fn laid_out() -> &'static [Paper] {
    static PAPERS: OnceLock<Vec<Paper>> = OnceLock::new();
    PAPERS.get_or_init(|| {
        FIXTURES.iter().flat_map(|name| lay_out(name, &fixture(name), false)).collect()
    })
}

/// The papers of a workspace; with `few`, of each template the shortest and the longest.
fn lay_out(name: &str, root: &Path, few: bool) -> Vec<Paper> {
    let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
    let opened = pipeline::open(root, &mut sources, &mut problems).unwrap();
    let mut names = opened.makeable();
    names.retain(|template| template != BOOK || name == "ekstrem-1");
    let jobs = pipeline::jobs(&opened, &names, &mut problems);
    let chosen: Vec<_> =
        if few { extremes(&opened, &jobs) } else { jobs.iter().collect() };
    let papers = chosen.into_iter().map(|job| {
        let laid = pipeline::lay_out(&opened, job, &mut problems).unwrap();
        let text = &opened.templates.files[&format!("{}/isi.md", job.template)].text;
        Paper { name: format!("{name}/{}", job.path), kop: text.contains("kop("), laid }
    });
    let papers = papers.collect();
    let unexpected = problems
        .sorted()
        .into_iter()
        .find(|diagnostic| !EXPECTED_WARNINGS.contains(&diagnostic.problem.code()));
    assert_eq!(unexpected, None, "{name}");
    papers
}

/// Of each template the paper with the least text and that with the most.
fn extremes<'j>(opened: &Opened, jobs: &'j [Job]) -> Vec<&'j Job> {
    let mut by_template: BTreeMap<&str, Vec<(usize, &Job)>> = BTreeMap::new();
    for job in jobs {
        let long = opened.fill(job).unwrap().text.len();
        by_template.entry(&job.template).or_default().push((long, job));
    }
    let mut chosen = Vec::new();
    for papers in by_template.values_mut() {
        papers.sort_by_key(|(long, job)| (*long, job.path.clone()));
        chosen.push(papers[0].1);
        // The longest edition of the book takes as long as all else.
        if papers.len() > 1 && !papers[0].1.template.starts_with("panduan-") {
            chosen.push(papers[papers.len() - 1].1);
        }
    }
    chosen
}

fn assert_none(found: &[String]) {
    assert!(
        found.is_empty(),
        "{} findings:\n{}",
        found.len(),
        found[..found.len().min(40)].join("\n")
    );
}

/// The templates the program itself names.
fn templates() -> Vec<String> {
    let output =
        naskah("id", &fixture("ekstrem")).args(["template", "list"]).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    let names: Vec<String> = said
        .lines()
        .filter_map(|l| l.split_whitespace().next())
        .map(str::to_owned)
        .collect();
    assert!(names.len() > 3, "{said}");
    names
}

fn faults(papers: &[Paper]) -> Vec<String> {
    let mut found = Vec::new();
    for paper in papers {
        found.extend(outside(paper));
        found.extend(overlaps(paper));
        found.extend(alone(paper));
        found.extend(broken_words(paper));
        if paper.kop {
            found.extend(wrapped_kop(paper));
        }
    }
    found
}

#[test]
fn pages_are_sound() {
    let papers = laid_out();
    let made: BTreeSet<&str> = papers.iter().filter_map(Paper::template).collect();
    let unmade: Vec<String> =
        templates().into_iter().filter(|name| !made.contains(name.as_str())).collect();
    assert!(unmade.is_empty(), "no fixture has data for {unmade:?}");
    assert_none(&faults(papers));
}

/// The same on both F4 and with both bases, and with letters that are to be fitted.
#[test]
fn pages_are_sound_on_other_paper() {
    const PROFILES: [&str; 3] = [
        "dasar = \"permendagri-54-2009\"\nkertas = \"f4-215\"",
        "kertas = \"f4-210\"\nspasi = 1.5",
        "dasar = \"permendagri-54-2009\"\n[profil.jenis.surat.muat]\nhalaman = 2",
    ];
    let mut found = Vec::new();
    for (n, profile) in PROFILES.iter().enumerate() {
        let name = format!("ekstrem-kertas-{n}");
        let add = format!("\n[profil]\n{profile}\n");
        let root = workspace(&name, "ekstrem", &[("naskah.toml", "", &add)]);
        found.extend(faults(&lay_out(&name, &root, true)));
    }
    assert_none(&found);
}

/// The measures above see what they are meant to see.
#[test]
fn a_planted_fault_is_found() {
    let papers = laid_out();
    let good = papers.iter().find(|p| p.name == "ekstrem/undangan/panjang").unwrap();
    let spoiled = |change: &dyn Fn(&mut Laid)| {
        let mut laid = good.laid.clone();
        change(&mut laid);
        Paper { name: good.name.clone(), kop: good.kop, laid }
    };
    let texts_of = |laid: &mut Laid, change: &dyn Fn(&mut TextItem)| {
        for item in laid.pages.pages.iter_mut().flat_map(|page| &mut page.items) {
            if let ItemKind::Text(text) = &mut item.kind {
                change(text);
            }
        }
    };
    let wide = spoiled(&|laid| texts_of(laid, &|text| text.x.0 += 40.0));
    assert!(!outside(&wide).is_empty());
    let double = spoiled(&|laid| {
        let items = &mut laid.pages.pages[1].items;
        let again = items.clone();
        items.extend(again);
    });
    assert!(!overlaps(&double).is_empty());
    let high_rule = spoiled(&|laid| {
        for item in &mut laid.pages.pages[0].items {
            if let ItemKind::Line { from, to, .. } = &mut item.kind {
                (from.1.0, to.1.0) = (from.1.0 - 4.0, to.1.0 - 4.0);
            }
        }
    });
    assert!(!wrapped_kop(&high_rule).is_empty());
    let signature_only = spoiled(&|laid| {
        let signed = |item: &Item| matches!(&item.kind, ItemKind::Text(text) if text.text.starts_with("NIP\u{a0}"));
        let mut pages = laid.pages.pages.iter_mut();
        let page = pages.find(|page| page.items.iter().any(signed)).unwrap();
        page.items.retain(|item| match &item.kind {
            ItemKind::Text(text) => text.x.0 > 250.0,
            _ => true,
        });
    });
    assert!(!alone(&signature_only).is_empty());
}

/// Room to sign on every row of the sheets, and heads that tell which rows follow.
#[test]
fn sheets_number_all_rows_and_leave_room_to_sign() {
    let papers = laid_out();
    let sheet =
        papers.iter().find(|p| p.name == "ekstrem/daftar-hadir/2024-09-30-peserta");
    let paper = sheet.unwrap();
    let mut next = 1;
    for (n, (place, page)) in places(paper).enumerate() {
        let said: String = texts(page).map(|(_, text)| &*text.text).collect();
        let said = squeezed(&said);
        let head = format!("(Halaman{}:No.", n + 1);
        let Some((_, range)) = said.split_once(&head) else { continue };
        let left = type_area(&paper.laid, page)[0];
        let numbers: Vec<usize> = texts(page)
            .filter(|(_, text)| text.x.0 < left + 9.0 * 72.0 / 25.4)
            .filter_map(|(_, text)| text.text.trim().parse().ok())
            .collect();
        let last = numbers.last().copied().unwrap();
        assert_eq!(numbers, (next..=last).collect::<Vec<_>>(), "{place}");
        assert!(range.starts_with(&format!("{next:02}–{last:02})")), "{place}: {range}");
        next = last + 1;
        let lines: BTreeSet<i64> = page
            .items
            .iter()
            .filter_map(|item| match &item.kind {
                ItemKind::Line { from, to, .. } if from.1 == to.1 => {
                    Some(tenths(from.1.0))
                }
                _ => None,
            })
            .collect();
        // From below: the rows, the head above them, the rule of the kop.
        let lines: Vec<i64> = lines.into_iter().rev().take(numbers.len() + 1).collect();
        let lowest = lines.windows(2).map(|pair| pair[0] - pair[1]).min().unwrap();
        assert!(
            lowest >= tenths(7.2 * 72.0 / 25.4) - 2,
            "{place}: a row of {lowest} tenths"
        );
    }
    assert_eq!(next, 161, "160 of 200 participants sign on paper");
}
