//! What contradicts itself across the files of a catalog.

use std::collections::BTreeSet;

use super::cause::{CatalogCause, CatalogProblem, problem_in};
use super::office_items::is_own;
use super::{Catalog, CategoryScale, Deadline, MutuLayanan, MutuList};
use crate::spm::percent::Percent;

impl Catalog {
    /// Every contradiction, in the order of the files.
    pub(super) fn check(&self) -> Vec<CatalogProblem> {
        let mut problems = Vec::new();
        self.check_codes(&mut problems);
        self.check_references(&mut problems);
        self.check_mutu(&mut problems);
        for skala in &self.skala {
            check_skala(skala, &mut problems);
        }
        for batas in &self.batas {
            if !(1..=4).contains(&batas.triwulan) {
                let cause = CatalogCause::NoSuchTriwulan(batas.triwulan);
                problems.push(problem_in("kalender.toml", cause));
            }
        }
        for day in self.libur.iter().filter(|day| !day.exists()) {
            let cause = CatalogCause::NoSuchDay(day.nama.clone());
            problems.push(problem_in("libur.toml", cause));
        }
        problems
    }

    fn check_codes(&self, problems: &mut Vec<CatalogProblem>) {
        twice("urusan.toml", self.urusan.iter().map(|u| &u.kode), problems);
        // One code for one service over both levels: results are looked up by code alone.
        let kabupaten = || self.kabupaten.iter().map(|l| &l.kode);
        let other: BTreeSet<&String> = kabupaten().collect();
        let provinsi = self.provinsi.iter().map(|l| &l.kode);
        twice("layanan-kabupaten.toml", kabupaten(), problems);
        twice("layanan-provinsi.toml", other.into_iter().chain(provinsi), problems);
        twice("mutu.toml", self.daftar.iter().map(|d| &d.id), problems);
        let of = |m: &MutuLayanan| format!("{} {}", m.daftar, m.layanan);
        twice("mutu.toml", self.mutu.iter().map(of), problems);
        twice("dasar-hukum.toml", self.dasar_hukum.iter().map(|d| &d.id), problems);
        let years = self.skala.iter().map(|s| s.berlaku_dari);
        twice("kategori.toml", years, problems);
        let quarter = |b: &Deadline| format!("{} TW {}", b.tahun, b.triwulan);
        twice("kalender.toml", self.batas.iter().map(quarter), problems);
        twice("libur.toml", self.libur.iter().map(|day| &day.nama), problems);
        twice("provinsi.toml", self.provinces.iter().map(|p| &p.nama), problems);
        let terms = self.istilah.iter().map(|i| i.istilah.to_lowercase());
        twice("istilah.toml", terms, problems);
    }

    fn check_references(&self, problems: &mut Vec<CatalogProblem>) {
        let mut dangling = Vec::new();
        let mut urusan = |file: &str, dari: &str, ke: &str| {
            if self.urusan(ke).is_none() {
                let (dari, ke) = (dari.to_owned(), ke.to_owned());
                let cause = CatalogCause::DanglingReference { dari, ke };
                problems.push(problem_in(file, cause));
            }
        };
        for layanan in &self.kabupaten {
            urusan("layanan-kabupaten.toml", &layanan.kode, &layanan.urusan);
        }
        for layanan in &self.provinsi {
            urusan("layanan-provinsi.toml", &layanan.kode, &layanan.urusan);
        }
        let worded =
            |event: &String| self.temuan.iter().any(|r| r.khusus.contains_key(event));
        for (file, services) in [
            ("layanan-kabupaten.toml", &self.kabupaten),
            ("layanan-provinsi.toml", &self.provinsi),
        ] {
            for service in services {
                // Without words of its own a missed fire would be told to be scheduled.
                if let Some(event) = &service.peristiwa
                    && !self.temuan.is_empty()
                    && !worded(event)
                {
                    dangling.push((file, &service.kode, event));
                }
            }
        }
        for daftar in &self.daftar {
            urusan("mutu.toml", &daftar.id, &daftar.urusan);
        }
        for dasar in &self.dasar_hukum {
            if let Some(kode) = &dasar.urusan {
                urusan("dasar-hukum.toml", &dasar.id, kode);
            }
        }
        let known = |id: &String| self.dasar_hukum.iter().any(|d| d.id == *id);
        for dasar in &self.dasar_hukum {
            if let Some(id) = dasar.diganti.as_ref().filter(|id| !known(id)) {
                dangling.push(("dasar-hukum.toml", &dasar.id, id));
            }
        }
        for (file, dari, ke) in dangling {
            let (dari, ke) = (dari.to_owned(), ke.to_owned());
            problems.push(problem_in(file, CatalogCause::DanglingReference { dari, ke }));
        }
    }

