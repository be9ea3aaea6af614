//! The rows of one sheet of the form.

use crate::problem::{
    AchievementProblem, FileProblem, ImportProblem, ReferenceProblem, SheetProblem,
};
use std::collections::{BTreeMap, BTreeSet};

use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};

use super::super::nilai::baku;
use super::super::{Dilewati, LayananImpor, MutuImpor, cocok};
use super::kepala::{Kepala, Peran, Waktu};
use super::kode::{Bagian, Kode};
use super::sel::{self, Isi};
use super::{Baris, baris, kode};
use crate::tables::Nilai;
use crate::tables::capaian::{SERVED, TARGET};
use crate::workspace::book::{Cell, Grid};
use bahasa::date::nth_month_name;
use bahasa::format_decimal_short;
use base::diag::{Both, Problems, nearest};
use base::source::{FileId, Span, Spanned, cell_name};
use field::domain::Periode;
use field::spm::catalog::Layanan;
use field::spm::{Catalog, Jumlah, Tingkat};

/// Reads one sheet.
pub(crate) struct Lembar<'a> {
    /// `file!sheet`.
    pub(crate) file: FileId,
    pub(crate) grid: &'a Grid,
    pub(crate) catalog: &'a Catalog,
    pub(crate) tingkat: Tingkat,
    pub(crate) periode: Periode,
    /// What title, sheet name or the OPD say, in that order.
    pub(crate) urusan: Option<String>,
    pub(crate) problems: &'a mut Problems,
    pub(crate) dilewati: &'a mut Vec<Dilewati>,
}

/// A row with a code, under its head.
struct Berkode<'a> {
    nomor: u32,
    kolom: u32,
    kode: Kode,
    isi: Baris<'a>,
    kepala: usize,
    uraian: String,
}

/// The two figures of a row, with their cells.
struct Angka2 {
    target: Option<(Isi, Span)>,
    capai: Option<(Isi, Span)>,
}

impl<'a> Lembar<'a> {
    /// The services of the sheet by the place of their names in the catalog.
    pub(crate) fn baca(mut self) -> Vec<LayananImpor> {
        let mut kepala: Vec<Kepala> = Vec::new();
        let berkode = self.kumpulkan(&mut kepala);
        if kepala.is_empty() {
            let expected =
                "Uraian SPM, Satuan, Jumlah Total Yang Harus Dilayani".to_owned();
            self.problems.add(Span::File(self.file), SheetProblem::NoHeader { expected });
            return Vec::new();
        }
        for k in &kepala {
            for (kolom, pertama, judul) in &k.ganda {
                let (key, first) = (judul.clone(), cell_name(k.awal, *pertama));
                let span = self.sel(k.awal, *kolom);
                self.problems.add(span, SheetProblem::DuplicateColumn { key, first });
            }
        }
        let Some(urusan) = self.urusan_lembar(&berkode) else {
            self.problems.add(Span::File(self.file), ImportProblem::UrusanUnknown {});
            return Vec::new();
        };
        let mut hasil: Vec<(usize, LayananImpor)> = Vec::new();
        let mut dibaca: BTreeMap<(String, Bagian), Span> = BTreeMap::new();
        let mut asing = BTreeSet::new();
        for b in &berkode {
            let Some(layanan) = self.layanan(b, &berkode, &urusan) else { continue };
            let Some(kepala) = kepala.get(b.kepala) else { continue };
            self.kolom_asing(b, kepala, &mut asing);
            let tempat = self.sel(b.nomor, b.kolom);
            if b.kode.bagian != Bagian::B {
                let kunci = (layanan.kode.clone(), b.kode.bagian);
                if let Some(Span::Cell { row, column, .. }) = dibaca.get(&kunci) {
                    let first = cell_name(*row, *column);
                    let kode = layanan.kode.clone();
                    self.problems
                        .add(tempat, ReferenceProblem::DuplicateLayanan { kode, first });
                    continue;
                }
                dibaca.insert(kunci, tempat);
            }
            let urut = self
                .catalog
                .semua_layanan(self.tingkat)
                .iter()
                .position(|l| l.kode == layanan.kode)
                .unwrap_or(usize::MAX);
            let ada = hasil.iter().position(|(_, l)| l.kode.value == layanan.kode);
            let ke = ada.unwrap_or_else(|| {
                let kode = Spanned::new(layanan.kode.clone(), tempat);
                hasil.push((urut, LayananImpor { kode, ..LayananImpor::default() }));
                hasil.len() - 1
            });
            let Some((_, impor)) = hasil.get_mut(ke) else { continue };
            match b.kode.bagian {
                Bagian::A => self.penerima(b, kepala, impor),
                Bagian::B => self.mutu(b, kepala, &berkode, layanan, impor),
                Bagian::C => self.anggaran(b, kepala, impor),
            }
        }
        hasil.sort_by_key(|(urut, _)| *urut);
        hasil.into_iter().map(|(_, l)| l).collect()
    }

