//! The functions that write signatures: of one official, and of several people together.

// minijinja hands arguments over by value.
#![allow(clippy::needless_pass_by_value)]

use crate::problem::TemplateProblem;
use minijinja::value::{Kwargs, ValueKind};
use minijinja::{Error, State, Value};

use super::error::fault;
use super::written::{WrittenDirective, lookup};

/// What the block of an official reads of the data by itself.
pub(super) const READS: [&str; 4] =
    ["instansi.tempat", "surat.id", "surat.paraf", "surat.verifikasi"];

/// The same of several signatures.
pub(super) const READS_TOGETHER: [&str; 2] = ["instansi.tempat", "surat.id"];

/// The block of an official as the context gives it (see `values::official_at`), by id, or of
/// any person with `nama` and `jabatan`.
pub(super) fn one(
    state: &State<'_, '_>,
    official: Value,
    options: Kwargs,
) -> Result<Value, Error> {
    let mut directive = WrittenDirective::new("tanda-tangan")?;
    for (key, name) in [("atas", "atas"), ("atas_nama", "atas-nama"), ("kiri", "kiri")] {
        if let Some(value) = options.get::<Option<Value>>(key)? {
            directive.put_value(name, &value)?;
        }
    }
    where_and_when(state, &options, &mut directive)?;
    options.assert_all_used()?;
    signer(&official, &mut directive)?;
    for (field, key) in [("paraf", "paraf"), ("verifikasi", "qr")] {
        let value = lookup(state, "surat", field)?;
        if !value.is_undefined() {
            directive.put_value(key, &value)?;
        }
    }
    Ok(directive.finish())
}

/// Several signatures as one form.
pub(super) fn together(
    state: &State<'_, '_>,
    people: Value,
    options: Kwargs,
) -> Result<Value, Error> {
    let mut directive = WrittenDirective::new("tanda-tangan-bersama")?;
    for key in ["bentuk", "letak", "atas"] {
        if let Some(value) = options.get::<Option<Value>>(key)? {
            directive.put_value(key, &value)?;
        }
    }
    where_and_when(state, &options, &mut directive)?;
    for person in people.try_iter()? {
        signer(&person, &mut directive)?;
    }
    if let Some(known) = options.get::<Option<Value>>("mengetahui")? {
        let several = matches!(known.kind(), ValueKind::Seq | ValueKind::Iterable);
        let known = if several { known } else { Value::from(vec![known]) };
        for person in known.try_iter()? {
            signer(&person, &mut directive)?;
            directive.put("peran", "mengetahui")?;
        }
    }
    options.assert_all_used()?;
    Ok(directive.finish())
}

/// "Ditetapkan di … pada tanggal …" (`ditetapkan=true`) or "Kota, tanggal" (`tempat=true`).
fn where_and_when(
    state: &State<'_, '_>,
    options: &Kwargs,
    directive: &mut WrittenDirective,
) -> Result<(), Error> {
    let flag =
        |key: &str| options.get::<Option<bool>>(key).map(Option::unwrap_or_default);
    let (decided, placed) = (flag("ditetapkan")?, flag("tempat")?);
    let given = options.get::<Option<Value>>("tanggal")?;
    if !decided && !placed {
        return Ok(());
    }
    let (place, name) = if decided {
        ("ditetapkan-di", "ditetapkan-tanggal")
    } else {
        ("tempat", "tanggal")
    };
    directive.put_value(place, &lookup(state, "instansi", "tempat")?)?;
    match (given, lookup(state, "surat", "id")?.as_str()) {
        (Some(value), _) if !value.is_none() => directive.put_day(name, &value),
        (_, Some(id)) => directive.put(name, &format!("surat:{id}")),
        (_, None) => directive.put_open_day(name),
    }
}

/// A field that is there and says something.
fn field(value: &Value, key: &str) -> Option<Value> {
    value.get_attr(key).ok().filter(|v| !v.is_undefined() && !v.is_none())
}

/// The attributes of one signer; the id or the name begins them. An official is named by id,
/// which the reader of the directive resolves; others are written out.
fn signer(person: &Value, directive: &mut WrittenDirective) -> Result<(), Error> {
    if person.is_none() {
        return Err(fault(TemplateProblem::NoSigner {}.into()));
    }
    match named(person) {
        Some(id) => directive.put_value("pejabat", &id)?,
        None => written_out(person, directive)?,
    }
    if let Some(names) = field(person, "atas_nama") {
        directive.put_value("atas-nama", &names)?;
    }
    // What somebody is on this paper stands with the person, not with the office.
    if let Some(role) = field(person, "sebagai") {
        directive.put_value("sebagai", &role)?;
    }
    Ok(())
}

/// The id of an official: itself, or in `pejabat` of somebody who is one.
fn named(person: &Value) -> Option<Value> {
    match person.as_str() {
        Some(_) => Some(person.clone()),
        None => field(person, "pejabat").and_then(|official| named(&official)),
    }
}

/// Somebody who is no official of the data.
fn written_out(person: &Value, directive: &mut WrittenDirective) -> Result<(), Error> {
    match field(person, "nama") {
        Some(name) => directive.put_value("nama", &name)?,
        // Somebody who is not known yet gets a line to write the name on.
        None if person.get_attr("nama").is_ok_and(|n| n.is_none()) => {
            directive.put("nama", &"…".repeat(9))?;
        }
        None => return Err(Error::from(minijinja::ErrorKind::UndefinedError)),
    }
    directive.put_value("jabatan", &person.get_attr("jabatan")?)?;
    for key in ["nama_polos", "pangkat", "golongan", "nip", "pegawai"] {
        if let Some(value) = field(person, key) {
            directive.put_value(&key.replace('_', "-"), &value)?;
        }
    }
    Ok(())
}
