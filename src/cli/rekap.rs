//! `naskah rekap`: one workspace, or a folder of them.

use data::problem::AchievementProblem;
use std::path::{Path, PathBuf};

use super::Exit;
use super::args::{RekapArgs, RekapOutput};
use super::report::{Console, exit};
use crate::pipeline::{self, Comparison};
use crate::rekap_out::{self, Rincian, banding};
use base::diag::{AnyProblem, Lang, Problems, Span};
use base::source::SourceMap;
use field::domain::Periode;

pub(super) fn run(args: &RekapArgs, console: &Console) -> Exit {
    let asked = match args.periode.as_deref().map(str::parse::<Periode>) {
        Some(Err(())) => {
            let mut problems = Problems::default();
            let periode = args.periode.clone().unwrap_or_default();
            problems.add(Span::None, AchievementProblem::NoCapaian { periode });
            console.problems(&problems, &SourceMap::default());
            return exit(&problems);
        }
        Some(Ok(periode)) => Some(periode),
        None => None,
    };
    if args.gabungan || pipeline::holds_workspaces(&args.dir) {
        many(args, asked, console)
    } else {
        one(args, asked, console)
    }
}

fn one(args: &RekapArgs, asked: Option<Periode>, console: &Console) -> Exit {
    let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
    let figures = pipeline::figures(&args.dir, &mut sources, &mut problems);
    let telaah = figures.as_ref().and_then(|f| f.telaah(asked, &mut problems));
    let made = figures.zip(telaah).map(|(figures, (periode, telaah))| {
        let workspace = &figures.workspace;
        let reports = workspace.capaian.get(&periode).map_or(&[][..], Vec::as_slice);
        let isi = Rincian {
            telaah: &telaah,
            opd: &workspace.opd,
            laporan: reports.iter().map(|r| &r.value).collect(),
        };
        let bytes = match args.output {
            RekapOutput::Json => {
                Ok(format!("{:#}", rekap_out::json(&telaah)).into_bytes())
            }
            RekapOutput::Csv => Ok(rekap_out::csv(&telaah.rekap).into_bytes()),
            RekapOutput::Table => Ok(rekap_out::table(&telaah).into_bytes()),
            RekapOutput::Xlsx => rekap_out::xlsx(&isi),
        };
        let folder = args.dir.join(&workspace.settings.keluaran);
        (bytes, folder.join(format!("rekap-{periode}.xlsx")))
    });
    console.problems(&problems, &sources);
    if let Some((bytes, path)) = made {
        give(args, bytes, path, console, &mut problems);
    }
    exit(&problems)
}

fn many(args: &RekapArgs, asked: Option<Periode>, console: &Console) -> Exit {
    let compared = pipeline::compare(&args.dir, asked, console.lang);
    let mut problems = Problems::default();
    let nothing = SourceMap::default();
    let compared = match compared {
        Ok(compared) => compared,
        Err(problem) => {
            problems.add(Span::None, problem);
            console.problems(&problems, &nothing);
            return exit(&problems);
        }
    };
    problems.extend(compared.problems.clone());
    console.problems(&problems, &nothing);
    let bytes = match args.output {
        RekapOutput::Json => {
            let about = console.json(&problems, &nothing);
            Ok(format!("{:#}", banding::json(&compared, about)).into_bytes())
        }
        RekapOutput::Csv => Ok(banding::csv(&compared).into_bytes()),
        RekapOutput::Table => Ok(banding::table(&compared).into_bytes()),
        RekapOutput::Xlsx => banding::xlsx(&compared),
    };
    let name = compared.gabungan.periode.map_or_else(
        || "rekap-gabungan.xlsx".to_owned(),
        |p| format!("rekap-gabungan-{p}.xlsx"),
    );
    let path = args.dir.join("keluaran").join(name);
    give(args, bytes, path, console, &mut problems);
    summary(&compared, console);
    worst(&compared, &problems)
}

/// Writes the result to a file (a workbook always) and tells where, or prints it.
fn give(
    args: &RekapArgs,
    bytes: Result<Vec<u8>, AnyProblem>,
    path: PathBuf,
    console: &Console,
    problems: &mut Problems,
) {
    let file = match (&args.out, args.output) {
        (Some(out), _) => Some(out.clone()),
        (None, RekapOutput::Xlsx) => Some(path),
        (None, _) => None,
    };
    let written = bytes.and_then(|bytes| {
        if let Some(file) = &file {
            return crate::output::Target::from(std::path::PathBuf::new())
                .put(&file.to_string_lossy(), &bytes);
        }
        console.result(&String::from_utf8_lossy(&bytes));
        Ok(())
    });
    match (written, file) {
        (Ok(()), Some(file)) => told(console, &file),
        (Ok(()), None) => {}
        (Err(problem), _) => {
            let mut own = Problems::default();
            own.add(Span::None, problem);
            console.problems(&own, &SourceMap::default());
            problems.extend(own);
        }
    }
}

fn told(console: &Console, file: &Path) {
    let file = file.display();
    console.result(&match console.lang {
        Lang::Id => format!("Ditulis: {file}"),
        Lang::En => format!("Written: {file}"),
    });
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

/// A broken daerah is a problem of the input though the others were made; one without data
/// is none, unless there is nothing else.
fn worst(compared: &Comparison, problems: &Problems) -> Exit {
    let mut broken = compared.left_out.iter().filter(|l| !l.no_data).peekable();
    if broken.peek().is_some() {
        return if broken.all(|l| l.disk) { Exit::Disk } else { Exit::Input };
    }
    if compared.gabungan.daerah.is_empty() { Exit::Input } else { exit(problems) }
}
