//! What texts may look like, for the JSON Schema: as patterns that every editor knows, without
//! looking ahead or behind.

/// Something that can be seen.
pub(super) const TEXT: &str = r"\S";

/// An id.
pub(super) const ID: &str = r"^\s*[a-z0-9][a-z0-9-]*\s*$";

/// Sixteen digits.
pub(super) const NIK: &str = r"^[\s.-]*([0-9][\s.-]*){16}$";

/// A whole number, with or without the dots of thousands.
pub(super) const WHOLE: &str = concat!(
    r"^\s*\+?([0-9]+(\.0{1,2})?",
    r"|[0-9]{1,3}(\.[0-9]{3})+",
    r"|[0-9]{1,3}(,[0-9]{3}){2,})\s*$",
);

/// A number as people type it, with or without Rp. One comma before three digits may mean two
/// things and is refused.
pub(super) const AMOUNT: &str = concat!(
    r"^\s*([Rr][Pp]\.?\s*)?\+?(",
    r"[0-9]{1,3}(\.[0-9]{3})+(,[0-9]+)?",
    r"|[0-9]{1,3}(,[0-9]{3}){2,}",
    r"|[0-9]+(,([0-9]{1,2}|[0-9]{4,}))?",
    r"|([0-9]{4,}|0[0-9]*),[0-9]+",
    r"|([1-9][0-9]*|0)\.[0-9]{1,2}",
    r")(,[-\u2013])?\s*$",
);

/// From 0 to 100, with or without a percent sign.
pub(super) const PERCENT: &str = concat!(
    r"^\s*([0-9]{1,2}(,[0-9]+)?",
    r"|[1-9]?[0-9](\.[0-9]{1,2}|\.[0-9]{4,})",
    r"|100([.,]0{1,2})?)\s*%?\s*$",
);

/// A day as TOML writes it.
pub(super) const DATE: &str = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

/// A time of day.
pub(super) const TIME: &str = r"^\s*([01]?[0-9]|2[0-3])([.:][0-5][0-9]|\.[0-5][0-9]\.[0-5][0-9]|:[0-5][0-9]:[0-5][0-9])\s*$";

/// A pattern of letter numbers.
pub(super) fn number_pattern() -> String {
    let tokens = bahasa::NumberPattern::TOKEN.join("|");
    let token = format!(r"\{{({tokens}|urut:0[1-9])\}}");
    format!(r"^\s*([^\s{{}}]|{token})([^{{}}]|{token})*$")
}

/// One of some words, in whichever case and with whatever stands around them.
pub(super) fn word(words: &[&str], around: &str) -> String {
    let either = |c: char| {
        let (lower, upper) = (c.to_lowercase(), c.to_uppercase());
        match c {
            _ if c.is_alphabetic() => format!("[{upper}{lower}]"),
            // Words may be signs that patterns give a meaning: the `^` and `*` of an anchor.
            _ if r"\^$.*+?()[]{}|".contains(c) => format!(r"\{c}"),
            _ => c.to_string(),
        }
    };
    let each: Vec<String> =
        words.iter().map(|word| word.chars().map(either).collect()).collect();
    format!("^{around}*({}){around}*$", each.join("|"))
}

/// A whole number within bounds: a few of them one by one, of many those that are not above.
pub(super) fn within(low: i64, high: i64) -> String {
    const FEW: i64 = 200;
    let numbers = if high - low <= FEW {
        let each: Vec<String> = (low..=high).map(|n| n.to_string()).collect();
        each.join("|")
    } else {
        let thousands = if high < 1000 { "" } else { r"|[0-9]{1,3}(\.[0-9]{3})+" };
        format!("{}{thousands}", up_to(high))
    };
    format!(r"^\s*\+?0*({numbers})(\.0{{1,2}})?\s*$")
}

/// Digits that are not above a number.
fn up_to(high: i64) -> String {
    let digits = high.to_string();
    let mut each = vec![digits.clone()];
    for (at, digit) in digits.char_indices() {
        let (before, behind) = (&digits[..at], digits.len() - at - 1);
        if let Some(less) = digit.to_digit(10).and_then(|digit| digit.checked_sub(1)) {
            each.push(format!("{before}[0-{less}][0-9]{{{behind}}}"));
        }
    }
    if digits.len() > 1 {
        each.push(format!("[0-9]{{1,{}}}", digits.len() - 1));
    }
    each.join("|")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_up_to_a_number() {
        for high in [4, 500, 1440, 2024, 999_999] {
            let pattern =
                regex_lite::Regex::new(&format!("^({})$", up_to(high))).unwrap();
            for n in (0..=2100).chain([high - 1, high, high + 1, high * 10]) {
                assert_eq!(pattern.is_match(&n.to_string()), n <= high, "{n} {high}");
            }
        }
    }

    #[test]
    fn words_may_be_signs() {
        let signs = ["#", "$", "^", "*", "~", "a.b"];
        let pattern = regex_lite::Regex::new(&word(&signs, r"\s")).unwrap();
        for sign in signs {
            assert!(pattern.is_match(&format!(" {sign}")), "{sign}");
        }
        assert!(!pattern.is_match("") && !pattern.is_match("acb"));
    }
}
