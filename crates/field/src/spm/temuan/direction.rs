//! Where the year is heading: path, pace, spending, mutu, and the index beside earlier ones.

use num_rational::BigRational;
use num_traits::{ToPrimitive, Zero};

use super::{About, Evidence, Examined, Finder, count, fraction, points};
use crate::spm::capaian::{ItemMutu, LayananCapaian};
use crate::spm::percent::Percent;

pub(super) fn find(satu: &Examined<'_>, data: &LayananCapaian, pencari: &mut Finder<'_>) {
    let triwulan = satu.bahan.kini.rekap.triwulan;
    if satu.hasil.penerima == Some(Percent::zero()) {
        let penuh = fraction(100);
        pencari.record("T-BELUM-MULAI", &satu.about(), &penuh, vec![]);
    }
    if triwulan < 4 {
        path(satu, data, triwulan, pencari);
        pace(satu, triwulan, pencari);
    } else {
        remainder(satu, pencari);
    }
    mutu(satu, data, triwulan, pencari);
    serapan(satu, data, pencari);
    let lalu = satu.before().find_map(|(lapor, _)| {
        Some((lapor.triwulan(), lapor.hasil(satu.kode())?.indeks.as_ref()?))
    });
    let tahun_lalu = satu.bahan.tahun_lalu.as_ref().and_then(|lapor| {
        lapor.data(satu.kode())?;
        Some((lapor.triwulan_tahun(), lapor.hasil(satu.kode())?.indeks.as_ref()?))
    });
    if let Some(indeks) = &satu.hasil.indeks {
        let path = choose_path(satu, data, triwulan);
        let changed = (&satu.hasil.nama[..], indeks, path);
        index_changed(&satu.about(), changed, lalu, tahun_lalu, pencari);
    }
}

fn choose_path<'a>(
    satu: &'a Examined<'_>,
    data: &'a LayananCapaian,
    triwulan: u8,
) -> &'a Percent {
    data.jalur_target.as_ref().unwrap_or(satu.bahan.jalur).pada(triwulan)
}

/// Below what the quarter should have reached.
fn path(
    satu: &Examined<'_>,
    data: &LayananCapaian,
    triwulan: u8,
    pencari: &mut Finder<'_>,
) {
    let Some(penerima) = &satu.hasil.penerima else { return };
    let jalur = choose_path(satu, data, triwulan);
    let isi = vec![("jalur", jalur.printed()), ("selisih", points(jalur, penerima))];
    pencari.record("T-JALUR", &satu.about(), jalur.difference(penerima).value(), isi);
}

/// Short of 100 % at the end of the year, if the quarters left bring as many as the mean of
/// those behind.
fn pace(satu: &Examined<'_>, triwulan: u8, pencari: &mut Finder<'_>) {
    let hasil = satu.hasil;
    let (Some(penerima), Some(terlayani), Some(belum)) =
        (&hasil.penerima, hasil.terlayani, hasil.belum_terlayani)
    else {
        return;
    };
    let lewat = fraction(u64::from(triwulan));
    let proyeksi = Percent::new(penerima.value() * fraction(4) / &lewat);
    let kurang = Percent::hundred().difference(&proyeksi);
    let tersisa = u64::from(4 - triwulan);
    let isi = || {
        vec![
            (
                "laju",
                count(
                    (fraction(terlayani) / &lewat)
                        .round()
                        .to_integer()
                        .to_u64()
                        .unwrap_or(0),
                ),
            ),
            ("proyeksi", proyeksi.printed()),
            ("per_triwulan", count(belum.div_ceil(tersisa))),
            ("per_bulan", count(belum.div_ceil(3 * tersisa))),
        ]
    };
    pencari.record("T-LAJU", &satu.about(), kurang.value(), isi());
    pencari.record("T-LAJU-JAUH", &satu.about(), kurang.value(), isi());
}

/// Who was not served when the year had ended. The target is always everybody.
fn remainder(satu: &Examined<'_>, pencari: &mut Finder<'_>) {
    let Some(penerima) = &satu.hasil.penerima else { return };
    let kurang = Percent::hundred().difference(penerima);
    let isi = || vec![("tahun_depan", (satu.bahan.kini.rekap.tahun + 1).to_string())];
    pencari.record("T-SISA", &satu.about(), kurang.value(), isi());
    pencari.record("T-SISA-JAUH", &satu.about(), kurang.value(), isi());
}

/// Mutu below the path, with the item that lacks most; at the end of the year any lack.
fn mutu(
    satu: &Examined<'_>,
    data: &LayananCapaian,
    triwulan: u8,
    pencari: &mut Finder<'_>,
) {
    let Some(mutu) = &satu.hasil.mutu else { return };
    let Some((item, ada, perlu)) = most_lacking(&data.mutu) else { return };
    let isi = || {
        vec![
            ("butir", item.nama.clone()),
            ("ada", ada.clone()),
            ("perlu", perlu.clone()),
            ("satuan_butir", crate::spm::rekap::satuan_in_text(&item.satuan)),
        ]
    };
    let kurang = choose_path(satu, data, triwulan).difference(mutu);
    pencari.record("T-MUTU", &satu.about(), kurang.value(), isi());
    if triwulan == 4 {
        pencari.record("T-MUTU-SISA", &satu.about(), kurang.value(), isi());
    }
}

