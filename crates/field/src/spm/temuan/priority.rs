//! The findings of one OPD by service: what its head should begin with.

use super::{Temuan, TemuanLevel};

/// How many findings of one service are told in a row, the first one and further ones as grave
/// as `penting` or about people; the rest stand in the annex, so that the letter stays short.
const AT_ONCE: usize = 2;

/// The rules about people not yet served: beside a service far from its target whatever else is
/// lacking is said after it.
const BEHIND: [&str; 6] =
    ["T-BELUM-MULAI", "T-LAJU-JAUH", "T-LAJU", "T-JALUR", "T-SISA-JAUH", "T-SISA"];

/// The rules about figures that contradict themselves but say nothing against the people served.
const BESIDE_PEOPLE: [&str; 3] =
    ["T-TURUN-REALISASI", "T-TURUN-MUTU", "T-INDEKS-DILAPORKAN"];

impl Temuan {
    /// Whether it says how many people are missing from the target.
    pub fn behind(&self) -> bool {
        BEHIND.contains(&self.kode.as_str())
    }

    /// The order in which the findings of one service are told: numbers of people that cannot be,
    /// people who are missing, then all else, the worst first, in the order of the rules.
    pub(in crate::spm) fn weight(&self) -> (u8, TemuanLevel, usize) {
        let rank = match (self.tingkat, self.behind()) {
            (TemuanLevel::Galat, _) if !BESIDE_PEOPLE.contains(&self.kode.as_str()) => 0,
            (_, true) => 1,
            _ => 2,
        };
        (rank, self.tingkat, self.aturan)
    }
}

/// One service with what was found about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Priority<'a> {
    /// Code of the service.
    pub layanan: &'a str,
    /// Its findings in the order of their weight; never empty.
    pub temuan: Vec<&'a Temuan>,
}

impl Priority<'_> {
    /// What is so, of the worst findings.
    pub fn kondisi(&self) -> String {
        self.join(|t| &t.kondisi)
    }

    /// What to do about them.
    pub fn rekomendasi(&self) -> String {
        self.join(|t| &t.rekomendasi)
    }

    fn join(&self, parts: fn(&Temuan) -> &String) -> String {
        let mut kalimat: Vec<&str> = Vec::new();
        let heavy = |(n, t): &(usize, &&Temuan)| {
            *n == 0 || t.tingkat <= TemuanLevel::Penting || t.behind()
        };
        let all = self.temuan.iter().enumerate().take(AT_ONCE);
        for (_, one) in all.filter(heavy) {
            let text = parts(one).as_str();
            if !kalimat.contains(&text) {
                kalimat.push(text);
            }
        }
        kalimat.join(" ")
    }
}

/// The services of an OPD about which something must be done, in the order of their worst
/// finding. Those not reported at all are left out: they are told in one sentence.
pub fn prioritas<'a>(temuan: &'a [Temuan], opd: &str) -> Vec<Priority<'a>> {
    let mut result: Vec<Priority<'a>> = Vec::new();
    let need = |t: &&Temuan| {
        t.opd.as_deref() == Some(opd)
            && t.tingkat != TemuanLevel::Info
            && t.kode != "T-BELUM-LAPOR"
    };
    for one in temuan.iter().filter(need) {
        let Some(layanan) = one.layanan.as_deref() else { continue };
        match result.iter_mut().find(|p| p.layanan == layanan) {
            Some(met) => met.temuan.push(one),
            None => result.push(Priority { layanan, temuan: vec![one] }),
        }
    }
    for one in &mut result {
        one.temuan.sort_by_key(|t| t.weight());
    }
    result
}
