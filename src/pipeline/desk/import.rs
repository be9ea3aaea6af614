//! Taking figures over from workbooks: first a plan, then, once somebody agrees, the writing.

use std::collections::BTreeMap;

use data::problem::{FileProblem, ImportProblem, ReferenceProblem, WorksheetProblem};
use serde::{Serialize, Serializer};
use serde_json::Value;

use super::{Answer, Desk, Run, count};
use crate::output::Target;
use crate::output::{csv, guarded};
use base::diag::{AnyProblem, Both, Problems, Span};
use base::source::SourceMap;
use data::files::{EntryKind, FilePath, FolderEntry, Place, Revision};
use data::import::{
    self, ChangeKind, Datum, FieldChange, Import, ImportContext, Plan, PlannedFile,
};
use data::worksheet::{self, Expected};
use data::workspace::Workspace;
use field::domain::Periode;
use field::spm::{Catalog, FillRate};

/// Old files are kept here; the reader of workspaces passes names with a dot over.
const BACKUP: &str = "data/capaian/.cadangan";

/// More changes than this are for a list in a file; a screen gets their counts.
const MOST_SHOWN: usize = 60;

/// Where quarters are written, by one import at a time.
const QUARTERS: FilePath = FilePath::fixed("data/capaian");

/// Whole lists of changes are kept here.
const REPORTS: &str = "laporan-impor";

/// The columns of such a list.
const HEAD: [&str; 8] =
    ["opd", "layanan", "butir", "isian", "perubahan", "semula", "menjadi", "tempat"];

fn row(change: &ImportChange) -> Vec<String> {
    let value = |shown: &Option<Shown>| guarded(shown.as_ref().map_or("", |s| &s.text));
    vec![
        guarded(&change.opd),
        guarded(&change.layanan),
        guarded(change.butir.as_deref().unwrap_or_default()),
        guarded(change.field),
        guarded(change.kind),
        value(&change.old),
        value(&change.new),
        guarded(&change.place),
    ]
}

/// What is to be taken over.
#[derive(Debug, Clone)]
pub struct ImportWish {
    /// Workbooks, and folders of them.
    pub places: Vec<Place>,
    /// The quarter as it was typed; told by the files when absent.
    pub periode: Option<String>,
    /// The OPD the files are of.
    pub opd: Option<String>,
}

/// A workbook of an import.
#[derive(Debug, Clone, Serialize)]
pub struct ImportInput {
    /// Its path.
    pub file: String,
    /// Whether it can be taken over.
    pub ok: bool,
    /// Of a worksheet: how much of it is filled in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keterisian: Option<ImportFill>,
}

/// How much of a worksheet is filled in.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct ImportFill {
    /// By the worksheet itself.
    #[serde(rename = "lembar")]
    pub sheet: FillRate,
    /// With what was there before.
    #[serde(rename = "sesudah")]
    pub after: FillRate,
}

/// One field that changes.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ImportChange {
    /// The cell that says so.
    pub place: String,
    /// The quarter.
    pub periode: String,
    /// The OPD of the service.
    pub opd: String,
    /// The service.
    pub layanan: String,
    /// The quality item, when it is a field of one.
    pub butir: Option<String>,
    /// The field.
    pub field: &'static str,
    /// `baru`, `ubah` or `hapus`.
    pub kind: &'static str,
    /// What is there.
    pub old: Option<Shown>,
    /// What will be there.
    pub new: Option<Shown>,
}

/// A value for people and for programs: as JSON exact numbers are texts with a decimal point.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// As people read it.
    pub text: String,
    exact: Value,
}

impl Shown {
    fn new(value: &Datum) -> Self {
        let text = value.to_string();
        let exact = match value {
            Datum::List(texts) => texts.as_slice().into(),
            Datum::Number(n) => serde_json::to_value(n).unwrap_or_default(),
            Datum::Nihil | Datum::Text(_) => text.as_str().into(),
        };
        Self { text, exact }
    }
}

impl Serialize for Shown {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.exact.serialize(serializer)
    }
}

/// Something in a workbook that was not taken.
#[derive(Debug, Clone, Serialize)]
pub struct ImportSkipped {
    /// Where.
    pub place: String,
    /// What stands there.
    pub text: String,
    /// Why it was passed over.
    pub reason: String,
    /// The quarter whose plan it belongs to.
    #[serde(skip)]
    pub periode: String,
}

