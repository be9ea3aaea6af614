//! Printing: results, problems, sentences in the user's language.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::{IsTerminal, Write};

use serde::Serialize;

use crate::pipeline::Desk;
use base::diag::{Lang, Severity, Told};

/// So many problems of one cause are drawn each with its line of the file.
const DRAWN: usize = 3;

/// So many causes of one code are drawn; the others are counted.
const MOST_DRAWN: usize = 20;

/// So many others of one cause are listed; the rest is counted.
const LISTED: usize = 20;

/// Where a command prints, and in which language.
pub(super) struct Console {
    pub(super) lang: Lang,
    color: bool,
    quiet: bool,
    /// The command that says all of what is cut short.
    all: String,
    /// Why a result could not be printed.
    unprinted: RefCell<Option<std::io::Error>>,
}

impl Console {
    pub(super) fn new(lang: Lang, quiet: bool) -> Self {
        let color =
            std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
        let (all, unprinted) =
            ("naskah check --output json".to_owned(), RefCell::default());
        Self { lang, color, quiet, all, unprinted }
    }

    /// The same with another command that says all.
    pub(super) fn with_all(self, all: String) -> Self {
        Self { all, ..self }
    }

    /// A result, to stdout. A reader that went away (`| head`) is no error.
    pub(super) fn result(&self, text: &str) {
        let end = if text.ends_with('\n') { "" } else { "\n" };
        let printed = write!(std::io::stdout().lock(), "{text}{end}");
        self.printed(printed);
    }

    /// How a result was printed.
    pub(super) fn printed(&self, printed: std::io::Result<()>) {
        if let Err(error) = printed
            && error.kind() != std::io::ErrorKind::BrokenPipe
        {
            self.unprinted.borrow_mut().get_or_insert(error);
        }
    }

    /// Prints what is left; `false` after a message that results could not be printed.
    pub(super) fn close(&self) -> bool {
        self.printed(std::io::stdout().flush());
        let Some(error) = self.unprinted.take() else { return true };
        self.error(&Desk::unprinted(&error, self.lang).draw(self.color));
        false
    }

    /// A report for programs, to stdout.
    pub(super) fn json(&self, report: &impl Serialize) {
        self.result(&serde_json::to_string_pretty(report).unwrap_or_default());
    }

    /// A report for programs with its problems as one object, to stdout.
    pub(super) fn json_with(&self, report: &impl Serialize, problems: &[Told]) {
        let mut value = serde_json::to_value(report).unwrap_or_default();
        value["problems"] = serde_json::to_value(problems).unwrap_or_default();
        self.json(&value);
    }

    /// What was done, to stdout; who wants quiet has not asked for it.
    pub(super) fn done(&self, text: &str) {
        if !self.quiet {
            self.result(text);
        }
    }

    /// A message, to stderr, unless quiet is wanted.
    pub(super) fn message(&self, text: &str) {
        if !self.quiet {
            self.error(text);
        }
    }

    /// What must be said, to stderr.
    #[allow(clippy::unused_self)]
    pub(super) fn error(&self, text: &str) {
        let _ = writeln!(std::io::stderr().lock(), "{text}");
    }

    /// Whether only problems and results that were asked for are wanted.
    pub(super) const fn is_quiet(&self) -> bool {
        self.quiet
    }

    /// One of two wordings.
    pub(super) fn say<'a>(&self, id: &'a str, en: &'a str) -> &'a str {
        match self.lang {
            Lang::Id => id,
            Lang::En => en,
        }
    }

    /// Problems, to stderr. Where more than a few have one cause, the first is drawn and the
    /// others are a list below it.
    pub(super) fn problems(&self, problems: &[Told]) {
        let told: Vec<(&Told, String)> =
            problems.iter().map(|problem| (problem, String::new())).collect();
        self.grouped(&told);
    }

