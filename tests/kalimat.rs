//! Sentences of papers, as an official reads them: what never reaches paper, and what does.

use naskah::diag::Problems;
use naskah::pipeline::{self, Opened};

use crate::kit::fixture;
use crate::kit::opened::try_open;

/// Every paper of a workspace as plain text, by its path.
fn papers(opened: &Opened) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for name in opened.templates.manifests.keys() {
        let mut problems = Problems::default();
        for job in pipeline::jobs(opened, std::slice::from_ref(name), &mut problems) {
            // A template whose data this fixture does not have.
            let Ok(filled) = opened.fill(&job) else { continue };
            let text = filled.text.replace('\\', "");
            all.push((
                job.path.clone(),
                text.split_whitespace().collect::<Vec<_>>().join(" "),
            ));
        }
    }
    all
}

/// Notes of our research, words of the program, and sentences that were wrong.
const NEVER: [&str; 20] = [
    "perlu dipastikan",
    "perlu dicocokkan",
    "terbaca pada",
    "menyalin formulir Kementerian",
    "belum dikutip",
    "RECALLED",
    "SEEN",
    "| Galat |",
    "(TR-",
    "(KES-",
    "2022/2022",
    "Menindaklanjuti Monitoring",
    "Rencana Saudara agar dituntaskan",
    "Kepala Dinas, Dinas",
    "Kepala Badan, Badan",
    "Kepala Bagian, Bagian",
    "Pertahankan cara kerja",
    "Keputusan Menteri Pendidikan, Kebudayaan, Riset, dan Teknologi 311/M/2022/2022",
    "beserta pejabat yang menangani SPM sebanyak",
    "tersebut. .",
];

#[test]
fn what_never_reaches_paper() {
    for name in ["kutai-timur", "mahakam-ulu"] {
        let opened = try_open(&fixture(name)).unwrap();
        let all = papers(&opened);
        assert!(all.len() > 40, "{}", all.len());
        let found: Vec<(&str, &str)> = all
            .iter()
            .flat_map(|(path, text)| {
                let said = NEVER.into_iter().filter(|never| text.contains(never));
                said.map(move |never| (&path[..], never))
            })
            .collect();
        assert!(found.is_empty(), "{name}: {found:#?}");
    }
}

fn paper(opened: &Opened, template: &str) -> String {
    let found = papers(opened).into_iter().find(|(path, _)| path.starts_with(template));
    found.unwrap_or_else(|| panic!("{template}")).1
}

#[test]
fn sentences_of_an_invitation_and_of_minutes() {
    let opened = try_open(&fixture("kutai-timur")).unwrap();
    let invitation = paper(&opened, "undangan/");
    assert!(
        invitation.contains("Menindaklanjuti monitoring dan evaluasi"),
        "{invitation}"
    );
    assert!(
        invitation.contains("orang pejabat yang menangani SPM, seluruhnya"),
        "{invitation}"
    );
    let minutes = paper(&opened, "berita-acara/");
    let (came, agreed) =
        (minutes.find("Rapat dihadiri oleh"), minutes.find("# II. KESEPAKATAN"));
    assert!(came.is_some() && came < agreed, "{minutes}");
    assert!(minutes.contains("| No | Kesepakatan |"), "{minutes}");
}

/// A letter signed on behalf of somebody is that one's letter.
#[test]
fn the_annex_names_whose_letter_it_is() {
    for (name, said) in
        [("kutai-timur", "Bupati Kutai Timur"), ("mahakam-ulu", "Bupati Mahakam Ulu")]
    {
        let opened = try_open(&fixture(name)).unwrap();
        let mut problems = Problems::default();
        let jobs = pipeline::jobs(&opened, &["surat-evaluasi".to_owned()], &mut problems);
        let filled = opened.fill(&jobs[0]).unwrap();
        let document = opened.read(&jobs[0], &filled, &mut problems);
        let lines = naskah::document::lines(&document);
        let head = format!("Lampiran Surat {said}").to_lowercase();
        assert!(lines.iter().any(|line| line.to_lowercase() == head), "{lines:#?}");
    }
}

/// A Mengingat cites gazettes, and the last change there was in the paper's year.
#[test]
fn a_mengingat_knows_what_was_law_then() {
    let opened = try_open(&fixture("kutai-timur")).unwrap();
    let decision = paper(&opened, "sk-panitia/");
    let law = "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah (Lembaran Negara Republik Indonesia Tahun 2014 Nomor 244, Tambahan Lembaran Negara Republik Indonesia Nomor 5587) sebagaimana telah beberapa kali diubah, terakhir dengan Undang-Undang Nomor 6 Tahun 2023 tentang Penetapan Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2022 tentang Cipta Kerja menjadi Undang-Undang;";
    assert!(decision.contains(law), "{decision}");
    let catalog = &opened.catalog;
    let law = catalog.dasar_hukum("uu-23-2014").unwrap();
    assert!(law.considered(2014).ends_with("Nomor 5587)"));
    assert!(
        law.considered(2020).ends_with(
            "sebagaimana telah diubah dengan Undang-Undang Nomor 9 Tahun 2015 tentang Perubahan Kedua atas Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah"
        )
    );
    let law = catalog.dasar_hukum("permendagri-90-2019").unwrap();
    assert!(law.considered(2025).ends_with("900.1-2850 Tahun 2025"));
    // A title that nobody has read word for word is not quoted.
    let law = catalog.dasar_hukum("permendagri-10-2025").unwrap();
    assert_eq!(law.citation(), "Peraturan Menteri Dalam Negeri Nomor 10 Tahun 2025");
    assert!(!law.is_titled());
}

/// What the papers do not say, the catalog lists for an office.
#[test]
fn what_is_unsure_is_listed() {
    let opened = try_open(&fixture("kutai-timur")).unwrap();
    let doubts = opened.catalog.doubts();
    let has = |file: &str, subject: &str| {
        doubts.iter().any(|d| d.file == file && d.subject.contains(subject))
    };
    for (file, subject) in [
        ("kepastian.toml", "Bobot 80%"),
        ("dasar-hukum.toml", "Peraturan Menteri Dalam Negeri 10/2025"),
        ("layanan-kabupaten.toml", "TR-1"),
        ("mutu.toml", "sosial"),
    ] {
        assert!(has(file, subject), "{file} {subject}: {doubts:#?}");
    }
    assert!(doubts.iter().all(|d| !d.subject.is_empty()));
}
