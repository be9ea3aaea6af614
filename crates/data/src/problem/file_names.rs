//! What the name of a file in `data/` says about what was meant by it.

use base::diag::Lang;

/// What is read from a file of TOML of its own alone, never from a list.
const TOML_ALONE: [&str; 4] = ["rakor", "surat", "hasil", "nomor"];

/// What to do about a file that is not read, where its name says more than that.
pub(super) fn unread_help(lang: Lang, name: &str, there: &str) -> Option<String> {
    if let Some(home) = toml_alone(name) {
        return Some(lang.either(
            format!(
                "isian itu hanya dibaca dari `{home}`: salin yang perlu ke sana, lalu pindahkan berkas ini ke luar `data/`; bila isinya daftar lain, ganti namanya"
            ),
            format!(
                "such data is read from `{home}` alone: copy what is needed there, then move this file out of `data/`; if it holds another list, rename it"
            ),
        ));
    }
    let meant = without_hidden_ending(name)?;
    Some(if there.is_empty() {
        lang.either(
            format!(
                "akhiran .txt disembunyikan Windows; ganti namanya menjadi `{meant}`"
            ),
            format!("Windows hides the ending .txt; rename it to `{meant}`"),
        )
    } else {
        lang.either(
            format!(
                "`{there}` sudah ada dan itulah yang dibaca; bandingkan isinya, satukan yang perlu ke `{there}`, lalu pindahkan yang ini ke luar `data/`"
            ),
            format!(
                "`{there}` is there already and is what is read; compare the two, put what is needed into `{there}`, then move this one out of `data/`"
            ),
        )
    })
}

/// Where what a sheet or table of this name holds is read from instead.
pub(crate) fn toml_alone(name: &str) -> Option<String> {
    let (stem, ending) = name.strip_prefix("data/")?.rsplit_once('.')?;
    let table = ["csv", "xlsx", "ods"].iter().any(|e| ending.eq_ignore_ascii_case(e));
    (table && TOML_ALONE.contains(&stem)).then(|| format!("data/{stem}.toml"))
}

/// The name that a file was meant to have, which an editor on Windows saved with `.txt` behind.
pub(crate) fn without_hidden_ending(name: &str) -> Option<&str> {
    let end = name.len().checked_sub(4)?;
    let (meant, ending) = (name.get(..end)?, name.get(end..)?);
    let known = [".toml", ".csv"].iter().any(|e| meant.to_lowercase().ends_with(e));
    (ending.eq_ignore_ascii_case(".txt") && known).then_some(meant)
}
