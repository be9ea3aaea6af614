//! Parts in the meeting: who chairs, takes the minutes and leads the committee is one person in
//! all that says so.

use super::{RulesView, field_of};
use crate::problem::ContradictionProblem as Problem;
use base::diag::Problems;
use base::source::Span;
use field::domain::{NamaGelar, gelar};

/// A part that one person has.
#[derive(Clone, Copy, PartialEq, Eq)]
enum PersonRole {
    Chair,
    Minutes,
    Committee,
}

/// Somebody who is said to have a part.
struct Claim {
    role: PersonRole,
    /// The name or the office, as it is written.
    text: String,
    /// All by which it may be meant: names by their letters, offices.
    names: Vec<String>,
    span: Span,
}

pub(super) fn check(held: RulesView<'_>, problems: &mut Problems) {
    let claims = claims(held);
    for (at, claim) in claims.iter().enumerate() {
        let mut earlier = claims[..at].iter().filter(|other| other.role == claim.role);
        let Some(first) = earlier.next() else { continue };
        if are_one(first, claim) || earlier.any(|other| are_one(other, claim)) {
            continue;
        }
        let (id, en) = match claim.role {
            PersonRole::Chair => ("pimpinan rapat", "the chair of the meeting"),
            PersonRole::Minutes => ("pencatat rapat", "who takes the minutes"),
            PersonRole::Committee => ("ketua panitia", "the head of the committee"),
        };
        problems.add(
            claim.span,
            Problem::RoleOtherwise {
                peran: base::diag::Both::new(id, en),
                nama: claim.text.clone(),
                lain_nama: first.text.clone(),
                lain: held.place(first.span),
            },
        );
    }
}

fn claims(held: RulesView<'_>) -> Vec<Claim> {
    let mut found = Vec::new();
    if let Some(hasil) = &held.workspace.hasil {
        let written = hasil.written.field("notula");
        let mut said = |role, key: &str, text: &Option<String>| {
            let text = text.as_deref().filter(|text| says_who(text));
            found.extend(text.map(|text| {
                let span = written.field(key).span();
                claim(role, text, Some(text), None, span)
            }));
        };
        said(PersonRole::Chair, "ketua", &hasil.notula.ketua);
        said(PersonRole::Minutes, "pencatat", &hasil.notula.pencatat);
        let written = hasil.written.field("penandatangan");
        for (at, signer) in hasil.penandatangan.iter().enumerate() {
            let Some(role) = signer.sebagai.as_deref().and_then(role) else { continue };
            let name = signer.nama.as_ref().map(NamaGelar::full);
            let span = written.item(at).span();
            let text = name.clone().unwrap_or_else(|| signer.jabatan.clone());
            let office = Some(signer.jabatan.as_str());
            found.push(claim(role, &text, name.as_deref(), office, span));
        }
    }
    found.extend(signers(held));
    if let Some(rakor) = &held.workspace.rakor {
        for person in &rakor.panitia {
            let peran = person.peran.as_deref().unwrap_or_default();
            // Who leads a committee is its "Ketua".
            let role = if is_word(peran, "ketua") {
                Some(PersonRole::Committee)
            } else {
                role(peran).filter(|role| *role != PersonRole::Chair)
            };
            let Some((role, nama)) = role.zip(person.nama.as_ref()) else { continue };
            let (full, office) = (nama.full(), person.jabatan.as_deref());
            found.push(claim(role, &full, Some(&full), office, person.written.span()));
        }
    }
    found
}

/// Who signs the minutes chairs; who signs as the head of the committee leads it.
fn signers(held: RulesView<'_>) -> Vec<Claim> {
    let signer = |id: &str| {
        let mut officials = held.workspace.pejabat.iter();
        officials.find(|p| p.id.value == id)
    };
    let of = |(surat, _): (&field::domain::Surat, &crate::template::TemplateManifest)| {
        let official = signer(&surat.penanda_tangan.as_ref()?.value)?;
        let fields = (held.fields)(&surat.template.value);
        let minutes = fields.iter().any(|field| field.starts_with("hasil.notula"));
        let role =
            if minutes { Some(PersonRole::Chair) } else { role(&official.jabatan) }?;
        let full = official.nama.full();
        let span = field_of(surat, "penanda_tangan");
        Some(claim(role, &full, Some(&full), Some(&official.jabatan), span))
    };
    held.decisions().filter_map(of).collect()
}

fn claim(
    role: PersonRole,
    text: &str,
    name: Option<&str>,
    office: Option<&str>,
    span: Span,
) -> Claim {
    let name = name.map(|name| letters(&gelar::take(name).nama));
    let names = name.into_iter().chain(office.map(letters));
    let names = names.filter(|name| !name.is_empty()).collect();
    Claim { role, text: text.to_owned(), names, span }
}

/// Whether a name or office of one is that of the other, or a part of it: "Asisten" and "Asisten
/// Pemerintahan".
fn are_one(one: &Claim, other: &Claim) -> bool {
    one.names.iter().any(|a| {
        other.names.iter().any(|b| {
            let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
            format!(" {long} ").contains(&format!(" {short} "))
        })
    })
}

/// Whether a text says who it is, rather than "Panitia".
fn says_who(text: &str) -> bool {
    !["panitia", "tim", "sekretariat"].iter().any(|word| is_word(text, word))
}

/// The part that a word names.
fn role(word: &str) -> Option<PersonRole> {
    let word = letters(word);
    let begins = |starts: &[&str]| {
        starts
            .iter()
            .any(|start| word == *start || word.starts_with(&format!("{start} ")))
    };
    if begins(&["ketua panitia", "ketua pelaksana"]) {
        Some(PersonRole::Committee)
    } else if begins(&["pimpinan", "ketua rapat", "ketua sidang", "pemimpin"]) {
        Some(PersonRole::Chair)
    } else if begins(&["notulis", "notulen", "pencatat"]) {
        Some(PersonRole::Minutes)
    } else {
        None
    }
}

fn is_word(text: &str, word: &str) -> bool {
    letters(text) == word
}

/// The words of a text in small letters, without marks.
fn letters(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    words.collect::<Vec<_>>().join(" ")
}
