//! Numbers of letters: taken, cancelled, asked for in final papers.

use base::diag::{Both, meant};
use base::{problems, say};

problems! {
    /// Numbers of letters: taken, cancelled, asked for in final papers.
    NumberProblem(lang) {
        /// No pattern to make a number from.
        "0850" Error NoPattern { template } => say!(
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
        /// A number is wanted and the letter's date is not known.
        "0851" Error NoLetterDate { template } => say!(
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
        /// A number that would have a gap, or no serial number.
        "0852" Error NumberWithGap { template, nomor, missing: Both } => say!(
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
        /// Somebody else holds the register.
        "0853" Error RegisterBusy { name } => say!(
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
        /// A number the register does not have.
        "0857" Error UnknownNumber { nomor } => say!(
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
        /// A number that several years have.
        "0858" Error AmbiguousNumber { nomor, tahun } => say!(
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
        /// A number that is cancelled already.
        "0859" Error AlreadyCancelled { nomor, alasan } => say!(
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
        /// A number that somebody has.
        "0860" Error NumberTaken { nomor, oleh: Both } => say!(
            lang,
            [oleh],
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
        /// A paper has a number for another date.
        "0861" Error NumberOtherDate { paper, nomor, lama: Both, baru: Both } => say!(
            lang,
            [lama, baru],
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
        /// A subject the template has no paper for.
        "0862" Error UnknownSubject { template, subjek, near } => {
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
        },
        /// The first number that the data asks for lies behind the last one given.
        "0886" Error FirstPassed { template, asked, last } => say!(
            lang,
            (
                "surat `{template}` meminta nomor pertama {asked} (`urut`), tetapi deret nomornya sudah sampai {last}; tidak ada nomor yang diambil untuknya",
                "the letter `{template}` asks for {asked} as its first number (`urut`), but its sequence has come to {last}; no number was taken for it"
            ),
            ("`urut` surat ini", "the `urut` of this letter"),
            (
                "bila nomornya melanjutkan deret itu, hapus `urut` pada [{template}] dalam data/surat.toml; bila surat jenis ini dihitung sendiri, tulis `deret` (\"klas\", \"unit\", atau \"template\") pada [nomor] dalam naskah.toml",
                "if its numbers go on with that sequence, remove `urut` under [{template}] in data/surat.toml; if letters of this kind are counted by themselves, write `deret` (\"klas\", \"unit\" or \"template\") under [nomor] in naskah.toml"
            )
        ),
        /// A date typed beside the one in the data.
        "0863" Error TwoDates { template, typed, data: Both } => say!(
            lang,
            [data],
            (
                "--tanggal {typed} berbeda dari tanggal surat `{template}`, {data}",
                "--tanggal {typed} is not the date of the letter `{template}`, {data}"
            ),
            ("tanggal surat", "the letter's date"),
            (
                "hapus --tanggal, atau ubah tanggal dalam data/surat.toml",
                "leave out --tanggal, or change the date in data/surat.toml"
            )
        ),
        /// A printed number whose serial number cannot be told.
        "0864" Error NoSerial { nomor } => say!(
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
        /// A final paper without a number.
        "0865" Error NoNumber { template, subjek: Both } => say!(
            lang,
            [subjek],
            (
                "naskah final `{template}` belum bernomor: {subjek}",
                "the final paper `{template}` has no number: {subjek}"
            ),
            ("", ""),
            (
                "jalankan `naskah nomor ambil {template}` (semua surat: `naskah nomor ambil --semua`), atau pakai status = \"draf\"",
                "run `naskah nomor ambil {template}` (all letters: `naskah nomor ambil --semua`), or use status = \"draf\""
            )
        ),
        /// Final papers whose numbers were taken for another date than they have now.
        "0887" Error NumberRedated { template, subjek: Both, nomor, lama: Both, baru: Both } => say!(
            lang,
            [subjek, lama, baru],
            (
                "naskah final `{template}` bernomor untuk {lama}, sedangkan tanggal suratnya kini {baru}: {subjek} (`{nomor}`)",
                "the final paper `{template}` has its number for {lama}, but the letter is now dated {baru}: {subjek} (`{nomor}`)"
            ),
            ("", ""),
            (
                "jika surat yang sama berganti tanggal, jalankan `naskah nomor ambil {template} --ganti-tanggal` (nomornya tetap); jika surat lain, `naskah nomor ambil {template} --surat-baru`; jika tanggalnya salah ketik, kembalikan",
                "if it is the same letter with a new date, run `naskah nomor ambil {template} --ganti-tanggal` (it keeps its number); if it is another letter, `naskah nomor ambil {template} --surat-baru`; if the date is a slip, put it back"
            )
        ),
        /// Final papers that print one number.
        "0866" Error SameNumber { nomor, papers } => say!(
            lang,
            (
                "nomor `{nomor}` tercetak pada lebih dari satu surat: {papers}",
                "number `{nomor}` is printed on more than one letter: {papers}"
            ),
            ("", ""),
            (
                "beri setiap surat nomornya sendiri dengan `naskah nomor ambil`, atau ubah `urut` dalam data/surat.toml; bila memang satu nomor, tulis [[periksa.abaikan]] dengan alasannya",
                "give each letter its own number with `naskah nomor ambil`, or change `urut` in data/surat.toml; if they do share it, write [[periksa.abaikan]] with the reason"
            )
        ),
        /// A final paper that does not say which number is its own.
        "0884" Warning NumberNotDeclared { template } => say!(
            lang,
            (
                "naskah final `{template}` tidak menyatakan nomornya, sehingga nomor kembar tidak dapat diperiksa",
                "the final paper `{template}` does not declare its number, so that nobody can tell whether another has it too"
            ),
            ("", ""),
            (
                "tulis nomornya di `:::kepala-surat {{nomor=\"…\"}}`, di `:::judul {{nomor=\"…\"}}`, atau sebagai `nomor=\"…\"` di `:::rincian`; bila naskah jenis ini memang tidak bernomor, tulis bernomor = false dalam template.toml",
                "write its number in `:::kepala-surat {{nomor=\"…\"}}`, in `:::judul {{nomor=\"…\"}}`, or as `nomor=\"…\"` in `:::rincian`; if papers of this kind bear none, write bernomor = false in template.toml"
            )
        ),
        /// A paper with a number, of a template that says it bears none.
        "0885" Warning NumberDenied { template, nomor } => say!(
            lang,
            (
                "naskah final `{template}` bernomor `{nomor}`, padahal template.toml menyatakannya tidak bernomor",
                "the final paper `{template}` bears the number `{nomor}`, though template.toml says that it bears none"
            ),
            ("", ""),
            (
                "bila naskahnya boleh bernomor, tulis bernomor = \"bila-ada\"; bila selalu bernomor, hapus `bernomor`; bila tidak bernomor, hapus nomornya",
                "if papers of this kind may bear one, write bernomor = \"bila-ada\"; if all do, remove `bernomor`; if none does, remove the number"
            )
        ),
        /// A final paper with a cancelled number.
        "0867" Error CancelledNumber { nomor, alasan } => say!(
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
        /// No sequence has room for so many numbers.
        "0868" Error SequenceFull { tahun } => say!(
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
    }
}
