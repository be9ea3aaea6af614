//! What only holds for papers that are signed electronically.

use super::Opened;
use base::diag::Problems;
use field::domain::srikandi;
use papers::facts;
use papers::origins::Filled;
use papers::plan::Job;
use papers::problem::SignatureProblem;
use papers::profil::ModeTte;
use typeset::document::Document;
use typeset::layout::Pages;
use typeset::layout::page::ItemKind;

/// Behind the pages of a PDF whose DOCX goes to Srikandi: nobody signs the PDF.
pub(super) const PREVIEW: &str = "PRATINJAU";

/// Each mark of an electronic signature stands once on the paper: the service puts the visual
/// at the first it finds.
pub(super) fn anchors(document: &Document, pages: &Pages, problems: &mut Problems) {
    for mark in &document.anchors {
        let items = pages.pages.iter().flat_map(|page| &page.items);
        let texts = items.filter_map(|item| match &item.kind {
            ItemKind::Text(run) if run.text.contains(*mark) => Some((item.span, run)),
            _ => None,
        });
        let mut own = true;
        for (span, run) in texts {
            // The first that says nothing else is the signature's.
            let alone = run.text.trim().chars().eq([*mark]);
            if alone && std::mem::take(&mut own) {
                continue;
            }
            let text = run.text.trim().to_owned();
            let jangkar = mark.to_string();
            problems.add(span, SignatureProblem::AnchorInText { jangkar, text });
        }
    }
}

impl Opened {
    /// Whether Srikandi sends the papers of a template.
    pub(super) fn srikandi(&self, job: &Job) -> bool {
        let profil = self.profil.get(&job.template);
        profil.is_some_and(|p| p.tte.mode == ModeTte::Srikandi)
    }

    /// Whether a paper has variables; those that Srikandi does not know are problems.
    pub(super) fn variables(
        lines: &[String],
        filled: &Filled,
        problems: &mut Problems,
    ) -> bool {
        for found in facts::unknown_variables(filled) {
            let allowed = srikandi::VARIABLES.join(", ");
            let text = found.value;
            problems.add(found.span, SignatureProblem::UnknownVariable { text, allowed });
        }
        lines.iter().any(|line| line.contains("${"))
    }
}
