//! A piece of a message in both languages, for facts that are words rather than names.

use std::borrow::Cow;

use super::said::Lang;

/// The same few words in Indonesian and English.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Both(Box<Wordings>);

/// Behind a box, because problems travel in every `Result`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Wordings {
    id: Cow<'static, str>,
    en: Cow<'static, str>,
}

impl Both {
    /// Both wordings.
    pub fn new(
        id: impl Into<Cow<'static, str>>,
        en: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self(Box::new(Wordings { id: id.into(), en: en.into() }))
    }

    /// A name, a figure or a list of words of the data, which is the same in both.
    pub fn same(text: impl Into<Cow<'static, str>>) -> Self {
        let text = text.into();
        Self::new(text.clone(), text)
    }

    /// The wording in a language.
    pub fn of(&self, lang: Lang) -> &str {
        match lang {
            Lang::Id => &self.0.id,
            Lang::En => &self.0.en,
        }
    }

    /// Why the system refused a file, in words a clerk knows; the system's own words where
    /// there are none.
    pub fn io(error: &std::io::Error) -> Self {
        use std::io::ErrorKind as K;
        let (id, en) = match error.kind() {
            K::NotFound => ("folder atau berkas tidak ada", "no such file or folder"),
            K::PermissionDenied => ("tidak ada hak akses", "permission denied"),
            K::ReadOnlyFilesystem => {
                ("media hanya dapat dibaca", "the disk is read-only")
            }
            K::StorageFull => ("ruang cakram habis", "the disk is full"),
            K::QuotaExceeded => {
                ("jatah ruang cakram habis", "the quota of the disk is used up")
            }
            K::AlreadyExists => ("sudah ada", "it is already there"),
            K::NotADirectory => ("bukan folder", "not a folder"),
            K::IsADirectory => ("itu sebuah folder", "it is a folder"),
            K::InvalidFilename => ("nama berkas tidak sah", "not a valid file name"),
            K::FileTooLarge => (
                "berkasnya terlalu besar untuk data kantor",
                "it is too large for the data of an office",
            ),
            K::Unsupported => ("bukan berkas biasa", "not an ordinary file"),
            // `ELOOP` of Linux; Rust has no stable kind for it yet.
            _ if cfg!(target_os = "linux") && error.raw_os_error() == Some(40) => (
                "tautannya menunjuk kembali ke dirinya sendiri",
                "its link leads to itself",
            ),
            _ => return Self::same(error.to_string()),
        };
        Self::new(id, en)
    }

    /// Whether that is said of a disk without room, where trying again with another file is of
    /// no use.
    #[must_use]
    pub fn is_no_room(&self) -> bool {
        use std::io::ErrorKind as K;
        [K::StorageFull, K::QuotaExceeded]
            .iter()
            .any(|kind| *self == Self::io(&(*kind).into()))
    }
}
