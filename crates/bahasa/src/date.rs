//! Dates. Names of days and months are written here, never taken from the machine's
//! locale: "Jumat", "Februari", "November" are the forms in use (`naskah-dinas.md` 2.1).

use jiff::civil::{Date, DateTime, Weekday};

use super::roman::format_roman;
use super::terbilang::terbilang;
use super::time::parse_time;

pub(crate) const MONTHS: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];

/// The name of the day: "Senin".
pub fn weekday_name(date: Date) -> &'static str {
    match date.weekday() {
        Weekday::Monday => "Senin",
        Weekday::Tuesday => "Selasa",
        Weekday::Wednesday => "Rabu",
        Weekday::Thursday => "Kamis",
        Weekday::Friday => "Jumat",
        Weekday::Saturday => "Sabtu",
        Weekday::Sunday => "Minggu",
    }
}

/// The name of the month of a date: "Desember".
pub fn month_name(date: Date) -> &'static str {
    nth_month_name(date.month().unsigned_abs()).unwrap_or_default()
}

/// The name of month 1..=12, or `None` outside that range.
pub fn nth_month_name(month: u8) -> Option<&'static str> {
    MONTHS.get(usize::from(month).checked_sub(1)?).copied()
}

/// The month as a Roman numeral, for letter numbers: September is "IX".
pub fn month_in_roman(date: Date) -> String {
    format_roman(date.month().unsigned_abs().into()).unwrap_or_default()
}

/// The long date: "9 Desember 2024", no zero in front.
pub fn format_date(date: Date) -> String {
    format!("{} {}", day_and_month(date), date.year())
}

/// The long date with its day: "Senin, 9 Desember 2024".
pub fn format_date_with_day(date: Date) -> String {
    format!("{}, {}", weekday_name(date), format_date(date))
}

/// The short date: "09-12-2024".
pub fn format_date_short(date: Date) -> String {
    format!("{:02}-{:02}-{:04}", date.day(), date.month(), date.year())
}

/// The date in words as a berita acara opens with it: "hari Senin tanggal sembilan bulan
/// Desember tahun dua ribu dua puluh empat (09-12-2024)".
pub fn date_in_words(date: Date) -> String {
    format!(
        "hari {} tanggal {} bulan {} tahun {} ({})",
        weekday_name(date),
        terbilang(date.day().into()),
        month_name(date),
        terbilang(date.year().into()),
        format_date_short(date)
    )
}

/// A range of dates that repeats nothing: "9–10 Desember 2024" (en dash),
/// "30 September s.d. 2 Oktober 2024", "30 Desember 2024 s.d. 2 Januari 2025"; one day
/// prints once. The two dates may come in either order.
pub fn format_date_range(one: Date, two: Date) -> String {
    let (first, last) = (one.min(two), one.max(two));
    if first == last {
        format_date(first)
    } else if first.year() != last.year() {
        format!("{} s.d. {}", format_date(first), format_date(last))
    } else if first.month() != last.month() {
        format!("{} s.d. {}", day_and_month(first), format_date(last))
    } else {
        format!("{}\u{2013}{}", first.day(), format_date(last))
    }
}

/// A range of dates with its days, for invitations: "Senin–Selasa, 9–10 Desember 2024",
/// and "Senin, 30 September s.d. Rabu, 2 Oktober 2024" over the end of a month.
pub fn format_date_range_with_days(one: Date, two: Date) -> String {
    let (first, last) = (one.min(two), one.max(two));
    let (first_day, last_day) = (weekday_name(first), weekday_name(last));
    if first == last {
        return format_date_with_day(first);
    }
    if (first.year(), first.month()) == (last.year(), last.month()) {
        return format!(
            "{first_day}\u{2013}{last_day}, {}",
            format_date_range(first, last)
        );
    }
    let left = if first.year() == last.year() {
        day_and_month(first)
    } else {
        format_date(first)
    };
    format!("{first_day}, {left} s.d. {}", format_date_with_day(last))
}

