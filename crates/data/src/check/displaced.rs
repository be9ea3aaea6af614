//! Figures that stand in another row than theirs: a column was sorted, or two rows of it were
//! swapped, and the codes beside it stayed. What the rows then say of each figure follows from
//! that, so it is told once, for all of them.

use std::collections::{BTreeMap, BTreeSet};

use super::plausible::{Capaian, ToldFigures, short, written};
use crate::head::normal;
use crate::problem::{AchievementProblem, ImportProblem, WorksheetProblem};
use crate::tables::capaian::{LAYANAN, MUTU};
use crate::tables::{Datum, Key};
use crate::workspace::Workspace;
use bahasa::format_decimal_short;
use base::diag::{AnyProblem, Both, Lang, Problems};
use base::source::{Span, Spanned};
use field::domain::Periode;
use field::spm::{Catalog, LayananCapaian};
use num_rational::BigRational;
use num_traits::Zero;

/// A figure of a row, and what the row had in the quarter before.
struct RowFigure {
    /// What the row is called: a code, with the item where it is of one.
    row: String,
    span: Span,
    here: BigRational,
    before: Option<BigRational>,
}

/// Below this, figures of different rows are alike by chance.
const LEAST: i64 = 100;
/// So many figures in a row that grow, or fall, are not so by chance.
const RUN: usize = 6;
/// So many rows are named.
const SHOWN: usize = 6;

/// Tells of columns whose figures left their rows, and takes back what was told of those figures
/// one by one.
pub(crate) fn check(
    services: &[ToldFigures<'_>],
    (capaian, catalog): (&Capaian, &Catalog),
    periode: Periode,
    problems: &mut Problems,
) {
    let last = capaian.range(..periode).next_back();
    let before = |kode: &str| {
        let (_, rows) = last?;
        rows.iter().map(|row| &row.value).find(|row| row.kode == kode)
    };
    let quarter = last.map(|(p, _)| short(*p)).unwrap_or_default();
    // Figures that are in one row stay together when they are sorted: the first that tells it
    // tells it for the other.
    for keys in [[Key::TARGET, Key::SERVED], [Key::PAGU, Key::SPENT]] {
        let of = |key| of_services(services, key, before);
        tell(&keys.map(|key| (key, of(key))), &quarter, problems);
    }
    let of = |key| of_items(services, key, (catalog, periode), before);
    let keys = [Key::NEEDED, Key::FILLED];
    tell(&keys.map(|key| (key, of(key))), &quarter, problems);
}

/// Looks at the reported quarter, each file by itself: it is what somebody sorted.
pub(super) fn reported(
    workspace: &Workspace,
    catalog: &Catalog,
    problems: &mut Problems,
) {
    let periode = workspace.settings.periode;
    let rows = periode.and_then(|p| Some((p, workspace.capaian.get(&p)?)));
    let Some((periode, rows)) = rows else { return };
    let tingkat = super::level(workspace.settings.daerah.jenis);
    let all = catalog.all_layanan(tingkat);
    let mut files: BTreeMap<_, Vec<&Spanned<LayananCapaian>>> = BTreeMap::new();
    for row in rows {
        files.entry(row.span.file()).or_default().push(row);
    }
    for mut rows in files.into_values() {
        rows.sort_by_key(|row| all.iter().position(|l| l.kode == row.kode));
        let told: Vec<_> =
            rows.iter().map(|row| (row.kode.as_str(), written(row))).collect();
        let services = told.iter().map(|(kode, (content, mutu))| {
            let mutu = mutu.iter().map(|(name, content)| (*name, content)).collect();
            ToldFigures { kode, content, mutu }
        });
        let services: Vec<ToldFigures<'_>> = services.collect();
        check(&services, (&workspace.capaian, catalog), periode, problems);
    }
}

/// A field of the services, in the order of the catalog, which a worksheet has.
fn of_services<'a>(
    services: &[ToldFigures<'_>],
    key: Key,
    before: impl Fn(&str) -> Option<&'a LayananCapaian>,
) -> Vec<RowFigure> {
    let figure = |service: &ToldFigures<'_>| {
        let here = service.content.number(key)?;
        let last = before(service.kode).and_then(|row| LAYANAN.get(row, key));
        Some(RowFigure {
            row: service.kode.to_owned(),
            span: here.span,
            here: here.value.value().clone(),
            before: last.and_then(number),
        })
    };
    services.iter().filter_map(figure).collect()
}

/// A field of the quality items, in the order of the catalog.
fn of_items<'a>(
    services: &[ToldFigures<'_>],
    key: Key,
    (catalog, periode): (&Catalog, Periode),
    before: impl Fn(&str) -> Option<&'a LayananCapaian>,
) -> Vec<RowFigure> {
    let mut all = Vec::new();
    for service in services {
        let known = catalog.mutu(service.kode, periode.tahun.unsigned_abs());
        let last = before(service.kode);
        let mut own: Vec<(usize, RowFigure)> = Vec::new();
        for (name, content) in &service.mutu {
            let Some(here) = content.number(key) else { continue };
            let same = |other: &str| normal(other) == normal(name);
            let last = last.and_then(|row| row.mutu.iter().find(|m| same(&m.nama)));
            let at = known.iter().position(|item| same(&item.nama));
            own.push((
                at.unwrap_or(usize::MAX),
                RowFigure {
                    row: format!("{} ({name})", service.kode),
                    span: here.span,
                    here: here.value.value().clone(),
                    before: last.and_then(|m| MUTU.get(m, key)).and_then(number),
                },
            ));
        }
        own.sort_by_key(|(at, _)| *at);
        all.extend(own.into_iter().map(|(_, figure)| figure));
    }
    all
}

