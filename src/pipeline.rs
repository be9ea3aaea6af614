//! The way from the user's folder to the papers, one call per phase:
//!
//! 1. [`mod@workspace`] reads files into typed values with places,
//! 2. [`check`](data::check) tells all that is wrong with them at once,
//! 3. [`spm`](field::spm) computes the index under the daerah's policies,
//! 4. [`plan`](papers::plan) decides which papers there are and for whom,
//! 5. [`template`](papers::template) fills the text of each,
//! 6. [`markup`](papers::markup) reads the text into the document tree,
//! 7. [`layout`](typeset::layout) settles widths and breaks pages,
//! 8. [`pdf`](typeset::pdf) and [`docx`](typeset::docx) write the two formats,
//! 9. [`output`](crate::output) puts whole files in place, and the manifest.

use crate::assets::PictureStore;
use crate::problem::AssetProblem;
use crate::problem::OutputProblem;
use data::problem::ReferenceProblem;
use papers::problem::TemplateProblem;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use rayon::prelude::*;

use crate::output::{Manifest, ManifestEntry, records};
use base::diag::{Both, Problems, Span};
use base::source::{SourceMap, Spanned};
use data::workspace::{self, Workspace};
use field::domain::Periode;
use field::spm::{Catalog, Rekap, Review};
use papers::plan::{Inputs, Job, plan};
use papers::profil::{Layers, Profil};
use papers::rules::Silenced;
use papers::template::{Base, Engine, Templates};
use typeset::document::Tightening;
use typeset::fonts::{FontBook, FontError};

mod carried;
mod catalog;
mod changes;
mod chapters;
mod compare;
mod contradictions;
pub mod desk;
mod fault;
mod figures;
mod final_numbers;
mod fit;
mod handbook;
mod making;
pub mod numbers;
mod paper;
mod profile;
pub mod ready;
mod review;
pub mod stale;
mod trial;
mod tte;
mod versions;
mod worksheets;

pub use crate::output::{Store, Target, Zip};
pub use crate::rekap_out::comparison::{Comparison, LeftOut};
pub use changes::{Changed, Changes, PaperChange, Since, changes, mark_printed};
pub use compare::{compare, holds_workspaces};
pub use data::files::{Disk, FilePath, Files, Folder, Memory, Place};
pub use data::workspace::SETTINGS;
pub use desk::{Answer, Desk, Outcome};
pub use figures::{Figures, figures};
pub use fit::Fitting;
use making::{Maker, PaperMade, is_no_room};
use paper::Tools;
pub use paper::{Laid, lay_out};
pub use stale::Stale;
pub use worksheets::{Made, WorksheetMade, WorksheetsRequest, worksheets};

/// A workspace that was read and checked, with all that papers are made from.
pub struct Opened {
    /// The data.
    pub workspace: Workspace,
    /// The national data.
    pub catalog: Catalog,
    /// The index of the reported quarter, if there are figures for it.
    pub review: Option<Review>,
    /// The templates.
    pub templates: Templates,
    engine: Engine,
    base: Base,
    /// How papers look, as layers.
    pub layers: Layers,
    profil: BTreeMap<String, Profil>,
    fonts: FontBook,
    pictures: PictureStore,
    /// The look that papers of one template share so that all fit, found at its first use.
    looks: BTreeMap<String, OnceLock<Option<Tightening>>>,
}

/// What a build makes.
#[derive(Debug, Clone, Default)]
pub struct BuildOptions {
    /// Templates; empty is all that the workspace names or its data allows.
    pub templates: Vec<String>,
    /// Only these OPDs.
    pub opd: Vec<String>,
    /// Write PDF.
    pub pdf: bool,
    /// Write DOCX.
    pub docx: bool,
    /// The output folder.
    pub out: Target,
    /// Threads; 0 is one a core.
    pub jobs: usize,
    /// Make papers again that have not changed.
    pub force: bool,
    /// Move papers aside that no longer belong.
    pub clean: bool,
}

/// What a build did.
#[derive(Debug, Default)]
pub struct Report {
    /// Every file that is now in the output folder from this build.
    pub files: Vec<ManifestEntry>,
    /// Papers made.
    pub made: usize,
    /// Papers that were there already, unchanged.
    pub skipped: usize,
    /// Papers refused, with their problems.
    pub refused: Vec<Refused>,
    /// Papers that the disk has no room for, by path.
    pub no_room: Vec<String>,
    /// Papers with warnings, likewise.
    pub warned: Vec<Refused>,
    /// Papers that were set tighter to take no more pages than were asked for, by path.
    pub fitted: Vec<(String, Fitting)>,
    /// Templates passed over because the data for them is not there, and what is missing.
    pub passed_over: Vec<(String, Vec<String>)>,
    /// Files of earlier builds that today's data has no more.
    pub stale: Vec<Stale>,
    /// Numbers that the office lets final papers share.
    pub silenced: Vec<Silenced>,
}

