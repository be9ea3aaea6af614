//! A whole workspace in memory: opened, mended, looked at, made, imported into, numbered. No
//! path is given to the program at all, so that it cannot touch a disk.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

use naskah::diag::{Lang, Severity};
use naskah::files::{FilePath, Files, Memory, Place};
use naskah::pipeline::desk::{
    BuildWish, ChangesWish, Example, Form, ImportWish, IndexWish, InitWish, NewRegion,
    PaperReport, PreviewForm, PreviewWish, WorksheetsWish,
};
use naskah::pipeline::numbers::NumbersRequest;
use naskah::pipeline::{Answer, Desk, Outcome, Zip};

/// A workspace of the repository, in memory.
fn workspace(name: &str) -> Memory {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name);
    let disk = naskah::files::Disk::new(root);
    let paths = naskah::files::tree(&disk, &FilePath::HERE);
    let paths = paths.into_iter().filter(|path| !path.starts_with("keluaran/"));
    paths.map(|path| (path.clone(), disk.read(&path).unwrap())).collect()
}

fn desk(memory: &Memory) -> Desk {
    Desk::new(memory.clone(), Lang::En)
}

fn text(memory: &Memory, path: &str) -> String {
    String::from_utf8(memory.read(&path.into()).unwrap()).unwrap()
}

/// Puts a changed text in place of a file.
fn edit(memory: &Memory, path: &str, from: &str, to: &str) {
    let old = text(memory, path);
    assert!(old.contains(from), "{path} has no `{from}`:\n{old}");
    memory.put(path, old.replacen(from, to, 1).into_bytes());
}

fn done<T>(answer: Answer<T>) -> T {
    assert_eq!(answer.outcome, Outcome::Done, "{:#?}", answer.problems);
    answer.value.unwrap()
}

#[test]
fn a_mistake_is_told_mended_and_gone() {
    let memory = workspace("minimal");
    done(desk(&memory).check());
    edit(&memory, "naskah.toml", "ibu_kota = ", "ibu_kotta = ");
    let broken = desk(&memory).check();
    assert_eq!(broken.outcome, Outcome::Input);
    let told = &broken.problems[0];
    assert_eq!(
        (told.level, told.file.as_deref()),
        (Severity::Error, Some("naskah.toml"))
    );
    assert!(told.line.is_some() && told.draw(false).contains("naskah.toml"), "{told:?}");
    let json = serde_json::to_value(told).unwrap();
    assert!(json["code"].as_str().unwrap().starts_with("NSK"), "{json}");
    edit(&memory, "naskah.toml", "ibu_kotta = ", "ibu_kota = ");
    done(desk(&memory).check());
}

/// Codes and places of all that papers are told, each cause once.
fn causes(papers: &[PaperReport]) -> BTreeSet<(&str, String)> {
    let all = papers.iter().flat_map(|paper| &paper.problems);
    all.map(|told| {
        let place = (&told.file, told.line, told.column, &told.cell);
        (told.code, format!("{place:?} {}", told.message))
    })
    .collect()
}

#[test]
fn a_check_tells_of_papers_what_a_build_tells() {
    let files = [
        (
            "naskah.toml",
            "[daerah]\nnama = \"Kabupaten Contoh\"\nibu_kota = \"Contoh\"\n[instansi]\nnama = \"Sekretariat Daerah\"\n",
        ),
        (
            "data/rakor.toml",
            "[rakor]\nnama = \"Rapat\"\ntanggal = 2024-03-05\ntempat = \"Ruang\"\n[[sesi]]\nid = \"rapat\"\nnama = \"Rapat\"\nmulai = \"09.00\"\n[[sesi.acara]]\nnama = \"Pembukaan\"\ndurasi = 10\n",
        ),
        (
            "data/peserta.csv",
            "nama,jabatan,instansi\nMulyadi,Kepala Dinas,Dinas Pendidikan\nEndang Puspita\u{6f22}ri,Kepala Bidang,Dinas Kesehatan\n",
        ),
    ];
    let memory: Memory = files
        .iter()
        .map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()))
        .collect();
    let checked = desk(&memory).check();
    let wish = BuildWish { pdf: true, docx: true, ..BuildWish::default() };
    let built = desk(&memory).build(&wish, &|_, _| {});
    assert_eq!(checked.outcome, built.outcome);
    let (checked, built) = (checked.value.unwrap(), built.value.unwrap());
    let mut papers = built.refused;
    papers.extend(built.warned);
    let told = causes(&checked.papers);
    assert_eq!(told, causes(&papers));
    let glyph: Vec<_> = told.iter().filter(|(code, _)| *code == "NSK0704").collect();
    assert_eq!(glyph.len(), 1, "{told:#?}");
    assert!(glyph[0].1.contains("data/peserta.csv\"), Some(3)"), "{glyph:?}");
    assert!(checked.papers.len() > 1, "several papers print the name");
}

