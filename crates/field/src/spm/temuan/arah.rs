//! Where the year is heading: path, pace, spending, mutu, and the index beside earlier ones.

use num_rational::BigRational;
use num_traits::{ToPrimitive, Zero};

use super::{Bahan, Pencari, Satu, Subjek, cacah, pecahan, poin};
use crate::spm::capaian::{ItemMutu, LayananCapaian};
use crate::spm::persen::Persen;

pub(super) fn cari(satu: &Satu<'_>, data: &LayananCapaian, pencari: &mut Pencari<'_>) {
    let triwulan = satu.bahan.kini.rekap.triwulan;
    if satu.hasil.penerima == Some(Persen::nol()) {
        let penuh = pecahan(100);
        pencari.catat("T-BELUM-MULAI", &satu.subjek(), &penuh, vec![]);
    }
    if triwulan < 4 {
        jalur(satu, data, triwulan, pencari);
        laju(satu, triwulan, pencari);
    } else {
        sisa(satu, pencari);
    }
    mutu(satu, data, triwulan, pencari);
    serapan(satu, data, pencari);
    let lalu = satu.sebelum().find_map(|(lapor, _)| {
        Some((lapor.triwulan(), lapor.hasil(satu.kode())?.indeks.as_ref()?))
    });
    let tahun_lalu = satu.bahan.tahun_lalu.as_ref().and_then(|lapor| {
        lapor.data(satu.kode())?;
        Some((lapor.triwulan_tahun(), lapor.hasil(satu.kode())?.indeks.as_ref()?))
    });
    if let Some(indeks) = &satu.hasil.indeks {
        indeks_berubah(
            &satu.subjek(),
            &satu.hasil.nama,
            indeks,
            lalu,
            tahun_lalu,
            pencari,
        );
    }
}

fn pilih_jalur<'a>(
    satu: &'a Satu<'_>,
    data: &'a LayananCapaian,
    triwulan: u8,
) -> &'a Persen {
    data.jalur_target.as_ref().unwrap_or(satu.bahan.jalur).pada(triwulan)
}

/// Below what the quarter should have reached.
fn jalur(
    satu: &Satu<'_>,
    data: &LayananCapaian,
    triwulan: u8,
    pencari: &mut Pencari<'_>,
) {
    let Some(penerima) = &satu.hasil.penerima else { return };
    let jalur = pilih_jalur(satu, data, triwulan);
    let isi = vec![("jalur", jalur.cetak()), ("selisih", poin(jalur, penerima))];
    pencari.catat("T-JALUR", &satu.subjek(), jalur.selisih(penerima).nilai(), isi);
}

/// Short of 100 % at the end of the year, if the quarters left bring as many as the mean of
/// those behind.
fn laju(satu: &Satu<'_>, triwulan: u8, pencari: &mut Pencari<'_>) {
    let hasil = satu.hasil;
    let (Some(penerima), Some(terlayani), Some(belum)) =
        (&hasil.penerima, hasil.terlayani, hasil.belum_terlayani)
    else {
        return;
    };
    let lewat = pecahan(u64::from(triwulan));
    let proyeksi = Persen::new(penerima.nilai() * pecahan(4) / &lewat);
    let kurang = Persen::seratus().selisih(&proyeksi);
    let tersisa = u64::from(4 - triwulan);
    let isi = || {
        vec![
            (
                "laju",
                cacah(
                    (pecahan(terlayani) / &lewat)
                        .round()
                        .to_integer()
                        .to_u64()
                        .unwrap_or(0),
                ),
            ),
            ("proyeksi", proyeksi.cetak()),
            ("per_triwulan", cacah(belum.div_ceil(tersisa))),
            ("per_bulan", cacah(belum.div_ceil(3 * tersisa))),
        ]
    };
    pencari.catat("T-LAJU", &satu.subjek(), kurang.nilai(), isi());
    pencari.catat("T-LAJU-JAUH", &satu.subjek(), kurang.nilai(), isi());
}

/// Who was not served when the year had ended. The target is always everybody.
fn sisa(satu: &Satu<'_>, pencari: &mut Pencari<'_>) {
    let Some(penerima) = &satu.hasil.penerima else { return };
    let kurang = Persen::seratus().selisih(penerima);
    let isi = || vec![("tahun_depan", (satu.bahan.kini.rekap.tahun + 1).to_string())];
    pencari.catat("T-SISA", &satu.subjek(), kurang.nilai(), isi());
    pencari.catat("T-SISA-JAUH", &satu.subjek(), kurang.nilai(), isi());
}

/// Mutu below the path, with the item that lacks most; at the end of the year any lack.
fn mutu(satu: &Satu<'_>, data: &LayananCapaian, triwulan: u8, pencari: &mut Pencari<'_>) {
    let Some(mutu) = &satu.hasil.mutu else { return };
    let Some((item, ada, perlu)) = paling_kurang(&data.mutu) else { return };
    let isi = || {
        vec![
            ("butir", item.nama.clone()),
            ("ada", ada.clone()),
            ("perlu", perlu.clone()),
            ("satuan_butir", crate::spm::rekap::satuan_teks(&item.satuan)),
        ]
    };
    let kurang = pilih_jalur(satu, data, triwulan).selisih(mutu);
    pencari.catat("T-MUTU", &satu.subjek(), kurang.nilai(), isi());
    if triwulan == 4 {
        pencari.catat("T-MUTU-SISA", &satu.subjek(), kurang.nilai(), isi());
    }
}

