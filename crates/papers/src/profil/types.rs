//! A profile as it holds for one template.

use super::wording::Wording;
use field::domain::Pasal44;
use typeset::document::{Face, Margins, RuleKind};
use typeset::units::Pt;

/// The values a template's papers are made with.
#[derive(Debug, Clone)]
pub struct Profil {
    /// Upright paper, width and height.
    pub paper: (Pt, Pt),
    /// Margins of upright pages.
    pub margins: Margins,
    /// Top and bottom of the first page, where they are its own.
    pub first: (Option<Pt>, Option<Pt>),
    /// Margins of turned pages.
    pub turned: Margins,
    /// The family.
    pub face: Face,
    /// Size of running text.
    pub size: Pt,
    /// Size of tables and captions.
    pub table_size: Pt,
    /// Line spacing of running text.
    pub spacing: f32,
    /// Room below a paragraph.
    pub gap: Pt,
    /// Indent of a paragraph's first line.
    pub indent: Pt,
    /// The kop.
    pub kop: KopProfil,
    /// The head of a letter.
    pub surat: SuratProfil,
    /// The addressee.
    pub tujuan: TujuanProfil,
    /// The signature.
    pub tanda_tangan: TandaTangan,
    /// Page numbers and catchwords.
    pub halaman: Halaman,
    /// The head of a lampiran.
    pub lampiran: LampiranProfil,
    /// Pattern of letter numbers for letters that name none.
    pub pola_nomor: Wording,
    /// Electronic signature.
    pub tte: Tte,
    /// How far fitting may go.
    pub muat: FitLimits,
    /// Which PDFs are built so that programs of PDF 1.4 can read them.
    pub pdf_klasik: PdfKlasik,
}

/// Which PDFs have a plain table of offsets and no packed objects, as programs that stamp or
/// merge ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PdfKlasik {
    /// Those that somebody signs.
    #[default]
    Ditandatangani,
    /// All.
    Semua,
    /// None.
    Tidak,
}

impl PdfKlasik {
    pub(super) const WORDS: [(&'static str, Self); 3] = [
        ("ditandatangani", Self::Ditandatangani),
        ("semua", Self::Semua),
        ("tidak", Self::Tidak),
    ];

    /// Whether a paper is built so.
    pub fn holds(self, signed: bool) -> bool {
        self == Self::Semua || self == Self::Ditandatangani && signed
    }
}

/// The kop.
#[derive(Debug, Clone, PartialEq)]
pub struct KopProfil {
    /// Whose kop, unless a template or letter says otherwise.
    pub jenis: JenisKop,
    /// It follows who signs.
    pub by_signer: bool,
    /// A paper signed in the name of the head of the region has that one's kop.
    pub by_behalf: bool,
    /// The family, where it is not that of the paper.
    pub face: Option<Face>,
    /// Sizes of the first and the last line.
    pub sizes: (Pt, Pt),
    /// The family of each line from the top, where it is not that of the kop.
    pub line_faces: Vec<Option<Face>>,
    /// The size of each line from the top, where they are said one by one.
    pub line_sizes: Vec<Pt>,
    /// Which lines are bold.
    pub bold: TebalKop,
    /// Pictures of its own: lambang daerah, lambang negara, and a second one at the right.
    pub pictures: KopPictures,
    /// Size of the address.
    pub address: Pt,
    /// The closing rule.
    pub rule: RuleKind,
    /// That of a kop kepala daerah, if it has one.
    pub head_rule: Option<RuleKind>,
    /// Its whole thickness.
    pub rule_width: Pt,
    /// Height of the lambang daerah.
    pub emblem: Pt,
    /// Height of the lambang negara.
    pub state_emblem: Pt,
    /// Where the address of a kop kepala daerah stands.
    pub head_address: AlamatKepala,
}

/// Where the address of a kop kepala daerah stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AlamatKepala {
    /// At the foot of the first page.
    Kaki,
    /// In the kop.
    #[default]
    Kop,
    /// Nowhere.
    Tanpa,
}

/// Which lines of the kop are bold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TebalKop {
    /// The office alone.
    #[default]
    Terakhir,
    /// All of them.
    Semua,
    /// None.
    Tanpa,
}

/// Pictures that a profile puts into the kop; empty where it says none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KopPictures {
    /// Instead of the lambang daerah.
    pub emblem: String,
    /// Instead of the lambang negara.
    pub state: String,
    /// At the right.
    pub right: String,
}

/// Whose kop it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum JenisKop {
    /// Of an office: lambang daerah at the left, the lines beside it.
    #[default]
    PerangkatDaerah,
    /// Of the Bupati, Wali Kota or Gubernur: lambang negara above (practice, not read).
    KepalaDaerah,
}

impl JenisKop {
    /// The words of the data and their values.
    pub const WORDS: [(&'static str, Self); 2] = [
        ("perangkat-daerah", Self::PerangkatDaerah),
        ("kepala-daerah", Self::KepalaDaerah),
    ];
}

/// Date, number and subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuratProfil {
    /// The place stands before the date.
    pub tempat: bool,
    /// What stands for Nomor, Sifat, Lampiran and Hal.
    pub labels: [(&'static str, Wording); 4],
    /// "Tembusan Yth.:".
    pub label_tembusan: Wording,
    /// How the subject is set.
    pub gaya_hal: GayaHal,
}

impl SuratProfil {
    /// What is printed for one of the letter head's own rows.
    pub fn label(&self, row: &str) -> Option<&Wording> {
        let own = self.labels.iter().find(|(name, _)| *name == row);
        own.map(|(_, own)| own)
    }
}

/// How the subject is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum GayaHal {
    /// As the rest.
    #[default]
    Polos,
    /// Bold.
    Tebal,
    /// Underlined.
    GarisBawah,
}

/// The addressee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TujuanProfil {
    /// At the right, beside the number (54/2009), not under the subject.
    pub kanan: bool,
    /// A line "Kepada" above.
    pub kepada: bool,
    /// "Yth."
    pub sapaan: Wording,
    /// "di" or "di -".
    pub di: Wording,
    /// How the place is set.
    pub tempat: GayaTempat,
}

