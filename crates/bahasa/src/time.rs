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

    fn from_str(teks: &str) -> Result<Self, TimeError> {
        [Self::Wib, Self::Wita, Self::Wit]
            .into_iter()
            .find(|z| z.abbreviation().eq_ignore_ascii_case(teks.trim()))
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
pub fn format_clock(waktu: Time) -> String {
    format!("{:02}.{:02}", waktu.hour(), waktu.minute())
}

/// A time in a sentence: "pukul 09.05 WITA".
pub fn format_time(waktu: Time, zona: Zone) -> String {
    format!("pukul {} {zona}", format_clock(waktu))
}

/// A range for a table cell: "08.00–08.30 WITA" (en dash), or "08.00 WITA s.d. selesai"
/// when it has no end.
pub fn format_time_range(mulai: Time, selesai: Option<Time>, zona: Zone) -> String {
    match selesai {
        Some(selesai) => format!("{} {zona}", format_clock_range(mulai, selesai)),
        None => format!("{} {zona} s.d. selesai", format_clock(mulai)),
    }
}

/// A range in a sentence: "pukul 09.00 WITA s.d. selesai".
pub fn format_time_range_in_sentence(
    mulai: Time,
    selesai: Option<Time>,
    zona: Zone,
) -> String {
    format!("pukul {}", format_time_range(mulai, selesai, zona))
}

/// A range without its zone, for agenda rows under a head that names the zone.
pub fn format_clock_range(mulai: Time, selesai: Time) -> String {
    format!("{}\u{2013}{}", format_clock(mulai), format_clock(selesai))
}

/// Reads "08.00", "8:00", "08:00" and "08:00:00" (a spreadsheet's export).
pub fn parse_time(teks: &str) -> Result<Time, TimeError> {
    let teks = teks.trim();
    let pemisah = if teks.contains(':') { ':' } else { '.' };
    let mut bagian = teks.split(pemisah);
    let jam = bilangan(bagian.next(), 1..=2)?;
    let menit = bilangan(bagian.next(), 2..=2)?;
    if let Some(detik) = bagian.next()
        && bilangan(Some(detik), 2..=2)? > 59
    {
        return Err(TimeError::OutOfRange);
    }
    if bagian.next().is_some() {
        return Err(TimeError::Shape);
    }
    Time::new(jam, menit, 0, 0).map_err(|_| TimeError::OutOfRange)
}

fn bilangan(
    bagian: Option<&str>,
    panjang: std::ops::RangeInclusive<usize>,
) -> Result<i8, TimeError> {
    let bagian = bagian.ok_or(TimeError::Shape)?;
    if !panjang.contains(&bagian.len()) || !bagian.bytes().all(|b| b.is_ascii_digit()) {
        return Err(TimeError::Shape);
    }
    bagian.parse().map_err(|_| TimeError::Shape)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::time;

    #[test]
    fn vectors_48_to_50() {
        assert_eq!(format_time(time(9, 5, 0, 0), Zone::Wita), "pukul 09.05 WITA");
        let (awal, akhir) = (time(8, 0, 0, 0), time(8, 30, 0, 0));
        assert_eq!(format_time_range(awal, Some(akhir), Zone::Wita), "08.00–08.30 WITA");
        assert_eq!(
            format_time_range_in_sentence(time(9, 0, 0, 0), None, Zone::Wita),
            "pukul 09.00 WITA s.d. selesai"
        );
        assert_eq!(format_clock_range(awal, akhir), "08.00–08.30");
    }

    #[test]
    fn reads_times() {
        for teks in ["08.00", "8:00", "08:00", " 8.00 ", "08:00:00"] {
            assert_eq!(parse_time(teks), Ok(time(8, 0, 0, 0)), "{teks}");
        }
        for teks in ["", "8", "8.0", "08.00.", "8.00 WITA", "0800", "a.bc", "-8.00"] {
            assert_eq!(parse_time(teks), Err(TimeError::Shape), "{teks}");
        }
        for teks in ["24.00", "08.60", "08:00:99"] {
            assert_eq!(parse_time(teks), Err(TimeError::OutOfRange), "{teks}");
        }
    }

    #[test]
    fn zones() {
        assert_eq!("wita".parse(), Ok(Zone::Wita));
        assert_eq!("UTC".parse::<Zone>(), Err(TimeError::Zone));
        assert_eq!(Zone::Wit.utc_hours(), 9);
    }
}
