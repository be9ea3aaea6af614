//! The faces inside the program, so that a paper needs nothing installed.

use super::Metrics;

/// A family inside the program: regular, bold, italic, bold italic.
pub(super) struct Builtin {
    /// The name Word knows the same widths under.
    pub(super) word_name: &'static str,
    /// The files.
    pub(super) styles: [&'static [u8]; 4],
    /// Line heights to use instead of the files' own: ascent, descent, gap in ems.
    pub(super) lines: Option<(f32, f32, f32)>,
}

macro_rules! face {
    ($path:literal) => {
        include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../fonts/", $path))
    };
}

/// One file for all styles: what is typed into a computer is neither bold nor slanted.
static MONO: &[u8] = face!("liberation/LiberationMono-Regular.ttf");

/// Sans, Serif, Bookman and Mono, in the order of [`crate::document::Face`].
pub(super) static BUILTIN: [Builtin; 4] = [
    Builtin {
        word_name: "Arial",
        styles: [
            face!("liberation/LiberationSans-Regular.ttf"),
            face!("liberation/LiberationSans-Bold.ttf"),
            face!("liberation/LiberationSans-Italic.ttf"),
            face!("liberation/LiberationSans-BoldItalic.ttf"),
        ],
        lines: None,
    },
    Builtin {
        word_name: "Times New Roman",
        styles: [
            face!("liberation/LiberationSerif-Regular.ttf"),
            face!("liberation/LiberationSerif-Bold.ttf"),
            face!("liberation/LiberationSerif-Italic.ttf"),
            face!("liberation/LiberationSerif-BoldItalic.ttf"),
        ],
        lines: None,
    },
    Builtin {
        word_name: "Bookman Old Style",
        styles: [
            face!("texgyre/texgyrebonum-regular.otf"),
            face!("texgyre/texgyrebonum-bold.otf"),
            face!("texgyre/texgyrebonum-italic.otf"),
            face!("texgyre/texgyrebonum-bolditalic.otf"),
        ],
        // Bonum's files ask for 1.34 to 1.46 ems a line, to hold stacked accents nobody here
        // writes; Word sets Bookman Old Style at about 1.17.
        lines: Some((0.93, 0.24, 0.0)),
    },
    Builtin { word_name: "Courier New", styles: [MONO; 4], lines: None },
];

impl Builtin {
    /// The file's metrics with the family's own line heights, if it has any.
    pub(super) fn adjust(&self, mut metrics: Metrics) -> Metrics {
        if let Some((ascent, descent, gap)) = self.lines {
            metrics.ascent = ascent;
            metrics.descent = descent;
            metrics.gap = gap;
        }
        metrics
    }
}
