//! No dependency comes in without a word: each has its line in `docs/decisions/0004`, in the part
//! for what it is used in, and no line is left of one that is gone.

use std::collections::BTreeSet;

use toml::Table;

use crate::kit::root;

const WORDS: &str = "docs/decisions/0004-dependencies.md";

/// The names in some tables of a manifest, without the crates of this repository.
fn named(manifest: &Table, tables: &[&str]) -> BTreeSet<String> {
    let tables = tables.iter().filter_map(|name| manifest.get(*name)?.as_table());
    let entries = tables.flatten();
    let outside = entries.filter(|(name, entry)| {
        let workspace = entry.get("workspace").is_some();
        let entry = if workspace { &shared()[name.as_str()] } else { entry };
        entry.get("path").is_none()
    });
    outside.map(|(name, _)| name.clone()).collect()
}

fn manifest(folder: &str) -> Table {
    let file = root().join(folder).join("Cargo.toml");
    std::fs::read_to_string(file).unwrap().parse().unwrap()
}

/// What the workspace fixes for all its crates.
fn shared() -> Table {
    manifest("")["workspace"]["dependencies"].as_table().unwrap().clone()
}

/// The folders of the crates that are the product.
fn crates() -> Vec<String> {
    let folders = std::fs::read_dir(root().join("crates")).unwrap();
    let names = folders.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.map(|name| format!("crates/{name}")).chain([String::new()]).collect()
}

/// The crates that a part of the document names in the first cells of its table.
fn told(part: &str) -> BTreeSet<String> {
    let rows = part.lines().filter_map(|line| line.strip_prefix("| `"));
    let cells = rows.map(|row| row.split(" |").next().unwrap_or_default());
    cells
        .flat_map(|cell| cell.split(", "))
        .map(|name| name.trim_matches('`').to_owned())
        .collect()
}

fn used(folders: &[String], tables: &[&str]) -> BTreeSet<String> {
    folders.iter().flat_map(|folder| named(&manifest(folder), tables)).collect()
}

#[test]
fn every_dependency_is_accounted_for_where_it_is_used() {
    let text = std::fs::read_to_string(root().join(WORDS)).unwrap();
    let (product, rest) = text.split_once("\nOnly in tests:").expect("a part for tests");
    let (tests, others) =
        rest.split_once("\nOnly in benches and fuzzing:").expect("a part for benches");
    let in_product = used(&crates(), &["dependencies", "build-dependencies"]);
    let in_tests = used(&crates(), &["dev-dependencies"]);
    let outside = ["benches", "fuzz"].map(str::to_owned);
    let in_others = used(&outside, &["dependencies", "dev-dependencies"]);
    assert_eq!(told(product), in_product, "{WORDS}: the product");
    let only_tests = &in_tests - &in_product;
    assert_eq!(told(tests), only_tests, "{WORDS}: only in tests");
    let only_others = &(&in_others - &in_product) - &only_tests;
    assert_eq!(told(others), only_others, "{WORDS}: only in benches and fuzzing");
}

#[test]
fn the_workspace_fixes_no_version_that_nobody_uses() {
    let tables = ["dependencies", "dev-dependencies", "build-dependencies"];
    let mut folders = crates();
    folders.push("benches".to_owned());
    let used = used(&folders, &tables);
    let outside = shared().into_iter().filter(|(_, entry)| entry.get("path").is_none());
    let idle: Vec<String> =
        outside.map(|(name, _)| name).filter(|name| !used.contains(name)).collect();
    assert_eq!(idle, Vec::<String>::new());
}
