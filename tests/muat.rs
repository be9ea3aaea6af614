//! Fitting: letters take the pages they may, by the smallest change, in both formats.

use std::path::Path;

use crate::kit::desk::naskah;
use crate::kit::opened::texts;
use crate::kit::package::part;
use crate::kit::root;
use crate::kit::transcript::without_places;
use crate::ukur::workspace;
use naskah::diag::Problems;
use naskah::layout::page::ItemKind;
use naskah::pipeline::{self, Fitting, Laid};
use naskah::source::SourceMap;

/// The longest letter of the fixture `kutai-timur` whose text is a little too long for a page:
/// the letters of one set share the look that it needs.
const LETTER: &str = "undangan/dinkes-p2p";

/// Lays out [`LETTER`] in a copy of the fixture; gives the codes told, too.
fn laid(name: &str, changes: &[(&str, &str, &str)]) -> (Laid, Vec<&'static str>) {
    let root = workspace(&format!("muat-{name}"), "kutai-timur", changes);
    let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
    let opened = pipeline::open(&root, &mut sources, &mut problems).unwrap();
    let jobs = pipeline::jobs(&opened, &["undangan".to_owned()], &mut problems);
    let job = jobs.iter().find(|job| job.path == LETTER).unwrap();
    let mut problems = Problems::default();
    let laid = pipeline::lay_out(&opened, job, &mut problems).unwrap();
    (laid, problems.sorted().iter().map(|d| d.problem.code()).collect())
}

/// Adds a line under `[undangan]` of data/surat.toml.
fn letter(line: &str) -> (&'static str, &'static str, String) {
    ("data/surat.toml", "[undangan]\n", format!("[undangan]\n{line}\n"))
}

/// Adds to the profile.
fn profil(lines: &str) -> (&'static str, &'static str, String) {
    ("naskah.toml", "", format!("\n[profil.jenis.undangan.muat]\n{lines}\n"))
}

fn with(
    name: &str,
    changes: &[(&'static str, &'static str, String)],
) -> (Laid, Vec<&'static str>) {
    let changes: Vec<_> = changes.iter().map(|(f, a, b)| (*f, *a, b.as_str())).collect();
    laid(name, &changes)
}

/// Pages before the lampiran.
fn letter_pages(laid: &Laid) -> usize {
    laid.pages.pages.iter().filter(|page| page.section == 0).count()
}

#[test]
fn an_invitation_fits_one_page_and_leaves_a_reserve() {
    let (laid, told) = with("biasa", &[]);
    assert!(told.is_empty(), "{told:?}");
    assert_eq!(letter_pages(&laid), 1);
    let change = laid.fitted.unwrap();
    assert_eq!(change.pages, 1);
    assert_eq!(change.spacing, Some((1.15, 1.0)));
    let part = down(&laid, &laid.pages.pages[0]);
    assert!((0.8..=0.97).contains(&part), "{part} of the page is used");
}

/// One step looser than what was chosen, and the letter is too long.
#[test]
fn the_change_is_the_smallest() {
    let (fitted, _) = with("biasa-lagi", &[]);
    let Fitting { gaps, size, .. } = fitted.fitted.unwrap();
    let (gaps, (_, size)) = (gaps.unwrap(), size.unwrap());
    // Limits at the chosen look still fit; a limit one step above does not, at this size.
    let limits = |gaps: f32, size: f32| {
        profil(&format!(
            "spasi_min = 1.0\njarak_min = {gaps:.2}\nukuran_min_pt = {size:.1}"
        ))
    };
    let (same, told) = with("sama", &[limits(gaps, size.0)]);
    assert!(told.is_empty(), "{told:?}");
    assert_eq!(same.fitted, fitted.fitted);
    let (larger, _) = with("besar", &[limits(0.5, size.0 + 0.5)]);
    assert!(larger.fitted.is_none() || !leaves_reserve(&larger));
    let (looser, _) = with("longgar", &[limits(gaps + 0.1, size.0)]);
    assert!(looser.fitted.is_none() || !leaves_reserve(&looser));
}

fn leaves_reserve(laid: &Laid) -> bool {
    let setup = &laid.document.sections[0].page;
    let bottom = setup.height.0 - setup.margins.bottom.0 - 0.03 * setup.text_height().0;
    letter_pages(laid) == 1
        && laid.pages.pages[0].items.iter().all(|item| match &item.kind {
            ItemKind::Text(text) => text.y.0 < bottom,
            _ => true,
        })
}

#[test]
fn a_letter_may_be_left_free_or_take_more_pages() {
    let (free, told) = with("bebas", &[letter("muat = \"bebas\"")]);
    assert_eq!((letter_pages(&free), free.fitted, told.len()), (2, None, 0));
    let (two, told) = with("dua", &[letter("muat = 2")]);
    assert_eq!((letter_pages(&two), two.fitted, told.len()), (2, None, 0));
}

