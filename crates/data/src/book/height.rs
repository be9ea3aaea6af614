//! How high a row must be.

/// Lines that a text takes in a column of that many digits of the default face, which are a
/// quarter wider than the letters of ours.
pub(crate) fn lines(text: &str, width: f64) -> u32 {
    let fits = (width * 1.2).max(1.0);
    let mut lines = 1_u32;
    let mut content = 0.0;
    for words in text.split_whitespace() {
        let long = f64::from(u32::try_from(words.chars().count()).unwrap_or(u32::MAX));
        if content > 0.0 && content + 1.0 + long > fits {
            lines += 1;
            content = long;
        } else {
            content += long + if content > 0.0 { 1.0 } else { 0.0 };
        }
    }
    lines
}
