//! `naskah import` as people use it: forms made by several programs, changes shown first,
//! files merged, nothing lost.

use std::ops::Deref;
use std::path::Path;

use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};
use serde_json::Value;

use crate::juri::soffice::Soffice;
use crate::kit::{Desk, Ran, expected, root};

const FORMULIR: &str = "tests/impor/espm-kesehatan-2024-tw4.xlsx";
const TOML: &str = "data/capaian/2024-tw4.toml";

/// A folder with an example workspace in `kerja`.
struct Meja(Desk);

impl Deref for Meja {
    type Target = Desk;

    fn deref(&self) -> &Desk {
        &self.0
    }
}

impl Meja {
    fn baru() -> Self {
        Self(Desk::with_example("kutai-timur"))
    }

    /// Without figures of the quarter.
    fn kosong() -> Self {
        let meja = Self::baru();
        // Made-up figures fall below those of other quarters.
        let folder = meja.path("kerja").join("data/capaian");
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                std::fs::remove_file(path).unwrap();
            }
        }
        meja
    }

    #[track_caller]
    fn naskah(&self, args: &[&str], kode: i32) -> Ran {
        self.run(args).code(kode)
    }

    /// The import as JSON; it is written.
    #[track_caller]
    fn impor(&self, berkas: &[&str], kode: i32) -> Value {
        let mut args = vec!["import"];
        args.extend(berkas);
        args.extend(["--into", "kerja", "--ya", "--output", "json"]);
        self.naskah(&args, kode).json()
    }

    fn data(&self) -> String {
        std::fs::read_to_string(self.path("kerja").join(TOML)).unwrap()
    }
}

fn daftar<'a>(nilai: &'a Value, kunci: &str) -> &'a Vec<Value> {
    nilai[kunci].as_array().unwrap()
}

fn kode_masalah(nilai: &Value) -> Vec<&str> {
    daftar(nilai, "problems").iter().map(|p| p["code"].as_str().unwrap()).collect()
}

/// The form of one urusan: a title, a head and rows of section A.
fn formulir(lembar: &mut Worksheet, judul: &str, baris: &[(&str, &str, &str, &str)]) {
    lembar.write(0, 0, judul).unwrap();
    for (kolom, text) in [
        "No",
        "Uraian SPM",
        "Satuan",
        "Jumlah Total Yang Harus Dilayani",
        "Jumlah Yang Terlayani",
    ]
    .iter()
    .enumerate()
    {
        lembar.write(1, u16::try_from(kolom).unwrap(), *text).unwrap();
    }
    for (n, (kode, uraian, sasaran, terlayani)) in baris.iter().enumerate() {
        let n = u32::try_from(n).unwrap() + 2;
        lembar.write(n, 0, *kode).unwrap();
        lembar.write(n, 1, *uraian).unwrap();
        lembar.write(n, 2, "Orang").unwrap();
        for (kolom, nilai) in [(3, sasaran), (4, terlayani)] {
            match nilai.parse::<f64>() {
                Ok(angka) if !nilai.contains('.') => {
                    lembar.write(n, kolom, angka).unwrap()
                }
                _ => lembar.write(n, kolom, *nilai).unwrap(),
            };
        }
    }
}

const JUDUL: &str = "SPM URUSAN KESEHATAN TRIWULAN IV TAHUN 2024";
const IBU: &str = "Pelayanan kesehatan ibu hamil";

#[test]
fn the_form_becomes_the_expected_toml_and_is_read_back() {
    let meja = Meja::kosong();
    std::fs::copy(root().join(FORMULIR), meja.path("formulir.xlsx")).unwrap();
    let hasil = meja.impor(&["formulir.xlsx"], 0);
    assert_eq!(daftar(&hasil, "problems").len(), 0, "{hasil:#}");
    // 12 services with opd and four figures, 138 items with a unit and two figures each.
    assert_eq!(daftar(&hasil, "changes").len(), 12 * 5 + 138 * 3);
    assert_eq!(hasil["skipped"][0]["place"], "formulir.xlsx!Referensi");
    assert_eq!(hasil["files"][0]["new"], true);
    expected("tests/impor/2024-tw4.toml", &meja.data());
    meja.naskah(&["check", "kerja"], 0);
    // The same file again changes nothing and writes nothing.
    let lagi = meja.impor(&["formulir.xlsx"], 0);
    assert_eq!((daftar(&lagi, "changes").len(), daftar(&lagi, "files").len()), (0, 0));
}

