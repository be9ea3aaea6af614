//! Every text the user wrote, by number, so that a place is three small integers.

use std::sync::{Arc, OnceLock};

use crate::private::Masked;

/// A file (or a sheet of one) known to the [`SourceMap`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct FileId(pub u32);

/// A place in what the user wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Span {
    /// No place: made by the program itself.
    #[default]
    None,
    /// A file as a whole.
    File(FileId),
    /// Bytes `start..end` of a text file.
    Text {
        /// Which file.
        file: FileId,
        /// First byte.
        start: u32,
        /// One past the last byte.
        end: u32,
    },
    /// A cell of a sheet, both numbers from 0.
    Cell {
        /// Which sheet.
        file: FileId,
        /// Row.
        row: u32,
        /// Column.
        column: u32,
    },
}

impl Span {
    /// Bytes `range` of a text file.
    pub fn text(file: FileId, range: std::ops::Range<usize>) -> Self {
        let clip = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self::Text { file, start: clip(range.start), end: clip(range.end) }
    }

    /// The file it is in.
    pub const fn file(self) -> Option<FileId> {
        match self {
            Self::None => None,
            Self::File(file) | Self::Text { file, .. } | Self::Cell { file, .. } => {
                Some(file)
            }
        }
    }

    /// Whether two parts of one text share anything.
    pub fn touches(self, other: Self) -> bool {
        match (self, other) {
            (
                Self::Text { file, start, end },
                Self::Text { file: same, start: from, end: to },
            ) => file == same && start < to && from < end,
            _ => false,
        }
    }

    /// What problems are sorted by: the file, then the place in it.
    pub fn order(self) -> (Option<FileId>, u32, u32) {
        match self {
            Self::None | Self::File(_) => (self.file(), 0, 0),
            Self::Text { start, end, .. } => (self.file(), start, end),
            Self::Cell { row, column, .. } => (self.file(), row, column),
        }
    }
}

/// One file.
#[derive(Debug, Clone)]
pub struct Source {
    /// The path as the user sees it, with `/`, relative to the workspace.
    pub name: String,
    /// The text; empty for sheets.
    pub text: Arc<str>,
    /// Where its lines begin, found when somebody asks.
    lines: OnceLock<Vec<usize>>,
    /// How messages show it, found when somebody asks.
    shown: OnceLock<Masked>,
    /// Whether nothing is taken from it.
    passed_over: bool,
}

impl Source {
    /// The text as messages show it; as long as it is.
    pub(crate) fn shown(&self) -> &Arc<str> {
        &self.shown.get_or_init(|| Masked::new(&self.text)).text
    }

    /// The line of a byte and the byte it begins at, both from 0.
    fn line(&self, byte: usize) -> (usize, usize) {
        let starts = self.lines.get_or_init(|| {
            let behind = self.text.match_indices('\n').map(|(at, _)| at + 1);
            std::iter::once(0).chain(behind).collect()
        });
        let line = starts.partition_point(|start| *start <= byte).saturating_sub(1);
        (line, starts.get(line).copied().unwrap_or(0))
    }
}

/// All files of a run.
#[derive(Debug, Clone, Default)]
pub struct SourceMap {
    sources: Vec<Source>,
    stands: Vec<Stand>,
    labels: Vec<Label>,
    blanks: Vec<Blank>,
}

/// A cell for a key that nobody filled in.
#[derive(Debug, Clone)]
struct Blank {
    /// Where the section of the sheet begins.
    section: Span,
    key: &'static str,
    cell: Span,
}

/// What a sheet of a workbook shows for a key.
#[derive(Debug, Clone)]
struct Label {
    /// The sheet, as `file!sheet`.
    sheet: String,
    key: &'static str,
    shown: String,
}

/// What a workspace has elsewhere than in the file where others have it.
#[derive(Debug, Clone)]
struct Stand {
    /// That file.
    file: &'static str,
    /// What messages call it: the file, or a head in it.
    called: &'static str,
    /// What it is called here.
    here: String,
}

