//! Worked examples by hand for every rule, at its threshold and just beside it.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use num_rational::BigRational;
use proptest::prelude::*;

use super::*;
use crate::spm::capaian::{ItemMutu, Reported, Rincian};
use crate::spm::catalog::{CatalogCause as S, TEMUAN_OVERLAY};
use crate::spm::indeks::{IndexContext, compute};
use crate::spm::kebijakan::Kebijakan;
use crate::spm::{CatalogError, Tingkat};
use cases::{data_cases, direction_cases, fill_in_cases};

mod cases;
mod edges;
mod overlay;
mod places;
mod sentences;

/// The built-in catalog with a workspace's own rules over it.
fn catalog(overlay: &str) -> Result<Catalog, CatalogError> {
    Catalog::from_toml(&[
        ("urusan.toml", include_str!("../../../../../catalog/urusan.toml")),
        (
            "layanan-kabupaten.toml",
            include_str!("../../../../../catalog/layanan-kabupaten.toml"),
        ),
        ("kategori.toml", include_str!("../../../../../catalog/kategori.toml")),
        ("temuan.toml", include_str!("../../../../../catalog/temuan.toml")),
        (TEMUAN_OVERLAY, overlay),
    ])
}

/// The built-in catalog, read once.
fn built_in() -> &'static Catalog {
    static BUILT_IN: OnceLock<Catalog> = OnceLock::new();
    BUILT_IN.get_or_init(|| catalog("").unwrap())
}

fn item(need: u64, met: u64) -> ItemMutu {
    ItemMutu {
        nama: "Buku KIA".into(),
        satuan: "Buku".into(),
        dibutuhkan: Reported::Value(need.into()),
        terpenuhi: Reported::Value(met.into()),
    }
}

fn report<'a>(rekap: &'a Rekap, data: &'a [LayananCapaian]) -> Quarter<'a> {
    Quarter { rekap, reports: data.iter().collect() }
}

/// On the path: a quarter of the people and of the money each quarter, all the mutu.
fn steady(kode: &str, triwulan: u8) -> LayananCapaian {
    let parts = u64::from(triwulan) * 250;
    LayananCapaian {
        kode: kode.into(),
        opd: "dinas".into(),
        sasaran: 1000.into(),
        terlayani: parts.into(),
        mutu: vec![item(100, 100)],
        pagu: Reported::Value(1000.into()),
        realisasi: Reported::Value(parts.into()),
        ..LayananCapaian::default()
    }
}

fn all(triwulan: u8) -> Vec<LayananCapaian> {
    let all = built_in().all_layanan(Tingkat::KabupatenKota);
    all.iter().map(|l| steady(&l.kode, triwulan)).collect()
}

/// A year up to a quarter, all on the path until a test changes it.
#[derive(Clone)]
struct Trial {
    overlay: String,
    /// By quarter, the last one is looked at.
    tahun: Vec<Vec<LayananCapaian>>,
    last_year: Option<Vec<LayananCapaian>>,
    dilaporkan: Vec<ReportedIndex>,
    jalur: TargetPath,
}

impl Trial {
    fn at(triwulan: u8) -> Self {
        Self {
            overlay: String::new(),
            tahun: (1..=triwulan).map(all).collect(),
            last_year: Some(all(triwulan)),
            dilaporkan: Vec::new(),
            jalur: TargetPath::default(),
        }
    }

    fn triwulan(&self) -> usize {
        self.tahun.len()
    }

    /// Changes a service in a quarter of this year.
    fn change(
        mut self,
        triwulan: usize,
        kode: &str,
        change: impl FnOnce(&mut LayananCapaian),
    ) -> Self {
        let di = self.tahun[triwulan - 1].iter_mut().find(|l| l.kode == kode).unwrap();
        change(di);
        self
    }

    /// Changes KES-5 in the quarter that is looked at.
    fn now(self, change: impl FnOnce(&mut LayananCapaian)) -> Self {
        let triwulan = self.triwulan();
        self.change(triwulan, "KES-5", change)
    }

    /// Changes KES-5 in the quarter before.
    fn since_last_quarter(self, change: impl FnOnce(&mut LayananCapaian)) -> Self {
        let triwulan = self.triwulan() - 1;
        self.change(triwulan, "KES-5", change)
    }

    /// Changes KES-5 a year ago.
    fn past(mut self, change: impl FnOnce(&mut LayananCapaian)) -> Self {
        let last = self.last_year.iter_mut().flatten();
        change(last.into_iter().find(|l| l.kode == "KES-5").unwrap());
        self
    }

    fn with_rules(mut self, overlay: &str) -> Self {
        overlay.clone_into(&mut self.overlay);
        self
    }

    fn temuan(&self) -> Vec<Temuan> {
        self.seen().0
    }