#[test]
fn changes_are_shown_and_nothing_is_written_without_consent() {
    let meja = Meja::baru();
    let semula = meja.data();
    let mut buku = Workbook::new();
    formulir(buku.add_worksheet(), JUDUL, &[("1.A.1", IBU, "8.912", "8200")]);
    buku.save(meja.path("a.xlsx")).unwrap();
    let hasil = meja.naskah(&["import", "a.xlsx", "--into", "kerja"], 0);
    assert_eq!(
        hasil.stdout(),
        "Perubahan 2024-tw4: 1\n\n  \
         Tempat            Layanan  Isian      Semula  Menjadi\n  \
         a.xlsx!Sheet1!E3  KES-1    terlayani  8.126   8.200\n\n\
         Belum ada yang ditulis. Untuk menulis, ulangi perintah ini dengan --ya\n"
    );
    assert_eq!(meja.data(), semula);
    for (kali, terlayani) in [("1", "8200"), ("2", "8300")] {
        let mut buku = Workbook::new();
        formulir(buku.add_worksheet(), JUDUL, &[("1.A.1", IBU, "8912", terlayani)]);
        buku.save(meja.path("a.xlsx")).unwrap();
        let sebelum = meja.data();
        let hasil = meja.naskah(&["import", "a.xlsx", "--into", "kerja", "--yes"], 0);
        let cadangan = format!("data/capaian/.cadangan/2024-tw4.toml.{kali}");
        assert!(hasil.stdout().contains(&cadangan), "{}", hasil.stdout());
        let simpan = std::fs::read_to_string(meja.path("kerja").join(cadangan)).unwrap();
        assert_eq!(simpan, sebelum);
    }
    assert_eq!(meja.data(), semula.replacen("terlayani = 8126", "terlayani = 8300", 1));
    // What was kept is no data of the workspace.
    meja.naskah(&["check", "kerja"], 0);
}

#[test]
fn a_csv_with_names_and_quarters() {
    let meja = Meja::kosong();
    let text = "LAPORAN SPM KESEHATAN;;;;;\n\
        No;Jenis Pelayanan;Sasaran;Terlayani TW III;Terlayani TW IV;Keterangan\n\
        ;URUSAN KESEHATAN;;;;\n\
        1;Pelayanan kesehatan ibu hamil;7.412;1.900;3.650;\n\
        2;2. Pelayanan Kesehatan Balita;21.000;5.100;10.400;lengkap\n";
    std::fs::write(meja.path("kesehatan.csv"), text).unwrap();
    let hasil = meja.impor(&["kesehatan.csv"], 0);
    let angka = |kode: &str, field: &str| {
        let cocok = |p: &&Value| p["layanan"] == kode && p["field"] == field;
        daftar(&hasil, "changes").iter().find(cocok).map(|p| p["new"].clone())
    };
    assert_eq!(angka("KES-1", "sasaran").unwrap(), "7412");
    assert_eq!(angka("KES-1", "terlayani").unwrap(), "3650");
    assert_eq!(angka("KES-4", "terlayani").unwrap(), "10400");
    assert_eq!(angka("KES-4", "opd").unwrap(), "dinkes");
    let dilewati: Vec<&str> =
        daftar(&hasil, "skipped").iter().filter_map(|s| s["place"].as_str()).collect();
    assert_eq!(dilewati, ["kesehatan.csv!D2", "kesehatan.csv!F2", "kesehatan.csv!B3"]);
}

/// What an import says of a field, as its JSON has it.
fn angka(hasil: &Value, kode: &str, field: &str) -> Option<String> {
    let cocok = |p: &&Value| p["layanan"] == kode && p["field"] == field;
    let perubahan = daftar(hasil, "changes").iter().find(cocok)?;
    perubahan["new"].as_str().map(str::to_owned)
}

