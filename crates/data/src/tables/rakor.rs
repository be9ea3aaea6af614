//! `data/rakor.toml`, and the list of participants.

use super::field::Field;
use super::field::{inner, list, word};
use super::key::Key;
use super::spec::{FieldKind, words};
use super::table::Table;
use crate::fields::{Fields, people, values};
use crate::problem::RakorProblem;
use base::source::{Span, Spanned};
use field::domain::told_date;
use field::domain::{
    Acara, Biaya, HadirPer, KeadaanTindakLanjut, Kehadiran, Orang, Rakor, Sambutan, Sesi,
    TindakLanjut, Undangan,
};
use jiff::civil::Date;

/// What the file holds, before the parts know of each other.
#[derive(Default)]
pub(crate) struct Parts {
    rakor: RakorHead,
    sesi: Vec<Session>,
    lists: Rakor,
}

/// `[rakor]`.
#[derive(Default)]
struct RakorHead {
    rakor: Rakor,
    tanggal: Option<Spanned<Date>>,
    sampai: Option<Spanned<Date>>,
}

/// A session; its day is the rakor's first when it names none.
#[derive(Default)]
struct Session {
    sesi: Sesi,
    tanggal: Option<Spanned<Date>>,
    span: Span,
}

impl Parts {
    /// Whether its days could be read, and follow each other.
    pub(crate) fn dated(&self) -> bool {
        let last = self.rakor.sampai.as_ref();
        let ends_after =
            |first: &Spanned<_>| last.is_none_or(|last| last.value >= first.value);
        self.rakor.tanggal.as_ref().is_some_and(ends_after)
    }

    /// The rakor as a whole. Without a day it has that of its first session, for those who only
    /// want to know what refers to what.
    pub(crate) fn whole(self) -> Rakor {
        let Self { rakor: RakorHead { rakor, tanggal, .. }, sesi, lists } = self;
        let of_session = || sesi.iter().find_map(|s| s.tanggal.as_ref());
        let tanggal = tanggal.as_ref().or_else(of_session).map(|day| day.value);
        let tanggal = tanggal.unwrap_or_default();
        let sesi = sesi.into_iter().map(|s| Sesi {
            tanggal: s.tanggal.unwrap_or(Spanned::new(tanggal, s.span)),
            ..s.sesi
        });
        let sesi = sesi.collect();
        let Rakor { narasumber, peserta, panitia, undangan, biaya, sambutan, .. } = lists;
        let parts = Rakor { narasumber, peserta, panitia, undangan, ..rakor };
        Rakor { sesi, biaya, sambutan, tindak_lanjut: lists.tindak_lanjut, ..parts }
    }
}

/// The whole file.
pub(crate) static FILE: Table<Parts> = Table::new(
    ("data/rakor.toml", "", "data/rakor.toml"),
    "Rapat koordinasi. Isi nama, tanggal, dan tempat; susunan acara pertama sudah dapat dibuat.",
    &[
        inner!(Parts, "rakor", RAKOR => |p, v| p.rakor = v)
            .required()
            .about("rapat koordinasinya"),
        list!(Parts, "sesi", SESI => |p, v| p.sesi = v)
            .about("sesi dan acaranya, berurutan"),
        list!(Parts, "narasumber", NARASUMBER => |p, v| p.lists.narasumber = v)
            .about("narasumber"),
        list!(Parts, "peserta", PESERTA => |p, v| p.lists.peserta = v)
            .about("peserta; boleh juga dalam `data/peserta.csv`, `.xlsx`, atau `.ods`"),
        list!(Parts, "panitia", PANITIA => |p, v| p.lists.panitia = v).about("panitia"),
        list!(Parts, "undangan", UNDANGAN => |p, v| p.lists.undangan = v)
            .about("yang diundang"),
        list!(Parts, "biaya", BIAYA => |p, v| p.lists.biaya = v)
            .about("rincian biaya KAK"),
        list!(Parts, "sambutan", SAMBUTAN => |p, v| p.lists.sambutan = v)
            .about("naskah sambutan"),
        list!(Parts, "tindak_lanjut", TINDAK_LANJUT => |p, v| p.lists.tindak_lanjut = v)
            .about("tindak lanjut sebelumnya, yang dilaporkan dalam surat evaluasi dan laporan"),
    ],
);

