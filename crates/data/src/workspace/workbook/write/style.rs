//! How the cells of the workbook look, also on a printer without colours.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::tables::FieldKind;

const FACE: &str = "Arial";
const DARK: Color = Color::RGB(0x001F_3864);
const PALE: Color = Color::RGB(0x00D9_E1F2);
const GREY: Color = Color::RGB(0x00F2_F2F2);
const LINE: Color = Color::RGB(0x0080_8080);
const FAINT: Color = Color::RGB(0x0059_5959);

fn text() -> Format {
    let base = Format::new().set_font_name(FACE).set_font_size(10).set_text_wrap();
    base.set_align(FormatAlign::Top)
}

/// The title of a sheet.
pub(super) fn title() -> Format {
    let base = Format::new().set_font_name(FACE).set_font_size(14);
    base.set_bold().set_font_color(DARK)
}

/// What to do on a sheet.
pub(super) fn about() -> Format {
    let base = Format::new().set_font_name(FACE).set_font_size(10);
    base.set_font_color(FAINT).set_italic()
}

/// What stands above a list and is no cell of it.
pub(super) fn bare() -> Format {
    Format::new().set_font_name(FACE).set_font_size(10)
}

/// Running text of the first sheet.
pub(super) fn words() -> Format {
    text()
}

/// The heading of a section.
pub(super) fn section() -> Format {
    let base = Format::new().set_font_name(FACE).set_font_size(11).set_bold();
    base.set_font_color(DARK).set_border_bottom(FormatBorder::Thin)
}

/// The heading of a column; one that must be filled in is dark.
pub(super) fn head(required: bool) -> Format {
    let base = text()
        .set_bold()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_border(FormatBorder::Thin)
        .set_border_color(LINE);
    if required {
        base.set_background_color(DARK).set_font_color(Color::White)
    } else {
        base.set_background_color(PALE)
    }
}

/// The name of a value; one that must be filled in is bold.
pub(super) fn name(required: bool) -> Format {
    let base = boxed().set_background_color(GREY);
    if required { base.set_bold() } else { base }
}

/// What is told beside a value.
pub(super) fn told() -> Format {
    boxed().set_font_color(FAINT)
}

fn boxed() -> Format {
    text().set_border(FormatBorder::Thin).set_border_color(LINE)
}

/// A cell to be filled in.
pub(super) fn input(kind: FieldKind) -> Format {
    let code = match kind {
        FieldKind::Date => "dd/mm/yyyy",
        FieldKind::Time => "hh:mm",
        FieldKind::People { .. } | FieldKind::Money => "#,##0",
        FieldKind::Whole { .. } => "0",
        FieldKind::Amount | FieldKind::Percent => "General",
        // Numbers of people and telephones keep their digits.
        _ => "@",
    };
    let base = boxed().set_num_format(code).set_unlocked();
    match kind {
        FieldKind::People { .. }
        | FieldKind::Money
        | FieldKind::Amount
        | FieldKind::Percent => base.set_align(FormatAlign::Right),
        _ => base,
    }
}

/// A cell beside a name.
pub(super) fn value(kind: FieldKind) -> Format {
    input(kind).set_align(FormatAlign::Left)
}

/// A cell of a list of the user's own: it shows what it holds.
pub(super) fn free(date: bool) -> Format {
    let base = boxed().set_unlocked();
    if date { base.set_num_format("yyyy-mm-dd") } else { base }
}
