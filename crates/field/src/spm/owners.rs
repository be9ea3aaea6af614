//! Whose a service is: two offices may share an urusan, and then say which services are theirs.

use super::catalog::{Catalog, Layanan, Tingkat};
use crate::domain::Opd;

/// The OPDs of a daerah as owners of services.
#[derive(Debug, Clone, Copy)]
pub struct Owners<'a> {
    all: &'a [Opd],
    catalog: &'a Catalog,
}

impl<'a> Owners<'a> {
    /// The OPDs of `data/opd.toml`.
    pub const fn new(all: &'a [Opd], catalog: &'a Catalog) -> Self {
        Self { all, catalog }
    }

    /// The OPDs whose `layanan` names a service.
    pub fn named(self, kode: &str) -> Vec<&'a Opd> {
        self.all.iter().filter(|opd| names(opd, kode)).collect()
    }

    /// The OPDs that may have a service: those that name it, else those with its urusan that
    /// do not say which services of the urusan are theirs.
    pub fn possible(self, service: &Layanan) -> Vec<&'a Opd> {
        let named = self.named(&service.kode);
        if !named.is_empty() {
            return named;
        }
        let open =
            |opd: &&Opd| carries(opd, &service.urusan) && !self.chose(opd, service);
        self.all.iter().filter(open).collect()
    }

    /// The one OPD that must have a service by what is written, if it is one.
    pub fn sure(self, service: &Layanan) -> Option<&'a Opd> {
        match self.possible(service)[..] {
            [one] => Some(one),
            _ => None,
        }
    }

    /// Who carries a service that nobody reported: the one that must have it, else the one that
    /// last reported it and has not given it away since.
    pub fn carrier(self, service: &Layanan, last: Option<&str>) -> Option<&'a Opd> {
        let known = |id: &&str| !self.declines(id, service);
        let last = last.filter(known);
        let by_id = |id: &str| self.all.iter().find(|opd| opd.id.value == id);
        self.sure(service).or_else(|| last.and_then(by_id))
    }

    /// Whether an OPD says which services of the urusan are its own, and this is none of them.
    pub fn declines(self, id: &str, service: &Layanan) -> bool {
        let opd = self.all.iter().find(|opd| opd.id.value == id);
        opd.is_some_and(|opd| self.chose(opd, service) && !names(opd, &service.kode))
    }

    /// Whether an OPD says which services of an urusan are its own.
    fn chose(self, opd: &Opd, service: &Layanan) -> bool {
        let urusan = |kode: &str| self.catalog.layanan(kode).map(|l| l.urusan.as_str());
        opd.layanan.iter().any(|kode| urusan(&kode.value) == Some(&service.urusan))
    }

    /// How the services of an urusan could be split among those that share it: a service stays
    /// with who reported it, goes to who usually has it, or to the first with a bidang for it.
    pub fn split(
        self,
        tingkat: Tingkat,
        urusan: &str,
        reported: &dyn Fn(&str) -> Option<String>,
    ) -> Vec<(&'a Opd, Vec<&'a str>)> {
        let sharing: Vec<&Opd> =
            self.all.iter().filter(|opd| carries(opd, urusan)).collect();
        let mut split: Vec<(&Opd, Vec<&str>)> =
            sharing.iter().map(|opd| (*opd, Vec::new())).collect();
        let services = self.catalog.all_layanan(tingkat).iter();
        for service in services.filter(|l| l.urusan == urusan) {
            let id = self.sure(service).map(|opd| opd.id.value.clone());
            let id = id.or_else(|| reported(&service.kode));
            let by_id = id.and_then(|id| sharing.iter().position(|o| o.id.value == id));
            let at = by_id
                .or_else(|| sharing.iter().position(|opd| usual(opd, service)))
                .or_else(|| sharing.iter().position(|opd| has_bidang(opd, service)))
                .unwrap_or(0);
            if let Some((_, codes)) = split.get_mut(at) {
                codes.push(&service.kode);
            }
        }
        split
    }
}

/// Whether an OPD has an urusan.
pub fn carries(opd: &Opd, urusan: &str) -> bool {
    opd.urusan.iter().any(|u| u.value == urusan)
}

/// Whether an OPD is called as the one that usually has a service.
pub fn usual(opd: &Opd, service: &Layanan) -> bool {
    words(&opd.nama) == words(&service.opd_lazim)
}

fn names(opd: &Opd, kode: &str) -> bool {
    opd.layanan.iter().any(|own| own.value == kode)
}

/// Whether a bidang is called after the office that usually has a service: "Bidang Pemadam
/// Kebakaran" where there is no Dinas Pemadam Kebakaran.
fn has_bidang(opd: &Opd, service: &Layanan) -> bool {
    let usual = words(&service.opd_lazim);
    opd.bidang.iter().any(|bidang| {
        let own = words(&bidang.nama);
        usual.iter().filter(|word| word.len() > 5 && own.contains(word)).count() >= 2
    })
}

fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    words.map(str::to_owned).collect()
}
