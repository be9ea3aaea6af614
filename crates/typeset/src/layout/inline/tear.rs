//! Words wider than a line: they end it behind a stroke, as the number of a letter may, or behind
//! the hyphen of a compound, else between syllables; else better an ugly break than text outside
//! the page, but whoever wrote the word is told.

use super::stretch::Stretch;
use crate::document::long_parts;
use crate::units::Pt;

use super::break_points::is_address;
use super::cut::SLACK;
use super::fragment::{Frag, Part, Prepared, Torn, width};
use super::run::Run;

/// Letters on either side of a break, at least, for a hyphen to show that the word goes on.
const LETTERS: usize = 3;

/// Splits fragments wider than a line behind their strokes and hyphens, and what is wider still
/// between syllables, or between any two characters where that is not enough.
pub(super) fn split_long(prepared: &mut Prepared, room: Pt) {
    let fits = |frag: &Frag| frag.width + frag.hyphen <= room + SLACK;
    if prepared.frags.iter().all(fits) {
        return;
    }
    let frags = std::mem::take(&mut prepared.frags);
    let mut new_start = Vec::with_capacity(frags.len() + 1);
    for frag in frags {
        new_start.push(prepared.frags.len());
        if fits(&frag) {
            prepared.frags.push(frag);
            continue;
        }
        let mut torn = false;
        for at in frag.parts.places() {
            torn |= split(prepared, at, frag.space_run, &fits);
        }
        if torn {
            note(prepared, frag.parts);
        }
        if let Some(last) = prepared.frags.last_mut() {
            (last.spaces, last.space_width) = (frag.spaces, frag.space_width);
            last.space_level = frag.space_level;
        }
    }
    new_start.push(prepared.frags.len());
    for segment in &mut prepared.segments {
        segment.frags =
            Stretch::new(new_start[segment.frags.start], new_start[segment.frags.end]);
        for tab in &mut segment.tabs {
            *tab = new_start[*tab];
        }
    }
}

/// How the pieces of a part end.
#[derive(Debug, Clone, Copy)]
struct PieceEnds {
    /// The run of the spaces behind.
    space_run: usize,
    /// A hyphen shows that the word goes on.
    hyphens: bool,
}

/// Makes a fragment of each stretch of a part that ends with a stroke, or of less where such a
/// stretch does not fit; returns whether one did not.
fn split(
    prepared: &mut Prepared,
    at: usize,
    space_run: usize,
    fits: &dyn Fn(&Frag) -> bool,
) -> bool {
    let mut torn = false;
    let part = prepared.parts[at].clone();
    // A hyphen in an address would be read as a part of it.
    let hyphens = !is_address(word(&prepared.runs[part.run], &part));
    let ends = PieceEnds { space_run, hyphens };
    let mut from = part.glyphs.start;
    while from < part.glyphs.end {
        let mut to = cluster_end(&part, from);
        while to < part.glyphs.end && !ends_with_stroke(prepared, &part, to) {
            to = cluster_end(&part, to);
        }
        let stretch = piece(prepared, &part, Stretch::new(from, to), ends);
        if fits(&stretch) {
            prepared.frags.push(stretch);
        } else {
            torn = true;
            let whole = Stretch::new(from, to);
            let pieces = syllables(prepared, &part, whole, ends);
            if pieces.iter().all(fits) {
                prepared.frags.extend(pieces);
            } else {
                let clusters = clusters(prepared, &part, whole, ends);
                prepared.frags.extend(clusters);
            }
        }
        from = to;
    }
    torn
}

/// The syllables of a stretch that is a word in small letters, but for the first; else all of it.
fn syllables(
    prepared: &mut Prepared,
    part: &Part,
    whole: Stretch,
    ends: PieceEnds,
) -> Vec<Frag> {
    let byte = |glyph: usize| part.word.glyphs.get(glyph).map(|g| g.start as usize);
    let start = byte(whole.start).unwrap_or_default();
    let rest = prepared.runs[part.run].text.get(part.base + start..).unwrap_or_default();
    let letters = rest.len() - rest.trim_start_matches(char::is_alphabetic).len();
    let mut word = rest[..letters].to_owned();
    if let Some(first) = word.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    let mut from = whole.start;
    let mut cuts = Vec::new();
    // Fewer letters than this would stand before the end of a line without a hyphen.
    for at in
        bahasa::syllable::break_points(&word).into_iter().filter(|&at| at >= LETTERS)
    {
        let mut behind = from..whole.end;
        if let Some(glyph) = behind.find(|&g| byte(g) == Some(start + at)) {
            cuts.push(glyph);
            from = glyph;
        }
    }
    from = whole.start;
    let mut out = Vec::with_capacity(cuts.len() + 1);
    for to in cuts.into_iter().chain([whole.end]).filter(|&to| to > whole.start) {
        out.push(piece(prepared, part, Stretch::new(from, to), ends));
        from = to;
    }
    out
}

