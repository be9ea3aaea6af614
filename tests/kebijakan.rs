//! One set of figures under every choice of every policy of `[spm]`, worked out by hand.
//!
//! Health: K-1, K-2. Trantibumlinmas: T-1 (trantibum), T-2 and T-3 (bencana), T-4 (kebakaran).
//!
//! | | target | served | mutu items (need, met) | index |
//! |---|---|---|---|---|
//! | K-1 | 7 | 1 | (7, 1), (1000, 900) | 0.8 x 100/7 + 0.2 x (100/7 + 90)/2 = 153/7 = 21.857143 |
//! | K-2 | nihil | | | left out |
//! | T-1 | 100 | 100 | (1, 1) | 100 |
//! | T-2 | 100 | 60 | (1, 1) | 0.8 x 60 + 0.2 x 100 = 68 |
//! | T-3 | 100 | 120 | (10, 10) | 100, for 120 counts as 100 |
//! | T-4 | 100 | 50 | none | 0.8 x 50 + 0.2 x 0 = 40 |
//!
//! Health 153/7; trantibumlinmas (100 + 68 + 100 + 40)/4 = 77; daerah (153/7 + 77)/2 = 346/7.

use std::fmt::Write as _;

use naskah::spm::kebijakan::{
    BelumDiisi, BobotUrusan, JalurKejadian, Kelebihan, Pembulatan, RerataMutu, RerataOpd,
    SasaranNihil, Trantibumlinmas, TriwulanBerjalan,
};
use naskah::spm::{
    Catalog, IndexContext, ItemMutu, Kebijakan, LayananCapaian, Rekap, Reported, Tingkat,
    compute,
};
use num_rational::BigRational;

const SUMBER: &str = "sumber = { tingkat = \"INFERRED\" }\n";

fn catalog() -> Catalog {
    let (mut urusan, mut layanan) = (String::new(), String::new());
    for kode in ["kes", "tr"] {
        let _ = write!(
            urusan,
            "[[urusan]]\nkode='{kode}'\nnama='{kode}'\nnama_resmi=''\nsingkat=''\n{SUMBER}"
        );
    }
    for (kode, urusan, sub) in [
        ("K-1", "kes", ""),
        ("K-2", "kes", ""),
        ("T-1", "tr", "sub_urusan='trantibum'"),
        ("T-2", "tr", "sub_urusan='bencana'"),
        ("T-3", "tr", "sub_urusan='bencana'"),
        ("T-4", "tr", "sub_urusan='kebakaran'"),
    ] {
        let _ = write!(
            layanan,
            "[[layanan]]\nkode='{kode}'\nurusan='{urusan}'\n{sub}\nnama='{kode}'\n\
             penerima=''\nsatuan='Orang'\nopd_lazim=''\n{SUMBER}"
        );
    }
    let mut scale = format!("[[skala]]\nberlaku_dari=2022\n{SUMBER}");
    for (name, least) in
        [("Tuntas Paripurna", 100), ("Tuntas Madya", 80), ("Belum Tuntas", 0)]
    {
        let _ =
            write!(scale, "[[skala.kategori]]\nnama='{name}'\nbatas_bawah='{least}'\n");
    }
    Catalog::from_toml(&[
        ("urusan.toml", &urusan),
        ("layanan-kabupaten.toml", &layanan),
        ("kategori.toml", &scale),
    ])
    .unwrap()
}

fn report(
    kode: &str,
    sasaran: Reported<u64>,
    terlayani: u64,
    items: &[(u64, u64)],
) -> LayananCapaian {
    let mutu = items.iter().enumerate().map(|(n, (need, met))| ItemMutu {
        nama: format!("Item {n}"),
        satuan: String::new(),
        dibutuhkan: Reported::Value((*need).into()),
        terpenuhi: Reported::Value((*met).into()),
    });
    LayananCapaian {
        kode: kode.to_owned(),
        opd: "dinas".to_owned(),
        sasaran,
        terlayani: Reported::Value(terlayani),
        mutu: mutu.collect(),
        ..LayananCapaian::default()
    }
}

fn figures() -> Vec<LayananCapaian> {
    let nihil = LayananCapaian {
        terlayani: Reported::Missing,
        ..report("K-2", Reported::Nihil, 0, &[])
    };
    vec![
        report("K-1", Reported::Value(7), 1, &[(7, 1), (1000, 900)]),
        nihil,
        report("T-1", Reported::Value(100), 100, &[(1, 1)]),
        report("T-2", Reported::Value(100), 60, &[(1, 1)]),
        report("T-3", Reported::Value(100), 120, &[(10, 10)]),
        report("T-4", Reported::Value(100), 50, &[]),
    ]
}

