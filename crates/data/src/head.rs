//! The head of a table: the rows that name its columns, found by the names in them. Sheets, CSV,
//! worksheets and the form of e-SPM differ in what they ask for, not in how it is found.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::book::grid::{Grid, SheetCell};
use crate::node;

/// What headings stand for.
pub(crate) trait Headings {
    /// The key of a heading; empty when its column is passed over.
    fn key(&self, heading: &str) -> String;
    /// Whether a column of that key is looked for.
    fn knows(&self, key: &str) -> bool;
}

/// How a head is looked for.
#[derive(Clone, Copy)]
pub(crate) struct Search {
    /// In how many rows from the top.
    pub(crate) rows: u32,
    /// The most rows it has.
    pub(crate) highest: u32,
    /// How many known names make it one.
    pub(crate) least: usize,
}

impl Search {
    /// In a list: a group over its columns, and a group over groups, below a title.
    pub(crate) const LIST: Self = Self { rows: 20, highest: 3, least: 1 };
    /// In CSV, which merges no cells.
    pub(crate) const CSV: Self = Self { highest: 1, ..Self::LIST };
    /// In a worksheet: people put notes above its head, and a note may be called like a column.
    pub(crate) const WORKSHEET: Self = Self { rows: 60, highest: 1, least: 2 };
    /// In the form of e-SPM, where each section has one and the next rows may go on with it.
    pub(crate) const FORM: Self = Self { rows: u32::MAX, highest: 1, least: 2 };

    /// Whether a row of these headings is a head or begins one.
    pub(crate) fn accepts<'a>(
        self,
        headings: &dyn Headings,
        row: impl Iterator<Item = &'a String>,
    ) -> bool {
        let known = row.filter(|text| headings.knows(&headings.key(text)));
        known.count() >= self.least
    }

    /// Where the head is: the rows with the most known names. Among equals one that is whole,
    /// the lowest head, then the most texts, then the first.
    pub(crate) fn find(self, grid: &Grid, headings: &dyn Headings) -> Option<Head> {
        let end = grid.cells.keys().next_back().map_or(0, |(row, _)| row + 1);
        let rows = (0..self.rows.min(end)).flat_map(|first| {
            (first..first + self.highest).map(move |last| Head { first, last })
        });
        let scored = rows.filter_map(|head| {
            let names = names(grid, headings, head);
            let known = |name: &&Name| headings.knows(&name.key);
            let count = names.values().filter(known).count();
            let height = Reverse(head.last - head.first);
            let first = Reverse(head.first);
            let whole = !self.goes_on(grid, head);
            let score = (count, whole, height, texts(grid, head.last), first);
            (count >= self.least).then_some((score, head))
        });
        scored.max_by_key(|(score, _)| *score).map(|(_, head)| head)
    }

    /// Whether merged cells say that the row below belongs to a head as well: a heading that
    /// reaches down to it, or a group with a text under each of its columns.
    fn goes_on(self, grid: &Grid, head: Head) -> bool {
        let below = head.last + 1;
        let text = |column: u32| {
            matches!(grid.cells.get(&(below, column)), Some(SheetCell::Text(_)))
        };
        let within = |row: u32| row - head.first < self.highest;
        grid.merges.iter().any(|m| {
            let own = head.first <= m.top && m.top <= head.last;
            let down = m.bottom > head.last && within(m.bottom);
            let group = m.bottom == head.last && m.left < m.right && within(below);
            let wide = m.right.min(m.left + MOST_UNDER);
            own && (down || group && (m.left..=wide).all(text))
        })
    }

    /// The head of a list whose columns may be called anything: the first row with the most
    /// texts, with those that merged cells tie to it.
    pub(crate) fn find_free(self, grid: &Grid) -> Option<Head> {
        let counts = (0..self.rows).map(|row| (texts(grid, row), row));
        let (count, row) = counts.max_by(|(a, x), (b, y)| a.cmp(b).then(y.cmp(x)))?;
        if count == 0 {
            return None;
        }
        let mut head = Head { first: row, last: row };
        for merge in grid.merges.iter() {
            let high = merge.bottom - merge.top;
            if merge.top <= row
                && row <= merge.bottom
                && (1..self.highest).contains(&high)
            {
                head.first = head.first.min(merge.top);
                head.last = head.last.max(merge.bottom);
            }
        }
        Some(head)
    }
}

/// The rows of a head, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) first: u32,
    pub(crate) last: u32,
}

