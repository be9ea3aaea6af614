//! What is said about a problem in a sheet: its users see columns and cells, not keys,
//! tables and quotes.

use super::{Both, Lang, Problem, Said};

/// The next step in a sheet or CSV, where the one for TOML would mislead.
pub(super) fn in_sheet(problem: &Problem, lang: Lang, said: &mut Said) {
    let say = |id: String, en: String| match lang {
        Lang::Id => id,
        Lang::En => en,
    };
    let fixed = |id: &str, en: &str| say(id.to_owned(), en.to_owned());
    match problem {
        Problem::UnknownKey { key, near, .. } => {
            said.message = say(
                format!("kolom `{key}` tidak dikenal"),
                format!("unknown column `{key}`"),
            );
            if near.is_empty() {
                said.help = fixed(
                    "hapus kolom ini, atau lihat nama kolom yang dikenal dalam docs/panduan-pengguna.md",
                    "remove it, or see the known columns in docs/panduan-pengguna.md",
                );
            }
        }
        Problem::MissingKey { key, .. } => {
            said.message = say(
                format!("kolom `{key}` pada baris ini masih kosong"),
                format!("column `{key}` of this row is empty"),
            );
            said.help = say(
                format!(
                    "isi kolom `{key}`; bila kolomnya belum ada, tambahkan pada baris judul"
                ),
                format!(
                    "fill in the column `{key}`; if there is none, add it to the head row"
                ),
            );
        }
        Problem::WrongType { key, expected, found } => {
            let expected = plain(expected);
            let (want, have) = (expected.of(lang), found.of(lang));
            said.message = say(
                format!("isi kolom `{key}` harus {want}, tetapi isinya {have}"),
                format!("column `{key}` must hold {want}, but holds {have}"),
            );
            said.label = say(format!("harus {want}"), format!("must be {want}"));
            said.help = say(
                format!("ganti isi sel itu dengan {want}, dan periksa format selnya"),
                format!("replace the cell by {want}, and check its format"),
            );
        }
        Problem::BadDate { .. } => {
            said.help = fixed(
                "tulis seperti 9 Desember 2024 atau 09/12/2024 (hari, bulan, tahun empat angka)",
                "write it like 9 Desember 2024 or 09/12/2024 (day, month, year of four digits)",
            );
        }
        Problem::BadTime { .. } => {
            said.help = fixed(
                "tulis dua angka jam dan dua angka menit, misalnya 08.30",
                "write two digits for the hour and two for the minute, such as 08.30",
            );
        }
        Problem::BadNumber { value, .. } if value.ends_with('%') => {
            said.help = fixed(
                "isi dengan jumlahnya, bukan persen",
                "fill in the amount, not a percentage",
            );
        }
        Problem::BadNumber { .. } => {
            said.help = fixed(
                "tulis angka saja, misalnya 1250 atau 1.250, tanpa satuan dan catatan",
                "write digits only, such as 1250 or 1.250, without unit or note",
            );
        }
        Problem::EmptyText { key } => {
            said.message =
                say(format!("kolom `{key}` kosong"), format!("column `{key}` is empty"));
            said.help = fixed("isi sel itu", "fill in the cell");
        }
        Problem::DoubtfulNip { .. } => {
            let cell = fixed("ya pada kolom `pppk`", "`ya` in the column `pppk`");
            said.label = said.label.replace(PPPK, &cell);
            said.message = said.message.replace(PPPK, &cell);
        }
        Problem::GelarInName { gelar } => {
            said.label = String::new();
            said.help = say(
                format!("pindahkan `{gelar}` ke kolom `gelar_belakang`"),
                format!("move `{gelar}` to the column `gelar_belakang`"),
            );
        }
        Problem::BadGolongan { .. } => {
            said.help = fixed(
                "tulis misalnya IV/c, atau IX untuk PPPK",
                "write for example IV/c, or IX for PPPK",
            );
        }
        Problem::NihilWithFigures { .. } => {
            said.help = fixed(
                "kosongkan kolom `nihil`, atau kosongkan `sasaran` dan `terlayani`",
                "empty the column `nihil`, or empty `sasaran` and `terlayani`",
            );
        }
        _ => {}
    }
}

/// How TOML marks the number of a PPPK.
const PPPK: &str = "pppk = true";

/// Kinds of values without the signs of TOML.
fn plain(expected: &Both) -> Both {
    let words = [
        ("teks dalam tanda kutip", "teks", "text"),
        ("true atau false", "ya atau tidak", "ya or tidak"),
        ("jam, misalnya \"08.30\"", "jam, misalnya 08.30", "a time, such as 08.30"),
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

#[cfg(test)]
mod tests {
    use crate::diag::{Diagnostic, Lang, Problem, Span, draw};
    use crate::source::SourceMap;

    /// Nothing said about a cell speaks of quotes, keys or `=`.
    #[test]
    fn no_toml_in_sheets() {
        let both = crate::diag::Both::new;
        let text = |t: &str| t.to_owned();
        let mut problems = vec![
            Problem::UnknownKey { key: text("a"), table: text("[[x]]"), near: text("") },
            Problem::MissingKey { key: text("a"), table: text("[[x]]") },
            Problem::BadDate { key: text("a"), value: text("b") },
            Problem::BadTime { key: text("a"), value: text("b") },
            Problem::BadNumber { key: text("a"), value: text("b") },
            Problem::BadNumber { key: text("a"), value: text("12%") },
            Problem::EmptyText { key: text("a") },
            Problem::GelarInName { gelar: text("S.E.") },
            Problem::BadGolongan { text: text("x") },
            Problem::EmptyCell { key: text("a") },
            Problem::NihilWithFigures { kode: text("a") },
        ];
        for (id, en) in [
            ("teks dalam tanda kutip", "text in quotes"),
            (
                "daftar teks, misalnya [\"…\", \"…\"]",
                "a list of texts, such as [\"…\", \"…\"]",
            ),
            ("true atau false", "true or false"),
            ("jam, misalnya \"08.30\"", "a time, such as \"08.30\""),
        ] {
            let (expected, found) = (both(id, en), both("bilangan", "a number"));
            problems.push(Problem::WrongType { key: text("a"), expected, found });
        }
        let mut sources = SourceMap::default();
        let file = sources.add("data/peserta.xlsx!Lembar1", "");
        let csv = sources.add("data/peserta.csv", "nama\nx\n");
        for problem in problems {
            for span in [Span::Cell { file, row: 1, column: 2 }, Span::text(csv, 5..6)] {
                for lang in [Lang::Id, Lang::En] {
                    let diagnostic = Diagnostic { span, problem: problem.clone() };
                    let said = draw(&diagnostic, &sources, lang, false);
                    for toml in ['"', '=', '['] {
                        let body = said.replacen("[NSK", "", 1).replace(" = langkah", "");
                        let body = body.replace(" = help", "").replace("= ", "");
                        assert!(!body.contains(toml), "{said}");
                    }
                    assert!(!said.contains("kunci") && !said.contains("key"), "{said}");
                }
            }
        }
    }
}
