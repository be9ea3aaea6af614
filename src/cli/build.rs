//! `naskah build`.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde_json::json;

use super::Exit;
use super::args::{BuildArgs, Format, Output};
use super::report::{Console, exit};
use crate::diag::{Lang, Problem, Problems};
use crate::pipeline::{self, BuildOptions, Refused, Report};
use crate::source::SourceMap;

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
            out: out.clone(),
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
fn split(names: &[String]) -> (PathBuf, Vec<String>) {
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
    papers(console, report, sources);
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

/// The problems of the papers. One mistake of a template is told once, with the names of all
/// papers that have it.
fn papers(console: &Console, report: &Report, sources: &SourceMap) {
    let mut told: Vec<(String, Problem)> = Vec::new();
    let all: Vec<&Refused> = report.refused.iter().chain(&report.warned).collect();
    for (at, paper) in all.iter().enumerate() {
        let template =
            |r: &Refused| r.path.split('/').next().unwrap_or_default().to_owned();
        let mut new = Problems::default();
        for diagnostic in paper.problems.sorted() {
            let key = (template(paper), diagnostic.problem.clone());
            if !told.contains(&key) {
                new.extend(diagnostic.into());
            }
        }
        let sources = with_text(sources, paper, console.lang);
        for diagnostic in new.sorted() {
            let others: Vec<&str> = all[at + 1..]
                .iter()
                .filter(|r| template(r) == template(paper))
                .filter(|r| r.problems.iter().any(|d| d.problem == diagnostic.problem))
                .map(|r| r.path.as_str())
                .collect();
            told.push((template(paper), diagnostic.problem.clone()));
            console.problem(&diagnostic, &sources, &also(console.lang, &others));
        }
    }
}

/// "= juga pada: a, b, c dan 27 lainnya"; nothing when there are no others.
fn also(lang: Lang, others: &[&str]) -> String {
    const SHOWN: usize = 3;
    if others.is_empty() {
        return String::new();
    }
    let mut names = others[..others.len().min(SHOWN)].join(", ");
    if others.len() > SHOWN {
        let more = others.len() - SHOWN;
        names = match lang {
            Lang::Id => format!("{names} dan {more} lainnya"),
            Lang::En => format!("{names} and {more} more"),
        };
    }
    match lang {
        Lang::Id => format!("  = juga pada: {names}"),
        Lang::En => format!("  = also in: {names}"),
    }
}

/// The sources with the filled template of one paper, for messages that point into it.
fn with_text(sources: &SourceMap, refused: &Refused, lang: Lang) -> SourceMap {
    let mut sources = sources.clone();
    let name = match lang {
        Lang::Id => format!("{} (hasil isian)", refused.path),
        Lang::En => format!("{} (filled in)", refused.path),
    };
    sources.add_rendered(name, refused.text.as_str());
    sources
}

fn value(
    console: &Console,
    report: &Report,
    problems: &Problems,
    sources: &SourceMap,
    out: &Path,
) -> serde_json::Value {
    let papers = |list: &[Refused]| -> Vec<serde_json::Value> {
        list.iter()
            .map(|r| {
                let problems =
                    console.json(&r.problems, &with_text(sources, r, console.lang));
                json!({ "path": r.path, "problems": problems })
            })
            .collect()
    };
    json!({
        "out": out.display().to_string(),
        "made": report.made,
        "skipped": report.skipped,
        "refused": papers(&report.refused),
        "warned": papers(&report.warned),
        "passed_over": report.passed_over.iter().map(|(t, m)| json!({
            "template": t, "missing": m,
        })).collect::<Vec<_>>(),
        "problems": console.json(problems, sources),
        "files": report.files,
    })
}
