//! What is said about achievement.

use super::super::problem::Achievement as P;
use super::super::{Lang, Said};

pub(in crate::diag) fn said(problem: P<'_>, lang: Lang) -> Said {
    match problem {
        P::ServedAboveTarget { kode, terlayani, sasaran } => say!(
            lang,
            (
                "{kode}: terlayani {terlayani} melebihi sasaran {sasaran}",
                "{kode}: served {terlayani} exceeds target {sasaran}"
            ),
            ("melebihi sasaran", "above the target"),
            (
                "periksa kedua angka; persentase dihitung paling tinggi 100",
                "check both figures; the percentage is capped at 100"
            )
        ),
        P::MutuAboveNeed { kode, item } => say!(
            lang,
            (
                "{kode}: mutu \"{item}\" terpenuhi melebihi kebutuhan",
                "{kode}: mutu \"{item}\" exceeds the need"
            ),
            ("melebihi kebutuhan", "above the need"),
            (
                "periksa kedua angka; persentase dihitung paling tinggi 100",
                "check both figures; the percentage is capped at 100"
            )
        ),
        P::NihilWithFigures { kode } => say!(
            lang,
            (
                "{kode}: dinyatakan nihil tetapi masih berisi angka",
                "{kode}: declared nihil but has figures"
            ),
            ("nihil", "nihil"),
            (
                "hapus `nihil = true`, atau hapus angka `sasaran` dan `terlayani`",
                "remove `nihil = true`, or the figures `sasaran` and `terlayani`"
            )
        ),
        P::NoCapaian { periode } => say!(
            lang,
            ("belum ada capaian untuk {periode}", "there are no figures for {periode}"),
            ("", ""),
            (
                "buat berkas `data/capaian/{periode}.toml`, atau ubah [periode] dalam naskah.toml",
                "create `data/capaian/{periode}.toml`, or change [periode] in naskah.toml"
            )
        ),
        P::NoScale { tahun } => say!(
            lang,
            (
                "katalog tidak memuat skala kategori untuk tahun {tahun}",
                "the catalog has no scale of categories for {tahun}"
            ),
            ("", ""),
            (
                "perbaiki `tahun` pada [periode], atau tambahkan skalanya dalam catalog/kategori.toml",
                "mend `tahun` in [periode], or add the scale in catalog/kategori.toml"
            )
        ),
    }
}
