//! Papers that take more pages than was asked for.

use base::diag::{Both, counted};
use base::{problems, say};

problems! {
    /// Papers that take more pages than was asked for.
    FitProblem(lang) {
        /// A paper that takes more pages than asked for, however tight it is set.
        "0722" Warning DoesNotFit { template, halaman: u8, row: usize } => {
            let pages = match halaman {
                1 => Both::new("satu halaman", "one page"),
                n => Both::new(format!("{n} halaman"), counted(n, "page")),
            };
            let lines = counted(row, "line");
            say!(
                lang,
                [pages],
                (
                    "surat tidak muat {pages}; kira-kira lebih {row} baris",
                    "the letter does not fit {pages}; it is about {lines} too long"
                ),
                ("dibiarkan seperti biasa", "left as it is"),
                (
                    "persingkat isinya, atau tulis `muat = \"bebas\"` pada [{template}] dalam data/surat.toml",
                    "shorten it, or write `muat = \"bebas\"` under [{template}] in data/surat.toml"
                )
            )
        },
    }
}
