//! Every value of a profile changes what is made, in both formats, and the profile of a daerah
//! that none of the shipped ones knows is followed.

use naskah::diag::Problems;
use naskah::pipeline::{self, Opened};
use naskah::profil::{Group, KEYS};

use crate::kit::desk::naskah;
use crate::kit::opened::open;
use crate::kit::{fixture, fixture_copy};

const FIXTURE: &str = "profil-lain";

/// The fixture with another `[profil]`.
fn with(profil: &str) -> (tempfile::TempDir, Opened) {
    let folder = fixture_copy(FIXTURE);
    let path = folder.path().join("naskah.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    let text = text.replace("[profil]\ndasar = \"contoh-jaya\"\n", profil);
    std::fs::write(&path, text).unwrap();
    let opened = open(folder.path());
    (folder, opened)
}

/// A paper as it was laid out for PDF, and its DOCX.
struct Made {
    pages: String,
    docx: Vec<u8>,
    size: (f32, f32),
    text: String,
}

fn make(opened: &Opened, template: &str) -> Made {
    let mut problems = Problems::default();
    let jobs = pipeline::jobs(opened, &[template.to_owned()], &mut problems);
    let laid = pipeline::lay_out(opened, &jobs[0], &mut problems).expect(template);
    let docx = opened.docx(&laid.document, &laid.pages, &mut problems).unwrap();
    let page = &laid.pages.pages[0];
    let mut text = String::new();
    for page in &laid.pages.pages {
        for item in &page.items {
            if let naskah::layout::page::ItemKind::Text(run) = &item.kind {
                text.push_str(&run.text.replace('\u{a0}', " "));
                text.push('\n');
            }
        }
    }
    let size = (page.width.0, page.height.0);
    Made { pages: format!("{:?}", laid.pages), docx, size, text }
}

/// The keys that this letter does not show: fitting, which no form reads yet, those of
/// electronic signatures and of the stamp, which `tests/tanda_tangan.rs` looks at, and those of
/// decisions, drafts, other signers and other pictures than the one of the fixture.
fn handed_out(kunci: &str, kelompok: Group) -> bool {
    let elsewhere = [
        "ruang_stempel_mm",
        "kop_menurut",
        "lambang_kop",
        "lambang_negara_kop",
        "letak_paraf",
        "gaya_diktum",
        "label_nip_pppk",
        "label_nrp",
    ];
    matches!(kelompok, Group::Tte | Group::Muat) || elsewhere.contains(&kunci)
}

