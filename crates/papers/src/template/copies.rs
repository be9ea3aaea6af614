//! What papers say of the books that are handed out: the numbers of the copies of each row of
//! the free list, and how many there are.

use num_traits::ToPrimitive;

use super::held::{self, Held};
use super::readings::{NUMBER, exact};
use super::values::node_value;
use crate::origins::Line;
use base::written::Written;
use data::node::Node;
use field::domain::{Daerah, copy_numbers};

/// The free list of who gets how many books.
pub(super) const LIST: &str = "distribusi-buku";

/// What the book is called where a row does not say it.
pub(super) fn usual_title(daerah: &Daerah, written: &Written) -> Line {
    let name = written.field("nama").span();
    Line::from("Panduan Penerapan Standar Pelayanan Minimal ").then(&daerah.nama, name)
}

/// Of each row what is computed of it, by its name.
pub(super) fn columns(rows: &[Node], daerah: &Daerah) -> Vec<[(&'static str, Held); 2]> {
    let usual = usual_title(daerah, &Written::default()).text;
    let titles: Vec<String> = rows.iter().map(|row| title(row, &usual)).collect();
    let counted = titles.iter().map(String::as_str).zip(rows.iter().map(count));
    let numbers = copy_numbers(counted).into_iter();
    numbers
        .map(|both| {
            let number =
                |n: Option<u64>| n.map_or_else(Held::none, |n| held::cell(n.into()));
            [
                ("nomor_awal", number(both.map(|(first, _)| first))),
                ("nomor_akhir", number(both.map(|(_, last)| last))),
            ]
        })
        .collect()
}

/// How many books are handed out.
pub(super) fn sum(rows: &[Node]) -> u64 {
    rows.iter().map(count).fold(0, u64::saturating_add)
}

fn title(row: &Node, usual: &str) -> String {
    let own = row.cell("judul").map(node_value);
    let own = own.filter(|value| value.is_true()).map(|value| value.to_string());
    own.unwrap_or_else(|| usual.to_owned())
}

/// How many books a row gets. What says no number is told where a paper prints it.
fn count(row: &Node) -> u64 {
    let number = row.cell("eksemplar").and_then(|c| exact(&node_value(c), NUMBER).ok());
    number.and_then(|n| n.to_integer().to_u64()).unwrap_or(0)
}
