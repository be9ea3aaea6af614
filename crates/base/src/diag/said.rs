//! What is said about a problem: how bad it is, in which language, in which words.

use serde::Serialize;

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The paper is made, but someone should look.
    Warning,
    /// Nothing is made from this.
    Error,
}

/// The language of messages; papers are always Indonesian.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// Indonesian.
    Id,
    /// English.
    #[default]
    En,
}

impl Lang {
    /// One of two wordings.
    pub fn either(self, id: impl Into<String>, en: impl Into<String>) -> String {
        match self {
            Self::Id => id.into(),
            Self::En => en.into(),
        }
    }
}

/// What is said about a problem, in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// What is wrong.
    pub message: String,
    /// Under the marked place; may be empty.
    pub label: String,
    /// The next step; may be empty only where the message says it all.
    pub help: String,
}

impl Said {
    /// Message, label and help.
    pub(super) fn into_parts(self) -> [String; 3] {
        [self.message, self.label, self.help]
    }
}
