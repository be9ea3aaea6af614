//! What can be wrong, each group with its wording in Indonesian and English.

mod layout;

pub use layout::LayoutProblem;
