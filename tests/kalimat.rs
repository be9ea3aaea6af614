//! Sentences of papers, as an official reads them: what never reaches paper, and what does.

use naskah::diag::Problems;
use naskah::pipeline::{self, Opened};

use crate::kit::opened::try_open;
use crate::kit::{fixture, fixture_copy};

mod surat_evaluasi;

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
const NEVER: [&str; 25] = [
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
    "terserap 0,00%",
    "mutu minimal terpenuhi 0,00%",
    "memenuhi kekurangan “",
    "NOMOR: ",
    "kebijakan berikut: Capaian",
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
    let law = "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah (Lembaran Negara Republik Indonesia Tahun 2014 Nomor 244, Tambahan Lembaran Negara Republik Indonesia Nomor 5587) sebagaimana telah beberapa kali diubah, terakhir dengan Undang-Undang Nomor 6 Tahun 2023 tentang Penetapan Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2022 tentang Cipta Kerja menjadi Undang-Undang (Lembaran Negara Republik Indonesia Tahun 2023 Nomor 41, Tambahan Lembaran Negara Republik Indonesia Nomor 6856);";
    assert!(decision.contains(law), "{decision}");
    let catalog = &opened.catalog;
    let law = catalog.dasar_hukum("uu-23-2014").unwrap();
    assert!(law.considered(2014).ends_with("Nomor 5587)"));
    assert!(
        law.considered(2020).ends_with(
            "terakhir dengan Undang-Undang Nomor 11 Tahun 2020 tentang Cipta Kerja (Lembaran Negara Republik Indonesia Tahun 2020 Nomor 245, Tambahan Lembaran Negara Republik Indonesia Nomor 6573)"
        )
    );
    // The second change of a law is not its only one.
    let second = law.considered(2019).text;
    assert!(second.contains("sebagaimana telah beberapa kali diubah, terakhir dengan Undang-Undang Nomor 9 Tahun 2015 tentang Perubahan Kedua"), "{second}");
    let law = catalog.dasar_hukum("permendagri-90-2019").unwrap();
    assert!(law.considered(2025).ends_with("900.1-2850 Tahun 2025"));
    // A title that nobody has read word for word is not quoted.
    let law = catalog.dasar_hukum("permendagri-10-2025").unwrap();
    assert_eq!(law.citation().text, "Peraturan Menteri Dalam Negeri Nomor 10 Tahun 2025");
    assert!(!law.is_titled());
}

/// The letter of evaluation of an office, as plain text.
fn evaluation(opened: &Opened, opd: &str) -> String {
    let all = papers(opened);
    let found =
        all.into_iter().find(|(path, _)| *path == format!("surat-evaluasi/{opd}"));
    found.unwrap_or_else(|| panic!("{opd}")).1
}

/// What is put first is said to be chosen as it was: one by its index, the others by what was
/// found of them, though services with a lower index than theirs are left out.
#[test]
fn what_is_put_first_is_said_to_be_chosen_as_it_was() {
    let opened = try_open(&fixture("kutai-timur")).unwrap();
    let letter = evaluation(&opened, "dinkes");
    assert!(
        letter.contains("pelayanan berikut, dimulai dengan yang indeksnya paling rendah, disusul yang temuannya paling berat."),
        "{letter}"
    );
    let opened = try_open(&fixture("mahakam-ulu")).unwrap();
    let letter = evaluation(&opened, "dinkes");
    assert!(
        letter.contains("paling rendah di antara yang belum mencapai jalur targetnya, disusul yang temuannya paling berat."),
        "{letter}"
    );
}

