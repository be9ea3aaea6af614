//! The ZIP around the parts: fixed order, fixed date, no directory entries.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::DocxProblem;

/// One file of the package.
#[derive(Debug)]
pub(super) struct PackagePart {
    /// Its path in the package.
    pub(super) path: String,
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
    /// Packed by deflate; pictures already are.
    pub(super) deflate: bool,
}

impl PackagePart {
    /// A part of XML.
    pub(super) fn xml(path: impl Into<String>, text: String) -> Self {
        Self { path: path.into(), bytes: text.into_bytes(), deflate: true }
    }
}

/// Packs the parts in the order given.
pub(super) fn pack(parts: &[PackagePart]) -> Result<Vec<u8>, DocxProblem> {
    let total: usize = parts.iter().map(|p| p.bytes.len()).sum();
    let mut zip = ZipWriter::new(Cursor::new(Vec::with_capacity(total / 4 + 4096)));
    for part in parts {
        let problem =
            |reason: String| DocxProblem::Package { part: part.path.clone(), reason };
        // The date and the system must be said: another crate could switch on zip's clock, and the
        // same paper has the same bytes on every system.
        let options = SimpleFileOptions::default()
            .last_modified_time(DateTime::default())
            .system(System::Unix)
            .unix_permissions(0o644);
        let options = if part.deflate {
            options
                .compression_method(CompressionMethod::Deflated)
                .compression_level(Some(6))
        } else {
            options.compression_method(CompressionMethod::Stored)
        };
        zip.start_file(part.path.as_str(), options)
            .map_err(|e| problem(e.to_string()))?;
        zip.write_all(&part.bytes).map_err(|e| problem(e.to_string()))?;
    }
    let whole = |e: zip::result::ZipError| DocxProblem::Package {
        part: String::new(),
        reason: e.to_string(),
    };
    Ok(zip.finish().map_err(whole)?.into_inner())
}
