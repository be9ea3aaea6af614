//! `naskah.toml`.

use super::fields::Fields;
use super::node::{Node, Table};
use crate::problem::{FileProblem, OfficialProblem};
use bahasa::Zone;
use base::diag::{Both, Problems};
use base::source::{Span, Spanned};
use field::domain::{Daerah, Deret, Instansi, JenisDaerah, Periode};
use field::spm::kebijakan::{
    BelumDiisi, BobotUrusan, Kelebihan, Pembulatan, RerataMutu, SasaranNihil,
    Trantibumlinmas, TriwulanBerjalan,
};
use field::spm::{Jalur, Kebijakan};

/// What `naskah.toml` says.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The region.
    pub daerah: Daerah,
    /// The issuing office.
    pub instansi: Instansi,
    /// `[profil]` as it was written; `papers::profil` reads it by its own schema.
    pub profil: Option<Node>,
    /// The quarter that is reported.
    pub periode: Option<Periode>,
    /// Where it was written.
    pub periode_span: Span,
    /// Policies of the index.
    pub kebijakan: Kebijakan,
    /// Which letters count in one sequence of numbers.
    pub deret: Deret,
    /// How much of the yearly target each quarter should reach.
    pub jalur: Jalur,
    /// Example, draft or final.
    pub status: StatusDokumen,
    /// What the QR at a signature says: a text in which `{nomor}` is the letter's number.
    pub verifikasi: Option<String>,
    /// Whose initials a draft waits for, the lowest first, unless its letter says otherwise.
    pub paraf: Vec<String>,
    /// Templates that a plain `build` makes; empty is all that the data allows.
    pub templates: Vec<Spanned<String>>,
    /// The output folder.
    pub keluaran: String,
}

/// How final the papers are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum StatusDokumen {
    /// An example: watermark CONTOH.
    Contoh,
    /// A draft: watermark DRAF.
    #[default]
    Draf,
    /// To be signed: no watermark, no placeholders.
    Final,
}

impl Settings {
    /// Where `[profil]` stands.
    pub fn profil_span(&self) -> Span {
        self.profil.as_ref().map_or(Span::None, |node| node.span)
    }
}

impl StatusDokumen {
    /// The word behind each page.
    pub const fn watermark(self) -> Option<&'static str> {
        match self {
            Self::Contoh => Some("CONTOH"),
            Self::Draf => Some("DRAF"),
            Self::Final => None,
        }
    }
}

const ZONES: [(&str, Zone); 3] =
    [("wib", Zone::Wib), ("wita", Zone::Wita), ("wit", Zone::Wit)];

pub(super) fn read(span: Span, table: &Table, problems: &mut Problems) -> Settings {
    let mut top = Fields::new("naskah.toml", span, table, problems);
    let daerah = top.table("daerah", daerah);
    if daerah.is_none() {
        missing(&mut top, "daerah");
    }
    let instansi = top.table("instansi", |f| Instansi {
        nama: f.need_text("nama").value,
        unit: f.text("unit").map(|t| t.value).unwrap_or_default(),
        kop: texts(f, "kop"),
        kop_kepala: texts(f, "kop_kepala_daerah"),
        alamat: texts(f, "alamat"),
        alamat_kepala: texts(f, "alamat_kepala_daerah"),
        tempat: f.text("tempat").map(|t| t.value).unwrap_or_default(),
    });
    if instansi.is_none() {
        missing(&mut top, "instansi");
    }
    let daerah = daerah.unwrap_or_else(no_daerah);
    let instansi = finish_instansi(instansi.unwrap_or_default(), &daerah);
    let (templates, folder) = top
        .table("keluaran", |f| (f.texts("template"), f.text("folder")))
        .unwrap_or_default();
    let (periode, periode_span) =
        top.table("periode", |f| (periode(f), f.span())).unwrap_or_default();
    let (kebijakan, jalur) =
        top.table("spm", |f| (kebijakan(f), f.path("jalur_target"))).unwrap_or_default();
    let settings = Settings {
        profil: top.raw("profil").cloned(),
        periode,
        periode_span,
        kebijakan,
        deret: top
            .table("nomor", |f| f.word("deret", &Deret::WORDS))
            .flatten()
            .unwrap_or_default(),
        jalur: jalur.unwrap_or_default(),
        status: top
            .table("dokumen", |f| {
                f.word(
                    "status",
                    &[
                        ("contoh", StatusDokumen::Contoh),
                        ("draf", StatusDokumen::Draf),
                        ("final", StatusDokumen::Final),
                    ],
                )
            })
            .flatten()
            .unwrap_or_default(),
        verifikasi: top.table("tte", verifikasi).flatten(),
        paraf: top.table("paraf", |f| texts(f, "hierarki")).unwrap_or_default(),
        templates,
        keluaran: folder.map_or_else(|| "keluaran".into(), |t| t.value),
        daerah,
        instansi,
    };
    top.finish();
    settings
}

