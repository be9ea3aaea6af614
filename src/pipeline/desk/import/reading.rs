//! Workbooks read on their way to plans: one that is broken does not stop the others.

use std::collections::BTreeMap;

use super::{ImportFill, ImportInput, ImportWish};
use base::diag::{Both, Problems, Span};
use base::source::SourceMap;
use data::files::{EntryKind, FilePath, FolderEntry, Place};
use data::import::{self, Import, ImportContext, Plan};
use data::problem::{
    AchievementProblem, FileProblem, ImportProblem, ReferenceProblem, WorksheetProblem,
};
use data::worksheet::{self, Expected};
use data::workspace::Workspace;
use field::domain::Periode;
use field::spm::Catalog;

/// The workbooks of one import on their way to plans.
pub(super) struct ImportReading<'a> {
    pub(super) wish: &'a ImportWish,
    pub(super) inputs: Vec<ImportInput>,
}

impl ImportReading<'_> {
    pub(super) fn plans(
        &mut self,
        data: (&Workspace, &Catalog),
        sources: &mut SourceMap,
        problems: &mut Problems,
    ) -> Vec<Plan> {
        let Some(periode) = self.asked(data.0, problems) else { return Vec::new() };
        let read = self.read(periode, data, sources, problems);
        self.plan(data, read, sources, problems)
    }

    /// The quarter that was typed, if one was; `None` after a problem with it or with the OPD.
    #[allow(clippy::option_option)]
    fn asked(
        &self,
        workspace: &Workspace,
        problems: &mut Problems,
    ) -> Option<Option<Periode>> {
        let typed = self.wish.periode.as_deref();
        let periode = typed.map(Periode::typed);
        if periode == Some(None) {
            let text = typed.unwrap_or_default().to_owned();
            problems.add(Span::None, AchievementProblem::UnknownPeriode { text });
        }
        if let Some(id) = &self.wish.opd
            && !workspace.opd.iter().any(|o| o.id.value == *id)
        {
            let all = workspace.opd.iter().map(|o| o.id.value.as_str());
            let what = (Both::same("OPD"), Both::same("data/opd.toml"));
            problems.add(Span::None, ReferenceProblem::unknown_id(what, id, all));
        }
        (!problems.has_errors()).then(|| periode.flatten())
    }

    /// Reads every file; one that is broken does not stop the others.
    fn read(
        &mut self,
        periode: Option<Periode>,
        (workspace, catalog): (&Workspace, &Catalog),
        sources: &mut SourceMap,
        problems: &mut Problems,
    ) -> Vec<Import> {
        let opd = self.wish.opd.as_deref();
        let urusan = workspace
            .opd
            .iter()
            .find(|o| Some(o.id.value.as_str()) == opd)
            .filter(|o| o.urusan.len() == 1)
            .and_then(|o| o.urusan.first())
            .map(|u| u.value.as_str());
        let context = ImportContext {
            catalog,
            tingkat: data::check::level(workspace.settings.daerah.jenis),
            periode,
            default: workspace.settings.periode,
            urusan,
        };
        let ids: Vec<&str> = workspace.opd.iter().map(|o| o.id.value.as_str()).collect();
        let expected = Expected {
            daerah: &workspace.settings.daerah.nama,
            opd: &ids,
            asked_opd: opd,
            periode: periode.or(workspace.settings.periode),
            next: periode.is_none(),
            catalog: catalog.all_layanan(context.tingkat),
            capaian: &workspace.capaian,
        };
        let mut all = Vec::new();
        let mut quarters: BTreeMap<Periode, String> = BTreeMap::new();
        for place in workbooks(&self.wish.places, problems) {
            let (from, file) = (&*place.folder, place.named());
            let mut own = Problems::default();
            let mut keterisian = None;
            let read = worksheet::read_file(from, &file, &expected, sources, &mut own);
            let import = match read {
                worksheet::Reading::Foreign => {
                    import::read(from, &file, &context, sources, &mut own)
                }
                worksheet::Reading::Refused => None,
                worksheet::Reading::Sound(sheet) => {
                    let (filled, after) = (sheet.filled_in, sheet.after);
                    keterisian = Some(ImportFill { sheet: filled, after });
                    let quarter = quarters.entry(sheet.stamp.periode);
                    quarter.or_insert_with(|| (&file).into());
                    Some(sheet.import)
                }
            };
            let ok = import.is_some() && !own.has_errors();
            all.extend(import.filter(|i| ok && !i.layanan.is_empty()));
            self.inputs.push(ImportInput { file: (&file).into(), ok, keterisian });
            problems.extend(own);
        }
        self.one_quarter(quarters, &mut all, problems);
        all
    }

    /// Worksheets of two quarters are most often a mistake; none of them is taken.
    fn one_quarter(
        &mut self,
        quarters: BTreeMap<Periode, String>,
        all: &mut Vec<Import>,
        problems: &mut Problems,
    ) {
        let mut quarters = quarters.into_iter();
        let (Some((first, one)), Some((last, other))) =
            (quarters.next(), quarters.next())
        else {
            return;
        };
        let (one_periode, other_periode) = (first.to_string(), last.to_string());
        problems.add(
            Span::None,
            WorksheetProblem::MixedQuarters { one, one_periode, other, other_periode },
        );
        for input in self.inputs.iter_mut().filter(|m| m.keterisian.is_some()) {
            input.ok = false;
        }
        all.retain(|i| self.inputs.iter().any(|m| m.ok && m.file == i.file));
    }

    /// The plans, one a quarter. Where one has an error nothing of that quarter is written.
    fn plan(
        &mut self,
        (workspace, catalog): (&Workspace, &Catalog),
        all: Vec<Import>,
        sources: &mut SourceMap,
        problems: &mut Problems,
    ) -> Vec<Plan> {
        let opd = self.wish.opd.as_deref();
        let mut by_quarter: BTreeMap<Periode, Vec<Import>> = BTreeMap::new();
        for import in all {
            by_quarter.entry(import.periode).or_default().push(import);
        }
        let plan = |import: Import, sources: &mut SourceMap| {
            let mut own = Problems::default();
            let plan =
                import::plan_import(workspace, catalog, import, opd, sources, &mut own);
            (plan.filter(|_| !own.has_errors()), own)
        };
        let mut plans = Vec::new();
        for import in by_quarter.into_values() {
            // A file that does not fit the workspace must not stop the others.
            let mut fit = Vec::new();
            for one in import {
                let (planned, own) = plan(one.clone(), sources);
                if let Some(planned) = planned {
                    fit.push(planned.import);
                } else {
                    self.refuse(&one.file);
                }
                problems.extend(own);
            }
            let (merged, contradicting) = import::unite(fit, sources, problems);
            for file in &contradicting {
                self.refuse(file);
            }
            let Some(merged) = merged else { continue };
            // Its problems were told for each file.
            match plan(merged, sources) {
                (Some(plan), _) => plans.push(plan),
                (None, own) => problems.extend(own),
            }
        }
        let by_two = |p: &ImportProblem| matches!(p, ImportProblem::FilledByTwo { .. });
        if problems.iter().any(|d| d.problem.is_a(by_two)) {
            problems.extend(data::check::unwritten_splits(workspace, catalog, sources));
        }
        plans
    }

    fn refuse(&mut self, file: &str) {
        for input in self.inputs.iter_mut().filter(|input| input.file == file) {
            input.ok = false;
        }
    }
}