/// A date as people type it into a sheet: "2024-12-09", "09-12-2024", "9/12/2024",
/// "9 Desember 2024", "9 Des 2024", with or without the day's name before a comma. Years
/// have four digits; the day stands before the month, as it does here.
pub fn parse_date(text: &str) -> Option<Date> {
    let body = text.rsplit(',').next()?.trim();
    let parts: Vec<&str> =
        body.split(['-', '/', '.', ' ']).filter(|b| !b.is_empty()).collect();
    let [one, two, three] = parts.as_slice() else { return None };
    let (year, month, day) =
        if one.len() == 4 { (one, two, three) } else { (three, two, one) };
    if year.len() != 4 || day.len() > 2 {
        return None;
    }
    let month = month.parse().ok().or_else(|| month_named(month))?;
    let year = year.parse().ok().filter(|year| YEARS.contains(year))?;
    Date::new(year, month, day.parse().ok()?).ok()
}

/// A date with its hour, as sheets and forms write them: "09/12/2024 08:30", "2024-12-09T08:30",
/// "9 Desember 2024 pukul 08.30 WITA". The hour is told in 24 hours.
pub fn parse_moment(text: &str) -> Option<DateTime> {
    let body = text.trim();
    let zone = |word: &str| ["WIB", "WITA", "WIT"].contains(&word);
    let body = match body.rsplit_once(' ') {
        Some((rest, last)) if zone(last) => rest.trim_end(),
        _ => body,
    };
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let (day, hour) = body
        .split_once('T')
        .filter(|(a, b)| digit(a.chars().last()) && digit(b.chars().next()))
        .or_else(|| body.rsplit_once(' '))?;
    let day = day.trim_end_matches([',', ' ']);
    let day = day.strip_suffix("pukul").or(day.strip_suffix("jam")).unwrap_or(day);
    let day = parse_date(day.trim_end_matches([',', ' ']))?;
    Some(day.to_datetime(parse_time(hour).ok()?))
}

/// Years that papers speak of: "0024" is a slip.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2199;

/// A date in a text whose weekday is another: as it is written, and with the right one.
pub fn wrong_weekday(text: &str) -> Option<(String, String)> {
    if !text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    (0..words.len()).find_map(|at| {
        let told = weekday_named(words[at])?;
        let next = words.get(at + 1)?.trim_end_matches('.').to_lowercase();
        let from = at + if ["tanggal", "tgl"].contains(&next.as_str()) { 2 } else { 1 };
        let ends = |sign: char| !sign.is_alphanumeric();
        let dated = |len: usize| {
            let typed = words.get(from..from + len)?.join(" ");
            let typed = typed.trim_matches(ends);
            parse_date(typed).map(|date| (date, typed.to_owned()))
        };
        let (date, typed) = dated(3).or_else(|| dated(1))?;
        let day = words[at].trim_matches(ends);
        (weekday_name(date) != told)
            .then(|| (format!("{day}, {typed}"), format_date_with_day(date)))
    })
}

/// The days that a text names, each range by its ends: "15 Juli 2025", "15–16 Juli 2025",
/// "15 s.d. 16 Juli 2025".
pub fn days_in(text: &str) -> Vec<(Date, Date)> {
    let apart = text.replace(['\u{2013}', '-', '/'], " - ");
    let words: Vec<&str> = apart
        .split_whitespace()
        .map(|word| word.trim_matches([',', ';', '.', '(', ')']))
        .collect();
    (1..words.len().saturating_sub(1)).filter_map(|at| days_at(&words, at)).collect()
}

/// The days whose month stands at a word.
fn days_at(words: &[&str], at: usize) -> Option<(Date, Date)> {
    let month = month_named(words[at])?;
    let year = words[at + 1].parse().ok().filter(|year| YEARS.contains(year))?;
    let day = |word: &str| Date::new(year, month, word.parse().ok()?).ok();
    let last = day(words[at - 1])?;
    let joins =
        |word: &&&str| ["-", "s.d", "sd", "sampai", "hingga", "dan"].contains(*word);
    let joined = at.checked_sub(2).and_then(|at| words.get(at)).filter(joins);
    let first = joined.and_then(|_| day(words.get(at.checked_sub(3)?)?));
    Some((first.unwrap_or(last), last))
}

