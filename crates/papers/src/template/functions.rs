//! Functions of templates. The official forms only write directives, so that an author can
//! write either.

// minijinja hands arguments over by value.
#![allow(clippy::needless_pass_by_value)]

use std::collections::BTreeMap;

use crate::problem::TemplateProblem;
use data::problem::ReferenceProblem;
use minijinja::value::{Kwargs, Rest, ValueKind, ValueOrKwargs};
use minijinja::{Environment, Error, ErrorKind, State, Value};

use super::built::Built;
use super::error::fault;
use super::flow::PlaceFlow;
use super::readings::{date, time};
use super::signature;
use super::written::{WrittenDirective, lookup};
use crate::markup::{self, DIRECTIVES, Source};
use bahasa::{date, time};
use base::diag::Both;

/// A function of templates, as the user's guide tells it.
#[derive(Debug, Clone, Copy)]
pub struct TemplateFunction {
    /// Its name.
    pub name: &'static str,
    /// What it does, in Indonesian.
    pub explanation: &'static str,
    /// A call.
    pub example: &'static str,
}

/// A function that does more than to write its arguments into a directive, and what adds it.
struct OwnFunction {
    told: TemplateFunction,
    /// The names of the data that it reads by itself.
    reads: &'static [&'static str],
    flow: PlaceFlow,
    make: fn() -> Value,
}

macro_rules! named {
    ($name:literal, $explanation:literal, $example:literal, $flow:ident, $work:expr $(,)?) => {
        named!($name, $explanation, $example, $flow, [], $work)
    };
    ($name:literal, $explanation:literal, $example:literal, $flow:ident, $reads:expr, $work:expr $(,)?) => {
        OwnFunction {
            reads: &$reads,
            told: TemplateFunction {
                name: $name,
                explanation: $explanation,
                example: $example,
            },
            flow: PlaceFlow::$flow,
            make: || Value::from_function($work),
        }
    };
}

