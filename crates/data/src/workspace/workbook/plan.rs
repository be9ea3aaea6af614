//! Which sheet of the workbook holds which table of the data.

use crate::tables::tying::{OPD, QUARTER, SESI, TEMPLATE};
use crate::tables::{Declared, Required, Spec, find, tables};

/// A sheet.
pub(crate) struct SheetPlan {
    /// What it is called.
    pub(crate) title: &'static str,
    /// What it holds.
    pub(crate) holds: SheetContent,
}

/// What a sheet holds.
pub(crate) enum SheetContent {
    /// Names and values, table below table.
    Values(&'static [NamedSection]),
    /// The form of papers: names and values that are declared elsewhere.
    Form,
    /// A row for each entry.
    Rows(RowsPlan),
}

/// A table that is there once.
pub(crate) struct NamedSection {
    /// Its heading on the sheet.
    pub(crate) title: &'static str,
    /// The file it would stand in.
    pub(crate) file: &'static str,
    /// Its key there; empty for what stands in no table of the file.
    pub(crate) key: &'static str,
    /// The name of its declaration.
    table: &'static str,
}

/// A table with rows.
pub(crate) struct RowsPlan {
    /// The name of its declaration.
    table: &'static str,
    /// The columns in front that tie a row to something else.
    pub(crate) above: &'static [&'static Spec],
    /// Where its rows stand.
    pub(crate) place: RowPlace,
}

/// Where the rows of a sheet would stand in files.
#[derive(Clone, Copy)]
pub(crate) enum RowPlace {
    /// In a list of a file, below these keys.
    List(&'static str, &'static [&'static str]),
    /// Each is a table of the file, under the name in its first column.
    Named(&'static str),
    /// In a list of the file of its quarter.
    Quarter(&'static str),
    /// The table of that key in the file of its quarter.
    OfQuarter(&'static str),
    /// In a list of a row of another sheet, which has the same in these columns.
    Inside {
        /// The title of that sheet.
        sheet: &'static str,
        /// The key of the list.
        key: &'static str,
        /// What the columns above are called there.
        by: &'static [&'static str],
    },
}

impl NamedSection {
    const fn new(
        title: &'static str,
        file: &'static str,
        key: &'static str,
        table: &'static str,
    ) -> Self {
        Self { title, file, key, table }
    }

    /// How it is begun in its file; `None` for what stands in no table there.
    pub(crate) fn head(&self) -> Option<&'static str> {
        find(self.table).map(|table| table.about().head).filter(|head| !head.is_empty())
    }

    /// Whether its file cannot do without it.
    pub(crate) fn is_needed(&self) -> bool {
        let whole = tables().into_iter().find(|table| {
            let about = table.about();
            about.file == self.file && about.head.is_empty()
        });
        let specs = whole.map_or_else(Vec::new, Declared::specs);
        let own = specs.into_iter().find(|spec| spec.key == self.key);
        own.is_some_and(|spec| spec.required == Required::Yes)
    }

    /// The keys that have a line on the sheet.
    pub(crate) fn specs(&self) -> Vec<&'static Spec> {
        find(self.table).map_or_else(Vec::new, own)
    }
}

impl SheetPlan {
    /// What it has a line or a column for.
    pub(crate) fn specs(&self) -> Vec<&'static Spec> {
        match &self.holds {
            SheetContent::Values(sections) => {
                sections.iter().flat_map(NamedSection::specs).collect()
            }
            SheetContent::Rows(rows) => rows.declared().map_or_else(Vec::new, own),
            SheetContent::Form => Vec::new(),
        }
    }
}

impl RowsPlan {
    /// Its declaration.
    pub(crate) fn declared(&self) -> Option<&'static dyn Declared> {
        find(self.table)
    }
}

