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

/// A file of the handbook's own folder, with its name.
macro_rules! own {
    ($name:literal) => {
        ($name, include_bytes!(concat!("../../docs/panduan-pengguna/", $name)) as &[u8])
    };
}

/// Its chapters in their order, as Markdown that a forge shows as well: what it is, a year from
/// the first morning to the last report, and the reference.
const CHAPTERS: [(&str, &[u8]); 11] = [
    own!("README.md"),
    own!("a-mulai.md"),
    own!("b-undangan.md"),
    own!("c-angka.md"),
    own!("d-malam-sebelum-rakor.md"),
    own!("e-sesudah-rakor.md"),
    own!("f-triwulan-berikutnya.md"),
    own!("g-akhir-tahun.md"),
    own!("h-bila-ada-yang-salah.md"),
    own!("lampiran-angka.md"),
    own!("rujukan.md"),
];

/// Pictures that the chapters show.
const PICTURES: [(&str, &[u8]); 8] = [
    own!("gambar/daerah.png"),
    own!("gambar/lembar-kerja.png"),
    own!("gambar/panduan-spm.png"),
    own!("gambar/rekap.png"),
    own!("gambar/surat-evaluasi.png"),
    own!("gambar/tandai.png"),
    own!("gambar/tindak-lanjut.png"),
    own!("gambar/undangan.png"),
];

/// The day of what it says, for readers of the files.
const DAY: jiff::civil::Date = jiff::civil::Date::constant(2026, 11, 28);

/// The pictures of the handbook itself; it names none of a workspace.
struct OwnPictures;

impl markup::Pictures for OwnPictures {
    fn picture(&self, path: &str) -> Option<Result<Arc<ImageData>, Diagnostic>> {
        let (_, bytes) = PICTURES.iter().find(|(name, _)| *name == path)?;
        let ready = crate::assets::ready(bytes.to_vec()).map(Arc::new);
        Some(ready.map_err(|why| {
            let problem =
                base::diag::InternalProblem::Internal { detail: format!("{why:?}") };
            Diagnostic::new(base::diag::Span::None, problem)
        }))
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
        pictures: &OwnPictures,
        officials: Officials::default(),
        letters: Letters { own: None, workspace: None, addressed: None },
        shape: Shape::Surat,
        first: Section { page, footer, ..Section::default() },
        is_final: true,
    };
    let filled = FilledText { text: prepared(), ..FilledText::default() };
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

/// The text of a chapter.
fn text(bytes: &'static [u8]) -> &'static str {
    // A chapter that is no text fails the first test that looks at the handbook.
    std::str::from_utf8(bytes).unwrap_or_default()
}

/// Chapters that begin a page: what is looked up. Those of the year follow one another, as they
/// are read.
const NEW_PAGE: [&str; 2] = ["lampiran-angka.md", "rujukan.md"];

/// The chapters as they are read here: the title and the contents in the place of the first one's
/// own, links to headings by their number, and no links to files of the repository.
fn prepared() -> String {
    let links = Links::of_chapters();
    let mut out = String::new();
    for (at, (file, bytes)) in CHAPTERS.iter().enumerate() {
        if NEW_PAGE.contains(file) {
            out.push_str("\n:::halaman-baru\n:::\n\n");
        }
        chapter(text(bytes), at == 0, file, &links, &mut out);
        if at == 0 {
            out.push_str("\n:::daftar-isi {kedalaman=2}\n:::\n");
        }
    }
    out
}

fn chapter(text: &str, first: bool, file: &str, links: &Links, out: &mut String) {
    let (mut contents, mut wide) = (false, false);
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
            Some((1, _)) if first => {
                let _ = write!(out, ":::judul\n{TITLE}\n\nVersi {VERSION}\n:::\n");
            }
            None if line.starts_with("<!--") => {}
            None => {
                out.push_str(&picture(line).unwrap_or_else(|| links.linked(line, file)));
            }
            Some(_) => out.push_str(line),
        }
        out.push('\n');
    }
}

/// A line that is a picture, as papers show one: with what it shows below it.
fn picture(line: &str) -> Option<String> {
    let (words, path) = line.strip_prefix("![")?.strip_suffix(')')?.split_once("](")?;
    Some(format!(
        ":::gambar {{berkas=\"{path}\" lebar=150 tinggi=100 alt=\"{words}\" judul=\"{words}\"}}\n:::"
    ))
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

/// The headings that links can lead to: the chapter and anchor of each, in their order.
struct Links(Vec<(&'static str, String)>);

impl Links {
    fn of_chapters() -> Self {
        let all = CHAPTERS.iter().flat_map(|(file, bytes)| {
            let headings = lines(text(bytes))
                .filter_map(|(line, typed)| heading(line).filter(|_| !typed));
            headings.map(|(_, title)| (*file, slug(title)))
        });
        // The very first is the title, which is no heading here.
        Self(all.skip(1).collect())
    }

    /// The number of the heading that a link of a chapter leads to.
    fn number(&self, target: &str, chapter: &str) -> Option<usize> {
        let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
        let file = if file.is_empty() { chapter } else { file };
        let leads = |(own, slug): &(&str, String)| {
            *own == file && (anchor.is_empty() || slug == anchor)
        };
        self.0.iter().position(leads).map(|at| at + 1)
    }

    /// A line whose links lead to numbered headings or out of the handbook; others are their words.
    fn linked(&self, line: &str, chapter: &str) -> String {
        let Some((before, rest)) = line.split_once("](") else { return line.to_owned() };
        let Some((target, after)) = rest.split_once(')') else { return line.to_owned() };
        let after = self.linked(after, chapter);
        if let Some(number) = self.number(target, chapter) {
            return format!("{before}](#bagian-{number}){after}");
        }
        if target.contains("://") {
            return format!("{before}]({target}){after}");
        }
        match before.rsplit_once('[') {
            Some((before, words)) => format!("{before}{words}{after}"),
            None => format!("{before}]({target}){after}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{CHAPTERS, Links, lines, text};

    /// One that leads nowhere would be printed as its words alone.
    #[test]
    fn each_link_to_a_chapter_leads_to_a_heading() {
        let links = Links::of_chapters();
        let mut found = 0;
        for (file, bytes) in CHAPTERS {
            for (line, typed) in lines(text(bytes)) {
                for part in line.split("](").skip(1).filter(|_| !typed) {
                    let target = part.split(')').next().unwrap_or_default();
                    let own = CHAPTERS.iter().any(|(name, _)| target.starts_with(name));
                    if own || target.starts_with('#') {
                        assert!(links.number(target, file).is_some(), "{file}: {target}");
                        found += 1;
                    }
                }
            }
        }
        assert!(found > 20, "{found}");
    }
}
