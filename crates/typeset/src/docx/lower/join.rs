//! Lines of a signature as one paragraph.

use docx_rs::{BreakType, ParagraphChild, Run};

use crate::document::{ParaProps, StyleName, TextProps};
use crate::units::Pt;

use super::flow::{FlowItem, Par};

/// Lines of a signature that follow each other without room become one paragraph, from an item on:
/// LibreOffice loses its way in long chains of paragraphs that stay together, but tears no
/// paragraph.
pub(super) fn join_lines(items: &mut Vec<FlowItem>, start: usize) {
    for item in items.split_off(start) {
        match (item, items.get_mut(start..).and_then(<[FlowItem]>::last_mut)) {
            (FlowItem::Paragraph(par), Some(FlowItem::Paragraph(above)))
                if above.goes_on(&par) =>
            {
                let line = Run::new().add_break(BreakType::TextWrapping);
                above.children.push(ParagraphChild::Run(Box::new(line)));
                above.children.extend(par.children);
                above.props.keep_next = par.props.keep_next;
            }
            (item, _) => items.push(item),
        }
    }
}

impl Par {
    /// Whether the line below could be a further line of this paragraph.
    fn goes_on(&self, below: &Self) -> bool {
        let like =
            |par: &Self| ParaProps { before: None, keep_next: None, ..par.props.clone() };
        let bare = |par: &Self| {
            par.number.is_none() && par.rule.is_none() && par.exact.is_none()
        };
        self.style == StyleName::TandaTangan
            && below.style == self.style
            && [self.text, below.text] == [TextProps::default(); 2]
            && below.props.before.unwrap_or_default() == Pt::ZERO
            && self.props.after.unwrap_or_default() == Pt::ZERO
            && like(self) == like(below)
            && bare(self)
            && bare(below)
            && !below.page_break
    }
}
