use super::*;
use crate::document::{
    Cell, ColumnWidth, FitLines, Row, Sheet, Table, TableRole, TextField, VAlign,
};
use crate::layout::page::Tag;

fn cell(text: &str) -> Cell {
    Cell::new(vec![para(text)])
}

fn row(texts: &[&str]) -> Row {
    Row { cells: texts.iter().map(|t| cell(t)).collect(), ..Row::default() }
}

fn table(rows: Vec<Row>) -> Table {
    Table {
        columns: vec![
            ColumnWidth::Fit,
            ColumnWidth::Weight(2.0),
            ColumnWidth::Weight(1.0),
        ],
        head_rows: 1,
        rows,
        pad_x: Pt(4.0),
        pad_y: Pt(2.0),
        ..Table::default()
    }
}

fn numbered(count: usize) -> Table {
    let mut rows = vec![row(&["No", "Nama", "Ket"])];
    rows.extend((1..=count).map(|n| row(&[&n.to_string(), "Dinas", "x"])));
    table(rows)
}

#[test]
fn columns_fill_the_table_and_fit_their_words() {
    let mut doc = document(vec![Block::Table(table(vec![row(&[
        "1.",
        "Nama",
        "Pertanggungjawaban",
    ])]))]);
    let book = FontBook::new();
    let mut shaper = Shaper::new(&book);
    assert!(settle(&mut doc, &mut shaper).is_empty());
    let Block::Table(table) = &doc.sections[0].blocks[0] else { panic!() };
    let widths: Vec<f32> = table
        .columns
        .iter()
        .map(|c| if let ColumnWidth::Fixed(w) = c { w.0 } else { panic!() })
        .collect();
    assert!((widths.iter().sum::<f32>() - 300.0).abs() < 0.01);
    assert!((widths[0] - 19.4).abs() < 0.5, "{widths:?}");
    assert!(widths[2] > 115.0, "{widths:?}");
}

#[test]
fn heads_are_repeated_as_artifacts_on_every_page() {
    let pages = set_blocks(vec![Block::Table(numbered(200))]);
    // 18.3 points a row: 10 rows a page, one of them the head.
    assert_eq!(pages.pages.len(), 23);
    for (n, page) in pages.pages.iter().enumerate() {
        assert_eq!(words(page)[..3], ["No", "Nama", "Ket"]);
        let head = page.items.iter().find(|i| matches!(i.kind, ItemKind::Text(_)));
        assert_eq!(head.unwrap().node.is_some(), n == 0);
    }
    let rows = pages.tree.iter().filter(|n| n.tag == Tag::Tr).count();
    assert_eq!(rows, 201);
    assert!(pages.tree.iter().any(|n| n.tag == Tag::Th(true, 1, 1)));
}

#[test]
fn a_head_that_stands_once_is_not_drawn_again() {
    let once = Table { head_once: true, ..numbered(200) };
    let pages = set_blocks(vec![Block::Table(once)]);
    assert_eq!(words(&pages.pages[0])[..3], ["No", "Nama", "Ket"]);
    for page in &pages.pages[1..] {
        assert_ne!(words(page)[0], "No");
    }
}

#[test]
fn a_head_is_never_alone_at_the_foot() {
    let pages = set_blocks(vec![lines_of(12, "a"), Block::Table(numbered(3))]);
    assert_eq!(words(&pages.pages[1])[0], "No");
    assert!(!words(&pages.pages[0]).contains(&"No".to_owned()));
}

#[test]
fn long_rows_are_cut_between_lines() {
    let mut long = numbered(1);
    long.rows[1].cells[1] = Cell::new(vec![lines_of(40, "z")]);
    let pages = set_blocks(vec![Block::Table(long)]);
    assert!(pages.pages.len() >= 4);
    let all: Vec<String> =
        pages.pages.iter().flat_map(words).filter(|w| w.starts_with('z')).collect();
    assert_eq!(all.len(), 40);
    for page in &pages.pages {
        assert!(texts(page).iter().all(|t| t.y.0 < 250.0), "{}", pages.dump());
    }
}

#[test]
fn spans_keep_their_rows_together_and_lines_are_joined() {
    let mut spanned = numbered(11);
    spanned.rows[9].cells[0].rowspan = 3;
    spanned.rows[10].cells.remove(0);
    spanned.rows[11].cells.remove(0);
    let pages = set_blocks(vec![Block::Table(spanned)]);
    // Row 10 stands under the cell of row 9, which begins the next page.
    assert_eq!(words(&pages.pages[1])[3], "9");
    let vertical = pages.pages[0].items.iter().filter(|i| match i.kind {
        ItemKind::Line { from, to, .. } => from.0 == to.0,
        _ => false,
    });
    assert_eq!(vertical.count(), 4);
}

#[test]
fn layout_tables_have_no_table_tags() {
    let layout = Table { role: TableRole::Layout, head_rows: 0, ..numbered(2) };
    let pages = set_blocks(vec![Block::Table(layout)]);
    assert!(!pages.tree.iter().any(|n| matches!(n.tag, Tag::Table(_) | Tag::Td(..))));
    assert_eq!(pages.tree[1].tag, Tag::Div);
}

