//! What belongs to people: ids, names with their gelar, NIP, NIK and golongan.

use super::Fields;
use crate::head;
use crate::node::Value;
use crate::problem::{OfficialProblem, PeopleProblem, ReferenceProblem, SheetProblem};
use crate::tables::{Key, says_nothing};
use base::diag::{Both, Diagnostic, Lang, Problems, first_names};
use base::source::{FileId, Span, Spanned};
use field::domain::{
    Gender, Golongan, GolonganError, Kehadiran, NamaGelar, Nip, NipError, NipWarning,
    StatusAsn, gelar,
};

/// An id that may be absent: lower-case letters, digits and hyphens, so that it can name a file.
pub(crate) fn id(f: &mut Fields<'_>, key: Key) -> Option<Spanned<String>> {
    let id = f.text(key)?;
    check_id(&id, f.problems);
    Some(id)
}

fn check_id(id: &Spanned<String>, problems: &mut Problems) {
    let sound =
        id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    if !sound || id.starts_with('-') {
        let proposed =
            proposed(&id.value).unwrap_or_else(|| "dinas-kesehatan".to_owned());
        problems.add(id.span, ReferenceProblem::BadId { id: id.value.clone(), proposed });
    }
}

/// The id that words make; `None` of words without letters.
pub(crate) fn proposed(words: &str) -> Option<String> {
    let words = head::normal(words);
    let hyphens = words.chars().map(|c| if c == ' ' { '-' } else { c });
    let id: String = hyphens.filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    let id = id.trim_matches('-');
    (!id.is_empty()).then(|| id.to_owned())
}

/// A name with its gelar that may be absent.
pub(crate) fn name(f: &mut Fields<'_>) -> Option<NamaGelar> {
    let Some(nama) = f.text(Key::NAMA) else {
        gelar_alone(f);
        return None;
    };
    checked_name(f, &nama)
}

/// Tells of a gelar that belongs to nobody: the cells of its row may have moved by one.
fn gelar_alone(f: &mut Fields<'_>) {
    // What is no name was told already.
    if f.has(Key::NAMA) {
        return;
    }
    for key in [Key::new("gelar_depan"), Key::new("gelar_belakang")] {
        let Some(node) = f.raw(key) else { continue };
        let Some(gelar) = node.value.shown().filter(|text| !says_lacking(text)) else {
            continue;
        };
        f.problems.add(node.span, PeopleProblem::GelarOfNobody { gelar });
        return;
    }
}

fn checked_name(f: &mut Fields<'_>, nama: &Spanned<String>) -> Option<NamaGelar> {
    let mut depan = f.text(Key::new("gelar_depan")).map(|t| t.value).unwrap_or_default();
    let mut belakang: Vec<String> = f
        .texts(Key::new("gelar_belakang"))
        .iter()
        .flat_map(|t| parted(t))
        .filter(|g| !says_lacking(g))
        .collect();
    if says_lacking(&depan) {
        depan.clear();
    }
    // One column for all gelar holds both kinds.
    for title in belakang.extract_if(.., |g| gelar::before(g).is_some()) {
        depan = format!("{depan} {}", gelar::before(&title).unwrap_or_default());
    }
    // Dots and dashes hold the place of a name.
    let nameless = !nama.value.contains(char::is_alphabetic);
    if nameless && bahasa::damage::damage(nama).is_none() {
        f.problems.add(nama.span, SheetProblem::stands_in(nama.value.clone()));
    }
    let taken = gelar::take_as(nama, serves(f));
    if taken.two {
        let names = nama.value.split_whitespace().collect::<Vec<_>>().join(" ");
        f.problems.add(nama.span, PeopleProblem::TwoNames { names });
        return None;
    }
    if !taken.remark.is_empty() {
        let names = Both::same(said_apart(&nama.value, &taken));
        f.problems.add(nama.span, PeopleProblem::RemarkInName { names });
    }
    if gelar::says_late(nama) {
        let names = Both::same(format!("`{}`", nama.value));
        f.problems.add(nama.span, PeopleProblem::Late { names });
    }
    if !taken.rest.is_empty() {
        f.problems.add(nama.span, PeopleProblem::GelarInName { gelar: taken.rest });
        return None;
    }
    if taken.doubtful {
        let names = Both::same(format!("`{}`", nama.value));
        f.problems.add(nama.span, PeopleProblem::DoctorOrPhysician { names });
    }
    let parts = [&taken.front, &taken.rank, &taken.aside];
    if !(parts.iter().all(|part| part.is_empty()) && taken.back.is_empty()) {
        let names = Both::same(said_apart(&nama.value, &taken));
        f.problems.add(nama.span, PeopleProblem::GelarTaken { names });
    }
    // What stands in a column of its own as well is one gelar.
    let same = |one: &str, other: &str| head::key(one) == head::key(other);
    let mut more: Vec<&str> = Vec::new();
    for title in taken.front.split(' ').filter(|t| !t.is_empty()) {
        if !depan.split(' ').any(|own| gelar::same_before(own, title)) {
            more.push(title);
        }
    }
    // A rank that has a column of its own is printed from there.
    let rank = if f.written(Key::new("pangkat")).is_some() { "" } else { &taken.rank };
    let depan = format!("{rank} {depan} {}", more.join(" "));
    for title in taken.back {
        if !belakang.iter().any(|own| same(own, &title)) {
            belakang.push(title);
        }
    }
    // An empty name was reported as a missing or empty key already.
    NamaGelar::new(&depan, &taken.nama, &belakang).ok()
}

