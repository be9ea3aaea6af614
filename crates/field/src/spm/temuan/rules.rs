//! The rules of the findings as data: how bad each is, from where on it counts, and the words
//! it is told in. The built-in `catalog/temuan.toml` has all of them; a workspace's file of the
//! same name changes single keys of single rules.

use std::ops::Range;

use num_rational::BigRational;
use num_traits::{Signed, Zero};
use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::placeholders;
use crate::spm::catalog::{CatalogCause, SourceNote};
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
    pub const fn word(self) -> &'static str {
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
    pub sumber: SourceNote,
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
    sumber: Option<SourceNote>,
}

/// What is wrong with a written rule, and where in its file.
pub(in crate::spm) type RuleFault = (Range<usize>, CatalogCause);

/// Puts written rules over those there are: a known code changes its rule, a new one adds a
/// rule, which then must be whole. Gives everything that is wrong.
pub(in crate::spm) fn apply(
    aturan: &mut Vec<TemuanRule>,
    written: Vec<WrittenRule>,
) -> Vec<RuleFault> {
    let mut wrong = Vec::new();
    let mut met: Vec<String> = Vec::new();
    for one in written {
        let kode = one.kode.get_ref().clone();
        if met.contains(&kode) {
            wrong.push((one.kode.span(), CatalogCause::Duplicate(kode)));
            continue;
        }
        met.push(kode);
        one.check(&mut wrong);
        if placeholders::known_to(one.kode.get_ref()).is_none() {
            continue;
        }
        let Some(old) = aturan.iter().position(|a| a.kode == *one.kode.get_ref()) else {
            match one.complete() {
                Ok(new) => aturan.push(new),
                Err(missing) => wrong.push(missing),
            }
            continue;
        };
        if let Some(old) = aturan.get_mut(old) {
            one.change(old);
        }
    }
    wrong
}

impl WrittenRule {
    /// Codes, names of figures and thresholds that the engine does not have.
    fn check(&self, wrong: &mut Vec<RuleFault>) {
        let mut kode_dikenal = |kode: &Spanned<String>| {
            let dikenal = placeholders::known_to(kode.get_ref()).is_some();
            if !dikenal {
                let kode_asing = kode.get_ref().clone();
                let all = placeholders::all().map(|(kode, _)| kode);
                let near = nearest(&kode_asing, all).unwrap_or_default();
                let cause = CatalogCause::UnknownRule { kode: kode_asing, near };
                wrong.push((kode.span(), cause));
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
            let cause = CatalogCause::BadThreshold(ambang.get_ref().clone());
            wrong.push((ambang.span(), cause));
        }
        if !known {
            return;
        }
        let own = placeholders::known_to(self.kode.get_ref()).unwrap_or_default();
        let text = [&self.judul, &self.kondisi, &self.rekomendasi];
        for text in text.into_iter().flatten() {
            for asing in placeholders::unknown(text.get_ref(), own) {
                let cause = CatalogCause::UnknownPlaceholder {
                    kode: self.kode.get_ref().clone(),
                    placeholder: asing,
                    pilihan: own,
                };
                wrong.push((text.span(), cause));
            }
        }
    }

    fn change(self, old: &mut TemuanRule) {
        fn replace<T>(old: &mut T, new: Option<T>) {
            if let Some(new) = new {
                *old = new;
            }
        }
        replace(&mut old.tingkat, self.tingkat);
        replace(&mut old.ambang, self.ambang.and_then(|a| batas(a.get_ref())));
        replace(&mut old.judul, self.judul.map(Spanned::into_inner));
        replace(&mut old.kondisi, self.kondisi.map(Spanned::into_inner));
        replace(&mut old.rekomendasi, self.rekomendasi.map(Spanned::into_inner));
        replace(&mut old.menggantikan, self.menggantikan.map(unspanned));
        replace(&mut old.aktif, self.aktif);
        replace(&mut old.sumber, self.sumber);
    }

    /// A rule of its own: only `ambang`, `menggantikan` and `aktif` may be left out.
    fn complete(self) -> Result<TemuanRule, RuleFault> {
        let place = self.kode.span();
        let missing = |kunci: &str| {
            let kode = self.kode.get_ref().clone();
            (
                place.clone(),
                CatalogCause::IncompleteRule { kode, kunci: kunci.to_owned() },
            )
        };
        Ok(TemuanRule {
            kode: self.kode.get_ref().clone(),
            tingkat: self.tingkat.ok_or_else(|| missing("tingkat"))?,
            ambang: self
                .ambang
                .and_then(|a| batas(a.get_ref()))
                .unwrap_or_else(BigRational::zero),
            judul: self.judul.ok_or_else(|| missing("judul"))?.into_inner(),
            kondisi: self.kondisi.ok_or_else(|| missing("kondisi"))?.into_inner(),
            rekomendasi: self
                .rekomendasi
                .ok_or_else(|| missing("rekomendasi"))?
                .into_inner(),
            menggantikan: unspanned(self.menggantikan.unwrap_or_default()),
            aktif: self.aktif.unwrap_or(true),
            sumber: self.sumber.ok_or_else(|| missing("sumber"))?,
        })
    }
}

fn unspanned(text: Vec<Spanned<String>>) -> Vec<String> {
    text.into_iter().map(Spanned::into_inner).collect()
}

/// A threshold: a number from zero, written as text so that no binary fraction comes between.
fn batas(text: &str) -> Option<BigRational> {
    parse_plain(text).ok().filter(|nilai| !nilai.is_negative())
}
