//! `naskah nomor ambil|daftar|batal|catat`.

use std::path::Path;
use std::time::Duration;

use serde_json::json;

use super::Exit;
use super::args::{AmbilArgs, NomorCommand, NomorOutput, Output};
use super::report::{Console, exit};
use crate::output::guarded;
use crate::pipeline::numbers::{self, Catatan, Permintaan, TanggalLain};
use crate::pipeline::{self};
use base::diag::{Lang, Problems};
use base::source::SourceMap;
use field::domain::{Entry, GapCause, NumberGap};

pub(super) fn run(command: &NomorCommand, console: &Console) -> Exit {
    let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
    let said = match command {
        NomorCommand::Ambil(args) => {
            ambil(args, console.lang, &mut sources, &mut problems)
        }
        NomorCommand::Daftar { dir, tahun, output } => {
            daftar(dir, *tahun, *output, console.lang, &mut sources, &mut problems)
        }
        NomorCommand::Batal { nomor, alasan, tahun, dir, tunggu } => {
            let what = (nomor.as_str(), *tahun);
            let patience = Duration::from_secs(*tunggu);
            numbers::open_register(dir, &mut sources, &mut problems)
                .and_then(|w| {
                    let (s, p) = (&mut sources, &mut problems);
                    numbers::batal(
                        &w,
                        what,
                        alasan,
                        (&dir.as_path().into(), patience),
                        s,
                        p,
                    )
                })
                .map(|entri| match console.lang {
                    Lang::Id => format!("{} dibatalkan", entri.nomor),
                    Lang::En => format!("{} is cancelled", entri.nomor),
                })
        }
        NomorCommand::Catat(args) => {
            let note = Catatan {
                nomor: args.nomor.clone(),
                urut: args.urut,
                tanggal: args.tanggal,
                deret: args.deret.clone().unwrap_or_default(),
                untuk: args.untuk.clone(),
                naskah: args.template.clone().zip(args.subjek.clone()),
            };
            let patience = Duration::from_secs(args.tunggu);
            numbers::open_register(&args.dir, &mut sources, &mut problems)
                .and_then(|w| {
                    numbers::catat(
                        &w,
                        &note,
                        (&args.dir.as_path().into(), patience),
                        &mut sources,
                        &mut problems,
                    )
                })
                .map(|entri| match console.lang {
                    Lang::Id => format!("{} dicatat", entri.nomor),
                    Lang::En => format!("{} is entered", entri.nomor),
                })
        }
    };
    console.problems(&problems, &sources);
    if let Some(said) = said {
        console.result(&said);
    }
    exit(&problems)
}

