//! How a problem is shown: as text with the marked place, or as JSON.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use serde_json::{Value, json};

use super::{Diagnostic, Lang, Said, Severity, Span};
use crate::source::{SourceMap, cell_name};

/// A problem as lines of text, with the place, the code and the next step.
pub fn draw(
    diagnostic: &Diagnostic,
    sources: &SourceMap,
    lang: Lang,
    color: bool,
) -> String {
    let said = said(diagnostic, sources, lang);
    let level = match (diagnostic.problem.severity(), lang) {
        (Severity::Error, Lang::Id) => Level::ERROR.with_name("galat"),
        (Severity::Error, Lang::En) => Level::ERROR,
        (Severity::Warning, Lang::Id) => Level::WARNING.with_name("peringatan"),
        (Severity::Warning, Lang::En) => Level::WARNING,
    };
    let title = level.primary_title(said.message.as_str()).id(diagnostic.problem.code());
    let mut group = match place(diagnostic.span, sources) {
        Place::None => annotate_snippets::Group::with_title(title),
        Place::Name(name) => title.element(Origin::path(name)),
        Place::Range { name, text, start, end } => {
            title.element(Snippet::source(text).path(name).annotation(
                AnnotationKind::Primary.span(start..end).label(said.label.as_str()),
            ))
        }
    };
    if !said.help.is_empty() {
        let help = match lang {
            Lang::Id => Level::HELP.with_name("langkah"),
            Lang::En => Level::HELP,
        };
        group = group.element(help.message(said.help.as_str()));
    }
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let report = [group];
    renderer.decor_style(DecorStyle::Ascii).render(&report)
}

/// A problem as a JSON object: code, level, file, line, column, message, help.
pub fn json(diagnostic: &Diagnostic, sources: &SourceMap, lang: Lang) -> Value {
    let said = said(diagnostic, sources, lang);
    let level = match diagnostic.problem.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let mut value = json!({
        "code": diagnostic.problem.code(),
        "level": level,
        "message": said.message,
        "help": said.help,
    });
    match diagnostic.span {
        Span::Text { file, start, .. } => {
            let (line, column) = sources.line_column(file, start).unwrap_or((1, 1));
            value["file"] = sources.get(file).map(|s| s.name.clone()).into();
            value["line"] = line.into();
            value["column"] = column.into();
        }
        Span::File(file) => {
            value["file"] = sources.get(file).map(|s| s.name.clone()).into();
        }
        Span::Cell { file, row, column } => {
            value["file"] = sources.get(file).map(|s| s.name.clone()).into();
            value["cell"] = cell_name(row, column).into();
        }
        Span::None => {}
    }
    value
}

/// The wording, in a sheet or CSV that for users of sheets.
fn said(diagnostic: &Diagnostic, sources: &SourceMap, lang: Lang) -> Said {
    let table = match diagnostic.span {
        Span::Cell { .. } => true,
        Span::Text { file, .. } => sources.get(file).is_some_and(|source| {
            source
                .name
                .rsplit_once('.')
                .is_some_and(|(_, e)| e.eq_ignore_ascii_case("csv"))
        }),
        Span::File(_) | Span::None => false,
    };
    if table {
        diagnostic.problem.said_in_sheet(lang)
    } else {
        diagnostic.problem.said(lang)
    }
}

enum Place<'a> {
    None,
    Name(String),
    Range { name: &'a str, text: &'a str, start: usize, end: usize },
}

fn place(span: Span, sources: &SourceMap) -> Place<'_> {
    match span {
        Span::None => Place::None,
        Span::File(file) => {
            sources.get(file).map_or(Place::None, |s| Place::Name(s.name.clone()))
        }
        Span::Cell { file, row, column } => sources.get(file).map_or(Place::None, |s| {
            Place::Name(format!("{}!{}", s.name, cell_name(row, column)))
        }),
        Span::Text { file, start, end } => {
            let Some(source) = sources.get(file) else { return Place::None };
            let text: &str = &source.text;
            let clip = |byte: u32| {
                let mut byte = (byte as usize).min(text.len());
                while !text.is_char_boundary(byte) {
                    byte -= 1;
                }
                byte
            };
            let (start, end) = (clip(start), clip(end));
            // The first line tells enough, and a mark over many hides the mistake in it.
            let line = text[start..].find(['\r', '\n']).map_or(text.len(), |n| start + n);
            Place::Range { name: &source.name, text, start, end: end.clamp(start, line) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
