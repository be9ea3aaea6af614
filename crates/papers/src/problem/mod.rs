//! What can be wrong, each group with its wording in Indonesian and English.

mod charts;
mod contradictions;
mod letters;
mod names;
mod offices;
mod printing;
mod profiles;
mod signatures;
mod templates;

pub use charts::ChartProblem;
pub use contradictions::{ContradictionProblem, SilenceProblem, is_of_absence};
pub use letters::LetterProblem;
pub use names::NameProblem;
pub use offices::OfficeProblem;
pub use printing::PrintProblem;
pub use profiles::ProfileProblem;
pub use signatures::SignatureProblem;
pub use templates::TemplateProblem;
