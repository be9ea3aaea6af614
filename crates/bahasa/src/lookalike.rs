//! Letters typed for the digits they look like: `12O5`, `1.25O.000`, `l25`.

/// The number a text is when its letters are the digits they look like, as it would be written;
/// `None` where it has no such letters, or is no whole number with them.
pub fn digits_meant(text: &str) -> Option<String> {
    let digit = |c: char| match c {
        'O' | 'o' => '0',
        'l' | 'I' => '1',
        _ => c,
    };
    let text = text.trim();
    let meant: String = text.chars().filter(|c| *c != '_').map(digit).collect();
    let typed = text.chars().any(|c| digit(c) != c);
    let figures = text.chars().filter(char::is_ascii_digit).count();
    let letters = text.chars().filter(|c| digit(*c) != *c).count();
    let whole = crate::number::parse_count(&meant).ok()?;
    (typed && figures >= letters).then(|| whole.to_string())
}

/// The number a text is without the letters that look like digits: they may have slipped in.
/// `None` where that is no whole number.
pub fn digits_left(text: &str) -> Option<String> {
    let left: String = text.trim().chars().filter(|c| !"OolI_".contains(*c)).collect();
    crate::number::parse_count(&left).ok().map(|whole| whole.to_string())
}

#[cfg(test)]
mod tests {
    use super::{digits_left, digits_meant};

    #[test]
    fn letters_that_slipped_in() {
        for (typed, left) in
            [("13607o", Some("13607")), ("12O5", Some("125")), ("O", None)]
        {
            assert_eq!(digits_left(typed).as_deref(), left, "{typed}");
        }
        // A whole group of thousands does not lose a digit unseen.
        assert_eq!(digits_left("1.25O.000"), None);
    }

    #[test]
    fn letters_that_look_like_digits() {
        for (typed, meant) in [
            ("12O5", "1205"),
            ("1.25O.000", "1250000"),
            ("l25", "125"),
            ("55.00O", "55000"),
            ("55_O00", "55000"),
        ] {
            assert_eq!(digits_meant(typed).as_deref(), Some(meant), "{typed}");
        }
        for none in ["", "O", "1205", "lol", "12 Oktober", "IO1x", "OO1"] {
            assert_eq!(digits_meant(none), None, "{none}");
        }
    }
}
