//! Signatures: their forms, what Pasal 44 lets print, who holds an office on which day, and the
//! three ways to sign, in both formats.

mod elektronik;
mod pasal44;

use naskah::diag::Problems;
use naskah::layout::page::{ItemKind, Tag};
use naskah::pipeline::{self, Laid, Opened};
use naskah::source::SourceMap;

use crate::kit::desk::naskah;
use crate::kit::opened::{said, try_open};
use crate::kit::{fixture, fixture_copy, package};

const FIXTURE: &str = "ttd";

/// The fixture with other files: each is a path and what its text becomes.
fn with(
    changes: &[(&str, &dyn Fn(String) -> String)],
) -> (tempfile::TempDir, Result<Opened, String>) {
    let folder = fixture_copy(FIXTURE);
    for (path, change) in changes {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        std::fs::write(path, change(text)).unwrap();
    }
    let opened = try_open(folder.path());
    (folder, opened)
}

/// The fixture with another status of its papers.
fn with_status(status: &str) -> (tempfile::TempDir, Opened) {
    let (folder, opened) = with(&[("naskah.toml", &|text| {
        text.replace("\"draf\"", &format!("\"{status}\""))
    })]);
    (folder, opened.unwrap())
}

fn lay(opened: &Opened, template: &str) -> Result<Laid, String> {
    let mut problems = Problems::default();
    let jobs = pipeline::jobs(opened, &[template.to_owned()], &mut problems);
    pipeline::lay_out(opened, &jobs[0], &mut problems)
        .ok_or_else(|| said(&problems, &SourceMap::default()))
}

/// All parts of the DOCX as text.
fn docx(opened: &Opened, laid: &Laid) -> Vec<(String, String)> {
    let mut problems = Problems::default();
    let bytes = opened.docx(&laid.document, &laid.pages, &mut problems).unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    package::parts(&bytes).into_iter().map(|(name, bytes)| (name, text(bytes))).collect()
}

/// The lines of text that are drawn on a page, with their places.
fn drawn(laid: &Laid, page: usize) -> Vec<(String, f32, f32)> {
    let items = laid.pages.pages[page].items.iter();
    items
        .filter_map(|item| match &item.kind {
            ItemKind::Text(t) => {
                Some((t.text.replace('\u{a0}', " ").trim().to_owned(), t.x.0, t.y.0))
            }
            _ => None,
        })
        .collect()
}

fn all_text(laid: &Laid) -> Vec<String> {
    let pages = 0..laid.pages.pages.len();
    pages.flat_map(|p| drawn(laid, p)).map(|(text, _, _)| text).collect()
}

/// The paragraphs of the DOCX's text.
fn paragraphs(parts: &[(String, String)]) -> Vec<String> {
    let xml = &parts.iter().find(|(name, _)| name == "word/document.xml").unwrap().1;
    let tree = roxmltree::Document::parse(xml).unwrap();
    let named = |name: &'static str| {
        move |n: &roxmltree::Node<'_, '_>| n.tag_name().name() == name
    };
    let texts = tree.descendants().filter(named("p")).flat_map(|p| {
        let said = |n: roxmltree::Node<'_, '_>| match n.tag_name().name() {
            "t" => n.text().map(str::to_owned),
            // Lines of a signature are one paragraph.
            "br" => Some("\n".to_owned()),
            _ => None,
        };
        let text = p.descendants().filter_map(said).collect::<String>();
        let text = text.replace('\u{a0}', " ");
        text.lines().map(|line| line.trim().to_owned()).collect::<Vec<_>>()
    });
    texts.filter(|t| !t.is_empty()).collect()
}

/// That some lines follow each other in both formats.
fn in_both(opened: &Opened, template: &str, lines: &[&str]) {
    let laid = lay(opened, template).unwrap();
    let follow = |all: &[String]| {
        let mut from = 0;
        lines.iter().all(|line| {
            let found = all[from..].iter().position(|t| t == line);
            found.is_some_and(|at| {
                from += at + 1;
                true
            })
        })
    };
    let pdf = all_text(&laid);
    assert!(follow(&pdf), "{template}: {lines:?} in {pdf:#?}");
    let docx = paragraphs(&docx(opened, &laid));
    assert!(follow(&docx), "{template}: {lines:?} in {docx:#?}");
}

