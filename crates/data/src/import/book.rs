//! A workbook to an [`Import`]: which sheets are the form, which are tables.

use crate::files::Files;
use crate::problem::{ImportProblem, ReferenceProblem, SheetProblem};
use std::path::Path;

use super::espm::{self, FormSheet, Titles};
use super::table::TableReader;
use super::{Import, ImportedLayanan, Skipped, arrange, matching};
use crate::book;
use crate::book::grid::Grid;
use crate::workspace::{capaian_sheet, csv, files};
use base::diag::{AnyProblem, Both, Problems};
use base::source::{FileId, SourceMap, Span};
use field::domain::Periode;
use field::spm::{Catalog, Tingkat};

/// What is known before a file is opened.
#[derive(Debug, Clone, Copy)]
pub struct ImportContext<'a> {
    /// The national data.
    pub catalog: &'a Catalog,
    /// Which services the region owes.
    pub tingkat: Tingkat,
    /// The quarter asked for.
    pub periode: Option<Periode>,
    /// The quarter of the workspace, where neither the command nor the file tells one.
    pub default: Option<Periode>,
    /// The urusan of the OPD asked for, where it has one only.
    pub urusan: Option<&'a str>,
}

/// A sheet that was opened.
struct Opened {
    nama: String,
    file: FileId,
    grid: Grid,
    title: Titles,
    forms: bool,
}

/// Reads a workbook (`.xlsx`, `.ods`) or a `.csv`. `nama` is what messages call it. `None` when nothing of
/// it can be imported; with errors among the problems it should not be, either.
pub fn read(
    files: &dyn Files,
    nama: &str,
    context: &ImportContext<'_>,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Option<Import> {
    let berkas = Span::File(sources.add(nama, ""));
    let mut skipped = Vec::new();
    let sheet = open_file(files, nama, context, sources, &mut skipped)
        .map_err(|problem| problems.add(berkas, problem))
        .ok()?;
    let (forms, table): (Vec<Opened>, Vec<Opened>) =
        sheet.into_iter().partition(|l| l.forms);
    let stem = Path::new(nama).file_stem().and_then(|s| s.to_str()).unwrap_or_default();
    let from_name = capaian_sheet::periode(stem);
    let periode = periode(&forms, from_name, context, problems)?;
    let Some(periode) = periode else {
        problems.add(berkas, ImportProblem::NoPeriodKnown { name: nama.to_owned() });
        return None;
    };
    let layanan = if forms.is_empty() {
        read_tables(&table, (nama, periode), context, &mut skipped, problems)
    } else {
        for l in &table {
            skipped.push(Skipped {
                place: Span::File(l.file),
                content: l.nama.clone(),
                why: Both::new("lembar tanpa baris berkode", "a sheet without row codes"),
            });
        }
        Some(read_forms(&forms, periode, context, &mut skipped, problems))
    };
    let layanan = layanan?;
    if layanan.is_empty() && !problems.has_errors() {
        problems.add(berkas, ImportProblem::NothingToImport { name: nama.to_owned() });
        return None;
    }
    Some(Import { file: nama.to_owned(), periode, layanan, skipped })
}

fn open_file(
    files: &dyn Files,
    nama: &str,
    context: &ImportContext<'_>,
    sources: &mut SourceMap,
    skipped: &mut Vec<Skipped>,
) -> Result<Vec<Opened>, AnyProblem> {
    if files::has_ending(nama, "csv") {
        return open_csv(files, nama, context, sources);
    }
    let mut workbook = book::open(files, nama)?;
    for sheet in workbook.hidden() {
        skipped.push(Skipped {
            place: Span::File(sources.add(format!("{nama}!{sheet}"), "")),
            content: sheet,
            why: Both::new("lembar tersembunyi", "a hidden sheet"),
        });
    }
    let all = workbook.sheets();
    if all.is_empty() {
        return Err(SheetProblem::NoSheet { name: nama.to_owned() }.into());
    }
    let mut opened = Vec::new();
    for sheet in all {
        let grid = workbook.grid(nama, &sheet)?;
        if grid.cells.is_empty() {
            continue;
        }
        let file = sources.add(format!("{nama}!{sheet}"), "");
        let forms = espm::is_form(&grid);
        let title = if forms {
            espm::title(file, &grid, context.catalog)
        } else {
            Titles::default()
        };
        opened.push(Opened { nama: sheet, file, grid, title, forms });
    }
    Ok(opened)
}

/// A CSV as a sheet, and beside it the one of its quality items, called like it and `-mutu`.
fn open_csv(
    files: &dyn Files,
    nama: &str,
    context: &ImportContext<'_>,
    sources: &mut SourceMap,
) -> Result<Vec<Opened>, AnyProblem> {
    let mut opened = Vec::new();
    let stem = nama.rsplit_once('.').map_or(nama, |(stem, _)| stem);
    for (sheet, name) in
        [("capaian", nama.to_owned()), ("mutu", format!("{stem}-mutu.csv"))]
    {
        if sheet == "mutu" && !files.is_file(&name) {
            continue;
        }
        let text = files::read_text(files, &name).map_err(|unread| unread.problem)?;
        let grid = csv::sheet_of(&text);
        let file = sources.add(name, "");
        let forms = espm::is_form(&grid);
        let title = if forms {
            espm::title(file, &grid, context.catalog)
        } else {
            Titles::default()
        };
        opened.push(Opened { nama: sheet.to_owned(), file, grid, title, forms });
    }
    Ok(opened)
}

