//! How the cells of a worksheet look. In black and white the dark heads tell which columns are
//! to be filled in.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatPattern};

use crate::worksheet::column::{Data, InputKind, SheetColumn};

const FACE: &str = "Arial";
const DARK: Color = Color::RGB(0x001F_3864);
const GREY: Color = Color::RGB(0x00F2_F2F2);
const YELLOW: Color = Color::RGB(0x00FF_F2CC);
const LINE_COLOR: Color = Color::RGB(0x0080_8080);
const FAINT: Color = Color::RGB(0x0059_5959);
const DARK_RED: Color = Color::RGB(0x009C_0006);
const RED: Color = Color::RGB(0x00FF_C7CE);

/// Running text.
pub(super) fn text() -> Format {
    Format::new()
        .set_font_name(FACE)
        .set_font_size(10)
        .set_text_wrap()
        .set_align(FormatAlign::Top)
}

/// A sheet's title.
pub(super) fn title() -> Format {
    Format::new().set_font_name(FACE).set_font_size(14).set_bold().set_font_color(DARK)
}

/// The line under the title.
pub(super) fn subtitle() -> Format {
    Format::new().set_font_name(FACE).set_font_size(10).set_bold()
}

/// What to do on a sheet.
pub(super) fn instruction() -> Format {
    text().set_font_color(FAINT).set_italic()
}

/// A heading between paragraphs of the instructions.
pub(super) fn part() -> Format {
    Format::new()
        .set_font_name(FACE)
        .set_font_size(11)
        .set_bold()
        .set_font_color(DARK)
        .set_border_bottom(FormatBorder::Thin)
        .set_border_bottom_color(DARK)
}

/// A cell of the tables among the instructions.
pub(super) fn note(bold: bool) -> Format {
    let base = text()
        .set_align(FormatAlign::VerticalCenter)
        .set_indent(1)
        .set_border(FormatBorder::Thin)
        .set_border_color(LINE_COLOR);
    if bold { base.set_bold().set_background_color(GREY) } else { base }
}

/// The head of a column.
pub(super) fn head(column: SheetColumn) -> Format {
    let base = Format::new()
        .set_font_name(FACE)
        .set_font_size(10)
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_border(FormatBorder::Thin)
        .set_border_color(LINE_COLOR);
    match column {
        SheetColumn::Input(_) => {
            base.set_background_color(DARK).set_font_color(Color::White)
        }
        _ => base.set_background_color(Color::RGB(0x00D9_E1F2)),
    }
}

/// A cell below a head; `start` begins another service.
pub(super) fn content(column: SheetColumn, first_row: bool, free: bool) -> Format {
    let centred = match column {
        SheetColumn::Input(data) if data.kind().words() => FormatAlign::Top,
        _ => FormatAlign::VerticalCenter,
    };
    let mut f = text()
        .set_align(centred)
        .set_border(FormatBorder::Thin)
        .set_border_color(LINE_COLOR);
    if first_row {
        f = f.set_border_top(FormatBorder::Medium).set_border_top_color(DARK);
    }
    let input = |f: Format| f.set_background_color(YELLOW).set_unlocked();
    match column {
        SheetColumn::Nomor => f.set_align(FormatAlign::Center),
        SheetColumn::Butir | SheetColumn::Satuan if free => input(f).set_indent(1),
        SheetColumn::Kode
        | SheetColumn::Layanan
        | SheetColumn::Butir
        | SheetColumn::Satuan => f.set_indent(1),
        SheetColumn::Last(data) => f
            .set_background_color(GREY)
            .set_font_color(FAINT)
            .set_align(FormatAlign::Right)
            .set_num_format(number_format(data)),
        SheetColumn::Input(data) if data.kind().words() => input(f),
        SheetColumn::Input(data) => {
            input(f).set_align(FormatAlign::Right).set_num_format(number_format(data))
        }
        SheetColumn::Percent(..) => {
            f.set_align(FormatAlign::Right).set_font_color(FAINT).set_num_format("0.00%")
        }
    }
}

fn number_format(data: Data) -> &'static str {
    match data.kind() {
        InputKind::Words | InputKind::Answer => "@",
        InputKind::Count | InputKind::Money | InputKind::Amount => "#,##0",
    }
}

/// An amount that is not whole shows its decimals.
pub(super) fn fraction() -> Format {
    Format::new().set_num_format("#,##0.00####")
}

/// More served than there are.
pub(super) fn above_all() -> Format {
    Format::new()
        .set_font_color(DARK_RED)
        .set_background_color(RED)
        .set_pattern(FormatPattern::Solid)
        .set_bold()
}