#[test]
fn fitted_lines_shrink_together() {
    let line = |text: &str, size: f32| {
        let mut para = Paragraph::plain(StyleName::Kop, text);
        para.text.size = Some(Pt(size));
        para
    };
    let fit = FitLines {
        lines: vec![
            line("PEMERINTAH KABUPATEN HULU SUNGAI", 12.0),
            line("DINAS PEMBERDAYAAN MASYARAKAT DAN DESA", 16.0),
        ],
        min_scale: 0.5,
    };
    let pages = set_blocks(vec![Block::FitLines(fit)]);
    let lines = texts(&pages.pages[0]);
    assert_eq!(lines.len(), 2);
    assert!(right(lines[1]) <= 350.0 && lines[1].size.0 < 16.0);
    assert!((lines[1].size.0 / lines[0].size.0 - 4.0 / 3.0).abs() < 0.1);
}

#[test]
fn sheets_are_cut_and_their_fields_filled() {
    let head = Paragraph::new(
        StyleName::IsiRata,
        vec![
            Inline::text("Lembar "),
            Inline::field(TextField::SheetNumber),
            Inline::text("/"),
            Inline::field(TextField::SheetCount),
            Inline::text(" nomor "),
            Inline::field(TextField::FirstRow),
            Inline::text("-"),
            Inline::field(TextField::LastRow),
        ],
    );
    let sheet = Sheet {
        head: vec![Block::Paragraph(head)],
        table: numbered(20),
        foot: vec![para("Panitia"), para("Nama")],
        max_rows: 25,
    };
    let pages = set_blocks(vec![Block::Sheet(Box::new(sheet))]);
    let heads: Vec<String> = pages
        .pages
        .iter()
        .map(|p| texts(p).iter().take_while(|t| t.y.0 < 65.0).map(|t| &*t.text).collect())
        .collect();
    // (200 * 0.97 - 13.8 - 18.3) / 18.3 rows a sheet.
    assert_eq!(
        heads.iter().map(|h| h.trim()).collect::<Vec<_>>(),
        ["Lembar 1/3 nomor 01-08", "Lembar 2/3 nomor 09-16", "Lembar 3/3 nomor 17-20"]
    );
    assert!(words(&pages.pages[2]).contains(&"Panitia".to_owned()));
}

#[test]
fn cells_stand_in_the_middle_and_fills_lie_under_the_text() {
    let mut doc = numbered(1);
    doc.rows[1].min_height = Pt(60.0);
    doc.rows[1].shade = Some(crate::units::Rgb(200, 200, 200));
    doc.rows[1].cells[1].valign = VAlign::Middle;
    doc.rows[1].cells[2].valign = VAlign::Bottom;
    let pages = set_blocks(vec![Block::Table(doc)]);
    let page = &pages.pages[0];
    let y = |n: usize| texts(page)[n].y.0;
    // Top of the row at 68.3; a line is 13.8, its baseline 10.9 under its top.
    assert!((y(3) - 81.7).abs() < 0.1, "{}", pages.dump());
    assert!((y(4) - (68.3 + 30.25 - 6.9 + 10.86)).abs() < 0.1, "{}", pages.dump());
    assert!((y(5) - (128.3 - 2.0 - 13.8 + 10.86)).abs() < 0.1, "{}", pages.dump());
    let fills: Vec<_> =
        page.items.iter().filter(|i| matches!(i.kind, ItemKind::Fill { .. })).collect();
    assert_eq!(fills.len(), 1);
    let ItemKind::Fill { rect, .. } = fills[0].kind else { panic!() };
    assert!((rect[2].0 - 300.0).abs() < 0.01 && (rect[3].0 - 60.0).abs() < 0.01);
}

#[test]
fn captions_and_sums_are_not_left_alone() {
    let mut with_sum = numbered(10);
    with_sum.caption = vec![Inline::text("Tabel 1")];
    with_sum.rows[10].emphasis = true;
    let pages = set_blocks(vec![lines_of(11, "a"), Block::Table(with_sum.clone())]);
    assert_eq!(words(&pages.pages[1])[0], "Tabel\u{a0}1");
    // Caption, head and nine rows would fit, the sum would not: three rows before go along.
    with_sum.caption.clear();
    let pages = set_blocks(vec![Block::Table(with_sum)]);
    assert_eq!(words(&pages.pages[1])[3], "7");
}

#[test]
fn a_row_of_a_splittable_table_is_cut_where_the_page_ends() {
    let mut long = numbered(1);
    long.rows[1].splittable = true;
    long.rows[1].cells[1] = Cell::new(vec![lines_of(8, "z")]);
    let pages = set_blocks(vec![lines_of(6, "a"), Block::Table(long)]);
    assert_eq!(pages.pages.len(), 2);
    assert!(words(&pages.pages[0]).contains(&"z3".to_owned()), "{}", pages.dump());
    assert_eq!(words(&pages.pages[1])[..3], ["No", "Nama", "Ket"]);
}
