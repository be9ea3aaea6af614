//! The evaluation letter in the cases that have no table to hide behind, and the findings in
//! the output of commands.

use std::path::Path;

use naskah::diag::Problems;
use naskah::pipeline;
use naskah::source::SourceMap;
use serde_json::Value;

use crate::kit::desk::naskah;
use crate::kit::{files, fixture, root};

const NASKAH: &str = r#"
[daerah]
nama = "Kabupaten Contoh"
ibu_kota = "Contoh"

[instansi]
nama = "Sekretariat Daerah"
unit = "Bagian Tata Pemerintahan"

[periode]
tahun = 2024
triwulan = 4
"#;

const OPD: &str = r#"
[[opd]]
id = "dinsos"
nama = "Dinas Sosial"
urusan = ["sosial"]
"#;

const SURAT: &str = r#"
[surat-evaluasi]
penanda_tangan = "sekda"
tenggat = 2025-01-10
"#;

const PEJABAT: &str = r#"
[[pejabat]]
id = "sekda"
nama = "Contoh Pejabat"
jabatan = "Sekretaris Daerah"
"#;

fn workspace(capaian: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| files::write(&folder.path().join(path), text);
    write("naskah.toml", NASKAH);
    write("data/opd.toml", OPD);
    write("data/surat.toml", SURAT);
    write("data/pejabat.toml", PEJABAT);
    for (quarter, services) in capaian {
        let (tahun, triwulan) = quarter.split_once("-tw").unwrap();
        let text = format!("tahun = {tahun}\ntriwulan = {triwulan}\n{services}");
        write(&format!("data/capaian/{quarter}.toml"), &text);
    }
    folder
}

/// What a reader of a filled template sees: without the marks that keep data from being markup.
fn plain(text: &str) -> String {
    text.replace('\\', "")
}

/// The five services of the urusan, each with these keys.
fn five(keys: &str) -> String {
    (1..=5).map(|n| service(&format!("SOS-{n}"), keys)).collect()
}

fn service(kode: &str, keys: &str) -> String {
    format!("[[layanan]]\nkode = \"{kode}\"\nopd = \"dinsos\"\n{keys}\n")
}

const FULL: &str = "sasaran = 40\nterlayani = 40\npagu = 100\nrealisasi = 100\n\
    mutu = [{ nama = \"Sandang\", satuan = \"Orang\", dibutuhkan = 40, terpenuhi = 40 }]";

/// One service with these figures, and four that are nihil.
fn rest_nihil(first: &str) -> String {
    let rest = (2..=5).map(|n| service(&format!("SOS-{n}"), "sasaran = \"nihil\""));
    std::iter::once(service("SOS-1", first)).chain(rest).collect()
}

/// The filled text of the only letter, its body apart from its annex. Nothing is to be said
/// about its data.
fn letter(folder: &Path) -> (String, String) {
    let (body, annex, problems) = letter_with_problems(folder);
    assert!(problems.is_empty(), "{:?}", problems.sorted());
    (body, annex)
}

fn letter_with_problems(folder: &Path) -> (String, String, Problems) {
    let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
    let opened = pipeline::open(folder, &mut sources, &mut problems).unwrap();
    let names = ["surat-evaluasi".to_owned()];
    let jobs = pipeline::jobs(&opened, &names, &mut problems);
    assert_eq!(jobs.len(), 1);
    let filled = opened.fill(&jobs[0]).unwrap_or_else(|d| panic!("{d:?}"));
    opened.read(&jobs[0], &filled, &mut problems);
    let text = plain(&filled.text);
    let (body, annex) = text.split_once("CAPAIAN SPM").unwrap_or((&text, ""));
    (body.to_owned(), annex.to_owned(), problems)
}

/// No heading without something under it, no sentence that stops short.
fn reads_well(body: &str) {
    for bad in
        ["  .", " ,", "..", "none", "()", "Kondisi:* \n", "Rekomendasi:* \n", "tersebut"]
    {
        assert!(!body.contains(bad), "{bad:?} in {body}");
    }
}

