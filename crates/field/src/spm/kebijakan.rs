//! The choices behind an index that no regulation we could read settles.
//!
//! Each is a named policy in `naskah.toml` under `[spm]`, with a default, and each has a
//! sentence that is printed under every report, so that a reader can see which
//! convention produced the number. Evidence for each choice: `spm.md` 3.3.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A word that is none of the choices of a policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownChoice {
    /// The key of the policy in TOML.
    pub key: &'static str,
    /// What was written.
    pub written: String,
    /// The words that may be written.
    pub choices: Vec<&'static str>,
}

impl fmt::Display for UnknownChoice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { key, written, choices } = self;
        write!(f, "{key}: `{written}` tidak dikenal; pilihan: {}", choices.join(", "))
    }
}

impl std::error::Error for UnknownChoice {}

/// Defines one policy: its key, and for each choice its word in TOML and its sentence.
macro_rules! kebijakan {
    ($(#[$doc:meta])* $nama:ident = $key:literal {
        $($(#[$rinci:meta])* $choices:ident = $word:literal => $kalimat:literal,)+
    }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
        pub enum $nama {
            $($(#[$rinci])* $choices,)+
        }

        impl $nama {
            /// The key in TOML.
            pub const KEYS: &'static str = $key;

            /// All choices.
            pub const CHOICES: &'static [Self] = &[$(Self::$choices),+];

            /// The word in TOML and JSON.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$choices => $word,)+ }
            }

            /// The sentence for the note under a report.
            pub fn sentence(self) -> &'static str {
                match self { $(Self::$choices => $kalimat,)+ }
            }
        }

        impl FromStr for $nama {
            type Err = UnknownChoice;

            fn from_str(text: &str) -> Result<Self, UnknownChoice> {
                Self::CHOICES.iter().copied().find(|p| p.word() == text).ok_or_else(|| {
                    UnknownChoice {
                        key: Self::KEYS,
                        written: text.to_owned(),
                        choices: Self::CHOICES.iter().map(|p| p.word()).collect(),
                    }
                })
            }
        }

        impl Serialize for $nama {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.word())
            }
        }

        impl<'de> Deserialize<'de> for $nama {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                String::deserialize(from)?.parse().map_err(de::Error::custom)
            }
        }
    };
}

kebijakan! {
    /// How the mutu items of one service become one percentage.
    RerataMutu = "rerata_mutu" {
        /// Mean of the percentages of the items; units differ, so sums mean little.
        #[default]
        RerataPersen = "rerata-persen" =>
            "Capaian mutu adalah rata-rata persentase seluruh komponen mutu.",
        /// Sum of what is met over sum of what is needed.
        RasioJumlah = "rasio-jumlah" =>
            "Capaian mutu adalah jumlah mutu terpenuhi dibagi jumlah mutu yang harus dipenuhi.",
    }
}

kebijakan! {
    /// The weight of an urusan in the index of the daerah.
    BobotUrusan = "bobot_urusan" {
        /// Every urusan with an index weighs the same.
        #[default]
        SamaRata = "sama-rata" =>
            "Indeks daerah adalah rata-rata indeks urusan dengan bobot sama.",
        /// An urusan weighs as many services as count in it.
        JumlahLayanan = "jumlah-layanan" =>
            "Indeks daerah adalah rata-rata indeks urusan berbobot jumlah jenis pelayanan dasar yang dihitung.",
    }
}

kebijakan! {
    /// How the services of a perangkat daerah become one index. The ministry knows none for an
    /// office; this one is the daerah's own.
    RerataOpd = "rerata_opd" {
        /// Mean of its services.
        #[default]
        PerLayanan = "per-layanan" =>
            "Indeks perangkat daerah adalah rata-rata indeks jenis pelayanan dasar yang diampunya; ukuran ini dipakai di daerah dan bukan bagian dari Indeks Pencapaian SPM (IP-SPM) Kementerian Dalam Negeri.",
        /// Mean of the means of its urusan.
        PerUrusan = "per-urusan" =>
            "Indeks perangkat daerah adalah rata-rata indeks tiap urusan yang diampunya; ukuran ini dipakai di daerah dan bukan bagian dari Indeks Pencapaian SPM (IP-SPM) Kementerian Dalam Negeri.",
    }
}

