//! Items become docx-rs values, and those bytes.

use docx_rs::{
    BorderType, BuildXML, HeightRule, IndentLevel, Insert, Justification, LineSpacing,
    LineSpacingType, NumberingId, NumberingProperty, Paragraph, ParagraphBorder,
    ParagraphBorderPosition, ParagraphBorders, ParagraphProperty, ParagraphStyle,
    Shading, SpecialIndentType, Tab, TabLeaderType, TabValueType, Table, TableBorder,
    TableBorderPosition, TableBorders, TableCell, TableCellBorder,
    TableCellBorderPosition, TableCellBorders, TableCellMargins, TableLayoutType,
    TableRow, VAlignType, VMergeType, WidthType,
};

use crate::document::{
    Border, Borders, ParaProps, RuleKind, TextProps, TextStyle, VAlign,
};
use crate::docx::finish::{EXTRA, finish};
use crate::docx::styles::{align_value, hyphenates, line_units};
use crate::docx::{DocxProblem, names, xml};
use crate::units::Pt;

use super::direction;
use super::flow::{FlowGrid, FlowItem, GridCell, GridRow, Par};
use super::state::Lowering;
use super::table::twips;

impl Lowering<'_> {
    /// Writes items as XML.
    pub(super) fn write_items(
        &mut self,
        items: Vec<FlowItem>,
        out: &mut String,
    ) -> Result<(), DocxProblem> {
        for item in items {
            let bytes = match item {
                FlowItem::Paragraph(par) => self.build_paragraph(*par).build(),
                FlowItem::Table(grid) => self.build_table(*grid).build(),
            };
            let source = String::from_utf8(bytes)
                .map_err(|e| DocxProblem::Part { reason: e.to_string() })?;
            finish(&source, &self.part.fragments, out)?;
        }
        Ok(())
    }

    fn build_paragraph(&mut self, mut par: Par) -> Paragraph {
        let sheet = &self.doc.styles;
        let base = sheet.para(par.style, &ParaProps::default());
        let own = sheet.para(par.style, &par.props);
        let mut extra = String::new();
        let mut p = ParagraphProperty::new();
        let leftward = direction::turn(&mut par.children, &mut self.part);
        if leftward {
            p = p.bidi(true);
        }
        let align = |props: &ParaProps| align_value(props.align.unwrap_or_default());
        // In a paragraph that begins at the right edge Word's "left" is that edge.
        let own_align = match align(&own) {
            "right" if leftward => "left",
            own => own,
        };
        if align(&base) != own_align {
            p.alignment = Some(Justification::new(own_align));
        }
        if let Some((number, level)) = par.number {
            p.numbering_property = Some(
                NumberingProperty::new()
                    .add_num(NumberingId::new(number), IndentLevel::new(level)),
            );
        }
        let indents = |p: &ParaProps| [p.left, p.right, p.first_line].map(whole_twips);
        let [left, right, first] = indents(&own);
        // An item of a list stands where its list says.
        if par.number.is_none() && indents(&base) != [left, right, first] {
            let special = if first < 0 {
                SpecialIndentType::Hanging(-first)
            } else {
                SpecialIndentType::FirstLine(first)
            };
            p = p.indent(Some(left), Some(special), Some(right), None);
        }
        p.line_spacing = spacing(&base, &own, par.exact);
        for (name, base, own) in [
            ("keepNext", base.keep_next, own.keep_next),
            ("keepLines", base.keep_lines, own.keep_lines),
        ] {
            switch(name, base, own, &mut extra);
        }
        if hyphenates(sheet) {
            let not = |h: Option<bool>| Some(!h.unwrap_or(false));
            let (base, own) = (not(base.hyphenate), not(own.hyphenate));
            switch("suppressAutoHyphens", base, own, &mut extra);
        }
        p.tabs = tabs(&base, &own);
        if par.page_break {
            p.page_break_before = Some(true);
        }
        if par.contextual {
            extra.push_str("<w:contextualSpacing/>");
        }
        if let Some((kind, width)) = par.rule {
            p.borders = Some(rule(kind, width));
        }
        if let Some(section) = par.section {
            extra.push_str(&section);
        }
        let mut look = self.look(par.style, &par.text);
        if par.exact.is_some() {
            look.text.size = Some(Pt(1.0));
        }
        if par.exact.is_some() || par.text != TextProps::default() {
            p.run_property = self.run_property(look, TextStyle::default());
        }
        let style = if extra.is_empty() {
            par.id.to_owned()
        } else {
            format!("{}{EXTRA}{}", par.id, self.part.fragment(extra))
        };
        p.style = Some(ParagraphStyle::new(Some(style)));
        Paragraph {
            id: String::new(),
            children: par.children,
            property: p,
            has_numbering: false,
        }
    }

    fn build_table(&mut self, grid: FlowGrid) -> Table {
        let style = if grid.data { names::DATA_TABLE } else { names::LAYOUT_TABLE };
        let style = format!("{style}{EXTRA}{}", self.part.fragment(grid.extra));
        let width = grid.columns.iter().sum();
        let rows =
            grid.rows.into_iter().map(|r| self.build_row(r, &grid.columns)).collect();
        let table = Table::new(rows)
            .set_grid(grid.columns)
            .width(width, WidthType::Dxa)
            .layout(TableLayoutType::Fixed)
            .indent(grid.left)
            .style(style)
            .margins(
                TableCellMargins::new()
                    .margin(grid.pad_y, grid.pad_x, grid.pad_y, grid.pad_x),
            );
        // The style of data tables has all lines.
        table.set_borders(if grid.data && grid.borders == Borders::All {
            TableBorders::with_empty()
        } else {
            table_borders(grid.borders)
        })
    }

    fn build_row(&mut self, row: GridRow, columns: &[usize]) -> TableRow {
        let mut column = 0;
        let mut cells = Vec::with_capacity(row.cells.len());
        for cell in row.cells {
            let width = columns.iter().skip(column).take(cell.span).sum();
            column += cell.span;
            cells.push(self.build_cell(cell, width));
        }
        let mut built = TableRow::new(cells);
        if row.height > Pt::ZERO {
            #[allow(clippy::cast_precision_loss)]
            let height = row.height.twips() as f32;
            built = built.row_height(height).height_rule(HeightRule::AtLeast);
        }
        if !row.splittable {
            built = built.cant_split();
        }
        if row.head {
            // Carries `w:tblHeader`; see the finishing pass.
            built = built.insert(Insert::new_with_empty());
        }
        built
    }

    fn build_cell(&mut self, cell: GridCell, width: usize) -> TableCell {
        let mut built = TableCell::new().width(width, WidthType::Dxa);
        if cell.span > 1 {
            built = built.grid_span(cell.span);
        }
        built = match cell.merge {
            Some(true) => built.vertical_merge(VMergeType::Restart),
            Some(false) => built.vertical_merge(VMergeType::Continue),
            None => built,
        };
        let sides = [
            TableCellBorderPosition::Top,
            TableCellBorderPosition::Right,
            TableCellBorderPosition::Bottom,
            TableCellBorderPosition::Left,
        ];
        let mut borders = TableCellBorders::with_empty();
        for (position, line) in sides.into_iter().zip(cell.border) {
            let border = TableCellBorder::new(position).color("auto");
            borders = match line {
                Some(Border::Thin) => {
                    borders.set(border.border_type(BorderType::Single).size(4))
                }
                Some(Border::None) => {
                    borders.set(border.border_type(BorderType::Nil).size(0))
                }
                None => borders,
            };
        }
        if cell.border.iter().any(Option::is_some) {
            built = built.set_borders(borders);
        }
        if let Some(shade) = cell.shade {
            built = built.shading(Shading::new().fill(xml::hex(shade)));
        }
        built = match cell.valign {
            VAlign::Top => built,
            VAlign::Middle => built.vertical_align(VAlignType::Center),
            VAlign::Bottom => built.vertical_align(VAlignType::Bottom),
        };
        for item in cell.items {
            built = match item {
                FlowItem::Paragraph(par) => {
                    built.add_paragraph(self.build_paragraph(*par))
                }
                FlowItem::Table(grid) => built.add_table(self.build_table(*grid)),
            };
        }
        built
    }
}