fn texts(f: &mut Fields<'_>, key: &'static str) -> Vec<String> {
    f.texts(key).into_iter().map(|t| t.value).collect()
}

/// The longest text a QR of a signature's size is still read from.
const QR_TERPANJANG: usize = 200;

fn verifikasi(f: &mut Fields<'_>) -> Option<String> {
    let text = f.text("url")?;
    let rest = text.value.replace("{nomor}", "");
    let detail = if rest.contains(['{', '}']) {
        Both::new("hanya {nomor} yang dikenal", "only {nomor} is known")
    } else if text.value.len() > QR_TERPANJANG {
        Both::new(
            format!("lebih dari {QR_TERPANJANG} huruf tidak terbaca pada QR kecil"),
            format!("more than {QR_TERPANJANG} letters cannot be read from a small QR"),
        )
    } else {
        return Some(text.value);
    };
    f.problems.add(text.span, OfficialProblem::BadVerification { detail });
    None
}

fn missing(fields: &mut Fields<'_>, table: &str) {
    let span = fields.span();
    fields.problems.add(
        span,
        FileProblem::MissingKey {
            key: format!("[{table}]"),
            table: "naskah.toml".into(),
        },
    );
}

fn daerah(f: &mut Fields<'_>) -> Daerah {
    let jenis = f.word("jenis", &JenisDaerah::WORDS).unwrap_or_default();
    let nama = f.need_text("nama").value;
    Daerah {
        ibu_kota: f.need_text("ibu_kota").value,
        provinsi: f.text("provinsi").map_or_else(|| nama.clone(), |t| t.value),
        zona: f.word("zona_waktu", &ZONES).unwrap_or(Zone::Wib),
        lambang: f.text("lambang"),
        lambang_negara: f.text("lambang_negara"),
        jenis,
        nama,
    }
}

fn no_daerah() -> Daerah {
    Daerah {
        nama: String::new(),
        jenis: JenisDaerah::Kabupaten,
        ibu_kota: String::new(),
        provinsi: String::new(),
        zona: Zone::Wib,
        lambang: None,
        lambang_negara: None,
    }
}

/// The kop and place an office has unless it says otherwise.
fn finish_instansi(mut instansi: Instansi, daerah: &Daerah) -> Instansi {
    if instansi.kop.is_empty() {
        instansi.kop = vec![
            format!("PEMERINTAH {}", daerah.nama.to_uppercase()),
            instansi.nama.to_uppercase(),
        ];
    }
    if instansi.kop_kepala.is_empty() {
        // "Kabupaten Contoh" is led by the "BUPATI CONTOH".
        let nama = daerah.nama.to_uppercase();
        let jenis = daerah.jenis.word().to_uppercase();
        let short = nama.strip_prefix(jenis.as_str()).unwrap_or(&nama).trim();
        let kepala = daerah.jenis.head_title().to_uppercase();
        instansi.kop_kepala = vec![format!("{kepala} {short}")];
    }
    if instansi.alamat_kepala.is_empty() {
        instansi.alamat_kepala.clone_from(&instansi.alamat);
    }
    if instansi.tempat.is_empty() {
        instansi.tempat.clone_from(&daerah.ibu_kota);
    }
    instansi
}

fn periode(f: &mut Fields<'_>) -> Option<Periode> {
    let tahun = f.int_in("tahun", 2000..=2100);
    let triwulan = f.int_in("triwulan", 1..=4);
    Some(Periode {
        tahun: i16::try_from(tahun?.value).ok()?,
        triwulan: u8::try_from(triwulan?.value).ok()?,
    })
}

/// The policies under `[spm]`; what is not said is as suggested.
fn kebijakan(f: &mut Fields<'_>) -> Kebijakan {
    let mut chosen = Kebijakan::default();
    macro_rules! choose {
        ($($field:ident: $kind:ident),+ $(,)?) => {
            $({
                let words: Vec<_> = $kind::PILIHAN.iter().map(|p| (p.kata(), *p)).collect();
                if let Some(choice) = f.word(stringify!($field), &words) {
                    chosen.$field = choice;
                }
            })+
        };
    }
    choose!(
        rerata_mutu: RerataMutu,
        bobot_urusan: BobotUrusan,
        trantibumlinmas: Trantibumlinmas,
        sasaran_nihil: SasaranNihil,
        kelebihan: Kelebihan,
        pembulatan: Pembulatan,
        triwulan: TriwulanBerjalan,
        belum_diisi: BelumDiisi,
    );
    chosen
}
