//! Officials and what may be printed of them under a signature.

use jiff::civil::Date;

use super::{Golongan, NamaGelar, Nip};
use crate::source::{Span, Spanned};

/// An official.
#[derive(Debug, Clone)]
pub struct Pejabat {
    /// The name the data calls it by.
    pub id: Spanned<String>,
    /// Name and gelar.
    pub nama: NamaGelar,
    /// The NIP; guests and elected heads have none.
    pub nip: Option<Nip>,
    /// Golongan, and with it the pangkat.
    pub golongan: Option<Golongan>,
    /// "Sekretaris Daerah"; status words such as "Plt." are not part of it.
    pub jabatan: String,
    /// Definitive, acting, ...
    pub status: StatusJabatan,
    /// Head, deputy, secretary or other: decides what Pasal 44 lets print.
    pub kedudukan: Kedudukan,
    /// First day in office.
    pub dari: Option<Date>,
    /// Last day in office.
    pub sampai: Option<Date>,
    /// Where it was written.
    pub span: Span,
}

/// How an office is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum StatusJabatan {
    /// In full.
    #[default]
    Definitif,
    /// Pelaksana tugas.
    Plt,
    /// Pelaksana harian.
    Plh,
    /// Penjabat.
    Pj,
    /// Penjabat sementara.
    Pjs,
}

impl StatusJabatan {
    /// The words of the data and their values.
    pub const WORDS: [(&'static str, Self); 5] = [
        ("definitif", Self::Definitif),
        ("plt", Self::Plt),
        ("plh", Self::Plh),
        ("pj", Self::Pj),
        ("pjs", Self::Pjs),
    ];

    /// The word in the data.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, v)| *v == self).map_or("", |(word, _)| word)
    }

    /// Printed before the jabatan, with a blank behind.
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Definitif => "",
            Self::Plt => "Plt. ",
            Self::Plh => "Plh. ",
            Self::Pj => "Pj. ",
            Self::Pjs => "Pjs. ",
        }
    }
}

/// Who somebody is, for the rule of Pasal 44 Permendagri 1/2023.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kedudukan {
    /// Gubernur, Bupati, Wali Kota.
    KepalaDaerah,
    /// Their deputies.
    WakilKepalaDaerah,
    /// Sekretaris Daerah.
    Sekda,
    /// Everyone else.
    #[default]
    Lain,
}

impl Kedudukan {
    /// The words of the data and their values.
    pub const WORDS: [(&'static str, Self); 4] = [
        ("kepala-daerah", Self::KepalaDaerah),
        ("wakil-kepala-daerah", Self::WakilKepalaDaerah),
        ("sekda", Self::Sekda),
        ("lain", Self::Lain),
    ];

    /// The word in the data.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, v)| *v == self).map_or("", |(word, _)| word)
    }
}

/// What is printed under a signature of penugasan, korespondensi and khusus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Printed {
    /// The gelar around the name.
    pub gelar: bool,
    /// Pangkat and NIP.
    pub nip: bool,
}

impl Pejabat {
    /// What Pasal 44 ayat (2) to (5) Permendagri 1/2023 lets print: officials other than head,
    /// deputy and Sekda print gelar, pangkat and NIP; definitive heads, deputies and Sekda the
    /// gelar alone; acting heads (Pj, Pjs, Plt, Plh) and acting Sekda (Pj, Plh) none of them.
    pub fn printed(&self) -> Printed {
        Printed::of(self.kedudukan, self.status)
    }

    /// "Plt. Kepala Dinas Kesehatan".
    pub fn jabatan_lengkap(&self) -> String {
        format!("{}{}", self.status.prefix(), self.jabatan)
    }
}

impl Printed {
    /// The rule of [`Pejabat::printed`].
    pub const fn of(kedudukan: Kedudukan, status: StatusJabatan) -> Self {
        use Kedudukan as K;
        use StatusJabatan as S;
        let (gelar, nip) = match (kedudukan, status) {
            (K::KepalaDaerah | K::WakilKepalaDaerah, S::Definitif) => (true, false),
            (K::KepalaDaerah | K::WakilKepalaDaerah, _) | (K::Sekda, S::Pj | S::Plh) => {
                (false, false)
            }
            // Pasal 44 does not require pangkat and NIP of a definitive Sekda, nor name an
            // acting (Plt) one; letters in practice print both (unverified).
            (K::Lain | K::Sekda, _) => (true, true),
        };
        Self { gelar, nip }
    }
}