fn whole_twips(length: Option<Pt>) -> i32 {
    length.unwrap_or_default().twips()
}

/// What a switch must say beside the style.
fn switch(name: &str, base: Option<bool>, own: Option<bool>, extra: &mut String) {
    let own = own.unwrap_or(false);
    if own != base.unwrap_or(false) {
        extra.push_str("<w:");
        extra.push_str(name);
        extra.push_str(if own { "/>" } else { " w:val=\"0\"/>" });
    }
}

fn spacing(base: &ParaProps, own: &ParaProps, exact: Option<Pt>) -> Option<LineSpacing> {
    let mut spacing = LineSpacing::new();
    let mut said = false;
    let room = |r: Option<Pt>| u32::try_from(whole_twips(r)).unwrap_or(0);
    if room(base.before) != room(own.before) {
        spacing = spacing.before(room(own.before));
        said = true;
    }
    if room(base.after) != room(own.after) {
        spacing = spacing.after(room(own.after));
        said = true;
    }
    let lines = |p: &ParaProps| line_units(p.spacing.unwrap_or(1.0));
    if let Some(height) = exact {
        spacing = spacing.line(height.twips()).line_rule(LineSpacingType::Exact);
        said = true;
    } else if lines(base) != lines(own) {
        spacing = spacing.line(lines(own)).line_rule(LineSpacingType::Auto);
        said = true;
    }
    said.then_some(spacing)
}

