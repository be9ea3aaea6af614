//! Blocks: what stands on a line of its own.

use std::sync::Arc;

use crate::units::Pt;
use bahasa::words::nth_letter;
use base::diag::Span;
use base::written::Line;

use super::{Inline, ParaProps, StyleName, Table, TextProps};

/// One block of a paper.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A heading, part of the outline and of the daftar isi.
    Heading(Heading),
    /// A numbered or bulleted list.
    List(List),
    /// A table, of data or only of layout.
    Table(Table),
    /// A picture on its own line.
    Image(Image),
    /// A chart on its own line.
    Chart(Box<super::Chart>),
    /// A horizontal line across the text width.
    Rule(Rule),
    /// Empty room.
    Space(Pt),
    /// The next block begins a new page.
    PageBreak,
    /// The blocks stay on one page if they fit on one, and the group takes at least
    /// `with_previous` lines of the paragraph before it along.
    Keep {
        /// What stays together.
        blocks: Vec<Block>,
        /// Lines of the preceding paragraph that must stand on the same page as the group;
        /// 0 for none, 2 for signatures (practice: a signature never stands alone on a page).
        with_previous: u8,
    },
    /// Lines whose sizes shrink together until each fits its width on one line.
    FitLines(FitLines),
    /// The blocks turned upside down, for paper that is folded over (name tents). Layout makes
    /// a decorative picture of them: what they say is said the right way up elsewhere.
    Upturned(Vec<Block>),
    /// A table of contents.
    Toc(Toc),
    /// Sheets of a form with a fixed number of rows each; layout cuts it into pages.
    Sheet(Box<Sheet>),
}

/// A paragraph of text.
///
/// ```
/// use naskah_typeset::document::{Inline, Paragraph, StyleName, plain_text};
///
/// let inlines = vec![Inline::text("Rapat pukul "), Inline::bold("09.00 WITA"), Inline::text(".")];
/// let paragraph = Paragraph::new(StyleName::Isi, inlines);
/// assert_eq!(plain_text(&paragraph.inlines), "Rapat pukul 09.00 WITA.");
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Paragraph {
    /// The named style.
    pub style: StyleName,
    /// What differs from the style.
    pub props: ParaProps,
    /// Text properties for the whole paragraph that differ from the style.
    pub text: TextProps,
    /// The text.
    pub inlines: Vec<Inline>,
    /// Where it comes from.
    pub span: Span,
}

impl Paragraph {
    /// A paragraph in a named style.
    pub fn new(style: StyleName, inlines: Vec<Inline>) -> Self {
        Self { style, inlines, ..Self::default() }
    }

    /// A paragraph of plain text in a named style.
    pub fn plain(style: StyleName, text: impl Into<Line>) -> Self {
        Self::new(style, vec![Inline::text(text)])
    }
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Heading {
    /// 1 for a chapter, down to 4.
    pub level: u8,
    /// Printed before the text ("BAB I", "A."), on a line of its own for level 1 of a book
    /// when `label_above` is set.
    pub label: Option<String>,
    /// The label stands on a line above the text, centred with it.
    pub label_above: bool,
    /// Unique in the document, ASCII letters, digits and `_` only; the target of links.
    pub id: String,
    /// The text.
    pub inlines: Vec<Inline>,
    /// Starts on a new page.
    pub new_page: bool,
    /// Room above it, when not that of its style.
    pub before: Option<Pt>,
    /// How far the text stands in from a label at its left. Settling sets it, so that both formats
    /// hang the second line under the first.
    pub hang: Option<Pt>,
    /// Left out of the daftar isi (the heading "DAFTAR ISI" itself).
    pub unlisted: bool,
    /// Where it comes from.
    pub span: Span,
}

/// How far each level of a list stands in from the level around it; the marker hangs in this room.
pub const LIST_INDENT: Pt = Pt::mm(7.5);

/// [`LIST_INDENT`] inside a table cell, where room is scarce.
pub const LIST_INDENT_CELL: Pt = Pt::mm(5.0);

/// A list.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct List {
    /// What stands before each item.
    pub marker: ListMarker,
    /// The first number.
    pub start: u32,
    /// No room between items.
    pub tight: bool,
    /// Levels of [`LIST_INDENT`] that the whole list stands in from the text around it, when it
    /// belongs under a heading that stands in itself.
    pub level: u8,
    /// How far the text stands in from the markers. Settling sets it by the widest of them, so that
    /// item 10 stands where item 9 does.
    pub indent: Option<Pt>,
    /// The items.
    pub items: Vec<ListItem>,
    /// The style of the item paragraphs' text where the items do not set one
    /// (`StyleName::Butir` in text, `StyleName::IsiTabel` in a table).
    pub style: StyleName,
}

