//! Text of the data as it was meant: what spreadsheets put around it is taken away, and damage is
//! told. Whatever way a text comes in, it comes through here.

use crate::problem::{SheetProblem, misread, stand_in};
use bahasa::damage::{self, Damage, DamageKind};
use base::diag::{AnyProblem, Both, Problems};
use base::source::{FileId, Span};

/// A text of TOML.
pub(super) fn text(text: String, span: Span, problems: &mut Problems) -> String {
    tell_slips(&text, span, problems);
    let Some(found) = damage::damage(&text) else { return text };
    // Marks around a number come with it out of other programs and are in nobody's way.
    let nothing = found.mended.trim().is_empty();
    if found.kind == DamageKind::Invisible && (nothing || is_number(&found.mended)) {
        return found.mended;
    }
    problems.add(span, problem(&text, &found));
    text
}

/// Tells of the damaged lines of a template. Entities are how Markdown writes characters, and a
/// soft hyphen is how it parts a word.
pub(super) fn lines(text: &str, file: FileId, problems: &mut Problems) {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let body = line.trim_end();
        let found = damage::damage(&body.replace('\u{ad}', ""));
        if let Some(found) = found.filter(|found| !IN_TEMPLATES.contains(&found.kind)) {
            let span = Span::text(file, start..start + body.len());
            problems.add(span, problem(body, &found));
        }
        tell_slips(body, Span::text(file, start..start + body.len()), problems);
        start += line.len();
    }
}

/// What is no damage in a template: it has its own way to say each.
const IN_TEMPLATES: [DamageKind; 4] =
    [DamageKind::Entity, DamageKind::Escape, DamageKind::NoValue, DamageKind::StandsIn];

/// Tells of a weekday that is not that of the date behind it, of a day that is none, and of
/// figures that are other than their words.
fn tell_slips(text: &str, span: Span, problems: &mut Problems) {
    if let Some((written, last)) = bahasa::date::no_such_day(text) {
        problems.add(span, SheetProblem::NoSuchDay { written, last });
    }
    if let Some(found) = bahasa::figures::disagreement(text) {
        let (figures, words) = (found.by_figures, found.by_words);
        let written = found.written;
        problems.add(span, SheetProblem::FiguresAndWords { written, figures, words });
    }
    if let Some((written, right)) = bahasa::date::wrong_weekday(text) {
        problems.add(span, SheetProblem::WrongWeekday { written, right });
    }
}

/// Tells of a record that the semicolons of entities (`&#039;`) tore into more cells than it has.
pub(super) fn torn(
    file: FileId,
    text: &str,
    record: &csv::StringRecord,
    problems: &mut Problems,
) -> bool {
    let start = record.position().map_or(0, |p| usize::try_from(p.byte()).unwrap_or(0));
    let rest = text.get(start..).unwrap_or_default();
    let start = start + rest.len() - rest.trim_start_matches(['\r', '\n']).len();
    let line = text.get(start..).unwrap_or_default().lines().next().unwrap_or_default();
    let Some(found) = damage::damage(line).filter(|_| line.contains(';')) else {
        return false;
    };
    if damage::entities(line) == 0 {
        return false;
    }
    let problem = AnyProblem::from(problem(line, &found)).raised();
    problems.add(Span::text(file, start..start + line.len()), problem);
    true
}

fn problem(text: &str, found: &Damage) -> SheetProblem {
    let lost = found.kind == DamageKind::Lost;
    SheetProblem::DamagedText {
        what: told(found.kind),
        mended: if lost { String::new() } else { one_line(&found.mended) },
        text: one_line(&damage::visible(text)),
        count: String::new(),
        places: Both::same(""),
    }
}

/// A cell of a sheet or CSV. `="0812"` and `'0812` are how sheets keep the digits of a text.
pub(super) fn cell(cell: &str, span: Span, problems: &mut Problems) -> String {
    let cell = cell.trim();
    let formula = cell.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    let cell = formula.filter(|text| !text.contains('"')).unwrap_or(cell);
    let bare = cell.strip_prefix('\'').filter(|rest| rest.starts_with(is_digit));
    text(bare.unwrap_or(cell).to_owned(), span, problems).trim().to_owned()
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || c == '+' || damage::is_invisible(c)
}

fn is_number(text: &str) -> bool {
    let rest = text.trim_start_matches(['N', 'I', 'P', 'R', '\'']);
    rest.contains(|c: char| c.is_ascii_digit()) && !rest.contains(char::is_alphabetic)
}

fn told(kind: DamageKind) -> Both {
    let (id, en) = match kind {
        DamageKind::Encoding => return misread(),
        DamageKind::Entity => ("sisa kode halaman web", "codes of a web page"),
        DamageKind::Invisible => ("huruf tak tampak", "invisible characters"),
        DamageKind::Escape => ("sisa kode lembar sebar", "codes of a spreadsheet"),
        DamageKind::LookAlike => ("huruf dari aksara lain", "letters of another script"),
        DamageKind::NoValue => ("bukan isi, melainkan galat", "an error, no value"),
        DamageKind::StandsIn => return stand_in(),
        DamageKind::Lost => ("hurufnya hilang", "letters are lost"),
    };
    Both::new(id, en)
}

/// The beginning of a text, as one line of a message.
fn one_line(text: &str) -> String {
    const LONGEST: usize = 80;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
