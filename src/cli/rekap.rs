//! `naskah rekap`.

use std::path::Path;

use super::Exit;
use super::args::RekapOutput;
use super::report::{Console, exit};
use crate::diag::{Problem, Problems, Span};
use crate::domain::Periode;
use crate::pipeline;
use crate::source::SourceMap;
use crate::spm::{Persen, Rekap};

pub(super) fn run(
    dir: &Path,
    output: RekapOutput,
    periode: Option<&str>,
    console: &Console,
) -> Exit {
    let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
    let rekap = pipeline::open(dir, &mut sources, &mut problems)
        .and_then(|opened| find(&opened, periode, &mut problems));
    console.problems(&problems, &sources);
    if let Some(rekap) = rekap {
        console.result(&match output {
            RekapOutput::Json => serde_json::to_string_pretty(&rekap).unwrap_or_default(),
            RekapOutput::Csv => csv(&rekap),
            RekapOutput::Table => table(&rekap),
        });
    }
    exit(&problems)
}

fn find(
    opened: &pipeline::Opened,
    asked: Option<&str>,
    problems: &mut Problems,
) -> Option<Rekap> {
    let periode = match asked.map(str::parse::<Periode>) {
        Some(Ok(periode)) => Some(periode),
        Some(Err(())) => None,
        None => opened.workspace.settings.periode,
    };
    let name = asked.map_or_else(
        || periode.map_or_else(|| "[periode]".to_owned(), |p| p.to_string()),
        str::to_owned,
    );
    let rekap = periode.and_then(|p| {
        pipeline::rekap(&opened.workspace, &opened.catalog, p)
            .map_err(|found| problems.extend(found))
            .ok()
            .flatten()
    });
    if rekap.is_none() && !problems.has_errors() {
        // A quarter that was typed has no place in a file.
        let place = match asked {
            Some(_) => Span::None,
            None => opened.workspace.settings.periode_span,
        };
        problems.add(place, Problem::NoCapaian { periode: name });
    }
    rekap
}

fn shown(value: Option<&Persen>) -> String {
    value.map_or_else(|| "-".to_owned(), Persen::cetak)
}

fn table(rekap: &Rekap) -> String {
    use std::fmt::Write;
    let mut out = String::new();
    let _ = writeln!(
        out,
        "{}, Triwulan {} Tahun {}\n",
        rekap.daerah, rekap.triwulan, rekap.tahun
    );
    let mut line = |a: &str, b: &str, p: &str, m: &str, i: &str, k: &str| {
        let _ = writeln!(out, "{a:<8} {b:<44} {p:>9} {m:>9} {i:>9}  {k}");
    };
    line("Kode", "Jenis pelayanan dasar", "Penerima", "Mutu", "Indeks", "Kategori");
    for urusan in &rekap.urusan {
        for l in &urusan.layanan {
            let name: String = l.nama.chars().take(44).collect();
            let kategori =
                l.kategori.as_deref().unwrap_or(if l.nihil { "nihil" } else { "-" });
            let (p, m) = (shown(l.penerima.as_ref()), shown(l.mutu.as_ref()));
            line(&l.kode, &name, &p, &m, &shown(l.indeks.as_ref()), kategori);
        }
        let kategori = urusan.kategori.as_deref().unwrap_or("-");
        line(
            "",
            &urusan.nama.to_uppercase(),
            "",
            "",
            &shown(urusan.indeks.as_ref()),
            kategori,
        );
    }
    let kategori = rekap.kategori.as_deref().unwrap_or("-");
    line("", "INDEKS DAERAH", "", "", &shown(rekap.indeks.as_ref()), kategori);
    let keterisian = rekap.keterisian.persen();
    let _ = writeln!(out, "\nTingkat keterisian: {}", shown(keterisian.as_ref()));
    out.push_str(&findings(rekap));
    out
}

/// How many findings the table names; all are in the JSON.
const SHOWN: usize = 12;

/// The worst findings, a line each, and how many more there are.
fn findings(rekap: &Rekap) -> String {
    use std::fmt::Write;
    let mut out = String::new();
    if rekap.temuan.is_empty() {
        return out;
    }
    let _ = writeln!(out, "\nTemuan: {}", rekap.temuan.len());
    for temuan in rekap.temuan.iter().take(SHOWN) {
        let about = temuan.layanan.as_ref().or(temuan.opd.as_ref());
        let about = about.map_or("daerah", String::as_str);
        let (tingkat, kondisi) = (temuan.tingkat.kata(), &temuan.kondisi);
        let _ = writeln!(out, "{tingkat:<10} {about:<10} {kondisi}");
    }
    let rest = rekap.temuan.len().saturating_sub(SHOWN);
    if rest > 0 {
        let _ = writeln!(out, "… dan {rest} temuan lain (lihat --output json)");
    }
    out
}

/// One row a service. A text that a spreadsheet would run as a formula gets an apostrophe.
fn csv(rekap: &Rekap) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let safe = |text: &str| {
        if text.starts_with(['=', '+', '-', '@', '\t']) {
            format!("'{text}")
        } else {
            text.to_owned()
        }
    };
    let number = |n: Option<u64>| n.map(|n| n.to_string()).unwrap_or_default();
    let percent = |p: Option<&Persen>| p.map(ToString::to_string).unwrap_or_default();
    let _ = writer.write_record([
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
    ]);
    for urusan in &rekap.urusan {
        for l in &urusan.layanan {
            let _ = writer.write_record([
                safe(&urusan.kode),
                safe(&l.kode),
                safe(&l.nama),
                safe(l.opd.as_deref().unwrap_or_default()),
                safe(&l.satuan),
                number(l.sasaran),
                number(l.terlayani),
                percent(l.penerima.as_ref()),
                percent(l.mutu.as_ref()),
                percent(l.indeks.as_ref()),
                safe(l.kategori.as_deref().unwrap_or_default()),
            ]);
        }
    }
    writer
        .into_inner()
        .ok()
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .unwrap_or_default()
}
