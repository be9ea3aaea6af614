//! What the guidebook sees: the catalog, its chapters, the worked example.

use super::Chapter;
use super::held::{Held, HeldFields};
use super::values::service_value;
use base::written::Written;
use data::workspace::Workspace;
use field::spm::catalog::{CategoryScale, DasarHukum, Layanan, SourceNote};
use field::spm::{Catalog, Kebijakan, WorkedExample};

pub(super) fn catalog_value(catalog: &Catalog, workspace: &Workspace) -> Held {
    let year = year(workspace);
    let urusan: Held = catalog
        .all_urusan()
        .iter()
        .map(|u| urusan_value(&u.kode, catalog, workspace))
        .collect();
    let each = urusan.items();
    let services = each.iter().filter_map(|u| u.part("layanan"));
    let services: usize = services.map(|of| of.items().len()).sum();
    let in_use = |id: &str| {
        catalog.all_dasar_hukum().iter().any(|law| law.id == id && law.tahun <= year)
    };
    let in_force = |law: &DasarHukum| {
        law.tahun <= year && !law.diganti.as_deref().is_some_and(in_use)
    };
    let laws: Vec<(&str, Held)> = catalog
        .all_dasar_hukum()
        .iter()
        .map(|law| (law.id.as_str(), law_value(law, in_force(law))))
        .collect();
    let scale = catalog.skala(year);
    let kategori: Held = scale
        .map(CategoryScale::ranges)
        .unwrap_or_default()
        .iter()
        .map(|r| {
            HeldFields::of(&r.kategori.written)
                .said("nama", &r.kategori.nama)
                .worded("rentang", r.printed())
                .done()
        })
        .collect();
    let calendar: Held = (1..=4)
        .filter_map(|tw| catalog.batas(year, tw))
        .map(|b| {
            HeldFields::new()
                .own("tahun", b.tahun)
                .own("triwulan", b.triwulan)
                .own("tanggal", b.tanggal)
                .done()
        })
        .collect();
    let terms: Held = catalog
        .istilah()
        .iter()
        .map(|t| {
            HeldFields::of(&t.written)
                .said("istilah", &t.istilah)
                .said("arti", &t.arti)
                .done()
        })
        .collect();
    HeldFields::new()
        .held("urusan", urusan)
        .own("jumlah_layanan", services)
        .held("dasar_hukum", laws.iter().map(|(_, law)| law.clone()).collect::<Held>())
        .held("hukum", Held::map(laws))
        .held("kategori", kategori)
        .held("kalender", calendar)
        .held("istilah", terms)
        .done()
}

/// A law with its citations.
fn law_value(law: &DasarHukum, in_force: bool) -> Held {
    HeldFields::of(&law.written)
        .own("berlaku", in_force)
        .said("id", &law.id)
        .line("sebutan", law.citation())
        .line("singkat", law.short())
        .held("mengingat", considered(law))
        .said("jenis", &law.jenis)
        .said("nomor", &law.nomor)
        .own("tahun", law.tahun)
        .said("tentang", law.tentang.as_deref())
        .own("berjudul", law.is_titled())
        .said("untuk", &law.untuk)
        .said("urusan", law.urusan.as_deref())
        .held("sumber", source_value(&law.sumber, &law.written))
        .done()
}

/// How a Mengingat cites a law, each wording with the year from which on papers use it.
fn considered(law: &DasarHukum) -> Held {
    let years = std::iter::once(0).chain(law.perubahan.iter().map(|change| change.tahun));
    years
        .map(|year| {
            let text = law.considered(year);
            HeldFields::new().own("tahun", year).line("teks", text).done()
        })
        .collect()
}

/// Where an entry of the catalog comes from.
fn source_value(source: &SourceNote, entry: &Written) -> Held {
    HeldFields::of(&entry.field("sumber"))
        .own("tingkat", source.tingkat.word())
        .said("catatan", &source.catatan)
        .done()
}

fn year(workspace: &Workspace) -> u16 {
    let periode = workspace.settings.periode.map(|p| p.tahun);
    let meeting = || workspace.rakor.as_ref().map(|r| r.tanggal.year());
    periode.or_else(meeting).and_then(|y| u16::try_from(y).ok()).unwrap_or(2024)
}