/// The filled item with the lowest share, the first of equals, with its figures in print.
fn paling_kurang(mutu: &[ItemMutu]) -> Option<(&ItemMutu, String, String)> {
    mutu.iter()
        .filter_map(|item| {
            let (perlu, ada) = (item.dibutuhkan.isi()?, item.terpenuhi.isi()?);
            let bagian = Persen::rasio(ada.nilai(), perlu.nilai())?;
            Some((bagian, item, ada.cetak(), perlu.cetak()))
        })
        .min_by(|a, b| a.0.cmp(&b.0))
        .filter(|(bagian, ..)| *bagian < Persen::seratus())
        .map(|(_, item, ada, perlu)| (item, ada, perlu))
}

/// Spending beside people served.
fn serapan(satu: &Satu<'_>, data: &LayananCapaian, pencari: &mut Pencari<'_>) {
    let (Some(serapan), Some(penerima)) = (&satu.hasil.serapan, &satu.hasil.penerima)
    else {
        return;
    };
    let uang = |jumlah: Option<&crate::spm::Jumlah>| {
        jumlah.map(|j| bahasa::rupiah::format_rupiah_short(j.nilai())).unwrap_or_default()
    };
    let isi = || {
        vec![
            ("selisih", poin(serapan, penerima)),
            ("pagu", uang(data.pagu.isi())),
            ("realisasi", uang(data.realisasi.isi())),
        ]
    };
    let mendahului = serapan.selisih(penerima);
    // Who is served wholly has nothing left to be paid for.
    if *penerima < Persen::seratus() {
        pencari.catat("T-SERAPAN-MENDAHULUI", &satu.subjek(), mendahului.nilai(), isi());
    }
    let tertinggal = penerima.selisih(serapan);
    pencari.catat("T-SERAPAN-TERTINGGAL", &satu.subjek(), tertinggal.nilai(), isi());
}

/// The index of the daerah and of each OPD beside earlier ones.
pub(super) fn keseluruhan(bahan: &Bahan<'_>, pencari: &mut Pencari<'_>) {
    let rekap = bahan.kini.rekap;
    let sebelum = bahan.sebelum.last();
    let tahun_lalu = bahan.tahun_lalu.as_ref();
    if let Some(indeks) = &rekap.indeks {
        let subjek = Subjek { urut: 0, layanan: None, opd: None, isi: vec![] };
        let lalu = sebelum.and_then(|l| Some((l.triwulan(), l.rekap.indeks.as_ref()?)));
        let tahun =
            tahun_lalu.and_then(|l| Some((l.triwulan_tahun(), l.rekap.indeks.as_ref()?)));
        indeks_berubah(&subjek, &rekap.daerah, indeks, lalu, tahun, pencari);
    }
    for opd in &rekap.opd {
        let Some(indeks) = &opd.indeks else { continue };
        let dulu = |l: &super::Lapor<'_>| {
            l.rekap.opd.iter().find(|o| o.opd == opd.opd).and_then(|o| o.indeks.clone())
        };
        let lalu = sebelum.and_then(|l| Some((l.triwulan(), dulu(l)?)));
        let tahun = tahun_lalu.and_then(|l| Some((l.triwulan_tahun(), dulu(l)?)));
        let opd_id = Some(opd.opd.clone());
        let subjek = Subjek { urut: 0, layanan: None, opd: opd_id, isi: vec![] };
        let nama = bahan.nama_opd.get(&opd.opd).unwrap_or(&opd.opd);
        indeks_berubah(
            &subjek,
            nama,
            indeks,
            lalu.as_ref().map(|(p, i)| (p.clone(), i)),
            tahun.as_ref().map(|(p, i)| (p.clone(), i)),
            pencari,
        );
    }
}

fn indeks_berubah(
    subjek: &Subjek,
    nama: &str,
    kini: &Persen,
    lalu: Option<(String, &Persen)>,
    tahun_lalu: Option<(String, &Persen)>,
    pencari: &mut Pencari<'_>,
) {
    let pasangan = [
        (lalu, "T-LONJAKAN", "T-TURUN-TRIWULAN"),
        (tahun_lalu, "T-NAIK-TAHUN", "T-TURUN-TAHUN"),
    ];
    for (dulu, naik, turun) in pasangan {
        let Some((periode, dulu)) = dulu else { continue };
        let beda = kini.selisih(dulu);
        let kode = if *beda.nilai() > BigRational::zero() { naik } else { turun };
        let isi = vec![
            ("subjek", nama.to_owned()),
            ("lalu", dulu.cetak()),
            ("kini", kini.cetak()),
            ("selisih", poin(kini, dulu)),
            ("periode_lalu", periode),
        ];
        pencari.catat(kode, subjek, &num_traits::abs(beda.nilai().clone()), isi);
    }
}
