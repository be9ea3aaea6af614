//! Words around values: ordinals, lists, capitals that leave gelar alone.

use super::terbilang::terbilang;

/// Gelar and forms of address that may stand before a name, without their dots and in
/// lower case. Needed only for names typed as one text; structured names know better.
const GELAR_DEPAN: [&str; 21] = [
    "apt", "bdn", "dr", "dra", "drg", "drh", "drs", "h", "hj", "ir", "k", "kh", "ns",
    "pdt", "prof", "r", "ra", "rr", "rm", "tgk", "ust",
];

/// An ordinal in figures: "ke-2". Never "ke II" (EYD).
pub fn ordinal(nilai: u32) -> String {
    format!("ke-{nilai}")
}

/// An ordinal in words: "pertama", "kedua", "kesebelas".
pub fn ordinal_in_words(nilai: u32) -> String {
    match nilai {
        1 => "pertama".to_owned(),
        _ => format!("ke{}", terbilang(nilai.into())),
    }
}

/// The letter of an item: 1 is "a", 26 is "z", 27 is "aa". Zero has none.
pub fn nth_letter(nilai: u32) -> String {
    let mut sisa = nilai;
    let mut huruf = Vec::new();
    while sisa > 0 {
        sisa -= 1;
        huruf.extend(char::from_u32(u32::from('a') + sisa % 26));
        sisa /= 26;
    }
    huruf.iter().rev().collect()
}

/// Joins a list for a sentence: "a", "a dan b", "a, b, dan c" (comma before `dan` from
/// three items on, EYD V).
pub fn join_list<T: AsRef<str>>(isi: &[T]) -> String {
    join_list_with(isi, "dan")
}

/// Like [`join_list`] with another joining word, such as "atau".
pub fn join_list_with<T: AsRef<str>>(isi: &[T], penghubung: &str) -> String {
    match isi {
        [] => String::new(),
        [satu] => satu.as_ref().to_owned(),
        [satu, dua] => format!("{} {penghubung} {}", satu.as_ref(), dua.as_ref()),
        [awal @ .., akhir] => {
            let awal: Vec<&str> = awal.iter().map(AsRef::as_ref).collect();
            format!("{}, {penghubung} {}", awal.join(", "), akhir.as_ref())
        }
    }
}

/// The text with its first letter as a capital, the rest as typed.
pub fn capitalize(teks: &str) -> String {
    let mut huruf = teks.chars();
    match huruf.next() {
        Some(awal) => awal.to_uppercase().chain(huruf).collect(),
        None => String::new(),
    }
}

/// A name typed as one text, in capitals but for its gelar: "dr. Made Wirawan, Sp.A."
/// becomes "dr. MADE WIRAWAN, Sp.A.".
///
/// Everything from the first comma on is gelar; so are the leading words that are known
/// titles, because there the case carries meaning (`dr.` physician, `Dr.` doctor).
pub fn capitalize_name(teks: &str) -> String {
    let (depan, belakang) = teks.split_at(teks.find(',').unwrap_or(teks.len()));
    let mut hasil = String::with_capacity(teks.len());
    let mut masih_gelar = true;
    for kata in depan.split_inclusive(char::is_whitespace) {
        masih_gelar = masih_gelar && (kata.trim().is_empty() || gelar_depan(kata.trim()));
        if masih_gelar {
            hasil.push_str(kata);
        } else {
            hasil.push_str(&kata.to_uppercase());
        }
    }
    hasil + belakang
}

/// Whether a word is one or several known titles, each with its dot ("Prof.", "Dr.Ir.").
fn gelar_depan(kata: &str) -> bool {
    let Some(isi) = kata.strip_suffix('.') else {
        return false;
    };
    isi.split('.')
        .all(|bagian| GELAR_DEPAN.iter().any(|g| g.eq_ignore_ascii_case(bagian)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals() {
        assert_eq!(ordinal(2), "ke-2");
        for (nilai, kata) in [
            (1, "pertama"),
            (2, "kedua"),
            (11, "kesebelas"),
            (21, "kedua puluh satu"),
            (100, "keseratus"),
        ] {
            assert_eq!(ordinal_in_words(nilai), kata);
        }
        for (nilai, huruf) in [(0, ""), (1, "a"), (26, "z"), (27, "aa"), (52, "az")] {
            assert_eq!(nth_letter(nilai), huruf);
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
        for (asal, hasil) in [
            ("Dr. Siti Rahayu, S.Sos., M.Si.", "Dr. SITI RAHAYU, S.Sos., M.Si."),
            ("dr. Made Wirawan, Sp.A.", "dr. MADE WIRAWAN, Sp.A."),
            ("Prof. Dr.Ir. H. Ma'ruf", "Prof. Dr.Ir. H. MA'RUF"),
            ("Moh. Hatta", "MOH. HATTA"),
            ("Ngurah Bagus", "NGURAH BAGUS"),
            ("", ""),
        ] {
            assert_eq!(capitalize_name(asal), hasil);
        }
        assert_eq!(capitalize("ibu hamil"), "Ibu hamil");
        assert_eq!(capitalize(""), "");
    }
}
