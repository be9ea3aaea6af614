//! Readers of what other people and programs wrote, over mutated seeds: whatever the bytes,
//! there is an answer, soon. The entry points and the seeds are those of `fuzz/`.
//!
//! `PROPTEST_CASES=20000 cargo test acak` looks longer.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use jiff::civil::{Date, date};
use naskah::bahasa::rupiah::{format_rupiah, parse_rupiah};
use naskah::bahasa::{
    date, format_decimal, format_number, parse_count, parse_date, parse_number,
    parse_time, percent, terbilang,
};
use naskah::workspace::probe;
use num_bigint::BigInt;
use num_rational::BigRational;
use proptest::prelude::*;

#[allow(unreachable_pub)]
#[path = "../fuzz/src/parts.rs"]
pub(crate) mod parts;
#[allow(unreachable_pub)]
#[path = "../fuzz/src/readers.rs"]
mod readers;

/// The repository.
const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The longest that one small file may take, in a debug build on a busy machine.
const LONGEST: Duration = Duration::from_secs(10);

fn cases(few: u32) -> ProptestConfig {
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    let default =
        ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if asked { default } else { ProptestConfig { cases: few, ..default } }
}

/// The seeds of one target, in the order of their names.
fn seeds(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let seeds: BTreeMap<_, _> =
        files.map(|path| (path.clone(), std::fs::read(path).unwrap())).collect();
    assert!(seeds.len() > 1, "{target}");
    seeds.into_values().collect()
}

/// One change of a text: where (as a share of its length), how, and with what.
type Change = (u16, u8, u8);

/// Pieces that mean something to some reader.
const PIECES: [&str; 24] = [
    "\"",
    "<",
    ">",
    "&amp;",
    "&#x110000;",
    ";",
    ",",
    "\n",
    "=",
    "[",
    "]",
    "}",
    "%",
    "-",
    "1048576",
    "4294967295",
    "99999999999999999999",
    "1e308",
    "2024-13-40",
    "\u{0}",
    "</table:table-cell>",
    "<table:table-cell>",
    "A1:XFD1048576",
    "\u{202e}",
];

fn changed(seed: &[u8], changes: &[Change]) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for (place, kind, with) in changes {
        let at = usize::from(*place) * (bytes.len() + 1) / (usize::from(u16::MAX) + 1);
        let piece = PIECES[usize::from(*with) % PIECES.len()].as_bytes();
        match kind % 6 {
            0 if at < bytes.len() => bytes[at] = *with,
            1 if at < bytes.len() => drop(bytes.remove(at)),
            2 => drop(bytes.splice(at..at, piece.iter().copied())),
            3 => bytes.truncate(at),
            // A piece of the seed once more.
            4 => {
                let end = (at + usize::from(*with)).min(bytes.len());
                let copy = bytes[at..end].to_vec();
                drop(bytes.splice(at..at, copy));
            }
            // A number becomes another.
            _ => {
                let digits = bytes[at..].iter().position(u8::is_ascii_digit);
                if let Some(from) = digits.map(|n| at + n) {
                    let end = bytes[from..].iter().position(|b| !b.is_ascii_digit());
                    let end = end.map_or(bytes.len(), |n| from + n);
                    drop(bytes.splice(from..end, piece.iter().copied()));
                }
            }
        }
    }
    bytes
}

fn mutated(target: &'static str) -> impl Strategy<Value = Vec<u8>> {
    let change = (any::<u16>(), any::<u8>(), any::<u8>());
    (proptest::sample::select(seeds(target)), proptest::collection::vec(change, 0..8))
        .prop_map(|(seed, changes)| changed(&seed, &changes))
}

/// A value in cents that prints with two places.
fn cents(n: i64) -> BigRational {
    BigRational::new(n.into(), BigInt::from(100))
}

