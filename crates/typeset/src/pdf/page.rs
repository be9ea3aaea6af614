//! One page: items in order, each inside the marked content of its node.

use krilla::Document;
use krilla::color::rgb;
use krilla::geom::PathBuilder;
use krilla::page::{PageLabel, PageSettings};
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag};

use crate::fonts::FontBook;
use crate::layout::page::{Item, ItemKind, NodeId, Page, Pages, TextItem};
use crate::units::{Pt, Rgb};
use base::source::Span;

use super::fonts::PdfFonts;
use super::links::{self, Link};
use super::problem::{DrawnPlaces, PdfFault, PdfProblem};
use super::rules::{self, LineLook, Rules};
use super::tags::Drawn;
use super::{image, path, text, watermark};

/// Draws pages and remembers what was drawn for which node.
pub(super) struct Painter<'a> {
    pub(super) pages: &'a Pages,
    pub(super) book: &'a FontBook,
    pub(super) fonts: &'a mut PdfFonts,
    pub(super) drawn: Vec<Drawn>,
    pub(super) places: DrawnPlaces,
    pub(super) problems: Vec<PdfProblem>,
}

/// Whose marked content is open.
#[derive(Debug, Clone, Copy, PartialEq)]
enum ContentOwner {
    Node(NodeId),
    Artifact(ArtifactType),
}

/// A page's surface. Neighbouring items of one owner share their marked content: fewer tags
/// and a smaller file.
struct PageCanvas<'s> {
    surface: Surface<'s>,
    open: Option<ContentOwner>,
    fill: Option<Rgb>,
}

impl Painter<'_> {
    /// Draws one page.
    pub(super) fn page(
        &mut self,
        document: &mut Document,
        page: &Page,
        label: PageLabel,
    ) {
        let Some(settings) = PageSettings::from_wh(page.width.0, page.height.0) else {
            self.fail(PdfFault::Other("a page has no size".into()), Span::None);
            return;
        };
        let mut sheet = document.start_page_with(settings.with_page_label(label));
        let mut canvas = PageCanvas { surface: sheet.surface(), open: None, fill: None };
        let mut links = Vec::new();
        let mut rules = Rules::default();
        self.watermarks(&mut canvas, page);
        let mut items = page.items.as_slice();
        while let Some((item, rest)) = items.split_first() {
            items = rest;
            match (&item.kind, item.node) {
                (ItemKind::Line { from, to, width, color, dashed }, None) => {
                    let look =
                        LineLook { width: width.0, color: *color, dashed: *dashed };
                    rules.add(look, [from.0.0, from.1.0, to.0.0, to.1.0]);
                }
                (ItemKind::Fill { rect, color }, None) => {
                    let more =
                        items.iter().map_while(|item| match (&item.kind, item.node) {
                            (ItemKind::Fill { rect, color: c }, None) if c == color => {
                                Some(*rect)
                            }
                            _ => None,
                        });
                    let rects: Vec<_> = std::iter::once(*rect).chain(more).collect();
                    items = items.get(rects.len() - 1..).unwrap_or_default();
                    self.open(&mut canvas, ContentOwner::Artifact(ArtifactType::Layout));
                    fill(&mut canvas, *color, &rects);
                }
                (ItemKind::Link { rect, target, alt }, node) => {
                    // Its words, which were drawn before it, know where they were written.
                    let words = self.drawn(node).and_then(|drawn| drawn.location);
                    let span = match item.span {
                        Span::None => self.places.span(words),
                        own => own,
                    };
                    let (location, rects) = (self.places.location(span), vec![*rect]);
                    links::add(
                        &mut links,
                        Link { node, target, alt, span, location, rects },
                    );
                }
                _ => self.item(&mut canvas, page, item),
            }
        }
        if !rules.is_empty() {
            self.open(&mut canvas, ContentOwner::Artifact(ArtifactType::Layout));
            rules.draw(&mut canvas.surface);
        }
        canvas.finish();
        for link in links {
            match links::annotation(&link, self.pages) {
                Err(problem) => self.problems.push(problem),
                Ok(None) => {}
                Ok(Some(annotation)) => match self.drawn(link.node) {
                    Some(drawn) => {
                        let identifier = sheet.add_tagged_annotation(annotation);
                        drawn.links.push(identifier);
                    }
                    None => sheet.add_annotation(annotation),
                },
            }
        }
        sheet.finish();
    }

    /// The word behind the page lies below everything, wherever layout names it.
    fn watermarks(&mut self, canvas: &mut PageCanvas, page: &Page) {
        for item in &page.items {
            if let ItemKind::Watermark { text, font } = &item.kind {
                self.open(canvas, ContentOwner::Artifact(ArtifactType::Watermark));
                canvas.fill = None;
                let face = self.book.data(*font);
                watermark::draw(&mut canvas.surface, page, text, face);
            }
        }
    }

    /// Draws an item that cannot be taken together with others.
    fn item(&mut self, canvas: &mut PageCanvas, page: &Page, item: &Item) {
        let location = self.places.location(item.span);
        match location {
            Some(location) => canvas.surface.set_location(location),
            None => canvas.surface.reset_location(),
        }
        let owner = match item.node {
            Some(node) => ContentOwner::Node(node),
            None => ContentOwner::Artifact(artifact(page, item)),
        };
        if !matches!(item.kind, ItemKind::Watermark { .. }) {
            self.open(canvas, owner);
        }
        if let Some(drawn) = self.drawn(item.node)
            && drawn.location.is_none()
        {
            drawn.location = location;
        }
        match &item.kind {
            ItemKind::Text(text) => self.text(canvas, text, item.span),
            ItemKind::Fill { rect, color } => fill(canvas, *color, &[*rect]),
            ItemKind::Line { from, to, width, color, dashed } => {
                let look = LineLook { width: width.0, color: *color, dashed: *dashed };
                let segment = [from.0.0, from.1.0, to.0.0, to.1.0];
                canvas.fill = None;
                rules::draw_line(&mut canvas.surface, look, segment);
            }
            ItemKind::Image { rect, data } => match self.fonts.image(data) {
                Ok(picture) => image::draw(&mut canvas.surface, picture, *rect),
                Err(why) => self.fail(PdfFault::Image(why), item.span),
            },
            ItemKind::Path(lines) => {
                canvas.fill = None;
                path::draw(&mut canvas.surface, lines);
            }
            ItemKind::Link { .. } | ItemKind::Watermark { .. } => {}
        }
    }

    fn text(&mut self, canvas: &mut PageCanvas, item: &TextItem, span: Span) {
        let location = self.places.location(span);
        let Some(face) = self.fonts.face(self.book, item.font) else {
            let why = format!("no face has the number {}", item.font.0);
            self.fail(PdfFault::Font(why), span);
            return;
        };
        canvas.set_fill(item.color);
        if let Err(why) = text::draw(&mut canvas.surface, item, face, location) {
            self.fail(PdfFault::Other(why), span);
        }
    }

    /// Opens marked content for an owner unless it is open already.
    fn open(&mut self, canvas: &mut PageCanvas, owner: ContentOwner) {
        if canvas.open == Some(owner) {
            return;
        }
        canvas.close();
        match owner {
            ContentOwner::Artifact(kind) => {
                let tag = ContentTag::Artifact(Artifact::with_kind(kind));
                canvas.surface.start_tagged(tag);
            }
            ContentOwner::Node(node) => {
                let identifier = canvas.surface.start_tagged(ContentTag::Other);
                if let Some(drawn) = self.drawn(Some(node)) {
                    drawn.content.push(identifier);
                } else {
                    let why = format!("no node has the number {}", node.0);
                    self.fail(PdfFault::Other(why), Span::None);
                }
            }
        }
        canvas.open = Some(owner);
    }

    fn drawn(&mut self, node: Option<NodeId>) -> Option<&mut Drawn> {
        self.drawn.get_mut(node?.0 as usize).filter(|drawn| drawn.reached)
    }

    fn fail(&mut self, fault: PdfFault, span: Span) {
        self.problems.push(PdfProblem::new(fault, span));
    }
}

