//! Lines from left to right, with gaps where a value is missing.

use crate::document::{Grafik, NilaiGrafik};

use super::keterangan;
use super::lukisan::{Goresan, Jalur};
use super::pena::{HITAM, Jangkar, KELABU, KISI, PUTIH, Pena, Rupa, TUA, putus, utuh};
use super::skala::Skala;

/// Size of the categories and values.
const UKURAN: f32 = 8.0;
/// Height of the plot when nothing is said.
const TINGGI: f32 = 150.0;
/// Room above the highest mark, for a value printed there.
const ATAS: f32 = 16.0;
/// Room that the name of a category needs at least.
const NAMA: f32 = 26.0;
/// Half the size of a marker.
const PENANDA: f32 = 2.6;

/// A rectangle: left, top, right, bottom.
type Kotak = [f32; 4];

pub(super) fn lukis(grafik: &Grafik, pena: &mut Pena<'_>) -> f32 {
    let lebar = grafik.ruang.lebar.0.max(80.0);
    let skala = Skala::untuk(grafik);
    let rupa = Rupa::biasa(UKURAN, HITAM);
    let marks = pena.terlebar(skala.tanda.iter().map(|(_, t)| t.as_str()), rupa);
    let (x0, x1) = (marks + 6.0, lebar - 2.0);
    #[allow(clippy::cast_precision_loss)]
    let slot = (x1 - x0) / grafik.kategori.len().max(1) as f32;
    // Where many points stand close, only every second or third is named.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let every = ((NAMA / slot).ceil() as usize).max(1);
    #[allow(clippy::cast_precision_loss)]
    let name_room = slot * every as f32 - 3.0;
    let names: Vec<Vec<String>> = grafik
        .kategori
        .iter()
        .enumerate()
        .map(|(n, name)| {
            if n % every > 0 {
                return Vec::new();
            }
            // The first and the last name stay inside too.
            #[allow(clippy::cast_precision_loss)]
            let middle = x0 + (n as f32 + 0.5) * slot;
            let room = name_room.min(2.0 * middle.min(lebar - middle));
            pena.baris(name, rupa, room, 2)
        })
        .collect();
    let words: Vec<String> = if grafik.seri.len() > 1 || grafik.target.is_some() {
        let target = grafik.target.iter().map(|t| t.label.clone());
        grafik.seri.iter().map(|s| s.label.clone()).chain(target).collect()
    } else {
        Vec::new()
    };
    let susunan = keterangan::susun(pena, &words, lebar);
    #[allow(clippy::cast_precision_loss)]
    let name_lines = names.iter().map(Vec::len).max().unwrap_or(1) as f32;
    let kaki = 5.0 + name_lines * UKURAN * 1.16 + 4.0 + susunan.tinggi;
    let room = (grafik.ruang.tinggi.0 - ATAS - kaki).max(20.0);
    let plot = grafik.tinggi.map_or(TINGGI, |t| t.0 - ATAS - kaki).clamp(20.0, room);
    let bidang = Bidang { grafik, skala, x0, x1, slot, dasar: ATAS + plot, plot };
    bidang.axis(pena, &names);
    bidang.series(pena);
    let top = bidang.dasar + kaki - susunan.tinggi;
    susunan.gambar(pena, (0.0, top), &mut |pena, index, [x, y, w, h]| {
        let middle = y + h / 2.0;
        let line = vec![(x, middle), (x + w, middle)];
        if index < grafik.seri.len() {
            pena.garis(line, stroke(index));
            marker(pena, index, (x + w / 2.0, middle));
        } else {
            pena.garis(line, target_stroke());
        }
    });
    bidang.dasar + kaki
}

/// The plot between its axes.
struct Bidang<'g> {
    grafik: &'g Grafik,
    skala: Skala,
    x0: f32,
    x1: f32,
    slot: f32,
    dasar: f32,
    plot: f32,
}

