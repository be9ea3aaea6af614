//! Spaces at which no line may end: what stands on both sides is read as one.
//!
//! `2 Desember 2024`, `Triwulan IV`, `Tahun 2024`, `Nomor 59`, `12 orang`, `dr. Ani`. Pairs are
//! known by their form, so text that people wrote is held together as well as a value the
//! program printed.

use crate::date::MONTHS;

/// Words that are read with the number behind them, in small letters and without a full stop.
const LABELS: [&str; 51] = [
    "triwulan",
    "tw",
    "tahun",
    "anggaran",
    "ta",
    "semester",
    "caturwulan",
    "nomor",
    "no",
    "pasal",
    "ayat",
    "huruf",
    "angka",
    "butir",
    "bab",
    "bagian",
    "bulan",
    "lampiran",
    "tabel",
    "gambar",
    "grafik",
    "formulir",
    "kolom",
    "baris",
    "lembar",
    "halaman",
    "hal",
    "hlm",
    "tahap",
    "angkatan",
    "golongan",
    "gol",
    "eselon",
    "kelas",
    "tingkat",
    "tipe",
    "lantai",
    "lt",
    "ruang",
    "sesi",
    "hari",
    "minggu",
    "pukul",
    "jam",
    "rt",
    "rw",
    "km",
    "kav",
    "blok",
    "uu",
    "pp",
];

/// Kinds of regulations that are cited with number and year behind them: `Perda 3/2021`.
const REGULATIONS: [&str; 10] = [
    "perpres",
    "permendagri",
    "permenpupr",
    "permenkes",
    "permensos",
    "kepmendagri",
    "inmendagri",
    "perda",
    "perbup",
    "perwali",
];

/// Numbers of persons, which are read with their label.
const PERSONS: [&str; 6] = ["nip", "nrp", "nik", "nipppk", "pppk", "nipd"];

/// What stands before a name or an office: titles, forms of address, for whom is signed.
const BEFORE_NAMES: [&str; 31] = [
    "Prof.", "Dr.", "dr.", "drg.", "drh.", "Ir.", "Drs.", "Dra.", "H.", "Hj.", "KH.",
    "K.H.", "apt.", "Apt.", "Ns.", "Bdn.", "Pdt.", "Ust.", "Ustaz", "Hi.", "Yth.",
    "Bpk.", "Sdr.", "Sdri.", "Plt.", "Plh.", "Pj.", "a.n.", "u.b.", "u.p.", "d.a.",
];

/// Words that go on with the sentence behind a number; it is not counted in them.
const NO_UNITS: [&str; 45] = [
    "adalah",
    "agar",
    "akan",
    "antara",
    "atau",
    "atas",
    "bagi",
    "bahwa",
    "belum",
    "berada",
    "dalam",
    "dan",
    "dapat",
    "dari",
    "dengan",
    "di",
    "guna",
    "hingga",
    "ialah",
    "jika",
    "juga",
    "karena",
    "ke",
    "kepada",
    "lalu",
    "maka",
    "masih",
    "menjadi",
    "naik",
    "oleh",
    "pada",
    "per",
    "saat",
    "sampai",
    "sebagai",
    "sebagaimana",
    "serta",
    "sudah",
    "telah",
    "tentang",
    "terhadap",
    "tidak",
    "turun",
    "untuk",
    "yang",
];

/// Signs and zones of time behind a number that do not begin with a small letter.
const UNITS: [&str; 8] = ["WIB", "WITA", "WIT", "%", "OPD", "KK", "Orang", "(satu)"];

/// Byte offsets of the single spaces in `text` at which no line may end, in rising order.
///
/// ```
/// use naskah_bahasa::ties::ties;
///
/// assert_eq!(ties("pada 2 Desember 2024 oleh dr. Ani"), [6, 15, 29]);
/// assert!(ties("rapat dan evaluasi").is_empty());
/// ```
pub fn ties(text: &str) -> Vec<usize> {
    let mut ties = Vec::new();
    let mut before: Option<TiedWord<'_>> = None;
    let mut at = 0;
    for word in text.split(' ').map(TiedWord) {
        if let Some(left) = before
            && !left.0.is_empty()
            && (WordPair::inside(left, word).is_tied()
                || at > left.0.len() + 1 && WordPair(left, word).is_initial_of_name())
        {
            ties.push(at - 1);
        }
        before = Some(word);
        at += word.0.len() + 1;
    }
    ties
}

/// Two neighbouring words.
#[derive(Clone, Copy)]
struct WordPair<'a>(TiedWord<'a>, TiedWord<'a>);

impl<'a> WordPair<'a> {
    /// Without the marks around both, and without what is held to them already.
    fn inside(TiedWord(left): TiedWord<'a>, TiedWord(right): TiedWord<'a>) -> Self {
        let left = left.rsplit(['\u{a0}', '\n']).next().unwrap_or(left);
        let right = right.split(['\u{a0}', '\n']).next().unwrap_or(right);
        let left = left.trim_start_matches(['(', '"', '“', '‘', '[']);
        let right = right.trim_end_matches([',', '.', ';', ':', ')', '"', '”', '’', ']']);
        Self(TiedWord(left), TiedWord(right))
    }

    /// Whether both are read as one.
    fn is_tied(self) -> bool {
        let Self(left, right) = self;
        let name = right.0.starts_with(|c: char| c.is_alphabetic() && c.is_uppercase());
        name && BEFORE_NAMES.contains(&left.0)
            || self.is_labelled()
            || self.is_date()
            || (left.is_digits() && right.is_digits())
            || left.0 == "s.d." && right.starts_with_digit()
            || self.is_counted()
    }

