//! Horizontal bars with a mark at the target.
//!
//! From left to right: names, bars, printed values in a column of their own, so that no text
//! ever lies on a bar, on the target or on another text.

use crate::document::{Chart, ChartValue};

use super::legend::{self, Legend};
use super::pen::{
    Anchor, BLACK, ChartPen, DARK, GREY, GRID, LANE, LIGHT, MEDIUM, TextLook, dashed,
    solid,
};
use super::scale::Scale;

/// Between names, bars and values.
const GAP: f32 = 7.0;
/// The names' share of the width at most.
const NAMES: f32 = 0.38;
/// Height of the numbers under the axis.
const AXIS: f32 = 15.0;
/// Height of the target's name above the bars.
const HEAD: f32 = 14.0;
/// Line height by size.
const LEADING: f32 = 1.16;

/// How bars are filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pattern {
    Full,
    Hatched,
    Plain,
    Crossed,
}

const PATTERNS: [Pattern; Chart::MAX_SERIES] =
    [Pattern::Full, Pattern::Hatched, Pattern::Plain, Pattern::Crossed];

/// Sizes that fit a height: size of text, lines of a name, height of a row.
#[derive(Debug, Clone, Copy)]
struct Sizes {
    text: f32,
    lines: usize,
    row: f32,
}

pub(super) fn draw(chart: &Chart, pen: &mut ChartPen<'_>) -> f32 {
    let width = chart.room.width.0.max(80.0);
    let scale = Scale::for_chart(chart);
    let samples = entries(chart);
    let words: Vec<String> = samples.iter().map(|(_, text)| text.clone()).collect();
    let legend = legend::arrange(pen, &words, width);
    let head = if chart.target.is_some() { HEAD } else { 2.0 };
    let foot_room = if legend.height > 0.0 { legend.height + 4.0 } else { 0.0 };
    let around = head + AXIS + foot_room;
    let room = (chart.room.height.0 - around).max(20.0);
    let sizes = sizes(chart, pen, width, room, chart.height.map(|t| t.0 - around));
    BarChart { chart, scale, sizes, width, head }.draw(pen, &legend, &samples)
}

/// The legend: for one series whether the target is reached, else the series.
fn entries(chart: &Chart) -> Vec<(Pattern, String)> {
    let [only] = chart.series.as_slice() else {
        let named = chart.series.iter().zip(PATTERNS);
        return named.map(|(series, pattern)| (pattern, series.label.clone())).collect();
    };
    let Some(target) = &chart.target else { return Vec::new() };
    let values = || only.values.iter().filter_map(ChartValue::number);
    let reached = values().any(|n| *n >= target.value);
    let below = values().any(|n| *n < target.value);
    let mut all = Vec::new();
    if reached {
        all.push((Pattern::Full, "mencapai target".to_owned()));
    }
    if below {
        all.push((Pattern::Hatched, "belum mencapai target".to_owned()));
    }
    all
}

/// The largest sizes that fit: names on two lines, on one, then smaller.
fn sizes(
    chart: &Chart,
    pen: &ChartPen<'_>,
    width: f32,
    room: f32,
    wanted: Option<f32>,
) -> Sizes {
    #[allow(clippy::cast_precision_loss)]
    let (count, series) =
        (chart.categories.len().max(1) as f32, chart.series.len() as f32);
    let mut last = Sizes { text: 5.0, lines: 1, row: room / count };
    for (text_size, most) in [(8.5, 2), (8.5, 1), (8.0, 1), (7.0, 1), (6.0, 1)] {
        let look = TextLook::plain(text_size, BLACK);
        let names = chart.categories.iter();
        let used = names
            .map(|name| pen.lines(name, look, width * NAMES, most).len())
            .max()
            .unwrap_or(1);
        #[allow(clippy::cast_precision_loss)]
        let written = used as f32 * text_size * LEADING;
        let bars = series * text_size * LEADING;
        let least = written.max(bars) + text_size * 0.35;
        let airy = if count <= 12.0 { least.max(20.0) } else { least.max(15.0) };
        let fitting = wanted.map_or(airy, |all| (all / count).clamp(least, 60.0));
        if least * count <= room {
            return Sizes {
                text: text_size,
                lines: most,
                row: fitting.min(room / count),
            };
        }
        last = Sizes { text: text_size.min(last.row * 0.8), lines: 1, ..last };
    }
    last
}

/// A chart while it is drawn.
struct BarChart<'g> {
    chart: &'g Chart,
    scale: Scale,
    sizes: Sizes,
    width: f32,
    head: f32,
}