/// A day that its month does not have, as a text writes it, and the last one that it has:
/// "31 Februari 2025".
pub fn no_such_day(text: &str) -> Option<(String, String)> {
    let ends = |sign: char| !sign.is_alphanumeric();
    let words: Vec<&str> =
        text.split_whitespace().map(|w| w.trim_matches(ends)).collect();
    words.windows(2).enumerate().find_map(|(at, pair)| {
        // "15-31 April", and no number of thousands.
        let digits = pair[0].rsplit(['-', '\u{2013}', '/']).next()?;
        let day: i8 = digits.parse().ok().filter(|_| digits.len() <= 2)?;
        let month = month_named(pair[1]).filter(|_| pair[1].len() > 3)?;
        let year = words.get(at + 2).and_then(|year| year.parse().ok());
        let year = year.filter(|year| YEARS.contains(year));
        // Without a year the month may be that of a leap year, and the number no day at all.
        let last = Date::new(year.unwrap_or(2024), month, 1).ok()?.last_of_month();
        let is_day = year.is_some() || day <= 31;
        (is_day && (day < 1 || day > last.day())).then(|| {
            let behind = year.map_or_else(String::new, |year| format!(" {year}"));
            let month =
                format!("{}{behind}", MONTHS[usize::from(month.unsigned_abs()) - 1]);
            (
                format!("{} {}{behind}", pair[0], pair[1]),
                format!("{} {month}", last.day()),
            )
        })
    })
}

/// The weekday that a word names.
fn weekday_named(word: &str) -> Option<&'static str> {
    let letters: String = word.chars().filter(|c| c.is_alphabetic()).collect();
    match letters.to_lowercase().as_str() {
        "senin" => Some("Senin"),
        "selasa" => Some("Selasa"),
        "rabu" => Some("Rabu"),
        "kamis" => Some("Kamis"),
        "jumat" => Some("Jumat"),
        "sabtu" => Some("Sabtu"),
        "minggu" | "ahad" => Some("Minggu"),
        _ => None,
    }
}

/// The number of a month by its name or the first three letters of it.
fn month_named(name: &str) -> Option<i8> {
    let name = name.to_lowercase();
    let matching = |month: &&str| {
        let month = month.to_lowercase();
        name == month || month.get(..3) == Some(name.as_str())
    };
    let index = match name.as_str() {
        // Older and short spellings; the English ones a spreadsheet set so writes into a CSV.
        "nopember" | "nop" => 10,
        "january" => 0,
        "pebruari" | "peb" | "february" => 1,
        "march" => 2,
        "may" => 4,
        "june" => 5,
        "july" => 6,
        "agt" | "ags" | "august" | "aug" => 7,
        "october" | "oct" => 9,
        "december" | "dec" => 11,
        _ => MONTHS.iter().position(matching)?,
    };
    i8::try_from(index + 1).ok()
}

