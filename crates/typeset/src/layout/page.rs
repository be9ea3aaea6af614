//! What layout hands to the painter: positioned things on pages, and the reading order.
//!
//! Coordinates are points from the page's top left corner, y downwards. The painter draws items
//! in order (later ones above earlier ones) and adds nothing of its own but the file around it.

use std::sync::Arc;

use crate::document::{ImageData, LinkTarget};
use crate::fonts::FontId;
use crate::units::{Pt, Rgb};
use base::source::Span;
use base::written::Trail;

pub use crate::drawing::{Glyph, Path, Stroke, TextItem};

/// A laid out paper.
#[derive(Debug, Clone, Default)]
pub struct Pages {
    /// The pages in order.
    pub pages: Vec<Page>,
    /// Headings in order, for the outline, links and the daftar isi.
    pub headings: Vec<HeadingPlace>,
    /// The reading order: node 0 is the whole paper, children in document order.
    pub tree: Vec<TagNode>,
}

/// One page.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// Width of the paper.
    pub width: Pt,
    /// Height of the paper.
    pub height: Pt,
    /// The section of the document it belongs to, counted from 0: its margins are those of
    /// that section.
    pub section: usize,
    /// The number printed on it ("iv", "12"), also when it is not printed.
    pub label: String,
    /// What stands on it.
    pub items: Vec<Item>,
}

impl Page {
    /// The length of its diagonal, and cosine and sine of the angle at which it rises. By a root,
    /// which every system computes alike, as it does not with angles.
    pub(crate) fn diagonal(&self) -> (f32, f32, f32) {
        let (width, height) = (self.width.0, self.height.0);
        let length = (width * width + height * height).sqrt().max(1.0);
        (length, width / length, height / length)
    }
}

/// A heading on its page.
#[derive(Debug, Clone)]
pub struct HeadingPlace {
    /// The heading's id.
    pub id: String,
    /// Level from 1.
    pub level: u8,
    /// Label and text, as in the outline.
    pub title: String,
    /// Where the parts of the title come from.
    pub trail: Trail,
    /// Not in the daftar isi.
    pub unlisted: bool,
    /// Index of the page from 0.
    pub page: usize,
    /// Top of the heading on the page.
    pub y: Pt,
}

/// A thing on a page.
#[derive(Debug, Clone)]
pub struct Item {
    /// The node of the tree it belongs to; `None` is an artifact (rules, fills, repeated heads,
    /// page numbers, the watermark), which a screen reader passes over.
    pub node: Option<NodeId>,
    /// Where it comes from, for messages of the PDF validator.
    pub span: Span,
    /// What is drawn.
    pub kind: ItemKind,
}

/// What is drawn.
#[derive(Debug, Clone)]
pub enum ItemKind {
    /// Shaped text on one baseline.
    Text(TextItem),
    /// A filled rectangle.
    Fill {
        /// Left, top, width, height.
        rect: [Pt; 4],
        /// Colour.
        color: Rgb,
    },
    /// A straight line.
    Line {
        /// First point.
        from: (Pt, Pt),
        /// Last point.
        to: (Pt, Pt),
        /// Thickness.
        width: Pt,
        /// Colour.
        color: Rgb,
        /// Dashed.
        dashed: bool,
    },
    /// A picture.
    Image {
        /// Left, top, width, height.
        rect: [Pt; 4],
        /// The file.
        data: Arc<ImageData>,
    },
    /// Straight lines, open or around areas: parts of a chart.
    Path(Path),
    /// The active area of a link; what is shown is in other items of the same node.
    Link {
        /// Left, top, width, height.
        rect: [Pt; 4],
        /// Where it leads; headings are looked up in [`Pages::headings`].
        target: LinkTarget,
        /// What a screen reader says.
        alt: String,
    },
    /// A word across the whole page, drawn as outlines so that it is no text of the paper.
    Watermark {
        /// The word.
        text: String,
        /// The face it is drawn in.
        font: FontId,
    },
}

/// Index into [`Pages::tree`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub u32);

/// A node of the reading order. Content of a node may lie on several pages.
#[derive(Debug, Clone)]
pub struct TagNode {
    /// What it is.
    pub tag: Tag,
    /// Nodes inside, in document order. Drawn items name their node themselves; the painter
    /// puts a node's own content before its children unless `Tag` says otherwise.
    pub children: Vec<NodeId>,
}

/// What a node is, after PDF's standard structure types.
#[derive(Debug, Clone, PartialEq)]
pub enum Tag {
    /// The whole paper.
    Document,
    /// A grouping without meaning of its own.
    Div,
    /// Paragraph.
    P,
    /// Heading of level 1 to 6; levels in a paper never skip one.
    H(u8, String),
    /// List; `true` is numbered.
    L(bool),
    /// List item.
    Li,
    /// Label of a list item.
    Lbl,
    /// Body of a list item.
    LBody,
    /// Table with its summary.
    Table(String),
    /// Table row.
    Tr,
    /// Head cell: `true` heads its column, `false` its row; columns and rows it takes.
    Th(bool, usize, usize),
    /// Cell; columns and rows it takes.
    Td(usize, usize),
    /// Caption.
    Caption,
    /// Picture with its alternative text.
    Figure(String),
    /// Link.
    Link,
    /// Table of contents.
    Toc,
    /// Line of a table of contents.
    Toci,
    /// Footnote.
    Note,
    /// A run inside a paragraph, to keep the reading order around links and notes.
    Span,
    /// Reference (a footnote's mark).
    Reference,
}
