//! Cells of free lists that a filter of a template cannot take. Filling stops at the first;
//! once it has stopped, or before anything is filled, all of them are looked for.

use std::collections::BTreeMap;

use minijinja::Value;

use super::diagnosis;
use super::mistakes::NameReading;
use super::tag_parts::{TagPart, parts, tags};
use super::trace;
use base::diag::Diagnostic;

/// Every cell that a filter right behind the variable of a loop cannot take, in the order of the
/// text. What the template asks about before it uses it is left to the filling.
pub(super) fn unfit(reading: &NameReading<'_>, path: &str) -> Vec<Diagnostic> {
    let text: &str = &reading.file.text;
    let loops = reading.loops();
    let all = tags(text);
    let conditions = all.iter().map(|tag| &text[tag.clone()]).filter(|tag| {
        let words: Vec<&str> = tag.split_whitespace().collect();
        words.contains(&"if") || words.contains(&"elif")
    });
    let conditions: Vec<&str> = conditions.collect();
    let mut found = Vec::new();
    for tag in &all {
        let parts = parts(&text[tag.clone()]);
        for used in parts.windows(3) {
            let [TagPart::Name(name, _), TagPart::Mark("|"), TagPart::Name(filter, _)] =
                used
            else {
                continue;
            };
            let Some((variable, _)) = name.split_once('.') else { continue };
            let asked = conditions.iter().any(|text| text.contains(variable));
            let Some(rows) = loops.get(variable).filter(|_| !asked) else { continue };
            let line = text[..tag.start].matches('\n').count() + 1;
            let place = format!("{path}:{line}");
            let expression = format!("{name}|{filter}");
            for cell in misfits(reading, (&expression, variable), rows, &place) {
                // What one filter cannot take, another beside it cannot take either.
                if !found.iter().any(|told: &Diagnostic| told.span == cell.span) {
                    found.push(cell);
                }
            }
        }
    }
    found
}

/// What of the rows an expression cannot take.
fn misfits(
    reading: &NameReading<'_>,
    (expression, variable): (&str, &str),
    rows: &[Value],
    place: &str,
) -> Vec<Diagnostic> {
    let Ok(compiled) = reading.environment.compile_expression(expression) else {
        return Vec::new();
    };
    let told = rows.iter().filter_map(|row| {
        let own = BTreeMap::from([(variable.to_owned(), row.clone())]);
        let (result, _) = trace::noted_by(|| compiled.eval(Value::from(own)));
        diagnosis::misfit(&result.err()?, (place, reading.file.own))
    });
    told.collect()
}
