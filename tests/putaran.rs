//! Many mistakes at once: a workspace in which some three dozen are planted, of all kinds and in all
//! tables, is right after two runs of `check`. The first tells most, the second what is left.

use crate::kit::Desk;
use crate::kit::planted::{Place, Planted, plant, told};

/// The workspace without mistakes.
const FILES: [(&str, &str); 10] = [
    (
        "naskah.toml",
        r#"[daerah]
nama = "Kabupaten Batanghari"
ibu_kota = "Muara Bulian"
provinsi = "Provinsi Jambi"
zona_waktu = "wib"

[instansi]
nama = "Sekretariat Daerah"
alamat = "Jalan Contoh 1"

[periode]
tahun = 2025
triwulan = 2

[profil]
dasar = "permendagri-1-2023"

[nomor]
deret = "bersama"
"#,
    ),
    (
        "data/pejabat.toml",
        r#"[[pejabat]]
id = "sekda"
nama = "Muhammad Azan"
gelar_belakang = "S.H."
jabatan = "Sekretaris Daerah"
kedudukan = "sekda"
nip = "196804121994031005"
golongan = "IV/d"

[[pejabat]]
id = "kadinkes"
nama = "Verry Contoh"
jabatan = "Kepala Dinas Kesehatan"
golongan = "IV/c"
dari = 2024-02-01
"#,
    ),
    (
        "data/opd.toml",
        r#"[[opd]]
id = "dinkes"
nama = "Dinas Kesehatan"
urusan = ["kesehatan"]
kepala = "kadinkes"

[[opd]]
id = "disdik"
nama = "Dinas Pendidikan dan Kebudayaan"
urusan = ["pendidikan"]

[[opd]]
id = "dinsos"
nama = "Dinas Sosial"
urusan = ["sosial"]
"#,
    ),
    (
        "data/rakor.toml",
        r#"[rakor]
nama = "Rapat Koordinasi SPM Triwulan II Tahun 2025"
tanggal = 2025-07-17
tempat = "Aula Kantor Bupati"

[[sesi]]
id = "pembukaan"
nama = "Pembukaan"
mulai = "08.00"

  [[sesi.acara]]
  nama = "Sambutan"
  durasi = 30
  narasumber = "ani"

[[sesi]]
id = "diskusi"
nama = "Diskusi"
mulai = "10.00"

  [[sesi.acara]]
  nama = "Paparan capaian"
  durasi = 45

[[undangan]]
id = "dinkes"
yth = "Kepala Dinas Kesehatan"
opd = "dinkes"

[[narasumber]]
id = "ani"
nama = "Ani Contoh"
jabatan = "Kepala Biro Pemerintahan"
"#,
    ),
    (
        "data/surat.toml",
        r#"[undangan]
nomor = "{klas}/{urut:03}/{unit}"
klas = "100.1.2"
unit = "PEM"
urut = 10
tanggal = 2025-07-08
penanda_tangan = "sekda"

[permohonan-narasumber]
nomor = "{klas}/{urut:03}/{unit}"
klas = "100.1.2"
unit = "PEM"
urut = 20
tanggal = 2025-07-10
penanda_tangan = "sekda"

[surat-evaluasi]
nomor = "{klas}/{urut:03}/{unit}"
klas = "100.1.2"
unit = "PEM"
urut = 30
tanggal = 2025-07-21
tenggat = 2025-07-31
penanda_tangan = "sekda"
"#,
    ),
    (
        "data/capaian/2025-tw1.toml",
        r#"tahun = 2025
triwulan = 1

[[layanan]]
kode = "KES-1"
opd = "dinkes"
sasaran = 7412
terlayani = 1900
"#,
    ),
    (
        "data/capaian/2025-tw2.toml",
        r#"tahun = 2025
triwulan = 2

[[layanan]]
kode = "KES-1"
opd = "dinkes"
sasaran = 7412
terlayani = 3700

[[layanan]]
kode = "KES-2"
opd = "dinkes"
sasaran = 1200
terlayani = 700
pagu = 500_000_000
realisasi = 200_000_000

[[layanan]]
kode = "KES-3"
opd = "dinkes"
sasaran = 1100
terlayani = 600

[[layanan]]
kode = "PEND-2"
opd = "disdik"
sasaran = 9000
terlayani = 8000

[[layanan]]
kode = "SOS-1"
opd = "dinsos"
sasaran = 40
terlayani = 20
"#,
    ),
    (
        "data/hasil.toml",
        r#"[[kesepakatan]]
isi = "Melengkapi data ibu hamil"
opd = "dinkes"
tenggat = 2025-08-15

[[kesepakatan]]
isi = "Menyusun rencana aksi"
opd = "dinsos"
tenggat = 2025-08-29
"#,
    ),
    (
        "data/peserta.csv",
        "nama,jabatan,instansi\nBudi Contoh,Kepala Bidang,Dinas Kesehatan\n",
    ),
    (
        "templates/nota-kecil/template.toml",
        r#"judul = "Nota kecil"
keterangan = "Nota untuk dibaca."
bentuk = "lembar"
per = "daerah"
perlu = ["rakor"]
"#,
    ),
];

