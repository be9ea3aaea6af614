//! The segments of a JPEG. Decoders fill what is missing with grey and say nothing, so whether a
//! file is whole is seen here.

/// Why a file is no picture, in both languages.
pub(super) type Why = (&'static str, &'static str);

/// What the segments say.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Segments {
    /// 1 grey, 3 colours of a screen, 4 inks of a press.
    pub(super) components: u8,
    /// Its program was Adobe's, or wrote as Adobe's do: inks are stored inverted.
    pub(super) adobe: bool,
}

const CUT: Why = ("berkas JPEG terpotong", "the JPEG is cut off");

/// Walks from the start of the picture to its end. What telephones put behind the end is passed
/// over.
pub(super) fn segments(bytes: &[u8]) -> Result<Segments, Why> {
    let mut found = Segments::default();
    let mut at = 2;
    loop {
        let marker = marker(bytes, &mut at)?;
        if marker == END {
            return if found.components == 0 { Err(CUT) } else { Ok(found) };
        }
        if matches!(marker, 0x01 | 0xD0..=0xD8) {
            continue;
        }
        let body = body(bytes, &mut at)?;
        match marker {
            0xEE => found.adobe |= body.starts_with(b"Adobe"),
            // Frames, but not the Huffman, arithmetic and restart tables between them.
            0xC0..=0xCF if !matches!(marker, 0xC4 | 0xC8 | 0xCC) => {
                found.components = *body.get(5).ok_or(CUT)?;
            }
            SCAN => at = scan_end(bytes, at).ok_or(CUT)?,
            _ => {}
        }
    }
}

const END: u8 = 0xD9;
const SCAN: u8 = 0xDA;

/// The next marker; fill bytes before it are passed over.
fn marker(bytes: &[u8], at: &mut usize) -> Result<u8, Why> {
    loop {
        let pair = bytes.get(*at..*at + 2).ok_or(CUT)?;
        *at += 1;
        if pair[0] == 0xFF && pair[1] != 0xFF && pair[1] != 0 {
            *at += 1;
            return Ok(pair[1]);
        }
    }
}

fn body<'a>(bytes: &'a [u8], at: &mut usize) -> Result<&'a [u8], Why> {
    let pair = bytes.get(*at..*at + 2).ok_or(CUT)?;
    let length = usize::from(u16::from_be_bytes([pair[0], pair[1]]));
    let body = bytes.get(*at + 2..*at + length.max(2)).ok_or(CUT)?;
    *at += length.max(2);
    Ok(body)
}

/// Where the marker behind the coded data of a scan stands.
fn scan_end(bytes: &[u8], from: usize) -> Option<usize> {
    let coded = bytes.get(from..)?;
    let is_marker =
        |pair: &[u8]| pair[0] == 0xFF && !matches!(pair[1], 0 | 0xD0..=0xD7 | 0xFF);
    coded.windows(2).position(is_marker).map(|behind| from + behind)
}
