//! Where a file stands below a folder.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::ops::Deref;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

/// A path below a folder that files are read from or written to: names with `/` between them,
/// on every system; the empty one is the folder itself. It never leads out of the folder: no
/// name of it is empty, `.` or `..`, and it begins at no root. What a person wrote is read with
/// [`FilePath::checked`]; a path of the command line is a [`Place`](super::Place).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
#[serde(transparent)]
pub struct FilePath(Cow<'static, str>);

impl FilePath {
    /// The folder itself.
    pub const HERE: Self = Self::fixed("");

    /// A path that never changes, as the program writes it.
    pub const fn fixed(path: &'static str) -> Self {
        Self(Cow::Borrowed(path))
    }

    /// A path that somebody wrote; none where it leads out of the folder.
    pub fn checked(path: &str) -> Option<Self> {
        let up = || path.split(['/', '\\']).any(|name| name == "..");
        let outside = path.starts_with(['/', '\\']) || path.contains(':') || up();
        (!outside).then(|| path.into())
    }

    /// Whether Windows has no room for a file or folder of this name: it is a device, ends in a
    /// dot or a blank, or has a character that paths are written with.
    pub fn windows_refuses(name: &str) -> bool {
        const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];
        let stem = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
        // Raised digits count as digits there.
        let digit = |c: char| c.is_ascii_digit() || "¹²³".contains(c);
        let device = stem.trim_end_matches(digit);
        let refused = |c: char| c.is_control() || "\\/:*?\"<>|".contains(c);
        DEVICES.contains(&device) && stem.chars().count() <= 4
            || ["conin$", "conout$"].contains(&&*stem)
            || name.ends_with(['.', ' '])
            || name.contains(refused)
    }

    /// A path of the names in a text that lead down; those that lead up or nowhere are left out.
    fn down(path: Cow<'static, str>) -> Self {
        let sound = |name: &str| leads_down(&name);
        if path.split('/').all(sound) && names(&path).eq(path.split('/')) {
            return Self(path);
        }
        let kept: Vec<&str> = names(&path).filter(leads_down).collect();
        Self(kept.join("/").into())
    }

    /// As it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A path below this one; either may be the folder itself.
    #[must_use]
    pub fn join(&self, below: impl AsRef<str>) -> Self {
        let below = Self::from(below.as_ref());
        match (&*self.0, &*below.0) {
            ("", _) => below,
            (_, "") => self.clone(),
            (here, below) => Self(format!("{here}/{below}").into()),
        }
    }

    /// What stands beside this one under another name.
    #[must_use]
    pub fn beside(&self, name: impl AsRef<str>) -> Self {
        Self(self.folder().to_owned().into()).join(name)
    }

    /// The rest of the path below a folder that it stands in.
    #[must_use]
    pub fn within(&self, folder: &Self) -> Option<Self> {
        let rest = self.0.strip_prefix(&*folder.0)?.strip_prefix('/')?;
        Some(Self(rest.to_owned().into()))
    }

    /// The folder it stands in.
    fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The name without the folder.
    pub fn name(&self) -> &str {
        self.0.rsplit_once('/').map_or(&*self.0, |(_, name)| name)
    }

    /// The name without folder and ending.
    pub fn stem(&self) -> &str {
        self.name().rsplit_once('.').map_or(self.name(), |(stem, _)| stem)
    }

    /// Whether it has one of these endings, whatever its case.
    pub fn ends_in(&self, endings: &[&str]) -> bool {
        let own = self.name().rsplit_once('.').map(|(_, ending)| ending);
        own.is_some_and(|own| endings.iter().any(|e| own.eq_ignore_ascii_case(e)))
    }

    /// Whether it is called as workbooks are.
    pub fn is_book(&self) -> bool {
        self.ends_in(&["xlsx", "ods"])
    }
}

/// The names of a path. On Windows a backslash parts them as well.
fn names(path: &str) -> impl Iterator<Item = &str> {
    path.split(|c| c == '/' || cfg!(windows) && c == '\\')
}

/// Whether a name is one of something in a folder. On Windows a colon makes it a disk.
fn leads_down(name: &&str) -> bool {
    let nowhere = ["", ".", ".."].contains(name);
    let disk = cfg!(windows) && name.contains(':');
    !nowhere && !disk
}

impl<'de> Deserialize<'de> for FilePath {
    /// A file that was written by the program may have been changed since.
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Self::checked(&text)
            .ok_or_else(|| D::Error::custom(format!("`{text}` leads out of the folder")))
    }
}

impl Deref for FilePath {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for FilePath {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for FilePath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for FilePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<String> for FilePath {
    fn from(path: String) -> Self {
        Self::down(path.into())
    }
}

impl From<&str> for FilePath {
    fn from(path: &str) -> Self {
        Self::down(path.to_owned().into())
    }
}

impl From<&Self> for FilePath {
    fn from(path: &Self) -> Self {
        path.clone()
    }
}

impl From<&String> for FilePath {
    fn from(path: &String) -> Self {
        path.as_str().into()
    }
}

impl From<FilePath> for String {
    fn from(path: FilePath) -> Self {
        path.0.into_owned()
    }
}

impl From<&FilePath> for String {
    fn from(path: &FilePath) -> Self {
        (*path.0).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_knows_its_parts() {
        let path = FilePath::fixed("data/capaian/2024-tw4.XLSX");
        assert_eq!((path.name(), path.stem()), ("2024-tw4.XLSX", "2024-tw4"));
        assert!(path.is_book() && !FilePath::fixed("xlsx").is_book());
        assert_eq!(&*path.beside("a.csv"), "data/capaian/a.csv");
        assert_eq!(path.within(&"data".into()), Some("capaian/2024-tw4.XLSX".into()));
        assert_eq!(path.within(&"dat".into()), None);
        assert_eq!(FilePath::HERE.join("a").join(""), "a".into());
    }

    #[test]
    fn a_path_never_leads_out_of_its_folder() {
        for text in ["/", "/etc/passwd", "..", "../a", "a/../../b", "a\\..\\b", "C:\\a"] {
            assert_eq!(FilePath::checked(text), None, "{text}");
            assert!(serde_json::from_value::<FilePath>(text.into()).is_err(), "{text}");
        }
        for (text, kept) in
            [("", ""), ("./a//b/", "a/b"), ("../a", "a"), ("/a", "a"), ("a/..", "a")]
        {
            assert_eq!(&*FilePath::from(text), kept);
            assert_eq!(&*FilePath::from(text.to_owned()), kept);
        }
        assert_eq!(&*FilePath::fixed("a").join("../../b"), "a/b");
        assert_eq!(FilePath::checked("./a.csv"), Some("a.csv".into()));
    }
}
