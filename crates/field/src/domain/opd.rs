//! Perangkat daerah that carry SPM.

use super::StatusJabatan;
use base::source::{Span, Spanned};
use base::written::Written;

/// An OPD.
#[derive(Debug, Clone, Default)]
pub struct Opd {
    /// The name the data calls it by; also its folder and file name.
    pub id: Spanned<String>,
    /// "Dinas Kesehatan".
    pub nama: String,
    /// "Dinkes"; the full name when absent.
    pub singkatan: String,
    /// The id of its head among the officials.
    pub kepala: Option<Spanned<String>>,
    /// What the head is called in an address: "Kepala Dinas Kesehatan".
    pub sebutan_kepala: String,
    /// Codes of the urusan it carries.
    pub urusan: Vec<Spanned<String>>,
    /// Codes of the services that are its own, where it shares an urusan with another OPD.
    pub layanan: Vec<Spanned<String>>,
    /// Its place, for the address of a letter.
    pub tempat: Option<String>,
    /// Its bidang that take part.
    pub bidang: Vec<Bidang>,
    /// Where it was written.
    pub span: Span,
    /// Where it was written, field by field.
    pub written: Written,
}

impl Opd {
    /// Where it was written; what was left out has the place of what stands in for it.
    pub fn named(&self) -> Written {
        let name = self.written.field("nama");
        let written = self.written.standing("singkatan", name.clone());
        written.standing("sebutan_kepala", name)
    }
}

impl Opd {
    /// What its head is called in an address, by the jabatan that the data gives the head.
    /// `None` for the jabatan of somebody who heads nothing of it: "Sekretaris Dinas Kesehatan".
    pub fn head_called(&self, jabatan: &str) -> Option<String> {
        let bare = StatusJabatan::off(jabatan.trim());
        let usual = format!("Kepala {}", self.nama);
        let begins = words(&usual).starts_with(&words(bare));
        if begins || self.is_same_office(bare, &usual) {
            return Some(usual);
        }
        if Self::is_within(bare) {
            return None;
        }
        let small = words(bare).join(" ");
        if !BARE_TITLES.contains(&small.as_str()) {
            return Some(bare.to_owned());
        }
        // "Camat" of "Kecamatan Mollo Utara" is "Camat Mollo Utara".
        let (first, rest) = self.nama.split_once(' ').unwrap_or((&self.nama, ""));
        let own = OWN_OFFICE
            .iter()
            .any(|(title, office)| *title == small && office.eq_ignore_ascii_case(first));
        Some(format!("{bare} {}", if own { rest } else { &self.nama }).trim().to_owned())
    }

    /// What its head is called in an address where the data says nothing of it.
    pub fn usual_head(nama: &str) -> String {
        let (first, rest) = nama.split_once(' ').unwrap_or((nama, ""));
        let small = first.to_lowercase();
        let own = OWN_OFFICE.iter().find(|(_, office)| *office == small);
        if let Some((title, _)) = own {
            let title = bahasa::words::capitalize(title);
            return format!("{title} {rest}").trim_end().to_owned();
        }
        let all = words(nama).join(" ");
        // The Sekda heads a BPBD by office; who leads it is its Kepala Pelaksana.
        let of_disasters =
            all.starts_with("badan penanggulangan bencana") || all == "bpbd";
        let title = match small.as_str() {
            _ if of_disasters => "Kepala Pelaksana",
            "rsud" => "Direktur",
            _ => "Kepala",
        };
        format!("{title} {nama}")
    }

    /// Whether an office is one within an OPD, whose holder does not head it.
    pub fn is_within(jabatan: &str) -> bool {
        let small = words(StatusJabatan::off(jabatan.trim())).join(" ");
        WITHIN.iter().any(|within| small.starts_with(within))
    }

    /// Whether a text names the head: as it is addressed, or as heads of such offices are called.
    pub fn is_head(&self, text: &str) -> bool {
        let usual = format!("Kepala {}", self.nama);
        self.is_same_office(text, &self.sebutan_kepala)
            || self.is_same_office(text, &usual)
    }