impl SourceMap {
    /// Adds a file and gives its number.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<Arc<str>>) -> FileId {
        self.push(name.into(), text.into(), false)
    }

    /// Adds a file of which nothing is read, so that nobody is sent to it.
    pub fn add_passed_over(&mut self, name: impl Into<String>) -> FileId {
        self.push(name.into(), "".into(), true)
    }

    fn push(&mut self, name: String, text: Arc<str>, passed_over: bool) -> FileId {
        self.sources.push(Source {
            name,
            text,
            lines: OnceLock::new(),
            shown: OnceLock::new(),
            passed_over,
        });
        FileId(u32::try_from(self.sources.len() - 1).unwrap_or(u32::MAX))
    }

    /// A file by its number.
    pub fn get(&self, file: FileId) -> Option<&Source> {
        self.sources.get(file.0 as usize)
    }

    /// Line and column from 1, the column in characters, of a byte of a file.
    pub fn line_column(&self, file: FileId, byte: u32) -> Option<(usize, usize)> {
        let source = self.get(file)?;
        let byte = (byte as usize).min(source.text.len());
        let (line, start) = source.line(byte);
        let before = source.text.get(start..byte)?;
        Some((line + 1, before.chars().count() + 1))
    }

    /// Whether the line with a byte of a file, or the head of its column, names a NIK.
    pub(crate) fn names_nik(&self, file: FileId, byte: u32) -> bool {
        let Some(source) = self.get(file) else { return false };
        let shown = source.shown.get_or_init(|| Masked::new(&source.text));
        let (line, start) = source.line(byte as usize);
        let text = source.text.get(start..).and_then(|rest| rest.lines().next());
        shown.names_nik(line, text.unwrap_or_default(), byte as usize - start)
    }

    /// Tells that `called`, which may stand in `file`, stands `here`, unless there is that file.
    pub fn stand(&mut self, file: &'static str, called: &'static str, here: String) {
        self.stands.push(Stand { file, called, here });
    }

    /// A text in which data are called by the places they have here: `data/opd.toml` is where a
    /// list may stand, and `data/opd.csv` or `rakor.xlsx!OPD` where this workspace has it.
    pub fn as_here(&self, text: &str) -> String {
        let named = |name: &str| self.sources.iter().any(|source| source.name == name);
        let mut text = self.in_lists(text);
        for stand in self.stands.iter().filter(|stand| !named(stand.file)) {
            if stand.called.starts_with("[[") && text.contains(stand.called) {
                text = in_rows(&text, stand.called, &stand.here);
            }
            text = renamed(&text, stand.called, &stand.here);
        }
        text
    }

    /// [`as_here`](Self::as_here) for what is told of a place; of a file of text, which may have
    /// keys of its own, as it is typed there.
    pub fn as_here_at(&self, span: Span, text: &str) -> String {
        let text = self.as_here(text);
        let in_text = matches!(span, Span::Text { .. });
        if self.stands.is_empty() || in_text {
            return text;
        }
        self.as_shown(span, beside_keys(&text))
    }

    /// Tells what a sheet shows for a key.
    pub fn label(&mut self, sheet: &str, key: &'static str, shown: String) {
        self.labels.push(Label { sheet: sheet.to_owned(), key, shown });
    }

    /// Tells where a key of a section that begins at a place would be filled in.
    pub fn blank(&mut self, section: Span, key: &'static str, cell: Span) {
        self.blanks.push(Blank { section, key, cell });
    }

    /// Where a key that nobody wrote would be filled in: its cell, or where its section begins.
    pub fn place_for(&self, section: Span, key: &str) -> Span {
        let mut blanks = self.blanks.iter();
        let blank = blanks.find(|blank| blank.section == section && blank.key == key);
        blank.map_or(section, |blank| blank.cell)
    }

    /// A text about a cell, in which keys are called as its sheet shows them.
    fn as_shown(&self, span: Span, text: String) -> String {
        let name = span.file().and_then(|file| self.get(file)).map(|s| s.name.as_str());
        let of_sheet = self.labels.iter().filter(|l| name == Some(l.sheet.as_str()));
        of_sheet.fold(text, |text, label| {
            // Alone, or with what is filled in beside it.
            [("`", "`"), ("`", ": ")].iter().fold(text, |text, (before, behind)| {
                let key = format!("{before}{}{behind}", label.key);
                if !text.contains(&key) {
                    return text;
                }
                text.replace(&key, &format!("{before}{}{behind}", label.shown))
            })
        })
    }

    fn in_lists(&self, text: &str) -> String {
        let named = |name: &str| self.sources.iter().any(|source| source.name == name);
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find("data/") {
            let (before, from) = rest.split_at(at);
            let end = from.find(|c: char| c.is_whitespace() || "`,;:)\"".contains(c));
            let (name, behind) = from.split_at(end.unwrap_or(from.len()));
            let stem = name.strip_suffix(".toml").filter(|_| !named(name));
            let here = stem.and_then(|stem| self.list_at(stem));
            out.extend([before, here.unwrap_or(name)]);
            rest = behind;
        }
        out + rest
    }

    /// The sheet or CSV of a name without its ending.
    fn list_at(&self, stem: &str) -> Option<&str> {
        let files = self
            .sources
            .iter()
            .filter(|source| !source.passed_over)
            .map(|source| source.name.split('!').next().unwrap_or_default());
        let mut lists = files.filter(|name| {
            let ending = name.strip_prefix(stem).and_then(|rest| rest.strip_prefix('.'));
            ending.is_some_and(|ending| !ending.contains(['/', '.']) && ending != "toml")
        });
        lists.next()
    }

    /// `file:line` or `file!sheet!cell` of a place, for messages that name a second place.
    pub fn place(&self, span: Span) -> String {
        let name = |file| self.get(file).map_or("", |source| source.name.as_str());
        match span {
            Span::Text { file, start, .. } => {
                let line = self.line_column(file, start).map_or(1, |(line, _)| line);
                format!("{}:{line}", name(file))
            }
            Span::File(file) => name(file).to_owned(),
            Span::Cell { file, row, column } => {
                format!("{}!{}", name(file), cell_name(row, column))
            }
            Span::None => String::new(),
        }
    }
}

