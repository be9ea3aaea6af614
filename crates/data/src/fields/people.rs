//! What belongs to people: ids, names with their gelar, NIP, NIK and golongan.

use super::Fields;
use crate::problem::{OfficialProblem, PeopleProblem, ReferenceProblem};
use base::diag::{Both, Problems};
use base::source::Spanned;
use field::domain::{
    Golongan, NamaGelar, NameError, Nip, NipError, NipWarning, StatusAsn,
};

/// An id that may be absent: lower-case letters, digits and hyphens, so that it can name a file.
pub(crate) fn id(f: &mut Fields<'_>, key: &'static str) -> Option<Spanned<String>> {
    let id = f.text(key)?;
    check_id(&id, f.problems);
    Some(id)
}

fn check_id(id: &Spanned<String>, problems: &mut Problems) {
    let sound =
        id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    if !sound || id.starts_with('-') {
        problems.add(id.span, ReferenceProblem::BadId { id: id.value.clone() });
    }
}

/// A name with its gelar that may be absent.
pub(crate) fn name(f: &mut Fields<'_>) -> Option<NamaGelar> {
    let nama = f.text("nama")?;
    checked_name(f, &nama)
}

fn checked_name(f: &mut Fields<'_>, nama: &Spanned<String>) -> Option<NamaGelar> {
    let depan = f.text("gelar_depan").map(|t| t.value).unwrap_or_default();
    let belakang: Vec<String> = f
        .texts("gelar_belakang")
        .iter()
        .flat_map(|t| t.split(',').map(|g| g.trim().to_owned()))
        .collect();
    match NamaGelar::new(&depan, nama, &belakang) {
        Ok(sound) => Some(sound),
        Err(NameError::GelarInName(gelar)) => {
            f.problems.add(nama.span, PeopleProblem::GelarInName { gelar });
            None
        }
        // An empty name was reported as a missing or empty key already.
        Err(_) => None,
    }
}

/// A NIP that may be absent.
pub(crate) fn nip(f: &mut Fields<'_>) -> Option<Nip> {
    let status = if f.flag("pppk") { StatusAsn::Pppk } else { StatusAsn::Pns };
    let text = f.text("nip")?;
    match text.value.parse::<Nip>() {
        Ok(nip) => {
            for warning in nip.warnings(status, None) {
                f.problems.add(
                    text.span,
                    PeopleProblem::DoubtfulNip {
                        nip: text.value.clone(),
                        detail: doubt(warning),
                    },
                );
            }
            Some(nip)
        }
        Err(error) => {
            report_nip(f, &text, &error);
            None
        }
    }
}

/// A NIK as 16 digits; blanks, dots and hyphens between them are left out.
pub(crate) fn nik(f: &mut Fields<'_>, key: &'static str) -> Option<String> {
    let text = f.text(key)?;
    let parted = |c: char| c.is_whitespace() || ".-".contains(c);
    let nik: String = text.value.chars().filter(|c| !parted(*c)).collect();
    if nik.len() == 16 && nik.bytes().all(|b| b.is_ascii_digit()) {
        return Some(nik);
    }
    let panjang = nik.chars().count().to_string();
    f.problems.add(text.span, OfficialProblem::BadNik { panjang });
    None
}

fn report_nip(f: &mut Fields<'_>, text: &Spanned<String>, error: &NipError) {
    f.problems.add(
        text.span,
        PeopleProblem::BadNip { nip: text.value.clone(), detail: fault(error) },
    );
}

fn fault(error: &NipError) -> Both {
    let en = match error {
        NipError::Length(n) => format!("a NIP has 18 digits, this one {n}"),
        NipError::NotADigit(c) => format!("`{c}` is no digit"),
    };
    Both::new(error.to_string(), en)
}

fn doubt(warning: NipWarning) -> Both {
    use NipWarning as P;
    let en = match warning {
        P::BirthMonth(month) => format!("there is no month of birth {month:02}"),
        P::BirthDate => "the date of birth does not exist".to_owned(),
        P::AppointmentMonth(month) => {
            format!(
                "there is no month of appointment {month:02}; mark a NI PPPK with pppk = true"
            )
        }
        P::GenderDigit(code) => format!("digit 15 is {code} instead of 1 or 2"),
        P::OtherGender => "digit 15 does not fit the gender".to_owned(),
        P::AppointmentAge(age) => format!("appointed at the age of {age}"),
    };
    Both::new(warning.to_string(), en)
}

/// A golongan that may be absent.
pub(crate) fn golongan(f: &mut Fields<'_>) -> Option<Golongan> {
    let text = f.text("golongan")?;
    let golongan = text.value.parse().ok();
    if golongan.is_none() {
        f.problems.add(text.span, PeopleProblem::BadGolongan { text: text.value });
    }
    golongan
}