/// The quarter: as asked, else as the titles say, else as the file's name, else the workspace's.
/// What is told twice must agree; `None` after a problem.
#[allow(clippy::option_option)]
fn periode(
    forms: &[Opened],
    from_name: Option<Periode>,
    context: &ImportContext<'_>,
    problems: &mut Problems,
) -> Option<Option<Periode>> {
    let complete = forms.iter().find_map(|l| {
        let (tahun, triwulan) = (l.title.tahun.as_ref()?, l.title.triwulan.as_ref()?);
        Some(Periode { tahun: tahun.value, triwulan: triwulan.value })
    });
    let periode = context.periode.or(complete).or(from_name).or(context.default);
    let Some(used) = periode else { return Some(None) };
    let mut matching = true;
    for title in forms.iter().map(|l| &l.title) {
        let tahun = title.tahun.as_ref().filter(|t| t.value != used.tahun);
        let triwulan = title.triwulan.as_ref().filter(|t| t.value != used.triwulan);
        let (there, span) = match (tahun, triwulan) {
            (_, Some(t)) => (format!("triwulan {}", t.value), t.span),
            (Some(t), None) => (format!("tahun {}", t.value), t.span),
            (None, None) => continue,
        };
        problems.add(span, ImportProblem::WrongPeriod { there, asked: used.to_string() });
        matching = false;
    }
    if let (Some(other), Some(place)) = (from_name.filter(|p| *p != used), forms.first())
    {
        let (there, asked) = (other.to_string(), used.to_string());
        problems.add(Span::File(place.file), ImportProblem::WrongPeriod { there, asked });
        matching = false;
    }
    matching.then_some(periode)
}

fn read_forms(
    forms: &[Opened],
    periode: Periode,
    context: &ImportContext<'_>,
    skipped: &mut Vec<Skipped>,
    problems: &mut Problems,
) -> Vec<ImportedLayanan> {
    let mut all: Vec<ImportedLayanan> = Vec::new();
    for l in forms {
        let urusan = l
            .title
            .urusan
            .clone()
            .or_else(|| matching::urusan(context.catalog, &l.nama).map(str::to_owned))
            .or_else(|| context.urusan.map(str::to_owned));
        let sheet = FormSheet {
            file: l.file,
            grid: &l.grid,
            catalog: context.catalog,
            tingkat: context.tingkat,
            periode,
            urusan,
            problems,
            skipped,
        };
        let services = sheet.read();
        add_new(&mut all, services, &l.nama, problems);
    }
    all
}

/// The sheet `capaian` or `layanan`, else all that name services and have figures of them, else
/// the first; and the sheet `mutu`.
fn read_tables(
    table: &[Opened],
    (nama, periode): (&str, Periode),
    context: &ImportContext<'_>,
    skipped: &mut Vec<Skipped>,
    problems: &mut Problems,
) -> Option<Vec<ImportedLayanan>> {
    let called = |l: &&Opened, n: &str| l.nama.trim().eq_ignore_ascii_case(n);
    let mutu = table.iter().find(|l| called(l, "mutu"));
    let other: Vec<&Opened> = table.iter().filter(|l| !called(l, "mutu")).collect();
    let named = other.iter().find(|l| called(l, "capaian") || called(l, "layanan"));
    let tables: Vec<&Opened> =
        other.iter().copied().filter(|l| arrange::is_table(&l.grid)).collect();
    let main = match (named, tables.is_empty()) {
        (Some(named), _) => vec![*named],
        (None, false) => tables,
        (None, true) => other.first().map(|l| vec![*l]).unwrap_or_default(),
    };
    if main.is_empty() {
        problems
            .add(Span::None, ImportProblem::NothingToImport { name: nama.to_owned() });
        return None;
    }
    for l in other.iter().filter(|l| !main.iter().any(|m| m.file == l.file)) {
        skipped.push(Skipped {
            place: Span::File(l.file),
            content: l.nama.clone(),
            why: Both::new("bukan lembar capaian atau mutu", "neither capaian nor mutu"),
        });
    }
    let mut all: Vec<ImportedLayanan> = Vec::new();
    for l in main {
        let arranged = arrange::arrange((l.file, &l.grid), periode, skipped, problems)?;
        let mut reader = reader(context, skipped, problems);
        let Some(services) = reader.layanan(l.file, &arranged) else {
            no_table(nama, l.file, problems);
            return None;
        };
        add_new(&mut all, services, &l.nama, problems);
    }
    if let Some(mutu) = mutu {
        reader(context, skipped, problems).mutu(mutu.file, &mutu.grid, &mut all);
    }
    Some(all)
}

fn reader<'a>(
    context: &ImportContext<'a>,
    skipped: &'a mut Vec<Skipped>,
    problems: &'a mut Problems,
) -> TableReader<'a> {
    let ImportContext { catalog, tingkat, .. } = *context;
    TableReader { catalog, tingkat, problems, skipped }
}

/// Neither the form nor a table: which columns a table has is not the news.
fn no_table(name: &str, file: FileId, problems: &mut Problems) {
    let no_head = |p: &AnyProblem| p.is_a(|p| matches!(p, SheetProblem::NoHeader { .. }));
    if problems.iter().any(|d| no_head(&d.problem)) {
        problems.retain(|d| !no_head(&d.problem));
        let name = name.to_owned();
        problems.add(Span::File(file), ImportProblem::NothingToImport { name });
    }
}

/// Adds the services of a sheet; one that another sheet told already is reported.
fn add_new(
    all: &mut Vec<ImportedLayanan>,
    services: Vec<ImportedLayanan>,
    sheet: &str,
    problems: &mut Problems,
) {
    for service in services {
        if all.iter().any(|s| s.kode.value == service.kode.value) {
            let (kode, first) = (service.kode.value, sheet.to_owned());
            let problem = ReferenceProblem::DuplicateLayanan { kode, first };
            problems.add(service.kode.span, problem);
        } else {
            all.push(service);
        }
    }
}