impl Bidang<'_> {
    #[allow(clippy::cast_precision_loss)]
    fn x(&self, index: usize) -> f32 {
        self.x0 + (index as f32 + 0.5) * self.slot
    }

    fn axis(&self, pena: &mut Pena<'_>, names: &[Vec<String>]) {
        let rupa = Rupa::biasa(7.5, KELABU);
        let mut free = f32::MAX;
        for (value, text) in &self.skala.tanda {
            #[allow(clippy::cast_possible_truncation)]
            let y = self.dasar - (value / self.skala.maks) as f32 * self.plot;
            pena.garis(vec![(self.x0, y), (self.x1, y)], utuh(0.4, KISI));
            if y < free - 8.0 {
                pena.tulis((self.x0 - 4.0, y + 2.6), Jangkar::Kanan, text, rupa);
                free = y;
            }
        }
        pena.garis(vec![(self.x0, self.dasar), (self.x1, self.dasar)], utuh(0.7, HITAM));
        for (index, lines) in names.iter().enumerate() {
            let x = self.x(index);
            pena.garis(vec![(x, self.dasar), (x, self.dasar + 2.5)], utuh(0.5, KELABU));
            let mut y = self.dasar + 5.0 + UKURAN * 0.8;
            for line in lines {
                pena.tulis((x, y), Jangkar::Tengah, line, Rupa::biasa(UKURAN, HITAM));
                y += UKURAN * 1.16;
            }
        }
        if let Some(target) = &self.grafik.target {
            let y = self.dasar - self.skala.bagian(&target.nilai) * self.plot;
            pena.garis(vec![(self.x0, y), (self.x1, y)], target_stroke());
        }
    }

    /// The points of a series, in runs without gaps.
    fn runs(&self, series: usize) -> Vec<Vec<(f32, f32)>> {
        let mut runs = vec![Vec::new()];
        let values = self.grafik.seri.get(series).map(|s| &s.nilai[..]);
        for (index, value) in values.unwrap_or_default().iter().enumerate() {
            match (value.angka(), runs.last_mut()) {
                (Some(nilai), Some(run)) => {
                    let y = self.dasar - self.skala.bagian(nilai) * self.plot;
                    run.push((self.x(index), y));
                }
                _ => runs.push(Vec::new()),
            }
        }
        runs.retain(|run| !run.is_empty());
        runs
    }

    fn series(&self, pena: &mut Pena<'_>) {
        let all: Vec<_> = (0..self.grafik.seri.len()).map(|n| self.runs(n)).collect();
        // The first series is the one the chart is about: it lies above the others.
        for (index, runs) in all.iter().enumerate().rev() {
            for run in runs.iter().filter(|run| run.len() > 1) {
                pena.garis(run.clone(), stroke(index));
            }
        }
        for (index, runs) in all.iter().enumerate().rev() {
            for point in runs.iter().flatten() {
                marker(pena, index, *point);
            }
        }
        let mut taken = Taken::default();
        for point in all.iter().flatten().flatten() {
            let r = PENANDA + 0.5;
            taken.boxes.push([point.0 - r, point.1 - r, point.0 + r, point.1 + r]);
        }
        let pairs = all.iter().flatten().flat_map(|run| run.windows(2));
        taken.lines =
            pairs.map(|pair| [pair[0].0, pair[0].1, pair[1].0, pair[1].1]).collect();
        self.missing(pena, &mut taken);
        for (index, seri) in self.grafik.seri.iter().enumerate() {
            let rupa = Rupa { tebal: index == 0, ..Rupa::biasa(UKURAN, HITAM) };
            let points = all[index].iter().flatten();
            let values = seri.nilai.iter().filter(|n| n.angka().is_some());
            for (point, value) in points.zip(values) {
                self.value(pena, &mut taken, *point, value.cetak(), rupa);
            }
        }
    }

    /// What is said where a series has no number.
    fn missing(&self, pena: &mut Pena<'_>, taken: &mut Taken) {
        for index in 0..self.grafik.kategori.len() {
            let values = self.grafik.seri.iter().filter_map(|s| s.nilai.get(index));
            let Some(said) =
                values.filter(|n| n.angka().is_none()).map(NilaiGrafik::cetak).next()
            else {
                continue;
            };
            let rupa = Rupa::biasa(UKURAN, KELABU);
            let (x, y) = (self.x(index), self.dasar - 3.5);
            let half = pena.lebar(said, rupa) / 2.0;
            taken.boxes.push([x - half, y - UKURAN * 0.75, x + half, y + 2.0]);
            pena.tulis((x, y), Jangkar::Tengah, said, rupa);
        }
    }

    /// Prints a value beside its point where there is room; a value that finds none is left
    /// to the table that goes with the chart.
    fn value(
        &self,
        pena: &mut Pena<'_>,
        taken: &mut Taken,
        (x, y): (f32, f32),
        text: &str,
        rupa: Rupa,
    ) {
        let wide = pena.lebar(text, rupa);
        let (up, down) = (rupa.ukuran * 0.75, rupa.ukuran * 0.22);
        let gap = PENANDA + 2.0;
        let (above, below) = (y - gap - down, y + gap + up);
        let level = y + rupa.ukuran * 0.34;
        let places = [
            (x - wide / 2.0, above),
            (x - wide / 2.0, below),
            (x + gap, above + 2.0),
            (x - gap - wide, above + 2.0),
            (x + gap, below - 2.0),
            (x - gap - wide, below - 2.0),
            (x + gap + 1.0, level),
            (x - gap - 1.0 - wide, level),
        ];
        let area = |(left, base): (f32, f32)| -> Kotak {
            [left - 0.5, base - up, left + wide + 0.5, base + down]
        };
        let inside = |b: &Kotak| {
            b[0] >= self.x0 && b[2] <= self.x1 && b[1] >= 0.0 && b[3] <= self.dasar - 1.0
        };
        let free =
            || places.iter().filter(|p| inside(&area(**p)) && taken.is_free(&area(**p)));
        let clear = free().find(|p| !taken.is_crossed(&area(**p)));
        let Some(place) = clear.or_else(|| free().next()).copied() else { return };
        taken.boxes.push(area(place));
        let [left, top, right, bottom] = area(place);
        // Lines of the grid and of other series do not run through the number.
        pena.kotak([left, top, right - left, bottom - top], Some(PUTIH), None);
        pena.tulis(place, Jangkar::Kiri, text, rupa);
    }
}

