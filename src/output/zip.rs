//! All files of a build in one archive, the same bytes for the same files.

use crate::problem::OutputProblem;
use std::io::{Cursor, Write};
use std::path::Path;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::{Entry, write_whole};
use base::diag::{Both, Problems, Span};

/// Packs the files of a build into `naskah.zip` in the output folder.
pub fn zip(folder: &Path, files: &[Entry]) -> Problems {
    let mut problems = Problems::default();
    let fail = |why: Both| OutputProblem::CannotWrite {
        name: folder.join("naskah.zip").display().to_string(),
        why,
    };
    let packed = pack(folder, files).map_err(|e| fail(Both::io(&e)).into());
    if let Err(problem) =
        packed.and_then(|bytes| write_whole(&folder.join("naskah.zip"), &bytes))
    {
        problems.add(Span::None, problem);
    }
    problems
}

fn pack(folder: &Path, files: &[Entry]) -> std::io::Result<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    // PDF and DOCX are deflated inside already.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(zip::DateTime::default());
    for entry in files {
        writer.start_file(&entry.path, options)?;
        writer.write_all(&std::fs::read(folder.join(&entry.path))?)?;
    }
    Ok(writer.finish()?.into_inner())
}
