//! What is said of wrong usage, in the user's language.

use std::error::Error as _;

use clap::CommandFactory;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::args::Args;
use super::report::Console;
use base::diag::Lang;

/// The language that was asked for, where the arguments themselves cannot be read.
pub(super) fn asked<'a>(args: impl Iterator<Item = &'a str>) -> Option<Lang> {
    let mut args = args.peekable();
    let mut found = None;
    while let Some(arg) = args.next() {
        let word = match arg.strip_prefix("--lang") {
            Some("") => args.peek().copied(),
            Some(word) => word.strip_prefix('='),
            None => None,
        };
        found = match word {
            Some("id") => Some(Lang::Id),
            Some("en") => Some(Lang::En),
            _ => found,
        };
    }
    found
}

/// Says what is wrong with what was typed. Help and version are no mistakes and go where they
/// went.
pub(super) fn tell(error: &clap::Error, typed: &[String], console: &Console) {
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
        && let Some(group) = group(typed)
    {
        let within: Vec<&str> =
            group.get_subcommands().map(clap::Command::get_name).collect();
        let (name, within) = (group.get_name(), within.join(", "));
        console.error(&match console.lang {
            Lang::Id => format!(
                "galat: perintah sesudah `{name}` belum disebut\n  = langkah: pilih salah satu: {within}\n\nSelengkapnya: tambahkan --help pada perintahnya."
            ),
            Lang::En => format!(
                "error: the command behind `{name}` is missing\n  = help: choose one: {within}\n\nFor more information, try '--help'."
            ),
        });
        return;
    }
    if !error.use_stderr() {
        console.printed(error.print());
        return;
    }
    if console.lang == Lang::En {
        let _ = error.print();
        return;
    }
    match wrong(error) {
        Some(said) => console.error(&format!("galat: {said}{}", below(error))),
        // The whole help, which speaks both languages.
        None => {
            let _ = error.print();
        }
    }
}

/// The command that was typed, where it only gathers others.
fn group(typed: &[String]) -> Option<clap::Command> {
    let all = Args::command();
    let named = |word: &String| all.find_subcommand(word.as_str());
    typed.iter().skip(1).find_map(named).filter(|c| c.has_subcommands()).cloned()
}

/// What is wrong, in Indonesian.
fn wrong(error: &clap::Error) -> Option<String> {
    let of = |kind| text(error, kind);
    let argument = of(ContextKind::InvalidArg);
    let value = of(ContextKind::InvalidValue);
    Some(match error.kind() {
        ErrorKind::InvalidSubcommand => {
            format!("perintah `{}` tidak dikenal", of(ContextKind::InvalidSubcommand))
        }
        ErrorKind::UnknownArgument => format!("`{argument}` tidak dikenal di sini"),
        ErrorKind::InvalidValue if value.is_empty() => {
            format!("`{argument}` belum diberi nilai")
        }
        ErrorKind::InvalidValue => {
            format!("nilai `{value}` untuk `{argument}` tidak dikenal")
        }
        ErrorKind::ValueValidation => {
            format!(
                "nilai `{value}` untuk `{argument}` tidak dapat dipakai{}",
                why(error)
            )
        }
        ErrorKind::TooManyValues => format!("`{argument}` tidak menerima `{value}` lagi"),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("banyaknya nilai untuk `{argument}` tidak sesuai")
        }
        ErrorKind::NoEquals => {
            format!("`{argument}` ditulis dengan `=` di depan nilainya")
        }
        ErrorKind::ArgumentConflict => {
            let other = of(ContextKind::PriorArg);
            let twice = other.is_empty() || other == argument;
            if twice {
                format!("`{argument}` disebut lebih dari sekali")
            } else {
                format!("`{argument}` tidak dapat dipakai bersama `{other}`")
            }
        }
        ErrorKind::MissingRequiredArgument => {
            format!("yang ini belum disebut: {argument}")
        }
        ErrorKind::MissingSubcommand => "perintahnya belum disebut".to_owned(),
        ErrorKind::InvalidUtf8 => "ada tulisan yang bukan UTF-8".to_owned(),
        _ => return None,
    })
}

