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
