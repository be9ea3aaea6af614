//! Directives that arrange blocks: side by side, on one line, upside down, with other marks.

use super::directives::restyle;
use super::reader::{Node, Reader};
use crate::forms::{self, Arrangement};
use crate::notation::Opening;
use typeset::document::{
    Align, Block, ColumnWidth, FitLines, ListMarker, ParaProps, TextProps, plain_text,
};
use typeset::units::Pt;

/// Size of a line that does not say one.
const LINE: Pt = Pt(12.0);

/// A line that announces what follows ("... sebagai berikut:") never ends a page.
pub(super) fn hold_lead_ins(blocks: &mut [Block]) {
    for at in 1..blocks.len() {
        let announced = matches!(blocks[at], Block::List(_) | Block::Table(_));
        if announced
            && let Block::Paragraph(paragraph) = &mut blocks[at - 1]
            && plain_text(&paragraph.inlines).trim_end().ends_with(':')
        {
            paragraph.props.keep_next = Some(true);
        }
    }
}

impl Reader<'_> {
    /// The children side by side; more than there are widths begin a further row.
    pub(super) fn columns_directive(
        &mut self,
        node: Node<'_>,
        opening: &Opening,
    ) -> Vec<Block> {
        let mut cells = Vec::new();
        for child in node.children() {
            let mut cell = self.block(child, 0);
            // The indent of running text is too wide for a column.
            restyle(&mut cell, &ParaProps::default(), &TextProps::default(), true);
            cells.push(cell);
        }
        let mut widths = self.widths(opening);
        if widths.is_empty() {
            widths.resize(cells.len(), ColumnWidth::Weight(1.0));
        }
        let cut = self.word(opening, "garis", &[("putus", true), ("tanpa", false)]);
        let how = Arrangement {
            height: self.number(opening, "tinggi").map_or(Pt::ZERO, Pt::mm),
            middle: opening.flag("tengah"),
            cut: cut.unwrap_or_default(),
            splittable: opening.flag("potong"),
        };
        if cells.is_empty() {
            Vec::new()
        } else {
            vec![forms::columns(cells, widths, how)]
        }
    }

    /// Paragraphs that shrink until each stands on one line.
    pub(super) fn fit_lines(&mut self, node: Node<'_>, opening: &Opening) -> Vec<Block> {
        let size = self.number(opening, "ukuran").map_or(LINE, Pt);
        let least = self.number(opening, "terkecil").map_or(size / 2.0, Pt);
        let align = self.word(
            opening,
            "rata",
            &[("kiri", Align::Left), ("tengah", Align::Center), ("kanan", Align::Right)],
        );
        let props = ParaProps {
            align: Some(align.unwrap_or_default()),
            first_line: Some(Pt::ZERO),
            after: Some(Pt::ZERO),
            spacing: Some(1.0),
            ..ParaProps::default()
        };
        let text = TextProps {
            size: Some(size),
            bold: opening.flag("tebal").then_some(true),
            ..TextProps::default()
        };
        let mut blocks = self.children(node, 0);
        restyle(&mut blocks, &props, &text, true);
        let mut out = Vec::new();
        let mut lines = Vec::new();
        for block in blocks {
            match block {
                Block::Paragraph(line) => lines.push(line),
                other => out.push(other),
            }
        }
        if !lines.is_empty() {
            let min_scale = (least.0 / size.0.max(1.0)).min(1.0);
            out.insert(0, Block::FitLines(FitLines { lines, min_scale }));
        }
        out
    }

    /// Numbered lists with another mark than `1.`
    pub(super) fn marked_lists(
        &mut self,
        node: Node<'_>,
        opening: &Opening,
    ) -> Vec<Block> {
        let marker = self.word(
            opening,
            "tanda",
            &[
                ("angka", ListMarker::Decimal),
                ("angka-kurung", ListMarker::DecimalParen),
                ("huruf", ListMarker::Alpha),
                ("huruf-kurung", ListMarker::AlphaParen),
                ("huruf-kapital", ListMarker::AlphaUpper),
                ("romawi", ListMarker::RomanUpper),
            ],
        );
        let mut blocks = self.children(node, 0);
        for block in &mut blocks {
            if let (Block::List(list), Some(marker)) = (block, marker)
                && list.marker != ListMarker::Bullet
            {
                list.marker = marker;
            }
        }
        blocks
    }
}
