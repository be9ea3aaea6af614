//! Tags of a template that lost a brace: `{ rakor.nama }` is no tag, so it would be printed as it
//! stands. A tag that is begun and not ended is told by the engine.

use std::collections::BTreeMap;
use std::ops::Range;

/// The first of them in a text.
pub(crate) fn first(text: &str) -> Option<String> {
    let (range, _) = lost(text).into_iter().next()?;
    text.get(range).map(str::to_owned)
}

/// The places of such tags, each with the tag that was meant.
pub(crate) fn lost(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    let mut at = 0;
    let mut marks = Marks { text, next: BTreeMap::new() };
    while let Some(next) = text.get(at..).and_then(|rest| rest.find(['{', '%', '}'])) {
        let start = at + next;
        match tag_end(&mut marks, start) {
            // One that is ended by another tag's end lost its own.
            Some(end) if marks.find("{{", start + 2).is_some_and(|other| other < end) => {
            }
            Some(end) => {
                at = end;
                continue;
            }
            None => {}
        }
        let half = || {
            let inner = text[start..].starts_with("{{").then_some(start + 1)?;
            single(text, inner).map(|(range, meant)| (start..range.end, meant))
        };
        match half().or_else(|| single(text, start)).or_else(|| parted(text, start)) {
            Some((range, meant)) => {
                at = range.end;
                found.push((range, meant));
            }
            None => at = start + 1,
        }
    }
    found
}

/// Finds the next of some marks from places that only go on, so that a text full of tags without
/// an end is looked through once for each mark and not once for each tag.
struct Marks<'a> {
    text: &'a str,
    next: BTreeMap<&'static str, Option<usize>>,
}

impl Marks<'_> {
    fn find(&mut self, mark: &'static str, from: usize) -> Option<usize> {
        match self.next.get(mark) {
            Some(None) => return None,
            Some(Some(known)) if *known >= from => return Some(*known),
            _ => {}
        }
        let found = self.text.get(from..)?.find(mark).map(|at| from + at);
        self.next.insert(mark, found);
        found
    }
}

/// Where a whole tag, comment or raw part that begins here ends.
fn tag_end(marks: &mut Marks<'_>, start: usize) -> Option<usize> {
    let text = marks.text;
    let close = match text.get(start..start + 2)? {
        "{{" => "}}",
        "{%" => "%}",
        "{#" => "#}",
        _ => return None,
    };
    // `{%}` begins a tag and does not end it.
    let end = marks.find(close, start + 2)? + 2;
    let inside = text[start + 2..end - 2].trim_matches(['-', '+', ' ']);
    if close == "%}" && inside == "raw" {
        return Some(marks.find("endraw", end).unwrap_or(text.len()));
    }
    Some(end)
}

/// `{ rakor.nama }`, `{ daftar["honor"] | length }`, `{ kop() }}`: a name of the data, with or
/// without filters, behind one brace. A name alone may be an attribute or a word of the office: only
/// one with something behind it is surely a name of the data.
fn single(text: &str, start: usize) -> Option<(Range<usize>, String)> {
    let inner = text[start..].strip_prefix('{')?;
    let len =
        inner.find(['{', '}', '\n']).filter(|len| inner[*len..].starts_with('}'))?;
    let body = inner[..len].trim();
    let mut rest = body;
    let mut alone = named(&mut rest)?;
    while let Some(filter) = rest.trim_start().strip_prefix('|') {
        (rest, alone) = (filter.trim_start(), false);
        named(&mut rest)?;
    }
    let doubled = usize::from(inner[len + 1..].starts_with('}'));
    let end = start + 1 + len + 1 + doubled;
    let whole = rest.trim().is_empty() && !alone;
    whole.then(|| (start..end, format!("{{{{ {body} }}}}")))
}

/// Takes a name of the data off the front of a text, with what stands behind it: `.nama`,
/// `["honor"]`, `(tanggal, hari=false)`. Says whether it stands alone.
fn named(rest: &mut &str) -> Option<bool> {
    let word = |text: &str| {
        let letter = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let len = text.find(|c| !letter(c)).unwrap_or(text.len());
        (len > 0 && !text.starts_with(|c: char| c.is_ascii_digit())).then_some(len)
    };
    *rest = &rest[word(rest)?..];
    let mut alone = true;
    loop {
        let len = match rest.chars().next() {
            Some('.') => 1 + word(&rest[1..])?,
            Some('[') => rest.find(']')? + 1,
            Some('(') => rest.find(')')? + 1,
            _ => return Some(alone),
        };
        (*rest, alone) = (&rest[len..], false);
    }
}

