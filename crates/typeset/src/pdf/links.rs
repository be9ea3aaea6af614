//! Active areas of links.

use std::fmt::Write;

use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::geom::{Point, Quadrilateral, Rect};
use krilla::surface::Location;

use crate::document::LinkTarget;
use crate::layout::page::{NodeId, Pages};
use crate::units::Pt;
use base::source::Span;

use super::outline;
use super::problem::{MOST_BYTES, PdfFault, PdfProblem, is_too_long};

/// A link on a page, with an area for each line it stands on.
#[derive(Debug)]
pub(super) struct Link<'a> {
    pub(super) node: Option<NodeId>,
    pub(super) target: &'a LinkTarget,
    pub(super) alt: &'a str,
    pub(super) span: Span,
    pub(super) location: Option<Location>,
    pub(super) rects: Vec<[Pt; 4]>,
}

/// Adds an area; lines of one link become one annotation.
pub(super) fn add<'a>(links: &mut Vec<Link<'a>>, link: Link<'a>) {
    match links.last_mut() {
        Some(last)
            if last.node.is_some()
                && last.node == link.node
                && last.target == link.target =>
        {
            last.rects.extend(link.rects);
        }
        _ => links.push(link),
    }
}

/// The annotation of a link; none if its area is empty.
pub(super) fn annotation(
    link: &Link,
    pages: &Pages,
) -> Result<Option<Annotation>, PdfProblem> {
    let target = match link.target {
        LinkTarget::Url(url) => {
            let url = ascii(url);
            if url.len() > MOST_BYTES {
                return Err(PdfProblem::new(PdfFault::TooLongText, link.span));
            }
            Target::Action(Action::from(LinkAction::new(url)))
        }
        LinkTarget::Heading(id) => {
            let heading = pages.headings.iter().find(|heading| &heading.id == id);
            let place = heading.and_then(|heading| outline::destination(pages, heading));
            let Some(place) = place else {
                let fault = PdfFault::UnknownHeading(id.clone());
                return Err(PdfProblem::new(fault, link.span));
            };
            Target::Destination(place.into())
        }
    };
    let rects: Vec<Rect> = link.rects.iter().filter_map(|r| rect(*r)).collect();
    let area = match rects.as_slice() {
        [] => return Ok(None),
        [one] => LinkAnnotation::new(*one, target),
        many => {
            let quads = many.iter().map(quad).collect();
            LinkAnnotation::new_with_quad_points(quads, target)
        }
    };
    if is_too_long(link.alt) {
        return Err(PdfProblem::new(PdfFault::TooLongText, link.span));
    }
    let alt = (!link.alt.is_empty()).then(|| link.alt.to_owned());
    Ok(Some(Annotation::new_link(area, alt).with_location(link.location)))
}

/// An address as PDF wants it: other characters than those of ASCII in percent form.
fn ascii(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for byte in url.bytes() {
        if byte.is_ascii_graphic() {
            out.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// A rectangle as krilla wants it; none if it is empty.
pub(super) fn rect(rect: [Pt; 4]) -> Option<Rect> {
    let [x, y, width, height] = rect.map(|side| side.0);
    Rect::from_xywh(x, y, width, height)
}

/// Corners in the order viewers expect: lower left, lower right, upper right, upper left.
fn quad(rect: &Rect) -> Quadrilateral {
    let (left, top, right, bottom) =
        (rect.left(), rect.top(), rect.right(), rect.bottom());
    Quadrilateral([
        Point::from_xy(left, bottom),
        Point::from_xy(right, bottom),
        Point::from_xy(right, top),
        Point::from_xy(left, top),
    ])
}

#[cfg(test)]
mod tests {
    #[test]
    fn addresses_are_ascii() {
        let url = "https://contoh.go.id/a b?kata=é%20";
        assert_eq!(super::ascii(url), "https://contoh.go.id/a%20b?kata=%C3%A9%20");
    }
}
