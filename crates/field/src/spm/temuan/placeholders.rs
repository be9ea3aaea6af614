//! The names of figures that the texts of each rule may use, and how they are filled in.

use super::NamedPart;

use base::source::Spanned;
use base::written::Line;

/// Names of a rule about a number of people.
const PENERIMA: &[&str] =
    &["layanan", "satuan", "sasaran", "terlayani", "belum", "penerima"];

/// Names of a rule about people below the path.
const JALUR: &[&str] = &[
    "layanan",
    "satuan",
    "tempat",
    "sasaran",
    "terlayani",
    "belum",
    "penerima",
    "selisih",
    "jalur",
];

/// Names of the rules about the path and the pace of the year.
const LAJU: &[&str] = &[
    "layanan",
    "satuan",
    "tempat",
    "sasaran",
    "terlayani",
    "belum",
    "penerima",
    "laju",
    "rata_rata",
    "proyeksi",
    "selisih",
    "jalur",
    "kebutuhan",
    "per_triwulan",
    "per_bulan",
    "sisa_triwulan",
];

/// Names of the rule about an index below its path though nothing else is far behind.
const INDEKS_JALUR: &[&str] = &[
    "layanan",
    "satuan",
    "sasaran",
    "terlayani",
    "penerima",
    "mutu",
    "pemenuhan",
    "indeks",
    "jalur",
];

const SISA: &[&str] = &[
    "layanan",
    "satuan",
    "tempat",
    "sasaran",
    "terlayani",
    "belum",
    "penerima",
    "tahun_depan",
];
const MUTU: &[&str] = &[
    "layanan",
    "mutu",
    "pemenuhan",
    "butir",
    "ada",
    "perlu",
    "satuan_butir",
    "butir_lain",
];
const ISIAN: &[&str] = &["layanan", "satuan", "isian"];
const TURUN: &[&str] = &["layanan", "satuan", "lalu", "kini", "periode_lalu"];
const BUTIR: &[&str] =
    &["layanan", "butir", "lalu", "kini", "satuan_butir", "lainnya", "periode_lalu"];
const INDEKS: &[&str] = &["subjek", "lalu", "kini", "selisih", "periode_lalu"];
const SERAPAN_JALUR: &[&str] = &[
    "layanan",
    "satuan",
    "serapan",
    "terserap",
    "selisih",
    "jalur",
    "pagu",
    "realisasi",
];
const NAIK_BELUM: &[&str] =
    &["subjek", "lalu", "kini", "selisih", "periode_lalu", "jalur", "jarak"];
const SERAPAN: &[&str] = &[
    "layanan",
    "satuan",
    "penerima",
    "penerima_kini",
    "belum",
    "serapan",
    "terserap",
    "selisih",
    "pagu",
    "realisasi",
];

/// Every rule of the engine with the names its texts may use.
const KNOWN: [(&str, &[&str]); 38] = [
    ("T-MELEBIHI-SASARAN", PENERIMA),
    ("T-TURUN-TERLAYANI", TURUN),
    ("T-TURUN-REALISASI", TURUN),
    ("T-TURUN-MUTU", BUTIR),
    ("T-RINCIAN", &["layanan", "satuan", "isian", "jumlah", "total", "selisih"]),
    ("T-INDEKS-DILAPORKAN", &["subjek", "dilaporkan", "dihitung", "selisih"]),
    ("T-SATUAN", &["layanan", "satuan_tertulis", "satuan_baku"]),
    ("T-SATUAN-BERUBAH", &["layanan", "satuan_lalu", "satuan_kini", "periode_lalu"]),
    ("T-BELUM-LAPOR", &["layanan", "satuan"]),
    ("T-PENERIMA-KOSONG", ISIAN),
    ("T-TERTAHAN-80", &["layanan", "satuan", "sasaran", "indeks"]),
    ("T-MUTU-KOSONG", &["layanan", "satuan", "akibat"]),
    ("T-MUTU-SEBAGIAN", &["layanan", "banyak", "seluruh", "penyebut", "butir"]),
    ("T-ANGGARAN-KOSONG", ISIAN),
    ("T-SASARAN-NOL", &["layanan", "satuan", "terlayani", "padahal"]),
    ("T-NIHIL-BERUBAH", &["layanan", "satuan", "lalu", "periode_lalu"]),
    (
        "T-SASARAN-BERUBAH",
        &["layanan", "satuan", "lalu", "kini", "arah", "persen", "besar", "periode_lalu"],
    ),
    ("T-KEBUTUHAN-BERUBAH", BUTIR),
    ("T-REALISASI-PAGU", &["layanan", "realisasi", "pagu", "serapan", "melebihi"]),
    ("T-SERAPAN-MENDAHULUI", SERAPAN),
    ("T-SERAPAN-TERTINGGAL", SERAPAN),
    ("T-SERAPAN-JALUR", SERAPAN_JALUR),
    ("T-CATATAN-KEJADIAN", &["layanan", "satuan", "periode", "belanja"]),
    (
        "T-BELANJA-TANPA-PENERIMA",
        &["layanan", "satuan", "realisasi", "bagian", "keadaan", "yang_dipastikan"],
    ),
    (
        "T-BELUM-MULAI",
        &["layanan", "satuan", "tempat", "sasaran", "belum", "periode", "waktu", "batas"],
    ),
    ("T-JALUR", JALUR),
    ("T-INDEKS-JALUR", INDEKS_JALUR),
    ("T-LAJU", LAJU),
    ("T-LAJU-JAUH", LAJU),
    ("T-SISA", SISA),
    ("T-SISA-JAUH", SISA),
    ("T-MUTU", MUTU),
    ("T-MUTU-SISA", MUTU),
    ("T-TURUN-TRIWULAN", INDEKS),
    ("T-LONJAKAN", INDEKS),
    ("T-TURUN-TAHUN", INDEKS),
    ("T-NAIK-TAHUN", INDEKS),
    ("T-NAIK-BELUM", NAIK_BELUM),
];

