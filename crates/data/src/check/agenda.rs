//! The clock of the rakor: every item has a time, none runs backwards or into the next.

use crate::problem::RakorProblem;
use bahasa::time::format_clock;
use base::diag::Problems;
use field::domain::{Hasil, Rakor, ScheduleError, Sesi, schedule, told_date, told_days};

pub(super) fn check(rakor: &Rakor, dated: bool, problems: &mut Problems) {
    for sesi in &rakor.sesi {
        let day = sesi.tanggal.value;
        if dated && (day < rakor.tanggal || day > rakor.sampai) {
            problems.add(
                sesi.tanggal.span,
                RakorProblem::DateOutside {
                    tanggal: told_date(day),
                    hari: told_days(rakor.tanggal, rakor.sampai),
                },
            );
        }
        if !sesi.unread {
            by_name(sesi, problems);
            items(sesi, problems);
        }
    }
}

/// The meeting itself, as its minutes say when it began and ended.
pub(super) fn minutes(hasil: &Hasil, problems: &mut Problems) {
    let (Some(from), Some(to)) = (hasil.notula.mulai, hasil.notula.selesai) else {
        return;
    };
    if to <= from {
        let (mulai, selesai) = (format_clock(from), format_clock(to));
        let nama = "rapat menurut notula".to_owned();
        problems.add(
            hasil.written.field("notula").field("selesai").span(),
            RakorProblem::EndsBeforeStart { nama, mulai, selesai },
        );
    }
}

/// So many items in the order of their names are no chance.
const SORTED: usize = 5;

/// Tells a session whose rows were sorted by name: nothing else says that its hours are those of
/// another order.
fn by_name(sesi: &Sesi, problems: &mut Problems) {
    let names: Vec<String> = sesi.acara.iter().map(|a| a.nama.to_lowercase()).collect();
    let up = names.is_sorted();
    let down = names.iter().rev().is_sorted();
    if names.len() < SORTED || !(up || down) {
        return;
    }
    let begins = |at: usize, words: &[&str]| {
        words.iter().any(|word| names.get(at).is_some_and(|n| n.starts_with(word)))
    };
    let opening = |at: &usize| begins(*at, &["registrasi", "pendaftaran", "pembukaan"]);
    let closing = |at: &usize| begins(*at, &["penutup"]);
    // Some go on eating, or with a picture, behind the end.
    let after_end = |at: &usize| names.len() - at > 3;
    let places = || 0..names.len();
    let misplaced = places().find(|at| closing(at) && after_end(at));
    let misplaced = misplaced.or_else(|| places().find(|at| opening(at) && *at > 2));
    let Some(acara) = misplaced.and_then(|at| sesi.acara.get(at)) else { return };
    let (sesi, nama) = (sesi.nama.clone(), acara.nama.clone());
    problems.add(acara.span, RakorProblem::AgendaByName { sesi, nama });
}

fn items(sesi: &Sesi, problems: &mut Problems) {
    let mut before = "";
    let mut startless = false;
    for (acara, time) in sesi.acara.iter().zip(schedule(sesi)) {
        let nama = acara.nama.clone();
        let place = |own: Option<base::source::Span>| own.unwrap_or(acara.span);
        match time {
            Ok(_) => {}
            // The items after it have no start for the same reason.
            Err(ScheduleError::NoStart) if startless => {}
            Err(ScheduleError::NoStart) => {
                startless = true;
                problems.add(acara.span, RakorProblem::NoStart { nama });
            }
            Err(ScheduleError::NoEnd) => {
                problems.add(acara.span, RakorProblem::NoTime { nama });
            }
            Err(ScheduleError::EndsBeforeStart(from, to)) => problems.add(
                place(acara.selesai.as_ref().map(|t| t.span)),
                RakorProblem::EndsBeforeStart {
                    nama,
                    mulai: format_clock(from),
                    selesai: format_clock(to),
                },
            ),
            Err(ScheduleError::Overlap(end)) => problems.add(
                place(acara.mulai.as_ref().map(|t| t.span)),
                RakorProblem::Overlap {
                    nama,
                    sebelumnya: before.to_owned(),
                    selesai: format_clock(end),
                },
            ),
            Err(ScheduleError::PastMidnight) => problems.add(
                place(acara.durasi.as_ref().map(|t| t.span)),
                RakorProblem::PastMidnight { nama },
            ),
        }
        before = &acara.nama;
    }
}
