//! The counts of who came against the people who are told to have come.

use super::RulesView;
use crate::problem::ContradictionProblem as Problem;
use base::diag::Problems;
use base::source::Span;
use field::domain::{Rakor, RekapHadir};

pub(super) fn check(held: RulesView<'_>, problems: &mut Problems) {
    let Some(hasil) = held.workspace.hasil.as_ref().filter(|h| h.hadir.is_some()) else {
        return;
    };
    let Some(rakor) = &held.workspace.rakor else { return };
    let counts = RekapHadir::of(None, Some(hasil));
    let (Some(told), Some(counted)) = (counts, RekapHadir::of(Some(rakor), None)) else {
        return;
    };
    // Where nobody recorded the participants, those who are recorded are not all.
    let whole = rakor.peserta.iter().any(|p| p.hadir.is_some());
    if !whole && counted.semua().jumlah() <= told.semua().jumlah() {
        return;
    }
    // Whose gender nobody wrote down may be either.
    let known = counted.semua().tak_tercatat == 0;
    let alike = if known {
        (told.luring, told.daring) == (counted.luring, counted.daring)
    } else {
        (told.luring.jumlah(), told.daring.jumlah())
            == (counted.luring.jumlah(), counted.daring.jumlah())
    };
    if !alike {
        problems.add(
            hasil.written.field("hadir").span(),
            Problem::CountsOfOthers {
                hadir: said(&told, known),
                daftar: said(&counted, known),
                lain: held.place(first(rakor)),
            },
        );
    }
}

/// "80 orang (luring 42 L, 38 P; daring 0)".
fn said(who: &RekapHadir, by_gender: bool) -> String {
    let all = who.semua().jumlah();
    if by_gender {
        let (room, screen) = (who.luring, who.daring);
        format!(
            "{all}: luring {} L + {} P, daring {} L + {} P",
            room.l, room.p, screen.l, screen.p
        )
    } else {
        format!("{all}: luring {}, daring {}", who.luring.jumlah(), who.daring.jumlah())
    }
}

/// Where the first of the people is told to have come or not.
fn first(rakor: &Rakor) -> Span {
    let all = rakor.peserta.iter().chain(&rakor.narasumber).chain(&rakor.panitia);
    let mut told = all.filter(|p| p.hadir.is_some());
    told.next().map_or(Span::None, |p| p.written.field("hadir").span())
}
