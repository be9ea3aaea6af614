//! Faces: the built-in ones and the workspace's own.
//!
//! A [`FontBook`] is made once and only read afterwards, so all threads share one.

mod book;
mod builtin;
mod metrics;
mod outline;

pub use book::{FontBook, FontError};
pub use metrics::Metrics;
pub(crate) use outline::outline;

/// A face of the [font book](crate::fonts).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct FontId(pub u16);
