//! Lines from left to right, with gaps where a value is missing.

use crate::document::{Chart, ChartValue};
use crate::drawing::Stroke;

use super::legend;
use super::pen::{
    Anchor, BLACK, ChartPen, DARK, GREY, GRID, TextLook, WHITE, dashed, solid,
};
use super::scale::Scale;

/// Size of the categories and values.
const SIZE: f32 = 8.0;
/// Height of the plot when nothing is said.
const HEIGHT: f32 = 150.0;
/// Room above the highest mark, for a value printed there.
const TOP: f32 = 16.0;
/// Room that the name of a category needs at least.
const NAME: f32 = 26.0;
/// Half the size of a marker.
const MARKER: f32 = 2.6;

/// A rectangle: left, top, right, bottom.
type Rect = [f32; 4];

pub(super) fn draw(chart: &Chart, pen: &mut ChartPen<'_>) -> f32 {
    let width = chart.room.width.0.max(80.0);
    let scale = Scale::for_chart(chart);
    let look = TextLook::plain(SIZE, BLACK);
    let marks = pen.widest(scale.marks.iter().map(|(_, t)| t.as_str()), look);
    let (x0, x1) = (marks + 6.0, width - 2.0);
    #[allow(clippy::cast_precision_loss)]
    let slot = (x1 - x0) / chart.categories.len().max(1) as f32;
    // Where many points stand close, only every second or third is named.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let every = ((NAME / slot).ceil() as usize).max(1);
    #[allow(clippy::cast_precision_loss)]
    let name_room = slot * every as f32 - 3.0;
    let names: Vec<Vec<String>> = chart
        .categories
        .iter()
        .enumerate()
        .map(|(n, name)| {
            if n % every > 0 {
                return Vec::new();
            }
            // The first and the last name stay inside too.
            #[allow(clippy::cast_precision_loss)]
            let middle = x0 + (n as f32 + 0.5) * slot;
            let room = name_room.min(2.0 * middle.min(width - middle));
            pen.lines(name, look, room, 2)
        })
        .collect();
    let words: Vec<String> = if chart.series.len() > 1 || chart.target.is_some() {
        let target = chart.target.iter().map(|t| t.label.clone());
        chart.series.iter().map(|s| s.label.clone()).chain(target).collect()
    } else {
        Vec::new()
    };
    let legend = legend::arrange(pen, &words, width);
    #[allow(clippy::cast_precision_loss)]
    let name_lines = names.iter().map(Vec::len).max().unwrap_or(1) as f32;
    let foot_room = 5.0 + name_lines * SIZE * 1.16 + 4.0 + legend.height;
    let room = (chart.room.height.0 - TOP - foot_room).max(20.0);
    let plot = chart.height.map_or(HEIGHT, |t| t.0 - TOP - foot_room).clamp(20.0, room);
    let plot = Plot { chart, scale, x0, x1, slot, base: TOP + plot, height: plot };
    plot.axis(pen, &names);
    plot.series(pen);
    let top = plot.base + foot_room - legend.height;
    legend.draw(pen, (0.0, top), &mut |pen, index, [x, y, w, h]| {
        let middle = y + h / 2.0;
        let line = vec![(x, middle), (x + w, middle)];
        if index < chart.series.len() {
            pen.line(line, stroke(index));
            marker(pen, index, (x + w / 2.0, middle));
        } else {
            pen.line(line, target_stroke());
        }
    });
    plot.base + foot_room
}

/// The plot between its axes.
struct Plot<'g> {
    chart: &'g Chart,
    scale: Scale,
    x0: f32,
    x1: f32,
    slot: f32,
    base: f32,
    height: f32,
}