/// The keys of a table whose values have room in one cell.
fn own(table: &'static dyn Declared) -> Vec<&'static Spec> {
    table.specs().into_iter().filter(|spec| spec.kind.in_workbook()).collect()
}

const fn values(title: &'static str, sections: &'static [NamedSection]) -> SheetPlan {
    SheetPlan { title, holds: SheetContent::Values(sections) }
}

const fn rows(
    title: &'static str,
    table: &'static str,
    above: &'static [&'static Spec],
    place: RowPlace,
) -> SheetPlan {
    SheetPlan { title, holds: SheetContent::Rows(RowsPlan { table, above, place }) }
}

/// The file of the settings.
pub(crate) const NASKAH: &str = "naskah.toml";
const RAKOR: &str = "data/rakor.toml";
const HASIL: &str = "data/hasil.toml";

/// The sheets in their order; what is inside rows of another stands behind it.
pub(crate) static SHEETS: &[SheetPlan] = &[
    values(
        "Daerah",
        &[
            NamedSection::new("Daerah", NASKAH, "daerah", "daerah"),
            NamedSection::new("Instansi", NASKAH, "instansi", "instansi"),
            NamedSection::new("Periode Laporan", NASKAH, "periode", "periode"),
            NamedSection::new("Keadaan Naskah", NASKAH, "dokumen", "dokumen"),
            NamedSection::new("Pemaraf", NASKAH, "paraf", "paraf"),
            NamedSection::new("Deret Nomor", NASKAH, "nomor", "nomor"),
            NamedSection::new("Kode QR", NASKAH, "tte", "tte"),
            NamedSection::new("Hasil Cetak", NASKAH, "keluaran", "keluaran"),
            NamedSection::new("Program", NASKAH, "", "naskah.toml"),
        ],
    ),
    rows("Pejabat", "pejabat", &[], RowPlace::List("data/pejabat.toml", &["pejabat"])),
    rows("OPD", "opd", &[], RowPlace::List("data/opd.toml", &["opd"])),
    rows(
        "Bidang",
        "bidang",
        &[&OPD],
        RowPlace::Inside { sheet: "OPD", key: "bidang", by: &["id"] },
    ),
    values("Rakor", &[NamedSection::new("Rakor", RAKOR, "rakor", "rakor")]),
    rows("Sesi", "sesi", &[], RowPlace::List(RAKOR, &["sesi"])),
    rows(
        "Acara",
        "acara",
        &[&SESI],
        RowPlace::Inside { sheet: "Sesi", key: "acara", by: &["id"] },
    ),
    rows("Narasumber", "narasumber", &[], RowPlace::List(RAKOR, &["narasumber"])),
    rows("Peserta", "peserta", &[], RowPlace::List(RAKOR, &["peserta"])),
    rows("Panitia", "panitia", &[], RowPlace::List(RAKOR, &["panitia"])),
    rows("Undangan", "undangan", &[], RowPlace::List(RAKOR, &["undangan"])),
    rows("Biaya", "biaya", &[], RowPlace::List(RAKOR, &["biaya"])),
    rows("Sambutan", "sambutan", &[], RowPlace::List(RAKOR, &["sambutan"])),
    rows(
        "Tindak Lanjut",
        "tindak_lanjut",
        &[],
        RowPlace::List(RAKOR, &["tindak_lanjut"]),
    ),
    rows("Surat", "surat", &[&TEMPLATE], RowPlace::Named("data/surat.toml")),
    values(
        "Hasil",
        &[
            NamedSection::new("Hasil Rapat", HASIL, "", "data/hasil.toml"),
            NamedSection::new("Jalannya Rapat", HASIL, "notula", "notula"),
            NamedSection::new("Jumlah Hadir", HASIL, "hadir", "hadir"),
        ],
    ),
    rows("Pembahasan", "pembahasan", &[], RowPlace::List(HASIL, &["pembahasan"])),
    rows("Kesepakatan", "kesepakatan", &[], RowPlace::List(HASIL, &["kesepakatan"])),
    rows(
        "Penanda Tangan",
        "penandatangan",
        &[],
        RowPlace::List(HASIL, &["penandatangan"]),
    ),
    rows("Foto", "foto", &[], RowPlace::List(HASIL, &["foto"])),
    rows("Capaian", "layanan", QUARTER, RowPlace::Quarter("layanan")),
    rows(
        "Mutu",
        "mutu",
        QUARTER,
        RowPlace::Inside {
            sheet: "Capaian",
            key: "mutu",
            by: &["tahun", "triwulan", "kode"],
        },
    ),
    rows(
        "Rincian",
        "rincian",
        QUARTER,
        RowPlace::Inside {
            sheet: "Capaian",
            key: "rincian",
            by: &["tahun", "triwulan", "kode"],
        },
    ),
    rows(
        "Indeks Diumumkan",
        "indeks_dilaporkan",
        QUARTER,
        RowPlace::OfQuarter("indeks_dilaporkan"),
    ),
    rows(
        "Indeks Lain",
        "indeks-lain",
        &[],
        RowPlace::List("data/indeks-lain.toml", &["indeks-lain"]),
    ),
    rows("Libur", "libur", &[], RowPlace::List("data/libur.toml", &["libur"])),
    SheetPlan { title: "Bentuk", holds: SheetContent::Form },
    values("Kebijakan", &[NamedSection::new("Kebijakan Indeks", NASKAH, "spm", "spm")]),
    rows("Diabaikan", "abaikan", &[], RowPlace::List(NASKAH, &["periksa", "abaikan"])),
];

