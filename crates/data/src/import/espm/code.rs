//! Row codes of the form: "1.A.1", "6.B.12.a", "1.C.1".

/// A section of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum FormPart {
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
    pub(super) part: FormPart,
    /// The first number behind the letter.
    pub(super) nomor: usize,
    /// What follows: a letter of a sub-row, or more numbers.
    pub(super) sub: Vec<String>,
}

impl RowCode {
    /// Reads a code; case, blanks and a dot at the end do not matter.
    pub(super) fn parse_code(text: &str) -> Option<Self> {
        let compact: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let mut code_parts = compact.trim_end_matches('.').split('.');
        let layanan = figure(code_parts.next()?)?;
        let part = match code_parts.next()? {
            "A" | "a" => FormPart::A,
            "B" | "b" => FormPart::B,
            "C" | "c" => FormPart::C,
            _ => return None,
        };
        let nomor = figure(code_parts.next()?)?;
        let sub: Vec<String> = code_parts.map(str::to_lowercase).collect();
        let valid = |s: &String| {
            figure(s).is_some()
                || (s.len() == 1 && s.starts_with(|c: char| c.is_ascii_lowercase()))
        };
        (sub.len() <= 2 && sub.iter().all(valid)).then_some(Self {
            layanan,
            part,
            nomor,
            sub,
        })
    }
}

fn figure(text: &str) -> Option<usize> {
    let short = text.len() <= 3 && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|n| short && *n > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes() {
        let kode = |t: &str| {
            RowCode::parse_code(t).map(|k| (k.layanan, k.part, k.nomor, k.sub.join("")))
        };
        assert_eq!(kode("1.A.1"), Some((1, FormPart::A, 1, String::new())));
        assert_eq!(kode(" 6.b.12.A. "), Some((6, FormPart::B, 12, "a".to_owned())));
        assert_eq!(kode("12 . C . 3"), Some((12, FormPart::C, 3, String::new())));
        assert_eq!(kode("1.B.2.10"), Some((1, FormPart::B, 2, "10".to_owned())));
        for wrong in [
            "", "1", "1.A", "1.D.1", "0.A.1", "A.1", "1.A.x", "1.B.1.ab", "1.234",
            "1.A.1000",
        ] {
            assert_eq!(kode(wrong), None, "{wrong}");
        }
    }
}
