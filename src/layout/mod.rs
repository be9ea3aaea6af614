//! Layout: from the document tree to positioned things on pages.
pub mod page;