/// Within the year: what is left of it is told as a need, nothing is a percentage of zero, and
/// an office whose services await events is held to no path.
#[test]
fn a_quarter_is_told_as_one_would_say_it() {
    let folder = fixture_copy("mahakam-ulu");
    let path = folder.path().join("data/opd.toml");
    let offices = std::fs::read_to_string(&path).unwrap().replace(
        "urusan = [\"trantibumlinmas\"]\n",
        "urusan = [\"trantibumlinmas\"]\nlayanan = [\"TR-1\", \"TR-5\"]\n",
    );
    let other = "[[opd]]\nid = \"bpbd\"\nnama = \"Badan Penanggulangan Bencana Daerah\"\nurusan = [\"trantibumlinmas\"]\nlayanan = [\"TR-2\", \"TR-3\", \"TR-4\"]\n";
    std::fs::write(&path, offices + "\n" + other).unwrap();
    let path = folder.path().join("data/capaian/2024-tw1.toml");
    let reports = std::fs::read_to_string(&path).unwrap().replace(
        "kode = \"TR-2\"\nopd = \"satpolpp\"",
        "kode = \"TR-2\"\nopd = \"bpbd\"",
    );
    std::fs::write(&path, reports).unwrap();
    let opened = try_open(folder.path()).unwrap();
    let events = evaluation(&opened, "satpolpp");
    assert!(!events.contains("jalur target 25,00%"), "{events}");
    assert!(
        events.contains("Pelayanan yang diampu bergantung pada kejadian, sehingga capaiannya dibandingkan dengan sasaran pada akhir tahun."),
        "{events}"
    );
    let missing = evaluation(&opened, "bpbd");
    assert!(
        missing.contains("mencakup pelayanan informasi rawan bencana, pelayanan"),
        "{missing}"
    );
    let school = evaluation(&opened, "disdikbud");
    assert!(
        school.contains(
            "Anggaran belum terserap, sedangkan jalur target triwulan ini 25,00%."
        ),
        "{school}"
    );
    let health = evaluation(&opened, "dinkes");
    assert!(health.contains("butir mutu belum diisi, yaitu “"), "{health}");
    assert!(health.contains("per triwulan hingga Desember (sekitar"), "{health}");
    assert!(
        health.contains(
            "untuk mencapai 100% perlu terlayani lagi 6.946 orang per triwulan"
        ),
        "{health}"
    );

    let path = folder.path().join("naskah.toml");
    let settings = std::fs::read_to_string(&path).unwrap();
    let settings = settings.replace("triwulan = 1", "triwulan = 3");
    std::fs::write(&path, settings).unwrap();
    let capaian = folder.path().join("data/capaian");
    let reports = std::fs::read_to_string(capaian.join("2024-tw1.toml")).unwrap();
    let reports = reports.replace("triwulan = 1", "triwulan = 3");
    std::fs::write(capaian.join("2024-tw3.toml"), reports).unwrap();
    let opened = try_open(folder.path()).unwrap();
    let health = evaluation(&opened, "dinkes");
    assert!(health.contains("orang pada Triwulan IV (sekitar"), "{health}");
    assert!(!health.contains("hingga Desember"), "{health}");
}

/// When the year is over its budget is closed, and that of the next one is decided.
#[test]
fn a_year_that_is_over_asks_for_a_changed_budget() {
    let opened = try_open(&fixture("kutai-timur")).unwrap();
    let letter = evaluation(&opened, "dpupr");
    let asked = "anggaran yang diperlukan pada Perubahan APBD Tahun Anggaran 2025.";
    assert!(letter.contains(asked) && !letter.contains("masih terbiayai"), "{letter}");
    assert!(letter.contains("nihil adalah fasilitasi penyediaan rumah"), "{letter}");
}

