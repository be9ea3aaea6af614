//! Numbers of chapters, sections and tables.

use typeset::document::{Shape, roman};

/// Counters of a paper.
#[derive(Debug, Clone)]
pub(super) struct HeadingCounters {
    shape: Shape,
    counters: [u32; 4],
    tables: u32,
    charts: u32,
    headings: u32,
}

impl HeadingCounters {
    pub(super) const fn new(shape: Shape) -> Self {
        Self { shape, counters: [0; 4], tables: 0, charts: 0, headings: 0 }
    }

    /// The next chapter gets this number: a chapter printed alone keeps its number in the book.
    pub(super) const fn next_chapter(&mut self, number: u32) {
        self.counters[0] = number.saturating_sub(1);
    }

    /// The label of the next heading of a level: "BAB I", "A.", "1.", "a." in books; the same
    /// without chapters in reports and under a centred title; none elsewhere.
    pub(super) fn label(&mut self, level: u8) -> Option<String> {
        let below = match self.shape {
            Shape::Buku => 1,
            Shape::Laporan => 2,
            Shape::Judul if level > 1 => 1,
            _ => return None,
        };
        let index = usize::from((level + below - 1).clamp(1, 4)) - 1;
        self.counters[index] += 1;
        self.counters[index + 1..].fill(0);
        let n = self.counters[index];
        Some(match index {
            0 => {
                (self.tables, self.charts) = (0, 0);
                format!("BAB {}", roman(n))
            }
            1 => typeset::document::ListMarker::AlphaUpper.text(n),
            2 => format!("{n}."),
            _ => typeset::document::ListMarker::Alpha.text(n),
        })
    }

    /// "Tabel 3.2" in a book, "Tabel 2" elsewhere.
    pub(super) fn table(&mut self) -> String {
        self.tables += 1;
        self.caption("Tabel", self.tables)
    }

    /// "Grafik 3.2" in a book, "Grafik 2" elsewhere.
    pub(super) fn chart(&mut self) -> String {
        self.charts += 1;
        self.caption("Grafik", self.charts)
    }

    fn caption(&self, kind: &str, number: u32) -> String {
        match (self.shape, self.counters[0]) {
            (Shape::Buku, chapter) if chapter > 0 => format!("{kind} {chapter}.{number}"),
            _ => format!("{kind} {number}"),
        }
    }

    /// Whether a heading so far has this id.
    pub(super) fn knows(&self, id: &str) -> bool {
        let number = id.strip_prefix("bagian_").and_then(|n| n.parse::<u32>().ok());
        number.is_some_and(|n| (1..=self.headings).contains(&n))
    }

    /// A unique id for a heading.
    pub(super) fn id(&mut self) -> String {
        self.headings += 1;
        format!("bagian_{}", self.headings)
    }
}
