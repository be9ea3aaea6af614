//! The sheets of a worksheet and their columns: one table for the writer and the reader.

use std::fmt;
use std::sync::LazyLock;

use crate::tables::capaian::{LAYANAN, MUTU};
use crate::tables::{Declared, FieldKind, Key, SheetSection, Spec};
use field::domain::Periode;

/// The name of the first sheet, which only explains.
pub(super) const GUIDE: &str = "Petunjuk";

/// The title of the first sheet.
pub(super) const TITLE: &str = "LEMBAR KERJA CAPAIAN SPM";

/// A figure or text that an OPD fills in: a declared field that the worksheet asks for.
#[derive(Clone, Copy)]
pub(super) struct Data {
    spec: &'static Spec,
    /// Its place among the fields of its table.
    order: usize,
    /// A field of the items, not of the services.
    pub(super) per_butir: bool,
}

impl PartialEq for Data {
    fn eq(&self, other: &Self) -> bool {
        (self.spec.key, self.per_butir) == (other.spec.key, other.per_butir)
    }
}

impl Eq for Data {}

impl fmt::Debug for Data {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.spec.key)
    }
}

impl Data {
    /// The fields that a section asks for, those asked longest first: what was on a sheet stays
    /// where it was.
    fn of(section: SheetSection) -> Vec<(Self, f64)> {
        let of = |table: &'static dyn Declared, per_butir: bool| {
            let specs = table.specs().into_iter().enumerate();
            specs.filter_map(move |(order, spec)| {
                let column = spec.column.filter(|c| c.section == section)?;
                Some((Self { spec, order, per_butir }, column.width))
            })
        };
        let mut all: Vec<(Self, f64)> =
            of(&LAYANAN, false).chain(of(&MUTU, true)).collect();
        all.sort_by_key(|(data, _)| data.since());
        all
    }

    /// The words of its heading.
    pub(super) fn label(self) -> String {
        self.spec.label()
    }

    /// The key it has in the data, as messages name it.
    pub(super) const fn name_key(self) -> Key {
        self.spec.key
    }

    /// Its place among the others: a target is read before what depends on it.
    pub(super) const fn order(self) -> usize {
        self.order
    }

    /// What may be typed.
    pub(super) const fn kind(self) -> InputKind {
        match self.spec.kind {
            FieldKind::People { .. } => InputKind::Count,
            FieldKind::Amount => InputKind::Amount,
            FieldKind::Money => InputKind::Money,
            FieldKind::Answer => InputKind::Answer,
            _ => InputKind::Words,
        }
    }

    /// The version of the worksheet from which on it is asked.
    pub(super) fn since(self) -> u32 {
        self.spec.column.map_or(1, |column| column.since)
    }

    /// Whether a figure may be the word "nihil".
    pub(super) const fn may_be_nihil(self) -> bool {
        matches!(self.spec.kind, FieldKind::People { .. })
    }

    /// Whether "nihil" declares that there is no target population.
    pub(super) const fn target(self) -> bool {
        matches!(self.spec.kind, FieldKind::People { nihil: true })
    }
}

/// Kinds of input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum InputKind {
    /// People or things: whole, from zero.
    Count,
    /// An amount in the item's own unit, from zero.
    Amount,
    /// Rupiah, from zero.
    Money,
    /// Words.
    Words,
    /// Sentences, or that there is nothing to tell.
    Answer,
}

impl InputKind {
    /// Whether words are typed, not figures.
    pub(super) const fn words(self) -> bool {
        matches!(self, Self::Words | Self::Answer)
    }
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SheetColumn {
    Nomor,
    Kode,
    Layanan,
    Butir,
    Satuan,
    /// A figure of the last quarter with data, for comparison.
    Last(Data),
    /// To be filled in.
    Input(Data),
    /// The first as a percentage of the second, computed by the sheet for its reader only.
    Percent(Data, Data),
}

impl SheetColumn {
    /// The heading; the same text is looked for when the sheet comes back.
    pub(super) fn title(self, now: Periode, last: Option<Periode>) -> String {
        match self {
            Self::Nomor => "No.".to_owned(),
            Self::Kode => "Kode".to_owned(),
            Self::Layanan => "Jenis pelayanan dasar".to_owned(),
            Self::Butir => "Butir mutu".to_owned(),
            Self::Satuan => "Satuan".to_owned(),
            Self::Last(data) => {
                let last = last.map_or_else(|| "sebelumnya".to_owned(), Periode::singkat);
                format!("{} {last}", data.label())
            }
            Self::Input(data) if data.kind().words() => data.label(),
            Self::Input(data) => format!("{} {}", data.label(), now.singkat()),
            Self::Percent(..) => "Persen".to_owned(),
        }
    }
}

/// A sheet with a row for each service or item.
#[derive(Debug)]
pub(super) struct SheetForm {
    /// The sheet's name.
    pub(super) nama: &'static str,
    /// Its title.
    pub(super) title: &'static str,
    /// What to do here, in one or two sentences.
    pub(super) instruction: &'static str,
    /// A row for each mutu item instead of each service.
    pub(super) per_butir: bool,
    /// Columns and their widths in characters.
    pub(super) columns: Vec<(SheetColumn, f64)>,
}

impl SheetForm {
    /// The data that is filled in here.
    pub(super) fn inputs(&self) -> impl Iterator<Item = Data> {
        self.columns.iter().filter_map(|(column, _)| match column {
            SheetColumn::Input(data) => Some(*data),
            _ => None,
        })
    }

