//! `data/capaian/*.xlsx`, `.ods` and `.csv`: a row for each service, the mutu items beside.

use super::columns::ListColumns;
use super::csv;
use super::files;
use super::model::Workspace;
use super::reader::FolderReader;
use super::workbook::attach;
use crate::book::Book;
use crate::book::grid::{Grid, SheetCell};
use crate::fields;
use crate::files::FilePath;
use crate::head::{Search, normal};
use crate::node::Node;
use crate::problem::{FileProblem, SheetProblem};
use crate::quarter::{self, Clash, SaidQuarter};
use crate::tables::capaian;
use base::diag::Both;
use base::source::{FileId, Span, Spanned};
use field::domain::Periode;

/// A code with the name beside it.
type Called = (String, Spanned<String>);

/// Headings of columns that name a service beside its code.
const NAMES: [&str; 7] = [
    "layanan",
    "nama layanan",
    "jenis layanan",
    "jenis pelayanan",
    "jenis pelayanan dasar",
    "uraian",
    "uraian spm",
];

/// What a sheet calls the services whose codes it has; `place` tells where a cell is.
fn names(grid: &Grid, place: impl Fn((u32, u32)) -> Span) -> Vec<Called> {
    let columns = ListColumns::of("capaian");
    let Some(head) = Search::LIST.find(grid, &columns) else { return Vec::new() };
    let text = |row: u32, column: u32| match grid.cells.get(&(row, column)) {
        Some(SheetCell::Text(text)) => Some(text.trim()),
        _ => None,
    };
    let end = grid.cells.keys().next_back().map_or(0, |(row, _)| *row);
    let wide = grid.cells.keys().map(|(_, column)| *column).max().unwrap_or(0);
    let headed = |is: &dyn Fn(&str) -> bool| {
        (0..=wide).find(|column| {
            (head.first..=head.last)
                .any(|row| text(row, *column).is_some_and(|text| is(&normal(text))))
        })
    };
    let code = headed(&|head| ["kode", "kode layanan"].contains(&head));
    let name = headed(&|head| NAMES.contains(&head));
    let Some((code, name)) = code.zip(name) else { return Vec::new() };
    let rows = head.last + 1..=end;
    let pair = |row| {
        let (code, called) = (text(row, code)?, text(row, name)?);
        let called = Spanned::new(called.to_owned(), place((row, name)));
        Some((code.to_owned(), called))
    };
    rows.filter_map(pair).collect()
}

/// A line of a text.
fn line(file: FileId, text: &str, row: u32) -> Span {
    let mut start = 0;
    for (at, line) in (0..).zip(text.split_inclusive('\n')) {
        if at == row {
            return Span::text(file, start..start + line.trim_end().len());
        }
        start += line.len();
    }
    Span::File(file)
}

/// What ties a mutu item to its service.
const KODE: &[&str] = &["kode"];

/// What the second CSV of a quarter ends in.
const MUTU: &str = "-mutu";

