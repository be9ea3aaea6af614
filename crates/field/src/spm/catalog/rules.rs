//! The rules of the findings as data: how bad each is, from where on it counts, and the words
//! it is told in. The built-in `catalog/temuan.toml` has all of them; a workspace's file of the
//! same name changes single keys of single rules.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use num_rational::BigRational;
use num_traits::{Signed, Zero};
use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::cause::CatalogCause;
use super::note::SourceNote;
use crate::spm::temuan::placeholders;
use bahasa::number::parse_plain;
use base::diag::nearest;
use base::source::{FileId, Span, Spanned as Placed};

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

    /// What an office reads on paper: what is asked of it, not how we sort.
    pub const fn on_paper(self) -> &'static str {
        match self {
            Self::Galat => "Perlu pembetulan",
            Self::Penting => "Perlu tindakan",
            Self::Perhatian => "Perlu perhatian",
            Self::Info => "Catatan",
        }
    }
}

/// Words of a rule, and where an office wrote them; built-in ones are written nowhere.
pub type RuleText = Placed<String>;

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
    pub judul: RuleText,
    /// What is so, with `{names}` of figures.
    pub kondisi: RuleText,
    /// What to do, likewise.
    pub rekomendasi: RuleText,
    /// What is so where only a handful is missing; nobody projects one person to a percentage.
    pub kondisi_sedikit: Option<RuleText>,
    /// What to do there; nobody maps one person by district.
    pub rekomendasi_sedikit: Option<RuleText>,
    /// Codes of rules that say less of the same and are dropped when this one finds something
    /// about the same service.
    pub menggantikan: Vec<String>,
    /// Whether it is used.
    pub aktif: bool,
    /// Where it comes from.
    pub sumber: SourceNote,
    /// The words for services that wait for events, by the kind of event.
    pub khusus: BTreeMap<String, EventWords>,
}

/// What a rule says of a service that waits for an event, where it says it otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EventWords {
    /// The heading.
    pub judul: Option<RuleText>,
    /// What is so.
    pub kondisi: Option<RuleText>,
    /// What to do.
    pub rekomendasi: Option<RuleText>,
    /// What to do where only a handful is missing.
    pub rekomendasi_sedikit: Option<RuleText>,
}

impl TemuanRule {
    /// Heading, condition and recommendation for a service, by the event it waits for and
    /// whether only a handful is missing. Words for the event come first.
    pub fn words(&self, peristiwa: Option<&str>, few: bool) -> [&RuleText; 3] {
        let khusus = peristiwa.and_then(|p| self.khusus.get(p));
        [
            khusus.and_then(|k| k.judul.as_ref()).unwrap_or(&self.judul),
            khusus
                .and_then(|k| k.kondisi.as_ref())
                .or(self.kondisi_sedikit.as_ref().filter(|_| few))
                .unwrap_or(&self.kondisi),
            khusus
                .and_then(|k| {
                    let handful = k.rekomendasi_sedikit.as_ref().filter(|_| few);
                    handful.or(k.rekomendasi.as_ref())
                })
                .or(self.rekomendasi_sedikit.as_ref().filter(|_| few))
                .unwrap_or(&self.rekomendasi),
        ]
    }
}

/// Words for an event as a file writes them, for several rules at once.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::spm) struct WrittenEvent {
    peristiwa: Spanned<String>,
    aturan: Vec<Spanned<String>>,
    judul: Option<Spanned<String>>,
    kondisi: Option<Spanned<String>>,
    rekomendasi: Option<Spanned<String>>,
    rekomendasi_sedikit: Option<Spanned<String>>,
}

