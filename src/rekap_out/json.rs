//! The index as JSON: each service with the findings about it, all findings at the end.
//!
//! Services and urusan say in `status` whether anybody reported; where nobody did, index and
//! category are null; what the index counts as zero in `penerima` and `mutu` is zero. What such a service counts in the means is the policy `belum_diisi`. Beside each index `jalur` says what it is held
//! with against the target path and how far from it, as the papers print it.

use field::spm::Review;
use field::spm::rekap::ReportStatus;
use serde_json::{Value, json};

/// The index with its findings, fields in the order of [`field::spm::Rekap`].
pub fn json(telaah: &Review) -> Value {
    let mut whole = json!(telaah.rekap);
    let urusan = whole.get_mut("urusan").and_then(Value::as_array_mut);
    for (one, of) in urusan.into_iter().flatten().zip(&telaah.rekap.urusan) {
        state(one, of.status());
        one["jalur"] = json!(of.reported_jalur());
        let layanan = one.get_mut("layanan").and_then(Value::as_array_mut);
        for (one, of) in layanan.into_iter().flatten().zip(&of.layanan) {
            state(one, of.status());
            one["penerima"] = json!(of.counted_penerima());
            one["mutu"] = json!(of.counted_mutu());
            let code = one.get("kode").and_then(Value::as_str).unwrap_or_default();
            one["temuan"] = json!(telaah.temuan_layanan(code));
        }
    }
    whole["temuan"] = json!(telaah.temuan);
    whole
}

fn state(one: &mut Value, status: ReportStatus) {
    one["status"] = json!(status.word());
    if status == ReportStatus::NotReported {
        one["indeks"] = Value::Null;
        one["kategori"] = Value::Null;
    }
}