/// The meeting itself.
static RAKOR: Table<RakorHead> = Table::new(
    ("rakor", "[rakor]", "data/rakor.toml"),
    "Rapat koordinasinya.",
    &{
        type F = Field<RakorHead>;
        [
            F::text("nama", |h, v| h.rakor.nama = v.value)
                .required()
                .about("nama lengkap acara")
                .example("\"Rapat Koordinasi Penerapan SPM Triwulan IV Tahun 2024\""),
            F::text("singkat", |h, v| h.rakor.singkat = v.value)
                .about("nama pendek untuk kepala halaman")
                .example("\"Rakor SPM 2024\""),
            F::text("tema", |h, v| h.rakor.tema = Some(v.value))
                .about("tema")
                .example("\"Menuju SPM Tuntas\""),
            F::date("tanggal", |h, v| h.tanggal = Some(v))
                .once()
                .required()
                .about("hari pertama")
                .example("2024-12-09"),
            F::date("sampai", |h, v| h.sampai = Some(v))
                .once()
                .about("hari terakhir, bila lebih dari satu hari")
                .example("2024-12-10"),
            F::text("tempat", |h, v| h.rakor.tempat = v.value)
                .required()
                .about("tempat")
                .example("\"Hotel Aston, Samarinda\""),
            F::text("tautan", |h, v| h.rakor.tautan = Some(v.value))
                .once()
                .about("tautan bagi peserta daring")
                .example("\"https://rapat.example/spm\""),
            F::text("penyelenggara", |h, v| h.rakor.penyelenggara = v.value)
                .about("penyelenggara")
                .example("\"Bagian Tata Pemerintahan\""),
            F::texts("tujuan", |h, v| h.rakor.tujuan = values(v))
                .about("tujuan, masing-masing satu klausa")
                .example("[\"menyamakan pemahaman\"]"),
            F::text("pakaian", |h, v| h.rakor.pakaian = Some(v.value))
                .about("pakaian peserta")
                .example("\"Batik\""),
            F::phone("narahubung", |h, v| h.rakor.narahubung = Some(v.value))
                .about("siapa yang dapat dihubungi, dengan nomor teleponnya; dicetak pada undangan")
                .example("\"Siti Rahayu, 0812…\""),
            F::flag("hadir_telepon", |h, v| h.rakor.hadir_telepon = v)
                .about("daftar hadir berkolom nomor telepon")
                .example("true"),
            F::texts("latar_belakang", |h, v| h.rakor.latar_belakang = values(v))
                .about("alinea latar belakang KAK")
                .example("[\"Penerapan SPM …\"]"),
            F::texts("dasar_hukum", |h, v| h.rakor.dasar_hukum = v)
                .about("id dasar hukum dari katalog; bawaannya PP 2/2018 dan Permendagri 59/2021")
                .example("[\"pp-2-2018\"]"),
            F::texts("sasaran", |h, v| h.rakor.sasaran = values(v))
                .about("sasaran, masing-masing satu klausa")
                .example("[\"tersusunnya rencana aksi\"]"),
            F::texts("luaran", |h, v| h.rakor.luaran = values(v))
                .about("hasil yang diharapkan, masing-masing satu klausa")
                .example("[\"rencana aksi tiap perangkat daerah\"]"),
            F::text("bentuk", |h, v| h.rakor.bentuk = Some(v.value))
                .about("bentuk kegiatan")
                .example("\"paparan dan diskusi\""),
            F::text("sumber_biaya", |h, v| h.rakor.sumber_biaya = Some(v.value))
                .about("sumber pembiayaan")
                .example("\"DPA Sekretariat Daerah Tahun 2024\""),
            F::texts("catatan", |h, v| h.rakor.catatan = values(v))
                .about("kalimat tambahan pada undangan")
                .example("[\"Peserta membawa laptop.\"]"),
            F::texts("rangkaian", |h, v| h.rakor.rangkaian = values(v))
                .about("rakor sebelumnya yang dirujuk")
                .example("[\"Rakor Triwulan III\"]"),
            word!(RakorHead, "hadir_per", HadirPer::WORDS => |h, v| h.rakor.hadir_per = v)
                .about("daftar hadir per `hari` (bawaan) atau per `sesi`")
                .example("\"sesi\""),
            F::whole("baris_kosong", (0, 500), |h, v| {
                h.rakor.baris_kosong = usize::try_from(v.value).unwrap_or(0);
            })
            .about("baris kosong pada daftar hadir peserta; bawaan 6")
            .example("10"),
        ]
    },
)
.starting(&[&[("nama", "\"\""), ("tanggal", "\"\""), ("tempat", "\"\"")]])
.then(head);

