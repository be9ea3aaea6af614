//! What a cell shows of its number, where that is more than the number: zeros in front, blanks
//! and dashes between digits, words around them.

mod code;
mod figure;
mod moment;

use jiff::civil::DateTime;
use num_rational::BigRational;
use num_traits::Signed;

use code::{FormatPart, FormatSection};

/// What a cell shows of its value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum CellLook {
    /// The value alone, as papers print it.
    Value,
    /// The value as a percentage.
    Percent,
    /// A day, without an hour.
    Day,
    /// An hour, without a day.
    Clock,
    /// A day with its hour.
    Moment,
    /// A text of its own.
    Text(String),
    /// Something that is not understood here.
    Unknown,
}

/// What a number looks like in a format code of XLSX. It is the value alone where a cell shows
/// the number with its thousands, decimals and currency.
pub(super) fn of_number(code: &str, n: &BigRational) -> CellLook {
    if code.is_empty() {
        return CellLook::Value;
    }
    let Some(sections) = code::sections(code) else { return CellLook::Unknown };
    let Some((section, minus)) = code::of_number(&sections, n) else {
        return CellLook::Unknown;
    };
    if section.is_moment() {
        return CellLook::Unknown;
    }
    if figure::is_plain(&section.parts) {
        let percent = figure::is_percent(&section.parts);
        return if percent { CellLook::Percent } else { CellLook::Value };
    }
    let Some(text) = figure::shown(&section.parts, n) else { return CellLook::Unknown };
    // A number that rounds to nothing has no sign.
    let digits = |c: char| ('1'..='9').contains(&c);
    let minus = minus && n.is_negative() && text.contains(digits);
    CellLook::Text(format!("{}{}", if minus { "-" } else { "" }, text.trim()))
}

/// What a day or an hour looks like; `serial` is the number that the cell holds.
pub(super) fn of_moment(code: &str, when: DateTime, serial: &BigRational) -> CellLook {
    let Some(sections) = code::sections(code) else { return CellLook::Unknown };
    let Some((section, _)) = code::of_number(&sections, serial) else {
        return CellLook::Unknown;
    };
    if section.is_moment() {
        moment::look(section, when, serial)
    } else {
        CellLook::Unknown
    }
}

/// What a text looks like; `None` where its format adds nothing to it.
pub(super) fn of_text(code: &str, text: &str) -> Option<CellLook> {
    let sections = code::sections(code)?;
    let asks = |section: &&FormatSection| section.parts.contains(&FormatPart::Text);
    let section = match sections.as_slice() {
        [_, _, _, own] => own,
        all => all.iter().find(asks)?,
    };
    let shown =
        figure::text(&section.parts, text).map_or(CellLook::Unknown, CellLook::Text);
    (shown != CellLook::Text(text.to_owned())).then_some(shown)
}

/// Whether what stands around digits says only that they are money or below zero.
pub(super) fn is_currency(text: &str) -> bool {
    let word: String =
        text.chars().filter(|c| !" .,-\u{2212}()\u{a0}".contains(*c)).collect();
    ["", "rp", "idr", "$", "usd"].contains(&word.to_lowercase().as_str())
}

/// Whether a text that a sheet shows for a number says the number alone.
pub(super) fn says_number_alone(text: &str) -> bool {
    let body = text.trim_matches(|c: char| !c.is_ascii_digit());
    let digits = body.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
    let zero = body
        .strip_prefix('0')
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let around: String = text.split(body).collect();
    let power = text.contains("E+") || text.contains("E-");
    body.is_empty() || power || (digits && !zero && is_currency(&around))
}

