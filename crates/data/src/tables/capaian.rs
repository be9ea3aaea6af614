//! `data/capaian/`: what OPDs report for a quarter.

use super::datum::Datum;
use super::field::Field;
use super::field::{inner, list};
use super::key::Key;
use super::slot::ValueSlot;
use super::slot::at;
use super::spec::FieldKind;
use super::spec::SheetSection;
use super::table::Table;
use super::tying::SERVICE;
use crate::fields::{Fields, values};
use crate::problem::AchievementProblem;
use base::diag::Both;
use base::source::{Span, Spanned};
use field::domain::Periode;
use field::spm::temuan::{ReportedIndex, TemuanScope};
use field::spm::{ItemMutu, LayananCapaian, Reported, Rincian};
use num_traits::Zero;

/// One file.
#[derive(Default)]
pub(crate) struct QuarterFile {
    tahun: Option<Spanned<i64>>,
    triwulan: Option<Spanned<i64>>,
    /// Its services.
    pub(crate) layanan: Vec<Service>,
    /// Indices that came with them.
    pub(crate) dilaporkan: Vec<Spanned<ReportedIndex>>,
}

impl QuarterFile {
    /// Its quarter.
    pub(crate) fn periode(&self) -> Option<Periode> {
        Some(Periode {
            tahun: i16::try_from(self.tahun.as_ref()?.value).ok()?,
            triwulan: u8::try_from(self.triwulan.as_ref()?.value).ok()?,
        })
    }

    /// Where a quarter is written that is not this one: the first key that differs.
    pub(crate) fn differs_at(&self, periode: Periode) -> Option<Span> {
        let other = |said: &Option<Spanned<i64>>, here: i64| {
            said.as_ref().filter(|said| said.value != here).map(|said| said.span)
        };
        other(&self.triwulan, periode.triwulan.into())
            .or_else(|| other(&self.tahun, periode.tahun.into()))
    }
}

/// A service and where its code and its OPD are written.
#[derive(Default)]
pub(crate) struct Service {
    pub(crate) value: LayananCapaian,
    pub(crate) kode: Span,
    pub(crate) opd: Span,
}

/// The whole file.
pub(crate) static FILE: Table<QuarterFile> = Table::new(
    ("capaian", "", "data/capaian/*.toml"),
    "Capaian satu triwulan. Nama berkas bebas, misalnya `2024-tw4.toml`. Angka bersifat kumulatif sejak Januari.",
    &{
        type F = Field<QuarterFile>;
        [
            F::whole("tahun", (2000, 2100), |q, v| q.tahun = Some(v))
                .required()
                .about("tahun berkas ini")
                .example("2024"),
            F::whole("triwulan", (1, 4), |q, v| q.triwulan = Some(v))
                .required()
                .about("triwulan berkas ini")
                .example("4"),
            F::own("layanan", FieldKind::List(&LAYANAN), |q, f, key| {
                q.layanan = f.list(key, service);
            })
            .about("daftar layanan, ditulis sebagai `[[layanan]]`"),
            inner!(QuarterFile, "indeks_dilaporkan", DILAPORKAN => |q, v| q.dilaporkan = v)
                .about("indeks yang sudah diumumkan; bedanya dengan hasil hitungan menjadi temuan"),
        ]
    },
);

/// `[indeks_dilaporkan]`: what the daerah, an urusan or an OPD was said to have reached.
static DILAPORKAN: Table<Vec<Spanned<ReportedIndex>>> = Table::new(
    ("indeks_dilaporkan", "[indeks_dilaporkan]", "data/capaian/*.toml"),
    "Indeks yang sudah diumumkan; bedanya dengan hasil hitungan menjadi temuan.",
    &{
        type F = Field<Vec<Spanned<ReportedIndex>>>;
        [
            F::own("daerah", FieldKind::Percent, |all, f, key| {
                let reached = f.percent(key);
                all.extend(reached.map(|p| {
                    let lingkup = TemuanScope::Daerah;
                    Spanned::new(ReportedIndex { lingkup, nilai: p.value }, p.span)
                }));
            })
            .about("indeks daerah")
            .example("86.11"),
            F::own("urusan", FieldKind::Percents, |all, f, key| {
                all.extend(reached(f, key, TemuanScope::Urusan));
            })
            .about("indeks menurut kode urusan")
            .example("{ kesehatan = 86.11 }"),
            F::own("opd", FieldKind::Percents, |all, f, key| {
                all.extend(reached(f, key, TemuanScope::Opd));
            })
            .about("indeks menurut `id` OPD")
            .example("{ dinkes = 86.11 }"),
        ]
    },
);

