//! `data/rakor.toml`.

use super::fields::{Fields, rows};
use super::node::Table;
use super::people::{check_id, golongan, id, nip, opt_nama};
use crate::problem::{FileProblem, RakorProblem};
use base::diag::Problems;
use base::source::{Span, Spanned};
use field::domain::{
    Acara, Biaya, HadirPer, Kehadiran, Orang, Rakor, Sambutan, Sesi, Undangan,
};

/// Reads the file; `None` after a problem with `[rakor]` itself.
pub(super) fn read(span: Span, table: &Table, problems: &mut Problems) -> Option<Rakor> {
    let mut f = Fields::new("data/rakor.toml", span, table, problems);
    let sesi = f.list("sesi", sesi);
    let narasumber = f.list("narasumber", orang);
    let peserta = f.list("peserta", orang);
    let panitia = f.list("panitia", orang);
    let undangan = f.list("undangan", undangan);
    let biaya = f.list("biaya", biaya);
    let sambutan = f.list("sambutan", sambutan);
    let rakor = f.table("rakor", head);
    if rakor.is_none() {
        f.problems.add(
            span,
            FileProblem::MissingKey {
                key: "[rakor]".into(),
                table: "data/rakor.toml".into(),
            },
        );
    }
    f.finish();
    let mut rakor = rakor??;
    rakor.sesi = sesi.into_iter().map(|s| s(&rakor)).collect();
    Some(Rakor { narasumber, peserta, panitia, biaya, sambutan, undangan, ..rakor })
}

fn head(f: &mut Fields<'_>) -> Option<Rakor> {
    let span = f.span();
    let nama = f.need_text("nama").value;
    let tanggal = f.date("tanggal");
    if tanggal.is_none() {
        missing_date(f);
    }
    let sampai = f.date("sampai");
    let rakor = |tanggal: Spanned<jiff::civil::Date>, f: &mut Fields<'_>| Rakor {
        singkat: f.text("singkat").map_or_else(|| nama.clone(), |t| t.value),
        nama: nama.clone(),
        tema: f.text("tema").map(|t| t.value),
        tanggal: tanggal.value,
        sampai: sampai.as_ref().map_or(tanggal.value, |d| d.value),
        tempat: f.need_text("tempat").value,
        tautan: f.text("tautan").map(|t| t.value),
        penyelenggara: f.text("penyelenggara").map(|t| t.value).unwrap_or_default(),
        latar_belakang: values(f.texts("latar_belakang")),
        dasar_hukum: f.texts("dasar_hukum"),
        sasaran: values(f.texts("sasaran")),
        luaran: values(f.texts("luaran")),
        bentuk: f.text("bentuk").map(|t| t.value),
        sumber_biaya: f.text("sumber_biaya").map(|t| t.value),
        tujuan: values(f.texts("tujuan")),
        pakaian: f.text("pakaian").map(|t| t.value),
        catatan: values(f.texts("catatan")),
        rangkaian: values(f.texts("rangkaian")),
        hadir_per: f.word("hadir_per", &HadirPer::WORDS).unwrap_or_default(),
        baris_kosong: f
            .int_in("baris_kosong", 0..=500)
            .map_or(6, |n| usize::try_from(n.value).unwrap_or(0)),
        sesi: Vec::new(),
        narasumber: Vec::new(),
        peserta: Vec::new(),
        panitia: Vec::new(),
        biaya: Vec::new(),
        sambutan: Vec::new(),
        undangan: Vec::new(),
        span,
    };
    // The other keys are read even without a date, so that all problems are told at once.
    let found = tanggal.is_some();
    let value = rakor(tanggal.unwrap_or_default_date(span), f);
    if value.sampai < value.tanggal {
        let (dari, sampai_) = (value.tanggal.to_string(), value.sampai.to_string());
        f.problems.add(
            sampai.map_or(span, |d| d.span),
            RakorProblem::RakorBackwards { dari, sampai: sampai_ },
        );
    }
    found.then_some(value)
}

trait OrEpoch {
    fn unwrap_or_default_date(self, span: Span) -> Spanned<jiff::civil::Date>;
}

impl OrEpoch for Option<Spanned<jiff::civil::Date>> {
    fn unwrap_or_default_date(self, span: Span) -> Spanned<jiff::civil::Date> {
        self.unwrap_or(Spanned::new(jiff::civil::Date::constant(2000, 1, 1), span))
    }
}

fn missing_date(f: &mut Fields<'_>) {
    if f.has("tanggal") {
        return;
    }
    let span = f.span();
    f.problems.add(
        span,
        FileProblem::MissingKey { key: "tanggal".into(), table: "[rakor]".into() },
    );
}

