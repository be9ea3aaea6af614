//! Where an Indonesian word may be broken at the end of a line.
//!
//! The published patterns are wrong on diphthongs, digraphs and affixes, so this is our
//! own syllabifier by EYD V: ng, ny, sy, kh are one sound; V-CV, VC-CV, VC-CCV; ai, au,
//! ei, oi are never torn apart; affixes stay whole. Where the rule depends on the root,
//! and no list of roots is carried, there is no break: few sure breaks beat many wrong
//! ones.

/// Shortest part left on the line, in letters.
const KIRI: usize = 2;

/// Shortest part carried to the next line, in letters.
const KANAN: usize = 3;

/// Longer texts are no words; also the bound on the work.
const TERPANJANG: usize = 48;

/// Prefixes that end in a consonant. Before a vowel only the root tells whether the
/// consonant belongs to the prefix (`ber-akhir`) or to the root (`be-rita`).
const AWALAN: [&str; 9] =
    ["ber", "ter", "per", "meng", "peng", "antar", "inter", "non", "sub"];

/// Prefixes that may stand before one of [`AWALAN`].
const AWALAN_LUAR: [&str; 8] = ["", "ke", "se", "di", "mem", "pem", "dike", "dipem"];

/// Starts of words whose letters only look like a digraph (`pos-yandu`).
const BUKAN_DIGRAF: [&str; 1] = ["posyandu"];

/// Frequent official words that begin like a prefix, with the place of their first sure
/// break. Matched at the start of the word or behind [`AWALAN_LUAR`].
const AWAL_PASTI: [(&str, usize); 35] = [
    ("perangkat", 2),
    ("peranan", 2),
    ("peratur", 3),
    ("perempuan", 2),
    ("perencana", 2),
    ("periksa", 2),
    ("perikan", 3),
    ("perilaku", 2),
    ("perintah", 2),
    ("periode", 2),
    ("perizin", 3),
    ("peroleh", 3),
    ("perubah", 3),
    ("perumah", 2),
    ("perundang", 3),
    ("perusaha", 3),
    ("beralih", 3),
    ("berakhir", 3),
    ("beranggota", 3),
    ("berasal", 3),
    ("berikut", 2),
    ("beroperasi", 3),
    ("berupa", 3),
    ("berita", 2),
    ("terakhir", 3),
    ("terima", 2),
    ("terintegrasi", 3),
    ("terutama", 3),
    ("mengakibat", 4),
    ("mengatur", 4),
    ("menguasa", 4),
    ("mengirim", 2),
    ("pengadaan", 4),
    ("pengirim", 2),
    ("pengurus", 4),
];

/// Byte offsets in `word` before which a hyphen may be put, in rising order.
///
/// At least two letters stay and three go over. Empty for any word with something else
/// in it than small letters a-z: names and gelar begin with capitals, and numbers,
/// apostrophes, dots and hyphens mark texts that are not to be broken here.
pub fn break_points(word: &str) -> Vec<usize> {
    let kata = word.as_bytes();
    if kata.len() < KIRI + KANAN
        || kata.len() > TERPANJANG
        || !kata.iter().all(u8::is_ascii_lowercase)
        || BUKAN_DIGRAF.iter().any(|awal| word.starts_with(awal))
    {
        return Vec::new();
    }
    let awalan = Awalan::cari(word);
    let mut hasil = Vec::new();
    let mut vokal = 0;
    while let Some(kini) = cari_vokal(kata, vokal) {
        let akhir = akhir_vokal(kata, kini);
        let Some(lanjut) = cari_vokal(kata, akhir) else {
            break;
        };
        hasil.extend(di_antara_vokal(kata, kini, akhir));
        hasil.extend(di_antara_konsonan(kata, akhir, lanjut));
        vokal = lanjut;
    }
    hasil.retain(|&tempat| !awalan.ragu(tempat) && !akhiran_ragu(word, tempat));
    hasil.extend(awalan.pasti);
    hasil.extend(enklitik(word));
    hasil.retain(|&tempat| tempat >= KIRI && tempat + KANAN <= kata.len());
    hasil.sort_unstable();
    hasil.dedup();
    hasil
}