#[test]
fn a_chain_of_delegation_is_exact() {
    let opened = try_open(&fixture(FIXTURE)).unwrap();
    // Vector 68 of naskah-dinas 6.4, pangkat and NIP by Pasal 44 ayat (3). The PDF breaks the
    // long office, so its words are looked for one by one.
    let laid = lay(&opened, "surat-basah").unwrap();
    let text = all_text(&laid)
        .join("\n")
        .replace("Kesejahteraan\nRakyat", "Kesejahteraan Rakyat");
    let block = "a.n. BUPATI CONTOH\nSekretaris Daerah\nu.b.\nAsisten Pemerintahan dan Kesejahteraan Rakyat,\nBudi Santoso, S.IP., M.A.P.\nPembina Utama Muda\nNIP 19720303 199703 1 003";
    assert!(text.contains(block), "{text}");
    let docx = paragraphs(&docx(&opened, &laid)).join("\n");
    assert!(docx.contains(block), "{docx}");
}

#[test]
fn capitals_of_offices_are_the_profiles() {
    for (value, expected) in [
        ("tanpa", "a.n. Bupati Contoh|Sekretaris Daerah"),
        ("kepala-daerah", "a.n. BUPATI CONTOH|Sekretaris Daerah"),
        ("sekda", "a.n. BUPATI CONTOH|SEKRETARIS DAERAH"),
    ] {
        let profil = format!(
            "[profil]\njabatan_kapital = \"{value}\"\n\n[profil.jenis.surat-bsre]"
        );
        let (_f, opened) = with(&[("naskah.toml", &|t| {
            t.replace("[profil.jenis.surat-bsre]", &profil)
        })]);
        let lines: Vec<&str> = expected.split('|').collect();
        in_both(&opened.unwrap(), "surat-basah", &lines);
    }
    // "Plh." keeps its case.
    let (_f, opened) = with(&[("naskah.toml", &|t| {
        t.replace(
            "[profil.jenis.surat-bsre]",
            "[profil]\njabatan_kapital = \"semua\"\n\n[profil.jenis.surat-bsre]",
        )
    })]);
    in_both(&opened.unwrap(), "surat-harian", &["Plh. SEKRETARIS DAERAH,"]);
}

#[test]
fn forms_of_several_signers() {
    let opened = try_open(&fixture(FIXTURE)).unwrap();
    let paper = "berita-acara-uji";
    let laid = lay(&opened, paper).unwrap();
    let at = |page: usize, text: &str| {
        let found = drawn(&laid, page).into_iter().find(|(t, _, _)| t == text);
        found.map_or_else(
            || panic!("{text} on page {page}: {:#?}", drawn(&laid, page)),
            |(_, x, y)| (x, y),
        )
    };
    // Two beside each other, names on one line although the offices are not as long.
    let (ketua, sekretaris) = (at(0, "Rina Kartika, S.STP."), at(0, "Yusuf Hidayat"));
    assert!((ketua.1 - sekretaris.1).abs() < 0.1 && ketua.0 < sekretaris.0);
    assert!((at(0, "Ketua").1 - at(0, "Sekretaris").1).abs() < 0.1);
    // Who knows of it stands below, in the middle.
    let known = at(0, "Mengetahui,");
    assert!(known.1 > ketua.1 && ketua.0 < known.0 && known.0 < sekretaris.0);
    // Three columns.
    let columns = ["Ketua", "Sekretaris", "Anggota"].map(|t| at(1, t));
    assert!(columns.windows(2).all(|w| w[0].0 < w[1].0 && (w[0].1 - w[1].1).abs() < 0.1));
    // The first party stands at the right (naskah-dinas 1.11 g).
    let (second, first) = (at(1, "PIHAK KEDUA"), at(1, "PIHAK PERTAMA"));
    assert!(second.0 < first.0 && (second.1 - first.1).abs() < 0.1);
    assert!(at(1, "Dilakukan di hadapan,").1 > first.1);
    // A table for five, signing by turns at the left and the right.
    let places: Vec<f32> = (1..=5).map(|n| at(2, &format!("{n}. ……")).0).collect();
    for pair in places.windows(2) {
        assert!((pair[0] - pair[1]).abs() > 50.0, "{places:?}");
    }
    // At the left of one signer.
    let (left, right) =
        (at(2, "Dr. Siti Rahayu, S.Sos., M.Si."), at(2, "dr. Lestari Ayu, M.Kes."));
    assert!(left.0 < right.0 && (left.1 - right.1).abs() < 0.1);
    // Both formats say the same, and nobody without a NIP gets the word.
    let said = paragraphs(&docx(&opened, &laid));
    let number = |t: &String| t == "Halaman" || t == "dari" || t.parse::<u8>().is_ok();
    for text in all_text(&laid).into_iter().filter(|t| !number(t) && !t.is_empty()) {
        let found = said.iter().any(|p| p.contains(&text)) || text.starts_with("Halaman");
        let part = said.iter().any(|p| {
            text.split_whitespace().all(|w| p.contains(w.trim_end_matches('-')))
        });
        assert!(found || part, "{text}: {said:#?}");
    }
    let words = all_text(&laid);
    let yusuf = words.iter().position(|t| t == "Yusuf Hidayat").unwrap();
    assert!(!words[yusuf + 1].starts_with("NIP"), "{:?}", &words[yusuf..yusuf + 2]);
}

