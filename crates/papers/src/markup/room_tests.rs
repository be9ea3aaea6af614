//! Room that is left for what is to be written is a fact of what left it.

use std::collections::BTreeMap;
use std::ops::Range;

use super::read;
use super::tests::context;
use crate::origins::{FilledText, Origin, Origins, Thing};
use crate::profil::Profil;
use bahasa::nomor::GAP;
use base::diag::Problems;
use base::source::{FileId, Span};
use field::domain::LetterNumber;

/// What is still to be written in a text, in which things were printed.
fn told(text: &str, things: &[(Range<usize>, Thing)]) -> Vec<(String, bool)> {
    let (profil, images) = (Profil::default(), BTreeMap::default());
    let mut origins = Origins::default();
    origins.push(0..text.len(), Origin::Tag(Span::File(FileId(1))));
    for (range, thing) in things {
        origins.push_thing(range.clone(), thing.clone());
    }
    let filled = FilledText { text: text.to_owned(), origins };
    let read = read(&filled, &context(&profil, &images), &mut Problems::default());
    let gaps = read.facts.gaps.into_iter();
    gaps.map(|gap| (gap.value.text, gap.value.is_day)).collect()
}

#[test]
fn what_leaves_room_says_so() {
    let number = LetterNumber::by_hand(&format!("100.1.2/{GAP}/PEM"), None);
    let room = |text: &str, part: &str, thing: Thing| {
        let at = text.find(part).unwrap();
        told(text, &[(at..at + part.len(), thing)])
    };
    let head = format!(":::kepala-surat {{nomor=\"{}\"}}\n:::\n", number.as_str());
    let given = Thing::Letter(number.clone());
    let expected = vec![("100.1.2/……".to_owned(), false)];
    assert_eq!(room(&head, number.as_str(), given.clone()), expected);
    let running = format!("Surat Nomor {} itu\n", number.as_str());
    let expected = vec![("Surat Nomor 100.1.2/……".to_owned(), false)];
    assert_eq!(room(&running, number.as_str(), given), expected);
    // A day is told as one whatever its room is made of.
    let day = ":::kepala-surat {tanggal=\"____\"}\n:::\n";
    let expected = vec![("tanggal: ……".to_owned(), true)];
    assert_eq!(room(day, "____", Thing::Room), expected);
    assert_eq!(told(day, &[]), []);
}

#[test]
fn room_that_is_left_by_hand_is_told_and_an_indent_is_none() {
    let by_hand = format!(":::rincian {{label=\"Nomor\" isi=\"{GAP}/PEM\"}}\n:::\n");
    assert_eq!(told(&by_hand, &[]), [("isi: ……".to_owned(), false)]);
    let text = format!("Pukul {GAP} sampai selesai\n");
    assert_eq!(told(&text, &[]), [("Pukul……".to_owned(), false)]);
    for name in ["rincian", "kepala-surat", "kepala-lampiran"] {
        let indented = format!(":::{name} {{label=\"{GAP}a. anak\" isi=\"2\"}}\n:::\n");
        assert_eq!(told(&indented, &[]), [], "{name}");
    }
}