/// Puts the words for events to their rules, key by key. `known` are the events there are, where
/// that is to be checked. Gives everything that is wrong.
pub(in crate::spm) fn apply_events(
    rules: &mut [TemuanRule],
    (written, file): (Vec<WrittenEvent>, Option<FileId>),
    known: Option<&BTreeSet<String>>,
) -> Vec<RuleFault> {
    let mut faults = Vec::new();
    for event in written {
        let kind = event.peristiwa.get_ref();
        if known.is_some_and(|known| !known.contains(kind)) {
            let (dari, ke) = ("khusus".to_owned(), kind.clone());
            let cause = CatalogCause::DanglingReference { dari, ke };
            faults.push((event.peristiwa.span(), cause));
            continue;
        }
        let texts = [
            &event.judul,
            &event.kondisi,
            &event.rekomendasi,
            &event.rekomendasi_sedikit,
        ];
        for code in &event.aturan {
            let Some(names) = code_is_known(code, &mut faults) else { continue };
            for text in texts.into_iter().flatten() {
                check_text(code.get_ref(), text, names, &mut faults);
            }
            let Some(rule) = rules.iter_mut().find(|r| r.kode == *code.get_ref()) else {
                continue;
            };
            let words = rule.khusus.entry(kind.clone()).or_default();
            let said = |text: &Option<Spanned<String>>, old: &mut Option<RuleText>| {
                if let Some(text) = text {
                    *old = Some(placed(text.clone(), file));
                }
            };
            said(&event.judul, &mut words.judul);
            said(&event.kondisi, &mut words.kondisi);
            // Who words it for all cases means the handful too.
            if event.rekomendasi.is_some() {
                words.rekomendasi_sedikit = None;
            }
            said(&event.rekomendasi, &mut words.rekomendasi);
            said(&event.rekomendasi_sedikit, &mut words.rekomendasi_sedikit);
        }
    }
    faults
}

/// The names that the texts of a rule may use; a code the engine does not have is told.
fn code_is_known(
    code: &Spanned<String>,
    faults: &mut Vec<RuleFault>,
) -> Option<&'static [&'static str]> {
    let names = placeholders::known_to(code.get_ref());
    if names.is_none() {
        let kode = code.get_ref().clone();
        let all = placeholders::all().map(|(kode, _)| kode);
        let near = nearest(&kode, all).unwrap_or_default();
        faults.push((code.span(), CatalogCause::UnknownRule { kode, near }));
    }
    names
}

/// Names in braces that the rule has no figure for.
fn check_text(
    code: &str,
    text: &Spanned<String>,
    names: &'static [&'static str],
    faults: &mut Vec<RuleFault>,
) {
    for placeholder in placeholders::unknown(text.get_ref(), names) {
        let kode = code.to_owned();
        let cause =
            CatalogCause::UnknownPlaceholder { kode, placeholder, pilihan: names };
        faults.push((text.span(), cause));
    }
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
    kondisi_sedikit: Option<Spanned<String>>,
    rekomendasi_sedikit: Option<Spanned<String>>,
    menggantikan: Option<Vec<Spanned<String>>>,
    aktif: Option<bool>,
    sumber: Option<SourceNote>,
}

/// What is wrong with a written rule, and where in its file.
pub(in crate::spm) type RuleFault = (Range<usize>, CatalogCause);

/// Puts written rules over those there are: a known code changes its rule, a new one adds a
/// rule, which then must be whole. `file` is the office's own, if it is one. Gives everything
/// that is wrong.
pub(in crate::spm) fn apply(
    aturan: &mut Vec<TemuanRule>,
    (written, file): (Vec<WrittenRule>, Option<FileId>),
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
            match one.complete(file) {
                Ok(new) => aturan.push(new),
                Err(missing) => wrong.push(missing),
            }
            continue;
        };
        if let Some(old) = aturan.get_mut(old) {
            one.change(old, file);
        }
    }
    wrong
}

