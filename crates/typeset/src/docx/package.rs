//! The ZIP around the parts: fixed order, fixed date, no directory entries.

use std::io::{Cursor, Write};
use std::sync::Arc;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use crate::document::ImageData;

use super::DocxProblem;

/// One file of the package.
#[derive(Debug)]
pub(super) struct PackagePart {
    /// Its path in the package.
    pub(super) path: String,
    /// What it holds.
    content: Content,
}

/// What a part holds.
#[derive(Debug)]
enum Content {
    /// XML, to be packed by deflate.
    Xml(String),
    /// A picture, which is packed already. The document has it too, and a copy of every picture
    /// of a paper is more than the rest of it.
    Picture(Arc<ImageData>),
}

impl PackagePart {
    /// A part of XML.
    pub(super) fn xml(path: impl Into<String>, text: String) -> Self {
        Self { path: path.into(), content: Content::Xml(text) }
    }

    /// A picture as it is.
    pub(super) fn picture(path: String, data: Arc<ImageData>) -> Self {
        Self { path, content: Content::Picture(data) }
    }

    fn bytes(&self) -> &[u8] {
        match &self.content {
            Content::Xml(text) => text.as_bytes(),
            Content::Picture(data) => &data.bytes,
        }
    }

    /// About how much room it takes once it is packed.
    fn room(&self) -> usize {
        /// Its heads, and its path in both of them.
        const HEADS: usize = 128;
        let content = match &self.content {
            Content::Xml(text) => text.len() / 4,
            Content::Picture(data) => data.bytes.len(),
        };
        HEADS + 2 * self.path.len() + content
    }
}

/// Packs the parts in the order given; each is gone as soon as it is packed.
pub(super) fn pack(parts: Vec<PackagePart>) -> Result<Vec<u8>, DocxProblem> {
    let total: usize = parts.iter().map(PackagePart::room).sum();
    let mut zip = ZipWriter::new(Cursor::new(Vec::with_capacity(total)));
    for part in parts {
        let problem =
            |reason: String| DocxProblem::Package { part: part.path.clone(), reason };
        // The date and the system must be said: another crate could switch on zip's clock, and the
        // same paper has the same bytes on every system.
        let options = SimpleFileOptions::default()
            .last_modified_time(DateTime::default())
            .system(System::Unix)
            .unix_permissions(0o644);
        let options = match part.content {
            Content::Xml(_) => options
                .compression_method(CompressionMethod::Deflated)
                .compression_level(Some(6)),
            Content::Picture(_) => options.compression_method(CompressionMethod::Stored),
        };
        zip.start_file(part.path.as_str(), options)
            .map_err(|e| problem(e.to_string()))?;
        zip.write_all(part.bytes()).map_err(|e| problem(e.to_string()))?;
    }
    let whole = |e: zip::result::ZipError| DocxProblem::Package {
        part: String::new(),
        reason: e.to_string(),
    };
    Ok(zip.finish().map_err(whole)?.into_inner())
}
