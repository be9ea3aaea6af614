//! `data/pejabat` and `data/opd`.

use super::field::Field;
use super::field::{list, word};
use super::key::Key;
use super::spec::FieldKind;
use super::table::Table;
use crate::fields::{Fields, people};
use crate::problem::PeopleProblem;
use base::source::Spanned;
use field::domain::{
    Bidang, Kedudukan, NamaGelar, Nip, Opd, Pejabat, StatusJabatan, told_date,
};

/// Officials who sign, and heads of OPDs.
pub(crate) static PEJABAT: Table<Pejabat> = Table::new(
    ("pejabat", "[[pejabat]]", "data/pejabat.toml"),
    "Pejabat penanda tangan dan kepala OPD.",
    &{
        type F = Field<Pejabat>;
        [
            F::id(|p, id| p.id = id)
                .required()
                .about("nama pendek untuk rujukan: huruf kecil, angka, tanda hubung. Beberapa `[[pejabat]]` boleh memakai `id` yang sama bila masing-masing mengisi masa jabatan")
                .example("\"sekda\""),
            F::name(|p, nama: NamaGelar| p.nama = nama)
                .required()
                .about("nama tanpa gelar")
                .example("\"Markus Ledjo Hanyang\"")
                .headed(&["nama_lengkap", "nama_pejabat"]),
            F::gelar_depan(),
            F::gelar_belakang(),
            F::nip(|p, nip: Nip| p.nip = Some(nip)),
            F::own("nik", FieldKind::Nik, |p, f, key| p.nik = people::nik(f, key))
                .about("16 angka; wajib bagi penanda tangan bila `tte.mode` = `bsre`. Tidak pernah dicetak")
                .example("\"6408…\""),
            F::pppk(),
            F::pangkat(),
            F::golongan(|p, golongan| p.golongan = Some(golongan)),
            F::text("jabatan", |p, v| p.jabatan = v.value)
                .required()
                .about("jabatan tanpa Plt./Plh./Pj.; `Bupati`, `Wali Kota`, dan wakilnya dilengkapi nama daerahnya")
                .example("\"Sekretaris Daerah\"")
                .headed(&["nama_jabatan", "jabatan_dinas"]),
            word!(Pejabat, "status", StatusJabatan::WORDS => |p, v| p.status = v)
                .about("`definitif` (bawaan), `plt`, `plh`, `pj`, atau `pjs`")
                .example("\"plt\""),
            word!(Pejabat, "kedudukan", Kedudukan::WORDS => |p, v| p.kedudukan = v)
                .about("`kepala-daerah`, `wakil-kepala-daerah`, `sekda`, atau `lain` (bawaan); menentukan apakah gelar, pangkat, dan NIP dicetak")
                .example("\"sekda\""),
            F::date("dari", |p, v| p.dari = Some(v.value))
                .about("hari pertama menjabat; yang tidak diisi berarti tanpa batas")
                .example("2024-03-01"),
            F::date("sampai", |p, v| p.sampai = Some(v.value))
                .about("hari terakhir menjabat; yang tidak diisi berarti tanpa batas")
                .example("2024-06-30"),
        ]
    },
)
.passing_over(&["no", "nomor"])
.open()
.then(|p, f| {
    (p.span, p.written) = (f.span(), f.places());
    if let (Some(first), Some(last)) = (p.dari, p.sampai)
        && last < first
    {
        let (dari, sampai) = (told_date(first), told_date(last));
        f.problems
            .add(f.place(Key::new("sampai")), PeopleProblem::TermBackwards { dari, sampai });
    }
});

/// The OPDs.
pub(crate) static OPD: Table<Opd> = Table::new(
    ("opd", "[[opd]]", "data/opd.toml"),
    "OPD pengampu.",
    &{
        type F = Field<Opd>;
        [
            F::id(|o, id| o.id = id)
                .required()
                .about("nama pendek; menjadi nama berkas")
                .example("\"dinkes\""),
            F::text("nama", |o, v| o.nama = v.value)
                .required()
                .about("nama lengkap")
                .example("\"Dinas Kesehatan\"")
                .headed(&["nama_opd", "nama_perangkat_daerah", "perangkat_daerah"]),
            F::text("singkatan", |o, v| o.singkatan = v.value)
                .about("bawaannya nama lengkap")
                .example("\"Dinkes\""),
            F::text("kepala", |o, v| o.kepala = Some(v))
                .refers("pejabat")
                .about("`id` dalam `data/pejabat.toml`")
                .example("\"kadis-dinkes\""),
            F::text("sebutan_kepala", |o, v| o.sebutan_kepala = v.value)
                .about("tujuan surat; bawaannya jabatan pejabat pada `kepala`, tanpa itu sebagaimana lazimnya menurut nama OPD: Kepala Dinas …, Kepala Pelaksana Badan Penanggulangan Bencana Daerah, Camat …, Inspektur …")
                .example("\"Direktur RSUD\""),
            F::texts("urusan", |o, v| o.urusan = v)
                .about("kode urusan yang diampu: `pendidikan`, `kesehatan`, `pekerjaan-umum`, `perumahan`, `trantibumlinmas`, `sosial`")
                .example("[\"kesehatan\"]")
                .headed(&["bidang_urusan"])
                .merged(),
            F::texts("layanan", |o, v| o.layanan = v)
                .about("kode layanan yang diampu, bila urusannya dibagi dengan OPD lain; tanpa ini semua layanan urusannya yang tidak disebut OPD lain")
                .example("[\"TR-1\", \"TR-5\"]")
                .headed(&["kode_layanan", "layanan_diampu"])
                .merged(),
            F::text("tempat", |o, v| o.tempat = Some(v.value))
                .about("tempat pada alamat surat; bawaannya ibu kota")
                .example("\"Sangatta\""),
            list!(Opd, "bidang", BIDANG => |o, v| o.bidang = v)
                .about("daftar bidang, masing-masing dengan `id` dan `nama`"),
        ]
    },
)
.passing_over(&["no", "nomor"])
.open()
.then(named);

/// What an OPD is called where nothing else is said.
fn named(opd: &mut Opd, f: &mut Fields<'_>) {
    (opd.span, opd.written) = (f.span(), f.places());
    if !f.has(Key::new("singkatan")) {
        opd.singkatan.clone_from(&opd.nama);
    }
    if !f.has(Key::new("sebutan_kepala")) {
        opd.sebutan_kepala = Opd::usual_head(&opd.nama);
    }
}

/// The bidang of an OPD.
static BIDANG: Table<Bidang> = Table::new(
    ("bidang", "[[opd.bidang]]", "data/opd.toml"),
    "Bidang sebuah OPD yang ikut serta.",
    &{
        type F = Field<Bidang>;
        [
            F::id(|b, id: Spanned<String>| b.id = id)
                .required()
                .about("nama pendek")
                .example("\"kesmas\""),
            F::text("nama", |b, v| b.nama = v.value)
                .required()
                .about("nama bidang")
                .example("\"Bidang Kesehatan Masyarakat\""),
        ]
    },
);
