//! Counted things, and lists that say how many more there are.

use std::fmt::Display;

use super::said::Lang;

/// "1 error", "2 errors": a count with its noun in English, which takes an s unless it is one.
pub fn counted(count: impl Display, noun: &str) -> String {
    let count = count.to_string();
    let ending = if count == "1" { "" } else { "s" };
    format!("{count} {noun}{ending}")
}

/// "a, b, c dan 27 lainnya": the first `most` names, and how many more there are.
pub fn first_names(lang: Lang, all: &[&str], most: usize) -> String {
    first_parted(lang, all, most, ", ")
}

/// The same of names with commas of their own, as those of people with gelar.
pub fn first_people(lang: Lang, all: &[&str], most: usize) -> String {
    first_parted(lang, all, most, "; ")
}

fn first_parted(lang: Lang, all: &[&str], most: usize, between: &str) -> String {
    let shown = all[..all.len().min(most)].join(between);
    match (lang, all.len().saturating_sub(most)) {
        (_, 0) => shown,
        (Lang::Id, more) => format!("{shown} dan {more} lainnya"),
        (Lang::En, more) => format!("{shown} and {more} more"),
    }
}

#[cfg(test)]
mod tests {
    use super::{counted, first_names, first_people};
    use crate::diag::Lang;

    #[test]
    fn long_lists_say_how_many_more() {
        let all = ["a", "b", "c"];
        assert_eq!(first_names(Lang::Id, &all, 3), "a, b, c");
        assert_eq!(first_names(Lang::Id, &all, 2), "a, b dan 1 lainnya");
        assert_eq!(first_names(Lang::En, &all[..0], 2), "");
        assert_eq!(first_people(Lang::En, &all, 2), "a; b and 1 more");
    }

    #[test]
    fn only_one_is_singular() {
        let all = [0, 1, 2, 11, 21].map(|n| counted(n, "error"));
        assert_eq!(all, ["0 errors", "1 error", "2 errors", "11 errors", "21 errors"]);
    }
}
