//! What a value of a profile can be: its kinds, the groups values belong to, the kinds of papers
//! that may have values of their own.

use Group as K;

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
    /// Families of faces, one for each line; "-" is the face that holds for all.
    Faces,
    /// Numbers from..=to, as many as are said; none is the rule of the forms.
    Numbers(f32, f32),
    /// A picture in `aset`, or nothing.
    Picture,
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
    /// How files are built.
    Berkas,
}

impl Group {
    /// All of them with their words in `[sumber]`.
    pub const ALL: [(&'static str, Self); 13] = [
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
        ("berkas", K::Berkas),
    ];

    /// The word in `[sumber]`.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, k)| *k == self).map_or("", |(word, _)| word)
    }

    /// Whether a template with this text has use for the group: it calls the form (or writes
    /// the directive) that reads it. Paper, faces, page numbers, fitting
    /// and the building of files serve all.
    pub fn used(self, text: &str) -> bool {
        let form = |name: &str| {
            text.contains(&format!("{name}("))
                || text.contains(&format!(":::{}", name.replace('_', "-")))
        };
        match self {
            K::Kertas | K::Huruf | K::Halaman | K::Muat | K::Berkas => true,
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
pub(super) const TABLES: [&str; 5] =
    ["tepi_mm", "tepi_pertama_mm", "tepi_lanskap_mm", "tte", "muat"];

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
