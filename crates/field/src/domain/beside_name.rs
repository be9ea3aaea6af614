//! What is typed into the cell of a name and is none: a second person, an office, a number.

/// What a text may say of gelar.
#[derive(Clone, Copy)]
pub(super) struct Gelar {
    /// Whether all of it may be gelar behind a name.
    pub(super) are_behind: fn(&str) -> bool,
    /// Whether its last word is one.
    pub(super) ends_in_one: fn(&str) -> bool,
}

/// What somebody serves as, behind a name.
const SERVES_AS: [&str; 8] =
    ["cpns", "pns", "pppk", "p3k", "asn", "non asn", "honorer", "thl"];

/// What in brackets is a part of a gelar, of a rank or of the name.
const OF_THE_NAME: [&str; 22] = [
    "c",
    "cand",
    "candidate",
    "k",
    "hc",
    "hons",
    "adv",
    "purn",
    "ret",
    "p",
    "t",
    "e",
    "s",
    "kh",
    "pm",
    "w",
    "tni",
    "pol",
    "alm",
    "almh",
    "almarhum",
    "almarhumah",
];

/// What says of somebody that she or he has died.
const LATE: [&str; 4] = ["alm", "almh", "almarhum", "almarhumah"];

/// Whether a name says that its bearer has died. Behind "bin" it says so of the father.
pub fn says_late(name: &str) -> bool {
    let lower = name.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty());
    let own = words.by_ref().take_while(|w| !["bin", "binti", "bt"].contains(w));
    own.collect::<Vec<_>>().iter().any(|word| LATE.contains(word))
}

/// The first words of offices and of those who stand for one.
const OFFICES: [&str; 68] = [
    "an",
    "mewakili",
    "perwakilan",
    "utusan",
    "plt",
    "plh",
    "pj",
    "pjs",
    "kepala",
    "kadis",
    "kaban",
    "kabag",
    "kabid",
    "kasi",
    "kasie",
    "kasubag",
    "kasubbag",
    "kasubid",
    "kasubbid",
    "kasat",
    "kalak",
    "kapus",
    "kapuskesmas",
    "kapolres",
    "kapolsek",
    "dandim",
    "danramil",
    "kajari",
    "sekretaris",
    "sekdis",
    "sekban",
    "sekcam",
    "sekda",
    "sekdes",
    "camat",
    "lurah",
    "kades",
    "staf",
    "staff",
    "operator",
    "ketua",
    "wakil",
    "bendahara",
    "anggota",
    "direktur",
    "wadir",
    "dirut",
    "inspektur",
    "irban",
    "koordinator",
    "subkoordinator",
    "analis",
    "pengelola",
    "pengawas",
    "penyuluh",
    "perencana",
    "fungsional",
    "bupati",
    "gubernur",
    "wali",
    "walikota",
    "asisten",
    "ajudan",
    "admin",
    "moderator",
    "narasumber",
    "panitia",
    "notulis",
];

/// Whether a text begins as the name of an office does, or of those who stand for one.
pub fn begins_with_office(text: &str) -> bool {
    let first = text.trim().split([' ', '/']).next().unwrap_or_default();
    let first: String = first.chars().filter(|c| c.is_alphabetic()).collect();
    OFFICES.contains(&first.to_lowercase().as_str())
}

/// Whether a remark says what somebody serves as.
pub(super) fn serves_as(remark: &str) -> bool {
    let said = remark.trim_matches(['(', ')', ' ']).to_lowercase();
    SERVES_AS.contains(&said.as_str())
}

/// A name without the remarks in brackets, and without what follows "a.n."; and these.
pub(super) fn remarks(typed: &str, gelar: Gelar) -> (String, Vec<String>) {
    let (mut text, mut found) = (typed.to_owned(), Vec::new());
    let mut from = 0;
    while let Some(start) = text[from..].find('(').map(|at| from + at) {
        let end = text[start..].find(')').map_or(text.len(), |at| start + at + 1);
        let (before, remark) = (text[..start].trim_end(), &text[start..end]);
        if before.is_empty() || !is_remark(before, remark, gelar) {
            from = end;
            continue;
        }
        found.push(remark.to_owned());
        let rest = text[end..].trim_start();
        let blank = if rest.is_empty() || rest.starts_with(',') { "" } else { " " };
        let before = if rest.is_empty() { before.trim_end_matches(',') } else { before };
        (from, text) = (before.len(), format!("{before}{blank}{rest}"));
    }
    let stands_for = |word: &&str| {
        ["a.n.", "a.n", "a/n", "an."].contains(&word.to_lowercase().as_str())
    };
    if let Some(word) = text.split(' ').skip(1).find(stands_for) {
        let at = text.find(&format!(" {word}")).unwrap_or(text.len());
        found.push(text[at..].trim().to_owned());
        text.truncate(at);
        text.truncate(text.trim_end_matches([' ', ',']).len());
    }
    (text, found)
}

