//! What is noted while a template is filled, so that each part of its text knows where it comes
//! from.
//!
//! A text that a template sees is known by where it lies in memory: the engine hands on the
//! same text wherever it hands on a value, so that loops, lists and arguments of macros keep
//! what is known of it. Filters say themselves how places go through them (`flow`). What stands
//! literally in a template is known by its address as well.
//!
//! Inside of a macro or block the engine writes into a text that nobody sees before it ends. What
//! a tag prints there gets a mark behind it, which is taken out before anybody is given the text.

use std::cell::RefCell;
use std::collections::HashMap;
use std::io;
use std::sync::Arc;

use minijinja::value::ValueKind;
use minijinja::{Error, Output, Value};

use super::bounds;
use super::known::KnownText;
use super::rewritten::Added;
use super::typed;
use crate::notation::{escape, protect_colons};
use crate::origins::{FilledText, Origin, Origins};
use base::source::{FileId, Span};
use base::written::{Trail, Written};

/// So many numbers just read are looked through for one that is printed.
const FRESH: usize = 64;

thread_local! {
    static TRACE: RefCell<Option<Trace>> = const { RefCell::new(None) };
}

/// A template as it lies in memory.
#[derive(Debug, Clone)]
pub(super) struct TemplateMemory {
    pub(super) path: String,
    pub(super) address: usize,
    pub(super) text: Arc<str>,
    pub(super) file: FileId,
    /// Where what lies in memory differs from the text.
    pub(super) added: Added,
}

/// What is noted of one paper.
#[derive(Default)]
struct Trace {
    memory: Arc<[TemplateMemory]>,
    text: String,
    origins: Origins,
    /// Where the literal text before the present tag ends.
    behind: Option<(usize, usize)>,
    /// A tag prints, not the template itself.
    printing: bool,
    /// What is known of values, by where they lie. The values are held, so that nothing else
    /// comes to lie there.
    known: HashMap<usize, (Value, KnownText)>,
    /// A row of a list was asked for what is true or false.
    yes_or_no: bool,
    /// The numbers read since a tag printed last, in this order.
    fresh: Vec<(String, KnownText)>,
    /// What was printed inside of macros and blocks: so many bytes, and what is known of them.
    marks: Vec<(usize, KnownText)>,
    /// The text of the macro that ended last.
    ended: Option<Value>,
}

fn with<T>(work: impl FnOnce(&mut Trace) -> T) -> Option<T> {
    TRACE.with(|trace| trace.try_borrow_mut().ok()?.as_mut().map(work))
}

/// Where a value lies that stays one value wherever it is handed on.
fn address(value: &Value) -> Option<usize> {
    match value.as_str() {
        Some(text) => Some(text.as_ptr().addr()),
        None => typed::address(value),
    }
}

/// The same text at a place of its own in memory; short texts have none otherwise.
pub(super) fn apart(value: &Value) -> Value {
    match value.kind() {
        ValueKind::String => match value.as_str() {
            Some(text) if value.is_safe() => Value::from_safe_string(text.to_owned()),
            Some(text) => Value::from(Arc::<str>::from(text)),
            None => value.clone(),
        },
        ValueKind::Seq => {
            value.try_iter().into_iter().flatten().map(|item| apart(&item)).collect()
        }
        _ => value.clone(),
    }
}

/// What is known of a value.
pub(super) fn known(value: &Value) -> KnownText {
    with(|trace| trace.known_of(value)).unwrap_or_default()
}

/// The value with what is known of it, to be known from here on.
pub(super) fn keep(value: Value, known: KnownText) -> Value {
    if known.is_empty() {
        return value;
    }
    let kept = if value.kind() == ValueKind::String { apart(&value) } else { value };
    with(|trace| trace.keep(&kept, known));
    kept
}

/// The cell of a row of a list that a value was read from.
pub(super) fn of_row(value: &Value) -> Option<Span> {
    with(|trace| trace.held(value)?.row).flatten()
}

/// Whether rows of lists hold what is true or false, so that a tag may print it.
pub(super) fn has_yes_or_no() -> bool {
    with(|trace| trace.yes_or_no).unwrap_or_default()
}

