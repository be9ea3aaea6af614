//! Times of day: full stop between hour and minute, "pukul" before, the zone after
//! (EYD V; "jam" is a duration).

use std::fmt;
use std::str::FromStr;

use jiff::civil::Time;

/// The three time zones of Indonesia. No daylight saving; one per kabupaten.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Zone {
    /// Waktu Indonesia Barat, UTC+7.
    #[default]
    Wib,
    /// Waktu Indonesia Tengah, UTC+8.
    Wita,
    /// Waktu Indonesia Timur, UTC+9.
    Wit,
}

impl Zone {
    /// The abbreviation in print: "WITA".
    pub fn abbreviation(self) -> &'static str {
        match self {
            Self::Wib => "WIB",
            Self::Wita => "WITA",
            Self::Wit => "WIT",
        }
    }

    /// Hours ahead of UTC, 7..=9.
    pub fn utc_hours(self) -> u8 {
        match self {
            Self::Wib => 7,
            Self::Wita => 8,
            Self::Wit => 9,
        }
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.abbreviation())
    }
}

impl FromStr for Zone {
    type Err = TimeError;

    fn from_str(text: &str) -> Result<Self, TimeError> {
        [Self::Wib, Self::Wita, Self::Wit]
            .into_iter()
            .find(|z| z.abbreviation().eq_ignore_ascii_case(text.trim()))
            .ok_or(TimeError::Zone)
    }
}

/// Why a text is not a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeError {
    /// Not of the shape hour, separator, two digits of minutes.
    Shape,
    /// Hour above 23 or minute above 59.
    OutOfRange,
    /// Not WIB, WITA or WIT.
    Zone,
}

impl fmt::Display for TimeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Shape => "waktu ditulis seperti 08.00",
            Self::OutOfRange => "waktu antara 00.00 dan 23.59",
            Self::Zone => "zona waktu: WIB, WITA, atau WIT",
        })
    }
}

impl std::error::Error for TimeError {}

/// Hour and minute: "09.05".
pub fn format_clock(time: Time) -> String {
    format!("{:02}.{:02}", time.hour(), time.minute())
}

/// A time in a sentence: "pukul 09.05 WITA".
pub fn format_time(time: Time, zone: Zone) -> String {
    format!("pukul {} {zone}", format_clock(time))
}

/// A range for a table cell: "08.00–08.30 WITA" (en dash), or "08.00 WITA s.d. selesai"
/// when it has no end.
pub fn format_time_range(start: Time, end: Option<Time>, zone: Zone) -> String {
    match end {
        Some(end) => format!("{} {zone}", format_clock_range(start, end)),
        None => format!("{} {zone} s.d. selesai", format_clock(start)),
    }
}

/// A range in a sentence: "pukul 09.00 WITA s.d. selesai".
pub fn format_time_range_in_sentence(
    start: Time,
    end: Option<Time>,
    zone: Zone,
) -> String {
    format!("pukul {}", format_time_range(start, end, zone))
}

/// A range without its zone, for agenda rows under a head that names the zone.
pub fn format_clock_range(start: Time, end: Time) -> String {
    format!("{}\u{2013}{}", format_clock(start), format_clock(end))
}

/// Reads "08.00", "8:00", "08:00" and "08:00:00" (a spreadsheet's export).
pub fn parse_time(text: &str) -> Result<Time, TimeError> {
    let text = text.trim();
    let separator = if text.contains(':') { ':' } else { '.' };
    let mut part = text.split(separator);
    let hour = number(part.next(), 1..=2)?;
    let minute = number(part.next(), 2..=2)?;
    if let Some(second) = part.next()
        && number(Some(second), 2..=2)? > 59
    {
        return Err(TimeError::OutOfRange);
    }
    if part.next().is_some() {
        return Err(TimeError::Shape);
    }
    Time::new(hour, minute, 0, 0).map_err(|_| TimeError::OutOfRange)
}

fn number(
    part: Option<&str>,
    length: std::ops::RangeInclusive<usize>,
) -> Result<i8, TimeError> {
    let part = part.ok_or(TimeError::Shape)?;
    if !length.contains(&part.len()) || !part.bytes().all(|b| b.is_ascii_digit()) {
        return Err(TimeError::Shape);
    }
    part.parse().map_err(|_| TimeError::Shape)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::time;

    #[test]
    fn vectors_48_to_50() {
        assert_eq!(format_time(time(9, 5, 0, 0), Zone::Wita), "pukul 09.05 WITA");
        let (start, end) = (time(8, 0, 0, 0), time(8, 30, 0, 0));
        assert_eq!(format_time_range(start, Some(end), Zone::Wita), "08.00–08.30 WITA");
        assert_eq!(
            format_time_range_in_sentence(time(9, 0, 0, 0), None, Zone::Wita),
            "pukul 09.00 WITA s.d. selesai"
        );
        assert_eq!(format_clock_range(start, end), "08.00–08.30");
    }

    #[test]
    fn reads_times() {
        for text in ["08.00", "8:00", "08:00", " 8.00 ", "08:00:00"] {
            assert_eq!(parse_time(text), Ok(time(8, 0, 0, 0)), "{text}");
        }
        for text in ["", "8", "8.0", "08.00.", "8.00 WITA", "0800", "a.bc", "-8.00"] {
            assert_eq!(parse_time(text), Err(TimeError::Shape), "{text}");
        }
        for text in ["24.00", "08.60", "08:00:99"] {
            assert_eq!(parse_time(text), Err(TimeError::OutOfRange), "{text}");
        }
    }

    #[test]
    fn zones() {
        assert_eq!("wita".parse(), Ok(Zone::Wita));
        assert_eq!("UTC".parse::<Zone>(), Err(TimeError::Zone));
        assert_eq!(Zone::Wit.utc_hours(), 9);
    }
}
