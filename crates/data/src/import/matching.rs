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

/// The name of a service that a text means or is most like, for a hint.
pub(super) fn nearest_layanan(catalog: &Catalog, tingkat: Tingkat, text: &str) -> String {
    if let Some(meant) = by_kernel(catalog, tingkat, text) {
        return meant.nama.clone();
    }
    let nama = catalog.all_layanan(tingkat).iter().map(|l| l.nama.as_str());
    nearest(text, nama).unwrap_or_default()
}

/// The only service with a spelling of the same kernel: "Penderita DM" has that of "DM". Who is
/// ill is not who is suspected to be: "Penderita TB" is no service.
fn by_kernel<'a>(
    catalog: &'a Catalog,
    tingkat: Tingkat,
    text: &str,
) -> Option<&'a Layanan> {
    let wanted = kernel(text);
    let mut matching = catalog.all_layanan(tingkat).iter().filter(|l| {
        let mut all = std::iter::once(&l.nama).chain(&l.ejaan_lain);
        all.any(|spelling| kernel(spelling) == wanted)
    });
    let one = matching.next().filter(|_| !wanted.is_empty())?;
    let ill = |name: &str| normal(name).split(' ').any(|word| ILL.contains(&word));
    let certain = matching.next().is_none() && (!ill(text) || ill(&one.nama));
    certain.then_some(one)
}

/// The words of a name that tell it from others, without those that any service may bear.
fn kernel(name: &str) -> Vec<String> {
    let text = normal(name);
    let common = |word: &&str| COMMON.contains(word) || ILL.contains(word);
    let words = text.split(' ').filter(|word| !common(word));
    words.map(str::to_owned).collect()
}

/// Words that any service may bear: what is done, and for whom.
const COMMON: [&str; 21] = [
    "pelayanan",
    "layanan",
    "yankes",
    "kesehatan",
    "kes",
    "belanja",
    "spm",
    "program",
    "kegiatan",
    "jumlah",
    "capaian",
    "orang",
    "warga",
    "dengan",
    "pada",
    "bagi",
    "untuk",
    "kepada",
    "terhadap",
    "yang",
    "penyandang",
];

/// Words for those who are ill.
const ILL: [&str; 3] = ["penderita", "pasien", "pengidap"];

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
