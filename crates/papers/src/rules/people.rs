//! Who signs and whom the paper sends; papers that nobody dated or signs.

use std::collections::BTreeSet;

use super::on_behalf::rank;
use super::recipients::joined;
use super::{RulesView, field_of, needs};
use crate::plan::Job;
use crate::problem::{ContradictionProblem as Problem, LetterProblem};
use crate::template::{DataPart, Sent, TemplateManifest};
use bahasa::date::days_in;
use base::diag::Problems;
use base::source::Span;
use data::workspace::Workspace;
use field::domain::{
    NamaGelar, NamedOffice, Opd, Orang, Pejabat, Rakor, Surat, told_days,
};
use jiff::civil::Date;

pub(super) fn check(held: RulesView<'_>, problems: &mut Problems) {
    sent(held, problems);
    sent_days(held, problems);
    let lacks_date = |surat: &Surat, manifest: &TemplateManifest| {
        let name = &surat.template.value;
        let dated = held
            .jobs
            .iter()
            .filter(|job| job.template == *name)
            .all(|job| job.date().is_some());
        !dated && wants(held, manifest, "surat.tanggal") && !(held.by_srikandi)(name)
    };
    if let Some((span, templates)) = lacking(held, lacks_date) {
        problems.add(span, Problem::NoLetterDate { templates });
    }
    let lacks_signer = |surat: &Surat, manifest: &TemplateManifest| {
        surat.penanda_tangan.is_none() && wants(held, manifest, "surat.penanda_tangan")
    };
    if let Some((span, templates)) = lacking(held, lacks_signer) {
        problems.add(span, Problem::NoLetterSigner { templates });
    }
    emblem(held, problems);
}

/// What the head of the region signs bears the emblem of the state.
fn emblem(held: RulesView<'_>, problems: &mut Problems) {
    let daerah = &held.workspace.settings;
    if daerah.daerah.lambang_negara.is_some() {
        return;
    }
    let of_head = |job: &&Job| {
        let kop = job.context.get_attr("surat").and_then(|surat| surat.get_attr("kop"));
        kop.is_ok_and(|kop| kop.as_str() == Some("kepala-daerah"))
    };
    let bare = |job: &&Job| !(held.own_state_emblem)(&job.template);
    let names: BTreeSet<&str> =
        held.jobs.iter().filter(of_head).filter(bare).map(|job| &*job.template).collect();
    if !names.is_empty() {
        let templates = names.into_iter().collect::<Vec<_>>().join(", ");
        let section = daerah.written.field("daerah").span();
        let span = held.sources.place_for(section, "lambang_negara");
        problems.add(span, Problem::NoStateEmblem { templates });
    }
}

/// Whether the papers of a template say something of their letter: a letter has a date, and so
/// has what reads it. A letter that cannot be made without a signer is refused for that anyway.
fn wants(held: RulesView<'_>, manifest: &TemplateManifest, field: &str) -> bool {
    let fields = (held.fields)(&manifest.name);
    let reads = |name: &str| {
        fields.iter().any(|own| own == name || own.starts_with(&format!("{name}.")))
    };
    if needs(manifest, DataPart::Surat) {
        field == "surat.tanggal"
    } else {
        reads("surat.tanggal") && reads(field)
    }
}

/// The templates that lack something, at the first of them.
fn lacking(
    held: RulesView<'_>,
    lacks: impl Fn(&Surat, &TemplateManifest) -> bool,
) -> Option<(Span, String)> {
    let found: Vec<&Surat> =
        held.decisions().filter(|(s, m)| lacks(s, m)).map(|(s, _)| s).collect();
    let names: Vec<&str> = found.iter().map(|s| s.template.value.as_str()).collect();
    Some((found.first()?.template.span, names.join(", ")))
}

/// A surat tugas whose signer is among those it sends.
fn sent(held: RulesView<'_>, problems: &mut Problems) {
    let Some(rakor) = &held.workspace.rakor else { return };
    for (surat, manifest) in held.decisions() {
        let (Some(sent), Some(id)) = (manifest.sends, &surat.penanda_tangan) else {
            continue;
        };
        let mut officials = held.workspace.pejabat.iter();
        let Some(signer) = officials.find(|p| p.id.value == id.value) else { continue };
        let people = whom(sent, rakor).iter();
        if let Some(one) = people.into_iter().find(|one| is_same(one, signer)) {
            problems.add(
                field_of(surat, "penanda_tangan"),
                Problem::SignerSent {
                    template: surat.template.value.clone(),
                    nama: signer.nama.full(),
                    lain: held.place(one.written.span()),
                },
            );
            continue;
        }
        superior(held, (surat, signer), whom(sent, rakor), problems);
    }
}

