//! Where an Indonesian word may be broken at the end of a line.
//!
//! The published patterns are wrong on diphthongs, digraphs and affixes, so this is our
//! own syllabifier by EYD V: ng, ny, sy, kh are one sound; V-CV, VC-CV, VC-CCV; ai, au,
//! ei, oi are never torn apart; affixes stay whole. Where the rule depends on the root,
//! and no list of roots is carried, there is no break: few sure breaks beat many wrong
//! ones.

/// Shortest part left on the line, in letters.
const LEFT: usize = 2;

/// Shortest part carried to the next line, in letters.
const RIGHT: usize = 3;

/// Longer texts are no words; also the bound on the work.
const LONGEST: usize = 48;

/// Prefixes that end in a consonant. Before a vowel only the root tells whether the
/// consonant belongs to the prefix (`ber-akhir`) or to the root (`be-rita`).
const PREFIXES: [&str; 12] = [
    "ber", "ter", "per", "meng", "peng", "antar", "inter", "non", "sub", "hiper", "over",
    "nir",
];

/// Prefixes that may stand before one of [`PREFIXES`].
const OUTER_PREFIXES: [&str; 11] =
    ["", "ke", "se", "di", "me", "pe", "pra", "mem", "pem", "dike", "dipem"];

/// Starts of words whose letters only look like a digraph (`pos-yandu`).
const NO_DIGRAPH: [&str; 1] = ["posyandu"];

/// Frequent official words that begin like a prefix, with the place of their first sure
/// break. Matched at the start of the word or behind [`OUTER_PREFIXES`].
const KNOWN_STARTS: [(&str, usize); 41] = [
    ("perangkat", 3),
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
    ("berikut", 3),
    ("beristri", 3),
    ("berisi", 3),
    ("beribu", 3),
    ("berupaya", 3),
    ("beroperasi", 3),
    ("berupa", 2),
    ("berita", 2),
    ("terakhir", 3),
    ("terima", 2),
    ("terikut", 3),
    ("terintegrasi", 3),
    ("terutama", 3),
    ("nonaktif", 3),
    ("mengakibat", 4),
    ("mengatur", 4),
    ("menguasa", 4),
    ("mengirim", 2),
    ("pengadaan", 4),
    ("pengirim", 2),
    ("pengurus", 4),
];

/// `dis-` before a vowel; in all other words on `dis` the s begins the root (`di-sampaikan`).
const DIS_STARTS: [&str; 8] = [
    "disabil",
    "disinfe",
    "disinteg",
    "disorien",
    "disorgan",
    "disinform",
    "disinsent",
    "disekuil",
];

/// Roots that begin with two consonants which, behind the vowel of a prefix or of a first
/// member, go over together: `ke-stabil-an`, `infra-struktur`.
const ROOTS: [&str; 24] = [
    "spora", "sporofi", "sperm", "spekul", "spesifik", "spesial", "spinal", "sponsor",
    "spontan", "sport", "stabil", "standar", "stasion", "steril", "stimul", "stokra",
    "strateg", "struktur", "studi", "skelet", "swasta", "swasemb", "dwi", "psiko",
];

/// Byte offsets in `word` before which a hyphen may be put, in rising order.
///
/// At least two letters stay and three go over. Empty for any word with something else
/// in it than small letters a-z: names and gelar begin with capitals, and numbers,
/// apostrophes, dots and hyphens mark texts that are not to be broken here.
pub fn break_points(word: &str) -> Vec<usize> {
    let letters = word.as_bytes();
    if letters.len() < LEFT + RIGHT
        || letters.len() > LONGEST
        || !letters.iter().all(u8::is_ascii_lowercase)
        || NO_DIGRAPH.iter().any(|start| word.starts_with(start))
    {
        return Vec::new();
    }
    let prefix = Prefix::find(word);
    let mut points = Vec::new();
    let mut vowel = 0;
    while let Some(now) = find_vowel(letters, vowel) {
        let end = vowels_end(letters, now);
        let Some(next) = find_vowel(letters, end) else {
            break;
        };
        points.extend(between_vowels(letters, now, end));
        points.extend(between_consonants(letters, end, next));
        vowel = next;
    }
    points.retain(|&place| !prefix.unsure(place) && !cuts_suffix(word, place));
    points.extend(prefix.sure);
    points.extend(enclitic(word));
    ajar(word, &mut points);
    interaksi(word, &mut points);
    isme(word, &mut points);
    points.retain(|&place| place >= LEFT && place + RIGHT <= letters.len());
    points.sort_unstable();
    points.dedup();
    points
}

