//! Some blocks of a paper set tighter than the rest, where their last lines would stand alone on
//! a page: the tree changes, and both formats follow.

use super::loose::{Cells, Loose, each_loose};
use super::{Block, StyleSheet};

/// How far it goes at most: the part of the line spacing above 1, of the gaps, and of the room
/// inside the rows of tables that is taken away.
const MOST: (f32, f32, f32) = (0.9, 0.5, 0.4);

/// Sets blocks tighter; `part` is 0 for not at all and 1 for as tight as can be read well.
pub fn squeeze(blocks: &mut [Block], styles: &StyleSheet, part: f32) {
    let (lines, gaps, rows) = (MOST.0 * part, 1.0 - MOST.1 * part, 1.0 - MOST.2 * part);
    each_loose(blocks, Cells::Left, &mut |loose| match loose {
        Loose::Paragraph(paragraph, style) => {
            let look = styles.para(style, &paragraph.props);
            let props = &mut paragraph.props;
            props.spacing = look.spacing.map(|s| s - (s - 1.0).max(0.0) * lines);
            props.before = look.before.map(|room| room * gaps);
            props.after = look.after.map(|room| room * gaps);
        }
        Loose::Table(table) => {
            table.before = table.before * gaps;
            table.after = table.after * gaps;
            table.pad_y = table.pad_y * rows;
        }
        Loose::Rule(_) => {}
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{ParaProps, Paragraph, StyleName};
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
