//! `:::grafik`: a chart from the pipe table in it, names in the first column and one series in
//! each of the others.

use crate::problem::ChartProblem;
use comrak::nodes::NodeValue;
use num_traits::Signed;

use super::kinds::{Exact, Number, Text, Word};
use super::spec::Told;
use super::{Directive, Given};
use crate::markup::reader::{Reader, TreeNode};
use crate::origins::{Figure, Line};
use bahasa::number::parse_written;
use bahasa::{format_decimal, format_decimal_short};
use base::diag::Both;
use base::source::Span;
use base::written::Trail;
use typeset::chart::finding;
use typeset::document::{
    Block, Chart, ChartKind, ChartRoom, ChartValue, Inline, Series, TargetLine,
    plain_text, plain_trail,
};

/// Places printed behind the comma at most.
const TEMPAT: u8 = 6;

/// What a cell holds before it is known how all of them are printed.
enum ChartCell {
    Number(Figure),
    Nihil,
    Absent,
}

const KIND: Word<ChartKind> = Word::new(
    &[("batang", ChartKind::Bars), ("garis", ChartKind::Lines)],
    Told::new("jenis", "rupa grafik; bawaan `batang`", "garis"),
);
const TITLE: Text =
    Text::new(Told::new("judul", "judul bernomor di bawah grafik", "Indeks tiap urusan"))
        .required();
const TARGET: Exact = Exact::new(Told::new("target", "nilai garis target", "100"));
const TARGET_LABEL: Text = Text::new(Told::new(
    "label-target",
    "nama garis target; bawaan `Target`",
    "Target 2024",
));
const MAX: Exact = Exact::new(Told::new("maks", "akhir sumbu nilai", "100"));
const UNIT: Text = Text::new(Told::new("satuan", "satuan di belakang setiap nilai", "%"));
const ALT: Text = Text::new(Told::new(
    "alt",
    "kalimat yang dibacakan pembaca layar; bawaan disusun dari data",
    "Indeks daerah naik.",
));
const HEIGHT: Number =
    Number::mm((10.0, 400.0), Told::new("tinggi", "tinggi grafik", "40"));

pub(super) static DIRECTIVE: Directive = Directive {
    name: "grafik",
    explanation: "grafik dari tabel di dalamnya; lihat [6.1](#61-grafik)",
    attributes: &[&KIND, &TITLE, &TARGET, &TARGET_LABEL, &MAX, &UNIT, &ALT, &HEIGHT],
    example: r#":::grafik {jenis=batang judul="Indeks tiap urusan" target=100 label-target="Target" maks=100 satuan="%" tinggi=40}
| Urusan | Indeks |
|:-------|-------:|
| Kesehatan | 92,10 |
| Sosial | nihil |
| Pekerjaan Umum | – |
:::

:::grafik {jenis=garis judul="Indeks daerah" satuan="%" alt="Indeks daerah naik dari 36,71% pada triwulan I menjadi 51,55% pada triwulan II."}
| Triwulan | Indeks daerah | Jalur target |
|:---------|--------------:|-------------:|
| Triwulan I | 36,71 | 25 |
| Triwulan II | 51,55 | 50 |
:::
"#,
    ..Directive::read_by(read)
};

fn read(reader: &mut Reader<'_>, node: TreeNode<'_>, given: &Given<'_>) -> Vec<Block> {
    chart(reader, node, given).into_iter().collect()
}

fn chart(
    reader: &mut Reader<'_>,
    node: TreeNode<'_>,
    given: &Given<'_>,
) -> Option<Block> {
    let jenis = given.word(&KIND).unwrap_or(ChartKind::Bars);
    let judul = given.text(&TITLE);
    let satuan = match given.text(&UNIT) {
        unit if unit.is_empty() || unit.trim() == "%" => unit.trim().to_owned(),
        unit => format!(" {}", unit.trim()),
    };
    let target = target(given, &satuan);
    let (maks, tinggi, own) = (given.exact(&MAX), given.mm(&HEIGHT), given.text(&ALT));
    let mut words = Vec::new();
    let (kategori, seri) =
        reader.chart_data(node, given.span(), (jenis, &satuan), &mut words)?;
    let named = [given.written(&UNIT), given.written(&TARGET_LABEL)];
    words.extend(
        named
            .into_iter()
            .flatten()
            .filter_map(|named| Some((named.value.clone()?, named.trail.clone()))),
    );
    let alt = if own.is_empty() {
        finding(jenis, &judul, &kategori, &seri, target.as_ref(), &satuan)
    } else {
        own
    };
    let caption = Line::from(reader.numbering.chart().as_str()).ours(". ");
    let caption = caption.and(&given.line(&TITLE).unwrap_or_default());
    Some(Block::Chart(Box::new(Chart {
        kind: jenis,
        categories: kategori,
        series: seri,
        target,
        unit: satuan,
        max: maks,
        height: tinggi,
        alt,
        caption: vec![Inline::text(caption)],
        words,
        room: ChartRoom::default(),
        span: given.span(),
    })))
}

fn target(given: &Given<'_>, satuan: &str) -> Option<TargetLine> {
    let label = given.maybe(&TARGET_LABEL).filter(|label| !label.is_empty());
    let label = label.unwrap_or_else(|| "Target".to_owned());
    given.exact(&TARGET).map(|nilai| {
        let label = format!("{label} {}{satuan}", format_decimal_short(&nilai, 2));
        TargetLine { value: nilai, label }
    })
}

