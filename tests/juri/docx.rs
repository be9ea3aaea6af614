//! Judges of DOCX.

use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde_json::Value;

use super::{Finding, files, place, run, text_of};

/// Microsoft's own validator (Open XML SDK), one file a call.
pub(crate) struct OoxmlValidator(PathBuf);

impl OoxmlValidator {
    pub(crate) const NAME: &str = "OoxmlValidator";

    pub(crate) fn find() -> Self {
        Self(place(Self::NAME, option_env!("JURI_OOXML_VALIDATOR")))
    }

    /// Judges files on two cores.
    pub(crate) fn judge(&self, files: &[PathBuf]) -> Vec<Finding> {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(2).build().unwrap();
        pool.install(|| {
            files.par_iter().flat_map_iter(|file| self.judge_one(file)).collect()
        })
    }

    fn judge_one(&self, file: &Path) -> Vec<Finding> {
        let output = run(&self.0, &[], &[file]);
        let report: Value = serde_json::from_slice(&output.stdout)
            .unwrap_or_else(|e| panic!("{e}: {}", text_of(&output.stderr)));
        let errors = report["errors"].as_array().expect("a list of errors");
        assert_eq!(report["ok"].as_bool(), Some(errors.is_empty()), "{report}");
        errors
            .iter()
            .map(|error| Finding {
                judge: Self::NAME,
                file: file.to_path_buf(),
                place: format!("{}{}", word(error, "path"), word(error, "xPath")),
                text: word(error, "description"),
            })
            .collect()
    }
}

/// A second opinion on the same rules, and on what Word itself refuses; a folder a call.
pub(crate) struct OpenxmlAudit(PathBuf);

impl OpenxmlAudit {
    pub(crate) const NAME: &str = "OpenxmlAudit";

    pub(crate) fn find() -> Self {
        Self(place(Self::NAME, option_env!("JURI_OPENXML_AUDIT")))
    }

    /// The report on one file by every rule there is, warnings too.
    pub(crate) fn strictly(&self, file: &Path) -> String {
        let arguments = ["--policy", "strict", "--max-errors", "0", "--output", "json"];
        text_of(&run(&self.0, &arguments, &[file]).stdout)
    }

    /// Judges every DOCX below a folder.
    pub(crate) fn judge(&self, folder: &Path) -> Vec<Finding> {
        let arguments = ["-f", "microsoft365", "-r", "-o", "json", "-m", "0"];
        let output = run(&self.0, &arguments, &[folder]);
        let report: Value = serde_json::from_slice(&output.stdout)
            .unwrap_or_else(|e| panic!("{e}: {}", text_of(&output.stderr)));
        // A single file is one object, several are a list.
        let judged =
            report.as_array().map_or(std::slice::from_ref(&report), Vec::as_slice);
        assert_eq!(judged.len(), files(folder, "docx").len(), "files that were judged");
        judged.iter().flat_map(Self::findings).collect()
    }

    fn findings(report: &Value) -> Vec<Finding> {
        let errors = report["errors"].as_array().expect("a list of errors");
        errors
            .iter()
            .map(|error| Finding {
                judge: Self::NAME,
                file: PathBuf::from(word(report, "file")),
                place: format!("{}{}", word(error, "part_uri"), word(error, "path")),
                text: word(error, "description"),
            })
            .collect()
    }
}

fn word(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}
