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
pub(crate) fn protect_colons(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    for line in text.split_inclusive('\n') {
        let body = line.trim_start();
        let fence = body.len() - body.trim_start_matches(':').len();
        let rest = &body[fence..];
        if fence >= 3 && rest.contains(':') {
            out.push_str(&line[..line.len() - rest.len()]);
            push_without_colons(rest, &mut out);
        } else {
            out.push_str(line);
        }
    }
    out
}

/// Writes each colon as an entity, together with a backslash that escapes it.
fn push_without_colons(text: &str, out: &mut String) {
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        let escaped = if c == '\\' { chars.next() } else { None };
        match (c, escaped) {
            (':', _) | ('\\', Some(':')) => out.push_str("&#58;"),
            (c, escaped) => {
                out.push(c);
                out.extend(escaped);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_attributes_of_directives_change() {
        let text = "a: b\n:::kop {baris=\"a: b\"}\n:::\n  :::x {u=\"http://x\"}\n";
        let out = protect_colons(text);
        assert_eq!(
            out,
            "a: b\n:::kop {baris=\"a&#58; b\"}\n:::\n  :::x {u=\"http&#58;//x\"}\n"
        );
    }

    #[test]
    fn nothing_of_a_value_stays_markup() {
        let mut out = String::new();
        escape("  A*B|C <i>\n\n# x  {{ y }} ::: `z` ", &mut out);
        assert!(!out.contains(['*', '|', '<', '`', '\n']) || out.contains("\\*"));
        assert_eq!(out.matches('\n').count(), 0);
    }
}
