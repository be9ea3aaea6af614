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
    assert_eq!(profil.surat.label("Hal").map(|own| &**own), Some("Hal"));
    assert_eq!(&*profil.tanda_tangan.label_nip, "NIP");
}

#[test]
fn every_built_in_profile_is_read_without_a_mistake() {
    for (name, text) in AVAILABLE {
        let (_, problems) = read(name, text);
        assert!(problems.is_empty(), "{name}: {:?}", problems.sorted());
    }
}

fn read(name: &str, text: &str) -> (super::read::Layer, base::diag::Problems) {
    let mut problems = base::diag::Problems::default();
    let file = base::source::SourceMap::default().add(name, text);
    let layer = data::workspace::with_fields(name, file, text, &mut problems, |f| {
        super::read::Layer::read(name, f)
    });
    (layer, problems)
}

/// A skeleton without its marks is the built-in profile: every key, its value, its place.
#[test]
fn the_lines_of_a_new_workspace_say_the_default() {
    let skeleton = declared().skeleton;
    let assigned = |line: &str| {
        line.strip_prefix("# ").filter(|l| l.contains(" = ")).map(str::to_owned)
    };
    let lines: Vec<String> = skeleton.lines().filter_map(assigned).collect();
    let (layer, problems) = read("naskah.toml", &lines.join("\n"));
    assert!(problems.is_empty(), "{:?}", problems.sorted());
    let base = Layers::built_in();
    for key in KEYS {
        let said = layer.general.get(key.name).map(|value| &value.value);
        assert_eq!(said, base.value(key.name, &[]), "{}", key.name);
    }
    assert!(!skeleton.contains("]("), "links lead nowhere in a file: {skeleton}");
}

#[test]
fn the_schema_tells_every_key_with_its_default() {
    let schema = schema();
    let inside = |table: &str| schema["properties"][table]["properties"].as_object();
    for key in KEYS {
        let found = match key.name.split_once('.') {
            Some((table, short)) => inside(table).and_then(|all| all.get(short)),
            None => schema["properties"].get(key.name),
        };
        let found = found.unwrap_or_else(|| panic!("{} is not in the schema", key.name));
        assert!(!found["default"].is_null(), "{}: {found}", key.name);
        assert!(found["description"].as_str().is_some_and(|told| told.len() > 5));
    }
    assert_eq!(schema["properties"]["ukuran_pt"]["minimum"], 4);
    assert_eq!(schema["properties"]["muat"]["properties"]["spasi_min"]["minimum"], 0.8);
    assert_eq!(schema["additionalProperties"], false);
}
