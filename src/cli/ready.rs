//! `naskah siap`.

use std::path::Path;

use super::Exit;
use super::args::{Output, ReadyArgs};
use super::report::Console;
use crate::pipeline::Desk;
use crate::pipeline::ready::{Light, ReadyPage};

pub(super) fn run(args: &ReadyArgs, dir: &Path, console: &Console) -> Exit {
    let today = args.tanggal.unwrap_or_else(|| jiff::Zoned::now().date());
    let desk = Desk::new(dir, console.lang);
    let out = args.out.clone().map(Into::into);
    let answer = desk.ready(today, out.as_ref(), args.pdf.as_deref());
    let exit: Exit = answer.outcome.into();
    let Some(report) = answer.value else {
        console.problems(&answer.problems);
        return exit;
    };
    match args.output {
        Output::Json => console.json_with(&report, &answer.problems),
        Output::Text => {
            console.problems(&answer.problems);
            console.result(&text(&report.page));
        }
    }
    let done = report.readiness.is_some_and(|found| found.light == Light::Green);
    match exit {
        Exit::Done if !done => Exit::Input,
        exit => exit,
    }
}

/// The page as text, its lights in words.
fn text(page: &ReadyPage) -> String {
    let widths = page.rows.iter().map(|row| row.light.1.chars().count());
    let width = widths.max().unwrap_or(0) + 2;
    let rows = page.rows.iter().map(|row| {
        let light = format!("[{}]", row.light.1);
        format!("{light:width$} {}: {}", row.what, row.said)
    });
    let mut lines = vec![page.title.clone(), String::new()];
    lines.extend(rows);
    for (title, items) in &page.lists {
        lines.extend([String::new(), title.clone()]);
        lines.extend(items.iter().map(|item| format!("  {item}")));
    }
    lines.join("\n")
}
