use super::*;
use crate::document::{
    Cell, ColumnWidth, Header, Heading, List, ListItem, ListMarker, PageNumbers, Row,
    Table, TextField, Toc,
};
use crate::layout::page::Tag;

fn heading(level: u8, id: &str) -> Block {
    Block::Heading(Heading {
        level,
        id: id.into(),
        inlines: vec![Inline::text(id)],
        ..Heading::default()
    })
}

#[test]
fn a_page_takes_fourteen_lines() {
    let pages = set_blocks((0..15).map(|n| para(&format!("b{n}"))).collect());
    assert_eq!(pages.pages.len(), 2);
    assert_eq!(words(&pages.pages[1]), ["b14"]);
}

#[test]
fn no_single_line_at_foot_or_top() {
    // 13 lines, then 4: one line would fit, so the paragraph goes over whole.
    let pages = set_blocks(vec![lines_of(13, "a"), lines_of(4, "b")]);
    assert_eq!(words(&pages.pages[1])[0], "b1");
    // 11 lines, then 4: three would fit, leaving one; two stay.
    let pages = set_blocks(vec![lines_of(11, "a"), lines_of(4, "b")]);
    assert_eq!(words(&pages.pages[1]), ["b3", "b4"]);
}

#[test]
fn parts_of_an_item_are_torn_like_paragraphs() {
    let item = lines_of(3, "b");
    let list = List {
        marker: ListMarker::Decimal,
        start: 1,
        items: vec![ListItem { blocks: vec![item] }],
        style: StyleName::IsiRata,
        ..List::default()
    };
    // One line would fit: the name of the item does not stay behind, nor is its last part alone.
    let pages = set_blocks(vec![lines_of(13, "a"), Block::List(list.clone())]);
    assert_eq!(words(&pages.pages[1]), ["1.", "b1", "b2", "b3"]);
    let pages = set_blocks(vec![lines_of(11, "a"), Block::List(list)]);
    assert_eq!(words(&pages.pages[0]).len(), 15);
}

#[test]
fn markers_of_two_digits_have_room() {
    let items = |count| vec![ListItem { blocks: vec![para("x")] }; count];
    let list = |count| List {
        items: items(count),
        start: 1,
        marker: ListMarker::Decimal,
        ..List::default()
    };
    let cell = |count| Cell { blocks: vec![Block::List(list(count))], ..Cell::default() };
    let row = Row { cells: vec![cell(9), cell(10)], ..Row::default() };
    let columns = vec![ColumnWidth::Weight(1.0); 2];
    let mut doc = document(vec![Block::Table(Table {
        rows: vec![row],
        columns,
        ..Table::default()
    })]);
    let book = FontBook::new();
    settle(&mut doc, &mut Shaper::new(&book));
    let Block::Table(table) = &doc.sections[0].blocks[0] else { unreachable!() };
    let indent = |cell: &Cell| match &cell.blocks[0] {
        Block::List(list) => list.indent.unwrap(),
        _ => unreachable!(),
    };
    let cells = &table.rows[0].cells;
    assert!(indent(&cells[1]) > indent(&cells[0]) + Pt(4.0));
}

#[test]
fn headings_stay_with_their_text() {
    let pages =
        set_blocks(vec![lines_of(13, "a"), heading(1, "judul"), lines_of(3, "b")]);
    assert_eq!(words(&pages.pages[1])[0], "judul");
    assert_eq!((pages.headings[0].page, pages.headings[0].y), (1, Pt(50.0)));
}

#[test]
fn a_signature_takes_two_lines_along() {
    let keep = Block::Keep {
        blocks: vec![para("Sekretaris,"), Block::Space(Pt(40.0)), para("Nama")],
        with_previous: 2,
    };
    let pages = set_blocks(vec![lines_of(12, "a"), keep]);
    assert_eq!(words(&pages.pages[1]), ["a11", "a12", "Sekretaris,", "Nama"]);
}

#[test]
fn room_above_is_dropped_at_the_top_and_the_larger_counts_elsewhere() {
    let props = ParaProps {
        before: Some(Pt(10.0)),
        after: Some(Pt(5.0)),
        ..ParaProps::default()
    };
    let pages = set_blocks(vec![with("a", props.clone()), with("b", props)]);
    let lines = texts(&pages.pages[0]);
    assert!((lines[0].y.0 - 50.0 - 12.0 * 0.905).abs() < 0.1);
    assert!((lines[1].y.0 - lines[0].y.0 - 23.8).abs() < 0.01);
}