/// What the start of a word tells: a stretch without sure breaks, and one sure break.
#[derive(Debug, Default)]
struct Prefix {
    unsure: Option<(usize, usize)>,
    sure: Option<usize>,
}

impl Prefix {
    fn find(word: &str) -> Self {
        if DIS_STARTS.iter().any(|start| word.starts_with(start)) {
            return Self { unsure: Some((2, 3)), sure: Some(3) };
        }
        for outer in OUTER_PREFIXES {
            let Some(rest) = word.strip_prefix(outer) else {
                continue;
            };
            let Some(prefix) = PREFIXES.iter().find(|a| rest.starts_with(**a)) else {
                continue;
            };
            if !rest.as_bytes().get(prefix.len()).copied().is_some_and(is_vowel) {
                continue;
            }
            let sure = KNOWN_STARTS
                .iter()
                .find(|(start, _)| rest.starts_with(start))
                .map(|(_, place)| outer.len() + place);
            let last_sound = if prefix.ends_with("ng") { 2 } else { 1 };
            let end = outer.len() + prefix.len();
            return Self { unsure: Some((end - last_sound, end)), sure };
        }
        Self::default()
    }

    fn unsure(&self, place: usize) -> bool {
        // One vowel alone behind the prefix reads badly: `per-aturan`, not `pera-turan`.
        self.sure.is_some_and(|sure| place == sure + 1)
            || self.unsure.is_some_and(|(from, to)| (from..=to).contains(&place))
    }
}

/// Between two vowels that are never one sound, when there are exactly two.
fn between_vowels(word: &[u8], start: usize, end: usize) -> Option<usize> {
    let &[left, right] = word.get(start..end)? else {
        return None;
    };
    let before = start.checked_sub(1).and_then(|i| word.get(i)).copied();
    let hiatus = match (left, right) {
        (b'i' | b'e' | b'o' | b'a', b'a') | (b'i' | b'e', b'o') => true,
        // `kualitas` has a glide where `suasana` has two syllables.
        (b'u', b'a') => !matches!(before, Some(b'k' | b'g' | b'q')),
        // `eu` is one sound in some roots; not behind the prefixes ke- and se-.
        (b'e', b'u') => start == 1 && matches!(before, Some(b'k' | b's')),
        _ => false,
    };
    hiatus.then_some(start + 1)
}

/// `in-ter-ak-si`, `ber-in-ter-ak-si`: `inter-` keeps its r inside of a word, too.
fn interaksi(word: &str, points: &mut Vec<usize>) {
    if let Some(at) = word.find("interak") {
        points.retain(|&place| place != at + 4);
        points.push(at + 5);
    }
}

/// `bel-ajar`, `pel-ajar-an`, `pem-bel-ajar-an`: the one root before which `ber-` and `per-`
/// end in l.
fn ajar(word: &str, points: &mut Vec<usize>) {
    if let Some(at) = word.find("elajar") {
        points.retain(|place| !(at + 1..=at + 3).contains(place));
        points.push(at + 2);
    }
}

/// Before `-isme` KBBI has both `plural-isme` and `plura-lisme`, so neither.
fn isme(word: &str, points: &mut Vec<usize>) {
    let stem = without_enclitic(word);
    if let Some(root) = stem.strip_suffix("isme") {
        let from = root.len().saturating_sub(2);
        points.retain(|&place| place < from || place >= stem.len());
    }
}