/// Rows for guests that nobody listed, unless the data says otherwise.
const BLANK_ROWS: usize = 6;

fn head(head: &mut RakorHead, f: &mut Fields<'_>) {
    let rakor = &mut head.rakor;
    rakor.span = f.span();
    if !f.has(Key::new("singkat")) {
        rakor.singkat.clone_from(&rakor.nama);
    }
    if !f.has(Key::new("baris_kosong")) {
        rakor.baris_kosong = BLANK_ROWS;
    }
    let Some(first) = &head.tanggal else { return };
    let last = head.sampai.as_ref().unwrap_or(first);
    (rakor.tanggal, rakor.sampai) = (first.value, last.value);
    if last.value < first.value {
        let (dari, sampai) = (told_date(first.value), told_date(last.value));
        f.problems.add(last.span, RakorProblem::RakorBackwards { dari, sampai });
    }
}

/// The sessions.
static SESI: Table<Session> =
    Table::new(("sesi", "[[sesi]]", "data/rakor.toml"), "Sesi, berurutan.", &{
        type F = Field<Session>;
        [
            F::id(|s, id| s.sesi.id = id)
                .required()
                .about("nama pendek")
                .example("\"pembukaan\""),
            F::text("nama", |s, v| s.sesi.nama = v.value)
                .required()
                .about("nama sesi")
                .example("\"Pembukaan\""),
            F::date("tanggal", |s, v| s.tanggal = Some(v))
                .once()
                .about("bawaannya hari pertama rakor")
                .example("2024-12-10"),
            F::time("mulai", |s, v| s.sesi.mulai = Some(v))
                .about("jam mulai acara pertama")
                .example("\"08.00\""),
            F::text("tempat", |s, v| s.sesi.tempat = Some(v.value))
                .about("bila berbeda dari tempat rakor")
                .example("\"Ruang Rapat II\""),
            F::own("acara", FieldKind::List(&ACARA), |s, f, key| {
                let mut unread = f.has(Key::new("mulai")) && s.sesi.mulai.is_none();
                s.sesi.acara = f.list(key, |f| {
                    let item = ACARA.read(f);
                    unread |= f.has(Key::new("mulai")) && item.mulai.is_none();
                    item
                });
                // A time that was told to be wrong must not be told to be missing as well.
                if s.sesi.mulai.is_none() && unread {
                    let midnight = jiff::civil::Time::midnight();
                    s.sesi.mulai = Some(Spanned::new(midnight, f.span()));
                }
                s.sesi.unread = unread;
            })
            .about("daftar acara, ditulis sebagai `[[sesi.acara]]`"),
        ]
    })
    .starting(&[&[
        ("id", "\"pembukaan\""),
        ("nama", "\"Pembukaan\""),
        ("mulai", "\"08.00\""),
    ]])
    .then(|s, f| s.span = f.span());

