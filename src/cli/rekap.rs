//! `naskah rekap`: one workspace, or a folder of them.

use std::path::Path;

use super::Exit;
use super::args::{RekapArgs, RekapOutput};
use super::report::Console;
use crate::pipeline::desk::{Form, Index, IndexWish};
use crate::pipeline::{Comparison, Desk, Disk};
use base::diag::Lang;

pub(super) fn run(args: RekapArgs, dir: &Path, console: &Console) -> Exit {
    // A path that was typed is one from here, not from the workspace.
    let wish = IndexWish {
        periode: args.periode,
        gabungan: args.gabungan,
        form: match args.output {
            RekapOutput::Table => Form::Table,
            RekapOutput::Json => Form::Json,
            RekapOutput::Csv => Form::Csv,
            RekapOutput::Xlsx => Form::Xlsx,
        },
        to: args.out.as_deref().map(|file| {
            let (folder, file) = Disk::holding(file);
            (folder.into(), file)
        }),
    };
    let answer = Desk::new(dir, console.lang).index(&wish);
    console.problems(&answer.problems);
    if let Some(report) = answer.value {
        if let Some(text) = &report.text {
            console.result(text);
        }
        if let Some(file) = &report.written {
            console.done(&match console.lang {
                Lang::Id => format!("Ditulis: {file}"),
                Lang::En => format!("Written: {file}"),
            });
        }
        if let Index::Many(compared) = &report.index {
            summary(compared, console);
        }
    }
    answer.outcome.into()
}

/// How many daerah there are of each kind, to stderr: it is no part of the result.
fn summary(compared: &Comparison, console: &Console) {
    let rows = &compared.gabungan.daerah;
    let no_data = compared.left_out.iter().filter(|l| l.no_data).count();
    let broken = compared.left_out.len() - no_data;
    let warned = rows.iter().filter(|b| b.isi.peringatan > 0).count();
    let good = rows.len();
    console.message(&match console.lang {
        Lang::Id => format!(
            "{good} daerah berindeks, {no_data} tanpa data, {broken} bermasalah; {warned} dengan peringatan (lihat `naskah check`)"
        ),
        Lang::En => format!(
            "{good} daerah with an index, {no_data} without data, {broken} with errors; {warned} with warnings (see `naskah check`)"
        ),
    });
}
