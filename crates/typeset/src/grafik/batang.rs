//! Horizontal bars with a mark at the target.
//!
//! From left to right: names, bars, printed values in a column of their own, so that no text
//! ever lies on a bar, on the target or on another text.

use crate::document::{Grafik, NilaiGrafik};

use super::keterangan::{self, Susunan};
use super::pena::{
    HITAM, Jangkar, KELABU, KISI, LAJUR, MUDA, Pena, Rupa, SEDANG, TUA, putus, utuh,
};
use super::skala::Skala;

/// Between names, bars and values.
const SELA: f32 = 7.0;
/// The names' share of the width at most.
const NAMA: f32 = 0.38;
/// Height of the numbers under the axis.
const SUMBU: f32 = 15.0;
/// Height of the target's name above the bars.
const KEPALA: f32 = 14.0;
/// Line height by size.
const SPASI: f32 = 1.16;

/// How bars are filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Isi {
    Penuh,
    Arsir,
    Polos,
    Silang,
}

const POLA: [Isi; Grafik::SERI] = [Isi::Penuh, Isi::Arsir, Isi::Polos, Isi::Silang];

/// Sizes that fit a height: size of text, lines of a name, height of a row.
#[derive(Debug, Clone, Copy)]
struct Ukuran {
    huruf: f32,
    baris: usize,
    tinggi: f32,
}

pub(super) fn lukis(grafik: &Grafik, pena: &mut Pena<'_>) -> f32 {
    let lebar = grafik.ruang.lebar.0.max(80.0);
    let skala = Skala::untuk(grafik);
    let legend = entries(grafik);
    let words: Vec<String> = legend.iter().map(|(_, text)| text.clone()).collect();
    let susunan = keterangan::susun(pena, &words, lebar);
    let kepala = if grafik.target.is_some() { KEPALA } else { 2.0 };
    let kaki = if susunan.tinggi > 0.0 { susunan.tinggi + 4.0 } else { 0.0 };
    let around = kepala + SUMBU + kaki;
    let room = (grafik.ruang.tinggi.0 - around).max(20.0);
    let ukuran = sizes(grafik, pena, lebar, room, grafik.tinggi.map(|t| t.0 - around));
    Lembar { grafik, skala, ukuran, lebar, kepala }.gambar(pena, &susunan, &legend)
}

/// The legend: for one series whether the target is reached, else the series.
fn entries(grafik: &Grafik) -> Vec<(Isi, String)> {
    let [only] = grafik.seri.as_slice() else {
        let named = grafik.seri.iter().zip(POLA);
        return named.map(|(seri, isi)| (isi, seri.label.clone())).collect();
    };
    let Some(target) = &grafik.target else { return Vec::new() };
    let values = || only.nilai.iter().filter_map(NilaiGrafik::angka);
    let reached = values().any(|n| *n >= target.nilai);
    let below = values().any(|n| *n < target.nilai);
    let mut all = Vec::new();
    if reached {
        all.push((Isi::Penuh, "mencapai target".to_owned()));
    }
    if below {
        all.push((Isi::Arsir, "belum mencapai target".to_owned()));
    }
    all
}

/// The largest sizes that fit: names on two lines, on one, then smaller.
fn sizes(
    grafik: &Grafik,
    pena: &Pena<'_>,
    lebar: f32,
    room: f32,
    wanted: Option<f32>,
) -> Ukuran {
    #[allow(clippy::cast_precision_loss)]
    let (count, seri) = (grafik.kategori.len().max(1) as f32, grafik.seri.len() as f32);
    let mut last = Ukuran { huruf: 5.0, baris: 1, tinggi: room / count };
    for (huruf, paling) in [(8.5, 2), (8.5, 1), (8.0, 1), (7.0, 1), (6.0, 1)] {
        let rupa = Rupa::biasa(huruf, HITAM);
        let names = grafik.kategori.iter();
        let used = names
            .map(|name| pena.baris(name, rupa, lebar * NAMA, paling).len())
            .max()
            .unwrap_or(1);
        #[allow(clippy::cast_precision_loss)]
        let written = used as f32 * huruf * SPASI;
        let bars = seri * huruf * SPASI;
        let least = written.max(bars) + huruf * 0.35;
        let airy = if count <= 12.0 { least.max(20.0) } else { least.max(15.0) };
        let fitting = wanted.map_or(airy, |all| (all / count).clamp(least, 60.0));
        if least * count <= room {
            return Ukuran { huruf, baris: paling, tinggi: fitting.min(room / count) };
        }
        last = Ukuran { huruf: huruf.min(last.tinggi * 0.8), baris: 1, ..last };
    }
    last
}

