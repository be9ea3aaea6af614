//! The quarters beside each other.

use std::collections::BTreeMap;

use super::percent::Percent;
use super::point_change::PointChange;
use super::rekap::Rekap;

/// The quarters of the reported year with figures, and the same quarter of the year before.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    /// Oldest first, the reported one last.
    pub triwulan: Vec<Rekap>,
    /// The same quarter of the year before.
    pub tahun_lalu: Option<Rekap>,
    /// Who carries a service that nobody reported, by its code.
    pub pengampu: BTreeMap<String, String>,
}

impl History {
    /// The last quarter of this year that has figures before the reported one. Figures start
    /// anew each January, so there is none before the first of a year.
    pub fn before(&self) -> Option<&Rekap> {
        let banyak = self.triwulan.len();
        banyak.checked_sub(2).and_then(|i| self.triwulan.get(i))
    }

    /// Each quarter with the change of its index since the one before it.
    pub fn steps(&self) -> impl Iterator<Item = (&Rekap, Option<PointChange>)> {
        let sebelum = std::iter::once(None).chain(self.triwulan.iter().map(Some));
        self.triwulan.iter().zip(sebelum).map(|(kini, dulu)| {
            let dulu = dulu.and_then(|rekap| rekap.indeks.as_ref());
            (kini, PointChange::between_known(kini.indeks.as_ref(), dulu))
        })
    }

    /// The index that `pilih` finds, held against that of the quarter before.
    pub fn since_last_quarter(
        &self,
        pilih: impl Fn(&Rekap) -> Option<&Percent>,
    ) -> Option<Earlier<'_>> {
        self.compare(self.before()?, pilih)
    }

    /// The same against the year before.
    pub fn since_last_year(
        &self,
        pilih: impl Fn(&Rekap) -> Option<&Percent>,
    ) -> Option<Earlier<'_>> {
        self.compare(self.tahun_lalu.as_ref()?, pilih)
    }

    fn compare<'a>(
        &'a self,
        rekap: &'a Rekap,
        pilih: impl Fn(&Rekap) -> Option<&Percent>,
    ) -> Option<Earlier<'a>> {
        let indeks = pilih(rekap)?;
        let kini = self.triwulan.last().and_then(&pilih);
        Some(Earlier {
            rekap,
            indeks,
            perubahan: PointChange::between_known(kini, Some(indeks)),
        })
    }
}

/// An earlier index, and the change since.
#[derive(Debug, Clone)]
pub struct Earlier<'a> {
    /// The earlier quarter.
    pub rekap: &'a Rekap,
    /// The index then.
    pub indeks: &'a Percent,
    /// The change since; `None` where there is no index now.
    pub perubahan: Option<PointChange>,
}
