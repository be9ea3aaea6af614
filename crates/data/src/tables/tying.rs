//! Columns that tie the rows of a sheet to something else.

use super::field::Field;
use super::spec::Spec;

/// A column that must be there; a cell merged downwards holds for all its rows.
const fn column(field: &Field<()>) -> Spec {
    let mut spec = field.spec;
    spec.required = super::spec::Required::Yes;
    spec.merged = true;
    spec
}

pub(crate) static OPD: Spec = column(
    &Field::text("opd", |(), _| {})
        .refers("opd")
        .about("`id` OPD pada lembar OPD")
        .example("\"dinkes\""),
);

pub(crate) static SESI: Spec = column(
    &Field::text("sesi", |(), _| {})
        .refers("sesi")
        .about("`id` sesi pada lembar Sesi")
        .example("\"pembukaan\""),
);

pub(crate) static TEMPLATE: Spec = column(
    &Field::text("templat", |(), _| {})
        .refers("templat")
        .about("nama templat, misalnya undangan atau surat-evaluasi")
        .example("\"undangan\"")
        .headed(&["template", "naskah"]),
);

static TAHUN: Spec = column(
    &Field::whole("tahun", (2000, 2100), |(), _| {})
        .about("tahun laporan")
        .example("2024"),
);

static TRIWULAN: Spec = column(
    &Field::whole("triwulan", (1, 4), |(), _| {})
        .about("1 sampai dengan 4")
        .example("4")
        .headed(&["tw"]),
);

/// Of what belongs to a service: its code.
pub(crate) static SERVICE: Spec = column(
    &Field::text("kode", |(), _| {})
        .refers("katalog")
        .about("kode katalog layanannya")
        .example("\"KES-1\"")
        .headed(&["kode_layanan"]),
);

/// Whose quarter a row is of.
pub(crate) const QUARTER: &[&Spec] = &[&TAHUN, &TRIWULAN];
