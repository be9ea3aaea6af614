//! Doubts about figures, told where they stand with both values: against each other, and against
//! the quarter before. They are taken nevertheless. An import asks before it is written, a check
//! of what is there.

use std::collections::BTreeMap;

use crate::head::normal;
use crate::problem::{AchievementProblem, ImportProblem, WorksheetProblem};
use crate::tables::capaian::{LAYANAN, MUTU};
use crate::tables::{Datum, Filled, Key};
use crate::workspace::Workspace;
use bahasa::format_decimal_short;
use bahasa::number::format_plain;
use bahasa::roman::format_roman;
use base::diag::{Problems, nearest};
use base::source::{Span, Spanned};
use field::domain::Periode;
use field::spm::catalog::CatalogItem;
use field::spm::{Amount, Catalog, LayananCapaian, Reported};
use num_rational::BigRational;
use num_traits::{Signed, Zero};

/// All achievements of the workspace.
pub(crate) type Capaian = BTreeMap<Periode, Vec<Spanned<LayananCapaian>>>;

/// What is said of a service: its fields, and those of its items by their names.
pub(crate) struct ToldFigures<'a> {
    pub(crate) kode: &'a str,
    pub(crate) content: &'a Filled,
    pub(crate) mutu: Vec<(&'a str, &'a Filled)>,
}

/// What a service is compared with.
#[derive(Clone, Copy)]
pub(crate) struct Compared<'a> {
    /// What is there of the same quarter.
    there: Option<&'a LayananCapaian>,
    /// The quarter before it that reported the service.
    last: Option<(Periode, &'a LayananCapaian)>,
    /// Whether `last` is of the same year: figures count from January.
    same_year: bool,
    /// Whether its target population exists by an event, so that it may well be ten times the last.
    event: bool,
}

impl<'a> Compared<'a> {
    pub(crate) fn new(
        capaian: &'a Capaian,
        periode: Periode,
        kode: &str,
        event: bool,
    ) -> Self {
        let of = |rows: &'a [Spanned<LayananCapaian>]| {
            rows.iter().map(|row| &row.value).find(|row| row.kode == kode)
        };
        let there = capaian.get(&periode).and_then(|rows| of(rows));
        let mut before = capaian.range(..periode).rev();
        let last = before.find_map(|(p, rows)| Some((*p, of(rows)?)));
        let same_year = last.is_some_and(|(p, _)| p.tahun == periode.tahun);
        Self { there, last, same_year, event }
    }
}

/// Tells every doubt about what is brought in of a service.
pub(crate) fn doubts(
    service: &ToldFigures<'_>,
    compared: Compared<'_>,
    problems: &mut Problems,
) {
    let mut found = Implausible { service, problems };
    found.above_target(compared.there);
    let last = compared.last.map(|(p, row)| Last { periode: short(p), row });
    if let Some(last) = &last {
        found.magnitude(last, compared.event);
        if compared.same_year {
            found.moved(last, compared.event);
            found.fell(last);
        }
    }
    found.above_budget(compared.there);
}

/// Tells of figures of a year that no paper of the reported quarter looks at: a year that was
/// mistyped takes its rows out of every paper.
fn strays(workspace: &Workspace, problems: &mut Problems) {
    let Some(reported) = workspace.settings.periode else { return };
    let looked_at = reported.tahun - YEARS..=reported.tahun;
    for (periode, rows) in &workspace.capaian {
        if looked_at.contains(&periode.tahun) {
            continue;
        }
        if let Some(row) = rows.first() {
            let (periode, reported) = (short(*periode), short(reported));
            let count = rows.len().to_string();
            let problem = AchievementProblem::StrayYear { periode, reported, count };
            problems.add(row.span, problem);
        }
    }
}

/// So many years before the reported one are looked at.
const YEARS: i16 = 5;