    fn check_mutu(&self, problems: &mut Vec<CatalogProblem>) {
        let mut report = |cause| problems.push(problem_in("mutu.toml", cause));
        for daftar in &self.daftar {
            if daftar.berlaku_sampai.is_some_and(|end| end < daftar.berlaku_dari) {
                report(CatalogCause::EndsBeforeStart(daftar.id.clone()));
            }
        }
        for (urut, mutu) in self.mutu.iter().enumerate() {
            let daftar = self.daftar(&mutu.daftar);
            let layanan = self.layanan(&mutu.layanan);
            for (met, ke) in
                [(daftar.is_some(), &mutu.daftar), (layanan.is_some(), &mutu.layanan)]
            {
                if !met {
                    let dari = format!("{} {}", mutu.daftar, mutu.layanan);
                    report(CatalogCause::DanglingReference { dari, ke: ke.clone() });
                }
            }
            let (Some(daftar), Some(layanan)) = (daftar, layanan) else {
                continue;
            };
            if daftar.urusan != layanan.urusan {
                report(CatalogCause::OtherUrusan {
                    daftar: daftar.id.clone(),
                    layanan: layanan.kode.clone(),
                });
            }
            for other in &self.mutu[..urut] {
                let Some(other_list) = self.daftar(&other.daftar) else {
                    continue;
                };
                if other.layanan == mutu.layanan
                    && other_list.id != daftar.id
                    && !(is_own(daftar) || is_own(other_list))
                    && overlap(daftar, other_list)
                {
                    report(CatalogCause::OverlappingLists {
                        layanan: mutu.layanan.clone(),
                        one: other_list.id.clone(),
                        second: daftar.id.clone(),
                    });
                }
            }
        }
    }

    fn daftar(&self, id: &str) -> Option<&MutuList> {
        self.daftar.iter().find(|d| d.id == id)
    }
}

/// Tells codes that a file has more than once.
fn twice<C: Ord + ToString>(
    file: &str,
    codes: impl Iterator<Item = C>,
    problems: &mut Vec<CatalogProblem>,
) {
    let mut met = BTreeSet::new();
    for code in codes {
        if let Some(code) = met.replace(code) {
            let cause = CatalogCause::Duplicate(code.to_string());
            problems.push(problem_in(file, cause));
        }
    }
}

fn overlap(one: &MutuList, second: &MutuList) -> bool {
    let earlier =
        |a: &MutuList, b: &MutuList| a.berlaku_sampai.is_some_and(|s| s < b.berlaku_dari);
    !earlier(one, second) && !earlier(second, one)
}

