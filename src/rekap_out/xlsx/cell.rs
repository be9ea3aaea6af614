//! Cells: every text of the data is written as text, every figure as a number.

use bahasa::number::{format_plain, to_spreadsheet};
use base::diag::{AnyProblem, InternalProblem};
use num_rational::BigRational;
use num_traits::ToPrimitive;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook,
    Worksheet, XlsxError,
};

use field::domain::Periode;
use field::spm::{Amount, Percent, Reported};

/// The most characters a cell holds.
const LONGEST_CELL: usize = 32_767;

/// The height of a line in points.
const LINE_HEIGHT: f64 = 15.0;

/// The most a row can be high, in points.
const HIGHEST_ROW: f64 = 409.0;

/// Lines break at words, so they are not filled to their ends.
const LOOSENESS: f64 = 1.1;

/// Folio, 8.5 by 13 inches: what offices call F4.
const FOLIO: u8 = 14;

/// What a cell says.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::rekap_out) enum XlsxCell {
    /// Nobody has entered anything.
    Empty,
    /// A text of the data or of ours.
    Text(String),
    /// A word instead of a number, such as "nihil".
    Word(&'static str),
    /// A count.
    Count(u64),
    /// An amount.
    Amount(Amount),
    /// A percentage, exactly as it is printed everywhere else.
    Percent(Percent),
    /// A difference in points.
    Points(Percent),
    /// A value in points that is no percentage.
    Decimal(Percent),
}

impl XlsxCell {
    pub(in crate::rekap_out) fn text(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }

    pub(in crate::rekap_out) fn percent(value: Option<&Percent>) -> Self {
        value.cloned().map_or(Self::Empty, Self::Percent)
    }

    pub(in crate::rekap_out) fn amount(value: &Reported<Amount>) -> Self {
        match value {
            Reported::Missing => Self::Empty,
            Reported::Nihil => Self::Word("nihil"),
            Reported::Value(value) => Self::Amount(value.clone()),
        }
    }

    pub(in crate::rekap_out) fn count(value: &Reported<u64>) -> Self {
        match value {
            Reported::Missing => Self::Empty,
            Reported::Nihil => Self::Word("nihil"),
            Reported::Value(value) => Self::Count(*value),
        }
    }
}

/// The looks of cells. Grey only, so that a printout in black and white says the same.
pub(in crate::rekap_out) struct Styles {
    pub(in crate::rekap_out) title: Format,
    head: Format,
    text: Format,
    word: Format,
    whole: Format,
    fraction: Format,
    percent: Format,
    points: Format,
    two_places: Format,
    pub(in crate::rekap_out) note: Format,
}

impl Styles {
    pub(in crate::rekap_out) fn new() -> Self {
        let cell =
            Format::new().set_border(FormatBorder::Thin).set_align(FormatAlign::Top);
        let number = |format: &str| cell.clone().set_num_format(format);
        Self {
            title: Format::new().set_bold().set_font_size(14),
            head: cell
                .clone()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter)
                .set_background_color(Color::RGB(0x00D9_D9D9)),
            text: cell.clone().set_text_wrap(),
            word: cell.clone().set_italic().set_align(FormatAlign::Right),
            whole: number("#,##0"),
            fraction: number("#,##0.00####"),
            percent: number("0.00%"),
            two_places: number("0.00"),
            points: number("+0.00;-0.00;0.00"),
            note: Format::new().set_text_wrap().set_align(FormatAlign::Top),
        }
    }
}

/// A sheet that is filled from above.
pub(in crate::rekap_out) struct XlsxSheet<'a> {
    pub(in crate::rekap_out) page: &'a mut Worksheet,
    styles: &'a Styles,
    widths: Vec<f64>,
    /// The next free row.
    pub(in crate::rekap_out) row: u32,
}

/// A sheet that is one table.
pub(in crate::rekap_out) struct SheetTable<'t> {
    /// The name of the sheet.
    pub(in crate::rekap_out) name: &'static str,
    /// The names and widths of its columns.
    pub(in crate::rekap_out) columns: Vec<(&'t str, f64)>,
    /// What stands in its rows.
    pub(in crate::rekap_out) rows: Vec<Vec<XlsxCell>>,
}

