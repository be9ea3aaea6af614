//! Heads without all their brackets or with blanks in them, lists that were not closed, and texts
//! that lack their quotes: told where they begin, and set right before the parser comes to them, so
//! that the rest of the file is read as it was meant.

use std::borrow::Cow;
use std::ops::Range;

use super::toml_follow::{key_at, line_start};
use super::toml_steps::{look, write};
use crate::problem::FileProblem;
use base::diag::{Both, Problems};
use base::source::{FileId, Span};

/// A text of which more is read than stands in the file.
pub(super) struct Mended<'t> {
    pub(super) text: Cow<'t, str>,
    /// The bytes that were added, in order.
    pub(super) added: Vec<usize>,
}

impl Mended<'_> {
    /// Puts a sign before a byte.
    pub(super) fn insert(&mut self, at: usize, sign: char) {
        self.text.to_mut().insert(at, sign);
        let place = self.added.partition_point(|added| *added < at);
        for later in self.added.iter_mut().skip(place) {
            *later += 1;
        }
        self.added.insert(place, at);
    }

    /// Keeps the beginning alone.
    pub(super) fn keep(&mut self, length: usize) {
        if length < self.text.len() {
            self.text.to_mut().truncate(length);
            self.added.retain(|added| *added < length);
        }
    }

    /// Where what is read stands in the file.
    pub(super) fn written(&self, range: &Range<usize>) -> Range<usize> {
        let back = |at: usize| at - self.added.partition_point(|added| *added < at);
        back(range.start)..back(range.end)
    }
}

/// A head as it was meant.
struct MeantHead {
    name: String,
    doubled: bool,
    detail: Both,
}

/// The text with whole heads, closed lists and quotes, each told; and the heads that were meant
/// double, which stand with single brackets.
pub(super) fn whole<'t>(
    file: FileId,
    text: &'t str,
    problems: &mut Problems,
) -> (Mended<'t>, Vec<Range<usize>>) {
    let mut mended = Mended { text: Cow::Borrowed(text), added: Vec::new() };
    let mut doubled = Vec::new();
    // Texts of several lines may hold anything.
    if text.contains("\"\"\"") || text.contains("'''") {
        return (mended, doubled);
    }
    let (mut at, mut open): (usize, Option<OpenList>) = (0, None);
    while at < mended.text.len() && mended.added.len() < MOST_ADDED {
        let line = line_at(&mended.text, at);
        let begins = key_at(&mended.text, at).is_some() || is_head(line);
        if let Some(list) = open.take_if(|_| begins) {
            let before = mended.text.len();
            close(file, &mut mended, &list, problems);
            at += mended.text.len() - before;
        }
        let line = line_at(&mended.text, at).to_owned();
        if let Some(list) = &mut open {
            match depth(&line, list.depth) {
                Some(0) | None => open = None,
                Some(depth) => {
                    list.depth = depth;
                    list.said(&line, at);
                }
            }
        } else if let Some(head) = meant_head(&line) {
            let place = code_range(&line, at);
            let whole = head.whole();
            problems.add(
                Span::text(file, mended.written(&place)),
                FileProblem::TomlSyntax {
                    detail: head.detail.clone(),
                    step: write(&whole),
                },
            );
            let place = put_head(&mut mended, place, &head);
            if head.doubled {
                doubled.push(place);
            }
        } else if key_at(&mended.text, at).is_some() {
            let quoted = quotes(&line, at);
            if let Some((place, detail, meant, quote)) = quoted {
                let span = Span::text(file, mended.written(&place));
                problems
                    .add(span, FileProblem::TomlSyntax { detail, step: write(&meant) });
                mended.insert(place.end, quote);
                mended.insert(place.start, quote);
            } else {
                open = OpenList::begun(&line, at);
            }
        }
        at += line_at(&mended.text, at).len() + 1;
    }
    if let Some(list) = open {
        close(file, &mut mended, &list, problems);
    }
    (mended, doubled)
}

/// So many signs are added to one file: who left out more looks again.
const MOST_ADDED: usize = 60;

fn line_at(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or_default();
    rest.split('\n').next().unwrap_or_default()
}

/// A line without its comment, and where it stands.
fn code_range(line: &str, at: usize) -> Range<usize> {
    let code = line.split('#').next().unwrap_or_default();
    let start = at + code.len() - code.trim_start().len();
    start..start + code.trim().len()
}

/// The name in the brackets of a head, with how many stand before and behind it.
fn head_parts(line: &str) -> Option<(&str, usize, usize)> {
    let code = line.split('#').next()?.trim();
    let inner = code.trim_start_matches('[');
    let name = inner.trim_end_matches(']');
    let word = |c: char| c.is_ascii_alphanumeric() || "-_. ".contains(c);
    let begins = name.trim_start().starts_with(|c: char| c.is_ascii_alphabetic());
    let (before, behind) = (code.len() - inner.len(), inner.len() - name.len());
    (begins && name.chars().all(word) && (1..=2).contains(&before) && behind <= 2)
        .then_some((name.trim(), before, behind))
}

