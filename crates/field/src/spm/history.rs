//! The quarters beside each other.

use super::percent::Percent;
use super::point_change::PointChange;
use super::rekap::Rekap;

/// The quarters of the reported year with figures, and the same quarter of the year before.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    /// Oldest first, the reported one last.
    pub triwulan: Vec<Rekap>,
    /// The same quarter of the year before.
    pub last_year: Option<Rekap>,
}

impl History {
    /// The last quarter of this year that has figures before the reported one. Figures start
    /// anew each January, so there is none before the first of a year.
    pub fn before(&self) -> Option<&Rekap> {
        let count = self.triwulan.len();
        count.checked_sub(2).and_then(|i| self.triwulan.get(i))
    }

    /// Each quarter with the change of its index since the one before it.
    pub fn steps(&self) -> impl Iterator<Item = (&Rekap, Option<PointChange>)> {
        let earlier = std::iter::once(None).chain(self.triwulan.iter().map(Some));
        self.triwulan.iter().zip(earlier).map(|(now, past)| {
            let past = past.and_then(|rekap| rekap.indeks.as_ref());
            (now, PointChange::between_known(now.indeks.as_ref(), past))
        })
    }

    /// The index that `pick` finds, held against that of the quarter before.
    pub fn since_last_quarter(
        &self,
        pick: impl Fn(&Rekap) -> Option<&Percent>,
    ) -> Option<EarlierIndex<'_>> {
        self.compare(self.before()?, pick)
    }

    /// The same against the year before.
    pub fn since_last_year(
        &self,
        pick: impl Fn(&Rekap) -> Option<&Percent>,
    ) -> Option<EarlierIndex<'_>> {
        self.compare(self.last_year.as_ref()?, pick)
    }

    fn compare<'a>(
        &'a self,
        rekap: &'a Rekap,
        pick: impl Fn(&Rekap) -> Option<&Percent>,
    ) -> Option<EarlierIndex<'a>> {
        let indeks = pick(rekap)?;
        let now = self.triwulan.last().and_then(&pick);
        Some(EarlierIndex {
            rekap,
            indeks,
            perubahan: PointChange::between_known(now, Some(indeks)),
        })
    }
}

/// An earlier index, and the change since.
#[derive(Debug, Clone)]
pub struct EarlierIndex<'a> {
    /// The earlier quarter.
    pub rekap: &'a Rekap,
    /// The index then.
    pub indeks: &'a Percent,
    /// The change since; `None` where there is no index now.
    pub perubahan: Option<PointChange>,
}