/// Of columns of several years and months that of the quarter is taken, and the others are told.
#[test]
fn columns_of_years_and_months() {
    let meja = Meja::kosong();
    let tulis = |text: &str| std::fs::write(meja.path("t.csv"), text).unwrap();
    let impor = || meja.impor(&["t.csv", "--opd", "dinkes", "--periode", "2024-tw4"], 0);
    tulis(
        "Kode;Sasaran 2023;Sasaran 2024;Terlayani 2023;Terlayani 2024\n\
         KES-1;7000;7412;6000;6931\n",
    );
    let hasil = impor();
    assert_eq!(angka(&hasil, "KES-1", "sasaran").unwrap(), "7412");
    assert_eq!(angka(&hasil, "KES-1", "terlayani").unwrap(), "6931");
    let dilewati: Vec<&str> =
        daftar(&hasil, "skipped").iter().filter_map(|s| s["place"].as_str()).collect();
    assert_eq!(dilewati, ["t.csv!B1", "t.csv!D1"]);
    tulis(
        "Kode;Sasaran;Terlayani s.d. September;Terlayani s.d. Desember\n\
         KES-1;7412;5000;6999\n",
    );
    assert_eq!(angka(&impor(), "KES-1", "terlayani").unwrap(), "6999");
    // The whole beside its months.
    tulis("Kode;Sasaran;Januari;Februari;Terlayani\nKES-1;7412;400;500;7001\n");
    assert_eq!(angka(&impor(), "KES-1", "terlayani").unwrap(), "7001");
}

/// "Belum terlayani" and "persen" are held against the figures of their row.
#[test]
fn computed_columns_of_a_table_are_checked() {
    let meja = Meja::kosong();
    let text = "Kode;Sasaran;Terlayani;Belum Terlayani;Persen\n\
        KES-1;7412;6931;481;93,51\n\
        KES-2;1200;1100;10;19,67\n\
        KES-3;100;110;0;110%\n";
    std::fs::write(meja.path("t.csv"), text).unwrap();
    let hasil = meja.impor(&["t.csv", "--opd", "dinkes", "--periode", "2024-tw4"], 0);
    let masalah: Vec<(&str, &str)> = daftar(&hasil, "problems")
        .iter()
        .map(|p| (p["code"].as_str().unwrap(), p["cell"].as_str().unwrap_or_default()))
        .filter(|(kode, _)| *kode == "NSK0695")
        .collect();
    assert_eq!(masalah, [("NSK0695", "D3"), ("NSK0695", "E3")]);
    assert_eq!(angka(&hasil, "KES-2", "terlayani").unwrap(), "1100");
}

/// A sheet of items without codes: by the service's name, or by an item that only one has.
#[test]
fn items_without_a_code() {
    for kepala in [("No", "1"), ("Jenis Pelayanan", "Pelayanan kesehatan ibu hamil")] {
        let meja = Meja::kosong();
        std::fs::write(
            meja.path("t.csv"),
            "Kode;Sasaran;Terlayani\nKES-1;7412;6931\nKES-6;300;200\n",
        )
        .unwrap();
        let text = format!(
            "{};Butir mutu;Dibutuhkan;Terpenuhi\n\
             {};Tablet tambah darah;667080;640100\n",
            kepala.0, kepala.1
        );
        std::fs::write(meja.path("t-mutu.csv"), text).unwrap();
        let hasil = meja.impor(&["t.csv", "--opd", "dinkes", "--periode", "2024-tw4"], 0);
        assert_eq!(angka(&hasil, "KES-1", "terpenuhi").as_deref(), Some("640100"));
    }
}