/// Whether a line heads a section, whole or not.
fn is_head(line: &str) -> bool {
    line.starts_with('[') && head_parts(line).is_some_and(|(_, _, behind)| behind > 0)
}

impl MeantHead {
    fn whole(&self) -> String {
        let name = &self.name;
        if self.doubled { format!("[[{name}]]") } else { format!("[{name}]") }
    }
}

/// What a head was meant as that is none.
fn meant_head(line: &str) -> Option<MeantHead> {
    let (name, before, behind) = head_parts(line)?;
    let spaced = name.split('.').any(|part| part.trim().contains(' '));
    let doubled = before.max(behind) == 2;
    let brackets = |n: usize, sign: &str| sign.repeat(n);
    let detail = if before != behind && behind < before {
        let lacking = brackets(before, "]");
        Both::new(
            format!("kurung `{lacking}` belum ada"),
            format!("the closing `{lacking}` is missing"),
        )
    } else if before != behind {
        Both::new("kurung `[[` belum ada", "the opening `[[` is missing")
    } else if spaced {
        Both::new(
            "nama bagian memuat spasi",
            "there is a space in the name of the section",
        )
    } else {
        return None;
    };
    let parts = name.split('.').map(|part| {
        let words = part.split_whitespace();
        words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
    });
    let named =
        if spaced { parts.collect::<Vec<_>>().join(".") } else { name.to_owned() };
    Some(MeantHead { name: named, doubled, detail })
}

/// Puts a head into its place, with single brackets; gives where it stands then.
fn put_head(
    mended: &mut Mended<'_>,
    place: Range<usize>,
    head: &MeantHead,
) -> Range<usize> {
    let single = format!("[{}]", head.name);
    // What is longer finds room behind it, what is shorter is filled with blanks.
    for _ in place.len()..single.len() {
        mended.insert(place.end, ' ');
    }
    let room = place.len().max(single.len());
    let end = place.start + room;
    let filled = format!("{single:<room$}");
    mended.text.to_mut().replace_range(place.start..end, &filled);
    place.start..place.start + single.len()
}

/// A list on its way.
struct OpenList {
    /// Where its bracket stands.
    start: usize,
    /// The key, with what is behind it up to the end of the line.
    line: String,
    depth: usize,
    /// Where what it says ends so far.
    end: usize,
    /// How many lines it has.
    lines: usize,
}

impl OpenList {
    fn begun(line: &str, at: usize) -> Option<Self> {
        let equals = line.find('=')?;
        let value = line.get(equals + 1..)?;
        let bracket = value.trim_start().starts_with('[');
        let open = depth(value, 0).filter(|open| bracket && *open > 0)?;
        let start = at + equals + 1 + value.len() - value.trim_start().len();
        let mut list =
            Self { start, line: String::new(), depth: open, end: start, lines: 0 };
        list.said(line, at);
        without_comment(line).trim().clone_into(&mut list.line);
        Some(list)
    }

    /// Takes in a line of it.
    fn said(&mut self, line: &str, at: usize) {
        let code = without_comment(line).trim_end();
        if !code.trim().is_empty() {
            self.end = at + code.len();
            self.lines += 1;
        }
    }
}

/// A line without the comment behind its values.
fn without_comment(line: &str) -> &str {
    let mut quote = None;
    for (at, c) in line.char_indices() {
        match (quote, c) {
            (None, '#') => return &line[..at],
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), _) if open == c => quote = None,
            _ => {}
        }
    }
    line
}

/// How many brackets are open behind a line; `None` where its quotes do not pair.
fn depth(line: &str, before: usize) -> Option<usize> {
    let (mut quote, mut escaped, mut depth) = (None, false, before);
    for c in without_comment(line).chars() {
        match (quote, c) {
            (Some('"'), '\\') if !escaped => {
                escaped = true;
                continue;
            }
            (Some(open), _) if open == c && !escaped => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, '[') => depth += 1,
            (None, ']') => depth = depth.saturating_sub(1),
            _ => {}
        }
        escaped = false;
    }
    quote.is_none().then_some(depth)
}

