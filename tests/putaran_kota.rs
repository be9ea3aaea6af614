//! Many mistakes at once in a workspace of mixed files, as an office has it: TOML, CSV and sheets.
//! Each is told at its cell, once, and all in two runs of `check`.

use std::collections::BTreeMap;

use rust_xlsxwriter::Workbook;

use crate::kit::Desk;
use crate::kit::planted::{Place, Planted, plant, told};

/// The texts of the workspace without mistakes.
const TEXTS: [(&str, &str); 11] = [
    (
        "naskah.toml",
        r#"[daerah]
nama = "Palopo"
jenis = "kota"
ibu_kota = "Palopo"
provinsi = "Sulawesi Selatan"
zona_waktu = "wita"

[instansi]
nama = "Sekretariat Daerah"
unit = "Bagian Pemerintahan"
alamat = "Jalan Contoh Nomor 21, Palopo"

[periode]
tahun = 2025
triwulan = 3

[profil]
kertas = "f4-215"

[nomor]
deret = "klas"

[dokumen]
status = "draf"
"#,
    ),
    (
        "data/pejabat.csv",
        r"id;nama;nip;golongan;jabatan;kedudukan;status;dari;sampai
walikota;Hj. Nurhayati Contoh, S.E.;;;Wali Kota;kepala-daerah;;;
sekda;Drs. Andi Rahman Contoh, M.Si.;19690214 199403 1 007;IV/d;Sekretaris Daerah;sekda;;02/01/2023;
kabag;Sitti Aminah Contoh, S.STP.;19830519 200112 2 001;IV/a;Kepala Bagian Pemerintahan;;;;
kadinkes;dr. Irma Contoh, M.Kes.;19740830 200312 2 004;IV/c;Kepala Dinas Kesehatan;;;;
kadisdik;Muhammad Yunus Contoh, S.Pd.;19710111 199702 1 003;IV/b;Kepala Dinas Pendidikan;;plt;1 Maret 2025;
kasatpol;Ruslan Contoh, S.Sos.;19700605 199503 1 002;IV/b;Kepala Satuan Polisi Pamong Praja;;;;
",
    ),
    (
        "data/rakor.toml",
        r#"[rakor]
nama = "Rapat Koordinasi Penerapan SPM Triwulan III Tahun 2025"
singkat = "Rakor SPM TW III"
tanggal = 2025-10-14
tempat = "Ruang Pola Kantor Wali Kota Palopo"
penyelenggara = "Bagian Pemerintahan"
narahubung = "Sitti Aminah, 081200001111"
tujuan = ["menyamakan data capaian"]

[[sesi]]
id = "pembukaan"
nama = "Pembukaan"
mulai = "08.30"

  [[sesi.acara]]
  nama = "Registrasi"
  durasi = 30
  oleh = "Panitia"

  [[sesi.acara]]
  nama = "Sambutan"
  durasi = 20
  oleh = "Wali Kota Palopo"

[[sesi]]
id = "paparan"
nama = "Paparan"
mulai = "10.00"

  [[sesi.acara]]
  nama = "Kebijakan SPM"
  durasi = 60
  narasumber = "farid"

  [[sesi.acara]]
  nama = "Diskusi"
  mulai = "11.00"
  selesai = "12.00"

[[narasumber]]
id = "farid"
nama = "Farid Contoh"
jabatan = "Kepala Biro Pemerintahan"
instansi = "Sekretariat Daerah Provinsi Sulawesi Selatan"

[[panitia]]
nama = "Sitti Aminah Contoh"
gelar_belakang = ["S.STP."]
jabatan = "Kepala Bagian Pemerintahan"
peran = "Ketua"
nip = "19830519 200112 2 001"

[[biaya]]
uraian = "Konsumsi"
volume = 60
satuan = "orang"
harga = 55_000
"#,
    ),
    (
        "data/undangan.csv",
        r"id,Kepada Yth,opd,jumlah,keterangan
dinkes,Kepala Dinas Kesehatan,dinkes,2,dengan operator e-SPM
disdik,Kepala Dinas Pendidikan,disdik,2,
satpolpp,Kepala Satuan Polisi Pamong Praja,satpolpp,1,
dinsos,Kepala Dinas Sosial,dinsos,1,
",
    ),
    (
        "data/surat.toml",
        r#"[undangan]
nomor = "{klas}/{urut:03}/{unit}"
klas = "100.1.2"
unit = "PEM"
urut = 512
tanggal = 2025-10-06
hal = "Undangan Rapat Koordinasi SPM Triwulan III"
penanda_tangan = "sekda"

[surat-tugas]
nomor = "{klas}/{urut:03}/{unit}"
klas = "000.1.2.3"
unit = "PEM"
urut = 40
tanggal = 2025-10-09
penanda_tangan = "sekda"
untuk = ["melaksanakan tugas kepanitiaan rapat koordinasi"]

[surat-evaluasi]
nomor = "{klas}/{urut:03}/{unit}"
klas = "100.1.2"
unit = "PEM"
urut = 560
tanggal = 2025-10-21
tenggat = 2025-10-31
hal = "Hasil Evaluasi Capaian SPM Triwulan III Tahun 2025"
penanda_tangan = "sekda"
tembusan = ["Wali Kota Palopo"]

[notula]
penanda_tangan = "kabag"

[berita-acara]
nomor = "{klas}/{urut:03}/{unit}"
klas = "100.1.2"
unit = "PEM"
urut = 540
penanda_tangan = "sekda"

[rekap-capaian]
tanggal = 2025-10-21
penanda_tangan = "kabag"

[sertifikat]
nomor = "{klas}/{urut:03}/{unit}/{tahun}"
klas = "000.9.10"
unit = "PEM"
urut = 1
penanda_tangan = "sekda"

[laporan-rakor]
tanggal = 2025-10-17
penanda_tangan = "kabag"

[kwitansi]
tanggal = 2025-10-14
penanda_tangan = "kabag"
"#,
    ),
    (
        "data/capaian/2025-tw2.csv",
        r"Kode Layanan;Perangkat Daerah;Sasaran;Terlayani;Pagu;Realisasi
KES-1;dinkes;3.214;1.610;1.250.000.000;610.000.000
KES-2;dinkes;3.060;1.500;900.000.000;400.000.000
KES-9;dinkes;2.845;1.422;150.000.000;70.000.000
PEND-1;disdik;5.980;5.100;4.200.000.000;2.000.000.000
PEND-2;disdik;27.450;26.900;11.700.000.000;5.600.000.000
TR-1;satpolpp;120;60;800.000.000;395.000.000
SOS-1;dinsos;45;21;210.000.000;100.000.000
SOS-3;dinsos;38;20;180.000.000;88.000.000
",
    ),
    (
        "data/hasil.toml",
        r#"keputusan = ["Data sasaran dipadankan sampai dengan akhir Oktober 2025."]

[notula]
ketua = "Sitti Aminah Contoh, S.STP."
mulai = "09.00"
selesai = "12.10"
pembukaan = ["Rapat dibuka oleh Wali Kota Palopo."]

[[pembahasan]]
topik = "Capaian Triwulan III"
penyampai = "Kepala Dinas Kesehatan"
uraian = ["Capaian dipaparkan."]

[[kesepakatan]]
isi = "Memadankan data sasaran ibu hamil"
opd = "dinkes"
tenggat = 2025-10-31

[[kesepakatan]]
isi = "Melengkapi data dukung"
opd = "disdik"
tenggat = 2025-11-14

[[penandatangan]]
nama = "Irma Contoh"
gelar_depan = "dr."
gelar_belakang = ["M.Kes."]
jabatan = "Kepala Dinas Kesehatan"
nip = "19740830 200312 2 004"
"#,
    ),
    (
        "data/libur.csv",
        r"tanggal;nama;jenis
05/09/2025;Maulid Nabi Muhammad;libur
26-12-2025;Cuti bersama Natal;cuti-bersama
",
    ),
    (
        "data/honor.csv",
        r"nama;tugas;jumlah;tanggal
Budi Contoh;Pembawa acara;750.000;14/10/2025
Rina Contoh;Moderator;1.250.000;14 Oktober 2025
",
    ),
    (
        "templates/kwitansi/template.toml",
        r#"judul = "Daftar honor"
keterangan = "Daftar penerima honor."
bentuk = "lembar"
per = "daerah"
perlu = ["rakor", "honor"]
"#,
    ),
    (
        "templates/kwitansi/isi.md",
        r#"# Daftar Honor {{ rakor.nama }}

| Nama | Tugas | Jumlah | Tanggal |
|:--|:--|--:|:--|
{% for b in daftar.honor %}
| {{ b.nama }} | {{ b.tugas }} | {{ b.jumlah | rupiah }} | {{ b.tanggal | tanggal }} |
{% endfor %}

Jumlah {{ daftar.honor | length }} orang di {{ daerah.nama }}.

:::tanda-tangan {pejabat="kabag"}
:::
"#,
    ),
];

