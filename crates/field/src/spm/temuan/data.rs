//! Figures that contradict themselves, each other or an earlier quarter.

use num_rational::BigRational;
use num_traits::Signed;

use super::{
    Evidence, Examined, Finder, FoundAbout, NamedPart, TemuanScope, change_since, count,
    fraction, points,
};
use crate::spm::capaian::{Amount, ItemMutu, LayananCapaian, Rincian};
use crate::spm::percent::Percent;
use crate::spm::rekap::satuan_in_text;
use bahasa::rupiah;
use base::written::Line;

pub(super) fn find(one: &Examined<'_>, data: &LayananCapaian, finder: &mut Finder<'_>) {
    exceeding(one, data, finder);
    rincian(one, data, finder);
    satuan(one, data, finder);
    fallen(one, data, finder);
    changed(one, data, finder);
    if let (Some(dilaporkan), Some(computed)) =
        (&data.indeks_dilaporkan, one.result.reported_indeks())
    {
        let nama = one.name();
        index_differs(&one.about(), nama, dilaporkan, computed, finder);
    }
}

/// More served than targeted, more spent than budgeted.
fn exceeding(one: &Examined<'_>, data: &LayananCapaian, finder: &mut Finder<'_>) {
    let subject = one.about();
    if let (Some(sasaran), Some(terlayani)) =
        (data.sasaran.value(), data.terlayani.value())
        && *sasaran > 0
        && terlayani > sasaran
    {
        let excess = change_since(&fraction(*sasaran), &fraction(*terlayani));
        finder.record("T-MELEBIHI-SASARAN", &subject, &excess, &[]);
    }
    if let (Some(pagu), Some(realisasi)) = (data.pagu.value(), data.realisasi.value())
        && realisasi > pagu
    {
        let excess = change_since(pagu.value(), realisasi.value());
        let serapan = one.result.serapan.as_ref();
        let figures = [
            ("pagu", money(pagu).into()),
            ("realisasi", money(realisasi).into()),
            (
                "serapan",
                serapan.map_or_else(|| "tanpa pagu".to_owned(), Percent::printed).into(),
            ),
            ("melebihi", over_budget(pagu, serapan).into()),
        ];
        finder.record("T-REALISASI-PAGU", &subject, &excess, &figures);
    }
}

/// How spending stands to its budget: what has none is exceeded by no percentage.
fn over_budget(pagu: &Amount, serapan: Option<&Percent>) -> String {
    match serapan {
        Some(serapan) => format!("melebihi pagu {} ({})", money(pagu), serapan.printed()),
        None => format!("tercatat, padahal pagunya {}", money(pagu)),
    }
}

/// Parts that do not add up to their total. A part left empty says nothing.
fn rincian(one: &Examined<'_>, data: &LayananCapaian, finder: &mut Finder<'_>) {
    type Component = fn(&Rincian) -> Option<u64>;
    let isian: [(&str, Option<&u64>, Component); 2] = [
        ("sasaran", data.sasaran.value(), |r| r.sasaran.value().copied()),
        ("terlayani", data.terlayani.value(), |r| r.terlayani.value().copied()),
    ];
    for (nama, total, parts) in isian {
        let jumlah = data.rincian.iter().map(parts).sum::<Option<u64>>();
        let (Some(total), Some(jumlah)) = (total, jumlah) else { continue };
        if data.rincian.is_empty() || jumlah == *total {
            continue;
        }
        let figures = [
            ("isian", nama.into()),
            ("jumlah", count(jumlah).into()),
            ("total", count(*total).into()),
            ("selisih", count(jumlah.abs_diff(*total)).into()),
        ];
        let difference = change_since(&fraction(*total), &fraction(jumlah));
        finder.record("T-RINCIAN", &one.about(), &difference, &figures);
    }
}