/// The filled item with the lowest share, the first of equals, with its figures in print.
fn most_lacking(mutu: &[ItemMutu]) -> Option<(&ItemMutu, String, String)> {
    mutu.iter()
        .filter_map(|item| {
            let (perlu, ada) = (item.dibutuhkan.isi()?, item.terpenuhi.isi()?);
            let bagian = Percent::ratio(ada.value(), perlu.value())?;
            Some((bagian, item, ada.printed(), perlu.printed()))
        })
        .min_by(|a, b| a.0.cmp(&b.0))
        .filter(|(bagian, ..)| *bagian < Percent::hundred())
        .map(|(_, item, ada, perlu)| (item, ada, perlu))
}

/// Spending beside people served.
fn serapan(satu: &Examined<'_>, data: &LayananCapaian, pencari: &mut Finder<'_>) {
    let (Some(serapan), Some(penerima)) = (&satu.hasil.serapan, &satu.hasil.penerima)
    else {
        return;
    };
    let uang = |jumlah: Option<&crate::spm::Amount>| {
        jumlah.map(|j| bahasa::rupiah::format_rupiah_short(j.value())).unwrap_or_default()
    };
    let isi = || {
        vec![
            ("selisih", points(serapan, penerima)),
            ("pagu", uang(data.pagu.isi())),
            ("realisasi", uang(data.realisasi.isi())),
        ]
    };
    let mendahului = serapan.difference(penerima);
    // Who is served wholly has nothing left to be paid for.
    if *penerima < Percent::hundred() {
        pencari.record("T-SERAPAN-MENDAHULUI", &satu.about(), mendahului.value(), isi());
    }
    let tertinggal = penerima.difference(serapan);
    pencari.record("T-SERAPAN-TERTINGGAL", &satu.about(), tertinggal.value(), isi());
}

/// The index of the daerah and of each OPD beside earlier ones.
pub(super) fn overall(bahan: &Evidence<'_>, pencari: &mut Finder<'_>) {
    let rekap = bahan.kini.rekap;
    let sebelum = bahan.sebelum.last();
    let tahun_lalu = bahan.tahun_lalu.as_ref();
    let path = bahan.jalur.pada(rekap.triwulan);
    if let Some(indeks) = &rekap.indeks {
        let subjek = About { urut: 0, layanan: None, opd: None, isi: vec![] };
        let lalu = sebelum.and_then(|l| Some((l.triwulan(), l.rekap.indeks.as_ref()?)));
        let tahun =
            tahun_lalu.and_then(|l| Some((l.triwulan_tahun(), l.rekap.indeks.as_ref()?)));
        let changed = (&rekap.daerah[..], indeks, path);
        index_changed(&subjek, changed, lalu, tahun, pencari);
    }
    for opd in &rekap.opd {
        let Some(indeks) = &opd.indeks else { continue };
        let dulu = |l: &super::Quarter<'_>| {
            l.rekap.opd.iter().find(|o| o.opd == opd.opd).and_then(|o| o.indeks.clone())
        };
        let lalu = sebelum.and_then(|l| Some((l.triwulan(), dulu(l)?)));
        let tahun = tahun_lalu.and_then(|l| Some((l.triwulan_tahun(), dulu(l)?)));
        let opd_id = Some(opd.opd.clone());
        let subjek = About { urut: 0, layanan: None, opd: opd_id, isi: vec![] };
        let nama = bahan.nama_opd.get(&opd.opd).unwrap_or(&opd.opd);
        index_changed(
            &subjek,
            (nama, indeks, path),
            lalu.as_ref().map(|(p, i)| (p.clone(), i)),
            tahun.as_ref().map(|(p, i)| (p.clone(), i)),
            pencari,
        );
    }
}

fn index_changed(
    subjek: &About,
    (nama, kini, path): (&str, &Percent, &Percent),
    lalu: Option<(String, &Percent)>,
    tahun_lalu: Option<(String, &Percent)>,
    pencari: &mut Finder<'_>,
) {
    // What rose and is still below its path is no example for others.
    let risen = if kini < path { "T-NAIK-BELUM" } else { "T-NAIK-TAHUN" };
    let pasangan =
        [(lalu, "T-LONJAKAN", "T-TURUN-TRIWULAN"), (tahun_lalu, risen, "T-TURUN-TAHUN")];
    for (dulu, naik, turun) in pasangan {
        let Some((periode, dulu)) = dulu else { continue };
        let beda = kini.difference(dulu);
        let kode = if *beda.value() > BigRational::zero() { naik } else { turun };
        let isi = vec![
            ("subjek", nama.to_owned()),
            ("lalu", dulu.printed()),
            ("kini", kini.printed()),
            ("selisih", points(kini, dulu)),
            ("periode_lalu", periode),
            ("jalur", path.printed()),
        ];
        pencari.record(kode, subjek, &num_traits::abs(beda.value().clone()), isi);
    }
}
