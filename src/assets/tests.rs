use std::io::Cursor;

use image::{DynamicImage, ImageFormat, RgbImage};

use super::picture::{ready, size};

/// 40 by 24 pixels, white, with a dark left upper corner.
fn corner() -> RgbImage {
    RgbImage::from_fn(40, 24, |x, y| {
        image::Rgb(if x < 10 && y < 6 { [0; 3] } else { [255; 3] })
    })
}

/// A TIFF structure that says how the picture was turned, as EXIF has it.
fn exif(turn: u8) -> Vec<u8> {
    let mut exif = b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    exif.extend([turn, 0, 0, 0, 0, 0, 0]);
    exif
}

fn jpeg(picture: &RgbImage, turn: Option<u8>) -> Vec<u8> {
    let mut bytes = Vec::new();
    image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 95)
        .encode_image(picture)
        .unwrap();
    if let Some(turn) = turn {
        let mut app1 = vec![0xFF, 0xE1, 0, 34];
        app1.extend(b"Exif\0\0");
        app1.extend(exif(turn));
        bytes.splice(2..2, app1);
    }
    bytes
}

fn png(picture: &DynamicImage, turn: Option<u8>) -> Vec<u8> {
    let mut bytes = Vec::new();
    picture.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).unwrap();
    if let Some(turn) = turn {
        let mut chunk = b"eXIf".to_vec();
        chunk.extend(exif(turn));
        let sum = crc32(&chunk).to_be_bytes();
        let length = u32::try_from(chunk.len() - 4).unwrap().to_be_bytes();
        let whole = [&length[..], &chunk, &sum].concat();
        // Behind the signature and the head of the picture.
        bytes.splice(33..33, whole);
    }
    bytes
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            if sum & 1 == 1 { sum >> 1 ^ 0xEDB8_8320 } else { sum >> 1 }
        })
    })
}

/// In which corner the dark part of a picture is.
fn dark_corner(bytes: &[u8]) -> (bool, bool) {
    let seen = image::load_from_memory(bytes).unwrap().to_luma8();
    let (right, bottom) = (seen.width() - 3, seen.height() - 3);
    let corners = [(false, false), (true, false), (false, true), (true, true)];
    *corners
        .iter()
        .find(|(r, b)| {
            let at = (if *r { right } else { 2 }, if *b { bottom } else { 2 });
            seen.get_pixel(at.0, at.1).0[0] < 60
        })
        .unwrap()
}

#[test]
fn every_turn_of_a_photo_and_of_a_png_is_undone() {
    // What EXIF says of the stored corner: where it belongs, and whether the sides change places.
    let turns = [
        (2, (true, false), false),
        (3, (true, true), false),
        (4, (false, true), false),
        (5, (false, false), true),
        (6, (true, false), true),
        (7, (true, true), true),
        (8, (false, true), true),
    ];
    for (turn, corner_at, sides) in turns {
        let files = [jpeg(&corner(), Some(turn)), png(&corner().into(), Some(turn))];
        for file in files {
            let (_, told) = size(&file).unwrap();
            let upright = ready(file).unwrap();
            assert_eq!(told, (upright.width, upright.height), "{turn}");
            let size = if sides { (24, 40) } else { (40, 24) };
            assert_eq!((upright.width, upright.height), size, "{turn}");
            assert_eq!(dark_corner(&upright.bytes), corner_at, "{turn}");
        }
    }
}

#[test]
fn what_needs_no_change_keeps_its_bytes() {
    let forms: [DynamicImage; 6] = [
        corner().into(),
        DynamicImage::from(corner()).to_luma8().into(),
        DynamicImage::from(corner()).to_luma_alpha8().into(),
        DynamicImage::from(corner()).to_rgba8().into(),
        DynamicImage::from(corner()).to_rgb16().into(),
        DynamicImage::from(corner()).to_luma16().into(),
    ];
    for picture in forms {
        for turn in [None, Some(1)] {
            let file = png(&picture, turn);
            assert_eq!(ready(file.clone()).unwrap().bytes, file);
        }
    }
    let file = jpeg(&corner(), Some(1));
    assert_eq!(ready(file.clone()).unwrap().bytes, file);
    // What telephones put behind the end of the picture.
    let longer = [file, vec![7; 500]].concat();
    assert_eq!(ready(longer.clone()).unwrap().bytes, longer);
}

#[test]
fn a_photo_of_a_telephone_is_made_light() {
    let large = RgbImage::from_pixel(2400, 1800, image::Rgb([90; 3]));
    let light = ready(jpeg(&large, Some(6))).unwrap();
    assert_eq!((light.width, light.height), (1200, 1600));
}

