//! Inline markup: text, emphasis, links, notes, fields.

use comrak::nodes::NodeValue;

use super::reader::{Reader, TreeNode};
use crate::problem::PrintProblem;
use base::diag::Both;
use base::written::Trail;
use typeset::document::{Inline, LinkTarget, TextField, TextStyle};
use typeset::units::Rgb;

/// Links that stand for a value known when pages are made: `[](isian:halaman)`. Data cannot
/// write one, because its brackets are escaped.
const FIELD: &str = "isian:";

/// The names that may stand behind `isian:`, beside `tab`, and what they print.
pub const FIELDS: [(&str, TextField); 6] = [
    ("halaman", TextField::Page),
    ("jumlah-halaman", TextField::Pages),
    ("lembar", TextField::SheetNumber),
    ("jumlah-lembar", TextField::SheetCount),
    ("baris-awal", TextField::FirstRow),
    ("baris-akhir", TextField::LastRow),
];

impl Reader<'_> {
    /// The inlines of a paragraph, heading or cell.
    pub(super) fn inlines(&mut self, parent: TreeNode<'_>) -> Vec<Inline> {
        let mut out = Vec::new();
        self.inline_children(parent, TextStyle::default(), &mut out);
        out
    }

    fn inline_children(
        &mut self,
        parent: TreeNode<'_>,
        style: TextStyle,
        out: &mut Vec<Inline>,
    ) {
        for child in parent.children() {
            self.inline(child, style, out);
        }
    }

    fn inline(&mut self, node: TreeNode<'_>, style: TextStyle, out: &mut Vec<Inline>) {
        let value = node.data().value.clone();
        match value {
            NodeValue::Text(text) => {
                let trail = self.trail(node);
                self.room_in(node, &text, &trail);
                self.variables(&text, &self.range(node));
                push_text(&text, style, &trail, out);
            }
            NodeValue::SoftBreak => push_text(" ", style, &self.trail(node), out),
            NodeValue::LineBreak => out.push(Inline::Break),
            NodeValue::Strong => self.styled(node, out, style, |s| s.bold = true),
            NodeValue::Emph => self.styled(node, out, style, |s| s.italic = true),
            NodeValue::Underline => self.styled(node, out, style, |s| s.underline = true),
            NodeValue::Strikethrough => {
                self.styled(node, out, style, |s| s.strike = true);
            }
            NodeValue::Superscript => {
                self.styled(node, out, style, |s| s.superscript = true);
            }
            NodeValue::Code(code) => {
                self.variables(&code.literal, &self.range(node));
                let style = TextStyle { mono: true, ..style };
                push_text(&code.literal, style, &self.trail(node), out);
            }
            NodeValue::Link(link) => self.link(node, &link.url, style, out),
            NodeValue::FootnoteReference(reference) => {
                self.footnote(&reference.name, out);
            }
            // The closing tag belongs to the same mistake.
            NodeValue::HtmlInline(tag) if tag.starts_with("</") => {}
            NodeValue::HtmlInline(_) => self.unsupported(node, Both::same("HTML")),
            NodeValue::Image(_) => {
                let what = Both::new(
                    "gambar di dalam baris (pakai :::gambar)",
                    "a picture within a line (use :::gambar)",
                );
                self.unsupported(node, what);
            }
            _ => self.unsupported(node, Both::new("markup ini", "this markup")),
        }
    }

    fn styled(
        &mut self,
        node: TreeNode<'_>,
        out: &mut Vec<Inline>,
        mut style: TextStyle,
        change: fn(&mut TextStyle),
    ) {
        change(&mut style);
        self.inline_children(node, style, out);
    }

    fn link(
        &mut self,
        node: TreeNode<'_>,
        url: &str,
        style: TextStyle,
        out: &mut Vec<Inline>,
    ) {
        if let Some(name) = url.strip_prefix(FIELD) {
            match FIELDS.iter().find(|(n, _)| *n == name) {
                Some((_, field)) => out.push(Inline::Field { field: *field, style }),
                None if name == "tab" => out.push(Inline::Tab),
                None => {
                    let what =
                        Both::new(format!("isian `{name}`"), format!("field `{name}`"));
                    self.unsupported(node, what);
                }
            }
            return;
        }
        let target = if let Some(id) = url.strip_prefix('#') {
            let id = id.replace('-', "_");
            self.links.push((id.clone(), self.span(node)));
            LinkTarget::Heading(id)
        } else {
            if !leads_outside(url) {
                let problem = PrintProblem::ForeignLink { url: url.to_owned() };
                self.problems.add(self.span(node), problem);
            }
            LinkTarget::Url(url.to_owned())
        };
        let mut inlines = Vec::new();
        let style = TextStyle { color: Some(Rgb(0x1F, 0x4E, 0x79)), ..style };
        self.inline_children(node, style, &mut inlines);
        out.push(Inline::Link { target, inlines });
    }

    fn footnote(&mut self, name: &str, out: &mut Vec<Inline>) {
        let Some((_, inlines)) = self.footnotes.iter().find(|(n, _)| n == name) else {
            return;
        };
        self.footnote_number += 1;
        let (number, inlines) = (self.footnote_number, inlines.clone());
        out.push(Inline::Footnote { number, inlines });
    }
}

/// Whether an address is one that a reader may be led to: no script, no file of the reader's own
/// machine or network.
fn leads_outside(url: &str) -> bool {
    let scheme = url.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    scheme.is_some_and(|s| ["http", "https", "mailto", "tel"].contains(&s.as_str()))
        && !url.contains(|c: char| c.is_control() || c == '\\')
}

/// Adds text, joined to the piece before it where both look alike.
fn push_text(text: &str, style: TextStyle, trail: &Trail, out: &mut Vec<Inline>) {
    if let Some(Inline::Text { text: last, style: same, trail: before }) = out.last_mut()
        && *same == style
    {
        before.append(last.len(), trail);
        last.push_str(text);
        return;
    }
    out.push(Inline::Text { text: text.to_owned(), style, trail: trail.clone() });
}