/// Tells the doubts about the reported quarter as it stands in the data, and of those it is
/// compared with what is wrong in themselves. What falls is a finding, and what exceeds its target
/// is told where it is read.
pub(super) fn check(workspace: &Workspace, catalog: &Catalog, problems: &mut Problems) {
    let periode = workspace.settings.periode;
    strays(workspace, problems);
    for (_, rows) in workspace.capaian.iter().filter(|(p, _)| Some(**p) < periode) {
        for row in rows {
            let (content, _) = written(row);
            let service =
                ToldFigures { kode: &row.kode, content: &content, mutu: Vec::new() };
            Implausible { service: &service, problems }.above_budget(None);
        }
    }
    for (periode, rows) in &workspace.capaian {
        for row in rows {
            items(row, catalog.mutu(&row.kode, periode.tahun.unsigned_abs()), problems);
        }
    }
    let rows = periode.and_then(|p| Some((p, workspace.capaian.get(&p)?)));
    let Some((periode, rows)) = rows else { return };
    for row in rows {
        let event = catalog.layanan(&row.kode).is_some_and(|l| l.peristiwa.is_some());
        let compared = Compared::new(&workspace.capaian, periode, &row.kode, event);
        let (content, mutu) = written(row);
        let mutu = mutu.iter().map(|(name, content)| (*name, content)).collect();
        let service = ToldFigures { kode: &row.kode, content: &content, mutu };
        let mut found = Implausible { service: &service, problems };
        if let Some((periode, last)) = compared.last {
            let last = Last { periode: short(periode), row: last };
            found.magnitude(&last, event);
            if compared.same_year {
                found.moved(&last, event);
            }
        }
        found.above_budget(None);
    }
}

/// Tells quality items that are a slip of one of the catalog, or counted in another unit.
fn items(row: &Spanned<LayananCapaian>, known: &[CatalogItem], problems: &mut Problems) {
    let near_place = |span: Span| if span == Span::None { row.span } else { span };
    let named = |name: &str| known.iter().find(|item| normal(&item.nama) == normal(name));
    for (at, item) in row.mutu.iter().enumerate() {
        let written = row.written.field("mutu").item(at);
        let (kode, name) = (row.kode.clone(), item.nama.clone());
        let Some(own) = named(&name) else {
            let there = |nama: &str| {
                row.mutu.iter().any(|other| normal(&other.nama) == normal(nama))
            };
            let free = known.iter().map(|item| item.nama.as_str()).filter(|n| !there(n));
            if let Some(near) = nearest(&name, free) {
                let span = near_place(written.field("nama").span());
                problems.add(
                    span,
                    AchievementProblem::MutuMisspelt { kode, item: name, near },
                );
            }
            continue;
        };
        let other = |(said, listed): &(&String, &String)| normal(said) != normal(listed);
        let units = Some(&item.satuan).filter(|said| !said.is_empty());
        let units = units.zip(own.satuan.as_ref());
        if let Some((satuan, katalog)) = units.filter(other) {
            let (satuan, katalog) = (satuan.clone(), katalog.clone());
            let span = near_place(written.field("satuan").span());
            let problem =
                AchievementProblem::MutuUnit { kode, item: name, satuan, katalog };
            problems.add(span, problem);
        }
    }
}

/// What stands in the data of a service, each field with its place.
pub(super) fn written(row: &Spanned<LayananCapaian>) -> (Filled, Vec<(&str, Filled)>) {
    let near = |span: Span, or: Span| if span == Span::None { or } else { span };
    let content = LAYANAN.slots().filter_map(|(spec, slot)| {
        let span = near(row.written.field(&spec.key).span(), row.span);
        Some((spec.key, Spanned::new(slot.get(&row.value)?, span)))
    });
    let items = row.mutu.iter().enumerate().map(|(at, item)| {
        let written = row.written.field("mutu").item(at);
        let whole = near(written.span(), row.span);
        let content = MUTU.slots().filter_map(|(spec, slot)| {
            let span = near(written.field(&spec.key).span(), whole);
            Some((spec.key, Spanned::new(slot.get(item)?, span)))
        });
        (item.nama.as_str(), content.collect())
    });
    (content.collect(), items.collect())
}

/// The quarter before.
struct Last<'a> {
    periode: String,
    row: &'a LayananCapaian,
}

impl Last<'_> {
    fn item(&self, name: &str) -> Option<&field::spm::ItemMutu> {
        self.row.mutu.iter().find(|m| normal(&m.nama) == normal(name))
    }
}

struct Implausible<'a, 'p> {
    service: &'a ToldFigures<'a>,
    problems: &'p mut Problems,
}

