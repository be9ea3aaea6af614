//! Packs the many small objects of a tagged file into compressed object streams, or leaves them
//! in the open.
//!
//! krilla writes each as plain text with an entry of twenty bytes in the table of offsets; in a
//! letter with a table that is more than half of the file. PDF/A-2 allows object streams, but
//! programs that stamp or merge pages (FPDI and its kin) read no file that has them.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;

/// Objects in one stream: a reader has to unpack all of them to see one.
const PACK: usize = 500;

/// Where an object of the new file is.
#[derive(Clone, Copy)]
enum ObjectPlace {
    /// At a byte of the file.
    At(usize),
    /// In the object stream with this number, at this index.
    In(usize, usize),
}

/// The file with its small objects packed; the same file if it is not built as expected.
pub(super) fn compact(file: Vec<u8>) -> Vec<u8> {
    pack(&file).unwrap_or(file)
}

/// The file with all objects and its table in the open; the same file if it is not built as
/// expected.
pub(super) fn classic(file: Vec<u8>) -> Vec<u8> {
    open(&file).unwrap_or(file)
}

fn open(file: &[u8]) -> Option<Vec<u8>> {
    let parts = FileParts::read(file)?;
    let mut out = Vec::with_capacity(file.len());
    out.extend(file.get(..*parts.offsets.first()?)?);
    let mut places = Vec::with_capacity(parts.offsets.len());
    for index in 0..parts.offsets.len() {
        let (head, body) = parts.object(file, index)?;
        places.push(out.len());
        out.extend(head.as_bytes());
        if body.ends_with(b"endstream") {
            whole_stream(&mut out, body)?;
        } else {
            out.extend(body);
            out.extend(b"\nendobj\n");
        }
    }
    let at = out.len();
    let count = places.len() + 1;
    write!(out, "xref\n0 {count}\n0000000000 65535 f\r\n").ok()?;
    for place in places {
        write!(out, "{place:010} 00000 n\r\n").ok()?;
    }
    write!(out, "trailer\n<</Size {count}{}>>\n", parts.trailer.trim_end()).ok()?;
    write!(out, "startxref\n{at}\n%%EOF").ok()?;
    Some(out)
}

fn pack(file: &[u8]) -> Option<Vec<u8>> {
    let parts = FileParts::read(file)?;
    let first = *parts.offsets.first()?;
    let mut out = Vec::with_capacity(file.len());
    out.extend(file.get(..first)?);
    let mut places = vec![ObjectPlace::At(0); parts.offsets.len()];
    let mut small = Vec::new();
    for (index, place) in places.iter_mut().enumerate() {
        let (head, body) = parts.object(file, index)?;
        if body.ends_with(b"endstream") {
            *place = ObjectPlace::At(out.len());
            out.extend(head.as_bytes());
            whole_stream(&mut out, body)?;
        } else {
            small.push((index, body));
        }
    }
    for pack in small.chunks(PACK) {
        let stream = places.len() + 1;
        for (order, (index, _)) in pack.iter().enumerate() {
            places[*index] = ObjectPlace::In(stream, order);
        }
        places.push(ObjectPlace::At(out.len()));
        object_stream(&mut out, stream, pack)?;
    }
    places.push(ObjectPlace::At(out.len()));
    let at = out.len();
    table(&mut out, &places, parts.trailer)?;
    write!(out, "startxref\n{at}\n%%EOF").ok()?;
    Some(out)
}

/// What is needed of a file: offsets of the objects 1, 2, ... and the trailer's entries.
struct FileParts<'a> {
    offsets: Vec<usize>,
    table: usize,
    trailer: &'a str,
}

impl<'a> FileParts<'a> {
    /// Reads the plain table that krilla writes: one section, objects in the order of their
    /// numbers, none free but the first.
    fn read(file: &'a [u8]) -> Option<Self> {
        const TAIL: usize = 64;
        let tail = file.len().saturating_sub(TAIL);
        let tail = std::str::from_utf8(file.get(tail..)?).ok()?;
        let table = tail.split_once("startxref\n")?.1.lines().next()?.parse().ok()?;
        let text = std::str::from_utf8(file.get(table..)?).ok()?;
        let (entries, trailer) =
            text.strip_prefix("xref\n")?.split_once("trailer\n<<")?;
        let trailer = trailer.rsplit_once(">>")?.0;
        let mut lines = entries.lines();
        let count: usize = lines.next()?.strip_prefix("0 ")?.parse().ok()?;
        let offsets = lines
            .skip(1)
            .map(|line| line.strip_suffix(" 00000 n")?.parse().ok())
            .collect::<Option<Vec<usize>>>()?;
        let ordered = offsets.is_sorted() && offsets.len() + 1 == count;
        // What the trailer says of the table itself is written anew.
        let trailer = trailer.trim_start().strip_prefix("/Size ")?;
        let trailer = trailer.trim_start_matches(|c: char| c.is_ascii_digit());
        ordered.then_some(Self { offsets, table, trailer })
    }

