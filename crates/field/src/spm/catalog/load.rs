//! Reads the catalog's files and gathers every problem found in them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use jiff::civil::Date;
use num_traits::Signed;
use serde::{Deserialize, Deserializer, de};

use super::cause::{CatalogCause, CatalogProblem, problem_in};
use super::office_items::{self, OFFICE_ITEMS};
use super::places;
use super::rules::{WrittenEvent, WrittenRule, apply, apply_events};
use super::{
    Catalog, CategoryScale, DasarHukum, Deadline, FixedHoliday, Layanan, MutuLayanan,
    MutuList, Province, Term, Uncertain, Urusan,
};
use crate::spm::percent::Percent;
use bahasa::number::parse_number;
use base::source::FileId;

/// Every problem of a catalog that could not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogError {
    /// The problems, by file; never empty.
    pub problems: Vec<CatalogProblem>,
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
        Self::of_office(files, &BTreeMap::new())
    }

    /// The same, where some files are an office's `own`: what stands in them has its place
    /// there.
    ///
    /// # Errors
    /// As [`Catalog::from_toml`].
    pub fn of_office(
        files: &[(&str, &str)],
        own: &BTreeMap<String, FileId>,
    ) -> Result<Self, CatalogError> {
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
                && let Err(wrong) = katalog.read(nama, text, own.get(*nama).copied())
            {
                problems.push(wrong);
            }
        }
        // What an office settles lies over the lists, so they come first.
        if let Some((nama, text)) = files.iter().find(|(n, _)| *n == OFFICE_ITEMS) {
            match parse(nama, text) {
                Ok(written) => {
                    let written: office_items::OfficeFile = written;
                    let places = places::of(own.get(*nama).copied(), text);
                    office_items::apply(&mut katalog, (written, &places), &mut problems);
                }
                Err(wrong) => problems.push(wrong),
            }
        }
        // Rules have words for the events of services, so the services come first.
        for nama in RULES {
            if let Some((_, text)) = files.iter().find(|(n, _)| *n == nama) {
                katalog.read_temuan((nama, text), own.get(nama).copied(), &mut problems);
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
        (nama, text): (&str, &str),
        own: Option<FileId>,
        problems: &mut Vec<CatalogProblem>,
    ) {
        let written = match parse::<TemuanFile>(nama, text) {
            Ok(written) => written,
            Err(wrong) => return problems.push(wrong),
        };
        // The built-in words hold for services that a workspace may have replaced.
        let known = (nama == TEMUAN_OVERLAY).then(|| self.events());
        let mut faults = apply(&mut self.temuan, (written.aturan, own));
        faults.extend(apply_events(
            &mut self.temuan,
            (written.khusus, own),
            known.as_ref(),
        ));
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

    fn read(
        &mut self,
        nama: &str,
        text: &str,
        own: Option<FileId>,
    ) -> Result<(), CatalogProblem> {
        let at = &places::of(own, text);
        match nama {
            "urusan.toml" => {
                self.urusan = at.set("urusan", parse::<UrusanFile>(nama, text)?.urusan);
            }
            "layanan-kabupaten.toml" => {
                let services = parse::<LayananFile>(nama, text)?.layanan;
                self.kabupaten = at.set("layanan", services);
            }
            "layanan-provinsi.toml" => {
                let services = parse::<LayananFile>(nama, text)?.layanan;
                self.provinsi = at.set("layanan", services);
            }
            "mutu.toml" => {
                let file = parse::<MutuFile>(nama, text)?;
                (self.daftar, self.mutu) = (file.daftar, at.set("mutu", file.mutu));
            }
            "dasar-hukum.toml" => {
                let laws = parse::<DasarHukumFile>(nama, text)?.dasar_hukum;
                self.dasar_hukum = at.set("dasar_hukum", laws);
            }
            "libur.toml" => self.libur = parse::<HolidayFile>(nama, text)?.libur,
            "provinsi.toml" => {
                self.provinces = parse::<ProvinceFile>(nama, text)?.provinsi;
            }
            "kategori.toml" => {
                self.skala = at.set("skala", parse::<KategoriFile>(nama, text)?.skala);
            }
            "kalender.toml" => self.batas = parse::<CalendarFile>(nama, text)?.batas,
            "istilah.toml" => {
                self.istilah = at.set("istilah", parse::<TermFile>(nama, text)?.istilah);
            }
            "kepastian.toml" => {
                self.uncertain = parse::<CertaintyFile>(nama, text)?.butir;
            }
            _ => return Err(problem_in(nama, CatalogCause::UnknownFile)),
        }
        Ok(())
    }
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
