//! Measures of laid out pages: what looks wrong on them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use naskah::document::{Block, StyleName, plain_text};
use naskah::layout::page::{ItemKind, Page, TextItem};
use naskah::pipeline::Laid;
use naskah::units::Pt;

use crate::kit::opened::{heading_nodes, squeezed, texts};
use crate::kit::{self, copy};

/// A laid out paper with its name for messages.
pub(crate) struct Paper {
    pub(crate) name: String,
    /// Its first page carries a kop.
    pub(crate) kop: bool,
    pub(crate) laid: Laid,
}

impl Paper {
    /// The template, of a name `fixture/template/subject`.
    pub(crate) fn template(&self) -> Option<&str> {
        self.name.split('/').nth(1)
    }
}

/// What a coordinate may be off.
const SLACK: f32 = 0.5;

/// Left, top, right and bottom.
pub(crate) type Bounds = [f32; 4];

/// The type area of a page.
pub(crate) fn type_area(laid: &Laid, page: &Page) -> Bounds {
    let margins = &laid.document.sections[page.section].page.margins;
    [
        margins.left.0,
        margins.top.0,
        page.width.0 - margins.right.0,
        page.height.0 - margins.bottom.0,
    ]
}

fn width(text: &TextItem) -> f32 {
    text.glyphs.iter().map(|glyph| glyph.advance).sum::<f32>() * text.size.0
}

/// Right end of the last character that is no blank: blanks may hang over the edge.
fn ink(text: &TextItem) -> Bounds {
    let blanks = text.text.len() - text.text.trim_end().len();
    let end = u32::try_from(text.text.len() - blanks).unwrap();
    let hanging: f32 = text
        .glyphs
        .iter()
        .filter(|g| g.start >= end && g.end > g.start)
        .map(|g| g.advance)
        .sum();
    let (x, y, size) = (text.x.0, text.y.0, text.size.0);
    [x, y - 0.7 * size, x + width(text) - hanging * size, y + 0.2 * size]
}

pub(crate) fn places(paper: &Paper) -> impl Iterator<Item = (String, &Page)> {
    let pages = paper.laid.pages.pages.iter().enumerate();
    pages.map(|(n, page)| (format!("{} page {}", paper.name, n + 1), page))
}

/// Text, lines, fills and pictures outside the type area; headers and footers may stand above
/// and below it, nothing beside it.
pub(crate) fn outside(paper: &Paper) -> Vec<String> {
    let mut found = Vec::new();
    for (place, page) in places(paper) {
        let area = type_area(&paper.laid, page);
        for item in &page.items {
            let (bounds, what) = match &item.kind {
                ItemKind::Text(text) if text.text.trim().is_empty() => continue,
                ItemKind::Text(text) => (ink(text), text.text.to_string()),
                ItemKind::Fill { rect, .. } => {
                    (sides(rect.map(|p| p.0)), "a fill".to_owned())
                }
                ItemKind::Image { rect, .. } => {
                    (sides(rect.map(|p| p.0)), "a picture".to_owned())
                }
                ItemKind::Line { from, to, .. } => {
                    ([from.0.0, from.1.0, to.0.0, to.1.0], "a line".to_owned())
                }
                ItemKind::Path(path) => {
                    let corners = || path.parts.iter().flatten();
                    let least = |of: fn(&(Pt, Pt)) -> f32| {
                        corners().map(of).fold(f32::MAX, f32::min)
                    };
                    let most = |of: fn(&(Pt, Pt)) -> f32| {
                        corners().map(of).fold(f32::MIN, f32::max)
                    };
                    let x: fn(&(Pt, Pt)) -> f32 = |p| p.0.0;
                    let y: fn(&(Pt, Pt)) -> f32 = |p| p.1.0;
                    ([least(x), least(y), most(x), most(y)], "a path".to_owned())
                }
                ItemKind::Link { .. } | ItemKind::Watermark { .. } => continue,
            };
            let section = &paper.laid.document.sections[page.section].page;
            // The line under a name is no frame: it stands within.
            let within = bounds[0] >= area[0] && bounds[1] >= area[1];
            if section.frame
                && !(within && bounds[2] <= area[2] && bounds[3] <= area[3])
                && item.node.is_none()
                && matches!(item.kind, ItemKind::Line { .. })
            {
                // The frame stands outside the type area on all sides, on the paper.
                let inside = |a: Bounds, b: Bounds| {
                    a[0] > b[0] && a[1] > b[1] && a[2] < b[2] && a[3] < b[3]
                };
                let paper_edge = [0.0, 0.0, page.width.0, page.height.0];
                let across = bounds[0].max(area[0]) < bounds[2].min(area[2]) + SLACK
                    && bounds[1].max(area[1]) < bounds[3].min(area[3]) + SLACK;
                if !inside(bounds, paper_edge) || across {
                    found.push(format!("{place}: the frame at {bounds:?}"));
                }
                continue;
            }
            let beside = bounds[0] < area[0] - SLACK || bounds[2] > area[2] + SLACK;
            // Page numbers and running heads are text that belongs to no node.
            let running = item.node.is_none() && matches!(item.kind, ItemKind::Text(_));
            let [top, bottom] =
                if running { [0.0, page.height.0] } else { [area[1], area[3]] };
            if beside || bounds[1] < top - SLACK || bounds[3] > bottom + SLACK {
                found.push(format!("{place}: {what:?} at {bounds:?} leaves {area:?}"));
            }
        }
    }
    found
}

