//! A JSON Schema of each file, for editors that complete and check while one types.

use serde_json::{Map, Value, json};

use super::list::{FILES, file_name};
use super::patterns;
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
        FILES
            .iter()
            .map(|table| Self { name: file_name(*table), table: *table })
            .collect()
    }

    /// Where it stands in a workspace; `*` stands for what a person calls it.
    pub fn path(&self) -> &'static str {
        self.table.about().file
    }
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

pub(crate) fn property(spec: &Spec) -> Value {
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
    // What TOML has as a number is a text where a text is wanted.
    let text =
        |pattern: &str| json!({ "type": ["string", "integer"], "pattern": pattern });
    let written = |pattern: &str| json!({ "type": "string", "pattern": pattern });
    let texts = || json!({ "type": "array", "items": { "type": "string" } });
    match kind {
        FieldKind::Text | FieldKind::Phone | FieldKind::Nip | FieldKind::Golongan => {
            text(patterns::TEXT)
        }
        FieldKind::Pattern => text(&patterns::number_pattern()),
        FieldKind::Id => {
            json!({ "type": ["string", "integer"], "pattern": patterns::ID, "minimum": 0 })
        }
        FieldKind::Nik => json!({
            "type": ["string", "integer"],
            "pattern": patterns::NIK,
            "minimum": 1_000_000_000_000_000_i64,
            "maximum": 9_999_999_999_999_999_i64,
        }),
        FieldKind::Texts | FieldKind::Answer => {
            json!({ "anyOf": [{ "type": "string" }, texts()] })
        }
        FieldKind::Whole { low, high } => whole(low, high),
        FieldKind::People { nihil } => {
            let number = json!({ "type": "integer", "minimum": 0 });
            let word = || written(&patterns::word(&["nihil"], "[^0-9A-Za-z]"));
            let may = [Some(number), Some(written(patterns::WHOLE)), nihil.then(word)];
            json!({ "anyOf": may.into_iter().flatten().collect::<Vec<_>>() })
        }
        FieldKind::Amount | FieldKind::Money => {
            let number = json!({ "type": "number", "minimum": 0 });
            json!({ "anyOf": [number, written(patterns::AMOUNT)] })
        }
        FieldKind::Percent => json!({
            "anyOf": [
                { "type": "number", "minimum": 0, "maximum": 100 },
                written(patterns::PERCENT),
            ],
        }),
        FieldKind::Percents => {
            json!({ "type": "object", "additionalProperties": shape(FieldKind::Percent) })
        }
        FieldKind::Path => json!({
            "type": "array",
            "items": shape(FieldKind::Percent),
            "minItems": 4,
            "maxItems": 4,
        }),
        FieldKind::Flag => json!({ "type": "boolean" }),
        FieldKind::Date => {
            json!({ "type": "string", "format": "date", "pattern": patterns::DATE })
        }
        // Editors that know the times of TOML take them by their format.
        FieldKind::Time => {
            let mut time = written(patterns::TIME);
            time["format"] = "partial-time".into();
            json!({ "anyOf": [written(patterns::TIME), time] })
        }
        FieldKind::Word(words) => one_word(words),
        FieldKind::Attendance(words) => {
            json!({ "anyOf": [{ "type": "boolean" }, one_word(words)] })
        }
        FieldKind::Pages => {
            let number = json!({ "type": "integer", "minimum": 1, "maximum": 20 });
            json!({ "anyOf": [number, one_word(&["satu-halaman", "bebas"])] })
        }
        FieldKind::Table(table) => object(table),
        FieldKind::List(table) => json!({ "type": "array", "items": object(table) }),
        FieldKind::Elsewhere => json!({ "type": "object" }),
    }
}

/// A whole number within bounds, or its digits as a text.
fn whole(low: i64, high: i64) -> Value {
    let mut number = json!({ "type": "integer", "minimum": low });
    if high != i64::MAX {
        number["maximum"] = high.into();
    }
    let digits = match high {
        i64::MAX => patterns::WHOLE.to_owned(),
        high => patterns::within(low, high),
    };
    json!({ "anyOf": [number, { "type": "string", "pattern": digits }] })
}

/// One of some words: those that an editor offers, and all other cases of them.
pub fn one_word(words: &[&str]) -> Value {
    let other = patterns::word(words, r"\s");
    json!({ "anyOf": [{ "enum": words }, { "type": "string", "pattern": other }] })
}

/// An example as JSON.
fn example(text: &str) -> Option<Value> {
    let table: toml::Table = format!("nilai = {text}").parse().ok()?;
    table.get("nilai").map(json_of)
}

pub(crate) fn json_of(value: &toml::Value) -> Value {
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
