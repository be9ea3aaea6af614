//! Every id that is used is defined somewhere.

use crate::problem::{
    FileProblem, PeopleProblem, ReferenceProblem, SheetProblem, WorkbookProblem,
};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use super::short_names::ShortNames;
use crate::head::normal;
use crate::workspace::Workspace;
use base::diag::{Both, Problems, begun, nearest_id};
use base::source::{SourceMap, Span, Spanned};
use field::domain::{Opd, Orang, Pejabat, Periode};
use field::spm::Catalog;
use field::spm::temuan::TemuanScope;

/// A kind of things with ids.
struct KnownIds<'a> {
    kind: (&'static str, &'static str),
    file: (&'static str, &'static str),
    ids: Vec<&'a str>,
    /// What else they are called, each with its id: names typed for an id.
    names: Vec<(String, &'a str)>,
    /// How officials are called in short.
    short: ShortNames<'a>,
    /// Whether the ids are words of ours, of which the beginning is enough.
    closed: bool,
    /// What the file of these was not read to its end for: ids that it may well define.
    written: Option<&'a str>,
    /// Those of the ids that cannot be used, each with the id by which it is referred to, which
    /// is then no mistake of its own.
    unusable: RefCell<BTreeMap<&'a str, Option<String>>>,
    /// Where each of the ids is defined, for the first of each.
    places: BTreeMap<&'a str, Span>,
    /// The ids that are referred to, with the places.
    asked: RefCell<BTreeMap<String, Vec<Span>>>,
}

impl KnownIds<'_> {
    fn check(&self, id: &Spanned<String>, problems: &mut Problems) {
        self.asked.borrow_mut().entry(id.value.clone()).or_default().push(id.span);
        let known = id.value.is_empty() || self.ids.contains(&id.value.as_str());
        if known || self.written.is_some_and(|text| may_define(text, &id.value)) {
            return;
        }
        let mut unusable = self.unusable.borrow_mut();
        let short = |(own, _): &(&&str, &mut Option<String>)| is_short(&id.value, own);
        if let Some((_, called)) = unusable.iter_mut().find(short) {
            called.get_or_insert_with(|| id.value.clone());
            return;
        }
        let what =
            (Both::new(self.kind.0, self.kind.1), Both::new(self.file.0, self.file.1));
        let meant = self.meant(&id.value).unwrap_or_default();
        let problem = ReferenceProblem::unknown_of(what, &id.value, &self.ids, &meant);
        problems.add(id.span, problem);
    }

    /// Of an id that nothing refers to, while several places refer to one that nobody has and that
    /// it is a slip of, tells the definition and not the places: one cause is one message.
    fn tell_definitions(&self, problems: &mut Problems) {
        let asked = self.asked.borrow();
        for (wanted, spans) in asked.iter().filter(|(_, spans)| spans.len() >= SEVERAL) {
            let free = self.ids.iter().copied().filter(|id| !asked.contains_key(*id));
            let place = |id: &String| self.places.get(id.as_str()).copied();
            if self.ids.contains(&wanted.as_str()) {
                continue;
            }
            let Some(id) = nearest_id(wanted, free) else { continue };
            let Some(place) = place(&id).filter(|place| *place != Span::None) else {
                continue;
            };
            let told = problems.iter().count();
            problems.retain(|d| {
                let unknown = |p: &ReferenceProblem| {
                    matches!(p, ReferenceProblem::UnknownId { id, .. } if id == wanted)
                };
                !(spans.contains(&d.span) && d.problem.is_a(unknown))
            });
            if problems.iter().count() < told {
                let kind = Both::new(self.kind.0, self.kind.1);
                let (wanted, count) = (wanted.clone(), spans.len());
                let problem = ReferenceProblem::MisspeltId { kind, id, wanted, count };
                problems.add(place, problem);
            }
        }
    }

    /// The id of what is called so, if only one is; of a closed list the word begun so.
    fn meant(&self, written: &str) -> Option<String> {
        if self.closed {
            return begun(written, self.ids.iter().copied());
        }
        let called = normal(written);
        let mut named = self.names.iter().filter(|(name, _)| normal(name) == called);
        let id = match named.next() {
            Some((_, id)) => named.all(|(_, other)| other == id).then_some(*id),
            None => self.short.meant(written),
        };
        // An id that two of them have says of neither which one is meant.
        let once = |id: &&str| self.ids.iter().filter(|known| *known == id).count() == 1;
        id.filter(once).map(str::to_owned)
    }
}

