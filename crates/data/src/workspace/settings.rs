//! `naskah.toml`.

use crate::fields::Fields;
use crate::files::FilePath;
use crate::node::{Node, NodeTable};
use crate::problem::FileProblem;
use crate::tables::settings::NASKAH;
use crate::version::ProgramVersion;
use base::diag::Problems;
use base::source::{Span, Spanned};
use base::written::Written;
use field::domain::{Daerah, Deret, Instansi, Periode, Silence, StatusDokumen};
use field::spm::{Kebijakan, TargetPath};

/// The file of the settings, which makes a folder a workspace.
pub const SETTINGS: FilePath = FilePath::fixed("naskah.toml");

/// What `naskah.toml` says.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where all of `naskah.toml` was written, field by field.
    pub written: Written,
    /// Which version of the program made the workspace, where it says so.
    pub versi: Option<Spanned<ProgramVersion>>,
    /// The region.
    pub daerah: Daerah,
    /// The issuing office.
    pub instansi: Instansi,
    /// `[profil]` as it was written; `papers::profil` reads it by its own schema.
    pub profil: Option<Node>,
    /// The quarter that is reported.
    pub periode: Option<Periode>,
    /// Where it was written.
    pub periode_span: Span,
    /// Policies of the index.
    pub kebijakan: Kebijakan,
    /// Which letters count in one sequence of numbers.
    pub deret: Deret,
    /// How much of the yearly target each quarter should reach.
    pub jalur: TargetPath,
    /// Example, draft or final.
    pub status: StatusDokumen,
    /// What the QR at a signature says: a text in which `{nomor}` is the letter's number.
    pub verifikasi: Option<String>,
    /// Whose initials a draft waits for, the lowest first, unless its letter says otherwise.
    pub paraf: Vec<String>,
    /// Templates that a plain `build` makes; empty is all that the data allows.
    pub templates: Vec<Spanned<String>>,
    /// The output folder.
    pub keluaran: String,
    /// Contradictions that the office knows and lets pass.
    pub silences: Vec<Silence>,
}

impl Settings {
    /// Where `[profil]` stands.
    pub fn profil_span(&self) -> Span {
        self.profil.as_ref().map_or(Span::None, |node| node.span)
    }
}

pub(super) fn read(span: Span, table: &NodeTable, problems: &mut Problems) -> Settings {
    let mut f = Fields::new("naskah.toml", span, table, problems);
    let said = NASKAH.read(&mut f);
    let written = standing(&f.places());
    f.finish();
    let keluaran = output(said.keluaran.folder, problems);
    let daerah = said.daerah.unwrap_or_default();
    Settings {
        written,
        versi: said.versi.and_then(|said| version(said, problems)),
        instansi: finish_instansi(said.instansi.unwrap_or_default(), &daerah),
        profil: said.profil,
        periode: said.periode.whole(),
        periode_span: said.periode.span,
        kebijakan: said.spm.kebijakan,
        deret: said.deret,
        jalur: said.spm.jalur.unwrap_or_default(),
        status: said.status,
        verifikasi: said.verifikasi,
        paraf: said.paraf,
        templates: said.keluaran.templates,
        keluaran,
        silences: said.silences,
        daerah,
    }
}

fn version(
    said: Spanned<String>,
    problems: &mut Problems,
) -> Option<Spanned<ProgramVersion>> {
    let read = ProgramVersion::read(&said.value);
    if read.is_none() {
        problems.add(said.span, FileProblem::NoVersion { said: said.value });
    }
    read.map(|value| Spanned { value, span: said.span })
}

/// The folders of a workspace that papers are made from, and the one with the schemas by which
/// editors of text look at its files.
pub const INPUTS: [&str; 6] =
    ["data", "templates", "aset", "catalog", "panduan", "skema"];

/// The output folder: below the workspace, and none that the data stands in.
fn output(named: Option<Spanned<String>>, problems: &mut Problems) -> String {
    let Some(Spanned { value, span }) = named else { return "keluaran".into() };
    let own = |path: &FilePath| {
        let first = path.split('/').next().unwrap_or_default();
        path.is_empty()
            || INPUTS.iter().any(|own| first.eq_ignore_ascii_case(own))
            || path.split('/').any(FilePath::windows_refuses)
    };
    if FilePath::checked(&value).is_none_or(|path| own(&path)) {
        problems.add(span, FileProblem::OutputElsewhere { folder: value });
        return "keluaran".into();
    }
    value
}

/// What was left out has the place of what stands in for it.
fn standing(written: &Written) -> Written {
    let (daerah, instansi) = (written.field("daerah"), written.field("instansi"));
    let name = daerah.field("nama");
    let lines = vec![name.clone(), instansi.field("nama")];
    let instansi = instansi
        .standing("kop", Written::list(instansi.span(), lines))
        .standing("kop_kepala_daerah", Written::list(instansi.span(), vec![name]))
        .standing("alamat_kepala_daerah", instansi.field("alamat"))
        .standing("tempat", daerah.field("ibu_kota"));
    written.with("instansi", instansi)
}

/// The kop and place an office has unless it says otherwise.
fn finish_instansi(mut instansi: Instansi, daerah: &Daerah) -> Instansi {
    if instansi.kop.is_empty() {
        instansi.kop =
            vec![daerah.government().to_uppercase(), instansi.nama.to_uppercase()];
    }
    if instansi.kop_kepala.is_empty() {
        instansi.kop_kepala = vec![daerah.head().to_uppercase()];
    }
    if instansi.alamat_kepala.is_empty() {
        instansi.alamat_kepala.clone_from(&instansi.alamat);
    }
    if instansi.tempat.is_empty() {
        instansi.tempat.clone_from(&daerah.ibu_kota);
    }
    instansi
}
