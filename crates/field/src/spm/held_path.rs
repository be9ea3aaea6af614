//! An index held against its target path.
//!
//! One rule for every paper. A service is held against its own path or that of the daerah. What
//! unites services (urusan, OPD, daerah) is held with the means of those of its services that
//! have a path, taken as its index is taken; which have none within the year, the policy
//! [`JalurKejadian`](super::kebijakan::JalurKejadian) says.

use serde::{Serialize, Serializer};

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

/// With the distance, as it is printed.
impl Serialize for HeldPath {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Told<'a> {
            indeks: &'a Percent,
            target: &'a Percent,
            jarak: &'a Percent,
            tanpa_kejadian: bool,
        }
        let Self { indeks, target, terjadwal } = self;
        let distance = self.distance();
        let (jarak, tanpa_kejadian) = (distance.value(), *terjadwal);
        Told { indeks, target, jarak, tanpa_kejadian }.serialize(serializer)
    }
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

    /// Whether it has not reached the path, as who reads both would say.
    pub fn behind(&self) -> bool {
        self.distance().value() < &Percent::zero()
    }
}
