//! What the guidebook sees: the catalog, its chapters, the worked example.

use std::collections::BTreeMap;

use minijinja::{Value, context};

use super::values::service_value;
use super::{Chapter, record, typed};
use data::workspace::Workspace;
use field::spm::catalog::{CategoryScale, Layanan};
use field::spm::{Catalog, Kebijakan, WorkedExample};

pub(super) fn catalog_value(catalog: &Catalog, workspace: &Workspace) -> Value {
    let year = year(workspace);
    let urusan: Vec<Value> = catalog
        .all_urusan()
        .iter()
        .map(|u| urusan_value(&u.kode, catalog, workspace))
        .collect();
    let in_use = |id: &str| {
        catalog.all_dasar_hukum().iter().any(|law| law.id == id && law.tahun <= year)
    };
    let laws: Vec<Value> = catalog
        .all_dasar_hukum()
        .iter()
        .map(|law| {
            context! {
                berlaku => law.tahun <= year && !law.diganti.as_deref().is_some_and(in_use),
                id => &law.id,
                sebutan => law.citation(),
                singkat => law.short(),
                mengingat => considered(law),
                jenis => &law.jenis,
                nomor => &law.nomor,
                tahun => &law.tahun,
                tentang => &law.tentang,
                berjudul => law.is_titled(),
                untuk => &law.untuk,
                urusan => &law.urusan,
                sumber => source_value(&law.sumber),
            }
        })
        .collect();
    let by_id: BTreeMap<&str, Value> = catalog
        .all_dasar_hukum()
        .iter()
        .map(|l| l.id.as_str())
        .zip(laws.iter().cloned())
        .collect();
    let scale = catalog.skala(year);
    let kategori: Vec<Value> = scale
        .map(CategoryScale::ranges)
        .unwrap_or_default()
        .iter()
        .map(|r| context! { nama => r.nama, rentang => r.printed() })
        .collect();
    let calendar: Vec<Value> = (1..=4)
        .filter_map(|tw| catalog.batas(year, tw))
        .map(|b| {
            context! {
                tahun => &b.tahun, triwulan => &b.triwulan, tanggal => typed::value(b.tanggal),
            }
        })
        .collect();
    let terms: Vec<Value> = catalog
        .istilah()
        .iter()
        .map(|t| context! { istilah => &t.istilah, arti => &t.arti })
        .collect();
    context! {
        urusan => urusan,
        dasar_hukum => laws,
        hukum => by_id,
        kategori => kategori,
        kalender => calendar,
        istilah => terms,
    }
}

/// How a Mengingat cites a law, each wording with the year from which on papers use it.
fn considered(law: &field::spm::catalog::DasarHukum) -> Vec<Value> {
    let years = std::iter::once(0).chain(law.perubahan.iter().map(|change| change.tahun));
    years.map(|year| context! { tahun => year, teks => law.considered(year) }).collect()
}

fn source_value(source: &field::spm::catalog::SourceNote) -> Value {
    context! { tingkat => source.tingkat.word(), catatan => &source.catatan }
}

fn year(workspace: &Workspace) -> u16 {
    let periode = workspace.settings.periode.map(|p| p.tahun);
    let meeting = || workspace.rakor.as_ref().map(|r| r.tanggal.year());
    periode.or_else(meeting).and_then(|y| u16::try_from(y).ok()).unwrap_or(2024)
}

/// An urusan with its services and the OPDs of this daerah that carry it.
fn urusan_value(kode: &str, catalog: &Catalog, workspace: &Workspace) -> Value {
    let Some(urusan) = catalog.urusan(kode) else { return Value::from(()) };
    let layanan: Vec<Value> = catalog
        .all_layanan(data::check::level(workspace.settings.daerah.jenis))
        .iter()
        .filter(|l| l.urusan == kode)
        .map(|l| catalog_service(l, catalog, year(workspace)))
        .collect();
    let opd: Vec<Value> = workspace
        .opd
        .iter()
        .filter(|o| o.urusan.iter().any(|u| u.value == kode))
        .map(|o| {
            let value = context! { nama => &o.nama, singkatan => &o.singkatan };
            record(value, &o.named())
        })
        .collect();
    context! {
        kode => &urusan.kode,
        nama => &urusan.nama,
        nama_resmi => &urusan.nama_resmi,
        singkat => &urusan.singkat,
        sumber => source_value(&urusan.sumber),
        layanan => layanan,
        opd => opd,
    }
}

fn catalog_service(layanan: &Layanan, catalog: &Catalog, year: u16) -> Value {
    let mutu: Vec<Value> = catalog
        .mutu(&layanan.kode, year)
        .iter()
        .map(|item| context! { nama => &item.nama, satuan => &item.satuan })
        .collect();
    context! {
        kode => &layanan.kode,
        nama => &layanan.nama,
        penerima => &layanan.penerima,
        satuan => &layanan.satuan,
        opd_lazim => &layanan.opd_lazim,
        sub_urusan => layanan.sub_urusan.map(field::spm::catalog::SubUrusan::word),
        sumber => source_value(&layanan.sumber),
        mutu => mutu,
        mutu_belum_pasti => catalog.mutu_is_remembered(&layanan.kode, year),
    }
}

pub(super) fn chapters(
    chapters: &[Chapter],
    catalog: &Catalog,
    workspace: &Workspace,
) -> Vec<Value> {
    chapters
        .iter()
        .enumerate()
        .map(|(i, chapter)| chapter_value(chapter, i + 1, catalog, workspace))
        .collect()
}

/// A chapter of a book, with its number and, when it is about one, its urusan.
pub fn chapter_value(
    chapter: &Chapter,
    number: usize,
    catalog: &Catalog,
    workspace: &Workspace,
) -> Value {
    context! {
        id => &chapter.id,
        berkas => &chapter.file,
        judul => &chapter.title,
        nomor => number,
        urusan => chapter.urusan.as_ref().map(|k| urusan_value(&k.value, catalog, workspace)),
    }
}

/// The worked example of the guidebook.
pub(super) fn example(catalog: &Catalog, kebijakan: Kebijakan) -> Value {
    let Some(contoh) = WorkedExample::compute(catalog, kebijakan) else {
        return Value::from(());
    };
    let layanan = contoh.layanan();
    let urusan: Vec<Value> = contoh
        .rekap
        .urusan
        .iter()
        .map(|u| {
            context! {
                nama => &u.nama,
                indeks => typed::maybe(u.indeks.as_ref()),
                kategori => &u.kategori,
            }
        })
        .collect();
    context! {
        layanan => layanan.map(|(l, shown)| service_value(l, Some(shown), "Kesehatan")),
        urusan => urusan,
        indeks => typed::maybe(contoh.rekap.indeks.as_ref()),
        kategori => &contoh.rekap.kategori,
    }
}
