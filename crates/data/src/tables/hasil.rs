//! `data/hasil.toml`: what came of the meeting.

use super::field::Field;
use super::field::{inner, list};
use super::table::Table;
use crate::fields::values;
use field::domain::{
    Foto, Hasil, JumlahHadir, Kesepakatan, Notula, Pembahasan, Penandatangan,
};

/// The whole file.
pub(crate) static HASIL: Table<Hasil> = Table::new(
    ("data/hasil.toml", "", "data/hasil.toml"),
    "Hasil rakor, untuk notula, berita acara, dan laporan. Daftar kalimat ditulis di awal berkas.",
    &{
        type F = Field<Hasil>;
        [
            F::texts("keputusan", |h, v| h.keputusan = values(v))
                .about("keputusan, masing-masing satu kalimat")
                .example("[\"…\"]"),
            F::texts("simpulan", |h, v| h.simpulan = values(v))
                .about("simpulan laporan")
                .example("[\"…\"]"),
            F::texts("hambatan", |h, v| h.hambatan = values(v))
                .about("hambatan dalam laporan")
                .example("[\"…\"]"),
            F::texts("saran", |h, v| h.saran = values(v))
                .about("saran dalam laporan")
                .example("[\"…\"]"),
            inner!(Hasil, "notula", NOTULA => |h, v| h.notula = v)
                .about("jalannya rapat"),
            list!(Hasil, "pembahasan", PEMBAHASAN => |h, v| h.pembahasan = v)
                .about("yang dibahas"),
            list!(Hasil, "kesepakatan", KESEPAKATAN => |h, v| h.kesepakatan = v)
                .about("yang disepakati dan tindak lanjutnya"),
            list!(Hasil, "penandatangan", PENANDATANGAN => |h, v| h.penandatangan = v)
                .about("yang menandatangani berita acara"),
            list!(Hasil, "foto", FOTO => |h, v| h.foto = v)
                .about("foto, dicetak dua sebaris dalam laporan"),
            inner!(Hasil, "hadir", HADIR => |h, v| h.hadir = Some(v))
                .about("jumlah yang hadir bila tidak dicatat per orang"),
        ]
    },
);

static NOTULA: Table<Notula> =
    Table::new(("notula", "[notula]", "data/hasil.toml"), "Jalannya rapat.", &{
        type F = Field<Notula>;
        [
            F::text("ketua", |n, v| n.ketua = Some(v.value))
                .about("ketua rapat")
                .example("\"Sekretaris Daerah\""),
            F::text("sekretaris", |n, v| n.sekretaris = Some(v.value))
                .about("sekretaris rapat")
                .example("\"Kepala Bagian Tata Pemerintahan\""),
            F::text("pencatat", |n, v| n.pencatat = Some(v.value))
                .about("pencatat")
                .example("\"Analis Kebijakan\""),
            F::time("mulai", |n, v| n.mulai = Some(v.value))
                .about("jam mulai yang sebenarnya")
                .example("\"08.30\""),
            F::time("selesai", |n, v| n.selesai = Some(v.value))
                .about("jam selesai yang sebenarnya")
                .example("\"15.45\""),
            F::texts("pembukaan", |n, v| n.pembukaan = values(v))
                .about("alinea pembukaan")
                .example("[\"…\"]"),
            F::texts("penutup", |n, v| n.penutup = values(v))
                .about("alinea penutup")
                .example("[\"…\"]"),
        ]
    });

static PEMBAHASAN: Table<Pembahasan> =
    Table::new(("pembahasan", "[[pembahasan]]", "data/hasil.toml"), "Yang dibahas.", &{
        type F = Field<Pembahasan>;
        [
            F::text("topik", |p, v| p.topik = v.value)
                .required()
                .about("pokok bahasan")
                .example("\"Capaian Triwulan IV\""),
            F::text("penyampai", |p, v| p.penyampai = Some(v.value))
                .about("yang menyampaikan")
                .example("\"Kepala Dinas Kesehatan\""),
            F::texts("uraian", |p, v| p.uraian = values(v))
                .about("yang disampaikan")
                .example("[\"…\"]"),
            F::texts("tanggapan", |p, v| p.tanggapan = values(v))
                .about("tanya jawabnya")
                .example("[\"…\"]"),
        ]
    });

static KESEPAKATAN: Table<Kesepakatan> = Table::new(
    ("kesepakatan", "[[kesepakatan]]", "data/hasil.toml"),
    "Yang disepakati dan tindak lanjutnya.",
    &{
        type F = Field<Kesepakatan>;
        [
            F::text("isi", |k, v| k.isi = v.value)
                .required()
                .about("yang akan dilakukan")
                .example("\"Melengkapi data sasaran\""),
            F::text("pic", |k, v| k.pic = Some(v.value))
                .about("penanggung jawab seperti dicetak")
                .example("\"Dinas Kesehatan\""),
            F::text("opd", |k, v| k.opd = Some(v))
                .refers("opd")
                .about("`id` OPD")
                .example("\"dinkes\""),
            F::date("tenggat", |k, v| k.tenggat = Some(v.value))
                .about("batas waktu")
                .example("2025-01-31"),
        ]
    },
);

static PENANDATANGAN: Table<Penandatangan> = Table::new(
    ("penandatangan", "[[penandatangan]]", "data/hasil.toml"),
    "Yang menandatangani berita acara.",
    &{
        type F = Field<Penandatangan>;
        [
            F::name(|p, nama| p.nama = Some(nama))
                .about("nama tanpa gelar; tanpa `nama` dicetak garis")
                .example("\"Tarwanto\""),
            F::gelar_depan(),
            F::gelar_belakang(),
            F::text("jabatan", |p, v| p.jabatan = v.value)
                .required()
                .about("jabatan")
                .example("\"Kepala Dinas Kesehatan\""),
            F::nip(|p, nip| p.nip = Some(nip)),
            F::pppk(),
            F::pangkat_alone(),
            F::text("sebagai", |p, v| p.sebagai = Some(v.value))
                .about("sebutan dalam berita acara")
                .example("\"Ketua\""),
        ]
    },
);

static FOTO: Table<Foto> = Table::new(
    ("foto", "[[foto]]", "data/hasil.toml"),
    "Foto diputar menurut EXIF dan dikecilkan menjadi paling besar 1.600 piksel.",
    &{
        type F = Field<Foto>;
        [
            F::text("berkas", |p, v| p.berkas = v)
                .required()
                .about("berkas di bawah `aset/`")
                .example("\"foto/pembukaan.jpg\""),
            F::text("keterangan", |p, v| p.keterangan = v.value)
                .required()
                .about("yang tampak; dicetak di bawahnya")
                .example("\"Pembukaan rapat\""),
        ]
    },
);

static HADIR: Table<JumlahHadir> = Table::new(
    ("hadir", "[hadir]", "data/hasil.toml"),
    "Jumlah yang hadir bila tidak dicatat per orang.",
    &{
        type F = Field<JumlahHadir>;
        [
            F::count("luring_l", |h, v| h.luring_l = v.value.unsigned_abs())
                .about("laki-laki di tempat rapat")
                .example("42"),
            F::count("luring_p", |h, v| h.luring_p = v.value.unsigned_abs())
                .about("perempuan di tempat rapat")
                .example("38"),
            F::count("daring_l", |h, v| h.daring_l = v.value.unsigned_abs())
                .about("laki-laki secara daring")
                .example("12"),
            F::count("daring_p", |h, v| h.daring_p = v.value.unsigned_abs())
                .about("perempuan secara daring")
                .example("9"),
        ]
    },
);
