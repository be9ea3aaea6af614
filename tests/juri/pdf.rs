//! Judges of PDF.

use std::path::{Path, PathBuf};

use page_validation::{ValidationOptions, ValidationProfile, validate_pdf};

use super::{Finding, place, run, text_of};

/// Syntax, cross references, streams.
pub(crate) struct Qpdf(PathBuf);

impl Qpdf {
    pub(crate) const NAME: &str = "Qpdf";

    pub(crate) fn find() -> Self {
        Self(place(Self::NAME, option_env!("JURI_QPDF")))
    }

    pub(crate) fn judge(&self, file: &Path) -> Vec<Finding> {
        let output = run(&self.0, &["--check"], &[file]);
        if output.status.success() {
            return Vec::new();
        }
        let text = text_of(&output.stderr).replace('\n', " ");
        vec![finding(Self::NAME, file, "", text)]
    }
}

/// Every font is in the file.
pub(crate) struct Pdffonts(PathBuf);

impl Pdffonts {
    pub(crate) const NAME: &str = "Pdffonts";

    pub(crate) fn find() -> Self {
        Self(place(Self::NAME, option_env!("JURI_PDFFONTS")))
    }

    pub(crate) fn judge(&self, file: &Path) -> Vec<Finding> {
        let output = run(&self.0, &[], &[file]);
        if !output.status.success() {
            return vec![finding(Self::NAME, file, "", text_of(&output.stderr))];
        }
        text_of(&output.stdout)
            .lines()
            .skip(2)
            .filter(|line| {
                // name, type, encoding, emb, sub, uni, object, generation: names and types
                // hold blanks, so columns are counted from the right.
                let columns: Vec<&str> = line.split_whitespace().collect();
                columns.iter().rev().nth(4) != Some(&"yes")
            })
            .map(|line| finding(Self::NAME, file, "", format!("not embedded: {line}")))
            .collect()
    }
}

/// The text of a PDF in the order in which it was drawn.
pub(crate) struct Pdftotext(PathBuf);

impl Pdftotext {
    pub(crate) const NAME: &str = "Pdftotext";

    pub(crate) fn find() -> Self {
        Self(place(Self::NAME, option_env!("JURI_PDFTOTEXT")))
    }

    pub(crate) fn text(&self, file: &Path) -> Result<String, String> {
        self.read("-raw", file)
    }

    /// The text in the order of reading.
    pub(crate) fn flowing(&self, file: &Path) -> Result<String, String> {
        self.read("-nopgbrk", file)
    }

    /// The text as it stands on the pages, which end in form feeds.
    pub(crate) fn columns(&self, file: &Path) -> Result<String, String> {
        self.read("-layout", file)
    }

    fn read(&self, how: &str, file: &Path) -> Result<String, String> {
        let output = run(&self.0, &[how, "-enc", "UTF-8"], &[file, Path::new("-")]);
        if output.status.success() {
            return Ok(text_of(&output.stdout));
        }
        Err(text_of(&output.stderr))
    }
}

/// One element of a tagged PDF: what a blind reader hears, in the order of hearing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Element {
    /// `P`, `TD`, `LBody`, ...
    pub(crate) kind: String,
    /// One string for each line on the page.
    pub(crate) lines: Vec<String>,
}

/// The tagged text of a PDF; artifacts (repeated heads, page numbers) are not in it.
pub(crate) struct Pdfinfo(PathBuf);

impl Pdfinfo {
    pub(crate) const NAME: &str = "Pdfinfo";

    pub(crate) fn find() -> Self {
        Self(place(Self::NAME, option_env!("JURI_PDFINFO")))
    }

    pub(crate) fn pages(&self, file: &Path) -> Result<usize, String> {
        let output = run(&self.0, &[], &[file]);
        let said = text_of(&output.stdout);
        let pages = said.lines().find_map(|line| line.strip_prefix("Pages:"));
        let pages = pages.and_then(|pages| pages.trim().parse().ok());
        pages.ok_or_else(|| text_of(&output.stderr))
    }

