//! What is said about pictures, faces, fitting.

use super::super::problem::Pictures as P;
use super::super::{Both, Lang, Said};

pub(in crate::diag) fn said(problem: P<'_>, lang: Lang) -> Said {
    match problem {
        P::ImageMissing { name } => say!(
            lang,
            ("gambar `{name}` tidak ada", "picture `{name}` is missing"),
            ("tidak ditemukan", "not found"),
            (
                "taruh berkasnya dalam folder kerja, misalnya aset/, lalu periksa namanya",
                "put the file into the workspace, for example aset/, and check its name"
            )
        ),
        P::BadImage { name, detail } => say!(
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
        P::BadFont { name, detail } => say!(
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
        P::MissingGlyph { glyph, code, text } => say!(
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
        P::TooWide { what } => say!(
            lang,
            ("{what} lebih lebar daripada tempatnya", "{what} is wider than its place"),
            ("terlalu lebar", "too wide"),
            (
                "persingkat isinya, atau beri kolom lebih lebar",
                "shorten it, or give the column more room"
            )
        ),
        P::PathOutside { path } => say!(
            lang,
            ("`{path}` keluar dari folder kerja", "`{path}` leaves the workspace"),
            ("di luar folder kerja", "outside the workspace"),
            (
                "salin berkasnya ke dalam folder kerja dan sebut nama di dalamnya",
                "copy the file into the workspace and name it there"
            )
        ),
        P::TooHigh { what } => say!(
            lang,
            ("{what} lebih tinggi daripada satu halaman", "{what} is higher than a page"),
            ("terlalu tinggi", "too high"),
            ("bagi isinya, atau perkecil", "split it, or make it smaller")
        ),
        P::DoesNotFit { template, halaman, baris } => {
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
        P::NotInAset { name } => say!(
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
        P::NotPrintable { detail } => say!(
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
    }
}