/// Who is written "Bupati" signs, and is named in annexes and decisions, with the region.
#[test]
fn the_head_of_the_region_is_named_with_it() {
    let folder = fixture_copy("kutai-timur");
    let path = folder.path().join("data/pejabat.toml");
    let officials = std::fs::read_to_string(&path).unwrap();
    let head = "\n[[pejabat]]\nid = \"bupati\"\nnama = \"Budi Contoh\"\njabatan = \"Bupati\"\nkedudukan = \"kepala-daerah\"\n";
    std::fs::write(&path, officials + head).unwrap();
    let path = folder.path().join("data/surat.toml");
    let letters = std::fs::read_to_string(&path).unwrap().replace(
        "penanda_tangan = \"sekda\"\natas_nama = [\"Bupati Kutai Timur\"]",
        "penanda_tangan = \"bupati\"",
    );
    std::fs::write(&path, letters).unwrap();
    let opened = try_open(folder.path()).unwrap();
    let mut problems = Problems::default();
    let said = |lines: &[String], words: &str| lines.iter().any(|line| line == words);
    for (template, annex) in
        [("undangan", "Lampiran Surat Bupati Kutai Timur"), ("sk-panitia", "")]
    {
        let jobs = pipeline::jobs(&opened, &[template.to_owned()], &mut problems);
        let filled = opened.fill(&jobs[0]).unwrap();
        let document = opened.read(&jobs[0], &filled, &mut problems);
        let lines = naskah::document::lines(&document);
        assert!(said(&lines, "BUPATI KUTAI TIMUR,"), "{lines:#?}");
        assert!(annex.is_empty() || said(&lines, annex), "{lines:#?}");
    }
    let decision = paper(&opened, "sk-panitia/");
    assert!(decision.contains("KEPUTUSAN BUPATI KUTAI TIMUR"), "{decision}");
}

/// A list of one is a sentence, not "1.".
#[test]
fn one_thing_is_not_numbered() {
    let folder = fixture_copy("mahakam-ulu");
    let results = "keputusan = [\"Setiap perangkat daerah menyusun jadwal percepatan.\"]\nhambatan = [\"Data sasaran belum padan.\"]\nsaran = [\"Pemadanan data dilaksanakan setiap bulan.\"]\n\n[[pembahasan]]\ntopik = \"Kebijakan penerapan SPM\"\nuraian = [\"SPM didahulukan dalam APBD.\"]\n\n[[kesepakatan]]\nisi = \"Menyusun jadwal percepatan\"\n";
    std::fs::write(folder.path().join("data/hasil.toml"), results).unwrap();
    let opened = try_open(folder.path()).unwrap();
    let note = paper(&opened, "nota-dinas/");
    for said in [
        "Pokok pembahasan adalah kebijakan penerapan SPM.",
        "Rapat memutuskan hal berikut: setiap perangkat daerah menyusun jadwal percepatan.",
        "Tindak lanjut yang disepakati adalah menyusun jadwal percepatan.",
        "Hambatan yang ditemukan adalah data sasaran belum padan.",
        "untuk mendapat persetujuan: pemadanan data dilaksanakan setiap bulan.",
    ] {
        assert!(note.contains(said), "{said}: {note}");
    }
    for template in ["laporan-rakor/", "notula/", "berita-acara/"] {
        let text = paper(&opened, template);
        for numbered in ["1) SPM", "1. Setiap", "1) Setiap", "1. Data", "1. Pemadanan"] {
            assert!(!text.contains(numbered), "{template} {numbered}: {text}");
        }
    }
}

/// An office whose services await events is not told to keep a figure that is low because the
/// year is young.
#[test]
fn what_is_low_is_not_to_be_kept() {
    let folder = fixture_copy("mahakam-ulu");
    let path = folder.path().join("data/opd.toml");
    let offices = std::fs::read_to_string(&path).unwrap().replace(
        "urusan = [\"trantibumlinmas\"]\n",
        "urusan = [\"trantibumlinmas\"]\nlayanan = [\"TR-1\"]\n",
    );
    std::fs::write(&path, offices).unwrap();
    let reports = "tahun = 2024\ntriwulan = 1\n\n\
        [[layanan]]\nkode = \"TR-1\"\nopd = \"satpolpp\"\nsasaran = 40\nterlayani = 9\n\n\
        [[layanan.mutu]]\nnama = \"Standar operasional prosedur Satpol PP\"\n\
        satuan = \"Dokumen\"\ndibutuhkan = 4\nterpenuhi = 3\n";
    let capaian = folder.path().join("data/capaian");
    std::fs::write(capaian.join("2024-tw1.toml"), reports).unwrap();
    std::fs::remove_file(capaian.join("2023-tw1.toml")).unwrap();
    let young = evaluation(&try_open(folder.path()).unwrap(), "satpolpp");
    assert!(young.contains("Tidak ada temuan"), "{young}");
    assert!(young.contains("terus mencatat setiap kejadian"), "{young}");
    assert!(!young.contains("mempertahankan capaian"), "{young}");
}

