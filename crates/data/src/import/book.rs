//! A workbook to an [`Import`]: which sheets are the form, which are tables.

use crate::files::{Files, NamedFile};
use crate::problem::{ImportProblem, ReferenceProblem, SheetProblem};

use super::espm::{self, FormSheet, Titles};
use super::table::TableReader;
use super::{Import, ImportedLayanan, Skipped, arrange, matching, passed_over};
use crate::book;
use crate::book::grid::Grid;
use crate::quarter::{self, Clash, SaidQuarter};
use crate::workspace::{csv, files};
use base::diag::{AnyProblem, Both, Problems};
use base::source::{FileId, SourceMap, Span, cell_name};
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
struct OpenedSheet {
    nama: String,
    file: FileId,
    grid: Grid,
    title: Titles,
    forms: bool,
}

impl OpenedSheet {
    fn new(nama: String, file: FileId, grid: Grid, catalog: &Catalog) -> Self {
        let forms = espm::is_form(&grid);
        let title = if forms {
            espm::title(file, &grid, catalog)
        } else {
            let titles = arrange::head(&grid)
                .map(|head| quarter::titles(file, &grid, head))
                .unwrap_or_default();
            Titles::read(catalog, &titles)
        };
        Self { nama, file, grid, title, forms }
    }
}

/// Reads a workbook (`.xlsx`, `.ods`) or a `.csv`. `nama` is what messages call it. `None` when nothing of
/// it can be imported; with errors among the problems it should not be, either.
pub fn read(
    files: &dyn Files,
    nama: &NamedFile,
    context: &ImportContext<'_>,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Option<Import> {
    let berkas = Span::File(sources.add(nama, ""));
    let mut skipped = Vec::new();
    let sheet = open_file(files, nama, context, sources, &mut skipped)
        .map_err(|problem| problems.add(berkas, problem))
        .ok()?;
    let (forms, table): (Vec<OpenedSheet>, Vec<OpenedSheet>) =
        sheet.into_iter().partition(|l| l.forms);
    let read =
        if forms.is_empty() { main_tables(&table) } else { forms.iter().collect() };
    let periode = periode(&read, (nama, berkas), context, problems)?;
    let Some(periode) = periode else {
        problems.add(berkas, ImportProblem::NoPeriodKnown { name: nama.into() });
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
        problems.add(
            berkas,
            ImportProblem::NothingToImport { name: nama.into(), folder: false },
        );
        return None;
    }
    Some(Import { file: nama.into(), periode, layanan, skipped })
}

fn open_file(
    files: &dyn Files,
    nama: &NamedFile,
    context: &ImportContext<'_>,
    sources: &mut SourceMap,
    skipped: &mut Vec<Skipped>,
) -> Result<Vec<OpenedSheet>, AnyProblem> {
    if nama.ends_in(&["csv"]) {
        return open_csv(files, nama, context, sources);
    }
    let mut workbook = book::open(files, nama)?;
    for sheet in workbook.hidden() {
        skipped.push(Skipped {
            place: Span::File(sources.add(workbook.place(&sheet), "")),
            content: sheet,
            why: Both::new("lembar tersembunyi", "a hidden sheet"),
        });
    }
    let all = workbook.sheets();
    if all.is_empty() {
        return Err(SheetProblem::NoSheet { name: nama.into() }.into());
    }
    let mut opened = Vec::new();
    for sheet in all {
        let grid = workbook.grid(&sheet)?;
        if grid.cells.is_empty() {
            continue;
        }
        let file = sources.add(workbook.place(&sheet), "");
        let mut one = OpenedSheet::new(sheet, file, grid, context.catalog);
        let (by, place) = (one.nama.clone(), Span::File(file));
        let by =
            Both::new(format!("nama lembar `{by}`"), format!("the sheet name `{by}`"));
        one.title.said.extend(quarter::of_name(&one.nama, place, by));
        opened.push(one);
    }
    Ok(one_quarter(opened, context, skipped))
}

