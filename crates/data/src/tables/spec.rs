//! What is told of a table and its fields, whatever they are read into.

use super::datum::says_none;
use super::key::Key;
#[cfg(test)]
use crate::node::NodeTable;
#[cfg(test)]
use base::{diag::Problems, source::Span};

/// What is told of a table beside its fields.
#[derive(Clone, Copy)]
pub struct About {
    /// The name it is known by: in the handbook, of its sheet, of its file.
    pub name: &'static str,
    /// How it is begun in TOML, such as `[[peserta]]`; empty for a whole file.
    pub head: &'static str,
    /// The file it stands in.
    pub file: &'static str,
    /// What it is for, in Indonesian.
    pub about: &'static str,
    /// The column that ties its rows in a sheet to those of another table.
    pub parent: Option<&'static Spec>,
    /// Headings of columns that are passed over, such as a running number.
    pub passed_over: &'static [&'static str],
    /// Columns of its sheets that nobody knows are passed over as well, and told once: lists of
    /// people come out of forms with more in them than is asked for here.
    pub open: bool,
    /// The rows that a new workspace begins with: keys and values in TOML.
    pub start: &'static [&'static [(&'static str, &'static str)]],
}

/// A table whose type does not matter: what it is called and which fields it has.
pub trait Declared: Sync {
    /// What is told of it.
    fn about(&self) -> &About;
    /// Its fields, in their order.
    fn specs(&self) -> Vec<&'static Spec>;
    /// Reads a row and keeps nothing but its problems.
    #[cfg(test)]
    fn read_from(&self, name: &str, span: Span, table: &NodeTable, found: &mut Problems);
}

/// Whether a key must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Required {
    /// It may be absent.
    No,
    /// It must be there.
    Yes,
    /// It must be there in some cases, told in Indonesian.
    When(&'static str),
}

/// The sheets of a worksheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetSection {
    /// A: who was served.
    Penerima,
    /// B: the mutu items.
    Mutu,
    /// C: money.
    Anggaran,
    /// D: problems and what is done about them.
    Permasalahan,
}

/// Where the worksheet of an OPD asks for a field.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Column {
    /// On which sheet.
    pub section: SheetSection,
    /// How wide, in characters.
    pub width: f64,
    /// The version of the worksheet from which on it is asked: those handed out before come back
    /// without it.
    pub since: u32,
}

/// What is told of a field.
#[derive(Clone, Copy)]
pub struct Spec {
    /// The key in TOML, and the heading of its column.
    pub key: Key,
    /// What may stand there.
    pub kind: FieldKind,
    /// Whether it must be there.
    pub required: Required,
    /// What it is, in Indonesian.
    pub about: &'static str,
    /// A value as it is written in TOML.
    pub example: &'static str,
    /// Other headings a column of it may have, as keys.
    pub headings: &'static [&'static str],
    /// Words of which one in a heading of the e-SPM form names it.
    pub words: &'static [&'static str],
    /// A cell merged downwards holds for all its rows.
    pub merged: bool,
    /// Where the worksheet asks for it.
    pub column: Option<Column>,
    /// A dash, or a word like nihil, is its value and does not mean that there is none.
    pub literal: bool,
    /// It holds for one meeting only: the next quarter begins without it.
    pub(crate) once: bool,
    /// The table whose `id` it names; empty where it names none.
    pub(crate) refers: &'static str,
    /// What a form calls it; empty where the key says it.
    pub(crate) name: &'static str,
}

impl Spec {
    pub(crate) const fn new(key: Key, kind: FieldKind) -> Self {
        Self {
            key,
            kind,
            required: Required::No,
            about: "",
            example: "",
            headings: &[],
            words: &[],
            merged: false,
            column: None,
            literal: false,
            once: false,
            refers: "",
            name: "",
        }
    }

    /// Whether a text of it says that there is none. What must be there is taken as it is.
    pub(crate) fn is_none(&self, text: &str) -> bool {
        self.required != Required::Yes && !self.literal && says_none(text)
    }

    /// What a form calls it: "Tindak lanjut".
    pub fn label(&self) -> String {
        if !self.name.is_empty() {
            return self.name.to_owned();
        }
        let words = self.key.split('_').map(|word| {
            if ABBREVIATED.contains(&word) {
                word.to_uppercase()
            } else {
                word.to_owned()
            }
        });
        let words = words.collect::<Vec<_>>().join(" ");
        let mut letters = words.chars();
        letters.next().map_or_else(String::new, |first| {
            first.to_uppercase().chain(letters).collect()
        })
    }
}

