//! Made-up daerah, each the same on every run: four quarters of 29 services with all quality
//! items of the catalog, growing through the year.

use std::fmt::Write;
use std::path::Path;

use naskah::diag::Problems;
use naskah::pipeline;
use naskah::source::SourceMap;
use naskah::spm::Catalog;
use naskah::spm::catalog::{Layanan, Tingkat};

/// The year of the reports.
pub const TAHUN: u16 = 2024;

const OPD: [(&str, &str); 6] = [
    ("pendidikan", "disdik"),
    ("kesehatan", "dinkes"),
    ("pekerjaan-umum", "pupr"),
    ("perumahan", "perkim"),
    ("trantibumlinmas", "satpol"),
    ("sosial", "dinsos"),
];

/// Numbers that look random and depend on nothing but the seed (SplitMix64).
struct Acak(u64);

impl Acak {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn within(&mut self, low: u64, high: u64) -> u64 {
        low + self.next() % (high - low + 1)
    }
}

/// Writes `count` workspaces `d000`, `d001`, … into a folder.
///
/// # Errors
/// What the disk says, or that the example workspace is missing.
pub fn write(folder: &Path, count: usize) -> std::io::Result<()> {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/kutai-timur");
    let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
    let figures = pipeline::figures(&example, &mut sources, &mut problems)
        .ok_or_else(|| std::io::Error::other("fixtures/kutai-timur"))?;
    for index in 0..count {
        one(&folder.join(format!("d{index:03}")), index, &figures.catalog)?;
    }
    Ok(())
}

fn one(folder: &Path, index: usize, catalog: &Catalog) -> std::io::Result<()> {
    std::fs::create_dir_all(folder.join("data/capaian"))?;
    let settings = format!(
        "# SELURUH ANGKA REKAAN.\n[daerah]\nnama = \"Kabupaten Uji {index:03}\"\nibu_kota = \"Uji\"\n\n\
         [instansi]\nnama = \"Sekretariat Daerah\"\n\n[periode]\ntahun = {TAHUN}\ntriwulan = 4\n"
    );
    std::fs::write(folder.join("naskah.toml"), settings)?;
    let mut opd = String::new();
    for (urusan, id) in OPD {
        let _ = writeln!(
            opd,
            "[[opd]]\nid = \"{id}\"\nnama = \"Dinas {id}\"\nurusan = [\"{urusan}\"]\n"
        );
    }
    std::fs::write(folder.join("data/opd.toml"), opd)?;
    for triwulan in 1..=4 {
        // The same seed for all quarters: the same targets, and figures that only grow.
        let mut acak = Acak(index as u64);
        let mut text = format!("tahun = {TAHUN}\ntriwulan = {triwulan}\n\n");
        for layanan in catalog.all_layanan(Tingkat::KabupatenKota) {
            service(&mut text, layanan, catalog, triwulan, &mut acak);
        }
        let name = format!("data/capaian/{TAHUN}-tw{triwulan}.toml");
        std::fs::write(folder.join(name), text)?;
    }
    Ok(())
}

fn service(
    text: &mut String,
    layanan: &Layanan,
    catalog: &Catalog,
    triwulan: u64,
    acak: &mut Acak,
) {
    let opd = OPD.iter().find(|(urusan, _)| *urusan == layanan.urusan);
    let opd = opd.map_or("dinsos", |(_, id)| id);
    let _ = writeln!(text, "[[layanan]]\nkode = \"{}\"\nopd = \"{opd}\"", layanan.kode);
    let sasaran = acak.within(50, 60_000);
    let terlayani = sasaran * acak.within(40, 100) * triwulan / 400;
    let pagu = acak.within(1, 90_000) * 100_000;
    let realisasi = pagu * acak.within(50, 100) * triwulan / 400;
    if acak.within(0, 30) == 0 {
        let _ = writeln!(text, "nihil = true\n");
        return;
    }
    let _ = writeln!(
        text,
        "sasaran = {sasaran}\nterlayani = {terlayani}\npagu = {pagu}\nrealisasi = {realisasi}\n\
         permasalahan = [\"Belum semua sasaran terdata.\"]\n\
         tindak_lanjut = [\"Memadankan data dengan data kependudukan.\"]\n"
    );
    for item in catalog.mutu(&layanan.kode, TAHUN) {
        let perlu = acak.within(5, 4_000);
        let ada = perlu * acak.within(30, 100) * triwulan / 400;
        let _ = writeln!(
            text,
            "  [[layanan.mutu]]\n  nama = {:?}\n  satuan = {:?}\n  dibutuhkan = {perlu}\n  terpenuhi = {ada}\n",
            item.nama, item.satuan
        );
    }
}
