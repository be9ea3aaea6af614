//! What an archived PDF must not hold.

use base::diag::Both;
use base::{problems, say};

problems! {
    /// What an archived PDF must not hold.
    PrintProblem(lang) {
        /// What an archived PDF must not hold.
        "0709" Error NotPrintable { detail: Both } => say!(
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
        /// A link to what no reader of a paper should be led to.
        "0711" Error ForeignLink { url } => say!(
            lang,
            (
                "tautan `{url}` tidak diizinkan pada naskah",
                "a paper must not lead to `{url}`"
            ),
            ("di sini", "here"),
            (
                "pakai alamat lengkap yang diawali http://, https://, mailto:, atau tel:, atau `#judul` dalam naskah ini",
                "use a whole address that begins with http://, https://, mailto: or tel:, or a `#heading` of this paper"
            )
        ),
    }
}