#[test]
fn a_directive_names_an_official_by_id() {
    let lines = |text: &str| {
        let text = format!("Isi surat.\n\n{text}\n");
        let (_f, opened) = with(&[("templates/surat-lama/isi.md", &|_| text.clone())]);
        lay(&opened.unwrap(), "surat-lama").map(|laid| all_text(&laid))
    };
    let by_hand = lines(":::tanda-tangan {pejabat=kadis kiri=60}\n:::").unwrap();
    assert_eq!(by_hand, lines("{{ tanda_tangan(\"kadis\", kiri=60) }}").unwrap());
    assert!(by_hand.iter().any(|t| t.contains("Lestari Ayu")), "{by_hand:?}");
    // What is written beside the id goes before what the data says.
    let other = lines(":::tanda-tangan {pejabat=kadis jabatan=\"Ketua Panitia\"}\n:::");
    assert!(other.unwrap().iter().any(|t| t.starts_with("Ketua Panitia")));
    let told = lines(":::tanda-tangan {pejabat=kadid}\n:::").unwrap_err();
    assert!(told.contains("NSK0201") && told.contains("kadis)"), "{told}");
}

#[test]
fn the_day_of_the_paper_chooses_who_signs() {
    let opened = try_open(&fixture(FIXTURE)).unwrap();
    let nip = "NIP 19650312 199003 1 004";
    in_both(
        &opened,
        "surat-lama",
        &["Sekretaris Daerah,", "Drs. Hasan Basri, M.Si.", nip],
    );
    // Vector 66: who stands in is chosen within the other's term, without gelar and NIP.
    in_both(&opened, "surat-harian", &["Plh. Sekretaris Daerah,", "Made Wirawan"]);
    let acting = all_text(&lay(&opened, "surat-harian").unwrap()).join("\n");
    assert!(!acting.contains("NIP") && !acting.contains("S.H."), "{acting}");
    in_both(&opened, "berita-acara-uji", &["Dr. Siti Rahayu, S.Sos., M.Si."]);
    // Also where the template names the office itself.
    let (_f, named) = with(&[("templates/surat-lama/isi.md", &|t| {
        t.replace("tanda_tangan(surat.penanda_tangan,", "tanda_tangan(pejabat.sekda,")
    })]);
    in_both(&named.unwrap(), "surat-lama", &["Drs. Hasan Basri, M.Si.", nip]);
    // Between two terms nobody signs.
    let (_f, between) = with(&[("data/surat.toml", &|t| {
        t.replace("tanggal = 2024-03-04", "tanggal = 2024-07-01")
    })]);
    let told = lay(&between.unwrap(), "surat-lama").unwrap_err();
    assert!(told.contains("NSK0870"), "{told}");
    assert!(told.contains("Hasan Basri (1 Februari 2019 s.d. 30 Juni 2024)"), "{told}");
    assert!(told.contains("Siti Rahayu (sejak 15 Juli 2024)"), "{told}");
}

const PAPERS: [&str; 8] = [
    "surat-basah",
    "surat-bsre",
    "surat-srikandi",
    "surat-lama",
    "surat-harian",
    "penetapan",
    "sertifikat",
    "berita-acara-uji",
];