impl PageCanvas<'_> {
    fn close(&mut self) {
        if self.open.take().is_some() {
            self.surface.end_tagged();
        }
    }

    fn finish(mut self) {
        self.close();
        self.surface.finish();
    }

    fn set_fill(&mut self, color: Rgb) {
        if self.fill != Some(color) {
            let Rgb(red, green, blue) = color;
            let paint = rgb::Color::new(red, green, blue).into();
            self.surface.set_fill(Some(Fill { paint, ..Fill::default() }));
            self.fill = Some(color);
        }
    }
}

/// Fills rectangles of one colour with one path.
fn fill(canvas: &mut PageCanvas, color: Rgb, rects: &[[Pt; 4]]) {
    let mut path = PathBuilder::new();
    for rect in rects.iter().filter_map(|r| links::rect(*r)) {
        path.push_rect(rect);
    }
    if let Some(path) = path.finish() {
        canvas.set_fill(color);
        canvas.surface.draw_path(&path);
    }
}

/// What kind of artifact an item is. Text outside the reading order is header or footer by
/// where it stands, or a table's repeated head; everything else is decoration.
fn artifact(page: &Page, item: &Item) -> ArtifactType {
    const HEADER: f32 = 0.1;
    const FOOTER: f32 = 0.9;
    let ItemKind::Text(text) = &item.kind else {
        return ArtifactType::Layout;
    };
    let says = text.text.contains(char::is_alphanumeric);
    match text.y.0 / page.height.0 {
        // Leaders of a daftar isi.
        _ if !says => ArtifactType::Layout,
        y if y < HEADER => ArtifactType::Header,
        y if y > FOOTER => ArtifactType::Footer,
        _ => ArtifactType::PaginationOther,
    }
}
