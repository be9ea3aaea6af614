//! Values of the data as CommonMark that can be nothing but their own characters.

use std::fmt::Write;

/// Escapes a value so that no character of it can become markup: every ASCII punctuation mark
/// is escaped, the pipe, the backslash and the angle brackets as entities because tables read
/// them before anything else, and white space is folded so that a value is always part of one
/// line. No-break spaces stay.
pub(crate) fn escape(value: &str, out: &mut String) {
    let mut blank = false;
    for c in value.chars() {
        if c != '\u{a0}' && (c.is_whitespace() || c.is_control()) {
            blank = true;
            continue;
        }
        if blank && !out.ends_with(' ') {
            out.push(' ');
        }
        blank = false;
        match c {
            '|' | '\\' | '<' | '>' | '&' | '`' => {
                let _ = write!(out, "&#{};", u32::from(c));
            }
            c if c.is_ascii_punctuation() => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    if blank && !out.ends_with(' ') {
        out.push(' ');
    }
}
