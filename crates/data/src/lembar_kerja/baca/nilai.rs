//! What one filled cell says.

use crate::problem::{AchievementProblem, FileProblem, SheetProblem, WorksheetProblem};
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive};

use super::super::kolom::{Data, Jenis};
use crate::impor::{Angka, LayananImpor, MutuImpor};
use crate::workspace::book::Cell;
use crate::workspace::node::plain;
use crate::workspace::sheet::is_rounded;
use bahasa::date::format_date;
use bahasa::{format_decimal_short, parse_number};
use base::diag::{AnyProblem, Both, Problems};
use base::source::{Span, Spanned};
use field::spm::{Isian, Jumlah};

/// A cell of an input column that holds something.
pub(super) struct Sel<'a> {
    pub(super) data: Data,
    pub(super) span: Span,
    pub(super) cell: &'a Cell,
}

/// What became of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hasil {
    /// It answers.
    Diisi,
    /// It says nothing, or something that was reported.
    Diam,
}

impl Sel<'_> {
    /// Puts the cell into its field. `nihil`: the service is declared to have no target
    /// population, so that "nihil" elsewhere in its rows only repeats it.
    pub(super) fn ambil(
        &self,
        nihil: bool,
        layanan: &mut LayananImpor,
        item: Option<&mut MutuImpor>,
        problems: &mut Problems,
    ) -> Hasil {
        if self.data.jenis() == Jenis::Teks {
            return self.teks(layanan, problems);
        }
        let nilai = match self.angka(problems) {
            Ok(nilai) => nilai,
            Err(problem) => {
                problems.add(self.span, problem);
                return Hasil::Diam;
            }
        };
        let Isian::Isi(nilai) = nilai else {
            return match self.data {
                Data::Sasaran => {
                    layanan.sasaran = Some(Spanned::new(Isian::Nihil, self.span));
                    Hasil::Diisi
                }
                _ if nihil => Hasil::Diam,
                data => {
                    let key = data.kunci().to_owned();
                    problems.add(self.span, WorksheetProblem::NihilHere { key });
                    Hasil::Diam
                }
            };
        };
        if nihil && self.data == Data::Terlayani {
            if nilai.is_positive() {
                let kode = layanan.kode.value.clone();
                problems.add(self.span, AchievementProblem::NihilWithFigures { kode });
            }
            return Hasil::Diam;
        }
        self.taruh(&nilai, layanan, item, problems)
    }

    fn taruh(
        &self,
        nilai: &BigRational,
        layanan: &mut LayananImpor,
        item: Option<&mut MutuImpor>,
        problems: &mut Problems,
    ) -> Hasil {
        let Ok(jumlah) = Jumlah::new(nilai.clone()) else { return Hasil::Diam };
        let jumlah = Some(Spanned::new(Isian::Isi(jumlah), self.span));
        match (self.data, item) {
            (Data::Sasaran | Data::Terlayani, _) => {
                let Some(n) =
                    nilai.to_integer().to_u64().filter(|n| i64::try_from(*n).is_ok())
                else {
                    let (key, value) = (self.kunci(), plain(nilai));
                    problems.add(self.span, SheetProblem::LongNumber { key, value });
                    return Hasil::Diam;
                };
                let n: Option<Angka<u64>> = Some(Spanned::new(Isian::Isi(n), self.span));
                if self.data == Data::Sasaran {
                    layanan.sasaran = n;
                } else {
                    layanan.terlayani = n;
                }
            }
            (Data::Pagu, _) => layanan.pagu = jumlah,
            (Data::Realisasi, _) => layanan.realisasi = jumlah,
            (Data::Dibutuhkan, Some(item)) => item.dibutuhkan = jumlah,
            (Data::Terpenuhi, Some(item)) => item.terpenuhi = jumlah,
            _ => return Hasil::Diam,
        }
        Hasil::Diisi
    }

    fn kunci(&self) -> String {
        self.data.kunci().to_owned()
    }

    /// The number, or nihil.
    fn angka(&self, problems: &mut Problems) -> Result<Isian<BigRational>, AnyProblem> {
        let key = self.kunci();
        let nilai = match self.cell {
            Cell::Number(n) => n.clone(),
            Cell::Text(text) => {
                if text.eq_ignore_ascii_case("nihil") {
                    return Ok(Isian::Nihil);
                }
                if text.chars().all(|c| matches!(c, '-' | '–' | '—' | '?' | '.' | '_'))
                {
                    return Err(WorksheetProblem::DashForNumber {
                        key,
                        value: text.clone(),
                    }
                    .into());
                }
                self.dari_teks(text)?
            }
            other => return Err(bukan(&key, other, self.data.jenis())),
        };
        if is_rounded(&nilai) {
            return Err(SheetProblem::LongNumber { key, value: plain(&nilai) }.into());
        }
        if nilai.is_negative() {
            let range = Both::new("paling sedikit 0", "at least 0");
            return Err(
                FileProblem::OutOfRange { key, value: plain(&nilai), range }.into()
            );
        }
        if self.data.jenis() == Jenis::Cacah && !nilai.is_integer() {
            return Err(WorksheetProblem::NotWhole {
                key,
                value: format_decimal_short(&nilai, 10),
            }
            .into());
        }
        if let Some(thousands) = ribuan(&nilai) {
            let value = format_decimal_short(&nilai, 10);
            problems.add(
                self.span,
                WorksheetProblem::DoubtfulNumber { key, value, thousands },
            );
        }
        Ok(Isian::Isi(nilai))
    }

    fn dari_teks(&self, text: &str) -> Result<BigRational, AnyProblem> {
        let bad = || FileProblem::BadNumber { key: self.kunci(), value: text.to_owned() };
        let mut isi = text.trim();
        if self.data.jenis() == Jenis::Uang {
            let lower = isi.to_lowercase();
            if lower.starts_with("rp") {
                isi = isi.get(2..).unwrap_or_default().trim_start_matches('.').trim();
            }
            isi = isi.strip_suffix(",-").unwrap_or(isi).trim();
        }
        // A percentage is a number elsewhere; amounts are asked here.
        if isi.ends_with('%') {
            return Err(bad().into());
        }
        parse_number(isi).map_err(|_| bad().into())
    }

    fn teks(&self, layanan: &mut LayananImpor, problems: &mut Problems) -> Hasil {
        let isi = match self.cell {
            Cell::Text(text) => text.clone(),
            Cell::Number(n) => plain(n),
            Cell::Date(date) => format_date(*date),
            other => {
                problems.add(self.span, bukan(&self.kunci(), other, Jenis::Teks));
                return Hasil::Diam;
            }
        };
        let daftar = pecah(&isi);
        if self.data == Data::Pic {
            let nama = daftar.join(", ");
            if nama.is_empty() {
                return Hasil::Diam;
            }
            layanan.pic = Some(Spanned::new(nama, self.span));
            return Hasil::Diisi;
        }
        let nilai = if daftar.is_empty() { Isian::Nihil } else { Isian::Isi(daftar) };
        let nilai = Some(Spanned::new(nilai, self.span));
        match self.data {
            Data::Permasalahan => layanan.permasalahan = nilai,
            Data::Penyebab => layanan.penyebab = nilai,
            _ => layanan.tindak_lanjut = nilai,
        }
        Hasil::Diisi
    }
}

