//! A directive as a function writes it into the filled text.

use minijinja::value::ValueKind;
use minijinja::{Error, ErrorKind, State, Value};

use super::built::Built;
use super::error::fault;
use super::known::KnownText;
use super::readings::date;
use super::{trace, typed};
use crate::markup;
use crate::notation::{write as write_attribute, write_value};
use crate::origins::Thing;
use bahasa::date;
use bahasa::nomor::GAP;

/// A directive being written, of what its declaration allows.
pub(super) struct WrittenDirective {
    spec: &'static markup::Directive,
    built: Built,
}

impl WrittenDirective {
    pub(super) fn new(name: &str) -> Result<Self, Error> {
        let Some(spec) = markup::directive(name) else {
            return Err(fault(markup::unknown(name).into()));
        };
        let mut built = Built::default();
        built.words(&format!("\n\n:::{name} {{"));
        Ok(Self { spec, built })
    }

    /// Text that is markup already (what a macro gave) goes in as it is: attributes are read
    /// with the same escapes as running text.
    fn put_markup(&mut self, key: &str, text: &str, known: &KnownText) {
        self.built.words(" ").words(key).words("=\"");
        // No-break spaces stay: they hold together what must not be torn apart.
        let words = text.split(|c: char| c != '\u{a0}' && c.is_whitespace());
        let (mut at, mut first) = (0, true);
        for word in words {
            let range = at..at + word.len();
            at = range.end;
            at += text[at..].chars().next().map_or(0, char::len_utf8);
            if !word.is_empty() {
                self.built.words(if first { "" } else { " " });
                self.built.part(word, &known.cut(range));
                first = false;
            }
        }
        self.built.words("\"");
    }

    /// A text of ours.
    pub(super) fn put(&mut self, key: &str, value: &str) -> Result<(), Error> {
        self.put_known(key, value, &KnownText::default(), None)
    }

    /// A text with what is known of it, and the thing that it is the print of.
    fn put_known(
        &mut self,
        key: &str,
        value: &str,
        known: &KnownText,
        thing: Option<Thing>,
    ) -> Result<(), Error> {
        self.check(key, value)?;
        let mut attribute = String::new();
        write_attribute(key, value, &mut attribute);
        // Behind the blank, the key and `="`, before the closing quote.
        let from = (key.len() + 3).min(attribute.len() - 1);
        let (head, rest) = attribute.split_at(from);
        let (written, end) = rest.split_at(rest.len() - 1);
        let mut known = known.rewritten(value, written, write_value);
        if let Some(thing) = thing {
            known.things = vec![(0..written.len(), thing)];
        }
        self.built.words(head).part(written, &known).words(end);
        Ok(())
    }

    /// What the declaration says of a value, told where the template calls the function.
    fn check(&self, key: &str, value: &str) -> Result<(), Error> {
        self.spec
            .check(key, markup::Said(Some(value)))
            .map_err(|problem| fault(problem.into()))
    }

    /// One attribute a value; nothing for an absent one.
    pub(super) fn put_value(&mut self, key: &str, value: &Value) -> Result<(), Error> {
        match value.kind() {
            ValueKind::None => {}
            ValueKind::Undefined => return Err(Error::from(ErrorKind::UndefinedError)),
            ValueKind::Seq | ValueKind::Iterable => {
                for item in value.try_iter()? {
                    self.put_value(key, &item)?;
                }
            }
            ValueKind::Bool => {
                self.put(key, if value.is_true() { "ya" } else { "tidak" })?;
            }
            _ if value.is_safe() => {
                self.check(key, &value.to_string())?;
                self.put_markup(key, &value.to_string(), &trace::known(value));
            }
            _ => {
                let (known, thing) = (trace::known(value), typed::thing(value));
                self.put_known(key, &value.to_string(), &known, thing)?;
            }
        }
        Ok(())
    }

    /// Room for a day that is written by hand.
    pub(super) fn put_open_day(&mut self, key: &str) -> Result<(), Error> {
        self.put_known(key, &GAP.repeat(3), &KnownText::default(), Some(Thing::Room))
    }

    /// A day as it is printed.
    pub(super) fn put_day(&mut self, key: &str, value: &Value) -> Result<(), Error> {
        let day = date(value)?;
        let known = trace::known(value).whole();
        self.put_known(key, &date::format_date(day), &known, Some(Thing::Day(day)))
    }

    /// A label; the blanks before it indent it.
    pub(super) fn put_label(&mut self, label: &Value) -> Result<(), Error> {
        let text = label.to_string();
        let blanks = text.len() - text.trim_start_matches(' ').len();
        if blanks == 0 {
            return self.put_value("label", label);
        }
        let indent = "\u{a0}".repeat(blanks);
        let (said, mut known) = (text.trim_start(), KnownText::default());
        known.put(indent.len(), &trace::known(label).cut(blanks..text.len()), said.len());
        let indented = format!("{indent}{said}");
        if label.is_safe() {
            self.put_markup("label", &indented, &known);
            return Ok(());
        }
        self.put_known("label", &indented, &known, None)
    }

    pub(super) fn finish(mut self) -> Value {
        self.built.words(" }\n:::\n\n");
        self.built.markup()
    }
}

pub(super) fn lookup(
    state: &State<'_, '_>,
    name: &str,
    field: &str,
) -> Result<Value, Error> {
    let base =
        state.lookup(name).ok_or_else(|| Error::from(ErrorKind::UndefinedError))?;
    base.get_attr(field)
}
