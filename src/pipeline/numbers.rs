//! Giving out numbers of letters: taking, entering and cancelling them in the register.
//!
//! A change is worked out twice: once on what was read, so that a mistake is told and a number
//! that is there already is given without touching a file; then again on what is there while
//! the register is held.

use crate::problem::NumberProblem;
use base::diag::InternalProblem;
use data::problem::FileProblem;
use papers::problem::TemplateProblem;
use std::time::Duration;

use jiff::civil::Date;

use super::Opened;
use crate::output::Target;
use crate::register::{RegisterChange, edit, hold};
use bahasa::{NomorSurat, nomor::GAP};
use base::diag::{Both, Lang, Problems, Span, nearest_id};
use base::source::{SourceMap, Spanned};
use data::files::Folder;
use data::workspace::{self, BOOKS, REGISTER, Workspace, read_register};
use field::domain::{LetterNumber, Register, RegisterEntry, Surat, told_date};
use papers::plan::subject_ids;

/// Highest serial number.
const HIGHEST: u32 = 999_999;

/// What to do for a paper that has a number for another date of the same year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OtherDate {
    /// Ask.
    #[default]
    Refuse,
    /// It is the same letter: keep the number, enter the new date.
    Replace,
    /// It is another letter: take a new number.
    NewLetter,
}

/// A wish for numbers.
#[derive(Debug, Clone, Default)]
pub struct NumbersRequest {
    /// The template of the letters.
    pub template: String,
    /// For these subjects; empty is all that the template has papers for.
    pub subjek: Vec<String>,
    /// So many numbers without a paper, instead of those for subjects.
    pub jumlah: Option<u32>,
    /// Date of the letters, where the data leaves it open.
    pub tanggal: Option<Date>,
    /// What for; the letter's `hal` where nothing is said.
    pub untuk: Option<String>,
    /// A paper with a number for another date.
    pub other_date: OtherDate,
}

/// A number used outside the program.
#[derive(Debug, Clone)]
pub struct NumberNote {
    /// As it was printed.
    pub nomor: String,
    /// The serial number, where it cannot be told from `nomor`.
    pub urut: Option<u32>,
    /// Date of the letter.
    pub tanggal: Date,
    /// The sequence; empty for the one all letters share.
    pub deret: String,
    /// What for.
    pub untuk: Option<String>,
    /// The paper that prints it, if one does: template and subject.
    pub naskah: Option<(String, String)>,
}

/// A number given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberGiven {
    /// The entry.
    pub entry: RegisterEntry,
    /// `false` when the paper had it already.
    pub baru: bool,
}

/// What a change of the register comes to.
type Worked<T> = Option<(Vec<RegisterChange>, T)>;

/// Takes numbers. A paper that has one keeps it.
pub fn take(
    opened: &Opened,
    wish: &NumbersRequest,
    (target, patience): (&Target, Duration),
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Option<Vec<NumberGiven>> {
    let (surat, subjects) = opened.wanted(wish, problems)?;
    change(
        &opened.workspace,
        (target, patience),
        sources,
        problems,
        |register, problems| {
            let taking = Taking { workspace: &opened.workspace, surat, wish };
            taking.all(register, &subjects, problems)
        },
    )
}

/// The templates whose letters can be given a number: with a pattern that counts, and with their
/// data. By the dates of the letters (`otherwise` where the data leaves it open), so that no
/// number is dated before a smaller one; within a day by their `urut`, those that go on where
/// the others end behind them, then by name. What is dated before the letter that begins its
/// sequence goes on behind that as well: smaller numbers than the first are nobody's to give.
pub fn countable(opened: &Opened, otherwise: Option<Date>) -> Vec<String> {
    let workspace = &opened.workspace;
    let counts = |surat: &&Surat| {
        surat.nomor.as_ref().is_some_and(bahasa::NumberPattern::has_serial)
    };
    let letters = opened.workspace.surat.iter().filter(counts);
    let mut names: Vec<_> = letters
        .map(|surat| {
            let date = surat.tanggal.or(otherwise);
            let begins = date.filter(|_| surat.urut.is_none());
            let begins = begins.and_then(|date| {
                let first = beginning(workspace, surat, date.year())?;
                first.tanggal.or(otherwise)
            });
            let date = date.map(|date| begins.map_or(date, |begins| date.max(begins)));
            let first = surat.urut.unwrap_or(u32::MAX);
            (date.is_none(), date, first, surat.template.value.clone())
        })
        .filter(|(.., name)| {
            let manifest = opened.templates.manifests.get(name);
            manifest.is_some_and(|m| papers::plan::missing(opened.inputs(), m).is_empty())
        })
        .collect();
    names.sort();
    names.into_iter().map(|(.., name)| name).collect()
}

/// The letter whose `urut` begins the sequence of another in a year.
fn beginning<'a>(
    workspace: &'a Workspace,
    surat: &Surat,
    tahun: i16,
) -> Option<&'a Surat> {
    let deret = workspace.settings.deret;
    let name = deret.name(surat);
    let same = workspace.surat.iter().filter(|other| {
        let year = other.tanggal.is_none_or(|date| date.year() == tahun);
        year && other.urut.is_some() && other.nomor.is_some() && deret.name(other) == name
    });
    same.min_by_key(|other| other.urut)
}

