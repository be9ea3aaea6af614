//! What holds for all reports and policies.

use crate::spm::kebijakan::{BobotUrusan, JalurKejadian, RerataOpd, Trantibumlinmas};
use proptest::prelude::*;

use super::*;

fn kebijakan() -> impl Strategy<Value = Kebijakan> {
    use proptest::sample::select as pick;
    (
        pick(RerataMutu::CHOICES),
        pick(BobotUrusan::CHOICES),
        pick(RerataOpd::CHOICES),
        pick(Trantibumlinmas::CHOICES),
        pick(SasaranNihil::CHOICES),
        pick(Kelebihan::CHOICES),
        pick(Pembulatan::CHOICES),
        pick(JalurKejadian::CHOICES),
        pick(BelumDiisi::CHOICES),
    )
        .prop_map(
            |(
                rerata_mutu,
                bobot_urusan,
                rerata_opd,
                tr,
                nihil,
                kelebihan,
                rounding,
                events,
                empty,
            )| Kebijakan {
                rerata_mutu,
                bobot_urusan,
                rerata_opd,
                trantibumlinmas: tr,
                sasaran_nihil: nihil,
                kelebihan,
                pembulatan: rounding,
                triwulan: TriwulanBerjalan::Kumulatif,
                jalur_kejadian: events,
                belum_diisi: empty,
            },
        )
}

fn filled(batas: u64) -> impl Strategy<Value = Reported<u64>> {
    prop_oneof![
        1 => Just(Reported::Missing),
        1 => Just(Reported::Nihil),
        6 => (0..batas).prop_map(Reported::Value),
    ]
}

fn reports() -> impl Strategy<Value = Vec<LayananCapaian>> {
    let amount = |filled: Reported<u64>| match filled {
        Reported::Missing => Reported::Missing,
        Reported::Nihil => Reported::Nihil,
        Reported::Value(n) => Reported::Value(Amount::from(n)),
    };
    let item = (filled(50), filled(60)).prop_map(move |(a, b)| ItemMutu {
        dibutuhkan: amount(a),
        terpenuhi: amount(b),
        ..self::item(1, 1)
    });
    let one = (filled(200), filled(220), proptest::collection::vec(item, 0..4));
    let kode = ["K-1", "K-2", "T-1", "T-2", "T-3", "T-4", "S-1"];
    proptest::collection::vec(one, kode.len()).prop_map(move |filled_only| {
        kode.iter()
            .zip(filled_only)
            .map(|(kode, (sasaran, terlayani, mutu))| LayananCapaian {
                sasaran,
                terlayani,
                ..report(kode, 0, 0, mutu)
            })
            .collect()
    })
}

fn between<'a>(
    nilai: Option<&Percent>,
    parts: impl Iterator<Item = Option<&'a Percent>>,
) -> bool {
    let parts: Vec<&Percent> = parts.flatten().collect();
    match nilai {
        None => parts.is_empty(),
        Some(nilai) => {
            parts.iter().any(|b| *b <= nilai) && parts.iter().any(|b| *b >= nilai)
        }
    }
}

/// Mutu as a reader finds it from the printed rows of its items and the sentences of the
/// policies.
fn mutu_as_printed(kebijakan: Kebijakan, layanan: &LayananResult) -> Option<Percent> {
    // Every item that counts has its percentage printed, and none else has one.
    let all = layanan.mutu_item.iter();
    let counted: Vec<(&ItemResult, Percent)> =
        all.filter_map(|item| Some((item, item.persen.as_ref()?.rounded()))).collect();
    let nilai = match kebijakan.rerata_mutu {
        RerataMutu::RerataPersen => {
            let each: Vec<Percent> = counted.iter().map(|(_, p)| p.clone()).collect();
            Percent::mean(&each)?
        }
        RerataMutu::RasioJumlah => {
            let zero = || BigRational::from_integer(0.into());
            let need = |(item, _): &(&ItemResult, Percent)| {
                item.dibutuhkan.value().map_or_else(zero, |n| n.value().clone())
            };
            // Each item gives its percentage of its need.
            let parts = |one: &(&ItemResult, Percent)| one.1.value() * need(one);
            let met: BigRational = counted.iter().map(parts).sum();
            let whole: BigRational = counted.iter().map(need).sum();
            let ratio = Percent::new(met / whole);
            if kebijakan.kelebihan == Kelebihan::Batasi { ratio.capped() } else { ratio }
        }
    };
    Some(nilai)
}

/// Equal but for the two hundredths that rounding in print can take.
fn close(one: &Percent, second: &Percent) -> bool {
    let difference = num_traits::abs(one.difference(second).value().clone());
    difference <= BigRational::new(2.into(), 100.into())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn an_index_lies_between_its_parts(kebijakan in kebijakan(), data in reports()) {
        let result = rekap(kebijakan, &data);
        for layanan in result.layanan() {
            if let (Some(p), Some(m), Some(i)) =
                (&layanan.penerima, &layanan.mutu, &layanan.indeks)
            {
                prop_assert!(p.min(m) <= i && i <= p.max(m));
            }
        }
        for urusan in &result.urusan {
            let parts = urusan.layanan.iter().map(|l| l.indeks.as_ref());
            prop_assert!(between(urusan.indeks.as_ref(), parts));
        }
        let parts = result.urusan.iter().map(|u| u.indeks.as_ref());
        prop_assert!(between(result.indeks.as_ref(), parts));
        if kebijakan.kelebihan == Kelebihan::Batasi {
            prop_assert!(result.indeks.is_none_or(|i| i <= Percent::hundred()));
        }
    }

    #[test]
    fn what_is_printed_fits_together(kebijakan in kebijakan(), data in reports()) {
        for layanan in rekap(kebijakan, &data).layanan() {
            if let Some(mutu) = &layanan.mutu {
                let as_printed = mutu_as_printed(kebijakan, layanan).unwrap();
                prop_assert!(close(&as_printed, mutu), "{layanan:?}");
            } else {
                prop_assert!(layanan.mutu_item.iter().all(|i| i.persen.is_none()));
            }
            if let (Some(penerima), Some(mutu), Some(indeks)) =
                (&layanan.penerima, &layanan.mutu, &layanan.indeks)
            {
                let weight = |p: &Percent, b: i64| {
                    p.rounded().value() * BigRational::new(b.into(), 100.into())
                };
                let as_printed = Percent::new(weight(penerima, 80) + weight(mutu, 20));
                prop_assert!(close(&as_printed, indeks), "{layanan:?}");
            }
        }
    }

    #[test]
    fn the_order_of_reports_does_not_matter(
        kebijakan in kebijakan(),
        (data, acak) in reports().prop_flat_map(|d| (Just(d.clone()), Just(d).prop_shuffle())),
    ) {
        prop_assert_eq!(rekap(kebijakan, &data), rekap(kebijakan, &acak));
    }

    #[test]
    fn one_more_served_never_lowers_an_index(
        kebijakan in kebijakan(),
        data in reports(),
        siapa in 0_usize..7,
    ) {
        let mut excess = data.clone();
        let Reported::Value(terlayani) = excess[siapa].terlayani else {
            return Ok(());
        };
        excess[siapa].terlayani = Reported::Value(terlayani + 1);
        let (old, new) = (rekap(kebijakan, &data), rekap(kebijakan, &excess));
        prop_assert!(old.indeks <= new.indeks);
        for (a, b) in old.layanan().zip(new.layanan()) {
            prop_assert!(a.indeks <= b.indeks);
        }
    }
}
