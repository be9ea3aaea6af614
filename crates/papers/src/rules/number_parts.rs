//! The parts of a letter's number: the code of classification and the code of the unit, each in
//! its place and in its shape.

use super::{RulesView, field_of};
use crate::plan::Job;
use crate::problem::OfficeProblem as Problem;
use crate::template::Numbering;
use base::diag::{Problems, nearest};
use field::domain::Surat;

/// How letters are called by their urgency and secrecy; an office may have others.
const NATURES: [&str; 9] = [
    "Biasa",
    "Segera",
    "Sangat Segera",
    "Amat Segera",
    "Penting",
    "Sangat Penting",
    "Terbatas",
    "Rahasia",
    "Sangat Rahasia",
];

pub(super) fn check(held: RulesView<'_>, problems: &mut Problems) {
    for surat in &held.workspace.surat {
        let place = |key: &str| surat.written.field(key).span();
        if let Some(sifat) = &surat.sifat {
            let known = NATURES.iter().any(|own| own.eq_ignore_ascii_case(sifat.trim()));
            let near = nearest(sifat, NATURES).filter(|_| !known);
            if let Some(maksud) = near {
                let isi = sifat.clone();
                problems.add(place("sifat"), Problem::NatureMisspelt { isi, maksud });
            }
        }
        if is_code_of_unit(&surat.klas) && is_classification(&surat.unit) {
            problems.add(
                place("klas"),
                Problem::NumberPartsSwapped {
                    klas: surat.klas.clone(),
                    unit: surat.unit.clone(),
                    lain: held.place(place("unit")),
                },
            );
            continue;
        }
        left_open(held, surat, problems);
        let mut look = |key: &str, text: &str, fits: bool, example: &str| {
            if !text.is_empty() && !fits {
                let (kunci, isi, contoh) = (key.into(), text.into(), example.into());
                problems.add(place(key), Problem::NumberPart { kunci, isi, contoh });
            }
        };
        look("klas", &surat.klas, is_classification(&surat.klas), "100.1.2");
        look("unit", &surat.unit, is_code_of_unit(&surat.unit), "PEM");
        look("bidang", &surat.bidang, is_code_of_unit(&surat.bidang), "TAPEM");
    }
}

/// Tells a part that the pattern of a number asks for and nobody wrote: the number would be
/// printed with a gap, in a draft without a word.
fn left_open(held: RulesView<'_>, surat: &Surat, problems: &mut Problems) {
    let template = &surat.template.value;
    let own = |job: &&Job| job.template == *template;
    let given = |job: &Job| {
        let number = job.letter.as_ref().and_then(|letter| letter.number.as_ref());
        number.is_none_or(|n| n.value.is_whole())
    };
    let Some(pola) = &surat.nomor else { return };
    // The profile has a pattern for papers that bear no number as well.
    let own_pattern =
        surat.written.field("nomor").span().file() == surat.template.span.file();
    let manifest = held.templates.manifests.get(template);
    let bears = manifest.is_some_and(|manifest| match manifest.numbered.value {
        Numbering::Always => true,
        Numbering::IfGiven => own_pattern,
        Numbering::Never => false,
    });
    if !bears {
        return;
    }
    if (held.by_srikandi)(template) || held.jobs.iter().filter(own).all(given) {
        return;
    }
    // A pattern of the profile is right; what is missing is missing in the letter's table.
    let place = if own_pattern { field_of(surat, "nomor") } else { surat.template.span };
    let parts = [
        ("klas", &surat.klas, "100.1.2"),
        ("unit", &surat.unit, "PEM"),
        ("bidang", &surat.bidang, "TAPEM"),
    ];
    for (key, text, example) in parts {
        if text.is_empty() && pola.asks(key) {
            let (template, kunci) = (template.clone(), key.to_owned());
            let contoh = example.to_owned();
            let problem = Problem::NumberPartMissing { template, kunci, contoh };
            problems.add(place, problem);
        }
    }
}

/// Whether a text may be a code of classification. Offices beyond Permendagri 83/2022 have
/// letters in theirs: "HK.01.07", "005".
fn is_classification(text: &str) -> bool {
    let group = |part: &str| {
        !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    text.contains(|c: char| c.is_ascii_digit()) && text.split(['.', '/']).all(group)
}

/// Whether a text may be the code of a unit: "PEM", "Setda-I", "Bag. Pem".
fn is_code_of_unit(text: &str) -> bool {
    let known = |c: char| c.is_alphanumeric() || ".-_/& ".contains(c);
    let ends = |c: char| c.is_whitespace() || c == '/';
    text.contains(char::is_alphabetic)
        && text.chars().all(known)
        && !text.starts_with(ends)
        && !text.ends_with(ends)
        && !text.contains("//")
}

#[cfg(test)]
mod tests {
    use super::{is_classification, is_code_of_unit};

    #[test]
    fn shapes_of_codes() {
        for code in ["100.1.2", "005", "HK.01.07", "B-100", "900/12"] {
            assert!(is_classification(code), "{code}");
        }
        for code in ["PEM", "100. 1.2", "100,1", "100..1", ".100", "100.1.2 ", ""] {
            assert!(!is_classification(code), "{code}");
        }
        for code in ["PEM", "Bag. Pem", "SETDA/TAPEM", "Dinkes-2"] {
            assert!(is_code_of_unit(code), "{code}");
        }
        for code in ["100.1.2", "PEM/", " PEM", "PEM;1", "12"] {
            assert!(!is_code_of_unit(code), "{code}");
        }
    }
}
