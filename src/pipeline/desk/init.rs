//! A new workspace.

use std::collections::BTreeMap;
use std::path::Path;

use data::check;
use data::files::{FilePath, Memory};
use data::tables::{self, File, SaidFirst};
use data::workspace::{self, BOOKS, REGISTER, SETTINGS, is_workspace};
use include_dir::{Dir, include_dir};

use super::exercise;
use super::schema::schema;
use super::workbook::choices;
use super::{Answer, Desk};
use crate::output::Target;
use crate::problem::OutputProblem;
use crate::rekap_out;
use base::diag::{AnyProblem, InternalProblem, Problems, Span};
use base::source::SourceMap;
use field::domain::region_name;
use field::spm::Tingkat;
use papers::profil;

/// A workspace as it is shipped: its settings, and the folders with what a person writes. What a
/// build leaves beside them is no part of it.
struct Shipped {
    settings: &'static [u8],
    folders: &'static [(&'static str, Dir<'static>)],
}

static KUTAI_TIMUR: Shipped = Shipped {
    settings: include_bytes!("../../../fixtures/kutai-timur/naskah.toml"),
    folders: &[
        ("aset", include_dir!("$CARGO_MANIFEST_DIR/fixtures/kutai-timur/aset")),
        ("data", include_dir!("$CARGO_MANIFEST_DIR/fixtures/kutai-timur/data")),
    ],
};
static MAHAKAM_ULU: Shipped = Shipped {
    settings: include_bytes!("../../../fixtures/mahakam-ulu/naskah.toml"),
    folders: &[
        ("aset", include_dir!("$CARGO_MANIFEST_DIR/fixtures/mahakam-ulu/aset")),
        ("data", include_dir!("$CARGO_MANIFEST_DIR/fixtures/mahakam-ulu/data")),
        ("templates", include_dir!("$CARGO_MANIFEST_DIR/fixtures/mahakam-ulu/templates")),
    ],
};

/// Says that a workspace is being made; what is left of a run that was cut off still has it.
const BEGUN: FilePath = FilePath::fixed(".baru.naskah");

/// A workspace that is shipped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Example {
    /// A large one: every paper.
    KutaiTimur,
    /// A small one.
    MahakamUlu,
}

/// What a new workspace holds.
#[derive(Debug, Clone)]
pub enum InitWish {
    /// One that is shipped.
    Example(Example),
    /// A workbook to fill in.
    Workbook(NewRegion),
    /// Commented TOML to fill in.
    Toml(NewRegion),
    /// A workbook with mistakes to find, and the answers.
    Exercise,
}

/// What is known of the region of a new workspace; what is absent is left to be filled in.
#[derive(Debug, Clone, Default)]
pub struct NewRegion {
    /// Its name, with its kind in front.
    pub nama: Option<String>,
    /// Its capital.
    pub ibu_kota: Option<String>,
    /// Its province.
    pub provinsi: Option<String>,
    /// `wib`, `wita` or `wit`.
    pub zona_waktu: Option<String>,
}

impl NewRegion {
    /// What `nama` says of the kind; `None` where it says none.
    pub fn jenis(&self) -> Option<&'static str> {
        let (_, kind) = region_name::whole(self.nama.as_deref()?, None).ok()?;
        Some(kind.word())
    }

    /// Its level of government; that of a kabupaten where nothing says another.
    fn level(&self) -> Tingkat {
        let named = self.nama.as_deref().and_then(|n| region_name::whole(n, None).ok());
        check::level(named.map(|(_, kind)| kind).unwrap_or_default())
    }

    fn said(&self) -> Vec<SaidFirst<'_>> {
        let each = [
            ("nama", self.nama.as_deref()),
            ("jenis", self.jenis()),
            ("ibu_kota", self.ibu_kota.as_deref()),
            ("provinsi", self.provinsi.as_deref()),
            ("zona_waktu", self.zona_waktu.as_deref()),
        ];
        let said = |(key, value): (&'static str, Option<_>)| {
            Some(SaidFirst { table: "daerah", key, value: value? })
        };
        each.into_iter().filter_map(said).collect()
    }
}

impl Desk {
    /// Makes a new workspace: an example, or a workbook or files that explain what to fill in.
    /// Gives the name of its folder, which must be new or empty, or what a run left that was cut
    /// off: that is made again. What makes it a workspace comes last, so that it is whole.
    pub fn init(&self, wish: &InitWish) -> Answer<String> {
        let mut run = self.run();
        let folder = self.target.shown(&FilePath::HERE);
        let target = &self.target;
        // A run that was killed while it wrote its first or its last file left nothing else.
        target.sweep(&FilePath::HERE);
        let empty = target.list(&FilePath::HERE).map_or(true, |found| found.is_empty());
        let cut_off = target.is_file(&BEGUN) && !is_workspace(&**target, &FilePath::HERE);
        let name = Path::new(&folder).file_name().unwrap_or_default();
        if FilePath::windows_refuses(&name.to_string_lossy()) {
            run.problems
                .add(Span::None, OutputProblem::NoFolderName { dir: folder.clone() });
        } else if target.is_file(&FilePath::HERE) || !(empty || cut_off) {
            let dir = folder.clone();
            run.problems.add(Span::None, OutputProblem::NotEmpty { dir });
        } else if let Err(problem) = make(target, wish) {
            run.problems.add(Span::None, problem);
        }
        run.answer_if_done(Some(folder))
    }
}

