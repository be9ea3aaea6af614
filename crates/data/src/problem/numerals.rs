//! What somebody who typed a number otherwise is told to write.

use bahasa::number::{BothWays, ambiguous_comma};
use bahasa::scale::scaled;
use base::diag::Lang;

/// `9.850.000.000` without its points.
fn without_points(value: &str) -> Option<String> {
    let grouped = value.contains('.') && !value.contains(',');
    let whole = bahasa::number::parse_count(value).ok().filter(|_| grouped)?;
    Some(whole.to_string())
}

/// `55.000`, whose point may part thousands.
fn one_point(value: &str) -> Option<String> {
    without_points(value).filter(|_| value.matches('.').count() == 1)
}

fn without_rp(text: &str) -> &str {
    text.strip_prefix("Rp").unwrap_or(text).trim_start_matches(['.', ' '])
}

/// `40,65 juta` and `Rp55.000` in full.
pub(crate) fn spelled(value: &str) -> Option<String> {
    let value = value.trim();
    let bare = without_rp(value);
    let named = scaled(value).map(|(number, times)| (without_rp(number), times));
    let (number, times) = named.unwrap_or((bare, 1));
    let is_spelled = named.is_some() || bare.len() < value.len();
    let number = match named {
        // Before a word of size a comma begins decimals, however many there are.
        Some(_) => bahasa::number::parse_number(number),
        None => bahasa::number::parse_written(number),
    };
    let number = number.ok().filter(|_| is_spelled)?;
    let whole = number * num_rational::BigRational::from_integer(times.into());
    whole.is_integer().then(|| whole.to_integer().to_string())
}

/// `1.697 miliar`, whose point may begin decimals or part thousands: both in full.
fn scaled_point(value: &str) -> Option<(String, String)> {
    let (number, _) = scaled(value)?;
    one_point(number.trim_start_matches(|c: char| !c.is_ascii_digit()))?;
    Some((spelled(&value.replace('.', ","))?, spelled(value)?))
}

/// The step for `1.697 miliar`, in both languages.
pub fn two_ways(value: &str) -> Option<(String, String)> {
    let (decimal, plain) = scaled_point(value)?;
    Some((
        format!("tulis {decimal} bila titiknya desimal, atau {plain} bila ribuan"),
        format!("write {decimal} for decimals, or {plain} for thousands"),
    ))
}

/// The step for `12O5`, in both languages.
pub fn looking_alike(value: &str) -> Option<(String, String)> {
    let plain = bahasa::lookalike::digits_meant(value)?;
    let left = bahasa::lookalike::digits_left(value);
    let (id, en) = match left.filter(|left| *left != plain) {
        Some(left) => (
            format!(", atau {left} bila hurufnya tidak sengaja terketik"),
            format!(", or {left} if they slipped in"),
        ),
        None => Default::default(),
    };
    let id = format!(
        "tulis {plain} bila hurufnya dimaksudkan sebagai angka (O untuk 0, l untuk 1){id}"
    );
    let en = format!(
        "write {plain} if its letters were meant for digits (O for 0, l for 1){en}"
    );
    Some((id, en))
}

/// `11,5` with a point; nothing where the comma may part thousands.
fn with_point(value: &str) -> Option<String> {
    let (whole, part) = value.split_once(',')?;
    let digits =
        |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let whole_digits = whole.strip_prefix('-').unwrap_or(whole);
    (digits(whole_digits) && digits(part) && part.len() != 3)
        .then(|| format!("{whole}.{part}"))
}

/// A number that a sign or a word follows which does not belong into it, or whose thousands are
/// parted otherwise: `15640 anak`, `9,850,000,000`, `1.250,75`.
fn bare(value: &str) -> Option<String> {
    let plain = bare_figure(value.trim())?;
    (plain != value.trim()).then_some(plain)
}

