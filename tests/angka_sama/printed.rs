//! What a paper prints, as far as figures stand in it: the tables with their heads, the charts,
//! and all else as text.

use naskah::document::{
    Block, Chart, ChartValue, Document, Inline, Table, TableRole, plain_text,
};

/// A table by its caption, with the text of each cell; a cell over several columns stands in
/// the first of them.
#[derive(Debug)]
pub(super) struct Grid {
    pub(super) caption: String,
    pub(super) head: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
}

/// The parts of a paper.
#[derive(Debug, Default)]
pub(super) struct Printed {
    pub(super) grids: Vec<Grid>,
    pub(super) text: String,
}

pub(super) fn printed(document: &Document) -> Printed {
    let mut all = Printed::default();
    for section in &document.sections {
        walk(&section.blocks, &mut all);
    }
    all
}

fn walk(blocks: &[Block], all: &mut Printed) {
    for block in blocks {
        match block {
            Block::Table(table) if table.role == TableRole::Data => {
                all.grids.push(grid(table));
            }
            Block::Table(table) => {
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                cells.for_each(|cell| walk(&cell.blocks, all));
            }
            Block::Chart(chart) => all.grids.push(chart_grid(chart)),
            Block::Paragraph(p) => say(&p.inlines, all),
            Block::Heading(h) => say(&h.inlines, all),
            Block::List(list) => {
                list.items.iter().for_each(|item| walk(&item.blocks, all));
            }
            Block::Keep { blocks, .. } | Block::Upturned(blocks) => walk(blocks, all),
            _ => {}
        }
    }
}

fn say(inlines: &[Inline], all: &mut Printed) {
    all.text.push_str(&plain_text(inlines).replace('\u{a0}', " "));
    all.text.push('\n');
    for inline in inlines {
        if let Inline::Footnote { inlines, .. } = inline {
            say(inlines, all);
        }
    }
}

fn words(blocks: &[Block]) -> String {
    let mut inner = Printed::default();
    walk(blocks, &mut inner);
    inner.text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn grid(table: &Table) -> Grid {
    let row = |at: usize| -> Vec<String> {
        let cells = table.rows[at].cells.iter();
        let wide = cells.flat_map(|cell| {
            std::iter::once(words(&cell.blocks))
                .chain((1..cell.colspan).map(|_| String::new()))
        });
        wide.collect()
    };
    Grid {
        caption: plain_text(&table.caption),
        head: if table.head_rows == 0 { Vec::new() } else { row(table.head_rows - 1) },
        rows: (table.head_rows..table.rows.len()).map(row).collect(),
    }
}

/// A chart is the table it is drawn from; the exact number is what it says at its bar.
fn chart_grid(chart: &Chart) -> Grid {
    let head = std::iter::once("Nama".to_owned());
    let head = head.chain(chart.series.iter().map(|series| series.label.clone()));
    let value = |value: &ChartValue| match value {
        ChartValue::Number(exact, said) => {
            let exact = naskah::spm::Percent::new(exact.clone());
            assert_eq!(&exact.printed(), said, "{}", chart.alt);
            said.clone()
        }
        ChartValue::Nihil => "Nihil".to_owned(),
        ChartValue::Missing => "–".to_owned(),
    };
    let row = |at: usize| {
        let name = std::iter::once(chart.categories[at].clone());
        name.chain(chart.series.iter().map(|s| value(&s.values[at]))).collect()
    };
    Grid {
        caption: plain_text(&chart.caption),
        head: head.collect(),
        rows: (0..chart.categories.len()).map(row).collect(),
    }
}
