//! What nobody reported: the same for the office that carries it as for its urusan.

use super::*;
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
