//! The functions that write signatures: of one official, and of several people together.

// minijinja hands arguments over by value.
#![allow(clippy::needless_pass_by_value)]

use crate::problem::{SignatureProblem, TemplateProblem};
use data::problem::ReferenceProblem;
use minijinja::value::{Kwargs, ValueKind};
use minijinja::{Environment, Error, State, Value};

use super::error::fault;
use super::filters::date;
use super::functions::{Directive, lookup};
use bahasa::date::format_date;
use base::diag::{Both, nearest};

pub(super) fn register(environment: &mut Environment<'static>) {
    environment.add_function("tanda_tangan", one);
    environment.add_function("tanda_tangan_bersama", together);
}

/// The block of an official as the context gives it (see `values::official_at`), by id, or of
/// any person with `nama` and `jabatan`.
fn one(state: &State<'_, '_>, official: Value, options: Kwargs) -> Result<Value, Error> {
    let mut directive = Directive::new("tanda-tangan")?;
    for (key, name) in [("atas", "atas"), ("atas_nama", "atas-nama"), ("kiri", "kiri")] {
        if let Some(value) = options.get::<Option<Value>>(key)? {
            directive.put_value(name, &value)?;
        }
    }
    where_and_when(state, &options, &mut directive)?;
    options.assert_all_used()?;
    signer(state, &official, &mut directive)?;
    for (field, key) in [("paraf", "paraf"), ("verifikasi", "qr")] {
        let value = lookup(state, "surat", field)?;
        if !value.is_undefined() {
            directive.put_value(key, &value)?;
        }
    }
    Ok(directive.finish())
}

/// Several signatures as one form.
fn together(
    state: &State<'_, '_>,
    people: Value,
    options: Kwargs,
) -> Result<Value, Error> {
    let mut directive = Directive::new("tanda-tangan-bersama")?;
    for key in ["bentuk", "letak", "atas"] {
        if let Some(value) = options.get::<Option<Value>>(key)? {
            directive.put_value(key, &value)?;
        }
    }
    where_and_when(state, &options, &mut directive)?;
    for person in people.try_iter()? {
        signer(state, &person, &mut directive)?;
    }
    if let Some(known) = options.get::<Option<Value>>("mengetahui")? {
        let several = matches!(known.kind(), ValueKind::Seq | ValueKind::Iterable);
        let known = if several { known } else { Value::from(vec![known]) };
        for person in known.try_iter()? {
            signer(state, &person, &mut directive)?;
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
    directive: &mut Directive,
) -> Result<(), Error> {
    let flag =
        |key: &str| options.get::<Option<bool>>(key).map(Option::unwrap_or_default);
    let (decided, placed) = (flag("ditetapkan")?, flag("tempat")?);
    let given = options.get::<Option<Value>>("tanggal")?;
    if !decided && !placed {
        return Ok(());
    }
    let when = match given {
        Some(value) => value,
        None => lookup(state, "surat", "tanggal")?,
    };
    let day = if when.is_none() || when.is_undefined() {
        // The gap for a date that is written by hand.
        "\u{a0}".repeat(24)
    } else {
        format_date(date(&when)?)
    };
    let (place, name) = if decided {
        ("ditetapkan-di", "ditetapkan-tanggal")
    } else {
        ("tempat", "tanggal")
    };
    directive.put_value(place, &lookup(state, "instansi", "tempat")?)?;
    directive.put(name, &day)?;
    Ok(())
}

/// A field that is there and says something.
fn field(value: &Value, key: &str) -> Option<Value> {
    value.get_attr(key).ok().filter(|v| !v.is_undefined() && !v.is_none())
}

/// The attributes of one signer; the name begins them.
fn signer(
    state: &State<'_, '_>,
    person: &Value,
    directive: &mut Directive,
) -> Result<(), Error> {
    if person.is_none() {
        return Err(fault(TemplateProblem::NoSigner {}.into()));
    }
    let found = match (person.as_str(), field(person, "pejabat")) {
        (Some(id), _) => Some(official(state, id)?),
        (None, Some(named)) => match named.as_str() {
            Some(id) => Some(official(state, id)?),
            None => Some(named),
        },
        (None, None) => None,
    };
    let who = found.as_ref().unwrap_or(person);
    let file = field(who, "berkas");
    if let Some(outside) = field(who, "luar_masa") {
        let text = |value: &Value, key: &str| {
            field(value, key).map(|v| v.to_string()).unwrap_or_default()
        };
        return Err(fault(
            SignatureProblem::OutsideTerm {
                id: text(who, "id"),
                tanggal: text(&outside, "tanggal"),
                masa: Both::new(text(&outside, "masa"), text(&outside, "terms")),
            }
            .into(),
        ));
    }
    match (field(who, "nama"), &file) {
        (Some(name), _) => directive.put_value("nama", &name)?,
        // Somebody who is not known yet gets a line to write the name on.
        (None, None) if who.get_attr("nama").is_ok_and(|n| n.is_none()) => {
            directive.put("nama", &"…".repeat(9))?;
        }
        _ => return Err(Error::from(minijinja::ErrorKind::UndefinedError)),
    }
    directive.put_value("jabatan", &who.get_attr("jabatan")?)?;
    let told = file.as_ref().unwrap_or(who);
    for key in ["nama_polos", "pangkat", "golongan", "nip"] {
        if let Some(value) = field(told, key) {
            directive.put_value(&key.replace('_', "-"), &value)?;
        }
    }
    if let Some(file) = &file {
        for key in ["kedudukan", "status", "nik"] {
            directive.put_value(key, &file.get_attr(key)?)?;
        }
        directive.put_value("id", &who.get_attr("id")?)?;
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

/// An official by id.
fn official(state: &State<'_, '_>, id: &str) -> Result<Value, Error> {
    let all = lookup_all(state)?;
    let found = all.get_attr(id)?;
    if !found.is_undefined() {
        return Ok(found);
    }
    let known: Vec<String> =
        all.try_iter()?.filter_map(|key| key.as_str().map(str::to_owned)).collect();
    Err(fault(
        ReferenceProblem::UnknownId {
            kind: Both::new("pejabat", "official"),
            id: id.to_owned(),
            near: nearest(id, known.iter().map(String::as_str)).unwrap_or_default(),
            file: Both::same("data/pejabat.toml"),
        }
        .into(),
    ))
}

fn lookup_all(state: &State<'_, '_>) -> Result<Value, Error> {
    let all = state.lookup("pejabat");
    all.ok_or_else(|| Error::from(minijinja::ErrorKind::UndefinedError))
}
