//! How worksheets are made: what they ask, what is locked, who gets one.

use super::*;

#[test]
fn what_is_there_is_not_overwritten() {
    let office = Office::new(TW1);
    let (again, said) = office.make(false);
    assert_eq!(said, "");
    assert!(again.iter().all(|m| m.outcome == Made::Kept));
    let buku = office.book("dinkes");
    fill(&buku, &[("Penerima", "G6", Content::Figure("10"))]);
    let filled = std::fs::read(&buku).unwrap();
    let (again, said) = office.make(false);
    assert_eq!(again.len(), 5);
    assert!(said.contains("NSK0650") && said.contains("2025-tw1-dinkes.xlsx"), "{said}");
    assert_eq!(std::fs::read(&buku).unwrap(), filled);
    let (again, said) = office.make(true);
    assert_eq!(said, "");
    assert_eq!(again.iter().filter(|m| m.outcome == Made::Replaced).count(), 1);
    assert_ne!(std::fs::read(&buku).unwrap(), filled);
}

#[test]
fn same_data_same_bytes() {
    let (a, b) = (Office::new(TW1), Office::new(TW1));
    for opd in ["disdikbud", "dinkes", "dinsos"] {
        let (a, b) = (std::fs::read(a.book(opd)), std::fs::read(b.book(opd)));
        assert!(a.unwrap() == b.unwrap(), "{opd}");
    }
}

/// Style numbers that are not locked.
fn unlocked(styles: &str) -> BTreeSet<usize> {
    let document = roxmltree::Document::parse(styles).unwrap();
    let cells = document.descendants().find(|n| n.has_tag_name("cellXfs"));
    let cells = cells
        .or_else(|| document.descendants().find(|n| n.tag_name().name() == "cellXfs"))
        .unwrap();
    cells
        .children()
        .filter(roxmltree::Node::is_element)
        .enumerate()
        .filter(|(_, xf)| {
            xf.children().any(|n| {
                n.tag_name().name() == "protection" && n.attribute("locked") == Some("0")
            })
        })
        .map(|(at, _)| at)
        .collect()
}

/// How many columns of a section are asked.
fn asked_in(section: SheetSection) -> usize {
    let specs = tables::tables().into_iter().flat_map(tables::Declared::specs);
    specs.filter(|spec| spec.column.is_some_and(|c| c.section == section)).count()
}

/// Only input cells are unlocked, and all of them; the stamp cannot be brought to light.
#[test]
fn only_input_cells_are_unlocked() {
    let office = Office::new(TW1);
    let buku = office.book("disdikbud");
    let unlocked = unlocked(&part(&buku, "xl/styles.xml"));
    assert!(!unlocked.is_empty());
    // Where the columns that are asked begin; how many there are is declared.
    for (sheet, asked, rows) in [
        ("Petunjuk", None, 0),
        ("Penerima", Some(('G', SheetSection::Penerima)), 3),
        ("Mutu", Some(('H', SheetSection::Mutu)), 23),
        ("Anggaran", Some(('F', SheetSection::Anggaran)), 3),
        ("Permasalahan", Some(('D', SheetSection::Permasalahan)), 3),
        ("_naskah", None, 0),
    ] {
        let xml = part(&buku, &xml_of(sheet));
        assert!(xml.contains("<sheetProtection sheet=\"1\""), "{sheet}");
        assert!(!xml.contains("password"), "{sheet}");
        let document = roxmltree::Document::parse(&xml).unwrap();
        let mut found: BTreeMap<char, usize> = BTreeMap::new();
        for cell in document.descendants().filter(|n| n.tag_name().name() == "c") {
            let style = cell.attribute("s").map_or(0, |s| s.parse().unwrap());
            if unlocked.contains(&style) {
                let letter = cell.attribute("r").unwrap().chars().next().unwrap();
                *found.entry(letter).or_default() += 1;
            }
        }
        let wanted: BTreeMap<char, usize> = asked
            .into_iter()
            .flat_map(|(first, section)| (first..).take(asked_in(section)))
            .map(|column| (column, rows))
            .collect();
        assert_eq!(found, wanted, "{sheet}");
        if rows > 0 {
            for wanted in [
                "<pane ",
                "fitToHeight=\"0\"",
                "orientation=\"landscape\"",
                "state=\"frozen\"",
            ] {
                assert!(xml.contains(wanted), "{sheet}: {wanted}");
            }
        }
    }
    let workbook = part(&buku, "xl/workbook.xml");
    assert!(workbook.contains("name=\"_naskah\""), "{workbook}");
    assert!(workbook.contains("state=\"veryHidden\""), "{workbook}");
    assert!(workbook.contains("_xlnm.Print_Titles"), "{workbook}");
    let penerima = part(&buku, &xml_of("Penerima"));
    assert_eq!(penerima.matches("<dataValidation ").count(), 2);
    assert!(penerima.contains("Isi dengan bilangan bulat"), "{penerima}");
    assert!(penerima.contains("<conditionalFormatting"), "{penerima}");
}

