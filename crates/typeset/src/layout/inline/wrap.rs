//! Cutting a paragraph into lines.

use super::stretch::Stretch;
use textwrap::wrap_algorithms::{Penalties, wrap_optimal_fit};

use crate::units::Pt;

use super::cut::{Cut, Frame, SLACK, line_width};
use super::fragment::{Frag, Prepared, Segment};
use super::{tabs, tear};

/// Costs are in square points of empty room. A further line costs more than any gaps, so that
/// a paragraph has as many lines here as in Word, which breaks line by line; running over the
/// edge costs more than anything.
const PENALTIES: Penalties = Penalties {
    nline_penalty: 10_000_000,
    overflow_penalty: 100_000_000_000,
    short_last_line_fraction: 8,
    short_last_line_penalty: 400,
    hyphen_penalty: 2500,
};

/// Cuts a paragraph into lines.
pub(crate) fn lines(prepared: &mut Prepared, frame: &Frame) -> Vec<Cut> {
    tear::split_long(prepared, frame.span(true).1.min(frame.span(false).1));
    let mut cuts = Vec::new();
    for segment in &prepared.segments {
        let first = cuts.is_empty();
        if segment.tabs.is_empty() {
            wrap(&prepared.frags, segment, frame, first, &mut cuts);
        } else {
            tabs::wrap(&prepared.frags, segment, frame, first, &mut cuts);
        }
        if let Some(cut) = cuts.last_mut() {
            cut.last = true;
        }
    }
    cuts
}

fn wrap(
    frags: &[Frag],
    segment: &Segment,
    frame: &Frame,
    first: bool,
    cuts: &mut Vec<Cut>,
) {
    let range = segment.frags;
    let frags = range.of(frags);
    let rest = frame.span(false).1 + SLACK;
    let start = if first { frame.span(true).1 + SLACK } else { rest };
    let total: Pt = frags.iter().map(|f| f.width + f.space_width).sum();
    let mut counts: Vec<usize> = if total <= start {
        vec![frags.len()]
    } else {
        let widths = [f64::from(start.0), f64::from(rest.0)];
        wrap_optimal_fit(frags, &widths, &PENALTIES)
            .map(|lines| lines.iter().map(|line| line.len()).collect())
            .unwrap_or_default()
    };
    if overflows(frags, &counts, start, rest) {
        counts = first_fit(frags, start, rest);
    }
    let mut at = range.start;
    for (i, count) in counts.into_iter().enumerate() {
        cuts.push(Cut {
            frags: Stretch::new(at, at + count),
            tabs: Vec::new(),
            first: first && i == 0,
            last: false,
            leftward: segment.leftward,
        });
        at += count;
    }
}

fn overflows(frags: &[Frag], counts: &[usize], start: Pt, rest: Pt) -> bool {
    let mut at = 0;
    let over = counts.iter().enumerate().any(|(i, &count)| {
        let mut line = line_width(&frags[at..at + count]);
        at += count;
        if at == frags.len() {
            line -= frags.last().map_or(Pt::ZERO, |f| f.hyphen);
        }
        count > 1 && line > if i == 0 { start } else { rest }
    });
    over || at != frags.len()
}

/// Line by line, for the rare paragraph that the optimal fit cannot do.
fn first_fit(frags: &[Frag], start: Pt, rest: Pt) -> Vec<usize> {
    let mut counts = Vec::new();
    let mut at = 0;
    while at < frags.len() {
        let room = if counts.is_empty() { start } else { rest };
        let mut count = 1;
        while at + count < frags.len() && line_width(&frags[at..=at + count]) <= room {
            count += 1;
        }
        counts.push(count);
        at += count;
    }
    counts
}
