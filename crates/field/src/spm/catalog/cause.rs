//! What can be wrong with a catalog.

use std::fmt;
use std::ops::Range;

/// One problem in one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogProblem {
    /// Name of the file.
    pub file: String,
    /// Bytes of the file the problem is about, where they are known.
    pub place: Option<Range<usize>>,
    /// What is wrong.
    pub cause: CatalogCause,
}

/// What is wrong with a catalog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CatalogCause {
    /// No such file belongs to a catalog.
    UnknownFile,
    /// The file is needed and was not given.
    MissingFile,
    /// Not TOML, a wrong type, or an unknown key; in the words of the reader.
    Malformed(String),
    /// Two entries with the same code.
    Duplicate(String),
    /// A code that names nothing.
    DanglingReference {
        /// The entry that refers.
        dari: String,
        /// The code that was not found.
        ke: String,
    },
    /// Quality items of a service in the list of another urusan.
    OtherUrusan {
        /// The list.
        daftar: String,
        /// The service.
        layanan: String,
    },
    /// A list that ends before it begins.
    EndsBeforeStart(String),
    /// Two lists that hold for the same service in the same year.
    OverlappingLists {
        /// The service.
        layanan: String,
        /// One list.
        one: String,
        /// The other.
        second: String,
    },
    /// Thresholds that do not fall strictly from at most 100 to zero, or none at all.
    ThresholdsNotFalling(u16),
    /// A threshold that is none of 60, 70, 80, 90, 100 and 0: printing could not respect it, see
    /// [`Percent`](crate::spm::Percent).
    UnknownThreshold {
        /// First year of the scale.
        skala: u16,
        /// The category.
        kategori: String,
    },
    /// A quarter that is not 1..=4.
    NoSuchTriwulan(u8),
    /// A holiday on a day that no year has.
    NoSuchDay(String),
    /// A rule that findings do not have.
    UnknownRule {
        /// Its code.
        kode: String,
        /// The code that was probably meant; may be empty.
        near: String,
    },
    /// A key that a whole rule needs.
    IncompleteRule {
        /// The rule.
        kode: String,
        /// The key.
        key: String,
    },
    /// A name in braces that the rule has no figure for.
    UnknownPlaceholder {
        /// The rule.
        kode: String,
        /// The name.
        placeholder: String,
        /// The names it has.
        pilihan: &'static [&'static str],
    },
    /// A threshold that is no number from zero.
    BadThreshold(String),
}

impl fmt::Display for CatalogCause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownFile => f.write_str("bukan berkas katalog"),
            Self::MissingFile => f.write_str("berkas tidak ada"),
            Self::Malformed(pesan) => f.write_str(pesan.trim_end()),
            Self::Duplicate(kode) => write!(f, "`{kode}` ditulis lebih dari sekali"),
            Self::DanglingReference { dari, ke } => {
                write!(f, "`{dari}` merujuk `{ke}` yang tidak ada")
            }
            Self::OtherUrusan { daftar, layanan } => {
                write!(f, "layanan `{layanan}` bukan dari urusan daftar `{daftar}`")
            }
            Self::EndsBeforeStart(id) => {
                write!(f, "daftar `{id}` berakhir sebelum berlaku")
            }
            Self::OverlappingLists { layanan, one, second } => {
                write!(
                    f,
                    "daftar `{one}` dan `{second}` sama-sama berlaku untuk `{layanan}`"
                )
            }
            Self::ThresholdsNotFalling(tahun) => {
                write!(
                    f,
                    "skala {tahun}: batas harus menurun dari paling tinggi 100 ke 0"
                )
            }
            Self::UnknownThreshold { skala, kategori } => {
                write!(
                    f,
                    "skala {skala}: batas `{kategori}` harus 60, 70, 80, 90, 100, atau 0"
                )
            }
            Self::NoSuchTriwulan(triwulan) => {
                write!(f, "triwulan {triwulan} tidak ada; pilihan 1 sampai 4")
            }
            Self::NoSuchDay(nama) => write!(f, "tanggal libur `{nama}` tidak ada"),
            Self::UnknownRule { kode, near } if near.is_empty() => {
                write!(f, "aturan temuan `{kode}` tidak dikenal")
            }
            Self::UnknownRule { kode, near } => {
                write!(f, "aturan temuan `{kode}` tidak dikenal; maksud Anda `{near}`?")
            }
            Self::IncompleteRule { kode, key } => {
                write!(f, "aturan `{kode}` belum mempunyai `{key}`")
            }
            Self::UnknownPlaceholder { kode, placeholder, pilihan } => {
                let pilihan = pilihan.join(", ");
                write!(
                    f,
                    "aturan `{kode}` tidak mengenal penanda `{placeholder}`; pilihan: {pilihan}"
                )
            }
            Self::BadThreshold(text) => {
                write!(f, "`{text}` bukan ambang; tulis bilangan mulai dari 0")
            }
        }
    }
}

/// A problem without a place inside the file.
pub(super) fn problem_in(file: &str, cause: CatalogCause) -> CatalogProblem {
    CatalogProblem { file: file.to_owned(), place: None, cause }
}
