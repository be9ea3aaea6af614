//! Tingkat keterisian: how much of what is asked was entered at all. Kept apart from the
//! achievement, with which the news often mixes it (`spm.md` 3.5).

use std::ops::AddAssign;

use serde::{Serialize, Serializer, ser::SerializeStruct};

use super::capaian::LayananCapaian;
use super::percent::Percent;

/// Cells besides mutu: sasaran, terlayani, pagu, realisasi, permasalahan, tindak lanjut.
const FIXED_CELLS: usize = 6;

/// Cells filled and cells asked. Our own count: the weights of the ministry's fill rate
/// were not seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FillRate {
    /// Cells somebody answered, nihil included.
    pub terisi: usize,
    /// Cells asked.
    pub seluruh: usize,
}

impl FillRate {
    /// The cells of one service; `item_mutu` is how many mutu items the catalog lists for
    /// it in the year. Items nobody entered count as two empty cells each. A service
    /// declared nihil asks for nothing more than that declaration.
    pub fn layanan(data: Option<&LayananCapaian>, item_mutu: usize) -> Self {
        let Some(data) = data else {
            return Self { terisi: 0, seluruh: FIXED_CELLS + 2 * item_mutu.max(1) };
        };
        if data.nihil() {
            return Self { terisi: 1, seluruh: 1 };
        }
        let tetap = [
            data.sasaran.is_answered(),
            data.terlayani.is_answered(),
            data.pagu.is_answered(),
            data.realisasi.is_answered(),
            data.permasalahan.is_answered(),
            data.tindak_lanjut.is_answered(),
        ];
        let mutu = data
            .mutu
            .iter()
            .flat_map(|i| [i.dibutuhkan.is_answered(), i.terpenuhi.is_answered()]);
        let seluruh = FIXED_CELLS + 2 * data.mutu.len().max(item_mutu).max(1);
        Self { terisi: tetap.into_iter().chain(mutu).filter(|t| *t).count(), seluruh }
    }

    /// Whether something asked was not entered.
    pub const fn has_gaps(&self) -> bool {
        self.terisi < self.seluruh
    }

    /// The fill rate; `None` when nothing is asked.
    pub fn persen(&self) -> Option<Percent> {
        let pecahan = |n: usize| num_rational::BigRational::from_integer(n.into());
        Percent::ratio(&pecahan(self.terisi), &pecahan(self.seluruh))
    }
}

impl AddAssign for FillRate {
    fn add_assign(&mut self, lain: Self) {
        self.terisi += lain.terisi;
        self.seluruh += lain.seluruh;
    }
}

impl std::iter::Sum for FillRate {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::default(), |mut jumlah, satu| {
            jumlah += satu;
            jumlah
        })
    }
}

impl Serialize for FillRate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut isi = serializer.serialize_struct("Keterisian", 3)?;
        isi.serialize_field("terisi", &self.terisi)?;
        isi.serialize_field("seluruh", &self.seluruh)?;
        isi.serialize_field("persen", &self.persen())?;
        isi.end()
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
        assert_eq!(FillRate::layanan(Some(&data), 0), FillRate { terisi: 3, seluruh: 8 });
        data.mutu.push(ItemMutu {
            nama: "Buku KIA".into(),
            satuan: "Buku".into(),
            dibutuhkan: Reported::Value(10.into()),
            terpenuhi: Reported::Missing,
        });
        assert_eq!(
            FillRate::layanan(Some(&data), 3),
            FillRate { terisi: 4, seluruh: 12 }
        );
        assert_eq!(FillRate::layanan(None, 3), FillRate { terisi: 0, seluruh: 12 });
        data.sasaran = Reported::Nihil;
        let nihil = FillRate::layanan(Some(&data), 3);
        assert_eq!(nihil.persen(), Some(Percent::hundred()));
        assert_eq!(FillRate::default().persen(), None);
    }
}
