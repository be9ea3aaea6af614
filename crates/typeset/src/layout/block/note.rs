//! Footnotes: strips of their own, placed by the page their mark stands on.

use crate::document::{Inline, ParaProps, StyleName, TextProps, TextStyle};
use crate::layout::build::{Room, StripBuilder};
use crate::layout::page::{NodeId, Tag};

impl StripBuilder<'_, '_> {
    /// Makes a footnote and gives its number for the page.
    pub(crate) fn note(
        &mut self,
        parent: Option<NodeId>,
        room: &Room,
        number: u32,
        inlines: &[Inline],
    ) -> usize {
        let node = parent.map(|parent| self.node(parent, Tag::Note));
        let inside = Room {
            artifact: node.is_none(),
            ..Room::new(self.note_width, node.unwrap_or(room.node))
        };
        let style = StyleName::CatatanKaki;
        let look =
            self.look(&inside, style, &ParaProps::default(), &TextProps::default());
        let raised = TextStyle { superscript: true, ..TextStyle::default() };
        let mut all =
            vec![Inline::styled(number.to_string(), raised), Inline::text("\u{a0}")];
        all.extend(inlines.iter().cloned());
        let index = self.notes.len();
        // Its place is taken first: a note's own text may hold fields, never notes.
        self.notes.push(Vec::new());
        let text = self.node_in(&inside, Tag::P);
        let strips = self.text_strips(&inside, &look, text, &all);
        self.notes[index] = strips;
        index
    }
}