/// What the start of a word tells: a stretch without sure breaks, and one sure break.
#[derive(Debug, Default)]
struct Awalan {
    ragu: Option<(usize, usize)>,
    pasti: Option<usize>,
}

impl Awalan {
    fn cari(kata: &str) -> Self {
        for luar in AWALAN_LUAR {
            let Some(sisa) = kata.strip_prefix(luar) else {
                continue;
            };
            let Some(awalan) = AWALAN.iter().find(|a| sisa.starts_with(**a)) else {
                continue;
            };
            if !sisa.as_bytes().get(awalan.len()).copied().is_some_and(adalah_vokal) {
                continue;
            }
            let pasti = AWAL_PASTI
                .iter()
                .find(|(awal, _)| sisa.starts_with(awal))
                .map(|(_, tempat)| luar.len() + tempat);
            let bunyi_akhir = if awalan.ends_with("ng") { 2 } else { 1 };
            let akhir = luar.len() + awalan.len();
            return Self { ragu: Some((akhir - bunyi_akhir, akhir)), pasti };
        }
        Self::default()
    }

    fn ragu(&self, tempat: usize) -> bool {
        // One vowel alone behind the prefix reads badly: `per-aturan`, not `pera-turan`.
        self.pasti.is_some_and(|pasti| tempat == pasti + 1)
            || self.ragu.is_some_and(|(dari, sampai)| (dari..=sampai).contains(&tempat))
    }
}

/// Between two vowels that are never one sound, when there are exactly two.
fn di_antara_vokal(kata: &[u8], mulai: usize, akhir: usize) -> Option<usize> {
    let &[kiri, kanan] = kata.get(mulai..akhir)? else {
        return None;
    };
    let sebelum = mulai.checked_sub(1).and_then(|i| kata.get(i)).copied();
    let hiatus = match (kiri, kanan) {
        (b'i' | b'e' | b'o' | b'a', b'a') | (b'i' | b'e', b'o') => true,
        // `kualitas` has a glide where `suasana` has two syllables.
        (b'u', b'a') => !matches!(sebelum, Some(b'k' | b'g' | b'q')),
        // `eu` is one sound in some roots; not behind the prefixes ke- and se-.
        (b'e', b'u') => mulai == 1 && matches!(sebelum, Some(b'k' | b's')),
        _ => false,
    };
    hiatus.then_some(mulai + 1)
}

/// In the consonants `dari..sampai` between two vowels.
fn di_antara_konsonan(kata: &[u8], dari: usize, sampai: usize) -> Option<usize> {
    if dari == sampai {
        return None;
    }
    let kedua = dari + panjang_bunyi(kata, dari, sampai);
    if kedua == sampai {
        return Some(dari);
    }
    let (awal, sisa) = (&kata[dari..kedua], &kata[kedua..sampai]);
    let satu_bunyi = panjang_bunyi(kata, kedua, sampai) == sisa.len();
    let boleh = if satu_bunyi {
        // `prog-ram` or `pro-gram`, `pub-lik` or `pu-blik`: not sure, so neither.
        !gugus(awal, sisa)
    } else {
        // KBBI has trans-por, ek-spor, in-stan-si: a first s or ks is not sure.
        let trans = awal == b"n" && kata[..dari].ends_with(b"tra");
        let eks = awal == b"k" && sisa.starts_with(b"s");
        !trans && !eks && awal_suku(sisa)
    };
    // `infra-` is a prefix, so s does not close its syllable.
    let infra = kata[..dari].ends_with(b"infra");
    boleh.then_some(if infra { dari } else { kedua })
}

