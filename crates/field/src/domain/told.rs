//! How messages say a date: in the words of their language, never as the files write it.

use base::diag::Both;
use base::diag::Lang::{En, Id};
use jiff::civil::Date;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// "16 Juli 2025", "16 July 2025".
pub fn told_date(date: Date) -> Both {
    Both::new(
        bahasa::date::format_date(date),
        format!("{} {} {}", date.day(), english_month(date), date.year()),
    )
}

/// "July".
pub fn english_month(date: Date) -> &'static str {
    let month = usize::from(date.month().unsigned_abs()).saturating_sub(1);
    MONTHS.get(month).copied().unwrap_or_default()
}

/// "5 Maret 2024", or "5 Maret 2024 s.d. 7 Maret 2024" where the last day is another one.
pub fn told_days(first: Date, last: Date) -> Both {
    if first == last {
        return told_date(first);
    }
    let (first, last) = (told_date(first), told_date(last));
    Both::new(
        format!("{} s.d. {}", first.of(Id), last.of(Id)),
        format!("{} to {}", first.of(En), last.of(En)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_date_in_both_languages() {
        let told = told_date(date(2025, 7, 16));
        assert_eq!((told.of(Id), told.of(En)), ("16 Juli 2025", "16 July 2025"));
        let days = told_days(date(2024, 12, 9), date(2024, 12, 10));
        assert_eq!(days.of(Id), "9 Desember 2024 s.d. 10 Desember 2024");
        assert_eq!(
            told_days(date(2024, 1, 1), date(2024, 1, 1)).of(En),
            "1 January 2024"
        );
    }
}
