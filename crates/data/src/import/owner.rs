//! Whose the services of an import are. A file may hold rows of an urusan that its OPD shares:
//! what belongs to another is told once and left to that OPD's own file.

use std::collections::BTreeMap;

use super::{Import, ImportedLayanan, Skipped};
use crate::problem::{ImportProblem, ReferenceProblem};
use crate::tables::{Datum, Key};
use crate::workspace::Workspace;
use base::diag::{Both, Problems};
use base::source::{Span, Spanned};
use field::domain::Opd;
use field::spm::{Catalog, LayananCapaian, Owners};

/// What is known of the owners of services.
#[derive(Clone, Copy)]
struct KnownOwners<'a> {
    workspace: &'a Workspace,
    catalog: &'a Catalog,
    owners: Owners<'a>,
    there: &'a [Spanned<LayananCapaian>],
    /// The OPD that the user named.
    asked: Option<&'a str>,
}

/// Codes with the place of the first.
type Codes = (Vec<String>, Span);

/// Settles the OPD of each service, and takes out those of other OPDs; `false` after a problem.
pub(super) fn settle(
    (workspace, catalog): (&Workspace, &Catalog),
    import: &mut Import,
    there: &[Spanned<LayananCapaian>],
    asked: Option<&str>,
    problems: &mut Problems,
) -> bool {
    let owners = Owners::new(&workspace.opd, catalog);
    let known = KnownOwners { workspace, catalog, owners, there, asked };
    let mut foreign: BTreeMap<(String, String), Codes> = BTreeMap::new();
    let mut unknown: Codes = (Vec::new(), Span::None);
    let mut valid = true;
    let all = std::mem::take(&mut import.layanan);
    for mut service in all {
        let Spanned { value: kode, span } = service.kode.clone();
        if let Some((owner, sender)) = known.foreign(&service) {
            let pair = (owner.to_owned(), sender.to_owned());
            let (codes, _) = foreign.entry(pair).or_insert((Vec::new(), span));
            codes.push(kode.clone());
            import.skipped.push(Skipped {
                place: span,
                content: kode,
                why: Both::new("layanan OPD lain", "a service of another OPD"),
            });
            continue;
        }
        match known.owner(&service) {
            Some(ServiceOwner::Written(opd)) => {
                valid &= recognised(&workspace.opd, &opd, problems);
            }
            Some(ServiceOwner::There) => {}
            Some(ServiceOwner::Found(opd)) => {
                service.content.set(Key::OPD, Spanned::new(Datum::Text(opd), span));
            }
            None => {
                if unknown.0.is_empty() {
                    unknown.1 = span;
                }
                unknown.0.push(kode);
            }
        }
        import.layanan.push(service);
    }
    if !unknown.0.is_empty() {
        let kode = unknown.0.join(", ");
        problems.add(unknown.1, ImportProblem::OpdUnknown { kode });
        valid = false;
    }
    let nothing_left = import.layanan.is_empty();
    for ((owner, sender), (codes, span)) in foreign {
        let kode = codes.join(", ");
        // A file of which nothing belongs to its OPD is most likely somebody else's.
        if nothing_left {
            let (there, asked) = (owner, sender);
            problems.add(span, ImportProblem::OpdDiffers { kode, there, asked });
            valid = false;
        } else {
            problems.add(span, ImportProblem::OfOtherOpd { kode, owner, sender });
        }
    }
    valid
}

/// How the OPD of a service is known.
enum ServiceOwner<'a> {
    /// The import says it.
    Written(Spanned<&'a str>),
    /// The data of the quarter says it.
    There,
    /// Something else tells it.
    Found(String),
}

impl<'a> KnownOwners<'a> {
    /// The OPD of a service and the one that sent it, where these are two.
    fn foreign<'s>(&self, service: &'s ImportedLayanan) -> Option<(&'s str, &'s str)>
    where
        'a: 's,
    {
        let kode = &service.kode.value;
        let written = service.content.text(Key::OPD).map(|o| o.value);
        let sender = self.asked.or(written)?;
        let old = self.there.iter().find(|a| a.kode == *kode).map(|l| l.opd.as_str());
        let named = self.owners.named(kode);
        let owner = match named[..] {
            [one] => Some(one.id.value.as_str()),
            // What the import writes it may change; what was typed it may not.
            _ if self.asked.is_some() => written.or(old),
            _ => None,
        };
        let owner = owner.filter(|owner| *owner != sender)?;
        Some((owner, sender))
    }

    /// The OPD of a service of this import.
    fn owner<'s>(&self, service: &'s ImportedLayanan) -> Option<ServiceOwner<'s>> {
        let kode = &service.kode.value;
        if let Some(opd) = service.content.text(Key::OPD) {
            return Some(ServiceOwner::Written(opd));
        }
        let old = self.there.iter().find(|a| a.kode == *kode);
        let listed = self.catalog.layanan(kode);
        let sure = listed.and_then(|l| self.owners.sure(l)).map(|o| &o.id.value);
        if let Some([one]) = Some(&self.owners.named(kode)[..])
            && old.is_none_or(|old| old.opd != one.id.value)
        {
            return Some(ServiceOwner::Found(one.id.value.clone()));
        }
        if old.is_some() {
            return Some(ServiceOwner::There);
        }
        let declines = |id: &str| listed.is_some_and(|l| self.owners.declines(id, l));
        let earlier = self.workspace.capaian.values().rev().flatten();
        let mut earlier = earlier.filter(|l| l.kode == *kode).map(|l| l.opd.as_str());
        let earlier = earlier.find(|id| !declines(id));
        let found = self.asked.or(earlier).or(sure.map(String::as_str))?;
        Some(ServiceOwner::Found(found.to_owned()))
    }
}

fn recognised(all: &[Opd], opd: &Spanned<&str>, problems: &mut Problems) -> bool {
    if all.iter().any(|o| o.id.value == opd.value) {
        return true;
    }
    let what = (Both::same("OPD"), Both::same("data/opd.toml"));
    let ids = all.iter().map(|o| o.id.value.as_str());
    problems.add(opd.span, ReferenceProblem::unknown_id(what, opd.value, ids));
    false
}