/// How the place of the addressee is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum GayaTempat {
    /// As written.
    #[default]
    Polos,
    /// In capitals.
    Kapital,
    /// In capitals with blanks between them.
    Renggang,
}

/// The signature.
#[derive(Debug, Clone, PartialEq)]
pub struct TandaTangan {
    /// What is printed of who signs.
    pub pasal44: Pasal44,
    /// "Pembina Utama Muda, IV/c" instead of "Pembina Utama Muda".
    pub golongan: bool,
    /// How the name is set.
    pub gaya_nama: GayaNama,
    /// Whose office is set in capitals.
    pub jabatan_kapital: JabatanKapital,
    /// "NIP" or "NIP."
    pub label_nip: Wording,
    /// Word before the number of a PPPK.
    pub label_nip_pppk: Wording,
    /// Word before the NRP of TNI and Polri.
    pub label_nrp: Wording,
    /// Room for the ink.
    pub ruang: Pt,
    /// Indent of the block.
    pub kiri: Pt,
    /// The initials of a draft stand below the block, not at its left.
    pub paraf_bawah: bool,
    /// The words of a decision's dictums stand with room between their letters.
    pub diktum_renggang: bool,
    /// Diameter of the stamp, whose right part lies over the block.
    pub stempel: Pt,
}

/// How the name of a signer is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum GayaNama {
    /// As the rest.
    Polos,
    /// Bold.
    #[default]
    Tebal,
    /// Bold and underlined.
    TebalGarisBawah,
    /// In capitals; gelar as they are written.
    Kapital,
    /// In capitals and bold.
    KapitalTebal,
    /// In capitals, bold and underlined.
    KapitalTebalGarisBawah,
}

impl GayaNama {
    /// Whether the name is in capitals.
    pub fn kapital(self) -> bool {
        matches!(self, Self::Kapital | Self::KapitalTebal | Self::KapitalTebalGarisBawah)
    }

    /// Whether it is bold.
    pub fn tebal(self) -> bool {
        !matches!(self, Self::Polos | Self::Kapital)
    }

    /// Whether it is underlined.
    pub fn garis_bawah(self) -> bool {
        matches!(self, Self::TebalGarisBawah | Self::KapitalTebalGarisBawah)
    }
}

/// Whose office is set in capitals; each includes those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum JabatanKapital {
    /// Nobody's.
    #[default]
    Tanpa,
    /// That of heads of the region and their deputies.
    KepalaDaerah,
    /// Sekretaris Daerah as well.
    Sekda,
    /// Everybody's.
    Semua,
}

/// Page numbers and catchwords.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Halaman {
    /// Where the number stands.
    pub di: NomorDi,
    /// `{n}` is the number, `{jumlah}` how many there are.
    pub bentuk: Wording,
    /// From the first or the second page on.
    pub mulai_kedua: bool,
    /// The first word of the next page at the foot of each (PDF only).
    pub kata_penyambung: bool,
}

/// Where page numbers stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum NomorDi {
    /// Nowhere.
    Tanpa,
    /// At the top in the middle.
    #[default]
    AtasTengah,
    /// At the top right.
    AtasKanan,
    /// At the foot in the middle.
    BawahTengah,
    /// At the foot right.
    BawahKanan,
}

/// The head of a lampiran.
#[derive(Debug, Clone, PartialEq)]
pub struct LampiranProfil {
    /// At the right edge.
    pub kanan: bool,
    /// Its width there.
    pub lebar: Pt,
    /// "Lampiran Surat {jabatan}".
    pub word: Wording,
    /// In capitals.
    pub kapital: bool,
    /// Each has a Roman number.
    pub romawi: bool,
    /// Who signs the letter signs it as well.
    pub bertanda_tangan: bool,
}

/// Electronic signature.
#[derive(Debug, Clone, PartialEq)]
pub struct Tte {
    /// Ink, `BSrE` or Srikandi.
    pub mode: ModeTte,
    /// The one character at which the visual is put.
    pub jangkar: char,
    /// Width and height of the visual.
    pub kotak: (Pt, Pt),
    /// The longer statement at the foot (variant B).
    pub pernyataan_b: bool,
    /// The mark is drawn black at the size of the text, not white and tiny.
    pub jangkar_tampak: bool,
    /// Where in the height of the visual the mark stands: 0 at its top, 1 at its foot.
    pub letak_jangkar: f32,
}

/// How papers are signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ModeTte {
    /// With ink.
    #[default]
    Basah,
    /// By the service of `BSrE`.
    Bsre,
    /// In Srikandi.
    Srikandi,
}

/// How far fitting may go.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FitLimits {
    /// Pages papers may take, lampiran not counted; 0 for as many as they need.
    pub halaman: u8,
    /// Least line spacing.
    pub spasi: f32,
    /// Least size of running text.
    pub ukuran: Pt,
    /// Least part of a gap, 0 to 1.
    pub jarak: f32,
    /// Part of the last page that is to be filled; a letter with less is drawn in.
    pub halaman_akhir: f32,
}
