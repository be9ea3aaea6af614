//! Every table of the data.

use super::spec::{About, Declared, FieldKind};
use super::{capaian, checks, hasil, other, people, rakor, settings, surat};

/// Every table of the data, in the order of the handbook.
pub fn tables() -> Vec<&'static dyn Declared> {
    let mut all = Vec::new();
    for file in FILES {
        collect(*file, &mut all);
    }
    all
}

/// The table of that name.
pub fn find(name: &str) -> Option<&'static dyn Declared> {
    tables().into_iter().find(|table| table.about().name == name)
}

/// The file that a table of that name stands in, whether it is the whole of it or inside; such a
/// name is no list of the user's own.
pub fn home(name: &str) -> Option<&'static str> {
    let whole = FILES.iter().find(|table| file_name(**table) == name);
    let whole = whole.map(|table| table.about().file);
    whole.or_else(|| find(name).map(|table| table.about().file))
}

/// "naskah" for `naskah.toml`, "pejabat" for `data/pejabat.toml`.
pub(super) fn file_name(table: &'static dyn Declared) -> &'static str {
    let file = table.about().file.trim_start_matches("data/").trim_end_matches(".toml");
    file.trim_end_matches("/*")
}

/// Whether a key of any table is called so: what is a key elsewhere is no slip of another.
pub(crate) fn is_declared(key: &str) -> bool {
    tables().iter().flat_map(|table| table.specs()).any(|spec| spec.key == key)
}

/// The heads below which a key stands in the file of a table, told as messages call it; none
/// where that file has no such key.
pub(crate) fn heads_of(key: &str, table: &str) -> Vec<&'static str> {
    let tables = tables();
    let told = |about: &About| about.head == table || about.file == table;
    let file = tables.iter().map(|t| t.about()).find(|about| told(about)).map(|a| a.file);
    let same = tables.iter().filter(|t| Some(t.about().file) == file);
    let having = same.filter(|t| t.specs().iter().any(|spec| spec.key == key));
    having.map(|t| t.about().head).filter(|head| head.starts_with('[')).collect()
}

/// Whether a key holds a number wherever it stands.
pub(crate) fn is_number(key: &str) -> bool {
    everywhere(key, |kind| {
        matches!(
            kind,
            FieldKind::Whole { .. }
                | FieldKind::People { .. }
                | FieldKind::Amount
                | FieldKind::Money
                | FieldKind::Percent
        )
    })
}

/// Whether a key holds a text wherever it stands, also one of digits.
pub(crate) fn is_text(key: &str) -> bool {
    everywhere(key, |kind| {
        matches!(
            kind,
            FieldKind::Text
                | FieldKind::Id
                | FieldKind::Phone
                | FieldKind::Pattern
                | FieldKind::Nip
                | FieldKind::Nik
                | FieldKind::Golongan
        )
    })
}

fn everywhere(key: &str, is: impl Fn(FieldKind) -> bool) -> bool {
    let tables = tables();
    let specs = tables.iter().flat_map(|table| table.specs());
    let mut named = specs.filter(|spec| spec.key == key).peekable();
    named.peek().is_some() && named.all(|spec| is(spec.kind))
}

/// What stands alone in a file; the other tables are inside these.
pub(super) const FILES: &[&dyn Declared] = &[
    &settings::NASKAH,
    &people::PEJABAT,
    &people::OPD,
    &rakor::FILE,
    &surat::SURAT,
    &hasil::HASIL,
    &capaian::FILE,
    &other::INDEKS_LAIN,
    &checks::LIBUR,
    &other::REGISTER,
];

fn collect(table: &'static dyn Declared, all: &mut Vec<&'static dyn Declared>) {
    all.push(table);
    for spec in table.specs() {
        if let Some(inner) = spec.kind.inner() {
            collect(inner, all);
        }
    }
}
