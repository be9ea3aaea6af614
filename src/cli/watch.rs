//! `naskah awasi`.

use std::path::Path;
use std::time::{Duration, Instant};

use super::Exit;
use super::args::WatchArgs;
use super::build::wish;
use super::report::Console;
use crate::pipeline::desk::{BuildReport, half_written};
use crate::pipeline::{Answer, Desk, FilePath};
use base::diag::{Lang, Severity, Told, counted, first_names};

/// Papers and files named in a line.
const NAMED: usize = 3;

/// So long a workbook may be unreadable because somebody is still writing it.
const PATIENCE: Duration = Duration::from_secs(3);

pub(super) fn run(args: WatchArgs, folder: Option<&Path>, console: &Console) -> Exit {
    let (dir, wish) = wish(args.papers, folder);
    let pause = Duration::from_millis(args.jeda);
    let is_workspace = Desk::is_workspace(&dir);
    let desk = Desk::new(dir, console.lang);
    let mut made = desk.inputs();
    let answer = desk.build(&wish, &|_, _| ());
    if answer.value.as_ref().is_none_or(|report| !report.opened) {
        // Somebody who watches mends it while it is watched; a folder that is none is told.
        console.problems(&answer.problems);
        if !is_workspace {
            return answer.outcome.into();
        }
    }
    console.result(&line(console, &[], &answer));
    let mut before = made.clone();
    let mut unreadable: Option<Instant> = None;
    loop {
        std::thread::sleep(pause);
        let now = desk.inputs();
        // Once more the same: whoever wrote it has come to an end.
        let settled = now == before;
        before = now;
        if !settled || before == made && unreadable.is_none() {
            continue;
        }
        let changed = before.changed_since(&made);
        let answer = desk.build(&wish, &|_, _| ());
        let half = half_written(&answer.problems);
        let since = *unreadable.get_or_insert_with(Instant::now);
        if half && since.elapsed() < PATIENCE {
            continue;
        }
        unreadable = None;
        made = before.clone();
        console.result(&line(console, &changed, &answer));
    }
}

/// What a change did, in one line.
fn line(console: &Console, changed: &[FilePath], answer: &Answer<BuildReport>) -> String {
    let lang = console.lang;
    let time = jiff::Zoned::now().strftime("%H.%M.%S").to_string();
    let names: Vec<&str> = changed.iter().map(FilePath::as_str).collect();
    let what = if names.is_empty() {
        lang.either("mulai", "start")
    } else {
        first_names(lang, &names, NAMED)
    };
    let said = match &answer.value {
        Some(report) if report.opened => made(report, lang),
        _ => lang.either("tidak ada yang dibuat", "nothing was made"),
    };
    let wrong =
        wrong(answer, lang).map_or_else(String::new, |wrong| format!("; {wrong}"));
    format!("{time} {what}: {said}{wrong}")
}

fn made(report: &BuildReport, lang: Lang) -> String {
    let (made, same) = (report.made, report.skipped);
    lang.either(
        format!("{made} naskah dibuat, {same} tetap"),
        format!("{} made, {same} unchanged", counted(made, "paper")),
    )
}

/// The first error, and how many there are.
fn wrong(answer: &Answer<BuildReport>, lang: Lang) -> Option<String> {
    let papers = answer.value.iter().flat_map(|report| &report.refused);
    let all = answer.problems.iter().chain(papers.flat_map(|paper| &paper.problems));
    let errors: Vec<&Told> = all.filter(|told| told.level == Severity::Error).collect();
    let first = errors.first()?;
    let place = first.place();
    let more = match errors.len() - 1 {
        0 => String::new(),
        n => lang.either(
            format!(", dan {n} galat lagi (naskah check menyebut semuanya)"),
            format!(", and {n} more (naskah check tells all)"),
        ),
    };
    Some(format!("{} {place}: {}{more}", first.code, first.message))
}
