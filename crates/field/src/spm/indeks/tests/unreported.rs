//! What nobody reported: the same for the office that carries it as for its urusan.

use super::*;
use crate::spm::history::{History, IndexOf};
use crate::spm::rekap::ReportStatus;

/// T-1 is reported in full, T-2 is a blank row, T-3 and T-4 are no rows; one office has all.
fn trantibum(belum_diisi: BelumDiisi) -> Rekap {
    let blank = LayananCapaian {
        kode: "T-2".into(),
        opd: "dinas".into(),
        mutu: vec![ItemMutu { nama: "Perahu".into(), ..ItemMutu::default() }],
        ..LayananCapaian::default()
    };
    let owned = ["T-2", "T-3", "T-4"].map(|kode| (kode.to_owned(), "dinas".to_owned()));
    let context = IndexContext { carriers: BTreeMap::from(owned), ..context() };
    let kebijakan = Kebijakan { belum_diisi, ..Kebijakan::default() };
    let reports = [report("T-1", 60, 60, vec![item(10, 10)]), blank];
    compute(&catalog(), &context, kebijakan, &reports).unwrap()
}

#[test]
fn one_divisor_for_the_office_and_its_urusan() {
    // A full service of four is 25; left out, it stands alone.
    for (choice, expected) in
        [(BelumDiisi::Nol, "25.00"), (BelumDiisi::Keluarkan, "100.00")]
    {
        let result = trantibum(choice);
        let urusan = result.urusan.iter().find(|u| u.kode == "tr").unwrap();
        let [office] = &result.opd[..] else { panic!("{:?}", result.opd) };
        assert_eq!(text(urusan.indeks.as_ref()), expected);
        assert_eq!(text(office.indeks.as_ref()), expected);
        assert_eq!(office.layanan, ["T-1", "T-2", "T-3", "T-4"]);
        assert_eq!(office.keterisian, urusan.keterisian);
    }
}

#[test]
fn a_blank_row_tells_what_no_row_tells() {
    let result = trantibum(BelumDiisi::Nol);
    let find = |kode: &str| result.layanan().find(|l| l.kode == kode).unwrap();
    for kode in ["T-2", "T-3", "T-4"] {
        let one = find(kode);
        assert_eq!(one.status(), ReportStatus::NotReported, "{kode}");
        assert_eq!(one.catatan, [IndexNote::TidakDilaporkan], "{kode}");
        assert_eq!(one.pengampu.as_deref(), Some("dinas"), "{kode}");
    }
    // Figures of one kind alone are no blank row.
    let data =
        LayananCapaian { pagu: Reported::Value(5.into()), ..report("K-1", 0, 0, vec![]) };
    assert!(!data.blank());
}

#[test]
fn where_nothing_was_told_there_is_no_index() {
    let wanted =
        LayananCapaian { terlayani: Reported::Missing, ..report("K-1", 18, 0, vec![]) };
    let nobody =
        LayananCapaian { sasaran: Reported::Nihil, ..report("K-2", 0, 0, vec![]) };
    for nihil in SasaranNihil::CHOICES {
        let kebijakan = Kebijakan { sasaran_nihil: *nihil, ..Kebijakan::default() };
        let result = rekap(kebijakan, &[wanted.clone(), nobody.clone()]);
        let urusan = result.urusan.iter().find(|u| u.kode == "kes").unwrap();
        assert_eq!(urusan.status(), ReportStatus::NotReported);
        assert_eq!(urusan.reported_indeks(), None);
        let [office] = &result.opd[..] else { panic!("{:?}", result.opd) };
        assert_eq!((office.status, &office.indeks), (ReportStatus::NotReported, &None));
        assert_eq!((result.status(), &result.indeks), (ReportStatus::NotReported, &None));
        assert_eq!(result.kategori, None);
    }
}

#[test]
fn what_was_not_reported_then_or_now_is_no_change() {
    let full = |kode| report(kode, 10, 10, vec![item(1, 1)]);
    let half = |kode| report(kode, 10, 5, vec![item(1, 1)]);
    let owned = ["K-1", "K-2"].map(|kode| (kode.to_owned(), "dinas".to_owned()));
    let quarter = |triwulan, data: &[LayananCapaian]| {
        let context = IndexContext {
            triwulan,
            carriers: BTreeMap::from(owned.clone()),
            ..context()
        };
        compute(&catalog(), &context, Kebijakan::default(), data).unwrap()
    };
    let year = |one: &[LayananCapaian], two: &[LayananCapaian]| History {
        triwulan: vec![quarter(1, one), quarter(2, two)],
        last_year: None,
    };
    let of = IndexOf::Opd("dinas");
    let changed = |year: &History| {
        let since = year.since_last_quarter(of).unwrap();
        since.perubahan.map(|change| change.sentence())
    };
    // One of two left out: (100 + 0) / 2 after (60 + 60) / 2 tells of the report alone.
    let fewer = year(&[half("K-1"), half("K-2")], &[full("K-1")]);
    assert_eq!(changed(&fewer), None);
    assert_eq!(of.counted_as_zero(&fewer.triwulan[1]), 1);
    assert_eq!(fewer.steps().filter_map(|(_, change)| change).count(), 0);
    // Nor is it a rise when the missing one comes in.
    assert_eq!(changed(&year(&[full("K-1")], &[full("K-1"), full("K-2")])), None);
    // The same one missing both times: 100 / 2 after 60 / 2.
    let alike = year(&[half("K-1")], &[full("K-1")]);
    assert_eq!(changed(&alike).as_deref(), Some("naik 20,00 poin"));
    let service = IndexOf::Layanan("K-1").change(&fewer.triwulan[1], &fewer.triwulan[0]);
    assert_eq!(service.map(|c| c.sentence()).as_deref(), Some("naik 40,00 poin"));
    let out = Kebijakan { belum_diisi: BelumDiisi::Keluarkan, ..Kebijakan::default() };
    assert_eq!(IndexOf::Daerah.counted_as_zero(&rekap(out, &[full("K-1")])), 0);
}
