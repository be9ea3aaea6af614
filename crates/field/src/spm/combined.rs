//! Many daerah side by side: who stands where, and where the comparison limps.
//!
//! Ranking is by the value as it is published, with two places: who reads two equal
//! figures sees one rank. It is a competition ranking (1, 2, 2, 4). A daerah of another
//! quarter or another level of government than most is shown and not ranked; one under
//! other policies or another catalog is ranked and marked.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;

use super::catalog::Tingkat;
use super::fill_rate::FillRate;
use super::indeks_lain::IndeksLain;
use super::kebijakan::Kebijakan;
use super::percent::Percent;
use crate::domain::Periode;

/// What one daerah gives to the comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DaerahSummary {
    /// Its folder, relative to the one that was asked for.
    pub folder: String,
    /// Its name.
    pub daerah: String,
    /// Its level of government.
    #[serde(serialize_with = "tingkat_word")]
    pub tingkat: Tingkat,
    /// The quarter.
    #[serde(serialize_with = "periode_word")]
    pub periode: Periode,
    /// Index of the daerah.
    pub indeks: Option<Percent>,
    /// Its category.
    pub kategori: Option<String>,
    /// Fill rate.
    pub keterisian: FillRate,
    /// Index in the quarter before, of the same year.
    pub sebelumnya: Option<Percent>,
    /// Points gained since, between the two values as printed.
    pub perubahan: Option<Percent>,
    /// By urusan, in the order of its catalog.
    pub urusan: Vec<UrusanIndex>,
    /// Indices of others, which enter nothing.
    pub indeks_lain: Vec<IndeksLain>,
    /// The policies that produced the numbers.
    pub kebijakan: Kebijakan,
    /// Files of the catalog that the daerah replaced.
    pub katalog: Vec<String>,
    /// A digest of what those files say, to see whether two daerah replaced them alike.
    pub sidik_katalog: Option<String>,
    /// Warnings about its data.
    pub peringatan: usize,
}

/// The index of an urusan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UrusanIndex {
    /// Code in the catalog.
    pub kode: String,
    /// Short name in the catalog.
    pub singkat: String,
    /// The index.
    pub indeks: Option<Percent>,
}

/// A column of the comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UrusanName {
    /// Code in the catalogs.
    pub kode: String,
    /// Short name.
    pub singkat: String,
}

/// Why a row is not quite like the others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "jenis", rename_all = "kebab-case")]
pub enum Difference {
    /// Another quarter; not ranked.
    Periode,
    /// Another level of government, with other services; not ranked.
    Tingkat,
    /// Another choice of a policy than most.
    Kebijakan {
        /// The key of the policy.
        kunci: &'static str,
        /// Its choice here.
        pilihan: &'static str,
        /// The choice of most.
        acuan: &'static str,
    },
    /// Catalog files replaced otherwise than by most.
    Katalog,
}

/// A daerah in its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RankedDaerah {
    /// 1 is the highest; `None` where no rank is given.
    pub peringkat: Option<usize>,
    /// Whether others have the same rank.
    pub seri: bool,
    /// The daerah.
    #[serde(flatten)]
    pub isi: DaerahSummary,
    /// What is unlike most others.
    pub berbeda: Vec<Difference>,
}

/// Rows in order, and what most of them have in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Combined {
    /// The quarter of most.
    #[serde(serialize_with = "periode_word_if_any")]
    pub periode: Option<Periode>,
    /// The policies of most, each by itself.
    pub kebijakan: Kebijakan,
    /// Codes and short names of all urusan, in the order of the catalogs.
    pub urusan: Vec<UrusanName>,
    /// Ranked daerah from the highest, then those without a rank by name.
    pub daerah: Vec<RankedDaerah>,
}

impl Combined {
    /// Puts daerah in order. The order they come in does not matter.
    pub fn of(mut all: Vec<DaerahSummary>) -> Self {
        all.sort_by(|a, b| (&a.daerah, &a.folder).cmp(&(&b.daerah, &b.folder)));
        // Of two equally frequent quarters the later one, of two levels the lower one.
        let periode = most_common(all.iter().map(|r| r.periode), |p| p);
        let tingkat =
            most_common(all.iter().map(|r| r.tingkat), |t| t == Tingkat::KabupatenKota);
        let katalog =
            most_common(all.iter().map(|r| r.sidik_katalog.clone()), |k| k.is_none());
        let kebijakan = usual_kebijakan(&all);
        let mut daerah: Vec<RankedDaerah> = Vec::with_capacity(all.len());
        let mut urusan: Vec<UrusanName> = Vec::new();
        for isi in all {
            for one in &isi.urusan {
                if !urusan.iter().any(|u| u.kode == one.kode) {
                    let (kode, singkat) = (one.kode.clone(), one.singkat.clone());
                    urusan.push(UrusanName { kode, singkat });
                }
            }
            let mut berbeda = Vec::new();
            if Some(isi.periode) != periode {
                berbeda.push(Difference::Periode);
            }
            if Some(isi.tingkat) != tingkat {
                berbeda.push(Difference::Tingkat);
            }
            for ((kunci, acuan), (_, pilihan)) in
                kebijakan.choices().into_iter().zip(isi.kebijakan.choices())
            {
                if acuan != pilihan {
                    berbeda.push(Difference::Kebijakan { kunci, pilihan, acuan });
                }
            }
            if Some(&isi.sidik_katalog) != katalog.as_ref() {
                berbeda.push(Difference::Katalog);
            }
            daerah.push(RankedDaerah { peringkat: None, seri: false, isi, berbeda });
        }
        daerah.sort_by_cached_key(|row| Reverse(row.value()));
        rank(&mut daerah);
        Self { periode, kebijakan, urusan, daerah }
    }
}

