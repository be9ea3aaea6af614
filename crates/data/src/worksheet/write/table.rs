//! A sheet with a row for each service or each mutu item.

use rust_xlsxwriter::{
    ConditionalFormatFormula, DataValidation, Formula, ProtectionOptions, Worksheet,
    XlsxError,
};

use super::{ToWrite, baris, kata, page, style};
use crate::tables::Nilai;
use crate::tables::capaian::LAYANAN;
use crate::worksheet::column::{self, Data, InputKind, SheetColumn, SheetForm, one_line};
use crate::worksheet::plan::{AskedItem, AskedLayanan};
use base::source::cell_name;

/// The row of the head, from 0.
const KEPALA: u32 = 4;
/// Height of one line of text in points.
const TINGGI: f64 = 13.5;
/// Height of a row for sentences: five lines.
const TINGGI_TEKS: f64 = 72.0;
/// Columns that stay in view: number and code.
const TETAP: u16 = 2;

pub(super) fn write(
    lembar: &mut Worksheet,
    form: &SheetForm,
    material: &ToWrite<'_>,
) -> Result<(), XlsxError> {
    lembar.set_name(form.nama)?;
    page(lembar, material, true);
    for (at, (_, width)) in (0_u16..).zip(&form.kolom) {
        lembar.set_column_width(at, *width)?;
    }
    head(lembar, form, material)?;
    let mut row = KEPALA + 1;
    for (order_of, one) in (1_u32..).zip(&material.plan_of.layanan) {
        if !form.per_butir {
            isi(lembar, form, (row, order_of), one, None)?;
            row += 1;
            continue;
        }
        for (nomor, butir) in (0_usize..).zip(&one.mutu) {
            isi(lembar, form, (row, order_of), one, Some((nomor, butir)))?;
            row += 1;
        }
    }
    let akhir = row.saturating_sub(1).max(KEPALA + 1);
    aturan(lembar, form, akhir)?;
    lembar.set_freeze_panes(KEPALA + 1, TETAP)?;
    lembar.set_repeat_rows(KEPALA, KEPALA)?;
    let last_one = u16::try_from(form.kolom.len().saturating_sub(1)).unwrap_or(0);
    lembar.set_print_area(0, 0, akhir, last_one)?;
    if let Some(first_one) =
        form.isian().next().and_then(|d| form.place_of(SheetColumn::Isian(d)))
    {
        lembar.set_selection(KEPALA + 1, first_one, KEPALA + 1, first_one)?;
    }
    lembar.protect_with_options(&ProtectionOptions {
        format_columns: true,
        format_rows: true,
        ..ProtectionOptions::default()
    });
    Ok(())
}

fn head(
    lembar: &mut Worksheet,
    form: &SheetForm,
    material: &ToWrite<'_>,
) -> Result<(), XlsxError> {
    let plan_of = material.plan_of;
    kata(lembar, (0, 0), form.title, &style::title())?;
    lembar.set_row_height(0, 22)?;
    let anak = format!(
        "{}, {}, {}",
        one_line(&plan_of.opd.nama),
        column::long(plan_of.periode),
        one_line(&material.settings.daerah.nama)
    );
    kata(lembar, (1, 0), &anak, &style::subtitle())?;
    let last_one = u16::try_from(form.kolom.len().saturating_sub(1)).unwrap_or(0);
    lembar.merge_range(2, 0, 2, last_one, form.instruction, &style::instruction())?;
    let seluruhnya: f64 = form.kolom.iter().map(|(_, width)| width).sum();
    lembar.set_row_height(
        2,
        TINGGI * f64::from(baris(form.instruction, seluruhnya * 0.95)),
    )?;
    lembar.set_row_height(3, 6)?;
    let mut height = 1;
    for (at, (one, width)) in (0_u16..).zip(&form.kolom) {
        let title = one.title(plan_of.periode, plan_of.lalu);
        height = height.max(baris(&title, width * 0.85));
        kata(lembar, (KEPALA, at), &title, &style::head(*one))?;
    }
    lembar.set_row_height(KEPALA, TINGGI * f64::from(height) + 6.0)?;
    Ok(())
}

