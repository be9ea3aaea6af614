//! `naskah beda`.

use serde_json::json;

use super::Exit;
use super::args::{BedaArgs, Output};
use super::build::split;
use super::report::{Console, exit};
use crate::output::Target;
use crate::pipeline::{self, Beda, Change, Changed, Since};
use base::diag::{Lang, Problems, Span};
use base::source::SourceMap;

/// Changes shown of one paper; JSON has them all.
const SHOWN: usize = 12;

/// Papers named before "dan 7 lainnya".
const NAMED: usize = 4;

pub(super) fn run(args: &BedaArgs, console: &Console) -> Exit {
    let (dir, templates) = split(&args.names);
    let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
    let opened = pipeline::open(&dir, &mut sources, &mut problems);
    let Some(opened) = opened else {
        console.problems(&problems, &sources);
        return exit(&problems);
    };
    let folder = dir.join(&opened.workspace.settings.keluaran);
    let out: Target = args.out.clone().unwrap_or(folder).into();
    if args.cetak {
        match pipeline::mark_printed(&out, &templates) {
            Ok(count) => console.result(&match console.lang {
                Lang::Id => format!("{count} naskah dicatat sebagai sudah dicetak."),
                Lang::En => format!("{count} papers marked as printed."),
            }),
            Err(problem) => problems.add(Span::None, problem),
        }
        console.problems(&problems, &sources);
        return exit(&problems);
    }
    let beda = pipeline::changes(&opened, &templates, &out, &mut problems);
    console.problems(&problems, &sources);
    if !problems.has_errors() {
        console.result(&match args.output {
            Output::Json => format!("{:#}", value(&beda)),
            Output::Text => text(&beda, console.lang),
        });
    }
    exit(&problems)
}

fn value(beda: &Beda) -> serde_json::Value {
    let papers = beda.papers.iter().map(|p| {
        let changes = p.changes.iter().map(|c| json!({ "lama": c.old, "baru": c.new }));
        json!({
            "path": p.path,
            "sejak": match p.since { Since::Printed => "cetak", Since::Made => "buat" },
            "perubahan": changes.collect::<Vec<_>>(),
        })
    });
    json!({
        "berubah": papers.collect::<Vec<_>>(),
        "baru": beda.new,
        "tidak_lagi_dibuat": beda.gone,
        "tetap": beda.same,
    })
}

fn text(beda: &Beda, lang: Lang) -> String {
    let mut out = String::new();
    for group in groups(&beda.papers) {
        let names: Vec<&str> = group.iter().map(|p| p.path.as_str()).collect();
        let first = group[0];
        let since = match (first.since, lang) {
            (Since::Printed, Lang::Id) => "sejak dicetak",
            (Since::Made, Lang::Id) => "sejak terakhir dibuat",
            (Since::Printed, Lang::En) => "since it was printed",
            (Since::Made, Lang::En) => "since it was last made",
        };
        push(&mut out, &format!("{} ({since})", some(&names, lang)));
        if first.changes.is_empty() {
            push(
                &mut out,
                match lang {
                    Lang::Id => {
                        "  isi tetap; tampilan berubah (profil, huruf, gambar, atau versi program)"
                    }
                    Lang::En => {
                        "  same text; looks changed (profile, fonts, pictures or program version)"
                    }
                },
            );
        }
        for change in first.changes.iter().take(SHOWN) {
            show(change, lang, &mut out);
        }
        if first.changes.len() > SHOWN {
            let more = first.changes.len() - SHOWN;
            push(
                &mut out,
                &match lang {
                    Lang::Id => {
                        format!("  dan {more} perubahan lain (lihat --output json)")
                    }
                    Lang::En => format!("  and {more} more changes (see --output json)"),
                },
            );
        }
        out.push('\n');
    }
    for (names, id, en) in [
        (&beda.new, "belum pernah dibuat", "never made"),
        (&beda.gone, "tidak lagi dibuat dari data ini", "no longer made from this data"),
    ] {
        if !names.is_empty() {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let what = if lang == Lang::Id { id } else { en };
            push(&mut out, &format!("{}: {what}\n", some(&names, lang)));
        }
    }
    let (changed, same) = (beda.papers.len(), beda.same);
    let sum = match lang {
        Lang::Id => format!("{changed} naskah berubah, {same} tetap"),
        Lang::En => format!("{changed} papers changed, {same} unchanged"),
    };
    out + &sum
}

/// Papers with the same changes, told together, in the order of the first.
fn groups(papers: &[Changed]) -> Vec<Vec<&Changed>> {
    let mut groups: Vec<Vec<&Changed>> = Vec::new();
    for paper in papers {
        let shown =
            |p: &Changed| p.changes.iter().map(Change::focused).collect::<Vec<_>>();
        let like = |g: &&mut Vec<&Changed>| {
            g[0].since == paper.since && shown(g[0]) == shown(paper)
        };
        match groups.iter_mut().find(like) {
            Some(group) => group.push(paper),
            None => groups.push(vec![paper]),
        }
    }
    groups
}

fn show(change: &Change, lang: Lang, out: &mut String) {
    let (before, now) = match lang {
        Lang::Id => ("lama", "baru"),
        Lang::En => ("old ", "new "),
    };
    let (old, new) = change.focused();
    for (mark, lines) in [(before, old), (now, new)] {
        for line in lines {
            push(out, &format!("  {mark}: {line}"));
        }
    }
}

fn some(names: &[&str], lang: Lang) -> String {
    let more = names.len().saturating_sub(NAMED);
    let listed = names[..names.len() - more].join(", ");
    match (more, lang) {
        (0, _) => listed,
        (_, Lang::Id) => format!("{listed} dan {more} lainnya"),
        (_, Lang::En) => format!("{listed} and {more} more"),
    }
}

fn push(out: &mut String, line: &str) {
    out.push_str(line);
    out.push('\n');
}