/// A cell of a kind that is no answer here.
fn bukan(key: &str, cell: &Cell, jenis: Jenis) -> AnyProblem {
    let key = key.to_owned();
    let (id, en) = match cell {
        Cell::Error(value) => {
            return SheetProblem::ErrorCell { key, value: value.clone() }.into();
        }
        Cell::NoResult => return SheetProblem::NoResult { key }.into(),
        Cell::Date(_) => ("tanggal", "a date"),
        Cell::Time(_) => ("jam", "a time"),
        Cell::Bool(_) => ("true/false", "true/false"),
        Cell::Text(_) => ("teks", "text"),
        Cell::Number(_) => ("bilangan", "a number"),
        Cell::Percent(_) => ("persen", "a percentage"),
    };
    let expected = match jenis {
        Jenis::Cacah => Both::new("bilangan bulat", "a whole number"),
        Jenis::Jumlah | Jenis::Uang => Both::new("bilangan", "a number"),
        Jenis::Teks => Both::new("teks", "text"),
    };
    FileProblem::WrongType { key, expected, found: Both::new(id, en) }.into()
}

/// What 1,234 would be if its comma grouped thousands; `None` for all other numbers.
fn ribuan(n: &BigRational) -> Option<String> {
    let seribu = BigRational::from_integer(1000.into());
    let seratus = BigRational::from_integer(100.into());
    let tiga = (n * &seribu).is_integer() && !(n * seratus).is_integer();
    (tiga && *n < seribu).then(|| format_decimal_short(&(n * seribu), 0))
}

/// The sentences of a cell, one a line, without what people number them with. A dash or
/// "nihil" is none.
fn pecah(text: &str) -> Vec<String> {
    text.split(['|', '\n'])
        .map(|line| tanpa_butir(line.trim()))
        .filter(|line| {
            !line.is_empty()
                && !line.eq_ignore_ascii_case("nihil")
                && !line.eq_ignore_ascii_case("tidak ada")
                && line.chars().any(char::is_alphanumeric)
        })
        .map(str::to_owned)
        .collect()
}

/// "1. Tenaga kurang" and "- Tenaga kurang" are "Tenaga kurang"; "2.033 anak" stays.
fn tanpa_butir(line: &str) -> &str {
    if let Some(rest) = line.strip_prefix(['-', '•', '*', '–']) {
        return rest.trim_start();
    }
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = line.get(digits..).unwrap_or_default();
    match rest.strip_prefix(['.', ')']) {
        Some(after) if (1..=2).contains(&digits) && after.starts_with([' ', '\t']) => {
            after.trim_start()
        }
        _ => line,
    }
}
