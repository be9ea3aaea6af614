//! TrueType faces without their hinting programs.
//!
//! They are two thirds of Liberation's outlines, and nothing that shows PDF today needs them
//! (Chrome leaves them out of its PDFs as well). Papers get smaller and faster to write.

/// Tables a PDF has no use for: hinting, shaping (done by layout), device metrics.
const DROPPED: [&[u8; 4]; 12] = [
    b"fpgm", b"prep", b"cvt ", b"gasp", b"hdmx", b"VDMX", b"LTSH", b"kern", b"GPOS",
    b"GSUB", b"GDEF", b"FFTM",
];

/// Offset of the format of `loca` in `head`.
const LOCA_FORMAT: usize = 50;
/// Offset of the length of the longest program in `maxp`.
const LONGEST_PROGRAM: usize = 26;

/// The face without hinting; none if it is no plain TrueType face or not as it should be.
pub(super) fn unhinted(face: &[u8]) -> Option<Vec<u8>> {
    if face.get(..4)? != [0, 1, 0, 0] {
        return None;
    }
    let tables = tables(face)?;
    let find = |tag: &[u8; 4]| tables.iter().find(|t| t.0 == tag).map(|t| t.1);
    let long = u16_at(find(b"head")?, LOCA_FORMAT)? == 1;
    let (glyf, loca) = outlines(find(b"glyf")?, find(b"loca")?, long)?;
    let mut maxp = find(b"maxp")?.to_vec();
    maxp.get_mut(LONGEST_PROGRAM..LONGEST_PROGRAM + 2)?.fill(0);
    let kept: Vec<(&[u8], &[u8])> = tables
        .iter()
        .filter(|(tag, _)| !DROPPED.iter().any(|dropped| dropped.as_slice() == *tag))
        .map(|&(tag, data)| match tag {
            b"glyf" => (tag, glyf.as_slice()),
            b"loca" => (tag, loca.as_slice()),
            b"maxp" => (tag, maxp.as_slice()),
            _ => (tag, data),
        })
        .collect();
    assemble(&kept)
}

/// Tags and contents of all tables.
fn tables(face: &[u8]) -> Option<Vec<(&[u8], &[u8])>> {
    let count = usize::from(u16_at(face, 4)?);
    face.get(12..12 + 16 * count)?
        .chunks_exact(16)
        .map(|entry| {
            let (start, length) = (u32_at(entry, 8)?, u32_at(entry, 12)?);
            Some((&entry[..4], face.get(start..start.checked_add(length)?)?))
        })
        .collect()
}

/// Outlines and their offsets.
fn outlines(glyf: &[u8], loca: &[u8], long: bool) -> Option<(Vec<u8>, Vec<u8>)> {
    let offsets: Vec<usize> = if long {
        loca.chunks_exact(4).map(|c| u32_at(c, 0)).collect::<Option<_>>()?
    } else {
        loca.chunks_exact(2)
            .map(|c| u16_at(c, 0).map(|n| usize::from(n) * 2))
            .collect::<Option<_>>()?
    };
    let (mut out, mut index) = (Vec::with_capacity(glyf.len()), Vec::new());
    for bounds in offsets.windows(2) {
        push_offset(&mut index, out.len(), long)?;
        let outline = glyf.get(bounds[0]..bounds[1])?;
        if !outline.is_empty() {
            push_outline(&mut out, outline)?;
            // Short offsets count in twos.
            out.resize(out.len().next_multiple_of(2), 0);
        }
    }
    push_offset(&mut index, out.len(), long)?;
    Some((out, index))
}

fn push_offset(index: &mut Vec<u8>, offset: usize, long: bool) -> Option<()> {
    if long {
        index.extend(u32::try_from(offset).ok()?.to_be_bytes());
    } else {
        index.extend(u16::try_from(offset / 2).ok()?.to_be_bytes());
    }
    Some(())
}

