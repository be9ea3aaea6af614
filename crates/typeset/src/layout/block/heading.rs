//! Headings.

use crate::document::{
    Align, Heading, Inline, ParaProps, StyleName, TextProps, plain_text, plain_trail,
};
use crate::layout::build::{Room, StripBuilder};
use crate::layout::page::{HeadingPlace, Tag};
use crate::layout::strip::{StripFlow, StripHold, StripMark};
use crate::units::Pt;
use base::written::Trail;

/// Least room for a label at the left of its heading.
const LABEL: Pt = Pt::mm(7.5);

/// Between a label and the heading's text.
const LABEL_GAP: Pt = Pt(6.0);

impl StripBuilder<'_, '_> {
    pub(super) fn heading(
        &mut self,
        room: &Room,
        heading: &Heading,
        flow: &mut StripFlow,
    ) {
        let style = StyleName::heading(heading.level);
        let mut props = ParaProps::default();
        let mut look = self.look(room, style, &props, &TextProps::default());
        let mut inlines = Vec::new();
        if let Some(label) = heading.label.as_ref().filter(|label| !label.is_empty()) {
            inlines.push(Inline::text(label.clone()));
            if heading.label_above {
                inlines.push(Inline::Break);
            } else if let Some(hang) = self.heading_hang(room, heading) {
                props.left = Some(look.para.left.unwrap_or_default() + hang);
                props.first_line = Some(-hang);
                props.tabs = Some(vec![(props.left.unwrap_or_default(), false)]);
                look = self.look(room, style, &props, &TextProps::default());
                inlines.push(Inline::Tab);
            } else {
                inlines.push(Inline::text("\u{a0}"));
            }
        }
        inlines.extend(heading.inlines.iter().cloned());
        if heading.new_page {
            flow.page_break();
        }
        // Levels in a paper never skip one: PDF/UA asks for it.
        self.heading_level = heading.level.clamp(1, self.heading_level + 1).min(6);
        let (title, trail) = title(heading);
        let node = self.node_in(room, Tag::H(self.heading_level, title.clone()));
        let mut strips = self.text_strips(room, &look, node, &inlines);
        for strip in strips.iter_mut().skip(1) {
            strip.hold = StripHold::Lines;
        }
        if let Some(first) = strips.first_mut() {
            first.marks.push(StripMark::Heading(self.headings.len()));
            first.span = heading.span;
        }
        self.headings.push(HeadingPlace {
            id: heading.id.clone(),
            level: heading.level.max(1),
            title,
            trail,
            unlisted: heading.unlisted,
            page: 0,
            y: Pt::ZERO,
        });
        let before = heading.before.or(look.para.before).unwrap_or_default();
        let after = look.para.after.unwrap_or_default();
        flow.block(strips, before, after, true);
    }

    /// How far the text of a heading stands in from a label at its left.
    pub(crate) fn heading_hang(&mut self, room: &Room, heading: &Heading) -> Option<Pt> {
        let label = heading.label.as_ref().filter(|label| !label.is_empty())?;
        let style = StyleName::heading(heading.level);
        let look = self.look(room, style, &ParaProps::default(), &TextProps::default());
        if heading.label_above || look.para.align == Some(Align::Center) {
            return None;
        }
        let font = self.font(&look.text, false, false);
        let width = look.size * self.shaper.word(font, label).width;
        Some(heading.hang.unwrap_or_else(|| LABEL.max(width + LABEL_GAP)))
    }
}

/// Label and text of a heading, as in the outline, and where they come from.
pub(crate) fn title(heading: &Heading) -> (String, Trail) {
    let (text, own) = (plain_text(&heading.inlines), plain_trail(&heading.inlines));
    match &heading.label {
        Some(label) if !label.is_empty() => {
            let mut trail = Trail::default();
            trail.append(label.len() + 1, &own);
            (format!("{label} {text}"), trail)
        }
        _ => (text, own),
    }
}