/// Words of keys that are written in capitals.
const ABBREVIATED: [&str; 9] =
    ["id", "jp", "nik", "nip", "opd", "pic", "pppk", "spm", "url"];

/// What may stand in a field.
#[derive(Clone, Copy)]
pub enum FieldKind {
    /// A text.
    Text,
    /// A short name that may be one of a file.
    Id,
    /// A telephone number.
    Phone,
    /// A list of texts, or one.
    Texts,
    /// Sentences of an OPD: none told, told that there is nothing, or some.
    Answer,
    /// Whole, within bounds.
    Whole {
        /// The least.
        low: i64,
        /// The most; the largest number there is for none.
        high: i64,
    },
    /// People or things, from 0.
    People {
        /// Whether the word nihil may stand there: there is no target population.
        nihil: bool,
    },
    /// An amount from 0, in a unit of its own.
    Amount,
    /// Rupiah, from 0.
    Money,
    /// From 0 to 100.
    Percent,
    /// Percentages by names of the user.
    Percents,
    /// Four percentages: how much of the year each quarter should reach.
    Path,
    /// Yes or no.
    Flag,
    /// A day.
    Date,
    /// A time of day.
    Time,
    /// One of some words.
    Word(&'static [&'static str]),
    /// Who came and how: one of some words, or yes and no.
    Attendance(&'static [&'static str]),
    /// Pages a paper may take: a number, or a word.
    Pages,
    /// A pattern of letter numbers.
    Pattern,
    /// 18 digits of a civil servant.
    Nip,
    /// 16 digits of a citizen.
    Nik,
    /// A golongan, or a pangkat.
    Golongan,
    /// A table of its own.
    Table(&'static dyn Declared),
    /// Tables of one kind.
    List(&'static dyn Declared),
    /// A table that another part of the program declares.
    Elsewhere,
}

impl FieldKind {
    /// The table inside, if it is one or many.
    pub fn inner(self) -> Option<&'static dyn Declared> {
        match self {
            Self::Table(table) | Self::List(table) => Some(table),
            _ => None,
        }
    }

    /// Whether it counts people, things or rupiah: a share of them is another thing.
    pub const fn counts(self) -> bool {
        matches!(self, Self::People { .. } | Self::Amount | Self::Money)
    }

    /// Whether a value has room in one cell of a sheet.
    pub const fn in_cell(self) -> bool {
        !matches!(
            self,
            Self::Table(_)
                | Self::List(_)
                | Self::Elsewhere
                | Self::Path
                | Self::Percents
        )
    }

    /// Whether a value has room in one cell of the workbook, where percentages stand line by line.
    pub const fn in_workbook(self) -> bool {
        self.in_cell() || matches!(self, Self::Path | Self::Percents)
    }

    /// How an absent value, a nihil and a zero are told apart, in Indonesian; `None` where
    /// absent only means absent.
    pub const fn nothing(self) -> Option<&'static str> {
        match self {
            Self::Answer => Some(
                "tidak ditulis atau sel kosong berarti belum diisi; `[]`, `-`, `nihil`, atau `tidak ada` berarti tidak ada",
            ),
            Self::People { nihil: true } => Some(
                "tidak ditulis atau sel kosong berarti belum diisi; `nihil` berarti tidak ada; 0 berarti nol",
            ),
            Self::People { nihil: false } | Self::Amount | Self::Money => {
                Some("tidak ditulis atau sel kosong berarti belum diisi; 0 berarti nol")
            }
            _ => None,
        }
    }
}

/// The words of a list of words and values.
pub(crate) const fn words<V: Copy, const N: usize>(
    pairs: &[(&'static str, V); N],
) -> [&'static str; N] {
    let mut words = [""; N];
    let mut at = 0;
    while at < N {
        words[at] = pairs[at].0;
        at += 1;
    }
    words
}

/// A table inside a file that another crate declares.
pub struct Elsewhere {
    /// Its key.
    pub key: &'static str,
    /// What it may hold, as JSON Schema.
    pub schema: serde_json::Value,
    /// Its lines in a new file, all of them comments.
    pub skeleton: String,
    /// What may be said in it, one by one.
    pub lines: Vec<SettingLine>,
}

/// A value that may be said in a table that is declared elsewhere.
pub struct SettingLine {
    /// What it belongs to, as a heading.
    pub group: String,
    /// Its key with dots.
    pub name: &'static str,
    /// What it is, in Indonesian.
    pub about: String,
    /// The words it is one of; none where it may be anything.
    pub words: Vec<String>,
    /// What holds where nothing is said.
    pub by_default: String,
}
