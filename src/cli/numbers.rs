//! `naskah nomor ambil|daftar|batal|catat`.

use std::borrow::Cow;
use std::path::Path;
use std::time::Duration;

use serde_json::json;

use super::Exit;
use super::args::{AmbilArgs, CatatArgs, NomorCommand, NomorOutput, Output};
use super::folder::{self, split};
use super::report::Console;
use super::template::one;
use crate::pipeline::desk::{NumberGapReport, NumberList, NumberReport, NumberTaken};
use crate::pipeline::numbers::{NumberNote, NumbersRequest, OtherDate};
use crate::pipeline::{Answer, Desk};
use base::diag::Lang;

pub(super) fn run(
    command: NomorCommand,
    folder: Option<&Path>,
    console: &Console,
) -> Exit {
    let lang = console.lang;
    match command {
        NomorCommand::Ambil(args) => take(args, folder, console),
        NomorCommand::Daftar { dir, tahun, output } => {
            let answer = Desk::new(folder::of(folder.or(dir.as_deref())), lang)
                .list_numbers(tahun);
            print(console, answer, |list| match output {
                NomorOutput::Json => console.json(&list),
                NomorOutput::Csv => console.result(&list.csv()),
                NomorOutput::Table => console.result(&table(&list, lang)),
            })
        }
        NomorCommand::Batal { names, alasan, tahun, tunggu } => {
            let (dir, nomor) = one(folder, &names);
            let (desk, patience) = desk(&dir, tunggu, lang);
            let answer = desk.cancel_number((&nomor, tahun), &alasan, patience);
            print(console, answer, |number| {
                console.done(&match lang {
                    Lang::Id => format!("{} dibatalkan", number.nomor),
                    Lang::En => format!("{} is cancelled", number.nomor),
                });
            })
        }
        NomorCommand::Catat(args) => enter(args, folder, console),
    }
}

fn desk(dir: &Path, seconds: u64, lang: Lang) -> (Desk, Duration) {
    (Desk::new(dir, lang), Duration::from_secs(seconds))
}

/// The problems, then what was found or done.
fn print<T>(console: &Console, answer: Answer<T>, result: impl FnOnce(T)) -> Exit {
    console.problems(&answer.problems);
    if let Some(value) = answer.value {
        result(value);
    }
    answer.outcome.into()
}

fn enter(args: CatatArgs, folder: Option<&Path>, console: &Console) -> Exit {
    let (dir, nomor) = one(folder, &args.names);
    let note = NumberNote {
        nomor,
        urut: args.urut,
        tanggal: args.tanggal,
        deret: args.deret.unwrap_or_default(),
        untuk: args.untuk,
        naskah: args.template.zip(args.subjek),
    };
    let (desk, patience) = desk(&dir, args.tunggu, console.lang);
    print(console, desk.enter_number(note, patience), |number| {
        console.done(&match console.lang {
            Lang::Id => format!("{} dicatat", number.nomor),
            Lang::En => format!("{} is entered", number.nomor),
        });
    })
}

fn take(args: AmbilArgs, folder: Option<&Path>, console: &Console) -> Exit {
    let least = usize::from(!args.semua);
    let (dir, mut names) = split(folder, &args.names, least);
    if args.semua && !names.is_empty() {
        console.error(console.say(
            "galat: --semua mengambil nomor semua surat, jadi tidak dengan nama template",
            "error: --semua takes numbers for all letters, so not with names of templates",
        ));
        return Exit::Usage;
    }
    let template = if names.is_empty() { String::new() } else { names.remove(0) };
    if args.jumlah.is_some() && !names.is_empty() {
        console.error(console.say(
            "galat: --jumlah mengambil nomor tanpa naskah, jadi tidak dengan id",
            "error: --jumlah takes numbers without a paper, so not with ids",
        ));
        return Exit::Usage;
    }
    let wish = NumbersRequest {
        template,
        subjek: names,
        jumlah: args.jumlah,
        tanggal: args.tanggal,
        untuk: args.untuk,
        other_date: match (args.ganti_tanggal, args.surat_baru) {
            (true, _) => OtherDate::Replace,
            (_, true) => OtherDate::NewLetter,
            _ => OtherDate::Refuse,
        },
    };
    let (desk, patience) = desk(&dir, args.tunggu, console.lang);
    let answer = if args.semua {
        desk.take_all_numbers(&wish, patience)
    } else {
        desk.take_numbers(&wish, patience)
    };
    print(console, answer, |taken| match args.output {
        Output::Json => console.json(&json!({ "nomor": taken })),
        Output::Text => {
            let lines = taken.iter().map(|one| line(one, console.lang));
            console.result(&lines.collect::<Vec<_>>().join("\n"));
        }
    })
}

fn line(taken: &NumberTaken, lang: Lang) -> String {
    let subjek = taken.number.subjek.as_deref().unwrap_or("");
    let had = match (taken.baru, lang) {
        (true, _) => "",
        (false, Lang::Id) => "  (sudah ada)",
        (false, Lang::En) => "  (had it already)",
    };
    format!("{}  {subjek}{had}", taken.number.nomor).trim_end().to_owned()
}

/// Columns as wide as what is in them; a column that is empty everywhere is left out.
fn table(list: &NumberList, lang: Lang) -> String {
    const HEADS: [&str; 10] = NumberReport::HEADS;
    let rows: Vec<[Cow<'_, str>; 10]> =
        list.nomor.iter().map(NumberReport::cells).collect();
    let width = |text: &str| text.chars().count();
    let widths: Vec<usize> = (0..HEADS.len())
        .map(|at| rows.iter().map(|row| width(&row[at])).max().unwrap_or_default())
        .collect();
    let line = |row: &[Cow<'_, str>; 10]| {
        let shown = row.iter().zip(&widths).enumerate().filter(|(_, (_, w))| **w > 0);
        let parts: Vec<String> = shown
            .map(|(at, (text, w))| {
                let w = (*w).max(width(HEADS[at]));
                if at == 2 { format!("{text:>w$}") } else { format!("{text:<w$}") }
            })
            .collect();
        parts.join("  ").trim_end().to_owned()
    };
    if rows.is_empty() {
        return match lang {
            Lang::Id => "Belum ada nomor yang tercatat.".to_owned(),
            Lang::En => "No number is entered yet.".to_owned(),
        };
    }
    let mut lines = vec![line(&HEADS.map(Cow::from))];
    lines.extend(rows.iter().map(line));
    if !list.gaps.is_empty() {
        lines.push(String::new());
        lines.push(match lang {
            Lang::Id => "Nomor yang tidak ada dalam daftar:".to_owned(),
            Lang::En => "Numbers that are not in the register:".to_owned(),
        });
    }
    lines.extend(list.gaps.iter().map(gap));
    lines.join("\n")
}

fn gap(gap: &NumberGapReport) -> String {
    let NumberGapReport { tahun, deret, dari, sampai, cause } = gap;
    let which = match (dari == sampai, deret.as_str()) {
        (true, "") => format!("{dari} ({tahun})"),
        (false, "") => format!("{dari}–{sampai} ({tahun})"),
        (true, deret) => format!("{dari} ({tahun}, {deret})"),
        (false, deret) => format!("{dari}–{sampai} ({tahun}, {deret})"),
    };
    format!("  {which}: {cause}")
}
