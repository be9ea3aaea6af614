//! `naskah beda`.

use std::path::Path;

use super::Exit;
use super::args::{BedaArgs, Output};
use super::folder::split;
use super::report::Console;
use crate::pipeline::desk::ChangesWish;
use crate::pipeline::{Changes, Desk, FilePath, PaperChange, Since};
use base::diag::{Lang, counted, first_names};

/// Changes shown of one paper; JSON has them all.
const SHOWN: usize = 12;

/// Papers named before "dan 7 lainnya".
const NAMED: usize = 4;

pub(super) fn run(args: BedaArgs, folder: Option<&Path>, console: &Console) -> Exit {
    let (dir, templates) = split(folder, &args.names, 0);
    let desk = Desk::new(dir, console.lang);
    let wish = ChangesWish { templates, out: args.out.map(Into::into) };
    if args.cetak {
        let answer = desk.mark_printed(&wish);
        if let Some(count) = answer.value {
            console.done(&match console.lang {
                Lang::Id => format!("{count} naskah dicatat sebagai sudah dicetak."),
                Lang::En => format!("{} marked as printed.", counted(count, "paper")),
            });
        }
        console.problems(&answer.problems);
        return answer.outcome.into();
    }
    let answer = desk.changes(&wish);
    console.problems(&answer.problems);
    if let Some(beda) = answer.value {
        match args.output {
            Output::Json => console.json(&beda),
            Output::Text => console.result(&text(&beda, console.lang)),
        }
    }
    answer.outcome.into()
}

fn text(beda: &Changes, lang: Lang) -> String {
    let mut out = String::new();
    for group in beda.alike() {
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
                        format!(
                            "  dan {more} perubahan lain (semuanya dengan naskah beda --output json)"
                        )
                    }
                    Lang::En => {
                        format!(
                            "  and {} (all of them with naskah beda --output json)",
                            counted(more, "more change")
                        )
                    }
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
            let names: Vec<&str> = names.iter().map(FilePath::as_str).collect();
            let what = if lang == Lang::Id { id } else { en };
            push(&mut out, &format!("{}: {what}\n", some(&names, lang)));
        }
    }
    let (changed, same) = (beda.papers.len(), beda.same);
    let sum = match lang {
        Lang::Id => format!("{changed} naskah berubah, {same} tetap"),
        Lang::En => {
            format!("{} changed, {same} unchanged", counted(changed, "paper"))
        }
    };
    out + &sum
}

fn show(change: &PaperChange, lang: Lang, out: &mut String) {
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
    first_names(lang, names, NAMED)
}

fn push(out: &mut String, line: &str) {
    out.push_str(line);
    out.push('\n');
}
