//! The workspace: finds, reads and types what the user wrote.
//!
//! [`load`] reads the whole folder once. Every problem is kept with its place; what could be
//! read is returned beside them, so that one run tells all that is wrong.

mod below;
pub mod book;
pub mod capaian_sheet;
mod columns;
mod container;
mod csv;
mod fields;
mod files;
mod indeks_lain;
pub mod node;
mod number_format;
mod ods;
pub(crate) mod people;
#[doc(hidden)]
pub mod probe;
mod register;
mod settings;
pub mod sheet;
mod surat;
mod toml;
mod toml_words;
mod totals;
mod twice;
mod typed_in;

use crate::problem::{FileProblem, SheetProblem};
use std::collections::{BTreeMap, BTreeSet};

use crate::files::{Files, Folder};
use base::diag::{Both, Problems, nearest};
use base::source::{FileId, SourceMap, Span, Spanned, cell_name};
use field::domain::{Hasil, Holiday, Opd, Pejabat, Periode, Rakor, Register, Surat};
use field::spm::temuan::ReportedIndex;
use field::spm::{IndeksLain, LayananCapaian};

use crate::tables::checks::{DayOff, LIBUR};
use crate::tables::people::{OPD, PEJABAT};
use crate::tables::{self as declared, capaian, hasil, rakor};
use columns::Columns;
pub use field::domain::StatusDokumen;
pub use fields::{Fields, rows};
pub(crate) use indeks_lain::within_hundred;
use node::{Node, Table, Value};
pub use settings::Settings;
pub(crate) use settings::verification;
pub(crate) use surat::pattern;
pub use surat::words as pattern_words;

/// Everything a run needs from the user's folder.
#[derive(Debug, Clone)]
pub struct Workspace {
    /// The folder it was read from.
    pub folder: Folder,
    /// `naskah.toml`.
    pub settings: Settings,
    /// Officials.
    pub pejabat: Vec<Pejabat>,
    /// OPDs.
    pub opd: Vec<Opd>,
    /// The meeting, if there is one.
    pub rakor: Option<Rakor>,
    /// What came of it, if it was held.
    pub hasil: Option<Hasil>,
    /// Decisions about letters.
    pub surat: Vec<Surat>,
    /// The register of letter numbers; `None` where none is kept.
    pub register: Option<Register>,
    /// Achievement by quarter.
    pub capaian: BTreeMap<Periode, Vec<Spanned<LayananCapaian>>>,
    /// Indices that came with the achievements, by quarter.
    pub dilaporkan: BTreeMap<Periode, Vec<Spanned<ReportedIndex>>>,
    /// The ids of OPDs as the achievements name them, with their places.
    pub reporters: Vec<Spanned<String>>,
    /// Indices of other ministries, each with the place of its urusan.
    pub indeks_lain: Vec<Spanned<IndeksLain>>,
    /// Days on which the office does not work.
    pub holidays: Vec<Holiday>,
    /// Free lists by name, each row a table.
    pub lists: BTreeMap<String, Vec<Node>>,
    /// The workspace's own files of templates, chapters and catalog by path with `/`.
    pub texts: BTreeMap<String, FileId>,
    /// Own faces.
    pub faces: Vec<OwnFace>,
}

/// A face of the workspace.
#[derive(Debug, Clone)]
pub struct OwnFace {
    /// The family's name.
    pub family: String,
    /// The file.
    pub bytes: Vec<u8>,
    /// Which file it is.
    pub span: Span,
}

/// How much of a folder is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scope {
    /// All.
    Papers,
    /// What figures come from: no templates, chapters or faces.
    Figures,
}