/// The letter's word goes before the template's, and that before the profile's.
#[test]
fn the_narrowest_word_counts() {
    let (laid, _) = with("profil-dua", &[profil("halaman = 2")]);
    assert_eq!(letter_pages(&laid), 1, "the template asks for one");
    let both = [profil("halaman = 1"), letter("muat = 2")];
    let (laid, _) = with("surat-dua", &both);
    assert_eq!(letter_pages(&laid), 2, "the letter asks for two");
}

/// The profile alone asks: no template but that of invitations has a word of its own.
#[test]
fn the_profile_asks_for_papers_without_a_word_of_their_own() {
    let lines = "[profil.jenis.surat-evaluasi]\nspasi = 1.6\nmuat.halaman = 2";
    let change = [("naskah.toml", "", format!("\n{lines}\n"))];
    let (_, output) = build("profil", &change);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let line = said.lines().find(|line| line.starts_with("surat-evaluasi/"));
    assert!(line.unwrap().contains("agar muat 2 halaman"), "{said}");
}

/// Where the limits leave no room the letter stays as it is, and that is told.
#[test]
fn what_cannot_fit_is_told_and_left_alone() {
    let limits = profil("spasi_min = 1.15\njarak_min = 1.0\nukuran_min_pt = 12");
    let (kept, told) = with("batas", &[limits]);
    assert_eq!(told, ["NSK0722"]);
    assert_eq!((letter_pages(&kept), kept.fitted), (2, None));
    let (free, _) = with("batas-bebas", &[letter("muat = \"bebas\"")]);
    assert_eq!(kept.document.styles.base, free.document.styles.base);
    assert_eq!(without_places(&kept.pages), without_places(&free.pages));
}

/// A letter of `{n}` sentences, with a signature and two copies.
const OF_ANY_LENGTH: &str = r#"{{ kop() }}
{{ kepala_surat(hal="Penyampaian laporan") }}
{{ tujuan("Kepala Dinas Kesehatan", "Sangatta") }}

Sehubungan dengan {{ rakor.nama }}, bersama ini kami sampaikan hal-hal berikut.

{% for i in range(baris.n | int) %}
Kalimat ini memuat beberapa kata saja.
{% if i % 5 == 4 %}

{% endif %}
{% endfor %}

Laporan mohon disampaikan paling lambat 12 Juli 2024.

Demikian disampaikan, atas perhatian Saudara kami ucapkan terima kasih.

{{ tanda_tangan("sekda", atas_nama=["Bupati Kutai Timur"]) }}
{{ tembusan(["Bupati Kutai Timur (sebagai laporan)", "Inspektur Daerah"]) }}
"#;

/// One sentence after the other: no last page is nearly empty behind one that has room, and
/// none holds a signature or copies alone.
#[test]
fn letters_of_all_lengths_end_on_a_page_worth_turning_to() {
    let lengths = 16..120;
    let rows: Vec<String> = lengths.clone().map(|n| format!("p{n};{n}")).collect();
    let rows = rows.join("\n");
    let dated = "\n[panjang]\nnomor = \"100.1.2/1/PEM\"\ntanggal = 2025-01-06\n";
    let root =
        workspace("muat-panjang", "kutai-timur", &[("data/surat.toml", "", dated)]);
    let folder = root.join("templates/panjang");
    std::fs::create_dir_all(&folder).unwrap();
    let manifest = "judul = \"Surat\"\nbentuk = \"surat\"\nper = \"panjang\"\n\
                    nama_berkas = \"{{ baris.id }}\"\nbernomor = false\n";
    std::fs::write(folder.join("template.toml"), manifest).unwrap();
    std::fs::write(folder.join("isi.md"), OF_ANY_LENGTH).unwrap();
    std::fs::write(root.join("data/panjang.csv"), format!("id;n\n{rows}\n")).unwrap();
    let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
    let opened = pipeline::open(&root, &mut sources, &mut problems).unwrap();
    let jobs = pipeline::jobs(&opened, &["panjang".to_owned()], &mut problems);
    assert_eq!(jobs.len(), lengths.len(), "{:?}", problems.sorted());
    let mut seen = std::collections::BTreeSet::new();
    for job in &jobs {
        let mut told = Problems::default();
        let laid = pipeline::lay_out(&opened, job, &mut told);
        let laid = laid.unwrap_or_else(|| panic!("{:?}", told.sorted()));
        let filled: Vec<f32> = laid.pages.pages.iter().map(|p| down(&laid, p)).collect();
        seen.insert(filled.len());
        let [.., before, last] = filled.as_slice() else { continue };
        // Kop, signature and copies stand on one page only where there are two.
        assert!(*last > 0.33, "{}: {filled:?}", job.path);
        assert!(*last > 0.45 || *before > 0.8, "{}: {filled:?}", job.path);
    }
    assert_eq!(seen, [1, 2, 3].into());
}

/// The part of a page that its text takes.
fn down(laid: &Laid, page: &naskah::layout::page::Page) -> f32 {
    let setup = &laid.document.sections[page.section].page;
    let lowest = page.items.iter().filter_map(|item| match &item.kind {
        ItemKind::Text(text) if item.node.is_some() => Some(text.y.0),
        _ => None,
    });
    (lowest.fold(0.0, f32::max) - setup.margins.top.0) / setup.text_height().0
}

