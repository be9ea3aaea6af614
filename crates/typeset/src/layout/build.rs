//! The builder: what all blocks share while they become strips.

use crate::document::{
    Align, Block, LinkTarget, ParaProps, StyleName, StyleSheet, TextProps,
};
use crate::fonts::FontId;
use crate::units::{Pt, Rgb};
use base::source::Span;
use base::written::Trail;

use super::page::{HeadingPlace, NodeId, Tag, TagNode};
use super::shaper::Shaper;
use super::strip::{Strip, StripFlow};
use crate::problem::LayoutProblem;
use base::diag::{Diagnostic, Problems};

/// Size of text where no style says one.
const DEFAULT_SIZE: Pt = Pt(12.0);

/// Everything shared while blocks become strips.
pub(crate) struct StripBuilder<'s, 'a> {
    pub(crate) shaper: &'s mut Shaper<'a>,
    pub(crate) styles: &'s StyleSheet,
    pub(crate) tree: Vec<TagNode>,
    pub(crate) problems: Problems,
    pub(crate) headings: Vec<HeadingPlace>,
    /// Footnotes met so far.
    pub(crate) notes: Vec<Vec<Strip>>,
    /// Room for footnotes: the text width of the section.
    pub(crate) note_width: Pt,
    /// Height between the margins of the section.
    pub(crate) page_height: Pt,
    /// Page-number fields met so far, and what they say by the round before.
    pub(crate) fields: usize,
    pub(crate) known: RoundBefore,
    /// The section that is made.
    pub(crate) section: usize,
    /// Level of the last heading in the tree.
    pub(crate) heading_level: u8,
}

/// What the round before found out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct RoundBefore {
    /// Lines of the daftar isi: id, level, title and where it comes from, page label.
    pub(crate) toc: Vec<(String, u8, (String, Trail), String)>,
    /// Labels of the pages that page-number fields stand on.
    pub(crate) fields: Vec<String>,
    /// For each section, how many pages are counted with its own.
    pub(crate) totals: Vec<usize>,
}

/// Where blocks are put.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Room {
    /// From the strip's left edge.
    pub(crate) x: Pt,
    pub(crate) width: Pt,
    /// The node they are read under.
    pub(crate) node: NodeId,
    /// Alignment of paragraphs that do not say one.
    pub(crate) align: Option<Align>,
    /// Style of paragraphs left in the default one.
    pub(crate) style: Option<StyleName>,
    pub(crate) in_cell: bool,
    /// Set in headers and footers: nothing in it is read out.
    pub(crate) artifact: bool,
}

/// The complete look of a paragraph.
#[derive(Debug, Clone)]
pub(crate) struct ParagraphLook {
    pub(crate) para: ParaProps,
    pub(crate) text: TextProps,
    pub(crate) size: Pt,
}

/// A link while its paragraph is made.
#[derive(Debug, Clone)]
pub(crate) struct LinkInfo {
    pub(crate) target: LinkTarget,
    pub(crate) alt: String,
    pub(crate) node: Option<NodeId>,
}

impl<'s, 'a> StripBuilder<'s, 'a> {
    /// A builder with an empty tree.
    pub(crate) fn new(
        shaper: &'s mut Shaper<'a>,
        styles: &'s StyleSheet,
        known: RoundBefore,
    ) -> Self {
        Self {
            shaper,
            styles,
            tree: vec![TagNode { tag: Tag::Document, children: Vec::new() }],
            problems: Problems::default(),
            headings: Vec::new(),
            notes: Vec::new(),
            note_width: Pt::ZERO,
            page_height: Pt::ZERO,
            fields: 0,
            known,
            section: 0,
            heading_level: 0,
        }
    }

    /// A new node under another.
    pub(crate) fn node(&mut self, parent: NodeId, tag: Tag) -> NodeId {
        let id = NodeId(u32::try_from(self.tree.len()).unwrap_or(u32::MAX));
        self.tree.push(TagNode { tag, children: Vec::new() });
        if let Some(node) = self.tree.get_mut(parent.0 as usize) {
            node.children.push(id);
        }
        id
    }

    /// A new node in a room, unless nothing there is read out.
    pub(crate) fn node_in(&mut self, room: &Room, tag: Tag) -> Option<NodeId> {
        (!room.artifact).then(|| self.node(room.node, tag))
    }

    /// The look of a paragraph in a room.
    pub(crate) fn look(
        &self,
        room: &Room,
        style: StyleName,
        props: &ParaProps,
        text: &TextProps,
    ) -> ParagraphLook {
        let style = match room.style {
            Some(other) if style == StyleName::Isi => other,
            _ => style,
        };
        let mut props = props.clone();
        props.align = props.align.or(room.align);
        let (para, text) = self.styles.resolve(style, &props, text);
        ParagraphLook { para, text, size: text.size.unwrap_or(DEFAULT_SIZE) }
    }

    /// The face of a look.
    pub(crate) fn font(&self, text: &TextProps, bold: bool, italic: bool) -> FontId {
        let bold = bold || text.bold == Some(true);
        let italic = italic || text.italic == Some(true);
        self.shaper.book().find(text.face.unwrap_or_default(), bold, italic)
    }

    /// Tells of a problem once.
    pub(crate) fn problem(&mut self, span: Span, problem: LayoutProblem) {
        let found = Diagnostic::new(span, problem);
        if !self.problems.iter().any(|known| *known == found) {
            self.problems.extend(found.into());
        }
    }

    /// Tells of something too wide, if it is by more than a rounding.
    pub(crate) fn too_wide(&mut self, what: &str, span: Span, by: Pt) {
        if by.0 > 0.5 {
            let what = what.chars().take(60).collect();
            self.problem(span, LayoutProblem::TooWide { what });
        }
    }

    /// Blocks as a flow of their own.
    pub(crate) fn flow(&mut self, room: &Room, blocks: &[Block]) -> StripFlow {
        let mut flow = StripFlow::default();
        self.blocks(room, blocks, &mut flow);
        flow
    }
}

/// The colour of text that does not say one.
pub(crate) const BLACK: Rgb = Rgb(0, 0, 0);

impl Room {
    /// A plain room of a width.
    pub(crate) fn new(width: Pt, node: NodeId) -> Self {
        Self {
            x: Pt::ZERO,
            width,
            node,
            align: None,
            style: None,
            in_cell: false,
            artifact: false,
        }
    }

    /// The room less an indent at the left.
    pub(crate) fn indent(self, by: Pt) -> Self {
        Self { x: self.x + by, width: (self.width - by).max(Pt(1.0)), ..self }
    }
}