#[test]
fn all_done() {
    let folder = workspace(&[("2024-tw4", &five(FULL))]);
    let (body, annex) = letter(folder.path());
    reads_well(&body);
    assert!(body.contains("**100,00%** (kategori **Tuntas Paripurna**)"), "{body}");
    assert!(body.contains("yaitu 5 (lima), telah mencapai indeks 100%"), "{body}");
    assert!(
        body.contains("Tidak ada temuan yang perlu segera ditindaklanjuti."),
        "{body}"
    );
    assert!(!body.contains("*Kondisi:") && !body.contains("paling lambat"), "{body}");
    assert!(!annex.contains("Temuan dan tindak lanjut"), "{annex}");
    assert!(!annex.contains("Perkembangan indeks"), "{annex}");
}

/// One service with items beyond their need and one below it.
const BEYOND: &str = "sasaran = 50\nterlayani = 61\npagu = 100\nrealisasi = 100\n\
    mutu = [{ nama = \"Sandang\", dibutuhkan = 40, terpenuhi = 52 }, \
    { nama = \"Pendamping\", dibutuhkan = 8, terpenuhi = 6 }, \
    { nama = \"Alat bantu\", dibutuhkan = 5, terpenuhi = 9 }]";

#[test]
fn the_letter_prints_the_items_as_the_index_used_them() {
    for (policy, items, mutu, index) in [
        ("kelebihan = \"batasi\"", ["100,00%", "75,00%", "100,00%"], "91,67%", "98,33%"),
        (
            "kelebihan = \"apa-adanya\"",
            ["130,00%", "75,00%", "180,00%"],
            "128,33%",
            "123,27%",
        ),
        (
            "kelebihan = \"apa-adanya\"\npembulatan = \"setiap-tingkat\"",
            ["130,00%", "75,00%", "180,00%"],
            "128,33%",
            "123,27%",
        ),
        (
            "kelebihan = \"apa-adanya\"\nrerata_mutu = \"rasio-jumlah\"",
            ["130,00%", "75,00%", "180,00%"],
            "126,42%",
            "122,88%",
        ),
    ] {
        let folder = workspace(&[("2024-tw4", &five(BEYOND))]);
        let naskah = format!("{NASKAH}\n[spm]\n{policy}\n");
        std::fs::write(folder.path().join("naskah.toml"), naskah).unwrap();
        let (_, annex, problems) = letter_with_problems(folder.path());
        assert!(!problems.has_errors(), "{:?}", problems.sorted());
        assert!(annex.contains(&format!("| {mutu} | {index} |")), "{policy}: {annex}");
        assert!(annex.contains(&format!("**{mutu}**")), "{policy}: {annex}");
        for (item, row) in items.iter().zip(["40 | 52", "8 | 6", "5 | 9"]) {
            assert!(annex.contains(&format!("{row} | {item} |")), "{policy}: {annex}");
        }
        let rekap = rekap_json(folder.path());
        let service = &rekap["urusan"][5]["layanan"][0];
        assert_eq!(service["mutu"], mutu.replace(',', ".").trim_end_matches('%'));
        for (item, printed) in service["mutu_item"].as_array().unwrap().iter().zip(items)
        {
            let plain = printed.replace(',', ".");
            assert_eq!(item["persen"], plain.trim_end_matches('%'), "{policy}");
        }
    }
}

fn rekap_json(folder: &Path) -> Value {
    let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
    let figures = pipeline::figures(folder, &mut sources, &mut problems).unwrap();
    let (_, review) = figures.review(None, &mut problems).unwrap();
    naskah::rekap_out::json(&review)
}

#[test]
fn nothing_reported() {
    // Another OPD's quarter is there, so that there is a quarter to report on.
    let other =
        "[[layanan]]\nkode = \"KES-1\"\nopd = \"dinkes\"\nsasaran = 1\nterlayani = 1\n";
    let folder = workspace(&[("2024-tw4", other)]);
    let opd = format!("{OPD}\n[[opd]]\nid = \"dinkes\"\nnama = \"Dinas Kesehatan\"\n");
    std::fs::write(folder.path().join("data/opd.toml"), opd).unwrap();
    let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
    let opened = pipeline::open(folder.path(), &mut sources, &mut problems).unwrap();
    let jobs = pipeline::jobs(&opened, &["surat-evaluasi".to_owned()], &mut problems);
    let job = jobs.iter().find(|j| j.subject == "dinsos").unwrap();
    let text = plain(&opened.fill(job).unwrap_or_else(|d| panic!("{d:?}")).text);
    let body = text.split("Lampiran Surat").next().unwrap();
    reads_well(body);
    assert!(
        body.contains("belum kami terima sehingga indeks belum dapat dihitung"),
        "{body}"
    );
    assert!(
        body.contains("Laporan yang ditunggu mencakup rehabilitasi sosial"),
        "{body}"
    );
    assert!(body.contains("Laporan capaian beserta data dukungnya"), "{body}");
    assert!(body.contains("paling lambat **Jumat, 10 Januari 2025**"), "{body}");
    assert!(!body.contains("*Kondisi:") && !body.contains("0,00%"), "{body}");
    assert!(text.contains("Belum dilaporkan |"), "{text}");
}

