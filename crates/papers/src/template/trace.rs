//! What is noted while a template is filled, so that each part of its text knows where it comes
//! from.
//!
//! Records of the data note each value that a template reads from them, with its place. What a
//! tag prints is looked for among the values just read. What stands literally in a template is
//! written from the template's own memory, whose address tells which byte of which file it is.
//! Nothing is put into the text itself, so that filters and macros see it as it is.

use std::cell::RefCell;
use std::collections::HashMap;
use std::io;
use std::ops::Range;
use std::sync::Arc;

use minijinja::value::ValueKind;
use minijinja::{Error, Output, Value};

use super::operands::Added;
use crate::notation::{escape, protect_colons};
use crate::origins::{Filled, Origin, Origins, Thing};
use base::source::{FileId, Span};
use base::written::{Trail, Written};

/// So many values just read are looked through for what a tag prints.
const RECENT: usize = 64;

/// A shorter value may stand in a markup by chance.
const ALONE: usize = 4;

thread_local! {
    static TRACE: RefCell<Option<Trace>> = const { RefCell::new(None) };
}

/// A template as it lies in memory.
#[derive(Debug, Clone)]
pub(super) struct Memory {
    pub(super) path: String,
    pub(super) address: usize,
    pub(super) text: Arc<str>,
    pub(super) file: FileId,
    /// Where what lies in memory has more than the text.
    pub(super) added: Added,
}

/// What is noted of one paper.
#[derive(Default)]
struct Trace {
    memory: Arc<[Memory]>,
    text: String,
    origins: Origins,
    /// Where the literal text before the present tag ends.
    behind: Option<(usize, usize)>,
    /// A tag prints, not the template itself.
    printing: bool,
    read: HashMap<String, Trail>,
    /// The texts among them that rows of lists have.
    rows: HashMap<String, Span>,
    /// A row of a list was asked for what is true or false.
    yes_or_no: bool,
    recent: Vec<Read>,
    /// The values of the data that tags printed inside of macros and directives.
    inside: Inside<Span>,
    /// The things that they printed there.
    things: Inside<Thing>,
}

/// What tags printed inside of macros and directives, as it was written, with what is known of
/// it.
struct Inside<T> {
    all: Vec<(String, T)>,
    /// From here on, no text holds them yet.
    fresh: usize,
}

impl<T> Default for Inside<T> {
    fn default() -> Self {
        Self { all: Vec::new(), fresh: 0 }
    }
}

impl<T: Clone> Inside<T> {
    /// Which parts of a markup that a macro or function gave are what was printed inside of it,
    /// in their order.
    fn placed(&mut self, written: &str) -> Vec<(Range<usize>, T)> {
        let fresh = std::mem::replace(&mut self.fresh, self.all.len());
        let parts = placed(written, &self.all[fresh..]);
        if !parts.is_empty() {
            return parts;
        }
        // What `set` keeps was printed earlier.
        placed(written, &self.all[fresh.saturating_sub(RECENT)..fresh])
    }
}

/// What a tag prints.
pub(super) struct Said<'a> {
    /// The value as text.
    pub(super) value: &'a str,
    /// The same with its escapes, or the value itself when it is markup already.
    pub(super) written: &'a str,
    /// It is markup.
    pub(super) markup: bool,
    /// What it is the print of.
    pub(super) thing: Option<Thing>,
}

/// A value that was read from a record.
struct Read {
    text: String,
    lower: String,
    trail: Trail,
}

/// The place of a text that was read from a row of a list.
pub(super) fn of_row(value: &Value) -> Option<Span> {
    with(|trace| trace.rows.get(value.as_str()?).copied()).flatten()
}

/// Whether rows of lists hold what is true or false, so that a tag may print it.
pub(super) fn has_yes_or_no() -> bool {
    with(|trace| trace.yes_or_no).unwrap_or_default()
}

fn with<T>(work: impl FnOnce(&mut Trace) -> T) -> Option<T> {
    TRACE.with(|trace| trace.try_borrow_mut().ok()?.as_mut().map(work))
}

/// Fills a template by `render` and gives the text with its origins.
pub(super) fn filled(
    memory: &Arc<[Memory]>,
    render: impl FnOnce(Sink) -> Result<(), Error>,
) -> Result<Filled, Error> {
    let trace = traced(Arc::clone(memory), render)?;
    let mut origins = trace.origins;
    let mut moved: Vec<(usize, usize)> = Vec::new();
    let text = protect_colons(&trace.text, &mut |at, by| {
        let all = moved.last().map_or(0, |(_, all)| *all) + by;
        moved.push((at, all));
    });
    origins.shift(|byte| {
        let passed = moved.partition_point(|(at, _)| *at <= byte);
        byte + passed.checked_sub(1).map_or(0, |last| moved[last].1)
    });
    Ok(Filled { text, origins })
}

