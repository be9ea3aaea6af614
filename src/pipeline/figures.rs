//! The short way: a folder's figures without its papers.

use data::problem::AchievementProblem;
use std::sync::Arc;

use super::catalog;
use base::diag::{Problems, Span};
use base::source::SourceMap;
use data::files::Folder;
use data::workspace::{self, Workspace};
use field::domain::Periode;
use field::spm::{Catalog, Review};

/// A workspace that was read and checked as far as figures go: no templates, faces or
/// pictures were opened.
pub struct Figures {
    /// The data.
    pub workspace: Workspace,
    /// The national data.
    pub catalog: Arc<Catalog>,
}

/// Reads and checks the figures in a folder. `None` when they have errors.
pub fn figures(
    folder: impl Into<Folder>,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Option<Figures> {
    open(&folder.into(), sources, problems).ok()
}

/// The same; the error is the name of the daerah, as far as it could be read.
pub(super) fn open(
    folder: &Folder,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Result<Figures, Option<String>> {
    let Some(workspace) = workspace::load_figures(folder, sources, problems) else {
        return Err(None);
    };
    let nama = workspace.settings.daerah.nama.clone();
    let nama = (!nama.is_empty()).then_some(nama);
    let Some(catalog) = catalog::shared(&workspace.texts, sources, problems) else {
        return Err(nama);
    };
    data::check::check(&workspace, &catalog, sources, problems);
    if problems.has_errors() {
        return Err(nama);
    }
    Ok(Figures { workspace, catalog })
}

impl Figures {
    /// The index, with its findings, of the quarter that is asked for, else of the reported one. What keeps it
    /// from being computed, if only that there are no figures, is a problem.
    pub fn review(
        &self,
        asked: Option<Periode>,
        problems: &mut Problems,
    ) -> Option<(Periode, Review)> {
        let settings = &self.workspace.settings;
        let periode = asked.or(settings.periode);
        let review = periode.and_then(|p| {
            super::review::review(&self.workspace, &self.catalog, p)
                .map_err(|found| problems.extend(found))
                .ok()
                .flatten()
                .map(|review| (p, review))
        });
        if review.is_none() && !problems.has_errors() {
            // A quarter that was typed has no place in a file.
            let place = if asked.is_some() { Span::None } else { settings.periode_span };
            let periode =
                periode.map_or_else(|| "[periode]".to_owned(), |p| p.to_string());
            let ada = quarters(&self.workspace);
            problems.add(place, AchievementProblem::NoCapaian { periode, ada });
        }
        review
    }
}

/// The quarters that have figures: "2024-tw3, 2024-tw4".
fn quarters(workspace: &Workspace) -> String {
    let reported = workspace.capaian.iter().filter(|(_, reports)| !reports.is_empty());
    let names: Vec<String> = reported.map(|(periode, _)| periode.to_string()).collect();
    names.join(", ")
}
