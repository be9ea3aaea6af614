//! Which policies touch what a paper says.

use super::kebijakan::{Kebijakan, Trantibumlinmas};
use super::rekap::{LayananResult, Rekap};

/// Each sentence with whether it touches.
type Touching = Vec<(bool, &'static str)>;

fn touching(sentences: Touching) -> Vec<&'static str> {
    sentences.into_iter().filter(|(touches, _)| *touches).map(|(_, s)| s).collect()
}

impl Kebijakan {
    /// The sentences that touch what one office carries: a letter to it says no word on the
    /// weight of urusan, and none on what it does not have.
    pub fn of_office(
        self,
        services: &[&LayananResult],
        triwulan: u8,
    ) -> Vec<&'static str> {
        let mut all = self.of_services(services, triwulan);
        all.insert(1, (services.len() > 1, self.rerata_opd.sentence()));
        touching(all)
    }

    /// The sentences that touch the index of the daerah, where a paper names that alone.
    pub fn of_daerah(self, rekap: &Rekap) -> Vec<&'static str> {
        let services: Vec<&LayananResult> = rekap.layanan().collect();
        let mut all = self.of_services(&services, rekap.triwulan);
        let parts = self.trantibumlinmas != Trantibumlinmas::default();
        all.insert(1, (true, self.bobot_urusan.sentence()));
        all.insert(2, (parts, self.trantibumlinmas.sentence()));
        touching(all)
    }

    /// What touches services, whoever carries them.
    fn of_services(self, services: &[&LayananResult], triwulan: u8) -> Touching {
        let any = |is: fn(&LayananResult) -> bool| services.iter().any(|l| is(l));
        let over = |l: &LayananResult| {
            l.sasaran.zip(l.terlayani).is_some_and(|(wanted, served)| served > wanted)
        };
        vec![
            (any(|l| l.mutu.is_some()), self.rerata_mutu.sentence()),
            (any(|l| l.nihil), self.sasaran_nihil.sentence()),
            (any(over), self.kelebihan.sentence()),
            (triwulan < 4, self.triwulan.sentence()),
            (any(|l| l.menunggu_kejadian), self.jalur_kejadian.sentence()),
            (any(|l| !l.nihil && l.keterisian.has_gaps()), self.belum_diisi.sentence()),
        ]
    }
}
