//! Templates on their own, without the shipped ones and without a workspace, for fuzzing and
//! tests.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Engine, Held, TemplateManifest, Templates};
use crate::origins::FilledText;
use base::diag::Problems;
use base::source::SourceMap;

/// A template of the workspace filled with `context`, or all that is wrong with it.
///
/// # Errors
/// It does not compile, or filling it stopped.
pub fn filled(text: &str, context: &Held) -> Result<FilledText, Problems> {
    const PATH: &str = "uji/isi.md";
    let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
    let file = sources.add(PATH, text);
    let own = Templates::own_file(Arc::from(text), file, &mut problems);
    let files = BTreeMap::from([(PATH.to_owned(), own)]);
    let templates = Templates { files, manifests: BTreeMap::new() };
    let engine = Engine::new(&templates, &mut problems);
    engine.own_mistakes(context, &templates, &mut problems);
    if problems.has_errors() {
        return Err(problems);
    }
    let filled = engine.render(PATH, context, &templates);
    filled.map_err(|first| engine.mistakes(PATH, context, &templates, first))
}

/// What a `template.toml` says.
pub fn description(text: &str) -> (Option<TemplateManifest>, Problems) {
    let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
    let file = sources.add("uji/template.toml", text);
    (TemplateManifest::read("uji", file, text, &mut problems), problems)
}
