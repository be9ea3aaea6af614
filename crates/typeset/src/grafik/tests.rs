//! Drawings judged by their places, and the sentences by reading them.

use num_rational::BigRational;

use super::lukisan::{Bentuk, Jalur, Lukisan, Teks};
use super::{lukis, png, temuan};
use crate::document::{Face, Grafik, JenisGrafik, NilaiGrafik, Ruang, Seri, Target};
use crate::fonts::FontBook;
use crate::units::{Pt, Rgb};
use bahasa::{format_decimal, parse_number};
use base::source::Span;

const LONG: &str = "Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk \
    dan Keluarga Berencana";

fn number(text: &str) -> BigRational {
    parse_number(text).unwrap()
}

fn value(text: &str) -> NilaiGrafik {
    match text {
        "–" => NilaiGrafik::TidakAda,
        "nihil" => NilaiGrafik::Nihil,
        _ => {
            let exact = number(text);
            let printed = format!("{}%", format_decimal(&exact, 2));
            NilaiGrafik::Angka(exact, printed)
        }
    }
}

fn series(label: &str, values: &[&str]) -> Seri {
    Seri { label: label.into(), nilai: values.iter().map(|v| value(v)).collect() }
}

fn goal() -> Target {
    Target { nilai: number("100"), label: "Target 100%".into() }
}

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|n| (*n).to_owned()).collect()
}

fn chart(jenis: JenisGrafik, kategori: Vec<String>, seri: Vec<Seri>) -> Grafik {
    Grafik {
        jenis,
        kategori,
        seri,
        target: Some(goal()),
        satuan: "%".into(),
        maks: None,
        tinggi: None,
        alt: "Grafik".into(),
        caption: Vec::new(),
        ruang: Ruang { lebar: Pt(460.0), tinggi: Pt(460.0), huruf: Face::Sans },
        span: Span::None,
    }
}

fn texts(drawing: &Lukisan) -> Vec<&Teks> {
    let texts = drawing.bentuk.iter().filter_map(|b| match b {
        Bentuk::Teks(teks) => Some(teks),
        Bentuk::Jalur(_) => None,
    });
    texts.collect()
}

fn paths(drawing: &Lukisan) -> Vec<&Jalur> {
    let paths = drawing.bentuk.iter().filter_map(|b| match b {
        Bentuk::Jalur(jalur) => Some(jalur),
        Bentuk::Teks(_) => None,
    });
    paths.collect()
}

/// Left, top, right, bottom of the ink of a text.
fn ink(text: &Teks) -> [f32; 4] {
    let size = text.ukuran;
    [text.x, text.y - 0.7 * size, text.x + text.lebar(), text.y + 0.2 * size]
}

/// Everything stays inside, and no text lies on another.
fn assert_sound(grafik: &Grafik, what: &str) -> Lukisan {
    let drawing = lukis(grafik, &FontBook::new());
    let inside = |x: f32, y: f32| {
        (-0.1..=drawing.lebar + 0.1).contains(&x)
            && (-0.1..=drawing.tinggi + 0.1).contains(&y)
    };
    assert!(drawing.tinggi <= grafik.ruang.tinggi.0 + 0.1, "{what}: {}", drawing.tinggi);
    for path in paths(&drawing) {
        for (x, y) in path.bagian.iter().flatten() {
            assert!(inside(*x, *y), "{what}: a corner at {x},{y}");
        }
    }
    let all = texts(&drawing);
    for (at, text) in all.iter().enumerate() {
        let a = ink(text);
        assert!(
            inside(a[0], a[1]) && inside(a[2], a[3]),
            "{what}: {:?} {a:?}",
            text.teks
        );
        for other in &all[at + 1..] {
            let b = ink(other);
            let across = a[2].min(b[2]) - a[0].max(b[0]);
            let down = a[3].min(b[3]) - a[1].max(b[1]);
            let apart = across <= 0.3 || down <= 0.3;
            assert!(apart, "{what}: {:?} over {:?}", text.teks, other.teks);
        }
    }
    drawing
}

fn said(drawing: &Lukisan) -> Vec<String> {
    texts(drawing).iter().map(|t| t.teks.to_string()).collect()
}

#[test]
fn bars_and_their_texts_find_room() {
    let sets: [(&str, &[&str]); 6] = [
        ("below", &["61,2", "92,1", "0", "100", "nihil", "–"]),
        ("none", &["–"]),
        ("nought", &["0"]),
        ("above", &["137,5", "99,99", "100"]),
        ("huge", &["1.234.567,5", "1"]),
        ("tiny", &["0,01"]),
    ];
    for count in [1, 6, 29, 40] {
        for (what, values) in sets {
            for name in ["Sosial", LONG, ""] {
                let values: Vec<&str> =
                    (0..count).map(|n| values[n % values.len()]).collect();
                let labels = vec![name.to_owned(); count];
                let seri = vec![series("Indeks", &values)];
                let mut grafik = chart(JenisGrafik::Batang, labels, seri);
                for width in [150.0, 240.0, 460.0, 820.0] {
                    grafik.ruang.lebar = Pt(width);
                    assert_sound(&grafik, &format!("{count} {what} {name:.9} {width}"));
                }
            }
        }
    }
}

