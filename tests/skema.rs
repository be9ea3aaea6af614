//! The schemas as an editor of TOML uses them: Tombi finds what is wrong while it is typed, and
//! nothing in what is right.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::juri;
use crate::kit::Desk;
use crate::kit::files;

/// The files below a folder that say by which schema they are looked at.
fn with_schema(folder: &Path) -> Vec<PathBuf> {
    let named = |bytes: &[u8]| bytes.starts_with(b"#:schema ");
    let files = files::tree(folder).into_iter().filter(|(_, bytes)| named(bytes));
    files.map(|(name, _)| folder.join(name)).collect()
}

/// What Tombi says: `file:line: what` for each thing that is wrong.
fn linted(desk: &Desk, folder: &str) -> Vec<String> {
    let files = with_schema(&desk.path(folder));
    assert!(!files.is_empty(), "no file of {folder} names a schema");
    let told = desk.path("tombi.json");
    let ran = Command::new(juri::tombi())
        .current_dir(desk.path(folder))
        .args(["lint", "--offline", "--no-cache", "--diagnostics-format", "json-lines"])
        .arg("--diagnostics-file")
        .arg(&told)
        .args(&files)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&ran.stderr);
    let told = std::fs::read_to_string(&told).unwrap_or_default();
    let told: Vec<String> = told.lines().map(str::to_owned).collect();
    assert_eq!(ran.status.success(), told.is_empty(), "{said}");
    told
}

/// Which schema a file of a workspace is looked at by.
fn schema_of(file: &Path) -> Option<String> {
    let text = file.to_str()?;
    let stem = file.file_stem()?.to_str()?;
    if file.extension()? != "toml" || text.contains("/catalog/") {
        return None;
    }
    match (text.contains("/data/capaian/"), text.contains("/data/")) {
        (true, _) => Some("capaian".to_owned()),
        (_, true) => Some(stem.to_owned()),
        _ => (stem == "naskah").then(|| stem.to_owned()),
    }
}

/// Lets each file of a workspace name its schema, as `init --toml` does; gives their count.
fn name_schemas(desk: &Desk) -> usize {
    let names = desk.run(&["schema"]).code(0).stdout();
    for name in names.lines() {
        let schema = desk.run(&["schema", name]).code(0).stdout();
        desk.write(&format!("kerja/skema/{name}.json"), &schema);
    }
    let mut count = 0;
    for name in files::tree(&desk.path("kerja")).into_keys() {
        let file = format!("kerja/{name}");
        let Some(schema) = schema_of(Path::new(&file)) else { continue };
        if names.lines().any(|name| name == schema) {
            let above = "../".repeat(name.matches('/').count());
            let text = desk.read(&file);
            desk.write(&file, &format!("#:schema ./{above}skema/{schema}.json\n{text}"));
            count += 1;
        }
    }
    count
}

#[test]
#[cfg_attr(not(juri_tombi), ignore = "Tombi is missing: tests/juri/pasang")]
fn an_editor_finds_nothing_in_the_data_of_the_fixtures() {
    for (fixture, least) in [("kutai-timur", 9), ("mahakam-ulu", 7), ("ttd", 4)] {
        let desk = Desk::with_fixture(fixture);
        let count = name_schemas(&desk);
        assert!(count >= least, "{fixture}: {count} files");
        assert_eq!(linted(&desk, "kerja"), Vec::<String>::new(), "{fixture}");
    }
}

#[test]
#[cfg_attr(not(juri_tombi), ignore = "Tombi is missing: tests/juri/pasang")]
fn an_editor_finds_what_is_mistyped() {
    let desk = Desk::with_fixture("kutai-timur");
    name_schemas(&desk);
    let planted = [
        ("naskah.toml", "\n[instansi]\n", "\n[instansi]\nalamt = \"Jalan\"\n"),
        ("data/rakor.toml", "mulai = \"08.00\"", "mulai = \"pukul 8\""),
        ("data/opd.toml", "id = \"dinkes\"", "idd = \"dinkes\""),
        ("data/pejabat.toml", "kedudukan = \"sekda\"", "kedudukan = \"sekdaa\""),
        ("data/capaian/2024-tw4.toml", "triwulan = 4", "triwulan = 5"),
        ("data/capaian/2024-tw4.toml", "sasaran = 15640", "sasaran = \"banyak\""),
    ];
    for (file, from, to) in planted {
        let path = format!("kerja/{file}");
        let before = desk.read(&path);
        assert!(before.contains(from), "{file}: {from}");
        desk.write(&path, &before.replacen(from, to, 1));
        let told = linted(&desk, "kerja");
        let name = file.rsplit('/').next().unwrap_or_default();
        assert!(told.iter().any(|line| line.contains(name)), "{to}: {told:?}");
        desk.write(&path, &before);
    }
}

#[test]
#[cfg_attr(not(juri_tombi), ignore = "Tombi is missing: tests/juri/pasang")]
fn an_editor_looks_at_what_init_writes() {
    let desk = Desk::new();
    let begun = ["init", "kerja", "--toml", "--daerah", "Kabupaten Contoh", "--ibu-kota"];
    let rest = ["Contoh", "--provinsi", "Provinsi Contoh", "--zona-waktu", "wita"];
    desk.run(&[&begun[..], &rest[..]].concat()).code(0);
    assert_eq!(with_schema(&desk.path("kerja")).len(), 9);
    desk.replace("kerja/data/rakor.toml", "nama = \"\"", "nama = \"Rakor\"");
    desk.replace("kerja/data/rakor.toml", "tanggal = \"\"", "tanggal = 2025-04-07");
    desk.replace("kerja/data/rakor.toml", "tempat = \"\"", "tempat = \"Aula\"");
    let quarter = "kerja/data/capaian/triwulan.toml";
    desk.replace(quarter, "# tahun = 2024 ", "tahun = 2025 ");
    desk.replace(quarter, "# triwulan = 4 ", "triwulan = 1 ");
    assert_eq!(linted(&desk, "kerja"), Vec::<String>::new());
    desk.replace("kerja/data/rakor.toml", "tempat = \"Aula\"", "tempatt = \"Aula\"");
    assert!(!linted(&desk, "kerja").is_empty());
}
