//! Taking figures over from workbooks: first a plan, then, once somebody agrees, the writing.

mod reading;

use data::problem::{FileProblem, ImportProblem};
use serde::{Serialize, Serializer};
use serde_json::Value;

use super::{Answer, CallRun, Desk, count};
use crate::output::Target;
use crate::output::{csv, guarded};
use base::diag::{AnyProblem, Both, Problems, Span};
use base::source::SourceMap;
use data::files::{FilePath, Place, Revision};
use data::import::{ChangeKind, Datum, FieldChange, Plan, PlannedFile};
use field::spm::FillRate;
use reading::ImportReading;

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
        let mut reading = ImportReading { wish, inputs: Vec::new() };
        let opened =
            crate::pipeline::data(self.folder(), &mut run.sources, &mut run.problems);
        run.without_warnings();
        if opened.is_none() {
            ask_into(&mut run.problems);
        }
        let CallRun { sources, problems, .. } = &mut run;
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
        let CallRun { problems, sources, .. } = run;
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
        let mut run = CallRun { lang: self.lang, sources, problems };
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
        let mut run = CallRun { lang: self.lang, sources, problems };
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

fn report(
    run: &CallRun,
    inputs: Vec<ImportInput>,
    plans: &[Plan],
) -> Answer<ImportReport> {
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

/// Who imports names files first, and the workspace with `--into`: a folder that is none asks
/// for that.
fn ask_into(problems: &mut Problems) {
    let mut asked = Vec::new();
    problems.retain(|told| {
        let none = told.problem.is_a(|problem: &FileProblem| match problem {
            FileProblem::NotAWorkspace { dir, inside, book, disguised, .. }
                if book.is_empty() && !disguised =>
            {
                asked.push((dir.clone(), inside.clone()));
                true
            }
            _ => false,
        });
        !none
    });
    for (dir, inside) in asked {
        problems.add(Span::None, FileProblem::IntoUnsaid { dir, inside });
    }
}
