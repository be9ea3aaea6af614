//! What official forms owe to the way a paper is signed: the variables of Srikandi, the
//! statement of electronic signatures.

use super::reader::Reader;
use crate::facts;
use crate::forms;
use crate::profil::ModeTte;
use base::source::Span;
use field::domain::srikandi;

impl Reader<'_> {
    /// A date, which is Srikandi's to fill in where it sends the letter; `span` is where the
    /// date is asked for.
    pub(super) fn date(&mut self, text: String, span: Span) -> String {
        match self.context.profil.tte.mode {
            ModeTte::Srikandi => self.variable(srikandi::DATE, span),
            ModeTte::Basah | ModeTte::Bsre => text,
        }
    }

    /// Rows of a head; number and date are Srikandi's where it sends the letter.
    pub(super) fn numbered(
        &mut self,
        mut rows: Vec<(String, String)>,
        span: Span,
    ) -> Vec<(String, String)> {
        if self.context.profil.tte.mode == ModeTte::Srikandi {
            for (label, value) in &mut rows {
                if facts::is_number(label) {
                    *value = self.variable(srikandi::NUMBER, span);
                } else if facts::is_date(label) {
                    *value = self.variable(srikandi::DATE, span);
                }
            }
        }
        rows
    }

    fn variable(&mut self, variable: &str, span: Span) -> String {
        self.facts.variable(variable, span);
        variable.to_owned()
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
