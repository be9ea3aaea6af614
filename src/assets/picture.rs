//! A picture's file as papers carry it: PNG or JPEG of grey or screen colours, upright, not larger
//! than print needs. What is so already stays as it is, byte for byte.

use std::io::Cursor;
use std::sync::{Mutex, MutexGuard, PoisonError};

use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::codecs::png::PngDecoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, Limits};

use super::jpeg::{self, Why};
use typeset::document::ImageData;

/// Longest side of a photo in a paper, in pixels (practice: 1,600, so that files stay light).
const LONGEST: u32 = 1600;

/// The largest picture that is read at all, in pixels a side and in bytes of memory.
const SIDE: u32 = 20_000;
const MEMORY: u64 = 512 << 20;

/// How files of the two forms begin.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
const JPEG: &[u8] = &[0xFF, 0xD8];

const BROKEN: Why = ("isinya rusak", "its content is broken");
/// Sums of PNG are in its chunks; what is cut off lacks the last of them.
const CUT: Why = ("berkas PNG terpotong atau rusak", "the PNG is cut off or broken");
const TOO_LARGE: Why = ("ukurannya tidak masuk akal", "its size makes no sense");

/// What a picture takes on paper, of its head alone: as wide and as high as [`ready`] makes it. What
/// lies behind the head is not looked at.
pub(super) fn size(bytes: &[u8]) -> Result<(bool, (u32, u32)), Why> {
    if bytes.starts_with(PNG) {
        let mut decoder = png_head(bytes)?;
        let size = decoder.dimensions();
        let turn = decoder.orientation().map_err(|_| CUT)?;
        return Ok((true, upright(size, turn)));
    }
    if bytes.starts_with(JPEG) {
        let mut decoder = jpeg_head(bytes)?;
        let size = light(decoder.dimensions());
        let turn = decoder.orientation().map_err(|_| BROKEN)?;
        return Ok((false, upright(size, turn)));
    }
    Err(other_form(bytes))
}

/// The sides of a photo that is no larger than print needs.
fn light((width, height): (u32, u32)) -> (u32, u32) {
    let longest = width.max(height);
    if longest <= LONGEST {
        return (width, height);
    }
    let side = |side: u32| {
        let (side, longest) = (u64::from(side), u64::from(longest));
        // Rounded; a side of at least one dot.
        let short = (2 * side * u64::from(LONGEST) + longest) / (2 * longest);
        u32::try_from(short).unwrap_or(LONGEST).max(1)
    };
    (side(width), side(height))
}

/// The sides once the picture stands upright.
fn upright((width, height): (u32, u32), turn: Orientation) -> (u32, u32) {
    match turn {
        Orientation::Rotate90
        | Orientation::Rotate270
        | Orientation::Rotate90FlipH
        | Orientation::Rotate270FlipH => (height, width),
        _ => (width, height),
    }
}

fn png_head(bytes: &[u8]) -> Result<PngDecoder<Cursor<&[u8]>>, Why> {
    let decoder = PngDecoder::with_limits(Cursor::new(bytes), Limits::default());
    let decoder = decoder.map_err(|_| CUT)?;
    sensible(&decoder)?;
    Ok(decoder)
}

fn jpeg_head(bytes: &[u8]) -> Result<JpegDecoder<Cursor<&[u8]>>, Why> {
    let decoder = JpegDecoder::new(Cursor::new(bytes)).map_err(|_| BROKEN)?;
    sensible(&decoder)?;
    Ok(decoder)
}

/// Reads a whole file.
pub(super) fn ready(bytes: Vec<u8>) -> Result<ImageData, Why> {
    if bytes.starts_with(PNG) {
        return png(bytes);
    }
    if bytes.starts_with(JPEG) {
        return photo(bytes);
    }
    Err(other_form(&bytes))
}

fn png(bytes: Vec<u8>) -> Result<ImageData, Why> {
    let mut decoder = png_head(&bytes)?;
    let turn = decoder.orientation().map_err(|_| CUT)?;
    let _turn_of_the_large = alone(&decoder);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| CUT)?;
    if !bytes.windows(4).rev().take(32).any(|tail| tail == b"IEND") {
        return Err(CUT);
    }
    if turn == Orientation::NoTransforms {
        let (width, height) = (picture.width(), picture.height());
        return Ok(ImageData { png: true, bytes, width, height });
    }
    picture.apply_orientation(turn);
    let mut turned = Vec::new();
    picture
        .write_to(&mut Cursor::new(&mut turned), ImageFormat::Png)
        .map_err(|_| BROKEN)?;
    let (width, height) = (picture.width(), picture.height());
    Ok(ImageData { png: true, bytes: turned, width, height })
}