/// The reason that a reader of values gives; it speaks both languages, ours first.
fn why(error: &clap::Error) -> String {
    error.source().map_or_else(String::new, |source| {
        let said = source.to_string();
        format!(": {}", said.split(" / ").next().unwrap_or_default())
    })
}

/// What may be typed instead, and where the whole is told.
fn below(error: &clap::Error) -> String {
    let of = |kind| text(error, kind);
    let near = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ];
    // Of several the nearest is the last.
    let nearest = |kind| match error.get(kind) {
        Some(ContextValue::Strings(all)) => all.last().cloned().unwrap_or_default(),
        _ => text(error, kind),
    };
    let near = near.into_iter().map(nearest).find(|near| !near.is_empty());
    let known = [ContextKind::ValidValue, ContextKind::ValidSubcommand];
    let known = known.into_iter().map(of).find(|known| !known.is_empty());
    let step = match (near, known) {
        (Some(near), _) => format!("maksud Anda `{near}`?"),
        (None, Some(known)) => format!("pilih salah satu: {known}"),
        (None, None) => String::new(),
    };
    let step = if step.is_empty() { step } else { format!("\n  = langkah: {step}") };
    let usage = of(ContextKind::Usage);
    let usage = usage.trim().trim_start_matches("Usage: ");
    let usage =
        if usage.is_empty() { String::new() } else { format!("\n\nPemakaian: {usage}") };
    format!("{step}{usage}\n\nSelengkapnya: tambahkan --help pada perintahnya.")
}

fn text(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(all)) => all.join(", "),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        Some(ContextValue::StyledStrs(all)) => {
            all.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
        }
        Some(ContextValue::Number(n)) => n.to_string(),
        _ => String::new(),
    }
}

/// What somebody reads who typed nothing but the program's name.
pub(super) fn greeting(lang: Lang, in_workspace: bool) -> String {
    let commands = if in_workspace {
        [
            ("naskah check", "periksa data", "check the data"),
            ("naskah build", "buat semua naskah", "make all papers"),
            ("naskah rekap", "lihat indeks SPM", "see the SPM index"),
        ]
    } else {
        [
            (
                "naskah init kerja --contoh kutai-timur",
                "buat folder kerja berisi contoh",
                "make a workspace with an example",
            ),
            ("naskah check kerja", "periksa datanya", "check its data"),
            ("naskah build kerja", "buat semua naskahnya", "make all its papers"),
        ]
    };
    let (title, next, more) = match lang {
        Lang::Id => (
            "Selamat datang di naskah: semua naskah rakor SPM dari satu folder data.",
            "Tiga perintah berikutnya:",
            "Semua perintah: naskah --help",
        ),
        Lang::En => (
            "Welcome to naskah: all papers of an SPM rakor from one folder of data.",
            "The next three commands:",
            "All commands: naskah --help",
        ),
    };
    let width = commands.iter().map(|(typed, ..)| typed.len()).max().unwrap_or(0);
    let lines: Vec<String> = commands
        .iter()
        .map(|(typed, id, en)| {
            let about = if lang == Lang::Id { id } else { en };
            format!("  {typed:<width$}  {about}")
        })
        .collect();
    format!("{title}\n\n{next}\n{}\n\n{more}", lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_known_before_the_arguments_are() {
        let asked = |line: &str| asked(line.split(' '));
        assert_eq!(asked("naskah buat --lang id"), Some(Lang::Id));
        assert_eq!(asked("naskah --lang=en buat"), Some(Lang::En));
        assert_eq!(asked("naskah buat"), None);
    }

    #[test]
    fn who_types_nothing_is_told_three_commands() {
        for (lang, there) in [(Lang::Id, true), (Lang::Id, false), (Lang::En, false)] {
            let said = greeting(lang, there);
            assert_eq!(said.matches("\n  naskah ").count(), 3, "{said}");
        }
    }
}
