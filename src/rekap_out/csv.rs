//! The index as CSV: one row a service.

use crate::output::{csv as rows, guarded};
use field::spm::rekap::{LayananResult, ReportStatus};
use field::spm::{Percent, Rekap};

const HEAD: [&str; 12] = [
    "urusan",
    "kode",
    "layanan",
    "opd",
    "satuan",
    "sasaran",
    "terlayani",
    "penerima",
    "mutu",
    "indeks",
    "kategori",
    "jarak_jalur",
];

/// One row a service; numbers with a decimal point, percentages in points. What nobody
/// entered is empty, but in `penerima` and `mutu` what the index counts as zero is zero, as the
/// papers print it; a target population declared not to exist is the word "nihil", and a
/// service of which nobody reported has no index and the category "belum dilaporkan". Before
/// the year is over there is no category, and the distance to the target path in points.
pub fn csv(rekap: &Rekap) -> String {
    let head = HEAD.map(str::to_owned).to_vec();
    let layanan =
        rekap.urusan.iter().flat_map(|u| u.layanan.iter().map(|l| row(&u.kode, l)));
    rows(std::iter::once(head).chain(layanan))
}

fn row(urusan: &str, l: &LayananResult) -> Vec<String> {
    let count = |n: Option<u64>| n.map(|n| n.to_string()).unwrap_or_default();
    let persen = |p: Option<&Percent>| p.map(ToString::to_string).unwrap_or_default();
    vec![
        guarded(urusan),
        guarded(&l.kode),
        guarded(&l.nama),
        guarded(l.opd.as_deref().unwrap_or_default()),
        guarded(&l.satuan),
        if l.nihil { "nihil".to_owned() } else { count(l.sasaran) },
        count(l.terlayani),
        persen(l.counted_penerima().as_ref()),
        persen(l.counted_mutu().as_ref()),
        persen(l.reported_indeks()),
        guarded(match l.status() {
            ReportStatus::NotReported => ReportStatus::NotReported.word(),
            _ => l.kategori.as_deref().unwrap_or_default(),
        }),
        l.jalur
            .as_ref()
            .map(|held| held.distance().value().to_string())
            .unwrap_or_default(),
    ]
}
