//! The hidden stamp: whose worksheet it is, for which quarter, and which rows it left with.

use sha2::{Digest, Sha256};

use super::column::{one_line, version};
use super::plan::Questions;
use field::domain::Periode;

/// The name of the hidden sheet.
pub(crate) const STAMP_SHEET: &str = "_naskah";
/// What its first cell says.
pub(super) const TANDA: &str = "naskah lembar-kerja";
/// The names of the fields, in the order of their rows.
pub(super) const BIDANG: [&str; 5] = [TANDA, "daerah", "opd", "periode", "sidik"];
/// The row, from 0, where the list of rows begins.
pub(super) const LIST_ROW: u32 = 6;

/// What is stamped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// The version of the worksheet: which columns it has.
    pub version: u32,
    /// Name of the daerah.
    pub daerah: String,
    /// Id of the OPD.
    pub opd: String,
    /// The quarter.
    pub periode: Periode,
    /// A code and a mutu item for every row; the item is empty for the service itself.
    pub rows: Vec<(String, String)>,
}

impl Stamp {
    /// The stamp of a worksheet.
    pub(super) fn new(daerah: &str, plan_of: &Questions<'_>) -> Self {
        let mut rows = Vec::new();
        for one in &plan_of.layanan {
            rows.push((one.listed.kode.clone(), String::new()));
            let called = one.mutu.iter().filter(|b| !b.nama.is_empty());
            rows.extend(called.map(|b| (one.listed.kode.clone(), b.nama.clone())));
        }
        Self {
            version: version(),
            daerah: one_line(daerah),
            opd: plan_of.opd.id.value.clone(),
            periode: plan_of.periode,
            rows,
        }
    }

    /// A hash over all of it: a stamp that was copied together by hand does not fit.
    pub(super) fn fingerprint(&self) -> String {
        let mut hash = Sha256::new();
        let periode = self.periode.to_string();
        let version = self.version.to_string();
        for part in [TANDA, &version, &self.daerah, &self.opd, &periode] {
            hash.update(part.as_bytes());
            hash.update([0]);
        }
        for (kode, butir) in &self.rows {
            hash.update(kode.as_bytes());
            hash.update([1]);
            hash.update(butir.as_bytes());
            hash.update([0]);
        }
        hash.finalize().iter().take(16).fold(String::new(), |mut text, byte| {
            use std::fmt::Write;
            let _ = write!(text, "{byte:02x}");
            text
        })
    }
}
