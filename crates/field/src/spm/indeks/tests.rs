//! Hand-worked examples per policy, and properties over random reports.

use std::fmt::Write as _;

use super::*;
use crate::spm::kebijakan::TriwulanBerjalan;
use crate::spm::kebijakan::{BobotUrusan, Trantibumlinmas};

mod on_path;
mod properties;
mod unreported;

const SUMBER: &str = "sumber = { tingkat = \"SEEN\" }\n";

/// Three urusan: two services, four services in three sub-urusan, one service.
fn catalog() -> Catalog {
    let mut urusan = String::new();
    for kode in ["kes", "tr", "sos"] {
        let _ = write!(
            urusan,
            "[[urusan]]\nkode='{kode}'\nnama='{kode}'\nnama_resmi=''\nsingkat=''\n{SUMBER}"
        );
    }
    let mut layanan = String::new();
    for (kode, urusan, sub) in [
        ("K-1", "kes", ""),
        ("K-2", "kes", ""),
        ("T-1", "tr", "sub_urusan='trantibum'"),
        ("T-2", "tr", "sub_urusan='bencana'"),
        ("T-3", "tr", "sub_urusan='bencana'"),
        ("T-4", "tr", "sub_urusan='kebakaran'"),
        ("S-1", "sos", ""),
    ] {
        let _ = write!(
            layanan,
            "[[layanan]]\nkode='{kode}'\nurusan='{urusan}'\n{sub}\nnama='{kode}'\n\
             penerima=''\nsatuan='Orang'\nopd_lazim=''\n{SUMBER}"
        );
    }
    let mut skala = format!("[[skala]]\nberlaku_dari=2022\n{SUMBER}");
    for (nama, batas) in [
        ("Tuntas Paripurna", 100),
        ("Tuntas Utama", 90),
        ("Tuntas Madya", 80),
        ("Tuntas Pratama", 70),
        ("Tuntas Muda", 60),
        ("Belum Tuntas", 0),
    ] {
        let _ =
            write!(skala, "[[skala.kategori]]\nnama='{nama}'\nbatas_bawah='{batas}'\n");
    }
    Catalog::from_toml(&[
        ("urusan.toml", &urusan),
        ("layanan-kabupaten.toml", &layanan),
        ("kategori.toml", &skala),
    ])
    .unwrap()
}

fn context() -> IndexContext {
    IndexContext {
        daerah: "Kabupaten Contoh".into(),
        tingkat: Tingkat::KabupatenKota,
        tahun: 2024,
        triwulan: 4,
        carriers: BTreeMap::new(),
        jalur: crate::spm::TargetPath::default(),
    }
}

fn item(dibutuhkan: u64, terpenuhi: u64) -> ItemMutu {
    ItemMutu {
        nama: format!("Item {dibutuhkan}"),
        satuan: String::new(),
        dibutuhkan: Reported::Value(dibutuhkan.into()),
        terpenuhi: Reported::Value(terpenuhi.into()),
    }
}

fn report(
    kode: &str,
    sasaran: u64,
    terlayani: u64,
    mutu: Vec<ItemMutu>,
) -> LayananCapaian {
    LayananCapaian {
        kode: kode.into(),
        opd: "dinas".into(),
        sasaran: sasaran.into(),
        terlayani: terlayani.into(),
        mutu,
        ..LayananCapaian::default()
    }
}

fn rekap(kebijakan: Kebijakan, data: &[LayananCapaian]) -> Rekap {
    compute(&catalog(), &context(), kebijakan, data).unwrap()
}

/// The result of K-1 under a policy.
fn one(kebijakan: Kebijakan, data: LayananCapaian) -> LayananResult {
    rekap(kebijakan, &[data]).urusan.remove(0).layanan.remove(0)
}

fn text(nilai: Option<&Percent>) -> String {
    nilai.map_or_else(|| "null".to_owned(), ToString::to_string)
}

