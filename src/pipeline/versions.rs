//! What a workspace of another version of the program should know.

use std::sync::LazyLock;

use serde::Deserialize;

use super::Opened;
use crate::output::{Manifest, Target};
use crate::problem::VersionProblem;
use base::diag::{Both, Problems, Span};
use data::version::ProgramVersion;

/// What changed for workspaces, by version, the newest first.
static CHANGES: LazyLock<ChangeList> =
    LazyLock::new(|| toml::from_str(include_str!("versions.toml")).unwrap_or_default());

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangeList {
    perubahan: Vec<Change>,
}

/// A change that somebody who keeps a workspace must know of.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Change {
    versi: String,
    id: String,
    en: String,
}

impl Opened {
    /// Tells that the workspace is of another version: the one that `versi` names, else the one
    /// that made the papers in `out`.
    pub(super) fn tell_version(&self, out: &Target, problems: &mut Problems) {
        let Some(own) = ProgramVersion::read(env!("CARGO_PKG_VERSION")) else { return };
        let named = self.workspace.settings.versi.as_ref().map(|v| (v.value, v.span));
        let printed = || Some((Manifest::version(out)?, Span::None));
        let Some((made, span)) = named.or_else(printed) else { return };
        let changes = since(made, own);
        let newer = made > own;
        let (made, own) = (made.to_string(), own.to_string());
        if newer {
            problems.add(span, VersionProblem::Newer { made, own });
        } else if let Some(changes) = changes {
            problems.add(span, VersionProblem::Older { made, own, changes });
        }
    }
}

/// What changed after a version; `None` when nothing did.
fn since(made: ProgramVersion, own: ProgramVersion) -> Option<Both> {
    let newer = |change: &&Change| {
        ProgramVersion::read(&change.versi)
            .is_some_and(|version| version > made && version <= own)
    };
    let changes: Vec<&Change> = CHANGES.perubahan.iter().filter(newer).collect();
    let joined = |of: fn(&Change) -> &str| {
        changes.iter().flat_map(|change| ["\n  - ", of(change)]).collect::<String>()
    };
    (!changes.is_empty()).then(|| Both::new(joined(|c| &c.id), joined(|c| &c.en)))
}

#[cfg(test)]
mod tests {
    use super::{CHANGES, since};
    use data::version::ProgramVersion;

    #[test]
    fn every_change_names_its_version() {
        let own = ProgramVersion::read(env!("CARGO_PKG_VERSION")).unwrap();
        assert!(!CHANGES.perubahan.is_empty());
        for change in &CHANGES.perubahan {
            let version = ProgramVersion::read(&change.versi);
            assert!(version.is_some_and(|v| v <= own), "{}", change.versi);
            for text in [&change.id, &change.en] {
                let whole = !text.is_empty() && !text.ends_with(['.', ';']);
                assert!(whole && !text.contains('\n'), "{text}");
            }
        }
    }

    #[test]
    fn a_workspace_of_today_has_nothing_to_know() {
        let own = ProgramVersion::read(env!("CARGO_PKG_VERSION")).unwrap();
        assert!(since(own, own).is_none());
        assert!(since(ProgramVersion::read("0.1.0").unwrap(), own).is_some());
    }
}
