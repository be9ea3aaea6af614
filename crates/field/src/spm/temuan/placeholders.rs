//! The names of figures that the texts of each rule may use, and how they are filled in.

/// Names of a rule about a number of people.
const PENERIMA: &[&str] =
    &["layanan", "satuan", "sasaran", "terlayani", "belum", "penerima"];

/// Names of the rules about the path and the pace of the year.
const LAJU: &[&str] = &[
    "layanan",
    "satuan",
    "sasaran",
    "terlayani",
    "belum",
    "penerima",
    "laju",
    "proyeksi",
    "per_triwulan",
    "per_bulan",
];

const SISA: &[&str] =
    &["layanan", "satuan", "sasaran", "terlayani", "belum", "penerima", "tahun_depan"];
const MUTU: &[&str] = &["layanan", "mutu", "butir", "ada", "perlu", "satuan_butir"];
const ISIAN: &[&str] = &["layanan", "satuan", "isian"];
const TURUN: &[&str] = &["layanan", "satuan", "lalu", "kini", "periode_lalu"];
const BUTIR: &[&str] =
    &["layanan", "butir", "lalu", "kini", "satuan_butir", "lainnya", "periode_lalu"];
const INDEKS: &[&str] = &["subjek", "lalu", "kini", "selisih", "periode_lalu"];
const NAIK_BELUM: &[&str] =
    &["subjek", "lalu", "kini", "selisih", "periode_lalu", "jalur"];
const SERAPAN: &[&str] = &[
    "layanan",
    "satuan",
    "penerima",
    "belum",
    "serapan",
    "selisih",
    "pagu",
    "realisasi",
];

/// Every rule of the engine with the names its texts may use.
const KNOWN: [(&str, &[&str]); 34] = [
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
    ("T-MUTU-KOSONG", &["layanan", "satuan"]),
    ("T-MUTU-SEBAGIAN", &["layanan", "banyak", "seluruh", "butir"]),
    ("T-ANGGARAN-KOSONG", ISIAN),
    ("T-SASARAN-NOL", &["layanan", "satuan"]),
    ("T-NIHIL-BERUBAH", &["layanan", "satuan", "lalu", "periode_lalu"]),
    (
        "T-SASARAN-BERUBAH",
        &["layanan", "satuan", "lalu", "kini", "arah", "persen", "periode_lalu"],
    ),
    ("T-KEBUTUHAN-BERUBAH", BUTIR),
    ("T-REALISASI-PAGU", &["layanan", "realisasi", "pagu", "serapan"]),
    ("T-SERAPAN-MENDAHULUI", SERAPAN),
    ("T-SERAPAN-TERTINGGAL", SERAPAN),
    ("T-BELUM-MULAI", &["layanan", "satuan", "sasaran", "belum"]),
    (
        "T-JALUR",
        &[
            "layanan",
            "satuan",
            "sasaran",
            "terlayani",
            "belum",
            "penerima",
            "selisih",
            "jalur",
        ],
    ),
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
pub fn semua() -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    KNOWN.into_iter()
}

/// The names that the texts of a rule may use; `None` when there is no such rule.
pub(super) fn known_to(kode: &str) -> Option<&'static [&'static str]> {
    KNOWN.iter().find(|(k, _)| *k == kode).map(|(_, milik)| *milik)
}

/// The names in a text that are none of `milik`; a brace without its partner counts as one.
pub(super) fn unknown(teks: &str, milik: &[&str]) -> Vec<String> {
    let mut asing = Vec::new();
    for potong in split(teks) {
        match potong {
            Segment::Nama(nama) if !milik.contains(&nama) => asing.push(nama.to_owned()),
            Segment::Rusak(sisa) => asing.push(sisa.to_owned()),
            Segment::Nama(_) | Segment::Teks(_) => {}
        }
    }
    asing
}

/// The text with its names filled in. A figure that is empty (a mutu item without unit)
/// leaves no second blank behind.
pub(super) fn isi(teks: &str, nilai: &[(&str, String)]) -> String {
    let mut hasil = String::new();
    for potong in split(teks) {
        match potong {
            Segment::Nama(nama) => {
                if let Some((_, isi)) = nilai.iter().find(|(n, _)| *n == nama) {
                    if isi.is_empty() && hasil.ends_with(' ') {
                        hasil.pop();
                    }
                    hasil.push_str(isi);
                }
            }
            Segment::Teks(teks) | Segment::Rusak(teks) => hasil.push_str(teks),
        }
    }
    hasil
}

enum Segment<'a> {
    Teks(&'a str),
    Nama(&'a str),
    /// From a brace that is never closed, or a closing one that was never opened.
    Rusak(&'a str),
}

fn split(teks: &str) -> Vec<Segment<'_>> {
    let mut hasil = Vec::new();
    let mut sisa = teks;
    while let Some(buka) = sisa.find(['{', '}']) {
        let (depan, belakang) = sisa.split_at(buka);
        hasil.push(Segment::Teks(depan));
        let nama = belakang.strip_prefix('{').and_then(|isi| isi.split_once('}'));
        let Some((nama, lanjut)) = nama else {
            hasil.push(Segment::Rusak(belakang));
            return hasil;
        };
        hasil.push(Segment::Nama(nama));
        sisa = lanjut;
    }
    hasil.push(Segment::Teks(sisa));
    hasil
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_filled_and_strange_ones_told() {
        let nilai = [("a", "5".to_owned()), ("u", String::new())];
        assert_eq!(isi("baru {a} dari {a} {u}.", &nilai), "baru 5 dari 5.");
        assert_eq!(isi("tanpa nama", &nilai), "tanpa nama");
        assert_eq!(unknown("{a} {b}", &["a"]), ["b"]);
        assert_eq!(unknown("{a", &["a"]), ["{a"]);
        assert_eq!(unknown("a} {a}", &["a"]), ["} {a}"]);
        assert_eq!(unknown("{}", &["a"]), [""]);
        assert!(unknown("{a}", &["a"]).is_empty());
    }
}
