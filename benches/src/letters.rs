//! The rivals' letters and their book, made by naskah from the same data.

use std::fs;
use std::path::Path;

/// The files of a workspace beside its data.
struct Kind {
    name: &'static str,
    /// The list in the rivals' data and in the workspace: `surat` is a name with a meaning there.
    list: (&'static str, &'static str),
    settings: &'static str,
    decisions: &'static str,
    manifest: &'static str,
    text: &'static str,
}

macro_rules! kind {
    ($name:literal, $list:expr) => {
        Kind {
            name: $name,
            list: $list,
            settings: include_str!(concat!("../letters/", $name, "/naskah.toml")),
            decisions: include_str!(concat!("../letters/", $name, "/surat.toml")),
            manifest: include_str!(concat!("../letters/", $name, "/template.toml")),
            text: include_str!(concat!("../letters/", $name, "/isi.md")),
        }
    };
}

const LETTERS: Kind = kind!("surat", ("surat", "evaluasi"));
const BOOK: Kind = kind!("buku", ("bab", "bab"));

/// Writes a workspace from the rivals' data, letters or a book.
///
/// # Errors
/// What the disk says.
pub fn write(data: &str, logo: &Path, folder: &Path) -> std::io::Result<()> {
    let kind = if data.contains("\n[[bab]]") { &BOOK } else { &LETTERS };
    let template = folder.join("templates").join(kind.name);
    for folder in [&folder.join("data"), &folder.join("aset"), &template] {
        fs::create_dir_all(folder)?;
    }
    fs::write(folder.join("naskah.toml"), kind.settings)?;
    fs::write(folder.join("data/surat.toml"), kind.decisions)?;
    fs::write(template.join("template.toml"), kind.manifest)?;
    fs::write(template.join("isi.md"), kind.text)?;
    fs::copy(logo, folder.join("aset/logo.png"))?;
    let list = rows(data, kind.list);
    fs::write(folder.join("data").join(format!("{}.toml", kind.list.1)), list)
}

/// The data from the first row of the list on, the list under its new name. What stands before
/// it (kop, title) is in the settings and the template.
fn rows(data: &str, (old, new): (&str, &str)) -> String {
    let first = format!("[[{old}]]");
    data.lines()
        .skip_while(|line| *line != first)
        .map(|line| {
            let head = ["[[", "["].into_iter().find_map(|open| {
                let rest = line.strip_prefix(open)?.strip_prefix(old)?;
                rest.starts_with([']', '.']).then(|| format!("{open}{new}{rest}"))
            });
            head.unwrap_or_else(|| line.to_owned()) + "\n"
        })
        .collect()
}
