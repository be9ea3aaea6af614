//! Syntax errors that only follow from one that was told, or from a list that was not closed.

use std::ops::Range;

/// What the errors told so far make of those that come after them.
#[derive(Debug, Default)]
pub(super) struct Following {
    /// The lines on which one was told, by their first byte.
    lines: Vec<usize>,
    /// A section that was written before: each of its keys was, too.
    again: Option<Range<usize>>,
}

impl Following {
    /// Whether an error says only what one before it said, which it then adds to. The parser goes
    /// on in the middle of a line; what it finds there is no second mistake.
    pub(super) fn is_known(
        &mut self,
        message: &str,
        text: &str,
        range: &Range<usize>,
    ) -> bool {
        let (line, section) = (line_start(text, range.start), is_section(text, range));
        let twice = message.starts_with("duplicate key");
        let inside =
            self.again.as_ref().is_some_and(|again| again.contains(&range.start));
        if self.lines.contains(&line) || twice && inside && !section {
            return true;
        }
        if twice && section {
            self.again = Some(line..section_end(text, line));
        }
        self.lines.push(line);
        false
    }
}

pub(super) fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1)
}

/// Whether the line of an error begins a section.
fn is_section(text: &str, range: &Range<usize>) -> bool {
    let line = text.get(line_start(text, range.start)..).unwrap_or_default();
    line.trim_start().starts_with('[')
}

/// Where the section that begins with a line ends.
fn section_end(text: &str, start: usize) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    let mut at = start;
    for (index, line) in rest.split_inclusive('\n').enumerate() {
        if index > 0 && line.trim_start().starts_with('[') {
            return at;
        }
        at += line.len();
    }
    at
}

/// The first key below a list that was not closed, if an error means that: the parser takes it
/// and all below for values of the list.
pub(super) fn below_open_list(
    message: &str,
    text: &str,
    range: &Range<usize>,
) -> Option<Range<usize>> {
    let at = range.start;
    let mut start = line_start(text, at);
    let begins = text.get(start..at)?.trim().is_empty();
    // Where a value is wanted, a key is a word without quotes, or half of `true`.
    let as_value = ["missing comma", "invalid boolean", "string values must be quoted"];
    if !begins || !as_value.iter().any(|start| message.starts_with(start)) {
        return None;
    }
    let mut key = key_at(text, start)?;
    // A comma behind the last item lets one key pass for a value more.
    while start > 0 {
        let above = line_start(text, start - 1);
        let Some(other) = key_at(text, above) else { break };
        if text.get(other.end..start)?.contains('[') {
            break;
        }
        (start, key) = (above, other);
    }
    Some(key)
}

/// The lines of a section whose head was not closed, and of those of its name: what the parser
/// makes of them is no table or list that anybody wrote.
pub(super) fn sections_of_open(
    message: &str,
    text: &str,
    range: &Range<usize>,
) -> Vec<Range<usize>> {
    if !["unclosed table", "unclosed array table"]
        .contains(&message.split(',').next().unwrap_or_default())
    {
        return Vec::new();
    }
    let head = |line: &str| -> Option<String> {
        let name = line.trim().strip_prefix('[')?.trim_start_matches('[');
        let name = name.split(['.', ']']).next().unwrap_or_default();
        Some(name.trim().to_owned())
    };
    let start = line_start(text, range.start);
    let open = text.get(start..).and_then(|rest| rest.lines().next()).and_then(head);
    let mut at = 0;
    let lines = text.split_inclusive('\n').map(|line| {
        at += line.len();
        (line, at - line.len()..at)
    });
    lines
        .filter(|(line, _)| open.is_some() && head(line) == open)
        .map(|(_, range)| range)
        .collect()
}

/// The line of a list that an error tears into pieces which nobody wrote.
pub(super) fn torn_line(
    message: &str,
    text: &str,
    range: &Range<usize>,
) -> Option<Range<usize>> {
    let tears = ["missing comma", "invalid basic string", "invalid literal string"];
    if !tears.iter().any(|start| message.starts_with(start)) {
        return None;
    }
    let start = line_start(text, range.start);
    let end = text.get(start..)?.find('\n').map_or(text.len(), |end| start + end);
    Some(start..end)
}

/// The heads `[layanan]` of sections that are `[[layanan]]` elsewhere in the text, without those
/// that were told already.
pub(super) fn single_heads(text: &str, told: &[Range<usize>]) -> Vec<Range<usize>> {
    let code = |line: &str| line.split('#').next().unwrap_or_default().trim().to_owned();
    let doubled = |head: &str| {
        let wanted = format!("[{head}]");
        text.lines().any(|line| code(line) == wanted)
    };
    let mut at = 0;
    let mut found = Vec::new();
    for line in text.split_inclusive('\n') {
        let head = code(line);
        let single = head.starts_with('[') && !head.starts_with("[[");
        if single && head.ends_with(']') && doubled(&head) {
            let start = at + line.len() - line.trim_start().len();
            let head = start..start + head.len();
            if !told.contains(&head) {
                found.push(head);
            }
        }
        at += line.len();
    }
    found
}

/// The key of the line that begins at a byte, where it is one.
pub(super) fn key_at(text: &str, start: usize) -> Option<Range<usize>> {
    let line = text.get(start..)?.lines().next()?;
    let (key, _) = line.split_once('=')?;
    let name = key.trim();
    let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
    let from = start + key.len() - key.trim_start().len();
    let is_key = !name.is_empty() && name.bytes().all(plain);
    is_key.then_some(from..from + name.len())
}