/// Of a book with a sheet for each quarter, those of the one that is imported.
fn one_quarter(
    opened: Vec<OpenedSheet>,
    context: &ImportContext<'_>,
    skipped: &mut Vec<Skipped>,
) -> Vec<OpenedSheet> {
    let Some(wanted) = context.periode.or(context.default) else { return opened };
    let named = |l: &OpenedSheet| quarter::of_name(&l.nama, Span::None, Both::same(""));
    let is_wanted = |l: &OpenedSheet| named(l).is_some_and(|s| !s.is_other_than(wanted));
    if !opened.iter().any(is_wanted) {
        return opened;
    }
    let other = |l: &OpenedSheet| named(l).is_some_and(|s| s.is_other_than(wanted));
    let (others, kept): (Vec<OpenedSheet>, Vec<OpenedSheet>) =
        opened.into_iter().partition(other);
    skipped.extend(others.into_iter().map(|l| Skipped {
        place: Span::File(l.file),
        content: l.nama,
        why: Both::new("lembar triwulan lain", "a sheet of another quarter"),
    }));
    kept
}

/// A CSV as a sheet, and beside it the one of its quality items, called like it and `-mutu`.
fn open_csv(
    files: &dyn Files,
    nama: &NamedFile,
    context: &ImportContext<'_>,
    sources: &mut SourceMap,
) -> Result<Vec<OpenedSheet>, AnyProblem> {
    let mut opened = Vec::new();
    let mutu = nama.beside(&format!("{}-mutu.csv", nama.stem()));
    for (sheet, name) in [("capaian", nama), ("mutu", &mutu)] {
        if sheet == "mutu" && !files.is_file(name) {
            continue;
        }
        let text = files::read_named(files, name).map_err(|unread| unread.problem)?;
        if let Some(problem) = csv::unfit(&text) {
            return Err(problem.into());
        }
        let grid = csv::sheet_of(&text);
        let file = sources.add(name, "");
        opened.push(OpenedSheet::new(sheet.to_owned(), file, grid, context.catalog));
    }
    Ok(opened)
}

/// The quarter: as asked, else as the titles and names of sheets say, else as the file's name,
/// else the workspace's. What is said twice must agree; `None` after a problem.
#[allow(clippy::option_option)]
fn periode(
    read: &[&OpenedSheet],
    (nama, berkas): (&NamedFile, Span),
    context: &ImportContext<'_>,
    problems: &mut Problems,
) -> Option<Option<Periode>> {
    let whole = |periode, by| SaidQuarter::whole(periode, Span::None, by);
    let asked = context.periode.map(|p| whole(p, Both::same("--periode")));
    let stem = nama.stem();
    let by =
        Both::new(format!("nama berkas `{stem}`"), format!("the file name `{stem}`"));
    let settings = Both::new("[periode] dalam naskah.toml", "[periode] in naskah.toml");
    // Who names the quarter means it, whatever the workspace is about.
    let default = context.default.filter(|_| asked.is_none());
    let mut all: Vec<SaidQuarter> = asked.into_iter().collect();
    all.extend(read.iter().flat_map(|sheet| sheet.title.said.iter().cloned()));
    all.extend(quarter::of_name(stem, berkas, by));
    all.extend(default.map(|p| whole(p, settings)));
    let used = all.iter().find_map(SaidQuarter::periode);
    let clashes = quarter::clashes(&all);
    let agreed = clashes.is_empty();
    for Clash { span, there, by, other: asked } in clashes {
        problems.add(span, ImportProblem::WrongPeriod { there, asked, by });
    }
    agreed.then_some(used)
}

fn read_forms(
    forms: &[OpenedSheet],
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
        add_new(&mut all, services, forms, problems);
    }
    all
}

fn is_called(sheet: &OpenedSheet, name: &str) -> bool {
    sheet.nama.trim().eq_ignore_ascii_case(name)
}

/// The sheet `capaian` or `layanan`, else all that name services and have figures of them, else
/// the first.
fn main_tables(table: &[OpenedSheet]) -> Vec<&OpenedSheet> {
    let other: Vec<&OpenedSheet> =
        table.iter().filter(|l| !is_called(l, "mutu")).collect();
    let named = other.iter().find(|l| is_called(l, "capaian") || is_called(l, "layanan"));
    let tables: Vec<&OpenedSheet> =
        other.iter().copied().filter(|l| arrange::is_table(&l.grid)).collect();
    match (named, tables.is_empty()) {
        (Some(named), _) => vec![*named],
        (None, false) => tables,
        (None, true) => other.first().map(|l| vec![*l]).unwrap_or_default(),
    }
}

