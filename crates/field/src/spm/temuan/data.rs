//! Figures that contradict themselves, each other or an earlier quarter.

use num_rational::BigRational;

use super::{
    About, Evidence, Examined, Finder, TemuanScope, change_since, count, fraction, points,
};
use crate::spm::capaian::{Amount, ItemMutu, LayananCapaian, Rincian};
use crate::spm::percent::Percent;
use crate::spm::rekap::satuan_in_text;
use bahasa::rupiah;

pub(super) fn find(satu: &Examined<'_>, data: &LayananCapaian, pencari: &mut Finder<'_>) {
    exceeding(satu, data, pencari);
    rincian(satu, data, pencari);
    satuan(satu, data, pencari);
    fallen(satu, data, pencari);
    changed(satu, data, pencari);
    if let (Some(dilaporkan), Some(dihitung)) =
        (&data.indeks_dilaporkan, &satu.hasil.indeks)
    {
        let nama = format!("{} ({})", satu.hasil.nama, satu.kode());
        index_differs(&satu.about(), nama, dilaporkan, dihitung, pencari);
    }
}

/// More served than targeted, more spent than budgeted.
fn exceeding(satu: &Examined<'_>, data: &LayananCapaian, pencari: &mut Finder<'_>) {
    let subjek = satu.about();
    if let (Some(sasaran), Some(terlayani)) = (data.sasaran.isi(), data.terlayani.isi())
        && *sasaran > 0
        && terlayani > sasaran
    {
        let lebih = change_since(&fraction(*sasaran), &fraction(*terlayani));
        pencari.record("T-MELEBIHI-SASARAN", &subjek, &lebih, vec![]);
    }
    if let (Some(pagu), Some(realisasi)) = (data.pagu.isi(), data.realisasi.isi())
        && realisasi > pagu
    {
        let lebih = change_since(pagu.value(), realisasi.value());
        let serapan = satu.hasil.serapan.as_ref();
        let isi = vec![
            ("pagu", money(pagu)),
            ("realisasi", money(realisasi)),
            (
                "serapan",
                serapan.map_or_else(|| "tanpa pagu".to_owned(), Percent::printed),
            ),
        ];
        pencari.record("T-REALISASI-PAGU", &subjek, &lebih, isi);
    }
}

/// Parts that do not add up to their total. A part left empty says nothing.
fn rincian(satu: &Examined<'_>, data: &LayananCapaian, pencari: &mut Finder<'_>) {
    type Component = fn(&Rincian) -> Option<u64>;
    let isian: [(&str, Option<&u64>, Component); 2] = [
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
            ("jumlah", count(jumlah)),
            ("total", count(*total)),
            ("selisih", count(jumlah.abs_diff(*total))),
        ];
        let beda = change_since(&fraction(*total), &fraction(jumlah));
        pencari.record("T-RINCIAN", &satu.about(), &beda, isi);
    }
}

/// A unit the service is not counted in, or one that changed within the year.
fn satuan(satu: &Examined<'_>, data: &LayananCapaian, pencari: &mut Finder<'_>) {
    let Some(layanan) = satu.bahan.catalog.layanan(satu.kode()) else { return };
    let penuh = BigRational::from_integer(100.into());
    if let Some(tertulis) = &data.satuan
        && !layanan.accepts_satuan(tertulis)
    {
        let isi = vec![
            ("satuan_tertulis", tertulis.clone()),
            ("satuan_baku", satuan_in_text(&layanan.satuan)),
        ];
        pencari.record("T-SATUAN", &satu.about(), &penuh, isi);
        return;
    }
    let dipakai = |data: &LayananCapaian| {
        data.satuan.clone().unwrap_or_else(|| layanan.satuan.clone())
    };
    let kini = dipakai(data);
    let lain = satu.before().find(|(_, lalu)| !same_satuan(&dipakai(lalu), &kini));
    if let Some((lapor, lalu)) = lain {
        let isi = vec![
            ("satuan_lalu", satuan_in_text(&dipakai(lalu))),
            ("satuan_kini", satuan_in_text(&kini)),
            ("periode_lalu", lapor.triwulan()),
        ];
        pencari.record("T-SATUAN-BERUBAH", &satu.about(), &penuh, isi);
    }
}

