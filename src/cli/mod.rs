//! The command line: one file a command. Results go to stdout, messages and progress to stderr.

mod args;
mod build;
mod changes;
mod check;
mod fitted;
mod import;
mod init;
mod numbers;
mod refused;
mod rekap;
mod report;
mod schema;
mod template;
mod worksheets;

use std::io::Write;
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use crate::pipeline::Outcome;
use args::{Args, Command, LangArg};
use base::diag::Lang;
use report::Console;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Done.
    Done,
    /// Problems in the user's input, all printed.
    Input,
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
        // 2 is wrong usage, given by clap.
        Self::from(match exit {
            Exit::Done => 0,
            Exit::Input => 1,
            Exit::Disk => 3,
        })
    }
}

/// Runs what was typed.
pub fn run() -> ExitCode {
    let args = Args::parse();
    let console = Console::new(language(args.lang));
    let exit = match args.command {
        Command::Init { dir, contoh } => init::run(&dir, contoh.as_deref(), &console),
        Command::Check { dir, output } => check::run(&dir, output, &console),
        Command::Build(args) => build::run(&args, &console),
        Command::Beda(args) => changes::run(&args, &console),
        Command::Rekap(args) => rekap::run(&args, &console),
        Command::LembarKerja(args) => worksheets::run(&args, &console),
        Command::Import(args) => import::run(&args, &console),
        Command::Template { command } => template::run(&command, &console),
        Command::Nomor { command } => numbers::run(&command, &console),
        Command::Fields { template, dir } => template::fields(&template, &dir, &console),
        Command::Schema { file } => schema::run(file.as_deref(), &console),
        Command::Completions { shell } => {
            let mut out = Vec::new();
            clap_complete::generate(shell, &mut Args::command(), "naskah", &mut out);
            console.result(&String::from_utf8_lossy(&out));
            Exit::Done
        }
    };
    let _ = std::io::stdout().flush();
    exit.into()
}

/// `--lang`, else the locale (`id*` is Indonesian), else English.
fn language(asked: Option<LangArg>) -> Lang {
    match asked {
        Some(LangArg::Id) => Lang::Id,
        Some(LangArg::En) => Lang::En,
        None => {
            let locale = sys_locale::get_locale().unwrap_or_default();
            if locale.to_lowercase().starts_with("id") { Lang::Id } else { Lang::En }
        }
    }
}
