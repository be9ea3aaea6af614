//! Styles: every paragraph has a named one, so that a DOCX can be edited by style.

use std::collections::BTreeMap;

use crate::units::{Pt, Rgb};

/// The named styles of all papers. Word sees them under these names, headings under Word's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum StyleName {
    /// Running text: justified, first line indented.
    #[default]
    Isi,
    /// Running text without indent (after a list, in a cell).
    IsiRata,
    /// A centred title of a paper ("DAFTAR HADIR").
    Judul,
    /// A centred line under the title.
    SubJudul,
    /// Chapter heading.
    Heading1,
    /// Section heading.
    Heading2,
    /// Subsection heading.
    Heading3,
    /// Lowest heading.
    Heading4,
    /// A list item.
    Butir,
    /// A line of the kop.
    Kop,
    /// Label and value lines of a letter's head and of event blocks.
    Rincian,
    /// A line of the signature block.
    TandaTangan,
    /// A line of the tembusan.
    Tembusan,
    /// Text in a table.
    IsiTabel,
    /// Text in a table's head; rows of only such paragraphs are the table's head.
    KepalaTabel,
    /// A caption of a table or picture.
    Keterangan,
    /// A quotation or boxed remark.
    Kutipan,
    /// The daftar isi's own heading.
    JudulDaftarIsi,
    /// A first-level line of the daftar isi.
    DaftarIsi1,
    /// A second-level line of the daftar isi.
    DaftarIsi2,
    /// A third-level line of the daftar isi.
    DaftarIsi3,
    /// Text of headers and footers.
    Kaki,
    /// Text of a footnote.
    CatatanKaki,
}

impl StyleName {
    /// All of them, in a fixed order.
    pub const ALL: [Self; 23] = [
        Self::Isi,
        Self::IsiRata,
        Self::Judul,
        Self::SubJudul,
        Self::Heading1,
        Self::Heading2,
        Self::Heading3,
        Self::Heading4,
        Self::Butir,
        Self::Kop,
        Self::Rincian,
        Self::TandaTangan,
        Self::Tembusan,
        Self::IsiTabel,
        Self::KepalaTabel,
        Self::Keterangan,
        Self::Kutipan,
        Self::JudulDaftarIsi,
        Self::DaftarIsi1,
        Self::DaftarIsi2,
        Self::DaftarIsi3,
        Self::Kaki,
        Self::CatatanKaki,
    ];

    /// The style of a heading of level 1 to 4.
    pub fn heading(level: u8) -> Self {
        match level {
            0 | 1 => Self::Heading1,
            2 => Self::Heading2,
            3 => Self::Heading3,
            _ => Self::Heading4,
        }
    }

    /// The style of a daftar isi line of level 1 to 3.
    pub fn toc(level: u8) -> Self {
        match level {
            0 | 1 => Self::DaftarIsi1,
            2 => Self::DaftarIsi2,
            _ => Self::DaftarIsi3,
        }
    }
}

/// A family of faces by its role; the profile says which file stands behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Face {
    /// Arial's twin, for letters.
    #[default]
    Sans,
    /// A serif for books.
    Serif,
    /// A Bookman, for Keputusan.
    Bookman,
    /// Letters of one width, for what is typed into a computer.
    Mono,
    /// The workspace's own face number n (`aset/huruf/`), in the order of its names.
    Own(u8),
}

/// Where lines stand between the margins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// At the left.
    #[default]
    Left,
    /// In the middle.
    Center,
    /// At the right.
    Right,
    /// Both edges straight.
    Justify,
}

/// Properties of a paragraph that differ from what is under it; `None` leaves it as it is.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ParaProps {
    /// Where lines stand.
    pub align: Option<Align>,
    /// Indent of all lines at the left.
    pub left: Option<Pt>,
    /// Indent of all lines at the right.
    pub right: Option<Pt>,
    /// Further indent of the first line; negative hangs.
    pub first_line: Option<Pt>,
    /// Room above.
    pub before: Option<Pt>,
    /// Room below.
    pub after: Option<Pt>,
    /// Line height as a multiple of the face's own (1.0 is Word's "single").
    pub spacing: Option<f32>,
    /// Stays on the page of the next block.
    pub keep_next: Option<bool>,
    /// Never split over pages.
    pub keep_lines: Option<bool>,
    /// Tab stops from the text's left edge (not the indent); `true` fills with dots and is
    /// right-aligned, `false` is left-aligned and empty.
    pub tabs: Option<Vec<(Pt, bool)>>,
    /// Words may be hyphenated.
    pub hyphenate: Option<bool>,
}

/// Properties of text that differ from what is under it.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct TextProps {
    /// The family.
    pub face: Option<Face>,
    /// The size.
    pub size: Option<Pt>,
    /// Bold.
    pub bold: Option<bool>,
    /// Italic.
    pub italic: Option<bool>,
    /// Underlined.
    pub underline: Option<bool>,
    /// Colour.
    pub color: Option<Rgb>,
}

macro_rules! first {
    ($top:expr, $middle:expr, $base:expr, $($field:ident),+) => {
        Self {
            $($field: $top.$field.as_ref()
                .or($middle.$field.as_ref())
                .or($base.$field.as_ref())
                .cloned()),+
        }
    };
}

impl ParaProps {
    /// These properties with those of `top` laid over them.
    #[must_use]
    pub fn over(&self, top: &Self) -> Self {
        Self::first(top, self, self)
    }

    /// Each property from the first of the three that has it.
    fn first(top: &Self, middle: &Self, base: &Self) -> Self {
        first!(
            top, middle, base, align, left, right, first_line, before, after, spacing,
            keep_next, keep_lines, tabs, hyphenate
        )
    }
}

impl TextProps {
    /// These properties with those of `top` laid over them.
    #[must_use]
    pub fn over(&self, top: &Self) -> Self {
        first!(top, self, self, face, size, bold, italic, underline, color)
    }
}

/// How each named style looks, and the look under all of them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct StyleSheet {
    /// The look under all styles: face, size, spacing.
    pub base: (ParaProps, TextProps),
    /// What each style adds. A style that is not here looks like the base.
    pub styles: BTreeMap<StyleName, (ParaProps, TextProps)>,
}

impl StyleSheet {
    /// The complete look of a paragraph: base, style, then its own properties.
    pub fn resolve(
        &self,
        style: StyleName,
        props: &ParaProps,
        text: &TextProps,
    ) -> (ParaProps, TextProps) {
        (self.para(style, props), self.text(style, text))
    }

    /// How a paragraph stands.
    pub fn para(&self, style: StyleName, props: &ParaProps) -> ParaProps {
        let base = &self.base.0;
        let style = self.styles.get(&style).map_or(base, |(para, _)| para);
        ParaProps::first(props, style, base)
    }

    /// How its text looks.
    pub fn text(&self, style: StyleName, text: &TextProps) -> TextProps {
        let base = self.base.1;
        self.styles.get(&style).map_or(base, |(_, own)| base.over(own)).over(text)
    }
}
