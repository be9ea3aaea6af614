//! Items of a list whose lines were broken by hand.

use crate::document::{Block, Inline, List, Paragraph};
use crate::units::Pt;

/// Makes a paragraph of each part of an item that was ended by hand ("Kondisi: ...", "Rekomendasi:
/// ..."): where a page ends, both formats then keep two lines of each part together instead of two
/// lines of the whole, and the item's name goes on with its first part.
pub(super) fn apart(list: &mut List) {
    for item in &mut list.items {
        let whole = match item.blocks.first_mut() {
            Some(Block::Paragraph(first)) if first.inlines.iter().any(is_break) => {
                std::mem::take(first)
            }
            _ => continue,
        };
        let parts = parts(&whole, list.tight).into_iter().map(Block::Paragraph);
        item.blocks.splice(..1, parts);
    }
}

fn parts(whole: &Paragraph, tight: bool) -> Vec<Paragraph> {
    let lines: Vec<Vec<Inline>> =
        whole.inlines.split(is_break).map(<[_]>::to_vec).collect();
    let last = lines.len() - 1;
    let part = |(at, inlines): (usize, Vec<Inline>)| {
        let mut props = whole.props.clone();
        if tight || at > 0 {
            props.before = Some(Pt::ZERO);
        }
        if tight || at < last {
            props.after = Some(Pt::ZERO);
        }
        if at > 0 {
            props.first_line = None;
        }
        // Neither the name at the foot of a page nor the last part alone on the next one.
        if at == 0 || at + 1 == last {
            props.keep_next = Some(true);
        }
        if at == last {
            props.keep_next = whole.props.keep_next;
        }
        Paragraph { props, inlines, ..whole.clone() }
    };
    lines.into_iter().enumerate().map(part).collect()
}

fn is_break(inline: &Inline) -> bool {
    matches!(inline, Inline::Break)
}