fn day_and_month(date: Date) -> String {
    format!("{} {}", date.day(), month_name(date))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn dates_as_people_type_them() {
        let day = jiff::civil::date(2024, 12, 9);
        for text in [
            "2024-12-09",
            "09-12-2024",
            "9/12/2024",
            "9 Desember 2024",
            "9 des 2024",
            "9 December 2024",
            "9-Dec-2024",
            "Senin, 9 Desember 2024",
        ] {
            assert_eq!(parse_date(text), Some(day), "{text}");
        }
        for text in
            ["", "9-12-24", "31-02-2024", "9 Foo 2024", "12 2024", "2024", "09/12/0024"]
        {
            assert_eq!(parse_date(text), None, "{text}");
        }
    }

    #[test]
    fn days_that_a_text_names() {
        let july = |day| date(2025, 7, day);
        for (text, days) in [
            ("hadir pada 15 Juli 2025.", vec![(july(15), july(15))]),
            ("pada tanggal 15\u{2013}16 Juli 2025 di Soe", vec![(july(15), july(16))]),
            ("15 s.d. 16 Juli 2025", vec![(july(15), july(16))]),
            ("14 dan 15 Juli 2025", vec![(july(14), july(15))]),
            ("Juli 2025", vec![]),
            ("31 Juni 2025", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(days_in(text), days, "{text}");
        }
    }

    #[test]
    fn dates_with_their_hour() {
        let when = date(2024, 12, 9).at(8, 30, 0, 0);
        for text in [
            "09/12/2024 08:30",
            "09/12/2024 8.30",
            "2024-12-09T08:30",
            "2024-12-09T08:30:00",
            "2024-12-09 08:30:00",
            "Senin, 9 Desember 2024, 08.30",
            "9 Desember 2024 pukul 08.30 WITA",
        ] {
            assert_eq!(parse_moment(text), Some(when), "{text}");
        }
        for text in
            ["9 Desember 2024", "2024-12-09", "08:30", "T08:30", "", "7/14/2025 9:12"]
        {
            assert_eq!(parse_moment(text), None, "{text}");
        }
    }

    #[test]
    fn a_weekday_is_that_of_its_date() {
        for (text, right) in [
            ("Selasa, 9 Desember 2024", Some("Senin, 9 Desember 2024")),
            (
                "paling lambat hari Rabu tanggal 9 Desember 2024.",
                Some("Senin, 9 Desember 2024"),
            ),
            ("(Jum'at, 09-12-2024)", Some("Senin, 9 Desember 2024")),
            ("Senin, 9 Desember 2024", None),
            ("Senin dan Selasa, 10 Desember 2024", None),
            ("Minggu ke-2, 3 orang", None),
        ] {
            assert_eq!(
                wrong_weekday(text).map(|(_, r)| r),
                right.map(str::to_owned),
                "{text}"
            );
        }
    }

    #[test]
    fn vectors_41_to_44() {
        for (date, text) in [
            (date(2024, 12, 9), "Senin, 9 Desember 2024"),
            (date(2024, 2, 29), "Kamis, 29 Februari 2024"),
            (date(2025, 11, 28), "Jumat, 28 November 2025"),
            (date(2025, 8, 17), "Minggu, 17 Agustus 2025"),
        ] {
            assert_eq!(format_date_with_day(date), text);
        }
    }

    #[test]
    fn vectors_45_to_47() {
        for (first, last, text) in [
            (date(2024, 12, 9), date(2024, 12, 10), "9–10 Desember 2024"),
            (date(2024, 9, 30), date(2024, 10, 2), "30 September s.d. 2 Oktober 2024"),
            (
                date(2024, 12, 30),
                date(2025, 1, 2),
                "30 Desember 2024 s.d. 2 Januari 2025",
            ),
            (date(2024, 12, 9), date(2024, 12, 9), "9 Desember 2024"),
        ] {
            assert_eq!(format_date_range(first, last), text);
            assert_eq!(format_date_range(last, first), text);
        }
    }

    #[test]
    fn vectors_51_to_53() {
        assert_eq!(
            date_in_words(date(2024, 12, 9)),
            "hari Senin tanggal sembilan bulan Desember tahun dua ribu dua puluh empat \
             (09-12-2024)"
        );
        assert_eq!(
            date_in_words(date(2025, 1, 1)),
            "hari Rabu tanggal satu bulan Januari tahun dua ribu dua puluh lima \
             (01-01-2025)"
        );
        assert_eq!(month_in_roman(date(2024, 9, 1)), "IX");
        assert_eq!(month_in_roman(date(2024, 12, 1)), "XII");
    }

    #[test]
    fn ranges_with_days() {
        assert_eq!(
            format_date_range_with_days(date(2024, 12, 9), date(2024, 12, 10)),
            "Senin–Selasa, 9–10 Desember 2024"
        );
        assert_eq!(
            format_date_range_with_days(date(2024, 9, 30), date(2024, 10, 2)),
            "Senin, 30 September s.d. Rabu, 2 Oktober 2024"
        );
        assert_eq!(
            format_date_range_with_days(date(2024, 12, 30), date(2025, 1, 2)),
            "Senin, 30 Desember 2024 s.d. Kamis, 2 Januari 2025"
        );
        assert_eq!(
            format_date_range_with_days(date(2024, 12, 9), date(2024, 12, 9)),
            "Senin, 9 Desember 2024"
        );
    }

    #[test]
    fn days_that_no_month_has() {
        let found = |text| no_such_day(text);
        let said = |a: &str, b: &str| Some((a.to_owned(), b.to_owned()));
        assert_eq!(
            found("paling lambat 31 Februari 2025."),
            said("31 Februari 2025", "28 Februari 2025")
        );
        assert_eq!(found("tanggal 31 September"), said("31 September", "30 September"));
        assert_eq!(found("35 Maret 2025"), said("35 Maret 2025", "31 Maret 2025"));
        assert_eq!(found("15-31 April 2025"), said("15-31 April 2025", "30 April 2025"));
        for text in [
            "29 Februari",
            "29 Februari 2024",
            "31 Desember 2025",
            "Nomor 59 Maret",
            "1.231 Juni",
            "31 jan",
            "Tahun 2025 Maret",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn month_names() {
        assert_eq!(nth_month_name(0), None);
        assert_eq!(nth_month_name(2), Some("Februari"));
        assert_eq!(nth_month_name(13), None);
    }
}
