//! `numbering.xml`: real multi-level lists.

use std::fmt::Write as _;

use crate::document::{LIST_INDENT, LIST_INDENT_CELL, ListMarker};
use crate::units::Pt;

use super::xml::{DECLARATION, NAMESPACE};

/// Levels of a Word list.
pub(super) const LEVELS: usize = 9;

/// What stands before each level's items, outermost first.
pub(super) type Markers = [ListMarker; LEVELS];

/// All lists of a paper.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// The kinds of lists: markers, and whether they stand in a cell.
    kinds: Vec<(Markers, bool)>,
    /// The lists: kind, and the level and number to begin with.
    lists: Vec<(usize, usize, u32)>,
}

impl Numbering {
    /// A new list that begins at `start` on `level`; gives its `w:numId`.
    pub(super) fn add(
        &mut self,
        markers: Markers,
        cell: bool,
        level: usize,
        start: u32,
    ) -> usize {
        let kind = (markers, cell);
        let index = self.kinds.iter().position(|k| *k == kind).unwrap_or_else(|| {
            self.kinds.push(kind);
            self.kinds.len() - 1
        });
        self.lists.push((index, level, start));
        self.lists.len()
    }

    /// Whether there are no lists.
    pub(super) fn is_empty(&self) -> bool {
        self.lists.is_empty()
    }

    /// The part.
    pub(super) fn part(&self) -> String {
        let mut out = String::with_capacity(self.kinds.len() * 2048 + 256);
        out.push_str(DECLARATION);
        let _ = write!(out, "<w:numbering{NAMESPACE}>");
        for (id, (markers, cell)) in self.kinds.iter().enumerate() {
            // The two ids tell Word which definitions are the same list gallery entry.
            let _ = write!(
                out,
                "<w:abstractNum w:abstractNumId=\"{id}\"><w:nsid w:val=\"{:08X}\"/>\
                 <w:multiLevelType w:val=\"multilevel\"/><w:tmpl w:val=\"{:08X}\"/>",
                0x4E41_0000 + id,
                0x5350_0000 + id
            );
            for (level, marker) in markers.iter().enumerate() {
                write_level(&mut out, level, *marker, *cell);
            }
            out.push_str("</w:abstractNum>");
        }
        for (n, (kind, level, start)) in self.lists.iter().enumerate() {
            // Without an override Word would go on from the list before of the same kind.
            let _ = write!(
                out,
                "<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"{kind}\"/>",
                n + 1
            );
            let _ = write!(
                out,
                "<w:lvlOverride w:ilvl=\"{level}\"><w:startOverride w:val=\"{start}\"/>\
                 </w:lvlOverride>"
            );
            out.push_str("</w:num>");
        }
        out.push_str("</w:numbering>");
        out
    }
}

fn write_level(out: &mut String, level: usize, marker: ListMarker, cell: bool) {
    let n = level + 1;
    let (format, text) = match marker {
        ListMarker::Bullet => ("bullet", "\u{2022}".to_owned()),
        ListMarker::Decimal => ("decimal", format!("%{n}.")),
        ListMarker::Alpha => ("lowerLetter", format!("%{n}.")),
        ListMarker::DecimalParen => ("decimal", format!("%{n})")),
        ListMarker::AlphaParen => ("lowerLetter", format!("%{n})")),
        ListMarker::RomanUpper => ("upperRoman", format!("%{n}.")),
        ListMarker::AlphaUpper => ("upperLetter", format!("%{n}.")),
    };
    let _ = write!(
        out,
        "<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>\
         <w:suff w:val=\"tab\"/><w:lvlText w:val=\"{text}\"/><w:lvlJc w:val=\"left\"/>\
         <w:pPr><w:ind w:left=\"{}\" w:hanging=\"{}\"/></w:pPr></w:lvl>",
        text_left(level, cell).twips(),
        step(cell).twips()
    );
}

/// Where the text of a level's items stands.
#[allow(clippy::cast_precision_loss)]
pub(super) fn text_left(level: usize, cell: bool) -> Pt {
    step(cell) * (level + 1) as f32
}

fn step(cell: bool) -> Pt {
    if cell { LIST_INDENT_CELL } else { LIST_INDENT }
}

/// The markers of a list and the lists inside it; deeper levels go on as official writing does:
/// `1.` `a.` `1)` `a)` (practice).
pub(super) fn markers(given: &[ListMarker]) -> Markers {
    let mut all = [ListMarker::Bullet; LEVELS];
    let mut last = ListMarker::Bullet;
    for (level, place) in all.iter_mut().enumerate() {
        last = given.get(level).copied().unwrap_or_else(|| below(last));
        *place = last;
    }
    all
}

fn below(marker: ListMarker) -> ListMarker {
    match marker {
        ListMarker::Bullet => ListMarker::Bullet,
        ListMarker::RomanUpper => ListMarker::AlphaUpper,
        ListMarker::AlphaUpper | ListMarker::AlphaParen => ListMarker::Decimal,
        ListMarker::Decimal => ListMarker::Alpha,
        ListMarker::Alpha => ListMarker::DecimalParen,
        ListMarker::DecimalParen => ListMarker::AlphaParen,
    }
}
