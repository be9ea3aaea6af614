//! Where the year is heading: path, pace, spending, mutu, and the index beside earlier ones.

use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};

use super::{About, Evidence, Examined, Finder, Quarter, count, fraction, points};
use crate::spm::capaian::{ItemMutu, LayananCapaian};
use crate::spm::history::IndexOf;
use crate::spm::percent::Percent;

pub(super) fn find(one: &Examined<'_>, data: &LayananCapaian, finder: &mut Finder<'_>) {
    let triwulan = one.evidence.now.rekap.triwulan;
    let nobody = one.result.penerima == Some(Percent::zero());
    if one.result.awaits_events(one.evidence.catalog, triwulan) {
        // Its target is an estimate of what the year may bring: only the record can be asked for.
        if nobody {
            let periode = [("periode", one.evidence.now.triwulan())];
            finder.record("T-CATATAN-KEJADIAN", &one.about(), &fraction(100), &periode);
        }
        mutu(one, data, triwulan, finder);
        return;
    }
    if nobody {
        finder.record("T-BELUM-MULAI", &one.about(), &fraction(100), &[]);
    }
    if triwulan < 4 {
        path(one, data, triwulan, finder);
        pace(one, triwulan, finder);
    } else {
        remainder(one, finder);
    }
    mutu(one, data, triwulan, finder);
    serapan(one, data, triwulan, finder);
    let last = one.before().find_map(|(report, _)| {
        Some((report.triwulan(), report.rekap.indeks_layanan(one.kode())?))
    });
    let last_year = one.evidence.last_year.as_ref().and_then(|report| {
        report.data(one.kode())?;
        Some((report.triwulan_tahun(), report.rekap.indeks_layanan(one.kode())?))
    });
    if let Some(indeks) = one.result.reported_indeks() {
        let path = choose_path(one, data, triwulan);
        let changed = (&one.result.nama[..], indeks, path);
        index_changed(&one.about(), changed, last, last_year, finder);
    }
}

fn choose_path<'a>(
    one: &'a Examined<'_>,
    data: &'a LayananCapaian,
    triwulan: u8,
) -> &'a Percent {
    data.jalur_target.as_ref().unwrap_or(one.evidence.jalur).pada(triwulan)
}

/// Below what the quarter should have reached.
fn path(
    one: &Examined<'_>,
    data: &LayananCapaian,
    triwulan: u8,
    finder: &mut Finder<'_>,
) {
    let Some(penerima) = &one.result.penerima else { return };
    let jalur = choose_path(one, data, triwulan);
    let figures = [("jalur", jalur.printed()), ("selisih", points(jalur, penerima))];
    finder.record("T-JALUR", &one.about(), jalur.difference(penerima).value(), &figures);
}

/// Short of 100 % at the end of the year, if the quarters left bring as many as the mean of
/// those behind.
fn pace(one: &Examined<'_>, triwulan: u8, finder: &mut Finder<'_>) {
    let result = one.result;
    let (Some(penerima), Some(terlayani), Some(belum)) =
        (&result.penerima, result.terlayani, result.belum_terlayani)
    else {
        return;
    };
    let past_due = fraction(u64::from(triwulan));
    let projection = Percent::new(penerima.value() * fraction(4) / &past_due);
    let missing = Percent::hundred().difference(&projection);
    let left = u64::from(4 - triwulan);
    let figures = [
        (
            "laju",
            count(
                (fraction(terlayani) / &past_due)
                    .round()
                    .to_integer()
                    .to_u64()
                    .unwrap_or(0),
            ),
        ),
        ("rata_rata", mean_so_far(terlayani, triwulan, &result.satuan_in_text())),
        ("proyeksi", projection.printed()),
        ("per_triwulan", count(belum.div_ceil(left))),
        ("per_bulan", count(belum.div_ceil(3 * left))),
        ("sisa_triwulan", quarters_left(triwulan)),
    ];
    finder.record("T-LAJU", &one.about(), missing.value(), &figures);
    finder.record("T-LAJU-JAUH", &one.about(), missing.value(), &figures);
}

/// The time that is left of the year: one quarter has a name and no mean.
fn quarters_left(triwulan: u8) -> String {
    if triwulan == 3 {
        "pada Triwulan IV".to_owned()
    } else {
        "per triwulan hingga Desember".to_owned()
    }
}

/// A mean of one quarter is the figure itself, and is not told.
fn mean_so_far(terlayani: u64, triwulan: u8, satuan: &str) -> String {
    if triwulan < 2 {
        return String::new();
    }
    let mean = fraction(terlayani) / fraction(u64::from(triwulan));
    let mean = mean.round().to_integer().to_u64().unwrap_or(0);
    format!(", rata-rata {} {satuan} per triwulan", count(mean))
}

/// Who was not served when the year had ended. The target is always everybody.
fn remainder(one: &Examined<'_>, finder: &mut Finder<'_>) {
    let Some(penerima) = &one.result.penerima else { return };
    let missing = Percent::hundred().difference(penerima);
    let figures = [("tahun_depan", (one.evidence.now.rekap.tahun + 1).to_string())];
    finder.record("T-SISA", &one.about(), missing.value(), &figures);
    finder.record("T-SISA-JAUH", &one.about(), missing.value(), &figures);
}

