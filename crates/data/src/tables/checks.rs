//! `data/libur`, and what `naskah.toml` lets pass.

use super::field::Field;
use super::field::{list, word};
use super::spec::FieldKind;
use super::table::Table;
use base::source::{Span, Spanned};
use field::domain::{Holiday, Silence};
use jiff::civil::Date;

/// A day off, as far as its row could be read.
#[derive(Default)]
pub(crate) struct DayOff {
    date: Option<Spanned<Date>>,
    name: String,
    shared_leave: bool,
    span: Span,
}

impl DayOff {
    /// The day at the place of its date; `None` after a problem was reported.
    pub(crate) fn whole(self) -> Option<Holiday> {
        let date = self.date?;
        let span = if date.span == Span::None { self.span } else { date.span };
        Some(Holiday {
            date: date.value,
            name: self.name,
            shared_leave: self.shared_leave,
            span,
        })
    }
}

const KINDS: [(&str, bool); 2] = [("libur", false), ("cuti-bersama", true)];

/// The days on which the office does not work.
pub(crate) static LIBUR: Table<DayOff> = Table::new(
    ("libur", "[[libur]]", "data/libur.toml"),
    "Hari libur yang tanggalnya berubah setiap tahun dan cuti bersama, menurut keputusan bersama tiga menteri dan keputusan daerah.",
    &{
        type F = Field<DayOff>;
        [
            F::date("tanggal", |d, v| d.date = Some(v))
                .required()
                .about("harinya")
                .example("2025-03-31")
                .headed(&["hari_tanggal"]),
            F::text("nama", |d, v| d.name = v.value)
                .required()
                .about("nama hari libur")
                .example("\"Idulfitri 1446 Hijriah\"")
                .headed(&["hari_libur", "keterangan", "peringatan"]),
            word!(DayOff, "jenis", KINDS => |d, v| d.shared_leave = v)
                .about("`libur` (bawaan) atau `cuti-bersama`")
                .example("\"cuti-bersama\""),
        ]
    },
)
.passing_over(&["no", "nomor", "hari"])
.then(|d, f| d.span = f.span());

/// What is known and let pass.
pub(crate) static PERIKSA: Table<Vec<Silence>> = Table::new(
    ("periksa", "[periksa]", "naskah.toml"),
    "Pemeriksaan yang diabaikan kantor.",
    &[list!(Vec<Silence>, "abaikan", ABAIKAN => |all, v| *all = v).about(
        "pertentangan yang memang benar demikian, masing-masing dengan alasannya",
    )],
);

static ABAIKAN: Table<Silence> = Table::new(
    ("abaikan", "[[periksa.abaikan]]", "naskah.toml"),
    "Pertentangan tanggal, orang, atau nomor yang memang benar demikian. Yang diabaikan tetap disebut oleh `naskah check` dan `naskah build` bersama alasannya.",
    &{
        type F = Field<Silence>;
        [
            F::text("kode", |s, v| s.code = v)
                .required()
                .about("kode pesan")
                .example("\"NSK0356\""),
            F::text("alasan", |s, v| s.reason = v.value)
                .required()
                .about("mengapa memang demikian")
                .example("\"rapat bersama warga diadakan pada hari Sabtu\""),
            F::own("memuat", FieldKind::Text, |s, f, key| {
                s.saying = f.text(key).map(|text| text.value);
            })
            .about("hanya pesan tentang ini: nama templat atau naskah, nomor, orang, tanggal, atau tempat yang disebutnya; kata lain dalam kalimatnya tidak dibaca; bila tidak diisi semua pesan berkode itu")
            .example("\"2024-12-14\""),
        ]
    },
)
.then(|s, f| s.span = f.span());
