//! The name of a region with its kind: "Pesisir Selatan" is no government, "Kabupaten Pesisir
//! Selatan" is one.
//!
//! The kind is told by the first word of the name or by `jenis`; both must agree, and one of them
//! must be there. A kind is a whole word: Kotamobagu and Kotawaringin only begin like one.

/// The kinds of regions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum JenisDaerah {
    /// Regency.
    #[default]
    Kabupaten,
    /// City.
    Kota,
    /// Province.
    Provinsi,
}

impl JenisDaerah {
    /// The words of the data and their values.
    pub const WORDS: [(&'static str, Self); 3] = [
        ("kabupaten", Self::Kabupaten),
        ("kota", Self::Kota),
        ("provinsi", Self::Provinsi),
    ];

    /// What its head is called.
    pub const fn head_title(self) -> &'static str {
        match self {
            Self::Kabupaten => "Bupati",
            Self::Kota => "Wali Kota",
            Self::Provinsi => "Gubernur",
        }
    }

    /// The word before its name.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Kabupaten => "Kabupaten",
            Self::Kota => "Kota",
            Self::Provinsi => "Provinsi",
        }
    }

    /// The word in the data.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Kabupaten => "kabupaten",
            Self::Kota => "kota",
            Self::Provinsi => "provinsi",
        }
    }
}

/// Why the kind of a region is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KindError {
    /// Neither the name nor `jenis` says it.
    Untold,
    /// The name says this, `jenis` another.
    Contradicts(JenisDaerah),
}

/// The words and abbreviations for a kind in front of a name, in lower case without dots.
const KINDS: [(&str, JenisDaerah); 11] = [
    ("kabupaten", JenisDaerah::Kabupaten),
    ("kab", JenisDaerah::Kabupaten),
    ("pemkab", JenisDaerah::Kabupaten),
    ("kota", JenisDaerah::Kota),
    ("kotamadya", JenisDaerah::Kota),
    ("kodya", JenisDaerah::Kota),
    ("pemkot", JenisDaerah::Kota),
    ("provinsi", JenisDaerah::Provinsi),
    ("propinsi", JenisDaerah::Provinsi),
    ("prov", JenisDaerah::Provinsi),
    ("pemprov", JenisDaerah::Provinsi),
];

/// Provinsi whose name begins with what they are by a law of their own, however people shorten
/// it, and whether "Provinsi" still stands before it. UU 11/2006 (Aceh), UU 13/2012 (DIY),
/// UU 29/2007 and UU 2/2024 (Jakarta); as remembered.
const SPECIAL: [(&str, &str, bool); 12] = [
    ("dki", "Daerah Khusus Ibukota", true),
    ("d k i", "Daerah Khusus Ibukota", true),
    ("daerah khusus ibukota", "Daerah Khusus Ibukota", true),
    ("daerah khusus ibu kota", "Daerah Khusus Ibukota", true),
    ("dkj", "Daerah Khusus", true),
    ("daerah khusus", "Daerah Khusus", true),
    ("di", "Daerah Istimewa", false),
    ("d i", "Daerah Istimewa", false),
    ("diy", "Daerah Istimewa Yogyakarta", false),
    ("daerah istimewa", "Daerah Istimewa", false),
    ("nanggroe aceh darussalam", "Aceh", false),
    ("aceh", "Aceh", false),
];

/// The full name of a region and its kind, from what `nama` and `jenis` say.
pub fn whole(
    nama: &str,
    jenis: Option<JenisDaerah>,
) -> Result<(String, JenisDaerah), KindError> {
    let mut words = words(nama);
    if words.len() > 1 && is(&words[0], "pemerintah") {
        words.remove(0);
    }
    let named = words.first().and_then(|word| kind_of(word));
    if named.is_some() {
        words.remove(0);
    }
    let kind = match (named, jenis) {
        (Some(named), Some(told)) if named != told => {
            return Err(KindError::Contradicts(named));
        }
        (Some(kind), _) | (None, Some(kind)) => kind,
        (None, None) if special(&words).is_some() => JenisDaerah::Provinsi,
        (None, None) => return Err(KindError::Untold),
    };
    let doubled = words.first().and_then(|word| kind_of(word));
    match doubled.filter(|_| words.len() > 1 && named.is_some()) {
        Some(other) if other != kind => return Err(KindError::Contradicts(other)),
        _ if words.is_empty() => return Err(KindError::Untold),
        _ => {}
    }
    let special = special(&words).filter(|_| kind == JenisDaerah::Provinsi);
    let (rest, prefixed) = special.unwrap_or((words.join(" "), true));
    Ok((if prefixed { format!("{} {rest}", kind.title()) } else { rest }, kind))
}

/// The kind that a word says.
fn kind_of(word: &str) -> Option<JenisDaerah> {
    KINDS.iter().find(|(kind, _)| is(word, kind)).map(|(_, jenis)| *jenis)
}

/// The name without its kind, as heads are called by it: "Kutai Timur".
pub fn short(full: &str, jenis: JenisDaerah) -> &str {
    let behind = full.strip_prefix(jenis.title()).and_then(|rest| rest.strip_prefix(' '));
    behind.unwrap_or(full)
}

/// What its government calls itself: "Pemerintah Kabupaten Kutai Timur".
pub fn government(full: &str) -> String {
    // UU 13/2012 names it so: "Pemerintah Daerah Daerah Istimewa Yogyakarta".
    let twice = if full.starts_with("Daerah Istimewa") { "Daerah " } else { "" };
    format!("Pemerintah {twice}{full}")
}