impl Opened {
    /// The letter and the subjects of a wish; `None` for the subject is a number without paper.
    fn wanted(
        &self,
        wish: &NumbersRequest,
        problems: &mut Problems,
    ) -> Option<(&Surat, Vec<Option<String>>)> {
        let template = &wish.template;
        let name = Spanned::new(template.clone(), Span::None);
        if !self.templates.check_name(&name, problems) {
            return None;
        }
        let letter = self.workspace.surat.iter().find(|s| s.template.value == *template);
        let Some(surat) = letter.filter(|s| s.nomor.is_some()) else {
            let place = letter.map_or(Span::None, |s| s.template.span);
            problems.add(place, NumberProblem::NoPattern { template: name.value });
            return None;
        };
        if let Some(count) = wish.jumlah {
            return Some((surat, (0..count).map(|_| None).collect()));
        }
        let manifest = &self.templates.manifests[template];
        let missing = papers::plan::missing(self.inputs(), manifest);
        if !missing.is_empty() {
            let (template, needs) = (name.value, missing.join(", "));
            problems.add(Span::None, TemplateProblem::TemplateNeeds { template, needs });
            return None;
        }
        let all = subject_ids(self.inputs(), manifest);
        let mut known = true;
        for subjek in wish.subjek.iter().filter(|s| !all.contains(s)) {
            let near =
                nearest_id(subjek, all.iter().map(String::as_str)).unwrap_or_default();
            let (template, subjek) = (template.clone(), subjek.clone());
            problems.add(
                Span::None,
                NumberProblem::UnknownSubject { template, subjek, near },
            );
            known = false;
        }
        // In the order of the plan, whatever the order they were typed in.
        let wanted = |s: &String| wish.subjek.is_empty() || wish.subjek.contains(s);
        known.then(|| (surat, all.into_iter().filter(wanted).map(Some).collect()))
    }
}

/// The taking of numbers for one template.
#[derive(Clone, Copy)]
struct Taking<'a> {
    workspace: &'a Workspace,
    surat: &'a Surat,
    wish: &'a NumbersRequest,
}

