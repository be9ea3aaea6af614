//! One table of a TOML that people keep: a value in it changes, the rest stays as typed.

use bahasa::number::parse_plain;
use num_traits::ToPrimitive;
use toml_edit::{Array, Item, Table, TableLike, Value};

use crate::tables::capaian::TARGET;
use crate::tables::{Declared, Kind, Nilai, Spec};
use crate::workspace::node::plain;
use field::spm::Amount;

/// The place of a key among those of its table; new ones go to theirs.
fn urutan(of: &dyn Declared, key: &str) -> usize {
    let specs = of.specs();
    specs.iter().position(|spec| spec.key == key).unwrap_or(specs.len())
}

/// What a table holds in a field, as the workspace would read it.
pub(super) fn isi(tabel: &dyn TableLike, spec: &Spec) -> Option<Nilai> {
    if spec.key == TARGET && tabel.get("nihil").and_then(Item::as_bool) == Some(true) {
        return Some(Nilai::Nihil);
    }
    let value = tabel.get(spec.key)?.as_value()?;
    match spec.kind {
        Kind::Text => Some(Nilai::Teks(value.as_str()?.trim().to_owned())),
        Kind::Answer => {
            let teks: Vec<String> = match value {
                Value::String(teks) => vec![teks.value().trim().to_owned()],
                Value::Array(semua) => semua
                    .iter()
                    .filter_map(|v| v.as_str().map(|t| t.trim().to_owned()))
                    .collect(),
                _ => return None,
            };
            Some(Nilai::sentences(teks))
        }
        _ => bilangan(value).map(Nilai::Bilangan),
    }
}

fn bilangan(value: &Value) -> Option<Amount> {
    match value {
        Value::Integer(n) => u64::try_from(*n.value()).ok().map(Amount::from),
        // As written: the binary fraction that TOML makes of it is another number.
        Value::Float(n) => {
            let number = parse_plain(&n.display_repr().replace('_', "")).ok()?;
            Amount::new(number).ok()
        }
        Value::String(teks) => teks.value().parse().ok(),
        _ => None,
    }
}

/// Puts a value into a field, or takes the field out.
pub(super) fn isikan(tabel: &mut dyn TableLike, spec: &Spec, nilai: Option<&Nilai>) {
    if spec.key == TARGET {
        match nilai {
            Some(Nilai::Nihil) => {
                tabel.remove("sasaran");
                taruh(tabel, "nihil", Value::from(true));
                return;
            }
            _ => {
                tabel.remove("nihil");
            }
        }
    }
    let kunci = spec.key;
    match nilai {
        None => {
            tabel.remove(kunci);
        }
        Some(Nilai::Bilangan(n)) => {
            let lama = tabel.get(kunci).and_then(Item::as_value).map(Value::to_string);
            let value = angka(n, kelompok(lama.as_deref(), spec.kind));
            taruh(tabel, kunci, value);
        }
        Some(Nilai::Teks(teks)) => taruh(tabel, kunci, Value::from(teks)),
        Some(Nilai::Daftar(teks)) => taruh(tabel, kunci, daftar(teks)),
        // An empty list says that there is nothing to tell.
        Some(Nilai::Nihil) => taruh(tabel, kunci, Value::Array(Array::new())),
    }
}

/// Whether digits are grouped: as the old number was, else money only.
fn kelompok(lama: Option<&str>, kind: Kind) -> bool {
    match lama {
        Some(lama) if lama.contains('_') => true,
        Some(lama) if lama.chars().filter(char::is_ascii_digit).count() > 3 => false,
        _ => matches!(kind, Kind::Money),
    }
}

/// A number exactly; one that TOML has no room for as a text, which is read alike.
fn angka(n: &Amount, kelompok: bool) -> Value {
    let teks = plain(n.value());
    let muat = !n.value().is_integer() || n.value().to_integer().to_i64().is_some();
    let tulis = if kelompok { kelompokkan(&teks) } else { teks.clone() };
    match tulis.parse::<Value>() {
        Ok(value) if muat => value,
        // Only whole numbers are too long, so the text has no point to read otherwise.
        _ => Value::from(teks),
    }
}

/// `1250000.5` is `1_250_000.5`.
fn kelompokkan(teks: &str) -> String {
    let (bulat, pecahan) =
        teks.split_once('.').map_or((teks, None), |(a, b)| (a, Some(b)));
    let mut hasil = String::new();
    for (n, angka) in bulat.chars().enumerate() {
        if n > 0 && (bulat.len() - n).is_multiple_of(3) {
            hasil.push('_');
        }
        hasil.push(angka);
    }
    pecahan.map_or(hasil.clone(), |p| format!("{hasil}.{p}"))
}

fn daftar(teks: &[String]) -> Value {
    let mut array: Array = teks.iter().collect();
    for value in array.iter_mut() {
        value.decor_mut().set_prefix("\n    ");
    }
    array.set_trailing("\n");
    array.set_trailing_comma(true);
    Value::Array(array)
}

/// Replaces a value and keeps the comment behind it, or adds the key at the end.
fn taruh(tabel: &mut dyn TableLike, kunci: &str, mut value: Value) {
    if let Some(lama) = tabel.get_mut(kunci).and_then(Item::as_value_mut) {
        *value.decor_mut() = lama.decor().clone();
        *lama = value;
    } else {
        tabel.insert(kunci, Item::Value(value));
    }
}

/// [`isikan`] for a table with lines of its own: a new key comes to its place among the others
/// and gets their indentation.
pub(super) fn isikan_baris(
    tabel: &mut Table,
    of: &dyn Declared,
    spec: &Spec,
    nilai: Option<&Nilai>,
) {
    let kunci = match (spec.key, nilai) {
        (TARGET, Some(Nilai::Nihil)) => "nihil",
        (key, _) => key,
    };
    let ada = tabel.contains_key(kunci);
    isikan(tabel, spec, nilai);
    if !ada && tabel.contains_key(kunci) {
        pindahkan(tabel, of, kunci);
    }
}

fn pindahkan(tabel: &mut Table, of: &dyn Declared, kunci: &str) {
    let inden = inden(tabel);
    let sesudah: Vec<String> = tabel
        .iter()
        .map(|(k, _)| k.to_owned())
        .skip_while(|k| urutan(of, k) <= urutan(of, kunci))
        .filter(|k| k != kunci)
        .collect();
    if let Some((mut k, item)) = tabel.remove_entry(kunci) {
        k.leaf_decor_mut().set_prefix(inden);
        tabel.insert_formatted(&k, item);
    }
    for k in sesudah {
        if let Some((k, item)) = tabel.remove_entry(&k) {
            tabel.insert_formatted(&k, item);
        }
    }
}

/// The blanks before the keys of a table, without the comments that stand above them.
pub(super) fn inden(tabel: &Table) -> String {
    tabel
        .iter()
        .find_map(|(k, _)| {
            tabel.key(k)?.leaf_decor().prefix()?.as_str().map(str::to_owned)
        })
        .map(|awal| awal.rsplit('\n').next().unwrap_or_default().to_owned())
        .filter(|awal| awal.chars().all(char::is_whitespace))
        .unwrap_or_default()
}
