//! What official forms owe to the way a paper is signed: the variables of Srikandi, the
//! statement of electronic signatures.

use super::reader::Reader;
use crate::forms;
use crate::profil::ModeTte;
use field::domain::srikandi;

impl Reader<'_> {
    /// A date, which is Srikandi's to fill in where it sends the letter.
    pub(super) fn date(&self, text: String) -> String {
        match self.context.profil.tte.mode {
            ModeTte::Srikandi => srikandi::DATE.to_owned(),
            ModeTte::Basah | ModeTte::Bsre => text,
        }
    }

    /// Rows of a head; number and date are Srikandi's where it sends the letter.
    pub(super) fn numbered(
        &self,
        mut rows: Vec<(String, String)>,
    ) -> Vec<(String, String)> {
        if self.context.profil.tte.mode == ModeTte::Srikandi {
            for (label, value) in &mut rows {
                match label.as_str() {
                    "Nomor" => srikandi::NUMBER.clone_into(value),
                    "Tanggal" => srikandi::DATE.clone_into(value),
                    _ => {}
                }
            }
        }
        rows
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
