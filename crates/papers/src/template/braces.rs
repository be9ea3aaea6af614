//! Tags of the workspace's own templates that lost a brace.

use super::TemplateFile;
use crate::notation::lost_tag;
use crate::problem::TemplateProblem;
use base::diag::Problems;
use base::source::Span;

/// Tells of what was meant for a tag in a file of the workspace.
pub(super) fn check(file: &TemplateFile, problems: &mut Problems) {
    for (range, meant) in lost_tag::lost(&file.text) {
        let written = file.text.get(range.clone()).unwrap_or_default().to_owned();
        let span = Span::text(file.file, range);
        problems.add(span, TemplateProblem::LostBrace { written, meant });
    }
}

#[cfg(test)]
mod tests {
    use crate::notation::lost_tag::lost;

    #[test]
    fn no_shipped_template_has_one() {
        for (path, text) in crate::template::shipped() {
            assert_eq!(lost(text), [], "{path}");
        }
    }
}
