//! How names are compared.

/// Letters and digits in lower case, one blank between words.
pub(super) fn baku(teks: &str) -> String {
    teks.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|kata| !kata.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
