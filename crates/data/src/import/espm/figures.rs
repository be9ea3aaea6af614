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
    fn angka(
        &mut self,
        b: &CodedRow<'_>,
        kolom: u32,
        kunci: &str,
    ) -> Option<(Figure, Span)> {
        let tempat = self.sel(b.nomor, kolom);
        match cell::angka(b.isi.get(&kolom).copied(), kunci) {
            Ok(Figure::Kosong) => None,
            Ok(Figure::Strip) => {
                self.lewati(
                    tempat,
                    "-",
                    "tanda hubung dianggap belum diisi; tulis 0 atau nihil",
                    "a dash is taken as not filled in; write 0 or nihil",
                );
                None
            }
            Ok(isi) => Some((isi, tempat)),
            Err(problem) => {
                self.problems.add(tempat, problem);
                None
            }
        }
    }

    /// Target and achievement of a row, with what can be checked on it.
    fn dua(&mut self, b: &CodedRow<'_>, kepala: &FormHead, kunci: (&str, &str)) -> Pair {
        let target = kepala
            .cari(Role::Target, Months::Semua)
            .and_then(|kolom| self.angka(b, kolom, kunci.0));
        let total = kepala
            .cari(Role::Capai, Months::Semua)
            .and_then(|kolom| self.angka(b, kolom, kunci.1));
        let (capai, sesudah) = self.menurut_bulan(b, kepala, kunci.1, total);
        let dua = Pair { target, capai };
        // Computed columns count the months after the quarter too.
        if !sesudah {
            self.hitungan(b, kepala, &dua);
        }
        dua
    }

    /// The total where there is one, else the months up to the end of the quarter; and whether
    /// there are figures of months after it.
    fn menurut_bulan(
        &mut self,
        b: &CodedRow<'_>,
        kepala: &FormHead,
        kunci: &str,
        total: Option<(Figure, Span)>,
    ) -> (Option<(Figure, Span)>, bool) {
        let batas = self.periode.triwulan.saturating_mul(3);
        let (mut jumlah, mut pertama, mut sesudah) = (BigRational::zero(), None, false);
        for bulan in 1..=12_u8 {
            let Some(kolom) = kepala.cari(Role::Capai, Months::Bulan(bulan)) else {
                continue;
            };
            let Some((Figure::Angka(n), tempat)) = self.angka(b, kolom, kunci) else {
                continue;
            };
            if bulan <= batas {
                jumlah += n.value();
                pertama = pertama.or(Some(tempat));
            } else if !n.is_zero() {
                sesudah = true;
                let (nilai, periode) = (n.printed(), self.periode.to_string());
                let bulan = nth_month_name(bulan).unwrap_or_default().to_owned();
                self.problems
                    .add(tempat, ImportProblem::BeyondPeriod { bulan, nilai, periode });
            }
        }
        let (Some(tempat), Ok(jumlah)) = (pertama, Amount::new(jumlah)) else {
            // A total of months to come, and none before them, says nothing of the quarter.
            return (total.filter(|_| !sesudah), sesudah);
        };
        let capai = match total {
            // The total holds months after the quarter: their sum up to it is what counts.
            _ if sesudah => (Figure::Angka(jumlah), tempat),
            Some((Figure::Angka(total), di)) => {
                if total != jumlah {
                    let (total, jumlah) = (total.printed(), jumlah.printed());
                    self.problems.add(di, ImportProblem::TotalDiffers { total, jumlah });
                }
                (Figure::Angka(total), di)
            }
            Some(lain) => lain,
            None => (Figure::Angka(jumlah), tempat),
        };
        (Some(capai), sesudah)
    }

    /// "Belum terlayani", "selisih" and "%" must be what the figures give; they are not taken.
    fn hitungan(&mut self, b: &CodedRow<'_>, kepala: &FormHead, dua: &Pair) {
        let (Some((Figure::Angka(target), _)), Some((Figure::Angka(capai), _))) =
            (&dua.target, &dua.capai)
        else {
            return;
        };
        let (target, capai) = (target.value(), capai.value());
        let seratus = BigRational::from_integer(100.into());
        let mut periksa = vec![(Role::Selisih, target - capai, false)];
        // A target of zero gives 0 % in one program and nothing in another.
        if !target.is_zero() {
            periksa.push((Role::Percent, capai / target * &seratus, true));
        }
        let toleransi = BigRational::new(1.into(), 100.into());
        for (peran, hitung, persen) in periksa {
            let Some(kolom) = kepala.cari(peran, Months::Semua) else { continue };
            let Some(tulis) = cell::hitungan(b.isi.get(&kolom).copied()) else {
                continue;
            };
            let dekat = |n: &BigRational| (n - &hitung).abs() <= toleransi;
            // A cell formatted as percent holds the fraction. What is served beyond the target
            // leaves nothing to serve, in some programs.
            let sama = dekat(&tulis)
                || persen && dekat(&(&tulis * &seratus))
                || !persen && hitung.is_negative() && tulis.is_zero();
            if !sama {
                let tempat = self.sel(b.nomor, kolom);
                let kolom = if persen { "%" } else { "belum/selisih" }.to_owned();
                let (ditulis, dihitung) =
                    (format_decimal_short(&tulis, 4), format_decimal_short(&hitung, 4));
                let problem = ImportProblem::ComputedDiffers { kolom, ditulis, dihitung };
                self.problems.add(tempat, problem);
            }
        }
    }

    pub(super) fn penerima(
        &mut self,
        b: &CodedRow<'_>,
        kepala: &FormHead,
        impor: &mut ImportedLayanan,
    ) {
        let dua = self.dua(b, kepala, ("sasaran", "terlayani"));
        self.put(impor, TARGET, |me| me.cacah(dua.target, TARGET, true));
        self.put(impor, SERVED, |me| me.cacah(dua.capai, SERVED, false));
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
    fn cacah(
        &mut self,
        isi: Option<(Figure, Span)>,
        kunci: &str,
        boleh_nihil: bool,
    ) -> Option<Spanned<Nilai>> {
        let (isi, tempat) = isi?;
        match isi {
            Figure::Nihil if boleh_nihil => Some(Spanned::new(Nilai::Nihil, tempat)),
            Figure::Angka(n) => {
                // TOML keeps whole numbers up to the largest of 64 bits with a sign.
                let bulat =
                    n.value().is_integer().then(|| n.value().to_integer().to_i64());
                if let Some(bulat) = bulat.flatten() {
                    let n = Amount::from(bulat.unsigned_abs());
                    return Some(Spanned::new(Nilai::Bilangan(n), tempat));
                }
                let (key, value) = (kunci.to_owned(), n.printed());
                self.problems.add(tempat, FileProblem::BadNumber { key, value });
                None
            }
            _ => self.bukan_nihil(tempat),
        }
    }

    fn bukan_nihil<T>(&mut self, tempat: Span) -> Option<T> {
        self.lewati(
            tempat,
            "nihil",
            "nihil hanya berlaku untuk sasaran; tulis 0 bila memang nol",
            "nihil is for the target population only; write 0 where it is zero",
        );
        None
    }

    fn jumlah(&mut self, isi: Option<(Figure, Span)>) -> Option<Spanned<Nilai>> {
        match isi? {
            (Figure::Angka(n), tempat) => Some(Spanned::new(Nilai::Bilangan(n), tempat)),
            (_, tempat) => self.bukan_nihil(tempat),
        }
    }

    pub(super) fn anggaran(
        &mut self,
        b: &CodedRow<'_>,
        kepala: &FormHead,
        impor: &mut ImportedLayanan,
    ) {
        let dua = self.dua(b, kepala, ("pagu", "realisasi"));
        self.put(impor, "pagu", |me| me.jumlah(dua.target));
        self.put(impor, "realisasi", |me| me.jumlah(dua.capai));
    }

    pub(super) fn mutu(
        &mut self,
        b: &CodedRow<'_>,
        kepala: &FormHead,
        semua: &[CodedRow<'_>],
        layanan: &Layanan,
        impor: &mut ImportedLayanan,
    ) {
        let dua = self.dua(b, kepala, ("dibutuhkan", "terpenuhi"));
        let dibutuhkan = self.jumlah(dua.target);
        let terpenuhi = self.jumlah(dua.capai);
        let kolom_nama = kepala.cari(Role::Uraian, Months::Semua).unwrap_or(b.kolom);
        let tempat = self.sel(b.nomor, kolom_nama);
        if dibutuhkan.is_none() && terpenuhi.is_none() {
            // A heading of sub-rows, or an item that nobody filled in.
            return;
        }
        if b.uraian.is_empty() {
            self.problems.add(tempat, SheetProblem::EmptyCell { key: "nama".to_owned() });
            return;
        }
        let tahun = u16::try_from(self.periode.tahun).unwrap_or_default();
        let daftar = self.catalog.mutu(&layanan.kode, tahun);
        let induk = semua
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
        let dikenal = matching::butir(daftar, &lengkap)
            .or_else(|| matching::butir(daftar, &b.uraian));
        let nama = dikenal.map_or(lengkap, |i| i.nama.clone());
        if dikenal.is_none() && !daftar.is_empty() {
            let near = nearest(&nama, daftar.iter().map(|i| i.nama.as_str()))
                .unwrap_or_default();
            let (kode, item) = (layanan.kode.clone(), nama.clone());
            self.problems.add(tempat, ImportProblem::UnknownMutu { kode, item, near });
        }
        if let Some(sama) =
            impor.mutu.iter().find(|m| normal(&m.nama.value) == normal(&nama))
        {
            let first = match sama.nama.span {
                Span::Cell { row, column, .. } => cell_name(row, column),
                _ => String::new(),
            };
            self.problems.add(tempat, ImportProblem::DuplicateMutu { item: nama, first });
            return;
        }
        let satuan = kepala.cari(Role::Satuan, Months::Semua).and_then(|kolom| {
            let teks = cell::teks(b.isi.get(&kolom).copied());
            let isi = !teks.is_empty() && teks != "-";
            isi.then(|| Spanned::new(Nilai::Teks(teks), self.sel(b.nomor, kolom)))
        });
        let nama = Spanned::new(nama, tempat);
        let said =
            [("satuan", satuan), ("dibutuhkan", dibutuhkan), ("terpenuhi", terpenuhi)];
        let isi =
            said.into_iter().filter_map(|(key, value)| Some((key, value?))).collect();
        impor.mutu.push(ImportedMutu { nama, isi });
    }
}