kebijakan! {
    /// How trantibumlinmas, the urusan with three sub-urusan, is averaged.
    Trantibumlinmas = "trantibumlinmas" {
        /// Mean of its services.
        #[default]
        PerLayanan = "per-layanan" =>
            "Indeks urusan trantibumlinmas adalah rata-rata seluruh jenis pelayanan dasarnya.",
        /// Mean of trantibum, bencana and kebakaran, each the mean of its services.
        PerSubUrusan = "per-sub-urusan" =>
            "Indeks urusan trantibumlinmas adalah rata-rata tiga sub-urusan: trantibum, bencana, dan kebakaran.",
    }
}

kebijakan! {
    /// What a service without any target population counts.
    SasaranNihil = "sasaran_nihil" {
        /// It is left out of every mean, and flagged.
        #[default]
        Keluarkan = "keluarkan" =>
            "Pelayanan tanpa sasaran (nihil) tidak diikutkan dalam rata-rata.",
        /// It counts as fulfilled.
        Seratus = "seratus" =>
            "Pelayanan tanpa sasaran (nihil) dihitung terpenuhi 100%.",
        /// It counts as zero.
        Nol = "nol" => "Pelayanan tanpa sasaran (nihil) dihitung 0%.",
    }
}

kebijakan! {
    /// What is done with a percentage above 100.
    Kelebihan = "kelebihan" {
        /// Every percentage is at most 100; the raw value stays in the notes.
        #[default]
        Batasi = "batasi" => "Capaian di atas 100% dihitung 100%.",
        /// Percentages above 100 enter the index as they are.
        ApaAdanya = "apa-adanya" => "Capaian di atas 100% dihitung apa adanya.",
    }
}

kebijakan! {
    /// Where values are rounded to two places.
    Pembulatan = "pembulatan" {
        /// Only in print; the arithmetic is exact.
        #[default]
        DiAkhir = "di-akhir" =>
            "Nilai dihitung tanpa pembulatan; pembulatan dua desimal hanya pada cetakan, dan nilai di bawah batas kategori tidak dibulatkan naik ke batas itu.",
        /// At each level: item, part, service, urusan.
        SetiapTingkat = "setiap-tingkat" =>
            "Nilai dibulatkan dua desimal pada setiap tingkat penghitungan, dan nilai di bawah batas kategori tidak dibulatkan naik ke batas itu.",
    }
}

kebijakan! {
    /// What the values of a part of the year are measured against.
    TriwulanBerjalan = "triwulan" {
        /// Achievement since January against the target of the whole year.
        #[default]
        Kumulatif = "kumulatif" =>
            "Capaian triwulan bersifat kumulatif sejak Januari terhadap sasaran setahun.",
    }
}

kebijakan! {
    /// What is held against the target path before the year has ended.
    JalurKejadian = "jalur_kejadian" {
        /// Services whose target is an estimate of events are left out: nobody can be said to be
        /// missing from it while the year may still bring some.
        #[default]
        DiLuar = "di-luar" =>
            "Sebelum akhir tahun, jarak ke jalur target dihitung dari pelayanan yang tidak bergantung pada kejadian.",
        /// All services are held against it.
        Ikut = "ikut" =>
            "Jarak ke jalur target dihitung dari seluruh pelayanan, termasuk yang bergantung pada kejadian.",
    }
}

kebijakan! {
    /// What a value counts that nobody has entered.
    BelumDiisi = "belum_diisi" {
        /// It counts as zero: an empty mutu part keeps the index at 80, as seen in
        /// published values (`spm.md` 3.7).
        #[default]
        Nol = "nol" => "Data yang belum diisi dihitung 0%.",
        /// An empty item is left out of the mean of its service, and a service with an
        /// empty part has no index and is left out of every mean.
        Keluarkan = "keluarkan" =>
            "Data yang belum diisi tidak diikutkan dalam rata-rata.",
    }
}

