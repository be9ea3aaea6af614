//! What can go wrong inside the writer. None of it is the user's fault.

use std::fmt;

/// A fault inside the DOCX writer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DocxProblem {
    /// A part built by docx-rs could not be read back.
    Part {
        /// What the XML reader says.
        reason: String,
    },
    /// The ZIP could not be written.
    Package {
        /// Which part.
        part: String,
        /// What the ZIP writer says.
        reason: String,
    },
}

impl fmt::Display for DocxProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Part { reason } => write!(f, "DOCX part cannot be read back: {reason}"),
            Self::Package { part, reason } => {
                write!(f, "DOCX part {part} cannot be packed: {reason}")
            }
        }
    }
}

impl std::error::Error for DocxProblem {}