/// Mutu below the path, with the item that lacks most; at the end of the year any lack.
fn mutu(
    one: &Examined<'_>,
    data: &LayananCapaian,
    triwulan: u8,
    finder: &mut Finder<'_>,
) {
    let Some(mutu) = &one.result.mutu else { return };
    let Some((item, met, need)) = most_lacking(&data.mutu) else { return };
    let figures = [
        ("butir", item.nama.clone()),
        ("ada", met),
        ("perlu", need),
        ("satuan_butir", crate::spm::rekap::satuan_in_text(&item.satuan)),
    ];
    let missing = choose_path(one, data, triwulan).difference(mutu);
    finder.record("T-MUTU", &one.about(), missing.value(), &figures);
    if triwulan == 4 {
        finder.record("T-MUTU-SISA", &one.about(), missing.value(), &figures);
    }
}

/// The filled item with the lowest share, the first of equals, with its figures in print.
fn most_lacking(mutu: &[ItemMutu]) -> Option<(&ItemMutu, String, String)> {
    mutu.iter()
        .filter_map(|item| {
            let (need, met) = (item.dibutuhkan.value()?, item.terpenuhi.value()?);
            let parts = Percent::ratio(met.value(), need.value())?;
            Some((parts, item, met.printed(), need.printed()))
        })
        .min_by(|a, b| a.0.cmp(&b.0))
        .filter(|(parts, ..)| *parts < Percent::hundred())
        .map(|(_, item, met, need)| (item, met, need))
}

/// Spending beside people served; within the year beside the path, which money follows too:
/// whom a school serves in January is no measure of what it has spent by March.
fn serapan(
    one: &Examined<'_>,
    data: &LayananCapaian,
    triwulan: u8,
    finder: &mut Finder<'_>,
) {
    let (Some(serapan), Some(penerima)) = (&one.result.serapan, &one.result.penerima)
    else {
        return;
    };
    let path = choose_path(one, data, triwulan);
    let money = |jumlah: Option<&crate::spm::Amount>| {
        jumlah.map(|j| bahasa::rupiah::format_rupiah_short(j.value())).unwrap_or_default()
    };
    let figures = |beside: &Percent| {
        vec![
            ("selisih", points(serapan, beside)),
            ("jalur", path.printed()),
            ("pagu", money(data.pagu.value())),
            ("realisasi", money(data.realisasi.value())),
        ]
    };
    let due = if triwulan < 4 { penerima.max(path) } else { penerima };
    let ahead = serapan.difference(due);
    // Who is served wholly has nothing left to be paid for.
    if *penerima < Percent::hundred() {
        let figures = figures(penerima);
        finder.record("T-SERAPAN-MENDAHULUI", &one.about(), ahead.value(), &figures);
    }
    let (kode, beside) = if triwulan < 4 {
        ("T-SERAPAN-JALUR", path)
    } else {
        ("T-SERAPAN-TERTINGGAL", penerima)
    };
    let behind = beside.difference(serapan);
    finder.record(kode, &one.about(), behind.value(), &figures(beside));
}

/// The index of the daerah and of each OPD beside earlier ones.
pub(super) fn overall(evidence: &Evidence<'_>, finder: &mut Finder<'_>) {
    let rekap = evidence.now.rekap;
    whole(evidence, IndexOf::Daerah, &rekap.daerah, None, finder);
    for opd in &rekap.opd {
        let id = opd.opd.as_str();
        let nama = evidence.nama_opd.get(id).copied().unwrap_or(id);
        whole(evidence, IndexOf::Opd(id), nama, Some(opd.opd.clone()), finder);
    }
}

/// One of them. Where other services were reported then, the two are no measure of each other.
fn whole(
    evidence: &Evidence<'_>,
    of: IndexOf<'_>,
    nama: &str,
    opd: Option<String>,
    finder: &mut Finder<'_>,
) {
    let rekap = evidence.now.rekap;
    let Some(indeks) = of.indeks(rekap) else { return };
    let past = |quarter: &&Quarter<'_>| of.change(rekap, quarter.rekap).is_some();
    let last = evidence.earlier.last().filter(past);
    let last = last.and_then(|l| Some((l.triwulan(), of.indeks(l.rekap)?)));
    let last_year = evidence.last_year.as_ref().filter(past);
    let last_year =
        last_year.and_then(|l| Some((l.triwulan_tahun(), of.indeks(l.rekap)?)));
    let path = evidence.jalur.pada(rekap.triwulan);
    let subject = About { urut: 0, layanan: None, opd, figures: vec![] };
    index_changed(&subject, (nama, indeks, path), last, last_year, finder);
}

fn index_changed(
    subject: &About,
    (nama, now, path): (&str, &Percent, &Percent),
    last: Option<(String, &Percent)>,
    last_year: Option<(String, &Percent)>,
    finder: &mut Finder<'_>,
) {
    // What rose and is still below its path is no example for others.
    let risen = if now < path { "T-NAIK-BELUM" } else { "T-NAIK-TAHUN" };
    let pair =
        [(last, "T-LONJAKAN", "T-TURUN-TRIWULAN"), (last_year, risen, "T-TURUN-TAHUN")];
    for (past, rise, turun) in pair {
        let Some((periode, past)) = past else { continue };
        let difference = now.difference(past);
        let kode = if *difference.value() > BigRational::zero() { rise } else { turun };
        let figures = [
            ("subjek", nama.to_owned()),
            ("lalu", past.printed()),
            ("kini", now.printed()),
            ("selisih", points(now, past)),
            ("periode_lalu", periode),
            ("jalur", path.printed()),
        ];
        finder.record(kode, subject, &difference.value().abs(), &figures);
    }
}
