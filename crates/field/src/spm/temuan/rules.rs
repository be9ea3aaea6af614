//! The rules of the findings as data: how bad each is, from where on it counts, and the words
//! it is told in. The built-in `catalog/temuan.toml` has all of them; a workspace's file of the
//! same name changes single keys of single rules.

use std::ops::Range;

use num_rational::BigRational;
use num_traits::{Signed, Zero};
use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::placeholders;
use crate::spm::catalog::{CatalogCause, Sumber};
use bahasa::number::parse_plain;
use base::diag::nearest;

/// How bad a finding is, the worst first.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum TemuanLevel {
    /// The figures contradict themselves and must be mended or explained.
    Galat,
    /// Must be acted upon.
    Penting,
    /// Must be watched.
    Perhatian,
    /// Good to know.
    Info,
}

impl TemuanLevel {
    /// The word in data and output.
    pub const fn kata(self) -> &'static str {
        match self {
            Self::Galat => "galat",
            Self::Penting => "penting",
            Self::Perhatian => "perhatian",
            Self::Info => "info",
        }
    }
}

/// One rule, whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemuanRule {
    /// Stable code, such as "T-LAJU".
    pub kode: String,
    /// How bad what it finds is.
    pub tingkat: TemuanLevel,
    /// The smallest value it tells, in points of a percentage unless the rule says otherwise;
    /// zero tells any.
    pub ambang: BigRational,
    /// A heading, without figures.
    pub judul: String,
    /// What is so, with `{names}` of figures.
    pub kondisi: String,
    /// What to do, likewise.
    pub rekomendasi: String,
    /// Codes of rules that say less of the same and are dropped when this one finds something
    /// about the same service.
    pub menggantikan: Vec<String>,
    /// Whether it is used.
    pub aktif: bool,
    /// Where it comes from.
    pub sumber: Sumber,
}

/// A rule as a file writes it; what a workspace does not write stays as it was.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::spm) struct WrittenRule {
    kode: Spanned<String>,
    tingkat: Option<TemuanLevel>,
    ambang: Option<Spanned<String>>,
    judul: Option<Spanned<String>>,
    kondisi: Option<Spanned<String>>,
    rekomendasi: Option<Spanned<String>>,
    menggantikan: Option<Vec<Spanned<String>>>,
    aktif: Option<bool>,
    sumber: Option<Sumber>,
}

/// What is wrong with a written rule, and where in its file.
pub(in crate::spm) type RuleFault = (Range<usize>, CatalogCause);

/// Puts written rules over those there are: a known code changes its rule, a new one adds a
/// rule, which then must be whole. Gives everything that is wrong.
pub(in crate::spm) fn apply(
    aturan: &mut Vec<TemuanRule>,
    tertulis: Vec<WrittenRule>,
) -> Vec<RuleFault> {
    let mut salah = Vec::new();
    let mut ada: Vec<String> = Vec::new();
    for satu in tertulis {
        let kode = satu.kode.get_ref().clone();
        if ada.contains(&kode) {
            salah.push((satu.kode.span(), CatalogCause::Ganda(kode)));
            continue;
        }
        ada.push(kode);
        satu.check(&mut salah);
        if placeholders::known_to(satu.kode.get_ref()).is_none() {
            continue;
        }
        let Some(lama) = aturan.iter().position(|a| a.kode == *satu.kode.get_ref())
        else {
            match satu.complete() {
                Ok(baru) => aturan.push(baru),
                Err(kurang) => salah.push(kurang),
            }
            continue;
        };
        if let Some(lama) = aturan.get_mut(lama) {
            satu.change(lama);
        }
    }
    salah
}

impl WrittenRule {
    /// Codes, names of figures and thresholds that the engine does not have.
    fn check(&self, salah: &mut Vec<RuleFault>) {
        let mut kode_dikenal = |kode: &Spanned<String>| {
            let dikenal = placeholders::known_to(kode.get_ref()).is_some();
            if !dikenal {
                let kode_asing = kode.get_ref().clone();
                let semua = placeholders::semua().map(|(kode, _)| kode);
                let dekat = nearest(&kode_asing, semua).unwrap_or_default();
                let sebab = CatalogCause::UnknownRule { kode: kode_asing, dekat };
                salah.push((kode.span(), sebab));
            }
            dikenal
        };
        let known = kode_dikenal(&self.kode);
        self.menggantikan.iter().flatten().for_each(|kode| {
            kode_dikenal(kode);
        });
        if let Some(ambang) = &self.ambang
            && batas(ambang.get_ref()).is_none()
        {
            let sebab = CatalogCause::BadThreshold(ambang.get_ref().clone());
            salah.push((ambang.span(), sebab));
        }
        if !known {
            return;
        }
        let milik = placeholders::known_to(self.kode.get_ref()).unwrap_or_default();
        let teks = [&self.judul, &self.kondisi, &self.rekomendasi];
        for teks in teks.into_iter().flatten() {
            for asing in placeholders::unknown(teks.get_ref(), milik) {
                let sebab = CatalogCause::UnknownPlaceholder {
                    kode: self.kode.get_ref().clone(),
                    penanda: asing,
                    pilihan: milik,
                };
                salah.push((teks.span(), sebab));
            }
        }
    }

    fn change(self, lama: &mut TemuanRule) {
        fn replace<T>(lama: &mut T, baru: Option<T>) {
            if let Some(baru) = baru {
                *lama = baru;
            }
        }
        replace(&mut lama.tingkat, self.tingkat);
        replace(&mut lama.ambang, self.ambang.and_then(|a| batas(a.get_ref())));
        replace(&mut lama.judul, self.judul.map(Spanned::into_inner));
        replace(&mut lama.kondisi, self.kondisi.map(Spanned::into_inner));
        replace(&mut lama.rekomendasi, self.rekomendasi.map(Spanned::into_inner));
        replace(&mut lama.menggantikan, self.menggantikan.map(unspanned));
        replace(&mut lama.aktif, self.aktif);
        replace(&mut lama.sumber, self.sumber);
    }

    /// A rule of its own: only `ambang`, `menggantikan` and `aktif` may be left out.
    fn complete(self) -> Result<TemuanRule, RuleFault> {
        let letak = self.kode.span();
        let kurang = |kunci: &str| {
            let kode = self.kode.get_ref().clone();
            (
                letak.clone(),
                CatalogCause::IncompleteRule { kode, kunci: kunci.to_owned() },
            )
        };
        Ok(TemuanRule {
            kode: self.kode.get_ref().clone(),
            tingkat: self.tingkat.ok_or_else(|| kurang("tingkat"))?,
            ambang: self
                .ambang
                .and_then(|a| batas(a.get_ref()))
                .unwrap_or_else(BigRational::zero),
            judul: self.judul.ok_or_else(|| kurang("judul"))?.into_inner(),
            kondisi: self.kondisi.ok_or_else(|| kurang("kondisi"))?.into_inner(),
            rekomendasi: self
                .rekomendasi
                .ok_or_else(|| kurang("rekomendasi"))?
                .into_inner(),
            menggantikan: unspanned(self.menggantikan.unwrap_or_default()),
            aktif: self.aktif.unwrap_or(true),
            sumber: self.sumber.ok_or_else(|| kurang("sumber"))?,
        })
    }
}

fn unspanned(teks: Vec<Spanned<String>>) -> Vec<String> {
    teks.into_iter().map(Spanned::into_inner).collect()
}

/// A threshold: a number from zero, written as text so that no binary fraction comes between.
fn batas(teks: &str) -> Option<BigRational> {
    parse_plain(teks).ok().filter(|nilai| !nilai.is_negative())
}
