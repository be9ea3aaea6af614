//! Damage that a whole file has from one cause, told once.

use std::collections::BTreeMap;

use crate::problem::SheetProblem;
use base::diag::{Both, Lang, Problems, first_names};
use base::source::{FileId, SourceMap, Span};

/// So many texts of one file with one kind of damage have it from one cause.
const MANY: usize = 4;

/// How many places a message tells.
const MOST_PLACES: usize = 10;

/// Tells damage of one kind once for a file, with where else it is.
pub(super) fn told_once(sources: &SourceMap, problems: &mut Problems) {
    let mut found: BTreeMap<(FileId, String), Vec<Span>> = BTreeMap::new();
    for one in problems.iter() {
        if let (Some(SheetProblem::DamagedText { what, .. }), Some(file)) =
            (one.problem.as_a(), one.span.file())
        {
            let kind = what.of(Lang::Id).to_owned();
            found.entry((file, kind)).or_default().push(one.span);
        }
    }
    found.retain(|_, spans| spans.len() >= MANY);
    problems.retain(|one| {
        let Some(file) = one.span.file() else { return true };
        let Some(SheetProblem::DamagedText { text, what, mended, .. }) =
            one.problem.as_a()
        else {
            return true;
        };
        let kind = what.of(Lang::Id).to_owned();
        let Some(spans) = found.get(&(file, kind)) else { return true };
        if spans.first() != Some(&one.span) {
            return false;
        }
        let told = SheetProblem::DamagedText {
            text: text.clone(),
            what: what.clone(),
            mended: mended.clone(),
            count: spans.len().to_string(),
            places: places(sources, spans),
        };
        let error = one.problem.severity() == base::diag::Severity::Error;
        let told = base::diag::AnyProblem::from(told);
        one.problem = if error { told.raised() } else { told };
        true
    });
}

/// "baris 2, 3, 5", "sel A2, B7".
fn places(sources: &SourceMap, spans: &[Span]) -> Both {
    let mut all: Vec<String> = Vec::new();
    for span in spans {
        let place = sources.place(*span);
        let cell = place.rsplit_once('!').map(|(_, cell)| cell.to_owned());
        let line = || place.rsplit_once(':').map(|(_, line)| line.to_owned());
        if let Some(place) = cell.or_else(line)
            && !all.contains(&place)
        {
            all.push(place);
        }
    }
    let names: Vec<&str> = all.iter().map(String::as_str).collect();
    let said = |lang| first_names(lang, &names, MOST_PLACES);
    let cells = spans.iter().any(|span| matches!(span, Span::Cell { .. }));
    let (id, en) = if cells { ("sel", "cells") } else { ("baris", "lines") };
    Both::new(format!("{id} {}", said(Lang::Id)), format!("{en} {}", said(Lang::En)))
}
