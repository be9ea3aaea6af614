//! `naskah init`.

use std::io::{BufRead, IsTerminal, Write, stderr, stdin};

use super::Exit;
use super::args::InitArgs;
use super::report::Console;
use crate::pipeline::Desk;
use crate::pipeline::desk::{Example, InitWish, NewRegion};
use base::diag::Lang;

pub(super) fn run(args: InitArgs, console: &Console) -> Exit {
    let desk = Desk::new(&*args.dir, console.lang);
    let toml = args.toml;
    let wish = match args.contoh.as_deref() {
        Some("kutai-timur") => InitWish::Example(Example::KutaiTimur),
        Some(_) => InitWish::Example(Example::MahakamUlu),
        None if args.latihan => InitWish::Exercise,
        None if toml => InitWish::Toml(region(args, console.lang)),
        None => InitWish::Workbook(region(args, console.lang)),
    };
    let workbook = matches!(wish, InitWish::Workbook(_));
    let exercise = matches!(wish, InitWish::Exercise);
    let answer = desk.init(&wish);
    console.problems(&answer.problems);
    if let Some(shown) = answer.value {
        console.done(&match (console.lang, workbook) {
            (Lang::Id, _) if exercise => format!(
                "Latihan {shown} siap: {shown}/rakor.xlsx memuat sepuluh kesalahan. Berikutnya: naskah check {shown} --tandai, lalu perbaiki sampai 0 galat, 0 peringatan; jawabannya ada dalam kunci-jawaban.xlsx"
            ),
            (Lang::En, _) if exercise => format!(
                "The exercise {shown} is ready: {shown}/rakor.xlsx holds ten mistakes. Next: naskah check {shown} --tandai, then mend them until there are 0 errors, 0 warnings; the answers are in kunci-jawaban.xlsx"
            ),
            (Lang::Id, true) => format!(
                "Folder kerja {shown} siap. Berikutnya: buka {shown}/rakor.xlsx dengan Excel atau LibreOffice, isi mulai dari lembar pertama, simpan, lalu naskah check {shown}"
            ),
            (Lang::En, true) => format!(
                "Workspace {shown} is ready. Next: open {shown}/rakor.xlsx in Excel or LibreOffice, fill it in from the first sheet on, save it, then naskah check {shown}"
            ),
            (Lang::Id, false) => format!(
                "Folder kerja {shown} siap. Berikutnya: naskah check {shown}, lalu naskah build {shown}"
            ),
            (Lang::En, false) => format!(
                "Workspace {shown} is ready. Next: naskah check {shown}, then naskah build {shown}"
            ),
        });
    }
    answer.outcome.into()
}

/// What is typed of the region; a person at a terminal is asked for the rest.
fn region(args: InitArgs, lang: Lang) -> NewRegion {
    let InitArgs { daerah, ibu_kota, provinsi, zona_waktu, .. } = args;
    let mut region = NewRegion { nama: daerah, ibu_kota, provinsi, zona_waktu };
    if stdin().is_terminal() {
        asked_for(&mut region, lang);
    }
    // Offices write WITA.
    region.zona_waktu = region.zona_waktu.map(|zone| zone.to_lowercase());
    region
}

/// Asks for what was not typed.
fn asked_for(region: &mut NewRegion, lang: Lang) {
    let ask = |question: (&str, &str), said: &mut Option<String>| {
        if said.is_none() {
            *said = asked(if lang == Lang::Id { question.0 } else { question.1 });
        }
    };
    ask(
        (
            "Nama daerah, dengan Kabupaten, Kota, atau Provinsi di depannya",
            "Name of the region, with Kabupaten, Kota or Provinsi in front",
        ),
        &mut region.nama,
    );
    ask(("Ibu kota", "Capital"), &mut region.ibu_kota);
    if region.jenis() != Some("provinsi") {
        ask(("Provinsi", "Province"), &mut region.provinsi);
    }
    ask(
        ("Zona waktu (wib, wita, atau wit)", "Time zone (wib, wita or wit)"),
        &mut region.zona_waktu,
    );
}

/// What a person answers; nothing where only Enter was pressed.
fn asked(question: &str) -> Option<String> {
    let _ = write!(stderr(), "{question}: ");
    let _ = stderr().flush();
    let mut said = String::new();
    stdin().lock().read_line(&mut said).ok()?;
    let said = said.trim();
    (!said.is_empty()).then(|| said.to_owned())
}