#[test]
fn one_service_by_hand() {
    // 6931/7412 = 93.5105 %, 640100/667080 = 95.9555 %, 0.8 and 0.2 of them: 93.9995.
    let result = one(
        Kebijakan::default(),
        report("K-1", 7412, 6931, vec![item(667_080, 640_100)]),
    );
    assert_eq!(text(result.penerima.as_ref()), "93.51");
    assert_eq!(text(result.mutu.as_ref()), "95.96");
    assert_eq!(text(result.indeks.as_ref()), "94.00");
    assert_eq!(result.kategori.as_deref(), Some("Tuntas Utama"));
    assert_eq!(result.belum_terlayani, Some(481));
    assert_eq!(result.catatan, []);
}

#[test]
fn empty_quality_stops_at_eighty() {
    let data = report("K-1", 10, 10, vec![]);
    let result = one(Kebijakan::default(), data.clone());
    assert_eq!(text(result.indeks.as_ref()), "80.00");
    assert_eq!(text(result.mutu.as_ref()), "null");
    assert_eq!(result.catatan, [IndexNote::MutuKosong]);
    let left_out =
        Kebijakan { belum_diisi: BelumDiisi::Keluarkan, ..Kebijakan::default() };
    let result = one(left_out, data);
    assert_eq!(text(result.indeks.as_ref()), "null");
    assert_eq!(result.kategori, None);
}

#[test]
fn just_under_a_threshold_is_neither_printed_nor_classified_as_reached() {
    // 99.998 % of both parts: plain rounding would print 100.00.
    let result = one(
        Kebijakan::default(),
        report("K-1", 50_000, 49_999, vec![item(50_000, 49_999)]),
    );
    assert_eq!(text(result.indeks.as_ref()), "99.99");
    assert_eq!(result.kategori.as_deref(), Some("Tuntas Utama"));
    assert_eq!(result.catatan, [IndexNote::DiBawahBatas { batas: Percent::hundred() }]);
}

#[test]
fn quality_mean_or_ratio_of_sums() {
    // Items 1/2 and 90/100: mean 70 %, sums 91/102 = 89.2157 %.
    let data = report("K-1", 10, 10, vec![item(2, 1), item(100, 90)]);
    let mean = one(Kebijakan::default(), data.clone());
    assert_eq!(text(mean.mutu.as_ref()), "70.00");
    assert_eq!(text(mean.indeks.as_ref()), "94.00");
    let ratio =
        Kebijakan { rerata_mutu: RerataMutu::RasioJumlah, ..Kebijakan::default() };
    let ratio = one(ratio, data);
    assert_eq!(text(ratio.mutu.as_ref()), "89.22");
    assert_eq!(text(ratio.indeks.as_ref()), "97.84");
}

#[test]
fn over_achievement() {
    let data = report("K-1", 10, 12, vec![item(10, 15)]);
    let capped = one(Kebijakan::default(), data.clone());
    assert_eq!(text(capped.indeks.as_ref()), "100.00");
    assert_eq!(capped.kategori.as_deref(), Some("Tuntas Paripurna"));
    assert_eq!(
        capped.catatan,
        [
            IndexNote::PenerimaLebih { mentah: Percent::from(120) },
            IndexNote::ItemLebih { item: "Item 10".into(), mentah: Percent::from(150) },
        ]
    );
    let uncapped = Kebijakan { kelebihan: Kelebihan::ApaAdanya, ..Kebijakan::default() };
    assert_eq!(text(one(uncapped, data).indeks.as_ref()), "126.00");
}

