//! Facts that a paper only has in words: what position an office has that is written by name
//! alone, and whether somebody is there to know. Words are read here and nowhere else.

use super::{Daerah, JenisDaerah, Kedudukan, Pejabat, StatusJabatan};
use base::source::Span;

/// An office in whose name somebody signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedOffice {
    /// As it is written: "Bupati Kutai Timur".
    pub name: String,
    /// What it is.
    pub position: Kedudukan,
}

impl NamedOffice {
    /// An office by its name: what the data says of it, else what its region calls so, else
    /// what such offices are called in every region.
    pub fn read(name: &str, officials: &[Pejabat], daerah: Option<&Daerah>) -> Self {
        let bare = words(StatusJabatan::off(name.trim()));
        let held = officials.iter().find(|p| told(p) && words(&p.jabatan) == bare);
        let position = match held {
            Some(official) => official.kedudukan,
            None => daerah
                .and_then(|daerah| of_region(&bare, daerah))
                .unwrap_or_else(|| by_title(&bare)),
        };
        Self { name: name.to_owned(), position }
    }
}

/// Whether a text names an office, with or without the daerah after it and "Plt." before it.
pub fn is_office(text: &str, office: &str, daerah: &Daerah) -> bool {
    let text = bare_office(text, daerah);
    !text.is_empty() && text == bare_office(office, daerah)
}

/// What two texts have alike that name one office: without the daerah after it, "Plt." and a
/// courtesy before it. The head and the deputy of the own region and its Sekda have one name
/// however they are called.
pub fn bare_office(text: &str, daerah: &Daerah) -> String {
    let text = without_remark(without_courtesy(text));
    let office = StatusJabatan::off(text);
    let deputy = words(office).starts_with("wakil ");
    let head = match HeadNamed::read(office, daerah) {
        Some(HeadNamed::Own) => Some(daerah.jenis),
        Some(HeadNamed::OfProvince) => Some(JenisDaerah::Provinsi),
        _ => None,
    };
    if let Some(kind) = head {
        let title = words(kind.head_title());
        return if deputy { format!("wakil {title}") } else { title };
    }
    let all = words(office);
    let own = all.strip_suffix(&words(&daerah.nama)).filter(|own| own.ends_with(' '));
    let bare = own.map_or_else(|| all.clone(), |own| own.trim_end().to_owned());
    if bare == "sekda" { "sekretaris daerah".to_owned() } else { bare }
}

/// An office without the courtesy that is typed before it: "Yth. Bapak Bupati".
pub fn without_courtesy(text: &str) -> &str {
    let mut rest = text.trim();
    while let Some(after) = COURTESIES.iter().find_map(|word| {
        let begins = rest.get(..word.len())?.eq_ignore_ascii_case(word);
        let after = rest.get(word.len()..).filter(|_| begins)?;
        let bare = after.trim_start_matches(['.', ':', ',']);
        let apart = bare.len() < after.len() || bare.starts_with(char::is_whitespace);
        let bare = bare.trim_start();
        (apart && !bare.is_empty()).then_some(bare)
    }) {
        rest = after;
    }
    rest
}

/// Words of courtesy before an office, the longer ones first.
const COURTESIES: [&str; 10] = [
    "kepada",
    "yth",
    "bapak/ibu",
    "bapak",
    "ibu",
    "saudara/i",
    "saudara",
    "saudari",
    "sdri",
    "sdr",
];

/// An office without why it gets a copy: "Bupati Contoh (sebagai laporan)".
pub fn without_remark(text: &str) -> &str {
    let text = text.trim();
    let small = text.to_ascii_lowercase();
    let marks = ["(sebagai ", ", sebagai ", " sebagai laporan"];
    let at = marks.iter().filter_map(|mark| small.find(mark)).min();
    at.map_or(text, |at| text[..at].trim_end())
}

/// The head or deputy of a region by name, as against the own region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HeadNamed {
    /// The own head or deputy.
    Own,
    /// The gubernur of the provinsi that the region lies in.
    OfProvince,
    /// Another one: the office that the own region has instead.
    Other(String),
}

