//! Perangkat daerah that carry SPM.

use base::source::{Span, Spanned};
use base::written::Written;

/// An OPD.
#[derive(Debug, Clone, Default)]
pub struct Opd {
    /// The name the data calls it by; also its folder and file name.
    pub id: Spanned<String>,
    /// "Dinas Kesehatan".
    pub nama: String,
    /// "Dinkes"; the full name when absent.
    pub singkatan: String,
    /// The id of its head among the officials.
    pub kepala: Option<Spanned<String>>,
    /// What the head is called in an address: "Kepala Dinas Kesehatan".
    pub sebutan_kepala: String,
    /// Codes of the urusan it carries.
    pub urusan: Vec<Spanned<String>>,
    /// Codes of the services that are its own, where it shares an urusan with another OPD.
    pub layanan: Vec<Spanned<String>>,
    /// Its place, for the address of a letter.
    pub tempat: Option<String>,
    /// Its bidang that take part.
    pub bidang: Vec<Bidang>,
    /// Where it was written.
    pub span: Span,
    /// Where it was written, field by field.
    pub written: Written,
}

impl Opd {
    /// Where it was written; what was left out has the place of what stands in for it.
    pub fn named(&self) -> Written {
        let name = self.written.field("nama");
        let written = self.written.standing("singkatan", name.clone());
        written.standing("sebutan_kepala", name)
    }

    /// Whether an office is that of its head, however it is spaced and capitalised.
    pub fn is_headed_by(&self, office: &str) -> bool {
        let words = |text: &str| {
            let words = text.split_whitespace().map(str::to_lowercase);
            words.collect::<Vec<_>>()
        };
        !office.trim().is_empty() && words(office) == words(&self.sebutan_kepala)
    }
}

/// A bidang of an OPD.
#[derive(Debug, Clone, Default)]
pub struct Bidang {
    /// The name the data calls it by.
    pub id: Spanned<String>,
    /// "Bidang Kesehatan Masyarakat".
    pub nama: String,
}
