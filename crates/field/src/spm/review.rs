//! A quarter looked at: its index, what is off about it, and the quarters beside it. Findings
//! and history stand above the index and change nothing in it.

use super::history::History;
use super::rekap::{LayananResult, Rekap, UrusanResult, all_nihil};
use super::temuan::Temuan;

/// The index of a quarter with what is to be said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// The index.
    pub rekap: Rekap,
    /// What is off, the worst first.
    pub temuan: Vec<Temuan>,
    /// The quarters beside it.
    pub riwayat: History,
}

impl Review {
    /// The findings about a service in the order of their weight: people before mutu and money.
    pub fn temuan_layanan(&self, kode: &str) -> Vec<&Temuan> {
        let about = |t: &&Temuan| t.layanan.as_deref() == Some(kode);
        let mut all: Vec<&Temuan> = self.temuan.iter().filter(about).collect();
        all.sort_by_key(|t| t.weight());
        all
    }

    /// The findings that an OPD is asked to see to, the worst first.
    pub fn temuan_opd(&self, id: &str) -> impl Iterator<Item = &Temuan> {
        self.temuan.iter().filter(move |t| t.opd.as_deref() == Some(id))
    }

    /// The services of an OPD with their urusan: those it reported, and those that nobody
    /// reported and that it is known to carry.
    pub fn layanan_opd(
        &self,
        id: &str,
    ) -> impl Iterator<Item = (&UrusanResult, &LayananResult)> {
        let all =
            self.rekap.urusan.iter().flat_map(|u| u.layanan.iter().map(move |l| (u, l)));
        all.filter(move |(_, layanan)| layanan.pengampu.as_deref() == Some(id))
    }

    /// Whether all services of an OPD were declared to have no target population.
    pub fn opd_nihil(&self, id: &str) -> bool {
        all_nihil(self.layanan_opd(id).map(|(_, layanan)| layanan))
    }
}
