//! Figures of a quarter.

use base::diag::{Both, Lang, Said};
use base::{problems, say};
use field::spm::Amount;

problems! {
    /// Figures of a quarter.
    AchievementProblem(lang) in_sheet in_sheet {
        /// More people served than there are.
        "0501" Warning ServedAboveTarget { kode, terlayani, sasaran } => say!(
            lang,
            (
                "{kode}: terlayani {terlayani} melebihi sasaran {sasaran}",
                "{kode}: served {terlayani} exceeds target {sasaran}"
            ),
            ("melebihi sasaran", "above the target"),
            (
                "periksa kedua angka; bila memang demikian, `kelebihan` pada [spm] menentukan apakah indeksnya dihitung paling tinggi 100",
                "check both figures; if they are right, `kelebihan` under [spm] says whether the index is capped at 100"
            )
        ),
        /// More of a mutu item than needed.
        "0502" Warning MutuAboveNeed { kode, item } => say!(
            lang,
            (
                "{kode}: mutu \"{item}\" terpenuhi melebihi kebutuhan",
                "{kode}: mutu \"{item}\" exceeds the need"
            ),
            ("melebihi kebutuhan", "above the need"),
            (
                "periksa kedua angka; bila memang demikian, `kelebihan` pada [spm] menentukan apakah indeksnya dihitung paling tinggi 100",
                "check both figures; if they are right, `kelebihan` under [spm] says whether the index is capped at 100"
            )
        ),
        /// Nihil together with figures.
        "0503" Error NihilWithFigures { kode } => say!(
            lang,
            (
                "{kode}: dinyatakan nihil tetapi masih berisi angka",
                "{kode}: declared nihil but has figures"
            ),
            ("nihil", "nihil"),
            (
                "hapus kata nihil dan tulis sasarannya, atau hapus angka `sasaran` dan `terlayani`",
                "remove nihil and give the target, or remove the figures `sasaran` and `terlayani`"
            )
        ),
        /// People served, or needs met, of nobody knows how many.
        "0516" Warning ReachedOfUnknown { what: Both, reached, whole: Both } => say!(
            lang,
            [what, whole],
            (
                "{what} {reached}, tetapi {whole} kosong, jadi capaiannya tidak dapat dihitung",
                "{what} {reached}, but {whole} is empty, so that its share cannot be computed"
            ),
            ("dari berapa?", "out of how many?"),
            (
                "isi {whole}; bila angkanya belum ada, hapus angka ini juga; naskah final tidak dibuat begini",
                "fill in {whole}; if it is not known yet, remove this figure as well; no final paper is made of this"
            )
        ),
        /// A quality item whose name is a slip of one of the catalog.
        "0509" Warning MutuMisspelt { kode, item, near } => say!(
            lang,
            (
                "{kode}: butir mutu \"{item}\" tidak ada dalam katalog",
                "{kode}: the quality item \"{item}\" is not in the catalog"
            ),
            ("salah ketik?", "mistyped?"),
            (
                "bila maksudnya \"{near}\", tulis demikian; bila butir kantor sendiri, biarkan",
                "if \"{near}\" is meant, write that; if it is an item of the office's own, leave it"
            )
        ),
        /// A quality item counted in another unit than the catalog's.
        "0510" Warning MutuUnit { kode, item, satuan, katalog } => say!(
            lang,
            (
                "{kode}: mutu \"{item}\" bersatuan {satuan}, dalam katalog {katalog}",
                "{kode}: the quality item \"{item}\" is in {satuan}, in the catalog in {katalog}"
            ),
            ("satuan lain", "another unit"),
            (
                "periksa apakah kedua angkanya memang dihitung dalam {katalog}, lalu tulis satuan itu; bila memang dihitung dalam {satuan}, biarkan",
                "check whether both figures are counted in {katalog}, then write that unit; if they are in {satuan}, leave it"
            )
        ),
        /// A published index that is not the mean of the published indices of the urusan.
        "0506" Warning PublishedApart { periode, daerah, mean, count } => say!(
            lang,
            (
                "indeks daerah {periode} yang diumumkan {daerah}, padahal rata-rata {count} urusan yang diumumkan {mean}",
                "the published index of the daerah for {periode} is {daerah}, but the mean of the {count} published urusan is {mean}"
            ),
            ("tidak cocok dengan urusannya", "does not fit its urusan"),
            (
                "cocokkan setiap angka dengan sumbernya; bila sumbernya memang demikian (misalnya urusan berbobot lain), biarkan dan catat sebabnya",
                "compare each figure with its source; if the source has it so (such as with other weights), leave it and note why"
            )
        ),
        /// A published index that cannot be the mean of its urusan, whatever the others are.
        "0513" Warning PublishedBeyond { periode, daerah, least, most, missing } => say!(
            lang,
            (
                "indeks daerah {periode} yang diumumkan {daerah}, padahal dengan urusan yang diumumkan hanya mungkin {least} s.d. {most} (belum ditulis: {missing})",
                "the published index of the daerah for {periode} is {daerah}, but with the published urusan it can only be {least} to {most} (not given: {missing})"
            ),
            ("tidak cocok dengan urusannya", "does not fit its urusan"),
            (
                "cocokkan setiap angka dengan sumbernya, dan tulis indeks urusan yang belum ada",
                "compare each figure with its source, and give the urusan that are missing"
            )
        ),
        /// A published index that cannot be compared: some of its urusan are not given.
        "0514" Warning PublishedUnsure { periode, missing } => say!(
            lang,
            (
                "indeks daerah {periode} yang diumumkan belum dapat dibandingkan dengan rata-rata urusannya: belum ditulis {missing}",
                "the published index of the daerah for {periode} cannot be compared with the mean of its urusan yet: {missing} are not given"
            ),
            ("belum dapat dibandingkan", "cannot be compared yet"),
            (
                "tulis indeks urusan itu bila diumumkan; bila tidak diumumkan, biarkan",
                "give the index of these urusan if it was published; if not, leave it"
            )
        ),
        /// A published index of an OPD that is not that of its urusan.
        "0515" Warning PublishedOffice { periode, opd, index, urusan, of_urusan } => say!(
            lang,
            (
                "indeks {opd} {periode} yang diumumkan {index}, padahal indeks urusan {urusan}, yang hanya diampunya, {of_urusan}",
                "the published index of {opd} for {periode} is {index}, but that of the urusan {urusan}, which it carries alone, is {of_urusan}"
            ),
            ("tidak cocok dengan urusannya", "does not fit its urusan"),
            (
                "cocokkan kedua angka dengan sumbernya; bila sumbernya memang demikian, biarkan dan catat sebabnya",
                "compare both figures with their source; if the source has them so, leave it and note why"
            )
        ),
        /// A part of a service that stands in its list twice.
        "0511" Warning PartTwice { kode, what: Both, name } => say!(
            lang,
            [what],
            (
                "{kode}: {what} \"{name}\" ditulis dua kali, dan keduanya dihitung",
                "{kode}: {what} \"{name}\" stands twice, and both count"
            ),
            ("yang kedua", "the second"),
            (
                "hapus yang keliru; bila memang dua hal, beri nama yang membedakannya",
                "delete the one that is wrong; if they are two things, give them different names"
            )
        ),
        /// Figures of a year that nobody looks at.
        "0512" Warning StrayYear { periode, reported, count } => say!(
            lang,
            (
                "capaian {periode} ({count} baris) tidak dipakai: yang dilaporkan {reported}",
                "figures of {periode} (rows: {count}) are not used: {reported} is reported"
            ),
            ("tahunnya benar?", "is the year right?"),
            (
                "perbaiki tahunnya bila salah ketik, atau ubah [periode] bila memang itu yang dilaporkan",
                "mend the year if it was mistyped, or change [periode] if that is to be reported"
            )
        ),
        /// No figures for the period.
        "0504" Error NoCapaian { periode, ada } => {
            let mut said = say!(
            lang,
            ("belum ada capaian untuk {periode}", "there are no figures for {periode}"),
            ("", ""),
            (
                "buat berkas `data/capaian/{periode}.toml`, atau ubah [periode] dalam naskah.toml",
                "create `data/capaian/{periode}.toml`, or change [periode] in naskah.toml"
            )
        );
            if !ada.is_empty() {
                said.help = lang.either(
                    format!("yang ada: {ada}; pilih salah satunya (`--periode`, atau [periode] dalam naskah.toml), atau masukkan capaian {periode} lebih dahulu (`naskah import`)"),
                    format!("there are: {ada}; choose one of these (`--periode`, or [periode] in naskah.toml), or enter the figures of {periode} first (`naskah import`)"),
                );
            }
            said
        },
        /// A text that names no quarter.
        "0508" Error UnknownPeriode { text } => say!(
            lang,
            ("`{text}` bukan triwulan", "`{text}` is not a quarter"),
            ("", ""),
            (
                "tulis tahun dan triwulannya, misalnya 2025-tw2 atau \"TW II 2025\"",
                "write year and quarter, such as 2025-tw2 or \"TW II 2025\""
            )
        ),
        /// A year the catalog has no scale of categories for.
        "0505" Error NoScale { tahun } => say!(
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

impl AchievementProblem {
    /// People served by a service that names no sasaran.
    pub(crate) fn served_of_unknown(kode: &str, served: u64) -> Self {
        Self::ReachedOfUnknown {
            what: Both::new(format!("{kode}: terlayani"), format!("{kode}: served")),
            reached: bahasa::number::format_number(served),
            whole: Both::same("`sasaran`"),
        }
    }

    /// A need met of which nobody says how large it is.
    pub(crate) fn met_of_unknown(kode: &str, item: &str, met: &Amount) -> Self {
        Self::ReachedOfUnknown {
            what: Both::new(
                format!("{kode}: mutu \"{item}\" terpenuhi"),
                format!("{kode}: mutu \"{item}\" met"),
            ),
            reached: bahasa::format_decimal_short(met.value(), 6),
            whole: Both::same("`dibutuhkan`"),
        }
    }
}

/// The next step in a sheet or CSV, where the one for TOML would mislead: its users see columns
/// and cells, not keys, tables and quotes.
fn in_sheet(problem: &AchievementProblem, lang: Lang, said: &mut Said) {
    if let AchievementProblem::NihilWithFigures { .. } = problem {
        said.help = lang.either(
            "bila memang tidak ada sasaran, kosongkan angkanya; bila ada, hapus kata nihil dan tulis sasarannya",
            "if there is no target population, clear the figures; if there is, remove nihil and write the target",
        );
    }
}