/// A surat tugas that sends somebody above whoever signs it or on whose behalf it is, as far as
/// the data says who stands above.
fn superior(
    held: RulesView<'_>,
    (surat, signer): (&Surat, &Pejabat),
    people: &[Orang],
    problems: &mut Problems,
) {
    let Workspace { pejabat, settings, opd, .. } = held.workspace;
    let rank_of = |name: &str| {
        rank(NamedOffice::read(name, pejabat, Some(&settings.daerah)).position)
    };
    let signs = std::iter::once(&signer.jabatan).chain(&surat.atas_nama);
    let sends = signs.map(|name| rank_of(name)).max().unwrap_or_default();
    let within = surat.atas_nama.is_empty() && Opd::is_within(&signer.jabatan);
    let is_above = |one: &&Orang| {
        let known = pejabat.iter().find(|official| is_same(one, official));
        let written = one.jabatan.as_deref().unwrap_or_default();
        let unit = one.instansi.as_deref().unwrap_or_default();
        let office = known.map_or_else(|| joined(written, unit), |it| it.jabatan.clone());
        let heads = |opd: &Opd| {
            let head = opd.kepala.as_ref().map(|id| id.value.as_str());
            opd.is_head(&office)
                || known.is_some_and(|it| head == Some(it.id.value.as_str()))
        };
        let position = rank_of(&office).max(rank_of(written));
        position > 0 && position >= sends || within && opd.iter().any(heads)
    };
    if let Some(one) = people.iter().find(is_above) {
        let name = one.nama.as_ref().map(NamaGelar::full);
        let said = [name.as_deref(), one.jabatan.as_deref()];
        problems.add(
            field_of(surat, "penanda_tangan"),
            LetterProblem::SuperiorSent {
                template: surat.template.value.clone(),
                nama: signer.nama.full(),
                jabatan: signer.full_jabatan(),
                atasan: said.into_iter().flatten().collect::<Vec<_>>().join(", "),
                lain: held.place(one.written.span()),
            },
        );
    }
}

/// A surat tugas whose task names days that leave out some of the meeting.
fn sent_days(held: RulesView<'_>, problems: &mut Problems) {
    let Some(rakor) = &held.workspace.rakor else { return };
    for (surat, _) in held.decisions().filter(|(_, manifest)| manifest.sends.is_some()) {
        let written = surat.written.field("untuk");
        // A day until which, or on which, something else is due is none of the meeting.
        let of_meeting = |text: &str| {
            let text = text.to_lowercase();
            !["lambat", "laporan", "melapor", "sebelum", "sesudah"]
                .iter()
                .any(|word| text.contains(word))
        };
        let tasks = surat.untuk.iter().enumerate().filter(|(_, task)| of_meeting(task));
        let named: Vec<(usize, (Date, Date))> = tasks
            .flat_map(|(at, task)| days_in(task).into_iter().map(move |days| (at, days)))
            .collect();
        let (first, last) = (
            named.iter().map(|(_, (first, _))| *first).min(),
            named.iter().map(|(_, (_, last))| *last).max(),
        );
        let (Some(first), Some(last), Some((at, _))) = (first, last, named.first())
        else {
            continue;
        };
        if first > rakor.tanggal || last < rakor.sampai {
            let head = rakor.written.field("rakor");
            problems.add(
                written.item(*at).span(),
                Problem::SentOtherDays {
                    template: surat.template.value.clone(),
                    hari: told_days(first, last),
                    acara: told_days(rakor.tanggal, rakor.sampai),
                    lain: held.place(head.field("tanggal").span()),
                },
            );
        }
    }
}

fn whom(sent: Sent, rakor: &Rakor) -> &[Orang] {
    match sent {
        Sent::Committee => &rakor.panitia,
        Sent::Participants => &rakor.peserta,
        Sent::Speakers => &rakor.narasumber,
    }
}

/// One person: of one NIP, or of one name where one of the two has none.
fn is_same(person: &Orang, official: &Pejabat) -> bool {
    match (&person.nip, &official.nip) {
        (Some(one), Some(two)) => one == two,
        _ => person.nama.as_ref().is_some_and(|n| {
            n.without_gelar_in_capitals() == official.nama.without_gelar_in_capitals()
        }),
    }
}
