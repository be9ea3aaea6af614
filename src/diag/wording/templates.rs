//! What is said about templates.

use super::super::problem::Templates as P;
use super::super::{Lang, Said};
use super::meant;

pub(in crate::diag) fn said(problem: P<'_>, lang: Lang) -> Said {
    match problem {
        P::UnknownTemplate { name, near } => {
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
        P::TemplateError { detail } => say!(
            lang,
            [detail],
            ("template salah: {detail}", "template error: {detail}"),
            ("di sini", "here"),
            (
                "perbaiki template ini; `naskah fields TEMPLATE` menunjukkan data yang tersedia",
                "mend the template; `naskah fields TEMPLATE` shows the data at hand"
            )
        ),
        P::UndefinedName { name, near } => {
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
        P::UnknownFunction { kind, name, near } => {
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
        P::OutOfFuel { template } => say!(
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
        P::UnknownDirective { name, near } => {
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
                    "lihat daftar direktif dalam docs/panduan-pengguna.md",
                    "see the list of directives in docs/panduan-pengguna.md",
                ),
            );
            said
        }
        P::UnknownAttribute { directive, name, near } => {
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
        P::BadAttribute { directive, name, value, expected } => say!(
            lang,
            [expected],
            (
                "`{name}` pada `:::{directive}` tidak dapat dibaca: `{value}`",
                "`{name}` of `:::{directive}` cannot be read: `{value}`"
            ),
            ("harus {expected}", "must be {expected}"),
            ("isi dengan {expected}", "use {expected}")
        ),
        P::UnsupportedMarkup { what } => say!(
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
        P::BadTable { detail } => say!(
            lang,
            [detail],
            ("tabel salah: {detail}", "bad table: {detail}"),
            ("di sini", "here"),
            (
                "samakan jumlah kolom setiap baris dengan kepala tabel dan dengan `lebar`",
                "give each row as many columns as the head and `lebar` have"
            )
        ),
        P::TemplateNeeds { template, needs } => say!(
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
        P::UnclosedDirective { name } => say!(
            lang,
            ("`:::{name}` tidak ditutup", "`:::{name}` is not closed"),
            ("dibuka di sini", "opened here"),
            ("tutup dengan satu baris `:::`", "close it with a line `:::`")
        ),
        P::BadAttributeSyntax { detail } => say!(
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
        P::EmptyValue { name } => say!(
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
        P::NoSigner {} => say!(
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
        P::MissingAttribute { directive, name } => say!(
            lang,
            ("`:::{directive}` memerlukan `{name}`", "`:::{directive}` needs `{name}`"),
            ("`{name}` belum ada", "`{name}` is missing"),
            ("tambahkan {name}=\"…\"", "add {name}=\"…\"")
        ),
        P::NoDate { template } => say!(
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
        P::UnknownList { name, near } => {
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
    }
}
