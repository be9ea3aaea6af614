//! Inlines become runs.

use std::mem;

use docx_rs::{
    Break, BreakType, FieldChar, FieldCharType, FootnoteReference, Hyperlink,
    HyperlinkData, InstrText, ParagraphChild, Run, RunChild, RunFonts, RunProperty, Sym,
    Tab, Text, VertAlignType,
};

use crate::document::{
    Inline, LinkTarget, StyleName, TextField, TextProps, TextStyle, held_hyphens,
};
use crate::docx::finish::FRAGMENT;
use crate::docx::styles::{DEFAULT_SIZE, half_points};
use crate::docx::{names, xml};

use super::flow::Par;
use super::state::Lowering;

/// How the text of a paragraph looks, and how its style makes it look by itself.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct RunLook {
    /// By the style.
    pub(super) style: TextProps,
    /// In this paragraph.
    pub(super) text: TextProps,
    /// The character style, of links and notes.
    pub(super) run_style: Option<&'static str>,
}

impl<'a> Lowering<'a> {
    /// How the text of a paragraph looks.
    pub(super) fn look(&self, style: StyleName, text: &TextProps) -> RunLook {
        let plain = self.doc.styles.text(style, &TextProps::default());
        RunLook { style: plain, text: plain.over(text), run_style: None }
    }

    /// Lowers inlines.
    pub(super) fn inlines(
        &mut self,
        inlines: &'a [Inline],
        look: RunLook,
        out: &mut Vec<ParagraphChild>,
    ) {
        for inline in inlines {
            match inline {
                Inline::Text { text, style, .. } => {
                    if !text.is_empty() {
                        out.push(self.text_run(text, look, *style));
                    }
                }
                Inline::Break => {
                    let line = Break::new(BreakType::TextWrapping);
                    out.push(self.run(RunChild::Break(line), look, TextStyle::default()));
                }
                Inline::Tab => {
                    out.push(self.run(
                        RunChild::Tab(Tab::new()),
                        look,
                        TextStyle::default(),
                    ));
                }
                Inline::Link { target, inlines } => {
                    self.link(target, inlines, look, out);
                }
                Inline::Footnote { inlines, .. } => self.footnote(inlines, look, out),
                Inline::Field { field, style } => self.field(*field, look, *style, out),
            }
        }
    }

    /// A run of text.
    pub(super) fn text_run(
        &mut self,
        text: &str,
        look: RunLook,
        style: TextStyle,
    ) -> ParagraphChild {
        let mut children = Vec::new();
        let mut from = 0;
        // What is typed into a computer is copied from here, with the signs of its keys.
        let typed = style.mono.then(|| text.replace('\u{a0}', " "));
        let held = if style.mono { Vec::new() } else { held_hyphens(text) };
        let text = typed.as_deref().unwrap_or(text);
        for at in held {
            if at > from {
                children.push(RunChild::Text(Text::new(xml::clean(&text[from..at]))));
            }
            children.push(self.fragment("<w:noBreakHyphen/>".to_owned()));
            from = at + 1;
        }
        if from < text.len() {
            children.push(RunChild::Text(Text::new(xml::clean(&text[from..]))));
        }
        let run_property = self.run_property(look, style);
        ParagraphChild::Run(Box::new(Run { run_property, children }))
    }

    /// A run of one thing.
    pub(super) fn run(
        &mut self,
        child: RunChild,
        look: RunLook,
        style: TextStyle,
    ) -> ParagraphChild {
        let run_property = self.run_property(look, style);
        ParagraphChild::Run(Box::new(Run { run_property, children: vec![child] }))
    }

    /// What stands in a run for XML of our own.
    fn fragment(&mut self, xml: String) -> RunChild {
        let number = self.part.fragment(xml);
        RunChild::Sym(Sym::new(FRAGMENT, number.to_string()))
    }

    /// A run that holds XML of our own.
    pub(super) fn fragment_run(&mut self, xml: String) -> ParagraphChild {
        let children = vec![self.fragment(xml)];
        ParagraphChild::Run(Box::new(Run { run_property: RunProperty::new(), children }))
    }

    /// What a run must say beside its paragraph's style.
    pub(super) fn run_property(
        &mut self,
        look: RunLook,
        style: TextStyle,
    ) -> RunProperty {
        let (base, text) = (look.style, look.text);
        let mut run = RunProperty::new();
        if let Some(id) = look.run_style {
            run = run.style(id);
        }
        let face = style.face_in(text.face.unwrap_or_default());
        if base.face.unwrap_or_default() != face {
            let name = self.font(face);
            let fonts = RunFonts::new().ascii(&name).hi_ansi(&name).east_asia(&name);
            run = run.fonts(fonts.cs(name));
        }
        let size = style.size_in(text.size.unwrap_or(DEFAULT_SIZE));
        if half_points(base.size.unwrap_or(DEFAULT_SIZE)) != half_points(size) {
            run = run.size(half_points(size));
        }
        let on = |value: Option<bool>| value.unwrap_or(false);
        run = match (on(base.bold), on(text.bold) || style.bold) {
            (false, true) => run.bold(),
            (true, false) => RunProperty { bold_cs: None, ..run.disable_bold() },
            _ => run,
        };
        run = match (on(base.italic), on(text.italic) || style.italic) {
            (false, true) => run.italic(),
            (true, false) => RunProperty { italic_cs: None, ..run.disable_italic() },
            _ => run,
        };
        run = match (on(base.underline), on(text.underline) || style.underline) {
            (false, true) => run.underline("single"),
            (true, false) => run.underline("none"),
            _ => run,
        };
        if style.strike {
            run = run.strike();
        }
        if style.superscript {
            run = run.vert_align(VertAlignType::SuperScript);
        }
        if let Some(color) = style.color.or(text.color)
            && base.color != Some(color)
        {
            run = run.color(xml::hex(color));
        }
        run
    }

