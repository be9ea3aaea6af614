//! Drawings judged by their places, and the sentences by reading them.

use num_rational::BigRational;

use super::draw;
use crate::document::{
    Chart, ChartKind, ChartRoom, ChartValue, Face, Series, TargetLine,
};
use crate::drawing::{Drawing, Mark, Path, TextItem, png};
use crate::fonts::FontBook;
use crate::units::{Pt, Rgb};
use bahasa::{format_decimal, parse_number};
use base::source::Span;

const LONG: &str = "Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk \
    dan Keluarga Berencana";

fn number(text: &str) -> BigRational {
    parse_number(text).unwrap()
}

fn value(text: &str) -> ChartValue {
    match text {
        "–" => ChartValue::Missing,
        "nihil" => ChartValue::Nihil,
        _ => {
            let exact = number(text);
            let printed = format!("{}%", format_decimal(&exact, 2));
            ChartValue::Number(exact, printed)
        }
    }
}

fn series(label: &str, values: &[&str]) -> Series {
    Series { label: label.into(), values: values.iter().map(|v| value(v)).collect() }
}

fn goal() -> TargetLine {
    TargetLine { value: number("100"), label: "Target 100%".into() }
}

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|n| (*n).to_owned()).collect()
}

fn chart(kind: ChartKind, categories: Vec<String>, series: Vec<Series>) -> Chart {
    Chart {
        kind,
        categories,
        series,
        target: Some(goal()),
        unit: "%".into(),
        max: None,
        height: None,
        alt: "Grafik".into(),
        caption: Vec::new(),
        words: Vec::new(),
        room: ChartRoom { width: Pt(460.0), height: Pt(460.0), face: Face::Sans },
        span: Span::None,
    }
}

fn texts(drawing: &Drawing) -> Vec<&TextItem> {
    let texts = drawing.marks.iter().filter_map(|b| match b {
        Mark::Text(text) => Some(text),
        Mark::Path(_) => None,
    });
    texts.collect()
}

fn paths(drawing: &Drawing) -> Vec<&Path> {
    let paths = drawing.marks.iter().filter_map(|b| match b {
        Mark::Path(path) => Some(path),
        Mark::Text(_) => None,
    });
    paths.collect()
}

/// Left, top, right, bottom of the ink of a text.
fn ink(text: &TextItem) -> [f32; 4] {
    let (x, y, size) = (text.x.0, text.y.0, text.size.0);
    [x, y - 0.7 * size, x + text.width().0, y + 0.2 * size]
}

/// Everything stays inside, and no text lies on another.
fn assert_sound(chart: &Chart, what: &str) -> Drawing {
    let drawing = draw(chart, &FontBook::new());
    let inside = |x: f32, y: f32| {
        (-0.1..=drawing.width.0 + 0.1).contains(&x)
            && (-0.1..=drawing.height.0 + 0.1).contains(&y)
    };
    let high = drawing.height.0;
    assert!(high <= chart.room.height.0 + 0.1, "{what}: {high}");
    for path in paths(&drawing) {
        for (x, y) in path.parts.iter().flatten() {
            assert!(inside(x.0, y.0), "{what}: a corner at {x:?},{y:?}");
        }
    }
    let all = texts(&drawing);
    for (at, text) in all.iter().enumerate() {
        let a = ink(text);
        assert!(
            inside(a[0], a[1]) && inside(a[2], a[3]),
            "{what}: {:?} {a:?}",
            text.text
        );
        for other in &all[at + 1..] {
            let b = ink(other);
            let across = a[2].min(b[2]) - a[0].max(b[0]);
            let down = a[3].min(b[3]) - a[1].max(b[1]);
            let apart = across <= 0.3 || down <= 0.3;
            assert!(apart, "{what}: {:?} over {:?}", text.text, other.text);
        }
    }
    drawing
}

