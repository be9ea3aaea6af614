//! Workspaces of extreme data: whatever is typed comes out as it was typed, on sound pages.
//!
//! The papers are made by the real program and read by other people's programs; the pages are
//! measured through the library.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stderr)]
// The judges are shared with tests/judges.rs, which uses all of them.
#![allow(dead_code)]

mod juri;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use juri::docx_text::docx_text;
use juri::pdf::Pdftotext;
use naskah::diag::Problems;
use naskah::layout::page::{ItemKind, Page, Tag, TextItem};
use naskah::pipeline::{self, Laid};
use naskah::source::SourceMap;
use naskah::units::Pt;

const FIXTURES: [&str; 3] = ["ekstrem", "ekstrem-0", "ekstrem-1"];

/// Warnings that the data of a fixture deserves; none so far.
const EXPECTED_WARNINGS: [&str; 0] = [];

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
    "---",
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

fn manifest_dir() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

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
    let output = Command::new(env!("CARGO_BIN_EXE_naskah"))
        .current_dir(manifest_dir())
        .args(["--lang", "id", "build", &format!("fixtures/{fixture}"), "--out"])
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

/// Text without white space and soft hyphens, which say only where a line ends.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{ad}').collect()
}

/// The papers of `ekstrem` that must show all names, and those that show the other texts.
const SHOWING: [(&str, &[&str]); 4] = [
    ("daftar-hadir/2024-09-30-peserta", &NAMES),
    ("agenda/susunan-acara", &NAMES),
    ("surat-evaluasi/semua", &NAMES),
    ("undangan/panjang", &PLACES),
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
fn every_name_comes_out_of_the_pdf_as_it_was_typed() {
    let folder = papers();
    let Some(reader) = Pdftotext::find() else { return };
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

/// A laid out paper with its name for messages.
struct Paper {
    name: String,
    template: String,
    laid: Laid,
}

/// All papers of all fixtures, laid out. The full book is the largest edition of the book for
/// an OPD and is left out.
fn laid_out() -> Vec<Paper> {
    let mut papers = Vec::new();
    for fixture in FIXTURES {
        let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
        let root = manifest_dir().join("fixtures").join(fixture);
        let opened = pipeline::open(&root, &mut sources, &mut problems).unwrap();
        let names: Vec<String> = opened
            .templates
            .manifests
            .keys()
            .filter(|name| name.as_str() != "panduan-spm")
            .cloned()
            .collect();
        for job in pipeline::jobs(&opened, &names, &mut problems) {
            let laid = pipeline::lay_out(&opened, &job, &mut problems).unwrap();
            let name = format!("{fixture}/{}", job.path);
            papers.push(Paper { name, template: job.template.clone(), laid });
        }
        assert!(problems.is_empty(), "{fixture}: {:?}", problems.sorted());
    }
    papers
}

/// What a coordinate may be off.
const SLACK: f32 = 0.5;

/// Left, top, right and bottom.
type Bounds = [f32; 4];

/// The type area of a page.
fn type_area(laid: &Laid, page: &Page) -> Bounds {
    let margins = &laid.document.sections[page.section].page.margins;
    [
        margins.left.0,
        margins.top.0,
        page.width.0 - margins.right.0,
        page.height.0 - margins.bottom.0,
    ]
}

fn width(text: &TextItem) -> f32 {
    text.glyphs.iter().map(|glyph| glyph.advance).sum::<f32>() * text.size.0
}

/// Right end of the last character that is no blank: blanks may hang over the edge.
fn ink(text: &TextItem) -> Bounds {
    let blanks = text.text.len() - text.text.trim_end().len();
    let end = u32::try_from(text.text.len() - blanks).unwrap();
    let hanging: f32 = text
        .glyphs
        .iter()
        .filter(|g| g.start >= end && g.end > g.start)
        .map(|g| g.advance)
        .sum();
    let (x, y, size) = (text.x.0, text.y.0, text.size.0);
    [x, y - 0.7 * size, x + width(text) - hanging * size, y + 0.2 * size]
}

fn texts(page: &Page) -> impl Iterator<Item = (Option<usize>, &TextItem)> {
    page.items.iter().filter_map(|item| match &item.kind {
        ItemKind::Text(text) if !text.text.trim().is_empty() => {
            Some((item.node.map(|n| n.0 as usize), text))
        }
        _ => None,
    })
}

fn places(paper: &Paper) -> impl Iterator<Item = (String, &Page)> {
    let pages = paper.laid.pages.pages.iter().enumerate();
    pages.map(|(n, page)| (format!("{} page {}", paper.name, n + 1), page))
}

fn assert_none(found: &[String]) {
    assert!(
        found.is_empty(),
        "{} findings:\n{}",
        found.len(),
        found[..found.len().min(40)].join("\n")
    );
}

#[test]
fn pages_are_sound() {
    let papers = laid_out();
    let mut found = Vec::new();
    for paper in &papers {
        found.extend(outside(paper));
        found.extend(overlaps(paper));
        found.extend(alone(paper));
        found.extend(broken_words(paper));
        if ["undangan", "surat-evaluasi", "agenda", "daftar-hadir"]
            .contains(&&*paper.template)
        {
            found.extend(wrapped_kop(paper));
        }
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
        Paper { name: good.name.clone(), template: good.template.clone(), laid }
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
        laid.pages.pages[1].items.retain(|item| match &item.kind {
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
            lowest >= tenths(8.5 * 72.0 / 25.4) - 2,
            "{place}: a row of {lowest} tenths"
        );
    }
    assert_eq!(next, 161, "160 of 200 participants sign on paper");
}

/// Text, lines, fills and pictures outside the type area; headers and footers may stand above
/// and below it, nothing beside it.
fn outside(paper: &Paper) -> Vec<String> {
    let mut found = Vec::new();
    for (place, page) in places(paper) {
        let area = type_area(&paper.laid, page);
        for item in &page.items {
            let (bounds, what) = match &item.kind {
                ItemKind::Text(text) if text.text.trim().is_empty() => continue,
                ItemKind::Text(text) => (ink(text), text.text.to_string()),
                ItemKind::Fill { rect, .. } => {
                    (sides(rect.map(|p| p.0)), "a fill".to_owned())
                }
                ItemKind::Image { rect, .. } => {
                    (sides(rect.map(|p| p.0)), "a picture".to_owned())
                }
                ItemKind::Line { from, to, .. } => {
                    ([from.0.0, from.1.0, to.0.0, to.1.0], "a line".to_owned())
                }
                ItemKind::Path(path) => {
                    let corners = || path.parts.iter().flatten();
                    let least = |of: fn(&(Pt, Pt)) -> f32| {
                        corners().map(of).fold(f32::MAX, f32::min)
                    };
                    let most = |of: fn(&(Pt, Pt)) -> f32| {
                        corners().map(of).fold(f32::MIN, f32::max)
                    };
                    let x: fn(&(Pt, Pt)) -> f32 = |p| p.0.0;
                    let y: fn(&(Pt, Pt)) -> f32 = |p| p.1.0;
                    ([least(x), least(y), most(x), most(y)], "a path".to_owned())
                }
                ItemKind::Link { .. } | ItemKind::Watermark { .. } => continue,
            };
            let beside = bounds[0] < area[0] - SLACK || bounds[2] > area[2] + SLACK;
            // Page numbers and running heads are text that belongs to no node.
            let running = item.node.is_none() && matches!(item.kind, ItemKind::Text(_));
            let [top, bottom] =
                if running { [0.0, page.height.0] } else { [area[1], area[3]] };
            if beside || bounds[1] < top - SLACK || bounds[3] > bottom + SLACK {
                found.push(format!("{place}: {what:?} at {bounds:?} leaves {area:?}"));
            }
        }
    }
    found
}

fn sides([x, y, width, height]: Bounds) -> Bounds {
    [x, y, x + width, y + height]
}

/// Texts on top of each other.
fn overlaps(paper: &Paper) -> Vec<String> {
    let mut found = Vec::new();
    for (place, page) in places(paper) {
        let inks: Vec<(Bounds, &str)> =
            texts(page).map(|(_, text)| (ink(text), &*text.text)).collect();
        for (at, (a, one)) in inks.iter().enumerate() {
            for (b, other) in &inks[at + 1..] {
                let across = a[2].min(b[2]) - a[0].max(b[0]);
                let down = a[3].min(b[3]) - a[1].max(b[1]);
                if across > SLACK && down > SLACK {
                    found.push(format!("{place}: {one:?} {a:?} over {other:?} {b:?}"));
                }
            }
        }
    }
    found
}

/// Ordinary words and numbers that a narrow column breaks without a hyphen.
fn broken_words(paper: &Paper) -> Vec<String> {
    let mut found = Vec::new();
    for (place, page) in places(paper) {
        let all: Vec<(Option<usize>, &TextItem)> = texts(page).collect();
        for pair in all.windows(2) {
            let [(node, one), (next, other)] = pair else { continue };
            let hyphen = one.glyphs.last().is_some_and(|glyph| glyph.start == glyph.end);
            if node != next || one.y == other.y || hyphen {
                continue;
            }
            let part = |c: char| c.is_alphanumeric() || c == '.';
            let (Some(last), Some(first)) =
                (one.text.chars().last(), other.text.chars().next())
            else {
                continue;
            };
            let head = one.text.rsplit(|c: char| !part(c)).next().unwrap_or_default();
            let tail = other.text.split(|c: char| !part(c)).next().unwrap_or_default();
            // What is longer than the longest compounds may be broken anywhere.
            let length = head.chars().count() + tail.chars().count();
            if part(last) && part(first) && length <= 24 {
                found.push(format!("{place}: {head:?} torn from {tail:?}"));
            }
        }
    }
    found
}

/// Headings at the foot of a page with nothing under them, and signatures without text above.
fn alone(paper: &Paper) -> Vec<String> {
    let mut found = Vec::new();
    let pages = &paper.laid.pages;
    let headings = headings(paper);
    for heading in pages.headings.iter().filter(|h| !h.title.is_empty()) {
        let page = &pages.pages[heading.page];
        let under = texts(page).any(|(node, text)| {
            text.y > heading.y && node.is_some_and(|node| !headings.contains(&node))
        });
        if !under {
            found.push(format!("{}: heading {:?} alone", paper.name, heading.title));
        }
    }
    for (place, page) in places(paper) {
        let Some((_, signed)) =
            texts(page).find(|(_, t)| t.text.starts_with("NIP\u{a0}"))
        else {
            continue;
        };
        // The block is indented: what begins left of it is the body.
        let lines: BTreeSet<i64> = texts(page)
            .filter(|(node, t)| {
                node.is_some() && t.y < signed.y && t.x.0 < signed.x.0 - 5.0
            })
            .map(|(_, text)| tenths(text.y.0))
            .collect();
        if lines.len() < 2 {
            found.push(format!("{place}: signature with {} lines above", lines.len()));
        }
    }
    found
}

#[allow(clippy::cast_possible_truncation)]
fn tenths(n: f32) -> i64 {
    (n * 10.0).round() as i64
}

/// The nodes inside headings.
fn headings(paper: &Paper) -> BTreeSet<usize> {
    let tree = &paper.laid.pages.tree;
    let mut open: Vec<usize> =
        (0..tree.len()).filter(|&n| matches!(tree[n].tag, Tag::H(..))).collect();
    let mut all = BTreeSet::new();
    while let Some(node) = open.pop() {
        all.insert(node);
        open.extend(tree[node].children.iter().map(|child| child.0 as usize));
    }
    all
}

/// Lines of a kop that wrap or touch its rule. A kop stands at the head of a page, above the
/// first rule as wide as the type area.
fn wrapped_kop(paper: &Paper) -> Vec<String> {
    let mut found = Vec::new();
    for (place, page) in places(paper) {
        let area = type_area(&paper.laid, page);
        let rule = page.items.iter().find_map(|item| match &item.kind {
            ItemKind::Line { from, to, width, .. }
                if from.1 == to.1
                    && width.0 >= 1.5
                    && (to.0.0 - from.0.0) > area[2] - area[0] - SLACK =>
            {
                Some(from.1.0 - width.0 / 2.0)
            }
            _ => None,
        });
        let Some(rule) = rule else { continue };
        let mut baselines: BTreeMap<usize, BTreeSet<i64>> = BTreeMap::new();
        for (node, text) in texts(page).filter(|(_, text)| text.y.0 < rule) {
            if ink(text)[3] > rule {
                found.push(format!("{place}: {:?} reaches the rule", text.text));
            }
            if let Some(node) = node {
                baselines.entry(node).or_default().insert(tenths(text.y.0));
            }
        }
        if baselines.is_empty() {
            found.push(format!("{place}: a kop without lines"));
        }
        for (node, _) in baselines.iter().filter(|(_, lines)| lines.len() > 1) {
            found.push(format!("{place}: a line of the kop wraps (node {node})"));
        }
    }
    found
}