/// Whether what stands in brackets behind a text is no part of the name: an office, or anything
/// behind a gelar that is no part of one.
fn is_remark(before: &str, remark: &str, gelar: Gelar) -> bool {
    let inside = remark.trim_matches(['(', ')', ' ']);
    let letters: String =
        inside.chars().filter(|c| c.is_alphabetic()).collect::<String>().to_lowercase();
    if serves_as(remark) {
        return true;
    }
    if OF_THE_NAME.contains(&letters.as_str()) {
        return false;
    }
    let stands_for = || inside.to_lowercase().starts_with("a/n");
    begins_with_office(inside) || stands_for() || (gelar.ends_in_one)(before)
}

/// Whether a cell names two people.
pub(super) fn are_two(typed: &str, gelar: Gelar) -> bool {
    let lines: Vec<&str> =
        typed.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let below = lines.windows(2).any(|two| {
        let wide = |line: &str| line.split_whitespace().count() > 1;
        wide(two[0])
            && wide(two[1])
            && !two[0].ends_with(',')
            && !two[1].starts_with([',', '('])
            && !(gelar.are_behind)(two[1])
            && !is_number(two[1].split_whitespace().next().unwrap_or_default())
    });
    below || are_joined(&lines.join(" "), gelar)
}

/// Whether a word or sign between two names joins them.
fn are_joined(typed: &str, gelar: Gelar) -> bool {
    let plain = typed.split('(').next().unwrap_or_default();
    let words: Vec<&str> = plain.split_whitespace().collect();
    let shouted = !plain.contains(char::is_lowercase);
    let joins = |word: &str| {
        ["/", "&", "+", "dan", "atau"].contains(&word) || shouted && word == "DAN"
    };
    let between = (1..words.len().saturating_sub(1)).any(|at| {
        joins(words[at]) && begins_name(words[at - 1]) && begins_name(words[at + 1])
    });
    let head = plain.split(',').next().unwrap_or_default();
    between || head.split_whitespace().any(|word| is_pair(word, gelar))
}

/// Whether a word may stand in a name or its gelar: "Budi", "S.H.,", and not "Rekan".
fn begins_name(word: &str) -> bool {
    let bare = word.trim_end_matches([',', '.']);
    let letters = bare.chars().all(|c| c.is_alphabetic() || ".'\u{2019}-".contains(c));
    let firm = ["co", "rekan", "partners", "dkk"].contains(&bare.to_lowercase().as_str());
    letters && !firm && bare.starts_with(char::is_alphabetic)
}

/// "Budi/Ani".
fn is_pair(word: &str, gelar: Gelar) -> bool {
    let Some((one, two)) = word.split_once(['/', '&']) else { return false };
    let is_name = |name: &str| {
        name.chars().filter(|c| c.is_alphabetic()).count() > 2
            && !name.contains('.')
            && !(gelar.ends_in_one)(name)
    };
    is_name(one) && is_name(two)
}

/// A text up to a number of somebody's, and the number with the word before it.
pub(super) fn before_number(typed: &str) -> (String, Option<&str>) {
    let mut at = 0;
    for word in typed.split(' ') {
        if at > 0 && is_number(word) {
            let name = typed[..at].trim_end_matches([' ', ',', '-', '/', '(']);
            return (name.to_owned(), Some(&typed[at..]));
        }
        at += word.len() + 1;
    }
    (typed.to_owned(), None)
}

/// "NIP", "NIP.1970...", "197003121997031004".
fn is_number(word: &str) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let digits = word.chars().filter(char::is_ascii_digit).count();
    ["nip", "nrp", "nipppk", "nik"].contains(&bare.as_str()) || digits > 4
}