    fn sel(&self, row: u32, column: u32) -> Span {
        Span::Cell { file: self.file, row, column }
    }

    fn lewati(&mut self, tempat: Span, isi: &str, id: &'static str, en: &'static str) {
        let (isi, sebab) = (isi.to_owned(), Both::new(id, en));
        self.dilewati.push(Dilewati { tempat, isi, sebab });
    }

    /// The rows with codes; titles are passed over, figures without a code are told.
    fn kumpulkan(&mut self, kepala: &mut Vec<Kepala>) -> Vec<Berkode<'a>> {
        let grid = self.grid;
        let mut semua = Vec::new();
        let mut di_kepala = false;
        for (nomor, isi) in baris(grid) {
            if let Some((kolom, kode)) = kode(&isi) {
                di_kepala = false;
                if kepala.is_empty() {
                    return Vec::new();
                }
                let ini = kepala.last().and_then(|k| k.cari(Peran::Uraian, Waktu::Semua));
                let uraian = sel::teks(ini.and_then(|k| isi.get(&k).copied()));
                let kepala = kepala.len() - 1;
                semua.push(Berkode { nomor, kolom, kode, isi, kepala, uraian });
            } else if di_kepala && kepala.last_mut().is_some_and(|k| k.lanjut(&isi)) {
            } else if let Some(baru) = Kepala::mulai(nomor, &isi) {
                kepala.push(baru);
                di_kepala = true;
            } else if !kepala.is_empty() && !nomor_kolom(&isi) {
                self.tanpa_kode(nomor, &isi);
            }
        }
        semua
    }

    fn tanpa_kode(&mut self, nomor: u32, isi: &Baris<'_>) {
        let teks = isi.values().find_map(|s| match s {
            Cell::Text(teks) => Some(teks.as_str()),
            _ => None,
        });
        let angka = isi.iter().find(|(_, s)| !matches!(s, Cell::Text(_)));
        if let Some((kolom, sel)) = angka {
            let isi = teks.map_or_else(|| sel::tampil(sel), str::to_owned);
            let tempat = self.sel(nomor, *kolom);
            if baku(&isi).starts_with("jumlah") || baku(&isi).starts_with("total") {
                self.lewati(tempat, &isi, "baris jumlah", "a row of sums");
            } else {
                self.lewati(
                    tempat,
                    &isi,
                    "baris tanpa kode seperti 1.A.1",
                    "a row without a code such as 1.A.1",
                );
            }
        }
    }

    /// The urusan of the sheet; where nothing says it, the one all names belong to.
    fn urusan_lembar(&self, berkode: &[Berkode<'_>]) -> Option<String> {
        if let Some(urusan) = &self.urusan {
            return Some(urusan.clone());
        }
        let nama: BTreeSet<&str> = berkode
            .iter()
            .filter(|b| b.kode.bagian != Bagian::B)
            .filter_map(|b| cocok::layanan(self.catalog, self.tingkat, &b.uraian))
            .map(|l| l.urusan.as_str())
            .collect();
        let satu = nama.first().filter(|_| nama.len() == 1)?;
        Some((*satu).to_owned())
    }

    /// The service of a row: its number and its name must not disagree.
    fn layanan(
        &mut self,
        b: &Berkode<'_>,
        semua: &[Berkode<'_>],
        urusan: &str,
    ) -> Option<&'a Layanan> {
        let catalog = self.catalog;
        let (depan, banyak) = cocok::ke(catalog, self.tingkat, urusan, b.kode.layanan);
        let span = self.sel(b.nomor, b.kolom);
        let nomor = sel::teks(b.isi.get(&b.kolom).copied());
        let sebut = |l: &Layanan| format!("{} {}", l.kode, l.nama);
        // Quality items have names of their own.
        let nama = (b.kode.bagian != Bagian::B)
            .then(|| cocok::layanan(catalog, self.tingkat, &b.uraian))
            .flatten();
        // Some programs write one number in front and count the services behind the letter.
        let sebagian: Vec<&Berkode<'_>> =
            semua.iter().filter(|s| s.kode.bagian == b.kode.bagian).collect();
        let di_belakang = b.kode.bagian != Bagian::B
            && sebagian.len() > 1
            && sebagian.iter().all(|s| s.kode.layanan == b.kode.layanan);
        let belakang = cocok::ke(catalog, self.tingkat, urusan, b.kode.nomor).0;
        match (nama, depan) {
            (Some(nama), Some(depan)) if nama.kode == depan.kode => Some(nama),
            (Some(nama), _)
                if di_belakang && belakang.is_some_and(|l| l.kode == nama.kode) =>
            {
                Some(nama)
            }
            (Some(nama), depan) => {
                let menurut_nomor = depan.map_or_else(|| "-".to_owned(), sebut);
                let problem = ImportProblem::NumberNameDisagree {
                    nomor,
                    menurut_nomor,
                    menurut_nama: sebut(nama),
                };
                self.problems.add(span, problem);
                None
            }
            (None, None) => {
                let (urusan, banyak) = (urusan.to_owned(), banyak.to_string());
                self.problems
                    .add(span, ImportProblem::NoSuchNumber { nomor, urusan, banyak });
                None
            }
            (None, Some(depan)) => {
                if b.kode.bagian != Bagian::B {
                    if di_belakang {
                        let kode = depan.kode.clone();
                        self.problems.add(span, ImportProblem::ManyRows { nomor, kode });
                        return None;
                    }
                    let near = cocok::mirip_layanan(catalog, self.tingkat, &b.uraian);
                    let (uraian, layanan) = (b.uraian.clone(), sebut(depan));
                    let problem =
                        ImportProblem::UnknownUraian { nomor, uraian, layanan, near };
                    self.problems.add(span, problem);
                }
                Some(depan)
            }
        }
    }

    /// Columns under an unknown heading that hold figures, each told once.
    fn kolom_asing(
        &mut self,
        b: &Berkode<'_>,
        kepala: &Kepala,
        sudah: &mut BTreeSet<(usize, u32)>,
    ) {
        for (kolom, judul) in &kepala.asing {
            let isi = b.isi.get(kolom).filter(|_| *kolom != b.kolom);
            if isi.is_some() && sudah.insert((b.kepala, *kolom)) {
                let tempat = self.sel(b.nomor, *kolom);
                self.lewati(
                    tempat,
                    judul,
                    "kolom yang tidak dikenal",
                    "a column nobody knows",
                );
            }
        }
    }

    /// One figure; what cannot be taken is reported.
    fn angka(&mut self, b: &Berkode<'_>, kolom: u32, kunci: &str) -> Option<(Isi, Span)> {
        let tempat = self.sel(b.nomor, kolom);
        match sel::angka(b.isi.get(&kolom).copied(), kunci) {
            Ok(Isi::Kosong) => None,
            Ok(Isi::Strip) => {
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
    fn dua(&mut self, b: &Berkode<'_>, kepala: &Kepala, kunci: (&str, &str)) -> Angka2 {
        let target = kepala
            .cari(Peran::Target, Waktu::Semua)
            .and_then(|kolom| self.angka(b, kolom, kunci.0));
        let total = kepala
            .cari(Peran::Capai, Waktu::Semua)
            .and_then(|kolom| self.angka(b, kolom, kunci.1));
        let (capai, sesudah) = self.menurut_bulan(b, kepala, kunci.1, total);
        let dua = Angka2 { target, capai };
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
        b: &Berkode<'_>,
        kepala: &Kepala,
        kunci: &str,
        total: Option<(Isi, Span)>,
    ) -> (Option<(Isi, Span)>, bool) {
        let batas = self.periode.triwulan.saturating_mul(3);
        let (mut jumlah, mut pertama, mut sesudah) = (BigRational::zero(), None, false);
        for bulan in 1..=12_u8 {
            let Some(kolom) = kepala.cari(Peran::Capai, Waktu::Bulan(bulan)) else {
                continue;
            };
            let Some((Isi::Angka(n), tempat)) = self.angka(b, kolom, kunci) else {
                continue;
            };
            if bulan <= batas {
                jumlah += n.nilai();
                pertama = pertama.or(Some(tempat));
            } else if !n.nol() {
                sesudah = true;
                let (nilai, periode) = (n.cetak(), self.periode.to_string());
                let bulan = nth_month_name(bulan).unwrap_or_default().to_owned();
                self.problems
                    .add(tempat, ImportProblem::BeyondPeriod { bulan, nilai, periode });
            }
        }
        let (Some(tempat), Ok(jumlah)) = (pertama, Jumlah::new(jumlah)) else {
            // A total of months to come, and none before them, says nothing of the quarter.
            return (total.filter(|_| !sesudah), sesudah);
        };
        let capai = match total {
            // The total holds months after the quarter: their sum up to it is what counts.
            _ if sesudah => (Isi::Angka(jumlah), tempat),
            Some((Isi::Angka(total), di)) => {
                if total != jumlah {
                    let (total, jumlah) = (total.cetak(), jumlah.cetak());
                    self.problems.add(di, ImportProblem::TotalDiffers { total, jumlah });
                }
                (Isi::Angka(total), di)
            }
            Some(lain) => lain,
            None => (Isi::Angka(jumlah), tempat),
        };
        (Some(capai), sesudah)
    }

    /// "Belum terlayani", "selisih" and "%" must be what the figures give; they are not taken.
    fn hitungan(&mut self, b: &Berkode<'_>, kepala: &Kepala, dua: &Angka2) {
        let (Some((Isi::Angka(target), _)), Some((Isi::Angka(capai), _))) =
            (&dua.target, &dua.capai)
        else {
            return;
        };
        let (target, capai) = (target.nilai(), capai.nilai());
        let seratus = BigRational::from_integer(100.into());
        let mut periksa = vec![(Peran::Selisih, target - capai, false)];
        // A target of zero gives 0 % in one program and nothing in another.
        if !target.is_zero() {
            periksa.push((Peran::Persen, capai / target * &seratus, true));
        }
        let toleransi = BigRational::new(1.into(), 100.into());
        for (peran, hitung, persen) in periksa {
            let Some(kolom) = kepala.cari(peran, Waktu::Semua) else { continue };
            let Some(tulis) = sel::hitungan(b.isi.get(&kolom).copied()) else { continue };
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

    fn penerima(&mut self, b: &Berkode<'_>, kepala: &Kepala, impor: &mut LayananImpor) {
        let dua = self.dua(b, kepala, ("sasaran", "terlayani"));
        self.put(impor, TARGET, |me| me.cacah(dua.target, TARGET, true));
        self.put(impor, SERVED, |me| me.cacah(dua.capai, SERVED, false));
        if !impor.isi.is_nihil(TARGET) {
            return;
        }
        if let Some(served) = impor.isi.take(SERVED)
            && served.value != Nilai::Bilangan(Jumlah::from(0))
        {
            let kode = impor.kode.value.clone();
            self.problems.add(served.span, AchievementProblem::NihilWithFigures { kode });
        }
    }

    /// Puts a figure into its field, when the sheet has one.
    fn put(
        &mut self,
        impor: &mut LayananImpor,
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
        isi: Option<(Isi, Span)>,
        kunci: &str,
        boleh_nihil: bool,
    ) -> Option<Spanned<Nilai>> {
        let (isi, tempat) = isi?;
        match isi {
            Isi::Nihil if boleh_nihil => Some(Spanned::new(Nilai::Nihil, tempat)),
            Isi::Angka(n) => {
                // TOML keeps whole numbers up to the largest of 64 bits with a sign.
                let bulat =
                    n.nilai().is_integer().then(|| n.nilai().to_integer().to_i64());
                if let Some(bulat) = bulat.flatten() {
                    let n = Jumlah::from(bulat.unsigned_abs());
                    return Some(Spanned::new(Nilai::Bilangan(n), tempat));
                }
                let (key, value) = (kunci.to_owned(), n.cetak());
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

    fn jumlah(&mut self, isi: Option<(Isi, Span)>) -> Option<Spanned<Nilai>> {
        match isi? {
            (Isi::Angka(n), tempat) => Some(Spanned::new(Nilai::Bilangan(n), tempat)),
            (_, tempat) => self.bukan_nihil(tempat),
        }
    }

    fn anggaran(&mut self, b: &Berkode<'_>, kepala: &Kepala, impor: &mut LayananImpor) {
        let dua = self.dua(b, kepala, ("pagu", "realisasi"));
        self.put(impor, "pagu", |me| me.jumlah(dua.target));
        self.put(impor, "realisasi", |me| me.jumlah(dua.capai));
    }

    fn mutu(
        &mut self,
        b: &Berkode<'_>,
        kepala: &Kepala,
        semua: &[Berkode<'_>],
        layanan: &Layanan,
        impor: &mut LayananImpor,
    ) {
        let dua = self.dua(b, kepala, ("dibutuhkan", "terpenuhi"));
        let dibutuhkan = self.jumlah(dua.target);
        let terpenuhi = self.jumlah(dua.capai);
        let kolom_nama = kepala.cari(Peran::Uraian, Waktu::Semua).unwrap_or(b.kolom);
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
        let dikenal =
            cocok::butir(daftar, &lengkap).or_else(|| cocok::butir(daftar, &b.uraian));
        let nama = dikenal.map_or(lengkap, |i| i.nama.clone());
        if dikenal.is_none() && !daftar.is_empty() {
            let near = nearest(&nama, daftar.iter().map(|i| i.nama.as_str()))
                .unwrap_or_default();
            let (kode, item) = (layanan.kode.clone(), nama.clone());
            self.problems.add(tempat, ImportProblem::UnknownMutu { kode, item, near });
        }
        if let Some(sama) = impor.mutu.iter().find(|m| baku(&m.nama.value) == baku(&nama))
        {
            let first = match sama.nama.span {
                Span::Cell { row, column, .. } => cell_name(row, column),
                _ => String::new(),
            };
            self.problems.add(tempat, ImportProblem::DuplicateMutu { item: nama, first });
            return;
        }
        let satuan = kepala.cari(Peran::Satuan, Waktu::Semua).and_then(|kolom| {
            let teks = sel::teks(b.isi.get(&kolom).copied());
            let isi = !teks.is_empty() && teks != "-";
            isi.then(|| Spanned::new(Nilai::Teks(teks), self.sel(b.nomor, kolom)))
        });
        let nama = Spanned::new(nama, tempat);
        let said =
            [("satuan", satuan), ("dibutuhkan", dibutuhkan), ("terpenuhi", terpenuhi)];
        let isi =
            said.into_iter().filter_map(|(key, value)| Some((key, value?))).collect();
        impor.mutu.push(MutuImpor { nama, isi });
    }
}

/// "1 2 3 4" or "(1) (2)" under the head.
fn nomor_kolom(isi: &Baris<'_>) -> bool {
    isi.len() > 2
        && isi.values().all(|sel| match sel {
            Cell::Number(n) => n.is_integer() && n.to_integer() <= 99.into(),
            Cell::Text(t) => t
                .trim_matches(['(', ')'])
                .chars()
                .all(|c| c.is_ascii_digit() || "=-+/x".contains(c)),
            _ => false,
        })
}
