//! A worksheet that came back.

mod sheet;
mod stamp;
mod value;
mod verify;

use crate::files::Files;
use crate::problem::WorksheetProblem;
use std::collections::BTreeMap;

use super::column::{JUDUL, LEMBAR, SheetForm};
use super::stamp::{LEMBAR_STEMPEL, Stamp};
use crate::head::normal;
use crate::import::{Filled, Import, ImportedLayanan, Nilai, Skipped};
use crate::workspace::book::{self, Book, Cell};
use base::diag::Problems;
use base::source::{FileId, SourceMap, Span, Spanned};
use field::domain::Periode;
use field::spm::{FillRate, Layanan, LayananCapaian};

/// What a worksheet is measured against.
#[derive(Debug, Clone, Copy)]
pub struct Expected<'a> {
    /// Name of the daerah.
    pub daerah: &'a str,
    /// Ids of the OPDs of the workspace.
    pub opd: &'a [&'a str],
    /// The only OPD that is wanted.
    pub opd_diminta: Option<&'a str>,
    /// The quarter that is wanted; any when absent.
    pub periode: Option<Periode>,
    /// Whether the quarter after it will do too: worksheets are handed out for the next one.
    pub berikutnya: bool,
    /// Services with their units.
    pub katalog: &'a [Layanan],
    /// All achievements of the workspace.
    pub capaian: &'a BTreeMap<Periode, Vec<Spanned<LayananCapaian>>>,
}

/// A worksheet without errors.
#[derive(Debug, Clone)]
pub struct Returned {
    /// Whose it is.
    pub stempel: Stamp,
    /// What it says.
    pub impor: Import,
    /// How many cells it fills in, of those it asks for.
    pub diisi: FillRate,
    /// How many are filled in once it is taken over: by it, or by what was there already.
    pub sesudah: FillRate,
}

/// What a file turned out to be.
#[derive(Debug, Clone)]
pub enum Reading {
    /// No worksheet of naskah; something else may know it. Nothing was reported.
    Foreign,
    /// A worksheet with errors, all of them told.
    Refused,
    /// A worksheet without errors.
    Sound(Box<Returned>),
}

/// Reads the file `name`.
pub fn baca_berkas(
    files: &dyn Files,
    name: &str,
    harapan: &Expected<'_>,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Reading {
    // What cannot be opened is reported by whoever reads it next.
    let Ok(mut book) = book::open(files, name) else { return Reading::Foreign };
    if lembar_stempel(&book).is_none() && !pernah_lembar_kerja(&mut book, name) {
        return Reading::Foreign;
    }
    baca(&mut book, name, harapan, sources, problems)
        .map_or(Reading::Refused, |terbaca| Reading::Sound(Box::new(terbaca)))
}

/// The stamp's sheet, whatever other programs did to its hiding.
fn lembar_stempel(book: &Book) -> Option<String> {
    let all = book.hidden().into_iter().chain(book.sheets());
    all.into_iter().find(|name| name.trim().eq_ignore_ascii_case(LEMBAR_STEMPEL))
}

/// Whether a book without a stamp was copied from a worksheet: its first page still says so.
fn pernah_lembar_kerja(book: &mut Book, name: &str) -> bool {
    book.sheets().first().and_then(|sheet| book.grid(name, sheet).ok()).is_some_and(
        |grid| {
            let judul = |cell: &Cell| matches!(cell, Cell::Text(t) if t == JUDUL);
            grid.cells.range((0, 0)..(4, 0)).any(|(_, cell)| judul(cell))
        },
    )
}

/// The sheet of a section: by its name, or by its title when it was given another name.
fn lembar_bernama(book: &mut Book, name: &str, bentuk: &SheetForm) -> Option<String> {
    let sheets = book.sheets();
    let bernama = |sheet: &str, nama: &str| sheet.trim().eq_ignore_ascii_case(nama);
    if let Some(sheet) = sheets.iter().find(|s| bernama(s, bentuk.nama)) {
        return Some(sheet.clone());
    }
    let judul = normal(bentuk.judul);
    sheets.into_iter().find(|sheet| {
        let dikenal = LEMBAR.iter().any(|lain| bernama(sheet, lain.nama));
        !dikenal
            && book.grid(name, sheet).is_ok_and(|grid| {
                let mut atas = grid.cells.range((0, 0)..(TITLE_ROWS, 0));
                atas.any(|(_, c)| matches!(c, Cell::Text(t) if normal(t) == judul))
            })
    })
}