#[test]
fn items_say_what_the_index_used() {
    let data =
        || report("K-1", 100, 120, vec![item(100, 120), item(100, 150), item(50, 30)]);
    for (kelebihan, rerata_mutu, items, mutu) in [
        (
            Kelebihan::Batasi,
            RerataMutu::RerataPersen,
            ["100.00", "100.00", "60.00"],
            "86.67",
        ),
        (
            Kelebihan::ApaAdanya,
            RerataMutu::RerataPersen,
            ["120.00", "150.00", "60.00"],
            "110.00",
        ),
        (
            Kelebihan::ApaAdanya,
            RerataMutu::RasioJumlah,
            ["120.00", "150.00", "60.00"],
            "120.00",
        ),
        (
            Kelebihan::Batasi,
            RerataMutu::RasioJumlah,
            ["120.00", "150.00", "60.00"],
            "100.00",
        ),
    ] {
        let result =
            one(Kebijakan { rerata_mutu, kelebihan, ..Kebijakan::default() }, data());
        let printed: Vec<String> =
            result.mutu_item.iter().map(|i| text(i.persen.as_ref())).collect();
        assert_eq!(printed, items, "{kelebihan:?} {rerata_mutu:?}");
        assert_eq!(text(result.mutu.as_ref()), mutu, "{kelebihan:?} {rerata_mutu:?}");
    }
}

/// What is empty and counts as zero is printed as zero, so that a reader finds the index.
#[test]
fn what_is_empty_says_how_it_counts() {
    let open = ItemMutu { terpenuhi: Reported::Missing, ..item(40, 1) };
    let half = report("K-1", 8, 4, vec![item(4, 3), open.clone()]);
    let bare = report("K-2", 8, 4, vec![open]);
    for (choice, items, mutu, bare_mutu) in [
        (BelumDiisi::Nol, ["75.00", "0.00"], "37.50", "0.00"),
        (BelumDiisi::Keluarkan, ["75.00", "null"], "75.00", "null"),
    ] {
        let kebijakan = Kebijakan { belum_diisi: choice, ..Kebijakan::default() };
        let result = rekap(kebijakan, &[half.clone(), bare.clone()]);
        let [one, two] = &result.urusan[0].layanan[..2] else { panic!("two services") };
        let printed: Vec<String> =
            one.mutu_item.iter().map(|i| text(i.persen.as_ref())).collect();
        assert_eq!(printed, items);
        assert_eq!(text(one.counted_mutu().as_ref()), mutu);
        assert_eq!(text(two.counted_mutu().as_ref()), bare_mutu);
        assert_eq!(two.mutu, None, "nobody told any");
    }
}

#[test]
fn no_target_population() {
    let nihil = LayananCapaian {
        sasaran: Reported::Nihil,
        ..report("K-1", 0, 0, vec![item(5, 5)])
    };
    for (choice, indeks, urusan) in [
        (SasaranNihil::Keluarkan, "null", "50.00"),
        (SasaranNihil::Seratus, "100.00", "75.00"),
        (SasaranNihil::Nol, "0.00", "25.00"),
    ] {
        let kebijakan = Kebijakan { sasaran_nihil: choice, ..Kebijakan::default() };
        let other = report("K-2", 2, 1, vec![item(2, 1)]);
        let result = rekap(kebijakan, &[nihil.clone(), other]);
        let kes = &result.urusan[0];
        assert_eq!(text(kes.layanan[0].indeks.as_ref()), indeks);
        assert_eq!(text(kes.layanan[0].penerima.as_ref()), "null");
        assert_eq!(kes.layanan[0].catatan, [IndexNote::Nihil]);
        assert_eq!(text(kes.indeks.as_ref()), urusan);
    }
    let zero = one(Kebijakan::default(), report("K-1", 0, 3, vec![]));
    assert!(!zero.nihil);
    assert_eq!(
        zero.catatan,
        [IndexNote::SasaranNol, IndexNote::TerlayaniTanpaSasaran { terlayani: 3 }]
    );
}

