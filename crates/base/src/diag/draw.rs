//! How a problem is shown to people: lines of text with the marked place.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

use super::found::Diagnostic;
use super::said::{Lang, Severity};
use super::told::Told;
use crate::source::SourceMap;

/// A problem as lines of text, with the place, the code and the next step.
pub fn draw(
    diagnostic: &Diagnostic,
    sources: &SourceMap,
    lang: Lang,
    color: bool,
) -> String {
    Told::new(diagnostic, sources, lang).draw(color)
}

impl Told {
    /// The problem as lines of text, with the place, the code and the next step.
    pub fn draw(&self, color: bool) -> String {
        let level = match (self.level, self.lang) {
            (Severity::Error, Lang::Id) => Level::ERROR.with_name("galat"),
            (Severity::Error, Lang::En) => Level::ERROR,
            (Severity::Warning, Lang::Id) => Level::WARNING.with_name("peringatan"),
            (Severity::Warning, Lang::En) => Level::WARNING,
        };
        let title = level.primary_title(self.message.as_str()).id(self.code);
        let mut group = match (&self.file, &self.marked) {
            (None, _) => annotate_snippets::Group::with_title(title),
            (Some(name), Some((text, marked))) => title.element(
                Snippet::source(&**text).path(name.as_str()).annotation(
                    AnnotationKind::Primary
                        .span(marked.clone())
                        .label(self.label.as_str()),
                ),
            ),
            (Some(_), None) => title.element(Origin::path(self.place())),
        };
        // What stands under the mark of a text has no mark to stand under in a cell.
        if self.file.is_some() && self.marked.is_none() && !self.label.is_empty() {
            let note = match self.lang {
                Lang::Id => Level::NOTE.with_name("rincian"),
                Lang::En => Level::NOTE,
            };
            group = group.element(note.message(self.label.as_str()));
        }
        if !self.help.is_empty() {
            let help = match self.lang {
                Lang::Id => Level::HELP.with_name("langkah"),
                Lang::En => Level::HELP,
            };
            group = group.element(help.message(self.help.as_str()));
        }
        let renderer = if color { Renderer::styled() } else { Renderer::plain() };
        renderer.decor_style(DecorStyle::Ascii).render(&[group])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Said, Span};

    /// A problem to draw.
    #[derive(Debug)]
    struct Empty;

    impl crate::diag::Problem for Empty {
        fn code(&self) -> &'static str {
            "NSK0114"
        }

        fn severity(&self) -> Severity {
            Severity::Error
        }

        fn said(&self, lang: Lang) -> Said {
            crate::say!(
                lang,
                ("`unit` kosong", "`unit` is empty"),
                ("kosong", "empty"),
                ("isi `unit`", "fill in `unit`")
            )
        }
    }

    fn drawn(text: &str, marked: &str) -> Vec<String> {
        let mut sources = SourceMap::default();
        let file = sources.add("naskah.toml", text);
        let at = text.find(marked).unwrap();
        let span = Span::text(file, at..at + marked.len());
        let said = draw(&Diagnostic::new(span, Empty), &sources, Lang::Id, false);
        said.lines().map(str::to_owned).collect()
    }

    /// Columns of a terminal: East Asian characters and pictures take two.
    fn width(text: &str) -> usize {
        text.chars().map(|c| if u32::from(c) < 0x1100 { 1 } else { 2 }).sum()
    }

    fn column(line: &str, mark: &str) -> usize {
        width(&line[..line.find(mark).unwrap()])
    }

    #[test]
    fn the_mark_stands_under_the_word_behind_tabs_and_wide_characters() {
        for text in
            ["\tunit =\t\"\" # x", "a = \"部門\" \"\"", "# 🎉🎉 \"\"\n", "é = \"\""]
        {
            let lines = drawn(text, "\"\"");
            assert_eq!(column(&lines[3], "\"\""), column(&lines[4], "^^"), "{lines:#?}");
        }
    }

    #[test]
    fn a_long_line_is_cut_around_the_mark() {
        let fill = "Jalan ".repeat(500);
        for text in [
            format!("unti = 1 # {fill}"),
            format!("a = \"{fill}\" unti"),
            format!("a = \"{fill}\" unti # {fill}"),
        ] {
            let lines = drawn(&text, "unti");
            assert!(lines.iter().all(|l| width(l) < 160), "{lines:#?}");
            assert!(lines[3].contains("unti") && lines[3].contains("..."), "{lines:#?}");
            assert_eq!(
                column(&lines[3], "unti"),
                column(&lines[4], "^^^^"),
                "{lines:#?}"
            );
        }
    }

    #[test]
    fn windows_line_ends_are_not_drawn() {
        let lines = drawn("a = 1\r\nunit = \"\"\r\nb = 2\r\n", "\"\"");
        assert!(lines.iter().all(|l| !l.contains('\r')), "{lines:#?}");
    }
}