/// The title of a section is looked for in this many rows.
const TITLE_ROWS: u32 = 20;

/// A worksheet without errors.
fn baca(
    book: &mut Book,
    name: &str,
    harapan: &Expected<'_>,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Option<Returned> {
    let mut found = Problems::default();
    let file = sources.add(name, "");
    let terbaca = stamp::baca(book, (name, file), harapan, sources, &mut found)
        .map(|stempel| isi(book, (name, file), stempel, harapan, sources, &mut found));
    let sound = !found.has_errors();
    problems.extend(found);
    terbaca.filter(|_| sound)
}

/// What is gathered from the sheets, by place in the stamp's list of services.
struct Gathered<'a> {
    stempel: &'a Stamp,
    layanan: Vec<ImportedLayanan>,
    dilewati: Vec<Skipped>,
    diisi: usize,
}

impl Gathered<'_> {
    /// The service of a code, whatever its case.
    fn cari(&self, kode: &str) -> Option<usize> {
        let kode = kode.trim();
        self.layanan.iter().position(|l| l.kode.value.eq_ignore_ascii_case(kode))
    }

    /// The item of a service as the stamp has it; `None` for a name that is not of it.
    fn butir<'b>(&'b self, kode: &'b str, nama: &str) -> Option<&'b str> {
        let dicari = normal(nama);
        let mut items = self.bernama(kode);
        items.find(|butir| normal(butir) == dicari)
    }

    fn bernama<'b>(&'b self, kode: &'b str) -> impl Iterator<Item = &'b str> {
        let baris = self.stempel.baris.iter();
        baris.filter(move |(k, b)| k == kode && !b.is_empty()).map(|(_, b)| b.as_str())
    }
}

fn isi(
    book: &mut Book,
    (name, file): (&str, FileId),
    stempel: Stamp,
    harapan: &Expected<'_>,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Returned {
    let semua = stempel.baris.iter().filter(|(_, butir)| butir.is_empty());
    let layanan = semua
        .map(|(kode, _)| ImportedLayanan {
            kode: Spanned::new(kode.clone(), Span::File(file)),
            isi: Filled::from_iter([(
                "opd",
                Spanned::new(Nilai::Teks(stempel.opd.clone()), Span::File(file)),
            )]),
            ..ImportedLayanan::default()
        })
        .collect();
    let mut kumpulan =
        Gathered { stempel: &stempel, layanan, dilewati: Vec::new(), diisi: 0 };
    let ada = harapan.capaian.get(&stempel.periode).map_or(&[][..], Vec::as_slice);
    for bentuk in LEMBAR.iter() {
        let Some(sheet) = lembar_bernama(book, name, bentuk) else {
            let sheet = bentuk.nama.to_owned();
            problems
                .add(Span::File(file), WorksheetProblem::WorksheetSheetMissing { sheet });
            continue;
        };
        match book.grid(name, &sheet) {
            Ok(grid) => {
                let id = sources.add(format!("{name}!{sheet}"), "");
                let bahan = sheet::SheetInput {
                    file: id,
                    grid: &grid,
                    ada,
                    katalog: harapan.katalog,
                };
                sheet::baca(bentuk, &bahan, &mut kumpulan, problems);
            }
            Err(problem) => problems.add(Span::File(file), problem),
        }
    }
    let Gathered { mut layanan, dilewati, diisi, .. } = kumpulan;
    // Free rows are asked of nobody in particular, and yet may be filled in.
    let seluruh = super::column::sel(&stempel.baris).max(diisi);
    let sesudah = verify::keterisian(&layanan, &stempel, ada);
    layanan.retain(bicara);
    if layanan.is_empty() && !problems.has_errors() {
        let name = name.to_owned();
        problems.add(Span::File(file), WorksheetProblem::NothingFilled { name });
    }
    verify::angka(&layanan, &stempel, harapan, problems);
    let impor =
        Import { berkas: name.to_owned(), periode: stempel.periode, layanan, dilewati };
    Returned { stempel, impor, diisi: FillRate { terisi: diisi, seluruh }, sesudah }
}

/// Whether anything is said about a service.
fn bicara(layanan: &ImportedLayanan) -> bool {
    layanan.isi.keys().any(|key| key != "opd") || !layanan.mutu.is_empty()
}