/// All of them.
static OWN: &[OwnFunction] = &[
    named!(
        "kepala_surat",
        "kepala surat dari `data/surat.toml`; setiap baris dapat diganti dengan `tanggal`, `nomor`, `sifat`, `lampiran`, `hal`",
        r#"{{ kepala_surat(hal="Undangan") }}"#,
        Told,
        [
            "surat.id",
            "surat.nomor",
            "surat.tanggal",
            "surat.sifat",
            "surat.lampiran",
            "surat.hal",
            "instansi.tempat"
        ],
        kepala_surat
    ),
    named!(
        "kepala_lampiran",
        "kepala lampiran dengan nomor dan tanggal surat; `tentang` mengganti katanya",
        "{{ kepala_lampiran() }}",
        Told,
        [
            "surat.id",
            "surat.nomor",
            "surat.tanggal",
            "surat.atas_nama",
            "surat.penanda_tangan"
        ],
        kepala_lampiran
    ),
    named!(
        "rincian",
        "baris berlabel; nilai yang tidak ada dan daftar kosong dilewati, daftar diberi nomor, teks kosong `\"\"` menjadikan labelnya kepala baris berikutnya, spasi di depan label menjorokkannya, unsur ketiga `\"nomor\"` menyatakan bahwa barisnya memuat nomor naskah ini; `kiri` untuk jarak",
        r#"{{ rincian([["tempat", rakor.tempat]], kiri=12.5) }}"#,
        Told,
        rincian
    ),
    named!(
        "tanda_tangan",
        "blok pejabat; `atas`, `atas_nama`, `kiri`, `ditetapkan=true`, `tempat=true`, `tanggal`",
        "{{ tanda_tangan(surat.penanda_tangan, atas_nama=surat.atas_nama) }}",
        Told,
        signature::READS,
        signature::one
    ),
    named!(
        "tanda_tangan_bersama",
        "beberapa penanda tangan; `bentuk`, `mengetahui`, `letak`, `atas`, `ditetapkan`, `tempat`, `tanggal`",
        "{{ tanda_tangan_bersama([surat.penanda_tangan, surat.penanda_tangan], mengetahui=surat.penanda_tangan) }}",
        Told,
        signature::READS_TOGETHER,
        signature::together
    ),
    named!(
        "surat_lain",
        "keputusan tentang surat templat lain (kunci seperti `surat`, dan `nomor_akhir` bila suratnya beberapa), atau `none` bila tidak ada dalam `data/surat.toml`",
        r#"{% set u = surat_lain("undangan") %}"#,
        Handed,
        ["semua_surat"],
        surat_lain
    ),
    named!(
        "isian",
        "nilai yang baru diketahui saat halaman dibuat: `halaman`, `jumlah-halaman`, `lembar`, `jumlah-lembar`, `baris-awal`, `baris-akhir`, atau `tab`",
        r#"{{ isian("halaman") }}"#,
        Counted,
        |name: String| Value::from_safe_string(format!("[](isian:{name})"))
    ),
    named!(
        "hukum",
        "kutipan dasar hukum dari katalog",
        r#"{{ hukum("pp-2-2018") }}"#,
        Handed,
        ["katalog.hukum"],
        |state: &State<'_, '_>, id: String| law(state, &id, "sebutan")
    ),
    named!(
        "hukum_mengingat",
        "kutipan pada Mengingat: dengan Lembaran Negara atau Berita Negara dan perubahan terakhir pada tahun naskah",
        r#"{{ hukum_mengingat("uu-23-2014") }}"#,
        Handed,
        ["katalog.hukum", "periode.tahun", "surat.tanggal"],
        considered
    ),
    named!(
        "hukum_singkat",
        "kutipan singkat",
        r#"{{ hukum_singkat("pp-2-2018") }}"#,
        Handed,
        ["katalog.hukum"],
        |state: &State<'_, '_>, id: String| law(state, &id, "singkat")
    ),
    named!(
        "rentang_tanggal",
        "satu hari atau beberapa hari, dengan nama hari; `hari=false` tanpa nama hari",
        "{{ rentang_tanggal(rakor.tanggal, rakor.sampai) }}",
        Printed,
        rentang_tanggal
    ),
    named!(
        "rentang_jam",
        "dua jam",
        r#"{{ rentang_jam("08:30", "09:15") }}"#,
        Printed,
        |a: Value, b: Value| Ok::<_, Error>(time::format_clock_range(
            time(&a)?,
            time(&b)?
        ))
    ),
    named!(
        "direktif",
        "direktif apa saja tanpa isi; garis bawah menjadi tanda hubung",
        r#"{{ direktif("halaman", arah="lanskap") }}"#,
        Told,
        direktif
    ),
    named!(
        "range",
        "bilangan berurutan",
        "{% for i in range(1, 4) %}{{ i }} {% endfor %}",
        Counted,
        minijinja::functions::range
    ),
];

/// All functions a template has: those of the directives, then the others.
pub fn all() -> Vec<TemplateFunction> {
    let of_directives = DIRECTIVES.iter().filter_map(|d| d.function);
    let of_directives = of_directives.map(|f| TemplateFunction {
        name: f.name,
        explanation: f.explanation,
        example: f.example,
    });
    of_directives.chain(OWN.iter().map(|own| own.told)).collect()
}

/// The names of the data that a function reads by itself.
pub(super) fn reads(name: &str) -> Vec<String> {
    let own = OWN.iter().filter(|own| own.told.name == name);
    let own = own.flat_map(|own| own.reads).map(|read| (*read).to_owned());
    let directives = DIRECTIVES.iter().filter_map(|spec| spec.function.as_ref());
    let defaults =
        directives.filter(|f| f.name == name).flat_map(|function| function.defaults);
    let defaults = defaults.map(|(_, source)| match source {
        Source::Data(table, field) | Source::Words(_, (table, field)) => {
            format!("{table}.{field}")
        }
    });
    own.chain(defaults).collect()
}

