//! Papers to their files: what is unchanged stays, what is wrong is refused, the rest is written.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};

use super::fit::Fitting;
use super::paper::{Laid, Tools};
use super::{BuildOptions, Opened, Refused};
use crate::output::{HeldStore, Manifest, ManifestEntry, Record, Version, sha256_hex};
use crate::problem::OutputProblem;
use base::diag::{AnyProblem, Diagnostic, Problems, Span};
use data::files::FilePath;
use papers::origins::FilledText;
use papers::plan::Job;

/// How a paper came out.
pub(super) enum PaperMade {
    New(Vec<ManifestEntry>, Option<Refused>, Option<Fitting>),
    Unchanged(Vec<ManifestEntry>),
    Refused(Refused),
    /// The disk has no room for it.
    NoRoom,
}

/// Makes papers; shared by all threads.
pub(super) struct Maker<'a> {
    opened: &'a Opened,
    options: &'a BuildOptions,
    earlier: BTreeMap<&'a str, &'a ManifestEntry>,
    /// The part of every paper's fingerprint that is the same for all.
    common: String,
    /// What is wrong with numbers of final papers, by path.
    numbers: BTreeMap<String, Problems>,
    jobs: &'a [Job],
    /// Whether writing may begin, found out before the first file is written.
    begun: OnceLock<Result<(), AnyProblem>>,
    /// Room for the manifest, which is written last.
    reserved: Mutex<Option<HeldStore>>,
    /// The disk is full: nothing more is tried.
    full: AtomicBool,
}

impl<'a> Maker<'a> {
    pub(super) fn new(
        opened: &'a Opened,
        options: &'a BuildOptions,
        earlier: &'a Manifest,
        numbers: BTreeMap<String, Problems>,
        jobs: &'a [Job],
    ) -> Self {
        let mut common = format!("{}\n", env!("CARGO_PKG_VERSION"));
        for face in &opened.workspace.faces {
            let _ = writeln!(common, "{} {}", face.family, sha256_hex(&face.bytes));
        }
        Self {
            opened,
            options,
            earlier: earlier.by_path(),
            common,
            numbers,
            jobs,
            begun: OnceLock::new(),
            reserved: Mutex::default(),
            full: AtomicBool::new(false),
        }
    }

    pub(super) fn make(&self, job: &Job, tools: &mut Tools<'_>) -> PaperMade {
        let filled = match self.opened.fill(job) {
            Ok(filled) => filled,
            Err(diagnostic) => {
                return refuse(job, self.opened.mistakes(job, diagnostic));
            }
        };
        let (source, pictures) = self.fingerprint(job, &filled);
        if !self.numbers.contains_key(&job.path)
            && let Some(files) = self.unchanged(job, &source)
        {
            return PaperMade::Unchanged(files);
        }
        if self.full.load(Ordering::Relaxed) {
            return PaperMade::NoRoom;
        }
        self.opened.pictures.prepare(pictures);
        let mut problems = Problems::default();
        let written = self.write(job, &filled, &source, tools, &mut problems);
        match written {
            Some((files, fitted)) if !problems.has_errors() => {
                let warned = (!problems.is_empty())
                    .then(|| Refused { path: job.path.clone(), problems });
                PaperMade::New(files, warned, fitted)
            }
            _ if problems.iter().any(|d| is_no_room(&d.problem)) => {
                self.full.store(true, Ordering::Relaxed);
                PaperMade::NoRoom
            }
            _ => refuse(job, problems),
        }
    }

    /// Before the first file is written: the manifest no longer says what will not be so, and
    /// has room to say what will.
    fn begin(&self) -> Result<(), AnyProblem> {
        let begin = || {
            let out = &self.options.out;
            let planned: BTreeSet<&str> =
                self.jobs.iter().map(|job| job.path.as_str()).collect();
            Manifest::withdraw(out, |entry| planned.contains(entry.paper()))?;
            let held = out.reserved(self.manifest_room())?;
            *self.reserved.lock().unwrap_or_else(PoisonError::into_inner) = held;
            Ok(())
        };
        self.begun.get_or_init(begin).clone()
    }

    /// At most so many bytes are written after the last paper.
    fn manifest_room(&self) -> usize {
        /// Two hashes, two numbers, the names of the fields.
        const ENTRY: usize = 400;
        /// The list's own words, and the folder of the guard.
        const REST: usize = 16 * 1024;
        let entry = |path: usize, template: &str, subject: &str| {
            ENTRY + path + template.len() + 2 * subject.len()
        };
        let old = self.earlier.values();
        let old = old.map(|e| entry(e.path.len(), &e.template, &e.subject));
        let endings = self.endings().count();
        let new = self.jobs.iter();
        let new = new.map(|j| endings * entry(j.path.len() + 5, &j.template, &j.subject));
        REST + old.chain(new).sum::<usize>()
    }

