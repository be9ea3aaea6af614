//! The same problems in a sheet.

use super::FileProblem;
use crate::problem::numerals::{looking_alike, meant_for, two_ways};
use base::diag::{Both, Lang, Said};

/// The next step in a sheet or CSV, where the one for TOML would mislead: its users see columns
/// and cells, not keys, tables and quotes.
pub(super) fn in_sheet(problem: &FileProblem, lang: Lang, said: &mut Said) {
    match problem {
        FileProblem::UnknownKey { key, near, .. } => {
            said.message = lang.either(
                format!("kolom `{key}` tidak dikenal"),
                format!("unknown column `{key}`"),
            );
            if near.is_empty() {
                said.help = lang.either(
                    "bila isinya diperlukan, ganti judulnya dengan nama kolom yang dikenal (panduan pengguna, bagian 3); bila hanya catatan kantor, pindahkan kolomnya ke luar berkas ini",
                    "if it is needed, give it the name of a known column (part 3 of the guide); if it is a note of the office, move it out of this file",
                );
            }
        }
        FileProblem::MissingKey { key, .. } => {
            said.message = lang.either(
                format!("kolom `{key}` pada baris ini masih kosong"),
                format!("column `{key}` of this row is empty"),
            );
            said.help = lang.either(
                format!(
                    "isi kolom `{key}`; bila kolomnya belum ada, tambahkan pada baris judul"
                ),
                format!(
                    "fill in the column `{key}`; if there is none, add it to the head row"
                ),
            );
        }
        FileProblem::WrongType { key, expected, found } => {
            let expected = plain(expected);
            let (want, have) = (expected.of(lang), found.of(lang));
            said.message = lang.either(
                format!("isi kolom `{key}` harus {want}, tetapi isinya {have}"),
                format!("column `{key}` must hold {want}, but holds {have}"),
            );
            said.label = lang.either(format!("harus {want}"), format!("must be {want}"));
            said.help = lang.either(
                format!("ganti isi sel itu dengan {want}, dan periksa format selnya"),
                format!("replace the cell by {want}, and check its format"),
            );
        }
        FileProblem::BadDate { .. } => {
            said.help = lang.either(
                "tulis seperti 9 Desember 2024 atau 09/12/2024 (hari, bulan, tahun empat angka)",
                "write it like 9 Desember 2024 or 09/12/2024 (day, month, year of four digits)",
            );
        }
        FileProblem::BadTime { .. } => {
            said.help = lang.either(
                "tulis dua angka jam dan dua angka menit, misalnya 08:30",
                "write two digits for the hour and two for the minute, such as 08:30",
            );
        }
        FileProblem::BadNumber { value, .. } if value.ends_with('%') => {
            said.help = lang.either(
                "isi dengan jumlahnya, bukan persen",
                "fill in the amount, not a percentage",
            );
        }
        FileProblem::BadNumber { key, value } => {
            // A cell says decimals in its own way, and none of them is a count.
            let whole = |figure: &String| figure.bytes().all(|b| b.is_ascii_digit());
            if let Some((id, en)) = two_ways(value).or_else(|| looking_alike(value)) {
                said.help = lang.either(id, en);
                return;
            }
            said.help = match meant_for(key, value).filter(whole) {
                Some(plain) => {
                    lang.either(format!("tulis {plain}"), format!("write {plain}"))
                }
                None => otherwise(key, value, lang),
            };
        }
        FileProblem::EmptyText { key, .. } => {
            said.message = lang.either(
                format!("kolom `{key}` kosong"),
                format!("column `{key}` is empty"),
            );
            said.help = lang.either("isi sel itu", "fill in the cell");
        }
        _ => {}
    }
}

/// The step for a number that cannot be made out, with figures as its column has them.
fn otherwise(key: &str, value: &str, lang: Lang) -> String {
    let such = match key {
        "triwulan" => return lang.either("tulis 1, 2, 3, atau 4", "write 1, 2, 3 or 4"),
        "tahun" => ("2025", "2025"),
        "durasi" => ("30 untuk setengah jam", "30 for half an hour"),
        "jumlah" | "jp" | "urut" | "baris_kosong" => ("2", "2"),
        _ => ("1250 atau 1.250", "1250 or 1.250"),
    };
    // A stroke or a mark stands where nothing was counted, or nothing is known yet.
    if !value.contains(char::is_alphanumeric) {
        return lang.either(
            "kosongkan selnya bila belum ada angkanya; tulis 0 bila memang nol",
            "leave the cell empty if there is no figure yet; write 0 if it is nought",
        );
    }
    let such = lang.either(such.0, such.1);
    match lang {
        Lang::Id => {
            format!("tulis angka saja, misalnya {such}, tanpa satuan dan catatan")
        }
        Lang::En => format!("write digits only, such as {such}, without unit or note"),
    }
}

/// Kinds of values without the signs of TOML.
fn plain(expected: &Both) -> Both {
    let words = [
        ("teks dalam tanda kutip", "teks", "text"),
        ("true atau false", "ya atau tidak", "ya or tidak"),
        // A point makes a number of it in an Excel that speaks English.
        ("jam, misalnya \"08.30\"", "jam, misalnya 08:30", "a time, such as 08:30"),
        (
            "tanggal, misalnya 2024-12-09",
            "tanggal, misalnya 09/12/2024",
            "a date, such as 09/12/2024",
        ),
    ];
    let found = words.iter().find(|(toml, ..)| *toml == expected.of(Lang::Id));
    if let Some((_, id, en)) = found {
        return Both::new(*id, *en);
    }
    if expected.of(Lang::Id).starts_with("daftar teks") {
        return Both::new(
            "teks; beberapa butir dipisah dengan baris baru atau tanda |",
            "text; several items on lines of their own or with | between",
        );
    }
    expected.clone()
}
