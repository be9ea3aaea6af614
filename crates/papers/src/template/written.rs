//! A directive as a function writes it into the filled text.

use minijinja::value::ValueKind;
use minijinja::{Error, ErrorKind, State, Value};

use super::error::fault;
use super::readings::date;
use super::{trace, typed};
use crate::markup;
use crate::notation::write as write_attribute;
use crate::origins::Thing;
use bahasa::date;
use bahasa::nomor::GAP;

/// A directive being written, of what its declaration allows.
pub(super) struct Directive {
    spec: &'static markup::Directive,
    text: String,
}

impl Directive {
    pub(super) fn new(name: &str) -> Result<Self, Error> {
        let Some(spec) = markup::directive(name) else {
            return Err(fault(markup::unknown(name).into()));
        };
        Ok(Self { spec, text: format!("\n\n:::{name} {{") })
    }

    /// Text that is markup already (what a macro gave) goes in as it is: attributes are read
    /// with the same escapes as running text.
    fn put_markup(&mut self, key: &str, text: &str) {
        // No-break spaces stay: they hold together what must not be torn apart.
        let words = text.split(|c: char| c != '\u{a0}' && c.is_whitespace());
        let line = words.filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ");
        self.text.extend([" ", key, "=\"", &line, "\""]);
    }

    pub(super) fn put(&mut self, key: &str, value: &str) -> Result<(), Error> {
        self.put_thing(key, value, None)
    }

    /// A text that is the print of a thing.
    fn put_thing(
        &mut self,
        key: &str,
        value: &str,
        thing: Option<Thing>,
    ) -> Result<(), Error> {
        self.check(key, value)?;
        let start = self.text.len();
        write_attribute(key, value, &mut self.text);
        // Behind the blank, the key and `="`, before the closing quote.
        let from = (start + key.len() + 3).min(self.text.len() - 1);
        trace::attribute(value, &self.text[from..self.text.len() - 1], thing);
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
                self.put_markup(key, &value.to_string());
            }
            _ => self.put_thing(key, &value.to_string(), typed::thing(value))?,
        }
        Ok(())
    }

    /// A day as it is printed.
    pub(super) fn put_day(&mut self, key: &str, value: &Value) -> Result<(), Error> {
        let day = date(value)?;
        self.put_thing(key, &date::format_date(day), Some(Thing::Day(day)))
    }

    /// A label; the blanks before it indent it.
    pub(super) fn put_label(&mut self, label: &Value) -> Result<(), Error> {
        let text = label.to_string();
        let blanks = text.len() - text.trim_start_matches(' ').len();
        if blanks == 0 {
            return self.put_value("label", label);
        }
        let indented = format!("{}{}", "\u{a0}".repeat(blanks), text.trim_start());
        if label.is_safe() {
            self.put_markup("label", &indented);
        } else {
            self.put("label", &indented)?;
        }
        Ok(())
    }

    pub(super) fn finish(self) -> Value {
        Value::from_safe_string(format!("{} }}\n:::\n\n", self.text))
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

/// Room for a date that is written by hand.
pub(super) fn open_day() -> String {
    GAP.repeat(3)
}
