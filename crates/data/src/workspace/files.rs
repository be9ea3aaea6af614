//! Finding and reading files of the workspace, in an order that never depends on the disk.

use crate::problem::FileProblem;
use std::ops::Range;

use crate::files::{EntryKind, FilePath, Files, MOST_FOLDERS, NamedFile};
use base::diag::{AnyProblem, Both, Problems, counted};
use base::source::Span;

/// The largest text that is read, in bytes: a register of letters of a hundred years.
const LARGEST_TEXT: usize = 4 << 20;

/// The largest CSV.
const LARGEST_LIST: usize = 64 << 20;

/// Parts (`[opd]`, `[[opd]]`, `{ … }`) of one TOML, and its values: more than a text of an
/// office has, and few enough that each may be wrong.
const MOST: (usize, usize) = (50_000, 200_000);

/// A text file that cannot be used.
pub(crate) struct Unread {
    /// Why.
    pub(crate) problem: AnyProblem,
    /// What of it can be shown, and the bytes of that which are no UTF-8.
    pub(super) shown: Option<(String, Range<usize>)>,
}

/// A UTF-8 text file, without the byte order mark that Windows editors write.
pub(crate) fn read_text(
    files: &dyn Files,
    path: &FilePath,
) -> Result<String, Box<Unread>> {
    read_named(files, &path.into())
}

/// The same of a file that messages may call otherwise.
pub(crate) fn read_named(
    files: &dyn Files,
    name: &NamedFile,
) -> Result<String, Box<Unread>> {
    let bytes = files.read(name).map_err(|error| {
        let missing = error.kind() == std::io::ErrorKind::NotFound;
        let problem = if missing && files.kind(name).is_some() {
            // A file made in the place of the link would be a second register beside the shared one.
            let why = Both::new("tujuan tautannya tidak ada", "its link leads nowhere");
            FileProblem::CannotRead { name: name.into(), why }
        } else if missing {
            FileProblem::FileMissing { name: name.into() }
        } else {
            FileProblem::CannotRead { name: name.into(), why: Both::io(&error) }
        };
        Box::new(Unread { problem: problem.into(), shown: None })
    })?;
    let too_large = || {
        let why = Both::io(&std::io::ErrorKind::FileTooLarge.into());
        let problem = FileProblem::CannotRead { name: name.into(), why };
        Box::new(Unread { problem: problem.into(), shown: None })
    };
    let list = name.ends_in(&["csv"]);
    if bytes.len() > if list { LARGEST_LIST } else { LARGEST_TEXT } {
        return Err(too_large());
    }
    if let Some(problem) = another_form(files, name, &bytes) {
        return Err(Box::new(Unread { problem: problem.into(), shown: None }));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let range = at..at + char::REPLACEMENT_CHARACTER.len_utf8();
        Box::new(Unread {
            problem: FileProblem::NotUtf8 {
                name: name.into(),
                seems: windows(error.as_bytes()),
            }
            .into(),
            shown: Some((String::from_utf8_lossy(error.as_bytes()).into_owned(), range)),
        })
    })?;
    if name.ends_in(&["toml"]) && holds_too_much(&text) {
        return Err(too_large());
    }
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// Whether a TOML has more in it than is read: what is wrong with each part of it is told.
fn holds_too_much(text: &str) -> bool {
    let count = |sign: u8| text.bytes().filter(|byte| *byte == sign).count();
    let heads = text.lines().filter(|line| line.trim_start().starts_with('['));
    let parts = heads.count() + count(b'{');
    parts > MOST.0 || parts + count(b'=') + count(b',') > MOST.1
}

/// What a text seems to be that is no UTF-8: Windows-1252, with how much of it shows that. One
/// that holds letters of UTF-8 as well is neither.
fn windows(bytes: &[u8]) -> Both {
    const UNUSED: [u8; 5] = [0x81, 0x8d, 0x8f, 0x90, 0x9d];
    let lines: Vec<&[u8]> =
        bytes.split(|b| *b == b'\n').filter(|l| !l.is_ascii()).collect();
    let utf8 = lines.iter().any(|line| std::str::from_utf8(line).is_ok());
    let Some(first) = lines.first().filter(|_| !utf8 && !bytes.contains(&0)) else {
        return Both::same("");
    };
    if bytes.iter().any(|b| UNUSED.contains(b)) {
        return Both::same("");
    }
    let text: String = first.iter().map(|b| bahasa::damage::windows_letter(*b)).collect();
    let words = text.split([';', ',', '\t', '"', '=', '\r']);
    let word = words.map(str::trim).find(|word| !word.is_ascii()).unwrap_or_default();
    let count = lines.len();
    Both::new(
        format!("Windows-1252 (ANSI): {count} baris, misalnya `{word}`"),
        format!("Windows-1252 (ANSI): {}, such as `{word}`", counted(count, "line")),
    )
}

