//! Block markup: paragraphs, headings, lists, rules.

use comrak::nodes::{ListDelimType, ListType, NodeList, NodeValue};

use super::reader::{Reader, TreeNode};
use base::diag::Both;
use base::written::Line;
use typeset::document::{
    Align, Block, Heading, Inline, List, ListItem, ListMarker, ParaProps, Paragraph,
    Rule, RuleKind, Shape, StyleName, TextStyle,
};
use typeset::units::Pt;

impl Reader<'_> {
    /// The blocks a node stands for. `depth` counts the lists around it.
    pub(super) fn block(&mut self, node: TreeNode<'_>, depth: usize) -> Vec<Block> {
        let value = node.data().value.clone();
        match value {
            NodeValue::Paragraph => {
                let style = if depth > 0 { StyleName::Butir } else { StyleName::Isi };
                vec![self.paragraph(node, style)]
            }
            NodeValue::Heading(heading) => vec![self.heading(node, heading.level)],
            NodeValue::List(list) => vec![self.list(node, &list, depth)],
            NodeValue::ThematicBreak => vec![Block::Rule(Rule {
                kind: RuleKind::Thin,
                width: None,
                before: Pt(6.0),
                after: Pt(6.0),
            })],
            NodeValue::BlockDirective(_) => self.directive(node),
            NodeValue::Table(_) => self
                .table(node, &super::tables::TableOptions::default())
                .into_iter()
                .collect(),
            NodeValue::BlockQuote => self.quote(node),
            NodeValue::FootnoteDefinition(_) => Vec::new(),
            NodeValue::HtmlBlock(_) => {
                self.unsupported(node, Both::same("HTML"));
                Vec::new()
            }
            NodeValue::CodeBlock(code) if code.fenced => {
                self.variables(&code.literal, &self.range(node));
                vec![self.typed(node, &code.literal)]
            }
            NodeValue::CodeBlock(_) => {
                let what = Both::new(
                    "paragraf yang menjorok empat spasi",
                    "a paragraph indented by four blanks",
                );
                self.unsupported(node, what);
                Vec::new()
            }
            _ => {
                self.unsupported(node, Both::new("markup ini", "this markup"));
                Vec::new()
            }
        }
    }

    /// The blocks inside a container.
    pub(super) fn children(&mut self, node: TreeNode<'_>, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        for child in node.children() {
            blocks.extend(self.block(child, depth));
        }
        if depth > 0 {
            keep_with_lists(&mut blocks);
        }
        blocks
    }

    fn paragraph(&mut self, node: TreeNode<'_>, style: StyleName) -> Block {
        let inlines = self.inlines(node);
        let span = self.span(node);
        Block::Paragraph(Paragraph { style, inlines, span, ..Paragraph::default() })
    }

    /// What is typed into a computer, or shown by one: line for line as it stands.
    fn typed(&mut self, node: TreeNode<'_>, text: &str) -> Block {
        let span = self.span(node);
        let style = TextStyle { mono: true, ..TextStyle::default() };
        let mut inlines = Vec::new();
        for line in text.lines() {
            if !inlines.is_empty() {
                inlines.push(Inline::Break);
            }
            let line = Line::at(held_together(line), span);
            inlines.push(Inline::styled(line, style));
        }
        let props = ParaProps {
            align: Some(Align::Left),
            left: Some(Pt::mm(6.0)),
            right: Some(Pt::ZERO),
            spacing: Some(1.0),
            hyphenate: Some(false),
            ..ParaProps::default()
        };
        let style = StyleName::Kutipan;
        Block::Paragraph(Paragraph {
            style,
            inlines,
            props,
            span,
            ..Paragraph::default()
        })
    }

    fn heading(&mut self, node: TreeNode<'_>, level: u8) -> Block {
        let mut inlines = self.inlines(node);
        in_one_face(&mut inlines);
        let label = self.numbering.label(level);
        let chapter = self.context.shape == Shape::Buku && level == 1;
        if chapter {
            capitals(&mut inlines);
        }
        Block::Heading(Heading {
            level: level.min(4),
            label,
            label_above: chapter,
            id: self.numbering.id(),
            inlines,
            new_page: chapter,
            before: None,
            hang: None,
            unlisted: false,
            span: self.span(node),
        })
    }

    fn list(&mut self, node: TreeNode<'_>, list: &NodeList, depth: usize) -> Block {
        let mut items: Vec<ListItem> = node
            .children()
            .map(|item| ListItem { blocks: self.children(item, depth + 1) })
            .collect();
        // What follows an outer list stands as far from it as from a paragraph.
        let end = items.last_mut().and_then(|item| last_paragraph(&mut item.blocks));
        if let (0, Some(paragraph)) = (depth, end) {
            paragraph.props.after = Some(Pt(6.0));
        }
        Block::List(List {
            indent: None,
            marker: marker(list, depth),
            start: u32::try_from(list.start).unwrap_or(1).max(1),
            level: 0,
            tight: list.tight,
            items,
            style: StyleName::Butir,
        })
    }

    fn quote(&mut self, node: TreeNode<'_>) -> Vec<Block> {
        let mut blocks = self.children(node, 0);
        for block in &mut blocks {
            if let Block::Paragraph(paragraph) = block {
                paragraph.style = StyleName::Kutipan;
            }
        }
        blocks
    }
}

