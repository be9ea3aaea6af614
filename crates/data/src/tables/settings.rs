//! `naskah.toml`.

use super::checks::PERIKSA;
use super::field::Field;
use super::field::{inner, word};
use super::key::Key;
use super::spec::FieldKind;
use super::table::Table;
use crate::fields::{Fields, values, verification};
use crate::node::Node;
use crate::problem::RegionProblem;
use bahasa::Zone;
use base::source::{Span, Spanned};
use field::domain::StatusDokumen;
use field::domain::region_name::{self, KindError};
use field::domain::{Daerah, Deret, Instansi, JenisDaerah, Periode, Silence};
use field::spm::kebijakan::{
    BelumDiisi, BobotUrusan, JalurKejadian, Kelebihan, Pembulatan, RerataMutu, RerataOpd,
    SasaranNihil, Trantibumlinmas, TriwulanBerjalan,
};
use field::spm::{Kebijakan, TargetPath};

/// What the file says, before what is not said is filled in.
#[derive(Default)]
pub(crate) struct SaidSettings {
    pub(crate) versi: Option<Spanned<String>>,
    pub(crate) daerah: Option<Daerah>,
    pub(crate) instansi: Option<Instansi>,
    pub(crate) status: StatusDokumen,
    pub(crate) paraf: Vec<String>,
    pub(crate) verifikasi: Option<String>,
    pub(crate) deret: Deret,
    pub(crate) periode: QuarterSettings,
    pub(crate) profil: Option<Node>,
    pub(crate) keluaran: OutputSettings,
    pub(crate) spm: Policies,
    pub(crate) silences: Vec<Silence>,
}

/// `[periode]`.
#[derive(Default)]
pub(crate) struct QuarterSettings {
    tahun: Option<i64>,
    triwulan: Option<i64>,
    pub(crate) span: Span,
}

impl QuarterSettings {
    /// The quarter, when both parts are there.
    pub(crate) fn whole(&self) -> Option<Periode> {
        Some(Periode {
            tahun: i16::try_from(self.tahun?).ok()?,
            triwulan: u8::try_from(self.triwulan?).ok()?,
        })
    }
}

/// `[keluaran]`.
#[derive(Default)]
pub(crate) struct OutputSettings {
    pub(crate) templates: Vec<Spanned<String>>,
    pub(crate) folder: Option<Spanned<String>>,
}

/// `[spm]`.
#[derive(Default)]
pub(crate) struct Policies {
    pub(crate) kebijakan: Kebijakan,
    pub(crate) jalur: Option<TargetPath>,
}

/// The whole file.
pub(crate) static NASKAH: Table<SaidSettings> = Table::new(
    ("naskah.toml", "", "naskah.toml"),
    "Folder kerja naskah. Isi bagian yang kosong, lalu jalankan: naskah check, kemudian naskah build.",
    &[
        Field::<SaidSettings>::text("versi", |s, v| s.versi = Some(v))
            .about("versi naskah yang membuat folder kerja ini; versi yang lebih baru menyebut apa yang berubah sejak itu")
            .example(concat!("\"", env!("CARGO_PKG_VERSION"), "\"")),
        inner!(SaidSettings, "daerah", DAERAH => |s, v| s.daerah = Some(v))
            .required()
            .about("daerahnya"),
        inner!(SaidSettings, "instansi", INSTANSI => |s, v| s.instansi = Some(v))
            .required()
            .about("instansi yang mengeluarkan naskah"),
        inner!(SaidSettings, "dokumen", DOKUMEN => |s, v: One<StatusDokumen>| s.status = v.0)
            .about("keadaan naskah"),
        inner!(SaidSettings, "paraf", PARAF => |s, v| s.paraf = v).about("pemaraf konsep"),
        inner!(SaidSettings, "tte", TTE => |s, v: One<Option<String>>| s.verifikasi = v.0)
            .about("kode QR"),
        inner!(SaidSettings, "nomor", NOMOR => |s, v: One<Deret>| s.deret = v.0)
            .about("deret nomor surat"),
        inner!(SaidSettings, "periode", PERIODE => |s, v| s.periode = v)
            .about("triwulan yang dilaporkan"),
        Field::<SaidSettings>::own("profil", FieldKind::Elsewhere, |s, f, key| {
            s.profil = f.raw(key).cloned();
        })
        .about(
            "bentuk naskah, bila berbeda dari bawaan: kertas, huruf, kop, tanda tangan",
        )
        .example("{ kertas = \"f4-215\", spasi = 1.15 }"),
        inner!(SaidSettings, "keluaran", KELUARAN => |s, v| s.keluaran = v).about("hasil"),
        inner!(SaidSettings, "spm", SPM => |s, v| s.spm = v)
            .about("kebijakan penghitungan indeks"),
        inner!(SaidSettings, "periksa", PERIKSA => |s, v| s.silences = v)
            .about("pemeriksaan yang diabaikan"),
    ],
)
.starting(&[&[("versi", concat!("\"", env!("CARGO_PKG_VERSION"), "\""))]]);

