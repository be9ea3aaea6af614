//! `data/indeks-lain`: indices that other ministries publish.

use super::fields::{Fields, rows};
use super::node::Node;
use crate::problem::FileProblem;
use base::diag::{Both, Problems};
use base::source::Spanned;
use field::spm::{IndeksLain, Jumlah, Persen};

/// The rows, each with the place of its urusan, or of the row where it names none. A row
/// without a value has been reported and is left out.
pub(super) fn read(items: &[Node], problems: &mut Problems) -> Vec<Spanned<IndeksLain>> {
    rows("indeks-lain", items, problems, row).into_iter().flatten().collect()
}

fn row(f: &mut Fields<'_>) -> Option<Spanned<IndeksLain>> {
    let nama = f.need_text("nama").value;
    let nilai = f.need_amount("nilai");
    let tahun = f.need_int_in("tahun", 2000..=2100);
    let urusan = f.text("urusan");
    let kategori = f.text("kategori").map(|k| k.value);
    let sumber = f.need_text("sumber").value;
    let nilai = nilai.and_then(|nilai| within_hundred(f, &nilai));
    let span = urusan.as_ref().map_or(f.span(), |u| u.span);
    let indeks = IndeksLain {
        nama,
        nilai: nilai?,
        tahun: u16::try_from(tahun?.value).ok()?,
        urusan: urusan.map(|u| u.value),
        kategori,
        sumber,
    };
    Some(Spanned::new(indeks, span))
}

fn within_hundred(f: &mut Fields<'_>, nilai: &Spanned<Jumlah>) -> Option<Persen> {
    let persen = Persen::new(nilai.value.nilai().clone());
    if persen <= Persen::seratus() {
        return Some(persen);
    }
    f.problems.add(
        nilai.span,
        FileProblem::OutOfRange {
            key: "nilai".to_owned(),
            value: nilai.value.cetak(),
            range: Both::new("0 s.d. 100", "from 0 to 100"),
        },
    );
    None
}