fn push_outline(out: &mut Vec<u8>, outline: &[u8]) -> Option<()> {
    match u16_at(outline, 0)? {
        contours @ 0..=0x7FFF => {
            let length_at = 10 + 2 * usize::from(contours);
            let length = usize::from(u16_at(outline, length_at)?);
            out.extend(outline.get(..length_at)?);
            out.extend([0, 0]);
            out.extend(outline.get(length_at + 2 + length..)?);
        }
        _ => push_composite(out, outline)?,
    }
    Some(())
}

/// An outline made of others: its parts, without the program behind them.
fn push_composite(out: &mut Vec<u8>, outline: &[u8]) -> Option<()> {
    const WORDS: u16 = 0x1;
    const SCALE: u16 = 0x8;
    const MORE: u16 = 0x20;
    const TWO_SCALES: u16 = 0x40;
    const MATRIX: u16 = 0x80;
    const PROGRAM: u16 = 0x100;
    out.extend(outline.get(..10)?);
    let mut at = 10;
    loop {
        let flags = u16_at(outline, at)?;
        let arguments = if flags & WORDS == 0 { 2 } else { 4 };
        let scale = match flags & (SCALE | TWO_SCALES | MATRIX) {
            0 => 0,
            SCALE => 2,
            TWO_SCALES => 4,
            _ => 8,
        };
        let end = at + 4 + arguments + scale;
        out.extend((flags & !PROGRAM).to_be_bytes());
        out.extend(outline.get(at + 2..end)?);
        at = end;
        if flags & MORE == 0 {
            return Some(());
        }
    }
}

/// A face of tables. Checksums are left out: the subsetter reckons those of what it embeds.
fn assemble(tables: &[(&[u8], &[u8])]) -> Option<Vec<u8>> {
    let count = u16::try_from(tables.len()).ok()?;
    let mut out = vec![0, 1, 0, 0];
    out.extend(count.to_be_bytes());
    // Hints for a binary search that no reader of today uses.
    out.extend([0; 6]);
    let mut at = 12 + 16 * tables.len();
    for (tag, data) in tables {
        out.extend(*tag);
        out.extend([0; 4]);
        out.extend(u32::try_from(at).ok()?.to_be_bytes());
        out.extend(u32::try_from(data.len()).ok()?.to_be_bytes());
        at += data.len().next_multiple_of(4);
    }
    for (_, data) in tables {
        out.extend(*data);
        out.resize(out.len().next_multiple_of(4), 0);
    }
    Some(out)
}

fn u16_at(data: &[u8], at: usize) -> Option<u16> {
    let bytes = data.get(at..at + 2)?;
    Some(u16::from_be_bytes(bytes.try_into().ok()?))
}

fn u32_at(data: &[u8], at: usize) -> Option<usize> {
    let bytes = data.get(at..at + 4)?;
    usize::try_from(u32::from_be_bytes(bytes.try_into().ok()?)).ok()
}

#[cfg(test)]
mod tests {
    use skrifa::instance::{LocationRef, Size};
    use skrifa::outline::DrawSettings;
    use skrifa::outline::pen::SvgPen;
    use skrifa::{FontRef, GlyphId, MetadataProvider};

    use super::*;
    use crate::fonts::{FontBook, FontId};

    /// Every glyph as a path.
    fn paths(face: &[u8]) -> Vec<String> {
        let face = FontRef::new(face).unwrap();
        let count = face.glyph_names().num_glyphs();
        let draw = |id| {
            let mut pen = SvgPen::new();
            if let Some(outline) = face.outline_glyphs().get(GlyphId::new(id)) {
                let settings =
                    DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
                outline.draw(settings, &mut pen).unwrap();
            }
            pen.to_string()
        };
        (0..count).map(draw).collect()
    }

    #[test]
    fn outlines_stay_and_programs_go() {
        let book = FontBook::new();
        for id in 0..8 {
            let (face, _) = book.data(FontId(id));
            let without = unhinted(face).unwrap();
            assert!(
                without.len() * 3 < face.len() * 2,
                "{} {}",
                without.len(),
                face.len()
            );
            assert!(paths(face) == paths(&without), "face {id}");
        }
        // PostScript outlines have no programs of this kind.
        assert_eq!(unhinted(book.data(FontId(8)).0), None);
        assert_eq!(unhinted(&[0, 1, 0, 0, 0, 9]), None);
    }
}
