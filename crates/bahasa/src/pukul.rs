//! Times of day: full stop between hour and minute, "pukul" before, the zone after
//! (EYD V; "jam" is a duration).

use std::fmt;
use std::str::FromStr;

use jiff::civil::Time;

/// The three time zones of Indonesia. No daylight saving; one per kabupaten.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Zona {
    /// Waktu Indonesia Barat, UTC+7.
    Wib,
    /// Waktu Indonesia Tengah, UTC+8.
    Wita,
    /// Waktu Indonesia Timur, UTC+9.
    Wit,
}

impl Zona {
    /// The abbreviation in print: "WITA".
    pub fn singkatan(self) -> &'static str {
        match self {
            Self::Wib => "WIB",
            Self::Wita => "WITA",
            Self::Wit => "WIT",
        }
    }

    /// Hours ahead of UTC, 7..=9.
    pub fn jam_utc(self) -> u8 {
        match self {
            Self::Wib => 7,
            Self::Wita => 8,
            Self::Wit => 9,
        }
    }
}

impl fmt::Display for Zona {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.singkatan())
    }
}

impl FromStr for Zona {
    type Err = GalatPukul;

    fn from_str(teks: &str) -> Result<Self, GalatPukul> {
        [Self::Wib, Self::Wita, Self::Wit]
            .into_iter()
            .find(|z| z.singkatan().eq_ignore_ascii_case(teks.trim()))
            .ok_or(GalatPukul::Zona)
    }
}

/// Why a text is not a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GalatPukul {
    /// Not of the shape hour, separator, two digits of minutes.
    Bentuk,
    /// Hour above 23 or minute above 59.
    DiLuarRentang,
    /// Not WIB, WITA or WIT.
    Zona,
}

impl fmt::Display for GalatPukul {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Bentuk => "waktu ditulis seperti 08.00",
            Self::DiLuarRentang => "waktu antara 00.00 dan 23.59",
            Self::Zona => "zona waktu: WIB, WITA, atau WIT",
        })
    }
}

impl std::error::Error for GalatPukul {}

/// Hour and minute: "09.05".
pub fn jam_menit(waktu: Time) -> String {
    format!("{:02}.{:02}", waktu.hour(), waktu.minute())
}

/// A time in a sentence: "pukul 09.05 WITA".
pub fn pukul(waktu: Time, zona: Zona) -> String {
    format!("pukul {} {zona}", jam_menit(waktu))
}

/// A range for a table cell: "08.00–08.30 WITA" (en dash), or "08.00 WITA s.d. selesai"
/// when it has no end.
pub fn rentang_pukul(mulai: Time, selesai: Option<Time>, zona: Zona) -> String {
    match selesai {
        Some(selesai) => format!("{} {zona}", rentang_jam(mulai, selesai)),
        None => format!("{} {zona} s.d. selesai", jam_menit(mulai)),
    }
}

/// A range in a sentence: "pukul 09.00 WITA s.d. selesai".
pub fn pukul_rentang(mulai: Time, selesai: Option<Time>, zona: Zona) -> String {
    format!("pukul {}", rentang_pukul(mulai, selesai, zona))
}

/// A range without its zone, for agenda rows under a head that names the zone.
pub fn rentang_jam(mulai: Time, selesai: Time) -> String {
    format!("{}\u{2013}{}", jam_menit(mulai), jam_menit(selesai))
}

/// Reads "08.00", "8:00", "08:00" and "08:00:00" (a spreadsheet's export).
pub fn urai_pukul(teks: &str) -> Result<Time, GalatPukul> {
    let teks = teks.trim();
    let pemisah = if teks.contains(':') { ':' } else { '.' };
    let mut bagian = teks.split(pemisah);
    let jam = bilangan(bagian.next(), 1..=2)?;
    let menit = bilangan(bagian.next(), 2..=2)?;
    if let Some(detik) = bagian.next()
        && bilangan(Some(detik), 2..=2)? > 59
    {
        return Err(GalatPukul::DiLuarRentang);
    }
    if bagian.next().is_some() {
        return Err(GalatPukul::Bentuk);
    }
    Time::new(jam, menit, 0, 0).map_err(|_| GalatPukul::DiLuarRentang)
}

fn bilangan(
    bagian: Option<&str>,
    panjang: std::ops::RangeInclusive<usize>,
) -> Result<i8, GalatPukul> {
    let bagian = bagian.ok_or(GalatPukul::Bentuk)?;
    if !panjang.contains(&bagian.len()) || !bagian.bytes().all(|b| b.is_ascii_digit()) {
        return Err(GalatPukul::Bentuk);
    }
    bagian.parse().map_err(|_| GalatPukul::Bentuk)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::time;

    #[test]
    fn vectors_48_to_50() {
        assert_eq!(pukul(time(9, 5, 0, 0), Zona::Wita), "pukul 09.05 WITA");
        let (awal, akhir) = (time(8, 0, 0, 0), time(8, 30, 0, 0));
        assert_eq!(rentang_pukul(awal, Some(akhir), Zona::Wita), "08.00–08.30 WITA");
        assert_eq!(
            pukul_rentang(time(9, 0, 0, 0), None, Zona::Wita),
            "pukul 09.00 WITA s.d. selesai"
        );
        assert_eq!(rentang_jam(awal, akhir), "08.00–08.30");
    }

    #[test]
    fn reads_times() {
        for teks in ["08.00", "8:00", "08:00", " 8.00 ", "08:00:00"] {
            assert_eq!(urai_pukul(teks), Ok(time(8, 0, 0, 0)), "{teks}");
        }
        for teks in ["", "8", "8.0", "08.00.", "8.00 WITA", "0800", "a.bc", "-8.00"] {
            assert_eq!(urai_pukul(teks), Err(GalatPukul::Bentuk), "{teks}");
        }
        for teks in ["24.00", "08.60", "08:00:99"] {
            assert_eq!(urai_pukul(teks), Err(GalatPukul::DiLuarRentang), "{teks}");
        }
    }

    #[test]
    fn zones() {
        assert_eq!("wita".parse(), Ok(Zona::Wita));
        assert_eq!("UTC".parse::<Zona>(), Err(GalatPukul::Zona));
        assert_eq!(Zona::Wit.jam_utc(), 9);
    }
}