/// A unit the service is not counted in, or one that changed within the year.
fn satuan(one: &Examined<'_>, data: &LayananCapaian, finder: &mut Finder<'_>) {
    let Some(layanan) = one.evidence.catalog.layanan(one.kode()) else { return };
    let full = BigRational::from_integer(100.into());
    if let Some(written) = &data.satuan
        && !layanan.accepts_satuan(written)
    {
        let figures = [
            (
                "satuan_tertulis",
                Line::at(&**written, data.written.field("satuan").span()),
            ),
            ("satuan_baku", one.unit(None)),
        ];
        finder.record("T-SATUAN", &one.about(), &full, &figures);
        return;
    }
    let usual = layanan.satuan.as_str();
    let unit = |data: &'_ LayananCapaian| data.satuan.clone().unwrap_or(usual.to_owned());
    let now = unit(data);
    let mut before = one.before();
    if let Some((report, last)) = before.find(|(_, last)| !same_satuan(&unit(last), &now))
    {
        let figures = [
            ("satuan_lalu", one.unit(Some(last))),
            ("satuan_kini", one.unit(Some(data))),
            ("periode_lalu", report.triwulan().into()),
        ];
        finder.record("T-SATUAN-BERUBAH", &one.about(), &full, &figures);
    }
}

/// The same unit, whatever the case; a person is a person under both words.
fn same_satuan(one: &str, second: &str) -> bool {
    let baku = |satuan: &str| match satuan.trim().to_lowercase().as_str() {
        "jiwa" => "orang".to_owned(),
        "rumah tangga" => "kk".to_owned(),
        other => other.to_owned(),
    };
    baku(one) == baku(second)
}

/// Cumulative figures below the highest of an earlier quarter.
fn fallen(one: &Examined<'_>, data: &LayananCapaian, finder: &mut Finder<'_>) {
    if let Some(now) = data.terlayani.value().copied() {
        let last = one
            .before()
            .filter_map(|(report, last)| Some((*last.terlayani.value()?, report)))
            .max_by_key(|(last, _)| *last);
        if let Some((last, report)) = last.filter(|(last, _)| *last > now) {
            let dasar = data.sasaran.value().copied().filter(|s| *s > 0).unwrap_or(last);
            let figures = [
                ("lalu", count(last).into()),
                ("kini", count(now).into()),
                ("periode_lalu", report.triwulan().into()),
            ];
            let difference =
                change_since(&fraction(dasar), &fraction(dasar + (last - now)));
            finder.record("T-TURUN-TERLAYANI", &one.about(), &difference, &figures);
        }
    }
    if let Some(now) = data.realisasi.value() {
        let last = one
            .before()
            .filter_map(|(report, last)| Some((last.realisasi.value()?, report)))
            .max_by_key(|(last, _)| *last);
        if let Some((last, report)) = last.filter(|(last, _)| *last > now) {
            let figures = [
                ("lalu", money(last).into()),
                ("kini", money(now).into()),
                ("periode_lalu", report.triwulan().into()),
            ];
            let difference = change_since(last.value(), now.value());
            finder.record("T-TURUN-REALISASI", &one.about(), &difference, &figures);
        }
    }
    butir(
        one,
        data,
        "T-TURUN-MUTU",
        |i| i.terpenuhi.value(),
        |last, now| now < last,
        finder,
    );
}

/// " (naik 12,00%)"; from nothing there is no percentage.
fn by_how_much(risen: bool, difference: Option<&Percent>) -> String {
    let way = if risen { "naik" } else { "turun" };
    difference.map(|d| format!(" ({way} {})", d.printed())).unwrap_or_default()
}

/// Targets and needs of the year that changed since the quarter before.
fn changed(one: &Examined<'_>, data: &LayananCapaian, finder: &mut Finder<'_>) {
    let last = |last: &LayananCapaian| last.sasaran.value().copied();
    let earlier = one.before().find_map(|(report, l)| Some((last(l)?, report)));
    if let (Some(now), Some((last, report))) = (data.sasaran.value().copied(), earlier)
        && now != last
    {
        let difference = Percent::new(change_since(&fraction(last), &fraction(now)));
        let figures = [
            ("lalu", count(last).into()),
            ("kini", count(now).into()),
            ("arah", (if now > last { "naik" } else { "turun" }).into()),
            ("persen", difference.printed().into()),
            ("besar", by_how_much(now > last, (last > 0).then_some(&difference)).into()),
            ("periode_lalu", report.triwulan().into()),
        ];
        finder.record("T-SASARAN-BERUBAH", &one.about(), difference.value(), &figures);
    }
    if data.nihil() {
        let last_year = one.evidence.last_year.as_ref();
        let last_year = last_year
            .and_then(|l| Some((last(l.data(one.kode())?)?, l.triwulan_tahun())));
        let past = earlier.map(|(n, report)| (n, report.triwulan())).or(last_year);
        if let Some((last, periode)) = past.filter(|(n, _)| *n > 0) {
            let figures =
                [("lalu", count(last).into()), ("periode_lalu", periode.into())];
            let full = BigRational::from_integer(100.into());
            finder.record("T-NIHIL-BERUBAH", &one.about(), &full, &figures);
        }
    }
    butir(
        one,
        data,
        "T-KEBUTUHAN-BERUBAH",
        |i| i.dibutuhkan.value(),
        |last, now| now != last,
        finder,
    );
}

