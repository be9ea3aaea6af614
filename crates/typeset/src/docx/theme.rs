//! `theme1.xml`: Word's own colours and the paper's face; Word offers them when someone edits.

use super::xml::{DECLARATION, escape};

/// The part.
pub(super) fn part(font: &str) -> String {
    let font = escape(font);
    let face = format!(
        "<a:latin typeface=\"{font}\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/>"
    );
    let fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
    let lines: String =
        [6350, 12700, 19050].map(|w| format!("<a:ln w=\"{w}\">{fill}</a:ln>")).concat();
    let effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
    let colors: String = COLORS
        .map(|(name, value)| format!("<a:{name}><a:srgbClr val=\"{value}\"/></a:{name}>"))
        .concat();
    format!(
        "{DECLARATION}<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
         name=\"Naskah\"><a:themeElements><a:clrScheme name=\"Naskah\">{colors}</a:clrScheme>\
         <a:fontScheme name=\"Naskah\"><a:majorFont>{face}</a:majorFont>\
         <a:minorFont>{face}</a:minorFont></a:fontScheme><a:fmtScheme name=\"Naskah\">\
         <a:fillStyleLst>{fill}{fill}{fill}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>\
         <a:effectStyleLst>{effect}{effect}{effect}</a:effectStyleLst>\
         <a:bgFillStyleLst>{fill}{fill}{fill}</a:bgFillStyleLst></a:fmtScheme>\
         </a:themeElements></a:theme>"
    )
}

const COLORS: [(&str, &str); 12] = [
    ("dk1", "000000"),
    ("lt1", "FFFFFF"),
    ("dk2", "44546A"),
    ("lt2", "E7E6E6"),
    ("accent1", "4472C4"),
    ("accent2", "ED7D31"),
    ("accent3", "A5A5A5"),
    ("accent4", "FFC000"),
    ("accent5", "5B9BD5"),
    ("accent6", "70AD47"),
    ("hlink", "0563C1"),
    ("folHlink", "954F72"),
];