/// Tab stops beside the style's; those of the style that do not hold are cleared.
fn tabs(base: &ParaProps, own: &ParaProps) -> Vec<Tab> {
    let of = |p: &ParaProps| -> Vec<(usize, bool)> {
        p.tabs.iter().flatten().map(|(at, dotted)| (twips(*at), *dotted)).collect()
    };
    let (base, own) = (of(base), of(own));
    let mut stops: Vec<(usize, Tab)> = Vec::new();
    for &(at, _) in base.iter().filter(|(at, _)| own.iter().all(|(o, _)| o != at)) {
        stops.push((at, Tab::new().val(TabValueType::Clear).pos(at)));
    }
    for &(at, dotted) in own.iter().filter(|stop| !base.contains(stop)) {
        let tab = Tab::new().pos(at);
        let tab = if dotted {
            tab.val(TabValueType::Right).leader(TabLeaderType::Dot)
        } else {
            tab.val(TabValueType::Left)
        };
        stops.push((at, tab));
    }
    stops.sort_by_key(|(at, _)| *at);
    stops.into_iter().map(|(_, tab)| tab).collect()
}

fn rule(kind: RuleKind, width: Option<Pt>) -> ParagraphBorders {
    let (val, own) = match kind {
        RuleKind::Thin => (BorderType::Single, 4),
        RuleKind::Thick => (BorderType::Single, 18),
        // Named from the top down. The thick line is 1.5 pt, gap and thin line 0.75 pt each.
        RuleKind::ThickThin => (BorderType::ThickThinSmallGap, 12),
        RuleKind::Dashed => (BorderType::Dashed, 4),
    };
    // Eighths of a point; of a double line Word wants the thick one, half of the whole.
    let share = if kind == RuleKind::ThickThin { 0.5 } else { 1.0 };
    let size = width.map_or(own, |w| eighths(w * share));
    let line = ParagraphBorder::new(ParagraphBorderPosition::Bottom)
        .val(val)
        .size(size)
        .space(0)
        .color("auto");
    ParagraphBorders::with_empty().set(line)
}

/// A thickness for a border, as Word counts it.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn eighths(width: Pt) -> usize {
    (width.0 * 8.0).round().clamp(2.0, 96.0) as usize
}

fn table_borders(borders: Borders) -> TableBorders {
    use TableBorderPosition::{Bottom, InsideH, InsideV, Left, Right, Top};
    let (outer_y, outer_x, inner) = match borders {
        Borders::All | Borders::Dashed => (true, true, true),
        Borders::None => (false, false, false),
        Borders::Horizontal => (true, false, false),
        Borders::Box => (true, true, false),
    };
    let line =
        if borders == Borders::Dashed { BorderType::Dashed } else { BorderType::Single };
    let mut out = TableBorders::with_empty();
    for (position, drawn) in [
        (Top, outer_y),
        (Left, outer_x),
        (Bottom, outer_y),
        (Right, outer_x),
        (InsideH, inner),
        (InsideV, inner),
    ] {
        let border = TableBorder::new(position).color("auto");
        out = out.set(if drawn {
            border.border_type(line).size(4)
        } else {
            border.border_type(BorderType::Nil).size(0)
        });
    }
    out
}