/// A file of the workspace that an import writes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ImportFile {
    /// Its path in the workspace.
    pub path: String,
    /// Whether it was not there before.
    pub new: bool,
    /// Whether it was written.
    pub written: bool,
    /// Where the old one is kept.
    pub backup: Option<String>,
}

/// What an import changes.
#[derive(Debug, Clone, Serialize)]
pub struct ImportReport {
    /// Errors so far.
    pub errors: usize,
    /// Warnings so far.
    pub warnings: usize,
    /// The workbooks.
    pub inputs: Vec<ImportInput>,
    /// Every field that changes.
    pub changes: Vec<ImportChange>,
    /// What was passed over.
    pub skipped: Vec<ImportSkipped>,
    /// The files that change, or have.
    pub files: Vec<ImportFile>,
    /// The quarters there is a plan for.
    #[serde(skip)]
    pub quarters: Vec<String>,
}

/// What an import would do, to be looked at and then applied.
#[derive(Debug)]
pub struct ImportPlan {
    /// The report of the plan: nothing in it is written.
    pub answer: Answer<ImportReport>,
    problems: Problems,
    sources: SourceMap,
    files: Vec<Planned>,
    wish: ImportWish,
}

/// A file to write, and what it held when the plan was made.
#[derive(Debug)]
struct Planned {
    file: PlannedFile,
    was: Option<Revision>,
}

impl ImportReport {
    /// Whether it has more changes than anybody reads on a screen.
    pub fn is_long(&self) -> bool {
        self.changes.len() > MOST_SHOWN
    }
}

impl ImportPlan {
    /// Whether there is anything to write.
    pub fn changes(&self) -> bool {
        !self.files.is_empty()
    }
}

impl Desk {
    /// Reads workbooks and tells what they would change. Writes nothing.
    pub fn import_plan(&self, wish: &ImportWish) -> ImportPlan {
        let mut run = self.run();
        let mut reading = Reading { wish, inputs: Vec::new() };
        let Run { sources, problems, .. } = &mut run;
        let opened = crate::pipeline::data(self.folder(), sources, problems);
        let plans = match &opened {
            Some(data) => reading.plans((&data.0, &data.1), sources, problems),
            None => Vec::new(),
        };
        let answer = report(&run, reading.inputs, &plans);
        let files = plans.into_iter().flat_map(|plan| plan.files).map(|file| {
            let was = file.old.as_ref().map(|text| Revision::of(text.as_bytes()));
            Planned { file, was }
        });
        let files = files.collect();
        let Run { problems, sources, .. } = run;
        ImportPlan { answer, problems, sources, files, wish: wish.clone() }
    }

    /// Writes all changes of a long report as CSV, one file a quarter; the paths of the files,
    /// none where a screen holds the changes.
    ///
    /// # Errors
    /// A file that cannot be written.
    pub fn import_report(
        &self,
        report: &ImportReport,
    ) -> Result<Vec<String>, AnyProblem> {
        let mut paths = Vec::new();
        for quarter in report.quarters.iter().filter(|_| report.is_long()) {
            let changes = report.changes.iter().filter(|c| c.periode == *quarter);
            let path = FilePath::from(format!("{REPORTS}/{quarter}.csv"));
            let rows = std::iter::once(HEAD.map(str::to_owned).to_vec());
            let text = csv(rows.chain(changes.map(row)));
            self.target.put(&path, text.as_bytes())?;
            paths.push(path.into());
        }
        Ok(paths)
    }

    /// Writes what a plan says, made again while nobody else writes quarters: what another
    /// import entered since stays. Where it would now change something else nothing is written,
    /// and that is told.
    pub fn import_apply(&self, plan: ImportPlan) -> Answer<ImportReport> {
        let _held = match self.target.held(&QUARTERS) {
            Ok(held) => held,
            Err(problem) => return self.refused(plan, problem),
        };
        for folder in [QUARTERS, BACKUP.into(), REPORTS.into()] {
            self.target.sweep(&folder);
        }
        let now = self.import_plan(&plan.wish);
        let changes = |plan: &ImportPlan| plan.answer.value.clone().map(|r| r.changes);
        if changes(&now) != changes(&plan) {
            let detail = Both::new(
                "data berubah sejak rencananya ditampilkan",
                "the data have changed since the plan was shown",
            );
            return self.refused(plan, ImportProblem::CannotMerge { detail }.into());
        }
        let ImportPlan { answer, problems, sources, files, .. } = now;
        let mut report = answer.value;
        let mut run = Run { lang: self.lang, sources, problems };
        for planned in &files {
            match write(&self.target, planned) {
                Ok(done) => {
                    let files = report.iter_mut().flat_map(|r| &mut r.files);
                    for file in files.filter(|file| file.path == done.path) {
                        file.clone_from(&done);
                    }
                }
                Err(problem) => run.problems.add(Span::None, problem),
            }
        }
        let (errors, warnings) = count(&run.tell(&run.problems));
        if let Some(report) = &mut report {
            (report.errors, report.warnings) = (errors, warnings);
        }
        run.answer(report)
    }
}

