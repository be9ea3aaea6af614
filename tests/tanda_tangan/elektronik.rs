//! The ways to sign: by hand on a draft, with `BSrE`, with Srikandi.

use super::*;

#[test]
fn only_a_final_paper_says_that_it_is_signed() {
    // The name stands as far below the office as in the final paper: the box is there, empty.
    let box_of = |laid: &Laid, office: &str, name: &str| {
        let lines = drawn(laid, 0);
        let at = |start: &str| lines.iter().find(|l| l.0.starts_with(start)).unwrap().2;
        at(name) - at(office)
    };
    let (_f, opened) = with_status("final");
    let signed = lay(&opened, "surat-bsre").unwrap();
    for status in ["draf", "contoh"] {
        let (_f, opened) = with_status(status);
        for paper in ["surat-bsre", "sertifikat"] {
            let laid = lay(&opened, paper).unwrap();
            let parts = docx(&opened, &laid);
            for text in all_text(&laid).into_iter().chain(paragraphs(&parts)) {
                assert!(!text.contains("ditandatangani secara"), "{status} {paper}");
                assert!(!["#", "$"].contains(&text.as_str()), "{status} {paper}");
            }
            let said = |(name, xml): &(String, String)| {
                name.starts_with("word/footer") && xml.contains("Sertifikasi")
                    || xml.contains("keaslian naskah")
            };
            assert!(!parts.iter().any(said), "{status} {paper}");
            let mut figures = laid.pages.tree.iter();
            assert!(
                !figures.any(|n| matches!(&n.tag, Tag::Figure(a) if a.contains("QR")))
            );
        }
        let laid = lay(&opened, "surat-bsre").unwrap();
        let (office, name) = ("Kepala Dinas", "dr. Lestari");
        let empty = box_of(&laid, office, name);
        assert!((empty - box_of(&signed, office, name)).abs() < 2.0, "{status} {empty}");
    }
}

#[test]
fn bsre_has_one_mark_a_free_box_and_its_statement() {
    let (_f, opened) = with_status("final");
    for (paper, mark, size, white, first, last) in [
        (
            "surat-bsre",
            "#",
            1.0,
            true,
            "Dokumen ini telah ditandatangani",
            "(BSrE), Badan Siber",
        ),
        (
            "sertifikat",
            "$",
            10.0,
            false,
            "Dokumen ini telah",
            "UU ITE Nomor 11 Tahun 2008",
        ),
    ] {
        let laid = lay(&opened, paper).unwrap();
        let mut marks = Vec::new();
        for page in &laid.pages.pages {
            for item in &page.items {
                if let ItemKind::Text(t) = &item.kind
                    && t.text.contains(mark)
                {
                    marks.push((t.text.to_string(), t.size.0, t.color, t.x.0, t.y.0));
                }
            }
        }
        let [(text, drawn_at, color, x, y)] = marks.as_slice() else {
            panic!("{paper}: {marks:?}")
        };
        assert_eq!(text.trim(), mark);
        assert_eq!((*color == naskah::units::Rgb(255, 255, 255)), white);
        assert!(if white { *drawn_at <= size } else { *drawn_at >= size }, "{drawn_at}");
        // 40 x 20 mm between the office and the name are free of all else.
        let (wide, high) = (40.0 * 72.0 / 25.4, 20.0 * 72.0 / 25.4);
        let lines = drawn(&laid, 0);
        let inside = |lx: f32| (*x - 1.0..x + wide).contains(&lx);
        let above = lines.iter().filter(|(t, lx, ly)| inside(*lx) && ly < y && t != mark);
        let below = lines.iter().filter(|(t, lx, ly)| inside(*lx) && ly > y && t != mark);
        let above = above.map(|(_, _, y)| *y).fold(0.0, f32::max);
        let below = below.map(|(_, _, y)| *y).fold(f32::MAX, f32::min);
        // From baseline to baseline, less the letters of the name.
        assert!(below - above > high + 8.0, "{paper}: {above} {below}");
        // On every page, below all text, and within the paper.
        for page in 0..laid.pages.pages.len() {
            let lines = drawn(&laid, page);
            let at = |start: &str| {
                lines.iter().find(|(t, _, _)| t.contains(start)).map(|l| l.2)
            };
            let (top, foot) = (at(first).expect(first), at(last).expect(last));
            assert!(foot < laid.pages.pages[page].height.0 && top < foot + 0.1);
            let body = laid.pages.pages[page].items.iter().filter(|i| i.node.is_some());
            for item in body {
                if let ItemKind::Text(t) = &item.kind {
                    assert!(t.y.0 + 3.0 < top - 5.0, "{paper}: {}", t.text);
                }
            }
        }
        let parts = docx(&opened, &laid);
        let footers = parts.iter().filter(|(n, _)| n.starts_with("word/footer"));
        assert!(footers.clone().count() > 0);
        assert!(footers.clone().any(|(_, xml)| xml.contains("Balai Besar Sertifikasi")));
    }
    // A paper that nobody signs so says nothing of it.
    let ink = all_text(&lay(&opened, "surat-basah").unwrap()).join(" ");
    assert!(!ink.contains("elektronik"), "{ink}");
}

