//! What the titles above the form say: the urusan and the quarter.

use super::super::matching;
use bahasa::roman::parse_roman;
use base::source::Spanned;
use field::spm::Catalog;

/// What titles say; each where it was found first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Titles {
    /// The year, 2000..=2100.
    pub(crate) tahun: Option<Spanned<i16>>,
    /// The quarter, 1..=4.
    pub(crate) triwulan: Option<Spanned<u8>>,
    /// Code of the urusan.
    pub(crate) urusan: Option<String>,
}

impl Titles {
    /// Reads the titles of one sheet.
    pub(super) fn read(catalog: &Catalog, text: &[Spanned<String>]) -> Self {
        let mut title = Self::default();
        for row in text {
            let words: Vec<String> = row
                .to_lowercase()
                .split(|c: char| !c.is_alphanumeric())
                .filter(|k| !k.is_empty())
                .map(str::to_owned)
                .collect();
            // "Permendagri Nomor 59 Tahun 2021" names no year of report.
            let rules = |k: &String| {
                k.starts_with("per") && k.contains("men") || k == "nomor" || k == "pp"
            };
            if words.iter().any(rules) {
                continue;
            }
            if title.triwulan.is_none() {
                title.triwulan = triwulan(&words).map(|n| Spanned::new(n, row.span));
            }
            if title.tahun.is_none() {
                title.tahun = tahun(&words).map(|n| Spanned::new(n, row.span));
            }
            let about = |k: &String| {
                matches!(k.as_str(), "urusan" | "bidang" | "dinas" | "badan" | "spm")
            };
            if title.urusan.is_none() && (words.iter().any(about) || words.len() <= 3) {
                title.urusan = matching::urusan(catalog, row).map(str::to_owned);
            }
        }
        title
    }
}

fn triwulan(words: &[String]) -> Option<u8> {
    let nomor = |k: &str| -> Option<u8> {
        let n = k.parse().ok().or_else(|| {
            parse_roman(&k.to_uppercase()).and_then(|n| u8::try_from(n).ok())
        })?;
        (1..=4).contains(&n).then_some(n)
    };
    words.iter().enumerate().find_map(|(n, k)| match k.as_str() {
        "triwulan" | "tw" => nomor(words.get(n + 1)?),
        _ => nomor(k.strip_prefix("tw")?),
    })
}

fn tahun(words: &[String]) -> Option<i16> {
    words.iter().enumerate().find_map(|(n, k)| {
        let before =
            n.checked_sub(1).and_then(|n| words.get(n)).map_or("", String::as_str);
        // A bare year counts too when it is the last word of a title.
        let standing =
            matches!(before, "tahun" | "ta" | "anggaran") || n + 1 == words.len();
        let tahun =
            k.parse::<i16>().ok().filter(|t| (2000..=2100).contains(t) && k.len() == 4);
        tahun.filter(|_| standing)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::source::Span;

    fn read(text: &str) -> (Option<u8>, Option<i16>) {
        let row = [Spanned::new(text.to_owned(), Span::None)];
        let title = Titles::read(&Catalog::default(), &row);
        (title.triwulan.map(|t| t.value), title.tahun.map(|t| t.value))
    }

    #[test]
    fn periods_in_titles() {
        assert_eq!(read("TRIWULAN IV TAHUN ANGGARAN 2024"), (Some(4), Some(2024)));
        assert_eq!(read("Laporan SPM TW2 2025"), (Some(2), Some(2025)));
        assert_eq!(read("Tahun 2024"), (None, Some(2024)));
        assert_eq!(read("Triwulan V"), (None, None));
        assert_eq!(read("Permendagri Nomor 59 Tahun 2021"), (None, None));
        assert_eq!(read("sasaran 2024 orang"), (None, None));
    }
}