/// A certificate that the head of the region signs is headed by that office, as its letters are.
#[test]
fn a_certificate_is_headed_by_who_signs_it() {
    let head = |signer: &str| {
        let folder = fixture_copy("kutai-timur");
        let path = folder.path().join("data/surat.toml");
        let letters = std::fs::read_to_string(&path).unwrap();
        let (before, after) = letters.split_once("[sertifikat]\n").unwrap();
        let after = after.replacen("\"kabag-tapem\"", &format!("\"{signer}\""), 1);
        std::fs::write(&path, format!("{before}[sertifikat]\n{after}")).unwrap();
        let path = folder.path().join("data/pejabat.toml");
        let mut people = std::fs::read_to_string(&path).unwrap();
        people += "\n[[pejabat]]\nid = \"bupati\"\nnama = \"Fulan bin Fulan\"\n\
                   jabatan = \"Bupati Kutai Timur\"\nkedudukan = \"kepala-daerah\"\n";
        std::fs::write(&path, people).unwrap();
        let text = paper(&try_open(folder.path()).unwrap(), "sertifikat/");
        text.split("SERTIFIKAT").next().unwrap().to_owned()
    };
    let (region, office) = ("PEMERINTAH KABUPATEN KUTAI TIMUR", "BUPATI KUTAI TIMUR");
    assert!(head("kabag-tapem").contains(region), "{}", head("kabag-tapem"));
    let signed = head("bupati");
    assert!(signed.contains(office) && !signed.contains(region), "{signed}");
}

/// What a report without pictures is accompanied by is named under its signature, not on a page
/// of its own.
#[test]
fn a_report_without_pictures_names_its_annexes() {
    let report = paper(&try_open(&fixture("mahakam-ulu")).unwrap(), "laporan-rakor/");
    assert!(
        report.contains("Lampiran: surat undangan, susunan acara, daftar hadir, notula, berita acara, dan materi paparan."),
        "{report}"
    );
    assert!(!report.contains("LAMPIRAN"), "{report}");
    let report = paper(&try_open(&fixture("kutai-timur")).unwrap(), "laporan-rakor/");
    assert!(
        report.contains("LAMPIRAN") && report.contains("DOKUMENTASI FOTO"),
        "{report}"
    );
}

/// Most kota have no desa: there the people of a service are looked for by kelurahan.
#[test]
fn a_kota_has_kelurahan() {
    let folder = fixture_copy("kutai-timur");
    let path = folder.path().join("naskah.toml");
    let settings = std::fs::read_to_string(&path).unwrap();
    let kota = settings
        .replace("\"Kabupaten Kutai Timur\"", "\"Kota Kutai Timur\"")
        .replace("jenis = \"kabupaten\"", "jenis = \"kota\"");
    assert_ne!(kota, settings);
    std::fs::write(&path, kota).unwrap();
    let letter = evaluation(&try_open(folder.path()).unwrap(), "dpupr");
    assert!(letter.contains("yang belum terlayani menurut kelurahan, lalu"), "{letter}");
    assert!(!letter.contains("desa dan kelurahan"), "{letter}");
    let usual = evaluation(&try_open(&fixture("kutai-timur")).unwrap(), "dpupr");
    assert!(usual.contains("menurut desa dan kelurahan, lalu"), "{usual}");
}

