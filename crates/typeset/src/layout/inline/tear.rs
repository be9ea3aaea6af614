//! Words wider than a line: they end it behind a stroke, as the number of a letter may; else
//! better an ugly break than text outside the page, but whoever wrote the word is told.

use super::stretch::Stretch;
use crate::units::Pt;

use super::break_points::is_address;
use super::cut::SLACK;
use super::fragment::{Frag, Part, Prepared, Torn, width};
use super::run::Run;

/// Splits fragments wider than a line behind their strokes, and what is wider still between any
/// two characters.
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

/// Makes a fragment of each stretch of a part that ends with a stroke, or of each cluster where
/// such a stretch does not fit; returns whether one did not.
fn split(
    prepared: &mut Prepared,
    at: usize,
    space_run: usize,
    fits: &dyn Fn(&Frag) -> bool,
) -> bool {
    let mut torn = false;
    let part = prepared.parts[at].clone();
    let mut from = part.glyphs.start;
    while from < part.glyphs.end {
        let mut to = cluster_end(&part, from);
        while to < part.glyphs.end && !ends_with_stroke(prepared, &part, to) {
            to = cluster_end(&part, to);
        }
        let stretch = piece(prepared, &part, Stretch::new(from, to), space_run);
        if fits(&stretch) {
            prepared.frags.push(stretch);
        } else {
            torn = true;
            let mut start = from;
            while start < to {
                let end = cluster_end(&part, start);
                let cluster = piece(prepared, &part, Stretch::new(start, end), space_run);
                prepared.frags.push(cluster);
                start = end;
            }
        }
        from = to;
    }
    torn
}

/// Behind which glyph the cluster ends that begins with a glyph.
fn cluster_end(part: &Part, from: usize) -> usize {
    let glyphs = &part.word.glyphs[..part.glyphs.end];
    let cluster = glyphs[from].start;
    from + glyphs[from..].iter().take_while(|g| g.start == cluster).count()
}

/// Whether the character before a glyph of a part is a stroke.
fn ends_with_stroke(prepared: &Prepared, part: &Part, to: usize) -> bool {
    let before = part.word.glyphs[to - 1].start as usize;
    let text = prepared.runs[part.run].text.get(part.base + before..);
    text.is_some_and(|rest| rest.starts_with('/'))
}

/// The fragment of some glyphs of a part.
fn piece(
    prepared: &mut Prepared,
    part: &Part,
    glyphs: Stretch,
    space_run: usize,
) -> Frag {
    let cut = part.word.glyphs.get(glyphs.end).map(|g| part.base + g.start as usize);
    let at = prepared.parts.len();
    prepared.parts.push(Part { glyphs, ..part.clone() });
    let parts = Stretch::new(at, at + 1);
    Frag {
        width: width(parts.of(&prepared.parts), &prepared.runs),
        hyphen: hyphen(&prepared.runs[part.run], part, cut),
        parts,
        spaces: 0,
        space_run,
        space_width: Pt::ZERO,
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