/// Mutu items whose figure changed in a way that counts since the last quarter that has it;
/// one finding that names the largest.
fn butir(
    one: &Examined<'_>,
    data: &LayananCapaian,
    kode: &str,
    value: fn(&ItemMutu) -> Option<&Amount>,
    menyimpang: fn(&Amount, &Amount) -> bool,
    finder: &mut Finder<'_>,
) {
    let mut largest: Option<(BigRational, Vec<NamedPart>)> = None;
    let mut many = 0_u64;
    for (at, item) in data.mutu.iter().enumerate() {
        let Some(now) = value(item) else { continue };
        let last = one.before().find_map(|(report, last)| {
            let same = last.mutu.iter().find(|i| i.nama == item.nama)?;
            Some((value(same)?, report))
        });
        let Some((last, report)) = last.filter(|(last, _)| menyimpang(last, now)) else {
            continue;
        };
        many += 1;
        let difference = change_since(last.value(), now.value());
        if largest.as_ref().is_none_or(|(big, _)| difference > *big) {
            let figures = vec![
                ("butir", one.item(at, "nama", item.nama.clone())),
                ("lalu", last.printed().into()),
                ("kini", now.printed().into()),
                ("satuan_butir", one.item(at, "satuan", satuan_in_text(&item.satuan))),
                ("periode_lalu", report.triwulan().into()),
            ];
            largest = Some((difference, figures));
        }
    }
    if let Some((difference, mut figures)) = largest {
        let other = many - 1;
        let rest = if other > 0 {
            let same = if kode == "T-TURUN-MUTU" { "berkurang" } else { "berubah" };
            format!("; {} butir lain juga {same}", count(other))
        } else {
            String::new()
        };
        figures.push(("lainnya", rest.into()));
        finder.record(kode, &one.about(), &difference, &figures);
    }
}

/// Indices that were sent along and are not what the figures give.
pub(super) fn dilaporkan(evidence: &Evidence<'_>, finder: &mut Finder<'_>) {
    let rekap = evidence.now.rekap;
    for one in &evidence.dilaporkan {
        let (nama, indeks, opd) = match &one.lingkup {
            TemuanScope::Daerah => {
                (evidence.nama_daerah.clone(), rekap.indeks.as_ref(), None)
            }
            TemuanScope::Urusan(kode) => {
                let urusan = rekap.urusan.iter().find(|u| u.kode == *kode);
                let nama = urusan.map_or(kode, |u| &u.nama);
                let listed = evidence.catalog.urusan(kode);
                let place = listed.map(|u| u.written.field("nama").span());
                let nama = Line::from("urusan ").then(nama, place.unwrap_or_default());
                (nama, urusan.and_then(|u| u.reported_indeks()), None)
            }
            TemuanScope::Opd(id) => {
                let opd = rekap.opd.iter().find(|o| o.opd == *id);
                (
                    evidence.office(id),
                    opd.and_then(|o| o.indeks.as_ref()),
                    Some(id.clone()),
                )
            }
        };
        if let Some(computed) = indeks {
            let subject = FoundAbout::whole(opd);
            index_differs(&subject, nama, &one.nilai, computed, finder);
        }
    }
}

/// Declared values have two places, so they are held against the value as it is printed.
fn index_differs(
    subject: &FoundAbout,
    nama: Line,
    dilaporkan: &Percent,
    computed: &Percent,
    finder: &mut Finder<'_>,
) {
    let difference = dilaporkan.difference(&computed.rounded()).value().abs();
    let figures = [
        ("subjek", nama),
        ("dilaporkan", dilaporkan.printed().into()),
        ("dihitung", computed.printed().into()),
        ("selisih", points(dilaporkan, computed).into()),
    ];
    finder.record("T-INDEKS-DILAPORKAN", subject, &difference, &figures);
}

fn money(jumlah: &Amount) -> String {
    rupiah::format_rupiah_short(jumlah.value())
}
