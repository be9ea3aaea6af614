//! What puts bytes where readers see them: tiny workbooks around one part, cells in a worksheet,
//! sums of a PNG. Bytes under a checksum, once changed, seldom reach the readers.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// An XLSX whose only sheet is `sheet`.
pub fn xlsx(sheet: &[u8]) -> Vec<u8> {
    let book = format!(
        r#"<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets><sheet name="capaian" sheetId="1" r:id="a"/></sheets></workbook>"#
    );
    let relations = format!(
        r#"<Relationships xmlns="{PACKAGE}"><Relationship Id="a" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
    );
    let styles = format!(
        r#"<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="14"/><xf numFmtId="20"/></cellXfs></styleSheet>"#
    );
    let package = format!(
        r#"<Relationships xmlns="{PACKAGE}"><Relationship Id="a" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
    );
    zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", package.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

/// An ODS that holds `content`.
pub fn ods(content: &[u8]) -> Vec<u8> {
    zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content),
    ])
}

fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored =
        SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, bytes) in parts {
        zip.start_file(*name, stored).expect("a name");
        zip.write_all(bytes).expect("memory");
    }
    zip.finish().expect("memory").into_inner()
}

/// The XML of a sheet with these rows, whose cells stand between semicolons. A number is one, the
/// rest is text.
pub fn cells(text: &str) -> Vec<u8> {
    let mut xml = format!(r#"<worksheet xmlns="{MAIN}"><sheetData>"#);
    for line in text.lines() {
        xml.push_str("<row>");
        for cell in line.split(';') {
            xml.push_str(&written("<c", cell));
        }
        xml.push_str("</row>");
    }
    xml.push_str("</sheetData></worksheet>");
    xml.into_bytes()
}

/// A cell, from the beginning of its tag: a number as one, the rest as text.
fn written(tag: &str, text: &str) -> String {
    if let Ok(number) = text.parse::<f64>() {
        return format!("{tag}><v>{number}</v></c>");
    }
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    format!(r#"{tag} t="inlineStr"><is><t>{text}</t></is></c>"#)
}

/// A workbook with other texts in its cells: each line names the number of a sheet, a cell and
/// its text, `2!G6=120`.
pub fn filled_in(book: &[u8], lines: &str) -> Vec<u8> {
    let mut old = ZipArchive::new(Cursor::new(book)).expect("a workbook");
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    for at in 0..old.len() {
        let mut part = old.by_index(at).expect("its own part");
        let name = part.name().expect("a name in UTF-8").into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("memory");
        parts.push((name, bytes));
    }
    for line in lines.lines().take(200) {
        let Some((sheet, (cell, text))) = line
            .split_once('!')
            .and_then(|(sheet, rest)| Some((sheet, rest.split_once('=')?)))
        else {
            continue;
        };
        let name = format!("xl/worksheets/sheet{sheet}.xml");
        if let Some((_, bytes)) = parts.iter_mut().find(|(part, _)| *part == name) {
            write_cell(bytes, cell, text);
        }
    }
    let parts: Vec<_> = parts.iter().map(|(name, bytes)| (&**name, &**bytes)).collect();
    zip(&parts)
}

/// Puts a text into a cell that is there.
fn write_cell(sheet: &mut Vec<u8>, cell: &str, text: &str) {
    let xml = String::from_utf8_lossy(sheet);
    let Some(start) = xml.find(&format!("<c r=\"{cell}\"")) else { return };
    let rest = &xml[start..];
    let Some(head) = rest.find('>') else { return };
    let empty = rest[..head].ends_with('/');
    let close = || rest.find("</c>").map(|at| at + "</c>".len());
    let Some(end) = (if empty { Some(head + 1) } else { close() }) else { return };
    let mut new = xml[..start].to_owned();
    new.push_str(&written(&format!("<c r=\"{cell}\""), text));
    new.push_str(&rest[end..]);
    *sheet = new.into_bytes();
}

/// Makes the sums of a PNG's chunks right.
pub fn mend_png(bytes: &mut [u8]) {
    let mut at = 8;
    while let Some(long) = bytes.get(at..at + 4) {
        let long = usize::try_from(u32::from_be_bytes(long.try_into().expect("four")))
            .unwrap_or(0);
        let Some(end) = at.checked_add(8).and_then(|from| from.checked_add(long)) else {
            return;
        };
        let Some(summed) = bytes.get(at + 4..end) else { return };
        let sum = crc(summed);
        let Some(place) = bytes.get_mut(end..end + 4) else { return };
        place.copy_from_slice(&sum.to_be_bytes());
        at = end + 4;
    }
}

fn crc(bytes: &[u8]) -> u32 {
    let step = |sum: u32, byte: &u8| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            if sum & 1 == 1 { 0xEDB8_8320 ^ (sum >> 1) } else { sum >> 1 }
        })
    };
    !bytes.iter().fold(!0, step)
}
