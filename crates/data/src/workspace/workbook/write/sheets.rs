//! The sheets.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, Format, Note, ProtectionOptions, Worksheet,
    XlsxError,
};

use super::table::{SheetRow, Tables, Tie, get};
use super::{BookChoices, cell, pick, style};
use crate::book::look;
use crate::node::{Node, NodeTable, Value};
use crate::problem::WorkbookProblem;
use crate::tables::{Elsewhere, FieldKind, Required, SettingLine, Spec};
use crate::workspace::workbook::plan::{
    NamedSection, RowsPlan, SHEETS, SheetContent, SheetPlan, tying,
};
use crate::workspace::workbook::words::{BESIDE, example, plain, told};
use base::diag::Problems;

/// The row of the head of a list, from 0.
const HEAD: u32 = 3;

/// Rows of a list that are ready to be filled in below what it holds.
const READY: u32 = 200;

/// Rows of a list that others choose from.
const MOST_NAMED: u32 = 1000;

const STEPS: [&str; 9] = [
    "Buku kerja ini memuat semua data rakor. Naskah (undangan, daftar hadir, surat evaluasi, buku panduan, dan lain-lain) dibuat dari isinya.",
    "1. Isi lembar Daerah, kemudian Rakor, Sesi, dan Acara. Susunan acara sudah dapat dibuat.",
    "2. Isi Pejabat dan OPD, kemudian Undangan, Peserta, dan Surat.",
    "3. Isi Capaian dan Mutu dari laporan OPD, atau masukkan lembar kerja mereka dengan naskah import.",
    "Kode layanan dan nama templat dipilih dari daftar; semuanya ada pada lembar Pilihan.",
    "Kolom berjudul gelap dan isian berhuruf tebal wajib diisi. Sel yang kosong berarti belum diisi.",
    "Satu sel yang memuat beberapa kalimat ditulis satu kalimat tiap baris: Alt+Enter dalam Excel, Ctrl+Enter dalam LibreOffice.",
    "Baris boleh ditambah, diurutkan, dan disalin. Nama lembar dan judul kolom jangan diubah.",
    "Simpan dan tutup buku kerja, lalu jalankan: naskah check, kemudian naskah build.",
];

/// The first sheet: what to do.
pub(super) fn guide(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name("Mulai di Sini")?;
    sheet.set_column_width(0, 100)?;
    sheet.write_string_with_format(0, 0, "Mulai di Sini", &look::title())?;
    for (row, step) in (2..).zip(STEPS) {
        sheet.write_string_with_format(row, 0, step, &look::text())?;
    }
    sheet.protect();
    style::page(sheet);
    Ok(())
}

