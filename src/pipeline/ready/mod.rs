//! The night before: what is made, numbered, printed, out of date, missing, due.

mod page;
mod pdf;

pub use page::{ReadyPage, ReadyRow, page};
pub use pdf::pdf;

use std::collections::{BTreeMap, BTreeSet};

use bahasa::date::format_date;
use jiff::civil::Date;
use serde::Serialize;

use super::{BuildOptions, Changes, Opened, Report, changes, plan, review};
use crate::output::{Manifest, Target, Version, recorded};
use base::diag::Problems;
use base::source::SourceMap;
use data::files::FilePath;
use data::workspace::StatusDokumen;
use papers::facts::Number;
use papers::plan::Job;
use typeset::units::Pt;

/// How far a paper or a whole meeting is, the worst last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Light {
    /// Nothing is left to do.
    #[serde(rename = "hijau")]
    Green,
    /// Somebody must still decide something.
    #[serde(rename = "kuning")]
    Yellow,
    /// It cannot be handed out.
    #[serde(rename = "merah")]
    Red,
}

/// How a paper lies in the output folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum PaperState {
    /// Nobody made it.
    #[serde(rename = "belum-dibuat")]
    New,
    /// It says otherwise than today's data.
    #[serde(rename = "usang")]
    Outdated,
    /// It was printed and would come out otherwise now.
    #[serde(rename = "dicetak-lalu-berubah")]
    PrintedOutdated,
    /// It says what the data says.
    #[serde(rename = "dibuat")]
    Made,
    /// The same, and it was printed.
    #[serde(rename = "dicetak")]
    Printed,
}

/// What a paper waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Waiting {
    /// Its number.
    #[serde(rename = "nomor")]
    Number,
    /// Its day.
    #[serde(rename = "tanggal")]
    Day,
    /// That the office calls it final.
    #[serde(rename = "final")]
    Final,
}

/// A paper.
#[derive(Debug, Clone, Serialize)]
pub struct PaperReady {
    /// Its path without ending.
    pub path: String,
    /// Its template.
    pub template: String,
    /// How it lies there.
    pub state: PaperState,
    /// `contoh`, `draf` or `final`.
    pub status: &'static str,
    /// Its number, where it bears one.
    pub number: Option<String>,
    /// What it waits for.
    pub waits: Vec<Waiting>,
    /// Who signs it, as the paper prints their names.
    pub signers: Vec<String>,
    /// Pages of its PDF, where that was made.
    pub pages: Option<usize>,
    /// How far it is.
    pub light: Light,
}

/// Something that is due.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct DueDay {
    /// The day.
    pub date: ShownDay,
    /// Days from today; negative when it is over.
    pub days: i32,
    /// What is due.
    pub what: String,
}

/// A day; in a report as data has it, shown as papers print it: "9 Desember 2024".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ShownDay(pub Date);

impl std::fmt::Display for ShownDay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&format_date(self.0))
    }
}

