//! Figures that contradict themselves, each other or an earlier quarter.

use num_rational::BigRational;

use super::{Bahan, Lingkup, Pencari, Satu, Subjek, cacah, pecahan, perubahan, poin};
use crate::spm::capaian::{ItemMutu, Jumlah, LayananCapaian, Rincian};
use crate::spm::persen::Persen;
use crate::spm::rekap::satuan_teks;
use bahasa::rupiah;

pub(super) fn cari(satu: &Satu<'_>, data: &LayananCapaian, pencari: &mut Pencari<'_>) {
    melebihi(satu, data, pencari);
    rincian(satu, data, pencari);
    satuan(satu, data, pencari);
    turun(satu, data, pencari);
    berubah(satu, data, pencari);
    if let (Some(dilaporkan), Some(dihitung)) =
        (&data.indeks_dilaporkan, &satu.hasil.indeks)
    {
        let nama = format!("{} ({})", satu.hasil.nama, satu.kode());
        beda_indeks(&satu.subjek(), nama, dilaporkan, dihitung, pencari);
    }
}

/// More served than targeted, more spent than budgeted.
fn melebihi(satu: &Satu<'_>, data: &LayananCapaian, pencari: &mut Pencari<'_>) {
    let subjek = satu.subjek();
    if let (Some(sasaran), Some(terlayani)) = (data.sasaran.isi(), data.terlayani.isi())
        && *sasaran > 0
        && terlayani > sasaran
    {
        let lebih = perubahan(&pecahan(*sasaran), &pecahan(*terlayani));
        pencari.catat("T-MELEBIHI-SASARAN", &subjek, &lebih, vec![]);
    }
    if let (Some(pagu), Some(realisasi)) = (data.pagu.isi(), data.realisasi.isi())
        && realisasi > pagu
    {
        let lebih = perubahan(pagu.nilai(), realisasi.nilai());
        let serapan = satu.hasil.serapan.as_ref();
        let isi = vec![
            ("pagu", uang(pagu)),
            ("realisasi", uang(realisasi)),
            ("serapan", serapan.map_or_else(|| "tanpa pagu".to_owned(), Persen::cetak)),
        ];
        pencari.catat("T-REALISASI-PAGU", &subjek, &lebih, isi);
    }
}

/// Parts that do not add up to their total. A part left empty says nothing.
fn rincian(satu: &Satu<'_>, data: &LayananCapaian, pencari: &mut Pencari<'_>) {
    type Bagian = fn(&Rincian) -> Option<u64>;
    let isian: [(&str, Option<&u64>, Bagian); 2] = [
        ("sasaran", data.sasaran.isi(), |r| r.sasaran.isi().copied()),
        ("terlayani", data.terlayani.isi(), |r| r.terlayani.isi().copied()),
    ];
    for (nama, total, bagian) in isian {
        let jumlah = data.rincian.iter().map(bagian).sum::<Option<u64>>();
        let (Some(total), Some(jumlah)) = (total, jumlah) else { continue };
        if data.rincian.is_empty() || jumlah == *total {
            continue;
        }
        let isi = vec![
            ("isian", nama.to_owned()),
            ("jumlah", cacah(jumlah)),
            ("total", cacah(*total)),
            ("selisih", cacah(jumlah.abs_diff(*total))),
        ];
        let beda = perubahan(&pecahan(*total), &pecahan(jumlah));
        pencari.catat("T-RINCIAN", &satu.subjek(), &beda, isi);
    }
}

/// A unit the service is not counted in, or one that changed within the year.
fn satuan(satu: &Satu<'_>, data: &LayananCapaian, pencari: &mut Pencari<'_>) {
    let Some(layanan) = satu.bahan.catalog.layanan(satu.kode()) else { return };
    let penuh = BigRational::from_integer(100.into());
    if let Some(tertulis) = &data.satuan
        && !layanan.menerima_satuan(tertulis)
    {
        let isi = vec![
            ("satuan_tertulis", tertulis.clone()),
            ("satuan_baku", satuan_teks(&layanan.satuan)),
        ];
        pencari.catat("T-SATUAN", &satu.subjek(), &penuh, isi);
        return;
    }
    let dipakai = |data: &LayananCapaian| {
        data.satuan.clone().unwrap_or_else(|| layanan.satuan.clone())
    };
    let kini = dipakai(data);
    let lain = satu.sebelum().find(|(_, lalu)| !sama_satuan(&dipakai(lalu), &kini));
    if let Some((lapor, lalu)) = lain {
        let isi = vec![
            ("satuan_lalu", satuan_teks(&dipakai(lalu))),
            ("satuan_kini", satuan_teks(&kini)),
            ("periode_lalu", lapor.triwulan()),
        ];
        pencari.catat("T-SATUAN-BERUBAH", &satu.subjek(), &penuh, isi);
    }
}

