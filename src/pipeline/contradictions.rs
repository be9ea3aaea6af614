//! What dates, people and numbers say against each other, over all papers of a run.

use super::{BuildOptions, Opened, Report};
use base::diag::{Diagnostic, Problems, Severity};
use base::source::{FileId, SourceMap};
use data::problem::{FindingProblem, ReferenceProblem};
use papers::facts::Number;
use papers::plan::{Job, plan};
use papers::problem::{OfficeProblem, SilenceProblem, is_of_absence};
use papers::profil::ModeTte;
use papers::rules::{self, RulesView, Silenced};
use papers::template::officials_named;
use std::collections::BTreeSet;

impl Opened {
    /// Tells what contradicts: warnings of a draft, errors of final papers. Gives what the
    /// office lets pass.
    pub fn contradictions(
        &self,
        options: &BuildOptions,
        sources: &SourceMap,
        problems: &mut Problems,
    ) -> Vec<Silenced> {
        self.contradictions_of(options, false, sources, problems)
    }

    fn contradictions_of(
        &self,
        options: &BuildOptions,
        unread: bool,
        sources: &SourceMap,
        problems: &mut Problems,
    ) -> Vec<Silenced> {
        // What cannot be planned is told when it is made.
        let mut unsaid = Problems::default();
        let names = self.chosen(options, &mut Report::default(), &mut unsaid);
        let jobs = plan(self.inputs(), &names, &options.opd, &mut unsaid);
        let letters = self.letters();
        let held = RulesView {
            workspace: &self.workspace,
            catalog: &self.catalog,
            templates: &self.templates,
            jobs: &jobs,
            unread,
            letters: &letters,
            prints_number: &|job| self.prints_number(job),
            fields: &|template| self.fields(template),
            reads_of_letter: &|template, key| {
                self.engine.reads_of_letter((template, key), &self.templates)
            },
            by_srikandi: &|template| {
                let profil = self.profil.get(template);
                profil.is_some_and(|p| p.tte.mode == ModeTte::Srikandi)
            },
            own_state_emblem: &|template| {
                let profil = self.profil.get(template);
                profil.is_some_and(|p| !p.kop.pictures.state.is_empty())
            },
            sources,
        };
        rules::check(held, problems)
    }

    /// Tells, of data with errors, what does not hang on them: no paper is tried, and what seems
    /// to be missing may only be what could not be read.
    pub(super) fn tell_beside(&self, sources: &SourceMap, problems: &mut Problems) {
        let broken: BTreeSet<FileId> = problems
            .iter()
            .filter(|d| d.problem.severity() == Severity::Error)
            .filter_map(|d| d.span.file())
            .collect();
        let mut found = Problems::default();
        let all = BuildOptions::default();
        self.contradictions_of(&all, true, sources, &mut found);
        // Whoever mistyped the kind or name of the region has not said what its head is called.
        let region = self.workspace.settings.written.field("daerah");
        let named = ["jenis", "nama"].map(|key| region.field(key).span());
        let unnamed = problems.iter().any(|d| named.contains(&d.span));
        let of_head = |p: &OfficeProblem| matches!(p, OfficeProblem::HeadOfOther { .. });
        // What is not there was not read only where something of its file was not.
        let misread: BTreeSet<FileId> = problems
            .iter()
            .filter(|d| !d.problem.is_a(|_: &ReferenceProblem| true))
            .filter(|d| d.problem.severity() == Severity::Error)
            .filter_map(|d| d.span.file())
            .collect();
        let seems = |d: &Diagnostic| {
            is_of_absence(&d.problem)
                && (d.problem.is_a(|_: &SilenceProblem| true)
                    || d.span.file().is_none_or(|file| misread.contains(&file)))
        };
        found.retain(|d| !(seems(d) || unnamed && d.problem.is_a(of_head)));
        let mut findings = Problems::default();
        self.tell_findings(&mut findings);
        findings.retain(|d| {
            let rule = match d.problem.as_a() {
                Some(FindingProblem::Finding { kode, .. }) => kode.as_str(),
                _ => "",
            };
            if super::review::follows(rule, d.span, problems) {
                return false;
            }
            let whole = d.span.file().is_none_or(|file| !broken.contains(&file));
            whole || d.problem.is_a(speaks_of_read_values)
        });
        found.extend(findings);
        self.engine.own_mistakes(&self.base.value, &self.templates, &mut found);
        let named = officials_named(&self.templates, None);
        found.extend(data::check::officials(
            &self.workspace,
            &named,
            (sources, problems),
        ));
        problems.extend(found);
    }

    /// Whether a paper bears the number of its letter.
    fn prints_number(&self, job: &Job) -> bool {
        let own = job.letter.as_ref().and_then(|letter| letter.number.as_ref());
        let Some(own) = own else { return false };
        self.numbers_of(job).numbers.iter().any(|number| match &number.value {
            Number::Given(printed) => *printed == own.value,
            Number::Gap | Number::Absent => false,
        })
    }
}

/// Whether a finding sets values against each other that were both read, so that it holds
/// whatever else of the file could not be read.
fn speaks_of_read_values(found: &FindingProblem) -> bool {
    const COMPARING: [&str; 5] = [
        "T-TURUN-TERLAYANI",
        "T-TURUN-REALISASI",
        "T-TURUN-MUTU",
        "T-SATUAN",
        "T-SATUAN-BERUBAH",
    ];
    matches!(found, FindingProblem::Finding { kode, .. } if COMPARING.contains(&kode.as_str()))
}
