//! Native charts, readable in black and white: dark bars with their values, the target as a
//! dashed line.

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartEmptyCells, ChartFont, ChartFormat, ChartLegendPosition,
    ChartLine, ChartLineDashType, ChartMarker, ChartSolidFill, ChartType,
};

/// Where the figures of a chart stand.
pub(in crate::rekap_out) struct DataBagan<'a> {
    /// The sheet.
    pub(in crate::rekap_out) lembar: &'a str,
    /// First and last row.
    pub(in crate::rekap_out) baris: (u32, u32),
    /// Column of the names.
    pub(in crate::rekap_out) nama: u16,
    /// Column of the index.
    pub(in crate::rekap_out) indeks: u16,
    /// Column of the target.
    pub(in crate::rekap_out) target: u16,
}

/// Bars of an index with a line at the target. `judul` and the names of series are ours,
/// since a title can be a formula; `alternatif` may hold data.
pub(in crate::rekap_out) fn bagan(
    data: &DataBagan<'_>,
    judul: &'static str,
    alternatif: &str,
    ukuran: (u32, u32),
) -> Chart {
    let (awal, akhir) = data.baris;
    let nama = (data.lembar, awal, data.nama, akhir, data.nama);
    let mut batang = Chart::new(ChartType::Column);
    batang
        .add_series()
        .set_name("Indeks")
        .set_categories(nama)
        .set_values((data.lembar, awal, data.indeks, akhir, data.indeks))
        .set_gap(60)
        .set_format(
            ChartFormat::new()
                .set_solid_fill(ChartSolidFill::new().set_color("#595959"))
                .set_border(ChartLine::new().set_color("#000000")),
        )
        .set_data_label(ChartDataLabel::new().show_value().set_num_format("0.00%"));
    let mut garis = Chart::new(ChartType::Line);
    garis
        .add_series()
        .set_name("Target 100%")
        .set_categories(nama)
        .set_values((data.lembar, awal, data.target, akhir, data.target))
        .set_format(
            ChartFormat::new().set_line(
                ChartLine::new()
                    .set_color("#000000")
                    .set_width(2.0)
                    .set_dash_type(ChartLineDashType::Dash),
            ),
        )
        .set_marker(ChartMarker::new().set_none());
    batang.combine(&garis);
    batang.title().set_name(judul).set_font(ChartFont::new().set_size(12));
    batang.y_axis().set_min(0).set_max(1.2).set_major_unit(0.2).set_num_format("0%");
    batang.x_axis().set_font(ChartFont::new().set_size(9));
    batang.legend().set_position(ChartLegendPosition::Bottom);
    batang.show_empty_cells_as(ChartEmptyCells::Gaps);
    batang.set_alt_text(super::sel::bersih(alternatif));
    batang.set_width(ukuran.0).set_height(ukuran.1);
    batang
}