#[test]
fn items_without_need_and_without_figures() {
    let empty = ItemMutu { terpenuhi: Reported::Missing, ..item(7, 0) };
    let data = report("K-1", 10, 10, vec![item(0, 0), item(4, 4), empty]);
    let result = one(Kebijakan::default(), data.clone());
    assert_eq!(text(result.mutu.as_ref()), "50.00");
    assert_eq!(
        result.catatan,
        [
            IndexNote::ItemNihil { item: "Item 0".into() },
            IndexNote::ItemKosong { item: "Item 7".into() },
        ]
    );
    let left_out =
        Kebijakan { belum_diisi: BelumDiisi::Keluarkan, ..Kebijakan::default() };
    assert_eq!(text(one(left_out, data).mutu.as_ref()), "100.00");
    let without = report("K-1", 10, 5, vec![item(0, 0)]);
    let result = one(Kebijakan::default(), without);
    assert_eq!(text(result.mutu.as_ref()), "null");
    assert_eq!(text(result.indeks.as_ref()), "50.00");
}

#[test]
fn missing_figures_are_not_zero() {
    let without_target = LayananCapaian {
        sasaran: Reported::Missing,
        ..report("K-1", 0, 5, vec![item(1, 1)])
    };
    let result = one(Kebijakan::default(), without_target);
    assert_eq!(text(result.penerima.as_ref()), "null");
    assert_eq!(text(result.indeks.as_ref()), "20.00");
    assert_eq!(result.catatan, [IndexNote::SasaranKosong]);
    let zero = one(Kebijakan::default(), report("K-1", 5, 0, vec![item(1, 1)]));
    assert_eq!(text(zero.penerima.as_ref()), "0.00");
    assert_eq!(zero.catatan, []);
}

/// T-1 100, T-2 100, T-3 50, T-4 0, S-1 40; health not reported.
fn several() -> Vec<LayananCapaian> {
    [("T-1", 100), ("T-2", 100), ("T-3", 50), ("T-4", 0), ("S-1", 40)]
        .map(|(kode, n)| report(kode, 100, n, vec![item(100, n)]))
        .to_vec()
}

#[test]
fn means_of_urusan_and_daerah() {
    let plain = rekap(Kebijakan::default(), &several());
    let indeks: Vec<String> =
        plain.urusan.iter().map(|u| text(u.indeks.as_ref())).collect();
    assert_eq!(indeks, ["0.00", "62.50", "40.00"]);
    // (0 + 62.5 + 40) / 3
    assert_eq!(text(plain.indeks.as_ref()), "34.17");
    assert_eq!(plain.kategori.as_deref(), Some("Belum Tuntas"));
    assert_eq!(plain.urusan[0].layanan[0].catatan, [IndexNote::TidakDilaporkan]);

    // (100 + 75 + 0) / 3 for trantibumlinmas.
    let sub = Kebijakan {
        trantibumlinmas: Trantibumlinmas::PerSubUrusan,
        ..Kebijakan::default()
    };
    assert_eq!(text(rekap(sub, &several()).urusan[1].indeks.as_ref()), "58.33");

    // (2 x 0 + 4 x 62.5 + 40) / 7
    let weight =
        Kebijakan { bobot_urusan: BobotUrusan::JumlahLayanan, ..Kebijakan::default() };
    assert_eq!(text(rekap(weight, &several()).indeks.as_ref()), "41.43");

    // Health left out: (62.5 + 40) / 2
    let filled_only =
        Kebijakan { belum_diisi: BelumDiisi::Keluarkan, ..Kebijakan::default() };
    let result = rekap(filled_only, &several());
    assert_eq!(text(result.urusan[0].indeks.as_ref()), "null");
    assert_eq!(text(result.indeks.as_ref()), "51.25");
    // The OPD: (100 + 100 + 50 + 0 + 40) / 5
    assert_eq!(text(result.opd[0].indeks.as_ref()), "58.00");
    assert_eq!(result.opd[0].layanan.len(), 5);
}

