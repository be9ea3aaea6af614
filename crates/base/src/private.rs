//! What no message shows: the NIK of a person, wherever it was typed.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

/// Digits of a NIK (Permendagri 72/2022).
const NIK: usize = 16;

/// A text as messages show it: in each line with its NIK hidden.
#[derive(Debug, Clone)]
pub(crate) struct Masked {
    /// The text; as long as what was written, byte for byte.
    pub(crate) text: Arc<str>,
    /// The lines that name a NIK.
    named: Vec<bool>,
    /// The head of its table, where that names one.
    head: Option<NikHead>,
}

impl Masked {
    /// A user's text. Its first line may be the head of a table. It is looked through once, since
    /// a line without end may hold any number of problems.
    pub(crate) fn new(text: &Arc<str>) -> Self {
        let lines = || text.split_inclusive('\n');
        let named: Vec<bool> = lines().map(names_nik).collect();
        let head = lines().next().and_then(NikHead::of);
        let mut out = Cow::Borrowed("");
        for (line, named) in lines().zip(&named) {
            let mut done = 0;
            for part in head.iter().filter(|_| !named).flat_map(|head| head.of_nik(line))
            {
                out += hidden_if(&line[done..part.start], false);
                out += hidden_if(&line[part.clone()], true);
                done = part.end;
            }
            out += hidden_if(&line[done..], *named);
        }
        let same = *out == **text;
        Self { text: if same { Arc::clone(text) } else { out.into() }, named, head }
    }

    /// Whether a line names a NIK, or the column of a byte of it does.
    pub(crate) fn names_nik(&self, number: usize, line: &str, byte: usize) -> bool {
        let named = self.named.get(number).copied().unwrap_or(false);
        named
            || self
                .head
                .iter()
                .flat_map(|head| head.of_nik(line))
                .any(|part| (part.start..=part.end).contains(&byte))
    }
}

/// The head of a table of which a column is of a NIK.
#[derive(Debug, Clone)]
struct NikHead {
    /// What parts its columns.
    sign: char,
    columns: usize,
    of_nik: Vec<usize>,
}

impl NikHead {
    fn of(line: &str) -> Option<Self> {
        // Neither a remark nor a line of TOML is one.
        if line.starts_with(['#', '[']) || line.contains('=') {
            return None;
        }
        let sign = [';', ',', '\t', '|'].into_iter().rev();
        let sign = sign.max_by_key(|sign| line.matches(*sign).count())?;
        let columns = parted(line, sign);
        let named = columns.iter().enumerate().filter(|(_, part)| {
            let cell = line.get((*part).clone()).unwrap_or_default();
            names_nik(cell)
        });
        let of_nik: Vec<usize> = named.map(|(at, _)| at).collect();
        (!of_nik.is_empty()).then_some(Self { sign, columns: columns.len(), of_nik })
    }

    /// The parts of a line that stand in these columns: all of one that has other columns.
    fn of_nik(&self, line: &str) -> Vec<Range<usize>> {
        let parts = parted(line, self.sign);
        if parts.len() != self.columns {
            return std::iter::once(0..line.len()).collect();
        }
        self.of_nik.iter().filter_map(|at| parts.get(*at).cloned()).collect()
    }
}

/// The parts of a line between signs that stand in no quotation marks.
fn parted(line: &str, sign: char) -> Vec<Range<usize>> {
    let (mut parts, mut start, mut quoted) = (Vec::new(), 0, false);
    for (at, c) in line.char_indices() {
        if c == '"' {
            quoted = !quoted;
        } else if c == sign && !quoted {
            parts.push(start..at);
            start = at + sign.len_utf8();
        }
    }
    parts.push(start..line.len());
    parts
}

/// A text with the digits of every NIK in it hidden; as long as before, byte for byte. Where what
/// it is told of names a NIK, a number that is a digit too short or too long is hidden as well: it
/// is one that was mistyped.
pub(crate) fn hidden_if(text: &str, named: bool) -> Cow<'_, str> {
    hidden_where(text, |digits| digits == NIK || named && digits > NIK / 2)
}

/// Whether a word of a line is `nik`, or begins with it: a key that was mistyped. The card that
/// bears it is named as often (`no_ktp`, `Nomor KTP`, `noktp`).
fn names_nik(line: &str) -> bool {
    // Letters that stand alone so far (`n_i_k`), or the word before (`id_card`).
    let mut before = String::new();
    for word in line.split(|c: char| !c.is_alphanumeric()) {
        if word.is_empty() {
            continue;
        }
        let start = before.len();
        before.push_str(word);
        before.make_ascii_lowercase();
        let (joined, word) = (before.as_str(), &before[start..]);
        if word.starts_with("nik")
            || word.contains("ktp")
            || OF_TWO.contains(&joined)
            || OF_TWO.contains(&word)
            || joined == "nik"
        {
            return true;
        }
        let letters = word.len() == 1 && start < 2 && "nik".starts_with(joined);
        if !letters {
            before.drain(..start);
        }
    }
    false
}

/// Names of it in two words.
const OF_TWO: [&str; 5] =
    ["idcard", "kartuidentitas", "nomoridentitas", "noidentitas", "indukkependudukan"];

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
        let hidden = |text| hidden_if(text, false);
        assert_eq!(hidden("NIK 6402011234567890."), "NIK ****************.");
        assert_eq!(hidden("6402 0112 3456 7890"), "**** **** **** ****");
        let nip = "NIP 19680127 199503 1 002";
        assert_eq!(hidden(nip), nip);
        assert_eq!(hidden("081234567890"), "081234567890");
        assert_eq!(hidden("2024-12-09 2024-12-10"), "2024-12-09 2024-12-10");
    }

    #[test]
    fn a_mistyped_one_is_hidden_where_its_key_or_column_names_it() {
        let shown = |text: &str| {
            let shown = Masked::new(&text.into());
            let line = text.lines().nth(1).unwrap();
            (shown.text.to_string(), shown.names_nik(1, line, line.len() - 1))
        };
        let key = "[[pejabat]]\nnikk = \"64020112345678901\"\nnip = \"640201123456789\"";
        let hidden =
            "[[pejabat]]\nnikk = \"*****************\"\nnip = \"640201123456789\"";
        assert_eq!(shown(key), (hidden.to_owned(), true));
        for head in [
            "nama;NIK",
            "nama;n_i_k",
            "nama;N.I.K",
            "nama;id_card",
            "nama;ID Card",
            "nama;Nomor Induk Kependudukan",
            "Nama;No. KTP",
            "nama;no_ktp",
            "nama;noktp",
            "Nama;e-KTP",
        ] {
            let (text, named) = shown(&format!("{head}\nAni;640201123456789"));
            assert_eq!((text, named), (format!("{head}\nAni;***************"), true));
        }
        let both = "nama,nik,pagu\nAni,640201123456789,1234567890123\nBudi,\"6402,0112345678\",2\n3,1234567890";
        let hidden = "nama,nik,pagu\nAni,***************,1234567890123\nBudi,\"6402,**********\",2\n3,**********";
        assert_eq!(shown(both).0, hidden, "other columns are read as they are");
        let remark = "# kolom NIK dihapus\npagu = 1234567890123";
        assert_eq!(shown(remark), (remark.to_owned(), false));
        let plain = "nama;nip\nAni;640201123456789";
        assert_eq!(shown(plain), (plain.to_owned(), false));
        assert_eq!(
            hidden_if("`640201123456789` is wrong", true),
            "`***************` is wrong"
        );
    }
}
