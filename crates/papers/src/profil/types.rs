//! A profile as it holds for one template.

use super::layers::Layers;
use super::own_texts::OwnTexts;
use super::read::Setting;
use super::values::NONE;
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
    pub pola_nomor: String,
    /// Which of its texts the office sets itself.
    pub own_texts: OwnTexts,
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
    const WORDS: [(&'static str, Self); 3] = [
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
    pub labels: [(&'static str, String); 4],
    /// "Tembusan Yth.:".
    pub label_tembusan: String,
    /// How the subject is set.
    pub gaya_hal: GayaHal,
}

impl SuratProfil {
    /// What is printed for a label of the letter head.
    pub fn label<'a>(&'a self, label: &'a str) -> &'a str {
        let own = self.labels.iter().find(|(name, _)| *name == label);
        own.map_or(label, |(_, own)| own.as_str())
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
    pub sapaan: String,
    /// "di" or "di -".
    pub di: String,
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
    pub label_nip: String,
    /// Word before the number of a PPPK.
    pub label_nip_pppk: String,
    /// Word before the NRP of TNI and Polri.
    pub label_nrp: String,
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
    pub bentuk: String,
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
    pub word: String,
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
}

impl Default for Profil {
    /// The built-in profile for a letter.
    fn default() -> Self {
        Layers::built_in().for_names(&["surat"], |name| {
            (name == "Times New Roman").then_some(Face::Serif)
        })
    }
}

/// Reads the values for one chain of names.
struct Lookup<'a> {
    layers: &'a Layers,
    names: &'a [&'a str],
}

impl<'a> Lookup<'a> {
    fn get(&self, key: &str) -> Option<&'a Setting> {
        self.layers.value(key, self.names)
    }

    fn number(&self, key: &str) -> f32 {
        match self.get(key) {
            Some(Setting::Number(n)) => *n,
            _ => 0.0,
        }
    }

    /// A whole number from 0 to 255.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    fn small(&self, key: &str) -> u8 {
        self.number(key).clamp(0.0, 255.0) as u8
    }

    fn pt(&self, key: &str) -> Pt {
        Pt(self.number(key))
    }

    fn mm(&self, key: &str) -> Pt {
        Pt::mm(self.number(key))
    }

    fn yes(&self, key: &str) -> bool {
        matches!(self.get(key), Some(Setting::Flag(true)))
    }

    fn is(&self, key: &str, word: &str) -> bool {
        matches!(self.get(key), Some(Setting::Word(w)) if *w == word)
    }

    /// The value of the word that is chosen.
    fn word<T: Copy + Default>(&self, key: &str, words: &[(&str, T)]) -> T {
        words.iter().find(|(w, _)| self.is(key, w)).map(|(_, v)| *v).unwrap_or_default()
    }

    fn text(&self, key: &str) -> String {
        match self.get(key) {
            Some(Setting::Text(text)) => text.clone(),
            Some(other) => other.to_string(),
            None => String::new(),
        }
    }

    /// A picture; empty where there is none.
    fn picture(&self, key: &str) -> String {
        let name = self.text(key);
        if name == NONE { String::new() } else { name }
    }

    fn pair(&self, key: &str) -> (f32, f32) {
        match self.get(key) {
            Some(Setting::Pair(a, b)) => (*a, *b),
            _ => (1.0, 1.0),
        }
    }

    fn margins(&self, table: &str) -> Margins {
        let side = |key: &str| self.mm(&format!("{table}.{key}"));
        Margins {
            top: side("atas"),
            bottom: side("bawah"),
            left: side("kiri"),
            right: side("kanan"),
        }
    }

    fn rule(&self, key: &str) -> Option<RuleKind> {
        match self.get(key) {
            Some(Setting::Word("ganda")) => Some(RuleKind::ThickThin),
            Some(Setting::Word("tanpa")) => None,
            _ => Some(RuleKind::Thick),
        }
    }

    fn kop(&self, face: impl Fn(&str) -> Option<Face>) -> KopProfil {
        let (first, last) = self.pair("rasio_kop");
        let size = self.pt("ukuran_kop_pt");
        let line_sizes = match self.get("ukuran_baris_kop_pt") {
            Some(Setting::Numbers(all)) => all.iter().map(|n| Pt(*n)).collect(),
            _ => Vec::new(),
        };
        KopProfil {
            by_signer: self.is("kop_menurut", "penanda-tangan"),
            by_behalf: self.is("kop_atas_nama", "yang-diatasnamakan"),
            face: face(&self.text("huruf_kop")),
            line_sizes,
            bold: self.word(
                "tebal_baris_kop",
                &[("semua", TebalKop::Semua), ("tanpa", TebalKop::Tanpa)],
            ),
            pictures: KopPictures {
                emblem: self.picture("lambang_kop"),
                state: self.picture("lambang_negara_kop"),
                right: self.picture("lambang_kanan"),
            },
            head_rule: self.rule("garis_kop_kepala_daerah"),
            jenis: self.word("kop", &JenisKop::WORDS),
            sizes: (size * (first / last), size),
            address: self.pt("ukuran_alamat_kop_pt"),
            rule: self.rule("garis_kop").unwrap_or(RuleKind::Thick),
            rule_width: self.pt("tebal_garis_kop_pt"),
            emblem: self.mm("lambang_mm"),
            state_emblem: self.mm("lambang_negara_mm"),
            head_address: self.word(
                "alamat_kop_kepala_daerah",
                &[("kaki", AlamatKepala::Kaki), ("tanpa", AlamatKepala::Tanpa)],
            ),
        }
    }

    fn tanda_tangan(&self) -> TandaTangan {
        TandaTangan {
            pasal44: Pasal44 {
                followed: self.yes("pasal44"),
                gelar: self.yes("gelar_penanda_tangan"),
                nip: self.yes("nip_penanda_tangan"),
                sekda_pangkat_nip: self.yes("sekda_pangkat_nip"),
            },
            golongan: self.yes("pangkat_golongan"),
            gaya_nama: self.word(
                "gaya_nama",
                &[
                    ("polos", GayaNama::Polos),
                    ("tebal", GayaNama::Tebal),
                    ("tebal-garis-bawah", GayaNama::TebalGarisBawah),
                    ("kapital", GayaNama::Kapital),
                    ("kapital-tebal", GayaNama::KapitalTebal),
                    ("kapital-tebal-garis-bawah", GayaNama::KapitalTebalGarisBawah),
                ],
            ),
            jabatan_kapital: self.word(
                "jabatan_kapital",
                &[
                    ("kepala-daerah", JabatanKapital::KepalaDaerah),
                    ("sekda", JabatanKapital::Sekda),
                    ("semua", JabatanKapital::Semua),
                ],
            ),
            label_nip: self.text("label_nip"),
            label_nip_pppk: self.text("label_nip_pppk"),
            label_nrp: self.text("label_nrp"),
            ruang: self.mm("ruang_tanda_tangan_mm"),
            kiri: self.mm("tanda_tangan_kiri_mm"),
            paraf_bawah: self.is("letak_paraf", "bawah"),
            diktum_renggang: self.is("gaya_diktum", "renggang"),
            stempel: self.mm("ruang_stempel_mm"),
        }
    }

    fn surat(&self) -> SuratProfil {
        SuratProfil {
            tempat: self.yes("tempat_pada_tanggal"),
            labels: [
                ("Nomor", self.text("label_nomor")),
                ("Sifat", self.text("label_sifat")),
                ("Lampiran", self.text("label_lampiran")),
                ("Hal", self.text("label_hal")),
            ],
            label_tembusan: self.text("label_tembusan"),
            gaya_hal: self.word(
                "gaya_hal",
                &[("tebal", GayaHal::Tebal), ("garis-bawah", GayaHal::GarisBawah)],
            ),
        }
    }

    fn tujuan(&self) -> TujuanProfil {
        TujuanProfil {
            kanan: self.is("alamat_di", "kanan"),
            kepada: self.yes("kepada"),
            sapaan: self.text("sapaan"),
            di: self.text("kata_di"),
            tempat: self.word(
                "gaya_tempat",
                &[("kapital", GayaTempat::Kapital), ("renggang", GayaTempat::Renggang)],
            ),
        }
    }

    fn halaman(&self) -> Halaman {
        Halaman {
            di: self.word(
                "nomor_halaman",
                &[
                    ("tanpa", NomorDi::Tanpa),
                    ("atas-tengah", NomorDi::AtasTengah),
                    ("atas-kanan", NomorDi::AtasKanan),
                    ("bawah-tengah", NomorDi::BawahTengah),
                    ("bawah-kanan", NomorDi::BawahKanan),
                ],
            ),
            bentuk: self.text("bentuk_nomor_halaman"),
            mulai_kedua: self.number("nomor_halaman_mulai") > 1.5,
            kata_penyambung: self.yes("kata_penyambung"),
        }
    }

    fn tte(&self) -> Tte {
        let (width, height) = self.pair("tte.kotak_mm");
        Tte {
            mode: self.word(
                "tte.mode",
                &[("bsre", ModeTte::Bsre), ("srikandi", ModeTte::Srikandi)],
            ),
            jangkar: self.text("tte.jangkar").chars().next().unwrap_or('#'),
            kotak: (Pt::mm(width), Pt::mm(height)),
            pernyataan_b: self.is("tte.pernyataan", "b"),
            jangkar_tampak: self.yes("tte.jangkar_tampak"),
            letak_jangkar: self
                .word("tte.letak_jangkar", &[("tengah", 0.5), ("bawah", 1.0)]),
        }
    }
}

