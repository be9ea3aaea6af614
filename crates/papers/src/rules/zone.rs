//! The time zone of the daerah and that of its provinsi.

use super::RulesView;
use crate::problem::ContradictionProblem as Problem;
use base::diag::Problems;
use base::source::Span;
use field::domain::JenisDaerah;

pub(super) fn check(held: RulesView<'_>, problems: &mut Problems) {
    let settings = &held.workspace.settings;
    let daerah = &settings.daerah;
    let written = settings.written.field("daerah");
    let or_table = |key: &str| match written.field(key).span() {
        Span::None => written.span(),
        span => span,
    };
    let untold = matches!(written.field("provinsi").span(), Span::None);
    if untold && daerah.jenis != JenisDaerah::Provinsi {
        return;
    }
    let named = match written.field("provinsi").span() {
        Span::None => or_table("nama"),
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