    /// A label and what it numbers.
    fn is_labelled(self) -> bool {
        let Self(TiedWord(label), right) = self;
        let label = label.strip_suffix('.').unwrap_or(label).to_lowercase();
        let number = TiedWord(right.0.trim_start_matches('(')).starts_with_digit();
        let letter = right.0.trim_matches(['(', ')']).chars().count() == 1
            && right.0.chars().any(char::is_alphabetic);
        let label = label.as_str();
        (LABELS.contains(&label) && (number || right.is_roman()))
            || (label == "huruf" && letter)
            || ((REGULATIONS.contains(&label) || PERSONS.contains(&label)) && number)
    }

    fn is_date(self) -> bool {
        let Self(left, right) = self;
        (left.is_number() && left.0.chars().count() <= 5 && right.is_month())
            || (left.is_month() && right.0.len() == 4 && right.is_digits())
    }

    /// A number and what it counts.
    fn is_counted(self) -> bool {
        let Self(left, TiedWord(right)) = self;
        if !left.is_number() || left.is_year() {
            return false;
        }
        let inside = right.trim_start_matches('(');
        let small = inside.chars().take_while(|c| c.is_lowercase()).count() >= 2;
        UNITS.contains(&right) || small && !NO_UNITS.contains(&inside)
    }

    /// `M.` before a name; at the start of a text it may as well be the letter of a heading.
    fn is_initial_of_name(self) -> bool {
        let Self(TiedWord(left), TiedWord(right)) = self;
        let mut chars = left.chars();
        chars.next().is_some_and(char::is_uppercase)
            && chars.next() == Some('.')
            && chars.next().is_none()
            && right.starts_with(char::is_uppercase)
    }
}

/// A word between two blanks.
#[derive(Clone, Copy)]
struct TiedWord<'a>(&'a str);

impl TiedWord<'_> {
    fn is_month(self) -> bool {
        MONTHS.iter().any(|known| known.eq_ignore_ascii_case(self.0))
    }

    /// Digits, with what stands inside numbers, sums of money and ranges.
    fn is_number(self) -> bool {
        let figure = TiedWord(self.0.strip_prefix("Rp").unwrap_or(self.0));
        figure.starts_with_digit()
            && figure.0.ends_with(|c: char| c.is_ascii_digit())
            && figure.0.chars().all(|c| c.is_ascii_digit() || ".,-–/".contains(c))
    }

    fn is_year(self) -> bool {
        let century = self.0.starts_with("19") || self.0.starts_with("20");
        self.0.len() == 4 && self.is_digits() && century
    }

    fn is_digits(self) -> bool {
        !self.0.is_empty() && self.0.bytes().all(|b| b.is_ascii_digit())
    }

    fn starts_with_digit(self) -> bool {
        self.0.starts_with(|c: char| c.is_ascii_digit())
    }

    /// A Roman number, with the letter of a rank behind a slash: `IV`, `IV/d`.
    fn is_roman(self) -> bool {
        let head = self.0.split('/').next().unwrap_or(self.0);
        !head.is_empty() && head.len() <= 5 && head.bytes().all(|b| b"IVXLC".contains(&b))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with `_` for each space that ties.
    fn shown(text: &str) -> String {
        let mut bytes = text.as_bytes().to_vec();
        for at in ties(text) {
            bytes[at] = b'_';
        }
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn pairs_hold() {
        for (given, wanted) in [
            ("tanggal 2 Desember 2024 di", "tanggal 2_Desember_2024 di"),
            ("9–10 DESEMBER 2024,", "9–10_DESEMBER_2024,"),
            ("Triwulan IV Tahun 2024", "Triwulan_IV Tahun_2024"),
            ("APBD Tahun Anggaran 2025", "APBD Tahun Anggaran_2025"),
            ("TRIWULAN IV TAHUN 2024", "TRIWULAN_IV TAHUN_2024"),
            ("NIP. 19680101 199003 1 005", "NIP._19680101_199003_1_005"),
            ("golongan IV/d, Nomor 59 Tahun 2021", "golongan_IV/d, Nomor_59 Tahun_2021"),
            ("hadir 12 orang dan 3 unit", "hadir 12_orang dan 3_unit"),
            ("2 (dua) orang", "2_(dua) orang"),
            ("dr. Ani dan Prof. Dr. H. Budi", "dr._Ani dan Prof._Dr._H._Budi"),
            ("pukul 09.00 s.d. 12.00 WITA", "pukul_09.00 s.d._12.00_WITA"),
            ("Pasal 5 ayat (1) huruf a", "Pasal_5_ayat_(1) huruf_a"),
            ("Rp1,2 miliar, 25 %", "Rp1,2_miliar, 25_%"),
            ("oleh M. Yusuf, a.n. Bupati", "oleh M._Yusuf, a.n._Bupati"),
        ] {
            assert_eq!(shown(given), wanted);
        }
    }

    #[test]
    fn sentences_stay_free() {
        for text in [
            "pada tahun 2024 dan 2025 yang",
            "sebesar 86,43 dan 12 dari 15",
            "Tahun Anggaran berjalan",
            "nomor, tanggal",
            "I. PENDAHULUAN",
            "pada 2024 rapat",
            "",
            " ",
            "Desember ini",
        ] {
            let tied = ties(text);
            assert!(
                tied.len() <= 1 && (tied.is_empty() || text.contains("tahun 2024")),
                "{text}: {tied:?}"
            );
        }
    }
}
