//! The national catalog: urusan, services, quality items by year, citations, categories,
//! reporting dates and terms. Data, because every one of them changes by year or letter.

mod calendar;
mod cause;
mod certainty;
mod check;
mod load;
mod note;
mod office_items;
mod places;
mod rules;

use jiff::civil::Date;
use serde::Deserialize;

pub use calendar::{FixedHoliday, Province};
pub use cause::{CatalogCause, CatalogProblem};
pub use certainty::{Doubt, Uncertain};
pub use load::{CatalogError, TEMUAN_OVERLAY};
pub use note::{SourceGrade, SourceNote};
pub use office_items::OFFICE_ITEMS;
pub use rules::{EventWords, RuleText, TemuanLevel, TemuanRule};

use super::percent::Percent;
use base::written::{Line, Written};

/// Which government has the duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tingkat {
    /// Kabupaten and kota: 29 services.
    KabupatenKota,
    /// Provinsi: 14 services.
    Provinsi,
}

/// A part of the urusan trantibumlinmas that has its own technical standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SubUrusan {
    /// Ketenteraman dan ketertiban umum (Permendagri 121/2018).
    Trantibum,
    /// Bencana (Permendagri 101/2018).
    Bencana,
    /// Kebakaran (Permendagri 114/2018).
    Kebakaran,
}

impl SubUrusan {
    /// The word in the catalog.
    pub fn word(self) -> &'static str {
        match self {
            Self::Trantibum => "trantibum",
            Self::Bencana => "bencana",
            Self::Kebakaran => "kebakaran",
        }
    }
}

/// One of the six urusan.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Urusan {
    /// Code, such as "kesehatan".
    pub kode: String,
    /// Name for print.
    pub nama: String,
    /// Full name in regulations.
    pub nama_resmi: String,
    /// Short form for narrow columns.
    pub singkat: String,
    /// Source.
    pub sumber: SourceNote,
    /// Where an office wrote it, field by field; built-in ones are written nowhere.
    #[serde(skip)]
    pub written: Written,
}

/// One jenis pelayanan dasar.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Layanan {
    /// Code, unique over both levels of government: "KES-1".
    pub kode: String,
    /// Code of its urusan.
    pub urusan: String,
    /// Part of the urusan, where it has parts.
    pub sub_urusan: Option<SubUrusan>,
    /// Name for print.
    pub nama: String,
    /// Other spellings accepted on import.
    #[serde(default)]
    pub ejaan_lain: Vec<String>,
    /// Who is entitled.
    pub penerima: String,
    /// Usual unit of the target population.
    pub satuan: String,
    /// Other units in use.
    #[serde(default)]
    pub satuan_lain: Vec<String>,
    /// OPD usually in charge.
    pub opd_lazim: String,
    /// What its recipients exist by, where that is an event: findings have words of their own
    /// for it (`[[khusus]]` in `temuan.toml`).
    pub peristiwa: Option<String>,
    /// Whether who was missed by the event can be served later all the same, as a house is built
    /// after the flood: then it is held against the path.
    #[serde(default)]
    pub menyusul: bool,
    /// Where its recipients are looked for, inside a sentence.
    #[serde(default = "district")]
    pub tempat: String,
    /// Where a kota looks for them, whose word for it is another: most have no desa.
    pub tempat_kota: Option<String>,
    /// Source.
    pub sumber: SourceNote,
    /// Where an office wrote it, field by field; built-in ones are written nowhere.
    #[serde(skip)]
    pub written: Written,
}

/// Where most offices look for people.
fn district() -> String {
    "kecamatan".to_owned()
}

impl Layanan {
    /// Whether its target is an estimate of events, and nobody who was missed can be served later.
    pub fn awaits_events(&self) -> bool {
        self.peristiwa.is_some() && !self.menyusul
    }

    /// Whether the target population may be counted in a unit, whatever the case.
    pub fn accepts_satuan(&self, satuan: &str) -> bool {
        let wanted = satuan.trim().to_lowercase();
        let accepted = [&self.satuan].into_iter().chain(&self.satuan_lain);
        accepted.map(|s| s.to_lowercase()).any(|s| s == wanted)
    }
}

/// A list of quality items and the years it holds for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MutuList {
    /// Identifier, such as "kesehatan-2025".
    pub id: String,
    /// Code of the urusan.
    pub urusan: String,
    /// First year.
    pub berlaku_dari: u16,
    /// Last year; `None` while it is in force.
    pub berlaku_sampai: Option<u16>,
    /// What the list is; may be empty.
    #[serde(default)]
    pub keterangan: String,
    /// Source.
    pub sumber: SourceNote,
}

