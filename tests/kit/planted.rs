//! Mistakes planted in the files of a workspace, and what `check` tells of them.

use std::collections::BTreeMap;

use serde_json::Value;

use super::Desk;

/// A mistake: the file, what is right (or the cell), what is planted in its place, and the code
/// that tells it.
pub(crate) type Planted = (&'static str, &'static str, &'static str, &'static str);

/// A code, the file with its sheet, and the line or cell.
pub(crate) type Place = (String, String, String);

/// A text with the mistakes that belong into its file, and the place of each.
pub(crate) fn plant(
    (name, good): (&str, &str),
    planted: &[Planted],
) -> (String, Vec<(Planted, Place)>) {
    let mut text = good.to_owned();
    let own = || planted.iter().filter(|p| p.0 == name);
    for (_, right, wrong, _) in own() {
        assert_eq!(text.matches(right).count(), 1, "{name}: {right}");
        text = text.replace(right, wrong);
    }
    let place = |planted: &Planted| {
        let (_, right, wrong, code) = *planted;
        let start = text.find(wrong).unwrap();
        // What differs first is what is told.
        let same = right.bytes().zip(wrong.bytes()).take_while(|(a, b)| a == b).count();
        let end = start + same.min(wrong.len() - 1);
        let before = String::from_utf8_lossy(&text.as_bytes()[..end]);
        let skipped = wrong.starts_with('\n') && same == 0;
        let line = before.matches('\n').count() + 1 + usize::from(skipped);
        (*planted, (code.to_owned(), name.to_owned(), line.to_string()))
    };
    let places = own().map(place).collect();
    (text, places)
}

/// How often a run of `check` tells what.
pub(crate) fn told(desk: &Desk) -> BTreeMap<Place, usize> {
    let said: Value = desk.run(&["check", "--output", "json"]).json();
    let own = said["problems"].as_array().unwrap().iter();
    let papers = said["papers"].as_array().unwrap().iter();
    let of_papers = papers.flat_map(|p| p["problems"].as_array().unwrap());
    let mut all: BTreeMap<Place, usize> = BTreeMap::new();
    for problem in own.chain(of_papers) {
        let text = |key: &str| problem[key].as_str().unwrap_or_default().to_owned();
        let line = problem["line"].as_u64().map(|line| line.to_string());
        // The offices of these workspaces are few: some urusan is nobody's.
        if text("code") == "NSK0213" {
            continue;
        }
        let place = (text("code"), text("file"), line.unwrap_or_else(|| text("cell")));
        *all.entry(place).or_default() += 1;
    }
    all
}
