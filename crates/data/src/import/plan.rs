//! Which files of a workspace an import changes, and to what.

use crate::files::FilePath;
use crate::head::normal;
use crate::tables::capaian::{LAYANAN, MUTU};
use crate::tables::{Declared, Key, Spec};
use std::collections::BTreeMap;

use super::{FieldChange, Import, ImportedLayanan, compare, merge, owner};
use crate::check::displaced;
use crate::check::plausible::{Compared, ToldFigures, doubts};
use crate::problem::{FileProblem, ImportProblem};
use crate::workspace::{Workspace, capaian_text};
use bahasa::format_decimal_short;
use base::diag::{Both, Problems, Severity};
use base::source::{SourceMap, Span, Spanned};
use base::written::Written;
use field::spm::{Catalog, LayananCapaian, Reported};
use num_traits::Zero;

/// A file that is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedFile {
    /// Its path in the workspace, with `/`.
    pub nama: FilePath,
    /// What it holds now; `None` when it is new.
    pub old: Option<String>,
    /// What it will hold.
    pub text: String,
}

/// What an import would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// What is imported, with the OPD of each new service.
    pub import: Import,
    /// Every field that changes.
    pub changes: Vec<FieldChange>,
    /// The OPD of each service that is imported.
    pub owners: BTreeMap<String, String>,
    /// The files to write, by name.
    pub files: Vec<PlannedFile>,
}

/// Plans an import into a workspace. `opd` is the OPD the user named. With errors among the
/// problems nothing should be written; `None` when there is no plan at all.
pub fn plan_import(
    workspace: &Workspace,
    catalog: &Catalog,
    mut import: Import,
    opd: Option<&str>,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Option<Plan> {
    let sort_key = |kode: &str| {
        let tingkat = crate::check::level(workspace.settings.daerah.jenis);
        catalog.all_layanan(tingkat).iter().position(|l| l.kode == kode)
    };
    import.layanan.sort_by_key(|l| sort_key(&l.kode.value));
    let empty = Vec::new();
    let there = workspace.capaian.get(&import.periode).unwrap_or(&empty);
    let mut valid =
        owner::settle((workspace, catalog), &mut import, there, opd, problems);
    for layanan in &import.layanan {
        let old = there.iter().find(|a| a.kode == layanan.kode.value);
        if let Some((name, false)) = old.map(|l| file_of(l, sources)) {
            let kode = layanan.kode.value.clone();
            problems.add(
                layanan.kode.span,
                ImportProblem::OtherSource { kode, name: name.into() },
            );
            valid = false;
        }
        if let Some((span, problem)) =
            old.and_then(|old| nihil_there(layanan, old, sources))
        {
            problems.add(span, problem);
            valid = false;
        }
        let (periode, kode) = (import.periode, &layanan.kode.value);
        let event = catalog.layanan(kode).is_some_and(|l| l.peristiwa.is_some());
        let compared = Compared::new(&workspace.capaian, periode, kode, event);
        doubts(&told(layanan), compared, problems);
    }
    let figures: Vec<ToldFigures<'_>> = import.layanan.iter().map(told).collect();
    displaced::check(&figures, (&workspace.capaian, catalog), import.periode, problems);
    if !valid {
        return None;
    }
    let changes = compare(there.iter().map(|a| &a.value), &import);
    let mut targets: Vec<(FilePath, Vec<ImportedLayanan>)> = Vec::new();
    for layanan in &import.layanan {
        let nama = file_name_of(workspace, there, layanan, &import, sources);
        match targets.iter_mut().find(|(n, _)| *n == nama) {
            Some((_, all)) => all.push(layanan.clone()),
            None => targets.push((nama, vec![layanan.clone()])),
        }
    }
    targets.sort_by(|a, b| a.0.cmp(&b.0));
    let mut files = Vec::new();
    for (nama, layanan) in targets {
        files.extend(one_file(workspace, nama, layanan, &import, sources, problems)?);
    }
    let owner = |l: &ImportedLayanan| {
        let old = there.iter().find(|a| a.kode == l.kode.value).map(|a| a.opd.as_str());
        let opd = l.content.text(Key::OPD).map(|opd| opd.value).or(old);
        (l.kode.value.clone(), opd.unwrap_or_default().to_owned())
    };
    let owners = import.layanan.iter().map(owner).collect();
    Some(Plan { import, changes, owners, files })
}

/// People served, where the data declare that there is nobody to serve and the import says no
/// other target.
fn nihil_there(
    layanan: &ImportedLayanan,
    there: &Spanned<LayananCapaian>,
    sources: &SourceMap,
) -> Option<(Span, ImportProblem)> {
    let nihil = there.sasaran == Reported::Nihil;
    if !nihil || layanan.content.get(Key::TARGET).is_some() {
        return None;
    }
    let served = layanan.content.number(Key::SERVED)?;
    if served.value.value().is_zero() {
        return None;
    }
    let keys = [Key::NIHIL, Key::TARGET];
    let mut said = keys.iter().map(|key| there.written.field(key.as_str()).span());
    let said = said.find(|span| *span != Span::None).unwrap_or(there.span);
    let (kode, there) = (there.kode.clone(), sources.place(said));
    let terlayani = format_decimal_short(served.value.value(), 6);
    Some((served.span, ImportProblem::NihilThere { kode, terlayani, there }))
}

/// What an import says of a service.
fn told(layanan: &ImportedLayanan) -> ToldFigures<'_> {
    let mutu = layanan.mutu.iter().map(|m| (m.nama.value.as_str(), &m.content));
    let (kode, content) = (layanan.kode.value.as_str(), &layanan.content);
    ToldFigures { kode, content, mutu: mutu.collect() }
}

