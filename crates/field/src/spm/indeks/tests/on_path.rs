//! What indices are held with against the target path.

use super::*;
use crate::spm::kebijakan::{JalurKejadian, RerataOpd};
use crate::spm::{HeldPath, TargetPath};

/// The built-in services, of which TR-1, TR-4 and TR-5 wait for events.
fn rekap(triwulan: u8, kebijakan: Kebijakan, served: &[(&str, &str, u64)]) -> Rekap {
    let others = BelumDiisi::Keluarkan;
    counted(triwulan, Kebijakan { belum_diisi: others, ..kebijakan }, served, &[])
}

/// The same with services of which an office told nothing, by the policy as it is given.
fn counted(
    triwulan: u8,
    kebijakan: Kebijakan,
    served: &[(&str, &str, u64)],
    untold: &[(&str, &str)],
) -> Rekap {
    let catalog = Catalog::from_toml(&[
        ("urusan.toml", include_str!("../../../../../../catalog/urusan.toml")),
        (
            "layanan-kabupaten.toml",
            include_str!("../../../../../../catalog/layanan-kabupaten.toml"),
        ),
        ("kategori.toml", include_str!("../../../../../../catalog/kategori.toml")),
    ])
    .unwrap();
    let untold = untold.iter().map(|(kode, opd)| LayananCapaian {
        kode: (*kode).into(),
        opd: (*opd).into(),
        ..LayananCapaian::default()
    });
    let data: Vec<LayananCapaian> = served
        .iter()
        .map(|(kode, opd, served)| LayananCapaian {
            kode: (*kode).into(),
            opd: (*opd).into(),
            sasaran: 100.into(),
            terlayani: (*served).into(),
            mutu: vec![item(100, *served)],
            jalur_target: (*kode == "PEND-1")
                .then(|| TargetPath::new([0, 10, 60, 100].map(Percent::from)))
                .flatten(),
            ..LayananCapaian::default()
        })
        .chain(untold)
        .collect();
    compute(&catalog, &IndexContext { triwulan, ..context() }, kebijakan, &data).unwrap()
}

const SERVED: [(&str, &str, u64); 7] = [
    ("PEND-1", "dispendik", 30),
    ("PEND-2", "dispendik", 45),
    ("TR-1", "satpol", 90),
    ("TR-2", "bpbd", 40),
    ("TR-3", "bpbd", 20),
    ("TR-4", "bpbd", 100),
    ("TR-5", "satpol", 80),
];

fn held(of: Option<&HeldPath>) -> (Percent, Percent, bool) {
    let of = of.unwrap();
    (of.indeks.clone(), of.target.clone(), of.terjadwal)
}

#[test]
fn what_waits_for_events_is_left_out_everywhere() {
    let rekap = rekap(2, Kebijakan::default(), &SERVED);
    let service = |kode: &str| rekap.layanan().find(|l| l.kode == kode).unwrap();
    assert!(service("TR-1").menunggu_kejadian && service("TR-1").jalur.is_none());
    assert_eq!(held(service("TR-2").jalur.as_ref()), (40.into(), 50.into(), false));
    let opd = |id: &str| rekap.opd.iter().find(|o| o.opd == id).unwrap();
    assert!(opd("satpol").jalur.is_none() && opd("satpol").indeks.is_some());
    assert_eq!(held(opd("bpbd").jalur.as_ref()), (30.into(), 50.into(), true));
    // One has a path of its own: the mean of both is what the office is held against.
    assert_eq!(
        held(opd("dispendik").jalur.as_ref()),
        (Percent::ratio(&fraction(75), &fraction(200)).unwrap(), 30.into(), false)
    );
    let urusan = |kode: &str| rekap.urusan.iter().find(|u| u.kode == kode).unwrap();
    let trantib = urusan("trantibumlinmas");
    assert_eq!(held(trantib.jalur.as_ref()), (30.into(), 50.into(), true));
    assert_eq!(trantib.indeks, Some(66.into()));
    let (index, path, part) = held(rekap.jalur.as_ref());
    assert_eq!(
        (index, path, part),
        (Percent::ratio(&fraction(135), &fraction(400)).unwrap(), 40.into(), true)
    );
}

#[test]
fn at_the_end_of_the_year_everything_is_held() {
    let rekap = rekap(4, Kebijakan::default(), &SERVED);
    let (index, path, part) = held(rekap.jalur.as_ref());
    assert_eq!((Some(index), path, part), (rekap.indeks.clone(), 100.into(), false));
    for urusan in rekap.urusan.iter().filter(|u| u.indeks.is_some()) {
        assert_eq!(urusan.jalur.as_ref().map(|j| &j.indeks), urusan.indeks.as_ref());
    }
}

#[test]
fn an_office_may_hold_all_of_it() {
    let all = Kebijakan {
        jalur_kejadian: JalurKejadian::Ikut,
        rerata_opd: RerataOpd::PerUrusan,
        ..Kebijakan::default()
    };
    let rekap = rekap(2, all, &SERVED);
    for opd in &rekap.opd {
        let held = opd.jalur.as_ref();
        assert_eq!(
            held.map(|j| (&j.indeks, j.terjadwal)),
            opd.indeks.as_ref().map(|i| (i, false))
        );
    }
    assert_eq!(rekap.jalur.as_ref().map(|j| &j.indeks), rekap.indeks.as_ref());
}

/// What nobody told counts as nought in an index, but is no index that is behind a path.
#[test]
fn what_nobody_reported_is_not_held_by_itself() {
    let nought = Kebijakan { belum_diisi: BelumDiisi::Nol, ..Kebijakan::default() };
    let untold = [("TR-2", "satpol"), ("TR-3", "satpol"), ("PEND-2", "dispendik")];
    let of = |served: &[(&str, &str, u64)]| counted(1, nought, served, &untold);
    let shown = |rekap: &Rekap, kode: &str| {
        let urusan = rekap.urusan.iter().find(|u| u.kode == kode).unwrap();
        urusan.reported_jalur().is_some()
    };
    let opd = |rekap: &Rekap, id: &str| {
        rekap.opd.iter().find(|o| o.opd == id).unwrap().jalur.is_some()
    };
    // Told: only what waits for events.
    let events = of(&[("TR-1", "satpol", 20)]);
    assert!(events.opd.iter().any(|o| o.opd == "satpol" && o.indeks.is_some()));
    assert!(!opd(&events, "satpol") && !shown(&events, "trantibumlinmas"));
    assert!(events.indeks.is_some() && events.jalur.is_none());
    // One that is held was told: the others count as nought beside it.
    let one = of(&[("TR-1", "satpol", 20), ("PEND-1", "dispendik", 30)]);
    assert!(!opd(&one, "satpol") && opd(&one, "dispendik"));
    assert!(!shown(&one, "trantibumlinmas") && shown(&one, "pendidikan"));
    assert!(one.jalur.is_some());
}
