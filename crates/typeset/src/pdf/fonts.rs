//! What is costly to make and the same in every paper: krilla's faces and pictures.

use std::cell::OnceCell;
use std::sync::Arc;

use krilla::Data;
use krilla::image::Image;
use krilla::text::Font;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

use crate::document::ImageData;
use crate::fonts::{FontBook, FontId};
use crate::recent::Recent;

use super::image;
use super::unhinted::unhinted;

/// As many pictures as papers of one run share (emblem, signatures); above that the one goes that
/// was not used for longest.
const IMAGES: usize = 8;

/// Faces and pictures as krilla wants them, one set per thread, each made at its first use.
///
/// A picture is decoded and compressed only once for all papers of the thread.
#[derive(Debug)]
pub struct PdfFonts {
    faces: Vec<OnceCell<Option<PdfFace>>>,
    images: Recent<Arc<ImageData>, Image>,
    packs: bool,
}

/// A face as krilla wants it.
#[derive(Debug, Clone)]
pub(super) struct PdfFace {
    /// krilla's handle; cheap to clone.
    pub(super) font: Font,
    /// The glyph of U+00AD where it is another one than that of U+002D.
    pub(super) soft_hyphen: Option<u32>,
}

impl PdfFonts {
    /// Room for the faces of a book.
    pub fn new(book: &FontBook) -> Self {
        let faces = (0..book.len()).map(|_| OnceCell::new()).collect();
        Self { faces, images: Recent::new(IMAGES), packs: true }
    }

    /// For files that nobody keeps: nothing in them is compressed.
    #[must_use]
    pub fn on_trial(self) -> Self {
        Self { packs: false, ..self }
    }

    /// Whether files are compressed.
    pub(super) fn packs(&self) -> bool {
        self.packs
    }

    /// A face; none if the book has none or krilla cannot read it.
    pub(super) fn face(&self, book: &FontBook, id: FontId) -> Option<&PdfFace> {
        self.faces.get(usize::from(id.0))?.get_or_init(|| read(book, id)).as_ref()
    }

    /// A picture.
    pub(super) fn image(&mut self, data: &Arc<ImageData>) -> Result<Image, String> {
        let make = || Ok((Arc::clone(data), image::decode(data)?));
        self.images.get(|kept| Arc::ptr_eq(kept, data), make)
    }
}

/// Reads a face, leaving out what no PDF needs.
fn read(book: &FontBook, id: FontId) -> Option<PdfFace> {
    let (bytes, index) = book.data(id);
    let soft_hyphen = soft_hyphen(bytes, index);
    let font = match (unhinted(bytes), book.static_data(id)) {
        (Some(bytes), _) => Font::new(Data::from(bytes), 0),
        (None, Some(bytes)) => Font::new(Data::from(bytes), index),
        (None, None) => Font::new(Data::from(bytes.to_vec()), index),
    };
    Some(PdfFace { font: font?, soft_hyphen })
}

/// The glyph of the soft hyphen if it can be seen and is not also the hyphen's: one glyph can
/// stand for one text only without an `ActualText` around every second use.
fn soft_hyphen(bytes: &[u8], index: u32) -> Option<u32> {
    let face = FontRef::from_index(bytes, index).ok()?;
    let soft = face.charmap().map('\u{AD}')?;
    let hyphen = face.charmap().map('-');
    let metrics = face.glyph_metrics(Size::unscaled(), LocationRef::default());
    let visible = metrics.bounds(soft).is_some_and(|b| b.x_max > b.x_min);
    (visible && hyphen != Some(soft)).then_some(soft.to_u32())
}