/// A heading or name for comparing: letters and digits in lower case, one blank between words.
pub(crate) fn normal(text: &str) -> String {
    words(text, " ")
}

/// A heading as a key: lower case, words joined by `_`.
pub(crate) fn key(heading: &str) -> String {
    words(heading, "_")
}

/// A heading as everybody means it: without what stands in brackets, without courtesy and what
/// is asked of a name, and with one word for one thing. "Nama Lengkap (beserta gelar)" is "nama",
/// "No. HP/WA" is "telepon". The one place that knows how offices write heads.
pub(crate) fn plain(heading: &str) -> String {
    let bare = without_remarks(heading);
    let text = normal(&bare);
    let mut words: Vec<&str> = Vec::new();
    for word in text.split(' ').filter(|word| !COURTESY.contains(word)) {
        let word =
            SAME.iter().find(|(_, all)| all.contains(&word)).map_or(word, |(w, _)| w);
        let number_of = word == "telepon" && words.last() == Some(&"nomor");
        if number_of {
            words.pop();
        }
        if words.last() != Some(&word) {
            words.push(word);
        }
    }
    // Letters set apart: "N I P".
    let spread = |word: &&str| word.chars().count() == 1;
    if words.len() >= SPREAD && words.iter().all(spread) {
        return words.concat();
    }
    if words.first() == Some(&"nama") {
        words.retain(|word| !OF_A_NAME.contains(word));
    }
    if words.is_empty() { normal(heading) } else { words.join(" ") }
}

/// So many letters with blanks between them are one word.
const SPREAD: usize = 3;

/// Words of a heading that only ask or say how.
const COURTESY: [&str; 17] = [
    "mohon", "silakan", "silahkan", "isi", "isikan", "diisi", "tulis", "tuliskan",
    "anda", "bapak", "ibu", "bpk", "saudara", "aktif", "wajib", "opsional", "yang",
];

/// One word for one thing.
const SAME: [(&str, &[&str]); 7] = [
    ("nomor", &["no", "nmr", "nomer", "num"]),
    (
        "telepon",
        &[
            "hp",
            "handphone",
            "hape",
            "ponsel",
            "seluler",
            "telp",
            "tlp",
            "telpon",
            "telefon",
            "wa",
            "whatsapp",
            "phone",
        ],
    ),
    ("golongan", &["gol"]),
    ("jabatan", &["jbt", "jab", "posisi"]),
    ("instansi", &["institusi", "lembaga"]),
    ("satuan", &["sat"]),
    ("pejabat", &["pjbt"]),
];

/// What is said of a name behind the word.
const OF_A_NAME: [&str; 19] = [
    "lengkap",
    "beserta",
    "dengan",
    "dan",
    "berikut",
    "disertai",
    "pakai",
    "tanpa",
    "gelar",
    "titel",
    "sesuai",
    "ktp",
    "sk",
    "untuk",
    "sertifikat",
    "peserta",
    "panitia",
    "narasumber",
    "pegawai",
];

/// A measure that a heading names, where its figures are not the people or rupiah themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum HeadMeasure {
    /// "Terlayani (%)".
    Share,
    /// "Pagu (Rp juta)".
    Scaled,
}

/// The measure in the words of a heading.
pub(crate) fn measure(heading: &str) -> Option<HeadMeasure> {
    let text = normal(heading);
    let mut words = text.split(' ');
    if heading.contains('%') || words.clone().any(|word| SHARE.contains(&word)) {
        return Some(HeadMeasure::Share);
    }
    words.any(is_scale).then_some(HeadMeasure::Scaled)
}

/// Whether a word says that figures count thousands or more.
pub(crate) fn is_scale(word: &str) -> bool {
    SCALE.contains(&word)
}

/// Words of a heading whose figures are shares.
const SHARE: [&str; 5] = ["persen", "persentase", "prosentase", "presentase", "percent"];

/// Words of a heading whose figures count thousands or more.
const SCALE: [&str; 14] = [
    "ribu", "ribuan", "rb", "juta", "jutaan", "jt", "miliar", "miliaran", "milyar",
    "milyaran", "000", "rp000", "1000", "x1000",
];

/// A heading without what stands in brackets, unless nothing else is there.
pub(crate) fn without_remarks(heading: &str) -> String {
    let mut depth = 0_usize;
    let mut bare = String::with_capacity(heading.len());
    for c in heading.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => bare.push(c),
            _ => {}
        }
    }
    if bare.chars().any(char::is_alphanumeric) { bare } else { heading.to_owned() }
}

