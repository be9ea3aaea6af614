//! What no message shows: the NIK of a person, wherever it was typed.

use std::borrow::Cow;

/// Digits of a NIK (Permendagri 72/2022).
const NIK: usize = 16;

/// A text with the digits of every NIK in it hidden; as long as before, byte for byte.
pub(super) fn hidden(text: &str) -> Cow<'_, str> {
    hidden_where(text, |digits| digits == NIK)
}

/// What is told of a line that names a NIK, or of a column that does.
pub(super) fn hidden_beside<'t>(text: &'t str, line: &str, head: &str) -> Cow<'t, str> {
    let named = names_nik(line) || names_nik(head);
    hidden_where(text, |digits| digits == NIK || named && digits > NIK / 2)
}

/// A line of a user's file. Where it, or the head of its table, names a NIK, a number that is one
/// digit too short or too long is hidden as well: it is one that was mistyped.
pub(super) fn hidden_line<'t>(line: &'t str, head: &str) -> Cow<'t, str> {
    hidden_beside(line, line, head)
}

/// Whether a word of a line is `nik`, or begins with it: a key that was mistyped. The card that
/// bears it is named as often (`no_ktp`, `Nomor KTP`, `noktp`).
fn names_nik(line: &str) -> bool {
    let words =
        line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut before = String::new();
    for word in words {
        let word = word.to_ascii_lowercase();
        // One letter at a time (`n_i_k`), or in two words (`id_card`).
        let joined = format!("{before}{word}");
        let of_two = [
            "idcard",
            "kartuidentitas",
            "nomoridentitas",
            "noidentitas",
            "indukkependudukan",
        ];
        if word.starts_with("nik")
            || word.contains("ktp")
            || of_two.contains(&joined.as_str())
            || of_two.contains(&word.as_str())
            || joined == "nik"
        {
            return true;
        }
        let letters = word.len() == 1 && before.len() < 2 && "nik".starts_with(&joined);
        before = if letters { joined } else { word };
    }
    false
}

fn hidden_where(text: &str, hide: impl Fn(usize) -> bool) -> Cow<'_, str> {
    let mut out = Cow::Borrowed(text);
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(start) = bytes[at..].iter().position(u8::is_ascii_digit) {
        let start = at + start;
        let mut end = start;
        let (mut digits, mut sign) = (0, None);
        // People part the digits of a long number with single signs, all of one kind; two dates
        // beside each other have two kinds.
        while let Some(byte) = bytes.get(end) {
            let part = match sign {
                None => matches!(byte, b' ' | b'.' | b'-'),
                Some(known) => known == byte,
            };
            let more = bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
            if byte.is_ascii_digit() {
                digits += 1;
            } else if part && more {
                sign = Some(byte);
            } else {
                break;
            }
            end += 1;
        }
        if hide(digits) {
            let stars: String = text[start..end]
                .chars()
                .map(|c| if c.is_ascii_digit() { '*' } else { c })
                .collect();
            out.to_mut().replace_range(start..end, &stars);
        }
        at = end;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nik_is_hidden_and_a_nip_is_not() {
        assert_eq!(hidden("NIK 6402011234567890."), "NIK ****************.");
        assert_eq!(hidden("6402 0112 3456 7890"), "**** **** **** ****");
        let nip = "NIP 19680127 199503 1 002";
        assert_eq!(hidden(nip), nip);
        assert_eq!(hidden("081234567890"), "081234567890");
        assert_eq!(hidden("2024-12-09 2024-12-10"), "2024-12-09 2024-12-10");
    }

    #[test]
    fn a_mistyped_one_is_hidden_where_its_key_or_column_names_it() {
        assert_eq!(
            hidden_line("nikk = \"64020112345678901\"", ""),
            "nikk = \"*****************\""
        );
        assert_eq!(hidden_line("Ani;640201123456789", "nama;NIK"), "Ani;***************");
        assert_eq!(hidden_line("Ani;640201123456789", "nama;nip"), "Ani;640201123456789");
        for head in [
            "n_i_k;nama",
            "nama;N.I.K",
            "nama;id_card",
            "nama;ID Card",
            "nama;Nomor Induk Kependudukan",
        ] {
            assert_eq!(hidden_line("Ani;640201123456789", head), "Ani;***************");
        }
        assert_eq!(
            hidden_beside("`640201123456789` is wrong", "id_card = 1", ""),
            "`***************` is wrong"
        );
        for head in ["Nama;No. KTP", "nama;no_ktp", "nama;noktp", "Nama;e-KTP"] {
            assert_eq!(hidden_line("Ani;640201123456789", head), "Ani;***************");
        }
    }
}
