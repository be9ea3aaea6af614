//! How the cells of a worksheet look. In black and white the dark heads tell which columns are
//! to be filled in.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatPattern};

use crate::book::look::{self, DARK, FACE, FAINT, GREY, LINE};
use crate::worksheet::column::{Data, InputKind, SheetColumn};

pub(super) use crate::book::look::{text, title};

const YELLOW: Color = Color::RGB(0x00FF_F2CC);
const DARK_RED: Color = Color::RGB(0x009C_0006);
const RED: Color = Color::RGB(0x00FF_C7CE);

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
        .set_border_color(LINE);
    if bold { base.set_bold().set_background_color(GREY) } else { base }
}

/// The head of a column.
pub(super) fn head(column: SheetColumn) -> Format {
    look::head(matches!(column, SheetColumn::Input(_)))
}

/// A cell below a head; `start` begins another service.
pub(super) fn content(column: SheetColumn, first_row: bool, free: bool) -> Format {
    let centred = match column {
        SheetColumn::Input(data) if data.kind().words() => FormatAlign::Top,
        _ => FormatAlign::VerticalCenter,
    };
    let mut f =
        text().set_align(centred).set_border(FormatBorder::Thin).set_border_color(LINE);
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
