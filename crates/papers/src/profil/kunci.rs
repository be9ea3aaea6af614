//! The one schema of profiles: every value there is, its kind and its range. The built-in
//! profiles, a workspace's own and `[profil]` of naskah.toml are all read by it.

use Jenis::{Angka, Bulat, Huruf, Kata, Kertas, Pasangan, Pola, Teks, Ya};
use Kelompok as K;

/// A value of a profile.
#[derive(Debug)]
pub struct Kunci {
    /// The key; one in a table is written `table.key`.
    pub nama: &'static str,
    /// What it belongs to.
    pub kelompok: Kelompok,
    /// What may stand there.
    pub jenis: Jenis,
}

/// The kinds of values.
#[derive(Debug, Clone, Copy)]
pub enum Jenis {
    /// A named paper, or width and height in mm under `<key>_mm`.
    Kertas,
    /// A number from..=to.
    Angka(f32, f32),
    /// A whole number from..=to.
    Bulat(i64, i64),
    /// Two numbers from..=to each.
    Pasangan(f32, f32),
    /// One of some words.
    Kata(&'static [&'static str]),
    /// Any text.
    Teks,
    /// A family of faces.
    Huruf,
    /// A pattern of letter numbers.
    Pola,
    /// Yes or no.
    Ya,
}

/// Groups of values; `[sumber]` tells for each how sure its values are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kelompok {
    /// Paper and margins.
    Kertas,
    /// Margins of turned paper.
    Lanskap,
    /// Faces, sizes, spacing.
    Huruf,
    /// The kop.
    Kop,
    /// Date, number and subject of a letter.
    Surat,
    /// The addressee.
    Tujuan,
    /// The signature.
    TandaTangan,
    /// Page numbers and catchwords.
    Halaman,
    /// The head of a lampiran.
    Lampiran,
    /// Numbers of letters.
    Nomor,
    /// Electronic signatures.
    Tte,
    /// How far fitting may go.
    Muat,
}

impl Kelompok {
    /// All of them with their words in `[sumber]`.
    pub const SEMUA: [(&'static str, Self); 12] = [
        ("kertas", K::Kertas),
        ("lanskap", K::Lanskap),
        ("huruf", K::Huruf),
        ("kop", K::Kop),
        ("surat", K::Surat),
        ("tujuan", K::Tujuan),
        ("tanda_tangan", K::TandaTangan),
        ("halaman", K::Halaman),
        ("lampiran", K::Lampiran),
        ("nomor", K::Nomor),
        ("tte", K::Tte),
        ("muat", K::Muat),
    ];

    /// The word in `[sumber]`.
    pub fn kata(self) -> &'static str {
        Self::SEMUA.iter().find(|(_, k)| *k == self).map_or("", |(kata, _)| kata)
    }

    /// Whether a template with this text has use for the group: it calls the form (or writes
    /// the directive) that reads it. Paper, faces, page numbers and fitting serve all.
    pub fn dipakai(self, text: &str) -> bool {
        let form = |name: &str| {
            text.contains(&format!("{name}("))
                || text.contains(&format!(":::{}", name.replace('_', "-")))
        };
        match self {
            K::Kertas | K::Huruf | K::Halaman | K::Muat => true,
            K::Lanskap => text.contains("lanskap"),
            K::Kop => form("kop"),
            K::Surat => form("kepala_surat"),
            K::Tujuan => form("tujuan"),
            K::TandaTangan | K::Tte => {
                form("tanda_tangan") || form("tanda_tangan_bersama")
            }
            K::Lampiran => form("kepala_lampiran"),
            K::Nomor => form("kepala_surat") || text.contains("surat.nomor"),
        }
    }
}

/// The tables inside a profile whose keys are values.
pub(super) const TABEL: [&str; 4] = ["tepi_mm", "tepi_lanskap_mm", "tte", "muat"];

const fn kunci(nama: &'static str, kelompok: Kelompok, jenis: Jenis) -> Kunci {
    Kunci { nama, kelompok, jenis }
}

