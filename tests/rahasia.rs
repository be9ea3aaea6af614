//! A NIK never leaves `data/`: no paper, list, record, worksheet or message of any command holds
//! one, also when its key or its digits were mistyped.

use std::path::Path;

use crate::kit::{Desk, package, tree};

/// Signs of a person, and what a hand makes of them.
const NIK: &str = "6408021234567801";

/// Every command that reads a workspace, in the form people use and as JSON.
const COMMANDS: [&[&str]; 14] = [
    &["check", "kerja"],
    &["check", "kerja", "--output", "json"],
    &["build", "kerja", "surat-evaluasi", "--out", "keluar"],
    &["build", "kerja", "undangan", "--out", "keluar", "--output", "json"],
    &["beda", "kerja", "--out", "keluar"],
    &["beda", "kerja", "--out", "keluar", "--output", "json"],
    &["rekap", "kerja", "--output", "json"],
    &["rekap", "kerja", "--output", "csv"],
    &["nomor", "daftar", "kerja"],
    &["nomor", "ambil", "kerja", "--semua"],
    &["lembar-kerja", "kerja", "--out", "lembar"],
    &["fields", "surat-evaluasi", "--dir", "kerja"],
    &["import", "lembar", "--dir", "kerja"],
    &["import", "lembar", "--dir", "kerja", "--output", "json"],
];

/// A desk with a signer whose NIK is known.
fn desk() -> Desk {
    let desk = Desk::with_fixture("kutai-timur");
    let name = "nama = \"Bambang Suryanata\"\n";
    let with_nik = format!("{name}nik = \"{NIK}\"\n");
    desk.replace("kerja/data/pejabat.toml", name, &with_nik);
    desk
}

/// Runs every command and looks for the digits in all that it says and writes.
#[track_caller]
fn nowhere(desk: &Desk, digits: &str) {
    for arguments in COMMANDS {
        let output = desk.command(arguments).output().unwrap();
        assert_ne!(output.status.code(), Some(2), "no such command: {arguments:?}");
        for said in [output.stdout, output.stderr] {
            let text = String::from_utf8_lossy(&said);
            assert!(!holds(&said, digits), "{arguments:?}: {text}");
        }
    }
    for (name, bytes) in tree(desk.folder()) {
        if name.starts_with("kerja/data/pejabat")
            || name.starts_with("kerja/data/peserta")
        {
            continue;
        }
        let inside = package_of(&desk.path(&name), &bytes);
        assert!(!holds(&inside, digits), "{name}");
    }
}

/// All bytes of a file, unpacked where it is a package.
fn package_of(path: &Path, bytes: &[u8]) -> Vec<u8> {
    let packed = path.extension().is_some_and(|ext| ext == "docx" || ext == "xlsx");
    if packed {
        package::parts(bytes).into_iter().flat_map(|(_, part)| part).collect()
    } else {
        bytes.to_vec()
    }
}

/// Whether the digits stand somewhere, also with signs between them.
fn holds(bytes: &[u8], digits: &str) -> bool {
    let kept: Vec<u8> =
        bytes.iter().copied().filter(|b| !matches!(b, b' ' | b'.' | b'-')).collect();
    kept.windows(digits.len()).any(|window| window == digits.as_bytes())
}

#[test]
fn the_nik_of_a_signer_stays() {
    nowhere(&desk(), NIK);
}

#[test]
fn under_a_mistyped_key_it_stays() {
    let desk = desk();
    // All of them at once, each with digits of its own.
    let keys = ["nikk", "n_i_k", "id_card", "\"Nomor Induk Kependudukan\""];
    let lines = keys.iter().enumerate();
    let lines: Vec<_> = lines.map(|(n, key)| format!("{key} = \"{NIK}{n}\"")).collect();
    desk.replace(
        "kerja/data/pejabat.toml",
        &format!("nik = \"{NIK}\""),
        &lines.join("\n"),
    );
    nowhere(&desk, NIK);
}

#[test]
fn in_the_place_of_a_nip_it_stays() {
    let desk = desk();
    let nip = "nip = \"19670412 199203 1 004\"";
    desk.replace("kerja/data/pejabat.toml", nip, &format!("nip = \"{NIK}\""));
    let list = format!("nama;nip;instansi\nAni Contoh;{NIK};Dinas Contoh\n");
    desk.write("kerja/data/peserta.csv", &list);
    nowhere(&desk, NIK);
}
#[test]
fn mistyped_itself_it_stays() {
    for wrong in ["64080212345678019", "640802123456780", "6408 0212 3456 78O1"] {
        let desk = desk();
        desk.replace("kerja/data/pejabat.toml", NIK, wrong);
        let digits: String =
            wrong.chars().filter(char::is_ascii_digit).take(10).collect();
        nowhere(&desk, &digits);
    }
}

#[test]
fn in_a_list_it_stays() {
    for head in ["nikk", "Nomor Induk Kependudukan"] {
        let desk = desk();
        let list = format!("nama;instansi;{head}\nAni Contoh;Dinas Contoh;{NIK}\n");
        desk.write("kerja/data/peserta.csv", &list);
        nowhere(&desk, NIK);
    }
}
