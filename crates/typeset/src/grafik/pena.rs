//! The pen: measures text, breaks it, and collects what is drawn.

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

use crate::document::Face;
use crate::fonts::{FontBook, FontId};
use crate::units::Rgb;

use super::lukisan::{Bentuk, Glif, Goresan, Jalur, Lukisan, Teks};

/// Text and axes.
pub(super) const HITAM: Rgb = Rgb(0x1A, 0x1A, 0x1A);
/// Numbers on axes.
pub(super) const KELABU: Rgb = Rgb(0x50, 0x50, 0x50);
/// Lines of the grid.
pub(super) const KISI: Rgb = Rgb(0xCF, 0xCF, 0xCF);
/// Behind bars.
pub(super) const LAJUR: Rgb = Rgb(0xF3, 0xF3, 0xF3);
/// Values; dark enough to be nearly black on a copy.
pub(super) const TUA: Rgb = Rgb(0x1F, 0x3A, 0x5F);
/// A lighter ground under hatching.
pub(super) const MUDA: Rgb = Rgb(0xE4, 0xEA, 0xF2);
/// Between the two.
pub(super) const SEDANG: Rgb = Rgb(0x9D, 0xB0, 0xC9);
/// Paper.
pub(super) const PUTIH: Rgb = Rgb(0xFF, 0xFF, 0xFF);

/// Where a text stands by its x.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Jangkar {
    Kiri,
    Tengah,
    Kanan,
}

/// How a text looks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rupa {
    pub(super) ukuran: f32,
    pub(super) warna: Rgb,
    pub(super) tebal: bool,
}

impl Rupa {
    pub(super) const fn biasa(ukuran: f32, warna: Rgb) -> Self {
        Self { ukuran, warna, tebal: false }
    }
}

/// A face as far as text is measured with it.
struct Muka<'a> {
    font: Option<FontRef<'a>>,
    em: f32,
}

/// Collects a drawing.
pub(super) struct Pena<'a> {
    book: &'a FontBook,
    face: Face,
    muka: Vec<Muka<'a>>,
    bentuk: Vec<Bentuk>,
    hilang: Vec<(char, String)>,
}

impl<'a> Pena<'a> {
    pub(super) fn new(book: &'a FontBook, face: Face) -> Self {
        let muka = (0..book.len())
            .map(|n| {
                let id = FontId(u16::try_from(n).unwrap_or(u16::MAX));
                let (bytes, index) = book.data(id);
                let em = f32::from(book.metrics(id).units_per_em.max(1));
                Muka { font: FontRef::from_index(bytes, index).ok(), em }
            })
            .collect();
        Self { book, face, muka, bentuk: Vec::new(), hilang: Vec::new() }
    }

    pub(super) fn selesai(self, lebar: f32, tinggi: f32) -> Lukisan {
        Lukisan { lebar, tinggi, bentuk: self.bentuk, hilang: self.hilang }
    }

    /// Face, glyph and advance of a character; glyph 0 if no face has it.
    fn glif(&self, tebal: bool, huruf: char) -> (FontId, u32, f32) {
        let base = self.book.find(self.face, tebal, false);
        let font = self.book.covering(base, huruf).unwrap_or(base);
        let muka = self.muka.get(usize::from(font.0));
        let found = muka.and_then(|m| m.font.as_ref().map(|f| (f, m.em)));
        let Some((face, em)) = found else { return (font, 0, 0.5) };
        let id = face.charmap().map(huruf).unwrap_or_default();
        let metrics = face.glyph_metrics(Size::unscaled(), LocationRef::default());
        (font, id.to_u32(), metrics.advance_width(id).unwrap_or_default() / em)
    }

    /// Width of a text in points.
    pub(super) fn lebar(&self, teks: &str, rupa: Rupa) -> f32 {
        let ems: f32 = teks.chars().map(|c| self.glif(rupa.tebal, c).2).sum();
        ems * rupa.ukuran
    }