/// The same unit, whatever the case; a person is a person under both words.
fn sama_satuan(satu: &str, dua: &str) -> bool {
    let baku = |satuan: &str| match satuan.trim().to_lowercase().as_str() {
        "jiwa" => "orang".to_owned(),
        "rumah tangga" => "kk".to_owned(),
        lain => lain.to_owned(),
    };
    baku(satu) == baku(dua)
}

/// Cumulative figures below the highest of an earlier quarter.
fn turun(satu: &Satu<'_>, data: &LayananCapaian, pencari: &mut Pencari<'_>) {
    if let Some(kini) = data.terlayani.isi().copied() {
        let lalu = satu
            .sebelum()
            .filter_map(|(lapor, lalu)| Some((*lalu.terlayani.isi()?, lapor)))
            .max_by_key(|(lalu, _)| *lalu);
        if let Some((lalu, lapor)) = lalu.filter(|(lalu, _)| *lalu > kini) {
            let dasar = data.sasaran.isi().copied().filter(|s| *s > 0).unwrap_or(lalu);
            let isi = vec![
                ("lalu", cacah(lalu)),
                ("kini", cacah(kini)),
                ("periode_lalu", lapor.triwulan()),
            ];
            let beda = perubahan(&pecahan(dasar), &pecahan(dasar + (lalu - kini)));
            pencari.catat("T-TURUN-TERLAYANI", &satu.subjek(), &beda, isi);
        }
    }
    if let Some(kini) = data.realisasi.isi() {
        let lalu = satu
            .sebelum()
            .filter_map(|(lapor, lalu)| Some((lalu.realisasi.isi()?, lapor)))
            .max_by_key(|(lalu, _)| *lalu);
        if let Some((lalu, lapor)) = lalu.filter(|(lalu, _)| *lalu > kini) {
            let isi = vec![
                ("lalu", uang(lalu)),
                ("kini", uang(kini)),
                ("periode_lalu", lapor.triwulan()),
            ];
            let beda = perubahan(lalu.nilai(), kini.nilai());
            pencari.catat("T-TURUN-REALISASI", &satu.subjek(), &beda, isi);
        }
    }
    butir(
        satu,
        data,
        "T-TURUN-MUTU",
        |i| i.terpenuhi.isi(),
        |lalu, kini| kini < lalu,
        pencari,
    );
}

/// Targets and needs of the year that changed since the quarter before.
fn berubah(satu: &Satu<'_>, data: &LayananCapaian, pencari: &mut Pencari<'_>) {
    let lalu = |lalu: &LayananCapaian| lalu.sasaran.isi().copied();
    let sebelum = satu.sebelum().find_map(|(lapor, l)| Some((lalu(l)?, lapor)));
    if let (Some(kini), Some((lalu, lapor))) = (data.sasaran.isi().copied(), sebelum)
        && kini != lalu
    {
        let beda = perubahan(&pecahan(lalu), &pecahan(kini));
        let isi = vec![
            ("lalu", cacah(lalu)),
            ("kini", cacah(kini)),
            ("arah", (if kini > lalu { "naik" } else { "turun" }).to_owned()),
            ("persen", Persen::new(beda.clone()).cetak()),
            ("periode_lalu", lapor.triwulan()),
        ];
        pencari.catat("T-SASARAN-BERUBAH", &satu.subjek(), &beda, isi);
    }
    if data.nihil() {
        let tahun_lalu = satu.bahan.tahun_lalu.as_ref();
        let tahun_lalu = tahun_lalu
            .and_then(|l| Some((lalu(l.data(satu.kode())?)?, l.triwulan_tahun())));
        let dulu = sebelum.map(|(n, lapor)| (n, lapor.triwulan())).or(tahun_lalu);
        if let Some((lalu, periode)) = dulu.filter(|(n, _)| *n > 0) {
            let isi = vec![("lalu", cacah(lalu)), ("periode_lalu", periode)];
            let penuh = BigRational::from_integer(100.into());
            pencari.catat("T-NIHIL-BERUBAH", &satu.subjek(), &penuh, isi);
        }
    }
    butir(
        satu,
        data,
        "T-KEBUTUHAN-BERUBAH",
        |i| i.dibutuhkan.isi(),
        |lalu, kini| kini != lalu,
        pencari,
    );
}

