//! The figures of a row: whom a service reached, its mutu items, its money.

use crate::problem::{AchievementProblem, FileProblem, ImportProblem, SheetProblem};

use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};

use super::super::{ImportedLayanan, ImportedMutu, matching};
use super::cell::{self, Figure};
use super::heads::{FormHead, Months, Role};
use super::rows::{CodedRow, FormSheet};
use crate::head::normal;
use crate::tables::Nilai;
use crate::tables::capaian::{SERVED, TARGET};
use bahasa::date::nth_month_name;
use bahasa::format_decimal_short;
use base::diag::nearest;
use base::source::{Span, Spanned, cell_name};
use field::spm::Amount;
use field::spm::catalog::Layanan;

/// The two figures of a row, with their cells.
struct Pair {
    target: Option<(Figure, Span)>,
    capai: Option<(Figure, Span)>,
}

impl FormSheet<'_> {
    /// One figure; what cannot be taken is reported.
    fn figure(
        &mut self,
        b: &CodedRow<'_>,
        kolom: u32,
        name_key: &str,
    ) -> Option<(Figure, Span)> {
        let place = self.sel(b.nomor, kolom);
        match cell::figure(b.isi.get(&kolom).copied(), name_key) {
            Ok(Figure::Kosong) => None,
            Ok(Figure::Strip) => {
                self.pass_over(
                    place,
                    "-",
                    "tanda hubung dianggap belum diisi; tulis 0 atau nihil",
                    "a dash is taken as not filled in; write 0 or nihil",
                );
                None
            }
            Ok(isi) => Some((isi, place)),
            Err(problem) => {
                self.problems.add(place, problem);
                None
            }
        }
    }

    /// Target and achievement of a row, with what can be checked on it.
    fn both_figures(
        &mut self,
        b: &CodedRow<'_>,
        head: &FormHead,
        name_key: (&str, &str),
    ) -> Pair {
        let target = head
            .look_up(Role::Target, Months::Semua)
            .and_then(|kolom| self.figure(b, kolom, name_key.0));
        let total = head
            .look_up(Role::Capai, Months::Semua)
            .and_then(|kolom| self.figure(b, kolom, name_key.1));
        let (capai, sesudah) = self.by_months(b, head, name_key.1, total);
        let both_figures = Pair { target, capai };
        // Computed columns count the months after the quarter too.
        if !sesudah {
            self.computed(b, head, &both_figures);
        }
        both_figures
    }

    /// The total where there is one, else the months up to the end of the quarter; and whether
    /// there are figures of months after it.
    fn by_months(
        &mut self,
        b: &CodedRow<'_>,
        head: &FormHead,
        name_key: &str,
        total: Option<(Figure, Span)>,
    ) -> (Option<(Figure, Span)>, bool) {
        let limit = self.periode.triwulan.saturating_mul(3);
        let (mut jumlah, mut first_one, mut sesudah) = (BigRational::zero(), None, false);
        for bulan in 1..=12_u8 {
            let Some(kolom) = head.look_up(Role::Capai, Months::Bulan(bulan)) else {
                continue;
            };
            let Some((Figure::Angka(n), place)) = self.figure(b, kolom, name_key) else {
                continue;
            };
            if bulan <= limit {
                jumlah += n.value();
                first_one = first_one.or(Some(place));
            } else if !n.is_zero() {
                sesudah = true;
                let (nilai, periode) = (n.printed(), self.periode.to_string());
                let bulan = nth_month_name(bulan).unwrap_or_default().to_owned();
                self.problems
                    .add(place, ImportProblem::BeyondPeriod { bulan, nilai, periode });
            }
        }
        let (Some(place), Ok(jumlah)) = (first_one, Amount::new(jumlah)) else {
            // A total of months to come, and none before them, says nothing of the quarter.
            return (total.filter(|_| !sesudah), sesudah);
        };
        let capai = match total {
            // The total holds months after the quarter: their sum up to it is what counts.
            _ if sesudah => (Figure::Angka(jumlah), place),
            Some((Figure::Angka(total), di)) => {
                if total != jumlah {
                    let (total, jumlah) = (total.printed(), jumlah.printed());
                    self.problems.add(di, ImportProblem::TotalDiffers { total, jumlah });
                }
                (Figure::Angka(total), di)
            }
            Some(lain) => lain,
            None => (Figure::Angka(jumlah), place),
        };
        (Some(capai), sesudah)
    }

    /// "Belum terlayani", "selisih" and "%" must be what the figures give; they are not taken.
    fn computed(&mut self, b: &CodedRow<'_>, head: &FormHead, both_figures: &Pair) {
        let (Some((Figure::Angka(target), _)), Some((Figure::Angka(capai), _))) =
            (&both_figures.target, &both_figures.capai)
        else {
            return;
        };
        let (target, capai) = (target.value(), capai.value());
        let seratus = BigRational::from_integer(100.into());
        let mut verify = vec![(Role::Selisih, target - capai, false)];
        // A target of zero gives 0 % in one program and nothing in another.
        if !target.is_zero() {
            verify.push((Role::Percent, capai / target * &seratus, true));
        }
        let toleransi = BigRational::new(1.into(), 100.into());
        for (role, hitung, persen) in verify {
            let Some(kolom) = head.look_up(role, Months::Semua) else { continue };
            let Some(write) = cell::computed(b.isi.get(&kolom).copied()) else {
                continue;
            };
            let dekat = |n: &BigRational| (n - &hitung).abs() <= toleransi;
            // A cell formatted as percent holds the fraction. What is served beyond the target
            // leaves nothing to serve, in some programs.
            let sama = dekat(&write)
                || persen && dekat(&(&write * &seratus))
                || !persen && hitung.is_negative() && write.is_zero();
            if !sama {
                let place = self.sel(b.nomor, kolom);
                let kolom = if persen { "%" } else { "belum/selisih" }.to_owned();
                let (ditulis, dihitung) =
                    (format_decimal_short(&write, 4), format_decimal_short(&hitung, 4));
                let problem = ImportProblem::ComputedDiffers { kolom, ditulis, dihitung };
                self.problems.add(place, problem);
            }
        }
    }

    pub(super) fn penerima(
        &mut self,
        b: &CodedRow<'_>,
        head: &FormHead,
        impor: &mut ImportedLayanan,
    ) {
        let both_figures = self.both_figures(b, head, ("sasaran", "terlayani"));
        self.put(impor, TARGET, |me| me.count_of(both_figures.target, TARGET, true));
        self.put(impor, SERVED, |me| me.count_of(both_figures.capai, SERVED, false));
        if !impor.isi.is_nihil(TARGET) {
            return;
        }
        if let Some(served) = impor.isi.take(SERVED)
            && served.value != Nilai::Bilangan(Amount::from(0))
        {
            let kode = impor.kode.value.clone();
            self.problems.add(served.span, AchievementProblem::NihilWithFigures { kode });
        }
    }

    /// Puts a figure into its field, when the sheet has one.
    fn put(
        &mut self,
        impor: &mut ImportedLayanan,
        key: &'static str,
        read: impl FnOnce(&mut Self) -> Option<Spanned<Nilai>>,
    ) {
        if let Some(value) = read(self) {
            impor.isi.set(key, value);
        }
    }

    /// A count of persons.
    fn count_of(
        &mut self,
        isi: Option<(Figure, Span)>,
        name_key: &str,
        may_be_nihil: bool,
    ) -> Option<Spanned<Nilai>> {
        let (isi, place) = isi?;
        match isi {
            Figure::Nihil if may_be_nihil => Some(Spanned::new(Nilai::Nihil, place)),
            Figure::Angka(n) => {
                // TOML keeps whole numbers up to the largest of 64 bits with a sign.
                let whole_number =
                    n.value().is_integer().then(|| n.value().to_integer().to_i64());
                if let Some(whole_number) = whole_number.flatten() {
                    let n = Amount::from(whole_number.unsigned_abs());
                    return Some(Spanned::new(Nilai::Bilangan(n), place));
                }
                let (key, value) = (name_key.to_owned(), n.printed());
                self.problems.add(place, FileProblem::BadNumber { key, value });
                None
            }
            _ => self.bukan_nihil(place),
        }
    }

    fn bukan_nihil<T>(&mut self, place: Span) -> Option<T> {
        self.pass_over(
            place,
            "nihil",
            "nihil hanya berlaku untuk sasaran; tulis 0 bila memang nol",
            "nihil is for the target population only; write 0 where it is zero",
        );
        None
    }

    fn jumlah(&mut self, isi: Option<(Figure, Span)>) -> Option<Spanned<Nilai>> {
        match isi? {
            (Figure::Angka(n), place) => Some(Spanned::new(Nilai::Bilangan(n), place)),
            (_, place) => self.bukan_nihil(place),
        }
    }

    pub(super) fn anggaran(
        &mut self,
        b: &CodedRow<'_>,
        head: &FormHead,
        impor: &mut ImportedLayanan,
    ) {
        let both_figures = self.both_figures(b, head, ("pagu", "realisasi"));
        self.put(impor, "pagu", |me| me.jumlah(both_figures.target));
        self.put(impor, "realisasi", |me| me.jumlah(both_figures.capai));
    }

    pub(super) fn mutu(
        &mut self,
        b: &CodedRow<'_>,
        head: &FormHead,
        all: &[CodedRow<'_>],
        layanan: &Layanan,
        impor: &mut ImportedLayanan,
    ) {
        let both_figures = self.both_figures(b, head, ("dibutuhkan", "terpenuhi"));
        let dibutuhkan = self.jumlah(both_figures.target);
        let terpenuhi = self.jumlah(both_figures.capai);
        let kolom_nama = head.look_up(Role::Uraian, Months::Semua).unwrap_or(b.kolom);
        let place = self.sel(b.nomor, kolom_nama);
        if dibutuhkan.is_none() && terpenuhi.is_none() {
            // A heading of sub-rows, or an item that nobody filled in.
            return;
        }
        if b.uraian.is_empty() {
            self.problems.add(place, SheetProblem::EmptyCell { key: "nama".to_owned() });
            return;
        }
        let tahun = u16::try_from(self.periode.tahun).unwrap_or_default();
        let list = self.catalog.mutu(&layanan.kode, tahun);
        let induk = all
            .iter()
            .find(|s| {
                !b.kode.anak.is_empty()
                    && s.kode.anak.is_empty()
                    && (s.kode.layanan, s.kode.bagian, s.kode.nomor)
                        == (b.kode.layanan, b.kode.bagian, b.kode.nomor)
            })
            .map(|s| s.uraian.as_str());
        let lengkap =
            induk.map_or_else(|| b.uraian.clone(), |i| format!("{i}: {}", b.uraian));
        let recognised =
            matching::butir(list, &lengkap).or_else(|| matching::butir(list, &b.uraian));
        let nama = recognised.map_or(lengkap, |i| i.nama.clone());
        if recognised.is_none() && !list.is_empty() {
            let near =
                nearest(&nama, list.iter().map(|i| i.nama.as_str())).unwrap_or_default();
            let (kode, item) = (layanan.kode.clone(), nama.clone());
            self.problems.add(place, ImportProblem::UnknownMutu { kode, item, near });
        }
        if let Some(sama) =
            impor.mutu.iter().find(|m| normal(&m.nama.value) == normal(&nama))
        {
            let first = match sama.nama.span {
                Span::Cell { row, column, .. } => cell_name(row, column),
                _ => String::new(),
            };
            self.problems.add(place, ImportProblem::DuplicateMutu { item: nama, first });
            return;
        }
        let satuan = head.look_up(Role::Satuan, Months::Semua).and_then(|kolom| {
            let teks = cell::teks(b.isi.get(&kolom).copied());
            let isi = !teks.is_empty() && teks != "-";
            isi.then(|| Spanned::new(Nilai::Teks(teks), self.sel(b.nomor, kolom)))
        });
        let nama = Spanned::new(nama, place);
        let said =
            [("satuan", satuan), ("dibutuhkan", dibutuhkan), ("terpenuhi", terpenuhi)];
        let isi =
            said.into_iter().filter_map(|(key, value)| Some((key, value?))).collect();
        impor.mutu.push(ImportedMutu { nama, isi });
    }
}
