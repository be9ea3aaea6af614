//! Functions of templates. The official forms only write directives, so that an author can
//! write either.

// minijinja hands arguments over by value.
#![allow(clippy::needless_pass_by_value)]

use data::problem::ReferenceProblem;
use minijinja::value::{Kwargs, ValueKind};
use minijinja::{Environment, Error, ErrorKind, State, Value};

use super::error::fault;
use super::filters::{date, time};
use super::{tanda_tangan, trace};
use crate::notation::write as write_attribute;
use bahasa::{date, time};
use base::diag::{Both, nearest};

/// The names of all functions a template has, for hints and for the user's guide.
pub const NAMES: &[&str] = &[
    "kop",
    "kepala_surat",
    "kepala_lampiran",
    "tujuan",
    "rincian",
    "tanda_tangan",
    "tanda_tangan_bersama",
    "tembusan",
    "surat_lain",
    "isian",
    "hukum",
    "hukum_singkat",
    "rentang_tanggal",
    "rentang_jam",
    "direktif",
    "range",
];

pub(super) fn register(environment: &mut Environment<'static>) {
    environment.add_function("kop", kop);
    environment.add_function("kepala_surat", kepala_surat);
    environment.add_function("kepala_lampiran", kepala_lampiran);
    environment.add_function("tujuan", tujuan);
    environment.add_function("rincian", rincian);
    tanda_tangan::register(environment);
    environment.add_function("tembusan", tembusan);
    environment.add_function("surat_lain", surat_lain);
    environment.add_function("direktif", direktif);
    environment.add_function("isian", |name: String| {
        Value::from_safe_string(format!("[](isian:{name})"))
    });
    environment.add_function("hukum", |state: &State<'_, '_>, id: String| {
        law(state, &id, "sebutan")
    });
    environment.add_function("hukum_singkat", |state: &State<'_, '_>, id: String| {
        law(state, &id, "singkat")
    });
    environment.add_function("rentang_tanggal", rentang_tanggal);
    environment.add_function("rentang_jam", |a: Value, b: Value| {
        Ok::<_, Error>(time::format_clock_range(time(&a)?, time(&b)?))
    });
}

/// A directive being written.
pub(super) struct Directive(String);

impl Directive {
    pub(super) fn new(name: &str) -> Self {
        Self(format!("\n\n:::{name} {{"))
    }

    /// Text that is markup already (what a macro gave) goes in as it is: attributes are read
    /// with the same escapes as running text.
    fn put_markup(&mut self, key: &str, text: &str) {
        // No-break spaces stay: they hold together what must not be torn apart.
        let words = text.split(|c: char| c != '\u{a0}' && c.is_whitespace());
        let line = words.filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ");
        self.0.extend([" ", key, "=\"", &line, "\""]);
    }

    pub(super) fn put(&mut self, key: &str, value: &str) {
        let start = self.0.len();
        write_attribute(key, value, &mut self.0);
        // Behind the blank, the key and `="`, before the closing quote.
        let from = (start + key.len() + 3).min(self.0.len() - 1);
        trace::attribute(value, &self.0[from..self.0.len() - 1]);
    }

    /// One attribute a value; nothing for an absent one.
    pub(super) fn put_value(&mut self, key: &str, value: &Value) -> Result<(), Error> {
        match value.kind() {
            ValueKind::None => {}
            ValueKind::Undefined => return Err(Error::from(ErrorKind::UndefinedError)),
            ValueKind::Seq | ValueKind::Iterable => {
                for item in value.try_iter()? {
                    self.put_value(key, &item)?;
                }
            }
            _ if value.is_safe() => self.put_markup(key, &value.to_string()),
            _ => self.put(key, &value.to_string()),
        }
        Ok(())
    }

    /// A label; the blanks before it indent it.
    fn put_label(&mut self, label: &Value) -> Result<(), Error> {
        let text = label.to_string();
        let blanks = text.len() - text.trim_start_matches(' ').len();
        if blanks == 0 {
            return self.put_value("label", label);
        }
        let indented = format!("{}{}", "\u{a0}".repeat(blanks), text.trim_start());
        if label.is_safe() {
            self.put_markup("label", &indented);
        } else {
            self.put("label", &indented);
        }
        Ok(())
    }