    /// The line that begins an object, and what the object is.
    fn object<'f>(&self, file: &'f [u8], index: usize) -> Option<(String, &'f [u8])> {
        let start = *self.offsets.get(index)?;
        let end = self.offsets.get(index + 1).copied().unwrap_or(self.table);
        let head = format!("{} 0 obj\n", index + 1);
        let body = file.get(start..end)?.strip_prefix(head.as_bytes())?;
        let body = body.trim_ascii_end().strip_suffix(b"endobj")?.trim_ascii_end();
        Some((head, body))
    }
}

/// Writes objects as one stream: their numbers and offsets, then the objects.
fn object_stream(
    out: &mut Vec<u8>,
    number: usize,
    pack: &[(usize, &[u8])],
) -> Option<()> {
    let mut index = String::new();
    let mut bodies = Vec::new();
    for (object, body) in pack {
        use std::fmt::Write;
        write!(index, "{} {} ", object + 1, bodies.len()).ok()?;
        bodies.extend(*body);
        bodies.push(b'\n');
    }
    let (count, first) = (pack.len(), index.len());
    let mut content = index.into_bytes();
    content.append(&mut bodies);
    let entries = format!("/Type/ObjStm/N {count}/First {first}");
    stream(out, number, &entries, &content)
}

/// Writes the table of offsets as a stream, with the trailer's entries.
fn table(out: &mut Vec<u8>, places: &[ObjectPlace], trailer: &str) -> Option<()> {
    // Object 0 heads the list of free numbers.
    let mut rows = vec![0, 0, 0, 0, 0, 0xFF, 0xFF];
    for place in places {
        let (kind, number, index) = match *place {
            ObjectPlace::At(offset) => (1, offset, 0),
            ObjectPlace::In(stream, index) => (2, stream, index),
        };
        rows.push(kind);
        rows.extend(u32::try_from(number).ok()?.to_be_bytes());
        rows.extend(u16::try_from(index).ok()?.to_be_bytes());
    }
    let entries = format!("/Type/XRef/Size {}/W[1 4 2]{trailer}", places.len() + 1);
    stream(out, places.len(), &entries, &rows)
}

/// Writes a compressed stream.
fn stream(out: &mut Vec<u8>, number: usize, entries: &str, content: &[u8]) -> Option<()> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(6));
    encoder.write_all(content).ok()?;
    let bytes = encoder.finish().ok()?;
    let length = bytes.len();
    write!(out, "{number} 0 obj\n<<{entries}/Filter/FlateDecode/Length {length}>>\n")
        .ok()?;
    out.extend(b"stream\n");
    out.extend(&bytes);
    end_stream(out, &bytes);
    Some(())
}

/// Copies a stream object's body.
fn whole_stream(out: &mut Vec<u8>, body: &[u8]) -> Option<()> {
    let data = body.strip_suffix(b"endstream")?.strip_suffix(b"\n")?;
    out.extend(data);
    end_stream(out, data);
    Some(())
}

/// Ends a stream with a line's end that no reader can take for data or data for it: behind data
/// that ends in a carriage return, a lone line feed would look like half of a line's end.
fn end_stream(out: &mut Vec<u8>, data: &[u8]) {
    if data.ends_with(b"\r") {
        out.push(b'\r');
    }
    out.extend(b"\nendstream\nendobj\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_plain_file_stays_as_it_is() {
        for text in ["", "%PDF-1.7\nstartxref\n99\n%%EOF", "startxref\n0\n%%EOF"] {
            assert_eq!(compact(text.into()), text.as_bytes());
            assert_eq!(classic(text.into()), text.as_bytes());
        }
    }
}
