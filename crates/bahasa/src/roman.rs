//! Roman numerals, for months in letter numbers, golongan, quarters and chapters.

const NUMERALS: [(u16, &str); 13] = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

/// The Roman numeral of 1..=3999, or `None` outside that range.
pub fn format_roman(value: u16) -> Option<String> {
    if !(1..=3999).contains(&value) {
        return None;
    }
    let mut rest = value;
    let mut out = String::new();
    for (weight, numeral) in NUMERALS {
        while rest >= weight {
            out.push_str(numeral);
            rest -= weight;
        }
    }
    Some(out)
}

/// Reads a Roman numeral in either case. Only the regular form is accepted: "IIII" is
/// refused.
pub fn parse_roman(text: &str) -> Option<u16> {
    let upper = text.trim().to_ascii_uppercase();
    let mut rest = upper.as_str();
    let mut value: u16 = 0;
    for (weight, numeral) in NUMERALS {
        while let Some(after) = rest.strip_prefix(numeral) {
            value = value.checked_add(weight)?;
            rest = after;
        }
    }
    // Printing it again rejects every irregular order and repetition at once.
    (rest.is_empty() && format_roman(value)? == upper).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_and_back() {
        let month =
            ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
        for (value, text) in (1_u16..).zip(month) {
            assert_eq!(format_roman(value).as_deref(), Some(text));
            assert_eq!(parse_roman(&text.to_lowercase()), Some(value));
        }
    }

    #[test]
    fn every_numeral_reads_back() {
        for value in 1..=3999 {
            assert_eq!(parse_roman(&format_roman(value).unwrap()), Some(value));
        }
    }

    #[test]
    fn irregular_is_refused() {
        for text in ["", "IIII", "VX", "IC", "IVI", "12", "MMMM", &"M".repeat(200)] {
            assert_eq!(parse_roman(text), None, "{text}");
        }
        assert_eq!(format_roman(0), None);
        assert_eq!(format_roman(4000), None);
    }
}