/// The line of the fixture's profile that says a key, as one of `[profil]`.
fn said(kunci: &str) -> String {
    let path = fixture(FIXTURE).join("catalog/profil/contoh-jaya.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    let table: toml::Table = text.parse().unwrap();
    let (of, key) = kunci.split_once('.').unwrap_or(("", kunci));
    let values = if of.is_empty() { Some(&table) } else { table[of].as_table() };
    let value = values.and_then(|values| values.get(key)).unwrap_or_else(|| {
        panic!("{} has no other value for `{kunci}` to look at", path.display())
    });
    if of.is_empty() {
        format!("{key} = {value}\n")
    } else {
        format!("{of} = {{ {key} = {value} }}\n")
    }
}

#[test]
fn every_value_changes_both_formats() {
    // What another value needs to be seen by.
    let companion = |kunci: &str| match kunci {
        "lambang_negara_mm" | "alamat_kop_kepala_daerah" | "garis_kop_kepala_daerah" => {
            "kop = \"kepala-daerah\"\n"
        }
        "lampiran_lebar_mm" => "lampiran_di = \"kanan\"\n",
        _ => "",
    };
    let mut same = Vec::new();
    // How a file is built is nothing that is printed.
    for kunci in KEYS.iter().filter(|kunci| kunci.group != Group::Berkas) {
        let base = companion(kunci.name);
        let with_value = match kunci.name {
            "kertas" => "kertas = \"f4-215\"\n".to_owned(),
            // A lower edge is seen only where a page is full.
            "tepi_mm.bawah" => "tepi_mm = { bawah = 120 }\n".to_owned(),
            "tepi_lanskap_mm.bawah" => "tepi_lanskap_mm = { bawah = 120 }\n".to_owned(),
            name => said(name),
        };
        let (_a, before) = with(&format!("[profil]\n{base}"));
        let (_b, after) = with(&format!("[profil]\n{base}{with_value}"));
        if handed_out(kunci.name, kunci.group) {
            let shown = |o: &Opened| {
                let names = ["undangan", "surat", "surat"];
                let all = o.layers.in_force(&names);
                let found = all.iter().find(|v| v.key == kunci.name).unwrap();
                found.value.to_string()
            };
            assert_ne!(shown(&before), shown(&after), "{}", kunci.name);
            continue;
        }
        let template = match kunci.group {
            Group::Lanskap => "surat-evaluasi",
            _ => "undangan",
        };
        let (before, after) = (make(&before, template), make(&after, template));
        if before.pages == after.pages {
            same.push(format!("{} (PDF)", kunci.name));
        }
        // Word breaks pages by itself, so a catchword is of the PDF alone.
        if (before.docx == after.docx) != (kunci.name == "kata_penyambung") {
            same.push(format!("{} (DOCX)", kunci.name));
        }
    }
    assert!(same.is_empty(), "no change by: {}", same.join(", "));
}

#[test]
fn a_daerah_with_rules_of_its_own() {
    let opened = open(&fixture(FIXTURE));
    let f4 = (609.45, 935.43);
    let near = |a: (f32, f32), b: (f32, f32)| {
        assert!((a.0 - b.0).abs() < 0.1 && (a.1 - b.1).abs() < 0.1, "{a:?} {b:?}");
    };
    let letter = make(&opened, "undangan");
    near(letter.size, f4);
    // Korespondensi on F4, laporan on A4, by one profile.
    near(make(&opened, "laporan-kegiatan").size, (595.28, 841.89));
    for said in [
        "BUPATI CONTOH JAYA",
        "Jalan Pendopo Nomor 1",
        "Perihal",
        "Kepada",
        "di -",
        "K O T A",
        "100.1.2/007/SET/IV/2025",
        "hal. ",
        "Anggun Permata",
    ] {
        assert!(letter.text.contains(said), "{said}: {}", letter.text);
    }
    // Neither gelar nor NIP: this daerah does not follow Pasal 44.
    for left_out in ["Dr. Anggun", "M.Si.", "NIP", "Pembina"] {
        assert!(!letter.text.contains(left_out), "{left_out}");
    }
}

#[test]
fn the_signature_follows_pasal_44_with_the_switches() {
    let text = |profil: &str| make(&with(profil).1, "undangan").text;
    let plain = text("[profil]\n");
    assert!(plain.contains("Dr. Anggun Permata, S.Sos., M.Si."), "{plain}");
    assert!(plain.contains("NIP 19700101 199503 2 001"), "{plain}");
    let full = text(
        "[profil]\npangkat_golongan = true\nlabel_nip = \"NIP.\"\ngaya_nama = \"kapital\"\n",
    );
    // Capitals for the name, never for a gelar.
    assert!(full.contains("Dr. ANGGUN PERMATA, S.Sos., M.Si."), "{full}");
    assert!(full.contains("Pembina Utama Muda, IV/c"), "{full}");
    assert!(full.contains("NIP. 19700101"), "{full}");
    let sekda = text("[profil]\nsekda_pangkat_nip = false\n");
    assert!(sekda.contains("Dr. Anggun") && !sekda.contains("NIP"), "{sekda}");
    // By kind of paper: a narrower name goes before what holds for all.
    let kind = text("[profil.jenis.undangan]\ngelar_penanda_tangan = false\n");
    assert!(!kind.contains("Dr. Anggun"), "{kind}");
}

#[test]
fn the_address_of_a_kop_kepala_daerah_stands_at_the_foot_of_page_one() {
    let (_f, opened) = with("[profil]\nkop = \"kepala-daerah\"\n");
    let mut problems = Problems::default();
    let jobs = pipeline::jobs(&opened, &["undangan".to_owned()], &mut problems);
    let laid = pipeline::lay_out(&opened, &jobs[0], &mut problems).unwrap();
    let at = |page: usize| {
        laid.pages.pages[page].items.iter().find_map(|item| match &item.kind {
            naskah::layout::page::ItemKind::Text(t) if t.text.contains("Pendopo") => {
                Some(t.y.0)
            }
            _ => None,
        })
    };
    let height = laid.pages.pages[0].height.0;
    assert!(at(0).unwrap() > height - 72.0, "{:?}", at(0));
    assert_eq!(at(1), None);
}

#[test]
fn a_catchword_is_the_first_word_of_the_next_page() {
    let (_f, opened) = with("[profil]\nkata_penyambung = true\nukuran_pt = 14\n");
    let mut problems = Problems::default();
    let jobs = pipeline::jobs(&opened, &["undangan".to_owned()], &mut problems);
    let laid = pipeline::lay_out(&opened, &jobs[0], &mut problems).unwrap();
    let pages = &laid.pages.pages;
    let words = |page: usize| -> Vec<(bool, String)> {
        let items = pages[page].items.iter();
        items
            .filter_map(|item| match &item.kind {
                naskah::layout::page::ItemKind::Text(t) => {
                    Some((item.node.is_some(), t.text.trim().to_owned()))
                }
                _ => None,
            })
            .collect()
    };
    for at in 0..pages.len() {
        let caught = words(at).into_iter().find(|(read, t)| !read && t.ends_with("..."));
        let follows =
            pages.get(at + 1).is_some_and(|next| next.section == pages[at].section);
        assert_eq!(caught.is_some(), follows, "page {at}");
        if let Some((_, text)) = caught {
            let (_, next) = words(at + 1).into_iter().find(|(read, _)| *read).unwrap();
            let first = next.split_whitespace().next().unwrap().to_owned();
            assert_eq!(text, format!("{first}..."));
        }
    }
    assert_eq!(pages[0].section, pages[1].section, "the letter is long enough");
}

/// `naskah template show` tells each value with the file that says it and how sure it is.
#[test]
fn a_template_shows_the_values_it_uses_and_where_they_come_from() {
    let show = |template: &str| {
        let output = naskah("id", &fixture(FIXTURE))
            .args(["template", "show", template, "."])
            .output()
            .unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let row = |text: &str, key: &str| {
        let line = text.lines().find(|l| l.split_whitespace().next() == Some(key));
        let words = line.map(|l| l.split_whitespace().collect::<Vec<_>>().join(" "));
        words.unwrap_or_else(|| panic!("{key}: {text}"))
    };
    let letter = show("undangan");
    assert!(row(&letter, "label_hal").starts_with("label_hal Perihal catalog/profil/"));
    assert!(row(&letter, "kertas").contains("f4-215 (215 x 330 mm)"), "{letter}");
    assert!(letter.contains("\n[kertas] rekaan\n"), "{letter}");
    let report = show("laporan-kegiatan");
    assert!(row(&report, "kertas").ends_with(", jenis laporan"), "{report}");
    // Only what the template has a use for.
    assert!(!report.contains("label_hal") && report.contains("gaya_nama"), "{report}");
    // By the base where nobody else says it.
    let book = show("panduan-spm");
    assert!(row(&book, "bentuk_nomor_halaman").ends_with("jenis buku"), "{book}");
}

/// The text of a paper of the example, with more lines of `[profil]`.
fn of_example(template: &str, profil: &str, data: impl Fn(String) -> String) -> String {
    let folder = fixture_copy("kutai-timur");
    let (settings, surat) =
        (folder.path().join("naskah.toml"), folder.path().join("data/surat.toml"));
    let text = std::fs::read_to_string(&settings).unwrap();
    std::fs::write(&settings, text + "\n" + profil).unwrap();
    let officials = folder.path().join("data/pejabat.toml");
    let text = std::fs::read_to_string(&officials).unwrap();
    let head = "\n[[pejabat]]\nid = \"bupati\"\nnama = \"Contoh Bupati\"\njabatan = \"Bupati Kutai Timur\"\nkedudukan = \"kepala-daerah\"\n";
    std::fs::write(&officials, text + head).unwrap();
    std::fs::write(&surat, data(std::fs::read_to_string(&surat).unwrap())).unwrap();
    make(&open(folder.path()), template).text
}

/// What the head of the region signs, or a decision in that one's name, has that one's kop.
#[test]
fn the_kop_follows_who_signs() {
    let same = |text: String| text;
    let decision = of_example("sk-panitia", "", same);
    assert!(decision.contains("BUPATI KUTAI TIMUR"), "{decision}");
    assert!(!decision.contains("PEMERINTAH KABUPATEN"), "{decision}");
    let rule = "[profil.jenis.penetapan]\nkop_atas_nama = \"penanda-tangan\"\n";
    assert!(of_example("sk-panitia", rule, same).contains("PEMERINTAH KABUPATEN"));
    // A letter in the name of the Bupati stays one of the office that signs it.
    assert!(of_example("undangan", "", same).contains("PEMERINTAH KABUPATEN"));
    let by_head = |text: String| {
        text.replacen(
            "penanda_tangan = \"sekda\"\natas_nama = [\"Bupati Kutai Timur\"]",
            "penanda_tangan = \"bupati\"",
            1,
        )
    };
    let letter = of_example("undangan", "", by_head);
    assert!(letter.contains("BUPATI KUTAI TIMUR"), "{letter}");
    assert!(!letter.contains("PEMERINTAH KABUPATEN"), "{letter}");
    let fixed = "[profil.jenis.surat]\nkop_menurut = \"tetap\"\n";
    assert!(of_example("undangan", fixed, by_head).contains("PEMERINTAH KABUPATEN"));
}

/// Values that two regulations of daerah ask for: dictums, labels, annexes, the name.
#[test]
fn a_decision_is_set_as_the_daerah_has_it() {
    let text = of_example(
        "sk-panitia",
        "[profil.jenis.penetapan]\ngaya_diktum = \"renggang\"\nnomor_lampiran = \"romawi\"\nlampiran_bertanda_tangan = false\n",
        |text| text,
    );
    assert!(text.contains("K E S A T U") && text.contains("LAMPIRAN I"), "{text}");
    let plain = of_example("sk-panitia", "", |text| text);
    let signed = |text: &str| {
        text.matches("ditandatangani").count()
            + text.matches("SEKRETARIS DAERAH,").count()
            + text.matches("Sekretaris Daerah,").count()
    };
    assert!(signed(&plain) > signed(&text), "{plain}");
}

/// One invitation with one number for all, whom its lampiran lists.
#[test]
fn one_invitation_goes_to_all_who_are_listed() {
    let folder = fixture_copy("kutai-timur");
    let surat = folder.path().join("data/surat.toml");
    let text = std::fs::read_to_string(&surat).unwrap();
    let text = text.replacen("[undangan]\n", "[undangan]\ndaftar_terlampir = true\n", 1);
    std::fs::write(&surat, text).unwrap();
    let opened = open(folder.path());
    let mut problems = Problems::default();
    let jobs = pipeline::jobs(&opened, &["undangan".to_owned()], &mut problems);
    assert_eq!(jobs.len(), 1);
    let text = make(&opened, "undangan").text;
    assert!(text.contains("(Daftar Terlampir)"), "{text}");
    assert!(text.contains("sebagaimana tercantum dalam lampiran"), "{text}");
    assert!(text.contains("DAFTAR UNDANGAN"), "{text}");
}
