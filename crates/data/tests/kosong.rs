//! What says that there is nothing is read alike wherever it stands, and a list takes the headings
//! of its fields wherever they are declared.

#![allow(clippy::unwrap_used)]

use base::diag::Problems;
use base::source::SourceMap;
use field::spm::{LayananCapaian, Reported};
use naskah_data::files::Memory;
use naskah_data::workspace::{self, Workspace};

const NASKAH: &str = "[daerah]\nnama = \"Kabupaten Contoh\"\nibu_kota = \"Contoh\"\n\
                      [instansi]\nnama = \"Sekretariat Daerah\"\n";
const RAKOR: &str =
    "[rakor]\nnama = \"Rakor\"\ntanggal = 2024-12-09\ntempat = \"Aula\"\n";

fn read(files: &[(&str, &str)]) -> (Workspace, Vec<&'static str>) {
    let memory = Memory::new();
    memory.put("naskah.toml", NASKAH.as_bytes());
    memory.put("data/rakor.toml", RAKOR.as_bytes());
    for (path, text) in files {
        memory.put(*path, text.as_bytes());
    }
    let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
    let workspace = workspace::load(memory, &mut sources, &mut problems).unwrap();
    (workspace, problems.iter().map(|d| d.problem.code()).collect())
}

fn service(workspace: &Workspace) -> &LayananCapaian {
    &workspace.capaian.values().next().unwrap()[0].value
}

fn of_toml(value: &str) -> Reported<Vec<String>> {
    let text = format!(
        "tahun = 2024\ntriwulan = 4\n[[layanan]]\nkode = \"KES-1\"\nopd = \"dinkes\"\n\
         permasalahan = {value}\n"
    );
    let (workspace, codes) = read(&[("data/capaian/2024-tw4.toml", &text)]);
    assert!(codes.is_empty(), "{value}: {codes:?}");
    service(&workspace).permasalahan.clone()
}

fn of_csv(cell: &str) -> Reported<Vec<String>> {
    let text = format!("kode;opd;kendala\nKES-1;dinkes;{cell}\n");
    let (workspace, codes) = read(&[("data/capaian/2024-tw4.csv", &text)]);
    assert!(codes.is_empty(), "{cell}: {codes:?}");
    service(&workspace).permasalahan.clone()
}

#[test]
fn nothing_to_tell_is_one_thing_in_toml_and_in_sheets() {
    for text in
        ["nihil", "Nihil.", "(NIHIL)", "-", "–", "tidak ada", "Tidak ada permasalahan."]
    {
        assert_eq!(of_toml(&format!("[\"{text}\"]")), Reported::Nihil, "{text}");
        assert_eq!(of_toml(&format!("\"{text}\"")), Reported::Nihil, "{text}");
        assert_eq!(of_csv(text), Reported::Nihil, "{text}");
    }
    assert_eq!(of_toml("[]"), Reported::Nihil);
    assert_eq!(of_csv(""), Reported::Missing);
    let told = "Tidak ada bidan di Busang";
    assert_eq!(
        of_toml(&format!("[\"{told}\", \"-\"]")),
        Reported::Value(vec![told.to_owned()])
    );
    assert_eq!(
        of_csv(&format!("{told} | nihil")),
        Reported::Value(vec![told.to_owned()])
    );
}

#[test]
fn a_target_may_be_nihil_by_word_and_by_flag() {
    let head =
        "tahun = 2024\ntriwulan = 4\n[[layanan]]\nkode = \"KES-1\"\nopd = \"dinkes\"\n";
    for line in
        ["nihil = true", "sasaran = \"nihil\"", "nihil = true\nsasaran = \"Nihil\""]
    {
        let text = format!("{head}{line}\n");
        let (workspace, codes) = read(&[("data/capaian/2024-tw4.toml", &text)]);
        assert!(codes.is_empty(), "{line}: {codes:?}");
        assert_eq!(service(&workspace).sasaran, Reported::Nihil, "{line}");
    }
    let text = format!("{head}sasaran = 0\nterlayani = 0\n");
    let (workspace, _) = read(&[("data/capaian/2024-tw4.toml", &text)]);
    assert_eq!(service(&workspace).sasaran, Reported::Value(0));
}

