//! Text that is read from right to left. The built-in sans has Hebrew.

use super::{para, set_blocks, texts, with};
use crate::document::{Align, ParaProps};
use crate::layout::page::TextItem;
use crate::units::Pt;

/// Texts from left to right as they stand on the page.
fn seen(items: &[&TextItem]) -> Vec<String> {
    let mut items: Vec<_> = items.iter().filter(|t| !t.text.trim().is_empty()).collect();
    items.sort_by(|a, b| (a.y.0, a.x.0).partial_cmp(&(b.y.0, b.x.0)).unwrap());
    items.iter().map(|t| t.text.trim().to_owned()).collect()
}

#[test]
fn words_stand_from_right_to_left_and_are_read_in_their_order() {
    let pages = set_blocks(vec![para("kata שלום עליכם lalu")]);
    let items = texts(&pages.pages[0]);
    assert_eq!(seen(&items), ["kata", "עליכם", "שלום", "lalu"]);
    let read: String = items.iter().map(|t| t.text.as_ref()).collect();
    assert_eq!(read.trim(), "kata שלום עליכם lalu");
    let word = items.iter().find(|t| t.text.starts_with("שלום")).unwrap();
    let starts: Vec<_> = word.glyphs.iter().map(|g| g.start).collect();
    assert_eq!(starts, [6, 4, 2, 0], "its last letter stands at the left");
    // One next to the other: nothing lies on its neighbour, no gap is left.
    let mut edges: Vec<_> = items.iter().map(|t| (t.x.0, super::right(t))).collect();
    edges.sort_by(|a, b| a.partial_cmp(b).unwrap());
    for pair in edges.windows(2) {
        assert!((pair[1].0 - pair[0].1).abs() < 0.01, "{edges:?}");
    }
}

#[test]
fn brackets_turn_with_their_text() {
    let pages = set_blocks(vec![para("שלום (עליכם)"), para("(a)")]);
    let items = texts(&pages.pages[0]);
    let glyph = |text: &str, of: &str| {
        let item = items.iter().find(|t| t.text.contains(of)).unwrap();
        let at = item.text.find(text).unwrap();
        item.glyphs.iter().find(|g| g.start as usize == at).unwrap().id
    };
    assert_eq!(glyph("(", "עליכם"), glyph(")", "(a)"));
    assert_eq!(glyph(")", "עליכם"), glyph("(", "(a)"));
}

#[test]
fn a_paragraph_that_begins_so_stands_at_the_right_edge() {
    let at = |props: ParaProps| {
        let pages = set_blocks(vec![with("שלום 12 ok", props)]);
        let items = texts(&pages.pages[0]);
        let left = items.iter().map(|t| t.x.0).fold(f32::MAX, f32::min);
        let right = items.iter().map(|t| super::right(t)).fold(0.0, f32::max);
        assert_eq!(seen(&items), ["ok", "12", "שלום"]);
        (left, right)
    };
    let (left, right) = at(ParaProps::default());
    assert!(left > 200.0 && (right - 350.0).abs() < 0.1, "{left} {right}");
    let indented = ParaProps { left: Some(Pt(30.0)), ..ParaProps::default() };
    assert!((at(indented).1 - 320.0).abs() < 0.1);
    let middle = ParaProps { align: Some(Align::Center), ..ParaProps::default() };
    let (left, right) = at(middle);
    assert!((left - 50.0 - (350.0 - right)).abs() < 0.1, "{left} {right}");
}
