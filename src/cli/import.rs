//! `naskah import`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::{BufRead, IsTerminal};
use std::path::Path;

use super::Exit;
use super::args::{ImportArgs, Output};
use super::report::Console;
use crate::pipeline::desk::{ImportChange, ImportInput, ImportReport, ImportWish, Shown};
use crate::pipeline::{Answer, Desk, Place};
use base::diag::{Lang, Severity, Told, counted};

pub(super) fn run(args: ImportArgs, dir: &Path, console: &Console) -> Exit {
    let wish = ImportWish {
        places: args.files.iter().map(|path| Place::typed(path)).collect(),
        periode: args.periode,
        opd: args.opd,
    };
    let desk = Desk::new(dir, console.lang);
    let plan = desk.import_plan(&wish);
    let text = args.output == Output::Text;
    if text {
        console.problems(&plan.answer.problems);
        if let Some(report) = &plan.answer.value {
            show(report, console);
            whole_list(&desk, report, console);
        }
    }
    let changes = plan.changes();
    let agreed = changes && (args.ya || text && agreed(console));
    let told = plan.answer.problems.clone();
    let answer = if agreed { desk.import_apply(plan) } else { plan.answer };
    if text {
        let new = answer.problems.iter().filter(|p| !told.contains(p));
        console.problems(&new.cloned().collect::<Vec<Told>>());
    }
    if let Some(report) = &answer.value {
        match args.output {
            Output::Json => console.json_with(report, &answer.problems),
            Output::Text => close(&answer, report, changes, console),
        }
    }
    answer.outcome.into()
}

/// What would change, what was passed over, and which files would be written.
fn show(report: &ImportReport, console: &Console) {
    let mut out = String::new();
    for quarter in &report.quarters {
        let changes: Vec<&ImportChange> =
            report.changes.iter().filter(|c| c.periode == *quarter).collect();
        let title = console.say("Perubahan", "Changes");
        let _ = writeln!(out, "{title} {quarter}: {}", changes.len());
        if !changes.is_empty() {
            out.push('\n');
            if report.is_long() {
                counts(&changes, console, &mut out);
            } else {
                table(&changes, console, &mut out);
            }
            out.push('\n');
        }
        let skipped = report.skipped.iter().filter(|s| s.periode == *quarter);
        let rows: Vec<Vec<String>> = skipped
            .map(|s| vec![s.place.clone(), short(&s.text), s.reason.clone()])
            .collect();
        if !rows.is_empty() {
            let title = console.say("Dilewati", "Passed over");
            let _ = writeln!(out, "{title}: {}\n", rows.len());
            aligned(&rows, &mut out);
            out.push('\n');
        }
    }
    out.extend(report.inputs.iter().filter_map(|input| fill(input, console.lang)));
    if !out.is_empty() {
        console.result(&out);
    }
}

/// How many fields of each OPD change, and how.
fn counts(changes: &[&ImportChange], console: &Console, out: &mut String) {
    let mut by_opd: BTreeMap<&str, Vec<&ImportChange>> = BTreeMap::new();
    for change in changes {
        by_opd.entry(&change.opd).or_default().push(change);
    }
    let say = |id, en| console.say(id, en).to_owned();
    let mut rows = vec![vec![
        "OPD".to_owned(),
        say("Layanan", "Services"),
        say("Baru", "New"),
        say("Berubah", "Changed"),
        say("Dikosongkan", "Emptied"),
    ]];
    for (opd, all) in by_opd {
        let services: BTreeSet<&str> = all.iter().map(|c| c.layanan.as_str()).collect();
        let of = |kind: &str| all.iter().filter(|c| c.kind == kind).count().to_string();
        let services = services.len().to_string();
        rows.push(vec![opd.to_owned(), services, of("baru"), of("ubah"), of("hapus")]);
    }
    aligned(&rows, out);
}

/// Says where the list is that is too long for a screen.
fn whole_list(desk: &Desk, report: &ImportReport, console: &Console) {
    match desk.import_report(report) {
        Ok(paths) if paths.is_empty() => {}
        Ok(paths) => {
            let title =
                console.say("Setiap perubahan ada dalam", "Every change is listed in");
            console.result(&format!("{title} {}", paths.join(", ")));
        }
        Err(problem) => console.result(&problem.said(console.lang).message),
    }
}

