//! Syntax errors that only follow from one that was told.

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

fn line_start(text: &str, at: usize) -> usize {
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
