//! Paragraphs, headings, rules.

use docx_rs::{
    BookmarkEnd, BookmarkStart, Break, BreakType, ParagraphChild, RunChild, Tab,
};

use crate::document::{
    Heading, ParaProps, Paragraph, Rule, StyleName, TextProps, TextStyle,
};
use crate::units::Pt;

use super::flow::{BlockFlow, BlockPlace, Par};
use super::state::Lowering;

impl<'a> Lowering<'a> {
    /// A paragraph in a place.
    pub(super) fn paragraph(
        &mut self,
        paragraph: &'a Paragraph,
        place: &BlockPlace,
    ) -> Par {
        self.styled_paragraph(paragraph, paragraph.style, place)
    }

    /// A paragraph in another style than its own.
    pub(super) fn styled_paragraph(
        &mut self,
        paragraph: &'a Paragraph,
        style: StyleName,
        place: &BlockPlace,
    ) -> Par {
        let mut par = Par::new(style);
        par.props = paragraph.props.clone();
        par.props.align = par.props.align.or(place.align);
        par.text = paragraph.text;
        let look = self.look(style, &par.text);
        self.inlines(&paragraph.inlines, look, &mut par.children);
        par
    }

    /// A heading, with its bookmark.
    pub(super) fn heading(&mut self, heading: &'a Heading, flow: &mut BlockFlow<'_>) {
        let style = StyleName::heading(heading.level);
        let mut par = Par::new(style);
        let mut look = self.look(style, &TextProps::default());
        if heading.unlisted {
            // Word lists every paragraph in a heading style. This one only looks like one.
            let (props, text) = self.doc.styles.resolve(
                style,
                &ParaProps::default(),
                &TextProps::default(),
            );
            par = Par::new(StyleName::JudulDaftarIsi);
            (par.props, par.text) = (props, text);
            look = self.look(StyleName::JudulDaftarIsi, &text);
        }
        if let Some(hang) = heading.hang {
            let left = self.doc.styles.para(par.style, &par.props).left;
            let left = left.unwrap_or_default() + hang;
            par.props.left = Some(left);
            par.props.first_line = Some(-hang);
            par.props.tabs = Some(vec![(left, false)]);
        }
        par.props.keep_next = Some(true);
        par.props.before = heading.before.or(par.props.before);
        let bookmark = self.bookmark(heading);
        let id = self.marked.len();
        if let Some(name) = &bookmark {
            par.children
                .push(ParagraphChild::BookmarkStart(BookmarkStart::new(id, name)));
        }
        if let Some(label) = heading.label.as_ref().filter(|l| !l.is_empty()) {
            par.children.push(self.text_run(label, look, TextStyle::default()));
            let plain = TextStyle::default();
            par.children.push(if heading.label_above {
                let line = RunChild::Break(Break::new(BreakType::TextWrapping));
                self.run(line, look, plain)
            } else if heading.hang.is_some() {
                self.run(RunChild::Tab(Tab::new()), look, plain)
            } else {
                self.text_run(" ", look, plain)
            });
        }
        self.inlines(&heading.inlines, look, &mut par.children);
        if bookmark.is_some() {
            par.children.push(ParagraphChild::BookmarkEnd(BookmarkEnd::new(id)));
        }
        if heading.new_page {
            flow.add_page_break();
        }
        flow.add_paragraph(par);
    }

    /// The name of a heading's bookmark, the first time it is asked for.
    fn bookmark(&mut self, heading: &'a Heading) -> Option<String> {
        let name = self.bookmarks.get(heading.id.as_str())?.clone();
        self.marked.insert(&heading.id).then_some(name)
    }

    /// A line across the text width, as the lower border of a line without text.
    pub(super) fn rule(rule: Rule, flow: &mut BlockFlow<'_>) {
        let mut par = Par::room(Pt(1.0));
        par.rule = Some((rule.kind, rule.width));
        par.props.before = Some(rule.before);
        par.props.after = Some(rule.after);
        flow.add_paragraph(par);
    }
}
