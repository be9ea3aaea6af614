//! Charts: the paths and texts of one figure.

use crate::document::{Align, Grafik, ParaProps, StyleName, TextProps};
use crate::grafik::{Bentuk, Jalur, Teks, lukis};
use crate::layout::build::{Builder, Room};
use crate::layout::page::{Glyph, Item, ItemKind, NodeId, Path, Stroke, Tag, TextItem};
use crate::layout::strip::{Flow, Strip};
use crate::problem::LayoutProblem;
use crate::units::Pt;

use super::paragraph::CAPTION_GAP;

/// Room above and below the drawing.
const GAP: Pt = Pt(6.0);

impl Builder<'_, '_> {
    pub(super) fn chart(&mut self, room: &Room, grafik: &Grafik, flow: &mut Flow) {
        let lukisan = lukis(grafik, self.shaper.book());
        for (ch, text) in &lukisan.hilang {
            self.problem(grafik.span, LayoutProblem::missing_glyph(*ch, text));
        }
        let node = self.node_in(room, Tag::Figure(grafik.alt.clone()));
        let at = |x: f32, y: f32| (room.x + Pt(x), Pt(y));
        let items = lukisan
            .bentuk
            .into_iter()
            .map(|bentuk| match bentuk {
                Bentuk::Jalur(jalur) => ItemKind::Path(path(jalur, &at)),
                Bentuk::Teks(teks) => ItemKind::Text(text(teks, &at)),
            })
            .map(|kind| Item { node, span: grafik.span, kind })
            .collect();
        let high = Pt(lukisan.tinggi);
        let span = grafik.span;
        let strip =
            Strip { height: high, baseline: Some(high), items, span, ..Strip::default() };
        let caption = self.chart_caption(room, grafik, node);
        flow.block(vec![strip], GAP, GAP, !caption.is_empty());
        flow.block(caption, Pt::ZERO, CAPTION_GAP, false);
    }

    fn chart_caption(
        &mut self,
        room: &Room,
        grafik: &Grafik,
        node: Option<NodeId>,
    ) -> Vec<Strip> {
        if grafik.caption.is_empty() {
            return Vec::new();
        }
        let props = ParaProps { align: Some(Align::Center), ..ParaProps::default() };
        let look = self.look(room, StyleName::Keterangan, &props, &TextProps::default());
        let inside = Room { node: node.unwrap_or(room.node), ..*room };
        let caption = self.node_in(&inside, Tag::Caption);
        self.text_strips(room, &look, caption, &grafik.caption)
    }
}

fn path(jalur: Jalur, at: &impl Fn(f32, f32) -> (Pt, Pt)) -> Path {
    let corners =
        |part: Vec<(f32, f32)>| part.into_iter().map(|(x, y)| at(x, y)).collect();
    Path {
        parts: jalur.bagian.into_iter().map(corners).collect(),
        closed: jalur.tutup,
        fill: jalur.isi,
        stroke: jalur.garis.map(|garis| Stroke {
            width: Pt(garis.tebal),
            color: garis.warna,
            dashes: garis.putus,
        }),
    }
}

fn text(teks: Teks, at: &impl Fn(f32, f32) -> (Pt, Pt)) -> TextItem {
    let (x, y) = at(teks.x, teks.y);
    let glyphs = teks.glif.iter().map(|glif| Glyph {
        id: glif.id,
        advance: glif.lebar,
        dx: 0.0,
        start: glif.awal,
        end: glif.akhir,
    });
    TextItem {
        x,
        y,
        font: teks.font,
        size: Pt(teks.ukuran),
        color: teks.warna,
        text: teks.teks,
        glyphs: glyphs.collect(),
    }
}