/// Whether a shown number is the whole number that a cell holds, but for decimals that are
/// rounded away; not so where a format divides it by a thousand.
pub(super) fn says_all(text: &str, n: &BigRational) -> bool {
    let body = text.trim_matches(|c: char| !c.is_ascii_digit());
    if body.is_empty() {
        return is_currency(text) && !text.trim().is_empty();
    }
    // Programs write a long number so where nothing was asked for.
    if text.contains('E') {
        return true;
    }
    let places = |sign: char| body.rsplit_once(sign).map_or(0, |(_, rest)| rest.len());
    let digits: String = body.chars().filter(char::is_ascii_digit).collect();
    // "0,005" has decimals, or a zero that was asked for.
    let whole = Some(0).filter(|_| body == "0" || !body.starts_with('0'));
    let all = whole
        .into_iter()
        .chain([places(','), places('.')].into_iter().filter(|n| *n > 0));
    all.into_iter().any(|places| {
        let Ok(places) = u8::try_from(places) else { return false };
        let rounded = bahasa::number::round_scaled(&n.abs(), places).to_string();
        rounded.trim_start_matches('0') == digits.trim_start_matches('0')
    })
}

/// Whether a text that a sheet shows for a percentage says the percentage alone.
pub(super) fn says_percent_alone(text: &str) -> bool {
    text.trim().strip_suffix('%').is_some_and(|figure| says_number_alone(figure.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_what_its_cell_shows() {
        let n = |text: &str| bahasa::parse_number(text).unwrap();
        for (code, number, text) in [
            ("000", "7", "007"),
            ("000", "1234", "1234"),
            ("0000-0000-0000", "81234567890", "0812-3456-7890"),
            ("\\+00 000", "62812", "+62 812"),
            ("000\\.000", "1", "000.001"),
            ("0 \"orang\"", "12", "12 orang"),
            ("#,##0\" eks\"", "12500", "12.500 eks"),
            ("0.0 \"km\"", "2,5", "2,5 km"),
            ("000;-000", "-7", "-007"),
        ] {
            assert_eq!(
                of_number(code, &n(number)),
                CellLook::Text(text.to_owned()),
                "{code}"
            );
        }
        for code in [
            "General",
            "0",
            "#,##0",
            "0.00",
            "#,##0.00",
            "\"Rp\"#,##0",
            "[$Rp-421]#,##0.00",
            "_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)",
            "@",
        ] {
            assert_eq!(of_number(code, &n("1250")), CellLook::Value, "{code}");
        }
    }

    /// What LibreOffice shows of each, with the signs of Indonesian.
    #[test]
    fn scaled_conditional_and_broken_numbers() {
        for (code, number, text) in [
            ("0.0,\"rb\"", 750_000.0, "750,0rb"),
            ("0.0,,\"jt\"", 1_250_000.0, "1,3jt"),
            ("#,##0,", 1_250_499.0, "1.250"),
            ("0.00,,", -1_234_567.0, "-1,23"),
            ("0.00E+00", 1250.0, "1,25E+03"),
            ("0.00E+00", 9.9999, "1,00E+01"),
            ("0.0E-0", 0.000_125, "1,3E-4"),
            ("##0.0E+0", 12_500.0, "12,5E+3"),
            ("##0.0E+0", 1_250_000.0, "1,3E+6"),
            ("0E+0", 0.0, "0E+0"),
            ("# ?/?", 1.5, "1 1/2"),
            ("# ?/?", 0.5, "1/2"),
            ("# ?/?", 3.0, "3"),
            ("# ?/?", 0.999, "1"),
            ("# ?/?", -2.25, "-2 1/4"),
            ("# ?/8", 1.26, "1 2/8"),
            ("?/?", 1.5, "3/2"),
            ("[>=1000000]0.0,,\"jt\";[>=1000]0.0,\"rb\";0\" x\"", 2_500_000.0, "2,5jt"),
            ("[>=1000000]0.0,,\"jt\";[>=1000]0.0,\"rb\";0\" x\"", 2500.0, "2,5rb"),
            ("[>=1000000]0.0,,\"jt\";[>=1000]0.0,\"rb\";0\" x\"", 25.0, "25 x"),
            ("[<0]\"kurang \"0;0\" lebih\"", -5.0, "kurang 5"),
            ("[=1]\"ya\";[=0]\"tidak\";0", 0.0, "tidak"),
            ("[Red][<60]0\" rendah\";[Blue]0\" baik\"", 75.0, "75 baik"),
            ("\"ada\";\"kurang\";\"nihil\"", 0.0, "nihil"),
            ("0\" naik\";0\" turun\";\"tetap\"", -7.0, "7 turun"),
            ("0\" orang\"", -12.0, "-12 orang"),
            ("0.##\" km\"", 2.5, "2,5 km"),
            ("00\\.000", 1250.0, "01.250"),
            ("(0###) ######", 54_923_456.0, "(054) 923456"),
            ("General\" orang\"", 12.0, "12 orang"),
            ("0\" %\"", 5.0, "5 %"),
            ("0%\" hadir\"", 0.5, "50% hadir"),
            (";;;", 5.0, ""),
        ] {
            let n = bahasa::from_f64(number).unwrap();
            assert_eq!(
                of_number(code, &n),
                CellLook::Text(text.to_owned()),
                "{code} {number}"
            );
        }
        for code in ["[DBNum1]0", "0*-", "q", "[>5]0", "00.000.000.0-000"] {
            let n = bahasa::from_f64(4.0).unwrap();
            assert_eq!(of_number(code, &n), CellLook::Unknown, "{code}");
        }
    }

    #[test]
    fn days_hours_and_durations() {
        let when = |serial: f64| {
            #[allow(clippy::cast_possible_truncation)]
            let seconds = (serial * 86_400.0).round() as i64;
            let first = jiff::civil::date(1899, 12, 30).at(0, 0, 0, 0);
            first.checked_add(jiff::SignedDuration::from_secs(seconds)).unwrap()
        };
        let look = |code: &str, serial: f64| {
            of_moment(code, when(serial), &bahasa::from_f64(serial).unwrap())
        };
        for (code, serial, text) in [
            ("[mm]", 0.0625, "90"),
            ("[ss]", 0.0013, "112"),
            ("[mm]:ss", 0.063, "90:43"),
            ("mm:ss", 0.0213, "30:40"),
            ("mm:ss.0", 0.0213, "30:40,3"),
            ("[h]:mm", 1.26, "30:14"),
            ("[h]\" jam\"", 1.5, "36 jam"),
            ("mmm-yy", 45635.0, "Des-24"),
            ("[$-409]mmm-yy", 45635.0, "Dec-24"),
            ("mmmm yyyy", 45635.0, "Desember 2024"),
            ("dddd, d mmmm yyyy", 45635.0, "Senin, 9 Desember 2024"),
            ("dd/mm", 45635.0, "09/12"),
            ("yyyy", 45635.0, "2024"),
            ("hh.mm\" WITA\"", 0.354_166_7, "08.30 WITA"),
            ("h AM/PM", 0.5625, "1 PM"),
        ] {
            assert_eq!(look(code, serial), CellLook::Text(text.to_owned()), "{code}");
        }
        for (code, known) in [
            ("dd/mm/yyyy", CellLook::Day),
            ("[$-409]dddd, mmmm dd, yyyy", CellLook::Day),
            ("[$-F800]dddd, mmmm dd, yyyy", CellLook::Day),
            ("dd/mm/yyyy hh:mm", CellLook::Moment),
            ("m/d/yy h:mm", CellLook::Moment),
            ("hh:mm", CellLook::Clock),
            ("h:mm AM/PM", CellLook::Clock),
            ("[$-411]ggge", CellLook::Unknown),
        ] {
            assert_eq!(look(code, 45_635.354_166_67), known, "{code}");
        }
    }

    #[test]
    fn words_around_a_text() {
        let text = |code: &str| of_text(code, "Camat");
        let said = |text: &str| Some(CellLook::Text(text.to_owned()));
        assert_eq!(text("\"Yth. \"@"), said("Yth. Camat"));
        assert_eq!(text("0;0;0;@\" (Plt.)\""), said("Camat (Plt.)"));
        for code in ["@", "General", "_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)", "0"] {
            assert_eq!(text(code), None, "{code}");
        }
    }

    #[test]
    fn shown_texts_of_numbers() {
        for text in [
            "1.250",
            "86,11",
            "86.11",
            "Rp1.250.000",
            "-5",
            "(5)",
            "0",
            "0,5",
            "8,1E+10",
            "",
        ] {
            assert!(says_number_alone(text), "{text}");
        }
        for text in ["007", "0812-3456-789", "12 orang", "+62 812", "1/2"] {
            assert!(!says_number_alone(text), "{text}");
        }
    }
}
