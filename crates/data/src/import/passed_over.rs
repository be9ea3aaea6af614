//! Why a column of a table is passed over, from its heading: what to do where it holds figures.

use crate::head::{self, HeadMeasure};
use base::diag::Both;

/// Why.
pub(super) fn why(heading: &str) -> Both {
    let text = head::normal(heading);
    let words = text.split(' ');
    let has = |all: &[&str]| words.clone().any(|word| all.contains(&word));
    let (id, en) = match head::measure(heading) {
        Some(HeadMeasure::Share) => (
            "persentase; dihitung sendiri dari angkanya",
            "a percentage; it is computed from the figures",
        ),
        Some(HeadMeasure::Scaled) => (
            "bukan satuan penuh; kalikan dahulu dan hapus satuannya dari judul",
            "not in full units; multiply first and take the unit out of the heading",
        ),
        None if has(&["fisik"]) => (
            "kemajuan fisik; bukan rupiah dan bukan orang yang dilayani",
            "physical progress; neither rupiah nor people served",
        ),
        None if has(&["keuangan", "serapan", "penyerapan", "belanja"]) => (
            "rupiah atau persen? bila rupiah, judulnya `Realisasi (Rp)`",
            "rupiah or percent? if rupiah, call it `Realisasi (Rp)`",
        ),
        None if has(&["capaian", "pencapaian", "tercapai", "realisasi"]) => (
            "jumlah atau persen? bila orang yang dilayani, judulnya `Terlayani`",
            "count or percent? if people served, call it `Terlayani`",
        ),
        None if has(&["dana", "apbd", "dpa", "biaya"]) => (
            "pagu atau realisasi? judulnya `Pagu (Rp)` atau `Realisasi (Rp)`",
            "budget or spending? call it `Pagu (Rp)` or `Realisasi (Rp)`",
        ),
        None => ("kolom yang tidak diimpor", "a column that is not imported"),
    };
    Both::new(id, en)
}
