//! What is said about each problem, in Indonesian and English side by side.

use super::{Both, Lang, Problem, Said};

/// Message, label and help in both languages: `say!(lang, ("…", "…"), ("…", "…"), ("…", "…"))`.
/// `say!(lang, [detail], …)` first takes those facts in the language.
macro_rules! say {
    ($lang:expr, [$($both:ident),+], $($wording:tt),+) => {{
        $(let $both = $both.of($lang);)+
        say!($lang, $($wording),+)
    }};
    ($lang:expr, ($mi:literal, $me:literal), ($li:literal, $le:literal), ($hi:literal, $he:literal)) => {
        match $lang {
            Lang::Id => Said {
                message: format!($mi),
                label: format!($li),
                help: format!($hi),
            },
            Lang::En => Said {
                message: format!($me),
                label: format!($le),
                help: format!($he),
            },
        }
    };
}

/// "maksud Anda `x`?", or another next step when nothing is near.
fn meant(lang: Lang, near: &str, otherwise: (&str, &str)) -> String {
    match (lang, near.is_empty()) {
        (Lang::Id, false) => format!("maksud Anda `{near}`?"),
        (Lang::En, false) => format!("did you mean `{near}`?"),
        (Lang::Id, true) => otherwise.0.to_owned(),
        (Lang::En, true) => otherwise.1.to_owned(),
    }
}

