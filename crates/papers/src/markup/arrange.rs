//! Which blocks stay together on a page.

use typeset::document::{Block, Paragraph, plain_text};

/// A line that announces what follows ("... sebagai berikut:") never ends a page; nor do a heading
/// and its one short line above a table, which would stand alone.
pub(super) fn hold_lead_ins(blocks: &mut [Block]) {
    for at in 1..blocks.len() {
        let (above, below) = blocks.split_at_mut(at);
        let table = matches!(below[0], Block::Table(_));
        let [.., before, Block::Paragraph(paragraph)] = above else { continue };
        let alone = table && matches!(before, Block::Heading(_)) && is_short(paragraph);
        hold(paragraph, &below[0], alone);
    }
    if let [Block::Paragraph(paragraph), next, ..] = blocks {
        hold(paragraph, next, false);
    }
}

fn hold(paragraph: &mut Paragraph, next: &Block, alone: bool) {
    let announced = matches!(next, Block::List(_) | Block::Table(_));
    if alone || announced && announces(paragraph) {
        paragraph.props.keep_next = Some(true);
    }
}

fn announces(paragraph: &Paragraph) -> bool {
    let text = plain_text(&paragraph.inlines);
    let text = text.trim_end();
    text.ends_with(':') || text.ends_with("berikut.")
}

/// Letters of about three lines.
const SHORT: usize = 250;

fn is_short(paragraph: &Paragraph) -> bool {
    plain_text(&paragraph.inlines).chars().count() <= SHORT
}
