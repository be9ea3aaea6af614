//! Lines that must not wrap: all shrink by one factor, and one that would become too small to
//! read is told on several lines.

use crate::document::{FitLines, Inline, Paragraph};
use crate::layout::build::{Builder, Room};
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
    pub(super) fn fit_lines(&mut self, room: &Room, fit: FitLines) -> Vec<Paragraph> {
        let mut builder = self.builder();
        let mut told: Vec<Vec<Paragraph>> =
            fit.lines.into_iter().map(|line| vec![line]).collect();
        let whole: Vec<Paragraph> = told.concat();
        let least = fit.min_scale.clamp(0.1, 1.0);
        let (mut scale, mut at) = tightest(&mut builder, room, &told);
        while scale < least {
            let parts = told[at].len() + 1;
            let Some(lines) = divide(&mut builder, room, &whole[at], parts) else {
                break;
            };
            told[at] = lines;
            (scale, at) = tightest(&mut builder, room, &told);
        }
        let mut lines = told.concat();
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

/// The factor that makes all lines fit, and the line that asks for it.
fn tightest(
    builder: &mut Builder<'_, '_>,
    room: &Room,
    told: &[Vec<Paragraph>],
) -> (f32, usize) {
    let mut found = (1.0, 0);
    for (at, line) in
        told.iter().enumerate().flat_map(|(i, l)| l.iter().map(move |l| (i, l)))
    {
        let wanted = measure::paragraph(builder, room, line).wanted;
        let share = room.width.0 * ROOM / wanted.0.max(1.0);
        if share < found.0 {
            found = (share, at);
        }
    }
    found
}

/// One line told on `parts` lines of about the same width; `None` when it has too few words or
/// is more than one plain text.
fn divide(
    builder: &mut Builder<'_, '_>,
    room: &Room,
    line: &Paragraph,
    parts: usize,
) -> Option<Vec<Paragraph>> {
    let [Inline::Text { text, style, trail }] = line.inlines.as_slice() else {
        return None;
    };
    let part = |words: &[&str]| {
        let first = words.first().map_or(text.as_ptr(), |word| word.as_ptr());
        let trail = trail.behind(first.addr() - text.as_ptr().addr());
        let inline = Inline::Text { text: words.join(" "), style: *style, trail };
        Paragraph { inlines: vec![inline], ..line.clone() }
    };
    let mut words: Vec<&str> = text.split(' ').filter(|w| !w.is_empty()).collect();
    let mut lines = Vec::with_capacity(parts);
    for open in (2..=parts).rev() {
        if words.len() < open {
            return None;
        }
        let mut width =
            |words: &[&str]| measure::paragraph(builder, room, &part(words)).wanted.0;
        let share = width(&words) / f32::from(u16::try_from(open).ok()?);
        let mut best = (f32::INFINITY, 1);
        for count in 1..=words.len() + 1 - open {
            let comma = if words[count - 1].ends_with(',') { COMMA * share } else { 0.0 };
            let off = (width(&words[..count]) - share).abs() - comma;
            if off < best.0 {
                best = (off, count);
            }
        }
        lines.push(part(&words[..best.1]));
        words.drain(..best.1);
    }
    lines.push(part(&words));
    Some(lines)
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
