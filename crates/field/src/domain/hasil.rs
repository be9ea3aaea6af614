//! What came of a meeting: for the notula, the berita acara and the report.

use base::written::Written;
use jiff::civil::{Date, Time};

use super::{NamaGelar, Nip};
use base::source::Spanned;

/// The results of the meeting (`data/hasil.toml`).
#[derive(Debug, Clone, Default)]
pub struct Hasil {
    /// Who chaired, kept the office and took the minutes.
    pub notula: Notula,
    /// Topics in the order they were talked about.
    pub pembahasan: Vec<Pembahasan>,
    /// Decisions, each a sentence.
    pub keputusan: Vec<String>,
    /// What was agreed, with who does it and until when.
    pub kesepakatan: Vec<Kesepakatan>,
    /// Who signs the berita acara.
    pub penandatangan: Vec<Penandatangan>,
    /// Photos in the order they are printed.
    pub foto: Vec<Foto>,
    /// Counts of who came, where they are not told person by person.
    pub hadir: Option<JumlahHadir>,
    /// Conclusions of the report.
    pub simpulan: Vec<String>,
    /// Obstacles met.
    pub hambatan: Vec<String>,
    /// Advice of the report.
    pub saran: Vec<String>,
    /// Where all of the file was written, field by field.
    pub written: Written,
}

/// The head of the minutes.
#[derive(Debug, Clone, Default)]
pub struct Notula {
    /// Who chaired.
    pub ketua: Option<String>,
    /// The secretary of the meeting.
    pub sekretaris: Option<String>,
    /// Who took the minutes.
    pub pencatat: Option<String>,
    /// When it really began.
    pub mulai: Option<Time>,
    /// When it really ended.
    pub selesai: Option<Time>,
    /// What the opening said.
    pub pembukaan: Vec<String>,
    /// What the closing said.
    pub penutup: Vec<String>,
}

/// A topic.
#[derive(Debug, Clone, Default)]
pub struct Pembahasan {
    /// What it was about.
    pub topik: String,
    /// Who presented it.
    pub penyampai: Option<String>,
    /// What was said.
    pub uraian: Vec<String>,
    /// What was asked and answered.
    pub tanggapan: Vec<String>,
}

/// Something agreed.
#[derive(Debug, Clone, Default)]
pub struct Kesepakatan {
    /// What will be done.
    pub isi: String,
    /// Who does it, as it is printed.
    pub pic: Option<String>,
    /// The OPD that does it.
    pub opd: Option<Spanned<String>>,
    /// Until when.
    pub tenggat: Option<Date>,
}

/// Somebody who signs the berita acara.
#[derive(Debug, Clone, Default)]
pub struct Penandatangan {
    /// Name and gelar; absent where a line is left for it.
    pub nama: Option<NamaGelar>,
    /// Office.
    pub jabatan: String,
    /// NIP, if any.
    pub nip: Option<Nip>,
    /// Part in the paper: "Ketua", "Mengetahui"; decides its place in a form with few signers.
    pub sebagai: Option<String>,
}

/// A photo.
#[derive(Debug, Clone, Default)]
pub struct Foto {
    /// Path under `aset/`.
    pub berkas: Spanned<String>,
    /// What it shows; printed below and read to the blind.
    pub keterangan: String,
}

/// How many came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct JumlahHadir {
    /// Men in the room.
    pub luring_l: u64,
    /// Women in the room.
    pub luring_p: u64,
    /// Men online.
    pub daring_l: u64,
    /// Women online.
    pub daring_p: u64,
}

/// Whether somebody came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kehadiran {
    /// In the room.
    Luring,
    /// Online.
    Daring,
    /// Not at all.
    Tidak,
}

impl Kehadiran {
    /// The word of templates.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Luring => "luring",
            Self::Daring => "daring",
            Self::Tidak => "tidak",
        }
    }

    /// The words of the data and their values.
    pub const WORDS: [(&'static str, Self); 5] = [
        ("ya", Self::Luring),
        ("hadir", Self::Luring),
        ("luring", Self::Luring),
        ("daring", Self::Daring),
        ("tidak", Self::Tidak),
    ];
}
