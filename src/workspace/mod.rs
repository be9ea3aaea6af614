//! The workspace: finds, reads and types what the user wrote.
//!
//! [`load`] reads the whole folder once. Every problem is kept with its place; what could be
//! read is returned beside them, so that one run tells all that is wrong.

mod capaian;
mod csv;
mod fields;
mod files;
pub mod node;
mod people;
mod rakor;
mod settings;
mod surat;
mod toml;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::diag::{Problem, Problems};
use crate::domain::{Opd, Pejabat, Periode, Rakor, Surat};
use crate::source::{FileId, SourceMap, Span, Spanned};
use crate::spm::LayananCapaian;

pub(crate) use fields::Fields;
use node::{Node, Table, Value};
pub use settings::{ProfilOverrides, Settings, StatusDokumen};

/// Everything a run needs from the user's folder.
#[derive(Debug, Clone)]
pub struct Workspace {
    /// The folder.
    pub root: PathBuf,
    /// `naskah.toml`.
    pub settings: Settings,
    /// Officials.
    pub pejabat: Vec<Pejabat>,
    /// OPDs.
    pub opd: Vec<Opd>,
    /// The meeting, if there is one.
    pub rakor: Option<Rakor>,
    /// Decisions about letters.
    pub surat: Vec<Surat>,
    /// Achievement by quarter.
    pub capaian: BTreeMap<Periode, Vec<Spanned<LayananCapaian>>>,
    /// Free lists by name, each row a table.
    pub lists: BTreeMap<String, Vec<Node>>,
    /// The workspace's own files of templates, chapters and catalog by path with `/`.
    pub texts: BTreeMap<String, FileId>,
    /// Own faces: family and bytes.
    pub faces: Vec<(String, Vec<u8>)>,
}

/// Reads the workspace in `root`. `None` only when there is none.
pub fn load(
    root: &Path,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Option<Workspace> {
    if !root.join("naskah.toml").is_file() {
        let dir = root.display().to_string();
        problems.add(Span::None, Problem::NotAWorkspace { dir });
        return None;
    }
    let mut reader = Reader { root, sources, problems };
    let (span, table) = reader.toml("naskah.toml")?;
    let settings = settings::read(span, &table, reader.problems);
    let mut workspace = Workspace {
        root: root.to_path_buf(),
        settings,
        pejabat: Vec::new(),
        opd: Vec::new(),
        rakor: None,
        surat: Vec::new(),
        capaian: BTreeMap::new(),
        lists: BTreeMap::new(),
        texts: BTreeMap::new(),
        faces: Vec::new(),
    };
    reader.data(&mut workspace);
    reader.capaian(&mut workspace);
    reader.texts(&mut workspace);
    workspace.faces = reader.faces();
    Some(workspace)
}

struct Reader<'a> {
    root: &'a Path,
    sources: &'a mut SourceMap,
    problems: &'a mut Problems,
}

