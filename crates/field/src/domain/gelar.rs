//! Gelar typed into a name: which words are some, and how they are taken out of it.
//!
//! One rule for all lists. Before a name only words of a closed list are gelar; behind it what is
//! known, or what is shaped like one. Each is kept as it was typed: `dr.` is a physician and `Dr.`
//! a doctor, and nobody but the writer knows which of the two `DR.` is.

use super::{beside_name, rank_title};

pub use beside_name::says_late;

/// A name taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Taken {
    /// Gelar before the name, as they are printed: "Prof. Dr. H.".
    pub front: String,
    /// A rank of TNI or Polri before them, as it was typed: "Kol. Inf.".
    pub rank: String,
    /// The name alone.
    pub nama: String,
    /// Gelar behind it.
    pub back: Vec<String>,
    /// What stands behind a comma and is no gelar; empty when all is one.
    pub rest: String,
    /// What is no part of a name and was left out: "Bapak", "(CPNS)".
    pub aside: String,
    /// An office or remark that stood with the name and was left out: "(Kabid)", "a.n. Kadis".
    pub remark: String,
    /// Whether there are two people in it: "Budi / Ani".
    pub two: bool,
    /// `DR.`: a doctor or a physician.
    pub doubtful: bool,
}

/// Gelar before a name, as they are written.
const FRONT: [&str; 25] = [
    "Cand.", "Prof.", "Dr.", "drg.", "drh.", "Ir.", "Drs.", "Dra.", "H.", "Hj.", "Hi.",
    "KH.", "TGH.", "apt.", "Ns.", "Bd.", "Bdn.", "Assoc.", "Pdt.", "Ust.", "Ustadz",
    "Ustadzah", "Tgk.", "Ustz.", "Ners",
];

/// Gelar behind a name, without their dots.
const BACK: [&str; 107] = [
    "SE", "SH", "SHI", "ST", "STP", "STr", "SSTP", "SST", "SIP", "SIK", "SIKom", "SSos",
    "SSosI", "SPd", "SPdI", "SPdSD", "SPdK", "SAg", "SKM", "SKep", "SKepNs", "SKeb",
    "SKom", "SSi", "SSiT", "SPi", "SPt", "SP", "SHut", "SFarm", "SGz", "SKed", "SKG",
    "SKH", "SPsi", "SPsiI", "SAP", "SAB", "SAk", "SAkt", "SS", "SSn", "SHum", "SMn",
    "SThI", "STh", "SEI", "SEAk", "STrIP", "STrKeb", "STrKes", "STrT", "SArs", "SPWK",
    "SStat", "SMat", "SKpm", "SPel", "MM", "MH", "MHum", "MSi", "MPd", "MPdI", "MT",
    "MTr", "MTrAP", "MAP", "MAB", "MAk", "MAkt", "MKes", "MKM", "MKep", "MKeb", "MKom",
    "MSc", "MA", "MAg", "MBA", "MPH", "MPA", "MPM", "MPP", "MPSDM", "MEng", "MIP",
    "MIKom", "MSE", "MEc", "MEcDev", "MSP", "MSos", "MARS", "MGz", "MBiomed", "MPsi",
    "MP", "PhD", "AMd", "AMdKeb", "AMdKep", "AMaPd", "LLM", "MPWK", "MTI", "MHan",
];

/// Gelar behind a name that are whole words or of no usual shape, without their dots.
const OTHER: [&str; 23] = [
    "Lc",
    "Ners",
    "Ns",
    "Apt",
    "Ak",
    "CA",
    "CPA",
    "QIA",
    "Gr",
    "BSc",
    "BA",
    "BE",
    "BBA",
    "BcHk",
    "BEng",
    "CGCAE",
    "CFrA",
    "DEA",
    "Dipl",
    "IPM",
    "Bdn",
    "Psikolog",
    "Dietisien",
];

/// Takes the gelar out of a name.
pub fn take(typed: &str) -> Taken {
    take_as(typed, false)
}