    pub(super) fn finish(self) -> Value {
        Value::from_safe_string(format!("{} }}\n:::\n\n", self.0))
    }
}

pub(super) fn lookup(
    state: &State<'_, '_>,
    name: &str,
    field: &str,
) -> Result<Value, Error> {
    let base =
        state.lookup(name).ok_or_else(|| Error::from(ErrorKind::UndefinedError))?;
    base.get_attr(field)
}

/// A range of dates, with the names of the days unless `hari=false`.
fn rentang_tanggal(from: Value, to: Value, options: Kwargs) -> Result<String, Error> {
    let (from, to) = (date(&from)?, date(&to)?);
    let days = options.get::<Option<bool>>("hari")?.unwrap_or(true);
    options.assert_all_used()?;
    Ok(if days {
        date::format_date_range_with_days(from, to)
    } else {
        date::format_date_range(from, to)
    })
}

/// The kop of the office or of the head of the region, by the letter or else the profile;
/// `baris` and `alamat` are another office's.
fn kop(state: &State<'_, '_>, options: Kwargs) -> Result<Value, Error> {
    let mut directive = Directive::new("kop");
    let given = |key: &str| options.get::<Option<Value>>(key);
    for (key, field) in [("baris", "kop"), ("alamat", "alamat")] {
        match given(key)? {
            Some(lines) => directive.put_value(key, &lines)?,
            None => directive.put_value(key, &lookup(state, "instansi", field)?)?,
        }
    }
    for (key, field) in
        [("baris-kepala", "kop_kepala"), ("alamat-kepala", "alamat_kepala")]
    {
        directive.put_value(key, &lookup(state, "instansi", field)?)?;
    }
    let emblem = lookup(state, "daerah", "lambang")?;
    if !emblem.is_none() {
        directive.put_value("lambang", &emblem)?;
        let name = lookup(state, "daerah", "nama")?;
        directive.put("lambang-ket", &format!("Lambang {name}"));
    }
    directive.put_value("lambang-negara", &lookup(state, "daerah", "lambang_negara")?)?;
    match given("jenis")? {
        Some(kind) => directive.put_value("jenis", &kind)?,
        None => directive.put_value("jenis", &lookup(state, "surat", "kop")?)?,
    }
    if options.get::<Option<bool>>("ringkas")?.unwrap_or(false) {
        directive.put("ringkas", "ya");
    }
    options.assert_all_used()?;
    Ok(directive.finish())
}

/// Date, number and subject of the current letter; any of them can be given instead.
fn kepala_surat(state: &State<'_, '_>, options: Kwargs) -> Result<Value, Error> {
    let mut directive = Directive::new("kepala-surat");
    let given = |key: &str| -> Result<Value, Error> {
        match options.get::<Option<Value>>(key)? {
            Some(value) => Ok(value),
            None => lookup(state, "surat", key),
        }
    };
    let when = given("tanggal")?;
    let day = if when.is_none() {
        // The gap for a date that is written by hand.
        "\u{a0}".repeat(24)
    } else {
        date::format_date(date(&when)?)
    };
    directive.put_value("tempat", &lookup(state, "instansi", "tempat")?)?;
    directive.put("tanggal", &day);
    // "Hal" is the mark of the subject; the profile says how it is printed.
    for (key, label) in
        [("nomor", "Nomor"), ("sifat", "Sifat"), ("lampiran", "Lampiran"), ("hal", "Hal")]
    {
        let value = given(key)?;
        let text = if value.is_none() { "-".to_owned() } else { value.to_string() };
        directive.put("label", label);
        directive.put("isi", &text);
    }
    options.assert_all_used()?;
    Ok(directive.finish())
}

