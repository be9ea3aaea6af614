//! The head of a section: which column holds what.

use std::collections::BTreeMap;

use super::super::nilai::baku;
use crate::workspace::book::Cell;

/// What a column holds. Budget and spending are the target and the achievement of section C.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Peran {
    Nomor,
    Uraian,
    Satuan,
    /// Harus dilayani, harus dipenuhi, alokasi.
    Target,
    /// Terlayani, terpenuhi, realisasi.
    Capai,
    /// Target minus achievement.
    Selisih,
    Percent,
}

/// Which part of the year a column is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Waktu {
    /// All of it, so far.
    Semua,
    /// One month, 1..=12.
    Bulan(u8),
}

/// The columns of a section.
#[derive(Debug, Clone, Default)]
pub(super) struct Kepala {
    /// The rows of the head, each its texts by column.
    baris: Vec<BTreeMap<u32, String>>,
    /// The columns by what they hold.
    pub(super) kolom: BTreeMap<(Peran, Waktu), u32>,
    /// The first row of the head.
    pub(super) awal: u32,
    /// Columns that say the same as another: the column, the first one, its heading.
    pub(super) ganda: Vec<(u32, u32, String)>,
    /// Columns with a heading nobody knows.
    pub(super) asing: BTreeMap<u32, String>,
}

impl Kepala {
    /// A head that begins with this row, when it is one: two headings at least.
    pub(super) fn mulai(nomor: u32, baris: &BTreeMap<u32, &Cell>) -> Option<Self> {
        let teks = teks(baris);
        let dikenal = teks.values().filter(|t| peran(t).is_some()).count();
        if dikenal < 2 || teks.len() < baris.len() {
            return None;
        }
        let mut kepala = Self { baris: vec![teks], awal: nomor, ..Self::default() };
        kepala.susun();
        Some(kepala)
    }

    /// Takes a further row of the head; `false` when the row is none.
    pub(super) fn lanjut(&mut self, baris: &BTreeMap<u32, &Cell>) -> bool {
        let teks = teks(baris);
        let kata = |t: &String| {
            bulan(t).is_some() || total(t) || peran(t).is_some() || satuan_uang(t)
        };
        if teks.is_empty() || teks.len() < baris.len() || !teks.values().any(kata) {
            return false;
        }
        self.baris.push(teks);
        self.susun();
        true
    }

    /// The column of something, if there is one.
    pub(super) fn cari(&self, peran: Peran, waktu: Waktu) -> Option<u32> {
        self.kolom.get(&(peran, waktu)).copied()
    }

    fn susun(&mut self) {
        self.kolom.clear();
        self.ganda.clear();
        self.asing.clear();
        let semua: std::collections::BTreeSet<u32> =
            self.baris.iter().flat_map(|b| b.keys().copied()).collect();
        for kolom in semua {
            match self.arti(kolom) {
                Ok(arti) => {
                    if let Some(pertama) = self.kolom.get(&arti) {
                        let judul =
                            self.baris.iter().find_map(|b| b.get(&kolom)).cloned();
                        self.ganda.push((kolom, *pertama, judul.unwrap_or_default()));
                    } else {
                        self.kolom.insert(arti, kolom);
                    }
                }
                Err(teks) => {
                    self.asing.insert(kolom, teks);
                }
            }
        }
    }

    /// What a column is, from its own headings and the wide one above it.
    fn arti(&self, kolom: u32) -> Result<(Peran, Waktu), String> {
        let sendiri = |b: &BTreeMap<u32, String>| b.get(&kolom).cloned();
        let milik: Vec<String> = self.baris.iter().filter_map(sendiri).collect();
        // Above a month stands a heading in the same column or in one to its left.
        let atas = self.baris.iter().rev().skip(1).find_map(|b| {
            b.range(..=kolom).next_back().and_then(|(_, teks)| peran(teks))
        });
        let paling_bawah = milik.last().cloned().unwrap_or_default();
        if let Some(bulan) = bulan(&paling_bawah) {
            let peran = atas.unwrap_or(Peran::Capai);
            return match peran {
                Peran::Capai => Ok((Peran::Capai, Waktu::Bulan(bulan))),
                _ => Err(milik.join(" ")),
            };
        }
        if total(&paling_bawah) {
            let peran = atas.unwrap_or(Peran::Capai);
            return match peran {
                Peran::Capai | Peran::Target => Ok((peran, Waktu::Semua)),
                _ => Err(milik.join(" ")),
            };
        }
        milik
            .iter()
            .rev()
            .find_map(|teks| peran(teks))
            .map(|peran| (peran, Waktu::Semua))
            .ok_or_else(|| milik.join(" "))
    }
}

fn teks(baris: &BTreeMap<u32, &Cell>) -> BTreeMap<u32, String> {
    baris
        .iter()
        .filter_map(|(kolom, sel)| match sel {
            Cell::Text(teks) => Some((*kolom, teks.clone())),
            _ => None,
        })
        .collect()
}

/// "(Rp)" and the like under a heading.
fn satuan_uang(teks: &str) -> bool {
    matches!(baku(teks).as_str(), "rp" | "rupiah" | "orang" | "jiwa")
}

fn total(teks: &str) -> bool {
    let baku = baku(teks);
    let kata = baku.split(' ').next().unwrap_or_default();
    matches!(kata, "total" | "kumulatif") || matches!(baku.as_str(), "jumlah" | "jml")
}

fn bulan(teks: &str) -> Option<u8> {
    let baku = baku(teks);
    let n = BULAN.iter().position(|nama| nama.contains(&baku.as_str()))?;
    u8::try_from(n + 1).ok()
}

const BULAN: [&[&str]; 12] = [
    &["jan", "januari"],
    &["feb", "februari", "pebruari", "peb"],
    &["mar", "maret", "mrt"],
    &["apr", "april"],
    &["mei"],
    &["jun", "juni"],
    &["jul", "juli"],
    &["agu", "agt", "ags", "agust", "agustus"],
    &["sep", "sept", "september"],
    &["okt", "oktober"],
    &["nov", "nop", "november", "nopember"],
    &["des", "desember"],
];

/// What a heading names.
fn peran(teks: &str) -> Option<Peran> {
    let baku = baku(teks);
    let ada = |kata: &[&str]| kata.iter().any(|k| baku.contains(k));
    if total(teks) || bulan(teks).is_some() {
        return None;
    }
    if matches!(baku.as_str(), "no" | "nomor" | "kode" | "no urut" | "no kode") {
        return Some(Peran::Nomor);
    }
    if ada(&["belum", "selisih", "sisa"]) {
        return Some(Peran::Selisih);
    }
    if ada(&[
        "harus dilayani",
        "harus dipenuhi",
        "sasaran",
        "kebutuhan",
        "dibutuhkan",
        "target",
    ]) {
        return Some(Peran::Target);
    }
    if teks.contains('%') || ada(&["persen"]) || baku.starts_with("capaian") {
        return Some(Peran::Percent);
    }
    if ada(&["realisasi", "terlayani", "terpenuhi"]) {
        return Some(Peran::Capai);
    }
    if ada(&["alokasi", "pagu", "anggaran"]) {
        return Some(Peran::Target);
    }
    if ada(&["uraian", "indikator", "jenis pelayanan", "jenis layanan"]) {
        return Some(Peran::Uraian);
    }
    baku.starts_with("satuan").then_some(Peran::Satuan)
}