impl Serialize for ShownDay {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// An office that has not sent all its figures.
#[derive(Debug, Clone, Serialize)]
pub struct Unsent {
    /// Its name.
    pub opd: String,
    /// Codes of the services without figures.
    pub services: Vec<String>,
    /// Whom to call, where the data names somebody with a telephone.
    pub contact: Option<String>,
}

/// What must be in the printer.
#[derive(Debug, Clone, Serialize)]
pub struct PrintNeed {
    /// Width and height in millimetres: "215 x 330 mm".
    pub paper: String,
    /// Papers that are still to be printed.
    pub papers: usize,
    /// Sheets printed on one side.
    pub pages: usize,
    /// Sheets printed on both sides.
    pub sheets: usize,
}

/// A template whose data is not there.
#[derive(Debug, Clone, Serialize)]
pub struct Missing {
    /// Its name.
    pub template: String,
    /// What it needs.
    pub needs: Vec<String>,
}

/// How far everything is.
#[derive(Debug, Clone, Serialize)]
pub struct Readiness {
    /// The day it is told of.
    pub today: ShownDay,
    /// The papers, in the order of the plan.
    pub papers: Vec<PaperReady>,
    /// Templates without data.
    pub missing: Vec<Missing>,
    /// What is due, the next first.
    pub deadlines: Vec<DueDay>,
    /// Offices without figures for the quarter.
    pub unsent: Vec<Unsent>,
    /// What must be in the printer.
    pub print: Vec<PrintNeed>,
    /// The worst of all papers and offices.
    pub light: Light,
}

/// How far the workspace is, as seen on a day. Nothing is written.
pub fn readiness(
    opened: &Opened,
    out: &Target,
    today: Date,
    sources: &SourceMap,
) -> Readiness {
    let options = BuildOptions { out: out.clone(), ..BuildOptions::default() };
    // What is wrong with the data is told by the check.
    let mut untold = Problems::default();
    let mut report = Report::default();
    let names = opened.chosen(&options, &mut report, &mut untold);
    let jobs = plan(opened.inputs(), &names, &[], &mut untold);
    let compared = changes(opened, &[], out, &mut untold);
    let printed: BTreeSet<FilePath> =
        recorded(&*out.folder(), Version::Printed).into_iter().collect();
    let made: BTreeSet<FilePath> =
        recorded(&*out.folder(), Version::Made).into_iter().collect();
    let manifest = Manifest::read(out, &mut untold);
    let pages: BTreeMap<&str, usize> =
        manifest.berkas.iter().map(|entry| (entry.paper(), entry.pages)).collect();
    let refused = opened.number_faults(&jobs, sources).by_path;
    let papers: Vec<PaperReady> = jobs
        .iter()
        .map(|job| {
            let path = FilePath::from(&job.path);
            let state = state(&path, &compared, (&made, &printed));
            let paper = opened.paper_ready(job, state, pages.get(&*job.path).copied());
            let is_refused = refused.contains_key(&job.path);
            let light = if is_refused { Light::Red } else { paper.light };
            PaperReady { light, ..paper }
        })
        .collect();
    let unsent = opened.unsent();
    let office = if unsent.is_empty() { Light::Green } else { Light::Red };
    let none = if papers.is_empty() { Light::Red } else { Light::Green };
    let light = papers.iter().map(|paper| paper.light).fold(office.max(none), Light::max);
    let missing = report.passed_over.into_iter();
    Readiness {
        today: ShownDay(today),
        print: opened.print_needs(&papers),
        papers,
        missing: missing.map(|(template, needs)| Missing { template, needs }).collect(),
        deadlines: opened.deadlines(today),
        unsent,
        light,
    }
}

fn state(
    path: &FilePath,
    compared: &Changes,
    (made, printed): (&BTreeSet<FilePath>, &BTreeSet<FilePath>),
) -> PaperState {
    let changed = compared.papers.iter().any(|paper| *paper.path == **path);
    match (made.contains(path), printed.contains(path), changed) {
        (_, true, true) => PaperState::PrintedOutdated,
        (_, true, false) => PaperState::Printed,
        (true, false, true) => PaperState::Outdated,
        (true, false, false) => PaperState::Made,
        (false, false, _) => PaperState::New,
    }
}

impl Opened {
    fn paper_ready(
        &self,
        job: &Job,
        state: PaperState,
        pages: Option<usize>,
    ) -> PaperReady {
        let facts = self.numbers_of(job);
        let status = self.workspace.status(&job.template);
        let given = facts.numbers.iter().find_map(|number| match &number.value {
            Number::Given(number) => Some(number.to_string()),
            Number::Gap | Number::Absent => None,
        });
        let mut waits = Vec::new();
        if facts.numbers.iter().any(|number| number.value == Number::Gap) {
            waits.push(Waiting::Number);
        }
        if facts.gaps.iter().any(|gap| gap.value.is_day) {
            waits.push(Waiting::Day);
        }
        if status != StatusDokumen::Final {
            waits.push(Waiting::Final);
        }
        let light = match state {
            PaperState::New | PaperState::Outdated | PaperState::PrintedOutdated => {
                Light::Red
            }
            _ if waits.is_empty() => Light::Green,
            _ => Light::Yellow,
        };
        PaperReady {
            path: job.path.clone(),
            template: job.template.clone(),
            state,
            status: match status {
                StatusDokumen::Contoh => "contoh",
                StatusDokumen::Draf => "draf",
                StatusDokumen::Final => "final",
            },
            number: given,
            waits,
            signers: facts.signers.into_iter().map(|signed| signed.value.name).collect(),
            pages,
            light,
        }
    }

