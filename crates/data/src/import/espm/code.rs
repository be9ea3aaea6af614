//! Row codes of the form: "1.A.1", "6.B.12.a", "1.C.1".

/// A section of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    /// Penerima layanan dasar (80%).
    A,
    /// Mutu minimal layanan dasar (20%).
    B,
    /// Anggaran.
    C,
}

/// A row code, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RowCode {
    /// The number before the letter: the n-th service of the urusan, from 1.
    pub(super) layanan: usize,
    /// The section.
    pub(super) bagian: Part,
    /// The first number behind the letter.
    pub(super) nomor: usize,
    /// What follows: a letter of a sub-row, or more numbers.
    pub(super) anak: Vec<String>,
}

impl RowCode {
    /// Reads a code; case, blanks and a dot at the end do not matter.
    pub(super) fn parse_code(teks: &str) -> Option<Self> {
        let rapat: String = teks.chars().filter(|c| !c.is_whitespace()).collect();
        let mut bagian_kode = rapat.trim_end_matches('.').split('.');
        let layanan = figure(bagian_kode.next()?)?;
        let bagian = match bagian_kode.next()? {
            "A" | "a" => Part::A,
            "B" | "b" => Part::B,
            "C" | "c" => Part::C,
            _ => return None,
        };
        let nomor = figure(bagian_kode.next()?)?;
        let anak: Vec<String> = bagian_kode.map(str::to_lowercase).collect();
        let sah = |s: &String| {
            figure(s).is_some()
                || (s.len() == 1 && s.starts_with(|c: char| c.is_ascii_lowercase()))
        };
        (anak.len() <= 2 && anak.iter().all(sah)).then_some(Self {
            layanan,
            bagian,
            nomor,
            anak,
        })
    }
}

fn figure(teks: &str) -> Option<usize> {
    let pendek = teks.len() <= 3 && teks.bytes().all(|b| b.is_ascii_digit());
    teks.parse().ok().filter(|n| pendek && *n > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes() {
        let kode = |t: &str| {
            RowCode::parse_code(t)
                .map(|k| (k.layanan, k.bagian, k.nomor, k.anak.join("")))
        };
        assert_eq!(kode("1.A.1"), Some((1, Part::A, 1, String::new())));
        assert_eq!(kode(" 6.b.12.A. "), Some((6, Part::B, 12, "a".to_owned())));
        assert_eq!(kode("12 . C . 3"), Some((12, Part::C, 3, String::new())));
        assert_eq!(kode("1.B.2.10"), Some((1, Part::B, 2, "10".to_owned())));
        for salah in [
            "", "1", "1.A", "1.D.1", "0.A.1", "A.1", "1.A.x", "1.B.1.ab", "1.234",
            "1.A.1000",
        ] {
            assert_eq!(kode(salah), None, "{salah}");
        }
    }
}
