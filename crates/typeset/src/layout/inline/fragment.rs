//! Fragments: the pieces of a paragraph that stay whole on a line.

use super::stretch::Stretch;
use std::ops::Range;
use std::rc::Rc;

use unicode_bidi::Level;

use crate::document::Inline;
use crate::layout::build::{LinkInfo, ParagraphLook, Room, StripBuilder};
use crate::layout::page::NodeId;
use crate::layout::shaper::ShapedWord;
use crate::problem::LayoutProblem;
use crate::units::Pt;
use base::source::Span;

use super::break_points::break_points;
use super::direction::{Directions, direction, stretches};
use super::run::{Atom, Flatten, Run};

/// A paragraph ready to be cut into lines.
#[derive(Debug, Default)]
pub(crate) struct Prepared {
    pub(crate) runs: Vec<Run>,
    pub(super) parts: Vec<Part>,
    pub(super) frags: Vec<Frag>,
    pub(super) segments: Vec<Segment>,
    pub(crate) links: Vec<LinkInfo>,
    /// Words that the lines were too short for.
    pub(crate) torn: Vec<Torn>,
    /// Some of it is read from right to left.
    pub(super) turned: bool,
}

/// A word that was broken between any two of its characters.
#[derive(Debug, Clone)]
pub(crate) struct Torn {
    pub(crate) word: String,
    pub(crate) span: Span,
}

/// Glyphs of one word in one run.
#[derive(Debug, Clone)]
pub(super) struct Part {
    pub(super) run: usize,
    /// First byte of the word in its run.
    pub(super) base: usize,
    pub(super) word: Rc<ShapedWord>,
    pub(super) glyphs: Stretch,
    /// How deep it stands in text of the other direction; odd: read from right to left.
    pub(super) level: Level,
}

/// What stays whole on a line, with the room after it.
#[derive(Debug, Clone)]
pub(super) struct Frag {
    pub(super) parts: Stretch,
    pub(super) width: Pt,
    /// Spaces after it, the run they are in and the width of all.
    pub(super) spaces: u16,
    pub(super) space_run: usize,
    pub(super) space_width: Pt,
    pub(super) space_level: Level,
    /// Width of the hyphen shown if a line ends here.
    pub(super) hyphen: Pt,
}

/// What stands between two forced breaks.
#[derive(Debug, Default)]
pub(super) struct Segment {
    pub(super) frags: Stretch,
    /// Fragments that a tab stands before (`frags.end`: at the end).
    pub(super) tabs: Vec<usize>,
    /// Begins at the right edge.
    pub(super) leftward: bool,
}

impl textwrap::core::Fragment for Frag {
    fn width(&self) -> f64 {
        f64::from(self.width.0)
    }
    fn whitespace_width(&self) -> f64 {
        f64::from(self.space_width.0)
    }
    fn penalty_width(&self) -> f64 {
        f64::from(self.hyphen.0)
    }
}

/// Shapes inlines and cuts them into fragments.
pub(crate) fn prepare(
    builder: &mut StripBuilder<'_, '_>,
    room: &Room,
    look: &ParagraphLook,
    node: Option<NodeId>,
    inlines: &[Inline],
) -> Prepared {
    let mut flat = Flatten {
        builder,
        room,
        look,
        node,
        mixed: false,
        atoms: Vec::new(),
        links: Vec::new(),
    };
    flat.all(inlines);
    let (atoms, links) = (flat.atoms, flat.links);
    let mut directions = Directions::of_segments(&atoms).into_iter();
    let mut cutter = Cutter {
        hyphenate: look.para.hyphenate == Some(true),
        out: Prepared { links, turned: directions.len() > 0, ..Prepared::default() },
        first_part: 0,
        first_frag: 0,
        tabs: Vec::new(),
        directions: directions.next(),
    };
    for atom in atoms {
        match atom {
            Atom::Run(run) => cutter.run(builder, run),
            Atom::Tab => {
                cutter.levels(1);
                cutter.close(Pt::ZERO);
                cutter.tabs.push(cutter.out.frags.len());
            }
            Atom::Break => {
                cutter.end_segment();
                cutter.directions = directions.next();
            }
        }
    }
    cutter.end_segment();
    cutter.out
}

/// The width of the longest word and of the widest line if nothing breaks.
pub(crate) fn measure(prepared: &Prepared) -> (Pt, Pt) {
    let mut word = Pt::ZERO;
    let mut line = Pt::ZERO;
    for segment in &prepared.segments {
        let frags = segment.frags.of(&prepared.frags);
        // Syllables of one word count together: hyphens help, but no column counts on them.
        let mut whole = Pt::ZERO;
        for frag in frags {
            whole += frag.width;
            word = word.max(whole);
            if frag.hyphen == Pt::ZERO {
                whole = Pt::ZERO;
            }
        }
        let spaces: Pt = frags.iter().map(|f| f.width + f.space_width).sum();
        line = line.max(spaces - frags.last().map_or(Pt::ZERO, |f| f.space_width));
    }
    (word, line)
}

struct Cutter {
    hyphenate: bool,
    out: Prepared,
    /// First part of the open fragment, first fragment of the open segment.
    first_part: usize,
    first_frag: usize,
    tabs: Vec<usize>,
    /// Of the open segment, where some text is read from right to left.
    directions: Option<Directions>,
}