    /// The meeting, the deadlines of letters and of what was agreed.
    fn deadlines(&self, today: Date) -> Vec<DueDay> {
        let mut all = BTreeSet::new();
        let mut due = |date: Date, what: String| {
            let days = today.until(date).map_or(0, |span| span.get_days());
            all.insert(DueDay { date: ShownDay(date), days, what });
        };
        if let Some(rakor) = &self.workspace.rakor {
            due(rakor.tanggal, rakor.nama.clone());
        }
        for surat in &self.workspace.surat {
            if let Some(tenggat) = surat.tenggat {
                let manifest = self.templates.manifests.get(&surat.template.value);
                let title = manifest.map_or(&surat.template.value, |one| &one.title);
                due(tenggat, format!("tenggat {title}"));
            }
        }
        for agreed in self.workspace.hasil.iter().flat_map(|hasil| &hasil.kesepakatan) {
            if let Some(tenggat) = agreed.tenggat {
                due(tenggat, agreed.isi.clone());
            }
        }
        all.into_iter().collect()
    }

    /// The offices that carry services nobody reported for the quarter.
    fn unsent(&self) -> Vec<Unsent> {
        let Some(periode) = self.workspace.settings.periode else { return Vec::new() };
        let mut by_office: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (kode, opd) in review::carriers(&self.workspace, &self.catalog, periode) {
            by_office.entry(opd).or_default().push(kode);
        }
        let offices = self.workspace.opd.iter().filter_map(|opd| {
            let services = by_office.remove(&opd.id.value)?;
            Some(Unsent {
                opd: opd.nama.clone(),
                services,
                contact: self.contact(&opd.nama),
            })
        });
        offices.collect()
    }

    /// Somebody of an office with a telephone.
    fn contact(&self, office: &str) -> Option<String> {
        let people = self.workspace.rakor.iter().flat_map(|rakor| &rakor.peserta);
        let mut people = people.filter(|one| one.instansi.as_deref() == Some(office));
        people.find_map(|one| {
            let phone = one.telepon.as_ref()?;
            let name = one.nama.as_ref().map(ToString::to_string);
            let name = name.or_else(|| one.jabatan.clone());
            Some(name.map_or_else(|| phone.clone(), |name| format!("{name}, {phone}")))
        })
    }

    /// What papers that are not printed yet need of each size of paper.
    fn print_needs(&self, papers: &[PaperReady]) -> Vec<PrintNeed> {
        let mut needs: BTreeMap<String, (usize, usize, usize)> = BTreeMap::new();
        for paper in papers.iter().filter(|paper| paper.state != PaperState::Printed) {
            let (Some(pages), Some(profil)) =
                (paper.pages, self.profil.get(&paper.template))
            else {
                continue;
            };
            let side = |side: Pt| (side.0 / 72.0 * 25.4).round();
            let name = format!("{} x {} mm", side(profil.paper.0), side(profil.paper.1));
            let (count, all, sheets) = needs.entry(name).or_default();
            *count += 1;
            *all += pages;
            *sheets += pages.div_ceil(2);
        }
        let needs = needs.into_iter().map(|(paper, (papers, pages, sheets))| PrintNeed {
            paper,
            papers,
            pages,
            sheets,
        });
        needs.collect()
    }
}
