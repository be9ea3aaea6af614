//! The findings of one OPD by service: what its head should begin with.

use super::{Temuan, TemuanLevel};
use crate::spm::Rekap;
use crate::spm::percent::Percent;
use base::written::Line;

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
    /// Whether it leads because its index is the lowest; the others follow by their findings.
    pub terendah: bool,
}

impl Priority<'_> {
    /// What is so, of the worst findings.
    pub fn kondisi(&self) -> Line {
        self.join(|t| &t.kondisi)
    }

    /// What to do about them.
    pub fn rekomendasi(&self) -> Line {
        self.join(|t| &t.rekomendasi)
    }

    fn join(&self, parts: fn(&Temuan) -> &Line) -> Line {
        let mut kalimat: Vec<&Line> = Vec::new();
        let heavy = |(n, t): &(usize, &&Temuan)| {
            *n == 0 || t.tingkat <= TemuanLevel::Penting || t.behind()
        };
        let all = self.temuan.iter().enumerate().take(AT_ONCE);
        for (_, one) in all.filter(heavy) {
            let line = parts(one);
            if !kalimat.iter().any(|told| told.text == line.text) {
                kalimat.push(line);
            }
        }
        let mut kalimat = kalimat.into_iter();
        let first = kalimat.next().cloned().unwrap_or_default();
        kalimat.fold(first, |line, next| line.ours(" ").and(next))
    }
}

/// The services of an OPD about which something must be done: the one with the lowest index
/// first, then in the order of their worst finding. Those not reported at all are left out: they
/// are told in one sentence.
pub fn prioritas<'a>(
    temuan: &'a [Temuan],
    rekap: &Rekap,
    opd: &str,
) -> Vec<Priority<'a>> {
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
            None => result.push(Priority { layanan, temuan: vec![one], terendah: false }),
        }
    }
    lead_with_lowest(&mut result, temuan, lowest(rekap, opd));
    for one in &mut result {
        one.temuan.sort_by_key(|t| t.weight());
    }
    result
}

/// The service of an OPD whose index is the lowest of those that are below their path, at the end
/// of the year below all that is to be reached. What waits for events has no path before that.
fn lowest<'a>(rekap: &'a Rekap, opd: &str) -> Option<&'a str> {
    let behind = rekap.layanan().filter(|one| one.pengampu.as_deref() == Some(opd));
    let behind = behind.filter_map(|one| {
        let index = one.reported_indeks()?;
        let due = if rekap.triwulan < 4 {
            one.jalur.as_ref()?.target.clone()
        } else {
            Percent::hundred()
        };
        (*index < due).then_some((index, one.kode.as_str()))
    });
    behind.min_by(|one, other| one.0.cmp(other.0)).map(|(_, code)| code)
}

/// Puts the service with the lowest index first, also where what is lacking of it is but a note.
/// Where nothing must be done, a note is no reason to begin.
fn lead_with_lowest<'a>(
    listed: &mut Vec<Priority<'a>>,
    temuan: &'a [Temuan],
    lowest: Option<&str>,
) {
    let Some(lowest) = lowest.filter(|_| !listed.is_empty()) else { return };
    if let Some(at) = listed.iter().position(|one| one.layanan == lowest) {
        let first = Priority { terendah: true, ..listed.remove(at) };
        listed.insert(0, first);
        return;
    }
    let own = temuan.iter().filter(|one| one.layanan.as_deref() == Some(lowest));
    let own: Vec<_> = own.collect();
    if let Some(code) = own.first().and_then(|one| one.layanan.as_deref()) {
        listed.insert(0, Priority { layanan: code, temuan: own, terendah: true });
    }
}