impl Taking<'_> {
    fn all(
        self,
        register: &Register,
        subjects: &[Option<String>],
        problems: &mut Problems,
    ) -> Worked<Vec<NumberGiven>> {
        let tanggal = self.tanggal(problems)?;
        let mut register = register.clone();
        let (mut changes, mut given) = (Vec::new(), Vec::new());
        for subjek in subjects {
            let (entry, change) =
                self.one(&register, subjek.as_deref(), tanggal, problems)?;
            match &change {
                Some(RegisterChange::Add(_)) => register.add(entry.clone()),
                Some(RegisterChange::Redate(at, _)) => {
                    register = register.replaced(*at, Some(&entry));
                }
                Some(RegisterChange::Cancel(..)) | None => {}
            }
            given.push(NumberGiven {
                entry,
                baru: matches!(change, Some(RegisterChange::Add(_))),
            });
            changes.extend(change);
        }
        Some((changes, given))
    }

    /// The letter's date: that of the data, which no option changes, else the one typed.
    fn tanggal(self, problems: &mut Problems) -> Option<Date> {
        let template = || self.surat.template.value.clone();
        let place = self.surat.template.span;
        match (self.surat.tanggal, self.wish.tanggal) {
            (Some(data), Some(typed)) if data != typed && self.wish.jumlah.is_none() => {
                let (typed, data) = (typed.to_string(), told_date(data));
                let template = template();
                problems.add(place, NumberProblem::TwoDates { template, typed, data });
                None
            }
            (Some(date), None) | (_, Some(date)) => {
                in_century(date, place, problems).then_some(date)
            }
            (None, None) => {
                problems.add(place, NumberProblem::NoLetterDate { template: template() });
                None
            }
        }
    }

    fn one(
        self,
        register: &Register,
        subjek: Option<&str>,
        tanggal: Date,
        problems: &mut Problems,
    ) -> Option<(RegisterEntry, Option<RegisterChange>)> {
        let template = self.surat.template.value.as_str();
        if let Some(subjek) = subjek {
            if let Some(entry) = register.number_of(template, subjek, Some(tanggal)) {
                return Some((entry.clone(), None));
            }
            if let Some(at) = register.of_other_date(template, subjek, tanggal) {
                let old = &register.entries()[at];
                match self.wish.other_date {
                    OtherDate::NewLetter => {}
                    OtherDate::Replace => {
                        let nomor = self.nomor(old.urut, tanggal, problems)?;
                        let moved = RegisterEntry { nomor, tanggal, ..old.clone() };
                        free(&register.replaced(at, None), &moved, problems)?;
                        return Some((
                            moved.clone(),
                            Some(RegisterChange::Redate(at, moved)),
                        ));
                    }
                    OtherDate::Refuse => {
                        let problem = NumberProblem::NumberOtherDate {
                            paper: format!("{template}/{subjek}"),
                            nomor: old.nomor.clone(),
                            lama: told_date(old.tanggal),
                            baru: told_date(tanggal),
                        };
                        problems.add(old.span, problem);
                        return None;
                    }
                }
            }
        }
        let tahun = tanggal.year();
        let deret = self.workspace.settings.deret.name(self.surat);
        // A letter that says no number of its own goes on where its sequence stands.
        let first = beginning(self.workspace, self.surat, tahun)
            .filter(|_| self.surat.urut.is_none())
            .map_or(1, |first| register.start(first, tahun));
        let start = register.start(self.surat, tahun).max(first);
        let urut = register.next(tahun, &deret, start);
        if let Some(asked) = register.first_asked(self.surat, tahun).filter(|a| *a < urut)
        {
            let (asked, last) = (asked.to_string(), (urut - 1).to_string());
            let template = template.to_owned();
            let problem = NumberProblem::FirstPassed { template, asked, last };
            problems.add(self.surat.template.span, problem);
            return None;
        }
        if urut > HIGHEST {
            let problem = NumberProblem::SequenceFull { tahun: tahun.to_string() };
            problems.add(self.surat.template.span, problem);
            return None;
        }
        let entry = RegisterEntry {
            tahun,
            deret,
            urut,
            nomor: self.nomor(urut, tanggal, problems)?,
            template: Some(template.to_owned()),
            subjek: subjek.map(str::to_owned),
            tanggal,
            untuk: self.wish.untuk.clone().or_else(|| self.surat.hal.clone()),
            batal: None,
            span: Span::None,
        };
        free(register, &entry, problems)?;
        Some((entry.clone(), Some(RegisterChange::Add(entry))))
    }

    /// The printed number, in which nothing is left open.
    fn nomor(self, urut: u32, tanggal: Date, problems: &mut Problems) -> Option<String> {
        let surat = self.surat;
        let pola = surat.nomor.as_ref()?;
        let parts = NomorSurat {
            klas: &surat.klas,
            urut: Some(urut),
            unit: &surat.unit,
            bidang: &surat.bidang,
            tanggal: Some(tanggal),
        };
        let nomor = LetterNumber::of_pattern(pola, &parts);
        let missing = if !pola.has_serial() {
            Both::new("`{urut}` dalam pola", "`{urut}` in the pattern")
        } else if nomor.is_whole() {
            return Some(nomor.to_string());
        } else {
            Both::new("`klas`, `unit`, atau `bidang`", "`klas`, `unit` or `bidang`")
        };
        let nomor = nomor.as_str().replace(GAP, "……");
        let template = surat.template.value.clone();
        let problem = NumberProblem::NumberWithGap { template, nomor, missing };
        problems.add(surat.template.span, problem);
        None
    }
}

