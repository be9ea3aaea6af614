//! Runs: pieces of text in one look, with the node they are read in.

use crate::document::{Inline, LinkTarget, TextField, TextProps, TextStyle, plain_text};
use crate::fonts::FontId;
use crate::layout::build::{BLACK, LinkInfo, ParagraphLook, Room, StripBuilder};
use crate::layout::page::{NodeId, Tag};
use crate::layout::strip::StripMark;
use crate::units::{Pt, Rgb};
use base::written::Trail;

/// Size of raised text, and how far it is raised, in the size of the text around it.
const RAISED: (f32, f32) = (0.65, 0.35);

/// Text in one look.
#[derive(Debug, Clone)]
pub(crate) struct Run {
    pub(crate) text: String,
    pub(crate) font: FontId,
    pub(crate) size: Pt,
    pub(crate) color: Rgb,
    pub(crate) underline: bool,
    pub(crate) strike: bool,
    /// Never hyphenated.
    pub(crate) mono: bool,
    pub(crate) rise: Pt,
    /// Width of a hyphen in its face and size.
    pub(crate) hyphen: Pt,
    pub(crate) node: Option<NodeId>,
    pub(crate) link: Option<usize>,
    pub(crate) mark: Option<StripMark>,
    /// Where each part of the text comes from.
    pub(crate) trail: Trail,
}

/// What a paragraph is made of.
#[derive(Debug, Clone)]
pub(crate) enum Atom {
    Run(Run),
    Break,
    Tab,
}

/// Flattens inlines.
pub(crate) struct Flatten<'b, 's, 'a> {
    pub(crate) builder: &'b mut StripBuilder<'s, 'a>,
    pub(crate) room: &'b Room,
    pub(crate) look: &'b ParagraphLook,
    /// The paragraph's node.
    pub(crate) node: Option<NodeId>,
    /// Links and notes have nodes of their own, so text beside them needs some too.
    pub(crate) mixed: bool,
    pub(crate) atoms: Vec<Atom>,
    pub(crate) links: Vec<LinkInfo>,
}

impl Flatten<'_, '_, '_> {
    pub(crate) fn all(&mut self, inlines: &[Inline]) {
        self.mixed = inlines
            .iter()
            .any(|i| matches!(i, Inline::Link { .. } | Inline::Footnote { .. }));
        self.inlines(inlines, None, None);
    }

    fn inlines(
        &mut self,
        inlines: &[Inline],
        link: Option<usize>,
        inside: Option<NodeId>,
    ) {
        // Runs side by side share one node; a link or note between them begins a new one.
        let mut open = inside;
        for inline in inlines {
            match inline {
                Inline::Text { text, style, trail } => {
                    let node = self.text_node(&mut open);
                    self.run(text.clone(), *style, node, link, trail.clone());
                }
                Inline::Break => self.atoms.push(Atom::Break),
                Inline::Tab => self.atoms.push(Atom::Tab),
                Inline::Field { field, style } => {
                    let node = self.text_node(&mut open);
                    let (text, mark) = self.field(*field);
                    self.run(text, *style, node, link, Trail::default());
                    self.mark(mark);
                }
                Inline::Link { target, inlines } => {
                    let node =
                        self.node.map(|parent| self.builder.node(parent, Tag::Link));
                    let index = self.links.len();
                    self.links.push(LinkInfo {
                        target: target.clone(),
                        alt: link_alt(target, inlines),
                        node,
                    });
                    self.inlines(inlines, Some(index), node);
                    open = inside;
                }
                Inline::Footnote { number, inlines } => {
                    let node =
                        self.node.map(|parent| self.builder.node(parent, Tag::Reference));
                    let style = TextStyle { superscript: true, ..TextStyle::default() };
                    self.run(number.to_string(), style, node, None, Trail::default());
                    let index = self.builder.note(self.node, self.room, *number, inlines);
                    self.mark(Some(StripMark::Note(index)));
                    open = inside;
                }
            }
        }
    }

    fn text_node(&mut self, open: &mut Option<NodeId>) -> Option<NodeId> {
        if open.is_none() {
            *open = match self.node {
                Some(parent) if self.mixed => Some(self.builder.node(parent, Tag::Span)),
                node => node,
            };
        }
        *open
    }

    fn mark(&mut self, mark: Option<StripMark>) {
        if let Some(Atom::Run(run)) = self.atoms.last_mut() {
            run.mark = mark;
        }
    }

    fn field(&mut self, field: TextField) -> (String, Option<StripMark>) {
        let known = &self.builder.known;
        match field {
            TextField::Page => {
                let index = self.builder.fields;
                self.builder.fields += 1;
                let text = known.fields.get(index).map_or("0", String::as_str);
                (text.to_owned(), Some(StripMark::Field(index)))
            }
            TextField::Pages => {
                let total = known.totals.get(self.builder.section).copied();
                (total.unwrap_or_default().to_string(), None)
            }
            TextField::Anchor(mark) => (mark.to_string(), Some(StripMark::Anchor)),
            // Settling has put in the rest.
            _ => ("00".to_owned(), None),
        }
    }

    fn run(
        &mut self,
        text: String,
        style: TextStyle,
        node: Option<NodeId>,
        link: Option<usize>,
        trail: Trail,
    ) {
        let base = self.look.text;
        let mut size = style.size_in(self.look.size);
        let mut rise = Pt::ZERO;
        if style.superscript {
            rise = size * RAISED.1;
            size = size * RAISED.0;
        }
        let face = Some(style.face_in(base.face.unwrap_or_default()));
        let base = TextProps { face, ..base };
        let font = self.builder.font(&base, style.bold, style.italic);
        let hyphen = size * self.builder.shaper.word(font, "-").width;
        self.atoms.push(Atom::Run(Run {
            text,
            font,
            size,
            color: style.color.or(base.color).unwrap_or(BLACK),
            underline: style.underline || base.underline == Some(true),
            strike: style.strike,
            mono: style.mono,
            rise,
            hyphen,
            node,
            link,
            mark: None,
            trail,
        }));
    }
}

/// What a screen reader says of a link: its words, and the address if it leads outside.
fn link_alt(target: &LinkTarget, inlines: &[Inline]) -> String {
    let text = plain_text(inlines);
    match target {
        LinkTarget::Url(url) if *url != text => format!("{text} ({url})"),
        _ => text,
    }
}
