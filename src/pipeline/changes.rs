//! Which papers on a desk are out of date, and what in them changed.

use crate::problem::OutputProblem;
use data::files::FilePath;
use std::collections::BTreeSet;

use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::making::Maker;
use super::paper::Tools;
use super::{BuildOptions, Opened, Report, plan};
use crate::output::{Manifest, Record, Target, Version, recorded};
use base::diag::{AnyProblem, Problems, Span};
use typeset::document::lines;

/// How the papers of today's data differ from those that were made or printed.
#[derive(Debug, Default, Serialize)]
pub struct Changes {
    /// Papers that differ, in the order of the plan.
    #[serde(rename = "berubah")]
    pub papers: Vec<Changed>,
    /// Papers that today's data has and nobody has made.
    #[serde(rename = "baru")]
    pub new: Vec<FilePath>,
    /// Papers that were made and that today's data has no more.
    #[serde(rename = "tidak_lagi_dibuat")]
    pub gone: Vec<FilePath>,
    /// Papers that would come out the same.
    #[serde(rename = "tetap")]
    pub same: usize,
}

/// A paper that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Changed {
    /// Path without ending, below the output folder.
    pub path: String,
    /// What it is compared with.
    #[serde(rename = "sejak")]
    pub since: Since,
    /// The lines that differ; none when only looks differ (fonts, margins, pictures).
    #[serde(rename = "perubahan")]
    pub changes: Vec<PaperChange>,
}

/// What a paper is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Since {
    /// The version marked as printed.
    #[serde(rename = "cetak")]
    Printed,
    /// The version last made.
    #[serde(rename = "buat")]
    Made,
}

/// Lines that stand where others stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PaperChange {
    /// Before; empty when lines came in.
    #[serde(rename = "lama")]
    pub old: Vec<String>,
    /// Now; empty when lines went out.
    #[serde(rename = "baru")]
    pub new: Vec<String>,
}

impl Changes {
    /// The papers that differ, those with the same changes together, in the order of the first.
    pub fn alike(&self) -> Vec<Vec<&Changed>> {
        let mut groups: Vec<Vec<&Changed>> = Vec::new();
        for paper in &self.papers {
            let shown = |p: &Changed| {
                p.changes.iter().map(PaperChange::focused).collect::<Vec<_>>()
            };
            let like = |g: &&mut Vec<&Changed>| {
                g[0].since == paper.since && shown(g[0]) == shown(paper)
            };
            match groups.iter_mut().find(like) {
                Some(group) => group.push(paper),
                None => groups.push(vec![paper]),
            }
        }
        groups
    }
}

/// Compares the papers of the named templates (all that the data allows when empty) with what
/// the output folder `out` has on record: the printed version where one was marked, else the
/// one last made. Writes nothing.
pub fn changes(
    opened: &Opened,
    names: &[String],
    out: &Target,
    problems: &mut Problems,
) -> Changes {
    let options = BuildOptions {
        templates: names.to_vec(),
        out: out.clone(),
        ..BuildOptions::default()
    };
    let made = out.folder();
    let known: BTreeSet<FilePath> = recorded(&*made, Version::Made)
        .into_iter()
        .chain(recorded(&*made, Version::Printed))
        .collect();
    if known.is_empty() {
        let dir = out.shown(&FilePath::HERE);
        problems.add(Span::None, OutputProblem::NothingMade { dir });
        return Changes::default();
    }
    let names = opened.chosen(&options, &mut Report::default(), problems);
    let jobs = plan(opened.inputs(), &names, &[], problems);
    let earlier = Manifest::default();
    // Nothing is made here; what is wrong with numbers is told when it is.
    let maker =
        Maker::new(opened, &options, &earlier, std::collections::BTreeMap::new(), &[]);
    let mut beda = Changes::default();
    let mut planned = BTreeSet::new();
    let mut tools = None;
    let mut damaged = Vec::new();
    for job in &jobs {
        planned.insert(job.path.as_str());
        let filled = match opened.fill(job) {
            Ok(filled) => filled,
            Err(diagnostic) => {
                problems.extend(diagnostic.into());
                continue;
            }
        };
        let printed = Record::read(&*made, Version::Printed, &(&job.path).into());
        let (since, record) = match printed {
            Some(record) => (Since::Printed, Some(record)),
            None => {
                (Since::Made, Record::read(&*made, Version::Made, &(&job.path).into()))
            }
        };
        let Some(record) = record else {
            let path = FilePath::from(&job.path);
            match known.get(&path) {
                Some(_) => damaged.push(job.path.as_str()),
                None => beda.new.push(path),
            }
            continue;
        };
        if record.source == maker.fingerprint(job, &filled).0 {
            beda.same += 1;
            continue;
        }
        let now = lines(&opened.read(job, &filled, &mut Problems::default()));
        let changes = compare(&record.lines, &now);
        // Made of something else, and the same to the byte.
        let tools = tools.get_or_insert_with(|| Tools::new(opened.fonts()));
        if changes.is_empty() && opened.comes_out(job, &filled, &record.files, tools) {
            beda.same += 1;
            continue;
        }
        beda.papers.push(Changed { path: job.path.clone(), since, changes });
    }
    tell_damaged(&damaged, problems);
    let templates: BTreeSet<&str> = names.iter().map(String::as_str).collect();
    beda.gone = known
        .into_iter()
        .filter(|path| !planned.contains(path.as_str()))
        .filter(|path| {
            let template = path.split('/').next().unwrap_or_default();
            options.templates.is_empty() || templates.contains(template)
        })
        .collect();
    beda
}