/// More changes than a screen holds are in a file, one row each, and the screen says where.
#[test]
fn many_changes_are_written_to_a_report() {
    let meja = Meja::kosong();
    std::fs::copy(root().join(FORMULIR), meja.path("formulir.xlsx")).unwrap();
    let hasil = meja.naskah(&["import", "formulir.xlsx", "--into", "kerja"], 0);
    let berkas = "laporan-impor/2024-tw4.csv";
    let kata = format!("Setiap perubahan ada dalam {berkas}");
    assert!(hasil.stdout().contains(&kata), "{}", hasil.stdout());
    assert!(hasil.stdout().contains("Layanan  Baru"), "{}", hasil.stdout());
    let laporan = std::fs::read_to_string(meja.path("kerja").join(berkas)).unwrap();
    let baris: Vec<&str> = laporan.trim_start_matches('\u{feff}').lines().collect();
    assert!(baris[0].starts_with("opd") && baris[0].contains("menjadi"), "{}", baris[0]);
    assert_eq!(baris.len(), 1 + 12 * 5 + 138 * 3);
    assert!(baris[1..].iter().all(|b| b.starts_with("dinkes")), "{}", baris[1]);
    // Nothing but the list was written.
    assert!(!meja.path("kerja").join(TOML).exists());
}

#[test]
fn several_urusan_and_formulas_with_results() {
    let meja = Meja::kosong();
    let mut buku = Workbook::new();
    formulir(buku.add_worksheet(), JUDUL, &[("1.A.1", "Ibu hamil", "1.234,0", "1000")]);
    let lembar = buku.add_worksheet();
    lembar.set_name("Sosial").unwrap();
    formulir(
        lembar,
        "Triwulan IV",
        &[("1.A.1", "", "nihil", "0"), ("2.A.1", "", "40", "-")],
    );
    lembar.write_formula(4, 4, Formula::new("=20+2").set_result("22")).unwrap();
    lembar.write(4, 0, "3.A.1").unwrap();
    lembar.write(4, 3, 30).unwrap();
    let lembar = buku.add_worksheet();
    lembar.set_name("Catatan").unwrap();
    lembar.write(0, 0, "tanpa kode").unwrap();
    lembar.merge_range(2, 0, 3, 1, "gabung", &Format::new()).unwrap();
    buku.save(meja.path("a.xlsx")).unwrap();
    let hasil = meja.impor(&["a.xlsx"], 0);
    let angka = |kode: &str, field: &str| {
        let cocok = |p: &&Value| p["layanan"] == kode && p["field"] == field;
        daftar(&hasil, "changes").iter().find(cocok).map(|p| p["new"].clone())
    };
    assert_eq!(angka("KES-1", "sasaran").unwrap(), "1234");
    assert_eq!(angka("SOS-1", "sasaran").unwrap(), "nihil");
    assert_eq!(angka("SOS-1", "terlayani"), None);
    assert_eq!(angka("SOS-2", "terlayani"), None);
    assert_eq!(angka("SOS-3", "terlayani").unwrap(), "22");
    let lewat: Vec<&str> =
        daftar(&hasil, "skipped").iter().map(|d| d["place"].as_str().unwrap()).collect();
    assert_eq!(lewat, ["a.xlsx!Catatan", "a.xlsx!Sosial!E4"]);
    // No name was written: the numbers were used, and that is said.
    assert_eq!(kode_masalah(&hasil), ["NSK0697"; 3]);
    assert!(meja.data().contains("kode = \"SOS-1\"\nopd = \"dinsos\"\nnihil = true\n"));
}

#[test]
fn one_broken_file_of_a_folder_does_not_stop_the_others() {
    let meja = Meja::baru();
    std::fs::create_dir(meja.path("kiriman")).unwrap();
    let mut buku = Workbook::new();
    formulir(buku.add_worksheet(), JUDUL, &[("1.A.1", IBU, "8912", "8300")]);
    buku.save(meja.path("kiriman/a.xlsx")).unwrap();
    let mut buku = Workbook::new();
    formulir(buku.add_worksheet(), JUDUL, &[("2.A.1", IBU, "1", "1")]);
    buku.save(meja.path("kiriman/b.xlsx")).unwrap();
    std::fs::write(meja.path("kiriman/c.xlsx"), "bukan buku").unwrap();
    std::fs::write(meja.path("kiriman/~$a.xlsx"), "kunci").unwrap();
    let hasil = meja.impor(&["kiriman"], 1);
    let sah: Vec<bool> =
        daftar(&hasil, "inputs").iter().map(|m| m["ok"].as_bool().unwrap()).collect();
    assert_eq!(sah, [true, false, false]);
    assert_eq!(kode_masalah(&hasil), ["NSK0684", "NSK0118"]);
    assert!(meja.data().contains("terlayani = 8300"));
}

