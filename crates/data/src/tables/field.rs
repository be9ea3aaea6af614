//! One key of a table: what is told of it, and how its value is taken out of a row.

use super::key::Key;
use jiff::civil::{Date, Time};

use super::datum::{Datum, is_silent};
use super::difference::FieldDifference;
use super::slot::ValueSlot;
use super::spec::{Column, FieldKind, Required, SheetSection, Spec};
use crate::fields::{Fields, people};
use base::source::Spanned;
use field::domain::{Golongan, NamaGelar, Nip};

/// The declaration of one key: what is told of it, and where its value goes in a `T`.
pub(crate) struct Field<T: 'static> {
    pub(crate) spec: Spec,
    read: ReadField<T>,
    look: FieldLook<T>,
}

/// How two rows are compared in a field.
pub(super) enum FieldLook<T: 'static> {
    /// By what its slot holds, when it has one.
    Slot,
    /// By what it holds.
    Value(fn(&T) -> Option<Datum>),
    /// Row by row of a table inside.
    Rows(fn(&T, &T) -> Option<FieldDifference>),
    /// Another field says the same.
    Elsewhere,
}

/// How a value is read and where it is put. A value that is absent or wrong is not put.
enum ReadField<T: 'static> {
    Text(fn(&mut T, Spanned<String>)),
    Id(fn(&mut T, Spanned<String>)),
    Phone(fn(&mut T, Spanned<String>)),
    Texts(fn(&mut T, Vec<Spanned<String>>)),
    Whole(fn(&mut T, Spanned<i64>)),
    Flag(fn(&mut T, bool)),
    Date(fn(&mut T, Spanned<Date>)),
    Time(fn(&mut T, Spanned<Time>)),
    Name(fn(&mut T, NamaGelar)),
    Nip(fn(&mut T, Nip)),
    Golongan(fn(&mut T, Golongan)),
    Slot(ValueSlot<T>),
    Own(fn(&mut T, &mut Fields<'_>, Key)),
    /// Read together with another key.
    Together,
}

/// One constructor for each kind of value.
impl<T: 'static> Field<T> {
    const fn new(key: &'static str, kind: FieldKind, read: ReadField<T>) -> Self {
        Self { spec: Spec::new(Key::new(key), kind), read, look: FieldLook::Slot }
    }

    pub(crate) const fn text(
        key: &'static str,
        put: fn(&mut T, Spanned<String>),
    ) -> Self {
        Self::new(key, FieldKind::Text, ReadField::Text(put))
    }

    /// Lower-case letters, digits and hyphens, so that it can name a file.
    pub(crate) const fn id(put: fn(&mut T, Spanned<String>)) -> Self {
        Self::new("id", FieldKind::Id, ReadField::Id(put))
    }

    pub(crate) const fn phone(
        key: &'static str,
        put: fn(&mut T, Spanned<String>),
    ) -> Self {
        Self::new(key, FieldKind::Phone, ReadField::Phone(put))
    }

    pub(crate) const fn texts(
        key: &'static str,
        put: fn(&mut T, Vec<Spanned<String>>),
    ) -> Self {
        Self::new(key, FieldKind::Texts, ReadField::Texts(put))
    }

    pub(crate) const fn whole(
        key: &'static str,
        (low, high): (i64, i64),
        put: fn(&mut T, Spanned<i64>),
    ) -> Self {
        Self::new(key, FieldKind::Whole { low, high }, ReadField::Whole(put))
    }

    /// A whole number from 0.
    pub(crate) const fn count(key: &'static str, put: fn(&mut T, Spanned<i64>)) -> Self {
        Self::whole(key, (0, i64::MAX), put)
    }

    pub(crate) const fn flag(key: &'static str, put: fn(&mut T, bool)) -> Self {
        Self::new(key, FieldKind::Flag, ReadField::Flag(put))
    }

    pub(crate) const fn date(key: &'static str, put: fn(&mut T, Spanned<Date>)) -> Self {
        Self::new(key, FieldKind::Date, ReadField::Date(put))
    }

    pub(crate) const fn time(key: &'static str, put: fn(&mut T, Spanned<Time>)) -> Self {
        Self::new(key, FieldKind::Time, ReadField::Time(put))
    }

    /// A name, read with the gelar beside it.
    pub(crate) const fn name(put: fn(&mut T, NamaGelar)) -> Self {
        Self::new("nama", FieldKind::Text, ReadField::Name(put)).headed(&["nama_lengkap"])
    }

    pub(crate) const fn gelar_depan() -> Self {
        Self::new("gelar_depan", FieldKind::Text, ReadField::Together)
            .about("gelar di depan nama")
            .example("\"Ir.\"")
    }

    pub(crate) const fn gelar_belakang() -> Self {
        Self::new("gelar_belakang", FieldKind::Texts, ReadField::Together)
            .about("gelar di belakang nama")
            .example("[\"S.H.\", \"M.Si.\"]")
            .headed(&["gelar", "gelar_akademik", "titel"])
    }

    pub(crate) const fn nip(put: fn(&mut T, Nip)) -> Self {
        Self::new("nip", FieldKind::Nip, ReadField::Nip(put))
            .about("18 angka, boleh dengan spasi; tanggal dan susunannya diperiksa. TNI dan Polri: NRP, dengan `pangkat`")
            .example("\"19680127 199503 1 002\"")
            .headed(&[
                "nrp",
                "nip_nrp",
                "nipppk",
                "ni_pppk",
                "nip_nipppk",
                "nomor_induk_pegawai",
            ])
    }

    pub(crate) const fn pppk() -> Self {
        Self::new("pppk", FieldKind::Flag, ReadField::Together)
            .about("`true` bila PPPK")
            .example("true")
    }

    /// Read with the golongan.
    pub(crate) const fn pangkat() -> Self {
        Self::pangkat_read(ReadField::Together)
    }

    /// In a table without a golongan.
    pub(crate) const fn pangkat_alone() -> Self {
        Self::pangkat_read(ReadField::Text(|_, _| {}))
    }

    const fn pangkat_read(read: ReadField<T>) -> Self {
        Self::new("pangkat", FieldKind::Text, read)
            .about("pangkat TNI atau Polri, yang membuat `nip` dibaca sebagai NRP; pangkat PNS cukup dari `golongan`")
            .example("\"Letkol Inf\"")
    }

    pub(crate) const fn golongan(put: fn(&mut T, Golongan)) -> Self {
        Self::new("golongan", FieldKind::Golongan, ReadField::Golongan(put))
            .about("golongan; pangkatnya dicetak dari golongan ini. PPPK: I sampai XVII, dengan `pppk = true`")
            .example("\"IV/c\"")
            .headed(&[
                "gol",
                "gol_ruang",
                "golongan_ruang",
                "pangkat_gol",
                "pangkat_gol_ruang",
                "pangkat_dan_golongan",
                "pangkat_golongan",
                "pangkat_golongan_ruang",
            ])
    }

    /// A value that an import can set.
    pub(crate) const fn slot(
        key: &'static str,
        kind: FieldKind,
        slot: ValueSlot<T>,
    ) -> Self {
        Self::new(key, kind, ReadField::Slot(slot))
    }

    /// A value with a reader of its own.
    pub(crate) const fn own(
        key: &'static str,
        kind: FieldKind,
        read: fn(&mut T, &mut Fields<'_>, Key),
    ) -> Self {
        Self::new(key, kind, ReadField::Own(read))
    }
}

/// What is told of it.
impl<T: 'static> Field<T> {
    pub(crate) const fn about(mut self, text: &'static str) -> Self {
        self.spec.about = text;
        self
    }

    pub(crate) const fn example(mut self, toml: &'static str) -> Self {
        self.spec.example = toml;
        self
    }

    pub(crate) const fn labelled(mut self, name: &'static str) -> Self {
        self.spec.name = name;
        self
    }

    pub(crate) const fn required(mut self) -> Self {
        self.spec.required = Required::Yes;
        self
    }

    pub(crate) const fn required_when(mut self, case: &'static str) -> Self {
        self.spec.required = Required::When(case);
        self
    }

    pub(crate) const fn headed(mut self, headings: &'static [&'static str]) -> Self {
        self.spec.headings = headings;
        self
    }

    /// It names a row of that table by its `id`.
    pub(crate) const fn refers(mut self, table: &'static str) -> Self {
        self.spec.refers = table;
        self
    }

    /// It holds for one meeting only.
    pub(crate) const fn once(mut self) -> Self {
        self.spec.once = true;
        self
    }

    /// A dash is a value like any other.
    pub(crate) const fn literal(mut self) -> Self {
        self.spec.literal = true;
        self
    }

    pub(crate) const fn worded(mut self, words: &'static [&'static str]) -> Self {
        self.spec.words = words;
        self
    }

    pub(crate) const fn merged(mut self) -> Self {
        self.spec.merged = true;
        self
    }

    /// Asked on a sheet of the worksheet, from a version of it on.
    pub(crate) const fn asked(
        mut self,
        since: u32,
        section: SheetSection,
        width: f64,
    ) -> Self {
        self.spec.column = Some(Column { section, width, since });
        self
    }

    /// What it holds, where two rows are compared.
    pub(crate) const fn shown(mut self, value: fn(&T) -> Option<Datum>) -> Self {
        self.look = FieldLook::Value(value);
        self
    }

    /// How two rows are compared in the rows that it holds.
    pub(crate) const fn apart(
        mut self,
        rows: fn(&T, &T) -> Option<FieldDifference>,
    ) -> Self {
        self.look = FieldLook::Rows(rows);
        self
    }

    /// What it says is compared in another field.
    pub(crate) const fn shown_elsewhere(mut self) -> Self {
        self.look = FieldLook::Elsewhere;
        self
    }
}

