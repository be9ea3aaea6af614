//! A paper set tighter, so that it takes fewer pages: line spacing, gaps and sizes change in the
//! tree, and both formats follow.

use super::loose::{Cells, Loose, each_loose};
use super::{Document, ParaProps, StyleName};
use crate::units::Pt;

/// How tight a paper is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tightening {
    /// Greatest line spacing of the styles.
    pub spacing: f32,
    /// The part of each gap that is left, 0 to 1.
    pub gaps: f32,
    /// Size of running text; titles and tembusan keep their distance to it, small text stays
    /// unless it would be larger.
    pub size: Pt,
}

/// Styles whose size is told from that of the running text.
const BOUND: [StyleName; 7] = [
    StyleName::Judul,
    StyleName::Heading1,
    StyleName::Heading2,
    StyleName::Heading3,
    StyleName::Heading4,
    StyleName::JudulDaftarIsi,
    StyleName::Tembusan,
];

impl Document {
    /// Sets the paper tighter. Gaps that blocks bring themselves change in the first
    /// `sections` sections; the room for a signature never does.
    pub fn tighten(&mut self, tightening: &Tightening, sections: usize) {
        let base = self.styles.base.1.size.unwrap_or(tightening.size);
        self.styles.base.1.size = Some(tightening.size);
        for (name, (para, text)) in &mut self.styles.styles {
            para.spacing = para.spacing.map(|spacing| spacing.min(tightening.spacing));
            gaps(para, tightening.gaps);
            text.size = text.size.map(|size| {
                let bound = BOUND.contains(name);
                if bound {
                    size + tightening.size - base
                } else {
                    size.min(tightening.size)
                }
            });
        }
        let part = tightening.gaps;
        for section in self.sections.iter_mut().take(sections) {
            each_loose(&mut section.blocks, Cells::Walked, &mut |loose| match loose {
                Loose::Paragraph(paragraph, _) => gaps(&mut paragraph.props, part),
                Loose::Table(table) => {
                    table.before = table.before * part;
                    table.after = table.after * part;
                }
                Loose::Rule(rule) => rule.after = rule.after * part,
            });
        }
    }
}

fn gaps(props: &mut ParaProps, part: f32) {
    props.before = props.before.map(|room| room * part);
    props.after = props.after.map(|room| room * part);
}
