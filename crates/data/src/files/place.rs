//! Files outside a workspace: where a person pointed, and what messages call it.

use std::ops::Deref;
use std::path::Path;

use super::{Disk, FilePath, Folder};

/// A file or folder that a person named, wherever it is: the folder it stands in, and its path
/// there.
#[derive(Debug, Clone)]
pub struct Place {
    /// The folder.
    pub folder: Folder,
    /// The path below it.
    pub path: FilePath,
}

impl Place {
    /// What stands below a folder.
    pub fn below(folder: impl Into<Folder>, path: impl Into<FilePath>) -> Self {
        Self { folder: folder.into(), path: path.into() }
    }

    /// A path of the command line: absolute, or from where the program was started.
    pub fn typed(path: &Path) -> Self {
        let (disk, path) = Disk::holding(path);
        Self { folder: disk.into(), path }
    }

    /// The same in a folder that this one is.
    #[must_use]
    pub fn join(&self, name: &str) -> Self {
        Self { folder: self.folder.clone(), path: self.path.join(name) }
    }

    /// The file, with what messages call it.
    pub fn named(&self) -> NamedFile {
        NamedFile { path: self.path.clone(), name: self.folder.shown(&self.path) }
    }
}

/// A file of a folder, with what messages call it: of a file in the workspace its path, of
/// another one the path as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedFile {
    path: FilePath,
    name: String,
}

impl NamedFile {
    /// The file beside this one with another name.
    #[must_use]
    pub fn beside(&self, name: &str) -> Self {
        let own = self.name.rfind(['/', '\\']).map_or(0, |at| at + 1);
        let folder = self.name.get(..own).unwrap_or_default();
        Self { path: self.path.beside(name), name: format!("{folder}{name}") }
    }
}

impl From<&FilePath> for NamedFile {
    fn from(path: &FilePath) -> Self {
        Self { path: path.clone(), name: path.into() }
    }
}

impl Deref for NamedFile {
    type Target = FilePath;
    fn deref(&self) -> &FilePath {
        &self.path
    }
}

impl From<&NamedFile> for String {
    fn from(named: &NamedFile) -> Self {
        named.name.clone()
    }
}

impl From<NamedFile> for String {
    fn from(named: NamedFile) -> Self {
        named.name
    }
}

impl std::fmt::Display for NamedFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_a_folder_and_a_path_in_it() {
        for typed in ["a.xlsx", "kiriman/a.xlsx", "../kiriman/a.xlsx", "/srv/a.xlsx"] {
            let named = Place::typed(Path::new(typed)).named();
            assert_eq!(String::from(&named), typed);
            assert_eq!(named.as_str(), "a.xlsx");
            let beside = typed.replace("a.xlsx", "b.csv");
            assert_eq!(named.beside("b.csv").to_string(), beside);
        }
        for typed in [".", "..", "/"] {
            let place = Place::typed(Path::new(typed));
            assert!(place.path.is_empty() && place.named().to_string() == typed);
        }
        let inner = Place::typed(Path::new("kiriman")).join("a.xlsx").named();
        assert_eq!(inner.to_string(), "kiriman/a.xlsx");
    }
}
