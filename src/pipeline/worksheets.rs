//! Worksheets: one XLSX for each OPD that carries services.

use data::files::FilePath;
use data::problem::{FileProblem, WorksheetProblem};
use std::collections::BTreeMap;

use serde::Serialize;

use super::Opened;
use crate::output::Target;
use base::diag::{AnyProblem, Problems, Span};
use field::domain::Periode;

/// What is asked for.
#[derive(Debug, Clone, Default)]
pub struct WorksheetsRequest {
    /// The quarter; the one of `naskah.toml` when absent.
    pub periode: Option<Periode>,
    /// Only these OPDs; all when empty.
    pub opd: Vec<String>,
    /// The output folder.
    pub out: Target,
    /// Overwrite what is there.
    pub force: bool,
}

/// What became of one worksheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Made {
    /// It is new.
    #[serde(rename = "baru")]
    New,
    /// It replaced one that held something else.
    #[serde(rename = "menimpa")]
    Replaced,
    /// It was there, and just so.
    #[serde(rename = "tetap")]
    Kept,
}

/// A worksheet that is now in the output folder.
#[derive(Debug, Clone, Serialize)]
pub struct WorksheetMade {
    /// The file's name.
    pub nama: String,
    /// What became of it.
    #[serde(rename = "dibuat")]
    pub outcome: Made,
    /// How many services it asks about.
    pub layanan: usize,
    /// How many rows of mutu items it has.
    pub butir: usize,
}

/// Writes the worksheets. One that is there already and differs is left alone and told, unless
/// `force` is set.
pub fn worksheets(
    opened: &Opened,
    request: &WorksheetsRequest,
    problems: &mut Problems,
) -> Vec<WorksheetMade> {
    let workspace = &opened.workspace;
    opened.check_opd(&request.opd, problems);
    let Some(periode) = request.periode.or(workspace.settings.periode) else {
        let (key, table) = ("[periode]".to_owned(), "naskah.toml".to_owned());
        problems.add(Span::None, FileProblem::MissingKey { key, table });
        return Vec::new();
    };
    if !problems.has_errors()
        && let Err(problem) = request.out.check()
    {
        problems.add(Span::None, problem);
    }
    if problems.has_errors() {
        return Vec::new();
    }
    let tingkat = data::check::level(workspace.settings.daerah.jenis);
    let tahun = u16::try_from(periode.tahun).unwrap_or_default();
    let batas = opened.catalog.batas(tahun, periode.triwulan);
    let mut all =
        data::worksheet::questions(workspace, &opened.catalog, tingkat, periode);
    let asked = |id: &String| request.opd.is_empty() || request.opd.contains(id);
    all.retain(|one| asked(&one.opd.id.value));
    tell_shared(&all, problems);
    request.out.sweep(&FilePath::HERE);
    let mut made = Vec::new();
    for one in all {
        let id = &one.opd.id;
        if one.layanan.is_empty() {
            problems.add(
                id.span,
                WorksheetProblem::OpdWithoutServices { opd: id.value.clone() },
            );
            continue;
        }
        let nama = format!("{periode}-{}.xlsx", id.value);
        let result =
            data::worksheet::write(&one, &workspace.settings, batas).and_then(|bytes| {
                put(&request.out, &FilePath::from(&nama), &bytes, request.force)
            });
        match result {
            Ok(outcome) => made.push(WorksheetMade {
                nama,
                outcome,
                layanan: one.layanan.len(),
                butir: one.layanan.iter().map(|l| l.mutu.len()).sum(),
            }),
            Err(problem) => problems.add(Span::None, problem),
        }
    }
    made
}

/// Which services several OPDs are asked about, once for each set of OPDs.
fn tell_shared(all: &[data::worksheet::Questions<'_>], problems: &mut Problems) {
    let mut by_code: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for one in all {
        for kode in &one.shared {
            by_code.entry(kode).or_default().push(&one.opd.id.value);
        }
    }
    let mut by_opd: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (kode, opd) in by_code.into_iter().filter(|(_, opd)| opd.len() > 1) {
        by_opd.entry(opd.join(", ")).or_default().push(kode);
    }
    for (opd, kode) in by_opd {
        let kode = kode.join(", ");
        problems.add(Span::None, WorksheetProblem::SharedServices { opd, kode });
    }
}

fn put(
    out: &Target,
    name: &FilePath,
    bytes: &[u8],
    force: bool,
) -> Result<Made, AnyProblem> {
    let outcome = match out.read(name) {
        Ok(there) if there == bytes => return Ok(Made::Kept),
        Ok(_) if force => Made::Replaced,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Made::New,
        _ => {
            return Err(WorksheetProblem::WorksheetThere { name: out.shown(name) }.into());
        }
    };
    out.put(name, bytes).map(|()| outcome)
}
