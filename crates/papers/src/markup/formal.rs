//! What official forms print of things that are named by id, and what they owe to the way a
//! paper is signed: the variables of Srikandi, the statement of electronic signatures.

use jiff::civil::Date;

use super::directive::{Attribute, Given, said};
use super::reader::Reader;
use crate::forms;
use crate::letter::{DayId, Named};
use crate::notation;
use crate::origins::{Line, Thing};
use crate::profil::ModeTte;
use bahasa::date::{format_date, parse_date};
use bahasa::nomor::GAP;
use base::source::Span;
use field::domain::srikandi;

/// Room for a date that is written by hand.
const OPEN_DAY: usize = 3;

impl<'a> Reader<'a> {
    /// A text of the data that the paper prints because it names by id what has it. It is noted,
    /// for it does not stand in the paper's text.
    pub(super) fn say(&mut self, text: &str, span: Span) -> Line {
        self.say_line(&Line::at(text, span))
    }

    /// The same of a text that is put together from several places.
    pub(super) fn say_line(&mut self, line: &Line) -> Line {
        // A text of several lines in the data is one line of a form, as in running text.
        let line = line.on_one_line();
        self.facts.variables_of(&line);
        self.facts.told.push(line.clone());
        line
    }

    /// The letter that an attribute names; one that is not there is told.
    pub(super) fn letter(
        &mut self,
        given: &Given<'_>,
        attribute: &dyn Attribute,
    ) -> Option<Named<'a>> {
        let (id, span) = given.placed(attribute)?;
        let found = self.context.letters.find(id);
        found.map_err(|problem| self.problems.add(span, problem)).ok()
    }

    /// What an attribute says of a day, as it is printed, and the day itself where it is one.
    pub(super) fn day(
        &mut self,
        given: &Given<'_>,
        attribute: &dyn Attribute,
    ) -> Option<(Line, Option<Date>)> {
        let written = given.written(attribute)?;
        let text = written.value.as_deref()?;
        let Some(id) = DayId::read(text) else {
            let thing = written.thing.as_ref().and_then(Thing::day);
            let day = thing.or_else(|| parse_date(text));
            return Some((self.date(said(written)?, given.span()), day));
        };
        match self.context.letters.day(id) {
            Ok((day, span)) => {
                let span = if span == Span::None { given.span() } else { span };
                let key = attribute.told().name;
                Some((self.named_day((day, span), key, given.span()), day))
            }
            Err(problem) => {
                self.problems.add(written.span, problem);
                None
            }
        }
    }

    /// A day of the data as it is printed: room for it where it is open. `asked` is where the
    /// paper asks for it, `key` what the day is.
    pub(super) fn named_day(
        &mut self,
        (day, span): (Option<Date>, Span),
        key: &str,
        asked: Span,
    ) -> Line {
        if self.by_srikandi() {
            return self.date(Line::default(), asked);
        }
        if let Some(day) = day {
            return self.say(&format_date(day), span);
        }
        self.facts.room((key, true), "", span);
        Line::at(GAP.repeat(OPEN_DAY), span)
    }

    /// A date, which is Srikandi's to fill in where it sends the letter; `span` is where the
    /// date is asked for.
    pub(super) fn date(&mut self, text: Line, span: Span) -> Line {
        match self.context.profil.tte.mode {
            ModeTte::Srikandi => self.variable(srikandi::DATE, span),
            ModeTte::Basah | ModeTte::Bsre => text,
        }
    }

    /// The number of a letter as it is printed: a dash where it has none; Srikandi's to fill in
    /// where it sends the letter. `asked` is where the paper asks for it.
    pub(super) fn letter_number(&mut self, named: &Named<'_>, asked: Span) -> Line {
        if self.by_srikandi() {
            return self.variable(srikandi::NUMBER, asked);
        }
        let Some(number) = &named.letter.number else { return "-".into() };
        if let Some(before) = number.value.before_gap() {
            self.facts.room(("nomor", false), before, number.span);
        }
        let (text, trail) = (number.value.to_string(), named.letter.number_trail.clone());
        self.say_line(&Line { text, trail })
    }

    /// The paper's own number as an attribute declares it, which is noted.
    pub(super) fn declared_number(
        &mut self,
        written: &notation::WrittenAttribute,
        asked: Span,
    ) -> Line {
        if !self.by_srikandi() {
            self.facts.number_as_written(written);
        }
        self.or_srikandi(said(written).unwrap_or_default(), asked)
    }

    /// A number, which is Srikandi's to give where it sends the letter.
    pub(super) fn or_srikandi(&mut self, text: Line, span: Span) -> Line {
        if self.by_srikandi() { self.variable(srikandi::NUMBER, span) } else { text }
    }

    /// Whether Srikandi sends the paper.
    pub(super) fn by_srikandi(&self) -> bool {
        self.context.profil.tte.mode == ModeTte::Srikandi
    }

    fn variable(&mut self, variable: &str, span: Span) -> Line {
        self.facts.variable(variable, span);
        Line::at(variable, span)
    }

    /// The statement of electronic signatures, at the foot of every page of a paper that bears
    /// one. A draft is not signed and says nothing.
    pub(super) fn state_signed(&mut self) {
        if self.anchors.is_empty() || !self.context.is_final {
            return;
        }
        let statement = forms::statement(&self.context.profil.tte);
        for section in &mut self.sections {
            let footer = &mut section.footer;
            footer.all.extend(statement.iter().cloned());
            if let Some(first) = &mut footer.first {
                first.extend(statement.iter().cloned());
            }
        }
    }
}
