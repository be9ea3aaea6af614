//! Problems at their places.

use std::collections::BTreeSet;

use super::problem::AnyProblem;
use super::said::Severity;
use crate::source::Span;

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

    /// Leaves out what is told as an error among others: one cause is told once.
    pub fn leave_to<'a>(&mut self, others: impl IntoIterator<Item = &'a Self>) {
        let raised = |found: &Diagnostic| Diagnostic {
            span: found.span,
            problem: found.problem.clone().raised(),
        };
        let others = others.into_iter().flat_map(Self::iter);
        let worse: BTreeSet<&Diagnostic> =
            others.filter(|found| found.problem.is_raised()).collect();
        self.list.retain(|found| worse.is_empty() || !worse.contains(&raised(found)));
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
