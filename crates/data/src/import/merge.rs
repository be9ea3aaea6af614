//! The TOML of a quarter with an import put into it.

use crate::problem::ImportProblem;
use toml_edit::{ArrayOfTables, DocumentMut, InlineTable, Item, Table, TableLike, Value};

use super::compare::emptied;
use super::toml_table::{content, fill_in, fill_row, indent};
use super::{Import, ImportedLayanan, ImportedMutu};
use crate::head::normal;
use crate::tables::capaian::{LAYANAN, MUTU};
use crate::tables::{Datum, Key, Spec};
use crate::toml_value::edited;
use base::diag::{AnyProblem, Both};

/// The text of `data/capaian/<periode>.toml` with the import in it; `None` begins a new one.
/// Comments, order and the way numbers are written stay; what does not change is not touched.
///
/// # Errors
/// [`ImportProblem::CannotMerge`] when the text is no TOML, is of another quarter, writes its services
/// otherwise than as `[[layanan]]`, or when a service that is new has no OPD.
pub fn merge(toml_text: Option<&str>, import: &Import) -> Result<String, AnyProblem> {
    let old = toml_text.map_or_else(|| head(import), str::to_owned);
    let unread = |error: &toml_edit::TomlError| {
        reject(
            format!("isinya bukan TOML yang sah ({})", error.message()),
            format!("it is no valid TOML ({})", error.message()),
        )
    };
    edited(&old, unread, |document| put(document, import))
}

/// Puts an import into a quarter.
fn put(document: &mut DocumentMut, import: &Import) -> Result<(), AnyProblem> {
    periode(document, import)?;
    let root = document.as_table_mut();
    let list = root
        .entry("layanan")
        .or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()))
        .as_array_of_tables_mut()
        .ok_or_else(|| {
            reject(
                "layanan tidak ditulis sebagai [[layanan]]",
                "its services are not written as [[layanan]]",
            )
        })?;
    for layanan in &import.layanan {
        let kode = layanan.kode.value.as_str();
        let there = list
            .iter_mut()
            .find(|t| t.get("kode").and_then(Item::as_str).map(str::trim) == Some(kode));
        if let Some(table) = there {
            fill_layanan(table, layanan)?;
        } else {
            let mut table = new(layanan)?;
            fill_layanan(&mut table, layanan)?;
            list.push(table);
        }
    }
    Ok(())
}

fn reject(id: impl Into<String>, en: impl Into<String>) -> AnyProblem {
    ImportProblem::CannotMerge { detail: Both::new(id.into(), en.into()) }.into()
}

/// The head of a new file. A file's name may hold anything; a comment is one line.
fn head(import: &Import) -> String {
    let one_line = |c: char| if c.is_control() { ' ' } else { c };
    let file: String = import.file.chars().map(one_line).collect();
    let (tahun, triwulan) = (import.periode.tahun, import.periode.triwulan);
    let sebutan = import.periode.sebutan();
    format!(
        "# Capaian SPM {sebutan}, kumulatif sejak Januari.\n\
         # Diimpor oleh naskah dari {file}.\n\
         tahun = {tahun}\ntriwulan = {triwulan}\n"
    )
}

fn periode(document: &DocumentMut, import: &Import) -> Result<(), AnyProblem> {
    let figure = |name_key| document.get(name_key).and_then(Item::as_integer);
    let asked = (i64::from(import.periode.tahun), i64::from(import.periode.triwulan));
    match (figure("tahun"), figure("triwulan")) {
        (Some(tahun), Some(triwulan)) if (tahun, triwulan) == asked => Ok(()),
        _ => Err(reject(
            format!("berkas itu bukan untuk periode {}", import.periode),
            format!("it is not of the quarter {}", import.periode),
        )),
    }
}

/// A table for a service that the file does not have.
fn new(layanan: &ImportedLayanan) -> Result<Table, AnyProblem> {
    let kode = &layanan.kode.value;
    if layanan.content.get(Key::OPD).is_none() {
        return Err(reject(
            format!("OPD pengampu layanan baru {kode} belum diketahui"),
            format!("the OPD of the new service {kode} is not known"),
        ));
    }
    let mut table = Table::new();
    table.decor_mut().set_prefix("\n");
    table.insert("kode", toml_edit::value(kode.as_str()));
    Ok(table)
}

fn fill_layanan(table: &mut Table, import: &ImportedLayanan) -> Result<(), AnyProblem> {
    for (spec, _) in LAYANAN.slots() {
        if let Some(value) = import.content.get(spec.key) {
            if content(table, spec).as_ref() != Some(&value.value) {
                fill_row(table, &LAYANAN, spec, Some(&value.value));
            }
        } else if emptied(spec, import) {
            fill_row(table, &LAYANAN, spec, None);
        }
    }
    if import.mutu.is_empty() {
        return Ok(());
    }
    let butir =
        table.entry("mutu").or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    match butir {
        Item::ArrayOfTables(all) => {
            for mutu in &import.mutu {
                in_table(all, mutu);
            }
            Ok(())
        }
        Item::Value(Value::Array(all)) => {
            for mutu in &import.mutu {
                let there = all
                    .iter_mut()
                    .filter_map(Value::as_inline_table_mut)
                    .find(|t| called(*t, &mutu.nama.value));
                if let Some(table) = there {
                    fill_mutu(mutu, table, |t, b, n| fill_in(t, b, Some(n)));
                } else {
                    let mut table = InlineTable::new();
                    table.insert("nama", mutu.nama.value.as_str().into());
                    fill_mutu(mutu, &mut table, |t, b, n| fill_in(t, b, Some(n)));
                    all.push(table);
                }
            }
            Ok(())
        }
        _ => Err(reject(
            format!("butir mutu {} tidak ditulis sebagai daftar", import.kode.value),
            format!("the mutu items of {} are not written as a list", import.kode.value),
        )),
    }
}

fn called(table: &dyn TableLike, nama: &str) -> bool {
    let there = table.get("nama").and_then(Item::as_str).unwrap_or_default();
    normal(there) == normal(nama)
}

fn in_table(all: &mut ArrayOfTables, mutu: &ImportedMutu) {
    if let Some(table) = all.iter_mut().find(|t| called(*t, &mutu.nama.value)) {
        fill_mutu(mutu, table, |t, b, n| fill_row(t, &MUTU, b, Some(n)));
        return;
    }
    // Set in like its neighbours, or as in the shipped examples.
    let depan = all.iter().next().map_or_else(|| "  ".to_owned(), indent);
    let mut table = Table::new();
    table.decor_mut().set_prefix(format!("\n{depan}"));
    table.insert("nama", toml_edit::value(mutu.nama.value.as_str()));
    if let Some(mut name_key) = table.key_mut("nama") {
        name_key.leaf_decor_mut().set_prefix(depan);
    }
    fill_mutu(mutu, &mut table, |t, b, n| fill_row(t, &MUTU, b, Some(n)));
    all.push(table);
}

fn fill_mutu<T: TableLike>(
    mutu: &ImportedMutu,
    table: &mut T,
    fill_in: impl Fn(&mut T, &Spec, &Datum),
) {
    for (spec, _) in MUTU.slots() {
        if let Some(value) = mutu.content.get(spec.key)
            && content(table, spec).as_ref() != Some(&value.value)
        {
            fill_in(table, spec, &value.value);
        }
    }
}