/// The text of the template beside its manifest.
const TEMPLATE: &str = r"# {{ rakor.nama }}

{{ rakor.tempat | kapital }}

{% for sesi in rakor.sesi %}
{{ sesi.nama }}
{% endfor %}

Dari {{ daerah.nama }} kepada {{ instansi.nama }}.
";

const MISTAKES: [Planted; 36] = [
    ("naskah.toml", "zona_waktu = \"wib\"", "zona_waktu = \"wit\"", "NSK0363"),
    ("naskah.toml", "alamat = ", "almat = ", "NSK0106"),
    ("naskah.toml", "\"permendagri-1-2023\"", "\"permendagri-2023\"", "NSK0821"),
    ("naskah.toml", "\"bersama\"", "\"sendiri-sendiri\"", "NSK0109"),
    ("data/pejabat.toml", "196804121994031005", "19680412199403100", "NSK0401"),
    ("data/pejabat.toml", "\"IV/c\"", "\"V/a\"", "NSK0403"),
    ("data/pejabat.toml", "dari = 2024-02-01", "dari = 2024-02-30", "NSK0110"),
    ("data/opd.toml", "[\"kesehatan\"]", "[\"kesehatn\"]", "NSK0201"),
    ("data/opd.toml", "kepala = \"kadinkes\"", "kepala = \"kadinks\"", "NSK0201"),
    ("data/rakor.toml", "tanggal = 2025-07-17", "tanggal = \"17 Julli 2025\"", "NSK0110"),
    ("data/rakor.toml", "narasumber = \"ani\"", "narasumber = \"anna\"", "NSK0201"),
    ("data/rakor.toml", "mulai = \"10.00\"", "mulai = \"25.00\"", "NSK0111"),
    ("data/rakor.toml", "durasi = 45", "durasi = -45", "NSK0113"),
    ("data/rakor.toml", "opd = \"dinkes\"", "opd = \"dinkess\"", "NSK0201"),
    ("data/rakor.toml", "jabatan = \"Kepala Biro", "jabtan = \"Kepala Biro", "NSK0106"),
    (
        "data/surat.toml",
        "[undangan]\nnomor = \"{klas}/{urut:03}/{unit}\"",
        "[undangan]\nnomor = \"{klas}/{urut:03}/{unit\"",
        "NSK0117",
    ),
    (
        "data/surat.toml",
        "2025-07-08\npenanda_tangan = \"sekda\"",
        "2025-07-08\npenanda_tangan = \"sekdda\"",
        "NSK0201",
    ),
    ("data/surat.toml", "[permohonan-narasumber]", "[permohonan-narasumberr]", "NSK0601"),
    ("data/surat.toml", "tenggat = 2025-07-31", "tenggat = 2025-07-15", "NSK0353"),
    ("data/surat.toml", "urut = 10", "urut = 25", "NSK0358"),
    ("data/capaian/2025-tw2.toml", "terlayani = 3700", "terlayani = 1500", "NSK0751"),
    ("data/capaian/2025-tw2.toml", "kode = \"KES-3\"", "kode = \"KES-99\"", "NSK0204"),
    (
        "data/capaian/2025-tw2.toml",
        "kode = \"PEND-2\"\nopd = \"disdik\"",
        "kode = \"PEND-2\"\nopd = \"dinsos\"",
        "NSK0212",
    ),
    ("data/capaian/2025-tw2.toml", "sasaran = 9000", "sasaran = \"9.0.00\"", "NSK0112"),
    ("data/capaian/2025-tw2.toml", "terlayani = 20\n", "terlayani = 50\n", "NSK0501"),
    (
        "data/capaian/2025-tw2.toml",
        "realisasi = 200_000_000",
        "realisasi = 600_000_000",
        "NSK0669",
    ),
    ("data/hasil.toml", "opd = \"dinsos\"", "opd = \"dinssos\"", "NSK0201"),
    (
        "data/hasil.toml",
        "tenggat = 2025-08-15",
        "tenggat = \"15 Agustuss 2025\"",
        "NSK0110",
    ),
    ("data/hasil.toml", "isi = \"Menyusun", "isinya = \"Menyusun", "NSK0106"),
    ("data/peserta.csv", "Kepala Bidang", "Kepala BidangÃ©", "NSK0142"),
    (
        "templates/nota-kecil/template.toml",
        "perlu = [\"rakor\"]",
        "perlu = [\"rakkor\"]",
        "NSK0619",
    ),
    (
        "templates/nota-kecil/isi.md",
        "# {{ rakor.nama }}",
        "# {{ rakor.namma }}",
        "NSK0603",
    ),
    ("templates/nota-kecil/isi.md", "| kapital }}", "| kapittal }}", "NSK0604"),
    ("templates/nota-kecil/isi.md", "{{ sesi.nama }}", "{{ sesi.namma }}", "NSK0603"),
    (
        "templates/nota-kecil/isi.md",
        "kepada {{ instansi.nama }}.",
        "kepada {{ instansi.namma }}.",
        "NSK0603",
    ),
    (
        "templates/nota-kecil/isi.md",
        "\nDari ",
        "\n:::tanda-tangn {pejabat=\"sekda\"}\n:::\n\nDari ",
        "NSK0606",
    ),
];