/// Fills a template by `render` and gives the text with its origins.
pub(super) fn filled(
    memory: &Arc<[TemplateMemory]>,
    render: impl FnOnce(Sink) -> Result<(), Error>,
) -> Result<FilledText, Error> {
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
    Ok(FilledText { text, origins })
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
    memory: Arc<[TemplateMemory]>,
    render: impl FnOnce(Sink) -> Result<(), Error>,
) -> Result<Trace, Error> {
    bounds::begin();
    TRACE.with(|slot| slot.replace(Some(Trace { memory, ..Trace::default() })));
    let result = render(Sink(()));
    let trace = TRACE.with(|slot| slot.replace(None)).unwrap_or_default();
    result.map(|()| trace)
}

/// Where the values stand that were read by somebody who fills no template.
pub(super) struct Noted(Trace);

impl Noted {
    /// The places of a value that was read.
    pub(super) fn trail(&self, value: &Value) -> Trail {
        self.0.held(value).map(|known| known.trail.clone()).unwrap_or_default()
    }
}

/// What was noted while something was read.
pub(super) fn noted_by<T>(read: impl FnOnce() -> T) -> (T, Noted) {
    TRACE.with(|slot| slot.replace(Some(Trace::default())));
    let found = read();
    let trace = TRACE.with(|slot| slot.replace(None)).unwrap_or_default();
    (found, Noted(trace))
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

/// Writes what a tag of `template` prints: a value as its text, with escapes or without.
pub(super) fn print(
    out: &mut Output<'_>,
    template: &str,
    value: &Value,
    text: &str,
    escapes: bool,
) -> Result<(), Error> {
    bounds::take(text.len())?;
    let mut known = known(value);
    if let Some(thing) = typed::thing(value) {
        known.things = vec![(0..text.len(), thing)];
    }
    let mut written = text.to_owned();
    if escapes {
        written.clear();
        escape(text, &mut written);
        known = known.escaped(text, &written);
    }
    let before = with(|trace| {
        trace.printing = true;
        trace.text.len()
    });
    let result = out.write_str(&written).map_err(Error::from);
    let mark = with(|trace| {
        trace.printing = false;
        trace.fresh.clear();
        let start = before.unwrap_or_default();
        if trace.text.len() > start {
            if trace.behind.is_none() {
                let file = trace.memory.iter().position(|m| m.path == template);
                trace.behind = file.map(|file| (file, 0));
            }
            trace.printed(start, written.len(), &known);
            None
        } else if trace.is_ended(value) {
            // All of a macro's text, whose end it stands at.
            None
        } else {
            trace.mark(written.len(), known)
        }
    });
    result?;
    match mark.flatten() {
        Some(mark) => out.write_str(&mark).map_err(Error::from),
        None => Ok(()),
    }
}

/// The text that a macro or block has written, without the marks in it; `ended` when it is a
/// macro's.
pub(super) fn captured(value: &Value, ended: bool) -> Value {
    let Some(text) = value.as_str() else { return value.clone() };
    let (text, known) = with(|trace| trace.unmarked(text)).unwrap_or_default();
    let plain =
        if value.is_safe() { Value::from_safe_string(text) } else { Value::from(text) };
    let plain = apart(&plain);
    with(|trace| {
        trace.keep(&plain, known);
        if ended {
            trace.ended = Some(plain.clone());
        }
    });
    plain
}

/// What a call gave: when a macro has just ended with this text, the text that is known.
pub(super) fn called(value: &Value) -> Value {
    let ended = with(|trace| {
        let same = trace.is_text_of_ended(value);
        trace.ended.take_if(|_| same)
    });
    ended.flatten().unwrap_or_else(|| value.clone())
}

/// A text that a filter of the engine made, without marks of what it printed on the way.
pub(super) fn without_marks(value: Value) -> Value {
    let marked = value.as_str().is_some_and(|text| text.contains(mark::BEGIN));
    if marked { captured(&value, false) } else { value }
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
    fn printed(&mut self, start: usize, bytes: usize, known: &KnownText) {
        let tag = self.tag();
        for (range, thing) in &known.things {
            let range = start + range.start..start + range.end;
            self.origins.push_thing(range, thing.clone());
        }
        let mut at = 0;
        for (range, span) in known.places(bytes) {
            self.origins.push(start + at..start + range.start, Origin::Tag(tag));
            let data = Origin::Data(span, tag);
            self.origins.push(start + range.start..start + range.end, data);
            at = range.end;
        }
        self.origins.push(start + at..start + bytes, Origin::Tag(tag));
    }

    fn keep(&mut self, value: &Value, known: KnownText) {
        if let Some(address) = address(value) {
            self.known.insert(address, (value.clone(), known));
        }
    }

    fn held(&self, value: &Value) -> Option<&KnownText> {
        self.known.get(&address(value)?).map(|(_, known)| known)
    }

    fn known_of(&self, value: &Value) -> KnownText {
        if let Some(known) = self.held(value) {
            return known.clone();
        }
        if self.is_text_of_ended(value) {
            let ended = self.ended.as_ref().and_then(|ended| self.held(ended));
            return ended.cloned().unwrap_or_default();
        }
        // A number is nothing but itself, so it is known by what it says.
        let same = |(read, _): &&(String, KnownText)| *read == value.to_string();
        let number = value.kind() == ValueKind::Number;
        let read = number.then(|| self.fresh.iter().rev().find(same)).flatten();
        read.map(|(_, known)| known.clone()).unwrap_or_default()
    }

    fn is_ended(&self, value: &Value) -> bool {
        let ended = self.ended.as_ref().and_then(address);
        ended.is_some() && ended == address(value)
    }

    fn is_text_of_ended(&self, value: &Value) -> bool {
        let same = |ended: &Value| {
            ended.as_str() == value.as_str() && ended.is_safe() == value.is_safe()
        };
        value.as_str().is_some() && self.ended.as_ref().is_some_and(same)
    }

    fn note(&mut self, value: &Value, known: &KnownText) {
        if known.is_empty() {
            return;
        }
        if value.kind() == ValueKind::Number && self.fresh.len() < FRESH {
            self.fresh.push((value.to_string(), known.clone()));
        }
        if self.held(value).is_none() {
            self.keep(value, known.clone());
        }
    }

    /// The mark behind what a tag printed into a text that nobody sees yet.
    fn mark(&mut self, bytes: usize, known: KnownText) -> Option<String> {
        if bytes == 0 || known.is_empty() {
            return None;
        }
        self.marks.push((bytes, known));
        Some(mark::written(self.marks.len() - 1))
    }

    /// A text without its marks, and what they tell of it.
    fn unmarked(&self, text: &str) -> (String, KnownText) {
        let (mut out, mut known, mut rest) = (String::new(), KnownText::default(), text);
        while let Some((before, number, behind)) = mark::next(rest) {
            out.push_str(before);
            if let Some((bytes, part)) = self.marks.get(number)
                && let Some(at) = out.len().checked_sub(*bytes)
            {
                known.put(at, part, *bytes);
            }
            rest = behind;
        }
        out.push_str(rest);
        (out, known)
    }
}

/// Marks are of characters that no text has (Unicode sets them aside for the inside of programs).
mod mark {
    /// Begins a mark.
    pub(super) const BEGIN: char = '\u{fdd0}';
    const END: char = '\u{fdef}';
    const ZERO: u32 = 0xfdd1;

    /// The mark of a number.
    pub(super) fn written(number: usize) -> String {
        let digits = format!("{number:x}");
        let digits =
            digits.chars().filter_map(|c| char::from_u32(ZERO + c.to_digit(16)?));
        std::iter::once(BEGIN).chain(digits).chain([END]).collect()
    }

    /// What stands before the first mark, its number, and what stands behind it.
    pub(super) fn next(text: &str) -> Option<(&str, usize, &str)> {
        let (before, rest) = text.split_once(BEGIN)?;
        let (digits, behind) = rest.split_once(END)?;
        let digit = |c: char| u32::from(c).checked_sub(ZERO).filter(|digit| *digit < 16);
        let number = digits.chars().try_fold(0_usize, |number, c| {
            number.checked_mul(16)?.checked_add(digit(c)? as usize)
        });
        Some((before, number?, behind))
    }
}

/// Notes a text that is put together from several places.
pub(super) fn note_line(value: &Value, trail: &Trail) {
    with(|trace| trace.note(value, &KnownText::of(trail.clone())));
}

/// Notes that a value was read; of a row of a free list, also what is in it.
pub(super) fn note(value: &Value, written: &Written, row: bool) {
    if row && value.kind() == ValueKind::Bool {
        with(|trace| trace.yes_or_no = true);
    }
    match value.kind() {
        ValueKind::String | ValueKind::Number | ValueKind::Plain => {
            let row = row.then(|| written.span());
            let known = KnownText { row, ..KnownText::at(written.span()) };
            with(|trace| trace.note(value, &known));
        }
        ValueKind::Seq => {
            let items = value.try_iter().into_iter().flatten().enumerate();
            for (index, item) in items.filter(|(_, item)| item.kind() != ValueKind::Map) {
                note(&item, &written.item(index), false);
            }
        }
        _ => {}
    }
}