/// Whether a letter of this date can be in the register.
fn in_century(date: Date, place: Span, problems: &mut Problems) -> bool {
    let kept = (2000..=2100).contains(&date.year());
    if !kept {
        let (key, value) = ("tanggal".to_owned(), date.to_string());
        let range = Both::new("tahun 2000 s.d. 2100", "years from 2000 to 2100");
        problems.add(place, FileProblem::OutOfRange { key, value, range });
    }
    kept
}

/// Reports an entry whose number somebody has.
fn free(
    register: &Register,
    entry: &RegisterEntry,
    problems: &mut Problems,
) -> Option<()> {
    let same = register
        .printed(entry.tahun, &entry.number())
        .or_else(|| register.with_serial(entry.tahun, &entry.deret, entry.urut));
    let Some(same) = same else { return Some(()) };
    let whom = match (&same.template, &same.subjek, &same.untuk) {
        (Some(template), Some(subjek), _) => format!("{template}/{subjek}"),
        (_, _, Some(one)) | (Some(one), None, None) => one.clone(),
        (None, ..) => REGISTER.into(),
    };
    let day = told_date(same.tanggal);
    let oleh = |lang| format!("{} ({}, {whom})", same.nomor, day.of(lang));
    let oleh = Both::new(oleh(Lang::Id), oleh(Lang::En));
    problems
        .add(same.span, NumberProblem::NumberTaken { nomor: entry.nomor.clone(), oleh });
    None
}

