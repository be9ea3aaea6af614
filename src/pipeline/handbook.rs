//! The handbook, set by the program itself: what `docs/` holds as Markdown, as PDF and DOCX.

use std::fmt::Write;
use std::sync::Arc;

use base::diag::{Diagnostic, Problems};
use papers::letter::Letters;
use papers::markup;
use papers::officials::Officials;
use papers::origins::FilledText;
use papers::profil::Layers;
use typeset::document::{
    Document, Face, Header, ImageData, Inline, Meta, Orientation, Paragraph, Section,
    Shape, StyleName, TextField,
};
use typeset::fonts::FontBook;
use typeset::layout::Shaper;
use typeset::pdf::PdfFonts;
use typeset::units::Pt;

/// What it is called, as a file and as a title.
pub(super) const NAME: &str = "panduan-pengguna";
const TITLE: &str = "Panduan Pengguna naskah";

/// It is of the program that sets it.
pub(super) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Its text. Whoever edits it finds it as Markdown.
const TEXT: &str = include_str!("../../docs/panduan-pengguna.md");

/// The day of what it says, for readers of the files.
const DAY: jiff::civil::Date = jiff::civil::Date::constant(2026, 11, 28);

/// It names no picture of a workspace.
struct NoPictures;

impl markup::Pictures for NoPictures {
    fn picture(&self, _: &str) -> Option<Result<Arc<ImageData>, Diagnostic>> {
        None
    }

    fn near(&self, _: &str) -> String {
        String::new()
    }
}

/// The handbook as files, by ending; what is wrong with its text otherwise.
pub(super) fn handbook() -> Result<[(&'static str, Vec<u8>); 2], Problems> {
    let mut problems = Problems::default();
    let mut profil = Layers::built_in().for_names(&[], |_| None);
    (profil.face, profil.size, profil.table_size) = (Face::Sans, Pt(10.0), Pt(8.5));
    (profil.indent, profil.gap, profil.spacing) = (Pt::ZERO, Pt(5.0), 1.15);
    let page = profil.page(Orientation::Portrait);
    let number = vec![Inline::field(TextField::Page)];
    let foot = vec![Paragraph::new(StyleName::Kaki, number)];
    let footer = Header { all: foot, first: Some(Vec::new()) };
    let context = markup::Context {
        profil: &profil,
        pictures: &NoPictures,
        officials: Officials::default(),
        letters: Letters { own: None, workspace: None, addressed: None },
        shape: Shape::Surat,
        first: Section { page, footer, ..Section::default() },
        is_final: true,
    };
    let filled = FilledText { text: prepared(TEXT), ..FilledText::default() };
    let read = markup::read(&filled, &context, &mut problems);
    let mut document = Document {
        meta: Meta {
            title: format!("{TITLE} {VERSION}"),
            author: "naskah".to_owned(),
            subject: TITLE.to_owned(),
            language: "id-ID".to_owned(),
            date: Some(DAY),
        },
        styles: profil.styles(Shape::Surat),
        sections: read.sections,
        ..Document::default()
    };
    let fonts = FontBook::new();
    let (pages, found) = typeset::set(&mut document, &mut Shaper::new(&fonts));
    problems.extend(found);
    if problems.has_errors() {
        return Err(problems);
    }
    let internal = |detail: String| -> Problems {
        let mut problems = Problems::default();
        let problem = base::diag::InternalProblem::Internal { detail };
        problems.add(base::diag::Span::None, problem);
        problems
    };
    let docx = typeset::to_docx(&document, &pages, &fonts)
        .map_err(|error| internal(error.to_string()))?;
    let pdf = typeset::pdf::write(&document, &pages, &fonts, &mut PdfFonts::new(&fonts))
        .map_err(|errors| internal(format!("{errors:?}")))?;
    Ok([("pdf", pdf), ("docx", docx)])
}

/// The text as it is read here: the title and the contents in the place of its own, headings one
/// level higher, links to headings by their number, and no links to files of the repository.
fn prepared(text: &str) -> String {
    let slugs: Vec<String> = lines(text)
        .filter_map(|(line, typed)| heading(line).filter(|_| !typed))
        .map(|(_, title)| slug(title))
        .skip(1)
        .collect();
    let (mut out, mut contents, mut wide) = (String::new(), false, false);
    for (line, typed) in lines(text) {
        contents = line.starts_with("Isi: [") || contents && !line.is_empty();
        let row = line.starts_with('|') && !typed;
        if wide && !row {
            out.push_str(":::\n");
        }
        if let (false, true, Some(widths)) = (wide, row, widths(line)) {
            let _ = writeln!(out, ":::tabel {{lebar=\"{widths}\" utuh}}");
            wide = true;
        }
        wide &= row;
        match heading(line) {
            _ if contents => {}
            _ if typed => out.push_str(line),
            Some((1, _)) => {
                let _ = write!(
                    out,
                    ":::judul\n{TITLE}\n\nVersi {VERSION}\n:::\n\n:::daftar-isi {{kedalaman=2}}\n:::\n\n:::halaman-baru\n:::\n"
                );
            }
            Some((level, title)) => {
                let _ = write!(out, "{} {title}", "#".repeat(level - 1));
            }
            None if line.starts_with("<!--") => {}
            None => out.push_str(&linked(line, &slugs)),
        }
        out.push('\n');
    }
    out
}

/// How wide the columns of a table are, by its head: words get the room, and examples break.
fn widths(head: &str) -> Option<&'static str> {
    let known = [
        ("| Kunci | Wajib | Isi | Contoh |", "pas pas 3* 2*"),
        ("| Kunci | Nilai | Guna | Contoh |", "pas 2* 3* 2*"),
        ("| Kunci | Nilai | Isi | Bawaan |", "40 2* 3* 2*"),
    ];
    known.into_iter().find(|(own, _)| *own == head).map(|(_, widths)| widths)
}

/// The lines, and whether each is what is typed into a computer.
fn lines(text: &str) -> impl Iterator<Item = (&str, bool)> {
    let mut inside = false;
    text.lines().map(move |line| {
        let fence = line.trim_start().starts_with("```");
        inside ^= fence;
        (line, inside || fence)
    })
}

/// The level and words of a heading.
fn heading(line: &str) -> Option<(usize, &str)> {
    let words = line.trim_start_matches('#');
    let level = line.len() - words.len();
    (1..=4).contains(&level).then(|| Some((level, words.strip_prefix(' ')?)))?
}

/// The anchor that a forge gives a heading.
fn slug(title: &str) -> String {
    let kept = title.to_lowercase();
    let kept = kept.chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

/// A line whose links lead to numbered headings or out of the handbook; others are their words.
fn linked(line: &str, slugs: &[String]) -> String {
    let Some((before, rest)) = line.split_once("](") else { return line.to_owned() };
    let Some((target, after)) = rest.split_once(')') else { return line.to_owned() };
    let after = linked(after, slugs);
    if let Some(id) = target.strip_prefix('#') {
        let at = slugs.iter().position(|slug| slug == id).map_or(0, |at| at + 1);
        return format!("{before}](#bagian-{at}){after}");
    }
    if target.contains("://") {
        return format!("{before}]({target}){after}");
    }
    match before.rsplit_once('[') {
        Some((before, words)) => format!("{before}{words}{after}"),
        None => format!("{before}]({target}){after}"),
    }
}
