//! Several files as one import.

use crate::problem::ImportProblem;
use std::collections::{BTreeMap, BTreeSet};

use super::{Import, ImportedLayanan};
use crate::head::normal;
use crate::tables::Datum;
use crate::tables::capaian::{LAYANAN, MUTU};
use base::diag::Problems;
use base::source::{SourceMap, Span};

/// A field of one service, or of one of its quality items.
type FieldKey = (String, Option<String>, &'static str);

/// Puts the imports of one quarter together. Two that say different things of one field are
/// a problem, and neither is taken: the names of those files come back beside what is left.
pub fn unite(
    all: Vec<Import>,
    sources: &SourceMap,
    problems: &mut Problems,
) -> (Option<Import>, Vec<String>) {
    let mut already: BTreeMap<FieldKey, (usize, Datum, Span)> = BTreeMap::new();
    let mut rejected = BTreeSet::new();
    for (nomor, import) in all.iter().enumerate() {
        for (name_key, new, span) in content(import) {
            let Some((earlier, there, di)) = already.get(&name_key) else {
                already.insert(name_key, (nomor, new, span));
                continue;
            };
            if *there != new {
                rejected.extend([*earlier, nomor]);
                let (kode, butir, key) = &name_key;
                let butir = butir.as_ref().map_or_else(String::new, |b| format!(" {b}"));
                let problem = ImportProblem::ImportConflict {
                    isian: format!("{kode}{butir} {key}"),
                    value: new.to_string(),
                    other: there.to_string(),
                    tempat: sources.place(*di),
                };
                problems.add(span, problem);
            }
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

fn content(import: &Import) -> Vec<(FieldKey, Datum, Span)> {
    let mut all = Vec::new();
    for l in &import.layanan {
        for (spec, _) in LAYANAN.slots() {
            if let Some(n) = l.content.get(spec.key) {
                let name_key = (l.kode.value.clone(), None, spec.key);
                all.push((name_key, n.value.clone(), n.span));
            }
        }
        for m in &l.mutu {
            for (spec, _) in MUTU.slots() {
                if let Some(n) = m.content.get(spec.key) {
                    let butir = Some(normal(&m.nama.value));
                    let name_key = (l.kode.value.clone(), butir, spec.key);
                    all.push((name_key, n.value.clone(), n.span));
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
