//! What stands in `fixtures/`, and what of it is part of the product.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::kit::{Desk, copy, fixture, root, tree};

/// The rows of `fixtures/README.md`: name, and whether it is embedded.
fn told() -> Vec<(String, bool)> {
    let text = std::fs::read_to_string(fixture("README.md")).unwrap();
    let rows = text.lines().filter_map(|line| line.strip_prefix("| `"));
    rows.map(|row| {
        let (name, rest) = row.split_once("` | ").unwrap();
        (name.to_owned(), rest.starts_with("yes |"))
    })
    .collect()
}

fn folders(folder: &Path) -> BTreeSet<String> {
    let entries = std::fs::read_dir(folder).unwrap().map(Result::unwrap);
    let folders = entries.filter(|entry| entry.path().is_dir());
    folders.map(|entry| entry.file_name().into_string().unwrap()).collect()
}

#[test]
fn each_fixture_is_a_workspace_that_is_told() {
    let names: BTreeSet<String> = told().into_iter().map(|(name, _)| name).collect();
    assert_eq!(folders(&fixture("")), names, "fixtures/README.md");
    for name in names {
        let folder = fixture(&name);
        let workspace = |folder: &Path| folder.join("naskah.toml").is_file();
        // A folder of daerah holds nothing else.
        let all = || folders(&folder).iter().all(|name| workspace(&folder.join(name)));
        assert!(workspace(&folder) || all(), "fixtures/{name} is no workspace");
    }
}

#[test]
fn init_writes_the_embedded_fixtures_byte_for_byte() {
    for (name, _) in told().into_iter().filter(|(_, embedded)| *embedded) {
        let desk = Desk::with_example(&name);
        copy(&fixture(&name), &desk.path("semula"));
        let [made, original] = ["kerja", "semula"].map(|name| tree(&desk.path(name)));
        let names = |tree: &BTreeMap<String, Vec<u8>>| -> Vec<String> {
            tree.keys().cloned().collect()
        };
        assert_eq!(names(&made), names(&original), "{name}");
        assert!(made == original, "{name}: other bytes");
    }
}

#[test]
fn nothing_else_of_the_fixtures_is_in_the_program() {
    let mut embedded = BTreeSet::new();
    for folder in ["src", "crates"] {
        for (name, bytes) in tree(&root().join(folder)) {
            if Path::new(&name).extension().is_none_or(|ending| ending != "rs") {
                continue;
            }
            let text = String::from_utf8(bytes).unwrap();
            let macros = text.split("include_").skip(1);
            let paths =
                macros.filter_map(|rest| rest.split(')').next()?.split('"').nth(1));
            let fixtures = paths.filter_map(|path| path.split_once("fixtures/"));
            for (_, path) in fixtures {
                let (name, inside) = path.split_once('/').expect("a part of a fixture");
                embedded.insert(name.to_owned());
                // Never a whole folder, in which a build of yesterday may lie.
                assert_ne!(inside, "keluaran", "{path}");
            }
        }
    }
    let told = told().into_iter().filter(|(_, embedded)| *embedded);
    assert_eq!(embedded, told.map(|(name, _)| name).collect::<BTreeSet<_>>());
}
