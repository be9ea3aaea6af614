//! Names in sheets to names of the catalog.

use crate::head::normal;
use base::diag::nearest;
use field::spm::catalog::{CatalogItem, Layanan};
use field::spm::{Catalog, Tingkat};

/// The service that a text names: by name or other spelling, or as the only one whose name of
/// at least two words stands in it.
pub(super) fn layanan<'a>(
    catalog: &'a Catalog,
    tingkat: Tingkat,
    text: &str,
) -> Option<&'a Layanan> {
    if let Some(layanan) = catalog.find_layanan(tingkat, text) {
        return Some(layanan);
    }
    let within = format!(" {} ", normal(text));
    let mut matching = catalog.all_layanan(tingkat).iter().filter(|l| {
        std::iter::once(&l.nama).chain(&l.ejaan_lain).any(|spelling| {
            let spelling = normal(spelling);
            spelling.contains(' ') && within.contains(&format!(" {spelling} "))
        })
    });
    let one = matching.next()?;
    matching.next().is_none().then_some(one)
}

/// The name of a service that is most like a text, for a hint.
pub(super) fn nearest_layanan(catalog: &Catalog, tingkat: Tingkat, text: &str) -> String {
    let nama = catalog.all_layanan(tingkat).iter().map(|l| l.nama.as_str());
    nearest(text, nama).unwrap_or_default()
}

/// The n-th service of an urusan, from 1, and how many it has.
pub(super) fn ke<'a>(
    catalog: &'a Catalog,
    tingkat: Tingkat,
    urusan: &str,
    nomor: usize,
) -> (Option<&'a Layanan>, usize) {
    let all: Vec<&Layanan> =
        catalog.all_layanan(tingkat).iter().filter(|l| l.urusan == urusan).collect();
    (nomor.checked_sub(1).and_then(|n| all.get(n).copied()), all.len())
}

/// The quality item that a text names: by its name, else by the part behind its colon where
/// only one item has that ("Bidan" for "Tenaga kesehatan: bidan").
pub(super) fn butir<'a>(all: &'a [CatalogItem], text: &str) -> Option<&'a CatalogItem> {
    let wanted = normal(text);
    if let Some(item) = all.iter().find(|i| normal(&i.nama) == wanted) {
        return Some(item);
    }
    let tail = |i: &&CatalogItem| {
        i.nama.split_once(':').is_some_and(|(_, tail)| normal(tail) == wanted)
    };
    let mut matching = all.iter().filter(tail);
    let one = matching.next()?;
    matching.next().is_none().then_some(one)
}

/// The urusan whose code, name or short name stands in a text as whole words; `None` when
/// there is none or more than one.
pub(super) fn urusan<'a>(catalog: &'a Catalog, text: &str) -> Option<&'a str> {
    let within = format!(" {} ", normal(text));
    let mut matching = catalog.all_urusan().iter().filter(|u| {
        [&u.kode, &u.nama, &u.nama_resmi, &u.singkat]
            .iter()
            .any(|nama| within.contains(&format!(" {} ", normal(nama))))
    });
    let one = matching.next()?;
    matching.next().is_none().then_some(one.kode.as_str())
}
