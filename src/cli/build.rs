//! `naskah build`.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Exit;
use super::args::{BuildArgs, Format, Output, PapersArgs};
use super::fitted;
use super::folder::split;
use super::refused;
use super::report::Console;
use super::silenced;
use crate::pipeline::desk::{BuildReport, BuildWish, PaperReport, PassedOver, StaleFile};
use crate::pipeline::stale::ASIDE;
use crate::pipeline::{Answer, Desk};
use base::diag::{Lang, counted};

pub(super) fn run(args: BuildArgs, folder: Option<&Path>, console: &Console) -> Exit {
    let (dir, papers) = wish(args.papers, folder);
    let wish = BuildWish {
        jobs: args.jobs,
        force: args.force,
        clean: args.bersihkan,
        zip: args.zip,
        ..papers
    };
    let progress = Progress::new(args.output == Output::Text && !console.is_quiet());
    let answer = Desk::new(dir, console.lang)
        .build(&wish, &|path, total| progress.tick(path, total));
    progress.finish();
    match args.output {
        Output::Text => text(console, &answer),
        Output::Json => console.json_with(&answer.value, &answer.problems),
    }
    answer.outcome.into()
}

/// The workspace, and which of its papers are made.
pub(super) fn wish(papers: PapersArgs, folder: Option<&Path>) -> (PathBuf, BuildWish) {
    let (dir, templates) = split(folder, &papers.names, 0);
    let wish = BuildWish {
        templates,
        opd: papers.opd,
        pdf: papers.format.contains(&Format::Pdf),
        docx: papers.format.contains(&Format::Docx),
        out: papers.out.map(Into::into),
        ..BuildWish::default()
    };
    (dir, wish)
}

/// A bar on a terminal, a plain line every so often elsewhere; short runs stay silent.
struct Progress {
    bar: ProgressBar,
    done: AtomicUsize,
    plain: bool,
}

impl Progress {
    fn new(wanted: bool) -> Self {
        let terminal = std::io::stderr().is_terminal();
        let bar = ProgressBar::new(0);
        let shown = terminal && wanted;
        bar.set_draw_target(if shown {
            ProgressDrawTarget::stderr()
        } else {
            ProgressDrawTarget::hidden()
        });
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} {msg}") {
            bar.set_style(style);
        }
        let plain = !terminal && wanted;
        Self { bar, done: AtomicUsize::new(0), plain }
    }

    fn tick(&self, path: &str, total: usize) {
        self.bar.set_length(total as u64);
        self.bar.set_message(path.to_owned());
        self.bar.inc(1);
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if self.plain && total >= 100 && done.is_multiple_of(100) {
            use std::io::Write;
            let _ = writeln!(std::io::stderr().lock(), "{done}/{total}");
        }
    }

    fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

fn text(console: &Console, answer: &Answer<BuildReport>) {
    console.problems(&answer.problems);
    let Some(report) = &answer.value else { return };
    let papers: Vec<&PaperReport> = report.refused.iter().chain(&report.warned).collect();
    refused::print(console, &papers);
    silenced::print(console, &report.silenced);
    for line in fitted::lines(console.lang, &report.fitted) {
        console.message(&line);
    }
    for PassedOver { template, missing } in &report.passed_over {
        let needs = missing.join(", ");
        console.message(&match console.lang {
            Lang::Id => format!("{template}: dilewati, belum ada {needs}"),
            Lang::En => format!("{template}: passed over, there is no {needs}"),
        });
    }
    if !report.opened {
        console.message(console.say(
            "Tidak ada yang dibuat. Perbaiki galat di atas, lalu ulangi.",
            "Nothing was made. Mend the errors above, then try again.",
        ));
        return;
    }
    stale(console, &report.stale);
    let BuildReport { made, skipped, refused, no_room, out, .. } = report;
    let refused = refused.len();
    let left = match (no_room.len(), console.lang) {
        (0, _) => String::new(),
        (n, Lang::Id) => format!(", {n} belum dibuat"),
        (n, Lang::En) => format!(", {n} not made"),
    };
    console.done(&match console.lang {
        Lang::Id => format!(
            "{made} naskah dibuat, {skipped} tidak berubah, {refused} ditolak{left}; folder: {out}"
        ),
        Lang::En => format!(
            "{} made, {skipped} unchanged, {refused} refused{left}; folder: {out}",
            counted(made, "paper")
        ),
    });
}

/// What no longer belongs, and what became of it.
fn stale(console: &Console, all: &[StaleFile]) {
    let paths = |moved: bool| -> Vec<&str> {
        let some = all.iter().filter(|file| file.moved.is_some() == moved);
        some.map(|file| file.path.as_str()).collect()
    };
    let (moved, left) = (paths(true), paths(false));
    if !moved.is_empty() {
        let (n, names) = (moved.len(), refused::names(console.lang, &moved));
        console.message(&match console.lang {
            Lang::Id => format!("{n} berkas dipindahkan ke {ASIDE}: {names}"),
            Lang::En => {
                format!("{} moved to {ASIDE}: {names}", counted(n, "file"))
            }
        });
    }
    if !left.is_empty() {
        let (n, names) = (left.len(), refused::names(console.lang, &left));
        console.message(&match console.lang {
            Lang::Id => format!(
                "{n} berkas tidak lagi dibuat dari data ini: {names}; `naskah build --bersihkan` memindahkannya ke {ASIDE}"
            ),
            Lang::En => {
                let (are, them) = if n == 1 { ("is", "it") } else { ("are", "them") };
                format!(
                    "{} {are} no longer made from this data: {names}; `naskah build --bersihkan` moves {them} to {ASIDE}",
                    counted(n, "file")
                )
            }
        });
    }
}