fn words(text: &str, between: &str) -> String {
    let lower = bahasa::damage::without_invisible(text).to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    words.collect::<Vec<_>>().join(between)
}

fn texts(grid: &Grid, row: u32) -> usize {
    let cells = grid.cells.range((row, 0)..(row + 1, 0));
    cells.filter(|(_, cell)| matches!(cell, SheetCell::Text(_))).count()
}

/// What names a column.
pub(crate) struct Name {
    /// What the column stands for.
    pub(crate) key: String,
    /// The heading that says so.
    pub(crate) text: String,
    /// The row of the lowest cell of it.
    pub(crate) row: u32,
}

/// The name of each column that has one.
pub(crate) fn names(
    grid: &Grid,
    headings: &dyn Headings,
    head: Head,
) -> BTreeMap<u32, Name> {
    let mut parts: BTreeMap<u32, Vec<(String, u32)>> = BTreeMap::new();
    for row in head.first..=head.last {
        let end = grid.cells.range((row, 0)..(row + 1, 0)).map(|((_, c), _)| *c);
        let over = grid.merges.of_row(row).iter().filter(|m| m.bottom <= head.last);
        let mut places: Vec<u32> = end.collect();
        // A group's name holds for each column under it.
        for merge in over {
            if grid.cells.contains_key(&(row, merge.left)) && head.last > merge.bottom {
                places.extend(merge.left..=merge.right.min(merge.left + MOST_UNDER));
            }
        }
        places.sort_unstable();
        places.dedup();
        for column in places {
            let group = grid.merges.beside(row, column);
            let from = group.map_or(column, |m| m.left);
            let text = match grid.cells.get(&(row, from)) {
                Some(SheetCell::Text(text)) => text.clone(),
                Some(SheetCell::Number(n)) => node::plain(n),
                _ => continue,
            };
            parts.entry(column).or_default().push((text, row));
        }
    }
    let mut names = BTreeMap::new();
    for (column, parts) in parts {
        let Some((_, row)) = parts.last() else { continue };
        let (key, text) = joined(headings, &parts);
        if !key.is_empty() {
            names.insert(column, Name { key, text, row: *row });
        }
    }
    names
}

/// The widest group of columns.
const MOST_UNDER: u32 = 200;

/// All rows joined when that is a known name, else the lowest rows that are one, else all.
fn joined(headings: &dyn Headings, parts: &[(String, u32)]) -> (String, String) {
    let name = |from: usize| {
        let words: Vec<&str> =
            parts.iter().skip(from).map(|(text, _)| text.as_str()).collect();
        let text = words.join(" ");
        (headings.key(&text), text)
    };
    let known = |(key, _): &(String, String)| key.is_empty() || headings.knows(key);
    (0..parts.len()).map(name).find(known).unwrap_or_else(|| name(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_as_offices_write_them() {
        for (heading, meant) in [
            ("Nama Lengkap (beserta gelar)", "nama"),
            ("NAMA LENGKAP DENGAN GELAR *", "nama"),
            ("Nama Bapak/Ibu sesuai KTP:", "nama"),
            ("No. WhatsApp", "telepon"),
            ("No HP/WA", "telepon"),
            ("Nomor Telepon (WA aktif)", "telepon"),
            ("Pangkat/Gol. Ruang", "pangkat golongan ruang"),
            ("No.", "nomor"),
            ("Nama Instansi", "nama instansi"),
            ("(L/P)", "l p"),
            ("N I P", "nip"),
            ("N.I.P.", "nip"),
            ("J A B A T A N", "jabatan"),
            ("Mohon isi", "mohon isi"),
        ] {
            assert_eq!(plain(heading), meant, "{heading}");
        }
    }

    #[test]
    fn figures_that_are_no_people_and_no_rupiah() {
        let (share, scaled) = (Some(HeadMeasure::Share), Some(HeadMeasure::Scaled));
        for (heading, meant) in [
            ("Terlayani (%)", share),
            ("% Realisasi", share),
            ("Persentase Terlayani", share),
            ("Pagu (Rp juta)", scaled),
            ("Realisasi (Rp. 000)", scaled),
            ("Anggaran dalam ribuan rupiah", scaled),
            ("Pagu (Rp)", None),
            ("Terlayani (orang)", None),
        ] {
            assert_eq!(measure(heading), meant, "{heading}");
        }
    }
}