/// Reads the workspace in a folder. `None` only when there is none.
pub fn load(
    folder: impl Into<Folder>,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Option<Workspace> {
    load_scope(folder.into(), Scope::Papers, sources, problems)
}

/// Reads of the workspace in a folder what figures come from: settings, data and catalog, but
/// no templates, chapters and faces. `None` only when there is none.
pub fn load_figures(
    folder: impl Into<Folder>,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Option<Workspace> {
    load_scope(folder.into(), Scope::Figures, sources, problems)
}

fn load_scope(
    folder: Folder,
    scope: Scope,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Option<Workspace> {
    if !folder.is_file("naskah.toml") {
        problems.add(Span::None, no_workspace(&folder));
        return None;
    }
    let mut found = Problems::default();
    let mut reader = Reader { folder, sources, problems: &mut found };
    let workspace = reader.workspace(scope);
    forget_followups(&mut found);
    people::told_once(&mut found);
    problems.extend(found);
    workspace
}

/// What is said of a folder that is no workspace: another was meant, or a new one is wanted.
fn no_workspace(folder: &Folder) -> FileProblem {
    let dir = folder.shown("");
    let around = folder.around("naskah.toml");
    if around.missing {
        let near = nearest(&dir, around.near.iter().map(String::as_str));
        return FileProblem::FolderMissing { dir, near: near.unwrap_or_default() };
    }
    let disguised = folder.is_file("naskah.toml.txt");
    let inside = around.near.join(", ");
    let above = around.above.unwrap_or_default();
    FileProblem::NotAWorkspace { dir, above, inside, disguised }
}

/// Behind a syntax error keys get lost; that they are missing or stand in the wrong table is
/// then no news.
fn forget_followups(problems: &mut Problems) {
    let broken: BTreeSet<FileId> = problems
        .iter()
        .filter(|d| d.problem.is_a(|p| matches!(p, FileProblem::TomlSyntax { .. })))
        .filter_map(|d| d.span.file())
        .collect();
    problems.retain(|d| {
        let follows = d.problem.is_a(|p| {
            matches!(p, FileProblem::MissingKey { .. } | FileProblem::UnknownKey { .. })
        });
        !(follows && d.span.file().is_some_and(|file| broken.contains(&file)))
    });
}

impl Workspace {
    /// Makes errors of what a draft may have and a final paper not: one final paper is enough.
    pub fn refuse_in_final(&self, problems: &mut Problems) {
        let letters = self.surat.iter().filter_map(|surat| surat.status);
        let last = |status| status == StatusDokumen::Final;
        if letters.chain([self.settings.status]).any(last) {
            let damaged =
                |p: &SheetProblem| matches!(p, SheetProblem::DamagedText { .. });
            problems.raise(|found| found.problem.is_a(damaged));
        }
    }

    /// How final the papers of a template are.
    pub fn status(&self, template: &str) -> StatusDokumen {
        let letter = self.surat.iter().find(|s| s.template.value == template);
        letter.and_then(|surat| surat.status).unwrap_or(self.settings.status)
    }

    /// The day of papers that no letter dates: the rakor's, else the last of the quarter.
    pub fn tanggal(&self) -> Option<jiff::civil::Date> {
        let quarter = || self.settings.periode.and_then(Periode::last_day);
        self.rakor.as_ref().map(|r| r.tanggal).or_else(quarter)
    }
}

impl Workspace {
    /// Takes in the services of a quarter.
    fn take(&mut self, periode: Periode, services: Vec<capaian::Service>) {
        for capaian::Service { value, kode, opd } in services {
            self.reporters.push(Spanned::new(value.opd.clone(), opd));
            let row = Spanned::new(value, kode);
            self.capaian.entry(periode).or_default().push(row);
        }
    }
}

/// A file that is one table.
fn whole<T: Default>(
    name: &str,
    span: Span,
    table: &Table,
    problems: &mut Problems,
    declared: &declared::Table<T>,
) -> T {
    let mut fields = Fields::new(name, span, table, problems);
    let value = declared.read(&mut fields);
    fields.finish();
    value
}

/// Texts without their places.
pub(crate) fn values(texts: Vec<Spanned<String>>) -> Vec<String> {
    texts.into_iter().map(|text| text.value).collect()
}

struct Reader<'a> {
    folder: Folder,
    sources: &'a mut SourceMap,
    problems: &'a mut Problems,
}

impl Reader<'_> {
    fn workspace(&mut self, scope: Scope) -> Option<Workspace> {
        let (span, table) = self.toml("naskah.toml")?;
        let settings = settings::read(span, &table, self.problems);
        let mut workspace = Workspace {
            folder: self.folder.clone(),
            settings,
            pejabat: Vec::new(),
            opd: Vec::new(),
            rakor: None,
            hasil: None,
            surat: Vec::new(),
            register: None,
            capaian: BTreeMap::new(),
            dilaporkan: BTreeMap::new(),
            reporters: Vec::new(),
            indeks_lain: Vec::new(),
            holidays: Vec::new(),
            lists: BTreeMap::new(),
            texts: BTreeMap::new(),
            faces: Vec::new(),
        };
        self.data(&mut workspace);
        self.capaian(&mut workspace);
        match scope {
            Scope::Papers => {
                self.texts(&mut workspace, &["templates", "panduan", "catalog"]);
                workspace.faces = self.faces();
            }
            Scope::Figures => self.texts(&mut workspace, &["catalog"]),
        }
        Some(workspace)
    }

    /// A text file of the workspace, registered for messages.
    fn text(&mut self, name: &str) -> Option<FileId> {
        match files::read_text(&*self.folder, name) {
            Ok(text) => Some(self.sources.add(name, text)),
            Err(unread) => {
                let place = match unread.shown {
                    Some((text, range)) => {
                        Span::text(self.sources.add(name, text), range)
                    }
                    None => self.file(name),
                };
                self.problems.add(place, unread.problem);
                None
            }
        }
    }

    /// A file as a place, for what is not about its text.
    fn file(&mut self, name: &str) -> Span {
        Span::File(self.sources.add(name, ""))
    }

    fn toml(&mut self, name: &str) -> Option<(Span, Table)> {
        let file = self.text(name)?;
        let text = self.sources.get(file)?.text.clone();
        Some((Span::File(file), toml::parse(file, &text, self.problems)))
    }

    /// The rows of a list file: `[[name]]` in TOML, all rows of a CSV or a sheet.
    fn rows(&mut self, path: &str, name: &str) -> Option<Vec<Node>> {
        if files::has_ending(path, "csv") {
            let file = self.text(path)?;
            let text = self.sources.get(file)?.text.clone();
            return Some(csv::parse(file, &text, Columns::of(name), self.problems));
        }
        if sheet::is_book(path) {
            return self.sheet_rows(path, name);
        }
        let (span, table) = self.toml(path)?;
        let mut rows = None;
        for (key, node) in table {
            match node.value {
                Value::List(items) if key.value == name => rows = Some(items),
                _ => self.problems.add(
                    key.span,
                    FileProblem::UnknownKey {
                        near: format!("[[{name}]]"),
                        key: key.value,
                        table: path.to_owned(),
                    },
                ),
            }
        }
        if rows.is_none() {
            let (key, table) = (format!("[[{name}]]"), path.to_owned());
            self.problems.add(span, FileProblem::MissingKey { key, table });
        }
        rows
    }

    fn data(&mut self, workspace: &mut Workspace) {
        let paths = files::list(&*self.folder, "data", self.problems);
        for path in self.each_once(paths) {
            let stem = files::stem(&path).to_owned();
            let toml = files::has_ending(&path, "toml");
            match stem.as_str() {
                "rakor" if toml => {
                    if let Some((span, table)) = self.toml(&path) {
                        let name = "data/rakor.toml";
                        let parts =
                            whole(name, span, &table, self.problems, &rakor::FILE);
                        let written = node::written(span, &table);
                        workspace.rakor =
                            parts.whole().map(|rakor| Rakor { written, ..rakor });
                    }
                }
                "surat" if toml => {
                    if let Some((_, table)) = self.toml(&path) {
                        workspace.surat = surat::read(&table, self.problems);
                    }
                }
                "nomor" if toml => {
                    if let Some((span, table)) = self.toml(&path) {
                        let place = |at| place(at, self.sources);
                        let register = register::read(span, &table, place, self.problems);
                        workspace.register = Some(register);
                    }
                }
                "hasil" if toml => {
                    if let Some((span, table)) = self.toml(&path) {
                        let name = "data/hasil.toml";
                        let hasil =
                            whole(name, span, &table, self.problems, &hasil::HASIL);
                        let written = node::written(span, &table);
                        workspace.hasil = Some(Hasil { written, ..hasil });
                    }
                }
                "rakor" | "surat" | "hasil" | "nomor" if sheet::is_book(&path) => {
                    self.unread(path);
                }
                _ if is_list(&path) => {
                    if let Some(rows) = self.rows(&path, &stem) {
                        self.list(workspace, &stem, rows);
                    }
                }
                _ => self.unread(path),
            }
        }
        // People may stand in lists of their own, whatever order files are read in.
        self.people(workspace, &rakor::NARASUMBER, |rakor| &mut rakor.narasumber);
        self.people(workspace, &rakor::PESERTA, |rakor| &mut rakor.peserta);
        self.people(workspace, &rakor::PANITIA, |rakor| &mut rakor.panitia);
        self.people(workspace, &rakor::UNDANGAN, |rakor| &mut rakor.undangan);
        self.unique(workspace);
    }

    /// Adds the rows of a list of its own to those of the rakor.
    fn people<T: Default>(
        &mut self,
        workspace: &mut Workspace,
        table: &declared::Table<T>,
        of: impl FnOnce(&mut Rakor) -> &mut Vec<T>,
    ) {
        let name = table.name();
        let Some(rows) = workspace.lists.remove(name) else { return };
        let people = fields::rows(name, &rows, self.problems, |f| table.read(f));
        if let Some(rakor) = &mut workspace.rakor {
            of(rakor).extend(people);
        }
    }

    /// Without a second file of one list, which is a problem whatever it holds.
    fn each_once(&mut self, paths: Vec<String>) -> Vec<String> {
        let mut kept: Vec<String> = Vec::new();
        for path in paths {
            let same = |other: &&String| {
                is_list(&path)
                    && is_list(other)
                    && files::stem(other) == files::stem(&path)
            };
            if let Some(other) = kept.iter().find(same).cloned() {
                let place = self.file(&path);
                self.problems.add(place, SheetProblem::SameList { name: path, other });
            } else {
                kept.push(path);
            }
        }
        kept
    }

    fn unread(&mut self, path: String) {
        let place = self.file(&path);
        self.problems.add(place, FileProblem::UnreadFile { name: path });
    }

    fn list(&mut self, workspace: &mut Workspace, name: &str, rows: Vec<Node>) {
        match name {
            "pejabat" => {
                workspace.pejabat =
                    fields::rows(name, &rows, self.problems, |f| PEJABAT.read(f));
            }
            "opd" => {
                workspace.opd = fields::rows(name, &rows, self.problems, |f| OPD.read(f));
            }
            "indeks-lain" => {
                workspace.indeks_lain = indeks_lain::read(&rows, self.problems);
            }
            "libur" => {
                let days = fields::rows(name, &rows, self.problems, |f| LIBUR.read(f));
                workspace.holidays = days.into_iter().filter_map(DayOff::whole).collect();
            }
            _ => {
                workspace.lists.insert(name.to_owned(), rows);
            }
        }
    }

    fn unique(&mut self, workspace: &Workspace) {
        let sources = &*self.sources;
        let place = |span: Span| place(span, sources);
        people::masa(&workspace.pejabat, place, self.problems);
        people::unique(
            ("OPD", "OPD"),
            workspace.opd.iter().map(|o| &o.id),
            place,
            self.problems,
        );
        if let Some(rakor) = &workspace.rakor {
            let invited = rakor.undangan.iter().map(|u| &u.id);
            people::unique(("undangan", "invitation"), invited, place, self.problems);
            let sessions = rakor.sesi.iter().map(|s| &s.id);
            people::unique(("sesi", "session"), sessions, place, self.problems);
            let speakers = rakor.narasumber.iter().filter_map(|n| n.id.as_ref());
            people::unique(("narasumber", "speaker"), speakers, place, self.problems);
        }
    }

    fn capaian(&mut self, workspace: &mut Workspace) {
        let paths = files::list(&*self.folder, "data/capaian", self.problems);
        for path in self.each_once(paths) {
            if !is_list(&path) {
                self.unread(path);
                continue;
            }
            if !files::has_ending(&path, "toml") {
                self.capaian_rows(workspace, &path);
                continue;
            }
            let Some((span, table)) = self.toml(&path) else { continue };
            let file = whole(&path, span, &table, self.problems, &capaian::FILE);
            let Some(periode) = file.periode() else { continue };
            let of_period = workspace.dilaporkan.entry(periode).or_default();
            of_period.extend(file.dilaporkan);
            workspace.take(periode, file.layanan);
        }
        for services in workspace.capaian.values_mut() {
            twice::settle(services, self.sources, self.problems);
        }
    }

    fn texts(&mut self, workspace: &mut Workspace, folders: &[&str]) {
        for folder in folders {
            for path in files::tree(&*self.folder, folder, self.problems) {
                let wanted = ["toml", "md"].iter().any(|e| files::has_ending(&path, e));
                if let (true, Some(file)) =
                    (wanted, wanted.then(|| self.text(&path)).flatten())
                {
                    if files::has_ending(&path, "md") {
                        let text = self.sources.get(file).map(|s| s.text.clone());
                        typed_in::lines(&text.unwrap_or_default(), file, self.problems);
                    }
                    workspace.texts.insert(path, file);
                }
            }
        }
    }

    fn faces(&mut self) -> Vec<OwnFace> {
        let mut faces = Vec::new();
        for path in files::list(&*self.folder, "aset/huruf", self.problems) {
            if !["ttf", "otf"].iter().any(|e| files::has_ending(&path, e)) {
                continue;
            }
            let span = self.file(&path);
            match self.folder.read(&path) {
                Ok(bytes) => {
                    // "Gelasio-Bold.ttf" is a style of the family "Gelasio".
                    let family = files::stem(&path).split('-').next().unwrap_or_default();
                    faces.push(OwnFace { family: family.to_owned(), bytes, span });
                }
                Err(error) => self.problems.add(
                    span,
                    FileProblem::CannotRead { name: path, why: Both::io(&error) },
                ),
            }
        }
        faces
    }
}

/// Whether a file may hold a list.
fn is_list(path: &str) -> bool {
    sheet::is_book(path) || ["toml", "csv"].iter().any(|e| files::has_ending(path, e))
}

/// `file:line` or `file!sheet!cell` of a place, for messages that name a second place.
pub fn place(span: Span, sources: &SourceMap) -> String {
    match span {
        Span::Text { file, start, .. } => {
            let line = sources.line_column(file, start).map_or(1, |(line, _)| line);
            let name = sources.get(file).map_or("", |s| s.name.as_str());
            format!("{name}:{line}")
        }
        Span::File(file) => {
            sources.get(file).map_or_else(String::new, |s| s.name.clone())
        }
        Span::Cell { file, row, column } => {
            let name = sources.get(file).map_or("", |s| s.name.as_str());
            format!("{name}!{}", cell_name(row, column))
        }
        Span::None => String::new(),
    }
}

/// Reads one TOML text that is not of the workspace's data (a template.toml) with [`Fields`].
pub fn with_fields<T>(
    name: &str,
    file: FileId,
    text: &str,
    problems: &mut Problems,
    read: impl FnOnce(&mut Fields<'_>) -> T,
) -> T {
    let mut found = Problems::default();
    let table = toml::parse(file, text, &mut found);
    let mut fields = Fields::new(name, Span::File(file), &table, &mut found);
    let value = read(&mut fields);
    fields.finish();
    forget_followups(&mut found);
    problems.extend(found);
    value
}

/// Where the register of letter numbers is kept, below the workspace.
pub const REGISTER: &str = "data/nomor.toml";

/// Reads the text of a register of letter numbers.
pub fn read_register(
    text: &str,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Register {
    let file = sources.add(REGISTER, text);
    let mut found = Problems::default();
    let table = toml::parse(file, text, &mut found);
    let place = |at| place(at, sources);
    let register = register::read(Span::File(file), &table, place, &mut found);
    forget_followups(&mut found);
    problems.extend(found);
    register
}

/// Reads the text of one `data/capaian/*.toml` that is about to be written, so that nothing is
/// written that could not be read again.
pub fn capaian_text(
    name: &str,
    text: &str,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Option<(Periode, Vec<LayananCapaian>)> {
    let file = sources.add(name, text);
    let table = toml::parse(file, text.trim_start_matches('\u{feff}'), problems);
    let found = whole(name, Span::File(file), &table, problems, &capaian::FILE);
    let periode = found.periode()?;
    Some((periode, found.layanan.into_iter().map(|service| service.value).collect()))
}

/// Files anywhere under a folder of the workspace, sorted.
pub fn files_under(
    files: &dyn Files,
    folder: &str,
    problems: &mut Problems,
) -> Vec<String> {
    files::tree(files, folder, problems)
}
