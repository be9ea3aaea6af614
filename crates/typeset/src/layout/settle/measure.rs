//! How narrow blocks can be, and how wide they would like to be.

use crate::document::{Block, ColumnWidth, Inline, Paragraph, StyleName};
use crate::layout::build::{Room, StripBuilder};
use crate::layout::inline::{measure, prepare};
use crate::layout::table::place;
use crate::units::Pt;

/// No column is kept wider than this for a single word: an address of the web or a word that
/// somebody forgot to space would take the room of all other columns. It is broken instead.
/// The longest words of the language are about this wide in running text.
const LONGEST: Pt = Pt(120.0);

/// Width that a chart wants in a column that is as wide as its content.
const CHART: Pt = Pt(200.0);

/// Least and wanted width.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct ContentWidths {
    pub(super) least: Pt,
    pub(super) wanted: Pt,
}

impl ContentWidths {
    pub(super) fn over(self, other: Self) -> Self {
        Self { least: self.least.max(other.least), wanted: self.wanted.max(other.wanted) }
    }

    pub(super) fn plus(self, by: Pt) -> Self {
        Self { least: self.least + by, wanted: self.wanted + by }
    }
}

/// Widths of blocks under each other.
pub(super) fn blocks(
    builder: &mut StripBuilder<'_, '_>,
    room: &Room,
    all: &[Block],
) -> ContentWidths {
    all.iter().fold(ContentWidths::default(), |widths, one| {
        widths.over(block(builder, room, one))
    })
}

fn block(
    builder: &mut StripBuilder<'_, '_>,
    room: &Room,
    block: &Block,
) -> ContentWidths {
    match block {
        Block::Paragraph(para) => paragraph(builder, room, para),
        Block::Heading(heading) => {
            let style = StyleName::heading(heading.level);
            let para = Paragraph::new(style, heading.inlines.clone());
            paragraph(builder, room, &para)
        }
        Block::List(list) => {
            let indent = builder.list_indent(room, list) + list.left();
            let inside = Room { style: Some(list.style), ..*room };
            let items =
                list.items.iter().map(|item| blocks(builder, &inside, &item.blocks));
            items.fold(ContentWidths::default(), ContentWidths::over).plus(indent)
        }
        Block::Table(table) => {
            let mut columns = vec![ContentWidths::default(); table.columns.len().max(1)];
            for cell in place(table).iter().filter(|c| c.colspan == 1) {
                let own =
                    blocks(builder, room, &cell.cell.blocks).plus(table.pad_x * 2.0);
                columns[cell.col] = columns[cell.col].over(own);
            }
            for (column, width) in columns.iter_mut().zip(&table.columns) {
                if let ColumnWidth::Fixed(width) = width {
                    *column = ContentWidths { least: *width, wanted: *width };
                }
            }
            let sum = columns.into_iter().fold(ContentWidths::default(), |a, b| {
                ContentWidths { least: a.least + b.least, wanted: a.wanted + b.wanted }
            });
            match table.width {
                Some(width) => ContentWidths { least: width, wanted: width },
                None => sum,
            }
            .plus(table.left)
        }
        Block::Image(image) => ContentWidths { least: image.width, wanted: image.width },
        // A chart fits any width; below this its names would be cut.
        Block::Chart(_) => ContentWidths { least: CHART, wanted: CHART },
        Block::Keep { blocks: inside, .. } | Block::Upturned(inside) => {
            blocks(builder, room, inside)
        }
        Block::FitLines(lines) => {
            let all = lines.lines.iter().map(|line| paragraph(builder, room, line));
            let widths = all.fold(ContentWidths::default(), ContentWidths::over);
            // They shrink as a whole, so they can be narrower than their longest word.
            ContentWidths {
                least: widths.least * lines.min_scale.clamp(0.1, 1.0),
                ..widths
            }
        }
        Block::Sheet(_)
        | Block::Rule(_)
        | Block::Space(_)
        | Block::PageBreak
        | Block::Toc(_) => ContentWidths::default(),
    }
}

/// Widths of a paragraph with its indents.
pub(super) fn paragraph(
    builder: &mut StripBuilder<'_, '_>,
    room: &Room,
    para: &Paragraph,
) -> ContentWidths {
    let look = builder.look(room, para.style, &para.props, &para.text);
    let prepared = prepare(builder, room, &look, None, &para.inlines);
    let (least, wanted) = measure(&prepared);
    let left = look.para.left.unwrap_or_default();
    let first = look.para.first_line.unwrap_or_default().max(Pt::ZERO);
    let right = look.para.right.unwrap_or_default();
    let tabs = look.para.tabs.iter().flatten().map(|tab| tab.0);
    let tabs = if para.inlines.iter().any(|i| matches!(i, Inline::Tab)) {
        tabs.fold(Pt::ZERO, Pt::max)
    } else {
        Pt::ZERO
    };
    ContentWidths {
        least: least.min(LONGEST) + left + right,
        wanted: (wanted + left + right + first).max(tabs),
    }
}
