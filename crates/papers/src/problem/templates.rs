//! Templates, and the markup that comes out of them.

use base::diag::{Both, Lang, Said, meant};
use base::{problems, say};
use data::problem::{looking_alike, plainly, two_ways};

problems! {
    /// Templates, and the markup that comes out of them.
    TemplateProblem(lang) {
        /// A template nobody has.
        "0601" Error UnknownTemplate { name, near } => {
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
        },
        /// A template that does not compile or render.
        "0602" Error TemplateError { detail: Both } => say!(
            lang,
            [detail],
            ("template salah: {detail}", "template error: {detail}"),
            ("di sini", "here"),
            (
                "perbaiki template ini; `naskah fields TEMPLATE` menunjukkan data yang tersedia",
                "mend the template; `naskah fields TEMPLATE` shows the data at hand"
            )
        ),
        /// A name the template uses and the data does not have.
        "0603" Error UndefinedName { name, near } => {
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
        },
        /// A filter, function or test that does not exist.
        "0604" Error UnknownFunction { kind: Both, name, near } => {
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
            said.help = meant(lang, near, places_of(kind.of(Lang::Id)));
            said
        },
        /// A template that does not come to an end.
        "0605" Error OutOfFuel { template } => say!(
            lang,
            (
                "template `{template}` dihentikan: terlalu banyak langkah atau teks",
                "template `{template}` was stopped: too many steps or too much text"
            ),
            ("berhenti di sini", "stopped here"),
            (
                "periksa perulangan yang tidak selesai atau terlalu panjang",
                "look for a loop that does not end or is far too long"
            )
        ),
        /// A tag with more in it than anybody writes.
        "0630" Error TooLong {} => say!(
            lang,
            (
                "ungkapan dalam template terlalu panjang, atau terlalu banyak kurung di dalam kurung",
                "an expression of the template is too long, or has too many brackets in brackets"
            ),
            ("mulai di sini", "begins here"),
            (
                "pecah menjadi beberapa ungkapan dengan `{{% set nama = … %}}`",
                "part it into several with `{{% set name = … %}}`"
            )
        ),
        /// A tag that the program does not read as the engine does.
        "0631" Error TooTangled {} => say!(
            lang,
            (
                "bagian template ini tidak dapat dibaca dengan pasti",
                "this part of the template cannot be read with certainty"
            ),
            ("di sini", "here"),
            (
                "tulis lebih sederhana: pecah ungkapannya dengan `{{% set nama = … %}}`",
                "write it more plainly: part the expression with `{{% set name = … %}}`"
            )
        ),
        /// A directive that does not exist.
        "0606" Error UnknownDirective { name, near } => {
            let mut said = say!(
                lang,
                ("direktif `:::{name}` tidak dikenal", "unknown directive `:::{name}`"),
                ("tidak dikenal", "unknown"),
                ("", "")
            );
            said.help = meant(
                lang,
                near,
                (
                    "lihat daftar direktif dalam panduan pengguna (bagian 6), yang dibuat dengan `naskah panduan`",
                    "see the list of directives in the guide (part 6), which `naskah panduan` writes",
                ),
            );
            said
        },
        /// An attribute of a directive that does not exist.
        "0607" Error UnknownAttribute { directive, name, near } => {
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
        },
        /// An attribute that is given once and stands there twice.
        "0632" Error AttributeTwice { directive, name } => say!(
            lang,
            (
                "`{name}` pada `:::{directive}` ditulis dua kali",
                "`{name}` of `:::{directive}` is written twice"
            ),
            ("yang kedua", "the second one"),
            ("pertahankan satu saja", "keep one of them")
        ),
        /// An attribute with a value that cannot be read.
        "0608" Error BadAttribute { directive, name, value, expected: Both } => say!(
            lang,
            [expected],
            (
                "`{name}` pada `:::{directive}` tidak dapat dibaca: `{value}`",
                "`{name}` of `:::{directive}` cannot be read: `{value}`"
            ),
            ("harus {expected}", "must be {expected}"),
            ("isi dengan {expected}", "use {expected}")
        ),
        /// Markup that papers have no form for.
        "0609" Error UnsupportedMarkup { what: Both } => say!(
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
        /// A table whose rows do not fit its columns.
        "0610" Error BadTable { detail: Both } => say!(
            lang,
            [detail],
            ("tabel salah: {detail}", "bad table: {detail}"),
            ("di sini", "here"),
            (
                "samakan jumlah kolom setiap baris dengan kepala tabel dan dengan `lebar`",
                "give each row as many columns as the head and `lebar` have"
            )
        ),
        /// Data a template needs and the workspace does not have.
        "0611" Error TemplateNeeds { template, needs } => {
            let mut said = say!(
                lang,
                (
                    "template `{template}` memerlukan {needs}, yang belum ada",
                    "template `{template}` needs {needs}, which is not there"
                ),
                ("", ""),
                ("", "")
            );
            let homes: Vec<String> = needs.split(", ").map(home).collect();
            let homes = homes.join("; ");
            said.help = match lang {
                Lang::Id => format!("isi {homes}; atau jangan sebut template ini"),
                Lang::En => {
                    format!("fill in {}; or leave this template out", english(&homes))
                }
            };
            said
        },
        /// A directive without its closing line.
        "0612" Error UnclosedDirective { name } => say!(
            lang,
            ("`:::{name}` tidak ditutup", "`:::{name}` is not closed"),
            ("dibuka di sini", "opened here"),
            ("tutup dengan satu baris `:::`", "close it with a line `:::`")
        ),
        /// A directive's attributes that do not parse.
        "0613" Error BadAttributeSyntax { detail: Both } => say!(
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
        /// A value that is empty in the data and yet printed.
        "0614" Error EmptyValue { name } => {
            let mut said = say!(
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
            );
            // What the rule of the paper lets nobody print is empty, whatever the data holds.
            let withheld = ["nip", "label_nip", "pangkat", "golongan", "pegawai"];
            let last = name.rsplit('.').next().unwrap_or_default();
            if withheld.contains(&last) {
            let ruled = say!(
                lang,
                ("", ""),
                ("", ""),
                (
                    "isi datanya bila belum ada; bila Pasal 44 (`pasal44` dan `sekda_pangkat_nip` pada [profil]) menahannya bagi jabatan ini, apit dengan {{% if … %}} … {{% endif %}}",
                    "fill in the data if it is not there; if Pasal 44 (`pasal44` and `sekda_pangkat_nip` of [profil]) withholds it of this office, put it between {{% if … %}} and {{% endif %}}"
                )
            );
                said.message = match lang {
                    Lang::Id => format!("`{name}` kosong di sini, tetapi dicetak"),
                    Lang::En => format!("`{name}` is empty here, and yet printed"),
                };
                said.help = ruled.help;
            }
            said
        },
        /// A signature without somebody who signs.
        "0615" Error NoSigner {} => say!(
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
        /// A directive without an attribute it cannot do without.
        "0616" Error MissingAttribute { directive, name } => say!(
            lang,
            ("`:::{directive}` memerlukan `{name}`", "`:::{directive}` needs `{name}`"),
            ("`{name}` belum ada", "`{name}` is missing"),
            ("tambahkan {name}=\"…\"", "add {name}=\"…\"")
        ),
        /// A paper without a date.
        "0617" Error NoDate { template } => say!(
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
        /// A template for each row of a list that nobody has.
        "0618" Error UnknownList { name, near, home, words } => {
            let mut said = say!(
                lang,
                ("daftar `{name}` tidak ada", "there is no list `{name}`"),
                ("tidak dikenal", "unknown"),
                ("", "")
            );
            no_list(lang, home, &mut said);
            let (id, en) = match list_of(name, home) {
                Some(list) => (
                    format!("buat {list}, atau tambahkan \"{name}\" pada `perlu`"),
                    format!("create {list}, or add \"{name}\" to `perlu`"),
                ),
                None => (
                    format!("pilih salah satu: {words}, atau nama daftar bebas"),
                    format!("use one of: {words}, or the name of a free list"),
                ),
            };
            said.help = meant(lang, near, (&id, &en));
            said
        },
        /// A template that needs something nobody knows.
        "0619" Error UnknownNeed { name, near, home, words } => {
            let mut said = say!(
                lang,
                ("`perlu` tidak mengenal `{name}`", "`perlu` does not know `{name}`"),
                ("bukan bagian data, bukan daftar", "neither a part of the data nor a list"),
                ("", "")
            );
            no_list(lang, home, &mut said);
            let (id, en) = match list_of(name, home) {
                Some(list) => (
                    format!("hapus \"{name}\", atau buat {list}"),
                    format!("remove \"{name}\", or create {list}"),
                ),
                None => (
                    format!("hapus \"{name}\"; yang dikenal: {words}, dan nama daftar bebas"),
                    format!("remove \"{name}\"; what is known: {words}, and names of free lists"),
                ),
            };
            said.help = meant(lang, near, (&id, &en));
            said
        },
        /// A cell of a list that a filter of a template cannot take.
        "0620" Error UnfitCell { value, kind: Both, at, own: bool } => {
            let mut said = say!(
            lang,
            [kind],
            ("`{value}` bukan {kind}", "`{value}` is not {kind}"),
            ("dipakai sebagai {kind} pada {at}", "used as {kind} at {at}"),
            (
                "tulis {kind} saja di sini; bila isinya sudah benar, ubah template pada {at}",
                "write {kind} only here; if it is right as it is, change the template at {at}"
            )
        );
            if !own {
                said.help = lang.either(
                    format!("tulis {} saja di sini", kind.of(Lang::Id)),
                    format!("write {} only here", kind.of(Lang::En)),
                );
            }
            if ["a number", "a whole number"].contains(&kind.of(Lang::En)) {
                if let Some((id, en)) = two_ways(value).or_else(|| looking_alike(value)) {
                    said.help = lang.either(id, en);
                } else if let Some(plain) = plainly(value) {
                    said.help = lang
                        .either(format!("tulis {plain}"), format!("write {plain}"));
                }
            }
            // One cell is never a list: it is the template that asks too much of it.
            if kind.of(Lang::En) == "a list" {
                said.help = lang.either(
                    format!("ubah template pada {at}: yang dijumlahkan atau diurutkan adalah kolom sebuah daftar, misalnya `daftar.honor | sum(attribute=\"jumlah\")`"),
                    format!("change the template at {at}: it is a column of a list that is added up or sorted, such as `daftar.honor | sum(attribute=\"jumlah\")`"),
                );
            }
            said
        },
        /// A number in a cell of a list whose comma may group thousands or begin decimals.
        "0621" Error UnclearCell { value, at, plain, grouped, decimal } => say!(
            lang,
            (
                "`{value}` tidak jelas: komanya dapat berarti ribuan atau desimal",
                "`{value}` is not clear: its comma may mean thousands or decimals"
            ),
            ("dipakai sebagai bilangan pada {at}", "used as a number at {at}"),
            (
                "tulis {plain} atau {grouped} bila ribuan, atau {decimal} bila desimal",
                "write {plain} or {grouped} for thousands, or {decimal} for decimals"
            )
        ),
        /// A tag that lost a brace and would be printed as it stands.
        "0625" Error LostBrace { written, meant } => say!(
            lang,
            (
                "`{written}` bukan tag template, jadi akan tercetak apa adanya",
                "`{written}` is no tag, so it would be printed as it stands"
            ),
            ("kurung kurawalnya kurang", "a brace is missing"),
            ("tulis `{meant}`", "write `{meant}`")
        ),
    }
}

/// The file of a free list that a name could have; none for a name that the program reads as
/// something else, and for one that no file can have.
fn list_of(name: &str, home: &str) -> Option<String> {
    let fits = |c: char| c.is_alphanumeric() || " -_".contains(c);
    let could = home.is_empty() && !name.trim().is_empty() && name.chars().all(fits);
    could.then(|| format!("data/{name}.csv"))
}

/// Says of a name that it is something else.
fn no_list(lang: Lang, home: &str, said: &mut Said) {
    if !home.is_empty() {
        said.label = lang.either(
            format!("ditulis dalam {home}, bukan daftar bebas"),
            format!("written in {home}, no free list"),
        );
    }
}

/// Where an office writes the part of the data, or the list, that a template needs.
fn home(word: &str) -> String {
    let inside = |file: &str| format!("`[[{word}]]` dalam {file}");
    match word {
        "rakor" | "hasil" => format!("data/{word}.toml"),
        "sesi" | "narasumber" | "panitia" | "sambutan" => inside("data/rakor.toml"),
        "undangan" | "peserta" => {
            format!("{}, atau data/{word}.xlsx", inside("data/rakor.toml"))
        }
        "orang" => {
            "nama peserta, narasumber, atau panitia dalam data/rakor.toml".to_owned()
        }
        "pembahasan" | "kesepakatan" => inside("data/hasil.toml"),
        "opd" | "pejabat" => format!("data/{word}.toml, atau data/{word}.xlsx"),
        "periode" => "`[periode]` dalam naskah.toml".to_owned(),
        "capaian" => "data/capaian/ untuk `[periode]`".to_owned(),
        "surat" => "tabel templat ini dalam data/surat.toml".to_owned(),
        list => format!("data/{list}.csv"),
    }
}

/// The words between names of files and keys.
fn english(homes: &str) -> String {
    const WORDS: [(&str, &str); 5] = [
        (" dalam ", " in "),
        (", atau ", " or "),
        (" untuk ", " for "),
        ("tabel templat ini", "the table of this template"),
        (
            "nama peserta, narasumber, atau panitia",
            "names of peserta, narasumber or panitia",
        ),
    ];
    WORDS.iter().fold(homes.to_owned(), |text, (id, en)| text.replace(id, en))
}

/// Where the filters, functions and macros that exist are found.
fn places_of(kind: &str) -> (&'static str, &'static str) {
    match kind {
        "makro" => (
            "periksa ejaannya; makro harus ditulis dengan `{% macro … %}` dalam berkas yang diambil",
            "check the spelling; the macro must be written with `{% macro … %}` in the file that is imported",
        ),
        "fungsi" | "metode" => (
            "lihat daftar fungsi dalam panduan pengguna (bagian 7); makro dari berkas lain diambil dengan `{% from … import … %}`",
            "see the list of functions in the guide (part 7); a macro of another file is taken with `{% from … import … %}`",
        ),
        _ => (
            "lihat daftar filter dan uji dalam panduan pengguna (bagian 7)",
            "see the list of filters and tests in the guide (part 7)",
        ),
    }
}
