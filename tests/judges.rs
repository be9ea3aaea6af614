//! Outside judges read every paper of the shipped fixtures, and every planted fault.
//!
//! `NASKAH_HASIL=FOLDER` judges a folder of papers that are already there.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::juri::docx::{OoxmlValidator, OpenxmlAudit};
use crate::juri::docx_text::{DocxText, docx_text};
use crate::juri::faults_docx::Fault;
use crate::juri::pdf::{
    Element, PageValidation, Pdffonts, Pdfinfo, Pdftotext, Qpdf, alternative_texts,
};
use crate::juri::soffice::Soffice;
use crate::juri::{Finding, assert_clean, compare, faults_docx, faults_pdf, files, own};
use crate::kit::desk::naskah;
use crate::kit::root;
use crate::kit::strict;

/// A folder for what these tests make; it stays, so that people can look into it.
fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("juri").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// Whole workspaces whose papers are judged.
const FIXTURES: [&str; 2] = ["kutai-timur", "mahakam-ulu"];

/// All whose papers are judged: also those of every way to sign.
const PAPERS: [&str; 3] = ["kutai-timur", "mahakam-ulu", "ttd"];

/// The folder of the handbook, which the same program sets.
const HANDBOOK: &str = "buku-panduan-naskah";

/// Whether a file is a paper of data: the handbook tells how templates are written.
fn is_of_data(file: &Path) -> bool {
    !file.components().any(|part| part.as_os_str() == HANDBOOK)
}

/// The papers of the fixtures, and the handbook, made once for all tests.
fn papers() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        if let Some(folder) = std::env::var_os("NASKAH_HASIL") {
            return folder.into();
        }
        let folder = scratch("keluaran");
        for fixture in PAPERS {
            let output = naskah("id", root())
                .args(["build", &format!("fixtures/{fixture}"), "--out"])
                .arg(folder.join(fixture))
                .output()
                .unwrap();
            let errors = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "naskah build: {}\n{errors}", output.status);
        }
        let guide =
            naskah("id", root()).arg("panduan").arg(folder.join(HANDBOOK)).output();
        assert!(guide.unwrap().status.success(), "naskah panduan");
        folder
    })
}

/// Microsoft's validator knows spreadsheets too.
#[test]
#[cfg_attr(
    not(juri_ooxml_validator),
    ignore = "ooxml-validator is missing: tests/juri/pasang"
)]
fn worksheets_are_valid() {
    let judge = OoxmlValidator::find();
    let folder = scratch("lembar-kerja");
    for fixture in FIXTURES {
        let output = naskah("id", root())
            .args(["lembar-kerja", &format!("fixtures/{fixture}"), "--out"])
            .arg(folder.join(fixture))
            .output()
            .unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{fixture}: {errors}");
    }
    assert_clean(&judge.judge(&some(files(&folder, "xlsx"))));
}

fn docx_files() -> Vec<PathBuf> {
    some(files(papers(), "docx"))
}

fn pdf_files() -> Vec<PathBuf> {
    some(files(papers(), "pdf"))
}

fn some(files: Vec<PathBuf>) -> Vec<PathBuf> {
    assert!(!files.is_empty(), "no papers in {}", papers().display());
    files
}

#[test]
#[cfg_attr(
    not(juri_ooxml_validator),
    ignore = "ooxml-validator is missing: tests/juri/pasang"
)]
fn microsofts_validator_is_content() {
    assert_clean(&OoxmlValidator::find().judge(&one_a_template(docx_files())));
}

/// The largest paper of each template of each fixture: this judge takes over a second a file.
fn one_a_template(files: Vec<PathBuf>) -> Vec<PathBuf> {
    let mut largest: BTreeMap<PathBuf, PathBuf> = BTreeMap::new();
    let size = |file: &PathBuf| std::fs::metadata(file).map_or(0, |m| m.len());
    for file in files {
        let folder = file.parent().map(Path::to_path_buf).unwrap_or_default();
        let kept = largest.entry(folder).or_insert_with(|| file.clone());
        if size(&file) > size(kept) {
            *kept = file;
        }
    }
    largest.into_values().collect()
}

