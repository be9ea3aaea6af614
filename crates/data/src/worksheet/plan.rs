//! Which services each OPD is asked about, with the figures it gave last.

use std::collections::{BTreeMap, BTreeSet};

use super::column::one_line;
use crate::head::normal;
use crate::workspace::Workspace;
use base::source::Spanned;
use field::domain::{Opd, Periode};
use field::spm::owners::usual;
use field::spm::{Amount, Catalog, Layanan, LayananCapaian, Owners, Tingkat};

/// Empty rows for a service whose mutu items nobody knows.
const FREE_ROWS: usize = 5;

/// What one OPD is asked.
#[derive(Debug, Clone)]
pub struct Questions<'a> {
    /// The OPD.
    pub opd: &'a Opd,
    /// The quarter that is asked about.
    pub periode: Periode,
    /// The last quarter before it with data.
    pub last: Option<Periode>,
    /// The services, in the order of the catalog.
    pub layanan: Vec<AskedLayanan<'a>>,
    /// Services that other OPDs are asked about too, because the data does not say whose they are.
    pub shared: Vec<&'a str>,
}

/// One service.
#[derive(Debug, Clone)]
pub struct AskedLayanan<'a> {
    /// As the catalog has it.
    pub listed: &'a Layanan,
    /// What was reported last.
    pub last: Option<&'a LayananCapaian>,
    /// Its mutu items; one without a name is a free row.
    pub mutu: Vec<AskedItem<'a>>,
    /// They come from a list that nobody has compared with its source.
    pub remembered: bool,
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
/// to the OPD whose `layanan` names it, else to the one that reported it last; one nobody has
/// reported to the OPDs with its urusan, and among several to the one that usually has it.
pub fn questions<'a>(
    workspace: &'a Workspace,
    catalog: &'a Catalog,
    tingkat: Tingkat,
    periode: Periode,
) -> Vec<Questions<'a>> {
    let now = workspace.capaian.get(&periode).map_or(&[][..], Vec::as_slice);
    let before = workspace.capaian.range(..periode).next_back();
    let last = before.map_or(&[][..], |(_, rows)| rows.as_slice());
    let mut owner: BTreeMap<&str, &str> = BTreeMap::new();
    for row in last.iter().chain(now) {
        owner.insert(&row.kode, &row.opd);
    }
    let mut plan_of: Vec<Questions<'a>> = workspace
        .opd
        .iter()
        .map(|opd| Questions {
            opd,
            periode,
            last: before.map(|(periode, _)| *periode),
            layanan: Vec::new(),
            shared: Vec::new(),
        })
        .collect();
    for listed in catalog.all_layanan(tingkat) {
        let row = AskedLayanan {
            listed,
            last: look_up(last, &listed.kode),
            remembered: u16::try_from(periode.tahun)
                .is_ok_and(|year| catalog.mutu_is_remembered(&listed.kode, year)),
            mutu: butir(catalog, listed, periode, (before.map(|s| *s.0), last), now),
        };
        let owners = Owners::new(&workspace.opd, catalog);
        let candidate = candidate(owners, listed, owner.get(listed.kode.as_str()));
        for one in &mut plan_of {
            if candidate.contains(one.opd.id.value.as_str()) {
                one.layanan.push(row.clone());
                if candidate.len() > 1 {
                    one.shared.push(&listed.kode);
                }
            }
        }
    }
    plan_of
}

/// The ids of the OPDs that are asked about a service.
fn candidate<'a>(
    owners: Owners<'a>,
    listed: &Layanan,
    owner: Option<&&'a str>,
) -> BTreeSet<&'a str> {
    let possible = owners.possible(listed);
    let id = |opd: &&'a Opd| opd.id.value.as_str();
    let named = !owners.named(&listed.kode).is_empty();
    if let Some(owner) = owner.filter(|id| !named && !owners.declines(id, listed)) {
        return BTreeSet::from([*owner]);
    }
    let usual: BTreeSet<&str> =
        possible.iter().filter(|opd| usual(opd, listed)).map(id).collect();
    if named || usual.is_empty() { possible.iter().map(id).collect() } else { usual }
}

fn look_up<'a>(
    rows: &'a [Spanned<LayananCapaian>],
    kode: &str,
) -> Option<&'a LayananCapaian> {
    rows.iter().map(|row| &row.value).find(|row| row.kode == kode)
}

/// The items of the catalog for the year, then those that the daerah reports besides. Where the
/// catalog knows none, those of the last report, else free rows.
fn butir<'a>(
    catalog: &'a Catalog,
    listed: &Layanan,
    periode: Periode,
    (last_periode, last): (Option<Periode>, &'a [Spanned<LayananCapaian>]),
    now: &'a [Spanned<LayananCapaian>],
) -> Vec<AskedItem<'a>> {
    let tahun = u16::try_from(periode.tahun).unwrap_or_default();
    let list = catalog.mutu(&listed.kode, tahun);
    let mut all: Vec<AskedItem<'a>> = list
        .iter()
        .map(|item| AskedItem {
            nama: one_line(&item.nama),
            satuan: item.satuan.as_deref().map(one_line).unwrap_or_default(),
            ..AskedItem::default()
        })
        .collect();
    let last = look_up(last, &listed.kode).map_or(&[][..], |l| l.mutu.as_slice());
    let now = look_up(now, &listed.kode).map_or(&[][..], |l| l.mutu.as_slice());
    // Lists of items change with the year: last year's own items are not asked again.
    let continued =
        list.is_empty() || last_periode.is_some_and(|p| p.tahun == periode.tahun);
    for (item, extended) in last
        .iter()
        .map(|item| (item, continued))
        .chain(now.iter().map(|item| (item, true)))
    {
        let nama = normal(&item.nama);
        let at = all.iter().position(|b| normal(&b.nama) == nama);
        let one = match at {
            Some(at) => all.get_mut(at),
            None if extended => {
                all.push(AskedItem {
                    nama: one_line(&item.nama),
                    ..AskedItem::default()
                });
                all.last_mut()
            }
            None => None,
        };
        let Some(one) = one else { continue };
        if one.satuan.is_empty() {
            one.satuan = one_line(&item.satuan);
        }
    }
    for item in last {
        let nama = normal(&item.nama);
        if let Some(one) = all.iter_mut().find(|b| normal(&b.nama) == nama) {
            one.dibutuhkan = item.dibutuhkan.value();
            one.terpenuhi = item.terpenuhi.value();
        }
    }
    if all.is_empty() {
        all = vec![AskedItem::default(); FREE_ROWS];
    }
    all
}
