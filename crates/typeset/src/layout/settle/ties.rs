//! Words that are read as one stay on one line: their spaces become no-break spaces, in the tree,
//! so that both formats break lines alike.

use crate::document::{Inline, Paragraph, StyleName};
use crate::layout::build::Room;

use super::Settler;

/// The part of a line that words held together may take: more would leave holes in the lines
/// above them.
const OF_LINE: f32 = 0.6;

/// The part of a cell's width. A cell is narrow for itself and has no lines to keep even, but
/// its column is not made wider for the sake of words held together.
const OF_CELL: f32 = 0.95;

const NO_BREAK: char = '\u{a0}';

impl Settler<'_, '_, '_> {
    /// Holds words of a paragraph together.
    pub(super) fn tie(&mut self, room: &Room, para: &mut Paragraph) {
        let look = self.builder().look(room, para.style, &para.props, &para.text);
        let bold = look.text.bold == Some(true);
        let indent =
            look.para.left.unwrap_or_default() + look.para.right.unwrap_or_default();
        let part = if room.in_cell { OF_CELL } else { OF_LINE };
        let width = (room.width - indent) * part;
        let mut fits = |words: &str| {
            let builder = self.builder();
            let font = builder.font(&look.text, bold, false);
            look.size * builder.shaper.word(font, words).width <= width
        };
        let mut text = String::new();
        read(&para.inlines, &mut text);
        let ties = holding(&text, &mut fits);
        if !ties.is_empty() {
            write(&mut para.inlines, &mut 0, &ties);
        }
    }

    /// [`Settler::tie`] for text that is no paragraph of its own in the tree.
    pub(super) fn tie_text(
        &mut self,
        room: &Room,
        style: StyleName,
        inlines: &mut Vec<Inline>,
    ) {
        let mut para = Paragraph::new(style, std::mem::take(inlines));
        self.tie(room, &mut para);
        *inlines = para.inlines;
    }
}

/// The spaces of a text at which no line may end, less those that would hold more together than
/// fits: the last of such a group are let go.
fn holding(text: &str, fits: &mut dyn FnMut(&str) -> bool) -> Vec<usize> {
    let mut kept: Vec<usize> = Vec::new();
    let mut group: Option<(usize, usize)> = None;
    for at in bahasa::ties::ties(text) {
        let end = text[at + 1..].find([' ', BETWEEN]).map_or(text.len(), |n| at + 1 + n);
        let start = match group {
            Some((start, last)) if last == at => start,
            _ => text[..at].rfind([' ', BETWEEN]).map_or(0, |n| n + 1),
        };
        let words = text[start..end].replace(' ', "\u{a0}");
        group = fits(&words).then_some((start, end));
        if group.is_some() {
            kept.push(at);
        }
    }
    kept
}

/// Stands for what is no text: no words are held together across it.
const BETWEEN: char = '\n';

/// The text of inlines in which each byte has its place.
fn read(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text { text: own, .. } => text.push_str(own),
            Inline::Link { inlines, .. } => read(inlines, text),
            Inline::Break
            | Inline::Tab
            | Inline::Footnote { .. }
            | Inline::Field { .. } => text.push(BETWEEN),
        }
    }
}

/// Puts no-break spaces at bytes of [`read`]; `from` is how far the text has been walked.
fn write(inlines: &mut [Inline], from: &mut usize, ties: &[usize]) {
    for inline in inlines {
        match inline {
            Inline::Text { text, trail, .. } => {
                let end = *from + text.len();
                // They are in order, and a paragraph has any number of texts.
                let first = ties.partition_point(|at| at < from);
                let own = ties[first..].iter().take_while(|at| **at < end);
                let own: Vec<usize> = own.map(|at| at - *from).collect();
                if !own.is_empty() {
                    *trail = trail.widened(&own);
                    let tied = text.char_indices().map(|(at, ch)| {
                        if own.binary_search(&at).is_ok() { NO_BREAK } else { ch }
                    });
                    *text = tied.collect();
                }
                *from = end;
            }
            Inline::Link { inlines, .. } => write(inlines, from, ties),
            Inline::Break
            | Inline::Tab
            | Inline::Footnote { .. }
            | Inline::Field { .. } => *from += BETWEEN.len_utf8(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_wide_a_group_lets_its_last_words_go() {
        let text = "pada 2 Desember 2024 di";
        assert_eq!(holding(text, &mut |_| true), [6, 15]);
        assert_eq!(holding(text, &mut |words| words.chars().count() < 11), [6]);
        assert!(holding(text, &mut |_| false).is_empty());
    }

    #[test]
    fn words_hold_across_looks_and_not_across_breaks() {
        let mut inlines = vec![
            Inline::text("Tahun"),
            Inline::bold(" 2024 Triwulan"),
            Inline::Break,
            Inline::text(" IV"),
        ];
        let mut text = String::new();
        read(&inlines, &mut text);
        write(&mut inlines, &mut 0, &holding(&text, &mut |_| true));
        let plain = crate::document::plain_text(&inlines);
        assert!(plain.starts_with("Tahun\u{a0}2024 Triwulan"), "{plain:?}");
        assert!(plain.ends_with(" IV"), "{plain:?}");
    }
}
