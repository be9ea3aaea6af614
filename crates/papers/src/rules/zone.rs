//! The time zone of the daerah and that of its provinsi: one that is not written follows the
//! provinsi, and where that does not tell it either, the office is asked.

use super::RulesView;
use crate::problem::ContradictionProblem as Problem;
use base::diag::Problems;
use base::source::Span;
use data::workspace::Workspace;
use field::domain::JenisDaerah;
use field::spm::Catalog;

/// Lets a daerah that does not say its time zone have that of its provinsi.
pub fn follow_province(workspace: &mut Workspace, catalog: &Catalog) {
    if workspace.settings.daerah.zona_said {
        return;
    }
    let daerah = &mut workspace.settings.daerah;
    if let Some(province) = catalog.province(&daerah.provinsi) {
        daerah.zona = province.zona;
    }
}

/// Whether a key of the daerah was written.
fn is_written(workspace: &Workspace, key: &str) -> bool {
    workspace.settings.written.field("daerah").field(key).span() != Span::None
}

pub(super) fn check(held: RulesView<'_>, problems: &mut Problems) {
    let settings = &held.workspace.settings;
    let daerah = &settings.daerah;
    let written = settings.written.field("daerah");
    let has_zone = is_written(held.workspace, "zona_waktu");
    // Whose papers tell a time must say of which zone.
    let ask = |problems: &mut Problems| {
        if !has_zone && held.workspace.rakor.is_some() && !held.jobs.is_empty() {
            let zona = daerah.zona.abbreviation().to_owned();
            let place = held.sources.place_for(written.span(), "zona_waktu");
            problems.add(place, Problem::NoZone { zona });
        }
    };
    let untold = !is_written(held.workspace, "provinsi");
    if untold && daerah.jenis != JenisDaerah::Provinsi {
        ask(problems);
        return;
    }
    let named = match written.field("provinsi").span() {
        Span::None => written.place("nama"),
        span => span,
    };
    let Some(province) = held.catalog.province(&daerah.provinsi) else {
        // An invented daerah lies in an invented provinsi, and says so.
        let mut words = daerah.provinsi.split_whitespace();
        let invented = words.any(|word| word.eq_ignore_ascii_case("contoh"));
        if !invented && !daerah.provinsi.trim().is_empty() {
            let near = held.catalog.near_province(&daerah.provinsi);
            let maksud = near.map(|near| near.nama.clone()).unwrap_or_default();
            let teks = daerah.provinsi.clone();
            problems.add(named, Problem::UnknownProvince { teks, maksud });
        } else {
            ask(problems);
        }
        return;
    };
    if province.zona == daerah.zona {
        return;
    }
    problems.add(
        written.field("zona_waktu").span(),
        Problem::OtherZone {
            zona: daerah.zona.abbreviation().to_owned(),
            provinsi: format!("Provinsi {}", province.nama),
            resmi: province.zona.abbreviation().to_owned(),
            lain: held.place(named),
        },
    );
}