#[test]
fn footnotes_stand_at_the_foot_of_their_page() {
    let note = Inline::Footnote { number: 1, inlines: vec![Inline::text("Catatan.")] };
    let para = Paragraph::new(StyleName::IsiRata, vec![Inline::text("isi"), note]);
    // The mark would fit on line 13, the note would not.
    let pages = set_blocks(vec![lines_of(12, "a"), Block::Paragraph(para.clone())]);
    assert_eq!(pages.pages.len(), 2);
    assert!(words(&pages.pages[1])[0].starts_with("isi"));
    let pages = set_blocks(vec![lines_of(11, "a"), Block::Paragraph(para)]);
    assert_eq!(pages.pages.len(), 1);
    let all = texts(&pages.pages[0]);
    let last = all[all.len() - 1];
    assert!(last.text.contains("Catatan.") && last.y.0 > 240.0 && last.y.0 < 250.0);
    assert!(pages.tree.iter().any(|n| n.tag == Tag::Note));
}

#[test]
fn toc_shows_the_right_pages() {
    let toc = Block::Toc(Toc { depth: 2 });
    let blocks = vec![
        toc,
        Block::PageBreak,
        heading(1, "satu"),
        lines_of(14, "a"),
        heading(3, "tiga"),
        para("x"),
        Block::PageBreak,
        heading(1, "dua"),
    ];
    let pages = set_blocks(blocks);
    let toc = words(&pages.pages[0]);
    assert_eq!(toc[0], "satu");
    assert_eq!((toc[2].as_str(), toc[3].as_str(), toc[5].as_str()), ("2", "dua", "4"));
    let first = texts(&pages.pages[0]);
    assert!((right(first[2]) - 350.0).abs() < 0.01);
    assert_eq!(pages.heading_labels()["dua"], "4");
    let level = |id: &str| {
        pages.tree.iter().find_map(|n| match &n.tag {
            Tag::H(level, title) if title == id => Some(*level),
            _ => None,
        })
    };
    assert_eq!((level("satu"), level("tiga"), level("dua")), (Some(1), Some(2), Some(1)));
}

#[test]
fn headers_numbers_and_sections() {
    let line = |inlines| vec![Paragraph::new(StyleName::Kaki, inlines)];
    let mut doc = document(vec![para("a"), Block::PageBreak, para("b")]);
    doc.watermark = Some("DRAF".into());
    doc.sections[0].header = Header {
        all: line(vec![
            Inline::field(TextField::Page),
            Inline::text(" dari "),
            Inline::field(TextField::Pages),
        ]),
        first: Some(vec![]),
    };
    let mut second = doc.sections[0].clone();
    second.numbers = PageNumbers { roman: true, start: Some(4) };
    second.page.center_vertically = true;
    doc.sections.push(second);
    let (pages, problems) = set(doc);
    assert!(problems.is_empty(), "{problems:?}");
    let labels: Vec<_> = pages.pages.iter().map(|p| p.label.as_str()).collect();
    assert_eq!(labels, ["1", "2", "iv", "v"]);
    assert_eq!(words(&pages.pages[0]), ["a"]);
    let second: String = texts(&pages.pages[1]).iter().map(|t| &*t.text).collect();
    assert!(second.starts_with("2 dari 2"), "{second}");
    let fourth: String = texts(&pages.pages[3]).iter().map(|t| &*t.text).collect();
    assert!(fourth.starts_with("v dari 5"), "{fourth}");
    assert!(matches!(pages.pages[1].items[0].kind, ItemKind::Watermark { .. }));
    assert!(pages.pages[1].items[1].node.is_none());
    let middle = texts(&pages.pages[2])[0].y.0;
    assert!(middle > 145.0 && middle < 160.0, "{middle}");
}

