//! Several files as one import.

use crate::problem::ImportProblem;
use std::collections::{BTreeMap, BTreeSet};

use super::nilai::{self, Bidang, Nilai, baku};
use super::{Impor, LayananImpor, MutuImpor};
use crate::workspace::place;
use base::diag::Problems;
use base::source::{SourceMap, Span};

/// A field of one service, or of one of its quality items.
type Kunci = (String, Option<String>, Bidang);

/// Puts the imports of one quarter together. Two that say different things of one field are
/// a problem, and neither is taken: the names of those files come back beside what is left.
pub fn satukan(
    semua: Vec<Impor>,
    sources: &SourceMap,
    problems: &mut Problems,
) -> (Option<Impor>, Vec<String>) {
    let mut sudah: BTreeMap<Kunci, (usize, Nilai, Span)> = BTreeMap::new();
    let mut ditolak = BTreeSet::new();
    for (nomor, impor) in semua.iter().enumerate() {
        for (kunci, baru, span) in isi(impor) {
            let Some((dulu, ada, di)) = sudah.get(&kunci) else {
                sudah.insert(kunci, (nomor, baru, span));
                continue;
            };
            if *ada != baru {
                ditolak.extend([*dulu, nomor]);
                let (kode, butir, bidang) = &kunci;
                let butir = butir.as_ref().map_or_else(String::new, |b| format!(" {b}"));
                let problem = ImportProblem::ImportConflict {
                    isian: format!("{kode}{butir} {}", bidang.kunci()),
                    value: baru.to_string(),
                    lain: ada.to_string(),
                    tempat: place(*di, sources),
                };
                problems.add(span, problem);
            }
        }
    }
    let mut hasil: Option<Impor> = None;
    let mut nama = Vec::new();
    for (nomor, impor) in semua.into_iter().enumerate() {
        if ditolak.contains(&nomor) {
            nama.push(impor.berkas);
            continue;
        }
        match &mut hasil {
            None => hasil = Some(impor),
            Some(hasil) => tambah(hasil, impor),
        }
    }
    (hasil, nama)
}

fn isi(impor: &Impor) -> Vec<(Kunci, Nilai, Span)> {
    let mut semua = Vec::new();
    for l in &impor.layanan {
        for bidang in Bidang::LAYANAN {
            if let Some(n) = nilai::baru(l, bidang) {
                semua.push(((l.kode.value.clone(), None, bidang), n.value, n.span));
            }
        }
        for m in &l.mutu {
            for bidang in Bidang::MUTU {
                if let Some(n) = nilai::baru_mutu(m, bidang) {
                    let kunci = (l.kode.value.clone(), Some(baku(&m.nama.value)), bidang);
                    semua.push((kunci, n.value, n.span));
                }
            }
        }
    }
    semua
}

fn tambah(hasil: &mut Impor, impor: Impor) {
    hasil.berkas = format!("{}, {}", hasil.berkas, impor.berkas);
    hasil.dilewati.extend(impor.dilewati);
    for l in impor.layanan {
        match hasil.layanan.iter_mut().find(|h| h.kode.value == l.kode.value) {
            None => hasil.layanan.push(l),
            Some(h) => lengkapi(h, l),
        }
    }
}

fn lengkapi(h: &mut LayananImpor, l: LayananImpor) {
    let LayananImpor {
        kode: _,
        opd,
        sasaran,
        terlayani,
        mutu,
        pagu,
        realisasi,
        permasalahan,
        penyebab,
        tindak_lanjut,
        pic,
    } = l;
    h.opd = h.opd.take().or(opd);
    h.sasaran = h.sasaran.take().or(sasaran);
    h.terlayani = h.terlayani.take().or(terlayani);
    h.pagu = h.pagu.take().or(pagu);
    h.realisasi = h.realisasi.take().or(realisasi);
    h.permasalahan = h.permasalahan.take().or(permasalahan);
    h.penyebab = h.penyebab.take().or(penyebab);
    h.tindak_lanjut = h.tindak_lanjut.take().or(tindak_lanjut);
    h.pic = h.pic.take().or(pic);
    for m in mutu {
        match h.mutu.iter_mut().find(|ada| baku(&ada.nama.value) == baku(&m.nama.value)) {
            None => h.mutu.push(m),
            Some(ada) => {
                let MutuImpor { nama: _, satuan, dibutuhkan, terpenuhi } = m;
                ada.satuan = ada.satuan.take().or(satuan);
                ada.dibutuhkan = ada.dibutuhkan.take().or(dibutuhkan);
                ada.terpenuhi = ada.terpenuhi.take().or(terpenuhi);
            }
        }
    }
}
