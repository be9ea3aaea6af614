//! One figure, wherever it stands: what papers, tables, charts, CSV and workbook print of the
//! index is what `rekap --output json` says, under every choice of every policy, with figures
//! that lie at an edge, at the end of the year and within it.
//!
//! What a policy makes of figures is worked out by hand in `kebijakan.rs`; here only that nobody
//! makes something else of it. A column with percentages that no rule below knows fails.

mod cases;
mod forms;
mod printed;
mod rules;

use naskah::diag::{Lang, Problems};
use naskah::files::{Disk, FilePath, Files as _, Memory, tree};
use naskah::pipeline::desk::{Form, IndexWish};
use naskah::pipeline::{self, Desk};
use naskah::source::SourceMap;
use naskah::spm::WorkedExample;
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use self::cases::{CASES, policies, workspace};
use crate::kit;

/// The templates that print what the index says.
const WITH_FIGURES: [&str; 4] =
    ["surat-evaluasi", "rekap-capaian", "laporan-rakor", "nota-dinas"];

/// The example, in memory.
fn example() -> Memory {
    let disk = Disk::new(kit::fixture("kutai-timur"));
    let paths = tree(&disk, &FilePath::HERE);
    paths.into_iter().map(|path| (path.clone(), disk.read(&path).unwrap())).collect()
}

/// What `rekap` writes, in a form.
fn written(memory: &Memory, form: Form) -> String {
    let wish = IndexWish { form, ..IndexWish::default() };
    let report = Desk::new(memory.clone(), Lang::Id).index(&wish);
    report.value.and_then(|report| report.text).unwrap_or_default()
}

/// Every case in both quarters under every policy, with what is wrong in each.
fn in_all(look: impl Fn(&Memory, &str) -> Vec<String> + Sync) {
    let example = example();
    let (mut all, policies) = (Vec::new(), policies());
    for case in &CASES {
        for triwulan in [2, 4] {
            let many = if case.mixed { policies.len() } else { 3 };
            all.extend(
                policies.iter().take(many).map(|policy| (case, triwulan, *policy)),
            );
        }
    }
    let wrong: Vec<String> = all
        .into_par_iter()
        .flat_map_iter(|(case, triwulan, policy)| {
            let memory = workspace(&example, case, triwulan, policy);
            let base = naskah::spm::Kebijakan::default().choices();
            let other = policy.choices().into_iter().filter(|one| !base.contains(one));
            let other: Vec<String> = other.map(|(k, w)| format!("{k}={w}")).collect();
            let name = format!("{} TW {triwulan} {}", case.name, other.join(" "));
            look(&memory, &name).into_iter().map(move |said| format!("{name}: {said}"))
        })
        .collect();
    let shown: Vec<&String> = wrong.iter().step_by(wrong.len() / 40 + 1).collect();
    assert!(wrong.is_empty(), "{} wrong: {shown:#?}", wrong.len());
}

#[test]
fn papers_print_what_json_says() {
    in_all(|memory, _| {
        let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
        let opened = pipeline::open(memory.clone(), &mut sources, &mut problems);
        let Some(opened) = opened else {
            return vec![kit::opened::said(&problems, &sources)];
        };
        let figures = pipeline::figures(memory.clone(), &mut sources, &mut problems);
        let told = rules::Told::new(&figures.unwrap());
        let mut wrong = Vec::new();
        for name in WITH_FIGURES {
            let mut problems = Problems::default();
            for job in pipeline::jobs(&opened, &[name.to_owned()], &mut problems) {
                let filled = opened.fill(&job).unwrap_or_else(|said| panic!("{said:?}"));
                let document = opened.read(&job, &filled, &mut problems);
                let paper = printed::printed(&document);
                let said = told.wrong(name, &job.path, &paper);
                wrong
                    .extend(said.into_iter().map(|said| format!("{}: {said}", job.path)));
            }
        }
        wrong
    });
}

#[test]
fn csv_table_and_workbook_say_what_json_says() {
    in_all(|memory, _| forms::wrong(memory));
}

/// The guidebook explains the policies that are chosen and none of the others, and works its
/// example out with them.
#[test]
fn the_guidebook_explains_the_chosen_policies() {
    let example = example();
    let mut said = std::collections::BTreeMap::new();
    for policy in policies() {
        let memory = workspace(&example, &CASES[0], 4, policy);
        let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
        let opened = pipeline::open(memory, &mut sources, &mut problems).unwrap();
        let jobs = pipeline::jobs(&opened, &["panduan-bab".to_owned()], &mut problems);
        let text =
            jobs.iter().map(|job| opened.fill(job).unwrap().text.replace('\\', ""));
        let text = text.collect::<Vec<_>>().join("\n");
        let shown = WorkedExample::compute(&opened.catalog, policy).unwrap();
        let (service, _) = shown.layanan().unwrap();
        let whole = [&shown.rekap.indeks, &service.mutu, &service.indeks];
        let urusan = shown.rekap.urusan.iter().map(|urusan| &urusan.indeks);
        for index in whole.into_iter().chain(urusan) {
            let printed = index.as_ref().unwrap().printed();
            assert!(text.contains(&printed), "{printed}: {:?}", policy.choices());
        }
        for sentence in policy.sentence() {
            assert!(text.contains(sentence), "{sentence}");
        }
        said.insert(policy.choices(), text);
    }
    // What is said for one choice of a policy alone, by the choice.
    let only = [
        ("rerata_mutu", "rerata-persen", "yang dirata-ratakan adalah persentase"),
        ("rerata_mutu", "rasio-jumlah", "butir yang jumlahnya besar paling menentukan"),
        ("pembulatan", "di-akhir", "Pembulatan hanya dilakukan pada saat mencetak"),
        (
            "pembulatan",
            "setiap-tingkat",
            "Nilai dibulatkan dua desimal pada setiap langkah",
        ),
        ("bobot_urusan", "jumlah-layanan", "rata-rata indeks urusan, berbobot jumlah"),
        ("trantibumlinmas", "per-sub-urusan", "rata-rata tiga sub urusannya"),
        ("belum_diisi", "nol", "Indeks tertahan di 80"),
        ("belum_diisi", "keluarkan", "tidak berindeks dan tidak diikutkan"),
    ];
    for (choices, text) in &said {
        for (key, word, sentence) in only {
            let chosen = choices.contains(&(key, word));
            assert_eq!(text.contains(sentence), chosen, "{sentence}: {choices:?}");
        }
    }
}
