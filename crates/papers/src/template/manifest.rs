//! `template.toml`: what a template is and for whom.

use data::tables::Key;
use std::collections::BTreeMap;

use super::TemplateFile;
use super::parts::{Need, Per};
use crate::profil::PAPERS;
use base::diag::Problems;
use base::source::{FileId, Span, Spanned};
use data::fields::Fields;
use data::node::Value;
use typeset::document::{Orientation, Shape};

/// What `template.toml` says.
#[derive(Debug, Clone)]
pub struct TemplateManifest {
    /// The folder's name.
    pub name: String,
    /// What it makes, one line.
    pub title: String,
    /// When it is used.
    pub description: String,
    /// Its shape.
    pub shape: Shape,
    /// One paper for each of what.
    pub per: Per,
    /// Where `per` was written.
    pub per_span: Span,
    /// The file name without ending, a template string.
    pub file_name: Spanned<String>,
    /// The document title, a template string.
    pub document_title: Spanned<String>,
    /// Which way the paper is turned.
    pub orientation: Orientation,
    /// Its own paper in mm, upright, instead of the profile's.
    pub paper: Option<(f32, f32)>,
    /// What kind of paper the profile treats it as; its shape when it says nothing.
    pub kind: &'static str,
    /// Where page numbers stand, when not where the profile says.
    pub page_number: Option<PageNumber>,
    /// Pages the letter may take, lampiran not counted; 0 for as many as it needs. Absent: what
    /// the profile says.
    pub fit: Option<u8>,
    /// A line at the head of each page of a book, a template string.
    pub header: Spanned<String>,
    /// Parts of the data without which it makes nothing.
    pub needs: Vec<Spanned<Need>>,
    /// Chapters of a book.
    pub chapters: Vec<Chapter>,
    /// The template whose chapters these are, when not its own.
    pub book: Spanned<String>,
    /// How its date stands to the event's, where it does.
    pub timing: Option<Timing>,
    /// Whom its papers send to the event.
    pub sends: Option<Sent>,
    /// Whether its papers bear numbers, and where that is said.
    pub numbered: Spanned<Numbering>,
}

/// Whether the papers of a template bear numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Numbering {
    /// Each of them.
    #[default]
    Always,
    /// Those for which the data gives one.
    IfGiven,
    /// None of them.
    Never,
}

impl Numbering {
    /// The words of `bernomor`; `true` and `false` are the first and the last.
    pub const ALL: [(&'static str, Self); 3] =
        [("selalu", Self::Always), ("bila-ada", Self::IfGiven), ("tanpa", Self::Never)];

    fn read(f: &mut Fields<'_>) -> Self {
        let key = Key::new("bernomor");
        match f.raw(key).map(|node| &node.value) {
            Some(Value::Bool(true)) => Self::Always,
            Some(Value::Bool(false)) => Self::Never,
            _ => f.word(key, &Self::ALL).unwrap_or_default(),
        }
    }
}

/// How the date of a paper stands to that of the event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timing {
    /// Not after its first day.
    Before,
    /// On one of its days; the last where the data says nothing.
    During,
    /// Not before its last day.
    After,
    /// Likewise, and on it where the data says nothing.
    Report,
}

impl Timing {
    /// The words of `waktu` with what the user's guide says of them.
    pub const ALL: [(&'static str, Self); 4] = [
        ("sebelum", Self::Before),
        ("saat", Self::During),
        ("sesudah", Self::After),
        ("laporan", Self::Report),
    ];

    /// Whether the paper has the date of the event where the data gives none.
    pub const fn follows(self) -> bool {
        matches!(self, Self::During | Self::Report)
    }
}

/// Whom a surat tugas sends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sent {
    /// The committee.
    Committee,
    /// The participants.
    Participants,
    /// The speakers.
    Speakers,
}

impl Sent {
    /// The words of `mengutus`.
    pub const ALL: [(&'static str, Self); 3] = [
        ("panitia", Self::Committee),
        ("peserta", Self::Participants),
        ("narasumber", Self::Speakers),
    ];
}

/// A chapter of a book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chapter {
    /// For file names.
    pub id: String,
    /// Its file below `templates/`.
    pub file: String,
    /// Its title, for lists; the text's own heading is what is printed.
    pub title: Spanned<String>,
    /// The urusan it is about; such a chapter is in an OPD's edition only when the OPD
    /// carries the urusan.
    pub urusan: Option<Spanned<String>>,
}

/// Where page numbers stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageNumber {
    /// None.
    Tanpa,
    /// `- 2 -` at the top, from the second page (letters).
    Atas,
    /// The number at the foot.
    Bawah,
    /// "Halaman 2 dari 5" at the foot.
    BawahDari,
}

