//! Text in lines: from inlines to fragments, from fragments to lines, from lines to items.

mod break_points;
mod cut;
mod direction;
mod extent;
mod fragment;
mod line;
mod plain;
mod run;
mod stretch;
mod tabs;
mod tear;
mod wrap;

pub(crate) use break_points::BreakPoint;
pub(crate) use cut::Frame;
pub use extent::Extent;
pub(crate) use fragment::{Torn, measure, prepare};
pub(crate) use line::SetLine;
pub(crate) use plain::{dots, plain};
pub(crate) use wrap::lines;
