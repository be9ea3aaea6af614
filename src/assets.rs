//! Pictures of the workspace, read and checked once.

use crate::problem::AssetProblem;
use data::problem::FileProblem;
use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::Arc;

use image::codecs::jpeg::JpegDecoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder};

use base::diag::{Both, Problems, Span};
use base::source::SourceMap;
use data::files::{FilePath, Files};
use typeset::document::ImageData;

/// All PNG and JPEG files under `aset/`, by path with `/`. Files that are no whole picture are
/// reported.
pub(crate) fn load(
    files: &dyn Files,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> BTreeMap<String, Arc<ImageData>> {
    let mut images = BTreeMap::new();
    for path in data::workspace::files_under(files, &FilePath::fixed("aset"), problems) {
        if !path.ends_in(&["png", "jpg", "jpeg"]) {
            continue;
        }
        let bytes = match files.read(&path) {
            Ok(bytes) => bytes,
            Err(error) => {
                let place = Span::File(sources.add(path.clone(), ""));
                let why = Both::io(&error);
                problems.add(place, FileProblem::CannotRead { name: path.into(), why });
                continue;
            }
        };
        match parse(bytes).and_then(photo) {
            Ok(image) => {
                images.insert(path.into(), Arc::new(image));
            }
            Err(detail) => {
                let place = Span::File(sources.add(path.clone(), ""));
                let detail = Both::new(detail.0, detail.1);
                problems.add(place, AssetProblem::BadImage { name: path.into(), detail });
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

/// Longest side of a photo in a paper, in pixels (practice: 1,600, so that files stay light).
const LONGEST: u32 = 1600;

const UNREADABLE: Why = ("foto tidak dapat dibaca", "the photo cannot be read");

/// A photo as it is printed: turned upright by its EXIF orientation, and not larger than
/// [`LONGEST`]. Everything else stays as the file has it, byte for byte.
fn photo(image: ImageData) -> Result<ImageData, Why> {
    if image.png {
        return Ok(image);
    }
    let mut decoder =
        JpegDecoder::new(Cursor::new(&image.bytes)).map_err(|_| UNREADABLE)?;
    let turn = decoder.orientation().map_err(|_| UNREADABLE)?;
    let large = image.width.max(image.height) > LONGEST;
    if turn == Orientation::NoTransforms && !large {
        return Ok(image);
    }
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| UNREADABLE)?;
    if large {
        picture = picture.resize(LONGEST, LONGEST, image::imageops::FilterType::Triangle);
    }
    picture.apply_orientation(turn);
    let (width, height) = (picture.width(), picture.height());
    let mut bytes = Vec::new();
    image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 85)
        .encode_image(&picture.to_rgb8())
        .map_err(|_| UNREADABLE)?;
    Ok(ImageData { png: false, bytes, width, height })
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

    /// A JPEG of plain colour whose left upper corner is dark, with an orientation.
    fn jpeg(width: u32, height: u32, turn: Option<u8>) -> Vec<u8> {
        let picture = image::RgbImage::from_fn(width, height, |x, y| {
            let dark = x < width / 4 && y < height / 4;
            image::Rgb(if dark { [0; 3] } else { [255; 3] })
        });
        let mut bytes = Vec::new();
        image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 90)
            .encode_image(&picture)
            .unwrap();
        if let Some(turn) = turn {
            let mut app1 = vec![0xFF, 0xE1, 0, 34];
            app1.extend(b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0");
            app1.extend([turn, 0, 0, 0, 0, 0, 0]);
            bytes.splice(2..2, app1);
        }
        bytes
    }

    #[test]
    fn photos_are_turned_upright_and_made_light() {
        let small = jpeg(64, 32, None);
        let kept = parse(small.clone()).and_then(photo).unwrap();
        assert_eq!(kept.bytes, small);

        // 6: the camera was held a quarter to the right; the corner comes to the right.
        let turned = parse(jpeg(64, 32, Some(6))).and_then(photo).unwrap();
        assert_eq!((turned.width, turned.height), (32, 64));
        let seen = image::load_from_memory(&turned.bytes).unwrap().to_luma8();
        assert!(seen.get_pixel(30, 2).0[0] < 60 && seen.get_pixel(2, 2).0[0] > 200);

        let large = parse(jpeg(4000, 3000, Some(1))).and_then(photo).unwrap();
        assert_eq!((large.width, large.height), (1600, 1200));
    }

    #[test]
    fn pictures_that_are_none_are_refused() {
        for bytes in [&b"hello"[..], b"\x89PNG\r\n\x1a\n123", b"\xFF\xD8\xFF", b""] {
            assert!(parse(bytes.to_vec()).is_err());
        }
    }
}