/// The names of all functions, for hints.
pub(super) fn names() -> Vec<&'static str> {
    all().into_iter().map(|function| function.name).collect()
}

pub(super) fn register(environment: &mut Environment<'static>) {
    for spec in DIRECTIVES {
        if let Some(function) = spec.function {
            environment.add_function(
                function.name,
                move |state: &State<'_, '_>, by_place: Rest<Value>, named: Kwargs| {
                    pass_on(state, (spec, &function), &by_place, &named)
                },
            );
        }
    }
    for own in OWN {
        let (flow, function) = (own.flow, (own.make)());
        environment.add_function(
            own.told.name,
            move |state: &mut State<'_, '_>, arguments: Rest<ValueOrKwargs>| {
                flow.call(&function, state, &arguments.into_values())
            },
        );
    }
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

/// The directive with what the arguments say, and what the data says where they say nothing.
fn pass_on(
    state: &State<'_, '_>,
    (spec, function): (&'static markup::Directive, &markup::Function),
    by_place: &[Value],
    named: &Kwargs,
) -> Result<Value, Error> {
    let mut directive = WrittenDirective::new(spec.name)?;
    if by_place.len() > function.by_place.len() {
        return Err(Error::from(ErrorKind::TooManyArguments));
    }
    let mut given: BTreeMap<String, Value> = BTreeMap::new();
    for (attribute, value) in function.by_place.iter().zip(by_place) {
        given.insert(attribute.told().name.to_owned(), value.clone());
    }
    for key in named.args() {
        given.insert(key.replace('_', "-"), named.get(key)?);
    }
    for attribute in function.by_place {
        if !given.contains_key(attribute.told().name) {
            return Err(Error::from(ErrorKind::MissingArgument));
        }
    }
    for (attribute, source) in function.defaults {
        let name = attribute.told().name;
        if given.get(name).is_none_or(Value::is_none) {
            given.insert(name.to_owned(), from_data(state, *source)?);
        }
    }
    for (key, value) in &given {
        directive.put_value(key, value)?;
    }
    Ok(directive.finish())
}

fn from_data(state: &State<'_, '_>, source: Source) -> Result<Value, Error> {
    match source {
        Source::Data(table, field) => lookup(state, table, field),
        Source::Words(words, (table, field)) => {
            let mut built = Built::default();
            built.words(words).words(" ").value(&lookup(state, table, field)?);
            Ok(built.done())
        }
    }
}

/// Date, number and subject of the current letter; any of them can be given instead. A letter of
/// the data is named by id, which the reader of the directive resolves.
fn kepala_surat(state: &State<'_, '_>, options: Kwargs) -> Result<Value, Error> {
    let mut directive = WrittenDirective::new("kepala-surat")?;
    let named = lookup(state, "surat", "id")?;
    if named.as_str().is_some() {
        directive.put_value("surat", &named)?;
    }
    let given = |key: &str| options.get::<Option<Value>>(key);
    if let Some(when) = given("tanggal")? {
        directive.put_day("tanggal", &when)?;
    } else if named.as_str().is_none() {
        directive.put_open_day("tanggal")?;
    }
    if named.as_str().is_none() {
        directive.put_value("tempat", &lookup(state, "instansi", "tempat")?)?;
    }
    for key in ["nomor", "sifat", "lampiran", "hal"] {
        let value = given(key)?;
        if value.is_none() && named.as_str().is_some() {
            continue;
        }
        directive.put_value(key, &value.unwrap_or_else(|| Value::from("-")))?;
    }
    options.assert_all_used()?;
    Ok(directive.finish())
}

/// The head of a lampiran of the current letter: whose letter, number and date. `tentang` is
/// said instead of "Lampiran Surat ...".
fn kepala_lampiran(state: &State<'_, '_>, options: Kwargs) -> Result<Value, Error> {
    let mut directive = WrittenDirective::new("kepala-lampiran")?;
    if let Some(text) = options.get::<Option<Value>>("tentang")? {
        directive.put_value("tentang", &text)?;
    }
    options.assert_all_used()?;
    let named = lookup(state, "surat", "id")?;
    if named.as_str().is_some() {
        directive.put_value("surat", &named)?;
        return Ok(directive.finish());
    }
    directive.put("nomor", "-")?;
    directive.put("tanggal", "-")?;
    Ok(directive.finish())
}

/// Label and value rows; a row whose value is absent or an empty list is left out, several
/// values are numbered, and an empty text makes the label a head over the rows that follow. A
/// third part `"nomor"` says that the row is the paper's number.
fn rincian(rows: Value, options: Kwargs) -> Result<Value, Error> {
    let mut directive = WrittenDirective::new("rincian")?;
    for row in rows.try_iter()? {
        let (label, value) = (row.get_item_by_index(0)?, row.get_item_by_index(1)?);
        let list = matches!(value.kind(), ValueKind::Seq | ValueKind::Iterable);
        if value.is_none() || (list && value.try_iter()?.next().is_none()) {
            continue;
        }
        directive.put_label(&label)?;
        let key = row_key(&row)?;
        if value.as_str() != Some("") {
            directive.put_value(key, &value)?;
        }
    }
    for key in ["kiri", "ukuran", "kolom"] {
        if let Some(value) = options.get::<Option<Value>>(key)? {
            directive.put_value(key, &value)?;
        }
    }
    options.assert_all_used()?;
    Ok(directive.finish())
}

/// What the third part of a row of `rincian` makes of its value: the paper's number, or a value
/// like others where there is none.
fn row_key(row: &Value) -> Result<&'static str, Error> {
    let what = row.get_item_by_index(2).unwrap_or_default();
    match what.as_str() {
        None if what.is_undefined() || what.is_none() => Ok("isi"),
        Some("nomor") => Ok("nomor"),
        _ => {
            let (directive, near) = ("rincian".to_owned(), "nomor".to_owned());
            let name = what.to_string();
            let problem = TemplateProblem::UnknownAttribute { directive, name, near };
            Err(fault(problem.into()))
        }
    }
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
        let what = (
            Both::new("templat", "template"),
            Both::new("daftar templat", "the list of templates"),
        );
        let ids = known.iter().map(String::as_str);
        return Err(fault(ReferenceProblem::unknown_id(what, &name, ids).into()));
    }
    Ok(letter)
}

