use super::*;
use crate::document::{LinkTarget, List, ListItem, ListMarker, TextStyle};
use crate::layout::page::Tag;

fn justified(hyphenate: bool) -> ParaProps {
    ParaProps {
        align: Some(Align::Justify),
        first_line: Some(Pt(30.0)),
        hyphenate: Some(hyphenate),
        ..ParaProps::default()
    }
}

#[test]
fn justified_lines_end_at_the_edge_and_the_last_does_not() {
    let pages = set_blocks(vec![with(LOREM, justified(false))]);
    let lines = texts(&pages.pages[0]);
    assert!(lines.len() >= 4);
    assert!((lines[0].x.0 - 80.0).abs() < 0.01);
    assert!((lines[1].x.0 - 50.0).abs() < 0.01);
    for line in &lines[..lines.len() - 1] {
        assert!((right(line) - 350.0).abs() < 0.02, "{}", pages.dump());
    }
    assert!(right(lines[lines.len() - 1]) < 349.0);
    let all: String = lines.iter().map(|t| &*t.text).collect();
    assert_eq!(all.trim(), LOREM);
    assert!((lines[1].y.0 - lines[0].y.0 - 13.8).abs() < 0.01);
}

#[test]
fn hyphens_are_no_characters_and_words_stay_whole() {
    let text = "pertanggungjawaban ketatanegaraan penyelenggaraan pertanggungjawaban \
        ketatanegaraan penyelenggaraan pertanggungjawaban ketatanegaraan";
    let props = ParaProps { right: Some(Pt(170.0)), ..justified(true) };
    let pages = set_blocks(vec![with(text, props)]);
    let items = &pages.pages[0].items;
    let mut all = String::new();
    let mut hyphens = 0;
    for item in items {
        let ItemKind::Text(t) = &item.kind else { continue };
        assert!(item.node.is_some());
        all.push_str(&t.text);
        hyphens += t.glyphs.iter().filter(|g| g.start == g.end).count();
    }
    assert_eq!(all.trim(), text);
    assert!(hyphens > 0, "{}", pages.dump());
}

#[test]
fn glyph_ranges_cover_the_text_in_order() {
    let pages = set_blocks(vec![with(LOREM, justified(true))]);
    for text in texts(&pages.pages[0]) {
        let mut at = 0;
        for glyph in &text.glyphs {
            assert_eq!(glyph.start, at);
            assert!(text.text.get(glyph.start as usize..glyph.end as usize).is_some());
            at = glyph.end;
        }
        assert_eq!(at as usize, text.text.len());
    }
}

#[test]
fn no_break_spaces_hold_and_alignment_moves() {
    let text = "aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa Rp\u{a0}1.250.000";
    let pages = set_blocks(vec![para(text)]);
    assert!(words(&pages.pages[0])[1].ends_with("Rp\u{a0}1.250.000"));
    let props = ParaProps { align: Some(Align::Right), ..ParaProps::default() };
    let pages = set_blocks(vec![with("kanan", props)]);
    assert!((right(texts(&pages.pages[0])[0]) - 350.0).abs() < 0.01);
    let props = ParaProps { align: Some(Align::Center), ..ParaProps::default() };
    let pages = set_blocks(vec![with("tengah", props)]);
    let line = texts(&pages.pages[0])[0];
    assert!((line.x.0 + right(line) - 400.0).abs() < 0.02);
}

#[test]
fn tabs_stop_and_dots_lead_to_the_edge() {
    let props = ParaProps {
        tabs: Some(vec![(Pt(80.0), false), (Pt(300.0), true)]),
        ..ParaProps::default()
    };
    let inlines = vec![
        Inline::text("Nomor"),
        Inline::Tab,
        Inline::text(": 5"),
        Inline::Tab,
        Inline::text("12"),
    ];
    let para = Paragraph { props, ..Paragraph::new(StyleName::IsiRata, inlines) };
    let pages = set_blocks(vec![Block::Paragraph(para)]);
    let items = texts(&pages.pages[0]);
    assert!((items[1].x.0 - 130.0).abs() < 0.01, "{}", pages.dump());
    assert!(items[2].text.starts_with("....."));
    assert!((right(items[3]) - 350.0).abs() < 0.05, "{}", pages.dump());
}

#[test]
fn nothing_leaves_the_type_area() {
    let long = "x".repeat(90);
    let longer = "y".repeat(180);
    let text = format!("{LOREM} {long} {LOREM} https://contoh.go.id/{long} {longer}");
    let list = List {
        marker: ListMarker::Decimal,
        start: 1,
        items: vec![ListItem { blocks: vec![with(&text, justified(true))] }],
        style: StyleName::Butir,
        ..List::default()
    };
    let (pages, problems) =
        set(document(vec![with(&text, justified(true)), Block::List(list)]));
    // The words that no line has room for are told; the address is not.
    let torn = |word: &str| crate::problem::LayoutProblem::torn_word(word).into();
    let told: Vec<_> = problems.sorted().into_iter().map(|d| d.problem).collect();
    assert_eq!(told, [torn(&long), torn(&longer)]);
    assert!(pages.pages.len() > 1);
    for page in &pages.pages {
        for text in texts(page) {
            assert!(text.x.0 >= 49.9 && right(text) <= 350.1, "{}", text.text);
            assert!(text.y.0 > 50.0 && text.y.0 < 250.0, "{}", text.text);
        }
    }
}

