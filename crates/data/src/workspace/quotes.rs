//! Quotes of a CSV that were opened and not closed: what follows would become part of one cell,
//! and its rows would be gone without a word.

use crate::problem::FileProblem;
use base::diag::{Both, counted};
use std::collections::BTreeMap;

/// A quote that nothing closes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Unclosed {
    /// Its byte.
    pub at: usize,
    /// Its line and its column, from 1.
    pub cell: (usize, usize),
    /// Lines below it that it would take along.
    pub lines: usize,
}

impl From<Unclosed> for FileProblem {
    fn from(found: Unclosed) -> Self {
        let (line, column) = found.cell;
        let taken = match found.lines {
            0 => Both::same(""),
            n => Both::new(
                format!("; {n} baris di bawahnya akan ikut menjadi isi sel itu"),
                format!("; {} below it would be part of the cell", counted(n, "line")),
            ),
        };
        Self::UnclosedQuote { line, column, taken }
    }
}

/// The quotes of a text that were not closed, and the text with a blank for each: every other
/// byte stays where it is.
pub(crate) fn unclosed(text: &str, separator: u8) -> (Vec<Unclosed>, String) {
    let mut bytes = text.as_bytes().to_vec();
    let width = width(text, separator);
    let mut scan = Scan { separator, width, at: 0, line: 1, column: 1 };
    let mut found = Vec::new();
    while let Some(one) = scan.next(&bytes) {
        bytes[one.at] = b' ';
        // What it took is read again as the rows that it is.
        (scan.at, scan.line, scan.column) = (one.at + 1, one.cell.0, one.cell.1);
        found.push(one);
    }
    // A quote is one byte, and so is the blank.
    (found, String::from_utf8(bytes).unwrap_or_default())
}

/// Lines that tell how many cells a row has.
const TELLING: usize = 20;

/// How many separators most rows have; a title above them, or `sep=;`, has others.
fn width(text: &str, separator: u8) -> usize {
    let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()).take(TELLING) {
        *widths.entry(separators(line.as_bytes(), separator)).or_default() += 1;
    }
    let most = widths.into_iter().filter(|(width, _)| *width > 0);
    most.max_by_key(|(_, lines)| *lines).map_or(0, |(width, _)| width)
}

fn separators(line: &[u8], separator: u8) -> usize {
    line.iter().map(|byte| usize::from(*byte == separator)).sum()
}

/// Where the reading of cells is.
struct Scan {
    separator: u8,
    /// Separators in the head row.
    width: usize,
    at: usize,
    line: usize,
    column: usize,
}

impl Scan {
    /// The next quote that is not closed.
    fn next(&mut self, bytes: &[u8]) -> Option<Unclosed> {
        let mut starts = self.at == 0 || bytes[self.at - 1] != b' ';
        while let Some(byte) = bytes.get(self.at) {
            if starts && *byte == b'"' {
                let (end, whole) = self.closing(bytes);
                let inside = &bytes[self.at..end];
                let lines = inside.split(|b| *b == b'\n').count() - 1;
                let torn = || {
                    self.is_torn(inside, bytes.get(end + 1)) || self.is_pair(bytes, end)
                };
                if !whole || lines > 0 && torn() {
                    let cell = (self.line, self.column);
                    return Some(Unclosed { at: self.at, cell, lines });
                }
                self.line += lines;
                self.at = end;
            } else if *byte == self.separator {
                self.column += 1;
            } else if *byte == b'\n' {
                (self.line, self.column) = (self.line + 1, 1);
            }
            starts = *byte == self.separator || *byte == b'\n' || *byte == b'\r';
            self.at += 1;
        }
        None
    }

    /// The byte of the quote that closes the one here, and whether there is one.
    fn closing(&self, bytes: &[u8]) -> (usize, bool) {
        let mut at = self.at + 1;
        while let Some(byte) = bytes.get(at) {
            match byte {
                b'"' if bytes.get(at + 1) == Some(&b'"') => at += 2,
                b'"' => return (at, true),
                _ => at += 1,
            }
        }
        (bytes.len(), false)
    }

    /// Whether the lines with the opening and the closing quote are rows by themselves: each quote
    /// belongs to another cell.
    fn is_pair(&self, bytes: &[u8], end: usize) -> bool {
        let of_line = |at: usize| {
            let start =
                bytes[..at].iter().rposition(|b| *b == b'\n').map_or(0, |n| n + 1);
            let rest = &bytes[at..];
            let stop =
                rest.iter().position(|b| *b == b'\n').map_or(bytes.len(), |n| at + n);
            separators(&bytes[start..stop], self.separator)
        };
        self.width > 1 && of_line(self.at) == self.width && of_line(end) == self.width
    }

    /// Whether a cell of several lines is rows that a quote took: text stands behind its end, or
    /// a line of it has the cells of a row.
    fn is_torn(&self, inside: &[u8], behind: Option<&u8>) -> bool {
        let ends = |b: &u8| [self.separator, b'\n', b'\r', b' '].contains(b);
        let count = |line: &[u8]| separators(line, self.separator);
        let mut lines = inside.split(|b| *b == b'\n').skip(1);
        behind.is_some_and(|b| !ends(b))
            || self.width > 1 && lines.any(|line| count(line) >= self.width)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<(usize, usize)> {
        unclosed(text, b',').0.into_iter().map(|found| found.cell).collect()
    }

    #[test]
    fn a_quote_that_takes_rows_is_found_at_its_cell() {
        for (text, wanted) in [
            ("a,b,c\n1,2,3\n", vec![]),
            ("a,b,c\n1,2,\"tenaga kurang\n4,5,6\n", vec![(2, 3)]),
            ("a,b,c\n1,2,\"tenaga kurang", vec![(2, 3)]),
            // Closed by the opening quote of another row.
            ("a,b,c\n1,2,\"kurang\n4,5,6\n7,8,\"S.E., M.M.\"\n9,9,9\n", vec![(2, 3)]),
            ("a,b,c\n1,\"x,3\n4,\"y,6\n7,8,9\n", vec![(2, 2), (3, 2)]),
            // Honest cells: of several lines, with separators, with quotes, with inches.
            ("a,b,c\n1,2,\"satu\ndua, tiga\"\n4,5,6\n", vec![]),
            ("a,b,c\n1,2,\"kata \"\"ya\"\"\"\r\n4,layar 5\",6\n", vec![]),
            ("\"a\",\"b\"\n\"x\ny\",\"z\"\n", vec![]),
            ("nama\n\"Budi\nSiti\n\"Ani\"\n", vec![(2, 1)]),
            // Below a title, and closed by the sign of an inch at the end of a row.
            ("Daftar\n\na,b,c\n1,2,\"x\n4,5,6\n7,8,9\"\n1,1,1\n", vec![(4, 3)]),
            ("Rapat, di sini\na,b,c\n1,2,\"x\n4,5,6\n7,8,9\"\n", vec![(3, 3)]),
            // Two stray quotes make one cell of two rows, with as many cells as a row has.
            ("a,b,c,d\n1,\"x,y,z\n2,w\",v,u\n3,t,s,r\n", vec![(2, 2)]),
        ] {
            assert_eq!(cells(text), wanted, "{text}");
        }
    }

    #[test]
    fn the_rest_stays_in_its_place() {
        let text = "a;b;c\n1;2;\"é\n3;4;5\n";
        let (found, mended) = unclosed(text, b';');
        assert_eq!(found, [Unclosed { at: 10, cell: (2, 3), lines: 2 }]);
        assert_eq!(mended, "a;b;c\n1;2; é\n3;4;5\n");
    }
}
