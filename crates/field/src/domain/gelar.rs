//! Gelar typed into a name: which words are some, and how they are taken out of it.
//!
//! One rule for all lists. Before a name only words of a closed list are gelar; behind it what is
//! known, or what is shaped like one. Each is kept as it was typed: `dr.` is a physician and `Dr.`
//! a doctor, and nobody but the writer knows which of the two `DR.` is.

/// A name taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Taken {
    /// Gelar before the name, as they are printed: "Prof. Dr. H.".
    pub front: String,
    /// The name alone.
    pub nama: String,
    /// Gelar behind it.
    pub back: Vec<String>,
    /// What stands behind a comma and is no gelar; empty when all is one.
    pub rest: String,
    /// `DR.`: a doctor or a physician.
    pub doubtful: bool,
}

/// Gelar before a name, as they are written.
const FRONT: [&str; 17] = [
    "Prof.", "Dr.", "drg.", "drh.", "Ir.", "Drs.", "Dra.", "H.", "Hj.", "Hi.", "KH.",
    "TGH.", "apt.", "Ns.", "Pdt.", "Ust.", "Ustadz",
];

/// Gelar behind a name, without their dots.
const BACK: [&str; 104] = [
    "SE", "SH", "SHI", "ST", "STP", "STr", "SSTP", "SST", "SIP", "SIK", "SIKom", "SSos",
    "SSosI", "SPd", "SPdI", "SPdSD", "SPdK", "SAg", "SKM", "SKep", "SKepNs", "SKeb",
    "SKom", "SSi", "SSiT", "SPi", "SPt", "SP", "SHut", "SFarm", "SGz", "SKed", "SKG",
    "SKH", "SPsi", "SPsiI", "SAP", "SAB", "SAk", "SAkt", "SS", "SSn", "SHum", "SMn",
    "SThI", "STh", "SEI", "SEAk", "STrIP", "STrKeb", "STrKes", "STrT", "SArs", "SPWK",
    "SStat", "SMat", "SKpm", "SPel", "MM", "MH", "MHum", "MSi", "MPd", "MPdI", "MT",
    "MTr", "MTrAP", "MAP", "MAB", "MAk", "MAkt", "MKes", "MKM", "MKep", "MKeb", "MKom",
    "MSc", "MA", "MAg", "MBA", "MPH", "MPA", "MPM", "MPP", "MPSDM", "MEng", "MIP",
    "MIKom", "MSE", "MEc", "MEcDev", "MSP", "MSos", "MARS", "MGz", "MBiomed", "MPsi",
    "MP", "PhD", "AMd", "AMdKeb", "AMdKep", "AMaPd", "LLM",
];

/// Gelar behind a name that are whole words or of no usual shape, without their dots.
const OTHER: [&str; 20] = [
    "Lc", "Ners", "Ns", "Apt", "Ak", "CA", "CPA", "QIA", "Gr", "BSc", "BA", "BE", "BBA",
    "BcHk", "BEng", "CGCAE", "CFrA", "DEA", "Dipl", "IPM",
];

/// Takes the gelar out of a name.
pub fn take(typed: &str) -> Taken {
    let typed = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut parts = typed.split(',').map(str::trim);
    let mut taken = Taken::default();
    let mut words = glued(parts.next().unwrap_or_default());
    take_front(&mut words, &mut taken);
    take_back(&mut words, &mut taken.back);
    taken.nama = words.join(" ");
    let mut rest: Vec<&str> = Vec::new();
    for part in parts.filter(|part| !part.trim_matches('.').is_empty()) {
        let all = glued(part);
        if rest.is_empty() && all.iter().all(|word| is_behind_comma(word)) {
            taken.back.extend(all);
        } else {
            rest.push(part);
        }
    }
    taken.rest = rest.join(", ");
    taken
}

/// The words of a text; what a blank after a dot tore apart is one again: "S. Sos", "M. Pd. I".
fn glued(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let whole = words.last().map(|last| format!("{last}{word}"));
        match whole.filter(|whole| is_torn(words.last(), whole)) {
            Some(whole) => {
                let last = words.pop().unwrap_or_default();
                let dotted = last.ends_with('.');
                words.push(if dotted { whole } else { format!("{last}.{word}") });
            }
            None => words.push(word.to_owned()),
        }
    }
    words
}