#[test]
fn markers_hang_left_of_nested_lists() {
    let item = |text: &str, more: Vec<Block>| {
        let mut blocks = vec![para(text)];
        blocks.extend(more);
        ListItem { blocks }
    };
    let list = |marker, items| {
        let style = StyleName::Butir;
        Block::List(List {
            indent: None,
            marker,
            start: 1,
            tight: true,
            level: 0,
            items,
            style,
        })
    };
    let inner = list(ListMarker::Alpha, vec![item("dalam", vec![])]);
    let outer =
        list(ListMarker::Decimal, vec![item("luar", vec![inner]), item("dua", vec![])]);
    let pages = set_blocks(vec![outer]);
    let items = texts(&pages.pages[0]);
    let xs: Vec<String> = items.iter().map(|t| format!("{:.0}", t.x.0)).collect();
    assert_eq!(words(&pages.pages[0]), ["1.", "luar", "a.", "dalam", "2.", "dua"]);
    assert_eq!(xs, ["50", "71", "71", "93", "50", "71"]);
    let tags: Vec<_> = pages.tree.iter().map(|n| n.tag.clone()).collect();
    assert_eq!(tags[1..6], [Tag::L(true), Tag::Li, Tag::Lbl, Tag::LBody, Tag::P]);
}

/// No room between the items of a tight list, but room behind it: the next item of a loose list
/// around it stands off from it as from any other item.
#[test]
fn a_tight_list_ends_with_the_room_of_its_last_item() {
    let line = |text: &str| {
        with(text, ParaProps { after: Some(Pt(7.0)), ..ParaProps::default() })
    };
    let item = |blocks: Vec<Block>| ListItem { blocks };
    let list =
        |tight, items| Block::List(List { tight, start: 1, items, ..List::default() });
    let inner = list(true, vec![item(vec![line("b")]), item(vec![line("c")])]);
    let items = vec![item(vec![line("a"), inner]), item(vec![line("d")])];
    let steps = |tight| -> Vec<i32> {
        let pages = set_blocks(vec![list(tight, items.clone()), line("e")]);
        let lines = texts(&pages.pages[0])
            .into_iter()
            .filter(|t| "abcde".contains(t.text.trim()));
        let ys: Vec<f32> = lines.map(|text| text.y.0).collect();
        #[allow(clippy::cast_possible_truncation)]
        ys.windows(2).map(|pair| (pair[1] - pair[0]).round() as i32).collect()
    };
    let [lead, close, next, behind] = steps(false)[..] else { panic!("five lines") };
    assert_eq!((lead, next, behind), (close + 7, close + 7, close + 7));
    let [_, close, next, behind] = steps(true)[..] else { panic!("five lines") };
    assert_eq!((next, behind), (close, close + 7));
}

#[test]
fn links_and_looks_have_their_own_items() {
    let inlines = vec![
        Inline::text("lihat "),
        Inline::Link {
            target: LinkTarget::Url("https://a.id".into()),
            inlines: vec![Inline::text("laman ini")],
        },
        Inline::styled(
            " dicoret",
            TextStyle { strike: true, underline: true, ..TextStyle::default() },
        ),
        Inline::styled("2", TextStyle { superscript: true, ..TextStyle::default() }),
    ];
    let pages =
        set_blocks(vec![Block::Paragraph(Paragraph::new(StyleName::IsiRata, inlines))]);
    let page = &pages.pages[0];
    let link = page.items.iter().find(|i| matches!(i.kind, ItemKind::Link { .. }));
    let node = link.unwrap().node.unwrap();
    assert_eq!(pages.tree[node.0 as usize].tag, Tag::Link);
    let lines = page.items.iter().filter(|i| matches!(i.kind, ItemKind::Line { .. }));
    assert_eq!(lines.count(), 2);
    let raised = texts(page)[3];
    assert!(raised.size.0 < 8.0 && raised.y < texts(page)[0].y);
    let p = &pages.tree[1];
    assert_eq!((&p.tag, p.children.len()), (&Tag::P, 3));
}

#[test]
fn missing_characters_are_told() {
    let (_, problems) = set(document(vec![para("aksara 漢")]));
    let missing = crate::problem::LayoutProblem::missing_glyph('漢');
    let found: Vec<_> = problems.iter().map(|d| d.problem.clone()).collect();
    assert_eq!(found, [missing.into()]);
}

#[test]
fn a_torn_word_is_told_and_an_address_or_a_row_of_dots_is_not() {
    let long = "Kepemudaan".repeat(8);
    let blocks = vec![
        para(&long),
        para(&long.to_uppercase()),
        para(&format!("({long}),")),
        para(&format!("https://contoh.go.id/{long}")),
        para(&format!("{long}@contoh.go.id")),
        para(&".".repeat(200)),
        para("Kepemudaan dan olahraga"),
    ];
    let (_, problems) = set(document(blocks));
    let torn = crate::problem::LayoutProblem::torn_word(&long);
    let found: Vec<_> = problems.iter().map(|d| d.problem.clone()).collect();
    assert_eq!(found, [torn.into()]);
}

#[test]
fn a_compound_wider_than_its_line_ends_it_behind_its_hyphen_else_between_syllables() {
    let lines = |text: &str, width: f32| {
        let props = ParaProps { right: Some(Pt(300.0 - width)), ..ParaProps::default() };
        let (pages, problems) = set(document(vec![with(text, props)]));
        (words(&pages.pages[0]), problems.iter().count())
    };
    let (found, told) = lines("masing-masing", 60.0);
    assert_eq!(
        (found.as_slice(), told),
        (["masing-", "masing"].map(String::from).as_slice(), 0)
    );
    let (found, told) = lines("Pertanggungjawaban", 70.0);
    assert_eq!(found.concat(), "Pertanggungjawaban");
    assert!(["Per", "Pertang", "Pertanggung"].contains(&found[0].as_str()), "{found:?}");
    assert_eq!(told, 1);
    // Where the whole word has room in a line, it keeps its hyphen inside it.
    let (found, _) = lines("agar masing-masing", 90.0);
    assert_eq!(found, ["agar", "masing-masing"]);
}
