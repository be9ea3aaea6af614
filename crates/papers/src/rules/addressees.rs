//! Who is addressed: each once in a list, as the OPD that the letter is for, and with something to
//! receive.

use std::collections::BTreeMap;

use super::{RulesView, needs_list};
use crate::problem::OfficeProblem as Problem;
use bahasa::number::parse_written;
use base::diag::Problems;
use base::source::Span;
use data::node::{Node, Value};
use field::domain::{Opd, bare_office};
use num_rational::BigRational;
use num_traits::Signed as _;

pub(super) fn check(held: RulesView<'_>, problems: &mut Problems) {
    invited(held, problems);
    copied(held, problems);
    for (name, rows) in &held.workspace.lists {
        if held.decisions().any(|(_, manifest)| needs_list(manifest, name)) {
            received(name, rows, problems);
            listed(held, name, rows, problems);
        }
    }
}

/// Invitations: none twice to one, and none to another OPD than `opd` says.
fn invited(held: RulesView<'_>, problems: &mut Problems) {
    let Some(rakor) = &held.workspace.rakor else { return };
    let written = rakor.written.field("undangan");
    let mut seen = Seen::new("[[undangan]]");
    for (at, unit) in rakor.undangan.iter().enumerate() {
        let place = match written.item(at).field("yth").span() {
            Span::None => unit.id.span,
            place => place,
        };
        // One name may be of two OPDs, or of one in each of two places; a head is one person,
        // however the office is written and whether `opd` says whose it is or not.
        let opd = unit.opd.as_ref().map_or("", |opd| opd.value.as_str());
        let mut heads = held.workspace.opd.iter().filter(|own| {
            (opd.is_empty() || own.id.value == opd) && own.is_head(&unit.yth)
        });
        if let Some(own) = heads.next().filter(|_| heads.next().is_none()) {
            let head = ("kepala", own.id.value.as_str());
            seen.met_as(head, held, (&unit.yth, place), problems);
        } else {
            let tempat = unit.tempat.as_deref().unwrap_or_default();
            let beside = format!("{opd} {tempat}");
            seen.meet(held, (&unit.yth, place), &beside, problems);
        }
        let own = held.workspace.opd.iter().find(|own| own.id.value == opd);
        if let Some((own, other)) =
            own.and_then(|own| Some((own, of_other(held, &unit.yth, own)?)))
        {
            problems.add(
                place,
                Problem::OtherOpd {
                    isi: unit.yth.clone(),
                    opd: own.nama.clone(),
                    milik: other.nama.clone(),
                },
            );
        }
    }
}

/// The OPD that an addressee is of, where it is not the own one.
fn of_other<'a>(held: RulesView<'a>, yth: &str, own: &Opd) -> Option<&'a Opd> {
    let text = format!(" {} ", words(yth));
    let named = |opd: &Opd| {
        [&opd.nama, &opd.singkatan]
            .into_iter()
            .map(|name| words(name))
            .filter(|name| !name.is_empty() && text.contains(&format!(" {name} ")))
            .map(|name| name.len())
            .max()
    };
    let known = own.is_head(yth)
        || own.bidang.iter().any(|b| text.contains(&format!(" {} ", words(&b.nama))));
    if known || named(own).is_some() {
        return None;
    }
    // "Dinas Kesehatan Hewan" names no Dinas Kesehatan.
    let found = held.workspace.opd.iter().filter_map(|opd| Some((named(opd)?, opd)));
    found.max_by_key(|(length, _)| *length).map(|(_, opd)| opd)
}

/// The number that a value is to whoever reads the data: a text by the rules of people, in which a
/// dot parts thousands.
fn number(value: &Value) -> Option<BigRational> {
    match value {
        Value::Text(text) | Value::Cell(text) => parse_written(text).ok(),
        value => value.number(),
    }
}

