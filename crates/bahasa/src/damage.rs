//! Text that came in damaged: read in the wrong encoding, with the entities of a web page, or with
//! characters that nobody sees.
//!
//! Such text prints, and nobody who reads the sheet on a screen finds the cause. What it was meant
//! to be can be told for all of it but U+FFFD, behind which the letter is lost.

use std::fmt::Write as _;

use crate::leavings;

/// What is wrong with a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DamageKind {
    /// UTF-8 read as Windows-1252: "Masâ€™ariah".
    Encoding,
    /// `&#039;`, `&amp;`.
    Entity,
    /// Zero-width characters, marks of writing direction, control characters.
    Invisible,
    /// What a spreadsheet or a program writes for a line break or a blank: `_x000D_`, `\\n`, `%20`.
    Escape,
    /// Letters of another script that look like ours.
    LookAlike,
    /// `#REF!`, `NULL`: what a program says where it has no value.
    NoValue,
    /// `?`, `xxx`, `<nama>`: what stands in for a text that nobody knew yet.
    StandsIn,
    /// U+FFFD, or `?` inside a word: the letter is lost.
    Lost,
}

/// A damaged text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damage {
    /// What is wrong with it, the worst first.
    pub kind: DamageKind,
    /// The text as it was meant; U+FFFD stays where a letter is lost.
    pub mended: String,
}

/// What is wrong with a text, if anything is.
pub fn damage(text: &str) -> Option<Damage> {
    if is_plain(text) {
        return None;
    }
    if leavings::says_no_value(text) {
        return Some(Damage { kind: DamageKind::NoValue, mended: String::new() });
    }
    if leavings::stands_in(text) {
        return Some(Damage { kind: DamageKind::StandsIn, mended: String::new() });
    }
    let decoded = fixed(text, reencoded);
    let plain = fixed(&decoded, without_entities);
    // What an entity stood for may have been read wrongly as well.
    let plain = fixed(&leavings::without_tags(&plain), reencoded);
    let unescaped = leavings::without_escapes(&plain);
    let own = leavings::own_letters(&unescaped);
    let mended = without_invisible(&own);
    let kind = if mended.contains('\u{fffd}') || leavings::lost_letter(&mended) {
        DamageKind::Lost
    } else if decoded != text {
        DamageKind::Encoding
    } else if plain != decoded {
        DamageKind::Entity
    } else if unescaped != plain {
        DamageKind::Escape
    } else if own != unescaped {
        DamageKind::LookAlike
    } else if mended != own {
        DamageKind::Invisible
    } else {
        return None;
    };
    Some(Damage { kind, mended })
}

/// Whether nothing in a text can be damage: nearly every text, and each cell is asked.
fn is_plain(text: &str) -> bool {
    let signs = ['&', '<', '?', '#', '\\', '%', '_', '('];
    text.is_ascii()
        && !text.contains(|c| signs.contains(&c) || is_invisible(c))
        && !leavings::says_no_value(text)
        && !leavings::stands_in(text)
}

/// A text as it can be read on a screen: what is invisible is written as its number.
pub fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_invisible(c) {
            let _ = write!(out, "<U+{:04X}>", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out
}

/// A text without its invisible characters.
pub fn without_invisible(text: &str) -> String {
    text.chars().filter(|c| !is_invisible(*c)).collect()
}

/// Whether a character shows nothing and was typed by nobody. The joiners that hold an emoji
/// together are among them: no font of a letter has one.
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Applies a step until nothing changes: what was damaged twice is mended twice.
fn fixed(text: &str, step: impl Fn(&str) -> String) -> String {
    let mut now = text.to_owned();
    for _ in 0..4 {
        let next = step(&now);
        if next == now {
            break;
        }
        now = next;
    }
    now
}

/// Letters that are UTF-8 read as Windows-1252, as what they were.
fn reencoded(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < chars.len() {
        let found = sequence(&chars[at..]).or_else(|| cut(&chars[at..]));
        let (c, len) = found.unwrap_or((chars[at], 1));
        out.push(c);
        at += len;
    }
    out
}

/// The letter whose bytes in UTF-8 the next characters are, and how many they are.
fn sequence(chars: &[char]) -> Option<(char, usize)> {
    let first = byte(*chars.first()?)?;
    let len = match first {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return None,
    };
    let bytes: Option<Vec<u8>> = chars.get(..len)?.iter().map(|c| byte(*c)).collect();
    let bytes = bytes?;
    let text = std::str::from_utf8(&bytes).ok()?;
    Some((text.chars().next()?, len))
}

/// What is left of two sequences whose last byte other programs drop: `”` has one that
/// Windows-1252 does not use, and the one of a no-break space is taken for a blank.
fn cut(chars: &[char]) -> Option<(char, usize)> {
    match chars {
        ['â', '€', ..] => Some(('”', 2)),
        ['Â', ' ', ..] => Some((' ', 2)),
        _ => None,
    }
}

/// The byte that Windows-1252 shows as a character; the five that it does not use are themselves.
fn byte(c: char) -> Option<u8> {
    if let Some(at) = UPPER.iter().position(|upper| *upper == c) {
        return u8::try_from(at).ok().map(|at| at + 0x80);
    }
    u8::try_from(u32::from(c)).ok()
}

/// The letter that Windows-1252 shows for a byte.
pub fn windows_letter(byte: u8) -> char {
    let upper = usize::from(byte).checked_sub(0x80).and_then(|at| UPPER.get(at));
    upper.copied().unwrap_or_else(|| char::from(byte))
}

/// 0x80 to 0x9F in Windows-1252.
const UPPER: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
    '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ',
    '\u{9d}', 'ž', 'Ÿ',
];