    /// Whether two names of an office are one, however the OPD is called in them.
    pub fn is_same_office(&self, one: &str, other: &str) -> bool {
        !one.trim().is_empty() && self.plain(one) == self.plain(other)
    }

    /// Whether two names of the head contradict: neither is a shorter form of the other.
    pub fn contradicts(&self, one: &str, other: &str) -> bool {
        let (one, other) = (self.plain(one), self.plain(other));
        !one.starts_with(&other) && !other.starts_with(&one)
    }

    /// The words of an office, with one word for the OPD however it is called.
    fn plain(&self, office: &str) -> Vec<String> {
        let mut all = words(StatusJabatan::off(office.trim()));
        if let Some((_, whole)) = all
            .first()
            .and_then(|first| HEADS_FOR_SHORT.iter().find(|(short, _)| short == first))
        {
            all.splice(..1, whole.split(' ').map(str::to_owned));
        }
        let name = words(&self.nama);
        let initials = name.iter().filter(|word| !["dan", "&"].contains(&word.as_str()));
        let initials: String = initials.filter_map(|word| word.chars().next()).collect();
        for called in [&name[..], &words(&self.singkatan), &[initials]] {
            let at = all.windows(called.len().max(1)).position(|part| part == called);
            if let Some(at) = at {
                all.splice(at..at + called.len(), ["@".to_owned()]);
                break;
            }
        }
        let Some(at) = all.iter().position(|word| word == "@") else { return all };
        // "Kepala Dinas PUPR" of an OPD that is called "PUPR" for short.
        if at > 0 && UNITS.contains(&all[at - 1].as_str()) {
            all.remove(at - 1);
        }
        let region = all.iter().skip(1).position(|word| REGIONS.contains(&word.as_str()));
        if let Some(region) = region.filter(|place| *place + 1 > at) {
            all.truncate(region + 1);
        }
        all
    }
}

/// Offices within an OPD, whose holders do not head it.
const WITHIN: [&str; 15] = [
    "sekretaris dinas",
    "sekretaris badan",
    "sekretaris kecamatan",
    "kepala bidang",
    "kepala bagian",
    "kepala subbagian",
    "kepala sub bagian",
    "kepala seksi",
    "kabid",
    "kabag",
    "kasubbag",
    "kasubag",
    "kasi ",
    "staf",
    "operator",
];

/// Titles that say nothing of the OPD.
const BARE_TITLES: [&str; 5] =
    ["kepala pelaksana", "direktur", "camat", "lurah", "sekretaris"];

/// Titles with the kind of office that they head.
const OWN_OFFICE: [(&str, &str); 4] = [
    ("camat", "kecamatan"),
    ("lurah", "kelurahan"),
    ("sekretaris", "sekretariat"),
    ("inspektur", "inspektorat"),
];

/// Heads as they are called for short.
pub const HEADS_FOR_SHORT: [(&str, &str); 5] = [
    ("kadis", "kepala dinas"),
    ("kaban", "kepala badan"),
    ("kalak", "kepala pelaksana"),
    ("kasat", "kepala satuan"),
    ("kakan", "kepala kantor"),
];

/// Kinds of OPD before a short name.
const UNITS: [&str; 4] = ["dinas", "badan", "kantor", "satuan"];

/// What stands before the name of a region behind an office.
const REGIONS: [&str; 4] = ["kabupaten", "kab", "kota", "provinsi"];

/// The words of a text, in small letters and without marks at their ends.
fn words(text: &str) -> Vec<String> {
    let bare = |word: &str| word.trim_matches(['.', ',', ';']).to_lowercase();
    text.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect()
}

/// A bidang of an OPD.
#[derive(Debug, Clone, Default)]
pub struct Bidang {
    /// The name the data calls it by.
    pub id: Spanned<String>,
    /// "Bidang Kesehatan Masyarakat".
    pub nama: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opd(nama: &str, singkatan: &str) -> Opd {
        Opd {
            nama: nama.to_owned(),
            singkatan: singkatan.to_owned(),
            sebutan_kepala: format!("Kepala {nama}"),
            ..Opd::default()
        }
    }