    /// At which column something stands when the sheet leaves the house.
    pub(super) fn column_of(&self, wanted: SheetColumn) -> Option<u16> {
        let at = self.columns.iter().position(|(column, _)| *column == wanted)?;
        u16::try_from(at).ok()
    }
}

/// Sections A, B and C as the e-SPM form has them, and what letters need besides.
pub(super) static SHEETS: LazyLock<[SheetForm; 4]> = LazyLock::new(|| {
    [
        SheetForm {
            nama: "Penerima",
            title: "A. PENERIMA PELAYANAN DASAR",
            instruction: "Isi sel kuning dengan bilangan bulat, kumulatif sejak Januari. Tulis nihil pada Sasaran bila sasarannya memang tidak ada tahun ini; 0 bila ada sasaran, tetapi belum ada yang terlayani.",
            per_butir: false,
            columns: columns(
                SheetSection::Penerima,
                &[(SheetColumn::Layanan, 46.0), (SheetColumn::Satuan, 15.0)],
            ),
        },
        SheetForm {
            nama: "Mutu",
            title: "B. MUTU PELAYANAN DASAR",
            instruction: "Isi sel kuning dengan angka dalam satuan butirnya, kumulatif sejak Januari; desimal dengan koma. Pelayanan yang sasarannya nihil tidak perlu diisi.",
            per_butir: true,
            columns: columns(
                SheetSection::Mutu,
                &[
                    (SheetColumn::Layanan, 40.0),
                    (SheetColumn::Butir, 54.0),
                    (SheetColumn::Satuan, 15.0),
                ],
            ),
        },
        SheetForm {
            nama: "Anggaran",
            title: "C. ANGGARAN",
            instruction: "Isi sel kuning dalam rupiah penuh, tanpa \"Rp\" dan tanpa singkatan juta atau miliar. Realisasi kumulatif sejak Januari.",
            per_butir: false,
            columns: columns(SheetSection::Anggaran, &[(SheetColumn::Layanan, 46.0)]),
        },
        SheetForm {
            nama: "Permasalahan",
            title: "D. PERMASALAHAN DAN TINDAK LANJUT",
            instruction: "Satu baris untuk satu hal (Alt+Enter untuk baris baru dalam sel). Tulis nihil bila tidak ada permasalahan. Tanggal ditulis lengkap, misalnya 31 Januari 2025.",
            per_butir: false,
            columns: columns(SheetSection::Permasalahan, &[(SheetColumn::Layanan, 26.0)]),
        },
    ]
});

/// Number, code and what is told of the row; the figures of last time, those to fill in, and
/// how much of the first the second is.
fn columns(
    section: SheetSection,
    told: &[(SheetColumn, f64)],
) -> Vec<(SheetColumn, f64)> {
    let asked = Data::of(section);
    let figures = asked.iter().filter(|(data, _)| !data.kind().words());
    let figures: Vec<(Data, f64)> = figures.copied().collect();
    let mut all = vec![(SheetColumn::Nomor, 5.0), (SheetColumn::Kode, 10.0)];
    all.extend(told);
    all.extend(figures.iter().map(|(data, width)| (SheetColumn::Last(*data), *width)));
    all.extend(asked.iter().map(|(data, width)| (SheetColumn::Input(*data), *width)));
    if let [(whole, _), (part, _)] = figures[..] {
        all.push((SheetColumn::Percent(part, whole), 11.0));
    }
    all
}

/// The version of the worksheets that leave the house now: that of the youngest column.
pub(super) fn version() -> u32 {
    let inputs = SHEETS.iter().flat_map(SheetForm::inputs);
    inputs.map(Data::since).max().unwrap_or(1)
}

/// How many input cells the listed rows have on sheets of a version: codes with an empty item are
/// services.
pub(super) fn input_cells(rows: &[(String, String)], version: u32) -> usize {
    SHEETS
        .iter()
        .map(|sheet| {
            let rows = rows.iter().filter(|(_, b)| b.is_empty() != sheet.per_butir);
            rows.count() * sheet.inputs().filter(|data| data.since() <= version).count()
        })
        .sum()
}

/// A text of the data on one line, as it stands in a cell.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