impl HeadNamed {
    /// What the name of an office says; `None` where it is no head or deputy.
    pub fn read(text: &str, daerah: &Daerah) -> Option<Self> {
        let bare = words(StatusJabatan::off(text)).replace("walikota", "wali kota");
        let (deputy, bare) = match bare.strip_prefix("wakil ") {
            Some(bare) => ("Wakil ", bare),
            None => ("", bare.as_str()),
        };
        let mut titles = JenisDaerah::WORDS.iter().map(|(_, kind)| *kind);
        let kind = titles.find(|kind| begins(bare, &words(kind.head_title())))?;
        let rest = bare[words(kind.head_title()).len()..].trim();
        let rest = REGIONS.iter().find_map(|r| rest.strip_prefix(r)).unwrap_or(rest);
        let full = words(&daerah.nama);
        let head = words(&daerah.head());
        let own_title = words(daerah.jenis.head_title());
        let short = head.strip_prefix(&own_title).unwrap_or_default().trim();
        if kind == daerah.jenis && (rest.is_empty() || rest == short || rest == full) {
            return Some(Self::Own);
        }
        let province = words(&daerah.provinsi);
        let province = province.strip_prefix("provinsi ").unwrap_or(&province);
        if kind == JenisDaerah::Provinsi && (rest.is_empty() || rest == province) {
            return Some(Self::OfProvince);
        }
        Some(Self::Other(format!("{deputy}{}", daerah.head())))
    }
}

/// What stands between the title of a head and the name of the region, where it does.
const REGIONS: [&str; 3] = ["kabupaten ", "kota ", "provinsi "];

impl Kedudukan {
    /// Whether it is the head of a region or the deputy.
    pub const fn heads(self) -> bool {
        matches!(self, Self::KepalaDaerah | Self::WakilKepalaDaerah)
    }
}

/// What somebody does on a paper by the words for it: "Penerima", "Mengetahui".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaperRole {
    /// Signs it.
    Signs,
    /// Only is to know of what others sign.
    Knows,
}

impl PaperRole {
    /// A part by its words.
    pub fn read(words: &str) -> Self {
        let knows = words.to_lowercase().starts_with("mengetahui");
        if knows { Self::Knows } else { Self::Signs }
    }
}

/// Whether the data says the position of an official; left out it says nothing of the office.
fn told(official: &Pejabat) -> bool {
    official.kedudukan != Kedudukan::Lain
        || official.written.field("kedudukan").span() != Span::None
}

/// The head of a region and the deputy, by the full name of their office.
fn of_region(office: &str, daerah: &Daerah) -> Option<Kedudukan> {
    let head = words(&daerah.head());
    match office.strip_prefix("wakil ") {
        Some(rest) if rest == head => Some(Kedudukan::WakilKepalaDaerah),
        None if office == head => Some(Kedudukan::KepalaDaerah),
        _ => None,
    }
}

/// What an office is by its title, with or without a region behind it.
fn by_title(office: &str) -> Kedudukan {
    let (deputy, rest) = match office.strip_prefix("wakil ") {
        Some(rest) => (true, rest),
        None => (false, office),
    };
    let heads = JenisDaerah::WORDS.map(|(_, kind)| words(kind.head_title()));
    if heads.iter().any(|title| begins(rest, title)) || begins(rest, "walikota") {
        return if deputy {
            Kedudukan::WakilKepalaDaerah
        } else {
            Kedudukan::KepalaDaerah
        };
    }
    let sekda = ["sekretaris daerah", "sekda"].iter().any(|title| begins(office, title));
    if sekda { Kedudukan::Sekda } else { Kedudukan::Lain }
}