#[test]
fn a_statement_takes_its_room_from_the_text() {
    // Two lines of statement over a narrow lower margin push the text up.
    let narrow = |mode: &str| {
        let mode = format!(
            "[profil.jenis.surat-basah]\ntepi_mm = {{ bawah = 10 }}\ntte = {{ mode = \"{mode}\", pernyataan = \"b\" }}\n\n[profil.jenis.surat-bsre]"
        );
        let (_f, opened) = with(&[
            ("naskah.toml", &|t| {
                t.replace("[profil.jenis.surat-bsre]", &mode)
                    .replace("\"draf\"", "\"final\"")
            }),
            ("templates/surat-basah/isi.md", &|t| {
                t.replace(
                    "Demikian",
                    &format!("{}Demikian", "Alinea isi surat.\n\n".repeat(60)),
                )
            }),
        ]);
        let laid = lay(&opened.unwrap(), "surat-basah").unwrap();
        let body = laid.pages.pages[0].items.iter().filter(|i| i.node.is_some());
        body.filter_map(|i| match &i.kind {
            ItemKind::Text(t) => Some(t.y.0),
            _ => None,
        })
        .fold(0.0, f32::max)
    };
    assert!(narrow("bsre") + 10.0 < narrow("basah"));
}

#[test]
fn a_mark_in_the_text_is_refused() {
    let (_f, opened) = with(&[("data/rakor.toml", &|t| {
        t.replace("Ruang Rapat Contoh", "Ruang Rapat $7")
    })]);
    let opened = opened.unwrap();
    let told = lay(&opened, "sertifikat").unwrap_err();
    assert!(told.contains("NSK0874") && told.contains("Ruang Rapat $7"), "{told}");
    // Another mark is none of its business.
    lay(&opened, "surat-bsre").unwrap();
}

