//! Heads of OPDs: the official that `kepala` names against how the head is addressed.

use super::RulesView;
use super::officials::field_or;
use crate::problem::{ContradictionProblem as Problem, OfficeProblem};
use base::diag::Problems;
use base::source::Span;
use data::workspace::Workspace;
use field::domain::{Opd, Pejabat, StatusJabatan, is_office, without_courtesy};

pub(super) fn check(held: RulesView<'_>, problems: &mut Problems) {
    for called in addressed(held) {
        held_otherwise(held, called, problems);
    }
    let day = held.workspace.tanggal();
    for opd in &held.workspace.opd {
        let Some(id) = &opd.kepala else { continue };
        let Some((head, _)) = Pejabat::on(&held.workspace.pejabat, &id.value, day) else {
            continue;
        };
        let jabatan = field_or(head, "jabatan");
        let own = opd.written.field("sebutan_kepala").span();
        let written = own != Span::None && own != head.written.field("jabatan").span();
        if written && opd.contradicts(&opd.sebutan_kepala, &head.jabatan) {
            let called = (opd.sebutan_kepala.as_str(), own);
            tell(held, opd, called, (head, jabatan), problems);
        } else if !written && opd.head_called(&head.jabatan).is_none() {
            problems.add(
                id.span,
                Problem::NoHead {
                    opd: opd.nama.clone(),
                    nama: head.nama.full(),
                    jabatan: head.jabatan.clone(),
                    lain: held.place(jabatan),
                },
            );
        }
        for called in addressed(held) {
            if is_usual(opd, called.0) {
                tell(held, opd, called, (head, jabatan), problems);
            }
        }
    }
}

/// An addressee that is written as Plt. and the like, whom the officials have otherwise. Without
/// such a word papers print what the officials say.
fn held_otherwise(
    held: RulesView<'_>,
    (text, span): (&str, Span),
    problems: &mut Problems,
) {
    let Some((status, office)) = StatusJabatan::written(without_courtesy(text)) else {
        return;
    };
    let Workspace { opd, pejabat, settings, .. } = held.workspace;
    let heads: Vec<&str> = opd
        .iter()
        .filter(|opd| opd.is_head(office))
        .filter_map(|opd| Some(opd.kepala.as_ref()?.value.as_str()))
        .collect();
    let holders: Vec<&Pejabat> = pejabat
        .iter()
        .filter(|p| {
            heads.contains(&p.id.value.as_str())
                || is_office(office, &p.jabatan, &settings.daerah)
        })
        .collect();
    let Some(holder) = holders.first() else { return };
    if holders.iter().all(|holder| holder.status != status) {
        problems.add(
            span,
            OfficeProblem::HeldOtherwise {
                isi: text.trim().to_owned(),
                nama: holder.nama.full(),
                jabatan: holder.full_jabatan(),
                lain: held.place(field_or(holder, "jabatan")),
            },
        );
    }
}

/// Whether a text names the head as heads are usually called, where this one is not.
fn is_usual(opd: &Opd, text: &str) -> bool {
    let usual = format!("Kepala {}", opd.nama);
    opd.is_same_office(text, &usual) && !opd.is_same_office(&opd.sebutan_kepala, &usual)
}

/// Whom invitations and letters go to, as the data writes it.
fn addressed(held: RulesView<'_>) -> Vec<(&str, Span)> {
    let mut found = Vec::new();
    if let Some(rakor) = &held.workspace.rakor {
        let written = rakor.written.field("undangan");
        let all = rakor.undangan.iter().enumerate();
        found.extend(all.map(|(at, unit)| {
            let row = written.item(at).field("yth").span();
            (unit.yth.as_str(), if row == Span::None { unit.id.span } else { row })
        }));
    }
    for (surat, _) in held.decisions() {
        let yth = surat.yth.as_deref();
        found.extend(yth.map(|yth| (yth, super::field_of(surat, "yth"))));
        let written = surat.written.field("tembusan");
        let copies = surat.tembusan.iter().enumerate();
        found.extend(copies.map(|(at, to)| (to.as_str(), written.item(at).span())));
    }
    found
}

fn tell(
    held: RulesView<'_>,
    opd: &Opd,
    (called, span): (&str, Span),
    (head, jabatan): (&Pejabat, Span),
    problems: &mut Problems,
) {
    problems.add(
        span,
        Problem::HeadOtherwise {
            opd: opd.nama.clone(),
            sebutan: called.to_owned(),
            jabatan: head.jabatan.clone(),
            lain: held.place(jabatan),
        },
    );
}