/// Takes the gelar out of a name; `serves` says that it is one of TNI or Polri.
pub fn take_as(typed: &str, serves: bool) -> Taken {
    // In "Nur&#039;aini" it separates nothing: what is damaged stays as it was typed.
    let separated = bahasa::damage::entities(typed) == 0;
    let typed = if separated { typed.replace(';', ",") } else { typed.to_owned() };
    let two = separated && beside_name::are_two(&typed, KNOWN);
    let mut taken = Taken { two, ..Taken::default() };
    let typed = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    let typed = without_asides(&typed, &mut taken);
    let (typed, number) = beside_name::before_number(&typed);
    let mut parts = typed.split(',').map(str::trim);
    let first: Vec<&str> = parts.next().unwrap_or_default().split(' ').collect();
    let rank = rank_title::length(&first, serves);
    taken.rank = first[..rank].join(" ");
    let mut words = glued(&first[rank..].join(" "));
    take_front(&mut words, &mut taken);
    take_back(&mut words, &mut taken.back);
    let left: Vec<&str> = words.iter().map(|word| word.typed.as_str()).collect();
    taken.nama = left.join(" ");
    let mut rest: Vec<&str> = Vec::new();
    for part in parts.filter(|part| !part.trim_matches('.').is_empty()) {
        let all = glued(part);
        if rest.is_empty()
            && all.iter().all(|word| GelarWord(word.plain()).is_behind_comma())
        {
            taken.back.extend(all.into_iter().map(|word| word.whole));
        } else {
            rest.push(part);
        }
    }
    rest.extend(number);
    taken.rest = rest.join(", ");
    taken
}

/// Whether two gelar before a name are one, written in two columns. `Dr.` and `dr.` are two, and
/// many have both; `DR.` is either.
pub fn same_before(one: &str, other: &str) -> bool {
    let (one, other) = (GelarWord(one).bare(), GelarWord(other).bare());
    let either = one == "DR" || other == "DR";
    one == other
        || one.eq_ignore_ascii_case(&other) && (either || !one.eq_ignore_ascii_case("dr"))
}

/// A word of a name.
#[derive(Debug, Clone)]
struct NameWord {
    /// Without the blanks inside a gelar.
    whole: String,
    /// As it was typed: what turns out to be no gelar keeps its blanks.
    typed: String,
}

impl NameWord {
    fn new(word: &str) -> Self {
        Self { whole: word.to_owned(), typed: word.to_owned() }
    }

    /// Without a remark: "Ph.D (Cand.)" is a "Ph.D".
    fn plain(&self) -> &str {
        self.whole.split_once(" (").map_or(&self.whole, |(word, _)| word)
    }
}

/// The words of a text; what a blank after a dot tore apart is one again: "S. Sos", "M. Pd. I".
fn glued(text: &str) -> Vec<NameWord> {
    let mut words: Vec<NameWord> = Vec::new();
    let words_of = text.split(' ').map(|word| word.trim_start_matches('.'));
    for word in words_of.filter(|word| !word.is_empty()).flat_map(apart) {
        let Some(last) = words.last_mut() else {
            words.push(NameWord::new(word));
            continue;
        };
        if last.whole == "ASEAN" && GelarWord(word).bare() == "Eng" {
            *last = NameWord::new(&format!("ASEAN {word}"));
            continue;
        }
        let whole = format!("{}{word}", last.whole);
        if word.starts_with('(') && GelarWord(&last.whole).is_behind_comma() {
            last.whole = format!("{} {word}", last.whole);
        } else if is_torn(&last.whole, &whole) {
            let dotted = last.whole.ends_with('.') || last.whole == "Sp";
            last.whole = if dotted { whole } else { format!("{}.{word}", last.whole) };
        } else {
            words.push(NameWord::new(word));
            continue;
        }
        last.typed = format!("{} {word}", last.typed);
    }
    words
}

