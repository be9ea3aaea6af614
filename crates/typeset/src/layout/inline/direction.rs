//! Text that is read from right to left among text that is read from left to right.

use std::ops::Range;

use harfrust::Direction;
use unicode_bidi::{BidiInfo, Level};

use crate::document::{directions, has_leftward};
use crate::units::Pt;

use super::run::Atom;

/// The directions of what stands between two forced breaks.
#[derive(Debug)]
pub(super) struct Directions {
    /// It begins at the right edge.
    pub(super) leftward: bool,
    /// The level of each byte of its runs, one run after the other; a tab has one.
    levels: Vec<Level>,
    at: usize,
}

impl Directions {
    /// The directions of each segment; none at all where nothing is read from right to left.
    pub(super) fn of_segments(atoms: &[Atom]) -> Vec<Self> {
        let leftward = atoms.iter().any(|atom| match atom {
            Atom::Run(run) => has_leftward(&run.text),
            Atom::Break | Atom::Tab => false,
        });
        if !leftward {
            return Vec::new();
        }
        let segments = atoms.split(|atom| matches!(atom, Atom::Break));
        segments
            .map(|segment| {
                let text: String = segment
                    .iter()
                    .map(|atom| match atom {
                        Atom::Run(run) => run.text.as_str(),
                        Atom::Tab => "\t",
                        Atom::Break => "",
                    })
                    .collect();
                let (levels, leftward) = directions(&text).unwrap_or_default();
                Self { leftward, levels, at: 0 }
            })
            .collect()
    }

    /// The levels of the next run, or of the next tab.
    pub(super) fn next(&mut self, bytes: usize) -> Vec<Level> {
        let levels = self.levels.get(self.at..self.at + bytes).unwrap_or_default();
        self.at += bytes;
        levels.to_vec()
    }
}

/// The stretches of one level in a part of a run.
pub(super) fn stretches(
    levels: &[Level],
    part: Range<usize>,
) -> impl Iterator<Item = (Range<usize>, Level)> {
    let mut from = part.start;
    let own = levels.get(part).unwrap_or_default();
    own.chunk_by(|a, b| a == b).map(move |chunk| {
        let stretch = from..from + chunk.len();
        from = stretch.end;
        (stretch, chunk[0])
    })
}

/// The direction of a level.
pub(super) fn direction(level: Level) -> Direction {
    if level.is_rtl() { Direction::RightToLeft } else { Direction::LeftToRight }
}

/// How far each piece of a line has to move to stand where it is read, when all have been set
/// from left to right in the order of the text.
pub(super) fn moves(pieces: &[(Level, Pt)]) -> Vec<Pt> {
    let levels: Vec<Level> = pieces.iter().map(|piece| piece.0).collect();
    let mut moves = vec![Pt::ZERO; pieces.len()];
    let mut x = Pt::ZERO;
    for (piece, moved) in pieces.iter().zip(&mut moves) {
        *moved -= x;
        x += piece.1;
    }
    x = Pt::ZERO;
    for piece in BidiInfo::reorder_visual(&levels) {
        moves[piece] += x;
        x += pieces[piece].1;
    }
    moves
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_from_the_right_is_turned_as_a_whole() {
        let (ltr, rtl) = (Level::ltr(), Level::rtl());
        let pieces = [(ltr, Pt(10.0)), (rtl, Pt(4.0)), (rtl, Pt(1.0)), (rtl, Pt(5.0))];
        assert_eq!(moves(&pieces), [Pt(0.0), Pt(6.0), Pt(1.0), Pt(-5.0)]);
    }
}
