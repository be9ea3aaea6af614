//! `data/nomor.toml`: the register of letter numbers, with what a hand may have broken in it.

use super::fields::Fields;
use super::node::Table;
use crate::problem::{FileProblem, RegisterProblem};
use base::diag::{AnyProblem, Problems};
use base::source::Span;
use field::domain::{Entry, Register};

const USED: &str = "terpakai";
const CANCELLED: &str = "batal";

/// Reads it; `place` tells the place of a first entry in messages about a second one.
pub(super) fn read(
    span: Span,
    table: &Table,
    place: impl Fn(Span) -> String,
    problems: &mut Problems,
) -> Register {
    let mut top = Fields::new(super::REGISTER, span, table, problems);
    let entries = top.list("nomor", entry);
    top.finish();
    let mut register = Register::default();
    for entry in entries.into_iter().flatten() {
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
    entry: &Entry,
    place: impl Fn(Span) -> String,
) -> Option<AnyProblem> {
    let same = register
        .printed(entry.tahun, &entry.nomor)
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

/// One entry; `None` after a problem was reported.
fn entry(f: &mut Fields<'_>) -> Option<Entry> {
    let span = f.span();
    let tahun = f.int_in("tahun", 2000..=2100);
    let urut = f.int_in("urut", 1..=999_999);
    let tanggal = f.date("tanggal");
    for key in ["tahun", "urut", "tanggal"] {
        if !f.has(key) {
            let table = "[[nomor]]".to_owned();
            f.problems.add(span, FileProblem::MissingKey { key: key.into(), table });
        }
    }
    let nomor = f.need_text("nomor");
    let status = f.word("status", &[(USED, false), (CANCELLED, true)]);
    let reason = f.text("alasan").map(|t| t.value);
    let entry = Entry {
        tahun: i16::try_from(tahun?.value).ok()?,
        deret: f.text("deret").map(|t| t.value).unwrap_or_default(),
        urut: u32::try_from(urut?.value).ok()?,
        nomor: nomor.value.clone(),
        template: f.text("template").map(|t| t.value),
        subjek: f.text("subjek").map(|t| t.value),
        tanggal: tanggal?.value,
        untuk: f.text("untuk").map(|t| t.value),
        batal: status.unwrap_or(false).then(|| reason.unwrap_or_default()),
        span: if nomor.span == Span::None { span } else { nomor.span },
    };
    if entry.tanggal.year() != entry.tahun {
        let (tahun, tanggal) = (entry.tahun.to_string(), entry.tanggal.to_string());
        let place = tahun_span(f, span);
        f.problems.add(place, RegisterProblem::YearOfNumber { tahun, tanggal });
    }
    (!nomor.value.is_empty()).then_some(entry)
}

fn tahun_span(f: &mut Fields<'_>, otherwise: Span) -> Span {
    f.int("tahun").map_or(otherwise, |n| n.span)
}
