//! Several programs at one folder, and files that are not what they seem: nothing is lost and
//! nothing waits for ever.

#[cfg(unix)]
mod bunuh;

use std::process::{Child, Stdio};

use crate::kit::{Desk, tree};
use serde_json::Value;

fn desk() -> Desk {
    let desk = Desk::with_example("kutai-timur");
    let _ = std::fs::remove_dir_all(desk.path("kerja/keluaran"));
    desk
}

fn start(desk: &Desk, args: &[&str]) -> Child {
    let mut command = desk.command(args);
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

fn listed(desk: &Desk) -> Vec<String> {
    let manifest: Value =
        serde_json::from_str(&desk.read("kerja/keluaran/manifest.json")).unwrap();
    let entries = manifest["berkas"].as_array().unwrap().iter();
    entries.map(|entry| entry["path"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn builds_into_one_folder_lose_no_entries() {
    let desk = desk();
    let templates = ["agenda", "notula", "kak", "nota-dinas"];
    let builds: Vec<Child> =
        templates.iter().map(|name| start(&desk, &["build", "kerja", name])).collect();
    for mut build in builds {
        assert!(build.wait().unwrap().success());
    }
    let files: Vec<String> = tree(&desk.path("kerja/keluaran"))
        .into_keys()
        .filter(|path| path.contains(".pdf") || path.contains(".docx"))
        .collect();
    assert_eq!(listed(&desk), files);
    assert!(files.len() >= 2 * templates.len());
}

#[test]
fn imports_of_several_offices_all_arrive() {
    let desk = desk();
    let quarter = "kerja/data/capaian/2024-tw4.toml";
    std::fs::remove_file(desk.path(quarter)).unwrap();
    let offices = [("KES-1", "a"), ("PEND-1", "b"), ("PU-1", "c"), ("SOS-1", "d")];
    for (kode, name) in offices {
        let rows = format!("Kode,Sasaran,Terlayani\n{kode},1000,900\n");
        desk.write(&format!("{name}.csv"), &rows);
    }
    let imports: Vec<Child> = offices
        .iter()
        .map(|(_, name)| {
            let file = format!("{name}.csv");
            let args = ["import", &file, "--into", "kerja", "--ya", "--periode"];
            start(&desk, &[&args[..], &["2024-tw4"]].concat())
        })
        .collect();
    let ended: Vec<bool> =
        imports.into_iter().map(|mut import| import.wait().unwrap().success()).collect();
    let data = desk.read(quarter);
    for ((kode, _), well) in offices.iter().zip(ended) {
        assert!(well, "{kode} was refused");
        assert!(data.contains(&format!("kode = \"{kode}\"")), "{kode} is gone:\n{data}");
    }
}

#[test]
fn a_damaged_manifest_is_kept_and_told() {
    let desk = desk();
    desk.run(&["build", "kerja", "agenda"]).code(0);
    let manifest = "kerja/keluaran/manifest.json";
    let half = desk.read(manifest);
    let half = &half[..half.len() / 2];
    desk.write(manifest, half);
    let ran = desk.run(&["build", "kerja", "agenda"]).code(0);
    assert!(ran.stderr().contains("NSK0810"), "{}", ran.stderr());
    assert_eq!(desk.read("kerja/keluaran/manifest.json.rusak-1"), half);
    assert_eq!(listed(&desk).len(), 2);
}

#[test]
fn a_damaged_record_is_not_counted_as_printed() {
    let desk = desk();
    desk.run(&["build", "kerja", "agenda", "kak"]).code(0);
    let records = tree(&desk.path("kerja/keluaran/.naskah/isi"));
    let first = records.keys().find(|path| path.contains(".txt")).unwrap();
    desk.write(&format!("kerja/keluaran/.naskah/isi/{first}"), "rusak");
    let ran = desk.run(&["beda", "kerja", "--cetak"]).code(0);
    assert!(ran.stdout().contains("1 naskah dicatat"), "{}", ran.stdout());
    assert!(ran.stderr().contains("NSK0811"), "{}", ran.stderr());
}

#[test]
fn a_workspace_that_was_cut_off_is_made_again() {
    let desk = Desk::new();
    desk.run(&["init", "utuh", "--contoh", "mahakam-ulu"]).code(0);
    desk.write("kerja/.baru.naskah", "");
    desk.write("kerja/data/rakor.toml", "");
    desk.write("kerja/data/.naskah-x1", "half");
    desk.run(&["init", "kerja", "--contoh", "mahakam-ulu"]).code(0);
    assert_eq!(tree(&desk.path("kerja")), tree(&desk.path("utuh")));
    // What has its settings is whole, whatever mark is still there.
    desk.write("kerja/.baru.naskah", "");
    desk.run(&["init", "kerja", "--contoh", "mahakam-ulu"]).code(1);
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;
    use std::process::Command;

    #[test]
    fn pipes_and_devices_are_told_and_not_read() {
        let desk = desk();
        let pipe = desk.path("kerja/data/pipa.csv");
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        symlink("/dev/zero", desk.path("kerja/data/nol.csv")).unwrap();
        // A name from another system, which is no text here.
        let other = std::ffi::OsStr::from_bytes(b"pesert\xe1.csv");
        std::fs::write(desk.path("kerja/data").join(other), "nama\nAni\n").unwrap();
        // It calls itself an ordinary file, and whoever reads it waits.
        symlink("/proc/kmsg", desk.path("kerja/data/inti.csv")).unwrap();
        let told = desk.run(&["check", "kerja"]).code(3).stderr();
        for name in ["data/pipa.csv", "data/nol.csv"] {
            let wanted = format!("`{name}` tidak dapat dibaca: bukan berkas biasa");
            assert!(told.contains(&wanted), "{told}");
        }
        assert!(told.contains("`data/inti.csv`"), "{told}");
        assert!(
            told.contains("`data/pesert\u{fffd}.csv` tidak dapat dibaca: nama"),
            "{told}"
        );
    }

    /// Two of them in one folder are soon without number.
    #[test]
    fn links_to_folders_around_them_are_told_and_not_followed() {
        let desk = desk();
        std::fs::create_dir_all(desk.path("kerja/templates")).unwrap();
        for (name, to) in [("diri", "."), ("atas", ".."), ("kerja", "../../kerja")] {
            symlink(to, desk.path(&format!("kerja/templates/{name}"))).unwrap();
        }
        let told = desk.run(&["check", "kerja"]).code(3).stderr();
        for name in ["diri", "atas", "kerja"] {
            assert!(told.contains(&format!("`templates/{name}`")), "{told}");
        }
    }

    /// What was meant as data, and would be passed over as if it were not there.
    #[test]
    fn folders_and_links_in_the_place_of_files_are_told() {
        for (path, link) in [
            ("data/peserta.csv", None),
            ("data/surat.toml", None),
            ("data/capaian/2025-tw2.toml", None),
            ("aset/huruf/Asing.ttf", None),
            ("templates/undangan/isi.md", None),
            ("catalog/ubah.toml", Some("..")),
            ("data", Some("/tidak/ada")),
            ("data/nomor.toml", Some("/tidak/ada/nomor.toml")),
            ("data/capaian", Some("/tidak/ada")),
            ("templates", Some("/tidak/ada")),
            ("templates/undangan", Some("/tidak/ada")),
            ("panduan", Some("panduan")),
        ] {
            let desk = desk();
            let place = desk.path(&format!("kerja/{path}"));
            if place.is_dir() {
                std::fs::remove_dir_all(&place).unwrap();
            } else if place.exists() {
                std::fs::remove_file(&place).unwrap();
            }
            std::fs::create_dir_all(place.parent().unwrap()).unwrap();
            match link {
                Some(to) => symlink(to, &place).unwrap(),
                None => std::fs::create_dir(&place).unwrap(),
            }
            let told = desk.run(&["check", "kerja"]).code(3).stderr();
            let wanted = format!("`{path}` tidak dapat dibaca: ");
            assert_eq!(told.matches(&wanted).count(), 1, "{path}: {told}");
        }
    }

    #[test]
    fn a_screen_that_is_full_is_no_success() {
        let desk = desk();
        for typed in [&["rekap", "kerja", "--output", "csv"][..], &["--help"]] {
            let full = std::fs::File::options().write(true).open("/dev/full");
            // Only Linux has such a device.
            let Ok(full) = full else { return };
            let ran = desk.command(typed).stdout(full).output().unwrap();
            assert_eq!(ran.status.code(), Some(3), "{typed:?}");
            assert!(String::from_utf8_lossy(&ran.stderr).contains("NSK0802"));
        }
    }

    #[test]
    fn a_register_behind_a_link_stays_one_register() {
        let desk = desk();
        let (one, shared) = ("kerja/data/nomor.toml", desk.path("bersama.toml"));
        std::fs::write(&shared, "").unwrap();
        symlink(&shared, desk.path(one)).unwrap();
        desk.run(&["nomor", "ambil", "undangan", "dinkes", "kerja"]).code(0);
        assert!(desk.path(one).is_symlink());
        let there = std::fs::read_to_string(&shared).unwrap();
        assert!(there.contains("subjek = \"dinkes\""), "{there}");
    }

    #[test]
    fn what_a_killed_run_left_is_cleaned_by_the_next() {
        let desk = desk();
        desk.run(&["build", "kerja", "agenda"]).code(0);
        let left = desk.path("kerja/keluaran/agenda/.naskah-x1");
        std::fs::write(&left, "half").unwrap();
        desk.run(&["build", "kerja", "agenda"]).code(0);
        assert!(!left.exists());
    }
}
