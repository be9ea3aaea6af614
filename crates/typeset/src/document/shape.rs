//! The shapes of papers.

/// The shapes of papers; they decide numbering of headings and page numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shape {
    /// Korespondensi: a letter.
    #[default]
    Surat,
    /// A paper with a centred title.
    Judul,
    /// A book with numbered chapters.
    Buku,
    /// A paper with a centred title and numbered headings (A., 1., a.).
    Laporan,
    /// Sheets to fill in or to put up.
    Lembar,
}

impl Shape {
    /// The words of template.toml and their values.
    pub const WORDS: [(&'static str, Self); 5] = [
        ("surat", Self::Surat),
        ("judul", Self::Judul),
        ("buku", Self::Buku),
        ("laporan", Self::Laporan),
        ("lembar", Self::Lembar),
    ];

    /// The word of template.toml.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Surat => "surat",
            Self::Judul => "judul",
            Self::Buku => "buku",
            Self::Laporan => "laporan",
            Self::Lembar => "lembar",
        }
    }
}
