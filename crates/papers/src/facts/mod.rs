//! What a paper says as facts, each with its place: read beside the document tree, so that
//! nobody looks for them in the text.

mod leftover;

use crate::notation::{WrittenAttribute, plain};
use crate::origins::{FilledText, Line, Thing};
use bahasa::nomor::GAP;
use base::source::{Span, Spanned};
use field::domain::{LetterNumber, srikandi};
use jiff::civil::Date;

/// What a paper says of itself.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// The numbers it bears as its own: those that its forms declare, and that of its letter.
    pub numbers: Vec<Spanned<Number>>,
    /// Its day as its head says it; `None` where it says none, or one that cannot be read.
    pub date: Option<Date>,
    /// Who signs it, in their order.
    pub signers: Vec<Spanned<Signed>>,
    /// What is still to be written.
    pub gaps: Vec<Spanned<Gap>>,
    /// What is printed of things of the data that the text names by id.
    pub told: Vec<Line>,
    /// To whom it goes.
    pub recipients: Vec<Spanned<String>>,
    /// The variables it prints, which somebody else fills.
    pub variables: Vec<Spanned<Variable>>,
    /// The forms that make it an official paper.
    pub forms: Forms,
}

/// Where a paper has the forms of an official one, the first of each.
#[derive(Debug, Clone, Copy, Default)]
pub struct Forms {
    /// The head of a letter.
    pub head: Option<Span>,
    /// The title.
    pub title: Option<Span>,
    /// The kop.
    pub kop: Option<Span>,
    /// A directive could not be read whole, so that a form or what it says may be missing.
    pub unread: bool,
}

impl Forms {
    /// Where the paper's number would be declared.
    pub fn place(&self) -> Option<Span> {
        self.head.or(self.title).or(self.kop)
    }
}

/// Something that is still to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// As far as it is written: `100.1.2/……`, `tanggal: ……`.
    pub text: String,
    /// It is the day of the paper's head.
    pub is_day: bool,
}

/// A variable that a paper prints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Variable {
    /// Srikandi fills it.
    Srikandi(&'static str),
    /// Nobody fills it.
    Unknown(String),
}

/// The number of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Number {
    /// This one.
    Given(LetterNumber),
    /// A part of it is still to be written.
    Gap,
    /// There is none: a dash stands for it.
    Absent,
}

/// Somebody who signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// The official, where it is one of the data.
    pub id: Option<String>,
    /// The name with gelar.
    pub name: String,
    /// Signed electronically.
    pub electronic: bool,
}

impl Number {
    /// A number that is written out where a number is declared. Nobody has given one where
    /// only room is left or a dash stands; Srikandi gives the one that its variable stands for.
    fn by_hand(text: &str) -> Option<Self> {
        let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{a0}');
        match text {
            srikandi::NUMBER => None,
            "" | "-" => Some(Self::Absent),
            text => Some(Self::of(LetterNumber::by_hand(text, None))),
        }
    }

    /// A number that the data gives, or a part of it.
    fn of(number: LetterNumber) -> Self {
        if number.is_whole() { Self::Given(number) } else { Self::Gap }
    }
}

impl Facts {
    /// What is known of a paper that could not be filled in.
    pub fn unread() -> Self {
        let forms = Forms { unread: true, ..Forms::default() };
        Self { forms, ..Self::default() }
    }

    /// Notes the number that an attribute declares, unless it is noted already: the letter's
    /// where it is the print of one.
    pub(crate) fn number_as_written(&mut self, written: &WrittenAttribute) {
        if let Some(number) = written.thing.as_ref().and_then(Thing::letter) {
            self.number(number, written.span);
        } else {
            let text = written.value.as_deref().unwrap_or_default();
            self.note(Number::by_hand(text), written.span);
        }
    }

    /// Notes the number of a letter of the data, likewise.
    pub fn number(&mut self, number: &LetterNumber, span: Span) {
        self.note(Some(Number::of(number.clone())), span);
    }

    /// Notes that there is no number: a dash stands for it.
    pub(crate) fn no_number(&mut self, span: Span) {
        self.note(Some(Number::Absent), span);
    }

    fn note(&mut self, number: Option<Number>, span: Span) {
        if let Some(number) = number
            && !self.numbers.iter().any(|known| known.value == number)
        {
            self.numbers.push(Spanned::new(number, span));
        }
    }

    /// Notes the variables in a line that the template's description gives.
    pub fn variables_of(&mut self, line: &Line) {
        for (at, name) in variables(&line.text) {
            self.variable(&name, line.trail.at(at));
        }
    }