fn sides([x, y, width, height]: Bounds) -> Bounds {
    [x, y, x + width, y + height]
}

/// Texts on top of each other.
pub(crate) fn overlaps(paper: &Paper) -> Vec<String> {
    let mut found = Vec::new();
    for (place, page) in places(paper) {
        let inks: Vec<(Bounds, &str)> =
            texts(page).map(|(_, text)| (ink(text), &*text.text)).collect();
        for (at, (a, one)) in inks.iter().enumerate() {
            for (b, other) in &inks[at + 1..] {
                let across = a[2].min(b[2]) - a[0].max(b[0]);
                let down = a[3].min(b[3]) - a[1].max(b[1]);
                if across > SLACK && down > SLACK {
                    found.push(format!("{place}: {one:?} {a:?} over {other:?} {b:?}"));
                }
            }
        }
    }
    found
}

/// Ordinary words and numbers that a narrow column breaks without a hyphen.
pub(crate) fn broken_words(paper: &Paper) -> Vec<String> {
    let mut found = Vec::new();
    for (place, page) in places(paper) {
        let all: Vec<(Option<usize>, &TextItem)> = texts(page).collect();
        for pair in all.windows(2) {
            let [(node, one), (next, other)] = pair else { continue };
            let hyphen = one.glyphs.last().is_some_and(|glyph| glyph.start == glyph.end);
            // The raised mark of a note is no part of the word behind it.
            let mark = one.size != other.size;
            if node != next || one.y == other.y || hyphen || mark {
                continue;
            }
            let part = |c: char| c.is_alphanumeric() || c == '.';
            let (Some(last), Some(first)) =
                (one.text.chars().last(), other.text.chars().next())
            else {
                continue;
            };
            let head = one.text.rsplit(|c: char| !part(c)).next().unwrap_or_default();
            let tail = other.text.split(|c: char| !part(c)).next().unwrap_or_default();
            // What is longer than the longest compounds may be broken anywhere.
            let length = head.chars().count() + tail.chars().count();
            if part(last) && part(first) && length <= 24 {
                found.push(format!("{place}: {head:?} torn from {tail:?}"));
            }
        }
    }
    found
}

/// Headings at the foot of a page with nothing under them, and signatures without text above.
pub(crate) fn alone(paper: &Paper) -> Vec<String> {
    let mut found = Vec::new();
    let pages = &paper.laid.pages;
    let headings = heading_nodes(&paper.laid);
    for heading in pages.headings.iter().filter(|h| !h.title.is_empty()) {
        let page = &pages.pages[heading.page];
        let under = texts(page).any(|(node, text)| {
            text.y > heading.y && node.is_some_and(|node| !headings.contains(&node))
        });
        if !under {
            found.push(format!("{}: heading {:?} alone", paper.name, heading.title));
        }
    }
    for (place, page) in places(paper) {
        // Side by side, the block at the right is the one with a body at its left.
        let signed: Vec<&TextItem> = texts(page)
            .map(|(_, text)| text)
            .filter(|text| text.text.starts_with("NIP\u{a0}"))
            .collect();
        let columns: BTreeSet<i64> = signed.iter().map(|t| tenths(t.x.0)).collect();
        let rightmost = signed.into_iter().max_by(|a, b| a.x.0.total_cmp(&b.x.0));
        let Some(signed) = rightmost else { continue };
        // The block is indented: what begins left of it is the body. Of blocks side by side,
        // what the left one says is no body: it is 45 mm high.
        let own = if columns.len() > 1 { 45.0 * 72.0 / 25.4 } else { 0.0 };
        let lines: BTreeSet<i64> = texts(page)
            .filter(|(node, t)| {
                node.is_some() && t.y.0 < signed.y.0 - own && t.x.0 < signed.x.0 - 5.0
            })
            .map(|(_, text)| tenths(text.y.0))
            .collect();
        if lines.len() < 2 {
            found.push(format!("{place}: signature with {} lines above", lines.len()));
        }
    }
    for block in signatures(paper) {
        found.extend(signature_alone(paper, &block));
    }
    found
}

/// The words of each signature, a paragraph each.
fn signatures(paper: &Paper) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for section in &paper.laid.document.sections {
        signatures_of(&section.blocks, &mut found);
    }
    found
}