/// "SH.MH" and "Yusuf.SE" as two words: the dot stands for the blank or comma as well.
fn apart(word: &str) -> Vec<&str> {
    let dots = word.match_indices('.').map(|(at, _)| at + 1);
    let mut splits = dots.filter_map(|end| word.split_at_checked(end));
    let two = splits.find(|(head, rest)| {
        let name = head.trim_end_matches('.');
        let plain = name.len() > 3 && name.chars().all(char::is_alphabetic);
        let known = GelarWord(name).is_known() && GelarWord(name).capitals() > 1;
        let word =
            plain && name.contains(char::is_lowercase) && !GelarWord(name).is_known();
        GelarWord(rest).is_known()
            && GelarWord(rest).capitals() > 1
            && (known || word)
            && !GelarWord(&format!("{head}{rest}")).is_known()
    });
    match two {
        Some((head, rest)) if GelarWord(head.trim_end_matches('.')).is_known() => {
            vec![head, rest]
        }
        Some((head, rest)) => vec![head.trim_end_matches('.'), rest],
        None => vec![word],
    }
}

/// Whether a blank stands inside a gelar: both halves together are a known one, and the first
/// alone is none. Without its dot ("S Sos") only what is no initials: "Budi S E" has two.
fn is_torn(last: &str, whole: &str) -> bool {
    if ["Sp", "Sp."].contains(&last) {
        return GelarWord(whole).is_specialist();
    }
    if last.len() > 6 || !GelarWord(whole).is_known() {
        return false;
    }
    // "SE. Ak." are two: each is one by itself.
    let own = whole.get(last.len()..).unwrap_or_default();
    if GelarWord(last).is_known() && GelarWord(own).is_one() {
        return false;
    }
    let begun = !last.trim_end_matches('.').contains('.');
    let dotted = last.ends_with('.') && (begun || GelarWord(last).is_known());
    let behind = whole.get(last.len()..).unwrap_or_default();
    let bare = ["S", "M"].contains(&last)
        && GelarWord(behind).bare().len() > 1
        && behind.contains(char::is_lowercase);
    dotted || bare
}

/// How people are addressed, before a name.
const ADDRESSED: [&str; 9] =
    ["bapak", "bpk", "bp", "ibu", "sdr", "sdri", "saudara", "saudari", "yth"];

/// A name without the words of address before it, and without the remarks beside it.
fn without_asides(typed: &str, taken: &mut Taken) -> String {
    let (mut text, mut aside) = (typed, Vec::new());
    while let Some((word, rest)) = text.split_once(' ') {
        if !ADDRESSED.contains(&word.trim_end_matches('.').to_lowercase().as_str()) {
            break;
        }
        aside.push(word.to_owned());
        text = rest;
    }
    let (text, remarks) = beside_name::remarks(text, KNOWN);
    let (serves, offices): (Vec<_>, Vec<_>) =
        remarks.into_iter().partition(|remark| beside_name::serves_as(remark));
    aside.extend(serves);
    taken.aside = aside.join(" ");
    taken.remark = offices.join(" ");
    text
}

fn take_front(words: &mut Vec<NameWord>, taken: &mut Taken) {
    let mut front: Vec<String> = Vec::new();
    while let Some(first) = words.first().map(|word| word.whole.clone()) {
        // "Dr. (H.C.)" keeps its remark.
        let (bare, remark) = first.split_once(" (").unwrap_or((&first, ""));
        if let (Some(title), true) = (GelarWord(bare).front_title(), words.len() > 1) {
            let remark =
                if remark.is_empty() { String::new() } else { format!(" ({remark}") };
            front.push(title + &remark);
            words.remove(0);
        } else if let Some((head, rest)) = GelarWord(&first).unglued() {
            // "Dr.Ir.Budi": the dot stands for the blank as well.
            words[0] = NameWord::new(&rest);
            words.insert(0, NameWord::new(&head));
        } else {
            break;
        }
    }
    // Beside the physician's, the other one is the doctor's.
    if front.iter().any(|title| title == "dr.") {
        for title in front.iter_mut().filter(|title| *title == "DR.") {
            "Dr.".clone_into(title);
        }
    }
    taken.doubtful = front.iter().any(|title| title == "DR.");
    taken.front = front.join(" ");
}

/// Gelar that stand before a name, as they are printed; none for what stands behind it.
pub fn before(text: &str) -> Option<String> {
    let titles: Option<Vec<String>> =
        text.split_whitespace().map(|word| GelarWord(word).front_title()).collect();
    titles.filter(|titles| !titles.is_empty()).map(|titles| titles.join(" "))
}

