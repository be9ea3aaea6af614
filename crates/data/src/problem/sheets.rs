//! Sheets and tables that cannot be read as what they are.

use base::diag::{Both, meant};
use base::{problems, say};

problems! {
    /// Sheets and tables that cannot be read as what they are.
    SheetProblem(lang) {
        /// A file that is no workbook, or a broken one.
        "0118" Error SheetUnreadable { name, why: Both, step: Both } => say!(
            lang,
            [why, step],
            ("`{name}` tidak dapat dibaca: {why}", "`{name}` cannot be read: {why}"),
            ("", ""),
            ("{step}", "{step}")
        ),
        /// A workbook with a password.
        "0119" Error SheetLocked { name } => say!(
            lang,
            ("`{name}` dikunci dengan kata sandi", "`{name}` is protected by a password"),
            ("", ""),
            (
                "buka dengan Excel, hapus kata sandinya (File, Info, Protect Workbook), lalu simpan",
                "open it in Excel, remove the password (File, Info, Protect Workbook), and save it"
            )
        ),
        /// A workbook whose sheets are all hidden.
        "0120" Error NoSheet { name } => say!(
            lang,
            ("`{name}` tidak memuat lembar yang tampak", "`{name}` has no visible sheet"),
            ("", ""),
            (
                "tampilkan lembar yang memuat datanya (klik kanan tab lembar, Unhide)",
                "show the sheet that holds the data (right click on its tab, Unhide)"
            )
        ),
        /// A sheet without a row of known names.
        "0121" Error NoHeader { expected } => say!(
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
        /// A head that stands below rows of its list, as after sorting it together with them.
        "0187" Error HeadDisplaced { row, above, first } => say!(
            lang,
            (
                "baris judul kolom ada di baris {row}, di bawah {above} baris isian yang karena itu tidak terbaca: judulnya ikut diurutkan?",
                "the row of column names is row {row}, below {above} filled rows that are not read for that reason: was it sorted with them?"
            ),
            ("baris judul", "column names"),
            (
                "potong (Ctrl+X) seluruh baris {row}, klik kanan nomor baris {first}, lalu pilih Insert Cut Cells (Sisipkan Sel yang Dipotong) agar judul kolom berada di atas semua isian; setelah itu urutkan tanpa baris judulnya",
                "cut (Ctrl+X) the whole row {row}, right click row number {first} and choose Insert Cut Cells, so that the names stand above all rows; from then on sort without them"
            )
        ),
        /// Two columns of one name.
        "0122" Error DuplicateColumn { key, first } => say!(
            lang,
            ("kolom `{key}` ada dua", "there are two columns `{key}`"),
            ("", ""),
            (
                "lihat apa isi masing-masing (orang atau rupiah, triwulan mana); hanya yang isinya memang `{key}` tetap bernama itu, yang lain diberi nama menurut isinya; yang pertama di sel {first}",
                "look at what each holds (people or rupiah, which quarter); only the one that holds `{key}` keeps that name, the other is named by what it holds; the first is at cell {first}"
            )
        ),
        /// `#N/A` and its like.
        "0123" Error ErrorCell { key, value } => say!(
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
        /// A formula saved without what it gives.
        "0124" Error NoResult { key } => say!(
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
        /// A cell whose format shows something that cannot be told from its value.
        "0146" Error UnknownFormat { key, code } => say!(
            lang,
            (
                "format sel `{code}` pada kolom `{key}` belum dikenal, sehingga yang tampak di sel itu tidak dapat dicetak",
                "the cell format `{code}` of column `{key}` is not known, so that what the cell shows cannot be printed"
            ),
            ("", ""),
            (
                "ganti format sel kolom itu menjadi Umum (General), atau ketik yang tampak sebagai teks",
                "change the format of that column's cells to General, or type what they show as text"
            )
        ),
        /// A column that must be there is not.
        "0125" Error MissingColumn { key, unread } => {
            let mut said = say!(
                lang,
                ("kolom `{key}` tidak ada", "there is no column `{key}`"),
                ("", ""),
                (
                    "tambahkan kolom `{key}` pada baris judul ini",
                    "add a column `{key}` to this row of names"
                )
            );
            if !unread.is_empty() {
                said.help = lang.either(
                    format!("tambahkan kolom `{key}` pada baris judul ini, atau ganti judulnya menjadi `{key}` bila isinya ada di antara kolom yang tidak dikenal: {unread}"),
                    format!("add a column `{key}` to this row of names, or rename to `{key}` the column that holds it, where it is one of those nobody knows: {unread}"),
                );
            }
            said
        },
        /// A cell that must be filled is not.
        "0126" Error EmptyCell { key } => say!(
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
        /// A row of figures with the name of a service, and no code.
        "0186" Error CodeEmpty { service, name, code } => say!(
            lang,
            (
                "kode pada baris ini masih kosong, padahal {name} menyebut `{service}`",
                "the code of this row is empty, but {name} names `{service}`"
            ),
            ("", ""),
            (
                "isi `{code}` di sel ini bila angka pada baris ini memang milik layanan itu; jangan hapus barisnya",
                "fill in `{code}` here if the figures of this row are of that service; do not delete the row"
            )
        ),
        /// A number with more digits than a sheet keeps.
        "0127" Error LongNumber { key, value } => say!(
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
        /// Two files of one list.
        "0128" Error SameList { name, other } => say!(
            lang,
            (
                "`{name}` dan `{other}` memuat daftar yang sama",
                "`{name}` and `{other}` hold the same list"
            ),
            ("", ""),
            (
                "bandingkan keduanya, satukan yang perlu dalam satu berkas, lalu pindahkan yang lain ke luar `data/`; `{name}` tidak dibaca",
                "compare them, put what is needed into one file, then move the other out of `data/`; `{name}` is passed over"
            )
        ),
        /// A sheet of achievements whose name tells no quarter.
        "0129" Error NoPeriodInName { name } => say!(
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
        /// A file of `data/capaian/` whose name and content are of two quarters.
        "0144" Error NameAndContentApart { there, by: Both, named } => say!(
            lang,
            [by],
            (
                "di sini {there}, sedangkan menurut {by} {named}",
                "this says {there}, but {by} says {named}"
            ),
            ("triwulan lain", "another quarter"),
            (
                "bila isinya yang benar, beri berkas ini nama triwulan itu yang belum dipakai berkas lain; bila namanya yang benar, betulkan baris ini; satu berkas memuat satu triwulan",
                "if its content is right, give the file a name of that quarter that no other file has; if the name is right, mend this; a file holds one quarter"
            )
        ),
        /// A mutu item of a service that is not in the file.
        "0130" Error MutuWithoutService { kode, near, count: usize } => {
            let mut said = say!(
                lang,
                (
                    "butir mutu untuk layanan `{kode}` yang tidak ada pada lembar capaian",
                    "a mutu item for the service `{kode}`, which has no row of its own"
                ),
                ("tidak dikenal", "unknown"),
                ("", "")
            );
            if *count > 1 {
                said.label = lang.either(
                    format!("tidak dikenal; {count} butir"),
                    format!("unknown; {count} items"),
                );
            }
            said.help = meant(
                lang,
                near,
                (
                    "cocokkan kode ini dengan baris layanannya pada lembar capaian dan betulkan yang salah ketik; tambahkan barisnya hanya bila layanannya memang belum ada di sana",
                    "compare this code with the row of the service and mend the one that is mistyped; add a row only if the service is not there at all",
                ),
            );
            said
        },
        /// A row of totals in a sheet, which is passed over.
        "0131" Warning TotalsRow {} => say!(
            lang,
            ("baris jumlah tidak dibaca", "a row of totals is not read"),
            ("dilewati", "passed over"),
            (
                "tidak perlu diubah; bila baris ini data, lengkapi kolom wajibnya dan ganti kata pertamanya",
                "leave it; if the row is data, fill in its required columns and change its first word"
            )
        ),
        /// A hidden sheet that is called like one that would be read.
        "0132" Warning HiddenSheet { name } => say!(
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
        /// A workbook of the format before 2007.
        "0133" Error OldWorkbook { name } => say!(
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
        /// A telephone number typed as a number, without its 0.
        "0134" Warning LostZero { key, read } => say!(
            lang,
            (
                "`{key}` diketik sebagai bilangan, sehingga angka 0 di depannya hilang; dibaca {read}",
                "`{key}` was typed as a number and lost the 0 in front; it is read as {read}"
            ),
            ("bilangan", "a number"),
            (
                "periksa, lalu ubah format kolomnya menjadi Teks",
                "check it, and format the column as Text"
            )
        ),
        /// A sheet that holds something and is not read.
        "0138" Warning SheetNotRead { sheet, held: Both, read } => say!(
            lang,
            [held],
            (
                "lembar `{sheet}` tidak dibaca, padahal berisi {held}",
                "sheet `{sheet}` is not read, but holds {held}"
            ),
            ("", ""),
            (
                "bila isinya harus ikut, pindahkan ke lembar yang dibaca ({read}); bila hanya catatan, biarkan",
                "if it belongs to the data, move it to the sheet that is read ({read}); if these are notes, leave them"
            )
        ),
        /// A list of people of a rakor that is not there.
        "0139" Warning ListWithoutRakor { name } => say!(
            lang,
            (
                "daftar `{name}` belum dipakai: tidak ada `data/rakor.toml`",
                "the list `{name}` is not used: there is no `data/rakor.toml`"
            ),
            ("milik rakor yang mana?", "of which rakor?"),
            (
                "buat `data/rakor.toml` dengan [rakor] berisi nama, tema, tanggal, dan tempatnya; daftar ini lalu ikut terbaca",
                "create `data/rakor.toml` with [rakor]: name, theme, date and place; the list is then read with it"
            )
        ),
        /// A list that stands in two places.
        "0883" Warning ListInTwoPlaces { name, own, other, count, others } => say!(
            lang,
            (
                "`{name}` ada di dua tempat: {count} dalam {own} dan {others} sebagai [[{name}]] dalam {other}; semuanya digabung",
                "`{name}` stands in two places: {count} in {own} and {others} as [[{name}]] in {other}; all of them are joined"
            ),
            ("digabung dengan [[{name}]]", "joined with [[{name}]]"),
            (
                "tulis seluruh daftarnya di satu tempat, dan hapus yang lain",
                "write the whole list in one place, and delete the other"
            )
        ),
        /// Notes, a place and date or a signature below a list.
        "0136" Warning NotesBelow { from: Both, until: Both } => {
            let mut said = say!(
            lang,
            [from, until],
            (
                "yang ada di bawah daftar ({from} s.d. {until}) tidak dibaca: bukan baris daftar",
                "what stands below the list ({from} to {until}) is not read: it is no row of it"
            ),
            ("daftar berakhir di atas baris ini", "the list ends above this row"),
            (
                "bila memang catatan atau tanda tangan, biarkan; bila ada yang data, lengkapi kolomnya dan letakkan di atas catatan itu, tanpa baris kosong",
                "if these are notes or a signature, leave them; if some of it is data, fill in its columns and move it above them, with no empty row between"
            )
        );
            if from == until {
                let one = from.of(lang);
                for between in ["s.d.", "to"] {
                    said.message = said.message.replace(&format!("{one} {between} {one}"), one);
                }
            }
            said
        },
        /// Rows that look like data below an empty row.
        "0137" Error RowsBelowGap { from: Both, until: Both, empty: Both } => say!(
            lang,
            [from, until, empty],
            (
                "baris di bawah baris kosong atau catatan (mulai {from} s.d. {until}) belum dibaca, padahal mungkin data",
                "the rows below an empty row or a note ({from} to {until}) are not read and may be data"
            ),
            ("baris kosong atau catatan: {empty}", "empty row or note: {empty}"),
            (
                "bila ada data di antaranya, hapus baris kosong atau catatan itu ({empty}); bila bukan data, pindahkan ke lembar atau berkas lain",
                "if some of it is data, delete that empty row or note ({empty}); if it is not, move it to another sheet or file"
            )
        ),
        /// A weekday that is not that of the date behind it.
        "0145" Warning WrongWeekday { written, right } => say!(
            lang,
            (
                "nama hari dan tanggalnya tidak cocok: {written}",
                "the weekday is not that of the date: {written}"
            ),
            ("tanggal itu {right}", "that date is {right}"),
            (
                "periksa hari dan tanggalnya ({right}); naskah final tidak dibuat dengan teks ini",
                "check the day and the date ({right}); no final paper is made with this text"
            )
        ),
        /// A day that its month does not have.
        "0147" Warning NoSuchDay { written, last } => say!(
            lang,
            ("tanggal itu tidak ada: {written}", "there is no such day: {written}"),
            ("bulan itu berakhir {last}", "that month ends on {last}"),
            (
                "tulis tanggal yang benar; naskah final tidak dibuat dengan teks ini",
                "write the right date; no final paper is made with this text"
            )
        ),
        /// A number whose figures and words disagree.
        "0148" Warning FiguresAndWords { written, figures, words } => say!(
            lang,
            (
                "angka dan hurufnya berbeda: {written}",
                "figures and words disagree: {written}"
            ),
            ("{figures} atau {words}?", "{figures} or {words}?"),
            (
                "tulis {figures} atau {words}, yang benar; naskah final tidak dibuat dengan teks ini",
                "write {figures} or {words}, whichever is right; no final paper is made with this text"
            )
        ),
        /// Rows of a list of people that are nobody.
        "0143" Warning RowsOfNobody { rows: Both, what: Both } => say!(
            lang,
            [rows, what],
            (
                "baris yang bukan orang ({what}) tidak dibaca: {rows}",
                "rows that are no people ({what}) are not read: {rows}"
            ),
            ("{what}", "{what}"),
            (
                "biarkan bila memang begitu; bila orang, isi nama beserta nomor urut, jabatan, atau instansinya",
                "leave them if so; if they are people, give the name with its number, office or institution"
            )
        ),
        /// A heading that is a slip of a known one.
        "0140" Error MisspeltColumn { heading, key } => say!(
            lang,
            (
                "judul kolom `{heading}` tidak dikenal; mungkin maksudnya `{key}`",
                "unknown column `{heading}`; it may be meant for `{key}`"
            ),
            ("tidak dikenal", "unknown"),
            (
                "bila benar, ganti judulnya menjadi `{key}`; bila lain, beri judul yang tidak mirip",
                "if so, rename it to `{key}`; if not, give it a name that is not like it"
            )
        ),
        /// Columns that nobody reads.
        "0141" Warning ColumnsPassedOver { names } => say!(
            lang,
            ("kolom yang tidak dibaca: {names}", "columns that are not read: {names}"),
            ("dilewati", "passed over"),
            (
                "tidak perlu diubah; nama kolom yang dibaca ada dalam panduan pengguna, bagian 3",
                "leave them; part 3 of the guide lists the columns that are read"
            )
        ),
        /// A title or note that says that the figures are in another unit.
        "0185" Error OtherUnit { text, full: Both } => say!(
            lang,
            [full],
            (
                "`{text}` menyebut satuan lain untuk angka tabel ini, sedangkan yang dibaca {full}",
                "`{text}` names another unit for the figures of this table, and {full} are read"
            ),
            ("satuan lain", "another unit"),
            (
                "kalikan angkanya menjadi {full}, lalu hapus keterangan satuan ini; bila angkanya sudah penuh, cukup hapus keterangannya",
                "multiply the figures into {full}, then delete this remark; if they are full already, only delete the remark"
            )
        ),
        /// A cell over several rows that each need their own.
        "0159" Error MergedDown { key, until } => say!(
            lang,
            (
                "sel gabungan sampai {until} pada kolom `{key}`: hanya baris pertama yang berisi",
                "cells are merged down to {until} in column `{key}`: only the first row has the value"
            ),
            ("dibaca untuk baris ini saja", "read for this row alone"),
            (
                "pisahkan selnya (Merge & Center), lalu isi setiap baris",
                "unmerge the cells (Merge & Center), then fill in each row"
            )
        ),
        /// A column with values and no heading.
        "0158" Warning NamelessColumn { column: Both, example } => say!(
            lang,
            [column],
            (
                "{column} berisi data, misalnya `{example}`, tetapi judulnya kosong",
                "{column} holds data, such as `{example}`, but its heading is empty"
            ),
            ("tidak dibaca", "not read"),
            (
                "tulis judul kolomnya di sini; bila hanya catatan, biarkan atau pindahkan",
                "write its heading here; if it is only a remark, leave it or move it"
            )
        ),
        /// Text that came in damaged. `mended` is empty where a letter is lost.
        "0142" Warning DamagedText { text, what: Both, mended, count, places: Both } => {
            let (many, misread) = (!count.is_empty(), *what == misread());
            let stands_in = *what == stand_in();
            let mut said = say!(
                lang,
                [what, places],
                ("teks rusak ({what}): {text}", "damaged text ({what}): {text}"),
                ("{what}", "{what}"),
                (
                    "ketik ulang isinya (huruf yang hilang tampak sebagai � atau ?); naskah final tidak dibuat dengan teks ini",
                    "type it again (lost letters show as � or ?); no final paper is made with this text"
                )
            );
            if many {
                let (what, places) = (what.of(lang), places.of(lang));
                said.message = lang.either(
                    format!("{count} teks berkas ini rusak ({what}), {places}; misalnya: {text}"),
                    format!("{count} texts of this file are damaged ({what}), {places}; such as: {text}"),
                );
            }
            if stands_in {
                said.message = lang.either(
                    format!("`{text}` isian sementara, bukan isinya{}", places.of(lang)),
                    format!("`{text}` stands in for the real text{}", places.of(lang)),
                );
                said.help = lang.either(
                    "tulis isi yang sebenarnya, atau kosongkan bila belum ada; naskah final tidak dibuat dengan teks ini".to_owned(),
                    "write what it is, or leave it empty while nobody knows; no final paper is made with this text".to_owned(),
                );
            }
            if !mended.is_empty() {
                said.help = lang.either(
                    format!("tulis `{mended}`; naskah final tidak dibuat dengan teks ini"),
                    format!("write `{mended}`; no final paper is made with this text"),
                );
            }
            if many && !mended.is_empty() {
                said.help = if misread {
                    lang.either(
                        format!("teks UTF-8 dibaca sebagai Windows-1252 sebelum sampai di sini: ambil lagi dari asalnya (Excel: Data, Dari Teks/CSV, asal berkas 65001 Unicode UTF-8), simpan sebagai CSV UTF-8; `{mended}` lalu tampak benar; naskah final tidak dibuat dengan teks ini"),
                        format!("UTF-8 text was read as Windows-1252 before it came here: take it again from its source (Excel: Data, From Text/CSV, file origin 65001 Unicode UTF-8) and save it as CSV UTF-8; it then reads `{mended}`; no final paper is made with this text"),
                    )
                } else {
                    lang.either(
                        format!("tulis `{mended}`, dan perbaiki yang lain dengan cara yang sama; naskah final tidak dibuat dengan teks ini"),
                        format!("write `{mended}`, and mend the others in the same way; no final paper is made with this text"),
                    )
                };
            }
            said
        },
    }
}

impl SheetProblem {
    /// A text that stands in for one that nobody knew yet.
    pub(crate) fn stands_in(text: String) -> Self {
        let (count, places) = (String::new(), Both::same(""));
        Self::DamagedText { what: stand_in(), mended: String::new(), text, count, places }
    }
}

/// How text is told of that stands in for one that nobody knew yet.
pub(crate) fn stand_in() -> Both {
    Both::new("isian sementara", "it stands in for the real text")
}

/// How text is told of that was UTF-8 and was read in another encoding.
pub(crate) fn misread() -> Both {
    Both::new("salah sandi huruf", "read in another encoding")
}