/// "Kinerja" and "Keuangan" over Target and Realisasi; figures that may be shares are no rupiah.
#[test]
fn a_head_of_two_rows_with_groups() {
    let impor = |uang: [f64; 2]| {
        let meja = Meja::kosong();
        let mut buku = Workbook::new();
        let lembar = buku.add_worksheet();
        let biasa = Format::new();
        lembar.merge_range(0, 0, 1, 0, "Layanan", &biasa).unwrap();
        lembar.merge_range(0, 1, 0, 2, "Kinerja", &biasa).unwrap();
        lembar.merge_range(0, 3, 0, 4, "Keuangan (Rp)", &biasa).unwrap();
        lembar.write_row(1, 1, ["Target", "Realisasi", "Target", "Realisasi"]).unwrap();
        lembar.write(2, 0, "Pelayanan kesehatan balita").unwrap();
        lembar.write_row(2, 1, [1200.0, 500.0, uang[0], uang[1]]).unwrap();
        buku.save(meja.path("t.xlsx")).unwrap();
        meja.impor(&["t.xlsx", "--opd", "dinkes", "--periode", "2024-tw2"], 0)
    };
    let hasil = impor([50_000_000.0, 20_000_000.0]);
    let nilai = |hasil: &Value| {
        let isian = ["sasaran", "terlayani", "pagu", "realisasi"];
        isian.map(|f| angka(hasil, "KES-4", f).unwrap_or_default())
    };
    assert_eq!(nilai(&hasil), ["1200", "500", "50000000", "20000000"]);
    let hasil = impor([100.0, 43.5]);
    assert_eq!(nilai(&hasil), ["1200", "500", "", ""]);
    assert_eq!(daftar(&hasil, "skipped").len(), 2);
}

#[test]
fn a_table_with_a_head_row_is_imported() {
    let meja = Meja::baru();
    let mut buku = Workbook::new();
    let lembar = buku.add_worksheet();
    for (n, baris) in [
        ["Kode Layanan", "Jumlah Sasaran", "Terlayani", "Kendala", "Warna"],
        ["KES-2", "8507", "8100", "Satu | Dua", "merah"],
        ["Pelayanan kesehatan balita", "35900", "", "", ""],
    ]
    .iter()
    .enumerate()
    {
        lembar.write_row(u32::try_from(n).unwrap(), 0, *baris).unwrap();
    }
    buku.save(meja.path("t.xlsx")).unwrap();
    let hasil = meja.impor(&["t.xlsx", "--opd", "dinkes", "--periode", "2024-tw4"], 0);
    let ubah: Vec<(&str, &str, &str)> = daftar(&hasil, "changes")
        .iter()
        .map(|p| {
            let text = |k: &str| p[k].as_str().unwrap_or("…");
            (text("layanan"), text("field"), text("new"))
        })
        .collect();
    assert_eq!(
        ubah,
        [
            ("KES-2", "terlayani", "8100"),
            ("KES-2", "permasalahan", "…"),
            ("KES-4", "sasaran", "35900"),
        ]
    );
    assert_eq!(hasil["skipped"][0]["text"], "Warna");
    assert!(meja.data().contains("permasalahan = [\n    \"Satu\",\n    \"Dua\",\n]"));
}

#[test]
fn exit_codes() {
    let meja = Meja::baru();
    meja.naskah(&["import"], 2);
    meja.naskah(&["import", "tidak-ada.xlsx", "--into", "kerja"], 3);
    meja.naskah(&["import", "tidak-ada.xlsx", "--into", "bukan-folder"], 1);
    std::fs::create_dir(meja.path("hampa")).unwrap();
    meja.naskah(&["import", "hampa", "--into", "kerja"], 1);
}

