//! Rendered template text to the document tree: CommonMark with `:::` directives.
//!
//! `comrak` parses the text; `blocks` and `inlines` walk its tree with one function per
//! construct; `directive` has one file for each `:::name {…}`, which asks `crate::forms` for the
//! official forms.

mod amount;
mod arrange;
mod blocks;
mod depth;
mod directive;
mod formal;
mod glance;
mod headings;
mod inlines;
mod places;
mod reader;
#[cfg(test)]
mod room_tests;
mod tables;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use comrak::{Arena, Options};

use crate::facts::Facts;
use crate::letter::Letters;
use crate::officials::Officials;
use crate::origins::FilledText;
use crate::problem::PrintProblem;
use crate::profil::Profil;
use base::diag::{Both, Diagnostic, Problems};
use base::written::Trail;
use typeset::document::{
    ImageData, Inline, Paragraph, Section, Shape, StyleName, TextField, TextStyle,
};

pub(crate) use directive::unknown;
pub use directive::{
    Attribute, DIRECTIVES, Directive, Function, Said, Source, Told, directive,
};
pub(crate) use glance::{mistakes, officials};
pub use inlines::FIELDS;

/// The pictures of a workspace.
pub trait Pictures: Sync {
    /// The picture of a path, or what is wrong with its file; `None` when there is no such file.
    fn picture(&self, path: &str) -> Option<Result<Arc<ImageData>, Diagnostic>>;

    /// The path of the picture that a name seems to mean which is none; empty where none does.
    fn near(&self, path: &str) -> String;
}

/// What markup needs beside the text.
pub struct Context<'a> {
    /// How papers look.
    pub profil: &'a Profil,
    /// The workspace's pictures.
    pub pictures: &'a dyn Pictures,
    /// The officials it can name by id.
    pub officials: Officials<'a>,
    /// The letters and days it can name by id.
    pub letters: Letters<'a>,
    /// The shape of the paper.
    pub shape: Shape,
    /// The page setup and headers the paper begins with.
    pub first: Section,
    /// The paper is final. Only such a paper says that it is signed; a draft that said so
    /// would be false.
    pub is_final: bool,
}

/// What a text says.
#[derive(Debug, Clone, Default)]
pub struct Read {
    /// Its sections.
    pub sections: Vec<Section>,
    /// The characters at which visuals of electronic signatures are put.
    pub anchors: Vec<char>,
    /// What it says as facts.
    pub facts: Facts,
}

/// Reads a filled template into sections.
pub fn read(filled: &FilledText, context: &Context<'_>, problems: &mut Problems) -> Read {
    if let Some(line) = depth::too_deep(&filled.text) {
        let detail = Both::new(
            "isinya bersarang terlalu dalam",
            "what it holds is nested too deep",
        );
        let place = filled.origins.place(line);
        problems.add(place, PrintProblem::NotPrintable { detail });
        return Read::default();
    }
    if let Some(line) = amount::too_much(&filled.text) {
        let detail = Both::new(
            "isinya terlalu banyak untuk satu naskah",
            "what it holds is too much for one paper",
        );
        let place = filled.origins.place(line);
        problems.add(place, PrintProblem::NotPrintable { detail });
        return Read::default();
    }
    if let Some(line) = amount::endless(&filled.text) {
        let detail = Both::new(
            "satu katanya lebih panjang daripada 100.000 byte",
            "a word of it is longer than 100,000 bytes",
        );
        let place = filled.origins.place(line);
        problems.add(place, PrintProblem::NotPrintable { detail });
        return Read::default();
    }
    let arena = Arena::new();
    let root = comrak::parse_document(&arena, &filled.text, &options());
    let mut reader = reader::Reader::new(filled, context, problems);
    let sections = reader.document(root);
    Read { sections, anchors: reader.anchors, facts: reader.facts }
}

fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.footnotes = true;
    options.extension.strikethrough = true;
    options.extension.superscript = true;
    options.extension.underline = true;
    options.extension.block_directive = true;
    options
}

/// A line of a header or footer: plain text in which `{halaman}` and `{jumlah}` stand for the
/// page's number and the number of pages. An empty text is no line at all. `trail` is where each
/// part of it comes from.
pub fn page_line(text: &str, trail: &Trail) -> Vec<Paragraph> {
    if text.is_empty() {
        return Vec::new();
    }
    let mut inlines = Vec::new();
    let mut rest = text;
    let part = |text: &str, from: usize| Inline::Text {
        text: text.to_owned(),
        style: TextStyle::default(),
        trail: trail.behind(from),
    };
    while let Some(at) = rest.find('{') {
        let fields = [("{halaman}", TextField::Page), ("{jumlah}", TextField::Pages)];
        let (before, tail) = rest.split_at(at);
        let found = fields.iter().find(|(mark, _)| tail.starts_with(mark));
        let Some((mark, field)) = found else { break };
        if !before.is_empty() {
            inlines.push(part(before, text.len() - rest.len()));
        }
        inlines.push(Inline::field(*field));
        rest = &tail[mark.len()..];
    }
    if !rest.is_empty() {
        inlines.push(part(rest, text.len() - rest.len()));
    }
    vec![Paragraph::new(StyleName::Kaki, inlines)]
}
