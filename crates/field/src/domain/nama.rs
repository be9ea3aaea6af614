//! Names with gelar in their own fields, because Permendagri 1/2023 Pasal 44 forbids the
//! gelar on some papers and because upper-casing must never touch it.

use std::fmt;

/// A person's name and titles. The default one is empty: a stand-in after a reported problem.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct NamaGelar {
    front: String,
    nama: String,
    back: Vec<String>,
}

/// Why a name is not usable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NameError {
    /// The name itself is empty.
    Empty,
    /// The name holds a comma: a gelar was typed into it. Holds the text after the comma.
    GelarInName(String),
}

impl fmt::Display for NameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("nama kosong"),
            Self::GelarInName(gelar) => {
                write!(f, "gelar `{gelar}` dipindah dari nama ke gelar_belakang")
            }
        }
    }
}

impl std::error::Error for NameError {}

impl NamaGelar {
    /// A name from its parts, as typed but for blanks at the ends and runs of blanks.
    /// Empty titles are dropped.
    pub fn new<T: AsRef<str>>(
        front: &str,
        nama: &str,
        back: &[T],
    ) -> Result<Self, NameError> {
        let nama = tidy(nama);
        if nama.is_empty() {
            return Err(NameError::Empty);
        }
        if let Some((_, gelar)) = nama.split_once(',') {
            return Err(NameError::GelarInName(gelar.trim().to_owned()));
        }
        let back = back.iter().map(|g| tidy(g.as_ref())).filter(|g| !g.is_empty());
        Ok(Self { front: tidy(front), nama, back: back.collect() })
    }

    /// Titles before the name, as typed ("Dr.", "dr."); may be empty.
    pub fn titles_before(&self) -> &str {
        &self.front
    }

    /// Titles behind the name, in order.
    pub fn titles_behind(&self) -> &[String] {
        &self.back
    }

    /// Name with all titles: "Dr. Siti Rahayu, S.Sos., M.Si.".
    pub fn full(&self) -> String {
        self.with_titles(&self.nama)
    }

    /// Name with all titles, the name alone in capitals: "Dr. SITI RAHAYU, S.Sos., M.Si.".
    pub fn in_capitals(&self) -> String {
        self.with_titles(&self.nama.to_uppercase())
    }

    /// The name alone, for papers on which Pasal 44 allows no gelar.
    pub fn without_gelar(&self) -> &str {
        &self.nama
    }

    /// The name alone in capitals.
    pub fn without_gelar_in_capitals(&self) -> String {
        self.nama.to_uppercase()
    }

    /// A key for sorting and for finding the same person typed twice: the name without
    /// titles, in lower case, without apostrophes, dots and other marks.
    pub fn sort_key(&self) -> String {
        let plain: String = self
            .nama
            .to_lowercase()
            .chars()
            .filter_map(|c| match c {
                c if c.is_alphanumeric() => Some(c),
                c if c.is_whitespace() || c == '-' => Some(' '),
                _ => None,
            })
            .collect();
        tidy(&plain)
    }

    fn with_titles(&self, nama: &str) -> String {
        let mut hasil = String::new();
        if !self.front.is_empty() {
            hasil.push_str(&self.front);
            hasil.push(' ');
        }
        hasil.push_str(nama);
        for gelar in &self.back {
            hasil.push_str(", ");
            hasil.push_str(gelar);
        }
        hasil
    }
}

impl fmt::Display for NamaGelar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.full())
    }
}

/// One blank between words, none at the ends.
fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vectors_56_to_59() {
        let siti = NamaGelar::new("Dr.", "Siti Rahayu", &["S.Sos.", "M.Si."]).unwrap();
        assert_eq!(siti.full(), "Dr. Siti Rahayu, S.Sos., M.Si.");
        assert_eq!(siti.in_capitals(), "Dr. SITI RAHAYU, S.Sos., M.Si.");
        assert_eq!(siti.without_gelar(), "Siti Rahayu");
        let made = NamaGelar::new("dr.", "Made Wirawan", &["Sp.A."]).unwrap();
        assert_eq!(made.to_string(), "dr. Made Wirawan, Sp.A.");
    }

    #[test]
    fn marks_pass_unharmed_and_sort_without_them() {
        let nama = NamaGelar::new("", "  Ma'ruf   Nur-Aini ", &[" "]).unwrap();
        assert_eq!(nama.full(), "Ma'ruf Nur-Aini");
        assert_eq!(nama.without_gelar_in_capitals(), "MA'RUF NUR-AINI");
        assert_eq!(nama.sort_key(), "maruf nur aini");
    }

    #[test]
    fn refused() {
        assert_eq!(NamaGelar::new("Dr.", " ", &["S.E."]), Err(NameError::Empty));
        assert_eq!(
            NamaGelar::new::<&str>("", "Paudah, M.Si", &[]),
            Err(NameError::GelarInName("M.Si".into()))
        );
    }
}
