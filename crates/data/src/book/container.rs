//! What a file that is called a workbook really is, before anything reads it as one.

use crate::files::NamedFile;
use crate::problem::SheetProblem;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use base::diag::{AnyProblem, Both};

/// The two kinds of workbooks that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Container {
    Xlsx,
    Ods,
}

/// The largest workbook that is opened, unpacked, in bytes. An office list is a thousandth of it.
const LARGEST: u64 = 256 << 20;

/// The container around the old `.xls` and around any workbook with a password.
const COMPOUND: [u8; 4] = [0xd0, 0xcf, 0x11, 0xe0];

/// The kind of a workbook by what it holds; anything else is a problem that says what it is.
pub(super) fn kind(bytes: &[u8], name: &NamedFile) -> Result<Container, AnyProblem> {
    if bytes.starts_with(&COMPOUND) {
        let name = name.into();
        // The names of the streams in it, as it writes them.
        let old = ["Workbook", "Book"].iter().any(|stream| has_utf16(bytes, stream));
        return Err(if old && !has_utf16(bytes, "EncryptedPackage") {
            SheetProblem::OldWorkbook { name }.into()
        } else {
            SheetProblem::SheetLocked { name }.into()
        });
    }
    let Ok(mut zip) = ZipArchive::new(Cursor::new(bytes)) else {
        return Err(not_zipped(bytes, name));
    };
    let damaged = || unreadable(name, "isinya rusak", "its contents are damaged");
    let mut left = LARGEST;
    let mut kind = Container::Xlsx;
    for n in 0..zip.len() {
        let mut entry = zip.by_index(n).map_err(|_| damaged())?;
        if entry.name().is_ok_and(|name| name == "mimetype") {
            let mut kept = String::new();
            let read = entry.by_ref().take(100).read_to_string(&mut kept);
            if read.is_ok() && kept.starts_with("application/vnd.oasis.opendocument") {
                kind = Container::Ods;
            }
        }
        // Unpacked for real: what the archive says about its sizes may be a lie.
        let sheet = entry.name().is_ok_and(|name| name.contains("worksheets/"));
        let Unpacked { size: read, promised, nowhere } =
            unpacked(entry.by_ref().take(left + 1)).map_err(|_| damaged())?;
        if sheet && nowhere {
            return Err(unreadable(
                name,
                "ada sel di luar batas lembar",
                "it has a cell outside of any sheet",
            ));
        }
        if promised > read {
            return Err(unreadable(
                name,
                "jumlah isi yang tertulis di dalamnya tidak mungkin benar",
                "the number of its texts that it tells cannot be true",
            ));
        }
        left = left.checked_sub(read).ok_or_else(|| too_big(name))?;
    }
    Ok(kind)
}

/// What is seen of a part while it is unpacked.
#[derive(Default)]
struct Unpacked {
    /// Its size in bytes.
    size: u64,
    /// How many texts it says that it has: its reader takes room for them at once.
    promised: u64,
    /// Whether it names a cell that no sheet has: its reader counts with the letters.
    nowhere: bool,
}

fn unpacked(mut part: impl Read) -> std::io::Result<Unpacked> {
    let (mut seen, mut kept) = (Unpacked::default(), 0);
    let mut bytes = vec![0; 1 << 16];
    loop {
        let read = part.read(&mut bytes[kept..])?;
        if read == 0 {
            return Ok(seen);
        }
        let piece = &bytes[..kept + read];
        seen.size += read as u64;
        seen.promised = seen.promised.max(promised(piece));
        seen.nowhere |= names_nowhere(piece);
        // A number may lie across two pieces.
        let from = (kept + read).saturating_sub(ACROSS);
        bytes.copy_within(from..kept + read, 0);
        kept = kept + read - from;
    }
}

/// Bytes of a piece that are looked at again with the next one.
const ACROSS: usize = 128;

/// The largest number of texts that is told in a piece of a part.
fn promised(piece: &[u8]) -> u64 {
    const NAME: &[u8] = b"uniqueCount";
    let found = piece.windows(NAME.len()).enumerate().filter(|(_, w)| *w == NAME);
    let number = |(at, _)| {
        let value = piece[at + NAME.len()..].iter().map(|b| char::from(*b));
        let digits: String = value
            .skip_while(|c| c.is_whitespace() || "='\"+".contains(*c))
            .take_while(char::is_ascii_digit)
            .collect();
        // More digits than a number has are more than any file holds.
        if digits.is_empty() { 0 } else { digits.parse().unwrap_or(u64::MAX) }
    };
    found.map(number).max().unwrap_or(0)
}

