//! `naskah lanjut`.

use std::path::{Path, PathBuf};

use super::Exit;
use super::args::{NextArgs, Output};
use super::report::Console;
use crate::pipeline::Desk;
use crate::pipeline::desk::{NextLine, NextReport, NextWish};
use base::diag::Lang;
use field::domain::Periode;

/// Lines of one kind that are told; the rest is counted.
const SHOWN: usize = 12;

/// Letters of a text that are told.
const LETTERS: usize = 100;

pub(super) fn run(args: &NextArgs, dir: &Path, console: &Console) -> Exit {
    let desk = Desk::new(dir, console.lang);
    if args.batal {
        return undo(&desk, console);
    }
    let beside = |to: Periode| args.ke.clone().unwrap_or_else(|| beside(dir, to)).into();
    let wish =
        NextWish { to: args.periode, into: (!args.di_sini).then_some(&beside as _) };
    let answer = desk.next(&wish);
    let exit = answer.outcome.into();
    match (args.output, &answer.value) {
        (Output::Json, Some(report)) => console.json_with(report, &answer.problems),
        (Output::Text, Some(report)) => {
            console.problems(&answer.problems);
            console.done(&told(report, console.lang));
        }
        (_, None) => console.problems(&answer.problems),
    }
    exit
}

fn undo(desk: &Desk, console: &Console) -> Exit {
    let answer = desk.undo_next();
    console.problems(&answer.problems);
    if let Some(names) = &answer.value {
        let count = names.len();
        console.done(&match console.lang {
            Lang::Id => format!(
                "{count} berkas kembali seperti semula; yang baru disimpan dalam batal-lanjut"
            ),
            Lang::En => format!(
                "{count} files are as they were; the new ones are kept in batal-lanjut"
            ),
        });
    }
    answer.outcome.into()
}

/// `kerja-2025-tw1` beside `kerja` or `kerja-2024-tw4`.
fn beside(dir: &Path, to: Periode) -> PathBuf {
    let whole = std::path::absolute(dir).unwrap_or_else(|_| dir.to_owned());
    let name = whole.file_name().map(|name| name.to_string_lossy().into_owned());
    let name = name.unwrap_or_else(|| "kerja".to_owned());
    let parts: Vec<&str> = name.rsplitn(3, '-').collect();
    let stem = match parts.as_slice() {
        [quarter, year, stem]
            if Periode::typed(&format!("{year}-{quarter}")).is_some() =>
        {
            stem
        }
        _ => name.as_str(),
    };
    let new = format!("{stem}-{to}");
    // Beside the folder as it was typed, so that the answer names it that way.
    if dir.file_name().is_some() {
        dir.with_file_name(new)
    } else {
        whole.with_file_name(new)
    }
}

fn told(report: &NextReport, lang: Lang) -> String {
    let id = lang == Lang::Id;
    let NextReport { folder, from, to, .. } = report;
    let mut lines = vec![if id {
        format!("{to} dimulai dari {from}; folder kerja: {folder}")
    } else {
        format!("{to} is begun from {from}; workspace: {folder}")
    }];
    if let Some(kept) = &report.kept {
        lines.push(if id {
            format!(
                "Berkas semula ada dalam {kept}; naskah lanjut --batal mengembalikannya."
            )
        } else {
            format!(
                "The files are kept in {kept}; naskah lanjut --batal brings them back."
            )
        });
    }
    let mut part = |id_title: &str, en_title: &str, items: Vec<String>| {
        if items.is_empty() {
            return;
        }
        lines.extend([String::new(), if id { id_title } else { en_title }.to_owned()]);
        let more = items.len().saturating_sub(SHOWN);
        lines.extend(items.into_iter().take(SHOWN).map(|item| format!("  {item}")));
        if more > 0 {
            lines.push(if id {
                format!("  dan {more} lagi")
            } else {
                format!("  and {more} more")
            });
        }
    };
    let emptied = report.emptied.iter().map(|(file, key, count)| match count {
        1 => format!("{file}: {key}"),
        _ => format!("{file}: {key} ({count})"),
    });
    part(
        "Dikosongkan, karena hanya berlaku untuk rakor yang lalu:",
        "Taken out, since it holds for the last meeting only:",
        emptied.collect(),
    );
    let numbers = report.unregistered.iter();
    part(
        "Nomor surat yang lalu tidak tercatat, jadi lanjutan deretnya tidak diketahui. Isi `urut` dengan nomor berikutnya, atau jalankan `naskah nomor ambil --semua` di folder lama dahulu lalu ulangi; surat dan nomor pertamanya:",
        "No register knows the numbers of the last letters, so that nobody knows how they go on. Fill in `urut` with the next number, or run `naskah nomor ambil --semua` in the old folder and begin again; the letters and their first numbers:",
        numbers.map(|(letter, first)| format!("{letter}: {first}")).collect(),
    );
    let text = |one: &NextLine| {
        let mut said: String = one.text.chars().take(LETTERS).collect();
        if said.len() < one.text.len() {
            said.push('…');
        }
        format!("{}: {} = {said}", one.place, one.key)
    };
    part(
        "Diganti ke triwulan yang baru:",
        "Changed to the new quarter:",
        report.rolled.iter().map(text).collect(),
    );
    part(
        "Periksa, karena masih menyebut tanggal atau tahun yang lalu:",
        "Look at these, which still name a day or the year that was:",
        report.look.iter().map(text).collect(),
    );
    part(
        "Kosongkan kolom kehadirannya dengan Excel atau LibreOffice:",
        "Empty the column of who came with Excel or LibreOffice:",
        report.sheets.clone(),
    );
    part(
        "Masa jabatannya berakhir sebelum triwulan ini selesai:",
        "Their terms end before this quarter does:",
        report.officials.clone(),
    );
    part(
        "Yang diminta surat hasil evaluasinya tidak dibawa, karena surat itu masih draf tanpa nomor. Bila surat itu sudah dikirim, jalankan `naskah nomor ambil surat-evaluasi` di folder lama dahulu lalu ulangi:",
        "What their letters ask for is not carried, since the letters are drafts without a number. If they were sent, run `naskah nomor ambil surat-evaluasi` in the old folder and begin again:",
        report.unsent.clone(),
    );
    part(
        "Tidak dibawa, karena menceritakan rakor yang lalu:",
        "Left out, since it tells of the last meeting:",
        report.left.clone(),
    );
    lines.push(String::new());
    if report.carried > 0 {
        let carried = report.carried;
        lines.push(if id {
            format!("{carried} tindak lanjut dibawa: nyatakan keadaannya (selesai atau belum) sebelum surat evaluasi berikutnya.")
        } else {
            format!("{carried} follow-ups are carried: say how each stands (selesai or belum) before the next letters.")
        });
    }
    lines.push(if id {
        format!("Berikutnya: isi tanggal rakor dan suratnya, lalu naskah check {folder}")
    } else {
        format!("Next: fill in the days of the meeting and its letters, then naskah check {folder}")
    });
    lines.join("\n")
}
