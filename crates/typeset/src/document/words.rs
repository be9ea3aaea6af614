//! A paper without its words, and the words: papers of one template differ in these alone, but
//! for the few whose template went another way.

use super::{Block, Document, Inline, Paragraph, Row};
use base::diag::Span;
use base::written::Trail;

/// What stands for words that can be seen.
const SOME: &str = "x";

impl Document {
    /// The paper without its words and the places of them, and its words in reading order, the title
    /// first. Whether there are any is not taken out: an empty heading is another thing than one
    /// with words. What is not walked here (a chart, the name of a heading's target, what a blind
    /// reader hears) stays, so that papers that differ in it are not alike.
    pub fn without_words(mut self) -> (Self, Vec<String>) {
        let mut words = Vec::new();
        take(&mut self.meta.title, &mut words);
        for section in &mut self.sections {
            for header in [&mut section.header, &mut section.footer] {
                let first = header.first.iter_mut().flatten();
                for one in header.all.iter_mut().chain(first) {
                    paragraph(one, &mut words);
                }
            }
            blocks(&mut section.blocks, &mut words);
        }
        (self, words)
    }
}

fn take(text: &mut String, words: &mut Vec<String>) {
    let seen = text.chars().any(|c| !c.is_whitespace());
    let left = if seen { SOME } else { "" };
    words.push(std::mem::replace(text, left.to_owned()));
}

fn blocks(all: &mut [Block], words: &mut Vec<String>) {
    for block in all {
        match block {
            Block::Paragraph(one) => paragraph(one, words),
            Block::Heading(heading) => {
                heading.span = Span::None;
                inlines(&mut heading.inlines, words);
            }
            Block::List(list) => {
                for item in &mut list.items {
                    blocks(&mut item.blocks, words);
                }
            }
            Block::Table(table) => {
                table.span = Span::None;
                inlines(&mut table.caption, words);
                rows(&mut table.rows, words);
            }
            Block::Image(image) => {
                image.span = Span::None;
                inlines(&mut image.caption, words);
            }
            Block::Keep { blocks: inner, .. } | Block::Upturned(inner) => {
                blocks(inner, words);
            }
            Block::FitLines(fit) => {
                for line in &mut fit.lines {
                    paragraph(line, words);
                }
            }
            Block::Sheet(sheet) => {
                blocks(&mut sheet.head, words);
                rows(&mut sheet.table.rows, words);
                blocks(&mut sheet.foot, words);
            }
            Block::Chart(_)
            | Block::Rule(_)
            | Block::Space(_)
            | Block::PageBreak
            | Block::Toc(_) => {}
        }
    }
}

fn rows(all: &mut [Row], words: &mut Vec<String>) {
    for cell in all.iter_mut().flat_map(|row| &mut row.cells) {
        blocks(&mut cell.blocks, words);
    }
}

fn paragraph(one: &mut Paragraph, words: &mut Vec<String>) {
    one.span = Span::None;
    inlines(&mut one.inlines, words);
}

fn inlines(all: &mut [Inline], words: &mut Vec<String>) {
    for inline in all {
        match inline {
            Inline::Text { text, trail, .. } => {
                *trail = Trail::default();
                take(text, words);
            }
            Inline::Link { inlines: inner, .. }
            | Inline::Footnote { inlines: inner, .. } => inlines(inner, words),
            Inline::Break | Inline::Tab | Inline::Field { .. } => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Heading, Section};
    use base::source::FileId;

    fn paper(title: &str, name: &str, place: u32) -> Document {
        let line = base::written::Line::at(name, Span::File(FileId(place)));
        let heading = Heading { inlines: vec![Inline::text(line)], ..Heading::default() };
        let section =
            Section { blocks: vec![Block::Heading(heading)], ..Section::default() };
        let mut document = Document { sections: vec![section], ..Document::default() };
        title.clone_into(&mut document.meta.title);
        document
    }

    #[test]
    fn papers_that_differ_in_words_and_their_places_are_alike() {
        let (one, words) = paper("Sertifikat", "Budi", 1).without_words();
        assert_eq!(words, ["Sertifikat", "Budi"]);
        assert_eq!(one, paper("Undangan", "Ani binti Umar", 2).without_words().0);
        assert_ne!(one, paper("Sertifikat", " ", 1).without_words().0);
        let mut other = paper("Sertifikat", "Budi", 1);
        other.sections[0].blocks.push(Block::PageBreak);
        assert_ne!(one, other.without_words().0);
    }
}