fn reached(
    f: &mut Fields<'_>,
    key: Key,
    scope: fn(String) -> TemuanScope,
) -> Vec<Spanned<ReportedIndex>> {
    let each = f.percents(key).into_iter().map(|(name, p)| {
        let value = ReportedIndex { lingkup: scope(name.value), nilai: p.value };
        Spanned::new(value, name.span)
    });
    each.collect()
}

/// A service from its table, with the places of its code and its OPD.
pub(crate) fn service(f: &mut Fields<'_>) -> Service {
    let value = LAYANAN.read(f);
    Service { value, kode: f.place(Key::KODE), opd: f.place(Key::OPD) }
}

/// The services of a quarter.
pub(crate) static LAYANAN: Table<LayananCapaian> = Table::new(
    ("layanan", "[[layanan]]", "data/capaian/*.toml"),
    "Satu jenis pelayanan dasar.",
    &{
        type F = Field<LayananCapaian>;
        [
            F::text("kode", |l, v| l.kode = v.value)
                .shown(|l| Datum::text(&l.kode))
                .required()
                .refers("katalog")
                .about("kode katalog")
                .example("\"KES-1\"")
                .headed(&["kode_layanan"])
                .worded(&["uraian", "indikator", "jenis pelayanan", "jenis layanan"]),
            F::slot("opd", FieldKind::Text, ValueSlot::Text(at!(opd)))
                .required()
                .refers("opd")
                .about("`id` OPD")
                .example("\"dinkes\"")
                .headed(&["perangkat_daerah", "opd_pengampu"])
                .merged(),
            // Read where it is known what else the service says.
            F::flag("nihil", |_, _| {})
            .shown_elsewhere()
            .about("`true` bila tahun ini tidak ada sasaran; `sasaran` dan `terlayani` lalu tidak ditulis. Sama dengan `sasaran = \"nihil\"`")
            .example("true"),
            F::slot("sasaran", FieldKind::People { nihil: true }, ValueSlot::Target(at!(sasaran)))
                .about("jumlah yang harus dilayani; `\"nihil\"` bila tahun ini tidak ada")
                .example("7412")
                .headed(&[
                    "jumlah_yang_harus_dilayani",
                    "jumlah_total_yang_harus_dilayani",
                    "yang_harus_dilayani",
                    "harus_dilayani",
                    "jumlah_sasaran",
                    "target",
                    "sasaran_tahun",
                    "sasaran_tahunan",
                    "sasaran_setahun",
                    "target_tahun",
                    "target_tahunan",
                    "target_setahun",
                ])
                .worded(&["harus dilayani", "sasaran", "target"])
                .asked(1, SheetSection::Penerima, 15.0),
            F::slot("terlayani", FieldKind::People { nihil: false }, ValueSlot::Count(at!(terlayani)))
                .about("jumlah yang sudah dilayani")
                .example("6931")
                .headed(&["jumlah_yang_terlayani", "jumlah_terlayani", "yang_terlayani"])
                .worded(&["terlayani"])
                .asked(1, SheetSection::Penerima, 15.0),
            F::text("satuan", |l, v| l.satuan = Some(v.value))
                .shown(|l| Datum::text(l.satuan.as_deref()?))
                .about("satuan sasaran bila bukan satuan katalog")
                .example("\"Jiwa\"")
                .worded(&["satuan"]),
            F::slot("pagu", FieldKind::Money, ValueSlot::Amount(at!(pagu)))
                .labelled("Pagu (Rp)")
                .about("anggaran dalam rupiah")
                .example("1_250_000_000")
                .headed(&[
                    "alokasi_anggaran",
                    "alokasi_anggaran_rp",
                    "anggaran",
                    "pagu_rp",
                    "pagu_anggaran",
                    "pagu_anggaran_rp",
                ])
                .worded(&["alokasi", "pagu", "anggaran"])
                .asked(1, SheetSection::Anggaran, 20.0),
            F::slot("realisasi", FieldKind::Money, ValueSlot::Amount(at!(realisasi)))
                .labelled("Realisasi (Rp)")
                .about("realisasi dalam rupiah")
                .example("1_180_000_000")
                .headed(&[
                    "realisasi_rp",
                    "realisasi_anggaran",
                    "realisasi_anggaran_rp",
                    // Without "Rp" it is as often the share that was spent.
                    "realisasi_keuangan_rp",
                    "realisasi_belanja_rp",
                ])
                .worded(&["realisasi"])
                .asked(1, SheetSection::Anggaran, 20.0),
            F::slot("permasalahan", FieldKind::Answer, ValueSlot::Answer(at!(permasalahan)))
                .about("permasalahan menurut OPD; `[]` atau `nihil` berarti tidak ada")
                .example("[\"Tenaga kurang\"]")
                .headed(&["masalah", "kendala"])
                .asked(1, SheetSection::Permasalahan, 36.0),
            F::slot("penyebab", FieldKind::Answer, ValueSlot::Answer(at!(penyebab)))
                .about("penyebabnya menurut OPD")
                .example("[\"Formasi belum terisi\"]")
                .headed(&["sebab", "akar_masalah"])
                .asked(1, SheetSection::Permasalahan, 30.0),
            F::slot("tindak_lanjut", FieldKind::Answer, ValueSlot::Answer(at!(tindak_lanjut)))
                .about("yang dilakukan OPD")
                .example("[\"Mengusulkan formasi\"]")
                .headed(&["rencana_tindak_lanjut", "solusi"])
                .asked(1, SheetSection::Permasalahan, 36.0),
            F::slot("pic", FieldKind::Text, ValueSlot::Maybe(at!(pic)))
                .labelled("Penanggung jawab (PIC)")
                .about("penanggung jawab")
                .example("\"Kepala Bidang …\"")
                .headed(&["penanggung_jawab"])
                .merged()
                .asked(1, SheetSection::Permasalahan, 24.0),
            F::texts("data_dukung", |l, v| l.data_dukung = values(v))
                .shown(|l| Datum::list(&l.data_dukung))
                .about("nama berkas data dukung")
                .example("[\"BNBA.xlsx\"]"),
            F::texts("rekomendasi", |l, v| l.rekomendasi = values(v))
                .shown(|l| Datum::list(&l.rekomendasi))
                .about("kalimat kantor pengirim surat, menggantikan rekomendasi yang disarankan aturan")
                .example("[\"…\"]"),
            F::date("tenggat", |l, v| l.tenggat = Some(v.value))
                .shown(|l| Datum::text(&l.tenggat?.to_string()))
                .about("batas waktu; tanpa ini dipakai tenggat surat")
                .example("2025-01-31")
                .headed(&["batas_waktu", "target_waktu"]),
            F::own("indeks_dilaporkan", FieldKind::Percent, |l, f, key| {
                l.indeks_dilaporkan = f.percent(key).map(|p| p.value);
            })
            .shown(|l| Some(Datum::percents([l.indeks_dilaporkan.as_ref()?])))
            .about("indeks menurut OPD, dibandingkan dengan hasil hitungan")
            .example("92.51"),
            F::own("jalur_target", FieldKind::Path, |l, f, key| l.jalur_target = f.path(key))
                .shown(|l| Some(Datum::percents(l.jalur_target.as_ref()?.each())))
                .about("jalur target layanan ini, lihat [bagian 8.1](#81-temuan)")
                .example("[10, 30, 60, 100]"),
            list!(LayananCapaian, "rincian", RINCIAN => |l, v| l.rincian = v)
                .apart(|a, b| RINCIAN.difference_of_rows((&a.rincian, &b.rincian), |r| &r.nama))
                .about("bagian yang jumlahnya harus sama dengan total, ditulis sebagai `[[layanan.rincian]]`"),
            list!(LayananCapaian, "mutu", MUTU => |l, v| l.mutu = v)
                .apart(|a, b| MUTU.difference_of_rows((&a.mutu, &b.mutu), |m| &m.nama))
                .about("butir mutu, ditulis sebagai `[[layanan.mutu]]`"),
        ]
    },
)
.passing_over(&[
    "no",
    "nomor",
    "uraian",
    "uraian_spm",
    "urusan",
    "layanan",
    "nama_layanan",
    "jenis_layanan",
    "jenis_pelayanan",
    "jenis_pelayanan_dasar",
    "persen",
    "persentase",
    "selisih",
    "selisih_rp",
    "belum_terlayani",
    "yang_belum_terlayani",
])
.then(together);

