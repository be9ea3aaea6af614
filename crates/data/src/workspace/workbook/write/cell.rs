//! One value in one cell.

use rust_xlsxwriter::{ExcelDateTime, Format, Worksheet, XlsxError};

use crate::node::{Node, Value};
use crate::problem::WorkbookProblem;
use crate::tables::FieldKind;
use base::diag::Problems;

/// The most characters of a cell.
const MOST: usize = 32_000;

/// The largest whole number that a cell keeps to its last digit.
const WHOLE: i64 = 999_999_999_999_999;

/// Writes a value of that kind and gives its text, if it is one; what has no room is reported.
pub(super) fn write(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    node: &Node,
    (kind, format): (FieldKind, &Format),
    problems: &mut Problems,
) -> Result<String, XlsxError> {
    match said(node, kind) {
        Some(CellValue::Text(text)) if text.chars().count() <= MOST => {
            sheet.write_string_with_format(row, column, &text, format)?;
            return Ok(text);
        }
        Some(CellValue::Number(n)) => {
            sheet.write_number_with_format(row, column, n, format)?;
        }
        Some(CellValue::Moment(when)) => {
            sheet.write_datetime_with_format(row, column, when, format)?;
        }
        _ => problems.add(node.span, WorkbookProblem::NoRoom {}),
    }
    Ok(String::new())
}

enum CellValue {
    Text(String),
    Number(f64),
    Moment(ExcelDateTime),
}

fn said(node: &Node, kind: FieldKind) -> Option<CellValue> {
    let text = |text: &str| Some(CellValue::Text(text.to_owned()));
    let several = matches!(kind, FieldKind::Texts | FieldKind::Answer);
    match (&node.value, kind) {
        (Value::Text(t) | Value::Cell(t), FieldKind::Time) => {
            match bahasa::parse_time(t) {
                Ok(time) => clock(time),
                Err(_) => text(t),
            }
        }
        (Value::Text(t) | Value::Cell(t), FieldKind::Date) => match t.parse() {
            Ok(date) => day(date),
            Err(_) => text(t),
        },
        // There a bar or a new line begins another text.
        (Value::Text(t), _) if several && t.contains('\n') => None,
        (Value::Text(t), _) if several => text(&barred(t)),
        (Value::Text(t) | Value::Cell(t), _) => text(t),
        (Value::Bool(yes), _) => text(if *yes { "ya" } else { "tidak" }),
        (Value::Int(n), _) if n.abs() > WHOLE => text(&n.to_string()),
        #[allow(clippy::cast_precision_loss)]
        (Value::Int(n), _) => Some(CellValue::Number(*n as f64)),
        (Value::Decimal(t), _) => {
            let plain = t.replace('_', "");
            let exact = bahasa::number::parse_plain(&plain).ok()?;
            match bahasa::to_spreadsheet(&exact) {
                Some(n) if bahasa::from_f64(n).as_ref() == Some(&exact) => {
                    Some(CellValue::Number(n))
                }
                _ => text(&plain.replace('.', ",")),
            }
        }
        (Value::Number(n) | Value::Shown(n, _), _) => {
            bahasa::to_spreadsheet(n).map(CellValue::Number)
        }
        (Value::Date(date) | Value::ShownDay(date, _), _) => day(*date),
        (Value::Time(time), _) => clock(*time),
        (Value::List(items), FieldKind::Answer) if items.is_empty() => text("nihil"),
        (Value::List(items), _) if several && items.is_empty() => text("-"),
        (Value::List(items), FieldKind::Path) => joined(items, " | "),
        (Value::List(items), _) if several => joined(items, "\n"),
        (Value::Table(entries), FieldKind::Percents) => {
            let line = |(name, node): &(base::source::Spanned<String>, Node)| {
                Some(format!("{} = {}", name.value, node.value.shown()?))
            };
            let lines: Option<Vec<String>> = entries.iter().map(line).collect();
            lines.map(|lines| CellValue::Text(lines.join("\n")))
        }
        (Value::Moment(_) | Value::List(_) | Value::Table(_) | Value::Broken, _) => None,
    }
}

/// A text in which a bar parts nothing.
fn barred(text: &str) -> String {
    text.replace('|', "\\|")
}

fn joined(items: &[Node], between: &str) -> Option<CellValue> {
    let item = |node: &Node| {
        let text = node.value.shown()?;
        (!text.contains('\n') && !text.trim().is_empty()).then(|| barred(&text))
    };
    let items: Option<Vec<String>> = items.iter().map(item).collect();
    items.map(|items| CellValue::Text(items.join(between)))
}

fn day(date: jiff::civil::Date) -> Option<CellValue> {
    let year = u16::try_from(date.year()).ok()?;
    let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
    ExcelDateTime::from_ymd(year, month, day).ok().map(CellValue::Moment)
}

fn clock(time: jiff::civil::Time) -> Option<CellValue> {
    let (hour, minute) = (time.hour().unsigned_abs(), time.minute().unsigned_abs());
    ExcelDateTime::from_hms(u16::from(hour), minute, 0.0).ok().map(CellValue::Moment)
}

/// A value of the form of papers under its name with dots.
pub(super) fn literal(node: &Node) -> Option<String> {
    match &node.value {
        Value::List(items) => {
            let items: Option<Vec<String>> = items
                .iter()
                .map(|item| item.value.shown().filter(|t| !t.contains('|')))
                .collect();
            let items = items?;
            // One value alone is no list without its bar.
            Some(if items.len() < 2 {
                format!("{} |", items.concat())
            } else {
                items.join(" | ")
            })
        }
        Value::Bool(yes) => Some(if *yes { "ya" } else { "tidak" }.to_owned()),
        Value::Decimal(text) => Some(text.replace('_', "").replace('.', ",")),
        other => other.shown().filter(|text| !text.contains('|')),
    }
}
