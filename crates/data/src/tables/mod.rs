//! The tables of the data, each declared once.
//!
//! A declaration names every key of a table with its kind, its explanation, an example, the
//! headings its column may have, and how its value gets into the domain. The readers of TOML,
//! CSV and sheets, the worksheets, the import, the tables of the handbook, the JSON Schema and
//! the skeletons of `init` all follow from it.

pub(crate) mod capaian;
pub(crate) mod checks;
pub(crate) mod datum;
mod difference;
mod field;
mod handbook;
pub(crate) mod hasil;
mod key;
mod list;
pub(crate) mod other;
mod patterns;
pub(crate) mod people;
pub(crate) mod rakor;
pub(crate) mod schema;
pub(crate) mod settings;
mod skeleton;
mod slot;
pub(crate) mod spec;
pub(crate) mod surat;
mod table;
pub(crate) mod tying;

pub use datum::{Datum, Filled, says_nothing};
pub use handbook::{columns, rows};
pub use key::Key;
pub use list::{find, home, tables};
pub use schema::{File, one_word, schema, whole_file};
pub use skeleton::{SaidFirst, line, skeleton, without_links};
pub use spec::{
    About, Column, Declared, Elsewhere, FieldKind, Required, SettingLine, SheetSection,
    Spec,
};

pub(crate) use difference::FieldDifference;
pub(crate) use list::{heads_of, is_declared, is_number, is_text};
pub(crate) use table::Table;
