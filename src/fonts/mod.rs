//! Faces: the built-in ones and the workspace's own.

/// A face of the [font book](crate::fonts).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct FontId(pub u16);
