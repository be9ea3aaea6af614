//! Pages as text, for tests; and the labels a DOCX needs.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::page::{ItemKind, Pages};

impl Pages {
    /// For each heading's id the number printed on its page.
    pub fn heading_labels(&self) -> BTreeMap<String, String> {
        self.headings
            .iter()
            .filter_map(|heading| {
                let page = self.pages.get(heading.page)?;
                Some((heading.id.clone(), page.label.clone()))
            })
            .collect()
    }

    /// One line for each item: page, kind, place, node and text.
    pub fn dump(&self) -> String {
        let mut out = String::new();
        for page in &self.pages {
            let (width, height) = (page.width.0, page.height.0);
            let _ = writeln!(out, "page {} {width:.0}x{height:.0}", page.label);
            for item in &page.items {
                let node = item.node.map_or("-".to_owned(), |node| node.0.to_string());
                let _ = match &item.kind {
                    ItemKind::Text(text) => {
                        let width: f32 = text.glyphs.iter().map(|g| g.advance).sum();
                        writeln!(
                            out,
                            "  text {:.1},{:.1} w{:.1} f{} {:.1} n{node} {:?}",
                            text.x.0,
                            text.y.0,
                            width * text.size.0,
                            text.font.0,
                            text.size.0,
                            text.text
                        )
                    }
                    ItemKind::Fill { rect, .. } => {
                        writeln!(out, "  fill {}", numbers(rect.map(|p| p.0)))
                    }
                    ItemKind::Line { from, to, width, .. } => {
                        let ends = [from.0.0, from.1.0, to.0.0, to.1.0];
                        writeln!(out, "  line {} w{}", numbers(ends), width.0)
                    }
                    ItemKind::Image { rect, .. } => {
                        writeln!(out, "  image {} n{node}", numbers(rect.map(|p| p.0)))
                    }
                    ItemKind::Path(path) => {
                        let corners: usize = path.parts.iter().map(Vec::len).sum();
                        writeln!(out, "  path {corners} n{node}")
                    }
                    ItemKind::Link { rect, alt, .. } => {
                        let rect = numbers(rect.map(|p| p.0));
                        writeln!(out, "  link {rect} n{node} {alt:?}")
                    }
                    ItemKind::Watermark { text, .. } => {
                        writeln!(out, "  watermark {text:?}")
                    }
                };
            }
        }
        out
    }
}

fn numbers(values: [f32; 4]) -> String {
    values.map(|value| format!("{value:.1}")).join(",")
}