/// What lies in the plot already.
#[derive(Debug, Default)]
struct Taken {
    boxes: Vec<Kotak>,
    lines: Vec<Kotak>,
}

impl Taken {
    fn is_free(&self, area: &Kotak) -> bool {
        self.boxes.iter().all(|b| {
            b[0].max(area[0]) >= b[2].min(area[2])
                || b[1].max(area[1]) >= b[3].min(area[3])
        })
    }

    /// Whether a line runs through an area, tried at points a point apart.
    fn is_crossed(&self, area: &Kotak) -> bool {
        self.lines.iter().any(|[x0, y0, x1, y1]| {
            let steps = ((x1 - x0).abs().max((y1 - y0).abs())).ceil().max(1.0);
            let mut at = 0.0;
            while at <= steps {
                let (x, y) = (x0 + (x1 - x0) * at / steps, y0 + (y1 - y0) * at / steps);
                if x > area[0] && x < area[2] && y > area[1] && y < area[3] {
                    return true;
                }
                at += 1.0;
            }
            false
        })
    }
}

/// Lines that differ by their dashes.
fn stroke(series: usize) -> Goresan {
    match series {
        0 => utuh(1.7, TUA),
        1 => putus(1.2, KELABU, &[5.0, 3.0]),
        2 => putus(1.2, HITAM, &[1.5, 2.0]),
        _ => putus(1.2, KELABU, &[7.0, 2.0, 1.5, 2.0]),
    }
}

fn target_stroke() -> Goresan {
    putus(1.1, HITAM, &[4.0, 2.0])
}

/// Markers that differ by their shape.
fn marker(pena: &mut Pena<'_>, series: usize, (x, y): (f32, f32)) {
    let r = PENANDA;
    let (corners, isi): (Vec<(f32, f32)>, _) = match series {
        0 => {
            let turn = std::f32::consts::TAU / 24.0;
            let corner = |n: u8| {
                let angle = turn * f32::from(n);
                (x + r * angle.cos(), y + r * angle.sin())
            };
            ((0..24).map(corner).collect(), TUA)
        }
        1 => {
            (vec![(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)], PUTIH)
        }
        2 => (vec![(x, y - r), (x + r, y + r), (x - r, y + r)], HITAM),
        _ => (vec![(x, y - r), (x + r, y), (x, y + r), (x - r, y)], PUTIH),
    };
    let warna = if series == 0 { TUA } else { HITAM };
    pena.jalur(Jalur {
        bagian: vec![corners],
        tutup: true,
        isi: Some(isi),
        garis: Some(utuh(0.8, warna)),
    });
}
