//! `naskah build`.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde_json::json;

use super::Exit;
use super::args::{BuildArgs, Format, Output};
use super::fitted;
use super::papers;
use super::report::{Console, exit};
use crate::pipeline::{self, BuildOptions, Refused, Report};
use base::diag::{Lang, Problems};
use base::source::SourceMap;

pub(super) fn run(args: &BuildArgs, console: &Console) -> Exit {
    let (dir, templates) = split(&args.names);
    let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
    let opened = pipeline::open(&dir, &mut sources, &mut problems);
    let mut report = Report::default();
    let mut out = args.out.clone().unwrap_or_default();
    if let Some(opened) = &opened {
        if args.out.is_none() {
            out = dir.join(&opened.workspace.settings.keluaran);
        }
        let options = BuildOptions {
            templates,
            opd: args.opd.clone(),
            pdf: args.format.contains(&Format::Pdf),
            docx: args.format.contains(&Format::Docx),
            out: out.clone().into(),
            jobs: args.jobs,
            force: args.force,
        };
        let progress = Progress::new(args.output);
        report = pipeline::build(opened, &options, &mut problems, &|path, total| {
            progress.tick(path, total);
        });
        progress.finish();
        if args.zip && !problems.has_errors() && report.refused.is_empty() {
            problems.extend(crate::output::zip(&options.out, &report.files));
        }
    }
    match args.output {
        Output::Text => {
            text(console, &report, &problems, &sources, &out, opened.is_some());
        }
        Output::Json => {
            console.result(&format!(
                "{:#}",
                value(console, &report, &problems, &sources, &out)
            ));
        }
    }
    for refused in report.refused {
        problems.extend(refused.problems);
    }
    exit(&problems)
}

/// The first name is the folder when there is one of that name (or it looks like a path, or
/// there is no workspace here that could have such a template); all others are templates.
pub(super) fn split(names: &[String]) -> (PathBuf, Vec<String>) {
    let is_folder = |name: &str| {
        Path::new(name).is_dir()
            || name.contains(['/', '\\'])
            || !Path::new("naskah.toml").is_file()
    };
    match names.split_first() {
        Some((first, rest)) if is_folder(first) => (PathBuf::from(first), rest.to_vec()),
        _ => (PathBuf::from("."), names.to_vec()),
    }
}

/// A bar on a terminal, a plain line every so often elsewhere; short runs stay silent.
struct Progress {
    bar: ProgressBar,
    done: AtomicUsize,
    plain: bool,
}

impl Progress {
    fn new(output: Output) -> Self {
        let terminal = std::io::stderr().is_terminal();
        let bar = ProgressBar::new(0);
        let shown = terminal && output == Output::Text;
        bar.set_draw_target(if shown {
            ProgressDrawTarget::stderr()
        } else {
            ProgressDrawTarget::hidden()
        });
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} {msg}") {
            bar.set_style(style);
        }
        let plain = !terminal && output == Output::Text;
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

fn text(
    console: &Console,
    report: &Report,
    problems: &Problems,
    sources: &SourceMap,
    out: &Path,
    opened: bool,
) {
    console.problems(problems, sources);
    let papers: Vec<&Refused> = report.refused.iter().chain(&report.warned).collect();
    papers::print(console, &papers, sources);
    for line in fitted::lines(console.lang, &report.fitted) {
        console.message(&line);
    }
    for (template, missing) in &report.passed_over {
        let needs = missing.join(", ");
        console.message(&match console.lang {
            Lang::Id => format!("{template}: dilewati, belum ada {needs}"),
            Lang::En => format!("{template}: passed over, there is no {needs}"),
        });
    }
    if !opened {
        console.message(console.say(
            "Tidak ada yang dibuat. Perbaiki galat di atas, lalu ulangi.",
            "Nothing was made. Mend the errors above, then try again.",
        ));
        return;
    }
    let (made, skipped, refused) = (report.made, report.skipped, report.refused.len());
    let folder = out.display();
    console.result(&match console.lang {
        Lang::Id => format!(
            "{made} naskah dibuat, {skipped} tidak berubah, {refused} ditolak; folder: {folder}"
        ),
        Lang::En => format!(
            "{made} papers made, {skipped} unchanged, {refused} refused; folder: {folder}"
        ),
    });
}

fn value(
    console: &Console,
    report: &Report,
    problems: &Problems,
    sources: &SourceMap,
    out: &Path,
) -> serde_json::Value {
    let papers = |list: &[Refused]| papers::json(console, list, sources);
    json!({
        "out": out.display().to_string(),
        "made": report.made,
        "skipped": report.skipped,
        "refused": papers(&report.refused),
        "warned": papers(&report.warned),
        "fitted": report.fitted.iter().map(fitted::json).collect::<Vec<_>>(),
        "passed_over": report.passed_over.iter().map(|(t, m)| json!({
            "template": t, "missing": m,
        })).collect::<Vec<_>>(),
        "problems": console.json(problems, sources),
        "files": report.files,
    })
}