/// Marks the papers of the output folder as printed, of the named templates or all, and
/// forgets the mark of those that are no longer there. Gives how many were marked; those whose
/// record is damaged are told.
///
/// # Errors
/// [`OutputProblem::NothingMade`] when there are none, [`OutputProblem::CannotWrite`].
pub fn mark_printed(
    out: &Target,
    names: &[String],
    problems: &mut Problems,
) -> Result<usize, AnyProblem> {
    let chosen = |path: &&FilePath| {
        let template = path.split('/').next().unwrap_or_default();
        names.is_empty() || names.iter().any(|name| name == template)
    };
    let files = out.folder();
    let made = recorded(&*files, Version::Made);
    let made: BTreeSet<&FilePath> = made.iter().filter(chosen).collect();
    if made.is_empty() {
        return Err(OutputProblem::NothingMade { dir: out.shown(&FilePath::HERE) }.into());
    }
    let (mut marked, mut damaged) = (0, Vec::new());
    for path in &made {
        match Record::read(&*files, Version::Made, path) {
            Some(record) => {
                let (name, bytes) = record.file(Version::Printed, path);
                out.put(&name, &bytes)?;
                marked += 1;
            }
            None => damaged.push(path.as_str()),
        }
    }
    tell_damaged(&damaged, problems);
    let printed = recorded(&*files, Version::Printed);
    for path in printed.iter().filter(chosen).filter(|path| !made.contains(path)) {
        Record::forget(out, Version::Printed, path);
    }
    Ok(marked)
}

fn tell_damaged(papers: &[&str], problems: &mut Problems) {
    if !papers.is_empty() {
        let papers = papers.join(", ");
        problems.add(Span::None, OutputProblem::DamagedRecord { papers });
    }
}

/// The differing lines of two versions, in order.
fn compare(old: &[String], new: &[String]) -> Vec<PaperChange> {
    let mut changes = Vec::new();
    for op in capture_diff_slices(Algorithm::Patience, old, new) {
        let (from, to) = (op.old_range(), op.new_range());
        match op {
            DiffOp::Equal { .. } => {}
            // As many lines before as now: each stands for its own.
            DiffOp::Replace { .. } if from.len() == to.len() => {
                changes.extend(from.zip(to).map(|(a, b)| PaperChange {
                    old: old[a..=a].to_vec(),
                    new: new[b..=b].to_vec(),
                }));
            }
            _ => changes
                .push(PaperChange { old: old[from].to_vec(), new: new[to].to_vec() }),
        }
    }
    changes
}

impl PaperChange {
    /// Of one long line against another only what differs, with some words around it.
    pub fn focused(&self) -> (Vec<String>, Vec<String>) {
        let ([old], [new]) = (&self.old[..], &self.new[..]) else {
            return (self.old.clone(), self.new.clone());
        };
        let (a, b): (Vec<&str>, Vec<&str>) =
            (old.split(' ').collect(), new.split(' ').collect());
        let head = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
        let most = a.len().min(b.len()) - head;
        let tails = a.iter().rev().zip(b.iter().rev()).take(most);
        let tail = tails.take_while(|(x, y)| x == y).count();
        (vec![cut(&a, head, tail)], vec![cut(&b, head, tail)])
    }
}

/// Words shown before and after what differs.
const AROUND: usize = 5;

fn cut(words: &[&str], head: usize, tail: usize) -> String {
    let from = head.saturating_sub(AROUND);
    let to = (words.len() - tail + AROUND).min(words.len());
    let mut text = words[from..to].join(" ");
    if from > 0 {
        text = format!("… {text}");
    }
    if to < words.len() {
        text.push_str(" …");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(lines: &[&str]) -> Vec<String> {
        lines.iter().map(|l| (*l).to_owned()).collect()
    }

    #[test]
    fn lines_are_paired_and_additions_stand_alone() {
        let old = texts(&["judul", "tempat: Aston", "pukul 08.00", "akhir"]);
        let new = texts(&["judul", "tempat: Mesra", "pukul 09.00", "akhir", "tembusan"]);
        let found = compare(&old, &new);
        assert_eq!(found.len(), 3);
        assert_eq!(found[0].new, ["tempat: Mesra"]);
        assert_eq!(found[1].old, ["pukul 08.00"]);
        assert_eq!((found[2].old.len(), &found[2].new[0][..]), (0, "tembusan"));
        assert!(compare(&old, &old).is_empty());
    }

    #[test]
    fn of_a_long_line_only_the_change_is_shown() {
        let words = |place: &str| {
            format!(
                "satu dua tiga empat lima enam di {place} tujuh delapan sembilan sepuluh sebelas dua belas"
            )
        };
        let change =
            PaperChange { old: vec![words("Aston")], new: vec![words("Hotel Mesra")] };
        let (old, new) = change.focused();
        assert_eq!(
            old,
            ["… tiga empat lima enam di Aston tujuh delapan sembilan sepuluh sebelas …"]
        );
        assert_eq!(
            new,
            [
                "… tiga empat lima enam di Hotel Mesra tujuh delapan sembilan sepuluh sebelas …"
            ]
        );
        // A word that repeats must not be counted from both ends.
        let change = PaperChange { old: texts(&["a a"]), new: texts(&["a a a"]) };
        assert_eq!(change.focused(), (texts(&["a a"]), texts(&["a a a"])));
    }
}