impl SheetTable<'_> {
    /// Adds the sheet: title, head, rows.
    pub(in crate::rekap_out) fn write<'a>(
        &self,
        book: &'a mut Workbook,
        styles: &'a Styles,
        title: &str,
    ) -> Result<XlsxSheet<'a>, XlsxError> {
        let (head, widths): (Vec<&str>, Vec<f64>) = self.columns.iter().copied().unzip();
        let mut sheet = XlsxSheet::new(book, styles, self.name, &widths)?;
        sheet.title(title)?;
        sheet.head(&head, self.rows.len())?;
        for row in &self.rows {
            sheet.write_row(row)?;
        }
        Ok(sheet)
    }
}

impl<'a> XlsxSheet<'a> {
    /// A sheet with the print set-up of all: landscape, as wide as a page, numbered.
    pub(in crate::rekap_out) fn new(
        book: &'a mut Workbook,
        styles: &'a Styles,
        name: &str,
        widths: &[f64],
    ) -> Result<Self, XlsxError> {
        let sheet = book.add_worksheet();
        sheet.set_name(name)?;
        sheet.set_landscape();
        sheet.set_paper_size(FOLIO);
        sheet.set_print_fit_to_pages(1, 0);
        sheet.set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.3);
        sheet.set_footer("&L&A&RHalaman &P dari &N");
        for (column, width) in (0_u16..).zip(widths) {
            sheet.set_column_width(column, *width)?;
        }
        Ok(Self { page: sheet, styles, widths: widths.to_vec(), row: 0 })
    }

    /// The title of the sheet and an empty row.
    pub(in crate::rekap_out) fn title(&mut self, text: &str) -> Result<(), XlsxError> {
        self.page.write_string_with_format(
            self.row,
            0,
            clean(text),
            &self.styles.title,
        )?;
        self.row += 2;
        Ok(())
    }

    /// The head of a table of so many rows: it stays in sight, filters, and is repeated on
    /// each printed page.
    pub(in crate::rekap_out) fn head(
        &mut self,
        names: &[&str],
        count: usize,
    ) -> Result<(), XlsxError> {
        let mut right = 0;
        for (column, text) in (0_u16..).zip(names) {
            self.page.write_string_with_format(
                self.row,
                column,
                clean(text),
                &self.styles.head,
            )?;
            right = column;
        }
        self.set_height(names.iter().map(|text| Some(*text)))?;
        let last = self.row + u32::try_from(count).unwrap_or(0);
        self.page.autofilter(self.row, 0, last, right)?;
        self.page.set_freeze_panes(self.row + 1, 0)?;
        self.page.set_repeat_rows(self.row, self.row)?;
        self.row += 1;
        Ok(())
    }

    /// A row of a table.
    pub(in crate::rekap_out) fn write_row(
        &mut self,
        cells: &[XlsxCell],
    ) -> Result<(), XlsxError> {
        for (column, one) in (0_u16..).zip(cells) {
            self.write_cell(column, one)?;
        }
        self.set_height(cells.iter().map(|one| match one {
            XlsxCell::Text(text) => Some(text.as_str()),
            _ => None,
        }))?;
        self.row += 1;
        Ok(())
    }

    /// A text over some columns without borders, as high as it needs.
    pub(in crate::rekap_out) fn note(
        &mut self,
        text: &str,
        until: u16,
    ) -> Result<(), XlsxError> {
        let text = clean(text);
        let width: f64 = self.widths.iter().take(usize::from(until) + 1).sum();
        let height = LINE_HEIGHT * text_lines(&text, width);
        self.page.merge_range(self.row, 0, self.row, until, "", &self.styles.note)?;
        self.page.write_string_with_format(self.row, 0, text, &self.styles.note)?;
        self.page.set_row_height(self.row, height)?;
        self.row += 1;
        Ok(())
    }

    /// Makes the row as high as its longest text: not every program does so by itself.
    fn set_height<'t>(
        &mut self,
        texts: impl Iterator<Item = Option<&'t str>>,
    ) -> Result<(), XlsxError> {
        let lines = texts
            .zip(&self.widths)
            .map(|(text, width)| text.map_or(1.0, |text| text_lines(text, *width)))
            .fold(1.0, f64::max);
        self.page.set_row_height(self.row, (LINE_HEIGHT * lines).min(HIGHEST_ROW))?;
        Ok(())
    }

    fn write_cell(&mut self, column: u16, cell: &XlsxCell) -> Result<(), XlsxError> {
        let (row, styles) = (self.row, self.styles);
        match cell {
            XlsxCell::Empty => self.page.write_blank(row, column, &styles.text),
            XlsxCell::Text(text) => {
                self.page.write_string_with_format(row, column, clean(text), &styles.text)
            }
            XlsxCell::Word(word) => {
                self.page.write_string_with_format(row, column, *word, &styles.word)
            }
            XlsxCell::Count(n) => {
                let number = BigRational::from_integer((*n).into());
                return self.write_number(column, (&number, 1), &styles.whole);
            }
            XlsxCell::Amount(n) => {
                let format =
                    if n.value().is_integer() { &styles.whole } else { &styles.fraction };
                return self.write_number(column, (n.value(), 1), format);
            }
            XlsxCell::Percent(p) => {
                let number = p.rounded();
                return self.write_number(column, (number.value(), 100), &styles.percent);
            }
            XlsxCell::Decimal(p) => {
                let number = p.rounded();
                return self.write_number(
                    column,
                    (number.value(), 1),
                    &styles.two_places,
                );
            }
            XlsxCell::Points(p) => {
                let number = p.rounded();
                return self.write_number(column, (number.value(), 1), &styles.points);
            }
        }?;
        Ok(())
    }

    /// A number over what its format multiplies it by; one with more digits than a
    /// spreadsheet keeps stays text.
    fn write_number(
        &mut self,
        column: u16,
        (number, over): (&BigRational, u8),
        format: &Format,
    ) -> Result<(), XlsxError> {
        let row = self.row;
        let over = BigRational::from_integer(over.into());
        if let Some(near) = to_spreadsheet(&(number / over)) {
            self.page.write_number_with_format(row, column, near, format)?;
        } else {
            let (text, word) = (format_plain(number, 6), &self.styles.word);
            self.page.write_string_with_format(row, column, text, word)?;
        }
        Ok(())
    }
}