impl<T: 'static> Field<T> {
    /// Where an import finds and puts its value, when it may.
    pub(crate) const fn slot_of(&self) -> Option<&ValueSlot<T>> {
        match &self.read {
            ReadField::Slot(slot) => Some(slot),
            _ => None,
        }
    }

    /// Where two rows differ in it.
    pub(super) fn difference(&self, one: &T, two: &T) -> Option<FieldDifference> {
        let of = |row: &T| match (&self.look, self.slot_of()) {
            (FieldLook::Value(value), _) => value(row),
            (FieldLook::Slot, Some(slot)) => slot.get(row),
            _ => None,
        };
        if let FieldLook::Rows(rows) = self.look {
            return rows(one, two);
        }
        FieldDifference::between(self.spec.key, of(one), of(two))
    }

    /// Whether two rows can be compared in it.
    #[cfg(test)]
    pub(super) const fn is_compared(&self) -> bool {
        !matches!((&self.look, self.slot_of()), (FieldLook::Slot, None))
    }

    /// Reads the value out of a row and puts it where it belongs.
    pub(super) fn read(&self, value: &mut T, f: &mut Fields<'_>) {
        let key = self.spec.key;
        match &self.read {
            ReadField::Text(put) => set(*put, value, f.told_text(&self.spec)),
            ReadField::Id(put) => set(*put, value, people::id(f, key)),
            ReadField::Phone(put) => set(*put, value, f.phone(key)),
            ReadField::Texts(put) => put(value, told(f, key)),
            ReadField::Whole(put) => {
                let FieldKind::Whole { low, high } = self.spec.kind else { return };
                set(*put, value, f.int_in(key, low..=high));
            }
            ReadField::Flag(put) => set(*put, value, f.opt_flag(key)),
            ReadField::Date(put) => set(*put, value, f.date(key)),
            ReadField::Time(put) => set(*put, value, f.time(key)),
            ReadField::Name(put) => set(*put, value, people::name(f)),
            ReadField::Nip(put) => set(*put, value, people::nip(f)),
            ReadField::Golongan(put) => set(*put, value, people::golongan(f)),
            ReadField::Slot(slot) => {
                if let Some(found) = slot.read(f, &self.spec) {
                    slot.put(value, found.value);
                }
            }
            ReadField::Own(read) => read(value, f, key),
            ReadField::Together => f.know(key),
        }
    }
}