/// The items of a session.
static ACARA: Table<Acara> = Table::new(
    ("acara", "[[sesi.acara]]", "data/rakor.toml"),
    "Acara sebuah sesi; jam dihitung dari acara sebelumnya.",
    &{
        type F = Field<Acara>;
        [
            F::text("nama", |a, v| a.nama = v.value)
                .required()
                .about("nama acara")
                .example("\"Registrasi peserta\""),
            F::whole("durasi", (1, 1440), |a, v| a.durasi = Some(v))
                .required_when("bila tanpa `selesai`")
                .about("menit, 1–1440; jam berikutnya dihitung sendiri")
                .example("30"),
            F::time("mulai", |a, v| a.mulai = Some(v))
                .about("jam tetap; bentrokan antaracara diberi tahu")
                .example("\"13.00\""),
            F::time("selesai", |a, v| a.selesai = Some(v))
                .about("jam selesai yang tetap")
                .example("\"14.30\""),
            F::text("oleh", |a, v| a.oleh = Some(v.value))
                .about("pengisi acara")
                .example("\"Panitia\""),
            F::texts("narasumber", |a, v| a.narasumber = v)
                .refers("narasumber")
                .about("`id` narasumber")
                .example("[\"tarwanto\"]"),
            F::text("mewakili", |a, v| a.mewakili = Some(v.value))
                .about("yang diwakili pengisi acara")
                .example("\"Bupati\""),
            F::text("moderator", |a, v| a.moderator = Some(v.value))
                .about("moderator")
                .example("\"Kepala Bagian Tata Pemerintahan\""),
            F::flag("daring", |a, v| a.daring = v)
                .about("`true` bila diisi secara daring")
                .example("true"),
            F::text("perlengkapan", |a, v| a.perlengkapan = Some(v.value))
                .about("alat yang disiapkan panitia")
                .example("\"Proyektor\""),
            F::text("pic", |a, v| a.pic = Some(v.value))
                .about("penanggung jawab")
                .example("\"Seksi Acara\""),
            F::text("keterangan", |a, v| a.keterangan = Some(v.value))
                .about("keterangan")
                .example("\"melalui Zoom\""),
        ]
    },
)
.starting(&[
    &[("nama", "\"Registrasi peserta\""), ("durasi", "30"), ("oleh", "\"Panitia\"")],
    &[("nama", "\"Pembukaan\""), ("durasi", "15")],
])
.then(|a, f| {
    a.span = f.span();
    // A length that was told to be wrong must not be told to be missing as well.
    if a.selesai.is_none()
        && a.durasi.is_none()
        && (f.has(Key::new("selesai")) || f.has(Key::new("durasi")))
    {
        a.durasi = Some(Spanned::new(1, a.span));
    }
});

/// What is asked of any person: speakers, participants and the committee.
const ORANG: &[Field<Orang>] = &{
    type F = Field<Orang>;
    [
        F::id(|o, id| o.id = Some(id))
            .required_when("bila dirujuk")
            .about("nama pendek")
            .example("\"tarwanto\""),
        F::name(|o, nama| o.nama = Some(nama))
            .about("nama tanpa gelar; tanpa `nama`, barisnya dicetak untuk diisi tangan")
            .example("\"Tarwanto\"")
            .headed(&["nama_lengkap", "nama_peserta"]),
        F::gelar_depan(),
        F::gelar_belakang(),
        F::text("jabatan", |o, v| o.jabatan = Some(v.value))
            .about("jabatan, dicetak pada daftar hadir")
            .example("\"Kepala Dinas\"")
            .headed(&[
                "nama_jabatan",
                "jabatan_dalam_dinas",
                "jabatan_dinas",
                "jabatan_instansi",
                "jabatan_pekerjaan",
            ]),
        F::text("instansi", |o, v| o.instansi = Some(v.value))
            .about("instansi, dicetak pada daftar hadir")
            .example("\"Dinas Kesehatan\"")
            .headed(&[
                "nama_instansi",
                "asal_instansi",
                "instansi_asal",
                "instansi_opd",
                "asal",
                "opd",
                "nama_opd",
                "skpd",
                "perangkat_daerah",
                "nama_perangkat_daerah",
                "dinas",
                "badan",
                "kantor",
                "organisasi",
                "unit_organisasi",
                "unit_kerja",
                "unit",
                "satuan_kerja",
                "satker",
                "utusan",
                "perwakilan",
                "kecamatan",
                "desa",
                "kelurahan",
            ])
            .merged(),
        F::text("peran", |o, v| o.peran = Some(v.value))
            .about("peran")
            .example("\"Ketua Panitia\"")
            .headed(&[
                "jabatan_dalam_panitia",
                "jabatan_dalam_kepanitiaan",
                "kedudukan_dalam_panitia",
                "seksi",
            ]),
        F::text("materi", |o, v| o.materi = Some(v.value))
            .about("judul paparan")
            .example("\"Evaluasi Penerapan SPM\"")
            .headed(&["judul_materi", "judul_paparan", "topik"]),
        word!(Orang, "jenis_kelamin", KELAMIN => |o, v| o.jenis_kelamin = Some(v))
            .about("`L` atau `P`")
            .example("\"P\"")
            .headed(&["l_p", "jk", "kelamin", "gender", "jenis_kelamin_l_p"]),
        F::phone("telepon", |o, v| o.telepon = Some(v.value))
            .about("nomor telepon")
            .example("\"0812…\"")
            .headed(&[
                "no_hp",
                "nomor_hp",
                "no_telepon",
                "nomor_telepon",
                "no_wa",
                "hp",
                "kontak",
                "nomor_kontak",
            ]),
        F::nip(|o, nip| o.nip = Some(nip)),
        F::pppk(),
        F::pangkat(),
        F::golongan(|o, golongan| o.golongan = Some(golongan)),
        F::count("jp", |o, v| o.jp = Some(v.value.unsigned_abs()))
            .about("jam pelajaran paparan, untuk sertifikat")
            .example("2"),
        F::own("hadir", FieldKind::Attendance(&const { words(&Kehadiran::WORDS) }), |o, f, key| {
            o.hadir = people::attendance(f, key);
        })
            .once()
            .about("setelah acara: `ya` (atau `luring`), `daring`, `tidak`; tanpa isian berarti belum dicatat")
            .example("\"ya\"")
            .headed(&["kehadiran"]),
        F::flag("daring", |o, v| o.daring = v)
            .about("`true`: masuk daftar hadir daring")
            .example("true"),
    ]
};