/// Enters a number that was given out elsewhere.
pub fn enter(
    workspace: &Workspace,
    note: NumberNote,
    (target, patience): (&Target, Duration),
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Option<RegisterEntry> {
    let tahun = note.tanggal.year();
    if !in_century(note.tanggal, Span::None, problems) {
        return None;
    }
    let number = LetterNumber::by_hand(&note.nomor, Some(tahun));
    let Some(urut) = note.urut.or(number.serial) else {
        problems.add(Span::None, NumberProblem::NoSerial { nomor: note.nomor });
        return None;
    };
    let (template, subjek) = note.naskah.unzip();
    let entry = RegisterEntry {
        tahun,
        deret: note.deret,
        urut,
        nomor: note.nomor,
        template,
        subjek,
        tanggal: note.tanggal,
        untuk: note.untuk,
        batal: None,
        span: Span::None,
    };
    change(workspace, (target, patience), sources, problems, |register, problems| {
        free(register, &entry, problems)?;
        if let (Some(template), Some(subjek)) = (&entry.template, &entry.subjek)
            && let Some(old) = register.number_of(template, subjek, Some(entry.tanggal))
        {
            let (nomor, oleh) = (entry.nomor.clone(), Both::same(old.nomor.clone()));
            problems.add(old.span, NumberProblem::NumberTaken { nomor, oleh });
            return None;
        }
        Some((vec![RegisterChange::Add(entry.clone())], entry.clone()))
    })
}

/// Cancels a number, given whole or as its serial number.
pub fn batal(
    workspace: &Workspace,
    (nomor, tahun): (&str, Option<i16>),
    reason: &str,
    (target, patience): (&Target, Duration),
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Option<RegisterEntry> {
    change(workspace, (target, patience), sources, problems, |register, problems| {
        let at = find(register, nomor, tahun, problems)?;
        let entry = &register.entries()[at];
        if let Some(alasan) = entry.batal.clone() {
            let nomor = entry.nomor.clone();
            problems.add(entry.span, NumberProblem::AlreadyCancelled { nomor, alasan });
            return None;
        }
        let cancelled = RegisterEntry { batal: Some(reason.to_owned()), ..entry.clone() };
        Some((vec![RegisterChange::Cancel(at, reason.to_owned())], cancelled))
    })
}

fn find(
    register: &Register,
    nomor: &str,
    tahun: Option<i16>,
    problems: &mut Problems,
) -> Option<usize> {
    let in_year = |e: &RegisterEntry| tahun.is_none_or(|t| t == e.tahun);
    let by = |same: &dyn Fn(&RegisterEntry) -> bool| -> Vec<usize> {
        let all = register.entries().iter().enumerate();
        all.filter(|(_, e)| in_year(e) && same(e)).map(|(at, _)| at).collect()
    };
    let wanted = LetterNumber::by_hand(nomor, None);
    let mut found = by(&|e| e.number() == wanted);
    if let (true, Ok(urut)) = (found.is_empty(), nomor.trim().parse::<u32>()) {
        found = by(&|e| e.urut == urut);
    }
    let problem = match found.as_slice() {
        [one] => return Some(*one),
        [] => NumberProblem::UnknownNumber { nomor: nomor.to_owned() },
        many => {
            let each = many.iter().map(|at| &register.entries()[*at]);
            let each: Vec<String> =
                each.map(|e| format!("{} ({})", e.nomor, e.tahun)).collect();
            let (nomor, tahun) = (nomor.to_owned(), each.join(", "));
            NumberProblem::AmbiguousNumber { nomor, tahun }
        }
    };
    problems.add(Span::None, problem);
    None
}

/// Works a change out, and makes it while nobody else can.
fn change<T>(
    workspace: &Workspace,
    (target, patience): (&Target, Duration),
    sources: &mut SourceMap,
    problems: &mut Problems,
    work: impl Fn(&Register, &mut Problems) -> Worked<T>,
) -> Option<T> {
    let none = Register::default();
    let (changes, result) = work(workspace.register.as_ref().unwrap_or(&none), problems)?;
    if changes.is_empty() {
        return Some(result);
    }
    let mut fail = |problem| {
        problems.add(Span::None, problem);
        None::<T>
    };
    let held = match hold(target, patience) {
        Ok(held) => held,
        Err(problem) => return fail(problem),
    };
    let text = match held.text() {
        Ok(text) => text,
        Err(problem) => return fail(problem),
    };
    let register = read_register(&text, sources, problems);
    if problems.has_errors() {
        return None;
    }
    let (changes, result) = work(&register, problems)?;
    let written = edit(&text, &changes).and_then(|text| {
        // Nothing is written that the next run would refuse.
        let mut found = Problems::default();
        read_register(&text, &mut SourceMap::default(), &mut found);
        if found.has_errors() {
            let detail = format!("{REGISTER}: {:?}", found.sorted());
            return Err(InternalProblem::Internal { detail }.into());
        }
        held.write(&text)
    });
    if let Err(problem) = written {
        problems.add(Span::None, problem);
        return None;
    }
    Some(result)
}

/// What listing, entering and cancelling read: mistakes of other files do not stop them.
pub fn open_register(
    folder: impl Into<Folder>,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Option<Workspace> {
    let needed = ["naskah.toml", "data/surat.toml", &REGISTER];
    // The workbook itself, and its sheets that say the same.
    let sheet = |name: &str| {
        let rest = BOOKS.iter().find_map(|book| name.strip_prefix(book.as_str()));
        rest.is_some_and(|rest| ["", "!Daerah", "!Surat"].contains(&rest))
    };
    let mut found = Problems::default();
    let workspace = workspace::load(folder, sources, &mut found);
    found.retain(|d| {
        d.span.file().and_then(|file| sources.get(file)).is_none_or(|source| {
            needed.contains(&source.name.as_str()) || sheet(&source.name)
        })
    });
    problems.extend(found);
    workspace.filter(|_| !problems.has_errors())
}