/// The words of a name; one that is all in capitals or in none gets the case of names.
fn words(nama: &str) -> Vec<String> {
    let one = |is: fn(char) -> bool| nama.chars().any(is);
    let loud = one(char::is_lowercase) != one(char::is_uppercase);
    let nama = nama.replace("Kab.", "Kab. ").replace("Prov.", "Prov. ");
    let calm = |word: &str| {
        let short = ["DKI", "DKJ", "DIY", "DI", "D.I."].contains(&word);
        if !loud || short {
            word.to_owned()
        } else {
            bahasa::words::capitalize(&word.to_lowercase())
        }
    };
    nama.split_whitespace().map(calm).collect()
}

/// Whether a word is this one, whatever its case and dots.
fn is(word: &str, wanted: &str) -> bool {
    let bare = word.to_lowercase();
    bare.trim_matches(|c: char| !c.is_alphanumeric()) == wanted
}

/// The full name of a provinsi with a law of its own, and whether "Provinsi" stands before it.
fn special(words: &[String]) -> Option<(String, bool)> {
    let plain = |words: &[String]| {
        let text = words.join(" ").to_lowercase().replace('.', " ");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let all = plain(words);
    let (short, full, prefixed) = SPECIAL.iter().find(|(short, ..)| {
        all == *short || all.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '))
    })?;
    if *full == "Aceh" || *full == "Daerah Istimewa Yogyakarta" {
        // Aceh Barat is a kabupaten.
        return (all == *short).then(|| ((*full).to_owned(), *prefixed));
    }
    let rest = words.last().filter(|_| all != *short)?;
    let known = ["jakarta", "yogyakarta"].iter().any(|name| is(rest, name));
    known.then(|| (format!("{full} {rest}"), *prefixed))
}

#[cfg(test)]
mod tests {
    use super::*;
    use JenisDaerah::{Kabupaten, Kota, Provinsi};

    #[test]
    fn a_name_has_its_kind() {
        for (nama, jenis, full, head) in [
            (
                "Pesisir Selatan",
                Some(Kabupaten),
                "Kabupaten Pesisir Selatan",
                "Pesisir Selatan",
            ),
            ("Kotamobagu", Some(Kota), "Kota Kotamobagu", "Kotamobagu"),
            ("Kota Kotamobagu", None, "Kota Kotamobagu", "Kotamobagu"),
            ("Kotabaru", Some(Kabupaten), "Kabupaten Kotabaru", "Kotabaru"),
            (
                "Kotawaringin Barat",
                Some(Kabupaten),
                "Kabupaten Kotawaringin Barat",
                "Kotawaringin Barat",
            ),
            (
                "Lima Puluh Kota",
                Some(Kabupaten),
                "Kabupaten Lima Puluh Kota",
                "Lima Puluh Kota",
            ),
            ("Kab.Agam", None, "Kabupaten Agam", "Agam"),
            ("kabupaten siak", None, "Kabupaten Siak", "Siak"),
            ("Kab. Agam", None, "Kabupaten Agam", "Agam"),
            ("KOTA SOLOK", None, "Kota Solok", "Solok"),
            (
                "KABUPATEN OGAN KOMERING ILIR",
                None,
                "Kabupaten Ogan Komering Ilir",
                "Ogan Komering Ilir",
            ),
            ("Pemerintah Kabupaten Paser", None, "Kabupaten Paser", "Paser"),
            (
                "Kalimantan Timur",
                Some(Provinsi),
                "Provinsi Kalimantan Timur",
                "Kalimantan Timur",
            ),
            (
                "DKI Jakarta",
                None,
                "Provinsi Daerah Khusus Ibukota Jakarta",
                "Daerah Khusus Ibukota Jakarta",
            ),
            (
                "Provinsi DKI Jakarta",
                Some(Provinsi),
                "Provinsi Daerah Khusus Ibukota Jakarta",
                "Daerah Khusus Ibukota Jakarta",
            ),
            (
                "D.I. Yogyakarta",
                Some(Provinsi),
                "Daerah Istimewa Yogyakarta",
                "Daerah Istimewa Yogyakarta",
            ),
            ("Aceh", Some(Provinsi), "Aceh", "Aceh"),
            ("Aceh Barat", Some(Kabupaten), "Kabupaten Aceh Barat", "Aceh Barat"),
            (
                "Kabupaten Kutai Timur",
                Some(Kabupaten),
                "Kabupaten Kutai Timur",
                "Kutai Timur",
            ),
        ] {
            let (whole, kind) =
                whole(nama, jenis).unwrap_or_else(|e| panic!("{nama}: {e:?}"));
            assert_eq!((whole.as_str(), short(&whole, kind)), (full, head), "{nama}");
        }
    }

    #[test]
    fn a_kind_that_is_not_known_is_told() {
        assert_eq!(whole("Pesisir Selatan", None), Err(KindError::Untold));
        assert_eq!(whole("Aceh Barat", None), Err(KindError::Untold));
        assert_eq!(whole("Kotamobagu", None), Err(KindError::Untold));
        assert_eq!(whole("Kabupaten", None), Err(KindError::Untold));
        assert_eq!(whole("Kabupaten Kota Baru", None), Err(KindError::Contradicts(Kota)));
        assert_eq!(
            whole("Kota Baru", Some(Kabupaten)),
            Err(KindError::Contradicts(Kota))
        );
        assert_eq!(
            whole("Kab. Solok", Some(Kota)),
            Err(KindError::Contradicts(Kabupaten))
        );
    }

    #[test]
    fn governments_by_their_own_laws() {
        for (full, said) in [
            ("Kabupaten Paser", "Pemerintah Kabupaten Paser"),
            ("Aceh", "Pemerintah Aceh"),
            (
                "Daerah Istimewa Yogyakarta",
                "Pemerintah Daerah Daerah Istimewa Yogyakarta",
            ),
        ] {
            assert_eq!(government(full), said);
        }
    }
}