/// Whether a blank stands inside a gelar: both halves together are a known one, and the first
/// alone is none. Without its dot ("S Sos") only what is no initials: "Budi S E" has two.
fn is_torn(last: Option<&String>, whole: &str) -> bool {
    let Some(last) = last.filter(|last| last.len() <= 6 && is_known(whole)) else {
        return false;
    };
    let begun = !last.trim_end_matches('.').contains('.');
    let dotted = last.ends_with('.') && (begun || is_known(last));
    let behind = whole.get(last.len()..).unwrap_or_default();
    let bare = ["S", "M"].contains(&last.as_str())
        && bare(behind).len() > 1
        && behind.contains(char::is_lowercase);
    dotted || bare
}

fn take_front(words: &mut Vec<String>, taken: &mut Taken) {
    let mut front: Vec<String> = Vec::new();
    while let Some(first) = words.first().cloned() {
        if let (Some(title), true) = (front_title(&first), words.len() > 1) {
            front.push(title);
            words.remove(0);
        } else if let Some((head, rest)) = unglued(&first) {
            // "Dr.Ir.Budi": the dot stands for the blank as well.
            words[0] = rest;
            words.insert(0, head);
        } else {
            break;
        }
    }
    taken.doubtful = front.iter().any(|title| title == "DR.");
    taken.front = front.join(" ");
}

/// A gelar that stands before a name, as it is printed; none for one that stands behind it.
pub fn before(word: &str) -> Option<String> {
    front_title(word.trim())
}

/// A gelar before a name as it is printed: with its dot, and in its own letters. Only `Dr.` and
/// `dr.` are kept as they are.
fn front_title(word: &str) -> Option<String> {
    let letters = bare(word);
    let title = FRONT.iter().find(|title| bare(title).eq_ignore_ascii_case(&letters))?;
    if letters.len() == 1 && !word.starts_with('H') {
        return None;
    }
    if letters.eq_ignore_ascii_case("dr") {
        return Some(format!("{letters}."));
    }
    Some((*title).to_owned())
}

/// "Dr.Budi" as "Dr." and "Budi", when the first is a gelar before a name.
fn unglued(word: &str) -> Option<(String, String)> {
    let ends = word.match_indices('.').map(|(at, _)| at + 1);
    let mut splits = ends.filter_map(|end| word.split_at_checked(end));
    splits
        .find(|(head, rest)| !rest.is_empty() && front_title(head).is_some())
        .map(|(head, rest)| (head.to_owned(), rest.to_owned()))
}

fn take_back(words: &mut Vec<String>, back: &mut Vec<String>) {
    let mut from = words.len();
    while from > 1 && is_back(&words[from - 1]) {
        from -= 1;
    }
    back.extend(words.drain(from..));
}

/// Whether the last word of a name is a gelar, though no comma says so.
fn is_back(word: &str) -> bool {
    let capitals = word.chars().filter(char::is_ascii_uppercase).count();
    let dotted = word.trim_end_matches('.').contains('.');
    let shaped = dotted && begins_like_one(word);
    let letters = bare(word);
    let other = OTHER.contains(&letters.as_str()) && letters.len() > 2;
    shaped || other || is_known(word) && (dotted || capitals > 1)
}

/// Whether a word behind a comma is a gelar.
fn is_behind_comma(word: &str) -> bool {
    let letters = bare(word);
    let capitals = letters.chars().filter(char::is_ascii_uppercase).count();
    let dotted = word.trim_end_matches('.').contains('.');
    let ended = word.ends_with('.') && word.starts_with(char::is_uppercase);
    let short = letters.len() <= 8 && (capitals > 1 || ended);
    let other = OTHER.iter().any(|o| o.eq_ignore_ascii_case(&letters));
    is_known(word) || other || short || dotted && letters.len() <= 12
}