const ZONES: [(&str, Zone); 3] =
    [("wib", Zone::Wib), ("wita", Zone::Wita), ("wit", Zone::Wit)];

static DAERAH: Table<Daerah> = Table::new(
    ("daerah", "[daerah]", "naskah.toml"),
    "Daerah yang mengeluarkan naskah.",
    &{
        type F = Field<Daerah>;
        [
            F::text("nama", |d, v| d.nama = v.value)
                .required()
                .about("nama daerah; sebutan Kabupaten, Kota, atau Provinsi di depannya boleh ditulis, atau ditambahkan dari `jenis`")
                .example("\"Kabupaten Kutai Timur\""),
            word!(Daerah, "jenis", JenisDaerah::WORDS => |d, v| d.jenis = v)
                .about("`kabupaten`, `kota`, atau `provinsi`; boleh dikosongkan bila `nama` menyebutnya. Menentukan daftar layanan dan sebutan kepala daerah")
                .example("\"kabupaten\""),
            F::text("ibu_kota", |d, v| d.ibu_kota = v.value)
                .required()
                .about("ibu kota")
                .example("\"Sangatta\""),
            F::text("provinsi", |d, v| d.provinsi = v.value)
                .about("nama provinsi")
                .example("\"Provinsi Kalimantan Timur\""),
            word!(Daerah, "zona_waktu", ZONES => |d, v| { d.zona = v; d.zona_said = true; })
                .about("`wib`, `wita`, atau `wit`; bila tidak diisi menurut `provinsi`, dan bila itu pun tidak diisi atau tidak dikenal, `wib` dengan peringatan")
                .example("\"wita\""),
            F::text("lambang", |d, v| d.lambang = Some(v))
                .about("gambar dalam folder kerja")
                .example("\"aset/lambang.png\""),
            F::text("lambang_negara", |d, v| d.lambang_negara = Some(v))
                .about("gambar lambang negara, untuk kop kepala daerah")
                .example("\"aset/garuda.png\""),
        ]
    },
)
.starting(&[&[
    ("nama", "\"\""),
    ("jenis", "\"kabupaten\""),
    ("ibu_kota", "\"\""),
    ("provinsi", "\"\""),
    ("zona_waktu", "\"\""),
]])
.then(|d, f| {
    kind(d, f);
    if !f.has(Key::new("provinsi")) {
        d.provinsi.clone_from(&d.nama);
    }
});

/// Gives a region its full name and its kind; what is not known of them is told.
fn kind(daerah: &mut Daerah, f: &mut Fields<'_>) {
    let told = f
        .has(Key::new("jenis"))
        .then(|| f.written(Key::new("jenis")).map(str::to_lowercase));
    let word = |word: String| {
        JenisDaerah::WORDS.iter().find(|(own, _)| *own == word).map(|(_, kind)| *kind)
    };
    let jenis = match told {
        Some(told) => match told.and_then(word) {
            // A word that is none was told already.
            None => return,
            known => known,
        },
        None => None,
    };
    if daerah.nama.is_empty() {
        return;
    }
    let nama = daerah.nama.clone();
    match region_name::whole(&nama, jenis) {
        Ok((full, kind)) => (daerah.nama, daerah.jenis) = (full, kind),
        Err(KindError::Untold) => {
            f.problems.add(f.place(Key::NAMA), RegionProblem::NoKind { nama });
        }
        Err(KindError::Contradicts(named)) => {
            let (named, jenis) =
                (named.word().to_owned(), daerah.jenis.word().to_owned());
            f.problems
                .add(f.place(Key::NAMA), RegionProblem::OtherKind { nama, named, jenis });
        }
    }
}