#[test]
fn an_unreported_service_that_counts_as_zero_is_told_in_the_letter() {
    let last: String =
        ["SOS-1", "SOS-2", "SOS-3", "SOS-4", "SOS-5"].map(|k| service(k, FULL)).concat();
    let now: String =
        ["SOS-1", "SOS-2", "SOS-3", "SOS-4"].map(|k| service(k, FULL)).concat();
    let blank = service("SOS-5", "");
    // No row and a blank row say the same.
    for now in [now.clone(), format!("{now}{blank}")] {
        let folder = workspace(&[("2023-tw4", &last), ("2024-tw4", &now)]);
        let (body, _) = letter(folder.path());
        reads_well(&body);
        assert!(body.contains("**80,00%**") && !body.contains("turun"), "{body}");
        assert!(
            body.contains(
                "Sebanyak 1 (satu) jenis pelayanan dasar yang belum dilaporkan dihitung 0% \
                 dalam indeks ini, sehingga indeks tidak dibandingkan dengan Triwulan IV \
                 Tahun 2023."
            ),
            "{body}"
        );
    }
}

#[test]
fn all_nihil() {
    let folder = workspace(&[("2024-tw4", &five("nihil = true"))]);
    let (body, annex) = letter(folder.path());
    reads_well(&body);
    assert!(
        body.contains("menyatakan seluruh pelayanan dasar yang diampu nihil"),
        "{body}"
    );
    assert!(body.contains("Tidak ada temuan"), "{body}");
    assert!(annex.contains("Orang | Nihil | Nihil | Nihil |"), "{annex}");
}

#[test]
fn what_the_opd_and_the_office_wrote() {
    let keys = "sasaran = 40\nterlayani = 20\npagu = 100\nrealisasi = 60\n\
        mutu = [{ nama = \"Sandang\", dibutuhkan = 40, terpenuhi = 40 }]\n\
        penyebab = [\"panti penuh\"]\nrekomendasi = [\"buka panti kedua\"]\n\
        tindak_lanjut = [\"Menyewa rumah singgah.\"]\n\
        pic = \"Kepala Bidang Rehabilitasi Sosial\"\ntenggat = 2025-02-03";
    let services = format!("{}{}", service("SOS-1", keys), service("SOS-2", FULL));
    let last = format!("{}{}", service("SOS-1", FULL), service("SOS-2", FULL));
    let folder = workspace(&[("2023-tw4", &last), ("2024-tw4", &services)]);
    let (body, annex) = letter(folder.path());
    reads_well(&body);
    // Three of five were not reported, now as a year ago: (60 + 100) / 5 after 200 / 5.
    assert!(
        body.contains("**32,00%** (kategori **Belum Tuntas**), turun 8,00 poin dari Triwulan IV Tahun 2023."),
        "{body}"
    );
    assert!(body.contains("baru terlayani 20 dari 40 orang (50,00%)."), "{body}");
    assert!(body.contains("*Penyebab menurut laporan:* Panti penuh."), "{body}");
    assert!(body.contains("*Rekomendasi:* Buka panti kedua."), "{body}");
    assert!(!body.contains("memetakan"), "{body}");
    assert!(body.contains(
        "*Rencana tindak lanjut yang perlu Saudara tuntaskan:* menyewa rumah singgah."
    ));
    assert!(
        body.contains("*Penanggung jawab:* Kepala Bidang Rehabilitasi Sosial; tenggat: 3 Februari 2025."),
        "{body}"
    );
    assert!(body.contains("Layanan yang belum dilaporkan adalah "), "{body}");
    assert!(annex.contains("| 100,00% | −40,00 |"), "{annex}");
}