fn number(value: Datum) -> Option<BigRational> {
    match value {
        Datum::Number(n) => Some(n.value().clone()),
        _ => None,
    }
}

/// Where a column shows it, how, and the rows it is about.
type LeftRows<'a> = (Key, Span, Both, BTreeSet<&'a str>);

/// Tells the first of two columns whose figures left their rows.
fn tell(columns: &[(Key, Vec<RowFigure>); 2], quarter: &str, problems: &mut Problems) {
    let Some((key, span, how, rows)) = columns.iter().find_map(|c| found(c, quarter))
    else {
        return;
    };
    let figures = columns.iter().flat_map(|(_, figures)| figures);
    let its = figures.filter(|f| rows.contains(&*f.row));
    let taken: BTreeSet<Span> = its.map(|f| f.span).collect();
    problems.retain(|d| !(taken.contains(&d.span) && follows(&d.problem)));
    problems.add(span, ImportProblem::Displaced { key: key.into(), how });
}

fn found<'a>(
    (key, figures): &'a (Key, Vec<RowFigure>),
    quarter: &str,
) -> Option<LeftRows<'a>> {
    // What is served grows by itself; who is to be served, and with how much, stays.
    let steady = matches!(*key, Key::TARGET | Key::PAGU | Key::NEEDED);
    let swapped = if steady { swapped(figures) } else { Vec::new() };
    if let Some((first, how)) = sorted(figures) {
        let rows = figures.iter().map(|f| &*f.row).collect();
        let how = if swapped.is_empty() {
            how
        } else {
            let rows = moved(&swapped, quarter);
            let both = |lang| format!("{}; {}", how.of(lang), rows.of(lang));
            Both::new(both(Lang::Id), both(Lang::En))
        };
        return Some((*key, first.span, how, rows));
    }
    let (first, _) = swapped.first()?;
    let rows = swapped.iter().map(|(here, _)| &*here.row).collect();
    Some((*key, first.span, moved(&swapped, quarter), rows))
}

/// What is said of a figure because it stands in a wrong row.
fn follows(problem: &AnyProblem) -> bool {
    let import = |p: &ImportProblem| {
        matches!(
            p,
            ImportProblem::Tenfold { .. }
                | ImportProblem::TargetMoved { .. }
                | ImportProblem::AboveBudget { .. }
                | ImportProblem::OtherUnit { .. }
        )
    };
    let above = |p: &AchievementProblem| {
        matches!(
            p,
            AchievementProblem::ServedAboveTarget { .. }
                | AchievementProblem::MutuAboveNeed { .. }
        )
    };
    problem.is_a(import)
        || problem.is_a(above)
        || problem.is_a(|p| matches!(p, WorksheetProblem::FellBelow { .. }))
}

/// Rows that have the figure that another of them had before, round in circles: each with the
/// row whose figure it has.
fn swapped(figures: &[RowFigure]) -> Vec<(&RowFigure, &RowFigure)> {
    let least = BigRational::from_integer(LEAST.into());
    let known: Vec<(&RowFigure, &BigRational)> =
        figures.iter().filter_map(|f| Some((f, f.before.as_ref()?))).collect();
    let mut pairs: Vec<(BigRational, usize, usize)> = Vec::new();
    for (at, (figure, own)) in known.iter().enumerate() {
        if figure.here < least || figure.here == **own {
            continue;
        }
        for (other, (_, before)) in known.iter().enumerate() {
            // A row that kept its figure gave it to nobody.
            let gave = known[other].0.here != **before && before != own;
            if let Some(far) = apart(&figure.here, before)
                && gave
                && (far == ratio(1, 1)
                    || far <= ratio(105, 100) && fits_ill(&figure.here, own))
            {
                pairs.push((far, at, other));
            }
        }
    }
    pairs.sort();
    let mut whose: Vec<Option<usize>> = vec![None; known.len()];
    let mut given = vec![false; known.len()];
    for (_, at, other) in pairs {
        if whose[at].is_none() && !given[other] {
            (whose[at], given[other]) = (Some(other), true);
        }
    }
    let round = |at: usize| {
        let steps = std::iter::successors(whose[at], |next| whose[*next]);
        steps.take(known.len()).any(|reached| reached == at)
    };
    let rows = (0..known.len()).filter(|at| round(*at));
    rows.filter_map(|at| Some((known[at].0, known[whose[at]?].0))).collect()
}

