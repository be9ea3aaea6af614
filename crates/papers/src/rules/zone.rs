//! The time zone of the daerah and that of its provinsi.

use super::Held;
use crate::problem::ContradictionProblem as Problem;
use base::diag::Problems;
use base::source::Span;

pub(super) fn check(held: Held<'_>, problems: &mut Problems) {
    let settings = &held.workspace.settings;
    let daerah = &settings.daerah;
    let written = settings.written.field("daerah");
    let or_table = |key: &str| match written.field(key).span() {
        Span::None => written.span(),
        span => span,
    };
    let named = match written.field("provinsi").span() {
        Span::None => or_table("nama"),
        span => span,
    };
    let Some(province) = held.catalog.province(&daerah.provinsi) else {
        if let Some(near) = held.catalog.near_province(&daerah.provinsi) {
            let (teks, maksud) = (daerah.provinsi.clone(), near.nama.clone());
            problems.add(named, Problem::UnknownProvince { teks, maksud });
        }
        return;
    };
    if province.zona == daerah.zona {
        return;
    }
    problems.add(
        or_table("zona_waktu"),
        Problem::OtherZone {
            zona: daerah.zona.abbreviation().to_owned(),
            provinsi: format!("Provinsi {}", province.nama),
            resmi: province.zona.abbreviation().to_owned(),
            lain: held.place(named),
        },
    );
}