/// About how many lines a text takes in a column.
fn text_lines(text: &str, width: f64) -> f64 {
    text.split('\n')
        .map(|one| {
            let length = one.chars().count().to_f64().unwrap_or(0.0);
            if length <= width { 1.0 } else { (length * LOOSENESS / width).ceil() }
        })
        .sum()
}

/// A text as a cell can hold it: no control characters but line ends, not longer than a cell.
pub(in crate::rekap_out) fn clean(text: &str) -> String {
    let allowed = |c: &char| !c.is_control() || *c == '\n';
    let kept: String = text.chars().filter(allowed).collect();
    if kept.encode_utf16().count() <= LONGEST_CELL {
        return kept;
    }
    let mut fits = 1;
    let mut short: String = kept
        .chars()
        .take_while(|c| {
            fits += c.len_utf16();
            fits <= LONGEST_CELL
        })
        .collect();
    short.push('…');
    short
}

/// An empty workbook that holds no time but the quarter's last day, and nobody's name.
pub(in crate::rekap_out) fn new_workbook(
    title: &str,
    periode: Option<Periode>,
) -> Result<Workbook, XlsxError> {
    let day = periode.and_then(Periode::last_day);
    let (tahun, bulan, tanggal) = day.map_or((2024, 12, 31), |day| {
        (
            u16::try_from(day.year()).unwrap_or(2024),
            day.month().unsigned_abs(),
            day.day().unsigned_abs(),
        )
    });
    let mut book = Workbook::new();
    let properties = DocProperties::new()
        .set_title(clean(title))
        .set_author("naskah")
        .set_creation_datetime(&ExcelDateTime::from_ymd(tahun, bulan, tanggal)?);
    book.set_properties(&properties);
    Ok(book)
}

/// What the writer of workbooks refuses is our mistake: names and sizes are ours.
pub(in crate::rekap_out) fn fault(error: &XlsxError) -> AnyProblem {
    InternalProblem::Internal { detail: error.to_string() }.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_fit_a_cell() {
        assert_eq!(clean("a\u{1}b\nc"), "ab\nc");
        let length = "😀".repeat(20_000);
        let fits = clean(&length);
        assert!(fits.encode_utf16().count() <= LONGEST_CELL && fits.ends_with('…'));
        assert_eq!(clean("=1"), "=1");
    }
}
