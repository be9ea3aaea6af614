//! How notes and signatures are worded in lists.

/// Words that begin a note or a signature; a name never does with a mark behind them.
const NOTES: [&str; 8] = [
    "mengetahui",
    "menyetujui",
    "mengesahkan",
    "dibuat",
    "ditetapkan",
    "tertanda",
    "ttd",
    "nip",
];

/// Words that begin a remark, with which no signature begins.
const ASIDES: [&str; 7] =
    ["catatan", "keterangan", "sumber", "terbilang", "ket", "nb", "note"];

/// Words that begin an office and no name.
const OFFICES: [&str; 19] = [
    "kepala",
    "kabag",
    "kasubag",
    "kasubbag",
    "kabid",
    "sekretaris",
    "bupati",
    "wakil",
    "walikota",
    "ketua",
    "panitia",
    "plt",
    "plh",
    "pj",
    "asisten",
    "direktur",
    "bendahara",
    "koordinator",
    "pejabat",
];

/// "Mengetahui,", "Catatan: …", "NIP 1968…", "Sangatta, 9 Desember 2024": nothing else is
/// written so.
pub(super) fn is_note(text: &str) -> bool {
    let lower = text.to_lowercase();
    let (word, rest) = first_word(&lower);
    let marked = rest.is_empty() || rest.starts_with([':', ',', '/']);
    let numbered = word == "nip" && !rest.contains(char::is_alphabetic);
    let dated = text.rsplit_once(',').is_some_and(|(place, date)| {
        place.chars().any(char::is_alphabetic)
            && !place.contains(|c: char| c.is_ascii_digit())
            && (bahasa::parse_date(date).is_some() || is_open_date(date))
    });
    dated || is_starred(text) || numbered || marked && is_word(word)
}

/// A date left for the hand: "… Juli 2025", "tanggal rapat".
fn is_open_date(text: &str) -> bool {
    let word = text.trim().to_lowercase();
    if ["tanggal", "tgl"].iter().any(|date| word.starts_with(date)) {
        return true;
    }
    let open = text.trim_start_matches([' ', '.', '…', '_', '\u{a0}']);
    open.len() + 1 < text.len() && bahasa::parse_date(&format!("1 {open}")).is_some()
}

/// "Catatan harga tahun lalu": the word alone, with no mark behind it.
pub(super) fn is_remark(text: &str) -> bool {
    let lower = text.to_lowercase();
    is_word(first_word(&lower).0)
}

/// A remark: people may still be named below it.
pub(super) fn is_aside(text: &str) -> bool {
    let lower = text.to_lowercase();
    is_starred(text) || ASIDES.contains(&first_word(&lower).0) || is_sentence(text)
}

/// "*) sementara", and no "***" or "**tebal**".
fn is_starred(text: &str) -> bool {
    text.starts_with('*') && !text.ends_with('*') && text.contains(char::is_alphabetic)
}

fn is_word(word: &str) -> bool {
    NOTES.contains(&word) || ASIDES.contains(&word)
}

/// "Kepala Bagian", "a.n. Bupati".
pub(super) fn is_office(text: &str) -> bool {
    let lower = text.to_lowercase();
    OFFICES.contains(&first_word(&lower).0) || lower.starts_with("a.n")
}

/// Several words in small letters, as no name has them.
pub(super) fn is_sentence(text: &str) -> bool {
    let small = |word: &&str| word.starts_with(char::is_lowercase);
    text.starts_with(char::is_uppercase) && text.split(' ').filter(small).count() > 2
}

/// The first word of a text, and what is behind it.
fn first_word(text: &str) -> (&str, &str) {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    (&text[..end], text[end..].trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_below_lists() {
        for note in [
            "Mengetahui,",
            "Catatan: harga lama",
            "NIP 19680101 199003 1 001",
            "NIP.",
            "Sangatta, 9 Desember 2024",
            "Batusangkar, … Juli 2025",
            "Batusangkar,      Juli 2025",
            "Sangatta, tanggal rapat",
            "*) sementara",
            "Terbilang: dua juta rupiah",
        ] {
            assert!(is_note(note), "{note}");
        }
        for none in [
            "Sumber Rejeki",
            "Budi, S.H.",
            "Nip Contoh",
            "Siti",
            "Ketut",
            "Kecamatan",
            "Rapat 1, 9 Desember 2024",
            "***",
            "**tebal**",
        ] {
            assert!(!is_note(none), "{none}");
        }
        assert!(is_remark("Catatan harga") && is_office("Plt. Kepala Dinas"));
        assert!(
            is_sentence("Harga sudah termasuk pajak") && !is_sentence("Siti binti Ali")
        );
    }
}