#[test]
fn a_page_is_looked_at_before_anything_is_written() {
    let memory = workspace("kutai-timur");
    let before = memory.paths();
    let (template, form) = ("undangan".into(), PreviewForm::Png { page: 1, dpi: 60.0 });
    let wish = PreviewWish { template, subject: None, form, to: None };
    let first = done(desk(&memory).preview(&wish));
    let picture = image::load_from_memory(&first.bytes).unwrap().to_luma8();
    assert_eq!(Some((picture.width(), picture.height())), first.size);
    let dark = picture.pixels().filter(|dot| dot.0[0] < 128).count();
    assert!(dark > 500, "only {dark} dark dots: nothing is printed");
    assert_eq!(done(desk(&memory).preview(&wish)).bytes, first.bytes);
    edit(&memory, "data/rakor.toml", "nama = \"", "nama = \"Uji Coba ");
    assert_ne!(done(desk(&memory).preview(&wish)).bytes, first.bytes);
    assert_eq!(memory.paths(), before);

    let form = PreviewForm::Png { page: 99, dpi: 60.0 };
    let none = desk(&memory).preview(&PreviewWish { form, ..wish.clone() });
    assert_eq!(none.problems[0].code, "NSK0891");
    let nobody = PreviewWish { subject: Some("tidak-ada".into()), ..wish };
    assert_eq!(desk(&memory).preview(&nobody).problems[0].code, "NSK0890");
}

#[test]
fn papers_are_made_into_memory_and_into_an_archive_with_the_same_bytes() {
    let memory = workspace("minimal");
    let (folder, zip) = (Memory::new(), Zip::new());
    let wish = BuildWish {
        pdf: true,
        docx: true,
        jobs: 1,
        out: Some(folder.clone().into()),
        ..BuildWish::default()
    };
    let quiet = |_: &str, _: usize| {};
    let made = done(desk(&memory).build(&wish, &quiet));
    assert!(made.made > 0 && made.files.len() == 2 * made.made, "{made:?}");
    for file in &made.files {
        assert_eq!(folder.read(&(&file.path).into()).unwrap().len(), file.bytes);
    }
    let again = done(desk(&memory).build(&wish, &quiet));
    assert_eq!((again.made, again.skipped), (0, made.made));
    let packed = BuildWish { out: Some(zip.clone().into()), ..wish.clone() };
    done(desk(&memory).build(&packed, &quiet));
    let bytes = zip.bytes().unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    for file in &made.files {
        let mut entry = archive.by_name(&file.path).unwrap();
        let mut packed = Vec::new();
        std::io::Read::read_to_end(&mut entry, &mut packed).unwrap();
        assert_eq!(packed, folder.read(&(&file.path).into()).unwrap(), "{}", file.path);
    }
    let out = Some(folder.into());
    let changes = ChangesWish { out, ..ChangesWish::default() };
    assert_eq!(done(desk(&memory).mark_printed(&changes)), made.made);
    assert_eq!(done(desk(&memory).changes(&changes)).same, made.made);
}

#[test]
fn a_worksheet_comes_back_filled_in() {
    let memory = workspace("kutai-timur");
    let wish = WorksheetsWish {
        periode: "2025-tw1".parse().ok(),
        opd: vec!["dinkes".into()],
        ..WorksheetsWish::default()
    };
    let sheets = done(desk(&memory).worksheets(wish));
    assert_eq!(sheets.sheets.len(), 1);
    let path = format!("lembar-kerja/{}", sheets.sheets[0].nama);
    assert!(memory.is_file(&(&path).into()), "{:?}", memory.paths());
    // Handed out empty, it changes nothing; that it is read at all is what is tested here.
    let wish = ImportWish {
        places: vec![Place::below(memory.clone(), "lembar-kerja")],
        periode: None,
        opd: None,
    };
    let plan = desk(&memory).import_plan(&wish);
    assert!(!plan.changes());
    assert_eq!(plan.answer.value.as_ref().unwrap().inputs.len(), 1);
}

