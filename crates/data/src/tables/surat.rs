//! `data/surat.toml`: one table per template.

use super::field::Field;
use super::field::told;
use super::field::word;
use super::spec::FieldKind;
use super::table::Table;
use crate::fields::{code, pattern, values};
use field::domain::{StatusDokumen, Surat};

/// Whose kop a letter may carry; the profile knows the forms.
const KOP: [(&str, &str); 2] =
    [("perangkat-daerah", "perangkat-daerah"), ("kepala-daerah", "kepala-daerah")];

/// What is decided about the letters of one template.
pub(crate) static SURAT: Table<Surat> = Table::new(
    ("surat", "[<templat>]", "data/surat.toml"),
    "Satu untuk setiap templat, misalnya undangan, surat-evaluasi, atau nama templat sendiri.",
    &{
        type F = Field<Surat>;
        [
            F::own("nomor", FieldKind::Pattern, |s, f, key| s.nomor = pattern(f, key))
                .about("pola nomor. Unsurnya `{klas}`, `{urut}` (`{urut:03}` untuk tiga angka), `{unit}`, `{bidang}`, `{tahun}`, `{bulan}`, `{bulan_romawi}`")
                .example("\"{klas}/{urut:03}/{unit}\""),
            F::own("klas", FieldKind::Text, |s, f, key| s.klas = code(f, key))
                .about("kode klasifikasi arsip")
                .example("\"100.1.2\""),
            F::own("unit", FieldKind::Text, |s, f, key| s.unit = code(f, key))
                .about("kode unit")
                .example("\"PEM\""),
            F::own("bidang", FieldKind::Text, |s, f, key| s.bidang = code(f, key))
                .about("kode bidang atau bagian, bila polanya memuat `{bidang}`")
                .example("\"TAPEM\""),
            F::whole("urut", (1, 999_999), |s, v| s.urut = u32::try_from(v.value).ok())
                .once()
                .about("nomor surat pertama; surat berikutnya bertambah satu menurut urutan data. Bila tidak diisi dicetak ruang kosong. Bila `data/nomor.toml` ada, nomor pertama pada tahun pertama")
                .example("412"),
            word!(Surat, "status", StatusDokumen::WORDS => |s, v| s.status = Some(v))
                .once()
                .about("keadaan surat ini bila berbeda dari `[dokumen]`: `contoh`, `draf`, atau `final`; undangan dapat final selagi surat evaluasi masih draf")
                .example("\"final\""),
            F::date("tanggal", |s, v| s.tanggal = Some(v.value))
                .once()
                .about("tanggal surat; bila tidak diisi dicetak ruang kosong")
                .example("2024-12-02"),
            F::text("sifat", |s, v| s.sifat = Some(v.value))
                .literal()
                .about("sifat surat; yang tidak ditulis dicetak Biasa")
                .example("\"Segera\""),
            F::text("lampiran", |s, v| s.lampiran = Some(v.value))
                .literal()
                .about("lampiran pada kepala surat")
                .example("\"1 (satu) berkas\""),
            F::text("hal", |s, v| s.hal = Some(v.value))
                .literal()
                .about("hal surat")
                .example("\"Undangan Rapat Koordinasi\""),
            F::text("penanda_tangan", |s, v| s.penanda_tangan = Some(v))
                .refers("pejabat")
                .about("`id` pejabat")
                .example("\"sekda\""),
            F::texts("penanda_tangan_lain", |s, v| s.penanda_tangan_lain = v)
                .refers("pejabat")
                .about("`id` pejabat lain yang ikut menandatangani di kiri penanda tangan, misalnya pada sertifikat")
                .example("[\"asisten-1\"]"),
            F::texts("atas_nama", |s, v| s.atas_nama = values(v))
                .about("a.n., yang tertinggi lebih dahulu; yang kedua dan seterusnya diikuti u.b.")
                .example("[\"Bupati Kutai Timur\"]"),
            F::own("paraf", FieldKind::Texts, |s, f, key| {
                let names = values(told(f, key));
                s.paraf = f.has(key).then_some(names);
            })
            .about("pemaraf konsep surat ini, menggantikan `[paraf]`; `[]` bila tidak ada")
            .example("[\"Kepala Bagian …\"]"),
            F::text("yth", |s, v| s.yth = Some(v.value))
                .about("tujuan nota dinas")
                .example("\"Sekretaris Daerah\""),
            F::flag("daftar_terlampir", |s, v| s.bersama = v)
                .about("satu undangan bernomor satu untuk semua, `Yth. (Daftar Terlampir)`; yang diundang didaftar dalam lampiran")
                .example("true"),
            F::texts("menimbang", |s, v| s.menimbang = values(v))
                .about("konsiderans keputusan")
                .example("[\"bahwa …\"]"),
            F::texts("mengingat", |s, v| s.mengingat = values(v))
                .about("dasar hukum keputusan")
                .example("[\"Undang-Undang …\"]"),
            F::texts("dasar", |s, v| s.dasar = values(v))
                .once()
                .about("dasar surat tugas")
                .example("[\"Surat …\"]"),
            F::texts("untuk", |s, v| s.untuk = values(v))
                .about("butir surat tugas")
                .example("[\"mengikuti …\"]"),
            F::texts("isi", |s, v| s.isi = values(v))
                .about("alinea tambahan pada undangan, surat evaluasi, permohonan narasumber, surat tugas, dan nota dinas; diktum tambahan pada keputusan")
                .example("[\"…\"]"),
            F::texts("tembusan", |s, v| s.tembusan = values(v))
                .about("tembusan")
                .example("[\"Inspektur Daerah\"]"),
            F::date("tenggat", |s, v| s.tenggat = Some(v.value))
                .once()
                .about("batas waktu yang disebut dalam surat")
                .example("2025-01-10"),
            word!(Surat, "kop", KOP => |s, v| s.kop = Some(v))
                .about("kop surat ini: `perangkat-daerah` atau `kepala-daerah`; bawaannya menurut penanda tangan dan profil")
                .example("\"kepala-daerah\""),
            F::own("muat", FieldKind::Pages, |s, f, key| s.muat = f.pages(key))
                .about("banyaknya halaman surat tanpa lampiran: `\"satu-halaman\"`, sebuah bilangan, atau `\"bebas\"`; menang atas templat dan profil")
                .example("\"satu-halaman\""),
        ]
    },
)
.then(|s, f| s.span = f.span());
