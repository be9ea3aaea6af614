//! The quarters beside each other.

use super::held_path::HeldPath;
use super::percent::Percent;
use super::point_change::PointChange;
use super::rekap::{LayananResult, Rekap};

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
            (now, past.and_then(|past| IndexOf::Daerah.change(now, past)))
        })
    }

    /// An index, held against that of the quarter before.
    pub fn since_last_quarter(&self, of: IndexOf<'_>) -> Option<EarlierIndex<'_>> {
        self.compare(self.before()?, of)
    }

    /// The same against the year before.
    pub fn since_last_year(&self, of: IndexOf<'_>) -> Option<EarlierIndex<'_>> {
        self.compare(self.last_year.as_ref()?, of)
    }

    fn compare<'a>(
        &'a self,
        rekap: &'a Rekap,
        of: IndexOf<'_>,
    ) -> Option<EarlierIndex<'a>> {
        let indeks = of.indeks(rekap)?;
        let now = self.triwulan.last();
        let perubahan = now.and_then(|now| of.change(now, rekap));
        Some(EarlierIndex { rekap, indeks, perubahan })
    }
}

/// Whose index is held against an earlier one.
#[derive(Debug, Clone, Copy)]
pub enum IndexOf<'i> {
    /// All of it.
    Daerah,
    /// An OPD by its identifier.
    Opd(&'i str),
    /// A service by its code.
    Layanan(&'i str),
}

impl IndexOf<'_> {
    /// The index in a quarter; none where nobody reported.
    pub fn indeks(self, rekap: &Rekap) -> Option<&Percent> {
        match self {
            Self::Daerah => rekap.indeks.as_ref(),
            Self::Opd(id) => rekap.indeks_opd(id),
            Self::Layanan(kode) => rekap.indeks_layanan(kode),
        }
    }

    /// What it is held with against the target path.
    pub fn held(self, rekap: &Rekap) -> Option<&HeldPath> {
        match self {
            Self::Daerah => rekap.jalur.as_ref(),
            Self::Opd(id) => rekap.opd.iter().find(|o| o.opd == id)?.jalur.as_ref(),
            Self::Layanan(kode) => {
                rekap.layanan().find(|l| l.kode == kode)?.jalur.as_ref()
            }
        }
    }

    /// The services in it of which nobody reported, in the order of the catalog.
    pub fn unreported(self, rekap: &Rekap) -> Vec<&LayananResult> {
        let mine = move |l: &&LayananResult| match self {
            Self::Daerah => true,
            Self::Opd(id) => l.pengampu.as_deref() == Some(id),
            Self::Layanan(kode) => l.kode == kode,
        };
        rekap.layanan().filter(mine).filter(|l| !l.dilaporkan()).collect()
    }

    /// How many services that nobody reported the index counts as zero.
    pub fn counted_as_zero(self, rekap: &Rekap) -> usize {
        self.unreported(rekap).iter().filter(|l| l.indeks.is_some()).count()
    }

    /// The change between two quarters. None where a service was reported in only one of them:
    /// what moved the index is then the reporting.
    pub fn change(self, now: &Rekap, past: &Rekap) -> Option<PointChange> {
        let codes = |rekap| self.unreported(rekap).into_iter().map(|l| &l.kode);
        let alike = codes(now).eq(codes(past));
        let change = PointChange::between_known(self.indeks(now), self.indeks(past));
        change.filter(|_| alike)
    }
}

/// An earlier index, and the change since.
#[derive(Debug, Clone)]
pub struct EarlierIndex<'a> {
    /// The earlier quarter.
    pub rekap: &'a Rekap,
    /// The index then.
    pub indeks: &'a Percent,
    /// The change since; `None` where there is no index now, or other services were reported.
    pub perubahan: Option<PointChange>,
}
