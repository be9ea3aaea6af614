//! The whole folder, read once.

use std::collections::BTreeMap;

use super::capaian_sheet::said_by_name;
use super::files;
use super::model::{OwnFace, Workspace, is_doubtful};
use super::reader::{FolderReader, is_list, settle, whole};
use super::settings::{self, SETTINGS};
use super::workbook::{BOOKS, BookFiles, like_the_book};
use super::{called, damaged, indeks_lain, register, surat, twice, typed_in, unique};
use crate::fields;
use crate::files::{FilePath, Files, Folder};
use crate::node::Node;
use crate::problem::{FileProblem, SheetProblem, toml_alone};
use crate::quarter::SaidQuarter;
use crate::tables::checks::{DayOff, LIBUR};
use crate::tables::people::{OPD, PEJABAT};
use crate::tables::{Table, capaian, hasil, rakor};
use base::diag::{Both, Problems, nearest_id};
use base::source::{SourceMap, Span};
use base::written::Written;
use field::domain::{Daerah, Hasil, Pejabat, Rakor};

/// The file of the rakor.
/// The meeting.
pub(super) const RAKOR: FilePath = FilePath::fixed("data/rakor.toml");

/// The folder of what was reported, each quarter in a file.
const CAPAIAN: FilePath = FilePath::fixed("data/capaian");

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
    if !is_workspace(&*folder, &FilePath::HERE) {
        problems.add(Span::None, no_workspace(&folder));
        return None;
    }
    let mut found = Problems::default();
    let book = BookFiles::new();
    let mut reader = FolderReader { folder, sources, problems: &mut found, book };
    reader.book = reader.workbook();
    let mut workspace = reader.workspace(scope);
    settle(&mut found);
    if let Some(workspace) = &mut workspace {
        let doubtful = found.iter().filter(|found| is_doubtful(&found.problem));
        workspace.doubtful = doubtful.cloned().collect();
    }
    damaged::told_once(sources, &mut found);
    fields::people::told_once(&mut found);
    problems.extend(found);
    workspace
}

/// Whether a folder below `files` is a workspace: it has the settings, or a workbook.
pub fn is_workspace(files: &dyn Files, folder: &FilePath) -> bool {
    let there = |mark: &FilePath| files.is_file(&folder.join(mark));
    there(&SETTINGS) || BOOKS.iter().any(there)
}

/// Lets the head of an OPD be addressed by the jabatan of the official who heads it, where nothing
/// else is said.
fn name_heads(workspace: &mut Workspace) {
    let day = workspace.tanggal();
    for opd in &mut workspace.opd {
        let own = opd.written.field("sebutan_kepala").span();
        let Some(id) = opd.kepala.as_ref().filter(|_| own == Span::None) else {
            continue;
        };
        let Some((head, _)) = Pejabat::on(&workspace.pejabat, &id.value, day) else {
            continue;
        };
        if let Some(called) = opd.head_called(&head.jabatan)
            && called != opd.sebutan_kepala
        {
            opd.sebutan_kepala = called;
            let jabatan = head.written.field("jabatan");
            opd.written = opd.written.standing("sebutan_kepala", jabatan);
        }
    }
}

/// What stands inside sentences of the papers is a part of one, however it was typed.
fn say_as_clauses(rakor: &mut Rakor, daerah: &Daerah) {
    let names = [&daerah.nama, &daerah.ibu_kota, &daerah.provinsi];
    let names: Vec<&str> = names.into_iter().flat_map(|name| name.split(' ')).collect();
    let lists = [&mut rakor.tujuan, &mut rakor.sasaran, &mut rakor.luaran];
    for text in lists.into_iter().flatten() {
        let clause = bahasa::words::clause(text, &names);
        if !clause.is_empty() {
            *text = clause;
        }
    }
}

/// What is said of a folder that is no workspace: another was meant, or a new one is wanted.
fn no_workspace(folder: &Folder) -> FileProblem {
    let dir = folder.shown(&FilePath::HERE);
    let [xlsx, ods] = &BOOKS;
    let around = folder.around(&[&SETTINGS, xlsx, ods]);
    if around.missing {
        let near = nearest_id(&dir, around.near.iter().map(String::as_str));
        return FileProblem::FolderMissing { dir, near: near.unwrap_or_default() };
    }
    let disguised = folder.is_file(&FilePath::fixed("naskah.toml.txt"));
    let book = like_the_book(&**folder).into_iter().next().unwrap_or_default();
    let inside = around.near.join(", ");
    let above = around.above.unwrap_or_default();
    FileProblem::NotAWorkspace { dir, above, inside, book, disguised }
}

