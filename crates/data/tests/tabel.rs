//! What follows from the declarations of the tables: the handbook, the schema, the skeletons.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;
use std::path::PathBuf;

use naskah_data::tables::{self, Declared, FieldKind, File};

fn guide() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../docs/panduan-pengguna/rujukan.md")
}

const BEGIN: &str = "<!-- tabel ";
const END: &str = "<!-- akhir tabel -->";

/// The handbook with every table between its marks written anew.
fn renewed(guide: &str, named: &mut BTreeSet<String>) -> String {
    let mut text = String::new();
    let mut rest = guide;
    while let Some((before, after)) = rest.split_once(BEGIN) {
        let (name, after) = after.split_once(" -->").expect("an open mark");
        let (_, after) = after.split_once(END).expect("a table without an end");
        let rows = match name {
            "judul kolom" => tables::columns(),
            name => {
                tables::rows(tables::find(name).unwrap_or_else(|| panic!("no {name}")))
            }
        };
        named.insert(name.to_owned());
        text.extend([before, BEGIN, name, " -->\n", &rows, END]);
        rest = after;
    }
    text + rest
}

#[test]
fn the_handbook_prints_every_declared_table() {
    let written = std::fs::read_to_string(guide()).unwrap();
    let mut named = BTreeSet::new();
    let text = renewed(&written, &mut named);
    if std::env::var_os("TERIMA").is_some() {
        std::fs::write(guide(), &text).unwrap();
    } else {
        assert!(text == written, "run `TERIMA=1 cargo test -p naskah-data` to renew it");
    }
    for table in tables::tables() {
        let name = table.about().name;
        let plain = table.specs().iter().any(|spec| spec.kind.inner().is_none());
        // Speakers, participants and the committee share their keys; policies have a part of
        // the handbook of their own.
        let told = ["narasumber", "panitia", "spm", "naskah.toml"].contains(&name);
        assert!(
            named.contains(name) || told || !plain,
            "the handbook has no table {name}"
        );
    }
}

#[test]
fn every_field_is_explained_with_an_example_that_is_toml() {
    for table in tables::tables() {
        let name = table.about().name;
        let mut keys = BTreeSet::new();
        for spec in table.specs() {
            assert!(keys.insert(spec.key), "{name} has {} twice", spec.key);
            assert!(!spec.about.is_empty(), "{name}.{} is not explained", spec.key);
            let nested = matches!(spec.kind, FieldKind::Table(_) | FieldKind::List(_));
            let line = format!("{} = {}", spec.key, spec.example);
            assert!(nested || line.parse::<toml::Table>().is_ok(), "{name}: {line}");
        }
    }
}

#[test]
fn a_heading_stands_for_one_column() {
    for table in tables::tables() {
        let about = table.about();
        let mut seen: BTreeSet<&str> =
            table.specs().iter().map(|spec| spec.key.as_str()).collect();
        let specs = about.parent.into_iter().chain(table.specs());
        let headings = specs.flat_map(|spec| spec.headings.iter());
        for heading in headings.chain(about.passed_over) {
            assert!(seen.insert(heading), "{}: {heading} is taken", about.name);
        }
    }
}

#[test]
fn a_schema_names_every_key() {
    for file in File::all() {
        let schema = tables::schema(file, &[]);
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        let text = schema.to_string();
        assert!(text.contains("\"description\""), "{}", file.name);
    }
    let naskah = File::all().into_iter().find(|file| file.name == "naskah").unwrap();
    let schema = tables::schema(naskah, &[]);
    let daerah = &schema["properties"]["daerah"];
    assert_eq!(daerah["required"][0], "nama");
    assert_eq!(daerah["properties"]["jenis"]["anyOf"][0]["enum"][1], "kota");
    assert_eq!(schema["required"][1], "instansi");
}

fn keys_of(table: &dyn Declared, text: &str) {
    for spec in table.specs() {
        match spec.kind {
            FieldKind::Table(inner) | FieldKind::List(inner) => keys_of(inner, text),
            // Another crate tells what stands there.
            FieldKind::Elsewhere => {}
            _ => {
                let told = text.lines().any(|line| {
                    let line = line.trim_start_matches("# ");
                    line.starts_with(&format!("{} = ", spec.key))
                        || line == format!("[{}]", spec.key)
                });
                assert!(told, "{} is not in the skeleton", spec.key);
            }
        }
    }
}

/// A line of a skeleton as it stands once its mark is taken away; sentences keep theirs.
fn uncommented(line: &str) -> &str {
    let Some(rest) = line.strip_prefix("# ") else { return line };
    let key = rest.split(" = ").next().unwrap_or_default();
    let bare = |c: char| c.is_ascii_lowercase() || c == '_';
    let assigned = key != rest && !key.is_empty() && key.chars().all(bare);
    let head = rest.starts_with('[') && rest.ends_with(']');
    if assigned || head { rest } else { line }
}

#[test]
fn a_skeleton_tells_every_key_and_is_toml_with_and_without_its_comments() {
    for (file, name) in [
        ("naskah.toml", "naskah.toml"),
        ("data/rakor.toml", "data/rakor.toml"),
        ("data/pejabat.toml", "pejabat"),
        ("data/opd.toml", "opd"),
        ("data/surat.toml", "surat"),
        ("data/hasil.toml", "data/hasil.toml"),
        ("data/capaian/*.toml", "capaian"),
        ("data/indeks-lain.toml", "indeks-lain"),
        ("data/libur.toml", "libur"),
    ] {
        let text = tables::skeleton(file, &[], &[]).unwrap();
        let table =
            tables::tables().into_iter().find(|t| t.about().name == name).unwrap();
        keys_of(table, &text);
        assert!(text.parse::<toml::Table>().is_ok(), "{text}");
        // Without the marks in front every key stands in its own table.
        let used: Vec<&str> = text.lines().map(uncommented).collect();
        let used = used.join("\n").parse::<toml::Table>();
        let used = used.unwrap_or_else(|error| panic!("{error}\n{text}"));
        for key in used.keys() {
            let own = table.specs().iter().any(|spec| spec.key == *key);
            let named =
                !table.about().head.is_empty() && text.contains(&format!("[{key}]"));
            assert!(own || named, "{key}");
        }
    }
}
