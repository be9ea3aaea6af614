//! The catalog: the built-in files, each replaceable by one of the workspace.

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};

use crate::diag::{Problem, Problems, Span};
use crate::source::{FileId, SourceMap};
use crate::spm::Catalog;

static SHIPPED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/catalog");

/// Loads it; every contradiction is a problem, and then there is no catalog.
pub(super) fn load(
    own: &BTreeMap<String, FileId>,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Option<Catalog> {
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    for file in SHIPPED.files() {
        let name = file.path().to_str().filter(|name| is_toml(name));
        if let (Some(name), Some(text)) = (name, file.contents_utf8()) {
            texts.insert(name.to_owned(), text.to_owned());
        }
    }
    let mut ids = BTreeMap::new();
    for (path, file) in own {
        let name = path.strip_prefix("catalog/").filter(|name| is_toml(name));
        if let (Some(name), Some(source)) = (name, sources.get(*file)) {
            texts.insert(name.to_owned(), source.text.to_string());
            ids.insert(name.to_owned(), *file);
        }
    }
    let files: Vec<(&str, &str)> =
        texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    match Catalog::from_toml(&files) {
        Ok(catalog) => Some(catalog),
        Err(error) => {
            for problem in error.masalah {
                let file = ids.get(&problem.berkas).copied();
                let span = match (file, problem.letak.clone()) {
                    (Some(file), Some(range)) => Span::text(file, range),
                    (Some(file), None) => Span::File(file),
                    (None, _) => Span::None,
                };
                let detail = format!("{}: {}", problem.berkas, problem.sebab);
                problems.add(span, Problem::BadCatalog { detail });
            }
            None
        }
    }
}

/// Beside the data stands a list of its sources for people.
fn is_toml(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, e)| e == "toml")
}
