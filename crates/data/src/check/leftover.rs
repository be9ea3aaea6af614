//! What was meant to be filled in and was not: `[isi]`, `${nomor}`, `XXXX`, dots.
//!
//! The list is short on purpose: what official Indonesian can mean in earnest is not on it.
//! `XXX` is the roman thirty, three dots are an ellipsis, `[1]` is a note, and dotted lines that
//! a template draws are there to be written on.

use base::source::{FileId, SourceMap, Span, Spanned};
use field::domain::srikandi::without_variables;

/// Words that in square brackets stand for something else.
const STAND_INS: [&str; 12] = [
    "isi", "diisi", "nama", "nomor", "tanggal", "tempat", "jabatan", "instansi", "judul",
    "acara", "tbd", "todo",
];

/// Words that are nothing but a note to oneself. Todo is a village in Manggarai.
const NOTES: [&str; 3] = ["tbd", "lorem ipsum", "xxxx"];

/// A placeholder that is left in a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leftover {
    /// As it is printed, with what stands around it.
    pub shown: String,
    /// Where it comes from: the data, else the filled template.
    pub at: Span,
}

/// The values of the data that hold a placeholder, with their places.
pub fn leftovers(sources: &SourceMap) -> Vec<Spanned<String>> {
    let mut found = Vec::new();
    for number in 0.. {
        let file = FileId(number);
        let Some(source) = sources.get(file) else { break };
        if source.name != "naskah.toml" && !source.name.starts_with("data/") {
            continue;
        }
        let csv = source.name.to_lowercase().ends_with(".csv");
        let mut start = 0;
        for line in source.text.split_inclusive('\n') {
            for (at, value) in values(line, csv) {
                if marker(value).is_some() || dots(value).is_some() {
                    let range = start + at..start + at + value.len();
                    found.push(Spanned::new(value.to_owned(), Span::text(file, range)));
                }
            }
            start += line.len();
        }
    }
    found
}

/// The quoted texts of a line of TOML, or the cells of one of CSV, with their first bytes.
fn values(line: &str, csv: bool) -> Vec<(usize, &str)> {
    let line = line.trim_end();
    if !csv && line.trim_start().starts_with('#') {
        return Vec::new();
    }
    let marks: &[char] = if csv { &[',', ';', '"'] } else { &['"', '\''] };
    let mut at = 0;
    let mut parts = Vec::new();
    for (number, part) in line.split(marks).enumerate() {
        // In TOML every other part is outside of quotes.
        if !part.trim().is_empty() && (csv || number % 2 == 1) {
            parts.push((at, part));
        }
        at += part.len() + 1;
    }
    parts
}

/// The first placeholder that a filled template would print. Dots count only where they come
/// from the data; the variables of Srikandi are no placeholders where it fills them
/// (`srikandi`).
pub fn leftover(
    text: &str,
    data: &[Spanned<String>],
    srikandi: bool,
) -> Option<Leftover> {
    let printed = |value: &str| text.lines().any(|line| plain(line).contains(value));
    let left = |value: &str| {
        let rest = if srikandi { without_variables(value) } else { value.to_owned() };
        marker(&rest).is_some() || dots(&rest).is_some()
    };
    for value in data.iter().filter(|value| left(&value.value)) {
        if printed(&folded(&value.value)) {
            return Some(Leftover { shown: value.value.clone(), at: value.span });
        }
    }
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let shown = plain(line);
        let shown = if srikandi { without_variables(&shown) } else { shown };
        if let Some(found) = marker(&shown) {
            let range = start..start + line.trim_end().len();
            let at = Span::text(FileId::RENDERED, range);
            return Some(Leftover { shown: found, at });
        }
        start += line.len();
    }
    None
}

/// White space as the markup prints it.
fn folded(value: &str) -> String {
    value.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A placeholder in a text.
fn marker(text: &str) -> Option<String> {
    between(text, "${", "}")
        .or_else(|| between(text, "{{", "}}"))
        .or_else(|| stand_in(text))
        .or_else(|| note(text))
}

/// `${…}`: what opens and closes on one line, with something short between.
fn between(text: &str, open: &str, close: &str) -> Option<String> {
    let start = text.find(open)?;
    let inner = &text[start + open.len()..];
    let end = inner.find(close)?;
    (end <= 60).then(|| format!("{open}{}{close}", &inner[..end]))
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
    fn what_nobody_means_in_earnest_is_found() {
        for text in [
            "Nomor ${nomor_naskah}",
            "Yth. {{ nama }}",
            "Rapat [isi]",
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

    #[test]
    fn the_place_is_in_the_data_where_it_came_from_there() {
        let mut sources = SourceMap::default();
        let text = "# [isi]\n[rakor]\ntempat = \"Hotel ....\"\n";
        let file = sources.add("data/rakor.toml", text);
        let data = leftovers(&sources);
        assert_eq!(data.len(), 1);
        let found = leftover("di Hotel \\.\\.\\.\\.\n", &data, false).unwrap();
        assert_eq!(found.at, Span::text(file, 26..36));
        assert_eq!(
            leftover("Paraf ……… ....\n", &[], false),
            None,
            "a line of the template"
        );
        assert_eq!(leftover("di Hotel Aston\n", &data, false), None, "not printed");
        let own = leftover("a\nYth\\. \\[isi\\]\n", &[], false).unwrap();
        assert_eq!(
            (own.shown.as_str(), own.at.file()),
            ("[isi]", Some(FileId::RENDERED))
        );
    }

    #[test]
    fn what_srikandi_fills_is_no_placeholder() {
        let text = "Nomor $\\{nomor\\_naskah\\}\n";
        assert!(leftover(text, &[], false).is_some());
        assert_eq!(leftover(text, &[], true), None);
        let other = "Nomor ${nomor_naskah} Hal ${hal}\n";
        assert_eq!(leftover(other, &[], true).unwrap().shown, "${hal}");
    }

    #[test]
    fn escapes_are_taken_off() {
        assert_eq!(plain("a\\. b &#124; c \\\\ & d"), "a. b | c \\ & d");
    }
}