impl Problem {
    /// The wording in a language.
    #[allow(clippy::too_many_lines)]
    pub fn said(&self, lang: Lang) -> Said {
        match self {
            Self::NotAWorkspace { dir } => say!(
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
            Self::FileMissing { name } => say!(
                lang,
                ("berkas `{name}` tidak ada", "file `{name}` is missing"),
                ("", ""),
                (
                    "buat berkas itu; contohnya ada pada `naskah init --contoh kutai-timur`",
                    "create it; `naskah init --contoh kutai-timur` shows one"
                )
            ),
            Self::CannotRead { name, why } => say!(
                lang,
                [why],
                ("`{name}` tidak dapat dibaca: {why}", "`{name}` cannot be read: {why}"),
                ("", ""),
                (
                    "periksa apakah berkas itu ada, tidak sedang dikunci program lain, dan boleh Anda buka",
                    "check that it exists, is not locked by another program, and that you may open it"
                )
            ),
            Self::NotUtf8 { name } => say!(
                lang,
                ("`{name}` bukan teks UTF-8", "`{name}` is not UTF-8 text"),
                ("", ""),
                (
                    "simpan ulang berkas itu dengan penyandian UTF-8 (Notepad: Simpan Sebagai, Penyandian UTF-8)",
                    "save it again with the encoding UTF-8"
                )
            ),
            Self::TomlSyntax { detail } => say!(
                lang,
                [detail],
                ("penulisan TOML salah: {detail}", "TOML syntax error: {detail}"),
                ("di sini", "here"),
                (
                    "periksa tanda kutip, tanda sama dengan, dan kurung pada baris ini dan baris sebelumnya",
                    "check quotes, equals signs and brackets on this line and the one before"
                )
            ),
            Self::UnknownKey { key, table, near } => {
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
            Self::MissingKey { key, table } => {
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
            Self::WrongType { key, expected, found } => say!(
                lang,
                [expected, found],
                (
                    "`{key}` harus berupa {expected}, tetapi isinya {found}",
                    "`{key}` must be {expected}, but is {found}"
                ),
                ("harus {expected}", "must be {expected}"),
                ("ubah nilainya menjadi {expected}", "change the value to {expected}")
            ),
            Self::UnknownWord { key, value, allowed, near } => {
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
            Self::BadDate { key, value } => say!(
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
            Self::BadTime { key, value } => say!(
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
            Self::BadNumber { key, value } => say!(
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
            Self::OutOfRange { key, value, range } => say!(
                lang,
                [range],
                (
                    "nilai {value} pada `{key}` di luar batas",
                    "{value} for `{key}` is out of range"
                ),
                ("harus {range}", "must be {range}"),
                ("isi dengan nilai {range}", "use a value {range}")
            ),
            Self::EmptyText { key } => say!(
                lang,
                ("`{key}` masih kosong", "`{key}` is empty"),
                ("kosong", "empty"),
                (
                    "isi teksnya, atau hapus kunci ini jika tidak wajib",
                    "fill it in, or remove the key if it is optional"
                )
            ),
            Self::BadCsv { detail } => say!(
                lang,
                [detail],
                ("CSV tidak dapat dibaca: {detail}", "CSV cannot be read: {detail}"),
                ("di sini", "here"),
                (
                    "samakan jumlah kolom setiap baris dengan baris judul, dan beri tanda kutip pada isi yang memuat pemisah",
                    "give each row as many columns as the head row, and quote values that hold the separator"
                )
            ),
            Self::UnreadFile { name } => say!(
                lang,
                ("`{name}` tidak dibaca", "`{name}` is not read"),
                ("", ""),
                (
                    "folder `data/` memuat berkas .toml, .csv, .xlsx, dan .ods; simpan .xls sebagai .xlsx, pindahkan berkas lain ke tempat lain",
                    "`data/` holds .toml, .csv, .xlsx and .ods files; save .xls as .xlsx, move other files elsewhere"
                )
            ),
            Self::BadPattern { key, detail } => say!(
                lang,
                [detail],
                (
                    "pola `{key}` salah: {detail}",
                    "the pattern `{key}` is wrong: {detail}"
                ),
                ("{detail}", "{detail}"),
                (
                    "tulis misalnya \"{{klas}}/{{urut:03}}/{{unit}}/{{tahun}}\"",
                    "write for example \"{{klas}}/{{urut:03}}/{{unit}}/{{tahun}}\""
                )
            ),
            Self::SheetUnreadable { name, why } => say!(
                lang,
                [why],
                ("`{name}` tidak dapat dibaca: {why}", "`{name}` cannot be read: {why}"),
                ("", ""),
                (
                    "buka berkas itu dengan Excel atau LibreOffice, lalu simpan ulang sebagai .xlsx atau .ods",
                    "open it in Excel or LibreOffice and save it again as .xlsx or .ods"
                )
            ),
            Self::SheetLocked { name } => say!(
                lang,
                (
                    "`{name}` dikunci dengan kata sandi",
                    "`{name}` is protected by a password"
                ),
                ("", ""),
                (
                    "buka dengan Excel, hapus kata sandinya (File, Info, Protect Workbook), lalu simpan",
                    "open it in Excel, remove the password (File, Info, Protect Workbook), and save it"
                )
            ),
            Self::NoSheet { name } => say!(
                lang,
                (
                    "`{name}` tidak memuat lembar yang tampak",
                    "`{name}` has no visible sheet"
                ),
                ("", ""),
                (
                    "tampilkan lembar yang memuat datanya (klik kanan tab lembar, Unhide)",
                    "show the sheet that holds the data (right click on its tab, Unhide)"
                )
            ),
            Self::NoHeader { expected } => say!(
                lang,
                (
                    "baris judul kolom tidak ditemukan pada 20 baris pertama",
                    "no row of column names in the first 20 rows"
                ),
                ("", ""),
                (
                    "tulis nama kolom di atas datanya, misalnya: {expected}",
                    "write the column names above the data, such as: {expected}"
                )
            ),
            Self::DuplicateColumn { key, first } => say!(
                lang,
                ("kolom `{key}` ada dua", "there are two columns `{key}`"),
                ("", ""),
                (
                    "hapus atau ganti nama salah satunya; yang pertama di sel {first}",
                    "remove or rename one; the first is at cell {first}"
                )
            ),
            Self::ErrorCell { key, value } => say!(
                lang,
                (
                    "sel pada kolom `{key}` berisi galat rumus `{value}`",
                    "the cell of column `{key}` holds the formula error `{value}`"
                ),
                ("", ""),
                (
                    "perbaiki rumusnya, atau ganti dengan nilainya",
                    "mend the formula, or replace it by its value"
                )
            ),
            Self::NoResult { key } => say!(
                lang,
                (
                    "rumus pada kolom `{key}` belum dihitung: tersimpan tanpa hasil",
                    "the formula in column `{key}` is not yet calculated: it was saved without its result"
                ),
                ("", ""),
                (
                    "buka berkas itu dengan Excel atau LibreOffice, lalu simpan sekali agar rumusnya dihitung",
                    "open the file and save it once in Excel or LibreOffice, so that it is calculated"
                )
            ),
            Self::MissingColumn { key, near } => {
                let mut said = say!(
                    lang,
                    ("kolom `{key}` tidak ada", "there is no column `{key}`"),
                    ("", ""),
                    (
                        "tambahkan kolom `{key}` pada baris judul ini",
                        "add a column `{key}` to this row of names"
                    )
                );
                if !near.is_empty() {
                    said.help = match lang {
                        Lang::Id => format!("ganti nama kolom `{near}` menjadi `{key}`"),
                        Lang::En => format!("rename the column `{near}` to `{key}`"),
                    };
                }
                said
            }
            Self::EmptyCell { key } => say!(
                lang,
                (
                    "kolom `{key}` pada baris ini masih kosong",
                    "column `{key}` of this row is empty"
                ),
                ("", ""),
                (
                    "isi sel itu, atau hapus barisnya bila bukan data (misalnya baris jumlah)",
                    "fill in the cell, or delete the row if it is no data (such as a row of totals)"
                )
            ),
            Self::LongNumber { key, value } => say!(
                lang,
                (
                    "`{value}` pada `{key}` lebih dari 15 angka dan sudah dibulatkan lembar sebar",
                    "`{value}` for `{key}` has more than 15 digits and was rounded by the sheet"
                ),
                ("", ""),
                (
                    "ubah format selnya menjadi Teks, lalu ketik ulang seluruh angkanya",
                    "format the cell as Text, then type all digits again"
                )
            ),
            Self::SameList { name, other } => say!(
                lang,
                (
                    "`{name}` dan `{other}` memuat daftar yang sama",
                    "`{name}` and `{other}` hold the same list"
                ),
                ("", ""),
                (
                    "hapus atau pindahkan salah satunya; `{name}` tidak dibaca",
                    "remove or move one of them; `{name}` is passed over"
                )
            ),
            Self::NoPeriodInName { name } => say!(
                lang,
                (
                    "nama `{name}` tidak menyebut tahun dan triwulan",
                    "the name `{name}` tells no year and quarter"
                ),
                ("", ""),
                (
                    "beri nama seperti `2024-tw4.xlsx` atau `2024-tw4-dinkes.csv`",
                    "name it like `2024-tw4.xlsx` or `2024-tw4-dinkes.csv`"
                )
            ),
            Self::MutuWithoutService { kode, near } => {
                let mut said = say!(
                    lang,
                    (
                        "butir mutu untuk layanan `{kode}` yang tidak ada pada lembar capaian",
                        "a mutu item for the service `{kode}`, which has no row of its own"
                    ),
                    ("tidak dikenal", "unknown"),
                    ("", "")
                );
                said.help = meant(
                    lang,
                    near,
                    (
                        "tambahkan baris layanan itu pada lembar capaian, atau perbaiki kodenya",
                        "add a row for the service, or mend the code",
                    ),
                );
                said
            }
            Self::TotalsRow {} => say!(
                lang,
                ("baris jumlah tidak dibaca", "a row of totals is not read"),
                ("dilewati", "passed over"),
                (
                    "tidak perlu diubah; bila baris ini data, lengkapi kolom wajibnya dan ganti kata pertamanya",
                    "leave it; if the row is data, fill in its required columns and change its first word"
                )
            ),
            Self::HiddenSheet { name } => say!(
                lang,
                (
                    "lembar `{name}` tersembunyi, jadi tidak dibaca",
                    "the sheet `{name}` is hidden and not read"
                ),
                ("", ""),
                (
                    "bila isinya diperlukan, tampilkan lembar itu (klik kanan tab lembar, Unhide); bila tidak, hapus",
                    "if it is needed, show it (right click on a tab, Unhide); if not, delete it"
                )
            ),
            Self::OldWorkbook { name } => say!(
                lang,
                (
                    "`{name}` berformat Excel lama (97-2003)",
                    "`{name}` is of the old Excel format (97-2003)"
                ),
                ("", ""),
                (
                    "buka dengan Excel atau LibreOffice, lalu simpan sebagai Excel Workbook (.xlsx); mengganti akhiran nama saja tidak cukup",
                    "open it in Excel or LibreOffice and save it as Excel Workbook (.xlsx); a new ending of the name is not enough"
                )
            ),
            Self::LostZero { key, read } => say!(
                lang,
                (
                    "`{key}` diketik sebagai bilangan, sehingga angka 0 di depannya hilang",
                    "`{key}` was typed as a number and lost the 0 in front"
                ),
                ("dibaca {read}", "read as {read}"),
                (
                    "dibaca sebagai {read}; periksa, lalu ubah format kolomnya menjadi Teks",
                    "it is read as {read}; check it, and format the column as Text"
                )
            ),
            Self::UnknownId { kind, id, near, file } => {
                let (kind, file) = (kind.of(lang), file.of(lang));
                let mut said = say!(
                    lang,
                    ("{kind} `{id}` tidak dikenal", "unknown {kind} `{id}`"),
                    ("tidak ada dalam {file}", "not in {file}"),
                    ("", "")
                );
                let (id_help, en_help) = (
                    format!("tambahkan `{id}` ke {file}, atau pakai id yang sudah ada"),
                    format!("add `{id}` to {file}, or use an id that is there"),
                );
                said.help = meant(lang, near, (&id_help, &en_help));
                said
            }
            Self::DuplicateId { kind, id, first } => say!(
                lang,
                [kind],
                ("{kind} `{id}` ditulis dua kali", "{kind} `{id}` is defined twice"),
                ("sudah ada pada {first}", "already defined at {first}"),
                (
                    "beri id lain, atau hapus salah satunya",
                    "use another id, or remove one of them"
                )
            ),
            Self::BadId { id } => say!(
                lang,
                ("id `{id}` tidak dapat dipakai", "id `{id}` cannot be used"),
                (
                    "hanya huruf kecil, angka, dan tanda hubung",
                    "only lower-case letters, digits and hyphens"
                ),
                (
                    "ubah id itu, misalnya `dinas-kesehatan`",
                    "change it, for example `dinas-kesehatan`"
                )
            ),
            Self::UnknownLayanan { kode, near } => {
                let mut said = say!(
                    lang,
                    (
                        "layanan `{kode}` tidak ada dalam katalog",
                        "service `{kode}` is not in the catalog"
                    ),
                    ("tidak dikenal", "unknown"),
                    ("", "")
                );
                said.help = meant(
                    lang,
                    near,
                    (
                        "pakai kode katalog, misalnya KES-1; daftarnya ada dalam buku panduan-spm",
                        "use a code of the catalog, such as KES-1; the book panduan-spm lists them",
                    ),
                );
                said
            }
            Self::DuplicateLayanan { kode, first } => say!(
                lang,
                (
                    "layanan `{kode}` diisi dua kali untuk periode yang sama",
                    "service `{kode}` is given twice for one period"
                ),
                ("sudah diisi pada {first}", "already given at {first}"),
                (
                    "hapus salah satunya; satu layanan hanya satu isian per triwulan",
                    "remove one; a service has one entry a quarter"
                )
            ),
            Self::BadCatalog { detail } => say!(
                lang,
                [detail],
                (
                    "katalog tidak dapat dipakai: {detail}",
                    "the catalog cannot be used: {detail}"
                ),
                ("", ""),
                (
                    "perbaiki berkas dalam folder `catalog/`, atau hapus untuk memakai katalog bawaan",
                    "mend the file in `catalog/`, or remove it to use the built-in one"
                )
            ),
            Self::EndsBeforeStart { nama, mulai, selesai } => say!(
                lang,
                (
                    "acara \"{nama}\" selesai ({selesai}) sebelum mulai ({mulai})",
                    "\"{nama}\" ends ({selesai}) before it starts ({mulai})"
                ),
                ("sebelum {mulai}", "before {mulai}"),
                (
                    "perbaiki `mulai`, `selesai`, atau `durasi` acara ini",
                    "mend `mulai`, `selesai` or `durasi` of this item"
                )
            ),
            Self::Overlap { nama, sebelumnya, selesai } => say!(
                lang,
                (
                    "acara \"{nama}\" mulai sebelum \"{sebelumnya}\" selesai ({selesai})",
                    "\"{nama}\" starts before \"{sebelumnya}\" has ended ({selesai})"
                ),
                ("tumpang tindih", "overlaps"),
                (
                    "geser jam mulainya, atau hapus `mulai` agar dihitung dari acara sebelumnya",
                    "move its start, or remove `mulai` so that it is computed from the item before"
                )
            ),
            Self::NoTime { nama } => say!(
                lang,
                (
                    "waktu acara \"{nama}\" tidak dapat dihitung",
                    "the time of \"{nama}\" cannot be computed"
                ),
                (
                    "perlu `durasi`, atau `mulai` dan `selesai`",
                    "needs `durasi`, or `mulai` and `selesai`"
                ),
                (
                    "isi `durasi` dalam menit, misalnya durasi = 30",
                    "give `durasi` in minutes, such as durasi = 30"
                )
            ),
            Self::DateOutside { tanggal, dari, sampai } => say!(
                lang,
                (
                    "sesi tanggal {tanggal} di luar hari rakor ({dari} s.d. {sampai})",
                    "the session on {tanggal} is outside the days of the rakor ({dari} to {sampai})"
                ),
                ("di luar hari rakor", "outside the rakor"),
                (
                    "perbaiki tanggal sesi, atau `tanggal` dan `sampai` pada [rakor]",
                    "mend the session's date, or `tanggal` and `sampai` in [rakor]"
                )
            ),
            Self::NoStart { nama } => say!(
                lang,
                ("acara \"{nama}\" belum punya jam mulai", "\"{nama}\" has no start"),
                ("perlu `mulai`", "needs `mulai`"),
                (
                    "isi `mulai` pada [[sesi]] atau pada acara pertamanya, misalnya mulai = \"08.30\"",
                    "give `mulai` in [[sesi]] or in its first item, such as mulai = \"08.30\""
                )
            ),
            Self::PastMidnight { nama } => say!(
                lang,
                (
                    "acara \"{nama}\" berakhir lewat tengah malam",
                    "\"{nama}\" runs past midnight"
                ),
                ("melewati pukul 24.00", "past 24.00"),
                (
                    "perbaiki `durasi` (dalam menit), atau bagi menjadi dua sesi",
                    "mend `durasi` (in minutes), or make it two sessions"
                )
            ),
            Self::RakorBackwards { dari, sampai } => say!(
                lang,
                (
                    "rakor berakhir ({sampai}) sebelum dimulai ({dari})",
                    "the rakor ends ({sampai}) before it begins ({dari})"
                ),
                ("sebelum {dari}", "before {dari}"),
                (
                    "perbaiki `tanggal` atau `sampai` pada [rakor]",
                    "mend `tanggal` or `sampai` in [rakor]"
                )
            ),
            Self::BadNip { nip, detail } => say!(
                lang,
                [detail],
                ("NIP `{nip}` salah: {detail}", "NIP `{nip}` is wrong: {detail}"),
                ("{detail}", "{detail}"),
                (
                    "salin NIP dari SK terakhir; 18 angka, boleh dengan spasi",
                    "copy it from the last decree; 18 digits, spaces allowed"
                )
            ),
            Self::DoubtfulNip { nip, detail } => say!(
                lang,
                [detail],
                ("NIP `{nip}` meragukan: {detail}", "NIP `{nip}` is doubtful: {detail}"),
                ("{detail}", "{detail}"),
                (
                    "cocokkan dengan SK; abaikan peringatan ini jika memang benar",
                    "compare with the decree; ignore this if it is right"
                )
            ),
            Self::BadGolongan { text } => say!(
                lang,
                ("golongan `{text}` tidak dikenal", "unknown golongan `{text}`"),
                ("tidak dikenal", "unknown"),
                (
                    "tulis misalnya \"IV/c\", atau \"IX\" untuk PPPK",
                    "write for example \"IV/c\", or \"IX\" for PPPK"
                )
            ),
            Self::SharedNip { nip, other } => say!(
                lang,
                (
                    "NIP `{nip}` juga dipakai `{other}`",
                    "NIP `{nip}` is also that of `{other}`"
                ),
                ("sama", "the same"),
                (
                    "satu NIP untuk satu orang; periksa keduanya",
                    "one NIP belongs to one person; check both"
                )
            ),
            Self::GelarInName { gelar } => say!(
                lang,
                ("`nama` memuat gelar: {gelar}", "`nama` holds a gelar: {gelar}"),
                ("gelar ditulis terpisah dari nama", "the gelar has a key of its own"),
                (
                    "pindahkan ke `gelar_belakang = \"{gelar}\"`",
                    "move it to `gelar_belakang = \"{gelar}\"`"
                )
            ),
            Self::ServedAboveTarget { kode, terlayani, sasaran } => say!(
                lang,
                (
                    "{kode}: terlayani {terlayani} melebihi sasaran {sasaran}",
                    "{kode}: served {terlayani} exceeds target {sasaran}"
                ),
                ("melebihi sasaran", "above the target"),
                (
                    "periksa kedua angka; persentase dihitung paling tinggi 100",
                    "check both figures; the percentage is capped at 100"
                )
            ),
            Self::MutuAboveNeed { kode, item } => say!(
                lang,
                (
                    "{kode}: mutu \"{item}\" terpenuhi melebihi kebutuhan",
                    "{kode}: mutu \"{item}\" exceeds the need"
                ),
                ("melebihi kebutuhan", "above the need"),
                (
                    "periksa kedua angka; persentase dihitung paling tinggi 100",
                    "check both figures; the percentage is capped at 100"
                )
            ),
            Self::NihilWithFigures { kode } => say!(
                lang,
                (
                    "{kode}: dinyatakan nihil tetapi masih berisi angka",
                    "{kode}: declared nihil but has figures"
                ),
                ("nihil", "nihil"),
                (
                    "hapus `nihil = true`, atau hapus angka `sasaran` dan `terlayani`",
                    "remove `nihil = true`, or the figures `sasaran` and `terlayani`"
                )
            ),
            Self::NoCapaian { periode } => say!(
                lang,
                (
                    "belum ada capaian untuk {periode}",
                    "there are no figures for {periode}"
                ),
                ("", ""),
                (
                    "buat berkas `data/capaian/{periode}.toml`, atau ubah [periode] dalam naskah.toml",
                    "create `data/capaian/{periode}.toml`, or change [periode] in naskah.toml"
                )
            ),
            Self::NoScale { tahun } => say!(
                lang,
                (
                    "katalog tidak memuat skala kategori untuk tahun {tahun}",
                    "the catalog has no scale of categories for {tahun}"
                ),
                ("", ""),
                (
                    "perbaiki `tahun` pada [periode], atau tambahkan skalanya dalam catalog/kategori.toml",
                    "mend `tahun` in [periode], or add the scale in catalog/kategori.toml"
                )
            ),
            Self::UnknownTemplate { name, near } => {
                let mut said = say!(
                    lang,
                    ("template `{name}` tidak ada", "there is no template `{name}`"),
                    ("tidak dikenal", "unknown"),
                    ("", "")
                );
                said.help = meant(
                    lang,
                    near,
                    (
                        "lihat daftarnya dengan `naskah template list`",
                        "see `naskah template list`",
                    ),
                );
                said
            }
            Self::TemplateError { detail } => say!(
                lang,
                [detail],
                ("template salah: {detail}", "template error: {detail}"),
                ("di sini", "here"),
                (
                    "perbaiki template ini; `naskah fields TEMPLATE` menunjukkan data yang tersedia",
                    "mend the template; `naskah fields TEMPLATE` shows the data at hand"
                )
            ),
            Self::UndefinedName { name, near } => {
                let mut said = say!(
                    lang,
                    (
                        "data tidak memuat `{name}` yang dipakai template ini",
                        "the data has no `{name}`, which the template uses"
                    ),
                    ("tidak ada", "not defined"),
                    ("", "")
                );
                said.help = meant(
                    lang,
                    near,
                    (
                        "periksa ejaannya, isi datanya, atau pakai `is defined` bila memang boleh tidak ada",
                        "check the spelling, fill in the data, or use `is defined` where it may be absent",
                    ),
                );
                said
            }
            Self::UnknownFunction { kind, name, near } => {
                let mut said = say!(
                    lang,
                    [kind],
                    (
                        "{kind} `{name}` tidak dikenal dalam template",
                        "unknown {kind} `{name}` in the template"
                    ),
                    ("tidak dikenal", "unknown"),
                    ("", "")
                );
                said.help = meant(
                    lang,
                    near,
                    (
                        "lihat daftar fungsi dan filter dalam docs/panduan-pengguna.md",
                        "see the list of functions and filters in docs/panduan-pengguna.md",
                    ),
                );
                said
            }
            Self::OutOfFuel { template } => say!(
                lang,
                (
                    "template `{template}` dihentikan: terlalu banyak langkah",
                    "template `{template}` was stopped: too many steps"
                ),
                ("berhenti di sini", "stopped here"),
                (
                    "periksa perulangan yang tidak selesai atau terlalu panjang",
                    "look for a loop that does not end or is far too long"
                )
            ),
            Self::UnknownDirective { name, near } => {
                let mut said = say!(
                    lang,
                    (
                        "direktif `:::{name}` tidak dikenal",
                        "unknown directive `:::{name}`"
                    ),
                    ("tidak dikenal", "unknown"),
                    ("", "")
                );
                said.help = meant(
                    lang,
                    near,
                    (
                        "lihat daftar direktif dalam docs/panduan-pengguna.md",
                        "see the list of directives in docs/panduan-pengguna.md",
                    ),
                );
                said
            }
            Self::UnknownAttribute { directive, name, near } => {
                let mut said = say!(
                    lang,
                    (
                        "`:::{directive}` tidak mengenal `{name}`",
                        "`:::{directive}` does not know `{name}`"
                    ),
                    ("tidak dikenal", "unknown"),
                    ("", "")
                );
                said.help = meant(lang, near, ("hapus keterangan itu", "remove it"));
                said
            }
            Self::BadAttribute { directive, name, value, expected } => say!(
                lang,
                [expected],
                (
                    "`{name}` pada `:::{directive}` tidak dapat dibaca: `{value}`",
                    "`{name}` of `:::{directive}` cannot be read: `{value}`"
                ),
                ("harus {expected}", "must be {expected}"),
                ("isi dengan {expected}", "use {expected}")
            ),
            Self::UnsupportedMarkup { what } => say!(
                lang,
                [what],
                (
                    "{what} tidak dapat dipakai dalam naskah",
                    "{what} cannot be used in a paper"
                ),
                ("di sini", "here"),
                (
                    "tulis dengan paragraf, daftar, tabel, atau direktif `:::`",
                    "use paragraphs, lists, tables or `:::` directives"
                )
            ),
            Self::BadTable { detail } => say!(
                lang,
                [detail],
                ("tabel salah: {detail}", "bad table: {detail}"),
                ("di sini", "here"),
                (
                    "samakan jumlah kolom setiap baris dengan kepala tabel dan dengan `lebar`",
                    "give each row as many columns as the head and `lebar` have"
                )
            ),
            Self::TemplateNeeds { template, needs } => say!(
                lang,
                (
                    "template `{template}` memerlukan {needs}, yang belum ada",
                    "template `{template}` needs {needs}, which is not there"
                ),
                ("", ""),
                (
                    "isi {needs}, atau jangan sebut template ini",
                    "fill in {needs}, or leave this template out"
                )
            ),
            Self::UnclosedDirective { name } => say!(
                lang,
                ("`:::{name}` tidak ditutup", "`:::{name}` is not closed"),
                ("dibuka di sini", "opened here"),
                ("tutup dengan satu baris `:::`", "close it with a line `:::`")
            ),
            Self::BadAttributeSyntax { detail } => say!(
                lang,
                [detail],
                (
                    "keterangan direktif salah tulis: {detail}",
                    "the directive's attributes are miswritten: {detail}"
                ),
                ("di sini", "here"),
                (
                    "tulis seperti {{nama=\"nilai\" lain=\"…\"}}",
                    "write them as {{nama=\"value\" lain=\"…\"}}"
                )
            ),
            Self::EmptyValue { name } => say!(
                lang,
                (
                    "`{name}` kosong dalam data, tetapi dicetak",
                    "`{name}` is empty in the data, and yet printed"
                ),
                ("kosong", "empty"),
                (
                    "isi datanya, atau apit dengan {{% if … %}} … {{% endif %}} bila boleh kosong",
                    "fill in the data, or put it between {{% if … %}} and {{% endif %}} where it may be empty"
                )
            ),
            Self::NoSigner {} => say!(
                lang,
                (
                    "penanda tangan surat ini belum ditetapkan",
                    "nobody is named to sign this letter"
                ),
                ("perlu penanda tangan", "needs a signer"),
                (
                    "isi `penanda_tangan = \"id pejabat\"` pada bagian template ini dalam data/surat.toml",
                    "give `penanda_tangan = \"id of an official\"` under this template's name in data/surat.toml"
                )
            ),
            Self::MissingAttribute { directive, name } => say!(
                lang,
                (
                    "`:::{directive}` memerlukan `{name}`",
                    "`:::{directive}` needs `{name}`"
                ),
                ("`{name}` belum ada", "`{name}` is missing"),
                ("tambahkan {name}=\"…\"", "add {name}=\"…\"")
            ),
            Self::NoDate { template } => say!(
                lang,
                (
                    "naskah `{template}` belum punya tanggal",
                    "the paper `{template}` has no date"
                ),
                ("", ""),
                (
                    "isi `tanggal` pada [{template}] dalam data/surat.toml, atau isi data/rakor.toml atau [periode]",
                    "give `tanggal` under [{template}] in data/surat.toml, or fill in data/rakor.toml or [periode]"
                )
            ),
            Self::UnknownList { name, near } => {
                let mut said = say!(
                    lang,
                    ("daftar `{name}` tidak ada", "there is no list `{name}`"),
                    ("tidak dikenal", "unknown"),
                    ("", "")
                );
                let (id, en) = (
                    format!(
                        "buat data/{name}.csv atau data/{name}.toml, atau tambahkan \"{name}\" pada `perlu`"
                    ),
                    format!(
                        "create data/{name}.csv or data/{name}.toml, or add \"{name}\" to `perlu`"
                    ),
                );
                said.help = meant(lang, near, (&id, &en));
                said
            }
            Self::WorksheetThere { name } => say!(
                lang,
                (
                    "lembar kerja `{name}` sudah ada dan mungkin sudah diisi; tidak ditimpa",
                    "worksheet `{name}` is already there and may be filled in; it was left alone"
                ),
                ("", ""),
                (
                    "impor dahulu isinya dengan `naskah import`, lalu pindahkan berkas itu; atau pilih folder lain dengan --out, atau timpa dengan --force",
                    "bring its contents in with `naskah import` and move it away; or choose another folder with --out, or overwrite it with --force"
                )
            ),
            Self::OpdWithoutServices { opd } => say!(
                lang,
                (
                    "OPD `{opd}` tidak mengampu pelayanan SPM; lembar kerjanya tidak dibuat",
                    "OPD `{opd}` has no SPM services; it gets no worksheet"
                ),
                ("", ""),
                (
                    "jika seharusnya mengampu, isi `urusan` OPD itu dalam data/opd.toml",
                    "if it should have some, fill in `urusan` of that OPD in data/opd.toml"
                )
            ),
            Self::SharedServices { opd, kode } => say!(
                lang,
                (
                    "pengampu {kode} belum jelas: pelayanan itu ditanyakan kepada {opd}",
                    "it is not clear who has {kode}: {opd} are asked about it"
                ),
                ("", ""),
                (
                    "tulis pengampunya dalam data/capaian, atau hapus barisnya dari lembar OPD yang tidak mengampu",
                    "name the OPD in data/capaian, or delete the rows from the worksheets of the others"
                )
            ),
            Self::BadStamp { name, why } => say!(
                lang,
                [why],
                (
                    "`{name}` bukan lembar kerja naskah yang utuh: {why}",
                    "`{name}` is no sound naskah worksheet: {why}"
                ),
                ("", ""),
                (
                    "isi dan kirim kembali berkas yang dibuat `naskah lembar-kerja`, tanpa menyalinnya ke buku lain",
                    "fill in and return the file that `naskah lembar-kerja` made, without copying it into another book"
                )
            ),
            Self::OtherWorksheet { what, stamped, expected } => say!(
                lang,
                [what],
                (
                    "{what} lembar kerja ini `{stamped}`, bukan `{expected}`",
                    "{what} of this worksheet is `{stamped}`, not `{expected}`"
                ),
                ("", ""),
                (
                    "impor lembar kerja yang sesuai; lembar ini tidak dibaca",
                    "import the one that fits; this one was not read"
                )
            ),
            Self::OtherQuarter { stamped, expected } => say!(
                lang,
                (
                    "lembar kerja ini untuk periode {stamped}, bukan {expected}",
                    "this worksheet is for quarter {stamped}, not {expected}"
                ),
                ("", ""),
                (
                    "impor lembar periode {expected}; jika memang {stamped} yang dimaksud, tambahkan `--periode {stamped}`",
                    "import the one of {expected}; if {stamped} is meant, add `--periode {stamped}`"
                )
            ),
            Self::MixedQuarters { satu, periode_satu, lain, periode_lain } => say!(
                lang,
                (
                    "lembar kerja yang diimpor berasal dari dua periode: `{satu}` untuk {periode_satu}, `{lain}` untuk {periode_lain}",
                    "the worksheets are of two quarters: `{satu}` of {periode_satu}, `{lain}` of {periode_lain}"
                ),
                ("", ""),
                (
                    "sebut periode yang dimaksud, misalnya `--periode {periode_lain}`; lembar periode lain lalu ditolak satu per satu",
                    "say which one is meant, such as `--periode {periode_lain}`; worksheets of others are then refused one by one"
                )
            ),
            Self::MergedFigures { key, merged } => say!(
                lang,
                (
                    "`{key}` ada dalam sel gabungan {merged}; tidak jelas angkanya untuk baris yang mana",
                    "`{key}` stands in the merged cells {merged}; for which row is not clear"
                ),
                ("", ""),
                (
                    "pisahkan selnya (Unmerge Cells), lalu isi setiap baris dengan angkanya sendiri",
                    "unmerge the cells, then give every row its own figure"
                )
            ),
            Self::UnitTyped { kode, ditulis, baku } => say!(
                lang,
                (
                    "{kode}: satuan pada lembar ini ditulis `{ditulis}`, sedangkan layanan ini dihitung dalam `{baku}`",
                    "{kode}: the unit on this sheet is `{ditulis}`, but this service is counted in `{baku}`"
                ),
                ("", ""),
                (
                    "pastikan kepada OPD bahwa angkanya dalam {baku}; angka dibaca sebagai {baku}",
                    "make sure with the OPD that the figures are in {baku}; they are read as such"
                )
            ),
            Self::WorksheetSheetMissing { sheet } => say!(
                lang,
                (
                    "lembar `{sheet}` tidak ada; isiannya dianggap kosong",
                    "sheet `{sheet}` is gone; it is taken as empty"
                ),
                ("", ""),
                (
                    "jika tidak sengaja terhapus, salin isiannya ke lembar kerja yang utuh",
                    "if it was deleted by mistake, copy its figures into a whole worksheet"
                )
            ),
            Self::ForeignRow { what, near } => {
                let mut said = say!(
                    lang,
                    (
                        "baris `{what}` bukan bagian lembar kerja ini",
                        "row `{what}` is not of this worksheet"
                    ),
                    ("tidak dikenal", "unknown"),
                    ("", "")
                );
                said.help = meant(
                    lang,
                    near,
                    (
                        "kembalikan kode dan nama butir seperti semula, atau hapus isian baris ini",
                        "put the code and the item's name back, or clear what is filled in here",
                    ),
                );
                said
            }
            Self::DuplicateRow { what, first } => say!(
                lang,
                (
                    "baris `{what}` diisi dua kali, yang pertama pada {first}",
                    "row `{what}` is filled in twice, first at {first}"
                ),
                ("yang kedua", "the second"),
                ("kosongkan salah satunya", "clear one of them")
            ),
            Self::RowGone { what, sheet } => say!(
                lang,
                (
                    "baris {what} tidak ada lagi pada lembar `{sheet}`; dianggap kosong",
                    "rows {what} are gone from sheet `{sheet}`; they are taken as empty"
                ),
                ("", ""),
                (
                    "jika seharusnya diisi, pakai lembar kerja yang utuh",
                    "if they should be filled in, use a whole worksheet"
                )
            ),
            Self::DashForNumber { key, value } => say!(
                lang,
                (
                    "`{value}` pada `{key}` tidak menjawab: belum ada data, nol, atau nihil?",
                    "`{value}` for `{key}` is no answer: no data yet, zero, or nihil?"
                ),
                ("bukan bilangan", "not a number"),
                (
                    "kosongkan bila datanya belum ada, tulis 0 bila hasilnya nol, atau nihil pada sasaran bila memang tidak ada",
                    "leave it empty without data, write 0 for zero, or nihil as the target where there is none"
                )
            ),
            Self::NihilHere { key } => say!(
                lang,
                (
                    "nihil pada `{key}`, padahal pelayanannya tidak dinyatakan nihil",
                    "nihil for `{key}`, but the service is not declared nihil"
                ),
                ("nihil", "nihil"),
                (
                    "tulis 0 di sini, atau tulis nihil pada sasaran pelayanan itu bila memang tidak ada sasarannya",
                    "write 0 here, or nihil as the target of the service if it has none"
                )
            ),
            Self::FellBelow { isian, sebelumnya, sekarang, periode } => say!(
                lang,
                (
                    "{isian} turun dari {sebelumnya} ({periode}) menjadi {sekarang}, padahal kumulatif",
                    "{isian} fell from {sebelumnya} ({periode}) to {sekarang}, though it is cumulative"
                ),
                ("lebih kecil", "smaller"),
                (
                    "tanyakan kepada OPD: jumlahkan sejak Januari, atau betulkan triwulan sebelumnya",
                    "ask the OPD: count from January, or mend the quarter before"
                )
            ),
            Self::DoubtfulNumber { key, value, thousands } => say!(
                lang,
                (
                    "`{key}` berisi {value}; apakah maksudnya {thousands}?",
                    "`{key}` holds {value}; is {thousands} meant?"
                ),
                ("tiga desimal", "three decimals"),
                (
                    "jika ribuan, ketik tanpa titik dan koma; jika memang desimal, abaikan peringatan ini",
                    "if thousands are meant, type no point and no comma; if decimals are, pass over this"
                )
            ),
            Self::RowWithoutName { key } => say!(
                lang,
                (
                    "ada isian `{key}` pada baris tanpa kode atau nama butir",
                    "`{key}` is filled in, but its row has no code or item"
                ),
                ("milik siapa?", "whose?"),
                (
                    "lengkapi kode dan nama butirnya, atau kosongkan sel ini",
                    "add the code and the item's name, or clear this cell"
                )
            ),
            Self::NotWhole { key, value } => say!(
                lang,
                (
                    "`{key}` berisi {value}, padahal harus bilangan bulat",
                    "`{key}` holds {value}, but must be a whole number"
                ),
                ("bukan bilangan bulat", "not whole"),
                (
                    "jika maksudnya ribuan, ketik tanpa titik dan koma, misalnya 1250; persen tidak diisi",
                    "if thousands are meant, type no point and no comma, such as 1250; percentages are not asked"
                )
            ),
            Self::NothingFilled { name } => say!(
                lang,
                ("`{name}` belum diisi sama sekali", "nothing is filled in in `{name}`"),
                ("", ""),
                (
                    "pastikan berkas yang diterima sudah disimpan setelah diisi",
                    "make sure that the file was saved after it was filled in"
                )
            ),
            Self::CannotMerge { detail } => say!(
                lang,
                [detail],
                (
                    "impor tidak dapat digabungkan: {detail}",
                    "the import cannot be merged: {detail}"
                ),
                ("", ""),
                (
                    "perbaiki berkas itu atau sebutkan yang kurang, lalu impor lagi; belum ada yang ditulis",
                    "mend the file or say what is missing, then import again; nothing was written"
                )
            ),
            Self::NothingToImport { name } => say!(
                lang,
                (
                    "tidak ada yang dapat diimpor dari `{name}`: tidak ada baris berkode seperti 1.A.1, dan tidak ada tabel dengan kolom kode",
                    "nothing to import in `{name}`: no rows with codes such as 1.A.1, and no table with a column kode"
                ),
                ("", ""),
                (
                    "pakai formulir e-SPM, lembar kerja dari naskah, atau tabel dengan kolom kode, sasaran, dan terlayani; lembar tersembunyi tidak dibaca",
                    "use the e-SPM form, a worksheet of naskah, or a table with the columns kode, sasaran and terlayani; hidden sheets are not read"
                )
            ),
            Self::OtherSource { kode, name } => say!(
                lang,
                (
                    "{kode} periode ini sudah ada dalam `{name}`, yang tidak dapat diubah oleh impor",
                    "{kode} of this quarter stands in `{name}`, which an import cannot change"
                ),
                ("diimpor dari sini", "imported from here"),
                (
                    "ubah angkanya dalam `{name}`, atau pindahkan berkas itu ke luar data/capaian lalu impor lagi; satu layanan hanya satu sumber",
                    "change it in `{name}`, or move that file out of data/capaian and import again; a service has one source"
                )
            ),
            Self::ImportConflict { isian, value, lain, tempat } => say!(
                lang,
                (
                    "{isian}: di sini {value}, tetapi di {tempat} {lain}",
                    "{isian}: here {value}, but at {tempat} {lain}"
                ),
                ("berbeda", "differs"),
                (
                    "tanyakan angka yang benar, samakan kedua berkas, lalu impor lagi; kedua berkas belum diimpor",
                    "find out which is right, make both files agree and import again; neither was imported"
                )
            ),
            Self::NumberNameDisagree { nomor, menurut_nomor, menurut_nama } => say!(
                lang,
                (
                    "nomor dan uraian tidak cocok: menurut nomor {nomor} layanan ini {menurut_nomor}, menurut uraiannya {menurut_nama}",
                    "number and name disagree: by its number {nomor} this is {menurut_nomor}, by its name {menurut_nama}"
                ),
                ("baris ini tidak diimpor", "not imported"),
                (
                    "betulkan nomor atau uraian baris ini; bila urusannya keliru, betulkan judul atau nama lembarnya",
                    "mend the number or the name of this row; if the urusan is wrong, mend the sheet's title or name"
                )
            ),
            Self::UrusanUnknown {} => say!(
                lang,
                (
                    "urusan lembar ini tidak diketahui",
                    "the urusan of this sheet is not known"
                ),
                ("", ""),
                (
                    "tulis urusannya pada judul atau nama lembar, misalnya \"Urusan Kesehatan\", atau sebut OPD-nya dengan --opd",
                    "write it into the title or the sheet's name, such as \"Urusan Kesehatan\", or name the OPD with --opd"
                )
            ),
            Self::WrongPeriod { ada, diminta } => say!(
                lang,
                (
                    "lembar ini untuk {ada}, bukan {diminta}",
                    "this sheet is of {ada}, not {diminta}"
                ),
                ("periode lain", "another quarter"),
                (
                    "pilih berkas yang benar, atau sebut periodenya dengan --periode sesuai judul lembar",
                    "choose the right file, or give --periode as the sheet's title says"
                )
            ),
            Self::NoPeriodKnown { name } => say!(
                lang,
                (
                    "periode `{name}` tidak diketahui",
                    "the quarter of `{name}` is not known"
                ),
                ("", ""),
                (
                    "sebut dengan --periode, misalnya --periode 2024-tw4",
                    "give it with --periode, such as --periode 2024-tw4"
                )
            ),
            Self::NoSuchNumber { nomor, urusan, banyak } => say!(
                lang,
                (
                    "tidak ada layanan bernomor {nomor}: urusan {urusan} mempunyai {banyak} layanan",
                    "there is no service for {nomor}: the urusan {urusan} has {banyak} services"
                ),
                ("baris ini tidak diimpor", "not imported"),
                (
                    "betulkan nomor baris ini, atau judul dan nama lembar bila urusannya keliru",
                    "mend the number of this row, or the sheet's title and name if the urusan is wrong"
                )
            ),
            Self::ManyRows { nomor, kode } => say!(
                lang,
                (
                    "baris {nomor}: beberapa baris untuk {kode} tanpa uraian yang menyebut layanannya",
                    "row {nomor}: several rows for {kode} without names of services"
                ),
                ("baris ini tidak diimpor", "not imported"),
                (
                    "tulis nama layanan pada uraian tiap baris, atau satukan menjadi satu baris untuk satu layanan",
                    "write the name of the service into each row, or make it one row for a service"
                )
            ),
            Self::OpdUnknown { kode } => say!(
                lang,
                (
                    "OPD pengampu {kode} tidak diketahui",
                    "the OPD in charge of {kode} is not known"
                ),
                ("layanan baru", "a new service"),
                (
                    "sebut dengan --opd, atau isi `urusan` OPD itu dalam data/opd.toml",
                    "give it with --opd, or fill in `urusan` of that OPD in data/opd.toml"
                )
            ),
            Self::OpdDiffers { kode, ada, diminta } => say!(
                lang,
                (
                    "{kode} diampu `{ada}`, bukan `{diminta}`",
                    "{kode} belongs to `{ada}`, not to `{diminta}`"
                ),
                ("OPD lain", "another OPD"),
                (
                    "periksa apakah berkas ini milik OPD yang benar; bila pengampunya memang berganti, ubah `opd` dalam data/capaian dahulu",
                    "check that the file is of the right OPD; if the service has moved, change `opd` in data/capaian first"
                )
            ),
            Self::DuplicateMutu { item, first } => say!(
                lang,
                (
                    "butir mutu `{item}` tertulis dua kali, sebelumnya di {first}",
                    "the mutu item `{item}` stands twice, first at {first}"
                ),
                ("kedua kalinya", "again"),
                (
                    "hapus salah satu, atau bedakan uraiannya",
                    "remove one of them, or give them different names"
                )
            ),
            Self::TotalDiffers { total, jumlah } => say!(
                lang,
                (
                    "total tertulis {total}, sedangkan jumlah bulan-bulannya {jumlah}",
                    "the total says {total}, its months add up to {jumlah}"
                ),
                ("total inilah yang diimpor", "this total is imported"),
                (
                    "periksa bulan yang terlewat atau rumus totalnya",
                    "look for a month left out, or at the formula of the total"
                )
            ),
            Self::BeyondPeriod { bulan, nilai, periode } => say!(
                lang,
                (
                    "{bulan} berisi {nilai}, padahal sesudah periode {periode}",
                    "{bulan} holds {nilai}, though it is after the quarter {periode}"
                ),
                ("tidak ikut dihitung", "not counted"),
                (
                    "bila memang untuk triwulan berikutnya, impor lagi dengan --periode triwulan itu",
                    "if it belongs to the next quarter, import again with --periode of that quarter"
                )
            ),
            Self::ComputedDiffers { kolom, ditulis, dihitung } => say!(
                lang,
                (
                    "kolom {kolom} tertulis {ditulis}, seharusnya {dihitung} menurut angka barisnya",
                    "the column {kolom} says {ditulis}; the figures of its row give {dihitung}"
                ),
                ("tidak diimpor, hanya diperiksa", "not imported, only checked"),
                (
                    "periksa sasaran dan capaian baris ini: salah satunya mungkin keliru",
                    "check the figures of this row: one of them may be wrong"
                )
            ),
            Self::UnknownMutu { kode, item, near } => {
                let mut said = say!(
                    lang,
                    (
                        "butir mutu `{item}` tidak ada dalam daftar {kode} tahun ini",
                        "the list of the year has no mutu item `{item}` for {kode}"
                    ),
                    ("diimpor dengan nama ini", "imported under this name"),
                    ("", "")
                );
                said.help = meant(
                    lang,
                    near,
                    (
                        "biarkan bila formulir tahun ini memang memuatnya; namanya dapat diganti dalam data/capaian",
                        "leave it if the form of this year has it; the name can be changed in data/capaian",
                    ),
                );
                said
            }
            Self::UnknownUraian { nomor, uraian, layanan, near } => {
                let mut said = say!(
                    lang,
                    (
                        "uraian `{uraian}` tidak dikenal; menurut nomornya {nomor} ini {layanan}",
                        "no service is named `{uraian}`; by its number {nomor} it is {layanan}"
                    ),
                    ("diimpor menurut nomornya", "imported by its number"),
                    ("", "")
                );
                said.help = meant(
                    lang,
                    near,
                    (
                        "periksa nomor baris ini, atau tulis nama layanan seperti dalam katalog",
                        "check the number, or write the service's name as in the catalog",
                    ),
                );
                said
            }
            Self::ImageMissing { name } => say!(
                lang,
                ("gambar `{name}` tidak ada", "picture `{name}` is missing"),
                ("tidak ditemukan", "not found"),
                (
                    "taruh berkasnya dalam folder kerja, misalnya aset/, lalu periksa namanya",
                    "put the file into the workspace, for example aset/, and check its name"
                )
            ),
            Self::BadImage { name, detail } => say!(
                lang,
                [detail],
                (
                    "`{name}` bukan gambar PNG atau JPEG yang utuh: {detail}",
                    "`{name}` is not a whole PNG or JPEG picture: {detail}"
                ),
                ("bukan gambar", "not a picture"),
                (
                    "buka berkas itu dengan program gambar lalu simpan ulang sebagai PNG",
                    "open it with a picture program and save it as PNG"
                )
            ),
            Self::BadFont { name, detail } => say!(
                lang,
                [detail],
                (
                    "`{name}` bukan huruf TTF atau OTF yang dapat dipakai: {detail}",
                    "`{name}` is not a usable TTF or OTF face: {detail}"
                ),
                ("", ""),
                (
                    "ganti berkas huruf itu, atau hapus dari aset/huruf/",
                    "replace the file, or remove it from aset/huruf/"
                )
            ),
            Self::MissingGlyph { glyph, code, text } => say!(
                lang,
                (
                    "huruf `{glyph}` ({code}) tidak ada dalam huruf mana pun: \"{text}\"",
                    "no face has the character `{glyph}` ({code}): \"{text}\""
                ),
                ("memuat huruf itu", "holds the character"),
                (
                    "ganti huruf itu dalam data atau template, atau taruh huruf yang memuatnya dalam aset/huruf/",
                    "replace it in the data or template, or put a face that has it into aset/huruf/"
                )
            ),
            Self::TooWide { what } => say!(
                lang,
                (
                    "{what} lebih lebar daripada tempatnya",
                    "{what} is wider than its place"
                ),
                ("terlalu lebar", "too wide"),
                (
                    "persingkat isinya, atau beri kolom lebih lebar",
                    "shorten it, or give the column more room"
                )
            ),
            Self::PathOutside { path } => say!(
                lang,
                ("`{path}` keluar dari folder kerja", "`{path}` leaves the workspace"),
                ("di luar folder kerja", "outside the workspace"),
                (
                    "salin berkasnya ke dalam folder kerja dan sebut nama di dalamnya",
                    "copy the file into the workspace and name it there"
                )
            ),
            Self::TooHigh { what } => say!(
                lang,
                (
                    "{what} lebih tinggi daripada satu halaman",
                    "{what} is higher than a page"
                ),
                ("terlalu tinggi", "too high"),
                ("bagi isinya, atau perkecil", "split it, or make it smaller")
            ),
            Self::DoesNotFit { template, halaman, baris } => {
                let pages = match halaman {
                    1 => Both::new("satu halaman", "one page"),
                    n => Both::new(format!("{n} halaman"), format!("{n} pages")),
                };
                say!(
                    lang,
                    [pages],
                    (
                        "surat tidak muat {pages}; kira-kira lebih {baris} baris",
                        "the letter does not fit {pages}; it is about {baris} lines too long"
                    ),
                    ("dibiarkan seperti biasa", "left as it is"),
                    (
                        "persingkat isinya, atau tulis `muat = \"bebas\"` pada [{template}] dalam data/surat.toml",
                        "shorten it, or write `muat = \"bebas\"` under [{template}] in data/surat.toml"
                    )
                )
            }
            Self::NotInAset { name } => say!(
                lang,
                (
                    "gambar `{name}` harus berada dalam folder aset/",
                    "picture `{name}` must be in the folder aset/"
                ),
                ("di luar aset/", "not in aset/"),
                (
                    "pindahkan berkasnya ke aset/, lalu tulis \"aset/…\" di sini",
                    "move the file to aset/ and write \"aset/…\" here"
                )
            ),
            Self::ChartWithoutTable {} => say!(
                lang,
                (
                    "`:::grafik` harus berisi tepat satu tabel",
                    "`:::grafik` must hold exactly one table"
                ),
                ("tabelnya tidak ditemukan di dalamnya", "no single table inside"),
                (
                    "tulis tabel di antara `:::grafik` dan `:::`: kolom pertama nama, kolom berikutnya nilai tiap seri",
                    "write a table between `:::grafik` and `:::`: names in the first column, a series in each other"
                )
            ),
            Self::ChartValue { value } => say!(
                lang,
                (
                    "nilai grafik bukan bilangan nol atau lebih: `{value}`",
                    "a value of the chart is no number from 0 up: `{value}`"
                ),
                ("tidak dapat digambar", "cannot be drawn"),
                (
                    "tulis seperti 92,10 atau 1.250; pakai – bila tidak ada nilai, atau nihil",
                    "write it like 92,10 or 1.250; use – where there is no value, or nihil"
                )
            ),
            Self::ChartTooLarge { detail } => say!(
                lang,
                [detail],
                (
                    "grafik tidak dapat dibuat: {detail}",
                    "the chart cannot be drawn: {detail}"
                ),
                ("di sini", "here"),
                (
                    "bagi menjadi beberapa grafik, atau tampilkan sebagai tabel saja",
                    "split it into several charts, or show it as a table only"
                )
            ),
            Self::BadPath { key } => say!(
                lang,
                (
                    "`{key}` bukan jalur target yang dapat dipakai",
                    "`{key}` is no target path that can be used"
                ),
                (
                    "perlu empat persentase yang tidak menurun",
                    "four percentages that never fall are needed"
                ),
                (
                    "tulis sasaran kumulatif tiap triwulan, misalnya `{key} = [25, 50, 75, 100]`",
                    "write the cumulative target of each quarter, such as `{key} = [25, 50, 75, 100]`"
                )
            ),
            Self::Finding { kode, judul, kondisi, rekomendasi } => say!(
                lang,
                ("temuan {kode}: {judul}", "finding {kode}: \"{judul}\""),
                ("{kondisi}", "\"{kondisi}\""),
                (
                    "{rekomendasi}",
                    "check the figures; the letter to the OPD will say \"{rekomendasi}\""
                )
            ),
            Self::ToldDifferently { kode, what, first, theirs, ours } => say!(
                lang,
                [theirs, ours],
                (
                    "layanan `{kode}` diisi berbeda dalam dua berkas: {what}",
                    "service `{kode}` is told differently in two files: {what}"
                ),
                (
                    "di sini {ours}, pada {first} {theirs}",
                    "{ours} here, {theirs} at {first}"
                ),
                (
                    "pastikan angka yang benar, lalu hapus isian pada salah satu berkas",
                    "find out which is true, then remove the entry from one of the files"
                )
            ),
            Self::ToldTwice { kode, first } => say!(
                lang,
                (
                    "layanan `{kode}` diisi dua kali dengan angka yang sama",
                    "service `{kode}` is told twice with the same figures"
                ),
                ("sama dengan {first}", "the same as {first}"),
                (
                    "yang dipakai isian pertama; hapus isian pada salah satu berkas",
                    "the first entry is used; remove the entry from one of the files"
                )
            ),
            Self::NotPrintable { detail } => say!(
                lang,
                [detail],
                (
                    "tidak dapat dijadikan PDF arsip: {detail}",
                    "this cannot be an archived PDF: {detail}"
                ),
                ("di sini", "here"),
                (
                    "perbaiki bagian ini dalam template atau datanya",
                    "mend this in the template or the data"
                )
            ),
            Self::NameOutside { name } => say!(
                lang,
                (
                    "nama berkas `{name}` akan keluar dari folder keluaran atau tidak sah",
                    "the file name `{name}` would leave the output folder or is not valid"
                ),
                ("", ""),
                (
                    "perbaiki `nama_berkas` dalam template.toml: tanpa \"..\", \"/\" di depan, atau nama terlarang Windows",
                    "mend `nama_berkas` in template.toml: no \"..\", leading \"/\" or reserved Windows name"
                )
            ),
            Self::CannotWrite { name, why } => say!(
                lang,
                [why],
                (
                    "`{name}` tidak dapat ditulis: {why}",
                    "`{name}` cannot be written: {why}"
                ),
                ("", ""),
                (
                    "tutup program yang membukanya, periksa hak akses dan ruang cakram, lalu ulangi; hasil lama masih utuh",
                    "close programs that hold it, check rights and disk room, then try again; the last good output is untouched"
                )
            ),
            Self::SameName { name, other } => say!(
                lang,
                (
                    "dua naskah akan bernama `{name}` ({other})",
                    "two papers would be named `{name}` ({other})"
                ),
                ("", ""),
                (
                    "pakai nama berkas yang memuat id, misalnya nama_berkas = \"{{{{ id }}}}\"",
                    "use a file name that holds the id, such as nama_berkas = \"{{{{ id }}}}\""
                )
            ),
            Self::Placeholder { text } => say!(
                lang,
                (
                    "naskah final masih memuat isian kosong: \"{text}\"",
                    "a final paper still holds a placeholder: \"{text}\""
                ),
                ("", ""),
                (
                    "isi datanya, atau pakai status = \"draf\"",
                    "fill in the data, or use status = \"draf\""
                )
            ),
            Self::NotEmpty { dir } => say!(
                lang,
                ("folder `{dir}` tidak kosong", "folder `{dir}` is not empty"),
                ("", ""),
                (
                    "sebut folder baru atau kosong; berkas yang ada tidak ditimpa",
                    "name a new or empty folder; nothing there is overwritten"
                )
            ),
            Self::AlreadyThere { name } => say!(
                lang,
                ("`{name}` sudah ada", "`{name}` is already there"),
                ("", ""),
                (
                    "hapus atau ganti namanya dahulu; berkas Anda tidak ditimpa",
                    "remove or rename it first; your files are not overwritten"
                )
            ),
            Self::NoPattern { template } => say!(
                lang,
                (
                    "belum ada pola nomor untuk `{template}`",
                    "there is no pattern of numbers for `{template}`"
                ),
                ("", ""),
                (
                    "tulis [{template}] dengan nomor = \"{{klas}}/{{urut:03}}/{{unit}}\" dalam data/surat.toml",
                    "write [{template}] with nomor = \"{{klas}}/{{urut:03}}/{{unit}}\" in data/surat.toml"
                )
            ),
            Self::NoLetterDate { template } => say!(
                lang,
                (
                    "tanggal surat `{template}` belum diketahui, padahal nomor dihitung per tahun",
                    "the date of the letter `{template}` is not known, and numbers are counted by year"
                ),
                ("", ""),
                (
                    "isi `tanggal` pada [{template}] dalam data/surat.toml, atau tambahkan --tanggal 2024-12-09",
                    "give `tanggal` under [{template}] in data/surat.toml, or add --tanggal 2024-12-09"
                )
            ),
            Self::NumberWithGap { template, nomor, missing } => say!(
                lang,
                [missing],
                (
                    "nomor `{template}` belum lengkap: \"{nomor}\"",
                    "the number of `{template}` is not complete: \"{nomor}\""
                ),
                ("perlu {missing}", "it needs {missing}"),
                (
                    "lengkapi [{template}] dalam data/surat.toml, lalu ambil nomornya",
                    "complete [{template}] in data/surat.toml, then take the number"
                )
            ),
            Self::RegisterBusy { name } => say!(
                lang,
                (
                    "`{name}` sedang dipakai proses lain; tidak ada nomor yang diambil",
                    "another process is using `{name}`; no number was taken"
                ),
                ("", ""),
                (
                    "tunggu sebentar lalu ulangi, atau perpanjang dengan --tunggu 60",
                    "wait a little and try again, or allow longer with --tunggu 60"
                )
            ),
            Self::DuplicateNumber { nomor, first } => say!(
                lang,
                (
                    "nomor `{nomor}` tercatat dua kali pada tahun yang sama",
                    "number `{nomor}` is in the register twice in one year"
                ),
                (
                    "urut atau nomor ini sudah ada pada {first}",
                    "this serial or number is already at {first}"
                ),
                (
                    "cocokkan dengan buku agenda, lalu perbaiki salah satunya; sebelum itu tidak ada nomor yang diberikan",
                    "compare with the agenda book, then mend one of them; no number is given out before"
                )
            ),
            Self::TwoNumbers { paper, nomor, first } => say!(
                lang,
                (
                    "naskah {paper} mempunyai dua nomor yang berlaku: `{nomor}` dan satu lagi",
                    "the paper {paper} has two valid numbers: `{nomor}` and one more"
                ),
                ("yang pertama pada {first}", "the first is at {first}"),
                (
                    "batalkan yang tidak dipakai: beri status = \"batal\" dan alasan",
                    "cancel the one that is not used: give it status = \"batal\" and alasan"
                )
            ),
            Self::YearOfNumber { tahun, tanggal } => say!(
                lang,
                (
                    "nomor tahun {tahun} tercatat untuk surat tanggal {tanggal}",
                    "a number of the year {tahun} is entered for a letter dated {tanggal}"
                ),
                ("", ""),
                ("samakan tahun dan tanggalnya", "make year and date agree")
            ),
            Self::UnknownNumber { nomor } => say!(
                lang,
                (
                    "nomor `{nomor}` tidak ada dalam data/nomor.toml",
                    "number `{nomor}` is not in data/nomor.toml"
                ),
                ("", ""),
                (
                    "lihat nomor yang ada dengan `naskah nomor daftar`; nomor dari luar dicatat dengan `naskah nomor catat`",
                    "see the numbers with `naskah nomor daftar`; one given out elsewhere is entered with `naskah nomor catat`"
                )
            ),
            Self::AmbiguousNumber { nomor, tahun } => say!(
                lang,
                (
                    "nomor `{nomor}` ada lebih dari satu: {tahun}",
                    "there is more than one number `{nomor}`: {tahun}"
                ),
                ("", ""),
                (
                    "sebut nomor lengkapnya dan tahunnya, misalnya --tahun 2024",
                    "give the whole number and the year, such as --tahun 2024"
                )
            ),
            Self::AlreadyCancelled { nomor, alasan } => say!(
                lang,
                (
                    "nomor `{nomor}` sudah dibatalkan: {alasan}",
                    "number `{nomor}` is cancelled already: {alasan}"
                ),
                ("", ""),
                (
                    "tidak ada yang perlu dilakukan; nomor itu tidak akan diberikan lagi",
                    "there is nothing to do; it will not be given out again"
                )
            ),
            Self::NumberTaken { nomor, oleh } => say!(
                lang,
                (
                    "nomor `{nomor}` sudah dipakai: {oleh}",
                    "number `{nomor}` is taken: {oleh}"
                ),
                ("", ""),
                (
                    "lihat `naskah nomor daftar`; jika suratnya memang berbeda, periksa pola, klas, dan deret",
                    "see `naskah nomor daftar`; if the letters do differ, look at pattern, klas and deret"
                )
            ),
            Self::NumberOtherDate { paper, nomor, lama, baru } => say!(
                lang,
                (
                    "naskah {paper} sudah bernomor `{nomor}` untuk tanggal {lama}; tanggal suratnya kini {baru}",
                    "the paper {paper} has number `{nomor}` for {lama}; the letter is now dated {baru}"
                ),
                ("", ""),
                (
                    "jika surat yang sama berganti tanggal, jalankan `naskah nomor ambil` dengan --ganti-tanggal; jika surat lain, dengan --surat-baru",
                    "if it is the same letter with a new date, run `naskah nomor ambil` with --ganti-tanggal; if it is another letter, with --surat-baru"
                )
            ),
            Self::UnknownSubject { template, subjek, near } => {
                let help = meant(
                    lang,
                    near,
                    (
                        "sebut id seperti dalam data, atau kosongkan agar semua naskahnya diberi nomor",
                        "give an id as in the data, or none to number all of its papers",
                    ),
                );
                say!(
                    lang,
                    (
                        "tidak ada naskah `{template}` untuk `{subjek}`",
                        "there is no paper `{template}` for `{subjek}`"
                    ),
                    ("", ""),
                    ("{help}", "{help}")
                )
            }
            Self::TwoDates { template, diketik, data } => say!(
                lang,
                (
                    "--tanggal {diketik} berbeda dari tanggal surat `{template}`, {data}",
                    "--tanggal {diketik} is not the date of the letter `{template}`, {data}"
                ),
                ("tanggal surat", "the letter's date"),
                (
                    "hapus --tanggal, atau ubah tanggal dalam data/surat.toml",
                    "leave out --tanggal, or change the date in data/surat.toml"
                )
            ),
            Self::NoSerial { nomor } => say!(
                lang,
                (
                    "nomor urut dalam `{nomor}` tidak dapat dikenali",
                    "the serial number in `{nomor}` cannot be told"
                ),
                ("", ""),
                (
                    "tambahkan nomor urutnya, misalnya --urut 415",
                    "add it, such as --urut 415"
                )
            ),
            Self::NoNumber { template, subjek } => say!(
                lang,
                (
                    "naskah final `{template}` untuk `{subjek}` belum bernomor",
                    "the final paper `{template}` for `{subjek}` has no number"
                ),
                ("", ""),
                (
                    "jalankan `naskah nomor ambil {template}`, atau pakai status = \"draf\"",
                    "run `naskah nomor ambil {template}`, or use status = \"draf\""
                )
            ),
            Self::SameNumber { nomor, papers } => say!(
                lang,
                (
                    "nomor `{nomor}` tercetak pada lebih dari satu surat: {papers}",
                    "number `{nomor}` is printed on more than one letter: {papers}"
                ),
                ("", ""),
                (
                    "beri setiap surat nomornya sendiri dengan `naskah nomor ambil`, atau ubah `urut` dalam data/surat.toml",
                    "give each letter its own number with `naskah nomor ambil`, or change `urut` in data/surat.toml"
                )
            ),
            Self::CancelledNumber { nomor, alasan } => say!(
                lang,
                (
                    "nomor `{nomor}` sudah dibatalkan ({alasan}), tetapi masih tercetak",
                    "number `{nomor}` is cancelled ({alasan}), and still printed"
                ),
                ("dibatalkan di sini", "cancelled here"),
                (
                    "ambil nomor baru dengan `naskah nomor ambil`",
                    "take a new number with `naskah nomor ambil`"
                )
            ),
            Self::SequenceFull { tahun } => say!(
                lang,
                (
                    "nomor urut tahun {tahun} melewati 999999",
                    "the serial numbers of {tahun} go beyond 999999"
                ),
                ("", ""),
                (
                    "periksa nomor tertinggi dalam data/nomor.toml dan `urut` dalam data/surat.toml",
                    "look at the highest number in data/nomor.toml and at `urut` in data/surat.toml"
                )
            ),
            Self::NothingMade { dir } => say!(
                lang,
                (
                    "belum ada catatan naskah dalam `{dir}`",
                    "no papers are on record in `{dir}`"
                ),
                ("", ""),
                (
                    "jalankan `naskah build` dahulu, atau tunjuk folder keluarannya dengan --out",
                    "run `naskah build` first, or name its output folder with --out"
                )
            ),
            Self::NoWorkspaces { dir } => say!(
                lang,
                (
                    "tidak ada folder kerja naskah dalam `{dir}`",
                    "there is no naskah workspace in `{dir}`"
                ),
                ("", ""),
                (
                    "sebut folder yang subfoldernya (satu atau dua tingkat) berisi `naskah.toml`, satu untuk tiap daerah",
                    "name a folder whose subfolders (one or two levels down) hold a `naskah.toml`, one for each daerah"
                )
            ),
            Self::SameDaerah { nama, folder, other } => say!(
                lang,
                (
                    "`{nama}` ada dua kali: `{other}` dan `{folder}`",
                    "`{nama}` is there twice: `{other}` and `{folder}`"
                ),
                ("", ""),
                (
                    "keduanya masuk peringkat; keluarkan salinan yang tidak dipakai dari folder ini",
                    "both are ranked; take the copy that is not used out of this folder"
                )
            ),
            Self::UnknownFace { name, near, known } => {
                let mut said = say!(
                    lang,
                    (
                        "huruf `{name}` tidak ada di naskah maupun di folder kerja",
                        "neither naskah nor the workspace has the face `{name}`"
                    ),
                    ("huruf ini tidak ada", "no such face"),
                    ("", "")
                );
                let (id, en) = (
                    format!(
                        "taruh berkasnya di aset/huruf/ (`{name}-Regular.ttf`), atau pakai: {known}"
                    ),
                    format!(
                        "put its file into aset/huruf/ (`{name}-Regular.ttf`), or use: {known}"
                    ),
                );
                said.help = meant(lang, near, (&id, &en));
                said
            }
            Self::UnknownBase { name, near, allowed } => {
                let mut said = say!(
                    lang,
                    ("profil dasar `{name}` tidak ada", "there is no profile `{name}`"),
                    ("tidak ada", "not there"),
                    ("", "")
                );
                let (id, en) = (
                    format!("buat catalog/profil/{name}.toml, atau pilih: {allowed}"),
                    format!("make catalog/profil/{name}.toml, or use: {allowed}"),
                );
                said.help = meant(lang, near, (&id, &en));
                said
            }
            Self::BaseCycle { chain } => say!(
                lang,
                (
                    "profil dasar berputar: {chain}",
                    "these profiles stand on each other: {chain}"
                ),
                ("kembali ke profil yang sama", "back at the same profile"),
                (
                    "ubah `dasar` pada salah satunya, misalnya menjadi `permendagri-1-2023`",
                    "change one `dasar`, for example to `permendagri-1-2023`"
                )
            ),
            Self::UnknownKind { name, near, allowed } => {
                let mut said = say!(
                    lang,
                    (
                        "`{name}` bukan jenis naskah dan bukan nama templat",
                        "`{name}` is neither a kind of paper nor a template"
                    ),
                    ("tidak dikenal", "unknown"),
                    ("", "")
                );
                let (id, en) = (
                    format!("pakai nama templat, atau salah satu: {allowed}"),
                    format!("use the name of a template, or one of: {allowed}"),
                );
                said.help = meant(lang, near, (&id, &en));
                said
            }
            Self::Internal { detail } => say!(
                lang,
                (
                    "kesalahan dalam naskah sendiri: {detail}",
                    "a fault in naskah itself: {detail}"
                ),
                ("", ""),
                (
                    "laporkan pesan ini bersama berkas yang Anda pakai",
                    "report this message together with the files you used"
                )
            ),
            Self::OutsideTerm { id, tanggal, masa } => say!(
                lang,
                [masa],
                (
                    "naskah bertanggal {tanggal}, tetapi pada hari itu tidak ada yang menjabat sebagai `{id}`; masa jabatan: {masa}",
                    "the paper is dated {tanggal}, but nobody holds the office `{id}` on that day; terms: {masa}"
                ),
                ("di luar masa jabatan", "outside of all terms"),
                (
                    "perbaiki tanggal naskah, atau tambahkan pejabatnya dengan `dari` dan `sampai` dalam data/pejabat.toml",
                    "correct the date of the paper, or add the official with `dari` and `sampai` in data/pejabat.toml"
                )
            ),
            Self::TermsOverlap { id, first } => say!(
                lang,
                (
                    "masa jabatan `{id}` bertindih dengan yang di {first}",
                    "a term of `{id}` overlaps with the one at {first}"
                ),
                ("bertindih", "overlaps"),
                (
                    "perbaiki `dari` atau `sampai`; sementara ini yang mulai menjabat paling akhir yang dipakai",
                    "correct `dari` or `sampai`; until then the one who came last is taken"
                )
            ),
            Self::BadNik { panjang } => say!(
                lang,
                (
                    "NIK harus 16 angka, yang ini {panjang} huruf atau angka",
                    "a NIK is 16 digits; this has {panjang} characters"
                ),
                ("bukan NIK", "no NIK"),
                (
                    "salin NIK dari KTP pejabat itu",
                    "copy the NIK from the official's identity card"
                )
            ),
            Self::NoNik { id, nama } => say!(
                lang,
                (
                    "`{id}` ({nama}) menandatangani secara elektronik, tetapi NIK-nya belum ada",
                    "`{id}` ({nama}) signs electronically, but has no NIK"
                ),
                ("perlu `nik`", "needs `nik`"),
                (
                    "isi `nik` pejabat itu dalam data/pejabat.toml (tidak pernah dicetak), atau pakai mode = \"basah\" pada [profil.tte]",
                    "give this official's `nik` in data/pejabat.toml (it is never printed), or use mode = \"basah\" under [profil.tte]"
                )
            ),
            Self::AnchorInText { jangkar, text } => say!(
                lang,
                (
                    "tanda jangkar `{jangkar}` juga ada pada teks \"{text}\"",
                    "the anchor `{jangkar}` is in the text \"{text}\" too"
                ),
                ("tanda tangan dapat terpasang di sini", "the signature may be put here"),
                (
                    "hapus `{jangkar}` dari teks itu, atau pilih `jangkar` lain pada [profil.tte]",
                    "take `{jangkar}` out of that text, or choose another `jangkar` under [profil.tte]"
                )
            ),
            Self::UnknownVariable { text, allowed } => say!(
                lang,
                (
                    "`{text}` bukan variabel Srikandi",
                    "`{text}` is no variable of Srikandi"
                ),
                ("akan tercetak apa adanya", "will be printed as it is"),
                ("hapus, atau pakai: {allowed}", "take it out, or use: {allowed}")
            ),
            Self::TooManyAnchors { banyak } => say!(
                lang,
                (
                    "{banyak} tanda tangan elektronik pada satu naskah; tanda jangkar hanya cukup untuk 5",
                    "{banyak} electronic signatures on one paper; there are anchors for 5 only"
                ),
                ("terlalu banyak", "too many"),
                (
                    "bagi menjadi beberapa naskah, atau pakai mode = \"basah\" untuk templat ini",
                    "divide it into several papers, or use mode = \"basah\" for this template"
                )
            ),
            Self::SignersOfForm { bentuk, banyak, perlu } => say!(
                lang,
                [perlu],
                (
                    "bentuk tanda tangan `{bentuk}` memerlukan {perlu}, diberikan {banyak}",
                    "the form of signatures `{bentuk}` needs {perlu}, given: {banyak}"
                ),
                ("jumlah penanda tangan tidak cocok", "another number of signers"),
                (
                    "sesuaikan daftar penanda tangannya, atau hapus `bentuk` agar dipilih menurut jumlahnya",
                    "change the list of signers, or leave `bentuk` out to have it chosen by their number"
                )
            ),
            Self::BadVerification { detail } => say!(
                lang,
                [detail],
                ("isi QR salah: {detail}", "this cannot be the text of the QR: {detail}"),
                ("{detail}", "{detail}"),
                (
                    "tulis misalnya url = \"https://verifikasi.contoh.go.id/{{nomor}}\"",
                    "write for example url = \"https://verifikasi.contoh.go.id/{{nomor}}\""
                )
            ),
        }
    }
}
