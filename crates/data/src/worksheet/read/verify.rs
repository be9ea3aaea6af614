//! What a worksheet says together with what is there.

use super::super::stamp::Stamp;
use crate::head::normal;
use crate::import::{Datum, ImportedLayanan};
use crate::tables::Key;
use crate::tables::capaian::{LAYANAN, MUTU};
use base::source::Spanned;
use field::spm::{FillRate, ItemMutu, LayananCapaian};

type KnownTables<'a> = &'a [Spanned<LayananCapaian>];

fn look_up<'a>(there: KnownTables<'a>, kode: &str) -> Option<&'a LayananCapaian> {
    there.iter().map(|row| &row.value).find(|row| row.kode == kode)
}

/// Whether a service has no target population, as the sheet says or, if it is silent, as was
/// entered before.
pub(super) fn nihil(layanan: &ImportedLayanan, there: KnownTables<'_>) -> bool {
    match layanan.content.get(Key::TARGET) {
        Some(target) => target.value == Datum::Nihil,
        None => look_up(there, &layanan.kode.value).is_some_and(LayananCapaian::nihil),
    }
}

/// How much of what the worksheet asks is there once it is taken over. As
/// [`FillRate::layanan`] counts: a service declared nihil asks for nothing more.
pub(super) fn keterisian(
    all: &[ImportedLayanan],
    stamp: &Stamp,
    there: KnownTables<'_>,
) -> FillRate {
    all.iter()
        .map(|layanan| {
            let kode = layanan.kode.value.as_str();
            let items = stamp.rows.iter().filter(|(k, b)| k == kode && !b.is_empty());
            FillRate::layanan(Some(&after(layanan, look_up(there, kode))), items.count())
        })
        .sum()
}

/// A service as it will be.
fn after(layanan: &ImportedLayanan, there: Option<&LayananCapaian>) -> LayananCapaian {
    let mut resulting = there.cloned().unwrap_or_default();
    LAYANAN.put(&mut resulting, &layanan.content);
    for item in &layanan.mutu {
        let nama = normal(&item.nama.value);
        let at = resulting.mutu.iter().position(|m| normal(&m.nama) == nama);
        let at = at.unwrap_or_else(|| {
            let nama = item.nama.value.clone();
            resulting.mutu.push(ItemMutu { nama, ..ItemMutu::default() });
            resulting.mutu.len() - 1
        });
        if let Some(old) = resulting.mutu.get_mut(at) {
            MUTU.put(old, &item.content);
        }
    }
    resulting
}