fn signatures_of(blocks: &[Block], found: &mut Vec<Vec<String>>) {
    for block in blocks {
        match block {
            Block::Keep { blocks, with_previous } => {
                let mut lines = Vec::new();
                for block in blocks {
                    if let Block::Paragraph(par) = block
                        && par.style == StyleName::TandaTangan
                    {
                        lines.push(squeezed(&plain_text(&par.inlines)));
                    }
                }
                if *with_previous > 0 && lines.len() > 1 {
                    found.push(lines);
                }
                signatures_of(blocks, found);
            }
            Block::Table(table) => {
                for cell in table.rows.iter().flat_map(|row| &row.cells) {
                    signatures_of(&cell.blocks, found);
                }
            }
            _ => {}
        }
    }
}

/// A signature that is torn, or has less than two lines of other text above it on its page.
fn signature_alone(paper: &Paper, block: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    let (first, last) = (block.first().unwrap(), block.last().unwrap());
    let mut seen = false;
    for (place, page) in places(paper) {
        let own: Vec<&TextItem> =
            texts(page).filter(|(node, _)| node.is_some()).map(|(_, t)| t).collect();
        // Where the words of the block begin, one after the other.
        let whole = block.concat();
        let starts = (0..own.len()).find(|&at| {
            let mut rest = whole.as_str();
            for text in &own[at..] {
                match rest.strip_prefix(squeezed(&text.text).as_str()) {
                    Some(tail) => rest = tail,
                    None => break,
                }
                if rest.is_empty() {
                    return true;
                }
            }
            false
        });
        let Some(start) = starts else { continue };
        seen = true;
        let top = own[start];
        let lines: BTreeSet<i64> = own
            .iter()
            .filter(|t| t.y.0 < top.y.0 - SLACK)
            .map(|t| tenths(t.y.0))
            .collect();
        if lines.len() < 2 {
            found.push(format!(
                "{place}: signature {last:?} with {} lines above",
                lines.len()
            ));
        }
    }
    if !seen {
        found.push(format!("{}: signature {first:?} … {last:?} is torn", paper.name));
    }
    found
}

#[allow(clippy::cast_possible_truncation)]
pub(crate) fn tenths(n: f32) -> i64 {
    (n * 10.0).round() as i64
}

/// Lines of a kop that wrap or touch its rule. A kop stands at the head of a page, above the
/// first rule as wide as the type area.
pub(crate) fn wrapped_kop(paper: &Paper) -> Vec<String> {
    let mut found = Vec::new();
    for (place, page) in places(paper) {
        let area = type_area(&paper.laid, page);
        let rule = page.items.iter().find_map(|item| match &item.kind {
            ItemKind::Line { from, to, width, .. }
                if from.1 == to.1
                    && width.0 >= 1.5
                    && (to.0.0 - from.0.0) > area[2] - area[0] - SLACK =>
            {
                Some(from.1.0 - width.0 / 2.0)
            }
            _ => None,
        });
        let Some(rule) = rule else { continue };
        let mut baselines: BTreeMap<usize, BTreeSet<i64>> = BTreeMap::new();
        for (node, text) in texts(page).filter(|(_, text)| text.y.0 < rule) {
            if ink(text)[3] > rule {
                found.push(format!("{place}: {:?} reaches the rule", text.text));
            }
            if let Some(node) = node {
                baselines.entry(node).or_default().insert(tenths(text.y.0));
            }
        }
        if baselines.is_empty() {
            found.push(format!("{place}: a kop without lines"));
        }
        found.extend(wrong_ratio(page, rule).map(|ratio| format!("{place}: {ratio}")));
        for (node, _) in baselines.iter().filter(|(_, lines)| lines.len() > 1) {
            found.push(format!("{place}: a line of the kop wraps (node {node})"));
        }
    }
    found
}

/// The first line of a kop and its largest stand as 3 to 4 (naskah-dinas 1.5); sizes are whole
/// half points.
fn wrong_ratio(page: &Page, rule: f32) -> Option<String> {
    let kop: Vec<&TextItem> =
        texts(page).map(|(_, text)| text).filter(|text| text.y.0 < rule).collect();
    let first = kop.iter().min_by(|a, b| a.y.0.total_cmp(&b.y.0))?.size.0;
    let largest = kop.iter().map(|text| text.size.0).fold(0.0, f32::max);
    // The lines of a kop of the head of the region are all of one size.
    let off = (largest * 0.75 - first).abs();
    (first < largest && off > 0.5)
        .then(|| format!("the kop's lines are {first} and {largest} pt"))
}

/// A copy of a fixture as `name` with `from` replaced by `to` in some files; an empty `from` is
/// the end of the file.
pub(crate) fn workspace(
    name: &str,
    fixture: &str,
    changes: &[(&str, &str, &str)],
) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("ruang").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    copy(&kit::fixture(fixture), &folder);
    for (file, old, new) in changes {
        let file = folder.join(file);
        let text = std::fs::read_to_string(&file).unwrap();
        let changed = match *old {
            "" => format!("{text}{new}"),
            old => text.replacen(old, new, 1),
        };
        assert_ne!(changed, text, "{}: {old:?}", file.display());
        std::fs::write(file, changed).unwrap();
    }
    folder
}
