//! What a profile may say, for people and programs: the table of the handbook, a JSON Schema,
//! the lines of a new workspace.

use serde_json::{Map, Value, json};

use super::keys::{Group, KeyKind, TABLES};
use super::read::{PAPERS, Setting};
use super::values::{BESIDE, KEYS, ProfileKey};
use super::{AVAILABLE, BUILT_IN, Layers};
use data::tables::{self, Elsewhere, SettingLine};

/// `[profil]` of naskah.toml.
pub fn declared() -> Elsewhere {
    Elsewhere {
        key: "profil",
        schema: object(Some(&Layers::built_in())),
        skeleton: skeleton(),
        lines: lines(),
    }
}

/// What may be said of the form of papers, as a workbook shows it.
fn lines() -> Vec<SettingLine> {
    let base = Layers::built_in();
    let below = AVAILABLE.iter().map(|(name, _)| (*name).to_owned()).collect();
    let mut lines = vec![SettingLine {
        group: "Profil".to_owned(),
        name: "dasar",
        about: beside("dasar").to_owned(),
        words: below,
        by_default: BUILT_IN.to_owned(),
    }];
    for (word, group) in Group::ALL {
        let keys = KEYS.iter().filter(|key| key.group == group);
        lines.extend(keys.map(|key| SettingLine {
            group: bahasa::words::capitalize(&word.replace('_', " ")),
            name: key.name,
            about: match key.kind {
                KeyKind::Word(_) | KeyKind::Kertas | KeyKind::Flag => {
                    key.about.to_owned()
                }
                kind => format!("{} ({})", key.about, allowed(kind)),
            },
            words: match key.kind {
                KeyKind::Word(words) => words.iter().map(|w| (*w).to_owned()).collect(),
                KeyKind::Kertas => PAPERS.map(|(name, _)| name.to_owned()).to_vec(),
                KeyKind::Flag => vec!["ya".to_owned(), "tidak".to_owned()],
                _ => Vec::new(),
            },
            by_default: base.value(key.name, &[]).map(in_cell).unwrap_or_default(),
        }));
    }
    lines
}

/// A value as it is written in a cell.
fn in_cell(value: &Setting) -> String {
    let number = |n: &f32| n.to_string().replace('.', ",");
    match value {
        Setting::Number(n) => number(n),
        Setting::Pair(a, b) => format!("{} | {}", number(a), number(b)),
        Setting::Kertas(text, ..) | Setting::Word(text) => (*text).to_string(),
        Setting::Text(text) => text.clone(),
        Setting::Flag(yes) => if *yes { "ya" } else { "tidak" }.to_owned(),
        Setting::Numbers(all) => all.iter().map(number).collect::<Vec<_>>().join(" | "),
        Setting::Texts(all) => {
            all.iter().map(|text| text.value.clone()).collect::<Vec<_>>().join(" | ")
        }
    }
}

/// The schema of a profile's own file.
pub fn schema() -> Value {
    let about = "Profil tata naskah: bentuk naskah menurut peraturan daerah.";
    tables::whole_file("catalog/profil/*.toml", about, object(Some(&Layers::built_in())))
}

/// Its keys as Markdown.
pub fn rows() -> String {
    let beside = BESIDE.iter().map(|(name, about)| {
        let (value, by_default) = match *name {
            "dasar" => ("teks".to_owned(), format!("`\"{BUILT_IN}\"`")),
            "nama" => ("teks".to_owned(), String::new()),
            name if name.starts_with("kertas_mm") => {
                ("bilangan 50 sampai 2000".to_owned(), String::new())
            }
            _ => ("tabel".to_owned(), String::new()),
        };
        (*name, value, *about, by_default)
    });
    let base = Layers::built_in();
    let values = KEYS.iter().map(|key| {
        let by_default = base.value(key.name, &[]).map(written).unwrap_or_default();
        (key.name, allowed(key.kind), key.about, format!("`{by_default}`"))
    });
    let mut text = "| Kunci | Nilai | Isi | Bawaan |\n|:--|:--|:--|:--|\n".to_owned();
    for (name, value, about, by_default) in beside.chain(values) {
        let line = format!("| `{name}` | {value} | {about} | {by_default} |\n");
        text.push_str(&line.replace("|  |", "| |"));
    }
    text
}

/// What may stand at a key, in Indonesian.
fn allowed(kind: KeyKind) -> String {
    let words = |words: &[&str]| {
        let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
        words.join(", ")
    };
    match kind {
        KeyKind::Kertas => words(&PAPERS.map(|(name, _)| name)),
        KeyKind::Number(low, high) => format!("bilangan {low} sampai {high}"),
        KeyKind::Whole(low, high) => format!("bilangan bulat {low} sampai {high}"),
        KeyKind::Pair(low, high) => format!("dua bilangan {low} sampai {high}"),
        KeyKind::Word(all) => words(all),
        KeyKind::Numbers(low, high) => format!("beberapa bilangan {low} sampai {high}"),
        KeyKind::Faces => "beberapa nama huruf".to_owned(),
        KeyKind::Picture => "gambar dalam folder `aset`".to_owned(),
        KeyKind::Text => "teks".to_owned(),
        KeyKind::Huruf => "nama huruf".to_owned(),
        KeyKind::Pattern => "pola nomor".to_owned(),
        KeyKind::Flag => "`true` atau `false`".to_owned(),
    }
}

