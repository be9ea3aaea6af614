//! What stands beside a value: what it is, and an example.

use crate::tables::{FieldKind, Required, Spec, without_links};

/// The headings of both columns.
pub(super) const BESIDE: [&str; 2] = ["Penjelasan", "Contoh"];

/// What is told of a value.
pub(super) fn told(spec: &Spec) -> String {
    let must = match spec.required {
        Required::Yes => "Wajib: ".to_owned(),
        Required::When(case) => format!("Wajib {}: ", plain(case)),
        Required::No => String::new(),
    };
    format!("{must}{}", plain(spec.about))
}

/// The example as it is typed into a cell.
pub(super) fn example(spec: &Spec) -> String {
    let several = matches!(spec.kind, FieldKind::Texts | FieldKind::Answer);
    let text = spec.example.trim_matches(['[', ']', '"']);
    let text = if several { text.replace("\", \"", "\n") } else { text.to_owned() };
    match spec.kind {
        FieldKind::Flag => "ya".to_owned(),
        FieldKind::Path => text.replace(", ", " | "),
        FieldKind::Money | FieldKind::Whole { .. } => text.replace('_', "."),
        FieldKind::Percent => text.replace('.', ","),
        FieldKind::Percents => text.trim_matches(['{', '}', ' ']).replace('.', ","),
        FieldKind::Date => match text.parse::<jiff::civil::Date>() {
            Ok(day) => format!("{:02}/{:02}/{}", day.day(), day.month(), day.year()),
            Err(_) => text,
        },
        _ => text,
    }
}

/// Without the marks of the handbook.
pub(super) fn plain(text: &str) -> String {
    without_links(text).replace('`', "")
}
