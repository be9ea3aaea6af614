//! The register of letter numbers (`data/nomor.toml`): which number went to which letter, which
//! comes next, and what lies between.
//!
//! A number belongs to a year and a sequence, and sequences restart each year
//! (`naskah-dinas.md` 1.6). An entry is never removed: a cancelled number stays, so that nobody
//! is given it again.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::Surat;
use super::letter_number::LetterNumber;
use base::source::Span;

/// Which letters count in one sequence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Deret {
    /// All letters of the office.
    #[default]
    Bersama,
    /// Those of one unit.
    Unit,
    /// Those of one kode klasifikasi.
    Klas,
    /// Those of one template.
    Template,
}

impl Deret {
    /// The words of `[nomor] deret`.
    pub const WORDS: [(&'static str, Self); 4] = [
        ("bersama", Self::Bersama),
        ("unit", Self::Unit),
        ("klas", Self::Klas),
        ("template", Self::Template),
    ];

    /// The name of the sequence a letter counts in; empty for the one all share.
    pub fn name(self, surat: &Surat) -> String {
        match self {
            Self::Bersama => String::new(),
            Self::Unit => surat.unit.clone(),
            Self::Klas => surat.klas.clone(),
            Self::Template => surat.template.value.clone(),
        }
    }
}

/// One number that was given out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterEntry {
    /// The year whose sequence it is in, 2000 to 2100.
    pub tahun: i16,
    /// The sequence; empty for the one all letters share.
    pub deret: String,
    /// The serial number, 1 to 999999.
    pub urut: u32,
    /// The number as it is printed.
    pub nomor: String,
    /// The template of the letter; `None` for a letter made without this program.
    pub template: Option<String>,
    /// Whom or what the letter is about; `None` for a number taken without a paper.
    pub subjek: Option<String>,
    /// Date of the letter.
    pub tanggal: Date,
    /// What it was taken for.
    pub untuk: Option<String>,
    /// Why it was cancelled; `None` while it is in use.
    pub batal: Option<String>,
    /// Where it is written.
    pub span: Span,
}

impl RegisterEntry {
    /// Its number, with the parts that the register keeps of it.
    pub fn number(&self) -> LetterNumber {
        LetterNumber::registered(&self.nomor, self.urut, self.tahun)
    }
}

/// Numbers that are not in the register between those that are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberGap {
    /// The year.
    pub tahun: i16,
    /// The sequence.
    pub deret: String,
    /// First number that is missing.
    pub first: u32,
    /// Last number that is missing.
    pub last: u32,
    /// As far as the register can tell.
    pub cause: GapCause,
}

/// Why numbers are not in the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GapCause {
    /// The register begins behind them: they were given out before it was kept.
    BeforeRegister,
    /// `urut` in `data/surat.toml` of this template begins behind them: they are reserved.
    Reserved(String),
    /// The number behind them was entered by hand: they were given out elsewhere.
    Elsewhere,
    /// Nothing explains it: an entry was removed by hand.
    Removed,
}

/// All numbers, in the order they were given out, found by number and by paper.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Register {
    entry: Vec<RegisterEntry>,
    /// By number, then by year.
    nomor: BTreeMap<LetterNumber, BTreeMap<i16, usize>>,
    urut: BTreeMap<(i16, String), BTreeMap<u32, usize>>,
    /// The numbers in use of each paper.
    naskah: BTreeMap<(String, String), Vec<usize>>,
}

impl FromIterator<RegisterEntry> for Register {
    fn from_iter<T: IntoIterator<Item = RegisterEntry>>(entries: T) -> Self {
        let mut register = Self::default();
        entries.into_iter().for_each(|entry| register.add(entry));
        register
    }
}

impl Register {
    /// The entries, in the order they were given out.
    pub fn entries(&self) -> &[RegisterEntry] {
        &self.entry
    }

    /// The entries for somebody who needs nothing else of it.
    pub fn into_entries(self) -> Vec<RegisterEntry> {
        self.entry
    }

