//! Each rule at its threshold and beside it.

use super::*;

/// Everything about figures that contradict themselves or an earlier quarter.
pub(super) fn data_cases() -> Vec<Case> {
    let (tw2, tw4) = (Trial::at(2), Trial::at(4));
    let rincian = |difference: u64| {
        move |l: &mut LayananCapaian| {
            let parts = |nama: &str, terlayani: u64| Rincian {
                nama: nama.into(),
                sasaran: Reported::Missing,
                terlayani: terlayani.into(),
            };
            l.rincian = vec![parts("Utara", 600), parts("Selatan", 400 + difference)];
        }
    };
    // 0.8 x 93.5105 + 0.2 x 95.9555 = 93.9995, which prints as 94.00.
    let indeks = |dilaporkan: u32| {
        move |l: &mut LayananCapaian| {
            (l.sasaran, l.terlayani) = (7412.into(), 6931.into());
            l.mutu = vec![item(667_080, 640_100)];
            let hundredths = BigRational::new(dilaporkan.into(), 100.into());
            l.indeks_dilaporkan = Some(Percent::new(hundredths));
        }
    };
    let satuan = |satuan: &'static str| {
        move |l: &mut LayananCapaian| l.satuan = Some(satuan.to_owned())
    };
    let realisasi =
        |n: u64| move |l: &mut LayananCapaian| l.realisasi = Reported::Value(n.into());
    let sasaran = |n: u64| move |l: &mut LayananCapaian| l.sasaran = n.into();
    let air = |now| {
        let trial = Trial::at(2).change(1, "PU-1", satuan("KK"));
        trial.change(2, "PU-1", satuan(now))
    };
    vec![
        ("T-MELEBIHI-SASARAN", tw4.clone().now(terlayani(1001)), tw4.clone()),
        (
            "T-TURUN-TERLAYANI",
            tw2.clone().since_last_quarter(terlayani(501)),
            tw2.clone().since_last_quarter(terlayani(500)),
        ),
        (
            "T-TURUN-REALISASI",
            tw2.clone().since_last_quarter(realisasi(501)),
            tw2.clone().since_last_quarter(realisasi(500)),
        ),
        ("T-TURUN-MUTU", tw2.clone().now(mutu(100, 99)), tw2.clone()),
        ("T-RINCIAN", tw4.clone().now(rincian(1)), tw4.clone().now(rincian(0))),
        (
            "T-INDEKS-DILAPORKAN",
            tw4.clone().now(indeks(9399)),
            tw4.clone().now(indeks(9400)),
        ),
        ("T-SATUAN", tw4.clone().now(satuan("KK")), tw4.clone().now(satuan("jiwa"))),
        ("T-SATUAN-BERUBAH", air("Jiwa"), air("Rumah tangga")),
        ("T-REALISASI-PAGU", tw4.clone().now(realisasi(1001)), tw4.clone()),
        ("T-SASARAN-BERUBAH", tw2.clone().since_last_quarter(sasaran(999)), tw2.clone()),
        (
            "T-NIHIL-BERUBAH",
            tw4.clone().now(|l| {
                (l.sasaran, l.terlayani) = (Reported::Nihil, Reported::Missing);
            }),
            {
                let nihil = |l: &mut LayananCapaian| {
                    (l.sasaran, l.terlayani) = (Reported::Nihil, Reported::Missing);
                };
                let mut trial = tw4.clone().past(nihil);
                for triwulan in 1..=4 {
                    trial = trial.change(triwulan, "KES-5", nihil);
                }
                trial
            },
        ),
        ("T-KEBUTUHAN-BERUBAH", tw2.clone().since_last_quarter(mutu(101, 100)), tw2),
    ]
}

/// Everything about what is empty.
pub(super) fn fill_in_cases() -> Vec<Case> {
    let (tw2, tw4) = (Trial::at(2), Trial::at(4));
    let empty = |l: &mut LayananCapaian| l.mutu.clear();
    let without_report = {
        let mut trial = tw4.clone();
        trial.tahun[3].retain(|l| l.kode != "KES-2");
        trial
    };
    let partly = |l: &mut LayananCapaian| {
        l.mutu.push(ItemMutu {
            nama: "Bidan".into(),
            dibutuhkan: Reported::Value(5.into()),
            terpenuhi: Reported::Missing,
            satuan: String::new(),
        });
    };
    vec![
        ("T-BELUM-LAPOR", without_report, tw4.clone()),
        (
            "T-PENERIMA-KOSONG",
            tw4.clone().now(|l| l.terlayani = Reported::Missing),
            tw4.clone(),
        ),
        (
            "T-ANGGARAN-KOSONG",
            tw4.clone().now(|l| l.pagu = Reported::Missing),
            tw4.clone(),
        ),
        (
            "T-SASARAN-NOL",
            tw4.clone().now(|l| (l.sasaran, l.terlayani) = (0.into(), 0.into())),
            tw4.clone(),
        ),
        // All served and nothing in section B is exactly 80; one person less is not.
        (
            "T-TERTAHAN-80",
            tw4.clone().now(empty),
            tw4.clone().now(empty).now(terlayani(999)),
        ),
        ("T-MUTU-KOSONG", tw2.clone().now(empty), tw4.clone().now(empty)),
        ("T-MUTU-SEBAGIAN", tw4.clone().now(partly), tw4),
        ("T-BELUM-MULAI", tw2.clone().now(terlayani(0)), tw2.now(terlayani(1))),
    ]
}

