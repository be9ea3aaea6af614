//! What cannot be shown before it is made.

use base::diag::{Both, counted, meant};
use base::{problems, say};

problems! {
    /// What cannot be shown before it is made.
    PreviewProblem(lang) {
        /// There is no such paper.
        "0890" Error NoPaper { template, subject, near } => {
            let help = meant(lang, near, (
                "sebut subjek yang ada dalam data, atau kosongkan untuk naskah yang pertama",
                "name a subject of the data, or none for the first paper",
            ));
            say!(
                lang,
                (
                    "`{template}` tidak punya naskah untuk `{subject}`",
                    "`{template}` has no paper for `{subject}`"
                ),
                ("", ""),
                ("{help}", "{help}")
            )
        },
        /// No paper was named.
        "0881" Error NoPaperNamed { first, papers: Both } => say!(
            lang,
            [papers],
            (
                "naskah mana yang ditampilkan belum disebut",
                "which paper to show was not said"
            ),
            ("", ""),
            (
                "sebut satu, misalnya `naskah preview {first}`; yang ada: {papers}",
                "name one, for example `naskah preview {first}`; there are: {papers}"
            )
        ),
        /// It would stand among what papers are made of.
        "0882" Error IntoSources { name, folder } => say!(
            lang,
            (
                "pratinjau `{name}` tidak ditulis ke dalam `{folder}/`: isi folder itu dibaca sebagai sumber naskah",
                "the preview `{name}` is not written into `{folder}/`: what stands there is read as a source of papers"
            ),
            ("", ""),
            (
                "sebut tempat lain dengan `--out`, di luar folder sumber",
                "name another place with `--out`, outside of the folders of sources"
            )
        ),
        /// There is no such page.
        "0891" Error NoPage { page, pages } => {
            let pages = Both::new(format!("{pages} halaman"), counted(pages, "page"));
            say!(
            lang,
            [pages],
            (
                "halaman {page} tidak ada atau terlalu besar: naskah ini {pages}",
                "page {page} does not exist or is too large: this paper has {pages}"
            ),
            ("", ""),
            ("sebut halaman yang ada, dan kerapatan gambar 20 s.d. 600", "name a page that exists, and a density of 20 to 600 dots")
        )
        },
    }
}
