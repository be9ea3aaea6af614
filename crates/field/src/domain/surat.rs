//! What the office decides about one kind of letter: number, date, signer, copies.

use super::StatusDokumen;
use base::written::Written;
use jiff::civil::Date;

use bahasa::NumberPattern;
use base::source::{Span, Spanned};

/// The decisions about the letters made with one template.
#[derive(Debug, Clone, Default)]
pub struct Surat {
    /// The template's name.
    pub template: Spanned<String>,
    /// The number's pattern.
    pub nomor: Option<NumberPattern>,
    /// Classification code.
    pub klas: String,
    /// Code of the unit.
    pub unit: String,
    /// Code of the bidang or bagian that writes them, for patterns that ask for it.
    pub bidang: String,
    /// Serial number of the first letter; the next letters count on. Absent: a visible gap.
    pub urut: Option<u32>,
    /// How final they are, where it differs from other papers.
    pub status: Option<StatusDokumen>,
    /// Date of the letters.
    pub tanggal: Option<Date>,
    /// "Segera".
    pub sifat: Option<String>,
    /// "1 (satu) berkas".
    pub lampiran: Option<String>,
    /// What they are about.
    pub hal: Option<String>,
    /// Id of the signer.
    pub penanda_tangan: Option<Spanned<String>>,
    /// Ids of others who sign beside, left of the signer.
    pub penanda_tangan_lain: Vec<Spanned<String>>,
    /// In whose name, highest first.
    pub atas_nama: Vec<String>,
    /// Copies to.
    pub tembusan: Vec<String>,
    /// Until when an answer is expected.
    pub tenggat: Option<Date>,
    /// Whom it is to, for a letter with one addressee of its own (nota dinas).
    pub yth: Option<String>,
    /// Considerations of a decision ("Menimbang").
    pub menimbang: Vec<String>,
    /// Laws of a decision beyond those of the catalog ("Mengingat").
    pub mengingat: Vec<String>,
    /// What a surat tugas rests on ("Dasar").
    pub dasar: Vec<String>,
    /// What it tells people to do ("Untuk").
    pub untuk: Vec<String>,
    /// Paragraphs of its own.
    pub isi: Vec<String>,
    /// Whose kop, when not the profile's: `perangkat-daerah` or `kepala-daerah`.
    pub kop: Option<&'static str>,
    /// One letter to all whom it is for, who are listed in its lampiran.
    pub bersama: bool,
    /// Whose initials its draft waits for, the lowest first; `None` is those of all letters.
    pub paraf: Option<Vec<String>>,
    /// Pages the letter may take, lampiran not counted; 0 for as many as it needs. Absent: what
    /// the template says.
    pub muat: Option<Spanned<u8>>,
    /// Where it was written.
    pub span: Span,
    /// Where it was written, field by field.
    pub written: Written,
}
