//! Files that cannot be read, and values that cannot be what they should.

mod in_sheet;

use super::file_names;
use super::numerals::number_advice;
use bahasa::number::{BothWays, ambiguous_comma};
use base::diag::{Both, Lang, meant};
use base::{problems, say};
use in_sheet::in_sheet;

problems! {
    /// Files that cannot be read, and values that cannot be what they should.
    FileProblem(lang) in_sheet in_sheet {
        /// The folder is no workspace. `above` is the workspace it is in, `inside` those in it.
        "0101" Error NotAWorkspace { dir, above, inside, book, disguised: bool } => {
            let mut said = say!(
                lang,
                (
                    "`{dir}` bukan folder kerja naskah: `rakor.xlsx` atau `naskah.toml` tidak ada",
                    "`{dir}` is not a naskah workspace: it has no `rakor.xlsx` and no `naskah.toml`"
                ),
                ("", ""),
                (
                    "sebut folder yang berisi salah satunya; folder kerja baru dibuat dengan `naskah init FOLDER-BARU`",
                    "name the folder that holds one of them; `naskah init NEW-FOLDER` makes a new workspace"
                )
            );
            if *disguised {
                said.help = lang.either(
                    "di sana ada `naskah.toml.txt`: akhiran .txt disembunyikan Windows; ganti namanya menjadi `naskah.toml`",
                    "it has `naskah.toml.txt`: Windows hides the ending .txt; rename it to `naskah.toml`",
                );
            } else if !book.is_empty() {
                said.help = lang.either(
                    format!("di sana ada `{book}`: bila itu buku kerjanya, simpan dengan nama `rakor.xlsx` (atau `rakor.ods`)"),
                    format!("it has `{book}`: if that is the workbook, save it under the name `rakor.xlsx` (or `rakor.ods`)"),
                );
            } else if !inside.is_empty() {
                said.help = lang.either(
                    format!("sebut folder kerja di dalamnya: {inside}"),
                    format!("name a workspace in it: {inside}"),
                );
            } else if !above.is_empty() {
                said.help = lang.either(
                    format!("folder ini di dalam folder kerja `{above}`; sebut folder itu"),
                    format!("it is inside the workspace `{above}`; name that"),
                );
            }
            said
        },
        /// Nobody said into which workspace an import goes.
        "0189" Error IntoUnsaid { dir, inside } => {
            let mut said = say!(
                lang,
                (
                    "belum disebut folder kerja mana yang menerima impor ini: `{dir}` bukan folder kerja",
                    "which workspace this import goes into is not said: `{dir}` is none"
                ),
                ("", ""),
                (
                    "sebut folder kerjanya dengan --into: `naskah import BERKAS --into FOLDER-KERJA`",
                    "name the workspace with --into: `naskah import FILE --into WORKSPACE`"
                )
            );
            if !inside.is_empty() {
                said.help = lang.either(
                    format!("tambahkan --into dan folder kerjanya; yang ada di sini: {inside}"),
                    format!("add --into and the workspace; those that are here: {inside}"),
                );
            }
            said
        },
        /// The folder is not there.
        "0180" Error FolderMissing { dir, near } => {
            let mut said = say!(
                lang,
                ("folder `{dir}` tidak ada", "there is no folder `{dir}`"),
                ("", ""),
                ("", "")
            );
            said.help = meant(
                lang,
                near,
                (
                    "periksa ejaannya, dan folder tempat perintah ini diketik",
                    "check its spelling, and the folder in which this was typed",
                ),
            );
            said
        },
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
        "0103" Error CannotRead { name, why: Both } => {
            let too_large = *why == Both::io(&std::io::ErrorKind::FileTooLarge.into());
            let mut said = say!(
                lang,
                [why],
                ("`{name}` tidak dapat dibaca: {why}", "`{name}` cannot be read: {why}"),
                ("", ""),
                (
                    "periksa apakah berkas itu ada, tidak sedang dikunci program lain, dan boleh Anda buka",
                    "check that it exists, is not locked by another program, and that you may open it"
                )
            );
            if too_large {
                said.help = lang.either(
                    "periksa isinya; bila bukan berkas untuk naskah, pindahkan ke luar folder kerja, dan bila daftar, hapus yang tidak diperlukan dari salinannya",
                    "look at what it holds; if it is not meant for naskah, move it out of the workspace, and if it is a list, leave out of a copy what is not needed",
                );
            }
            said
        },
        /// A file is not UTF-8.
        "0104" Error NotUtf8 { name, seems: Both } => {
            let mut said = say!(
                lang,
                [seems],
                ("`{name}` bukan teks UTF-8", "`{name}` is not UTF-8 text"),
                ("", ""),
                (
                    "simpan ulang berkas itu dengan penyandian UTF-8 (Notepad: Simpan Sebagai, Penyandian UTF-8; Excel: CSV UTF-8)",
                    "save it again with the encoding UTF-8 (Excel: CSV UTF-8)"
                )
            );
            let seems = seems.of(lang);
            if !seems.is_empty() {
                said.message = lang.either(
                    format!("`{name}` bukan teks UTF-8, melainkan tampaknya {seems}"),
                    format!("`{name}` is not UTF-8 text but seems to be {seems}"),
                );
            }
            said
        },
        /// TOML that does not parse.
        "0105" Error TomlSyntax { detail: Both, step: Both } => say!(
            lang,
            [detail, step],
            ("penulisan TOML salah: {detail}", "TOML syntax error: {detail}"),
            ("di sini", "here"),
            ("{step}", "{step}")
        ),
        /// Curly quotes of a word processor.
        "0181" Error CurlyQuotes { quote } => say!(
            lang,
            (
                "tanda kutip melengkung `{quote}` tidak dikenal dalam TOML",
                "curly quotes such as `{quote}` are unknown in TOML"
            ),
            ("kutip melengkung", "curly quote"),
            (
                "ganti dengan kutip lurus \"; Word membuatnya melengkung, Notepad tidak",
                "use straight quotes \"; Word makes them curly, Notepad does not"
            )
        ),
        /// A key or a section that was written before.
        "0182" Error Twice { key, line } => say!(
            lang,
            (
                "`{key}` sudah ditulis pada baris {line}",
                "`{key}` was written before, on line {line}"
            ),
            ("yang kedua", "the second one"),
            (
                "pertahankan satu saja, dan satukan isinya bila keduanya perlu",
                "keep one of them, and put what both hold together"
            )
        ),
        /// A quote of a CSV that nothing closes.
        "0184" Error UnclosedQuote { line: usize, column: usize, taken: Both } => say!(
            lang,
            [taken],
            (
                "tanda kutip pada baris {line} kolom {column} tidak ditutup{taken}",
                "the quote on line {line} in column {column} is not closed{taken}"
            ),
            ("dibuka di sini", "opened here"),
            (
                "hapus tanda kutip ini, atau tutup dengan `\"` di ujung isi selnya",
                "delete this quote, or close it with `\"` at the end of the cell"
            )
        ),
        /// A file whose bytes are not what its name says.
        /// `there` is what already has the name that would be right.
        "0183" Error NotItsEnding { name, really: Both, renamed, there } => {
            let mut said = say!(
                lang,
                [really],
                ("isi `{name}` bukan teks, melainkan {really}", "`{name}` is no text but {really}"),
                ("", ""),
                (
                    "simpan isinya sebagai teks (CSV UTF-8), atau pakai .xlsx",
                    "save what it holds as text (CSV UTF-8), or use .xlsx"
                )
            );
            if !there.is_empty() {
                said.help = lang.either(
                    format!("`{there}` sudah ada; bandingkan isinya, lalu pindahkan yang tidak dipakai ke luar folder ini"),
                    format!("`{there}` is there already; compare the two, then move the one that is not used out of this folder"),
                );
            } else if renamed.rsplit('.').next() == Some("html") {
                said.help = lang.either(
                    format!("ganti namanya menjadi `{renamed}`, buka dengan Excel atau LibreOffice, lalu simpan sebagai .xlsx"),
                    format!("rename it to `{renamed}`, open it in Excel or LibreOffice, and save it as .xlsx"),
                );
            } else if !renamed.is_empty() {
                said.help = lang.either(
                    format!("ganti namanya menjadi `{renamed}`, atau simpan dari Excel sebagai CSV UTF-8"),
                    format!("rename it to `{renamed}`, or save it from Excel as CSV UTF-8"),
                );
            }
            said
        },
        /// `[keluaran] folder` names no folder of its own below the workspace.
        "0150" Error OutputElsewhere { folder } => say!(
            lang,
            (
                "folder hasil `{folder}` bukan folder tersendiri di dalam folder kerja",
                "the output folder `{folder}` is no folder of its own inside the workspace"
            ),
            ("bukan tempat hasil", "no place for output"),
            (
                "tulis nama folder di dalam folder kerja, misalnya \"keluaran\"; untuk menulis ke tempat lain, jalankan `naskah build --out FOLDER`",
                "name a folder inside the workspace, such as \"keluaran\"; to write elsewhere, run `naskah build --out FOLDER`"
            )
        ),
        /// `versi` is no version of this program.
        "0154" Error NoVersion { said } => say!(
            lang,
            (
                "`{said}` bukan versi naskah, yaitu tiga bilangan seperti 0.2.0",
                "`{said}` is no version of naskah, which is three numbers such as 0.2.0"
            ),
            ("bukan versi", "no version"),
            (
                "tulis yang disebut `naskah --version`, atau hapus baris ini",
                "write what `naskah --version` says, or remove this line"
            )
        ),
        /// A key nobody reads.
        "0106" Error UnknownKey { key, table, near, heads } => {
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
                    "tulis kunci yang dikenal (daftarnya dalam panduan pengguna, bagian 3), atau hapus baris ini bila tidak diperlukan",
                    "write a known key (part 3 of the guide lists them), or remove this one if it is not needed",
                ),
            );
            if !heads.is_empty() {
                said.help = lang.either(
                    format!("`{key}` ditulis di bawah {heads}; pindahkan ke sana, atau tulis barisnya di atas kunci ini bila belum ada"),
                    format!("`{key}` stands below {heads}; move it there, or write that line above this key if there is none yet"),
                );
            }
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
        /// A section written as a value: `periode = "TW II 2025"`.
        "0151" Error SectionAsValue { head, keys: Both } => say!(
            lang,
            [keys],
            (
                "`{head}` adalah bagian tersendiri, bukan satu nilai",
                "`{head}` is a section of its own, not one value"
            ),
            ("harus bagian {head}", "must be a section {head}"),
            (
                "hapus baris ini; pada akhir berkas tulis `{head}`, lalu {keys} di bawahnya",
                "remove this line; at the end of the file write `{head}`, and {keys} below it"
            )
        ),
        /// A section of which there may be several, with single brackets.
        "0152" Error SingleBrackets { head } => say!(
            lang,
            (
                "bagian `{head}` dapat berulang, jadi kurungnya dua",
                "there may be several sections `{head}`, so its brackets are double"
            ),
            ("kurung tunggal", "single brackets"),
            ("tulis `[[{head}]]`", "write `[[{head}]]`")
        ),
        /// A section with the name of its file in front: `[surat.undangan]`.
        "0153" Error NameInFront { head, above } => say!(
            lang,
            (
                "kepala `[{above}.{head}]` memuat nama berkasnya",
                "the head `[{above}.{head}]` has the name of its file in it"
            ),
            ("cukup [{head}]", "[{head}] is enough"),
            ("tulis `[{head}]`", "write `[{head}]`")
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
        "0110" Error BadDate { key, value } => {
            let mut said = say!(
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
            );
            if let Some(date) = bahasa::parse_date(value) {
                said.message = lang.either(
                    format!("tanggal pada `{key}` ditulis `{value}`"),
                    format!("the date for `{key}` is written `{value}`"),
                );
                said.label = lang.either("cara menulisnya lain", "written otherwise");
                said.help = lang.either(
                    format!("tulis {date}, tanpa tanda kutip"),
                    format!("write {date}, without quotes"),
                );
            }
            said
        },
        /// A text that is no time of day.
        "0111" Error BadTime { key, value } => {
            let mut said = say!(
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
            );
            if is_bare_time(value) {
                said.message = lang.either(
                    format!("jam `{value}` pada `{key}` belum dalam tanda kutip"),
                    format!("the time `{value}` for `{key}` is not in quotes"),
                );
                said.label = lang.either("tanpa tanda kutip", "no quotes");
                said.help = lang.either(
                    format!("tulis \"{value}\""),
                    format!("write \"{value}\""),
                );
            } else if let Some(time) = with_zone(value) {
                said.label = lang.either("zona ikut ditulis", "the zone is written too");
                said.help = lang.either(
                    format!("tulis \"{time}\"; zonanya dari `zona_waktu` dalam naskah.toml"),
                    format!("write \"{time}\"; the zone is `zona_waktu` of naskah.toml"),
                );
            }
            said
        },
        /// A time typed with a point, of which the spreadsheet made a number.
        "0188" Error ClockAsNumber { key, value, jam } => say!(
            lang,
            (
                "isi kolom `{key}` harus jam, tetapi isinya bilangan {value}: jam yang diketik dengan titik dijadikan bilangan oleh Excel",
                "column `{key}` must hold a time, but holds the number {value}: a spreadsheet made it of a time typed with a point"
            ),
            ("bilangan, bukan jam", "a number, not a time"),
            (
                "ketik jamnya dengan titik dua, misalnya {jam}",
                "type the time with a colon, such as {jam}"
            )
        ),
        /// A text that is no number.
        "0112" Error BadNumber { key, value } => {
            let mut said = say!(
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
            );
            if let Some((label, help)) = number_advice(key, value, lang) {
                (said.label, said.help) = (label, help);
            }
            said
        },
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
        "0114" Error EmptyText { key, wanted: Both } => say!(
            lang,
            [wanted],
            ("`{key}` masih kosong", "`{key}` is empty"),
            ("kosong", "empty"),
            (
                "isi {wanted}, atau hapus kunci ini jika tidak wajib",
                "fill in {wanted}, or remove the key if it is optional"
            )
        ),
        /// A CSV that does not parse.
        "0115" Error BadCsv { detail: Both, much: bool } => {
            let mut said = say!(
                lang,
                [detail],
                ("CSV tidak dapat dibaca: {detail}", "CSV cannot be read: {detail}"),
                ("di sini", "here"),
                (
                    "samakan jumlah kolom setiap baris dengan baris judul, dan beri tanda kutip pada isi yang memuat pemisah",
                    "give each row as many columns as the head row, and quote values that hold the separator"
                )
            );
            if *much {
                said.label = String::new();
                said.help = lang.either(
                    "periksa apakah berkas ini memang daftar untuk naskah; bila ya, simpan salinan yang memuat bagian yang diperlukan saja",
                    "look whether this file is a list for naskah; if it is, save a copy with only the part that is needed",
                );
            }
            said
        },
        /// A file in `data/` of a kind nobody reads.
        /// `there` is what already has the name that it was meant to have.
        "0116" Warning UnreadFile { name, there } => {
            let mut said = say!(
                lang,
                ("`{name}` tidak dibaca", "`{name}` is not read"),
                ("", ""),
                (
                    "folder `data/` memuat berkas .toml, .csv, .xlsx, dan .ods; simpan .xls sebagai .xlsx, pindahkan berkas lain ke tempat lain",
                    "`data/` holds .toml, .csv, .xlsx and .ods files; save .xls as .xlsx, move other files elsewhere"
                )
            );
            if let Some(help) = file_names::unread_help(lang, name, there) {
                said.help = help;
            }
            said
        },
        /// A part of a letter's number that a sheet would take for a formula.
        "0149" Error FormulaSign { key, text } => say!(
            lang,
            (
                "`{key}` berawal tanda rumus lembar sebar: `{text}`",
                "`{key}` begins with the sign of a formula: `{text}`"
            ),
            ("bukan kode", "no code"),
            (
                "tulis kodenya saja, misalnya `klas = \"100.1.2\"` atau `unit = \"PEM\"`",
                "write the code alone, such as `klas = \"100.1.2\"` or `unit = \"PEM\"`"
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

/// Whether it is a time of day that only lacks its quotes: `08.00`.
pub(crate) fn is_bare_time(value: &str) -> bool {
    let part = |text: &str, most: u8| {
        text.len() == 2 && text.parse::<u8>().is_ok_and(|n| n <= most)
    };
    value.split_once('.').is_some_and(|(hour, minute)| part(hour, 23) && part(minute, 59))
}

/// The time of `08.00 WITA`.
fn with_zone(value: &str) -> Option<String> {
    let (time, zone) = value.trim().split_once(' ')?;
    let known = ["wib", "wita", "wit"].contains(&zone.trim().to_lowercase().as_str());
    let time = bahasa::time::parse_time(time).ok().filter(|_| known)?;
    Some(bahasa::time::format_clock(time))
}

impl FileProblem {
    /// What is wrong with a text that should say a number, `in_toml` or in a cell: in TOML only a
    /// text has points of thousands, and a number a decimal point.
    pub(crate) fn of_number(key: &str, text: &str, in_toml: bool) -> Self {
        let (key, value) = (key.to_owned(), text.to_owned());
        match ambiguous_comma(text) {
            Some(BothWays { plain, grouped, decimal }) if in_toml => {
                let (grouped, decimal) =
                    (format!("\"{grouped}\""), decimal.replace(',', "."));
                Self::AmbiguousNumber { key, value, plain, grouped, decimal }
            }
            Some(BothWays { plain, grouped, decimal }) => {
                Self::AmbiguousNumber { key, value, plain, grouped, decimal }
            }
            None => Self::BadNumber { key, value },
        }
    }
}
