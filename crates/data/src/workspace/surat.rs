//! `data/surat.toml`: one table per template.

use super::fields::Fields;
use super::node::Table;
use super::rakor::values;
use crate::problem::FileProblem;
use bahasa::{NumberPattern, PatternError};
use base::diag::{Both, Problems};
use field::domain::Surat;

/// Whose kop a letter may carry; the profile knows the forms.
const KOP: [(&str, &str); 2] =
    [("perangkat-daerah", "perangkat-daerah"), ("kepala-daerah", "kepala-daerah")];

pub(super) fn read(table: &Table, problems: &mut Problems) -> Vec<Surat> {
    let mut letters = Vec::new();
    for (name, node) in table {
        let mut f = Fields::of(&format!("[{}]", name.value), node, problems);
        letters.push(Surat {
            template: name.clone(),
            nomor: pola(&mut f),
            klas: f.text("klas").map(|t| t.value).unwrap_or_default(),
            unit: f.text("unit").map(|t| t.value).unwrap_or_default(),
            urut: f.int_in("urut", 1..=999_999).and_then(|n| u32::try_from(n.value).ok()),
            tanggal: f.date("tanggal").map(|d| d.value),
            sifat: f.text("sifat").map(|t| t.value),
            lampiran: f.text("lampiran").map(|t| t.value),
            hal: f.text("hal").map(|t| t.value),
            penanda_tangan: f.text("penanda_tangan"),
            atas_nama: f.texts("atas_nama").into_iter().map(|t| t.value).collect(),
            tembusan: f.texts("tembusan").into_iter().map(|t| t.value).collect(),
            tenggat: f.date("tenggat").map(|d| d.value),
            yth: f.text("yth").map(|t| t.value),
            menimbang: values(f.texts("menimbang")),
            mengingat: values(f.texts("mengingat")),
            dasar: values(f.texts("dasar")),
            untuk: values(f.texts("untuk")),
            isi: values(f.texts("isi")),
            kop: f.word("kop", &KOP),
            paraf: f.has("paraf").then(|| values(f.texts("paraf"))),
            muat: f.pages("muat"),
            span: f.span(),
        });
        f.finish();
    }
    letters
}

fn pola(f: &mut Fields<'_>) -> Option<NumberPattern> {
    let text = f.text("nomor")?;
    match text.value.parse() {
        Ok(pola) => Some(pola),
        Err(error) => {
            f.problems.add(
                text.span,
                FileProblem::BadPattern { key: "nomor".into(), detail: words(&error) },
            );
            None
        }
    }
}

/// What is wrong with a pattern of letter numbers.
pub fn words(error: &PatternError) -> Both {
    let en = match error {
        PatternError::Empty => "it is empty".to_owned(),
        PatternError::UnbalancedBraces => "a `{` or `}` has no other half".to_owned(),
        PatternError::UnknownToken(token) => {
            format!(
                "unknown `{{{token}}}`; use one of: {}",
                NumberPattern::TOKEN.join(", ")
            )
        }
        PatternError::BadWidth(token) => {
            format!("`{{{token}}}`: a width is written as in {{urut:03}}")
        }
    };
    Both::new(error.to_string(), en)
}
