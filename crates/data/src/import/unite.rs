//! Several files as one import.

use crate::problem::ImportProblem;
use std::collections::{BTreeMap, BTreeSet};

use super::{Import, ImportedLayanan};
use crate::head::normal;
use crate::tables::Nilai;
use crate::tables::capaian::{LAYANAN, MUTU};
use crate::workspace::place;
use base::diag::Problems;
use base::source::{SourceMap, Span};

/// A field of one service, or of one of its quality items.
type FieldKey = (String, Option<String>, &'static str);

/// Puts the imports of one quarter together. Two that say different things of one field are
/// a problem, and neither is taken: the names of those files come back beside what is left.
pub fn satukan(
    semua: Vec<Import>,
    sources: &SourceMap,
    problems: &mut Problems,
) -> (Option<Import>, Vec<String>) {
    let mut sudah: BTreeMap<FieldKey, (usize, Nilai, Span)> = BTreeMap::new();
    let mut ditolak = BTreeSet::new();
    for (nomor, impor) in semua.iter().enumerate() {
        for (kunci, baru, span) in isi(impor) {
            let Some((dulu, ada, di)) = sudah.get(&kunci) else {
                sudah.insert(kunci, (nomor, baru, span));
                continue;
            };
            if *ada != baru {
                ditolak.extend([*dulu, nomor]);
                let (kode, butir, key) = &kunci;
                let butir = butir.as_ref().map_or_else(String::new, |b| format!(" {b}"));
                let problem = ImportProblem::ImportConflict {
                    isian: format!("{kode}{butir} {key}"),
                    value: baru.to_string(),
                    lain: ada.to_string(),
                    tempat: place(*di, sources),
                };
                problems.add(span, problem);
            }
        }
    }
    let mut hasil: Option<Import> = None;
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

fn isi(impor: &Import) -> Vec<(FieldKey, Nilai, Span)> {
    let mut semua = Vec::new();
    for l in &impor.layanan {
        for (spec, _) in LAYANAN.slots() {
            if let Some(n) = l.isi.get(spec.key) {
                let kunci = (l.kode.value.clone(), None, spec.key);
                semua.push((kunci, n.value.clone(), n.span));
            }
        }
        for m in &l.mutu {
            for (spec, _) in MUTU.slots() {
                if let Some(n) = m.isi.get(spec.key) {
                    let butir = Some(normal(&m.nama.value));
                    let kunci = (l.kode.value.clone(), butir, spec.key);
                    semua.push((kunci, n.value.clone(), n.span));
                }
            }
        }
    }
    semua
}

fn tambah(hasil: &mut Import, impor: Import) {
    hasil.berkas = format!("{}, {}", hasil.berkas, impor.berkas);
    hasil.dilewati.extend(impor.dilewati);
    for l in impor.layanan {
        match hasil.layanan.iter_mut().find(|h| h.kode.value == l.kode.value) {
            None => hasil.layanan.push(l),
            Some(h) => lengkapi(h, l),
        }
    }
}

fn lengkapi(h: &mut ImportedLayanan, l: ImportedLayanan) {
    h.isi.complete(l.isi);
    for m in l.mutu {
        match h
            .mutu
            .iter_mut()
            .find(|ada| normal(&ada.nama.value) == normal(&m.nama.value))
        {
            None => h.mutu.push(m),
            Some(ada) => ada.isi.complete(m.isi),
        }
    }
}
