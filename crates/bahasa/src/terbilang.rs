//! Whole numbers in words.
//!
//! Written here because the published crates are wrong on 21.000 and on 1 miliar.

/// Names of the groups of three digits, lowest first. `miliar` is the spelling of KBBI
/// (not `milyar`); the highest one is reached by `i64::MIN`.
const GROUPS: [&str; 7] =
    ["", "ribu", "juta", "miliar", "triliun", "kuadriliun", "kuintiliun"];

const ONES: [&str; 12] = [
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan",
    "sembilan", "sepuluh", "sebelas",
];

/// A whole number in lower-case words: `2024` is "dua ribu dua puluh empat".
///
/// `seribu` is used only when the group of thousands is exactly one (1.001.000 is
/// "satu juta seribu", 21.000 is "dua puluh satu ribu"); millions never merge ("satu
/// juta"). Negative numbers begin with "minus". Source: practice, `naskah-dinas.md` 2.4.
pub fn terbilang(value: i64) -> String {
    let mut words: Vec<&'static str> = Vec::with_capacity(16);
    if value < 0 {
        words.push("minus");
    }
    let absolute = value.unsigned_abs();
    if absolute == 0 {
        words.push(ONES[0]);
    }
    for (level, name) in GROUPS.iter().enumerate().rev() {
        let weight = 1000_u64.pow(u32::try_from(level).unwrap_or(0));
        let group = (absolute / weight) % 1000;
        match (group, level) {
            (0, _) => {}
            (1, 1) => words.push("seribu"),
            _ => {
                below_thousand(group, &mut words);
                if level > 0 {
                    words.push(name);
                }
            }
        }
    }
    words.join(" ")
}

/// A number followed by its words, as official acts print it: "3 (tiga)".
pub fn number_with_words(value: i64) -> String {
    format!("{} ({})", super::number::format_number(value), terbilang(value))
}

/// The words of 1..=999.
fn below_thousand(value: u64, words: &mut Vec<&'static str>) {
    match value / 100 {
        0 => {}
        1 => words.push("seratus"),
        hundreds => words.extend([one_word(hundreds), "ratus"]),
    }
    let rest = value % 100;
    match rest {
        0 => {}
        1..=11 => words.push(one_word(rest)),
        12..=19 => words.extend([one_word(rest - 10), "belas"]),
        _ => {
            words.extend([one_word(rest / 10), "puluh"]);
            if !rest.is_multiple_of(10) {
                words.push(one_word(rest % 10));
            }
        }
    }
}

/// The word of 0..=11.
fn one_word(value: u64) -> &'static str {
    usize::try_from(value).ok().and_then(|i| ONES.get(i)).copied().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vectors_1_to_29() {
        for (value, words) in [
            (0, "nol"),
            (10, "sepuluh"),
            (11, "sebelas"),
            (19, "sembilan belas"),
            (21, "dua puluh satu"),
            (100, "seratus"),
            (101, "seratus satu"),
            (111, "seratus sebelas"),
            (1000, "seribu"),
            (1001, "seribu satu"),
            (1111, "seribu seratus sebelas"),
            (11000, "sebelas ribu"),
            (21000, "dua puluh satu ribu"),
            (100_000, "seratus ribu"),
            (101_000, "seratus satu ribu"),
            (111_000, "seratus sebelas ribu"),
            (1_000_000, "satu juta"),
            (1_001_000, "satu juta seribu"),
            (1_001_001, "satu juta seribu satu"),
            (1_010_000, "satu juta sepuluh ribu"),
            (1_021_000, "satu juta dua puluh satu ribu"),
            (1_250_000, "satu juta dua ratus lima puluh ribu"),
            (
                1_999_999,
                "satu juta sembilan ratus sembilan puluh sembilan ribu sembilan ratus \
                 sembilan puluh sembilan",
            ),
            (1_000_000_000, "satu miliar"),
            (1_000_001_000, "satu miliar seribu"),
            (1_000_000_000_000, "satu triliun"),
            (-5000, "minus lima ribu"),
            (2024, "dua ribu dua puluh empat"),
            (
                1_799_405_600,
                "satu miliar tujuh ratus sembilan puluh sembilan juta empat ratus lima \
                 ribu enam ratus",
            ),
        ] {
            assert_eq!(terbilang(value), words, "{value}");
        }
    }

    #[test]
    fn the_ends_of_the_range() {
        assert!(terbilang(i64::MAX).starts_with("sembilan kuintiliun"));
        assert!(terbilang(i64::MIN).starts_with("minus sembilan kuintiliun"));
        assert_eq!(terbilang(1_000_000_000_000_000), "satu kuadriliun");
    }

    #[test]
    fn figures_then_words() {
        assert_eq!(number_with_words(3), "3 (tiga)");
        assert_eq!(number_with_words(12_500), "12.500 (dua belas ribu lima ratus)");
    }
}