impl List {
    /// How far the whole list stands in.
    pub(crate) fn left(&self) -> Pt {
        LIST_INDENT * f32::from(self.level)
    }
}

/// One item of a list.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ListItem {
    /// What it says: paragraphs, nested lists, tables.
    pub blocks: Vec<Block>,
}

/// The kinds of list markers of official writing, from the outermost level inwards:
/// `1.` `a.` `1)` `a)` (practice).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum ListMarker {
    /// A bullet.
    #[default]
    Bullet,
    /// `1.`
    Decimal,
    /// `a.`
    Alpha,
    /// `1)`
    DecimalParen,
    /// `a)`
    AlphaParen,
    /// `I.`
    RomanUpper,
    /// `A.`
    AlphaUpper,
}

impl ListMarker {
    /// The text of the marker for number `n` (1 or more).
    pub fn text(self, n: u32) -> String {
        match self {
            Self::Bullet => "•".into(),
            Self::Decimal => format!("{n}."),
            Self::Alpha => format!("{}.", nth_letter(n)),
            Self::DecimalParen => format!("{n})"),
            Self::AlphaParen => format!("{})", nth_letter(n)),
            Self::RomanUpper => format!("{}.", roman(n)),
            Self::AlphaUpper => format!("{}.", nth_letter(n).to_uppercase()),
        }
    }
}

/// Upper-case Roman numerals; digits where the Romans had none (0, 4000 and above).
pub fn roman(n: u32) -> String {
    let numeral = u16::try_from(n).ok().and_then(bahasa::roman::format_roman);
    numeral.unwrap_or_else(|| n.to_string())
}

/// A picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Image {
    /// The bytes, shared between papers.
    pub data: Arc<ImageData>,
    /// Printed width; the height follows the picture.
    pub width: Pt,
    /// Where it stands between the margins.
    pub align: super::Align,
    /// What a blind reader hears. Empty means decoration (an artifact).
    pub alt: String,
    /// Printed below, style `Keterangan`.
    pub caption: Vec<Inline>,
    /// Where it comes from.
    pub span: Span,
}

/// A picture's file, read and checked once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImageData {
    /// `true`: PNG; `false`: JPEG.
    pub png: bool,
    /// The file as it is.
    pub bytes: Vec<u8>,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// A line across the text width.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Rule {
    /// How it is drawn.
    pub kind: RuleKind,
    /// The whole thickness, when not that of the kind.
    pub width: Option<Pt>,
    /// Room above.
    pub before: Pt,
    /// Room below.
    pub after: Pt,
}

/// Kinds of lines, by the kop's closing rule (profile value; practice differs by daerah).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RuleKind {
    /// One hairline of 0.5 pt.
    #[default]
    Thin,
    /// One line of 2.25 pt.
    Thick,
    /// A thick line over a thin one, 3 pt in all (Word: thick-thin small gap).
    ThickThin,
    /// A dashed hairline: where to fold or cut.
    Dashed,
}

/// Centred (or other) single lines that must not wrap: all sizes are scaled by one factor
/// until the longest line fits, so that the ratio between the lines stays.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FitLines {
    /// One paragraph a line. Their text sizes are given explicitly in `Paragraph::text.size`.
    pub lines: Vec<Paragraph>,
    /// The smallest factor that can still be read: a line that needs a smaller one is told on
    /// several lines, broken between words. 0.5 halves the size at most.
    pub min_scale: f32,
}

/// A table of contents, filled from the headings of the whole document.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Toc {
    /// Deepest heading level listed.
    pub depth: u8,
}

/// A form of many rows cut into equal sheets, each with its own head and row range
/// (daftar hadir). Layout measures how many rows fit and replaces the sheet by plain blocks.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Repeated at the top of each sheet; may hold [`Inline::Field`]s for the range.
    pub head: Vec<Block>,
    /// The table; its rows after `head_rows` are cut into sheets.
    pub table: Table,
    /// After the last sheet's table, kept on the same page (signature of the committee).
    pub foot: Vec<Block>,
    /// At most this many rows a sheet.
    pub max_rows: usize,
}

/// What a [`Sheet`] fills into its head, and a section into its header and footer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextField {
    /// The number of the page, in the section's number format.
    Page,
    /// The number of pages that are counted together with this one.
    Pages,
    /// The number of this sheet.
    SheetNumber,
    /// The number of sheets.
    SheetCount,
    /// The number of the first row on this sheet, two digits or more.
    FirstRow,
    /// The number of the last row on this sheet.
    LastRow,
    /// This character, at which the visual of an electronic signature is put.
    Anchor(char),
}
