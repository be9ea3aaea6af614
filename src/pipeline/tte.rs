//! What only holds for papers that are signed electronically.

use super::Opened;
use base::diag::Problems;
use field::domain::srikandi;
use papers::facts::{Facts, Variable};
use papers::plan::Job;
use papers::problem::SignatureProblem;
use papers::profil::ModeTte;
use typeset::document::Document;
use typeset::layout::Pages;
use typeset::layout::page::ItemKind;

/// Behind the pages of a PDF whose DOCX goes to Srikandi: nobody signs the PDF.
pub(super) const PREVIEW: &str = "PRATINJAU";

/// Each mark of an electronic signature stands once on the paper: the service puts the visual
/// at the first such character it finds, so no other text may hold it.
pub(super) fn anchors(document: &Document, pages: &Pages, problems: &mut Problems) {
    for mark in &document.anchors {
        let items = pages.pages.iter().flat_map(|page| &page.items);
        for item in items {
            let ItemKind::Text(run) = &item.kind else { continue };
            if !run.anchor && run.text.contains(*mark) {
                let (jangkar, text) = (mark.to_string(), run.text.trim().to_owned());
                problems.add(item.span, SignatureProblem::AnchorInText { jangkar, text });
            }
        }
    }
}

impl Opened {
    /// Whether Srikandi sends the papers of a template.
    pub(super) fn srikandi(&self, job: &Job) -> bool {
        let profil = self.profil.get(&job.template);
        profil.is_some_and(|p| p.tte.mode == ModeTte::Srikandi)
    }
}

/// Variables of a paper for Srikandi that it does not know are problems.
pub(super) fn unknown_variables(facts: &Facts, problems: &mut Problems) {
    for found in &facts.variables {
        if let Variable::Unknown(text) = &found.value {
            let (text, allowed) = (text.clone(), srikandi::VARIABLES.join(", "));
            problems.add(found.span, SignatureProblem::UnknownVariable { text, allowed });
        }
    }
}
