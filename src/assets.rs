//! Pictures of the workspace, read and checked once.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use crate::diag::{Both, Problem, Problems, Span};
use crate::document::ImageData;
use crate::source::SourceMap;

/// All PNG and JPEG files under `aset/`, by path with `/`. Files that are no whole picture are
/// reported.
pub(crate) fn load(
    root: &Path,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> BTreeMap<String, Arc<ImageData>> {
    let mut images = BTreeMap::new();
    for path in crate::workspace::files_under(root, "aset", problems) {
        let lower = path.to_lowercase();
        if ![".png", ".jpg", ".jpeg"].iter().any(|e| lower.ends_with(e)) {
            continue;
        }
        let bytes = match std::fs::read(root.join(&path)) {
            Ok(bytes) => bytes,
            Err(error) => {
                let place = Span::File(sources.add(path.clone(), ""));
                let why = Both::io(&error);
                problems.add(place, Problem::CannotRead { name: path, why });
                continue;
            }
        };
        match parse(bytes) {
            Ok(image) => {
                images.insert(path, Arc::new(image));
            }
            Err(detail) => {
                let place = Span::File(sources.add(path.clone(), ""));
                let detail = Both::new(detail.0, detail.1);
                problems.add(place, Problem::BadImage { name: path, detail });
            }
        }
    }
    images
}

/// Why a file is no picture, in both languages.
type Why = (&'static str, &'static str);

/// Reads the size from the header and looks that the file is whole.
fn parse(bytes: Vec<u8>) -> Result<ImageData, Why> {
    let png = bytes.starts_with(b"\x89PNG\r\n\x1a\n");
    let size = if png { png_size(&bytes)? } else { jpeg_size(&bytes)? };
    if size.0 == 0 || size.1 == 0 || size.0 > 20_000 || size.1 > 20_000 {
        return Err(("ukurannya tidak masuk akal", "its size makes no sense"));
    }
    Ok(ImageData { png, bytes, width: size.0, height: size.1 })
}

fn png_size(bytes: &[u8]) -> Result<(u32, u32), Why> {
    let number = |at: usize| -> Option<u32> {
        Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
    };
    let whole = bytes.windows(4).rev().take(32).any(|w| w == b"IEND");
    match (number(16), number(20)) {
        (Some(width), Some(height)) if whole => Ok((width, height)),
        _ => Err(("berkas PNG terpotong", "the PNG is cut off")),
    }
}

/// Walks the segments of a JPEG to its frame header.
fn jpeg_size(bytes: &[u8]) -> Result<(u32, u32), Why> {
    const CUT: Why = ("berkas JPEG terpotong", "the JPEG is cut off");
    if !bytes.starts_with(&[0xFF, 0xD8]) {
        return Err(("isinya bukan PNG dan bukan JPEG", "it is neither PNG nor JPEG"));
    }
    let tail = &bytes[bytes.len().saturating_sub(64)..];
    if !tail.windows(2).any(|w| w == [0xFF, 0xD9]) {
        return Err(CUT);
    }
    let mut at = 2;
    loop {
        let marker = *bytes.get(at + 1).ok_or(CUT)?;
        let pair = |i: usize| -> Result<u32, Why> {
            let high = *bytes.get(i).ok_or(CUT)?;
            let low = *bytes.get(i + 1).ok_or(CUT)?;
            Ok(u32::from(high) << 8 | u32::from(low))
        };
        // Frame headers, but not the Huffman, arithmetic and restart markers between them.
        if matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC) {
            return Ok((pair(at + 7)?, pair(at + 5)?));
        }
        at += if marker == 0xFF {
            1
        } else {
            2 + usize::try_from(pair(at + 2)?).map_err(|_| CUT)?
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_that_are_none_are_refused() {
        for bytes in [&b"hello"[..], b"\x89PNG\r\n\x1a\n123", b"\xFF\xD8\xFF", b""] {
            assert!(parse(bytes.to_vec()).is_err());
        }
    }
}
