//! What dates, people and numbers say against each other.
//!
//! One file for each group of rules. Each tells what contradicts with both places; here they are
//! weighed: what the office lets pass is set aside with its reason, and what is left is a warning
//! in a draft and an error in a final paper.

mod addressees;
mod attendance;
mod costs;
mod days_off;
mod decrees;
mod event;
mod follow_ups;
mod heads;
mod initials;
mod lead_ins;
mod number_parts;
mod numbers;
mod officials;
mod on_behalf;
mod online;
mod order;
mod people;
mod period;
mod persons;
mod recipients;
mod roles;
mod sessions;
mod silence;
mod unread;
mod zone;

pub use event::follow_event;
pub use silence::lets_pass;
pub use zone::follow_province;

use std::collections::BTreeSet;

use crate::plan::Job;
use crate::problem::LetterProblem;
use crate::template::{DataPart, Need, TemplateManifest, Templates};
use base::diag::{Diagnostic, Problems};
use base::source::{SourceMap, Span};
use data::workspace::Workspace;
use field::domain::{StatusDokumen, Surat};
use field::spm::Catalog;

/// What the rules look at.
#[derive(Clone, Copy)]
pub struct RulesView<'a> {
    /// The data.
    pub workspace: &'a Workspace,
    /// The national data.
    pub catalog: &'a Catalog,
    /// The templates.
    pub templates: &'a Templates,
    /// The papers of this run.
    pub jobs: &'a [Job],
    /// Whether the papers of figures may be missing among them only because figures could not be
    /// read: their letters are looked at all the same.
    pub unread: bool,
    /// All letters of the workspace, whichever are made.
    pub letters: &'a [Job],
    /// Whether a paper prints its number.
    pub prints_number: &'a dyn Fn(&Job) -> bool,
    /// The names a template reads.
    pub fields: &'a dyn Fn(&str) -> Vec<String>,
    /// Whether papers see a key of the letters of a template.
    pub reads_of_letter: &'a dyn Fn(&str, &str) -> bool,
    /// Whether dates and numbers of a template are given by Srikandi.
    pub by_srikandi: &'a dyn Fn(&str) -> bool,
    /// Whether the profile of a template has an emblem of the state of its own.
    pub own_state_emblem: &'a dyn Fn(&str) -> bool,
    /// The texts, to name places.
    pub sources: &'a SourceMap,
}

/// A contradiction that the office lets pass, with its reason.
#[derive(Debug, Clone)]
pub struct Silenced {
    /// What would be told.
    pub problem: Diagnostic,
    /// Why it is right as it is.
    pub reason: String,
}

/// Tells what contradicts; gives what the office lets pass.
pub fn check(held: RulesView<'_>, problems: &mut Problems) -> Vec<Silenced> {
    let mut found = Problems::default();
    order::check(held, &mut found);
    follow_ups::check(held, &mut found);
    initials::check(held, &mut found);
    days_off::check(held, &mut found);
    numbers::check(held, &mut found);
    people::check(held, &mut found);
    officials::check(held, &mut found);
    persons::check(held, &mut found);
    heads::check(held, &mut found);
    roles::check(held, &mut found);
    attendance::check(held, &mut found);
    decrees::check(held, &mut found);
    sessions::check(held, &mut found);
    costs::check(held, &mut found);
    recipients::check(held, &mut found);
    addressees::check(held, &mut found);
    on_behalf::check(held, &mut found);
    number_parts::check(held, &mut found);
    period::check(held, &mut found);
    zone::check(held, &mut found);
    lead_ins::check(held, &mut found);
    unread::check(held, &mut found);
    online::check(held, &mut found);
    let Workspace { settings, .. } = held.workspace;
    let is_final =
        |job: &Job| held.workspace.status(&job.template) == StatusDokumen::Final;
    // One final paper is enough: it would carry what contradicts.
    let last = settings.status == StatusDokumen::Final || held.jobs.iter().any(is_final);
    // A number that final papers share is told, or let pass, where these are looked at.
    found.retain(|found| !numbers::refused_anyway(held, found));
    let (told, silenced) = silence::weigh(found.sorted(), &settings.silences, problems);
    // What is not printed makes no paper wrong.
    let unprinted = |p: &LetterProblem| matches!(p, LetterProblem::KeyUnread { .. });
    for Diagnostic { span, problem } in told {
        let raised = last && !problem.is_a(unprinted);
        problems.add(span, if raised { problem.raised() } else { problem });
    }
    silenced
}

impl<'a> RulesView<'a> {
    /// The decisions about letters whose papers are of this run, or would be if their figures
    /// were whole, with their manifests.
    fn decisions(self) -> impl Iterator<Item = (&'a Surat, &'a TemplateManifest)> {
        let made: BTreeSet<&str> =
            self.jobs.iter().map(|job| job.template.as_str()).collect();
        self.workspace.surat.iter().filter_map(move |surat| {
            let name = surat.template.value.as_str();
            let manifest = self.templates.manifests.get(name)?;
            let of_figures = || self.unread && needs(manifest, DataPart::Capaian);
            (made.contains(name) || of_figures()).then_some((surat, manifest))
        })
    }

    /// A second place in words.
    fn place(self, span: Span) -> String {
        self.sources.place(span)
    }
}

/// Where a key of a letter is written, or its table.
fn field_of(surat: &Surat, key: &str) -> Span {
    match surat.written.field(key).span() {
        Span::None => surat.template.span,
        span => span,
    }
}

/// Whether a template cannot do without a part of the data.
fn needs(manifest: &TemplateManifest, part: DataPart) -> bool {
    manifest.needs.iter().any(|need| need.value == Need::Part(part))
}

/// Whether a template reads a free list, or makes a paper of each of its rows.
fn needs_list(manifest: &TemplateManifest, list: &str) -> bool {
    let reads = |need: &Need| matches!(need, Need::List(name) if name == list);
    manifest.per.list() == Some(list)
        || manifest.needs.iter().any(|need| reads(&need.value))
}
