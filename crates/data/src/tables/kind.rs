//! The kinds of values, and how each is told and read.

use super::Declared;

/// What may stand in a field.
#[derive(Clone, Copy)]
pub enum Kind {
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

impl Kind {
    /// The table inside, if it is one or many.
    pub fn inner(self) -> Option<&'static dyn Declared> {
        match self {
            Self::Table(table) | Self::List(table) => Some(table),
            _ => None,
        }
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