#[test]
#[cfg_attr(
    not(juri_openxml_audit),
    ignore = "openxml-audit is missing: tests/juri/pasang"
)]
fn openxml_audit_is_content() {
    assert_clean(&OpenxmlAudit::find().judge(papers()));
}

#[test]
fn no_docx_breaks_a_rule_of_our_own() {
    let judge = |file: &PathBuf| own::judge_docx(file, &std::fs::read(file).unwrap());
    let files = docx_files();
    assert_clean(
        &files.iter().filter(|file| is_of_data(file)).flat_map(judge).collect::<Vec<_>>(),
    );
}

#[test]
#[cfg_attr(not(juri_qpdf), ignore = "qpdf is missing: tests/juri/pasang")]
fn qpdf_is_content() {
    let judge = Qpdf::find();
    let findings = |file: &PathBuf| judge.judge(file);
    assert_clean(&pdf_files().iter().flat_map(findings).collect::<Vec<_>>());
}

#[test]
#[cfg_attr(not(juri_pdffonts), ignore = "pdffonts is missing: tests/juri/pasang")]
fn every_font_is_embedded() {
    let judge = Pdffonts::find();
    let findings = |file: &PathBuf| judge.judge(file);
    assert_clean(&pdf_files().iter().flat_map(findings).collect::<Vec<_>>());
}

/// Papers that are signed go through programs that stamp and merge pages.
#[test]
fn signed_papers_are_read_by_a_parser_of_pdf_1_4() {
    let signed =
        ["undangan", "surat-evaluasi", "surat-tugas", "sertifikat", "sk-panitia"];
    let of = |path: &PathBuf| {
        let template = path.parent().and_then(Path::file_name).and_then(|n| n.to_str());
        template.is_some_and(|name| signed.contains(&name))
    };
    let files: Vec<PathBuf> = pdf_files().into_iter().filter(of).collect();
    assert!(files.len() > 20, "{}", files.len());
    for path in files {
        let pages = strict::read(&std::fs::read(&path).unwrap());
        assert!(pages.is_ok_and(|pages| !pages.is_empty()), "{}", path.display());
    }
}

#[test]
fn every_pdf_is_archival_and_accessible() {
    let findings = |file: &PathBuf| PageValidation::judge(file);
    assert_clean(&pdf_files().iter().flat_map(findings).collect::<Vec<_>>());
}

#[test]
#[cfg_attr(not(juri_pdftotext), ignore = "pdftotext is missing: tests/juri/pasang")]
fn no_pdf_shows_a_trace_of_a_template() {
    let reader = Pdftotext::find();
    let judge = |file: &PathBuf| own::leftovers(file, &reader.text(file).unwrap());
    let files = pdf_files();
    assert_clean(
        &files.iter().filter(|file| is_of_data(file)).flat_map(judge).collect::<Vec<_>>(),
    );
}

/// A paper in both formats, read.
struct Pair {
    pdf: PathBuf,
    docx: DocxText,
    tagged: Vec<Element>,
    drawn: String,
    alts: Vec<String>,
}

impl Pair {
    fn differences(&self) -> Vec<String> {
        compare::compare(&self.docx, &self.tagged, &self.drawn, &self.alts)
    }
}

/// The largest paper of each template and fixture, in both formats.
fn pairs() -> Vec<Pair> {
    let docx = one_a_template(docx_files());
    let (pdftotext, pdfinfo) = (Pdftotext::find(), Pdfinfo::find());
    let in_both = docx.into_iter().filter(|docx| docx.with_extension("pdf").is_file());
    let pairs = in_both.map(|docx| {
        let pdf = docx.with_extension("pdf");
        Pair {
            docx: docx_text(&std::fs::read(docx).unwrap()).unwrap(),
            tagged: pdfinfo.elements(&pdf).unwrap(),
            drawn: pdftotext.text(&pdf).unwrap(),
            alts: alternative_texts(&pdf).unwrap(),
            pdf,
        }
    });
    let pairs: Vec<Pair> = pairs.collect();
    assert!(!pairs.is_empty(), "no paper in both formats");
    pairs
}

