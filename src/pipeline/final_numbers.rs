//! Numbers of final letters: each has one, no two print the same, none prints a cancelled one.

use crate::problem::NumberProblem;
use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::Opened;
use bahasa::nomor::GAP;
use base::diag::{AnyProblem, Problems, Span};
use data::workspace::StatusDokumen;
use field::domain::register::same_number;
use papers::notation::plain;
use papers::plan::{Job, plan};

/// The opening of a letter's head in a filled template.
const HEAD: &str = ":::kepala-surat {";

/// A number that a paper prints.
struct Printed<'a> {
    job: &'a Job,
    nomor: String,
    tahun: Option<i16>,
}

impl Opened {
    /// What is wrong with the numbers of these papers, by path; nothing unless they are final.
    /// All letters of the workspace are looked at, so that it does not matter which are made
    /// in one run.
    pub(super) fn number_faults(&self, jobs: &[Job]) -> BTreeMap<String, Problems> {
        if self.workspace.settings.status != StatusDokumen::Final {
            return BTreeMap::new();
        }
        // Srikandi gives the numbers of the letters it sends.
        let jobs: Vec<Job> =
            jobs.iter().filter(|job| !self.srikandi(job)).cloned().collect();
        let jobs = jobs.as_slice();
        let mut all = self.letters();
        all.retain(|job| !self.srikandi(job));
        let here: BTreeSet<&str> = jobs.iter().map(|j| j.path.as_str()).collect();
        let others = all.iter().filter(|job| !here.contains(job.path.as_str()));
        let every: Vec<&Job> = jobs.iter().chain(others).collect();
        let read: Vec<(&Job, Vec<String>)> = every
            .par_iter()
            .map(|job| {
                (
                    *job,
                    self.fill(job).map_or_else(|_| Vec::new(), |t| numbers(job, &t.text)),
                )
            })
            .collect();
        let mut faults: BTreeMap<String, Problems> = BTreeMap::new();
        let mut add = |path: &str, span: Span, problem: AnyProblem| {
            faults.entry(path.to_owned()).or_default().add(span, problem);
        };
        let mut printed = Vec::new();
        for (job, numbers) in read {
            for nomor in numbers {
                if nomor.contains(GAP) || nomor == "-" {
                    let (template, subjek) = (job.template.clone(), job.subject.clone());
                    let fault = NumberProblem::NoNumber { template, subjek };
                    // Without a register `urut` is what is missing, which the gap tells.
                    if nomor == "-" || self.workspace.register.is_some() {
                        add(&job.path, self.letter_span(job), fault.into());
                    }
                    continue;
                }
                let tahun = job.date().map(jiff::civil::Date::year);
                printed.push(Printed { job, nomor, tahun });
            }
        }
        for one in printed.iter().filter(|p| here.contains(p.job.path.as_str())) {
            if let Some((span, problem)) = self.fault(one, &printed) {
                add(&one.job.path, span, problem);
            }
        }
        faults
    }

    /// All papers of templates that `data/surat.toml` gives a number to.
    fn letters(&self) -> Vec<Job> {
        let numbered = self.workspace.surat.iter().filter(|s| s.nomor.is_some());
        let possible = |name: &&String| {
            let manifest = self.templates.manifests.get(*name);
            manifest.is_some_and(|m| papers::plan::missing(self.inputs(), m).is_empty())
        };
        let with_data: Vec<String> =
            numbered.map(|s| &s.template.value).filter(possible).cloned().collect();
        // Their own problems are told when they are made.
        let mut unsaid = Problems::default();
        plan(self.inputs(), &with_data, &[], &mut unsaid)
    }

    fn fault(
        &self,
        one: &Printed<'_>,
        all: &[Printed<'_>],
    ) -> Option<(Span, AnyProblem)> {
        let nomor = one.nomor.clone();
        let name = |job: &Job| format!("{}/{}", job.template, job.subject);
        let same =
            |p: &&Printed<'_>| p.tahun == one.tahun && same_number(&p.nomor, &one.nomor);
        let mut papers: BTreeSet<String> =
            all.iter().filter(same).map(|p| name(p.job)).collect();
        let register = self.workspace.register.as_ref();
        let entry = one.tahun.and_then(|year| register?.printed(year, &one.nomor));
        if let Some(entry) = entry {
            if let Some(alasan) = entry.batal.clone() {
                return Some((
                    entry.span,
                    NumberProblem::CancelledNumber { nomor, alasan }.into(),
                ));
            }
            papers.insert(match (&entry.template, &entry.subjek, &entry.untuk) {
                (Some(template), Some(subjek), _) => format!("{template}/{subjek}"),
                // Taken for whatever letter of the template wants it.
                (Some(template), None, _) if *template == one.job.template => {
                    name(one.job)
                }
                (_, _, Some(untuk)) => format!("\"{untuk}\" (data/nomor.toml)"),
                _ => "data/nomor.toml".to_owned(),
            });
        }
        let papers: Vec<String> = papers.into_iter().collect();
        (papers.len() > 1).then(|| {
            let papers = papers.join(", ");
            (
                self.letter_span(one.job),
                NumberProblem::SameNumber { nomor, papers }.into(),
            )
        })
    }

    /// Where the decisions about a letter are written.
    fn letter_span(&self, job: &Job) -> Span {
        let letter =
            self.workspace.surat.iter().find(|s| s.template.value == job.template);
        letter.map_or(Span::None, |s| s.template.span)
    }
}

/// The numbers that a filled template prints as its own: that of its head, and the letter's
/// wherever else it stands.
fn numbers(job: &Job, text: &str) -> Vec<String> {
    let heads = text.lines().filter_map(|line| line.trim_start().strip_prefix(HEAD));
    let mut found: Vec<String> = heads.filter_map(head_number).collect();
    if let Some(nomor) = job.letter("nomor")
        && !found.contains(&nomor)
        && text.lines().any(|line| plain(line).contains(&nomor))
    {
        found.push(nomor);
    }
    found
}

/// The value of the row "Nomor".
fn head_number(attributes: &str) -> Option<String> {
    let (_, rest) = attributes.split_once("label=\"Nomor\" isi=\"")?;
    let mut escaped = false;
    let end = rest.find(|c| {
        let closes = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        closes
    })?;
    Some(plain(&rest[..end]))
}

#[cfg(test)]
mod tests {
    use super::head_number;

    #[test]
    fn the_number_of_a_head_is_read_without_its_escapes() {
        let line = r#"tempat-tanggal="X" label="Nomor" isi="100\.1\.2\/007\/\"A\"" label="Hal" isi="y"}"#;
        assert_eq!(head_number(line).as_deref(), Some("100.1.2/007/\"A\""));
        assert_eq!(head_number("label=\"Hal\" isi=\"y\"}"), None);
    }
}
