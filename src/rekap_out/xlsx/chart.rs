//! Native charts, readable in black and white: dark bars with their values, the target as a
//! dashed line.

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartEmptyCells, ChartFont, ChartFormat, ChartLegendPosition,
    ChartLine, ChartLineDashType, ChartMarker, ChartSolidFill, ChartType,
};

/// Where the figures of a chart stand.
pub(in crate::rekap_out) struct ChartData<'a> {
    /// The sheet.
    pub(in crate::rekap_out) sheet: &'a str,
    /// First and last row.
    pub(in crate::rekap_out) rows: (u32, u32),
    /// Column of the names.
    pub(in crate::rekap_out) name: u16,
    /// Column of the index.
    pub(in crate::rekap_out) indeks: u16,
    /// Column of the target.
    pub(in crate::rekap_out) target: u16,
}

/// Bars of an index with a line at the target. `title` and the names of series are ours,
/// since a title can be a formula; `alt_text` may hold data.
pub(in crate::rekap_out) fn chart(
    data: &ChartData<'_>,
    title: &'static str,
    alt_text: &str,
    size: (u32, u32),
) -> Chart {
    let (first, last) = data.rows;
    let names = (data.sheet, first, data.name, last, data.name);
    let mut bars = Chart::new(ChartType::Column);
    bars.add_series()
        .set_name("Indeks")
        .set_categories(names)
        .set_values((data.sheet, first, data.indeks, last, data.indeks))
        .set_gap(60)
        .set_format(
            ChartFormat::new()
                .set_solid_fill(ChartSolidFill::new().set_color("#595959"))
                .set_border(ChartLine::new().set_color("#000000")),
        )
        .set_data_label(ChartDataLabel::new().show_value().set_num_format("0.00%"));
    let mut line = Chart::new(ChartType::Line);
    line.add_series()
        .set_name("Target 100%")
        .set_categories(names)
        .set_values((data.sheet, first, data.target, last, data.target))
        .set_format(
            ChartFormat::new().set_line(
                ChartLine::new()
                    .set_color("#000000")
                    .set_width(2.0)
                    .set_dash_type(ChartLineDashType::Dash),
            ),
        )
        .set_marker(ChartMarker::new().set_none());
    bars.combine(&line);
    bars.title().set_name(title).set_font(ChartFont::new().set_size(12));
    bars.y_axis().set_min(0).set_max(1.2).set_major_unit(0.2).set_num_format("0%");
    bars.x_axis().set_font(ChartFont::new().set_size(9));
    bars.legend().set_position(ChartLegendPosition::Bottom);
    bars.show_empty_cells_as(ChartEmptyCells::Gaps);
    bars.set_alt_text(super::cell::clean(alt_text));
    bars.set_width(size.0).set_height(size.1);
    bars
}
