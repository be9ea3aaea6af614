//! Officials and what may be printed of them under a signature.

use base::written::Written;
use jiff::civil::Date;

use super::{Golongan, NamaGelar, Nip};
use base::source::{Span, Spanned};

/// An official.
#[derive(Debug, Clone, Default)]
pub struct Pejabat {
    /// The name the data calls it by.
    pub id: Spanned<String>,
    /// Name and gelar.
    pub nama: NamaGelar,
    /// The NIP; guests and elected heads have none.
    pub nip: Option<Nip>,
    /// The NIK, 16 digits: electronic signatures are asked for by it. Never printed.
    pub nik: Option<String>,
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
    /// Where it was written, field by field.
    pub written: Written,
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

/// What is printed of an official under a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Printed {
    /// The gelar around the name.
    pub gelar: bool,
    /// Pangkat and NIP.
    pub nip: bool,
}

/// How a daerah and a kind of paper follow Pasal 44: the one place that says what is printed of
/// an official.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools)] // each is a switch of its own in the profile
pub struct Pasal44 {
    /// Gelar, pangkat and NIP follow it; without, none of them is printed (as at BPKP).
    pub followed: bool,
    /// The kind of paper allows gelar.
    pub gelar: bool,
    /// The kind of paper allows pangkat and NIP.
    pub nip: bool,
    /// A Sekda prints pangkat and NIP, which it does not ask for.
    pub sekda_pangkat_nip: bool,
}

impl Pejabat {
    /// Whether the term of office holds on a day; an open end has no bound.
    pub fn in_office(&self, date: Date) -> bool {
        self.dari.is_none_or(|from| from <= date)
            && self.sampai.is_none_or(|to| date <= to)
    }

    /// Whether both may hold office on one day. Somebody who stands in for the definitive
    /// holder (Plh., Plt.) does so within that one's term, which is no clash.
    pub fn overlaps(&self, other: &Self) -> bool {
        let before = |to: Option<Date>, from: Option<Date>| matches!((to, from), (Some(to), Some(from)) if to < from);
        let definitive = |p: &Self| p.status == StatusJabatan::Definitif;
        definitive(self) == definitive(other)
            && !before(self.sampai, other.dari)
            && !before(other.sampai, self.dari)
    }

    /// Who of those with an id holds the office on a day, and whether anybody does: if not, the
    /// last one before that day, else the first. Of several the one who came last.
    pub fn on<'a>(
        all: &'a [Self],
        id: &str,
        date: Option<Date>,
    ) -> Option<(&'a Self, bool)> {
        let mut terms: Vec<&Self> = all.iter().filter(|p| p.id.value == id).collect();
        terms.sort_by_key(|p| p.dari);
        let Some(date) = date else { return terms.last().map(|p| (*p, true)) };
        let held = terms.iter().rev().find(|p| p.in_office(date));
        let begun = || terms.iter().rev().find(|p| p.dari.is_none_or(|d| d <= date));
        match held {
            Some(holder) => Some((holder, true)),
            None => begun().or(terms.first()).map(|p| (*p, false)),
        }
    }

    /// Whether somebody who is written out is this official: by the number, which nobody else
    /// has, or by the name, with its gelar or without.
    pub fn is(&self, name: &str, nip: Option<&Nip>) -> bool {
        let number = nip.map(Nip::digits);
        let name = name.trim().to_lowercase();
        number.is_some() && self.nip.as_ref().map(Nip::digits) == number
            || [self.nama.full().as_str(), self.nama.without_gelar()]
                .iter()
                .any(|own| !name.is_empty() && own.to_lowercase() == name)
    }

    /// "Plt. Kepala Dinas Kesehatan".
    pub fn full_jabatan(&self) -> String {
        format!("{}{}", self.status.prefix(), self.jabatan)
    }
}

impl StatusJabatan {
    /// The name of an office without "Plt." and the like before it.
    pub fn off(office: &str) -> &str {
        Self::written(office).map_or(office, |(_, rest)| rest)
    }

