//! Dates. Names of days and months are written here, never taken from the machine's
//! locale: "Jumat", "Februari", "November" are the forms in use (`naskah-dinas.md` 2.1).

use jiff::civil::{Date, Weekday};

use super::roman::format_roman;
use super::terbilang::terbilang;

const BULAN: [&str; 12] = [
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
pub fn weekday_name(tanggal: Date) -> &'static str {
    match tanggal.weekday() {
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
pub fn month_name(tanggal: Date) -> &'static str {
    nth_month_name(tanggal.month().unsigned_abs()).unwrap_or_default()
}

/// The name of month 1..=12, or `None` outside that range.
pub fn nth_month_name(bulan: u8) -> Option<&'static str> {
    BULAN.get(usize::from(bulan).checked_sub(1)?).copied()
}

/// The month as a Roman numeral, for letter numbers: September is "IX".
pub fn month_in_roman(tanggal: Date) -> String {
    format_roman(tanggal.month().unsigned_abs().into()).unwrap_or_default()
}

/// The long date: "9 Desember 2024", no zero in front.
pub fn format_date(tanggal: Date) -> String {
    format!("{} {}", hari_bulan(tanggal), tanggal.year())
}

/// The long date with its day: "Senin, 9 Desember 2024".
pub fn format_date_with_day(tanggal: Date) -> String {
    format!("{}, {}", weekday_name(tanggal), format_date(tanggal))
}

/// The short date: "09-12-2024".
pub fn format_date_short(tanggal: Date) -> String {
    format!("{:02}-{:02}-{:04}", tanggal.day(), tanggal.month(), tanggal.year())
}

/// The date in words as a berita acara opens with it: "hari Senin tanggal sembilan bulan
/// Desember tahun dua ribu dua puluh empat (09-12-2024)".
pub fn date_in_words(tanggal: Date) -> String {
    format!(
        "hari {} tanggal {} bulan {} tahun {} ({})",
        weekday_name(tanggal),
        terbilang(tanggal.day().into()),
        month_name(tanggal),
        terbilang(tanggal.year().into()),
        format_date_short(tanggal)
    )
}

/// A range of dates that repeats nothing: "9–10 Desember 2024" (en dash),
/// "30 September s.d. 2 Oktober 2024", "30 Desember 2024 s.d. 2 Januari 2025"; one day
/// prints once. The two dates may come in either order.
pub fn format_date_range(satu: Date, dua: Date) -> String {
    let (awal, akhir) = (satu.min(dua), satu.max(dua));
    if awal == akhir {
        format_date(awal)
    } else if awal.year() != akhir.year() {
        format!("{} s.d. {}", format_date(awal), format_date(akhir))
    } else if awal.month() != akhir.month() {
        format!("{} s.d. {}", hari_bulan(awal), format_date(akhir))
    } else {
        format!("{}\u{2013}{}", awal.day(), format_date(akhir))
    }
}

/// A range of dates with its days, for invitations: "Senin–Selasa, 9–10 Desember 2024",
/// and "Senin, 30 September s.d. Rabu, 2 Oktober 2024" over the end of a month.
pub fn format_date_range_with_days(satu: Date, dua: Date) -> String {
    let (awal, akhir) = (satu.min(dua), satu.max(dua));
    let (hari_awal, hari_akhir) = (weekday_name(awal), weekday_name(akhir));
    if awal == akhir {
        return format_date_with_day(awal);
    }
    if (awal.year(), awal.month()) == (akhir.year(), akhir.month()) {
        return format!(
            "{hari_awal}\u{2013}{hari_akhir}, {}",
            format_date_range(awal, akhir)
        );
    }
    let kiri =
        if awal.year() == akhir.year() { hari_bulan(awal) } else { format_date(awal) };
    format!("{hari_awal}, {kiri} s.d. {}", format_date_with_day(akhir))
}

/// A date as people type it into a sheet: "2024-12-09", "09-12-2024", "9/12/2024",
/// "9 Desember 2024", "9 Des 2024", with or without the day's name before a comma. Years
/// have four digits; the day stands before the month, as it does here.
pub fn parse_date(teks: &str) -> Option<Date> {
    let isi = teks.rsplit(',').next()?.trim();
    let bagian: Vec<&str> =
        isi.split(['-', '/', '.', ' ']).filter(|b| !b.is_empty()).collect();
    let [satu, dua, tiga] = bagian.as_slice() else { return None };
    let (tahun, bulan, hari) =
        if satu.len() == 4 { (satu, dua, tiga) } else { (tiga, dua, satu) };
    if tahun.len() != 4 || hari.len() > 2 {
        return None;
    }
    let bulan = bulan.parse().ok().or_else(|| bulan_bernama(bulan))?;
    Date::new(tahun.parse().ok()?, bulan, hari.parse().ok()?).ok()
}

/// The number of a month by its name or the first three letters of it.
fn bulan_bernama(nama: &str) -> Option<i8> {
    let nama = nama.to_lowercase();
    let cocok = |bulan: &&str| {
        let bulan = bulan.to_lowercase();
        nama == bulan || bulan.get(..3) == Some(nama.as_str())
    };
    let urut = match nama.as_str() {
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
        _ => BULAN.iter().position(cocok)?,
    };
    i8::try_from(urut + 1).ok()
}

fn hari_bulan(tanggal: Date) -> String {
    format!("{} {}", tanggal.day(), month_name(tanggal))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn dates_as_people_type_them() {
        let hari = jiff::civil::date(2024, 12, 9);
        for teks in [
            "2024-12-09",
            "09-12-2024",
            "9/12/2024",
            "9 Desember 2024",
            "9 des 2024",
            "9 December 2024",
            "9-Dec-2024",
            "Senin, 9 Desember 2024",
        ] {
            assert_eq!(parse_date(teks), Some(hari), "{teks}");
        }
        for teks in ["", "9-12-24", "31-02-2024", "9 Foo 2024", "12 2024", "2024"] {
            assert_eq!(parse_date(teks), None, "{teks}");
        }
    }

    #[test]
    fn vectors_41_to_44() {
        for (tanggal, teks) in [
            (date(2024, 12, 9), "Senin, 9 Desember 2024"),
            (date(2024, 2, 29), "Kamis, 29 Februari 2024"),
            (date(2025, 11, 28), "Jumat, 28 November 2025"),
            (date(2025, 8, 17), "Minggu, 17 Agustus 2025"),
        ] {
            assert_eq!(format_date_with_day(tanggal), teks);
        }
    }

    #[test]
    fn vectors_45_to_47() {
        for (awal, akhir, teks) in [
            (date(2024, 12, 9), date(2024, 12, 10), "9–10 Desember 2024"),
            (date(2024, 9, 30), date(2024, 10, 2), "30 September s.d. 2 Oktober 2024"),
            (
                date(2024, 12, 30),
                date(2025, 1, 2),
                "30 Desember 2024 s.d. 2 Januari 2025",
            ),
            (date(2024, 12, 9), date(2024, 12, 9), "9 Desember 2024"),
        ] {
            assert_eq!(format_date_range(awal, akhir), teks);
            assert_eq!(format_date_range(akhir, awal), teks);
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
    fn month_names() {
        assert_eq!(nth_month_name(0), None);
        assert_eq!(nth_month_name(2), Some("Februari"));
        assert_eq!(nth_month_name(13), None);
    }
}