impl MutuList {
    /// Whether the list holds for a year.
    pub fn berlaku(&self, tahun: u16) -> bool {
        self.berlaku_dari <= tahun && self.berlaku_sampai.is_none_or(|end| tahun <= end)
    }
}

/// The quality items of one service in one list.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MutuLayanan {
    /// Identifier of the list.
    pub daftar: String,
    /// Code of the service.
    pub layanan: String,
    /// The items, in the order of the form.
    pub item: Vec<CatalogItem>,
}

/// One quality item of the catalog.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CatalogItem {
    /// Name as on the form.
    pub nama: String,
    /// Unit; `None` where it is not known.
    pub satuan: Option<String>,
    /// Where an office wrote it, field by field; built-in ones are written nowhere.
    #[serde(skip)]
    pub written: Written,
}

/// A regulation that papers may cite. Citations come from this table only.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DasarHukum {
    /// Identifier, such as "pp-2-2018".
    pub id: String,
    /// Kind, such as "Peraturan Pemerintah".
    pub jenis: String,
    /// Number; one with slashes already holds its year.
    pub nomor: String,
    /// Year.
    pub tahun: u16,
    /// Title after "tentang"; absent where nobody has read it.
    pub tentang: Option<String>,
    /// The id of the regulation that replaced it: from that one's year on no table of
    /// references names this one.
    pub diganti: Option<String>,
    /// What it is cited for.
    pub untuk: String,
    /// Code of the urusan, where it is a sector standard.
    pub urusan: Option<String>,
    /// Year and number in the Lembaran Negara, "2014/244".
    pub ln: Option<String>,
    /// Number in the Tambahan Lembaran Negara.
    pub tln: Option<String>,
    /// Year and number in the Berita Negara.
    pub bn: Option<String>,
    /// What changed it, oldest first.
    #[serde(default)]
    pub perubahan: Vec<Amendment>,
    /// Source.
    pub sumber: SourceNote,
    /// Where an office wrote it, field by field; built-in ones are written nowhere.
    #[serde(skip)]
    pub written: Written,
}

/// A regulation that changed another one.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amendment {
    /// From which year on papers cite it.
    pub tahun: u16,
    /// What it is called: "Undang-Undang Nomor 6 Tahun 2023".
    pub dengan: String,
    /// Where an office wrote it, field by field; built-in ones are written nowhere.
    #[serde(skip)]
    pub written: Written,
}

impl DasarHukum {
    /// A text of it with its place.
    fn part(&self, key: &str, text: &str) -> Line {
        Line::at(text, self.written.field(key).span())
    }

    /// The citation of a Mengingat in a paper of a year: with Lembaran or Berita Negara, as far
    /// as they are known, and the change that was the last one then.
    pub fn considered(&self, year: u16) -> Line {
        let mut known = self.perubahan.iter().filter(|change| change.tahun <= year);
        let often = if known.clone().count() > 1 {
            "beberapa kali diubah, terakhir"
        } else {
            "diubah"
        };
        let cited = self.citation().and(&self.gazette());
        known.next_back().map_or(cited.clone(), |last| {
            let by = Line::at(&*last.dengan, last.written.field("dengan").span());
            cited.ours(&format!(" sebagaimana telah {often} dengan ")).and(&by)
        })
    }

    /// Where it was made known, in brackets; nothing where that is not known.
    fn gazette(&self) -> Line {
        let parted = |key: &str, text: &str| {
            let (year, number) = text.split_once('/')?;
            let at = self.written.field(key).span();
            let line = Line::from("Republik Indonesia Tahun ").then(year, at);
            Some(line.ours(" Nomor ").then(number, at))
        };
        let told = |of: &str, line: &Line| Line::from(of).and(line);
        let line = match (&self.ln, &self.tln, &self.bn) {
            (Some(ln), tln, _) => parted("ln", ln).map(|ln| {
                let line = told(" (Lembaran Negara ", &ln);
                let more = ", Tambahan Lembaran Negara Republik Indonesia Nomor ";
                tln.as_ref().map_or(line.clone(), |tln| {
                    line.ours(more).and(&self.part("tln", tln))
                })
            }),
            (None, _, Some(bn)) => {
                parted("bn", bn).map(|bn| told(" (Berita Negara ", &bn))
            }
            _ => None,
        };
        line.map(|line| line.ours(")")).unwrap_or_default()
    }

