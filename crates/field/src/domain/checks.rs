//! What the office says about checks: the days it does not work, and what it knows and lets pass.

use base::source::{Span, Spanned};
use jiff::civil::Date;

/// A day on which the office does not work, beside Saturdays, Sundays and fixed holidays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Holiday {
    /// The day.
    pub date: Date,
    /// "Idulfitri 1446 Hijriah".
    pub name: String,
    /// Decided as cuti bersama rather than a holiday.
    pub shared_leave: bool,
    /// Where it is written.
    pub span: Span,
}

/// A contradiction that the office knows and lets pass, with its reason.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Silence {
    /// The code of the message.
    pub code: Spanned<String>,
    /// Why it is right as it is.
    pub reason: String,
    /// Only messages that say this.
    pub saying: Option<String>,
    /// Where it is written.
    pub span: Span,
}
