//! The one schema of profiles: every value there is, its kind and its range. The built-in
//! profiles, a workspace's own and `[profil]` of naskah.toml are all read by it.

use Group as K;
use KeyKind::{Flag, Huruf, Kertas, Number, Pair, Pattern, Text, Whole, Word};

/// A value of a profile.
#[derive(Debug)]
pub struct ProfileKey {
    /// The key; one in a table is written `table.key`.
    pub nama: &'static str,
    /// What it belongs to.
    pub group: Group,
    /// What may stand there.
    pub jenis: KeyKind,
}

/// The kinds of values.
#[derive(Debug, Clone, Copy)]
pub enum KeyKind {
    /// A named paper, or width and height in mm under `<key>_mm`.
    Kertas,
    /// A number from..=to.
    Number(f32, f32),
    /// A whole number from..=to.
    Whole(i64, i64),
    /// Two numbers from..=to each.
    Pair(f32, f32),
    /// One of some words.
    Word(&'static [&'static str]),
    /// Any text.
    Text,
    /// A family of faces.
    Huruf,
    /// A pattern of letter numbers.
    Pattern,
    /// Yes or no.
    Flag,
}

/// Groups of values; `[sumber]` tells for each how sure its values are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
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

impl Group {
    /// All of them with their words in `[sumber]`.
    pub const ALL: [(&'static str, Self); 12] = [
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
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, k)| *k == self).map_or("", |(word, _)| word)
    }

    /// Whether a template with this text has use for the group: it calls the form (or writes
    /// the directive) that reads it. Paper, faces, page numbers and fitting serve all.
    pub fn used(self, text: &str) -> bool {
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
pub(super) const TABLES: [&str; 4] = ["tepi_mm", "tepi_lanskap_mm", "tte", "muat"];

const fn key(nama: &'static str, group: Group, jenis: KeyKind) -> ProfileKey {
    ProfileKey { nama, group, jenis }
}

/// Every value of a profile.
pub const KEYS: &[ProfileKey] = &[
    key("kertas", K::Kertas, Kertas),
    key("tepi_mm.atas", K::Kertas, Number(0.0, 200.0)),
    key("tepi_mm.bawah", K::Kertas, Number(0.0, 200.0)),
    key("tepi_mm.kiri", K::Kertas, Number(0.0, 200.0)),
    key("tepi_mm.kanan", K::Kertas, Number(0.0, 200.0)),
    key("tepi_lanskap_mm.atas", K::Lanskap, Number(0.0, 200.0)),
    key("tepi_lanskap_mm.bawah", K::Lanskap, Number(0.0, 200.0)),
    key("tepi_lanskap_mm.kiri", K::Lanskap, Number(0.0, 200.0)),
    key("tepi_lanskap_mm.kanan", K::Lanskap, Number(0.0, 200.0)),
    key("huruf", K::Huruf, Huruf),
    key("ukuran_pt", K::Huruf, Number(4.0, 72.0)),
    key("ukuran_tabel_pt", K::Huruf, Number(4.0, 72.0)),
    key("spasi", K::Huruf, Number(0.5, 5.0)),
    key("jarak_alinea_pt", K::Huruf, Number(0.0, 100.0)),
    key("lekuk_alinea_mm", K::Huruf, Number(0.0, 100.0)),
    key("kop", K::Kop, Word(&["perangkat-daerah", "kepala-daerah"])),
    key("rasio_kop", K::Kop, Pair(1.0, 100.0)),
    key("ukuran_kop_pt", K::Kop, Number(6.0, 36.0)),
    key("ukuran_alamat_kop_pt", K::Kop, Number(5.0, 18.0)),
    key("garis_kop", K::Kop, Word(&["tunggal", "ganda"])),
    key("tebal_garis_kop_pt", K::Kop, Number(0.5, 6.0)),
    key("lambang_mm", K::Kop, Number(10.0, 60.0)),
    key("lambang_negara_mm", K::Kop, Number(10.0, 60.0)),
    key("alamat_kop_kepala_daerah", K::Kop, Word(&["kaki", "kop"])),
    key("tempat_pada_tanggal", K::Surat, Flag),
    key("label_hal", K::Surat, Text),
    key("gaya_hal", K::Surat, Word(&["polos", "tebal", "garis-bawah"])),
    key("alamat_di", K::Tujuan, Word(&["kiri", "kanan"])),
    key("kepada", K::Tujuan, Flag),
    key("sapaan", K::Tujuan, Text),
    key("kata_di", K::Tujuan, Text),
    key("gaya_tempat", K::Tujuan, Word(&["polos", "kapital", "renggang"])),
    key("pasal44", K::TandaTangan, Flag),
    key("gelar_penanda_tangan", K::TandaTangan, Flag),
    key("nip_penanda_tangan", K::TandaTangan, Flag),
    key("sekda_pangkat_nip", K::TandaTangan, Flag),
    key("pangkat_golongan", K::TandaTangan, Flag),
    key(
        "gaya_nama",
        K::TandaTangan,
        Word(&["polos", "tebal", "tebal-garis-bawah", "kapital"]),
    ),
    key(
        "jabatan_kapital",
        K::TandaTangan,
        Word(&["tanpa", "kepala-daerah", "sekda", "semua"]),
    ),
    key("label_nip", K::TandaTangan, Text),
    key("label_nip_pppk", K::TandaTangan, Text),
    key("label_nrp", K::TandaTangan, Text),
    key("ruang_tanda_tangan_mm", K::TandaTangan, Number(5.0, 80.0)),
    key("tanda_tangan_kiri_mm", K::TandaTangan, Number(0.0, 150.0)),
    key("ruang_stempel_mm", K::TandaTangan, Number(0.0, 80.0)),
    key(
        "nomor_halaman",
        K::Halaman,
        Word(&["tanpa", "atas-tengah", "atas-kanan", "bawah-tengah", "bawah-kanan"]),
    ),
    key("bentuk_nomor_halaman", K::Halaman, Text),
    key("nomor_halaman_mulai", K::Halaman, Whole(1, 2)),
    key("kata_penyambung", K::Halaman, Flag),
    key("lampiran_di", K::Lampiran, Word(&["kiri", "kanan"])),
    key("lampiran_lebar_mm", K::Lampiran, Number(40.0, 160.0)),
    key("lampiran_kata", K::Lampiran, Text),
    key("lampiran_kapital", K::Lampiran, Flag),
    key("pola_nomor", K::Nomor, Pattern),
    key("tte.mode", K::Tte, Word(&["basah", "bsre", "srikandi"])),
    key("tte.jangkar", K::Tte, Word(&["#", "$", "^", "*", "~"])),
    key("tte.kotak_mm", K::Tte, Pair(5.0, 100.0)),
    key("tte.pernyataan", K::Tte, Word(&["a", "b"])),
    key("tte.jangkar_tampak", K::Tte, Flag),
    key("tte.letak_jangkar", K::Tte, Word(&["atas", "tengah", "bawah"])),
    key("muat.halaman", K::Muat, Whole(0, 20)),
    key("muat.spasi_min", K::Muat, Number(0.8, 2.0)),
    key("muat.ukuran_min_pt", K::Muat, Number(6.0, 16.0)),
    key("muat.jarak_min", K::Muat, Number(0.0, 1.0)),
];

/// Kinds of papers that a profile may treat apart: the shapes, and what a template.toml names
/// as its `jenis`.
pub const PAPER_KINDS: [&str; 11] = [
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