/// The paragraph that ends blocks, also one that ends lists among them.
fn last_paragraph(blocks: &mut [Block]) -> Option<&mut Paragraph> {
    match blocks.last_mut()? {
        Block::Paragraph(paragraph) => Some(paragraph),
        Block::List(list) => last_paragraph(&mut list.items.last_mut()?.blocks),
        _ => None,
    }
}

/// The words that announce an inner list do not end a page without any of it.
fn keep_with_lists(blocks: &mut [Block]) {
    for at in 1..blocks.len() {
        if let [Block::Paragraph(lead), Block::List(_)] = &mut blocks[at - 1..=at] {
            lead.props.keep_next = Some(true);
        }
    }
}

/// A heading is of one weight, also where it names what is typed.
fn in_one_face(inlines: &mut [Inline]) {
    for inline in inlines {
        match inline {
            Inline::Text { style, .. } => style.mono = false,
            Inline::Link { inlines, .. } => in_one_face(inlines),
            _ => {}
        }
    }
}

/// A line whose blanks beside each other keep their room, so that columns stand under each other.
fn held_together(line: &str) -> String {
    let mut held = String::new();
    let mut after_blank = true;
    for (at, c) in line.char_indices() {
        let before_blank = line[at + c.len_utf8()..].starts_with(' ');
        let blank = c == ' ';
        held.push(if blank && (after_blank || before_blank) { '\u{a0}' } else { c });
        after_blank = blank;
    }
    held
}

/// Titles of chapters stand in capitals (practice of official books).
fn capitals(inlines: &mut [Inline]) {
    for inline in inlines {
        match inline {
            Inline::Text { text, .. } => *text = text.to_uppercase(),
            Inline::Link { inlines, .. } => capitals(inlines),
            _ => {}
        }
    }
}

/// Numbered lists go `1.` `a.` `1)` `a)` inwards (practice), whatever the template typed;
/// only the closing mark of the first level is the author's choice.
const fn marker(list: &NodeList, depth: usize) -> ListMarker {
    match (list.list_type, depth) {
        (ListType::Bullet, _) => ListMarker::Bullet,
        (ListType::Ordered, 0) if matches!(list.delimiter, ListDelimType::Paren) => {
            ListMarker::DecimalParen
        }
        (ListType::Ordered, 0) => ListMarker::Decimal,
        (ListType::Ordered, 1) => ListMarker::Alpha,
        (ListType::Ordered, 2) => ListMarker::DecimalParen,
        (ListType::Ordered, _) => ListMarker::AlphaParen,
    }
}
