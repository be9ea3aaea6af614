//! All papers on trial, so that a check says all that a build would say, before anything is made.
//!
//! A list of two thousand people makes two thousand certificates that differ in words alone. Each is
//! filled and read, which tells what is wrong with its values. What setting and writing find more
//! hangs on three things only: the form of the paper (its tree without the words), the characters
//! at each place of the tree (those that no face has, that no PDF may hold, that stand for a
//! signature), and how much room the words ask for (torn words, lines that are too many, descriptions
//! that are too long). So of papers of one form those are set and written that ask for more room at
//! any place, or have another character there, than papers that came out without a word; of these
//! the widest first. The others have nothing new to tell. Errors hang on form, characters and lengths,
//! which are compared exactly: what passes here no build refuses. Room is compared in the paper's
//! own letters, which decides of warnings alone.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use super::paper::Tools;
use super::{BuildOptions, Opened, Refused, Report, in_pool};
use crate::problem::OutputProblem;
use base::diag::{Problems, Span};
use base::source::SourceMap;
use papers::plan::{Job, plan};
use papers::rules::Silenced;
use typeset::document::{Document, Face};
use typeset::layout::{Extent, Shaper};

/// Papers of a template up to which each is set and written: comparing them saves less.
const FEW: usize = 8;

/// So many forms of the papers of one template are told apart. A template whose papers have more
/// makes hardly two alike.
const FORMS: usize = 64;

/// Papers of one form.
struct PaperForm {
    shape: Document,
    /// The words of the paper that was met first.
    words: Vec<String>,
    papers: Vec<Alike>,
}

/// One of the papers of a form.
struct Alike {
    job: usize,
    /// Where its words are not those of the first.
    other: BTreeMap<usize, String>,
}

/// The words at one place of the papers of a form.
#[derive(Clone, Default)]
struct WordsAt {
    extent: Extent,
    bytes: usize,
    chars: BTreeSet<char>,
}

impl WordsAt {
    fn is_within(&self, other: &Self) -> bool {
        self.bytes <= other.bytes
            && self.extent.is_within(other.extent)
            && self.chars.is_subset(&other.chars)
    }

    fn add(&mut self, other: &Self) {
        self.bytes = self.bytes.max(other.bytes);
        self.extent = self.extent.max(other.extent);
        self.chars.extend(&other.chars);
    }
}

/// What papers that came out without a word have at the places where papers of a form differ,
/// and altogether.
#[derive(Clone, Default)]
struct Proved {
    any: bool,
    places: Vec<WordsAt>,
    line: f32,
}

/// A paper at these places.
struct Asked {
    job: usize,
    places: Vec<WordsAt>,
    line: f32,
}

impl Proved {
    fn covers(&self, paper: &Asked) -> bool {
        let places = || paper.places.iter().zip(&self.places);
        self.any
            && paper.line <= self.line
            && places().all(|(asked, proved)| asked.is_within(proved))
    }

    fn add(&mut self, paper: &Asked) {
        self.any = true;
        self.places.resize_with(paper.places.len(), WordsAt::default);
        for (proved, asked) in self.places.iter_mut().zip(&paper.places) {
            proved.add(asked);
        }
        self.line = self.line.max(paper.line);
    }
}

/// What is known of a paper before others are compared with it.
enum Before {
    /// All there is to say of it.
    Tried(Problems),
    /// It has a form; what is told of it so far.
    Read(Problems),
}

/// The forms of the papers of each template that has many.
type FormsByTemplate<'a> = BTreeMap<&'a str, Mutex<Vec<PaperForm>>>;

impl Opened {
    /// Takes the papers that the data allows as far as its files in memory, so that all that a build
    /// would say is said before anything is made; gives the papers with problems of their own, and what the office lets pass.
    pub fn try_papers(
        &self,
        sources: &SourceMap,
        problems: &mut Problems,
    ) -> (Vec<Refused>, Vec<Silenced>) {
        let options = BuildOptions::default();
        let names = self.chosen(&options, &mut Report::default(), problems);
        let jobs = plan(self.inputs(), &names, &[], problems);
        let numbers = self.number_faults(&jobs, sources);
        let tried = in_pool(options.jobs, || self.try_all(&jobs, &numbers.by_path));
        problems.leave_to(&tried);
        let mut told: BTreeSet<Span> = BTreeSet::new();
        let papers = jobs.into_iter().zip(tried).map(|(job, mut own)| {
            // One cell that many papers print is told of the first.
            own.retain(|d| {
                let braces =
                    |p: &OutputProblem| matches!(p, OutputProblem::Braces { .. });
                !d.problem.is_a(braces) || told.insert(d.span)
            });
            (job, own)
        });
        let wrong = papers
            .filter(|(_, own)| !own.is_empty())
            .map(|(job, problems)| Refused { path: job.path, problems })
            .collect();
        (wrong, numbers.silenced)
    }