/// A paper with problems.
#[derive(Debug)]
pub struct Refused {
    /// The file's path without ending.
    pub path: String,
    /// What is wrong.
    pub problems: Problems,
}

/// Reads the data of the workspace in a folder and the national data, without checking what one
/// says about the other. `None` when they have errors.
pub fn data(
    folder: impl Into<Folder>,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Option<(Workspace, Catalog)> {
    let workspace = workspace::load(folder, sources, problems)?;
    let catalog = catalog::load(&workspace.texts, sources, problems)?;
    (!problems.has_errors()).then_some((workspace, catalog))
}

/// Reads and checks the workspace in a folder. `None` when it has errors.
pub fn open(
    folder: impl Into<Folder>,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Option<Opened> {
    let opened = open_as_is(folder, sources, problems)?;
    if problems.has_errors() {
        // No paper will be tried, so that what is wrong with pictures is told here.
        opened.tell_pictures(problems);
        return None;
    }
    Some(opened)
}

/// Reads and checks the workspace in a folder, and goes on with what was read well, for who
/// tells all that is wrong at once. With errors no paper may be made of it. `None` when there is
/// nothing to go on with.
pub fn open_as_is(
    folder: impl Into<Folder>,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Option<Opened> {
    let mut workspace = workspace::load(folder, sources, problems)?;
    let own = catalog::load(&workspace.texts, sources, problems);
    let lost = own.is_none();
    let catalog = own.or_else(catalog::built_in)?;
    let templates = Templates::load(&workspace.texts, sources, problems);
    let pictures = PictureStore::find(&workspace.folder, sources, problems);
    let fonts = load_fonts(&workspace, problems);
    let mut before = problems.iter().count();
    data::check::check(&workspace, &catalog, sources, problems);
    if lost {
        // What a catalog that cannot be read defines is unknown to the built-in one.
        problems.retain(|d| {
            let earlier = before > 0;
            before = before.saturating_sub(1);
            earlier || !d.problem.is_a(|_: &ReferenceProblem| true)
        });
    }
    // What stands for a day that could not be read is none to go by.
    if workspace.undated {
        workspace.rakor = None;
    }
    templates.check_names(&workspace, problems);
    papers::plan::check_words(&workspace, &catalog, &templates, problems);
    let layers = profile::load(&mut workspace, &templates, sources, problems);
    papers::rules::follow_event(&mut workspace, &templates);
    papers::rules::follow_province(&mut workspace, &catalog);
    data::check::pictures(&workspace, &|name| pictures.holds(name), problems);
    for (name, span) in layers.pictures() {
        let named = Spanned::new(name.to_owned(), span);
        let known = |name: &str| pictures.holds(name);
        data::check::picture(&named, &workspace, &known, problems);
    }
    let engine = Engine::new(&templates, problems);
    workspace.refuse_in_final(problems);
    let sound = !problems.has_errors();
    let review = workspace.settings.periode.and_then(|p| {
        let found = review::review(&workspace, &catalog, p);
        // What keeps figures with errors from being computed was told.
        let told = found.map_err(|d| {
            if sound {
                problems.extend(d);
            }
        });
        told.ok().flatten()
    });
    let profil = profile::each(&workspace, &templates, &layers);
    let rule = profile::common(&workspace, &layers).tanda_tangan.pasal44;
    let base = Base::new(&workspace, &catalog, review.as_ref(), &templates, rule);
    let looks = profil.keys().map(|name| (name.clone(), OnceLock::new())).collect();
    Some(Opened {
        workspace,
        catalog,
        review,
        templates,
        engine,
        base,
        layers,
        profil,
        fonts,
        pictures,
        looks,
    })
}

/// The index alone.
fn compute(
    workspace: &Workspace,
    catalog: &Catalog,
    periode: Periode,
) -> Result<Option<Rekap>, Problems> {
    let Some(reports) = workspace.capaian.get(&periode) else { return Ok(None) };
    let daerah = &workspace.settings.daerah;
    let context = field::spm::IndexContext {
        daerah: daerah.nama.clone(),
        tingkat: data::check::level(daerah.jenis),
        tahun: u16::try_from(periode.tahun).unwrap_or_default(),
        triwulan: periode.triwulan,
        carriers: review::carriers(workspace, catalog, periode),
        jalur: workspace.settings.jalur.clone(),
    };
    let reports = reports.iter().map(|r| &r.value);
    let other = workspace.indeks_lain.iter().map(|i| &i.value);
    field::spm::compute(catalog, &context, workspace.settings.kebijakan, reports)
        .map(|mut rekap| {
            rekap.indeks_lain =
                field::spm::indeks_lain::indeks_lain(other, context.tahun);
            Some(rekap)
        })
        .map_err(|errors| {
            let mut problems = Problems::default();
            for error in errors {
                let place = workspace.settings.periode_span;
                problems.add(place, catalog::index_problem(&error));
            }
            problems
        })
}

/// Makes the papers; `sources` are the texts that were opened. `progress` is told each paper's path when it is done, from any thread.
pub fn build(
    opened: &Opened,
    options: &BuildOptions,
    sources: &SourceMap,
    problems: &mut Problems,
    progress: &(dyn Fn(&str, usize) + Sync),
) -> Report {
    let mut report = Report::default();
    let names = opened.chosen(options, &mut report, problems);
    let jobs = plan(opened.inputs(), &names, &options.opd, problems);
    if !problems.has_errors()
        && let Err(problem) = options.out.check()
    {
        problems.add(Span::None, problem);
    }
    if problems.has_errors() {
        return report;
    }
    let earlier = Manifest::read(&options.out, problems);
    options.out.sweep(&FilePath::HERE);
    for name in &names {
        options.out.sweep(&name.into());
        options.out.sweep(&records(name));
    }
    let numbers = opened.number_faults(&jobs, sources);
    report.silenced = numbers.silenced;
    let maker = Maker::new(opened, options, &earlier, numbers.by_path, &jobs);
    let made = in_pool(options.jobs, || {
        jobs.par_iter()
            .map_init(
                || Tools::new(&opened.fonts),
                |tools, job| {
                    let result = maker.make(job, tools);
                    progress(&job.path, jobs.len());
                    result
                },
            )
            .collect::<Vec<_>>()
    });
    for (job, result) in jobs.iter().zip(made) {
        report.take(job, result);
    }
    problems.leave_to(report.refused.iter().map(|refused| &refused.problems));
    let planned = jobs.iter().map(|job| job.path.as_str()).collect();
    report.stale = opened.stale(&planned, &names, options, &earlier, problems);
    // What was reserved for the manifest is free for it now.
    drop(maker);
    let withdrawn = earlier.berkas.iter().filter(|entry| planned.contains(entry.paper()));
    report.finish(options, &withdrawn.cloned().collect::<Vec<_>>(), problems);
    report
}

impl Opened {
    fn inputs(&self) -> Inputs<'_> {
        Inputs {
            workspace: &self.workspace,
            catalog: &self.catalog,
            rekap: self.review.as_ref().map(|t| &t.rekap),
            templates: &self.templates,
            engine: &self.engine,
            base: &self.base,
            profil: &self.profil,
        }
    }

    /// The templates to make. A template the user named must have its data; of all others
    /// those without are passed over.
    fn chosen(
        &self,
        options: &BuildOptions,
        report: &mut Report,
        problems: &mut Problems,
    ) -> Vec<String> {
        let settings = &self.workspace.settings;
        let typed = |name: &String| Spanned::new(name.clone(), Span::None);
        let named: Vec<Spanned<String>> = if options.templates.is_empty() {
            settings.templates.clone()
        } else {
            options.templates.iter().map(typed).collect()
        };
        let every = named.is_empty();
        let all: Vec<Spanned<String>> = if every {
            self.templates.manifests.keys().map(typed).collect()
        } else {
            named
        };
        let mut chosen = Vec::new();
        for name in all {
            if !self.templates.check_name(&name, problems) {
                continue;
            }
            let manifest = &self.templates.manifests[&name.value];
            let missing = papers::plan::missing(self.inputs(), manifest);
            match (missing.is_empty(), every) {
                (true, _) => chosen.push(name.value),
                (false, true) => report.passed_over.push((name.value, missing)),
                (false, false) => {
                    let (template, needs) = (name.value, missing.join(", "));
                    problems.add(
                        name.span,
                        TemplateProblem::TemplateNeeds { template, needs },
                    );
                }
            }
        }
        self.check_opd(&options.opd, problems);
        chosen
    }

    /// The files that no longer belong, of the templates that were made or whose data is gone. A
    /// build of some OPDs alone does not know what else belongs.
    fn stale(
        &self,
        planned: &BTreeSet<&str>,
        names: &[String],
        options: &BuildOptions,
        earlier: &Manifest,
        problems: &mut Problems,
    ) -> Vec<Stale> {
        if !options.opd.is_empty() {
            return Vec::new();
        }
        let all =
            options.templates.is_empty() && self.workspace.settings.templates.is_empty();
        let asked = |template: &str| all || names.iter().any(|name| name == template);
        let found = stale::find(earlier, planned, &options.out, asked);
        if options.clean {
            return stale::move_aside(&found, &options.out, problems);
        }
        let left =
            |entry: &&ManifestEntry| Stale { path: entry.path.clone(), moved: None };
        found.iter().map(left).collect()
    }

    /// Reports ids of OPDs that were typed and that nobody has.
    fn check_opd(&self, ids: &[String], problems: &mut Problems) {
        let opd: Vec<&str> =
            self.workspace.opd.iter().map(|o| o.id.value.as_str()).collect();
        for id in ids.iter().filter(|id| !opd.contains(&id.as_str())) {
            let what = (Both::same("OPD"), Both::same("data/opd.toml"));
            let ids = opd.iter().copied();
            problems.add(Span::None, ReferenceProblem::unknown_id(what, id, ids));
        }
    }

    /// Tells the findings of the reported quarter that are mistakes of the data.
    pub fn tell_findings(&self, problems: &mut Problems) {
        if let Some(review) = &self.review {
            review::tell_findings(&self.workspace, review, problems);
        }
    }

    /// The templates that have their data, sorted by name.
    pub fn makeable(&self) -> Vec<String> {
        let manifests = self.templates.manifests.iter();
        manifests
            .filter(|(_, m)| papers::plan::missing(self.inputs(), m).is_empty())
            .map(|(name, _)| name.clone())
            .collect()
    }

    /// The faces.
    pub fn fonts(&self) -> &FontBook {
        &self.fonts
    }

    /// The names a template reads from the data, sorted.
    pub fn fields(&self, template: &str) -> Vec<String> {
        self.engine.fields(&format!("{template}/isi.md"), &self.templates)
    }

    /// Tells the pictures that the data names and that cannot be used.
    pub fn tell_pictures(&self, problems: &mut Problems) {
        let named = data::check::named_pictures(&self.workspace);
        self.pictures.tell(named.map(|named| &*named.value), problems);
    }
}

impl Report {
    fn take(&mut self, job: &Job, made: PaperMade) {
        match made {
            PaperMade::New(files, warned, fitted) => {
                self.made += 1;
                self.fitted.extend(fitted.map(|change| (job.path.clone(), change)));
                self.files.extend(files);
                self.warned.extend(warned);
            }
            PaperMade::Unchanged(files) => {
                self.skipped += 1;
                self.files.extend(files);
            }
            PaperMade::Refused(refused) => self.refused.push(refused),
            PaperMade::NoRoom => self.no_room.push(job.path.clone()),
        }
    }

    /// Enters this build's files into the manifest.
    fn finish(
        &mut self,
        options: &BuildOptions,
        withdrawn: &[ManifestEntry],
        problems: &mut Problems,
    ) {
        self.files.sort_by(|a, b| a.path.cmp(&b.path));
        let entered = Manifest::enter(&options.out, &self.files, withdrawn);
        let full = entered.as_ref().err().is_some_and(is_no_room);
        if full || !self.no_room.is_empty() {
            let problem = OutputProblem::NoRoom {
                dir: options.out.shown(&FilePath::HERE),
                whole: self.made + self.skipped,
                missing: self.no_room.clone(),
                listed: entered.is_ok(),
            };
            problems.add(Span::None, problem);
        }
        if let Err(problem) = entered
            && !full
        {
            problems.add(Span::None, problem);
        }
    }
}

fn load_fonts(workspace: &Workspace, problems: &mut Problems) -> FontBook {
    let own =
        workspace.faces.iter().map(|f| (f.family.clone(), f.bytes.clone())).collect();
    FontBook::with_own(own).unwrap_or_else(|errors| {
        for error in errors {
            let (at, detail) = match error {
                FontError::Unreadable { index, .. } => {
                    (index, Both::new("isinya bukan huruf", "it holds no face"))
                }
                FontError::CutOff { index, .. } => (
                    index,
                    Both::new(
                        "berkasnya terpotong; salin lagi dari sumbernya",
                        "the file is cut off; copy it again from where it came",
                    ),
                ),
                FontError::Damaged { index, table, .. } => (
                    index,
                    Both::new(
                        format!("tabel {table} di dalamnya rusak; salin lagi dari sumbernya"),
                        format!("its table {table} is damaged; copy it again from where it came"),
                    ),
                ),
                FontError::TooMany => {
                    (0, Both::new("keluarga huruf terlalu banyak", "too many families"))
                }
            };
            let Some(face) = workspace.faces.get(at) else { continue };
            problems.add(
                face.span,
                AssetProblem::BadFont { name: face.family.clone(), detail },
            );
        }
        FontBook::new()
    })
}

fn in_pool<T: Send>(threads: usize, work: impl FnOnce() -> T + Send) -> T {
    match rayon::ThreadPoolBuilder::new().num_threads(threads).build() {
        Ok(pool) => pool.install(work),
        Err(_) => work(),
    }
}

/// The plan's jobs alone, for benchmarks that measure phases one by one.
pub fn jobs(opened: &Opened, names: &[String], problems: &mut Problems) -> Vec<Job> {
    plan(opened.inputs(), names, &[], problems)
}
