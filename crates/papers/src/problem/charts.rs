//! Charts in papers.

use base::diag::Both;
use base::{problems, say};

problems! {
    /// Charts in papers.
    ChartProblem(lang) {
        /// A chart without the table it is drawn from.
        "0770" Error ChartWithoutTable {} => say!(
            lang,
            (
                "`:::grafik` harus berisi tepat satu tabel",
                "`:::grafik` must hold exactly one table"
            ),
            ("tabelnya tidak ditemukan di dalamnya", "no single table inside"),
            (
                "tulis tabel di antara `:::grafik` dan `:::`: kolom pertama nama, kolom berikutnya nilai tiap seri",
                "write a table between `:::grafik` and `:::`: names in the first column, a series in each other"
            )
        ),
        /// A value of a chart that is no number.
        "0771" Error ChartValue { value } => say!(
            lang,
            (
                "nilai grafik bukan bilangan nol atau lebih: `{value}`",
                "a value of the chart is no number from 0 up: `{value}`"
            ),
            ("tidak dapat digambar", "cannot be drawn"),
            (
                "tulis seperti 92,10 atau 1.250; pakai – bila tidak ada nilai, atau nihil",
                "write it like 92,10 or 1.250; use – where there is no value, or nihil"
            )
        ),
        /// A chart with more than can be told apart.
        "0772" Error ChartTooLarge { detail: Both } => say!(
            lang,
            [detail],
            (
                "grafik tidak dapat dibuat: {detail}",
                "the chart cannot be drawn: {detail}"
            ),
            ("di sini", "here"),
            (
                "bagi menjadi beberapa grafik, atau tampilkan sebagai tabel saja",
                "split it into several charts, or show it as a table only"
            )
        ),
    }
}