/// Mutu items whose figure changed in a way that counts since the last quarter that has it;
/// one finding that names the largest.
fn butir(
    satu: &Satu<'_>,
    data: &LayananCapaian,
    kode: &str,
    nilai: fn(&ItemMutu) -> Option<&Jumlah>,
    menyimpang: fn(&Jumlah, &Jumlah) -> bool,
    pencari: &mut Pencari<'_>,
) {
    let mut terbesar: Option<(BigRational, Vec<(&'static str, String)>)> = None;
    let mut banyak = 0_u64;
    for item in &data.mutu {
        let Some(kini) = nilai(item) else { continue };
        let lalu = satu.sebelum().find_map(|(lapor, lalu)| {
            let sama = lalu.mutu.iter().find(|i| i.nama == item.nama)?;
            Some((nilai(sama)?, lapor))
        });
        let Some((lalu, lapor)) = lalu.filter(|(lalu, _)| menyimpang(lalu, kini)) else {
            continue;
        };
        banyak += 1;
        let beda = perubahan(lalu.nilai(), kini.nilai());
        if terbesar.as_ref().is_none_or(|(besar, _)| beda > *besar) {
            let isi = vec![
                ("butir", item.nama.clone()),
                ("lalu", lalu.cetak()),
                ("kini", kini.cetak()),
                ("satuan_butir", satuan_teks(&item.satuan)),
                ("periode_lalu", lapor.triwulan()),
            ];
            terbesar = Some((beda, isi));
        }
    }
    if let Some((beda, mut isi)) = terbesar {
        let lain = banyak - 1;
        let lainnya = if lain > 0 {
            format!("; {} butir lain juga berubah", cacah(lain))
        } else {
            String::new()
        };
        isi.push(("lainnya", lainnya));
        pencari.catat(kode, &satu.subjek(), &beda, isi);
    }
}

/// Indices that were sent along and are not what the figures give.
pub(super) fn dilaporkan(bahan: &Bahan<'_>, pencari: &mut Pencari<'_>) {
    let rekap = bahan.kini.rekap;
    for satu in &bahan.dilaporkan {
        let (nama, indeks, opd) = match &satu.lingkup {
            Lingkup::Daerah => (rekap.daerah.clone(), rekap.indeks.as_ref(), None),
            Lingkup::Urusan(kode) => {
                let urusan = rekap.urusan.iter().find(|u| u.kode == *kode);
                let nama = urusan.map_or_else(|| kode.clone(), |u| u.nama.clone());
                (format!("urusan {nama}"), urusan.and_then(|u| u.indeks.as_ref()), None)
            }
            Lingkup::Opd(id) => {
                let opd = rekap.opd.iter().find(|o| o.opd == *id);
                let nama = bahan.nama_opd.get(id).unwrap_or(id).clone();
                (nama, opd.and_then(|o| o.indeks.as_ref()), Some(id.clone()))
            }
        };
        if let Some(dihitung) = indeks {
            let subjek = Subjek { urut: 0, layanan: None, opd, isi: vec![] };
            beda_indeks(&subjek, nama, &satu.nilai, dihitung, pencari);
        }
    }
}

/// Declared values have two places, so they are held against the value as it is printed.
fn beda_indeks(
    subjek: &Subjek,
    nama: String,
    dilaporkan: &Persen,
    dihitung: &Persen,
    pencari: &mut Pencari<'_>,
) {
    let beda =
        num_traits::abs(dilaporkan.selisih(&dihitung.dibulatkan()).nilai().clone());
    let isi = vec![
        ("subjek", nama),
        ("dilaporkan", dilaporkan.cetak()),
        ("dihitung", dihitung.cetak()),
        ("selisih", poin(dilaporkan, dihitung)),
    ];
    pencari.catat("T-INDEKS-DILAPORKAN", subjek, &beda, isi);
}

fn uang(jumlah: &Jumlah) -> String {
    rupiah::format_rupiah_short(jumlah.nilai())
}
