//! What is said about each problem, in Indonesian and English side by side: a file for each
//! group of codes. `problem` hands each group only its own, so none can be left out.

use super::Lang;

/// Message, label and help in both languages: `say!(lang, ("…", "…"), ("…", "…"), ("…", "…"))`.
/// `say!(lang, [detail], …)` first takes those facts in the language.
macro_rules! say {
    ($lang:expr, [$($both:ident),+], $($wording:tt),+) => {{
        $(let $both = $both.of($lang);)+
        say!($lang, $($wording),+)
    }};
    ($lang:expr, ($mi:literal, $me:literal), ($li:literal, $le:literal), ($hi:literal, $he:literal)) => {
        match $lang {
            Lang::Id => Said {
                message: format!($mi),
                label: format!($li),
                help: format!($hi),
            },
            Lang::En => Said {
                message: format!($me),
                label: format!($le),
                help: format!($he),
            },
        }
    };
}

pub(super) mod achievement;
pub(super) mod charts;
pub(super) mod daerah;
pub(super) mod files;
pub(super) mod findings;
pub(super) mod imports;
pub(super) mod internal;
pub(super) mod letters;
pub(super) mod output;
pub(super) mod people;
pub(super) mod pictures;
pub(super) mod profiles;
pub(super) mod rakor;
pub(super) mod references;
pub(super) mod signatures;
pub(super) mod tables;
pub(super) mod templates;
pub(super) mod worksheets;

/// "maksud Anda `x`?", or another next step when nothing is near.
fn meant(lang: Lang, near: &str, otherwise: (&str, &str)) -> String {
    match (lang, near.is_empty()) {
        (Lang::Id, false) => format!("maksud Anda `{near}`?"),
        (Lang::En, false) => format!("did you mean `{near}`?"),
        (Lang::Id, true) => otherwise.0.to_owned(),
        (Lang::En, true) => otherwise.1.to_owned(),
    }
}