    pub(crate) fn elements(&self, file: &Path) -> Result<Vec<Element>, String> {
        let output = run(&self.0, &["-enc", "UTF-8", "-struct-text"], &[file]);
        if output.status.success() {
            return Ok(elements(&text_of(&output.stdout)));
        }
        Err(text_of(&output.stderr))
    }
}

/// The alternative texts of the figures of a PDF, by the structure tree's own entries.
pub(crate) fn alternative_texts(file: &Path) -> Result<Vec<String>, String> {
    let document = lopdf::Document::load(file).map_err(|e| e.to_string())?;
    let figures = document.objects.values().filter_map(|object| {
        let dictionary = object.as_dict().ok()?;
        let kind = dictionary.get(b"S").and_then(lopdf::Object::as_name).ok()?;
        (kind == b"Figure").then(|| dictionary.get(b"Alt").ok()).flatten()
    });
    figures.map(|alt| lopdf::decode_text_string(alt).map_err(|e| e.to_string())).collect()
}

/// Reads the indented list of `pdfinfo -struct-text`.
fn elements(listing: &str) -> Vec<Element> {
    // Open elements: indent, and index of the block element whose text it is.
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut found: Vec<Element> = Vec::new();
    for line in listing.lines() {
        let indent = line.len() - line.trim_start().len();
        let line = line.trim();
        if let Some(text) = line.strip_prefix('"') {
            let text = text.strip_suffix('"').unwrap_or(text);
            // Text after a nested block belongs to the outer element again.
            while open.last().is_some_and(|(at, _)| *at >= indent) {
                open.pop();
            }
            if let Some((_, index)) = open.last() {
                found[*index].lines.push(text.to_owned());
            }
        } else if line.starts_with(|c: char| c.is_ascii_uppercase())
            && !line.starts_with("Object ")
        {
            while open.last().is_some_and(|(at, _)| *at >= indent) {
                open.pop();
            }
            let kind = line.split([' ', ':']).next().unwrap_or_default().to_owned();
            match open.last() {
                Some((_, outer)) if is_inline(&kind, line) => open.push((indent, *outer)),
                _ => {
                    open.push((indent, found.len()));
                    found.push(Element { kind, lines: Vec::new() });
                }
            }
        }
    }
    found.retain(|element| element.lines.iter().any(|line| !line.trim().is_empty()));
    found
}

fn is_inline(kind: &str, line: &str) -> bool {
    line.ends_with("(inline)")
        || matches!(
            kind,
            "Span" | "Link" | "Reference" | "Em" | "Strong" | "Quote" | "Code"
        )
}

/// PDF/A-2a and PDF/UA-1, by the crate `page_validation`: always there.
pub(crate) struct PageValidation;

impl PageValidation {
    pub(crate) const A2A: &str = "PDF/A-2a";
    pub(crate) const UA1: &str = "PDF/UA-1";

    pub(crate) fn judge(file: &Path) -> Vec<Finding> {
        let profiles = [
            (Self::A2A, ValidationProfile::PdfA2a),
            (Self::UA1, ValidationProfile::PdfUa1),
        ];
        profiles
            .into_iter()
            .flat_map(|(name, profile)| one_profile(name, profile, file))
            .collect()
    }
}

fn one_profile(
    name: &'static str,
    profile: ValidationProfile,
    file: &Path,
) -> Vec<Finding> {
    match validate_pdf(file, &ValidationOptions::default().profile(profile)) {
        Ok(report) => {
            assert_eq!(
                report.is_compliant,
                report.failures.is_empty(),
                "{}",
                file.display()
            );
            let failures = report.failures.into_iter();
            failures.map(|f| finding(name, file, &f.rule_id, f.message)).collect()
        }
        Err(error) => vec![finding(name, file, "", error.to_string())],
    }
}

fn finding(judge: &'static str, file: &Path, place: &str, text: String) -> Finding {
    Finding { judge, file: file.to_path_buf(), place: place.to_owned(), text }
}