#[test]
#[cfg_attr(
    not(all(juri_pdftotext, juri_pdfinfo)),
    ignore = "pdftotext or pdfinfo is missing: tests/juri/pasang"
)]
fn pdf_and_docx_say_the_same() {
    let pairs = pairs();
    let differences = |pair: &Pair| {
        let file = pair.pdf.clone();
        let finding = |text| Finding {
            judge: "Compare",
            file: file.clone(),
            place: String::new(),
            text,
        };
        pair.differences().into_iter().map(finding).collect::<Vec<_>>()
    };
    assert_clean(&pairs.iter().flat_map(differences).collect::<Vec<_>>());
}

/// Spoils the paragraphs of a DOCX at one of them.
type Change = fn(&mut Vec<String>, usize);

#[test]
#[cfg_attr(
    not(all(juri_pdftotext, juri_pdfinfo)),
    ignore = "pdftotext or pdfinfo is missing: tests/juri/pasang"
)]
fn a_planted_difference_is_told() {
    let mut pairs = pairs();
    // Any paper that says the same and has a sentence in its middle to play with.
    let long = |pair: &Pair| pair.docx.body.iter().position(|text| text.len() > 40);
    let pair =
        pairs.iter_mut().find(|pair| long(pair).is_some()).expect("a paper with text");
    let at = long(pair).unwrap();
    assert_eq!(pair.differences(), Vec::<String>::new());
    let body = pair.docx.body.clone();
    let changes: [(&str, Change); 6] = [
        ("a lost paragraph", |body, at| drop(body.remove(at))),
        ("one more paragraph", |body, at| body.insert(at, "Paragraf tambahan".into())),
        ("a changed letter", |body, at| body[at] = format!("Q{}", &body[at])),
        ("a number more", |body, at| body[at].push_str(" 86,43")),
        ("a lost blank", |body, at| body[at] = body[at].replacen(' ', "", 1)),
        ("another order", |body, at| {
            let moved = body.remove(at);
            body.push(moved);
            body.push("Paragraf penutup yang dipindahkan".into());
        }),
    ];
    for (name, change) in changes {
        pair.docx.body.clone_from(&body);
        change(&mut pair.docx.body, at);
        assert_ne!(pair.differences(), Vec::<String>::new(), "{name} was not told");
    }
}

/// A chart whose words differ is told, and so is one that is gone.
#[test]
#[cfg_attr(
    not(all(juri_pdftotext, juri_pdfinfo)),
    ignore = "pdftotext or pdfinfo is missing: tests/juri/pasang"
)]
fn a_planted_difference_of_a_chart_is_told() {
    let pairs = pairs();
    let chart = |alt: &String| alt.starts_with("Grafik ");
    let with_chart = pairs.into_iter().find(|pair| pair.docx.pictures.iter().any(chart));
    let mut pair = with_chart.expect("a paper with charts");
    assert_eq!(pair.differences(), Vec::<String>::new());
    let at = pair.docx.pictures.iter().position(chart).unwrap();
    pair.docx.pictures[at].push('x');
    assert_eq!(pair.differences().len(), 2);
    pair.docx.pictures.remove(at);
    assert_eq!(pair.differences().len(), 1);
}

