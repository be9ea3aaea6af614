//! A sheet with a row for each service or each mutu item.

use rust_xlsxwriter::{
    ConditionalFormatFormula, DataValidation, Formula, ProtectionOptions, Worksheet,
    XlsxError,
};

use super::{ToWrite, lines, page, style, words};
use crate::book::look::LINE_HEIGHT;
use crate::tables::Datum;
use crate::tables::capaian::LAYANAN;
use crate::worksheet::column::{Data, InputKind, SheetColumn, SheetForm, one_line};
use crate::worksheet::plan::{AskedItem, AskedLayanan};
use base::source::cell_name;

/// The row of the head, from 0.
const HEAD: u32 = 4;
/// Height of a row for sentences: five lines.
const TEXT_HEIGHT: f64 = 72.0;
/// Columns that stay in view: number and code.
const FROZEN: u16 = 2;

pub(super) fn write(
    sheet: &mut Worksheet,
    form: &SheetForm,
    material: &ToWrite<'_>,
) -> Result<(), XlsxError> {
    sheet.set_name(form.nama)?;
    page(sheet, material, true);
    for (at, (_, width)) in (0_u16..).zip(&form.columns) {
        sheet.set_column_width(at, *width)?;
    }
    head(sheet, form, material)?;
    let mut row = HEAD + 1;
    for (order_of, one) in (1_u32..).zip(&material.plan_of.layanan) {
        if !form.per_butir {
            content(sheet, form, (row, order_of), one, None)?;
            row += 1;
            continue;
        }
        for (nomor, butir) in (0_usize..).zip(&one.mutu) {
            content(sheet, form, (row, order_of), one, Some((nomor, butir)))?;
            row += 1;
        }
    }
    let end = row.saturating_sub(1).max(HEAD + 1);
    rules(sheet, form, end)?;
    sheet.set_freeze_panes(HEAD + 1, FROZEN)?;
    sheet.set_repeat_rows(HEAD, HEAD)?;
    let last = u16::try_from(form.columns.len().saturating_sub(1)).unwrap_or(0);
    sheet.set_print_area(0, 0, end, last)?;
    if let Some(first) =
        form.inputs().next().and_then(|d| form.column_of(SheetColumn::Input(d)))
    {
        sheet.set_selection(HEAD + 1, first, HEAD + 1, first)?;
    }
    sheet.protect_with_options(&ProtectionOptions {
        format_columns: true,
        format_rows: true,
        ..ProtectionOptions::default()
    });
    Ok(())
}

fn head(
    sheet: &mut Worksheet,
    form: &SheetForm,
    material: &ToWrite<'_>,
) -> Result<(), XlsxError> {
    let plan_of = material.plan_of;
    words(sheet, (0, 0), form.title, &style::title())?;
    sheet.set_row_height(0, 22)?;
    let sub = format!(
        "{}, {}, {}",
        one_line(&plan_of.opd.nama),
        plan_of.periode.sebutan(),
        one_line(&material.settings.daerah.nama)
    );
    words(sheet, (1, 0), &sub, &style::subtitle())?;
    let last = u16::try_from(form.columns.len().saturating_sub(1)).unwrap_or(0);
    sheet.merge_range(2, 0, 2, last, form.instruction, &style::instruction())?;
    let whole_width: f64 = form.columns.iter().map(|(_, width)| width).sum();
    sheet.set_row_height(
        2,
        LINE_HEIGHT * f64::from(lines(form.instruction, whole_width * 0.95)),
    )?;
    sheet.set_row_height(3, 6)?;
    let mut height = 1;
    for (at, (one, width)) in (0_u16..).zip(&form.columns) {
        let title = one.title(plan_of.periode, plan_of.last);
        height = height.max(lines(&title, width * 0.85));
        words(sheet, (HEAD, at), &title, &style::head(*one))?;
    }
    sheet.set_row_height(HEAD, LINE_HEIGHT * f64::from(height) + 6.0)?;
    Ok(())
}

