//! Temuan: what in a quarter's figures is off, by how much, and what to do about it.
//!
//! Pure functions on exact fractions. What counts and in which words it is told are the rules
//! of `catalog/temuan.toml` ([`TemuanRule`]); how each is found is here:
//!
//! - `data`: figures that contradict themselves, each other or an earlier quarter,
//! - `isian`: what was left empty,
//! - `arah`: path, pace, spending and change of the index.
//!
//! The order is fixed: the worst first, within it the largest, then the order of the catalog.

mod data;
mod direction;
mod missing;
pub mod placeholders;
mod priority;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use num_rational::BigRational;
use num_traits::Zero;
use serde::Serialize;

pub use priority::{Priority, prioritas};

use super::capaian::LayananCapaian;
use super::catalog::{Catalog, Layanan};
pub use super::catalog::{EventWords, RuleText, TemuanLevel, TemuanRule};
use super::percent::Percent;
use super::rekap::{LayananResult, Rekap, satuan_in_text};
use super::target_path::TargetPath;
use crate::domain::JenisDaerah;
use bahasa::roman::format_roman;
use base::source::Span;
use base::written::{Line, Written};

/// One deviation, in words for an official paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Temuan {
    /// Code of its rule.
    pub kode: String,
    /// How bad it is.
    pub tingkat: TemuanLevel,
    /// Code of the service; `None` when it is about an OPD, an urusan or the daerah.
    pub layanan: Option<String>,
    /// Identifier of the OPD it is for; `None` for an urusan, the daerah, or where nobody is
    /// known to carry the service.
    pub opd: Option<String>,
    /// Name of the service, for print.
    #[serde(skip)]
    pub nama_layanan: Option<Line>,
    /// Name of the OPD, for print.
    #[serde(skip)]
    pub nama_opd: Option<Line>,
    /// A heading. Each part of it knows where it was written, as of the two that follow: names
    /// and units in the data or the catalog, the words where an office wrote its own rule.
    pub judul: Line,
    /// What is so.
    pub kondisi: Line,
    /// What to do.
    pub rekomendasi: Line,
    /// How much, to put like beside like: points of a percentage.
    #[serde(skip)]
    ukuran: BigRational,
    /// Place of its rule in the file, which tells people before mutu and money.
    #[serde(skip)]
    aturan: usize,
}

/// What an index was said to be, by those who sent the figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportedIndex {
    /// Of what.
    pub lingkup: TemuanScope,
    /// The index, in percent.
    pub nilai: Percent,
}

/// A part of the daerah that has an index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TemuanScope {
    /// All of it.
    Daerah,
    /// An urusan by its code.
    Urusan(String),
    /// An OPD by its identifier.
    Opd(String),
}

/// The figures of one quarter and what was computed from them.
#[derive(Debug, Clone)]
pub struct Quarter<'a> {
    /// The result.
    pub rekap: &'a Rekap,
    /// The reports.
    pub reports: Vec<&'a LayananCapaian>,
}

impl<'a> Quarter<'a> {
    fn data(&self, kode: &str) -> Option<&'a LayananCapaian> {
        self.reports.iter().find(|l| l.kode == kode).copied()
    }

    fn roman(&self) -> String {
        format_roman(u16::from(self.rekap.triwulan)).unwrap_or_default()
    }

    /// "Triwulan III".
    fn triwulan(&self) -> String {
        format!("Triwulan {}", self.roman())
    }

    /// "Triwulan III Tahun 2023".
    fn triwulan_tahun(&self) -> String {
        format!("Triwulan {} Tahun {}", self.roman(), self.rekap.tahun)
    }
}

