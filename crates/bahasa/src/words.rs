//! Words around values: ordinals, lists, capitals that leave gelar alone.

use super::terbilang::terbilang;

/// Gelar and forms of address that may stand before a name, without their dots and in
/// lower case. Needed only for names typed as one text; structured names know better.
const KNOWN_GELAR: [&str; 21] = [
    "apt", "bdn", "dr", "dra", "drg", "drh", "drs", "h", "hj", "ir", "k", "kh", "ns",
    "pdt", "prof", "r", "ra", "rr", "rm", "tgk", "ust",
];

/// An ordinal in figures: "ke-2". Never "ke II" (EYD).
pub fn ordinal(value: u32) -> String {
    format!("ke-{value}")
}

/// An ordinal in words: "pertama", "kedua", "kesebelas".
pub fn ordinal_in_words(value: u32) -> String {
    match value {
        1 => "pertama".to_owned(),
        _ => format!("ke{}", terbilang(value.into())),
    }
}

/// The letter of an item: 1 is "a", 26 is "z", 27 is "aa". Zero has none.
pub fn nth_letter(value: u32) -> String {
    let mut rest = value;
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        letters.extend(char::from_u32(u32::from('a') + rest % 26));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// Joins a list for a sentence: "a", "a dan b", "a, b, dan c" (comma before `dan` from
/// three items on, EYD V).
pub fn join_list<T: AsRef<str>>(items: &[T]) -> String {
    join_list_with(items, "dan")
}

/// Like [`join_list`] with another joining word, such as "atau".
pub fn join_list_with<T: AsRef<str>>(items: &[T], joint: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [one, two] => format!("{} {joint} {}", one.as_ref(), two.as_ref()),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{}, {joint} {}", first.join(", "), last.as_ref())
        }
    }
}

/// The text with its first letter as a capital, the rest as typed.
pub fn capitalize(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// A name typed as one text, in capitals but for its gelar: "dr. Made Wirawan, Sp.A."
/// becomes "dr. MADE WIRAWAN, Sp.A.".
///
/// Everything from the first comma on is gelar; so are the leading words that are known
/// titles, because there the case carries meaning (`dr.` physician, `Dr.` doctor).
pub fn capitalize_name(text: &str) -> String {
    let (before, behind) = text.split_at(text.find(',').unwrap_or(text.len()));
    let mut out = String::with_capacity(text.len());
    let mut still_gelar = true;
    for word in before.split_inclusive(char::is_whitespace) {
        still_gelar = still_gelar && (word.trim().is_empty() || is_gelar(word.trim()));
        if still_gelar {
            out.push_str(word);
        } else {
            out.push_str(&word.to_uppercase());
        }
    }
    out + behind
}

/// Whether a word is one or several known titles, each with its dot ("Prof.", "Dr.Ir.").
fn is_gelar(word: &str) -> bool {
    let Some(body) = word.strip_suffix('.') else {
        return false;
    };
    body.split('.').all(|part| KNOWN_GELAR.iter().any(|g| g.eq_ignore_ascii_case(part)))
}

/// A text that begins a sentence as it stands inside one: "Monitoring dan evaluasi e-SPM" is
/// "monitoring dan evaluasi e-SPM". A name keeps its capital: "Dinas Kesehatan", "SPM", "e-SPM".
pub fn uncapitalize(text: &str) -> String {
    let proper = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.next().is_some_and(char::is_lowercase)
    };
    let mut words = text.split_whitespace();
    let first = words.next().unwrap_or_default();
    if !proper(first)
        || first.chars().skip(1).any(char::is_uppercase)
        || words.next().is_some_and(proper)
    {
        return text.to_owned();
    }
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
}

/// Short words that end with a dot of their own.
const SHORT: [&str; 4] = ["dst.", "dsb.", "dll.", "dkk."];

/// Offices that one word names with a capital: there is one of them in the region.
const OFFICES: [&str; 6] =
    ["Bupati", "Camat", "Gubernur", "Menteri", "Presiden", "Sekda"];