/// A word processor breaks lines a little otherwise, but a letter stays on its pages and its
/// signature never stands alone; a book may differ by a page. `just juri` says where the
/// pictures are.
#[test]
#[cfg_attr(
    not(all(juri_soffice, juri_pdftotext, juri_pdfinfo)),
    ignore = "LibreOffice, pdftotext or pdfinfo is missing: tests/juri/pasang"
)]
fn libreoffice_breaks_pages_as_the_pdf_does() {
    let docx = docx_files();
    let (soffice, info, text) = (Soffice::find(), Pdfinfo::find(), Pdftotext::find());
    let folder = scratch("tampak");
    let mut by_template: BTreeMap<String, Vec<(usize, PathBuf)>> = BTreeMap::new();
    for file in docx {
        let template = file.parent().and_then(Path::file_name).unwrap().to_string_lossy();
        let pages = info.pages(&file.with_extension("pdf")).unwrap();
        by_template.entry(template.into_owned()).or_default().push((pages, file));
    }
    // Of each template the shortest paper and the longest.
    let mut chosen = Vec::new();
    for (template, mut papers) in by_template {
        papers.sort();
        papers.drain(1..papers.len().max(2) - 1);
        for (n, (pages, file)) in papers.into_iter().enumerate() {
            let copy = folder.join(format!("{template}-{n}.docx"));
            std::fs::copy(&file, &copy).unwrap();
            chosen.push((pages, file, copy));
        }
    }
    let copies: Vec<&Path> = chosen.iter().map(|(.., copy)| copy.as_path()).collect();
    let made = soffice.convert("pdf", &copies, &folder);
    let (mut found, mut signed) = (Vec::new(), 0);
    for ((pages, file, _), made) in chosen.iter().zip(&made) {
        let other = info.pages(made).unwrap();
        let name = file.strip_prefix(papers()).unwrap_or(file).display();
        eprintln!("PDF {pages:>4}   LibreOffice {other:>4}   {name}");
        if pages.abs_diff(other) > usize::from(*pages > LETTER) {
            found.push(format!("{name}: {pages} pages, {other} in LibreOffice"));
        }
        let said = text.columns(made).unwrap();
        for (n, page) in said.split('\u{c}').enumerate() {
            let Some(lines) = above_signature(page) else { continue };
            signed += 1;
            // The sheet of signature forms alone has no body.
            let forms = file.ends_with("berita-acara-uji/berita-acara-uji.docx");
            if lines < 2 && !forms {
                found.push(format!("{name} page {}: {lines} lines are signed", n + 1));
            }
        }
    }
    assert!(signed > 2, "{signed} signatures were seen");
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// A paper of so many pages is a letter with its lampiran, and must not differ at all.
const LETTER: usize = 3;

/// Lines above a signature on a page, without the page's number; `None` where nobody signs.
fn above_signature(page: &str) -> Option<usize> {
    let lines: Vec<&str> = page.lines().filter(|l| !l.trim().is_empty()).collect();
    let at = lines.iter().position(|line| {
        let nip = line.trim_start().strip_prefix("NIP ");
        nip.is_some_and(|nip| nip.starts_with(|c: char| c.is_ascii_digit()))
    })?;
    let indent = |line: &str| line.len() - line.trim_start().len();
    let number = |line: &str| line.trim().starts_with("- ");
    let body = |line: &&&str| indent(line) + 8 < indent(lines[at]) && !number(line);
    Some(lines[..at].iter().filter(body).count())
}

/// Plants each fault in the first good file that can bear it, and says where.
fn plant(faults: &[Fault], good: &[PathBuf], folder: &Path, extension: &str) {
    for fault in faults {
        let broken = good.iter().find_map(|file| {
            let bytes = std::fs::read(file).unwrap();
            (fault.plant)(&bytes).filter(|broken| *broken != bytes)
        });
        let broken = broken.unwrap_or_else(|| panic!("{}: no file to break", fault.name));
        let file = folder.join(fault.name).with_extension(extension);
        std::fs::write(file, broken).unwrap();
    }
}

/// Fails unless the judge objected to each fault that it must see, and not to the copy without.
fn assert_caught(faults: &[Fault], judge: &str, findings: &[Finding]) {
    let of_judge = findings.iter().filter(|finding| finding.judge == judge);
    let caught: BTreeSet<String> = of_judge
        .map(|f| f.file.file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    let must = faults.iter().filter(|fault| fault.judges.contains(&judge));
    let names: Vec<&str> = must.map(|fault| fault.name).collect();
    assert!(!names.is_empty(), "no fault is meant for {judge}");
    let silent: Vec<_> = names.iter().filter(|name| !caught.contains(**name)).collect();
    assert!(silent.is_empty(), "not caught by {judge}: {silent:?}");
    let innocent = caught.iter().find(|name| name.starts_with("00"));
    assert_eq!(innocent, None, "the copy without a fault: {findings:?}");
}

const CONTROL: &[&str] = &[];

/// A folder of broken copies, and one without a fault, made once for all judges.
fn spoiled_docx() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let (mut good, folder) = (docx_files(), scratch("cacat-docx"));
        good.retain(|file| is_of_data(file));
        let control =
            Fault { name: "00_no_fault", plant: faults_docx::unchanged, judges: CONTROL };
        plant(&[control], &good, &folder, "docx");
        plant(faults_docx::FAULTS, &good, &folder, "docx");
        folder
    })
}

