//! Values of the data as CommonMark that can be nothing but their own characters.

use std::fmt::Write;

/// Escapes a value so that no character of it can become markup: every ASCII punctuation mark
/// is escaped, the pipe, the backslash and the angle brackets as entities because tables read
/// them before anything else, and white space is folded so that a value is always part of one
/// line. No-break spaces stay.
pub(crate) fn escape(value: &str, out: &mut String) {
    let mut value = folded(value).peekable();
    // A blank that the template or the value before has written already is enough.
    if value.peek() == Some(&' ') && out.ends_with(' ') {
        value.next();
    }
    for c in value {
        match c {
            '|' | '\\' | '<' | '>' | '&' | '`' | '\u{feff}' => {
                let _ = write!(out, "&#{};", u32::from(c));
            }
            c if c.is_ascii_punctuation() => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
}

/// The characters of a value with each run of white space and control characters as one blank.
/// No-break spaces stay.
pub(crate) fn folded(value: &str) -> impl Iterator<Item = char> {
    let mut blank = false;
    value.chars().filter_map(move |c| {
        let white = c != '\u{a0}' && (c.is_whitespace() || c.is_control());
        let again = white && blank;
        blank = white;
        (!again).then_some(if white { ' ' } else { c })
    })
}

/// Makes every line that opens a directive readable for comrak, which takes no colon behind
/// the fence: colons in attributes become entities.
/// `moved` is told the byte behind each and how many bytes were put in.
pub(crate) fn protect_colons(text: &str, moved: &mut impl FnMut(usize, usize)) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let body = line.trim_start();
        let fence = body.len() - body.trim_start_matches(':').len();
        let rest = &body[fence..];
        if fence >= 3 && rest.contains(':') {
            out.push_str(&line[..line.len() - rest.len()]);
            let at = start + line.len() - rest.len();
            push_without_colons(rest, &mut out, &mut |byte, by| moved(at + byte, by));
        } else {
            out.push_str(line);
        }
        start += line.len();
    }
    out
}

/// Writes each colon as an entity, together with a backslash that escapes it.
fn push_without_colons(
    text: &str,
    out: &mut String,
    moved: &mut impl FnMut(usize, usize),
) {
    const COLON: &str = "&#58;";
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        let escaped = if c == '\\' { chars.next() } else { None };
        match (c, escaped) {
            (':', _) | ('\\', Some(':')) => {
                out.push_str(COLON);
                let taken = 1 + usize::from(escaped.is_some());
                moved(text.len() - chars.as_str().len(), COLON.len() - taken);
            }
            (c, escaped) => {
                out.push(c);
                out.extend(escaped);
            }
        }
    }
}

/// A line of a filled template without the escapes that keep values from being markup.
pub fn plain(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find(['\\', '&']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let entity = rest.strip_prefix("&#").and_then(|r| r.split_once(';'));
        let decoded = entity
            .and_then(|(code, after)| Some((char::from_u32(code.parse().ok()?)?, after)));
        if let Some((c, after)) = decoded {
            out.push(c);
            rest = after;
        } else {
            let mut chars = rest.chars();
            let first = chars.next();
            let escaped = chars.clone().next().filter(char::is_ascii_punctuation);
            if first == Some('\\') && escaped.is_some() {
                chars.next();
                out.extend(escaped);
            } else {
                out.extend(first);
            }
            rest = chars.as_str();
        }
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_attributes_of_directives_change() {
        let text = "a: b\n:::kop {baris=\"a: b\"}\n:::\n  :::x {u=\"http://x\"}\n";
        let out = protect_colons(text, &mut |_, _| {});
        assert_eq!(
            out,
            "a: b\n:::kop {baris=\"a&#58; b\"}\n:::\n  :::x {u=\"http&#58;//x\"}\n"
        );
    }

    #[test]
    fn escapes_are_taken_off() {
        assert_eq!(plain("a\\. b &#124; c \\\\ & d"), "a. b | c \\ & d");
    }

    #[test]
    fn nothing_of_a_value_stays_markup() {
        let mut out = String::new();
        escape("  A*B|C <i>\n\n# x  {{ y }} ::: `z` ", &mut out);
        assert!(!out.contains(['*', '|', '<', '`', '\n']) || out.contains("\\*"));
        assert_eq!(out.matches('\n').count(), 0);
    }
}