/// What the figures of a service say together.
fn together(l: &mut LayananCapaian, f: &mut Fields<'_>) {
    l.written = f.places();
    let kode = l.kode.clone();
    let served = matches!(&l.terlayani, Reported::Value(served) if *served > 0);
    let contradicts = AchievementProblem::NihilWithFigures { kode: kode.clone() };
    if f.flag(Key::NIHIL) {
        if f.has(Key::TARGET) && l.sasaran != Reported::Nihil || served {
            f.problems.add(f.place(Key::NIHIL), contradicts);
        }
        l.sasaran = Reported::Nihil;
    } else if l.sasaran == Reported::Nihil && served {
        f.problems.add(f.place(Key::SERVED), contradicts);
    }
    if let (Reported::Value(all), Reported::Value(served)) = (&l.sasaran, &l.terlayani)
        && served > all
    {
        let (terlayani, sasaran) = (served.to_string(), all.to_string());
        let problem = AchievementProblem::ServedAboveTarget { kode, terlayani, sasaran };
        f.problems.add(f.place(Key::SERVED), problem);
    }
    if l.sasaran == Reported::Missing
        && !f.has(Key::TARGET)
        && let Reported::Value(served) = &l.terlayani
        && *served > 0
    {
        let problem = AchievementProblem::served_of_unknown(&l.kode, *served);
        f.problems.add(f.place(Key::SERVED), problem);
    }
    let items: Vec<&str> = l.mutu.iter().map(|item| item.nama.as_str()).collect();
    told_twice(&l.kode, ("mutu", "butir mutu", "the item"), &items, f);
    let parts: Vec<&str> = l.rincian.iter().map(|part| part.nama.as_str()).collect();
    told_twice(&l.kode, ("rincian", "bagian", "the part"), &parts, f);
    for (at, item) in l.mutu.iter().enumerate() {
        let Reported::Value(met) = &item.terpenuhi else { continue };
        let written = l.written.field("mutu").item(at);
        let place = written.field(Key::FILLED.as_str()).span();
        let row = f.row(Key::new("mutu"), at);
        let span = if place == Span::None { row } else { place };
        let need = written.field(Key::NEEDED.as_str()).span();
        let (kode, name) = (&l.kode, item.nama.clone());
        match &item.dibutuhkan {
            Reported::Value(need) if met > need => {
                let (kode, item) = (kode.clone(), name);
                f.problems.add(span, AchievementProblem::MutuAboveNeed { kode, item });
            }
            // What is written there and cannot be read was told.
            Reported::Missing if !met.value().is_zero() && need == Span::None => {
                let problem = AchievementProblem::met_of_unknown(kode, &name, met);
                f.problems.add(span, problem);
            }
            _ => {}
        }
    }
}