impl Reader<'_> {
    /// Names and series of the table inside.
    fn chart_data(
        &mut self,
        node: TreeNode<'_>,
        place: Span,
        (jenis, satuan): (ChartKind, &str),
        words: &mut Vec<(String, Trail)>,
    ) -> Option<(Vec<String>, Vec<Series>)> {
        let mut tables = node
            .children()
            .filter(|child| matches!(child.data().value, NodeValue::Table(_)));
        let others = node.children().count();
        let (Some(table), None, 1) = (tables.next(), tables.next(), others) else {
            self.problems.add(place, ChartProblem::ChartWithoutTable {});
            return None;
        };
        let mut rows = table.children();
        let head: Vec<String> = match rows.next() {
            Some(row) => row.children().map(|cell| self.label(cell, words)).collect(),
            None => Vec::new(),
        };
        let rows: Vec<TreeNode<'_>> = rows.collect();
        let seri = head.len().saturating_sub(1);
        let most = match jenis {
            ChartKind::Bars => (Chart::MAX_ROWS * 3 / 2) / seri.max(1),
            ChartKind::Lines | ChartKind::Qr => Chart::MAX_ROWS,
        };
        let most = most.min(Chart::MAX_ROWS);
        if !(1..=Chart::MAX_SERIES).contains(&seri) || !(1..=most).contains(&rows.len()) {
            let detail = Both::new(
                format!(
                    "tabelnya {seri} seri dan {} baris; yang dapat digambar 1–{} seri dan 1–{most} baris",
                    rows.len(),
                    Chart::MAX_SERIES
                ),
                format!(
                    "series in its table: {seri}, rows: {}; what can be drawn: 1–{} series, 1–{most} rows",
                    rows.len(),
                    Chart::MAX_SERIES
                ),
            );
            let span = self.span(table.first_child().unwrap_or(table));
            self.problems.add(span, ChartProblem::ChartTooLarge { detail });
            return None;
        }
        let mut kategori = Vec::new();
        let mut columns: Vec<Vec<ChartCell>> = (0..seri).map(|_| Vec::new()).collect();
        let mut sound = true;
        for row in rows {
            sound &= self.check_cells(row, head.len());
            let mut cells = row.children();
            kategori.push(cells.next().map(|c| self.label(c, words)).unwrap_or_default());
            for (column, cell) in columns.iter_mut().zip(cells) {
                match self.chart_cell(cell) {
                    Some(isi) => column.push(isi),
                    None => sound = false,
                }
            }
        }
        if !sound {
            return None;
        }
        let numbers = columns.iter().flatten().filter_map(|isi| match isi {
            ChartCell::Number(figure) => Some(figure),
            ChartCell::Nihil | ChartCell::Absent => None,
        });
        let places = match satuan {
            "%" => 2,
            _ => numbers.map(places).max().unwrap_or_default(),
        };
        let printed = |isi: ChartCell| match isi {
            ChartCell::Number(figure) => {
                let number = match &figure {
                    Figure::Percent(percent) => percent.angka(),
                    Figure::Number(number) => format_decimal(number, places),
                };
                ChartValue::Number(figure.value().clone(), number + satuan)
            }
            ChartCell::Nihil => ChartValue::Nihil,
            ChartCell::Absent => ChartValue::Missing,
        };
        let labels = head.into_iter().skip(1);
        let seri = labels
            .zip(columns)
            .map(|(label, column)| Series {
                label,
                values: column.into_iter().map(printed).collect(),
            })
            .collect();
        Some((kategori, seri))
    }

    /// The words of a cell that are drawn, which are kept with their places.
    fn label(&mut self, cell: TreeNode<'_>, words: &mut Vec<(String, Trail)>) -> String {
        let inlines = self.inlines(cell);
        let text = plain_text(&inlines);
        words.push((text.clone(), plain_trail(&inlines)));
        one_line(&text)
    }

    /// The words of a cell on one line; drawn text has no other look.
    fn cell_text(&mut self, cell: TreeNode<'_>) -> String {
        one_line(&plain_text(&self.inlines(cell)))
    }

    /// The number of a cell: what the template printed there, or what somebody wrote.
    fn cell_figure(&self, cell: TreeNode<'_>, text: &str) -> Option<Figure> {
        if let Some((printed, figure)) = self.figure(cell) {
            let rest = text.strip_prefix(&one_line(&printed));
            if rest.is_some_and(|rest| matches!(rest.trim(), "" | "%")) {
                return Some(figure.clone());
            }
        }
        parse_written(text).ok().map(Figure::Number)
    }

    /// A value: a number from nought up, `nihil`, or nothing. The last two are words of this
    /// table, which its author writes; no value of the data is told by them.
    fn chart_cell(&mut self, cell: TreeNode<'_>) -> Option<ChartCell> {
        let text = self.cell_text(cell);
        if matches!(text.as_str(), "" | "-" | "–" | "—") {
            return Some(ChartCell::Absent);
        }
        if text.eq_ignore_ascii_case("nihil") {
            return Some(ChartCell::Nihil);
        }
        match self.cell_figure(cell, &text) {
            Some(figure) if !figure.value().is_negative() => {
                Some(ChartCell::Number(figure))
            }
            _ => {
                let span = self.span(cell);
                self.problems.add(span, ChartProblem::ChartValue { value: text });
                None
            }
        }
    }
}

/// A text without breaks, double blanks and what cannot be seen.
fn one_line(text: &str) -> String {
    let visible = |c: &char| {
        !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
    };
    let blank = |c: char| if c.is_whitespace() || c.is_control() { ' ' } else { c };
    let text: String = text.chars().filter(visible).map(blank).collect();
    text.split(' ').filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

/// How many places a number needs behind the comma.
fn places(figure: &Figure) -> u8 {
    let short = match figure {
        Figure::Percent(percent) => percent.angka(),
        Figure::Number(number) => format_decimal(number, TEMPAT),
    };
    let digits = short.trim_end_matches('0').split_once(',').map_or(0, |(_, d)| d.len());
    u8::try_from(digits).unwrap_or(TEMPAT)
}