/// One row: of the service itself, or of one of its items.
fn isi(
    lembar: &mut Worksheet,
    form: &SheetForm,
    (row, order_of): (u32, u32),
    one: &AskedLayanan<'_>,
    butir: Option<(usize, &AskedItem<'_>)>,
) -> Result<(), XlsxError> {
    let first_row = butir.is_some_and(|(nomor, _)| nomor == 0);
    let free = butir.is_some_and(|(_, butir)| butir.nama.is_empty());
    let mut height = 1;
    for (at, (one_column, width)) in (0_u16..).zip(&form.kolom) {
        let format = style::isi(*one_column, first_row, free);
        let writing = match one_column {
            SheetColumn::Kode => one.katalog.kode.clone(),
            SheetColumn::Layanan => one_line(&one.katalog.nama),
            SheetColumn::Butir => butir.map(|(_, b)| b.nama.clone()).unwrap_or_default(),
            SheetColumn::Satuan => butir
                .map_or_else(|| one_line(&one.katalog.satuan), |(_, b)| b.satuan.clone()),
            _ => String::new(),
        };
        height = height.max(baris(&writing, *width));
        match one_column {
            SheetColumn::Nomor => {
                let nomor = butir.map_or(order_of, |(nomor, _)| {
                    u32::try_from(nomor).unwrap_or(u32::MAX).saturating_add(1)
                });
                lembar.write_number_with_format(row, at, nomor, &format)?;
            }
            SheetColumn::Lalu(data) => match lalu(*data, one, butir.map(|(_, b)| b)) {
                Some(Earlier::Angka(n)) => {
                    lembar.write_number_with_format(row, at, n, &format)?;
                }
                Some(Earlier::Nihil) => kata(lembar, (row, at), "nihil", &format)?,
                None => {
                    lembar.write_blank(row, at, &format)?;
                }
            },
            SheetColumn::Percent(above, below) => {
                let sel = |data: Data| {
                    let at = form.place_of(SheetColumn::Isian(data)).unwrap_or_default();
                    cell_name(row, u32::from(at))
                };
                let (above, below) = (sel(*above), sel(*below));
                let formula =
                    format!("=IF({above}=\"\",\"–\",IFERROR({above}/{below},\"–\"))");
                // What a program shows that does not compute on opening.
                let formula = Formula::new(formula).set_result("–");
                lembar.write_formula_with_format(row, at, formula, &format)?;
            }
            _ if writing.is_empty() => {
                lembar.write_blank(row, at, &format)?;
            }
            _ => kata(lembar, (row, at), &writing, &format)?,
        }
    }
    let teks = form.isian().all(|data| data.kind().kata());
    let height = TINGGI * f64::from(height) + 6.0;
    lembar.set_row_height(row, if teks { height.max(TINGGI_TEKS) } else { height })?;
    Ok(())
}

/// What was reported last.
enum Earlier {
    Angka(f64),
    Nihil,
}

fn lalu(
    data: Data,
    one: &AskedLayanan<'_>,
    butir: Option<&AskedItem<'_>>,
) -> Option<Earlier> {
    let found = if data.per_butir {
        let butir = butir?;
        let figure = if data.name_key() == "dibutuhkan" {
            butir.dibutuhkan
        } else {
            butir.terpenuhi
        };
        figure.cloned().map(Nilai::Bilangan)
    } else {
        LAYANAN.get(one.lalu?, data.name_key())
    };
    match found? {
        Nilai::Bilangan(n) => bahasa::to_spreadsheet(n.value()).map(Earlier::Angka),
        Nilai::Nihil => Some(Earlier::Nihil),
        Nilai::Teks(_) | Nilai::Daftar(_) => None,
    }
}

/// What may be typed, and what is marked.
fn aturan(lembar: &mut Worksheet, form: &SheetForm, akhir: u32) -> Result<(), XlsxError> {
    let first_row = KEPALA + 1;
    for data in form.isian() {
        let Some(at) = form.place_of(SheetColumn::Isian(data)) else { continue };
        let sel = cell_name(first_row, u32::from(at));
        if let Some(validation) = validation(data, &sel)? {
            lembar.add_data_validation(first_row, at, akhir, at, &validation)?;
        }
        if data.kind() == InputKind::Amount {
            let fraction = ConditionalFormatFormula::new()
                .set_rule(
                    format!("=IF(ISNUMBER({sel}),{sel}<>INT({sel}),FALSE)").as_str(),
                )
                .set_format(style::fraction());
            lembar.add_conditional_format(first_row, at, akhir, at, &fraction)?;
        }
    }
    for (one, _) in &form.kolom {
        let SheetColumn::Percent(above, below) = one else { continue };
        let (Some(on_left), Some(on_right)) = (
            form.place_of(SheetColumn::Isian(*below)),
            form.place_of(SheetColumn::Isian(*above)),
        ) else {
            continue;
        };
        let (below, above) = (
            cell_name(first_row, u32::from(on_left)),
            cell_name(first_row, u32::from(on_right)),
        );
        let lebih = ConditionalFormatFormula::new()
            .set_rule(
                format!("=AND(ISNUMBER(${below}),ISNUMBER(${above}),${above}>${below})")
                    .as_str(),
            )
            .set_format(style::above_all());
        lembar.add_conditional_format(
            first_row,
            on_left.min(on_right),
            akhir,
            on_left.max(on_right),
            &lebih,
        )?;
    }
    Ok(())
}

/// The rule for a column of figures. Formulas, because the word nihil is an answer too.
fn validation(data: Data, sel: &str) -> Result<Option<DataValidation>, XlsxError> {
    let (whole_number, ajakan, pesan) = match data.kind() {
        InputKind::Words | InputKind::Answer => return Ok(None),
        InputKind::Count => (
            true,
            "Bilangan bulat, kumulatif sejak Januari. Kosongkan bila datanya belum ada.",
            "Isi dengan bilangan bulat mulai 0, misalnya 1250, tanpa persen dan satuan.",
        ),
        InputKind::Amount => (
            false,
            "Angka dalam satuan butir ini, kumulatif sejak Januari. Kosongkan bila datanya belum ada.",
            "Isi dengan angka mulai 0, misalnya 1250 atau 12,5, tanpa persen dan satuan.",
        ),
        InputKind::Money => (
            false,
            "Rupiah penuh, misalnya 9850000000. Kosongkan bila datanya belum ada.",
            "Isi dengan rupiah penuh mulai 0, misalnya 9850000000, tanpa Rp, juta, atau miliar.",
        ),
    };
    let nihil = data.may_be_nihil();
    let figure = if whole_number {
        format!("AND({sel}>=0,{sel}=INT({sel}))")
    } else {
        format!("{sel}>=0")
    };
    let lain =
        if nihil { format!("LOWER(TRIM({sel}))=\"nihil\"") } else { "FALSE".to_owned() };
    let tambahan =
        if nihil { " Tulis nihil bila memang tidak ada sasaran tahun ini." } else { "" };
    let validation = DataValidation::new()
        .allow_custom(Formula::new(format!("=IF(ISNUMBER({sel}),{figure},{lain})")))
        .ignore_blank(true)
        .set_input_title(data.name_of())?
        .set_input_message(format!("{ajakan}{tambahan}"))?
        .set_error_title("Isian belum sesuai")?
        .set_error_message(format!("{pesan}{tambahan}"))?;
    Ok(Some(validation))
}