/// The entities of a web page as their characters.
fn without_entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let behind = &rest[at + 1..];
        let end = behind.find(';').filter(|end| *end <= 8);
        if let Some((c, end)) = end.and_then(|end| Some((entity(&behind[..end])?, end))) {
            out.push(c);
            rest = &behind[end + 1..];
        } else {
            out.push('&');
            rest = behind;
        }
    }
    out.push_str(rest);
    out
}

/// How many entities of a web page stand in a text.
pub fn entities(text: &str) -> usize {
    text.match_indices('&')
        .filter(|(at, _)| {
            let behind = &text[at + 1..];
            let end = behind.find(';').filter(|end| *end <= 8);
            end.is_some_and(|end| entity(&behind[..end]).is_some())
        })
        .count()
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code).filter(|c| *c == ' ' || !c.is_control());
    }
    ENTITIES.iter().find(|(own, _)| *own == name).map(|(_, c)| *c)
}

const ENTITIES: [(&str, char); 22] = [
    ("amp", '&'),
    ("quot", '"'),
    ("apos", '\''),
    ("lt", '<'),
    ("gt", '>'),
    ("nbsp", '\u{a0}'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("hellip", '…'),
    ("bull", '•'),
    ("deg", '°'),
    ("eacute", 'é'),
    ("egrave", 'è'),
    ("aacute", 'á'),
    ("agrave", 'à'),
    ("uuml", 'ü'),
    ("ouml", 'ö'),
    ("copy", '©'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_meant_is_told() {
        for (text, kind, mended) in [
            ("Masâ€™ariah", DamageKind::Encoding, "Mas’ariah"),
            ("JosÃ© Ã±", DamageKind::Encoding, "José ñ"),
            ("Nur&#039;aini", DamageKind::Entity, "Nur'aini"),
            ("Sarana &amp;amp; Prasarana", DamageKind::Entity, "Sarana & Prasarana"),
            ("A&nbsp;B &#x27;", DamageKind::Entity, "A\u{a0}B '"),
            ("Si\u{200b}ti", DamageKind::Invisible, "Siti"),
            ("\u{202d}Budi\u{202c}", DamageKind::Invisible, "Budi"),
            ("Jum\u{fffd}at", DamageKind::Lost, "Jum\u{fffd}at"),
            ("Ã¢â‚¬â„¢", DamageKind::Encoding, "’"),
            ("25Â°C", DamageKind::Encoding, "25°C"),
            ("â€œbaruâ€ sekali", DamageKind::Encoding, "“baru” sekali"),
            ("Pukul 08.00Â WITA", DamageKind::Encoding, "Pukul 08.00\u{a0}WITA"),
            ("Pukul 08.00Â WIB", DamageKind::Encoding, "Pukul 08.00 WIB"),
            ("pagi\u{1}", DamageKind::Invisible, "pagi"),
            ("#REF!", DamageKind::NoValue, ""),
            ("#N/A", DamageKind::NoValue, ""),
            ("NULL", DamageKind::NoValue, ""),
            ("(null)", DamageKind::NoValue, ""),
            ("Dinas<br>Sosial", DamageKind::Entity, "Dinas Sosial"),
            ("<p>Dinas <b>Sosial</b></p>", DamageKind::Entity, "Dinas Sosial"),
            ("Dinas&lt;br/&gt;Sosial", DamageKind::Entity, "Dinas Sosial"),
            ("Dinas_x000D_\nSosial", DamageKind::Escape, "Dinas \nSosial"),
            ("Dinas Sosial\\nBidang A", DamageKind::Escape, "Dinas Sosial Bidang A"),
            ("Dinas\\nSosial", DamageKind::Escape, "Dinas Sosial"),
            ("Dinas%20Sosial", DamageKind::Escape, "Dinas Sosial"),
            ("\u{ff22}\u{ff55}di", DamageKind::LookAlike, "Budi"),
            ("\u{421}iti \u{410}ni", DamageKind::LookAlike, "Citi Ani"),
            ("\u{421}\u{410}\u{420} Toko", DamageKind::LookAlike, "CAP Toko"),
            ("Mas?ariah", DamageKind::Lost, "Mas?ariah"),
        ] {
            let damage = damage(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((damage.kind, damage.mended.as_str()), (kind, mended), "{text}");
        }
        assert_eq!(visible("a\u{200b}b"), "a<U+200B>b");
    }

    #[test]
    fn sound_text_is_left_alone() {
        for text in [
            "José Ñuñez, S.H.",
            "Mas’ariah – “baik” …",
            "R&D; A & B",
            "25 °C, 100 €",
            "ΑΒΓ 中文",
            "Café â la carte",
            "baris\nbaru\tini\u{a0}ya",
            "https://contoh.id/a%20b?c=d",
            "Benarkah? Ya",
            "aset\\nama.png",
            "50%20 lagi",
            "a < b dan c > d",
            "Nullah",
            "kode_x12",
            "5 \u{b5}g, \u{3b1} dan \u{3b2}hCG",
            "\u{41c}\u{43e}\u{441}\u{43a}\u{432}\u{430}",
        ] {
            assert_eq!(damage(text), None, "{text}");
        }
    }
}