impl WrittenRule {
    /// Codes, names of figures and thresholds that the engine does not have.
    fn check(&self, wrong: &mut Vec<RuleFault>) {
        let names = code_is_known(&self.kode, wrong);
        for code in self.menggantikan.iter().flatten() {
            code_is_known(code, wrong);
        }
        if let Some(ambang) = &self.ambang
            && batas(ambang.get_ref()).is_none()
        {
            let cause = CatalogCause::BadThreshold(ambang.get_ref().clone());
            wrong.push((ambang.span(), cause));
        }
        let Some(names) = names else { return };
        let texts = [
            &self.judul,
            &self.kondisi,
            &self.rekomendasi,
            &self.kondisi_sedikit,
            &self.rekomendasi_sedikit,
        ];
        for text in texts.into_iter().flatten() {
            check_text(self.kode.get_ref(), text, names, wrong);
        }
    }

    fn change(self, old: &mut TemuanRule, file: Option<FileId>) {
        fn replace<T>(old: &mut T, new: Option<T>) {
            if let Some(new) = new {
                *old = new;
            }
        }
        replace(&mut old.tingkat, self.tingkat);
        replace(&mut old.ambang, self.ambang.and_then(|a| batas(a.get_ref())));
        let text = |text: Option<Spanned<String>>| text.map(|text| placed(text, file));
        // Who words it for all cases means the handful too.
        let few = |all: &Option<_>, own: Option<_>, old: &mut Option<RuleText>| {
            if all.is_some() || own.is_some() {
                *old = text(own);
            }
        };
        few(&self.kondisi, self.kondisi_sedikit, &mut old.kondisi_sedikit);
        few(&self.rekomendasi, self.rekomendasi_sedikit, &mut old.rekomendasi_sedikit);
        replace(&mut old.judul, text(self.judul));
        replace(&mut old.kondisi, text(self.kondisi));
        replace(&mut old.rekomendasi, text(self.rekomendasi));
        replace(&mut old.menggantikan, self.menggantikan.map(unspanned));
        replace(&mut old.aktif, self.aktif);
        replace(&mut old.sumber, self.sumber);
    }

    /// A rule of its own: only `ambang`, `menggantikan` and `aktif` may be left out.
    fn complete(self, file: Option<FileId>) -> Result<TemuanRule, RuleFault> {
        let place = self.kode.span();
        let missing = |key: &str| {
            let kode = self.kode.get_ref().clone();
            (place.clone(), CatalogCause::IncompleteRule { kode, key: key.to_owned() })
        };
        let text = |text: Option<Spanned<String>>, key: &str| {
            text.map(|text| placed(text, file)).ok_or_else(|| missing(key))
        };
        Ok(TemuanRule {
            kode: self.kode.get_ref().clone(),
            tingkat: self.tingkat.ok_or_else(|| missing("tingkat"))?,
            ambang: self
                .ambang
                .and_then(|a| batas(a.get_ref()))
                .unwrap_or_else(BigRational::zero),
            judul: text(self.judul, "judul")?,
            kondisi: text(self.kondisi, "kondisi")?,
            rekomendasi: text(self.rekomendasi, "rekomendasi")?,
            kondisi_sedikit: self.kondisi_sedikit.map(|text| placed(text, file)),
            rekomendasi_sedikit: self.rekomendasi_sedikit.map(|text| placed(text, file)),
            menggantikan: unspanned(self.menggantikan.unwrap_or_default()),
            aktif: self.aktif.unwrap_or(true),
            sumber: self.sumber.ok_or_else(|| missing("sumber"))?,
            khusus: BTreeMap::new(),
        })
    }
}

/// Words with their place in the office's file; a built-in file is no place of theirs.
fn placed(text: Spanned<String>, file: Option<FileId>) -> RuleText {
    let span = file.map_or(Span::None, |file| Span::text(file, text.span()));
    RuleText::new(text.into_inner(), span)
}

fn unspanned(text: Vec<Spanned<String>>) -> Vec<String> {
    text.into_iter().map(Spanned::into_inner).collect()
}

/// A threshold: a number from zero, written as text so that no binary fraction comes between.
fn batas(text: &str) -> Option<BigRational> {
    parse_plain(text).ok().filter(|nilai| !nilai.is_negative())
}