/// Whether two consonants may begin a syllable together (stop or f, then l or r).
fn gugus(awal: &[u8], lanjut: &[u8]) -> bool {
    matches!(
        (awal, lanjut),
        ([b'b' | b'p' | b't' | b'd' | b'k' | b'g' | b'f'], b"r")
            | ([b'b' | b'p' | b'k' | b'g' | b'f'], b"l")
    )
}

/// Whether several consonants may begin a syllable: `tr`, `st`, `str`.
fn awal_suku(huruf: &[u8]) -> bool {
    match huruf {
        [a, b] => gugus(&[*a], &[*b]) || (*a == b's' && matches!(b, b't' | b'p' | b'k')),
        [b's', a, b] => gugus(&[*a], &[*b]),
        _ => false,
    }
}

/// Whether a break at `tempat` would cut into the root before a suffix: `keseha-tan`
/// for `kesehat-an`, `pendidi-kan` for `pendidik-an`, `memenu-hinya` for `memenuh-i-nya`.
fn akhiran_ragu(kata: &str, tempat: usize) -> bool {
    let badan = tanpa_enklitik(kata);
    if tempat >= badan.len() {
        return false;
    }
    let sisa = &badan[tempat..];
    // Verbs in me- and di- take -kan and -i; nouns in -kan end in the root's own k. Short
    // words such as `didik-an` are nouns after all.
    let aktif = badan.len() >= 8 && (badan.starts_with("me") || badan.starts_with("di"));
    let satu_konsonan = |akhir: &str| {
        sisa.strip_suffix(akhir).is_some_and(|awal| {
            let bunyi = awal.as_bytes();
            !bunyi.is_empty()
                && panjang_bunyi(bunyi, 0, bunyi.len()) == bunyi.len()
                && !bunyi.iter().copied().any(adalah_vokal)
        })
    };
    let setelah_vokal =
        tempat.checked_sub(1).is_some_and(|i| adalah_vokal(kata.as_bytes()[i]));
    if !setelah_vokal {
        return false;
    }
    if sisa == "kan" {
        return !aktif;
    }
    satu_konsonan("an") || (aktif && satu_konsonan("i"))
}

/// The break before -nya, the one enclitic that no root is likely to end in.
fn enklitik(kata: &str) -> Option<usize> {
    let badan = kata.strip_suffix("nya")?;
    (badan.len() > 3).then_some(badan.len())
}

/// The word without -nya, -lah, -kah, -pun.
fn tanpa_enklitik(kata: &str) -> &str {
    ["nya", "lah", "kah", "pun"]
        .into_iter()
        .find_map(|akhir| kata.strip_suffix(akhir).filter(|badan| badan.len() > 3))
        .unwrap_or(kata)
}

/// Letters of the consonant sound that starts at `dari`: two for ng, ny, sy, kh.
fn panjang_bunyi(kata: &[u8], dari: usize, sampai: usize) -> usize {
    match kata.get(dari..sampai) {
        Some([b'n', b'g' | b'y', ..] | [b's', b'y', ..] | [b'k', b'h', ..]) => 2,
        _ => 1,
    }
}

fn cari_vokal(kata: &[u8], dari: usize) -> Option<usize> {
    kata.get(dari..)?.iter().position(|b| adalah_vokal(*b)).map(|i| dari + i)
}

fn akhir_vokal(kata: &[u8], dari: usize) -> usize {
    kata[dari..].iter().position(|b| !adalah_vokal(*b)).map_or(kata.len(), |i| dari + i)
}