/// The same unit, whatever the case; a person is a person under both words.
fn same_satuan(satu: &str, dua: &str) -> bool {
    let baku = |satuan: &str| match satuan.trim().to_lowercase().as_str() {
        "jiwa" => "orang".to_owned(),
        "rumah tangga" => "kk".to_owned(),
        lain => lain.to_owned(),
    };
    baku(satu) == baku(dua)
}

/// Cumulative figures below the highest of an earlier quarter.
fn fallen(satu: &Examined<'_>, data: &LayananCapaian, pencari: &mut Finder<'_>) {
    if let Some(kini) = data.terlayani.isi().copied() {
        let lalu = satu
            .before()
            .filter_map(|(lapor, lalu)| Some((*lalu.terlayani.isi()?, lapor)))
            .max_by_key(|(lalu, _)| *lalu);
        if let Some((lalu, lapor)) = lalu.filter(|(lalu, _)| *lalu > kini) {
            let dasar = data.sasaran.isi().copied().filter(|s| *s > 0).unwrap_or(lalu);
            let isi = vec![
                ("lalu", count(lalu)),
                ("kini", count(kini)),
                ("periode_lalu", lapor.triwulan()),
            ];
            let beda = change_since(&fraction(dasar), &fraction(dasar + (lalu - kini)));
            pencari.record("T-TURUN-TERLAYANI", &satu.about(), &beda, isi);
        }
    }
    if let Some(kini) = data.realisasi.isi() {
        let lalu = satu
            .before()
            .filter_map(|(lapor, lalu)| Some((lalu.realisasi.isi()?, lapor)))
            .max_by_key(|(lalu, _)| *lalu);
        if let Some((lalu, lapor)) = lalu.filter(|(lalu, _)| *lalu > kini) {
            let isi = vec![
                ("lalu", money(lalu)),
                ("kini", money(kini)),
                ("periode_lalu", lapor.triwulan()),
            ];
            let beda = change_since(lalu.value(), kini.value());
            pencari.record("T-TURUN-REALISASI", &satu.about(), &beda, isi);
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
fn changed(satu: &Examined<'_>, data: &LayananCapaian, pencari: &mut Finder<'_>) {
    let lalu = |lalu: &LayananCapaian| lalu.sasaran.isi().copied();
    let sebelum = satu.before().find_map(|(lapor, l)| Some((lalu(l)?, lapor)));
    if let (Some(kini), Some((lalu, lapor))) = (data.sasaran.isi().copied(), sebelum)
        && kini != lalu
    {
        let beda = change_since(&fraction(lalu), &fraction(kini));
        let isi = vec![
            ("lalu", count(lalu)),
            ("kini", count(kini)),
            ("arah", (if kini > lalu { "naik" } else { "turun" }).to_owned()),
            ("persen", Percent::new(beda.clone()).printed()),
            ("periode_lalu", lapor.triwulan()),
        ];
        pencari.record("T-SASARAN-BERUBAH", &satu.about(), &beda, isi);
    }
    if data.nihil() {
        let tahun_lalu = satu.bahan.tahun_lalu.as_ref();
        let tahun_lalu = tahun_lalu
            .and_then(|l| Some((lalu(l.data(satu.kode())?)?, l.triwulan_tahun())));
        let dulu = sebelum.map(|(n, lapor)| (n, lapor.triwulan())).or(tahun_lalu);
        if let Some((lalu, periode)) = dulu.filter(|(n, _)| *n > 0) {
            let isi = vec![("lalu", count(lalu)), ("periode_lalu", periode)];
            let penuh = BigRational::from_integer(100.into());
            pencari.record("T-NIHIL-BERUBAH", &satu.about(), &penuh, isi);
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
    satu: &Examined<'_>,
    data: &LayananCapaian,
    kode: &str,
    nilai: fn(&ItemMutu) -> Option<&Amount>,
    menyimpang: fn(&Amount, &Amount) -> bool,
    pencari: &mut Finder<'_>,
) {
    let mut terbesar: Option<(BigRational, Vec<(&'static str, String)>)> = None;
    let mut banyak = 0_u64;
    for item in &data.mutu {
        let Some(kini) = nilai(item) else { continue };
        let lalu = satu.before().find_map(|(lapor, lalu)| {
            let sama = lalu.mutu.iter().find(|i| i.nama == item.nama)?;
            Some((nilai(sama)?, lapor))
        });
        let Some((lalu, lapor)) = lalu.filter(|(lalu, _)| menyimpang(lalu, kini)) else {
            continue;
        };
        banyak += 1;
        let beda = change_since(lalu.value(), kini.value());
        if terbesar.as_ref().is_none_or(|(besar, _)| beda > *besar) {
            let isi = vec![
                ("butir", item.nama.clone()),
                ("lalu", lalu.printed()),
                ("kini", kini.printed()),
                ("satuan_butir", satuan_in_text(&item.satuan)),
                ("periode_lalu", lapor.triwulan()),
            ];
            terbesar = Some((beda, isi));
        }
    }
    if let Some((beda, mut isi)) = terbesar {
        let lain = banyak - 1;
        let lainnya = if lain > 0 {
            format!("; {} butir lain juga berubah", count(lain))
        } else {
            String::new()
        };
        isi.push(("lainnya", lainnya));
        pencari.record(kode, &satu.about(), &beda, isi);
    }
}

/// Indices that were sent along and are not what the figures give.
pub(super) fn dilaporkan(bahan: &Evidence<'_>, pencari: &mut Finder<'_>) {
    let rekap = bahan.kini.rekap;
    for satu in &bahan.dilaporkan {
        let (nama, indeks, opd) = match &satu.lingkup {
            TemuanScope::Daerah => (rekap.daerah.clone(), rekap.indeks.as_ref(), None),
            TemuanScope::Urusan(kode) => {
                let urusan = rekap.urusan.iter().find(|u| u.kode == *kode);
                let nama = urusan.map_or_else(|| kode.clone(), |u| u.nama.clone());
                (format!("urusan {nama}"), urusan.and_then(|u| u.indeks.as_ref()), None)
            }
            TemuanScope::Opd(id) => {
                let opd = rekap.opd.iter().find(|o| o.opd == *id);
                let nama = bahan.nama_opd.get(id).unwrap_or(id).clone();
                (nama, opd.and_then(|o| o.indeks.as_ref()), Some(id.clone()))
            }
        };
        if let Some(dihitung) = indeks {
            let subjek = About { urut: 0, layanan: None, opd, isi: vec![] };
            index_differs(&subjek, nama, &satu.nilai, dihitung, pencari);
        }
    }
}

/// Declared values have two places, so they are held against the value as it is printed.
fn index_differs(
    subjek: &About,
    nama: String,
    dilaporkan: &Percent,
    dihitung: &Percent,
    pencari: &mut Finder<'_>,
) {
    let beda =
        num_traits::abs(dilaporkan.difference(&dihitung.rounded()).value().clone());
    let isi = vec![
        ("subjek", nama),
        ("dilaporkan", dilaporkan.printed()),
        ("dihitung", dihitung.printed()),
        ("selisih", points(dilaporkan, dihitung)),
    ];
    pencari.record("T-INDEKS-DILAPORKAN", subjek, &beda, isi);
}

fn money(jumlah: &Amount) -> String {
    rupiah::format_rupiah_short(jumlah.value())
}
