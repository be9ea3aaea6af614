//! The shipped catalog holds what `spm.md` 2 and 3 say: services, spellings, lists, sources.

use std::path::Path;

use naskah::spm::catalog::{SourceGrade, SourceNote};
use naskah::spm::{Catalog, Tingkat};

use crate::kit::desk::naskah;
use crate::kit::{fixture, root};

fn catalog() -> Catalog {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalog");
    let mut files: Vec<(String, String)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "toml"))
        .map(|path| {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            (name, std::fs::read_to_string(path).unwrap())
        })
        .collect();
    files.sort();
    let files: Vec<(&str, &str)> =
        files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    Catalog::from_toml(&files).unwrap_or_else(|e| panic!("{e}"))
}

#[test]
fn services_by_urusan_at_both_levels() {
    let catalog = catalog();
    let count = |tingkat: Tingkat| -> Vec<usize> {
        let all = catalog.all_layanan(tingkat);
        let urusan = catalog.all_urusan().iter();
        urusan.map(|u| all.iter().filter(|l| l.urusan == u.kode).count()).collect()
    };
    // Pendidikan, kesehatan, pekerjaan umum, perumahan, trantibumlinmas, sosial.
    assert_eq!(count(Tingkat::KabupatenKota), [3, 12, 2, 2, 5, 5]);
    assert_eq!(count(Tingkat::Provinsi), [2, 2, 2, 2, 1, 5]);
    for tingkat in [Tingkat::KabupatenKota, Tingkat::Provinsi] {
        for service in catalog.all_layanan(tingkat) {
            let filled =
                [&service.nama, &service.penerima, &service.satuan, &service.opd_lazim];
            assert!(filled.iter().all(|text| !text.is_empty()), "{service:?}");
        }
    }
}

/// Each service is found by its code, its name, every other spelling and the tag of SIPD.
#[test]
fn other_spellings_lead_to_one_service() {
    let catalog = catalog();
    for tingkat in [Tingkat::KabupatenKota, Tingkat::Provinsi] {
        for service in catalog.all_layanan(tingkat) {
            assert!(!service.ejaan_lain.is_empty(), "{}", service.kode);
            let names = [&service.kode, &service.nama].into_iter();
            for name in names.chain(&service.ejaan_lain) {
                for text in [name.clone(), name.to_uppercase(), format!(" {name}. ")] {
                    let found = catalog.find_layanan(tingkat, &text).map(|l| &l.kode);
                    assert_eq!(found, Some(&service.kode), "{text}");
                }
            }
            if tingkat == Tingkat::KabupatenKota {
                let sipd =
                    service.ejaan_lain.iter().any(|e| e.starts_with("Belanja SPM"));
                assert!(sipd, "{}: no tag of SIPD", service.kode);
            }
        }
    }
    for (text, kode) in [
        (
            "Rehabilitasi sosial dasar penyandang disabilitas terlantar di luar panti",
            "SOS-1",
        ),
        ("Rehabilitasi sosial dasar anak terlantar di luar panti", "SOS-2"),
        ("Rehabilitasi sosial dasar lanjut usia terlantar di luar panti", "SOS-3"),
        (
            "Perlindungan dan jaminan sosial pada saat dan setelah tanggap darurat bencana bagi korban bencana daerah kabupaten/kota",
            "SOS-5",
        ),
        ("Pelayanan kesehatan orang dengan gangguan jiwa (ODGJ) berat", "KES-10"),
        ("Pelayanan ketentraman dan ketertiban umum", "TR-1"),
        ("PAUD", "PEND-1"),
    ] {
        let found = catalog.find_layanan(Tingkat::KabupatenKota, text);
        assert_eq!(found.map(|l| l.kode.as_str()), Some(kode), "{text}");
    }
}

/// `spm.md` 2.5: 138 items to 2024, 180 from 2025; the education items of e-SPM.
#[test]
fn both_health_lists_and_the_education_list() {
    let catalog = catalog();
    let counts = |prefix: &str, services: usize, year: u16| -> Vec<usize> {
        let all = 1..=services;
        all.map(|n| catalog.mutu(&format!("{prefix}-{n}"), year).len()).collect()
    };
    let first = [12, 6, 9, 23, 12, 17, 9, 8, 12, 7, 13, 10];
    let second = [19, 9, 13, 21, 18, 29, 13, 12, 13, 8, 15, 10];
    assert_eq!((first.iter().sum::<usize>(), second.iter().sum::<usize>()), (138, 180));
    for (year, wanted) in [(2019, first), (2024, first), (2025, second), (2026, second)] {
        assert_eq!(counts("KES", 12, year), wanted, "{year}");
    }
    assert_eq!(counts("PEND", 3, 2023), [7, 8, 8]);
    for service in catalog.all_layanan(Tingkat::KabupatenKota) {
        let items = catalog.mutu(&service.kode, 2025);
        assert!(!items.is_empty(), "{}", service.kode);
        let mut names: Vec<&str> = items.iter().map(|i| i.nama.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), items.len(), "{}: an item twice", service.kode);
    }
}

