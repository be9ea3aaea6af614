//! A JSON Schema of each file, for editors that complete and check while one types.

use serde_json::{Map, Value, json};

use super::list::FILES;
use super::skeleton::without_links;
use super::spec::{Declared, Elsewhere, FieldKind, Required, Spec};

/// A file of the data that has a schema.
#[derive(Clone, Copy)]
pub struct File {
    /// What it is asked for by: its name without folder and ending.
    pub name: &'static str,
    table: &'static dyn Declared,
}

impl File {
    /// All of them.
    pub fn all() -> Vec<Self> {
        FILES.iter().map(|table| Self { name: name(*table), table: *table }).collect()
    }
}

/// "naskah" for `naskah.toml`, "pejabat" for `data/pejabat.toml`.
fn name(table: &'static dyn Declared) -> &'static str {
    let file = table.about().file.trim_start_matches("data/").trim_end_matches(".toml");
    file.trim_end_matches("/*")
}

/// The schema of one file, draft 2020-12; `elsewhere` are the tables in it that are not declared
/// here.
pub fn schema(file: File, elsewhere: &[Elsewhere]) -> Value {
    let about = file.table.about();
    let mut inner = object(file.table);
    for table in elsewhere {
        if let Some(Value::Object(told)) = inner["properties"].get_mut(table.key)
            && let Value::Object(shape) = &table.schema
        {
            // What the field says of itself stays.
            let shape = shape.iter().filter(|(key, _)| *key != "description");
            told.extend(shape.map(|(key, value)| (key.clone(), value.clone())));
        }
    }
    let shape = if about.head.starts_with("[[") {
        let rows = json!({ "type": "array", "description": about.about, "items": inner });
        json!({
            "type": "object",
            "properties": { about.name: rows },
            "required": [about.name],
            "additionalProperties": false,
        })
    } else if about.head.is_empty() {
        inner
    } else {
        json!({ "type": "object", "additionalProperties": inner })
    };
    whole_file(about.file, about.about, shape)
}

/// A schema that stands alone: of a file with its title, what it is for, and what it may hold.
pub fn whole_file(title: &str, about: &str, shape: Value) -> Value {
    let mut whole = Map::new();
    whole.insert("$schema".into(), "https://json-schema.org/draft/2020-12/schema".into());
    whole.insert("title".into(), title.into());
    whole.insert("description".into(), about.into());
    if let Value::Object(shape) = shape {
        whole.extend(shape.into_iter().filter(|(key, _)| key != "description"));
    }
    Value::Object(whole)
}

/// A table with its keys; any other key is a mistake.
fn object(table: &dyn Declared) -> Value {
    let specs = table.specs();
    let properties: Map<String, Value> =
        specs.iter().map(|spec| (spec.key.into(), property(spec))).collect();
    let required: Vec<&str> = specs
        .iter()
        .filter(|spec| spec.required == Required::Yes)
        .map(|spec| spec.key.as_str())
        .collect();
    let mut object = json!({
        "type": "object",
        "description": table.about().about,
        "properties": properties,
        "additionalProperties": false,
    });
    if let (Value::Object(object), false) = (&mut object, required.is_empty()) {
        object.insert("required".into(), required.into());
    }
    object
}

fn property(spec: &Spec) -> Value {
    let mut told = Map::new();
    told.insert("title".into(), spec.label().into());
    let about = without_links(spec.about);
    let about = match spec.kind.nothing() {
        Some(nothing) => format!("{about}. {nothing}"),
        None => about,
    };
    told.insert("description".into(), about.into());
    if let Value::Object(shape) = shape(spec.kind) {
        // What the field says of itself comes before what its table says.
        told.extend(shape.into_iter().filter(|(key, _)| key != "description"));
    }
    if let Some(example) = example(spec.example) {
        told.insert("examples".into(), json!([example]));
    }
    Value::Object(told)
}

fn shape(kind: FieldKind) -> Value {
    let text = || json!({ "type": "string", "minLength": 1 });
    let texts = || json!({ "type": "array", "items": { "type": "string" } });
    // A whole number, and any number, written as a text.
    let digits = || json!({ "type": "string", "pattern": "^ *[0-9][0-9.]* *$" });
    let figure = || json!({ "type": "string", "pattern": "[0-9]" });
    match kind {
        FieldKind::Text | FieldKind::Golongan | FieldKind::Pattern => text(),
        FieldKind::Phone | FieldKind::Nip => {
            json!({ "anyOf": [text(), { "type": "integer" }] })
        }
        FieldKind::Id => json!({ "type": "string", "pattern": "^[a-z0-9][a-z0-9-]*$" }),
        FieldKind::Nik => json!({ "type": "string", "pattern": "^[0-9 .-]{16,}$" }),
        FieldKind::Texts | FieldKind::Answer => json!({ "anyOf": [text(), texts()] }),
        FieldKind::Whole { low, high: i64::MAX } => {
            json!({ "anyOf": [{ "type": "integer", "minimum": low }, digits()] })
        }
        FieldKind::Whole { low, high } => {
            let whole = json!({ "type": "integer", "minimum": low, "maximum": high });
            json!({ "anyOf": [whole, digits()] })
        }
        FieldKind::People { nihil } => {
            let whole = json!({ "type": "integer", "minimum": 0 });
            let word = json!({ "enum": either_case(&["nihil"]) });
            let may = [Some(whole), Some(digits()), nihil.then_some(word)];
            json!({ "anyOf": may.into_iter().flatten().collect::<Vec<_>>() })
        }
        FieldKind::Amount | FieldKind::Money => {
            json!({ "anyOf": [{ "type": "number", "minimum": 0 }, figure()] })
        }
        FieldKind::Percent => json!({
            "anyOf": [{ "type": "number", "minimum": 0, "maximum": 100 }, figure()],
        }),
        FieldKind::Percents => {
            json!({ "type": "object", "additionalProperties": shape(FieldKind::Percent) })
        }
        FieldKind::Path => json!({
            "type": "array",
            "items": { "type": ["number", "string"] },
            "minItems": 4,
            "maxItems": 4,
        }),
        FieldKind::Flag => json!({ "type": "boolean" }),
        FieldKind::Date => json!({ "type": "string", "format": "date" }),
        FieldKind::Time => {
            json!({ "type": "string", "pattern": "^([01]?[0-9]|2[0-4])[.:][0-5][0-9]$" })
        }
        FieldKind::Word(words) => json!({ "enum": either_case(words) }),
        FieldKind::Pages => json!({
            "anyOf": [
                { "type": "integer", "minimum": 1, "maximum": 20 },
                { "enum": ["satu-halaman", "bebas"] },
            ],
        }),
        FieldKind::Table(table) => object(table),
        FieldKind::List(table) => json!({ "type": "array", "items": object(table) }),
        FieldKind::Elsewhere => json!({ "type": "object" }),
    }
}

/// Words as a schema allows them: case is none of what they say, and these are the ways in which
/// people write them.
pub fn either_case(words: &[&str]) -> Vec<String> {
    let mut all: Vec<String> = words.iter().map(|w| (*w).to_owned()).collect();
    all.extend(words.iter().map(|w| bahasa::words::capitalize(w)));
    all.extend(words.iter().map(|w| w.to_uppercase()));
    all
}

/// An example as JSON.
fn example(text: &str) -> Option<Value> {
    let table: toml::Table = format!("nilai = {text}").parse().ok()?;
    table.get("nilai").map(json_of)
}

fn json_of(value: &toml::Value) -> Value {
    match value {
        toml::Value::String(text) => text.as_str().into(),
        toml::Value::Integer(n) => (*n).into(),
        toml::Value::Float(n) => json!(n),
        toml::Value::Boolean(yes) => (*yes).into(),
        toml::Value::Datetime(day) => day.to_string().into(),
        toml::Value::Array(all) => all.iter().map(json_of).collect(),
        toml::Value::Table(table) => {
            table.iter().map(|(key, value)| (key.clone(), json_of(value))).collect()
        }
    }
}
