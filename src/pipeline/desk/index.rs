//! The index of a daerah, or of many side by side.

use data::files::FilePath;
use data::problem::AchievementProblem;
use serde::{Serialize, Serializer};

use super::{Answer, CallRun, Desk, Outcome};
use crate::output::Target;
use crate::pipeline::{Comparison, Figures, compare, figures, holds_workspaces};
use crate::rekap_out::{self, Details, comparison};
use base::diag::{AnyProblem, Lang, Problems, Span};
use field::domain::Periode;
use field::spm::Review;

/// The form of an index that is taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// Lines for people.
    #[default]
    Table,
    /// For programs.
    Json,
    /// For spreadsheets, as text.
    Csv,
    /// A workbook, which is always written to a file.
    Xlsx,
}

/// Which index is wanted, and how.
#[derive(Debug, Clone, Default)]
pub struct IndexWish {
    /// The quarter as it was typed; the workspace's own when absent.
    pub periode: Option<String>,
    /// Compare all workspaces in the folder, even if it is one itself.
    pub gabungan: bool,
    /// The form.
    pub form: Form,
    /// The file to write it to: a folder and a path in it.
    pub to: Option<(Target, FilePath)>,
}

/// An index.
#[derive(Debug)]
pub enum Index {
    /// Of one daerah.
    One(Box<Review>),
    /// Of many.
    Many(Box<Comparison>),
}

impl Serialize for Index {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::One(review) => rekap_out::json(review).serialize(serializer),
            Self::Many(compared) => compared.serialize(serializer),
        }
    }
}

/// An index and what became of it.
#[derive(Debug, Serialize)]
pub struct IndexReport {
    /// The index.
    pub index: Index,
    /// The file it was written to, as it is called in messages.
    pub written: Option<String>,
    /// In the form that was wanted, unless it was written.
    #[serde(skip)]
    pub text: Option<String>,
}

impl Desk {
    /// The index of the workspace; of all workspaces in the folder where it holds several.
    pub fn index(&self, wish: &IndexWish) -> Answer<IndexReport> {
        let mut run = self.run();
        let asked = match wish.periode.as_deref().map(Periode::typed) {
            Some(None) => {
                let text = wish.periode.clone().unwrap_or_default();
                run.problems.add(Span::None, AchievementProblem::UnknownPeriode { text });
                return run.answer(None);
            }
            Some(asked) => asked,
            None => None,
        };
        if wish.gabungan || holds_workspaces(self.folder()) {
            self.many(wish, asked, run)
        } else {
            self.one(wish, asked, run)
        }
    }

    fn one(
        &self,
        wish: &IndexWish,
        asked: Option<Periode>,
        mut run: CallRun,
    ) -> Answer<IndexReport> {
        let figures = figures(self.folder(), &mut run.sources, &mut run.problems);
        run.without_warnings();
        let review = figures.as_ref().and_then(|f| f.review(asked, &mut run.problems));
        let Some((figures, (periode, review))) = figures.zip(review) else {
            return run.answer(None);
        };
        let bytes = printed(&figures, periode, &review, (wish.form, self.lang));
        let folder = self.target.below(&figures.workspace.settings.keluaran);
        let own = (folder, format!("rekap-{periode}.xlsx").into());
        let (written, text) = given(wish, bytes, own, &mut run.problems);
        let index = Index::One(Box::new(review));
        run.answer(Some(IndexReport { index, written, text }))
    }

    fn many(
        &self,
        wish: &IndexWish,
        asked: Option<Periode>,
        mut run: CallRun,
    ) -> Answer<IndexReport> {
        let compared = match compare(self.folder(), asked, self.lang) {
            Ok(compared) => compared,
            Err(problem) => {
                run.problems.add(Span::None, problem);
                return run.answer(None);
            }
        };
        run.problems.extend(compared.problems.clone());
        let bytes = match wish.form {
            Form::Json => {
                let about = run.tell(&run.problems);
                Ok(format!("{:#}", comparison::json(&compared, &about)).into_bytes())
            }
            Form::Csv => Ok(comparison::csv(&compared).into_bytes()),
            Form::Table => Ok(comparison::table(&compared, self.lang).into_bytes()),
            Form::Xlsx => comparison::xlsx(&compared),
        };
        let name = compared.gabungan.periode.map_or_else(
            || "rekap-gabungan.xlsx".to_owned(),
            |p| format!("rekap-gabungan-{p}.xlsx"),
        );
        let own = (self.target.below("keluaran"), name.into());
        let (written, text) = given(wish, bytes, own, &mut run.problems);
        let outcome = worst(&compared, &run.problems);
        let index = Index::Many(Box::new(compared));
        let answer = run.answer(Some(IndexReport { index, written, text }));
        Answer { outcome, ..answer }
    }
}

fn printed(
    figures: &Figures,
    periode: Periode,
    review: &Review,
    (form, lang): (Form, Lang),
) -> Result<Vec<u8>, AnyProblem> {
    let workspace = &figures.workspace;
    let reports = workspace.capaian.get(&periode).map_or(&[][..], Vec::as_slice);
    match form {
        Form::Json => Ok(format!("{:#}", rekap_out::json(review)).into_bytes()),
        Form::Csv => Ok(rekap_out::csv(&review.rekap).into_bytes()),
        Form::Table => Ok(rekap_out::table(review, lang).into_bytes()),
        Form::Xlsx => rekap_out::xlsx(&Details {
            review,
            opd: &workspace.opd,
            reports: reports.iter().map(|r| &r.value).collect(),
        }),
    }
}

/// Writes the result to the file that was named (a workbook always to one) and gives its name,
/// else the text to print.
fn given(
    wish: &IndexWish,
    bytes: Result<Vec<u8>, AnyProblem>,
    own: (Target, FilePath),
    problems: &mut Problems,
) -> (Option<String>, Option<String>) {
    let file = match (&wish.to, wish.form) {
        (Some(named), _) => Some(named.clone()),
        (None, Form::Xlsx) => Some(own),
        (None, _) => None,
    };
    let done = bytes.and_then(|bytes| match file {
        Some((target, path)) => {
            target.put(&path, &bytes).map(|()| (Some(target.shown(&path)), None))
        }
        None => Ok((None, Some(String::from_utf8_lossy(&bytes).into_owned()))),
    });
    done.unwrap_or_else(|problem| {
        problems.add(Span::None, problem);
        (None, None)
    })
}

/// A broken daerah is a problem of the input though the others were made; one without data
/// is none, unless there is nothing else.
fn worst(compared: &Comparison, problems: &Problems) -> Outcome {
    let mut broken = compared.left_out.iter().filter(|l| !l.no_data).peekable();
    if broken.peek().is_some() {
        return if broken.all(|l| l.disk) { Outcome::Disk } else { Outcome::Input };
    }
    if compared.gabungan.daerah.is_empty() {
        Outcome::Input
    } else {
        Outcome::of(problems)
    }
}