    /// The findings and the result they are about.
    fn seen(&self) -> (Vec<Temuan>, Rekap) {
        let own;
        let catalog = if self.overlay.is_empty() {
            built_in()
        } else {
            own = catalog(&self.overlay).unwrap();
            &own
        };
        let rekap = |data: &[LayananCapaian], tahun: u16, triwulan: usize| {
            let context = IndexContext {
                daerah: "Kabupaten Contoh".into(),
                tingkat: Tingkat::KabupatenKota,
                tahun,
                triwulan: u8::try_from(triwulan).unwrap(),
                carriers: BTreeMap::from([("KES-2".to_owned(), "dinas".to_owned())]),
                jalur: self.jalur.clone(),
            };
            compute(catalog, &context, Kebijakan::default(), data).unwrap()
        };
        let tahun: Vec<Rekap> =
            self.tahun.iter().enumerate().map(|(i, d)| rekap(d, 2024, i + 1)).collect();
        let past = self.last_year.as_ref().map(|d| rekap(d, 2023, self.triwulan()));
        let mut all: Vec<Quarter<'_>> =
            tahun.iter().zip(&self.tahun).map(|(r, d)| report(r, d)).collect();
        let now = all.pop().unwrap();
        let nama_opd = BTreeMap::from([("dinas", "Dinas Contoh".into())]);
        let looked_at = now.rekap.clone();
        let found = find(&Evidence {
            catalog,
            now,
            earlier: all,
            last_year: past
                .as_ref()
                .zip(self.last_year.as_ref())
                .map(|(r, d)| report(r, d)),
            jalur: &self.jalur,
            dilaporkan: self.dilaporkan.iter().collect(),
            nama_daerah: "Kabupaten Contoh".into(),
            jenis_daerah: JenisDaerah::Kabupaten,
            nama_opd: &nama_opd,
        });
        (found, looked_at)
    }

    fn kode(&self) -> BTreeSet<String> {
        self.temuan().into_iter().map(|t| t.kode).collect()
    }

    /// The only finding of a rule.
    fn one(&self, kode: &str) -> Temuan {
        let all = self.temuan();
        let mut same = all.iter().filter(|t| t.kode == kode);
        let one = same.next().unwrap_or_else(|| panic!("{kode} not in {all:#?}"));
        assert!(same.next().is_none(), "{all:#?}");
        one.clone()
    }
}