/// The new text of one file; `Some(None)` when it stays as it is.
#[allow(clippy::option_option)]
fn one_file(
    workspace: &Workspace,
    nama: FilePath,
    layanan: Vec<ImportedLayanan>,
    import: &Import,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Option<Option<PlannedFile>> {
    let old = match workspace.folder.read(&nama).and_then(utf8) {
        Ok(text) => Some(text),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        Err(error) => {
            problems.add(
                Span::None,
                FileProblem::CannotRead { name: nama.into(), why: Both::io(&error) },
            );
            return None;
        }
    };
    let (file, periode) = (import.file.clone(), import.periode);
    let part = Import { file, periode, layanan, skipped: Vec::new() };
    let text = match merge(old.as_deref(), &part) {
        Ok(text) => text,
        Err(problem) => {
            problems.add(Span::File(sources.add(nama, "")), problem);
            return None;
        }
    };
    if old.as_ref() == Some(&text) {
        return Some(None);
    }
    // What is written must be readable. Warnings were given at the cells already.
    let mut read = Problems::default();
    let written = capaian_text(&nama, &text, sources, &mut read);
    read.retain(|found| {
        found.span =
            cell_of(found.span, written.as_ref().map(|(_, rows)| &rows[..]), &part);
        found.problem.severity() == Severity::Error
    });
    let broken = read.has_errors();
    problems.extend(read);
    (!broken).then_some(Some(PlannedFile { nama, old, text }))
}

/// The cell that an import filled a place of the text with: lines of a text that is not written
/// yet are nothing that anybody can look at. Of what no cell said, the cell of the service.
fn cell_of(span: Span, written: Option<&[LayananCapaian]>, import: &Import) -> Span {
    let holds = |written: &Written, keys: &[&Spec]| {
        let mut all = keys.iter().map(|spec| spec.key);
        let key = all.find(|key| written.field(key.as_str()).span() == span);
        (written.span() == span || key.is_some()).then_some(key)
    };
    let (services, items) = (LAYANAN.specs(), MUTU.specs());
    let of =
        |row: &LayananCapaian| import.layanan.iter().find(|l| l.kode.value == row.kode);
    for row in written.into_iter().flatten() {
        let Some(told) = of(row) else { continue };
        for (at, item) in row.mutu.iter().enumerate() {
            let Some(key) = holds(&row.written.field("mutu").item(at), &items) else {
                continue;
            };
            let own =
                told.mutu.iter().find(|m| normal(&m.nama.value) == normal(&item.nama));
            return own.map_or(told.kode.span, |own| {
                let said = key.and_then(|key| own.content.get(key));
                said.map_or(own.nama.span, |said| said.span)
            });
        }
        if let Some(key) = holds(&row.written, &services) {
            let said = key.and_then(|key| told.content.get(key));
            return said.map_or(told.kode.span, |said| said.span);
        }
    }
    import.layanan.first().map_or(Span::None, |l| l.kode.span)
}

fn utf8(bytes: Vec<u8>) -> std::io::Result<String> {
    String::from_utf8(bytes)
        .map_err(|error| std::io::Error::new(std::io::ErrorKind::InvalidData, error))
}

/// The file a service stands in, and whether it is TOML.
fn file_of(there: &Spanned<LayananCapaian>, sources: &SourceMap) -> (FilePath, bool) {
    let sumber = there.span.file().and_then(|file| sources.get(file));
    let nama = sumber.map_or("", |s| s.name.split('!').next().unwrap_or_default());
    let nama = FilePath::from(nama);
    let toml = nama.ends_in(&["toml"]);
    (nama, toml)
}

/// Where a service is written: where it stands, else beside the others of its OPD, else in the
/// only file of the quarter, else in a new one whose name is free.
fn file_name_of(
    workspace: &Workspace,
    there: &[Spanned<LayananCapaian>],
    layanan: &ImportedLayanan,
    import: &Import,
    sources: &SourceMap,
) -> FilePath {
    if let Some(this_one) = there.iter().find(|a| a.kode == layanan.kode.value) {
        return file_of(this_one, sources).0;
    }
    let opd = layanan.content.text(Key::OPD).map_or("", |o| o.value);
    let toml: Vec<(&str, FilePath)> = there
        .iter()
        .map(|a| (a.opd.as_str(), file_of(a, sources)))
        .filter(|(_, (_, toml))| *toml)
        .map(|(own_texts, (nama, _))| (own_texts, nama))
        .collect();
    if let Some((_, nama)) = toml.iter().find(|(own_texts, _)| *own_texts == opd) {
        return nama.clone();
    }
    if let Some((_, nama)) = toml.first()
        && toml.iter().all(|(_, n)| n == nama)
    {
        return nama.clone();
    }
    let periode = import.periode;
    let candidate =
        [periode.to_string(), format!("{periode}-{opd}"), format!("{periode}-impor")];
    let reports = FilePath::fixed("data/capaian");
    let free = |stem: &&String| {
        ["xlsx", "ods", "csv"].iter().all(|e| {
            workspace.folder.kind(&reports.join(format!("{stem}.{e}"))).is_none()
        })
    };
    let stem = candidate.iter().find(free).unwrap_or(&candidate[2]);
    reports.join(format!("{stem}.toml"))
}