/// A sheet of the plan.
pub(super) fn write(
    sheet: &mut Worksheet,
    plan: &SheetPlan,
    (tables, choices): (&Tables<'_>, &BookChoices),
    problems: &mut Problems,
) -> Result<(), XlsxError> {
    sheet.set_name(plan.title)?;
    sheet.write_string_with_format(0, 0, plan.title, &look::title())?;
    style::page(sheet);
    match &plan.holds {
        SheetContent::Values(sections) => {
            values(sheet, sections, (tables, choices), problems)?;
        }
        SheetContent::Form => form(sheet, (tables, &choices.form), problems)?,
        SheetContent::Rows(rows) => {
            list(sheet, rows, (&tables.rows(rows), choices), problems)?;
        }
    }
    sheet.protect_with_options(&ProtectionOptions {
        format_cells: true,
        format_columns: true,
        format_rows: true,
        insert_rows: true,
        delete_rows: true,
        sort: true,
        use_autofilter: true,
        ..ProtectionOptions::default()
    });
    Ok(())
}

/// The columns of a sheet of names and values.
const NAMED: [(&str, f64); 4] =
    [("Isian", 26.0), ("Nilai", 44.0), (BESIDE[0], 60.0), (BESIDE[1], 36.0)];

fn named_head(sheet: &mut Worksheet, row: u32) -> Result<(), XlsxError> {
    for (at, (name, width)) in (0_u16..).zip(NAMED) {
        sheet.set_column_width(at, width)?;
        sheet.write_string_with_format(row, at, name, &look::head(false))?;
    }
    Ok(())
}

fn values(
    sheet: &mut Worksheet,
    sections: &[NamedSection],
    (tables, choices): (&Tables<'_>, &BookChoices),
    problems: &mut Problems,
) -> Result<(), XlsxError> {
    named_head(sheet, 2)?;
    sheet.set_freeze_panes(3, 1)?;
    sheet.set_repeat_rows(2, 2)?;
    let mut row = 3;
    for section in sections {
        sheet.write_string_with_format(row, 0, section.title, &style::section())?;
        row += 1;
        let table = tables.section(section);
        for spec in section.specs() {
            let required = spec.required == Required::Yes;
            let format = style::value(spec.kind);
            let mut high = style::text_lines(&told(spec), NAMED[2].1);
            high = high.max(style::text_lines(&example(spec), NAMED[3].1));
            sheet.write_string_with_format(
                row,
                0,
                spec.label(),
                &style::name(required),
            )?;
            match table.and_then(|table| get(table, spec.key.as_str())) {
                Some(node) if !is_empty(node) => {
                    let kind = (spec.kind, &format);
                    let text = cell::write(sheet, (row, 1), node, kind, problems)?;
                    high = high.max(style::text_lines(&text, NAMED[1].1));
                }
                _ => {
                    sheet.write_blank(row, 1, &format)?;
                }
            }
            if let Some(rule) = rule(spec, choices)? {
                sheet.add_data_validation(row, 1, row, 1, &rule)?;
            }
            sheet.write_string_with_format(row, 2, told(spec), &style::told())?;
            sheet.write_string_with_format(row, 3, example(spec), &style::told())?;
            sheet.set_row_height(row, style::height(high))?;
            row += 1;
        }
        row += 1;
    }
    Ok(())
}

/// A place that a skeleton leaves to be filled in.
fn is_empty(node: &Node) -> bool {
    matches!(&node.value, Value::Text(text) if text.is_empty())
}

/// The form of papers: every value that may be said, with what holds where nothing is, and below
/// what holds for some papers only.
fn form(
    sheet: &mut Worksheet,
    (tables, elsewhere): (&Tables<'_>, &Elsewhere),
    problems: &mut Problems,
) -> Result<(), XlsxError> {
    named_head(sheet, 2)?;
    sheet.set_freeze_panes(3, 1)?;
    sheet.set_repeat_rows(2, 2)?;
    let mut lines = Vec::new();
    if let Some(table) = tables.form() {
        flat(table, "", &mut lines);
    }
    let format = style::input(FieldKind::Text);
    let mut row = 3;
    let mut group = "";
    for line in &elsewhere.lines {
        if line.group != group {
            row += u32::from(!group.is_empty());
            sheet.write_string_with_format(row, 0, &line.group, &style::section())?;
            (row, group) = (row + 1, &line.group);
        }
        sheet.write_string_with_format(row, 0, line.name, &style::name(false))?;
        sheet.write_blank(row, 1, &format)?;
        if let Some(at) = lines.iter().position(|(name, _)| name == line.name) {
            setting(sheet, row, lines.remove(at).1, problems)?;
        }
        if let Some(rule) = choice(line)? {
            sheet.add_data_validation(row, 1, row, 1, &rule)?;
        }
        let about = plain(&line.about);
        let high = style::text_lines(&about, NAMED[2].1);
        let high = high.max(style::text_lines(&line.by_default, NAMED[3].1));
        sheet.write_string_with_format(row, 2, about, &style::told())?;
        sheet.write_string_with_format(row, 3, &line.by_default, &style::told())?;
        sheet.set_row_height(row, style::height(high))?;
        row += 1;
    }
    row += 1;
    sheet.write_string_with_format(
        row,
        0,
        "Hanya untuk sebagian naskah",
        &style::section(),
    )?;
    let about =
        "misalnya jenis.undangan.tepi_mm.kiri: jenis, nama templat, lalu isian di atas";
    sheet.write_string_with_format(row, 2, about, &look::text())?;
    row += 1;
    for (name, node) in lines {
        sheet.write_string_with_format(row, 0, name, &format)?;
        setting(sheet, row, node, problems)?;
        row += 1;
    }
    for more in row..row + READY {
        sheet.write_blank(more, 0, &format)?;
        sheet.write_blank(more, 1, &format)?;
    }
    Ok(())
}

/// Writes a value of the form.
fn setting(
    sheet: &mut Worksheet,
    row: u32,
    node: &Node,
    problems: &mut Problems,
) -> Result<(), XlsxError> {
    match cell::literal(node) {
        Some(text) => {
            let format = style::input(FieldKind::Text);
            sheet.write_string_with_format(row, 1, text, &format)?;
        }
        None => problems.add(node.span, WorkbookProblem::NoRoom {}),
    }
    Ok(())
}

/// What may be chosen for a value of the form.
fn choice(line: &SettingLine) -> Result<Option<DataValidation>, XlsxError> {
    if line.words.is_empty() {
        return Ok(None);
    }
    warned(DataValidation::new().allow_list_strings(&line.words)?).map(Some)
}

/// The values of a table by their names with dots.
fn flat<'n>(table: &'n NodeTable, above: &str, lines: &mut Vec<(String, &'n Node)>) {
    for (key, node) in table {
        let name = format!("{above}{}", key.value);
        match &node.value {
            Value::Table(inner) => flat(inner, &format!("{name}."), lines),
            _ => lines.push((name, node)),
        }
    }
}

fn list(
    sheet: &mut Worksheet,
    plan: &RowsPlan,
    (rows, choices): (&[SheetRow<'_>], &BookChoices),
    problems: &mut Problems,
) -> Result<(), XlsxError> {
    let Some(declared) = plan.declared() else { return Ok(()) };
    let ties = tying(plan);
    let own = declared.specs().into_iter().filter(|spec| spec.kind.in_workbook());
    let specs: Vec<&Spec> = ties.iter().copied().chain(own).collect();
    sheet.write_string_with_format(
        1,
        0,
        plain(declared.about().about),
        &style::about(),
    )?;
    let end = HEAD + 1 + u32::try_from(rows.len()).unwrap_or(0) + READY;
    for (at, spec) in (0_u16..).zip(&specs) {
        for above in (0..HEAD).filter(|above| at > 0 || *above == 2) {
            sheet.write_blank(above, at, &style::bare())?;
        }
        let required = spec.required == Required::Yes;
        sheet.set_column_width(at, width(spec))?;
        sheet.set_column_format(at, &style::input(spec.kind))?;
        sheet.write_string_with_format(HEAD, at, spec.label(), &look::head(required))?;
        let note = format!("{}\nMisalnya: {}", told(spec), example(spec));
        sheet.insert_note(HEAD, at, &Note::new(note).add_author_prefix(false))?;
        if let Some(rule) = rule(spec, choices)? {
            sheet.add_data_validation(HEAD + 1, at, end, at, &rule)?;
        }
    }
    sheet.set_row_height(HEAD, 32)?;
    sheet.set_freeze_panes(HEAD + 1, u16::try_from(ties.len()).unwrap_or(0).max(1))?;
    sheet.set_repeat_rows(HEAD, HEAD)?;
    for (line, row) in (HEAD + 1..).zip(rows) {
        let mut high = 1;
        for (at, spec) in (0_u16..).zip(&specs) {
            let format = style::input(spec.kind);
            let tie = row.above.iter().find(|(key, _)| spec.key == *key);
            let node = match tie {
                Some((_, Tie::Name(name))) => {
                    sheet.write_string_with_format(line, at, *name, &format)?;
                    continue;
                }
                Some((_, Tie::Value(node))) => Some(*node),
                None => get(row.own, spec.key.as_str()),
            };
            if let Some(node) = node.filter(|node| !is_empty(node)) {
                let kind = (spec.kind, &format);
                let text = cell::write(sheet, (line, at), node, kind, problems)?;
                high = high.max(style::text_lines(&text, width(spec)));
            }
        }
        sheet.set_row_height(line, style::height(high))?;
    }
    Ok(())
}

/// A list of the user's own.
pub(super) fn free(
    sheet: &mut Worksheet,
    name: &str,
    rows: &[Node],
    problems: &mut Problems,
) -> Result<(), XlsxError> {
    sheet.set_name(name)?;
    style::page(sheet);
    let mut keys: Vec<&str> = Vec::new();
    let tables = || {
        rows.iter().filter_map(|row| match &row.value {
            Value::Table(table) => Some(table),
            _ => None,
        })
    };
    for (key, _) in tables().flatten() {
        if !keys.contains(&key.value.as_str()) {
            keys.push(&key.value);
        }
    }
    for (at, key) in (0_u16..).zip(&keys) {
        sheet.set_column_width(at, 22)?;
        sheet.write_string_with_format(0, at, *key, &look::head(false))?;
    }
    sheet.set_freeze_panes(1, 0)?;
    for (line, table) in (1..).zip(tables()) {
        for (at, key) in (0_u16..).zip(&keys) {
            let Some(node) = get(table, key) else { continue };
            let date = matches!(node.value, Value::Date(_) | Value::ShownDay(..));
            let format: Format = style::free(date);
            cell::write(sheet, (line, at), node, (FieldKind::Text, &format), problems)?;
        }
    }
    Ok(())
}

fn width(spec: &Spec) -> f64 {
    match spec.kind {
        FieldKind::Id | FieldKind::Date | FieldKind::Time | FieldKind::Word(_) => 16.0,
        FieldKind::Whole { .. } | FieldKind::Flag | FieldKind::Percent => 10.0,
        FieldKind::People { .. } | FieldKind::Amount | FieldKind::Golongan => 14.0,
        FieldKind::Nip | FieldKind::Nik | FieldKind::Money | FieldKind::Phone => 22.0,
        FieldKind::Texts | FieldKind::Answer => 40.0,
        _ => 28.0,
    }
}

/// What may be typed.
fn rule(spec: &Spec, choices: &BookChoices) -> Result<Option<DataValidation>, XlsxError> {
    let rule = match spec.kind {
        FieldKind::Word(words) | FieldKind::Attendance(words) => {
            DataValidation::new().allow_list_strings(words)?
        }
        FieldKind::Flag => DataValidation::new().allow_list_strings(&["ya", "tidak"])?,
        FieldKind::Text if pick::column(spec.refers).is_some() => {
            let cells = pick::cells(spec.refers, choices);
            DataValidation::new().allow_list_formula(cells.as_str().into())
        }
        FieldKind::Text if !spec.refers.is_empty() => {
            let of = |plan: &&SheetPlan| match &plan.holds {
                SheetContent::Rows(rows) => {
                    rows.declared().is_some_and(|t| t.about().name == spec.refers)
                }
                _ => false,
            };
            let Some(plan) = SHEETS.iter().find(of) else { return Ok(None) };
            let (first, last) = (HEAD + 2, HEAD + MOST_NAMED);
            let ids = format!("='{}'!$A${first}:$A${last}", plan.title);
            DataValidation::new().allow_list_formula(ids.as_str().into())
        }
        _ => return Ok(None),
    };
    warned(rule).map(Some)
}

/// A warning: what is typed otherwise is told by `check`, with what is near.
fn warned(rule: DataValidation) -> Result<DataValidation, XlsxError> {
    let rule = rule.set_error_style(DataValidationErrorStyle::Warning);
    let rule = rule.ignore_blank(true).set_error_title("Isian belum sesuai")?;
    rule.set_error_message("Pilih salah satu dari daftar.")
}