#[test]
fn participants_take_the_headings_that_officials_take() {
    for heading in
        ["Gol", "Pangkat/Gol", "Gol. Ruang", "Pangkat / Gol. Ruang", "Golongan"]
    {
        let text =
            format!("No;Nama Lengkap;{heading};L/P\n1;Tarwanto;Penata (III/c);L\n");
        let (workspace, codes) = read(&[("data/peserta.csv", &text)]);
        assert!(codes.is_empty(), "{heading}: {codes:?}");
        let people = &workspace.rakor.as_ref().unwrap().peserta;
        assert_eq!(people[0].golongan, "III/c".parse().ok(), "{heading}");
        let text = format!("id;Nama;Jabatan;{heading}\nsekda;Tarwanto;Sekda;III/c\n");
        let (workspace, codes) = read(&[("data/pejabat.csv", &text)]);
        assert!(codes.is_empty(), "{heading}: {codes:?}");
        assert_eq!(workspace.pejabat[0].golongan, "III/c".parse().ok(), "{heading}");
    }
}

/// Lists of sentences and short texts of every table, whoever reads them.
#[test]
fn what_says_that_there_is_none_is_not_printed() {
    for none in ["nihil", "Nihil.", "-", "\u{2013}", "tidak ada", "N/A", "Tidak ada."] {
        let hasil = format!(
            "hambatan = [\"{none}\"]\nsaran = \"{none}\"\nsimpulan = [\"{none}\", \"Cukup\"]\n\
             keputusan = [\"Lanjut\"]\n[notula]\npenutup = [\"{none}\"]\nketua = \"{none}\"\n\
             [[kesepakatan]]\nisi = \"Lengkapi data\"\npic = \"{none}\"\nopd = \"{none}\"\n"
        );
        let surat = format!(
            "[undangan]\nlampiran = \"{none}\"\nyth = \"{none}\"\ntembusan = [\"{none}\", \"Camat\"]\n"
        );
        let peserta = format!("nama;instansi;jabatan\nBudi;{none};{none}\n");
        let (workspace, codes) = read(&[
            ("data/hasil.toml", &hasil),
            ("data/surat.toml", &surat),
            ("data/peserta.csv", &peserta),
        ]);
        assert!(codes.is_empty(), "{none}: {codes:?}");
        let hasil = workspace.hasil.as_ref().unwrap();
        assert!(hasil.hambatan.is_empty() && hasil.saran.is_empty(), "{none}");
        assert!(hasil.notula.penutup.is_empty() && hasil.notula.ketua.is_none());
        assert_eq!(hasil.simpulan, ["Cukup"]);
        let agreed = &hasil.kesepakatan[0];
        assert!(agreed.pic.is_none() && agreed.opd.is_none(), "{none}");
        // Where it stands is told of what is read.
        let place = |text: &str| workspace.surat[0].written.field(text).item(0).span();
        assert_ne!(place("tembusan"), place("lampiran"));
        let surat = &workspace.surat[0];
        assert_eq!((surat.lampiran.as_deref(), surat.yth.as_ref()), (Some(none), None));
        assert_eq!(surat.tembusan, ["Camat"]);
        let guest = &workspace.rakor.as_ref().unwrap().peserta[0];
        assert!(guest.instansi.is_none() && guest.jabatan.is_none(), "{none}");
    }
}

/// Room that is left for somebody is told where a paper is final, so it is not dropped.
#[test]
fn room_that_is_left_stays() {
    let hasil = "saran = [\"……\"]\n[notula]\nketua = \"......\"\nsekretaris = \"____\"\n";
    let (workspace, _) = read(&[("data/hasil.toml", hasil)]);
    let hasil = workspace.hasil.as_ref().unwrap();
    let notula = &hasil.notula;
    assert_eq!(hasil.saran, ["……"]);
    assert!(notula.ketua.is_some() && notula.sekretaris.is_some());
}