/// So many places that agree are no slip.
const SEVERAL: usize = 2;

/// Whether an id stands for a name: `dinsos` for "Dinas Sosial", `bpbd` for "@bpbd".
fn is_short(id: &str, name: &str) -> bool {
    let name = name.to_lowercase();
    let name = name.trim_start_matches(|c: char| !c.is_alphanumeric());
    let mut letters = name.chars();
    let begins = id.chars().next() == name.chars().next();
    begins && id.chars().filter(|c| *c != '-').all(|c| letters.any(|other| other == c))
}

/// The ids of a list that cannot be used.
fn unusable<'a>(
    ids: &[&'a str],
    problems: &Problems,
) -> RefCell<BTreeMap<&'a str, Option<String>>> {
    let bad: BTreeSet<&str> = problems
        .iter()
        .filter_map(|d| match d.problem.as_a() {
            Some(ReferenceProblem::BadId { id, .. }) => Some(id.as_str()),
            _ => None,
        })
        .collect();
    let ids = ids.iter().filter(|id| bad.contains(**id));
    RefCell::new(ids.map(|id| (*id, None)).collect())
}

/// Where ids are defined, the first of each.
fn places<'a>(ids: impl Iterator<Item = &'a Spanned<String>>) -> BTreeMap<&'a str, Span> {
    let mut places = BTreeMap::new();
    for id in ids {
        places.entry(id.value.as_str()).or_insert(id.span);
    }
    places
}

/// Proposes, for an id that cannot be used, the one by which it is referred to.
fn propose(called: &BTreeMap<&str, Option<String>>, problems: &mut Problems) {
    problems.retain(|d| {
        if let Some(ReferenceProblem::BadId { id, .. }) = d.problem.as_a()
            && let Some(Some(proposed)) = called.get(id.as_str())
        {
            let (id, proposed) = (id.clone(), proposed.clone());
            d.problem = ReferenceProblem::BadId { id, proposed }.into();
        }
        true
    });
}

/// What an OPD may be called instead of by its id.
fn names_of_opd(opd: &Opd) -> [(String, &str); 2] {
    [&opd.nama, &opd.singkatan].map(|name| (name.clone(), opd.id.value.as_str()))
}

/// What speakers may be called instead of by their ids.
fn speakers_names(all: &[Orang]) -> impl Iterator<Item = (String, &str)> {
    let known = all
        .iter()
        .filter_map(|one| Some((one.id.as_ref()?.value.as_str(), one.nama.as_ref()?)));
    known.flat_map(|(id, name)| {
        [name.without_gelar().to_owned(), name.to_string()].map(|name| (name, id))
    })
}

/// Officials that are named elsewhere than in the data and that it does not have, as far as its
/// own problems let that be said.
pub fn officials(
    workspace: &Workspace,
    named: &[Spanned<String>],
    (sources, told): (&SourceMap, &Problems),
) -> Problems {
    let known = known_officials(workspace, sources, told);
    let mut found = Problems::default();
    for id in named {
        known.check(id, &mut found);
    }
    found
}

