//! What can be wrong, each group with its wording in Indonesian and English.

mod achievement;
mod file_names;
mod files;
mod findings;
mod imports;
mod numerals;
mod officials;
mod people;
mod pictures;
mod rakor;
mod references;
mod regions;
mod register;
mod sheets;
mod workbook;
mod worksheets;

pub use achievement::AchievementProblem;
pub(crate) use file_names::{toml_alone, without_hidden_ending};
pub use files::FileProblem;
pub(crate) use files::is_bare_time;
pub use findings::FindingProblem;
pub use imports::ImportProblem;
pub use numerals::{looking_alike, plainly, two_ways};
pub(crate) use numerals::{meant_for, spelled};
pub use officials::OfficialProblem;
pub use people::PeopleProblem;
pub use pictures::PictureProblem;
pub use rakor::RakorProblem;
pub use references::ReferenceProblem;
pub use regions::RegionProblem;
pub use register::RegisterProblem;
pub use sheets::SheetProblem;
pub(crate) use sheets::{misread, stand_in};
pub use workbook::WorkbookProblem;
pub use worksheets::WorksheetProblem;