/// What is done with a table of a list, in words of a sheet: nobody writes or removes a sheet.
fn in_rows(text: &str, head: &str, sheet: &str) -> String {
    let said = [
        (format!("tulis {head}"), "tambahkan baris pada"),
        (format!("hapus {head} ini"), "hapus baris ini dari"),
        (format!("dengan {head}"), "dengan satu baris pada"),
        (format!("write {head}"), "add a row to"),
        (format!("this {head}"), "this row of"),
        (format!("with {head}"), "with a row of"),
    ];
    said.iter().fold(text.to_owned(), |text, (said, here)| {
        text.replace(said.as_str(), &format!("{here} {sheet}"))
    })
}

/// `key = "value"` as it is filled in on a sheet, where the key is a label or a heading. An example
/// of a line is the value alone.
fn beside_keys(text: &str) -> String {
    let mut text = text.to_owned();
    for such in ["misalnya ", "such as "] {
        if let Some((before, line)) = text.split_once(such)
            && let Some((key, value)) = line.split_once(" = ")
            && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
        {
            let bare = value.strip_prefix('"').and_then(|v| v.split_once('"'));
            let value =
                bare.map_or(value.to_owned(), |(value, rest)| format!("{value}{rest}"));
            text = format!("{before}{such}{value}");
        }
    }
    let text = text.as_str();
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(" = \"") {
        let (before, behind) = (&rest[..at], &rest[at + 4..]);
        let of_key = before.ends_with(|c: char| c.is_ascii_lowercase() || c == '_');
        let Some((value, more)) = behind.split_once('"').filter(|_| of_key) else {
            out.extend([before, " = \""]);
            rest = behind;
            continue;
        };
        out.extend([before, ": ", value]);
        rest = more;
    }
    out + rest
}

