//! Problems, each with a place, a code and a next step.
pub use crate::source::Span;
