//! What is declared is what is read.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::Arc;

use super::{Attribute, DIRECTIVES, Directive, Said};
use crate::markup::read;
use crate::markup::tests::context;
use crate::origins::FilledText;
use crate::profil::Profil;
use base::diag::Problems;
use typeset::document::ImageData;

thread_local! {
    static ASKED: RefCell<BTreeSet<(&'static str, &'static str)>> = RefCell::default();
}

/// Notes that the reader of a directive asks for an attribute.
pub(super) fn asked(directive: &'static str, attribute: &'static str) {
    ASKED.with_borrow_mut(|asked| asked.insert((directive, attribute)));
}

/// The directive with attributes, each with its example, and a table in it.
fn written(directive: &Directive, attributes: &[&'static dyn Attribute]) -> String {
    let mut text = format!(":::{} {{", directive.name);
    for told in attributes.iter().map(|a| a.told()) {
        let _ = write!(text, " {}=\"{}\"", told.name, told.example);
    }
    text + "}\n| A | B |\n|:--|--:|\n| a | 1 |\n:::\n"
}

fn read_text(text: &str) -> Problems {
    let profil = Profil::default();
    let image = ImageData { png: true, bytes: Vec::new(), width: 2, height: 1 };
    let images = BTreeMap::from([("aset/lambang.png".to_owned(), Arc::new(image))]);
    let context = context(&profil, &images);
    let mut problems = Problems::default();
    let filled = FilledText { text: text.to_owned(), ..FilledText::default() };
    read(&filled, &context, &mut problems);
    problems
}

#[test]
fn every_directive_says_what_it_is() {
    for directive in DIRECTIVES {
        let Directive { name, explanation, example, .. } = directive;
        assert!(!name.is_empty() && !explanation.is_empty(), "{name}: {explanation}");
        assert!(example.contains(&format!(":::{name}")), "{name}: {example}");
    }
}

#[test]
fn every_declared_attribute_is_read_and_no_other() {
    for directive in DIRECTIVES {
        ASKED.take();
        read_text(&written(directive, directive.attributes));
        for attribute in directive.attributes {
            read_text(&written(directive, &[*attribute]));
        }
        let declared: BTreeSet<_> = directive
            .attributes
            .iter()
            .map(|a| (directive.name, a.told().name))
            .collect();
        let asked: BTreeSet<_> = ASKED
            .take()
            .into_iter()
            .filter(|(name, _)| *name == directive.name)
            .collect();
        assert_eq!(asked, declared, ":::{}", directive.name);
    }
}

#[test]
fn every_attribute_is_told_and_its_example_is_one() {
    for directive in DIRECTIVES {
        let (name, example) = (directive.name, directive.example);
        assert!(!directive.explanation.is_empty(), ":::{name}");
        assert!(example.contains(&format!(":::{name}")), ":::{name} has no example");
        for attribute in directive.attributes {
            let told = attribute.told();
            assert!(!told.explanation.is_empty(), ":::{name} {}", told.name);
            let checked = directive.check(told.name, Said(Some(told.example)));
            assert_eq!(checked, Ok(()), ":::{name} {}", told.name);
        }
    }
}