#[test]
fn a_nik_is_never_printed() {
    let data =
        std::fs::read_to_string(fixture(FIXTURE).join("data/pejabat.toml")).unwrap();
    let niks: Vec<&str> = data
        .lines()
        .filter_map(|l| l.strip_prefix("nik = ").map(|v| v.trim_matches('"')))
        .collect();
    assert_eq!(niks.len(), 5);
    let out = tempfile::tempdir().unwrap();
    let output = naskah("id", &fixture(FIXTURE))
        .args(["build", ".", "--out"])
        .arg(out.path())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let opened = try_open(&fixture(FIXTURE)).unwrap();
    for paper in PAPERS {
        let laid = lay(&opened, paper).unwrap();
        let mut all = format!("{:?}", laid.pages);
        for (_, part) in docx(&opened, &laid) {
            all.push_str(&part);
        }
        let digits: String = all_text(&laid).concat().split_whitespace().collect();
        for nik in &niks {
            assert!(!all.contains(nik) && !digits.contains(nik), "{paper}: {nik}");
        }
    }
    let mut folders = vec![out.path().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            if entry.path().is_dir() {
                folders.push(entry.path());
            } else {
                let bytes = std::fs::read(entry.path()).unwrap();
                let text = String::from_utf8_lossy(&bytes);
                assert!(niks.iter().all(|n| !text.contains(n)), "{:?}", entry.path());
            }
        }
    }
}

#[test]
fn a_qr_says_where_to_verify() {
    let (_f, opened) = with_status("final");
    let laid = lay(&opened, "surat-bsre").unwrap();
    let url = "https://verifikasi.contoh.example/naskah/100.1.2%2F13%2FPEM";
    let node = laid
        .pages
        .tree
        .iter()
        .position(|n| matches!(&n.tag, Tag::Figure(alt) if alt.contains(url)));
    let node = u32::try_from(node.expect("a figure with the text")).unwrap();
    let squares = laid.pages.pages[0].items.iter().find_map(|item| match &item.kind {
        ItemKind::Path(path) if item.node.is_some_and(|n| n.0 == node) => Some(path),
        _ => None,
    });
    let squares = squares.expect("a vector");
    // Drawn again from its bars: the dark squares are those of a code of this text.
    let code = fast_qr::QRBuilder::new(url).ecl(fast_qr::ECL::M).build().unwrap();
    let area = |p: &Vec<(naskah::units::Pt, naskah::units::Pt)>| {
        (p[1].0.0 - p[0].0.0) * (p[2].1.0 - p[1].1.0)
    };
    let dark: f32 = squares.parts.iter().map(area).sum();
    let side = squares.parts[0][2].1.0 - squares.parts[0][1].1.0;
    let size = code.size;
    let wanted = (0..size).flat_map(|y| (0..size).map(move |x| (x, y)));
    let wanted = wanted.filter(|(x, y)| code[*y][*x].value()).count();
    let found = (dark / side / side).round();
    let wanted = f32::from(u16::try_from(wanted).unwrap());
    assert!((found - wanted).abs() < 1.0, "{found} {wanted}");
    let parts = docx(&opened, &laid);
    let xml = &parts.iter().find(|(n, _)| n == "word/document.xml").unwrap().1;
    assert!(xml.contains(&format!("keaslian naskah: {url}")));
    assert!(parts.iter().any(|(n, _)| n.starts_with("word/media/")));
    // Srikandi gives the number, so nothing can be said of it yet.
    let other = docx(&opened, &lay(&opened, "surat-srikandi").unwrap());
    assert!(other.iter().all(|(_, xml)| !xml.contains("verifikasi.contoh")));
}

