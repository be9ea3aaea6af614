//! Layout: from the document tree to positioned things on pages.
pub mod page;
mod shaper;

pub use shaper::Shaper;