impl DaerahSummary {
    /// The index of an urusan.
    pub fn urusan(&self, kode: &str) -> Option<&Percent> {
        self.urusan.iter().find(|u| u.kode == kode)?.indeks.as_ref()
    }
}

impl RankedDaerah {
    /// What is unlike most others, in words; empty when nothing is.
    pub fn sentence(&self) -> String {
        let one = |difference: &Difference| match difference {
            Difference::Periode => {
                format!("periode {}, tanpa peringkat", self.isi.periode)
            }
            Difference::Tingkat => {
                format!("{}, tanpa peringkat", tingkat(self.isi.tingkat))
            }
            Difference::Kebijakan { kunci, pilihan, acuan } => {
                format!("kebijakan {kunci} = {pilihan}, yang lain {acuan}")
            }
            Difference::Katalog if self.isi.katalog.is_empty() => {
                "katalog bawaan, yang lain memakai katalog sendiri".to_owned()
            }
            Difference::Katalog => {
                format!("katalog sendiri ({})", self.isi.katalog.join(", "))
            }
        };
        self.berbeda.iter().map(one).collect::<Vec<_>>().join("; ")
    }

    /// The value that is ranked: the index as it is printed.
    fn value(&self) -> Option<Percent> {
        let comparable = !self
            .berbeda
            .iter()
            .any(|b| matches!(b, Difference::Periode | Difference::Tingkat));
        self.isi.indeks.as_ref().filter(|_| comparable).map(Percent::rounded)
    }
}

/// Gives ranks to rows that stand in order already.
fn rank(daerah: &mut [RankedDaerah]) {
    let values: Vec<Option<Percent>> = daerah.iter().map(RankedDaerah::value).collect();
    let mut start = 0;
    for (at, one) in values.iter().enumerate() {
        if one.is_none() {
            continue;
        }
        if values[start] != *one {
            start = at;
        }
        daerah[at].peringkat = Some(start + 1);
        if start != at {
            daerah[at].seri = true;
            daerah[start].seri = true;
        }
    }
}

/// For each policy the choice of most; of equally frequent ones the default comes first.
fn usual_kebijakan(all: &[DaerahSummary]) -> Kebijakan {
    fn one<T: Copy + PartialEq + Default>(
        all: &[DaerahSummary],
        ambil: impl Fn(Kebijakan) -> T,
    ) -> T {
        let count = |nilai: T| all.iter().filter(|r| ambil(r.kebijakan) == nilai).count();
        all.iter().map(|r| ambil(r.kebijakan)).fold(T::default(), |met, other| {
            if count(other) > count(met) { other } else { met }
        })
    }
    Kebijakan {
        rerata_mutu: one(all, |k| k.rerata_mutu),
        bobot_urusan: one(all, |k| k.bobot_urusan),
        rerata_opd: one(all, |k| k.rerata_opd),
        trantibumlinmas: one(all, |k| k.trantibumlinmas),
        sasaran_nihil: one(all, |k| k.sasaran_nihil),
        kelebihan: one(all, |k| k.kelebihan),
        pembulatan: one(all, |k| k.pembulatan),
        triwulan: one(all, |k| k.triwulan),
        jalur_kejadian: one(all, |k| k.jalur_kejadian),
        belum_diisi: one(all, |k| k.belum_diisi),
    }
}

/// The most frequent value; of equally frequent ones that which `excess` puts highest.
fn most_common<T: Ord + Clone, K: Ord>(
    all: impl Iterator<Item = T>,
    excess: impl Fn(T) -> K,
) -> Option<T> {
    let mut rules: BTreeMap<T, usize> = BTreeMap::new();
    for one in all {
        *rules.entry(one).or_default() += 1;
    }
    rules.into_iter().max_by_key(|(nilai, n)| (*n, excess(nilai.clone()))).map(|(n, _)| n)
}

fn tingkat(tingkat: Tingkat) -> &'static str {
    match tingkat {
        Tingkat::KabupatenKota => "kabupaten/kota",
        Tingkat::Provinsi => "provinsi",
    }
}

#[allow(clippy::trivially_copy_pass_by_ref)]
fn tingkat_word<S: serde::Serializer>(t: &Tingkat, s: S) -> Result<S::Ok, S::Error> {
    s.serialize_str(match t {
        Tingkat::KabupatenKota => "kabupaten-kota",
        Tingkat::Provinsi => "provinsi",
    })
}

#[allow(clippy::trivially_copy_pass_by_ref)]
fn periode_word<S: serde::Serializer>(p: &Periode, s: S) -> Result<S::Ok, S::Error> {
    s.collect_str(p)
}

#[allow(clippy::ref_option, clippy::trivially_copy_pass_by_ref)]
fn periode_word_if_any<S: serde::Serializer>(
    p: &Option<Periode>,
    s: S,
) -> Result<S::Ok, S::Error> {
    match p {
        Some(p) => s.collect_str(p),
        None => s.serialize_none(),
    }
}

#[cfg(test)]
mod tests;