#[test]
fn several_series_and_lines_find_room() {
    let values: [&[&str]; 4] = [
        &["36,71", "51,55", "–", "82,75"],
        &["25", "50", "75", "100"],
        &["36,7", "51,5", "nihil", "82,7"],
        &["0", "0", "0", "130"],
    ];
    for count in 1..=4 {
        let seri: Vec<Seri> = values[..count].iter().map(|v| series(LONG, v)).collect();
        let quarters = names(&["Triwulan I", "Triwulan II", LONG, "Triwulan IV"]);
        for jenis in [JenisGrafik::Batang, JenisGrafik::Garis] {
            let mut grafik = chart(jenis, quarters.clone(), seri.clone());
            for (width, height) in [(200.0, 300.0), (460.0, 200.0), (820.0, 460.0)] {
                grafik.ruang =
                    Ruang { lebar: Pt(width), tinggi: Pt(height), huruf: Face::Serif };
                assert_sound(&grafik, &format!("{count} {jenis:?} {width}"));
            }
        }
    }
    let many: Vec<String> = (1..=40).map(|n| format!("Kecamatan {n}")).collect();
    let line = chart(JenisGrafik::Garis, many, vec![series("Indeks", &["50"; 40])]);
    assert_sound(&line, "40 points");
    let one =
        chart(JenisGrafik::Garis, names(&["Triwulan I"]), vec![series("x", &["–"])]);
    assert!(said(&assert_sound(&one, "no value")).contains(&"–".to_owned()));
}

/// The widths of the bars of a single series; the ground behind them is as wide as the axis.
fn bars(drawing: &Lukisan) -> Vec<f32> {
    const GROUND: Rgb = super::pena::LAJUR;
    let filled = paths(drawing).into_iter().filter(|p| p.tutup && p.isi.is_some());
    let wide = |p: &Jalur| p.bagian[0][1].0 - p.bagian[0][0].0;
    let high = |p: &Jalur| p.bagian[0][2].1 - p.bagian[0][1].1;
    let legend = super::keterangan::CONTOH;
    filled
        .filter(|p| {
            p.isi != Some(GROUND) && high(p) > 0.0 && (wide(p) - legend).abs() > 0.01
        })
        .map(wide)
        .collect()
}

#[test]
fn bars_are_as_long_as_their_values_and_a_missing_one_is_no_bar() {
    let labels = names(&["A", "B", "C", "D", "E"]);
    let values = ["100", "50", "0", "nihil", "–"];
    let seri = vec![series("Indeks", &values)];
    let drawing = assert_sound(&chart(JenisGrafik::Batang, labels, seri), "five");
    let bars = bars(&drawing);
    assert_eq!(bars.len(), 2, "{bars:?}");
    assert!((bars[0] / bars[1] - 2.0).abs() < 0.01, "{bars:?}");
    let said = said(&drawing);
    for text in ["100,00%", "50,00%", "0,00%", "Nihil", "–", "Target 100%", "A"] {
        assert!(said.contains(&text.to_owned()), "{text} in {said:?}");
    }
    assert!(said.contains(&"mencapai target".to_owned()));
    assert!(said.contains(&"belum mencapai target".to_owned()));
}

#[test]
fn a_line_has_a_gap_where_a_value_is_missing() {
    let labels = names(&["I", "II", "III", "IV"]);
    let mut grafik = chart(
        JenisGrafik::Garis,
        labels,
        vec![series("Indeks", &["36", "51", "–", "82"])],
    );
    grafik.target = None;
    let drawing = assert_sound(&grafik, "gap");
    let thick = |p: &&&Jalur| p.garis.as_ref().is_some_and(|g| g.tebal > 1.5);
    let all = paths(&drawing);
    let lines: Vec<_> = all.iter().filter(thick).collect();
    assert_eq!(lines.len(), 1, "the last point stands alone");
    assert_eq!(lines[0].bagian[0].len(), 2);
    for text in ["36,00%", "51,00%", "82,00%", "–"] {
        assert!(said(&drawing).contains(&text.to_owned()), "{text}");
    }
}

#[test]
fn long_names_take_two_lines_or_end_in_dots() {
    let seri = vec![series("Indeks", &["50"])];
    let mut grafik = chart(JenisGrafik::Batang, names(&[LONG]), seri);
    grafik.ruang.lebar = Pt(300.0);
    let said = said(&assert_sound(&grafik, "long"));
    assert!(said[0].starts_with("Dinas Pemberdayaan"), "{said:?}");
    assert!(said[1].ends_with('…'), "{said:?}");
}

