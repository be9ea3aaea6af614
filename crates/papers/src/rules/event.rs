//! The date that papers of an event have of it.

use crate::template::Templates;
use base::source::Span;
use data::workspace::Workspace;

/// Lets the papers of an event that the data does not date have the event's date.
pub fn follow_event(workspace: &mut Workspace, templates: &Templates) {
    let Some(last) = workspace.rakor.as_ref().map(|rakor| rakor.sampai) else { return };
    let register = workspace.register.as_ref();
    for letter in &mut workspace.surat {
        let name = &letter.template.value;
        let numbered = register.is_some_and(|r| {
            r.entries().iter().any(|e| e.template.as_ref() == Some(name))
        });
        let follows = templates
            .manifests
            .get(name)
            .and_then(|manifest| manifest.timing)
            .is_some_and(crate::template::Timing::follows);
        // A number that was taken has the date it was taken for.
        // A date that was written and could not be read is another one, if not which.
        let written = letter.written.field("tanggal").span() != Span::None;
        if letter.tanggal.is_none() && follows && !numbered && !written {
            letter.tanggal = Some(last);
        }
    }
}
