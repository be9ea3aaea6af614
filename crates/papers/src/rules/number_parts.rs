//! The parts of a letter's number: the code of classification and the code of the unit, each in
//! its place and in its shape.

use super::RulesView;
use crate::problem::OfficeProblem as Problem;
use base::diag::Problems;

pub(super) fn check(held: RulesView<'_>, problems: &mut Problems) {
    for surat in &held.workspace.surat {
        let place = |key: &str| surat.written.field(key).span();
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