/// All codes of the engine with the names their texts may use, for the guide.
pub fn all() -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    KNOWN.into_iter()
}

/// The names that the texts of a rule may use; `None` when there is no such rule.
pub(in crate::spm) fn known_to(kode: &str) -> Option<&'static [&'static str]> {
    KNOWN.iter().find(|(k, _)| *k == kode).map(|(_, own)| *own)
}

/// What the declared names of a rule and the figures it gives do not share: a name without its
/// figure would print nothing, a figure without its name could not be used by any text.
pub(super) fn mismatch(
    kode: &str,
    figures: &[NamedPart],
    of_subject: &[NamedPart],
) -> Option<String> {
    let Some(names) = known_to(kode) else { return Some(format!("{kode}: no rule")) };
    let has = |figures: &[NamedPart], name: &str| figures.iter().any(|(n, _)| *n == name);
    let empty = names.iter().find(|n| !has(figures, n) && !has(of_subject, n));
    let unused = figures.iter().map(|(n, _)| n).find(|n| !names.contains(n));
    let told = |name: &&str, what: &str| format!("{kode}: `{name}` {what}");
    empty
        .map(|name| told(name, "has no figure"))
        .or_else(|| unused.map(|name| told(name, "is not declared")))
}

/// The names in a text that are none of `own`; a brace without its partner counts as one.
pub(in crate::spm) fn unknown(text: &str, own: &[&str]) -> Vec<String> {
    let mut foreign = Vec::new();
    for cut in split(text) {
        match cut {
            RuleSegment::Nama(nama) if !own.contains(&nama) => {
                foreign.push(nama.to_owned());
            }
            RuleSegment::Broken(rest) => foreign.push(rest.to_owned()),
            RuleSegment::Nama(_) | RuleSegment::Teks(_) => {}
        }
    }
    foreign
}

/// The words of a rule with their names filled in, each part with its place. A figure that is
/// empty (a mutu item without unit) leaves no second blank behind; one that is written nowhere
/// is where the words are.
pub(super) fn figures(words: &Spanned<String>, value: &[&NamedPart]) -> Line {
    let ours = |text: &str| Line::at(text, words.span);
    let line =
        split(&words.value).into_iter().fold(Line::default(), |line, cut| match cut {
            RuleSegment::Nama(nama) => match value.iter().find(|(n, _)| *n == nama) {
                Some((_, figure)) if figure.is_empty() && line.ends_with(' ') => {
                    line.part(0..line.len() - 1)
                }
                Some((_, figure)) => line.and(figure),
                None => line,
            },
            RuleSegment::Teks(text) | RuleSegment::Broken(text) => line.and(&ours(text)),
        });
    line.or(words.span)
}

enum RuleSegment<'a> {
    Teks(&'a str),
    Nama(&'a str),
    /// From a brace that is never closed, or a closing one that was never opened.
    Broken(&'a str),
}

fn split(text: &str) -> Vec<RuleSegment<'_>> {
    let mut result = Vec::new();
    let mut rest = text;
    while let Some(buka) = rest.find(['{', '}']) {
        let (depan, belakang) = rest.split_at(buka);
        result.push(RuleSegment::Teks(depan));
        let nama = belakang.strip_prefix('{').and_then(|figures| figures.split_once('}'));
        let Some((nama, lanjut)) = nama else {
            result.push(RuleSegment::Broken(belakang));
            return result;
        };
        result.push(RuleSegment::Nama(nama));
        rest = lanjut;
    }
    result.push(RuleSegment::Teks(rest));
    result
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::source::{FileId, Span};

    #[test]
    fn names_are_filled_and_strange_ones_told() {
        let (own, data) = (Span::File(FileId(1)), Span::File(FileId(2)));
        let value =
            [("a", "5".into()), ("u", Line::default()), ("n", Line::at("a 5", data))];
        let filled =
            |text: &str| figures(&Spanned::new(text.to_owned(), own), &value.each_ref());
        assert_eq!(filled("baru {a} dari {a} {u}."), Line::at("baru 5 dari 5.", own));
        assert_eq!(filled("tanpa nama"), Line::at("tanpa nama", own));
        // The same words stand in the sentence itself, and are no value there.
        let twice = Line::at("a 5, ", own).then("a 5", data).then("; a 5 ", own);
        assert_eq!(filled("a {a}, {n}; a {a} {n}"), twice.then("a 5", data));
        assert_eq!(unknown("{a} {b}", &["a"]), ["b"]);
        assert_eq!(unknown("{a", &["a"]), ["{a"]);
        assert_eq!(unknown("a} {a}", &["a"]), ["} {a}"]);
        assert_eq!(unknown("{}", &["a"]), [""]);
        assert!(unknown("{a}", &["a"]).is_empty());
    }
}