fn set<T, V>(put: fn(&mut T, V), value: &mut T, found: Option<V>) {
    if let Some(found) = found {
        put(value, found);
    }
}

/// The texts of a list but for what says that there is nothing.
pub(crate) fn told(f: &mut Fields<'_>, key: Key) -> Vec<Spanned<String>> {
    let mut texts = f.texts(key);
    texts.retain(|text| !is_silent(&text.value));
    texts
}

/// One of some words: `word!(Pejabat, "status", WORDS => |p, v| p.status = v)`.
macro_rules! word {
    ($of:ty, $key:expr, $words:expr => $put:expr) => {
        $crate::tables::field::Field::<$of>::own(
            $key,
            $crate::tables::spec::FieldKind::Word(
                &const { $crate::tables::spec::words(&$words) },
            ),
            |value, f, key| {
                let put: fn(&mut $of, _) = $put;
                if let Some(found) = f.word(key, &$words) {
                    put(value, found);
                }
            },
        )
    };
}

/// Tables inside a table: `list!(Sesi, "acara", ACARA => |s, v| s.acara = v)`.
macro_rules! list {
    ($of:ty, $key:literal, $table:path => $put:expr) => {
        $crate::tables::field::Field::<$of>::own(
            $key,
            $crate::tables::spec::FieldKind::List(&$table),
            |value, f, key| {
                let put: fn(&mut $of, _) = $put;
                put(value, f.list(key, |f| $table.read(f)));
            },
        )
    };
}

/// One table inside a table.
macro_rules! inner {
    ($of:ty, $key:literal, $table:path => $put:expr) => {
        $crate::tables::field::Field::<$of>::own(
            $key,
            $crate::tables::spec::FieldKind::Table(&$table),
            |value, f, key| {
                let put: fn(&mut $of, _) = $put;
                let specs = $crate::tables::spec::Declared::specs(&$table);
                if let Some(found) = f.declared_table(key, &specs, |f| $table.read(f)) {
                    put(value, found);
                }
            },
        )
    };
}

pub(crate) use {inner, list, word};
