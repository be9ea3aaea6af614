//! Paragraphs and tables on their way to docx-rs, while neighbours still change each other.

use docx_rs::ParagraphChild;

use crate::document::{
    Align, Border, Borders, ParaProps, RuleKind, StyleName, TextProps,
};
use crate::document::{StyleSheet, VAlign};
use crate::units::{Pt, Rgb};

use crate::docx::names;

/// A paragraph or a table.
#[derive(Debug)]
pub(super) enum FlowItem {
    /// A paragraph.
    Paragraph(Box<Par>),
    /// A table.
    Table(Box<FlowGrid>),
}

/// A paragraph.
#[derive(Debug)]
pub(super) struct Par {
    /// Our style.
    pub(super) style: StyleName,
    /// The id of that style in Word.
    pub(super) id: &'static str,
    /// What differs from the style.
    pub(super) props: ParaProps,
    /// How its text differs from the style.
    pub(super) text: TextProps,
    /// The list and level it is an item of.
    pub(super) number: Option<(usize, usize)>,
    /// Begins a new page.
    pub(super) page_break: bool,
    /// A line below.
    pub(super) rule: Option<(RuleKind, Option<Pt>)>,
    /// Exactly this high, with no text: room between two tables, or after one.
    pub(super) exact: Option<Pt>,
    /// Ends the field of the daftar isi.
    pub(super) ends_toc: bool,
    /// No room between it and neighbours of its style.
    pub(super) contextual: bool,
    /// The `w:sectPr` of the section that ends with it.
    pub(super) section: Option<String>,
    /// Runs, links, bookmarks.
    pub(super) children: Vec<ParagraphChild>,
}

impl Par {
    /// An empty paragraph.
    pub(super) fn new(style: StyleName) -> Self {
        Self {
            style,
            id: names::of(style).id,
            props: ParaProps::default(),
            text: TextProps::default(),
            number: None,
            page_break: false,
            rule: None,
            exact: None,
            ends_toc: false,
            contextual: false,
            section: None,
            children: Vec::new(),
        }
    }

    /// The lowest line there is.
    pub(super) const LEAST: Pt = Pt(1.0);

    /// Room of exactly this height, at least a point: Word joins tables that touch, and wants a
    /// paragraph after each.
    pub(super) fn room(height: Pt) -> Self {
        let mut par = Self::new(StyleName::IsiRata);
        par.exact = Some(height.max(Self::LEAST));
        par.props = ParaProps {
            left: Some(Pt::ZERO),
            right: Some(Pt::ZERO),
            first_line: Some(Pt::ZERO),
            before: Some(Pt::ZERO),
            after: Some(Pt::ZERO),
            ..ParaProps::default()
        };
        par
    }
}

/// A table.
#[derive(Debug)]
pub(super) struct FlowGrid {
    /// Column widths in twips.
    pub(super) columns: Vec<usize>,
    /// Indent in twips.
    pub(super) left: i32,
    /// Rows and columns mean something.
    pub(super) data: bool,
    /// Its lines.
    pub(super) borders: Borders,
    /// Room in the cells, above and below.
    pub(super) pad_y: usize,
    /// Room in the cells, left and right.
    pub(super) pad_x: usize,
    /// Elements for the end of `w:tblPr`.
    pub(super) extra: String,
    /// Room below, for the neighbour to take.
    pub(super) after: Pt,
    /// Its rows.
    pub(super) rows: Vec<GridRow>,
}

/// A row.
#[derive(Debug)]
pub(super) struct GridRow {
    /// Repeated on each page.
    pub(super) head: bool,
    /// May be split over pages.
    pub(super) splittable: bool,
    /// At least this high.
    pub(super) height: Pt,
    /// Its cells.
    pub(super) cells: Vec<GridCell>,
}

/// A cell, or what is left of one that began in a row above.
#[derive(Debug)]
pub(super) struct GridCell {
    /// Columns it takes.
    pub(super) span: usize,
    /// `Some(true)` where a cell over several rows begins, `Some(false)` where it goes on.
    pub(super) merge: Option<bool>,
    /// Its own lines: top, right, bottom, left; `None` leaves the table's.
    pub(super) border: [Option<Border>; 4],
    /// Fill.
    pub(super) shade: Option<Rgb>,
    /// Where its content stands.
    pub(super) valign: VAlign,
    /// Its content; ends with a paragraph.
    pub(super) items: Vec<FlowItem>,
}

/// Where blocks are set.
#[derive(Debug, Clone, Copy)]
pub(super) struct BlockPlace {
    /// The text width.
    pub(super) width: Pt,
    /// Inside a table cell.
    pub(super) cell: bool,
    /// Where lines stand unless their paragraph says it.
    pub(super) align: Option<Align>,
    /// Levels of lists around, and the indent of their text.
    pub(super) list: Option<Pt>,
}

/// Blocks set one after the other.
#[derive(Debug)]
pub(super) struct BlockFlow<'a> {
    /// What is set so far.
    pub(super) items: Vec<FlowItem>,
    sheet: &'a StyleSheet,
    /// Room asked for and not yet given.
    space: Pt,
    /// The next item begins a page.
    page_break: bool,
}

impl<'a> BlockFlow<'a> {
    /// Nothing set yet.
    pub(super) fn new(sheet: &'a StyleSheet) -> Self {
        Self { items: Vec::new(), sheet, space: Pt::ZERO, page_break: false }
    }

    /// Asks for room.
    pub(super) fn add_space(&mut self, space: Pt) {
        self.space += space.max(Pt::ZERO);
    }