/// How much of a worksheet is filled in, which is no achievement.
fn fill(input: &ImportInput, lang: Lang) -> Option<String> {
    let fill = input.keterisian?;
    let percent = fill.after.persen().map_or_else(|| "-".to_owned(), |p| p.printed());
    let (filled, all) = (fill.sheet.answered, fill.sheet.whole);
    let (name, empty) = (&input.file, all.saturating_sub(filled));
    Some(match lang {
        Lang::Id => format!(
            "{name}: {filled} dari {all} sel diisi, {empty} kosong; tingkat keterisian sesudah diimpor {percent}\n"
        ),
        Lang::En => format!(
            "{name}: {filled} of {} filled in, {empty} empty; fill rate after the import {percent}\n",
            counted(all, "cell")
        ),
    })
}

fn table(changes: &[&ImportChange], console: &Console, out: &mut String) {
    let say = |id, en| console.say(id, en).to_owned();
    let mut rows = vec![vec![
        say("Tempat", "Place"),
        say("Layanan", "Service"),
        say("Isian", "Field"),
        say("Semula", "Was"),
        say("Menjadi", "Becomes"),
    ]];
    let value =
        |v: &Option<Shown>| v.as_ref().map_or_else(|| "-".to_owned(), |v| short(&v.text));
    for change in changes {
        let field = match &change.butir {
            Some(item) => format!("{}: {}", short(item), change.field),
            None => change.field.to_owned(),
        };
        let (place, service) = (change.place.clone(), change.layanan.clone());
        rows.push(vec![place, service, field, value(&change.old), value(&change.new)]);
    }
    aligned(&rows, out);
}

/// Asks, where somebody sits who can answer.
fn agreed(console: &Console) -> bool {
    if !std::io::stdin().is_terminal() {
        return false;
    }
    console
        .message(console.say("Tulis perubahan ini? [y/t]", "Write these changes? [y/n]"));
    let mut said = String::new();
    let read = std::io::stdin().lock().read_line(&mut said).is_ok();
    read && matches!(said.trim().to_lowercase().as_str(), "y" | "ya" | "yes")
}

/// What became of it.
fn close(
    answer: &Answer<ImportReport>,
    report: &ImportReport,
    changes: bool,
    console: &Console,
) {
    let written: Vec<_> = report.files.iter().filter(|file| file.written).collect();
    for file in &written {
        let name = &file.path;
        console.result(&match (console.lang, &file.backup) {
            (Lang::Id, Some(old)) => {
                format!("Ditulis: {name} (semula disimpan di {old})")
            }
            (Lang::Id, None) => format!("Ditulis: {name} (baru)"),
            (Lang::En, Some(old)) => {
                format!("Written: {name} (the old one is kept as {old})")
            }
            (Lang::En, None) => format!("Written: {name} (new)"),
        });
    }
    let (all, bad) =
        (report.inputs.len(), report.inputs.iter().filter(|i| !i.ok).count());
    if bad > 0 {
        console.result(&match console.lang {
            Lang::Id => {
                format!("Tidak diimpor karena ada galat: {bad} dari {all} berkas")
            }
            Lang::En => format!(
                "Not imported because of errors: {bad} of {}",
                counted(all, "file")
            ),
        });
    }
    if changes && written.is_empty() {
        console.result(console.say(
            "Belum ada yang ditulis. Untuk menulis, ulangi perintah ini dengan --ya",
            "Nothing was written. To write, repeat the command with --ya",
        ));
    } else if !changes && !answer.problems.iter().any(|p| p.level == Severity::Error) {
        console.result(console.say(
            "Tidak ada yang berubah: data sudah sama",
            "Nothing changes: the data say the same already",
        ));
    }
}

/// The longest text in a column of a table.
const WIDEST: usize = 44;

/// One line of at most [`WIDEST`] characters.
fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= WIDEST {
        return line;
    }
    let start: String = line.chars().take(WIDEST - 1).collect();
    format!("{}…", start.trim_end())
}

/// Columns under each other, two blanks apart.
fn aligned(rows: &[Vec<String>], out: &mut String) {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    for row in rows {
        let mut line = String::from("  ");
        for (cell, width) in row.iter().zip(&widths) {
            let lacks = width.saturating_sub(cell.chars().count());
            let _ = write!(line, "{cell}{}  ", " ".repeat(lacks));
        }
        let _ = writeln!(out, "{}", line.trim_end());
    }
}
