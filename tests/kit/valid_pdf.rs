//! Whether a PDF is what it says it is.

use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};

/// The rules of both standards that the file breaks.
pub(crate) fn faults(bytes: &[u8]) -> Vec<String> {
    let mut faults = Vec::new();
    for profile in [ValidationProfile::PdfA2a, ValidationProfile::PdfUa1] {
        let options = ValidationOptions::default().profile(profile);
        let report = validate_pdf_bytes(bytes, &options).expect("the file can be read");
        assert!(
            report.rules.total > 90,
            "the validator looked at {}",
            report.rules.total
        );
        faults.extend(report.failures.iter().map(|f| format!("{profile}: {f}")));
    }
    faults
}