#[test]
fn at_most_three_priorities_and_all_in_the_annex() {
    let example = fixture("kutai-timur");
    let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
    let opened = pipeline::open(&example, &mut sources, &mut problems).unwrap();
    let jobs = pipeline::jobs(&opened, &["surat-evaluasi".to_owned()], &mut problems);
    assert_eq!(jobs.len(), 6);
    for job in &jobs {
        let text = plain(&opened.fill(job).unwrap_or_else(|d| panic!("{d:?}")).text);
        let (body, annex) = text.split_once("CAPAIAN SPM").unwrap();
        reads_well(body);
        let count = body.matches("*Kondisi:* ").count();
        assert!((1..=3).contains(&count), "{}: {count}", job.subject);
        assert_eq!(body.matches("*Rekomendasi:* ").count(), count);
        assert_eq!(body.matches("*Penanggung jawab:* ").count(), count);
        // The day of the report on them all stands once.
        assert_eq!(body.matches("paling lambat **").count(), 1, "{body}");
        assert!(annex.contains("Perkembangan indeks"));
        if job.subject == "dinkes" {
            // The mistake of the figures comes before the largest gap.
            assert!(
                body.contains("1. **Pelayanan kesehatan penderita hipertensi**"),
                "{body}"
            );
            assert!(
                body.contains("berkurang dari 39.410 orang pada Triwulan III"),
                "{body}"
            );
        }
    }
}