/// All that findings are looked for in.
#[derive(Debug, Clone)]
pub struct Evidence<'a> {
    /// The rules and the services.
    pub catalog: &'a Catalog,
    /// The quarter that is looked at.
    pub now: Quarter<'a>,
    /// The earlier quarters of its year, oldest first.
    pub earlier: Vec<Quarter<'a>>,
    /// The same quarter of the year before.
    pub last_year: Option<Quarter<'a>>,
    /// How much of the yearly target each quarter should reach, where a service has no path
    /// of its own.
    pub jalur: &'a TargetPath,
    /// Indices that came with the figures.
    pub dilaporkan: Vec<&'a ReportedIndex>,
    /// The name of the daerah, where it was written.
    pub nama_daerah: Line,
    /// Its kind.
    pub jenis_daerah: JenisDaerah,
    /// Names of the OPDs by their identifiers.
    pub nama_opd: &'a BTreeMap<&'a str, Line>,
}

impl Evidence<'_> {
    /// The name of an OPD; where none is known, its identifier.
    fn office(&self, id: &str) -> Line {
        self.nama_opd.get(id).cloned().unwrap_or_else(|| id.into())
    }
}

/// A part of a sentence by the name of its place there.
type NamedPart = (&'static str, Line);

/// All findings of a quarter, in their order.
pub fn find(evidence: &Evidence<'_>) -> Vec<Temuan> {
    let mut finder = Finder { evidence, result: Vec::new() };
    for (urut, result) in evidence.now.rekap.layanan().enumerate() {
        let one =
            Examined { urut, result, data: evidence.now.data(&result.kode), evidence };
        let Some(data) = one.data.filter(|data| !data.blank()) else {
            finder.record(
                "T-BELUM-LAPOR",
                &one.about(),
                &BigRational::from_integer(100.into()),
                &[],
            );
            continue;
        };
        data::find(&one, data, &mut finder);
        missing::find(&one, data, &mut finder);
        direction::find(&one, data, &mut finder);
    }
    data::dilaporkan(evidence, &mut finder);
    direction::overall(evidence, &mut finder);
    finder.finish()
}

/// How many people or houses may be missing for them to be a handful, who are looked after one
/// by one: no list by district, no pace, no projection.
const HANDFUL: u64 = 5;

/// Whom a finding is about.
struct FoundAbout {
    /// Whether only a handful is missing.
    few: bool,
    /// Place in the order of the catalog; the whole comes before its parts.
    urut: usize,
    layanan: Option<String>,
    opd: Option<String>,
    /// Figures that every text about it may use.
    figures: Vec<NamedPart>,
}

impl FoundAbout {
    /// An OPD as a whole; without one an urusan or the daerah.
    fn whole(opd: Option<String>) -> Self {
        Self { few: false, urut: 0, layanan: None, opd, figures: Vec::new() }
    }
}

/// A service in the quarter that is looked at.
struct Examined<'a> {
    urut: usize,
    result: &'a LayananResult,
    data: Option<&'a LayananCapaian>,
    evidence: &'a Evidence<'a>,
}

