//! The letter that a paper is: what was decided about it, as typed values with their places; and
//! the letters and days that a paper can name by id.

use std::borrow::Cow;
use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::origins::Line;
use base::diag::{AnyProblem, Both};
use base::source::{Span, Spanned};
use base::written::Trail;
use data::problem::ReferenceProblem;
use data::workspace::Workspace;
use field::domain::{LetterNumber, Surat};

/// What was decided about the letter that a paper is.
#[derive(Debug, Clone)]
pub struct Letter {
    /// Its number: that of the register, else its pattern filled, which may leave a gap; a
    /// variable where Srikandi gives it.
    /// Its place is the entry of the register it came from, else its pattern.
    pub number: Option<Spanned<LetterNumber>>,
    /// Where each part of its number is written.
    pub number_trail: Trail,
    /// Its day.
    pub date: Option<Date>,
    /// The id of who signs it.
    pub signer: Option<Spanned<String>>,
    /// Pages it may take; 0 for as many as it needs.
    pub fit: Option<Spanned<u8>>,
    /// Where the decisions about it are written.
    pub span: Span,
    /// Where its day is written.
    pub date_span: Span,
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
        let parts = bahasa::NomorSurat {
            klas: &surat.klas,
            unit: &surat.unit,
            bidang: &surat.bidang,
            urut: if register.is_some() { None } else { counted() },
            tanggal: date,
        };
        let filled =
            |pola: &bahasa::NumberPattern| LetterNumber::of_pattern(pola, &parts);
        let pattern = surat.written.field("nomor").span();
        let number = match entry {
            Some(entry) if entry.span == Span::None => {
                Some(Spanned::new(entry.number(), pattern))
            }
            Some(entry) => Some(Spanned::new(entry.number(), entry.span)),
            None => surat.nomor.as_ref().map(|pola| Spanned::new(filled(pola), pattern)),
        };
        let number = number.map(|Spanned { value, span }| {
            Spanned::new(value.of_template(&template.value), span)
        });
        let date_span = match (surat.tanggal, entry) {
            (None, Some(entry)) => entry.span,
            _ => surat.written.field("tanggal").span(),
        };
        let number_trail = match (&surat.nomor, entry) {
            (Some(pola), None) => pattern_trail(surat, pola, &parts),
            _ => number.as_ref().map(|n| Trail::from(n.span)).unwrap_or_default(),
        };
        Self {
            number,
            number_trail,
            date,
            signer: surat.penanda_tangan.clone(),
            fit: surat.muat.clone(),
            span: template.span,
            date_span,
        }
    }
}

/// Where the parts of a number are written that fills a pattern: its values at their keys, all
/// else in the pattern.
fn pattern_trail(
    surat: &Surat,
    pola: &bahasa::NumberPattern,
    parts: &bahasa::NomorSurat<'_>,
) -> Trail {
    let own = surat.written.field("nomor").span();
    let place = |key: Option<&str>| {
        let span = key.map_or(Span::None, |key| surat.written.field(key).span());
        if span == Span::None { own } else { span }
    };
    let pieces = pola.pieces(parts);
    pieces.fold(Line::default(), |line, (key, text)| line.then(&text, place(key))).trail
}

/// The letters and days that a paper can name.
#[derive(Debug, Clone, Copy, Default)]
pub struct Letters<'a> {
    /// The letter that the paper is, and the template it is made with.
    pub own: Option<(&'a str, &'a Letter)>,
    /// The data.
    pub workspace: Option<&'a Workspace>,
    /// By template, whom its letters are to, in their order.
    pub addressed: Option<&'a BTreeMap<String, Vec<String>>>,
}

/// A letter that a paper names.
#[derive(Debug, Clone)]
pub struct Named<'a> {
    /// What is decided about the letters of its template.
    pub surat: &'a Surat,
    /// What is decided about this one.
    pub letter: Cow<'a, Letter>,
}

