//! An index held against its target path.
//!
//! One rule for every paper. A service is held against its own path or that of the daerah. What
//! unites services (urusan, OPD, daerah) is held with the means of those of its services that
//! have a path, taken as its index is taken; which have none within the year, the policy
//! [`JalurKejadian`](super::kebijakan::JalurKejadian) says.

use super::percent::Percent;
use super::point_change::PointChange;

/// An index and what it should have been by now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldPath {
    /// The index that is held: of a service its own.
    pub indeks: Percent,
    /// What should have been reached.
    pub target: Percent,
    /// Whether services that wait for events are left out of it.
    pub terjadwal: bool,
}

impl HeldPath {
    /// How far the index is from the path.
    pub fn distance(&self) -> PointChange {
        PointChange::between(&self.indeks, &self.target)
    }

    /// Inside a sentence, of what has not reached it: "masih 2,70 poin di bawah jalur target
    /// 50,00%".
    pub fn shortfall(&self) -> String {
        let of = if self.terjadwal {
            "tanpa pelayanan yang bergantung pada kejadian masih"
        } else {
            "masih"
        };
        format!(
            "{of} {} jalur target {}",
            self.distance().distance(),
            self.target.printed()
        )
    }

    /// Whether it has not reached the path.
    pub fn behind(&self) -> bool {
        self.indeks < self.target
    }
}
