//! Which blocks stay together on a page.

use typeset::document::{Block, plain_text};

/// A line that announces what follows ("... sebagai berikut:") never ends a page.
pub(super) fn hold_lead_ins(blocks: &mut [Block]) {
    for at in 1..blocks.len() {
        let announced = matches!(blocks[at], Block::List(_) | Block::Table(_));
        if announced
            && let Block::Paragraph(paragraph) = &mut blocks[at - 1]
            && plain_text(&paragraph.inlines).trim_end().ends_with(':')
        {
            paragraph.props.keep_next = Some(true);
        }
    }
}
