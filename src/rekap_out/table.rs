//! The index as a table for a terminal.

use std::fmt::Write;

use super::{
    counted_as_zero, other_indices, period_in, policies_in, printed, standing,
    standing_head, wrap,
};
use base::diag::Lang;
use field::spm::rekap::ReportStatus;
use field::spm::{HeldPath, Kebijakan, Rekap, Review, Temuan};

/// Characters of a service's name that fit.
const NAME_WIDTH: usize = 44;

/// The table, with the policies that produced it below.
pub fn table(telaah: &Review, lang: Lang) -> String {
    let rekap = &telaah.rekap;
    let mut out = String::new();
    let periode = period_in(lang, rekap.tahun, rekap.triwulan);
    let _ = writeln!(out, "{}, {periode}\n", rekap.daerah);
    row(&mut out, heads(rekap, lang));
    for urusan in &rekap.urusan {
        for l in &urusan.layanan {
            let nama: String = l.nama.chars().take(NAME_WIDTH).collect();
            let held = (l.jalur.as_ref(), l.kategori.as_deref());
            let kategori = state(rekap, l.status(), held, lang);
            // As the papers say it: what the index counts as zero is zero.
            let (penerima, mutu) = (l.counted_penerima(), l.counted_mutu());
            let [penerima, mutu, indeks] =
                [penerima.as_ref(), mutu.as_ref(), l.reported_indeks()].map(printed);
            row(&mut out, [&l.kode, &nama, &penerima, &mutu, &indeks, &kategori]);
        }
        let (nama, indeks) =
            (urusan.nama.to_uppercase(), printed(urusan.reported_indeks()));
        let held = (urusan.reported_jalur(), urusan.kategori.as_deref());
        let kategori = state(rekap, urusan.status(), held, lang);
        row(&mut out, ["", &nama, "", "", &indeks, &kategori]);
    }
    let indeks = printed(rekap.indeks.as_ref());
    let held = (rekap.jalur.as_ref(), rekap.kategori.as_deref());
    let kategori = state(rekap, rekap.status(), held, lang);
    let title = lang.either("INDEKS DAERAH", "INDEX OF THE DAERAH");
    row(&mut out, ["", &title, "", "", &indeks, &kategori]);
    let keterisian = rekap.keterisian.persen();
    let filled = lang.either("Tingkat keterisian", "Filled in");
    let _ = writeln!(out, "\n{filled}: {}", printed(keterisian.as_ref()));
    if let Some(note) = counted_as_zero(rekap, lang) {
        let _ = writeln!(out, "\n{}", wrap(&note));
    }
    if !rekap.indeks_lain.is_empty() {
        let _ = writeln!(out, "\n{}:", other_indices(lang));
        for other in &rekap.indeks_lain {
            let _ = writeln!(out, "{}", wrap(&format!("- {}", other.sentence())));
        }
    }
    if !rekap.is_year_end() {
        let note = lang.either(
            "Kategori ditetapkan dari hasil setahun penuh, sehingga belum dinyatakan pada triwulan ini.",
            "The category is one of the whole year's result and is not stated for this quarter.",
        );
        let _ = writeln!(out, "\n{}", wrap(&note));
    }
    policies(&mut out, rekap.kebijakan, lang);
    findings(&mut out, &telaah.temuan, lang);
    out
}

/// What stands in the last column.
fn state(
    rekap: &Rekap,
    status: ReportStatus,
    held: (Option<&HeldPath>, Option<&str>),
    lang: Lang,
) -> String {
    if status == ReportStatus::NotReported {
        return lang.either(status.word(), "not reported");
    }
    let said = standing(rekap, status, held);
    if said.is_empty() { "-".to_owned() } else { said }
}

fn heads(rekap: &Rekap, lang: Lang) -> [&'static str; 6] {
    let last = match lang {
        Lang::Id => standing_head(rekap),
        Lang::En if rekap.is_year_end() => "Category",
        Lang::En => "Distance to the path (points)",
    };
    match lang {
        Lang::Id => ["Kode", "Jenis pelayanan dasar", "Penerima", "Mutu", "Indeks", last],
        Lang::En => ["Code", "Basic service", "Reached", "Quality", "Index", last],
    }
}

/// How many findings the table names; all are in the JSON.
const SHOWN_FINDINGS: usize = 12;

/// The worst findings, and how many more there are.
fn findings(out: &mut String, all: &[Temuan], lang: Lang) {
    if all.is_empty() {
        return;
    }
    let title = lang.either("Temuan", "Findings, in the words of the papers");
    let _ = writeln!(out, "\n{title}: {}", all.len());
    for temuan in all.iter().take(SHOWN_FINDINGS) {
        let about = temuan.layanan.as_ref().or(temuan.opd.as_ref());
        let about = about.map_or("daerah", String::as_str);
        let (sifat, kondisi) = (temuan.tingkat.on_paper(), &temuan.kondisi);
        let _ = writeln!(out, "{sifat:<18} {about:<10} {kondisi}");
    }
    let rest = all.len().saturating_sub(SHOWN_FINDINGS);
    if rest > 0 {
        let more = lang.either(
            format!("… dan {rest} temuan lain (semuanya: naskah rekap --output xlsx)"),
            format!("… and {rest} more (all of them: naskah rekap --output xlsx)"),
        );
        let _ = writeln!(out, "{more}");
    }
}

fn row(out: &mut String, [kode, nama, p, m, indeks, kategori]: [&str; 6]) {
    let _ = writeln!(
        out,
        "{kode:<8} {nama:<NAME_WIDTH$} {p:>9} {m:>9} {indeks:>9}  {kategori}"
    );
}

/// The note under every table that shows an index.
pub(super) fn policies(out: &mut String, kebijakan: Kebijakan, lang: Lang) {
    let _ = writeln!(out, "\n{}", wrap(&policies_in(lang, kebijakan)));
}