/// What a file is whose name says that it is a text: its bytes would only fill the screen.
fn another_form(
    files: &dyn Files,
    name: &NamedFile,
    bytes: &[u8],
) -> Option<FileProblem> {
    const PAGE: (&[u8], &str, &str, &str) =
        (b"<", "halaman web (HTML)", "a web page (HTML)", "html");
    const FORMS: [(&[u8], &str, &str, &str); 5] = [
        (b"PK\x03\x04", "buku kerja Excel", "an Excel workbook", "xlsx"),
        (
            b"\xd0\xcf\x11\xe0",
            "buku kerja Excel lama (.xls)",
            "an old workbook (.xls)",
            "",
        ),
        (b"%PDF", "PDF", "a PDF", ""),
        (b"\xff\xfe", "teks UTF-16", "UTF-16 text", ""),
        (b"\xfe\xff", "teks UTF-16", "UTF-16 text", ""),
    ];
    // Without its mark UTF-16 is told by the half of its bytes that is empty.
    let wide = bytes.len() > 3 && bytes.split(|b| *b == 0).count() * 3 > bytes.len();
    let is_csv = FilePath::from(String::from(name)).ends_in(&["csv"]);
    let page = (is_csv && is_page(bytes)).then_some(&PAGE);
    let found = FORMS.iter().find(|(start, ..)| bytes.starts_with(start)).or(page);
    let (_, id, en, ending) = found.or_else(|| FORMS.last().filter(|_| wide))?;
    let renamed = match *ending {
        "" => NamedFile::from(&FilePath::HERE),
        ending => name.beside(&format!("{}.{ending}", name.stem())),
    };
    let there = if files.is_file(&renamed) { (&renamed).into() } else { String::new() };
    let (name, really) = (name.into(), Both::new(*id, *en));
    let renamed = renamed.into();
    Some(FileProblem::NotItsEnding { name, really, renamed, there })
}

/// Whether a text is a table that a web program wrote out under another name.
fn is_page(bytes: &[u8]) -> bool {
    const READ: usize = 400;
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(READ)]).to_lowercase();
    let head = head.trim_start_matches('\u{feff}').trim_start();
    let starts = ["<html", "<!doctype", "<table", "<?xml", "<meta", "<style", "<div"];
    starts.iter().any(|start| head.starts_with(start))
}

/// A file that is there and holds the same list as one of that name would.
pub(super) fn of_one_stem(files: &dyn Files, name: &FilePath) -> Option<FilePath> {
    let stem = name.stem();
    let all = ["toml", "csv", "xlsx", "ods"];
    let all = all.map(|ending| name.beside(format!("{stem}.{ending}")));
    all.into_iter().find(|name| files.is_file(name))
}

/// Endings of the files that are read; a folder that bears one was meant to be such a file.
const NAMED_AS_FILES: [&str; 7] = ["toml", "csv", "xlsx", "ods", "md", "ttf", "otf"];

/// Files directly in `folder`, as paths from the root, sorted; none if it is absent.
/// Names that begin with a dot or `~` (lock files of office programs) are passed over.
pub(super) fn list(
    files: &dyn Files,
    folder: &FilePath,
    problems: &mut Problems,
) -> Vec<FilePath> {
    entries(files, folder, problems)
        .into_iter()
        .filter(|(_, kind)| *kind == EntryKind::File)
        .map(|(path, _)| path)
        .collect()
}

/// Files anywhere under `folder`.
pub fn tree(
    files: &dyn Files,
    folder: &FilePath,
    problems: &mut Problems,
) -> Vec<FilePath> {
    let (mut found, mut folders) = (Vec::new(), 0);
    below(files, folder, &mut folders, problems, &mut found);
    if folders > MOST_FOLDERS {
        let why = Both::new(
            format!("lebih dari {MOST_FOLDERS} folder di dalamnya"),
            format!("there are more than {MOST_FOLDERS} folders in it"),
        );
        problems.add(Span::None, FileProblem::CannotRead { name: folder.into(), why });
    }
    found
}

fn below(
    files: &dyn Files,
    folder: &FilePath,
    folders: &mut usize,
    problems: &mut Problems,
    found: &mut Vec<FilePath>,
) {
    *folders += 1;
    if *folders > MOST_FOLDERS {
        return;
    }
    for (path, kind) in entries(files, folder, problems) {
        match kind {
            EntryKind::Folder => below(files, &path, folders, problems, found),
            EntryKind::File => found.push(path),
        }
    }
}

fn entries(
    files: &dyn Files,
    folder: &FilePath,
    problems: &mut Problems,
) -> Vec<(FilePath, EntryKind)> {
    let mut cannot_read = |path: &FilePath, error: &std::io::Error| {
        let (name, why) = (path.into(), Both::io(error));
        problems.add(Span::None, FileProblem::CannotRead { name, why });
    };
    match files.kind(folder) {
        None => return Vec::new(),
        // A link to a share that is not there is no folder that nobody has.
        Some(EntryKind::File) => {
            cannot_read(folder, &std::io::ErrorKind::NotADirectory.into());
            return Vec::new();
        }
        Some(EntryKind::Folder) => {}
    }
    let read = files.list(folder).unwrap_or_else(|error| {
        cannot_read(folder, &error);
        Vec::new()
    });
    let mut found = Vec::new();
    for entry in read.into_iter().filter(|entry| !entry.name.starts_with(['.', '~'])) {
        let path = folder.join(&entry.name);
        if entry.kind == EntryKind::Folder && path.ends_in(&NAMED_AS_FILES) {
            // Who looks for it finds its name, and what it holds is read by nobody.
            cannot_read(&path, &std::io::ErrorKind::IsADirectory.into());
        } else {
            found.push((path, entry.kind));
        }
    }
    found
}