    /// Adds an entry. Of two with one number the first is found.
    pub fn add(&mut self, entry: RegisterEntry) {
        let at = self.entry.len();
        let years = self.nomor.entry(entry.number()).or_default();
        years.entry(entry.tahun).or_insert(at);
        let sequence = self.urut.entry((entry.tahun, entry.deret.clone())).or_default();
        sequence.entry(entry.urut).or_insert(at);
        if let (None, Some(template), Some(subjek)) =
            (&entry.batal, &entry.template, &entry.subjek)
        {
            let paper = (template.clone(), subjek.clone());
            self.naskah.entry(paper).or_default().push(at);
        }
        self.entry.push(entry);
    }

    /// The register with another entry at a place, or none.
    #[must_use]
    pub fn replaced(&self, at: usize, with: Option<&RegisterEntry>) -> Self {
        let all = self.entry.iter().enumerate();
        all.filter_map(|(i, e)| if i == at { with } else { Some(e) }).cloned().collect()
    }

    /// The numbers in use of a paper, with their positions.
    fn of_paper(
        &self,
        template: &str,
        subjek: &str,
    ) -> impl DoubleEndedIterator<Item = (usize, &RegisterEntry)> {
        let paper = (template.to_owned(), subjek.to_owned());
        let found = self.naskah.get(&paper).map(Vec::as_slice).unwrap_or_default();
        found.iter().map(|at| (*at, &self.entry[*at]))
    }

    /// The number of a paper: the one taken for the letter's date, or the latest when the data
    /// leaves the date open.
    pub fn number_of(
        &self,
        template: &str,
        subjek: &str,
        tanggal: Option<Date>,
    ) -> Option<&RegisterEntry> {
        self.of_paper(template, subjek)
            .map(|(_, e)| e)
            .filter(|e| tanggal.is_none_or(|t| t == e.tanggal))
            .max_by_key(|e| (e.tanggal, e.urut))
    }

    /// The latest number that a paper took in the year of `tanggal` for another date.
    pub fn of_other_date(
        &self,
        template: &str,
        subjek: &str,
        tanggal: Date,
    ) -> Option<usize> {
        let other = |e: &RegisterEntry| e.tahun == tanggal.year() && e.tanggal != tanggal;
        self.of_paper(template, subjek).rfind(|(_, e)| other(e)).map(|(at, _)| at)
    }

    /// The next number of a sequence: one more than the highest, and not below `start`.
    pub fn next(&self, tahun: i16, deret: &str, start: u32) -> u32 {
        let sequence = self.urut.get(&(tahun, deret.to_owned()));
        let highest = sequence.and_then(|s| s.last_key_value()).map_or(0, |(n, _)| *n);
        highest.saturating_add(1).max(start)
    }

    /// Where a letter's numbers begin in a year: at its `urut` in the first year that the
    /// register knows the template, at 1 in every later one.
    pub fn start(&self, surat: &Surat, tahun: i16) -> u32 {
        let name = Some(surat.template.value.as_str());
        let earlier =
            self.entry.iter().any(|e| e.tahun < tahun && e.template.as_deref() == name);
        surat.urut.filter(|_| !earlier).unwrap_or(1)
    }

    /// The entry with this printed number in a year, however it is written.
    pub fn printed(&self, tahun: i16, number: &LetterNumber) -> Option<&RegisterEntry> {
        self.nomor.get(number)?.get(&tahun).map(|at| &self.entry[*at])
    }

    /// The entries that a reader takes for this number: those of its year, of all years where
    /// it says none.
    pub fn same(&self, number: &LetterNumber) -> impl Iterator<Item = &RegisterEntry> {
        let years = self.nomor.get(number).into_iter().flat_map(BTreeMap::values);
        let entries = years.map(|at| &self.entry[*at]);
        entries.filter(|entry| entry.number().is_same(number))
    }

    /// The entry with this serial number.
    pub fn with_serial(
        &self,
        tahun: i16,
        deret: &str,
        urut: u32,
    ) -> Option<&RegisterEntry> {
        let sequence = self.urut.get(&(tahun, deret.to_owned()))?;
        sequence.get(&urut).map(|at| &self.entry[*at])
    }

