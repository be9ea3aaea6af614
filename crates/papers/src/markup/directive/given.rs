//! The attributes a text gives to a directive, asked for by what they are declared as.

use super::kinds::{Exact, Flag, Number, Text, Whole, Widths, Word};
use super::spec::{Attribute, Given, Said};
use crate::notation;
use crate::origins::{Figure, Line, Thing};
use base::source::Span;
use num_rational::BigRational;
use typeset::document::ColumnWidth;
use typeset::units::Pt;

impl<'a> Given<'a> {
    /// The line.
    pub(in crate::markup) fn span(&self) -> Span {
        self.opening.span
    }

    /// The first value of an attribute and its place.
    pub(in crate::markup) fn placed(
        &self,
        attribute: &dyn Attribute,
    ) -> Option<(&'a str, Span)> {
        self.opening.get(self.name(attribute))
    }

    /// The first of an attribute, with all that is known of its value.
    pub(in crate::markup) fn written(
        &self,
        attribute: &dyn Attribute,
    ) -> Option<&'a notation::WrittenAttribute> {
        let name = self.name(attribute);
        self.opening.attributes.iter().find(|a| a.key == name)
    }

    /// What is read but not printed.
    pub(super) fn maybe(&self, attribute: &Text) -> Option<String> {
        self.placed(attribute).map(|(text, _)| text.to_owned())
    }

    pub(super) fn text(&self, attribute: &Text) -> String {
        self.maybe(attribute).unwrap_or_default()
    }

    /// What is printed, with its places.
    pub(super) fn line(&self, attribute: &Text) -> Option<Line> {
        said(self.opening.attributes.iter().find(|a| a.key == self.name(attribute))?)
    }

    /// The same of all values.
    pub(super) fn lines(&self, attribute: &Text) -> Vec<Line> {
        let name = self.name(attribute);
        self.opening
            .attributes
            .iter()
            .filter(|a| a.key == name)
            .filter_map(said)
            .collect()
    }

    /// Each label with the values behind it: one, several, or none; values before all labels have
    /// an empty one. The value that is the paper's number is printed as `printed` says.
    pub(super) fn rows(
        &self,
        label: &Text,
        (value, number): (&Text, &Text),
        printed: Option<&Line>,
    ) -> Vec<(Line, Vec<Line>)> {
        let (label, value) = (self.name(label), self.name(value));
        let number = self.name(number);
        let mut rows: Vec<(Line, Vec<Line>)> = Vec::new();
        for attribute in &self.opening.attributes {
            let Some(said) = said(attribute) else { continue };
            let said = match &attribute.key {
                key if *key == label => {
                    rows.push((said, Vec::new()));
                    continue;
                }
                key if *key == value => said,
                key if *key == number => printed.cloned().unwrap_or(said),
                _ => continue,
            };
            match rows.last_mut() {
                Some((_, values)) => values.push(said),
                None => rows.push((Line::default(), vec![said])),
            }
        }
        rows
    }

    /// The first value behind a label that `which` says yes to, as it was written.
    pub(super) fn value_of(
        &self,
        (label, value): (&Text, &Text),
        which: impl Fn(&str) -> bool,
    ) -> Option<&'a notation::WrittenAttribute> {
        let (label, value) = (self.name(label), self.name(value));
        let mut attributes = self.opening.attributes.iter();
        let is = |text: &Option<String>| text.as_deref().is_some_and(&which);
        attributes.find(|a| a.key == label && is(&a.value))?;
        let found = attributes.find(|a| a.key == label || a.key == value)?;
        Some(found).filter(|found| found.key == value && found.value.is_some())
    }

    /// Each label with the value behind it, empty where there is none; each further value has a
    /// row of its own without a label.
    pub(super) fn pairs(&self, label: &Text, value: &Text) -> Vec<(Line, Line)> {
        let rows = self.rows(label, (value, value), None).into_iter();
        let pairs = rows.flat_map(|(label, values)| {
            let mut values = values.into_iter();
            let first = (label, values.next().unwrap_or_default());
            std::iter::once(first).chain(values.map(|value| (Line::default(), value)))
        });
        pairs.collect()
    }

    pub(super) fn number(&self, attribute: &Number) -> Option<f32> {
        attribute.value(self.placed(attribute)?.0)
    }

    pub(super) fn mm(&self, attribute: &Number) -> Option<Pt> {
        self.number(attribute).map(Pt::mm)
    }

    pub(super) fn points(&self, attribute: &Number) -> Option<Pt> {
        self.number(attribute).map(Pt)
    }

    pub(super) fn whole(&self, attribute: &Whole) -> Option<u16> {
        attribute.value(self.placed(attribute)?.0)
    }

    /// The number itself where a tag printed one, not its print; else what is written.
    pub(super) fn exact(&self, attribute: &Exact) -> Option<BigRational> {
        let written = self.written(attribute)?;
        let text = attribute.value(written.value.as_deref()?)?;
        let exact = written.thing.as_ref().and_then(Thing::figure).map(Figure::value);
        Some(exact.cloned().unwrap_or(text))
    }

    pub(super) fn word<T: Copy + Sync>(&self, attribute: &Word<T>) -> Option<T> {
        attribute.value(self.placed(attribute)?.0)
    }

    pub(super) fn flag(&self, attribute: &Flag) -> bool {
        self.maybe_flag(attribute).unwrap_or_default()
    }

    /// What the flag says, when it is there.
    pub(super) fn maybe_flag(&self, attribute: &Flag) -> Option<bool> {
        let name = self.name(attribute);
        let written = self.opening.attributes.iter().find(|a| a.key == name)?;
        attribute.says(Said(written.value.as_deref()))
    }

    pub(super) fn widths(&self, attribute: &Widths) -> Vec<ColumnWidth> {
        self.placed(attribute)
            .and_then(|(text, _)| attribute.value(text))
            .unwrap_or_default()
    }

    /// The name to look for; tests see which attributes a reader asks for.
    #[allow(clippy::unused_self)]
    fn name(&self, attribute: &dyn Attribute) -> &'static str {
        let name = attribute.told().name;
        #[cfg(test)]
        super::tests::asked(self.directive.name, name);
        name
    }
}

/// The value of an attribute with its places; none of a bare flag.
pub(in crate::markup) fn said(attribute: &notation::WrittenAttribute) -> Option<Line> {
    let text = attribute.value.clone()?;
    Some(Line { text, trail: attribute.trail.clone() })
}
