//! The TOML of a quarter with an import put into it.

use crate::problem::ImportProblem;
use toml_edit::{ArrayOfTables, DocumentMut, InlineTable, Item, Table, TableLike, Value};

use super::compare::emptied;
use super::toml_table::{inden, isi, isikan, isikan_baris};
use super::{Import, ImportedLayanan, ImportedMutu};
use crate::head::normal;
use crate::tables::capaian::{LAYANAN, MUTU};
use crate::tables::{Nilai, Spec};
use bahasa::roman::format_roman;
use base::diag::{AnyProblem, Both};

/// The text of `data/capaian/<periode>.toml` with the import in it; `None` begins a new one.
/// Comments, order and the way numbers are written stay; what does not change is not touched.
///
/// # Errors
/// [`ImportProblem::CannotMerge`] when the text is no TOML, is of another quarter, writes its services
/// otherwise than as `[[layanan]]`, or when a service that is new has no OPD.
pub fn gabung(toml_text: Option<&str>, impor: &Import) -> Result<String, AnyProblem> {
    let lama = toml_text.map_or_else(|| kepala(impor), str::to_owned);
    let bom = lama.starts_with('\u{feff}');
    let crlf = lama.contains("\r\n");
    let teks = lama.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let mut dokumen: DocumentMut =
        teks.parse().map_err(|error: toml_edit::TomlError| {
            tolak(
                format!("isinya bukan TOML yang sah ({})", error.message()),
                format!("it is no valid TOML ({})", error.message()),
            )
        })?;
    periode(&dokumen, impor)?;
    let akar = dokumen.as_table_mut();
    let daftar = akar
        .entry("layanan")
        .or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()))
        .as_array_of_tables_mut()
        .ok_or_else(|| {
            tolak(
                "layanan tidak ditulis sebagai [[layanan]]",
                "its services are not written as [[layanan]]",
            )
        })?;
    for layanan in &impor.layanan {
        let kode = layanan.kode.value.as_str();
        let ada = daftar
            .iter_mut()
            .find(|t| t.get("kode").and_then(Item::as_str).map(str::trim) == Some(kode));
        if let Some(tabel) = ada {
            isikan_layanan(tabel, layanan)?;
        } else {
            let mut tabel = baru(layanan)?;
            isikan_layanan(&mut tabel, layanan)?;
            daftar.push(tabel);
        }
    }
    let mut teks = dokumen.to_string();
    if crlf {
        teks = teks.replace('\n', "\r\n");
    }
    Ok(if bom { format!("\u{feff}{teks}") } else { teks })
}

fn tolak(id: impl Into<String>, en: impl Into<String>) -> AnyProblem {
    ImportProblem::CannotMerge { detail: Both::new(id.into(), en.into()) }.into()
}

/// The head of a new file. A file's name may hold anything; a comment is one line.
fn kepala(impor: &Import) -> String {
    let satu_baris = |c: char| if c.is_control() { ' ' } else { c };
    let berkas: String = impor.berkas.chars().map(satu_baris).collect();
    let (tahun, triwulan) = (impor.periode.tahun, impor.periode.triwulan);
    let ke = format_roman(u16::from(triwulan)).unwrap_or_default();
    format!(
        "# Capaian SPM Triwulan {ke} Tahun {tahun}, kumulatif sejak Januari.\n\
         # Diimpor oleh naskah dari {berkas}.\n\
         tahun = {tahun}\ntriwulan = {triwulan}\n"
    )
}

fn periode(dokumen: &DocumentMut, impor: &Import) -> Result<(), AnyProblem> {
    let angka = |kunci| dokumen.get(kunci).and_then(Item::as_integer);
    let diminta = (i64::from(impor.periode.tahun), i64::from(impor.periode.triwulan));
    match (angka("tahun"), angka("triwulan")) {
        (Some(tahun), Some(triwulan)) if (tahun, triwulan) == diminta => Ok(()),
        _ => Err(tolak(
            format!("berkas itu bukan untuk periode {}", impor.periode),
            format!("it is not of the quarter {}", impor.periode),
        )),
    }
}