    /// The widest of some texts.
    pub(super) fn terlebar<'t>(
        &self,
        teks: impl IntoIterator<Item = &'t str>,
        rupa: Rupa,
    ) -> f32 {
        teks.into_iter().map(|t| self.lebar(t, rupa)).fold(0.0, f32::max)
    }

    /// A text on at most `paling` lines of a width, shortened with `…` where it is longer.
    pub(super) fn baris(
        &self,
        teks: &str,
        rupa: Rupa,
        lebar: f32,
        paling: usize,
    ) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let mut line = String::new();
        let mut words = teks.split(' ').filter(|w| !w.is_empty()).peekable();
        while let Some(word) = words.next() {
            let longer = match line.as_str() {
                "" => word.to_owned(),
                _ => format!("{line} {word}"),
            };
            if self.lebar(&longer, rupa) <= lebar {
                line = longer;
                continue;
            }
            if lines.len() + 1 >= paling.max(1) {
                // The last line takes what fits of all that is left.
                let rest = words.fold(longer, |all, word| format!("{all} {word}"));
                lines.push(self.pendekkan(&rest, rupa, lebar));
                return lines;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            word.clone_into(&mut line);
            if self.lebar(&line, rupa) > lebar {
                let (head, tail) = self.belah(&line, rupa, lebar);
                if lines.len() + 1 >= paling.max(1) {
                    let rest = words.fold(line, |all, word| format!("{all} {word}"));
                    lines.push(self.pendekkan(&rest, rupa, lebar));
                    return lines;
                }
                lines.push(head);
                line = tail;
                if self.lebar(&line, rupa) > lebar {
                    let rest = words.fold(line, |all, word| format!("{all} {word}"));
                    lines.push(self.pendekkan(&rest, rupa, lebar));
                    return lines;
                }
            }
        }
        if !line.is_empty() || lines.is_empty() {
            lines.push(line);
        }
        lines
    }

    /// A word too wide for a line, cut where it is full.
    fn belah(&self, word: &str, rupa: Rupa, lebar: f32) -> (String, String) {
        let mut width = 0.0;
        for (at, huruf) in word.char_indices() {
            width += self.glif(rupa.tebal, huruf).2 * rupa.ukuran;
            if width > lebar && at > 0 {
                return (word[..at].to_owned(), word[at..].to_owned());
            }
        }
        (word.to_owned(), String::new())
    }

    /// As much of a text as fits, with `…` if that is not all.
    pub(super) fn pendekkan(&self, teks: &str, rupa: Rupa, lebar: f32) -> String {
        if self.lebar(teks, rupa) <= lebar {
            return teks.to_owned();
        }
        let (head, _) = self.belah(teks, rupa, lebar - self.lebar("…", rupa));
        let cut = match head.rsplit_once(' ') {
            // A whole word less is better than half of one, if not much is lost by it.
            Some((words, half)) if half.chars().count() < 6 => words,
            _ => &head,
        };
        format!("{}…", cut.trim_end_matches([' ', ',', ';', '-']))
    }

    /// Writes a text; gives its width.
    pub(super) fn tulis(
        &mut self,
        (x, y): (f32, f32),
        jangkar: Jangkar,
        teks: &str,
        rupa: Rupa,
    ) -> f32 {
        let width = self.lebar(teks, rupa);
        let mut x = match jangkar {
            Jangkar::Kiri => x,
            Jangkar::Tengah => x - width / 2.0,
            Jangkar::Kanan => x - width,
        };
        let mut run: Option<(FontId, String, Vec<Glif>)> = None;
        let mut runs = Vec::new();
        for huruf in teks.chars() {
            let (font, id, lebar) = self.glif(rupa.tebal, huruf);
            if id == 0 && !self.hilang.iter().any(|(c, _)| *c == huruf) {
                self.hilang.push((huruf, teks.to_owned()));
            }
            if run.as_ref().is_some_and(|(of, ..)| *of != font) {
                runs.extend(run.take());
            }
            let (_, text, glif) =
                run.get_or_insert_with(|| (font, String::new(), Vec::new()));
            let awal = u32::try_from(text.len()).unwrap_or_default();
            text.push(huruf);
            let akhir = u32::try_from(text.len()).unwrap_or_default();
            glif.push(Glif { id, lebar, awal, akhir });
        }
        runs.extend(run);
        for (font, text, glif) in runs {
            let (ukuran, warna) = (rupa.ukuran, rupa.warna);
            let teks = Teks { x, y, ukuran, warna, font, teks: text.into(), glif };
            x += teks.lebar();
            self.bentuk.push(Bentuk::Teks(teks));
        }
        width
    }

    /// Fills a rectangle: left, top, width, height.
    pub(super) fn kotak(&mut self, rect: [f32; 4], isi: Option<Rgb>, tepi: Option<Rgb>) {
        let [x, y, w, h] = rect;
        if w <= 0.0 || h <= 0.0 {
            return;
        }
        // The outline stays inside, so that the bar is as long as its value.
        let inset = if tepi.is_some() { 0.25 } else { 0.0 };
        let (x0, y0) = (x + inset, y + inset);
        let (x1, y1) = ((x + w - inset).max(x0), (y + h - inset).max(y0));
        let garis = tepi.map(|warna| Goresan { tebal: 0.5, warna, putus: Vec::new() });
        let bagian = vec![vec![(x0, y0), (x1, y0), (x1, y1), (x0, y1)]];
        self.jalur(Jalur { bagian, tutup: true, isi, garis });
    }

    /// Draws one line through points.
    pub(super) fn garis(&mut self, titik: Vec<(f32, f32)>, goresan: Goresan) {
        let bagian = vec![titik];
        self.jalur(Jalur { bagian, tutup: false, isi: None, garis: Some(goresan) });
    }

    pub(super) fn jalur(&mut self, jalur: Jalur) {
        if jalur.bagian.iter().any(|part| part.len() > 1) {
            self.bentuk.push(Bentuk::Jalur(jalur));
        }
    }

    /// Slanted lines across a rectangle, `rapat` points apart; `naik` from lower left to upper
    /// right, else the other way.
    pub(super) fn arsir(&mut self, rect: [f32; 4], rapat: f32, naik: bool) {
        let [left, top, w, h] = rect;
        let mut bagian = Vec::new();
        let mut at = rapat / 2.0;
        while at < w + h {
            // On the diagonal u + v = at; u from the left, v from the foot or the top.
            let (u0, u1) = ((at - h).max(0.0), at.min(w));
            let point = |u: f32| {
                let v = at - u;
                (left + u, if naik { top + v } else { top + h - v })
            };
            if u1 - u0 > 0.2 {
                bagian.push(vec![point(u0), point(u1)]);
            }
            at += rapat;
        }
        let garis = Some(Goresan { tebal: 0.6, warna: TUA, putus: Vec::new() });
        self.jalur(Jalur { bagian, tutup: false, isi: None, garis });
    }
}

/// A line without gaps.
pub(super) fn utuh(tebal: f32, warna: Rgb) -> Goresan {
    Goresan { tebal, warna, putus: Vec::new() }
}

/// A line of dashes.
pub(super) fn putus(tebal: f32, warna: Rgb, putus: &[f32]) -> Goresan {
    Goresan { tebal, warna, putus: putus.to_vec() }
}
