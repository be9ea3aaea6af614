//! The command line: one file a command. Results go to stdout, messages and progress to stderr.

mod args;
mod build;
mod changes;
mod check;
mod explain;
mod fitted;
mod folder;
mod handbook;
mod import;
mod init;
mod next;
mod numbers;
mod preview;
mod ready;
mod refused;
mod rekap;
mod report;
mod schema;
mod silenced;
mod template;
mod usage;
mod watch;
mod window;
mod workbook;
mod worksheets;

use std::ffi::OsString;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};

use crate::pipeline::{Desk, Outcome};
use args::{Args, Command};
use base::diag::Lang;
use report::Console;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Done.
    Done,
    /// Problems in the user's input, all printed.
    Input,
    /// What was typed does not go together.
    Usage,
    /// Could not read or write.
    Disk,
}

impl From<Outcome> for Exit {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Done => Self::Done,
            Outcome::Input => Self::Input,
            Outcome::Disk => Self::Disk,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Done => 0,
            Exit::Input => 1,
            Exit::Usage => 2,
            Exit::Disk => 3,
        })
    }
}

/// Runs what was typed.
pub fn run() -> ExitCode {
    let own_window = window::is_own();
    let typed = window::typed(std::env::args_os().collect(), own_window);
    let (console, exit) = match Args::try_parse_from(&typed) {
        Ok(args) => {
            let console = Console::new(language(args.lang.map(Into::into)), args.quiet)
                .with_all(in_json(&typed));
            let exit = command(args, &console);
            (console, exit)
        }
        Err(error) => not_understood(&error, &typed, own_window),
    };
    let exit = if console.close() { exit } else { Exit::Disk };
    if own_window {
        window::hold(&console);
    }
    exit.into()
}

fn command(args: Args, console: &Console) -> Exit {
    let named = args.folder.as_deref();
    let place = |dir: &Option<PathBuf>| folder::of(named.or(dir.as_deref()));
    match args.command {
        Command::Init(args) => init::run(args, console),
        Command::Check { dir, tandai, output } => {
            check::run(&place(&dir), output, tandai, console)
        }
        Command::Build(args) => build::run(args, named, console),
        Command::Awasi(args) => watch::run(args, named, console),
        Command::Preview(args) => preview::run(&args, named, console),
        Command::Siap(args) => {
            let dir = place(&args.dir);
            ready::run(&args, &dir, console)
        }
        Command::Lanjut(args) => {
            let dir = place(&args.dir);
            next::run(&args, &dir, console)
        }
        Command::Beda(args) => changes::run(args, named, console),
        Command::Rekap(args) => {
            let dir = place(&args.dir);
            rekap::run(args, &dir, console)
        }
        Command::LembarKerja(args) => {
            let dir = place(&args.dir);
            worksheets::run(args, &dir, console)
        }
        Command::Import(args) => {
            let dir = place(&args.into);
            import::run(args, &dir, console)
        }
        Command::Ubah { into, dir } => workbook::run(into, &place(&dir), console),
        Command::Template { command } => template::run(&command, named, console),
        Command::Nomor { command } => numbers::run(command, named, console),
        Command::Katalog { dir, output } => {
            template::doubts(&place(&dir), output, console)
        }
        Command::Fields { names } => template::fields(&names, named, console),
        Command::Explain { codes } => explain::run(&codes, console),
        Command::Panduan { dir } => {
            handbook::run(dir.as_deref().unwrap_or_else(|| Path::new(".")), console)
        }
        Command::Schema { file } => schema::run(file.as_deref(), console),
        Command::Completions { shell } => {
            let mut out = Vec::new();
            clap_complete::generate(shell, &mut Args::command(), "naskah", &mut out);
            console.result(&String::from_utf8_lossy(&out));
            Exit::Done
        }
    }
}

/// The command that says all that one has to say, where that is cut short on the terminal: itself
/// with its report as JSON, or the check of the workspace.
fn in_json(typed: &[OsString]) -> String {
    let all = Args::command();
    let mut words = typed.iter().skip(1).filter_map(|word| word.to_str());
    let command = words.find_map(|word| all.find_subcommand(word));
    let reports = |command: &&clap::Command| {
        command.get_arguments().any(|arg| {
            let mut forms = arg.get_possible_values().into_iter();
            arg.get_id() == "output" && forms.any(|form| form.get_name() == "json")
        })
    };
    let name = command.filter(reports).map_or("check", clap::Command::get_name);
    format!("naskah {name} --output json")
}

/// What was typed is no command: a greeting for who typed nothing, else what is wrong with it.
fn not_understood(
    error: &clap::Error,
    typed: &[OsString],
    own_window: bool,
) -> (Console, Exit) {
    let typed: Vec<String> =
        typed.iter().map(|arg| arg.to_string_lossy().into_owned()).collect();
    let lang = language(usage::asked(typed.iter().map(String::as_str)));
    let console = Console::new(lang, false);
    let nothing = error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand;
    let bare = !typed.iter().skip(1).any(|word| !is_language(word));
    if nothing && bare && std::io::stderr().is_terminal() {
        console.result(&usage::greeting(lang, Desk::nearest().is_some()));
        if own_window {
            console.result(window::advice(lang));
        }
        return (console, Exit::Done);
    }
    usage::tell(error, &typed, &console);
    // Help and version were asked for; all else is wrong usage.
    let exit = if error.use_stderr() { Exit::Usage } else { Exit::Done };
    (console, exit)
}

fn is_language(word: &str) -> bool {
    word.starts_with("--lang") || matches!(word, "id" | "en")
}

/// The language asked for, else the locale's (`id*` is Indonesian), else English.
fn language(asked: Option<Lang>) -> Lang {
    asked.unwrap_or_else(|| {
        let locale = sys_locale::get_locale().unwrap_or_default();
        if locale.to_lowercase().starts_with("id") { Lang::Id } else { Lang::En }
    })
}