impl FolderReader<'_> {
    /// Reads one file; the second CSV of a quarter is read with the first.
    pub(super) fn capaian_rows(&mut self, workspace: &mut Workspace, path: &FilePath) {
        let stem = path.stem();
        let base = stem.strip_suffix(MUTU).filter(|_| path.ends_in(&["csv"]));
        if let Some(base) = base {
            let name = path.beside(format!("{base}.csv"));
            if !self.folder.is_file(&name) {
                let place = self.file(path);
                self.problems.add(place, FileProblem::FileMissing { name: name.into() });
            }
            return;
        }
        let Some(periode) = periode(stem) else {
            let place = self.file(path);
            self.problems.add(place, SheetProblem::NoPeriodInName { name: path.into() });
            return;
        };
        let called = &mut workspace.called;
        let found = if path.is_book() {
            self.of_book(path, called)
        } else {
            self.of_csv(path, called)
        };
        let Some((mut rows, items)) = found else { return };
        let alone = |attach::Alone { value, near, count }| {
            SheetProblem::MutuWithoutService { kode: value, near, count }
        };
        let (by, into) = ((KODE, KODE), (&mut *rows, "mutu"));
        attach::inside(items, by, into, self.problems, alone);
        let services = fields::rows("capaian", &rows, self.problems, capaian::service);
        workspace.take(periode, services);
    }

    /// The sheet `mutu`, and the one called `capaian` or the first of the others.
    fn of_book(
        &mut self,
        path: &FilePath,
        called: &mut Vec<Called>,
    ) -> Option<(Vec<Node>, Vec<Node>)> {
        let mut book = self.book(path)?;
        let (mutu, others): (Vec<String>, Vec<String>) = book
            .sheets()
            .into_iter()
            .partition(|name| name.trim().eq_ignore_ascii_case("mutu"));
        let named = |name: &&String| {
            ["capaian", "layanan"].iter().any(|n| name.trim().eq_ignore_ascii_case(n))
        };
        if mutu.is_empty() {
            self.tell_hidden(&book, &["mutu"]);
        }
        if !others.iter().any(|name| named(&name)) {
            self.tell_hidden(&book, &["capaian", "layanan"]);
        }
        let Some(flat) = others.iter().find(named).or(others.first()) else {
            let place = self.file(path);
            self.problems.add(place, SheetProblem::NoSheet { name: path.into() });
            return None;
        };
        let read: Vec<&String> = mutu.iter().take(1).chain([flat]).collect();
        for sheet in &read {
            self.titles_agree(&mut book, path, sheet);
        }
        self.tell_same_columns(&mut book, &read);
        if let Ok(grid) = book.grid(flat) {
            let file = self.sources.add(book.place(flat), "");
            called.extend(names(&grid, |(row, column)| Span::Cell { file, row, column }));
        }
        let rows = self.sheet(&mut book, path, flat, ListColumns::of("capaian"));
        let items = match mutu.first() {
            Some(name) => self.sheet(&mut book, path, name, ListColumns::of("mutu"))?,
            None => Vec::new(),
        };
        Some((rows?, items))
    }

    /// What a sheet and the titles above its head say of the quarter, against the file's name.
    fn titles_agree(&mut self, book: &mut Book, path: &FilePath, sheet: &str) {
        let Ok(grid) = book.grid(sheet) else { return };
        let file = self.sources.add(book.place(sheet), "");
        let by = Both::new(format!("nama lembar `{sheet}`"), format!("sheet `{sheet}`"));
        let name = quarter::of_name(sheet, Span::File(file), by);
        let columns = ListColumns::of("capaian");
        let head = Search::LIST.find(&grid, &columns).map_or(0, |head| head.first);
        let titles = quarter::of_titles(&quarter::titles(file, &grid, head));
        self.agree(path, titles.into_iter().chain(name));
    }

    /// Holds what is said of the quarter against the name of its file.
    pub(super) fn agree(
        &mut self,
        path: &FilePath,
        said: impl IntoIterator<Item = SaidQuarter>,
    ) {
        let all: Vec<SaidQuarter> = said_by_name(path).into_iter().chain(said).collect();
        for Clash { span, there, by, other: named } in quarter::clashes(&all) {
            let problem = SheetProblem::NameAndContentApart { there, by, named };
            self.problems.add(span, problem);
        }
    }

    fn of_csv(
        &mut self,
        path: &FilePath,
        called: &mut Vec<Called>,
    ) -> Option<(Vec<Node>, Vec<Node>)> {
        if let Ok(text) = files::read_text(&*self.folder, path)
            && csv::too_much(&text).is_none()
        {
            let grid = csv::sheet_of(&text);
            let columns = ListColumns::of("capaian");
            let head = Search::LIST.find(&grid, &columns).map_or(0, |head| head.first);
            let file = self.sources.add(path, text.clone());
            let line = |(row, _): (u32, u32)| line(file, &text, row);
            called.extend(names(&grid, line));
            let titles = quarter::titles(file, &grid, head);
            self.agree(path, quarter::of_titles(&titles));
        }
        let rows = self.rows(path, "capaian")?;
        let second = path.beside(format!("{}{MUTU}.csv", path.stem()));
        let mut items = Vec::new();
        if self.folder.is_file(&second) {
            items = self.rows(&second, "mutu")?;
        }
        Some((rows, items))
    }
}

/// What the name of a file says of its quarter.
pub(super) fn said_by_name(path: &FilePath) -> Option<SaidQuarter> {
    let stem = path.stem();
    let by =
        Both::new(format!("nama berkas `{stem}`"), format!("the file name `{stem}`"));
    quarter::of_name(stem, Span::None, by)
}

/// `2024-tw4`, alone or before a hyphen.
fn periode(stem: &str) -> Option<Periode> {
    let lower = stem.to_lowercase();
    let (tahun, rest) = lower.split_once("-tw")?;
    let (triwulan, _) = rest.split_once('-').unwrap_or((rest, ""));
    let tahun = tahun.parse().ok().filter(|n| (2000..=2100).contains(n))?;
    let triwulan = triwulan.parse().ok().filter(|n| (1..=4).contains(n))?;
    Some(Periode { tahun, triwulan })
}