#[test]
fn figures_are_planned_applied_and_kept() {
    let memory = workspace("kutai-timur");
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (column, (head, value)) in
        [("Kode", "KES-1"), ("Sasaran", "7500"), ("Terlayani", "7000")].iter().enumerate()
    {
        let column = u16::try_from(column).unwrap();
        sheet.write_string(0, column, *head).unwrap();
        match value.parse::<f64>() {
            Ok(number) => sheet.write_number(1, column, number).unwrap(),
            Err(_) => sheet.write_string(1, column, *value).unwrap(),
        };
    }
    let inbox = Memory::new();
    inbox.put("kiriman.xlsx", book.save_to_buffer().unwrap());
    let wish = ImportWish {
        places: vec![Place::below(inbox, "kiriman.xlsx")],
        periode: Some("2024-tw4".into()),
        opd: None,
    };
    let before = memory.paths();
    let plan = desk(&memory).import_plan(&wish);
    assert!(plan.changes(), "{:#?}", plan.answer);
    let planned = plan.answer.value.as_ref().unwrap();
    assert!(planned.files.iter().all(|file| !file.written));
    assert_eq!(memory.paths(), before);
    // Somebody saves the file between plan and agreement.
    let target = planned.files[0].path.clone();
    let stale = desk(&memory).import_plan(&wish);
    memory.put(&target, format!("{}\n# disimpan\n", text(&memory, &target)).into_bytes());
    // What was saved stays: the plan is made again, and it is the same.
    let report = done(desk(&memory).import_apply(stale));
    let file = &report.files[0];
    let now = text(&memory, &file.path);
    assert!(file.written && now.contains("7500") && now.contains("# disimpan"), "{now}");
    assert!(text(&memory, file.backup.as_ref().unwrap()).ends_with("# disimpan\n"));
    assert!(!desk(&memory).import_plan(&wish).changes());
    // What was planned has been done by now.
    assert_eq!(desk(&memory).import_apply(plan).outcome, Outcome::Input);
}

#[test]
fn a_number_is_taken_once() {
    let memory = workspace("kutai-timur");
    let wish = NumbersRequest {
        template: "undangan".into(),
        jumlah: Some(1),
        ..NumbersRequest::default()
    };
    let patience = Duration::from_secs(1);
    let taken = done(desk(&memory).take_numbers(&wish, patience));
    let number = &taken[0].number;
    let list = done(desk(&memory).list_numbers(None));
    assert!(list.nomor.iter().any(|n| n.nomor == number.nomor), "{list:?}");
    let held = memory.hold(&"data/nomor.toml".into()).unwrap();
    let busy = desk(&memory).take_numbers(&wish, Duration::from_millis(30));
    assert_eq!(busy.outcome, Outcome::Disk);
    drop(held);
    let cancelled = desk(&memory).cancel_number((&number.nomor, None), "salah", patience);
    assert_eq!(done(cancelled).status, "batal");
}

#[test]
fn the_rest_answers_from_memory_too() {
    let memory = Memory::new();
    let example = InitWish::Example(Example::MahakamUlu);
    done(desk(&memory).init(&example));
    let new = InitWish::Workbook(NewRegion::default());
    assert_eq!(desk(&memory).init(&new).outcome, Outcome::Input);
    let table = done(desk(&memory).index(&IndexWish::default()));
    assert!(table.text.unwrap().contains("Mahakam Ulu"));
    let book = IndexWish { form: Form::Xlsx, ..IndexWish::default() };
    let written = done(desk(&memory).index(&book)).written.unwrap();
    assert!(memory.is_file(&(&written).into()), "{written}");
    let many = Memory::new();
    for daerah in ["a", "b"] {
        for path in memory.paths() {
            many.put(format!("{daerah}/{path}"), memory.read(&path).unwrap());
        }
    }
    let compared = done(desk(&many).index(&IndexWish::default()));
    assert_eq!(
        serde_json::to_value(&compared.index).unwrap()["daerah"].as_array().map(Vec::len),
        Some(2)
    );
    let templates = done(desk(&memory).templates());
    let name = &templates[0].name;
    assert!(!done(desk(&memory).template(name)).files.is_empty());
    let folder = done(desk(&memory).copy_template(name));
    assert!(memory.is_folder(&(&folder).into()), "{folder}");
    assert!(!done(desk(&memory).fields("undangan")).is_empty());
}
