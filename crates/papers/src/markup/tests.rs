//! Whatever a value holds, markup reads back its own characters and nothing else.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;

use super::{Context, Pictures, read};
use crate::letter::Letters;
use crate::notation::{self, escape, parse, protect_colons, write};
use crate::officials::Officials;
use crate::origins::FilledText;
use crate::profil::Profil;
use base::diag::{Diagnostic, Problems};
use num_rational::BigRational;
use typeset::document::{
    Block, Heading, ImageData, Inline, Paragraph, Section, Shape, plain_text,
};

/// What has a meaning in CommonMark, its extensions, directives, templates or XML.
const NASTY: [&str; 62] = [
    "*",
    "**",
    "_",
    "__",
    "~~",
    "^",
    "`",
    "```",
    "\\",
    "\\\n",
    "|",
    "||",
    "<",
    ">",
    "<<",
    "^^",
    "<i>",
    "</td>",
    "<!--",
    "-->",
    "<http://x>",
    "[",
    "]",
    "[x](y)",
    "![x](y)",
    "[^1]",
    "[^1]: x",
    "[x]: y",
    "(",
    ")",
    "#",
    "# ",
    "###### ",
    "1. ",
    "12) ",
    "- ",
    "+ ",
    "* ",
    "---",
    "===",
    "> ",
    ":",
    ":::",
    ":::kop",
    "::: {a=\"b\"}",
    "{",
    "}",
    "{{ x }}",
    "{% raw %}",
    "{#",
    "&",
    "&amp;",
    "&#124;",
    "&#x41;",
    "\"",
    "'",
    "=",
    "http://x.y/z?a=b&c=d",
    "www.x.y",
    "a@b.c",
    "$",
    "@",
];

/// White space of all kinds, and what is none but looks so.
const BLANKS: [&str; 14] = [
    " ", "  ", "    ", "\t", "\n", "\n\n", "\r", "\r\n", "\u{a0}", "\u{2028}", "\u{85}",
    "\u{3000}", "\u{200b}", "\0",
];

fn value() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(&NASTY[..]).prop_map(str::to_owned),
        2 => prop::sample::select(&BLANKS[..]).prop_map(str::to_owned),
        3 => prop::sample::select(&["a", "Ma'ruf", "ß", "é", "şñ", "7", "19", "x y"][..])
            .prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 1..10).prop_map(|pieces| pieces.concat())
}

/// The value with its white space folded, as the reader sees it.
fn folded(value: &str) -> String {
    notation::folded(value).collect::<String>().trim_matches(' ').to_owned()
}

fn escaped(value: &str) -> String {
    let mut out = String::new();
    escape(value, &mut out);
    out
}

/// Pictures by path.
pub(super) type Images = BTreeMap<String, Arc<ImageData>>;

impl Pictures for Images {
    fn picture(&self, path: &str) -> Option<Result<Arc<ImageData>, Diagnostic>> {
        self.get(path).cloned().map(Ok)
    }

    fn near(&self, _: &str) -> String {
        String::new()
    }
}

/// A final letter of no official.
pub(super) fn context<'a>(profil: &'a Profil, pictures: &'a Images) -> Context<'a> {
    Context {
        profil,
        pictures,
        officials: Officials::default(),
        letters: Letters::default(),
        shape: Shape::Surat,
        first: Section::default(),
        is_final: true,
    }
}

/// The blocks of a text, without a problem.
fn blocks(text: &str) -> Vec<Block> {
    let (profil, images) = (Profil::default(), Images::new());
    let context = context(&profil, &images);
    let mut problems = Problems::default();
    let text = protect_colons(text, &mut |_, _| {});
    let filled = FilledText { text: text.clone(), ..FilledText::default() };
    let mut sections = read(&filled, &context, &mut problems).sections;
    assert!(problems.is_empty(), "{text:?}: {:?}", problems.sorted());
    assert_eq!(sections.len(), 1, "{text:?}");
    sections.remove(0).blocks
}

/// The only block of a text.
fn only(text: &str) -> Block {
    let mut blocks = blocks(text);
    assert_eq!(blocks.len(), 1, "{text:?}: {blocks:?}");
    blocks.remove(0)
}

#[test]
fn a_chart_has_the_number_and_not_its_print() {
    use crate::origins::{Figure, Origins, Thing};
    use typeset::document::ChartValue;
    let (profil, images) = (Profil::default(), Images::new());
    let context = context(&profil, &images);
    let text = ":::grafik {judul=\"J\" satuan=\"%\"}\n| U | I |\n|:--|--:|\n| a | 89,99% |\n\
                | b | **12,34** % |\n| c | 7,5 |\n:::\n";
    let exact = |n: i64, d: i64| BigRational::new(n.into(), d.into());
    let percent = field::spm::Percent::new(exact(89_996, 1000));
    let third = exact(37_036, 3001);
    let mut origins = Origins::default();
    for (print, figure) in [
        ("89,99%", Figure::Percent(percent.clone())),
        ("12,34", Figure::Number(third.clone())),
    ] {
        let at = text.find(print).unwrap();
        origins.push_thing(at..at + print.len(), Thing::Figure(figure));
    }
    let filled = FilledText { text: text.to_owned(), origins };
    let mut problems = Problems::default();
    let sections = read(&filled, &context, &mut problems).sections;
    assert!(problems.is_empty(), "{:?}", problems.sorted());
    let Block::Chart(chart) = &sections[0].blocks[0] else { panic!("{sections:?}") };
    let values: Vec<(&BigRational, &str)> = chart.series[0]
        .values
        .iter()
        .filter_map(|value| match value {
            ChartValue::Number(number, label) => Some((number, label.as_str())),
            _ => None,
        })
        .collect();
    let written = exact(75, 10);
    assert_eq!(
        values,
        [(percent.value(), "89,99%"), (&third, "12,34%"), (&written, "7,50%")]
    );
}