/// Inks become colours of the screen: archived PDF wants a profile of the press for them, and
/// programs of offices print them inverted.
fn photo(bytes: Vec<u8>) -> Result<ImageData, Why> {
    let segments = jpeg::segments(&bytes)?;
    let inks = segments.components == 4;
    if inks && !segments.adobe {
        return Err((
            "warnanya CMYK tanpa tanda Adobe, sehingga tidak pasti terbalik atau tidak",
            "its colours are CMYK without Adobe's mark, inverted or not",
        ));
    }
    let mut decoder = jpeg_head(&bytes)?;
    let size @ (width, height) = decoder.dimensions();
    let turn = decoder.orientation().map_err(|_| BROKEN)?;
    let _turn_of_the_large = alone(&decoder);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| BROKEN)?;
    let lighter = light(size);
    let large = lighter != size;
    if turn == Orientation::NoTransforms && !large && !inks {
        return Ok(ImageData { png: false, bytes, width, height });
    }
    if large {
        // Means of whole squares of dots take a tenth of the work where these are many.
        picture = if width.max(height) >= 2 * LONGEST {
            picture.thumbnail_exact(lighter.0, lighter.1)
        } else {
            picture.resize_exact(lighter.0, lighter.1, FilterType::Triangle)
        };
    }
    picture.apply_orientation(turn);
    let (width, height) = (picture.width(), picture.height());
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 85)
        .encode_image(&picture.to_rgb8())
        .map_err(|_| BROKEN)?;
    Ok(ImageData { png: false, bytes, width, height })
}

fn sensible(decoder: &impl ImageDecoder) -> Result<(), Why> {
    let (width, height) = decoder.dimensions();
    let sides = (1..=SIDE).contains(&width) && (1..=SIDE).contains(&height);
    if sides && needed(decoder) <= MEMORY { Ok(()) } else { Err(TOO_LARGE) }
}

/// The memory that reading a picture takes: one of sixteen bits a colour is made one of eight.
fn needed(decoder: &impl ImageDecoder) -> u64 {
    let bytes = decoder.total_bytes();
    let halved = bytes_of_a_colour(decoder) > 1;
    if halved { bytes.saturating_add(bytes / 2) } else { bytes }
}

fn bytes_of_a_colour(decoder: &impl ImageDecoder) -> u64 {
    let color = decoder.color_type();
    u64::from(color.bytes_per_pixel() / color.channel_count().max(1))
}

/// Held while a picture is read that takes much memory: of those one is read at a time, so that a
/// folder of them takes no more than the largest.
static LARGE: Mutex<()> = Mutex::new(());

fn alone(decoder: &impl ImageDecoder) -> Option<MutexGuard<'static, ()>> {
    let large = needed(decoder) > MEMORY / 4;
    large.then(|| LARGE.lock().unwrap_or_else(PoisonError::into_inner))
}

/// What a file is that was only named PNG or JPEG: telephones and browsers do so.
fn other_form(bytes: &[u8]) -> Why {
    let at = |from: usize, text: &[u8]| {
        bytes.get(from..).is_some_and(|rest| rest.starts_with(text))
    };
    let brand = |names: &[&[u8]]| at(4, b"ftyp") && names.iter().any(|name| at(8, name));
    let svg = || {
        let start = &bytes[..bytes.len().min(1000)];
        start.windows(4).any(|part| part == b"<svg")
    };
    if bytes.is_empty() {
        ("berkasnya kosong", "the file is empty")
    } else if brand(&[b"avif", b"avis"]) {
        ("isinya AVIF", "it is an AVIF")
    } else if at(4, b"ftyp") {
        ("isinya HEIC (foto iPhone)", "it is a HEIC (a photo of an iPhone)")
    } else if at(0, b"RIFF") && at(8, b"WEBP") {
        ("isinya WebP", "it is a WebP")
    } else if at(0, b"GIF8") {
        ("isinya GIF", "it is a GIF")
    } else if at(0, b"BM") {
        ("isinya BMP", "it is a BMP")
    } else if at(0, b"II*\0") || at(0, b"MM\0*") {
        ("isinya TIFF", "it is a TIFF")
    } else if at(0, b"%PDF") {
        ("isinya PDF", "it is a PDF")
    } else if svg() {
        ("isinya SVG", "it is an SVG")
    } else {
        ("isinya bukan PNG dan bukan JPEG", "it is neither PNG nor JPEG")
    }
}
