//! The other forms of `rekap`, held against its JSON.

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use naskah::files::{Files as _, Memory};
use naskah::output::Target;
use naskah::pipeline::Desk;
use naskah::pipeline::desk::{Form, IndexWish};
use serde_json::Value;

/// What a form says otherwise than JSON.
pub(super) fn wrong(memory: &Memory) -> Vec<String> {
    let told = super::written(memory, Form::Json);
    let Ok(told) = serde_json::from_str::<Value>(&told) else { return vec![told] };
    let mut wrong = Vec::new();
    csv(&told, memory, &mut wrong);
    table(&told, memory, &mut wrong);
    workbook(&told, memory, &mut wrong);
    wrong
}

fn services(told: &Value) -> impl Iterator<Item = (&Value, &Value)> {
    let urusan = told["urusan"].as_array().unwrap().iter();
    urusan.flat_map(|u| u["layanan"].as_array().unwrap().iter().map(move |l| (u, l)))
}

/// A value as plain text; nothing is empty.
fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn csv(told: &Value, memory: &Memory, wrong: &mut Vec<String>) {
    let text = super::written(memory, Form::Csv);
    let mut reader =
        csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let head = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), services(told).count());
    for (row, (_, one)) in rows.iter().zip(services(told)) {
        for (column, cell) in head.iter().zip(row) {
            let right = match column {
                "urusan" | "layanan" => continue,
                "sasaran" if one["nihil"] == true => "nihil".to_owned(),
                "kategori" if one["status"] == "belum dilaporkan" => {
                    plain(&one["status"])
                }
                "jarak_jalur" => plain(&one["jalur"]["jarak"]),
                same => plain(&one[same]),
            };
            if cell != right {
                wrong.push(format!("csv {} {column}: {cell}, not {right}", one["kode"]));
            }
        }
    }
}

/// "12,50%", or the sign that there is none.
fn print(value: &Value) -> String {
    value.as_str().map_or_else(|| "-".to_owned(), |t| t.replace('.', ",") + "%")
}

fn table(told: &Value, memory: &Memory, wrong: &mut Vec<String>) {
    let text = super::written(memory, Form::Table);
    let mut line = |start: &str, values: &[&Value]| {
        let found = text.lines().find(|line| line.trim_start().starts_with(start));
        let said = found.unwrap_or_default();
        let mut rest = said;
        for value in values.iter().map(|value| print(value)) {
            match rest.split_once(&format!(" {value} ")) {
                Some((_, after)) => rest = after,
                None => return wrong.push(format!("table has no {value} in `{said}`")),
            }
        }
    };
    for (_, one) in services(told) {
        let start = format!("{:<8} ", plain(&one["kode"]));
        line(&start, &[&one["penerima"], &one["mutu"], &one["indeks"]]);
    }
    for one in told["urusan"].as_array().unwrap() {
        line(&plain(&one["nama"]).to_uppercase(), &[&one["indeks"]]);
    }
    line("INDEKS DAERAH", &[&told["indeks"]]);
}

fn workbook(told: &Value, memory: &Memory, wrong: &mut Vec<String>) {
    let out = Memory::new();
    let to = Some((Target::from(out.clone()), "rekap.xlsx".into()));
    let wish = IndexWish { form: Form::Xlsx, to, ..IndexWish::default() };
    Desk::new(memory.clone(), naskah::diag::Lang::Id).index(&wish).value.unwrap();
    let bytes = out.read(&"rekap.xlsx".into()).unwrap();
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    let mut sheet = |name: &str| -> Vec<Vec<Data>> {
        let range = book.worksheet_range(name).unwrap();
        range.rows().skip(2).map(<[Data]>::to_vec).collect()
    };
    let year_end = told["triwulan"] == 4;
    let mut same = |place: String, cell: &Data, right: &Value| {
        let said = match cell {
            Data::Float(n) if right.as_str().is_some_and(|t| t.contains('.')) => {
                format!("{:.2}", n * 100.0)
            }
            other => other.to_string(),
        };
        if said != plain(right) {
            wrong.push(format!("{place}: {said}, not {right}"));
        }
    };
    let nihil = Value::from("nihil");
    let standing = |one: &Value| match (&one["status"], year_end) {
        (status, _) if *status == "belum dilaporkan" || *status == "nihil" => {
            status.clone()
        }
        (_, true) => one["kategori"].clone(),
        (_, false) => signed(&one["jalur"]["jarak"]),
    };
    let services: Vec<&Value> = services(told).map(|(_, l)| l).collect();
    for (name, all) in [
        ("Urusan", told["urusan"].as_array().unwrap().iter().collect()),
        ("OPD", told["opd"].as_array().unwrap().iter().collect()),
        ("Layanan", services.clone()),
    ] {
        let rows = sheet(name);
        let (head, rows) = rows.split_first().unwrap();
        assert!(rows.len() >= all.len(), "{name}");
        for (row, one) in rows.iter().zip(all) {
            let or_nihil = |value: &Value| {
                if one["nihil"] == true { nihil.clone() } else { value.clone() }
            };
            for (column, cell) in head.iter().map(ToString::to_string).zip(row) {
                let right = match &*column {
                    "Kode" => one["kode"].clone(),
                    "Id" => one["opd"].clone(),
                    "Indeks" => one["indeks"].clone(),
                    "Keterisian" => one["keterisian"]["persen"].clone(),
                    "Kategori" | "Jarak ke Jalur (poin)" => standing(one),
                    "Sasaran" => or_nihil(&one["sasaran"]),
                    "Penerima" => or_nihil(&one["penerima"]),
                    "Mutu" => or_nihil(&one["mutu"]),
                    "Belum terlayani" => or_nihil(&one["belum_terlayani"]),
                    "Serapan" => one["serapan"].clone(),
                    _ => continue,
                };
                same(format!("xlsx {name} {} {column}", row[0]), cell, &right);
            }
        }
    }
    let items = services.iter().flat_map(|l| l["mutu_item"].as_array().unwrap());
    let rows = sheet("Mutu");
    for (row, item) in rows.iter().skip(1).zip(items) {
        same(format!("xlsx Mutu {}", row[3]), &row[3], &item["nama"]);
        let nothing = item["dibutuhkan"] == "nihil" || item["dibutuhkan"] == "0";
        let right = if nothing { &nihil } else { &item["persen"] };
        same(format!("xlsx Mutu {} Persentase", row[3]), &row[7], right);
        for (at, key) in [(5, "dibutuhkan"), (6, "terpenuhi")] {
            same(format!("xlsx Mutu {} {key}", row[3]), &row[at], &item[key]);
        }
    }
}

/// "+3,82" of "3.82".
fn signed(value: &Value) -> Value {
    let Some(text) = value.as_str() else { return Value::Null };
    let text = text.replace('.', ",");
    Value::from(match text.strip_prefix('-') {
        Some(rest) => format!("\u{2212}{rest}"),
        None if text == "0,00" => text,
        None => format!("+{text}"),
    })
}
