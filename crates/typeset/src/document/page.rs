//! Pages: paper, margins, headers, numbers.

use crate::units::Pt;

use super::{Block, Paragraph};

/// A part of the paper with its own page setup. Each section begins on a new page: paper and
/// margins belong to a page.
///
/// ```
/// use naskah_typeset::document::{Orientation, PageSetup, Section};
/// use naskah_typeset::units::Pt;
///
/// let page = PageSetup {
///     width: Pt::mm(297.0),
///     height: Pt::mm(210.0),
///     orientation: Orientation::Landscape,
///     ..PageSetup::default()
/// };
/// let section = Section { page, ..Section::default() };
/// assert_eq!(section.page.text_width().to_mm().round(), 247.0);
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Section {
    /// Paper and margins.
    pub page: PageSetup,
    /// Numbers of its pages.
    pub numbers: PageNumbers,
    /// At the top of its pages.
    pub header: Header,
    /// At the foot of its pages.
    pub footer: Header,
    /// A lampiran begins here: the letter it belongs to ends before.
    pub lampiran: bool,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// Paper and margins of a section.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PageSetup {
    /// Width of the paper as it is read (already turned for landscape).
    pub width: Pt,
    /// Height of the paper as it is read.
    pub height: Pt,
    /// Which way it is turned; DOCX says it apart from the sizes.
    pub orientation: Orientation,
    /// Free room around the text.
    pub margins: Margins,
    /// Room above and below the text of the section's first page, where it is its own. Settling
    /// turns it into high headers and footers, which both formats know.
    pub first: (Option<Pt>, Option<Pt>),
    /// From the paper's top edge to the header's first line.
    pub header_at: Pt,
    /// From the paper's bottom edge to below the footer's last line.
    pub footer_at: Pt,
    /// The text stands in the middle of the page's height (covers, name tents).
    pub center_vertically: bool,
    /// Room above the text of a section of one page that stands in the middle. Settling measures
    /// it: not every word processor puts a page in the middle by itself.
    pub room_above: Option<Pt>,
    /// A thick and a thin line around the page, outside the margins (certificates).
    pub frame: bool,
}

/// Upright or turned paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Orientation {
    /// Upright.
    #[default]
    Portrait,
    /// Turned.
    Landscape,
}

/// Free room around the text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Margins {
    /// Above.
    pub top: Pt,
    /// Below.
    pub bottom: Pt,
    /// At the left.
    pub left: Pt,
    /// At the right.
    pub right: Pt,
}

impl Default for PageSetup {
    fn default() -> Self {
        Self {
            width: Pt::mm(210.0),
            height: Pt::mm(297.0),
            orientation: Orientation::Portrait,
            margins: Margins::default(),
            first: (None, None),
            header_at: Pt::mm(10.0),
            footer_at: Pt::mm(10.0),
            center_vertically: false,
            room_above: None,
            frame: false,
        }
    }
}

impl Default for Margins {
    /// 20, 25, 30 and 20 mm (practice after Permendagri 1/2023; a profile may differ).
    fn default() -> Self {
        Self {
            top: Pt::mm(20.0),
            bottom: Pt::mm(25.0),
            left: Pt::mm(30.0),
            right: Pt::mm(20.0),
        }
    }
}

impl PageSetup {
    /// From the paper's edge to the frame. Word measures at most 31 pt from there.
    pub const FRAME_AT: Pt = Pt(28.0);

    /// Width between the margins.
    pub fn text_width(&self) -> Pt {
        self.width - self.margins.left - self.margins.right
    }

    /// Height between the margins.
    pub fn text_height(&self) -> Pt {
        self.height - self.margins.top - self.margins.bottom
    }
}

/// How the pages of a section are numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PageNumbers {
    /// `i, ii, iii` instead of `1, 2, 3`.
    pub roman: bool,
    /// The number of the section's first page; `None` goes on from the section before.
    pub start: Option<u32>,
}

/// Header or footer of a section.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Header {
    /// On every page, or on all but the first if `first` is given.
    pub all: Vec<Paragraph>,
    /// On the section's first page; `Some(vec![])` leaves it free.
    pub first: Option<Vec<Paragraph>>,
}
