//! Problems, each with a place, a code and a next step.
//!
//! A phase reports a [`Problem`] at a [`Span`]; what can be wrong is declared in groups, each
//! with its wording in Indonesian and English side by side; `draw` turns it into what a terminal
//! or a program reads.

mod both;
mod count;
mod cut;
mod draw;
mod found;
mod nearest;
mod problem;
mod said;
mod told;

pub use crate::problem::InternalProblem;
pub use crate::source::Span;
pub use both::Both;
pub use count::{counted, first_names, first_people};
pub use draw::draw;
pub use found::{Diagnostic, Problems};
pub use nearest::{begun, nearest, nearest_id, nearest_meaning};
pub use problem::{AnyProblem, Names, Problem, meant};
pub use said::{Lang, Said, Severity};
pub use told::Told;