    /// The next item begins a page; at the start of a section it does so anyway.
    pub(super) fn add_page_break(&mut self) {
        self.page_break = !self.items.is_empty();
    }

    /// Adds a paragraph. Room asked for becomes its own room above: Word takes the larger of two
    /// neighbours' rooms, so the sum is written out.
    pub(super) fn add_paragraph(&mut self, mut par: Par) {
        let own = self.resolved(&par).before.unwrap_or_default();
        let given = match self.items.last() {
            Some(FlowItem::Table(table)) => table.after,
            Some(FlowItem::Paragraph(above)) if self.space > Pt::ZERO => {
                self.resolved(above).after.unwrap_or_default()
            }
            _ => Pt::ZERO,
        };
        let before = own.max(given) + self.space;
        if before != own {
            par.props.before = Some(before);
        }
        par.page_break |= self.page_break && !self.items.is_empty();
        self.items.push(FlowItem::Paragraph(Box::new(par)));
        (self.space, self.page_break) = (Pt::ZERO, false);
    }

    /// Adds a table with `before` above it. A table has no room of its own in Word: the paragraph
    /// above gives it, or an exact line between two tables.
    pub(super) fn add_table(&mut self, table: FlowGrid, before: Pt) {
        let after = match self.items.last() {
            Some(FlowItem::Paragraph(above)) => {
                self.resolved(above).after.unwrap_or_default()
            }
            Some(FlowItem::Table(above)) => above.after,
            None => Pt::ZERO,
        };
        let wanted = after.max(before) + self.space;
        let page_break = self.page_break;
        let room = match self.items.last_mut() {
            Some(FlowItem::Paragraph(above)) if !page_break => {
                if wanted != after {
                    above.props.after = Some(wanted);
                }
                None
            }
            None if wanted == Pt::ZERO => None,
            _ if page_break => Some(self.space),
            _ => Some(wanted),
        };
        if let Some(room) = room {
            let mut par = Par::room(room);
            par.page_break = page_break;
            self.items.push(FlowItem::Paragraph(Box::new(par)));
        }
        self.items.push(FlowItem::Table(Box::new(table)));
        (self.space, self.page_break) = (Pt::ZERO, false);
    }

    /// The items of a section. Its last paragraph carries the section's paper; one below a table
    /// is as low as can be, so that a full page stays one page.
    pub(super) fn finish_section(mut self) -> Vec<FlowItem> {
        match self.items.last() {
            Some(FlowItem::Table(_)) => {
                self.items.push(FlowItem::Paragraph(Box::new(Par::room(Pt::ZERO))));
            }
            // LibreOffice reads the footers with the paper, and no fields inside an open field.
            Some(FlowItem::Paragraph(par)) if par.ends_toc => {
                self.items.push(FlowItem::Paragraph(Box::new(Par::room(Pt::ZERO))));
            }
            _ => {}
        }
        self.finish()
    }

    /// Gives out what is left and makes sure that the last item is a paragraph.
    pub(super) fn finish(mut self) -> Vec<FlowItem> {
        let space = self.space;
        let after = match self.items.last() {
            Some(FlowItem::Paragraph(last)) => {
                self.resolved(last).after.unwrap_or_default()
            }
            _ => Pt::ZERO,
        };
        match self.items.last_mut() {
            Some(FlowItem::Paragraph(last)) => {
                if space > Pt::ZERO {
                    last.props.after = Some(after + space);
                }
            }
            Some(FlowItem::Table(table)) => {
                let room = table.after + space;
                self.items.push(FlowItem::Paragraph(Box::new(Par::room(room))));
            }
            None => self.items.push(FlowItem::Paragraph(Box::new(Par::room(space)))),
        }
        self.items
    }

    /// Keeps the items from `start` on one page, and the item before with them.
    pub(super) fn keep(&mut self, start: usize, with_previous: bool) {
        let last = self.items.len().saturating_sub(1);
        for (index, item) in self.items.iter_mut().enumerate().skip(start) {
            keep_item(item, index < last);
        }
        if with_previous
            && start > 0
            && let Some(above) = self.items.get_mut(start - 1)
        {
            keep_next(above);
        }
    }

    fn resolved(&self, par: &Par) -> ParaProps {
        self.sheet.para(par.style, &par.props)
    }
}

/// Keeps an item's lines and rows together, and with the next item if `next`.
fn keep_item(item: &mut FlowItem, next: bool) {
    match item {
        FlowItem::Paragraph(par) => {
            par.props.keep_lines = Some(true);
            if next {
                par.props.keep_next = Some(true);
            }
        }
        FlowItem::Table(table) => {
            let last = table.rows.len().saturating_sub(1);
            for (index, row) in table.rows.iter_mut().enumerate() {
                row.splittable = false;
                if index < last || next {
                    keep_row(row);
                }
            }
        }
    }
}

/// Keeps an item with the next: a paragraph, or a table's last row.
fn keep_next(item: &mut FlowItem) {
    match item {
        FlowItem::Paragraph(par) => par.props.keep_next = Some(true),
        FlowItem::Table(table) => {
            if let Some(row) = table.rows.last_mut() {
                keep_row(row);
            }
        }
    }
}

/// Word keeps a row with the next one if its paragraphs say so.
pub(super) fn keep_row(row: &mut GridRow) {
    for item in row.cells.iter_mut().flat_map(|cell| &mut cell.items) {
        if let FlowItem::Paragraph(par) = item {
            par.props.keep_next = Some(true);
        }
    }
}