fn take_back(words: &mut Vec<NameWord>, back: &mut Vec<String>) {
    let shouted = words.iter().all(|word| !word.typed.contains(char::is_lowercase));
    let mut from = words.len();
    let mut sure = from;
    while from > 1 {
        let word = words[from - 1].plain();
        // "LIE BE": where all is in capitals, two of them may be a name, but for a gelar before.
        let short = shouted && OTHER.contains(&word);
        if !short && !GelarWord(word).is_back() {
            break;
        }
        from -= 1;
        if !short {
            sure = from;
        }
    }
    back.extend(words.drain(sure..).map(|word| word.whole));
}

/// What stands beside a name is told from gelar by these.
const KNOWN: beside_name::Gelar = beside_name::Gelar { are_behind, ends_in_one };

/// Whether all words of a text may be gelar behind a name.
fn are_behind(text: &str) -> bool {
    let words = glued(text);
    !words.is_empty()
        && words.iter().all(|word| GelarWord(word.plain()).is_behind_comma())
}

/// Whether the last word of a text is a gelar behind a name.
fn ends_in_one(text: &str) -> bool {
    let last = text.rsplit([',', ' ']).find(|word| !word.is_empty());
    let Some(last) = last else { return false };
    if text.contains(',') {
        GelarWord(last).is_behind_comma()
    } else {
        GelarWord(last).is_back()
    }
}

/// A word that may be a gelar.
#[derive(Clone, Copy)]
struct GelarWord<'a>(&'a str);

