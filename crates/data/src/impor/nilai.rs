//! The fields of a service and of a quality item, all seen alike.

use std::fmt;

use super::{Angka, LayananImpor, MutuImpor};
use base::source::Spanned;
use field::spm::{Isian, ItemMutu, Jumlah, LayananCapaian};

/// A field that an import can set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Bidang {
    Opd,
    Sasaran,
    Terlayani,
    Pagu,
    Realisasi,
    Permasalahan,
    Penyebab,
    TindakLanjut,
    Pic,
    Satuan,
    Dibutuhkan,
    Terpenuhi,
}

impl Bidang {
    /// The fields of a service, in the order of its table.
    pub const LAYANAN: [Self; 9] = [
        Self::Opd,
        Self::Sasaran,
        Self::Terlayani,
        Self::Pagu,
        Self::Realisasi,
        Self::Permasalahan,
        Self::Penyebab,
        Self::TindakLanjut,
        Self::Pic,
    ];
    /// The fields of a quality item beside its name.
    pub const MUTU: [Self; 3] = [Self::Satuan, Self::Dibutuhkan, Self::Terpenuhi];

    /// The key in TOML.
    pub const fn kunci(self) -> &'static str {
        match self {
            Self::Opd => "opd",
            Self::Sasaran => "sasaran",
            Self::Terlayani => "terlayani",
            Self::Pagu => "pagu",
            Self::Realisasi => "realisasi",
            Self::Permasalahan => "permasalahan",
            Self::Penyebab => "penyebab",
            Self::TindakLanjut => "tindak_lanjut",
            Self::Pic => "pic",
            Self::Satuan => "satuan",
            Self::Dibutuhkan => "dibutuhkan",
            Self::Terpenuhi => "terpenuhi",
        }
    }

    /// Whether it is an amount of rupiah.
    pub const fn uang(self) -> bool {
        matches!(self, Self::Pagu | Self::Realisasi)
    }
}

/// What a field holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Nilai {
    /// A count or an amount.
    Bilangan(Jumlah),
    /// Declared not to exist.
    Nihil,
    /// A text.
    Teks(String),
    /// Texts, at least one.
    Daftar(Vec<String>),
}

impl fmt::Display for Nilai {
    /// For people: "1.234,5", "nihil", the texts joined by semicolons.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bilangan(n) => {
                f.write_str(&bahasa::format_decimal_short(n.nilai(), 20))
            }
            Self::Nihil => f.write_str("nihil"),
            Self::Teks(teks) => f.write_str(teks),
            Self::Daftar(teks) => f.write_str(&teks.join("; ")),
        }
    }
}

fn cacah(isian: &Isian<u64>) -> Option<Nilai> {
    match isian {
        Isian::Kosong => None,
        Isian::Nihil => Some(Nilai::Nihil),
        Isian::Isi(n) => Some(Nilai::Bilangan(Jumlah::from(*n))),
    }
}

fn jumlah(isian: &Isian<Jumlah>) -> Option<Nilai> {
    match isian {
        Isian::Kosong => None,
        Isian::Nihil => Some(Nilai::Nihil),
        Isian::Isi(n) => Some(Nilai::Bilangan(n.clone())),
    }
}

fn daftar(isian: &Isian<Vec<String>>) -> Option<Nilai> {
    match isian {
        Isian::Kosong => None,
        Isian::Nihil => Some(Nilai::Nihil),
        Isian::Isi(teks) => Some(Nilai::Daftar(teks.clone())),
    }
}

fn teks(teks: &str) -> Option<Nilai> {
    (!teks.is_empty()).then(|| Nilai::Teks(teks.to_owned()))
}

/// What a service holds now.
pub(super) fn lama(ada: &LayananCapaian, bidang: Bidang) -> Option<Nilai> {
    match bidang {
        Bidang::Opd => teks(&ada.opd),
        Bidang::Sasaran => cacah(&ada.sasaran),
        Bidang::Terlayani => cacah(&ada.terlayani),
        Bidang::Pagu => jumlah(&ada.pagu),
        Bidang::Realisasi => jumlah(&ada.realisasi),
        Bidang::Permasalahan => daftar(&ada.permasalahan),
        Bidang::Penyebab => daftar(&ada.penyebab),
        Bidang::TindakLanjut => daftar(&ada.tindak_lanjut),
        Bidang::Pic => ada.pic.as_deref().and_then(teks),
        Bidang::Satuan | Bidang::Dibutuhkan | Bidang::Terpenuhi => None,
    }
}

/// What a quality item holds now.
pub(super) fn lama_mutu(ada: &ItemMutu, bidang: Bidang) -> Option<Nilai> {
    match bidang {
        Bidang::Satuan => teks(&ada.satuan),
        Bidang::Dibutuhkan => jumlah(&ada.dibutuhkan),
        Bidang::Terpenuhi => jumlah(&ada.terpenuhi),
        _ => None,
    }
}

/// A value of the sheet and its place, when the sheet is not silent.
fn dari<T>(
    angka: Option<&Angka<T>>,
    baca: impl Fn(&Isian<T>) -> Option<Nilai>,
) -> Option<Spanned<Nilai>> {
    let angka = angka?;
    baca(&angka.value).map(|nilai| Spanned::new(nilai, angka.span))
}

/// What the sheet says about a service.
pub(super) fn baru(impor: &LayananImpor, bidang: Bidang) -> Option<Spanned<Nilai>> {
    let kata = |kata: Option<&Spanned<String>>| {
        let kata = kata?;
        teks(&kata.value).map(|nilai| Spanned::new(nilai, kata.span))
    };
    match bidang {
        Bidang::Opd => kata(impor.opd.as_ref()),
        Bidang::Sasaran => dari(impor.sasaran.as_ref(), cacah),
        Bidang::Terlayani => dari(impor.terlayani.as_ref(), cacah),
        Bidang::Pagu => dari(impor.pagu.as_ref(), jumlah),
        Bidang::Realisasi => dari(impor.realisasi.as_ref(), jumlah),
        Bidang::Permasalahan => dari(impor.permasalahan.as_ref(), daftar),
        Bidang::Penyebab => dari(impor.penyebab.as_ref(), daftar),
        Bidang::TindakLanjut => dari(impor.tindak_lanjut.as_ref(), daftar),
        Bidang::Pic => kata(impor.pic.as_ref()),
        Bidang::Satuan | Bidang::Dibutuhkan | Bidang::Terpenuhi => None,
    }
}

/// What the sheet says about a quality item.
pub(super) fn baru_mutu(impor: &MutuImpor, bidang: Bidang) -> Option<Spanned<Nilai>> {
    match bidang {
        Bidang::Satuan => {
            let satuan = impor.satuan.as_ref()?;
            teks(&satuan.value).map(|nilai| Spanned::new(nilai, satuan.span))
        }
        Bidang::Dibutuhkan => dari(impor.dibutuhkan.as_ref(), jumlah),
        Bidang::Terpenuhi => dari(impor.terpenuhi.as_ref(), jumlah),
        _ => None,
    }
}

/// Letters and digits in lower case, one blank between words: how names are compared.
pub(super) fn baku(teks: &str) -> String {
    teks.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|kata| !kata.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