/// "S.Trans", "M.Biotek", "A.Md.Gz", "Sp.PD-KGEH": another one of a usual shape.
fn begins_like_one(word: &str) -> bool {
    let mut parts = word.trim_end_matches('.').split('.');
    let first = parts.next().unwrap_or_default();
    let second = parts.next().unwrap_or_default();
    let behind = second.chars().filter(char::is_ascii_alphabetic).count();
    match first {
        "S" | "M" => behind > 1 && second.chars().any(char::is_lowercase),
        "A" => second == "Md" || second == "Ma",
        "Sp" | "Ph" => behind > 0,
        _ => false,
    }
}

fn is_known(word: &str) -> bool {
    let letters = bare(word);
    BACK.iter().any(|known| known.eq_ignore_ascii_case(&letters))
}

/// A word without its marks.
fn bare(word: &str) -> String {
    word.chars().filter(char::is_ascii_alphabetic).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_as_offices_type_them() {
        for (typed, front, nama, back) in [
            ("Prof. Dr. H. Budi", "Prof. Dr. H.", "Budi", ""),
            ("Siti Contoh S.Sos", "", "Siti Contoh", "S.Sos"),
            ("Hj. Siti", "Hj.", "Siti", ""),
            ("KH. Abdul Karim", "KH.", "Abdul Karim", ""),
            ("K.H. Abdul Karim", "KH.", "Abdul Karim", ""),
            ("apt. Rina, S.Farm", "apt.", "Rina", "S.Farm"),
            ("Ns. Dewi Lestari, S.Kep., M.Kep", "Ns.", "Dewi Lestari", "S.Kep.|M.Kep"),
            ("Ir Joko Susilo, M.T.", "Ir.", "Joko Susilo", "M.T."),
            ("drg. Maya", "drg.", "Maya", ""),
            ("DRS. H. AHMAD YANI SH., MH", "Drs. H.", "AHMAD YANI", "SH.|MH"),
            ("Dr.Ir.H.Budi Utomo,MM", "Dr. Ir. H.", "Budi Utomo", "MM"),
            ("Rina Wati S. Pd. I", "", "Rina Wati", "S.Pd.I"),
            ("Andi S. Pane", "", "Andi S. Pane", ""),
            ("dr. ani, s.h.", "dr.", "ani", "s.h."),
            ("M. Yusuf", "", "M. Yusuf", ""),
            ("H.M. Yusuf", "H.", "M. Yusuf", ""),
            (
                "Made Wirawan, Sp.PD-KGEH, FINASIM",
                "",
                "Made Wirawan",
                "Sp.PD-KGEH|FINASIM",
            ),
            ("Sri Wahyuni S.Kep Ners", "", "Sri Wahyuni", "S.Kep|Ners"),
            ("Muhammad Ali", "", "Muhammad Ali", ""),
            ("Nurul Ma", "", "Nurul Ma", ""),
            ("Dewi Sartika S Sos", "", "Dewi Sartika", "S.Sos"),
            ("Budi S E", "", "Budi S E", ""),
            ("H. Syamsul Bahri, Lc., MA", "H.", "Syamsul Bahri", "Lc.|MA"),
            ("A. Rahman, A.Md.Keb", "", "A. Rahman", "A.Md.Keb"),
            ("Yohanes Ph.D", "", "Yohanes", "Ph.D"),
            ("H.", "", "H.", ""),
            ("Siti Dea", "", "Siti Dea", ""),
        ] {
            let taken = take(typed);
            assert_eq!(taken.rest, "", "{typed}");
            let all = (taken.front.as_str(), taken.nama.as_str(), taken.back.join("|"));
            assert_eq!(all, (front, nama, back.to_owned()), "{typed}");
        }
    }

    #[test]
    fn what_is_no_gelar_stays_told() {
        assert_eq!(take("Budi, Kepala Dinas").rest, "Kepala Dinas");
        assert_eq!(take("Budi, S.H., Kepala Dinas").rest, "Kepala Dinas");
        assert!(take("DR. ANI").doubtful);
        assert!(!take("Dr. Ani").doubtful && !take("dr. ANI").doubtful);
    }
}