static INSTANSI: Table<Instansi> = Table::new(
    ("instansi", "[instansi]", "naskah.toml"),
    "Instansi yang mengeluarkan naskah.",
    &{
        type F = Field<Instansi>;
        [
            F::text("nama", |i, v| i.nama = v.value)
                .required()
                .about("instansi yang mengeluarkan naskah")
                .example("\"Sekretariat Daerah\""),
            F::text("unit", |i, v| i.unit = v.value)
                .about("unit kerja")
                .example("\"Bagian Tata Pemerintahan\""),
            F::texts("kop", |i, v| i.kop = values(v))
                .about("baris kop; baris terakhir dicetak lebih besar. Bila tidak diisi: PEMERINTAH dan nama daerah, lalu nama instansi")
                .example("[\"PEMERINTAH KABUPATEN …\", \"SEKRETARIAT DAERAH\"]"),
            F::texts("alamat", |i, v| i.alamat = values(v))
                .about("baris alamat di bawah kop")
                .example("[\"Jalan … Nomor …, Kota 00000\", \"Telepon …  Pos-el …  Laman …\"]"),
            F::texts("kop_kepala_daerah", |i, v| i.kop_kepala = values(v))
                .about("baris kop kepala daerah; bila tidak diisi: sebutan kepala dan nama daerah")
                .example("[\"BUPATI …\"]"),
            F::texts("alamat_kepala_daerah", |i, v| i.alamat_kepala = values(v))
                .about("alamat kepala daerah; bila tidak diisi sama dengan `alamat`")
                .example("[\"Jalan … Nomor …\"]"),
            F::text("tempat", |i, v| i.tempat = v.value)
                .about("tempat di depan tanggal surat; bawaannya ibu kota")
                .example("\"Sangatta\""),
        ]
    },
)
.starting(&[&[
    ("nama", "\"Sekretariat Daerah\""),
    ("unit", "\"Bagian Tata Pemerintahan\""),
]]);

/// What a table of one value holds.
#[derive(Default)]
struct One<V>(V);

static DOKUMEN: Table<One<StatusDokumen>> = Table::new(
    ("dokumen", "[dokumen]", "naskah.toml"),
    "Keadaan naskah.",
    &[word!(One<StatusDokumen>, "status", StatusDokumen::WORDS => |d, v| d.0 = v)
        .about("`contoh` (tanda air CONTOH), `draf` (bawaan; tanda air DRAF), atau `final` (tanpa tanda air)")
        .example("\"final\"")],
)
.starting(&[&[("status", "\"draf\"")]]);

static PARAF: Table<Vec<String>> = Table::new(
    ("paraf", "[paraf]", "naskah.toml"),
    "Pemaraf konsep.",
    &[Field::<Vec<String>>::texts("hierarki", |p, v| *p = values(v))
        .about("pejabat yang memaraf konsep, dari yang terendah; dicetak sebagai tabel kecil di kiri tanda tangan bila `status = \"draf\"`")
        .example("[\"Kepala Bagian …\", \"Asisten …\"]")],
);

static TTE: Table<One<Option<String>>> = Table::new(
    ("tte", "[tte]", "naskah.toml"),
    "Kode QR pada tanda tangan.",
    &[Field::<One<Option<String>>>::own("url", FieldKind::Text, |t, f, key| {
        t.0 = verification(f, key);
    })
    .about("isi kode QR di kiri tanda tangan; `{nomor}` diganti nomor surat. Tanpa nomor, dan pada naskah yang belum final, QR tidak dicetak. Cara menandatangani diatur `tte` pada `[profil]`")
    .example("\"https://…/{nomor}\"")],
);

