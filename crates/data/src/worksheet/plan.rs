//! Which services each OPD is asked about, with the figures it gave last.

use std::collections::{BTreeMap, BTreeSet};

use super::column::sebaris;
use crate::head::normal;
use crate::workspace::Workspace;
use base::source::Spanned;
use field::domain::{Opd, Periode};
use field::spm::{Amount, Catalog, Layanan, LayananCapaian, Tingkat};

/// Empty rows for a service whose mutu items nobody knows.
const BARIS_BEBAS: usize = 5;

/// What one OPD is asked.
#[derive(Debug, Clone)]
pub struct Questions<'a> {
    /// The OPD.
    pub opd: &'a Opd,
    /// The quarter that is asked about.
    pub periode: Periode,
    /// The last quarter before it with data.
    pub lalu: Option<Periode>,
    /// The services, in the order of the catalog.
    pub layanan: Vec<AskedLayanan<'a>>,
    /// Services that other OPDs are asked about too, because the data does not say whose they are.
    pub bersama: Vec<&'a str>,
}

/// One service.
#[derive(Debug, Clone)]
pub struct AskedLayanan<'a> {
    /// As the catalog has it.
    pub katalog: &'a Layanan,
    /// What was reported last.
    pub lalu: Option<&'a LayananCapaian>,
    /// Its mutu items; one without a name is a free row.
    pub mutu: Vec<AskedItem<'a>>,
}

/// One mutu item.
#[derive(Debug, Clone, Default)]
pub struct AskedItem<'a> {
    /// The name; empty in a free row.
    pub nama: String,
    /// The unit; may be empty.
    pub satuan: String,
    /// Needed, as reported last.
    pub dibutuhkan: Option<&'a Amount>,
    /// Met, as reported last.
    pub terpenuhi: Option<&'a Amount>,
}

/// What every OPD is asked about a quarter, in the order of `data/opd.toml`. A service belongs
/// to the OPD that reported it last; one nobody has reported to the OPDs with its urusan, and
/// among several to the one that usually has it.
pub fn susun<'a>(
    workspace: &'a Workspace,
    catalog: &'a Catalog,
    tingkat: Tingkat,
    periode: Periode,
) -> Vec<Questions<'a>> {
    let kini = workspace.capaian.get(&periode).map_or(&[][..], Vec::as_slice);
    let sebelum = workspace.capaian.range(..periode).next_back();
    let lalu = sebelum.map_or(&[][..], |(_, rows)| rows.as_slice());
    let mut pemilik: BTreeMap<&str, &str> = BTreeMap::new();
    for baris in lalu.iter().chain(kini) {
        pemilik.insert(&baris.kode, &baris.opd);
    }
    let mut rencana: Vec<Questions<'a>> = workspace
        .opd
        .iter()
        .map(|opd| Questions {
            opd,
            periode,
            lalu: sebelum.map(|(periode, _)| *periode),
            layanan: Vec::new(),
            bersama: Vec::new(),
        })
        .collect();
    for katalog in catalog.all_layanan(tingkat) {
        let baris = AskedLayanan {
            katalog,
            lalu: cari(lalu, &katalog.kode),
            mutu: butir(catalog, katalog, periode, (sebelum.map(|s| *s.0), lalu), kini),
        };
        let calon = calon(&workspace.opd, katalog, pemilik.get(katalog.kode.as_str()));
        for satu in &mut rencana {
            if calon.contains(satu.opd.id.value.as_str()) {
                satu.layanan.push(baris.clone());
                if calon.len() > 1 {
                    satu.bersama.push(&katalog.kode);
                }
            }
        }
    }
    rencana
}

/// The ids of the OPDs that are asked about a service.
fn calon<'a>(
    semua: &'a [Opd],
    katalog: &Layanan,
    pemilik: Option<&&'a str>,
) -> BTreeSet<&'a str> {
    if let Some(id) = pemilik {
        return BTreeSet::from([*id]);
    }
    let seurusan =
        |opd: &&Opd| opd.urusan.iter().any(|urusan| urusan.value == katalog.urusan);
    let lazim = |opd: &&Opd| normal(&opd.nama) == normal(&katalog.opd_lazim);
    let id = |opd: &'a Opd| opd.id.value.as_str();
    let tepat: BTreeSet<&str> =
        semua.iter().filter(seurusan).filter(lazim).map(id).collect();
    if tepat.is_empty() { semua.iter().filter(seurusan).map(id).collect() } else { tepat }
}

fn cari<'a>(
    rows: &'a [Spanned<LayananCapaian>],
    kode: &str,
) -> Option<&'a LayananCapaian> {
    rows.iter().map(|row| &row.value).find(|row| row.kode == kode)
}

/// The items of the catalog for the year, then those that the daerah reports besides. Where the
/// catalog knows none, those of the last report, else free rows.
fn butir<'a>(
    catalog: &'a Catalog,
    katalog: &Layanan,
    periode: Periode,
    (periode_lalu, lalu): (Option<Periode>, &'a [Spanned<LayananCapaian>]),
    kini: &'a [Spanned<LayananCapaian>],
) -> Vec<AskedItem<'a>> {
    let tahun = u16::try_from(periode.tahun).unwrap_or_default();
    let daftar = catalog.mutu(&katalog.kode, tahun);
    let mut semua: Vec<AskedItem<'a>> = daftar
        .iter()
        .map(|item| AskedItem {
            nama: sebaris(&item.nama),
            satuan: item.satuan.as_deref().map(sebaris).unwrap_or_default(),
            ..AskedItem::default()
        })
        .collect();
    let lalu = cari(lalu, &katalog.kode).map_or(&[][..], |l| l.mutu.as_slice());
    let kini = cari(kini, &katalog.kode).map_or(&[][..], |l| l.mutu.as_slice());
    // Lists of items change with the year: last year's own items are not asked again.
    let berlanjut =
        daftar.is_empty() || periode_lalu.is_some_and(|p| p.tahun == periode.tahun);
    for (item, ditambah) in lalu
        .iter()
        .map(|item| (item, berlanjut))
        .chain(kini.iter().map(|item| (item, true)))
    {
        let nama = normal(&item.nama);
        let at = semua.iter().position(|b| normal(&b.nama) == nama);
        let satu = match at {
            Some(at) => semua.get_mut(at),
            None if ditambah => {
                semua.push(AskedItem {
                    nama: sebaris(&item.nama),
                    ..AskedItem::default()
                });
                semua.last_mut()
            }
            None => None,
        };
        let Some(satu) = satu else { continue };
        if satu.satuan.is_empty() {
            satu.satuan = sebaris(&item.satuan);
        }
    }
    for item in lalu {
        let nama = normal(&item.nama);
        if let Some(satu) = semua.iter_mut().find(|b| normal(&b.nama) == nama) {
            satu.dibutuhkan = item.dibutuhkan.isi();
            satu.terpenuhi = item.terpenuhi.isi();
        }
    }
    if semua.is_empty() {
        semua = vec![AskedItem::default(); BARIS_BEBAS];
    }
    semua
}