/// `{ % if … %}`, `{ { rakor.nama } }`, `% endif %}`: a tag whose braces were parted.
fn parted(text: &str, start: usize) -> Option<(Range<usize>, String)> {
    let rest = &text[start..];
    let line = rest[..rest.floor_char_boundary(LONGEST)].lines().next()?;
    let tag = |open: &str, close: &str| {
        let body = line.strip_prefix(open)?;
        let end = body.find(close)?;
        Some((
            body[..end].trim().to_owned(),
            start..start + open.len() + end + close.len(),
        ))
    };
    let statement = |(body, range): (String, Range<usize>)| {
        let word = body.split_whitespace().next().unwrap_or_default();
        STATEMENTS.contains(&word).then(|| (range, format!("{{% {body} %}}")))
    };
    [("{ %", "%}"), ("{ %", "% }"), ("%", "%}"), ("{%", "% }"), ("{", "%}")]
        .into_iter()
        .filter_map(|(open, close)| statement(tag(open, close)?))
        .min_by_key(|(range, _)| range.end)
        .or_else(|| {
            let (body, range) = [("{ {", "} }"), ("{ {", "}}")]
                .into_iter()
                .find_map(|(open, close)| tag(open, close))?;
            Some((range, format!("{{{{ {body} }}}}")))
        })
}

/// The longest tag whose braces were parted, in bytes.
const LONGEST: usize = 1000;

const STATEMENTS: [&str; 14] = [
    "if", "elif", "else", "endif", "for", "endfor", "set", "endset", "from", "include",
    "macro", "endmacro", "call", "import",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_that_lost_a_brace() {
        for (text, meant) in [
            ("Rapat { rakor.nama } di", "{{ rakor.nama }}"),
            ("{rakor.tanggal | tanggal}", "{{ rakor.tanggal | tanggal }}"),
            ("{ rakor.nama }}", "{{ rakor.nama }}"),
            ("{ p.nip | upper }", "{{ p.nip | upper }}"),
            ("{ % if rakor %}", "{% if rakor %}"),
            ("{ % if a % }ya{% endif %}", "{% if a %}"),
            ("{{ rakor.nama } di", "{{ rakor.nama }}"),
            ("{{ rakor.nama } di {{ x.y }}", "{{ rakor.nama }}"),
            ("{% for p in peserta % }", "{% for p in peserta %}"),
            ("% endif %}", "{% endif %}"),
            ("{ { daerah.nama } }", "{{ daerah.nama }}"),
            ("{ daftar.honor[0].nama }", "{{ daftar.honor[0].nama }}"),
            ("{ kop() }", "{{ kop() }}"),
            ("oleh { pejabat[\"sekda\"].nama }}", "{{ pejabat[\"sekda\"].nama }}"),
            ("{ daftar[\"honor\"] | length }", "{{ daftar[\"honor\"] | length }}"),
            (
                "{ t(rakor.tanggal, hari=false) | kapital }",
                "{{ t(rakor.tanggal, hari=false) | kapital }}",
            ),
        ] {
            let found = lost(text);
            let said: Vec<&str> = found.iter().map(|(_, meant)| meant.as_str()).collect();
            assert_eq!(said, [meant], "{text}");
        }
    }

    #[test]
    fn what_is_no_lost_tag() {
        for text in [
            "{{ rakor.nama }} {% if a %}{% endif %} {# { a.b } #}",
            ":::gambar {berkas=\"aset/a.png\" lebar=24}",
            ":::kolom {.lebar #nama}",
            ":::tabel {utuh} dan {judul=\"a(b) | c\" utuh}",
            "url {nomor} 50% lebih",
            "{% raw %}{ rakor.nama }{% endraw %}",
            "{{ f({\"a\": b.c}) }}",
            "{ Kata biasa. }",
            "100 % dari {1.5}",
            "{%}",
            "{#}",
            "{{}",
        ] {
            assert_eq!(lost(text), [], "{text}");
        }
    }
}
