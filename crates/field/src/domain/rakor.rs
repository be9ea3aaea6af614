//! A coordination meeting: when, where, what, who.

use base::written::Written;
use jiff::civil::{Date, Time};

use super::{Golongan, Kehadiran, NamaGelar, Nip};
use base::source::{Span, Spanned};

/// The meeting.
#[derive(Debug, Clone, Default)]
pub struct Rakor {
    /// Full name.
    pub nama: String,
    /// Short name for headers.
    pub singkat: String,
    /// The theme, if it has one.
    pub tema: Option<String>,
    /// First day.
    pub tanggal: Date,
    /// Last day.
    pub sampai: Date,
    /// "Hotel Aston, Samarinda".
    pub tempat: String,
    /// The link for those who take part online.
    pub tautan: Option<String>,
    /// Who holds it.
    pub penyelenggara: String,
    /// Why it is held, each a paragraph (KAK).
    pub latar_belakang: Vec<String>,
    /// Ids of the laws it rests on, from the catalog.
    pub dasar_hukum: Vec<Spanned<String>>,
    /// Whom or what it is to reach, each a clause (KAK).
    pub sasaran: Vec<String>,
    /// What it is to bring forth, each a clause (KAK).
    pub luaran: Vec<String>,
    /// "Paparan, diskusi, dan evaluasi per perangkat daerah" (KAK).
    pub bentuk: Option<String>,
    /// Where the money comes from.
    pub sumber_biaya: Option<String>,
    /// What it is for, each a clause.
    pub tujuan: Vec<String>,
    /// What to wear.
    pub pakaian: Option<String>,
    /// Whom to ask: "Siti Rahayu, 0812-3456-7890".
    pub narahubung: Option<String>,
    /// Attendance lists have a column for telephone numbers.
    pub hadir_telepon: bool,
    /// Remarks of the invitation.
    pub catatan: Vec<String>,
    /// Earlier events of the series, as they are cited.
    pub rangkaian: Vec<String>,
    /// One attendance sheet a session or a day.
    pub hadir_per: HadirPer,
    /// Blank rows on each attendance sheet for unlisted guests.
    pub baris_kosong: usize,
    /// The sessions, in order.
    pub sesi: Vec<Sesi>,
    /// Speakers.
    pub narasumber: Vec<Orang>,
    /// Participants.
    pub peserta: Vec<Orang>,
    /// Committee.
    pub panitia: Vec<Orang>,
    /// What it costs.
    pub biaya: Vec<Biaya>,
    /// Speeches.
    pub sambutan: Vec<Sambutan>,
    /// Units invited.
    pub undangan: Vec<Undangan>,
    /// What was agreed or asked for before, to be reported on.
    pub tindak_lanjut: Vec<TindakLanjut>,
    /// Where it was written.
    pub span: Span,
    /// Where all of the file was written, field by field.
    pub written: Written,
}

/// What one attendance sheet is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum HadirPer {
    /// A day.
    #[default]
    Hari,
    /// A session.
    Sesi,
}

