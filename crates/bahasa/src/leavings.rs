//! What programs leave in a text on its way from one to another, and letters that only look like ours.

/// What programs write where they have no value.
const NO_VALUE: [&str; 15] = [
    "#REF!",
    "#N/A",
    "#NA",
    "#VALUE!",
    "#DIV/0!",
    "#NAME?",
    "#NUM!",
    "#NULL!",
    "#SPILL!",
    "#CALC!",
    "NULL",
    "null",
    "(null)",
    "undefined",
    "NaN",
];

/// Whether a text is what a program writes where it has no value.
pub(crate) fn says_no_value(text: &str) -> bool {
    let text = text.trim();
    let shown =
        |error: &&str| error.len() > 3 && error.ends_with('!') && text.contains(*error);
    NO_VALUE.contains(&text) || text.contains('#') && NO_VALUE.iter().any(shown)
}

/// What stands in for a text that nobody knew yet.
const STANDS_IN: [&str; 7] =
    ["tba", "tbd", "t.b.a.", "isi di sini", "diisi di sini", "isi disini", "lorem ipsum"];

/// So many crosses stand in for a text; more are somebody's ornament.
const CROSSES: usize = 12;

/// Whether a whole text only stands in for one that nobody knew yet: `?`, `xxx`, `<nama>`. Dots are
/// none: they leave room for a hand. `XXX` is a Roman number.
pub(crate) fn stands_in(text: &str) -> bool {
    let text = text.trim();
    let only = |sign: char| !text.is_empty() && text.chars().all(|c| c == sign);
    let crossed = (3..=CROSSES).contains(&text.len())
        && text.chars().all(|c| matches!(c, 'x' | 'X'));
    let roman = text.len() == 3 && only('X');
    let low = text.to_lowercase();
    only('?')
        || crossed && !roman
        || STANDS_IN.contains(&low.as_str())
        || low.starts_with("lorem ipsum ")
        || bracketed(text)
}

/// `<nama>`, `[nama kepala dinas]`: a short text of words in brackets that hold a place.
fn bracketed(text: &str) -> bool {
    let pairs = [('<', '>'), ('[', ']')];
    let inner = pairs
        .iter()
        .find_map(|(open, close)| text.strip_prefix(*open)?.strip_suffix(*close));
    inner.is_some_and(|inner| {
        let word = |c: char| c.is_alphabetic() || matches!(c, ' ' | '_' | '.' | '/');
        inner.len() < 40
            && inner.contains(char::is_alphabetic)
            && inner.chars().all(word)
            && !is_tag(inner)
    })
}

/// The names of tags that web forms leave behind.
const TAGS: [&str; 15] = [
    "br", "p", "b", "i", "u", "div", "span", "strong", "em", "font", "li", "ul", "ol",
    "td", "tr",
];

/// A text without the tags of a web page: what broke a line is a blank, the others are nothing.
pub(crate) fn without_tags(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let behind = &rest[at + 1..];
        let end = behind.find('>').filter(|end| is_tag(&behind[..*end]));
        out.push_str(&rest[..at]);
        if let Some(end) = end {
            let inline = ["b", "i", "u", "span", "strong", "em", "font"];
            if !inline.contains(&tag_name(&behind[..end])) && !out.ends_with(' ') {
                out.push(' ');
            }
            rest = &behind[end + 1..];
        } else {
            out.push('<');
            rest = behind;
        }
    }
    if out.is_empty() && rest == text {
        return rest.to_owned();
    }
    out.push_str(rest);
    out.trim().to_owned()
}

fn tag_name(tag: &str) -> &str {
    let tag = tag.trim_start_matches('/');
    let end = tag.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(tag.len());
    &tag[..end]
}

fn is_tag(tag: &str) -> bool {
    let name = tag_name(tag);
    let behind = tag.trim_start_matches('/').strip_prefix(name).unwrap_or_default();
    let known = TAGS.iter().any(|own| own.eq_ignore_ascii_case(name));
    let attributes = behind.starts_with(' ') && behind.contains('=');
    known && (behind.trim_matches([' ', '/']).is_empty() || attributes)
}

