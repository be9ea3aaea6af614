//! What keeps a paper from becoming an archived PDF, as problems of the user or of ours.

use base::diag::InternalProblem;
use base::diag::{AnyProblem, Both};
use papers::problem::PrintProblem;
use typeset::pdf::{PdfFault, PdfProblem};

/// Whether a fault of the PDF writer is no consequence of other errors of the paper.
pub(super) fn stands_alone(fault: &PdfFault) -> bool {
    use PdfFault as F;
    matches!(
        fault,
        F::NoTitle
            | F::NoAlt
            | F::NoHeadingTitle
            | F::NoLinkAlt
            | F::TooLongText
            | F::ForbiddenCharacter(_)
    )
}

/// The problem behind a fault of the PDF writer, for a paper of `template`.
pub(super) fn problem(error: &PdfProblem, template: &str) -> AnyProblem {
    let (id, en) = match &error.fault {
        PdfFault::NoTitle => (
            format!("judul naskah `{template}` kosong"),
            format!("the title of `{template}` is empty"),
        ),
        PdfFault::NoDate => (
            format!("naskah `{template}` belum bertanggal"),
            format!("the paper of `{template}` has no date"),
        ),
        PdfFault::NoAlt => (
            "gambar belum punya keterangan (alt=\"…\")".to_owned(),
            "a picture has no description (alt=\"…\")".to_owned(),
        ),
        PdfFault::NoHeadingTitle => {
            ("judul bab atau bagian kosong".to_owned(), "a heading is empty".to_owned())
        }
        PdfFault::TooLongText => (
            "judul bab, keterangan gambar, atau tulisan atau alamat tautan lebih panjang daripada yang dapat dimuat PDF (32.767 byte)"
                .to_owned(),
            "a heading, the description of a picture, or the words or address of a link are longer than a PDF can hold (32,767 bytes)"
                .to_owned(),
        ),
        PdfFault::NoLinkAlt => {
            ("tautan tanpa tulisan".to_owned(), "a link without text".to_owned())
        }
        PdfFault::UnknownHeading(id) => (
            format!("tautan menuju `#{id}`, yang tidak ada"),
            format!("a link leads to `#{id}`, which does not exist"),
        ),
        PdfFault::MissingGlyph(text) => (
            format!("tidak ada huruf untuk `{text}`"),
            format!("no face has a glyph for `{text}`"),
        ),
        PdfFault::ForbiddenCharacter(c) => (
            format!("huruf U+{:04X} tidak boleh ada", u32::from(*c)),
            format!("the character U+{:04X} is not allowed", u32::from(*c)),
        ),
        PdfFault::Image(why) => (
            format!("gambar tidak dapat dipakai ({why})"),
            format!("the picture cannot be used ({why})"),
        ),
        PdfFault::Font(why) => (
            format!("huruf tidak dapat dipakai ({why})"),
            format!("the face cannot be used ({why})"),
        ),
        _ => return InternalProblem::Internal { detail: error.message.clone() }.into(),
    };
    PrintProblem::NotPrintable { detail: Both::new(id, en) }.into()
}