/// Fills a line that stands in no template file: what it does not have from the data comes from
/// `place`.
pub(super) fn line(
    place: Span,
    render: impl FnOnce(Sink) -> Result<(), Error>,
) -> Result<(String, Trail), Error> {
    let Trace { text, origins, .. } = traced(Arc::default(), render)?;
    let mut trail = Trail::from(place);
    for (range, span) in origins.values() {
        trail.push(range.start, span);
        trail.push(range.end, place);
    }
    Ok((text, trail))
}

fn traced(
    memory: Arc<[Memory]>,
    render: impl FnOnce(Sink) -> Result<(), Error>,
) -> Result<Trace, Error> {
    TRACE.with(|slot| slot.replace(Some(Trace { memory, ..Trace::default() })));
    let result = render(Sink(()));
    let trace = TRACE.with(|slot| slot.replace(None)).unwrap_or_default();
    result.map(|()| trace)
}

/// What was noted while something was read, by its text.
pub(super) fn noted_by<T>(read: impl FnOnce() -> T) -> (T, HashMap<String, Trail>) {
    TRACE.with(|slot| slot.replace(Some(Trace::default())));
    let found = read();
    let trace = TRACE.with(|slot| slot.replace(None)).unwrap_or_default();
    (found, trace.read)
}

/// What a template is written to.
pub(super) struct Sink(());

impl io::Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let text = std::str::from_utf8(bytes).map_err(io::Error::other)?;
        with(|trace| trace.write(text));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Writes what a tag of `template` prints.
pub(super) fn print(
    out: &mut Output<'_>,
    template: &str,
    said: Said<'_>,
) -> Result<(), Error> {
    let before = with(|trace| {
        trace.printing = true;
        trace.text.len()
    });
    let result = out.write_str(said.written).map_err(Error::from);
    with(|trace| {
        trace.printing = false;
        let start = before.unwrap_or_default();
        if trace.text.len() > start {
            if trace.behind.is_none() {
                let file = trace.memory.iter().position(|m| m.path == template);
                trace.behind = file.map(|file| (file, 0));
            }
            trace.printed(start, said);
        } else {
            if !said.markup {
                trace.printed_inside(said.value, said.written);
            }
            if let Some(thing) = said.thing {
                trace.things.all.push((said.written.to_owned(), thing));
            }
        }
    });
    result
}

/// A value that a function writes into the attribute of a directive.
pub(super) fn attribute(value: &str, written: &str, thing: Option<Thing>) {
    with(|trace| {
        trace.printed_inside(value, written);
        trace.things.all.extend(thing.map(|thing| (written.to_owned(), thing)));
    });
}

impl Trace {
    fn write(&mut self, text: &str) {
        let start = self.text.len();
        self.text.push_str(text);
        if self.printing {
            return;
        }
        let address = text.as_ptr().addr();
        let found = self.memory.partition_point(|m| m.address <= address).checked_sub(1);
        let within = found.map(|at| {
            let memory = &self.memory[at];
            (at, memory.added.written(address - memory.address))
        });
        let within = within
            .filter(|(at, byte)| byte + text.len() <= self.memory[*at].text.len())
            .filter(|_| !text.is_empty());
        if let Some((at, byte)) = within {
            let literal = Origin::Literal(self.memory[at].file, byte);
            self.origins.push(start..self.text.len(), literal);
            self.behind = Some((at, byte + text.len()));
        }
    }

    /// The tag behind the literal text that was written last.
    fn tag(&self) -> Span {
        let Some((memory, at)) =
            self.behind.and_then(|(m, at)| Some((self.memory.get(m)?, at)))
        else {
            return Span::None;
        };
        let mut start = at;
        loop {
            let rest = memory.text.get(start..).unwrap_or_default();
            let blanks = rest.len() - rest.trim_start().len();
            let rest = rest.trim_start();
            let close = match rest.get(..2) {
                Some("{{") => "}}",
                Some("{%") => "%}",
                Some("{#") => "#}",
                _ => return Span::text(memory.file, at..at),
            };
            let Some(end) = rest.find(close) else {
                return Span::text(memory.file, at..at);
            };
            let from = start + blanks;
            start = from + end + close.len();
            if close == "}}" {
                return Span::text(memory.file, from..start);
            }
        }
    }

