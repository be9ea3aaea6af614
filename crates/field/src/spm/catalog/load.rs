//! Reads the catalog's files and gathers every problem found in them.

use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;

use jiff::civil::Date;
use num_traits::Signed;
use serde::{Deserialize, Deserializer, de};

use super::office_items::{self, OFFICE_ITEMS};
use super::{
    Catalog, CategoryScale, DasarHukum, Deadline, FixedHoliday, Layanan, MutuLayanan,
    MutuList, Province, Term, Uncertain, Urusan,
};
use crate::spm::percent::Percent;
use crate::spm::temuan::{WrittenEvent, WrittenRule, apply, apply_events};
use bahasa::number::parse_number;

/// Every problem of a catalog that could not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogError {
    /// The problems, by file; never empty.
    pub problems: Vec<CatalogProblem>,
}

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
    /// [`Percent`].
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

impl fmt::Display for CatalogError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (urut, problems) in self.problems.iter().enumerate() {
            if urut > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{}: {}", problems.file, problems.cause)?;
        }
        Ok(())
    }
}

impl std::error::Error for CatalogError {}

/// The name under which a workspace's own `temuan.toml` is given to [`Catalog::from_toml`]
/// beside the built-in one: it changes rules and does not take the place of all.
pub const TEMUAN_OVERLAY: &str = "temuan.toml (folder kerja)";

/// The rules of findings, built in and over them those of a workspace.
const RULES: [&str; 2] = ["temuan.toml", TEMUAN_OVERLAY];

/// Files without which nothing can be computed.
const REQUIRED: [&str; 3] = ["urusan.toml", "layanan-kabupaten.toml", "kategori.toml"];