fn bare_figure(value: &str) -> Option<String> {
    let value = value.trim_end_matches([';', ',']).trim_end();
    let counted = value.split_once(' ').filter(|(_, unit)| {
        let unit = unit.trim().to_lowercase();
        UNITS.contains(&unit.as_str())
    });
    let number = counted.map_or(value, |(number, _)| number);
    // There is no part of a person: the sign before three digits parts thousands.
    if let Some((number, unit)) = counted
        && unit.trim().to_lowercase() != "persen"
        && let Some(whole) = thousands(number)
    {
        return Some(whole);
    }
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    for sign in [",", " "] {
        let groups: Vec<&str> = number.split(sign).collect();
        let [first, rest @ ..] = groups.as_slice() else { continue };
        let whole = (1..=3).contains(&first.len()) && digits(first);
        let grouped = rest.iter().all(|part| part.len() == 3 && digits(part));
        if whole && grouped && rest.len() > 1 {
            return Some(groups.concat());
        }
    }
    if ambiguous_comma(number).is_some() || one_point(number).is_some() {
        return None;
    }
    let exact = bahasa::number::parse_written(number).ok()?;
    if exact.is_integer() {
        return Some(exact.to_integer().to_string());
    }
    Some(number.replace('.', "").replace(',', "."))
}

/// `9.812` and `9,812` without the sign.
fn thousands(number: &str) -> Option<String> {
    let sign = number.chars().find(|c| matches!(c, '.' | ','))?;
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let mut groups = number.split(sign);
    let first = groups.next()?;
    let whole = (1..=3).contains(&first.len()) && digits(first) && first != "0";
    let grouped = groups.all(|part| part.len() == 3 && digits(part));
    (whole && grouped).then(|| number.replace(sign, ""))
}

/// The figure of a text for a key that holds a number: `30 menit`, `1,5 jam` of a length in
/// minutes, `TW III` of a quarter, `TA 2025`. Words of size (`2 lusin`) leave it open.
pub(crate) fn meant_for(key: &str, value: &str) -> Option<String> {
    let small = value.trim().to_lowercase();
    match key {
        "durasi" => minutes(&small),
        "triwulan" => quarter(&small),
        _ => None,
    }
    .or_else(|| plainly(value))
    .or_else(|| only_figure(&small))
}

/// Minutes in words: "30 menit", "1 jam 15 menit", "1,5 jam".
fn minutes(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut sum = num_rational::BigRational::from_integer(0.into());
    let (pairs, rest) = words.as_chunks::<2>();
    if pairs.is_empty() || !rest.is_empty() {
        return None;
    }
    for [number, unit] in pairs {
        let times = match *unit {
            "jam" => 60,
            "menit" | "mnt" => 1,
            _ => return None,
        };
        let number = bahasa::number::parse_written(number).ok()?;
        sum += number * num_rational::BigRational::from_integer(times.into());
    }
    sum.is_integer().then(|| sum.to_integer().to_string())
}

/// The quarter that "tw iii" or "iii" names.
fn quarter(text: &str) -> Option<String> {
    let words = ["triwulan", "tw", "kuartal"];
    let bare = words.iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
    let bare = bare.trim_start_matches([' ', '-', '.']);
    let roman = bahasa::roman::parse_roman(&bare.to_uppercase());
    let number = roman.or_else(|| bare.parse().ok());
    number.filter(|n| (1..=4).contains(n)).map(|n| n.to_string())
}

/// The one figure among words that are no words of size.
fn only_figure(text: &str) -> Option<String> {
    const SIZES: [&str; 17] = [
        "ratus", "ribu", "rb", "juta", "jt", "m", "k", "miliar", "milyar", "triliun",
        "t", "puluh", "belas", "lusin", "kodi", "gros", "setengah",
    ];
    let words: Vec<&str> = text.split_whitespace().collect();
    let word = |word: &&str| {
        word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '/' | '(' | ')'))
    };
    let (names, figures): (Vec<&str>, Vec<&str>) = words.into_iter().partition(word);
    let [figure] = figures.as_slice() else { return None };
    let sized = names.iter().any(|name| SIZES.contains(&name.trim_matches('.')));
    if sized || names.is_empty() {
        return None;
    }
    let whole = !figure.starts_with('0') && figure.bytes().all(|b| b.is_ascii_digit());
    whole.then(|| (*figure).to_owned()).or_else(|| thousands(figure))
}

/// The figure of a text that says one clearly, and something beside it.
pub fn plainly(value: &str) -> Option<String> {
    spelled(value).or_else(|| bare(value))
}