fn known_officials<'a>(
    workspace: &'a Workspace,
    sources: &'a SourceMap,
    problems: &Problems,
) -> KnownIds<'a> {
    let ids: Vec<&str> = workspace.pejabat.iter().map(|p| p.id.value.as_str()).collect();
    let names = workspace.pejabat.iter().flat_map(|p| {
        let bare = p.nama.without_gelar().to_owned();
        let all = [bare, p.nama.to_string(), p.jabatan.clone()];
        all.map(|name| (name, p.id.value.as_str()))
    });
    KnownIds {
        kind: ("pejabat", "official"),
        file: ("data/pejabat.toml", "data/pejabat.toml"),
        names: names.collect(),
        short: ShortNames::new(&workspace.pejabat),
        closed: false,
        unusable: unusable(&ids, problems),
        ids,
        written: broken(problems, sources, "data/pejabat.", "Pejabat"),
        places: places(workspace.pejabat.iter().map(|p| &p.id)),
        asked: RefCell::default(),
    }
}

pub(super) fn check(
    workspace: &Workspace,
    catalog: &Catalog,
    sources: &SourceMap,
    problems: &mut Problems,
) {
    let pejabat = known_officials(workspace, sources, problems);
    let ids: Vec<&str> = workspace.opd.iter().map(|o| o.id.value.as_str()).collect();
    let opd = KnownIds {
        kind: ("OPD", "OPD"),
        file: ("data/opd.toml", "data/opd.toml"),
        names: workspace.opd.iter().flat_map(names_of_opd).collect(),
        short: ShortNames::default(),
        closed: false,
        unusable: unusable(&ids, problems),
        ids,
        written: broken(problems, sources, "data/opd.", "OPD"),
        places: places(workspace.opd.iter().map(|o| &o.id)),
        asked: RefCell::default(),
    };
    let urusan = KnownIds {
        kind: ("urusan", "urusan"),
        file: ("katalog", "the catalog"),
        ids: catalog.all_urusan().iter().map(|u| u.kode.as_str()).collect(),
        names: Vec::new(),
        short: ShortNames::default(),
        closed: true,
        written: None,
        unusable: RefCell::default(),
        places: BTreeMap::new(),
        asked: RefCell::default(),
    };
    for one in &workspace.opd {
        one.kepala.iter().for_each(|id| pejabat.check(id, problems));
        one.urusan.iter().for_each(|id| urusan.check(id, problems));
    }
    for indeks in &workspace.indeks_lain {
        let id = |id: &String| Spanned::new(id.clone(), indeks.span);
        indeks.urusan.as_ref().map(id).iter().for_each(|id| urusan.check(id, problems));
    }
    for letter in &workspace.surat {
        let signers = letter.penanda_tangan.iter().chain(&letter.penanda_tangan_lain);
        signers.for_each(|id| pejabat.check(id, problems));
    }
    rakor(workspace, &opd, catalog, sources, problems);
    for agreed in workspace.hasil.iter().flat_map(|h| &h.kesepakatan) {
        agreed.opd.iter().for_each(|id| opd.check(id, problems));
    }
    for before in workspace.rakor.iter().flat_map(|r| &r.tindak_lanjut) {
        before.opd.iter().for_each(|id| opd.check(id, problems));
    }
    workspace.reporters.iter().for_each(|id| opd.check(id, problems));
    for told in workspace.dilaporkan.values().flatten() {
        match &told.value.lingkup {
            TemuanScope::Daerah => {}
            TemuanScope::Urusan(id) => {
                urusan.check(&Spanned::new(id.clone(), told.span), problems);
            }
            TemuanScope::Opd(id) => {
                opd.check(&Spanned::new(id.clone(), told.span), problems);
            }
        }
    }
    for known in [&pejabat, &opd] {
        known.tell_definitions(problems);
    }
    for called in [pejabat.unusable, opd.unusable] {
        propose(&called.into_inner(), problems);
    }
    capaian(workspace, catalog, sources, problems);
    called(workspace, catalog, problems);
    shared_nip(workspace, sources, problems);
}