/// An urusan with its services and the OPDs of this daerah that carry it.
fn urusan_value(kode: &str, catalog: &Catalog, workspace: &Workspace) -> Held {
    let Some(urusan) = catalog.urusan(kode) else { return Held::none() };
    let layanan: Held = catalog
        .all_layanan(data::check::level(workspace.settings.daerah.jenis))
        .iter()
        .filter(|l| l.urusan == kode)
        .map(|l| catalog_service(l, catalog, year(workspace)))
        .collect();
    let opd: Held = workspace
        .opd
        .iter()
        .filter(|o| o.urusan.iter().any(|u| u.value == kode))
        .map(|o| {
            HeldFields::of(&o.named())
                .said("nama", &o.nama)
                .said("singkatan", &o.singkatan)
                .done()
        })
        .collect();
    HeldFields::of(&urusan.written)
        .said("kode", &urusan.kode)
        .said("nama", &urusan.nama)
        .said("nama_resmi", &urusan.nama_resmi)
        .said("singkat", &urusan.singkat)
        .held("sumber", source_value(&urusan.sumber, &urusan.written))
        .held("layanan", layanan)
        .held("opd", opd)
        .done()
}

fn catalog_service(layanan: &Layanan, catalog: &Catalog, year: u16) -> Held {
    let mutu: Held = catalog
        .mutu(&layanan.kode, year)
        .iter()
        .map(|item| {
            HeldFields::of(&item.written)
                .said("nama", &item.nama)
                .said("satuan", item.satuan.as_deref())
                .done()
        })
        .collect();
    HeldFields::of(&layanan.written)
        .said("kode", &layanan.kode)
        .said("nama", &layanan.nama)
        .said("penerima", &layanan.penerima)
        .said("satuan", &layanan.satuan)
        .said("opd_lazim", &layanan.opd_lazim)
        .own("sub_urusan", layanan.sub_urusan.map(field::spm::catalog::SubUrusan::word))
        .held("sumber", source_value(&layanan.sumber, &layanan.written))
        .held("mutu", mutu)
        .own("mutu_belum_pasti", catalog.mutu_is_remembered(&layanan.kode, year))
        .done()
}

pub(super) fn chapters(
    chapters: &[Chapter],
    catalog: &Catalog,
    workspace: &Workspace,
) -> Held {
    chapters
        .iter()
        .enumerate()
        .map(|(i, chapter)| chapter_value(chapter, i + 1, catalog, workspace))
        .collect()
}

/// A chapter of a book, with its number and, when it is about one, its urusan.
pub fn chapter_value(
    chapter: &Chapter,
    number: usize,
    catalog: &Catalog,
    workspace: &Workspace,
) -> Held {
    let urusan = chapter.urusan.as_ref();
    HeldFields::new()
        .worded("id", &chapter.id)
        .worded("berkas", &chapter.file)
        .at("judul", &chapter.title.value, Written::at(chapter.title.span))
        .own("nomor", number)
        .held("urusan", urusan.map(|k| urusan_value(&k.value, catalog, workspace)))
        .done()
}

/// The worked example of the guidebook.
pub(super) fn example(catalog: &Catalog, kebijakan: Kebijakan) -> Held {
    let Some(contoh) = WorkedExample::compute(catalog, kebijakan) else {
        return Held::none();
    };
    let layanan = contoh.layanan();
    let year = contoh.rekap.tahun;
    let urusan: Held = contoh
        .rekap
        .urusan
        .iter()
        .map(|u| {
            let listed = catalog.urusan(&u.kode).map(|u| u.written.clone());
            HeldFields::of(&listed.unwrap_or_default())
                .said("nama", &u.nama)
                .own("indeks", &u.indeks)
                .category("kategori", u.kategori.as_deref(), year, catalog)
                .done()
        })
        .collect();
    let shown = layanan
        .map(|(l, shown)| service_value(l, Some(shown), "Kesehatan", (catalog, year)));
    HeldFields::new()
        .held("layanan", shown.map(HeldFields::done))
        .held("urusan", urusan)
        .own("indeks", &contoh.rekap.indeks)
        .category("kategori", contoh.rekap.kategori.as_deref(), year, catalog)
        .done()
}