/// Names from the data are texts, whatever they begin with.
#[test]
fn no_cell_begins_a_formula_from_data() {
    let office = Office::new(TW1);
    let file = office.folder.path().join("data/opd.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    let evil = "=HYPERLINK(\\\"https://contoh.example\\\",\\\"klik\\\")";
    std::fs::write(&file, text.replace("\"Dinas Kesehatan\"", &format!("\"{evil}\"")))
        .unwrap();
    let capaian = office.folder.path().join("data/capaian/2024-tw4.toml");
    let text = std::fs::read_to_string(&capaian).unwrap();
    std::fs::write(
        &capaian,
        text.replace("satuan = \"Vaksin\"", "satuan = \"+cmd|' /C calc'!A0\""),
    )
    .unwrap();
    let (made, said) = office.make(true);
    assert_eq!(made.len(), 6, "{said}");
    // That the unit is another than the catalog's is all that is said.
    let told = |text: &str| said.matches(text).count();
    assert_eq!(told("[NSK"), told("[NSK0510]"), "{said}");
    let buku = office.book("dinkes");
    assert!(part(&buku, "xl/sharedStrings.xml").contains("=HYPERLINK("));
    for sheet in LEMBAR {
        let xml = part(&buku, &xml_of(sheet));
        let document = roxmltree::Document::parse(&xml).unwrap();
        for formula in document.descendants().filter(|n| n.tag_name().name() == "f") {
            let text = formula.text().unwrap();
            assert!(text.starts_with("IF(") && text.contains("IFERROR("), "{text}");
        }
        assert!(!xml.contains("<hyperlink"), "{sheet}");
    }
    let (read, said) = office.baca(&buku);
    assert!(read.is_some(), "{said}");
}

/// The services of an OPD that has not reported come from its urusan; one without any gets no
/// worksheet; what nobody has in particular is asked of all and told.
#[test]
fn who_is_asked_without_earlier_reports() {
    let office = Office::new(TW1);
    let root = office.folder.path();
    std::fs::remove_dir_all(root.join("data/capaian")).unwrap();
    std::fs::remove_dir_all(root.join("lembar-kerja")).unwrap();
    let file = root.join("data/opd.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    // Nobody has said yet who of two has which service of an urusan.
    let shared = text.lines().filter(|line| !line.starts_with("layanan = "));
    let mut text = shared.collect::<Vec<_>>().join("\n");
    text.push_str("\n[[opd]]\nid = \"bpkad\"\nnama = \"Badan Pengelola Keuangan\"\n");
    std::fs::write(&file, text).unwrap();
    let (made, said) = office.make(false);
    let names: Vec<(&str, usize)> =
        made.iter().map(|m| (m.nama.as_str(), m.layanan)).collect();
    assert_eq!(
        names,
        [
            ("2025-tw1-disdikbud.xlsx", 3),
            ("2025-tw1-dinkes.xlsx", 12),
            ("2025-tw1-dpupr.xlsx", 4),
            // TR-5 is asked of both: no OPD is called as the catalog expects.
            ("2025-tw1-satpolpp.xlsx", 2),
            ("2025-tw1-bpbd.xlsx", 4),
            ("2025-tw1-dinsos.xlsx", 5),
        ],
        "{said}"
    );
    assert!(said.contains("NSK0651") && said.contains("bpkad"), "{said}");
    assert!(said.contains("NSK0652") && said.contains("TR-5"), "{said}");
}
