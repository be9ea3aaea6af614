//! What templates can call is what is declared: no more, since nothing is added to the engine but
//! from the declarations, and no less.

use std::collections::BTreeSet;
use std::path::Path;

use minijinja::{Environment, ErrorKind};

use super::{FILTERS, filters, functions};

fn environment() -> Environment<'static> {
    let mut environment = Environment::empty();
    filters::register(&mut environment);
    functions::register(&mut environment);
    environment
}

#[test]
fn every_declared_filter_is_known() {
    let environment = environment();
    for filter in FILTERS {
        // A value that no filter takes: it is refused, but not as unknown.
        let tag = format!("{{{{ none | {} }}}}", filter.name);
        let refused = environment.render_str(&tag, ()).err().map(|e| e.kind());
        assert_ne!(refused, Some(ErrorKind::UnknownFilter), "{}", filter.name);
    }
    let names: BTreeSet<&str> = FILTERS.iter().map(|filter| filter.name).collect();
    assert_eq!(names.len(), FILTERS.len(), "a filter is declared twice");
}

#[test]
fn functions_are_those_that_are_declared_and_those_of_minijinja() {
    let bare = Environment::new();
    let theirs: BTreeSet<&str> = bare.globals().map(|(name, _)| name).collect();
    let environment = environment();
    let known: BTreeSet<&str> = environment.globals().map(|(name, _)| name).collect();
    let declared: BTreeSet<&str> =
        functions::all().into_iter().map(|function| function.name).collect();
    let mut expected: BTreeSet<&str> = theirs.union(&declared).copied().collect();
    // Prints all that there is, whatever it weighs.
    expected.remove("debug");
    // Stands in compiled texts alone.
    expected.insert(super::macro_calls::CALL);
    assert_eq!(known, expected);
}

/// The engine does not list its filters, so the sources are asked: only the macros of the two
/// declarations, and the functions of directives, add anything; beside them only what minijinja
/// brings along, each with the way of places through it, and what stands in compiled texts alone
/// (`builtins.rs`), and what operators and the tests that compare need to know numbers and what a
/// profile calls a NIP (`numbers.rs`).
#[test]
fn nothing_is_added_beside_the_declarations() {
    let mut found = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for folder in [root.join("src"), root.join("../../src")] {
        search(&folder, &mut found);
    }
    found.sort();
    let expected = [
        "builtins.rs: add_filter",
        "builtins.rs: add_filter",
        "builtins.rs: add_filter",
        "builtins.rs: add_filter",
        "builtins.rs: add_filter",
        "builtins.rs: add_filter",
        "builtins.rs: add_filter",
        "builtins.rs: add_filter",
        "builtins.rs: add_filter",
        "builtins.rs: add_filter",
        "builtins.rs: add_filter",
        "builtins.rs: add_filter",
        "builtins.rs: add_filter",
        "builtins.rs: add_function",
        "builtins.rs: add_function",
        "builtins.rs: add_test",
        "functions.rs: add_function",
        "functions.rs: add_function",
        "numbers.rs: add_filter",
        "numbers.rs: add_filter",
        "numbers.rs: add_test",
    ];
    assert_eq!(found, expected);
}

/// A macro called like a value that is set takes its place, and is always true.
#[test]
fn no_shipped_template_gives_one_name_to_a_value_and_a_macro() {
    for (path, text) in super::shipped() {
        let names = |word: &str| -> Vec<&str> {
            let tags =
                text.split("{%").skip(1).map(|tag| tag.trim_start_matches('-').trim());
            let named = tags.filter_map(|tag| tag.strip_prefix(word)?.strip_prefix(' '));
            named.filter_map(|rest| rest.split([' ', '(', '=', ',']).next()).collect()
        };
        let set = names("set");
        let both: Vec<&str> =
            names("macro").into_iter().filter(|name| set.contains(name)).collect();
        assert!(both.is_empty(), "{path}: {both:?}");
    }
}

fn search(folder: &Path, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            search(&path, found);
            continue;
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name == "registered_tests.rs" || path.extension().is_none_or(|e| e != "rs") {
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("a source");
        for method in ["add_filter", "add_function", "add_test", "add_global"] {
            let calls = text.matches(&format!(".{method}(")).count();
            found.extend(std::iter::repeat_n(format!("{name}: {method}"), calls));
        }
    }
}
