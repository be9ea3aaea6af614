//! Counted things in English, which has a plural; Indonesian has none.

use std::fmt::Display;

/// "1 error", "2 errors": a count with its noun, which takes an s unless it is one.
pub fn counted(count: impl Display, noun: &str) -> String {
    let count = count.to_string();
    let ending = if count == "1" { "" } else { "s" };
    format!("{count} {noun}{ending}")
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn only_one_is_singular() {
        let all = [0, 1, 2, 11, 21].map(|n| counted(n, "error"));
        assert_eq!(all, ["0 errors", "1 error", "2 errors", "11 errors", "21 errors"]);
    }
}