impl GelarWord<'_> {
    fn capitals(self) -> usize {
        self.0.chars().filter(char::is_ascii_uppercase).count()
    }

    /// A gelar before a name as it is printed: with its dot, and in its own letters. Only `Dr.` and
    /// `dr.` are kept as they are.
    fn front_title(self) -> Option<String> {
        let word = self.0;
        let letters = self.bare();
        let title = FRONT
            .iter()
            .find(|title| GelarWord(title).bare().eq_ignore_ascii_case(&letters))?;
        if letters.len() == 1 && !word.starts_with('H') {
            return None;
        }
        if letters.eq_ignore_ascii_case("dr") {
            return Some(format!("{letters}."));
        }
        Some((*title).to_owned())
    }

    /// "Dr.Budi" as "Dr." and "Budi", when the first is a gelar before a name.
    fn unglued(self) -> Option<(String, String)> {
        let word = self.0;
        let ends = word.match_indices('.').map(|(at, _)| at + 1);
        let mut splits = ends.filter_map(|end| word.split_at_checked(end));
        splits
            .find(|(head, rest)| {
                !rest.is_empty() && GelarWord(head).front_title().is_some()
            })
            .map(|(head, rest)| (head.to_owned(), rest.to_owned()))
    }

    /// Whether the last word of a name is a gelar, though no comma says so.
    fn is_back(self) -> bool {
        let word = self.0;
        let capitals = word.chars().filter(char::is_ascii_uppercase).count();
        let dotted = word.trim_end_matches('.').contains('.');
        let shaped = dotted && self.begins_like_one() || self.is_specialist();
        let other = OTHER.contains(&self.bare().as_str());
        shaped || other || self.is_known() && (dotted || capitals > 1)
    }

    /// "SpPD-KGH", "Sp.OG(K)": a physician's field in capitals.
    fn is_specialist(self) -> bool {
        let word = self.0;
        let field = word.strip_prefix("Sp").map(|rest| rest.trim_start_matches('.'));
        field.is_some_and(|field| {
            field.starts_with(|c: char| c.is_ascii_uppercase())
                && GelarWord(field).bare().len() <= 12
                && GelarWord(field)
                    .bare()
                    .chars()
                    .filter(char::is_ascii_lowercase)
                    .count()
                    < 2
        })
    }

    /// Whether a word behind a comma is a gelar.
    fn is_behind_comma(self) -> bool {
        let word = self.0;
        let letters = self.bare();
        let capitals = letters.chars().filter(char::is_ascii_uppercase).count();
        let dotted = word.trim_end_matches('.').contains('.');
        let ended = word.ends_with('.') && word.starts_with(char::is_uppercase);
        let short = letters.len() <= 8 && (capitals > 1 || ended);
        let other = OTHER.iter().any(|o| o.eq_ignore_ascii_case(&letters));
        self.is_known() || other || short || dotted && letters.len() <= 12
    }

    /// "S.Trans", "M.Biotek", "A.Md.Gz", "Sp.PD-KGEH": another one of a usual shape.
    fn begins_like_one(self) -> bool {
        let word = self.0;
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

    fn is_known(self) -> bool {
        let letters = self.bare();
        BACK.iter().any(|known| known.eq_ignore_ascii_case(&letters))
    }

    /// Whether a word is a gelar by itself.
    fn is_one(self) -> bool {
        let letters = self.bare();
        self.is_known() || OTHER.iter().any(|known| known.eq_ignore_ascii_case(&letters))
    }

    /// A word without its marks.
    fn bare(self) -> String {
        self.0.chars().filter(char::is_ascii_alphabetic).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_has_died_is_told_from_whose_father_has() {
        for name in ["Budi (Alm)", "Alm. Budi", "Siti Contoh (almh), S.Pd"] {
            assert!(says_late(name), "{name}");
        }
        for name in
            ["Budi bin Ahmad (Alm)", "Siti binti Umar (alm.)", "Almira", "Ali Alma"]
        {
            assert!(!says_late(name), "{name}");
        }
    }

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
            ("Dr. dr. Andi, Sp.PD", "Dr. dr.", "Andi", "Sp.PD"),
            ("Prof. Dr. dr. Budi", "Prof. Dr. dr.", "Budi", ""),
            ("DR. dr. Budi", "Dr. dr.", "Budi", ""),
            ("dr. Dr. Budi", "dr. Dr.", "Budi", ""),
            ("Yohanes, Ph.D (Cand.)", "", "Yohanes", "Ph.D (Cand.)"),
            ("Yohanes Ph.D. (c), M.Si", "", "Yohanes", "Ph.D. (c)|M.Si"),
            ("Budi (Alm.)", "", "Budi (Alm.)", ""),
            ("A. Md. Zain", "", "A. Md. Zain", ""),
            ("Zain A. Md.", "", "Zain", "A.Md."),
            ("Budi SE Ak CA", "", "Budi", "SE|Ak|CA"),
            ("Budi, SE. Ak. CA", "", "Budi", "SE.|Ak.|CA"),
            ("Budi, S. E., M. Ak., CGCAE", "", "Budi", "S.E.|M.Ak.|CGCAE"),
            ("BUDI SE CA", "", "BUDI", "SE|CA"),
            ("LIE BE", "", "LIE BE", ""),
            ("Ahmad Lc", "", "Ahmad", "Lc"),
            ("Made SpPD-KGH", "", "Made", "SpPD-KGH"),
            ("dr. Rina Sp. OG (K)", "dr.", "Rina", "Sp.OG (K)"),
            ("dr. Rina, Sp OG", "dr.", "Rina", "SpOG"),
            ("dr. Spanton", "dr.", "Spanton", ""),
            ("bdn. Rina, S.Keb., Bdn", "Bdn.", "Rina", "S.Keb.|Bdn"),
            ("Siti Rahayu SH.MH", "", "Siti Rahayu", "SH.|MH"),
            ("M. Yusuf.SE", "", "M. Yusuf", "SE"),
            ("Rahman . SE", "", "Rahman", "SE"),
            ("Rina; S.Sos", "", "Rina", "S.Sos"),
            ("Rina, S.Sos (CPNS)", "", "Rina", "S.Sos"),
            ("Ibu Rina (CPNS)", "", "Rina", ""),
            ("Yth. Bapak Drs. Andi", "Drs.", "Andi", ""),
            ("Dr. (H.C.) Andi, M.Si", "Dr. (H.C.)", "Andi", "M.Si"),
            ("Andi, S.Psi., Psikolog", "", "Andi", "S.Psi.|Psikolog"),
            ("Andi, S.T., IPM., ASEAN Eng.", "", "Andi", "S.T.|IPM.|ASEAN Eng."),
            ("Rd. Ahmad", "", "Rd. Ahmad", ""),
            ("Kombes Pol. Drs. Budi, S.I.K.", "Drs.", "Budi", "S.I.K."),
            ("Mayjen TNI (Purn.) Budi", "", "Budi", ""),
        ] {
            let taken = take(typed);
            assert_eq!(taken.rest, "", "{typed}");
            let all = (taken.front.as_str(), taken.nama.as_str(), taken.back.join("|"));
            assert_eq!(all, (front, nama, back.to_owned()), "{typed}");
        }
    }

    #[test]
    fn ranks_and_remarks_are_told_apart() {
        assert_eq!(take("Kol. Inf. Budi, S.Sos").rank, "Kol. Inf.");
        assert_eq!(take("Mayjen TNI (Purn.) Budi").rank, "Mayjen TNI (Purn.)");
        assert_eq!(take("Ibu Rina (CPNS)").aside, "Ibu (CPNS)");
        assert_eq!(take("Rina (Alm.)").aside, "");
    }

    #[test]
    fn two_names_and_offices_beside_a_name_are_told() {
        for (typed, two) in [
            ("Budi / Ani", true),
            ("Budi/Ani", true),
            ("Budi dan Ani", true),
            ("BUDI DAN ANI", true),
            ("Budi, S.H. & Ani, S.E.", true),
            ("Budi Santoso, S.H.\nAni Contoh, S.E.", true),
            ("Budi Santoso,\nS.H.", false),
            ("Budi\nSantoso, S.H.", false),
            ("Budi, S.H./M.H.", false),
            ("Dan Contoh", false),
            ("Wardani", false),
            ("Notaris Budi & Rekan", false),
            ("Budi dan 3 orang", false),
        ] {
            assert_eq!(take(typed).two, two, "{typed}");
        }
        for (typed, nama, back, remark) in [
            ("Budi (a.n. Kadis)", "Budi", "", "(a.n. Kadis)"),
            ("Budi, S.IP (Kabid)", "Budi", "S.IP", "(Kabid)"),
            ("Budi, S.IP (Kabid), M.Si", "Budi", "S.IP|M.Si", "(Kabid)"),
            ("Budi(Kabid)", "Budi", "", "(Kabid)"),
            ("Budi (Kepala Bidang", "Budi", "", "(Kepala Bidang"),
            ("Budi a.n. Kadis Kesehatan", "Budi", "", "a.n. Kadis Kesehatan"),
            ("Budi, S.H. (lupa absen)", "Budi", "S.H.", "(lupa absen)"),
            ("Budi (Anto)", "Budi (Anto)", "", ""),
            ("dr. Rina, Sp.OG(K)", "Rina", "Sp.OG(K)", ""),
        ] {
            let taken = take(typed);
            let all = (taken.nama.as_str(), taken.back.join("|"), taken.remark.as_str());
            assert_eq!(all, (nama, back.to_owned(), remark), "{typed}");
        }
        assert_eq!(
            take("Budi NIP 19700312 199703 1 004").rest,
            "NIP 19700312 199703 1 004"
        );
        assert_eq!(take("Cand. Dr. Budi").front, "Cand. Dr.");
        assert_eq!(take_as("Mayor Joko", true).rank, "Mayor");
    }

    #[test]
    fn what_is_no_gelar_stays_told() {
        assert_eq!(take("Budi, Kepala Dinas").rest, "Kepala Dinas");
        assert_eq!(take("Budi, S.H., Kepala Dinas").rest, "Kepala Dinas");
        assert!(take("DR. ANI").doubtful);
        assert!(!take("DR. dr. ANI").doubtful);
        assert!(same_before("DR.", "dr.") && same_before("h.", "H"));
        assert!(!same_before("Dr.", "dr.") && !same_before("Dr.", "Drs."));
        assert_eq!(before("Dr. dr."), Some("Dr. dr.".to_owned()));
        assert_eq!((before("S.H."), before("")), (None, None));
        assert!(!take("Dr. Ani").doubtful && !take("dr. ANI").doubtful);
    }
}