fn said(drawing: &Drawing) -> Vec<String> {
    texts(drawing).iter().map(|t| t.text.to_string()).collect()
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
                let series = vec![series("Indeks", &values)];
                let mut chart = chart(ChartKind::Bars, labels, series);
                for width in [150.0, 240.0, 460.0, 820.0] {
                    chart.room.width = Pt(width);
                    assert_sound(&chart, &format!("{count} {what} {name:.9} {width}"));
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
        let series: Vec<Series> =
            values[..count].iter().map(|v| series(LONG, v)).collect();
        let quarters = names(&["Triwulan I", "Triwulan II", LONG, "Triwulan IV"]);
        for kind in [ChartKind::Bars, ChartKind::Lines] {
            let mut chart = chart(kind, quarters.clone(), series.clone());
            for (width, height) in [(200.0, 300.0), (460.0, 200.0), (820.0, 460.0)] {
                chart.room =
                    ChartRoom { width: Pt(width), height: Pt(height), face: Face::Serif };
                assert_sound(&chart, &format!("{count} {kind:?} {width}"));
            }
        }
    }
    let many: Vec<String> = (1..=40).map(|n| format!("Kecamatan {n}")).collect();
    let line = chart(ChartKind::Lines, many, vec![series("Indeks", &["50"; 40])]);
    assert_sound(&line, "40 points");
    let one = chart(ChartKind::Lines, names(&["Triwulan I"]), vec![series("x", &["–"])]);
    assert!(said(&assert_sound(&one, "no value")).contains(&"–".to_owned()));
}

/// The widths of the bars of a single series; the ground behind them is as wide as the axis.
fn bars(drawing: &Drawing) -> Vec<f32> {
    const GROUND: Rgb = super::pen::LANE;
    let filled = paths(drawing).into_iter().filter(|p| p.closed && p.fill.is_some());
    let wide = |p: &Path| (p.parts[0][1].0 - p.parts[0][0].0).0;
    let high = |p: &Path| (p.parts[0][2].1 - p.parts[0][1].1).0;
    let legend = super::legend::SAMPLE;
    filled
        .filter(|p| {
            p.fill != Some(GROUND) && high(p) > 0.0 && (wide(p) - legend).abs() > 0.01
        })
        .map(wide)
        .collect()
}

#[test]
fn bars_are_as_long_as_their_values_and_a_missing_one_is_no_bar() {
    let labels = names(&["A", "B", "C", "D", "E"]);
    let values = ["100", "50", "0", "nihil", "–"];
    let series = vec![series("Indeks", &values)];
    let drawing = assert_sound(&chart(ChartKind::Bars, labels, series), "five");
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
    let mut chart =
        chart(ChartKind::Lines, labels, vec![series("Indeks", &["36", "51", "–", "82"])]);
    chart.target = None;
    let drawing = assert_sound(&chart, "gap");
    let thick = |p: &&&Path| p.stroke.as_ref().is_some_and(|g| g.width.0 > 1.5);
    let all = paths(&drawing);
    let lines: Vec<_> = all.iter().filter(thick).collect();
    assert_eq!(lines.len(), 1, "the last point stands alone");
    assert_eq!(lines[0].parts[0].len(), 2);
    for text in ["36,00%", "51,00%", "82,00%", "–"] {
        assert!(said(&drawing).contains(&text.to_owned()), "{text}");
    }
}

#[test]
fn long_names_take_two_lines_or_end_in_dots() {
    let series = vec![series("Indeks", &["50"])];
    let mut chart = chart(ChartKind::Bars, names(&[LONG]), series);
    chart.room.width = Pt(300.0);
    let said = said(&assert_sound(&chart, "long"));
    assert!(said[0].starts_with("Dinas Pemberdayaan"), "{said:?}");
    assert!(said[1].ends_with('…'), "{said:?}");
}

#[test]
fn the_picture_is_sharp_and_the_same_each_time() {
    let series = vec![series("Indeks", &["61,2", "100"])];
    let chart = chart(ChartKind::Bars, names(&["PU", "Sosial"]), series);
    let book = FontBook::new();
    let drawing = draw(&chart, &book);
    let picture = png(&drawing, &book).unwrap();
    assert_eq!(picture.width, 1917, "460 points at 300 dots an inch");
    assert_eq!(picture.bytes, png(&drawing, &book).unwrap().bytes);
    let dark = image::load_from_memory(&picture.bytes).unwrap().to_luma8();
    let ink = dark.pixels().filter(|p| p.0[0] < 100).count();
    assert!(ink > 10_000, "{ink} dark dots");
    assert!(png(&Drawing::default(), &book).is_none());
}

