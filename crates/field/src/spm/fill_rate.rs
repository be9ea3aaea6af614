//! Tingkat keterisian: how much of what is asked was entered at all. Kept apart from the
//! achievement, with which the news often mixes it (`spm.md` 3.5).

use std::ops::AddAssign;

use serde::{Serialize, Serializer, ser::SerializeStruct};

use super::capaian::LayananCapaian;
use super::percent::Percent;

/// Cells filled and cells asked. Our own count: the weights of the ministry's fill rate
/// were not seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FillRate {
    /// Cells somebody answered, nihil included.
    pub answered: usize,
    /// Cells asked.
    pub whole: usize,
}

impl FillRate {
    /// The cells of one service; `item_mutu` is how many mutu items the catalog lists for
    /// it in the year. Items nobody entered count as two empty cells each. A service
    /// declared nihil asks for nothing more than that declaration.
    pub fn layanan(data: Option<&LayananCapaian>, item_mutu: usize) -> Self {
        let Some(data) = data else {
            return Self {
                answered: 0,
                whole: LayananCapaian::CELLS + 2 * item_mutu.max(1),
            };
        };
        if data.nihil() {
            return Self { answered: 1, whole: 1 };
        }
        let fixed = data.cells().map(|cell| cell.answered);
        let mutu = data
            .mutu
            .iter()
            .flat_map(|i| [i.dibutuhkan.is_answered(), i.terpenuhi.is_answered()]);
        let whole = LayananCapaian::CELLS + 2 * data.mutu.len().max(item_mutu).max(1);
        Self { answered: fixed.into_iter().chain(mutu).filter(|t| *t).count(), whole }
    }

    /// Whether something asked was not entered.
    pub const fn has_gaps(&self) -> bool {
        self.answered < self.whole
    }

    /// The fill rate; `None` when nothing is asked.
    pub fn persen(&self) -> Option<Percent> {
        let fraction = |n: usize| num_rational::BigRational::from_integer(n.into());
        Percent::ratio(&fraction(self.answered), &fraction(self.whole))
    }
}

impl AddAssign for FillRate {
    fn add_assign(&mut self, other: Self) {
        self.answered += other.answered;
        self.whole += other.whole;
    }
}

impl std::iter::Sum for FillRate {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::default(), |mut jumlah, one| {
            jumlah += one;
            jumlah
        })
    }
}

impl Serialize for FillRate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut figures = serializer.serialize_struct("Keterisian", 3)?;
        figures.serialize_field("terisi", &self.answered)?;
        figures.serialize_field("seluruh", &self.whole)?;
        figures.serialize_field("persen", &self.persen())?;
        figures.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spm::capaian::{ItemMutu, Reported};

    #[test]
    fn counts_cells() {
        let mut data = LayananCapaian {
            sasaran: 10.into(),
            terlayani: 0.into(),
            permasalahan: Reported::Nihil,
            ..LayananCapaian::default()
        };
        assert_eq!(FillRate::layanan(Some(&data), 0), FillRate { answered: 3, whole: 8 });
        data.mutu.push(ItemMutu {
            nama: "Buku KIA".into(),
            satuan: "Buku".into(),
            dibutuhkan: Reported::Value(10.into()),
            terpenuhi: Reported::Missing,
        });
        assert_eq!(
            FillRate::layanan(Some(&data), 3),
            FillRate { answered: 4, whole: 12 }
        );
        assert_eq!(FillRate::layanan(None, 3), FillRate { answered: 0, whole: 12 });
        data.sasaran = Reported::Nihil;
        let nihil = FillRate::layanan(Some(&data), 3);
        assert_eq!(nihil.persen(), Some(Percent::hundred()));
        assert_eq!(FillRate::default().persen(), None);
    }
}