    /// What a tag printed into the text at `start`.
    fn printed(&mut self, start: usize, said: Said<'_>) {
        let Said { value, written, markup, thing } = said;
        let tag = self.tag();
        let mut parts =
            if markup { self.inside.placed(written) } else { self.parts(value, written) };
        if markup {
            // What a filter joined with the markup of a macro was printed by no tag.
            self.joined(written, &mut parts);
        }
        let things = match thing {
            Some(thing) => vec![(0..written.len(), thing)],
            None if markup => self.things.placed(written),
            None => Vec::new(),
        };
        for (range, thing) in things {
            self.origins.push_thing(start + range.start..start + range.end, thing);
        }
        let mut at = 0;
        for (range, span) in parts {
            if range.start < at {
                continue;
            }
            self.origins.push(start + at..start + range.start, Origin::Tag(tag));
            let data = Origin::Data(span, tag);
            self.origins.push(start + range.start..start + range.end, data);
            at = range.end;
        }
        self.origins.push(start + at..start + written.len(), Origin::Tag(tag));
    }

    fn printed_inside(&mut self, value: &str, written: &str) {
        let mut parts = self.parts(value, written);
        self.joined(written, &mut parts);
        for (range, span) in parts {
            if let Some(part) = written.get(range) {
                self.inside.all.push((part.to_owned(), span));
            }
        }
    }

    /// Which parts of what is written come from which values.
    fn parts(&self, value: &str, written: &str) -> Vec<(Range<usize>, Span)> {
        if let Some(trail) = self.read.get(value) {
            return spread(trail, 0..value.len(), value, written);
        }
        let lower = value.to_lowercase();
        let digits = digits(value);
        let mut parts: Vec<(Range<usize>, Span)> = Vec::new();
        for read in self.recent.iter().rev() {
            if !digits.is_empty() && digits == read.text {
                return vec![(0..written.len(), read.trail.at(0))];
            }
            if read.text.chars().count() < 2 {
                continue;
            }
            let Some(at) = position(value, &lower, read) else { continue };
            for (range, span) in spread(&read.trail, at, value, written) {
                if !parts.iter().any(|(r, _)| r.start < range.end && range.start < r.end)
                {
                    parts.push((range, span));
                }
            }
        }
        if parts.is_empty() {
            parts = self.part_of_one(value, &lower, written);
        }
        parts.sort_by_key(|(range, _)| range.start);
        parts
    }

    /// A value that is itself a part of one just read: what a slice or a split left of it.
    fn part_of_one(
        &self,
        value: &str,
        lower: &str,
        written: &str,
    ) -> Vec<(Range<usize>, Span)> {
        if value.chars().count() < ALONE {
            return Vec::new();
        }
        let place = |read: &Read| {
            let same = read.lower.len() == read.text.len();
            let at = read.text.find(value);
            at.or_else(|| if same { read.lower.find(lower) } else { None })
        };
        let found = self.recent.iter().rev().find_map(|read| Some((read, place(read)?)));
        found.map_or_else(Vec::new, |(read, at)| {
            spread(&read.trail.behind(at), 0..value.len(), value, written)
        })
    }

    /// Adds the values just read that stand in a markup outside of its known parts.
    fn joined(&self, written: &str, parts: &mut Vec<(Range<usize>, Span)>) {
        let read = self.recent.iter().rev();
        for read in read.filter(|read| read.text.chars().count() >= ALONE) {
            let mut text = String::new();
            escape(&read.text, &mut text);
            let Some(at) = written.find(&text) else { continue };
            let range = at..at + text.len();
            if parts.iter().any(|(r, _)| r.start < range.end && range.start < r.end) {
                continue;
            }
            let within = spread(&read.trail, 0..read.text.len(), &read.text, &text);
            let moved = within.into_iter();
            parts.extend(moved.map(|(r, span)| (at + r.start..at + r.end, span)));
        }
        parts.sort_by_key(|(range, _)| range.start);
    }

    fn note(&mut self, text: String, trail: Trail) {
        if text.is_empty() || trail.is_empty() {
            return;
        }
        if self.recent.len() >= 2 * RECENT {
            self.recent.drain(..RECENT);
        }
        self.recent.push(Read {
            lower: text.to_lowercase(),
            text: text.clone(),
            trail: trail.clone(),
        });
        self.read.insert(text, trail);
    }
}

/// The places of a text that stands at `at` in a value, each with its part of what is written.
fn spread(
    trail: &Trail,
    at: Range<usize>,
    value: &str,
    written: &str,
) -> Vec<(Range<usize>, Span)> {
    let place = |byte: usize| {
        if byte >= value.len() {
            return written.len();
        }
        // A line is plain text.
        if value == written {
            return byte;
        }
        let mut before = String::new();
        escape(value.get(..byte).unwrap_or_default(), &mut before);
        before.len().min(written.len())
    };
    trail
        .parts(at.len())
        .filter(|(_, span)| *span != Span::None)
        .map(|(part, span)| {
            (place(at.start + part.start)..place(at.start + part.end), span)
        })
        .collect()
}