/// Tells of names that a list of a service has twice: both would count.
fn told_twice(
    kode: &str,
    (key, id, en): (&'static str, &'static str, &'static str),
    names: &[&str],
    f: &mut Fields<'_>,
) {
    for (at, name) in names.iter().enumerate() {
        let said = crate::head::normal(name);
        let before = names.iter().take(at);
        if !said.is_empty() && before.into_iter().any(|n| crate::head::normal(n) == said)
        {
            let (kode, name) = (kode.to_owned(), (*name).to_owned());
            let problem =
                AchievementProblem::PartTwice { kode, what: Both::new(id, en), name };
            f.problems.add(f.row(Key::new(key), at), problem);
        }
    }
}

/// The parts of a service.
pub(super) static RINCIAN: Table<Rincian> = Table::new(
    ("rincian", "[[layanan.rincian]]", "data/capaian/*.toml"),
    "Bagian yang jumlahnya harus sama dengan total.",
    &{
        type F = Field<Rincian>;
        [
            F::text("nama", |r, v| r.nama = v.value)
                .shown(|r| Datum::text(&r.nama))
                .required()
                .about("nama bagian")
                .example("\"Kecamatan Bengalon\""),
            F::slot(
                "sasaran",
                FieldKind::People { nihil: false },
                ValueSlot::Count(at!(sasaran)),
            )
            .about("jumlah yang harus dilayani")
            .example("812"),
            F::slot(
                "terlayani",
                FieldKind::People { nihil: false },
                ValueSlot::Count(at!(terlayani)),
            )
            .about("jumlah yang sudah dilayani")
            .example("790"),
        ]
    },
)
.below(&SERVICE);

/// The mutu items of a service.
pub(crate) static MUTU: Table<ItemMutu> = Table::new(
    ("mutu", "[[layanan.mutu]]", "data/capaian/*.toml"),
    "Butir mutu sebuah layanan.",
    &{
        type F = Field<ItemMutu>;
        [
            F::text("nama", |m, v| m.nama = v.value)
                .shown(|m| Datum::text(&m.nama))
                .required()
                .about("nama butir")
                .example("\"Tablet tambah darah\"")
                .headed(&["nama_butir", "butir", "butir_mutu", "uraian"]),
            F::slot("satuan", FieldKind::Text, ValueSlot::Text(at!(satuan)))
                .about("satuan")
                .example("\"Tablet\""),
            F::slot("dibutuhkan", FieldKind::Amount, ValueSlot::Amount(at!(dibutuhkan)))
                .about("jumlah yang harus dipenuhi")
                .example("667080")
                .headed(&[
                    "kebutuhan",
                    "jumlah_yang_dibutuhkan",
                    "jumlah_mutu_yang_harus_dilayani_dipenuhi",
                    "jumlah_mutu_yang_harus_dilayani",
                    "jumlah_mutu_yang_harus_dipenuhi",
                ])
                .worded(&["harus dipenuhi", "kebutuhan", "dibutuhkan"])
                .asked(1, SheetSection::Mutu, 15.0),
            F::slot("terpenuhi", FieldKind::Amount, ValueSlot::Amount(at!(terpenuhi)))
                .about("jumlah yang terpenuhi")
                .example("640100")
                .headed(&[
                    "jumlah_yang_terpenuhi",
                    "jumlah_mutu_yang_terlayani_terpenuhi",
                    "jumlah_mutu_yang_terlayani",
                    "jumlah_mutu_yang_terpenuhi",
                ])
                .worded(&["terpenuhi"])
                .asked(1, SheetSection::Mutu, 15.0),
        ]
    },
)
.passing_over(&[
    "no",
    "nomor",
    "persen",
    "persentase",
    "selisih",
    "layanan",
    "nama_layanan",
    "belum_terpenuhi",
    "mutu_yang_belum_terlayani_terpenuhi",
])
.below(&SERVICE);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::spec::Declared as _;

    /// What the index counts as cells of the form are fields of a service that sheets ask for.
    #[test]
    fn every_cell_of_the_form_is_a_field_that_is_asked() {
        for cell in LayananCapaian::default().cells() {
            let fields = LAYANAN.specs();
            let field = fields.iter().find(|spec| spec.key.as_str() == cell.key);
            assert!(field.is_some_and(|spec| spec.column.is_some()), "{}", cell.key);
        }
    }
}