#[test]
fn a_block_is_never_split_and_never_alone() {
    let blocks = [
        "{{ tanda_tangan(\"kadis\", atas_nama=surat.atas_nama) }}",
        "{{ tanda_tangan_bersama(hasil.penandatangan[:2], mengetahui=\"sekda\") }}",
        "{{ tanda_tangan_bersama(hasil.penandatangan) }}",
    ];
    let sentence = "Alinea penutup yang cukup panjang supaya memenuhi sedikitnya tiga baris pada halaman surat, sehingga dua barisnya dapat ikut berpindah bersama blok tanda tangan ke halaman berikutnya apabila halaman pertama sudah penuh oleh isi surat yang lain.";
    for block in blocks {
        let mut moved = 0;
        for count in 18..34 {
            let text =
                format!("{}{sentence}\n\n{block}\n", "Baris isi.\n\n".repeat(count));
            // Drawing in would spare the second page, which is looked at here.
            let free = "\n[profil.muat]\nhalaman_akhir_min = 0\n";
            let (_f, opened) = with(&[
                ("naskah.toml", &|t| format!("{t}{free}")),
                ("templates/surat-lama/isi.md", &|_| text.clone()),
            ]);
            let opened = opened.unwrap();
            let laid = lay(&opened, "surat-lama").unwrap();
            if laid.pages.pages.len() == 1 {
                continue;
            }
            moved += 1;
            // Everything behind the sentence is on the last page, with two of its lines.
            let last = drawn(&laid, laid.pages.pages.len() - 1);
            let words = |text: &str| sentence.contains(text.trim_end_matches('-').trim());
            let mut carried: Vec<f32> = last
                .iter()
                .filter(|(t, _, _)| t.len() > 8 && words(t))
                .map(|(_, _, y)| *y)
                .collect();
            carried.dedup();
            assert!(
                carried.len() >= 2 || last.iter().any(|(t, _, _)| t == "Baris isi."),
                "{count}: {last:#?}"
            );
            let before = drawn(&laid, 0);
            assert!(!before.iter().any(|(t, _, _)| t.starts_with("NIP")), "{count}");
            if moved == 1 {
                let parts = docx(&opened, &laid);
                let xml =
                    &parts.iter().find(|(n, _)| n == "word/document.xml").unwrap().1;
                let at = xml.find("Alinea penutup").unwrap();
                let own = &xml
                    [xml[..at].rfind("<w:p>").or(xml[..at].rfind("<w:p ")).unwrap()..at];
                assert!(own.contains("w:keepNext"), "{own}");
                let rest = &xml[at..xml.rfind("<w:sectPr").unwrap()];
                assert!(rest.contains("w:keepNext"), "{rest}");
                let rows =
                    rest.matches("<w:tr>").count() + rest.matches("<w:tr ").count();
                assert_eq!(rest.matches("w:cantSplit").count(), rows);
            }
        }
        assert!(moved > 0, "{block}");
    }
}

#[test]
fn a_template_prints_of_an_official_what_a_signature_would() {
    let text = "CETAK {{ pejabat.sekda.nama_cetak }} NIP {{ pejabat.sekda.nip or \"tanpa\" }}\n\nDemikian";
    let said = |own: &str| {
        let kind =
            format!("[profil.jenis.surat-lama]\n{own}\n\n[profil.jenis.surat-bsre]");
        let (_f, opened) = with(&[
            ("naskah.toml", &|t| t.replace("[profil.jenis.surat-bsre]", &kind)),
            ("templates/surat-lama/isi.md", &|t| format!("{text}\n\n{t}")),
        ]);
        all_text(&lay(&opened.unwrap(), "surat-lama").unwrap()).join("\n")
    };
    assert!(said("").contains("CETAK Drs. Hasan Basri, M.Si. NIP 1965"));
    let plain = said("gelar_penanda_tangan = false\nnip_penanda_tangan = false");
    assert!(plain.contains("CETAK Hasan Basri NIP tanpa"), "{plain}");
    assert!(!plain.contains("M.Si."), "{plain}");
}

#[test]
fn a_changed_official_makes_only_the_papers_anew_that_name_it() {
    let folder = fixture_copy(FIXTURE);
    let build = || {
        let output = naskah("id", folder.path()).args(["build", "."]).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        said.lines().next().unwrap_or_default().to_owned()
    };
    build();
    assert!(build().starts_with("0 naskah dibuat"), "{}", build());
    let path = folder.path().join("data/pejabat.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    let more =
        "\n[[pejabat]]\nid = \"lain\"\nnama = \"Rina Contoh\"\njabatan = \"Camat\"\n";
    std::fs::write(&path, format!("{text}{more}")).unwrap();
    assert!(build().starts_with("0 naskah dibuat"), "nobody names the new one");
    std::fs::write(&path, text.replace("Hasan Basri", "Hasan Basuki")).unwrap();
    let said = build();
    assert!(!said.starts_with("0 naskah dibuat"), "{said}");
    assert!(!said.contains(" 0 tidak berubah"), "{said}");
}