/// The sheet that holds a table.
pub fn sheet_of(table: &str) -> Option<&'static str> {
    let holds = |sheet: &&SheetPlan| match &sheet.holds {
        SheetContent::Values(sections) => sections.iter().any(|s| s.table == table),
        SheetContent::Form => false,
        SheetContent::Rows(rows) => rows.table == table,
    };
    SHEETS.iter().find(holds).map(|sheet| sheet.title)
}

/// The sheets that hold what a file would.
pub fn sheets_of_file(file: &str) -> Vec<&'static str> {
    let holds = |sheet: &&SheetPlan| match &sheet.holds {
        SheetContent::Values(sections) => sections.iter().any(|s| s.file == file),
        SheetContent::Form => false,
        SheetContent::Rows(rows) => {
            matches!(rows.place, RowPlace::List(own, _) if own == file)
        }
    };
    SHEETS.iter().filter(holds).map(|sheet| sheet.title).collect()
}

/// What a workbook calls a key of a table.
pub fn label_of(table: &str, key: &str) -> String {
    let specs = find(table).map_or_else(Vec::new, Declared::specs);
    let spec = specs.into_iter().find(|spec| spec.key == key);
    spec.map_or_else(|| key.to_owned(), Spec::label)
}

/// The columns that a sheet ties its rows by; what belongs to a service is declared so with its
/// table.
pub(crate) fn tying(plan: &RowsPlan) -> Vec<&'static Spec> {
    let parent = plan.declared().and_then(|table| table.about().parent);
    plan.above.iter().copied().chain(parent).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::FieldKind;

    /// What is declared and stands on no sheet could not be said in a workbook.
    #[test]
    fn every_table_has_its_sheet() {
        // The register is written by the program, and so are the whole files.
        let elsewhere =
            ["data/nomor.toml", "entri", "data/rakor.toml", "capaian", "periksa"];
        for table in tables() {
            let name = table.about().name;
            let here = sheet_of(name).is_some();
            assert!(here != elsewhere.contains(&name), "{name}");
            for spec in table.specs() {
                let inside = matches!(
                    spec.kind,
                    FieldKind::Table(_) | FieldKind::List(_) | FieldKind::Elsewhere
                );
                assert!(spec.kind.in_workbook() || inside, "{name}.{}", spec.key);
            }
        }
    }

    #[test]
    fn what_stands_inside_rows_has_their_columns() {
        for sheet in SHEETS {
            let SheetContent::Rows(rows) = &sheet.holds else { continue };
            let RowPlace::Inside { by, sheet: outer, .. } = rows.place else { continue };
            assert_eq!(tying(rows).len(), by.len(), "{}", sheet.title);
            let before = SHEETS.iter().take_while(|s| s.title != sheet.title);
            assert!(before.into_iter().any(|s| s.title == outer), "{outer}");
        }
    }
}
