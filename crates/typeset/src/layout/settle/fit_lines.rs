//! Lines that must not wrap: all shrink by one factor, and one that would become too small to
//! read is told on several lines.

use crate::document::{FitLines, Inline, Paragraph};
use crate::layout::build::{Room, StripBuilder};
use crate::units::Pt;

use super::Settler;
use super::measure;

/// How much nearer to an even share a break behind a comma counts than one inside a name.
const COMMA: f32 = 0.4;

/// The part of the room a line may take: word processors kern and round a little otherwise, and
/// a line that only just fits here would wrap there.
const ROOM: f32 = 0.985;

impl Settler<'_, '_, '_> {
    /// The lines with sizes that fit the room. Sizes are whole half points, the only ones a
    /// DOCX knows.
    pub(super) fn fit_lines(&mut self, room: &Room, fit: &FitLines) -> Vec<Paragraph> {
        let mut builder = self.builder();
        let mut told: Vec<ToldLines<'_>> = fit
            .lines
            .iter()
            .map(|line| ToldLines::whole(&mut builder, room, line))
            .collect();
        let least = fit.min_scale.clamp(0.1, 1.0);
        let scale = loop {
            let widest =
                told.iter_mut().rev().max_by(|a, b| a.width.0.total_cmp(&b.width.0));
            let Some(widest) = widest else { return Vec::new() };
            let scale = (room.width.0 * ROOM / widest.width.0.max(1.0)).min(1.0);
            if scale >= least || !widest.divide(&mut builder, room, least) {
                break scale;
            }
        };
        let mut lines: Vec<_> = told.into_iter().flat_map(|told| told.lines).collect();
        if scale < 1.0 {
            for line in &mut lines {
                let look = builder.look(room, line.style, &line.props, &line.text);
                line.text.size = Some(half_points(look.size * scale));
                shrink(&mut line.inlines, scale);
            }
        }
        lines
    }
}

/// A line, or the lines that it is told on.
struct ToldLines<'l> {
    line: &'l Paragraph,
    lines: Vec<Paragraph>,
    /// That of the widest.
    width: Pt,
    words: Option<MeasuredWords<'l>>,
}

impl<'l> ToldLines<'l> {
    fn whole(
        builder: &mut StripBuilder<'_, '_>,
        room: &Room,
        line: &'l Paragraph,
    ) -> Self {
        let width = measure::paragraph(builder, room, line).wanted;
        Self { line, lines: vec![line.clone()], width, words: None }
    }

    /// Tells it on more lines; returns whether it has words for more.
    fn divide(
        &mut self,
        builder: &mut StripBuilder<'_, '_>,
        room: &Room,
        least: f32,
    ) -> bool {
        if self.words.is_none() {
            self.words = MeasuredWords::measured(builder, room, self.line);
        }
        let Some(words) = &self.words else { return false };
        let parts = words.fewest(room.width * ROOM / least).max(self.lines.len() + 1);
        let Some((lines, width)) = words.divided(parts) else { return false };
        (self.lines, self.width) = (lines, width);
        true
    }
}

/// The words of a line that is one plain text, each measured once.
struct MeasuredWords<'l> {
    line: &'l Paragraph,
    text: &'l str,
    each: Vec<&'l str>,
    /// Where each word ends when all stand on one line.
    ends: Vec<Pt>,
    space: Pt,
    indent: Pt,
}

impl<'l> MeasuredWords<'l> {
    fn measured(
        builder: &mut StripBuilder<'_, '_>,
        room: &Room,
        line: &'l Paragraph,
    ) -> Option<Self> {
        let [Inline::Text { text, .. }] = line.inlines.as_slice() else { return None };
        let each: Vec<&str> = text.split(' ').filter(|w| !w.is_empty()).collect();
        let mut width = |text: &str| {
            let alone = saying(line, text, 0);
            measure::paragraph(builder, room, &alone).wanted
        };
        let indent = width("");
        let space = width("a a") - width("a") * 2.0 + indent;
        let mut end = Pt::ZERO;
        let ends = each.iter().map(|word| {
            let own = width(word) - indent;
            end += if end > Pt::ZERO { own + space } else { own };
            end
        });
        let ends = ends.collect();
        Some(Self { line, text, each, ends, space, indent })
    }

    /// The width of some of the words on a line of their own.
    fn width(&self, from: usize, to: usize) -> Pt {
        let end =
            |count: usize| count.checked_sub(1).map_or(Pt::ZERO, |last| self.ends[last]);
        let space = if from > 0 { self.space } else { Pt::ZERO };
        end(to) - end(from) - space + self.indent
    }

    /// On fewer lines than these one of them is wider than `most`.
    fn fewest(&self, most: Pt) -> usize {
        let all = self.width(0, self.each.len()) - self.indent + self.space;
        let one = (most - self.indent + self.space).max(Pt(1.0));
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let lines = (all.0 / one.0 - 0.01).ceil().max(0.0) as usize;
        lines
    }

    /// The words on `parts` lines of about the same width, and the width of the widest; `None`
    /// when there are too few.
    fn divided(&self, parts: usize) -> Option<(Vec<Paragraph>, Pt)> {
        let count = self.each.len();
        let mut lines = Vec::with_capacity(parts);
        let (mut from, mut widest) = (0, Pt::ZERO);
        for open in (2..=parts).rev() {
            if count - from < open {
                return None;
            }
            let share = self.width(from, count).0 / f32::from(u16::try_from(open).ok()?);
            let mut best = (f32::INFINITY, from + 1);
            for to in from + 1..=count + 1 - open {
                let over = self.width(from, to).0 - share;
                if over - COMMA * share > best.0 {
                    break;
                }
                let comma = self.each[to - 1].ends_with(',');
                let off = over.abs() - if comma { COMMA * share } else { 0.0 };
                if off < best.0 {
                    best = (off, to);
                }
            }
            lines.push(self.part(from, best.1));
            widest = widest.max(self.width(from, best.1));
            from = best.1;
        }
        lines.push(self.part(from, count));
        Some((lines, widest.max(self.width(from, count))))
    }

    /// A line of some of the words.
    fn part(&self, from: usize, to: usize) -> Paragraph {
        let first = self.each.get(from).map_or(self.text.as_ptr(), |w| w.as_ptr());
        let at = first.addr() - self.text.as_ptr().addr();
        saying(self.line, &self.each[from..to].join(" "), at)
    }
}

/// A line that says something else, which stands at a byte of what it says.
fn saying(line: &Paragraph, text: &str, at: usize) -> Paragraph {
    let inlines = line.inlines.iter().map(|inline| match inline {
        Inline::Text { style, trail, .. } => {
            Inline::Text { text: text.to_owned(), style: *style, trail: trail.behind(at) }
        }
        other => other.clone(),
    });
    Paragraph { inlines: inlines.collect(), ..line.clone() }
}

fn shrink(inlines: &mut [Inline], scale: f32) {
    for inline in inlines {
        match inline {
            Inline::Text { style, .. } | Inline::Field { style, .. } => {
                style.size = style.size.map(|size| half_points(size * scale));
            }
            Inline::Link { inlines, .. } => shrink(inlines, scale),
            Inline::Break | Inline::Tab | Inline::Footnote { .. } => {}
        }
    }
}

/// The next smaller whole half point.
fn half_points(size: Pt) -> Pt {
    Pt(((size.0 * 2.0 + 0.001).floor() / 2.0).max(1.0))
}