    /// Of everything a paper is made from, and of nothing else: what other templates look like
    /// and which pictures they have is not in it. Beside it the pictures that the paper has.
    pub(super) fn fingerprint(
        &self,
        job: &Job,
        filled: &FilledText,
    ) -> (String, Vec<&str>) {
        // What the manifest says of the pages is in no text.
        let pages = self.opened.templates.manifests.get(&job.template).map(|m| {
            format!("{:?} {:?} {:?} {:?}", m.shape, m.orientation, m.paper, m.page_number)
        });
        let mut pages = pages.unwrap_or_default();
        if let Some((fit, _)) = self.opened.wanted_pages(job) {
            let _ = write!(pages, " {fit} {:?}", self.opened.set_look(job));
        }
        if !job.header.text.is_empty() {
            let _ = write!(pages, " {}", job.header.text);
        }
        let status = self.opened.workspace.status(&job.template);
        let profil = self.opened.profil.get(&job.template);
        let _ = write!(pages, "\n{status:?}\n{profil:?}");
        // Officials and letters that it names by id are in no text either.
        let heads = self.opened.pictures.heads();
        let mut unsaid = Problems::default();
        let (_, facts) = self.opened.read_with(job, filled, &heads, &mut unsaid);
        let pictures = heads.asked();
        for (path, sum) in &pictures {
            let _ = write!(pages, "\n{path} {sum:?}");
        }
        let ids = facts.signers.iter().filter_map(|s| s.value.id.as_deref()).collect();
        let officials = self.opened.officials(job).fingerprint(&ids);
        let told: Vec<&str> = facts.told.iter().map(|t| t.text.as_str()).collect();
        // Notepad ends lines otherwise, which no paper shows.
        let text = filled.text.replace("\r\n", "\n");
        let all = format!(
            "{}\n{officials}\n{told:?}\n{pages}\n{}\n{}\n{text}",
            self.common, job.path, job.title
        );
        (sha256_hex(all.as_bytes()), pictures.into_keys().collect())
    }

    /// The files of an earlier build, if all are there, untouched, and made from the same.
    fn unchanged(&self, job: &Job, source: &str) -> Option<Vec<ManifestEntry>> {
        let recorded =
            Record::read(&*self.options.out.folder(), Version::Made, &(&job.path).into());
        if self.options.force || recorded.is_none_or(|r| r.source != source) {
            return None;
        }
        self.endings()
            .map(|ending| {
                let path = FilePath::from(format!("{}.{ending}", job.path));
                let entry = self.earlier.get(path.as_str())?;
                let bytes = self.options.out.read(&path).ok()?;
                let same = entry.sumber == source && entry.sha256 == sha256_hex(&bytes);
                same.then(|| (*entry).clone())
            })
            .collect()
    }

    fn endings(&self) -> impl Iterator<Item = &'static str> {
        let docx = self.options.docx.then_some("docx");
        docx.into_iter().chain(self.options.pdf.then_some("pdf"))
    }

    /// Both files of a paper; nothing is written unless both came out well.
    fn write(
        &self,
        job: &Job,
        filled: &FilledText,
        source: &str,
        tools: &mut Tools<'_>,
        problems: &mut Problems,
    ) -> Option<(Vec<ManifestEntry>, Option<Fitting>)> {
        let numbers = self.numbers.get(&job.path);
        let laid =
            self.opened.proof(job, filled, numbers, &mut tools.shaper, problems)?;
        let formats = (self.options.docx, self.options.pdf);
        let files = self.opened.written(job, &laid, formats, tools, problems)?;
        let Laid { pages, lines, fitted, .. } = laid;
        // Both or none: a paper open elsewhere would leave one of an earlier day.
        for (ending, _) in &files {
            let path = FilePath::from(format!("{}.{ending}", job.path));
            if let Err(problem) = self.options.out.check_free(&path) {
                problems.add(Span::None, problem);
            }
        }
        if problems.has_errors() {
            return None;
        }
        let path = |ending: &str| FilePath::from(format!("{}.{ending}", job.path));
        let mut files: Vec<(FilePath, Vec<u8>)> =
            files.into_iter().map(|(ending, bytes)| (path(ending), bytes)).collect();
        let entry = |(path, bytes): &(FilePath, Vec<u8>)| ManifestEntry {
            path: path.clone(),
            template: job.template.clone(),
            subject: job.subject.clone(),
            pages: pages.pages.len(),
            bytes: bytes.len(),
            sha256: sha256_hex(bytes),
            sumber: source.to_owned(),
        };
        let entries: Vec<ManifestEntry> = files.iter().map(entry).collect();
        let made = |entry: &ManifestEntry| {
            let ending = entry.path.rsplit('.').next().unwrap_or_default();
            (ending.to_owned(), entry.sha256.clone())
        };
        let sums = entries.iter().map(made).collect();
        let record = Record { source: source.to_owned(), files: sums, lines };
        // What the paper says is on record with it: together or not at all.
        files.push(record.file(Version::Made, &(&job.path).into()));
        let put = self.begin().and_then(|()| self.options.out.put_all(&files));
        if let Err(problem) = put {
            problems.extend(Diagnostic { span: Span::None, problem }.into());
            return None;
        }
        Some((entries, fitted))
    }
}

/// Whether a file was not written because the disk is full.
pub(super) fn is_no_room(problem: &AnyProblem) -> bool {
    problem
        .is_a(|p| matches!(p, OutputProblem::CannotWrite { why, .. } if why.is_no_room()))
}

fn refuse(job: &Job, problems: Problems) -> PaperMade {
    PaperMade::Refused(Refused { path: job.path.clone(), problems })
}
