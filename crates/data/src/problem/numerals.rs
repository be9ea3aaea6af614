//! What somebody who typed a number otherwise is told to write.

/// `9.850.000.000` without its points.
pub(super) fn without_points(value: &str) -> Option<String> {
    let grouped = value.contains('.') && !value.contains(',');
    let whole = bahasa::number::parse_count(value).ok().filter(|_| grouped)?;
    Some(whole.to_string())
}

/// `55.000`, whose point may part thousands.
pub(super) fn one_point(value: &str) -> Option<String> {
    without_points(value).filter(|_| value.matches('.').count() == 1)
}

/// `40,65 juta` and `Rp55.000` in full.
pub(super) fn spelled(value: &str) -> Option<String> {
    let bare = value.trim();
    let bare = bare.strip_prefix("Rp").unwrap_or(bare).trim_start_matches(['.', ' ']);
    let units = [
        (" ribu", 1_000),
        (" juta", 1_000_000),
        (" miliar", 1_000_000_000),
        (" milyar", 1_000_000_000),
        (" triliun", 1_000_000_000_000_i64),
    ];
    let small = bare.to_lowercase();
    let named =
        units.iter().find_map(|(word, times)| Some((small.strip_suffix(word)?, *times)));
    let (number, times) = named.unwrap_or((&small, 1));
    let is_spelled = named.is_some() || bare.len() < value.trim().len();
    let number = bahasa::number::parse_written(number).ok().filter(|_| is_spelled)?;
    let whole = number * num_rational::BigRational::from_integer(times.into());
    whole.is_integer().then(|| whole.to_integer().to_string())
}

/// `11,5` with a point; nothing where the comma may part thousands.
pub(super) fn with_point(value: &str) -> Option<String> {
    let (whole, part) = value.split_once(',')?;
    let digits =
        |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let whole_digits = whole.strip_prefix('-').unwrap_or(whole);
    (digits(whole_digits) && digits(part) && part.len() != 3)
        .then(|| format!("{whole}.{part}"))
}