impl BarChart<'_> {
    fn draw(
        &self,
        pen: &mut ChartPen<'_>,
        legend: &Legend,
        samples: &[(Pattern, String)],
    ) -> f32 {
        let look = TextLook::plain(self.sizes.text, BLACK);
        let names: Vec<Vec<String>> = self
            .chart
            .categories
            .iter()
            .map(|name| pen.lines(name, look, self.width * NAMES, self.sizes.lines))
            .collect();
        let name_width = pen.widest(names.iter().flatten().map(String::as_str), look);
        let printed = self.chart.series.iter().flat_map(|series| &series.values);
        let value_width = pen.widest(printed.map(ChartValue::printed), look);
        let x0 = name_width + GAP;
        let x1 = (self.width - value_width - GAP).max(x0 + 10.0);
        #[allow(clippy::cast_precision_loss)]
        let foot = self.head + names.len() as f32 * self.sizes.row;
        for (row, lines) in names.iter().enumerate() {
            self.row(pen, row, lines, (x0, x1), value_width);
        }
        self.axis(pen, (x0, x1), foot);
        self.target(pen, (x0, x1), foot);
        legend.draw(pen, (0.0, foot + AXIS + 4.0), &mut |pen, index, rect| {
            if let Some((pattern, _)) = samples.get(index) {
                fill(pen, rect, *pattern);
            }
        });
        let legend_height = if legend.height > 0.0 { legend.height + 4.0 } else { 0.0 };
        foot + AXIS + legend_height
    }

    fn row(
        &self,
        pen: &mut ChartPen<'_>,
        row: usize,
        lines: &[String],
        (x0, x1): (f32, f32),
        value_width: f32,
    ) {
        let Sizes { text: text_size, row: height, .. } = self.sizes;
        #[allow(clippy::cast_precision_loss)]
        let top = self.head + row as f32 * height;
        let middle = top + height / 2.0;
        let look = TextLook::plain(text_size, BLACK);
        #[allow(clippy::cast_precision_loss)]
        let count = lines.len() as f32;
        // The middle of capitals and small letters lies 0.34 of the size above the baseline.
        let first = middle + text_size * 0.34 - (count - 1.0) * text_size * LEADING / 2.0;
        let mut y = first;
        for line in lines {
            pen.write((x0 - GAP, y), Anchor::Right, line, look);
            y += text_size * LEADING;
        }
        #[allow(clippy::cast_precision_loss)]
        let pitch = if self.chart.series.len() == 1 {
            (height * 0.62).min(14.0)
        } else {
            (height * 0.86 / self.chart.series.len() as f32).min(14.0)
        };
        #[allow(clippy::cast_precision_loss)]
        let all = pitch * self.chart.series.len() as f32;
        let mut y = middle - all / 2.0;
        for (index, series) in self.chart.series.iter().enumerate() {
            let thick = if self.chart.series.len() == 1 { pitch } else { pitch * 0.9 };
            pen.rectangle([x0, y, x1 - x0, thick], Some(LANE), None);
            let value = series.values.get(row).unwrap_or(&ChartValue::Missing);
            if let ChartValue::Number(value, _) = value {
                let long = self.scale.part(value) * (x1 - x0);
                fill(pen, [x0, y, long, thick], self.pattern(index, value));
            }
            let at = (x1 + GAP + value_width, y + thick / 2.0 + text_size * 0.34);
            let small = TextLook { size: text_size.min(pitch * 1.2), ..look };
            pen.write(at, Anchor::Right, value.printed(), small);
            y += pitch;
        }
    }

    /// A single series tells by its pattern whether the target is reached.
    fn pattern(&self, series: usize, value: &num_rational::BigRational) -> Pattern {
        match &self.chart.target {
            Some(target) if self.chart.series.len() == 1 && *value < target.value => {
                Pattern::Hatched
            }
            _ => PATTERNS.get(series).copied().unwrap_or(Pattern::Full),
        }
    }

    fn axis(&self, pen: &mut ChartPen<'_>, (x0, x1): (f32, f32), foot: f32) {
        let look = TextLook::plain(7.5, GREY);
        let mut free = f32::MIN;
        for (value, text) in &self.scale.marks {
            #[allow(clippy::cast_possible_truncation)]
            let x = x0 + (value / self.scale.max) as f32 * (x1 - x0);
            pen.line(vec![(x, foot), (x, foot + 2.5)], solid(0.5, GREY));
            let half = pen.width(text, look) / 2.0;
            let x = x.clamp(half, (self.width - half).max(half));
            // On a narrow chart every other number gives way.
            if x - half > free + 2.0 {
                pen.write((x, foot + 10.5), Anchor::Middle, text, look);
                free = x + half;
            }
        }
        pen.line(vec![(x0, foot), (x1, foot)], solid(0.5, GREY));
        pen.line(vec![(x0, self.head), (x0, foot)], solid(0.7, BLACK));
    }

    fn target(&self, pen: &mut ChartPen<'_>, (x0, x1): (f32, f32), foot: f32) {
        let Some(target) = &self.chart.target else { return };
        let x = x0 + self.scale.part(&target.value) * (x1 - x0);
        let line = vec![(x, self.head - 2.0), (x, foot)];
        pen.line(line, dashed(1.1, BLACK, &[4.0, 2.0]));
        let look = TextLook { bold: true, ..TextLook::plain(8.0, BLACK) };
        let text = pen.shorten(&target.label, look, self.width);
        let half = pen.width(&text, look) / 2.0;
        let middle = x.clamp(half, (self.width - half).max(half));
        pen.write((middle, self.head - 6.0), Anchor::Middle, &text, look);
    }
}

/// Fills a bar, so that patterns differ in black and white too.
fn fill(pen: &mut ChartPen<'_>, rect: [f32; 4], pattern: Pattern) {
    match pattern {
        Pattern::Full => pen.rectangle(rect, Some(DARK), None),
        Pattern::Hatched => {
            pen.rectangle(rect, Some(LIGHT), None);
            pen.hatch(rect, 4.0, true);
            pen.rectangle(rect, None, Some(DARK));
        }
        Pattern::Plain => pen.rectangle(rect, Some(MEDIUM), Some(DARK)),
        Pattern::Crossed => {
            pen.rectangle(rect, Some(GRID), None);
            pen.hatch(rect, 4.0, true);
            pen.hatch(rect, 4.0, false);
            pen.rectangle(rect, None, Some(DARK));
        }
    }
}