impl Plot<'_> {
    #[allow(clippy::cast_precision_loss)]
    fn x(&self, index: usize) -> f32 {
        self.x0 + (index as f32 + 0.5) * self.slot
    }

    fn axis(&self, pen: &mut ChartPen<'_>, names: &[Vec<String>]) {
        let look = TextLook::plain(7.5, GREY);
        let mut free = f32::MAX;
        for (value, text) in &self.scale.marks {
            #[allow(clippy::cast_possible_truncation)]
            let y = self.base - (value / self.scale.max) as f32 * self.height;
            pen.line(vec![(self.x0, y), (self.x1, y)], solid(0.4, GRID));
            if y < free - 8.0 {
                pen.write((self.x0 - 4.0, y + 2.6), Anchor::Right, text, look);
                free = y;
            }
        }
        pen.line(vec![(self.x0, self.base), (self.x1, self.base)], solid(0.7, BLACK));
        for (index, lines) in names.iter().enumerate() {
            let x = self.x(index);
            pen.line(vec![(x, self.base), (x, self.base + 2.5)], solid(0.5, GREY));
            let mut y = self.base + 5.0 + SIZE * 0.8;
            for line in lines {
                pen.write((x, y), Anchor::Middle, line, TextLook::plain(SIZE, BLACK));
                y += SIZE * 1.16;
            }
        }
        if let Some(target) = &self.chart.target {
            let y = self.base - self.scale.part(&target.value) * self.height;
            pen.line(vec![(self.x0, y), (self.x1, y)], target_stroke());
        }
    }

    /// The points of a series, in runs without gaps.
    fn runs(&self, series: usize) -> Vec<Vec<(f32, f32)>> {
        let mut runs = vec![Vec::new()];
        let values = self.chart.series.get(series).map(|s| &s.values[..]);
        for (index, value) in values.unwrap_or_default().iter().enumerate() {
            match (value.number(), runs.last_mut()) {
                (Some(value), Some(run)) => {
                    let y = self.base - self.scale.part(value) * self.height;
                    run.push((self.x(index), y));
                }
                _ => runs.push(Vec::new()),
            }
        }
        runs.retain(|run| !run.is_empty());
        runs
    }

    fn series(&self, pen: &mut ChartPen<'_>) {
        let all: Vec<_> = (0..self.chart.series.len()).map(|n| self.runs(n)).collect();
        // The first series is the one the chart is about: it lies above the others.
        for (index, runs) in all.iter().enumerate().rev() {
            for run in runs.iter().filter(|run| run.len() > 1) {
                pen.line(run.clone(), stroke(index));
            }
        }
        for (index, runs) in all.iter().enumerate().rev() {
            for point in runs.iter().flatten() {
                marker(pen, index, *point);
            }
        }
        let mut taken = PlotTaken::default();
        for point in all.iter().flatten().flatten() {
            let r = MARKER + 0.5;
            taken.boxes.push([point.0 - r, point.1 - r, point.0 + r, point.1 + r]);
        }
        let pairs = all.iter().flatten().flat_map(|run| run.windows(2));
        taken.lines =
            pairs.map(|pair| [pair[0].0, pair[0].1, pair[1].0, pair[1].1]).collect();
        self.missing(pen, &mut taken);
        for (index, series) in self.chart.series.iter().enumerate() {
            let look = TextLook { bold: index == 0, ..TextLook::plain(SIZE, BLACK) };
            let points = all[index].iter().flatten();
            let values = series.values.iter().filter(|n| n.number().is_some());
            for (point, value) in points.zip(values) {
                self.value(pen, &mut taken, *point, value.printed(), look);
            }
        }
    }

    /// What is said where a series has no number.
    fn missing(&self, pen: &mut ChartPen<'_>, taken: &mut PlotTaken) {
        for index in 0..self.chart.categories.len() {
            let values = self.chart.series.iter().filter_map(|s| s.values.get(index));
            let Some(said) =
                values.filter(|n| n.number().is_none()).map(ChartValue::printed).next()
            else {
                continue;
            };
            let look = TextLook::plain(SIZE, GREY);
            let (x, y) = (self.x(index), self.base - 3.5);
            let half = pen.width(said, look) / 2.0;
            taken.boxes.push([x - half, y - SIZE * 0.75, x + half, y + 2.0]);
            pen.write((x, y), Anchor::Middle, said, look);
        }
    }

    /// Prints a value beside its point where there is room; a value that finds none is left
    /// to the table that goes with the chart.
    fn value(
        &self,
        pen: &mut ChartPen<'_>,
        taken: &mut PlotTaken,
        (x, y): (f32, f32),
        text: &str,
        look: TextLook,
    ) {
        let wide = pen.width(text, look);
        let (up, down) = (look.size * 0.75, look.size * 0.22);
        let gap = MARKER + 2.0;
        let (above, below) = (y - gap - down, y + gap + up);
        let level = y + look.size * 0.34;
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
        let area = |(left, base): (f32, f32)| -> Rect {
            [left - 0.5, base - up, left + wide + 0.5, base + down]
        };
        let inside = |b: &Rect| {
            b[0] >= self.x0 && b[2] <= self.x1 && b[1] >= 0.0 && b[3] <= self.base - 1.0
        };
        let free =
            || places.iter().filter(|p| inside(&area(**p)) && taken.is_free(&area(**p)));
        let clear = free().find(|p| !taken.is_crossed(&area(**p)));
        let Some(place) = clear.or_else(|| free().next()).copied() else { return };
        taken.boxes.push(area(place));
        let [left, top, right, bottom] = area(place);
        // Lines of the grid and of other series do not run through the number.
        pen.rectangle([left, top, right - left, bottom - top], Some(WHITE), None);
        pen.write(place, Anchor::Left, text, look);
    }
}

