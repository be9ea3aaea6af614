//! Worksheets of OPDs, on their way out and back.

use base::diag::{Both, meant};
use base::{problems, say};

problems! {
    /// Worksheets of OPDs, on their way out and back.
    WorksheetProblem(lang) {
        /// A worksheet that would be overwritten.
        "0650" Error WorksheetThere { name } => say!(
            lang,
            (
                "lembar kerja `{name}` sudah ada dan mungkin sudah diisi; tidak ditimpa",
                "worksheet `{name}` is already there and may be filled in; it was left alone"
            ),
            ("", ""),
            (
                "pilih folder lain dengan --out; atau impor dahulu isinya dengan `naskah import`, lalu pindahkan berkas itu; --force menimpanya, hanya bila tidak ada isian di dalamnya",
                "choose another folder with --out; or bring its contents in with `naskah import` and move it away; --force overwrites it, only where nothing is filled in"
            )
        ),
        /// An OPD that is asked nothing.
        "0651" Warning OpdWithoutServices { opd } => say!(
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
        /// Services that several OPDs are asked about.
        "0652" Warning SharedServices { opd, kode } => say!(
            lang,
            (
                "pengampu {kode} belum jelas: pelayanan itu ditanyakan kepada {opd}",
                "it is not clear who has {kode}: {opd} are asked about it"
            ),
            ("", ""),
            (
                "tulis `layanan` OPD-OPD itu dalam data/opd.toml (usulannya disebut `naskah check`), lalu buat lembar kerjanya lagi",
                "write `layanan` of these OPDs in data/opd.toml (`naskah check` proposes it), then make the worksheets again"
            )
        ),
        /// A book without a stamp, or with one that was changed.
        "0653" Error BadStamp { name, why: Both } => say!(
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
        /// A worksheet of another daerah, quarter or OPD, or of another version.
        "0654" Error OtherWorksheet { what: Both, stamped, expected } => say!(
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
        /// A worksheet without one of its sheets.
        "0655" Warning WorksheetSheetMissing { sheet } => say!(
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
        /// A row that did not leave the house with the worksheet.
        "0656" Error ForeignRow { what, near } => {
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
        },
        /// A row that stands there twice.
        "0657" Error DuplicateRow { what, first } => say!(
            lang,
            (
                "baris `{what}` diisi dua kali, yang pertama pada {first}",
                "row `{what}` is filled in twice, first at {first}"
            ),
            ("yang kedua", "the second"),
            ("kosongkan salah satunya", "clear one of them")
        ),
        /// A row of the worksheet that is gone.
        "0658" Warning RowGone { what, sheet } => say!(
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
        /// A dash where a number is wanted.
        "0659" Error DashForNumber { key, value } => say!(
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
        /// Nihil where it is no answer.
        "0660" Error NihilHere { key } => say!(
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
        /// A figure that was higher in the last quarter of the year.
        "0661" Warning FellBelow { isian, sebelumnya, now_there, periode } => say!(
            lang,
            (
                "{isian} turun dari {sebelumnya} ({periode}) menjadi {now_there}, padahal kumulatif",
                "{isian} fell from {sebelumnya} ({periode}) to {now_there}, though it is cumulative"
            ),
            ("lebih kecil", "smaller"),
            (
                "tanyakan kepada OPD: jumlahkan sejak Januari, atau betulkan triwulan sebelumnya",
                "ask the OPD: count from January, or mend the quarter before"
            )
        ),
        /// A number that may be thousands or decimals.
        "0662" Warning DoubtfulNumber { key, value, thousands } => say!(
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
        /// A figure in a row that says not whose.
        "0663" Error RowWithoutName { key } => say!(
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
        /// A number with decimals where things are counted.
        "0664" Error NotWhole { key, value } => say!(
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
        /// A worksheet in which nothing was filled in.
        "0665" Warning NothingFilled { name } => say!(
            lang,
            ("`{name}` belum diisi sama sekali", "nothing is filled in in `{name}`"),
            ("", ""),
            (
                "pastikan berkas yang diterima sudah disimpan setelah diisi",
                "make sure that the file was saved after it was filled in"
            )
        ),
        /// A worksheet of another quarter.
        "0666" Error OtherQuarter { stamped, expected } => say!(
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
        /// Worksheets of more than one quarter, and nobody said which is meant.
        "0970" Error MixedQuarters { one, one_periode, other, other_periode } => say!(
            lang,
            (
                "lembar kerja yang diimpor berasal dari dua periode: `{one}` untuk {one_periode}, `{other}` untuk {other_periode}",
                "the worksheets are of two quarters: `{one}` of {one_periode}, `{other}` of {other_periode}"
            ),
            ("", ""),
            (
                "sebut periode yang dimaksud, misalnya `--periode {other_periode}`; lembar periode lain lalu ditolak satu per satu",
                "say which one is meant, such as `--periode {other_periode}`; worksheets of others are then refused one by one"
            )
        ),
        /// A figure in cells that were merged: whose it is nobody knows.
        "0971" Error MergedFigures { key, merged } => say!(
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
        /// A column whose heading names another quarter than the worksheet asks for.
        "0974" Error HeadOfOtherQuarter { there, title } => say!(
            lang,
            (
                "kolom isian ini berjudul `{there}`, sedangkan lembar kerja ini menanyakan `{title}`",
                "this column is headed `{there}`, but the worksheet asks for `{title}`"
            ),
            ("judulnya diubah", "the heading was changed"),
            (
                "tanyakan kepada OPD angka periode mana yang diisikan; hanya bila memang `{title}`, kembalikan judulnya; bila bukan, minta isian yang benar",
                "ask the OPD of which quarter the figures are; only if they are `{title}`, put the heading back; if not, ask for the right ones"
            )
        ),
        /// Figures of an earlier quarter that were typed over; they are never taken.
        "0973" Warning ComparisonChanged { sheet, cells: Both } => say!(
            lang,
            [cells],
            (
                "angka pembanding triwulan lalu pada lembar `{sheet}` tidak lagi seperti dalam data ({cells}); kolom itu tidak diimpor",
                "figures of an earlier quarter on sheet `{sheet}` are no longer those of the data ({cells}); that column is not imported"
            ),
            ("kolom pembanding", "for comparison only"),
            (
                "bila ini angka triwulan sekarang, ketik pada kolom isian (kuning); bila triwulan lalu yang keliru, betulkan dalam data/capaian; bila datanya memang sudah dibetulkan, abaikan",
                "if these are figures of this quarter, type them into the columns to fill in (yellow); if the earlier quarter is wrong, mend data/capaian; if the data were mended already, pass over this"
            )
        ),
        /// One sheet of a worksheet, saved as CSV.
        "0975" Error SheetAlone { name, sheet } => say!(
            lang,
            (
                "`{name}` hanya memuat lembar `{sheet}` dari sebuah lembar kerja: CSV menyimpan satu lembar saja",
                "`{name}` holds only the sheet `{sheet}` of a worksheet: CSV keeps one sheet"
            ),
            ("angka di lembar lain tidak ikut tersimpan", "the other sheets are not in it"),
            (
                "buka lembar kerjanya (.xlsx) lagi, simpan sebagai Excel (.xlsx) atau OpenDocument (.ods), lalu impor berkas itu",
                "open the worksheet (.xlsx) again, save it as Excel (.xlsx) or OpenDocument (.ods), and import that file"
            )
        ),
        /// A unit on a worksheet that was changed.
        "0972" Warning UnitTyped { kode, written_as, baku } => say!(
            lang,
            (
                "{kode}: satuan pada lembar ini ditulis `{written_as}`, sedangkan layanan ini dihitung dalam `{baku}`",
                "{kode}: the unit on this sheet is `{written_as}`, but this service is counted in `{baku}`"
            ),
            ("", ""),
            (
                "pastikan kepada OPD bahwa angkanya dalam {baku}; angka dibaca sebagai {baku}",
                "make sure with the OPD that the figures are in {baku}; they are read as such"
            )
        ),
    }
}