#[test]
#[cfg_attr(not(juri_calc), ignore = "LibreOffice Calc is missing: tests/juri/pasang")]
fn libreoffice_says_the_same_as_ods_and_from_xls() {
    let (meja, calc) = (Meja::kosong(), Soffice::calc());
    let ubah = |dari: &Path, ke: &str, folder: &str| {
        calc.convert(ke, &[dari], &meja.path(folder)).remove(0)
    };
    let asal = root().join(FORMULIR);
    let ods = ubah(&asal, "ods", "satu");
    let xls = ubah(&asal, "xls", "dua");
    let xlsx = ubah(&xls, "xlsx", "tiga");
    let diharapkan =
        std::fs::read_to_string(root().join("tests/impor/2024-tw4.toml")).unwrap();
    for berkas in [ods, xlsx] {
        let nama =
            berkas.strip_prefix(meja.folder()).unwrap().to_str().unwrap().to_owned();
        let hasil = meja.impor(&[&nama], 0);
        assert_eq!(daftar(&hasil, "problems").len(), 0, "{nama}: {hasil:#}");
        let tanpa_asal = |t: &str| t.lines().skip(2).collect::<Vec<_>>().join("\n");
        assert_eq!(tanpa_asal(&meja.data()), tanpa_asal(&diharapkan), "{nama}");
        std::fs::remove_file(meja.path("kerja").join(TOML)).unwrap();
    }
    // The old kind itself is refused with what to do.
    let nama = xls.strip_prefix(meja.folder()).unwrap().to_str().unwrap();
    assert_eq!(kode_masalah(&meja.impor(&[nama], 1)), ["NSK0133"]);
}

/// Heads that name a measure: a share or a thousandth fills no figure, "(Rp)" makes spending
/// sure, and what is passed over is told with its cell and why.
#[test]
fn a_column_is_read_for_sure_or_told_with_its_reason() {
    let meja = Meja::kosong();
    let mut buku = Workbook::new();
    let lembar = buku.add_worksheet();
    let (atas, tengah) = (
        ["Jenis Layanan", "Target Tahun", "Capaian TW I", "Terlayani (%)"],
        Format::new(),
    );
    for (kolom, judul) in (0..).zip(atas) {
        lembar.merge_range(0, kolom, 1, kolom, judul, &tengah).unwrap();
    }
    lembar.merge_range(0, 4, 0, 5, "Realisasi", &tengah).unwrap();
    lembar.write(1, 4, "Fisik").unwrap();
    lembar.write(1, 5, "Keuangan (Rp)").unwrap();
    lembar.merge_range(0, 6, 1, 6, "Pagu Anggaran (Rp)", &tengah).unwrap();
    lembar.merge_range(0, 7, 1, 7, "Pagu Perubahan (juta)", &tengah).unwrap();
    lembar.write(2, 0, "Pelayanan Kesehatan Ibu Hamil").unwrap();
    for (kolom, angka) in
        (1..).zip([7412.0, 25.7, 25.63, 40.0, 312_500_000.0, 1_250_000_000.0, 1300.0])
    {
        lembar.write(2, kolom, angka).unwrap();
    }
    buku.save(meja.path("2025-tw1.xlsx")).unwrap();
    let plan = meja
        .naskah(
            &[
                "import",
                "2025-tw1.xlsx",
                "--into",
                "kerja",
                "--periode",
                "2025-tw1",
                "--output",
                "json",
            ],
            0,
        )
        .json();
    let berubah: Vec<(&str, &str)> = daftar(&plan, "changes")
        .iter()
        .map(|c| (c["field"].as_str().unwrap(), c["new"].as_str().unwrap()))
        .filter(|(field, _)| *field != "opd")
        .collect();
    assert_eq!(
        berubah,
        [("sasaran", "7412"), ("pagu", "1250000000"), ("realisasi", "312500000")]
    );
    let mut dilewati: Vec<(&str, &str)> = daftar(&plan, "skipped")
        .iter()
        .map(|s| (s["text"].as_str().unwrap(), s["reason"].as_str().unwrap()))
        .collect();
    dilewati.sort_unstable();
    let judul: Vec<&str> = dilewati.iter().map(|(judul, _)| *judul).collect();
    let semua =
        ["Capaian TW I", "Pagu Perubahan (juta)", "Realisasi Fisik", "Terlayani (%)"];
    assert_eq!(judul, semua);
    assert!(dilewati.iter().all(|(_, why)| !why.is_empty()), "{dilewati:?}");
}