/// Jabatan and instansi are said as one title where they are one.
#[test]
fn a_title_and_its_office_are_said_as_one() {
    for (jabatan, instansi, said) in [
        ("Direktur", "Direktorat Sinkronisasi IV", "Direktur Sinkronisasi IV"),
        ("Direktur", "RSUD Kudungga", "Direktur RSUD Kudungga"),
        (
            "Direktur Jenderal",
            "Direktorat Jenderal Bina Desa",
            "Direktur Jenderal Bina Desa",
        ),
        (
            "Sekretaris",
            "Direktorat Jenderal Bina Desa",
            "Sekretaris Direktorat Jenderal Bina Desa",
        ),
        ("Inspektur", "Inspektorat Daerah", "Inspektur Daerah"),
        ("Camat", "Kecamatan Busang", "Camat Busang"),
        ("Ketua", "Dewan Pendidikan", "Ketua Dewan Pendidikan"),
        ("Analis Kebijakan", "Dinas Sosial", "Analis Kebijakan, Dinas Sosial"),
    ] {
        let folder = fixture_copy("mahakam-ulu");
        let path = folder.path().join("data/rakor.toml");
        let meeting = std::fs::read_to_string(&path).unwrap().replace(
            "nama = \"Tarwanto\"\n",
            &format!(
                "nama = \"Tarwanto\"\njabatan = \"{jabatan}\"\ninstansi = \"{instansi}\"\n"
            ),
        );
        std::fs::write(&path, meeting).unwrap();
        let agenda = paper(&try_open(folder.path()).unwrap(), "agenda/");
        assert!(agenda.contains(&format!("Tarwanto, {said}")), "{said}: {agenda}");
    }
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

/// A copy of an example in which words of one file are others.
fn changed(name: &str, file: &str, replaced: &[(&str, &str)]) -> Opened {
    changed_in(name, &[(file, replaced)])
}

fn changed_in(name: &str, files: &[(&str, &[(&str, &str)])]) -> Opened {
    let folder = fixture_copy(name);
    for (file, replaced) in files {
        let path = folder.path().join(file);
        let mut text = std::fs::read_to_string(&path).unwrap();
        for (old, new) in *replaced {
            assert!(text.contains(old), "{old}");
            text = text.replacen(old, new, 1);
        }
        std::fs::write(&path, text).unwrap();
    }
    try_open(folder.path()).unwrap()
}

/// Codes of services are ours, for worksheets and files: only the guide explains them.
#[test]
fn codes_of_services_stand_in_the_guide_alone() {
    for name in ["kutai-timur", "mahakam-ulu"] {
        let opened = try_open(&fixture(name)).unwrap();
        for (path, text) in papers(&opened) {
            let code = text.split([' ', '(', ')', '|', ',', '*']).find(|word| {
                let (urusan, number) = word.split_once('-').unwrap_or_default();
                ["PEND", "KES", "PU", "PR", "TR", "SOS"].contains(&urusan)
                    && number.parse::<u8>().is_ok()
            });
            assert!(code.is_none() || path.starts_with("panduan"), "{path}: {code:?}");
        }
    }
}

/// One person is no number of people.
#[test]
fn one_who_came_is_said_as_one() {
    let results = |present: &str| {
        let folder = fixture_copy("kutai-timur");
        let path = folder.path().join("data/hasil.toml");
        let text = std::fs::read_to_string(&path).unwrap();
        let (before, _) = text.split_once("[hadir]").unwrap();
        std::fs::write(&path, format!("{before}[hadir]\n{present}\n")).unwrap();
        let opened = try_open(folder.path()).unwrap();
        ["berita-acara/", "laporan-rakor/"].map(|template| paper(&opened, template))
    };
    for (present, said) in [
        ("luring_p = 1", "dihadiri oleh 1 orang perempuan."),
        ("daring_l = 1", "dihadiri oleh 1 orang laki-laki, hadir daring."),
        ("luring_l = 2", "dihadiri oleh 2 orang, seluruhnya laki-laki."),
    ] {
        let [minutes, report] = results(present);
        assert!(minutes.contains(said), "{said}: {minutes}");
        // A table of one row tells nothing that the sentence has not.
        assert!(report.contains(said) && !report.contains("Cara Hadir"), "{report}");
    }
    let [_, both] = results("luring_l = 2\ndaring_p = 1");
    assert!(both.contains("| Luring | 2 | 0 | 2 |"), "{both}");
}

/// Terms of reference go on from one earlier meeting as from several.
#[test]
fn one_earlier_meeting_is_a_sentence() {
    let text =
        std::fs::read_to_string(fixture("kutai-timur").join("data/rakor.toml")).unwrap();
    let (_, rest) = text.split_once("rangkaian = [").unwrap();
    let (list, _) = rest.split_once(']').unwrap();
    let one = "\"Monitoring e-SPM Tahun 2024.\"";
    let organiser = "penyelenggara = \"Bagian Tata Pemerintahan Sekretariat Daerah Kabupaten Kutai Timur\"\n";
    let opened =
        changed("kutai-timur", "data/rakor.toml", &[(list, one), (organiser, "")]);
    let mut problems = Problems::default();
    let jobs = pipeline::jobs(&opened, &["kak".to_owned()], &mut problems);
    let filled = opened.fill(&jobs[0]).unwrap();
    let document = opened.read(&jobs[0], &filled, &mut problems);
    let lines = naskah::document::lines(&document);
    let has =
        |said: &str| lines.iter().any(|line| line.replace('\u{a0}', " ").contains(said));
    assert!(has("Kegiatan ini melanjutkan monitoring e-SPM Tahun 2024."), "{lines:#?}");
    assert!(
        has("wadah koordinasi Pemerintah Kabupaten Kutai Timur dengan"),
        "{lines:#?}"
    );
}

/// A copy goes to whoever holds the office, also with a word on why it is sent.
#[test]
fn a_copy_follows_who_holds_the_office() {
    let acting = "[[pejabat]]\nid = \"bupati\"\nnama = \"Fulan bin Fulan\"\njabatan = \"Bupati Kutai Timur\"\nkedudukan = \"kepala-daerah\"\nstatus = \"pj\"\n\n[[pejabat]]\nid = \"sekda\"\n";
    let officials = [("[[pejabat]]\nid = \"sekda\"\n", acting)];
    let opened = changed("kutai-timur", "data/pejabat.toml", &officials);
    let letter = paper(&opened, "undangan/");
    assert!(letter.contains("Pj. Bupati Kutai Timur (sebagai laporan)"), "{letter}");
}

/// A decision is of the office, whoever acts in it, and a meeting online has no place.
#[test]
fn decisions_name_the_office_and_meetings_online_no_place() {
    let (sekda, pj) = (
        "kedudukan = \"sekda\"",
        "kedudukan = \"sekda\"\n\n[[pejabat]]\nid = \"pj\"\nnama = \"Rosna\"\njabatan = \"Bupati\"\nstatus = \"pj\"",
    );
    let signed = "Triwulan IV Tahun 2024\"\npenanda_tangan = \"sekda\"\natas_nama = [\"Bupati Kutai Timur\"]";
    let opened = changed_in(
        "kutai-timur",
        &[
            ("data/pejabat.toml", &[(sekda, pj)]),
            ("data/surat.toml", &[(signed, "Triwulan IV\"\npenanda_tangan = \"pj\"")]),
            ("data/rakor.toml", &[("\"Hotel Aston, Samarinda\"", "\"Zoom Meeting\"")]),
        ],
    );
    let decision = paper(&opened, "sk-panitia/");
    assert!(decision.contains("KEPUTUSAN BUPATI KUTAI TIMUR TENTANG"), "{decision}");
    assert!(!decision.contains("KEPUTUSAN PJ"), "{decision}");
    assert!(decision.contains("secara daring melalui Zoom Meeting"), "{decision}");
}

/// An item online that nobody holds is online, and no dash.
#[test]
fn an_item_online_has_no_dash() {
    let item = "nama = \"Registrasi peserta\"\n  durasi = 30\n  oleh = \"Panitia\"";
    let online = "nama = \"Registrasi peserta\"\n  durasi = 30\n  daring = true";
    let opened = changed("kutai-timur", "data/rakor.toml", &[(item, online)]);
    let agenda = paper(&opened, "agenda/");
    assert!(agenda.contains("| (daring) |") && !agenda.contains("(daring)–"), "{agenda}");
}