/// In the consonants `dari..sampai` between two vowels.
fn between_consonants(word: &[u8], from: usize, to: usize) -> Option<usize> {
    if from == to {
        return None;
    }
    if ROOTS.iter().any(|root| word[from..].starts_with(root.as_bytes())) {
        return Some(from);
    }
    let second = from + sound_length(word, from, to);
    if second == to {
        return Some(from);
    }
    // `pos-ter` and `geo-statika`, `ke-spora` and `kes-turi`: without the root nobody knows.
    let rest = &word[from..];
    let unknown = word[..from].ends_with(b"o")
        || &word[..from] == b"ke"
        || rest.starts_with(b"skop")
        || rest.starts_with(b"sfer");
    if unknown && matches!(rest, [b's', b'p' | b't' | b'k' | b'f', ..]) {
        return None;
    }
    let (start, rest) = (&word[from..second], &word[second..to]);
    let one_sound = sound_length(word, second, to) == rest.len();
    let allowed = if one_sound {
        // `prog-ram` or `pro-gram`, `pub-lik` or `pu-blik`: not sure, so neither.
        !cluster(start, rest)
    } else {
        // KBBI has trans-por, ek-spor, in-stan-si: a first s or ks is not sure.
        let trans = start == b"n" && word[..from].ends_with(b"tra");
        let ex = start == b"k" && rest.starts_with(b"s");
        !trans && !ex && starts_syllable(rest)
    };
    allowed.then_some(second)
}

/// Whether two consonants may begin a syllable together (stop or f, then l or r).
fn cluster(start: &[u8], next: &[u8]) -> bool {
    matches!(
        (start, next),
        ([b'b' | b'p' | b't' | b'd' | b'k' | b'g' | b'f'], b"r")
            | ([b'b' | b'p' | b'k' | b'g' | b'f'], b"l")
    )
}

/// Whether several consonants may begin a syllable: `tr`, `st`, `str`.
fn starts_syllable(letters: &[u8]) -> bool {
    match letters {
        [a, b] => {
            cluster(&[*a], &[*b]) || (*a == b's' && matches!(b, b't' | b'p' | b'k'))
        }
        [b's', a, b] => cluster(&[*a], &[*b]),
        _ => false,
    }
}

/// Whether a break at `place` would cut into the root before a suffix: `keseha-tan`
/// for `kesehat-an`, `pendidi-kan` for `pendidik-an`, `memenu-hinya` for `memenuh-i-nya`.
fn cuts_suffix(word: &str, place: usize) -> bool {
    let stem = without_enclitic(word);
    if place >= stem.len() {
        return false;
    }
    let rest = &stem[place..];
    // Verbs in me- and di- take -kan and -i; nouns in -kan end in the root's own k. Short
    // words such as `didik-an` are nouns after all.
    let active = stem.len() >= 8 && (stem.starts_with("me") || stem.starts_with("di"));
    let one_consonant = |end: &str| {
        rest.strip_suffix(end).is_some_and(|start| {
            let sound = start.as_bytes();
            !sound.is_empty()
                && sound_length(sound, 0, sound.len()) == sound.len()
                && !sound.iter().copied().any(is_vowel)
        })
    };
    let after_vowel = place.checked_sub(1).is_some_and(|i| is_vowel(word.as_bytes()[i]));
    if !after_vowel {
        return false;
    }
    if rest == "kan" {
        return !active;
    }
    one_consonant("an") || (active && one_consonant("i"))
}

/// The break before -nya, the one enclitic that no root is likely to end in.
fn enclitic(word: &str) -> Option<usize> {
    let stem = word.strip_suffix("nya")?;
    (stem.len() > 3).then_some(stem.len())
}

/// The word without -nya, -lah, -kah, -pun.
fn without_enclitic(word: &str) -> &str {
    ["nya", "lah", "kah", "pun"]
        .into_iter()
        .find_map(|end| word.strip_suffix(end).filter(|stem| stem.len() > 3))
        .unwrap_or(word)
}

