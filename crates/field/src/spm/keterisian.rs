//! Tingkat keterisian: how much of what is asked was entered at all. Kept apart from the
//! achievement, with which the news often mixes it (`spm.md` 3.5).

use std::ops::AddAssign;

use serde::{Serialize, Serializer, ser::SerializeStruct};

use super::capaian::LayananCapaian;
use super::persen::Persen;

/// Cells besides mutu: sasaran, terlayani, pagu, realisasi, permasalahan, tindak lanjut.
const ISIAN_TETAP: usize = 6;

/// Cells filled and cells asked. Our own count: the weights of the ministry's fill rate
/// were not seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Keterisian {
    /// Cells somebody answered, nihil included.
    pub terisi: usize,
    /// Cells asked.
    pub seluruh: usize,
}

impl Keterisian {
    /// The cells of one service; `item_mutu` is how many mutu items the catalog lists for
    /// it in the year. Items nobody entered count as two empty cells each. A service
    /// declared nihil asks for nothing more than that declaration.
    pub fn layanan(data: Option<&LayananCapaian>, item_mutu: usize) -> Self {
        let Some(data) = data else {
            return Self { terisi: 0, seluruh: ISIAN_TETAP + 2 * item_mutu.max(1) };
        };
        if data.nihil() {
            return Self { terisi: 1, seluruh: 1 };
        }
        let tetap = [
            data.sasaran.terisi(),
            data.terlayani.terisi(),
            data.pagu.terisi(),
            data.realisasi.terisi(),
            data.permasalahan.terisi(),
            data.tindak_lanjut.terisi(),
        ];
        let mutu =
            data.mutu.iter().flat_map(|i| [i.dibutuhkan.terisi(), i.terpenuhi.terisi()]);
        let seluruh = ISIAN_TETAP + 2 * data.mutu.len().max(item_mutu).max(1);
        Self { terisi: tetap.into_iter().chain(mutu).filter(|t| *t).count(), seluruh }
    }

    /// The fill rate; `None` when nothing is asked.
    pub fn persen(&self) -> Option<Persen> {
        let pecahan = |n: usize| num_rational::BigRational::from_integer(n.into());
        Persen::rasio(&pecahan(self.terisi), &pecahan(self.seluruh))
    }
}

impl AddAssign for Keterisian {
    fn add_assign(&mut self, lain: Self) {
        self.terisi += lain.terisi;
        self.seluruh += lain.seluruh;
    }
}

impl std::iter::Sum for Keterisian {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::default(), |mut jumlah, satu| {
            jumlah += satu;
            jumlah
        })
    }
}

impl Serialize for Keterisian {
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
    use crate::spm::capaian::{Isian, ItemMutu};

    #[test]
    fn counts_cells() {
        let mut data = LayananCapaian {
            sasaran: 10.into(),
            terlayani: 0.into(),
            permasalahan: Isian::Nihil,
            ..LayananCapaian::default()
        };
        assert_eq!(
            Keterisian::layanan(Some(&data), 0),
            Keterisian { terisi: 3, seluruh: 8 }
        );
        data.mutu.push(ItemMutu {
            nama: "Buku KIA".into(),
            satuan: "Buku".into(),
            dibutuhkan: Isian::Isi(10.into()),
            terpenuhi: Isian::Kosong,
        });
        assert_eq!(
            Keterisian::layanan(Some(&data), 3),
            Keterisian { terisi: 4, seluruh: 12 }
        );
        assert_eq!(Keterisian::layanan(None, 3), Keterisian { terisi: 0, seluruh: 12 });
        data.sasaran = Isian::Nihil;
        let nihil = Keterisian::layanan(Some(&data), 3);
        assert_eq!(nihil.persen(), Some(Persen::seratus()));
        assert_eq!(Keterisian::default().persen(), None);
    }
}