/// Copies of letters: none twice.
fn copied(held: RulesView<'_>, problems: &mut Problems) {
    for (surat, _) in held.decisions() {
        let list = format!("`tembusan` [{}]", surat.template.value);
        let mut seen = Seen::new(&list);
        let written = surat.written.field("tembusan");
        for (at, to) in surat.tembusan.iter().enumerate() {
            seen.meet(held, (to, written.item(at).span()), "", problems);
        }
    }
}

/// What counts what is received; the first counts whole things.
const COUNTS: [&str; 3] = ["eksemplar", "jumlah", "banyaknya"];

/// Rows of a list of things handed out that hand out nothing, less, or part of a thing.
fn received(list: &str, rows: &[Node], problems: &mut Problems) {
    for row in rows {
        let Some(column) = COUNTS.iter().find(|column| cell(row, column).is_some())
        else {
            continue;
        };
        let whole = COUNTS.first() == Some(column);
        let counted = row.cell(column).and_then(|node| number(&node.value));
        let nothing = |_: &(String, Span)| {
            let wrong = |n: &BigRational| !n.is_positive() || (whole && !n.is_integer());
            counted.as_ref().is_some_and(wrong)
        };
        if let Some((isi, place)) = cell(row, column).filter(nothing) {
            let (kolom, daftar) = ((*column).to_owned(), format!("data/{list}"));
            problems.add(place, Problem::NoneReceived { kolom, isi, daftar });
        }
    }
}

/// Rows of a list that say the same of one receiver.
fn listed(held: RulesView<'_>, list: &str, rows: &[Node], problems: &mut Problems) {
    let name = format!("data/{list}");
    let mut seen = Seen::new(&name);
    for row in rows {
        let to = ["yth", "penerima", "jabatan"].iter().find_map(|c| cell(row, c));
        let (Some((to, place)), Value::Table(entries)) = (to, &row.value) else {
            continue;
        };
        let counted = |key: &str| key == "no" || COUNTS.contains(&key);
        let rest = entries.iter().filter(|(key, _)| !counted(&key.value));
        let rest: Vec<String> =
            rest.filter_map(|(key, _)| Some(cell(row, &key.value)?.0)).collect();
        seen.meet(held, (&to, place), &rest.join("\n"), problems);
    }
}

/// What a cell shows, where it holds something.
fn cell(row: &Node, column: &str) -> Option<(String, Span)> {
    let node = row.cell(column)?;
    let text = node.value.shown()?.trim().to_owned();
    (!text.is_empty()).then_some((text, node.span))
}

/// The addressees of one list so far.
struct Seen<'a> {
    list: &'a str,
    met: BTreeMap<(String, String), Span>,
}

impl<'a> Seen<'a> {
    const fn new(list: &'a str) -> Self {
        Self { list, met: BTreeMap::new() }
    }

    /// Tells an addressee that was met before with the same beside it.
    fn meet(
        &mut self,
        held: RulesView<'_>,
        (name, place): (&str, Span),
        beside: &str,
        problems: &mut Problems,
    ) {
        let called = words(&bare_office(name, &held.workspace.settings.daerah));
        if !called.is_empty() {
            let beside = words(beside);
            self.met_as((&called, &beside), held, (name, place), problems);
        }
    }

    /// The same of one who is known as something.
    fn met_as(
        &mut self,
        (called, beside): (&str, &str),
        held: RulesView<'_>,
        (name, place): (&str, Span),
        problems: &mut Problems,
    ) {
        let key = (called.to_owned(), beside.to_owned());
        if let Some(first) = self.met.get(&key) {
            problems.add(
                place,
                Problem::AddressedTwice {
                    isi: name.to_owned(),
                    daftar: self.list.to_owned(),
                    lain: held.place(*first),
                },
            );
        } else {
            self.met.insert(key, place);
        }
    }
}

/// The words of a text in small letters.
fn words(text: &str) -> String {
    let lower = text.to_lowercase();
    let all = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    all.collect::<Vec<_>>().join(" ")
}