impl Layers {
    /// What holds for a paper of these names (template, kind, shape); `face` finds a family.
    pub fn for_names(
        &self,
        names: &[&str],
        face: impl Fn(&str) -> Option<Face>,
    ) -> Profil {
        let a = Lookup { layers: self, names };
        Profil {
            paper: match a.get("kertas") {
                Some(Setting::Kertas(_, w, h)) => (Pt::mm(*w), Pt::mm(*h)),
                _ => (Pt::mm(210.0), Pt::mm(297.0)),
            },
            margins: a.margins("tepi_mm"),
            turned: a.margins("tepi_lanskap_mm"),
            face: face(&a.text("huruf")).unwrap_or_default(),
            size: a.pt("ukuran_pt"),
            table_size: a.pt("ukuran_tabel_pt"),
            spacing: a.number("spasi"),
            gap: a.pt("jarak_alinea_pt"),
            indent: a.mm("lekuk_alinea_mm"),
            kop: a.kop(&face),
            surat: a.surat(),
            tujuan: a.tujuan(),
            tanda_tangan: a.tanda_tangan(),
            halaman: a.halaman(),
            lampiran: LampiranProfil {
                kanan: a.is("lampiran_di", "kanan"),
                lebar: a.mm("lampiran_lebar_mm"),
                word: a.text("lampiran_kata"),
                kapital: a.yes("lampiran_kapital"),
                romawi: a.is("nomor_lampiran", "romawi"),
                bertanda_tangan: a.yes("lampiran_bertanda_tangan"),
            },
            pola_nomor: a.text("pola_nomor"),
            own_texts: self.own_texts(names),
            tte: a.tte(),
            muat: FitLimits {
                halaman: a.small("muat.halaman"),
                spasi: a.number("muat.spasi_min"),
                ukuran: a.pt("muat.ukuran_min_pt"),
                jarak: a.number("muat.jarak_min"),
            },
            pdf_klasik: a.word("pdf_klasik", &PdfKlasik::WORDS),
        }
    }
}
