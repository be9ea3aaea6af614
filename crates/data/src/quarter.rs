//! Which quarter a text says it is of: a title above a table, the name of a sheet or of a file.
//! The one rule for imports and for `data/capaian/`: what is said twice must agree.

use crate::book::grid::{Grid, SheetCell};
use crate::node::plain;
use bahasa::roman::format_roman;
use base::diag::Both;
use base::source::{FileId, Span, Spanned, cell_name};
use field::domain::Periode;
use field::domain::quarter_number;

/// What one place says of the quarter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SaidQuarter {
    /// The year, 2000..=2100.
    pub(crate) tahun: Option<i16>,
    /// The quarter, 1..=4.
    pub(crate) triwulan: Option<u8>,
    /// Where; of the command line there is no place in a file.
    pub(crate) span: Span,
    /// What says so, for a problem at the other place.
    pub(crate) by: Both,
}

impl SaidQuarter {
    /// What is said with both parts, such as by the command line or the settings.
    pub(crate) fn whole(periode: Periode, span: Span, by: Both) -> Self {
        let (tahun, triwulan) = (Some(periode.tahun), Some(periode.triwulan));
        Self { tahun, triwulan, span, by }
    }

    /// What a title, a name of a sheet or of a file says; `None` when it speaks of no quarter.
    pub(crate) fn of(text: &str, span: Span, by: Both) -> Option<Self> {
        let lower = text.to_lowercase();
        let words: Vec<&str> = lower
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        if words.iter().any(|word| is_of_rules(word) || OTHERS.contains(word)) {
            return None;
        }
        let found = quarter(&words);
        let tahun = year(&words, found.map(|(_, at)| at));
        let triwulan = found.map(|(n, _)| n);
        (triwulan.is_some() || tahun.is_some()).then_some(Self {
            tahun,
            triwulan,
            span,
            by,
        })
    }

    /// The quarter, where year and quarter are said.
    pub(crate) fn periode(&self) -> Option<Periode> {
        Some(Periode { tahun: self.tahun?, triwulan: self.triwulan? })
    }

    /// Whether another quarter is meant than this one.
    pub(crate) fn is_other_than(&self, periode: Periode) -> bool {
        self.tahun.is_some_and(|n| n != periode.tahun)
            || self.triwulan.is_some_and(|n| n != periode.triwulan)
    }

