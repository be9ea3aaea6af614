//! Under which id and name Word sees each style.

use crate::document::StyleName;

/// A style's place in Word.
pub(super) struct StyleInWord {
    /// The id paragraphs point to.
    pub(super) id: &'static str,
    /// The name in Word's style list. Word's own styles keep their English file names: Word shows
    /// them in its user's language and knows what they are for.
    pub(super) display: &'static str,
    /// The style of the paragraph typed after this one.
    pub(super) next: Option<&'static str>,
    /// Outline level from 0.
    pub(super) outline: Option<u8>,
    /// Not one of Word's own.
    pub(super) custom: bool,
}

const fn name(id: &'static str, display: &'static str) -> StyleInWord {
    StyleInWord { id, display, next: None, outline: None, custom: true }
}

const fn word(id: &'static str, display: &'static str) -> StyleInWord {
    StyleInWord { id, display, next: None, outline: None, custom: false }
}

const fn heading(id: &'static str, display: &'static str, level: u8) -> StyleInWord {
    StyleInWord { id, display, next: Some("Isi"), outline: Some(level), custom: false }
}

/// How a style is called.
pub(super) fn of(style: StyleName) -> StyleInWord {
    match style {
        StyleName::Isi => name("Isi", "Isi"),
        StyleName::IsiRata => name("IsiRata", "Isi Rata"),
        // "Judul" alone is what an Indonesian Word calls its own "Title".
        StyleName::Judul => name("Judul", "Judul Naskah"),
        StyleName::SubJudul => name("SubJudul", "Subjudul Naskah"),
        StyleName::Heading1 => heading("Heading1", "heading 1", 0),
        StyleName::Heading2 => heading("Heading2", "heading 2", 1),
        StyleName::Heading3 => heading("Heading3", "heading 3", 2),
        StyleName::Heading4 => heading("Heading4", "heading 4", 3),
        StyleName::Butir => word("ListParagraph", "List Paragraph"),
        StyleName::Kop => name("Kop", "Kop"),
        StyleName::Rincian => name("Rincian", "Rincian"),
        StyleName::TandaTangan => name("TandaTangan", "Tanda Tangan"),
        StyleName::Tembusan => name("Tembusan", "Tembusan"),
        StyleName::IsiTabel => name("IsiTabel", "Isi Tabel"),
        StyleName::KepalaTabel => name("KepalaTabel", "Kepala Tabel"),
        StyleName::Keterangan => word("Caption", "caption"),
        StyleName::Kutipan => name("Kutipan", "Kutipan Naskah"),
        StyleName::JudulDaftarIsi => word("TOCHeading", "TOC Heading"),
        StyleName::DaftarIsi1 => word("TOC1", "toc 1"),
        StyleName::DaftarIsi2 => word("TOC2", "toc 2"),
        StyleName::DaftarIsi3 => word("TOC3", "toc 3"),
        StyleName::Kaki => word(FOOTER, "footer"),
        StyleName::CatatanKaki => word("FootnoteText", "footnote text"),
    }
}

/// [`StyleName::Kaki`] inside a header.
pub(super) const HEADER: &str = "Header";
/// [`StyleName::Kaki`] elsewhere.
pub(super) const FOOTER: &str = "Footer";
/// Links to the outside.
pub(super) const HYPERLINK: &str = "Hyperlink";
/// The mark of a footnote.
pub(super) const NOTE_MARK: &str = "FootnoteReference";
/// Tables of data.
pub(super) const DATA_TABLE: &str = "TabelNaskah";
/// Tables that only place things.
pub(super) const LAYOUT_TABLE: &str = "TabelLetak";
