//! Quality items as an office has settled them: `mutu-kantor.toml` replaces the items of single
//! services, or single items, and leaves all others to the built-in lists.

use serde::Deserialize;

use super::cause::{CatalogCause, CatalogProblem, problem_in};
use super::places::{EntryPlaces, placed};
use super::{Catalog, CatalogItem, MutuLayanan, MutuList, SourceGrade, SourceNote};
use base::written::Written;

/// The name of the file.
pub const OFFICE_ITEMS: &str = "mutu-kantor.toml";

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct OfficeFile {
    mutu: Vec<OfficeItems>,
}

/// What an office says of one service.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct OfficeItems {
    layanan: String,
    #[serde(default)]
    berlaku_dari: u16,
    berlaku_sampai: Option<u16>,
    /// All of its items.
    #[serde(default)]
    item: Vec<CatalogItem>,
    /// Changes of single ones.
    #[serde(default)]
    ubah: Vec<ItemChange>,
    sumber: Option<SourceNote>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ItemChange {
    nama: String,
    menjadi: Option<String>,
    satuan: Option<String>,
    #[serde(default)]
    hapus: bool,
}

/// Lays the office's items over the lists; what it settles comes first and is known.
pub(super) fn apply(
    catalog: &mut Catalog,
    (written, places): (OfficeFile, &EntryPlaces),
    problems: &mut Vec<CatalogProblem>,
) {
    for (at, one) in written.mutu.into_iter().enumerate() {
        let place = places.0.field("mutu").item(at);
        let Some(service) = catalog.layanan(&one.layanan) else {
            lost(&one.layanan, &one.layanan, problems);
            continue;
        };
        let urusan = service.urusan.clone();
        let settled = SourceNote {
            tingkat: SourceGrade::Seen,
            rujukan: String::new(),
            catatan: "Ditetapkan kantor".to_owned(),
        };
        let sumber = one.sumber.unwrap_or(settled);
        let add = |id: String, of: (u16, Option<u16>), item: Vec<CatalogItem>| {
            let list = MutuList {
                id: id.clone(),
                urusan: urusan.clone(),
                berlaku_dari: of.0,
                berlaku_sampai: of.1,
                keterangan: format!("Butir mutu {} menurut kantor", one.layanan),
                sumber: sumber.clone(),
            };
            let mutu = MutuLayanan { daftar: id, layanan: one.layanan.clone(), item };
            (list, mutu)
        };
        let mut own = Vec::new();
        if one.item.is_empty() {
            for known in catalog.mutu.iter().filter(|m| m.layanan == one.layanan) {
                let Some(list) = catalog.daftar.iter().find(|d| d.id == known.daftar)
                else {
                    continue;
                };
                let of = (list.berlaku_dari, list.berlaku_sampai);
                let item = changed(&known.item, &one.ubah, &place.field("ubah"));
                own.push(add(format!("{OFFICE_ITEMS} {at} {}", list.id), of, item));
            }
            let listed = || catalog.mutu.iter().filter(|m| m.layanan == one.layanan);
            for change in &one.ubah {
                if !listed().any(|m| m.item.iter().any(|item| item.nama == change.nama)) {
                    lost(&one.layanan, &change.nama, problems);
                }
            }
        } else {
            let of = (one.berlaku_dari, one.berlaku_sampai);
            let item = placed(&place.field("item"), one.item);
            own.push(add(format!("{OFFICE_ITEMS} {at}"), of, item));
        }
        for (list, mutu) in own {
            catalog.daftar.insert(0, list);
            catalog.mutu.insert(0, mutu);
        }
    }
}

/// Whether a list is the office's own, which may hold for the years of others.
pub(super) fn is_own(list: &MutuList) -> bool {
    list.id.starts_with(OFFICE_ITEMS)
}

fn changed(
    items: &[CatalogItem],
    changes: &[ItemChange],
    places: &Written,
) -> Vec<CatalogItem> {
    let one = |item: &CatalogItem| {
        let at = changes.iter().position(|change| change.nama == item.nama);
        let Some((at, change)) = at.and_then(|at| Some((at, changes.get(at)?))) else {
            return Some(item.clone());
        };
        let mut item = item.clone();
        let place = places.item(at);
        if let Some(nama) = &change.menjadi {
            item.nama.clone_from(nama);
            item.written = item.written.with("nama", place.field("menjadi"));
        }
        if let Some(satuan) = &change.satuan {
            item.satuan = Some(satuan.clone());
            item.written = item.written.with("satuan", place.field("satuan"));
        }
        (!change.hapus).then_some(item)
    };
    items.iter().filter_map(one).collect()
}

fn lost(dari: &str, ke: &str, problems: &mut Vec<CatalogProblem>) {
    let (dari, ke) = (dari.to_owned(), ke.to_owned());
    problems.push(problem_in(OFFICE_ITEMS, CatalogCause::DanglingReference { dari, ke }));
}
