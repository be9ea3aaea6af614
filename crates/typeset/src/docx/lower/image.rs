//! Pictures, set in the line.

use std::sync::Arc;

use crate::document::{Align, Chart, Image, ImageData, Inline, StyleName};
use crate::docx::xml::escape;
use crate::units::Pt;

use super::flow::{BlockFlow, BlockPlace, Par};
use super::list::indent;
use super::state::Lowering;

impl<'a> Lowering<'a> {
    /// A picture on its own line, and its caption.
    pub(super) fn image(
        &mut self,
        image: &'a Image,
        flow: &mut BlockFlow<'_>,
        place: &BlockPlace,
    ) {
        let xml = self.drawing(&image.data, image.width, &image.alt);
        self.picture_line(xml, image.align, &image.caption, flow, place);
    }

    /// A chart is a picture here: every program shows the same.
    pub(super) fn chart(
        &mut self,
        chart: &'a Chart,
        flow: &mut BlockFlow<'_>,
        place: &BlockPlace,
    ) {
        let Some(data) = (self.context.charts)(chart) else { return };
        let xml = self.drawing(&data, chart.room.width, &chart.alt);
        flow.add_space(CHART_GAP);
        self.picture_line(xml, Align::Center, &chart.caption, flow, place);
    }

    fn picture_line(
        &mut self,
        xml: String,
        align: Align,
        caption: &'a [Inline],
        flow: &mut BlockFlow<'_>,
        place: &BlockPlace,
    ) {
        let mut par = Par::new(StyleName::IsiRata);
        indent(&mut par.props, place);
        par.props.align = Some(align);
        par.props.spacing = Some(1.0);
        par.props.keep_next = (!caption.is_empty()).then_some(true);
        par.children.push(self.fragment_run(xml));
        flow.add_paragraph(par);
        if !caption.is_empty() {
            let mut below = Par::new(StyleName::Keterangan);
            indent(&mut below.props, place);
            below.props.align = Some(Align::Center);
            below.props.keep_next = Some(false);
            let look = self.look(StyleName::Keterangan, &below.text);
            self.inlines(caption, look, &mut below.children);
            flow.add_paragraph(below);
        }
    }

    /// The `w:drawing` of a picture. docx-rs numbers all pictures of a process and knows no
    /// alternative text, so this is ours.
    fn drawing(&mut self, data: &Arc<ImageData>, width: Pt, alt: &str) -> String {
        self.drawings += 1;
        let id = self.drawings;
        let target = self.picture(data);
        let rid = self.part.relate("image", target, false);
        let (cx, cy) = (width.emu().max(1), height(data, width).emu().max(1));
        let decorative = if alt.trim().is_empty() { DECORATIVE } else { "" };
        let alt = escape(alt);
        format!(
            "<w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">\
             <wp:extent cx=\"{cx}\" cy=\"{cy}\"/><wp:effectExtent l=\"0\" t=\"0\" r=\"0\" b=\"0\"/>\
             <wp:docPr id=\"{id}\" name=\"Gambar {id}\" descr=\"{alt}\">{decorative}</wp:docPr>\
             <wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/>\
             </wp:cNvGraphicFramePr><a:graphic><a:graphicData \
             uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic>\
             <pic:nvPicPr><pic:cNvPr id=\"{id}\" name=\"Gambar {id}\"/><pic:cNvPicPr/>\
             </pic:nvPicPr><pic:blipFill><a:blip r:embed=\"{rid}\"/><a:stretch><a:fillRect/>\
             </a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>\
             <a:ext cx=\"{cx}\" cy=\"{cy}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/>\
             </a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>\
             </w:drawing>"
        )
    }
}

/// Room above a chart.
const CHART_GAP: Pt = Pt(6.0);

/// Tells a screen reader to pass the picture by.
const DECORATIVE: &str = concat!(
    r#"<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">"#,
    r#"<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>"#,
    r"</a:ext></a:extLst>"
);

#[allow(clippy::cast_precision_loss)]
fn height(data: &ImageData, width: Pt) -> Pt {
    width * (data.height as f32 / data.width.max(1) as f32)
}
