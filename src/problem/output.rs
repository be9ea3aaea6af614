//! What cannot be written, and what must not.

use base::diag::{Both, Lang, counted, first_names};
use base::{problems, say};

/// The next step for a name in braces.
fn braced(lang: Lang) -> String {
    lang.either(
        "tulis isinya sendiri sebagai pengganti kurung kurawal itu; naskah final tidak dibuat dengan teks ini",
        "write what is meant in the place of the braces; no final paper is made with this text",
    )
}

problems! {
    /// What cannot be written, and what must not.
    OutputProblem(lang) {
        /// A file or folder that cannot be written.
        "0802" Error CannotWrite { name, why: Both } => say!(
            lang,
            [why],
            ("`{name}` tidak dapat ditulis: {why}", "`{name}` cannot be written: {why}"),
            ("", ""),
            (
                "tutup program yang membukanya, periksa hak akses, tanda hanya-baca, dan ruang cakram, lalu ulangi; hasil lama masih utuh",
                "close programs that hold it, check rights, the mark read-only and disk room, then try again; the last good output is untouched"
            )
        ),
        /// A disk that has no room for all papers. `whole` of them are there, `missing` are not;
        /// `listed` where the manifest could be written.
        "0813" Error NoRoom { dir, whole: usize, missing: Vec<String>, listed: bool } => {
            let paths: Vec<&str> = missing.iter().map(String::as_str).collect();
            let (n, names) = (paths.len(), first_names(lang, &paths, 3));
            let are = if *whole == 1 { "is" } else { "are" };
            let papers = counted(whole, "paper");
            let here = match (whole, listed) {
                (0, _) => lang.either("tidak ada naskah yang dibuat", "no paper was made"),
                (_, true) => lang.either(
                    format!("{whole} naskah utuh di sana dan tercatat dalam manifest.json"),
                    format!("{papers} {are} whole there and listed in manifest.json"),
                ),
                (_, false) => lang.either(
                    format!("{whole} naskah utuh di sana, tetapi yang baru belum tercatat dalam manifest.json"),
                    format!("{papers} {are} whole there, but manifest.json does not list the new ones yet"),
                ),
            };
            let missing = match n {
                0 => String::new(),
                n => lang.either(
                    format!("; {n} belum dibuat: {names}"),
                    format!("; {n} not made: {names}"),
                ),
            };
            say!(
                lang,
                (
                    "ruang cakram untuk `{dir}` habis: {here}{missing}",
                    "the disk of `{dir}` is full: {here}{missing}"
                ),
                ("", ""),
                (
                    "kosongkan ruang di cakram itu, atau sebut tempat lain dengan --out, lalu ulangi perintah yang sama; hasil lama dari naskah yang belum dibuat tidak disentuh",
                    "make room on that disk, or name another place with --out, then give the same command again; earlier output of the papers not made is untouched"
                )
            )
        },
        /// Somebody else writes the same and does not come to an end.
        "0809" Error Busy { name } => say!(
            lang,
            (
                "`{name}` sedang ditulis proses lain; tidak ada yang ditulis",
                "another process is writing `{name}`; nothing was written"
            ),
            ("", ""),
            (
                "tunggu sampai perintah yang lain selesai, lalu ulangi",
                "wait until the other command is done, then try again"
            )
        ),
        /// A list of the papers that were made, and that is damaged.
        "0810" Warning DamagedManifest { name, aside } => say!(
            lang,
            (
                "daftar naskah `{name}` rusak dan tidak dapat dibaca; disimpan sebagai `{aside}`",
                "the list of papers `{name}` is damaged and cannot be read; it is kept as `{aside}`"
            ),
            ("", ""),
            (
                "jalankan `naskah build` tanpa nama template agar semua naskah tercatat lagi",
                "run `naskah build` without the name of a template, so that all papers are listed again"
            )
        ),
        /// What a paper said when it was made, and that is damaged.
        "0811" Warning DamagedRecord { papers } => say!(
            lang,
            (
                "catatan isi naskah ini rusak dan tidak dapat dibaca: {papers}",
                "what these papers said is damaged and cannot be read: {papers}"
            ),
            ("", ""),
            (
                "buat lagi naskah itu dengan `naskah build --force`",
                "make them again with `naskah build --force`"
            )
        ),
        /// A placeholder left in a final paper.
        "0804" Error Placeholder { text } => {
            let mut said = say!(
                lang,
                (
                    "naskah final masih memuat isian kosong: \"{text}\"",
                    "a final paper still holds a placeholder: \"{text}\""
                ),
                ("", ""),
                (
                    "ganti \"{text}\" dengan isinya, atau pakai status = \"draf\"",
                    "write what \"{text}\" stands for, or use status = \"draf\""
                )
            );
            if text.contains('{') {
                said.help = braced(lang);
            } else if text.contains('…') {
                said.help = lang.either(
                    "isi datanya, atau pakai status = \"draf\"",
                    "fill in the data, or use status = \"draf\"",
                );
            }
            said
        },
        /// A name in braces in the data, which a draft prints as it stands.
        "0814" Warning Braces { text } => {
            let mut said = say!(
                lang,
                (
                    "`{text}` tercetak apa adanya: dalam data kurung kurawal tidak diisi",
                    "`{text}` is printed as it stands: braces in the data are not filled in"
                ),
                ("isinya belum ditulis?", "not written yet?"),
                ("", "")
            );
            said.help = braced(lang);
            said
        },
        /// The folder for a new workspace is not empty.
        "0805" Error NotEmpty { dir } => say!(
            lang,
            ("folder `{dir}` tidak kosong", "folder `{dir}` is not empty"),
            ("", ""),
            (
                "sebut folder baru atau kosong; berkas yang ada tidak ditimpa",
                "name a new or empty folder; nothing there is overwritten"
            )
        ),
        /// A folder of a name that Windows has no room for.
        "0812" Error NoFolderName { dir } => say!(
            lang,
            (
                "`{dir}` bukan nama folder: Windows memakai nama itu sendiri, atau tidak menerima tandanya",
                "`{dir}` is no name of a folder: Windows keeps it for itself, or refuses a sign in it"
            ),
            ("", ""),
            (
                "sebut nama dari huruf, angka, dan tanda hubung, misalnya rakor-2025",
                "name it with letters, digits and hyphens, such as rakor-2025"
            )
        ),
        /// A template folder that would be overwritten.
        "0806" Error AlreadyThere { name } => say!(
            lang,
            ("`{name}` sudah ada", "`{name}` is already there"),
            ("", ""),
            (
                "ganti namanya dahulu bila ingin menyalin lagi; berkas Anda tidak ditimpa",
                "rename it first to copy it again; your files are not overwritten"
            )
        ),
        /// A paper that another program has open. `sign` is the file that shows it.
        "0807" Error IsOpen { name, sign } => {
            let mut said = if name.to_lowercase().ends_with(".docx") {
                say!(
                    lang,
                    (
                        "Berkas sedang dibuka di Word. Tutup, lalu ulangi: `{name}`",
                        "The file is open in Word. Close it, then try again: `{name}`"
                    ),
                    ("", ""),
                    (
                        "tutup berkas itu, lalu ulangi; naskah yang lain sudah dibuat",
                        "close it and try again; the other papers were made"
                    )
                )
            } else {
                say!(
                    lang,
                    (
                        "Berkas sedang dibuka di program lain. Tutup, lalu ulangi: `{name}`",
                        "The file is open in another program. Close it, then try again: `{name}`"
                    ),
                    ("", ""),
                    (
                        "tutup berkas itu, lalu ulangi; naskah yang lain sudah dibuat",
                        "close it and try again; the other papers were made"
                    )
                )
            };
            if !sign.is_empty() {
                said.help = lang.either(
                    format!("{}; bila tidak ada yang membukanya, hapus `{sign}`", said.help),
                    format!("{}; if nobody has it open, remove `{sign}`", said.help),
                );
            }
            said
        },
        /// A paper of data that is gone, which somebody has changed by hand.
        "0808" Warning ChangedByHand { name } => say!(
            lang,
            (
                "`{name}` tidak lagi dibuat dari data ini, tetapi sudah diubah dengan tangan",
                "`{name}` is no longer made from this data, but was changed by hand"
            ),
            ("", ""),
            (
                "berkas itu dibiarkan; pindahkan atau hapus sendiri bila tidak diperlukan",
                "it was left where it is; move or remove it yourself when it is not needed"
            )
        ),
        /// Nothing was made yet that could be compared.
        "0880" Error NothingMade { dir } => say!(
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
    }
}
