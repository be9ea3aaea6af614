//! What keeps a paper from becoming a valid PDF, each with the place it comes from.

use std::fmt;
use std::num::NonZeroU64;

use krilla::configure::ValidationError;
use krilla::error::KrillaError;
use krilla::surface::Location;

use base::source::Span;

/// One thing that keeps a paper from becoming a valid PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PdfProblem {
    /// What is wrong, in English; the user's wording is chosen by [`PdfProblem::fault`].
    pub message: String,
    /// Where the thing that was being drawn comes from.
    pub span: Span,
    /// The kind of fault.
    pub fault: PdfFault,
}

/// The kinds of faults, for the table of wordings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PdfFault {
    /// The paper has no title.
    NoTitle,
    /// The paper has no date, which PDF/A asks of its metadata: `Meta::date` is empty.
    NoDate,
    /// The paper has no language.
    NoLanguage,
    /// A picture has no alternative text.
    NoAlt,
    /// A heading has no text.
    NoHeadingTitle,
    /// A heading, a description or the words or address of a link are longer than a PDF can hold in one.
    TooLongText,
    /// A link says nothing to a screen reader.
    NoLinkAlt,
    /// A link leads to a heading that is not in the paper.
    UnknownHeading(String),
    /// The face has no glyph for these characters.
    MissingGlyph(String),
    /// The character must not stand in an archived paper (private use, control).
    ForbiddenCharacter(char),
    /// The picture cannot be read or its colours are not allowed.
    Image(String),
    /// The face cannot be read or must not be embedded.
    Font(String),
    /// Anything else; it points to a mistake in this program rather than in the paper.
    Other(String),
}

impl PdfProblem {
    /// A fault at a place.
    pub fn new(fault: PdfFault, span: Span) -> Self {
        Self { message: fault.to_string(), span, fault }
    }
}

impl fmt::Display for PdfFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoTitle => f.write_str("the paper has no title"),
            Self::NoDate => f.write_str("the paper has no date (`Meta::date`)"),
            Self::NoLanguage => f.write_str("the paper has no language"),
            Self::NoAlt => f.write_str("a picture has no alternative text"),
            Self::NoHeadingTitle => f.write_str("a heading has no text"),
            Self::TooLongText => f.write_str("a heading or description is too long"),
            Self::NoLinkAlt => f.write_str("a link has no description"),
            Self::UnknownHeading(id) => write!(f, "no heading has the id `{id}`"),
            Self::MissingGlyph(text) => write!(f, "the face has no glyph for `{text}`"),
            Self::ForbiddenCharacter(c) => {
                write!(f, "U+{:04X} must not stand in PDF/A", u32::from(*c))
            }
            Self::Image(why) => write!(f, "the picture cannot be used: {why}"),
            Self::Font(why) => write!(f, "the face cannot be used: {why}"),
            Self::Other(why) => f.write_str(why),
        }
    }
}

/// What an archived PDF holds of one text.
pub(super) const MOST_BYTES: usize = 32_767;

/// Whether a text is more than that, with two bytes for each letter and two that say so.
pub(super) fn is_too_long(text: &str) -> bool {
    const LETTERS: usize = (MOST_BYTES - 2) / 2;
    text.len() > LETTERS && text.encode_utf16().count() > LETTERS
}

/// The places that were drawn, by the number krilla carries along for each.
#[derive(Debug, Default)]
pub(super) struct DrawnPlaces(Vec<Span>);

impl DrawnPlaces {
    /// The number of a place. Neighbouring items mostly share theirs.
    pub(super) fn location(&mut self, span: Span) -> Option<Location> {
        if self.0.last() != Some(&span) {
            self.0.push(span);
        }
        u64::try_from(self.0.len()).ok().and_then(NonZeroU64::new)
    }

    /// The place behind a number.
    pub(super) fn span(&self, location: Option<Location>) -> Span {
        location
            .and_then(|l| usize::try_from(l.get() - 1).ok())
            .and_then(|index| self.0.get(index))
            .copied()
            .unwrap_or_default()
    }
}

/// Adds what krilla reports to the problems, each only once.
pub(super) fn collect(
    error: KrillaError,
    places: &DrawnPlaces,
    into: &mut Vec<PdfProblem>,
) {
    let mut add = |fault, location| {
        let problem = PdfProblem::new(fault, places.span(location));
        // krilla knows no place for these; the tags' builder has named it already.
        let placeless = [PdfFault::NoHeadingTitle, PdfFault::TooLongText];
        let known = placeless.contains(&problem.fault)
            && into.iter().any(|other| other.fault == problem.fault);
        if !known && !into.contains(&problem) {
            into.push(problem);
        }
    };
    match error {
        KrillaError::Validation(errors) => {
            for (error, _) in errors {
                let (fault, location) = violation(error);
                add(fault, location);
            }
        }
        KrillaError::Font(_, why) => add(PdfFault::Font(why), None),
        KrillaError::Image(_, location, why) => add(PdfFault::Image(why), location),
        other => add(PdfFault::Other(other.to_string()), None),
    }
}

/// The fault and the place of a violation.
fn violation(error: ValidationError) -> (PdfFault, Option<Location>) {
    use ValidationError as E;
    match error {
        E::NoDocumentTitle => (PdfFault::NoTitle, None),
        E::MissingDocumentDate => (PdfFault::NoDate, None),
        E::NoDocumentLanguage => (PdfFault::NoLanguage, None),
        E::MissingAltText(at) => (PdfFault::NoAlt, at),
        E::MissingHeadingTitle => (PdfFault::NoHeadingTitle, None),
        E::TooLongString => (PdfFault::TooLongText, None),
        E::MissingAnnotationAltText(at) => (PdfFault::NoLinkAlt, at),
        E::ContainsNotDefGlyph(_, at, text) => (PdfFault::MissingGlyph(text), at),
        E::InvalidCodepointMapping(_, _, c, at) | E::UnicodePrivateArea(_, _, c, at) => {
            (PdfFault::ForbiddenCharacter(c), at)
        }
        E::NoCodepointMapping(_, glyph, at) => {
            (PdfFault::Other(format!("glyph {} has no text", glyph.to_u32())), at)
        }
        E::RestrictedLicense(_) => {
            (PdfFault::Font("its licence forbids embedding".into()), None)
        }
        E::MissingCMYKProfile => {
            (PdfFault::Image("CMYK colours need a profile".into()), None)
        }
        other => (PdfFault::Other(format!("{other:?}")), None),
    }
}
