//! What keeps the next quarter from being begun.

use base::{problems, say};

problems! {
    /// What keeps the next quarter from being begun.
    NextProblem(lang) {
        /// The workspace names no quarter to go on from.
        "0892" Error NoQuarter {} => say!(
            lang,
            (
                "folder kerja ini tidak menyebut triwulannya, jadi triwulan berikutnya tidak diketahui",
                "this workspace names no quarter, so that the next one is not known"
            ),
            ("", ""),
            (
                "isi `tahun` dan `triwulan` pada Periode Laporan (TOML: `[periode]`), lalu ulangi",
                "fill in `tahun` and `triwulan` of Periode Laporan (TOML: `[periode]`), then try again"
            )
        ),
        /// The quarter asked for does not come after the one that was reported.
        "0893" Error NotLater { asked, from } => say!(
            lang,
            (
                "{asked} tidak sesudah {from}, triwulan folder kerja ini",
                "{asked} does not come after {from}, the quarter of this workspace"
            ),
            ("", ""),
            (
                "sebut triwulan yang lebih kemudian dengan `--periode`, atau kosongkan untuk yang berikutnya",
                "name a later quarter with `--periode`, or none for the next"
            )
        ),
        /// A new workspace in another one: what is asked of one would be answered by the other.
        "0895" Error InsideWorkspace { dir } => say!(
            lang,
            (
                "`{dir}` ada di dalam sebuah folder kerja",
                "`{dir}` is inside a workspace"
            ),
            ("", ""),
            (
                "sebut dengan `--ke` sebuah folder di luar folder kerja itu, atau lanjutkan di folder yang sama dengan `--di-sini`",
                "name a folder outside that workspace with `--ke`, or go on in the same folder with `--di-sini`"
            )
        ),
        /// There is nothing to bring back.
        "0894" Error NothingKept { folder } => say!(
            lang,
            (
                "tidak ada yang dibatalkan: folder `{folder}` tidak ada",
                "there is nothing to undo: there is no folder `{folder}`"
            ),
            ("", ""),
            (
                "`--batal` mengembalikan yang diubah `naskah lanjut --di-sini`; folder kerja baru cukup dihapus, yang lama tidak diubah",
                "`--batal` brings back what `naskah lanjut --di-sini` changed; a new folder is just removed, the old one was not changed"
            )
        ),
    }
}