/// All policies of one daerah; the default is the suggestion of `spm.md` 3.3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Kebijakan {
    /// How mutu items are averaged.
    pub rerata_mutu: RerataMutu,
    /// Weight of an urusan in the daerah.
    pub bobot_urusan: BobotUrusan,
    /// How the services of a perangkat daerah are averaged.
    pub rerata_opd: RerataOpd,
    /// How trantibumlinmas is averaged.
    pub trantibumlinmas: Trantibumlinmas,
    /// A service without target population.
    pub sasaran_nihil: SasaranNihil,
    /// Percentages above 100.
    pub kelebihan: Kelebihan,
    /// Where rounding happens.
    pub pembulatan: Pembulatan,
    /// Part-year values.
    pub triwulan: TriwulanBerjalan,
    /// What is held against the target path within the year.
    pub jalur_kejadian: JalurKejadian,
    /// Values nobody entered.
    pub belum_diisi: BelumDiisi,
}

impl Kebijakan {
    /// Key and chosen word of each policy, in the order of the fields.
    pub fn choices(self) -> [(&'static str, &'static str); 10] {
        [
            (RerataMutu::KEYS, self.rerata_mutu.word()),
            (BobotUrusan::KEYS, self.bobot_urusan.word()),
            (RerataOpd::KEYS, self.rerata_opd.word()),
            (Trantibumlinmas::KEYS, self.trantibumlinmas.word()),
            (SasaranNihil::KEYS, self.sasaran_nihil.word()),
            (Kelebihan::KEYS, self.kelebihan.word()),
            (Pembulatan::KEYS, self.pembulatan.word()),
            (TriwulanBerjalan::KEYS, self.triwulan.word()),
            (JalurKejadian::KEYS, self.jalur_kejadian.word()),
            (BelumDiisi::KEYS, self.belum_diisi.word()),
        ]
    }

    /// One sentence per policy, in the order of the fields, for the note under a report.
    pub fn sentence(self) -> Vec<&'static str> {
        vec![
            self.rerata_mutu.sentence(),
            self.bobot_urusan.sentence(),
            self.rerata_opd.sentence(),
            self.trantibumlinmas.sentence(),
            self.sasaran_nihil.sentence(),
            self.kelebihan.sentence(),
            self.pembulatan.sentence(),
            self.triwulan.sentence(),
            self.jalur_kejadian.sentence(),
            self.belum_diisi.sentence(),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_both_ways() {
        for choices in SasaranNihil::CHOICES {
            assert_eq!(choices.word().parse(), Ok(*choices));
        }
        let errors = "hapus".parse::<SasaranNihil>().unwrap_err();
        assert_eq!(
            errors.to_string(),
            "sasaran_nihil: `hapus` tidak dikenal; pilihan: keluarkan, seratus, nol"
        );
    }

    #[test]
    fn toml_words_and_defaults() {
        let read = |text: &str| toml::from_str::<Kebijakan>(text);
        assert_eq!(read("").unwrap(), Kebijakan::default());
        let special =
            read("sasaran_nihil = \"nol\"\nkelebihan = \"apa-adanya\"").unwrap();
        assert_eq!(special.sasaran_nihil, SasaranNihil::Nol);
        assert_eq!(special.kelebihan, Kelebihan::ApaAdanya);
        assert_eq!(special.rerata_mutu, RerataMutu::RerataPersen);
        assert!(read("nihil = \"nol\"").is_err());
        assert!(read("kelebihan = \"ya\"").is_err());
        let text = toml::to_string(&special).unwrap();
        assert_eq!(read(&text).unwrap(), special);
    }

    #[test]
    fn every_policy_has_its_sentence() {
        let kalimat = Kebijakan::default().sentence();
        assert_eq!(kalimat.len(), 10);
        assert!(kalimat.iter().all(|k| k.ends_with('.')));
    }
}
