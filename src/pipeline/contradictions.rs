//! What dates, people and numbers say against each other, over all papers of a run.

use super::{BuildOptions, Opened, Report};
use base::diag::Problems;
use base::source::SourceMap;
use papers::facts::Number;
use papers::plan::{Job, plan};
use papers::profil::ModeTte;
use papers::rules::{self, Held, Silenced};

impl Opened {
    /// Tells what contradicts: warnings of a draft, errors of final papers. Gives what the
    /// office lets pass.
    pub fn contradictions(
        &self,
        options: &BuildOptions,
        sources: &SourceMap,
        problems: &mut Problems,
    ) -> Vec<Silenced> {
        // What cannot be planned is told when it is made.
        let mut unsaid = Problems::default();
        let names = self.chosen(options, &mut Report::default(), &mut unsaid);
        let jobs = plan(self.inputs(), &names, &options.opd, &mut unsaid);
        let letters = self.letters();
        let held = Held {
            workspace: &self.workspace,
            catalog: &self.catalog,
            templates: &self.templates,
            jobs: &jobs,
            letters: &letters,
            prints_number: &|job| self.prints_number(job),
            fields: &|template| self.fields(template),
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
