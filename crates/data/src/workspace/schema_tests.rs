//! The schema and the readers take and refuse the same values, for every field of every table.

use serde_json::Value;

use super::reader::settle;
use super::toml;
use crate::tables::schema::{json_of, property};
use crate::tables::{Declared, FieldKind, Spec, tables};
use base::diag::{Problems, Severity};
use base::source::{FileId, Span};

/// Values in TOML of every kind, right and wrong.
const VALUES: &[&str] = &[
    "\"\"",
    "\" \"",
    "\"-\"",
    "\"nihil\"",
    "\"Nihil.\"",
    "\"(NIHIL)\"",
    "\"nihilo\"",
    "\"N/A\"",
    "\"tidak ada\"",
    "\"Dinas Contoh\"",
    "\"dinas-contoh\"",
    "\"-dinas\"",
    "\"2025-01-31\"",
    "\"2025-02-31\"",
    "\"31-01-2025\"",
    "\"besok\"",
    "\"08.30\"",
    "\"8:30\"",
    "\"24.00\"",
    "\"24.30\"",
    "\"25.10\"",
    "\"08:30:00\"",
    "\"8\"",
    "\"12\"",
    "\" 12 \"",
    "\"1.000\"",
    "\"1.00\"",
    "\"1,5\"",
    "\"12,50\"",
    "\"Rp 1.250.000\"",
    "\"-5\"",
    "\"5 orang\"",
    "\"50%\"",
    "\"120\"",
    "\"satu-halaman\"",
    "\"Bebas\"",
    "\"19680127 199503 1 002\"",
    "\"6401021234567890\"",
    "\"64.0102-1234567890\"",
    "\"640102123456789\"",
    "\"IV/c\"",
    "\"XX/z\"",
    "\"{klas}/{urut:03}\"",
    "\"{klas\"",
    "\"{salah}\"",
    "-1",
    "0",
    "1",
    "4",
    "20",
    "21",
    "100",
    "101",
    "2024",
    "6401021234567890",
    "0.5",
    "99.5",
    "100.5",
    "-0.5",
    "true",
    "false",
    "2025-01-31",
    "08:30:00",
    "2025-01-31T08:30:00",
    "[]",
    "[\"\"]",
    "[\"-\"]",
    "[\"a\", \"b\"]",
    "[1]",
    "[10, 30, 60, 100]",
    "[10, 5, 60, 100]",
    "[10, 30, 60]",
    "[\"10\", \"30,5\", \"60\", \"100\"]",
    "[10, 30, 60, 130]",
    "{}",
    "{ a = 86.11 }",
    "{ a = \"86,11\" }",
    "{ a = 130 }",
    "{ a = \"x\" }",
];

fn reader_takes(table: &dyn Declared, spec: &Spec, value: &str) -> bool {
    // Gelar are read with the name that they stand beside.
    let beside = if spec.key.starts_with("gelar_") { "nama = \"Budi\"\n" } else { "" };
    let text = format!("{beside}{} = {value}\n", spec.key);
    let mut problems = Problems::default();
    let file = FileId(1);
    let read = toml::parse(file, &text, &mut problems);
    table.read_from("uji", Span::File(file), &read, &mut problems);
    settle(&mut problems);
    // What is missing or does not go together is told of the whole.
    let own = |span: Span| span != Span::File(FileId(1)) && span != Span::None;
    !problems
        .iter()
        .any(|found| found.problem.severity() == Severity::Error && own(found.span))
}

/// Whether a value is valid by the words that our schemas use.
fn schema_takes(schema: &Value, value: &Value) -> bool {
    let all = |key: &str| schema[key].as_array().cloned().unwrap_or_default();
    let of_type = |kind: &Value| match kind.as_str() {
        Some("string") => value.is_string(),
        Some("integer") => value.is_i64(),
        Some("number") => value.is_number(),
        Some("boolean") => value.is_boolean(),
        Some("array") => value.is_array(),
        Some("object") => value.is_object(),
        other => panic!("{other:?}"),
    };
    let typed = match &schema["type"] {
        Value::Null => true,
        Value::Array(kinds) => kinds.iter().any(of_type),
        kind => of_type(kind),
    };
    let any = schema.get("anyOf").is_none()
        || all("anyOf").iter().any(|one| schema_takes(one, value));
    let listed = schema.get("enum").is_none() || all("enum").contains(value);
    let number = value.as_f64();
    let bounds = number.is_none_or(|n| {
        schema["minimum"].as_f64().is_none_or(|low| n >= low)
            && schema["maximum"].as_f64().is_none_or(|high| n <= high)
    });
    let text = value.as_str().is_none_or(|text| {
        schema["pattern"]
            .as_str()
            .is_none_or(|pattern| regex_lite::Regex::new(pattern).unwrap().is_match(text))
    });
    let items = value.as_array().is_none_or(|items| {
        let count = items.len() as u64;
        schema["minItems"].as_u64().is_none_or(|low| count >= low)
            && schema["maxItems"].as_u64().is_none_or(|high| count <= high)
            && (schema.get("items").is_none()
                || items.iter().all(|item| schema_takes(&schema["items"], item)))
    });
    let entries = value.as_object().is_none_or(|entries| {
        let here =
            |key: &Value| key.as_str().is_some_and(|key| entries.contains_key(key));
        let known = |key: &str| schema["properties"].get(key).is_some();
        all("required").iter().all(here)
            && entries.iter().filter(|(key, _)| !known(key)).all(|(_, value)| {
                match &schema["additionalProperties"] {
                    Value::Null => true,
                    Value::Bool(may) => *may,
                    one => schema_takes(one, value),
                }
            })
    });
    typed && any && listed && bounds && text && items && entries
}

/// What no pattern says whole: of these the schema may take more, never less.
fn is_loose(spec: &Spec) -> bool {
    const KEYS: [&str; 3] = ["nama", "pangkat", "url"];
    matches!(
        spec.kind,
        FieldKind::Golongan | FieldKind::Nip | FieldKind::Path | FieldKind::Date
    ) || KEYS.contains(&spec.key.as_str())
}

#[test]
fn the_schema_and_the_readers_take_the_same() {
    let mut apart = Vec::new();
    for table in tables() {
        for spec in table.specs() {
            if matches!(spec.kind, FieldKind::Elsewhere) {
                continue;
            }
            let schema = property(spec);
            let words: &[&str] = match spec.kind {
                FieldKind::Word(words) | FieldKind::Attendance(words) => words,
                _ => &[],
            };
            let cased = words.iter().flat_map(|word| {
                let turned: String = word.chars().rev().collect();
                let first = bahasa::words::capitalize(word);
                [(*word).to_owned(), first, word.to_uppercase(), turned]
            });
            let cased = cased.map(|word| format!("{word:?}"));
            for value in VALUES.iter().map(|v| (*v).to_owned()).chain(cased) {
                let json: ::toml::Table = format!("v = {value}").parse().unwrap();
                let (by_schema, by_reader) = (
                    schema_takes(&schema, &json_of(&json["v"])),
                    reader_takes(table, spec, &value),
                );
                // JSON has no days and hours: texts stand for them in a schema.
                let dated = json["v"].is_datetime()
                    && !matches!(spec.kind, FieldKind::Date | FieldKind::Time);
                if by_schema != by_reader && !dated && !(by_schema && is_loose(spec)) {
                    let name = table.about().name;
                    let key = spec.key;
                    apart.push(format!("{name}.{key} = {value}: reader {by_reader}"));
                }
            }
        }
    }
    assert!(apart.is_empty(), "{} apart:\n{}", apart.len(), apart.join("\n"));
}