/// One row: of the service itself, or of one of its items.
fn content(
    sheet: &mut Worksheet,
    form: &SheetForm,
    (row, order_of): (u32, u32),
    one: &AskedLayanan<'_>,
    butir: Option<(usize, &AskedItem<'_>)>,
) -> Result<(), XlsxError> {
    let first_row = butir.is_some_and(|(nomor, _)| nomor == 0);
    let free = butir.is_some_and(|(_, butir)| butir.nama.is_empty());
    let mut height = 1;
    for (at, (one_column, width)) in (0_u16..).zip(&form.columns) {
        let format = style::content(*one_column, first_row, free);
        let writing = match one_column {
            SheetColumn::Kode => one.listed.kode.clone(),
            SheetColumn::Layanan if butir.is_some() && one.remembered => {
                format!("{} *)", one_line(&one.listed.nama))
            }
            SheetColumn::Layanan => one_line(&one.listed.nama),
            SheetColumn::Butir => butir.map(|(_, b)| b.nama.clone()).unwrap_or_default(),
            SheetColumn::Satuan => butir
                .map_or_else(|| one_line(&one.listed.satuan), |(_, b)| b.satuan.clone()),
            _ => String::new(),
        };
        height = height.max(lines(&writing, *width));
        match one_column {
            SheetColumn::Nomor => {
                let nomor = butir.map_or(order_of, |(nomor, _)| {
                    u32::try_from(nomor).unwrap_or(u32::MAX).saturating_add(1)
                });
                sheet.write_number_with_format(row, at, nomor, &format)?;
            }
            SheetColumn::Last(data) => match last(*data, one, butir.map(|(_, b)| b)) {
                Some(Earlier::Number(n)) => {
                    sheet.write_number_with_format(row, at, n, &format)?;
                }
                Some(Earlier::Nihil) => words(sheet, (row, at), "nihil", &format)?,
                None => {
                    sheet.write_blank(row, at, &format)?;
                }
            },
            SheetColumn::Percent(above, below) => {
                let cell = |data: Data| {
                    let at = form.column_of(SheetColumn::Input(data)).unwrap_or_default();
                    cell_name(row, u32::from(at))
                };
                let (above, below) = (cell(*above), cell(*below));
                let formula =
                    format!("=IF({above}=\"\",\"–\",IFERROR({above}/{below},\"–\"))");
                // What a program shows that does not compute on opening.
                let formula = Formula::new(formula).set_result("–");
                sheet.write_formula_with_format(row, at, formula, &format)?;
            }
            _ if writing.is_empty() => {
                sheet.write_blank(row, at, &format)?;
            }
            _ => words(sheet, (row, at), &writing, &format)?,
        }
    }
    let text = form.inputs().all(|data| data.kind().words());
    let height = LINE_HEIGHT * f64::from(height) + 6.0;
    sheet.set_row_height(row, if text { height.max(TEXT_HEIGHT) } else { height })?;
    Ok(())
}

/// What was reported last.
enum Earlier {
    Number(f64),
    Nihil,
}

fn last(
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
        figure.cloned().map(Datum::Number)
    } else {
        LAYANAN.get(one.last?, data.name_key())
    };
    match found? {
        Datum::Number(n) => bahasa::to_spreadsheet(n.value()).map(Earlier::Number),
        Datum::Nihil => Some(Earlier::Nihil),
        Datum::Text(_) | Datum::List(_) => None,
    }
}

/// What may be typed, and what is marked.
fn rules(sheet: &mut Worksheet, form: &SheetForm, end: u32) -> Result<(), XlsxError> {
    let first_row = HEAD + 1;
    for data in form.inputs() {
        let Some(at) = form.column_of(SheetColumn::Input(data)) else { continue };
        let cell = cell_name(first_row, u32::from(at));
        if let Some(validation) = validation(data, &cell)? {
            sheet.add_data_validation(first_row, at, end, at, &validation)?;
        }
        if data.kind() == InputKind::Amount {
            let fraction = ConditionalFormatFormula::new()
                .set_rule(
                    format!("=IF(ISNUMBER({cell}),{cell}<>INT({cell}),FALSE)").as_str(),
                )
                .set_format(style::fraction());
            sheet.add_conditional_format(first_row, at, end, at, &fraction)?;
        }
    }
    for (one, _) in &form.columns {
        let SheetColumn::Percent(above, below) = one else { continue };
        let (Some(on_left), Some(on_right)) = (
            form.column_of(SheetColumn::Input(*below)),
            form.column_of(SheetColumn::Input(*above)),
        ) else {
            continue;
        };
        let (below, above) = (
            cell_name(first_row, u32::from(on_left)),
            cell_name(first_row, u32::from(on_right)),
        );
        let excess = ConditionalFormatFormula::new()
            .set_rule(
                format!("=AND(ISNUMBER(${below}),ISNUMBER(${above}),${above}>${below})")
                    .as_str(),
            )
            .set_format(style::above_all());
        sheet.add_conditional_format(
            first_row,
            on_left.min(on_right),
            end,
            on_left.max(on_right),
            &excess,
        )?;
    }
    Ok(())
}

/// The rule for a column of figures. Formulas, because the word nihil is an answer too.
fn validation(data: Data, cell: &str) -> Result<Option<DataValidation>, XlsxError> {
    let (whole, prompt, message) = match data.kind() {
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
    let figure = if whole {
        format!("AND({cell}>=0,{cell}=INT({cell}))")
    } else {
        format!("{cell}>=0")
    };
    let other =
        if nihil { format!("LOWER(TRIM({cell}))=\"nihil\"") } else { "FALSE".to_owned() };
    let suffix =
        if nihil { " Tulis nihil bila memang tidak ada sasaran tahun ini." } else { "" };
    let validation = DataValidation::new()
        .allow_custom(Formula::new(format!("=IF(ISNUMBER({cell}),{figure},{other})")))
        .ignore_blank(true)
        .set_input_title(data.label())?
        .set_input_message(format!("{prompt}{suffix}"))?
        .set_error_title("Isian belum sesuai")?
        .set_error_message(format!("{message}{suffix}"))?;
    Ok(Some(validation))
}
