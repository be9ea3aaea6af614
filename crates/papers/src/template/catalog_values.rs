//! What the guidebook sees: the catalog, its chapters, the worked example.

use super::Chapter;
use super::held::{Fields, Held};
use super::values::service_value;
use crate::origins::Line;
use base::source::Span;
use base::written::Written;
use data::workspace::Workspace;
use field::spm::catalog::{CategoryScale, DasarHukum, Layanan};
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
        .map(|law| (law.id.as_str(), law_value(law, in_force(law), catalog)))
        .collect();
    let scale = catalog.skala(year);
    let kategori: Held = scale
        .map(CategoryScale::ranges)
        .unwrap_or_default()
        .iter()
        .map(|r| {
            Fields::new()
                .listed("nama", Some(r.nama), catalog)
                .worded("rentang", r.printed())
                .done()
        })
        .collect();
    let calendar: Held = (1..=4)
        .filter_map(|tw| catalog.batas(year, tw))
        .map(|b| {
            Fields::new()
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
            Fields::new()
                .listed("istilah", Some(&t.istilah), catalog)
                .listed("arti", Some(&t.arti), catalog)
                .done()
        })
        .collect();
    Fields::new()
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
fn law_value(law: &DasarHukum, in_force: bool, catalog: &Catalog) -> Held {
    let cited = |text: String| citation(&text, law, catalog);
    Fields::new()
        .own("berlaku", in_force)
        .listed("id", Some(&law.id), catalog)
        .line("sebutan", cited(law.citation()))
        .line("singkat", cited(law.short()))
        .held("mengingat", considered(law, catalog))
        .listed("jenis", Some(&law.jenis), catalog)
        .listed("nomor", Some(&law.nomor), catalog)
        .own("tahun", law.tahun)
        .listed("tentang", law.tentang.as_deref(), catalog)
        .own("berjudul", law.is_titled())
        .listed("untuk", Some(&law.untuk), catalog)
        .listed("urusan", law.urusan.as_deref(), catalog)
        .held("sumber", source_value(&law.sumber, catalog))
        .done()
}

/// A citation, each part with its place where an office wrote the law itself.
fn citation(text: &str, law: &DasarHukum, catalog: &Catalog) -> Line {
    let parts = [Some(&law.jenis), Some(&law.nomor), law.tentang.as_ref()];
    let changes = law.perubahan.iter().map(|change| &change.dengan);
    let parts = parts.into_iter().flatten().chain(changes);
    let parts: Vec<Line> =
        parts.map(|part| Line::at(part.as_str(), catalog.place(part))).collect();
    Line::holding(text, &parts, Span::None)
}

/// How a Mengingat cites a law, each wording with the year from which on papers use it.
fn considered(law: &DasarHukum, catalog: &Catalog) -> Held {
    let years = std::iter::once(0).chain(law.perubahan.iter().map(|change| change.tahun));
    years
        .map(|year| {
            let text = citation(&law.considered(year), law, catalog);
            Fields::new().own("tahun", year).line("teks", text).done()
        })
        .collect()
}

fn source_value(source: &field::spm::catalog::SourceNote, catalog: &Catalog) -> Held {
    Fields::new()
        .own("tingkat", source.tingkat.word())
        .listed("catatan", Some(&source.catatan), catalog)
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
            Fields::of(&o.named())
                .said("nama", &o.nama)
                .said("singkatan", &o.singkatan)
                .done()
        })
        .collect();
    Fields::new()
        .listed("kode", Some(&urusan.kode), catalog)
        .listed("nama", Some(&urusan.nama), catalog)
        .listed("nama_resmi", Some(&urusan.nama_resmi), catalog)
        .listed("singkat", Some(&urusan.singkat), catalog)
        .held("sumber", source_value(&urusan.sumber, catalog))
        .held("layanan", layanan)
        .held("opd", opd)
        .done()
}

fn catalog_service(layanan: &Layanan, catalog: &Catalog, year: u16) -> Held {
    let mutu: Held = catalog
        .mutu(&layanan.kode, year)
        .iter()
        .map(|item| {
            Fields::new()
                .listed("nama", Some(&item.nama), catalog)
                .listed("satuan", item.satuan.as_deref(), catalog)
                .done()
        })
        .collect();
    Fields::new()
        .listed("kode", Some(&layanan.kode), catalog)
        .listed("nama", Some(&layanan.nama), catalog)
        .listed("penerima", Some(&layanan.penerima), catalog)
        .listed("satuan", Some(&layanan.satuan), catalog)
        .listed("opd_lazim", Some(&layanan.opd_lazim), catalog)
        .own("sub_urusan", layanan.sub_urusan.map(field::spm::catalog::SubUrusan::word))
        .held("sumber", source_value(&layanan.sumber, catalog))
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
    Fields::new()
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
    let urusan: Held = contoh
        .rekap
        .urusan
        .iter()
        .map(|u| {
            Fields::new()
                .listed("nama", Some(&u.nama), catalog)
                .own("indeks", &u.indeks)
                .listed("kategori", u.kategori.as_deref(), catalog)
                .done()
        })
        .collect();
    let shown =
        layanan.map(|(l, shown)| service_value(l, Some(shown), "Kesehatan", catalog));
    Fields::new()
        .held("layanan", shown.map(Fields::done))
        .held("urusan", urusan)
        .own("indeks", &contoh.rekap.indeks)
        .listed("kategori", contoh.rekap.kategori.as_deref(), catalog)
        .done()
}