/// What lies in the plot already.
#[derive(Debug, Default)]
struct PlotTaken {
    boxes: Vec<Rect>,
    lines: Vec<Rect>,
}

impl PlotTaken {
    fn is_free(&self, area: &Rect) -> bool {
        self.boxes.iter().all(|b| {
            b[0].max(area[0]) >= b[2].min(area[2])
                || b[1].max(area[1]) >= b[3].min(area[3])
        })
    }

    /// Whether a line runs through an area, tried at points a point apart.
    fn is_crossed(&self, area: &Rect) -> bool {
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
fn stroke(series: usize) -> Stroke {
    match series {
        0 => solid(1.7, DARK),
        1 => dashed(1.2, GREY, &[5.0, 3.0]),
        2 => dashed(1.2, BLACK, &[1.5, 2.0]),
        _ => dashed(1.2, GREY, &[7.0, 2.0, 1.5, 2.0]),
    }
}

fn target_stroke() -> Stroke {
    dashed(1.1, BLACK, &[4.0, 2.0])
}

/// Cosine and sine of a twenty-fourth of a turn, written out: systems compute them differently in
/// the last digit.
const TURN: (f32, f32) = (0.965_925_8, 0.258_819_04);

/// Markers that differ by their shape.
fn marker(pen: &mut ChartPen<'_>, series: usize, (x, y): (f32, f32)) {
    let r = MARKER;
    let (corners, fill): (Vec<(f32, f32)>, _) = match series {
        0 => {
            let mut spoke = (r, 0.0);
            let corner = |_| {
                let (along, up) = spoke;
                spoke = (along * TURN.0 - up * TURN.1, along * TURN.1 + up * TURN.0);
                (x + along, y + up)
            };
            ((0..24).map(corner).collect(), DARK)
        }
        1 => {
            (vec![(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)], WHITE)
        }
        2 => (vec![(x, y - r), (x + r, y + r), (x - r, y + r)], BLACK),
        _ => (vec![(x, y - r), (x + r, y), (x, y + r), (x - r, y)], WHITE),
    };
    let color = if series == 0 { DARK } else { BLACK };
    pen.area(corners, Some(fill), Some(solid(0.8, color)));
}