/// What is laid out by the head alone has the place that the picture takes.
#[test]
fn a_head_tells_the_size_that_the_picture_will_have() {
    for sides in
        [(1600, 1), (1601, 1), (1, 1700), (3199, 1333), (3201, 2000), (1999, 3333)]
    {
        for turn in [None, Some(6)] {
            let (width, height) = sides;
            let file = jpeg(&RgbImage::new(width, height), turn);
            let (_, told) = size(&file).unwrap();
            let made = ready(file).unwrap();
            assert_eq!(told, (made.width, made.height), "{sides:?}");
            assert!(told.0.max(told.1) <= 1600);
        }
    }
}

#[test]
fn inks_become_colours_of_the_screen() {
    // Left half red, right half white, written with Adobe's mark as pictures of a press are.
    let file = include_bytes!("../../tests/gambar/cmyk.jpg");
    let made = ready(file.to_vec()).unwrap();
    let seen = image::load_from_memory(&made.bytes).unwrap();
    assert_eq!(seen.color(), image::ColorType::Rgb8);
    let seen = seen.to_rgb8();
    let [red, green, _] = seen.get_pixel(2, 8).0;
    assert!(red > 200 && green < 60, "{:?}", seen.get_pixel(2, 8));
    assert!(seen.get_pixel(29, 8).0.iter().all(|part| *part > 200));

    // Without the mark nobody knows whether they are inverted.
    let mut unmarked = file.to_vec();
    let mark = unmarked.windows(5).position(|part| part == b"Adobe").unwrap();
    unmarked[mark] = b'X';
    assert!(ready(unmarked).is_err());
}

#[test]
fn broken_files_are_refused_wherever_they_break() {
    let noise = RgbImage::from_fn(64, 64, |x, y| {
        let part = |k: u32| u8::try_from((x * 37 + y * 101 + x * y * k) % 251).unwrap();
        image::Rgb([part(3), part(7), part(11)])
    });
    for file in [jpeg(&noise, None), png(&noise.clone().into(), None)] {
        for part in 1..10 {
            let cut = file[..file.len() * part / 10].to_vec();
            assert!(ready(cut).is_err(), "{part}");
        }
    }
    let mut changed = png(&noise.into(), None);
    let middle = changed.len() / 2;
    changed[middle] ^= 0x55;
    assert!(ready(changed).is_err());
}

#[test]
fn other_forms_are_called_by_their_name() {
    let forms: [(&[u8], &str); 9] = [
        (b"\0\0\0\x18ftypheic\0\0", "HEIC"),
        (b"\0\0\0\x1cftypmif1\0\0", "HEIC"),
        (b"\0\0\0\x1cftypavif\0\0", "AVIF"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "WebP"),
        (b"GIF89a", "GIF"),
        (b"II*\0", "TIFF"),
        (b"<?xml version=\"1.0\"?><svg>", "SVG"),
        (b"hello", "bukan PNG"),
        (b"", "kosong"),
    ];
    for (bytes, name) in forms {
        assert!(ready(bytes.to_vec()).unwrap_err().0.contains(name), "{name}");
    }
}

/// The head of a PNG of these sides and bits a colour, with nothing behind it that could be read.
fn head(side: u32, bits: u8) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    bytes.extend([side.to_be_bytes(), side.to_be_bytes()].concat());
    bytes.extend([bits, 6, 0, 0, 0]);
    let sum = bytes.len();
    bytes.extend([0; 4]);
    bytes.extend(b"\0\0\0\0IDAT\0\0\0\0\0\0\0\0IEND\0\0\0\0");
    put_sums(&mut bytes, sum);
    bytes
}

/// Puts the sums of the chunks in their places.
fn put_sums(bytes: &mut [u8], head: usize) {
    let crc = |part: &[u8]| {
        let step = |sum: u32, byte: &u8| {
            (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
                if sum & 1 == 1 { 0xEDB8_8320 ^ (sum >> 1) } else { sum >> 1 }
            })
        };
        !part.iter().fold(!0, step)
    };
    let sum = crc(&bytes[12..head]).to_be_bytes();
    bytes[head..head + 4].copy_from_slice(&sum);
    for at in [head + 4, head + 16] {
        let sum = crc(&bytes[at + 4..at + 8]).to_be_bytes();
        bytes[at + 8..at + 12].copy_from_slice(&sum);
    }
}

/// Sixteen bits a colour are made eight: both stand in memory for a while.
#[test]
fn what_a_picture_takes_while_it_is_read_is_bounded() {
    let told = |side, bits| size(&head(side, bits)).map_err(|(id, _)| id);
    assert_eq!(told(11_000, 8), Ok((true, (11_000, 11_000))));
    assert_eq!(told(6_000, 16), Ok((true, (6_000, 6_000))));
    for (side, bits) in [(8_000, 16), (12_000, 8), (20_001, 8)] {
        assert_eq!(told(side, bits), Err("ukurannya tidak masuk akal"), "{side}, {bits}");
    }
}
