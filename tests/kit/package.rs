//! The parts of DOCX, XLSX and ODS, which are ZIP packages.

use std::io::{Cursor, Read, Write};
use std::path::Path;

/// Every part of a package, in its order.
pub(crate) fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|n| {
            let mut file = zip.by_index(n).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

/// One part of a file, as text.
pub(crate) fn part(file: &Path, name: &str) -> String {
    let parts = parts(&std::fs::read(file).unwrap());
    let found = parts.into_iter().find(|(part, _)| part == name);
    let (_, bytes) = found.unwrap_or_else(|| panic!("{}: no {name}", file.display()));
    String::from_utf8(bytes).unwrap()
}

/// Writes a package of these parts.
pub(crate) fn pack(file: &Path, parts: &[(String, Vec<u8>)]) {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    std::fs::write(file, zip.finish().unwrap().into_inner()).unwrap();
}
