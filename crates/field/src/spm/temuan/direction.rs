//! Where the year is heading: path, pace, spending, mutu, and the index beside earlier ones.

use num_traits::{Signed, ToPrimitive};

use super::{
    Evidence, Examined, Finder, FoundAbout, NamedPart, Quarter, count, fraction, points,
};
use crate::spm::capaian::{ItemMutu, LayananCapaian};
use crate::spm::held_path::HeldPath;
use crate::spm::history::IndexOf;
use crate::spm::percent::Percent;
use crate::spm::point_change::PointChange;
use crate::spm::rekap::satuan_in_text;
use base::written::Line;

pub(super) fn find(one: &Examined<'_>, data: &LayananCapaian, finder: &mut Finder<'_>) {
    let triwulan = one.evidence.now.rekap.triwulan;
    let nobody = one.result.penerima == Some(Percent::zero());
    if one.result.menunggu_kejadian {
        // Its target is an estimate of what the year may bring: only the record can be asked for.
        if nobody {
            let said = [
                ("periode", one.evidence.now.triwulan().into()),
                ("belanja", spent_already(data).into()),
            ];
            finder.record("T-CATATAN-KEJADIAN", &one.about(), &fraction(100), &said);
        }
        mutu(one, data, triwulan, finder);
        return;
    }
    if nobody && one.result.target > Percent::zero() {
        finder.record("T-BELUM-MULAI", &one.about(), &fraction(100), &not_begun(one));
    }
    without_people(one, data, finder);
    if triwulan < 4 {
        path(one, finder);
        pace(one, triwulan, finder);
        index_below_path(one, finder);
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
        let changed = (&one.name(), indeks, one.result.jalur.as_ref());
        index_changed(&one.about(), changed, last, last_year, finder);
    }
}

/// Until when, or from when on, who was not served is to be served.
fn not_begun(one: &Examined<'_>) -> [NamedPart; 3] {
    let rekap = one.evidence.now.rekap;
    let (when, by) = if rekap.triwulan < 4 {
        let by = format!("paling lambat Desember {}", rekap.tahun);
        ("sampai dengan Desember".to_owned(), by)
    } else {
        let next = rekap.tahun + 1;
        (format!("mulai Januari {next}"), format!("pada Triwulan I Tahun {next}"))
    };
    [
        ("periode", one.evidence.now.triwulan().into()),
        ("waktu", when.into()),
        ("batas", by.into()),
    ]
}

/// What was spent while nobody was recorded, to be put behind that sentence.
fn spent_already(data: &LayananCapaian) -> String {
    match data.realisasi.value().filter(|r| r.value().is_positive()) {
        Some(spent) => {
            let spent = bahasa::rupiah::format_rupiah_short(spent.value());
            format!(", sedangkan anggaran sudah dibelanjakan {spent}")
        }
        None => String::new(),
    }
}

/// Money that is spent where nobody is served, or nobody is said to be there.
fn without_people(one: &Examined<'_>, data: &LayananCapaian, finder: &mut Finder<'_>) {
    let spent = data.realisasi.value().filter(|r| r.value().is_positive());
    let Some(spent) = spent else { return };
    let (state, sure) = if data.nihil() {
        // Who stands ready for what did not happen has spent honestly.
        if one.waits() {
            return;
        }
        (", padahal layanan dinyatakan nihil", "pernyataan nihil sudah benar")
    } else if data.terlayani.value() == Some(&0) {
        (" tanpa penerima yang tercatat", "seluruh penerima sudah dicatat")
    } else {
        return;
    };
    let part = one.result.serapan.as_ref();
    let part = part.map(|part| format!(" ({} dari pagu)", part.printed()));
    let figures = [
        ("realisasi", bahasa::rupiah::format_rupiah_short(spent.value()).into()),
        ("bagian", part.unwrap_or_default().into()),
        ("keadaan", state.into()),
        ("yang_dipastikan", sure.into()),
    ];
    finder.record("T-BELANJA-TANPA-PENERIMA", &one.about(), &fraction(100), &figures);
}

/// An index below its path, so that no service below it is passed over: what is lacking may be a
/// little of everything.
fn index_below_path(one: &Examined<'_>, finder: &mut Finder<'_>) {
    let Some(held) = one.result.jalur.as_ref().filter(|held| held.behind()) else {
        return;
    };
    let behind = PointChange::between(&held.target, &held.indeks);
    let figures = [("jalur", held.target.printed().into())];
    finder.record("T-INDEKS-JALUR", &one.about(), behind.signed_points(), &figures);
}

/// The path and how far the people served are below it.
fn below_path(one: &Examined<'_>, penerima: &Percent) -> [NamedPart; 2] {
    let path = &one.result.target;
    [("jalur", path.printed().into()), ("selisih", points(path, penerima).into())]
}