/// The head of a lampiran of the current letter: whose letter, number and date. `tentang` is
/// said instead of "Lampiran Surat ...".
fn kepala_lampiran(state: &State<'_, '_>, options: Kwargs) -> Result<Value, Error> {
    let mut directive = Directive::new("kepala-lampiran");
    if let Some(text) = options.get::<Option<Value>>("tentang")? {
        directive.put_value("tentang", &text)?;
    }
    options.assert_all_used()?;
    let signer = lookup(state, "surat", "penanda_tangan")?;
    if !signer.is_none() {
        directive.put_value("jabatan", &signer.get_attr("jabatan")?)?;
    }
    let number = lookup(state, "surat", "nomor")?;
    let when = lookup(state, "surat", "tanggal")?;
    let day =
        if when.is_none() { "-".to_owned() } else { date::format_date(date(&when)?) };
    let number = if number.is_none() { "-".to_owned() } else { number.to_string() };
    for (label, text) in [("Nomor", number), ("Tanggal", day)] {
        directive.put("label", label);
        directive.put("isi", &text);
    }
    Ok(directive.finish())
}

fn tujuan(yth: Value, di: Value) -> Result<Value, Error> {
    let mut directive = Directive::new("tujuan");
    directive.put_value("yth", &yth)?;
    directive.put_value("di", &di)?;
    Ok(directive.finish())
}

/// Label and value rows; a row whose value is absent or an empty list is left out, several
/// values are numbered, and an empty text makes the label a head over the rows that follow.
fn rincian(rows: Value, options: Kwargs) -> Result<Value, Error> {
    let mut directive = Directive::new("rincian");
    for row in rows.try_iter()? {
        let (label, value) = (row.get_item_by_index(0)?, row.get_item_by_index(1)?);
        let list = matches!(value.kind(), ValueKind::Seq | ValueKind::Iterable);
        if value.is_none() || (list && value.try_iter()?.next().is_none()) {
            continue;
        }
        directive.put_label(&label)?;
        if value.as_str() != Some("") {
            directive.put_value("isi", &value)?;
        }
    }
    for key in ["kiri", "ukuran"] {
        if let Some(value) = options.get::<Option<Value>>(key)? {
            directive.put_value(key, &value)?;
        }
    }
    options.assert_all_used()?;
    Ok(directive.finish())
}

fn tembusan(names: Value) -> Result<Value, Error> {
    let mut directive = Directive::new("tembusan");
    directive.put_value("nama", &names)?;
    Ok(directive.finish())
}

/// What another letter of this workspace says, or `none` when the data has no table for it.
fn surat_lain(state: &State<'_, '_>, name: String) -> Result<Value, Error> {
    let all = state
        .lookup("semua_surat")
        .ok_or_else(|| Error::from(ErrorKind::UndefinedError))?;
    let letter = all.get_attr(&name)?;
    if letter.is_undefined() {
        let known: Vec<String> =
            all.try_iter()?.filter_map(|key| key.as_str().map(str::to_owned)).collect();
        let near = nearest(&name, known.iter().map(String::as_str)).unwrap_or_default();
        return Err(fault(
            ReferenceProblem::UnknownId {
                kind: Both::new("templat", "template"),
                id: name,
                near,
                file: Both::new("daftar templat", "the list of templates"),
            }
            .into(),
        ));
    }
    Ok(letter)
}

/// Any directive without content: `direktif("halaman", arah="lanskap")`.
fn direktif(name: String, options: Kwargs) -> Result<Value, Error> {
    let mut directive = Directive::new(&name);
    for key in options.args() {
        let value: Value = options.get(key)?;
        directive.put_value(&key.replace('_', "-"), &value)?;
    }
    Ok(directive.finish())
}

fn law(state: &State<'_, '_>, id: &str, field: &str) -> Result<Value, Error> {
    let laws = lookup(state, "katalog", "hukum")?;
    let law = laws.get_attr(id)?;
    if law.is_undefined() {
        let known: Vec<String> =
            laws.try_iter()?.filter_map(|key| key.as_str().map(str::to_owned)).collect();
        let near = nearest(id, known.iter().map(String::as_str)).unwrap_or_default();
        return Err(fault(
            ReferenceProblem::UnknownId {
                kind: Both::new("dasar hukum", "law"),
                id: id.to_owned(),
                near,
                file: Both::new("katalog", "the catalog"),
            }
            .into(),
        ));
    }
    law.get_attr(field)
}