/// Whether a text begins with these words, whole.
fn begins(text: &str, title: &str) -> bool {
    text.strip_prefix(title).is_some_and(|rest| {
        rest.chars().next().is_none_or(|after| !after.is_alphanumeric())
    })
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::NamaGelar;
    use base::source::Spanned;

    fn position(name: &str, officials: &[Pejabat]) -> Kedudukan {
        let daerah = Daerah { nama: "Kabupaten Contoh".to_owned(), ..Daerah::default() };
        NamedOffice::read(name, officials, Some(&daerah)).position
    }

    #[test]
    fn an_office_has_its_position_by_its_name() {
        use Kedudukan as K;
        for (name, expected) in [
            ("Bupati Contoh", K::KepalaDaerah),
            ("BUPATI  CONTOH", K::KepalaDaerah),
            ("Pj. Bupati Contoh", K::KepalaDaerah),
            ("Walikota Lain", K::KepalaDaerah),
            ("Wali Kota", K::KepalaDaerah),
            ("Wakil Gubernur Contoh Raya", K::WakilKepalaDaerah),
            ("Wakil Bupati Contoh", K::WakilKepalaDaerah),
            ("Sekretaris Daerah Kabupaten Contoh", K::Sekda),
            ("Plh. Sekda", K::Sekda),
            ("Wakil Ketua DPRD", K::Lain),
            ("Sekretariat Daerah", K::Lain),
            ("Bupatikan", K::Lain),
            ("", K::Lain),
        ] {
            assert_eq!(position(name, &[]), expected, "{name}");
        }
    }

    #[test]
    fn the_data_knows_better_than_words() {
        let mut official = Pejabat {
            id: Spanned::new("x".to_owned(), Span::None),
            nama: NamaGelar::new("", "Contoh", &[""]).unwrap(),
            jabatan: "Penghulu Negeri".to_owned(),
            kedudukan: Kedudukan::KepalaDaerah,
            ..Pejabat::default()
        };
        let named = "Plt. penghulu negeri";
        assert_eq!(position(named, &[]), Kedudukan::Lain);
        assert_eq!(position(named, &[official.clone()]), Kedudukan::KepalaDaerah);
        // Nothing was said of this one, so the words hold.
        official.jabatan = "Sekretaris Daerah".to_owned();
        official.kedudukan = Kedudukan::Lain;
        assert_eq!(position("Sekretaris Daerah", &[official]), Kedudukan::Sekda);
    }

    #[test]
    fn an_office_is_named_with_and_without_its_region() {
        let daerah = Daerah { nama: "Kabupaten Contoh".to_owned(), ..Daerah::default() };
        for (text, same) in [
            ("Sekretaris Daerah", true),
            ("Plt.  sekretaris daerah Kabupaten Contoh", true),
            ("Sekretaris Daerah (sebagai laporan)", true),
            ("Sekretaris Daerah Kabupaten Contoh, sebagai laporan", true),
            ("Sekretaris Daerah Sebagai Laporan", true),
            ("Yth. Sekretaris Daerah", true),
            ("Kepada Yth: Bapak/Ibu Plt. Sekda Kabupaten Contoh", true),
            ("Sekretaris Daerah (lama)", false),
            ("Sekretaris Daerah Kabupaten Lain", false),
            ("Kabupaten Contoh", false),
            ("", false),
        ] {
            assert_eq!(is_office(text, "Sekretaris Daerah", &daerah), same, "{text}");
        }
    }

    #[test]
    fn the_head_of_the_region_is_one_person_however_called() {
        let daerah = Daerah {
            nama: "Kota Contoh".to_owned(),
            jenis: JenisDaerah::Kota,
            provinsi: "Provinsi Contoh Raya".to_owned(),
            ..Daerah::default()
        };
        for text in [
            "Wali Kota",
            "Walikota Contoh",
            "WALI KOTA CONTOH",
            "Pj. Wali Kota Contoh (sebagai laporan)",
            "Yth. Bapak Wali Kota",
        ] {
            assert!(is_office(text, "Wali Kota Contoh", &daerah), "{text}");
            assert!(!is_office(text, "Wakil Wali Kota Contoh", &daerah), "{text}");
        }
        assert!(is_office("Wakil Wali Kota", "Wakil Walikota Contoh", &daerah));
        assert!(is_office("Gubernur", "Gubernur Contoh Raya", &daerah));
        assert!(!is_office("Bupati", "Wali Kota Contoh", &daerah));
        assert_eq!(without_courtesy("Ibunda"), "Ibunda");
        assert_eq!(without_courtesy("Yth."), "Yth.");
    }

    #[test]
    fn heads_are_those_of_the_own_region_or_of_others() {
        let daerah = Daerah {
            nama: "Kabupaten Contoh Selatan".to_owned(),
            provinsi: "Provinsi Contoh Raya".to_owned(),
            ..Daerah::default()
        };
        let read = |text: &str| HeadNamed::read(text, &daerah);
        for own in ["Bupati", "BUPATI CONTOH SELATAN", "Plt. Wakil Bupati Contoh Selatan"]
        {
            assert_eq!(read(own), Some(HeadNamed::Own), "{own}");
        }
        assert_eq!(read("Gubernur Contoh Raya"), Some(HeadNamed::OfProvince));
        let head = "Bupati Contoh Selatan";
        for other in
            ["Bupati Contoh", "Walikota Contoh Selatan", "Wali Kota", "Gubernur Lain"]
        {
            assert_eq!(read(other), Some(HeadNamed::Other(head.to_owned())), "{other}");
        }
        let deputy = HeadNamed::Other(format!("Wakil {head}"));
        assert_eq!(read("Wakil Bupati Contoh"), Some(deputy));
        assert_eq!(read("Sekretaris Daerah"), None);
    }

    #[test]
    fn who_knows_is_told_by_the_part() {
        for (words, role) in [
            ("Mengetahui dan menyetujui", PaperRole::Knows),
            ("Yang mengetahui perkara", PaperRole::Signs),
        ] {
            assert_eq!(PaperRole::read(words), role, "{words}");
        }
    }
}