/// A sentence as a part of one: "Menyamakan pemahaman." is "menyamakan pemahaman". A text that
/// begins with one of `names` keeps its capital.
pub fn clause(text: &str, names: &[&str]) -> String {
    let text = text.trim();
    let bare = text.trim_end_matches(['.', ';', ',', ' ']);
    let own = SHORT.iter().any(|short| {
        let whole = text.get(..bare.len() + 1).unwrap_or_default();
        whole.ends_with(short)
    });
    let whole = text.get(..bare.len() + usize::from(own)).unwrap_or(bare);
    let first = whole.split_whitespace().next().unwrap_or_default();
    if OFFICES.contains(&first) || names.contains(&first) {
        return whole.to_owned();
    }
    uncapitalize(whole)
}

/// The head of a kota as the word is spelled today: "Walikota" is "Wali Kota".
pub fn wali_kota(text: &str) -> String {
    let forms =
        [("Walikota", "Wali Kota"), ("WALIKOTA", "WALI KOTA"), ("walikota", "wali kota")];
    forms.iter().fold(text.to_owned(), |text, (old, new)| text.replace(old, new))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_become_clauses() {
        for (typed, said) in [
            ("Menyamakan pemahaman tentang SPM.", "menyamakan pemahaman tentang SPM"),
            (" membahas capaian;", "membahas capaian"),
            ("Monitoring e-SPM, ", "monitoring e-SPM"),
            ("melatih operator, dsb.", "melatih operator, dsb."),
            ("SPM dipahami", "SPM dipahami"),
            ("Dinas Kesehatan melapor.", "Dinas Kesehatan melapor"),
            ("Sangatta tuntas SPM.", "Sangatta tuntas SPM"),
            ("Bupati menerima laporan.", "Bupati menerima laporan"),
            ("...", ""),
            ("", ""),
        ] {
            assert_eq!(clause(typed, &["Sangatta"]), said, "{typed}");
        }
    }

    #[test]
    fn ordinals() {
        assert_eq!(ordinal(2), "ke-2");
        for (value, word) in [
            (1, "pertama"),
            (2, "kedua"),
            (11, "kesebelas"),
            (21, "kedua puluh satu"),
            (100, "keseratus"),
        ] {
            assert_eq!(ordinal_in_words(value), word);
        }
        for (value, letters) in [(0, ""), (1, "a"), (26, "z"), (27, "aa"), (52, "az")] {
            assert_eq!(nth_letter(value), letters);
        }
    }

    #[test]
    fn lists() {
        assert_eq!(join_list::<&str>(&[]), "");
        assert_eq!(join_list(&["a"]), "a");
        assert_eq!(join_list(&["a", "b"]), "a dan b");
        assert_eq!(join_list(&["a", "b", "c"]), "a, b, dan c");
        assert_eq!(join_list_with(&["a", "b", "c"], "atau"), "a, b, atau c");
    }

    #[test]
    fn capitals_keep_gelar() {
        for (typed, out) in [
            ("Dr. Siti Rahayu, S.Sos., M.Si.", "Dr. SITI RAHAYU, S.Sos., M.Si."),
            ("dr. Made Wirawan, Sp.A.", "dr. MADE WIRAWAN, Sp.A."),
            ("Prof. Dr.Ir. H. Ma'ruf", "Prof. Dr.Ir. H. MA'RUF"),
            ("Moh. Hatta", "MOH. HATTA"),
            ("Ngurah Bagus", "NGURAH BAGUS"),
            ("", ""),
        ] {
            assert_eq!(capitalize_name(typed), out);
        }
        assert_eq!(capitalize("ibu hamil"), "Ibu hamil");
        assert_eq!(capitalize(""), "");
    }

    #[test]
    fn a_sentence_inside_another() {
        for (text, inside) in [
            ("Monitoring dan evaluasi e-SPM", "monitoring dan evaluasi e-SPM"),
            ("Menelusuri data", "menelusuri data"),
            ("Rapat Koordinasi Teknis", "Rapat Koordinasi Teknis"),
            ("Benchmarking SPM oleh Biro", "benchmarking SPM oleh Biro"),
            ("SPM ditinjau", "SPM ditinjau"),
            ("e-SPM diisi", "e-SPM diisi"),
            ("Evaluasi", "evaluasi"),
            ("", ""),
        ] {
            assert_eq!(uncapitalize(text), inside);
        }
    }
}
