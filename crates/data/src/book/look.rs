//! How the workbooks look that the program writes: one face, few colours, and what of it stays on a
//! printer without any.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// The face of all cells.
pub(crate) const FACE: &str = "Arial";
/// Titles, and heads of what must be filled in.
pub(crate) const DARK: Color = Color::RGB(0x001F_3864);
/// Other heads.
pub(crate) const PALE: Color = Color::RGB(0x00D9_E1F2);
/// What is not to be filled in.
pub(crate) const GREY: Color = Color::RGB(0x00F2_F2F2);
/// Borders.
pub(crate) const LINE: Color = Color::RGB(0x0080_8080);
/// Explanations.
pub(crate) const FAINT: Color = Color::RGB(0x0059_5959);

/// Paper code of folio (8.5 by 13 inches), the nearest to F4.
pub(crate) const FOLIO: u8 = 14;
/// Height of one line of text in points.
pub(crate) const LINE_HEIGHT: f64 = 13.5;

/// Running text.
pub(crate) fn text() -> Format {
    let base = Format::new().set_font_name(FACE).set_font_size(10).set_text_wrap();
    base.set_align(FormatAlign::Top)
}

/// A sheet's title.
pub(crate) fn title() -> Format {
    let base = Format::new().set_font_name(FACE).set_font_size(14);
    base.set_bold().set_font_color(DARK)
}

/// The head of a column; one that is to be filled in is dark.
pub(crate) fn head(dark: bool) -> Format {
    let base = text()
        .set_bold()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_border(FormatBorder::Thin)
        .set_border_color(LINE);
    if dark {
        base.set_background_color(DARK).set_font_color(Color::White)
    } else {
        base.set_background_color(PALE)
    }
}

/// Lines that a text takes in a column of that many digits of the default face, which are a
/// quarter wider than the letters of ours.
pub(crate) fn lines(text: &str, width: f64) -> u32 {
    let fits = (width * 1.2).max(1.0);
    let mut lines = 1_u32;
    let mut content = 0.0;
    for words in text.split_whitespace() {
        let long = f64::from(u32::try_from(words.chars().count()).unwrap_or(u32::MAX));
        if content > 0.0 && content + 1.0 + long > fits {
            lines += 1;
            content = long;
        } else {
            content += long + if content > 0.0 { 1.0 } else { 0.0 };
        }
    }
    lines
}
