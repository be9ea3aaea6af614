//! `data/capaian/`: what OPDs report for a quarter.

use super::fields::Fields;
use super::node::Table;
use crate::problem::{AchievementProblem, FileProblem};
use base::diag::Problems;
use base::source::{Span, Spanned};
use field::domain::Periode;
use field::spm::temuan::{Dilaporkan, Lingkup};
use field::spm::{Isian, ItemMutu, Jumlah, LayananCapaian, Rincian};

/// A service at the place it was written, and the id of its OPD at its own.
pub(super) type Entry = (Spanned<LayananCapaian>, Spanned<String>);

/// One file.
pub(super) struct File {
    /// Its quarter.
    pub(super) periode: Periode,
    /// Its services.
    pub(super) layanan: Vec<Entry>,
    /// Indices that came with them.
    pub(super) dilaporkan: Vec<Spanned<Dilaporkan>>,
}

/// The services of one file, each with the place it was written at and the OPD it names.
pub(super) fn read(
    name: &str,
    span: Span,
    table: &Table,
    problems: &mut Problems,
) -> Option<File> {
    let mut f = Fields::new(name, span, table, problems);
    let tahun = f.int_in("tahun", 2000..=2100);
    let triwulan = f.int_in("triwulan", 1..=4);
    for (key, value) in [("tahun", &tahun), ("triwulan", &triwulan)] {
        if value.is_none() && !table.iter().any(|(k, _)| k.value == key) {
            let table = name.to_owned();
            f.problems.add(span, FileProblem::MissingKey { key: key.into(), table });
        }
    }
    let layanan = f.list("layanan", layanan);
    let dilaporkan = f.table("indeks_dilaporkan", dilaporkan).unwrap_or_default();
    f.finish();
    let periode = Periode {
        tahun: i16::try_from(tahun?.value).ok()?,
        triwulan: u8::try_from(triwulan?.value).ok()?,
    };
    Some(File { periode, layanan, dilaporkan })
}

/// `[indeks_dilaporkan]`: what the daerah, an urusan or an OPD was said to have reached.
fn dilaporkan(f: &mut Fields<'_>) -> Vec<Spanned<Dilaporkan>> {
    let daerah = f.percent("daerah");
    let mut all: Vec<_> = daerah
        .into_iter()
        .map(|p| {
            Spanned::new(Dilaporkan { lingkup: Lingkup::Daerah, nilai: p.value }, p.span)
        })
        .collect();
    for (key, scope) in
        [("urusan", Lingkup::Urusan as fn(String) -> Lingkup), ("opd", Lingkup::Opd)]
    {
        for (name, p) in f.percents(key) {
            let value = Dilaporkan { lingkup: scope(name.value), nilai: p.value };
            all.push(Spanned::new(value, name.span));
        }
    }
    all
}

/// A service and the OPD it names, from its table.
pub(super) fn layanan(f: &mut Fields<'_>) -> Entry {
    let kode = f.need_text("kode");
    let opd = f.need_text("opd");
    let nihil = f.flag("nihil");
    let sasaran = f.count("sasaran");
    let terlayani = f.count("terlayani");
    if nihil && (sasaran.is_some() || terlayani.is_some()) {
        f.problems.add(
            kode.span,
            AchievementProblem::NihilWithFigures { kode: kode.value.clone() },
        );
    }
    if let (Some(all), Some(served)) = (&sasaran, &terlayani)
        && served.value > all.value
    {
        f.problems.add(
            served.span,
            AchievementProblem::ServedAboveTarget {
                kode: kode.value.clone(),
                terlayani: served.value.to_string(),
                sasaran: all.value.to_string(),
            },
        );
    }
    let nama = kode.value.clone();
    let layanan = LayananCapaian {
        kode: kode.value,
        opd: opd.value.clone(),
        sasaran: if nihil { Isian::Nihil } else { count(sasaran) },
        terlayani: count(terlayani),
        mutu: f.list("mutu", |f| mutu(f, &nama)),
        satuan: f.text("satuan").map(|t| t.value),
        rincian: f.list("rincian", rincian),
        jalur_target: f.path("jalur_target"),
        indeks_dilaporkan: f.percent("indeks_dilaporkan").map(|p| p.value),
        pagu: amount(f, "pagu"),
        realisasi: amount(f, "realisasi"),
        permasalahan: texts(f, "permasalahan"),
        penyebab: texts(f, "penyebab"),
        tindak_lanjut: texts(f, "tindak_lanjut"),
        rekomendasi: f.texts("rekomendasi").into_iter().map(|t| t.value).collect(),
        pic: f.text("pic").map(|t| t.value),
        tenggat: f.date("tenggat").map(|d| d.value),
        data_dukung: f.texts("data_dukung").into_iter().map(|t| t.value).collect(),
    };
    (Spanned::new(layanan, kode.span), opd)
}

fn count(n: Option<Spanned<u64>>) -> Isian<u64> {
    n.map_or(Isian::Kosong, |n| Isian::Isi(n.value))
}

fn rincian(f: &mut Fields<'_>) -> Rincian {
    Rincian {
        nama: f.need_text("nama").value,
        sasaran: count(f.count("sasaran")),
        terlayani: count(f.count("terlayani")),
    }
}

fn mutu(f: &mut Fields<'_>, kode: &str) -> ItemMutu {
    let nama = f.need_text("nama").value;
    let satuan = f.text("satuan").map(|t| t.value).unwrap_or_default();
    let dibutuhkan = amount(f, "dibutuhkan");
    let terpenuhi = amount(f, "terpenuhi");
    if let (Isian::Isi(need), Isian::Isi(met)) = (&dibutuhkan, &terpenuhi)
        && met > need
    {
        let (kode, item) = (kode.to_owned(), nama.clone());
        let span = f.span();
        f.problems.add(span, AchievementProblem::MutuAboveNeed { kode, item });
    }
    ItemMutu { nama, satuan, dibutuhkan, terpenuhi }
}

fn amount(f: &mut Fields<'_>, key: &'static str) -> Isian<Jumlah> {
    f.amount(key).map_or(Isian::Kosong, Isian::Isi)
}

/// An empty list says that there is nothing to tell; an absent one that nobody has told.
fn texts(f: &mut Fields<'_>, key: &'static str) -> Isian<Vec<String>> {
    if !f.has(key) {
        f.texts(key);
        return Isian::Kosong;
    }
    let mut texts: Vec<String> = f.texts(key).into_iter().map(|t| t.value).collect();
    // In a sheet a dash or the word is the empty list.
    let nothing = |t: &String| t == "-" || t.eq_ignore_ascii_case("nihil");
    texts.retain(|t| !nothing(t));
    if texts.is_empty() { Isian::Nihil } else { Isian::Isi(texts) }
}
