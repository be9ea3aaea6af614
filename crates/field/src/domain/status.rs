//! How final papers are.

/// How final a paper is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum StatusDokumen {
    /// An example: watermark CONTOH.
    Contoh,
    /// A draft: watermark DRAF.
    #[default]
    Draf,
    /// To be signed: no watermark, no placeholders.
    Final,
}

impl StatusDokumen {
    /// The words of the data and their values.
    pub const WORDS: [(&'static str, Self); 3] =
        [("contoh", Self::Contoh), ("draf", Self::Draf), ("final", Self::Final)];

    /// The word behind each page.
    pub const fn watermark(self) -> Option<&'static str> {
        match self {
            Self::Contoh => Some("CONTOH"),
            Self::Draf => Some("DRAF"),
            Self::Final => None,
        }
    }
}