impl Desk {
    /// A plan that is not carried out, and why.
    fn refused(&self, plan: ImportPlan, problem: AnyProblem) -> Answer<ImportReport> {
        let ImportPlan { answer, problems, sources, .. } = plan;
        let mut run = Run { lang: self.lang, sources, problems };
        run.problems.add(Span::None, problem);
        run.answer(answer.value)
    }
}

/// Keeps the old file, then puts the new one in its place.
fn write(target: &Target, planned: &Planned) -> Result<ImportFile, AnyProblem> {
    let Planned { file, was } = planned;
    // Somebody may have saved the file while the question was open.
    if target.revision(&file.nama).ok().as_ref() != Some(was) {
        let detail = Both::new(
            format!("`{}` berubah sejak dibaca", file.nama),
            format!("`{}` has changed since it was read", file.nama),
        );
        return Err(ImportProblem::CannotMerge { detail }.into());
    }
    let mut backup = None;
    if let Some(old) = &file.old {
        let name = file.nama.name();
        let free = (1_u32..=u32::MAX)
            .map(|n| FilePath::from(format!("{BACKUP}/{name}.{n}")))
            .find(|path| target.kind(path).is_none())
            .unwrap_or_default();
        target.put(&free, old.as_bytes())?;
        backup = Some(free.into());
    }
    target.put(&file.nama, file.text.as_bytes())?;
    let (path, new) = (String::from(&file.nama), file.old.is_none());
    Ok(ImportFile { path, new, written: true, backup })
}

/// The workbooks of one import on their way to plans.
struct Reading<'a> {
    wish: &'a ImportWish,
    inputs: Vec<ImportInput>,
}

impl Reading<'_> {
    fn plans(
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
            let value = typed.unwrap_or_default().to_owned();
            let range = Both::new("seperti 2024-tw4", "such as 2024-tw4");
            problems.add(
                Span::None,
                FileProblem::OutOfRange { key: "--periode".into(), value, range },
            );
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
                    problems.add(Span::None, ImportProblem::NothingToImport { name });
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

fn report(run: &Run, inputs: Vec<ImportInput>, plans: &[Plan]) -> Answer<ImportReport> {
    let problems = run.tell(&run.problems);
    let (errors, warnings) = count(&problems);
    let at = |span| run.sources.place(span);
    let mut report = ImportReport {
        errors,
        warnings,
        inputs,
        changes: Vec::new(),
        skipped: Vec::new(),
        files: Vec::new(),
        quarters: Vec::new(),
    };
    for plan in plans {
        let periode = plan.import.periode.to_string();
        let changes = plan.changes.iter();
        report.changes.extend(changes.map(|c| {
            let opd = plan.owners.get(&c.kode).map(String::as_str).unwrap_or_default();
            change(c, (&periode, opd), at(c.place))
        }));
        let skipped = plan.import.skipped.iter();
        report.skipped.extend(skipped.map(|one| ImportSkipped {
            place: at(one.place),
            text: one.content.clone(),
            reason: one.why.of(run.lang).to_owned(),
            periode: periode.clone(),
        }));
        report.files.extend(plan.files.iter().map(|file| ImportFile {
            path: (&file.nama).into(),
            new: file.old.is_none(),
            written: false,
            backup: None,
        }));
        report.quarters.push(periode);
    }
    let outcome = super::Outcome::of(&run.problems);
    Answer { value: Some(report), problems, outcome }
}

fn change(
    change: &FieldChange,
    (periode, opd): (&str, &str),
    place: String,
) -> ImportChange {
    ImportChange {
        place,
        periode: periode.to_owned(),
        opd: opd.to_owned(),
        layanan: change.kode.clone(),
        butir: change.butir.clone(),
        field: change.key.as_str(),
        kind: match change.kind() {
            ChangeKind::New => "baru",
            ChangeKind::Changed => "ubah",
            ChangeKind::Emptied => "hapus",
        },
        old: change.old.as_ref().map(Shown::new),
        new: change.new.as_ref().map(Shown::new),
    }
}
