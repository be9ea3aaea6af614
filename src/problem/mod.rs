//! What can be wrong, each group with its wording in Indonesian and English.

mod assets;
mod fitting;
mod next;
mod numbers;
mod output;
mod preview;
mod regions;
mod versions;

pub use assets::AssetProblem;
pub use fitting::FitProblem;
pub use next::NextProblem;
pub use numbers::NumberProblem;
pub use output::OutputProblem;
pub use preview::PreviewProblem;
pub use regions::RegionProblem;
pub use versions::VersionProblem;