/// A value as it is written in TOML.
fn written(value: &Setting) -> String {
    match value {
        Setting::Number(n) => n.to_string(),
        Setting::Pair(a, b) => format!("[{a}, {b}]"),
        Setting::Kertas(text, ..) | Setting::Word(text) => format!("\"{text}\""),
        Setting::Text(text) => format!("\"{text}\""),
        Setting::Flag(yes) => yes.to_string(),
        Setting::Numbers(all) => {
            let all: Vec<String> = all.iter().map(f32::to_string).collect();
            format!("[{}]", all.join(", "))
        }
        Setting::Texts(all) => {
            let all: Vec<String> =
                all.iter().map(|text| format!("\"{}\"", text.value)).collect();
            format!("[{}]", all.join(", "))
        }
    }
}

/// The lines of `[profil]` in a new workspace. Each stands alone, so that any of them can be
/// used without the others.
fn skeleton() -> String {
    let mut text = "# [profil]\n".to_owned();
    text += &tables::line(&format!("# dasar = \"{BUILT_IN}\""), "profil di bawahnya");
    let base = Layers::built_in();
    for (word, group) in Group::ALL {
        text.extend(["#\n# -- ", &word.replace('_', " "), " --\n"]);
        for key in KEYS.iter().filter(|key| key.group == group) {
            let Some(value) = base.value(key.name, &[]) else { continue };
            let told = match key.kind {
                KeyKind::Word(words) => {
                    format!("{}; pilihan: {}", key.about, words.join(", "))
                }
                _ => key.about.to_owned(),
            };
            let line = format!("# {} = {}", key.name, written(value));
            text += &tables::line(&line, &told);
        }
    }
    text
}

/// A profile as a schema, with the values that hold where it says nothing; without them, what
/// may be said for one kind of papers.
fn object(base: Option<&Layers>) -> Value {
    let mut properties = Map::new();
    if base.is_some() {
        let names: Vec<&str> = AVAILABLE.iter().map(|(name, _)| *name).collect();
        let text = json!({ "type": "string" });
        properties.insert("nama".into(), told(beside("nama"), text.clone()));
        let below = json!({ "type": "string", "examples": names });
        properties.insert("dasar".into(), told(beside("dasar"), below));
        let kinds = json!({ "type": "object", "additionalProperties": object(None) });
        properties.insert("jenis".into(), told(beside("jenis"), kinds));
        let groups: Map<String, Value> = Group::ALL
            .iter()
            .map(|(word, _)| ((*word).to_owned(), text.clone()))
            .collect();
        properties.insert("sumber".into(), told(beside("sumber"), closed(&groups)));
    }
    for key in KEYS.iter().filter(|key| !key.name.contains('.')) {
        properties.insert(key.name.to_owned(), property(key, base));
    }
    properties.insert("kertas_mm".into(), own_paper());
    for table in TABLES {
        let inside = KEYS.iter().filter_map(|key| {
            let (of, short) = key.name.split_once('.')?;
            (of == table).then(|| (short.to_owned(), property(key, base)))
        });
        properties.insert(table.to_owned(), closed(&inside.collect()));
    }
    closed(&properties)
}

/// A table in which any other key is a mistake.
fn closed(properties: &Map<String, Value>) -> Value {
    json!({ "type": "object", "properties": properties, "additionalProperties": false })
}

/// What a key that is no value of papers is.
fn beside(name: &str) -> &'static str {
    BESIDE.iter().find(|(key, _)| *key == name).map_or("", |(_, about)| about)
}

fn own_paper() -> Value {
    let side =
        |about| told(about, json!({ "type": "number", "minimum": 50, "maximum": 2000 }));
    json!({
        "type": "object",
        "properties": {
            "lebar": side(beside("kertas_mm.lebar")),
            "tinggi": side(beside("kertas_mm.tinggi")),
        },
        "required": ["lebar", "tinggi"],
        "additionalProperties": false,
    })
}

fn told(about: &str, shape: Value) -> Value {
    let mut told = Map::new();
    told.insert("description".into(), tables::without_links(about).into());
    if let Value::Object(shape) = shape {
        told.extend(shape);
    }
    Value::Object(told)
}

fn property(key: &ProfileKey, base: Option<&Layers>) -> Value {
    let number = |low: f32, high: f32| json!({ "type": "number", "minimum": exact(&low.to_string()), "maximum": exact(&high.to_string()) });
    let shape = match key.kind {
        KeyKind::Kertas => tables::one_word(&PAPERS.map(|(name, _)| name)),
        KeyKind::Number(low, high) => number(low, high),
        KeyKind::Whole(low, high) => {
            json!({ "type": "integer", "minimum": low, "maximum": high })
        }
        KeyKind::Pair(low, high) => json!({
            "type": "array",
            "items": number(low, high),
            "minItems": 2,
            "maxItems": 2,
        }),
        KeyKind::Word(words) => tables::one_word(words),
        KeyKind::Numbers(low, high) => {
            json!({ "type": "array", "items": number(low, high) })
        }
        KeyKind::Picture | KeyKind::Huruf => json!({ "type": "string" }),
        KeyKind::Faces => json!({ "type": "array", "items": { "type": "string" } }),
        KeyKind::Text | KeyKind::Pattern => {
            json!({ "type": "string", "minLength": 1 })
        }
        KeyKind::Flag => json!({ "type": "boolean" }),
    };
    let mut property = told(key.about, shape);
    if let Some(value) = base.and_then(|base| base.value(key.name, &[])) {
        property["default"] = exact(&written(value));
    }
    property
}

/// A value as it is written: numbers, texts and lists of them are the same in TOML and JSON.
fn exact(written: &str) -> Value {
    serde_json::from_str(written).unwrap_or_default()
}