impl<'a> Examined<'a> {
    fn kode(&self) -> &'a str {
        &self.result.kode
    }

    /// What the path asks at the end of the year.
    fn target_of_year(&self) -> &'a Percent {
        let own = self.data.and_then(|data| data.jalur_target.as_ref());
        own.unwrap_or(self.evidence.jalur).pada(4)
    }

    /// Its name.
    fn name(&self) -> Line {
        Line::at(&*self.result.nama, self.listed(|service| service.written.field("nama")))
    }

    /// The unit of a report inside a sentence; that of the catalog, where it has none.
    fn unit(&self, report: Option<&LayananCapaian>) -> Line {
        let own = report.and_then(|data| Some((data.satuan.as_ref()?, &data.written)));
        if let Some((unit, written)) = own {
            return Line::at(satuan_in_text(unit), written.field("satuan").span());
        }
        let unit = self.service().map(|service| satuan_in_text(&service.satuan));
        let place = self.listed(|service| service.written.field("satuan"));
        Line::at(unit.unwrap_or_default(), place)
    }

    /// The unit that it is counted in.
    fn counted(&self) -> Line {
        self.unit(self.data)
    }

    /// A text of the report's item of mutu at a place; one that the report has from the catalog
    /// stands there.
    fn item(&self, at: usize, key: &str, text: String) -> Line {
        let written = self.data.map(|data| data.written.field("mutu").item(at));
        let place = written.map(|item| item.field(key).span()).unwrap_or_default();
        if place != Span::None {
            return Line::at(text, place);
        }
        let name = self.data.and_then(|data| Some(&data.mutu.get(at)?.nama));
        let year = self.evidence.now.rekap.tahun;
        let mut items = self.evidence.catalog.mutu(self.kode(), year).iter();
        let listed = items.find(|item| Some(&item.nama) == name);
        let listed = listed.map(|item| item.written.field(key).span());
        Line::at(text, listed.unwrap_or_default())
    }

    fn service(&self) -> Option<&'a Layanan> {
        self.evidence.catalog.layanan(self.kode())
    }

    /// Where an office wrote something of it in the catalog.
    fn listed(&self, of: impl Fn(&Layanan) -> Written) -> Span {
        self.service().map(|service| of(service).span()).unwrap_or_default()
    }

    fn about(&self) -> FoundAbout {
        let result = self.result;
        let angka = |n: Option<u64>| n.map(count).unwrap_or_default().into();
        let persen = |p: Option<&Percent>| p.map(Percent::printed).unwrap_or_default();
        // Nobody writes that something is met by 0,00 %.
        let met = |word: &str, p: Option<&Percent>| match p {
            Some(p) if *p == Percent::zero() => Line::from(format!("belum {word}")),
            p => Line::from(format!("{word} {}", persen(p))),
        };
        let persen = |p: Option<&Percent>| Line::from(persen(p));
        FoundAbout {
            urut: self.urut + 1,
            layanan: Some(result.kode.clone()),
            opd: result.pengampu.clone(),
            few: result.belum_terlayani.is_some_and(|n| (1..=HANDFUL).contains(&n)),
            figures: vec![
                ("layanan", self.name()),
                ("satuan", self.counted()),
                ("sasaran", angka(result.sasaran)),
                ("terlayani", angka(result.terlayani)),
                ("belum", angka(result.belum_terlayani)),
                ("penerima", persen(result.penerima.as_ref())),
                ("mutu", persen(result.mutu.as_ref())),
                ("indeks", persen(result.indeks.as_ref())),
                ("serapan", persen(result.serapan.as_ref())),
                ("tempat", self.place()),
                ("penerima_kini", served(result.penerima.as_ref())),
                ("pemenuhan", met("terpenuhi", result.mutu.as_ref())),
                ("terserap", met("terserap", result.serapan.as_ref())),
            ],
        }
    }

    /// Whether its people are known only when something happens.
    fn waits(&self) -> bool {
        self.service().is_some_and(Layanan::awaits_events)
    }

    /// Where its people are looked for.
    fn place(&self) -> Line {
        let kota = self.evidence.jenis_daerah == JenisDaerah::Kota;
        let of_kota = self.service().and_then(|service| service.tempat_kota.as_ref());
        let (place, key) = match of_kota.filter(|_| kota) {
            Some(place) => (Some(place), "tempat_kota"),
            None => (self.service().map(|service| &service.tempat), "tempat"),
        };
        let at = self.listed(|service| service.written.field(key));
        Line::at(place.cloned().unwrap_or_default(), at)
    }

    /// The earlier quarters of the year in which the service was reported, latest first.
    fn before(&self) -> impl Iterator<Item = (&'a Quarter<'a>, &'a LayananCapaian)> {
        let (evidence, kode) = (self.evidence, self.kode());
        evidence.earlier.iter().rev().filter_map(move |l| Some((l, l.data(kode)?)))
    }
}

/// Collects findings under the rules.
struct Finder<'a> {
    evidence: &'a Evidence<'a>,
    result: Vec<(usize, usize, Temuan)>,
}