#[test]
fn the_picture_is_sharp_and_the_same_each_time() {
    let seri = vec![series("Indeks", &["61,2", "100"])];
    let grafik = chart(JenisGrafik::Batang, names(&["PU", "Sosial"]), seri);
    let book = FontBook::new();
    let drawing = lukis(&grafik, &book);
    let picture = png(&drawing, &book).unwrap();
    assert_eq!(picture.width, 1917, "460 points at 300 dots an inch");
    assert_eq!(picture.bytes, png(&drawing, &book).unwrap().bytes);
    let dark = image::load_from_memory(&picture.bytes).unwrap().to_luma8();
    let ink = dark.pixels().filter(|p| p.0[0] < 100).count();
    assert!(ink > 10_000, "{ink} dark dots");
    assert!(png(&Lukisan::default(), &book).is_none());
}

#[test]
fn a_character_that_no_face_has_is_told() {
    let seri = vec![series("Indeks", &["50"])];
    let grafik = chart(JenisGrafik::Batang, names(&["Dinas 漢"]), seri);
    let drawing = lukis(&grafik, &FontBook::new());
    assert_eq!(drawing.hilang, [('漢', "Dinas 漢".to_owned())]);
}

fn finding(jenis: JenisGrafik, kategori: &[&str], seri: &[Seri], goal: bool) -> String {
    let target = self::goal();
    let target = goal.then_some(&target);
    temuan(jenis, "indeks", &names(kategori), seri, target, "%")
}

/// Worked by hand.
#[test]
fn bars_are_told_by_their_ends_and_the_target() {
    use JenisGrafik::Batang;
    let six = ["Pendidikan", "Kesehatan", "Pekerjaan Umum", "Sosial"];
    let seri = [series("Indeks", &["88,3", "75", "61,2", "92,1"])];
    assert_eq!(
        finding(Batang, &six, &seri, true),
        "Grafik batang: indeks, dengan target 100%. Tertinggi Sosial 92,10%, terendah \
         Pekerjaan Umum 61,20%; tidak ada yang mencapai target."
    );
    let seri = [series("Indeks", &["100", "nihil", "–", "99,99"])];
    assert_eq!(
        finding(Batang, &six, &seri, true),
        "Grafik batang: indeks, dengan target 100%. Tertinggi Pendidikan 100,00%, terendah \
         Sosial 99,99%; 1 dari 2 mencapai target. Tidak ada nilai: Pekerjaan Umum. Nihil: \
         Kesehatan."
    );
    let seri = [series("Indeks", &["100", "100", "100", "100"])];
    assert_eq!(
        finding(Batang, &six, &seri, true),
        "Grafik batang: indeks, dengan target 100%. Semuanya 100,00%; semuanya mencapai target."
    );
    let seri = [series("Indeks", &["–", "–", "–", "–"])];
    let none = "Grafik batang: indeks. Belum ada nilai.";
    assert_eq!(finding(Batang, &six, &seri, false), none);
    let seri = [series("Indeks", &["40", "nihil", "nihil", "nihil"])];
    assert_eq!(
        finding(Batang, &six, &seri, true),
        "Grafik batang: indeks, dengan target 100%. Pendidikan 40,00%; belum mencapai target. \
         Nihil: Kesehatan, Pekerjaan Umum, dan Sosial."
    );
}

/// Worked by hand.
#[test]
fn lines_are_told_by_their_change() {
    use JenisGrafik::Garis;
    let quarters = ["TW I", "TW II", "TW III", "TW IV"];
    let seri = [series("Indeks", &["45,82", "50", "60,1", "73,42"])];
    assert_eq!(
        finding(Garis, &quarters, &seri, true),
        "Grafik garis: indeks, dengan target 100%. Naik 27,60 poin, dari 45,82% (TW I) \
         menjadi 73,42% (TW IV); nilai terakhir 26,58 poin di bawah target."
    );
    let seri = [
        series("Indeks daerah", &["45,82", "80", "40", "–"]),
        series("Jalur target", &["25", "50", "75", "100"]),
    ];
    assert_eq!(
        finding(Garis, &quarters, &seri, false),
        "Grafik garis: indeks. Indeks daerah: turun 5,82 poin, dari 45,82% (TW I) menjadi \
         40,00% (TW III), tertinggi 80,00% (TW II). Tidak ada nilai: TW IV. Jalur target: \
         naik 75,00 poin, dari 25,00% (TW I) menjadi 100,00% (TW IV)."
    );
    let seri = [series("Indeks", &["–", "50", "–", "–"])];
    assert_eq!(
        finding(Garis, &quarters, &seri, false),
        "Grafik garis: indeks. Hanya satu nilai, 50,00% (TW II). Tidak ada nilai: TW I, \
         TW III, dan TW IV."
    );
}
