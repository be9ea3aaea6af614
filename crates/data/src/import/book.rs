//! A workbook to an [`Import`]: which sheets are the form, which are tables.

use crate::files::Files;
use crate::problem::{ImportProblem, ReferenceProblem, SheetProblem};
use std::path::Path;

use super::espm::{self, FormSheet, Titles};
use super::table::TableReader;
use super::{Import, ImportedLayanan, Skipped, matching};
use crate::workspace::book::{self, Grid};
use crate::workspace::capaian_sheet;
use base::diag::{AnyProblem, Both, Problems};
use base::source::{FileId, SourceMap, Span};
use field::domain::Periode;
use field::spm::{Catalog, Tingkat};

/// What is known before a file is opened.
#[derive(Debug, Clone, Copy)]
pub struct ImportContext<'a> {
    /// The national data.
    pub catalog: &'a Catalog,
    /// Which services the region owes.
    pub tingkat: Tingkat,
    /// The quarter asked for.
    pub periode: Option<Periode>,
    /// The quarter of the workspace, where neither the command nor the file tells one.
    pub bawaan: Option<Periode>,
    /// The urusan of the OPD asked for, where it has one only.
    pub urusan: Option<&'a str>,
}

/// A sheet that was opened.
struct Opened {
    nama: String,
    file: FileId,
    grid: Grid,
    judul: Titles,
    formulir: bool,
}

/// Reads a workbook (`.xlsx`, `.ods`). `nama` is what messages call it. `None` when nothing of
/// it can be imported; with errors among the problems it should not be, either.
pub fn baca(
    files: &dyn Files,
    nama: &str,
    konteks: &ImportContext<'_>,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Option<Import> {
    let berkas = Span::File(sources.add(nama, ""));
    let mut dilewati = Vec::new();
    let lembar = buka(files, nama, konteks, sources, &mut dilewati)
        .map_err(|problem| problems.add(berkas, problem))
        .ok()?;
    let (formulir, tabel): (Vec<Opened>, Vec<Opened>) =
        lembar.into_iter().partition(|l| l.formulir);
    let stem = Path::new(nama).file_stem().and_then(|s| s.to_str()).unwrap_or_default();
    let dari_nama = capaian_sheet::periode(stem);
    let periode = periode(&formulir, dari_nama, konteks, problems)?;
    let Some(periode) = periode else {
        problems.add(berkas, ImportProblem::NoPeriodKnown { name: nama.to_owned() });
        return None;
    };
    let layanan = if formulir.is_empty() {
        baca_tabel(&tabel, nama, konteks, &mut dilewati, problems)
    } else {
        for l in &tabel {
            dilewati.push(Skipped {
                tempat: Span::File(l.file),
                isi: l.nama.clone(),
                sebab: Both::new(
                    "lembar tanpa baris berkode",
                    "a sheet without row codes",
                ),
            });
        }
        Some(baca_formulir(&formulir, periode, konteks, &mut dilewati, problems))
    };
    let layanan = layanan?;
    if layanan.is_empty() && !problems.has_errors() {
        problems.add(berkas, ImportProblem::NothingToImport { name: nama.to_owned() });
        return None;
    }
    Some(Import { berkas: nama.to_owned(), periode, layanan, dilewati })
}

fn buka(
    files: &dyn Files,
    nama: &str,
    konteks: &ImportContext<'_>,
    sources: &mut SourceMap,
    dilewati: &mut Vec<Skipped>,
) -> Result<Vec<Opened>, AnyProblem> {
    let mut buku = book::open(files, nama)?;
    for lembar in buku.hidden() {
        dilewati.push(Skipped {
            tempat: Span::File(sources.add(format!("{nama}!{lembar}"), "")),
            isi: lembar,
            sebab: Both::new("lembar tersembunyi", "a hidden sheet"),
        });
    }
    let semua = buku.sheets();
    if semua.is_empty() {
        return Err(SheetProblem::NoSheet { name: nama.to_owned() }.into());
    }
    let mut terbuka = Vec::new();
    for lembar in semua {
        let grid = buku.grid(nama, &lembar)?;
        if grid.cells.is_empty() {
            continue;
        }
        let file = sources.add(format!("{nama}!{lembar}"), "");
        let formulir = espm::adalah(&grid);
        let judul = if formulir {
            espm::judul(file, &grid, konteks.catalog)
        } else {
            Titles::default()
        };
        terbuka.push(Opened { nama: lembar, file, grid, judul, formulir });
    }
    Ok(terbuka)
}

