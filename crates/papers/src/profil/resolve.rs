//! The values of a profile put together for one template, from all that its layers say.

use super::layers::Layers;
use super::read::Setting;
use super::types::{
    AlamatKepala, FitLimits, GayaHal, GayaNama, GayaTempat, Halaman, JabatanKapital,
    JenisKop, KopPictures, KopProfil, LampiranProfil, ModeTte, NomorDi, PdfKlasik,
    Profil, SuratProfil, TandaTangan, TebalKop, Tte, TujuanProfil,
};
use super::values::NONE;
use super::wording::Wording;
use field::domain::Pasal44;
use typeset::document::{Face, Margins, RuleKind};
use typeset::units::Pt;

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

    /// A text that is printed.
    fn wording(&self, key: &str) -> Wording {
        self.layers.wording(key, self.names)
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

    /// A length that nought says is not its own.
    fn own_mm(&self, key: &str) -> Option<Pt> {
        Some(self.mm(key)).filter(|length| *length > Pt::ZERO)
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
        let line_faces = match self.get("huruf_baris_kop") {
            Some(Setting::Texts(all)) => {
                all.iter().map(|name| face(&name.value)).collect()
            }
            _ => Vec::new(),
        };
        KopProfil {
            by_signer: self.is("kop_menurut", "penanda-tangan"),
            by_behalf: self.is("kop_atas_nama", "yang-diatasnamakan"),
            face: face(&self.text("huruf_kop")),
            line_faces,
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
            label_nip: self.wording("label_nip"),
            label_nip_pppk: self.wording("label_nip_pppk"),
            label_nrp: self.wording("label_nrp"),
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
                ("Nomor", self.wording("label_nomor")),
                ("Sifat", self.wording("label_sifat")),
                ("Lampiran", self.wording("label_lampiran")),
                ("Hal", self.wording("label_hal")),
            ],
            label_tembusan: self.wording("label_tembusan"),
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
            sapaan: self.wording("sapaan"),
            di: self.wording("kata_di"),
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
            bentuk: self.wording("bentuk_nomor_halaman"),
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
            first: (a.own_mm("tepi_pertama_mm.atas"), a.own_mm("tepi_pertama_mm.bawah")),
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
                word: a.wording("lampiran_kata"),
                kapital: a.yes("lampiran_kapital"),
                romawi: a.is("nomor_lampiran", "romawi"),
                bertanda_tangan: a.yes("lampiran_bertanda_tangan"),
            },
            pola_nomor: a.wording("pola_nomor"),
            tte: a.tte(),
            muat: FitLimits {
                halaman: a.small("muat.halaman"),
                spasi: a.number("muat.spasi_min"),
                ukuran: a.pt("muat.ukuran_min_pt"),
                jarak: a.number("muat.jarak_min"),
                halaman_akhir: a.number("muat.halaman_akhir_min"),
            },
            pdf_klasik: a.word("pdf_klasik", &PdfKlasik::WORDS),
        }
    }
}
