//! What is said about reading files.

use super::super::problem::Files as P;
use super::super::{Lang, Said};
use super::meant;

pub(in crate::diag) fn said(problem: P<'_>, lang: Lang) -> Said {
    match problem {
        P::NotAWorkspace { dir } => say!(
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
        P::FileMissing { name } => say!(
            lang,
            ("berkas `{name}` tidak ada", "file `{name}` is missing"),
            ("", ""),
            (
                "buat berkas itu; contohnya ada pada `naskah init --contoh kutai-timur`",
                "create it; `naskah init --contoh kutai-timur` shows one"
            )
        ),
        P::CannotRead { name, why } => say!(
            lang,
            [why],
            ("`{name}` tidak dapat dibaca: {why}", "`{name}` cannot be read: {why}"),
            ("", ""),
            (
                "periksa apakah berkas itu ada, tidak sedang dikunci program lain, dan boleh Anda buka",
                "check that it exists, is not locked by another program, and that you may open it"
            )
        ),
        P::NotUtf8 { name } => say!(
            lang,
            ("`{name}` bukan teks UTF-8", "`{name}` is not UTF-8 text"),
            ("", ""),
            (
                "simpan ulang berkas itu dengan penyandian UTF-8 (Notepad: Simpan Sebagai, Penyandian UTF-8)",
                "save it again with the encoding UTF-8"
            )
        ),
        P::TomlSyntax { detail } => say!(
            lang,
            [detail],
            ("penulisan TOML salah: {detail}", "TOML syntax error: {detail}"),
            ("di sini", "here"),
            (
                "periksa tanda kutip, tanda sama dengan, dan kurung pada baris ini dan baris sebelumnya",
                "check quotes, equals signs and brackets on this line and the one before"
            )
        ),
        P::UnknownKey { key, table, near } => {
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
        }
        P::MissingKey { key, table } => {
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
        }
        P::WrongType { key, expected, found } => say!(
            lang,
            [expected, found],
            (
                "`{key}` harus berupa {expected}, tetapi isinya {found}",
                "`{key}` must be {expected}, but is {found}"
            ),
            ("harus {expected}", "must be {expected}"),
            ("ubah nilainya menjadi {expected}", "change the value to {expected}")
        ),
        P::UnknownWord { key, value, allowed, near } => {
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
        }
        P::BadDate { key, value } => say!(
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
        P::BadTime { key, value } => say!(
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
        P::BadNumber { key, value } => say!(
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
        P::OutOfRange { key, value, range } => say!(
            lang,
            [range],
            (
                "nilai {value} pada `{key}` di luar batas",
                "{value} for `{key}` is out of range"
            ),
            ("harus {range}", "must be {range}"),
            ("isi dengan nilai {range}", "use a value {range}")
        ),
        P::EmptyText { key } => say!(
            lang,
            ("`{key}` masih kosong", "`{key}` is empty"),
            ("kosong", "empty"),
            (
                "isi teksnya, atau hapus kunci ini jika tidak wajib",
                "fill it in, or remove the key if it is optional"
            )
        ),
        P::BadCsv { detail } => say!(
            lang,
            [detail],
            ("CSV tidak dapat dibaca: {detail}", "CSV cannot be read: {detail}"),
            ("di sini", "here"),
            (
                "samakan jumlah kolom setiap baris dengan baris judul, dan beri tanda kutip pada isi yang memuat pemisah",
                "give each row as many columns as the head row, and quote values that hold the separator"
            )
        ),
        P::UnreadFile { name } => say!(
            lang,
            ("`{name}` tidak dibaca", "`{name}` is not read"),
            ("", ""),
            (
                "folder `data/` memuat berkas .toml, .csv, .xlsx, dan .ods; simpan .xls sebagai .xlsx, pindahkan berkas lain ke tempat lain",
                "`data/` holds .toml, .csv, .xlsx and .ods files; save .xls as .xlsx, move other files elsewhere"
            )
        ),
        P::BadPattern { key, detail } => say!(
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