/// Everything with a threshold in points: at it, and just short of it.
pub(super) fn direction_cases() -> Vec<Case> {
    let (tw2, tw4) = (Trial::at(2), Trial::at(4));
    // Half of the people served, the path asks 55 or 54.9 %.
    let jalur = |tenths: u32| {
        move |l: &mut LayananCapaian| {
            let second = Percent::new(BigRational::new(tenths.into(), 10.into()));
            let [one, three, four] = [20, 75, 100].map(Percent::from);
            l.jalur_target = TargetPath::new([one, second, three, four]);
        }
    };
    let spending = |served: u64, spent: u64| {
        move |l: &mut LayananCapaian| {
            l.terlayani = served.into();
            l.realisasi = Reported::Value(spent.into());
        }
    };
    vec![
        // Half of the people and 46 % of the mutu are 49.2 of 50.
        (
            "T-INDEKS-JALUR",
            tw2.clone().now(mutu(100, 46)),
            tw2.clone().now(mutu(100, 50)),
        ),
        (
            "T-BELANJA-TANPA-PENERIMA",
            tw2.clone().now(spending(0, 1)),
            tw2.clone().now(spending(0, 0)),
        ),
        ("T-JALUR", tw2.clone().now(jalur(550)), tw2.clone().now(jalur(549))),
        // 450 of 1000 in two quarters are 90 % in four.
        ("T-LAJU", tw2.clone().now(terlayani(450)), tw2.clone().now(terlayani(451))),
        ("T-LAJU-JAUH", tw2.clone().now(terlayani(350)), tw2.clone().now(terlayani(351))),
        ("T-SISA", tw4.clone().now(terlayani(999)), tw4.clone()),
        ("T-SISA-JAUH", tw4.clone().now(terlayani(800)), tw4.clone().now(terlayani(801))),
        ("T-MUTU", tw4.clone().now(mutu(100, 95)), tw4.clone().now(mutu(1000, 951))),
        ("T-MUTU-SISA", tw4.clone().now(mutu(1000, 951)), tw4.clone()),
        (
            "T-SERAPAN-MENDAHULUI",
            tw4.clone().now(spending(900, 1000)),
            tw4.clone().now(spending(900, 999)),
        ),
        (
            "T-SERAPAN-TERTINGGAL",
            tw4.clone().now(spending(1000, 750)),
            tw4.clone().now(spending(1000, 751)),
        ),
        // Half the year: the path asks 50 %, of people and of money.
        (
            "T-SERAPAN-JALUR",
            tw2.clone().now(spending(1000, 250)),
            tw2.clone().now(spending(1000, 251)),
        ),
        (
            "T-CATATAN-KEJADIAN",
            tw2.clone().change(2, "TR-5", terlayani(0)),
            tw2.clone().change(2, "TR-5", terlayani(1)),
        ),
        // As many served as before; 5 % of the mutu are one point of the index.
        (
            "T-TURUN-TRIWULAN",
            tw2.clone().since_last_quarter(terlayani(500)).now(mutu(100, 95)),
            tw2.clone().since_last_quarter(terlayani(500)).now(mutu(1000, 951)),
        ),
        // 44 in the quarter before, 84 or 83.92 now.
        (
            "T-LONJAKAN",
            tw2.clone().since_last_quarter(terlayani(300)).now(terlayani(800)),
            tw2.since_last_quarter(terlayani(300)).now(terlayani(799)),
        ),
        (
            "T-TURUN-TAHUN",
            tw4.clone().now(mutu(100, 75)),
            tw4.clone().now(mutu(1000, 751)),
        ),
        (
            "T-NAIK-BELUM",
            tw4.clone().past(mutu(100, 0)).now(mutu(100, 50)),
            tw4.clone().past(mutu(1000, 1)).now(mutu(100, 50)),
        ),
        ("T-NAIK-TAHUN", tw4.clone().past(mutu(100, 50)), tw4.past(mutu(1000, 501))),
    ]
}
