//! `:::lembar`: a form of many rows, whose head stands on every sheet.

use super::kinds::Whole;
use super::spec::Told;
use super::{Directive, Given};
use crate::markup::reader::{Reader, TreeNode};
use typeset::document::{Block, Sheet, TableRole};

const ROWS: Whole = Whole::new(
    (1, 255),
    Told::new("baris", "baris paling banyak tiap lembar; bawaan 25", "20"),
);

pub(super) static DIRECTIVE: Directive = Directive {
    name: "lembar",
    explanation: "formulir: kepala diulang di setiap lembar, tanda tangan di lembar terakhir",
    attributes: &[&ROWS],
    example: r#"::::lembar {baris=20}
:::judul
DAFTAR HADIR

(Halaman {{ isian("lembar") }} dari {{ isian("jumlah-lembar") }}: No. {{ isian("baris-awal") }}–{{ isian("baris-akhir") }})
:::

:::tabel {lebar="10 * 40"}
| No | Nama | Tanda Tangan |
|---:|:-----|:-------------|
{% for i in range(1, 6) -%}
| {{ i }} | | {{ i }}. …… |
{% endfor %}
:::
::::
"#,
    ..Directive::read_by(read)
};

/// Head, table and foot.
fn read(reader: &mut Reader<'_>, node: TreeNode<'_>, given: &Given<'_>) -> Vec<Block> {
    let max_rows = given.whole(&ROWS).map_or(25, usize::from);
    let mut head = reader.children(node, 0);
    let is_data = |b: &Block| matches!(b, Block::Table(t) if t.role == TableRole::Data);
    let Some(at) = head.iter().position(is_data) else { return head };
    let foot = head.split_off(at + 1);
    match head.pop() {
        Some(Block::Table(table)) => {
            vec![Block::Sheet(Box::new(Sheet { head, table, foot, max_rows }))]
        }
        _ => head,
    }
}
