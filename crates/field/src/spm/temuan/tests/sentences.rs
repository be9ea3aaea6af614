//! Every sentence of every service, as an official would have to sign it.

use super::*;

/// A service in one state of one quarter.
struct State {
    sasaran: Reported<u64>,
    terlayani: Reported<u64>,
    mutu: Vec<ItemMutu>,
    realisasi: u64,
}

fn states() -> Vec<State> {
    let lacking = || vec![item(10, 3), item(8, 8)];
    let both = || vec![item(10, 3), item(8, 1)];
    let all = |(sasaran, terlayani): (u64, u64), mutu, realisasi| State {
        sasaran: sasaran.into(),
        terlayani: terlayani.into(),
        mutu,
        realisasi,
    };
    let empty = State {
        sasaran: 40.into(),
        terlayani: Reported::Missing,
        mutu: vec![],
        realisasi: 0,
    };
    let nihil = State {
        sasaran: Reported::Nihil,
        terlayani: Reported::Missing,
        mutu: vec![],
        realisasi: 0,
    };
    let mut states = vec![empty, nihil];
    for served in [0, 20, 250, 430, 500, 690, 750, 990, 1000, 1040] {
        states.push(all((1000, served), vec![], 900));
        states.push(all((1000, served), lacking(), 0));
        states.push(all((1000, served), both(), 500));
    }
    states.extend([(0, 0), (1, 0), (1, 1), (3, 1), (1, 2)].map(|n| all(n, vec![], 10)));
    states
}

/// The findings of a service in a state, all quarters before it on the path.
fn told(catalog: &Catalog, kode: &str, triwulan: u8, state: &State) -> Vec<Temuan> {
    let year: Vec<Vec<LayananCapaian>> = (1..=triwulan)
        .map(|tw| {
            let mut one = steady(kode, tw);
            if tw < triwulan {
                one.terlayani = 0.into();
                one.realisasi = Reported::Value(0.into());
                one.mutu = vec![];
            } else {
                one.sasaran.clone_from(&state.sasaran);
                one.terlayani.clone_from(&state.terlayani);
                one.mutu.clone_from(&state.mutu);
                one.realisasi = Reported::Value(state.realisasi.into());
            }
            one.satuan = catalog.layanan(kode).map(|l| l.satuan.clone());
            vec![one]
        })
        .collect();
    let rekap = |data: &[LayananCapaian], triwulan: usize| {
        let context = IndexContext {
            daerah: "Kabupaten Contoh".into(),
            tingkat: Tingkat::KabupatenKota,
            tahun: 2024,
            triwulan: u8::try_from(triwulan).unwrap(),
            carriers: BTreeMap::new(),
            jalur: TargetPath::default(),
        };
        compute(catalog, &context, Kebijakan::default(), data).unwrap()
    };
    let indices: Vec<Rekap> =
        year.iter().enumerate().map(|(at, data)| rekap(data, at + 1)).collect();
    let mut quarters: Vec<Quarter<'_>> =
        indices.iter().zip(&year).map(|(r, d)| report(r, d)).collect();
    let now = quarters.pop().unwrap();
    let found = find(&Evidence {
        catalog,
        now,
        earlier: quarters,
        last_year: None,
        jalur: &TargetPath::default(),
        dilaporkan: vec![],
        nama_daerah: "Kabupaten Contoh".into(),
        jenis_daerah: JenisDaerah::Kabupaten,
        nama_opd: &BTreeMap::new(),
    });
    found.into_iter().filter(|t| t.layanan.as_deref() == Some(kode)).collect()
}

/// What no sentence may hold.
fn fault(text: &str) -> Option<&'static str> {
    let wrong = [
        ("{", "a name that was not filled in"),
        ("  ", "two blanks"),
        (" .", "a blank before a stop"),
        (" ,", "a blank before a comma"),
        (",,", "two commas"),
        ("..", "two stops"),
        (" 0 orang", "nobody as a number"),
        ("baru 0,00%", "nothing as a percentage"),
        ("terlayani 0 ", "nobody as a number"),
    ];
    let held = wrong.iter().find(|(part, _)| text.contains(part));
    let stop = (!text.ends_with('.')).then_some("no stop at the end");
    held.map(|(_, why)| *why).or(stop)
}

#[test]
fn every_sentence_of_every_service() {
    let catalog = built_in();
    let mut seen = BTreeSet::new();
    for service in catalog.all_layanan(Tingkat::KabupatenKota) {
        for triwulan in 1..=4 {
            for state in states() {
                for t in told(catalog, &service.kode, triwulan, &state) {
                    for text in [&t.kondisi, &t.rekomendasi] {
                        let why = fault(text);
                        // That a target was set to nought is what this one says.
                        let nought = t.kode == "T-SASARAN-NOL";
                        assert!(why.is_none() || nought, "{} {why:?} {text}", t.kode);
                    }
                    let words = format!("{} | {}", t.kondisi, t.rekomendasi);
                    seen.insert((t.kode, service.kode.clone(), words, triwulan));
                }
            }
        }
    }
    assert!(seen.len() > 1000);
    // `BACA=<file>` writes them there, to be read aloud.
    if let Some(file) = std::env::var_os("BACA") {
        let line = |(rule, service, words, quarter): &(String, String, String, u8)| {
            format!("{rule} {service} TW {quarter}: {words}\n")
        };
        std::fs::write(file, seen.iter().map(line).collect::<String>()).unwrap();
    }
}

/// Far below its path and with no mutu: the people stand first, in every paper alike.
#[test]
fn people_come_before_mutu() {
    for (triwulan, served) in [(1, 100), (2, 390), (2, 440), (3, 500), (4, 900), (4, 780)]
    {
        let trial = Trial::at(triwulan).now(|l| {
            l.terlayani = served.into();
            l.mutu = vec![];
            l.realisasi = Reported::Value(0.into());
        });
        let (all, rekap) = trial.seen();
        let listed = prioritas(&all, &rekap, "dinas");
        let first = &listed[0];
        assert!(first.temuan[0].behind(), "{triwulan} {served}: {:?}", first.temuan);
        assert!(first.kondisi().contains(&format!("{served} dari 1.000")), "{first:?}");
    }
}

/// A path of one's own is the measure of the pace, and nothing is asked before it begins.
#[test]
fn the_pace_follows_the_path_of_the_service() {
    let path = |served: u64| {
        Trial::at(2).now(move |l| {
            l.jalur_target = TargetPath::new([0, 20, 60, 100].map(Percent::from));
            l.terlayani = served.into();
        })
    };
    assert!(!path(200).kode().iter().any(|k| k.starts_with("T-LAJU")));
    let half = path(100).one("T-LAJU-JAUH");
    assert!(
        half.kondisi.contains("jalur target triwulan ini 20,00%"),
        "{}",
        half.kondisi
    );
    assert!(half.kondisi.ends_with("hanya 50,00%."), "{}", half.kondisi);
    let none = Trial::at(1).now(|l| {
        l.jalur_target = TargetPath::new([0, 20, 60, 100].map(Percent::from));
        l.terlayani = 0.into();
    });
    assert!(!none.kode().contains("T-BELUM-MULAI"), "{:?}", none.kode());
}