    /// The same, each with a line below it unless that is empty.
    pub(super) fn grouped(&self, problems: &[(&Told, String)]) {
        let mut causes: BTreeMap<_, Vec<&Told>> = BTreeMap::new();
        for (told, _) in problems {
            causes.entry(cause(told)).or_default().push(told);
        }
        let mut cells: BTreeMap<_, Vec<&Told>> = BTreeMap::new();
        for (told, _) in problems {
            cells.entry(said_of(told)).or_default().push(told);
        }
        let mut drawn: BTreeMap<&str, usize> = BTreeMap::new();
        let mut left: BTreeMap<&str, usize> = BTreeMap::new();
        for (told, below) in problems {
            let all = causes.get_mut(&cause(told)).filter(|all| !all.is_empty());
            let Some(all) = all else { continue };
            // They are told with the first: those of one cause, or what several papers say of
            // one cell.
            let others = match cells.get_mut(&said_of(told)) {
                _ if all.len() > DRAWN => std::mem::take(all),
                Some(same) if same.is_empty() => continue,
                Some(same) => std::mem::take(same),
                None => Vec::new(),
            };
            let count = drawn.entry(told.code).or_default();
            *count += 1;
            if *count > MOST_DRAWN {
                *left.entry(told.code).or_default() += others.len().max(1);
                continue;
            }
            let below = std::iter::once(below.clone()).filter(|line| !line.is_empty());
            let lines: Vec<String> =
                below.chain(self.others(others.split_first())).collect();
            self.problem(told, &lines.join("\n"));
        }
        for (code, n) in left {
            self.error(&self.lang.either(
                format!("{n} lagi dengan kode {code}; semuanya dengan `{}`", self.all),
                format!("{n} more with the code {code}; all of them with `{}`", self.all),
            ));
        }
    }

    /// The list of other problems of a cause, behind the one that is drawn.
    fn others(&self, of_cause: Option<(&&Told, &[&Told])>) -> Vec<String> {
        let Some((drawn, others)) = of_cause else { return Vec::new() };
        let n = others.len();
        if n == 0 {
            return Vec::new();
        }
        let title = self.lang.either(
            format!("  = sebab yang sama, {n} lagi:"),
            format!("  = the same cause, {n} more:"),
        );
        let listed = others
            .iter()
            .take(LISTED)
            .map(|told| format!("      {}", short(told, drawn)));
        let more = n.saturating_sub(LISTED);
        let rest = self.lang.either(
            format!("      dan {more} lagi; semuanya dengan `{}`", self.all),
            format!("      and {more} more; all of them with `{}`", self.all),
        );
        let rest = (more > 0).then_some(rest);
        std::iter::once(title).chain(listed).chain(rest).collect()
    }

    /// One problem, to stderr, with a line below it unless that is empty.
    pub(super) fn problem(&self, problem: &Told, below: &str) {
        self.error(&problem.draw(self.color));
        if !below.is_empty() {
            self.error(below);
        }
        self.error("");
    }
}

/// What problems have in common that one cause has. Of a text that cannot be parsed the message
/// names the cause, and the step may be the same for many.
fn cause(told: &Told) -> (&str, Severity, &str, &str) {
    let named = if told.code == "NSK0105" { told.message.as_str() } else { "" };
    (told.code, told.level, &told.help, named)
}

/// What is said of one place. What has none is told of each paper.
fn said_of(told: &Told) -> (&str, String, &str, usize) {
    let place = told.place();
    let apart = if place.is_empty() { std::ptr::from_ref(told).addr() } else { 0 };
    (told.code, place, &told.message, apart)
}

/// Place and message of a problem in one line; where the message is that of the one which is
/// drawn above, what is told of the place says more.
fn short(told: &Told, drawn: &Told) -> String {
    let place = told.place();
    let again = told.message == drawn.message && told.label != drawn.label;
    let said = if again { &told.label } else { &told.message };
    if place.is_empty() { said.clone() } else { format!("{place}: {said}") }
}