pub(super) fn values(texts: Vec<Spanned<String>>) -> Vec<String> {
    texts.into_iter().map(|t| t.value).collect()
}

/// A session; its day is the rakor's first when it names none.
fn sesi(f: &mut Fields<'_>) -> impl FnOnce(&Rakor) -> Sesi + use<> {
    let span = f.span();
    let id = id(f);
    let nama = f.need_text("nama").value;
    let tanggal = f.date("tanggal");
    let mut mulai = f.time("mulai");
    let tempat = f.text("tempat").map(|t| t.value);
    let mut unread = f.has("mulai") && mulai.is_none();
    let acara = f.list("acara", |f| {
        let item = acara(f);
        unread |= f.has("mulai") && item.mulai.is_none();
        item
    });
    // A time that was told to be wrong must not be told to be missing as well.
    if mulai.is_none() && unread {
        mulai = Some(Spanned::new(jiff::civil::Time::midnight(), span));
    }
    move |rakor: &Rakor| Sesi {
        id,
        nama,
        tanggal: tanggal.unwrap_or(Spanned::new(rakor.tanggal, span)),
        tempat,
        acara,
        mulai,
    }
}

fn acara(f: &mut Fields<'_>) -> Acara {
    let span = f.span();
    let (nama, mulai, selesai) =
        (f.need_text("nama").value, f.time("mulai"), f.time("selesai"));
    let mut durasi = f.int_in("durasi", 1..=1440);
    // A length that was told to be wrong must not be told to be missing as well.
    if selesai.is_none() && durasi.is_none() && (f.has("selesai") || f.has("durasi")) {
        durasi = Some(Spanned::new(1, span));
    }
    Acara {
        nama,
        mulai,
        selesai,
        durasi,
        oleh: f.text("oleh").map(|t| t.value),
        narasumber: f.texts("narasumber"),
        mewakili: f.text("mewakili").map(|t| t.value),
        moderator: f.text("moderator").map(|t| t.value),
        daring: f.flag("daring"),
        perlengkapan: f.text("perlengkapan").map(|t| t.value),
        pic: f.text("pic").map(|t| t.value),
        keterangan: f.text("keterangan").map(|t| t.value),
        span,
    }
}

pub(super) fn orang(f: &mut Fields<'_>) -> Orang {
    let id = f.text("id");
    if let Some(id) = &id {
        check_id(id, f.problems);
    }
    Orang {
        id,
        nama: opt_nama(f),
        jabatan: f.text("jabatan").map(|t| t.value),
        instansi: f.text("instansi").map(|t| t.value),
        peran: f.text("peran").map(|t| t.value),
        materi: f.text("materi").map(|t| t.value),
        jenis_kelamin: f.word(
            "jenis_kelamin",
            &[("l", "L"), ("p", "P"), ("laki-laki", "L"), ("perempuan", "P")],
        ),
        telepon: f.phone("telepon").map(|t| t.value),
        nip: nip(f),
        golongan: golongan(f),
        jp: f.count("jp").map(|n| n.value),
        hadir: f.word("hadir", &Kehadiran::WORDS),
        daring: f.flag("daring"),
    }
}

/// Participants from a free list (`data/peserta.csv`), the same as in `rakor.toml`.
pub(super) fn peserta(
    items: &[super::node::Node],
    problems: &mut Problems,
) -> Vec<Orang> {
    rows("peserta", items, problems, orang)
}

fn biaya(f: &mut Fields<'_>) -> Biaya {
    Biaya {
        uraian: f.need_text("uraian").value,
        volume: f.count("volume").map_or(1, |n| n.value),
        satuan: f.text("satuan").map(|t| t.value).unwrap_or_default(),
        harga: f.count("harga").map_or(0, |n| n.value),
    }
}

fn sambutan(f: &mut Fields<'_>) -> Sambutan {
    Sambutan {
        id: id(f),
        judul: f.need_text("judul").value,
        oleh: f.text("oleh").map(|t| t.value),
        jabatan: f.text("jabatan").map(|t| t.value),
        isi: values(f.texts("isi")),
    }
}

fn undangan(f: &mut Fields<'_>) -> Undangan {
    Undangan {
        id: id(f),
        yth: f.need_text("yth").value,
        opd: f.text("opd"),
        tempat: f.text("tempat").map(|t| t.value),
        jumlah: f.count("jumlah").map_or(1, |n| n.value),
        keterangan: f.text("keterangan").map(|t| t.value),
    }
}