/// The text of a file, by how its path begins, that could not be read to its end; empty where
/// even its text is unknown, or where the list is a sheet of the workbook.
fn broken<'a>(
    problems: &Problems,
    sources: &'a SourceMap,
    start: &str,
    sheet: &str,
) -> Option<&'a str> {
    let mut unread = problems.iter().filter(|d| {
        d.problem.is_a(|p| {
            matches!(
                p,
                FileProblem::TomlSyntax { .. }
                    | FileProblem::NotUtf8 { .. }
                    | FileProblem::CannotRead { .. }
            )
        }) || d.problem.is_a(|p| {
            matches!(
                p,
                SheetProblem::NoHeader { .. }
                    | SheetProblem::HeadDisplaced { .. }
                    | SheetProblem::RowsBelowGap { .. }
                    | SheetProblem::NoSheet { .. }
                    | SheetProblem::MissingColumn { .. }
            )
        })
    });
    unread.find_map(|d| {
        let of_folder = d.problem.is_a(|p| match p {
            FileProblem::CannotRead { name, .. } => {
                let below = start.strip_prefix(name.as_str());
                below.is_some_and(|rest| rest.starts_with('/'))
            }
            _ => false,
        });
        if of_folder {
            return Some("");
        }
        let source = sources.get(d.span.file()?)?;
        let of_book = source.name.rsplit_once('!').is_some_and(|(_, own)| own == sheet);
        let own = of_book || source.name.starts_with(start);
        // A list without its head defines ids that cannot be told from its text.
        let listed = !d.problem.is_a(|_: &FileProblem| true);
        own.then_some(if listed { "" } else { &*source.text })
    })
}

/// Whether a text that was not read to its end may define an id: one of its lines says so,
/// however broken it is. Of a text that is not there nothing is known.
fn may_define(text: &str, id: &str) -> bool {
    text.is_empty()
        || text.split("id").skip(1).any(|rest| {
            let value = rest.trim_start().strip_prefix('=').unwrap_or_default();
            let value = value.trim_start().trim_start_matches(['"', '\'', '“', '”']);
            value.strip_prefix(id).is_some_and(|rest| {
                !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-' || c == '_')
            })
        })
}

fn rakor(
    workspace: &Workspace,
    opd: &KnownIds<'_>,
    catalog: &Catalog,
    sources: &SourceMap,
    problems: &mut Problems,
) {
    let Some(rakor) = &workspace.rakor else { return };
    let speakers = KnownIds {
        kind: ("narasumber", "speaker"),
        file: ("[[narasumber]]", "[[narasumber]]"),
        ids: rakor
            .narasumber
            .iter()
            .filter_map(|n| n.id.as_ref().map(|i| i.value.as_str()))
            .collect(),
        names: speakers_names(&rakor.narasumber).collect(),
        short: ShortNames::default(),
        closed: false,
        written: broken(problems, sources, "data/rakor.", "Narasumber"),
        unusable: RefCell::default(),
        places: places(rakor.narasumber.iter().filter_map(|n| n.id.as_ref())),
        asked: RefCell::default(),
    };
    for acara in rakor.sesi.iter().flat_map(|s| &s.acara) {
        acara.narasumber.iter().for_each(|id| speakers.check(id, problems));
    }
    speakers.tell_definitions(problems);
    let laws = KnownIds {
        kind: ("dasar hukum", "law"),
        file: ("katalog", "the catalog"),
        ids: catalog.all_dasar_hukum().iter().map(|l| l.id.as_str()).collect(),
        names: Vec::new(),
        short: ShortNames::default(),
        closed: false,
        written: None,
        unusable: RefCell::default(),
        places: BTreeMap::new(),
        asked: RefCell::default(),
    };
    rakor.dasar_hukum.iter().for_each(|id| laws.check(id, problems));
    for unit in &rakor.undangan {
        unit.opd.iter().for_each(|id| opd.check(id, problems));
    }
}

