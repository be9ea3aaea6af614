//! The daftar isi: a real field of Word, already filled with the pages our layout found.

use docx_rs::{
    FieldCharType, Hyperlink, HyperlinkData, InstrText, ParagraphChild, RunChild, Tab,
};

use crate::document::{
    Block, Cell, Document, LIST_INDENT, StyleName, TextProps, TextStyle, Toc, plain_text,
};

use super::flow::{BlockFlow, BlockPlace, Par};
use super::inline::field_char;
use super::state::{Lowering, TocEntry};

impl Lowering<'_> {
    /// The lines of the daftar isi.
    pub(super) fn toc(
        &mut self,
        toc: &Toc,
        flow: &mut BlockFlow<'_>,
        place: &BlockPlace,
    ) {
        let depth = toc.depth.clamp(1, 9);
        let entries: Vec<(u8, String, String, String)> = self
            .entries
            .iter()
            .filter(|e| e.level <= depth)
            .map(|e| {
                let page = self.context.heading_pages.get(e.id).cloned();
                let mark = self.bookmarks.get(e.id).cloned().unwrap_or_default();
                (e.level, e.text.clone(), mark, page.unwrap_or_default())
            })
            .collect();
        let count = entries.len();
        if count == 0 {
            let mut par = Par::new(StyleName::DaftarIsi1);
            self.open_field(depth, &mut par);
            self.close_field(&mut par);
            flow.add_paragraph(par);
        }
        for (index, (level, text, mark, page)) in entries.into_iter().enumerate() {
            let style = StyleName::toc(level);
            let mut par = Par::new(style);
            let base = self.doc.styles.para(style, &par.props);
            if self.toc_width != Some(place.width)
                && !base.tabs.iter().flatten().any(|(_, dotted)| *dotted)
            {
                let right = base.right.unwrap_or_default();
                let text = base.left.unwrap_or_default() + LIST_INDENT;
                par.props.tabs = Some(vec![(text, false), (place.width - right, true)]);
            }
            if index == 0 {
                self.open_field(depth, &mut par);
            }
            let look = self.look(style, &TextProps::default());
            let plain = TextStyle::default();
            let mut children = vec![
                self.text_run(&text, look, plain),
                self.run(RunChild::Tab(Tab::new()), look, plain),
            ];
            let code = format!(" PAGEREF {mark} \\h ");
            self.field_runs(&code, &page, look, plain, &mut children);
            par.children.push(ParagraphChild::Hyperlink(Hyperlink {
                link: HyperlinkData::Anchor { anchor: mark },
                history: None,
                children,
            }));
            if index + 1 == count {
                self.close_field(&mut par);
            }
            flow.add_paragraph(par);
        }
    }

    /// Begin, code and middle in runs of their own: LibreOffice shows the code otherwise.
    fn open_field(&mut self, depth: u8, par: &mut Par) {
        let code = format!(" TOC \\o \"1-{depth}\" \\h \\z \\u ");
        let look = self.look(par.style, &par.text);
        for child in [
            field_char(FieldCharType::Begin),
            RunChild::InstrText(Box::new(InstrText::Unsupported(code))),
            field_char(FieldCharType::Separate),
        ] {
            let run = self.run(child, look, TextStyle::default());
            par.children.push(run);
        }
    }

    fn close_field(&mut self, par: &mut Par) {
        let look = self.look(par.style, &par.text);
        let end = self.run(field_char(FieldCharType::End), look, TextStyle::default());
        par.children.push(end);
        par.ends_toc = true;
    }
}

/// Headings and bookmarks of the whole paper, before any of it is lowered: links and the daftar
/// isi lead forwards.
pub(super) fn collect<'a>(doc: &'a Document, state: &mut Lowering<'a>) {
    for section in &doc.sections {
        if state.toc_width.is_none() && section.blocks.iter().any(has_toc) {
            state.toc_width = Some(super::section::place(section).width);
        }
        collect_blocks(&section.blocks, state);
    }
}

fn has_toc(block: &Block) -> bool {
    match block {
        Block::Toc(_) => true,
        Block::Keep { blocks, .. } => blocks.iter().any(has_toc),
        _ => false,
    }
}

fn collect_blocks<'a>(blocks: &'a [Block], state: &mut Lowering<'a>) {
    for block in blocks {
        match block {
            Block::Heading(heading) => {
                if heading.id.is_empty()
                    || state.bookmarks.contains_key(heading.id.as_str())
                {
                    continue;
                }
                let name = bookmark_name(&heading.id, state.bookmarks.len());
                state.bookmarks.insert(&heading.id, name);
                if !heading.unlisted {
                    let label = heading.label.as_deref().unwrap_or_default();
                    let text = format!("{label} {}", plain_text(&heading.inlines));
                    state.entries.push(TocEntry {
                        level: heading.level.clamp(1, 4),
                        id: &heading.id,
                        text: text.trim().to_owned(),
                    });
                }
            }
            Block::Keep { blocks, .. } => collect_blocks(blocks, state),
            Block::List(list) => {
                for item in &list.items {
                    collect_blocks(&item.blocks, state);
                }
            }
            Block::Table(table) => {
                for Cell { blocks, .. } in table.rows.iter().flat_map(|r| &r.cells) {
                    collect_blocks(blocks, state);
                }
            }
            Block::Sheet(sheet) => {
                collect_blocks(&sheet.head, state);
                collect_blocks(&sheet.foot, state);
            }
            _ => {}
        }
    }
}

/// Word cuts names after 40 characters and wants a letter first.
fn bookmark_name(id: &str, number: usize) -> String {
    let plain = id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    let lettered = id.starts_with(|c: char| c.is_ascii_alphabetic());
    // Names like our own numbered ones are numbered too, so that no two are equal.
    if plain && lettered && id.len() <= 40 && !id.starts_with("judul_no_") {
        id.to_owned()
    } else {
        format!("judul_no_{}", number + 1)
    }
}
