//! Lines with tabs, which are filled one after the other.

use super::stretch::Stretch;
use crate::units::Pt;

use super::cut::{Cut, Frame, TabGap, line_width};
use super::fragment::{Frag, Segment};

/// Word's own stops where a paragraph sets none.
const DEFAULT_STOP: Pt = Pt(36.0);

/// Least room a tab takes.
const LEAST: Pt = Pt(2.0);

/// Cuts a segment with tabs into lines.
pub(super) fn wrap(
    frags: &[Frag],
    segment: &Segment,
    frame: &Frame,
    first: bool,
    cuts: &mut Vec<Cut>,
) {
    let end = segment.frags.end;
    let mut tabs = segment.tabs.iter().copied().peekable();
    let mut cut = Cut {
        frags: Stretch::new(segment.frags.start, segment.frags.start),
        tabs: Vec::new(),
        first,
        last: false,
        leftward: segment.leftward,
    };
    let (mut x, room) = frame.span(first);
    let mut right = x + room;
    let mut at = segment.frags.start;
    loop {
        while tabs.next_if_eq(&at).is_some() {
            let until = tabs.peek().copied().unwrap_or(end);
            let (stop, dots) = next_stop(frame, x);
            let mut width = (stop - x).max(LEAST);
            if dots {
                width = (width - line_width(&frags[at..until])).max(LEAST);
            }
            cut.tabs.push(TabGap { before: at, width, dots });
            x += width;
        }
        let Some(frag) = frags.get(at).filter(|_| at < end) else { break };
        let fresh = cut.frags.len() == 0 && cut.tabs.is_empty();
        if !fresh && x + frag.width + frag.hyphen > right + Pt(0.02) {
            let next = Cut {
                frags: Stretch::new(at, at),
                tabs: Vec::new(),
                first: false,
                last: false,
                leftward: segment.leftward,
            };
            cuts.push(std::mem::replace(&mut cut, next));
            let (left, room) = frame.span(false);
            (x, right) = (left, left + room);
        }
        x += frag.width + frag.space_width;
        at += 1;
        cut.frags.end = at;
    }
    cuts.push(cut);
}

/// The next stop after `x`: the paragraph's own, its hanging indent, or Word's.
fn next_stop(frame: &Frame, x: Pt) -> (Pt, bool) {
    let after = |stop: Pt| stop > x + Pt(0.5);
    let hang = (frame.first_line < Pt::ZERO).then_some((frame.left, false));
    frame
        .tabs
        .iter()
        .copied()
        .chain(hang)
        .filter(|&(stop, _)| after(stop))
        .min_by(|a, b| a.0.0.total_cmp(&b.0.0))
        .unwrap_or_else(|| {
            let count = ((x.0 + 0.5) / DEFAULT_STOP.0).floor() + 1.0;
            (DEFAULT_STOP * count, false)
        })
}
