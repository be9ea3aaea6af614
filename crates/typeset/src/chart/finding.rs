//! What a chart shows, in words: the alternative text when an author gives none.

use num_rational::BigRational;
use num_traits::Signed;

use crate::document::{ChartKind, ChartValue, Series, TargetLine};
use bahasa::{format_decimal, format_decimal_short, words};

/// Names in a list before the rest is only counted.
const NAMES: usize = 4;

/// The finding of a chart: for bars the highest, the lowest and how many reach the target; for
/// lines the change from the first value to the last. Values that are missing or nihil are
/// told apart from nought.
pub fn finding(
    kind: ChartKind,
    title: &str,
    categories: &[String],
    series: &[Series],
    target: Option<&TargetLine>,
    unit: &str,
) -> String {
    let noun = match kind {
        ChartKind::Bars => "Grafik batang",
        ChartKind::Lines => "Grafik garis",
        ChartKind::Qr => "Kode QR",
    };
    let goal = target.map(|t| format!(", dengan {}", lower_first(&t.label)));
    let mut text =
        format!("{noun}: {}{}.", title.trim_end_matches('.'), goal.unwrap_or_default());
    for one in series {
        let points: Vec<Point<'_>> = categories
            .iter()
            .zip(&one.values)
            .filter_map(|(name, value)| match value {
                ChartValue::Number(number, printed) => {
                    Some(Point { name, number, printed })
                }
                _ => None,
            })
            .collect();
        let who = (series.len() > 1).then_some(one.label.as_str());
        let said = match kind {
            ChartKind::Bars => bars(&points, target),
            ChartKind::Lines => line(&points, target, unit),
            ChartKind::Qr => String::new(),
        };
        text.push(' ');
        match who {
            Some(label) => text.extend([label, ": ", &said, "."]),
            None => text.extend([words::capitalize(&said).as_str(), "."]),
        }
        for (kind, words) in
            [(ChartValue::Missing, "tidak ada nilai"), (ChartValue::Nihil, "nihil")]
        {
            let names: Vec<&str> = categories
                .iter()
                .zip(&one.values)
                .filter(|(_, value)| **value == kind)
                .map(|(name, _)| name.as_str())
                .collect();
            // With no value at all the sentence before has said it.
            if !names.is_empty() && !points.is_empty() {
                let words = words::capitalize(words);
                text.extend([" ", &words, ": ", &listed(&names), "."]);
            }
        }
    }
    text
}

/// A value with its name.
struct Point<'a> {
    name: &'a str,
    number: &'a BigRational,
    printed: &'a str,
}

fn bars(points: &[Point<'_>], target: Option<&TargetLine>) -> String {
    let highest = points.iter().max_by_key(|p| p.number);
    let lowest = points.iter().min_by_key(|p| p.number);
    let (Some(highest), Some(lowest)) = (highest, lowest) else {
        return "belum ada nilai".to_owned();
    };
    let of = |value: &BigRational| -> Vec<&str> {
        points.iter().filter(|p| p.number == value).map(|p| p.name).collect()
    };
    let extremes = if points.len() == 1 {
        format!("{} {}", highest.name, highest.printed)
    } else if highest.number == lowest.number {
        format!("semuanya {}", highest.printed)
    } else {
        format!(
            "tertinggi {} {}, terendah {} {}",
            listed(&of(highest.number)),
            highest.printed,
            listed(&of(lowest.number)),
            lowest.printed
        )
    };
    let Some(target) = target else { return extremes };
    let reached = points.iter().filter(|p| *p.number >= target.value).count();
    let goal = match (reached, points.len()) {
        (1, 1) => "mencapai target".to_owned(),
        (0, 1) => "belum mencapai target".to_owned(),
        (0, _) => "tidak ada yang mencapai target".to_owned(),
        (n, all) if n == all => "semuanya mencapai target".to_owned(),
        (n, all) => format!("{n} dari {all} mencapai target"),
    };
    format!("{extremes}; {goal}")
}

fn line(points: &[Point<'_>], target: Option<&TargetLine>, unit: &str) -> String {
    let (Some(first), Some(last)) = (points.first(), points.last()) else {
        return "belum ada nilai".to_owned();
    };
    let difference = |by: &BigRational| {
        if unit.trim() == "%" {
            format!("{} poin", format_decimal(&by.abs(), 2))
        } else {
            format!("{}{unit}", format_decimal_short(&by.abs(), 2))
        }
    };
    let mut said = if points.len() == 1 {
        format!("hanya satu nilai, {} ({})", last.printed, last.name)
    } else {
        let by = last.number - first.number;
        let way = match by {
            ref by if by.is_positive() => format!("naik {}", difference(by)),
            ref by if by.is_negative() => format!("turun {}", difference(by)),
            _ => "tidak berubah".to_owned(),
        };
        format!(
            "{way}, dari {} ({}) menjadi {} ({})",
            first.printed, first.name, last.printed, last.name
        )
    };
    let highest = points.iter().max_by_key(|p| p.number);
    if let Some(peak) =
        highest.filter(|p| p.number > first.number && p.number > last.number)
    {
        said.extend([", tertinggi ", peak.printed, " (", peak.name, ")"]);
    }
    if let Some(target) = target {
        let short = &target.value - last.number;
        if short.is_positive() {
            let by = difference(&short);
            said.extend(["; nilai terakhir ", &by, " di bawah target"]);
        } else {
            said.push_str("; nilai terakhir mencapai target");
        }
    }
    said
}

/// Names in a sentence; what comes after the first few is counted.
fn listed(names: &[&str]) -> String {
    if names.len() <= NAMES + 1 {
        let names: Vec<String> = names.iter().map(|n| (*n).to_owned()).collect();
        return words::join_list(&names);
    }
    let shown = names[..NAMES].join(", ");
    format!("{shown}, dan {} lainnya", names.len() - NAMES)
}

/// A label inside a sentence: "Target 100%" becomes "target 100%".
fn lower_first(label: &str) -> String {
    let mut letters = label.chars();
    let first = letters.next().map(char::to_lowercase).into_iter().flatten();
    first.chain(letters).collect()
}