/// The gelar of a text. A letter alone is none: "S,STP" was typed for "S.STP".
fn parted(text: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let mut letter = false;
    for part in text.split(',').map(str::trim) {
        match all.last_mut().filter(|_| letter) {
            Some(last) => *last = format!("{last}.{part}"),
            None => all.push(part.to_owned()),
        }
        letter = part.len() == 1 && part.starts_with(|c: char| c.is_ascii_uppercase());
    }
    all
}

/// "[Dr.] Budi Santoso [S.H., M.H.]": which part was taken for which.
fn said_apart(typed: &str, taken: &gelar::Taken) -> String {
    let title = |text: &str| {
        if text.is_empty() { String::new() } else { format!("[{text}]") }
    };
    let front = format!("{} {}", taken.rank, taken.front);
    let (front, back) = (title(front.trim()), title(&taken.back.join(", ")));
    let mut parts = vec![front.as_str(), &taken.nama, &back];
    parts.retain(|part| !part.is_empty());
    let parted = parts.join(" ");
    let whole = taken.aside.is_empty() && taken.remark.is_empty();
    if whole { parted } else { format!("{typed} \u{2192} {parted}") }
}

/// Whether a cell says that somebody has no such thing: "-", "Non ASN".
fn says_lacking(text: &str) -> bool {
    let plain = head::normal(text);
    says_nothing(text)
        || [
            "non asn",
            "bukan asn",
            "non pns",
            "bukan pns",
            "n a",
            "nan",
            "honorer",
            "belum ada",
        ]
        .contains(&plain.as_str())
        || text.chars().all(|c| c == '0' || !c.is_alphanumeric())
}

/// Whether somebody serves in TNI or Polri, by where and with which number.
fn serves(f: &Fields<'_>) -> bool {
    const THERE: [&str; 16] = [
        "polri", "polres", "polresta", "polsek", "polda", "tni", "kodim", "korem",
        "koramil", "kodam", "lanal", "lanud", "dandim", "danramil", "kapolres",
        "kapolsek",
    ];
    let there = ["jabatan", "instansi"].into_iter().any(|key| {
        let text = f.written(Key::new(key)).unwrap_or_default();
        head::normal(text).split(' ').any(|word| THERE.contains(&word))
    });
    let number = f.written(Key::new("nip")).is_some_and(|text| {
        text.parse::<Nip>().is_err() && Nip::nrp(text).is_ok() && !says_lacking(text)
    });
    there || number
}

/// The gender that the row says, also by "Hj." before the name.
fn gender(f: &Fields<'_>) -> Option<Gender> {
    let is_hajjah = |key| {
        let mut words = f.written(key).into_iter().flat_map(str::split_whitespace);
        words.any(|word| word.trim_end_matches('.') == "Hj")
    };
    if is_hajjah(Key::NAMA) || is_hajjah(Key::new("gelar_depan")) {
        return Some(Gender::Female);
    }
    let written = f.written(Key::new("jenis_kelamin"))?.trim().to_lowercase();
    match written.as_str() {
        "l" | "lk" | "laki-laki" | "laki laki" | "pria" => Some(Gender::Male),
        "p" | "pr" | "perempuan" | "wanita" => Some(Gender::Female),
        _ => None,
    }
}

