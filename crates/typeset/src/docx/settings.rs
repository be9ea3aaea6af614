//! `settings.xml` and `fontTable.xml`.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::xml::{DECLARATION, NAMESPACE, escape};

/// The settings. Compatibility mode 15 makes Word lay out as it does today; nothing is asked of
/// the user on opening (`w:updateFields` stays out, the daftar isi is already filled).
pub(super) fn part(language: &str, hyphenate: bool, notes: bool) -> String {
    let mut out = String::with_capacity(1500);
    out.push_str(DECLARATION);
    let _ = write!(out, "<w:settings{NAMESPACE}><w:zoom w:percent=\"100\"/>");
    out.push_str("<w:defaultTabStop w:val=\"709\"/>");
    if hyphenate {
        out.push_str("<w:autoHyphenation/>");
    }
    out.push_str("<w:characterSpacingControl w:val=\"doNotCompress\"/>");
    if notes {
        out.push_str(
            "<w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>",
        );
    }
    // A line that ends where the text says so is not stretched to the edge, as in the PDF.
    out.push_str("<w:compat><w:doNotExpandShiftReturn/>");
    for (name, value) in [
        ("compatibilityMode", 15),
        ("overrideTableStyleFontSizeAndJustification", 1),
        ("enableOpenTypeFeatures", 1),
        ("doNotFlipMirrorIndents", 1),
        ("differentiateMultirowTableHeaders", 1),
    ] {
        let _ = write!(
            out,
            "<w:compatSetting w:name=\"{name}\" \
             w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"{value}\"/>"
        );
    }
    let _ = write!(
        out,
        "</w:compat><w:themeFontLang w:val=\"{}\"/><w:decimalSymbol w:val=\",\"/>\
         <w:listSeparator w:val=\";\"/></w:settings>",
        escape(language)
    );
    out
}

/// The fonts by name; Word fills in the rest.
pub(super) fn fonts(names: &BTreeSet<String>) -> String {
    let mut out = format!("{DECLARATION}<w:fonts{NAMESPACE}>");
    for name in names {
        let _ = write!(
            out,
            "<w:font w:name=\"{}\"><w:charset w:val=\"00\"/><w:pitch w:val=\"variable\"/></w:font>",
            escape(name)
        );
    }
    out.push_str("</w:fonts>");
    out
}