fn adalah_vokal(huruf: u8) -> bool {
    matches!(huruf, b'a' | b'e' | b'i' | b'o' | b'u')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn penggal(kata: &str) -> String {
        let mut hasil = String::new();
        let mut dari = 0;
        for tempat in break_points(kata) {
            hasil.push_str(&kata[dari..tempat]);
            hasil.push('-');
            dari = tempat;
        }
        hasil + &kata[dari..]
    }

    /// Each word is written with exactly the breaks we allow; breaks of EYD that are
    /// missing here would leave too short a part or are not sure.
    const KATA: &str = "
        su-rat pe-rang-kat dae-rah di-nas ke-se-hatan per-aturan pe-ru-mahan per-ubahan
        per-un-dang un-dangan be-rita be-ri-kut ber-upa ter-akhir pe-ne-rima
        di-te-rima pe-la-poran la-poran jum-lah per-ma-sa-lahan tin-dak lan-jut
        re-ko-men-dasi re-a-li-sasi kua-li-tas kuan-ti-tas so-sial na-si-o-nal ma-te-rial
        per-ta-nyaan per-te-muan ke-ten-tuan ke-pu-tusan ke-a-daan se-o-rang di-a-ju-kan
        di-ang-gar-kan program publik dipro-ses sekre-ta-ris ad-mi-nis-trasi re-gis-trasi
        in-fra-struk-tur transpor-tasi ekspor in-stansi struk-tur kon-struksi
        in-struksi in-dus-tri stan-dar mi-ni-mal makh-luk ikh-las masy-hur kong-res
        sang-gup swasta mut-lak ul-tra pas-ca-ben-cana sub-ke-gi-atan non-for-mal
        nonak-tif an-tarin-stansi ke-bu-tuhan-nya pe-la-yanan-nya me-me-nuhi-nya
        peng-urus me-ngi-rim meng-atur penga-turan ke-peng-urusan ke-bera-daan
        ke-ber-ha-silan pem-be-ri-ta-huan mem-per-tang-gung-ja-wab-kan mem-per-oleh
        ke-bi-jakan ting-kat-kan pe-ning-katan ke-gi-atan pe-nyan-dang re-ha-bi-li-tasi
        akun-ta-bi-li-tas do-ku-men pan-duan ser-ti-fi-kat na-ra-sum-ber me-nye-tu-jui
        di-lam-pir-kan ada-lah se-tiap se-ba-gian pe-ni-laian pe-ni-laian-nya mau-pun
        ba-gai-mana su-ngai ka-li-man-tan penge-lo-laan tu-ber-ku-lo-sis ber-sa-lin
        posyandu di-dikan bulan makan sau-dara me-nyam-pai-kan per-tang-gung-ja-waban
        bang-krut pe-la-yanan pe-me-rin-tahan ka-bu-pa-ten pro-vinsi ke-ten-te-raman
        ke-ter-tiban pe-lin-dungan ma-sya-ra-kat pen-di-dikan pe-ren-ca-naan pe-nye-diaan
        pe-nye-leng-ga-raan pe-ri-laku me-la-ku-kan mem-beri-kan meng-gu-na-kan di-lak-sa-na-kan
        pe-lak-sa-naan ber-da-sar-kan me-nin-daklan-juti se-ba-gai-mana koor-di-nasi
        eva-lu-asi ca-paian
        ";

    #[test]
    fn official_words() {
        assert!(KATA.split_whitespace().count() > 130);
        for kata in KATA.split_whitespace() {
            assert_eq!(penggal(&kata.replace('-', "")), kata);
        }
    }

    #[test]
    fn names_numbers_and_marks_stay_whole() {
        for kata in [
            "",
            "ada",
            "Kutai",
            "SPM",
            "PermenPUPR",
            "masing-masing",
            "ma'ruf",
            "s.d.",
            "2024",
            "ke2belas",
            "kafé",
            "\u{a0}rapat",
        ] {
            assert!(break_points(kata).is_empty(), "{kata}");
        }
        assert!(break_points(&"ba".repeat(40)).is_empty());
    }

    proptest! {
        #[test]
        fn breaks_lie_inside_and_never_in_a_digraph_or_diphthong(kata in "[a-z]{0,30}") {
            for tempat in break_points(&kata) {
                prop_assert!(tempat >= KIRI && tempat + KANAN <= kata.len());
                let dua = &kata[tempat - 1..=tempat];
                prop_assert!(!["ai", "au", "ei", "oi", "ny", "sy", "kh"].contains(&dua));
            }
        }
    }
}
