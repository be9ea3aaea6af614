//! What was meant to be filled in and was not: `[isi]`, `${nomor}`, `XXXX`, dots.
//!
//! The list is short on purpose: what official Indonesian can mean in earnest is not on it.
//! `XXX` is the roman thirty, three dots are an ellipsis, `[1]` is a note, and dotted lines that
//! a template draws are there to be written on. What is looked for is what people type, so it
//! is looked for in their words.

use crate::notation::{lost_tag, plain};
use crate::origins::FilledText;
use base::source::Spanned;
use field::domain::srikandi::without_variables;

/// Words that in square brackets stand for something else.
const STAND_INS: [&str; 12] = [
    "isi", "diisi", "nama", "nomor", "tanggal", "tempat", "jabatan", "instansi", "judul",
    "acara", "tbd", "todo",
];

/// Words that are nothing but a note to oneself. Todo is a village in Manggarai.
const NOTES: [&str; 3] = ["tbd", "lorem ipsum", "xxxx"];

/// The first placeholder that a filled template prints. Dots count only where they come from
/// the data; the variables of Srikandi are no placeholders where it fills them (`srikandi`).
pub(super) fn leftover(filled: &FilledText, srikandi: bool) -> Option<Spanned<String>> {
    let rest = |text: &str| unfilled(plain(text), srikandi);
    let text = filled.text.as_str();
    for (range, span) in filled.origins.values() {
        let value = rest(text.get(range).unwrap_or_default());
        if is_one(&value, srikandi) {
            return Some(Spanned::new(value.trim().to_owned(), span));
        }
    }
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if let Some(found) = marker(&rest(line)) {
            let range = start..start + line.trim_end().len();
            return Some(Spanned::new(found, filled.origins.place(range)));
        }
        start += line.len();
    }
    None
}

/// The values of the data with a name in braces, which only a template fills.
pub(super) fn braces(filled: &FilledText, srikandi: bool) -> Vec<Spanned<String>> {
    let text = filled.text.as_str();
    let found = filled.origins.values().filter_map(|(range, span)| {
        let value = unfilled(plain(text.get(range).unwrap_or_default()), srikandi);
        in_braces(&value).map(|found| Spanned::new(found, span))
    });
    found.collect()
}

/// A text without the variables that Srikandi fills.
fn unfilled(text: String, srikandi: bool) -> String {
    if srikandi { without_variables(&text) } else { text }
}

/// Whether a value of the data is or holds a placeholder.
pub(super) fn is_one(value: &str, srikandi: bool) -> bool {
    let value = unfilled(value.to_owned(), srikandi);
    marker(&value).is_some() || dots(&value).is_some()
}

/// A placeholder in a text.
fn marker(text: &str) -> Option<String> {
    in_braces(text).or_else(|| stand_in(text)).or_else(|| note(text))
}

/// A name in braces, however many there are.
fn in_braces(text: &str) -> Option<String> {
    between(text, "${", "}")
        .or_else(|| between(text, "{{", "}}"))
        .or_else(|| lost_tag::first(text))
        .or_else(|| braced(text))
}

/// `${…}`: what opens and closes on one line, with something short between.
fn between(text: &str, open: &str, close: &str) -> Option<String> {
    let start = text.find(open)?;
    let inner = &text[start + open.len()..];
    let end = inner.find(close)?;
    (end <= 60).then(|| format!("{open}{}{close}", &inner[..end]))
}

/// `{nama}`: a name in braces stands for something else, unless it is an attribute (of a
/// directive, a heading, a link or a picture) or part of a word.
fn braced(text: &str) -> Option<String> {
    let line = text.trim_start();
    if line.starts_with(":::") || line.starts_with('#') {
        return None;
    }
    let name = |word: &str| {
        let word = word.trim_matches(' ');
        word.len() > 1 && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
    };
    text.match_indices('{').find_map(|(at, _)| {
        let before = text[..at].chars().next_back();
        let (word, rest) = text[at + 1..].split_once('}')?;
        let taken = |c: char| c.is_alphanumeric() || "])${".contains(c);
        let of_text = !before.is_some_and(taken) && !rest.starts_with('}');
        (of_text && name(word)).then(|| format!("{{{word}}}"))
    })
}