/// A chart while it is drawn.
struct Lembar<'g> {
    grafik: &'g Grafik,
    skala: Skala,
    ukuran: Ukuran,
    lebar: f32,
    kepala: f32,
}

impl Lembar<'_> {
    fn gambar(
        &self,
        pena: &mut Pena<'_>,
        susunan: &Susunan,
        legend: &[(Isi, String)],
    ) -> f32 {
        let rupa = Rupa::biasa(self.ukuran.huruf, HITAM);
        let names: Vec<Vec<String>> = self
            .grafik
            .kategori
            .iter()
            .map(|name| pena.baris(name, rupa, self.lebar * NAMA, self.ukuran.baris))
            .collect();
        let name_width = pena.terlebar(names.iter().flatten().map(String::as_str), rupa);
        let printed = self.grafik.seri.iter().flat_map(|seri| &seri.nilai);
        let value_width = pena.terlebar(printed.map(NilaiGrafik::cetak), rupa);
        let x0 = name_width + SELA;
        let x1 = (self.lebar - value_width - SELA).max(x0 + 10.0);
        #[allow(clippy::cast_precision_loss)]
        let foot = self.kepala + names.len() as f32 * self.ukuran.tinggi;
        for (row, lines) in names.iter().enumerate() {
            self.row(pena, row, lines, (x0, x1), value_width);
        }
        self.axis(pena, (x0, x1), foot);
        self.target(pena, (x0, x1), foot);
        susunan.gambar(pena, (0.0, foot + SUMBU + 4.0), &mut |pena, index, rect| {
            if let Some((isi, _)) = legend.get(index) {
                fill(pena, rect, *isi);
            }
        });
        let legend_height = if susunan.tinggi > 0.0 { susunan.tinggi + 4.0 } else { 0.0 };
        foot + SUMBU + legend_height
    }

    fn row(
        &self,
        pena: &mut Pena<'_>,
        row: usize,
        lines: &[String],
        (x0, x1): (f32, f32),
        value_width: f32,
    ) {
        let Ukuran { huruf, tinggi, .. } = self.ukuran;
        #[allow(clippy::cast_precision_loss)]
        let top = self.kepala + row as f32 * tinggi;
        let middle = top + tinggi / 2.0;
        let rupa = Rupa::biasa(huruf, HITAM);
        #[allow(clippy::cast_precision_loss)]
        let count = lines.len() as f32;
        // The middle of capitals and small letters lies 0.34 of the size above the baseline.
        let first = middle + huruf * 0.34 - (count - 1.0) * huruf * SPASI / 2.0;
        let mut y = first;
        for line in lines {
            pena.tulis((x0 - SELA, y), Jangkar::Kanan, line, rupa);
            y += huruf * SPASI;
        }
        #[allow(clippy::cast_precision_loss)]
        let pitch = if self.grafik.seri.len() == 1 {
            (tinggi * 0.62).min(14.0)
        } else {
            (tinggi * 0.86 / self.grafik.seri.len() as f32).min(14.0)
        };
        #[allow(clippy::cast_precision_loss)]
        let all = pitch * self.grafik.seri.len() as f32;
        let mut y = middle - all / 2.0;
        for (index, seri) in self.grafik.seri.iter().enumerate() {
            let thick = if self.grafik.seri.len() == 1 { pitch } else { pitch * 0.9 };
            pena.kotak([x0, y, x1 - x0, thick], Some(LAJUR), None);
            let value = seri.nilai.get(row).unwrap_or(&NilaiGrafik::TidakAda);
            if let NilaiGrafik::Angka(nilai, _) = value {
                let long = self.skala.bagian(nilai) * (x1 - x0);
                fill(pena, [x0, y, long, thick], self.pattern(index, nilai));
            }
            let at = (x1 + SELA + value_width, y + thick / 2.0 + huruf * 0.34);
            let small = Rupa { ukuran: huruf.min(pitch * 1.2), ..rupa };
            pena.tulis(at, Jangkar::Kanan, value.cetak(), small);
            y += pitch;
        }
    }

    /// A single series tells by its pattern whether the target is reached.
    fn pattern(&self, series: usize, nilai: &num_rational::BigRational) -> Isi {
        match &self.grafik.target {
            Some(target) if self.grafik.seri.len() == 1 && *nilai < target.nilai => {
                Isi::Arsir
            }
            _ => POLA.get(series).copied().unwrap_or(Isi::Penuh),
        }
    }

    fn axis(&self, pena: &mut Pena<'_>, (x0, x1): (f32, f32), foot: f32) {
        let rupa = Rupa::biasa(7.5, KELABU);
        let mut free = f32::MIN;
        for (value, text) in &self.skala.tanda {
            #[allow(clippy::cast_possible_truncation)]
            let x = x0 + (value / self.skala.maks) as f32 * (x1 - x0);
            pena.garis(vec![(x, foot), (x, foot + 2.5)], utuh(0.5, KELABU));
            let half = pena.lebar(text, rupa) / 2.0;
            let x = x.clamp(half, (self.lebar - half).max(half));
            // On a narrow chart every other number gives way.
            if x - half > free + 2.0 {
                pena.tulis((x, foot + 10.5), Jangkar::Tengah, text, rupa);
                free = x + half;
            }
        }
        pena.garis(vec![(x0, foot), (x1, foot)], utuh(0.5, KELABU));
        pena.garis(vec![(x0, self.kepala), (x0, foot)], utuh(0.7, HITAM));
    }

    fn target(&self, pena: &mut Pena<'_>, (x0, x1): (f32, f32), foot: f32) {
        let Some(target) = &self.grafik.target else { return };
        let x = x0 + self.skala.bagian(&target.nilai) * (x1 - x0);
        let line = vec![(x, self.kepala - 2.0), (x, foot)];
        pena.garis(line, putus(1.1, HITAM, &[4.0, 2.0]));
        let rupa = Rupa { tebal: true, ..Rupa::biasa(8.0, HITAM) };
        let text = pena.pendekkan(&target.label, rupa, self.lebar);
        let half = pena.lebar(&text, rupa) / 2.0;
        let middle = x.clamp(half, (self.lebar - half).max(half));
        pena.tulis((middle, self.kepala - 6.0), Jangkar::Tengah, &text, rupa);
    }
}

/// Fills a bar, so that patterns differ in black and white too.
fn fill(pena: &mut Pena<'_>, rect: [f32; 4], isi: Isi) {
    match isi {
        Isi::Penuh => pena.kotak(rect, Some(TUA), None),
        Isi::Arsir => {
            pena.kotak(rect, Some(MUDA), None);
            pena.arsir(rect, 4.0, true);
            pena.kotak(rect, None, Some(TUA));
        }
        Isi::Polos => pena.kotak(rect, Some(SEDANG), Some(TUA)),
        Isi::Silang => {
            pena.kotak(rect, Some(KISI), None);
            pena.arsir(rect, 4.0, true);
            pena.arsir(rect, 4.0, false);
            pena.kotak(rect, None, Some(TUA));
        }
    }
}