    /// All gaps, by year and sequence. `surat` tells which numbers were reserved.
    pub fn gaps(&self, surat: &[Surat]) -> Vec<NumberGap> {
        let mut gaps = Vec::new();
        for ((tahun, deret), numbers) in &self.urut {
            let mut next = 1;
            for (urut, at) in numbers {
                if *urut > next {
                    gaps.push(NumberGap {
                        tahun: *tahun,
                        deret: deret.clone(),
                        first: next,
                        last: urut - 1,
                        cause: cause(&self.entry[*at], next == 1, surat),
                    });
                }
                next = urut.saturating_add(1);
            }
        }
        gaps
    }
}

/// What explains a gap in front of an entry.
fn cause(entry: &RegisterEntry, first: bool, surat: &[Surat]) -> GapCause {
    let starts = |s: &&Surat| {
        s.urut == Some(entry.urut) && entry.template.as_ref() == Some(&s.template.value)
    };
    match (&entry.template, surat.iter().find(starts)) {
        _ if first => GapCause::BeforeRegister,
        (_, Some(surat)) => GapCause::Reserved(surat.template.value.clone()),
        (None, None) => GapCause::Elsewhere,
        (Some(_), None) => GapCause::Removed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn entry(tahun: i16, urut: u32, template: Option<&str>) -> RegisterEntry {
        RegisterEntry {
            tahun,
            deret: String::new(),
            urut,
            nomor: format!("100.1.2/{urut}/PEM"),
            template: template.map(str::to_owned),
            subjek: template.map(|_| format!("s{urut}")),
            tanggal: date(tahun, 3, 4),
            untuk: None,
            batal: None,
            span: Span::None,
        }
    }

    fn surat(urut: Option<u32>) -> Surat {
        Surat {
            template: base::source::Spanned::new("undangan".into(), Span::None),
            klas: "100".into(),
            unit: "PEM".into(),
            urut,
            ..Surat::default()
        }
    }

    #[test]
    fn sequences_restart_each_year_and_skip_cancelled_numbers() {
        let mut register = Register::default();
        assert_eq!(register.next(2024, "", register.start(&surat(Some(7)), 2024)), 7);
        register.add(entry(2024, 7, Some("undangan")));
        register.add(RegisterEntry {
            batal: Some("salah".into()),
            ..entry(2024, 8, Some("undangan"))
        });
        assert_eq!(register.next(2024, "", 1), 9);
        assert_eq!(register.next(2024, "", 20), 20, "a reserved block is skipped");
        assert_eq!(register.next(2025, "", register.start(&surat(Some(7)), 2025)), 1);
        assert_eq!(register.next(2024, "PEM", 1), 1, "another sequence");
    }

    #[test]
    fn a_paper_has_the_number_of_its_date() {
        let mut register = Register::default();
        register.add(entry(2024, 1, Some("undangan")));
        let found = |t| register.number_of("undangan", "s1", t).map(|e| e.urut);
        assert_eq!(found(Some(date(2024, 3, 4))), Some(1));
        assert_eq!(found(None), Some(1));
        assert_eq!(found(Some(date(2024, 3, 5))), None, "another letter");
        let other = |d| register.of_other_date("undangan", "s1", d);
        assert_eq!(other(date(2024, 3, 5)), Some(0));
        assert_eq!(other(date(2025, 3, 5)), None, "last year's letter is history");
        assert_eq!(other(date(2024, 3, 4)), None);
    }

    #[test]
    fn gaps_are_explained() {
        let entries = [
            entry(2024, 5, Some("undangan")),
            entry(2024, 8, None),
            entry(2024, 10, Some("lain")),
            entry(2024, 20, Some("undangan")),
        ];
        let register: Register = entries.into_iter().collect();
        let gaps: Vec<_> = register
            .gaps(&[surat(Some(20))])
            .into_iter()
            .map(|g| (g.first, g.last, g.cause))
            .collect();
        assert_eq!(
            gaps,
            [
                (1, 4, GapCause::BeforeRegister),
                (6, 7, GapCause::Elsewhere),
                (9, 9, GapCause::Removed),
                (11, 19, GapCause::Reserved("undangan".into())),
            ]
        );
    }
}
