//! How values are written into the text of a template, so that markup reads them back as they
//! are: escaped text, and the attributes of directives.

mod attributes;
mod escape;
pub(crate) mod lost_tag;

pub(crate) use attributes::{Opening, WrittenAttribute, name, parse, write, write_value};
#[cfg(test)]
pub(crate) use escape::folded;
pub use escape::plain;
pub(crate) use escape::{escape, protect_colons};
