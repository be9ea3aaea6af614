//! Which policies touch what one office carries.

use super::kebijakan::Kebijakan;
use super::rekap::LayananResult;

impl Kebijakan {
    /// The sentences that touch what one office carries: a letter to it says no word on the
    /// weight of urusan, and none on what it does not have.
    pub fn of_office(
        self,
        services: &[&LayananResult],
        triwulan: u8,
    ) -> Vec<&'static str> {
        let any = |is: fn(&LayananResult) -> bool| services.iter().any(|l| is(l));
        let over = |l: &LayananResult| {
            l.sasaran.zip(l.terlayani).is_some_and(|(wanted, served)| served > wanted)
        };
        let sentences = [
            (any(|l| !l.mutu_item.is_empty()), self.rerata_mutu.sentence()),
            (services.len() > 1, self.rerata_opd.sentence()),
            (any(|l| l.nihil), self.sasaran_nihil.sentence()),
            (any(over), self.kelebihan.sentence()),
            (triwulan < 4, self.triwulan.sentence()),
            (any(|l| !l.nihil && l.keterisian.has_gaps()), self.belum_diisi.sentence()),
        ];
        sentences.into_iter().filter(|(touches, _)| *touches).map(|(_, s)| s).collect()
    }
}
