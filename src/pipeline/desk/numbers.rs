//! Numbers of letters: taking, listing, cancelling, entering.

use std::borrow::Cow;
use std::time::Duration;

use serde::Serialize;

use super::{Answer, CallRun, Desk, Outcome};
use crate::output::{csv, guarded};
use crate::pipeline::numbers::{self, NumberNote, NumbersRequest};
use base::diag::{Lang, Told};
use data::workspace::Workspace;
use field::domain::{GapCause, NumberGap, RegisterEntry};

/// A number of the register.
#[derive(Debug, Clone, Serialize)]
pub struct NumberReport {
    /// The year whose sequence it is in.
    pub tahun: i16,
    /// The sequence; empty for the one all letters share.
    pub deret: String,
    /// The serial number.
    pub urut: u32,
    /// The number as it is printed.
    pub nomor: String,
    /// Date of the letter.
    pub tanggal: String,
    /// The template of the letter.
    pub template: Option<String>,
    /// Whom or what the letter is about.
    pub subjek: Option<String>,
    /// What it was taken for.
    pub untuk: Option<String>,
    /// `terpakai` or `batal`.
    pub status: &'static str,
    /// Why it was cancelled.
    pub alasan: Option<String>,
}

/// A number that was taken.
#[derive(Debug, Clone, Serialize)]
pub struct NumberTaken {
    /// The number.
    #[serde(flatten)]
    pub number: NumberReport,
    /// `false` when the paper had it already.
    pub baru: bool,
}

/// Numbers that are not in the register between those that are.
#[derive(Debug, Clone, Serialize)]
pub struct NumberGapReport {
    /// The year.
    pub tahun: i16,
    /// The sequence.
    pub deret: String,
    /// First number that is missing.
    pub dari: u32,
    /// Last number that is missing.
    pub sampai: u32,
    /// Why, as far as the register can tell.
    #[serde(rename = "sebab")]
    pub cause: String,
}

/// The register.
#[derive(Debug, Clone, Serialize)]
pub struct NumberList {
    /// Its numbers, by year, sequence and serial number.
    pub nomor: Vec<NumberReport>,
    /// What lies between them.
    #[serde(rename = "loncatan")]
    pub gaps: Vec<NumberGapReport>,
}

impl NumberReport {
    /// The heads of [`Self::cells`].
    pub const HEADS: [&'static str; 10] = [
        "tahun", "deret", "urut", "nomor", "tanggal", "template", "subjek", "untuk",
        "status", "alasan",
    ];

    fn new(entry: RegisterEntry) -> Self {
        Self {
            tahun: entry.tahun,
            deret: entry.deret,
            urut: entry.urut,
            nomor: entry.nomor,
            tanggal: entry.tanggal.to_string(),
            template: entry.template,
            subjek: entry.subjek,
            untuk: entry.untuk,
            status: if entry.batal.is_some() { "batal" } else { "terpakai" },
            alasan: entry.batal,
        }
    }

    /// The number as a row of a table.
    pub fn cells(&self) -> [Cow<'_, str>; 10] {
        [
            self.tahun.to_string().into(),
            (&self.deret).into(),
            self.urut.to_string().into(),
            (&self.nomor).into(),
            (&self.tanggal).into(),
            told(self.template.as_ref()),
            told(self.subjek.as_ref()),
            told(self.untuk.as_ref()),
            self.status.into(),
            told(self.alasan.as_ref()),
        ]
    }
}

fn told(value: Option<&String>) -> Cow<'_, str> {
    value.map(Cow::from).unwrap_or_default()
}

impl NumberList {
    /// The numbers as CSV.
    pub fn csv(&self) -> String {
        let rows = self.nomor.iter().map(|n| n.cells().map(|c| guarded(&c)).to_vec());
        let heads = NumberReport::HEADS.map(str::to_owned).to_vec();
        csv(std::iter::once(heads).chain(rows))
    }
}

impl Desk {
    /// Takes numbers for papers of a template; a paper that has one keeps it. Waits so long
    /// for others who hold the register.
    pub fn take_numbers(
        &self,
        wish: &NumbersRequest,
        patience: Duration,
    ) -> Answer<Vec<NumberTaken>> {
        let mut run = self.run();
        let opened = self.open(&mut run);
        run.without_warnings();
        let taken = opened.and_then(|opened| {
            let CallRun { sources, problems, .. } = &mut run;
            let place = (&self.target, patience);
            numbers::take(&opened, wish, place, sources, problems)
        });
        run.answer(taken.map(|taken| {
            let one = |given: numbers::NumberGiven| NumberTaken {
                number: NumberReport::new(given.entry),
                baru: given.baru,
            };
            taken.into_iter().map(one).collect()
        }))
    }

