//! The legend: what each pattern and each line means.

use super::pena::{HITAM, Jangkar, Pena, Rupa};

/// Size of its text.
const UKURAN: f32 = 8.0;
/// Width of a sample.
pub(super) const CONTOH: f32 = 20.0;
/// Height of a line.
pub(super) const BARIS: f32 = 13.0;
/// Between a sample and its text, and between two entries.
const SELA: (f32, f32) = (5.0, 16.0);

/// Where each entry stands, counted from the legend's left top corner.
pub(super) struct Susunan {
    letak: Vec<(f32, f32, String)>,
    /// Height of all lines.
    pub(super) tinggi: f32,
}

/// Sets entries one after the other, on as many lines as they need.
pub(super) fn susun(pena: &Pena<'_>, isi: &[String], lebar: f32) -> Susunan {
    let rupa = Rupa::biasa(UKURAN, HITAM);
    let (mut x, mut y) = (0.0, 0.0);
    let mut letak = Vec::new();
    for text in isi {
        let text = pena.pendekkan(text, rupa, lebar - CONTOH - SELA.0);
        let wide = CONTOH + SELA.0 + pena.lebar(&text, rupa);
        if x > 0.0 && x + wide > lebar {
            (x, y) = (0.0, y + BARIS);
        }
        letak.push((x, y, text));
        x += wide + SELA.1;
    }
    let tinggi = if letak.is_empty() { 0.0 } else { y + BARIS };
    Susunan { letak, tinggi }
}

impl Susunan {
    /// Draws the texts; `contoh` draws the sample of an entry into its rectangle.
    pub(super) fn gambar(
        &self,
        pena: &mut Pena<'_>,
        (left, top): (f32, f32),
        contoh: &mut dyn FnMut(&mut Pena<'_>, usize, [f32; 4]),
    ) {
        for (index, (x, y, text)) in self.letak.iter().enumerate() {
            let (x, y) = (left + x, top + y);
            contoh(pena, index, [x, y + 2.5, CONTOH, 8.0]);
            let at = (x + CONTOH + SELA.0, y + 9.3);
            pena.tulis(at, Jangkar::Kiri, text, Rupa::biasa(UKURAN, HITAM));
        }
    }
}