/// Closes a list behind the last that it says, and tells of it where it begins.
fn close(
    file: FileId,
    mended: &mut Mended<'_>,
    list: &OpenList,
    problems: &mut Problems,
) {
    let first =
        list.start..list.start + line_at(&mended.text, list.start).trim_end().len();
    let last = line_at(&mended.text, line_start(&mended.text, list.end));
    let last = without_comment(last).trim();
    let brackets = "]".repeat(list.depth);
    let step = if list.lines == 1 {
        write(&format!("{}{brackets}", list.line.trim_end_matches(',')))
    } else if last.is_empty() {
        look()
    } else {
        Both::new(
            format!("tulis `{brackets}` pada baris sendiri sesudah `{last}`"),
            format!("write `{brackets}` on a line of its own behind `{last}`"),
        )
    };
    let detail = Both::new(
        "daftar ini belum ditutup dengan `]`",
        "this list is not closed with `]`",
    );
    problems.add(
        Span::text(file, mended.written(&first)),
        FileProblem::TomlSyntax { detail, step },
    );
    for _ in 0..list.depth {
        mended.insert(list.end, ']');
    }
}

/// A value of one line that lacks the quotes around the whole: where it stands, what is wrong,
/// the line as it was meant, and the quotes with which it can be read.
fn quotes(line: &str, at: usize) -> Option<(Range<usize>, Both, String, char)> {
    let (key, rest) = line.split_once('=')?;
    let value = without_comment(rest).trim();
    let start = at + key.len() + 1 + rest.len() - rest.trim_start().len();
    let place = start..start + value.len();
    let key = key.trim();
    let missing = Both::new("teks harus dalam tanda kutip", "text must be in quotes");
    // `nomor = {klas}/{urut}`: a table would have an equals sign.
    let pattern = value.contains('{') && !value.starts_with('[') && !value.contains('=');
    if pattern && value.contains('}') && !value.contains(['"', '\'']) {
        let named = value.split('{').skip(1).all(|part| {
            part.split_once('}').is_some_and(|(name, _)| {
                !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_')
            })
        });
        return named.then(|| (place, missing, format!("{key} = \"{value}\""), '"'));
    }
    // `tempat = "Aula" Kantor Bupati`: the quotes end before the text does.
    let inner = value.strip_prefix('"')?;
    let (quoted, behind) = inner.split_once('"')?;
    let words = behind.trim();
    let plain = !behind.contains(['"', '\'', '[', ']', '{', '}', '=', '\\', ','])
        && words.starts_with(char::is_alphanumeric)
        && words.len() > 1
        && !quoted.contains(['\'', '\\']);
    plain.then(|| {
        let detail = Both::new(
            "tanda kutipnya berakhir sebelum teksnya selesai",
            "the quotes end before the text does",
        );
        (place, detail, format!("{key} = \"{quoted} {words}\""), '\'')
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::source::SourceMap;
    use proptest::prelude::*;
    use toml::de::DeTable;

    fn mend(text: &str) -> (String, usize) {
        let (file, mut problems) =
            (SourceMap::default().add("a.toml", ""), Problems::default());
        let (mended, heads) = whole(file, text, &mut problems);
        assert!(heads.iter().all(|head| mended.text.get(head.clone()).is_some()));
        let found = problems.iter().count();
        for problem in &problems {
            let Span::Text { start, end, .. } = problem.span else { panic!("{text}") };
            assert!(text.get(start as usize..end as usize).is_some(), "{text}");
        }
        (mended.text.into_owned(), found)
    }

    #[test]
    fn what_is_whole_stays() {
        for text in [
            "a = [\n  1, # satu\n  [2, 3],\n]\nb = \"x\" # y\n[x.b]\n[[c]]\n",
            "a = { b = 1 }\nc = [{ d = \"]\" }]\n[ sesi . acara ]\n",
            "a = \"\"\"\n[x y]\nb = [\n\"\"\"\n",
            "a = ['[', \"\\\"[\"]\nb = 1\n",
        ] {
            assert!(DeTable::parse(text).is_ok(), "{text}");
            assert_eq!(mend(text), (text.to_owned(), 0));
        }
    }

    #[test]
    fn what_is_mended_can_be_read() {
        for (text, found) in [
            ("a = [\n  1,\n\n# c\nb = 2\nc = [3\n[d e]\nf = {x}/y\n", 4),
            ("[a\nb = \"c\" dan d\n[e]]\r\nf = [[1], [2]\r\n[[g]] # é\n", 4),
            ("[[ab # é\nc = [\"é\"", 2),
        ] {
            let (mended, told) = mend(text);
            assert!(DeTable::parse(&mended).is_ok(), "{mended}");
            assert_eq!(told, found, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_looked_through(lines in proptest::collection::vec(
            r#"(\[{0,3}[a-c é.]{0,4}\]{0,3}|[a-c]{0,2} ?= ?[\["'{}a-cé1,#\] ]{0,9}|\PC{0,6})"#, 0..9,
        )) {
            mend(&lines.join("\n"));
        }
    }
}
