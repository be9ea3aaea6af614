//! `naskah lembar-kerja`.

use std::path::Path;

use super::Exit;
use super::args::LembarKerjaArgs;
use super::report::{Console, exit};
use crate::pipeline::{self, Dibuat, Permintaan, Susunan};
use base::diag::{Lang, Problems};
use base::source::SourceMap;

pub(super) fn run(args: &LembarKerjaArgs, console: &Console) -> Exit {
    let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
    let opened = pipeline::open(&args.dir, &mut sources, &mut problems);
    let out = args.out.clone().unwrap_or_else(|| {
        let out = args.dir.join("lembar-kerja");
        out.strip_prefix(".").map(Path::to_path_buf).unwrap_or(out)
    });
    let permintaan = Permintaan {
        periode: args.periode,
        opd: args.opd.clone(),
        out: out.clone().into(),
        force: args.force,
    };
    let susunan = opened.map_or_else(Vec::new, |opened| {
        pipeline::lembar_kerja(&opened, &permintaan, &mut problems)
    });
    console.problems(&problems, &sources);
    for satu in &susunan {
        console.result(&line(satu, console.lang));
    }
    if !susunan.is_empty() {
        let (n, folder) = (susunan.len(), out.display());
        console.message(&match console.lang {
            Lang::Id => format!("{n} lembar kerja dalam folder {folder}"),
            Lang::En => format!("{n} worksheets in folder {folder}"),
        });
    }
    exit(&problems)
}

fn line(satu: &Susunan, lang: Lang) -> String {
    let Susunan { nama, layanan, butir, .. } = satu;
    let keadaan = match (satu.dibuat, lang) {
        (Dibuat::Baru, Lang::Id) => "dibuat",
        (Dibuat::Baru, Lang::En) => "made",
        (Dibuat::Menimpa, Lang::Id) => "menimpa yang lama",
        (Dibuat::Menimpa, Lang::En) => "replaced the old one",
        (Dibuat::Tetap, Lang::Id) => "sudah ada, tidak berubah",
        (Dibuat::Tetap, Lang::En) => "already there, unchanged",
    };
    match lang {
        Lang::Id => format!("{nama}: {layanan} layanan, {butir} butir mutu; {keadaan}"),
        Lang::En => format!("{nama}: {layanan} services, {butir} mutu items; {keadaan}"),
    }
}