/// Every entry says how sure it is, and what was read names where.
#[test]
fn every_entry_has_a_source() {
    let catalog = catalog();
    let mut all: Vec<(String, &SourceNote)> = Vec::new();
    all.extend(catalog.all_urusan().iter().map(|u| (u.kode.clone(), &u.sumber)));
    for tingkat in [Tingkat::KabupatenKota, Tingkat::Provinsi] {
        let services = catalog.all_layanan(tingkat).iter();
        all.extend(services.map(|l| (l.kode.clone(), &l.sumber)));
    }
    all.extend(catalog.mutu_lists().iter().map(|d| (d.id.clone(), &d.sumber)));
    all.extend(catalog.all_dasar_hukum().iter().map(|d| (d.id.clone(), &d.sumber)));
    all.extend(catalog.istilah().iter().map(|i| (i.istilah.clone(), &i.sumber)));
    let days = catalog.fixed_holidays().iter();
    all.extend(days.map(|day| (day.nama.clone(), &day.sumber)));
    let provinces = catalog.provinces().iter();
    all.extend(provinces.map(|province| (province.nama.clone(), &province.sumber)));
    all.push(("skala 2024".to_owned(), &catalog.skala(2024).unwrap().sumber));
    for year in 2024..=2025 {
        for quarter in 1..=4 {
            if let Some(limit) = catalog.batas(year, quarter) {
                all.push((format!("batas {year}-{quarter}"), &limit.sumber));
            }
        }
    }
    assert!(all.len() > 6 + 43 + 12 + 20 + 50, "{}", all.len());
    let known = std::fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("catalog/SUMBER.md"),
    )
    .unwrap();
    for (name, source) in all {
        let read = matches!(source.tingkat, SourceGrade::Seen | SourceGrade::SeenCode);
        // Terms are told in our own words; their source may be the whole field.
        let term = catalog.istilah().iter().any(|i| i.istilah == name);
        assert!(!read || term || !source.rujukan.is_empty(), "{name}: no reference");
        // "S25a" stands under S25.
        for id in source.rujukan.split([',', ';']).map(str::trim) {
            let number = id
                .strip_prefix('S')
                .filter(|n| n.starts_with(|c: char| c.is_ascii_digit()));
            let Some(number) = number else { continue };
            let number: String =
                number.chars().take_while(char::is_ascii_digit).collect();
            assert!(known.contains(&format!("| S{number} |")), "{name}: {id}");
        }
    }
}

/// A code that stands twice is told in the file that the office wrote.
#[test]
fn a_service_twice_is_told_in_its_file() {
    let folder = tempfile::tempdir().unwrap();
    let settings = fixture("minimal").join("naskah.toml");
    std::fs::copy(settings, folder.path().join("naskah.toml")).unwrap();
    let own = folder.path().join("catalog/layanan-kabupaten.toml");
    std::fs::create_dir(own.parent().unwrap()).unwrap();
    let text =
        std::fs::read_to_string(root().join("catalog/layanan-kabupaten.toml")).unwrap();
    std::fs::write(own, text.replacen("\"PEND-2\"", "\"PEND-1\"", 1)).unwrap();
    let output = naskah("id", folder.path()).arg("check").output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("`PEND-1` ditulis lebih dari sekali"), "{said}");
    assert!(said.contains("--> catalog/layanan-kabupaten.toml\n"), "{said}");
}

#[test]
fn each_provinsi_has_its_time_zone() {
    use naskah::bahasa::Zone;

    let catalog = catalog();
    let count = |zone| catalog.provinces().iter().filter(|p| p.zona == zone).count();
    assert_eq!([Zone::Wib, Zone::Wita, Zone::Wit].map(count), [18, 12, 8]);
    for (name, zone) in [
        ("Provinsi Kalimantan Timur", Zone::Wita),
        ("kalimantan tengah", Zone::Wib),
        ("D.I. Yogyakarta", Zone::Wib),
        ("PROVINSI PAPUA BARAT DAYA", Zone::Wit),
    ] {
        assert_eq!(catalog.province(name).map(|p| p.zona), Some(zone), "{name}");
    }
    assert_eq!(catalog.province("Kabupaten Contoh"), None);
}

/// An office settles the items of one service and one item of another; the mark is gone, and
/// nothing else is.
#[test]
fn an_office_settles_items_in_one_file() {
    let desk = crate::kit::Desk::with_fixture("kutai-timur");
    std::fs::create_dir_all(desk.path("kerja/catalog")).unwrap();
    let doubts = || desk.run(&["katalog", "kerja"]).code(0).stdout();
    let before = doubts();
    let write = |text: &str| {
        std::fs::write(desk.path("kerja/catalog/mutu-kantor.toml"), text).unwrap();
    };
    write(
        "[[mutu]]\nlayanan = \"PR-2\"\nitem = [{ nama = \"Subsidi uang sewa\", satuan = \"KK\" }]\n\n\
         [[mutu]]\nlayanan = \"TR-1\"\nubah = [{ nama = \"Sarana prasarana Satpol PP\", hapus = true }, \
         { nama = \"Standar operasional prosedur Satpol PP\", satuan = \"Dokumen\" }]\n",
    );
    assert!(desk.run(&["check", "kerja"]).code(0).stderr().contains("peringatan"));
    assert_eq!(doubts(), before, "other lists are as unsure as they were");
    // A service or an item that there is not is a slip.
    write("[[mutu]]\nlayanan = \"TR-1\"\nubah = [{ nama = \"Sarana Satpol\" }]\n");
    let said = desk.run(&["check", "kerja"]).code(1).stderr();
    assert!(
        said.contains("mutu-kantor.toml") && said.contains("Sarana Satpol"),
        "{said}"
    );
}