const KELAMIN: [(&str, &str); 9] = [
    ("l", "L"),
    ("p", "P"),
    ("laki-laki", "L"),
    ("laki laki", "L"),
    ("lk", "L"),
    ("pria", "L"),
    ("perempuan", "P"),
    ("pr", "P"),
    ("wanita", "P"),
];

/// Where somebody was written.
fn placed(person: &mut Orang, f: &mut Fields<'_>) {
    person.written = f.places();
}

/// Speakers, in the file of the rakor or in a list of their own.
pub(crate) static NARASUMBER: Table<Orang> =
    Table::new(("narasumber", "[[narasumber]]", "data/rakor.toml"), "Narasumber.", ORANG)
        .passing_over(BESIDE)
        .open()
        .then(placed);

/// Columns of a list of people that are there for other hands.
const BESIDE: &[&str] = &["no", "nomor", "no_urut", "tanda_tangan", "ttd", "paraf"];

/// Participants, in the file of the rakor or in a list of their own.
pub(crate) static PESERTA: Table<Orang> =
    Table::new(("peserta", "[[peserta]]", "data/rakor.toml"), "Peserta.", ORANG)
        .passing_over(BESIDE)
        .open()
        .then(placed);

/// The committee, in the file of the rakor or in a list of its own.
pub(crate) static PANITIA: Table<Orang> =
    Table::new(("panitia", "[[panitia]]", "data/rakor.toml"), "Panitia.", ORANG)
        .passing_over(BESIDE)
        .open()
        .then(placed);

/// Who is invited, in the file of the rakor or in a list of their own.
pub(crate) static UNDANGAN: Table<Undangan> = Table::new(
    ("undangan", "[[undangan]]", "data/rakor.toml"),
    "Yang diundang; satu surat undangan tiap baris.",
    &{
        type F = Field<Undangan>;
        [
            F::id(|u, id| u.id = id)
                .about("menjadi nama berkas; bawaannya id OPD, atau nama pendek dari yth")
                .example("\"dinkes\""),
            F::text("yth", |u, v| u.yth = v.value)
                .required()
                .about("tujuan surat")
                .example("\"Kepala Dinas Kesehatan\"")
                .headed(&["kepada", "kepada_yth", "yang_diundang", "tujuan"]),
            F::text("opd", |u, v| u.opd = Some(v))
                .refers("opd")
                .about("`id` OPD")
                .example("\"dinkes\""),
            F::text("tempat", |u, v| u.tempat = Some(v.value))
                .about("bawaannya ibu kota")
                .example("\"Sangatta\""),
            F::whole("jumlah", (1, 10_000), |u, v| u.jumlah = v.value.unsigned_abs())
                .about("orang yang diundang; bawaan 1")
                .example("3")
                .headed(&["jumlah_orang", "jumlah_undangan", "banyak_orang"]),
            F::text("keterangan", |u, v| u.keterangan = Some(v.value))
                .about("keterangan")
                .example("\"dengan operator e-SPM\""),
        ]
    },
)
.passing_over(&["no", "nomor"])
.open()
.then(|u, f| {
    if !f.has(Key::new("jumlah")) {
        u.jumlah = 1;
    }
});