/// A table for a service that the file does not have.
fn baru(layanan: &ImportedLayanan) -> Result<Table, AnyProblem> {
    let kode = &layanan.kode.value;
    if layanan.isi.get("opd").is_none() {
        return Err(tolak(
            format!("OPD pengampu layanan baru {kode} belum diketahui"),
            format!("the OPD of the new service {kode} is not known"),
        ));
    }
    let mut tabel = Table::new();
    tabel.decor_mut().set_prefix("\n");
    tabel.insert("kode", toml_edit::value(kode.as_str()));
    Ok(tabel)
}

fn isikan_layanan(tabel: &mut Table, impor: &ImportedLayanan) -> Result<(), AnyProblem> {
    for (spec, _) in LAYANAN.slots() {
        if let Some(nilai) = impor.isi.get(spec.key) {
            if isi(tabel, spec).as_ref() != Some(&nilai.value) {
                isikan_baris(tabel, &LAYANAN, spec, Some(&nilai.value));
            }
        } else if emptied(spec, impor) {
            isikan_baris(tabel, &LAYANAN, spec, None);
        }
    }
    if impor.mutu.is_empty() {
        return Ok(());
    }
    let butir =
        tabel.entry("mutu").or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    match butir {
        Item::ArrayOfTables(semua) => {
            for mutu in &impor.mutu {
                dalam_tabel(semua, mutu);
            }
            Ok(())
        }
        Item::Value(Value::Array(semua)) => {
            for mutu in &impor.mutu {
                let ada = semua
                    .iter_mut()
                    .filter_map(Value::as_inline_table_mut)
                    .find(|t| bernama(*t, &mutu.nama.value));
                if let Some(tabel) = ada {
                    isikan_mutu(mutu, tabel, |t, b, n| isikan(t, b, Some(n)));
                } else {
                    let mut tabel = InlineTable::new();
                    tabel.insert("nama", mutu.nama.value.as_str().into());
                    isikan_mutu(mutu, &mut tabel, |t, b, n| isikan(t, b, Some(n)));
                    semua.push(tabel);
                }
            }
            Ok(())
        }
        _ => Err(tolak(
            format!("butir mutu {} tidak ditulis sebagai daftar", impor.kode.value),
            format!("the mutu items of {} are not written as a list", impor.kode.value),
        )),
    }
}

fn bernama(tabel: &dyn TableLike, nama: &str) -> bool {
    let ada = tabel.get("nama").and_then(Item::as_str).unwrap_or_default();
    normal(ada) == normal(nama)
}

fn dalam_tabel(semua: &mut ArrayOfTables, mutu: &ImportedMutu) {
    if let Some(tabel) = semua.iter_mut().find(|t| bernama(*t, &mutu.nama.value)) {
        isikan_mutu(mutu, tabel, |t, b, n| isikan_baris(t, &MUTU, b, Some(n)));
        return;
    }
    // Set in like its neighbours, or as in the shipped examples.
    let depan = semua.iter().next().map_or_else(|| "  ".to_owned(), inden);
    let mut tabel = Table::new();
    tabel.decor_mut().set_prefix(format!("\n{depan}"));
    tabel.insert("nama", toml_edit::value(mutu.nama.value.as_str()));
    if let Some(mut kunci) = tabel.key_mut("nama") {
        kunci.leaf_decor_mut().set_prefix(depan);
    }
    isikan_mutu(mutu, &mut tabel, |t, b, n| isikan_baris(t, &MUTU, b, Some(n)));
    semua.push(tabel);
}

fn isikan_mutu<T: TableLike>(
    mutu: &ImportedMutu,
    tabel: &mut T,
    isikan: impl Fn(&mut T, &Spec, &Nilai),
) {
    for (spec, _) in MUTU.slots() {
        if let Some(nilai) = mutu.isi.get(spec.key)
            && isi(tabel, spec).as_ref() != Some(&nilai.value)
        {
            isikan(tabel, spec, &nilai.value);
        }
    }
}
