//! The finishing pass: what docx-rs writes, made right.
//!
//! docx-rs writes the children of property elements in its own order, which the schema forbids and
//! Word may call a damaged file. Everything else is copied as it stands; only property elements
//! are read into a tree, sorted and written anew.

mod fix;
mod order;
mod tree;

pub(super) use fix::{EXTRA, FRAGMENT, finish};