/// `[isi]`, `[nama pejabat]`, `[____]`; not the words of a link.
fn stand_in(text: &str) -> Option<String> {
    let mut rest = text;
    while let Some(start) = rest.find('[') {
        let inner = &rest[start + 1..];
        if let Some(end) =
            inner.find([']', '[']).filter(|end| inner[*end..].starts_with(']'))
        {
            let word = inner[..end].trim().to_lowercase();
            let first = word.split_whitespace().next().unwrap_or_default();
            // `[...]` alone is what a quotation leaves out.
            let blank =
                word.chars().all(|c| ".…_".contains(c)) && word.chars().count() > 3;
            let link = inner[end + 1..].starts_with('(');
            if blank || (end <= 40 && !link && STAND_INS.contains(&first)) {
                return Some(format!("[{}]", &inner[..end]));
            }
        }
        rest = inner;
    }
    None
}

/// "TBD", "XXXX", "Nomor XXX/2024": whole words only.
fn note(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let whole = |at: usize, len: usize| {
        let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        edge(lower[..at].chars().next_back()) && edge(lower[at + len..].chars().next())
    };
    for word in NOTES {
        if lower.match_indices(word).any(|(at, _)| whole(at, word.len())) {
            return Some(word.to_uppercase());
        }
    }
    // A roman thirty stands alone; between slashes or digits it is no number of anything.
    text.split(|c: char| c.is_whitespace() || c == ',')
        .find(|word| {
            word.split(['/', '-', '.']).count() > 1
                && word.split(['/', '-', '.']).any(|part| {
                    part.len() >= 3 && part.chars().all(|c| matches!(c, 'x' | 'X'))
                })
        })
        .map(str::to_owned)
}

/// Four dots or more in a row, or two of the character for three.
fn dots(text: &str) -> Option<String> {
    ["....", "……", "____"]
        .iter()
        .find(|dots| text.contains(**dots))
        .map(|d| (*d).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::origins::{Origin, Origins};
    use base::source::{FileId, Span};

    #[test]
    fn what_nobody_means_in_earnest_is_found() {
        for text in [
            "Nomor ${nomor_naskah}",
            "Yth. {{ nama }}",
            "Rapat [isi]",
            "pada {tanggal} di",
            "Yth. { nama_pejabat }",
            "[Nama Pejabat]",
            "[____]",
            "Hotel TBD",
            "Jalan XXXX",
            "100.1.2/XXX/PEM",
            "lorem ipsum dolor",
        ] {
            assert!(marker(text).is_some(), "{text}");
        }
    }

    #[test]
    fn what_people_write_in_earnest_is_not() {
        for text in [
            "HUT Korpri XXX",
            "dan seterusnya ...",
            "lihat [1] dan [Lampiran II]",
            "Rp{harga}",
            "Kampung Todo",
            "\"menimbang [...] bahwa\"",
            "[Nama Daerah](https://contoh.example)",
            "Max/Min",
            "nama [bukan isi] kurung",
            "daftar nama",
        ] {
            assert_eq!(marker(text), None, "{text}");
            assert_eq!(dots(text), None, "{text}");
        }
    }

    /// A text of a template around a value of the data.
    fn filled(before: &str, value: &str, after: &str) -> FilledText {
        let (file, data) = (FileId(1), Span::File(FileId(2)));
        let mut origins = Origins::default();
        let (start, end) = (before.len(), before.len() + value.len());
        origins.push(0..start, Origin::Literal(file, 0));
        origins.push(start..end, Origin::Data(data, Span::None));
        origins.push(end..end + after.len(), Origin::Literal(file, start + 9));
        FilledText { text: format!("{before}{value}{after}"), origins }
    }

    #[test]
    fn the_place_is_in_the_data_where_it_came_from_there() {
        let found = leftover(&filled("di ", "Hotel \\.\\.\\.\\.", "\n"), false).unwrap();
        assert_eq!(
            (found.value.as_str(), found.span),
            ("Hotel ....", Span::File(FileId(2)))
        );
        let own = filled("Paraf ……… ....\n", "di Hotel Aston", "\n");
        assert_eq!(leftover(&own, false), None, "a line of the template");
        let own = leftover(&filled("a\nYth\\. \\[isi\\]\n", "x", ""), false).unwrap();
        assert_eq!(
            (own.value.as_str(), own.span),
            ("[isi]", Span::text(FileId(1), 2..15))
        );
    }

    #[test]
    fn what_srikandi_fills_is_no_placeholder() {
        let text = filled("Nomor ", "$\\{nomor\\_naskah\\}", "\n");
        assert!(leftover(&text, false).is_some());
        assert_eq!(leftover(&text, true), None);
        let other = filled("", "Nomor ${nomor_naskah} Hal ${hal}", "\n");
        assert!(leftover(&other, true).unwrap().value.contains("${hal}"));
    }
}
