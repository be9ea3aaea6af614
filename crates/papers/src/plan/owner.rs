//! Whose a paper is: which of a plan belong to an OPD and to nobody else.

use crate::letter::TO_ALL;
use minijinja::Value;

use super::{Inputs, Subject};
use crate::template::Per;
use field::domain::Opd;

/// Whether the paper of a subject is an OPD's own: about it, addressed to it, or for one of its
/// people. Papers of everybody belong to nobody.
pub(super) fn belongs(
    inputs: Inputs<'_>,
    per: &Per,
    (index, subject): (usize, &Subject),
    opd: &Opd,
) -> bool {
    match per {
        Per::Opd => subject.id == opd.id.value,
        Per::Undangan if subject.id == TO_ALL => false,
        Per::Undangan => {
            let rakor = inputs.workspace.rakor.as_ref();
            rakor.and_then(|r| r.undangan.get(index)).is_some_and(
                |invited| match &invited.opd {
                    Some(id) => id.value == opd.id.value,
                    None => is_named(&invited.id.value, opd) || opd.is_head(&invited.yth),
                },
            )
        }
        Per::Narasumber => is_of(&subject.extra, "narasumber", opd),
        Per::Peserta => is_of(&subject.extra, "peserta", opd),
        Per::Orang => is_of(&subject.extra, "orang", opd),
        Per::List(_) => is_of(&subject.extra, "baris", opd),
        Per::Satu | Per::Urusan | Per::Bab | Per::Sesi | Per::Sambutan | Per::Hadir => {
            false
        }
    }
}

/// Whether a person or a row names the OPD: by its id, as the office, or as the one it heads.
fn is_of(extra: &Value, key: &str, opd: &Opd) -> bool {
    let said = |field: &str| {
        let value = extra.get_attr(key).and_then(|value| value.get_attr(field)).ok();
        value
            .and_then(|value| value.as_str().map(str::to_owned))
            .filter(|v| !v.is_empty())
    };
    if let Some(id) = said("opd").or_else(|| said("opd_id")) {
        return is_named(&id, opd);
    }
    let office = ["instansi", "perangkat_daerah", "unit_kerja", "dinas"];
    if let Some(office) = office.into_iter().find_map(said) {
        return is_named(&office, opd);
    }
    said("id").is_some_and(|id| id == opd.id.value)
        || ["jabatan", "penerima", "yth"]
            .into_iter()
            .filter_map(said)
            .any(|office| opd.is_head(&office))
}

/// Whether a text names the OPD or one of its bidang, whole or as a part between commas.
fn is_named(text: &str, opd: &Opd) -> bool {
    let own = [&opd.id.value, &opd.nama, &opd.singkatan].into_iter();
    let bidang = opd.bidang.iter().flat_map(|b| [&b.id.value, &b.nama]);
    let names: Vec<&String> = own.chain(bidang).filter(|name| !name.is_empty()).collect();
    std::iter::once(text)
        .chain(text.split(','))
        .any(|part| names.iter().any(|name| same(part, name)))
}

/// The same words, however they are spaced and capitalised.
fn same(one: &str, other: &str) -> bool {
    let words = |text: &str| {
        let text = text.to_lowercase();
        text.split_whitespace().map(str::to_owned).collect::<Vec<_>>()
    };
    !one.trim().is_empty() && words(one) == words(other)
}
