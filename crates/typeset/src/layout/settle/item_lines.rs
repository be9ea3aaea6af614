//! Items of a list whose lines were broken by hand.

use crate::document::{Block, Inline, List, Paragraph};
use crate::units::Pt;

/// Makes a paragraph of each part of an item that was ended by hand ("Kondisi: ...", "Rekomendasi:
/// ..."): where a page ends, both formats then keep two lines of each part together instead of two
/// lines of the whole, and the item's name goes on with its first part.
pub(super) fn apart(list: &mut List) {
    let items = list.items.len();
    for (at, item) in list.items.iter_mut().enumerate() {
        let whole = match item.blocks.first_mut() {
            Some(Block::Paragraph(first)) if first.inlines.iter().any(is_break) => {
                std::mem::take(first)
            }
            _ => continue,
        };
        // What follows the list stands off from it, however tight it is.
        let followed = list.tight && at + 1 < items;
        let parts = parts(&whole, list.tight, followed).into_iter();
        let parts = parts.map(Block::Paragraph);
        item.blocks.splice(..1, parts);
    }
}

/// The parts of an item; with `followed` no room stands below the last of them.
fn parts(whole: &Paragraph, tight: bool, followed: bool) -> Vec<Paragraph> {
    let lines: Vec<Vec<Inline>> =
        whole.inlines.split(is_break).map(<[_]>::to_vec).collect();
    let last = lines.len() - 1;
    let part = |(at, inlines): (usize, Vec<Inline>)| {
        let mut props = whole.props.clone();
        if tight || at > 0 {
            props.before = Some(Pt::ZERO);
        }
        if followed || at < last {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{ListItem, ListMarker, StyleName};

    /// Room below the last part of each item, where it is not the style's.
    fn below(items: usize, tight: bool) -> Vec<Option<Pt>> {
        let lines = vec![Inline::text("Kondisi"), Inline::Break, Inline::text("Tenggat")];
        let one = Block::Paragraph(Paragraph::new(StyleName::Isi, lines));
        let mut list = List {
            indent: None,
            marker: ListMarker::Decimal,
            start: 1,
            tight,
            level: 0,
            items: vec![ListItem { blocks: vec![one] }; items],
            style: StyleName::Butir,
        };
        apart(&mut list);
        let last = |item: &ListItem| match item.blocks.last() {
            Some(Block::Paragraph(part)) => part.props.after,
            _ => None,
        };
        list.items.iter().map(last).collect()
    }

    #[test]
    fn what_follows_a_list_stands_off_from_it() {
        assert_eq!(below(1, true), [None]);
        assert_eq!(below(2, true), [Some(Pt::ZERO), None]);
        assert_eq!(below(2, false), [None, None]);
    }
}
