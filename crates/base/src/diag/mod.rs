//! Problems, each with a place, a code and a next step.
//!
//! A phase reports a [`Problem`] at a [`Span`]; what can be wrong is declared in groups, each
//! with its wording in Indonesian and English side by side; `draw` turns it into what a terminal
//! or a program reads.

mod both;
mod count;
mod draw;
mod nearest;
mod problem;
mod told;

use serde::Serialize;

pub use crate::problem::InternalProblem;
pub use crate::source::Span;
pub use both::Both;
pub use count::{counted, first_names};
pub use draw::draw;
pub use nearest::{nearest, nearest_id, nearest_meaning};
pub use problem::{AnyProblem, Problem, meant};
pub use told::Told;

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

/// A problem at a place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// Where.
    pub span: Span,
    /// What.
    pub problem: AnyProblem,
}

impl Diagnostic {
    /// A problem at a place.
    pub fn new(span: Span, problem: impl Into<AnyProblem>) -> Self {
        Self { span, problem: problem.into() }
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
    fn into_parts(self) -> [String; 3] {
        [self.message, self.label, self.help]
    }
}

/// All problems of a run.
#[derive(Debug, Clone, Default)]
pub struct Problems {
    list: Vec<Diagnostic>,
}

impl Problems {
    /// Adds a problem.
    pub fn add(&mut self, span: Span, problem: impl Into<AnyProblem>) {
        self.list.push(Diagnostic::new(span, problem));
    }

    /// Takes over the problems of another run.
    pub fn extend(&mut self, other: Self) {
        self.list.extend(other.list);
    }

    /// `true` if one of them is an error.
    pub fn has_errors(&self) -> bool {
        self.list.iter().any(|d| d.problem.severity() == Severity::Error)
    }

    /// Whether there are none at all.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// All of them, in the order they were found.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.list.iter()
    }

    /// Keeps only those that `keep` says yes to, as it leaves them.
    pub fn retain(&mut self, keep: impl FnMut(&mut Diagnostic) -> bool) {
        self.list.retain_mut(keep);
    }

    /// Makes errors of those that `which` says yes to: what a draft may have and a final paper not.
    pub fn raise(&mut self, which: impl Fn(&Diagnostic) -> bool) {
        for found in &mut self.list {
            if which(found) {
                found.problem = found.problem.clone().raised();
            }
        }
    }

    /// By file and place in it, each once. What has no place comes first.
    pub fn sorted(&self) -> Vec<Diagnostic> {
        let mut list = self.list.clone();
        list.sort_by(|a, b| a.span.order().cmp(&b.span.order()).then_with(|| a.cmp(b)));
        list.dedup();
        list
    }
}

impl<'a> IntoIterator for &'a Problems {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl From<Diagnostic> for Problems {
    fn from(diagnostic: Diagnostic) -> Self {
        Self { list: vec![diagnostic] }
    }
}