/// The services of the tables, and the sheet `mutu` beside them.
fn read_tables(
    table: &[OpenedSheet],
    (nama, periode): (&NamedFile, Periode),
    context: &ImportContext<'_>,
    skipped: &mut Vec<Skipped>,
    problems: &mut Problems,
) -> Option<Vec<ImportedLayanan>> {
    let mutu = table.iter().find(|l| is_called(l, "mutu"));
    let main = main_tables(table);
    if main.is_empty() {
        problems.add(
            Span::None,
            ImportProblem::NothingToImport { name: nama.into(), folder: false },
        );
        return None;
    }
    let other = table.iter().filter(|l| !is_called(l, "mutu"));
    for l in other.filter(|l| !main.iter().any(|m| m.file == l.file)) {
        skipped.push(Skipped {
            place: Span::File(l.file),
            content: l.nama.clone(),
            why: Both::new("bukan lembar capaian atau mutu", "neither capaian nor mutu"),
        });
    }
    let mut all: Vec<ImportedLayanan> = Vec::new();
    for l in main {
        arrange::tell_units((l.file, &l.grid), problems);
        let settled = (periode, context.catalog, context.tingkat);
        let arranged = arrange::arrange((l.file, &l.grid), settled, skipped, problems)?;
        let mut reader = reader((context, periode), &l.grid, skipped, problems);
        let Some(services) = reader.layanan(l.file, &arranged) else {
            no_table(nama, l.file, problems);
            return None;
        };
        add_new(&mut all, services, table, problems);
    }
    if let Some(mutu) = mutu {
        let mut reader = reader((context, periode), &mutu.grid, skipped, problems);
        reader.mutu(mutu.file, &mutu.grid, &mut all);
    }
    let columns = columns_unknown(skipped);
    if !columns.is_empty() && !all.is_empty() && !all.iter().any(has_figures) {
        let file = table.first().map_or(Span::None, |l| Span::File(l.file));
        problems.add(file, ImportProblem::NoFigures { columns: columns.join(", ") });
        return None;
    }
    Some(all)
}

/// Whether anything but its OPD is said about a service.
fn has_figures(service: &ImportedLayanan) -> bool {
    !service.mutu.is_empty() || service.content.keys().any(|key| key != "opd")
}

/// The headings that were passed over because nobody knows them, with their cells.
fn columns_unknown(skipped: &[Skipped]) -> Vec<String> {
    let unknown = skipped.iter().filter(|s| s.why == passed_over::why(&s.content));
    let named = unknown.map(|s| match s.place {
        Span::Cell { row, column, .. } => {
            format!("`{}` ({})", s.content, cell_name(row, column))
        }
        _ => format!("`{}`", s.content),
    });
    named.collect()
}

fn reader<'a>(
    (context, periode): (&ImportContext<'a>, Periode),
    grid: &Grid,
    skipped: &'a mut Vec<Skipped>,
    problems: &'a mut Problems,
) -> TableReader<'a> {
    let ImportContext { catalog, tingkat, .. } = *context;
    let headings = arrange::headings(grid);
    TableReader { catalog, tingkat, periode, problems, skipped, headings }
}

/// Neither the form nor a table: which columns a table has is not the news.
fn no_table(name: &NamedFile, file: FileId, problems: &mut Problems) {
    let no_head = |p: &AnyProblem| p.is_a(|p| matches!(p, SheetProblem::NoHeader { .. }));
    if problems.iter().any(|d| no_head(&d.problem)) {
        problems.retain(|d| !no_head(&d.problem));
        let name = name.into();
        problems.add(
            Span::File(file),
            ImportProblem::NothingToImport { name, folder: false },
        );
    }
}

/// Adds the services of a sheet; one that another sheet told already is reported with the cell
/// where it stands there.
fn add_new(
    all: &mut Vec<ImportedLayanan>,
    services: Vec<ImportedLayanan>,
    sheets: &[OpenedSheet],
    problems: &mut Problems,
) {
    let place = |span: Span| {
        let sheet = sheets.iter().find(|sheet| span.file() == Some(sheet.file));
        let name = sheet.map_or("", |sheet| sheet.nama.as_str());
        match span {
            Span::Cell { row, column, .. } => {
                format!("{name}!{}", cell_name(row, column))
            }
            _ => name.to_owned(),
        }
    };
    for service in services {
        if let Some(there) = all.iter().find(|s| s.kode.value == service.kode.value) {
            let (kode, first) = (service.kode.value, place(there.kode.span));
            let problem = ReferenceProblem::DuplicateLayanan { kode, first };
            problems.add(service.kode.span, problem);
        } else {
            all.push(service);
        }
    }
}