fn rekap(triwulan: u8, kebijakan: Kebijakan, figures: &[LayananCapaian]) -> Rekap {
    let konteks = IndexContext {
        daerah: "Kabupaten Contoh".into(),
        tingkat: Tingkat::KabupatenKota,
        tahun: 2024,
        triwulan,
        carriers: std::collections::BTreeMap::new(),
        jalur: field::spm::TargetPath::default(),
    };
    compute(&catalog(), &konteks, kebijakan, figures).unwrap()
}

/// Key, word, the policies with it, the index of the daerah as a fraction, and how it prints.
type Choice = (&'static str, &'static str, Kebijakan, (i64, i64), &'static str);

/// Each choice of each policy, the others as they are by default.
fn choices() -> Vec<Choice> {
    let base = Kebijakan::default();
    let mut all = Vec::new();
    for choice in RerataMutu::CHOICES {
        let (exact, printed) = match choice {
            RerataMutu::RerataPersen => ((346, 7), "49.43"),
            // Mutu of K-1: 901/1007 = 17/19. 0.8 x 100/7 + 0.2 x 1700/19 = 3900/133 =
            // 29.323308; (3900/133 + 77)/2 = 14141/266 = 53.161654.
            RerataMutu::RasioJumlah => ((14_141, 266), "53.16"),
        };
        let policy = Kebijakan { rerata_mutu: *choice, ..base };
        all.push((RerataMutu::KEYS, choice.word(), policy, exact, printed));
    }
    for choice in BobotUrusan::CHOICES {
        let (exact, printed) = match choice {
            BobotUrusan::SamaRata => ((346, 7), "49.43"),
            // One service counts in health, four in the other: (153/7 + 4 x 77)/5 = 2309/35.
            BobotUrusan::JumlahLayanan => ((2309, 35), "65.97"),
        };
        let policy = Kebijakan { bobot_urusan: *choice, ..base };
        all.push((BobotUrusan::KEYS, choice.word(), policy, exact, printed));
    }
    for choice in RerataOpd::CHOICES {
        // The index of an office enters no other; see below for its own.
        let policy = Kebijakan { rerata_opd: *choice, ..base };
        all.push((RerataOpd::KEYS, choice.word(), policy, (346, 7), "49.43"));
    }
    for choice in Trantibumlinmas::CHOICES {
        let (exact, printed) = match choice {
            Trantibumlinmas::PerLayanan => ((346, 7), "49.43"),
            // Trantibum 100, bencana (68 + 100)/2 = 84, kebakaran 40: 224/3 = 74.666667;
            // (153/7 + 224/3)/2 = 2027/42 = 48.261905.
            Trantibumlinmas::PerSubUrusan => ((2027, 42), "48.26"),
        };
        let policy = Kebijakan { trantibumlinmas: *choice, ..base };
        all.push((Trantibumlinmas::KEYS, choice.word(), policy, exact, printed));
    }
    for choice in SasaranNihil::CHOICES {
        let (exact, printed) = match choice {
            SasaranNihil::Keluarkan => ((346, 7), "49.43"),
            // Health (153/7 + 100)/2 = 853/14; (853/14 + 77)/2 = 1931/28 = 68.964286.
            SasaranNihil::Seratus => ((1931, 28), "68.96"),
            // Health 153/14; (153/14 + 77)/2 = 1231/28 = 43.964286.
            SasaranNihil::Nol => ((1231, 28), "43.96"),
        };
        let policy = Kebijakan { sasaran_nihil: *choice, ..base };
        all.push((SasaranNihil::KEYS, choice.word(), policy, exact, printed));
    }
    for choice in Kelebihan::CHOICES {
        let (exact, printed) = match choice {
            Kelebihan::Batasi => ((346, 7), "49.43"),
            // T-3: 0.8 x 120 + 0.2 x 100 = 116; (100 + 68 + 116 + 40)/4 = 81;
            // (153/7 + 81)/2 = 360/7 = 51.428571.
            Kelebihan::ApaAdanya => ((360, 7), "51.43"),
        };
        let policy = Kebijakan { kelebihan: *choice, ..base };
        all.push((Kelebihan::KEYS, choice.word(), policy, exact, printed));
    }
    for choice in Pembulatan::CHOICES {
        let (exact, printed) = match choice {
            Pembulatan::DiAkhir => ((346, 7), "49.43"),
            // K-1: penerima 14.29; mutu (14.29 + 90)/2 = 52.145, rounded 52.15; index
            // 11.432 + 10.43 = 21.862, rounded 21.86; (21.86 + 77)/2 = 49.43 exactly.
            Pembulatan::SetiapTingkat => ((4943, 100), "49.43"),
        };
        let policy = Kebijakan { pembulatan: *choice, ..base };
        all.push((Pembulatan::KEYS, choice.word(), policy, exact, printed));
    }
    for choice in BelumDiisi::CHOICES {
        let (exact, printed) = match choice {
            BelumDiisi::Nol => ((346, 7), "49.43"),
            // T-4 has no index: (100 + 68 + 100)/3 = 268/3; (153/7 + 268/3)/2 = 2335/42.
            BelumDiisi::Keluarkan => ((2335, 42), "55.60"),
        };
        let policy = Kebijakan { belum_diisi: *choice, ..base };
        all.push((BelumDiisi::KEYS, choice.word(), policy, exact, printed));
    }
    for choice in JalurKejadian::CHOICES {
        // What is held against the path is no part of the index.
        let policy = Kebijakan { jalur_kejadian: *choice, ..base };
        all.push((JalurKejadian::KEYS, choice.word(), policy, (346, 7), "49.43"));
    }
    for choice in TriwulanBerjalan::CHOICES {
        // Quarter four against the whole year: nothing is scaled.
        let policy = Kebijakan { triwulan: *choice, ..base };
        all.push((TriwulanBerjalan::KEYS, choice.word(), policy, (346, 7), "49.43"));
    }
    all
}

#[test]
fn every_choice_of_every_policy_by_hand() {
    let all = choices();
    for (key, word, policy, (over, under), printed) in &all {
        let index = rekap(4, *policy, &figures()).indeks.unwrap();
        let exact = BigRational::new((*over).into(), (*under).into());
        assert_eq!(*index.value(), exact, "{key} = {word}: {index}");
        assert_eq!(index.to_string(), *printed, "{key} = {word}");
    }
    // Each policy of the settings is here.
    let policies: toml::Table = toml::Table::try_from(Kebijakan::default()).unwrap();
    for key in policies.keys() {
        assert!(all.iter().any(|(k, ..)| k == key), "{key} has no example");
    }
}

/// Cumulative since January against the target of the year: 25 of 100 after one quarter are
/// 25 %, not 100 % of a quarter's share.
#[test]
fn a_quarter_is_measured_against_the_year() {
    for (quarter, served, index) in [(1, 25, "25.00"), (2, 50, "50.00"), (3, 60, "60.00")]
    {
        let figures = [report("K-1", Reported::Value(100), served, &[(100, served)])];
        let found = rekap(quarter, Kebijakan::default(), &figures);
        assert_eq!(
            found.urusan[0].layanan[0].indeks.as_ref().unwrap().to_string(),
            index
        );
    }
}

/// The pattern of published values (`spm.md` 3.7): everybody served and part B empty gives
/// exactly 80 at every level, and the category of 80.
#[test]
fn an_empty_part_b_stands_at_exactly_eighty() {
    let kodes = ["K-1", "K-2", "T-1", "T-2", "T-3", "T-4"];
    let figures = kodes.map(|kode| report(kode, Reported::Value(321), 321, &[]));
    for policy in choices()
        .into_iter()
        .filter(|(key, word, ..)| (*key, *word) != (BelumDiisi::KEYS, "keluarkan"))
    {
        let found = rekap(4, policy.2, &figures);
        let eighty = BigRational::from_integer(80.into());
        assert_eq!(*found.indeks.as_ref().unwrap().value(), eighty, "{}", policy.0);
        for urusan in &found.urusan {
            assert_eq!(*urusan.indeks.as_ref().unwrap().value(), eighty);
        }
        assert_eq!(found.kategori.as_deref(), Some("Tuntas Madya"));
    }
}

/// One office with a service of health and three others: mean of four, or of two means.
#[test]
fn the_index_of_an_office_by_both_policies() {
    let figures = [
        report("K-1", Reported::Value(100), 20, &[(100, 20)]),
        report("T-1", Reported::Value(100), 100, &[(100, 100)]),
        report("T-2", Reported::Value(100), 80, &[(100, 80)]),
        report("T-3", Reported::Value(100), 60, &[(100, 60)]),
    ];
    for (policy, index) in [(RerataOpd::PerLayanan, 65), (RerataOpd::PerUrusan, 50)] {
        let policy = Kebijakan { rerata_opd: policy, ..Kebijakan::default() };
        let found = rekap(4, policy, &figures);
        let index = BigRational::from_integer(index.into());
        assert_eq!(*found.opd[0].indeks.as_ref().unwrap().value(), index);
    }
}
