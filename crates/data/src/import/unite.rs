//! Several files as one import.

use crate::problem::ImportProblem;
use std::collections::{BTreeMap, BTreeSet};

use super::{Import, ImportedLayanan};
use crate::head::normal;
use crate::tables::capaian::{LAYANAN, MUTU};
use crate::tables::{Datum, Key};
use base::diag::Problems;
use base::source::{SourceMap, Span};

/// A field of one service, or of one of its quality items.
type FieldKey<'a> = (&'a str, Option<String>, Key);

/// Two files by their numbers, the earlier first.
type FilePair = (usize, usize);

/// What two files say differently.
#[derive(Default)]
struct Contradiction {
    /// Services that both take for their OPD's own: the two OPDs, the codes, where the other is.
    shared: Option<(String, String, Vec<String>, Span)>,
    /// Fields, each with both values and places.
    fields: Vec<String>,
    /// Where the later file says it first.
    span: Span,
}

/// Puts the imports of one quarter together. Two that say different things of one field are
/// a problem, and neither is taken: the names of those files come back beside what is left.
pub fn unite(
    all: Vec<Import>,
    sources: &SourceMap,
    problems: &mut Problems,
) -> (Option<Import>, Vec<String>) {
    let found = contradictions(&all, sources);
    let mut rejected = BTreeSet::new();
    for ((one, other), found) in found {
        rejected.extend([one, other]);
        let name = |at: usize| all.get(at).map(|i| i.file.clone()).unwrap_or_default();
        if let Some((one, other, codes, there)) = found.shared {
            let (kode, tempat) = (codes.join(", "), sources.place(there));
            let problem = ImportProblem::FilledByTwo { kode, one, other, tempat };
            problems.add(found.span, problem);
        } else {
            let (one, other) = (name(one), name(other));
            let fields = found.fields;
            let problem = ImportProblem::ImportConflict { one, other, fields };
            problems.add(found.span, problem);
        }
    }
    let mut result: Option<Import> = None;
    let mut nama = Vec::new();
    for (nomor, import) in all.into_iter().enumerate() {
        if rejected.contains(&nomor) {
            nama.push(import.file);
            continue;
        }
        match &mut result {
            None => result = Some(import),
            Some(result) => append(result, import),
        }
    }
    (result, nama)
}

/// What each two files say differently, gathered: one cause is one message.
fn contradictions(
    all: &[Import],
    sources: &SourceMap,
) -> BTreeMap<FilePair, Contradiction> {
    let mut already: BTreeMap<FieldKey<'_>, (usize, &Datum, Span)> = BTreeMap::new();
    let mut found: BTreeMap<FilePair, Contradiction> = BTreeMap::new();
    for (number, import) in all.iter().enumerate() {
        for (field, new, span) in content(import) {
            let Some((earlier, there, before)) = already.get(&field) else {
                already.insert(field, (number, new, span));
                continue;
            };
            if there == &new {
                continue;
            }
            let one = found.entry((*earlier, number)).or_default();
            if one.span == Span::None {
                one.span = span;
            }
            let (kode, butir, key) = &field;
            if *key == "opd" {
                let first = || (there.to_string(), new.to_string(), Vec::new(), *before);
                one.shared.get_or_insert_with(first).2.push((*kode).to_owned());
            } else {
                let butir = butir.as_ref().map_or_else(String::new, |b| format!(" {b}"));
                let (before, here) = (sources.place(*before), sources.place(span));
                one.fields.push(format!(
                    "{kode}{butir} `{key}`: {there} ({before}), {new} ({here})"
                ));
            }
        }
    }
    found
}

fn content(import: &Import) -> Vec<(FieldKey<'_>, &Datum, Span)> {
    let mut all = Vec::new();
    for l in &import.layanan {
        for (spec, _) in LAYANAN.slots() {
            if let Some(n) = l.content.get(spec.key) {
                all.push(((l.kode.value.as_str(), None, spec.key), &n.value, n.span));
            }
        }
        for m in &l.mutu {
            for (spec, _) in MUTU.slots() {
                if let Some(n) = m.content.get(spec.key) {
                    let butir = Some(normal(&m.nama.value));
                    let name_key = (l.kode.value.as_str(), butir, spec.key);
                    all.push((name_key, &n.value, n.span));
                }
            }
        }
    }
    all
}

fn append(result: &mut Import, import: Import) {
    result.file = format!("{}, {}", result.file, import.file);
    result.skipped.extend(import.skipped);
    for l in import.layanan {
        match result.layanan.iter_mut().find(|h| h.kode.value == l.kode.value) {
            None => result.layanan.push(l),
            Some(h) => complete_from(h, l),
        }
    }
}

fn complete_from(h: &mut ImportedLayanan, l: ImportedLayanan) {
    h.content.complete(l.content);
    for m in l.mutu {
        match h
            .mutu
            .iter_mut()
            .find(|there| normal(&there.nama.value) == normal(&m.nama.value))
        {
            None => h.mutu.push(m),
            Some(there) => there.content.complete(m.content),
        }
    }
}