    fn link(
        &mut self,
        target: &LinkTarget,
        inlines: &'a [Inline],
        mut look: RunLook,
        out: &mut Vec<ParagraphChild>,
    ) {
        let link = match target {
            LinkTarget::Url(url) if !url.trim().is_empty() => {
                look.run_style = Some(names::HYPERLINK);
                let rid = self.part.relate("hyperlink", xml::uri(url), true);
                Some(HyperlinkData::External { rid, path: String::new() })
            }
            LinkTarget::Heading(id) => self
                .bookmarks
                .get(id.as_str())
                .map(|name| HyperlinkData::Anchor { anchor: name.clone() }),
            LinkTarget::Url(_) => None,
        };
        let Some(link) = link else {
            // A link that leads nowhere is text.
            self.inlines(inlines, look, out);
            return;
        };
        let mut children = Vec::new();
        self.inlines(inlines, look, &mut children);
        out.push(ParagraphChild::Hyperlink(Hyperlink { link, history: None, children }));
    }

    fn footnote(
        &mut self,
        inlines: &'a [Inline],
        look: RunLook,
        out: &mut Vec<ParagraphChild>,
    ) {
        let mark = RunLook { run_style: Some(names::NOTE_MARK), ..look };
        // The note's links belong to the part of the notes.
        mem::swap(&mut self.part, &mut self.notes_part);
        let mut note = Par::new(StyleName::CatatanKaki);
        let note_look = self.look(StyleName::CatatanKaki, &TextProps::default());
        let number = self.fragment_run("<w:footnoteRef/>".to_owned());
        note.children.push(match number {
            ParagraphChild::Run(mut run) => {
                run.run_property = RunProperty::new().style(names::NOTE_MARK);
                ParagraphChild::Run(run)
            }
            other => other,
        });
        note.children.push(self.text_run(" ", note_look, TextStyle::default()));
        let mut children = mem::take(&mut note.children);
        self.inlines(inlines, note_look, &mut children);
        note.children = children;
        mem::swap(&mut self.part, &mut self.notes_part);
        self.notes.push(note);
        let reference = FootnoteReference::new(self.notes.len());
        out.push(self.run(
            RunChild::FootnoteReference(reference),
            mark,
            TextStyle::default(),
        ));
    }

    fn field(
        &mut self,
        field: TextField,
        look: RunLook,
        style: TextStyle,
        out: &mut Vec<ParagraphChild>,
    ) {
        let (code, shown) = match field {
            TextField::Page => (" PAGE ", "1".to_owned()),
            TextField::Pages => match self.total() {
                (Some(code), shown) => (code, shown),
                (None, shown) => {
                    out.push(self.text_run(&shown, look, style));
                    return;
                }
            },
            TextField::Anchor(mark) => {
                out.push(self.text_run(&mark.to_string(), look, style));
                return;
            }
            // Sheets are settled before a format is written.
            TextField::SheetNumber
            | TextField::SheetCount
            | TextField::FirstRow
            | TextField::LastRow => return,
        };
        self.field_runs(code, &shown, look, style, out);
    }

    /// How many pages are counted with those of this section, and the field that counts them:
    /// the whole paper or one section. Word has none for a part of the sections.
    fn total(&self) -> (Option<&'static str>, String) {
        let total = self.totals.get(self.section).copied().unwrap_or_default().max(1);
        let counted = self.doc.counted_with(self.section);
        let first = self.doc.sections.get(counted.start).and_then(|s| s.numbers.start);
        // Without the switch a section of roman pages would count in roman too.
        let code = match (counted.len(), first.unwrap_or(1)) {
            (n, 1) if n >= self.doc.sections.len() => Some(" NUMPAGES \\* Arabic "),
            (1, 1) => Some(" SECTIONPAGES \\* Arabic "),
            _ => None,
        };
        (code, total.to_string())
    }

    /// A field: five runs, each with the look, so that every program shows it the same.
    pub(super) fn field_runs(
        &mut self,
        code: &str,
        shown: &str,
        look: RunLook,
        style: TextStyle,
        out: &mut Vec<ParagraphChild>,
    ) {
        let code = RunChild::InstrText(Box::new(InstrText::Unsupported(code.to_owned())));
        for child in [
            field_char(FieldCharType::Begin),
            code,
            field_char(FieldCharType::Separate),
            RunChild::Text(Text::new(xml::clean(shown))),
            field_char(FieldCharType::End),
        ] {
            out.push(self.run(child, look, style));
        }
    }
}

/// The begin, middle or end of a field.
pub(super) fn field_char(kind: FieldCharType) -> RunChild {
    RunChild::FieldChar(FieldChar::new(kind))
}
