//! Worksheets for the OPDs.

use data::files::FilePath;
use serde::Serialize;

use super::{Answer, Desk};
use crate::output::Target;
use crate::pipeline::{WorksheetMade, WorksheetsRequest, worksheets};
use field::domain::Periode;

/// Which worksheets are wanted.
#[derive(Debug, Clone, Default)]
pub struct WorksheetsWish {
    /// The quarter; the workspace's own when absent.
    pub periode: Option<Periode>,
    /// Only these OPDs; empty is all.
    pub opd: Vec<String>,
    /// Where to; `lembar-kerja` in the workspace when absent.
    pub out: Option<Target>,
    /// Overwrite those that are there.
    pub force: bool,
}

/// The worksheets that are now in the folder.
#[derive(Debug, Clone, Serialize)]
pub struct WorksheetsReport {
    /// The folder, as it is called in messages.
    pub folder: String,
    /// Each of them.
    #[serde(rename = "lembar")]
    pub sheets: Vec<WorksheetMade>,
}

impl Desk {
    /// Writes a worksheet for each OPD that carries services.
    pub fn worksheets(&self, wish: WorksheetsWish) -> Answer<WorksheetsReport> {
        let mut run = self.run();
        let out = wish.out.unwrap_or_else(|| self.target.below("lembar-kerja"));
        let wanted = WorksheetsRequest {
            periode: wish.periode,
            opd: wish.opd,
            out: out.clone(),
            force: wish.force,
        };
        let made = self.open(&mut run);
        run.without_warnings();
        let made = made.map(|opened| worksheets(&opened, &wanted, &mut run.problems));
        let sheets = made.unwrap_or_default();
        run.answer(Some(WorksheetsReport { folder: out.shown(&FilePath::HERE), sheets }))
    }
}