#[test]
fn srikandi_finds_its_variables_whole() {
    const KNOWN: [&str; 6] = [
        "${nomor_naskah}",
        "${tanggal_naskah}",
        "${ttd_pengirim}",
        "${nama_pengirim}",
        "${nip_pengirim}",
        "${jabatan_pengirim}",
    ];
    let opened = try_open(&fixture(FIXTURE)).unwrap();
    let laid = lay(&opened, "surat-srikandi").unwrap();
    let parts = docx(&opened, &laid);
    let xml = &parts.iter().find(|(n, _)| n == "word/document.xml").unwrap().1;
    let tree = roxmltree::Document::parse(xml).unwrap();
    let texts: Vec<&str> = tree
        .descendants()
        .filter(|n| n.tag_name().name() == "t")
        .filter_map(|t| t.text())
        .collect();
    for known in KNOWN {
        assert!(texts.iter().any(|t| t.contains(known)), "{known}: {texts:#?}");
    }
    // Number and date of the lampiran's head are variables too.
    assert_eq!(texts.iter().filter(|t| t.contains("${nomor_naskah}")).count(), 2);
    for (name, part) in &parts {
        let rest = KNOWN.iter().fold(part.clone(), |text, known| text.replace(known, ""));
        assert!(!rest.contains("${"), "{name}");
        assert!(!part.contains("PRATINJAU") && !part.contains("proofErr"), "{name}");
    }
    assert!(!xml.contains("100.1.2/14") && !xml.contains("Lestari"), "filled already");
    for page in &laid.pages.pages {
        let mark = page.items.iter().find_map(|i| match &i.kind {
            ItemKind::Watermark { text, .. } => Some(text.as_str()),
            _ => None,
        });
        assert_eq!(mark, Some("PRATINJAU"));
    }
    // Final: Srikandi gives number and date, so neither is missing.
    let (_f, last) = with(&[
        ("naskah.toml", &|t| t.replace("\"draf\"", "\"final\"")),
        ("data/surat.toml", &|t| t.replace("urut = 14\n", "")),
    ]);
    let last = last.unwrap();
    let laid = lay(&last, "surat-srikandi").unwrap();
    let parts = docx(&last, &laid);
    assert!(parts.iter().all(|(_, xml)| !xml.contains("DRAF") || xml.contains("DRAFT")));
    // Any other variable stays a placeholder.
    let (_f, other) = with(&[("templates/surat-srikandi/isi.md", &|t| {
        t.replace("perlu disiapkan", "perlu ${hal_naskah} disiapkan")
    })]);
    let told = lay(&other.unwrap(), "surat-srikandi").unwrap_err();
    assert!(told.contains("NSK0875") && told.contains("${hal_naskah}"), "{told}");
}

#[test]
fn initials_are_wanted_on_a_draft_and_the_stamp_has_its_room() {
    for (status, wanted) in [("draf", true), ("contoh", false), ("final", false)] {
        let (_f, opened) = with(&[("naskah.toml", &|t| {
            t.replace("\"draf\"", &format!("\"{status}\""))
        })]);
        let opened = opened.unwrap();
        let laid = lay(&opened, "surat-basah").unwrap();
        let has = |all: &[String]| all.iter().any(|t| t == "Paraf Hierarki");
        assert_eq!(has(&all_text(&laid)), wanted, "{status}");
        assert_eq!(has(&paragraphs(&docx(&opened, &laid))), wanted, "{status}");
        // A letter that names nobody has none.
        assert!(!has(&all_text(&lay(&opened, "surat-bsre").unwrap())));
    }
    let opened = try_open(&fixture(FIXTURE)).unwrap();
    let laid = lay(&opened, "surat-basah").unwrap();
    let lines = drawn(&laid, 0);
    let block = lines.iter().find(|(t, _, _)| t.starts_with("a.n.")).unwrap();
    let bottom = lines.iter().find(|(t, _, _)| t.starts_with("NIP")).unwrap().2;
    // 40 mm, of which two thirds lie at the left of the block.
    let stamp = block.1 - 40.0 * 2.0 / 3.0 * 72.0 / 25.4;
    for item in &laid.pages.pages[0].items {
        let (left, right, y) = match &item.kind {
            ItemKind::Text(t) => {
                let wide: f32 =
                    t.glyphs.iter().map(|g| g.advance).sum::<f32>() * t.size.0;
                (t.x.0, t.x.0 + wide, t.y.0)
            }
            ItemKind::Line { from, to, .. } => (from.0.0, to.0.0, from.1.0),
            _ => continue,
        };
        let beside = y > block.2 && y < bottom && left < block.1 - 1.0;
        assert!(!beside || right <= stamp, "{left} {right} {y}: {stamp}");
    }
}
