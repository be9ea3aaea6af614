//! What figures say together: with each other, with what is there, and with the last quarter.

use super::super::kolom::{baku, singkat};
use super::super::stempel::Stempel;
use super::Harapan;
use crate::impor::{Angka, LayananImpor};
use crate::problem::WorksheetProblem;
use bahasa::format_decimal_short;
use base::diag::Problems;
use base::source::{Span, Spanned};
use field::spm::{Isian, Jumlah, Keterisian, LayananCapaian};

type Ada<'a> = &'a [Spanned<LayananCapaian>];

fn cari<'a>(ada: Ada<'a>, kode: &str) -> Option<&'a LayananCapaian> {
    ada.iter().map(|row| &row.value).find(|row| row.kode == kode)
}

/// Whether a service has no target population, as the sheet says or, if it is silent, as was
/// entered before.
pub(super) fn nihil(layanan: &LayananImpor, ada: Ada<'_>) -> bool {
    match &layanan.sasaran {
        Some(sasaran) => sasaran.value == Isian::Nihil,
        None => cari(ada, &layanan.kode.value).is_some_and(LayananCapaian::nihil),
    }
}

/// Doubts about the figures, which are taken nevertheless.
pub(super) fn angka(
    semua: &[LayananImpor],
    stempel: &Stempel,
    harapan: &Harapan<'_>,
    problems: &mut Problems,
) {
    let periode = stempel.periode;
    let sebelum = harapan.capaian.range(..periode).next_back();
    // Figures count from January: with another year nothing is compared.
    let sebelum = sebelum.filter(|(lalu, _)| lalu.tahun == periode.tahun);
    for layanan in semua {
        let kode = layanan.kode.value.as_str();
        if let Some((lalu, rows)) = sebelum
            && let Some(row) = cari(rows, kode)
        {
            turun(layanan, (&singkat(*lalu), row), problems);
        }
    }
}

/// Less than in the quarter before, though figures count from January.
fn turun(
    layanan: &LayananImpor,
    (periode, lalu): (&str, &LayananCapaian),
    problems: &mut Problems,
) {
    let mut tell = |key: &str, kode: &str, old: &Jumlah, new: &Jumlah, span: Span| {
        if new < old {
            let cetak = |n: &Jumlah| format_decimal_short(n.nilai(), 6);
            problems.add(
                span,
                WorksheetProblem::FellBelow {
                    isian: format!("`{key}` {kode}"),
                    sebelumnya: cetak(old),
                    sekarang: cetak(new),
                    periode: periode.to_owned(),
                },
            );
        }
    };
    let kode = &layanan.kode.value;
    if let (Some(old), Some(new)) = (lalu.terlayani.isi(), &layanan.terlayani)
        && let Isian::Isi(n) = &new.value
    {
        let (old, n) = (Jumlah::from(*old), Jumlah::from(*n));
        tell("terlayani", kode, &old, &n, new.span);
    }
    if let (Some(old), Some(new)) = (lalu.realisasi.isi(), &layanan.realisasi)
        && let Isian::Isi(n) = &new.value
    {
        tell("realisasi", kode, old, n, new.span);
    }
    for item in &layanan.mutu {
        let nama = baku(&item.nama.value);
        let old = lalu.mutu.iter().find(|m| baku(&m.nama) == nama);
        if let (Some(old), Some(new)) =
            (old.and_then(|o| o.terpenuhi.isi()), &item.terpenuhi)
            && let Isian::Isi(n) = &new.value
        {
            let kode = format!("{kode} ({})", item.nama.value);
            tell("terpenuhi", &kode, old, n, new.span);
        }
    }
}

/// How much of what the worksheet asks is there once it is taken over. As
/// [`Keterisian::layanan`] counts: a service declared nihil asks for nothing more.
pub(super) fn keterisian(
    semua: &[LayananImpor],
    stempel: &Stempel,
    ada: Ada<'_>,
) -> Keterisian {
    semua
        .iter()
        .map(|layanan| {
            let kode = layanan.kode.value.as_str();
            let items = stempel.baris.iter().filter(|(k, b)| k == kode && !b.is_empty());
            Keterisian::layanan(Some(&sesudah(layanan, cari(ada, kode))), items.count())
        })
        .sum()
}

/// A service as it will be.
fn sesudah(layanan: &LayananImpor, ada: Option<&LayananCapaian>) -> LayananCapaian {
    fn put<T: Clone>(new: Option<&Angka<T>>, old: &mut Isian<T>) {
        if let Some(new) = new {
            *old = new.value.clone();
        }
    }
    let mut jadi = ada.cloned().unwrap_or_default();
    put(layanan.sasaran.as_ref(), &mut jadi.sasaran);
    put(layanan.terlayani.as_ref(), &mut jadi.terlayani);
    put(layanan.pagu.as_ref(), &mut jadi.pagu);
    put(layanan.realisasi.as_ref(), &mut jadi.realisasi);
    put(layanan.permasalahan.as_ref(), &mut jadi.permasalahan);
    put(layanan.tindak_lanjut.as_ref(), &mut jadi.tindak_lanjut);
    for item in &layanan.mutu {
        let nama = baku(&item.nama.value);
        let at = jadi.mutu.iter().position(|m| baku(&m.nama) == nama);
        let at = at.unwrap_or_else(|| {
            jadi.mutu.push(field::spm::ItemMutu {
                nama: item.nama.value.clone(),
                satuan: String::new(),
                dibutuhkan: Isian::Kosong,
                terpenuhi: Isian::Kosong,
            });
            jadi.mutu.len() - 1
        });
        if let Some(old) = jadi.mutu.get_mut(at) {
            put(item.dibutuhkan.as_ref(), &mut old.dibutuhkan);
            put(item.terpenuhi.as_ref(), &mut old.terpenuhi);
        }
    }
    jadi
}