/// Whether a piece of a sheet names a cell with more letters or digits than any has.
fn names_nowhere(piece: &[u8]) -> bool {
    const LETTERS: usize = 3;
    const DIGITS: usize = 7;
    let named = |name: &'static [u8]| {
        let found =
            piece.windows(name.len()).enumerate().filter(move |(_, w)| *w == name);
        found.map(move |(at, _)| &piece[at + name.len()..])
    };
    let beyond = |value: &[u8]| {
        let Some((quote @ (b'"' | b'\''), value)) = value.split_first() else {
            return false;
        };
        let value = value.split(|b| b == quote).next().unwrap_or_default();
        value.split(|b| b": ".contains(b)).any(|cell| {
            let letters = cell.iter().filter(|b| b.is_ascii_alphabetic()).count();
            let digits = cell.iter().filter(|b| b.is_ascii_digit()).count();
            letters > LETTERS || digits > DIGITS
        })
    };
    named(b" r=").chain(named(b" ref=")).any(beyond)
}

fn has_utf16(bytes: &[u8], text: &str) -> bool {
    let wanted: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    // The name is followed by its end: "Book" is no part of "Bookmarks".
    let wanted = [wanted.as_slice(), &[0, 0]].concat();
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

fn not_zipped(bytes: &[u8], name: &NamedFile) -> AnyProblem {
    if bytes.starts_with(b"PK") {
        return unreadable(
            name,
            "berkasnya terpotong atau rusak; mintalah salinan baru dari pengirimnya",
            "it is cut short or damaged; ask its sender for a new copy",
        );
    }
    let text = std::str::from_utf8(bytes).ok().filter(|t| !t.contains('\0'));
    match text.map(|t| t.trim_start_matches('\u{feff}').trim_start()) {
        Some("") => stepped(
            name,
            Both::new("berkasnya kosong", "it is empty"),
            Both::new(
                "mintalah salinan yang berisi, atau pindahkan berkas ini ke luar folder",
                "ask for a copy that holds something, or move this one out of the folder",
            ),
        ),
        Some(t) if t.starts_with('<') => stepped(
            name,
            Both::new(
                "isinya halaman web (HTML/XML) yang diberi nama lembar sebar",
                "it is a web page (HTML/XML) under the name of a workbook",
            ),
            Both::new(
                "ganti akhirannya menjadi .html, buka dengan Excel atau LibreOffice, lalu simpan sebagai .xlsx",
                "change its ending to .html, open it in Excel or LibreOffice, and save it as .xlsx",
            ),
        ),
        Some(_) => {
            let csv = String::from(&name.beside(&format!("{}.csv", name.stem())));
            stepped(
                name,
                Both::new(
                    "isinya teks biasa, mungkin CSV yang diberi nama lembar sebar",
                    "it is plain text, perhaps a CSV under the name of a workbook",
                ),
                Both::new(
                    format!(
                        "ganti namanya menjadi `{csv}`, atau mintalah buku kerja yang sebenarnya"
                    ),
                    format!("rename it to `{csv}`, or ask for the workbook itself"),
                ),
            )
        }
        None => unreadable(name, "bukan berkas lembar sebar", "it is no workbook"),
    }
}

/// A workbook that cannot be read.
pub(super) fn unreadable(
    name: &NamedFile,
    id: &'static str,
    en: &'static str,
) -> AnyProblem {
    let again = Both::new(
        "buka berkas itu dengan Excel atau LibreOffice, lalu simpan ulang sebagai .xlsx atau .ods",
        "open it in Excel or LibreOffice and save it again as .xlsx or .ods",
    );
    stepped(name, Both::new(id, en), again)
}

fn stepped(name: &NamedFile, why: Both, step: Both) -> AnyProblem {
    SheetProblem::SheetUnreadable { name: name.into(), why, step }.into()
}

/// A workbook with more in it than an office types.
pub(super) fn too_big(name: &NamedFile) -> AnyProblem {
    unreadable(name, "isinya terlalu besar", "it holds too much")
}
