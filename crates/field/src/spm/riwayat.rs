//! The quarters beside each other.

use std::collections::BTreeMap;

use super::rekap::Rekap;

/// The quarters of the reported year with figures, and the same quarter of the year before.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Riwayat {
    /// Oldest first, the reported one last.
    pub triwulan: Vec<Rekap>,
    /// The same quarter of the year before.
    pub tahun_lalu: Option<Rekap>,
    /// Who carries a service that nobody reported, by its code.
    pub pengampu: BTreeMap<String, String>,
}

impl Riwayat {
    /// The last quarter of this year that has figures before the reported one. Figures start
    /// anew each January, so there is none before the first of a year.
    pub fn sebelum(&self) -> Option<&Rekap> {
        let banyak = self.triwulan.len();
        banyak.checked_sub(2).and_then(|i| self.triwulan.get(i))
    }
}