/// A text with `_x000D_`, a typed `\\n` and `%20` as the blanks they were.
pub(crate) fn without_escapes(text: &str) -> String {
    if is_address(text) {
        return text.to_owned();
    }
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < chars.len() {
        let found = sheet_escape(&chars[at..])
            .or_else(|| typed_break(&chars[at..]))
            .or_else(|| percent(&chars[at..], out.chars().next_back()));
        if let Some((c, len)) = found {
            if c != ' ' || !out.ends_with(' ') {
                out.push(c);
            }
            at += len;
        } else {
            out.push(chars[at]);
            at += 1;
        }
    }
    if out == text { out } else { out.trim().to_owned() }
}

fn is_address(text: &str) -> bool {
    text.contains("://") || text.contains("www.")
}

/// `_x000D_`: how a workbook writes a control character.
fn sheet_escape(chars: &[char]) -> Option<(char, usize)> {
    let ['_', 'x', digits @ .., '_'] = chars.get(..7)? else { return None };
    let digits: String = digits.iter().collect();
    let code = u32::from_str_radix(&digits, 16).ok()?;
    let c = char::from_u32(code)?;
    Some((if c.is_control() { ' ' } else { c }, 7))
}

/// `\\n` as two characters; before a small letter it may part the names of folders.
fn typed_break(chars: &[char]) -> Option<(char, usize)> {
    let ['\\', 'n' | 'r' | 't'] = chars.get(..2)? else { return None };
    let folder = chars.get(2).is_some_and(char::is_ascii_lowercase);
    (!folder).then_some((' ', 2))
}

/// `%20` behind a letter: how an address writes a blank.
fn percent(chars: &[char], before: Option<char>) -> Option<(char, usize)> {
    let ['%', one, two] = chars.get(..3)? else { return None };
    let code = format!("{one}{two}");
    let c = match code.to_ascii_uppercase().as_str() {
        "20" => ' ',
        "26" => '&',
        "27" => '\'',
        "28" => '(',
        "29" => ')',
        "2C" => ',',
        "2F" => '/',
        _ => return None,
    };
    before.is_some_and(|c| c.is_alphabetic() || c == ')').then_some((c, 3))
}

/// Letters of other scripts and the ones of ours that they look like.
const ALIKE: [(&str, &str); 2] = [
    ("АВЕКМНОРСТХУІЈЅаеорсухіјѕ", "ABEKMHOPCTXYIJSaeopcyxijs"),
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo"),
];

/// A text in our letters: full-width ones, and those of words that are not of another script.
pub(crate) fn own_letters(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let narrow: String = text.chars().map(narrow).collect();
    let latin = narrow.chars().any(|c| c.is_ascii_alphabetic());
    let mut out = String::with_capacity(text.len());
    for piece in narrow.split_inclusive(|c: char| !c.is_alphabetic()) {
        let mixed = piece.chars().any(|c| c.is_ascii_alphabetic());
        let letters = || piece.chars().filter(|c| c.is_alphabetic());
        let all = latin && letters().count() > 1 && letters().all(|c| alike(c).is_some());
        if mixed || all {
            out.extend(piece.chars().map(|c| alike(c).unwrap_or(c)));
        } else {
            out.push_str(piece);
        }
    }
    out
}

fn narrow(c: char) -> char {
    let code = u32::from(c);
    if (0xff01..=0xff5e).contains(&code) {
        char::from_u32(code - 0xfee0).unwrap_or(c)
    } else {
        c
    }
}

fn alike(c: char) -> Option<char> {
    ALIKE.iter().find_map(|(theirs, ours)| {
        let at = theirs.chars().position(|own| own == c)?;
        ours.chars().nth(at)
    })
}

/// Whether a `?` stands for a letter: between two of a word.
pub(crate) fn lost_letter(text: &str) -> bool {
    let in_word = |word: &str| {
        let chars: Vec<char> = word.chars().collect();
        let between = |three: &[char]| {
            three[1] == '?' && three[0].is_alphabetic() && three[2].is_alphabetic()
        };
        !word.contains(['=', '/', '.', '(']) && chars.windows(3).any(between)
    };
    text.contains('?') && text.split_whitespace().any(in_word)
}