/// Where a value that was read stands in what is printed, in whatever case.
fn position(value: &str, lower: &str, read: &Read) -> Option<Range<usize>> {
    if let Some(at) = value.find(&read.text) {
        return Some(at..at + read.text.len());
    }
    // Only where the case changes no byte's place.
    let same = lower.len() == value.len() && read.lower.len() == read.text.len();
    let at = if same { lower.find(&read.lower)? } else { return None };
    Some(at..at + read.lower.len())
}

/// The digits of a number that was printed with points; empty for what is none.
fn digits(value: &str) -> String {
    let number = value.chars().all(|c| c.is_ascii_digit() || c == '.');
    if number { value.replace('.', "") } else { String::new() }
}

/// Where the known parts stand: each behind the one before it, or else where it was left free,
/// for what is given to a function is filled before the function begins.
fn placed<T: Clone>(written: &str, inside: &[(String, T)]) -> Vec<(Range<usize>, T)> {
    let mut from = 0;
    let mut parts: Vec<(Range<usize>, T)> = Vec::new();
    for (part, known) in inside {
        let free = |at: &usize| {
            let end = at + part.len();
            parts.iter().all(|(range, _)| range.end <= *at || end <= range.start)
        };
        let behind = written.get(from..).and_then(|rest| rest.find(part.as_str()));
        let at = behind.map(|at| from + at).filter(free);
        let before = || written.match_indices(part.as_str()).map(|(at, _)| at).find(free);
        let Some(start) = at.or_else(before) else { continue };
        let end = start + part.len();
        from = from.max(end);
        parts.push((start..end, known.clone()));
    }
    parts.sort_by_key(|(range, _)| range.start);
    parts
}

/// Notes what a filter made of a text of the data, whose parts keep their places.
pub(super) fn derived(before: &str, after: &str) {
    with(|trace| {
        let known = trace.parts(before, before);
        if before == after || known.is_empty() {
            return;
        }
        let mut places = Trail::default();
        for (range, span) in known {
            places.push(range.start, span);
            places.push(range.end, Span::None);
        }
        trace.note(after.to_owned(), moved(&places, before, after));
    });
}

/// The places of a text after a part of it was changed: what begins and what ends alike keeps
/// its own, and what is between has that of the first thing changed.
fn moved(places: &Trail, before: &str, after: &str) -> Trail {
    let same = |(a, b): &(char, char)| a.to_lowercase().eq(b.to_lowercase());
    let alike = |pairs: &mut dyn Iterator<Item = (char, char)>| -> (usize, usize) {
        let pairs = pairs.take_while(same);
        pairs.fold((0, 0), |(a, b), (x, y)| (a + x.len_utf8(), b + y.len_utf8()))
    };
    let (head, head_after) = alike(&mut before.chars().zip(after.chars()));
    let (rest, rest_after) = (&before[head..], &after[head_after..]);
    let (tail, tail_after) = alike(&mut rest.chars().rev().zip(rest_after.chars().rev()));
    let (tail, tail_after) = (before.len() - tail, after.len() - tail_after);
    let mut out = Trail::default();
    for (range, span) in places.parts(head) {
        out.push(range.start.min(head_after), span);
    }
    let changed = places.at(head.min(before.len().saturating_sub(1)));
    if head_after < tail_after {
        out.push(head_after, changed);
    }
    out.append(tail_after, &places.behind(tail));
    out
}

/// Notes a text that is put together from several places.
pub(super) fn note_line(value: &Value, trail: &Trail) {
    with(|trace| trace.note(value.to_string(), trail.clone()));
}

/// Notes that a value was read; of a row of a free list, also what is in it.
pub(super) fn note(value: &Value, written: &Written, row: bool) {
    noted(value, written);
    if row && value.kind() == ValueKind::Bool {
        with(|trace| trace.yes_or_no = true);
    }
    if row && let Some(text) = value.as_str() {
        with(|trace| trace.rows.insert(text.to_owned(), written.span()));
    }
}

/// Records note for themselves.
fn noted(value: &Value, written: &Written) {
    match value.kind() {
        ValueKind::String | ValueKind::Number | ValueKind::Plain => {
            with(|trace| trace.note(value.to_string(), Trail::from(written.span())));
        }
        ValueKind::Seq => {
            let items = value.try_iter().into_iter().flatten().enumerate();
            for (index, item) in items.filter(|(_, item)| item.kind() != ValueKind::Map) {
                noted(&item, &written.item(index));
            }
        }
        _ => {}
    }
}