/// Writes a workspace between the mark that it is begun and the settings, with which it is whole.
fn make(target: &Target, wish: &InitWish) -> Result<(), AnyProblem> {
    target.put(&BEGUN, b"")?;
    match wish {
        InitWish::Example(Example::KutaiTimur) => ship(&KUTAI_TIMUR, target)?,
        InitWish::Example(Example::MahakamUlu) => ship(&MAHAKAM_ULU, target)?,
        InitWish::Toml(region) => {
            for Begun { file, name, text } in begun(region) {
                let schema_file = FilePath::from(format!("skema/{name}.json"));
                let schema = schema(name).unwrap_or_default();
                target.put(&schema_file, format!("{schema:#}\n").as_bytes())?;
                let above = "../".repeat(file.split('/').count() - 1);
                let above = if above.is_empty() { "./" } else { &above };
                let text = format!("#:schema {above}{schema_file}\n{text}");
                target.put(&file, text.as_bytes())?;
            }
        }
        InitWish::Workbook(region) => {
            let files = Memory::new();
            for Begun { file, text, .. } in begun(region) {
                files.put(file, text.into_bytes());
            }
            target.put(&BOOKS[0], &workbook(files, region.level())?)?;
        }
        InitWish::Exercise => exercise(target)?,
    }
    target.remove(&BEGUN);
    Ok(())
}

/// Writes a shipped workspace.
fn ship(workspace: &Shipped, target: &Target) -> Result<(), AnyProblem> {
    for (name, folder) in workspace.folders {
        copy(folder, &target.below(*name))?;
    }
    target.put(&SETTINGS, workspace.settings)
}

/// Copies a folder with all that is in it.
fn copy(source: &Dir<'_>, target: &Target) -> Result<(), AnyProblem> {
    let path = |path: &Path| path.to_string_lossy().replace('\\', "/").into();
    target.sweep(&path(source.path()));
    for file in source.files() {
        target.put(&path(file.path()), file.contents())?;
    }
    source.dirs().try_for_each(|folder| copy(folder, target))
}

/// A commented file of a workspace that is still to be filled in.
struct Begun {
    file: FilePath,
    /// What its schema is asked for by.
    name: &'static str,
    text: String,
}

/// All of them, each written from its declaration; the register is the program's own. The settings
/// come last: with them the workspace is whole.
fn begun(region: &NewRegion) -> Vec<Begun> {
    let said = region.said();
    let mut files: Vec<File> = File::all();
    files.retain(|file| REGISTER.as_str() != file.path());
    files.sort_by_key(|file| SETTINGS.as_str() == file.path());
    let begun = |file: File| {
        let text = tables::skeleton(file.path(), &said, &[profil::declared()])?;
        let path = FilePath::from(file.path().replace('*', "triwulan"));
        Some(Begun { file: path, name: file.name, text })
    };
    files.into_iter().filter_map(begun).collect()
}

/// Writes the exercise: the small example as a workbook with mistakes, and the answers beside it.
fn exercise(target: &Target) -> Result<(), AnyProblem> {
    let (files, unplanted) =
        (Memory::new(), |detail| InternalProblem::Internal { detail });
    ship(&MAHAKAM_ULU, &files.clone().into())?;
    exercise::plant(&files).map_err(|right| unplanted(format!("not once: {right}")))?;
    let (name, folder) = &MAHAKAM_ULU.folders[0];
    copy(folder, &target.below(*name))?;
    let rows = (1..).zip(&exercise::MISTAKES).map(|(number, mistake)| {
        [number.to_string()]
            .into_iter()
            .chain(mistake.answer.map(str::to_owned))
            .collect()
    });
    let title = "Kunci jawaban latihan naskah";
    let answers =
        rekap_out::list(title, "Kunci Jawaban", &exercise::COLUMNS, rows.collect())?;
    target.put(&exercise::ANSWERS, &answers)?;
    target.put(&BOOKS[0], &workbook(files, Tingkat::KabupatenKota)?)
}

/// The workbook that says what these files say.
fn workbook(files: Memory, level: Tingkat) -> Result<Vec<u8>, AnyProblem> {
    let (mut sources, mut unsaid) = (SourceMap::default(), Problems::default());
    let choices = choices(level, &BTreeMap::new(), &mut sources, &mut unsaid);
    let made = workspace::to_workbook(files, &choices, &mut sources, &mut unsaid)?;
    made.map(|made| made.bytes).ok_or_else(|| {
        let detail = "a new workspace has no room in a workbook".to_owned();
        InternalProblem::Internal { detail }.into()
    })
}