impl Cutter {
    fn run(&mut self, builder: &mut StripBuilder<'_, '_>, run: Run) {
        let index = self.out.runs.len();
        let space = builder.shaper.word(run.font, " ").width;
        let levels = self.levels(run.text.len());
        let mut at = 0;
        for piece in run.text.split_inclusive(' ') {
            let word = piece.trim_end_matches(' ');
            let end = at + word.len();
            if levels.is_empty() {
                self.word(builder, &run, index, at..end, Level::ltr());
            }
            for (bytes, level) in stretches(&levels, at..end) {
                self.word(builder, &run, index, bytes, level);
            }
            if piece.len() > word.len() {
                let level = levels.get(end).copied().unwrap_or(Level::ltr());
                self.space(index, run.size * space, level);
            }
            at += piece.len();
        }
        self.out.runs.push(run);
    }

    /// The levels of the next bytes of the open segment; empty where all is read from left to
    /// right.
    fn levels(&mut self, bytes: usize) -> Vec<Level> {
        self.directions.as_mut().map(|open| open.next(bytes)).unwrap_or_default()
    }

    fn word(
        &mut self,
        builder: &mut StripBuilder<'_, '_>,
        run: &Run,
        index: usize,
        bytes: Range<usize>,
        level: Level,
    ) {
        let base = bytes.start;
        let Some(text) = run.text.get(bytes).filter(|text| !text.is_empty()) else {
            return;
        };
        let word = builder.shaper.directed_word(run.font, text, direction(level));
        for &ch in &word.missing {
            for (at, _) in text.match_indices(ch) {
                let place = run.trail.at(base + at);
                builder.problem(place, LayoutProblem::missing_glyph(ch));
            }
        }
        // A word glued to the run before is only part of a word; so is one at a run's end.
        let whole = self.first_part == self.out.parts.len()
            && (base + text.len() < run.text.len() || base == 0);
        let mut from = 0;
        let hyphenate = self.hyphenate && whole && !run.mono;
        let breaks = word.breaks.get_or_init(|| break_points(text));
        for point in breaks.iter().filter(|point| hyphenate || !point.hyphen) {
            let mut behind = word.glyphs.iter().enumerate().skip(from + 1);
            let Some((to, _)) = behind.find(|(_, g)| g.start as usize == point.at) else {
                continue;
            };
            self.part(index, base, &word, (Stretch::new(from, to), level));
            let hyphen = if point.hyphen {
                run.size * builder.shaper.word(run.font, "-").width
            } else {
                Pt::ZERO
            };
            self.close(hyphen);
            from = to;
        }
        self.part(index, base, &word, (Stretch::new(from, word.glyphs.len()), level));
    }

    fn part(
        &mut self,
        run: usize,
        base: usize,
        word: &Rc<ShapedWord>,
        (glyphs, level): (Stretch, Level),
    ) {
        self.out.parts.push(Part { run, base, word: Rc::clone(word), glyphs, level });
    }

    fn space(&mut self, run: usize, width: Pt, level: Level) {
        let open = self.first_part < self.out.parts.len();
        if open {
            self.close_run(run, Pt::ZERO);
        }
        // Spaces before anything else on a line have nothing to stand after.
        if self.out.frags.len() > self.first_frag
            && self.tabs.last() != Some(&self.out.frags.len())
            && let Some(frag) = self.out.frags.last_mut()
        {
            frag.spaces += 1;
            frag.space_width += width;
            frag.space_run = run;
            frag.space_level = level;
        }
    }

    fn close(&mut self, hyphen: Pt) {
        if self.first_part < self.out.parts.len() {
            self.close_run(0, hyphen);
        }
    }

    fn close_run(&mut self, space_run: usize, hyphen: Pt) {
        let parts = Stretch::new(self.first_part, self.out.parts.len());
        self.first_part = parts.end;
        self.out.frags.push(Frag {
            parts,
            width: Pt::ZERO,
            spaces: 0,
            space_run,
            space_width: Pt::ZERO,
            space_level: Level::ltr(),
            hyphen,
        });
    }

    fn end_segment(&mut self) {
        self.close(Pt::ZERO);
        let frags = Stretch::new(self.first_frag, self.out.frags.len());
        self.first_frag = frags.end;
        for frag in frags.of_mut(&mut self.out.frags) {
            let parts = frag.parts.of(&self.out.parts);
            frag.width = width(parts, &self.out.runs);
        }
        let leftward = self.directions.as_ref().is_some_and(|open| open.leftward);
        let tabs = std::mem::take(&mut self.tabs);
        self.out.segments.push(Segment { frags, tabs, leftward });
    }
}

/// The width of parts.
pub(super) fn width(parts: &[Part], runs: &[Run]) -> Pt {
    parts
        .iter()
        .map(|part| {
            let ems: f32 = if part.glyphs.len() == part.word.glyphs.len() {
                part.word.width
            } else {
                part.glyphs.of(&part.word.glyphs).iter().map(|g| g.advance).sum()
            };
            runs.get(part.run).map_or(Pt::ZERO, |run| run.size) * ems
        })
        .sum()
}
