//! Files that cannot be read, and values that cannot be what they should.

use bahasa::number::{BothWays, ambiguous_comma};
use base::diag::{Both, Lang, Said, meant};
use base::{problems, say};

problems! {
    /// Files that cannot be read, and values that cannot be what they should.
    FileProblem(lang) in_sheet in_sheet {
        /// The folder is no workspace.
        "0101" Error NotAWorkspace { dir } => say!(
            lang,
            (
                "`{dir}` bukan folder kerja naskah: `naskah.toml` tidak ada",
                "`{dir}` is not a naskah workspace: it has no `naskah.toml`"
            ),
            ("", ""),
            (
                "buat folder kerja baru dengan `naskah init {dir}`, atau sebut folder yang berisi `naskah.toml`",
                "make a new one with `naskah init {dir}`, or name the folder that holds `naskah.toml`"
            )
        ),
        /// A file that must be there is not.
        "0102" Error FileMissing { name } => say!(
            lang,
            ("berkas `{name}` tidak ada", "file `{name}` is missing"),
            ("", ""),
            (
                "buat berkas itu; contohnya ada pada `naskah init --contoh kutai-timur`",
                "create it; `naskah init --contoh kutai-timur` shows one"
            )
        ),
        /// A file cannot be read.
        "0103" Error CannotRead { name, why: Both } => say!(
            lang,
            [why],
            ("`{name}` tidak dapat dibaca: {why}", "`{name}` cannot be read: {why}"),
            ("", ""),
            (
                "periksa apakah berkas itu ada, tidak sedang dikunci program lain, dan boleh Anda buka",
                "check that it exists, is not locked by another program, and that you may open it"
            )
        ),
        /// A file is not UTF-8.
        "0104" Error NotUtf8 { name } => say!(
            lang,
            ("`{name}` bukan teks UTF-8", "`{name}` is not UTF-8 text"),
            ("", ""),
            (
                "simpan ulang berkas itu dengan penyandian UTF-8 (Notepad: Simpan Sebagai, Penyandian UTF-8)",
                "save it again with the encoding UTF-8"
            )
        ),
        /// TOML that does not parse.
        "0105" Error TomlSyntax { detail: Both } => say!(
            lang,
            [detail],
            ("penulisan TOML salah: {detail}", "TOML syntax error: {detail}"),
            ("di sini", "here"),
            (
                "periksa tanda kutip, tanda sama dengan, dan kurung pada baris ini dan baris sebelumnya",
                "check quotes, equals signs and brackets on this line and the one before"
            )
        ),
        /// A key nobody reads.
        "0106" Error UnknownKey { key, table, near } => {
            let mut said = say!(
                lang,
                (
                    "kunci `{key}` tidak dikenal pada {table}",
                    "unknown key `{key}` in {table}"
                ),
                ("tidak dikenal", "unknown"),
                ("", "")
            );
            said.help = meant(
                lang,
                near,
                (
                    "hapus kunci ini, atau lihat daftar kunci dalam docs/panduan-pengguna.md",
                    "remove it, or see the list of keys in docs/panduan-pengguna.md",
                ),
            );
            said
        },
        /// A key that must be there is not.
        "0107" Error MissingKey { key, table } => {
            let mut said = say!(
                lang,
                ("{table} belum memuat `{key}`", "{table} has no `{key}`"),
                ("`{key}` harus diisi di sini", "`{key}` is required here"),
                ("tambahkan baris `{key} = …`", "add a line `{key} = …`")
            );
            if key.starts_with('[') {
                said.help = match lang {
                    Lang::Id => {
                        format!("tambahkan baris `{key}`, lalu isinya di bawahnya")
                    }
                    Lang::En => {
                        format!("add a line `{key}`, and what belongs to it below")
                    }
                };
            }
            said
        },
        /// A value of another type.
        "0108" Error WrongType { key, expected: Both, found: Both } => say!(
            lang,
            [expected, found],
            (
                "`{key}` harus berupa {expected}, tetapi isinya {found}",
                "`{key}` must be {expected}, but is {found}"
            ),
            ("harus {expected}", "must be {expected}"),
            ("ubah nilainya menjadi {expected}", "change the value to {expected}")
        ),
        /// A word that is not one of the known.
        "0109" Error UnknownWord { key, value, allowed, near } => {
            let mut said = say!(
                lang,
                (
                    "nilai `{value}` untuk `{key}` tidak dikenal",
                    "unknown value `{value}` for `{key}`"
                ),
                ("tidak dikenal", "unknown"),
                ("", "")
            );
            let list = match lang {
                Lang::Id => format!("pilih salah satu: {allowed}"),
                Lang::En => format!("use one of: {allowed}"),
            };
            said.help = meant(lang, near, (&list, &list));
            said
        },
        /// A text that is no date.
        "0110" Error BadDate { key, value } => say!(
            lang,
            (
                "`{value}` pada `{key}` bukan tanggal yang ada",
                "`{value}` for `{key}` is not a date"
            ),
            ("bukan tanggal", "not a date"),
            (
                "tulis tahun-bulan-hari tanpa tanda kutip, misalnya 2024-12-09",
                "write year-month-day without quotes, such as 2024-12-09"
            )
        ),
        /// A text that is no time of day.
        "0111" Error BadTime { key, value } => say!(
            lang,
            (
                "`{value}` pada `{key}` bukan jam yang ada",
                "`{value}` for `{key}` is not a time of day"
            ),
            ("bukan jam", "not a time"),
            (
                "tulis dua angka jam dan dua angka menit, misalnya \"08.30\"",
                "write two digits for the hour and two for the minute, such as \"08.30\""
            )
        ),
        /// A text that is no number.
        "0112" Error BadNumber { key, value } => say!(
            lang,
            (
                "`{value}` pada `{key}` bukan bilangan",
                "`{value}` for `{key}` is not a number"
            ),
            ("bukan bilangan", "not a number"),
            (
                "tulis angka saja, misalnya 1250 atau \"1.250\"",
                "write digits only, such as 1250 or \"1.250\""
            )
        ),
        /// A number whose comma may group thousands or begin decimals.
        "0135" Error AmbiguousNumber { key, value, plain, grouped, decimal } => say!(
            lang,
            (
                "`{value}` pada `{key}` tidak jelas: komanya dapat berarti ribuan atau desimal",
                "`{value}` for `{key}` is not clear: its comma may mean thousands or decimals"
            ),
            ("ribuan atau desimal?", "thousands or decimals?"),
            (
                "tulis {plain} atau {grouped} bila ribuan, atau {decimal} bila desimal",
                "write {plain} or {grouped} for thousands, or {decimal} for decimals"
            )
        ),
        /// A number outside its range.
        "0113" Error OutOfRange { key, value, range: Both } => say!(
            lang,
            [range],
            (
                "nilai {value} pada `{key}` di luar batas",
                "{value} for `{key}` is out of range"
            ),
            ("harus {range}", "must be {range}"),
            ("isi dengan nilai {range}", "use a value {range}")
        ),
        /// A required text that is empty.
        "0114" Error EmptyText { key } => say!(
            lang,
            ("`{key}` masih kosong", "`{key}` is empty"),
            ("kosong", "empty"),
            (
                "isi teksnya, atau hapus kunci ini jika tidak wajib",
                "fill it in, or remove the key if it is optional"
            )
        ),
        /// A CSV that does not parse.
        "0115" Error BadCsv { detail: Both } => say!(
            lang,
            [detail],
            ("CSV tidak dapat dibaca: {detail}", "CSV cannot be read: {detail}"),
            ("di sini", "here"),
            (
                "samakan jumlah kolom setiap baris dengan baris judul, dan beri tanda kutip pada isi yang memuat pemisah",
                "give each row as many columns as the head row, and quote values that hold the separator"
            )
        ),
        /// A file in `data/` of a kind nobody reads.
        "0116" Warning UnreadFile { name } => say!(
            lang,
            ("`{name}` tidak dibaca", "`{name}` is not read"),
            ("", ""),
            (
                "folder `data/` memuat berkas .toml, .csv, .xlsx, dan .ods; simpan .xls sebagai .xlsx, pindahkan berkas lain ke tempat lain",
                "`data/` holds .toml, .csv, .xlsx and .ods files; save .xls as .xlsx, move other files elsewhere"
            )
        ),
        /// A pattern of letter numbers that cannot be used.
        "0117" Error BadPattern { key, detail: Both } => say!(
            lang,
            [detail],
            ("pola `{key}` salah: {detail}", "the pattern `{key}` is wrong: {detail}"),
            ("{detail}", "{detail}"),
            (
                "tulis misalnya \"{{klas}}/{{urut:03}}/{{unit}}/{{tahun}}\"",
                "write for example \"{{klas}}/{{urut:03}}/{{unit}}/{{tahun}}\""
            )
        ),
    }
}