/// The workbooks that were named, those in folders by name.
fn workbooks(places: &[Place], problems: &mut Problems) -> Vec<Place> {
    let mut all: Vec<Place> = Vec::new();
    for place in places {
        if !place.folder.is_folder(&place.path) {
            all.push(place.clone());
            continue;
        }
        let named = || String::from(&place.named());
        match place.folder.list(&place.path) {
            Err(error) => {
                let (name, why) = (named(), Both::io(&error));
                problems.add(Span::None, FileProblem::CannotRead { name, why });
            }
            Ok(entries) => {
                let seen =
                    entries.into_iter().filter(|e| !e.name.starts_with(['.', '~']));
                let is_read = |e: &FolderEntry| {
                    e.kind == EntryKind::File && is_book(&FilePath::from(&e.name))
                };
                let (books, others): (Vec<_>, Vec<_>) = seen.partition(is_read);
                if !others.is_empty() {
                    let others: Vec<String> = others.into_iter().map(shown).collect();
                    let folder = named();
                    problems.add(Span::None, ImportProblem::NoSheets { folder, others });
                }
                let found: Vec<Place> =
                    books.iter().map(|e| place.join(&e.name)).collect();
                if found.is_empty() {
                    let name = named();
                    let problem = ImportProblem::NothingToImport { name, folder: true };
                    problems.add(Span::None, problem);
                }
                all.extend(found);
            }
        }
    }
    all.dedup_by_key(|place| place.named().to_string());
    all
}

/// A workbook. The lock file of one that is open, and what is hidden, is passed over before.
fn is_book(name: &FilePath) -> bool {
    name.ends_in(&["xlsx", "ods", "xls", "csv"])
}

/// What stands in a folder, as messages name it.
fn shown(entry: FolderEntry) -> String {
    if entry.kind == EntryKind::Folder { format!("{}/", entry.name) } else { entry.name }
}