/// A NIP or NRP that may be absent.
pub(crate) fn nip(f: &mut Fields<'_>) -> Option<Nip> {
    let rank = [Key::new("golongan"), Key::new("pangkat")].into_iter().find_map(|key| {
        let text = f.written(key)?;
        text.parse::<Golongan>().ok()
    });
    // Looked at whether there is a NIP or not: what cannot be read is told.
    let marked = f.flag(Key::new("pppk"));
    let text = f.text(Key::new("nip")).filter(|text| !says_lacking(text))?;
    let titled = f
        .written(Key::NAMA)
        .is_some_and(|nama| !gelar::take_as(nama, serves(f)).rank.is_empty());
    let serves = titled || rank.as_ref().is_some_and(Golongan::is_service);
    let named = text.value.trim().get(..3).is_some_and(|w| w.eq_ignore_ascii_case("nrp"));
    let pppk = marked || rank.is_some_and(|r| r.is_surely_pppk());
    let status = if pppk { StatusAsn::Pppk } else { StatusAsn::Pns };
    let read = text.value.parse::<Nip>();
    let read = if named || serves && read.is_err() {
        Nip::nrp(&text.value)
    } else {
        read.map(|nip| nip.of(status))
    };
    match read {
        Ok(nip) => {
            for warning in nip.warnings(status, gender(f)) {
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

/// Who came and how, that may be absent. A sheet of a form says it in words of its own: what is
/// none of ours is told and not taken.
pub(crate) fn attendance(f: &mut Fields<'_>, key: Key) -> Option<Kehadiran> {
    let node = f.raw(key)?;
    let cell = match &node.value {
        Value::Bool(yes) => {
            return Some(if *yes { Kehadiran::Luring } else { Kehadiran::Tidak });
        }
        Value::Cell(text) => text,
        _ => return f.word(key, &Kehadiran::WORDS),
    };
    let words = head::normal(cell);
    let bare =
        words.strip_prefix("secara ").or(words.strip_prefix("via ")).unwrap_or(&words);
    let ours =
        Kehadiran::WORDS.iter().chain(&OTHER_WORDS).find(|(word, _)| *word == bare);
    if ours.is_none() && !says_lacking(cell) {
        let names = Both::same(format!("`{cell}`"));
        f.problems.add(node.span, PeopleProblem::UnknownAttendance { names });
    }
    ours.map(|(_, how)| *how)
}

/// Words of forms for how somebody came.
const OTHER_WORDS: [(&str, Kehadiran); 13] = [
    ("iya", Kehadiran::Luring),
    ("offline", Kehadiran::Luring),
    ("tatap muka", Kehadiran::Luring),
    ("langsung", Kehadiran::Luring),
    ("v", Kehadiran::Luring),
    ("online", Kehadiran::Daring),
    ("zoom", Kehadiran::Daring),
    ("virtual", Kehadiran::Daring),
    ("tidak hadir", Kehadiran::Tidak),
    ("berhalangan", Kehadiran::Tidak),
    ("izin", Kehadiran::Tidak),
    ("sakit", Kehadiran::Tidak),
    ("alpa", Kehadiran::Tidak),
];

/// A NIK as 16 digits; blanks, dots and hyphens between them are left out.
pub(crate) fn nik(f: &mut Fields<'_>, key: Key) -> Option<String> {
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
        PeopleProblem::BadNip {
            nip: text.value.clone(),
            detail: fault(error),
            digits: match error {
                NipError::Length(digits) => Some(*digits),
                _ => None,
            },
        },
    );
}

fn fault(error: &NipError) -> Both {
    let en = match error {
        NipError::Length(16) => "this has 16 digits like a NIK, a NIP 18".to_owned(),
        NipError::Length(n) => format!("a NIP has 18 digits, this one {n}"),
        NipError::NrpLength(n) => format!("an NRP has 5 to 14 digits, this one {n}"),
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

/// A golongan, or the rank of TNI and Polri, that may be absent: from either of its two keys.
pub(crate) fn golongan(f: &mut Fields<'_>) -> Option<Golongan> {
    let given = |f: &mut Fields<'_>, key| f.text(key).filter(|text| !says_lacking(text));
    let (code, rank) = (given(f, Key::new("golongan")), given(f, Key::new("pangkat")));
    let text = code.as_ref().or(rank.as_ref())?;
    let read = |f: &mut Fields<'_>, text: &Spanned<String>| {
        let read = text.value.parse::<Golongan>();
        read.map_err(|error| f.problems.add(text.span, bad_rank(error))).ok()
    };
    let golongan = read(f, text)?;
    if let (Some(_), Some(rank)) = (&code, &rank) {
        let other = read(f, rank)?;
        // A soldier's golongan is what the sheet's other rows have one for.
        if other.is_service() {
            return Some(other);
        }
        if other != golongan {
            let pangkat = rank.value.clone();
            let error = GolonganError::Mismatch { golongan, pangkat };
            f.problems.add(rank.span, bad_rank(error));
            return None;
        }
    }
    let (pppk, told) = (f.flag(Key::new("pppk")), f.has(Key::new("pppk")));
    let text = text.clone();
    if pppk && !golongan.is_pppk() {
        f.problems.add(text.span, PeopleProblem::PppkOfPns { golongan: text.value });
        return None;
    }
    if golongan.is_pppk() && !golongan.is_surely_pppk() && !told {
        f.problems.add(text.span, PeopleProblem::NoRuang { golongan: text.value });
    }
    Some(golongan)
}

fn bad_rank(error: GolonganError) -> PeopleProblem {
    match error {
        GolonganError::Unknown(text) => PeopleProblem::BadGolongan { text },
        GolonganError::Mismatch { golongan, pangkat } => PeopleProblem::RankMismatch {
            right: golongan.pangkat().unwrap_or("-").to_owned(),
            golongan: golongan.to_string(),
            pangkat,
        },
    }
}

/// Tells what is told of every row of a list once for each file.
pub(crate) fn told_once(problems: &mut Problems) {
    let mut lists: Vec<(Option<FileId>, Code, Span, Vec<String>)> = Vec::new();
    for found in problems.iter() {
        let Some((name, again)) = listed(found) else { continue };
        let (file, code) = (found.span.file(), found.problem.code());
        match lists.iter_mut().find(|(f, (c, _), ..)| *f == file && *c == code) {
            Some((.., names)) if names.contains(&name) => {}
            Some((.., names)) => names.push(name),
            None => lists.push((file, (code, again), found.span, vec![name])),
        }
    }
    problems.retain(|found| listed(found).is_none());
    for (_, (_, again), span, names) in lists {
        let all: Vec<&str> = names.iter().map(String::as_str).collect();
        let said = |lang| first_names(lang, &all, MOST_NAMES);
        problems.add(span, again(Both::new(said(Lang::Id), said(Lang::En))));
    }
}

/// How many names a message tells.
const MOST_NAMES: usize = 30;

/// A code, and how its problem is told of several names.
type Code = (&'static str, Again);

/// A problem told of several names.
type Again = fn(Both) -> PeopleProblem;

/// The name in a problem that is told once for a list.
fn listed(found: &Diagnostic) -> Option<(String, Again)> {
    let (names, again): (_, Again) = match found.problem.as_a()? {
        PeopleProblem::GelarTaken { names } => {
            (names, |names| PeopleProblem::GelarTaken { names })
        }
        PeopleProblem::Late { names } => (names, |names| PeopleProblem::Late { names }),
        PeopleProblem::RemarkInName { names } => {
            (names, |names| PeopleProblem::RemarkInName { names })
        }
        PeopleProblem::DoctorOrPhysician { names } => {
            (names, |names| PeopleProblem::DoctorOrPhysician { names })
        }
        PeopleProblem::UnknownAttendance { names } => {
            (names, |names| PeopleProblem::UnknownAttendance { names })
        }
        _ => return None,
    };
    Some((names.of(Lang::Id).to_owned(), again))
}
