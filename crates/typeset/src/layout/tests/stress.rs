use super::*;
use crate::document::{
    Cell, ColumnWidth, Heading, List, ListItem, ListMarker, Row, Table, Toc,
};

/// Small numbers that look like chance and are the same each time.
struct Dice(u32);

impl Dice {
    fn roll(&mut self, sides: u32) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 16) % sides
    }

    fn text(&mut self) -> String {
        const WORDS: [&str; 8] = [
            "kegiatan",
            "pertanggungjawaban",
            "di",
            "hari/tanggal",
            "Rp\u{a0}1.250.000",
            "undang-undang",
            "100.1.2/007/PEM/2024",
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        ];
        let count = 1 + self.roll(40);
        let words = (0..count).map(|_| {
            let sides = if self.roll(30) == 0 { 8 } else { 7 };
            WORDS[self.roll(sides) as usize]
        });
        words.collect::<Vec<_>>().join(" ")
    }

    fn block(&mut self, depth: u32) -> Block {
        match self.roll(if depth > 0 { 9 } else { 4 }) {
            0 => with(
                &self.text(),
                ParaProps {
                    align: Some(Align::Justify),
                    hyphenate: Some(true),
                    keep_next: Some(self.roll(2) == 0),
                    before: Some(Pt(4.0)),
                    ..ParaProps::default()
                },
            ),
            1..=3 => {
                let text = self.text();
                let note =
                    Inline::Footnote { number: 1, inlines: vec![Inline::text("x")] };
                let mut inlines = vec![Inline::text(text)];
                if self.roll(6) == 0 {
                    inlines.push(note);
                }
                Block::Paragraph(Paragraph::new(StyleName::IsiRata, inlines))
            }
            4 => Block::Heading(Heading {
                level: 1 + self.0.to_le_bytes()[3] % 4,
                id: format!("h{}", self.0),
                inlines: vec![Inline::text("Judul")],
                ..Heading::default()
            }),
            5 => Block::Keep {
                blocks: (0..3).map(|_| self.block(depth - 1)).collect(),
                with_previous: 2,
            },
            6 | 7 => self.table(depth - 1),
            _ => Block::List(List {
                marker: ListMarker::Decimal,
                start: 8,
                items: (0..3)
                    .map(|_| ListItem { blocks: vec![self.block(depth - 1)] })
                    .collect(),
                ..List::default()
            }),
        }
    }

    fn table(&mut self, depth: u32) -> Block {
        let mut rows = Vec::new();
        for r in 0..=self.roll(12) {
            let cells = (0..3)
                .map(|_| Cell::new(vec![self.block(if r == 0 { 0 } else { depth })]));
            rows.push(Row {
                cells: cells.collect(),
                splittable: self.roll(2) == 0,
                ..Row::default()
            });
        }
        // A head as high as a page leaves no room for anything.
        rows[0].cells.iter_mut().for_each(|c| c.blocks = vec![para("Kepala")]);
        Block::Table(Table {
            columns: vec![
                ColumnWidth::Fit,
                ColumnWidth::Weight(1.0),
                ColumnWidth::Weight(2.0),
            ],
            head_rows: 1,
            rows,
            pad_x: Pt(2.0),
            pad_y: Pt(1.0),
            ..Table::default()
        })
    }
}

fn stress(seed: u32) -> Pages {
    let mut dice = Dice(seed);
    let mut blocks = vec![Block::Toc(Toc { depth: 2 })];
    blocks.extend((0..20).map(|_| dice.block(2)));
    let mut doc = document(blocks);
    doc.sections[0].page.width = Pt(595.0);
    doc.sections[0].page.height = Pt(842.0);
    set(doc).0
}

#[test]
fn nothing_stands_outside_the_type_area_whatever_comes() {
    for seed in 0..12 {
        let pages = stress(seed);
        for (n, page) in pages.pages.iter().enumerate() {
            for text in texts(page) {
                let inside = text.x.0 >= 49.9
                    && right(text) <= 545.5
                    && text.y.0 > 50.0
                    && text.y.0 < 792.1;
                assert!(inside, "seed {seed} page {n} {text:?}");
            }
        }
    }
}

#[test]
fn nothing_is_lost_and_the_same_comes_out_each_time() {
    for seed in 100..106 {
        let pages = stress(seed);
        assert_eq!(pages.dump(), stress(seed).dump());
        // Every node that says something is drawn somewhere.
        let mut drawn = vec![false; pages.tree.len()];
        for item in pages.pages.iter().flat_map(|p| &p.items) {
            if let Some(node) = item.node {
                drawn[node.0 as usize] = true;
            }
        }
        for (node, drawn) in pages.tree.iter().zip(drawn) {
            let leaf = node.children.is_empty();
            assert!(!leaf || drawn, "seed {seed}: {node:?} is not drawn");
        }
    }
}