fn check_skala(skala: &CategoryScale, problems: &mut Vec<CatalogProblem>) {
    let mut report = |cause| problems.push(problem_in("kategori.toml", cause));
    let batas: Vec<&Percent> = skala.kategori.iter().map(|k| &k.batas_bawah).collect();
    let falling = batas.windows(2).all(|second| second[0] > second[1]);
    let covered = batas.first().is_some_and(|start| **start <= Percent::hundred())
        && batas.last().is_some_and(|end| **end == Percent::zero());
    if !falling || !covered {
        report(CatalogCause::ThresholdsNotFalling(skala.berlaku_dari));
    }
    for kategori in &skala.kategori {
        if !kategori.batas_bawah.can_be_threshold() {
            report(CatalogCause::UnknownThreshold {
                skala: skala.berlaku_dari,
                kategori: kategori.nama.clone(),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spm::catalog::CatalogCause as S;
    use crate::spm::catalog::Tingkat;

    const SUMBER: &str = "sumber = { tingkat = \"SEEN\" }\n";

    fn urusan() -> String {
        format!(
            "[[urusan]]\nkode='kes'\nnama='K'\nnama_resmi='K'\nsingkat='K'\n{SUMBER}\
             [[urusan]]\nkode='sos'\nnama='S'\nnama_resmi='S'\nsingkat='S'\n{SUMBER}"
        )
    }

    fn layanan(kode: &str, urusan: &str) -> String {
        format!(
            "[[layanan]]\nkode='{kode}'\nurusan='{urusan}'\nnama='Nama {kode}'\n\
             ejaan_lain=['Ejaan, {kode}']\npenerima='p'\nsatuan='Orang'\n\
             opd_lazim='o'\n{SUMBER}"
        )
    }

    fn skala(batas: &[&str]) -> String {
        use std::fmt::Write as _;
        let mut text = format!("[[skala]]\nberlaku_dari=2022\n{SUMBER}");
        for (urut, batas) in batas.iter().enumerate() {
            write!(text, "[[skala.kategori]]\nnama='K{urut}'\nbatas_bawah='{batas}'\n")
                .unwrap();
        }
        text
    }

    fn cause(other: &[(&str, &str)]) -> Vec<S> {
        let (u, l, k) = (urusan(), layanan("KES-1", "kes"), skala(&["90", "0"]));
        let mut files = vec![
            ("urusan.toml", &*u),
            ("layanan-kabupaten.toml", &*l),
            ("kategori.toml", &*k),
        ];
        files.retain(|(nama, _)| other.iter().all(|(n, _)| n != nama));
        files.extend(other);
        match Catalog::from_toml(&files) {
            Ok(_) => Vec::new(),
            Err(errors) => errors.problems.into_iter().map(|m| m.cause).collect(),
        }
    }

    #[test]
    fn a_sound_catalog_is_read() {
        assert_eq!(cause(&[]), []);
        let (u, l, k) = (urusan(), layanan("KES-1", "kes"), skala(&["90", "0"]));
        let catalog = Catalog::from_toml(&[
            ("urusan.toml", &u),
            ("layanan-kabupaten.toml", &l),
            ("kategori.toml", &k),
        ])
        .unwrap();
        let find = |text| catalog.find_layanan(Tingkat::KabupatenKota, text);
        assert!(find("kes 1").is_some());
        assert!(find("EJAAN  kes-1").is_some());
        assert!(find("lain").is_none());
        assert_eq!(catalog.skala(2021), None);
        let skala = catalog.skala(2030).unwrap();
        let almost = Percent::new(num_rational::BigRational::new(
            89_999_999.into(),
            1_000_000.into(),
        ));
        assert_eq!(skala.kategori(&almost), Some("K1"));
        assert_eq!(skala.kategori(&Percent::from(90)), Some("K0"));
        assert_eq!(skala.kategori(&Percent::from(120)), Some("K0"));
    }

    #[test]
    fn all_contradictions_in_one_list() {
        let layanan =
            layanan("KES-1", "kes") + &layanan("KES-1", "kes") + &layanan("X", "y");
        let kategori = skala(&["90", "90", "81"]);
        let kalender =
            format!("[[batas]]\ntahun=2024\ntriwulan=5\ntanggal='2024-04-20'\n{SUMBER}");
        assert_eq!(
            cause(&[
                ("layanan-kabupaten.toml", &layanan),
                ("kategori.toml", &kategori),
                ("kalender.toml", &kalender),
            ]),
            [
                S::Duplicate("KES-1".into()),
                S::DanglingReference { dari: "X".into(), ke: "y".into() },
                S::ThresholdsNotFalling(2022),
                S::UnknownThreshold { skala: 2022, kategori: "K2".into() },
                S::NoSuchTriwulan(5),
            ]
        );
    }

    #[test]
    fn quality_lists() {
        let daftar = |id: &str, urusan: &str, masa: &str| {
            format!("[[daftar]]\nid='{id}'\nurusan='{urusan}'\n{masa}\n{SUMBER}")
        };
        let mutu = |daftar: &str, layanan: &str| {
            format!(
                "[[mutu]]\ndaftar='{daftar}'\nlayanan='{layanan}'\nitem=[{{nama='a'}}]\n"
            )
        };
        let a = daftar("a", "kes", "berlaku_dari=2021\nberlaku_sampai=2024");
        let b = daftar("b", "kes", "berlaku_dari=2025");
        let good = format!("{a}{b}{}{}", mutu("a", "KES-1"), mutu("b", "KES-1"));
        assert_eq!(cause(&[("mutu.toml", &good)]), []);
        let b = daftar("b", "kes", "berlaku_dari=2024");
        let c = daftar("c", "sos", "berlaku_dari=2020\nberlaku_sampai=2019");
        let bad = format!(
            "{a}{b}{c}{}{}{}{}",
            mutu("a", "KES-1"),
            mutu("b", "KES-1"),
            mutu("c", "KES-1"),
            mutu("d", "KES-9"),
        );
        assert_eq!(
            cause(&[("mutu.toml", &bad)]),
            [
                S::EndsBeforeStart("c".into()),
                S::OverlappingLists {
                    layanan: "KES-1".into(),
                    one: "a".into(),
                    second: "b".into()
                },
                S::OtherUrusan { daftar: "c".into(), layanan: "KES-1".into() },
                S::DanglingReference { dari: "d KES-9".into(), ke: "d".into() },
                S::DanglingReference { dari: "d KES-9".into(), ke: "KES-9".into() },
            ]
        );
    }

    #[test]
    fn unreadable_files_have_a_place() {
        let u = urusan();
        let errors = Catalog::from_toml(&[
            ("urusan.toml", &u),
            ("layanan-kabupaten.toml", "[[layanan]]\nkoda = 'x'"),
            ("lain.toml", ""),
        ])
        .unwrap_err();
        assert_eq!(errors.problems.len(), 3);
        assert_eq!(errors.problems[0].cause, S::MissingFile);
        assert_eq!(errors.problems[1].place, Some(12..16));
        assert_eq!(errors.problems[2].cause, S::UnknownFile);
        assert!(errors.to_string().contains("unknown field `koda`"));
    }
}