/// Any directive without content: `direktif("halaman", arah="lanskap")`.
fn direktif(name: String, options: Kwargs) -> Result<Value, Error> {
    let mut directive = WrittenDirective::new(&name)?;
    for key in options.args() {
        let value: Value = options.get(key)?;
        directive.put_value(&key.replace('_', "-"), &value)?;
    }
    Ok(directive.finish())
}

/// A law as a Mengingat cites it: as it had been changed when the paper is dated.
fn considered(state: &State<'_, '_>, id: String) -> Result<Value, Error> {
    let day = lookup(state, "surat", "tanggal")?;
    let year = if day.is_none() || day.is_undefined() {
        lookup(state, "periode", "tahun")?.as_i64().unwrap_or_default()
    } else {
        i64::from(date(&day)?.year())
    };
    let mut found = Value::from(());
    for wording in law(state, &id, "mengingat")?.try_iter()? {
        if wording.get_attr("tahun")?.as_i64().is_some_and(|from| from <= year) {
            found = wording.get_attr("teks")?;
        }
    }
    Ok(found)
}

fn law(state: &State<'_, '_>, id: &str, field: &str) -> Result<Value, Error> {
    let laws = lookup(state, "katalog", "hukum")?;
    let law = laws.get_attr(id)?;
    if law.is_undefined() {
        let known: Vec<String> =
            laws.try_iter()?.filter_map(|key| key.as_str().map(str::to_owned)).collect();
        let what = (Both::new("dasar hukum", "law"), Both::new("katalog", "the catalog"));
        let ids = known.iter().map(String::as_str);
        return Err(fault(ReferenceProblem::unknown_id(what, id, ids).into()));
    }
    law.get_attr(field)
}