#[test]
fn a_character_that_no_face_has_is_told() {
    let series = vec![series("Indeks", &["50"])];
    let chart = chart(ChartKind::Bars, names(&["Dinas 漢"]), series);
    let drawing = draw(&chart, &FontBook::new());
    assert_eq!(drawing.missing, ['漢']);
}

fn finding(
    kind: ChartKind,
    categories: &[&str],
    series: &[Series],
    goal: bool,
) -> String {
    let target = self::goal();
    let target = goal.then_some(&target);
    super::finding(kind, "indeks", &names(categories), series, target, "%")
}

/// Worked by hand.
#[test]
fn bars_are_told_by_their_ends_and_the_target() {
    use ChartKind::Bars;
    let six = ["Pendidikan", "Kesehatan", "Pekerjaan Umum", "Sosial"];
    let all = [series("Indeks", &["88,3", "75", "61,2", "92,1"])];
    assert_eq!(
        finding(Bars, &six, &all, true),
        "Grafik batang: indeks, dengan target 100%. Tertinggi Sosial 92,10%, terendah \
         Pekerjaan Umum 61,20%; tidak ada yang mencapai target."
    );
    let all = [series("Indeks", &["100", "nihil", "–", "99,99"])];
    assert_eq!(
        finding(Bars, &six, &all, true),
        "Grafik batang: indeks, dengan target 100%. Tertinggi Pendidikan 100,00%, terendah \
         Sosial 99,99%; 1 dari 2 mencapai target. Tidak ada nilai: Pekerjaan Umum. Nihil: \
         Kesehatan."
    );
    let all = [series("Indeks", &["100", "100", "100", "100"])];
    assert_eq!(
        finding(Bars, &six, &all, true),
        "Grafik batang: indeks, dengan target 100%. Semuanya 100,00%; semuanya mencapai target."
    );
    let all = [series("Indeks", &["–", "–", "–", "–"])];
    let none = "Grafik batang: indeks. Belum ada nilai.";
    assert_eq!(finding(Bars, &six, &all, false), none);
    let all = [series("Indeks", &["40", "nihil", "nihil", "nihil"])];
    assert_eq!(
        finding(Bars, &six, &all, true),
        "Grafik batang: indeks, dengan target 100%. Pendidikan 40,00%; belum mencapai target. \
         Nihil: Kesehatan, Pekerjaan Umum, dan Sosial."
    );
}

/// Worked by hand.
#[test]
fn lines_are_told_by_their_change() {
    use ChartKind::Lines;
    let quarters = ["TW I", "TW II", "TW III", "TW IV"];
    let all = [series("Indeks", &["45,82", "50", "60,1", "73,42"])];
    assert_eq!(
        finding(Lines, &quarters, &all, true),
        "Grafik garis: indeks, dengan target 100%. Naik 27,60 poin, dari 45,82% (TW I) \
         menjadi 73,42% (TW IV); nilai terakhir 26,58 poin di bawah target."
    );
    let all = [
        series("Indeks daerah", &["45,82", "80", "40", "–"]),
        series("Jalur target", &["25", "50", "75", "100"]),
    ];
    assert_eq!(
        finding(Lines, &quarters, &all, false),
        "Grafik garis: indeks. Indeks daerah: turun 5,82 poin, dari 45,82% (TW I) menjadi \
         40,00% (TW III), tertinggi 80,00% (TW II). Tidak ada nilai: TW IV. Jalur target: \
         naik 75,00 poin, dari 25,00% (TW I) menjadi 100,00% (TW IV)."
    );
    let all = [series("Indeks", &["–", "50", "–", "–"])];
    assert_eq!(
        finding(Lines, &quarters, &all, false),
        "Grafik garis: indeks. Hanya satu nilai, 50,00% (TW II). Tidak ada nilai: TW I, \
         TW III, dan TW IV."
    );
}