/// A day that a paper names instead of writing it out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DayId<'a> {
    /// That of a letter; of the paper's own where none is named.
    Letter(Option<&'a str>),
    /// The first or the last of the rakor.
    Rakor {
        /// The last.
        last: bool,
    },
    /// That of a session.
    Sesi(&'a str),
}

impl<'a> DayId<'a> {
    /// The day that a text names; `None` for a text that writes a day out.
    pub(crate) fn read(text: &'a str) -> Option<Self> {
        match text.split_once(':') {
            None if text == "surat" => Some(Self::Letter(None)),
            None if text == "rakor" => Some(Self::Rakor { last: false }),
            Some(("surat", id)) => Some(Self::Letter(Some(id))),
            Some(("rakor", "sampai")) => Some(Self::Rakor { last: true }),
            Some(("sesi", id)) => Some(Self::Sesi(id)),
            _ => None,
        }
    }
}

impl<'a> Letters<'a> {
    /// The letter of an id, which is the name of its template: the paper's own where it is made
    /// with it, else the first of them.
    ///
    /// # Errors
    /// The data decides nothing about letters of that name.
    pub fn find(&self, id: &str) -> Result<Named<'a>, AnyProblem> {
        let all = self.workspace.map(|w| w.surat.as_slice()).unwrap_or_default();
        let Some(surat) = all.iter().find(|s| s.template.value == id) else {
            let known = all.iter().map(|s| s.template.value.as_str());
            let what = (Both::new("surat", "letter"), Both::same("data/surat.toml"));
            return Err(ReferenceProblem::unknown_id(what, id, known).into());
        };
        let own = self.own.filter(|(template, _)| *template == id);
        let first = || {
            let subject = self.addressed?.get(id)?.first()?;
            Some(Letter::new(surat, (subject, 0), self.workspace?))
        };
        let letter = match own {
            Some((_, letter)) => Cow::Borrowed(letter),
            None => Cow::Owned(first().unwrap_or_else(|| Letter {
                number: None,
                number_trail: Trail::default(),
                date: surat.tanggal,
                signer: surat.penanda_tangan.clone(),
                fit: None,
                span: surat.template.span,
                date_span: surat.written.field("tanggal").span(),
            })),
        };
        Ok(Named { surat, letter })
    }

    /// The day that is named, and where it is written; `None` where it is still open.
    ///
    /// # Errors
    /// There is no such letter, rakor or session.
    pub(crate) fn day(&self, id: DayId<'_>) -> Result<(Option<Date>, Span), AnyProblem> {
        match id {
            DayId::Letter(None) => {
                let own = self.own.map(|(_, letter)| (letter.date, letter.date_span));
                Ok(own.unwrap_or((None, Span::None)))
            }
            DayId::Letter(Some(id)) => {
                self.find(id).map(|named| (named.letter.date, named.letter.date_span))
            }
            DayId::Rakor { last } => Ok(self.rakor_day(last)),
            DayId::Sesi(id) => self.session_day(id),
        }
    }

    fn rakor_day(&self, last: bool) -> (Option<Date>, Span) {
        let Some(rakor) = self.workspace.and_then(|w| w.rakor.as_ref()) else {
            return (None, Span::None);
        };
        let (day, key) =
            if last { (rakor.sampai, "sampai") } else { (rakor.tanggal, "tanggal") };
        let span = rakor.written.field(key).span();
        let span =
            if span == Span::None { rakor.written.field("tanggal").span() } else { span };
        (Some(day), span)
    }

    fn session_day(&self, id: &str) -> Result<(Option<Date>, Span), AnyProblem> {
        let rakor = self.workspace.and_then(|w| w.rakor.as_ref());
        let all = rakor.map(|r| r.sesi.as_slice()).unwrap_or_default();
        if let Some(sesi) = all.iter().find(|s| s.id.value == id) {
            return Ok((Some(sesi.tanggal.value), sesi.tanggal.span));
        }
        let what = (Both::new("sesi", "session"), Both::same("data/rakor.toml"));
        let known = all.iter().map(|s| s.id.value.as_str());
        Err(ReferenceProblem::unknown_id(what, id, known).into())
    }
}

/// The id of one letter to all who are invited.
pub(crate) const TO_ALL: &str = "daftar-terlampir";

/// Whether one letter of the template goes to all who are invited.
pub(crate) fn to_all(workspace: &Workspace, template: &str) -> bool {
    workspace.surat.iter().any(|surat| surat.template.value == template && surat.bersama)
}
