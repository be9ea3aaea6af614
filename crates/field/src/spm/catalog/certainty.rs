//! What is not known for sure, as data: no paper prints it, an office settles it.

use serde::{Deserialize, Serialize};

use super::Catalog;
use super::note::{SourceGrade, SourceNote};

/// A point of practice that nobody has compared with its source: an entry of `kepastian.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Uncertain {
    /// What it is about.
    pub tentang: String,
    /// What is known of it.
    pub catatan: String,
    /// Where to look.
    pub periksa: String,
    /// How well it is known.
    pub sumber: SourceNote,
}

/// One thing an office should settle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Doubt {
    /// The file of the catalog it stands in.
    pub file: &'static str,
    /// What it is about: a code, a regulation, a point of practice.
    pub subject: String,
    /// How well it is known.
    pub grade: &'static str,
    /// What is known, and where to look.
    pub note: String,
}

impl Catalog {
    /// All that is unsure, in the order of the files. Rules of findings are ours and no fact.
    pub fn doubts(&self) -> Vec<Doubt> {
        let unsure = |source: &SourceNote| source.tingkat == SourceGrade::Recalled;
        let doubt = |file, subject: String, source: &SourceNote| Doubt {
            file,
            subject,
            grade: source.tingkat.word(),
            note: source.catatan.clone(),
        };
        let points = self.uncertain.iter().map(|point| Doubt {
            note: format!("{} Periksa: {}.", point.catatan, point.periksa),
            ..doubt("kepastian.toml", point.tentang.clone(), &point.sumber)
        });
        let laws = self.dasar_hukum.iter().filter(|law| unsure(&law.sumber));
        let laws =
            laws.map(|law| doubt("dasar-hukum.toml", law.short().text, &law.sumber));
        let levels = [
            ("layanan-kabupaten.toml", &self.kabupaten),
            ("layanan-provinsi.toml", &self.provinsi),
        ];
        let services = levels.into_iter().flat_map(|(file, services)| {
            let unsure = services.iter().filter(move |service| unsure(&service.sumber));
            unsure.map(move |service| {
                let subject = format!("{} {}", service.kode, service.nama);
                doubt(file, subject, &service.sumber)
            })
        });
        // A list read in somebody's program is practice and still to be compared.
        let lists =
            self.daftar.iter().filter(|list| list.sumber.tingkat != SourceGrade::Seen);
        let lists = lists.map(|list| {
            doubt("mutu.toml", format!("{}: {}", list.id, list.keterangan), &list.sumber)
        });
        let terms = self.istilah.iter().filter(|term| unsure(&term.sumber));
        let terms =
            terms.map(|term| doubt("istilah.toml", term.istilah.clone(), &term.sumber));
        points.chain(laws).chain(services).chain(lists).chain(terms).collect()
    }
}
