//! What is gathered while a paper is lowered.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::document::{Document, Face, ImageData};
use crate::docx::numbering::WordLists;
use crate::docx::{DocxContext, xml};
use crate::units::Pt;

use super::flow::Par;

/// A relationship of a part.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Relation {
    /// The last word of its type.
    pub(super) kind: &'static str,
    /// Where it leads.
    pub(super) target: String,
    /// Out of the package.
    pub(super) external: bool,
}

/// What belongs to the part being written.
#[derive(Debug, Default)]
pub(super) struct PartState {
    /// Its relationships; number n is `rIdN`, from 1.
    pub(super) relations: Vec<Relation>,
    /// The index of each: a paper may have any number of links.
    known: BTreeMap<Relation, usize>,
    /// XML that docx-rs cannot build, by number.
    pub(super) fragments: Vec<String>,
}

impl PartState {
    /// The id of a relationship, a new one only if there is none like it.
    pub(super) fn relate(
        &mut self,
        kind: &'static str,
        target: String,
        external: bool,
    ) -> String {
        let relation = Relation { kind, target, external };
        let next = self.relations.len();
        let at = *self.known.entry(relation.clone()).or_insert(next);
        if at == next {
            self.relations.push(relation);
        }
        format!("rId{}", at + 1)
    }

    /// Keeps a fragment and gives its number.
    pub(super) fn fragment(&mut self, xml: String) -> usize {
        self.fragments.push(xml);
        self.fragments.len() - 1
    }
}

/// A heading as the daftar isi lists it.
#[derive(Debug)]
pub(super) struct TocEntry<'a> {
    /// Its level from 1.
    pub(super) level: u8,
    /// Its id in the document.
    pub(super) id: &'a str,
    /// Label and text.
    pub(super) text: String,
}

/// The whole paper's state.
pub(super) struct Lowering<'a> {
    /// The paper.
    pub(super) doc: &'a Document,
    /// What the caller knows.
    pub(super) context: &'a DocxContext<'a>,
    /// The section that is lowered.
    pub(super) section: usize,
    /// For each section, how many pages are counted with its own.
    pub(super) totals: Vec<usize>,
    /// Headings for the daftar isi, in order.
    pub(super) entries: Vec<TocEntry<'a>>,
    /// The text width around the first daftar isi; the styles of its lines end there.
    pub(super) toc_width: Option<Pt>,
    /// Bookmark names by heading id.
    pub(super) bookmarks: BTreeMap<&'a str, String>,
    /// Ids whose bookmark is set; a second heading of the same id gets none.
    pub(super) marked: BTreeSet<&'a str>,
    /// Lists.
    pub(super) numbering: WordLists,
    /// Pictures, each once.
    pub(super) media: Vec<Arc<ImageData>>,
    /// Footnotes, in order.
    pub(super) notes: Vec<Par>,
    /// The footnotes' own part.
    pub(super) notes_part: PartState,
    /// The part being written.
    pub(super) part: PartState,
    /// Drawings so far.
    pub(super) drawings: usize,
    /// Names of fonts used.
    pub(super) fonts: BTreeSet<String>,
}

impl Lowering<'_> {
    /// The name of a face, noted for the font table.
    pub(super) fn font(&mut self, face: Face) -> String {
        let name = xml::clean(&(self.context.font_names)(face));
        if !self.fonts.contains(&name) {
            self.fonts.insert(name.clone());
        }
        name
    }

    /// The path of a picture inside `word/`, stored on first use.
    pub(super) fn picture(&mut self, data: &Arc<ImageData>) -> String {
        let same = |d: &Arc<ImageData>| Arc::ptr_eq(d, data) || d.bytes == data.bytes;
        let at = self.media.iter().position(same).unwrap_or_else(|| {
            self.media.push(Arc::clone(data));
            self.media.len() - 1
        });
        media_path(at, data)
    }
}

/// The path inside `word/` of picture number `at`.
pub(super) fn media_path(at: usize, data: &ImageData) -> String {
    format!("media/image{}.{}", at + 1, if data.png { "png" } else { "jpeg" })
}