/// What is counted. Words of size (`ribu`, `M`) are none of them.
const UNITS: [&str; 20] = [
    "orang",
    "org",
    "anak",
    "jiwa",
    "kk",
    "unit",
    "paket",
    "persen",
    "siswa",
    "murid",
    "ibu",
    "ibu hamil",
    "bayi",
    "balita",
    "lansia",
    "rumah",
    "rumah tangga",
    "dokumen",
    "buku",
    "kali",
];

/// What is off about a text that is no number, and how to write what was meant, where both can
/// be seen: a label and a next step.
pub(super) fn number_advice(
    key: &str,
    value: &str,
    lang: Lang,
) -> Option<(String, String)> {
    let said = |label: (&str, &str), help: (String, String)| {
        Some((lang.either(label.0, label.1), lang.either(help.0, help.1)))
    };
    if !value.contains(char::is_alphanumeric) {
        return said(
            ("tidak ada angkanya", "no figure"),
            (
                format!(
                    "tulis angkanya, misalnya 1250; bila belum ada, hapus baris `{key}`; bila memang nol, tulis 0"
                ),
                format!(
                    "write the figure, such as 1250; if there is none yet, remove the line `{key}`; if it is nought, write 0"
                ),
            ),
        );
    }
    if key == "durasi"
        && let Some(plain) = minutes(&value.trim().to_lowercase())
    {
        return said(
            ("dalam menit", "in minutes"),
            (format!("tulis {plain}"), format!("write {plain}")),
        );
    }
    if let Some(figure) = value.trim().strip_suffix('%') {
        let figure = figure.trim_end().replace(',', ".");
        return said(
            ("persen", "a percentage"),
            (
                format!(
                    "isi dengan jumlahnya, bukan persen; bila `{key}` memang persentase, tulis {figure} tanpa tanda %"
                ),
                format!(
                    "write the amount, not a percentage; if `{key}` is one, write {figure} without %"
                ),
            ),
        );
    }
    if let Some(BothWays { plain, .. }) = ambiguous_comma(value) {
        let decimal = format!("{}0", value.replace(',', "."));
        return said(
            ("ribuan atau desimal?", "thousands or decimals?"),
            (
                format!(
                    "tulis {plain} bila ribuan, atau {decimal} bila desimal, tanpa tanda kutip"
                ),
                format!(
                    "write {plain} for thousands, or {decimal} for decimals, without quotes"
                ),
            ),
        );
    }
    if let Some(point) = with_point(value) {
        return said(
            ("koma desimal", "decimal comma"),
            (
                format!("dalam TOML koma desimal ditulis titik: {point}"),
                format!("in TOML the decimal comma is a point: {point}"),
            ),
        );
    }
    let write = |plain: String| (format!("tulis {plain}"), format!("write {plain}"));
    if let Some(help) = two_ways(value) {
        return said(("ribuan atau desimal?", "thousands or decimals?"), help);
    }
    if let Some(help) = looking_alike(value) {
        return said(("bukan angka semua", "not all digits"), help);
    }
    if let Some(plain) = spelled(value) {
        return said(("satuan ikut ditulis", "with its unit"), write(plain));
    }
    if let Some(plain) = one_point(value) {
        return said(
            ("ribuan atau desimal?", "thousands or decimals?"),
            (
                format!("tulis {plain} bila ribuan, atau {value}0 bila desimal"),
                format!("write {plain} for thousands, or {value}0 for decimals"),
            ),
        );
    }
    if let Some(plain) = without_points(value) {
        return said(
            ("titik ribuan", "points for thousands"),
            (
                format!("tulis {plain}, atau \"{value}\" dalam tanda kutip"),
                format!("write {plain}, or \"{value}\" in quotes"),
            ),
        );
    }
    if let Some(plain) = bare(value) {
        return said(("bukan bilangan", "not a number"), write(plain));
    }
    said(("lebih dari angkanya", "more than the figure"), write(meant_for(key, value)?))
}

#[cfg(test)]
mod tests {
    #[test]
    fn one_way_to_read_letters_is_proposed_once() {
        let step = |value| super::looking_alike(value).unwrap().0;
        assert_eq!(step("O1320").matches("1320").count(), 1);
        assert!(step("12O5").contains("1205") && step("12O5").contains("125"));
    }
}