impl Reader<'_> {
    /// A text file of the workspace, registered for messages.
    fn text(&mut self, name: &str) -> Option<FileId> {
        match files::read_text(&self.root.join(name), name) {
            Ok(text) => Some(self.sources.add(name, text)),
            Err(problem) => {
                let file = self.sources.add(name, "");
                self.problems.add(Span::File(file), problem);
                None
            }
        }
    }

    fn toml(&mut self, name: &str) -> Option<(Span, Table)> {
        let file = self.text(name)?;
        let text = self.sources.get(file)?.text.clone();
        Some((Span::File(file), toml::parse(file, &text, self.problems)))
    }

    /// The rows of a list file: `[[name]]` in TOML, all rows of a CSV.
    fn rows(&mut self, path: &str, name: &str) -> Option<Vec<Node>> {
        if files::has_ending(path, "csv") {
            let file = self.text(path)?;
            let text = self.sources.get(file)?.text.clone();
            return Some(csv::parse(file, &text, self.problems));
        }
        let (span, table) = self.toml(path)?;
        let mut rows = None;
        for (key, node) in table {
            match node.value {
                Value::List(items) if key.value == name => rows = Some(items),
                _ => self.problems.add(
                    key.span,
                    Problem::UnknownKey {
                        near: format!("[[{name}]]"),
                        key: key.value,
                        table: path.to_owned(),
                    },
                ),
            }
        }
        if rows.is_none() {
            let (key, table) = (format!("[[{name}]]"), path.to_owned());
            self.problems.add(span, Problem::MissingKey { key, table });
        }
        rows
    }

    fn data(&mut self, workspace: &mut Workspace) {
        for path in files::list(self.root, "data", self.problems) {
            let stem = files::stem(&path).to_owned();
            let toml = files::has_ending(&path, "toml");
            match stem.as_str() {
                "rakor" if toml => {
                    if let Some((span, table)) = self.toml(&path) {
                        workspace.rakor = rakor::read(span, &table, self.problems);
                    }
                }
                "surat" if toml => {
                    if let Some((_, table)) = self.toml(&path) {
                        workspace.surat = surat::read(&table, self.problems);
                    }
                }
                _ if toml || files::has_ending(&path, "csv") => {
                    if let Some(rows) = self.rows(&path, &stem) {
                        self.list(workspace, &stem, rows);
                    }
                }
                _ => self.problems.add(Span::None, Problem::UnreadFile { name: path }),
            }
        }
        // Participants may stand in a list of their own, whatever order files are read in.
        if let Some(rows) = workspace.lists.remove("peserta") {
            let people = rakor::peserta(&rows, self.problems);
            if let Some(rakor) = &mut workspace.rakor {
                rakor.peserta.extend(people);
            }
        }
        self.unique(workspace);
    }

    fn list(&mut self, workspace: &mut Workspace, name: &str, rows: Vec<Node>) {
        match name {
            "pejabat" => workspace.pejabat = people::pejabat(&rows, self.problems),
            "opd" => workspace.opd = people::opd(&rows, self.problems),
            _ => {
                workspace.lists.insert(name.to_owned(), rows);
            }
        }
    }

    fn unique(&mut self, workspace: &Workspace) {
        let sources = &*self.sources;
        let place = |span: Span| place(span, sources);
        people::unique(
            "pejabat",
            workspace.pejabat.iter().map(|p| &p.id),
            place,
            self.problems,
        );
        people::unique("OPD", workspace.opd.iter().map(|o| &o.id), place, self.problems);
        if let Some(rakor) = &workspace.rakor {
            let invited = rakor.undangan.iter().map(|u| &u.id);
            people::unique("undangan", invited, place, self.problems);
            let sessions = rakor.sesi.iter().map(|s| &s.id);
            people::unique("sesi", sessions, place, self.problems);
            let speakers = rakor.narasumber.iter().filter_map(|n| n.id.as_ref());
            people::unique("narasumber", speakers, place, self.problems);
        }
    }

    fn capaian(&mut self, workspace: &mut Workspace) {
        for path in files::list(self.root, "data/capaian", self.problems) {
            if !files::has_ending(&path, "toml") {
                self.problems.add(Span::None, Problem::UnreadFile { name: path });
                continue;
            }
            let Some((span, table)) = self.toml(&path) else { continue };
            let Some((periode, rows)) = capaian::read(span, &table, self.problems) else {
                continue;
            };
            workspace.capaian.entry(periode).or_default().extend(rows);
        }
    }

    fn texts(&mut self, workspace: &mut Workspace) {
        for folder in ["templates", "panduan", "catalog"] {
            for path in files::tree(self.root, folder, self.problems) {
                let wanted = ["toml", "md"].iter().any(|e| files::has_ending(&path, e));
                if let (true, Some(file)) =
                    (wanted, wanted.then(|| self.text(&path)).flatten())
                {
                    workspace.texts.insert(path, file);
                }
            }
        }
    }

    fn faces(&mut self) -> Vec<(String, Vec<u8>)> {
        let mut faces = Vec::new();
        for path in files::list(self.root, "aset/huruf", self.problems) {
            if !["ttf", "otf"].iter().any(|e| files::has_ending(&path, e)) {
                continue;
            }
            match std::fs::read(self.root.join(&path)) {
                Ok(bytes) => {
                    // "Gelasio-Bold.ttf" is a style of the family "Gelasio".
                    let family = files::stem(&path).split('-').next().unwrap_or_default();
                    faces.push((family.to_owned(), bytes));
                }
                Err(error) => self.problems.add(
                    Span::None,
                    Problem::CannotRead { name: path, why: error.to_string() },
                ),
            }
        }
        faces
    }
}

/// `file:line` of a place, for messages that name a second place.
pub(crate) fn place(span: Span, sources: &SourceMap) -> String {
    match span {
        Span::Text { file, start, .. } => {
            let line = sources.line_column(file, start).map_or(1, |(line, _)| line);
            let name = sources.get(file).map_or("", |s| s.name.as_str());
            format!("{name}:{line}")
        }
        Span::File(file) | Span::Cell { file, .. } => {
            sources.get(file).map_or_else(String::new, |s| s.name.clone())
        }
        Span::None => String::new(),
    }
}

/// Reads one TOML text that is not of the workspace's data (a template.toml) with [`Fields`].
pub(crate) fn with_fields<T>(
    name: &str,
    file: FileId,
    text: &str,
    problems: &mut Problems,
    read: impl FnOnce(&mut Fields<'_>) -> T,
) -> T {
    let table = toml::parse(file, text, problems);
    let mut fields = Fields::new(name, Span::File(file), &table, problems);
    let value = read(&mut fields);
    fields.finish();
    value
}

/// Files anywhere under a folder of the workspace, sorted.
pub(crate) fn files_under(
    root: &Path,
    folder: &str,
    problems: &mut Problems,
) -> Vec<String> {
    files::tree(root, folder, problems)
}