/// A text in which a name is another; as the end of a longer path or name it stays.
fn renamed(text: &str, name: &str, other: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(name) {
        let (before, from) = rest.split_at(at);
        let last = before.chars().next_back();
        let longer = last.is_some_and(|c| c.is_alphanumeric() || "/\\[-_.".contains(c));
        out.extend([before, if longer { name } else { other }]);
        rest = &from[name.len()..];
    }
    out + rest
}

/// `C7` for row 6, column 2.
pub fn cell_name(row: u32, column: u32) -> String {
    let mut letters = String::new();
    let mut n = column.saturating_add(1);
    while n > 0 {
        n -= 1;
        letters.insert(0, char::from(b'A' + u8::try_from(n % 26).unwrap_or(0)));
        n /= 26;
    }
    format!("{letters}{}", row.saturating_add(1))
}

/// A value and where it was written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spanned<T> {
    /// What was written.
    pub value: T,
    /// Where.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// A value at a place.
    pub const fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

impl<T> std::ops::Deref for Spanned<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}

#[cfg(test)]
mod tests {
    use super::{SourceMap, Span};

    #[test]
    fn lists_are_called_by_the_files_they_stand_in() {
        let mut sources = SourceMap::default();
        sources.add("data/opd.csv", "");
        sources.add("data/pejabat.toml", "");
        sources.add("data/peserta.xlsx!Peserta", "");
        sources.add_passed_over("data/surat.csv");
        assert_eq!(
            sources.as_here(
                "tulis dalam data/opd.toml, `data/pejabat.toml`; data/peserta.toml data/surat.toml"
            ),
            "tulis dalam data/opd.csv, `data/pejabat.toml`; data/peserta.xlsx data/surat.toml"
        );
        sources.stand(
            "naskah.toml",
            "[[periksa.abaikan]]",
            "rakor.xlsx!Diabaikan".into(),
        );
        assert_eq!(
            sources.as_here_at(
                Span::None,
                "hapus [[periksa.abaikan]] ini, atau pakai status = \"draf\""
            ),
            "hapus baris ini dari rakor.xlsx!Diabaikan, atau pakai status: draf"
        );
        assert_eq!(
            sources.as_here("data/capaian/2024-tw1.toml"),
            "data/capaian/2024-tw1.toml"
        );
    }

    #[test]
    fn keys_are_called_as_their_sheet_shows_them() {
        let mut sources = SourceMap::default();
        let file = sources.add("rakor.xlsx!Daerah", "");
        let toml = sources.add("data/surat.toml", "zona_waktu = 1");
        sources.stand("naskah.toml", "[daerah]", "rakor.xlsx!Daerah".into());
        sources.label("rakor.xlsx!Daerah", "zona_waktu", "Zona waktu".into());
        let cell = Span::Cell { file, row: 8, column: 1 };
        for (said, shown) in [
            ("perbaiki `zona_waktu`", "perbaiki `Zona waktu`"),
            ("isi `zona_waktu = \"wib\"` di sini", "isi `Zona waktu: wib` di sini"),
            ("dalam menit, misalnya durasi = 30", "dalam menit, misalnya 30"),
            ("misalnya mulai = \"08.30\" atau lain", "misalnya 08.30 atau lain"),
        ] {
            assert_eq!(sources.as_here_at(cell, said), shown);
        }
        let section = Span::Cell { file, row: 3, column: 0 };
        sources.blank(section, "zona_waktu", cell);
        assert_eq!(sources.place_for(section, "zona_waktu"), cell);
        assert_eq!(sources.place_for(section, "provinsi"), section);
        let line = Span::text(toml, 0..10);
        assert_eq!(sources.as_here_at(line, "`zona_waktu`"), "`zona_waktu`");
    }
}
