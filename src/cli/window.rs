//! The window that Explorer opens for the program alone: it closes when the program ends.

use std::ffi::OsString;
use std::io::{IsTerminal, stdin};
use std::path::Path;

use super::report::Console;
use crate::pipeline::Desk;
use base::diag::Lang;

/// Whether Explorer started the program, so that its window closes with it.
pub(super) fn is_own() -> bool {
    stdin().is_terminal() && crabtrap::started_by_explorer()
}

/// What was typed, where anything was. A folder that was dropped on the program's icon is to be
/// built: nobody could type the command.
pub(super) fn typed(mut args: Vec<OsString>, own: bool) -> Vec<OsString> {
    if own
        && let [_, folder] = args.as_slice()
        && Desk::is_folder(Path::new(folder))
    {
        args.insert(1, "build".into());
    }
    args
}

/// How to go on from a window in which nothing can be typed.
pub(super) fn advice(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => {
            "Untuk mengetik perintah: buka folder kerja di Explorer, ketik cmd pada kotak alamat, lalu Enter.\nAtau seret folder kerja ke atas ikon naskah.exe: semua naskahnya dibuat."
        }
        Lang::En => {
            "To type commands: open the folder in Explorer, type cmd into the address box, then Enter.\nOr drop a workspace on the icon of naskah.exe: all its papers are made."
        }
    }
}

/// Keeps the window open until it was read.
pub(super) fn hold(console: &Console) {
    console.error(console.say(
        "\nTekan Enter untuk menutup jendela ini.",
        "\nPress Enter to close this window.",
    ));
    // Whatever was typed, or nothing, closes it.
    let _ = stdin().read_line(&mut String::new());
}

#[cfg(test)]
mod tests {
    use super::typed;
    use std::ffi::OsString;

    fn words(args: &[&str], own: bool) -> Vec<OsString> {
        typed(args.iter().map(OsString::from).collect(), own)
    }

    #[test]
    fn a_dropped_folder_is_built() {
        let folder = env!("CARGO_MANIFEST_DIR");
        assert_eq!(words(&["naskah", folder], true), ["naskah", "build", folder]);
    }

    #[test]
    fn what_is_typed_stays_as_it_is() {
        let folder = env!("CARGO_MANIFEST_DIR");
        assert_eq!(words(&["naskah", folder], false), ["naskah", folder]);
        assert_eq!(words(&["naskah", "check"], true), ["naskah", "check"]);
        assert_eq!(words(&["naskah"], true), ["naskah"]);
        assert_eq!(
            words(&["naskah", "check", folder], true),
            ["naskah", "check", folder]
        );
    }
}
