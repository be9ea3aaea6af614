//! `naskah lembar-kerja`.

use std::path::Path;

use super::Exit;
use super::args::LembarKerjaArgs;
use super::report::Console;
use crate::pipeline::desk::WorksheetsWish;
use crate::pipeline::{Desk, Made, WorksheetMade};
use base::diag::{Lang, counted};

pub(super) fn run(args: LembarKerjaArgs, dir: &Path, console: &Console) -> Exit {
    // In the folder one stands in, worksheets are named without a dot before them.
    let out = args.out.unwrap_or_else(|| {
        let out = dir.join("lembar-kerja");
        out.strip_prefix(".").map(Path::to_path_buf).unwrap_or(out)
    });
    let wish = WorksheetsWish {
        periode: args.periode,
        opd: args.opd,
        out: Some(out.into()),
        force: args.force,
    };
    let answer = Desk::new(dir, console.lang).worksheets(wish);
    console.problems(&answer.problems);
    if let Some(report) = &answer.value {
        for one in &report.sheets {
            console.done(&line(one, console.lang));
        }
        let (n, folder) = (report.sheets.len(), &report.folder);
        if n > 0 {
            console.message(&match console.lang {
                Lang::Id => format!("{n} lembar kerja dalam folder {folder}"),
                Lang::En => format!("{} in folder {folder}", counted(n, "worksheet")),
            });
        }
    }
    answer.outcome.into()
}

fn line(one: &WorksheetMade, lang: Lang) -> String {
    let WorksheetMade { nama, layanan, butir, .. } = one;
    let state = match (one.outcome, lang) {
        (Made::New, Lang::Id) => "dibuat",
        (Made::New, Lang::En) => "made",
        (Made::Replaced, Lang::Id) => "menimpa yang lama",
        (Made::Replaced, Lang::En) => "replaced the old one",
        (Made::Kept, Lang::Id) => "sudah ada, tidak berubah",
        (Made::Kept, Lang::En) => "already there, unchanged",
    };
    match lang {
        Lang::Id => format!("{nama}: {layanan} layanan, {butir} butir mutu; {state}"),
        Lang::En => format!(
            "{nama}: {}, {}; {state}",
            counted(layanan, "service"),
            counted(butir, "mutu item")
        ),
    }
}
