//! No two files of a crate take from each other, be it over others.
//!
//! A file takes from another what it names behind `crate::`, `super::` or `self::`; a name that a
//! module only passes on counts for the file it comes from. What a file and those below its own
//! module take from each other is their own affair.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::kit::root;

/// A module by its path in the crate.
type Module = Vec<String>;

/// Files whose types hold each other: a block holds a table, and a cell of it blocks.
const HOLD_EACH_OTHER: &[&str] =
    &["document::block", "document::chart", "document::inline", "document::table"];

/// The code of each file of a crate, without comments and tests.
fn code(source: &Path) -> BTreeMap<Module, String> {
    let mut files = BTreeMap::new();
    for path in super::architecture::sources(source) {
        let short = path.strip_prefix(source).unwrap().with_extension("");
        let mut module: Module =
            short.iter().map(|part| part.to_str().unwrap().to_owned()).collect();
        let own = module.last().unwrap().as_str();
        if own == "tests" {
            continue;
        }
        if matches!(own, "mod" | "lib" | "main") {
            module.pop();
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
        let lines = text.lines().map(|line| line.split("//").next().unwrap());
        files.insert(module, lines.collect::<Vec<_>>().join("\n"));
    }
    files
}

/// The paths of a `use`, one for each name: `a::{b, c as d}` is `a::b` and `a::c`, with the name
/// each has here.
fn spread(tree: &str) -> Vec<(String, String)> {
    let tree = tree.trim();
    let Some((before, rest)) = tree.split_once('{') else {
        let (path, name) = tree.split_once(" as ").unwrap_or((tree, ""));
        let last = path.rsplit("::").next().unwrap_or(path);
        let name = if name.is_empty() { last } else { name };
        return vec![(path.trim().to_owned(), name.trim().to_owned())];
    };
    let inside = rest.rsplit_once('}').map_or(rest, |(inside, _)| inside);
    let mut depth = 0_usize;
    let parts = inside.split(|c: char| {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        c == ',' && depth == 0
    });
    let parts = parts.filter(|part| !part.trim().is_empty());
    parts.flat_map(|part| spread(&format!("{before}{}", part.trim()))).collect()
}

/// Where a path leads that is written in a module; `None` when it leaves the crate.
fn target(at: &Module, path: &str, files: &BTreeMap<Module, String>) -> Option<Module> {
    let mut parts = path.split("::").map(str::to_owned).peekable();
    let mut from: Module = match parts.peek()?.as_str() {
        "crate" => Module::new(),
        "self" | "super" => at.clone(),
        child => {
            let below: Module = at.iter().cloned().chain([child.to_owned()]).collect();
            return files
                .contains_key(&below)
                .then(|| at.iter().cloned().chain(parts).collect());
        }
    };
    for part in parts {
        match part.as_str() {
            "crate" | "self" => {}
            "super" => drop(from.pop()),
            _ => from.push(part),
        }
    }
    Some(from)
}

/// What each file takes from which.
struct Arrows {
    files: BTreeMap<Module, String>,
    /// What a module passes on, by its name there.
    passed_on: BTreeMap<Module, BTreeMap<String, Module>>,
}

impl Arrows {
    fn of(source: &Path) -> (Self, BTreeMap<Module, BTreeSet<Module>>) {
        let mut arrows = Self { files: code(source), passed_on: BTreeMap::new() };
        let mut named: BTreeMap<Module, Vec<Module>> = BTreeMap::new();
        for (module, text) in &arrows.files {
            for statement in text.split(';') {
                let Some(at) = statement.rfind("use ") else { continue };
                let begins = statement[..at].trim_end();
                let open = begins.is_empty()
                    || begins.ends_with(['{', '}', ')', ']'])
                    || begins.ends_with("pub");
                let tree = &statement[at + 4..];
                let plain = |c: char| {
                    c.is_alphanumeric() || c.is_whitespace() || "_:{},*".contains(c)
                };
                if !open || !tree.chars().all(plain) {
                    continue;
                }
                let public = begins.ends_with("pub") || begins.ends_with(')');
                let tree = tree.split_whitespace().collect::<Vec<_>>().join(" ");
                for (path, name) in spread(&tree) {
                    let Some(to) = target(module, &path, &arrows.files) else { continue };
                    if public {
                        let names = arrows.passed_on.entry(module.clone()).or_default();
                        names.insert(name, to);
                    } else {
                        named.entry(module.clone()).or_default().push(to);
                    }
                }
            }
            for (path, _) in paths(text) {
                if let Some(to) = target(module, path, &arrows.files) {
                    named.entry(module.clone()).or_default().push(to);
                }
            }
        }
        let mut takes: BTreeMap<Module, BTreeSet<Module>> = BTreeMap::new();
        for (module, targets) in named {
            let found = targets.into_iter().filter_map(|to| arrows.file(&to, 0));
            let foreign =
                found.filter(|to| !to.starts_with(&module) && !module.starts_with(to));
            takes.entry(module.clone()).or_default().extend(foreign);
        }
        (arrows, takes)
    }

    /// The file that what a path leads to stands in.
    fn file(&self, path: &Module, depth: usize) -> Option<Module> {
        for length in (0..=path.len()).rev() {
            let module = path[..length].to_vec();
            if !self.files.contains_key(&module) {
                continue;
            }
            let passed = path.get(length).and_then(|name| {
                self.passed_on.get(&module).and_then(|names| names.get(name))
            });
            return match passed {
                Some(on) if depth < 6 => {
                    let rest = path[length + 1..].iter().cloned();
                    self.file(&on.iter().cloned().chain(rest).collect(), depth + 1)
                }
                _ => Some(module),
            };
        }
        None
    }
}

/// Paths that are written out in code, such as `super::frame::label`.
fn paths(text: &str) -> impl Iterator<Item = (&str, usize)> {
    ["crate::", "super::"].into_iter().flat_map(move |head| {
        text.match_indices(head).filter_map(move |(at, _)| {
            let before = text[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || "_:$".contains(c)) {
                return None;
            }
            let path = text[at..]
                .split(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'))
                .next()?;
            Some((path.trim_end_matches(':'), at))
        })
    })
}

/// A way from a file back to it, if there is one.
fn circle(
    takes: &BTreeMap<Module, BTreeSet<Module>>,
    from: &Module,
) -> Option<Vec<Module>> {
    let mut seen = BTreeSet::new();
    let mut ways = vec![vec![from.clone()]];
    while let Some(way) = ways.pop() {
        for next in takes.get(way.last()?).into_iter().flatten() {
            let longer: Vec<Module> = way.iter().chain([next]).cloned().collect();
            if next == from {
                return Some(longer);
            }
            if seen.insert(next.clone()) {
                ways.push(longer);
            }
        }
    }
    None
}

fn circles(source: &Path) -> Vec<String> {
    let (_, takes) = Arrows::of(source);
    let allowed = |module: &Module| HOLD_EACH_OTHER.contains(&module.join("::").as_str());
    let found = takes.keys().filter(|module| !allowed(module)).filter_map(|module| {
        let way = circle(&takes, module)?;
        let names: Vec<String> = way.iter().map(|module| module.join("::")).collect();
        Some(format!("{}: {}", source.display(), names.join(" > ")))
    });
    found.collect()
}

#[test]
fn no_files_take_from_each_other() {
    let crates = std::fs::read_dir(root().join("crates")).unwrap();
    let sources = crates.map(|entry| entry.unwrap().path().join("src"));
    let wrong: Vec<String> =
        sources.chain([root().join("src")]).flat_map(|source| circles(&source)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The test sees a circle, also one over names that a module only passes on.
#[test]
fn a_circle_is_seen() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    write("lib.rs", "mod a;\nmod b;\n");
    write("a/mod.rs", "mod one;\npub use one::{One, Two as Second};\n");
    write("a/one.rs", "use crate::b::help;\npub struct One;\npub struct Two;\n");
    write("b.rs", "pub fn help() {}\n");
    assert!(circles(folder.path()).is_empty());
    write("b.rs", "use crate::a::{Second,\n    One};\npub fn help() {}\n");
    let found = circles(folder.path());
    assert!(found.iter().any(|told| told.ends_with("a::one > b > a::one")), "{found:?}");
    write("b.rs", "pub fn help(_: super::a::Second) {}\n");
    assert!(!circles(folder.path()).is_empty());
    // Also behind the line that names tests in a file of their own.
    write(
        "b.rs",
        "#[cfg(test)]\nmod tests;\n\nuse crate::a::One;\npub fn help() -> One {}\n",
    );
    assert!(!circles(folder.path()).is_empty());
}
