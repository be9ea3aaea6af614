//! The target path: how much of the yearly target each quarter should have reached.

use super::percent::Percent;

/// What should be reached at the end of each quarter, in percent of the yearly target.
/// Figures are cumulative, so the four values never fall and the last is that of the year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetPath([Percent; 4]);

impl TargetPath {
    /// A path from its four values; `None` when one falls below the one before or lies
    /// outside 0 to 100.
    pub fn new(nilai: [Percent; 4]) -> Option<Self> {
        let rise = nilai.windows(2).all(|second| second[0] <= second[1]);
        let plausible = nilai[0] >= Percent::zero() && nilai[3] <= Percent::hundred();
        (rise && plausible).then_some(Self(nilai))
    }

    /// The values of the four quarters, in their order.
    pub fn each(&self) -> &[Percent; 4] {
        &self.0
    }

    /// The value of a quarter, 1..=4; that of the year for any other.
    pub fn pada(&self, triwulan: u8) -> &Percent {
        self.0.get(usize::from(triwulan.wrapping_sub(1))).unwrap_or(&self.0[3])
    }
}

impl Default for TargetPath {
    /// A quarter of the target each quarter (our reading: the regulation names the yearly
    /// target of 100 % and no path, `spm.md` 3.1).
    fn default() -> Self {
        Self([25, 50, 75, 100].map(Percent::from))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_never_falls_and_stays_within_the_year() {
        let jalur = |n: [u32; 4]| TargetPath::new(n.map(Percent::from));
        assert_eq!(jalur([25, 50, 75, 100]), Some(TargetPath::default()));
        assert!(jalur([0, 0, 0, 100]).is_some());
        assert_eq!(jalur([25, 20, 75, 100]), None);
        assert_eq!(jalur([25, 50, 75, 101]), None);
        assert_eq!(*TargetPath::default().pada(3), Percent::from(75));
        assert_eq!(*TargetPath::default().pada(0), Percent::from(100));
    }
}