/// Every value of a profile.
pub const KUNCI: &[Kunci] = &[
    kunci("kertas", K::Kertas, Kertas),
    kunci("tepi_mm.atas", K::Kertas, Angka(0.0, 200.0)),
    kunci("tepi_mm.bawah", K::Kertas, Angka(0.0, 200.0)),
    kunci("tepi_mm.kiri", K::Kertas, Angka(0.0, 200.0)),
    kunci("tepi_mm.kanan", K::Kertas, Angka(0.0, 200.0)),
    kunci("tepi_lanskap_mm.atas", K::Lanskap, Angka(0.0, 200.0)),
    kunci("tepi_lanskap_mm.bawah", K::Lanskap, Angka(0.0, 200.0)),
    kunci("tepi_lanskap_mm.kiri", K::Lanskap, Angka(0.0, 200.0)),
    kunci("tepi_lanskap_mm.kanan", K::Lanskap, Angka(0.0, 200.0)),
    kunci("huruf", K::Huruf, Huruf),
    kunci("ukuran_pt", K::Huruf, Angka(4.0, 72.0)),
    kunci("ukuran_tabel_pt", K::Huruf, Angka(4.0, 72.0)),
    kunci("spasi", K::Huruf, Angka(0.5, 5.0)),
    kunci("jarak_alinea_pt", K::Huruf, Angka(0.0, 100.0)),
    kunci("lekuk_alinea_mm", K::Huruf, Angka(0.0, 100.0)),
    kunci("kop", K::Kop, Kata(&["perangkat-daerah", "kepala-daerah"])),
    kunci("rasio_kop", K::Kop, Pasangan(1.0, 100.0)),
    kunci("ukuran_kop_pt", K::Kop, Angka(6.0, 36.0)),
    kunci("ukuran_alamat_kop_pt", K::Kop, Angka(5.0, 18.0)),
    kunci("garis_kop", K::Kop, Kata(&["tunggal", "ganda"])),
    kunci("tebal_garis_kop_pt", K::Kop, Angka(0.5, 6.0)),
    kunci("lambang_mm", K::Kop, Angka(10.0, 60.0)),
    kunci("lambang_negara_mm", K::Kop, Angka(10.0, 60.0)),
    kunci("alamat_kop_kepala_daerah", K::Kop, Kata(&["kaki", "kop"])),
    kunci("tempat_pada_tanggal", K::Surat, Ya),
    kunci("label_hal", K::Surat, Teks),
    kunci("gaya_hal", K::Surat, Kata(&["polos", "tebal", "garis-bawah"])),
    kunci("alamat_di", K::Tujuan, Kata(&["kiri", "kanan"])),
    kunci("kepada", K::Tujuan, Ya),
    kunci("sapaan", K::Tujuan, Teks),
    kunci("kata_di", K::Tujuan, Teks),
    kunci("gaya_tempat", K::Tujuan, Kata(&["polos", "kapital", "renggang"])),
    kunci("pasal44", K::TandaTangan, Ya),
    kunci("gelar_penanda_tangan", K::TandaTangan, Ya),
    kunci("nip_penanda_tangan", K::TandaTangan, Ya),
    kunci("sekda_pangkat_nip", K::TandaTangan, Ya),
    kunci("pangkat_golongan", K::TandaTangan, Ya),
    kunci(
        "gaya_nama",
        K::TandaTangan,
        Kata(&["polos", "tebal", "tebal-garis-bawah", "kapital"]),
    ),
    kunci(
        "jabatan_kapital",
        K::TandaTangan,
        Kata(&["tanpa", "kepala-daerah", "sekda", "semua"]),
    ),
    kunci("label_nip", K::TandaTangan, Teks),
    kunci("ruang_tanda_tangan_mm", K::TandaTangan, Angka(5.0, 80.0)),
    kunci("tanda_tangan_kiri_mm", K::TandaTangan, Angka(0.0, 150.0)),
    kunci("ruang_stempel_mm", K::TandaTangan, Angka(0.0, 80.0)),
    kunci(
        "nomor_halaman",
        K::Halaman,
        Kata(&["tanpa", "atas-tengah", "atas-kanan", "bawah-tengah", "bawah-kanan"]),
    ),
    kunci("bentuk_nomor_halaman", K::Halaman, Teks),
    kunci("nomor_halaman_mulai", K::Halaman, Bulat(1, 2)),
    kunci("kata_penyambung", K::Halaman, Ya),
    kunci("lampiran_di", K::Lampiran, Kata(&["kiri", "kanan"])),
    kunci("lampiran_lebar_mm", K::Lampiran, Angka(40.0, 160.0)),
    kunci("lampiran_kata", K::Lampiran, Teks),
    kunci("lampiran_kapital", K::Lampiran, Ya),
    kunci("pola_nomor", K::Nomor, Pola),
    kunci("tte.mode", K::Tte, Kata(&["basah", "bsre", "srikandi"])),
    kunci("tte.jangkar", K::Tte, Kata(&["#", "$", "^", "*", "~"])),
    kunci("tte.kotak_mm", K::Tte, Pasangan(5.0, 100.0)),
    kunci("tte.pernyataan", K::Tte, Kata(&["a", "b"])),
    kunci("tte.jangkar_tampak", K::Tte, Ya),
    kunci("tte.letak_jangkar", K::Tte, Kata(&["atas", "tengah", "bawah"])),
    kunci("muat.halaman", K::Muat, Bulat(0, 20)),
    kunci("muat.spasi_min", K::Muat, Angka(0.8, 2.0)),
    kunci("muat.ukuran_min_pt", K::Muat, Angka(6.0, 16.0)),
    kunci("muat.jarak_min", K::Muat, Angka(0.0, 1.0)),
];

/// Kinds of papers that a profile may treat apart: the shapes, and what a template.toml names
/// as its `jenis`.
pub const JENIS: [&str; 11] = [
    "surat",
    "judul",
    "buku",
    "lembar",
    "laporan",
    "sertifikat",
    "penetapan",
    "penugasan",
    "nota-dinas",
    "sambutan",
    "papan-nama",
];