    /// The register, of one year or whole.
    pub fn list_numbers(&self, tahun: Option<i16>) -> Answer<NumberList> {
        let mut run = self.run();
        let list = self.register(&mut run).map(|w| list(w, tahun, self.lang));
        run.answer(list)
    }

    /// Cancels a number, given whole or as its serial number.
    pub fn cancel_number(
        &self,
        number: (&str, Option<i16>),
        reason: &str,
        patience: Duration,
    ) -> Answer<NumberReport> {
        let mut run = self.run();
        let cancelled = self.register(&mut run).and_then(|workspace| {
            let CallRun { sources, problems, .. } = &mut run;
            let place = (&self.target, patience);
            numbers::batal(&workspace, number, reason, place, sources, problems)
        });
        run.answer(cancelled.map(NumberReport::new))
    }

    /// Enters a number that was used elsewhere.
    pub fn enter_number(
        &self,
        note: NumberNote,
        patience: Duration,
    ) -> Answer<NumberReport> {
        let mut run = self.run();
        let entered = self.register(&mut run).and_then(|workspace| {
            let CallRun { sources, problems, .. } = &mut run;
            let place = (&self.target, patience);
            numbers::enter(&workspace, note, place, sources, problems)
        });
        run.answer(entered.map(NumberReport::new))
    }

    /// Takes numbers for the letters of all templates that have a pattern and their data, by
    /// the dates of the letters.
    pub fn take_all_numbers(
        &self,
        wish: &NumbersRequest,
        patience: Duration,
    ) -> Answer<Vec<NumberTaken>> {
        let mut run = self.run();
        let templates =
            self.open(&mut run).map(|opened| numbers::countable(&opened, wish.tanggal));
        run.without_warnings();
        let mut answer: Answer<Vec<NumberTaken>> = run.answer(Some(Vec::new()));
        for template in templates.unwrap_or_default() {
            let own = NumbersRequest { template, ..wish.clone() };
            let one = self.take_numbers(&own, patience);
            // A number that was given stays given, whatever comes of the next template.
            if let (Some(all), Some(more)) = (&mut answer.value, one.value) {
                all.extend(more);
            }
            let known = |told: &Told| answer.problems.contains(told);
            let more: Vec<Told> =
                one.problems.into_iter().filter(|told| !known(told)).collect();
            answer.problems.extend(more);
            answer.outcome = answer.outcome.max(one.outcome);
            // All are written into one register: where one cannot be, no other can.
            if one.outcome == Outcome::Disk {
                break;
            }
        }
        answer
    }

    fn register(&self, run: &mut CallRun) -> Option<Workspace> {
        let found =
            numbers::open_register(self.folder(), &mut run.sources, &mut run.problems);
        run.without_warnings();
        found
    }
}

fn list(workspace: Workspace, tahun: Option<i16>, lang: Lang) -> NumberList {
    let register = workspace.register.unwrap_or_default();
    let in_year = |year: i16| tahun.is_none_or(|t| t == year);
    let gaps = register.gaps(&workspace.surat).into_iter();
    let mut entries = register.into_entries();
    entries.retain(|e| in_year(e.tahun));
    entries.sort_by(|a, b| (a.tahun, &a.deret, a.urut).cmp(&(b.tahun, &b.deret, b.urut)));
    NumberList {
        nomor: entries.into_iter().map(NumberReport::new).collect(),
        gaps: gaps.filter(|gap| in_year(gap.tahun)).map(|g| gap(g, lang)).collect(),
    }
}

fn gap(gap: NumberGap, lang: Lang) -> NumberGapReport {
    let cause = cause(&gap.cause, lang);
    let NumberGap { tahun, deret, first: dari, last: sampai, .. } = gap;
    NumberGapReport { tahun, deret, dari, sampai, cause }
}

/// Why numbers are missing, in words.
fn cause(cause: &GapCause, lang: Lang) -> String {
    let (id, en) = match cause {
        GapCause::BeforeRegister => (
            "diberikan sebelum daftar ini dipakai".to_owned(),
            "given out before this register was kept".to_owned(),
        ),
        GapCause::Reserved(template) => (
            format!("dicadangkan di luar daftar: `urut` pada [{template}] dalam data/surat.toml"),
            format!("reserved outside the register: `urut` under [{template}] in data/surat.toml"),
        ),
        GapCause::Elsewhere => (
            "dipakai di luar dan belum dicatat (`naskah nomor catat`)".to_owned(),
            "used elsewhere and not entered yet (`naskah nomor catat`)".to_owned(),
        ),
        GapCause::Removed => (
            "entrinya dihapus dari data/nomor.toml; kembalikan, atau catat dengan `naskah nomor catat`".to_owned(),
            "the entry was removed from data/nomor.toml; put it back, or enter it with `naskah nomor catat`".to_owned(),
        ),
    };
    match lang {
        Lang::Id => id,
        Lang::En => en,
    }
}
