//! How the cells of the workbook look, also on a printer without colours.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Worksheet};

use crate::book::look::{DARK, FACE, FAINT, FOLIO, GREY, LINE, LINE_HEIGHT, lines, text};
use crate::tables::FieldKind;

/// What to do on a sheet.
pub(super) fn about() -> Format {
    let base = Format::new().set_font_name(FACE).set_font_size(10);
    base.set_font_color(FAINT).set_italic()
}

/// What stands above a list and is no cell of it.
pub(super) fn bare() -> Format {
    Format::new().set_font_name(FACE).set_font_size(10)
}

/// The heading of a section.
pub(super) fn section() -> Format {
    let base = Format::new().set_font_name(FACE).set_font_size(11).set_bold();
    base.set_font_color(DARK).set_border_bottom(FormatBorder::Thin)
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

/// How a sheet is printed.
pub(super) fn page(sheet: &mut Worksheet) {
    sheet.set_paper_size(FOLIO);
    sheet.set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_screen_gridlines(false);
    sheet.set_footer("&R&\"Arial,Regular\"&8&A, halaman &P dari &N");
}

/// The height of a row of so many lines; what is longer is read in the line of the cell.
pub(super) fn height(lines: u32) -> f64 {
    LINE_HEIGHT * f64::from(lines.min(20)) + 3.0
}

/// The lines of a text with new lines in it.
pub(super) fn text_lines(text: &str, width: f64) -> u32 {
    text.lines().map(|line| lines(line, width)).sum::<u32>().max(1)
}
