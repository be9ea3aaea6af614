use super::*;

#[test]
fn the_default_says_every_value() {
    let base = Layers::built_in();
    let said: Vec<&str> = base.in_force(&[]).iter().map(|v| v.key).collect();
    let all: Vec<&str> = KEYS.iter().map(|k| k.name).collect();
    assert_eq!(said, all);
    for value in base.in_force(&[]) {
        assert!(value.certainty.is_some(), "{}: how sure?", value.key);
    }
}

/// What papers looked like before profiles were files; only the kop's rule differs, of which
/// the forms drawn from 1/2023 show one line.
#[test]
fn the_default_is_what_it_was() {
    let profil = Profil::default();
    let mm = typeset::units::Pt::mm;
    assert_eq!(profil.paper, (mm(210.0), mm(297.0)));
    assert_eq!(profil.margins, typeset::document::Margins::default());
    assert_eq!((profil.size.0, profil.spacing, profil.gap.0), (12.0, 1.15, 6.0));
    assert_eq!(profil.indent, mm(12.5));
    assert_eq!((profil.kop.sizes.0.0, profil.kop.sizes.1.0), (13.5, 18.0));
    assert_eq!(profil.kop.rule, typeset::document::RuleKind::Thick);
    assert_eq!(profil.tanda_tangan.ruang, mm(22.0));
    assert_eq!(profil.tanda_tangan.kiri, mm(80.0));
    assert_eq!(profil.surat.label_hal, "Hal");
    assert_eq!(profil.tanda_tangan.label_nip, "NIP");
}

#[test]
fn every_built_in_profile_is_read_without_a_mistake() {
    for (name, text) in AVAILABLE {
        let mut problems = base::diag::Problems::default();
        let file = base::source::SourceMap::default().add(name, text);
        data::workspace::with_fields(name, file, text, &mut problems, |f| {
            super::read::Layer::read(name, f)
        });
        assert!(problems.is_empty(), "{name}: {:?}", problems.sorted());
    }
}
