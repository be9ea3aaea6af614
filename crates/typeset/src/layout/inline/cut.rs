//! Where lines stand, and what each takes.

use super::stretch::Stretch;
use crate::document::Align;
use crate::layout::build::ParagraphLook;
use crate::units::Pt;

use super::fragment::Frag;

/// Rounding that is no overflow.
pub(super) const SLACK: Pt = Pt(0.02);

/// Where the lines of a paragraph stand.
#[derive(Debug, Clone)]
pub(crate) struct Frame {
    /// Left edge of the text, where tabs count from.
    pub(crate) x: Pt,
    pub(crate) width: Pt,
    pub(crate) left: Pt,
    pub(crate) right: Pt,
    pub(crate) first_line: Pt,
    pub(crate) align: Align,
    pub(crate) tabs: Vec<(Pt, bool)>,
}

impl Frame {
    /// From a paragraph's look.
    pub(crate) fn new(x: Pt, width: Pt, look: &ParagraphLook) -> Self {
        let para = &look.para;
        Self {
            x,
            width,
            left: para.left.unwrap_or_default(),
            right: para.right.unwrap_or_default(),
            first_line: para.first_line.unwrap_or_default(),
            align: para.align.unwrap_or_default(),
            tabs: para.tabs.clone().unwrap_or_default(),
        }
    }

    /// Left edge and width of a line, counted from the text's left edge.
    pub(super) fn span(&self, first: bool) -> (Pt, Pt) {
        let left = if first { self.left + self.first_line } else { self.left };
        (left, (self.width - left - self.right).max(Pt(1.0)))
    }
}

/// One line: its fragments, and the tabs before them.
#[derive(Debug, Clone)]
pub(crate) struct Cut {
    pub(super) frags: Stretch,
    pub(super) tabs: Vec<TabGap>,
    /// The paragraph's first line.
    pub(super) first: bool,
    /// The last one of a segment, which is not stretched.
    pub(super) last: bool,
    /// It begins at the right edge.
    pub(super) leftward: bool,
}

/// The room a tab takes.
#[derive(Debug, Clone, Copy)]
pub(super) struct TabGap {
    pub(super) before: usize,
    pub(super) width: Pt,
    pub(super) dots: bool,
}

/// The width of fragments on one line.
pub(super) fn line_width(frags: &[Frag]) -> Pt {
    let all: Pt = frags.iter().map(|f| f.width + f.space_width).sum();
    all + frags.last().map_or(Pt::ZERO, |f| f.hyphen - f.space_width)
}
