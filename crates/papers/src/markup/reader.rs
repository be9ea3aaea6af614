//! What is known while a paper is read: places, headings, footnotes, sections.

use std::ops::Range;

use crate::problem::{PrintProblem, TemplateProblem};
use comrak::nodes::{AstNode, NodeValue};

use super::Context;
use super::headings::HeadingCounters;
use crate::facts::{self, Facts};
use crate::forms::KepalaSurat;
use crate::notation;
use crate::origins::{Figure, FilledText, Origins, Thing};
use base::diag::{Both, Problems};
use base::source::{Span, Spanned};
use base::written::Trail;
use data::problem::PictureProblem;
use field::domain::LetterNumber;
use typeset::document::{Block, Inline, Section};

/// A node of comrak's tree.
pub(super) type TreeNode<'n> = &'n AstNode<'n>;

pub(super) struct Reader<'a> {
    pub(super) context: &'a Context<'a>,
    pub(super) problems: &'a mut Problems,
    pub(super) numbering: HeadingCounters,
    pub(super) footnotes: Vec<(String, Vec<Inline>)>,
    pub(super) footnote_number: u32,
    /// Links to headings, which may come later.
    pub(super) links: Vec<(String, Span)>,
    /// The section being filled and those before it.
    pub(super) sections: Vec<Section>,
    /// A letter head that waits for the addressee to stand beside it.
    pub(super) head: Option<KepalaSurat>,
    /// The marks of electronic signatures so far.
    pub(super) anchors: Vec<char>,
    /// What the paper says as facts, so far.
    pub(super) facts: Facts,
    /// A signature was read already.
    pub(super) signed: bool,
    text: &'a str,
    origins: &'a Origins,
    /// First byte of each line.
    lines: Vec<usize>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        filled: &'a FilledText,
        context: &'a Context<'a>,
        problems: &'a mut Problems,
    ) -> Self {
        let text = filled.text.as_str();
        let mut lines = vec![0];
        lines.extend(text.match_indices('\n').map(|(at, _)| at + 1));
        Self {
            context,
            problems,
            numbering: HeadingCounters::new(context.shape),
            footnotes: Vec::new(),
            footnote_number: 0,
            links: Vec::new(),
            sections: vec![context.first.clone()],
            head: None,
            anchors: Vec::new(),
            facts: Facts::default(),
            signed: false,
            text,
            origins: &filled.origins,
            lines,
        }
    }

    /// All sections of the paper. Blocks directly under the root go to the section that the
    /// last `:::halaman` opened.
    pub(super) fn document(&mut self, root: TreeNode<'_>) -> Vec<Section> {
        self.read_footnotes(root);
        for child in root.children() {
            let blocks = self.block(child, 0);
            self.push(blocks);
        }
        self.check_links();
        for section in &mut self.sections {
            super::arrange::hold_lead_ins(&mut section.blocks);
        }
        self.state_signed();
        std::mem::take(&mut self.sections)
    }

    /// Every link within the paper leads to a heading.
    fn check_links(&mut self) {
        for (id, span) in &self.links {
            if !self.numbering.knows(id) {
                let detail = Both::new(
                    format!("tautan menuju `#{id}`, yang tidak ada"),
                    format!("a link leads to `#{id}`, which does not exist"),
                );
                self.problems.add(*span, PrintProblem::NotPrintable { detail });
            }
        }
    }

    pub(super) fn push(&mut self, blocks: Vec<Block>) {
        if let Some(section) = self.sections.last_mut() {
            section.blocks.extend(blocks);
        }
    }

    /// Footnote texts come after the text that cites them, so they are read first.
    fn read_footnotes(&mut self, root: TreeNode<'_>) {
        for child in root.children() {
            let name = match &child.data().value {
                NodeValue::FootnoteDefinition(note) => note.name.clone(),
                _ => continue,
            };
            let mut inlines = Vec::new();
            for paragraph in child.children() {
                inlines.extend(self.inlines(paragraph));
            }
            self.footnotes.push((name, inlines));
        }
    }

    /// The bytes a node was read from.
    pub(super) fn range(&self, node: TreeNode<'_>) -> Range<usize> {
        let at = node.data().sourcepos;
        let start = self.byte(at.start.line, at.start.column);
        let end = self.byte(at.end.line, at.end.column + 1).max(start);
        start..end.min(self.text.len())
    }

    /// Where a node comes from: the value in the data that is all of it, or its template.
    pub(super) fn span(&self, node: TreeNode<'_>) -> Span {
        self.origins.place(self.range(node))
    }

    /// Notes the variables in a text that was read, at the places where they are written.
    pub(super) fn variables(&mut self, read: &str, range: &Range<usize>) {
        let written = facts::variables(self.text.get(range.clone()).unwrap_or_default());
        for (index, (_, name)) in facts::variables(read).into_iter().enumerate() {
            let at = written.get(index).map(|(at, _)| range.start + at);
            let span = match at {
                Some(at) => self.origins.at(at),
                None => self.origins.place(range.clone()),
            };
            self.facts.variable(&name, span);
        }
    }

    /// Where each part of a node's text comes from.
    pub(super) fn trail(&self, node: TreeNode<'_>) -> Trail {
        self.origins.trail(self.text, self.range(node), notation::plain)
    }

    /// The one number that was printed into a node, with its print.
    pub(super) fn figure(&self, node: TreeNode<'_>) -> Option<(String, &'a Figure)> {
        let (range, figure) = self.origins.figure(&self.range(node))?;
        Some((notation::plain(self.text.get(range)?), figure))
    }

    /// The number of the paper's own letter, where a node prints it.
    pub(super) fn own_number(&self, node: TreeNode<'_>) -> Option<Spanned<LetterNumber>> {
        let own = &self.context.letters.own?.1.number.as_ref()?.value;
        let is_own =
            |thing: &'a Thing| thing.letter().filter(|number| number.is_one(own));
        let (at, number) = self.origins.only(&self.range(node), is_own)?;
        Some(Spanned::new(number.clone(), self.origins.place(at)))
    }

    fn byte(&self, line: usize, column: usize) -> usize {
        let start =
            self.lines.get(line.saturating_sub(1)).copied().unwrap_or(self.text.len());
        start + column.saturating_sub(1)
    }

    /// The opening line of a directive, from the text itself: comrak unescapes what it gives.
    pub(super) fn opening(&mut self, node: TreeNode<'_>) -> Option<notation::Opening> {
        let line = node.data().sourcepos.start.line;
        let start = self.byte(line, 1);
        let rest = self.text.get(start..)?;
        let end = rest.find('\n').unwrap_or(rest.len());
        let line = &rest[..end];
        self.variables(line, &(start..start + end));
        let place = |whole: Range<usize>, inside: Range<usize>| {
            let moved = |range: Range<usize>| start + range.start..start + range.end;
            let (whole, inside) = (moved(whole), moved(inside));
            let value = self.origins.value(&inside);
            let span = value.unwrap_or_else(|| self.origins.place(whole));
            let thing = self.origins.only(&inside, Some).filter(|(at, _)| *at == inside);
            let thing = thing.map(|(_, thing)| thing.clone());
            (span, self.origins.trail(self.text, inside, notation::plain), thing)
        };
        match notation::parse(line, &place) {
            Ok(opening) => Some(opening),
            Err(miswritten) => {
                let detail = Both::new(miswritten.detail.0, miswritten.detail.1);
                self.facts.forms.unread = true;
                self.problems
                    .add(miswritten.span, TemplateProblem::BadAttributeSyntax { detail });
                None
            }
        }
    }

    /// Notes the room in running text: that of what the program printed there, else by hand.
    pub(super) fn room_in(&mut self, node: TreeNode<'_>, read: &str, trail: &Trail) {
        let range = self.range(node);
        let Some((at, before)) = self.origins.room(&range) else {
            self.facts.room_by_hand(("", false), read, |at| trail.at(at));
            return;
        };
        let text = self.text.get(range.start..at.start).unwrap_or_default();
        let before = notation::plain(text) + before;
        self.facts.room(("", false), &before, self.origins.at(at.start));
    }

    /// The text a node was read from.
    pub(super) fn source(&self, node: TreeNode<'_>) -> &'a str {
        self.text.get(self.range(node)).unwrap_or_default()
    }

    /// Whether a directive ends in a closing fence. comrak counts the fence to the block or,
    /// after a table, leaves it on the line behind it.
    pub(super) fn is_closed(&self, node: TreeNode<'_>) -> bool {
        let at = node.data().sourcepos;
        let last = at.end.line.max(at.start.line + 1);
        (last..=at.end.line + 1).any(|line| {
            let text = self.text.get(self.byte(line, 1)..).unwrap_or_default();
            let text = text.split('\n').next().unwrap_or_default().trim();
            text.len() >= 3 && text.chars().all(|c| c == ':')
        })
    }

    pub(super) fn unsupported(&mut self, node: TreeNode<'_>, what: Both) {
        let span = self.span(node);
        self.problems.add(span, TemplateProblem::UnsupportedMarkup { what });
    }

    /// A picture of the workspace; one that is not there or no picture is told.
    pub(super) fn picture(
        &mut self,
        path: &str,
        span: Span,
    ) -> Option<std::sync::Arc<typeset::document::ImageData>> {
        match self.context.pictures.picture(path) {
            Some(Ok(image)) => return Some(image),
            Some(Err(broken)) => self.problems.extend(broken.into()),
            None => {
                let name = path.to_owned();
                let outside = path.starts_with('/') || path.contains(':');
                let above = path.split(['/', '\\']).any(|part| part == "..");
                let problem = if outside || above {
                    PictureProblem::PathOutside { path: name }
                } else {
                    let near = self.context.pictures.near(path);
                    PictureProblem::ImageMissing { name, near }
                };
                self.problems.add(span, problem);
            }
        }
        None
    }
}