static NOMOR: Table<One<Deret>> = Table::new(
    ("nomor", "[nomor]", "naskah.toml"),
    "Deret nomor surat.",
    &[word!(One<Deret>, "deret", Deret::WORDS => |n, v| n.0 = v)
        .about("surat mana yang dihitung dalam satu deret nomor: `bersama` (bawaan; semua surat), `unit`, `klas`, atau `template`")
        .example("\"unit\"")],
);

static PERIODE: Table<QuarterSettings> = Table::new(
    ("periode", "[periode]", "naskah.toml"),
    "Periode laporan; diperlukan untuk buku panduan, surat evaluasi, dan indeks.",
    &{
        type F = Field<QuarterSettings>;
        [
            F::whole("tahun", (2000, 2100), |p, v| p.tahun = Some(v.value))
                .required()
                .about("tahun laporan, 2000–2100")
                .example("2024"),
            F::whole("triwulan", (1, 4), |p, v| p.triwulan = Some(v.value))
                .required()
                .about("1 sampai dengan 4")
                .example("4"),
        ]
    },
)
.then(|p, f| p.span = f.span());

static KELUARAN: Table<OutputSettings> = Table::new(
    ("keluaran", "[keluaran]", "naskah.toml"),
    "Hasil.",
    &{
        type F = Field<OutputSettings>;
        [
            F::texts("template", |k, v| k.templates = v)
                .about("templat yang dibuat `naskah build` bila tidak disebut; bila tidak diisi, semua yang datanya ada")
                .example("[\"undangan\", \"agenda\"]"),
            F::text("folder", |k, v| k.folder = Some(v))
                .about("folder hasil dalam folder kerja; bawaannya `keluaran`")
                .example("\"hasil\""),
        ]
    },
);

/// A policy by its own key, words and default.
macro_rules! policy {
    ($field:ident: $kind:ident, $about:literal, $example:literal) => {
        word!(
            Policies,
            $kind::KEYS,
            const {
                let all = $kind::CHOICES;
                let mut pairs = [("", all[0]); $kind::CHOICES.len()];
                let mut at = 0;
                while at < all.len() {
                    pairs[at] = (all[at].word(), all[at]);
                    at += 1;
                }
                pairs
            } => |p, v| p.kebijakan.$field = v
        )
        .about($about)
        .example($example)
    };
}

static SPM: Table<Policies> = Table::new(
    ("spm", "[spm]", "naskah.toml"),
    "Kebijakan penghitungan indeks, bila berbeda dari bawaan.",
    &[
        policy!(rerata_mutu: RerataMutu, "cara menggabungkan butir mutu satu layanan", "\"rerata-persen\""),
        policy!(bobot_urusan: BobotUrusan, "bobot urusan dalam indeks daerah", "\"sama-rata\""),
        policy!(rerata_opd: RerataOpd, "cara menghitung indeks perangkat daerah", "\"per-layanan\""),
        policy!(trantibumlinmas: Trantibumlinmas, "cara menghitung urusan trantibumlinmas", "\"per-layanan\""),
        policy!(sasaran_nihil: SasaranNihil, "pelayanan tanpa sasaran: `keluarkan`, `seratus`, atau `nol`", "\"keluarkan\""),
        policy!(kelebihan: Kelebihan, "capaian di atas 100%", "\"batasi\""),
        policy!(pembulatan: Pembulatan, "kapan dibulatkan", "\"di-akhir\""),
        policy!(triwulan: TriwulanBerjalan, "pembanding capaian sebelum akhir tahun", "\"kumulatif\""),
        policy!(jalur_kejadian: JalurKejadian, "pelayanan yang bergantung pada kejadian dan jalur target sebelum akhir tahun: `di-luar` atau `ikut`", "\"di-luar\""),
        policy!(belum_diisi: BelumDiisi, "pelayanan yang belum diisi", "\"nol\""),
        Field::<Policies>::own("jalur_target", FieldKind::Path, |p, f, key| {
            p.jalur = f.path(key);
        })
        .about("bagian target setahun yang seharusnya tercapai tiap triwulan")
        .example("[25, 50, 75, 100]"),
    ],
);