fn any_date() -> impl Strategy<Value = Date> {
    (1900_i16..=2199, 1_i8..=12, 1_i8..=31)
        .prop_filter_map("no such day", |(y, m, d)| Date::new(y, m, d).ok())
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn any_sheet_is_answered(data in mutated("sheet"), list in 0_usize..6) {
        let list = ["capaian", "mutu", "peserta", "pejabat", "opd", "bebas"][list];
        let (choice, bytes) = data.split_first().unwrap_or((&0, &[]));
        let start = Instant::now();
        let _ = match choice >> 5 {
            0 => probe::sheet("f.xlsx", list, bytes),
            1 | 2 => probe::sheet("f.xlsx", list, &parts::xlsx(bytes)),
            3 => probe::sheet("f.ods", list, &parts::ods(bytes)),
            _ => probe::sheet("f.csv", list, bytes),
        };
        prop_assert!(start.elapsed() < LONGEST, "{:?}", start.elapsed());
    }

    #[test]
    fn any_toml_is_answered(data in mutated("toml")) {
        let text = String::from_utf8_lossy(&data);
        let start = Instant::now();
        let (table, problems) = probe::toml(&text);
        prop_assert!(start.elapsed() < LONGEST);
        // What cannot be read is never dropped without a word.
        let lost = format!("{table:?}").contains("value: Broken");
        prop_assert!(!lost || !problems.is_empty(), "{text}");
    }

    #[test]
    fn any_text_for_a_value_is_answered(data in mutated("angka")) {
        let text = String::from_utf8_lossy(&data);
        let start = Instant::now();
        // A number may have sixty digits; with as many places it would have too many.
        if let Ok(n) = parse_number(&text)
            && let places @ 1..=30 = text.len()
        {
            let places = u8::try_from(places).unwrap();
            prop_assert_eq!(parse_number(&format_decimal(&n, places)), Ok(n), "{}", text);
        }
        let _ = (parse_count(&text), parse_rupiah(&text), parse_date(&text), parse_time(&text));
        prop_assert!(start.elapsed() < LONGEST);
    }

    #[test]
    fn what_is_printed_reads_back(n in any::<i64>(), day in any_date()) {
        let whole = BigRational::from_integer(n.into());
        prop_assert_eq!(parse_number(&format_number(n)), Ok(whole.clone()));
        prop_assert_eq!(parse_number(&format_decimal(&cents(n), 2)), Ok(cents(n)));
        prop_assert_eq!(parse_rupiah(&format_rupiah(n)), Ok(whole));
        prop_assert_eq!(parse_rupiah(&naskah::bahasa::rupiah::format_rupiah_sen(&cents(n))), Ok(cents(n)));
        prop_assert_eq!(parse_number(&percent::format_percent(&cents(n), 2)), Ok(cents(n)));
        for text in [
            day.to_string(),
            date::format_date(day),
            date::format_date_with_day(day),
            date::format_date_short(day),
            date::format_date_short(day).replace('-', "/"),
        ] {
            prop_assert_eq!(parse_date(&text), Some(day), "{}", text);
        }
    }

    #[test]
    fn different_numbers_have_different_words(a in any::<i64>(), b in any::<i64>(), near in 1_i64..2_000_000) {
        prop_assert!(a == b || terbilang(a) != terbilang(b));
        prop_assert_ne!(terbilang(a), terbilang(a.wrapping_add(near)));
        prop_assert_eq!(terbilang(a).split(' ').any(str::is_empty), false);
    }
}

/// What the fuzzer starts from, and what it ever found.
#[test]
fn every_reader_answers_its_corpus() {
    for (name, reader) in readers::READERS {
        for seed in seeds(name) {
            let start = Instant::now();
            reader(&seed);
            assert!(start.elapsed() < LONGEST, "{name}: {:?}", start.elapsed());
        }
    }
}

/// No two of the first hundred thousand numbers are said alike.
#[test]
fn words_are_injective() {
    let mut seen = BTreeMap::new();
    for n in -1_000..100_000 {
        if let Some(other) = seen.insert(terbilang(n), n) {
            panic!("{other} and {n}: {}", terbilang(n));
        }
    }
}

/// The days around the ends of months and the leap days.
#[test]
fn every_day_of_some_years_reads_back() {
    for year in [1900, 1999, 2000, 2023, 2024, 2100] {
        let mut day = date(year, 1, 1);
        while day.year() == year {
            assert_eq!(parse_date(&date::format_date_with_day(day)), Some(day));
            day = day.tomorrow().unwrap();
        }
    }
}
