//! `numbering.xml`: real multi-level lists.

use std::fmt::Write as _;

use crate::document::{LIST_INDENT, LIST_INDENT_CELL, ListMarker};
use crate::units::Pt;

use super::xml::{DECLARATION, NAMESPACE};

/// Levels of a Word list.
pub(super) const LEVELS: usize = 9;

/// A level of a list: what stands before its items, and how much room that has.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Step {
    pub(super) marker: ListMarker,
    pub(super) room: Pt,
}

/// The levels of a list, outermost first.
pub(super) type Steps = [Step; LEVELS];

/// All lists of a paper.
#[derive(Debug, Default)]
pub(super) struct WordLists {
    /// The kinds of lists.
    kinds: Vec<Steps>,
    /// The lists: kind, and the level and number to begin with.
    lists: Vec<(usize, usize, u32)>,
}

impl WordLists {
    /// A new list that begins at `start` on `level`; gives its `w:numId`.
    pub(super) fn add(&mut self, steps: Steps, level: usize, start: u32) -> usize {
        let index = self.kinds.iter().position(|k| *k == steps).unwrap_or_else(|| {
            self.kinds.push(steps);
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
        for (id, steps) in self.kinds.iter().enumerate() {
            // The two ids tell Word which definitions are the same list gallery entry.
            let _ = write!(
                out,
                "<w:abstractNum w:abstractNumId=\"{id}\"><w:nsid w:val=\"{:08X}\"/>\
                 <w:multiLevelType w:val=\"multilevel\"/><w:tmpl w:val=\"{:08X}\"/>",
                0x4E41_0000 + id,
                0x5350_0000 + id
            );
            for level in 0..LEVELS {
                write_level(&mut out, level, steps);
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

fn write_level(out: &mut String, level: usize, steps: &Steps) {
    let n = level + 1;
    let Step { marker, room } = steps[level];
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
        text_left(level, steps).twips(),
        room.twips()
    );
}

/// Where the text of a level's items stands.
pub(super) fn text_left(level: usize, steps: &Steps) -> Pt {
    steps.iter().take(level + 1).map(|step| step.room).sum()
}

/// The room of a marker whose list was not measured.
pub(super) fn usual_room(cell: bool) -> Pt {
    if cell { LIST_INDENT_CELL } else { LIST_INDENT }
}

/// The levels of a list and the lists inside it; deeper ones go on as official writing does:
/// `1.` `a.` `1)` `a)` (practice).
pub(super) fn steps(given: &[Step], cell: bool) -> Steps {
    let room = usual_room(cell);
    let mut last = Step { marker: ListMarker::Bullet, room };
    let mut all = [last; LEVELS];
    for (level, place) in all.iter_mut().enumerate() {
        let next = given.get(level).copied();
        last = next.unwrap_or_else(|| Step { marker: below(last.marker), room });
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