/// A sheet: file, name, and its rows with cells between tabs.
type Sheet = (&'static str, &'static str, &'static str);

/// The sheets of the workspace without mistakes.
const SHEETS: [Sheet; 4] = [
    (
        "data/opd.xlsx",
        "opd",
        "DAFTAR PERANGKAT DAERAH\n\
         \n\
         No\tID\tNama Perangkat Daerah\tSingkatan\tKepala\tUrusan\n\
         1\tdinkes\tDinas Kesehatan\tDinkes\tkadinkes\tkesehatan\n\
         2\tdisdik\tDinas Pendidikan\tDisdik\tkadisdik\tpendidikan\n\
         3\tsatpolpp\tSatuan Polisi Pamong Praja\tSatpol PP\tkasatpol\ttrantibumlinmas\n\
         4\tdinsos\tDinas Sosial\tDinsos\t\tsosial",
    ),
    (
        "data/peserta.xlsx",
        "Sheet1",
        "Timestamp\tNama Lengkap (beserta gelar)\tNIP\tJabatan\tInstansi/Unit Kerja\tL/P\tNo. HP/WA\tKehadiran\n\
         10/7/2025\tHj. Andi Tenri Contoh, S.K.M.\t19850412 201001 2 005\tKepala Bidang\tDinas Kesehatan\tP\t081311112222\tHadir\n\
         10/7/2025\tSyamsul Contoh, S.Pd.\t19800917 200604 1 003\tKepala Bidang\tDinas Pendidikan\tL\t081322223333\tHadir\n\
         10/7/2025\tJufri Contoh\t-\tOperator\tSatuan Polisi Pamong Praja\tL\t081333334444\tHadir\n\
         10/8/2025\tRosdiana Contoh, S.Sos.\t19880301 201101 2 002\tPenyuluh\tDinas Sosial\tP\t081344445555\tZoom",
    ),
    (
        "data/capaian/2025-tw3.xlsx",
        "capaian",
        "CAPAIAN SPM KOTA PALOPO TRIWULAN III TAHUN 2025\n\
         \n\
         Kode\tOPD\tJumlah Yang Harus Dilayani\tJumlah Yang Terlayani\tPagu\tRealisasi\tPermasalahan\tTindak Lanjut\n\
         KES-1\tdinkes\t3214\t2390\t1250000000\t890000000\tIbu hamil pindah domisili\tMemadankan data\n\
         KES-2\tdinkes\t3060\t2281\t900000000\t655000000\t\t\n\
         KES-9\tdinkes\t2845\t2130\t150000000\t110000000\tnihil\t\n\
         PEND-1\tdisdik\t5980\t5410\t4200000000\t3100000000\tData belum padan\tMemverifikasi data\n\
         PEND-2\tdisdik\t27450\t27100\t11700000000\t8400000000\t\t\n\
         TR-1\tsatpolpp\t120\t91\t800000000\t590000000\t\t\n\
         SOS-1\tdinsos\t45\t33\t210000000\t150000000\tAlat bantu kurang\tMengusulkan tambahan\n\
         SOS-3\tdinsos\t38\t29\t180000000\t133000000\t\t",
    ),
    (
        "data/capaian/2025-tw3.xlsx",
        "mutu",
        "Kode\tNama\tSatuan\tDibutuhkan\tTerpenuhi\n\
         PEND-1\tBuku gambar\tBuku\t11960\t10100\n\
         PEND-1\tAlat mewarnai\tPaket\t5980\t5000",
    ),
];

const MISTAKES: [Planted; 47] = [
    ("naskah.toml", "\"f4-215\"", "\"F4\"", "NSK0824"),
    ("naskah.toml", "jenis = \"kota\"", "jenis = \"kab\"", "NSK0109"),
    ("naskah.toml", "status = \"draf\"", "status = \"Draft\"", "NSK0109"),
    ("data/pejabat.csv", "19690214 199403 1 007", "19690230 199403 1 007", "NSK0402"),
    ("data/pejabat.csv", "1 Maret 2025", "31 April 2025", "NSK0110"),
    ("data/pejabat.csv", "2 001;IV/a", "2 001;IV/f", "NSK0403"),
    (
        "data/rakor.toml",
        "singkat = \"Rakor SPM TW III\"",
        "sampai = 2025-10-13",
        "NSK0307",
    ),
    ("data/rakor.toml", "durasi = 60", "durasi = \"satu jam\"", "NSK0112"),
    ("data/rakor.toml", "selesai = \"12.00\"", "selesai = \"10.30\"", "NSK0301"),
    (
        "data/rakor.toml",
        "nip = \"19830519 200112 2 001\"",
        "nip = \"19830519 200112 1 001\"",
        "NSK0395",
    ),
    ("data/rakor.toml", "volume = 60", "volume = -60", "NSK0113"),
    ("data/rakor.toml", "harga = 55_000", "harga = \"55.00O\"", "NSK0112"),
    ("data/undangan.csv", "disdik,2,", "disdik,dua,", "NSK0112"),
    ("data/undangan.csv", ",Kepala Satuan Polisi Pamong Praja,", ",,", "NSK0107"),
    ("data/undangan.csv", ",dinsos,1", ",dinsoss,1", "NSK0201"),
    ("data/surat.toml", "tanggal = 2025-10-06", "tanggal = 2025-10-16", "NSK0350"),
    ("data/surat.toml", "tenggat = 2025-10-31", "tenggat = 2025-11-02", "NSK0357"),
    ("data/hasil.toml", "tenggat = 2025-11-14", "tenggat = \"31-11-2025\"", "NSK0110"),
    ("data/hasil.toml", "19740830 200312 2 004", "19740830 20031 2 004", "NSK0401"),
    ("data/libur.csv", "26-12-2025", "26-13-2025", "NSK0110"),
    ("data/honor.csv", "1.250.000", "1.25O.000", "NSK0620"),
    ("data/opd.xlsx", "opd!D3", "", "NSK0158"),
    ("data/opd.xlsx", "opd!F4", "kesehtan", "NSK0201"),
    ("data/opd.xlsx", "opd!E5", "kadisdikk", "NSK0201"),
    ("data/opd.xlsx", "opd!B7", "Dinas Sosial", "NSK0203"),
    ("data/peserta.xlsx", "Sheet1!C2", "#198504122010012005", "NSK0127"),
    ("data/peserta.xlsx", "Sheet1!D1", "", "NSK0158"),
    ("data/peserta.xlsx", "Sheet1!F3", "X", "NSK0109"),
    ("data/peserta.xlsx", "Sheet1!B4", "Jufri Contoh / Amir Contoh", "NSK0412"),
    ("data/peserta.xlsx", "Sheet1!B5", "RosdianaÂ Contoh, S.Sos.", "NSK0142"),
    ("data/capaian/2025-tw3.xlsx", "capaian!C4", "3214 orang", "NSK0112"),
    ("data/capaian/2025-tw3.xlsx", "capaian!D5", "2,281", "NSK0135"),
    ("data/capaian/2025-tw3.xlsx", "capaian!D6", "1420", "NSK0751"),
    ("data/capaian/2025-tw3.xlsx", "capaian!E8", "Rp 11,7 M", "NSK0112"),
    ("data/capaian/2025-tw3.xlsx", "capaian!B9", "satpol", "NSK0201"),
    ("data/capaian/2025-tw3.xlsx", "capaian!A10", "SOS-9", "NSK0204"),
    ("data/capaian/2025-tw3.xlsx", "capaian!D11", "92", "NSK0501"),
    ("data/capaian/2025-tw3.xlsx", "mutu!B2", "Buku gambr", "NSK0509"),
    ("data/capaian/2025-tw3.xlsx", "mutu!A3", "PEND-11", "NSK0130"),
    ("data/capaian/2025-tw2.csv", "3.214;", "3.214,5;", "NSK0108"),
    ("data/capaian/2025-tw2.csv", "KES-2;", "KES-21;", "NSK0204"),
    ("data/capaian/2025-tw2.csv", "150.000.000;70", "60.000.000;70", "NSK0669"),
    ("templates/kwitansi/template.toml", "\"honor\"", "\"daftar.honor\"", "NSK0619"),
    ("templates/kwitansi/isi.md", "b.tugas", "b.tugass", "NSK0603"),
    ("templates/kwitansi/isi.md", "tanggal | tanggal", "tanggal | tanggall", "NSK0604"),
    ("templates/kwitansi/isi.md", "{{ daerah.nama }}", "{ daerah.nama }", "NSK0625"),
    ("templates/kwitansi/isi.md", "pejabat=\"kabag\"", "pejabat=\"kabagg\"", "NSK0201"),
];

/// Writes the workspace with these mistakes; gives the place of each.
fn write(desk: &Desk, planted: &[Planted]) -> Vec<(Planted, Place)> {
    let mut places = Vec::new();
    for (name, good) in TEXTS {
        let (text, own) = plant((name, good), planted);
        places.extend(own);
        desk.write(name, &text);
    }
    let mut books: BTreeMap<&str, Workbook> = BTreeMap::new();
    for (name, title, rows) in SHEETS {
        let sheet = books.entry(name).or_default().add_worksheet();
        sheet.set_name(title).unwrap();
        let own = planted.iter().filter(|p| p.0 == name);
        let own: BTreeMap<&str, &Planted> = own
            .filter_map(|p| Some((p.1.strip_prefix(title)?.strip_prefix('!')?, p)))
            .collect();
        for (row, line) in (0..).zip(rows.split('\n')) {
            for (column, cell) in (0..).zip(line.split('\t')) {
                let at = rust_xlsxwriter::utility::row_col_to_cell(row, column);
                let cell = own.get(at.as_str()).map_or(cell, |planted| planted.2);
                fill(sheet, (row, column), cell);
            }
        }
        places.extend(own.into_iter().map(|(cell, planted)| {
            let place =
                (planted.3.to_owned(), format!("{name}!{title}"), cell.to_owned());
            (*planted, place)
        }));
    }
    for (name, mut book) in books {
        let path = desk.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        book.save(path).unwrap();
    }
    places
}

/// Puts a text or a number into a cell; `#` before digits makes a number of what is too long
/// for one.
fn fill(sheet: &mut rust_xlsxwriter::Worksheet, (row, column): (u32, u16), cell: &str) {
    let typed = cell.strip_prefix('#');
    let counted = !cell.starts_with('0') && cell.len() <= 15;
    match typed.or(counted.then_some(cell)).and_then(|digits| digits.parse::<f64>().ok())
    {
        Some(number) => sheet.write_number(row, column, number).unwrap(),
        None if cell.is_empty() => return,
        None => sheet.write_string(row, column, cell).unwrap(),
    };
}

/// What is told of the workspace without mistakes: how its lists were read.
const READ: [&str; 2] = ["NSK0141", "NSK0408"];

#[test]
fn each_mistake_in_mixed_files_is_told_once_within_two_rounds() {
    let desk = Desk::new();
    let mut left = MISTAKES.to_vec();
    for round in 1..=2 {
        let places = write(&desk, &left);
        let all = told(&desk);
        let is_planted = |told: &Place| places.iter().any(|(_, place)| place == told);
        let beside = all.keys().filter(|k| !is_planted(k) && !READ.contains(&&*k.0));
        let beside: Vec<&Place> = beside.collect();
        assert!(beside.is_empty(), "round {round} tells of what is right: {beside:#?}");
        let often: Vec<_> = all.iter().filter(|(_, times)| **times > 1).collect();
        assert!(often.is_empty(), "round {round} tells more than once: {often:#?}");
        let untold = places.iter().filter(|(_, place)| !all.contains_key(place));
        left = untold.map(|(planted, _)| *planted).collect();
    }
    assert!(left.is_empty(), "not told in two rounds: {left:#?}");
    write(&desk, &left);
    let all = told(&desk);
    assert!(all.keys().all(|place| READ.contains(&&*place.0)), "{all:#?}");
    desk.run(&["build", "kwitansi", "surat-evaluasi", "--format", "pdf"]).code(0);
}
