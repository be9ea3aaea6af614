//! `data/nomor.toml`: the register of letter numbers, with what a hand may have broken in it.

use crate::fields::Fields;
use crate::files::FilePath;
use crate::node::NodeTable;
use crate::problem::RegisterProblem;
use crate::tables::other::{self, WrittenNumber};
use base::diag::{AnyProblem, Problems};
use base::source::Span;
use field::domain::{Register, RegisterEntry, told_date};

/// Where the register of letter numbers is kept, below the workspace.
pub const REGISTER: FilePath = FilePath::fixed("data/nomor.toml");

/// Reads it; `place` tells the place of a first entry in messages about a second one.
pub(super) fn read(
    span: Span,
    table: &NodeTable,
    place: impl Fn(Span) -> String,
    problems: &mut Problems,
) -> Register {
    let mut top = Fields::new(REGISTER, span, table, problems);
    let entries = other::REGISTER.read(&mut top);
    top.finish();
    let mut register = Register::default();
    for (entry, year) in entries.into_iter().filter_map(WrittenNumber::whole) {
        if entry.tanggal.year() != entry.tahun {
            let (tahun, tanggal) = (entry.tahun.to_string(), told_date(entry.tanggal));
            problems.add(year, RegisterProblem::YearOfNumber { tahun, tanggal });
        }
        if entry.nomor.is_empty() {
            continue;
        }
        if let Some(problem) = clash(&register, &entry, &place) {
            problems.add(entry.span, problem);
        }
        register.add(entry);
    }
    register
}

/// What an entry has in common with an earlier one and must not.
fn clash(
    register: &Register,
    entry: &RegisterEntry,
    place: impl Fn(Span) -> String,
) -> Option<AnyProblem> {
    let same = register
        .printed(entry.tahun, &entry.number())
        .or_else(|| register.with_serial(entry.tahun, &entry.deret, entry.urut));
    if let Some(first) = same {
        let (nomor, first) = (entry.nomor.clone(), place(first.span));
        return Some(RegisterProblem::DuplicateNumber { nomor, first }.into());
    }
    let (template, subjek) = (entry.template.clone()?, entry.subjek.clone()?);
    let first = register.number_of(&template, &subjek, Some(entry.tanggal))?;
    let problem = RegisterProblem::TwoNumbers {
        paper: format!("{template}/{subjek}"),
        nomor: entry.nomor.clone(),
        first: place(first.span),
    };
    entry.batal.is_none().then(|| problem.into())
}