/// Below what the quarter should have reached.
fn path(one: &Examined<'_>, finder: &mut Finder<'_>) {
    let Some(penerima) = &one.result.penerima else { return };
    let behind = PointChange::between(&one.result.target, penerima);
    let figures = below_path(one, penerima);
    finder.record("T-JALUR", &one.about(), behind.signed_points(), &figures);
}

/// Short of the year's target, if the quarters left bring in the measure of those behind: who
/// has half of what the path asks by now will have half of what it asks in the end.
fn pace(one: &Examined<'_>, triwulan: u8, finder: &mut Finder<'_>) {
    let result = one.result;
    let (Some(penerima), Some(terlayani), Some(belum)) =
        (&result.penerima, result.terlayani, result.belum_terlayani)
    else {
        return;
    };
    // What stands at its path as both are printed is on its way.
    if *PointChange::between(penerima, &result.target).value() == Percent::zero() {
        return;
    }
    let Some(kept) = Percent::ratio(penerima.value(), result.target.value()) else {
        return;
    };
    let end = one.target_of_year();
    let projection =
        Percent::new(kept.value() * end.value() / Percent::hundred().value());
    let missing = end.difference(&projection);
    let left = u64::from(4 - triwulan);
    let mean = fraction(terlayani) / fraction(u64::from(triwulan));
    let mean = mean.round().to_integer().to_u64().unwrap_or(0);
    let (per_quarter, per_month) = (belum.div_ceil(left), belum.div_ceil(3 * left));
    let satuan = one.counted();
    let mut figures = vec![
        ("laju", count(mean).into()),
        ("rata_rata", mean_so_far(mean, triwulan, &satuan)),
        ("proyeksi", projection.printed().into()),
        ("per_triwulan", count(per_quarter).into()),
        ("per_bulan", count(per_month).into()),
        ("sisa_triwulan", quarters_left(triwulan).into()),
    ];
    // A handful of people is not divided over months.
    let needed = if belum < 6 * left {
        Line::from(count(belum)).ours(" ").and(&satuan).ours(" hingga Desember")
    } else {
        let (quarter, month) = (count(per_quarter), count(per_month));
        let left = quarters_left(triwulan);
        let each = Line::from(quarter).ours(" ").and(&satuan);
        let each = each.ours(&format!(" {left} (sekitar {month} "));
        each.and(&satuan).ours(" per bulan)")
    };
    figures.push(("kebutuhan", needed));
    figures.extend(below_path(one, penerima));
    finder.record("T-LAJU", &one.about(), missing.value(), &figures);
    finder.record("T-LAJU-JAUH", &one.about(), missing.value(), &figures);
}

/// The time that is left of the year: one quarter has a name and no mean.
fn quarters_left(triwulan: u8) -> &'static str {
    if triwulan == 3 { "pada Triwulan IV" } else { "per triwulan hingga Desember" }
}

/// A mean of one quarter is the figure itself, and is not told.
fn mean_so_far(mean: u64, triwulan: u8, satuan: &Line) -> Line {
    if triwulan < 2 {
        return Line::default();
    }
    let mean = Line::from(format!(", rata-rata {} ", count(mean)));
    mean.and(satuan).ours(" per triwulan")
}

/// Who was not served when the year had ended. The target is always everybody.
fn remainder(one: &Examined<'_>, finder: &mut Finder<'_>) {
    let Some(penerima) = &one.result.penerima else { return };
    let missing = Percent::hundred().difference(penerima);
    let figures =
        [("tahun_depan", (one.evidence.now.rekap.tahun + 1).to_string().into())];
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
    let lacking = lacking(&data.mutu);
    let Some((_, at, met, need)) = lacking.first() else { return };
    let Some(item) = data.mutu.get(*at) else { return };
    let others = if lacking.len() > 1 {
        ", lalu butir mutu lain yang masih kurang".into()
    } else {
        Line::default()
    };
    let figures = [
        ("butir", one.item(*at, "nama", item.nama.clone())),
        ("ada", met.clone().into()),
        ("perlu", need.clone().into()),
        ("butir_lain", others),
        ("satuan_butir", one.item(*at, "satuan", satuan_in_text(&item.satuan))),
    ];
    let missing = PointChange::between(&one.result.target, mutu);
    finder.record("T-MUTU", &one.about(), missing.signed_points(), &figures);
    if triwulan == 4 {
        finder.record("T-MUTU-SISA", &one.about(), missing.signed_points(), &figures);
    }
}

/// The share of a filled item, which one it is, and its figures in print.
type Lacking = (Percent, usize, String, String);

