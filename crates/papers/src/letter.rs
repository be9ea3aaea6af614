//! The letter that a paper is: what was decided about it, as typed values with their places.

use jiff::civil::Date;

use base::source::{Span, Spanned};
use data::workspace::Workspace;
use field::domain::Surat;

/// What was decided about the letter that a paper is.
#[derive(Debug, Clone)]
pub struct Letter {
    /// Its number as it is printed: that of the register, else its pattern filled, which may
    /// leave a gap; a variable where Srikandi gives it.
    /// Its place is the entry of the register it came from, else its pattern.
    pub number: Option<Spanned<String>>,
    /// Its day.
    pub date: Option<Date>,
    /// The id of who signs it.
    pub signer: Option<Spanned<String>>,
    /// Pages it may take; 0 for as many as it needs.
    pub fit: Option<Spanned<u8>>,
    /// Where the decisions about it are written.
    pub span: Span,
}

impl Letter {
    /// The letter to a subject, which is the `index`th of its template.
    pub fn new(
        surat: &Surat,
        (subject, index): (&str, usize),
        workspace: &Workspace,
    ) -> Self {
        let register = workspace.register.as_ref();
        let template = &surat.template;
        let entry =
            register.and_then(|r| r.number_of(&template.value, subject, surat.tanggal));
        let date = surat.tanggal.or(entry.map(|e| e.tanggal));
        let counted = || surat.urut.map(|n| n + u32::try_from(index).unwrap_or(0));
        let filled = |pola: &bahasa::NumberPattern| {
            pola.fill(&bahasa::NomorSurat {
                klas: &surat.klas,
                unit: &surat.unit,
                bidang: &surat.bidang,
                urut: if register.is_some() { None } else { counted() },
                tanggal: date,
            })
        };
        let pattern = surat.written.field("nomor").span();
        let number = match entry {
            Some(entry) if entry.span == Span::None => {
                Some(Spanned::new(entry.nomor.clone(), pattern))
            }
            Some(entry) => Some(Spanned::new(entry.nomor.clone(), entry.span)),
            None => surat.nomor.as_ref().map(|pola| Spanned::new(filled(pola), pattern)),
        };
        Self {
            number,
            date,
            signer: surat.penanda_tangan.clone(),
            fit: surat.muat.clone(),
            span: template.span,
        }
    }
}