impl Implausible<'_, '_> {
    /// More served than there are, more met than needed.
    fn above_target(&mut self, there: Option<&LayananCapaian>) {
        let result = self.result(there);
        let content = self.service.content;
        let kode = self.service.kode;
        let said = content.get(Key::SERVED).or(content.get(Key::TARGET));
        if let (Reported::Value(all), Reported::Value(served), Some(said)) =
            (&result.sasaran, &result.terlayani, said)
            && served > all
        {
            let problem = AchievementProblem::ServedAboveTarget {
                kode: kode.to_owned(),
                terlayani: served.to_string(),
                sasaran: all.to_string(),
            };
            self.problems.add(said.span, problem);
        }
        if let (Reported::Missing, Reported::Value(served), Some(said)) =
            (&result.sasaran, &result.terlayani, content.get(Key::SERVED))
            && *served > 0
        {
            let problem = AchievementProblem::served_of_unknown(kode, *served);
            self.problems.add(said.span, problem);
        }
        for (name, item) in &self.service.mutu {
            if let (Some(need), Some(met)) =
                (item.number(Key::NEEDED), item.number(Key::FILLED))
                && met.value > need.value
            {
                let (kode, item) = (kode.to_owned(), (*name).to_owned());
                self.problems
                    .add(met.span, AchievementProblem::MutuAboveNeed { kode, item });
            }
            let mut known = result.mutu.iter();
            let known = known.find(|own| normal(&own.nama) == normal(name));
            let unsaid = known.is_none_or(|own| own.dibutuhkan == Reported::Missing);
            if let (None, Some(met)) = (item.get(Key::NEEDED), item.number(Key::FILLED))
                && unsaid
                && !met.value.value().is_zero()
            {
                let problem = AchievementProblem::met_of_unknown(kode, name, met.value);
                self.problems.add(met.span, problem);
            }
        }
    }

    /// More spent than there was.
    fn above_budget(&mut self, there: Option<&LayananCapaian>) {
        let result = self.result(there);
        let number = |key| match LAYANAN.get(&result, key) {
            Some(Datum::Number(n)) => Some(n),
            _ => None,
        };
        let content = self.service.content;
        let said = content.get(Key::SPENT).or(content.get(Key::PAGU));
        // Millions beside rupiah exceed nothing.
        let other_unit = [Key::PAGU, Key::SPENT]
            .iter()
            .filter_map(|key| content.get(*key))
            .any(|said| self.is_of_other_unit(said.span));
        if other_unit {
            return;
        }
        if let (Some(budget), Some(spent), Some(said)) =
            (number(Key::PAGU), number(Key::SPENT), said)
            && spent > budget
        {
            let problem = ImportProblem::AboveBudget {
                kode: self.service.kode.to_owned(),
                realisasi: print(&spent),
                pagu: print(&budget),
            };
            self.problems.add(said.span, problem);
        }
    }

    /// Whether a figure was told to be in another unit than the last.
    fn is_of_other_unit(&self, span: Span) -> bool {
        let unit = |p: &ImportProblem| matches!(p, ImportProblem::OtherUnit { .. });
        span != Span::None
            && self.problems.iter().any(|d| d.span == span && d.problem.is_a(unit))
    }

    /// The service as it will be.
    fn result(&self, there: Option<&LayananCapaian>) -> LayananCapaian {
        let mut result = there.cloned().unwrap_or_default();
        LAYANAN.put(&mut result, self.service.content);
        result
    }

    /// Less than in the quarter before, though figures count from January.
    fn fell(&mut self, last: &Last<'_>) {
        self.each(
            last,
            &[Key::SERVED, Key::SPENT],
            &[Key::FILLED],
            |isian, old, new, periode| {
                let problem = WorksheetProblem::FellBelow {
                    isian,
                    sebelumnya: print(old),
                    now_there: print(new),
                    periode,
                };
                (new < old).then(|| problem.into())
            },
        );
        // What is in another unit did not fall.
        let spent = self.service.content.get(Key::SPENT).map(|said| said.span);
        if let Some(spent) = spent.filter(|span| self.is_of_other_unit(*span)) {
            let fell =
                |p: &WorksheetProblem| matches!(p, WorksheetProblem::FellBelow { .. });
            self.problems.retain(|d| !(d.span == spent && d.problem.is_a(fell)));
        }
    }

    /// Ten times the last, a tenth of it, or money in thousands or millions.
    fn magnitude(&mut self, last: &Last<'_>, event: bool) {
        let least = whole(if event { LEAST_OF_EVENT } else { 0 });
        self.each(last, &[Key::TARGET], &[Key::NEEDED], |isian, old, new, periode| {
            let (before, here) = (print(old), print(new));
            let problem = ImportProblem::Tenfold { isian, before, here, periode };
            let large = old.value().max(new.value()) >= &whole(LEAST_COMPARED)
                && old.value().min(new.value()) >= &least;
            (large && apart(old, new, TENFOLD)).then(|| problem.into())
        });
        self.each(last, &[Key::PAGU, Key::SPENT], &[], |isian, old, new, periode| {
            // Neither is nought then, so that both can be divided by.
            apart(old, new, THOUSANDFOLD).then(|| {
                let (before, here) = (print(old), print(new));
                let meant = format_plain(&in_unit_of(old, new), 6);
                ImportProblem::OtherUnit { isian, before, here, periode, meant }.into()
            })
        });
    }

