//! Turns the rivals' data into a workspace, so that naskah makes the same letters or the same
//! book from the same figures.
//!
//! `cargo run -p naskah-bench --bin surat-uji -- surat_1000.toml logo.png FOLDER`

use std::error::Error;
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
            settings: include_str!(concat!("../../letters/", $name, "/naskah.toml")),
            decisions: include_str!(concat!("../../letters/", $name, "/surat.toml")),
            manifest: include_str!(concat!("../../letters/", $name, "/template.toml")),
            text: include_str!(concat!("../../letters/", $name, "/isi.md")),
        }
    };
}

const LETTERS: Kind = kind!("surat", ("surat", "evaluasi"));
const BOOK: Kind = kind!("buku", ("bab", "bab"));

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [data, logo, folder] = args.as_slice() else {
        return Err("surat-uji DATA.toml LOGO.png FOLDER".into());
    };
    let data = fs::read_to_string(data)?;
    let kind = if data.contains("\n[[bab]]") { &BOOK } else { &LETTERS };
    let folder = Path::new(folder);
    let template = folder.join("templates").join(kind.name);
    for folder in [&folder.join("data"), &folder.join("aset"), &template] {
        fs::create_dir_all(folder)?;
    }
    fs::write(folder.join("naskah.toml"), kind.settings)?;
    fs::write(folder.join("data/surat.toml"), kind.decisions)?;
    fs::write(template.join("template.toml"), kind.manifest)?;
    fs::write(template.join("isi.md"), kind.text)?;
    fs::copy(logo, folder.join("aset/logo.png"))?;
    let list = rows(&data, kind.list);
    fs::write(folder.join("data").join(format!("{}.toml", kind.list.1)), list)?;
    Ok(())
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
