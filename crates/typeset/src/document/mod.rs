//! The paper as a tree: what it says and how it is meant to look, without a word about PDF or DOCX.
//!
//! Both formats are made from this one tree. Official forms (kop, tanda tangan, ...) are built
//! from the same few blocks by `papers::forms`, so that a back end only needs to know
//! paragraphs, lists, tables, images and breaks. Widths and fitted sizes are settled once by
//! layout before either format is written; see [`Table::columns`] and [`FitLines`].

mod block;
mod chart;
mod direction;
mod hold;
mod inline;
mod lines;
mod loose;
mod page;
mod shape;
mod squeeze;
mod style;
mod table;
mod text;
mod tighten;
mod words;

pub use block::roman;
pub use block::{
    Block, FitLines, Heading, Image, ImageData, LIST_INDENT, LIST_INDENT_CELL, List,
    ListItem, ListMarker, Paragraph, Rule, RuleKind, Sheet, TextField, Toc,
};
pub use chart::{Chart, ChartKind, ChartRoom, ChartValue, Series, TargetLine};
pub(crate) use direction::{directions, has_leftward};
pub use inline::{Inline, LinkTarget, TextStyle};
pub use jiff::civil::Date;
pub use lines::lines;
pub use page::{Header, Margins, Orientation, PageNumbers, PageSetup, Section};
pub use shape::Shape;
pub use squeeze::squeeze;
pub use style::{Align, Face, ParaProps, StyleName, StyleSheet, TextProps};
pub use table::{Border, Borders, Cell, ColumnWidth, Row, Table, TableRole, VAlign};
pub(crate) use text::{held_hyphens, long_parts};
pub use text::{plain_text, plain_trail};
pub use tighten::Tightening;

/// A whole paper.
///
/// ```
/// use naskah_typeset::document::{Block, Document, Paragraph, Section, StyleName, lines};
///
/// let block = Block::Paragraph(Paragraph::plain(StyleName::Isi, "Dengan hormat,"));
/// let section = Section { blocks: vec![block], ..Section::default() };
/// let document = Document { sections: vec![section], ..Document::default() };
/// assert_eq!(lines(&document), ["Dengan hormat,"]);
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Document {
    /// Title, author and the like.
    pub meta: Meta,
    /// How each named style looks.
    pub styles: StyleSheet,
    /// Parts with their own page setup, in order. Never empty in a finished document.
    pub sections: Vec<Section>,
    /// A word drawn large and pale behind each page ("CONTOH", "DRAF").
    pub watermark: Option<String>,
    /// The first word of the next page stands at the foot of each page (PDF only: Word breaks
    /// pages anew on each machine).
    pub catchwords: bool,
    /// The PDF has a plain table of offsets and no packed objects, which programs that stamp or
    /// merge pages can read; it is larger.
    pub classic_pdf: bool,
    /// The characters at which visuals of electronic signatures are put; each is on the paper
    /// once.
    pub anchors: Vec<char>,
}

impl Document {
    /// The sections whose pages are numbered through with those of the given one: a section
    /// that begins its numbers anew begins another count.
    pub(crate) fn counted_with(&self, section: usize) -> std::ops::Range<usize> {
        let begins = |at: &usize| {
            self.sections.get(*at).is_some_and(|s| s.numbers.start.is_some())
        };
        let start = (0..=section).rev().find(begins).unwrap_or(0);
        let end = (section + 1..self.sections.len()).find(begins);
        start..end.unwrap_or(self.sections.len())
    }

    /// The last number that pages counted with each section bear: what "dari 7" says there.
    /// `pages` is the section of each page.
    pub(crate) fn totals(&self, pages: &[usize]) -> Vec<usize> {
        let total = |section| {
            let count = self.counted_with(section);
            let first = self.sections.get(count.start).and_then(|s| s.numbers.start);
            let before = first.map_or(0, |n| (n as usize).saturating_sub(1));
            before + pages.iter().filter(|page| count.contains(page)).count()
        };
        (0..self.sections.len()).map(total).collect()
    }
}

/// What a reader's program shows about the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Meta {
    /// The title; both PDF/UA and the DOCX core properties need it.
    pub title: String,
    /// The issuing office.
    pub author: String,
    /// What the paper is about, one line.
    pub subject: String,
    /// BCP 47 language; "id-ID" for all shipped templates.
    pub language: String,
    /// The date of the paper from the data, never the clock; no PDF is written without one.
    pub date: Option<Date>,
}