impl FolderReader<'_> {
    fn workspace(&mut self, scope: Scope) -> Option<Workspace> {
        let said = self.folder.is_file(&SETTINGS) || self.book.contains_key(&SETTINGS);
        // What keeps the workbook from being read was told; no file is missing beside it.
        if !said && self.problems.has_errors() {
            return None;
        }
        let (span, table) = self.toml(&SETTINGS)?;
        let settings = settings::read(span, &table, self.problems);
        let mut workspace = Workspace {
            folder: self.folder.clone(),
            settings,
            pejabat: Vec::new(),
            opd: Vec::new(),
            rakor: None,
            undated: false,
            hasil: None,
            surat: Vec::new(),
            register: None,
            capaian: BTreeMap::new(),
            dilaporkan: BTreeMap::new(),
            reporters: Vec::new(),
            unplaced: Vec::new(),
            called: Vec::new(),
            indeks_lain: Vec::new(),
            holidays: Vec::new(),
            lists: BTreeMap::new(),
            texts: BTreeMap::new(),
            faces: Vec::new(),
            doubtful: Vec::new(),
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

    fn data(&mut self, workspace: &mut Workspace) {
        let paths = self.listed(&FilePath::fixed("data"));
        let paths = self.saying_something(paths);
        for path in self.each_once(paths) {
            let stem = path.stem().to_owned();
            let toml = path.ends_in(&["toml"]);
            match stem.as_str() {
                "rakor" if toml => {
                    if let Some((span, table)) = self.toml(&path) {
                        let name = "data/rakor.toml";
                        let table = called::invited(table);
                        let parts =
                            whole(name, span, &table, self.problems, &rakor::FILE);
                        let written = fields::written(span, &table);
                        workspace.undated = !parts.dated();
                        let mut rakor = Rakor { written, ..parts.whole() };
                        say_as_clauses(&mut rakor, &workspace.settings.daerah);
                        workspace.rakor = Some(rakor);
                    }
                }
                "surat" if toml => {
                    if let Some((_, table)) = self.toml(&path) {
                        workspace.surat = surat::read(&table, self.problems);
                    }
                }
                "nomor" if toml => {
                    if let Some((span, table)) = self.toml(&path) {
                        let place = |at| self.sources.place(at);
                        let register = register::read(span, &table, place, self.problems);
                        workspace.register = Some(register);
                    }
                }
                "hasil" if toml => {
                    if let Some((span, table)) = self.toml(&path) {
                        let name = "data/hasil.toml";
                        let hasil =
                            whole(name, span, &table, self.problems, &hasil::HASIL);
                        let written = fields::written(span, &table);
                        workspace.hasil = Some(Hasil { written, ..hasil });
                    }
                }
                // What stands in place of that folder is told where the folder is read.
                _ if path == CAPAIAN => {}
                _ if toml_alone(&path).is_some() => self.unread(path),
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
        name_heads(workspace);
        self.unique(workspace);
    }

    /// Adds the rows of a list of its own to those of the rakor.
    fn people<T: Default>(
        &mut self,
        workspace: &mut Workspace,
        table: &Table<T>,
        of: impl FnOnce(&mut Rakor) -> &mut Vec<T>,
    ) {
        let name = table.name();
        let Some(mut rows) = workspace.lists.remove(name) else { return };
        if name == "undangan" {
            called::invitations(&mut rows);
        }
        // A rakor.toml that could not be read was told already.
        if let Some(first) = rows.first()
            && workspace.rakor.is_none()
            && !self.folder.is_file(&RAKOR)
        {
            let name = name.to_owned();
            self.problems.add(first.span, SheetProblem::ListWithoutRakor { name });
        }
        let people =
            fields::rows(name, &rows, self.problems, |f| (table.read(f), f.places()));
        let (people, places): (Vec<T>, Vec<Written>) = people.into_iter().unzip();
        let Some(rakor) = &mut workspace.rakor else { return };
        let written = rakor.written.field(name);
        let there = of(rakor);
        let before = (0..there.len()).map(|at| written.item(at));
        let places = Written::list(written.span(), before.chain(places).collect());
        if let Some(first) = rows.first().filter(|_| !there.is_empty()) {
            let file = first.span.file().and_then(|file| self.sources.get(file));
            self.problems.add(
                first.span,
                SheetProblem::ListInTwoPlaces {
                    name: name.to_owned(),
                    own: file.map(|file| file.name.clone()).unwrap_or_default(),
                    other: "data/rakor.toml".to_owned(),
                    count: rows.len().to_string(),
                    others: there.len().to_string(),
                },
            );
        }
        there.extend(people);
        rakor.written = rakor.written.with(name, places);
    }

    fn list(&mut self, workspace: &mut Workspace, name: &str, rows: Vec<Node>) {
        match name {
            "pejabat" => {
                workspace.pejabat =
                    fields::rows(name, &rows, self.problems, |f| PEJABAT.read(f));
                for pejabat in &mut workspace.pejabat {
                    let daerah = &workspace.settings.daerah;
                    if let Some(whole) = daerah.office_of(&pejabat.jabatan) {
                        pejabat.jabatan = whole;
                    }
                }
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
        let place = |span: Span| sources.place(span);
        unique::terms(&workspace.pejabat, place, self.problems);
        unique::ids(
            ("OPD", "OPD"),
            workspace.opd.iter().map(|o| &o.id),
            place,
            self.problems,
        );
        if let Some(rakor) = &workspace.rakor {
            let invited = rakor.undangan.iter().map(|u| &u.id);
            unique::ids(("undangan", "invitation"), invited, place, self.problems);
            let sessions = rakor.sesi.iter().map(|s| &s.id);
            unique::ids(("sesi", "session"), sessions, place, self.problems);
            let speakers = rakor.narasumber.iter().filter_map(|n| n.id.as_ref());
            unique::ids(("narasumber", "speaker"), speakers, place, self.problems);
        }
    }

    fn capaian(&mut self, workspace: &mut Workspace) {
        let paths = self.listed(&CAPAIAN);
        let paths = self.saying_something(paths);
        for path in self.each_once(paths) {
            if !is_list(&path) {
                self.unread(path);
                continue;
            }
            if !path.ends_in(&["toml"]) {
                self.capaian_rows(workspace, &path);
                continue;
            }
            let Some((span, table)) = self.toml(&path) else { continue };
            let file = whole(&path, span, &table, self.problems, &capaian::FILE);
            // The name is what people choose a file by, so its figures count for that quarter,
            // also where the file tells none that can be read.
            let named = said_by_name(&path).and_then(|said| said.periode());
            let Some(mut periode) = file.periode().or(named) else {
                workspace.take_unplaced(file.layanan);
                continue;
            };
            if let Some(named) = named
                && let Some(span) = file.differs_at(named)
            {
                self.agree(
                    &path,
                    [SaidQuarter::whole(periode, span, Both::same(String::from(&path)))],
                );
                periode = named;
            }
            let of_period = workspace.dilaporkan.entry(periode).or_default();
            of_period.extend(file.dilaporkan);
            workspace.take(periode, file.layanan);
        }
        for services in workspace.capaian.values_mut() {
            twice::settle(services, self.sources, self.problems);
        }
    }

    fn texts(&mut self, workspace: &mut Workspace, folders: &[&'static str]) {
        for folder in folders {
            for path in
                files::tree(&*self.folder, &FilePath::fixed(folder), self.problems)
            {
                let wanted = path.ends_in(&["toml", "md"]);
                // A template may be a link to a share: where that is not there, the shipped one
                // would be taken without a word.
                if !path.name().contains('.')
                    && let Err(error) = self.folder.read(&path)
                {
                    let (name, why) = ((&path).into(), Both::io(&error));
                    self.problems.add(Span::None, FileProblem::CannotRead { name, why });
                }
                if let (true, Some(file)) =
                    (wanted, wanted.then(|| self.text(&path)).flatten())
                {
                    if path.ends_in(&["md"]) {
                        let text = self.sources.get(file).map(|s| s.text.clone());
                        typed_in::lines(&text.unwrap_or_default(), file, self.problems);
                    }
                    workspace.texts.insert(path.into(), file);
                }
            }
        }
    }

    fn faces(&mut self) -> Vec<OwnFace> {
        let mut faces = Vec::new();
        for path in
            files::list(&*self.folder, &FilePath::fixed("aset/huruf"), self.problems)
        {
            if !path.ends_in(&["ttf", "otf"]) {
                continue;
            }
            let span = self.file(&path);
            match self.folder.read(&path) {
                Ok(bytes) => {
                    // "Gelasio-Bold.ttf" is a style of the family "Gelasio".
                    let family = path.stem().split('-').next().unwrap_or_default();
                    faces.push(OwnFace { family: family.to_owned(), bytes, span });
                }
                Err(error) => self.problems.add(
                    span,
                    FileProblem::CannotRead { name: path.into(), why: Both::io(&error) },
                ),
            }
        }
        faces
    }
}
