//! Whom the papers go to, who is not the one that signs them.

use std::borrow::Cow;

use super::{RulesView, field_of, needs_list};
use crate::problem::{ContradictionProblem as Problem, LetterProblem};
use crate::template::{Per, TemplateManifest};
use base::diag::Problems;
use base::source::Span;
use data::node::{Node, Value};
use field::domain::Surat;

pub(super) fn check(held: RulesView<'_>, problems: &mut Problems) {
    for (surat, manifest) in held.decisions() {
        copies(held, surat, manifest, problems);
        on_behalf(held, surat, manifest, problems);
        let Some(id) = &surat.penanda_tangan else { continue };
        let mut officials = held.workspace.pejabat.iter();
        let Some(signer) = officials.find(|p| p.id.value == id.value) else { continue };
        let written = surat.written.field("tembusan");
        let copies = surat.tembusan.iter().enumerate();
        let copies = copies.map(|(at, to)| (Cow::from(to), written.item(at).span()));
        let to_herself = recipients(held, surat, manifest)
            .into_iter()
            .chain(copies)
            .find(|(office, _)| is_office(held, office, &signer.jabatan));
        if let Some((kepada, span)) = to_herself {
            problems.add(
                field_of(surat, "penanda_tangan"),
                Problem::SignerAddressed {
                    template: surat.template.value.clone(),
                    nama: signer.nama.full(),
                    kepada: kepada.into_owned(),
                    lain: held.place(span),
                },
            );
        }
    }
}

/// A letter on behalf of whom it goes to. A copy goes to that one for information.
fn on_behalf(
    held: RulesView<'_>,
    surat: &Surat,
    manifest: &TemplateManifest,
    problems: &mut Problems,
) {
    let to = recipients(held, surat, manifest);
    let written = surat.written.field("atas_nama");
    for (at, name) in surat.atas_nama.iter().enumerate() {
        let Some((kepada, span)) = to.iter().find(|(to, _)| is_office(held, to, name))
        else {
            continue;
        };
        problems.add(
            written.item(at).span(),
            LetterProblem::OnBehalfOfRecipient {
                template: surat.template.value.clone(),
                jabatan: name.clone(),
                kepada: kepada.to_string(),
                lain: held.place(*span),
            },
        );
    }
}

/// A copy to whom the letter itself goes.
fn copies(
    held: RulesView<'_>,
    surat: &Surat,
    manifest: &TemplateManifest,
    problems: &mut Problems,
) {
    let to = recipients(held, surat, manifest);
    let written = surat.written.field("tembusan");
    for (at, copy) in surat.tembusan.iter().enumerate() {
        if let Some((kepada, span)) = to.iter().find(|(to, _)| is_office(held, to, copy))
        {
            problems.add(
                written.item(at).span(),
                Problem::CopyToRecipient {
                    template: surat.template.value.clone(),
                    tembusan: copy.clone(),
                    kepada: kepada.to_string(),
                    lain: held.place(*span),
                },
            );
        }
    }
}

/// To whom a paper goes, and where the data says so.
type Recipient<'a> = (Cow<'a, str>, Span);

/// The offices that papers of a template go to, with their places.
fn recipients<'a>(
    held: RulesView<'a>,
    surat: &'a Surat,
    manifest: &TemplateManifest,
) -> Vec<Recipient<'a>> {
    let mut found = Vec::new();
    if let Some(yth) = &surat.yth {
        found.push((yth.into(), field_of(surat, "yth")));
    }
    match &manifest.per {
        Per::Undangan => found.extend(invited(held)),
        Per::Opd => found.extend(heads(held)),
        _ => {}
    }
    for (name, rows) in &held.workspace.lists {
        if needs_list(manifest, name) {
            found.extend(rows.iter().filter_map(to_whom));
        }
    }
    found
}

fn invited(held: RulesView<'_>) -> Vec<Recipient<'_>> {
    let Some(rakor) = &held.workspace.rakor else { return Vec::new() };
    let written = rakor.written.field("undangan");
    let all = rakor.undangan.iter().enumerate();
    all.map(|(at, to)| ((&to.yth).into(), written.item(at).field("yth").span())).collect()
}

fn heads(held: RulesView<'_>) -> Vec<Recipient<'_>> {
    let all = held.workspace.opd.iter();
    all.map(|opd| ((&opd.sebutan_kepala).into(), opd.id.span)).collect()
}

/// To whom a row of a list goes: as it is addressed, or the office of its unit.
fn to_whom(row: &Node) -> Option<Recipient<'_>> {
    let Value::Table(entries) = &row.value else { return None };
    let said = |name: &str| {
        let (_, node) = entries.iter().find(|(key, _)| key.value == name)?;
        match &node.value {
            Value::Text(text) | Value::Cell(text) if !text.trim().is_empty() => {
                Some((text.trim(), node.span))
            }
            _ => None,
        }
    };
    if let Some((yth, span)) = said("yth") {
        return Some((yth.into(), span));
    }
    let (office, span) = said("penerima").or_else(|| said("jabatan"))?;
    let unit = said("instansi").map_or("", |(unit, _)| unit);
    Some((joined(office, unit).into(), span))
}

/// "Kepala Bagian" of "Bagian Organisasi" is "Kepala Bagian Organisasi".
pub(super) fn joined(office: &str, unit: &str) -> String {
    let (first, rest) = unit.split_once(' ').unwrap_or((unit, ""));
    let ends = office.split_whitespace().last() == Some(first);
    format!("{office} {}", if ends { rest } else { unit }).trim_end().to_owned()
}

/// Whether a text names an office, with or without the daerah after it and "Plt." before it.
fn is_office(held: RulesView<'_>, text: &str, office: &str) -> bool {
    field::domain::is_office(text, office, &held.workspace.settings.daerah)
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn an_office_and_its_unit_are_one_name() {
        for (office, unit, expected) in [
            ("Kepala Bagian", "Bagian Organisasi", "Kepala Bagian Organisasi"),
            ("Kepala", "Bagian Organisasi", "Kepala Bagian Organisasi"),
            ("Inspektur", "", "Inspektur"),
        ] {
            assert_eq!(joined(office, unit), expected);
        }
    }
}