/// Drawing in is a value of the profile, and a letter's own word goes before it.
#[test]
fn a_last_page_may_stay_as_empty_as_it_is() {
    let short = |name: &str, changes: &[(&'static str, &'static str, String)]| {
        let (_, output) = build(name, changes);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        said.lines().any(|line| line.starts_with("surat-evaluasi/dinkes:"))
    };
    assert!(short("tarik", &[]));
    let never =
        ("naskah.toml", "", "\n[profil.muat]\nhalaman_akhir_min = 0\n".to_owned());
    assert!(!short("tarik-tidak", &[never]));
    let free = (
        "data/surat.toml",
        "[surat-evaluasi]\n",
        "[surat-evaluasi]\nmuat = \"bebas\"\n".to_owned(),
    );
    assert!(!short("tarik-bebas", &[free]));
}

/// The DOCX carries the changed styles, and what did not change is the same to the byte.
#[test]
fn both_formats_change_and_nothing_else_does() {
    let tight = build("tulis", &[]);
    let free = build("tulis-bebas", &[letter("muat = \"bebas\"")]);
    let said = String::from_utf8_lossy(&tight.1.stderr).into_owned();
    assert!(said.contains("spasi 1,15 → 1"), "{said}");
    assert!(said.contains("agar muat satu halaman"), "{said}");
    let styles =
        |root: &Path| part(&root.join(LETTER).with_extension("docx"), "word/styles.xml");
    let (new, old) = (styles(&tight.0), styles(&free.0));
    assert!(old.contains("w:line=\"276\"") && !new.contains("w:line=\"276\""));
    let (usual, own) = ("<w:sz w:val=\"24\"/>", |s: &str| {
        s.split("docDefaults").nth(1).map(str::to_owned)
    });
    assert!(own(&old).unwrap().contains(usual) && !own(&new).unwrap().contains(usual));
    let other = "surat-evaluasi/dinkes";
    for ending in ["pdf", "docx"] {
        let read =
            |root: &Path| std::fs::read(root.join(other).with_extension(ending)).unwrap();
        assert!(read(&tight.0) == read(&free.0), "{other}.{ending} changed");
    }
}

/// Builds two templates of a copy of the fixture; gives the folder and what was said.
fn build(
    name: &str,
    changes: &[(&'static str, &'static str, String)],
) -> (std::path::PathBuf, std::process::Output) {
    let changes: Vec<_> = changes.iter().map(|(f, a, b)| (*f, *a, b.as_str())).collect();
    let root = workspace(&format!("muat-{name}"), "kutai-timur", &changes);
    let out = root.join("keluaran");
    let output = naskah("id", self::root())
        .arg("build")
        .arg(&root)
        .args(["undangan", "surat-evaluasi", "--opd", "dinkes", "--out"])
        .arg(&out)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    (out, output)
}

/// Lays out the only paper of a template in a copy of the fixture `kutai-timur`.
fn only(name: &str, template: &str, changes: &[(&str, &str, &str)]) -> Laid {
    let root = workspace(&format!("muat-{name}"), "kutai-timur", changes);
    let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
    let opened = pipeline::open(&root, &mut sources, &mut problems).unwrap();
    let jobs = pipeline::jobs(&opened, &[template.to_owned()], &mut problems);
    let laid = pipeline::lay_out(&opened, &jobs[0], &mut problems);
    laid.unwrap_or_else(|| panic!("{:?}", problems.sorted()))
}

/// What a day holds is looked over on one page, with room for a word processor's own lines.
#[test]
fn the_agenda_of_a_day_takes_one_page() {
    let laid = only("agenda", "agenda", &[]);
    assert_eq!(laid.pages.pages.len(), 1);
    assert!(down(&laid, &laid.pages.pages[0]) <= 0.97);
}

/// Wherever a page ends, no single one of those who are sent is left for the next.
#[test]
fn nobody_who_is_sent_stands_alone_on_the_next_page() {
    let mut ends = std::collections::BTreeSet::new();
    for bases in (1..20).step_by(4) {
        let more = "\"Keputusan Bupati Kutai Timur tentang panitia\", ".repeat(bases);
        let more = format!("dasar = [{more}\"Surat Bupati");
        let change = [("data/surat.toml", "dasar = [\"Surat Bupati", &*more)];
        let laid = only(&format!("tugas-{bases}"), "surat-tugas", &change);
        let people = |page| texts(page).filter(|(_, t)| t.text.trim() == "Nama").count();
        let on: Vec<usize> = laid.pages.pages.iter().map(people).collect();
        assert_eq!(on.iter().sum::<usize>(), 8, "{bases}: {on:?}");
        assert!(on.iter().skip(1).all(|n| *n != 1), "{bases}: {on:?}");
        ends.insert(on[0]);
    }
    assert!(ends.len() > 2, "{ends:?}");
}