    fn title_is_read(&self) -> bool {
        self.sumber.tingkat != SourceGrade::Recalled
    }

    /// Whether its citation tells what it is about.
    pub fn is_titled(&self) -> bool {
        self.tentang.is_some() && self.title_is_read()
    }

    /// "Peraturan Pemerintah 2/2018"; a number with slashes already holds its year.
    pub fn short(&self) -> Line {
        let line = self.part("jenis", &self.jenis).ours(" ");
        let line = line.and(&self.part("nomor", &self.nomor));
        if self.nomor.contains('/') { line } else { line.ours("/").and(&self.year()) }
    }

    fn year(&self) -> Line {
        self.part("tahun", &self.tahun.to_string())
    }

    /// The citation: "Peraturan Pemerintah Nomor 2 Tahun 2018 tentang Standar Pelayanan
    /// Minimal"; a number with slashes is not followed by its year. A title that nobody has
    /// read word for word is left out: it would be quoted as law.
    pub fn citation(&self) -> Line {
        let line = self.part("jenis", &self.jenis).ours(" Nomor ");
        let mut line = line.and(&self.part("nomor", &self.nomor));
        if !self.nomor.contains('/') {
            line = line.ours(" Tahun ").and(&self.year());
        }
        if let Some(title) = self.tentang.as_ref().filter(|_| self.title_is_read()) {
            line = line.ours(" tentang ").and(&self.part("tentang", title));
        }
        line
    }
}

/// The categories in use from one year on.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CategoryScale {
    /// First year.
    pub berlaku_dari: u16,
    /// Source.
    pub sumber: SourceNote,
    /// The categories, highest first; the last one begins at zero.
    pub kategori: Vec<Kategori>,
}

impl CategoryScale {
    /// The category of a value, decided on the exact value and not on its print.
    pub fn kategori(&self, nilai: &Percent) -> Option<&str> {
        let kategori = self.kategori.iter().find(|k| *nilai >= k.batas_bawah)?;
        Some(&kategori.nama)
    }

    /// What each category reaches over, highest first.
    pub fn ranges(&self) -> Vec<KategoriRange<'_>> {
        let above = std::iter::once(None).chain(self.kategori.iter().map(Some));
        let all = self.kategori.iter().zip(above);
        all.map(|(kategori, above)| KategoriRange {
            kategori,
            bawah: &kategori.batas_bawah,
            atas: above.map(|k| k.batas_bawah.largest_below()),
        })
        .collect()
    }
}

/// The values of one category as they are printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KategoriRange<'a> {
    /// The category.
    pub kategori: &'a Kategori,
    /// The lowest value.
    pub bawah: &'a Percent,
    /// The highest printed value; `None` for the highest category, which is a single value:
    /// nothing is above a full 100.
    pub atas: Option<Percent>,
}

impl KategoriRange<'_> {
    /// "90,00–99,99".
    pub fn printed(&self) -> String {
        let bawah = self.bawah.angka();
        match &self.atas {
            Some(atas) => format!("{bawah}–{}", atas.angka()),
            None => bawah,
        }
    }
}

/// One category.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kategori {
    /// Name, such as "Tuntas Madya".
    pub nama: String,
    /// Lowest value that belongs to it: a whole number of percent.
    #[serde(deserialize_with = "load::persen")]
    pub batas_bawah: Percent,
    /// Where an office wrote it, field by field; built-in ones are written nowhere.
    #[serde(skip)]
    pub written: Written,
}

/// The closing date of one quarter's entry.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// Year reported on.
    pub tahun: u16,
    /// Quarter, 1..=4.
    pub triwulan: u8,
    /// Closing date.
    #[serde(deserialize_with = "load::tanggal")]
    pub tanggal: Date,
    /// Source.
    pub sumber: SourceNote,
}

/// A term of the glossary.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The term.
    pub istilah: String,
    /// Its meaning.
    pub arti: String,
    /// Source.
    pub sumber: SourceNote,
    /// Where an office wrote it, field by field; built-in ones are written nowhere.
    #[serde(skip)]
    pub written: Written,
}

