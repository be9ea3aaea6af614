//! The catalog: the built-in files, each replaceable by one of the workspace.

use data::problem::{AchievementProblem, ReferenceProblem};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use include_dir::{Dir, include_dir};

use base::diag::{AnyProblem, Both, Problems, Span};
use base::source::{FileId, SourceMap};
use field::spm::catalog::TEMUAN_OVERLAY;
use field::spm::{Catalog, CatalogCause, IndexError};

static SHIPPED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/catalog");

/// The catalog without any file of a workspace, read once for all.
static BUILT_IN: LazyLock<Option<Arc<Catalog>>> = LazyLock::new(|| {
    let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
    load(&BTreeMap::new(), &mut sources, &mut problems).map(Arc::new)
});

/// The catalog without any file of a workspace.
pub(super) fn built_in() -> Option<Catalog> {
    BUILT_IN.as_deref().cloned()
}

/// The catalog of a workspace; workspaces without files of their own share one.
pub(super) fn shared(
    own: &BTreeMap<String, FileId>,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Option<Arc<Catalog>> {
    if !own.keys().any(|path| path.starts_with("catalog/"))
        && let Some(catalog) = &*BUILT_IN
    {
        return Some(Arc::clone(catalog));
    }
    load(own, sources, problems).map(Arc::new)
}

/// Loads it; every contradiction is a problem, and then there is no catalog.
pub(super) fn load(
    own: &BTreeMap<String, FileId>,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Option<Catalog> {
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    for file in SHIPPED.files() {
        if let (Some(name), Some(text)) = (file.path().to_str(), file.contents_utf8())
            && is_toml(name)
        {
            texts.insert(name.to_owned(), text.to_owned());
        }
    }
    let mut ids = BTreeMap::new();
    for (path, file) in own {
        // Profiles stand in a folder of their own and are read by `papers::profil`.
        let name = path.strip_prefix("catalog/").filter(|name| is_toml(name));
        let name = name.filter(|name| !name.starts_with("profil/"));
        if let (Some(name), Some(source)) = (name, sources.get(*file)) {
            // Rules of findings are changed one by one, all other files as a whole.
            let name = if name == "temuan.toml" { TEMUAN_OVERLAY } else { name };
            texts.insert(name.to_owned(), source.text.to_string());
            ids.insert(name.to_owned(), *file);
        }
    }
    let files: Vec<(&str, &str)> =
        texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    match Catalog::of_office(&files, &ids) {
        Ok(catalog) => Some(catalog),
        Err(error) => {
            let mut lost = BTreeSet::new();
            for problem in error.problems {
                // One code that is gone is told once, not for all that refer to it.
                if let CatalogCause::DanglingReference { ke, .. } = &problem.cause
                    && !lost.insert(ke.clone())
                {
                    continue;
                }
                // A workspace's file can contradict a built-in one; then that is the place.
                let file = *ids.entry(problem.file.clone()).or_insert_with(|| {
                    let text =
                        texts.get(&problem.file).map(String::as_str).unwrap_or_default();
                    sources.add(format!("catalog/{} (bawaan)", problem.file), text)
                });
                let span = match problem.place.clone() {
                    Some(range) => Span::text(file, range),
                    None => Span::File(file),
                };
                let detail = words(&problem.cause);
                problems.add(span, ReferenceProblem::BadCatalog { detail });
            }
            None
        }
    }
}

/// Beside the data stands a list of its sources for people.
pub(super) fn is_toml(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, e)| e == "toml")
}

/// Why no index can be computed.
pub(super) fn index_problem(error: &IndexError) -> AnyProblem {
    let en = match error {
        IndexError::NoScale(year) => {
            return AchievementProblem::NoScale { tahun: year.to_string() }.into();
        }
        IndexError::UnknownLayanan(kode) => format!("unknown service `{kode}`"),
        IndexError::DuplicateLayanan(kode) => format!("service `{kode}` is given twice"),
    };
    ReferenceProblem::BadCatalog { detail: Both::new(error.to_string(), en) }.into()
}

/// What is wrong with a catalog.
fn words(sebab: &CatalogCause) -> Both {
    use CatalogCause as S;
    let en = match sebab {
        S::UnknownFile => "no such file belongs to a catalog".to_owned(),
        S::MissingFile => "the file is missing".to_owned(),
        S::Malformed(message) => return form(message.trim()),
        S::Duplicate(code) => format!("`{code}` is defined more than once"),
        S::DanglingReference { dari, ke } => {
            format!("`{dari}` refers to `{ke}`, which does not exist")
        }
        S::OtherUrusan { daftar, layanan } => {
            format!("service `{layanan}` is not of the urusan of the list `{daftar}`")
        }
        S::EndsBeforeStart(id) => format!("the list `{id}` ends before it begins"),
        S::OverlappingLists { layanan, one, second } => {
            format!("the lists `{one}` and `{second}` both hold for `{layanan}`")
        }
        S::ThresholdsNotFalling(year) => {
            format!("scale {year}: thresholds must fall from at most 100 to 0")
        }
        S::UnknownThreshold { skala, kategori } => {
            format!(
                "scale {skala}: the threshold of `{kategori}` must be 60, 70, 80, 90, 100 or 0"
            )
        }
        S::NoSuchTriwulan(quarter) => {
            format!("there is no quarter {quarter}; use 1 to 4")
        }
        S::NoSuchDay(name) => format!("no year has the day of the holiday `{name}`"),
        S::UnknownRule { kode, near } if near.is_empty() => {
            format!("there is no rule of findings `{kode}`")
        }
        S::UnknownRule { kode, near } => {
            format!("there is no rule of findings `{kode}`; did you mean `{near}`?")
        }
        S::IncompleteRule { kode, key } => {
            format!("the rule `{kode}` has no `{key}`")
        }
        S::UnknownPlaceholder { kode, placeholder, pilihan } => {
            let pilihan = pilihan.join(", ");
            format!("the rule `{kode}` has no figure `{placeholder}`; it has: {pilihan}")
        }
        S::BadThreshold(text) => {
            format!("`{text}` is no threshold; write a number from 0")
        }
    };
    Both::new(sebab.to_string(), en)
}

/// What serde says about a file's form: "missing field `nama`" and its like.
fn form(message: &str) -> Both {
    let quoted = message.split('`').nth(1).unwrap_or_default();
    let id = if message.starts_with("missing field") {
        format!("`{quoted}` belum ada")
    } else if message.starts_with("unknown field") {
        format!("kunci `{quoted}` tidak dikenal")
    } else if message.starts_with("invalid type") {
        format!("jenis nilai `{quoted}` salah")
    } else {
        format!("penulisan salah ({message})")
    };
    Both::new(id, message.to_owned())
}
