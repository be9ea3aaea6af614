//! What can be wrong with the program itself.

mod internal;

pub use internal::InternalProblem;
