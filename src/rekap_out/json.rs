//! The index as JSON: each service with the findings about it, all findings at the end.

use field::spm::Review;
use serde_json::{Value, json};

/// The index with its findings, fields in the order of [`field::spm::Rekap`].
pub fn json(telaah: &Review) -> Value {
    let mut whole = json!(telaah.rekap);
    let urusan = whole.get_mut("urusan").and_then(Value::as_array_mut);
    for one in urusan.into_iter().flatten() {
        let layanan = one.get_mut("layanan").and_then(Value::as_array_mut);
        for one in layanan.into_iter().flatten() {
            let code = one.get("kode").and_then(Value::as_str).unwrap_or_default();
            one["temuan"] = json!(telaah.temuan_layanan(code).collect::<Vec<_>>());
        }
    }
    whole["temuan"] = json!(telaah.temuan);
    whole
}