    /// A target that moved by more than two fifths within one year, for which it is set. One that
    /// exists by events grows with them, but does not shrink, and hardly grows so much.
    fn moved(&mut self, last: &Last<'_>, event: bool) {
        self.each(last, &[Key::TARGET], &[Key::NEEDED], |isian, old, new, periode| {
            let grown = new.value() > old.value();
            let most = if event && grown { GROWN_BY_EVENT } else { MOVED };
            let by = (new.value() - old.value()).abs() * whole(100);
            let least = whole(if event { LEAST_OF_EVENT } else { 0 });
            let large = old.value().max(new.value()) >= &whole(LEAST_MOVED)
                && (!grown || old.value() >= &least);
            let (before, here) = (print(old), print(new));
            // Ten times as much is told by itself.
            (large
                && !old.value().is_zero()
                && !apart(old, new, TENFOLD)
                && by > old.value() * whole(most))
            .then(|| ImportProblem::TargetMoved { isian, before, here, periode }.into())
        });
    }

    /// Asks of each figure that the import says and the quarter before has.
    fn each(
        &mut self,
        last: &Last<'_>,
        of_service: &[Key],
        of_item: &[Key],
        doubt: impl Fn(String, &Amount, &Amount, String) -> Option<base::diag::AnyProblem>,
    ) {
        let kode = self.service.kode;
        let mut tell = |isian: String, old: &Amount, new: &Amount, span: Span| {
            if let Some(problem) = doubt(isian, old, new, last.periode.clone()) {
                self.problems.add(span, problem);
            }
        };
        for &key in of_service {
            if let (Some(Datum::Number(old)), Some(new)) =
                (LAYANAN.get(last.row, key), self.service.content.number(key))
            {
                tell(format!("`{key}` {kode}"), &old, new.value, new.span);
            }
        }
        for (name, item) in &self.service.mutu {
            let Some(old) = last.item(name) else { continue };
            for &key in of_item {
                let old = match key {
                    Key::NEEDED => old.dibutuhkan.value(),
                    _ => old.terpenuhi.value(),
                };
                if let (Some(old), Some(new)) = (old, item.number(key)) {
                    tell(format!("`{key}` {kode} ({name})"), old, new.value, new.span);
                }
            }
        }
    }
}

/// A target that is so many times the last is doubted: nearly ten is a digit too many.
const TENFOLD: i64 = 8;
/// Below this a target may well be ten times the last.
const LEAST_COMPARED: i64 = 100;
/// A year with ten times the fires of the last is possible; with ten times the births it is not.
const LEAST_OF_EVENT: i64 = 50;
/// So many percent of the last a target moves within a year without a question.
const MOVED: i64 = 40;
/// So many percent one that exists by events grows.
const GROWN_BY_EVENT: i64 = 150;
/// Below this a few people more or fewer are such a share.
const LEAST_MOVED: i64 = 20;
/// Money that is so many times the last is in another unit.
const THOUSANDFOLD: i64 = 500;

/// Whether one of two is at least so many times the other.
fn apart(old: &Amount, new: &Amount, times: i64) -> bool {
    let (old, new) = (old.value(), new.value());
    let (less, more) = if old < new { (old, new) } else { (new, old) };
    !less.is_zero() && *more >= less * whole(times)
}

/// A figure with three or six noughts more, or fewer, whichever comes nearest to the last; of two
/// that are not nought.
fn in_unit_of(old: &Amount, new: &Amount) -> BigRational {
    let (old, new) = (old.value(), new.value());
    let times = [whole(1000), whole(1_000_000)];
    let [one, two] = times.map(|times| if new < old { new * times } else { new / times });
    let far = |n: &BigRational| if n > old { n / old } else { old / n };
    if far(&one) <= far(&two) { one } else { two }
}

fn whole(n: i64) -> BigRational {
    BigRational::from_integer(n.into())
}

fn print(n: &Amount) -> String {
    format_decimal_short(n.value(), 6)
}

/// "TW IV 2024".
pub(super) fn short(periode: Periode) -> String {
    let quarter = format_roman(periode.triwulan.into()).unwrap_or_default();
    format!("TW {quarter} {}", periode.tahun)
}
