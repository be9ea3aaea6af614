//! Words wider than a line: better an ugly break than text outside the page, but whoever wrote
//! the word is told.

use super::stretch::Stretch;
use crate::units::Pt;

use super::break_points::is_address;
use super::cut::SLACK;
use super::fragment::{Frag, Part, Prepared, Torn, width};
use super::run::Run;

/// Splits fragments wider than a line between any two characters.
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
        note(prepared, frag.parts);
        for at in frag.parts.places() {
            split(prepared, at, frag.space_run);
        }
        if let Some(last) = prepared.frags.last_mut() {
            (last.spaces, last.space_width) = (frag.spaces, frag.space_width);
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

/// Makes a fragment of each cluster of a part.
fn split(prepared: &mut Prepared, at: usize, space_run: usize) {
    let part = prepared.parts[at].clone();
    let glyphs = &part.word.glyphs;
    let mut from = part.glyphs.start;
    while from < part.glyphs.end {
        let mut to = from + 1;
        while to < part.glyphs.end && glyphs[to].start == glyphs[from].start {
            to += 1;
        }
        let mut piece = part.clone();
        piece.glyphs = Stretch::new(from, to);
        let pieces = Stretch::new(prepared.parts.len(), prepared.parts.len() + 1);
        prepared.parts.push(piece);
        let cut = glyphs.get(to).map(|g| part.base + g.start as usize);
        prepared.frags.push(Frag {
            width: width(pieces.of(&prepared.parts), &prepared.runs),
            hyphen: hyphen(&prepared.runs[part.run], &part, cut),
            parts: pieces,
            spaces: 0,
            space_run,
            space_width: Pt::ZERO,
        });
        from = to;
    }
}

/// The hyphen at a break of a word; in an address it would be read as a part of it.
fn hyphen(run: &Run, part: &Part, cut: Option<usize>) -> Pt {
    match cut {
        Some(cut) if !is_address(word(run, part)) && inside_letters(&run.text, cut) => {
            run.hyphen
        }
        _ => Pt::ZERO,
    }
}

/// Whether a break at a byte stands between letters, three at least on either side: there a
/// hyphen shows that the word goes on; numbers and codes are broken without one.
fn inside_letters(text: &str, at: usize) -> bool {
    let letters = |mut chars: Box<dyn Iterator<Item = char> + '_>| {
        (0..3).all(|_| chars.next().is_some_and(char::is_alphabetic))
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