/// The clusters of a stretch.
fn clusters(
    prepared: &mut Prepared,
    part: &Part,
    whole: Stretch,
    ends: PieceEnds,
) -> Vec<Frag> {
    let mut out = Vec::with_capacity(whole.len());
    let mut from = whole.start;
    while from < whole.end {
        let to = cluster_end(part, from);
        out.push(piece(prepared, part, Stretch::new(from, to), ends));
        from = to;
    }
    out
}

/// Behind which glyph the cluster ends that begins with a glyph.
fn cluster_end(part: &Part, from: usize) -> usize {
    let glyphs = &part.word.glyphs[..part.glyphs.end];
    let cluster = glyphs[from].start;
    from + glyphs[from..].iter().take_while(|g| g.start == cluster).count()
}

/// Whether the character before a glyph of a part is a stroke, or the hyphen of a compound.
fn ends_with_stroke(prepared: &Prepared, part: &Part, to: usize) -> bool {
    let before = part.base + part.word.glyphs[to - 1].start as usize;
    let text = &prepared.runs[part.run].text;
    let Some(rest) = text.get(before..) else { return false };
    rest.starts_with('/') || rest.starts_with('-') && long_parts(text, before)
}

/// The fragment of some glyphs of a part.
fn piece(prepared: &mut Prepared, part: &Part, glyphs: Stretch, ends: PieceEnds) -> Frag {
    let cut = part.word.glyphs.get(glyphs.end).map(|g| part.base + g.start as usize);
    let at = prepared.parts.len();
    prepared.parts.push(Part { glyphs, ..part.clone() });
    let parts = Stretch::new(at, at + 1);
    Frag {
        width: width(parts.of(&prepared.parts), &prepared.runs),
        hyphen: hyphen(&prepared.runs[part.run], ends, cut),
        parts,
        spaces: 0,
        space_run: ends.space_run,
        space_width: Pt::ZERO,
        space_level: part.level,
    }
}

/// The hyphen at a break of a word.
fn hyphen(run: &Run, ends: PieceEnds, cut: Option<usize>) -> Pt {
    match cut {
        Some(cut) if ends.hyphens && inside_letters(&run.text, cut) => run.hyphen,
        _ => Pt::ZERO,
    }
}

/// Whether a break at a byte stands between letters, enough on either side: there a
/// hyphen shows that the word goes on; numbers and codes are broken without one.
fn inside_letters(text: &str, at: usize) -> bool {
    let letters = |mut chars: Box<dyn Iterator<Item = char> + '_>| {
        (0..LETTERS).all(|_| chars.next().is_some_and(char::is_alphabetic))
    };
    text.is_char_boundary(at)
        && letters(Box::new(text[..at].chars().rev()))
        && letters(Box::new(text[at..].chars()))
}

/// Notes the word that a fragment is a part of, once. An address may end a line anywhere, and
/// a row of dots is no word.
fn note(prepared: &mut Prepared, parts: Stretch) {
    let longest = parts.of(&prepared.parts).iter().max_by_key(|p| p.glyphs.len());
    let Some(part) = longest else { return };
    let run = &prepared.runs[part.run];
    let word = word(run, part);
    if is_address(word) || !word.contains(char::is_alphanumeric) {
        return;
    }
    // A bracket before a value is the template's: the middle of the word is of the value.
    let span = run.trail.at(part.base + word.len() / 2);
    let word = word.to_owned();
    if !prepared.torn.iter().any(|known| known.span == span && known.word == word) {
        prepared.torn.push(Torn { word, span });
    }
}

/// The whole word of a part, as far as it is in the same run.
fn word<'r>(run: &'r Run, part: &Part) -> &'r str {
    let rest = run.text.get(part.base..).unwrap_or_default();
    rest.split(' ').next().unwrap_or_default()
}
