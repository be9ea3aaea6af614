//! How the cells of a worksheet look. In black and white the dark heads tell which columns are
//! to be filled in.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatPattern};

use crate::worksheet::column::{Data, InputKind, SheetColumn};

const HURUF: &str = "Arial";
const TUA: Color = Color::RGB(0x001F_3864);
const ABU: Color = Color::RGB(0x00F2_F2F2);
const KUNING: Color = Color::RGB(0x00FF_F2CC);
const GARIS: Color = Color::RGB(0x0080_8080);
const SAMAR: Color = Color::RGB(0x0059_5959);
const MERAH_TUA: Color = Color::RGB(0x009C_0006);
const MERAH: Color = Color::RGB(0x00FF_C7CE);

/// Running text.
pub(super) fn teks() -> Format {
    Format::new()
        .set_font_name(HURUF)
        .set_font_size(10)
        .set_text_wrap()
        .set_align(FormatAlign::Top)
}

/// A sheet's title.
pub(super) fn title() -> Format {
    Format::new().set_font_name(HURUF).set_font_size(14).set_bold().set_font_color(TUA)
}

/// The line under the title.
pub(super) fn subtitle() -> Format {
    Format::new().set_font_name(HURUF).set_font_size(10).set_bold()
}

/// What to do on a sheet.
pub(super) fn instruction() -> Format {
    teks().set_font_color(SAMAR).set_italic()
}

/// A heading between paragraphs of the instructions.
pub(super) fn bagian() -> Format {
    Format::new()
        .set_font_name(HURUF)
        .set_font_size(11)
        .set_bold()
        .set_font_color(TUA)
        .set_border_bottom(FormatBorder::Thin)
        .set_border_bottom_color(TUA)
}

/// A cell of the tables among the instructions.
pub(super) fn keterangan(bold: bool) -> Format {
    let dasar = teks()
        .set_align(FormatAlign::VerticalCenter)
        .set_indent(1)
        .set_border(FormatBorder::Thin)
        .set_border_color(GARIS);
    if bold { dasar.set_bold().set_background_color(ABU) } else { dasar }
}

/// The head of a column.
pub(super) fn head(kolom: SheetColumn) -> Format {
    let dasar = Format::new()
        .set_font_name(HURUF)
        .set_font_size(10)
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_border(FormatBorder::Thin)
        .set_border_color(GARIS);
    match kolom {
        SheetColumn::Isian(_) => {
            dasar.set_background_color(TUA).set_font_color(Color::White)
        }
        _ => dasar.set_background_color(Color::RGB(0x00D9_E1F2)),
    }
}

/// A cell below a head; `awal` begins another service.
pub(super) fn isi(kolom: SheetColumn, first_row: bool, free: bool) -> Format {
    let centred = match kolom {
        SheetColumn::Isian(data) if data.kind().kata() => FormatAlign::Top,
        _ => FormatAlign::VerticalCenter,
    };
    let mut f =
        teks().set_align(centred).set_border(FormatBorder::Thin).set_border_color(GARIS);
    if first_row {
        f = f.set_border_top(FormatBorder::Medium).set_border_top_color(TUA);
    }
    let input = |f: Format| f.set_background_color(KUNING).set_unlocked();
    match kolom {
        SheetColumn::Nomor => f.set_align(FormatAlign::Center),
        SheetColumn::Butir | SheetColumn::Satuan if free => input(f).set_indent(1),
        SheetColumn::Kode
        | SheetColumn::Layanan
        | SheetColumn::Butir
        | SheetColumn::Satuan => f.set_indent(1),
        SheetColumn::Lalu(data) => f
            .set_background_color(ABU)
            .set_font_color(SAMAR)
            .set_align(FormatAlign::Right)
            .set_num_format(bilangan(data)),
        SheetColumn::Isian(data) if data.kind().kata() => input(f),
        SheetColumn::Isian(data) => {
            input(f).set_align(FormatAlign::Right).set_num_format(bilangan(data))
        }
        SheetColumn::Percent(..) => {
            f.set_align(FormatAlign::Right).set_font_color(SAMAR).set_num_format("0.00%")
        }
    }
}

fn bilangan(data: Data) -> &'static str {
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
        .set_font_color(MERAH_TUA)
        .set_background_color(MERAH)
        .set_pattern(FormatPattern::Solid)
        .set_bold()
}
