//! The officials that a paper can name by id: those who hold their offices on its day.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::origins::Line;
use crate::problem::SignatureProblem;
use base::diag::{AnyProblem, Both, Lang};
use base::source::Span;
use base::written::Written;
use data::problem::ReferenceProblem;
use field::domain::{
    Daerah, NamaGelar, NamedOffice, Nip, Pejabat, StatusJabatan, is_office, told_date,
    without_courtesy,
};
use jiff::civil::Date;

/// The officials of the data, seen on a day.
#[derive(Debug, Clone, Copy, Default)]
pub struct Officials<'a> {
    /// All of them, with all their terms.
    pub all: &'a [Pejabat],
    /// The day of the paper.
    pub date: Option<Date>,
    /// The region that they serve.
    pub daerah: Option<&'a Daerah>,
}

/// A name with its gelar, each part with its place; `name` is the name as it is to be printed.
pub(crate) fn full_name(nama: &NamaGelar, name: &str, written: &Written) -> Line {
    let own = written.field("nama").span();
    // One column may hold all gelar.
    let place = |keys: [&str; 2], item: usize| {
        let spans = keys.map(|key| written.field(key).item(item).span());
        let (known, name) = (spans.into_iter().find(|s| *s != Span::None), own);
        known.unwrap_or(name)
    };
    let front = nama.titles_before();
    let mut line =
        Line::default().then(front, place(["gelar_depan", "gelar_belakang"], 0));
    if !front.is_empty() {
        line = line.then(" ", own);
    }
    line = line.then(name, own);
    for (index, title) in nama.titles_behind().iter().enumerate() {
        let place = place(["gelar_belakang", "gelar_depan"], index);
        line = line.then(", ", place).then(title, place);
    }
    line
}

/// An office with "Plt." and the like before it, each with its place.
pub(crate) fn office(pejabat: &Pejabat) -> Line {
    let place = |key: &str| pejabat.written.field(key).span();
    let status = Line::default().then(pejabat.status.prefix(), place("status"));
    status.then(&pejabat.jabatan, place("jabatan"))
}

/// An office that is written by name, with the word of how it is held where that is not written
/// with it already: "Pj. Bupati Contoh", "Yth. Pj. Bupati Contoh".
pub(crate) fn held_by(office: &Line, holder: Option<&Pejabat>) -> Line {
    let named = without_courtesy(&office.text);
    let said = StatusJabatan::off(named) != named;
    let Some(holder) = holder.filter(|_| !said) else { return office.clone() };
    let end = office.text.len();
    let at = office.text.find(named).unwrap_or(end);
    let status = holder.written.field("status").span();
    office.part(0..at).then(holder.status.prefix(), status).and(&office.part(at..end))
}

impl<'a> Officials<'a> {
    /// An office on whose behalf somebody signs, as it is held on the day of the paper.
    pub(crate) fn as_held(&self, office: &Line) -> Line {
        let holds = |p: &&Pejabat| {
            self.daerah.is_some_and(|daerah| is_office(&office.text, &p.jabatan, daerah))
                && self.date.is_none_or(|day| p.in_office(day))
        };
        held_by(office, self.all.iter().filter(holds).max_by_key(|p| p.dari))
    }

    /// Who holds the office of an id.
    ///
    /// # Errors
    /// No official has the id, or nobody held the office on the day.
    pub fn holder(&self, id: &str) -> Result<&'a Pejabat, AnyProblem> {
        match (Pejabat::on(self.all, id, self.date), self.date) {
            (None, _) => Err(self.unknown(id).into()),
            (Some((_, false)), Some(date)) => Err(self.outside(id, date).into()),
            (Some((holder, _)), _) => Ok(holder),
        }
    }

    /// An office that is named, with the position it has.
    pub(crate) fn office(&self, name: &str) -> NamedOffice {
        NamedOffice::read(name, self.all, self.daerah)
    }

    /// The official that somebody who is written out is, by name or number.
    pub(crate) fn who(&self, name: &str, nip: Option<&str>) -> Option<&'a Pejabat> {
        let number = nip.and_then(|nip| nip.parse().or_else(|_| Nip::nrp(nip)).ok());
        self.all.iter().find(|official| official.is(name, number.as_ref()))
    }

    /// All that papers print on this day of those who have or had the offices of these ids, for
    /// the fingerprint of a paper.
    pub fn fingerprint(&self, ids: &BTreeSet<&str>) -> String {
        let mut text = String::new();
        for p in self.all.iter().filter(|p| ids.contains(p.id.value.as_str())) {
            let held = self.date.is_none_or(|date| p.in_office(date));
            let _ = writeln!(
                text,
                "{} {:?} {:?} {:?} {} {:?} {:?} {:?} {:?} {held} {}",
                p.id.value,
                (p.nama.full(), p.nama.without_gelar()),
                p.nip,
                p.golongan,
                p.jabatan,
                p.status,
                p.kedudukan,
                p.dari,
                p.sampai,
                p.nik.is_some()
            );
        }
        text
    }

    fn unknown(&self, id: &str) -> ReferenceProblem {
        let known = self.all.iter().map(|p| p.id.value.as_str());
        let what = (Both::new("pejabat", "official"), Both::same("data/pejabat.toml"));
        ReferenceProblem::unknown_id(what, id, known)
    }

    fn outside(&self, id: &str, date: Date) -> SignatureProblem {
        let terms = self.all.iter().filter(|p| p.id.value == id);
        let terms: Vec<Both> = terms.map(term).collect();
        let said = |lang| terms.iter().map(|t| t.of(lang)).collect::<Vec<_>>().join("; ");
        SignatureProblem::OutsideTerm {
            id: id.to_owned(),
            tanggal: told_date(date),
            masa: Both::new(said(Lang::Id), said(Lang::En)),
        }
    }
}

/// "Plh. Anggun Permata (2 September 2024 s.d. 6 September 2024)".
fn term(p: &Pejabat) -> Both {
    let name = format!("{}{}", p.status.prefix(), p.nama.without_gelar());
    let (from, to) = (p.dari.map(told_date), p.sampai.map(told_date));
    let said = |lang: Lang, since: &str, until: &str| match (
        from.as_ref().map(|d| d.of(lang)),
        to.as_ref().map(|d| d.of(lang)),
    ) {
        (Some(a), Some(b)) => format!("{name} ({a} {until} {b})"),
        (Some(a), None) => format!("{name} ({since} {a})"),
        (None, Some(b)) => format!("{name} ({until} {b})"),
        (None, None) => name.clone(),
    };
    Both::new(said(Lang::Id, "sejak", "s.d."), said(Lang::En, "from", "to"))
}