    /// Notes a variable.
    pub fn variable(&mut self, text: &str, span: Span) {
        let known = srikandi::VARIABLES.into_iter().find(|known| *known == text);
        let variable =
            known.map_or_else(|| Variable::Unknown(text.to_owned()), Variable::Srikandi);
        self.variables.push(Spanned::new(variable, span));
    }

    /// Whether it says which number it bears, or that it has none yet.
    pub fn declares_number(&self) -> bool {
        let by_srikandi = |v: &Spanned<Variable>| {
            matches!(v.value, Variable::Srikandi(srikandi::NUMBER))
        };
        !self.numbers.is_empty() || self.variables.iter().any(by_srikandi)
    }

    /// Whether it is an official paper by its forms: signed, or under a kop or a head.
    pub fn is_official(&self) -> bool {
        let Forms { head, kop, .. } = self.forms;
        !self.signers.is_empty() || head.is_some() || kop.is_some()
    }

    /// Notes the room that is left in a value: `before` is what is written before it, `name` what
    /// it is the value of, `is_day` whether that is a day.
    pub(crate) fn room(
        &mut self,
        (name, is_day): (&str, bool),
        before: &str,
        place: Span,
    ) {
        let before = before.trim();
        let is_day = before.is_empty() && is_day;
        let text = if before.is_empty() && !name.is_empty() {
            format!("{name}: ……")
        } else {
            format!("{before}……")
        };
        self.gaps.push(Spanned::new(Gap { text, is_day }, place));
    }

    /// Notes the room that somebody left by hand, where there is any. The program knows where it
    /// leaves room itself; whoever writes a value by hand leaves it with blanks that hold.
    pub(crate) fn room_by_hand(
        &mut self,
        what: (&str, bool),
        text: &str,
        place: impl Fn(usize) -> Span,
    ) {
        if let Some((before, _)) = text.split_once(GAP) {
            self.room(what, before, place(before.len()));
        }
    }
}

/// The first placeholder that a paper would print: of a filled template, or of what it names.
pub fn leftover(
    filled: &FilledText,
    facts: &Facts,
    srikandi: bool,
) -> Option<Spanned<String>> {
    let told = || facts.told.iter().find(|t| leftover::is_one(&t.text, srikandi));
    let told = || told().map(|t| Spanned::new(t.text.clone(), t.trail.at(0)));
    leftover::leftover(filled, srikandi).or_else(told)
}

/// The names in braces that a paper would print out of the data: only a template fills them.
pub fn braces(filled: &FilledText, srikandi: bool) -> Vec<Spanned<String>> {
    leftover::braces(filled, srikandi)
}

/// Where in a text as it was written variables stand, and each as it would be printed. Srikandi
/// looks for them in the text of the paper, wherever they come from, and so must this.
pub(crate) fn variables(written: &str) -> Vec<(usize, String)> {
    let mut at = 0;
    let mut found = Vec::new();
    for (index, part) in written.split('$').enumerate() {
        let shown = plain(part);
        if index > 0 && shown.starts_with('{') {
            let name = shown.split_inclusive('}').next().unwrap_or_default();
            found.push((at - 1, format!("${name}")));
        }
        at += part.len() + 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_are_found_with_and_without_escapes() {
        let found = variables("a $b ${nomor_naskah} c $\\{hal\\_x\\} ${open");
        let found: Vec<_> = found.iter().map(|(at, name)| (*at, name.as_str())).collect();
        assert_eq!(found, [(5, "${nomor_naskah}"), (23, "${hal_x}"), (35, "${open")]);
        let mut facts = Facts::default();
        facts.variable(srikandi::DATE, Span::None);
        facts.variable("${hal_x}", Span::None);
        let kinds: Vec<_> = facts.variables.into_iter().map(|v| v.value).collect();
        let unknown = Variable::Unknown("${hal_x}".to_owned());
        assert_eq!(kinds, [Variable::Srikandi(srikandi::DATE), unknown]);
    }

    #[test]
    fn a_gap_is_noted_with_what_stands_before_it_and_its_place() {
        let mut facts = Facts::default();
        let place = |at| Span::text(base::source::FileId(1), at..at + 1);
        facts.room_by_hand(("isi", false), "100.1.2/001/PEM", place);
        assert!(facts.gaps.is_empty());
        facts.room_by_hand(("isi", false), &format!("100.1.2/{GAP}/PEM"), place);
        facts.room_by_hand(("tanggal", true), &format!("{GAP}2024"), place);
        let told: Vec<_> =
            facts.gaps.iter().map(|g| (g.value.text.as_str(), g.span)).collect();
        assert_eq!(told, [("100.1.2/……", place(8)), ("tanggal: ……", place(0))]);
    }
}