fn ambil(
    args: &AmbilArgs,
    lang: Lang,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Option<String> {
    let wish = Permintaan {
        template: args.template.clone(),
        subjek: args.subjek.clone(),
        jumlah: args.jumlah,
        tanggal: args.tanggal,
        untuk: args.untuk.clone(),
        tanggal_lain: match (args.ganti_tanggal, args.surat_baru) {
            (true, _) => TanggalLain::Ganti,
            (_, true) => TanggalLain::SuratBaru,
            _ => TanggalLain::Tolak,
        },
    };
    let opened = pipeline::open(&args.dir, sources, problems)?;
    let patience = Duration::from_secs(args.tunggu);
    let given = numbers::ambil(
        &opened,
        &wish,
        (&args.dir.as_path().into(), patience),
        sources,
        problems,
    )?;
    Some(match args.output {
        Output::Json => {
            let all = given.iter().map(|one| {
                let mut value = entry_value(&one.entri);
                value["baru"] = one.baru.into();
                value
            });
            format!("{:#}", json!({ "nomor": all.collect::<Vec<_>>() }))
        }
        Output::Text => given
            .iter()
            .map(|one| {
                let subjek = one.entri.subjek.as_deref().unwrap_or("");
                let had = match (one.baru, lang) {
                    (true, _) => "",
                    (false, Lang::Id) => "  (sudah ada)",
                    (false, Lang::En) => "  (had it already)",
                };
                format!("{}  {subjek}{had}", one.entri.nomor).trim_end().to_owned()
            })
            .collect::<Vec<_>>()
            .join("\n"),
    })
}

fn daftar(
    dir: &Path,
    tahun: Option<i16>,
    output: NomorOutput,
    lang: Lang,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Option<String> {
    let workspace = numbers::open_register(dir, sources, problems)?;
    let register = workspace.register.clone().unwrap_or_default();
    let in_year = |year: i16| tahun.is_none_or(|t| t == year);
    let mut entries: Vec<&Entry> =
        register.entries().iter().filter(|e| in_year(e.tahun)).collect();
    entries.sort_by_key(|e| (e.tahun, e.deret.as_str(), e.urut));
    let gaps: Vec<NumberGap> = register
        .gaps(&workspace.surat)
        .into_iter()
        .filter(|gap| in_year(gap.tahun))
        .collect();
    Some(match output {
        NomorOutput::Json => {
            let gaps: Vec<_> = gaps
                .iter()
                .map(|gap| {
                    json!({
                        "tahun": gap.tahun, "deret": gap.deret,
                        "dari": gap.first, "sampai": gap.last,
                        "sebab": reason(&gap.cause, lang),
                    })
                })
                .collect();
            let entries: Vec<_> = entries.iter().map(|e| entry_value(e)).collect();
            format!("{:#}", json!({ "nomor": entries, "loncatan": gaps }))
        }
        NomorOutput::Csv => csv(&entries),
        NomorOutput::Table => table(&entries, &gaps, lang),
    })
}

fn entry_value(entri: &Entry) -> serde_json::Value {
    json!({
        "tahun": entri.tahun,
        "deret": entri.deret,
        "urut": entri.urut,
        "nomor": entri.nomor,
        "tanggal": entri.tanggal.to_string(),
        "template": entri.template,
        "subjek": entri.subjek,
        "untuk": entri.untuk,
        "status": status(entri),
        "alasan": entri.batal,
    })
}

const fn status(entri: &Entry) -> &'static str {
    if entri.batal.is_some() { "batal" } else { "terpakai" }
}

const HEADINGS: [&str; 10] = [
    "tahun", "deret", "urut", "nomor", "tanggal", "template", "subjek", "untuk",
    "status", "alasan",
];

fn cells(entri: &Entry) -> [String; 10] {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    [
        entri.tahun.to_string(),
        entri.deret.clone(),
        entri.urut.to_string(),
        entri.nomor.clone(),
        entri.tanggal.to_string(),
        text(&entri.template),
        text(&entri.subjek),
        text(&entri.untuk),
        status(entri).to_owned(),
        text(&entri.batal),
    ]
}

fn csv(entries: &[&Entry]) -> String {
    let rows = entries.iter().map(|e| cells(e).map(|text| guarded(&text)).to_vec());
    crate::output::csv(std::iter::once(HEADINGS.map(str::to_owned).to_vec()).chain(rows))
}

/// Columns as wide as what is in them; a column that is empty everywhere is left out.
fn table(entries: &[&Entry], gaps: &[NumberGap], lang: Lang) -> String {
    let rows: Vec<[String; 10]> = entries.iter().map(|e| cells(e)).collect();
    let width = |text: &str| text.chars().count();
    let widths: Vec<usize> = (0..HEADINGS.len())
        .map(|at| rows.iter().map(|row| width(&row[at])).max().unwrap_or_default())
        .collect();
    let line = |row: &[String; 10]| {
        let shown = row.iter().zip(&widths).enumerate().filter(|(_, (_, w))| **w > 0);
        let parts: Vec<String> = shown
            .map(|(at, (text, w))| {
                let w = (*w).max(width(HEADINGS[at]));
                if at == 2 { format!("{text:>w$}") } else { format!("{text:<w$}") }
            })
            .collect();
        parts.join("  ").trim_end().to_owned()
    };
    if rows.is_empty() {
        return match lang {
            Lang::Id => "Belum ada nomor yang tercatat.".to_owned(),
            Lang::En => "No number is entered yet.".to_owned(),
        };
    }
    let mut lines = vec![line(&HEADINGS.map(str::to_owned))];
    lines.extend(rows.iter().map(line));
    if !gaps.is_empty() {
        lines.push(String::new());
        lines.push(match lang {
            Lang::Id => "Nomor yang tidak ada dalam daftar:".to_owned(),
            Lang::En => "Numbers that are not in the register:".to_owned(),
        });
    }
    for gap in gaps {
        let which = match (gap.first == gap.last, gap.deret.as_str()) {
            (true, "") => format!("{} ({})", gap.first, gap.tahun),
            (false, "") => format!("{}–{} ({})", gap.first, gap.last, gap.tahun),
            (true, deret) => format!("{} ({}, {deret})", gap.first, gap.tahun),
            (false, deret) => {
                format!("{}–{} ({}, {deret})", gap.first, gap.last, gap.tahun)
            }
        };
        lines.push(format!("  {which}: {}", reason(&gap.cause, lang)));
    }
    lines.join("\n")
}

fn reason(sebab: &GapCause, lang: Lang) -> String {
    let (id, en) = match sebab {
        GapCause::BeforeRegister => (
            "diberikan sebelum daftar ini dipakai".to_owned(),
            "given out before this register was kept".to_owned(),
        ),
        GapCause::Reserved(template) => (
            format!("dicadangkan di luar daftar: `urut` pada [{template}] dalam data/surat.toml"),
            format!("reserved outside the register: `urut` under [{template}] in data/surat.toml"),
        ),
        GapCause::Elsewhere => (
            "dipakai di luar dan belum dicatat (`naskah nomor catat`)".to_owned(),
            "used elsewhere and not entered yet (`naskah nomor catat`)".to_owned(),
        ),
        GapCause::Removed => (
            "entrinya dihapus dari data/nomor.toml; kembalikan, atau catat dengan `naskah nomor catat`".to_owned(),
            "the entry was removed from data/nomor.toml; put it back, or enter it with `naskah nomor catat`".to_owned(),
        ),
    };
    match lang {
        Lang::Id => id,
        Lang::En => en,
    }
}