fn capaian(
    workspace: &Workspace,
    catalog: &Catalog,
    sources: &SourceMap,
    problems: &mut Problems,
) {
    let level = super::level(workspace.settings.daerah.jenis);
    let codes: Vec<&str> =
        catalog.all_layanan(level).iter().map(|l| l.kode.as_str()).collect();
    let unknown = |kode: &str| {
        let near = nearest_id(kode, codes.iter().copied()).unwrap_or_default();
        ReferenceProblem::UnknownLayanan { kode: kode.to_owned(), near }
    };
    for kode in &workspace.unplaced {
        if !kode.value.is_empty() && !codes.contains(&kode.value.as_str()) {
            problems.add(kode.span, unknown(&kode.value));
        }
    }
    let mut mistyped: BTreeSet<Periode> = BTreeSet::new();
    for (periode, services) in &workspace.capaian {
        let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
        for service in services {
            let kode = service.kode.as_str();
            // A code that is missing was told where it is read.
            if kode.is_empty() {
                continue;
            }
            if !codes.contains(&kode) {
                mistyped.insert(*periode);
                problems.add(service.span, unknown(kode));
            } else if let Some(first) = seen.insert(kode, service.span) {
                let first = sources.place(first);
                let kode = kode.to_owned();
                problems.add(
                    service.span,
                    ReferenceProblem::DuplicateLayanan { kode, first },
                );
            }
        }
    }
    items_follow(&codes, &mistyped, problems);
}

/// Takes away what was told of items whose service may well be the one with the mistyped code: one
/// cause is one message.
fn items_follow(codes: &[&str], mistyped: &BTreeSet<Periode>, problems: &mut Problems) {
    let of_book = |value: &str| {
        let mut parts = value.rsplit(", ");
        let (code, quarter, year) = (parts.next()?, parts.next()?, parts.next()?);
        let periode =
            Periode { tahun: year.parse().ok()?, triwulan: quarter.parse().ok()? };
        Some(codes.contains(&code) && mistyped.contains(&periode))
    };
    problems.retain(|d| {
        let row = d.problem.is_a(|p| match p {
            WorkbookProblem::NoSuchRow { value, by, .. } => {
                by.ends_with("kode") && of_book(value).unwrap_or_default()
            }
            _ => false,
        });
        let item = d.problem.is_a(|p| match p {
            SheetProblem::MutuWithoutService { kode, .. } => {
                !mistyped.is_empty() && codes.contains(&kode.as_str())
            }
            _ => false,
        });
        !(row || item)
    });
}

/// Rows of sheets whose code is one service and whose name another.
fn called(workspace: &Workspace, catalog: &Catalog, problems: &mut Problems) {
    let level = super::level(workspace.settings.daerah.jenis);
    for (code, name) in &workspace.called {
        let by_code = catalog.all_layanan(level).iter().find(|l| l.kode == *code);
        let by_name = catalog.find_layanan(level, name);
        let other = by_code.zip(by_name).filter(|(one, two)| one.kode != two.kode);
        if let Some((one, two)) = other {
            let problem = ReferenceProblem::CodeAndName {
                kode: code.clone(),
                by_code: one.nama.clone(),
                by_name: format!("{} {}", two.kode, two.nama),
            };
            problems.add(name.span, problem);
        }
    }
}

/// Two rows of one person, who also holds another office, share a NIP by right.
fn shared_nip(workspace: &Workspace, sources: &SourceMap, problems: &mut Problems) {
    let mut seen: BTreeMap<&str, (&Pejabat, Span)> = BTreeMap::new();
    for official in &workspace.pejabat {
        let Some(nip) = &official.nip else { continue };
        let written = official.written.field("nip").span();
        let earlier = seen.insert(nip.digits(), (official, written));
        let other = earlier.filter(|(other, _)| {
            other.nama.without_gelar() != official.nama.without_gelar()
        });
        if let Some((other, first)) = other {
            let (nip, other) = (nip.grouped(), other.id.value.clone());
            let first = sources.place(first);
            problems.add(written, PeopleProblem::SharedNip { nip, other, first });
        }
    }
}