/// Writes the workspace with these mistakes; gives the place of each.
fn write(desk: &Desk, planted: &[Planted]) -> Vec<(Planted, Place)> {
    let template = ("templates/nota-kecil/isi.md", TEMPLATE);
    let mut places = Vec::new();
    for file in FILES.into_iter().chain([template]) {
        let (text, own) = plant(file, planted);
        places.extend(own);
        desk.write(file.0, &text);
    }
    places
}

#[test]
fn the_workspace_without_mistakes_is_sound() {
    let desk = Desk::new();
    write(&desk, &[]);
    assert!(told(&desk).is_empty());
}

#[test]
fn three_dozen_mistakes_are_told_in_two_rounds() {
    let desk = Desk::new();
    let mut left: Vec<Planted> = MISTAKES.to_vec();
    for round in 1..=2 {
        let places = write(&desk, &left);
        let told = told(&desk);
        let untold = places.into_iter().filter(|(_, place)| !told.contains_key(place));
        let untold: Vec<Planted> = untold.map(|(planted, _)| planted).collect();
        if round == 1 {
            let enough = untold.len() * 4 <= MISTAKES.len();
            assert!(enough, "the first round leaves too many: {untold:#?}\n{told:#?}");
        }
        left = untold;
    }
    assert!(left.is_empty(), "not told in two rounds: {left:#?}");
}
