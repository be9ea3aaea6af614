//! What a paper says, line by line: the form in which two versions of it are compared.

use super::{Block, Document, Inline, Row, TableRole, plain_text};

/// Every paragraph, list item and table row as one line of plain text, in reading order, page
/// heads before the text of their section. Empty lines are left out; the cells of a row of
/// data are parted by ` | `, a picture is its alternative text.
pub fn lines(document: &Document) -> Vec<String> {
    let mut out = Vec::new();
    for section in &document.sections {
        for header in [&section.header, &section.footer] {
            let first = header.first.iter().flatten();
            for paragraph in header.all.iter().chain(first) {
                push(&mut out, &plain_text(&paragraph.inlines));
            }
        }
        blocks(&section.blocks, &mut out);
    }
    out
}

fn push(out: &mut Vec<String>, text: &str) {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if !line.is_empty() {
        out.push(line);
    }
}

fn blocks(all: &[Block], out: &mut Vec<String>) {
    for block in all {
        match block {
            Block::Paragraph(p) => {
                push(out, &plain_text(&p.inlines));
                footnotes(&p.inlines, out);
            }
            Block::Heading(h) => {
                let label = h.label.as_deref().unwrap_or_default();
                push(out, &format!("{label} {}", plain_text(&h.inlines)));
            }
            Block::List(list) => {
                for (item, n) in list.items.iter().zip(list.start.max(1)..) {
                    let mut inner = Vec::new();
                    blocks(&item.blocks, &mut inner);
                    if let Some(first) = inner.first_mut() {
                        *first = format!("{} {first}", list.marker.text(n));
                    }
                    out.extend(inner);
                }
            }
            Block::Table(table) => {
                push(out, &plain_text(&table.caption));
                rows(&table.rows, table.role, out);
            }
            Block::Image(image) => {
                push(out, &image.alt);
                push(out, &plain_text(&image.caption));
            }
            Block::Chart(chart) => {
                push(out, &chart.alt);
                push(out, &plain_text(&chart.caption));
            }
            Block::Keep { blocks: inner, .. } => blocks(inner, out),
            Block::FitLines(fit) => {
                for line in &fit.lines {
                    push(out, &plain_text(&line.inlines));
                }
            }
            Block::Sheet(sheet) => {
                blocks(&sheet.head, out);
                rows(&sheet.table.rows, sheet.table.role, out);
                blocks(&sheet.foot, out);
            }
            Block::Rule(_)
            | Block::Space(_)
            | Block::PageBreak
            | Block::Toc(_)
            | Block::Upturned(_) => {}
        }
    }
}

fn rows(rows: &[Row], role: TableRole, out: &mut Vec<String>) {
    let between = if role == TableRole::Layout { " " } else { " | " };
    for row in rows {
        let cells = row.cells.iter().map(|cell| {
            let mut inner = Vec::new();
            blocks(&cell.blocks, &mut inner);
            inner.join(" / ")
        });
        let line = cells.collect::<Vec<_>>().join(between);
        if line.chars().any(|c| c != '|' && !c.is_whitespace()) {
            push(out, &line);
        }
    }
}

fn footnotes(inlines: &[Inline], out: &mut Vec<String>) {
    for inline in inlines {
        match inline {
            Inline::Footnote { number, inlines } => {
                push(out, &format!("[{number}] {}", plain_text(inlines)));
            }
            Inline::Link { inlines, .. } => footnotes(inlines, out),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Cell, Paragraph, Section, StyleName, Table};

    #[test]
    fn a_row_is_a_line_and_a_note_follows_its_paragraph() {
        let mut paragraph = Paragraph::plain(StyleName::Isi, "Capaian  80%");
        paragraph.inlines.push(Inline::Footnote {
            number: 1,
            inlines: vec![Inline::text("Sementara.")],
        });
        let cell = |text: &str| {
            Cell::new(vec![Block::Paragraph(Paragraph::plain(StyleName::Isi, text))])
        };
        let row = |a, b| Row { cells: vec![cell(a), cell(b)], ..Row::default() };
        let table =
            Table { rows: vec![row("No", "Nama"), row("", "")], ..Table::default() };
        let document = Document {
            sections: vec![Section {
                blocks: vec![Block::Paragraph(paragraph), Block::Table(table)],
                ..Section::default()
            }],
            ..Document::default()
        };
        assert_eq!(lines(&document), ["Capaian 80%", "[1] Sementara.", "No | Nama"]);
    }
}