/// The whole catalog, free of contradictions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Catalog {
    urusan: Vec<Urusan>,
    kabupaten: Vec<Layanan>,
    provinsi: Vec<Layanan>,
    daftar: Vec<MutuList>,
    mutu: Vec<MutuLayanan>,
    dasar_hukum: Vec<DasarHukum>,
    skala: Vec<CategoryScale>,
    batas: Vec<Deadline>,
    libur: Vec<FixedHoliday>,
    provinces: Vec<Province>,
    istilah: Vec<Term>,
    temuan: Vec<TemuanRule>,
    uncertain: Vec<Uncertain>,
}

impl Catalog {
    /// The rules of the findings, in the order of the file.
    pub fn temuan_rules(&self) -> &[TemuanRule] {
        &self.temuan
    }

    /// The urusan, in print order.
    pub fn all_urusan(&self) -> &[Urusan] {
        &self.urusan
    }

    /// An urusan by its code.
    pub fn urusan(&self, kode: &str) -> Option<&Urusan> {
        self.urusan.iter().find(|u| u.kode == kode)
    }

    /// The services of one level of government, in print order.
    pub fn all_layanan(&self, tingkat: Tingkat) -> &[Layanan] {
        match tingkat {
            Tingkat::KabupatenKota => &self.kabupaten,
            Tingkat::Provinsi => &self.provinsi,
        }
    }

    /// A service of either level by its code.
    pub fn layanan(&self, kode: &str) -> Option<&Layanan> {
        self.kabupaten.iter().chain(&self.provinsi).find(|l| l.kode == kode)
    }

    /// A service by code, name or other spelling, for import. Case, blanks and
    /// punctuation do not matter; `None` when nothing or more than one service fits.
    pub fn find_layanan(&self, tingkat: Tingkat, text: &str) -> Option<&Layanan> {
        let wanted = normal_form(text);
        let mut fitting = self.all_layanan(tingkat).iter().filter(|l| {
            [&l.kode, &l.nama]
                .into_iter()
                .chain(&l.ejaan_lain)
                .any(|e| normal_form(e) == wanted)
        });
        let one = fitting.next()?;
        fitting.next().is_none().then_some(one)
    }

    /// The quality items of a service in a year; empty where none are known.
    pub fn mutu(&self, layanan: &str, tahun: u16) -> &[CatalogItem] {
        self.mutu
            .iter()
            .find(|m| {
                m.layanan == layanan
                    && self.daftar.iter().any(|d| d.id == m.daftar && d.berlaku(tahun))
            })
            .map_or(&[], |m| &m.item)
    }

    /// Whether the quality items of a service in a year come from a list that is only
    /// remembered: papers and worksheets that use it say so.
    pub fn mutu_is_remembered(&self, layanan: &str, tahun: u16) -> bool {
        let mut lists = self.mutu.iter().filter(|m| m.layanan == layanan);
        let list = lists.find_map(|m| {
            self.daftar.iter().find(|d| d.id == m.daftar && d.berlaku(tahun))
        });
        list.is_some_and(|list| list.sumber.tingkat == SourceGrade::Recalled)
    }

    /// The lists of quality items, to tell where items come from.
    pub fn mutu_lists(&self) -> &[MutuList] {
        &self.daftar
    }

    /// All regulations, in the order of the file.
    pub fn all_dasar_hukum(&self) -> &[DasarHukum] {
        &self.dasar_hukum
    }

    /// A regulation by its identifier.
    pub fn dasar_hukum(&self, id: &str) -> Option<&DasarHukum> {
        self.dasar_hukum.iter().find(|d| d.id == id)
    }

    /// The categories of a year: the newest scale that had begun.
    pub fn skala(&self, tahun: u16) -> Option<&CategoryScale> {
        self.skala
            .iter()
            .filter(|s| s.berlaku_dari <= tahun)
            .max_by_key(|s| s.berlaku_dari)
    }

    /// A category of a year by its name.
    pub fn kategori(&self, tahun: u16, nama: &str) -> Option<&Kategori> {
        self.skala(tahun)?.kategori.iter().find(|kategori| kategori.nama == nama)
    }

    /// The closing date of a quarter, where it is known.
    pub fn batas(&self, tahun: u16, triwulan: u8) -> Option<&Deadline> {
        self.batas.iter().find(|b| (b.tahun, b.triwulan) == (tahun, triwulan))
    }

    /// The glossary, in the order of the file.
    pub fn istilah(&self) -> &[Term] {
        &self.istilah
    }
}

/// Letters and digits in lower case, one blank between words.
fn normal_form(text: &str) -> String {
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