    #[test]
    fn a_head_is_called_by_the_jabatan() {
        let bpbd = "Badan Penanggulangan Bencana Daerah";
        for (nama, singkatan, jabatan, called) in [
            (bpbd, "BPBD", "Kepala Pelaksana BPBD", Some("Kepala Pelaksana BPBD")),
            (
                bpbd,
                "BPBD",
                "Kepala Pelaksana",
                Some("Kepala Pelaksana Badan Penanggulangan Bencana Daerah"),
            ),
            (
                bpbd,
                "BPBD",
                "Kepala BPBD",
                Some("Kepala Badan Penanggulangan Bencana Daerah"),
            ),
            ("Dinas Kesehatan", "Dinkes", "Kepala Dinas", Some("Kepala Dinas Kesehatan")),
            (
                "Dinas Kesehatan",
                "Dinkes",
                "Plt. Kepala Dinas Kesehatan Kabupaten Contoh",
                Some("Kepala Dinas Kesehatan"),
            ),
            ("Dinas Kesehatan", "Dinkes", "Sekretaris Dinas Kesehatan", None),
            ("Dinas Kesehatan", "Dinkes", "Kepala Bidang P2P", None),
            ("RSUD Soe", "RSUD", "Direktur", Some("Direktur RSUD Soe")),
            ("RSUD Soe", "RSUD", "Direktur RSUD Soe", Some("Direktur RSUD Soe")),
            ("Kecamatan Mollo Utara", "Mollo Utara", "Camat", Some("Camat Mollo Utara")),
            ("Inspektorat Daerah", "Inspektorat", "Inspektur", Some("Inspektur")),
            ("Sekretariat DPRD", "Setwan", "Sekretaris", Some("Sekretaris DPRD")),
            (
                "Bagian Hukum",
                "Bagian Hukum",
                "Kepala Bagian Hukum",
                Some("Kepala Bagian Hukum"),
            ),
        ] {
            let said = opd(nama, singkatan).head_called(jabatan);
            assert_eq!(said.as_deref(), called, "{nama}: {jabatan}");
        }
    }

    #[test]
    fn a_head_of_whom_nothing_is_said_is_called_as_usual() {
        for (nama, called) in [
            ("Dinas Kesehatan", "Kepala Dinas Kesehatan"),
            (
                "Badan Penanggulangan Bencana Daerah",
                "Kepala Pelaksana Badan Penanggulangan Bencana Daerah",
            ),
            ("Inspektorat Daerah", "Inspektur Daerah"),
            ("Kecamatan Contoh Utara", "Camat Contoh Utara"),
            ("Sekretariat DPRD", "Sekretaris DPRD"),
            ("Inspektorat", "Inspektur"),
            ("RSUD Contoh", "Direktur RSUD Contoh"),
        ] {
            assert_eq!(Opd::usual_head(nama), called);
        }
    }

    #[test]
    fn names_of_one_office_agree() {
        let pupr = opd("Dinas Pekerjaan Umum dan Penataan Ruang", "PUPR");
        assert!(pupr.is_head("Kepala Dinas PUPR"));
        assert!(pupr.is_head("Plt. Kadis PUPR"));
        assert!(!pupr.contradicts("Kepala Dinas PUPR", &pupr.sebutan_kepala));
        let mut bpbd = opd("Badan Penanggulangan Bencana Daerah", "BPBD");
        assert!(bpbd.contradicts("Kepala BPBD", "Kepala Pelaksana BPBD"));
        bpbd.sebutan_kepala = "Kepala Pelaksana BPBD".to_owned();
        assert!(bpbd.is_head("Kalak BPBD") && bpbd.is_head("Kepala BPBD"));
        assert!(!bpbd.is_head("Sekretaris BPBD") && !bpbd.is_head(""));
        let rsud = opd("RSUD Soe", "RSUD");
        assert!(!rsud.contradicts("Direktur RSUD", "Direktur RSUD Soe"));
    }
}
