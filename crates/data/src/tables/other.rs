//! `data/indeks-lain`, and the register of letter numbers.

use super::field::Field;
use super::field::{list, word};
use super::spec::FieldKind;
use super::table::Table;
use crate::fields::within_hundred;
use base::source::{Span, Spanned};
use field::domain::RegisterEntry;
use field::spm::{IndeksLain, Percent};
use jiff::civil::Date;

/// An index that another ministry publishes, as far as its row could be read.
#[derive(Default)]
pub(crate) struct Published {
    nama: String,
    nilai: Option<Percent>,
    tahun: Option<i64>,
    urusan: Option<Spanned<String>>,
    kategori: Option<String>,
    sumber: String,
    span: Span,
    written: base::written::Written,
}

impl Published {
    /// The index at the place of its urusan, or of the row where it names none.
    pub(crate) fn whole(self) -> Option<Spanned<IndeksLain>> {
        let span = self.urusan.as_ref().map_or(self.span, |u| u.span);
        let indeks = IndeksLain {
            nama: self.nama,
            nilai: self.nilai?,
            tahun: u16::try_from(self.tahun?).ok()?,
            urusan: self.urusan.map(|u| u.value),
            kategori: self.kategori,
            sumber: self.sumber,
            written: self.written,
        };
        Some(Spanned::new(indeks, span))
    }
}

/// Indices of other ministries.
pub(crate) static INDEKS_LAIN: Table<Published> = Table::new(
    ("indeks-lain", "[[indeks-lain]]", "data/indeks-lain.toml"),
    "Indeks yang diterbitkan kementerian lain; disebut dengan namanya sendiri dan tidak ikut dihitung.",
    &{
        type F = Field<Published>;
        [
            F::text("nama", |i, v| i.nama = v.value)
                .required()
                .about("nama indeks")
                .example("\"Indeks SPM Pendidikan (Rapor Pendidikan)\"")
                .headed(&["nama_indeks"]),
            F::own("nilai", FieldKind::Percent, |i, f, key| i.nilai = within_hundred(f, key))
                .required()
                .about("0 sampai dengan 100")
                .example("\"84,57\""),
            F::whole("tahun", (2000, 2100), |i, v| i.tahun = Some(v.value))
                .required()
                .about("tahun nilai; yang disebut ialah nilai terakhir sampai dengan tahun laporan")
                .example("2024"),
            F::text("urusan", |i, v| i.urusan = Some(v))
                .about("kode urusan")
                .example("\"pendidikan\""),
            F::text("kategori", |i, v| i.kategori = Some(v.value))
                .about("kategori yang disebut sumbernya; naskah tidak menetapkannya sendiri")
                .example("\"Tuntas Madya\""),
            F::text("sumber", |i, v| i.sumber = v.value)
                .required()
                .about("tempat nilai itu diterbitkan")
                .example("\"Rapor Pendidikan 2024\""),
        ]
    },
)
.passing_over(&["no", "nomor"])
.then(|i, f| (i.span, i.written) = (f.span(), f.places()));

/// A number of the register, as far as its entry could be read.
#[derive(Default)]
pub(crate) struct WrittenNumber {
    pub(crate) tahun: Option<Spanned<i64>>,
    deret: String,
    urut: Option<i64>,
    nomor: Spanned<String>,
    template: Option<String>,
    subjek: Option<String>,
    untuk: Option<String>,
    tanggal: Option<Date>,
    cancelled: bool,
    reason: Option<String>,
    span: Span,
}

impl WrittenNumber {
    /// The entry and the place of its year; `None` after a problem was reported.
    pub(crate) fn whole(self) -> Option<(RegisterEntry, Span)> {
        let year = self.tahun?;
        let entry = RegisterEntry {
            tahun: i16::try_from(year.value).ok()?,
            deret: self.deret,
            urut: u32::try_from(self.urut?).ok()?,
            span: if self.nomor.span == Span::None { self.span } else { self.nomor.span },
            nomor: self.nomor.value,
            template: self.template,
            subjek: self.subjek,
            tanggal: self.tanggal?,
            untuk: self.untuk,
            batal: self.cancelled.then(|| self.reason.unwrap_or_default()),
        };
        Some((entry, year.span))
    }
}

/// The register.
pub(crate) static REGISTER: Table<Vec<WrittenNumber>> = Table::new(
    ("data/nomor.toml", "", "data/nomor.toml"),
    "Daftar nomor surat, ditulis oleh naskah nomor.",
    &[list!(Vec<WrittenNumber>, "nomor", ENTRI => |all, v| *all = v)
        .about("nomor surat")],
);

const STATUS: [(&str, bool); 2] = [("terpakai", false), ("batal", true)];

static ENTRI: Table<WrittenNumber> =
    Table::new(("entri", "[[nomor]]", "data/nomor.toml"), "Satu nomor surat.", &{
        type F = Field<WrittenNumber>;
        [
            F::whole("tahun", (2000, 2100), |e, v| e.tahun = Some(v))
                .required()
                .about("tahun")
                .example("2024"),
            F::whole("urut", (1, 999_999), |e, v| e.urut = Some(v.value))
                .required()
                .about("nomor urut")
                .example("412"),
            F::text("deret", |e, v| e.deret = v.value)
                .about("nama deret, bila ada beberapa")
                .example("\"PEM\""),
            F::text("nomor", |e, v| e.nomor = v)
                .required()
                .about("nomor seperti tercetak")
                .example("\"100.1.2/412/PEM\""),
            F::text("template", |e, v| e.template = Some(v.value))
                .about("templat naskah yang memakainya; tanpa ini: dicatat dari luar")
                .example("\"undangan\""),
            F::text("subjek", |e, v| e.subjek = Some(v.value))
                .about("subjek naskah yang memakainya")
                .example("\"dinkes\""),
            F::text("untuk", |e, v| e.untuk = Some(v.value))
                .about("keterangan; bawaannya `hal` surat")
                .example("\"Undangan rakor\""),
            F::date("tanggal", |e, v| e.tanggal = Some(v.value))
                .required()
                .about("tanggal surat")
                .example("2024-12-02"),
            word!(WrittenNumber, "status", STATUS => |e, v| e.cancelled = v)
                .about("`terpakai` (bawaan) atau `batal`")
                .example("\"batal\""),
            F::text("alasan", |e, v| e.reason = Some(v.value))
                .about("alasan pembatalan")
                .example("\"salah tujuan\""),
        ]
    })
    .then(|e, f| e.span = f.span());