impl FileProblem {
    /// What is wrong with a text that should say a number.
    pub(crate) fn of_number(key: &str, text: &str) -> Self {
        let (key, value) = (key.to_owned(), text.to_owned());
        match ambiguous_comma(text) {
            Some(BothWays { plain, grouped, decimal }) => {
                Self::AmbiguousNumber { key, value, plain, grouped, decimal }
            }
            None => Self::BadNumber { key, value },
        }
    }
}

/// The next step in a sheet or CSV, where the one for TOML would mislead: its users see columns
/// and cells, not keys, tables and quotes.
fn in_sheet(problem: &FileProblem, lang: Lang, said: &mut Said) {
    match problem {
        FileProblem::UnknownKey { key, near, .. } => {
            said.message = lang.either(
                format!("kolom `{key}` tidak dikenal"),
                format!("unknown column `{key}`"),
            );
            if near.is_empty() {
                said.help = lang.either(
                    "hapus kolom ini, atau lihat nama kolom yang dikenal dalam docs/panduan-pengguna.md",
                    "remove it, or see the known columns in docs/panduan-pengguna.md",
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
                "tulis dua angka jam dan dua angka menit, misalnya 08.30",
                "write two digits for the hour and two for the minute, such as 08.30",
            );
        }
        FileProblem::BadNumber { value, .. } if value.ends_with('%') => {
            said.help = lang.either(
                "isi dengan jumlahnya, bukan persen",
                "fill in the amount, not a percentage",
            );
        }
        FileProblem::BadNumber { .. } => {
            said.help = lang.either(
                "tulis angka saja, misalnya 1250 atau 1.250, tanpa satuan dan catatan",
                "write digits only, such as 1250 or 1.250, without unit or note",
            );
        }
        FileProblem::EmptyText { key } => {
            said.message = lang.either(
                format!("kolom `{key}` kosong"),
                format!("column `{key}` is empty"),
            );
            said.help = lang.either("isi sel itu", "fill in the cell");
        }
        _ => {}
    }
}

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
