//! Charts: the paths and texts of one figure.

use crate::chart::draw;
use crate::document::{Align, Chart, ParaProps, StyleName, TextProps};
use crate::drawing::Mark;
use crate::layout::build::{Room, StripBuilder};
use crate::layout::page::{Item, ItemKind, NodeId, Tag};
use crate::layout::strip::{Strip, StripFlow, shift};
use crate::problem::LayoutProblem;
use crate::units::Pt;

use super::paragraph::CAPTION_GAP;

/// Room above and below the drawing.
const GAP: Pt = Pt(6.0);

impl StripBuilder<'_, '_> {
    pub(super) fn chart(&mut self, room: &Room, chart: &Chart, flow: &mut StripFlow) {
        let drawing = draw(chart, self.shaper.book());
        for ch in &drawing.missing {
            for place in chart.places_of(*ch) {
                self.problem(place, LayoutProblem::missing_glyph(*ch));
            }
        }
        let node = self.node_in(room, Tag::Figure(chart.alt.clone()));
        let items = drawing.marks.into_iter().map(|mark| {
            let kind = match mark {
                Mark::Path(path) => ItemKind::Path(path),
                Mark::Text(text) => ItemKind::Text(text),
            };
            let mut item = Item { node, span: chart.span, kind };
            shift(&mut item, room.x, Pt::ZERO);
            item
        });
        let (high, span) = (drawing.height, chart.span);
        let items = items.collect();
        let strip =
            Strip { height: high, baseline: Some(high), items, span, ..Strip::default() };
        let caption = self.chart_caption(room, chart, node);
        flow.block(vec![strip], GAP, GAP, !caption.is_empty());
        flow.block(caption, Pt::ZERO, CAPTION_GAP, false);
    }

    fn chart_caption(
        &mut self,
        room: &Room,
        chart: &Chart,
        node: Option<NodeId>,
    ) -> Vec<Strip> {
        if chart.caption.is_empty() {
            return Vec::new();
        }
        let props = ParaProps { align: Some(Align::Center), ..ParaProps::default() };
        let look = self.look(room, StyleName::Keterangan, &props, &TextProps::default());
        let inside = Room { node: node.unwrap_or(room.node), ..*room };
        let caption = self.node_in(&inside, Tag::Caption);
        self.text_strips(room, &look, caption, &chart.caption)
    }
}
