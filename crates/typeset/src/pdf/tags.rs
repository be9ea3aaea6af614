//! The reading order: the tree of nodes with what was drawn for each.

use std::num::{NonZeroU16, NonZeroU32};

use krilla::surface::Location;
use krilla::tagging::{
    Identifier, ListNumbering, Node as Leaf, TableHeaderScope, Tag as Kind, TagGroup,
    TagKind, TagTree,
};

use crate::layout::page::{NodeId, Tag, TagNode};

use super::problem::{DrawnPlaces, PdfFault, PdfProblem, is_too_long};

/// What was drawn for one node.
#[derive(Debug, Clone, Default)]
pub(super) struct Drawn {
    /// The node hangs in the tree; krilla does not survive content of others.
    pub(super) reached: bool,
    /// Its links; a screen reader wants them before the words they lie on.
    pub(super) links: Vec<Identifier>,
    /// Its content, page by page.
    pub(super) content: Vec<Identifier>,
    /// Where it comes from.
    pub(super) location: Option<Location>,
}

/// A place for what will be drawn for each node.
pub(super) fn prepare(tree: &[TagNode]) -> Vec<Drawn> {
    let mut drawn = vec![Drawn::default(); tree.len()];
    let mut open = vec![NodeId(0)];
    while let Some(id) = open.pop() {
        let index = id.0 as usize;
        if let (Some(node), Some(drawn)) = (tree.get(index), drawn.get_mut(index))
            && !drawn.reached
        {
            drawn.reached = true;
            open.extend(&node.children);
        }
    }
    drawn
}

/// Builds the tree of a paper.
pub(super) struct TagBuilder<'a> {
    pub(super) tree: &'a [TagNode],
    pub(super) drawn: Vec<Drawn>,
    pub(super) places: &'a DrawnPlaces,
    pub(super) problems: &'a mut Vec<PdfProblem>,
}

impl TagBuilder<'_> {
    /// The tree; krilla writes the document node itself.
    pub(super) fn build(mut self) -> TagTree {
        let children = self.children(NodeId(0)).unwrap_or_default();
        TagTree::from(children)
    }

    /// Own content first, then the nodes inside.
    fn children(&mut self, id: NodeId) -> Option<Vec<Leaf>> {
        let index = id.0 as usize;
        let (node, drawn) = (self.tree.get(index)?, self.drawn.get_mut(index)?);
        // A node that is named twice stands where it is named first.
        if !std::mem::take(&mut drawn.reached) {
            return None;
        }
        let mut children: Vec<Leaf> =
            drawn.links.iter().chain(&drawn.content).map(|&leaf| leaf.into()).collect();
        for &child in &node.children {
            children.extend(self.group(child).map(Leaf::from));
        }
        Some(children)
    }

    /// The place of a node, or of the first that was drawn in it.
    fn location(&self, id: NodeId) -> Option<Location> {
        let index = id.0 as usize;
        let own = self.drawn.get(index)?.location;
        own.or_else(|| {
            let inside = self.tree.get(index)?.children.iter();
            inside.copied().find_map(|child| self.location(child))
        })
    }

    /// A node with all inside it; none if nothing of it was drawn.
    fn group(&mut self, id: NodeId) -> Option<TagGroup> {
        let children = self.children(id)?;
        let node = self.tree.get(id.0 as usize)?;
        // A table keeps its empty cells: without them its columns would shift.
        let place_holder = matches!(node.tag, Tag::Th(..) | Tag::Td(..) | Tag::Tr);
        if children.is_empty() && !place_holder {
            return None;
        }
        let location = self.drawn.get(id.0 as usize).and_then(|drawn| drawn.location);
        if let Tag::H(_, title) = &node.tag
            && title.trim().is_empty()
        {
            // krilla reports it too, but without a place.
            let span = self.places.span(location);
            self.problems.push(PdfProblem::new(PdfFault::NoHeadingTitle, span));
        }
        if let Tag::H(_, text) | Tag::Figure(text) = &node.tag
            && is_too_long(text)
        {
            let span = self.places.span(self.location(id));
            self.problems.push(PdfProblem::new(PdfFault::TooLongText, span));
        }
        let children = if lifts(&node.tag) { lift(children) } else { children };
        let kind = kind(&node.tag).with_location(location);
        Some(TagGroup::with_children(kind, children))
    }
}

/// Nodes that may hold text themselves.
fn lifts(tag: &Tag) -> bool {
    matches!(tag, Tag::Th(..) | Tag::Td(..) | Tag::LBody | Tag::Caption)
}

/// A cell or an item of a single paragraph needs no paragraph inside: it says the same to a
/// screen reader, and a table has hundreds of them.
fn lift(mut children: Vec<Leaf>) -> Vec<Leaf> {
    match children.as_mut_slice() {
        [Leaf::Group(TagGroup { tag: TagKind::P(_), children })] => {
            std::mem::take(children)
        }
        _ => children,
    }
}

/// krilla's name for a tag.
fn kind(tag: &Tag) -> TagKind {
    match tag {
        Tag::Document | Tag::Div => Kind::Div.into(),
        Tag::P => Kind::P.into(),
        Tag::H(level, title) => {
            let level = NonZeroU16::new(u16::from(*level)).unwrap_or(NonZeroU16::MIN);
            Kind::Hn(level, Some(title.clone())).into()
        }
        Tag::L(true) => Kind::L(ListNumbering::Decimal).into(),
        Tag::L(false) => Kind::L(ListNumbering::Disc).into(),
        Tag::Li => Kind::LI.into(),
        Tag::Lbl => Kind::Lbl.into(),
        Tag::LBody => Kind::LBody.into(),
        Tag::Table(summary) => {
            let summary = (!summary.is_empty()).then(|| summary.clone());
            Kind::Table.with_summary(summary).into()
        }
        Tag::Tr => Kind::TR.into(),
        Tag::Th(column, columns, rows) => {
            let scope =
                if *column { TableHeaderScope::Column } else { TableHeaderScope::Row };
            Kind::TH(scope)
                .with_col_span(span(*columns))
                .with_row_span(span(*rows))
                .into()
        }
        Tag::Td(columns, rows) => {
            Kind::TD.with_col_span(span(*columns)).with_row_span(span(*rows)).into()
        }
        Tag::Caption => Kind::Caption.into(),
        Tag::Figure(alt) => {
            Kind::Figure((!alt.trim().is_empty()).then(|| alt.clone())).into()
        }
        Tag::Link => Kind::Link.into(),
        Tag::Toc => Kind::TOC.into(),
        Tag::Toci => Kind::TOCI.into(),
        Tag::Note => Kind::Note.into(),
        Tag::Span => Kind::Span.into(),
        Tag::Reference => Kind::Reference.into(),
    }
}

/// A span worth writing: one column or row is what readers assume.
fn span(cells: usize) -> Option<NonZeroU32> {
    u32::try_from(cells).ok().filter(|&cells| cells > 1).and_then(NonZeroU32::new)
}
