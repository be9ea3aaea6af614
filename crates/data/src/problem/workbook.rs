//! The workbook of a workspace.

use base::diag::{Both, meant};
use base::{problems, say};

problems! {
    /// Sheets of the workbook that cannot be read as what they are.
    WorkbookProblem(lang) {
        /// A line of a sheet of names and values that has no name.
        "0161" Error ValueWithoutName {} => say!(
            lang,
            ("ada nilai tanpa nama isian di kirinya", "a value without a name to its left"),
            ("nilai untuk apa?", "a value of what?"),
            (
                "tulis nama isiannya di kolom Isian pada baris ini, atau kosongkan sel ini",
                "write the name in the column Isian of this line, or empty this cell"
            )
        ),
        /// A name that no line has.
        "0162" Error UnknownName { name, near } => {
            let mut said = say!(
                lang,
                ("isian `{name}` tidak dikenal", "there is no entry `{name}`"),
                ("", ""),
                ("", "")
            );
            said.help = meant(
                lang,
                near,
                (
                    "tulis nama isian yang dikenal (daftarnya dalam panduan pengguna, bagian 3), atau hapus baris ini bila tidak diperlukan",
                    "write a known name (part 3 of the guide lists them), or remove this line if it is not needed",
                ),
            );
            said
        },
        /// A name that stands on a sheet twice.
        "0163" Error NameTwice { name, first } => say!(
            lang,
            ("isian `{name}` ada dua", "there are two entries `{name}`"),
            ("yang kedua", "the second"),
            (
                "lihat kedua nilainya, dan hapus baris yang salah; yang pertama di sel {first}",
                "look at both values and delete the line that is wrong; the first is at cell {first}"
            )
        ),
        /// A row that belongs to a row of another sheet, which is not there.
        "0164" Error NoSuchRow { value, sheet, by, near, count: usize } => {
            let mut said = say!(
                lang,
                (
                    "lembar {sheet} tidak memuat baris dengan {by} = {value}",
                    "the sheet {sheet} has no row with {by} = {value}"
                ),
                ("baris ini milik yang mana?", "which one does this row belong to?"),
                ("", "")
            );
            if *count > 1 {
                said.label = lang.either(
                    format!("{count} baris ini milik yang mana?"),
                    format!("which one do these {count} rows belong to?"),
                );
            }
            said.help = if near.is_empty() {
                lang.either(
                    format!("cocokkan {by} di sini dengan barisnya pada lembar {sheet} dan betulkan yang salah ketik; tambahkan barisnya hanya bila memang belum ada di sana"),
                    format!("compare {by} here with the row on the sheet {sheet} and mend the one that is mistyped; add the row only if it is not there at all"),
                )
            } else {
                lang.either(
                    format!("maksud Anda `{near}`? betulkan yang salah ketik, di sini atau pada lembar {sheet}"),
                    format!("did you mean `{near}`? mend the one that is mistyped, here or on the sheet {sheet}"),
                )
            };
            said
        },
        /// Two rows of one name.
        "0165" Error RowTwice { name } => say!(
            lang,
            ("`{name}` sudah ada pada baris di atasnya", "`{name}` stands in a row above"),
            ("yang kedua", "the second"),
            (
                "gabungkan isinya dalam satu baris, dan hapus yang lain",
                "bring both together in one row, and delete the other"
            )
        ),
        /// Something that a file says as well.
        "0166" Error SaidTwice { key, there } => say!(
            lang,
            (
                "`{key}` ada di dua tempat: di sini dan di {there}",
                "`{key}` stands in two places: here and in {there}"
            ),
            ("yang dibaca ialah yang lain", "the other one is read"),
            (
                "lihat keduanya, dan hapus yang tidak berlaku",
                "look at both, and delete the one that does not hold"
            )
        ),
        /// A sheet that is called nearly like one of the plan, or like a copy of one.
        "0167" Error MisspeltSheet { name, near, there: bool } => {
            let mut said = say!(
                lang,
                (
                    "lembar `{name}` tidak dikenal dan tidak dibaca",
                    "there is no sheet `{name}`; it is not read"
                ),
                ("", ""),
                (
                    "namai kembali `{near}` bila itu maksudnya (klik dua kali tab lembarnya); bila memang daftar sendiri, beri nama yang tidak mirip",
                    "call it `{near}` again if that is meant (double-click its tab); if it is a list of your own, give it a name that is not alike"
                )
            );
            if *there {
                said.help = lang.either(
                    format!("yang dibaca ialah lembar `{near}`: bandingkan keduanya, pindahkan isi yang benar ke sana, lalu hapus lembar ini; bila memang daftar sendiri, beri nama yang tidak mirip"),
                    format!("the sheet `{near}` is read: compare both, move what is right there, then delete this sheet; if it is a list of your own, give it a name that is not alike"),
                );
            }
            said
        },
        /// Something that has no room in a cell.
        "0168" Error NoRoom {} => say!(
            lang,
            (
                "nilai ini tidak dapat ditulis dalam satu sel buku kerja",
                "this value has no room in one cell of the workbook"
            ),
            ("", ""),
            (
                "tulis bagian di kedua sisi baris barunya sebagai dua butir, kosongkan butir tanpa isi, dan ringkas teks yang melebihi 32.000 huruf",
                "write what stands before and behind its new line as two entries, remove empty entries, and shorten a text of more than 32,000 letters"
            )
        ),
        /// What must be filled in and is empty.
        "0169" Error StillEmpty { key } => say!(
            lang,
            ("isian `{key}` masih kosong", "`{key}` is still empty"),
            ("wajib diisi", "must be filled in"),
            (
                "isi sel ini; penjelasan dan contohnya ada di kanannya",
                "fill in this cell; what it is and an example stand to its right"
            )
        ),
        /// Columns of a sheet that are not there.
        "0170" Warning ColumnsGone { sheet, names } => say!(
            lang,
            (
                "lembar {sheet} tidak memuat kolom {names}; semuanya dianggap belum diisi",
                "the sheet {sheet} has no column {names}; all of it counts as not filled in"
            ),
            ("", ""),
            (
                "bila kolomnya terhapus, tulis lagi judulnya dan isinya; bila memang tidak dipakai, biarkan",
                "if a column was deleted, write its heading and its values again; if it is not used, leave it"
            )
        ),
        /// Something beside the values.
        "0175" Warning Beside { cells: Both } => say!(
            lang,
            [cells],
            (
                "yang diketik di kanan kolom Nilai tidak dibaca: sel {cells}",
                "what is typed to the right of the column Nilai is not read: cell {cells}"
            ),
            ("", ""),
            (
                "pindahkan ke kolom Nilai bila itu isiannya; bila hanya catatan, biarkan",
                "move it to the column Nilai if it is the value; a mere note may stay"
            )
        ),
        /// A file that looks like the workbook and is not read.
        "0176" Warning LikeTheBook { name, read } => say!(
            lang,
            (
                "`{name}` tidak dibaca; yang dibaca `{read}`",
                "`{name}` is not read; `{read}` is"
            ),
            ("", ""),
            (
                "bila yang terbaru ialah yang ini, pindahkan `{read}` ke folder lain dan beri yang ini namanya; bila bukan, pindahkan yang ini",
                "if this is the newer one, move `{read}` elsewhere and give this one its name; if not, move this one elsewhere"
            )
        ),
        /// No workbook where one is wanted.
        "0177" Error NoWorkbook {} => say!(
            lang,
            (
                "folder kerja ini tidak memuat `rakor.xlsx`; datanya sudah berupa berkas",
                "this workspace has no `rakor.xlsx`; its data are files already"
            ),
            ("", ""),
            (
                "tidak perlu diubah; `naskah ubah ke-excel` membuat buku kerjanya",
                "nothing to change; `naskah ubah ke-excel` makes the workbook"
            )
        ),
        /// A marked copy that says something else than the workbook does.
        "0178" Warning CopyChanged { copy, of, both: bool } => {
            let mut said = say!(
                lang,
                (
                    "`{copy}` sudah diubah, dan perubahannya belum ada dalam `{of}`",
                    "`{copy}` was changed, and `{of}` does not say so yet"
                ),
                ("", ""),
                (
                    "tutup keduanya, lalu salin `{copy}` menimpa `{of}`; bila perubahan itu tidak dipakai, hapus `{copy}`",
                    "close both and copy `{copy}` over `{of}`; if the changes are not wanted, delete `{copy}`"
                )
            );
            if *both {
                said.message = lang.either(
                    format!("`{copy}` sudah diubah, dan `{of}` juga berubah sesudah ditandai"),
                    format!("`{copy}` was changed, and so was `{of}` after it was marked"),
                );
                said.help = lang.either(
                    format!("buka keduanya, pindahkan yang benar dari `{copy}` ke `{of}` dengan tangan, lalu hapus `{copy}`"),
                    format!("open both, bring what is right from `{copy}` to `{of}` by hand, and delete `{copy}`"),
                );
            }
            said
        },
        /// A workbook that no marks can be put into.
        "0179" Warning NotMarked { name } => say!(
            lang,
            (
                "`{name}` tidak dapat diberi tanda; masalahnya hanya disebut di sini",
                "`{name}` cannot be marked; its problems are told here alone"
            ),
            ("", ""),
            (
                "agar selnya dapat ditandai, buka dengan Excel atau LibreOffice dan simpan sebagai Excel (.xlsx), lalu pindahkan berkas lama ke luar folder kerja",
                "to have its cells marked, open it in Excel or LibreOffice, save it as Excel (.xlsx), and move the old file out of the workspace"
            )
        ),
    }
}