impl TemplateManifest {
    /// The names by which a profile may treat the template apart, the narrowest first.
    pub fn names(&self) -> [&str; 3] {
        [&self.name, self.kind, self.shape.word()]
    }

    /// Reads the file; problems with it are reported, and then there is no manifest.
    pub(super) fn read(
        name: &str,
        file: FileId,
        text: &str,
        problems: &mut Problems,
    ) -> Option<Self> {
        let mut own = Problems::default();
        let manifest =
            data::workspace::with_fields("template.toml", file, text, &mut own, |f| {
                Self::fields(name, f)
            });
        let broken = own.has_errors();
        problems.extend(own);
        (!broken).then_some(manifest)
    }

    fn fields(name: &str, f: &mut Fields<'_>) -> Self {
        let title = f.need_text(Key::new("judul"));
        let per = f.need_text(Key::new("per"));
        let file_name = f.text(Key::new("nama_berkas"));
        let file_name =
            file_name.unwrap_or_else(|| Spanned::new("{{ id }}".to_owned(), f.span()));
        let book = f.text(Key::new("buku"));
        let book = book.unwrap_or_else(|| Spanned::new(name.to_owned(), f.span()));
        let shape = f.word(Key::new("bentuk"), &Shape::WORDS).unwrap_or_default();
        let kind = f.word(
            Key::new("jenis"),
            &crate::profil::PAPER_KINDS.map(|kind| (kind, kind)),
        );
        Self {
            name: name.to_owned(),
            description: f.text(Key::new("keterangan")).unwrap_or_default().value,
            shape,
            kind: kind.unwrap_or_else(|| shape.word()),
            per: Per::of(&per.value),
            per_span: per.span,
            file_name,
            document_title: f
                .text(Key::new("judul_naskah"))
                .unwrap_or_else(|| title.clone()),
            orientation: f
                .word(
                    Key::new("arah"),
                    &[
                        ("tegak", Orientation::Portrait),
                        ("lanskap", Orientation::Landscape),
                    ],
                )
                .unwrap_or_default(),
            paper: f
                .word(Key::new("kertas"), &PAPERS)
                .map(|(_, width, height)| (width, height)),
            page_number: f.word(
                Key::new("nomor_halaman"),
                &[
                    ("tanpa", PageNumber::Tanpa),
                    ("atas", PageNumber::Atas),
                    ("bawah", PageNumber::Bawah),
                    ("bawah-dari", PageNumber::BawahDari),
                ],
            ),
            fit: f.pages(Key::new("muat")).map(|pages| pages.value),
            header: f.text(Key::new("kepala_halaman")).unwrap_or_default(),
            needs: needs(f),
            timing: f.word(Key::new("waktu"), &Timing::ALL),
            sends: f.word(Key::new("mengutus"), &Sent::ALL),
            numbered: Spanned::new(Numbering::read(f), f.place(Key::new("bernomor"))),
            chapters: f.list(Key::new("bab"), |f| chapter(f, &book.value)),
            title: title.value,
            book,
        }
    }

    /// Chapters that the workspace adds under `panduan/` come after the shipped ones; one of
    /// the same file name takes the place of the shipped one.
    pub(super) fn add_own_chapters(&mut self, files: &BTreeMap<String, TemplateFile>) {
        if self.chapters.is_empty() {
            return;
        }
        for path in files.keys().filter(|p| p.starts_with("panduan/")) {
            let name = path.trim_start_matches("panduan/");
            let id = name.trim_end_matches(".md").to_owned();
            let same = |c: &&mut Chapter| c.file.rsplit('/').next() == Some(name);
            if let Some(chapter) = self.chapters.iter_mut().find(same) {
                chapter.file.clone_from(path);
                continue;
            }
            let title = id.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-');
            self.chapters.push(Chapter {
                title: Spanned::new(title.replace('-', " "), Span::None),
                file: path.clone(),
                id,
                urusan: None,
            });
        }
    }
}

fn needs(f: &mut Fields<'_>) -> Vec<Spanned<Need>> {
    let words = f.texts(Key::new("perlu")).into_iter();
    words.map(|word| Spanned::new(Need::of(&word.value), word.span)).collect()
}

fn chapter(f: &mut Fields<'_>, book: &str) -> Chapter {
    let file = f.need_text(Key::new("berkas")).value;
    Chapter {
        id: f.need_text(Key::new("id")).value,
        file: format!("{book}/{file}"),
        title: f.need_text(Key::new("judul")),
        urusan: f.text(Key::new("urusan")),
    }
}
