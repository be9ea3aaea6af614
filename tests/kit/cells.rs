//! Cells of a workbook, typed over as somebody does in Excel.

use std::path::Path;

use super::package::{pack, parts};

/// What is typed into a cell.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Typed<'t> {
    Text(&'t str),
    Number(&'t str),
    /// A formula that went wrong.
    Error(&'t str),
    /// Nothing: what was there is deleted.
    Nothing,
}

/// Types into cells, each of a sheet; the formats of the cells stay.
#[track_caller]
pub(crate) fn type_into(book: &Path, typed: &[(&str, &str, Typed<'_>)]) {
    let mut all = parts(&std::fs::read(book).unwrap());
    let text = |name: &str| -> String {
        let (_, bytes) = all.iter().find(|(own, _)| own == name).unwrap();
        String::from_utf8(bytes.clone()).unwrap()
    };
    let index = text("xl/workbook.xml");
    let sheets: Vec<String> = index
        .split("<sheet name=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap().to_owned())
        .collect();
    for (sheet, cell, value) in typed {
        let at = sheets.iter().position(|own| own == sheet).unwrap_or_else(|| {
            panic!("no sheet {sheet}");
        });
        let name = format!("xl/worksheets/sheet{}.xml", at + 1);
        let (_, bytes) = all.iter_mut().find(|(own, _)| *own == name).unwrap();
        let xml = String::from_utf8(std::mem::take(bytes)).unwrap();
        *bytes = with_cell(&xml, cell, *value).into_bytes();
    }
    pack(book, &all);
}

/// Gives a sheet another name.
#[track_caller]
pub(crate) fn rename(book: &Path, sheet: &str, other: &str) {
    let mut all = parts(&std::fs::read(book).unwrap());
    let (_, bytes) = all.iter_mut().find(|(own, _)| own == "xl/workbook.xml").unwrap();
    let xml = String::from_utf8(std::mem::take(bytes)).unwrap();
    let (from, to) =
        (format!("<sheet name=\"{sheet}\""), format!("<sheet name=\"{other}\""));
    assert!(xml.contains(&from), "{sheet}");
    *bytes = xml.replace(&from, &to).into_bytes();
    pack(book, &all);
}

/// The XML of a sheet with another value in a cell.
#[track_caller]
fn with_cell(xml: &str, cell: &str, value: Typed<'_>) -> String {
    let row: u32 = cell.trim_start_matches(char::is_alphabetic).parse().unwrap();
    let (start, end) = row_of(xml, row).unwrap_or_else(|| {
        // Below all rows that there are.
        let end = xml.find("</sheetData>").unwrap();
        (end, end)
    });
    let (head, mut cells) = if start == end {
        (format!("<row r=\"{row}\">"), Vec::new())
    } else {
        taken_apart(&xml[start..end])
    };
    let own = cells.iter().position(|(name, _)| name == cell);
    let style = own.and_then(|at| {
        let (_, own) = &cells[at];
        let open = own.split('>').next()?;
        Some(format!(" s=\"{}\"", open.split(" s=\"").nth(1)?.split('"').next()?))
    });
    let open = format!("<c r=\"{cell}\"{}", style.unwrap_or_default());
    let new = match value {
        Typed::Text(text) => {
            let text = text.replace('&', "&amp;").replace('<', "&lt;");
            format!(
                "{open} t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>"
            )
        }
        Typed::Number(n) => format!("{open}><v>{n}</v></c>"),
        Typed::Error(error) => format!("{open} t=\"e\"><v>{error}</v></c>"),
        Typed::Nothing => format!("{open}/>"),
    };
    if let Some(at) = own {
        cells[at].1 = new;
    } else {
        let column = |name: &str| {
            let letters = name.trim_end_matches(char::is_numeric);
            (letters.len(), letters.to_owned())
        };
        let at = cells.iter().position(|(name, _)| column(name) > column(cell));
        cells.insert(at.unwrap_or(cells.len()), (cell.to_owned(), new));
    }
    let cells: String = cells.into_iter().map(|(_, xml)| xml).collect();
    format!("{}{head}{cells}</row>{}", &xml[..start], &xml[end..])
}

/// Where a row begins and ends.
fn row_of(xml: &str, row: u32) -> Option<(usize, usize)> {
    let start = xml.find(&format!("<row r=\"{row}\""))?;
    let open = start + xml[start..].find('>')? + 1;
    let end = if xml[..open].ends_with("/>") {
        open
    } else {
        start + xml[start..].find("</row>")? + "</row>".len()
    };
    Some((start, end))
}

/// How a row begins, and its cells with their names.
fn taken_apart(row: &str) -> (String, Vec<(String, String)>) {
    let open = row.find('>').unwrap() + 1;
    let (head, mut rest) = row.split_at(open);
    let mut cells = Vec::new();
    while let Some(from) = rest.strip_prefix("<c r=\"") {
        let name = from.split('"').next().unwrap().to_owned();
        let tag = rest.find('>').unwrap() + 1;
        let end = if rest[..tag].ends_with("/>") {
            tag
        } else {
            rest.find("</c>").unwrap() + "</c>".len()
        };
        cells.push((name, rest[..end].to_owned()));
        rest = &rest[end..];
    }
    (head.replace("/>", ">"), cells)
}
