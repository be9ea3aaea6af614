//! A text that is put together for a template of values and words.

use minijinja::Value;

use super::known::KnownText;
use super::trace;

/// A text being put together, of which each part keeps what is known of it.
#[derive(Debug, Default)]
pub(super) struct Built {
    text: String,
    known: KnownText,
}

impl Built {
    /// Words that stand nowhere in the data.
    pub(super) fn words(&mut self, words: &str) -> &mut Self {
        self.text.push_str(words);
        self
    }

    /// A text with what is known of it.
    pub(super) fn part(&mut self, text: &str, known: &KnownText) -> &mut Self {
        self.known.put(self.text.len(), known, text.len());
        self.text.push_str(text);
        self
    }

    /// A value as it prints.
    pub(super) fn value(&mut self, value: &Value) -> &mut Self {
        self.part(&value.to_string(), &trace::known(value))
    }

    /// The text as a value.
    pub(super) fn done(self) -> Value {
        trace::keep(Value::from(self.text), self.known)
    }

    /// The text as a value that is markup already.
    pub(super) fn markup(self) -> Value {
        trace::keep(Value::from_safe_string(self.text), self.known)
    }
}
