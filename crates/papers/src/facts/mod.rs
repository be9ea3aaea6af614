//! What a paper says as facts, each with its place: read beside the document tree, so that
//! nobody looks for them in the text.

mod leftover;

use crate::notation::{Attribute, plain};
use crate::origins::{Filled, Line, Thing};
use bahasa::nomor::GAP;
use base::source::{Span, Spanned};
use field::domain::{LetterNumber, srikandi};
use jiff::civil::Date;

/// What a paper says of itself.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// The numbers it bears as its own: in its head, under its title.
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
    /// A number that a head or title writes out; `None` where only room for it is left.
    fn by_hand(text: &str) -> Option<Self> {
        let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{a0}');
        match text {
            "" => None,
            "-" => Some(Self::Absent),
            text => Some(Self::of(LetterNumber::by_hand(text, None))),
        }
    }

    /// A number that the data gives, or a part of it.
    fn of(number: LetterNumber) -> Self {
        if number.is_whole() { Self::Given(number) } else { Self::Gap }
    }
}

impl Facts {
    /// Notes a number that somebody wrote out, unless it is noted already.
    pub(crate) fn number_by_hand(&mut self, text: &str, span: Span) {
        self.note(Number::by_hand(text), span);
    }

    /// Notes the number that an attribute is: the letter's where it is the print of one.
    pub(crate) fn number_as_written(&mut self, written: &Attribute) {
        if let Some(number) = written.thing.as_ref().and_then(Thing::letter) {
            self.number(number, written.span);
        } else {
            let text = written.value.as_deref().unwrap_or_default();
            self.number_by_hand(text, written.span);
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

    /// Notes the gap that a text leaves; `name` is what the text is the value of.
    pub(crate) fn gap(&mut self, name: &str, text: &str, place: impl Fn(usize) -> Span) {
        let Some(at) = text.find(GAP) else { return };
        let before = text[..at].trim();
        let is_day = before.is_empty() && is_date(name);
        let text = if before.is_empty() && !name.is_empty() {
            format!("{name}: ……")
        } else {
            format!("{before}……")
        };
        self.gaps.push(Spanned::new(Gap { text, is_day }, place(at)));
    }

    /// Notes the number that a line such as "NOMOR : 7 TAHUN 2024" says.
    pub(crate) fn numbered_line(&mut self, line: &str, span: Span) {
        if let Some(number) = behind_label(line) {
            self.number_by_hand(number, span);
        }
    }

    /// Notes the number of a line outside of head and title, where the paper has none there and
    /// the line says nothing else: running text that cites a letter is none.
    pub(crate) fn lone_line(&mut self, line: &str, span: Span) {
        let number = behind_label(line).filter(|_| self.numbers.is_empty());
        let alone = |number: &&str| {
            let mut words = number.split_whitespace();
            let first = words.next().unwrap_or_default();
            let year: Vec<String> = words.map(str::to_lowercase).collect();
            first.contains('/')
                && first.contains(|c: char| c.is_ascii_digit())
                && (year.is_empty() || year.len() == 2 && year[0] == "tahun")
        };
        if let Some(number) = number.filter(alone) {
            self.number_by_hand(number, span);
        }
    }
}

/// Whether a row of a head holds the paper's number. Whoever writes a head by hand names its
/// rows; this is the one place that knows the name.
pub(crate) fn is_number(label: &str) -> bool {
    behind_label(label).is_some_and(str::is_empty)
}

/// Papers whose number a label may name: "Nomor Surat", "No. Naskah Dinas".
const PAPERS: [&str; 8] =
    ["surat", "naskah", "dinas", "edaran", "undangan", "keputusan", "nota", "tugas"];

/// What stands behind the name of the paper's number at the beginning of a line.
fn behind_label(line: &str) -> Option<&str> {
    let between = |c: char| c.is_whitespace() || ":.*_#".contains(c);
    let mut rest = line.trim_matches(between);
    let mut named = false;
    loop {
        let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        let word = rest[..end].to_lowercase();
        let label: &[&str] = if named { &PAPERS } else { &["nomor", "no"] };
        if !label.contains(&word.as_str()) {
            return named.then_some(rest);
        }
        named = true;
        rest = rest[end..].trim_start_matches(between);
    }
}

/// Whether a row of a head holds the paper's date, likewise.
pub(crate) fn is_date(label: &str) -> bool {
    label.trim_matches([' ', ':', '.', '\u{a0}']).to_lowercase() == "tanggal"
}

/// The first placeholder that a paper would print: of a filled template, or of what it names.
pub fn leftover(
    filled: &Filled,
    facts: &Facts,
    srikandi: bool,
) -> Option<Spanned<String>> {
    let told = || facts.told.iter().find(|t| leftover::is_one(&t.text, srikandi));
    let told = || told().map(|t| Spanned::new(t.text.clone(), t.trail.at(0)));
    leftover::leftover(filled, srikandi).or_else(told)
}

/// Where in a text as it was written variables stand, and each as it would be printed.
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
        facts.gap("isi", "100.1.2/001/PEM", place);
        assert!(facts.gaps.is_empty());
        facts.gap("isi", &format!("100.1.2/{GAP}/PEM"), place);
        facts.gap("tanggal", &format!("{GAP}2024"), place);
        let told: Vec<_> =
            facts.gaps.iter().map(|g| (g.value.text.as_str(), g.span)).collect();
        assert_eq!(told, [("100.1.2/……", place(8)), ("tanggal: ……", place(0))]);
    }
}