    /// "triwulan III tahun 2025".
    fn shown(&self) -> String {
        let quarter = self.triwulan.and_then(|n| format_roman(n.into()));
        let parts = [
            quarter.map(|n| format!("triwulan {n}")),
            self.tahun.map(|n| format!("tahun {n}")),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

/// The titles of a sheet: each row above its head, as one text. "Triwulan" and "IV" may stand in
/// cells of their own.
pub(crate) fn titles(file: FileId, grid: &Grid, head: u32) -> Vec<Spanned<String>> {
    let mut rows: Vec<Spanned<String>> = Vec::new();
    let mut last = None;
    for ((row, column), cell) in grid.cells.range(..(head, 0)) {
        let text = match cell {
            SheetCell::Text(text) => text.clone(),
            SheetCell::Number(n) => plain(n),
            _ => continue,
        };
        match rows.last_mut() {
            Some(title) if last == Some(*row) => {
                title.value = format!("{} {text}", title.value);
            }
            _ => {
                let span = Span::Cell { file, row: *row, column: *column };
                rows.push(Spanned::new(text, span));
            }
        }
        last = Some(*row);
    }
    rows
}

/// What the name of a sheet or of a file says, where it names a quarter.
pub(crate) fn of_name(name: &str, span: Span, by: Both) -> Option<SaidQuarter> {
    SaidQuarter::of(name, span, by).filter(|said| said.triwulan.is_some())
}

/// What titles say: all that name a quarter, and the first that names a year alone.
pub(crate) fn of_titles(titles: &[Spanned<String>]) -> Vec<SaidQuarter> {
    let said =
        titles.iter().filter_map(|t| SaidQuarter::of(&t.value, t.span, cell_of(t.span)));
    let (mut all, years): (Vec<SaidQuarter>, Vec<SaidQuarter>) =
        said.partition(|s| s.triwulan.is_some());
    let Some(year) = years.into_iter().next() else { return all };
    // "TRIWULAN IV" and "TAHUN 2024" below it are one title.
    let halves = all.iter_mut().filter(|s| s.tahun.is_none());
    if halves.map(|half| half.tahun = year.tahun).count() == 0 {
        all.push(year);
    }
    all
}

fn cell_of(span: Span) -> Both {
    match span {
        Span::Cell { row, column, .. } => {
            let cell = cell_name(row, column);
            Both::new(format!("judul di {cell}"), format!("the title in {cell}"))
        }
        _ => Both::new("judulnya", "its title"),
    }
}

/// Two places that say different quarters: where it is told, what stands there, and who says
/// otherwise.
pub(crate) struct Clash {
    pub(crate) span: Span,
    pub(crate) there: String,
    pub(crate) by: Both,
    pub(crate) other: String,
}

/// Everything that contradicts the first that is said with year and quarter, each at its own
/// place; what has none is told where it is contradicted.
pub(crate) fn clashes(all: &[SaidQuarter]) -> Vec<Clash> {
    let Some((used, periode)) = all.iter().find_map(|s| Some((s, s.periode()?))) else {
        return Vec::new();
    };
    let others = all.iter().filter(|s| s.is_other_than(periode));
    let clash = |other: &SaidQuarter| {
        let (here, there): (&SaidQuarter, &SaidQuarter) =
            if other.span == Span::None && used.span != Span::None {
                (used, other)
            } else {
                (other, used)
            };
        let (span, by) = (here.span, there.by.clone());
        Clash { span, there: here.shown(), by, other: there.shown() }
    };
    others.map(clash).collect()
}

/// "Permendagri Nomor 59 Tahun 2021" names no year of a report.
fn is_of_rules(word: &str) -> bool {
    word.starts_with("per") && word.contains("men") || matches!(word, "nomor" | "pp")
}

/// Titles with these words speak of another time than that of the figures.
const OTHERS: [&str; 15] = [
    "lalu",
    "sebelumnya",
    "pembanding",
    "dibanding",
    "dibandingkan",
    "perbandingan",
    "penduduk",
    "proyeksi",
    "sumber",
    "perda",
    "perbup",
    "perwali",
    "rpjmd",
    "renstra",
    "berikutnya",
];

const MONTHS: [(&str, u8); 4] =
    [("maret", 1), ("juni", 2), ("september", 3), ("desember", 4)];

/// The quarter of some words, and the place of its last word. Words that name several name none,
/// but "triwulan I s.d. III" counts up to the last.
fn quarter(words: &[&str]) -> Option<(u8, usize)> {
    let mut found: Option<(u8, usize)> = None;
    for (at, word) in words.iter().enumerate() {
        let Some((n, last)) = at_word(words, at, word) else { continue };
        if found.is_some_and(|(other, _)| other != n) {
            return None;
        }
        found = Some((n, last));
    }
    found.or_else(|| since_january(words))
}

fn at_word(words: &[&str], at: usize, word: &str) -> Option<(u8, usize)> {
    let next = |at: usize| words.get(at).copied().unwrap_or_default();
    match word {
        "triwulan" | "tw" | "trw" | "tribulan" | "kuartal" => {
            let (first, last) = (quarter_number(next(at + 1))?, at + 1);
            let until = words.get(last + 1..)?;
            let joins = until.iter().take_while(|w| UNTIL.contains(w)).count();
            let repeats = usize::from(matches!(
                until.get(joins).copied(),
                Some("triwulan" | "tw" | "trw" | "tribulan" | "kuartal")
            ));
            let to = until.get(joins + repeats).and_then(|w| quarter_number(w));
            match (joins > 0, to) {
                (true, Some(n)) => Some((n, last + joins + repeats + 1)),
                // "Triwulan I-IV" and "triwulan I dan II" are no single quarter.
                (false, Some(_)) if repeats == 0 => None,
                _ if until.first() == Some(&"dan") => None,
                _ => Some((first, last)),
            }
        }
        "semester" => match next(at + 1) {
            "i" | "1" => Some((2, at + 1)),
            "ii" | "2" => Some((4, at + 1)),
            _ => None,
        },
        _ => {
            let glued =
                ["triwulan", "trw", "tw"].iter().find_map(|p| word.strip_prefix(p));
            // The first of "TW I s.d. TW III" is passed over where the first was met.
            Some((quarter_number(glued?)?, at))
        }
    }
}

/// Words of "until".
const UNTIL: [&str; 6] = ["sd", "s", "d", "sampai", "hingga", "dengan"];

/// "Januari s.d. September 2025" counts up to the third quarter.
fn since_january(words: &[&str]) -> Option<(u8, usize)> {
    let start = words.iter().position(|w| matches!(*w, "januari" | "jan"))?;
    let (at, word) = words
        .iter()
        .enumerate()
        .skip(start + 1)
        .find(|(_, word)| MONTHS.iter().any(|(month, _)| month == *word))?;
    let n = MONTHS.iter().find(|(month, _)| month == word)?.1;
    (at - start <= 4).then_some((n, at))
}

/// The year: behind "tahun", beside the quarter, or the last word, unless that ends a date.
fn year(words: &[&str], quarter: Option<usize>) -> Option<i16> {
    let before = |at: usize| at.checked_sub(1).and_then(|n| words.get(n)).copied();
    words.iter().enumerate().find_map(|(at, word)| {
        let named = matches!(before(at), Some("tahun" | "ta" | "anggaran" | "thn"));
        let beside = quarter.is_some_and(|q| q == at + 1 || q + 1 == at)
            || quarter.is_some_and(|q| q == at + 2 && !words[at + 1].starts_with("tw"));
        let dated = before(at).is_some_and(is_month);
        let last = at + 1 == words.len() && !dated;
        let n = word.parse().ok().filter(|n| (2000..=2100).contains(n))?;
        (word.len() == 4 && (named || beside || last)).then_some(n)
    })
}

fn is_month(word: &str) -> bool {
    let names = (1..=12).filter_map(bahasa::date::nth_month_name);
    names.into_iter().any(|name| name.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> (Option<u8>, Option<i16>) {
        let said = SaidQuarter::of(text, Span::None, Both::same(""));
        said.map_or((None, None), |s| (s.triwulan, s.tahun))
    }

    #[test]
    fn quarters_in_titles_and_names() {
        for (text, triwulan, tahun) in [
            ("TRIWULAN IV TAHUN ANGGARAN 2024", Some(4), Some(2024)),
            ("Laporan SPM TW2 2025", Some(2), Some(2025)),
            ("Periode : Triwulan II 2025", Some(2), Some(2025)),
            ("2025-tw2-dinkes", Some(2), Some(2025)),
            ("SPM 2025 Triwulan 3 Dinkes", Some(3), Some(2025)),
            ("Triwulan Kedua Tahun 2025", Some(2), Some(2025)),
            ("Triwulan I s.d. III Tahun 2025", Some(3), Some(2025)),
            ("TW I sampai dengan TW III 2025", Some(3), Some(2025)),
            ("Semester I Tahun 2025", Some(2), Some(2025)),
            ("Januari s.d. September 2025", Some(3), Some(2025)),
            ("Tahun 2024", None, Some(2024)),
            ("Triwulan V", None, None),
            ("Triwulan I dan II Tahun 2025", None, Some(2025)),
            ("Dicetak 5 Januari 2026", None, None),
            ("Permendagri Nomor 59 Tahun 2021", None, None),
            ("Sumber: proyeksi penduduk tahun 2024", None, None),
            ("sasaran 2024 orang", None, None),
        ] {
            assert_eq!(said(text), (triwulan, tahun), "{text}");
        }
    }
}