    /// How an office is held by the word before its name, however that is typed ("Plt.", "PLT",
    /// "Pelaksana Tugas"), and the name; `None` where there is no such word.
    pub fn written(office: &str) -> Option<(Self, &str)> {
        let all = office.trim_start();
        BEFORE_OFFICES.iter().find_map(|(word, status)| {
            let begins = all.get(..word.len())?.eq_ignore_ascii_case(word);
            let rest = all.get(word.len()..).filter(|_| begins)?;
            let bare = rest.strip_prefix('.').unwrap_or(rest);
            let apart = bare.len() < rest.len() || bare.starts_with(char::is_whitespace);
            let name = bare.trim_start();
            (apart && !name.is_empty()).then_some((*status, name))
        })
    }
}

/// Words before the name of an office, the longer ones first.
const BEFORE_OFFICES: [(&str, StatusJabatan); 8] = [
    ("penjabat sementara", StatusJabatan::Pjs),
    ("pelaksana harian", StatusJabatan::Plh),
    ("pelaksana tugas", StatusJabatan::Plt),
    ("penjabat", StatusJabatan::Pj),
    ("pjs", StatusJabatan::Pjs),
    ("plt", StatusJabatan::Plt),
    ("plh", StatusJabatan::Plh),
    ("pj", StatusJabatan::Pj),
];

impl Pasal44 {
    /// What is printed of who holds an office so. Ayat (2) to (5) Permendagri 1/2023: officials
    /// other than head, deputy and Sekda print gelar, pangkat and NIP; definitive heads, deputies
    /// and Sekda the gelar alone; acting heads (Pj, Pjs, Plt, Plh) and acting Sekda (Pj, Plh)
    /// none of them.
    pub const fn printed(self, kedudukan: Kedudukan, status: StatusJabatan) -> Printed {
        use Kedudukan as K;
        use StatusJabatan as S;
        let (gelar, nip) = match (kedudukan, status) {
            _ if !self.followed => (false, false),
            (K::KepalaDaerah | K::WakilKepalaDaerah, S::Definitif) => (true, false),
            (K::KepalaDaerah | K::WakilKepalaDaerah, _) | (K::Sekda, S::Pj | S::Plh) => {
                (false, false)
            }
            // Pasal 44 does not require pangkat and NIP of a definitive Sekda, nor name an
            // acting (Plt) one; letters in practice print both (unverified).
            (K::Sekda, _) => (true, self.sekda_pangkat_nip),
            (K::Lain, _) => (true, true),
        };
        Printed { gelar: gelar && self.gelar, nip: nip && self.nip }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn holder(nama: &str, dari: Option<Date>, sampai: Option<Date>) -> Pejabat {
        Pejabat {
            id: Spanned::new("sekda".to_owned(), Span::None),
            nama: NamaGelar::new("", nama, &[""]).unwrap(),
            nip: None,
            nik: None,
            golongan: None,
            jabatan: "Sekretaris Daerah".to_owned(),
            status: StatusJabatan::Definitif,
            kedudukan: Kedudukan::Sekda,
            dari,
            sampai,
            span: Span::None,
            written: Written::default(),
        }
    }

    #[test]
    fn the_day_chooses_who_holds_the_office() {
        let old = holder("Lama", None, Some(date(2024, 6, 30)));
        let mut acting = holder("Harian", Some(date(2024, 9, 2)), Some(date(2024, 9, 6)));
        acting.status = StatusJabatan::Plh;
        let new = holder("Baru", Some(date(2024, 7, 15)), None);
        assert!(!old.overlaps(&new) && !acting.overlaps(&new));
        assert!(new.overlaps(&holder("Lain", Some(date(2025, 1, 1)), None)));
        let all = [new, old, acting];
        let on = |y, m, d| {
            let (found, held) = Pejabat::on(&all, "sekda", Some(date(y, m, d))).unwrap();
            (found.nama.without_gelar().to_owned(), held)
        };
        assert_eq!(on(2024, 6, 30), ("Lama".to_owned(), true));
        assert_eq!(on(2024, 7, 1), ("Lama".to_owned(), false));
        assert_eq!(on(2024, 7, 15), ("Baru".to_owned(), true));
        assert_eq!(on(2024, 9, 4), ("Harian".to_owned(), true));
        assert_eq!(on(2024, 9, 7), ("Baru".to_owned(), true));
        assert!(Pejabat::on(&all, "bupati", None).is_none());
    }
}