/// The filled items that are not wholly met, the lowest share first.
fn lacking(mutu: &[ItemMutu]) -> Vec<Lacking> {
    let share = |(at, item): (usize, &ItemMutu)| -> Option<Lacking> {
        let (need, met) = (item.dibutuhkan.value()?, item.terpenuhi.value()?);
        let parts = Percent::ratio(met.value(), need.value())?;
        Some((parts, at, met.printed(), need.printed()))
    };
    let mut all: Vec<Lacking> = mutu.iter().enumerate().filter_map(share).collect();
    all.retain(|(parts, ..)| *parts < Percent::hundred());
    all.sort_by(|a, b| a.0.cmp(&b.0));
    all
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
    let path = &one.result.target;
    let money = |jumlah: Option<&crate::spm::Amount>| {
        jumlah.map(|j| bahasa::rupiah::format_rupiah_short(j.value())).unwrap_or_default()
    };
    let figures = |beside: &Percent| {
        vec![
            ("selisih", points(serapan, beside).into()),
            ("pagu", money(data.pagu.value()).into()),
            ("realisasi", money(data.realisasi.value()).into()),
        ]
    };
    let due = if triwulan < 4 { penerima.max(path) } else { penerima };
    let ahead = PointChange::between(serapan, due);
    // Who is served wholly has nothing left to be paid for.
    if *penerima < Percent::hundred() {
        let figures = figures(penerima);
        finder.record(
            "T-SERAPAN-MENDAHULUI",
            &one.about(),
            ahead.signed_points(),
            &figures,
        );
    }
    let (kode, beside) = if triwulan < 4 {
        ("T-SERAPAN-JALUR", path)
    } else {
        ("T-SERAPAN-TERTINGGAL", penerima)
    };
    let behind = PointChange::between(beside, serapan);
    let mut figures = figures(beside);
    if triwulan < 4 {
        figures.push(("jalur", path.printed().into()));
    }
    finder.record(kode, &one.about(), behind.signed_points(), &figures);
}

/// The index of the daerah and of each OPD beside earlier ones.
pub(super) fn overall(evidence: &Evidence<'_>, finder: &mut Finder<'_>) {
    let rekap = evidence.now.rekap;
    whole(evidence, IndexOf::Daerah, &evidence.nama_daerah, None, finder);
    for opd in &rekap.opd {
        let id = opd.opd.as_str();
        whole(
            evidence,
            IndexOf::Opd(id),
            &evidence.office(id),
            Some(opd.opd.clone()),
            finder,
        );
    }
}

/// One of them. Where other services were reported then, the two are no measure of each other.
fn whole(
    evidence: &Evidence<'_>,
    of: IndexOf<'_>,
    nama: &Line,
    opd: Option<String>,
    finder: &mut Finder<'_>,
) {
    let rekap = evidence.now.rekap;
    let Some(indeks) = of.indeks(rekap) else { return };
    // Where all waits for events, another index only says that there were others.
    if rekap.triwulan < 4 && of.held(rekap).is_none() {
        return;
    }
    let past = |quarter: &&Quarter<'_>| of.change(rekap, quarter.rekap).is_some();
    let last = evidence.earlier.last().filter(past);
    let last = last.and_then(|l| Some((l.triwulan(), of.indeks(l.rekap)?)));
    let last_year = evidence.last_year.as_ref().filter(past);
    let last_year =
        last_year.and_then(|l| Some((l.triwulan_tahun(), of.indeks(l.rekap)?)));
    let subject = FoundAbout::whole(opd);
    let changed = (nama, indeks, of.held(rekap));
    index_changed(&subject, changed, last, last_year, finder);
}

/// What rose and is still below its path.
const BEHIND_YET: &str = "T-NAIK-BELUM";

fn index_changed(
    subject: &FoundAbout,
    (nama, now, held): (&Line, &Percent, Option<&HeldPath>),
    last: Option<(String, &Percent)>,
    last_year: Option<(String, &Percent)>,
    finder: &mut Finder<'_>,
) {
    // What rose and is still below its path is no example for others.
    let behind = held.filter(|held| held.behind());
    let risen = if behind.is_some() { BEHIND_YET } else { "T-NAIK-TAHUN" };
    let pair =
        [(last, "T-LONJAKAN", "T-TURUN-TRIWULAN"), (last_year, risen, "T-TURUN-TAHUN")];
    for (past, rise, turun) in pair {
        let Some((periode, past)) = past else { continue };
        let difference = PointChange::between(now, past);
        let kode = if *difference.value() > Percent::zero() { rise } else { turun };
        let mut figures = vec![
            ("subjek", nama.clone()),
            ("lalu", past.printed().into()),
            ("kini", now.printed().into()),
            ("selisih", points(now, past).into()),
            ("periode_lalu", periode.into()),
        ];
        if let Some(behind) = behind.filter(|_| kode == BEHIND_YET) {
            figures.push(("jalur", behind.target.printed().into()));
            figures.push(("jarak", behind.shortfall().into()));
        }
        finder.record(kode, subject, &difference.points(), &figures);
    }
}
