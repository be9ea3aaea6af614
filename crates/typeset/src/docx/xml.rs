//! Characters that may stand in XML.

use std::fmt::Write as _;

use crate::units::Rgb;

/// Text without the characters XML 1.0 cannot hold; line ends and tabs become spaces.
pub(super) fn clean(text: &str) -> String {
    text.chars()
        .filter_map(|c| match c {
            '\n' | '\r' | '\t' => Some(' '),
            c if c.is_control() => None,
            '\u{FFFE}' | '\u{FFFF}' => None,
            c => Some(c),
        })
        .collect()
}

/// Cleaned text, escaped for content and attributes alike.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in clean(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

/// An address with everything percent-encoded that a relationship target may not hold: Word
/// calls a file broken whose links are not URIs.
pub(super) fn uri(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for byte in address.trim().bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => out.push(char::from(byte)),
            _ if b"-._~:/?#@!$&'()*+,;=%".contains(&byte) => out.push(char::from(byte)),
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

/// A colour as six digits.
pub(super) fn hex(color: Rgb) -> String {
    format!("{:02X}{:02X}{:02X}", color.0, color.1, color.2)
}

/// The first line of every part.
pub(super) const DECLARATION: &str =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The namespaces of the parts that hold paragraphs.
pub(super) const NAMESPACES: &str = concat!(
    r#" xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#,
    r#" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#,
    r#" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing""#,
    r#" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main""#,
    r#" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture""#,
    r#" xmlns:v="urn:schemas-microsoft-com:vml""#,
    r#" xmlns:o="urn:schemas-microsoft-com:office:office""#,
    r#" xmlns:w10="urn:schemas-microsoft-com:office:word""#,
);

/// The one namespace of the parts without drawings.
pub(super) const NAMESPACE: &str =
    r#" xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_go_and_no_break_spaces_stay() {
        assert_eq!(clean("a\u{0}b\u{A0}c\nd\u{FFFE}"), "ab\u{A0}c d");
        assert_eq!(escape("A & <B> \"C\""), "A &amp; &lt;B&gt; &quot;C&quot;");
    }

    #[test]
    fn addresses_become_uris() {
        assert_eq!(uri("https://a.id/x y?é=1"), "https://a.id/x%20y?%C3%A9=1");
    }
}