#[test]
fn rounding_at_the_end_or_at_each_level() {
    // 1/3 everywhere: 33.3333 % exact, 33.33 % when rounded at each level.
    let data = report("K-1", 3, 1, vec![item(3, 1)]);
    let end = one(Kebijakan::default(), data.clone()).indeks.unwrap();
    assert_eq!(*end.value(), BigRational::new(100.into(), 3.into()));
    let each_level =
        Kebijakan { pembulatan: Pembulatan::SetiapTingkat, ..Kebijakan::default() };
    let each_level = one(each_level, data).indeks.unwrap();
    assert_eq!(*each_level.value(), BigRational::new(3333.into(), 100.into()));
}

#[test]
fn spending() {
    let data = LayananCapaian {
        pagu: Reported::Value(200.into()),
        realisasi: Reported::Value(250.into()),
        ..report("K-1", 1, 1, vec![item(1, 1)])
    };
    let result = one(Kebijakan::default(), data);
    let serapan = Percent::from(125);
    assert_eq!(result.serapan, Some(serapan.clone()));
    assert_eq!(result.catatan, [IndexNote::RealisasiMelebihiPagu { serapan }]);
}

#[test]
fn reports_that_do_not_fit() {
    let data = [
        report("K-1", 1, 1, vec![]),
        report("K-1", 1, 1, vec![]),
        report("X", 1, 1, vec![]),
    ];
    let old = IndexContext { tahun: 2020, ..context() };
    assert_eq!(
        compute(&catalog(), &old, Kebijakan::default(), &data),
        Err(vec![
            IndexError::DuplicateLayanan("K-1".into()),
            IndexError::UnknownLayanan("X".into()),
            IndexError::NoScale(2020),
        ])
    );
}

#[test]
fn the_shape_of_the_output() {
    let result = rekap(Kebijakan::default(), &several());
    let nilai = toml::Value::try_from(&result).unwrap();
    assert_eq!(nilai["indeks"].as_str(), Some("34.17"));
    assert_eq!(nilai["kebijakan"]["sasaran_nihil"].as_str(), Some("keluarkan"));
    let layanan = &nilai["urusan"][1]["layanan"][2];
    assert_eq!(layanan["kode"].as_str(), Some("T-3"));
    assert_eq!(layanan["sasaran"].as_integer(), Some(100));
    assert_eq!(layanan["penerima"].as_str(), Some("50.00"));
    assert_eq!(layanan["kategori"].as_str(), Some("Belum Tuntas"));
    let catatan = &nilai["urusan"][0]["layanan"][0]["catatan"][0];
    assert_eq!(catatan["jenis"].as_str(), Some("tidak-dilaporkan"));
    assert_eq!(nilai["keterisian"]["seluruh"].as_integer(), Some(56));
}

#[test]
fn the_shipped_catalog_is_sound() {
    macro_rules! file {
        ($($nama:literal),+) => {
            [$(($nama, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../catalog/", $nama)))),+]
        };
    }
    let catalog = Catalog::from_toml(&file![
        "urusan.toml",
        "layanan-kabupaten.toml",
        "layanan-provinsi.toml",
        "mutu.toml",
        "dasar-hukum.toml",
        "kategori.toml",
        "kalender.toml",
        "istilah.toml"
    ])
    .unwrap_or_else(|errors| panic!("{errors}"));
    assert_eq!(catalog.all_urusan().len(), 6);
    assert_eq!(catalog.all_layanan(Tingkat::KabupatenKota).len(), 29);
    assert_eq!(catalog.all_layanan(Tingkat::Provinsi).len(), 14);
    assert_eq!(
        catalog.dasar_hukum("pp-2-2018").unwrap().citation().text,
        "Peraturan Pemerintah Nomor 2 Tahun 2018 tentang Standar Pelayanan Minimal"
    );
    assert_eq!(catalog.batas(2024, 1).unwrap().tanggal, jiff::civil::date(2024, 4, 20));
    assert!(!catalog.mutu("KES-1", 2025).is_empty());
    let result = compute(&catalog, &context(), Kebijakan::default(), &[]).unwrap();
    assert_eq!(result.layanan().count(), 29);
    assert_eq!(result.indeks, None);
}
