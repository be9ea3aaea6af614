//! What was changed so that papers take no more pages than were asked for.

use std::collections::BTreeMap;

use super::refused::names;
use crate::pipeline::Fitting;
use crate::pipeline::desk::Fitted;
use base::diag::Lang;

/// One line for each change, with the papers of a template that share it.
pub(super) fn lines(lang: Lang, all: &[Fitted]) -> Vec<String> {
    let mut groups: BTreeMap<(&str, String), Vec<&str>> = BTreeMap::new();
    for Fitted { path, change } in all {
        let template = path.split('/').next().unwrap_or_default();
        groups.entry((template, words(lang, change))).or_default().push(path);
    }
    let line = |((_, change), papers): (&(&str, String), &Vec<&str>)| {
        format!("{}: {change}", names(lang, papers))
    };
    groups.iter().map(line).collect()
}

/// "spasi 1,15 → 1,05 agar muat satu halaman".
fn words(lang: Lang, change: &Fitting) -> String {
    let number = |n: f32| Fitting::printed(lang, n);
    let pair = |id: &str, en: &str, (from, to): (f32, f32), unit: &str| {
        let what = if lang == Lang::Id { id } else { en };
        format!("{what} {}{unit} → {}{unit}", number(from), number(to))
    };
    let spacing = change.spacing.map(|both| pair("spasi", "line spacing", both, ""));
    let gaps = change.gaps.map(|part| pair("jarak", "gaps", (100.0, part * 100.0), "%"));
    let size = change.size.map(|(a, b)| pair("huruf", "size", (a.0, b.0), " pt"));
    let done = spacing.into_iter().chain(gaps).chain(size).collect::<Vec<_>>().join(", ");
    match (lang, change.pages) {
        (Lang::Id, 1) => format!("{done} agar muat satu halaman"),
        (Lang::Id, n) => format!("{done} agar muat {n} halaman"),
        (Lang::En, 1) => format!("{done} to fit one page"),
        (Lang::En, n) => format!("{done} to fit {n} pages"),
    }
}