/// Letters of the consonant sound that starts at `from`: two for ng, ny, sy, kh.
fn sound_length(word: &[u8], from: usize, to: usize) -> usize {
    match word.get(from..to) {
        Some([b'n', b'g' | b'y', ..] | [b's', b'y', ..] | [b'k', b'h', ..]) => 2,
        _ => 1,
    }
}

fn find_vowel(word: &[u8], from: usize) -> Option<usize> {
    word.get(from..)?.iter().position(|b| is_vowel(*b)).map(|i| from + i)
}

fn vowels_end(word: &[u8], from: usize) -> usize {
    word[from..].iter().position(|b| !is_vowel(*b)).map_or(word.len(), |i| from + i)
}

fn is_vowel(letters: u8) -> bool {
    matches!(letters, b'a' | b'e' | b'i' | b'o' | b'u')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn broken(word: &str) -> String {
        let mut points = String::new();
        let mut from = 0;
        for place in break_points(word) {
            points.push_str(&word[from..place]);
            points.push('-');
            from = place;
        }
        points + &word[from..]
    }

    /// Each word is written with exactly the breaks we allow; breaks of EYD that are
    /// missing here would leave too short a part or are not sure.
    const WORDS: &str = "
        berin-ter-aksi in-ter-ak-tif su-rat per-ang-kat dae-rah di-nas ke-se-hatan
        per-aturan pe-ru-mahan per-ubahan
        per-un-dang un-dangan be-rita ber-ikut be-rupa ter-akhir pe-ne-rima
        di-te-rima pe-la-poran la-poran jum-lah per-ma-sa-lahan tin-dak lan-jut
        re-ko-men-dasi re-a-li-sasi kua-li-tas kuan-ti-tas so-sial na-si-o-nal ma-te-rial
        per-ta-nyaan per-te-muan ke-ten-tuan ke-pu-tusan ke-a-daan se-o-rang di-a-ju-kan
        di-ang-gar-kan program publik dipro-ses sekre-ta-ris ad-mi-nis-trasi re-gis-trasi
        in-fra-struk-tur transpor-tasi ekspor in-stansi struk-tur kon-struksi
        in-struksi in-dus-tri stan-dar mi-ni-mal makh-luk ikh-las masy-hur kong-res
        sang-gup swasta mut-lak ul-tra pas-ca-ben-cana sub-ke-gi-atan non-for-mal
        non-ak-tif an-tarin-stansi ke-bu-tuhan-nya pe-la-yanan-nya me-me-nuhi-nya
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
        eva-lu-asi ca-paian dis-abi-li-tas di-sam-pai-kan di-siplin bel-ajar pel-ajaran
        pem-bel-ajaran ke-sta-bilan kesturi ber-isi me-non-ak-tif-kan wi-ra-swasta te-leskop
        li-be-ralisme posko ter-ikut se-per-ang-kat hi-perak-tif
        ";

    #[test]
    fn official_words() {
        assert!(WORDS.split_whitespace().count() > 130);
        for word in WORDS.split_whitespace() {
            assert_eq!(broken(&word.replace('-', "")), word);
        }
    }

    #[test]
    fn names_numbers_and_marks_stay_whole() {
        for word in [
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
            assert!(break_points(word).is_empty(), "{word}");
        }
        assert!(break_points(&"ba".repeat(40)).is_empty());
    }

    proptest! {
        #[test]
        fn breaks_lie_inside_and_never_in_a_digraph_or_diphthong(word in "[a-z]{0,30}") {
            for place in break_points(&word) {
                prop_assert!(place >= LEFT && place + RIGHT <= word.len());
                let two = &word[place - 1..=place];
                prop_assert!(!["ai", "au", "ei", "oi", "ny", "sy", "kh"].contains(&two));
            }
        }
    }
}
