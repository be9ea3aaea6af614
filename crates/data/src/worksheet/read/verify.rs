//! What figures say together: with each other, with what is there, and with the last quarter.

use super::super::column::short;
use super::super::stamp::Stamp;
use super::Expected;
use crate::head::normal;
use crate::import::{Datum, ImportedLayanan};
use crate::problem::WorksheetProblem;
use crate::tables::capaian::{LAYANAN, MUTU, SERVED, TARGET};
use bahasa::format_decimal_short;
use base::diag::Problems;
use base::source::{Span, Spanned};
use field::spm::{Amount, FillRate, ItemMutu, LayananCapaian};

type Known<'a> = &'a [Spanned<LayananCapaian>];

fn look_up<'a>(there: Known<'a>, kode: &str) -> Option<&'a LayananCapaian> {
    there.iter().map(|row| &row.value).find(|row| row.kode == kode)
}

/// Whether a service has no target population, as the sheet says or, if it is silent, as was
/// entered before.
pub(super) fn nihil(layanan: &ImportedLayanan, there: Known<'_>) -> bool {
    match layanan.content.get(TARGET) {
        Some(target) => target.value == Datum::Nihil,
        None => look_up(there, &layanan.kode.value).is_some_and(LayananCapaian::nihil),
    }
}

/// Doubts about the figures, which are taken nevertheless.
pub(super) fn figure(
    all: &[ImportedLayanan],
    stamp: &Stamp,
    expected_of: &Expected<'_>,
    problems: &mut Problems,
) {
    let periode = stamp.periode;
    let before = expected_of.capaian.range(..periode).next_back();
    // Figures count from January: with another year nothing is compared.
    let before = before.filter(|(last, _)| last.tahun == periode.tahun);
    for layanan in all {
        let kode = layanan.kode.value.as_str();
        if let Some((last, rows)) = before
            && let Some(row) = look_up(rows, kode)
        {
            down(layanan, (&short(*last), row), problems);
        }
    }
}

/// Less than in the quarter before, though figures count from January.
fn down(
    layanan: &ImportedLayanan,
    (periode, last): (&str, &LayananCapaian),
    problems: &mut Problems,
) {
    let mut tell = |key: &str, kode: &str, old: &Amount, new: &Amount, span: Span| {
        if new < old {
            let print = |n: &Amount| format_decimal_short(n.value(), 6);
            problems.add(
                span,
                WorksheetProblem::FellBelow {
                    isian: format!("`{key}` {kode}"),
                    sebelumnya: print(old),
                    now_there: print(new),
                    periode: periode.to_owned(),
                },
            );
        }
    };
    let kode = &layanan.kode.value;
    for key in [SERVED, "realisasi"] {
        if let (Some(Datum::Number(old)), Some(new)) =
            (LAYANAN.get(last, key), layanan.content.number(key))
        {
            tell(key, kode, &old, new.value, new.span);
        }
    }
    for item in &layanan.mutu {
        let nama = normal(&item.nama.value);
        let old = last.mutu.iter().find(|m| normal(&m.nama) == nama);
        if let (Some(old), Some(new)) =
            (old.and_then(|o| o.terpenuhi.value()), item.content.number("terpenuhi"))
        {
            let kode = format!("{kode} ({})", item.nama.value);
            tell("terpenuhi", &kode, old, new.value, new.span);
        }
    }
}

/// How much of what the worksheet asks is there once it is taken over. As
/// [`FillRate::layanan`] counts: a service declared nihil asks for nothing more.
pub(super) fn keterisian(
    all: &[ImportedLayanan],
    stamp: &Stamp,
    there: Known<'_>,
) -> FillRate {
    all.iter()
        .map(|layanan| {
            let kode = layanan.kode.value.as_str();
            let items = stamp.rows.iter().filter(|(k, b)| k == kode && !b.is_empty());
            FillRate::layanan(Some(&after(layanan, look_up(there, kode))), items.count())
        })
        .sum()
}

/// A service as it will be.
fn after(layanan: &ImportedLayanan, there: Option<&LayananCapaian>) -> LayananCapaian {
    let mut resulting = there.cloned().unwrap_or_default();
    LAYANAN.put(&mut resulting, &layanan.content);
    for item in &layanan.mutu {
        let nama = normal(&item.nama.value);
        let at = resulting.mutu.iter().position(|m| normal(&m.nama) == nama);
        let at = at.unwrap_or_else(|| {
            let nama = item.nama.value.clone();
            resulting.mutu.push(ItemMutu { nama, ..ItemMutu::default() });
            resulting.mutu.len() - 1
        });
        if let Some(old) = resulting.mutu.get_mut(at) {
            MUTU.put(old, &item.content);
        }
    }
    resulting
}
