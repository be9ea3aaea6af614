//! Charts: one drawing for both formats, and the sentence that says what it shows.
//!
//! 1. `alt` puts the finding in words.
//! 2. `lukis` turns a chart into paths and texts at the width that settling gave it.
//! 3. PDF paints these as they are; `piksel` makes the picture for DOCX from the same.

mod alt;
mod batang;
mod garis;
mod keterangan;
mod lukisan;
mod pena;
mod piksel;
mod qr;
mod skala;
#[cfg(test)]
mod tests;

use crate::document::{Grafik, JenisGrafik};
use crate::fonts::FontBook;

pub use alt::temuan;
pub use lukisan::{Bentuk, Glif, Goresan, Jalur, Lukisan, Teks};
pub use piksel::png;

use pena::Pena;

/// Draws a chart in the room that settling gave it.
pub fn lukis(grafik: &Grafik, book: &FontBook) -> Lukisan {
    let ruang = grafik.ruang;
    let mut pena = Pena::new(book, ruang.huruf);
    let tinggi = match grafik.jenis {
        JenisGrafik::Batang => batang::lukis(grafik, &mut pena),
        JenisGrafik::Garis => garis::lukis(grafik, &mut pena),
        JenisGrafik::Qr => return qr::lukis(grafik),
    };
    pena.selesai(ruang.lebar.0, tinggi)
}
