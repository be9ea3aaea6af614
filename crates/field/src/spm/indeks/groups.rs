//! Services together: urusan, OPD and daerah, their indices and what they are held with against
//! the target path.

use std::collections::BTreeMap;

use super::{IndexContext, IndexRules, below_threshold};
use crate::spm::catalog::SubUrusan;
use crate::spm::held_path::HeldPath;
use crate::spm::kebijakan::{BobotUrusan, JalurKejadian, RerataOpd, Trantibumlinmas};
use crate::spm::percent::Percent;
use crate::spm::rekap::{
    LayananResult, OpdResult, Rekap, ReportStatus, UrusanResult, any_held,
};

impl IndexRules<'_> {
    /// Whether a service is held against the path in this quarter.
    pub(super) fn on_path(&self, layanan: &LayananResult) -> bool {
        let outside = self.kebijakan.jalur_kejadian == JalurKejadian::DiLuar;
        !(outside && layanan.menunggu_kejadian)
    }

    /// Services together, held against the path: the means over those that have one, of their
    /// indices and of their paths, each taken by `mean` as the index of the whole is.
    fn together(
        &self,
        layanan: &[&LayananResult],
        mean: impl Fn(&dyn Fn(&LayananResult) -> Option<Percent>) -> Option<Percent>,
    ) -> Option<HeldPath> {
        let counts = |l: &LayananResult| l.indeks.is_some() && self.on_path(l);
        layanan.iter().find(|l| counts(l) && !l.nihil)?;
        let indeks = mean(&|l| l.indeks.clone().filter(|_| counts(l)))?;
        let target = mean(&|l| counts(l).then(|| l.target.clone()))?;
        let terjadwal = layanan.iter().any(|l| l.indeks.is_some() && !self.on_path(l));
        Some(HeldPath { indeks, target, terjadwal })
    }

    pub(super) fn urusan(
        &self,
        kode: &str,
        nama: &str,
        layanan: Vec<(Option<SubUrusan>, LayananResult)>,
    ) -> UrusanResult {
        let mean = |of: &dyn Fn(&LayananResult) -> Option<Percent>| {
            let counted = || layanan.iter().filter_map(|(s, l)| Some((*s, of(l)?)));
            match self.kebijakan.trantibumlinmas {
                Trantibumlinmas::PerLayanan => self.mean(counted().map(|(_, i)| i)),
                // An urusan without parts is one group, whose mean is the plain mean.
                Trantibumlinmas::PerSubUrusan => self.mean_of_means(counted()),
            }
        };
        let indeks = mean(&|l| l.indeks.clone());
        let services: Vec<&LayananResult> = layanan.iter().map(|(_, l)| l).collect();
        let jalur = self.together(&services, mean);
        UrusanResult {
            kode: kode.to_owned(),
            nama: nama.to_owned(),
            kategori: self.kategori(indeks.as_ref()),
            keterisian: layanan.iter().map(|(_, l)| l.keterisian).sum(),
            catatan: below_threshold(indeks.as_ref()).into_iter().collect(),
            indeks,
            jalur,
            layanan: layanan.into_iter().map(|(_, l)| l).collect(),
        }
    }

    /// One index of those of the urusan, each with how many services count in it.
    fn mean_of_urusan(&self, urusan: &[(usize, Percent)]) -> Option<Percent> {
        match self.kebijakan.bobot_urusan {
            BobotUrusan::SamaRata => self.mean(urusan.iter().map(|(_, i)| i)),
            BobotUrusan::JumlahLayanan => {
                self.mean(urusan.iter().flat_map(|(n, i)| std::iter::repeat_n(i, *n)))
            }
        }
    }

    /// The daerah held against the path, of what its urusan are held with.
    fn daerah_on_path(&self, urusan: &[UrusanResult]) -> Option<HeldPath> {
        let counted = |u: &UrusanResult| {
            let counts = |l: &&LayananResult| l.indeks.is_some() && self.on_path(l);
            u.layanan.iter().filter(counts).count()
        };
        let held: Vec<(usize, &HeldPath)> =
            urusan.iter().filter_map(|u| Some((counted(u), u.jalur.as_ref()?))).collect();
        let mean = |of: fn(&HeldPath) -> &Percent| {
            let all: Vec<(usize, Percent)> =
                held.iter().map(|(n, held)| (*n, of(held).clone())).collect();
            self.mean_of_urusan(&all)
        };
        Some(HeldPath {
            indeks: mean(|held| &held.indeks)?,
            target: mean(|held| &held.target)?,
            terjadwal: urusan
                .iter()
                .flat_map(|u| &u.layanan)
                .any(|l| l.indeks.is_some() && !self.on_path(l)),
        })
    }

    pub(super) fn daerah(
        &self,
        context: &IndexContext,
        urusan: Vec<UrusanResult>,
    ) -> Rekap {
        let known: Vec<(usize, Percent)> = urusan
            .iter()
            .filter_map(|u| {
                let count = u.layanan.iter().filter(|l| l.indeks.is_some()).count();
                Some((count, u.indeks.clone()?))
            })
            .collect();
        let indeks = self.mean_of_urusan(&known);
        // A daerah of which nothing was told has no index, whatever empty cells count as.
        let status = ReportStatus::of(urusan.iter().flat_map(|u| &u.layanan));
        let reported = status != ReportStatus::NotReported;
        let indeks = indeks.filter(|_| reported);
        let held = urusan.iter().any(|u| u.reported_jalur().is_some());
        let jalur = self.daerah_on_path(&urusan).filter(|_| held);
        let mut per_opd: BTreeMap<&str, Vec<(&str, &LayananResult)>> = BTreeMap::new();
        for of in &urusan {
            for layanan in &of.layanan {
                if let Some(opd) = &layanan.pengampu {
                    per_opd.entry(opd).or_default().push((&of.kode, layanan));
                }
            }
        }
        let opd = per_opd.into_iter().map(|(opd, given)| self.opd(opd, &given)).collect();
        Rekap {
            daerah: context.daerah.clone(),
            tahun: context.tahun,
            triwulan: context.triwulan,
            kebijakan: self.kebijakan,
            kategori: self.kategori(indeks.as_ref()),
            keterisian: urusan.iter().map(|u| u.keterisian).sum(),
            catatan: below_threshold(indeks.as_ref()).into_iter().collect(),
            indeks,
            jalur,
            urusan,
            opd,
            indeks_lain: Vec::new(),
        }
    }

    fn opd(&self, opd: &str, layanan: &[(&str, &LayananResult)]) -> OpdResult {
        let mean = |of: &dyn Fn(&LayananResult) -> Option<Percent>| {
            let counted = || layanan.iter().filter_map(|(u, l)| Some((*u, of(l)?)));
            match self.kebijakan.rerata_opd {
                RerataOpd::PerLayanan => self.mean(counted().map(|(_, indeks)| indeks)),
                RerataOpd::PerUrusan => self.mean_of_means(counted()),
            }
        };
        let services: Vec<&LayananResult> = layanan.iter().map(|(_, l)| *l).collect();
        let status = ReportStatus::of(services.iter().copied());
        let reported = status != ReportStatus::NotReported;
        let indeks = mean(&|l| l.indeks.clone()).filter(|_| reported);
        let held = any_held(services.iter().copied());
        let jalur = self.together(&services, mean).filter(|_| held);
        OpdResult {
            opd: opd.to_owned(),
            status,
            kategori: self.kategori(indeks.as_ref()),
            indeks,
            jalur,
            keterisian: layanan.iter().map(|(_, l)| l.keterisian).sum(),
            layanan: layanan.iter().map(|(_, l)| l.kode.clone()).collect(),
        }
    }

    /// The mean of the means of groups.
    fn mean_of_means<G: Ord>(
        &self,
        all: impl Iterator<Item = (G, Percent)>,
    ) -> Option<Percent> {
        let mut groups: BTreeMap<G, Vec<Percent>> = BTreeMap::new();
        for (group, value) in all {
            groups.entry(group).or_default().push(value);
        }
        self.mean(groups.into_values().filter_map(|group| self.mean(group)))
    }
}
