//! Some blocks of a paper set tighter than the rest, where their last lines would stand alone on
//! a page: the tree changes, and both formats follow.

use super::{Block, List, Paragraph, StyleName, StyleSheet, Table};

/// How far it goes at most: the part of the line spacing above 1, of the gaps, and of the room
/// inside the rows of tables that is taken away.
const MOST: (f32, f32, f32) = (0.9, 0.5, 0.4);

/// Sets blocks tighter; `part` is 0 for not at all and 1 for as tight as can be read well.
pub fn squeeze(blocks: &mut [Block], styles: &StyleSheet, part: f32) {
    Squeeze { styles, part }.blocks(blocks, None);
}

struct Squeeze<'s> {
    styles: &'s StyleSheet,
    part: f32,
}

impl Squeeze<'_> {
    fn blocks(&self, blocks: &mut [Block], style: Option<StyleName>) {
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => self.paragraph(paragraph, style),
                Block::List(list) => self.list(list),
                Block::Table(table) => self.table(table),
                Block::Keep { blocks, .. } => self.blocks(blocks, style),
                // What has its own measure, or is a form of its own.
                Block::Heading(_)
                | Block::FitLines(_)
                | Block::Space(_)
                | Block::Rule(_)
                | Block::Image(_)
                | Block::Chart(_)
                | Block::PageBreak
                | Block::Toc(_)
                | Block::Sheet(_)
                | Block::Upturned(_) => {}
            }
        }
    }

    fn paragraph(&self, paragraph: &mut Paragraph, style: Option<StyleName>) {
        let style = match style {
            Some(other) if paragraph.style == StyleName::Isi => other,
            _ => paragraph.style,
        };
        // The room for a signature never shrinks.
        if style == StyleName::TandaTangan {
            return;
        }
        let look = self.styles.para(style, &paragraph.props);
        let (lines, gaps) = (MOST.0 * self.part, 1.0 - MOST.1 * self.part);
        let props = &mut paragraph.props;
        props.spacing = look.spacing.map(|s| s - (s - 1.0).max(0.0) * lines);
        props.before = look.before.map(|room| room * gaps);
        props.after = look.after.map(|room| room * gaps);
    }

    fn list(&self, list: &mut List) {
        for item in &mut list.items {
            self.blocks(&mut item.blocks, Some(list.style));
        }
    }

    fn table(&self, table: &mut Table) {
        let gaps = 1.0 - MOST.1 * self.part;
        table.before = table.before * gaps;
        table.after = table.after * gaps;
        table.pad_y = table.pad_y * (1.0 - MOST.2 * self.part);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::ParaProps;
    use crate::units::Pt;

    #[test]
    fn lines_and_gaps_shrink_and_never_below_the_faces_own() {
        let mut styles = StyleSheet::default();
        styles.base.0 = ParaProps {
            spacing: Some(1.5),
            after: Some(Pt(6.0)),
            ..ParaProps::default()
        };
        let mut blocks = vec![Block::Paragraph(Paragraph::plain(StyleName::Isi, "a"))];
        squeeze(&mut blocks, &styles, 1.0);
        let Block::Paragraph(paragraph) = &blocks[0] else { panic!() };
        let spacing = paragraph.props.spacing.unwrap();
        assert!((spacing - 1.05).abs() < 0.001, "{spacing}");
        assert_eq!(paragraph.props.after, Some(Pt(3.0)));
        assert_eq!(paragraph.props.before, None);
    }
}
