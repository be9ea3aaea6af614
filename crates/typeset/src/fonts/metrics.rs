//! Measures of a face, in ems.

use skrifa::FontRef;
use skrifa::raw::TableProvider;

/// Measures of a face as a whole, in ems.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Metrics {
    /// Units of the file in one em.
    pub units_per_em: u16,
    /// From the baseline up to the line's top.
    pub ascent: f32,
    /// From the baseline down to the line's foot; positive.
    pub descent: f32,
    /// Further room below the line.
    pub gap: f32,
    /// From the baseline down to the middle of the underline; positive.
    pub underline: f32,
    /// Thickness of the underline.
    pub thickness: f32,
    /// From the baseline up to the middle of a line through the text.
    pub strike: f32,
}

impl Metrics {
    /// Reads a face's measures. Line heights follow Windows (GDI), as Word does: the `win`
    /// heights, and as gap what `hhea` asks for beyond them.
    pub(super) fn read(font: &FontRef<'_>) -> Option<Self> {
        // What OpenType allows; a face without units has no size, and writers of PDF fall over it.
        let upem = font.head().ok()?.units_per_em();
        let upem = (16..=16_384).contains(&upem).then_some(upem)?;
        let em = |units: i32| {
            #[allow(clippy::cast_precision_loss)]
            let units = units as f32;
            units / f32::from(upem.max(1))
        };
        let hhea = font.hhea().ok()?;
        let (mut up, mut down) =
            (i32::from(hhea.ascender().to_i16()), -i32::from(hhea.descender().to_i16()));
        let mut gap = i32::from(hhea.line_gap().to_i16());
        let mut strike = up / 4;
        if let Ok(os2) = font.os2() {
            let win = (i32::from(os2.us_win_ascent()), i32::from(os2.us_win_descent()));
            if win.0 + win.1 > 0 {
                gap = (gap - (win.0 + win.1 - up - down)).max(0);
                (up, down) = win;
            }
            strike = i32::from(os2.y_strikeout_position());
        }
        let (underline, thickness) = font.post().map_or((-100, 50), |post| {
            let position = i32::from(post.underline_position().to_i16());
            (position, i32::from(post.underline_thickness().to_i16()))
        });
        Some(Self {
            units_per_em: upem,
            ascent: em(up),
            descent: em(down),
            gap: em(gap.max(0)),
            underline: em(-underline).max(0.05),
            thickness: em(thickness).clamp(0.03, 0.1),
            strike: em(strike),
        })
    }

    /// Height of a line at spacing 1, in ems.
    pub fn line(&self) -> f32 {
        self.ascent + self.descent + self.gap
    }
}