/// A rule, a year in which it finds something, and the nearest one in which it does not.
type Case = (&'static str, Trial, Trial);

fn terlayani(count: u64) -> impl Fn(&mut LayananCapaian) {
    move |l| l.terlayani = count.into()
}

fn mutu(need: u64, met: u64) -> impl Fn(&mut LayananCapaian) {
    move |l| l.mutu = vec![item(need, met)]
}

#[test]
fn every_rule_at_its_threshold_and_beside_it() {
    let mut tested = BTreeSet::new();
    for (kode, hit, miss) in
        data_cases().into_iter().chain(fill_in_cases()).chain(direction_cases())
    {
        let temuan = hit.one(kode);
        let texts = [&temuan.judul, &temuan.kondisi, &temuan.rekomendasi];
        for text in texts {
            assert!(!text.contains(['{', '}']) && !text.contains("  "), "{kode}: {text}");
            assert!(!text.contains(" .") && !text.contains("()"), "{kode}: {text}");
        }
        assert!(!miss.kode().contains(kode), "{kode}: {:#?}", miss.temuan());
        tested.insert(kode);
    }
    let known: BTreeSet<&str> = placeholders::all().map(|(kode, _)| kode).collect();
    assert_eq!(tested, known);
    let built_in: BTreeSet<&str> =
        built_in().temuan_rules().iter().map(|a| a.kode.as_str()).collect();
    assert_eq!(built_in, known);
}

#[test]
fn a_year_on_the_path_has_no_finding() {
    for triwulan in 1..=4 {
        assert_eq!(Trial::at(triwulan).temuan(), [], "{triwulan}");
    }
}

#[test]
fn events_are_held_to_no_estimate_before_the_year_has_ended() {
    // One of 1000 estimated was there to be rescued, and no money was needed.
    let few = |l: &mut LayananCapaian| {
        (l.terlayani, l.realisasi) = (1.into(), Reported::Value(0.into()));
    };
    for kode in ["KES-2", "KES-3", "KES-11", "TR-1", "TR-4", "TR-5", "SOS-5"] {
        for triwulan in 1..4 {
            let year = (1..=triwulan)
                .fold(Trial::at(triwulan.try_into().unwrap()), |y, tw| {
                    y.change(tw, kode, few)
                });
            let own = |t: &Temuan| t.layanan.as_deref() == Some(kode);
            assert!(
                !year.temuan().iter().any(own),
                "{kode} {triwulan}: {:#?}",
                year.temuan()
            );
        }
        let year = (1..=4).fold(Trial::at(4), |y, tw| y.change(tw, kode, few));
        assert!(year.temuan().iter().any(|t| t.kode == "T-SISA-JAUH"), "{kode}");
    }
}

#[test]
fn spending_within_the_year_follows_the_path() {
    let money = |served: u64, spent: u64| {
        let l = move |l: &mut LayananCapaian| {
            (l.terlayani, l.realisasi) = (served.into(), Reported::Value(spent.into()));
        };
        let all = Trial::at(1).now(l).temuan();
        all.into_iter()
            .map(|t| t.kode)
            .filter(|k| k.starts_with("T-SERAPAN"))
            .collect::<Vec<_>>()
    };
    // 85 % of the pupils are there in March; 13 % of the money is spent.
    assert_eq!(money(850, 130), [""; 0]);
    assert_eq!(money(100, 340), [""; 0]);
    assert_eq!(money(100, 350), ["T-SERAPAN-MENDAHULUI"]);
    assert_eq!(money(850, 0), ["T-SERAPAN-JALUR"]);
    let slow = Trial::at(1).now(terlayani(100)).one("T-LAJU-JAUH");
    assert_eq!(
        slow.kondisi.text,
        "Terlayani 100 dari 1.000 orang (10,00%), sedangkan jalur target triwulan ini 25,00%. \
         Dengan laju itu, capaian akhir tahun diperkirakan hanya 40,00%."
    );
}

/// What stands at its path as both are printed is not told to lag behind it.
#[test]
fn what_is_printed_alike_is_judged_alike() {
    let served = |people: u64| {
        let at = |l: &mut LayananCapaian| {
            l.sasaran = 100_000.into();
            l.terlayani = people.into();
            l.mutu = vec![item(100_000, people)];
        };
        let found = Trial::at(1).now(at).temuan();
        let kinds = found.into_iter().map(|t| t.kode);
        kinds.filter(|k| k.contains("JALUR") || k.contains("LAJU")).collect::<Vec<_>>()
    };
    let path = |people: u64| served(people).contains(&"T-INDEKS-JALUR".to_owned());
    assert!(!path(24_996), "{:?}", served(24_996));
    assert!(path(24_994), "{:?}", served(24_994));
}

#[test]
fn the_figures_in_the_words() {
    let temuan = Trial::at(2).change(2, "KES-4", terlayani(350)).one("T-LAJU-JAUH");
    assert_eq!(
        temuan.kondisi.text,
        "Terlayani 350 dari 1.000 orang (35,00%), sedangkan jalur target triwulan ini 50,00%. \
         Dengan laju itu, capaian akhir tahun diperkirakan hanya 70,00%."
    );
    // 650 people in two quarters or six months, a part of a person is a person.
    assert!(
        temuan.rekomendasi.contains(
            "325 orang per triwulan hingga Desember (sekitar 109 orang per bulan)"
        ),
        "{}",
        temuan.rekomendasi
    );
    let temuan = Trial::at(2).now(terlayani(200)).one("T-TURUN-TERLAYANI");
    assert!(temuan.kondisi.starts_with(
        "Jumlah terlayani berkurang dari 250 orang pada Triwulan I menjadi 200 orang"
    ));
    let temuan = Trial::at(4).past(mutu(100, 50)).one("T-NAIK-TAHUN");
    assert_eq!(
        temuan.kondisi.text,
        "Indeks naik 10,00 poin dibanding Triwulan IV Tahun 2023, dari 90,00% menjadi 100,00%."
    );
    let empty = |l: &mut LayananCapaian| {
        (l.sasaran, l.terlayani) = (Reported::Missing, Reported::Missing);
    };
    let temuan = Trial::at(4).now(empty).one("T-PENERIMA-KOSONG");
    assert!(temuan.kondisi.contains("jumlah sasaran dan jumlah terlayani"));
}

#[test]
fn the_stronger_finding_takes_the_place_of_the_weaker() {
    let kode = |trial: Trial| {
        let own = |t: &Temuan| t.layanan.as_deref() == Some("KES-5");
        let all = trial.temuan().into_iter().filter(own);
        all.map(|t| t.kode).collect::<Vec<_>>()
    };
    // Both would be told of the same people.
    let slow = Trial::at(2).now(terlayani(440));
    assert_eq!(kode(slow), ["T-LAJU"]);
    let far = kode(Trial::at(2).now(terlayani(350)));
    assert!(far.contains(&"T-LAJU-JAUH".to_owned()));
    assert!(!far.contains(&"T-LAJU".to_owned()) && !far.contains(&"T-JALUR".to_owned()));
    // From 84 to 60: the fall of the index follows from that of the people.
    let fallen = Trial::at(2).since_last_quarter(terlayani(800)).now(terlayani(500));
    assert_eq!(kode(fallen), ["T-TURUN-TERLAYANI"]);
    let empty = |l: &mut LayananCapaian| l.mutu.clear();
    assert_eq!(kode(Trial::at(4).now(empty)), ["T-TERTAHAN-80"]);
}

#[test]
fn the_worst_first_then_the_largest() {
    let trial = Trial::at(4)
        .change(4, "KES-3", terlayani(700))
        .change(4, "KES-2", terlayani(790))
        .change(4, "KES-5", terlayani(950))
        .change(4, "SOS-1", terlayani(1001));
    let order: Vec<(String, TemuanLevel)> = trial
        .temuan()
        .into_iter()
        .filter(|t| t.kode.starts_with("T-SISA") || t.kode == "T-MELEBIHI-SASARAN")
        .map(|t| (t.layanan.unwrap_or_default(), t.tingkat))
        .collect();
    assert_eq!(
        order,
        [
            ("SOS-1".to_owned(), TemuanLevel::Galat),
            ("KES-3".to_owned(), TemuanLevel::Penting),
            ("KES-2".to_owned(), TemuanLevel::Penting),
            ("KES-5".to_owned(), TemuanLevel::Perhatian),
        ]
    );
}

#[test]
fn whom_a_finding_is_for() {
    let mut trial = Trial::at(4).now(mutu(100, 75));
    trial.tahun[3].retain(|l| l.kode != "KES-2");
    let (all, rekap) = trial.seen();
    // The office's index holds one that nobody reported: no fall is told of it.
    assert!(all.iter().all(|t| t.layanan.is_some() || t.kode != "T-TURUN-TAHUN"));
    let unreported = trial.one("T-BELUM-LAPOR");
    assert_eq!(
        (unreported.opd.as_deref(), unreported.layanan.as_deref()),
        (Some("dinas"), Some("KES-2"))
    );
    let listed = prioritas(&all, &rekap, "dinas");
    // What was not reported at all is told elsewhere, and not once a service.
    assert_eq!(listed.iter().map(|p| p.layanan).collect::<Vec<_>>(), ["KES-5"]);
    assert!(listed[0].kondisi().contains("Indeks turun 5,00 poin"));
    assert!(prioritas(&all, &rekap, "lain").is_empty());
}

#[test]
fn an_index_of_a_whole_that_was_sent_along() {
    let mut trial = Trial::at(4);
    trial.dilaporkan = vec![
        ReportedIndex { lingkup: TemuanScope::Daerah, nilai: Percent::from(99) },
        ReportedIndex {
            lingkup: TemuanScope::Urusan("sosial".into()),
            nilai: Percent::from(98),
        },
        ReportedIndex {
            lingkup: TemuanScope::Opd("dinas".into()),
            nilai: Percent::from(100),
        },
    ];
    let kondisi: Vec<String> =
        trial.temuan().into_iter().map(|t| t.kondisi.text).collect();
    assert_eq!(kondisi.len(), 2);
    assert!(
        kondisi[0].starts_with("Indeks urusan Sosial dilaporkan 98,00%"),
        "{kondisi:?}"
    );
    assert!(kondisi[1].contains("Kabupaten Contoh dilaporkan 99,00%"), "{kondisi:?}");
}

#[test]
fn a_part_that_is_empty_says_nothing_about_the_total() {
    let parts = |terlayani| Rincian {
        nama: "Utara".into(),
        sasaran: Reported::Missing,
        terlayani,
    };
    let trial = Trial::at(4)
        .now(|l| l.rincian = vec![parts(600.into()), parts(Reported::Missing)]);
    assert_eq!(trial.temuan(), []);
}

#[test]
fn who_rose_and_is_still_behind_is_no_example() {
    let mutu = |perlu, ada| move |l: &mut LayananCapaian| l.mutu = vec![item(perlu, ada)];
    let behind = Trial::at(4).past(mutu(100, 0)).now(|l| {
        l.terlayani = 900.into();
    });
    let found = behind.temuan();
    assert!(found.iter().all(|t| !t.rekomendasi.contains("mempertahankan")), "{found:?}");
    assert!(found.iter().any(|t| t.kode == "T-NAIK-BELUM"), "{found:?}");
}

/// A head of an office is asked, never ordered.
#[test]
fn every_recommendation_is_a_request() {
    for rule in built_in().temuan_rules() {
        let own = rule.khusus.values().filter_map(|words| words.rekomendasi.as_ref());
        for text in own.chain([&rule.rekomendasi]) {
            assert!(text.starts_with("Agar "), "{}: {}", rule.kode, text.value);
        }
    }
}
