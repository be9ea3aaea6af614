//! No dependency comes in without a word: each has its line in `docs/decisions/0004`, in the part
//! for what it is used in, and no line is left of one that is gone.

use std::collections::BTreeSet;

use toml::Table;

use serde_json::Value;

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

/// Everything that is built on this system, as Cargo knows it.
fn packages() -> Vec<Value> {
    let mut asked = std::process::Command::new(env!("CARGO"));
    asked.args(["metadata", "--format-version", "1", "--locked", "--filter-platform"]);
    asked.arg(env!("NASKAH_TARGET")).current_dir(root());
    let answer: Value = serde_json::from_slice(&asked.output().unwrap().stdout).unwrap();
    let nodes = answer["resolve"]["nodes"].as_array().unwrap();
    let used: BTreeSet<&str> = nodes.iter().map(|n| n["id"].as_str().unwrap()).collect();
    let all = answer["packages"].as_array().unwrap().iter();
    all.filter(|p| used.contains(p["id"].as_str().unwrap())).cloned().collect()
}

/// Whether one may choose only licences that are allowed: `A AND (B OR C)`, with `/` for `OR`.
fn is_allowed(licence: &str, allowed: &BTreeSet<&str>) -> bool {
    let spaced = licence.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let mut words = spaced.split_whitespace().peekable();
    either(&mut words, allowed)
}

type Words<'a> = std::iter::Peekable<std::str::SplitWhitespace<'a>>;

fn either(words: &mut Words<'_>, allowed: &BTreeSet<&str>) -> bool {
    let mut any = both(words, allowed);
    while words.next_if_eq(&"OR").is_some() {
        any |= both(words, allowed);
    }
    any
}

fn both(words: &mut Words<'_>, allowed: &BTreeSet<&str>) -> bool {
    let mut all = one(words, allowed);
    while words.next_if_eq(&"AND").is_some() {
        all &= one(words, allowed);
    }
    all
}

fn one(words: &mut Words<'_>, allowed: &BTreeSet<&str>) -> bool {
    if words.next_if_eq(&"(").is_some() {
        let inside = either(words, allowed);
        return words.next() == Some(")") && inside;
    }
    let name = words.next().unwrap_or_default();
    if words.next_if_eq(&"WITH").is_some() {
        let whole = format!("{name} WITH {}", words.next().unwrap_or_default());
        return allowed.contains(&*whole);
    }
    allowed.contains(name)
}

#[test]
fn a_choice_of_licences_is_read() {
    let allowed = BTreeSet::from(["MIT", "Zlib", "Apache-2.0 WITH LLVM-exception"]);
    for good in ["MIT", "GPL-3.0 OR MIT", "GPL-3.0/MIT", "MIT AND (GPL-3.0 OR Zlib)"] {
        assert!(is_allowed(good, &allowed), "{good}");
    }
    assert!(is_allowed("Apache-2.0 WITH LLVM-exception OR GPL-3.0", &allowed));
    for bad in
        ["", "GPL-3.0", "MIT AND GPL-3.0", "Apache-2.0", "(MIT OR Zlib) AND GPL-3.0"]
    {
        assert!(!is_allowed(bad, &allowed), "{bad}");
    }
}

#[test]
fn every_dependency_may_be_handed_out_and_comes_from_the_registry() {
    let rules: Table =
        std::fs::read_to_string(root().join("rilis/deny.toml")).unwrap().parse().unwrap();
    let allowed = rules["licenses"]["allow"].as_array().unwrap();
    let allowed: BTreeSet<&str> = allowed.iter().filter_map(|l| l.as_str()).collect();
    let mut wrong = Vec::new();
    for package in packages() {
        let licence = package["license"].as_str().unwrap_or_default();
        let source = package["source"].as_str().unwrap_or("registry+");
        if !is_allowed(licence, &allowed) || !source.starts_with("registry+") {
            wrong.push(format!("{}: {licence}, {source}", package["name"]));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn the_readme_names_the_oldest_rust() {
    let version =
        manifest("")["workspace"]["package"]["rust-version"].as_str().unwrap().to_owned();
    let readme = std::fs::read_to_string(root().join("README.md")).unwrap();
    assert!(readme.contains(&format!("toolchain, {version} or later")), "{version}");
}