impl Finder<'_> {
    /// A finding, when its rule is in use and `ukuran` is above zero and not below the rule's
    /// threshold.
    fn record(
        &mut self,
        kode: &str,
        subject: &FoundAbout,
        ukuran: &BigRational,
        figures: &[NamedPart],
    ) {
        // Every test that finds anything holds the names that texts may use to what there is.
        debug_assert_eq!(placeholders::mismatch(kode, figures, &subject.figures), None);
        let all = self.evidence.catalog.temuan_rules();
        let Some((urut, aturan)) = all.iter().enumerate().find(|(_, a)| a.kode == kode)
        else {
            return;
        };
        if !aturan.aktif || *ukuran <= BigRational::zero() || *ukuran < aturan.ambang {
            return;
        }
        // Figures of the finding come before those of its subject with the same name.
        let nilai: Vec<&NamedPart> = figures.iter().chain(&subject.figures).collect();
        let service =
            subject.layanan.as_ref().and_then(|l| self.evidence.catalog.layanan(l));
        let event = service.and_then(|service| service.peristiwa.as_deref());
        let words = aturan.words(event, subject.few);
        let [judul, kondisi, rekomendasi] =
            words.map(|words| placeholders::figures(words, &nilai));
        let temuan = Temuan {
            kode: aturan.kode.clone(),
            tingkat: aturan.tingkat,
            layanan: subject.layanan.clone(),
            opd: subject.opd.clone(),
            nama_layanan: service.map(|service| {
                Line::at(&*service.nama, service.written.field("nama").span())
            }),
            nama_opd: subject
                .opd
                .as_ref()
                .and_then(|o| self.evidence.nama_opd.get(o.as_str()))
                .cloned(),
            judul,
            kondisi,
            rekomendasi,
            ukuran: ukuran.clone(),
            aturan: urut,
        };
        self.result.push((subject.urut, urut, temuan));
    }

    /// Drops what a stronger finding about the same subject says too, and puts the rest in
    /// order.
    fn finish(self) -> Vec<Temuan> {
        let all = self.evidence.catalog.temuan_rules();
        let replaced = |(subject, _, temuan): &(usize, usize, Temuan)| {
            self.result.iter().any(|(other, aturan, oleh)| {
                other == subject
                    && oleh.opd == temuan.opd
                    && all
                        .get(*aturan)
                        .is_some_and(|a| a.menggantikan.contains(&temuan.kode))
            })
        };
        let mut replaced =
            self.result.iter().map(replaced).collect::<Vec<_>>().into_iter();
        let mut rest = self.result;
        rest.retain(|_| !replaced.next().unwrap_or_default());
        rest.sort_by(|(subject, aturan, t), (other, second, u)| {
            let order =
                |t: &'_ Temuan| (t.tingkat, !t.behind(), Reverse(t.ukuran.clone()));
            let first = (order(t), subject, aturan, &t.opd);
            first.cmp(&(order(u), other, second, &u.opd))
        });
        rest.into_iter().map(|(_, _, t)| t).collect()
    }
}

/// How many are served, beside how much is spent.
fn served(penerima: Option<&Percent>) -> Line {
    match penerima {
        Some(p) if *p == Percent::zero() => "belum ada penerima yang terlayani".into(),
        p => {
            let printed = p.map(Percent::printed).unwrap_or_default();
            format!("penerima yang terlayani baru {printed}").into()
        }
    }
}

/// A count in print.
fn count(nilai: u64) -> String {
    bahasa::format_number(i128::from(nilai))
}

fn fraction(nilai: u64) -> BigRational {
    BigRational::from_integer(nilai.into())
}

/// The difference of two percentages as a reader finds it who subtracts what is printed.
fn points(one: &Percent, second: &Percent) -> String {
    super::PointChange::between(one, second).printed()
}

/// How much a change is of what there was before, in percent without sign.
fn change_since(last: &BigRational, now: &BigRational) -> BigRational {
    let difference = num_traits::abs(now - last);
    Percent::ratio(&difference, last).map_or_else(
        || {
            if difference.is_zero() {
                BigRational::zero()
            } else {
                BigRational::from_integer(100.into())
            }
        },
        |p| p.value().clone(),
    )
}

#[cfg(test)]
mod tests;
