//! The outline: headings as bookmarks, nested by level.

use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::outline::{Outline, OutlineNode};

use crate::layout::page::{HeadingPlace, Pages};

/// The outline of all headings. Without headings it is empty, which PDF/UA still wants written.
pub(super) fn outline(pages: &Pages) -> Outline {
    let mut outline = Outline::new();
    let headings: Vec<_> = pages
        .headings
        .iter()
        .filter_map(|heading| Some((heading, destination(pages, heading)?)))
        .collect();
    let mut rest = headings.as_slice();
    while let Some(node) = take(&mut rest) {
        outline.push_child(node);
    }
    outline
}

/// The place of a heading; none if its page does not exist, which krilla would not survive.
pub(super) fn destination(
    pages: &Pages,
    heading: &HeadingPlace,
) -> Option<XyzDestination> {
    pages.pages.get(heading.page)?;
    Some(XyzDestination::new(heading.page, Point::from_xy(0.0, heading.y.0)))
}

/// Takes the first heading with all deeper ones after it.
fn take(rest: &mut &[(&HeadingPlace, XyzDestination)]) -> Option<OutlineNode> {
    let ((heading, place), after) = rest.split_first()?;
    *rest = after;
    let mut node = OutlineNode::new(heading.title.clone(), place.clone())
        .with_open(heading.level < 2);
    while rest.first().is_some_and(|(next, _)| next.level > heading.level) {
        match take(rest) {
            Some(child) => node.push_child(child),
            None => break,
        }
    }
    Some(node)
}