/// Any one file: every file has one of these lists, `mutu.toml` has two.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct UrusanFile {
    urusan: Vec<Urusan>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct LayananFile {
    layanan: Vec<Layanan>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct MutuFile {
    daftar: Vec<MutuList>,
    mutu: Vec<MutuLayanan>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct DasarHukumFile {
    dasar_hukum: Vec<DasarHukum>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct KategoriFile {
    skala: Vec<CategoryScale>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct CalendarFile {
    batas: Vec<Deadline>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct HolidayFile {
    libur: Vec<FixedHoliday>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct ProvinceFile {
    provinsi: Vec<Province>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct TermFile {
    istilah: Vec<Term>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct CertaintyFile {
    butir: Vec<Uncertain>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct TemuanFile {
    aturan: Vec<WrittenRule>,
    khusus: Vec<WrittenEvent>,
}

impl Catalog {
    /// Reads a catalog from its files, each a name without folder and its text.
    ///
    /// `urusan.toml`, `layanan-kabupaten.toml` and `kategori.toml` are needed;
    /// `layanan-provinsi.toml`, `mutu.toml`, `dasar-hukum.toml`, `kalender.toml`,
    /// `libur.toml`, `provinsi.toml`, `istilah.toml` and `temuan.toml` may be missing; [`TEMUAN_OVERLAY`] follows the last.
    /// `mutu-kantor.toml` ([`OFFICE_ITEMS`]) is an office's alone.
    ///
    /// # Errors
    /// All problems at once: unreadable files, unknown keys, and whatever contradicts
    /// itself across the files.
    pub fn from_toml(files: &[(&str, &str)]) -> Result<Self, CatalogError> {
        let mut katalog = Self::default();
        let mut problems = Vec::new();
        for needed in REQUIRED {
            if !files.iter().any(|(nama, _)| *nama == needed) {
                problems.push(problem_in(needed, CatalogCause::MissingFile));
            }
        }
        for (urut, (nama, text)) in files.iter().enumerate() {
            if files[..urut].iter().any(|(other, _)| other == nama) {
                problems
                    .push(problem_in(nama, CatalogCause::Duplicate((*nama).to_owned())));
            } else if !RULES.contains(nama)
                && *nama != OFFICE_ITEMS
                && let Err(wrong) = katalog.read(nama, text)
            {
                problems.push(wrong);
            }
        }
        // What an office settles lies over the lists, so they come first.
        if let Some((nama, text)) = files.iter().find(|(n, _)| *n == OFFICE_ITEMS) {
            match parse(nama, text) {
                Ok(written) => office_items::apply(&mut katalog, written, &mut problems),
                Err(wrong) => problems.push(wrong),
            }
        }
        // Rules have words for the events of services, so the services come first.
        for nama in RULES {
            if let Some((_, text)) = files.iter().find(|(n, _)| *n == nama) {
                katalog.read_temuan(nama, text, &mut problems);
            }
        }
        // References into a file that could not be read would only be noise.
        if problems.is_empty() {
            problems = katalog.check();
        }
        if problems.is_empty() { Ok(katalog) } else { Err(CatalogError { problems }) }
    }

    fn read_temuan(
        &mut self,
        nama: &str,
        text: &str,
        problems: &mut Vec<CatalogProblem>,
    ) {
        let written = match parse::<TemuanFile>(nama, text) {
            Ok(written) => written,
            Err(wrong) => return problems.push(wrong),
        };
        // The built-in words hold for services that a workspace may have replaced.
        let known = (nama == TEMUAN_OVERLAY).then(|| self.events());
        let mut faults = apply(&mut self.temuan, written.aturan);
        faults.extend(apply_events(&mut self.temuan, written.khusus, known.as_ref()));
        for (place, cause) in faults {
            let place = Some(place);
            problems.push(CatalogProblem { file: nama.to_owned(), place, cause });
        }
    }

    /// The events that services wait for or rules have words for.
    fn events(&self) -> BTreeSet<String> {
        let services = self.kabupaten.iter().chain(&self.provinsi);
        let of_rules = self.temuan.iter().flat_map(|rule| rule.khusus.keys());
        services.filter_map(|l| l.peristiwa.as_ref()).chain(of_rules).cloned().collect()
    }

    fn read(&mut self, nama: &str, text: &str) -> Result<(), CatalogProblem> {
        match nama {
            "urusan.toml" => self.urusan = parse::<UrusanFile>(nama, text)?.urusan,
            "layanan-kabupaten.toml" => {
                self.kabupaten = parse::<LayananFile>(nama, text)?.layanan;
            }
            "layanan-provinsi.toml" => {
                self.provinsi = parse::<LayananFile>(nama, text)?.layanan;
            }
            "mutu.toml" => {
                let file = parse::<MutuFile>(nama, text)?;
                (self.daftar, self.mutu) = (file.daftar, file.mutu);
            }
            "dasar-hukum.toml" => {
                self.dasar_hukum = parse::<DasarHukumFile>(nama, text)?.dasar_hukum;
            }
            "libur.toml" => self.libur = parse::<HolidayFile>(nama, text)?.libur,
            "provinsi.toml" => {
                self.provinces = parse::<ProvinceFile>(nama, text)?.provinsi;
            }
            "kategori.toml" => self.skala = parse::<KategoriFile>(nama, text)?.skala,
            "kalender.toml" => self.batas = parse::<CalendarFile>(nama, text)?.batas,
            "istilah.toml" => self.istilah = parse::<TermFile>(nama, text)?.istilah,
            "kepastian.toml" => {
                self.uncertain = parse::<CertaintyFile>(nama, text)?.butir;
            }
            _ => return Err(problem_in(nama, CatalogCause::UnknownFile)),
        }
        Ok(())
    }
}

/// A problem without a place inside the file.
pub(super) fn problem_in(file: &str, cause: CatalogCause) -> CatalogProblem {
    CatalogProblem { file: file.to_owned(), place: None, cause }
}

fn parse<'de, T: Deserialize<'de>>(
    nama: &str,
    text: &'de str,
) -> Result<T, CatalogProblem> {
    toml::from_str(text).map_err(|errors| CatalogProblem {
        file: nama.to_owned(),
        place: errors.span(),
        cause: CatalogCause::Malformed(errors.message().to_owned()),
    })
}

/// A percentage written as a decimal text, so that no binary fraction comes between.
pub(super) fn persen<'de, D: Deserializer<'de>>(from: D) -> Result<Percent, D::Error> {
    let text = String::deserialize(from)?;
    let nilai = parse_number(&text).map_err(de::Error::custom)?;
    if nilai.is_negative() {
        return Err(de::Error::custom("batas tidak boleh kurang dari nol"));
    }
    Ok(Percent::new(nilai))
}

/// A date written as `yyyy-mm-dd` text.
pub(super) fn tanggal<'de, D: Deserializer<'de>>(from: D) -> Result<Date, D::Error> {
    let text = String::deserialize(from)?;
    text.parse().map_err(|_| {
        de::Error::custom(format!("`{text}` bukan tanggal; tulis tahun-bulan-hari"))
    })
}
