//! Error cases: each file `galat/CODE-words.txt` is one mistake of a user, the command that meets
//! it, and all that is said about it in both languages. `tests/README.md` tells how to add one.
//!
//! `build.rs` makes a test of each, so `cargo test NSK0113` runs those of one code.

use std::collections::BTreeMap;
use std::path::Path;

use crate::kit::case::{Case, FOLDER, Said};
use crate::kit::{self, accepting, root, tree};

/// The tests, one for each file.
#[allow(non_snake_case)]
mod each {
    use super::run;

    include!(concat!(env!("OUT_DIR"), "/galat.rs"));
}

fn run(name: &str) {
    let file = root().join(FOLDER).join(name).with_extension("txt");
    let text = std::fs::read_to_string(&file).unwrap();
    let case = Case::parse(name, &text);
    let said = ["id", "en"].map(|lang| said(&case, lang));
    let whole = case.with(&said);
    judge(&said);
    if accepting() {
        std::fs::remove_file(&file).unwrap();
        let file = file.with_file_name(right_name(name, &said[0]));
        std::fs::write(file, whole).unwrap();
        return;
    }
    let difference = kit::transcript::difference(&text, &whole);
    assert!(whole == text, "{FOLDER}/{name}.txt expects something else:\n{difference}");
    assert_eq!(format!("{name}.txt"), right_name(name, &said[0]), "the first code");
}

/// The name of a case: the first code that it says, and words.
fn right_name(name: &str, said: &Said) -> String {
    let marks = said.marks();
    let code = marks.first().and_then(|mark| mark.split(' ').next());
    let words = match name.split_once('-') {
        Some((code, words)) if code.starts_with("NSK") => words,
        _ => name,
    };
    format!("{}-{words}.txt", code.expect("a case says a code"))
}

/// What holds for every case, whatever is expected.
fn judge([id, en]: &[Said; 2]) {
    assert_eq!(id.marks(), en.marks(), "other codes or places in English");
    assert_eq!(id.code, en.code, "another exit code in English");
    for (said, foreign) in [(id, ENGLISH), (en, INDONESIAN)] {
        assert_eq!(said.foreign_words(foreign), Vec::<String>::new(), "languages mixed");
        let ours = ["panicked", "NSK090"];
        let fault = ours.iter().find(|word| said.errors.contains(**word));
        assert_eq!(fault, None, "a fault of our own");
    }
}

/// Runs the command in a folder of its own, where it must write nothing.
fn said(case: &Case, lang: &str) -> Said {
    let folder = tempfile::tempdir().unwrap();
    case.lay_out(folder.path());
    let before = tree(folder.path());
    let mut command = kit::desk::naskah(lang, folder.path());
    let output = command.args(&case.args).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let said = Said {
        code: output.status.code().expect("an exit code"),
        output: text(output.stdout),
        errors: text(output.stderr),
    };
    assert!(changed(&before, folder.path()).is_empty(), "something was written");
    let machine = folder.path().to_string_lossy();
    let told = format!("{}{}", said.output, said.errors);
    assert!(!told.contains(&*machine), "a path of this machine:\n{told}");
    said
}

fn changed(before: &BTreeMap<String, Vec<u8>>, folder: &Path) -> Vec<String> {
    let after = tree(folder);
    let names = before.keys().chain(after.keys());
    names.filter(|name| before.get(*name) != after.get(*name)).cloned().collect()
}

/// Words that only one of the two languages has; a message that mixes them is half translated.
const INDONESIAN: &[&str] = &[
    " yang ",
    " tidak ",
    " belum ",
    " harus ",
    " dalam ",
    " dengan ",
    " atau ",
    " bukan ",
    " langkah:",
    "galat[",
    "peringatan[",
    " seharusnya ",
    " daftar ",
    " pada ",
    " baris ",
];

const ENGLISH: &[&str] = &[
    " the ",
    " is ",
    " not ",
    " must ",
    " with ",
    " or ",
    " help:",
    "error[",
    "warning[",
    " expected ",
    " missing ",
    " unknown ",
    " invalid ",
    " of ",
    " in ",
];

/// Every file is a test, and every base and every file that stands aside is used by some case.
#[test]
fn no_case_no_base_and_no_file_is_left_over() {
    let folder = root().join(FOLDER);
    let mut unused: Vec<String> = ["dasar", "berkas"]
        .iter()
        .flat_map(|kind| std::fs::read_dir(folder.join(kind)).unwrap())
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let mut cases = Vec::new();
    for entry in std::fs::read_dir(&folder).unwrap().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        let Some(name) = name.strip_suffix(".txt") else { continue };
        let case = Case::parse(name, &std::fs::read_to_string(entry.path()).unwrap());
        unused.retain(|name| !case.needs(name));
        cases.push(name.to_owned());
    }
    cases.retain(|name| !each::NAMES.contains(&name.as_str()));
    // Whoever accepts may give cases other names, of which the next build makes tests.
    assert!(accepting() || cases.is_empty(), "no test was made of {cases:?}");
    assert_eq!(unused, Vec::<String>::new());
}