/// The quarter: as asked, else as the titles say, else as the file's name, else the workspace's.
/// What is told twice must agree; `None` after a problem.
#[allow(clippy::option_option)]
fn periode(
    formulir: &[Opened],
    dari_nama: Option<Periode>,
    konteks: &ImportContext<'_>,
    problems: &mut Problems,
) -> Option<Option<Periode>> {
    let lengkap = formulir.iter().find_map(|l| {
        let (tahun, triwulan) = (l.judul.tahun.as_ref()?, l.judul.triwulan.as_ref()?);
        Some(Periode { tahun: tahun.value, triwulan: triwulan.value })
    });
    let periode = konteks.periode.or(lengkap).or(dari_nama).or(konteks.bawaan);
    let Some(dipakai) = periode else { return Some(None) };
    let mut cocok = true;
    for judul in formulir.iter().map(|l| &l.judul) {
        let tahun = judul.tahun.as_ref().filter(|t| t.value != dipakai.tahun);
        let triwulan = judul.triwulan.as_ref().filter(|t| t.value != dipakai.triwulan);
        let (ada, span) = match (tahun, triwulan) {
            (_, Some(t)) => (format!("triwulan {}", t.value), t.span),
            (Some(t), None) => (format!("tahun {}", t.value), t.span),
            (None, None) => continue,
        };
        problems
            .add(span, ImportProblem::WrongPeriod { ada, diminta: dipakai.to_string() });
        cocok = false;
    }
    if let (Some(lain), Some(tempat)) =
        (dari_nama.filter(|p| *p != dipakai), formulir.first())
    {
        let (ada, diminta) = (lain.to_string(), dipakai.to_string());
        problems
            .add(Span::File(tempat.file), ImportProblem::WrongPeriod { ada, diminta });
        cocok = false;
    }
    cocok.then_some(periode)
}

fn baca_formulir(
    formulir: &[Opened],
    periode: Periode,
    konteks: &ImportContext<'_>,
    dilewati: &mut Vec<Skipped>,
    problems: &mut Problems,
) -> Vec<ImportedLayanan> {
    let mut semua: Vec<ImportedLayanan> = Vec::new();
    for l in formulir {
        let urusan = l
            .judul
            .urusan
            .clone()
            .or_else(|| matching::urusan(konteks.catalog, &l.nama).map(str::to_owned))
            .or_else(|| konteks.urusan.map(str::to_owned));
        let lembar = FormSheet {
            file: l.file,
            grid: &l.grid,
            catalog: konteks.catalog,
            tingkat: konteks.tingkat,
            periode,
            urusan,
            problems,
            dilewati,
        };
        for layanan in lembar.baca() {
            if semua.iter().any(|s| s.kode.value == layanan.kode.value) {
                let (kode, first) = (layanan.kode.value, l.nama.clone());
                problems.add(
                    layanan.kode.span,
                    ReferenceProblem::DuplicateLayanan { kode, first },
                );
            } else {
                semua.push(layanan);
            }
        }
    }
    semua
}

/// The sheet `capaian` (or `layanan`, or the first) and the sheet `mutu`.
fn baca_tabel(
    tabel: &[Opened],
    nama: &str,
    konteks: &ImportContext<'_>,
    dilewati: &mut Vec<Skipped>,
    problems: &mut Problems,
) -> Option<Vec<ImportedLayanan>> {
    let bernama = |l: &&Opened, n: &str| l.nama.trim().eq_ignore_ascii_case(n);
    let mutu = tabel.iter().find(|l| bernama(l, "mutu"));
    let lain: Vec<&Opened> = tabel.iter().filter(|l| !bernama(l, "mutu")).collect();
    let utama = lain
        .iter()
        .find(|l| bernama(l, "capaian") || bernama(l, "layanan"))
        .or(lain.first());
    let Some(utama) = utama else {
        problems
            .add(Span::None, ImportProblem::NothingToImport { name: nama.to_owned() });
        return None;
    };
    for l in lain.iter().filter(|l| l.file != utama.file) {
        dilewati.push(Skipped {
            tempat: Span::File(l.file),
            isi: l.nama.clone(),
            sebab: Both::new(
                "bukan lembar capaian atau mutu",
                "neither capaian nor mutu",
            ),
        });
    }
    let mut tabel_impor = TableReader {
        catalog: konteks.catalog,
        tingkat: konteks.tingkat,
        problems,
        dilewati,
    };
    let Some(mut layanan) = tabel_impor.layanan(utama.file, &utama.grid) else {
        // Neither the form nor a table: which columns a table has is not the news.
        let tanpa_kepala =
            |p: &AnyProblem| p.is_a(|p| matches!(p, SheetProblem::NoHeader { .. }));
        if problems.iter().any(|d| tanpa_kepala(&d.problem)) {
            problems.retain(|d| !tanpa_kepala(&d.problem));
            let name = nama.to_owned();
            problems.add(Span::File(utama.file), ImportProblem::NothingToImport { name });
        }
        return None;
    };
    if let Some(mutu) = mutu {
        tabel_impor.mutu(mutu.file, &mutu.grid, &mut layanan);
    }
    Some(layanan)
}