#[test]
fn findings_in_the_output_of_rekap() {
    let example = fixture("kutai-timur");
    let run = |args: &[&str]| {
        let output =
            naskah("id", root()).arg("rekap").arg(&example).args(args).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let json: Value = serde_json::from_str(&run(&["--output", "json"])).unwrap();
    let all = json["temuan"].as_array().unwrap();
    assert_eq!(all[0]["kode"], "T-TURUN-TERLAYANI");
    assert_eq!(all[0]["tingkat"], "galat");
    assert_eq!(all[0]["layanan"], "KES-8");
    assert_eq!(all[0]["opd"], "dinkes");
    let services = json["urusan"].as_array().unwrap().iter();
    let of_services: usize = services
        .flat_map(|u| u["layanan"].as_array().unwrap())
        .map(|l| l["temuan"].as_array().unwrap().len())
        .sum();
    let with_service = all.iter().filter(|t| !t["layanan"].is_null()).count();
    assert_eq!(of_services, with_service);
    let table = run(&[]);
    assert!(table.contains(&format!("Temuan: {}", all.len())), "{table}");
    assert!(table.contains("Perlu pembetulan   KES-8"), "{table}");
    // Without earlier quarters there is nothing to have fallen.
    let first: Value =
        serde_json::from_str(&run(&["--output", "json", "--periode", "2024-tw1"]))
            .unwrap();
    let first = first["temuan"].as_array().unwrap();
    assert!(!first.is_empty());
    assert!(first.iter().all(|t| !t["kode"].as_str().unwrap().starts_with("T-TURUN")));
}

/// Before the year ends a letter leads with the distance to the path; the category is that of
/// the year, and what grows by nature is not praised for growing.
#[test]
fn a_quarter_is_judged_against_its_path() {
    let of = |served: u32| {
        format!(
            "sasaran = 400\nterlayani = {served}\npagu = 100\nrealisasi = {}\n\
            mutu = [{{ nama = \"Sandang\", dibutuhkan = 400, terpenuhi = {served} }}]",
            served / 4
        )
    };
    for (quarter, served, said) in [
        (1, 104, "indeksnya 26,00%, yaitu **1,00 poin di atas jalur target 25,00%**"),
        (2, 200, "indeksnya 50,00%, yaitu **tepat pada jalur target 50,00%**"),
        (3, 290, "indeksnya 72,50%, yaitu **2,50 poin di bawah jalur target 75,00%**"),
    ] {
        let before = five(&of(10));
        let now = five(&of(served));
        let name = format!("2024-tw{quarter}");
        let mut quarters = vec![(&name[..], &now[..])];
        if quarter > 1 {
            quarters.push(("2024-tw1", &before));
        }
        let folder = workspace(&quarters);
        let naskah = NASKAH.replace("triwulan = 4", &format!("triwulan = {quarter}"));
        std::fs::write(folder.path().join("naskah.toml"), naskah).unwrap();
        let (body, annex, problems) = letter_with_problems(folder.path());
        assert!(!problems.has_errors(), "{:?}", problems.sorted());
        reads_well(&body);
        assert!(body.contains(said), "{said}: {body}");
        for word in ["Tuntas", "naik ", "turun "] {
            assert!(!body.contains(word), "{word}: {body}");
        }
        assert!(body.contains("Kategori capaian ditetapkan dari hasil setahun penuh"));
        assert!(annex.contains("Jarak Indeks ke Jalur (poin)"), "{annex}");
        assert!(!annex.contains("Belum Tuntas"), "{annex}");
    }
}

/// Letter and annex count the same services with findings.
#[test]
fn letter_and_annex_count_the_same_findings() {
    let opened = crate::kit::opened::try_open(&fixture("kutai-timur")).unwrap();
    let mut problems = Problems::default();
    let names = ["surat-evaluasi".to_owned()];
    for job in pipeline::jobs(&opened, &names, &mut problems) {
        let text = plain(&opened.fill(&job).unwrap_or_else(|d| panic!("{d:?}")).text);
        let (body, annex) = text.split_once("CAPAIAN SPM").unwrap();
        let table = annex.split("Temuan dan tindak lanjut").nth(1).unwrap();
        let table = table.split("\n:::").next().unwrap();
        let rows =
            table.lines().filter(|l| l.starts_with("| ") && !l.contains("No |")).count();
        let numbered = format!("temuan pada {rows} (");
        let shown = body.matches("*Kondisi:* ").count();
        assert!(
            body.contains(&numbered) || (rows == 1 && shown == 1),
            "{}: {rows}: {body}",
            job.subject
        );
    }
}

/// Edge figures of a whole office, and the sentence its head reads about them.
#[test]
fn edge_figures_of_an_office_and_its_sentence() {
    let of = |sasaran: u32, served: u32| {
        format!(
            "sasaran = {sasaran}\nterlayani = {served}\npagu = 0\nrealisasi = 0\n\
            mutu = [{{ nama = \"Sandang\", dibutuhkan = 40, terpenuhi = {} }}]",
            if served == 0 { 0 } else { 40 }
        )
    };
    let nihil = five("sasaran = \"nihil\"");
    let table: [(u8, String, &[&str], &[&str]); 9] = [
        (
            4,
            five(&of(3, 0)),
            &[
                "Sampai akhir tahun belum ada capaian yang tercatat pada pelayanan dasar yang \
               diampu Dinas Sosial sehingga indeksnya **0,00%** (kategori **Belum Tuntas**).",
                "Agar melayani 3 orang itu pada Triwulan I Tahun 2025",
            ],
            &["adalah **0,00%**", "belum ada yang indeksnya", "menurut kecamatan"],
        ),
        (
            3,
            five(&of(40, 0)),
            &[
                "belum ada capaian yang tercatat pada pelayanan dasar yang diampu Dinas Sosial \
               sehingga indeksnya **0,00%**, sedangkan jalur target pelayanan yang tidak \
               bergantung pada kejadian **75,00%** untuk triwulan ini.",
            ],
            &["poin di bawah", "belum ada yang mencapai jalur"],
        ),
        (
            4,
            rest_nihil(&of(1, 1)),
            &[
                "Pelayanan dasar yang dinilai, yaitu rehabilitasi sosial dasar penyandang \
               disabilitas telantar di luar panti, telah mencapai indeks 100%.",
            ],
            &["yaitu 1 (satu)", "Dari 1 (satu)"],
        ),
        (
            4,
            rest_nihil(&of(2, 1)),
            &["Agar menelusuri penyebab 1 orang belum terlayani"],
            &["Dari 1 (satu)", "memetakan", "menyusun daftar"],
        ),
        (
            2,
            rest_nihil(&of(4, 1)),
            &[
                "Agar melayani 3 orang yang belum terlayani paling lambat Desember.",
                "Terlayani 1 dari 4 orang (25,00%), sedangkan jalur target triwulan ini 50,00%.",
            ],
            &["Dari 1 (satu)", "diperkirakan", "per bulan"],
        ),
        (
            4,
            nihil,
            &[
                "menyatakan seluruh pelayanan dasar yang diampu nihil",
                "Kami mohon Saudara menyimpan dasar pernyataan nihil dengan tertib",
            ],
            &["mempertahankan capaian"],
        ),
        (
            4,
            five(FULL).replace("terlayani = 40", "terlayani = 55"),
            &["Terlayani 55 orang, lebih banyak daripada sasaran 40 orang."],
            &["137"],
        ),
        (
            4,
            five(FULL).replace("pagu = 100", "pagu = 0"),
            &["Realisasi anggaran Rp100 tercatat, padahal pagunya Rp0."],
            &["tanpa pagu"],
        ),
        (
            1,
            five(FULL).replace("terlayani = 40\np", "terlayani = 0\np"),
            &[
                "Anggaran sudah dibelanjakan Rp100 (100,00% dari pagu) tanpa penerima yang \
               tercatat.",
            ],
            &["baru 0,00%", "terlayani 0 "],
        ),
    ];
    for (quarter, services, said, never) in table {
        let folder = workspace(&[(&format!("2024-tw{quarter}"), &services)]);
        let naskah = NASKAH.replace("triwulan = 4", &format!("triwulan = {quarter}"));
        std::fs::write(folder.path().join("naskah.toml"), naskah).unwrap();
        let (body, ..) = letter_with_problems(folder.path());
        reads_well(&body);
        for sentence in said {
            assert!(body.contains(sentence), "{sentence}\n{body}");
        }
        for sentence in never {
            assert!(!body.contains(sentence), "{sentence}\n{body}");
        }
    }
}

/// Where what is above 100% counts as it is, no sentence says that an index of 117% has reached
/// 100%, nor that one of exactly 100% is above it.
#[test]
fn an_index_above_hundred_is_said_to_be_above() {
    let many = |served: u32| {
        five(FULL).replace("terlayani = 40\np", &format!("terlayani = {served}\np"))
    };
    let one = |served: u32| {
        rest_nihil(&format!(
            "sasaran = 40\nterlayani = {served}\n\
        mutu = [{{ nama = \"Sandang\", dibutuhkan = 40, terpenuhi = 40 }}]"
        ))
    };
    let as_it_is = "\n[spm]\nkelebihan = \"apa-adanya\"\n";
    for (services, policy, said, never) in [
        (many(40), as_it_is, "telah mencapai indeks 100%.", "atau lebih"),
        (many(41), as_it_is, "telah mencapai indeks 100% atau lebih.", "telah melampaui"),
        (many(41), "", "telah mencapai indeks 100%.", "atau lebih"),
        (many(39), as_it_is, "belum ada yang indeksnya 100%", "telah mencapai indeks"),
        (one(40), as_it_is, "telah mencapai indeks 100%.", "telah melampaui"),
        (one(48), as_it_is, "telah melampaui indeks 100%.", "telah mencapai"),
        (one(48), "", "telah mencapai indeks 100%.", "telah melampaui"),
    ] {
        let folder = workspace(&[("2024-tw4", &services)]);
        let naskah = format!("{NASKAH}{policy}");
        std::fs::write(folder.path().join("naskah.toml"), naskah).unwrap();
        let (body, ..) = letter_with_problems(folder.path());
        reads_well(&body);
        assert!(body.contains(said), "{said}\n{body}");
        assert!(!body.contains(never), "{never}\n{body}");
    }
}

/// Problem and cause are told beside each other, in the letter and in its annex, and a service
/// has one distance to its path.
#[test]
fn problem_and_cause_and_one_distance() {
    let own = "sasaran = 400\nterlayani = 100\npagu = 100\nrealisasi = 40\n\
        permasalahan = [\"Pendamping sosial hanya dua orang\"]\n\
        penyebab = [\"Formasi tidak terisi sejak 2022\"]\n\
        mutu = [{ nama = \"Sandang\", dibutuhkan = 400, terpenuhi = 300 }]";
    let folder = workspace(&[("2024-tw2", &five(own))]);
    let naskah = NASKAH.replace("triwulan = 4", "triwulan = 2");
    std::fs::write(folder.path().join("naskah.toml"), naskah).unwrap();
    let (body, annex, _) = letter_with_problems(folder.path());
    for said in [
        "*Permasalahan menurut laporan:* Pendamping sosial hanya dua orang.",
        "*Penyebab menurut laporan:* Formasi tidak terisi sejak 2022.",
    ] {
        assert!(body.contains(said), "{said}\n{body}");
    }
    let both =
        "Pendamping sosial hanya dua orang. Penyebab: formasi tidak terisi sejak 2022.";
    assert!(annex.contains(both), "{annex}");
    // 0,8 x 25 + 0,2 x 75 = 35, fifteen points below the path; people are not measured again.
    assert!(annex.contains("\u{2212}15,00"), "{annex}");
    assert!(!body.contains("25,00 poin"), "{body}");
}