/// A signature takes its closing sentence along and two lines of the text before it, through a
/// paragraph of one line too, in the tree, so that Word does so as well; a longer paragraph above
/// it is text itself.
#[test]
fn a_group_takes_two_lines_along_through_short_paragraphs() {
    let page = |closing: Block| {
        let keep = Block::Keep { blocks: vec![lines_of(3, "tanda")], with_previous: 2 };
        let blocks = vec![lines_of(9, "isi"), lines_of(1, "atas"), closing, keep];
        let pages = set_blocks(blocks);
        assert_eq!(pages.pages.len(), 2);
        words(&pages.pages[1])
    };
    // 9, 1, 2 and 3 lines are one too many.
    let closing = page(lines_of(2, "tutup"));
    assert_eq!(closing[..4], ["isi8", "isi9", "atas1", "tutup1"]);
    let text = page(lines_of(4, "tutup"));
    assert_eq!(text[..2], ["tutup3", "tutup4"]);
    let short = {
        let keep = Block::Keep { blocks: vec![lines_of(4, "tanda")], with_previous: 2 };
        let blocks =
            vec![lines_of(9, "isi"), lines_of(1, "atas"), lines_of(1, "tutup"), keep];
        let mut doc = document(blocks);
        let book = FontBook::new();
        settle(&mut doc, &mut Shaper::new(&book));
        let Block::Paragraph(above) = &doc.sections[0].blocks[0] else { panic!() };
        assert_eq!(above.props.keep_next, Some(true));
        let (pages, _) = layout(&doc, &mut Shaper::new(&book));
        words(&pages.pages[1])
    };
    assert_eq!(short[..4], ["isi8", "isi9", "atas1", "tutup1"]);
}

/// Items of one line each: two of them come along with the closing sentence, and a heading above
/// it, which says nothing by itself.
#[test]
fn a_group_takes_items_and_a_heading_along() {
    let last = |blocks: Vec<Block>| {
        let keep = Block::Keep { blocks: vec![lines_of(3, "tanda")], with_previous: 2 };
        let pages = set_blocks(blocks.into_iter().chain([keep]).collect());
        assert_eq!(pages.pages.len(), 2);
        words(&pages.pages[1])
    };
    let items =
        (1..=4).map(|n| ListItem { blocks: vec![lines_of(1, &format!("butir{n}-"))] });
    let list = Block::List(List { items: items.collect(), ..List::default() });
    let found = last(vec![lines_of(7, "isi"), list, lines_of(2, "tutup")]);
    let texts: Vec<&String> = found.iter().filter(|t| t.contains("butir")).collect();
    assert_eq!(texts, ["butir3-1", "butir4-1"]);
    let found =
        last(vec![lines_of(10, "isi"), heading(2, "Penutup"), lines_of(1, "tutup")]);
    assert_eq!(found[..4], ["isi9", "isi10", "Penutup", "tutup1"]);
}

/// The first page has more or less room above and below than the others, which keep theirs.
#[test]
fn the_first_page_has_margins_of_its_own() {
    let lines = || (0..40).map(|n| para(&format!("b{n}"))).collect();
    let edges = |page: &Page| {
        let of_text = page.items.iter().filter(|i| i.node.is_some());
        let ys = of_text.filter_map(|item| match &item.kind {
            ItemKind::Text(text) => Some(text.y),
            _ => None,
        });
        let ys: Vec<Pt> = ys.collect();
        (ys[0], *ys.last().unwrap())
    };
    let (usual, _) = set(document(lines()));
    let (top, bottom) = edges(&usual.pages[0]);
    for (first, down, up) in [
        ((Some(Pt(90.0)), None), 40.0, 0.0),
        ((Some(Pt(20.0)), None), -30.0, 0.0),
        ((None, Some(Pt(92.0))), 0.0, 42.0),
        ((Some(Pt(64.0)), Some(Pt(92.0))), 14.0, 42.0),
    ] {
        let mut doc = document(lines());
        doc.sections[0].page.first = first;
        let (pages, problems) = set(doc);
        assert!(problems.is_empty(), "{problems:?}");
        let (one, end) = edges(&pages.pages[0]);
        assert!((one - top - Pt(down)).0.abs() < 1.0, "{first:?}: {one:?} {top:?}");
        assert!(end <= bottom - Pt(up) + Pt(1.0), "{first:?}: {end:?} {bottom:?}");
        let (one, end) = edges(&pages.pages[1]);
        assert!((one - top).0.abs() < 1.0, "{first:?}: {one:?} {top:?}");
        assert!((end - bottom).0.abs() < 1.0, "{first:?}: {end:?} {bottom:?}");
    }
}
