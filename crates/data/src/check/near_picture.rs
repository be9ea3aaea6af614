//! The picture that somebody means who names one that is not there: another case, another ending,
//! another folder, a slip.

use crate::files::{EntryKind, FilePath, Folder};
use base::diag::nearest;

/// Endings of the pictures that papers can hold.
const ENDINGS: [&str; 3] = ["png", "jpg", "jpeg"];

/// So deep are folders looked through, and so many pictures are looked at.
const DEEPEST: usize = 3;
const MOST: usize = 500;

/// The picture of the workspace that a name seems to mean; empty where none does.
pub fn near(folder: &Folder, name: &str) -> String {
    let mut all = Vec::new();
    collect(folder, &FilePath::from("aset"), DEEPEST, &mut all);
    collect(folder, &FilePath::HERE, 0, &mut all);
    let file =
        |path: &str| path.rsplit(['/', '\\']).next().unwrap_or(path).to_lowercase();
    let stem = |path: &str| {
        let file = file(path);
        file.rsplit_once('.').map_or(file.clone(), |(stem, _)| stem.to_owned())
    };
    let same_file = all.iter().find(|path| file(path) == file(name));
    let same_stem = || all.iter().find(|path| stem(path) == stem(name));
    let found = same_file.or_else(same_stem).cloned();
    found.or_else(|| nearest(name, all.iter().map(String::as_str))).unwrap_or_default()
}

fn collect(folder: &Folder, at: &FilePath, deeper: usize, all: &mut Vec<String>) {
    for entry in folder.list(at).unwrap_or_default() {
        if all.len() >= MOST {
            return;
        }
        let path = at.join(&entry.name);
        match entry.kind {
            EntryKind::Folder if deeper > 0 => collect(folder, &path, deeper - 1, all),
            EntryKind::File if path.ends_in(&ENDINGS) => all.push(path.into()),
            _ => {}
        }
    }
}
