//! What is said about each problem, in Indonesian and English side by side.

use super::{Lang, Problem, Said};

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
                    "`{name}` dikunci kata sandi atau berformat Excel lama",
                    "`{name}` has a password or is of the old Excel format"
                ),
                ("", ""),
                (
                    "buka dengan Excel, hapus kata sandinya, lalu simpan sebagai Excel Workbook (.xlsx)",
                    "open it in Excel, remove the password, and save it as Excel Workbook (.xlsx)"
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
                    "rumus pada kolom `{key}` tersimpan tanpa hasil",
                    "the formula in column `{key}` was saved without its result"
                ),
                ("", ""),
                (
                    "buka berkas itu dengan Excel atau LibreOffice, lalu simpan agar rumusnya dihitung",
                    "open the file in Excel or LibreOffice and save it, so that it is worked out"
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
        }
    }
}