/// How many times the larger of two is the smaller.
fn apart(one: &BigRational, other: &BigRational) -> Option<BigRational> {
    let (less, more) = if one < other { (one, other) } else { (other, one) };
    (!less.is_zero()).then(|| more / less)
}

fn ratio(over: i64, under: i64) -> BigRational {
    BigRational::new(over.into(), under.into())
}

/// Whether a figure is no likely one of its own row.
fn fits_ill(here: &BigRational, own: &BigRational) -> bool {
    apart(here, own).is_none_or(|far| far >= ratio(130, 100))
}

/// Which rows have the figures of which.
fn moved(swapped: &[(&RowFigure, &RowFigure)], quarter: &str) -> Both {
    let list = |holds: &str| {
        let before = |f: &RowFigure| {
            let figure = f.before.as_ref().map(shown).unwrap_or_default();
            format!("{} {figure}", f.row)
        };
        let rows = swapped.iter().take(SHOWN).map(|(row, whose)| {
            let (here, own, other) = (shown(&row.here), before(row), before(whose));
            format!("{} {holds} {here} ({quarter}: {own}, {other})", row.row)
        });
        let rows = rows.collect::<Vec<_>>().join("; ");
        let more = swapped.len().saturating_sub(SHOWN);
        if more > 0 { format!("{rows}; … (+{more})") } else { rows }
    };
    Both::new(list("berisi"), list("holds"))
}

/// Whether all figures of a column grow, or all fall, from its first row to its last, and did
/// not before.
fn sorted(figures: &[RowFigure]) -> Option<(&RowFigure, Both)> {
    let (first, last) = (figures.first()?, figures.last()?);
    let now: Vec<&BigRational> = figures.iter().map(|f| &f.here).collect();
    let before: Option<Vec<&BigRational>> =
        figures.iter().map(|f| f.before.as_ref()).collect();
    let different = now.iter().collect::<BTreeSet<_>>().len();
    // Even steps are somebody's example, not a list that was sorted.
    let steps: BTreeSet<BigRational> =
        now.iter().zip(now.iter().skip(1)).map(|(one, next)| *next - *one).collect();
    if different < RUN
        || steps.len() == 1
        || before.is_some_and(|before| in_order(&before))
        || !in_order(&now)
    {
        return None;
    }
    let (one, other, count) = (&first.row, &last.row, figures.len());
    let grows = first.here < last.here;
    let (id, en) = if grows {
        ("terkecil sampai yang terbesar", "smallest to the largest")
    } else {
        ("terbesar sampai yang terkecil", "largest to the smallest")
    };
    let how = Both::new(
        format!("{count} angka dari {one} sampai {other} berurut dari yang {id}"),
        format!("{count} figures from {one} to {other} go from the {en}"),
    );
    Some((first, how))
}

fn in_order(figures: &[&BigRational]) -> bool {
    figures.is_sorted() || figures.is_sorted_by(|one, next| one >= next)
}

fn shown(n: &BigRational) -> String {
    format_decimal_short(n, 6)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(figures: &[(i64, i64)]) -> Vec<RowFigure> {
        let whole = |n: i64| BigRational::from_integer(n.into());
        let rows = figures.iter().zip(1..);
        rows.map(|((before, here), n)| RowFigure {
            row: format!("X-{n}"),
            span: Span::None,
            here: whole(*here),
            before: (*before > 0).then(|| whole(*before)),
        })
        .collect()
    }

    fn rows(figures: &[(i64, i64)]) -> usize {
        swapped(&column(figures)).len()
    }

    #[test]
    fn figures_that_went_round_are_seen() {
        assert_eq!(rows(&[(4_310, 930), (930, 4_310)]), 2);
        assert_eq!(rows(&[(500, 200), (900, 900), (200, 300), (300, 500)]), 3);
        // A new year: all grew by a hundredth or two, and then the column was sorted.
        assert_eq!(rows(&[(9_000, 1_212), (1_200, 4_040), (4_000, 9_180)]), 3);
        assert!(
            sorted(&column(&[(0, 9), (0, 8), (0, 5), (0, 4), (0, 3), (0, 1)])).is_some()
        );
    }

    #[test]
    fn figures_that_only_grew_or_are_alike_are_not() {
        assert_eq!(rows(&[(4_310, 4_405), (930, 990), (4_400, 4_315)]), 0);
        assert_eq!(rows(&[(40, 60), (60, 40)]), 0);
        assert_eq!(rows(&[(700, 700), (700, 700), (900, 700)]), 0);
        assert_eq!(rows(&[(1_000, 3_000), (3_000, 9_000), (9_000, 9_100)]), 0);
        let grew = [(1, 2), (2, 3), (3, 4), (4, 5), (5, 6), (6, 9)];
        assert!(sorted(&column(&grew)).is_none());
        assert!(sorted(&column(&[(0, 1), (0, 2), (0, 3), (0, 4), (0, 7)])).is_none());
        let even = [(0, 2), (0, 4), (0, 6), (0, 8), (0, 10), (0, 12), (0, 14)];
        assert!(sorted(&column(&even)).is_none());
    }
}