static BIAYA: Table<Biaya> = Table::new(
    ("biaya", "[[biaya]]", "data/rakor.toml"),
    "Rincian biaya; jumlah dan totalnya dihitung sendiri.",
    &{
        type F = Field<Biaya>;
        [
            F::text("uraian", |b, v| b.uraian = v.value)
                .required()
                .about("untuk apa")
                .example("\"Konsumsi peserta\""),
            F::count("volume", |b, v| b.volume = v.value.unsigned_abs())
                .about("banyaknya; bawaan 1")
                .example("80"),
            F::text("satuan", |b, v| b.satuan = v.value)
                .about("satuan banyaknya")
                .example("\"orang\""),
            F::count("harga", |b, v| b.harga = v.value.unsigned_abs())
                .about("harga satuan dalam rupiah")
                .example("55_000"),
        ]
    },
)
.then(|b, f| {
    if !f.has(Key::new("volume")) {
        b.volume = 1;
    }
    // What is not given yet is left away.
    for key in ["volume", "harga"] {
        if f.is_nought(Key::new(key)) {
            b.nol.push(Spanned::new(key, f.place(Key::new(key))));
        }
    }
});

static SAMBUTAN: Table<Sambutan> =
    Table::new(("sambutan", "[[sambutan]]", "data/rakor.toml"), "Naskah sambutan.", &{
        type F = Field<Sambutan>;
        [
            F::id(|s, id| s.id = id)
                .required()
                .about("menjadi nama berkas")
                .example("\"bupati\""),
            F::text("judul", |s, v| s.judul = v.value)
                .required()
                .about("judul naskah")
                .example("\"Sambutan Bupati\""),
            F::text("oleh", |s, v| s.oleh = Some(v.value))
                .about("pembicara")
                .example("\"Bupati Contoh\""),
            F::text("jabatan", |s, v| s.jabatan = Some(v.value))
                .about("jabatan pembicara")
                .example("\"Bupati\""),
            F::texts("isi", |s, v| s.isi = values(v))
                .about("alinea-alineanya")
                .example("[\"Yang saya hormati …\"]"),
        ]
    });

static TINDAK_LANJUT: Table<TindakLanjut> = Table::new(
    ("tindak_lanjut", "[[tindak_lanjut]]", "data/rakor.toml"),
    "Yang disepakati atau diminta sebelumnya; `naskah lanjut` menulisnya dari kesepakatan dan surat yang lalu.",
    &{
        type F = Field<TindakLanjut>;
        [
            F::text("isi", |t, v| t.isi = v.value)
                .required()
                .about("yang dilakukan")
                .example("\"Melengkapi data sasaran\""),
            F::text("opd", |t, v| t.opd = Some(v))
                .refers("opd")
                .about("`id` OPD, yang suratnya melaporkannya; tanpa ini hanya laporan rakor yang memuatnya")
                .example("\"dinkes\""),
            F::text("pic", |t, v| t.pic = Some(v.value))
                .about("penanggung jawab seperti dicetak")
                .example("\"Bidang Kesehatan Masyarakat\""),
            F::date("tenggat", |t, v| t.tenggat = Some(v.value))
                .about("batas waktunya")
                .example("2025-01-31"),
            F::text("asal", |t, v| t.asal = Some(v.value))
                .about("rapat atau surat yang menyebutnya")
                .example("\"Rakor Triwulan IV 2024\""),
            word!(TindakLanjut, "keadaan", KeadaanTindakLanjut::WORDS => |t, v| t.keadaan = Some(v))
                .about("`selesai` atau `belum`; tanpa isian berarti belum dilaporkan")
                .example("\"selesai\""),
            F::date("selesai", |t, v| t.selesai = Some(v.value))
                .about("hari selesainya; yang sesudah `tenggat` disebut terlambat")
                .example("2025-01-28"),
            F::text("keterangan", |t, v| t.keterangan = Some(v.value))
                .about("keterangan")
                .example("\"Padanan per desa sudah disahkan\""),
        ]
    },
);