impl HadirPer {
    /// The words of the data and their values.
    pub const WORDS: [(&'static str, Self); 2] =
        [("hari", Self::Hari), ("sesi", Self::Sesi)];
}

/// A session.
#[derive(Debug, Clone, Default)]
pub struct Sesi {
    /// The name the data calls it by.
    pub id: Spanned<String>,
    /// "Pembukaan".
    pub nama: String,
    /// Its day.
    pub tanggal: Spanned<Date>,
    /// Its room, when another than the rakor's.
    pub tempat: Option<String>,
    /// Its items, in order, with the times as written.
    pub acara: Vec<Acara>,
    /// When it starts, if written.
    pub mulai: Option<Spanned<Time>>,
    /// One of its times cannot be read, which was told: what stands for its hours is none to
    /// judge by.
    pub unread: bool,
}

/// An item of a session.
#[derive(Debug, Clone, Default)]
pub struct Acara {
    /// What happens.
    pub nama: String,
    /// Start as written; else the end of the item before, or the session's start.
    pub mulai: Option<Spanned<Time>>,
    /// End as written; else start and duration.
    pub selesai: Option<Spanned<Time>>,
    /// Minutes.
    pub durasi: Option<Spanned<i64>>,
    /// Who, as text.
    pub oleh: Option<String>,
    /// Ids of speakers.
    pub narasumber: Vec<Spanned<String>>,
    /// "mewakili Bupati Kutai Timur".
    pub mewakili: Option<String>,
    /// Who moderates.
    pub moderator: Option<String>,
    /// Given online.
    pub daring: bool,
    /// What is needed for it: "Proyektor, dua mikrofon".
    pub perlengkapan: Option<String>,
    /// Who of the committee is in charge.
    pub pic: Option<String>,
    /// Remarks.
    pub keterangan: Option<String>,
    /// Where it was written.
    pub span: Span,
}

/// Somebody at the meeting.
#[derive(Debug, Clone, Default)]
pub struct Orang {
    /// The name the data calls it by; may be absent for participants.
    pub id: Option<Spanned<String>>,
    /// Name and gelar; a participant may be named by office only.
    pub nama: Option<NamaGelar>,
    /// Office.
    pub jabatan: Option<String>,
    /// Unit.
    pub instansi: Option<String>,
    /// "Moderator", "Ketua Panitia".
    pub peran: Option<String>,
    /// Title of the talk.
    pub materi: Option<String>,
    /// L or P.
    pub jenis_kelamin: Option<&'static str>,
    /// Telephone number.
    pub telepon: Option<String>,
    /// NIP, if any.
    pub nip: Option<Nip>,
    /// Golongan, and with it the pangkat.
    pub golongan: Option<Golongan>,
    /// Hours of training the talk counts for (jam pelajaran, JP).
    pub jp: Option<u64>,
    /// Whether they came; not known before the meeting.
    pub hadir: Option<Kehadiran>,
    /// Takes part online.
    pub daring: bool,
    /// Where it was written, field by field.
    pub written: Written,
}

/// A row of the costs.
#[derive(Debug, Clone, Default)]
pub struct Biaya {
    /// "Konsumsi peserta".
    pub uraian: String,
    /// How many, in `satuan`.
    pub volume: u64,
    /// "orang", "paket".
    pub satuan: String,
    /// Price of one, in rupiah.
    pub harga: u64,
    /// Those of the two that were written as nought, and where.
    pub nol: Vec<Spanned<&'static str>>,
}

/// What was agreed in an earlier meeting or asked for in an earlier letter.
#[derive(Debug, Clone, Default)]
pub struct TindakLanjut {
    /// What was to be done.
    pub isi: String,
    /// The OPD that was to do it; absent where it was for all.
    pub opd: Option<Spanned<String>>,
    /// Who was to do it, as it is printed.
    pub pic: Option<String>,
    /// Until when.
    pub tenggat: Option<Date>,
    /// The meeting or letter it comes from.
    pub asal: Option<String>,
    /// Whether it was done; absent where nobody has said so yet.
    pub keadaan: Option<KeadaanTindakLanjut>,
    /// When it was done.
    pub selesai: Option<Date>,
    /// What is to be said of it.
    pub keterangan: Option<String>,
}

/// Whether something was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeadaanTindakLanjut {
    /// It was done.
    Selesai,
    /// It was not, or not wholly.
    Belum,
}

impl KeadaanTindakLanjut {
    /// The words of the data and their values.
    pub const WORDS: [(&'static str, Self); 6] = [
        ("selesai", Self::Selesai),
        ("sudah", Self::Selesai),
        ("belum", Self::Belum),
        ("belum selesai", Self::Belum),
        ("sebagian", Self::Belum),
        ("proses", Self::Belum),
    ];
}

impl TindakLanjut {
    /// Whether it was done: said in a word, or by the day.
    pub fn is_done(&self) -> bool {
        self.keadaan == Some(KeadaanTindakLanjut::Selesai) || self.is_dated()
    }

    /// Whether it was done after its day; unknown where either day is.
    pub fn is_late(&self) -> bool {
        self.selesai.zip(self.tenggat).is_some_and(|(done, until)| done > until)
    }

    fn is_dated(&self) -> bool {
        self.keadaan.is_none() && self.selesai.is_some()
    }
}

impl Rakor {
    /// How many people are asked to come, over all that are invited.
    pub fn people_invited(&self) -> u64 {
        self.undangan.iter().fold(0, |sum, unit| sum.saturating_add(unit.jumlah))
    }

    /// The hours of training that all talks count for.
    pub fn hours_taught(&self) -> u64 {
        let talks = self.narasumber.iter().filter(|who| who.materi.is_some());
        talks.filter_map(|who| who.jp).fold(0, u64::saturating_add)
    }

    /// The sum of all costs, in rupiah; `None` where none are told or one of them is beyond
    /// what a budget can hold.
    pub fn total_biaya(&self) -> Option<u64> {
        let sum = |sum: u64, biaya: &Biaya| sum.checked_add(biaya.total()?);
        let total = self.biaya.iter().try_fold(0, sum);
        total.filter(|_| !self.biaya.is_empty())
    }
}

impl Biaya {
    /// Volume times price, in rupiah; `None` beyond what a budget can hold.
    pub fn total(&self) -> Option<u64> {
        self.volume.checked_mul(self.harga)
    }
}

/// A speech, printed large for reading aloud.
#[derive(Debug, Clone, Default)]
pub struct Sambutan {
    /// The name the data calls it by; also its file name.
    pub id: Spanned<String>,
    /// "Sambutan Bupati Kutai Timur".
    pub judul: String,
    /// Who gives it.
    pub oleh: Option<String>,
    /// Their office.
    pub jabatan: Option<String>,
    /// Its paragraphs.
    pub isi: Vec<String>,
}

/// A unit that is invited.
#[derive(Debug, Clone, Default)]
pub struct Undangan {
    /// The name the data calls it by; also its file name.
    pub id: Spanned<String>,
    /// The addressee: "Kepala Dinas Kesehatan".
    pub yth: String,
    /// Its OPD, if it is one or part of one.
    pub opd: Option<Spanned<String>>,
    /// Where it is: "Sangatta".
    pub tempat: Option<String>,
    /// People asked to come.
    pub jumlah: u64,
    /// Remarks for the list.
    pub keterangan: Option<String>,
}
