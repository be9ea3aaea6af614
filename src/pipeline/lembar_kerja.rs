//! Worksheets: one XLSX for each OPD that carries services.

use data::problem::{FileProblem, WorksheetProblem};
use std::collections::BTreeMap;

use serde::Serialize;

use super::Opened;
use crate::output::Target;
use base::diag::{AnyProblem, Problems, Span};
use field::domain::Periode;

/// What is asked for.
#[derive(Debug, Clone, Default)]
pub struct Permintaan {
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
#[serde(rename_all = "lowercase")]
pub enum Dibuat {
    /// It is new.
    Baru,
    /// It replaced one that held something else.
    Menimpa,
    /// It was there, and just so.
    Tetap,
}

/// A worksheet that is now in the output folder.
#[derive(Debug, Clone, Serialize)]
pub struct Susunan {
    /// The file's name.
    pub nama: String,
    /// What became of it.
    pub dibuat: Dibuat,
    /// How many services it asks about.
    pub layanan: usize,
    /// How many rows of mutu items it has.
    pub butir: usize,
}

/// Writes the worksheets. One that is there already and differs is left alone and told, unless
/// `force` is set.
pub fn lembar_kerja(
    opened: &Opened,
    permintaan: &Permintaan,
    problems: &mut Problems,
) -> Vec<Susunan> {
    let workspace = &opened.workspace;
    opened.check_opd(&permintaan.opd, problems);
    let Some(periode) = permintaan.periode.or(workspace.settings.periode) else {
        let (key, table) = ("[periode]".to_owned(), "naskah.toml".to_owned());
        problems.add(Span::None, FileProblem::MissingKey { key, table });
        return Vec::new();
    };
    if !problems.has_errors()
        && let Err(problem) = permintaan.out.check()
    {
        problems.add(Span::None, problem);
    }
    if problems.has_errors() {
        return Vec::new();
    }
    let tingkat = data::check::level(workspace.settings.daerah.jenis);
    let tahun = u16::try_from(periode.tahun).unwrap_or_default();
    let batas = opened.catalog.batas(tahun, periode.triwulan);
    let mut semua =
        data::worksheet::questions(workspace, &opened.catalog, tingkat, periode);
    let diminta = |id: &String| permintaan.opd.is_empty() || permintaan.opd.contains(id);
    semua.retain(|satu| diminta(&satu.opd.id.value));
    tell_shared(&semua, problems);
    let mut susunan = Vec::new();
    for satu in semua {
        let id = &satu.opd.id;
        if satu.layanan.is_empty() {
            problems.add(
                id.span,
                WorksheetProblem::OpdWithoutServices { opd: id.value.clone() },
            );
            continue;
        }
        let nama = format!("{periode}-{}.xlsx", id.value);
        let hasil = data::worksheet::write(&satu, &workspace.settings, batas)
            .and_then(|bytes| put(&permintaan.out, &nama, &bytes, permintaan.force));
        match hasil {
            Ok(dibuat) => susunan.push(Susunan {
                nama,
                dibuat,
                layanan: satu.layanan.len(),
                butir: satu.layanan.iter().map(|l| l.mutu.len()).sum(),
            }),
            Err(problem) => problems.add(Span::None, problem),
        }
    }
    susunan
}

/// Which services several OPDs are asked about, once for each set of OPDs.
fn tell_shared(semua: &[data::worksheet::Questions<'_>], problems: &mut Problems) {
    let mut by_code: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for satu in semua {
        for kode in &satu.shared {
            by_code.entry(kode).or_default().push(&satu.opd.id.value);
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
    name: &str,
    bytes: &[u8],
    force: bool,
) -> Result<Dibuat, AnyProblem> {
    let dibuat = match out.read(name) {
        Ok(there) if there == bytes => return Ok(Dibuat::Tetap),
        Ok(_) if force => Dibuat::Menimpa,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Dibuat::Baru,
        _ => {
            return Err(WorksheetProblem::WorksheetThere { name: out.shown(name) }.into());
        }
    };
    out.put(name, bytes).map(|()| dibuat)
}
