//! What a file that is called a workbook really is, before anything reads it as one.

use crate::files::NamedFile;
use crate::problem::SheetProblem;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::parts::{Flaw, PartsSeen};
use base::diag::{AnyProblem, Both};

/// The two kinds of workbooks that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Container {
    Xlsx,
    Ods,
}

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
    if let Some(part) = part_twice(bytes, zip.central_directory_start()) {
        return Err(told(&Flaw::PartTwice { part }, name));
    }
    let mut seen = PartsSeen::new();
    let mut kind = Container::Xlsx;
    for n in 0..zip.len() {
        let mut entry = zip.by_index(n).map_err(|_| damaged())?;
        let part = entry.name().map(Cow::into_owned).unwrap_or_default();
        if part == "mimetype" {
            let mut kept = String::new();
            let read = entry.by_ref().take(100).read_to_string(&mut kept);
            if read.is_ok() && kept.starts_with("application/vnd.oasis.opendocument") {
                kind = Container::Ods;
            }
        }
        seen.look(&part, entry).map_err(|flaw| told(&flaw, name))?;
    }
    // Under a password the parts of an ODS are no XML, which its reader tells.
    if seen.veiled && kind == Container::Xlsx { Err(damaged()) } else { Ok(kind) }
}

fn told(flaw: &Flaw, name: &NamedFile) -> AnyProblem {
    let ask = Both::new(
        "mintalah salinan baru dari pengirimnya",
        "ask its sender for a new copy",
    );
    match flaw {
        Flaw::Damaged => unreadable(name, "isinya rusak", "its contents are damaged"),
        Flaw::Cut { part } => stepped(
            name,
            Both::new(
                format!("isinya terpotong (bagian `{part}` tidak selesai)"),
                format!("it is cut short (its part `{part}` does not end)"),
            ),
            ask,
        ),
        Flaw::TooBig => too_big(name),
        Flaw::Nowhere { cell } => stepped(
            name,
            Both::new(
                format!("ada sel di luar batas lembar: `{cell}`"),
                format!("it has a cell outside of any sheet: `{cell}`"),
            ),
            ask,
        ),
        Flaw::Promised => unreadable(
            name,
            "jumlah isi yang tertulis di dalamnya tidak mungkin benar",
            "the number of its texts that it tells cannot be true",
        ),
        Flaw::SheetTwice => unreadable(
            name,
            "dua lembarnya menunjuk isi yang sama",
            "two of its sheets are one part of it",
        ),
        Flaw::PartTwice { part } => stepped(
            name,
            Both::new(
                format!("bagian `{part}` ada dua di dalamnya"),
                format!("it has two parts named `{part}`"),
            ),
            ask,
        ),
    }
}

/// The part that an archive lists twice, as those tell names apart who read it: letters large or
/// small, separators of either kind. Whoever opens the archive keeps the last of them alone, so
/// that its list is read here.
fn part_twice(bytes: &[u8], start: u64) -> Option<String> {
    /// How an entry of the list begins, and how long it is without its texts.
    const ENTRY: (&[u8], usize) = (b"PK\x01\x02", 46);
    let number = |head: &[u8], at: usize| {
        let number = head.get(at..at + 2)?;
        Some(usize::from(u16::from_le_bytes([number[0], number[1]])))
    };
    let mut names = BTreeSet::new();
    let mut rest = bytes.get(usize::try_from(start).ok()?..)?;
    while rest.starts_with(ENTRY.0) {
        let (head, texts) = rest.split_at_checked(ENTRY.1)?;
        let [name, extra, comment] = [28, 30, 32].map(|at| number(head, at));
        let (name, after) = texts.split_at_checked(name?)?;
        let shown = String::from_utf8_lossy(name).replace('\\', "/");
        if !names.insert(shown.to_ascii_lowercase()) {
            return Some(shown);
        }
        rest = after.get(extra? + comment?..)?;
    }
    None
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
    stepped(
        name,
        Both::new(
            "isinya terlalu banyak untuk satu daftar (sel kosong yang diberi garis atau format ikut dihitung)",
            "it holds too much for a list (empty cells with borders or formats count, too)",
        ),
        Both::new(
            "hapus baris dan kolom kosong di bawah dan di kanan daftar, atau salin daftarnya saja ke buku kerja baru, lalu simpan",
            "delete the empty rows and columns below and beside the list, or copy the list alone into a new workbook, and save it",
        ),
    )
}
