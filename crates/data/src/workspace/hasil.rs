//! `data/hasil.toml`: what came of the meeting.

use super::fields::Fields;
use super::node::Table;
use super::people;
use super::rakor::values;
use base::diag::Problems;
use base::source::Span;
use field::domain::{
    Foto, Hasil, JumlahHadir, Kesepakatan, Notula, Pembahasan, Penandatangan,
};

pub(super) fn read(span: Span, table: &Table, problems: &mut Problems) -> Hasil {
    let mut f = Fields::new("data/hasil.toml", span, table, problems);
    let hasil = Hasil {
        notula: f.table("notula", notula).unwrap_or_default(),
        pembahasan: f.list("pembahasan", |f| Pembahasan {
            topik: f.need_text("topik").value,
            penyampai: f.text("penyampai").map(|t| t.value),
            uraian: values(f.texts("uraian")),
            tanggapan: values(f.texts("tanggapan")),
        }),
        keputusan: values(f.texts("keputusan")),
        kesepakatan: f.list("kesepakatan", |f| Kesepakatan {
            isi: f.need_text("isi").value,
            pic: f.text("pic").map(|t| t.value),
            opd: f.text("opd"),
            tenggat: f.date("tenggat").map(|d| d.value),
        }),
        penandatangan: f.list("penandatangan", |f| Penandatangan {
            nama: people::opt_nama(f),
            jabatan: f.need_text("jabatan").value,
            nip: people::nip(f),
            sebagai: f.text("sebagai").map(|t| t.value),
        }),
        foto: f.list("foto", |f| Foto {
            berkas: f.need_text("berkas"),
            keterangan: f.need_text("keterangan").value,
        }),
        hadir: f.table("hadir", |f| {
            let mut count = |key| f.count(key).map_or(0, |n| n.value);
            JumlahHadir {
                luring_l: count("luring_l"),
                luring_p: count("luring_p"),
                daring_l: count("daring_l"),
                daring_p: count("daring_p"),
            }
        }),
        simpulan: values(f.texts("simpulan")),
        hambatan: values(f.texts("hambatan")),
        saran: values(f.texts("saran")),
    };
    f.finish();
    hasil
}

fn notula(f: &mut Fields<'_>) -> Notula {
    Notula {
        ketua: f.text("ketua").map(|t| t.value),
        sekretaris: f.text("sekretaris").map(|t| t.value),
        pencatat: f.text("pencatat").map(|t| t.value),
        mulai: f.time("mulai").map(|t| t.value),
        selesai: f.time("selesai").map(|t| t.value),
        pembukaan: values(f.texts("pembukaan")),
        penutup: values(f.texts("penutup")),
    }
}