fn said(block: &Block) -> String {
    match block {
        Block::Paragraph(paragraph) => plain_text(&paragraph.inlines),
        Block::Heading(heading) => plain_text(&heading.inlines),
        other => panic!("{other:?}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_value_is_its_own_text_everywhere(value in value()) {
        let (text, mark) = (folded(&value), escaped(&value));
        prop_assume!(!text.is_empty());

        prop_assert_eq!(said(&only(&format!("{mark}\n"))), text.as_str());
        prop_assert_eq!(said(&only(&format!("## {mark}\n"))), text.as_str());
        let middle = said(&only(&format!("Kata {mark} kata.\n")));
        prop_assert_eq!(folded(&middle), format!("Kata {text} kata."));

        let list = only(&format!("1. {mark}\n2. dua\n"));
        let Block::List(list) = list else { panic!("{list:?}") };
        prop_assert_eq!((list.items.len(), list.items[0].blocks.len()), (2, 1));
        prop_assert_eq!(said(&list.items[0].blocks[0]), text.as_str());

        let table = only(&format!("| A | B |\n|---|---|\n| {mark} | x |\n| y | {mark} |\n"));
        let Block::Table(table) = table else { panic!("{table:?}") };
        let cells: Vec<Vec<String>> = table
            .rows
            .iter()
            .map(|row| row.cells.iter().map(|cell| said(&cell.blocks[0])).collect())
            .collect();
        prop_assert_eq!(cells, [["A", "B"], [text.as_str(), "x"], ["y", text.as_str()]]);

        let inside = only(&format!(":::gaya {{rata=kiri}}\n{mark}\n:::\n"));
        prop_assert_eq!(said(&inside), text.as_str());
    }

    #[test]
    fn a_value_is_its_own_text_in_an_attribute(value in value()) {
        let text = folded(&value);
        let mut written = String::from(":::tembusan {");
        write("nama", &value, &mut written);
        written.push('}');
        for line in [written, format!(":::tembusan {{nama=\"{}\"}}", escaped(&value))] {
            let line = protect_colons(&line, &mut |_, _| {});
            let opening = parse(&line, &|_, _| Default::default());
            let read = opening.as_ref().map(|o| o.get("nama").map_or("", |(text, _)| text).trim_matches(' ').to_owned());
            prop_assert_eq!(read, Ok(text.clone()), "{}", line);
        }
    }
}

#[test]
fn columns_that_say_nothing_are_dropped_on_demand() {
    let rows = "| No | Nama | Satuan | Ket | Tanda | << |\n|--|--|--|--|--|--|\n\
                | 1 | **A** | << | - | | |\n| 2 | B | – | | | |\n";
    let columns = |attributes: &str| {
        let Block::Table(table) =
            only(&format!(":::tabel {{{attributes}}}\n{rows}:::\n"))
        else {
            panic!()
        };
        let of = |row: usize| table.rows[row].cells.iter().map(|cell| cell.colspan);
        (table.columns.len(), of(0).collect::<Vec<_>>(), of(1).collect::<Vec<_>>())
    };
    assert_eq!(columns("utuh"), (6, vec![1, 1, 1, 1, 2], vec![1, 2, 1, 1, 1]));
    // The unit and the note go; the room for hands under one head stays, less its empty half.
    assert_eq!(columns("utuh buang-kosong").0, 3);
}

#[test]
fn what_is_typed_into_a_computer_keeps_its_lines_and_its_letters() {
    let Block::Paragraph(typed) = only("```toml\n[a]\nb  = 1\n  c = 2\n```\n") else {
        panic!("no paragraph");
    };
    let said: Vec<String> = typed
        .inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text { text, style, .. } if style.mono => text.clone(),
            Inline::Break => "|".to_owned(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(said.concat(), "[a]|b\u{a0}\u{a0}= 1|\u{a0}\u{a0}c = 2");
    assert_eq!(typed.props.hyphenate, Some(false));

    let faces = |text: &str| -> Vec<bool> {
        let (Block::Paragraph(Paragraph { inlines, .. })
        | Block::Heading(Heading { inlines, .. })) = only(text)
        else {
            panic!("{text}");
        };
        let face =
            |inline: &Inline| matches!(inline, Inline::Text { style, .. } if style.mono);
        inlines.iter().map(face).collect()
    };
    assert_eq!(faces("ketik `naskah check` lalu\n"), [false, true, false]);
    assert!(faces("## Perintah `naskah check`\n").iter().all(|mono| !mono));
}
