//! What a workspace changes of the rules and their words.

use super::*;

#[test]
fn a_workspace_changes_single_keys_of_single_rules() {
    let trial = Trial::at(4).now(terlayani(950));
    assert_eq!(trial.one("T-SISA").tingkat, TemuanLevel::Perhatian);
    let rule = |figures: &str| format!("[[aturan]]\nkode = 'T-SISA'\n{figures}\n");
    let other =
        trial.clone().with_rules(&rule("tingkat = 'galat'\nkondisi = 'Kurang {belum}.'"));
    let temuan = other.one("T-SISA");
    assert_eq!((temuan.tingkat, &*temuan.kondisi), (TemuanLevel::Galat, "Kurang 50."));
    assert_eq!(temuan.rekomendasi, trial.one("T-SISA").rekomendasi);
    for mati in ["aktif = false", "ambang = '5.01'", "ambang = '5,01'"] {
        assert!(
            !trial.clone().with_rules(&rule(mati)).kode().contains("T-SISA"),
            "{mati}"
        );
    }
    assert!(trial.with_rules(&rule("ambang = '5'")).kode().contains("T-SISA"));
}

#[test]
fn a_rule_that_cannot_be_used_is_told_with_its_place() {
    let wrong = |figures: &str| {
        let errors = catalog(figures).unwrap_err();
        let one = errors.problems.into_iter().next().unwrap();
        assert_eq!(one.file, TEMUAN_OVERLAY);
        (one.place.map(|l| figures[l].to_owned()), one.cause)
    };
    let (place, cause) = wrong("[[aturan]]\nkode = 'T-SISAA'\naktif = false");
    assert_eq!(place.as_deref(), Some("'T-SISAA'"));
    assert_eq!(cause, S::UnknownRule { kode: "T-SISAA".into(), near: "T-SISA".into() });
    let (place, cause) = wrong("[[aturan]]\nkode = 'T-SISA'\nkondisi = 'Ada {sisa}.'");
    assert_eq!(place.as_deref(), Some("'Ada {sisa}.'"));
    assert!(
        matches!(cause, S::UnknownPlaceholder { placeholder, .. } if placeholder == "sisa")
    );
    let (_, cause) = wrong("[[aturan]]\nkode = 'T-SISA'\nambang = 'lima'");
    assert_eq!(cause, S::BadThreshold("lima".into()));
    let (_, cause) = wrong("[[aturan]]\nkode = 'T-SISA'\nmenggantikan = ['T-X']");
    assert!(matches!(cause, S::UnknownRule { kode, .. } if kode == "T-X"));
    let (_, cause) = wrong("[[aturan]]\nkode = 'T-SISA'\n[[aturan]]\nkode = 'T-SISA'");
    assert_eq!(cause, S::Duplicate("T-SISA".into()));
    let (_, cause) = wrong("[[aturan]]\nkode = 'T-SISA'\nsaran = 'x'");
    assert!(matches!(cause, S::Malformed(_)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_order_of_the_reports_does_not_matter(
        angka in prop::collection::vec((0_u64..1200, 0_u64..110, 0_u64..1200), 29),
        putar in 1_usize..29,
    ) {
        let mut trial = Trial::at(3);
        for (l, (served, met, spent)) in trial.tahun[2].iter_mut().zip(angka) {
            l.terlayani = served.into();
            l.mutu = vec![item(100, met)];
            l.realisasi = Reported::Value(spent.into());
        }
        let mut other = trial.clone();
        other.tahun[2].rotate_left(putar);
        other.tahun[1].reverse();
        let temuan = trial.temuan();
        prop_assert_eq!(&temuan, &other.temuan());
        prop_assert!(temuan.windows(2).all(|second| second[0].tingkat <= second[1].tingkat));
    }

    #[test]
    fn serving_one_more_never_makes_the_shortfall_worse(served in 1_u64..1000) {
        let tingkat = |n| {
            let all = Trial::at(4).now(terlayani(n)).temuan();
            all.into_iter().find(|t| t.kode.starts_with("T-SISA")).map(|t| t.tingkat)
        };
        let (missing, excess) = (tingkat(served), tingkat(served + 1));
        prop_assert!(excess.is_none() || excess >= missing, "{missing:?} {excess:?}");
    }
}

/// What was missed at an event cannot be scheduled, nor be raised to so many a month.
#[test]
fn services_that_wait_for_events_have_words_of_their_own() {
    let events: Vec<&str> = built_in()
        .all_layanan(Tingkat::KabupatenKota)
        .iter()
        .filter(|l| l.awaits_events())
        .map(|l| &l.kode[..])
        .collect();
    // spm.md 11.
    let expected =
        ["KES-1", "KES-2", "KES-3", "KES-11", "KES-12", "TR-1", "TR-4", "TR-5", "SOS-5"];
    assert_eq!(events, expected);
    for (triwulan, terlayani) in
        [(1, 0), (2, 100), (2, 430), (3, 10), (4, 0), (4, 777), (4, 950)]
    {
        let mut trial = Trial::at(triwulan);
        for layanan in built_in().all_layanan(Tingkat::KabupatenKota) {
            trial = trial.change(triwulan.into(), &layanan.kode, |l| {
                l.terlayani = terlayani.into();
            });
        }
        let temuan = trial.temuan();
        for kode in &events {
            let about = temuan.iter().filter(|t| t.layanan.as_deref() == Some(kode));
            let told: Vec<&Temuan> = about.collect();
            assert!(triwulan < 4 || !told.is_empty(), "{kode} {triwulan} {terlayani}");
            for t in told {
                for word in
                    ["jadwal", "per triwulan", "per bulan", "Tahun 2025", "kecamatan"]
                {
                    assert!(
                        !t.rekomendasi.contains(word),
                        "{kode} {}: {}",
                        t.kode,
                        t.rekomendasi
                    );
                }
            }
        }
        // The others still have people to reach.
        let reach = |t: &&Temuan| t.layanan.as_deref() == Some("KES-4");
        let told: String =
            temuan.iter().filter(reach).map(|t| &t.rekomendasi[..]).collect();
        let words = ["jadwal", "per bulan", "Memetakan", "memetakan"];
        assert!(words.iter().any(|w| told.contains(w)), "{told}");
    }
}

/// More victims are no decision of anybody; whom a target counts is.
#[test]
fn a_number_of_victims_that_changed_is_asked_for_its_record() {
    for (kode, asked) in [
        ("TR-1", "catatan"),
        ("TR-4", "catatan"),
        ("TR-5", "catatan"),
        ("SOS-5", "catatan"),
        ("KES-1", "keputusan kepala daerah"),
        ("KES-4", "keputusan kepala daerah"),
    ] {
        let trial = Trial::at(2).change(1, kode, |l| l.sasaran = 600.into());
        let temuan = trial.temuan();
        let mut found = temuan.iter().filter(|t| t.layanan.as_deref() == Some(kode));
        let one = found.find(|t| t.kode == "T-SASARAN-BERUBAH").unwrap();
        assert!(one.rekomendasi.contains(asked), "{kode}: {}", one.rekomendasi);
        assert!(!one.rekomendasi.contains(" {"), "{kode}: {}", one.rekomendasi);
    }
}

#[test]
fn words_for_events_are_changed_one_by_one() {
    let own = "[[khusus]]\nperistiwa = \"kebakaran\"\naturan = [\"T-SISA\"]\nrekomendasi = \"Agar {belum} dijelaskan.\"\n";
    let trial = |own: &str| {
        let mut trial = Trial::at(4).with_rules(own);
        for kode in ["TR-4", "TR-5"] {
            trial = trial.change(4, kode, |l| l.terlayani = 900.into());
        }
        let temuan = trial.temuan();
        let of = |kode: &str| {
            let mut found = temuan.iter().filter(|t| t.layanan.as_deref() == Some(kode));
            found.find(|t| t.kode == "T-SISA").unwrap().clone()
        };
        (of("TR-4"), of("TR-5"))
    };
    let (flood, fire) = trial(own);
    assert_eq!(fire.rekomendasi.text, "Agar 100 dijelaskan.");
    assert!(fire.judul.contains("kebakaran"), "{}", fire.judul);
    assert_eq!(flood, trial("").0);
    for (own, wrong) in [
        (own.replace("kebakaran", "kebakarn"), "kebakarn"),
        (own.replace("T-SISA", "T-SISAA"), "T-SISAA"),
        (own.replace("{belum}", "{sisa}"), "sisa"),
    ] {
        let error = catalog(&own).unwrap_err().to_string();
        assert!(error.contains(wrong), "{error}");
    }
}
