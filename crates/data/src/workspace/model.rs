//! What a workspace holds once it is read.

use std::collections::BTreeMap;

use super::settings::Settings;
use crate::files::Folder;
use crate::node::Node;
use crate::problem::{AchievementProblem, SheetProblem};
use crate::tables::capaian;
use base::diag::{AnyProblem, Diagnostic, Problems};
use base::source::{FileId, Span, Spanned};
use field::domain::{
    Hasil, Holiday, Opd, Pejabat, Periode, Rakor, Register, StatusDokumen, Surat,
};
use field::spm::temuan::ReportedIndex;
use field::spm::{IndeksLain, LayananCapaian};

/// Everything a run needs from the user's folder.
#[derive(Debug, Clone)]
pub struct Workspace {
    /// The folder it was read from.
    pub folder: Folder,
    /// `naskah.toml`.
    pub settings: Settings,
    /// Officials.
    pub pejabat: Vec<Pejabat>,
    /// OPDs.
    pub opd: Vec<Opd>,
    /// The meeting, if there is one.
    pub rakor: Option<Rakor>,
    /// The day of the rakor could not be read: what stands for it is no date to go by.
    pub undated: bool,
    /// What came of it, if it was held.
    pub hasil: Option<Hasil>,
    /// Decisions about letters.
    pub surat: Vec<Surat>,
    /// The register of letter numbers; `None` where none is kept.
    pub register: Option<Register>,
    /// Achievement by quarter.
    pub capaian: BTreeMap<Periode, Vec<Spanned<LayananCapaian>>>,
    /// Indices that came with the achievements, by quarter.
    pub dilaporkan: BTreeMap<Periode, Vec<Spanned<ReportedIndex>>>,
    /// The ids of OPDs as the achievements name them, with their places.
    pub reporters: Vec<Spanned<String>>,
    /// The codes of services whose quarter could not be read, with their places.
    pub unplaced: Vec<Spanned<String>>,
    /// Services as rows of sheets call them beside their codes: code, name, and the place of it.
    pub called: Vec<(String, Spanned<String>)>,
    /// Indices of other ministries, each with the place of its urusan.
    pub indeks_lain: Vec<Spanned<IndeksLain>>,
    /// Days on which the office does not work.
    pub holidays: Vec<Holiday>,
    /// Free lists by name, each row a table.
    pub lists: BTreeMap<String, Vec<Node>>,
    /// The workspace's own files of templates, chapters and catalog by path with `/`.
    pub texts: BTreeMap<String, FileId>,
    /// Own faces.
    pub faces: Vec<OwnFace>,
    /// What was told of texts that a draft may print and a final paper may not, each at its text.
    pub doubtful: Vec<Diagnostic>,
}

/// Whether a problem is of a text that no final paper may print.
pub(super) fn is_doubtful(problem: &AnyProblem) -> bool {
    let of_figures =
        |p: &AchievementProblem| matches!(p, AchievementProblem::ReachedOfUnknown { .. });
    problem.is_a(of_figures)
        || problem.is_a(|p: &SheetProblem| {
            matches!(
                p,
                SheetProblem::DamagedText { .. }
                    | SheetProblem::WrongWeekday { .. }
                    | SheetProblem::NoSuchDay { .. }
                    | SheetProblem::FiguresAndWords { .. }
            )
        })
}

/// A face of the workspace.
#[derive(Debug, Clone)]
pub struct OwnFace {
    /// The family's name.
    pub family: String,
    /// The file.
    pub bytes: Vec<u8>,
    /// Which file it is.
    pub span: Span,
}

impl Workspace {
    /// Makes errors of what a draft may have and a final paper not. Where only some letters are
    /// final it is an error of those that print it, which is told when they are made.
    pub fn refuse_in_final(&self, problems: &mut Problems) {
        let last = |status| status == StatusDokumen::Final;
        if last(self.settings.status) {
            problems.raise(|found| is_doubtful(&found.problem));
            return;
        }
        // A template of a final letter prints its own words.
        let of_template = |span: Span| {
            let file = span.file()?;
            let path = self.texts.iter().find(|(_, own)| **own == file)?.0;
            path.strip_prefix("templates/")?.split('/').next()
        };
        problems.raise(|found| {
            is_doubtful(&found.problem)
                && of_template(found.span).is_some_and(|name| last(self.status(name)))
        });
    }

    /// How final the papers of a template are.
    pub fn status(&self, template: &str) -> StatusDokumen {
        let letter = self.surat.iter().find(|s| s.template.value == template);
        letter.and_then(|surat| surat.status).unwrap_or(self.settings.status)
    }

    /// The day of papers that no letter dates: the rakor's, else the last of the quarter.
    pub fn tanggal(&self) -> Option<jiff::civil::Date> {
        let quarter = || self.settings.periode.and_then(Periode::last_day);
        self.rakor.as_ref().map(|r| r.tanggal).or_else(quarter)
    }
}

impl Workspace {
    /// Takes in the services of a quarter.
    pub(super) fn take(&mut self, periode: Periode, services: Vec<capaian::Service>) {
        for capaian::Service { value, kode, opd } in services {
            self.reporters.push(Spanned::new(value.opd.clone(), opd));
            let row = Spanned::new(value, kode);
            self.capaian.entry(periode).or_default().push(row);
        }
    }

    /// Takes in what services say without their quarter, which could not be read: of whom and of
    /// what they are.
    pub(super) fn take_unplaced(&mut self, services: Vec<capaian::Service>) {
        for capaian::Service { value, kode, opd } in services {
            self.reporters.push(Spanned::new(value.opd, opd));
            self.unplaced.push(Spanned::new(value.kode, kode));
        }
    }
}
