//! Roman numerals, for months in letter numbers, golongan, quarters and chapters.

const LAMBANG: [(u16, &str); 13] = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

/// The Roman numeral of 1..=3999, or `None` outside that range.
pub fn format_roman(nilai: u16) -> Option<String> {
    if !(1..=3999).contains(&nilai) {
        return None;
    }
    let mut sisa = nilai;
    let mut hasil = String::new();
    for (bobot, lambang) in LAMBANG {
        while sisa >= bobot {
            hasil.push_str(lambang);
            sisa -= bobot;
        }
    }
    Some(hasil)
}

/// Reads a Roman numeral in either case. Only the regular form is accepted: "IIII" is
/// refused.
pub fn parse_roman(teks: &str) -> Option<u16> {
    let besar = teks.trim().to_ascii_uppercase();
    let mut sisa = besar.as_str();
    let mut nilai: u16 = 0;
    for (bobot, lambang) in LAMBANG {
        while let Some(lanjut) = sisa.strip_prefix(lambang) {
            nilai = nilai.checked_add(bobot)?;
            sisa = lanjut;
        }
    }
    // Printing it again rejects every irregular order and repetition at once.
    (sisa.is_empty() && format_roman(nilai)? == besar).then_some(nilai)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_and_back() {
        let bulan =
            ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
        for (nilai, teks) in (1_u16..).zip(bulan) {
            assert_eq!(format_roman(nilai).as_deref(), Some(teks));
            assert_eq!(parse_roman(&teks.to_lowercase()), Some(nilai));
        }
    }

    #[test]
    fn every_numeral_reads_back() {
        for nilai in 1..=3999 {
            assert_eq!(parse_roman(&format_roman(nilai).unwrap()), Some(nilai));
        }
    }

    #[test]
    fn irregular_is_refused() {
        for teks in ["", "IIII", "VX", "IC", "IVI", "12", "MMMM", &"M".repeat(200)] {
            assert_eq!(parse_roman(teks), None, "{teks}");
        }
        assert_eq!(format_roman(0), None);
        assert_eq!(format_roman(4000), None);
    }
}
