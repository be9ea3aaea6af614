//! The word behind each page, as Word's own "Watermark" command makes it.

use crate::document::PageSetup;

use super::xml::escape;

/// A `w:pict` with the word, across the text of `page`; `number` makes its ids unique.
#[allow(clippy::cast_precision_loss)]
pub(super) fn pict(word: &str, page: &PageSetup, font: &str, number: usize) -> String {
    // The word is turned by 45 degrees; its box then needs (width + height) / sqrt 2.
    let letters = word.chars().count().max(1) as f32;
    let aspect = 0.62 * letters;
    let room = page.text_width().min(page.text_height()).0;
    let width = 0.95 * room * std::f32::consts::SQRT_2 / (1.0 + 1.0 / aspect);
    let height = width / aspect;
    let spid = 2048 + number;
    format!(
        "<w:pict>{SHAPE_TYPE}<v:shape id=\"PowerPlusWaterMarkObject{number}\" \
         o:spid=\"_x0000_s{spid}\" type=\"#_x0000_t136\" alt=\"\" \
         style=\"position:absolute;margin-left:0;margin-top:0;width:{width:.1}pt;\
         height:{height:.1}pt;rotation:315;z-index:-251658752;\
         mso-position-horizontal:center;mso-position-horizontal-relative:margin;\
         mso-position-vertical:center;mso-position-vertical-relative:margin\" \
         o:allowincell=\"f\" fillcolor=\"#d0d0d0\" stroked=\"f\"><v:fill opacity=\".5\"/>\
         <v:textpath style=\"font-family:&quot;{}&quot;;font-size:1pt\" string=\"{}\"/>\
         <w10:wrap anchorx=\"margin\" anchory=\"margin\"/></v:shape></w:pict>",
        escape(font),
        escape(word),
    )
}

const SHAPE_TYPE: &str = concat!(
    r##"<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">"##,
    r##"<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>"##,
    r##"<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>"##,
    r##"<v:textpath on="t" fitshape="t"/><v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>"##,
    r##"<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>"##,
);
