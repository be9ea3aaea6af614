//! What a chart shows, in words: the alternative text when an author gives none.

use num_rational::BigRational;
use num_traits::Signed;

use crate::document::{JenisGrafik, NilaiGrafik, Seri, Target};
use bahasa::{format_decimal, format_decimal_short, words};

/// Names in a list before the rest is only counted.
const NAMA: usize = 4;

/// The finding of a chart: for bars the highest, the lowest and how many reach the target; for
/// lines the change from the first value to the last. Values that are missing or nihil are
/// told apart from nought.
pub fn temuan(
    jenis: JenisGrafik,
    judul: &str,
    kategori: &[String],
    seri: &[Seri],
    target: Option<&Target>,
    satuan: &str,
) -> String {
    let kind = match jenis {
        JenisGrafik::Batang => "Grafik batang",
        JenisGrafik::Garis => "Grafik garis",
        JenisGrafik::Qr => "Kode QR",
    };
    let goal = target.map(|t| format!(", dengan {}", huruf_kecil(&t.label)));
    let mut text =
        format!("{kind}: {}{}.", judul.trim_end_matches('.'), goal.unwrap_or_default());
    for one in seri {
        let points: Vec<Titik<'_>> = kategori
            .iter()
            .zip(&one.nilai)
            .filter_map(|(nama, nilai)| match nilai {
                NilaiGrafik::Angka(angka, cetak) => Some(Titik { nama, angka, cetak }),
                _ => None,
            })
            .collect();
        let who = (seri.len() > 1).then_some(one.label.as_str());
        let said = match jenis {
            JenisGrafik::Batang => bars(&points, target),
            JenisGrafik::Garis => line(&points, target, satuan),
            JenisGrafik::Qr => String::new(),
        };
        text.push(' ');
        match who {
            Some(label) => text.extend([label, ": ", &said, "."]),
            None => text.extend([words::capitalize(&said).as_str(), "."]),
        }
        for (kind, words) in
            [(NilaiGrafik::TidakAda, "tidak ada nilai"), (NilaiGrafik::Nihil, "nihil")]
        {
            let names: Vec<&str> = kategori
                .iter()
                .zip(&one.nilai)
                .filter(|(_, nilai)| **nilai == kind)
                .map(|(nama, _)| nama.as_str())
                .collect();
            // With no value at all the sentence before has said it.
            if !names.is_empty() && !points.is_empty() {
                let words = words::capitalize(words);
                text.extend([" ", &words, ": ", &listed(&names), "."]);
            }
        }
    }
    text
}

/// A value with its name.
struct Titik<'a> {
    nama: &'a str,
    angka: &'a BigRational,
    cetak: &'a str,
}

fn bars(points: &[Titik<'_>], target: Option<&Target>) -> String {
    let highest = points.iter().max_by_key(|p| p.angka);
    let lowest = points.iter().min_by_key(|p| p.angka);
    let (Some(highest), Some(lowest)) = (highest, lowest) else {
        return "belum ada nilai".to_owned();
    };
    let of = |value: &BigRational| -> Vec<&str> {
        points.iter().filter(|p| p.angka == value).map(|p| p.nama).collect()
    };
    let extremes = if points.len() == 1 {
        format!("{} {}", highest.nama, highest.cetak)
    } else if highest.angka == lowest.angka {
        format!("semuanya {}", highest.cetak)
    } else {
        format!(
            "tertinggi {} {}, terendah {} {}",
            listed(&of(highest.angka)),
            highest.cetak,
            listed(&of(lowest.angka)),
            lowest.cetak
        )
    };
    let Some(target) = target else { return extremes };
    let reached = points.iter().filter(|p| *p.angka >= target.nilai).count();
    let goal = match (reached, points.len()) {
        (1, 1) => "mencapai target".to_owned(),
        (0, 1) => "belum mencapai target".to_owned(),
        (0, _) => "tidak ada yang mencapai target".to_owned(),
        (n, all) if n == all => "semuanya mencapai target".to_owned(),
        (n, all) => format!("{n} dari {all} mencapai target"),
    };
    format!("{extremes}; {goal}")
}

fn line(points: &[Titik<'_>], target: Option<&Target>, satuan: &str) -> String {
    let (Some(first), Some(last)) = (points.first(), points.last()) else {
        return "belum ada nilai".to_owned();
    };
    let difference = |by: &BigRational| {
        if satuan.trim() == "%" {
            format!("{} poin", format_decimal(&by.abs(), 2))
        } else {
            format!("{}{satuan}", format_decimal_short(&by.abs(), 2))
        }
    };
    let mut said = if points.len() == 1 {
        format!("hanya satu nilai, {} ({})", last.cetak, last.nama)
    } else {
        let by = last.angka - first.angka;
        let way = match by {
            ref by if by.is_positive() => format!("naik {}", difference(by)),
            ref by if by.is_negative() => format!("turun {}", difference(by)),
            _ => "tidak berubah".to_owned(),
        };
        format!(
            "{way}, dari {} ({}) menjadi {} ({})",
            first.cetak, first.nama, last.cetak, last.nama
        )
    };
    let highest = points.iter().max_by_key(|p| p.angka);
    if let Some(peak) = highest.filter(|p| p.angka > first.angka && p.angka > last.angka)
    {
        said.extend([", tertinggi ", peak.cetak, " (", peak.nama, ")"]);
    }
    if let Some(target) = target {
        let short = &target.nilai - last.angka;
        if short.is_positive() {
            let by = difference(&short);
            said.extend(["; nilai terakhir ", &by, " di bawah target"]);
        } else {
            said.push_str("; nilai terakhir mencapai target");
        }
    }
    said
}

/// Names in a sentence; what comes after the first few is counted.
fn listed(names: &[&str]) -> String {
    if names.len() <= NAMA + 1 {
        let names: Vec<String> = names.iter().map(|n| (*n).to_owned()).collect();
        return words::join_list(&names);
    }
    let shown = names[..NAMA].join(", ");
    format!("{shown}, dan {} lainnya", names.len() - NAMA)
}

/// A label inside a sentence: "Target 100%" becomes "target 100%".
fn huruf_kecil(label: &str) -> String {
    let mut letters = label.chars();
    let first = letters.next().map(char::to_lowercase).into_iter().flatten();
    first.chain(letters).collect()
}
