//! Which files of a workspace an import changes, and to what.

use super::{Change, Import, ImportedLayanan, bandingkan, gabung};
use crate::problem::{AchievementProblem, FileProblem, ImportProblem, ReferenceProblem};
use crate::tables::Nilai;
use crate::tables::capaian::{LAYANAN, SERVED, TARGET};
use crate::workspace::{Workspace, capaian_text};
use base::diag::{Both, Problems, Severity, nearest};
use base::source::{SourceMap, Span, Spanned};
use field::domain::Opd;
use field::spm::{Catalog, LayananCapaian, Reported};

/// A file that is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedFile {
    /// Its path in the workspace, with `/`.
    pub nama: String,
    /// What it holds now; `None` when it is new.
    pub lama: Option<String>,
    /// What it will hold.
    pub teks: String,
}

/// What an import would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// What is imported, with the OPD of each new service.
    pub impor: Import,
    /// Every field that changes.
    pub perubahan: Vec<Change>,
    /// The files to write, by name.
    pub berkas: Vec<PlannedFile>,
}

/// Plans an import into a workspace. `opd` is the OPD the user named. With errors among the
/// problems nothing should be written; `None` when there is no plan at all.
pub fn rencanakan(
    workspace: &Workspace,
    catalog: &Catalog,
    mut impor: Import,
    opd: Option<&str>,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Option<Plan> {
    let urut = |kode: &str| {
        let tingkat = crate::check::level(workspace.settings.daerah.jenis);
        catalog.all_layanan(tingkat).iter().position(|l| l.kode == kode)
    };
    impor.layanan.sort_by_key(|l| urut(&l.kode.value));
    let kosong = Vec::new();
    let ada = workspace.capaian.get(&impor.periode).unwrap_or(&kosong);
    let mut sah = true;
    for layanan in &mut impor.layanan {
        let lama = ada.iter().find(|a| a.kode == layanan.kode.value);
        sah &= pengampu((workspace, catalog), layanan, lama, opd, problems);
        if let Some((name, false)) = lama.map(|l| berkas_dari(l, sources)) {
            let kode = layanan.kode.value.clone();
            problems.add(layanan.kode.span, ImportProblem::OtherSource { kode, name });
            sah = false;
        }
        angka_masuk_akal(layanan, lama.map(|l| &l.value), problems);
    }
    if !sah {
        return None;
    }
    let semua_ada: Vec<LayananCapaian> = ada.iter().map(|a| a.value.clone()).collect();
    let perubahan = bandingkan(&semua_ada, &impor);
    let mut tujuan: Vec<(String, Vec<ImportedLayanan>)> = Vec::new();
    for layanan in &impor.layanan {
        let nama = nama_berkas(workspace, ada, layanan, &impor, sources);
        match tujuan.iter_mut().find(|(n, _)| *n == nama) {
            Some((_, semua)) => semua.push(layanan.clone()),
            None => tujuan.push((nama, vec![layanan.clone()])),
        }
    }
    tujuan.sort_by(|a, b| a.0.cmp(&b.0));
    let mut berkas = Vec::new();
    for (nama, layanan) in tujuan {
        berkas.extend(satu_berkas(workspace, nama, layanan, &impor, sources, problems)?);
    }
    Some(Plan { impor, perubahan, berkas })
}

/// The new text of one file; `Some(None)` when it stays as it is.
#[allow(clippy::option_option)]
fn satu_berkas(
    workspace: &Workspace,
    nama: String,
    layanan: Vec<ImportedLayanan>,
    impor: &Import,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Option<Option<PlannedFile>> {
    let lama = match workspace.folder.read(&nama).and_then(utf8) {
        Ok(teks) => Some(teks),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        Err(error) => {
            problems.add(
                Span::None,
                FileProblem::CannotRead { name: nama, why: Both::io(&error) },
            );
            return None;
        }
    };
    let bagian = Import { layanan, dilewati: Vec::new(), ..impor.clone() };
    let teks = match gabung(lama.as_deref(), &bagian) {
        Ok(teks) => teks,
        Err(problem) => {
            problems.add(Span::File(sources.add(nama, "")), problem);
            return None;
        }
    };
    if lama.as_ref() == Some(&teks) {
        return Some(None);
    }
    // What is written must be readable. Warnings were given at the cells already.
    let mut baca = Problems::default();
    capaian_text(&nama, &teks, sources, &mut baca);
    baca.retain(|d| d.problem.severity() == Severity::Error);
    let rusak = baca.has_errors();
    problems.extend(baca);
    (!rusak).then_some(Some(PlannedFile { nama, lama, teks }))
}

fn utf8(bytes: Vec<u8>) -> std::io::Result<String> {
    String::from_utf8(bytes)
        .map_err(|error| std::io::Error::new(std::io::ErrorKind::InvalidData, error))
}

/// The file a service stands in, and whether it is TOML.
fn berkas_dari(ada: &Spanned<LayananCapaian>, sources: &SourceMap) -> (String, bool) {
    let sumber = ada.span.file().and_then(|file| sources.get(file));
    let nama = sumber.map_or("", |s| s.name.split('!').next().unwrap_or_default());
    let toml = nama.rsplit_once('.').is_some_and(|(_, e)| e.eq_ignore_ascii_case("toml"));
    (nama.to_owned(), toml)
}

/// Where a service is written: where it stands, else beside the others of its OPD, else in the
/// only file of the quarter, else in a new one whose name is free.
fn nama_berkas(
    workspace: &Workspace,
    ada: &[Spanned<LayananCapaian>],
    layanan: &ImportedLayanan,
    impor: &Import,
    sources: &SourceMap,
) -> String {
    if let Some(ini) = ada.iter().find(|a| a.kode == layanan.kode.value) {
        return berkas_dari(ini, sources).0;
    }
    let opd = layanan.isi.text("opd").map_or_else(String::new, |o| o.value);
    let toml: Vec<(&str, String)> = ada
        .iter()
        .map(|a| (a.opd.as_str(), berkas_dari(a, sources)))
        .filter(|(_, (_, toml))| *toml)
        .map(|(milik, (nama, _))| (milik, nama))
        .collect();
    if let Some((_, nama)) = toml.iter().find(|(milik, _)| *milik == opd) {
        return nama.clone();
    }
    if let Some((_, nama)) = toml.first()
        && toml.iter().all(|(_, n)| n == nama)
    {
        return nama.clone();
    }
    let periode = impor.periode;
    let calon =
        [periode.to_string(), format!("{periode}-{opd}"), format!("{periode}-impor")];
    let bebas = |stem: &&String| {
        ["xlsx", "ods", "csv"]
            .iter()
            .all(|e| workspace.folder.kind(&format!("data/capaian/{stem}.{e}")).is_none())
    };
    let stem = calon.iter().find(bebas).unwrap_or(&calon[2]);
    format!("data/capaian/{stem}.toml")
}

/// Settles the OPD of a service; `false` after a problem.
fn pengampu(
    (workspace, catalog): (&Workspace, &Catalog),
    layanan: &mut ImportedLayanan,
    lama: Option<&Spanned<LayananCapaian>>,
    diminta: Option<&str>,
    problems: &mut Problems,
) -> bool {
    let kode = layanan.kode.value.clone();
    let tertulis = layanan.isi.text("opd").map(|o| o.value);
    let ada = tertulis.or_else(|| lama.map(|l| l.opd.clone()));
    if let (Some(ada), Some(diminta)) = (&ada, diminta)
        && ada != diminta
    {
        let (ada, diminta) = (ada.clone(), diminta.to_owned());
        problems.add(layanan.kode.span, ImportProblem::OpdDiffers { kode, ada, diminta });
        return false;
    }
    if let Some(opd) = layanan.isi.text("opd") {
        return dikenal(&workspace.opd, &opd, problems);
    }
    if lama.is_some() {
        return true;
    }
    // A new service: the OPD asked for, the one of an earlier quarter, or the only one that
    // carries the urusan.
    let urusan = catalog.layanan(&kode).map_or("", |l| l.urusan.as_str());
    let dulu = workspace
        .capaian
        .values()
        .rev()
        .flatten()
        .find(|l| l.kode == kode)
        .map(|l| l.opd.clone());
    let mut pemilik =
        workspace.opd.iter().filter(|o| o.urusan.iter().any(|u| u.value == urusan));
    let satu =
        pemilik.next().filter(|_| pemilik.next().is_none()).map(|o| o.id.value.clone());
    let Some(opd) = diminta.map(str::to_owned).or(dulu).or(satu) else {
        problems.add(layanan.kode.span, ImportProblem::OpdUnknown { kode });
        return false;
    };
    layanan.isi.set("opd", Spanned::new(Nilai::Teks(opd), layanan.kode.span));
    true
}

fn dikenal(semua: &[Opd], opd: &Spanned<String>, problems: &mut Problems) -> bool {
    if semua.iter().any(|o| o.id.value == opd.value) {
        return true;
    }
    let id = opd.value.clone();
    let near =
        nearest(&id, semua.iter().map(|o| o.id.value.as_str())).unwrap_or_default();
    let (kind, file) = (Both::same("OPD"), Both::same("data/opd.toml"));
    problems.add(opd.span, ReferenceProblem::UnknownId { kind, id, near, file });
    false
}

/// What is served beyond the target, told at the cell.
fn angka_masuk_akal(
    layanan: &ImportedLayanan,
    lama: Option<&LayananCapaian>,
    problems: &mut Problems,
) {
    let mut jadi = lama.cloned().unwrap_or_default();
    LAYANAN.put(&mut jadi, &layanan.isi);
    let said = layanan.isi.get(SERVED).or(layanan.isi.get(TARGET));
    if let (Reported::Value(semua), Reported::Value(dilayani), Some(said)) =
        (&jadi.sasaran, &jadi.terlayani, said)
        && dilayani > semua
    {
        let problem = AchievementProblem::ServedAboveTarget {
            kode: layanan.kode.value.clone(),
            terlayani: dilayani.to_string(),
            sasaran: semua.to_string(),
        };
        problems.add(said.span, problem);
    }
    for mutu in &layanan.mutu {
        if let (Some(butuh), Some(penuh)) =
            (mutu.isi.number("dibutuhkan"), mutu.isi.number("terpenuhi"))
            && penuh.value > butuh.value
        {
            let (kode, item) = (layanan.kode.value.clone(), mutu.nama.value.clone());
            problems.add(penuh.span, AchievementProblem::MutuAboveNeed { kode, item });
        }
    }
}