fn spoiled_pdf() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let (mut good, folder) = (pdf_files(), scratch("cacat-pdf"));
        good.retain(|file| is_of_data(file));
        let control =
            Fault { name: "00_no_fault", plant: faults_pdf::unchanged, judges: CONTROL };
        plant(&[control], &good, &folder, "pdf");
        plant(faults_pdf::FAULTS, &good, &folder, "pdf");
        folder
    })
}

/// What a judge of single files finds in the broken copies.
fn findings(
    folder: &Path,
    ending: &str,
    judge: impl Fn(&Path) -> Vec<Finding>,
) -> Vec<Finding> {
    files(folder, ending).iter().flat_map(|file| judge(file)).collect()
}

#[test]
fn planted_docx_faults_are_caught_by_our_own_rules() {
    let judge = |file: &Path| own::judge_docx(file, &std::fs::read(file).unwrap());
    let found = findings(spoiled_docx(), "docx", judge);
    assert_caught(faults_docx::FAULTS, own::NAME, &found);
}

#[test]
#[cfg_attr(
    not(juri_ooxml_validator),
    ignore = "ooxml-validator is missing: tests/juri/pasang"
)]
fn planted_docx_faults_are_caught_by_microsofts_validator() {
    let found = OoxmlValidator::find().judge(&files(spoiled_docx(), "docx"));
    assert_caught(faults_docx::FAULTS, OoxmlValidator::NAME, &found);
}

#[test]
#[cfg_attr(
    not(juri_openxml_audit),
    ignore = "openxml-audit is missing: tests/juri/pasang"
)]
fn planted_docx_faults_are_caught_by_openxml_audit() {
    let found = OpenxmlAudit::find().judge(spoiled_docx());
    assert_caught(faults_docx::FAULTS, OpenxmlAudit::NAME, &found);
}

#[test]
fn planted_pdf_faults_are_caught_by_page_validation() {
    let found = findings(spoiled_pdf(), "pdf", PageValidation::judge);
    assert_caught(faults_pdf::FAULTS, PageValidation::A2A, &found);
    assert_caught(faults_pdf::FAULTS, PageValidation::UA1, &found);
}

#[test]
#[cfg_attr(not(juri_qpdf), ignore = "qpdf is missing: tests/juri/pasang")]
fn planted_pdf_faults_are_caught_by_qpdf() {
    let judge = Qpdf::find();
    let found = findings(spoiled_pdf(), "pdf", |file| judge.judge(file));
    assert_caught(faults_pdf::FAULTS, Qpdf::NAME, &found);
}

#[test]
#[cfg_attr(not(juri_pdffonts), ignore = "pdffonts is missing: tests/juri/pasang")]
fn planted_pdf_faults_are_caught_by_pdffonts() {
    let judge = Pdffonts::find();
    let found = findings(spoiled_pdf(), "pdf", |file| judge.judge(file));
    assert_caught(faults_pdf::FAULTS, Pdffonts::NAME, &found);
}
