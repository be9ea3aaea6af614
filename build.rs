//! What the tests must know before they are compiled: the error cases under `tests/galat`, each
//! a test of its own, and the outside judges that this machine has, so that a test whose judge
//! is missing shows as ignored instead of passing in silence.
//!
//! The product takes nothing from here, and a copy of the sources without `tests/` builds as
//! well.

use std::env;
use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};

/// A program from outside, where `tests/juri/pasang` puts it, and its name on the PATH.
struct Judge {
    /// The cfg `juri_NAME` says that it is there, the variable `JURI_NAME` where.
    name: &'static str,
    /// Under `.judges/`; empty where it is never there.
    own: &'static str,
    /// On the PATH; empty where any one found there would not do.
    command: &'static str,
}

const fn judge(name: &'static str, own: &'static str, command: &'static str) -> Judge {
    Judge { name, own, command }
}

const JUDGES: [Judge; 11] = [
    judge("qpdf", "", "qpdf"),
    judge("pdffonts", "", "pdffonts"),
    judge("pdfinfo", "", "pdfinfo"),
    judge("pdftotext", "", "pdftotext"),
    judge("soffice", "", "soffice"),
    // The same program, with the part that knows sheets.
    judge("calc", "", "soffice"),
    judge("ooxml_validator", "node_modules/.bin/ooxml-validator", "ooxml-validator"),
    judge("openxml_audit", "venv/bin/openxml-audit", "openxml-audit"),
    // Looks at TOML by a schema, as editors of text do.
    judge("tombi", "venv/bin/tombi", ""),
    // With the libraries that write and read workbooks.
    judge("python", "venv/bin/python", ""),
    // Counts instructions, which no clock and no neighbour disturbs.
    judge("valgrind", "", "valgrind"),
];

const INSTALLER: &str = "tests/juri/pasang";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    // Compiled in, of which the compiler knows only the files that were there.
    println!("cargo::rerun-if-changed=catalog");
    // For which system the tests ask Cargo what comes in.
    println!("cargo::rustc-env=NASKAH_TARGET={}", env::var("TARGET").unwrap_or_default());
    for judge in &JUDGES {
        println!("cargo::rustc-check-cfg=cfg(juri_{})", judge.name);
    }
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    cases(&root.join("tests/galat"))?;
    if root.join(INSTALLER).is_file() {
        judges(&root);
    }
    Ok(())
}

/// Writes a test for each case, named after its file, and the list of all names.
fn cases(folder: &Path) -> io::Result<()> {
    let mut names = Vec::new();
    if folder.is_dir() {
        println!("cargo::rerun-if-changed=tests/galat");
        for entry in std::fs::read_dir(folder)? {
            let name = entry?.file_name();
            let name = name.to_str().and_then(|name| name.strip_suffix(".txt"));
            names.extend(name.map(str::to_owned));
        }
    }
    names.sort_unstable();
    let mut list = format!("pub(super) const NAMES: &[&str] = &{names:?};\n");
    for name in names {
        let test = name.replace(|c: char| !c.is_ascii_alphanumeric(), "_");
        let _ = writeln!(list, "#[test]\nfn {test}() {{\n    run({name:?});\n}}");
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    std::fs::write(out.join("galat.rs"), list)
}

/// Tells rustc which judges are there. With `CI=true` all count as there: a test without its
/// judge then fails.
fn judges(root: &Path) {
    println!("cargo::rerun-if-env-changed=CI");
    // It touches itself when it is done.
    println!("cargo::rerun-if-changed={INSTALLER}");
    let must = env::var("CI").is_ok_and(|ci| ci == "true");
    let mut missing = false;
    for judge in &JUDGES {
        let found = find(judge, root);
        if let Some(found) = &found {
            println!("cargo::rerun-if-changed={}", found.display());
            let name = judge.name.to_uppercase();
            println!("cargo::rustc-env=JURI_{name}={}", found.display());
        }
        missing |= found.is_none();
        if must || found.is_some() {
            println!("cargo::rustc-cfg=juri_{}", judge.name);
        }
    }
    if missing {
        watch_system_folders();
    }
}

fn find(judge: &Judge, root: &Path) -> Option<PathBuf> {
    let own = root.join(".judges").join(judge.own);
    if !judge.own.is_empty() && own.is_file() {
        return Some(own);
    }
    let path = env::var_os("PATH")?;
    let mut files = env::split_paths(&path).map(|folder| folder.join(judge.command));
    let found = files.find(|file| !judge.command.is_empty() && file.is_file())?;
    (judge.name != "calc" || has_calc(&found)).then_some(found)
}

/// LibreOffice comes in parts; the one that knows sheets is a library beside the program.
fn has_calc(soffice: &Path) -> bool {
    let real = soffice.canonicalize();
    real.is_ok_and(|real| real.with_file_name("libsclo.so").is_file())
}

/// A judge may come by the system's own installer. Its folders are flat; others on the PATH may
/// be deep, and Cargo reads all below what it watches.
fn watch_system_folders() {
    let path = env::var_os("PATH").unwrap_or_default();
    let system = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"];
    for folder in env::split_paths(&path).filter(|folder| folder.is_dir()) {
        if system.iter().any(|known| folder == Path::new(known)) {
            println!("cargo::rerun-if-changed={}", folder.display());
        }
    }
}