    /// What is wrong with each paper.
    fn try_all(
        &self,
        jobs: &[Job],
        numbers: &BTreeMap<String, Problems>,
    ) -> Vec<Problems> {
        let mut count: BTreeMap<&str, usize> = BTreeMap::new();
        for job in jobs {
            *count.entry(&job.template).or_default() += 1;
        }
        let many = count.into_iter().filter(|(_, papers)| *papers > FEW);
        let forms: FormsByTemplate<'_> =
            many.map(|(template, _)| (template, Mutex::default())).collect();
        let numbers = |job: &Job| numbers.get(&job.path);
        let tools = || Tools::on_trial(&self.fonts);
        let before: Vec<Before> = jobs
            .par_iter()
            .enumerate()
            .map_init(tools, |tools, (at, job)| {
                let read = forms.get(&*job.template).and_then(|forms| {
                    let (document, told) = self.to_try(job, numbers(job))?;
                    enter(forms, at, document).then_some(Before::Read(told))
                });
                let all = || Before::Tried(self.try_paper(job, numbers(job), tools));
                read.unwrap_or_else(all)
            })
            .collect();
        let mut told: Vec<Problems> = before
            .into_iter()
            .map(|(Before::Tried(found) | Before::Read(found))| found)
            .collect();
        let forms: Vec<PaperForm> = forms.into_values().flat_map(inner).collect();
        let tried: Vec<(usize, Problems)> = forms
            .into_par_iter()
            .flat_map_iter(|form| {
                let alone = |at: usize, tools: &mut Tools<'_>| {
                    let job = &jobs[at];
                    let found = self.try_paper(job, numbers(job), tools);
                    let clean = found.iter().count() == told[at].iter().count();
                    (found, clean)
                };
                self.try_form(&form, &alone)
            })
            .collect();
        for (at, found) in tried {
            told[at] = found;
        }
        told
    }

    /// What is wrong with the papers of a form that may have something new to tell. `alone` sets and
    /// writes one and says whether it came out without a further word.
    fn try_form(
        &self,
        form: &PaperForm,
        alone: &(dyn Fn(usize, &mut Tools<'_>) -> (Problems, bool) + Sync),
    ) -> Vec<(usize, Problems)> {
        let mut open = form.asked(&mut Shaper::new(&self.fonts));
        let mut proved = Proved::default();
        let mut all = false;
        let mut found = Vec::new();
        while !open.is_empty() {
            let mut assumed = proved.clone();
            let (chosen, rest): (Vec<Asked>, Vec<Asked>) =
                open.into_iter().partition(|paper| {
                    let new = all || !assumed.covers(paper);
                    if new {
                        assumed.add(paper);
                    }
                    new
                });
            if chosen.is_empty() {
                break;
            }
            open = rest;
            let tools = || Tools::on_trial(&self.fonts);
            let tried: Vec<(Problems, bool)> = chosen
                .par_iter()
                .map_init(tools, |tools, paper| alone(paper.job, tools))
                .collect();
            // Where none comes out, what is told is of the form, and others have it as well.
            all = tried.iter().all(|(_, clean)| !clean);
            for (paper, (problems, clean)) in chosen.iter().zip(tried) {
                if clean {
                    proved.add(paper);
                }
                found.push((paper.job, problems));
            }
        }
        found
    }
}

/// Enters a paper among those of its form; `false` where there are too many forms.
fn enter(forms: &Mutex<Vec<PaperForm>>, job: usize, document: Document) -> bool {
    let (shape, words) = document.without_words();
    let mut forms = forms.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(form) = forms.iter_mut().find(|form| form.shape == shape) {
        let own = words.into_iter().enumerate();
        let other = own.filter(|(at, text)| form.words.get(*at) != Some(text)).collect();
        form.papers.push(Alike { job, other });
        return true;
    }
    if forms.len() == FORMS {
        return false;
    }
    let papers = vec![Alike { job, other: BTreeMap::new() }];
    forms.push(PaperForm { shape, words, papers });
    true
}

fn inner(forms: Mutex<Vec<PaperForm>>) -> Vec<PaperForm> {
    forms.into_inner().unwrap_or_else(PoisonError::into_inner)
}

impl PaperForm {
    /// What its papers ask for at the places where they differ, the widest first.
    fn asked(&self, shaper: &mut Shaper<'_>) -> Vec<Asked> {
        let face = self.shape.styles.base.1.face.unwrap_or_default();
        let differing = self.papers.iter().flat_map(|paper| paper.other.keys());
        let differing: BTreeSet<usize> = differing.copied().collect();
        let mut asked = |paper: &Alike| {
            let text = |at: &usize| -> &str {
                let own = paper.other.get(at).or_else(|| self.words.get(*at));
                own.map_or("", String::as_str)
            };
            let places: Vec<WordsAt> = differing
                .iter()
                .map(text)
                .map(|text| words(text, face, shaper))
                .collect();
            let line = places.iter().map(|words| words.extent.line).sum();
            Asked { job: paper.job, places, line }
        };
        let mut all: Vec<Asked> = self.papers.iter().map(&mut asked).collect();
        all.sort_by(|a, b| b.line.total_cmp(&a.line).then(a.job.cmp(&b.job)));
        all
    }
}

fn words(text: &str, face: Face, shaper: &mut Shaper<'_>) -> WordsAt {
    let extent = shaper.extent(face, text);
    WordsAt { extent, bytes: text.len(), chars: text.chars().collect() }
}
